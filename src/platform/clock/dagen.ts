// SPDX-License-Identifier: EUPL-1.2
import { Temporal } from 'temporal-polyfill';

/**
 * Local days. The law counts days as people in the Netherlands live them, so a moment is turned into a local day once, and
 * all counting after that is arithmetic on whole numbers: day 0 is Thursday 1 January 1970.
 */

/** A local date as text: `JJJJ-MM-DD`. */
export type Datum = string;

/** The legal time of the Netherlands (summer time by EU directive 2000/84). */
export const TIJDZONE = 'Europe/Amsterdam';

/** A day of 24 hours in milliseconds. A local day has 23 or 25 hours twice a year: never add this to a moment. */
export const DAG_MS = 86_400_000;

type Overgang = { readonly vanaf: number; readonly verschil: number };

const overgangenPerJaar = new Map<number, readonly Overgang[]>();

/** The offsets from UTC in one UTC year, oldest first. Asked of the time zone data once a year, then kept. */
function overgangen(jaar: number): readonly Overgang[] {
  const bekend = overgangenPerJaar.get(jaar);
  if (bekend) return bekend;
  const einde = Date.UTC(jaar + 1, 0, 1);
  let punt: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    Date.UTC(jaar, 0, 1),
  ).toZonedDateTimeISO(TIJDZONE);
  const lijst: Overgang[] = [];
  while (punt && punt.epochMilliseconds < einde) {
    lijst.push({ vanaf: punt.epochMilliseconds, verschil: punt.offsetNanoseconds / 1e6 });
    punt = punt.getTimeZoneTransition('next');
  }
  overgangenPerJaar.set(jaar, lijst);
  return lijst;
}

/** How far local time is ahead of UTC at this moment, in milliseconds. */
function verschilOp(ms: number): number {
  let verschil = 0;
  for (const overgang of overgangen(new Date(ms).getUTCFullYear())) {
    if (overgang.vanaf > ms) break;
    verschil = overgang.verschil;
  }
  return verschil;
}

/**
 * The moment in milliseconds since 1970.
 * @throws RangeError when it is no valid moment.
 */
export function ms(moment: Date): number {
  const waarde = moment.getTime();
  if (Number.isNaN(waarde)) throw new RangeError('Dit is geen geldig moment.');
  return waarde;
}

/**
 * The local day (Europe/Amsterdam) in which a moment falls.
 * @throws RangeError when it is no valid moment.
 */
export function dagVan(moment: Date): number {
  const waarde = ms(moment);
  return Math.floor((waarde + verschilOp(waarde)) / DAG_MS);
}

/** The moment at which a local day begins: 00:00 in the Netherlands. It is also the (exclusive) end of the day before. */
export function beginVanDag(dag: number): Date {
  const alsUtc = dag * DAG_MS;
  // The offset at midnight UTC is that at local midnight: the clocks change at 01:00 UTC (EU directive 2000/84, art. 2 and 3).
  return new Date(alsUtc - verschilOp(alsUtc));
}

/** The end of a local day, exclusive: the moment at which the next day begins. */
export function eindeVanDag(dag: number): Date {
  return beginVanDag(dag + 1);
}

/** Whether a moment is local midnight: a term that ends then ends with a day, and is said without a time. */
export function isMiddernacht(moment: Date): boolean {
  return beginVanDag(dagVan(moment)).getTime() === ms(moment);
}

/** The local time of day of a moment, in whole minutes since local midnight as the clock on the wall shows it. */
export function minuutVanDag(moment: Date): number {
  const waarde = ms(moment);
  const lokaal = waarde + verschilOp(waarde);
  return Math.floor((lokaal - Math.floor(lokaal / DAG_MS) * DAG_MS) / 60_000);
}

/** The local date (Europe/Amsterdam) of a moment. */
export function lokaleDatum(moment: Date): Datum {
  return datumVan(dagVan(moment));
}

/** The date of a day number. */
export function datumVan(dag: number): Datum {
  return new Date(dag * DAG_MS).toISOString().slice(0, 10);
}

const DATUM = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The day number of a date.
 * @throws RangeError when the text is no date, or a date that does not exist (2027-02-29).
 */
export function dagnummer(datum: Datum): number {
  const delen = DATUM.exec(datum);
  const dag = delen ? dagOp(Number(delen[1]), Number(delen[2]), Number(delen[3])) : Number.NaN;
  if (Number.isNaN(dag) || datumVan(dag) !== datum) {
    throw new RangeError('Dit is geen bestaande datum. Gebruik de vorm JJJJ-MM-DD, bijvoorbeeld 2026-11-23.');
  }
  return dag;
}

/** The day number of a year, month (1–12) and day of the month. */
export function dagOp(jaar: number, maand: number, dag: number): number {
  // not Date.UTC, which takes the year 31 for 1931
  return Math.floor(new Date(0).setUTCFullYear(jaar, maand - 1, dag) / DAG_MS);
}

/** The day number of a date or of the local day of a moment. */
export function dagUit(dag: Datum | Date): number {
  return typeof dag === 'string' ? dagnummer(dag) : dagVan(dag);
}

/** Day of the week: 0 is Monday, 6 is Sunday. */
export function weekdag(dag: number): number {
  return (((dag + 3) % 7) + 7) % 7;
}

/** The year of a day number. */
export function jaarVan(dag: number): number {
  return new Date(dag * DAG_MS).getUTCFullYear();
}

/**
 * The same day of the month a number of months later. When that day does not exist, the last day of that month:
 * 31 January and one month is 28 (or 29) February.
 */
export function plusMaanden(dag: number, aantal: number): number {
  const datum = new Date(dag * DAG_MS);
  const maand = datum.getUTCMonth() + aantal;
  const laatste = new Date(Date.UTC(datum.getUTCFullYear(), maand + 1, 0)).getUTCDate();
  return dagOp(datum.getUTCFullYear(), maand + 1, Math.min(datum.getUTCDate(), laatste));
}
