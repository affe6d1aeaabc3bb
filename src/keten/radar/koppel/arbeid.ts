// SPDX-License-Identifier: EUPL-1.2
/**
 * The work that threads divide. Every thread has a workplace over the same shared arrays; a job is a range, and what
 * it gives depends on that range alone. The same code runs without threads.
 */

import { kansen, weegPaar } from '../weging.ts';
import {
  type Blokdeel,
  type Blokken,
  type Blokplekken,
  leesKandidaten,
  leesSleutels,
  legBlokken,
  legRijen,
  maakVak,
  type Ruw,
  type Sleutelrijen,
  verfijn,
} from './blokken.ts';
import { type Banden, type Delen, groepeer } from './clusters.ts';
import { type Patronen, Patroonteller } from './leren.ts';
import { leesNaamkennis } from './naamkennis.ts';
import { maakVergelijkers, type Paarvergelijker } from './paar.ts';
import { leesProfielen, type Profielboek, Profielweger } from './profiel.ts';
import type { Register } from './register.ts';
import {
  type Buren,
  type Eerder,
  type Gewogenparen,
  type Kladblok,
  type Lidmaatschap,
  type Nieuw,
  type Samenvoegingen,
  weegGroepsparen,
  weegLeden,
  weegSamen,
  zoekTwijfel,
} from './samenhang.ts';
import { maakSleutelmaker } from './sleutels.ts';
import {
  type Aandelen,
  gedeeldLog,
  KLASSEN,
  type Koppelgewichten,
  telAandeel,
  weegZelfde,
} from './weging.ts';

/** Pairs with their levels (one per comparison), in the order of their first row, then of their second. */
export interface Paren {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly niveaus: Int8Array;
}

/** What all threads look at, besides the register; it grows as the work proceeds. */
export interface Staat {
  readonly naamkennis: Uint32Array;
  readonly sleutels: readonly Sleutelrijen[];
  readonly blokken: Blokken;
  readonly plekken: readonly Blokplekken[];
  readonly aandelen: Aandelen;
  readonly gewichten: Koppelgewichten;
  readonly willekeurig: Paren;
  readonly leer: Paren;
  readonly paren: Paren;
  readonly banden: Banden;
  readonly delen: Delen;
  readonly cluster: Int32Array;
  readonly boek: Profielboek;
  readonly codes: Float64Array;
  readonly buren: Buren;
  readonly lid: Lidmaatschap;
  readonly eerder: Eerder;
  readonly nieuw: Nieuw;
  readonly zeker: Int32Array;
}

export interface Bereik {
  readonly van: number;
  readonly tot: number;
}

/** What can be asked of a workplace: what is given, and what comes back. */
export interface Werk {
  naamkennis: { in: Bereik; uit: Uint32Array };
  sleutels: { in: Bereik; uit: Sleutelrijen };
  vak: { in: { vak: number }; uit: Ruw };
  verfijn: { in: { ruw: Ruw; grens: number; ruimte: number }; uit: Ruw };
  /** Blocks into `blokken`, by part of the keys; and into the rows of a range. */
  legBlokken: { in: { deel: Blokdeel; stap: number }; uit: Blokplekken };
  legRijen: { in: { deel: number; stap: number; vanaf: number }; uit: undefined };
  aandeel: { in: { plek: number; wie?: Int32Array }; uit: { log: Float32Array; gelijk: number } };
  /** Random pairs, spread evenly over all, about `hoeveel` in all. */
  willekeurig: { in: Bereik & { hoeveel: number }; uit: Paren };
  /** All candidates of every `stap`-th row (a fixed sample). */
  kandidaten: { in: Bereik & { stap: number }; uit: Paren };
  /** The candidates from this many bits for the same person. */
  zoek: { in: Bereik & { bits: number }; uit: Paren & { readonly bekeken: number } };
  /** Patterns of a range of pairs, every `stap`-th of them. */
  tel: { in: Bereik & { van: number; bron: 'willekeurig' | 'leer' | 'paren'; stap: number }; uit: Patronen };
  /** Bits into `banden`. */
  weeg: { in: Bereik; uit: undefined };
  /** Groups into `cluster`, for a range of parts. */
  groepeer: { in: Bereik; uit: undefined };
  /** Profiles into `boek`. */
  profielen: { in: Bereik; uit: undefined };
  groepsparen: { in: Bereik; uit: Samenvoegingen };
  leden: { in: Bereik; uit: Lidmaatschap };
  twijfel: { in: Bereik & { readonly streng: boolean }; uit: Int32Array };
  samen: { in: Bereik & { vanaf: number }; uit: Gewogenparen };
}

export type Soortwerk = keyof Werk;

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
  bij(a: number, b: number, niveaus: Int8Array, begin: number): void {
    const { V } = this;
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
    for (let v = 0; v < V; v++) this.niveaus[this.n * V + v] = niveaus[begin + v] as number;
    this.n++;
  }
  klaar(): Paren {
    return {
      a: this.a.slice(0, this.n),
      b: this.b.slice(0, this.n),
      niveaus: this.niveaus.slice(0, this.n * this.V),
    };
  }
}

