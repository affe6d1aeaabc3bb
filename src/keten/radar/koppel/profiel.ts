// SPDX-License-Identifier: EUPL-1.2
/**
 * What a group of mentions says about its person: per field the value that most of them give. A slip in one mention and a
 * gap in another then no longer count, and two groups are compared as two clean mentions would be.
 */

import { NIVEAUS } from '../vergelijking.ts';
import { type Gewichten, kansen, NIET_GEDEELD, weegPaar } from '../weging.ts';
import type { Profielvergelijker } from './paar.ts';
import { type Register, type Vergelijking, VOORNAMEN } from './register.ts';
import { type Aandelen, gedeeldLog, KLASSEN } from './weging.ts';

/** Mentions of one group that are looked at for its profile. */
const HOOGSTENS = 60;

/** Below this level two given names are not each other's, however spelled. */
const ANDERE_NAAM = NIVEAUS.voornaam.indexOf('lijkt');

/** The groups of a register and what each says, in arrays that threads share. A group is named after its lowest row. */
export interface Profielboek {
  readonly cluster: Int32Array;
  /** Where the rows of a group begin in `leden`. */
  readonly begin: Int32Array;
  readonly leden: Int32Array;
  /** Per group and field: a row with the commonest value, another row with that value, a row with the next value; −1 = none. */
  readonly eerste: Int32Array;
  readonly tweede: Int32Array;
  readonly ander: Int32Array;
  /** How often the commonest and the next value are given. */
  readonly keer: Uint8Array;
  readonly anderKeer: Uint8Array;
}

export function maakProfielboek(r: Register): Profielboek {
  const { n } = r;
  const ruimte = n * r.vergelijkingen.length;
  const getallen = (k: number): Int32Array => new Int32Array(new SharedArrayBuffer(Math.max(4, k * 4)), 0, k);
  const tellers = (): Uint8Array => new Uint8Array(new SharedArrayBuffer(Math.max(1, ruimte)));
  return {
    cluster: getallen(n),
    begin: getallen(n + 1),
    leden: getallen(n),
    eerste: getallen(ruimte),
    tweede: getallen(ruimte),
    ander: getallen(ruimte),
    keer: tellers(),
    anderKeer: tellers(),
  };
}

/** Takes over a grouping (`cluster` = lowest row per group). The profiles are to be read again (`leesProfielen`). */
export function zetGroepen(boek: Profielboek, cluster: Int32Array): void {
  const n = cluster.length;
  boek.cluster.set(cluster);
  boek.begin.fill(0);
  for (let i = 0; i < n; i++) {
    const c = (cluster[i] as number) + 1;
    boek.begin[c] = (boek.begin[c] as number) + 1;
  }
  for (let c = 0; c < n; c++) boek.begin[c + 1] = (boek.begin[c + 1] as number) + (boek.begin[c] as number);
  const op = boek.begin.slice();
  for (let i = 0; i < n; i++) {
    const c = cluster[i] as number;
    boek.leden[op[c] as number] = i;
    op[c] = (op[c] as number) + 1;
  }
}

