// SPDX-License-Identifier: EUPL-1.2
/**
 * Fellegi-Sunter: how much more often would two mentions look like this if they are one person than if they are not?
 * The weight is a sum of bars in bits (log₂); every bar has a sentence. Beside "strangers" the model weighs relatives
 * that look alike (twins, father and son): what they explain as well is taken off in one bar of its own.
 */
import type { Model, Naamtelling, Verwantschap } from './modelvorm.ts';
import {
  type Frequenties,
  gedeeldeNamen,
  NIVEAUS,
  type Niveaus,
  VELDEN,
  type Veld,
  vergelijk,
} from './vergelijking.ts';
import { bereidVoor, type Vermelding, type Voorbereid } from './vermelding.ts';
import {
  bits,
  type Gewichten,
  kansUitBits,
  leegGewichten,
  NIET_GEDEELD,
  plekVan,
  RIJ,
  weegPaar,
} from './weging.ts';
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

/** Fields of which a shared value counts by how rare it is, and the levels that share one. */
const NAAMVELDEN = [
  { veld: 'achternaam', plek: VELDEN.indexOf('achternaam'), niveaus: ['gelijk', 'deel'] },
  { veld: 'voornaam', plek: VELDEN.indexOf('voornaam'), niveaus: ['gelijk'] },
] as const;

/** The model as tables, made once. */
interface Gereed {
  readonly gewichten: Gewichten;
  readonly soorten: readonly Verwantschap[];
}

const GEREED = new WeakMap<Model, Gereed>();
const V = VELDEN.length;

/** Chance among strangers of having the same value wholly. */
function vreemdGelijk(model: Model, veld: 'achternaam' | 'voornaam'): number {
  return model.vreemd[veld].at(-1) ?? 1;
}

/** The tables of a model: class 0 is the same person, then its alternatives in their order. */
export function maakGereed(model: Model): Gereed {
  const bekend = GEREED.get(model);
  if (bekend !== undefined) return bekend;
  const klassen = [
    { kansen: model.zelfde, verhouding: 1, gedeeld: ['achternaam', 'voornaam'] },
    ...model.alternatieven,
  ];
  const g = leegGewichten(klassen.length, V);
  klassen.forEach(({ kansen, gedeeld }, k) => {
    VELDEN.forEach((veld, v) => {
      kansen[veld].forEach((p, l) => {
        g.log[plekVan(V, k, v, 0, l)] = Math.log2(p / (model.vreemd[veld][l] ?? 1));
      });
    });
    for (const { veld, plek, niveaus } of NAAMVELDEN)
      for (const niveau of niveaus) {
        const l = NIVEAUS[veld].indexOf(niveau as never);
        const op = plekVan(V, k, plek, 0, l);
        const keer = (kansen[veld][l] ?? 1) / (model.vreemd[veld][l] ?? 1);
        // whom a name comes to by kinship, its rarity proves nothing about
        if (gedeeld.includes(veld)) g.samen[op] = keer * vreemdGelijk(model, veld);
        else g.toeval[op] = keer;
      }
  });
  const gereed: Gereed = {
    gewichten: {
      ...g,
      samenLog: g.samen.slice(0, V * RIJ).map(Math.log2),
      prior: Float64Array.from(klassen, (k) => bits(model.lambda) + Math.log2(k.verhouding)),
      ouder: new Int8Array(V).fill(-1),
      ouderVanaf: new Int8Array(V),
    },
    soorten: model.alternatieven.map((a) => a.soort),
  };
  GEREED.set(model, gereed);
  return gereed;
}

function aandeel(telling: Naamtelling, naam: string): number {
  return Object.hasOwn(telling.lijst, naam) ? (telling.lijst[naam] ?? telling.overig) : telling.overig;
}

