// SPDX-License-Identifier: EUPL-1.2
/**
 * The rows of one or two files, made ready for comparing: every value normalised once, numbered once per distinct value,
 * and kept in shared arrays so that threads read them without copying. What a field is decides how it is compared.
 */
import { alsTussenvoegsel, leesVoornamen, vouw } from '../naam.ts';
import { NIVEAUS } from '../vergelijking.ts';
import { type Naamvorm, naamvormen, telefoonKern } from '../vermelding.ts';
import { leesReeks, nummerKenmerk, tekstKenmerk } from './kenmerk.ts';
import type { Soort } from './velden.ts';

/** How two values are compared. */
export type Vorm =
  | 'achternaam'
  | 'voornaam'
  | 'geboorte'
  | 'nummer'
  | 'postcode'
  | 'huisnummer'
  | 'tekst'
  | 'telefoon'
  | 'email'
  | 'klasse';

/** What a field says about: relatives share family and house, twins the birth date too, a namesake the given name. */
export type Rol = 'familie' | 'voornaam' | 'geboorte' | 'kenmerk' | 'huis' | 'los';

/** Levels per form, weakest first. Names and birth dates have those of the live radar. */
export const VORM_NIVEAUS: Readonly<Record<Vorm, readonly string[]>> = {
  achternaam: NIVEAUS.achternaam,
  voornaam: NIVEAUS.voornaam,
  geboorte: NIVEAUS.geboorte,
  nummer: ['anders', 'lijkt', 'bijna', 'gelijk'],
  postcode: ['anders', 'streek', 'bijna', 'gelijk'],
  huisnummer: ['anders', 'bijna', 'gelijk'],
  tekst: ['anders', 'deel', 'lijkt', 'verwisseld', 'bijna', 'gelijk'],
  telefoon: ['anders', 'bijna', 'gelijk'],
  email: ['anders', 'lijkt', 'lokaal', 'bijna', 'gelijk'],
  klasse: ['anders', 'gelijk'],
};

export interface Vergelijking {
  readonly naam: string;
  readonly vorm: Vorm;
  readonly rol: Rol;
  /** The comparison that this one depends on (place in the list), or −1; e.g. the town follows from the postcode. */
  readonly ouder: number;
  /** Level of the parent from which it counts as agreeing. */
  readonly ouderVanaf: number;
  /** Number of the value per row; −1 = not known. */
  readonly waarde: Int32Array;
  /** The distinct values, normalised. */
  readonly woorden: readonly string[];
  /** The other column of the same kind with which this one may have been swapped, or −1. */
  readonly kruis: number;
  /** Of numbers that run on: each value as a number (`leesReeks`). */
  readonly reeks: Float64Array | undefined;
}

export const ACHTERNAMEN = 4;
export const VOORNAMEN = 3;

export interface Register {
  /** Rows of both files; the rows of the first come first. */
  readonly n: number;
  /** Rows of the first file. Equal to `n` when there is one file, which is then linked with itself. */
  readonly nA: number;
  readonly vergelijkingen: readonly Vergelijking[];
  /** Surnames per row (`ACHTERNAMEN` places, −1 = none), numbers in `vormen`. */
  readonly achternamen: Int32Array;
  readonly vormen: { readonly kern: readonly string[]; readonly heel: readonly string[] };
  /** Given names per row (`VOORNAMEN` places), numbers in `voornaamWoorden`. */
  readonly voornamen: Int32Array;
  readonly voornaamWoorden: readonly string[];
  /** Initials per row, numbers in `letterWoorden`; −1 = none. */
  readonly letters: Int32Array;
  readonly letterWoorden: readonly string[];
  /** All given names of a row glued, as a number; two rows with the same number wrote the same names. */
  readonly voornaamHeel: Int32Array;
  /**
   * All that is compared of a row side by side, so that a pair of rows is two places in memory: per comparison the number
   * of its value and its mark (`kenmerk.ts`; of a birth date its digits), then surnames, given names, initials and
   * `voornaamHeel`.
   */
  readonly rijen: Int32Array;
  readonly breedte: number;
}

/** Gives every distinct text a number, in the order of first appearance. */
class Woordenboek {
  readonly woorden: string[] = [];
  private readonly nummers = new Map<string, number>();
  nummer(woord: string): number {
    const bekend = this.nummers.get(woord);
    if (bekend !== undefined) return bekend;
    const nieuw = this.woorden.length;
    this.woorden.push(woord);
    this.nummers.set(woord, nieuw);
    return nieuw;
  }
}

