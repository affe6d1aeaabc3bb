// SPDX-License-Identifier: EUPL-1.2
/** Learning a model for weighing from the pairs of a file, without labels and without random numbers. */
import { kansen, MAX_NIVEAUS, NIET_GEDEELD, plekVan, RIJ, staatVan } from '../weging.ts';
import type { Register, Vergelijking, Vorm } from './register.ts';
import {
  type Aandelen,
  aantalNiveaus,
  deelVan,
  gedeeldLog,
  KLASSEN,
  KLEINSTE_AANDEEL,
  type Koppelgewichten,
  type Koppelmodel,
  maakGewichten,
  staat,
  tot1,
} from './weging.ts';

const K = KLASSEN.length;

/** Guesses before any data: m and u per level. What is learned soon outweighs them. */
const BEGIN: Readonly<Record<Vorm, { m: readonly number[]; u: readonly number[] }>> = {
  achternaam: { m: [0.03, 0.03, 0.01, 0.09, 0.03, 0.81], u: [0.985, 0.01, 0.0001, 0.002, 0.001, 0.002] },
  voornaam: {
    m: [0.03, 0.02, 0.03, 0.06, 0.08, 0.08, 0.7],
    u: [0.87, 0.08, 0.012, 0.01, 0.005, 0.005, 0.015],
  },
  geboorte: {
    m: [0.005, 0.02, 0.005, 0.01, 0.06, 0.02, 0.02, 0.06, 0.8],
    u: [0.55, 0.4, 0.02, 0.012, 0.002, 0.003, 0.00003, 0.0005, 0.00004],
  },
  nummer: { m: [0.05, 0.02, 0.05, 0.88], u: [0.998, 0.001, 0.0005, 0.0001] },
  postcode: { m: [0.12, 0.06, 0.05, 0.77], u: [0.96, 0.03, 0.005, 0.003] },
  huisnummer: { m: [0.12, 0.06, 0.82], u: [0.93, 0.05, 0.015] },
  tekst: { m: [0.08, 0.03, 0.04, 0.01, 0.08, 0.76], u: [0.92, 0.04, 0.01, 0.0001, 0.002, 0.02] },
  telefoon: { m: [0.3, 0.02, 0.68], u: [0.9998, 0.0001, 0.0001] },
  email: { m: [0.12, 0.05, 0.08, 0.08, 0.67], u: [0.995, 0.003, 0.001, 0.0003, 0.0003] },
  klasse: { m: [0.03, 0.97], u: [0.5, 0.5] },
};

/** How often twins and namesakes may occur at most, for each pair of the same person. Standaardwaarde. */
const HOOGSTENS = [1, 30, 0.03, 0.03] as const;
const MINSTENS = [1, 1e-3, 1e-3, 1e-3] as const;

/** Counts of levels per comparison and state, beginning with a prior of a given strength. */
function tellers(r: Register, soort: 'm' | 'u', sterkte: number): Float64Array[] {
  return r.vergelijkingen.map((v) => {
    const L = aantalNiveaus(v);
    const rij = new Float64Array(3 * L);
    for (let s = 0; s < 3; s++)
      for (let l = 0; l < L; l++) rij[s * L + l] = sterkte * (BEGIN[v.vorm][soort][l] as number);
    return rij;
  });
}

function alsKansen(r: Register, t: Float64Array[]): Float64Array[] {
  t.forEach((rij, v) => {
    const L = aantalNiveaus(r.vergelijkingen[v] as Vergelijking);
    for (let s = 0; s < 3; s++) tot1(rij, s * L, L);
  });
  return t;
}

/** Learning needs the share of a value only roughly: in steps of so many bits. */
const STAP_AANDEEL = 1.5;
const TRAPPEN = 2 + Math.ceil(-Math.log2(KLEINSTE_AANDEEL) / STAP_AANDEEL);

/** Pairs with the same levels and about the same rarity, counted. */
export interface Patronen {
  readonly aantal: number;
  readonly niveaus: Int8Array;
  /** Rarity of the agreed value in steps; 0 where none is shared. */
  readonly trap: Uint8Array;
  readonly keer: Float64Array;
}

/** Counts patterns in a table of its own; the order is that of first appearance. */
export class Patroonteller {
  private readonly V: number;
  private rijen: Uint8Array;
  private keer = new Float64Array(4096);
  private tafel = new Int32Array(16384).fill(-1);
  private aantal = 0;
  private readonly teken: Uint8Array;

  constructor(V: number) {
    this.V = V;
    this.rijen = new Uint8Array(2 * V * 4096);
    this.teken = new Uint8Array(2 * V);
  }

