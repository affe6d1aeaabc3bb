// SPDX-License-Identifier: EUPL-1.2
/** The shape of a matching model, and the model before anything was learned. */
import { NIVEAUS, VELDEN, type Veld } from './vergelijking.ts';

/** Per field a probability for each level, in the order of `NIVEAUS`; they add up to 1. */
export type Kansen = Readonly<Record<Veld, readonly number[]>>;

/**
 * Not the same person, but not strangers either. General tools know only "same" and "stranger" and therefore join
 * twins; here every kind of relative that looks alike is an alternative of its own.
 */
export type Verwantschap = 'gezin' | 'partner' | 'tweeling' | 'naamgenoot';

export interface Alternatief {
  readonly soort: Verwantschap;
  /** How many such pairs stand in a register for each pair of the same person. */
  readonly verhouding: number;
  readonly kansen: Kansen;
  /** Fields whose agreement comes from kinship, so that a rare name is no proof against this alternative. */
  readonly gedeeld: readonly ('achternaam' | 'voornaam')[];
}

export interface Naamtelling {
  /** Share of persons with a name that is not listed. */
  readonly overig: number;
  readonly lijst: Readonly<Record<string, number>>;
}

export interface Model {
  /** Frozen: the same version gives the same bars, byte for byte. */
  readonly versie: string;
  readonly herkomst: string;
  /** Chance that two random mentions of the register are one person. */
  readonly lambda: number;
  /** m: how often each level occurs when it is the same person. */
  readonly zelfde: Kansen;
  /** u: how often each level occurs between strangers. */
  readonly vreemd: Kansen;
  readonly alternatieven: readonly Alternatief[];
  readonly namen: { readonly achternaam: Naamtelling; readonly voornaam: Naamtelling };
}

/** Chances per level, weakest first, as everyone would guess them before seeing data: the start of learning. */
const BEGIN_ZELFDE: Readonly<Record<Veld, readonly number[]>> = {
  bsn: [0.05, 0.95],
  achternaam: [0.03, 0.03, 0.005, 0.08, 0.06, 0.795],
  voornaam: [0.03, 0.02, 0.03, 0.12, 0.08, 0.12, 0.6],
  geboorte: [0.003, 0.017, 0.005, 0.015, 0.06, 0.02, 0.02, 0.06, 0.8],
  geslacht: [0.02, 0.98],
  adres: [0.1, 0.15, 0.05, 0.1, 0.6],
  telefoon: [0.4, 0.6],
  email: [0.3, 0.7],
};

const BEGIN_VREEMD: Readonly<Record<Veld, readonly number[]>> = {
  bsn: [0.999999, 0.000001],
  achternaam: [0.985, 0.01, 0.00001, 0.002, 0.001, 0.002],
  voornaam: [0.87, 0.08, 0.012, 0.02, 0.003, 0.005, 0.01],
  geboorte: [0.55, 0.4, 0.02, 0.012, 0.002, 0.003, 0.00003, 0.0005, 0.00004],
  geslacht: [0.5, 0.5],
  adres: [0.9, 0.098, 0.0015, 0.0003, 0.0002],
  telefoon: [0.99999, 0.00001],
  email: [0.99999, 0.00001],
};

/** Scales to 1, and never leaves a level at zero: nothing is impossible, and log 0 is no weight. */
export function tot1(getallen: readonly number[], vloer = 1e-7): number[] {
  const som = getallen.reduce((s, x) => s + x, 0) || 1;
  const opgehoogd = getallen.map((x) => Math.max(x / som, vloer));
  const totaal = opgehoogd.reduce((s, x) => s + x, 0);
  return opgehoogd.map((x) => x / totaal);
}

export function kansenUit(tel: (veld: Veld, niveau: number) => number, vloer?: number): Kansen {
  return Object.fromEntries(
    VELDEN.map((veld) => [
      veld,
      tot1(
        NIVEAUS[veld].map((_, i) => tel(veld, i)),
        vloer,
      ),
    ]),
  ) as unknown as Kansen;
}

/** The starting point of learning: guesses, no alternatives, no name counts. */
export const BEGINMODEL: Model = {
  versie: 'begin',
  herkomst: 'Schatting vooraf, nergens op geleerd.',
  lambda: 1e-4,
  zelfde: kansenUit((veld, i) => BEGIN_ZELFDE[veld][i] ?? 0),
  vreemd: kansenUit((veld, i) => BEGIN_VREEMD[veld][i] ?? 0),
  alternatieven: [],
  namen: { achternaam: { overig: 0, lijst: {} }, voornaam: { overig: 0, lijst: {} } },
};