/** A fixed sample: does this row take part, when one in so many does? */
function inSteekproef(rij: number, stap: number): boolean {
  return stap <= 1 || (Math.imul(rij, 0x9e3779b1) >>> 8) % stap === 0;
}

export class Werkplaats {
  private readonly r: Register;
  private readonly V: number;
  private staat: Partial<Staat> = {};
  private vergelijkers: ReturnType<typeof maakVergelijkers> | undefined;
  private klad: Kladblok | undefined;
  private sleutelmaker: ReturnType<typeof maakSleutelmaker> | undefined;

  constructor(r: Register) {
    this.r = r;
    this.V = r.vergelijkingen.length;
  }

  /** Lays something out for all jobs that follow; `undefined` puts it away. */
  zet(wat: { readonly [K in keyof Staat]?: Staat[K] | undefined }): void {
    this.staat = { ...this.staat, ...(wat as Partial<Staat>) };
    if ('sleutels' in wat) this.sleutelmaker = undefined;
  }

  doe<S extends Soortwerk>(soort: S, opdracht: Werk[S]['in']): Werk[S]['uit'] {
    const werk: { readonly [S in Soortwerk]: (o: Werk[S]['in']) => Werk[S]['uit'] } = {
      naamkennis: ({ van, tot }) => leesNaamkennis(this.r, van, tot),
      sleutels: ({ van, tot }) => leesSleutels(this.r, this.maker(), van, tot),
      vak: ({ vak }) => maakVak(this.r, this.van('sleutels'), vak),
      verfijn: ({ ruw, grens, ruimte }) => verfijn(this.r, this.van('sleutels'), ruw, grens, ruimte),
      legBlokken: ({ deel, stap }) => legBlokken(this.r, this.van('blokken').leden, deel, stap),
      legRijen: ({ deel, stap, vanaf }) =>
        legRijen(this.r, this.van('blokken'), this.van('plekken'), deel, stap, vanaf) as undefined,
      aandeel: ({ plek, wie }) => telAandeel(this.r, plek, wie),
      willekeurig: (o) => this.willekeurig(o),
      kandidaten: (o) => this.kandidaten(o),
      zoek: (o) => this.zoek(o),
      tel: (o) => this.tel(o),
      weeg: (o) => this.weeg(o),
      groepeer: ({ van, tot }) =>
        groepeer(
          this.van('banden'),
          this.r.nA,
          this.van('delen'),
          van,
          tot,
          this.van('cluster'),
          this.kladblok().lijst,
        ) as undefined,
      profielen: ({ van, tot }) => leesProfielen(this.r, this.van('boek'), van, tot) as undefined,
      groepsparen: ({ van, tot }) =>
        weegGroepsparen(this.weger(), this.r.n, this.van('codes').subarray(van, tot)),
      leden: ({ van, tot }) =>
        weegLeden(
          this.van('banden'),
          this.van('buren'),
          this.van('boek'),
          this.weger(),
          this.kladblok(),
          (rij) => (rij < this.r.nA ? this.van('nieuw').a : this.van('nieuw').b),
          van,
          tot,
          this.staat.eerder,
        ),
      twijfel: ({ van, tot, streng }) =>
        zoekTwijfel(this.van('boek'), this.van('lid'), this.weger(), van, tot, streng),
      samen: ({ van, tot, vanaf }) =>
        weegSamen(
          this.van('banden'),
          this.van('buren'),
          this.van('boek'),
          this.van('lid'),
          this.van('zeker'),
          this.r.nA,
          van,
          tot,
          vanaf,
        ),
    };
    return werk[soort](opdracht);
  }

  private van<K extends keyof Staat>(naam: K): Staat[K] {
    const uit = this.staat[naam];
    if (uit === undefined) throw new Error(`${naam} is niet klaargelegd`);
    return uit;
  }

  private maker(): ReturnType<typeof maakSleutelmaker> {
    this.sleutelmaker ??= maakSleutelmaker(this.r, this.van('naamkennis'));
    return this.sleutelmaker;
  }

  private vergelijk(): Paarvergelijker {
    this.vergelijkers ??= maakVergelijkers(this.r, this.van('naamkennis'));
    return this.vergelijkers.paar;
  }

  private weger(): Profielweger {
    this.vergelijkers ??= maakVergelijkers(this.r, this.van('naamkennis'));
    return new Profielweger(
      this.r,
      this.vergelijkers.profiel,
      this.van('gewichten'),
      this.van('aandelen'),
      this.van('boek'),
    );
  }

  /** Room for a job that goes over rows: stamps (−1) and a list. */
  private kladblok(): Kladblok {
    this.klad ??= { gezien: new Int32Array(this.r.n), lijst: new Int32Array(this.r.n) };
    this.klad.gezien.fill(-1);
    return this.klad;
  }

