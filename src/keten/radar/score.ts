// SPDX-License-Identifier: EUPL-1.2
/**
 * Fellegi-Sunter: how much more often would two mentions look like this if they are one person than if they are not?
 * The weight is a sum of bars in bits (log₂); every bar has a sentence. Beside "strangers" the model weighs relatives
 * that look alike (twins, father and son): what they explain as well is taken off in one bar of its own.
 */
import type { Kansen, Model, Naamtelling, Verwantschap } from './modelvorm.ts';
import {
  type Frequenties,
  gedeeldeNaam,
  NIVEAUS,
  type Niveaus,
  VELDEN,
  type Veld,
  vergelijk,
} from './vergelijking.ts';
import { bereidVoor, type Vermelding, type Voorbereid } from './vermelding.ts';
import { zinVoor } from './zinnen.ts';

export interface Staaf {
  readonly veld: Veld | 'naamfrequentie' | 'verwant' | 'huishouden';
  readonly niveau: string;
  /** log₂: 3 bits = eight times as often with the same person; negative speaks against. */
  readonly bits: number;
  /** Plain Dutch; holds no personal data. */
  readonly zin: string;
  readonly zinEn: string;
}

export interface Score {
  readonly modelVersie: string;
  /** Bits: `prior` plus all bars, to the last bit of the floating-point sum. */
  readonly gewicht: number;
  /** 2^gewicht / (1 + 2^gewicht). Chance of the same person within this model, not a property of a person. */
  readonly kans: number;
  readonly prior: number;
  readonly staven: readonly Staaf[];
  readonly niveaus: Readonly<Record<Veld, string>>;
}

export interface ScoorOpties {
  /** Counts of the register itself; without them the model's own list is used. */
  readonly frequenties?: Frequenties;
  /** Chance that two random mentions are one person; without it the model's own. See `lambdaVoorRegister`. */
  readonly lambda?: number;
}

/** A very rare name never counts for more than this share (about 1 in 2 million): it may be a typing slip. */
const KLEINSTE_AANDEEL = 5e-7;

/** The model, with its logarithms taken once. */
interface Gereed {
  readonly zelfde: readonly (readonly number[])[];
  readonly verwant: readonly {
    readonly soort: Verwantschap;
    readonly verhouding: number;
    readonly achternaam: boolean;
    readonly voornaam: boolean;
    readonly log: readonly (readonly number[])[];
  }[];
  readonly uAchternaam: readonly number[];
  readonly uVoornaam: readonly number[];
}

const GEREED = new WeakMap<Model, Gereed>();

function logs(teller: Kansen, noemer: Kansen): number[][] {
  return VELDEN.map((veld) => teller[veld].map((p, i) => Math.log2(p / (noemer[veld][i] ?? 1))));
}

function maakGereed(model: Model): Gereed {
  const bekend = GEREED.get(model);
  if (bekend !== undefined) return bekend;
  const gereed: Gereed = {
    zelfde: logs(model.zelfde, model.vreemd),
    verwant: model.alternatieven.map((alt) => ({
      soort: alt.soort,
      verhouding: Math.log2(alt.verhouding),
      achternaam: alt.gedeeld.includes('achternaam'),
      voornaam: alt.gedeeld.includes('voornaam'),
      log: logs(alt.kansen, model.vreemd),
    })),
    uAchternaam: model.vreemd.achternaam,
    uVoornaam: model.vreemd.voornaam,
  };
  GEREED.set(model, gereed);
  return gereed;
}

function aandeel(telling: Naamtelling, naam: string): number {
  return Object.hasOwn(telling.lijst, naam) ? (telling.lijst[naam] ?? telling.overig) : telling.overig;
}

/** Extra bits because the shared name is rarer (or commoner) than names on average: log₂(u / share of this name). */
function naamBits(
  veld: 'achternaam' | 'voornaam',
  niveau: number,
  a: Voorbereid,
  b: Voorbereid,
  model: Model,
  gereed: Gereed,
  frequenties: Frequenties | undefined,
): number {
  const naam = gedeeldeNaam(veld, niveau, a, b);
  if (naam === undefined) return 0;
  const geteld = frequenties?.[veld](naam);
  const deel = geteld ?? aandeel(model.namen[veld], naam);
  if (deel <= 0) return 0;
  const top = NIVEAUS[veld].length - 1;
  const u = (veld === 'achternaam' ? gereed.uAchternaam : gereed.uVoornaam)[top] ?? 0;
  return Math.log2(u / Math.max(deel, KLEINSTE_AANDEEL));
}

export interface Gewicht {
  readonly niveaus: Niveaus;
  readonly naamAchternaam: number;
  readonly naamVoornaam: number;
  readonly verwant: number;
  readonly verwantSoort: Verwantschap | undefined;
  readonly prior: number;
  readonly totaal: number;
}

