// SPDX-License-Identifier: EUPL-1.2
// One way to read what people type in many: é as one sign or as e with an accent, with or without it, ß and ij, a dash of any length, a
// sign that nobody sees in the middle of a word. And what people write so that a machine will not see it: "(at)" in a mail address, a word
// spelled out, digits of another script. What is found in the folded text is pointed out in the text as it stands.

/** A text folded, with per sign where in the text it stands. */
export interface Gevouwen {
  vlak: string;
  /** Where the sign of `vlak` at this place begins in the text. */
  begin: number[];
  /** Where it ends. */
  eind: number[];
}

/** Letters that Unicode does not take apart. */
const ANDERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '`': "'",
};
const BIJTEKEN = /[\p{M}\p{Cf}]/gu;
const STREEPJE = /\p{Pd}/u;
const CIJFER = /\p{Nd}/u;

/** What a digit of any script says: Unicode keeps the ten of each script together, from nought on. */
function cijferVan(teken: string): string {
  const punt = teken.codePointAt(0) ?? 0;
  let voor = 0;
  while (CIJFER.test(String.fromCodePoint(punt - voor - 1))) voor++;
  return String(voor % 10);
}

function vouwTeken(teken: string): string {
  const anders = ANDERS[teken];
  if (anders !== undefined) return anders;
  if (STREEPJE.test(teken)) return '-';
  if (CIJFER.test(teken)) return cijferVan(teken);
  return [...teken.normalize('NFKD').replace(BIJTEKEN, '')].map((t) => ANDERS[t] ?? t).join('');
}

/** Puts a sign in the place of each of these pieces, or nothing; where they stand in the text stays known. In order, none in another. */
function zetOm(g: Gevouwen, stukken: readonly { van: number; tot: number; door: string }[]): Gevouwen {
  if (stukken.length === 0) return g;
  const uit: Gevouwen = { vlak: '', begin: [], eind: [] };
  const bij = (tekst: string, van: number, tot: number) => {
    uit.vlak += tekst;
    for (let i = van; i < tot; i++) {
      uit.begin.push(g.begin[i] ?? 0);
      uit.eind.push(g.eind[i] ?? 0);
    }
  };
  let plek = 0;
  for (const { van, tot, door } of stukken) {
    bij(g.vlak.slice(plek, van), plek, van);
    if (door) {
      uit.vlak += door;
      uit.begin.push(g.begin[van] ?? 0);
      uit.eind.push(g.eind[tot - 1] ?? 0);
    }
    plek = tot;
  }
  bij(g.vlak.slice(plek), plek, g.vlak.length);
  return uit;
}

// Bounded, every one: a text of thousands of spaces or brackets must be read in no time.
const WOORD = '[\\p{L}\\p{N}_+-]{1,64}';
/** Ends of a mail address. Words of Dutch that are one too ("nu", "de") only count behind a real dot. */
const LAND = '(?:nl|com|net|org|eu|be|info|frl)(?![\\p{L}\\p{N}])';
const GESPROKEN_PUNT = '\\s{1,3}(?:punt|dot)\\s{1,3}';
const tussenHaken = (woorden: string) =>
  new RegExp(`\\s{0,3}[([{<]\\s{0,2}(?:${woorden})\\s{0,2}[)\\]}>]\\s{0,3}`, 'giu');
const VERMOMD: readonly [RegExp, string][] = [
  [tussenHaken('at|@|apenstaart(?:je)?'), '@'],
  [/\s{0,3}(?<!\p{L})apenstaart(?:je)?(?!\p{L})\s{0,3}/giu, '@'],
  [tussenHaken('punt|dot|\\.'), '.'],
  // " at " is a word too: only with what ends a mail address behind it
  [
    new RegExp(
      `(?<=[\\p{L}\\p{N}])\\s{1,3}at\\s{1,3}(?=${WOORD}(?:(?:\\.|${GESPROKEN_PUNT})${WOORD}){0,3}(?:\\.|${GESPROKEN_PUNT})${LAND})`,
      'giu',
    ),
    '@',
  ],
  // and " punt " only within one
  [new RegExp(`${GESPROKEN_PUNT}(?=${WOORD}(?:(?:\\.|${GESPROKEN_PUNT})${WOORD}){0,3}@)`, 'giu'), '.'],
  [
    new RegExp(
      `(?<=@${WOORD}(?:(?:\\.|${GESPROKEN_PUNT})${WOORD}){0,3})${GESPROKEN_PUNT}(?=(?:${WOORD}${GESPROKEN_PUNT}){0,3}${LAND})`,
      'giu',
    ),
    '.',
  ],
];

/** Letters with room between them, so many that they are a word spelled out and no initials. */
const GESPELD = /(?<![\p{L}\p{N}])\p{L}(?:[ \t]{1,3}\p{L}){3,}(?![\p{L}\p{N}])/gu;

/** "D o r p" is one word, "O u d e   W e g" two: between words there is more room than between letters. */
function zonderSpelling(g: Gevouwen): Gevouwen {
  const stukken = [...g.vlak.matchAll(GESPELD)].flatMap((m) => {
    const ruimtes = [...m[0].matchAll(/[ \t]+/g)];
    const smal = Math.min(...ruimtes.map((r) => r[0].length));
    return ruimtes
      .filter((r) => r[0].length === smal)
      .map((r) => ({ van: m.index + r.index, tot: m.index + r.index + smal, door: '' }));
  });
  return zetOm(g, stukken);
}

function ontmom(g: Gevouwen): Gevouwen {
  let uit = zonderSpelling(g);
  for (const [patroon, door] of VERMOMD)
    uit = zetOm(
      uit,
      [...uit.vlak.matchAll(patroon)].map((m) => ({ van: m.index, tot: m.index + m[0].length, door })),
    );
  return uit;
}

/** The text without accents, invisible signs, disguises and other spellings of the same sign; capitals stay. */
export function vouw(tekst: string): Gevouwen {
  const begin: number[] = [];
  const eind: number[] = [];
  let vlak = '';
  let plek = 0;
  for (const teken of tekst) {
    const gevouwen = teken < '\u0080' && teken !== '`' ? teken : vouwTeken(teken);
    for (let i = 0; i < gevouwen.length; i++) {
      begin.push(plek);
      eind.push(plek + teken.length);
    }
    vlak += gevouwen;
    plek += teken.length;
  }
  return ontmom({ vlak, begin, eind });
}

/** Where a pattern matches, as pieces of the text itself; with the accents and invisible signs that follow the last letter. */
export function vindplaatsen(g: Gevouwen, lengte: number, patroon: RegExp): { van: number; tot: number }[] {
  const uit: { van: number; tot: number }[] = [];
  for (const m of g.vlak.matchAll(patroon)) {
    if (m[0].length === 0) continue;
    const laatste = m.index + m[0].length - 1;
    uit.push({
      van: g.begin[m.index] ?? 0,
      tot: Math.max(g.eind[laatste] ?? 0, g.begin[laatste + 1] ?? lengte),
    });
  }
  return uit;
}
