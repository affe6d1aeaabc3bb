// SPDX-License-Identifier: EUPL-1.2
// The name in a line that a worker types: words of address, initials, tussenvoegsels, both family names.

import { type Bouw, type NietBegrepen, PLEK, type Twijfel } from './invoervorm.ts';
import { alsTussenvoegsel, isBekendeVoornaam, leesAchternaam, nette, splitsTussenvoegsel } from './naam.ts';
import { ARABISCHE_VOORVOEGSELS } from './namenlijst.ts';

/** Words of address, which belong to no name. */
export const AANSPREEK: ReadonlySet<string> = new Set([
  'dhr',
  'heer',
  'meneer',
  'mevr',
  'mevrouw',
  'mw',
  'mej',
  'familie',
  'fam',
  'gezin',
]);
const VOORLETTERS = /^(?:\p{Lu}[\p{Ll}]?\.)+\p{Lu}?\.?$|^\p{Lu}$|^(?:\p{L}\.)+$/u;

/** One or more initials: "J.", "J.P.", "J". */
export function isVoorletter(woord: string): boolean {
  return VOORLETTERS.test(woord) || /^\p{L}\.?$/u.test(woord);
}

function zetAchternaam(uit: Bouw, tekst: string, twijfels: Twijfel[]): void {
  const gelezen = leesAchternaam(tekst);
  const mooi = (kern: string): string => kern.split(' ').map(nette).join(' ');
  uit.achternaam = mooi(gelezen.achternaam.kern);
  if (gelezen.achternaam.tussenvoegsel !== '') uit.tussenvoegsel = gelezen.achternaam.tussenvoegsel;
  if (gelezen.partner === undefined) return;
  uit.partnerAchternaam = mooi(gelezen.partner.kern);
  if (gelezen.partner.tussenvoegsel !== '') uit.partnerTussenvoegsel = gelezen.partner.tussenvoegsel;
  twijfels.push({
    veld: 'naam',
    zin: 'De dubbele naam is gelezen als naam van de partner en eigen naam. Klopt dat?',
  });
}

function zetVoornamen(uit: Bouw, woorden: readonly string[]): void {
  const letters: string[] = [];
  const namen: string[] = [];
  for (const woord of woorden) {
    if (isVoorletter(woord)) {
      letters.push(
        ...[...woord.replace(/[^\p{L}.]/gu, '').matchAll(/\p{L}+/gu)].map(
          (m) => `${nette(m[0].toLowerCase())}.`,
        ),
      );
    } else namen.push(nette(woord));
  }
  if (namen.length > 0) uit.voornamen = namen.join(' ');
  if (letters.length > 0) uit.voorletters = letters.join('');
}

