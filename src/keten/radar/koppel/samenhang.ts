// SPDX-License-Identifier: EUPL-1.2
/**
 * What the other mentions say about a pair. Groups grow by their profiles; a mention is of one person, so who fits two
 * groups that cannot be one fits neither surely. The pieces of that work that threads divide, and what ties them together.
 */
import type { Banden } from './clusters.ts';
import type { Oordeel, Profielboek, Profielweger } from './profiel.ts';

/** Bits from which two groups are one by their profiles. Standaardwaarde. */
const SAMEN = 4;

/** Bits by which the own group must be ahead of one that it can never be joined with. Standaardwaarde. */
const AFSTAND = 5;

/**
 * Bits by which one person must be likelier than twins or namesakes before a mention joins without being asked: in all, and
 * of those from what stands in the mention itself. That twins are rare does not make somebody who is not told apart from his
 * twin the same person.
 */
const NIET_FAMILIE = 6.5;
const EIGEN_BEWIJS = 2;

/** Whether a person must say that these are one, for twins or namesakes explain it nearly as well. */
function isVraag(o: Oordeel): boolean {
  return o.bovenFamilie < NIET_FAMILIE || o.bewijs < EIGEN_BEWIJS;
}

/** Below this a pair is not worth a look at the groups behind it. */
const WAARD = -8;

/** Groups of more rows than this do not get all their pairs written: their pairs would be more than all others. */
const GROEP_HOOGSTENS = 1000;

/** Pairs by row: those that begin at a row stand together in `paren`, those that end there are listed. */
export interface Buren {
  readonly begin: Uint32Array;
  readonly terugBegin: Uint32Array;
  readonly terug: Uint32Array;
}

function deelbaar(n: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(Math.max(4, n * 4)), 0, n);
}

/** @param p pairs in the order of their first row, then of their second */
export function maakBuren(n: number, p: { readonly a: Int32Array; readonly b: Int32Array }): Buren {
  const uit = { begin: deelbaar(n + 1), terugBegin: deelbaar(n + 1), terug: deelbaar(p.a.length) };
  for (let k = 0; k < p.a.length; k++) {
    const [a, b] = [(p.a[k] as number) + 1, (p.b[k] as number) + 1];
    uit.begin[a] = (uit.begin[a] as number) + 1;
    uit.terugBegin[b] = (uit.terugBegin[b] as number) + 1;
  }
  for (let i = 0; i < n; i++) {
    uit.begin[i + 1] = (uit.begin[i + 1] as number) + (uit.begin[i] as number);
    uit.terugBegin[i + 1] = (uit.terugBegin[i + 1] as number) + (uit.terugBegin[i] as number);
  }
  const op = uit.terugBegin.slice();
  for (let k = 0; k < p.b.length; k++) {
    const b = p.b[k] as number;
    uit.terug[op[b] as number] = k;
    op[b] = (op[b] as number) + 1;
  }
  return uit;
}

/**
 * Pairs of groups between which a pair of rows stands, each once, as a number c·n + d with c < d; in rising order.
 * @param gewijzigd only pairs of which one group has a 1 here
 */
export function groepsparen(p: Banden, cluster: Int32Array, gewijzigd?: Uint8Array): Float64Array {
  const n = cluster.length;
  const past = (i: number): boolean => {
    if ((p.bits[i] as number) < WAARD) return false;
    const [c, d] = [cluster[p.a[i] as number] as number, cluster[p.b[i] as number] as number];
    return c !== d && (gewijzigd === undefined || gewijzigd[c] === 1 || gewijzigd[d] === 1);
  };
  let m = 0;
  for (let i = 0; i < p.a.length; i++) if (past(i)) m++;
  const uit = new Float64Array(new SharedArrayBuffer(Math.max(8, m * 8)), 0, m);
  m = 0;
  for (let i = 0; i < p.a.length; i++) {
    if (!past(i)) continue;
    const [c, d] = [cluster[p.a[i] as number] as number, cluster[p.b[i] as number] as number];
    uit[m++] = Math.min(c, d) * n + Math.max(c, d);
  }
  uit.sort();
  let k = 0;
  for (let i = 0; i < m; i++) if (i === 0 || uit[i] !== uit[i - 1]) uit[k++] = uit[i] as number;
  return uit.subarray(0, k);
}

