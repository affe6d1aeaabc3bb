// SPDX-License-Identifier: EUPL-1.2
/**
 * The levels of a pair of rows, field by field, on the value comparisons of the live radar. A pair of values is compared
 * once: names are few, pairs are many.
 */
import { bewerkingen, lijktMinstens } from '../afstand.ts';
import { isGeldigBsn } from '../bsn.ts';
import { klank, klankGrof } from '../klank.ts';
import { beginlettersVan, naamfamilies } from '../naam.ts';
import {
  type Geboortedeel,
  NIVEAUS,
  niveauAchternaam,
  niveauGeboorte,
  niveauVoornaam,
} from '../vergelijking.ts';
import type { Naamvorm } from '../vermelding.ts';
import { BUREN, kanLijken, tekstKenmerk, telBits } from './kenmerk.ts';
import { KENNIS, leesNaamkennis, NAAMKENNIS } from './naamkennis.ts';
import { ACHTERNAMEN, type Register, type Vergelijking, VOORNAMEN, VORM_NIVEAUS } from './register.ts';

const A = Object.fromEntries(NIVEAUS.achternaam.map((x, i) => [x, i])) as Record<
  (typeof NIVEAUS.achternaam)[number],
  number
>;
const V = Object.fromEntries(NIVEAUS.voornaam.map((x, i) => [x, i])) as Record<
  (typeof NIVEAUS.voornaam)[number],
  number
>;

/** Levels of text, weakest first; see `VORM_NIVEAUS`. */
const T = { anders: 0, deel: 1, lijkt: 2, verwisseld: 3, bijna: 4, gelijk: 5 } as const;

const GEHEUGEN = 1 << 17;

/** From this many years apart two people are taken for two generations, as in the live radar. */
const GENERATIE = 14;

/** A bounded memory of pairs of numbers: a newer pair takes the place of an older one. */
class Paargeheugen {
  private readonly sleutels = new Float64Array(GEHEUGEN).fill(-1);
  private readonly uitkomsten = new Int8Array(GEHEUGEN);
  private readonly doe: (a: number, b: number) => number;
  constructor(doe: (a: number, b: number) => number) {
    this.doe = doe;
  }
  van(x: number, y: number): number {
    const a = x < y ? x : y;
    const b = x < y ? y : x;
    const sleutel = a * 4294967296 + b;
    const plek = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 15;
    if (this.sleutels[plek] === sleutel) return this.uitkomsten[plek] as number;
    const uit = this.doe(a, b);
    this.sleutels[plek] = sleutel;
    this.uitkomsten[plek] = uit;
    return uit;
  }
}

/** A text as compared: without spaces, and its words where there are more than one. */
interface Tekst {
  readonly plat: string;
  readonly woorden: readonly string[];
}

function leesTekst(tekst: string): Tekst {
  const woorden = tekst.split(' ');
  return { plat: woorden.join(''), woorden };
}

function deeltWoord(a: readonly string[], b: readonly string[]): boolean {
  for (const w of a) if (w.length >= 4 && b.includes(w)) return true;
  return false;
}

/** Level of two texts (index in `VORM_NIVEAUS.tekst`, never `verwisseld`); symmetric. */
function niveauTekst(a: Tekst, b: Tekst): number {
  const [x, y] = [a.plat, b.plat];
  if (x === y) return T.gelijk;
  const kortste = Math.min(x.length, y.length);
  if (kortste >= 4 && bewerkingen(x, y, 1) <= 1) return T.bijna;
  if ((kortste >= 6 && bewerkingen(x, y, 2) <= 2) || lijktMinstens(x, y, 0.9)) return T.lijkt;
  if ((a.woorden.length > 1 || b.woorden.length > 1) && deeltWoord(a.woorden, b.woorden)) return T.deel;
  return lijktMinstens(x, y, 0.8) ? T.deel : T.anders;
}

function niveauNummer(a: string, b: string): number {
  const kortste = Math.min(a.length, b.length);
  if (kortste >= 4 && bewerkingen(a, b, 1) <= 1) return 2;
  return kortste >= 6 && bewerkingen(a, b, 2) <= 2 ? 1 : 0;
}

