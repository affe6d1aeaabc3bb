// SPDX-License-Identifier: EUPL-1.2
import { type Datum, dagUit, dagVan, datumVan, eindeVanDag, ms, plusMaanden, weekdag } from './dagen.ts';
import { findFeestdag } from './feestdagen.ts';

/**
 * Counting terms, in the Netherlands (Europe/Amsterdam).
 *
 * Two choices hold everywhere:
 * - The day on which a term is set off (the melding came in, the decision was taken) does not count; counting begins the day
 *   after. [K] Dutch practice, as in Awb 6:8 lid 1; the Wmo says nothing about it.
 * - A term ends when its last day ends, at 24:00. The moment given is therefore the begin of the next local day, and it is
 *   exclusive: at that moment one is too late, a millisecond before one is not. `laatsteDag` says it as people do.
 *
 * A working day is a day that is no Saturday, no Sunday and no holiday in or under Atw art. 3 (lid 1, 2 and 3). [K] The
 * rules for Veilig Thuis use the word and do not define it; this is the usual meaning in Dutch law.
 */

export type Eenheid = 'uren' | 'dagen' | 'werkdagen' | 'weken' | 'maanden' | 'jaren';

/** A length of time as the law says it. `aantal` is a whole number of 1 or more. */
export interface Duur {
  readonly aantal: number;
  readonly eenheid: Eenheid;
}

/**
 * What happens when a term ends on a Saturday, Sunday or holiday.
 * - `atw`: a term of law; Algemene termijnenwet art. 1, 2 and 4 say it.
 * - `werkdag`: a term of our own; it always moves on to the next working day.
 * - `kalenderdag`: it does not move. For safety, which does not wait for Monday.
 */
export type Einddag = 'atw' | 'werkdag' | 'kalenderdag';

/** Whether a term can have this length: a whole number of 1 or more. */
export function isGeldigAantal(aantal: number): boolean {
  return Number.isInteger(aantal) && aantal >= 1;
}

/** @throws RangeError when the number is no whole number of 1 or more. */
export function controleerAantal(aantal: number): void {
  if (!isGeldigAantal(aantal)) {
    throw new RangeError('Een termijn telt in hele aantallen van 1 of meer.');
  }
}

/** Whether a day number is a working day. */
export function isWerkdagNummer(dag: number): boolean {
  return weekdag(dag) < 5 && findFeestdag(dag) === undefined;
}

/** Whether a date, or the local day of a moment, is a working day. */
export function isWerkdag(dag: Datum | Date): boolean {
  return isWerkdagNummer(dagUit(dag));
}

/** The day itself if it is a working day, otherwise the first working day after it. */
export function eersteWerkdagVanaf(dag: number): number {
  let werkdag = dag;
  while (!isWerkdagNummer(werkdag)) werkdag += 1;
  return werkdag;
}

/**
 * The last day of a term that is set off on `begin`, before any extension for weekends and holidays.
 * Day numbers; the unit `uren` has no last day of its own and is not taken.
 */
export function laatsteDagNa(begin: number, aantal: number, eenheid: Exclude<Eenheid, 'uren'>): number {
  controleerAantal(aantal);
  switch (eenheid) {
    case 'dagen':
      return begin + aantal;
    case 'weken':
      return begin + 7 * aantal;
    case 'maanden':
      return plusMaanden(begin, aantal);
    case 'jaren':
      return plusMaanden(begin, 12 * aantal);
    case 'werkdagen': {
      let dag = begin;
      for (let nog = aantal; nog > 0; ) {
        dag += 1;
        if (isWerkdagNummer(dag)) nog -= 1;
      }
      return dag;
    }
  }
}

/** The day that lies this much before a day number; in working days: the n-th working day before it. */
export function dagTerug(dag: number, aantal: number, eenheid: Exclude<Eenheid, 'uren'>): number {
  controleerAantal(aantal);
  switch (eenheid) {
    case 'dagen':
      return dag - aantal;
    case 'weken':
      return dag - 7 * aantal;
    case 'maanden':
      return plusMaanden(dag, -aantal);
    case 'jaren':
      return plusMaanden(dag, -12 * aantal);
    case 'werkdagen': {
      let werkdag = dag;
      for (let nog = aantal; nog > 0; ) {
        werkdag -= 1;
        if (isWerkdagNummer(werkdag)) nog -= 1;
      }
      return werkdag;
    }
  }
}

/**
 * The end of the n-th working day after the day of receipt (exclusive moment, see above). Received on a Saturday counts like
 * received on the Friday before: Monday is day one.
 *
 * @throws RangeError when `aantal` is no whole number of 1 or more, or the moment is not valid.
 */
export function telWerkdagenOp(ontvangen: Date, aantal: number): Date {
  return eindeVanDag(laatsteDagNa(dagVan(ontvangen), aantal, 'werkdagen'));
}