/** log₂ of the share of a name, of the commonest of its spellings; `NIET_GEDEELD` where there is none, or nobody counted. */
function deelVan(
  veld: 'achternaam' | 'voornaam',
  namen: readonly string[],
  model: Model,
  frequenties: Frequenties | undefined,
): number {
  let deel = 0;
  for (const naam of namen)
    deel = Math.max(deel, frequenties?.[veld](naam) ?? aandeel(model.namen[veld], naam));
  return deel <= 0 ? NIET_GEDEELD : Math.log2(Math.max(deel, KLEINSTE_AANDEEL));
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

/**
 * λ for a look-up in a register: of `vermeldingen` mentions, how many are this person? A setting, standard one
 * (bron onbekend, standaardwaarde): a report's person stands in it once, on average over known and unknown.
 */
export function lambdaVoorRegister(vermeldingen: number, verwacht = 1): number {
  return Math.min(0.5, verwacht / Math.max(2, vermeldingen));
}

/** The weight alone, without words: for many pairs. The same numbers as `scoor`. */
export function weeg(a: Voorbereid, b: Voorbereid, model: Model, opties: ScoorOpties = {}): Gewicht {
  const { gewichten: g, soorten } = maakGereed(model);
  const niveaus = vergelijk(a, b);
  const deel = new Float64Array(V).fill(NIET_GEDEELD);
  // Extra bits because the shared name is rarer (or commoner) than names on average: log₂(u / share of this name).
  const extra = [0, 0];
  let gewoon = 0;
  NAAMVELDEN.forEach(({ veld, plek, niveaus: heel }, i) => {
    const niveau = niveaus[plek] ?? -1;
    const f = deelVan(veld, gedeeldeNamen(veld, niveau, a, b), model, opties.frequenties);
    if (f === NIET_GEDEELD) return;
    const meer = Math.log2(vreemdGelijk(model, veld)) - f;
    if (NIVEAUS[veld][niveau] !== 'bijna') {
      deel[plek] = f;
      extra[i] = meer;
      return;
    }
    // Jansen beside Janssen proves no more than Jansen beside Jansen: strangers with nearly a common name are common too.
    const top = plekVan(V, 0, plek, 0, NIVEAUS[veld].indexOf(heel[0] as never));
    const teVeel = (g.samenLog[top] as number) - f - (g.log[plekVan(V, 0, plek, 0, niveau)] as number);
    extra[i] = Math.min(0, teVeel);
    gewoon += extra[i] as number;
  });
  const [naamAchternaam = 0, naamVoornaam = 0] = extra;
  const perKlasse = new Float64Array(g.prior.length);
  weegPaar(g, niveaus, 0, deel, perKlasse);
  for (let k = 0; k < perKlasse.length; k++) perKlasse[k] = (perKlasse[k] as number) + gewoon;
  // the register at hand may be larger or smaller than the one that was learned on
  const prior = bits(opties.lambda ?? model.lambda);
  const erbij = prior - (g.prior[0] as number);
  // Relatives: how likely is each, measured from "strangers" at zero bits? Their sum goes into the denominator.
  let som = 1;
  let sterkste = 0;
  let verwantSoort: Verwantschap | undefined;
  soorten.forEach((soort, k) => {
    const kracht = 2 ** ((perKlasse[k + 1] as number) + erbij);
    som += kracht;
    if (kracht > sterkste) {
      sterkste = kracht;
      verwantSoort = soort;
    }
  });
  const verwant = som === 1 ? 0 : -Math.log2(som);
  const totaal = (perKlasse[0] as number) + erbij + verwant;
  return { niveaus, naamAchternaam, naamVoornaam, verwant, verwantSoort, prior, totaal };
}

/** What one field says for the same person, in bits; 0 where it is not known on both sides. */
export function bitsVan(model: Model, veld: Veld, niveaus: Niveaus): number {
  const v = VELDEN.indexOf(veld);
  const niveau = niveaus[v] ?? -1;
  return niveau < 0 ? 0 : (maakGereed(model).gewichten.log[plekVan(V, 0, v, 0, niveau)] as number);
}

/**
 * What each level of a field says for the same person, in bits, in the order of `NIVEAUS`; agreement on one of these names as rare as the
 * rarest of them.
 */
export function bitsPerNiveau(
  veld: Veld,
  model: Model,
  namen: readonly string[],
  frequenties: Frequenties | undefined,
): number[] {
  const { log, samenLog } = maakGereed(model).gewichten;
  const v = VELDEN.indexOf(veld);
  const naamveld = NAAMVELDEN.find((n) => n.veld === veld);
  const delen = naamveld ? namen.map((naam) => deelVan(naamveld.veld, [naam], model, frequenties)) : [];
  return NIVEAUS[veld].map((niveau, l) => {
    const plek = plekVan(V, 0, v, 0, l);
    const los = log[plek] as number;
    if (!naamveld?.niveaus.some((n) => n === niveau)) return los;
    return Math.max(
      ...delen.map((deel) => (deel === NIET_GEDEELD ? los : (samenLog[plek] as number) - deel)),
    );
  });
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
    if (naam !== undefined) voegToe(veld, naam, bitsVan(model, veld, g.niveaus));
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