/** Makes the profiles of the groups named from `van` up to `tot`; a row alone needs none. */
export function leesProfielen(r: Register, boek: Profielboek, van: number, tot: number): void {
  const V = r.vergelijkingen.length;
  const waarden = new Int32Array(HOOGSTENS);
  const tel = new Int32Array(HOOGSTENS);
  const rij1 = new Int32Array(HOOGSTENS);
  const rij2 = new Int32Array(HOOGSTENS);
  const voor = (k: number, dan: number): boolean => {
    if (dan < 0) return true;
    const [wk, wd] = [(waarden[k] as number) >= 0, (waarden[dan] as number) >= 0];
    if (wk !== wd) return wk;
    return (tel[k] as number) > (tel[dan] as number);
  };
  for (let c = van; c < tot; c++) {
    const begin = boek.begin[c] as number;
    const eind = Math.min(boek.begin[c + 1] as number, begin + HOOGSTENS);
    if (eind - begin < 2) continue;
    for (let v = 0; v < V; v++) {
      const vergelijking = r.vergelijkingen[v] as Vergelijking;
      const letters = vergelijking.vorm === 'voornaam' ? r.letters : undefined;
      let m = 0;
      for (let x = begin; x < eind; x++) {
        const i = boek.leden[x] as number;
        let w = vergelijking.waarde[i] as number;
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
      for (let k = 0; k < m; k++) {
        if (voor(k, een)) {
          twee = een;
          een = k;
        } else if (voor(k, twee)) twee = k;
      }
      const plek = c * V + v;
      boek.eerste[plek] = een < 0 ? -1 : (rij1[een] as number);
      boek.tweede[plek] = een < 0 ? -1 : (rij2[een] as number);
      boek.keer[plek] = een < 0 ? 0 : (tel[een] as number);
      boek.ander[plek] = twee < 0 ? -1 : (rij1[twee] as number);
      boek.anderKeer[plek] = twee < 0 ? 0 : (tel[twee] as number);
    }
  }
}

/** Result of weighing: log₂ odds of one person, and whether twins or namesakes explain it better. */
export interface Oordeel {
  readonly bits: number;
  readonly familie: boolean;
  /** log₂ odds of one person against twins or namesakes alone. */
  readonly bovenFamilie: number;
  /** The bits of it that come from what is compared, against the likelier of the two: not from how rare those are. */
  readonly bewijs: number;
}

/** Weighs rows and groups against groups. The outcome stands in one object that the next question overwrites. */
export class Profielweger {
  private readonly r: Register;
  private readonly g: Gewichten;
  private readonly f: Aandelen;
  private readonly boek: Profielboek;
  private readonly vergelijk: Profielvergelijker;
  private readonly niveaus: Int8Array;
  private readonly deel: Float64Array;
  private readonly bits = new Float64Array(KLASSEN.length);
  private readonly kans = new Float64Array(KLASSEN.length);
  private readonly repA: Int32Array;
  private readonly repB: Int32Array;
  /** Places of the given names and of the numbers of persons among what is compared. */
  private readonly namen: readonly number[];
  private readonly nummers: readonly number[];
  private readonly uit = { bits: 0, bovenFamilie: 0, bewijs: 0, familie: false };

  constructor(r: Register, vergelijk: Profielvergelijker, g: Gewichten, f: Aandelen, boek: Profielboek) {
    this.r = r;
    this.g = g;
    this.f = f;
    this.boek = boek;
    this.vergelijk = vergelijk;
    const V = r.vergelijkingen.length;
    this.niveaus = new Int8Array(V);
    this.deel = new Float64Array(V);
    this.repA = new Int32Array(V);
    this.repB = new Int32Array(V);
    const met = (vorm: Vergelijking['vorm']): readonly number[] =>
      r.vergelijkingen.flatMap((v, plek) => (v.vorm === vorm ? [plek] : []));
    this.namen = met('voornaam');
    this.nummers = met('nummer');
  }

  private vul(uit: Int32Array, groep: number, zonder: number): void {
    const { boek } = this;
    const V = uit.length;
    if ((boek.begin[groep + 1] as number) - (boek.begin[groep] as number) === 1) {
      uit.fill(groep === zonder ? -1 : groep);
      return;
    }
    for (let v = 0; v < V; v++) {
      const plek = groep * V + v;
      const eerste = boek.eerste[plek] as number;
      if (eerste < 0 || zonder < 0) {
        uit[v] = eerste;
        continue;
      }
      const { waarde } = this.r.vergelijkingen[v] as Vergelijking;
      if (eerste !== zonder && waarde[eerste] !== waarde[zonder]) uit[v] = eerste;
      else {
        // Without this row its value counts once less.
        const over = (boek.keer[plek] as number) - 1;
        if (over < (boek.anderKeer[plek] as number) || over === 0) uit[v] = boek.ander[plek] as number;
        else uit[v] = eerste === zonder ? (boek.tweede[plek] as number) : eerste;
      }
    }
  }

  private weeg(): Oordeel {
    const { niveaus, deel, bits, kans, uit } = this;
    this.vergelijk(this.repA, this.repB, niveaus);
    for (let v = 0; v < deel.length; v++)
      deel[v] =
        (niveaus[v] as number) < 0
          ? NIET_GEDEELD
          : gedeeldLog(this.r, this.repA[v] as number, this.repB[v] as number, v, niveaus, 0, this.f);
    weegPaar(this.g, niveaus, 0, deel, bits);
    kansen(bits, kans);
    let rest = 1;
    for (let k = 1; k < KLASSEN.length; k++) rest += 2 ** (bits[k] as number);
    uit.bits = (bits[0] as number) - Math.log2(rest);
    uit.bovenFamilie = (bits[0] as number) - Math.log2(2 ** (bits[2] as number) + 2 ** (bits[3] as number));
    const { prior } = this.g;
    const boven = (k: number): number =>
      (bits[0] as number) - (bits[k] as number) - ((prior[0] as number) - (prior[k] as number));
    uit.bewijs = Math.min(boven(2), boven(3));
    uit.familie = Math.max(kans[2] as number, kans[3] as number) > 0.5;
    return uit;
  }

  /** Whether a row gives a name of its own: one who only gives initials, or none, is not told apart from a twin by it. */
  heeftNaam(rij: number): boolean {
    return this.r.vergelijkingen.every((v) => v.vorm !== 'voornaam' || (v.waarde[rij] as number) >= 0);
  }

  /** Whether two mentions of a group differ both in given name and in a number: then they are of two persons, whoever the rest is. */
  zijnTwee(groep: number): boolean {
    const { boek, niveaus, repA, repB } = this;
    const begin = boek.begin[groep] as number;
    const eind = Math.min(boek.begin[groep + 1] as number, begin + HOOGSTENS);
    if (this.namen.length === 0 || !this.nummers.some((v) => this.verschilt(v, begin, eind))) return false;
    const anders = (plekken: readonly number[], onder: number): boolean =>
      plekken.some((v) => (niveaus[v] as number) >= 0 && (niveaus[v] as number) < onder);
    for (let x = begin; x < eind; x++)
      for (let y = x + 1; y < eind; y++) {
        repA.fill(boek.leden[x] as number);
        repB.fill(boek.leden[y] as number);
        this.vergelijk(repA, repB, niveaus);
        if (anders(this.namen, ANDERE_NAAM) && anders(this.nummers, 1)) return true;
      }
    return false;
  }

  private verschilt(plek: number, begin: number, eind: number): boolean {
    const { waarde } = this.r.vergelijkingen[plek] as Vergelijking;
    let eerste = -1;
    for (let x = begin; x < eind; x++) {
      const w = waarde[this.boek.leden[x] as number] as number;
      if (w < 0 || w === eerste) continue;
      if (eerste >= 0) return true;
      eerste = w;
    }
    return false;
  }

  /**
   * Whether nobody in the group of a row bears its first given name, somebody's later one is that name (or the other way round), and no
   * number or telephone ties them: a brother may be called as one's second name is.
   */
  heetAlsTweede(rij: number): boolean {
    const { boek, r } = this;
    const naam = r.voornamen[rij * VOORNAMEN] as number;
    if (naam < 0) return false;
    const groep = boek.cluster[rij] as number;
    const begin = boek.begin[groep] as number;
    const eind = Math.min(boek.begin[groep + 1] as number, begin + HOOGSTENS);
    let tweede = false;
    for (let x = begin; x < eind; x++) {
      const ander = boek.leden[x] as number;
      const zijn = r.voornamen[ander * VOORNAMEN] as number;
      if (ander === rij || zijn < 0) continue;
      if (zijn === naam || this.deeltNummer(rij, ander)) return false;
      for (let p = 1; p < VOORNAMEN; p++)
        if (r.voornamen[ander * VOORNAMEN + p] === naam || r.voornamen[rij * VOORNAMEN + p] === zijn)
          tweede = true;
    }
    return tweede;
  }

  private deeltNummer(rij: number, ander: number): boolean {
    return this.r.vergelijkingen.some(
      (v) =>
        (v.vorm === 'nummer' || v.vorm === 'telefoon' || v.vorm === 'email') &&
        (v.waarde[rij] as number) >= 0 &&
        v.waarde[rij] === v.waarde[ander],
    );
  }

  /** A row against a group; when it is of that group itself, against the others in it. */
  weegRij(rij: number, groep: number): Oordeel {
    this.repA.fill(rij);
    this.vul(this.repB, groep, this.boek.cluster[rij] === groep ? rij : -1);
    return this.weeg();
  }

  /** A group against a group. */
  weegGroepen(a: number, b: number): Oordeel {
    this.vul(this.repA, a, -1);
    this.vul(this.repB, b, -1);
    return this.weeg();
  }
}