  /** One pair of rows. */
  bijPaar(r: Register, a: number, b: number, niveaus: Int8Array, begin: number, f: Aandelen): void {
    const { V, teken } = this;
    for (let v = 0; v < V; v++) {
      teken[v] = (niveaus[begin + v] as number) + 1;
      const deel = gedeeldLog(r, a, b, v, niveaus, begin, f);
      teken[V + v] = deel === NIET_GEDEELD ? 0 : 1 + Math.round(-deel / STAP_AANDEEL);
    }
    this.bij(1);
  }

  /** Patterns counted elsewhere. */
  bijPatronen(p: Patronen): void {
    const { V, teken } = this;
    for (let nr = 0; nr < p.aantal; nr++) {
      for (let v = 0; v < V; v++) {
        teken[v] = (p.niveaus[nr * V + v] as number) + 1;
        teken[V + v] = p.trap[nr * V + v] as number;
      }
      this.bij(p.keer[nr] as number);
    }
  }

  klaar(): Patronen {
    const { V, aantal } = this;
    const uit = {
      aantal,
      niveaus: new Int8Array(aantal * V),
      trap: new Uint8Array(aantal * V),
      keer: this.keer.slice(0, aantal),
    };
    for (let nr = 0; nr < aantal; nr++)
      for (let v = 0; v < V; v++) {
        uit.niveaus[nr * V + v] = (this.rijen[nr * 2 * V + v] as number) - 1;
        uit.trap[nr * V + v] = this.rijen[nr * 2 * V + V + v] as number;
      }
    return uit;
  }

  private hak(rij: Uint8Array, begin: number): number {
    let h = 0x811c9dc5;
    for (let i = 0; i < 2 * this.V; i++) h = Math.imul(h ^ (rij[begin + i] as number), 0x01000193);
    return (h ^ (h >>> 15)) >>> 0;
  }

  private zelfde(nr: number): boolean {
    const breedte = 2 * this.V;
    for (let i = 0; i < breedte; i++) if (this.rijen[nr * breedte + i] !== this.teken[i]) return false;
    return true;
  }

  private bij(keer: number): void {
    const breedte = 2 * this.V;
    if (this.aantal === this.keer.length) this.groei();
    const masker = this.tafel.length - 1;
    let plek = this.hak(this.teken, 0) & masker;
    while ((this.tafel[plek] as number) >= 0 && !this.zelfde(this.tafel[plek] as number))
      plek = (plek + 1) & masker;
    const bekend = this.tafel[plek] as number;
    if (bekend >= 0) {
      this.keer[bekend] = (this.keer[bekend] as number) + keer;
      return;
    }
    this.rijen.set(this.teken, this.aantal * breedte);
    this.keer[this.aantal] = keer;
    this.tafel[plek] = this.aantal++;
  }

  private groei(): void {
    const breedte = 2 * this.V;
    const rijen = new Uint8Array(this.rijen.length * 2);
    rijen.set(this.rijen);
    this.rijen = rijen;
    const keer = new Float64Array(this.keer.length * 2);
    keer.set(this.keer);
    this.keer = keer;
    this.tafel = new Int32Array(this.tafel.length * 2).fill(-1);
    const masker = this.tafel.length - 1;
    for (let nr = 0; nr < this.aantal; nr++) {
      let plek = this.hak(rijen, nr * breedte) & masker;
      while ((this.tafel[plek] as number) >= 0) plek = (plek + 1) & masker;
      this.tafel[plek] = nr;
    }
  }
}

/** Patterns of several threads as one, in the order given. */
export function voegPatronen(V: number, delen: readonly Patronen[]): Patronen {
  const teller = new Patroonteller(V);
  for (const deel of delen) teller.bijPatronen(deel);
  return teller.klaar();
}

/** The bits of a pattern per class, from tables made once per round: the inner loop of learning only adds. */
class Patroonweger {
  private readonly g: Koppelgewichten;
  private readonly tafel: Float64Array;
  constructor(g: Koppelgewichten) {
    this.g = g;
    const V = g.ouder.length;
    this.tafel = new Float64Array(V * 3 * TRAPPEN * K);
    for (let v = 0; v < V; v++)
      for (let s = 0; s < 3; s++)
        for (let t = 1; t < TRAPPEN; t++)
          for (let k = 0; k < K; k++) {
            const top = plekVan(V, k, v, s, Math.max(0, g.top[v] as number));
            this.tafel[((v * 3 + s) * TRAPPEN + t) * K + k] = Math.log2(
              (g.samen[top] as number) * 2 ** ((t - 1) * STAP_AANDEEL) + (g.toeval[top] as number),
            );
          }
  }
  weeg(p: Patronen, nr: number, uit: Float64Array): void {
    const { g, tafel } = this;
    const V = g.ouder.length;
    for (let k = 0; k < K; k++) uit[k] = g.prior[k] as number;
    for (let v = 0; v < V; v++) {
      const l = p.niveaus[nr * V + v] as number;
      if (l < 0) continue;
      const s = staatVan(g, p.niveaus, nr * V, v);
      const t = p.trap[nr * V + v] as number;
      if (t > 0) {
        const plek = ((v * 3 + s) * TRAPPEN + t) * K;
        for (let k = 0; k < K; k++) uit[k] = (uit[k] as number) + (tafel[plek + k] as number);
      } else {
        const plek = v * RIJ + s * MAX_NIVEAUS + l;
        for (let k = 0; k < K; k++) uit[k] = (uit[k] as number) + (g.log[k * V * RIJ + plek] as number);
      }
    }
  }
}

