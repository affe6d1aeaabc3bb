// SPDX-License-Identifier: EUPL-1.2
import { STRAATWOORDEN } from '../../kern/uitspraak/afscherming.ts';
import { vouw } from '../../kern/uitspraak/vouw.ts';
import { MAANDWOORDEN } from '../../platform/clock/datumlezer.ts';

export const SPOREN = ['bsn', 'postcode', 'datum', 'telefoon', 'email', 'straat'] as const;
/** What in a text may point at a family. */
export type Spoor = (typeof SPOREN)[number];

const zin = (nl: string, en: string) => ({
  nl: `${nl} Een advies bewaart geen gegevens van het gezin.`,
  en: `${en} Advice keeps no data of the family.`,
});
export const SPOORZINNEN: Readonly<Record<Spoor, { nl: string; en: string }>> = {
  bsn: zin('Hier staat een getal van negen cijfers (een BSN?).', 'Here is a number of nine digits (a BSN?).'),
  postcode: zin('Hier staat een postcode.', 'Here is a post code.'),
  datum: zin(
    'Hier staat een datum die een geboortedatum kan zijn.',
    'Here is a date that may be a birth date.',
  ),
  telefoon: zin('Hier staat een telefoonnummer.', 'Here is a telephone number.'),
  email: zin('Hier staat een e-mailadres.', 'Here is an e-mail address.'),
  straat: zin('Hier staat een straat met een huisnummer.', 'Here is a street with a house number.'),
};

/** Nine digits, also in groups; or said to be a BSN, with a digit lost. */
const BSN = [
  /(?<!\d)\d{9}(?!\d)/u,
  /(?<![\d+]|\d[ .-])(?=(?:[ .-]?\d){9}(?![ .-]?\d))\d{2,4}([ .-])\d{2,4}(?:\1\d{2,4})+/u,
  /(?<!\p{L})(?:bsn|sofi(?:nummer)?|burgerservicenummer)(?!\p{L})\D{0,8}\d(?:[ .-]?\d){6,8}/iu,
];

/** Two small letters behind a year or a number are mostly a word: "in 2024 is zij". */
const WOORDJE =
  'a[flmnst]|b[evy]|cm|d[aeo]|e[nr]|g[ao]|h[ae]|i[fknst]|j[ae]|k[gm]|la|m[aegly]|n[alru]|o[fmnpr]|so|t[eo]|u[psuw]|we|z[eo]';
const POSTCODE = [
  /(?<![\p{L}\d])[1-9]\d{3}[ -]?(?!S[ADS])[A-Z]{2}(?!\p{L})/u,
  new RegExp(
    `(?<![\\p{L}\\d])[1-9]\\d{3}(?:[a-z]{2}|[ -](?!(?:${WOORDJE})(?!\\p{L}))[a-z]{2})(?!\\p{L})`,
    'iu',
  ),
];

const MAAND = `(?:${MAANDWOORDEN.join('|')})(?!\\p{L})\\.?`;
const DAG_MAAND = `(?<!\\d)\\d{1,2}(?:e|ste|de)?[ .-]{0,3}${MAAND}`;
const JAAR = '(?:19|20)\\d{2}(?!\\d)';
const GEBOORTE = '(?<!\\p{L})(?:geb\\.|geb(?:oren)?|geboorte(?:datum|dag)|jarig|verjaar(?:t|dag))(?!\\p{L})';
/** With a year a date may be a birth date; without one only where it is said to be. */
const DATUM = [
  /(?<!\d|\d[-/.])\d{1,2}[-/.] ?\d{1,2}[-/.] ?'?(?:(?:19|20)\d{2}|\d{2})(?!\d|[-/.]\d)/u,
  new RegExp(`(?<!\\d|\\d[-/.])\\d{1,2} \\d{1,2} ${JAAR}`, 'u'),
  /(?<![\d-])(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/u,
  new RegExp(`(?<!\\d)(?:(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])${JAAR})`, 'u'),
  /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/u,
  new RegExp(`${DAG_MAAND}[ .,-]{0,3}(?:${JAAR}|'\\d{2}(?!\\d))`, 'iu'),
  new RegExp(
    `${GEBOORTE}[^.\\n]{0,25}?(?:${DAG_MAAND}|(?<!\\p{L})${MAAND}[ ,]{1,2}${JAAR}|(?<!\\d)\\d{1,2}[-/]\\d{1,2}(?!\\d))`,
    'iu',
  ),
  new RegExp(`${DAG_MAAND}[^.\\n]{0,15}?${GEBOORTE}`, 'iu'),
];

/** Ten digits after one nought, or a country in front. Short numbers to call for help (112, 0800-2000) are of nobody. */
const TELEFOON =
  /(?<![\d+])(?:\(?0[1-9]\)?(?:[ ().-]{0,3}\d){8}|(?:\+|00)[1-9]\d(?:[ ().-]{0,3}\d){7,12})(?!\d)/;
const EMAIL = /(?<![^\s@<>()])[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}/u;

/** Ends of a street that end other words too: only where it is written as a name. */
const OOK_GEWOON: readonly string[] = ['weg', 'pad', 'hof', 'park', 'prk', 'dijk'];
const STRAAT = STRAATWOORDEN.join('|');
const VAST_STRAAT = STRAATWOORDEN.filter((w) => !OOK_GEWOON.includes(w)).join('|');
const BEGIN = '(?<![\\p{L}\\p{N}])(?![Oo]nderweg|[Hh]alverweg|[Ss]nelweg|[Ss](?:chool|peel)plein)';
/** What is counted: then the number is of no house. */
const GETELD =
  '(?:keer|maal|x|uur|min(?:uten|uut)?|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren|kinderen|mensen|meter|km|euro)(?!\\p{L})';
const STRAAT_MET_NUMMER = [
  new RegExp(`${BEGIN}\\p{Lu}\\p{L}{1,40}(?:${STRAAT})\\.? {0,2}\\d{1,5}(?!\\d| ?${GETELD})`, 'u'),
  new RegExp(
    `${BEGIN}\\p{L}{2,40}(?:${VAST_STRAAT})\\.? {0,2}\\d{1,5}(?: ?[a-z](?!\\p{L}))?(?=\\s*(?:[,.;:)]|$)|\\s+(?:in|te)\\s)`,
    'iu',
  ),
];

const PATRONEN: Readonly<Record<Spoor, readonly RegExp[]>> = {
  bsn: BSN,
  postcode: POSTCODE,
  datum: DATUM,
  telefoon: [TELEFOON],
  email: [EMAIL],
  straat: STRAAT_MET_NUMMER,
};

/**
 * What in a text of an advies may point at a family. A warning, not a judgement: the worker decides and may say that it
 * is about nobody in particular. An advies holds no identifying data (handbook 0 and 1.4, S:8, S:20).
 */
export function herkenbaar(tekst: string): Spoor[] {
  const { vlak } = vouw(tekst);
  return SPOREN.filter((s) => PATRONEN[s].some((p) => p.test(vlak)));
}
