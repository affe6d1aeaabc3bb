// SPDX-License-Identifier: EUPL-1.2
// One way to read what people type in many: é as one sign or as e with an accent, with or without it, ß and ij, a dash of any length, a
// sign that nobody sees in the middle of a word. What is found in the folded text is pointed out in the text as it stands.

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

function vouwTeken(teken: string): string {
  const anders = ANDERS[teken];
  if (anders !== undefined) return anders;
  if (STREEPJE.test(teken)) return '-';
  return [...teken.normalize('NFKD').replace(BIJTEKEN, '')].map((t) => ANDERS[t] ?? t).join('');
}

/** The text without accents, invisible signs and other spellings of the same sign; capitals stay. */
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
  return { vlak, begin, eind };
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
