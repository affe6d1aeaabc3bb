// SPDX-License-Identifier: EUPL-1.2
/** Linking a whole set with itself, in memory, on the same core as the radar's single look-up. */
import { kandidaatParen, type Paren } from './leren.ts';
import type { Model } from './modelvorm.ts';
import { type ScoorOpties, weeg } from './score.ts';
import type { Voorbereid } from './vermelding.ts';
import { kansUitBits } from './weging.ts';

export interface Koppeling {
  /** Positions in the given list, a < b. */
  readonly a: number;
  readonly b: number;
  readonly gewicht: number;
  readonly kans: number;
}

/** Weighs every candidate pair. Pairs that share no key are not looked at: their chance is taken as nought. */
export function koppel(
  alle: readonly Voorbereid[],
  model: Model,
  opties: ScoorOpties = {},
  paren: Paren = kandidaatParen(alle),
): Koppeling[] {
  const uit: Koppeling[] = [];
  for (let k = 0; k < paren.a.length; k++) {
    const a = paren.a[k] ?? 0;
    const b = paren.b[k] ?? 0;
    const pa = alle[a];
    const pb = alle[b];
    if (pa === undefined || pb === undefined) continue;
    const { totaal } = weeg(pa, pb, model, opties);
    uit.push({ a, b, gewicht: totaal, kans: kansUitBits(totaal) });
  }
  return uit;
}