/** Pairs of groups that may be one person's, strongest first when sorted. */
export interface Samenvoegingen {
  readonly c: Int32Array;
  readonly d: Int32Array;
  readonly bits: Float64Array;
}

/** Which of these pairs of groups are one person's by their profiles? */
export function weegGroepsparen(w: Profielweger, n: number, codes: Float64Array): Samenvoegingen {
  const uit = { c: [] as number[], d: [] as number[], bits: [] as number[] };
  for (const code of codes) {
    const [c, d] = [Math.floor(code / n), code % n];
    const o = w.weegGroepen(c, d);
    if (o.familie || o.bits < SAMEN) continue;
    uit.c.push(c);
    uit.d.push(d);
    uit.bits.push(o.bits);
  }
  return { c: Int32Array.from(uit.c), d: Int32Array.from(uit.d), bits: Float64Array.from(uit.bits) };
}

/** Joins the strongest pairs of groups in place, each group once, and returns the pairs of groups that did not change. */
export function voegGroepen(
  cluster: Int32Array,
  kandidaten: readonly Samenvoegingen[],
  gewijzigd: Uint8Array,
): Samenvoegingen {
  const alle = kandidaten.flatMap((k) =>
    Array.from(k.c, (c, i) => ({ c, d: k.d[i] as number, bits: k.bits[i] as number })),
  );
  alle.sort((x, y) => y.bits - x.bits || x.c - y.c || x.d - y.d);
  gewijzigd.fill(0);
  const naar = new Map<number, number>();
  for (const { c, d } of alle) {
    if (gewijzigd[c] === 1 || gewijzigd[d] === 1) continue;
    gewijzigd[c] = 1;
    gewijzigd[d] = 1;
    naar.set(d, c);
  }
  for (let i = 0; i < cluster.length; i++)
    cluster[i] = naar.get(cluster[i] as number) ?? (cluster[i] as number);
  const over = alle.filter((x) => gewijzigd[x.c] === 0 && gewijzigd[x.d] === 0);
  return {
    c: Int32Array.from(over, (x) => x.c),
    d: Int32Array.from(over, (x) => x.d),
    bits: Float64Array.from(over, (x) => x.bits),
  };
}

/** So many of the groups over both files may have more than one row of a file, where neither file has doubles. Standaardwaarde. */
const DUBBEL_HOOGSTENS = 0.03;

/**
 * Two files of which neither has double persons, as hardly any group shows one: then every group is one row of each file.
 * Of groups with more, the strongest links stay, each row once; who is left over may still be of the group, as its second
 * best.
 * @returns undefined where the files do have doubles
 */
export function eenOpEen(p: Banden, nA: number, cluster: Int32Array): Int32Array | undefined {
  const n = cluster.length;
  const inA = new Int32Array(n);
  const inB = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const tel = i < nA ? inA : inB;
    const c = cluster[i] as number;
    tel[c] = (tel[c] as number) + 1;
  }
  const teVeel = (c: number): boolean => (inA[c] as number) > 1 || (inB[c] as number) > 1;
  let [beide, meer] = [0, 0];
  for (let c = 0; c < n; c++) {
    if (inA[c] === 0 || inB[c] === 0) continue;
    beide++;
    if (teVeel(c)) meer++;
  }
  if (beide === 0 || meer > DUBBEL_HOOGSTENS * beide) return undefined;
  const uit = cluster.slice();
  for (let i = 0; i < n; i++) if (teVeel(cluster[i] as number)) uit[i] = i;
  const banden: number[] = [];
  for (let k = 0; k < p.a.length; k++) {
    const c = cluster[p.a[k] as number] as number;
    if (c === cluster[p.b[k] as number] && teVeel(c)) banden.push(k);
  }
  banden.sort((x, y) => (p.bits[y] as number) - (p.bits[x] as number) || x - y);
  const bezet = new Uint8Array(n);
  for (const k of banden) {
    const [a, b] = [p.a[k] as number, p.b[k] as number];
    if (bezet[a] === 1 || bezet[b] === 1) continue;
    bezet[a] = 1;
    bezet[b] = 1;
    uit[b] = a;
  }
  return uit;
}

/** How likely it is that a row is of nobody else, for rows of the first file and of the second. */
export interface Nieuw {
  readonly a: number;
  readonly b: number;
}

/** However many of a file are found in the other: so many may still be new. Standaardwaarde. */
const NIEUW_MINSTENS = 0.1;

