// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import './chip.css';
import { Icoon } from './icoon.tsx';

const icoon = {
  acuut: 'acuut',
  'te-laat': 'klok',
  aandacht: 'aandacht',
  geheim: 'slot',
  loopt: 'pijl',
  klaar: 'vink',
  wacht: 'wacht',
  zicht: 'oog',
  dicht: 'min',
  weet: 'info',
} as const;

export type MerkSoort = keyof typeof icoon;

export interface MerkProps {
  /** acuut and te-laat are red and for nothing else; aandacht and geheim amber; the rest quiet. */
  soort: MerkSoort;
  children: ReactNode;
}

/** The state of something: an icon and a word. */
export function Merk({ soort, children }: MerkProps) {
  return (
    <span className={`hv-merk hv-merk--${soort}`}>
      <Icoon naam={icoon[soort]} />
      <span>{children}</span>
    </span>
  );
}