export interface Leerstof {
  /** Candidate pairs; `deel` of all of them was looked at. */
  readonly kandidaten: Patronen;
  readonly deel: number;
  /** Random pairs. */
  readonly willekeurig: Patronen;
  readonly alleParen: number;
  readonly aandelen: Aandelen;
}

/** A pattern so unlikely (bits) in every class stays one of strangers, whatever is learned. */
const KANSLOOS = -14;
/** What relatives have of their own weighs against so many pairs, for each pair of the same person. Standaardwaarde. */
const VERWANTEN = 0.2;
/** Rounds without twins and namesakes, so that what the same person looks like is known before; and with them. */
const RONDES_VOORAF = 25;
const RONDES = 60;

/**
 * Learns λ, m and u by expectation-maximisation over pattern counts. No random numbers.
 * @param vorig where learning begins; without it at the guesses
 */
export function leerKoppeling(r: Register, stof: Leerstof, vorig?: Koppelmodel): Koppelmodel {
  const { kandidaten, willekeurig, alleParen, aandelen } = stof;
  const begin = 0.4 * Math.min(0.5, r.n / Math.max(1, alleParen));
  let model = vorig ?? beginModel(r, begin, leerU(r, willekeurig, aandelen, undefined));
  const bits = new Float64Array(K);
  const kans = new Float64Array(K);
  const start = new Patroonweger(maakGewichten(r, model));
  const { kans: kanshebbers } = splitsPatronen(start, kandidaten);
  const gesplitst = splitsPatronen(start, willekeurig);
  const vast = { tellers: tellers(r, 'u', 1), kans: gesplitst.kans };
  for (const p of gesplitst.kansloos)
    telNiveaus(r, vast.tellers, willekeurig, p, willekeurig.keer[p] as number);
  const gezinnen = vorig === undefined ? 0 : telRest(start, stof, vorig);
  for (let ronde = 0; ronde < RONDES + RONDES_VOORAF; ronde++) {
    const g = maakGewichten(r, model);
    const weger = new Patroonweger(g);
    const m = tellers(r, 'm', 10);
    const verwant = beginVerwant(r, model, VERWANTEN * (model.lambda[0] as number) * alleParen);
    const som = Float64Array.of(0, gezinnen, 0, 0);
    for (const p of kanshebbers) {
      weger.weeg(kandidaten, p, bits);
      const zelfde = kansen(bits, kans);
      const keer = (kandidaten.keer[p] as number) / stof.deel;
      for (let k = 0; k < K; k++) som[k] = (som[k] as number) + keer * (kans[k] as number);
      if (keer * zelfde > 1e-9) telNiveaus(r, m, kandidaten, p, keer * zelfde);
      const familie = keer * (kans[1] as number);
      if (familie > 1e-9) telNiveaus(r, verwant, kandidaten, p, familie);
    }
    const zelfde = Math.max(1, som[0] as number);
    const vorige = model.lambda[0] as number;
    const vooraf = vorig === undefined && ronde < RONDES_VOORAF;
    model = {
      lambda: Array.from(som, (s, k) =>
        vooraf && k > 1
          ? ronde === RONDES_VOORAF - 1
            ? (0.005 * zelfde) / alleParen
            : 1e-15
          : Math.min(
              0.4,
              Math.min(Math.max(s, (MINSTENS[k] as number) * zelfde), (HOOGSTENS[k] as number) * zelfde) /
                alleParen,
            ),
      ),
      m: alsKansen(r, m),
      u: leerU(r, willekeurig, aandelen, weger, vast),
      verwant: vorig === undefined ? alsVerwant(r, verwant) : vorig.verwant,
    };
    if (!vooraf && ronde > 8 && Math.abs(Math.log((model.lambda[0] as number) / vorige)) < 1e-4) break;
  }
  return model;
}

/**
 * Pairs of a family that were counted before and are not among the pairs of now, which are those that may be the same person.
 * Were these forgotten, families would seem rare, and those that are left would teach that one person has two names. Twins
 * and namesakes are as like as the same person: they are all still there.
 */
