// SPDX-License-Identifier: EUPL-1.2
/**
 * Fellegi-Sunter with relatives (learned in leren.ts). Beside "the same" and "strangers" a pair may be family, twins or
 * namesakes; what those share and do not share follows from what the fields are about, how often they occur is learned.
 * Fields that follow from another (town from postcode) have chances per state of that other.
 */
import { NIVEAUS } from '../vergelijking.ts';
import {
  type Gewichten,
  leegGewichten,
  MAX_NIVEAUS,
  NIET_GEDEELD,
  plekVan,
  RIJ,
  staatVan,
} from '../weging.ts';
import { type Register, type Rol, type Vergelijking, VORM_NIVEAUS } from './register.ts';

export const KLASSEN = ['zelfde', 'gezin', 'tweeling', 'naamgenoot'] as const;
const K = KLASSEN.length;

export interface Koppelmodel {
  /** Chance per class of a random pair: same, family, twins, namesakes. Strangers are the rest. */
  readonly lambda: readonly number[];
  /** m and u per comparison, per state of its parent (0 unknown, 1 differs, 2 agrees), per level, in one row. */
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  /**
   * Of numbers: chance per state and level among relatives, who may have been given theirs one after another. Empty for
   * other fields: there it follows from what relatives share.
   */
  readonly verwant: readonly Float64Array[];
}

/** Share of a field that relatives have in common, per class after `zelfde`: 1 as the same person, 0 as strangers. */
const GEDEELD: Readonly<Record<Rol, readonly [number, number, number]>> = {
  familie: [0.85, 0.97, 0.97],
  huis: [0.85, 0.95, 0.85],
  geboorte: [0, 0.98, 0],
  voornaam: [0, 0, 0.97],
  kenmerk: [0.002, 0.002, 0.002],
  los: [0.05, 0.1, 0.1],
};

const KLEINSTE = 1e-7;
/** A value never counts as rarer than this share: it may be a slip. */
export const KLEINSTE_AANDEEL = 3e-7;
/** Within one house the same given name occurs this much less than between strangers. Standaardwaarde. */
const ZELFDE_NAAM_IN_HUIS = 0.1;
const TOP_VOORNAAM = NIVEAUS.voornaam.indexOf('bijna');

export function aantalNiveaus(v: Vergelijking): number {
  return VORM_NIVEAUS[v.vorm].length;
}

/** State of the parent: 0 not known (or no parent), 1 differs, 2 agrees. */
export function staat(v: Vergelijking, niveaus: Int8Array, begin: number): 0 | 1 | 2 {
  if (v.ouder < 0) return 0;
  const n = niveaus[begin + v.ouder] as number;
  return n < 0 ? 0 : n >= v.ouderVanaf ? 2 : 1;
}

/** Makes `aantal` chances from `van` on add up to one, none of them nought. */
export function tot1(rij: Float64Array, van: number, aantal: number): void {
  let som = 0;
  for (let i = 0; i < aantal; i++) som += Math.max(KLEINSTE, rij[van + i] as number);
  for (let i = 0; i < aantal; i++) rij[van + i] = Math.max(KLEINSTE, rij[van + i] as number) / som;
}

// ── How common is a value? ───────────────────────────────────────────────────────────────────────────────────────────

/** Share of each value among distinct persons, per comparison, as log₂. */
export interface Aandelen {
  readonly log: readonly Float32Array[];
  /** Chance that two random persons have the same value. */
  readonly gelijk: readonly number[];
}

/**
 * Counts the values of one field over persons, not mentions, so that a family reported thirty times does not make its own
 * name common.
 * @param wie number of the person per row; without it a person is guessed from birth date (or surname)
 */
export function telAandeel(
  r: Register,
  plek: number,
  wie?: Int32Array,
): { log: Float32Array; gelijk: number } {
  const v = r.vergelijkingen[plek] as Vergelijking;
  const geboorte = r.vergelijkingen.find((x) => x.vorm === 'geboorte')?.waarde;
  const achternaam = r.vergelijkingen.find((x) => x.vorm === 'achternaam')?.waarde;
  const tel = new Float64Array(Math.max(1, v.woorden.length));
  const bij = wie ?? (v.vorm === 'geboorte' ? achternaam : geboorte) ?? achternaam;
  let som = 0;
  // (value, person) pairs, each once: sorted by one number.
  const paren = new Float64Array(r.n);
  let m = 0;
  for (let i = 0; i < r.n; i++) {
    const w = v.waarde[i] as number;
    if (w < 0) continue;
    paren[m++] = w * 4294967296 + ((bij === undefined || bij === v.waarde ? i : (bij[i] as number)) + 1);
  }
  const op = paren.subarray(0, m).sort();
  for (let i = 0; i < m; i++) {
    if (i > 0 && op[i] === op[i - 1]) continue;
    const w = Math.floor((op[i] as number) / 4294967296);
    tel[w] = (tel[w] as number) + 1;
    som++;
  }
  const log = new Float32Array(new SharedArrayBuffer(tel.length * 4));
  let kwadraat = 0;
  for (let w = 0; w < tel.length; w++) {
    const k = tel[w] as number;
    log[w] = Math.log2(Math.max(KLEINSTE_AANDEEL, k / Math.max(1, som)));
    // Two different persons: without the chance that one meets himself.
    kwadraat += som > 1 ? (k * (k - 1)) / (som * (som - 1)) : 0;
  }
  return { log, gelijk: Math.max(KLEINSTE_AANDEEL, 0.5 / Math.max(1, som) ** 2, kwadraat) };
}

