// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { getal } from '../taal.ts';
import './balk.css';

export interface BalkProps {
  label: ReactNode;
  waarde: number;
  /** The whole: what a full bar means. */
  max: number;
  /** What stands behind the bar; the number when left out ("1.905", "87%"). */
  tekst?: string | undefined;
  /** A part of the value that asks attention (too late, waiting). */
  aandacht?: number | undefined;
  /** A line in the bar: the norm. */
  norm?: number | undefined;
  /** In words, for the screen reader: what the norm and the part are. */
  uitleg?: string | undefined;
}

/** One figure as a bar, with its label and number as text: the bar adds, it never replaces. */
export function Balk({ label, waarde, max, tekst, aandacht = 0, norm, uitleg }: BalkProps) {
  const deel = (n: number) => (max > 0 ? Math.min(100, Math.max(0, (n / max) * 100)) : 0);
  return (
    <div className="hv-balk">
      <div className="hv-balk__label">{label}</div>
      <div className="hv-balk__tekst">{tekst ?? getal(waarde)}</div>
      {uitleg ? <span className="hv-verborgen">{uitleg}</span> : null}
      <svg className="hv-balk__beeld" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="hv-balk__grond" width="100" height="10" />
        <rect className="hv-balk__waarde" width={deel(waarde)} height="10" />
        {aandacht > 0 ? (
          <rect
            className="hv-balk__aandacht"
            x={deel(waarde - aandacht)}
            width={deel(aandacht)}
            height="10"
          />
        ) : null}
        {norm === undefined ? null : (
          <line className="hv-balk__norm" x1={deel(norm)} x2={deel(norm)} y1="0" y2="10" />
        )}
      </svg>
    </div>
  );
}
