// SPDX-License-Identifier: EUPL-1.2
// In a line that a worker types, where someone lives: "uit Emmen", "te Damascus", a town at the end, a street with a number.
// A surname may look just like it ("Emmen", "te Velde", "uit den Bogaard"): what is a guess is said as one.
import { beginAchternaam, isVoorletter } from './invoernaam.ts';
import { ADRES, type Bouw, type Neem, type NietBegrepen, PLEK, type Twijfel } from './invoervorm.ts';
import { alsTussenvoegsel, isBekendeVoornaam, nette, vouw } from './naam.ts';
import { ARABISCHE_VOORVOEGSELS } from './namenlijst.ts';
import { PLAATSEN } from './plaatsenlijst.ts';

/** "Nieuw-Amsterdam" is also typed as two words. */
const sleutelVan = (s: string) => vouw(s).replaceAll('-', ' ');
const BEKEND: ReadonlyMap<string, string> = new Map(PLAATSEN.map((p) => [sleutelVan(p), p]));
const LANGSTE = 4;

const woordenVan = (s: string) => s.split(/[\s,;:()\uE000\uE001]+/).filter((w) => /\p{L}/u.test(w));

/** How many of the first words are a known town, as many as can be. */
function plaatsVooraan(woorden: readonly string[]): number {
  for (let n = Math.min(LANGSTE, woorden.length); n >= 1; n--)
    if (BEKEND.has(sleutelVan(woorden.slice(0, n).join(' ')))) return n;
  return 0;
}
function plaatsAchteraan(woorden: readonly string[]): number {
  for (let n = Math.min(LANGSTE, woorden.length); n >= 1; n--)
    if (BEKEND.has(sleutelVan(woorden.slice(-n).join(' ')))) return n;
  return 0;
}

/** A town as it is written; one that we do not know as it was typed. */
function alsPlaats(woorden: readonly string[]): string {
  const getypt = woorden.join(' ');
  return BEKEND.get(sleutelVan(getypt)) ?? woorden.map(nette).join(' ');
}

/** True when a name must follow: a prefix, also behind a hyphen ("Jansen-de"), and words as "geboren". */
function vraagtOmNaam(woord: string): boolean {
  const staart = woord.toLowerCase().split('-').at(-1) ?? '';
  return (
    alsTussenvoegsel([staart]) !== undefined ||
    ARABISCHE_VOORVOEGSELS.includes(staart) ||
    /^(?:geb(?:oren|\.)?|met|e\/v|e\.v\.)$/.test(staart)
  );
}

/** True when these words hold a surname already, so that what comes behind is something else. */
function isVolledig(woorden: readonly string[]): boolean {
  const laatste = woorden.at(-1) ?? '';
  if (woorden.length === 0 || vraagtOmNaam(laatste)) return false;
  if (beginAchternaam(woorden) !== undefined) return true;
  return woorden.length >= 2 && !isBekendeVoornaam(laatste) && !isVoorletter(laatste);
}

const STRAATSOORT =
  'straat|str\\.|weg|laan|plein|hof|kade|singel|gracht|dijk|pad|plantsoen|steeg|dreef|markt|erf|kamp|baan|brink|akker|wal|kanaal|park|ring|wijk|plaats|veen|horst|drift|oever|hage';
/** First words of a street of more than one: "Lange Nieuwstraat", "Burg. Tilanusstraat". No prefix of a surname. */
const STRAATBEGIN =
  '(?:lange|korte|oude|nieuwe|grote|kleine|eerste|tweede|derde|noorder|zuider|ooster|wester|sint|st\\.|burg\\.|burgemeester|koningin|koning|prins|prinses|professor|dokter|pastoor) ';
const NUMMER =
  '(\\d{1,5})(?: ?-? ?([a-z])(?![\\p{L}\\d.]))?(?![\\d./-])(?! ?(?:jaar|jr|mnd|maand|week|weken)(?!\\p{L}))';
const EERSTE_WOORDEN = new RegExp(`(?<![\\p{L}'-])${STRAATBEGIN}{1,2}$`, 'iu');
/** These end surnames too: with a number that can be a year of birth they are one. */
const OOK_ACHTERNAAM =
  /(dijk|hof|weg|pad|veen|horst|kamp|brink|wijk|wal|park|ring|drift|akker|plaats|markt)$/i;