function niveauPostcode(a: string, b: string): number {
  return Math.min(a.length, b.length) >= 4 && bewerkingen(a, b, 1) <= 1 ? 2 : 0;
}

/** A stored birth date (`leesDatum`) in parts. 1 January stands for "only the year is known", as in the live radar. */
export function deelGeboorte(tekst: string): Geboortedeel {
  if (!/^\d{8}$/.test(tekst)) return { jaar: 0, maand: 0, dag: 0, geboortedatum: '' };
  const [jaar, maand, dag] = [
    Number(tekst.slice(0, 4)),
    Number(tekst.slice(4, 6)),
    Number(tekst.slice(6, 8)),
  ];
  const compleet = jaar > 0 && maand > 0 && dag > 0 && !(maand === 1 && dag === 1);
  return { jaar, maand, dag, geboortedatum: compleet ? tekst : '' };
}

const G = Object.fromEntries(NIVEAUS.geboorte.map((x, i) => [x, i])) as Record<
  (typeof NIVEAUS.geboorte)[number],
  number
>;

/** The level of two birth dates that are both complete, digit by digit in one number (0xjjjjmmdd): as `niveauGeboorte`. */
function niveauDatum(x: number, y: number): number {
  const [jx, jy] = [x >>> 16, y >>> 16];
  if (jx === jy && ((x >>> 8) & 255) === (y & 255) && (x & 255) === ((y >>> 8) & 255)) return G.wissel;
  // Digits that differ: one, or two neighbours that are swapped.
  const z = x ^ y;
  let [anders, plek] = [0, 0];
  for (let i = 0; i < 32; i += 4)
    if (((z >>> i) & 15) !== 0) {
      anders++;
      if (anders === 1) plek = i;
    }
  if (anders === 1) return G.slip;
  if (
    anders === 2 &&
    ((z >>> (plek + 4)) & 15) !== 0 &&
    ((x >>> plek) & 15) === ((y >>> (plek + 4)) & 15) &&
    ((x >>> (plek + 4)) & 15) === ((y >>> plek) & 15)
  )
    return G.slip;
  const gelijk = (jx === jy ? 1 : 0) + ((z & 0xff00) === 0 ? 1 : 0) + ((z & 255) === 0 ? 1 : 0);
  if (gelijk === 2) return G.delen;
  if (jx === jy) return G.jaar;
  const verschil = Math.abs(jaarVan(jx) - jaarVan(jy));
  if (verschil >= GENERATIE) return G.generatie;
  return verschil <= 1 ? G.nabij : G.anders;
}

/** A year of which every digit stands in four bits. */
function jaarVan(x: number): number {
  return (x >>> 12) * 1000 + ((x >>> 8) & 15) * 100 + ((x >>> 4) & 15) * 10 + (x & 15);
}

/** What is known of the e-mail addresses: the part before the @ without signs, by number. */
interface Mailkennis {
  readonly lokaal: Int32Array;
  readonly kenmerk: Int32Array;
  readonly lokalen: readonly string[];
  readonly domein: Int32Array;
}

function leesMail(woorden: readonly string[]): Mailkennis {
  const boek = new Map<string, number>();
  const nummer = (tekst: string): number => {
    const nr = boek.get(tekst) ?? boek.size;
    boek.set(tekst, nr);
    return nr;
  };
  const delen = woorden.map((w) => w.split('@'));
  const lokalen = delen.map(([lokaal = '']) => lokaal.replace(/[^\p{L}\p{N}]/gu, ''));
  return {
    lokalen,
    lokaal: Int32Array.from(lokalen, (t) => nummer(`l${t}`)),
    domein: Int32Array.from(delen, ([, domein = '']) => (domein === '' ? -1 : nummer(`d${domein}`))),
    kenmerk: Int32Array.from(lokalen, tekstKenmerk),
  };
}

/** The level of one field of two rows. */
type Veldvergelijker = (a: number, b: number, uit: Int8Array) => number;

/** Fills `uit` with one level per comparison, −1 where either row does not know. */
export type Paarvergelijker = (a: number, b: number, uit: Int8Array) => void;

/** Compares two persons of whom each field stands in a row of its own (−1 = in none). */
export type Profielvergelijker = (a: Int32Array, b: Int32Array, uit: Int8Array) => void;

