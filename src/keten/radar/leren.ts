// SPDX-License-Identifier: EUPL-1.2
/**
 * Learning a model from mentions without knowing who is who: u by deterministic sampling of pairs, m and λ by
 * expectation-maximisation over the counted level patterns of all candidate pairs (radar.md §5.1). No random numbers:
 * two runs give the same bytes.
 */
import { kansenUit, type Model, type Naamtelling } from './modelvorm.ts';
import { maakGereed } from './score.ts';
import { type Frequenties, NIVEAUS, VELDEN, type Veld, vergelijk } from './vergelijking.ts';
import { sleutels, type Voorbereid, zoekSleutels } from './vermelding.ts';
import { kansen, NIET_GEDEELD, weegPaar } from './weging.ts';

/** While learning a name counts as a name, however rare. */
const GEEN_NAAM = new Float64Array(VELDEN.length).fill(NIET_GEDEELD);

export interface Paren {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Keys that pointed at more mentions than allowed and were left out. */
  readonly overgeslagen: number;
}

/**
 * All pairs that share a key, each once (a < b): what the database finds, in memory.
 * @param maxBlok keys with more mentions than this are left out
 */
export function kandidaatParen(alle: readonly Voorbereid[], maxBlok = 2000): Paren {
  const blokken = new Map<string, number[]>();
  alle.forEach((p, i) => {
    for (const sleutel of sleutels(p)) {
      const blok = blokken.get(sleutel);
      if (blok === undefined) blokken.set(sleutel, [i]);
      else blok.push(i);
    }
  });
  let overgeslagen = 0;
  for (const blok of blokken.values()) if (blok.length > maxBlok) overgeslagen++;
  const va: number[] = [];
  const vb: number[] = [];
  const gezien = new Int32Array(alle.length).fill(-1);
  // Searching is not symmetric (the search side is widened), so both directions are looked at; a pair is kept once.
  const terug: number[][] = alle.map(() => []);
  alle.forEach((p, i) => {
    for (const sleutel of zoekSleutels(p)) {
      const blok = blokken.get(sleutel);
      if (blok === undefined || blok.length > maxBlok) continue;
      for (const j of blok) if (j < i) terug[j]?.push(i);
    }
  });
  alle.forEach((p, i) => {
    const neem = (j: number): void => {
      if (j <= i || gezien[j] === i) return;
      gezien[j] = i;
      va.push(i);
      vb.push(j);
    };
    for (const j of terug[i] ?? []) neem(j);
    for (const sleutel of zoekSleutels(p)) {
      const blok = blokken.get(sleutel);
      if (blok === undefined || blok.length > maxBlok) continue;
      for (const j of blok) neem(j);
    }
  });
  return { a: Int32Array.from(va), b: Int32Array.from(vb), overgeslagen };
}

interface Patroon {
  readonly niveaus: Int8Array;
  aantal: number;
}

function telPatronen(alle: readonly Voorbereid[], a: Int32Array, b: Int32Array): Patroon[] {
  const kaart = new Map<number, Patroon>();
  const niveaus = new Int8Array(VELDEN.length);
  for (let k = 0; k < a.length; k++) {
    const pa = alle[a[k] ?? 0];
    const pb = alle[b[k] ?? 0];
    if (pa === undefined || pb === undefined) continue;
    vergelijk(pa, pb, niveaus);
    let code = 0;
    for (const n of niveaus) code = code * 10 + n + 1;
    const bekend = kaart.get(code);
    if (bekend === undefined) kaart.set(code, { niveaus: Int8Array.from(niveaus), aantal: 1 });
    else bekend.aantal++;
  }
  return [...kaart.values()];
}

/** Pairs spread evenly over all possible ones: (i, i + step) for a fixed row of steps. All pairs when there are few. */
function steekproef(n: number, hoeveel: number): { a: Int32Array; b: Int32Array } {
  const totaal = (n * (n - 1)) / 2;
  const a: number[] = [];
  const b: number[] = [];
  if (totaal <= hoeveel) {
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        a.push(i);
        b.push(j);
      }
    }
  } else {
    const stappen = Math.ceil(hoeveel / n);
    for (let s = 1; s <= stappen; s++) {
      const stap = Math.max(1, Math.floor((s * 0.618033988749895 * n) % (n - 1)));
      for (let i = 0; i < n; i++) {
        const j = (i + stap) % n;
        if (i === j) continue;
        a.push(Math.min(i, j));
        b.push(Math.max(i, j));
      }
    }
  }
  return { a: Int32Array.from(a), b: Int32Array.from(b) };
}

/** Chance of each class for a pattern: [same person, alternative 1, 2, …]; strangers are the rest. */
function verdeling(model: Model, niveaus: Int8Array): Float64Array {
  const { gewichten } = maakGereed(model);
  const uit = new Float64Array(gewichten.prior.length);
  weegPaar(gewichten, niveaus, 0, GEEN_NAAM, uit);
  kansen(uit, uit);
  return uit;
}

