// SPDX-License-Identifier: EUPL-1.2
/**
 * From pairs to persons. Not a closure at a threshold, which lets one weak link chain two persons: groups grow together,
 * strongest first, as long as the links between them taken together speak for it, and never over a conflict. Rows that no
 * chain of fair links joins cannot come into one group, so that each such part is grouped by itself, in any thread.
 */

/** Pairs of rows with the bits for (positive) or against one person. */
export interface Banden {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly bits: Float32Array;
  /** 1: these two may never come into one group (twins, father and son). */
  readonly nooit: Uint8Array;
}

/** Parts of a register that have no fair link with each other. */
export interface Delen {
  readonly aantal: number;
  /** Where the rows of a part begin in `rijen` (ascending), and its links in `banden`. */
  readonly rijBegin: Uint32Array;
  readonly rijen: Uint32Array;
  readonly bandBegin: Uint32Array;
  readonly banden: Uint32Array;
}

/** One link counts for at most this many bits for, and against. Bron onbekend, standaardwaarde, as the next two. */
const HOOGSTENS = 20;
const LAAGST = -16;

/** Bits of a pair that was not looked at. */
const ONGEZIEN = -6;

/** Mean bits from which two groups are one; chosen on made-up registers (bench/radar). */
const DREMPEL = -1;

/** So large a part of the links between two groups must speak of twins or namesakes to keep them apart. */
const VETO = 0.2;

/** A part with more links than this falls apart at its weakest links, so that no file needs unbounded room. */
const BANDEN_HOOGSTENS = 2_000_000;

function wortel(ouder: Int32Array, x: number): number {
  let y = x;
  while (ouder[y] !== y) {
    ouder[y] = ouder[ouder[y] as number] as number;
    y = ouder[y] as number;
  }
  return y;
}

function deelbaar(n: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(Math.max(4, n * 4)), 0, n);
}

/** Finds the parts of two rows and more, in the order of their lowest row. */
export function deelIn(n: number, p: Banden, hoogstens = BANDEN_HOOGSTENS): Delen {
  const ouder = new Int32Array(n);
  for (let i = 0; i < n; i++) ouder[i] = i;
  const deel = new Int32Array(n);
  const opnieuw = new Uint8Array(n).fill(1);
  const links = new Uint32Array(n);
  for (let drempel = DREMPEL; drempel < HOOGSTENS; drempel += 3) {
    for (let k = 0; k < p.a.length; k++) {
      const [a, b] = [p.a[k] as number, p.b[k] as number];
      if ((p.bits[k] as number) <= drempel || opnieuw[a] === 0 || deel[a] !== deel[b]) continue;
      const [x, y] = [wortel(ouder, a), wortel(ouder, b)];
      if (x !== y) ouder[Math.max(x, y)] = Math.min(x, y);
    }
    links.fill(0);
    for (let i = 0; i < n; i++) deel[i] = wortel(ouder, i);
    for (let k = 0; k < p.a.length; k++) {
      const d = deel[p.a[k] as number] as number;
      if (d === deel[p.b[k] as number]) links[d] = (links[d] as number) + 1;
    }
    let groot = false;
    for (let i = 0; i < n; i++) {
      opnieuw[i] = (links[deel[i] as number] as number) > hoogstens ? 1 : 0;
      if (opnieuw[i] === 0) continue;
      groot = true;
      ouder[i] = i;
    }
    if (!groot) break;
  }
  // What is still too big after the strongest threshold stays whole.
  const nummer = new Int32Array(n).fill(-1);
  const grootte = new Uint32Array(n);
  for (let i = 0; i < n; i++) grootte[deel[i] as number] = (grootte[deel[i] as number] as number) + 1;
  let aantal = 0;
  let rijen = 0;
  for (let i = 0; i < n; i++)
    if (deel[i] === i && (grootte[i] as number) > 1) {
      nummer[i] = aantal++;
      rijen += grootte[i] as number;
    }
  const rijBegin = deelbaar(aantal + 1);
  const bandBegin = deelbaar(aantal + 1);
  let banden = 0;
  for (let i = 0; i < n; i++) {
    const nr = nummer[i] as number;
    if (nr < 0) continue;
    rijBegin[nr + 1] = grootte[i] as number;
    bandBegin[nr + 1] = links[i] as number;
    banden += links[i] as number;
  }
  for (let nr = 0; nr < aantal; nr++) {
    rijBegin[nr + 1] = (rijBegin[nr + 1] as number) + (rijBegin[nr] as number);
    bandBegin[nr + 1] = (bandBegin[nr + 1] as number) + (bandBegin[nr] as number);
  }
  const uit = { aantal, rijBegin, rijen: deelbaar(rijen), bandBegin, banden: deelbaar(banden) };
  const op = rijBegin.slice();
  for (let i = 0; i < n; i++) {
    const nr = nummer[deel[i] as number] as number;
    if (nr < 0) continue;
    uit.rijen[op[nr] as number] = i;
    op[nr] = (op[nr] as number) + 1;
  }
  const bandOp = bandBegin.slice();
  for (let k = 0; k < p.a.length; k++) {
    const d = deel[p.a[k] as number] as number;
    const nr = nummer[d] as number;
    if (nr < 0 || d !== deel[p.b[k] as number]) continue;
    uit.banden[bandOp[nr] as number] = k;
    bandOp[nr] = (bandOp[nr] as number) + 1;
  }
  return uit;
}