/**
 * log₂ of the share of the value on which both rows agree in one field; `NIET_GEDEELD` where they do not agree wholly, or
 * where the agreement follows from another field.
 */
export function gedeeldLog(
  r: Register,
  a: number,
  b: number,
  plek: number,
  niveaus: Int8Array,
  begin: number,
  f: Aandelen,
): number {
  const v = r.vergelijkingen[plek] as Vergelijking;
  // A class (man, woman) counts as such, however rare it is.
  if (v.vorm === 'klasse' || (niveaus[begin + plek] as number) !== aantalNiveaus(v) - 1) return NIET_GEDEELD;
  if (staat(v, niveaus, begin) === 2) return NIET_GEDEELD;
  const rij = f.log[plek] as Float32Array;
  const plekA = a * r.breedte + 2 * plek;
  const plekB = b * r.breedte + 2 * plek;
  return Math.max(rij[r.rijen[plekA] as number] as number, rij[r.rijen[plekB] as number] as number);
}

// ── Weighing ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The tables, and per comparison the level from which a value counts by how rare it is; −1 where it never does. */
export interface Koppelgewichten extends Gewichten {
  readonly top: Int8Array;
}

export function maakGewichten(r: Register, model: Koppelmodel): Koppelgewichten {
  const V = r.vergelijkingen.length;
  const g = leegGewichten(K, V);
  for (let k = 0; k < K; k++) {
    r.vergelijkingen.forEach((v, plek) => {
      const L = aantalNiveaus(v);
      const [m, u] = [model.m[plek] as Float64Array, model.u[plek] as Float64Array];
      const factor = v.rol === 'voornaam' && (k === 1 || k === 2) ? ZELFDE_NAAM_IN_HUIS : 1;
      const deel = deelVan(v, k);
      for (let s = 0; s < 3; s++) {
        const verwant = (model.verwant[plek] as Float64Array).subarray(s * L, (s + 1) * L);
        const kans = klasseKansen(
          v,
          k,
          m.subarray(s * L, (s + 1) * L),
          u.subarray(s * L, (s + 1) * L),
          verwant,
        );
        for (let l = 0; l < L; l++)
          g.log[plekVan(V, k, plek, s, l)] = Math.log2((kans[l] as number) / (u[s * L + l] as number));
        const top = plekVan(V, k, plek, s, L - 1);
        g.samen[top] = factor * deel * (m[s * L + L - 1] as number);
        g.toeval[top] = factor * (1 - deel);
      }
    });
  }
  return {
    ...g,
    samenLog: g.samen.slice(0, V * RIJ).map(Math.log2),
    top: Int8Array.from(r.vergelijkingen, (v) => (v.vorm === 'klasse' ? -1 : aantalNiveaus(v) - 1)),
    prior: Float64Array.from(model.lambda, (x) => Math.log2(x / (1 - x))),
    ouder: Int8Array.from(r.vergelijkingen, (v) => v.ouder),
    ouderVanaf: Int8Array.from(r.vergelijkingen, (v) => v.ouderVanaf),
  };
}

/** How far a class shares a field: 1 as the same person, 0 as strangers. */
export function deelVan(v: Vergelijking, k: number): number {
  if (k === 0) return 1;
  if (v.vorm === 'klasse' && KLASSEN[k] === 'naamgenoot') return 0.97;
  return GEDEELD[v.rol][k - 1] as number;
}

/** Chances of the levels of one field in a class. */
function klasseKansen(
  v: Vergelijking,
  k: number,
  m: Float64Array,
  u: Float64Array,
  verwant: Float64Array,
): Float64Array {
  if (k === 0) return m;
  if (verwant.length > 0) return verwant;
  const uit = new Float64Array(m.length);
  const naam = KLASSEN[k];
  const deel = deelVan(v, k);
  for (let l = 0; l < m.length; l++) uit[l] = deel * (m[l] as number) + (1 - deel) * (u[l] as number);
  // Nobody gives two children in one house the same name; a father and a son are a generation apart.
  if (v.rol === 'voornaam' && naam !== 'naamgenoot')
    for (let l = naam === 'tweeling' ? TOP_VOORNAAM : m.length - 1; l < m.length; l++)
      uit[l] = (uit[l] as number) * ZELFDE_NAAM_IN_HUIS;
  if (v.rol === 'geboorte' && naam === 'naamgenoot')
    for (let l = 0; l < m.length; l++) uit[l] = (uit[l] as number) * (l === 0 ? 1 : 0.05);
  tot1(uit, 0, uit.length);
  return uit;
}

/** The bits for the same person of rows `a` and `b`, as `weegPaar` would give them: the quick look at every candidate. */
export function weegZelfde(
  r: Register,
  g: Koppelgewichten,
  f: Aandelen,
  a: number,
  b: number,
  niveaus: Int8Array,
): number {
  const V = g.ouder.length;
  let uit = g.prior[0] as number;
  for (let v = 0; v < V; v++) {
    const l = niveaus[v] as number;
    if (l < 0) continue;
    const s = staatVan(g, niveaus, 0, v);
    const plek = v * RIJ + s * MAX_NIVEAUS + l;
    if (l !== g.top[v] || s === 2) uit += g.log[plek] as number;
    else {
      const rij = f.log[v] as Float32Array;
      const x = rij[r.rijen[a * r.breedte + 2 * v] as number] as number;
      const y = rij[r.rijen[b * r.breedte + 2 * v] as number] as number;
      uit += (g.samenLog[plek] as number) - (x > y ? x : y);
    }
  }
  return uit;
}