function telKansen(
  patronen: readonly Patroon[],
  gewicht: (p: Patroon) => number,
  vooraf: Model['zelfde'],
  sterkte: number,
  vloer?: number,
): Model['zelfde'] {
  const tellingen = new Map<Veld, number[]>(VELDEN.map((veld) => [veld, NIVEAUS[veld].map(() => 0)]));
  for (const p of patronen) {
    const w = gewicht(p) * p.aantal;
    VELDEN.forEach((veld, v) => {
      const n = p.niveaus[v] ?? -1;
      const rij = tellingen.get(veld);
      if (n >= 0 && rij !== undefined) rij[n] = (rij[n] ?? 0) + w;
    });
  }
  return kansenUit((veld, i) => (tellingen.get(veld)?.[i] ?? 0) + sterkte * (vooraf[veld][i] ?? 0), vloer);
}

export interface LeerOpties {
  /** Random pairs looked at for u. */
  readonly steekproef?: number;
  readonly maxBlok?: number;
  readonly rondes?: number;
  readonly versie?: string;
  readonly herkomst?: string;
  /** Learn m too (true), or only λ, u and the shares (false). */
  readonly leerZelfde?: boolean;
  readonly paren?: Paren;
}

/**
 * Learns λ, m, u, name shares and the ratio of each alternative. The chances inside an alternative stay as given.
 * Cost: one comparison per candidate pair and per sampled pair; the rounds themselves work on pattern counts.
 */
export function leer(alle: readonly Voorbereid[], begin: Model, opties: LeerOpties = {}): Model {
  const { steekproef: hoeveel = 1_000_000, rondes = 60, leerZelfde = true } = opties;
  const paren = opties.paren ?? kandidaatParen(alle, opties.maxBlok);
  const kandidaten = telPatronen(alle, paren.a, paren.b);
  const monster = steekproef(alle.length, hoeveel);
  const willekeurig = telPatronen(alle, monster.a, monster.b);
  const alleParen = (alle.length * (alle.length - 1)) / 2;
  const namen = telNamen(alle);
  // A first u from all sampled pairs; then again without those that are probably one person or family.
  let model: Model = {
    ...begin,
    versie: opties.versie ?? begin.versie,
    herkomst: opties.herkomst ?? begin.herkomst,
    lambda: Math.min(0.01, (0.3 * alle.length) / alleParen),
    vreemd: telKansen(willekeurig, () => 1, begin.vreemd, 0.5),
    namen,
  };
  for (let ronde = 0; ronde < rondes; ronde++) {
    const gewichten = kandidaten.map((p) => verdeling(model, p.niveaus));
    const totalen = [0, ...model.alternatieven.map(() => 0)];
    kandidaten.forEach((p, i) => {
      gewichten[i]?.forEach((w, k) => {
        totalen[k] = (totalen[k] ?? 0) + w * p.aantal;
      });
    });
    const zelfdeParen = Math.max(1, totalen[0] ?? 1);
    const perPatroon = new Map(kandidaten.map((p, i) => [p, gewichten[i]?.[0] ?? 0]));
    const zelfde = leerZelfde
      ? telKansen(kandidaten, (p) => perPatroon.get(p) ?? 0, begin.zelfde, 2)
      : model.zelfde;
    const vorige = model;
    model = {
      ...model,
      lambda: Math.min(0.4, zelfdeParen / alleParen),
      zelfde,
      alternatieven: model.alternatieven.map((alt, k) => ({
        ...alt,
        verhouding: Math.max(1e-4, (totalen[k + 1] ?? 0) / zelfdeParen),
      })),
    };
    const huidig = model;
    model = {
      ...model,
      vreemd: telKansen(
        willekeurig,
        (p) => Math.max(0, 1 - verdeling(huidig, p.niveaus).reduce((s, x) => s + x, 0)),
        begin.vreemd,
        0.5,
      ),
    };
    if (ronde > 5 && Math.abs(Math.log(model.lambda / vorige.lambda)) < 1e-6) break;
  }
  return model;
}

/**
 * Shares of names among distinct persons, as well as mentions can tell them: a name counts once per birth date, so
 * that a family reported thirty times does not make its own rare name look common.
 */
export function telNamen(alle: readonly Voorbereid[]): Model['namen'] {
  const tel = (waarde: (p: Voorbereid) => string | undefined): Naamtelling => {
    const per = new Map<string, Set<string>>();
    let totaal = 0;
    for (const p of alle) {
      const naam = waarde(p);
      if (naam === undefined || naam === '') continue;
      const wie = `${p.jaar}.${p.maand}.${p.dag}.${p.letters.charAt(0)}`;
      const set = per.get(naam) ?? new Set<string>();
      if (!set.has(wie)) totaal++;
      set.add(wie);
      per.set(naam, set);
    }
    if (totaal === 0) return { overig: 0, lijst: {} };
    const lijst: Record<string, number> = {};
    for (const naam of [...per.keys()].sort()) lijst[naam] = (per.get(naam)?.size ?? 0) / totaal;
    return { overig: 1 / totaal, lijst };
  };
  return { achternaam: tel((p) => p.achternamen[0]?.kern), voornaam: tel((p) => p.namen[0]) };
}

/** A `Frequenties` from counted names, for `ScoorOpties`. */
export function alsFrequenties(namen: Model['namen']): Frequenties {
  const uit = (telling: Naamtelling) => (naam: string) =>
    Object.hasOwn(telling.lijst, naam) ? telling.lijst[naam] : telling.overig || undefined;
  return { achternaam: uit(namen.achternaam), voornaam: uit(namen.voornaam) };
}