/** A street that says that it is one, with its number. Before the dates: its number is none. */
export function leesStraat(neem: Neem, uit: Bouw, twijfels: Twijfel[], peiljaar: number): void {
  neem(
    new RegExp(`(?<![\\p{L}'-])(\\p{L}[\\p{L}.'-]*(?:${STRAATSOORT})) ${NUMMER}`, 'giu'),
    (m, rest) => {
      if (uit.straat !== undefined || uit.huisnummer !== undefined) return false;
      const woord = m[1] ?? '';
      const zeker = !OOK_ACHTERNAAM.test(woord);
      // A surname may end like a street ("Hoogendijk 1984"): a number that can be a birth year is not a house number.
      if (!zeker && Number(m[2]) >= 1900 && Number(m[2]) <= peiljaar) return false;
      const voor = rest.slice(0, m.index);
      const stuk = /[^,;:\uE000\uE001]*$/.exec(voor)?.[0] ?? '';
      const ervoor = woordenVan(stuk);
      const alleenVoorvoegsel = ervoor.length > 0 && alsTussenvoegsel(ervoor) !== undefined;
      // Behind a comma, and where nothing but a prefix stands before it, all is street: "Jan van Galenstraat".
      const los = woordenVan(voor.slice(0, voor.length - stuk.length)).length > 0 || alleenVoorvoegsel;
      const volledig = isVolledig(woordenVan(voor));
      if (!zeker && ervoor.length > 0 && !los && !volledig) return false;
      const meer = los ? stuk.trimStart() : (EERSTE_WOORDEN.exec(stuk)?.[0] ?? '');
      zetStraat(uit, `${meer}${woord}`, m[2], m[3]);
      // "Verlaan 12" behind a given name alone may be the surname, with an age.
      if (!los && ervoor.length > 0 && !(zeker && volledig)) twijfel(twijfels, uit);
      return { vanaf: -meer.length };
    },
    ADRES,
  );
}

/** Any words with a number behind a whole name; after the dates and ages, so that the number is none of those. */
export function leesWoordMetNummer(neem: Neem, uit: Bouw, twijfels: Twijfel[]): void {
  if (uit.straat !== undefined || uit.huisnummer !== undefined) return;
  neem(
    new RegExp(
      `(?<![\\p{L}'-])((?:${STRAATBEGIN}){0,2}\\p{L}[\\p{L}'-]+) ${NUMMER}(?=\\s*(?:[,;\uE000]|$|(?:te|in|uit) |\\p{L}))`,
      'giu',
    ),
    (m, rest) => {
      if (uit.straat !== undefined) return false;
      const voor = rest.slice(0, m.index);
      const los = /[,;\uE000] *$/.test(voor) && woordenVan(voor).length > 0;
      const woorden = woordenVan(m[1] ?? '');
      if (BEKEND.has(sleutelVan(woorden.at(-1) ?? ''))) return false;
      // Of "Jan van der Linden 15" nothing is a street.
      if (!los && !isVolledig(woordenVan(voor))) return false;
      zetStraat(uit, m[1] ?? '', m[2], m[3]);
      twijfel(twijfels, uit);
      return true;
    },
    ADRES,
  );
}

function zetStraat(uit: Bouw, straat: string, nummer = '', letter?: string): void {
  const netjes = straat
    .split(' ')
    .map((w) => (alsTussenvoegsel([w]) === undefined ? nette(w) : w.toLowerCase()))
    .join(' ');
  uit.straat = netjes.slice(0, 1).toUpperCase() + netjes.slice(1);
  uit.huisnummer = Number(nummer);
  if (letter !== undefined) uit.huisletter = letter.toUpperCase();
}

function twijfel(twijfels: Twijfel[], uit: Bouw): void {
  twijfels.push({
    veld: 'adres',
    zin: `${uit.straat} ${uit.huisnummer}${uit.huisletter ?? ''} is gelezen als straat en huisnummer. Klopt dat?`,
  });
}

