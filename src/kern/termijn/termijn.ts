// SPDX-License-Identifier: EUPL-1.2
import { beginVanDag, dagVan, eindeVanDag, isMiddernacht, ms } from '../../platform/clock/dagen.ts';
import {
  controleerAantal,
  type Duur,
  dagTerug,
  type Einddag,
  isWerkdagNummer,
  laatsteDagNa,
  laatsteDagNummer,
  verlengEinddag,
} from '../../platform/clock/werkdagen.ts';
import type { Termijnsoort } from './termijnsoorten.ts';

/** A stretch in which a term stood still: from the moment `van` until the moment `tot`; `null`: it still does. */
export interface Opschorting {
  readonly van: Date;
  readonly tot: Date | null;
  readonly reden: string;
}

/** A decision to lengthen a term. */
export interface Verlenging {
  readonly duur: Duur;
  readonly reden: string;
}

/** A running term: the facts from which everything else follows. Nothing derived is kept. */
export interface Termijn {
  /** The moment that set the term off. Its local day does not count (a term in hours counts from the moment itself). */
  readonly begint: Date;
  readonly duur: Duur;
  readonly einddag: Einddag;
  readonly waarschuwVooraf: Duur;
  readonly opschortingen: readonly Opschorting[];
  readonly verlengingen: readonly Verlenging[];
  /** When what the term asks was done; `null` as long as it was not. */
  readonly afgerondOp: Date | null;
}

/**
 * The moments of a term. `vervaltOp` is exclusive: at that very moment it is too late (`laatsteDag(vervaltOp)` is the last
 * day). Both are `null` while the term stands still, for then nobody can say.
 */
export type Termijnmomenten =
  | { readonly waarschuwtOp: Date; readonly vervaltOp: Date }
  | { readonly waarschuwtOp: null; readonly vervaltOp: null };

/** Longer than this a term does not stand still at a time, then it is looked at anew: bron onbekend, standaardwaarde. */
export const OPSCHORTEN_HOOGSTENS_DAGEN = 42;

export type Toestand = 'loopt' | 'waarschuwing' | 'te laat' | 'opgeschort' | 'afgerond';

/** A term of this kind that begins now. */
export function nieuweTermijn({ duur, einddag, waarschuwVooraf }: Termijnsoort, begint: Date): Termijn {
  return { begint, duur, einddag, waarschuwVooraf, opschortingen: [], verlengingen: [], afgerondOp: null };
}

/** A closed stretch `[van, tot)`, in days or in milliseconds. */
type Vak = readonly [van: number, tot: number];

/** Closed suspensions as stretches, in order, those that overlap made one. */
function vakken(opschortingen: readonly Opschorting[], maat: (moment: Date) => number): Vak[] {
  const alle: Vak[] = [];
  for (const { van, tot } of opschortingen) {
    if (tot === null) continue;
    if (ms(tot) < ms(van)) throw new RangeError('Een opschorting kan niet eindigen voordat zij begint.');
    alle.push([maat(van), maat(tot)]);
  }
  alle.sort((een, ander) => een[0] - ander[0]);
  const samen: Vak[] = [];
  for (const vak of alle) {
    const vorige = samen.at(-1);
    if (vorige && vak[0] <= vorige[1]) samen[samen.length - 1] = [vorige[0], Math.max(vorige[1], vak[1])];
    else samen.push(vak);
  }
  return samen;
}

/**
 * One length further than `vanaf`, with the suspended time not counted.
 *
 * The clauses of the Wmo say nothing about suspending; how it counts is our own choice: a term in days does not count the
 * days from the one on which the suspension begins up to (not including) the one on which it ends, so that five suspended
 * days make the term end five days later; a term in hours does not count the time itself. A suspension that begins when the
 * term has already ended changes nothing: what is too late stays too late.
 */
function verder(vanaf: Date, duur: Duur, einddag: Einddag, opschortingen: readonly Opschorting[]): Date {
  const { aantal, eenheid } = duur;
  if (eenheid === 'uren') {
    controleerAantal(aantal);
    const begin = ms(vanaf);
    let einde = begin + aantal * 3_600_000;
    for (const [van, tot] of vakken(opschortingen, ms)) {
      if (van >= einde) break;
      if (tot > begin) einde += tot - Math.max(van, begin);
    }
    return new Date(einde);
  }

  const begin = dagVan(vanaf);
  const stil = vakken(opschortingen, dagVan);
  if (eenheid === 'werkdagen') {
    controleerAantal(aantal);
    let dag = begin;
    for (let nog = aantal; nog > 0; ) {
      dag += 1;
      if (isWerkdagNummer(dag) && !stil.some(([van, tot]) => van <= dag && dag < tot)) nog -= 1;
    }
    return eindeVanDag(dag);
  }

  let laatste = laatsteDagNa(begin, aantal, eenheid);
  let verlengd = verlengEinddag(begin, laatste, duur, einddag);
  for (const [van, tot] of stil) {
    if (van > verlengd) break;
    const gemist = tot - Math.max(van, begin + 1);
    if (gemist <= 0) continue;
    // In the days that the term was extended for a weekend or holiday, it is the extended term that stands still.
    laatste = (van <= laatste ? laatste : verlengd) + gemist;
    verlengd = verlengEinddag(begin, laatste, duur, einddag);
  }
  return eindeVanDag(verlengd);
}

