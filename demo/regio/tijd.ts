// SPDX-License-Identifier: EUPL-1.2
// Moments at which people do things. Office hours are local (Europe/Amsterdam) and keep to working days.
import { beginVanDag, dagVan, weekdag } from '../../src/platform/clock/dagen.ts';
import {
  dagTerug,
  eersteWerkdagVanaf,
  isWerkdagNummer,
  laatsteDagNa,
} from '../../src/platform/clock/werkdagen.ts';
import type { Toeval } from './toeval.ts';

export const MINUUT = 60_000;
export const UUR = 60 * MINUUT;
export const DAG = 24 * UUR;

/** A time on a local day. `minuut` counts from midnight. */
export function opDag(dag: number, minuut: number): Date {
  return new Date(beginVanDag(dag).getTime() + minuut * MINUUT);
}

/** Some moment in office hours, the given number of working days later; always after `na`. */
export function kantoor(t: Toeval, na: Date, werkdagen: number): Date {
  const begin = dagVan(na);
  let dag = werkdagen > 0 ? laatsteDagNa(begin, werkdagen, 'werkdagen') : eersteWerkdagVanaf(begin);
  let op = opDag(dag, t.heel(8 * 60 + 30, 17 * 60));
  if (op.getTime() <= na.getTime()) {
    // later that same afternoon, or the next working day
    op = new Date(na.getTime() + t.heel(10, 90) * MINUUT);
    if (op.getTime() > opDag(dag, 18 * 60).getTime()) {
      dag = eersteWerkdagVanaf(dag + 1);
      op = opDag(dag, t.heel(8 * 60 + 30, 12 * 60));
    }
  }
  return op;
}

/** Working days back from a day: the n-th before it. */
export function werkdagenTerug(van: Date, aantal: number): number {
  return aantal === 0 ? dagVan(van) : dagTerug(dagVan(van), aantal, 'werkdagen');
}

const POLITIE_WEEK = [0.9, 0.88, 0.9, 0.95, 1.15, 1.35, 1.25];

/** A time of day at which such a melder turns up; minutes since midnight. */
export function uurVan(t: Toeval, melder: string): number {
  if (melder === 'justitie_veiligheid') {
    const uur = t.weeg([...Array(24).keys()], (u) =>
      u < 3 ? 3.2 : u < 7 ? 1 : u < 16 ? 2 : u < 20 ? 4 : 5.5,
    );
    return uur * 60 + t.heel(0, 59);
  }
  if (melder === 'niet_beroepsmatig') return t.heel(9 * 60, 21 * 60);
  return t.heel(8 * 60 + 15, 17 * 60 + 15);
}

/** How likely a day is for such a melder, compared to other days. */
export function dagGewicht(dag: number, melder: string): number {
  if (melder === 'justitie_veiligheid') return POLITIE_WEEK[weekdag(dag)] ?? 1;
  if (melder === 'niet_beroepsmatig') return weekdag(dag) < 5 ? 1 : 0.55;
  return isWerkdagNummer(dag) ? 1 : 0.05;
}
