// SPDX-License-Identifier: EUPL-1.2
import { type Datum, dagnummer, dagOp, datumVan, jaarVan, weekdag } from './dagen.ts';

/**
 * The public holidays that stop a legal term: Algemene termijnenwet (Atw), article 3.
 *
 * Lid 1: Nieuwjaarsdag, tweede paasdag, tweede pinksterdag, both Christmas days, Hemelvaartsdag, the day on which the King's
 * birthday is celebrated, and 5 May (every year, whether or not people have the day off).
 * Lid 2: Goede Vrijdag is put on a par with them.
 * Lid 3: days that the Crown puts on a par by decree, about every three years.
 * (The text of the act was read; first Easter day and first Pentecost day are not in it, and are Sundays anyway.)
 */
export interface Feestdag {
  readonly datum: Datum;
  /** The Dutch name. Days of lid 3 have no name of their own. */
  readonly naam: string;
  /** The lid of Atw article 3 that makes it a holiday. */
  readonly lid: 1 | 2 | 3;
}

/**
 * Atw art. 3 lid 3: the days put on a par by decree, per decree.
 * Read in full: the decrees of 2003, 2007, 2010, 2013 and 2016. Of the decrees for 2023–2025 and 2026–2028 (the latter
 * Stcrt. 2025, 24713) the titles were read, which name every day. The decree for 2020–2022 was not found: those years are
 * not in this table, see `gelijkstellingBekend`.
 */
const GELIJKGESTELD: readonly {
  readonly jaren: readonly [number, number];
  readonly dagen: readonly Datum[];
}[] = [
  {
    jaren: [2005, 2007],
    dagen: ['2005-05-06', '2006-05-26', '2007-05-18', '2007-12-27', '2007-12-28', '2007-12-31'],
  },
  {
    jaren: [2007, 2010],
    dagen: ['2007-12-24', '2008-05-02', '2009-01-02', '2009-05-01', '2009-05-04', '2009-05-22', '2010-05-14'],
  },
  {
    jaren: [2011, 2013],
    dagen: [
      '2011-05-06',
      '2011-06-03',
      '2012-05-18',
      '2012-12-24',
      '2012-12-31',
      '2013-04-29',
      '2013-05-10',
      '2013-12-27',
    ],
  },
  { jaren: [2014, 2016], dagen: ['2014-05-30', '2015-01-02', '2015-05-04', '2015-05-15', '2016-05-06'] },
  {
    jaren: [2017, 2019],
    dagen: ['2017-04-28', '2017-05-26', '2018-05-11', '2018-12-24', '2018-12-31', '2019-05-31', '2019-12-27'],
  },
  { jaren: [2023, 2025], dagen: ['2023-04-28', '2023-05-19', '2024-05-10', '2024-12-27', '2025-05-30'] },
  { jaren: [2026, 2028], dagen: ['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26'] },
];

/**
 * Whether the decree of Atw art. 3 lid 3 for this year is in the table. If not, a term near the Friday after Hemelvaartsdag
 * may be reckoned too short by a day; a health page can warn in time for the next decree.
 */
export function gelijkstellingBekend(jaar: number): boolean {
  return GELIJKGESTELD.some(({ jaren: [van, tot] }) => jaar >= van && jaar <= tot);
}

/**
 * The day number of first Easter day in the Gregorian calendar: the Sunday after the first (church) full moon on or after
 * 21 March. Computus after Meeus, Jones and Butcher; exact for every Gregorian year.
 */
function paasdag(jaar: number): number {
  const gulden = jaar % 19;
  const eeuw = Math.floor(jaar / 100);
  const inEeuw = jaar % 100;
  // The church's moon: century leap days that are left out, and the small correction of the moon's own cycle.
  const maancorrectie = Math.floor((eeuw - Math.floor((eeuw + 8) / 25) + 1) / 3);
  const maan = (19 * gulden + eeuw - Math.floor(eeuw / 4) - maancorrectie + 15) % 30;
  const totZondag = (32 + 2 * (eeuw % 4) + 2 * Math.floor(inEeuw / 4) - maan - (inEeuw % 4)) % 7;
  const bijstelling = Math.floor((gulden + 11 * maan + 22 * totZondag) / 451);
  const telling = maan + totZondag - 7 * bijstelling + 114;
  return dagOp(jaar, Math.floor(telling / 31), (telling % 31) + 1);
}

/** The date of first Easter day. */
export function eerstePaasdag(jaar: number): Datum {
  return datumVan(paasdag(jaar));
}

/**
 * The day on which the King's (before 2014: the Queen's) birthday is celebrated.
 * From 2014: 27 April, and 26 April when the 27th is a Sunday. From 1980 to 2013: 30 April, and 29 April when the 30th is a
 * Sunday. Before that a Sunday moved to 1 May.
 */
function verjaardagVanDeKoning(jaar: number): number {
  const dag = jaar >= 2014 ? dagOp(jaar, 4, 27) : dagOp(jaar, 4, 30);
  if (weekdag(dag) !== 6) return dag;
  return jaar >= 1980 ? dag - 1 : dag + 1;
}

interface Jaarkalender {
  readonly dagen: ReadonlyMap<number, Feestdag>;
  readonly lijst: readonly Feestdag[];
}

const perJaar = new Map<number, Jaarkalender>();

function kalender(jaar: number): Jaarkalender {
  const bekend = perJaar.get(jaar);
  if (bekend) return bekend;
  const pasen = paasdag(jaar);
  const gevonden: [number, string, Feestdag['lid']][] = [
    [dagOp(jaar, 1, 1), 'Nieuwjaarsdag', 1],
    [pasen - 2, 'Goede Vrijdag', 2],
    [pasen + 1, 'Tweede paasdag', 1],
    [verjaardagVanDeKoning(jaar), jaar >= 2014 ? 'Koningsdag' : 'Koninginnedag', 1],
    [dagOp(jaar, 5, 5), 'Bevrijdingsdag', 1],
    [pasen + 39, 'Hemelvaartsdag', 1],
    [pasen + 50, 'Tweede pinksterdag', 1],
    [dagOp(jaar, 12, 25), 'Eerste kerstdag', 1],
    [dagOp(jaar, 12, 26), 'Tweede kerstdag', 1],
  ];
  for (const { dagen } of GELIJKGESTELD) {
    for (const datum of dagen) {
      const dag = dagnummer(datum);
      if (jaarVan(dag) === jaar) gevonden.push([dag, 'Gelijkgestelde dag', 3]);
    }
  }
  const dagen = new Map<number, Feestdag>();
  for (const [dag, naam, lid] of gevonden.sort(([een], [ander]) => een - ander)) {
    // Two holidays may fall on one day (Hemelvaartsdag on 5 May 2016); the first name stays.
    if (!dagen.has(dag)) dagen.set(dag, Object.freeze({ datum: datumVan(dag), naam, lid }));
  }
  const gemaakt = { dagen, lijst: Object.freeze([...dagen.values()]) };
  perJaar.set(jaar, gemaakt);
  return gemaakt;
}

/** The holidays of a year, in order. Sure from 1980 on; earlier years are reckoned by the same act. */
export function feestdagenVan(jaar: number): readonly Feestdag[] {
  return kalender(jaar).lijst;
}

/** The holiday on a day number, if there is one. */
export function findFeestdag(dag: number): Feestdag | undefined {
  return kalender(jaarVan(dag)).dagen.get(dag);
}