/**
 * Makes the comparers of a register. They keep a memory of their own, so every thread makes them.
 * @param kennis of all surnames (`leesNaamkennis`)
 */
export function maakVergelijkers(
  r: Register,
  kennis = leesNaamkennis(r, 0, r.vormen.kern.length),
): { paar: Paarvergelijker; profiel: Profielvergelijker } {
  const doen = r.vergelijkingen.map((v, plek) => maakVeld(r, v, plek, kennis));
  const V = doen.length;
  const { rijen, breedte } = r;
  // Whoever stands alone in his field, and shares no name with others, is compared by number first.
  const eenvoudig = Uint8Array.from(r.vergelijkingen, (v) =>
    v.vorm === 'achternaam' || v.vorm === 'voornaam' || v.kruis >= 0 ? 0 : 1,
  );
  const top = Int8Array.from(r.vergelijkingen, (v) =>
    v.vorm === 'geboorte' ? -1 : VORM_NIVEAUS[v.vorm].length - 1,
  );
  return {
    paar: (a, b, uit) => {
      for (let v = 0; v < V; v++) {
        if (eenvoudig[v] === 1) {
          const x = rijen[a * breedte + 2 * v] as number;
          const y = rijen[b * breedte + 2 * v] as number;
          if (x < 0 || y < 0) {
            uit[v] = -1;
            continue;
          }
          if (x === y && (top[v] as number) > 0) {
            uit[v] = top[v] as number;
            continue;
          }
        }
        uit[v] = (doen[v] as Veldvergelijker)(a, b, uit);
      }
    },
    profiel: (a, b, uit) => {
      for (let v = 0; v < V; v++) {
        const [x, y] = [a[v] as number, b[v] as number];
        uit[v] = x < 0 || y < 0 ? -1 : (doen[v] as Veldvergelijker)(x, y, uit);
      }
    },
  };
}

function maakVeld(r: Register, v: Vergelijking, plek: number, kennis: Uint32Array): Veldvergelijker {
  if (v.vorm === 'achternaam') return maakAchternaam(r, kennis);
  if (v.vorm === 'voornaam') return maakVoornaam(r, plek);
  if (v.vorm === 'geboorte') return maakGeboorte(r, v, plek);
  if (v.vorm === 'tekst') return maakTekst(r, v, plek);
  return maakTeken(r, v, plek);
}

/** Numbers, postcodes, mail and classes. */
function maakTeken(r: Register, v: Vergelijking, plek: number): Veldvergelijker {
  const top = VORM_NIVEAUS[v.vorm].length - 1;
  const { rijen, breedte } = r;
  const w = v.woorden;
  const bij = 2 * plek;
  const anders = maakOngelijk(v, w);
  return (a, b) => {
    const ia = a * breedte + bij;
    const ib = b * breedte + bij;
    const x = rijen[ia] as number;
    const y = rijen[ib] as number;
    if (x < 0 || y < 0) return -1;
    if (x === y) return top;
    return anders(x, y, telBits((rijen[ia + 1] as number) ^ (rijen[ib + 1] as number)));
  };
}

/**
 * The level of two different values of a form.
 * @returns given their numbers and how many signs of their marks differ: an edit changes two at most
 */