/**
 * Where a person is at most once in each of two files, a row that has its like in the other file is not new: of two files
 * of the same people hardly any row is. Where there may be more, being new costs nothing.
 * @param zelfde chance that a pair is of one person
 */
export function kansNieuw(zelfde: number, nA: number, nB: number): Nieuw {
  const rest = (ander: number): number => Math.max(NIEUW_MINSTENS, 1 - zelfde * ander);
  return { a: rest(nB), b: rest(nA) };
}

/** Room for one number per row: stamps (−1 before the first row), and a list. */
export interface Kladblok {
  readonly gezien: Int32Array;
  readonly lijst: Int32Array;
}

/** Finds the groups that a row may be of, each once: its own first (where it is not alone), then those of its pairs. */
class Groepenzoeker {
  private readonly p: Banden;
  private readonly buren: Buren;
  private readonly boek: Profielboek;
  private readonly gezien: Int32Array;
  readonly groepen: Int32Array;
  constructor(p: Banden, buren: Buren, boek: Profielboek, klad: Kladblok) {
    this.p = p;
    this.buren = buren;
    this.boek = boek;
    this.gezien = klad.gezien;
    this.groepen = klad.lijst;
  }
  zoek(rij: number): number {
    const { p, buren, gezien, groepen } = this;
    const { cluster, begin } = this.boek;
    const eigen = cluster[rij] as number;
    let m = 0;
    gezien[eigen] = rij;
    if ((begin[eigen + 1] as number) - (begin[eigen] as number) > 1) groepen[m++] = eigen;
    const neem = (k: number, ander: number): void => {
      const c = cluster[ander] as number;
      if (gezien[c] === rij || (p.bits[k] as number) < WAARD) return;
      gezien[c] = rij;
      groepen[m++] = c;
    };
    for (let k = buren.begin[rij] as number; k < (buren.begin[rij + 1] as number); k++)
      neem(k, p.b[k] as number);
    for (let x = buren.terugBegin[rij] as number; x < (buren.terugBegin[rij + 1] as number); x++) {
      const k = buren.terug[x] as number;
      neem(k, p.a[k] as number);
    }
    return m;
  }
}

/** Per row the groups that it may be of, with the bits for each. */
export interface Lidmaatschap {
  readonly begin: Uint32Array;
  readonly groep: Int32Array;
  readonly bits: Float64Array;
  /** 1: twins or namesakes explain it better; 2: it is the own group, and a person must say so. */
  readonly vlag: Uint8Array;
  /** The sum of odds over all groups, and of being someone new. */
  readonly noemer: Float64Array;
}

/** Memberships found before, and the groups that have other rows since then: only who is near those is weighed again. */
export interface Eerder {
  readonly lid: Lidmaatschap;
  readonly gewijzigd: Uint8Array;
}

/** The memberships of some rows: `begin` counts from 0. */
export function weegLeden(
  p: Banden,
  buren: Buren,
  boek: Profielboek,
  w: Profielweger,
  klad: Kladblok,
  nieuw: (rij: number) => number,
  van: number,
  tot: number,
  eerder?: Eerder,
): Lidmaatschap {
  const zoeker = new Groepenzoeker(p, buren, boek, klad);
  const uit = new Ledenlijst(van, tot);
  for (let i = van; i < tot; i++) {
    const eigen = boek.cluster[i] as number;
    if (eerder !== undefined && uit.neemOver(eerder, i, eigen)) continue;
    const m = zoeker.zoek(i);
    let som = nieuw(i);
    for (let x = 0; x < m; x++) {
      const c = zoeker.groepen[x] as number;
      const o = w.weegRij(i, c);
      const onzeker = c === eigen && isVraag(o);
      uit.bij(c, o.bits, (o.familie ? 1 : 0) + (onzeker ? 2 : 0));
      som += 2 ** o.bits;
    }
    uit.sluitRij(i, som);
  }
  return uit.klaar();
}

