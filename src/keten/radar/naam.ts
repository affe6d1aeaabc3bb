// SPDX-License-Identifier: EUPL-1.2
/** Names, read the Dutch way: folded for comparing, prefix apart, double names in both orders, call names in families. */
import {
  ANDER_SCHRIFT,
  ARABISCHE_VOORVOEGSELS,
  NAAMFAMILIES,
  TUSSENVOEGSEL_KORT,
  TUSSENVOEGSELS,
} from './namenlijst.ts';

const LOSSE_LETTERS: Readonly<Record<string, string>> = {
  ...{
    ı: 'i',
    ø: 'o',
    ł: 'l',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    ŋ: 'n',
    ə: 'e',
    ĸ: 'k',
  },
};

/** Printable ASCII: nothing to compose, to unmark or to spell in Latin. */
const GEWOON = /^[ -~]*$/;

/**
 * Folds text for comparing: lower case, no diacritics, no emoji or signs; other scripts spelled in Latin where our
 * table knows the sign (otherwise the sign stays, so that equal still equals equal). Never shown or stored as a name.
 * @returns letters, digits, single spaces, hyphens and apostrophes
 */
export function vouw(tekst: string): string {
  // most names are plain letters, and are folded a great many times
  if (GEWOON.test(tekst))
    return tekst
      .toLowerCase()
      .replace(/`/g, "'")
      .replace(/[^a-z0-9' -]/g, ' ')
      .replace(/ {2,}/g, ' ')
      .trim();
  // Composed signs first (й is not и with a mark), and again for what loses its mark (ἀ becomes α).
  return inLatijn(
    inLatijn(tekst.normalize('NFKC').toLowerCase().normalize('NFC')).normalize('NFKD').replace(/\p{M}/gu, ''),
  )
    .replace(/[’‘`´ʼʹ]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/[^\p{L}\p{N}' -]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function inLatijn(tekst: string): string {
  let uit = '';
  for (const teken of tekst) uit += LOSSE_LETTERS[teken] ?? ANDER_SCHRIFT[teken] ?? teken;
  return uit;
}

/** True when a letter of another script than Latin is in the text: the Latin spelling is then a guess (twijfel). */
export function isAnderSchrift(tekst: string): boolean {
  return /[^\P{L}\p{Script=Latin}ʼʹ]/u.test(tekst);
}

export interface GesplitsteNaam {
  /** Lower case, words apart by one space; '' when there is none. 'v.d.' stays 'v.d.': de, den or der is not known. */
  readonly tussenvoegsel: string;
  /** The surname without prefix, as written. */
  readonly kern: string;
}

const VOORVOEGSEL_SET: ReadonlySet<string> = new Set(TUSSENVOEGSELS);

/** One or more words that form a prefix → how we write it; undefined when they do not. */
export function alsTussenvoegsel(woorden: readonly string[]): string | undefined {
  const vast = woorden
    .map((w) => w.toLowerCase().replace(/[’‘`´]/g, "'"))
    .join(' ')
    .trim();
  if (vast === '') return undefined;
  const zonderPunt = vast.replace(/[./]/g, '').replace(/\s+/g, '');
  if (VOORVOEGSEL_SET.has(vast)) return vast;
  const kort = TUSSENVOEGSEL_KORT[zonderPunt];
  if (kort !== undefined && (woorden.length === 1 || /\./.test(vast))) return kort;
  if (woorden.length === 1 && (vast === 'v.' || vast === 'v')) return 'van';
  const geplakt = /^(van|in|op|aan|uit)(de|den|der|'t)$/.exec(vast);
  if (geplakt !== null) return `${geplakt[1]} ${geplakt[2]}`;
  return undefined;
}

/** Sets spaces where people glue: `v.d.Berg`, `van't Hof`, `v/d Berg`, `d'Hondt`. */
function losgemaakt(naam: string): string {
  if (!/['’‘`´./]/.test(naam)) return naam.replace(/\s+/g, ' ').trim();
  return naam
    .replace(/[’‘`´]/g, "'")
    .replace(/\bv\s?\/\s?d\b\.?/gi, 'v.d.')
    .replace(/^((?:[vao]\.\s?d\.|v\.)\s?(?:[nr]\.)?)(?=\p{L}{2})/iu, '$1 ')
    .replace(/\b(van|in|op|aan|uit|bij)'t\b/gi, "$1 't")
    .replace(/(^|\s)(d|l)'(?=\p{L})/giu, "$1$2' ")
    .replace(/(^|\s)'([ts])(?=\p{Lu})/gu, "$1'$2 ")
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Splits a surname in prefix and core: `v.d. Berg` → `v.d.` + `Berg`; `'t Hooft` → `'t` + `Hooft`.
 * At least one word stays in the core.
 */
export function splitsTussenvoegsel(achternaam: string): GesplitsteNaam {
  const woorden = losgemaakt(achternaam).split(' ');
  for (let n = Math.min(3, woorden.length - 1); n >= 1; n--) {
    const tv = alsTussenvoegsel(woorden.slice(0, n));
    if (tv !== undefined) return { tussenvoegsel: tv, kern: woorden.slice(n).join(' ') };
  }
  return { tussenvoegsel: '', kern: woorden.join(' ') };
}

export interface DubbeleNaam {
  readonly achternaam: GesplitsteNaam;
  /** Set when the name was written as `partner-eigen`, the Dutch order. */
  readonly partner?: GesplitsteNaam;
}

/**
 * Reads a surname that may hold two: `Jansen-de Vries` is partner Jansen, own name de Vries (Dutch order: partner
 * first). A hyphenated name can also be one name; whoever compares therefore looks at the parts and the whole.
 */
export function leesAchternaam(tekst: string): DubbeleNaam {
  const delen = losgemaakt(tekst)
    .split(/\s*[-‐‑‒–—]\s*/)
    .filter((d) => d !== '');
  const [eerste, tweede] = delen;
  if (delen.length === 2 && eerste !== undefined && tweede !== undefined) {
    // El-Amrani is one name, not that of a partner El.
    if (ARABISCHE_VOORVOEGSELS.includes(vouw(eerste)))
      return { achternaam: splitsTussenvoegsel(`${eerste} ${tweede}`) };
    return { partner: splitsTussenvoegsel(eerste), achternaam: splitsTussenvoegsel(tweede) };
  }
  return { achternaam: splitsTussenvoegsel(tekst) };
}

/** The letters of a surname core without prefix, spaces, hyphens: what is compared (`Berg` → `berg`). */
export function naamKern(kern: string): string {
  const g = vouw(kern);
  const woorden = g.split(' ');
  const zonder =
    woorden.length > 1 && ARABISCHE_VOORVOEGSELS.includes(woorden[0] ?? '') ? woorden.slice(1) : woorden;
  return zonder.join('').replace(/[' -]/g, '');
}

const GEPLAKT_VOOR = /^(vanden|vander|vande|van|der|den|ter|ten|de|el|al|ben)(?=\p{L}{4})/u;

/** `vandenberg` → `berg`; undefined when the name does not begin like a glued prefix. Only for extra comparing. */
export function zonderGeplaktVoorvoegsel(kern: string): string | undefined {
  const kort = kern.replace(GEPLAKT_VOOR, '');
  return kort === kern ? undefined : kort;
}

const FAMILIE_VAN: ReadonlyMap<string, readonly number[]> = (() => {
  const kaart = new Map<string, number[]>();
  NAAMFAMILIES.forEach((leden, i) => {
    for (const lid of leden) {
      const lijst = kaart.get(lid);
      if (lijst === undefined) kaart.set(lid, [i]);
      else if (!lijst.includes(i)) lijst.push(i);
    }
  });
  return kaart;
})();

const GEEN: readonly number[] = [];

/** Numbers of the name families that a folded given name belongs to (Bert: Albertus, Hubertus, …). */
export function naamfamilies(voornaam: string): readonly number[] {
  return FAMILIE_VAN.get(voornaam) ?? GEEN;
}

const BEGINLETTERS: ReadonlyMap<string, string> = (() => {
  const kaart = new Map<string, Set<string>>();
  for (const [lid, families] of FAMILIE_VAN) {
    const letters = new Set([lid.charAt(0)]);
    for (const f of families) for (const ander of NAAMFAMILIES[f] ?? []) letters.add(ander.charAt(0));
    kaart.set(lid, letters);
  }
  return new Map([...kaart].map(([lid, letters]) => [lid, [...letters].join('')]));
})();

/** The first letters under which a folded given name may stand: its own and those of its families (Rik: r, h, f). */
export function beginlettersVan(voornaam: string): string {
  return BEGINLETTERS.get(voornaam) ?? voornaam.charAt(0);
}

/** True when our list knows this word as a given name. */
export function isBekendeVoornaam(woord: string): boolean {
  return FAMILIE_VAN.has(vouw(woord));
}

/** Given names as folded words of two letters or more, and the initials (folded, in order). */
export function leesVoornamen(
  voornamen: string | undefined,
  voorletters?: string,
): { namen: readonly string[]; letters: string; achterop: string } {
  const woorden: string[] = [];
  let letters = '';
  const ruw = (voornamen ?? '').replace(/[()[\]"“”/,;]/g, ' ').trim();
  const stukken = ruw === '' ? [] : ruw.split(/\s+/);
  // A prefix that slipped behind the given names ("Jan van der" + "Meer") is not a given name.
  let achterop = '';
  for (let n = Math.min(3, stukken.length - 1); n >= 1; n--) {
    const tv = alsTussenvoegsel(stukken.slice(-n));
    if (tv !== undefined) {
      achterop = tv;
      stukken.length -= n;
      break;
    }
  }
  for (const stuk of stukken) {
    if (/^(\p{Lu}\p{Ll}?\.)+\p{Lu}?\.?$/u.test(stuk) || /^\p{L}\.?$/u.test(stuk)) {
      letters += vouw(stuk)
        .replace(/[^\p{L}]/gu, '')
        .slice(0, 4);
      continue;
    }
    for (const woord of vouw(stuk).split(/[ -]/)) {
      const kaal = woord.replace(/'/g, '');
      if (kaal.length >= 2 || (kaal.length === 1 && /[^a-z]/.test(kaal))) {
        woorden.push(kaal);
        letters += kaal.charAt(0);
      } else if (kaal.length === 1) letters += kaal;
    }
  }
  const los = voorletters === undefined ? '' : vouw(voorletters).replace(/[^\p{L}]/gu, '');
  // Written initials count only where no name stands: names know more.
  return { namen: woorden, letters: woorden.length > 0 || los === '' ? letters || los : los, achterop };
}

/** Capital where a name wants one, for words typed all small or all in capitals: `van den berg` keeps its prefix small. */
export function nette(woord: string): string {
  if (woord !== woord.toLowerCase() && woord !== woord.toUpperCase()) return woord;
  if (woord.length === 1) return woord.toUpperCase();
  return woord
    .toLowerCase()
    .replace(/^ij/, 'IJ')
    .replace(/(^|[-' ])(\p{L})/gu, (_, voor: string, letter: string) => voor + letter.toUpperCase());
}
