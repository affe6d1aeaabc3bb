// SPDX-License-Identifier: EUPL-1.2
/**
 * What a group of mentions says about its person: per field the value that most of them give. A slip in one mention and a
 * gap in another then no longer count, and two groups are compared as two clean mentions would be.
 */
import { maakProfielvergelijker } from './paar.ts';
import type { Register } from './register.ts';
import { type Aandelen, type Gewichten, gedeeldAandeel, KLASSEN, kansen, weegPaar } from './weging.ts';

/** Mentions of one group that are looked at for its profile. */
const HOOGSTENS = 60;

interface Veldprofiel {
  /** A row with the commonest value, another row with that value, and a row with the next value. */
  eerste: Int32Array;
  tweede: Int32Array;
  ander: Int32Array;
  keer: Int32Array;
  anderKeer: Int32Array;
}

/** Result of weighing: log₂ odds of one person, and whether twins or namesakes explain it better. */
export interface Oordeel {
  readonly bits: number;
  readonly familie: boolean;
  /** log₂ odds of one person against twins or namesakes alone. */
  readonly bovenFamilie: number;
}

export class Profielen {
  private readonly r: Register;
  private readonly g: Gewichten;
  private readonly f: Aandelen;
  private readonly vergelijk: ReturnType<typeof maakProfielvergelijker>;
  private readonly velden: Veldprofiel[];
  private readonly niveaus: Int8Array;
  private readonly deel: Float64Array;
  private readonly bits = new Float64Array(KLASSEN.length);
  private readonly kans = new Float64Array(KLASSEN.length);
  private readonly repA: Int32Array;
  private readonly repB: Int32Array;
  private cluster: Int32Array;

  constructor(r: Register, g: Gewichten, f: Aandelen, cluster: Int32Array) {
    this.r = r;
    this.g = g;
    this.f = f;
    this.vergelijk = maakProfielvergelijker(r);
    const V = r.vergelijkingen.length;
    this.niveaus = new Int8Array(V);
    this.deel = new Float64Array(V);
    this.repA = new Int32Array(V);
    this.repB = new Int32Array(V);
    this.cluster = cluster;
    this.velden = [];
    this.lees(cluster);
  }

  /** Makes the profiles of a grouping (`cluster` = lowest row per group). */
  lees(cluster: Int32Array): void {
    this.cluster = cluster;
    const { n } = this.r;
    const grootte = new Int32Array(n + 1);
    for (let i = 0; i < n; i++) grootte[cluster[i] as number] = (grootte[cluster[i] as number] as number) + 1;
    const begin = new Int32Array(n + 1);
    for (let c = 0; c < n; c++) begin[c + 1] = (begin[c] as number) + (grootte[c] as number);
    const op = begin.slice();
    const leden = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      const c = cluster[i] as number;
      leden[op[c] as number] = i;
      op[c] = (op[c] as number) + 1;
    }
    this.velden.length = 0;
    for (const v of this.r.vergelijkingen) {
      const veld: Veldprofiel = {
        eerste: new Int32Array(n).fill(-1),
        tweede: new Int32Array(n).fill(-1),
        ander: new Int32Array(n).fill(-1),
        keer: new Int32Array(n),
        anderKeer: new Int32Array(n),
      };
      const letters = v.vorm === 'voornaam' ? this.r.letters : undefined;
      const waarden = new Int32Array(HOOGSTENS);
      const tel = new Int32Array(HOOGSTENS);
      const rij1 = new Int32Array(HOOGSTENS);
      const rij2 = new Int32Array(HOOGSTENS);
      for (let c = 0; c < n; c++) {
        const van = begin[c] as number;
        const tot = Math.min(begin[c + 1] as number, van + HOOGSTENS);
        if (tot === van) continue;
        let m = 0;
        for (let x = van; x < tot; x++) {
          const i = leden[x] as number;
          let w = v.waarde[i] as number;
          // Initials say less than names; they stand for the name only where nobody gives it.
          if (w < 0 && letters !== undefined && (letters[i] as number) >= 0) w = -2 - (letters[i] as number);
          if (w === -1) continue;
          let k = 0;
          while (k < m && waarden[k] !== w) k++;
          if (k === m) {
            waarden[k] = w;
            tel[k] = 0;
            rij1[k] = i;
            rij2[k] = -1;
            m++;
          } else if (rij2[k] === -1) rij2[k] = i;
          tel[k] = (tel[k] as number) + 1;
        }
        let [een, twee] = [-1, -1];
        const voor = (k: number, dan: number): boolean => {
          if (dan < 0) return true;
          const [wk, wd] = [(waarden[k] as number) >= 0, (waarden[dan] as number) >= 0];
          if (wk !== wd) return wk;
          return (tel[k] as number) > (tel[dan] as number);
        };
        for (let k = 0; k < m; k++) {
          if (voor(k, een)) {
            twee = een;
            een = k;
          } else if (voor(k, twee)) twee = k;
        }
        if (een >= 0) {
          veld.eerste[c] = rij1[een] as number;
          veld.tweede[c] = rij2[een] as number;
          veld.keer[c] = tel[een] as number;
        }
        if (twee >= 0) {
          veld.ander[c] = rij1[twee] as number;
          veld.anderKeer[c] = tel[twee] as number;
        }
      }
      this.velden.push(veld);
    }
  }

  private vul(uit: Int32Array, groep: number, zonder: number): void {
    for (let v = 0; v < uit.length; v++) {
      const veld = this.velden[v] as Veldprofiel;
      const eerste = veld.eerste[groep] as number;
      if (eerste < 0 || zonder < 0) {
        uit[v] = eerste;
        continue;
      }
      const waarde = (this.r.vergelijkingen[v] as Register['vergelijkingen'][number]).waarde;
      if (eerste !== zonder && waarde[eerste] !== waarde[zonder]) uit[v] = eerste;
      else {
        // Without this row its value counts once less.
        const over = (veld.keer[groep] as number) - 1;
        if (over < (veld.anderKeer[groep] as number) || over === 0) uit[v] = veld.ander[groep] as number;
        else uit[v] = eerste === zonder ? (veld.tweede[groep] as number) : eerste;
      }
    }
  }

  private weeg(): Oordeel {
    this.vergelijk(this.repA, this.repB, this.niveaus);
    for (let v = 0; v < this.deel.length; v++)
      this.deel[v] =
        (this.niveaus[v] as number) < 0
          ? 0
          : gedeeldAandeel(
              this.r,
              this.repA[v] as number,
              this.repB[v] as number,
              v,
              this.niveaus,
              0,
              this.f,
            );
    weegPaar(this.g, this.niveaus, 0, this.deel, 0, this.bits);
    kansen(this.bits, this.kans);
    let rest = 1;
    for (let k = 1; k < KLASSEN.length; k++) rest += 2 ** (this.bits[k] as number);
    return {
      bits: (this.bits[0] as number) - Math.log2(rest),
      bovenFamilie:
        (this.bits[0] as number) - Math.log2(2 ** (this.bits[2] as number) + 2 ** (this.bits[3] as number)),
      familie: Math.max(this.kans[2] as number, this.kans[3] as number) > 0.5,
    };
  }

  /** A row against a group; when it is of that group itself, against the others in it. */
  weegRij(rij: number, groep: number): Oordeel {
    this.repA.fill(rij);
    this.vul(this.repB, groep, this.cluster[rij] === groep ? rij : -1);
    return this.weeg();
  }

  /** A group against a group. */
  weegGroepen(a: number, b: number): Oordeel {
    this.vul(this.repA, a, -1);
    this.vul(this.repB, b, -1);
    return this.weeg();
  }
}