export function deelbaar(n: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Math.max(1, n) * 4)).fill(-1, 0, Math.max(1, n));
}

const LEEG: ReadonlySet<string> = new Set(
  [
    'null',
    'nan',
    'none',
    'n/a',
    'na',
    '-',
    '--',
    '?',
    '.',
    'onbekend',
    'unknown',
    'nil',
    'undefined',
  ].flatMap((x) => [x, x.toUpperCase(), x.charAt(0).toUpperCase() + x.slice(1)]),
);

function isLeeg(waarde: string): boolean {
  return waarde === '' || (waarde.length <= 9 && LEEG.has(waarde));
}

/** A column → numbers of what is read in it, each distinct text once. `lees` gives '' when nothing usable is in it. */
function nummer(
  kolom: Kolom,
  lees: (waarde: string) => string,
): { waarde: Int32Array; woorden: readonly string[] } {
  const boek = new Woordenboek();
  const gelezen = Int32Array.from(kolom.teksten, (w) => {
    const uit = isLeeg(w) ? '' : lees(w);
    return uit === '' ? -1 : boek.nummer(uit);
  });
  const waarde = deelbaar(kolom.nummers.length);
  for (let i = 0; i < waarde.length; i++) waarde[i] = gelezen[kolom.nummers[i] as number] as number;
  return { waarde, woorden: boek.woorden };
}

// ── One kind of value at a time ──────────────────────────────────────────────────────────────────────────────────────

const AANHEF: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof sir lady lord dame rev reverend hon captain capt major colonel dhr mevr mw drs ir ing'.split(
    ' ',
  ),
);
const ACHTERVOEGSEL = /^(jr|sr|junior|senior|ii|iii|iv|\d+(st|nd|rd|th)|phd|md|dds|dvm|esq)\.?$/i;

function zonderAanhef(tekst: string): string {
  const woorden = tekst.split(/\s+/);
  while (woorden.length > 1 && AANHEF.has((woorden[0] ?? '').toLowerCase().replace(/\.$/, '')))
    woorden.shift();
  return woorden.join(' ');
}

/** Given names and surname out of one field: `Jansen, Piet` or `Piet Jansen`; titles and what follows a number fall away. */
export function splitsVolledigeNaam(tekst: string): { voornaam: string; achternaam: string } {
  const [voorKomma = '', ...na] = tekst.split(',').map((x) => x.trim());
  const achter = na.join(' ').trim();
  const achterIsNaam =
    achter !== '' && !/\d/.test(achter) && !achter.split(/\s+/).every((w) => ACHTERVOEGSEL.test(w));
  if (achterIsNaam && voorKomma !== '') return { achternaam: voorKomma, voornaam: zonderAanhef(achter) };
  const woorden = zonderAanhef(voorKomma).split(/\s+/);
  while (woorden.length > 1 && ACHTERVOEGSEL.test(woorden.at(-1) ?? '')) woorden.pop();
  if (woorden.length < 2) return { voornaam: '', achternaam: woorden.join(' ') };
  let i = woorden.length - 1;
  for (let k = 1; k < woorden.length - 1; k++) {
    if (alsTussenvoegsel([woorden[k] ?? '']) !== undefined) {
      i = k;
      break;
    }
  }
  return { voornaam: woorden.slice(0, i).join(' '), achternaam: woorden.slice(i).join(' ') };
}

const MAANDEN: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan januari january',
    'feb februari february',
    'mrt mar maart march',
    'apr april',
    'mei may',
    'jun juni june',
    'jul juli july',
    'aug augustus august',
    'sep sept september',
    'okt oct oktober october',
    'nov november',
    'dec december',
  ].flatMap((rij, i) => rij.split(' ').map((woord) => [woord, i + 1])),
);

/**
 * A date in any usual form → jjjjmmdd, with zeros for what is not known; other text stays text (and equals only itself).
 * @param maandEerst 3/4/1980 is 4 March (true) or 3 April
 */
