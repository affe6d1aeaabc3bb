// SPDX-License-Identifier: EUPL-1.2
/**
 * Comparison of two mentions, field by field. Each field gives one level: the first that is true, strongest first;
 * −1 when either side does not know. The levels are what the model has probabilities for (`model.ts`).
 */
import { bewerkingen, lijktMinstens } from './afstand.ts';
import { beginlettersVan, naamfamilies } from './naam.ts';
import type { Naamvorm, Voorbereid } from './vermelding.ts';

/** Per field its levels, weakest first; the index is the level. */
export const NIVEAUS = {
  bsn: ['anders', 'gelijk'],
  achternaam: ['anders', 'lijkt', 'verwisseld', 'bijna', 'deel', 'gelijk'],
  voornaam: ['anders', 'letter', 'lijkt', 'voorletter', 'bijna', 'roepnaam', 'gelijk'],
  geboorte: ['generatie', 'anders', 'nabij', 'jaar', 'onvolledig', 'delen', 'wissel', 'slip', 'gelijk'],
  geslacht: ['anders', 'gelijk'],
  adres: ['anders', 'plaats', 'buurt', 'bijna', 'gelijk'],
  telefoon: ['anders', 'gelijk'],
  email: ['anders', 'gelijk'],
} as const;

export type Veld = keyof typeof NIVEAUS;

export const VELDEN = Object.keys(NIVEAUS) as readonly Veld[];

/** One level per field in the order of `VELDEN`; −1 = not known on one side or both. */
export type Niveaus = Int8Array;

const ONBEKEND = -1;
type Rangen<V extends Veld> = Readonly<Record<(typeof NIVEAUS)[V][number], number>>;

function rangen<V extends Veld>(veld: V): Rangen<V> {
  return Object.fromEntries(NIVEAUS[veld].map((n, i) => [n, i])) as Rangen<V>;
}

const ACHTERNAAM = rangen('achternaam');
const VOORNAAM = rangen('voornaam');
const GEBOORTE = rangen('geboorte');
const ADRES = rangen('adres');

/** From this many years apart two people are taken for two generations. */
const GENERATIE_JAREN = 14;

/** Value pairs return: names are few, pairs are many. One cache per process, bounded. */
const VORM_GEHEUGEN = new Map<string, number>();
const VORM_MAX = 200_000;

/** Level of two surnames by themselves (index in `NIVEAUS.achternaam`); symmetric. Not cached: callers know their values. */
export function niveauAchternaam(a: Naamvorm, b: Naamvorm): number {
  if (a.kern === b.kern || a.heel === b.heel) return ACHTERNAAM.gelijk;
  if (a.heel === b.kern || a.kern === b.heel) return ACHTERNAAM.gelijk;
  const kortste = Math.min(a.kern.length, b.kern.length);
  if (a.klank === b.klank || (kortste >= 4 && bewerkingen(a.kern, b.kern, 1) <= 1)) return ACHTERNAAM.bijna;
  const lijkt =
    (kortste >= 3 && a.grof === b.grof && a.grof.length >= 3) ||
    (kortste >= 6 && bewerkingen(a.kern, b.kern, 2) <= 2) ||
    lijktMinstens(a.kern, b.kern, 0.88);
  return lijkt ? ACHTERNAAM.lijkt : ACHTERNAAM.anders;
}

function vergelijkVormen(a: Naamvorm, b: Naamvorm): number {
  const sleutel = a.kern < b.kern ? `${a.kern} ${b.kern}` : `${b.kern} ${a.kern}`;
  const bekend = VORM_GEHEUGEN.get(sleutel);
  if (bekend !== undefined) return bekend;
  const uit = niveauAchternaam(a, b);
  if (VORM_GEHEUGEN.size >= VORM_MAX) VORM_GEHEUGEN.clear();
  VORM_GEHEUGEN.set(sleutel, uit);
  return uit;
}

/** Given name and surname written in each other's place. */
function isVerwisseld(a: Voorbereid, b: Voorbereid): boolean {
  const na = a.achternamen[0];
  const nb = b.achternamen[0];
  const [va] = a.namen;
  const [vb] = b.namen;
  if (na === undefined || nb === undefined || va === undefined || vb === undefined) return false;
  return na.kern === vb && nb.kern === va && na.kern !== nb.kern;
}

