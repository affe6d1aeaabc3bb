// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import './veld.css';
import { Icoon } from './icoon.tsx';

export interface VeldmeldingProps {
  id?: string | undefined;
  /** fout: cannot go on like this · let-op: may be, but look · weet: what we read or know. */
  soort: 'fout' | 'let-op' | 'weet';
  children: ReactNode;
}

const icoon = { fout: 'aandacht', 'let-op': 'aandacht', weet: 'info' } as const;

/** One sentence with a field. Amber, not red: red is for danger to people. */
export function Veldmelding({ id, soort, children }: VeldmeldingProps) {
  return (
    <div
      id={id}
      className={`hv-veldmelding hv-veldmelding--${soort}${soort === 'fout' ? ' utrecht-form-field-error-message' : ''}`}
    >
      <Icoon naam={icoon[soort]} />
      <span>{children}</span>
    </div>
  );
}