/** The end of the n-th calendar day after the day of the moment, without extension. */
export function telDagen(vanaf: Date, aantal: number): Date {
  return eindeVanDag(laatsteDagNa(dagVan(vanaf), aantal, 'dagen'));
}

/** The end of the same day of the week, n weeks later, without extension. */
export function telWeken(vanaf: Date, aantal: number): Date {
  return eindeVanDag(laatsteDagNa(dagVan(vanaf), aantal, 'weken'));
}

/** The end of the same day of the month n months later (or of that month's last day), without extension. */
export function telMaanden(vanaf: Date, aantal: number): Date {
  return eindeVanDag(laatsteDagNa(dagVan(vanaf), aantal, 'maanden'));
}

/** The end of the same day n years later (29 February becomes 28 February in a common year), without extension. */
export function telJaren(vanaf: Date, aantal: number): Date {
  return eindeVanDag(laatsteDagNa(dagVan(vanaf), aantal, 'jaren'));
}

/**
 * Whether the Algemene termijnenwet applies to a term of this length. Art. 4 onder a: not to terms in hours, in more than 90
 * days, in more than twelve weeks, in more than three months, or in one or more years. (Art. 5: it applies to terms in an
 * algemene maatregel van bestuur too, such as the Uitvoeringsbesluit Wmo 2015.)
 */
export function atwGeldt({ aantal, eenheid }: Duur): boolean {
  switch (eenheid) {
    case 'uren':
    case 'jaren':
      return false;
    case 'dagen':
    case 'werkdagen':
      return aantal <= 90;
    case 'weken':
      return aantal <= 12;
    case 'maanden':
      return aantal <= 3;
  }
}

/**
 * The last day of a term of law after extension. Day numbers.
 *
 * Atw art. 1 lid 1: a term that ends on a Saturday, Sunday or holiday is extended up to and including the next day that is
 * none of these. (Lid 2: not so for terms counted back from a moment. Our warnings count back; they are no terms of law.)
 * Atw art. 2: a term of at least three days is extended, if need be, until it holds at least two days that are no Saturday,
 * Sunday or holiday.
 */
export function verlengVolgensAtw(begin: number, laatste: number, duur: Duur): number {
  if (!atwGeldt(duur)) return laatste;
  const einde = eersteWerkdagVanaf(laatste);
  const korterDanDrieDagen = (duur.eenheid === 'dagen' || duur.eenheid === 'werkdagen') && duur.aantal < 3;
  return korterDanDrieDagen ? einde : Math.max(einde, laatsteDagNa(begin, 2, 'werkdagen'));
}

/** The last day after extension, for each way of ending. Day numbers. */
export function verlengEinddag(begin: number, laatste: number, duur: Duur, einddag: Einddag): number {
  switch (einddag) {
    case 'atw':
      return verlengVolgensAtw(begin, laatste, duur);
    case 'werkdag':
      return eersteWerkdagVanaf(laatste);
    case 'kalenderdag':
      return laatste;
  }
}

/**
 * The end of a term of law in days, weeks, months or years that is set off at `vanaf`, extended as the Algemene termijnenwet
 * says (exclusive moment).
 *
 * @throws RangeError for a term in hours: that ends at a moment, not on a day, and the act does not apply to it.
 */
export function telVolgensAtw(vanaf: Date, duur: Duur): Date {
  const { aantal, eenheid } = duur;
  if (eenheid === 'uren')
    throw new RangeError('De Algemene termijnenwet geldt niet voor termijnen in uren (art. 4).');
  const begin = dagVan(vanaf);
  return eindeVanDag(verlengVolgensAtw(begin, laatsteDagNa(begin, aantal, eenheid), duur));
}

/** The date on which a term still runs for the last time: of `telWerkdagenOp(…)` the n-th working day itself. */
export function laatsteDag(vervaltOp: Date): Datum {
  return datumVan(laatsteDagNummer(vervaltOp));
}

/** As `laatsteDag`, as a day number. */
export function laatsteDagNummer(vervaltOp: Date): number {
  return dagVan(new Date(ms(vervaltOp) - 1));
}

/** The number of working days after day `van`, up to and including day `tot` (day numbers, `van` ≤ `tot`). */
function werkdagenInDagen(van: number, tot: number): number {
  let aantal = 0;
  for (let dag = van + 1; dag <= tot; dag += 1) if (isWerkdagNummer(dag)) aantal += 1;
  return aantal;
}

/**
 * The number of working days after `van`, up to and including `tot`. Negative when `tot` lies before `van`. So that
 * `werkdagenTussen(x, laatsteDag(telWerkdagenOp(x, n)))` is n.
 */
export function werkdagenTussen(van: Datum | Date, tot: Datum | Date): number {
  const eerste = dagUit(van);
  const laatste = dagUit(tot);
  return eerste <= laatste ? werkdagenInDagen(eerste, laatste) : 0 - werkdagenInDagen(laatste, eerste);
}