/**
 * When the term ends if the open suspensions are left out.
 *
 * An extension begins where the term before it would have ended. [K] The Wmo does not say whether that is before or after
 * the Algemene termijnenwet moved that end; counting from before it is the shorter and so the safe reading.
 */
function einde(termijn: Termijn): Date {
  const { begint, duur, einddag, opschortingen, verlengingen } = termijn;
  let vervaltOp = begint;
  const stukken = [duur, ...verlengingen.map((verlenging) => verlenging.duur)];
  for (const [plaats, stuk] of stukken.entries()) {
    const laatsteStuk = plaats === stukken.length - 1;
    const vanaf = plaats === 0 || !isMiddernacht(vervaltOp) ? vervaltOp : laatsteMoment(vervaltOp, stuk);
    vervaltOp = verder(vanaf, stuk, laatsteStuk ? einddag : 'kalenderdag', opschortingen);
  }
  return vervaltOp;
}

/** A term in days that follows on a last day counts from that day; a term in hours from the moment at which it ended. */
function laatsteMoment(vervaltOp: Date, stuk: Duur): Date {
  return stuk.eenheid === 'uren' ? vervaltOp : new Date(ms(vervaltOp) - 1);
}

/** The moment at which a term asks attention: this much before its end, and never before it began. */
function waarschuwing(termijn: Termijn, vervaltOp: Date): Date {
  const { aantal, eenheid } = termijn.waarschuwVooraf;
  controleerAantal(aantal);
  const moment =
    eenheid === 'uren'
      ? new Date(ms(vervaltOp) - aantal * 3_600_000)
      : beginVanDag(dagTerug(laatsteDagNummer(vervaltOp), aantal, eenheid));
  return moment < termijn.begint ? new Date(ms(termijn.begint)) : moment;
}

/**
 * When the term asks attention and when it ends. A warning of one working day is from the begin of the working day before
 * the last day on; one of a week from the begin of the same weekday a week before.
 *
 * @throws RangeError when a number is no whole number of 1 or more, a moment is not valid, or a suspension ends before it
 * begins.
 */
export function bereken(termijn: Termijn): Termijnmomenten {
  const vervaltOp = einde(termijn);
  // An open suspension that began after the end does not bring the term back.
  if (termijn.opschortingen.some(({ van, tot }) => tot === null && van < vervaltOp)) {
    return { waarschuwtOp: null, vervaltOp: null };
  }
  return { waarschuwtOp: waarschuwing(termijn, vervaltOp), vervaltOp };
}

/** The term as it was known at a moment: later suspensions left out, those that still ran left open. */
function zoalsBekendOp(termijn: Termijn, moment: Date): Termijn {
  if (termijn.opschortingen.length === 0) return termijn;
  const opschortingen = termijn.opschortingen
    .filter(({ van }) => van <= moment)
    .map((opschorting) =>
      opschorting.tot && opschorting.tot > moment ? { ...opschorting, tot: null } : opschorting,
    );
  return { ...termijn, opschortingen };
}

/** How the term stands at a moment. */
export function toestand(termijn: Termijn, nu: Date): Toestand {
  if (termijn.afgerondOp && termijn.afgerondOp <= nu) return 'afgerond';
  const momenten = bereken(zoalsBekendOp(termijn, nu));
  if (momenten.vervaltOp === null) return 'opgeschort';
  if (nu >= momenten.vervaltOp) return 'te laat';
  return nu >= momenten.waarschuwtOp ? 'waarschuwing' : 'loopt';
}

/**
 * Whether what the term asks was done within the term, for the figures; `null` as long as it was not done.
 * Done while the term stood still is in time.
 */
export function isOpTijd(termijn: Termijn): boolean | null {
  const { afgerondOp } = termijn;
  if (afgerondOp === null) return null;
  const { vervaltOp } = bereken(zoalsBekendOp(termijn, afgerondOp));
  return vervaltOp === null || afgerondOp < vervaltOp;
}

/** How much of the term has been used at a moment, from 0 to 1, for the quiet bar; `null` while it stands still. */
export function verbruikt(termijn: Termijn, nu: Date): number | null {
  const { vervaltOp } = bereken(zoalsBekendOp(termijn, nu));
  if (vervaltOp === null) return null;
  const begint = ms(termijn.begint);
  return Math.min(1, Math.max(0, (ms(nu) - begint) / (ms(vervaltOp) - begint)));
}
