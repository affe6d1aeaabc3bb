// SPDX-License-Identifier: EUPL-1.2
/** The work that threads divide: comparing ranges of rows with their candidates. The same code runs without threads. */
import { maakPaarvergelijker } from './paar.ts';
import type { Register } from './register.ts';
import { type Blokken, bezoekKandidaten } from './sleutels.ts';
import { type Aandelen, type Gewichten, gedeeldAandeel, KLASSEN, weegPaar } from './weging.ts';

/** Pairs with their levels (one per comparison). */
export interface Paren {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly niveaus: Int8Array;
  /** Pairs that were compared to find these. */
  readonly bekeken: number;
}

export interface Opdracht {
  /** Rows from and up to. */
  readonly van: number;
  readonly tot: number;
  /** Only rows of which the number divides by this are taken (a fixed sample). */
  readonly stap: number;
  /** Instead of candidates: random pairs, spread evenly over all, about so many in all. */
  readonly willekeurig?: number;
  /** Keep only pairs from this many bits for the same person; without it all. */
  readonly vanaf?: { readonly bits: number; readonly gewichten: Gewichten; readonly aandelen: Aandelen };
}

export type Werker = (opdracht: Opdracht) => Paren;

class Groei {
  private a = new Int32Array(4096);
  private b = new Int32Array(4096);
  private niveaus: Int8Array;
  private n = 0;
  private readonly V: number;
  constructor(V: number) {
    this.V = V;
    this.niveaus = new Int8Array(4096 * V);
  }
  bij(a: number, b: number, niveaus: Int8Array): void {
    if (this.n === this.a.length) {
      const meer = <T extends Int32Array | Int8Array>(x: T): T => {
        const y = new (x.constructor as new (n: number) => T)(x.length * 2);
        y.set(x as never);
        return y;
      };
      this.a = meer(this.a);
      this.b = meer(this.b);
      this.niveaus = meer(this.niveaus);
    }
    this.a[this.n] = a;
    this.b[this.n] = b;
    this.niveaus.set(niveaus, this.n * this.V);
    this.n++;
  }
  klaar(bekeken: number): Paren {
    return {
      a: this.a.slice(0, this.n),
      b: this.b.slice(0, this.n),
      niveaus: this.niveaus.slice(0, this.n * this.V),
      bekeken,
    };
  }
}

/** Makes a worker over a register: it keeps its memory of compared values between jobs. */
export function maakWerker(r: Register, blokken: Blokken): Werker {
  const vergelijk = maakPaarvergelijker(r);
  const V = r.vergelijkingen.length;
  const niveaus = new Int8Array(V);
  const deel = new Float64Array(V);
  const bits = new Float64Array(KLASSEN.length);
  const gezien = new Int32Array(r.n).fill(-1);
  return ({ van, tot, stap, vanaf, willekeurig }) => {
    const uit = new Groei(V);
    let bekeken = 0;
    if (willekeurig !== undefined) {
      bezoekWillekeurig(r, van, tot, willekeurig, (a, b) => {
        bekeken++;
        vergelijk(a, b, niveaus);
        uit.bij(a, b, niveaus);
      });
      return uit.klaar(bekeken);
    }
    gezien.fill(-1);
    for (let a = van; a < tot; a++) {
      if (stap > 1 && (Math.imul(a, 0x9e3779b1) >>> 8) % stap !== 0) continue;
      bezoekKandidaten(r, blokken, a, gezien, (b) => {
        bekeken++;
        vergelijk(a, b, niveaus);
        if (vanaf !== undefined) {
          for (let v = 0; v < V; v++) deel[v] = gedeeldAandeel(r, a, b, v, niveaus, 0, vanaf.aandelen);
          weegPaar(vanaf.gewichten, niveaus, 0, deel, 0, bits, 1);
          if ((bits[0] as number) < vanaf.bits) return;
        }
        uit.bij(a, b, niveaus);
      });
    }
    return uit.klaar(bekeken);
  };
}

/** Pairs of the rows from and up to: (i, i + step) for a fixed row of steps; all of them when there are few. */
function bezoekWillekeurig(
  r: Register,
  van: number,
  tot: number,
  hoeveel: number,
  doe: (a: number, b: number) => void,
): void {
  const nB = r.n - r.nA;
  const [links, rechts] = nB === 0 ? [r.n, r.n] : [r.nA, nB];
  const totaal = nB === 0 ? (r.n * (r.n - 1)) / 2 : r.nA * nB;
  if (totaal <= hoeveel) {
    for (let a = van; a < tot; a++) for (let b = nB === 0 ? a + 1 : r.nA; b < r.n; b++) doe(a, b);
    return;
  }
  const stappen = Math.ceil(hoeveel / links);
  for (let i = van; i < tot; i++)
    for (let s = 1; s <= stappen; s++) {
      const stap = 1 + Math.floor((s * 0.618033988749895 * rechts) % (rechts - 1));
      const j = (i + stap) % rechts;
      if (nB > 0) doe(i, r.nA + j);
      else if (i !== j) doe(Math.min(i, j), Math.max(i, j));
    }
}
