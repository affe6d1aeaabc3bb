// SPDX-License-Identifier: EUPL-1.2
/**
 * What the other mentions say about a pair. Groups grow by their profiles; a mention is of one person, so who fits two
 * groups that cannot be one fits neither surely. From pair weights to groups and chances that agree with each other.
 */
import type { Oordeel, Profielen } from './profiel.ts';

export interface Gewogenparen {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly bits: Float64Array;
}

/** Bits from which two groups are one by their profiles. Standaardwaarde. */
const SAMEN = 4;

/** Bits by which the own group must be ahead of one that it can never be joined with. Standaardwaarde. */
const AFSTAND = 5;

/** Bits by which one person must be likelier than twins or namesakes before a mention joins without being asked. */
const NIET_FAMILIE = 6.5;

/** Below this a pair is not worth a look at the groups behind it. */
const WAARD = -8;

/** Rounds of joining groups. */
const RONDES = 4;

function wortel(ouder: Int32Array, x: number): number {
  let y = x;
  while (ouder[y] !== y) {
    ouder[y] = ouder[ouder[y] as number] as number;
    y = ouder[y] as number;
  }
  return y;
}

/** Pairs of groups between which a pair of rows stands, each once, as a number c·n + d with c < d; in rising order. */
function groepsparen(n: number, p: Gewogenparen, cluster: Int32Array): Float64Array {
  const uit = new Float64Array(p.a.length);
  let m = 0;
  for (let i = 0; i < p.a.length; i++) {
    if ((p.bits[i] as number) < WAARD) continue;
    const [c, d] = [cluster[p.a[i] as number] as number, cluster[p.b[i] as number] as number];
    if (c !== d) uit[m++] = Math.min(c, d) * n + Math.max(c, d);
  }
  const op = uit.subarray(0, m).sort();
  let k = 0;
  for (let i = 0; i < m; i++) if (i === 0 || op[i] !== op[i - 1]) op[k++] = op[i] as number;
  return op.slice(0, k);
}

/** Joins groups whose profiles are one person's: the strongest pair of groups first, each group once per round. */
export function voegGroepen(n: number, p: Gewogenparen, begin: Int32Array, profielen: Profielen): Int32Array {
  let cluster = begin;
  for (let ronde = 0; ronde < RONDES; ronde++) {
    if (ronde > 0) profielen.lees(cluster);
    const kandidaten: { c: number; d: number; bits: number }[] = [];
    for (const code of groepsparen(n, p, cluster)) {
      const [c, d] = [Math.floor(code / n), code % n];
      const o = profielen.weegGroepen(c, d);
      if (!o.familie && o.bits >= SAMEN) kandidaten.push({ c, d, bits: o.bits });
    }
    if (kandidaten.length === 0) break;
    kandidaten.sort((x, y) => y.bits - x.bits || x.c - y.c || x.d - y.d);
    const bezet = new Uint8Array(n);
    const ouder = Int32Array.from({ length: n }, (_, i) => i);
    for (const { c, d } of kandidaten) {
      if (bezet[c] === 1 || bezet[d] === 1) continue;
      bezet[c] = 1;
      bezet[d] = 1;
      ouder[d] = c;
    }
    cluster = cluster.map((c) => wortel(ouder, c));
  }
  return cluster;
}