/**
 * Groups the rows of one part after another.
 * @param nA rows of the first file when two are linked: rows of one file are not compared, and count for nothing
 * @param uit gets, per row of these parts, the lowest row of its group
 * @param plaats room for a number per row
 */
export function groepeer(
  p: Banden,
  nA: number,
  delen: Delen,
  van: number,
  tot: number,
  uit: Int32Array,
  plaats: Int32Array = new Int32Array(uit.length),
): void {
  for (let nr = van; nr < tot; nr++) {
    const rijen = delen.rijen.subarray(delen.rijBegin[nr], delen.rijBegin[nr + 1]);
    const banden = delen.banden.subarray(delen.bandBegin[nr], delen.bandBegin[nr + 1]);
    if (rijen.length === 2) {
      // A pair by itself: most parts are.
      const [k, eerste] = [banden[0] as number, rijen[0] as number];
      const een = banden.length === 1 && (p.bits[k] as number) > DREMPEL && p.nooit[k] === 0;
      uit[eerste] = eerste;
      uit[rijen[1] as number] = een ? eerste : (rijen[1] as number);
    } else {
      for (let i = 0; i < rijen.length; i++) plaats[rijen[i] as number] = i;
      new Deel(p, nA, rijen, banden, plaats).groepeer(uit, nA === uit.length);
    }
  }
}

/** One part, its rows by their place in it. Every group keeps its best neighbour; a heap keeps the best of those. */
class Deel {
  private readonly rijen: Uint32Array;
  private readonly buren: (Map<number, number> | undefined)[];
  // Per link: bits together, pairs looked at, and how many of those may never be one.
  private readonly som: Float64Array;
  private readonly aantal: Int32Array;
  private readonly nooit: Int32Array;
  // Per group.
  private readonly groep: Int32Array;
  private readonly grootte: Int32Array;
  private readonly inA: Int32Array;
  private readonly beste: Int32Array;
  private readonly bits: Float64Array;
  /** Its best neighbour changed: `bits` is an upper bound until it is looked up again. */
  private readonly vuil: Uint8Array;
  // A heap of groups by their best link.
  private readonly hoop: Int32Array;
  private readonly plek: Int32Array;
  private lengte = 0;
  private eenBestand = true;