/** λ → bits. */
export function bits(kans: number): number {
  return Math.log2(kans / (1 - kans));
}

/**
 * λ for a look-up in a register: of `vermeldingen` mentions, how many are this person? A setting, standard one
 * (bron onbekend, standaardwaarde): a report's person stands in it once, on average over known and unknown.
 */
export function lambdaVoorRegister(vermeldingen: number, verwacht = 1): number {
  return Math.min(0.5, verwacht / Math.max(2, vermeldingen));
}

/** The weight alone, without words: for many pairs. The same numbers as `scoor`. */
export function weeg(a: Voorbereid, b: Voorbereid, model: Model, opties: ScoorOpties = {}): Gewicht {
  const gereed = maakGereed(model);
  const niveaus = vergelijk(a, b);
  const prior = bits(opties.lambda ?? model.lambda);
  const naamAchternaam = naamBits('achternaam', niveaus[1] ?? -1, a, b, model, gereed, opties.frequenties);
  const naamVoornaam = naamBits('voornaam', niveaus[2] ?? -1, a, b, model, gereed, opties.frequenties);
  let totaal = prior;
  for (let v = 0; v < VELDEN.length; v++) {
    const niveau = niveaus[v] ?? -1;
    if (niveau >= 0) totaal += gereed.zelfde[v]?.[niveau] ?? 0;
  }
  totaal += naamAchternaam;
  totaal += naamVoornaam;
  // Relatives: how likely is each, measured from "strangers" at zero bits? Their sum goes into the denominator.
  let som = 1;
  let sterkste = 0;
  let verwantSoort: Verwantschap | undefined;
  for (const alt of gereed.verwant) {
    let w = prior + alt.verhouding;
    for (let v = 0; v < VELDEN.length; v++) {
      const niveau = niveaus[v] ?? -1;
      if (niveau >= 0) w += alt.log[v]?.[niveau] ?? 0;
    }
    if (alt.achternaam) w += naamAchternaam;
    if (alt.voornaam) w += naamVoornaam;
    const kracht = 2 ** w;
    som += kracht;
    if (kracht > sterkste) {
      sterkste = kracht;
      verwantSoort = alt.soort;
    }
  }
  const verwant = som === 1 ? 0 : -Math.log2(som);
  totaal += verwant;
  return { niveaus, naamAchternaam, naamVoornaam, verwant, verwantSoort, prior, totaal };
}

/** What one field says for the same person, in bits; 0 where it is not known on both sides. */
export function bitsVan(model: Model, veld: Veld, niveaus: Niveaus): number {
  const v = VELDEN.indexOf(veld);
  const niveau = niveaus[v] ?? -1;
  return niveau < 0 ? 0 : (maakGereed(model).zelfde[v]?.[niveau] ?? 0);
}

/** Bits → chance. */
export function kansUitBits(gewicht: number): number {
  return gewicht > 0 ? 1 / (1 + 2 ** -gewicht) : 2 ** gewicht / (1 + 2 ** gewicht);
}

/**
 * Weighs two mentions and explains it, bar by bar. Symmetric. Prior + Σ bars = weight.
 * @param model frozen model; `MODEL` of `model.ts` for the radar
 */
export function scoor(
  a: Vermelding | Voorbereid,
  b: Vermelding | Voorbereid,
  model: Model,
  opties: ScoorOpties = {},
): Score {
  const va = 'bron' in a ? a : bereidVoor(a);
  const vb = 'bron' in b ? b : bereidVoor(b);
  const gereed = maakGereed(model);
  const g = weeg(va, vb, model, opties);
  const staven: Staaf[] = [];
  const voegToe = (veld: Staaf['veld'], niveau: string, waarde: number): void => {
    staven.push({ veld, niveau, bits: waarde, ...zinVoor(veld, niveau, waarde) });
  };
  const niveaus: Partial<Record<Veld, string>> = {};
  VELDEN.forEach((veld, v) => {
    const niveau = g.niveaus[v] ?? -1;
    const naam = NIVEAUS[veld][niveau];
    niveaus[veld] = naam ?? 'onbekend';
    if (naam !== undefined) voegToe(veld, naam, gereed.zelfde[v]?.[niveau] ?? 0);
  });
  if (g.naamAchternaam !== 0) voegToe('naamfrequentie', 'achternaam', g.naamAchternaam);
  if (g.naamVoornaam !== 0) voegToe('naamfrequentie', 'voornaam', g.naamVoornaam);
  if (g.verwantSoort !== undefined) voegToe('verwant', g.verwantSoort, g.verwant);
  return {
    modelVersie: model.versie,
    gewicht: g.totaal,
    kans: kansUitBits(g.totaal),
    prior: g.prior,
    staven,
    niveaus: niveaus as Record<Veld, string>,
  };
}