/** Memberships while they are found. */
class Ledenlijst {
  private readonly van: number;
  private readonly begin: Uint32Array;
  private readonly noemer: Float64Array;
  private groep = new Int32Array(4096);
  private bits = new Float64Array(4096);
  private vlag = new Uint8Array(4096);
  private aantal = 0;
  constructor(van: number, tot: number) {
    this.van = van;
    this.begin = new Uint32Array(tot - van + 1);
    this.noemer = new Float64Array(tot - van);
  }
  bij(groep: number, bits: number, vlag: number): void {
    if (this.aantal === this.groep.length) {
      const ruimer = <T extends Int32Array | Float64Array | Uint8Array>(x: T): T => {
        const y = new (x.constructor as new (n: number) => T)(x.length * 2);
        y.set(x as never);
        return y;
      };
      this.groep = ruimer(this.groep);
      this.bits = ruimer(this.bits);
      this.vlag = ruimer(this.vlag);
    }
    this.groep[this.aantal] = groep;
    this.bits[this.aantal] = bits;
    this.vlag[this.aantal++] = vlag;
  }
  sluitRij(rij: number, noemer: number): void {
    this.noemer[rij - this.van] = noemer;
    this.begin[rij - this.van + 1] = this.aantal;
  }
  /** What was found before, when none of the groups of this row changed. */
  neemOver({ lid, gewijzigd }: Eerder, rij: number, eigen: number): boolean {
    const [eerste, eind] = [lid.begin[rij] as number, lid.begin[rij + 1] as number];
    if (gewijzigd[eigen] === 1) return false;
    for (let x = eerste; x < eind; x++) if (gewijzigd[lid.groep[x] as number] === 1) return false;
    for (let x = eerste; x < eind; x++)
      this.bij(lid.groep[x] as number, lid.bits[x] as number, lid.vlag[x] as number);
    this.sluitRij(rij, lid.noemer[rij] as number);
    return true;
  }
  klaar(): Lidmaatschap {
    const { begin, noemer, aantal } = this;
    return {
      begin,
      noemer,
      groep: this.groep.slice(0, aantal),
      bits: this.bits.slice(0, aantal),
      vlag: this.vlag.slice(0, aantal),
    };
  }
}

/** The groups of which the rows differ between two groupings. */
export function gewijzigdeGroepen(oud: Int32Array, nieuw: Int32Array): Uint8Array {
  const uit = new Uint8Array(new SharedArrayBuffer(Math.max(1, oud.length)), 0, oud.length);
  for (let i = 0; i < oud.length; i++) {
    const [c, d] = [oud[i] as number, nieuw[i] as number];
    if (c === d) continue;
    uit[c] = 1;
    uit[d] = 1;
  }
  return uit;
}

/** Asks the same about a number once only. */
function eenKeer(vraag: (nummer: number) => boolean): (nummer: number) => boolean {
  const bekend = new Map<number, boolean>();
  return (nummer) => {
    const uit = bekend.get(nummer) ?? vraag(nummer);
    bekend.set(nummer, uit);
    return uit;
  };
}

/**
 * Rows that fit another group about as well as their own while the two groups can never be one (twins, father and son):
 * a question for a person.
 * @param streng also who is in a group that holds two persons (`zijnTwee`) or goes by another's second name there (`heetAlsTweede`); and while
 *   a person must say whether the two groups are one, who gives no name of his own (initials, or nothing) as soon as he may be of the other
 *   at all: a slip of his twin makes him no other person
 */
export function zoekTwijfel(
  boek: Profielboek,
  lid: Lidmaatschap,
  w: Profielweger,
  van: number,
  tot: number,
  streng: boolean,
): Int32Array {
  const n = boek.cluster.length;
  const zijnTwee = eenKeer((groep) => w.zijnTwee(groep));
  /** Of two groups, as one number c·n + d with c < d. */
  const botsen = eenKeer((code) => {
    const tussen = w.weegGroepen(Math.floor(code / n), code % n);
    return streng ? isVraag(tussen) : tussen.familie;
  });
  const los: number[] = [];
  for (let i = van; i < tot; i++) {
    const eigen = boek.cluster[i] as number;
    if (streng && (zijnTwee(eigen) || w.heetAlsTweede(i))) {
      los.push(i);
      continue;
    }
    const eerste = lid.begin[i] as number;
    const eind = lid.begin[i + 1] as number;
    if (eind - eerste < 2 || lid.groep[eerste] !== eigen) continue;
    const vanaf = !streng || w.heeftNaam(i) ? (lid.bits[eerste] as number) - AFSTAND : 0;
    for (let x = eerste + 1; x < eind; x++) {
      const groep = lid.groep[x] as number;
      if (((lid.vlag[x] as number) & 1) === 1 || (lid.bits[x] as number) <= vanaf) continue;
      if (!botsen(Math.min(eigen, groep) * n + Math.max(eigen, groep))) continue;
      los.push(i);
      break;
    }
  }
  return Int32Array.from(los);
}