  constructor(p: Banden, nA: number, rijen: Uint32Array, banden: Uint32Array, plaats: Int32Array) {
    const m = rijen.length;
    this.rijen = rijen;
    this.buren = Array.from({ length: m }, () => new Map<number, number>());
    this.som = new Float64Array(banden.length);
    this.aantal = new Int32Array(banden.length).fill(1);
    this.nooit = new Int32Array(banden.length);
    this.groep = Int32Array.from({ length: m }, (_, i) => i);
    this.grootte = new Int32Array(m).fill(1);
    this.inA = Int32Array.from(rijen, (rij) => (rij < nA ? 1 : 0));
    this.beste = new Int32Array(m).fill(-1);
    this.bits = new Float64Array(m);
    this.vuil = new Uint8Array(m);
    this.hoop = new Int32Array(m);
    this.plek = new Int32Array(m).fill(-1);
    for (let x = 0; x < banden.length; x++) {
      const k = banden[x] as number;
      const [i, j] = [plaats[p.a[k] as number] as number, plaats[p.b[k] as number] as number];
      this.som[x] = Math.max(LAAGST, Math.min(HOOGSTENS, p.bits[k] as number));
      this.nooit[x] = p.nooit[k] as number;
      this.burenVan(i).set(j, x);
      this.burenVan(j).set(i, x);
    }
  }

  groepeer(uit: Int32Array, eenBestand: boolean): void {
    this.eenBestand = eenBestand;
    const m = this.rijen.length;
    for (let x = 0; x < m; x++) this.zoekBeste(x);
    while (this.lengte > 0) {
      const x = this.hoop[0] as number;
      if (this.vuil[x] === 1) this.zoekBeste(x);
      else this.voegSamen(x, this.beste[x] as number);
    }
    const laagste = new Int32Array(m).fill(-1);
    for (let x = 0; x < m; x++) {
      const g = wortel(this.groep, x);
      if ((laagste[g] as number) < 0) laagste[g] = this.rijen[x] as number;
      uit[this.rijen[x] as number] = laagste[g] as number;
    }
  }

  private burenVan(x: number): Map<number, number> {
    return this.buren[x] as Map<number, number>;
  }

  /** Mean bits of a link between two groups; −∞ where they may never be one, or where it is too little. */
  private gemiddelde(x: number, y: number, band: number): number {
    const n = this.aantal[band] as number;
    const nooit = this.nooit[band] as number;
    if (nooit > 0 && nooit >= VETO * n) return Number.NEGATIVE_INFINITY;
    const [gx, gy] = [this.grootte[x] as number, this.grootte[y] as number];
    const [ax, ay] = [this.inA[x] as number, this.inA[y] as number];
    const paren = this.eenBestand ? gx * gy : ax * (gy - ay) + (gx - ax) * ay;
    const uit = ((this.som[band] as number) + ONGEZIEN * (paren - n)) / paren;
    return uit > DREMPEL ? uit : Number.NEGATIVE_INFINITY;
  }

  /** Is link (x, y) of these bits to be taken before link (u, v)? Ties go to the lowest rows, so that the outcome is one. */
  private voor(bits: number, x: number, y: number, dan: number, u: number, v: number): boolean {
    if (bits !== dan) return bits > dan;
    const d = Math.min(x, y) - Math.min(u, v);
    return d !== 0 ? d < 0 : Math.max(x, y) < Math.max(u, v);
  }

  private zoekBeste(x: number): void {
    let [beste, bits] = [-1, Number.NEGATIVE_INFINITY];
    for (const [y, band] of this.burenVan(x)) {
      const b = this.gemiddelde(x, y, band);
      if (b === Number.NEGATIVE_INFINITY) continue;
      if (beste < 0 || this.voor(b, x, y, bits, x, beste)) [beste, bits] = [y, b];
    }
    this.zet(x, beste, bits);
  }

