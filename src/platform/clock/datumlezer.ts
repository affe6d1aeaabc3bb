// SPDX-License-Identifier: EUPL-1.2
// Reads a date as Dutch people type it. Pure: the day of today comes in.

/** What the date is for decides what a missing or short year means. */
export type Datumsoort = 'geboorte' | 'gebeurd' | 'gepland';

/** A date as far as it is known: `1984-05-03`, `1984-05` or `1984`. */
export type Deeldatum = string;

const maanden: readonly (readonly string[])[] = [
  ['jan', 'januari', 'january'],
  ['feb', 'februari', 'february', 'febr'],
  ['mrt', 'maart', 'march', 'mar', 'maa'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'augustus', 'august'],
  ['sep', 'september', 'sept'],
  ['okt', 'oktober', 'october', 'oct'],
  ['nov', 'november'],
  ['dec', 'december'],
];
/** Every word for a month. */
export const MAANDWOORDEN: readonly string[] = maanden.flat();
const weekdagen: readonly (readonly string[])[] = [
  ['zo', 'zondag', 'sunday'],
  ['ma', 'maandag', 'monday'],
  ['di', 'dinsdag', 'tuesday'],
  ['wo', 'woensdag', 'wednesday'],
  ['do', 'donderdag', 'thursday'],
  ['vr', 'vrijdag', 'friday'],
  ['za', 'zaterdag', 'saturday'],
];
const dagwoorden: Readonly<Record<string, number>> = {
  vandaag: 0,
  nu: 0,
  today: 0,
  gisteren: -1,
  gister: -1,
  yesterday: -1,
  eergisteren: -2,
  morgen: 1,
  tomorrow: 1,
  overmorgen: 2,
};

const twee = (n: number) => String(n).padStart(2, '0');

function shift(dag: string, dagen: number): string {
  return new Date(Date.parse(`${dag}T00:00Z`) + dagen * 86_400_000).toISOString().slice(0, 10);
}

function dagenInMaand(jaar: number, maand: number): number {
  return new Date(Date.UTC(jaar, maand, 0)).getUTCDate();
}

function indexOfWord(lijst: readonly (readonly string[])[], woord: string): number {
  return lijst.findIndex((w) => w.includes(woord));
}

function fullYear(tekst: string, vandaag: string, soort: Datumsoort): number | undefined {
  const n = Number(tekst);
  if (tekst.length === 4) return n >= 1900 && n <= 2200 ? n : undefined;
  if (tekst.length !== 2) return undefined;
  const ditJaar = Number(vandaag.slice(0, 4));
  const eeuw = ditJaar - (ditJaar % 100);
  // A birth or an event lies behind us; a plan at most a few years ahead.
  if (soort === 'gepland') return eeuw + n;
  return eeuw + n > ditJaar ? eeuw - 100 + n : eeuw + n;
}

/**
 * Reads "3 mei 84", "3-5-1984", "030584", "mei 1984", "5-1984", "1984", "vandaag", "gisteren", "afgelopen maandag".
 * Without a year, 'gebeurd' takes the last such day and 'gepland' the next; 'geboorte' needs a year.
 * @param tekst what was typed
 * @param vandaag the day of today in Amsterdam, `YYYY-MM-DD`
 * @returns the date as far as it is known, or undefined when it is none
 */