function maakOngelijk(
  v: Vergelijking,
  w: readonly string[],
): (x: number, y: number, verschil: number) => number {
  if (v.vorm === 'klasse') return () => 0;
  if (v.vorm === 'postcode') {
    const boek = new Map<string, number>();
    const nummer = (tekst: string): number => {
      const nr = boek.get(tekst) ?? boek.size;
      boek.set(tekst, nr);
      return nr;
    };
    const drie = Int32Array.from(w, (t) => nummer(t.slice(0, 3)));
    const vier = Int32Array.from(w, (t) => nummer(t.slice(0, 4)));
    const lengte = Uint8Array.from(w, (t) => Math.min(255, t.length));
    const geheugen = new Paargeheugen((x, y) => niveauPostcode(w[x] as string, w[y] as string));
    return (x, y, verschil) => {
      if (verschil <= 2 && geheugen.van(x, y) === 2) return 2;
      // The part that stands for a district: all but the last three signs of a long one, four at most.
      const streek = Math.min(lengte[x] as number, lengte[y] as number) >= 7 ? vier : drie;
      return streek[x] === streek[y] ? 1 : 0;
    };
  }
  if (v.vorm === 'email') {
    const m = leesMail(w);
    const geheugen = new Paargeheugen((x, y) => {
      const [p, q] = [w[x] as string, w[y] as string];
      if (Math.min(p.length, q.length) >= 8 && bewerkingen(p, q, 2) <= 2) return 3;
      if (m.lokaal[x] === m.lokaal[y]) return 2;
      const zelfdeDomein = m.domein[x] === m.domein[y] && m.domein[x] !== -1;
      return lijktMinstens(m.lokalen[x] as string, m.lokalen[y] as string, 0.9) ||
        (zelfdeDomein && bewerkingen(p.split('@')[0] as string, q.split('@')[0] as string, 2) <= 2)
        ? 1
        : 0;
    });
    return (x, y, verschil) =>
      verschil <= 4 ||
      m.lokaal[x] === m.lokaal[y] ||
      kanLijken(m.kenmerk[x] as number, m.kenmerk[y] as number, 0.9)
        ? geheugen.van(x, y)
        : 0;
  }
  if (v.vorm !== 'nummer') {
    const geheugen = new Paargeheugen((x, y) =>
      bewerkingen(w[x] as string, w[y] as string, 1) <= 1 ? 1 : 0,
    );
    return (x, y, verschil) => (verschil <= 2 ? geheugen.van(x, y) : 0);
  }
  // Two BSNs that both pass the elfproef are of two persons, however alike: a slip would fail it ten times in eleven.
  const geldig = v.naam.startsWith('bsn') ? Uint8Array.from(w, (t) => (isGeldigBsn(t) ? 1 : 0)) : undefined;
  const { reeks } = v;
  const geheugen = new Paargeheugen((x, y) => niveauNummer(w[x] as string, w[y] as string));
  return (x, y, verschil) => {
    if (verschil > 4) return 0;
    if (geldig !== undefined && geldig[x] === 1 && geldig[y] === 1) return 0;
    // Where numbers run on, the next number is a brother's rather than a slip.
    if (reeks !== undefined && Math.abs((reeks[x] as number) - (reeks[y] as number)) <= BUREN) return 0;
    return geheugen.van(x, y);
  };
}

function maakTekst(r: Register, v: Vergelijking, plek: number): Veldvergelijker {
  const w = v.woorden;
  const { rijen, breedte } = r;
  const teksten = w.map(leesTekst);
  const meer = Uint8Array.from(teksten, (t) => (t.woorden.length > 1 ? 1 : 0));
  const geheugen = new Paargeheugen((a, b) => niveauTekst(teksten[a] as Tekst, teksten[b] as Tekst));
  const bij = 2 * plek;
  const ander = v.kruis < 0 ? undefined : r.vergelijkingen[v.kruis];
  const kruis =
    ander === undefined ? undefined : new Map(ander.woorden.map((woord, i) => [woord, i] as const));
  // Number of each of our values in the other column, where it occurs there.
  const daar = kruis === undefined ? undefined : Int32Array.from(w, (woord) => kruis.get(woord) ?? -1);
  return (a, b) => {
    const ia = a * breedte + bij;
    const ib = b * breedte + bij;
    const x = rijen[ia] as number;
    const y = rijen[ib] as number;
    if (x >= 0 && x === y) return T.gelijk;
    if (daar !== undefined && ander !== undefined) {
      if (
        (x >= 0 && daar[x] === ander.waarde[b] && daar[x] !== -1) ||
        (y >= 0 && daar[y] === ander.waarde[a] && daar[y] !== -1)
      )
        return T.verwisseld;
    }
    if (x < 0 || y < 0) return -1;
    if (meer[x] === 0 && meer[y] === 0 && !kanLijken(rijen[ia + 1] as number, rijen[ib + 1] as number, 0.8))
      return T.anders;
    return geheugen.van(x, y);
  };
}

