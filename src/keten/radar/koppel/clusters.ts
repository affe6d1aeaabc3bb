// SPDX-License-Identifier: EUPL-1.2
/**
 * From pairs to persons. Not a closure at a threshold, which lets one weak link chain two persons: groups grow together,
 * strongest first, as long as the links between them taken together speak for it, and never over a conflict.
 */

export interface Band {
  readonly a: number;
  readonly b: number;
  /** Bits for (positive) or against the same person. */
  readonly bits: number;
  /** These two may never come into one group (twins, father and son). */
  readonly nooit: boolean;
}

export interface Clusterinstelling {
  /** One link counts for at most this many bits for, and against. */
  readonly hoogstens: number;
  readonly laagst: number;
  /** Bits of a pair that was not looked at. */
  readonly ongezien: number;
  /** Mean bits from which two groups are one. */
  readonly drempel: number;
}

/** One setting for every set. Bron onbekend, standaardwaarde, chosen on made-up registers (bench/radar). */
export const CLUSTERINSTELLING: Clusterinstelling = { hoogstens: 20, laagst: -16, ongezien: -6, drempel: -1 };

interface Verband {
  som: number;
  aantal: number;
  /** How many of the pairs between them may never be one. */
  nooit: number;
}

/** So large a part of the links between two groups must speak of twins or namesakes to keep them apart. */
const VETO = 0.2;

function heeftVeto(v: Verband): boolean {
  return v.nooit >= VETO * v.aantal && v.nooit > 0;
}

/** A heap of merges to try, best first; ties go to the lowest numbers, so that the outcome is one. */
class Hoop {
  private readonly bits: number[] = [];
  private readonly a: number[] = [];
  private readonly b: number[] = [];
  private readonly stand: number[] = [];
  get grootte(): number {
    return this.bits.length;
  }
  private voor(i: number, j: number): boolean {
    const d = (this.bits[i] as number) - (this.bits[j] as number);
    if (d !== 0) return d > 0;
    if (this.a[i] !== this.a[j]) return (this.a[i] as number) < (this.a[j] as number);
    return (this.b[i] as number) < (this.b[j] as number);
  }
  private wissel(i: number, j: number): void {
    for (const rij of [this.bits, this.a, this.b, this.stand]) {
      const x = rij[i] as number;
      rij[i] = rij[j] as number;
      rij[j] = x;
    }
  }
  zet(bits: number, a: number, b: number, stand: number): void {
    let i = this.bits.length;
    this.bits.push(bits);
    this.a.push(a);
    this.b.push(b);
    this.stand.push(stand);
    while (i > 0) {
      const ouder = (i - 1) >> 1;
      if (!this.voor(i, ouder)) break;
      this.wissel(i, ouder);
      i = ouder;
    }
  }
  neem(): { bits: number; a: number; b: number; stand: number } {
    const uit = {
      bits: this.bits[0] as number,
      a: this.a[0] as number,
      b: this.b[0] as number,
      stand: this.stand[0] as number,
    };
    const laatste = this.bits.length - 1;
    this.wissel(0, laatste);
    this.bits.pop();
    this.a.pop();
    this.b.pop();
    this.stand.pop();
    let i = 0;
    for (;;) {
      const l = 2 * i + 1;
      const r = l + 1;
      let beste = i;
      if (l < laatste && this.voor(l, beste)) beste = l;
      if (r < laatste && this.voor(r, beste)) beste = r;
      if (beste === i) break;
      this.wissel(i, beste);
      i = beste;
    }
    return uit;
  }
}

/**
 * Groups rows.
 * @param n rows
 * @param nA rows of the first file when two are linked: rows of one file are not compared, and count for nothing
 * @returns per row the lowest row number of its group
 */
export function vormClusters(
  n: number,
  banden: readonly Band[],
  nA = n,
  instelling: Clusterinstelling = CLUSTERINSTELLING,
): Int32Array {
  const groep = Int32Array.from({ length: n }, (_, i) => i);
  const leden: (number[] | undefined)[] = [];
  const buren: (Map<number, Verband> | undefined)[] = [];
  const stand = new Int32Array(n);
  const uitA = Int32Array.from({ length: n }, (_, i) => (i < nA ? 1 : 0));
  /** Pairs between two groups that could be compared. */
  const tussen = (x: number, y: number): number => {
    const [gx, gy] = [ledenVan(x).length, ledenVan(y).length];
    if (nA === n) return gx * gy;
    const [ax, ay] = [uitA[x] as number, uitA[y] as number];
    return ax * (gy - ay) + (gx - ax) * ay;
  };
  const hoop = new Hoop();
  const burenVan = (x: number): Map<number, Verband> => {
    const er = buren[x];
    if (er !== undefined) return er;
    const nieuw = new Map<number, Verband>();
    buren[x] = nieuw;
    return nieuw;
  };
  const ledenVan = (x: number): number[] => leden[x] ?? [x];
  for (const band of banden) {
    const bits = Math.max(instelling.laagst, Math.min(instelling.hoogstens, band.bits));
    const verband = { som: bits, aantal: 1, nooit: band.nooit ? 1 : 0 };
    burenVan(band.a).set(band.b, verband);
    burenVan(band.b).set(band.a, verband);
    if (!band.nooit && bits > instelling.drempel) hoop.zet(bits, band.a, band.b, 0);
  }
  const gemiddelde = (v: Verband, paren: number): number =>
    (v.som + instelling.ongezien * (paren - v.aantal)) / paren;
  while (hoop.grootte > 0) {
    const beste = hoop.neem();
    const { a, b } = beste;
    if (groep[a] !== a || groep[b] !== b || beste.stand !== (stand[a] as number) + (stand[b] as number))
      continue;
    const verband = buren[a]?.get(b);
    if (verband === undefined || heeftVeto(verband)) continue;
    // The one with most neighbours stays; the other's links are laid on top of its own.
    const [blijft, gaat] = (buren[a]?.size ?? 0) >= (buren[b]?.size ?? 0) ? [a, b] : [b, a];
    const samen = [...ledenVan(blijft), ...ledenVan(gaat)];
    leden[blijft] = samen;
    uitA[blijft] = (uitA[blijft] as number) + (uitA[gaat] as number);
    for (const x of ledenVan(gaat)) groep[x] = blijft;
    groep[gaat] = blijft;
    leden[gaat] = undefined;
    const mijn = burenVan(blijft);
    mijn.delete(gaat);
    for (const [c, v] of buren[gaat] ?? []) {
      if (c === blijft) continue;
      const bij = buren[c];
      bij?.delete(gaat);
      const er = mijn.get(c);
      const nieuw =
        er === undefined
          ? { ...v }
          : { som: er.som + v.som, aantal: er.aantal + v.aantal, nooit: er.nooit + v.nooit };
      mijn.set(c, nieuw);
      bij?.set(blijft, nieuw);
    }
    buren[gaat] = undefined;
    stand[blijft] = (stand[blijft] as number) + (stand[gaat] as number) + 1;
    for (const [c, v] of mijn) {
      if (heeftVeto(v)) continue;
      const bits = gemiddelde(v, tussen(blijft, c));
      if (bits > instelling.drempel)
        hoop.zet(
          bits,
          Math.min(blijft, c),
          Math.max(blijft, c),
          (stand[blijft] as number) + (stand[c] as number),
        );
    }
  }
  const laagste = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    let g = groep[i] as number;
    while (groep[g] !== g) g = groep[g] as number;
    groep[i] = g;
    if (!laagste.has(g)) laagste.set(g, i);
  }
  return Int32Array.from(groep, (g) => laagste.get(g) as number);
}