function achternaam(a: Voorbereid, b: Voorbereid): number {
  const [ea] = a.achternamen;
  const [eb] = b.achternamen;
  if (ea === undefined || eb === undefined) return ONBEKEND;
  const eigen = vergelijkVormen(ea, eb);
  if (eigen === ACHTERNAAM.gelijk) return eigen;
  let beste = eigen;
  for (const x of a.achternamen) {
    for (const y of b.achternamen) {
      if (x === ea && y === eb) continue;
      const n = vergelijkVormen(x, y);
      if (n === ACHTERNAAM.gelijk) return ACHTERNAAM.deel;
      if (n > beste) beste = n === ACHTERNAAM.bijna ? ACHTERNAAM.bijna : n;
    }
  }
  if (beste < ACHTERNAAM.bijna && isVerwisseld(a, b)) return ACHTERNAAM.verwisseld;
  return beste;
}

function zelfdeFamilie(x: string, y: string): boolean {
  const fy = naamfamilies(y);
  return fy.length > 0 && naamfamilies(x).some((f) => fy.includes(f));
}

const VOOR_GEHEUGEN = new Map<string, number>();

/** Level of two given names by themselves (index in `NIVEAUS.voornaam`, never `voorletter`); symmetric, not cached. */
export function niveauVoornaam(x: string, y: string): number {
  if (x === y) return VOORNAAM.gelijk;
  if (zelfdeFamilie(x, y)) return VOORNAAM.roepnaam;
  const kortste = Math.min(x.length, y.length);
  if (kortste >= 4 && bewerkingen(x, y, 1) <= 1) return VOORNAAM.bijna;
  if (kortste >= 3 && (x.startsWith(y) || y.startsWith(x))) return VOORNAAM.bijna;
  if ((kortste >= 6 && bewerkingen(x, y, 2) <= 2) || lijktMinstens(x, y, 0.87)) return VOORNAAM.lijkt;
  return x.charAt(0) === y.charAt(0) ? VOORNAAM.letter : VOORNAAM.anders;
}

function vergelijkVoornaam(x: string, y: string): number {
  if (x === y) return VOORNAAM.gelijk;
  const sleutel = x < y ? `${x} ${y}` : `${y} ${x}`;
  const bekend = VOOR_GEHEUGEN.get(sleutel);
  if (bekend !== undefined) return bekend;
  const uit = niveauVoornaam(x, y);
  if (VOOR_GEHEUGEN.size >= VORM_MAX) VOOR_GEHEUGEN.clear();
  VOOR_GEHEUGEN.set(sleutel, uit);
  return uit;
}

/** May someone with this given name stand under these initials? */
function past(naam: string | undefined, letters: string): boolean {
  return naam !== undefined && beginlettersVan(naam).includes(letters.charAt(0));
}

function voornaam(a: Voorbereid, b: Voorbereid): number {
  const [x] = a.namen;
  const [y] = b.namen;
  if (x === undefined || y === undefined) {
    if (a.letters === '' || b.letters === '') return ONBEKEND;
    if (a.letters.charAt(0) === b.letters.charAt(0)) return VOORNAAM.voorletter;
    // An initial belongs to the church name: "H." may be Rik. That tells nothing, for or against.
    return past(x, b.letters) || past(y, a.letters) ? ONBEKEND : VOORNAAM.anders;
  }
  if (x === y) {
    const [, x2] = a.namen;
    const [, y2] = b.namen;
    const botst = x2 !== undefined && y2 !== undefined && vergelijkVoornaam(x2, y2) < VOORNAAM.bijna;
    return botst ? VOORNAAM.roepnaam : VOORNAAM.gelijk;
  }
  if (a.naamHeel === b.naamHeel) return VOORNAAM.gelijk;
  const eerst = vergelijkVoornaam(x, y);
  if (eerst >= VOORNAAM.bijna) return eerst;
  // The call name may come from a later given name.
  for (const p of a.namen) {
    for (const q of b.namen) {
      if ((p === x || q === y) && (p === q || zelfdeFamilie(p, q))) return VOORNAAM.roepnaam;
    }
  }
  return eerst;
}