function maakGeboorte(r: Register, v: Vergelijking, plek: number): Veldvergelijker {
  const delen = v.woorden.map(deelGeboorte);
  const { rijen, breedte } = r;
  const bij = 2 * plek;
  const compleet = Uint8Array.from(delen, (d) => (d.geboortedatum === '' ? 0 : 1));
  return (a, b) => {
    const ia = a * breedte + bij;
    const ib = b * breedte + bij;
    const x = rijen[ia] as number;
    const y = rijen[ib] as number;
    if (x < 0 || y < 0) return -1;
    const [cx, cy] = [compleet[x] === 1, compleet[y] === 1];
    if (x === y) return cx || (delen[x] as Geboortedeel).jaar === 0 ? G.gelijk : G.onvolledig;
    if (cx && cy) return niveauDatum(rijen[ia + 1] as number, rijen[ib + 1] as number);
    const [dx, dy] = [delen[x] as Geboortedeel, delen[y] as Geboortedeel];
    // Text that is no date is different from every other text.
    return dx.jaar === 0 || dy.jaar === 0 ? G.anders : niveauGeboorte(dx, dy);
  };
}

function maakAchternaam(r: Register, kennis: Uint32Array): Veldvergelijker {
  const { kern, heel } = r.vormen;
  const vormen: Naamvorm[] = [];
  // Few surnames are looked at letter by letter.
  const vormVan = (i: number): Naamvorm => {
    const er = vormen[i];
    if (er !== undefined) return er;
    const naam = kern[i] as string;
    const nieuw = {
      kern: naam,
      heel: heel[i] as string,
      klank: klank(naam) || naam,
      grof: klankGrof(naam) || naam,
    };
    vormen[i] = nieuw;
    return nieuw;
  };
  const geheugen = new Paargeheugen((a, b) => niveauAchternaam(vormVan(a), vormVan(b)));
  const w = r.voornaamWoorden;
  // Given name and surname in each other's place, also when one letter slipped on the way.
  const kruis = new Paargeheugen((a, b) => {
    const achter = kern[a] as string;
    const naam = w[b - kern.length] as string;
    if (achter === naam) return 2;
    return Math.min(achter.length, naam.length) >= 4 && bewerkingen(achter, naam, 1) <= 1 ? 1 : 0;
  });
  const naamKenmerken = Int32Array.from(w, tekstKenmerk);
  const paar = (x: number, y: number): number => {
    if (x === y) return A.gelijk;
    const [i, j] = [x * NAAMKENNIS, y * NAAMKENNIS];
    return kennis[i + KENNIS.klank] === kennis[j + KENNIS.klank] ||
      kennis[i + KENNIS.grof] === kennis[j + KENNIS.grof] ||
      kennis[i + KENNIS.heel] === kennis[j + KENNIS.heel] ||
      kennis[i + KENNIS.heel] === kennis[j + KENNIS.kern] ||
      kennis[i + KENNIS.kern] === kennis[j + KENNIS.heel] ||
      kanLijken(kennis[i] as number, kennis[j] as number, 0.88)
      ? geheugen.van(x, y)
      : A.anders;
  };
  /** How far a surname is a given name: 2 the same, 1 but for a letter. */
  const kruisVan = (vorm: number, naam: number): number =>
    kanLijken(kennis[vorm * NAAMKENNIS] as number, naamKenmerken[naam] as number, 1)
      ? kruis.van(vorm, kern.length + naam)
      : 0;
  const { rijen, breedte } = r;
  const bijA = 2 * r.vergelijkingen.length;
  const bijV = bijA + ACHTERNAMEN;
  const top = A.gelijk;
  return (a, b) => {
    const ia = a * breedte + bijA;
    const ib = b * breedte + bijA;
    const ea = rijen[ia] as number;
    const eb = rijen[ib] as number;
    if (ea >= 0 && ea === eb) return top;
    const va = rijen[a * breedte + bijV] as number;
    const vb = rijen[b * breedte + bijV] as number;
    let beste = -1;
    if (ea >= 0 && eb >= 0) {
      beste = paar(ea, eb);
      if (beste === top) return top;
      for (let i = 0; i < ACHTERNAMEN; i++) {
        const x = rijen[ia + i] as number;
        if (x < 0) break;
        for (let j = i === 0 ? 1 : 0; j < ACHTERNAMEN; j++) {
          const y = rijen[ib + j] as number;
          if (y < 0) break;
          const n = paar(x, y);
          if (n === top) return A.deel;
          if (n > beste) beste = n;
        }
      }
      if (beste >= A.bijna) return beste;
    }
    // Swapped: at least one side must fit exactly, and the other must fit or be unknown.
    if (ea >= 0 && vb >= 0 && (eb < 0 || va < 0)) {
      if (kruisVan(ea, vb) === 2 && va < 0 !== eb < 0) return A.verwisseld;
    } else if (eb >= 0 && va >= 0 && (ea < 0 || vb < 0)) {
      if (kruisVan(eb, va) === 2 && vb < 0 !== ea < 0) return A.verwisseld;
    } else if (ea >= 0 && eb >= 0 && va >= 0 && vb >= 0) {
      const k1 = kruisVan(ea, vb);
      if (k1 > 0 && k1 + kruisVan(eb, va) >= 3) return A.verwisseld;
    }
    return beste;
  };
}