const ZEKER = '(?:woont|wonend|wonende|woonachtig|verblijft|verblijvend|verblijvende) (?:in|te)|woonplaats:?';
const VOORZETSEL = new RegExp(
  `(?<![\\p{L}'-])(${ZEKER}|(?:(?:komt|afkomstig) )?uit|te|in) +(?=[\\p{L}'])`,
  'giu',
);
const LIDWOORD = /^(?:de|den|der|het|'t|ten|ter|la|le)$/i;

/**
 * Takes the town out of what is left of the line. What stands behind a date or an address and is no name comes back as
 * something that was not understood.
 * @returns what is left
 */
export function leesWoonplaats(
  tekst: string,
  uit: Bouw,
  nietBegrepen: NietBegrepen[],
  twijfels: Twijfel[],
): string {
  let rest = tekst;
  const zet = (woorden: readonly string[], gok: boolean): void => {
    uit.woonplaats = alsPlaats(woorden);
    if (gok) twijfels.push({ veld: 'adres', zin: `${uit.woonplaats} is gelezen als woonplaats. Klopt dat?` });
  };
  for (const m of rest.matchAll(VOORZETSEL)) {
    const vanaf = m.index + m[0].length;
    const stuk = /^[^,;:()\uE000\uE001]*/.exec(rest.slice(vanaf))?.[0] ?? '';
    const woorden = woordenVan(stuk);
    const voor = woordenVan(rest.slice(0, m.index));
    const zeker = /^(?:wo|ver)/i.test(m[1] ?? '');
    const bekend = plaatsVooraan(woorden);
    const volledig = isVolledig(voor);
    if (woorden.length === 0) continue;
    if (bekend === 0 && !zeker) {
      // "uit den Bogaard", "te Velde": a surname, where there is none yet.
      if (LIDWOORD.test(woorden[0] ?? '') || voor.length === 0) continue;
      // "in scheiding": a town has a capital, where capitals were typed.
      if (!/^\p{Lu}/u.test(woorden[0] ?? '') && /\p{Lu}/u.test(rest)) continue;
      if (!volledig && /^te$/i.test(m[1] ?? '')) continue;
    }
    const hoofd = woorden.findIndex((w) => !/^\p{Lu}/u.test(w));
    const n = bekend || Math.max(1, Math.min(3, hoofd < 0 ? woorden.length : hoofd));
    const plaats = woorden.slice(0, n);
    zet(plaats, !zeker && !(bekend > 0 && volledig));
    const eind =
      vanaf +
      rest.slice(vanaf).indexOf(plaats.at(-1) ?? '', plaats.slice(0, -1).join(' ').length) +
      (plaats.at(-1) ?? '').length;
    rest = `${rest.slice(0, m.index)}${ADRES}${rest.slice(eind)}`;
    break;
  }

  // In pieces: a date, an address or a comma ends a name.
  const stukken = rest.split(/([,\uE000\uE001])/);
  let naam: string[] = [];
  for (let i = 0; i < stukken.length; i += 2) {
    const stuk = stukken[i] ?? '';
    const woorden = woordenVan(stuk);
    if (woorden.length === 0) continue;
    const na = i === 0 ? '' : (stukken[i - 1] ?? '');
    const volledig = isVolledig(naam);
    const n = uit.woonplaats === undefined ? plaatsAchteraan(woorden) : 0;
    const voor = woorden.slice(0, woorden.length - n);
    if (n > 0 && voor.length === 0 && naam.length > 0) {
      // "Jan, Emmen" may be a surname that stands behind: only after a whole name it is no guess.
      zet(woorden, !volledig);
      stukken[i] = ' ';
    } else if (n > 0 && isVolledig([...naam, ...voor])) {
      zet(woorden.slice(-n), na !== ADRES);
      stukken[i] = ` ${voor.join(' ')} `;
      naam.push(...voor);
    } else if (volledig && na === ADRES && uit.woonplaats === undefined && woorden.length <= 3) {
      zet(woorden, true);
      stukken[i] = ' ';
    } else if (
      volledig &&
      beginAchternaam(naam) !== 0 &&
      (na === ADRES || na === PLEK) &&
      alsTussenvoegsel(woorden.slice(0, 1)) === undefined
    ) {
      // Behind a whole name and a date it is no part of the name that was said before it.
      nietBegrepen.push({ tekst: woorden.join(' '), reden: 'Hoort dit bij de naam, of is het iets anders?' });
      stukken[i] = ' ';
    } else naam = [...naam, ...woorden];
  }
  return stukken.join('').replaceAll(ADRES, ' ');
}

/** A surname that is a town as well, with nothing else that says which of the two. */
export function twijfelAanPlaatsnaam(uit: Bouw, twijfels: Twijfel[]): void {
  if (uit.achternaam === undefined || uit.tussenvoegsel !== undefined || uit.woonplaats !== undefined) return;
  if (!BEKEND.has(sleutelVan(uit.achternaam)) || uit.partnerAchternaam !== undefined) return;
  twijfels.push({ veld: 'naam', zin: `${uit.achternaam} is ook een plaats. Is het de achternaam?` });
}