/** Of two dates of eight digits: one digit differs, or two neighbours are swapped. */
function eenCijferAnders(a: string, b: string): boolean {
  let eerste = -1;
  let tweede = -1;
  for (let i = 0; i < 8; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    if (eerste < 0) eerste = i;
    else if (tweede < 0) tweede = i;
    else return false;
  }
  if (tweede < 0) return true;
  return (
    tweede === eerste + 1 && a.charAt(eerste) === b.charAt(tweede) && a.charAt(tweede) === b.charAt(eerste)
  );
}

const STRAAT_GEHEUGEN = new Map<string, boolean>();

function bijnaGelijkeStraat(a: string, b: string): boolean {
  if (a === b) return true;
  const sleutel = a < b ? `${a} ${b}` : `${b} ${a}`;
  const bekend = STRAAT_GEHEUGEN.get(sleutel);
  if (bekend !== undefined) return bekend;
  const uit = lijktMinstens(a, b, 0.9);
  if (STRAAT_GEHEUGEN.size >= VORM_MAX) STRAAT_GEHEUGEN.clear();
  STRAAT_GEHEUGEN.set(sleutel, uit);
  return uit;
}

/** A birth date as far as it is known: 0 for an unknown part; `geboortedatum` (jjjjmmdd) only when complete. */
export type Geboortedeel = Pick<Voorbereid, 'jaar' | 'maand' | 'dag' | 'geboortedatum'>;

/** Level of two birth dates (index in `NIVEAUS.geboorte`; −1 = unknown); symmetric. */
export function niveauGeboorte(a: Geboortedeel, b: Geboortedeel): number {
  if (a.jaar === 0 || b.jaar === 0) return ONBEKEND;
  if (a.geboortedatum !== '' && a.geboortedatum === b.geboortedatum) return GEBOORTE.gelijk;
  const verschil = Math.abs(a.jaar - b.jaar);
  if (a.geboortedatum !== '' && b.geboortedatum !== '') {
    if (verschil === 0 && a.maand === b.dag && a.dag === b.maand) return GEBOORTE.wissel;
    if (eenCijferAnders(a.geboortedatum, b.geboortedatum)) return GEBOORTE.slip;
    const gelijk = (verschil === 0 ? 1 : 0) + (a.maand === b.maand ? 1 : 0) + (a.dag === b.dag ? 1 : 0);
    if (gelijk === 2) return GEBOORTE.delen;
    if (verschil === 0) return GEBOORTE.jaar;
    if (verschil >= GENERATIE_JAREN) return GEBOORTE.generatie;
    return verschil <= 1 ? GEBOORTE.nabij : GEBOORTE.anders;
  }
  // One side knows only the year, or carries the conventional 1 January.
  if (verschil === 0) {
    const maandBotst = a.maand > 0 && b.maand > 0 && a.maand !== b.maand;
    const eenJanuari = (a.maand === 1 && a.dag === 1) || (b.maand === 1 && b.dag === 1);
    return maandBotst && !eenJanuari ? GEBOORTE.jaar : GEBOORTE.onvolledig;
  }
  if (verschil >= GENERATIE_JAREN) return GEBOORTE.generatie;
  return verschil <= 1 ? GEBOORTE.nabij : GEBOORTE.anders;
}

const NL_POSTCODE = /^[1-9]\d{3}[A-Z]{2}$/;

function adres(a: Voorbereid, b: Voorbereid): number {
  const postcodes = a.postcode !== '' && b.postcode !== '';
  const straten = a.straat !== '' && b.straat !== '';
  const plaatsen = a.plaats !== '' && b.plaats !== '';
  if (!postcodes && !straten && !plaatsen) return ONBEKEND;
  const nummers = a.huisnummer !== '' && b.huisnummer !== '';
  const zelfdeNummer = nummers && a.huisnummer === b.huisnummer;
  const zelfdePostcode = postcodes && a.postcode === b.postcode;
  const zelfdePlaats = plaatsen && a.plaats === b.plaats;
  const zelfdeStraat = straten && a.straat === b.straat;
  const fijn = zelfdePostcode && NL_POSTCODE.test(a.postcode);
  const streek = zelfdePlaats || zelfdePostcode;
  // most pairs live in other towns: then no street needs to be looked at
  const bijnaStraat = straten && (streek || zelfdeNummer) && bijnaGelijkeStraat(a.straat, b.straat);
  if (
    zelfdeNummer &&
    ((fijn && (!straten || bijnaStraat)) || (zelfdeStraat && (streek || (!plaatsen && !postcodes))))
  ) {
    return a.huisletter === b.huisletter ? ADRES.gelijk : ADRES.bijna;
  }
  if (zelfdeNummer && (fijn || bijnaStraat)) return ADRES.bijna;
  if (zelfdeNummer && postcodes && bewerkingen(a.postcode, b.postcode, 1) <= 1 && !straten)
    return ADRES.bijna;
  const huisSlip = nummers && bewerkingen(a.huisnummer, b.huisnummer, 1) <= 1;
  if (huisSlip && bijnaStraat && streek) return ADRES.bijna;
  if (fijn || (bijnaStraat && streek)) return ADRES.buurt;
  if (zelfdePlaats || (postcodes && a.postcode.slice(0, 4) === b.postcode.slice(0, 4))) return ADRES.plaats;
  return ADRES.anders;
}