function maakVoornaam(r: Register, plek: number): Veldvergelijker {
  const w = r.voornaamWoorden;
  const geheugen = new Paargeheugen((a, b) => niveauVoornaam(w[a] as string, w[b] as string));
  const begin = w.map(beginlettersVan);
  const l = r.letterWoorden;
  const achternaamPlek = r.vergelijkingen.findIndex((v) => v.vorm === 'achternaam' && plek > 0);
  const kenmerk = Int32Array.from(w, tekstKenmerk);
  const familie = Uint8Array.from(w, (x) => (naamfamilies(x).length > 0 ? 1 : 0));
  const kort = Uint8Array.from(w, (x) => (x.length < 5 ? 1 : 0));
  const eerste = Uint16Array.from(w, (x) => x.charCodeAt(0));
  const paar = (x: number, y: number): number => {
    if (x === y) return V.gelijk;
    // Families know names that share no letter, and a short name may begin a long one.
    return (familie[x] === 1 && familie[y] === 1) ||
      kort[x] === 1 ||
      kort[y] === 1 ||
      eerste[x] === eerste[y] ||
      kanLijken(kenmerk[x] as number, kenmerk[y] as number, 0.87)
      ? geheugen.van(x, y)
      : V.anders;
  };
  const { rijen, breedte } = r;
  const bijV = 2 * r.vergelijkingen.length + ACHTERNAMEN;
  return (a, b, uit) => {
    // Swapped names are one finding, not two.
    if (achternaamPlek >= 0 && uit[achternaamPlek] === A.verwisseld) return -1;
    const ia = a * breedte + bijV;
    const ib = b * breedte + bijV;
    const x = rijen[ia] as number;
    const y = rijen[ib] as number;
    if (x < 0 || y < 0) {
      const la = rijen[ia + VOORNAMEN] as number;
      const lb = rijen[ib + VOORNAMEN] as number;
      if (la < 0 || lb < 0) return -1;
      if ((l[la] as string).charCodeAt(0) === (l[lb] as string).charCodeAt(0)) return V.voorletter;
      // An initial belongs to the church name: "H." may be Rik. That tells nothing, for or against.
      const letter = (l[x >= 0 ? lb : la] as string).charAt(0);
      const naam = x >= 0 ? x : y;
      return naam >= 0 && (begin[naam] as string).includes(letter) ? -1 : V.anders;
    }
    if (x === y) {
      const x2 = rijen[ia + 1] as number;
      const y2 = rijen[ib + 1] as number;
      const botst = x2 >= 0 && y2 >= 0 && x2 !== y2 && paar(x2, y2) < V.bijna;
      return botst ? V.roepnaam : V.gelijk;
    }
    if (rijen[ia + VOORNAMEN + 1] === rijen[ib + VOORNAMEN + 1]) return V.gelijk;
    const eerst = paar(x, y);
    if (eerst >= V.bijna) return eerst;
    // The call name may come from a later given name.
    for (let i = 0; i < VOORNAMEN; i++) {
      const p = rijen[ia + i] as number;
      if (p < 0) break;
      for (let j = i === 0 ? 1 : 0; j < (i === 0 ? VOORNAMEN : 1); j++) {
        const q = rijen[ib + j] as number;
        if (q < 0) break;
        if (paar(p, q) >= V.roepnaam) return V.roepnaam;
      }
    }
    return eerst;
  };
}