export function leesNaam(tekst: string, uit: Bouw, nietBegrepen: NietBegrepen[], twijfels: Twijfel[]): void {
  let rest = tekst.replaceAll(PLEK, ' ');
  // Call name in brackets or quotes: Johannes (Jan) de Vries
  rest = rest.replace(/[("“]\s*(\p{L}[\p{L}' -]*?)\s*[)"”]/gu, (heel, naam: string) => {
    if (uit.roepnaam !== undefined) return heel;
    uit.roepnaam = naam.split(' ').map(nette).join(' ');
    return ' ';
  });
  rest = rest
    .replace(/\bv\s?\/\s?d\b\.?/giu, 'v.d. ')
    .replace(/(?<=\s)((?:[vao]\.\s?d\.|v\.)\s?(?:[nr]\.)?)(?=\p{L}{2})/giu, '$1 ')
    .replace(/(?<=\p{L})\s+-\s+(?=\p{L})/gu, '-')
    .replace(/["“”():;&]/g, ' ');
  // Married: "Jansen e/v de Vries", maiden name: "de Vries geb. Jansen"
  const ev =
    /^(.*?)(?<!\p{L})(?:e\/v|e\.v\.|echtgenote van|echtgenoot van|gehuwd met|getrouwd met|wed(?:uwe|\.)? van)(?!\p{L}) ?(.+)$/iu.exec(
      rest,
    );
  const geb = ev === null ? /^(.*?)(?<!\p{L})geb(?:oren|\.)(?!\p{L}) ?(\S.*)$/iu.exec(rest) : null;
  const tweede = (ev ?? geb)?.[2]?.trim();
  if (ev !== null || geb !== null) rest = (ev ?? geb)?.[1] ?? '';

  const segmenten = rest
    .split(',')
    .map((s) => woordenVan(s))
    .filter((s) => s.length > 0);
  const [eerste = [], volgende = [], ...verder] = segmenten;
  for (const s of verder) {
    // "Berg, Jan, van den"
    const tv = alsTussenvoegsel(s);
    if (tv !== undefined && uit.tussenvoegsel === undefined) uit.tussenvoegsel = tv;
    else nietBegrepen.push({ tekst: s.join(' ') });
  }
  const kernVanEerste = splitsTussenvoegsel(eerste.join(' ')).kern.split(' ');
  const alleenAchternaam = kernVanEerste.length === 1 || beginAchternaam(eerste) === 0;
  const achterVoor = volgende.length > 0 && eerste.length > 0 && alleenAchternaam;
  if (achterVoor) {
    const [voor, tv] = zonderTvAchteraan(volgende);
    zetVoornamen(uit, voor);
    const los = uit.tussenvoegsel;
    zetAchternaam(uit, `${tv === '' ? '' : `${tv} `}${eerste.join(' ')}`, twijfels);
    if (los !== undefined && uit.tussenvoegsel === undefined) uit.tussenvoegsel = los;
  } else {
    natuurlijk(eerste, uit, twijfels);
    if (volgende.length > 0) nietBegrepen.push({ tekst: volgende.join(' ') });
  }
  if (tweede === undefined || tweede === '') return;
  const naam = woordenVan(tweede.replace(/,/g, ' ')).join(' ');
  if (naam === '') return;
  const gelezen = splitsTussenvoegsel(naam);
  const kern = gelezen.kern.split(' ').map(nette).join(' ');
  if (geb !== null && uit.achternaam !== undefined) {
    // What stood first was the name by marriage; the name after "geboren" is her own.
    if (uit.tussenvoegsel !== undefined) uit.partnerTussenvoegsel = uit.tussenvoegsel;
    uit.partnerAchternaam = uit.achternaam;
    delete uit.tussenvoegsel;
    uit.achternaam = kern;
    if (gelezen.tussenvoegsel !== '') uit.tussenvoegsel = gelezen.tussenvoegsel;
  } else if (geb !== null) {
    uit.achternaam = kern;
    if (gelezen.tussenvoegsel !== '') uit.tussenvoegsel = gelezen.tussenvoegsel;
  } else {
    uit.partnerAchternaam = kern;
    if (gelezen.tussenvoegsel !== '') uit.partnerTussenvoegsel = gelezen.tussenvoegsel;
  }
}

function woordenVan(s: string): string[] {
  return s
    .split(' ')
    .map((w) => w.replace(/^[-./]+|[-/]+$/g, ''))
    .filter((w) => /\p{L}/u.test(w));
}

function zonderTvAchteraan(woorden: readonly string[]): [readonly string[], string] {
  for (let n = Math.min(3, woorden.length - 1); n >= 1; n--) {
    const tv = alsTussenvoegsel(woorden.slice(-n));
    if (tv !== undefined) return [woorden.slice(0, -n), tv];
  }
  return [woorden, ''];
}

/** First word where the surname begins, in natural order: at a prefix, an Arabic prefix, or a double name with one. */
export function beginAchternaam(woorden: readonly string[]): number | undefined {
  for (let i = 0; i < woorden.length; i++) {
    const woord = woorden[i] ?? '';
    const klein = woord.toLowerCase();
    const staart = /-([^-]+)$/.exec(klein)?.[1];
    if (staart !== undefined && alsTussenvoegsel([staart]) !== undefined && i < woorden.length - 1) return i;
    if (i === woorden.length - 1) break;
    // "D." and "V." with a capital are initials, unless the line begins to read "v. Dijk".
    if (/^\p{Lu}\.?$/u.test(woord)) continue;
    for (let n = Math.min(3, woorden.length - 1 - i); n >= 1; n--) {
      const deel = woorden.slice(i, i + n);
      if (alsTussenvoegsel(deel) === undefined) continue;
      // "Do Jansen", "Le Thi": a prefix that is also a given name counts only behind another word.
      if (i === 0 && n === 1 && isBekendeVoornaam(klein)) continue;
      return i;
    }
    if (i > 0 && ARABISCHE_VOORVOEGSELS.includes(klein)) return i;
  }
  return undefined;
}

function natuurlijk(woorden: readonly string[], uit: Bouw, twijfels: Twijfel[]): void {
  if (woorden.length === 0) return;
  const begin = beginAchternaam(woorden);
  const laatste = woorden.at(-1) ?? '';
  if (begin === 0 && isBekendeVoornaam(laatste)) {
    const kern = splitsTussenvoegsel(woorden.join(' ')).kern.split(' ');
    if (kern.length >= 2) {
      // "van der Meer Jan": surname first, without a comma.
      zetVoornamen(uit, [laatste]);
      zetAchternaam(uit, woorden.slice(0, -1).join(' '), twijfels);
      twijfels.push({ veld: 'naam', zin: 'Gelezen als achternaam met daarachter de voornaam. Klopt dat?' });
      return;
    }
  }
  if (begin !== undefined) {
    zetVoornamen(uit, woorden.slice(0, begin));
    zetAchternaam(uit, woorden.slice(begin).join(' '), twijfels);
    if (woorden.slice(1, begin).some((w) => !VOORLETTERS.test(w) && !isBekendeVoornaam(w)))
      twijfels.push({ veld: 'naam', zin: `${uit.voornamen} is gelezen als voornamen. Klopt dat?` });
    return;
  }
  if (woorden.length === 1) {
    const [enige = ''] = woorden;
    const aangesproken = uit.aanduiding?.split(', ').some((w) => AANSPREEK.has(w)) ?? false;
    if (aangesproken || (/-/.test(enige) && !isBekendeVoornaam(enige.split('-')[0] ?? '')))
      zetAchternaam(uit, enige, twijfels);
    else {
      zetVoornamen(uit, woorden);
      if (uit.voornamen !== undefined && !isBekendeVoornaam(enige)) {
        twijfels.push({ veld: 'naam', zin: 'Eén naam: gelezen als voornaam. Is het de achternaam?' });
      }
    }
    return;
  }
  zetVoornamen(uit, woorden.slice(0, -1));
  zetAchternaam(uit, woorden.at(-1) ?? '', twijfels);
  if (
    woorden.length >= 3 &&
    woorden.slice(1, -1).some((w) => !VOORLETTERS.test(w) && !isBekendeVoornaam(w))
  ) {
    twijfels.push({ veld: 'naam', zin: 'Alleen het laatste woord is als achternaam gelezen. Klopt dat?' });
  }
}