  private willekeurig({ van, tot, hoeveel }: Werk['willekeurig']['in']): Paren {
    const { r } = this;
    const vergelijk = this.vergelijk();
    const niveaus = new Int8Array(this.V);
    const uit = new Groei(this.V);
    const neem = (a: number, b: number): void => {
      vergelijk(a, b, niveaus);
      uit.bij(a, b, niveaus, 0);
    };
    const nB = r.n - r.nA;
    const [links, rechts] = nB === 0 ? [r.n, r.n] : [r.nA, nB];
    const totaal = nB === 0 ? (r.n * (r.n - 1)) / 2 : r.nA * nB;
    if (totaal <= hoeveel) {
      for (let a = van; a < tot; a++) for (let b = nB === 0 ? a + 1 : r.nA; b < r.n; b++) neem(a, b);
      return uit.klaar();
    }
    // Pairs (i, i + step) for a fixed row of steps; of a big file only every so many rows.
    const stappen = Math.ceil(hoeveel / links);
    const keuze = Math.max(1, Math.floor(links / hoeveel));
    for (let i = van; i < tot; i++) {
      if (!inSteekproef(i, keuze)) continue;
      for (let s = 1; s <= stappen; s++) {
        const stap = 1 + Math.floor((s * 0.618033988749895 * rechts) % Math.max(1, rechts - 1));
        const j = (i + stap) % rechts;
        if (nB > 0) neem(i, r.nA + j);
        else if (i !== j) neem(Math.min(i, j), Math.max(i, j));
      }
    }
    return uit.klaar();
  }

  private kandidaten({ van, tot, stap }: Werk['kandidaten']['in']): Paren {
    const { r } = this;
    const vergelijk = this.vergelijk();
    const blokken = this.van('blokken');
    const niveaus = new Int8Array(this.V);
    const { gezien, lijst } = this.kladblok();
    const uit = new Groei(this.V);
    for (let a = van; a < tot; a++) {
      if (!inSteekproef(a, stap)) continue;
      const m = leesKandidaten(r, blokken, a, gezien, lijst);
      for (let x = 0; x < m; x++) {
        const b = lijst[x] as number;
        vergelijk(a, b, niveaus);
        uit.bij(a, b, niveaus, 0);
      }
    }
    return uit.klaar();
  }

  private zoek({ van, tot, bits }: Werk['zoek']['in']): Werk['zoek']['uit'] {
    const { r, V } = this;
    const vergelijk = this.vergelijk();
    const blokken = this.van('blokken');
    const [gewichten, aandelen] = [this.van('gewichten'), this.van('aandelen')];
    const niveaus = new Int8Array(V);
    const { gezien, lijst } = this.kladblok();
    const uit = new Groei(V);
    let bekeken = 0;
    for (let a = van; a < tot; a++) {
      const m = leesKandidaten(r, blokken, a, gezien, lijst);
      bekeken += m;
      let over = 0;
      for (let x = 0; x < m; x++) {
        const b = lijst[x] as number;
        vergelijk(a, b, niveaus);
        if (weegZelfde(r, gewichten, aandelen, a, b, niveaus) >= bits) lijst[over++] = b;
      }
      // Few are kept: they are put in order, and looked at again for their levels.
      for (const b of lijst.subarray(0, over).sort()) {
        vergelijk(a, b, niveaus);
        uit.bij(a, b, niveaus, 0);
      }
    }
    return { ...uit.klaar(), bekeken };
  }

  private tel({ van, tot, bron, stap }: Werk['tel']['in']): Patronen {
    const { V, r } = this;
    const p = this.van(bron);
    const aandelen = this.van('aandelen');
    const teller = new Patroonteller(V);
    for (let k = van; k < tot; k++) {
      if (!inSteekproef(k, stap)) continue;
      teller.bijPaar(r, p.a[k] as number, p.b[k] as number, p.niveaus, k * V, aandelen);
    }
    return teller.klaar();
  }

  private weeg({ van, tot }: Bereik): undefined {
    const { V, r } = this;
    const p = this.van('paren');
    const uit = this.van('banden');
    const [g, f] = [this.van('gewichten'), this.van('aandelen')];
    const deel = new Float64Array(V);
    const bits = new Float64Array(KLASSEN.length);
    const kans = new Float64Array(KLASSEN.length);
    for (let i = van; i < tot; i++) {
      for (let v = 0; v < V; v++)
        deel[v] = gedeeldLog(r, p.a[i] as number, p.b[i] as number, v, p.niveaus, i * V, f);
      weegPaar(g, p.niveaus, i * V, deel, bits);
      kansen(bits, kans);
      // log₂ of the odds against everything else, exact also where the chance rounds to 1.
      let rest = 1;
      for (let k = 1; k < KLASSEN.length; k++) rest += 2 ** (bits[k] as number);
      uit.bits[i] = (bits[0] as number) - Math.log2(rest);
      // Twins or namesakes explain the pair better.
      uit.nooit[i] = Math.max(kans[2] as number, kans[3] as number) > 0.5 ? 1 : 0;
    }
  }
}
