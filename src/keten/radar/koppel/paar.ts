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
import { ACHTERNAMEN, type Register, type Vergelijking, VOORNAMEN } from './register.ts';

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

function telBits(x: number): number {
  let y = x - ((x >>> 1) & 0x55555555);
  y = (y & 0x33333333) + ((y >>> 2) & 0x33333333);
  return Math.imul((y + (y >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Which letters a word has: enough to know in a few steps that two words cannot be alike, as most are not. */
class Letters {
  private readonly masker: Int32Array;
  private readonly lengte: Uint16Array;
  private readonly eerste: Uint16Array;
  constructor(woorden: readonly string[]) {
    this.masker = new Int32Array(woorden.length);
    this.lengte = new Uint16Array(woorden.length);
    this.eerste = new Uint16Array(woorden.length);
    woorden.forEach((w, i) => {
      let m = 0;
      for (let k = 0; k < w.length; k++) m |= 1 << (w.charCodeAt(k) & 31);
      this.masker[i] = m;
      this.lengte[i] = w.length;
      this.eerste[i] = w.charCodeAt(0) || 0;
    });
  }
  /** Can the Jaro-Winkler similarity reach this, or the edits be two at most? */
  kunnen(i: number, j: number, drempel: number): boolean {
    const [x, y] = [this.masker[i] as number, this.masker[j] as number];
    const [lx, ly] = [this.lengte[i] as number, this.lengte[j] as number];
    const gemeen = Math.min(lx - telBits(x & ~y), ly - telBits(y & ~x));
    if (gemeen >= Math.max(lx, ly) - 2) return true;
    if (gemeen <= 0) return false;
    const jaro = (gemeen / lx + gemeen / ly + 1) / 3;
    return (this.eerste[i] === this.eerste[j] ? jaro + 0.4 * (1 - jaro) : jaro) >= drempel;
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
  if (Math.min(a.length, b.length) >= 4 && bewerkingen(a, b, 1) <= 1) return 2;
  const streek = a.length >= 6 || b.length >= 6 ? Math.max(3, Math.min(a.length, b.length) - 3) : 3;
  return a.slice(0, Math.min(4, streek)) === b.slice(0, Math.min(4, streek)) ? 1 : 0;
}

function niveauEmail(a: string, b: string): number {
  const kortste = Math.min(a.length, b.length);
  if (kortste >= 8 && bewerkingen(a, b, 2) <= 2) return 3;
  const [x = '', dx = ''] = a.split('@');
  const [y = '', dy = ''] = b.split('@');
  const kaal = (t: string): string => t.replace(/[^\p{L}\p{N}]/gu, '');
  if (kaal(x) === kaal(y)) return 2;
  return lijktMinstens(kaal(x), kaal(y), 0.9) || (dx === dy && dx !== '' && bewerkingen(x, y, 2) <= 2)
    ? 1
    : 0;
}

/** A stored birth date (`leesDatum`) in parts. 1 January stands for "only the year is known", as in the live radar. */
function deelGeboorte(tekst: string): Geboortedeel {
  if (!/^\d{8}$/.test(tekst)) return { jaar: 0, maand: 0, dag: 0, geboortedatum: '' };
  const [jaar, maand, dag] = [
    Number(tekst.slice(0, 4)),
    Number(tekst.slice(4, 6)),
    Number(tekst.slice(6, 8)),
  ];
  const compleet = jaar > 0 && maand > 0 && dag > 0 && !(maand === 1 && dag === 1);
  return { jaar, maand, dag, geboortedatum: compleet ? tekst : '' };
}

export type Paarvergelijker = (a: number, b: number, uit: Int8Array) => void;

/**
 * Makes the comparer of a register. It keeps a memory of its own, so every thread makes one.
 * @returns fills `uit` with one level per comparison, −1 where either row does not know
 */
export function maakPaarvergelijker(r: Register): Paarvergelijker {
  const doen = r.vergelijkingen.map((v, i) => maakVeld(r, v, i));
  return (a, b, uit) => {
    for (let v = 0; v < doen.length; v++) uit[v] = (doen[v] as Veldvergelijker)(a, b, uit);
  };
}

/** Compares two persons of whom each field stands in a row of its own (−1 = in none). */
export type Profielvergelijker = (a: Int32Array, b: Int32Array, uit: Int8Array) => void;

export function maakProfielvergelijker(r: Register): Profielvergelijker {
  const doen = r.vergelijkingen.map((v, i) => maakVeld(r, v, i));
  return (a, b, uit) => {
    for (let v = 0; v < doen.length; v++) {
      const [x, y] = [a[v] as number, b[v] as number];
      uit[v] = x < 0 || y < 0 ? -1 : (doen[v] as Veldvergelijker)(x, y, uit);
    }
  };
}

type Veldvergelijker = (a: number, b: number, uit: Int8Array) => number;

function maakVeld(r: Register, v: Vergelijking, plek: number): Veldvergelijker {
  if (v.vorm === 'achternaam') return maakAchternaam(r);
  if (v.vorm === 'voornaam') return maakVoornaam(r, plek);
  if (v.vorm === 'geboorte') return maakGeboorte(v);
  if (v.vorm === 'tekst') return maakTekst(r, v);
  const top =
    v.vorm === 'nummer' || v.vorm === 'postcode' ? 3 : v.vorm === 'email' ? 4 : v.vorm === 'klasse' ? 1 : 2;
  const w = v.woorden;
  const doe = (f: (a: string, b: string) => number) =>
    new Paargeheugen((a, b) => f(w[a] as string, w[b] as string));
  const geheugen =
    v.vorm === 'nummer'
      ? doe(niveauNummer)
      : v.vorm === 'postcode'
        ? doe(niveauPostcode)
        : v.vorm === 'email'
          ? doe(niveauEmail)
          : v.vorm === 'klasse'
            ? doe(() => 0)
            : doe((a, b) => (bewerkingen(a, b, 1) <= 1 ? 1 : 0));
  const { waarde } = v;
  // A postcode may agree in its first signs only, a mail in its first part: those are always looked at.
  const letters = v.vorm === 'nummer' ? new Letters(w) : undefined;
  // Two BSNs that both pass the elfproef are of two persons, however alike: a slip would fail it ten times in eleven.
  const geldig = v.naam.startsWith('bsn') ? Uint8Array.from(w, (x) => (isGeldigBsn(x) ? 1 : 0)) : undefined;
  return (a, b) => {
    const x = waarde[a] as number;
    const y = waarde[b] as number;
    if (x < 0 || y < 0) return -1;
    if (x === y) return top;
    if (geldig !== undefined && geldig[x] === 1 && geldig[y] === 1) return 0;
    return letters !== undefined && !letters.kunnen(x, y, 1) ? 0 : geheugen.van(x, y);
  };
}

function maakTekst(r: Register, v: Vergelijking): Veldvergelijker {
  const w = v.woorden;
  const teksten = w.map(leesTekst);
  const letters = new Letters(teksten.map((t) => t.plat));
  const meer = Uint8Array.from(teksten, (t) => (t.woorden.length > 1 ? 1 : 0));
  const geheugen = new Paargeheugen((a, b) => niveauTekst(teksten[a] as Tekst, teksten[b] as Tekst));
  const { waarde } = v;
  const ander = v.kruis < 0 ? undefined : r.vergelijkingen[v.kruis];
  const kruis =
    ander === undefined ? undefined : new Map(ander.woorden.map((woord, i) => [woord, i] as const));
  // Number of each of our values in the other column, where it occurs there.
  const daar = kruis === undefined ? undefined : Int32Array.from(w, (woord) => kruis.get(woord) ?? -1);
  return (a, b) => {
    const x = waarde[a] as number;
    const y = waarde[b] as number;
    if (x >= 0 && x === y) return T.gelijk;
    if (daar !== undefined && ander !== undefined) {
      if (
        (x >= 0 && daar[x] === ander.waarde[b] && daar[x] !== -1) ||
        (y >= 0 && daar[y] === ander.waarde[a] && daar[y] !== -1)
      )
        return T.verwisseld;
    }
    if (x < 0 || y < 0) return -1;
    if (meer[x] === 0 && meer[y] === 0 && !letters.kunnen(x, y, 0.8)) return T.anders;
    return geheugen.van(x, y);
  };
}

function maakGeboorte(v: Vergelijking): Veldvergelijker {
  const delen = v.woorden.map(deelGeboorte);
  const top = NIVEAUS.geboorte.indexOf('gelijk');
  const anders = NIVEAUS.geboorte.indexOf('anders');
  const geheugen = new Paargeheugen((a, b) => {
    const [x, y] = [delen[a] as Geboortedeel, delen[b] as Geboortedeel];
    // Text that is no date is different from every other text.
    if (x.jaar === 0 || y.jaar === 0) return anders;
    return niveauGeboorte(x, y);
  });
  const onvolledig = NIVEAUS.geboorte.indexOf('onvolledig');
  const { waarde } = v;
  return (a, b) => {
    const x = waarde[a] as number;
    const y = waarde[b] as number;
    if (x < 0 || y < 0) return -1;
    if (x !== y) return geheugen.van(x, y);
    const d = delen[x] as Geboortedeel;
    return d.geboortedatum === '' && d.jaar > 0 ? onvolledig : top;
  };
}

function maakAchternaam(r: Register): Veldvergelijker {
  const vormen = r.vormen.kern.map(
    (kern, i): Naamvorm => ({
      kern,
      heel: r.vormen.heel[i] as string,
      klank: klank(kern) || kern,
      grof: klankGrof(kern) || kern,
    }),
  );
  const geheugen = new Paargeheugen((a, b) => niveauAchternaam(vormen[a] as Naamvorm, vormen[b] as Naamvorm));
  const w = r.voornaamWoorden;
  // Given name and surname in each other's place, also when one letter slipped on the way.
  const kruis = new Paargeheugen((a, b) => {
    const kern = (vormen[a] as Naamvorm).kern;
    const naam = w[b - vormen.length] as string;
    if (kern === naam) return 2;
    return Math.min(kern.length, naam.length) >= 4 && bewerkingen(kern, naam, 1) <= 1 ? 1 : 0;
  });
  const letters = new Letters(r.vormen.kern);
  const boek = new Map<string, number>();
  const nummer = (klankOfGrof: string): number => {
    const nr = boek.get(klankOfGrof) ?? boek.size;
    boek.set(klankOfGrof, nr);
    return nr;
  };
  const klanken = Int32Array.from(vormen, (x) => nummer(x.klank));
  const groven = Int32Array.from(vormen, (x) => nummer(`.${x.grof}`));
  const geheel = Int32Array.from(vormen, (x) => nummer(`-${x.heel}`));
  const kernen = Int32Array.from(vormen, (x) => nummer(`-${x.kern}`));
  const paar = (x: number, y: number): number => {
    if (x === y) return A.gelijk;
    const klinkt = klanken[x] === klanken[y] || groven[x] === groven[y];
    const geplakt = geheel[x] === geheel[y] || geheel[x] === kernen[y] || kernen[x] === geheel[y];
    return klinkt || geplakt || letters.kunnen(x, y, 0.88) ? geheugen.van(x, y) : A.anders;
  };
  const { achternamen, voornamen } = r;
  const top = A.gelijk;
  return (a, b) => {
    const ia = a * ACHTERNAMEN;
    const ib = b * ACHTERNAMEN;
    const ea = achternamen[ia] as number;
    const eb = achternamen[ib] as number;
    const va = voornamen[a * VOORNAMEN] as number;
    const vb = voornamen[b * VOORNAMEN] as number;
    if (ea >= 0 && ea === eb) return top;
    let beste = -1;
    if (ea >= 0 && eb >= 0) {
      beste = paar(ea, eb);
      if (beste === top) return top;
      for (let i = 0; i < ACHTERNAMEN; i++) {
        const x = achternamen[ia + i] as number;
        if (x < 0) break;
        for (let j = i === 0 ? 1 : 0; j < ACHTERNAMEN; j++) {
          const y = achternamen[ib + j] as number;
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
      if (va < 0 || eb < 0) {
        const k = kruis.van(ea, vormen.length + vb);
        if (k === 2 && va < 0 !== eb < 0) return A.verwisseld;
      }
    } else if (eb >= 0 && va >= 0 && (ea < 0 || vb < 0)) {
      const k = kruis.van(eb, vormen.length + va);
      if (k === 2 && vb < 0 !== ea < 0) return A.verwisseld;
    } else if (ea >= 0 && eb >= 0 && va >= 0 && vb >= 0) {
      const k1 = kruis.van(ea, vormen.length + vb);
      if (k1 > 0 && k1 + kruis.van(eb, vormen.length + va) >= 3) return A.verwisseld;
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
  const { voornamen, letters, voornaamHeel } = r;
  const letterlijk = new Letters(w);
  const familie = Uint8Array.from(w, (x) => (naamfamilies(x).length > 0 ? 1 : 0));
  const kort = Uint8Array.from(w, (x) => (x.length < 5 ? 1 : 0));
  const eerste = Uint16Array.from(w, (x) => x.charCodeAt(0));
  const paar = (x: number, y: number): number => {
    if (x === y) return V.gelijk;
    // Families know names that share no letter, and a short name may begin a long one.
    if (
      (familie[x] === 1 && familie[y] === 1) ||
      kort[x] === 1 ||
      kort[y] === 1 ||
      letterlijk.kunnen(x, y, 0.87)
    )
      return geheugen.van(x, y);
    if (eerste[x] !== eerste[y]) return V.anders;
    return geheugen.van(x, y);
  };
  return (a, b, uit) => {
    // Swapped names are one finding, not two.
    if (achternaamPlek >= 0 && uit[achternaamPlek] === A.verwisseld) return -1;
    const ia = a * VOORNAMEN;
    const ib = b * VOORNAMEN;
    const x = voornamen[ia] as number;
    const y = voornamen[ib] as number;
    if (x < 0 || y < 0) {
      const la = letters[a] as number;
      const lb = letters[b] as number;
      if (la < 0 || lb < 0) return -1;
      if ((l[la] as string).charCodeAt(0) === (l[lb] as string).charCodeAt(0)) return V.voorletter;
      // An initial belongs to the church name: "H." may be Rik. That tells nothing, for or against.
      const letter = (l[x >= 0 ? lb : la] as string).charAt(0);
      const naam = x >= 0 ? x : y;
      return naam >= 0 && (begin[naam] as string).includes(letter) ? -1 : V.anders;
    }
    const x2 = voornamen[ia + 1] as number;
    const y2 = voornamen[ib + 1] as number;
    if (x === y) {
      const botst = x2 >= 0 && y2 >= 0 && x2 !== y2 && paar(x2, y2) < V.bijna;
      return botst ? V.roepnaam : V.gelijk;
    }
    if (voornaamHeel[a] === voornaamHeel[b]) return V.gelijk;
    const eerst = paar(x, y);
    if (eerst >= V.bijna) return eerst;
    // The call name may come from a later given name.
    for (let i = 0; i < VOORNAMEN; i++) {
      const p = voornamen[ia + i] as number;
      if (p < 0) break;
      for (let j = 0; j < VOORNAMEN; j++) {
        const q = voornamen[ib + j] as number;
        if (q < 0) break;
        if (i > 0 && j > 0) continue;
        if (i === 0 && j === 0) continue;
        if (paar(p, q) >= V.roepnaam) return V.roepnaam;
      }
    }
    return eerst;
  };
}