export function readDatum(
  tekst: string,
  vandaag: string,
  soort: Datumsoort = 'gebeurd',
): Deeldatum | undefined {
  const schoon = tekst
    .toLowerCase()
    .replaceAll(/[’'`]/g, '')
    .replaceAll(/(\d)(e|de|ste|th|st|nd|rd)\b/g, '$1')
    .replaceAll(/[.,/\\_\s-]+/g, ' ')
    .replaceAll(/\b(op|de|afgelopen|vorige|komende|aanstaande|a s|j l|in|on|last|next)\b/g, ' ')
    .replaceAll(/(\d)([a-z])/g, '$1 $2')
    .replaceAll(/([a-z])(\d)/g, '$1 $2')
    .trim()
    .replaceAll(/\s+/g, ' ');
  if (schoon === '') return undefined;

  const woordDagen = dagwoorden[schoon];
  if (woordDagen !== undefined)
    return soort !== 'gepland' && woordDagen > 0 ? undefined : shift(vandaag, woordDagen);

  let stukken = schoon.split(' ');
  const weekdag = indexOfWord(weekdagen, stukken[0] ?? '');
  if (weekdag >= 0) {
    if (stukken.length === 1) {
      if (soort === 'geboorte') return undefined;
      const nu = new Date(`${vandaag}T00:00Z`).getUTCDay();
      const verschil = (weekdag - nu + 7) % 7;
      if (soort === 'gepland') return shift(vandaag, verschil === 0 ? 7 : verschil);
      return shift(vandaag, verschil === 0 ? -7 : verschil - 7);
    }
    stukken = stukken.slice(1);
  }

  // 03051984, 030584
  const aaneen = stukken.length === 1 ? /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(stukken[0] ?? '') : null;
  if (aaneen) stukken = aaneen.slice(1);
  // 1984-05-03, 1984-05
  if (/^\d{4}$/.test(stukken[0] ?? '') && stukken.length > 1) stukken.reverse();

  const getal = (s: string | undefined) => (s !== undefined && /^\d{1,2}$/.test(s) ? Number(s) : undefined);
  const maandVan = (s: string | undefined) => {
    if (s === undefined) return undefined;
    const i = indexOfWord(maanden, s);
    const n = i >= 0 ? i + 1 : getal(s);
    return n !== undefined && n >= 1 && n <= 12 ? n : undefined;
  };

  if (stukken.length === 1) {
    const jaar = /^\d{4}$/.test(schoon) ? fullYear(schoon, vandaag, soort) : undefined;
    return jaar === undefined ? undefined : ok(String(jaar), vandaag, soort);
  }
  if (stukken.length === 2) {
    const [a, b] = stukken;
    const isWoord = indexOfWord(maanden, a ?? '') >= 0;
    // "mei 84", "5 1984": a month and a year
    if ((isWoord && /^\d{2}$|^\d{4}$/.test(b ?? '')) || /^\d{4}$/.test(b ?? '')) {
      const maand = maandVan(a);
      const jaar = fullYear(b ?? '', vandaag, soort);
      return maand === undefined || jaar === undefined
        ? undefined
        : ok(`${jaar}-${twee(maand)}`, vandaag, soort);
    }
    // "3 mei", "3 5": a day without a year
    if (soort === 'geboorte') return undefined;
    const [dag, maand] = [getal(a), maandVan(b)];
    if (dag === undefined || maand === undefined) return undefined;
    const ditJaar = Number(vandaag.slice(0, 4));
    for (const jaar of soort === 'gepland' ? [ditJaar, ditJaar + 1] : [ditJaar, ditJaar - 1]) {
      if (dag < 1 || dag > dagenInMaand(jaar, maand)) continue;
      const d = `${jaar}-${twee(maand)}-${twee(dag)}`;
      if (soort === 'gepland' ? d >= vandaag : d <= vandaag) return d;
    }
    return undefined;
  }
  if (stukken.length === 3) {
    const [dag, maand, jaar] = [
      getal(stukken[0]),
      maandVan(stukken[1]),
      fullYear(stukken[2] ?? '', vandaag, soort),
    ];
    if (dag === undefined || maand === undefined || jaar === undefined) return undefined;
    if (dag < 1 || dag > dagenInMaand(jaar, maand)) return undefined;
    return ok(`${jaar}-${twee(maand)}-${twee(dag)}`, vandaag, soort);
  }
  return undefined;
}

const GEGEVEN = new RegExp(
  `(?<![\\d])(?:(\\d{1,2})(?:e|de|ste)?[\\s./-]+)?(\\d{1,2}|${maanden.flat().join('|')})[\\s.,/-]+(\\d{4})(?!\\d)`,
  'iu',
);

/**
 * Reads a date with its year in four digits exactly as it was given (`31-2-2026`, `31/2/2026`, `31 februari 2026`, `februari 2026`,
 * `2026-02-31`), whether or not that day exists or has come: to keep what was said and to doubt it, where `readDatum` only gives what
 * can be.
 * @returns `2026-02-31` or `2026-02`; undefined when no such date stands in the text
 */
export function readGegeven(tekst: string): Deeldatum | undefined {
  const iso = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(tekst)?.[1];
  if (iso) return iso;
  const [, dag, maand = '', jaar] = GEGEVEN.exec(tekst) ?? [];
  if (jaar === undefined) return undefined;
  const woord = indexOfWord(maanden, maand.toLowerCase()) + 1;
  // a number of two digits before a year is a month only when a day stands before it
  if (dag === undefined && woord === 0) return undefined;
  const deel = `${jaar}-${woord > 0 ? twee(woord) : maand.padStart(2, '0')}`;
  return dag === undefined ? deel : `${deel}-${dag.padStart(2, '0')}`;
}

/** Nobody was born, and nothing happened, in the future. */
function ok(d: Deeldatum, vandaag: string, soort: Datumsoort): Deeldatum | undefined {
  return soort !== 'gepland' && d > vandaag.slice(0, d.length) ? undefined : d;
}