function eenGelijk(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return ONBEKEND;
  return a.some((x) => b.includes(x)) ? 1 : 0;
}

/** The levels of a pair; symmetric: `vergelijk(a, b)` equals `vergelijk(b, a)`. */
export function vergelijk(
  a: Voorbereid,
  b: Voorbereid,
  uit: Niveaus = new Int8Array(VELDEN.length),
): Niveaus {
  const naam = achternaam(a, b);
  uit[0] = a.bsn === '' || b.bsn === '' ? ONBEKEND : a.bsn === b.bsn ? 1 : 0;
  uit[1] = naam;
  // Swapped names are one finding, not two.
  uit[2] = naam === ACHTERNAAM.verwisseld ? ONBEKEND : voornaam(a, b);
  uit[3] = niveauGeboorte(a, b);
  uit[4] = a.geslacht === '' || b.geslacht === '' ? ONBEKEND : a.geslacht === b.geslacht ? 1 : 0;
  uit[5] = adres(a, b);
  uit[6] = eenGelijk(a.telefoon, b.telefoon);
  uit[7] = eenGelijk(a.email, b.email);
  return uit;
}

/** How common a name is: its share among distinct persons (0 to 1), or undefined when not counted. */
export interface Frequenties {
  achternaam(kern: string): number | undefined;
  voornaam(naam: string): number | undefined;
}

/** The name on which both sides agree, or nearly, as each of them writes it, for how common it is; none where they do not. */
export function gedeeldeNamen(
  veld: 'achternaam' | 'voornaam',
  niveau: number,
  a: Voorbereid,
  b: Voorbereid,
): readonly string[] {
  if (veld === 'voornaam') {
    if (niveau === VOORNAAM.bijna) return [...a.namen.slice(0, 1), ...b.namen.slice(0, 1)];
    return niveau === VOORNAAM.gelijk ? a.namen.slice(0, 1) : [];
  }
  if (niveau !== ACHTERNAAM.gelijk && niveau !== ACHTERNAAM.deel && niveau !== ACHTERNAAM.bijna) return [];
  const [ea] = a.achternamen;
  const [eb] = b.achternamen;
  if (ea === undefined || eb === undefined) return [];
  // A prefix may be glued to it on one side, or a letter wrong.
  if (niveau !== ACHTERNAAM.deel) return ea.kern === eb.kern ? [ea.kern] : [ea.kern, eb.kern];
  let gevonden: string | undefined;
  for (const x of a.achternamen) {
    for (const y of b.achternamen) {
      if (x === ea && y === eb) continue;
      if (x.kern === y.kern && (gevonden === undefined || x.kern < gevonden)) gevonden = x.kern;
    }
  }
  return gevonden === undefined ? [] : [gevonden];
}

/** Whether two mentions may live in one house, as far as its number tells: false where their address is at most of one neighbourhood. */
export function isMisschienHuis(a: Voorbereid, b: Voorbereid): boolean {
  if (a.huisnummer === '' || b.huisnummer === '') return false;
  if (a.huisnummer === b.huisnummer) return true;
  return (
    bewerkingen(a.huisnummer, b.huisnummer, 1) <= 1 &&
    ((a.plaats !== '' && a.plaats === b.plaats) || (a.postcode !== '' && a.postcode === b.postcode))
  );
}