export function leesDatum(tekst: string, maandEerst: boolean): string {
  const t = tekst.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  const schoon = (j: string, m: string, d: string): string => {
    const jaar = j.padStart(4, '0');
    // An impossible day or month stays as it was given: it is a slip that can be compared digit by digit.
    return jaar === '0000' ? '' : `${jaar}${m.padStart(2, '0')}${d.padStart(2, '0')}`;
  };
  let m = /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/.exec(t);
  if (m !== null) {
    const [, j = '', mm = '', d = ''] = m;
    if (!/^(1[5-9]|20)/.test(j) && Number(t.slice(2, 4)) <= 12 && Number(t.slice(0, 2)) <= 31)
      return schoon(t.slice(4), t.slice(2, 4), t.slice(0, 2));
    return schoon(j, mm, d);
  }
  m = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(t);
  if (m !== null) return schoon(m[1] ?? '', m[2] ?? '', m[3] ?? '');
  m = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(t);
  if (m !== null) {
    const [, een = '', twee = '', j = ''] = m;
    const omgekeerd = Number(twee) > 12 || (maandEerst && Number(een) <= 12);
    return omgekeerd ? schoon(j, een, twee) : schoon(j, twee, een);
  }
  m = /^(\d{1,2})[- ]?([a-z]+)\.?[- ,]*(\d{4})$/i.exec(t);
  if (m !== null) {
    const maand = MAANDEN[(m[2] ?? '').toLowerCase()];
    if (maand !== undefined) return schoon(m[3] ?? '', String(maand), m[1] ?? '');
  }
  m = /^(\d{4})(?:[-/](\d{1,2}))?$/.exec(t);
  if (m !== null) return schoon(m[1] ?? '', m[2] ?? '0', '0');
  return vouw(t);
}

/** Which order do 3/4/1980-like dates of this column have? Only the days above 12 tell. */
function isMaandEerst(kolom: Kolom): boolean {
  let dagEerst = 0;
  let maandEerst = 0;
  for (const w of kolom.teksten) {
    const m = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{4}/.exec(w);
    if (m === null) continue;
    if (Number(m[1]) > 12) dagEerst++;
    else if (Number(m[2]) > 12) maandEerst++;
  }
  return maandEerst > dagEerst;
}

function leesNummer(tekst: string): string {
  const t = tekst.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  // 000000000 and 999999999 stand for "we do not know".
  return /^(.)\1*$/.test(t) && t.length > 2 ? '' : t;
}

function leesGeslacht(tekst: string): string {
  const t = vouw(tekst);
  if (/^(m|man|male|mannelijk|jongen|1)$/.test(t)) return 'm';
  if (/^(v|f|w|vrouw|female|vrouwelijk|meisje|2)$/.test(t)) return 'v';
  return /^(o|u|x|anders|0|9)$/.test(t) ? '' : t;
}

