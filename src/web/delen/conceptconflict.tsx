// SPDX-License-Identifier: EUPL-1.2
import type { Conceptconflict as Vraag } from '../concept.ts';
import { useTeksten } from '../taal.ts';
import { Gegevens } from './gegevens.tsx';
import { Conflict } from './toestand.tsx';

const woorden = {
  nl: { leeg: 'leeg', ja: 'Ja', nee: 'Nee', blijft: 'Wat u niet kiest, blijft bewaard als concept.' },
  en: { leeg: 'empty', ja: 'Yes', nee: 'No', blijft: 'What you do not choose is kept as a draft.' },
};

export interface ConceptconflictProps {
  conflict: Vraag;
  /** What a place of the form is called. */
  woord: (pad: readonly string[]) => string;
  /** What was chosen there, in words; undefined: as it was typed. */
  zeg?: ((pad: readonly string[], waarde: unknown) => string | undefined) | undefined;
}

/** One worker wrote in two windows: what differs, place by place, and which of the two holds. */
export function Conceptconflict({ conflict, woord, zeg }: ConceptconflictProps) {
  const t = useTeksten(woorden);
  const tekst = (x: unknown): string => {
    if (typeof x === 'boolean') return x ? t.ja : t.nee;
    if (typeof x === 'string' || typeof x === 'number') return String(x).trim() || t.leeg;
    if (typeof x !== 'object' || x === null) return t.leeg;
    return (
      Object.values(x)
        .filter((d) => typeof d === 'string' && d.trim() !== '')
        .join(', ') || t.leeg
    );
  };
  const kant = (welke: 'mijn' | 'hun') => (
    <Gegevens
      lijst={conflict.botst.map((b) => ({
        naam: woord(b.pad),
        waarde: zeg?.(b.pad, b[welke]) ?? tekst(b[welke]),
      }))}
    />
  );
  return (
    <Conflict
      zelf
      mijn={kant('mijn')}
      hun={kant('hun')}
      uitleg={conflict.blijft ? t.blijft : undefined}
      onHoudMijn={conflict.houdMijn}
      onNeemHun={conflict.neemHun}
    />
  );
}
