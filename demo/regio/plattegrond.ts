// SPDX-License-Identifier: EUPL-1.2
import {
  DRENTHE,
  type Gemeente,
  NIET_UITGEGEVEN,
  type Plaats,
  STRAATBEGIN,
  STRAATEIND,
} from '../data/plaatsen.ts';
import { PARAMETERS } from './parameters.ts';
import type { Toeval } from './toeval.ts';

export interface Adres {
  readonly straat: string;
  readonly huisnummer: string;
  readonly huisletter: string | null;
  readonly postcode: string;
  readonly woonplaats: string;
  readonly gemeentecode: string;
  readonly netnummer: string;
}

interface Straat {
  readonly naam: string;
  readonly postcode: string;
  readonly plaats: Plaats;
  readonly gemeente: Gemeente;
  laatste: number;
}

export function getGemeente(code: string): Gemeente {
  const gemeente = DRENTHE.find((g) => g.code === code);
  if (!gemeente) throw new RangeError(`Gemeente ${code} ligt niet in Drenthe.`);
  return gemeente;
}

/** Share of each municipality in the meldingen: the two published ones as published, the rest by inhabitants. */
export function gemeenteAandelen(): Map<string, number> {
  const bekend = PARAMETERS.gemeenteAandeel.waarde;
  const rest = 1 - Object.values(bekend).reduce((s, x) => s + x, 0);
  const overig = DRENTHE.filter((g) => bekend[g.code] === undefined);
  const inwoners = overig.reduce((s, g) => s + g.inwoners, 0);
  return new Map(DRENTHE.map((g) => [g.code, bekend[g.code] ?? (rest * g.inwoners) / inwoners]));
}

/** The map of the region: invented streets in real places, each house given out once. */
export class Plattegrond {
  readonly #toeval: Toeval;
  readonly #straten = new Map<string, Straat[]>();
  readonly #aandelen = [...gemeenteAandelen()];

  constructor(toeval: Toeval) {
    this.#toeval = toeval;
    for (const gemeente of DRENTHE) {
      for (const plaats of gemeente.plaatsen) {
        const namen = new Set<string>();
        const straten: Straat[] = [];
        for (const pc4 of plaats.pc4) {
          for (const letters of NIET_UITGEGEVEN) {
            let naam = '';
            do naam = toeval.kies(STRAATBEGIN) + toeval.kies(STRAATEIND);
            while (namen.has(naam));
            namen.add(naam);
            straten.push({ naam, postcode: `${pc4}${letters}`, plaats, gemeente, laatste: 0 });
          }
        }
        this.#straten.set(plaats.naam, straten);
      }
    }
  }

  kiesGemeente(): string {
    return this.#toeval.weeg(this.#aandelen, ([, deel]) => deel)[0];
  }

  /** A house nobody else lives in. */
  nieuwAdres(gemeentecode: string): Adres {
    const plaats = this.#toeval.weeg(getGemeente(gemeentecode).plaatsen, (p) => p.gewicht);
    const straat = this.#toeval.kies(this.#straten.get(plaats.naam) ?? []);
    straat.laatste += this.#toeval.heel(1, 3);
    return {
      straat: straat.naam,
      huisnummer: String(straat.laatste),
      huisletter: this.#toeval.kans(0.08) ? this.#toeval.kies(['A', 'B', 'C']) : null,
      postcode: straat.postcode,
      woonplaats: plaats.naam,
      gemeentecode,
      netnummer: plaats.netnummer,
    };
  }
}
