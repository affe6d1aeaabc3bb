// SPDX-License-Identifier: EUPL-1.2
// The worklist: questions put to someone, grouped by when. Pure: the boundaries of the groups, and what belongs to whom.
import { beginVanDag, dagVan, weekdag } from '../../platform/clock/dagen.ts';

/** In the order of the page. `nu`: acute or overdue; `wacht`: others must answer us. */
export const GROEPEN = ['nu', 'vandaag', 'week', 'later', 'wacht'] as const;
export type Groep = (typeof GROEPEN)[number];

/**
 * Whose work. `mij`: what is on my name, and what is nobody's and asks attention this week or is acute (so that nothing waits
 * for someone to be named); `team`: what is my team's or nobody's; `organisatie`: all of it.
 */
export const WIE = ['mij', 'team', 'organisatie'] as const;
export type Wiens = (typeof WIE)[number];

/** More rows of a group are counted, not sent. */
export const HOOGSTENS_PER_GROEP = 500;

/** More than this of a group is not counted either: nobody plans the ten-thousandth. */
export const TELT_TOT = 10_000;

export interface Grenzen {
  /** The begin of tomorrow: what ends by then must be done today (an end is exclusive). */
  morgen: Date;
  /** The begin of next Monday. */
  volgendeWeek: Date;
}

/** Where the groups end, in local days (Europe/Amsterdam). */
export function grenzenVan(nu: Date): Grenzen {
  const dag = dagVan(nu);
  return { morgen: beginVanDag(dag + 1), volgendeWeek: beginVanDag(dag + 7 - weekdag(dag)) };
}

/** The group of one term; the SQL of the store says the same (tested against each other). */
export function groepVan(t: { acuut: boolean; vervaltOp: Date | null }, nu: Date): Exclude<Groep, 'wacht'> {
  const { morgen, volgendeWeek } = grenzenVan(nu);
  if (t.acuut || (t.vervaltOp !== null && t.vervaltOp <= nu)) return 'nu';
  if (t.vervaltOp === null || t.vervaltOp > volgendeWeek) return 'later';
  return t.vervaltOp <= morgen ? 'vandaag' : 'week';
}
