// SPDX-License-Identifier: EUPL-1.2
/**
 * The names that a register knows, with how many persons bear each: for how common a name is, and for spellings one slip away
 * (radar.md §3.1: never search the mentions by likeness; widen the question by the names that there are).
 */
import { bewerkingen } from './afstand.ts';

/** Shorter names have too many neighbours to tell anything. */
const KORTSTE = 4;

export class Namenboek {
  readonly #aantal: ReadonlyMap<string, number>;
  /** Names by one of their halves: one slip leaves the other half as it was. Made when first asked. */
  #perHelft: Map<string, string[]> | undefined;

  /** @param aantallen folded name → number of persons */
  constructor(aantallen: ReadonlyMap<string, number>) {
    this.#aantal = aantallen;
  }

  /** How many persons bear this folded name; undefined when it was not counted. */
  aantal(naam: string): number | undefined {
    return this.#aantal.get(naam);
  }

  /**
   * Names one slip away (a letter more, less, other, or two neighbours swapped), most common first; never the name itself.
   * @param naam folded
   */
  gelijkende(naam: string, hoogstens: number): string[] {
    if (naam.length < KORTSTE) return [];
    const halven = this.#halven();
    const uit = new Set<string>();
    const probeer = (kandidaten: readonly string[] | undefined) => {
      for (const k of kandidaten ?? []) if (k !== naam && bewerkingen(naam, k, 1) <= 1) uit.add(k);
    };
    for (let lengte = naam.length - 1; lengte <= naam.length + 1; lengte++) {
      const h = lengte >> 1;
      probeer(halven.get(voorKant(naam.slice(0, h), lengte)));
      probeer(halven.get(achterKant(naam.slice(naam.length - (lengte - h)), lengte)));
    }
    // two letters swapped across the middle touch both halves
    const m = naam.length >> 1;
    const gewisseld = `${naam.slice(0, m - 1)}${naam.charAt(m)}${naam.charAt(m - 1)}${naam.slice(m + 1)}`;
    if (gewisseld !== naam && this.#aantal.has(gewisseld)) uit.add(gewisseld);
    return [...uit]
      .sort((a, b) => (this.#aantal.get(b) ?? 0) - (this.#aantal.get(a) ?? 0) || (a < b ? -1 : 1))
      .slice(0, hoogstens);
  }

  #halven(): ReadonlyMap<string, string[]> {
    if (this.#perHelft !== undefined) return this.#perHelft;
    const halven = new Map<string, string[]>();
    const bij = (sleutel: string, naam: string) => {
      const lijst = halven.get(sleutel);
      if (lijst === undefined) halven.set(sleutel, [naam]);
      else lijst.push(naam);
    };
    for (const naam of this.#aantal.keys()) {
      if (naam.length < KORTSTE - 1) continue;
      const h = naam.length >> 1;
      bij(voorKant(naam.slice(0, h), naam.length), naam);
      bij(achterKant(naam.slice(h), naam.length), naam);
    }
    this.#perHelft = halven;
    return halven;
  }
}

const voorKant = (helft: string, lengte: number) => `${lengte}<${helft}`;
const achterKant = (helft: string, lengte: number) => `${lengte}>${helft}`;

/** The persons and names counted in a register. */
export interface Telling {
  personen: number;
  achternaam: Namenboek;
  voornaam: Namenboek;
  /** Persons under each key of a surname (`achternaamklanken`) and of a given name (`voornaamklanken`). */
  achternaamklank: ReadonlyMap<string, number>;
  voornaamklank: ReadonlyMap<string, number>;
}