const leesTekst = (tekst: string): string => vouw(tekst).replace(/[-']/g, '');

const leesStraat = (tekst: string): string => leesTekst(tekst).replace(/(straat|str)$/, 'str');

const LEZERS: Readonly<Record<Soort, (tekst: string) => string>> = {
  voornaam: vouw,
  voorvoegsel: vouw,
  achternaam: vouw,
  volledigeNaam: vouw,
  geboortedatum: vouw,
  straat: leesStraat,
  huisnummer: (t) =>
    vouw(t)
      .replace(/[^\p{L}\p{N}]/gu, '')
      .replace(/^0+(?=\d)/, ''),
  postcode: (t) => t.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
  plaats: leesTekst,
  regio: leesTekst,
  bsn: leesNummer,
  identificatie: leesNummer,
  telefoon: (t) => telefoonKern(t) || leesNummer(t),
  email: (t) => t.toLowerCase().replace(/\s/g, ''),
  geslacht: leesGeslacht,
  beroep: leesTekst,
  vrij: leesTekst,
};

const VORM_VAN: Readonly<Partial<Record<Soort, readonly [Vorm, Rol]>>> = {
  geboortedatum: ['geboorte', 'geboorte'],
  straat: ['tekst', 'huis'],
  huisnummer: ['huisnummer', 'huis'],
  postcode: ['postcode', 'huis'],
  plaats: ['tekst', 'huis'],
  regio: ['tekst', 'huis'],
  bsn: ['nummer', 'kenmerk'],
  identificatie: ['nummer', 'kenmerk'],
  telefoon: ['telefoon', 'huis'],
  email: ['email', 'los'],
  geslacht: ['klasse', 'kenmerk'],
  beroep: ['tekst', 'los'],
  vrij: ['tekst', 'los'],
};

/** In this order, so that whoever depends on another comes after it. */
const VOLGORDE: readonly Soort[] = [
  'geboortedatum',
  'bsn',
  'identificatie',
  'telefoon',
  'email',
  'postcode',
  'straat',
  'huisnummer',
  'plaats',
  'regio',
  'geslacht',
  'beroep',
  'vrij',
];

export interface Kolom {
  readonly naam: string;
  readonly soort: Soort;
  /** Per row, those of the first file first, the number of its text. */
  readonly nummers: Int32Array;
  /** The distinct texts. */
  readonly teksten: readonly string[];
}

/** A column of loose texts. */
export function alsKolom(naam: string, soort: Soort, waarden: readonly string[]): Kolom {
  const boek = new Woordenboek();
  return { naam, soort, nummers: Int32Array.from(waarden, (w) => boek.nummer(w)), teksten: boek.woorden };
}

/**
 * Makes rows ready. Names of all columns together become one given name and one surname, because they depend on each other.
 * @param nA rows of the first file; equal to `n` when there is only one
 */
export function maakRegister(kolommen: readonly Kolom[], n: number, nA: number): Register {
  const van = (soort: Soort): readonly Kolom[] => kolommen.filter((k) => k.soort === soort);
  const uit: Vergelijking[] = [];
  const namen = leesNamen(van, n);
  const eersten = (lijst: Int32Array, plaatsen: number): Int32Array => {
    const eerste = deelbaar(n);
    for (let i = 0; i < n; i++) eerste[i] = lijst[i * plaatsen] as number;
    return eerste;
  };
  const bij = (
    v: Omit<Vergelijking, 'kruis' | 'reeks' | 'ouder' | 'ouderVanaf'>,
    ouder?: string,
    vanaf = 0,
  ): void => {
    const plek = ouder === undefined ? -1 : uit.findIndex((x) => x.naam === ouder);
    const reeks = v.vorm === 'nummer' ? leesReeks(v.woorden) : undefined;
    uit.push({ ...v, kruis: -1, reeks, ouder: plek, ouderVanaf: vanaf });
  };
  const heeftAchternaam = van('achternaam').length + van('volledigeNaam').length > 0;
  const heeftVoornaam = van('voornaam').length + van('volledigeNaam').length > 0;
  if (heeftAchternaam)
    bij({
      naam: 'achternaam',
      vorm: 'achternaam',
      rol: 'familie',
      waarde: eersten(namen.achternamen, ACHTERNAMEN),
      woorden: namen.vormen.kern,
    });
  if (heeftVoornaam)
    bij({
      naam: 'voornaam',
      vorm: 'voornaam',
      rol: 'voornaam',
      waarde: eersten(namen.voornamen, VOORNAMEN),
      woorden: namen.voornaamWoorden,
    });
  for (const soort of VOLGORDE) {
    const vorm = VORM_VAN[soort];
    if (vorm === undefined) continue;
    const begin = uit.length;
    van(soort).forEach((kolom, volgnummer) => {
      const maandEerst = soort === 'geboortedatum' && isMaandEerst(kolom);
      const lees = soort === 'geboortedatum' ? (t: string) => leesDatum(t, maandEerst) : LEZERS[soort];
      const { waarde, woorden } = nummer(kolom, lees);
      const naam = volgnummer === 0 ? soort : `${soort} (${kolom.naam})`;
      const [ouder, vanaf] = ouderVan(soort, volgnummer, uit);
      bij({ naam, vorm: vorm[0], rol: vorm[1], waarde, woorden }, ouder, vanaf);
    });
    // Two columns of one kind get swapped in practice; more than two are compared straight only.
    if (uit.length - begin === 2 && vorm[0] === 'tekst') {
      const [een, twee] = [uit[begin], uit[begin + 1]];
      if (een !== undefined && twee !== undefined) {
        uit[begin] = { ...een, kruis: begin + 1 };
        uit[begin + 1] = { ...twee, kruis: begin };
      }
    }
  }
  return { n, nA, vergelijkingen: uit, ...namen, ...legNaastElkaar(n, uit, namen) };
}

function legNaastElkaar(
  n: number,
  vergelijkingen: readonly Vergelijking[],
  namen: ReturnType<typeof leesNamen>,
): Pick<Register, 'rijen' | 'breedte'> {
  const V = vergelijkingen.length;
  const breedte = 2 * V + ACHTERNAMEN + VOORNAMEN + 2;
  const rijen = deelbaar(n * breedte);
  vergelijkingen.forEach((v, plek) => {
    const kenmerken =
      v.vorm === 'achternaam' || v.vorm === 'voornaam' || v.vorm === 'klasse'
        ? undefined
        : Int32Array.from(
            v.woorden,
            v.vorm === 'geboorte'
              ? (w) => (/^\d{8}$/.test(w) ? Number.parseInt(w, 16) : 0)
              : v.vorm === 'tekst'
                ? (w) => tekstKenmerk(w.replaceAll(' ', ''))
                : nummerKenmerk,
          );
    for (let i = 0; i < n; i++) {
      const w = v.waarde[i] as number;
      rijen[i * breedte + 2 * plek] = w;
      if (w >= 0 && kenmerken !== undefined) rijen[i * breedte + 2 * plek + 1] = kenmerken[w] as number;
    }
  });
  for (let i = 0; i < n; i++) {
    let op = i * breedte + 2 * V;
    for (let k = 0; k < ACHTERNAMEN; k++) rijen[op++] = namen.achternamen[i * ACHTERNAMEN + k] as number;
    for (let k = 0; k < VOORNAMEN; k++) rijen[op++] = namen.voornamen[i * VOORNAMEN + k] as number;
    rijen[op++] = namen.letters[i] as number;
    rijen[op] = namen.voornaamHeel[i] as number;
  }
  return { rijen, breedte };
}

/** What a field follows from: sex from the given name, town from postcode, number of a house from its street. */
function ouderVan(
  soort: Soort,
  volgnummer: number,
  uit: readonly Vergelijking[],
): [string | undefined, number] {
  const er = (naam: string): boolean => uit.some((v) => v.naam === naam);
  const TOP = {
    voornaam: NIVEAUS.voornaam.indexOf('bijna'),
    tekst: 4,
    postcode: 3,
    achternaam: NIVEAUS.achternaam.indexOf('bijna'),
  };
  if (volgnummer > 0)
    return er(soort) && VORM_VAN[soort]?.[0] === 'tekst' ? [soort, TOP.tekst] : [undefined, 0];
  if (soort === 'geslacht' && er('voornaam')) return ['voornaam', TOP.voornaam];
  if (soort === 'email' && er('achternaam')) return ['achternaam', TOP.achternaam];
  if (soort === 'straat' && er('postcode')) return ['postcode', TOP.postcode];
  if (soort === 'huisnummer' && er('straat')) return ['straat', TOP.tekst];
  if (soort === 'huisnummer' && er('postcode')) return ['postcode', TOP.postcode];
  if (soort === 'plaats' && er('postcode')) return ['postcode', TOP.postcode];
  if (soort === 'plaats' && er('straat')) return ['straat', TOP.tekst];
  if (soort === 'regio' && er('plaats')) return ['plaats', TOP.tekst];
  if (soort === 'regio' && er('postcode')) return ['postcode', TOP.postcode];
  return [undefined, 0];
}

function leesNamen(
  van: (soort: Soort) => readonly Kolom[],
  n: number,
): Pick<
  Register,
  'achternamen' | 'vormen' | 'voornamen' | 'voornaamWoorden' | 'letters' | 'letterWoorden' | 'voornaamHeel'
> {
  const [voor, achter, tussen, heel] = [
    van('voornaam'),
    van('achternaam'),
    van('voorvoegsel'),
    van('volledigeNaam'),
  ];
  const achternamen = deelbaar(n * ACHTERNAMEN);
  const voornamen = deelbaar(n * VOORNAMEN);
  const letters = deelbaar(n);
  const voornaamHeel = deelbaar(n);
  const vormBoek = new Woordenboek();
  const vormen = { kern: [] as string[], heel: [] as string[] };
  const voorBoek = new Woordenboek();
  const letterBoek = new Woordenboek();
  const heelBoek = new Woordenboek();
  const vormNummer = (vorm: Naamvorm): number => {
    const nr = vormBoek.nummer(`${vorm.kern} ${vorm.heel}`);
    if (nr === vormen.kern.length) {
      vormen.kern.push(vorm.kern);
      vormen.heel.push(vorm.heel);
    }
    return nr;
  };
  interface Voor {
    readonly namen: readonly number[];
    readonly letters: number;
    readonly heel: number;
    readonly achterop: string;
  }
  const waarde = (k: Kolom | undefined, i: number): string => {
    const w = k?.teksten[k.nummers[i] as number] ?? '';
    return isLeeg(w) ? '' : w;
  };
  const voorGeheugen = new Map<string, Voor>();
  const leesVoor = (vn: string): Voor => {
    const er = voorGeheugen.get(vn);
    if (er !== undefined) return er;
    const l = leesVoornamen(zonderAanhef(vn));
    const nieuw = {
      namen: l.namen.slice(0, VOORNAMEN).map((w) => voorBoek.nummer(w)),
      letters: l.letters === '' ? -1 : letterBoek.nummer(l.letters),
      heel: l.namen.length === 0 ? -1 : heelBoek.nummer(l.namen.join('')),
      achterop: l.achterop,
    };
    voorGeheugen.set(vn, nieuw);
    return nieuw;
  };
  // Most rows have a surname and perhaps a prefix, and no more: those go by number.
  const kaalGeheugen = new Map<number, readonly number[]>();
  const tussenSoorten = tussen[0]?.teksten.length ?? 1;
  const achterGeheugen = new Map<string, readonly number[]>();
  const leesAchter = (
    an: string,
    tv: string,
    pn: string,
    ptv: string,
    achterop: string,
  ): readonly number[] => {
    const sleutel = `${an}|${tv}|${pn}|${ptv}|${achterop}`;
    const er = achterGeheugen.get(sleutel);
    if (er !== undefined) return er;
    const nieuw = naamvormen(
      { achternaam: an, tussenvoegsel: tv, partnerAchternaam: pn, partnerTussenvoegsel: ptv },
      achterop,
    )
      .slice(0, ACHTERNAMEN)
      .map(vormNummer);
    achterGeheugen.set(sleutel, nieuw);
    return nieuw;
  };
  const kaleVoor = voor.length === 1 && heel.length === 0;
  const perVoornaam: Voor[] = [];
  const leesKaal = (i: number): Voor => {
    const nr = voor[0]?.nummers[i] as number;
    const er = perVoornaam[nr];
    if (er !== undefined) return er;
    const nieuw = leesVoor(waarde(voor[0], i));
    perVoornaam[nr] = nieuw;
    return nieuw;
  };
  for (let i = 0; i < n; i++) {
    let vn = waarde(voor[0], i);
    for (const k of voor.slice(1)) {
      const meer = waarde(k, i);
      if (meer !== '') vn = vn === '' ? meer : `${vn} ${meer}`;
    }
    let an = waarde(achter[0], i);
    const vol = heel.length === 0 ? '' : (heel.map((k) => waarde(k, i)).find((w) => w !== '') ?? '');
    if (vol !== '' && (vn === '' || an === '')) {
      const delen = splitsVolledigeNaam(vol);
      if (vn === '' && an === '') an = delen.achternaam;
      else if (an === '') an = vouw(delen.achternaam) === vouw(vn) ? '' : delen.achternaam;
      if (vn === '' && vouw(delen.voornaam) !== vouw(an)) vn = delen.voornaam;
    }
    const gelezen = kaleVoor ? leesKaal(i) : leesVoor(vn);
    for (let k = 0; k < gelezen.namen.length; k++) voornamen[i * VOORNAMEN + k] = gelezen.namen[k] as number;
    letters[i] = gelezen.letters;
    voornaamHeel[i] = gelezen.heel;
    let pn = '';
    for (let k = 1; k < achter.length && pn === ''; k++) pn = waarde(achter[k], i);
    const ptv = waarde(tussen[1], i);
    const kaal = vol === '' && pn === '' && ptv === '' && gelezen.achterop === '';
    const code = kaal ? (achter[0]?.nummers[i] ?? 0) * tussenSoorten + (tussen[0]?.nummers[i] ?? 0) : -1;
    let nummers = kaal ? kaalGeheugen.get(code) : undefined;
    if (nummers === undefined) {
      nummers = leesAchter(an, waarde(tussen[0], i), pn, ptv, gelezen.achterop);
      if (kaal) kaalGeheugen.set(code, nummers);
    }
    for (let k = 0; k < nummers.length; k++) achternamen[i * ACHTERNAMEN + k] = nummers[k] as number;
  }
  return {
    achternamen,
    vormen,
    voornamen,
    voornaamWoorden: voorBoek.woorden,
    letters,
    letterWoorden: letterBoek.woorden,
    voornaamHeel,
  };
}