  private voegSamen(x: number, y: number): void {
    // The one with most neighbours stays; the other's links are laid on top of its own.
    const [blijft, gaat] = this.burenVan(x).size >= this.burenVan(y).size ? [x, y] : [y, x];
    const mijn = this.burenVan(blijft);
    mijn.delete(gaat);
    for (const [c, band] of this.burenVan(gaat)) {
      if (c === blijft) continue;
      const bij = this.burenVan(c);
      bij.delete(gaat);
      const er = mijn.get(c);
      if (er === undefined) {
        mijn.set(c, band);
        bij.set(blijft, band);
      } else {
        this.som[er] = (this.som[er] as number) + (this.som[band] as number);
        this.aantal[er] = (this.aantal[er] as number) + (this.aantal[band] as number);
        this.nooit[er] = (this.nooit[er] as number) + (this.nooit[band] as number);
      }
    }
    this.buren[gaat] = undefined;
    this.groep[gaat] = blijft;
    this.grootte[blijft] = (this.grootte[blijft] as number) + (this.grootte[gaat] as number);
    this.inA[blijft] = (this.inA[blijft] as number) + (this.inA[gaat] as number);
    this.zet(gaat, -1, 0);
    let [beste, bits] = [-1, Number.NEGATIVE_INFINITY];
    for (const [c, band] of mijn) {
      const b = this.gemiddelde(blijft, c, band);
      if (b !== Number.NEGATIVE_INFINITY && (beste < 0 || this.voor(b, blijft, c, bits, blijft, beste)))
        [beste, bits] = [c, b];
      const zijn = this.beste[c] as number;
      if (
        b !== Number.NEGATIVE_INFINITY &&
        (zijn < 0 || this.voor(b, blijft, c, this.bits[c] as number, c, zijn))
      )
        this.zet(c, blijft, b);
      else if (zijn === gaat || zijn === blijft) this.vuil[c] = 1;
    }
    this.zet(blijft, beste, bits);
  }

  /** Notes the best neighbour of a group and puts it in its place in the heap; −1 takes it out. */
  private zet(x: number, beste: number, bits: number): void {
    this.beste[x] = beste;
    this.bits[x] = bits;
    this.vuil[x] = 0;
    let i = this.plek[x] as number;
    if (beste < 0) {
      if (i < 0) return;
      this.plek[x] = -1;
      const laatste = this.hoop[--this.lengte] as number;
      if (laatste === x) return;
      this.hoop[i] = laatste;
      this.plek[laatste] = i;
      this.omlaag(this.omhoog(i));
      return;
    }
    if (i < 0) {
      i = this.lengte++;
      this.hoop[i] = x;
      this.plek[x] = i;
    }
    this.omlaag(this.omhoog(i));
  }

  private eerder(i: number, j: number): boolean {
    const [x, y] = [this.hoop[i] as number, this.hoop[j] as number];
    return this.voor(
      this.bits[x] as number,
      x,
      this.beste[x] as number,
      this.bits[y] as number,
      y,
      this.beste[y] as number,
    );
  }

  private wissel(i: number, j: number): void {
    const [x, y] = [this.hoop[i] as number, this.hoop[j] as number];
    this.hoop[i] = y;
    this.hoop[j] = x;
    this.plek[y] = i;
    this.plek[x] = j;
  }

  private omhoog(begin: number): number {
    let i = begin;
    while (i > 0 && this.eerder(i, (i - 1) >> 1)) {
      this.wissel(i, (i - 1) >> 1);
      i = (i - 1) >> 1;
    }
    return i;
  }

  private omlaag(begin: number): void {
    let i = begin;
    for (;;) {
      const l = 2 * i + 1;
      let beste = i;
      if (l < this.lengte && this.eerder(l, beste)) beste = l;
      if (l + 1 < this.lengte && this.eerder(l + 1, beste)) beste = l + 1;
      if (beste === i) return;
      this.wissel(i, beste);
      i = beste;
    }
  }
}