function telRest(weger: Patroonweger, { kandidaten, deel, alleParen }: Leerstof, vorig: Koppelmodel): number {
  const bits = new Float64Array(K);
  const kans = new Float64Array(K);
  let rest = (vorig.lambda[1] as number) * alleParen;
  for (let p = 0; p < kandidaten.aantal; p++) {
    weger.weeg(kandidaten, p, bits);
    kansen(bits, kans);
    rest -= ((kandidaten.keer[p] as number) / deel) * (kans[1] as number);
  }
  return Math.max(0, rest);
}

function beginModel(r: Register, lambda: number, u: readonly Float64Array[]): Koppelmodel {
  const m = alsKansen(r, tellers(r, 'm', 1));
  const leeg = { lambda: [lambda, lambda * 0.1, 1e-15, 1e-15], m, u, verwant: [] };
  return { ...leeg, verwant: alsVerwant(r, beginVerwant(r, leeg, 1)) };
}

/** Counts for numbers of relatives: as strangers, but for the little that they share. */
function beginVerwant(r: Register, model: Koppelmodel, sterkte: number): Float64Array[] {
  return r.vergelijkingen.map((v, plek) => {
    if (v.vorm !== 'nummer') return new Float64Array(0);
    const [m, u] = [model.m[plek] as Float64Array, model.u[plek] as Float64Array];
    const deel = deelVan(v, 1);
    return u.map((x, l) => sterkte * (deel * (m[l] as number) + (1 - deel) * x));
  });
}

/** Counts → chances. That relatives have one and the same number stays as rare as it is, however many seem to. */
function alsVerwant(r: Register, t: readonly Float64Array[]): Float64Array[] {
  return t.map((rij, plek) => {
    if (rij.length === 0) return rij;
    const v = r.vergelijkingen[plek] as Vergelijking;
    const L = aantalNiveaus(v);
    for (let s = 0; s < 3; s++) {
      tot1(rij, s * L, L - 1);
      for (let l = 0; l < L - 1; l++) rij[s * L + l] = (rij[s * L + l] as number) * (1 - deelVan(v, 1));
      rij[s * L + L - 1] = deelVan(v, 1);
    }
    return rij;
  });
}

function telNiveaus(r: Register, t: readonly Float64Array[], p: Patronen, nr: number, keer: number): void {
  const V = r.vergelijkingen.length;
  for (let v = 0; v < V; v++) {
    const l = p.niveaus[nr * V + v] as number;
    if (l < 0) continue;
    const vergelijking = r.vergelijkingen[v] as Vergelijking;
    const rij = t[v] as Float64Array;
    if (rij.length === 0) continue;
    const plek = staat(vergelijking, p.niveaus, nr * V) * aantalNiveaus(vergelijking) + l;
    rij[plek] = (rij[plek] as number) + keer;
  }
}

/** The patterns that may be of another class than strangers, and the others. */
function splitsPatronen(weger: Patroonweger, p: Patronen): { kans: Int32Array; kansloos: Int32Array } {
  const bits = new Float64Array(K);
  const kans: number[] = [];
  const kansloos: number[] = [];
  for (let i = 0; i < p.aantal; i++) {
    weger.weeg(p, i, bits);
    let hoogste = Number.NEGATIVE_INFINITY;
    for (const b of bits) hoogste = Math.max(hoogste, b);
    (hoogste < KANSLOOS ? kansloos : kans).push(i);
  }
  return { kans: Int32Array.from(kans), kansloos: Int32Array.from(kansloos) };
}

/** u from random pairs, each for as far as it is one of strangers; agreement of whole values from their shares. */
function leerU(
  r: Register,
  w: Patronen,
  aandelen: Aandelen,
  weger: Patroonweger | undefined,
  vast?: { readonly tellers: readonly Float64Array[]; readonly kans: Int32Array },
): Float64Array[] {
  const t = vast === undefined ? tellers(r, 'u', 1) : vast.tellers.map((rij) => rij.slice());
  const bits = new Float64Array(K);
  const kans = new Float64Array(K);
  const aantal = vast === undefined ? w.aantal : vast.kans.length;
  for (let x = 0; x < aantal; x++) {
    const p = vast === undefined ? x : (vast.kans[x] as number);
    let vreemd = 1;
    if (weger !== undefined) {
      weger.weeg(w, p, bits);
      kansen(bits, kans);
      for (let k = 0; k < K; k++) vreemd -= kans[k] as number;
    }
    telNiveaus(r, t, w, p, (w.keer[p] as number) * Math.max(0, vreemd));
  }
  const uit = alsKansen(r, t);
  r.vergelijkingen.forEach((v, plek) => {
    if (v.vorm === 'klasse') return;
    const L = aantalNiveaus(v);
    const rij = uit[plek] as Float64Array;
    for (let s = 0; s < 2; s++) {
      if (v.ouder >= 0 && s === 1) continue;
      rij[s * L + L - 1] = aandelen.gelijk[plek] as number;
      tot1(rij, s * L, L);
    }
  });
  return uit;
}
