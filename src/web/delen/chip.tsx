// SPDX-License-Identifier: EUPL-1.2

import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { useTeksten } from '../taal.ts';
import { Toets } from './toets.tsx';
import './chip.css';
import { Icoon, type IcoonNaam } from './icoon.tsx';

export interface ChipProps {
  children: ReactNode;
  icoon?: IcoonNaam | undefined;
  /** accent: about what you chose or do · amber: asks attention · gewoon: a plain label. */
  soort?: 'gewoon' | 'accent' | 'amber' | undefined;
  /** Makes it a button. */
  onKlik?: (() => void) | undefined;
  /** With onKlik: it is on or off (a filter). */
  gekozen?: boolean | undefined;
  /** Adds a button that takes it away. */
  onWeg?: (() => void) | undefined;
  /** The key that changes it. */
  toets?: string | undefined;
  knopProps?: ButtonHTMLAttributes<HTMLButtonElement> | undefined;
}

const woorden = { nl: { weg: 'weghalen' }, en: { weg: 'remove' } };

/** A small label; can be a button (filter, kind) and can be taken away. */
export function Chip({
  children,
  icoon,
  soort = 'gewoon',
  onKlik,
  gekozen,
  onWeg,
  toets,
  knopProps,
}: ChipProps) {
  const t = useTeksten(woorden);
  const inhoud = (
    <>
      {icoon ? <Icoon naam={icoon} /> : null}
      {gekozen ? <Icoon naam="vink" /> : null}
      <span>{children}</span>
      {toets ? <Toets>{toets}</Toets> : null}
    </>
  );
  const klasse = `hv-chip hv-chip--${gekozen ? 'accent' : soort}`;
  if (onKlik)
    return (
      <button
        {...knopProps}
        type="button"
        className={`${klasse} hv-chip--knop`}
        aria-pressed={gekozen}
        aria-keyshortcuts={toets}
        onClick={onKlik}
      >
        {inhoud}
      </button>
    );
  return (
    <span className={klasse}>
      {inhoud}
      {onWeg ? (
        <button type="button" className="hv-chip__weg" onClick={onWeg}>
          <Icoon naam="kruis" />
          <span className="hv-verborgen">
            {children} {t.weg}
          </span>
        </button>
      ) : null}
    </span>
  );
}
