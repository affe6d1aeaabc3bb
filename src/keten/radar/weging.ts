// SPDX-License-Identifier: EUPL-1.2
/**
 * The weighing itself, one for a single look-up and for whole files: given the levels of a pair and how rare what it shares is, the bits
 * of each class (the same person, kinds of relatives) against strangers. Flat tables, no words, no names: what the fields and classes
 * are is up to the model.
 */

/** The widest comparison has this many levels. */
export const MAX_NIVEAUS = 9;
/** Of one comparison in one class: three states of its parent, each with its levels. */
export const RIJ = 3 * MAX_NIVEAUS;

/** What stands for the share of a value where none is shared: no log₂ of a share is above 0. */
export const NIET_GEDEELD = 1;

/** The tables of a model, by class, comparison, state of its parent and level (`plekVan`); class 0 is the same person. */
export interface Gewichten {
  /** log₂ of (chance in the class / chance between strangers). */
  readonly log: Float64Array;
  /** For a value that is shared: the chance of agreeing because it is one value. */
  readonly samen: Float64Array;
  /** log₂ of it for the same person. */
  readonly samenLog: Float64Array;
  /** And of agreeing by accident, as a factor of the share of the value. */
  readonly toeval: Float64Array;
  /** log₂ odds of each class for a random pair. */
  readonly prior: Float64Array;
  /** Comparison from which this one follows; −1 for none. */
  readonly ouder: Int8Array;
  /** Level from which the parent agrees. */
  readonly ouderVanaf: Int8Array;
}

export function plekVan(V: number, klasse: number, v: number, staat: number, niveau: number): number {
  return (klasse * V + v) * RIJ + staat * MAX_NIVEAUS + niveau;
}

/** Empty tables for K classes and V comparisons. */
export function leegGewichten(K: number, V: number): Pick<Gewichten, 'log' | 'samen' | 'toeval'> {
  const tafel = () => new Float64Array(K * V * RIJ);
  return { log: tafel(), samen: tafel(), toeval: tafel() };
}

/** State of the parent of comparison v: 0 not known (or no parent), 1 differs, 2 agrees. */
export function staatVan(g: Gewichten, niveaus: Int8Array, begin: number, v: number): 0 | 1 | 2 {
  const ouder = g.ouder[v] as number;
  const n = ouder < 0 ? -1 : (niveaus[begin + ouder] as number);
  return n < 0 ? 0 : n >= (g.ouderVanaf[v] as number) ? 2 : 1;
}

/**
 * The bits per class of one pair into `uit`: prior and levels, agreement of whole values by how rare they are.
 * @param niveaus from `begin` on one level per comparison; −1 = not known
 * @param deel log₂ of the share of the agreed value per comparison; `NIET_GEDEELD` where there is none
 */
export function weegPaar(
  g: Gewichten,
  niveaus: Int8Array,
  begin: number,
  deel: Float64Array,
  uit: Float64Array,
): void {
  const V = g.ouder.length;
  const K = g.prior.length;
  for (let k = 0; k < K; k++) uit[k] = g.prior[k] as number;
  for (let v = 0; v < V; v++) {
    const l = niveaus[begin + v] as number;
    if (l < 0) continue;
    const plek = plekVan(V, 0, v, staatVan(g, niveaus, begin, v), l);
    const f = deel[v] as number;
    if (f === NIET_GEDEELD) {
      for (let k = 0; k < K; k++) uit[k] = (uit[k] as number) + (g.log[k * V * RIJ + plek] as number);
      continue;
    }
    // Of the same person nothing is shared by accident: the logarithm falls apart.
    uit[0] = (uit[0] as number) + (g.samenLog[plek] as number) - f;
    const keer = 2 ** -f;
    for (let k = 1; k < K; k++) {
      const daar = k * V * RIJ + plek;
      uit[k] = (uit[k] as number) + Math.log2((g.samen[daar] as number) * keer + (g.toeval[daar] as number));
    }
  }
}

/** Chance of each class given its bits, strangers being the rest; returns the chance of the same person. */
export function kansen(bits: Float64Array, uit: Float64Array): number {
  const K = bits.length;
  let hoogste = 0;
  for (let k = 0; k < K; k++) hoogste = Math.max(hoogste, bits[k] as number);
  let som = 2 ** -hoogste;
  for (let k = 0; k < K; k++) {
    uit[k] = 2 ** ((bits[k] as number) - hoogste);
    som += uit[k] as number;
  }
  for (let k = 0; k < K; k++) uit[k] = (uit[k] as number) / som;
  return uit[0] as number;
}

/** λ → bits. */
export function bits(kans: number): number {
  return Math.log2(kans / (1 - kans));
}

/** Bits → chance. */
export function kansUitBits(gewicht: number): number {
  return gewicht > 0 ? 1 / (1 + 2 ** -gewicht) : 2 ** gewicht / (1 + 2 ** gewicht);
}