/** Per row its groups with the bits for each: the row against what the group says. */
class Lidmaatschap {
  readonly groepen: (Map<number, Oordeel> | undefined)[];
  readonly noemer: Float64Array;
  constructor(n: number, p: Gewogenparen, cluster: Int32Array, profielen: Profielen) {
    this.groepen = Array.from({ length: n });
    profielen.lees(cluster);
    const bij = (rij: number, groep: number): void => {
      const kaart = this.groepen[rij] ?? new Map<number, Oordeel>();
      this.groepen[rij] = kaart;
      if (!kaart.has(groep)) kaart.set(groep, profielen.weegRij(rij, groep));
    };
    for (let i = 0; i < p.a.length; i++) {
      if (cluster[p.a[i] as number] !== cluster[p.b[i] as number] && !((p.bits[i] as number) >= WAARD))
        continue;
      bij(p.a[i] as number, cluster[p.b[i] as number] as number);
      bij(p.b[i] as number, cluster[p.a[i] as number] as number);
    }
    // The sum of odds over all groups, and of being someone new.
    this.noemer = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      let som = 1;
      for (const [, o] of this.groepen[i] ?? []) som += 2 ** o.bits;
      this.noemer[i] = som;
    }
  }
  /** log₂ odds that a row is of a group, among all groups that it may be of; −40 when it was never near it. */
  bits(rij: number, groep: number): number {
    const o = this.groepen[rij]?.get(groep);
    if (o === undefined) return -40;
    const kracht = 2 ** o.bits;
    return o.bits - Math.log2(Math.max(1e-12, (this.noemer[rij] as number) - kracht));
  }
}

/**
 * Rows that fit another group about as well as their own while the two groups can never be one (twins, father and son)
 * become a group by themselves: a question for a person.
 */
export function maakTwijfelLos(
  n: number,
  p: Gewogenparen,
  cluster: Int32Array,
  profielen: Profielen,
): Int32Array {
  const lid = new Lidmaatschap(n, p, cluster, profielen);
  const botst = new Map<number, boolean>();
  const los: number[] = [];
  for (let i = 0; i < n; i++) {
    const eigen = cluster[i] as number;
    const mijn = lid.groepen[i]?.get(eigen);
    if (mijn === undefined) continue;
    for (const [groep, o] of lid.groepen[i] ?? []) {
      if (groep === eigen || o.familie || o.bits <= mijn.bits - AFSTAND) continue;
      const code = Math.min(eigen, groep) * n + Math.max(eigen, groep);
      const ruzie = botst.get(code) ?? profielen.weegGroepen(eigen, groep).familie;
      botst.set(code, ruzie);
      if (ruzie) {
        los.push(i);
        break;
      }
    }
  }
  return zonder(cluster, los);
}

/**
 * The groups that may be made without asking anyone: a mention stays in its group only where twins, or father and son,
 * are far less likely than one person. Where a register knows of few, that is nearly everyone.
 */
export function houdZeker(n: number, p: Gewogenparen, cluster: Int32Array, profielen: Profielen): Int32Array {
  const lid = new Lidmaatschap(n, p, cluster, profielen);
  const los: number[] = [];
  for (let i = 0; i < n; i++) {
    const mijn = lid.groepen[i]?.get(cluster[i] as number);
    if (mijn !== undefined && mijn.bovenFamilie < NIET_FAMILIE) los.push(i);
  }
  return zonder(cluster, los);
}

/** Takes rows out of their groups. A group is named after its lowest row: when that one leaves, the next gives the name. */
function zonder(cluster: Int32Array, los: readonly number[]): Int32Array {
  const uit = Int32Array.from(cluster);
  for (const i of los) uit[i] = -1;
  const naam = new Map<number, number>();
  for (let i = 0; i < uit.length; i++) {
    const c = uit[i] as number;
    if (c < 0) uit[i] = i;
    else {
      const nieuw = naam.get(c) ?? i;
      naam.set(c, nieuw);
      uit[i] = nieuw;
    }
  }
  return uit;
}

/**
 * log₂ odds per pair that both are one person, given all others: as sure as the least sure of the two is of its group.
 * @param cluster what is believed; @param zeker what needs no question
 */
export function weegSamen(
  n: number,
  p: Gewogenparen,
  cluster: Int32Array,
  zeker: Int32Array,
  profielen: Profielen,
): Float64Array {
  const lid = new Lidmaatschap(n, p, cluster, profielen);
  return Float64Array.from(p.a, (a, i) => {
    const b = p.b[i] as number;
    const bits = Math.min(lid.bits(a, cluster[b] as number), lid.bits(b, cluster[a] as number));
    // What a person must be asked about is never as good as certain (0.99), in the order that it had.
    return bits <= 5 || zeker[a] === zeker[b] ? bits : 6.5 - 1.5 * 2 ** ((5 - bits) / 4);
  });
}