/** Rows of which a person must say that they are of their group. */
export function zoekOnzekere(lid: Lidmaatschap): Int32Array {
  const uit: number[] = [];
  for (let i = 0; i + 1 < lid.begin.length; i++)
    for (let x = lid.begin[i] as number; x < (lid.begin[i + 1] as number); x++)
      if (((lid.vlag[x] as number) & 2) === 2) uit.push(i);
  return Int32Array.from(uit);
}

/** Takes rows out of their groups. A group is named after its lowest row: when that one leaves, the next gives the name. */
export function zonder(cluster: Int32Array, los: readonly Int32Array[]): Int32Array {
  const uit = new Int32Array(new SharedArrayBuffer(Math.max(4, cluster.length * 4)), 0, cluster.length);
  uit.set(cluster);
  for (const lijst of los) for (const i of lijst) uit[i] = -1;
  const naam = new Int32Array(cluster.length).fill(-1);
  for (let i = 0; i < uit.length; i++) {
    const c = uit[i] as number;
    if (c < 0) {
      uit[i] = i;
      continue;
    }
    if ((naam[c] as number) < 0) naam[c] = i;
    uit[i] = naam[c] as number;
  }
  return uit;
}

export interface Gewogenparen {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Bits of the pair by itself; NaN where only their group joins them. */
  readonly los: Float32Array;
  readonly gewicht: Float64Array;
}

/**
 * log₂ odds per pair that both are one person, given all others: as sure as the least sure of the two is of its group.
 * The pairs are those kept, and with them those that ended in one group without having been looked at.
 * @param zeker the groups that need no question (those of `boek` are what is believed)
 * @param vanaf pairs below this many bits are left out
 */
export function weegSamen(
  p: Banden,
  buren: Buren,
  boek: Profielboek,
  lid: Lidmaatschap,
  zeker: Int32Array,
  nA: number,
  van: number,
  tot: number,
  vanaf: number,
): Gewogenparen {
  const { cluster } = boek;
  /** log₂ odds that a row is of a group, among all groups that it may be of; −40 when it was never near it. */
  const bitsVan = (rij: number, groep: number): number => {
    for (let x = lid.begin[rij] as number; x < (lid.begin[rij + 1] as number); x++)
      if (lid.groep[x] === groep) {
        const bits = lid.bits[x] as number;
        return bits - Math.log2(Math.max(1e-12, (lid.noemer[rij] as number) - 2 ** bits));
      }
    return -40;
  };
  const uit = { a: [] as number[], b: [] as number[], los: [] as number[], gewicht: [] as number[] };
  const neem = (a: number, b: number, los: number): void => {
    const bits = Math.min(bitsVan(a, cluster[b] as number), bitsVan(b, cluster[a] as number));
    // What a person must be asked about is never as good as certain (0.99), in the order that it had.
    const gewicht = bits <= 5 || zeker[a] === zeker[b] ? bits : 6.5 - 1.5 * 2 ** ((5 - bits) / 4);
    if (gewicht < vanaf) return;
    uit.a.push(a);
    uit.b.push(b);
    uit.los.push(los);
    uit.gewicht.push(gewicht);
  };
  const n = cluster.length;
  const eersteB = nA === n ? 0 : nA;
  for (let a = van; a < Math.min(tot, nA); a++) {
    const c = cluster[a] as number;
    let g = boek.begin[c] as number;
    const gTot = boek.begin[c + 1] as number;
    if (gTot - g > GROEP_HOOGSTENS) g = gTot;
    while (g < gTot && (boek.leden[g] as number) < Math.max(a + 1, eersteB)) g++;
    for (let k = buren.begin[a] as number; k < (buren.begin[a + 1] as number); k++) {
      const b = p.b[k] as number;
      for (; g < gTot && (boek.leden[g] as number) < b; g++) neem(a, boek.leden[g] as number, Number.NaN);
      if (g < gTot && boek.leden[g] === b) g++;
      neem(a, b, p.bits[k] as number);
    }
    for (; g < gTot; g++) neem(a, boek.leden[g] as number, Number.NaN);
  }
  return {
    a: Int32Array.from(uit.a),
    b: Int32Array.from(uit.b),
    los: Float32Array.from(uit.los),
    gewicht: Float64Array.from(uit.gewicht),
  };
}
