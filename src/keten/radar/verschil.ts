// SPDX-License-Identifier: EUPL-1.2
/** Letter-by-letter difference of two short strings, for marks on the screen (P6: every match is explained). */

export interface Stuk {
  /** `gelijk` stands in both, `weg` only in the first, `nieuw` only in the second. */
  readonly soort: 'gelijk' | 'weg' | 'nieuw';
  readonly tekst: string;
}

const SNIJDER = new Intl.Segmenter('nl', { granularity: 'grapheme' });
const MAX_TEKENS = 400;

/**
 * The shortest way from `a` to `b` by leaving out and adding signs (longest common part), neighbours joined.
 * Joining `gelijk`+`weg` gives `a` back, `gelijk`+`nieuw` gives `b`. What people see as one sign stays one
 * (é, emoji). Above 400 signs the middle is given as one replaced piece: this is for names and dates.
 */
export function verschil(a: string, b: string): Stuk[] {
  const van = [...SNIJDER.segment(a)].map((s) => s.segment);
  const naar = [...SNIJDER.segment(b)].map((s) => s.segment);
  const uit: { soort: Stuk['soort']; tekst: string }[] = [];
  const leg = (soort: Stuk['soort'], tekst: string): void => {
    const laatste = uit.at(-1);
    if (tekst === '') return;
    if (laatste?.soort === soort) laatste.tekst += tekst;
    else uit.push({ soort, tekst });
  };
  let voor = 0;
  while (voor < van.length && voor < naar.length && van[voor] === naar[voor]) voor++;
  let achter = 0;
  while (
    achter < van.length - voor &&
    achter < naar.length - voor &&
    van[van.length - 1 - achter] === naar[naar.length - 1 - achter]
  ) {
    achter++;
  }
  leg('gelijk', van.slice(0, voor).join(''));
  midden(van.slice(voor, van.length - achter), naar.slice(voor, naar.length - achter), leg);
  leg('gelijk', van.slice(van.length - achter).join(''));
  return uit;
}

function midden(
  x: readonly string[],
  y: readonly string[],
  leg: (soort: Stuk['soort'], tekst: string) => void,
): void {
  if (x.length > MAX_TEKENS || y.length > MAX_TEKENS) {
    leg('weg', x.join(''));
    leg('nieuw', y.join(''));
    return;
  }
  const breed = y.length + 1;
  const lang = new Uint16Array((x.length + 1) * breed);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) {
      lang[i * breed + j] =
        x[i] === y[j]
          ? (lang[(i + 1) * breed + j + 1] ?? 0) + 1
          : Math.max(lang[(i + 1) * breed + j] ?? 0, lang[i * breed + j + 1] ?? 0);
    }
  }
  let i = 0;
  let j = 0;
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i] === y[j]) {
      leg('gelijk', x[i] ?? '');
      i++;
      j++;
    } else if (
      j >= y.length ||
      (i < x.length && (lang[(i + 1) * breed + j] ?? 0) >= (lang[i * breed + j + 1] ?? 0))
    ) {
      leg('weg', x[i] ?? '');
      i++;
    } else {
      leg('nieuw', y[j] ?? '');
      j++;
    }
  }
}
