// SPDX-License-Identifier: EUPL-1.2
/**
 * The rows that share a key, laid in blocks: sorted by key in several threads, too large ones refined, and kept up to a budget of pairs.
 */
import type { Register } from './register.ts';
import { hak, MAX_SLEUTELS, type maakSleutelmaker, RUIM_TOT } from './sleutels.ts';

/** Rows per key, and keys per row: the candidates of a row are the others of its blocks. */
export interface Blokken {
  /** Rows, block after block, descending within a block. */
  readonly leden: Uint32Array;
  /** Where the blocks of a row begin in `blokVan`; `n + 1` long. */
  readonly rijBegin: Uint32Array;
  /** Where a block begins in `leden`; only blocks in which a row after this one stands. */
  readonly blokVan: Uint32Array;
  /** Pairs in all blocks together, also those that stand in more than one. */
  readonly paren: number;
  /** Every pair is a candidate: there are few enough. */
  readonly alles: boolean;
  /** Rows of the biggest block that was kept, and blocks that were refined or left out. */
  readonly grootste: number;
  readonly overgeslagen: number;
}

/** With so few pairs all of them are compared. */
const ALLE_PAREN = 750_000;

/** Candidate pairs at most (before duplicates fall away), for files with and without the looser keys. */
const BUDGET_RUIM = 30_000_000;
const BUDGET = 16_000_000;

/** A block never gives more than this many rows, however much room there is. */
const MAX_BLOK = 3000;

/** Sorts (key, row) by key in passes of a byte-wise radix; rows keep their order within a key. */
function sorteer(sleutel: Uint32Array, rij: Uint32Array): { sleutel: Uint32Array; rij: Uint32Array } {
  const m = sleutel.length;
  let [sa, ra] = [sleutel, rij] as [Uint32Array, Uint32Array];
  let [sb, rb] = [new Uint32Array(m), new Uint32Array(m)] as [Uint32Array, Uint32Array];
  const BITS = 11;
  const vakken = 1 << BITS;
  for (let schuif = 0; schuif < 32; schuif += BITS) {
    const tel = new Uint32Array(vakken + 1);
    for (let i = 0; i < m; i++) {
      const vak = ((sa[i] as number) >>> schuif) & (vakken - 1);
      tel[vak + 1] = (tel[vak + 1] as number) + 1;
    }
    for (let k = 0; k < vakken; k++) tel[k + 1] = (tel[k + 1] as number) + (tel[k] as number);
    for (let i = 0; i < m; i++) {
      const vak = ((sa[i] as number) >>> schuif) & (vakken - 1);
      const plek = tel[vak] as number;
      tel[vak] = plek + 1;
      sb[plek] = sa[i] as number;
      rb[plek] = ra[i] as number;
    }
    [sa, sb] = [sb, sa];
    [ra, rb] = [rb, ra];
  }
  return { sleutel: sa, rij: ra };
}

function gedeeld(lengte: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(Math.max(4, lengte * 4)), 0, lengte);
}

/** Pairs that could be made at all. */
export function alleParen(r: Register): number {
  return r.nA === r.n ? (r.n * (r.n - 1)) / 2 : r.nA * (r.n - r.nA);
}

/** Pairs within one block of a number of rows. */
function parenIn(leden: Uint32Array, van: number, tot: number, r: Register): number {
  const k = tot - van;
  if (r.nA === r.n) return (k * (k - 1)) / 2;
  let inA = 0;
  for (let i = van; i < tot; i++) if ((leden[i] as number) < r.nA) inA++;
  return inA * (k - inA);
}

/** Is every pair a candidate: are there few enough? */
export function isKlein(r: Register): boolean {
  return alleParen(r) <= ALLE_PAREN;
}

/** The blocks of a register in which every pair is a candidate. */
export function allesInEen(r: Register): Blokken {
  const leeg = gedeeld(1);
  return {
    leden: leeg,
    rijBegin: leeg,
    blokVan: leeg,
    paren: alleParen(r),
    alles: true,
    grootste: r.n,
    overgeslagen: 0,
  };
}

/** The keys of some rows, by the part of all keys that they fall in (`vakBits`), then by row. */
export interface Sleutelrijen {
  readonly van: number;
  /** Where a part begins in `sleutels` and `rijen`. */
  readonly begin: Uint32Array;
  readonly sleutels: Uint32Array;
  readonly rijen: Uint32Array;
  /** Per row `FIJN` more parts, to refine a key that too many share; 0 = none. */
  readonly fijn: Uint32Array;
}

/** Parts to refine a key with. */
const FIJN = 10;

/** In how many parts (2 to this power) all keys are divided, so that each part is small enough to sort quickly. */
export function vakBits(n: number): number {
  return Math.max(0, Math.min(7, Math.ceil(Math.log2((n * 45) / 2_000_000))));
}

function inVak(sleutel: number, bits: number): number {
  return bits === 0 ? 0 : sleutel >>> (32 - bits);
}

/** The keys of the rows from and up to. */
export function leesSleutels(
  r: Register,
  maker: ReturnType<typeof maakSleutelmaker>,
  van: number,
  tot: number,
): Sleutelrijen {
  const bits = vakBits(r.n);
  const buffer = new Uint32Array(MAX_SLEUTELS);
  const aantal = new Uint16Array(tot - van);
  const fijn = gedeeld((tot - van) * FIJN);
  let alle = new Uint32Array((tot - van) * 48 + MAX_SLEUTELS);
  let m = 0;
  for (let i = van; i < tot; i++) {
    const k = maker.sleutels(i, buffer);
    if (m + k > alle.length) {
      const meer = new Uint32Array(alle.length * 2);
      meer.set(alle);
      alle = meer;
    }
    for (let x = 0; x < k; x++) alle[m++] = buffer[x] as number;
    aantal[i - van] = k;
    const f = maker.fijn(i, buffer);
    for (let x = 0; x < f && x < FIJN; x++) fijn[(i - van) * FIJN + x] = buffer[x] as number;
  }
  const begin = gedeeld(2 ** bits + 1);
  for (let x = 0; x < m; x++) {
    const vak = inVak(alle[x] as number, bits) + 1;
    begin[vak] = (begin[vak] as number) + 1;
  }
  for (let k = 0; k < 2 ** bits; k++) begin[k + 1] = (begin[k + 1] as number) + (begin[k] as number);
  const op = begin.slice();
  const uit = { van, begin, sleutels: gedeeld(m), rijen: gedeeld(m), fijn };
  let x = 0;
  for (let i = 0; i < aantal.length; i++)
    for (const eind = x + (aantal[i] as number); x < eind; x++) {
      const sleutel = alle[x] as number;
      const vak = inVak(sleutel, bits);
      const plek = op[vak] as number;
      uit.sleutels[plek] = sleutel;
      uit.rijen[plek] = van + i;
      op[vak] = plek + 1;
    }
  return uit;
}

/**
 * The blocks that are too big, once more with one more part in their key.
 * @param ruimte rows in such blocks at most
 */
export function verfijn(
  r: Register,
  rijen: readonly Sleutelrijen[],
  ruw: Ruw,
  grens: number,
  ruimte: number,
): Ruw {
  const stap = (rijen[1]?.van ?? r.n) || 1;
  let [blokken, m] = [0, 0];
  const past = (b: number): boolean => {
    const k = (ruw.begin[b + 1] as number) - (ruw.begin[b] as number);
    return k > grens && m / FIJN + k <= ruimte;
  };
  for (let b = 0; b + 1 < ruw.begin.length; b++)
    if (past(b)) m += FIJN * ((ruw.begin[b + 1] as number) - (ruw.begin[b] as number));
  const sleutel = new Uint32Array(m);
  const rij = new Uint32Array(m);
  let op = 0;
  m = 0;
  for (let b = 0; b + 1 < ruw.begin.length; b++) {
    if (!past(b)) continue;
    blokken++;
    for (let i = ruw.begin[b] as number; i < (ruw.begin[b + 1] as number); i++) {
      const nr = ruw.leden[i] as number;
      const deel = rijen[Math.floor(nr / stap)] as Sleutelrijen;
      for (let x = 0; x < FIJN; x++) {
        const f = deel.fijn[(nr - deel.van) * FIJN + x] as number;
        if (f === 0) continue;
        sleutel[op] = hak(ruw.sleutel[b] as number, f);
        rij[op++] = nr;
      }
    }
    m += FIJN * ((ruw.begin[b + 1] as number) - (ruw.begin[b] as number));
  }
  return knip(r, zonderEnkelen(sleutel.subarray(0, op), rij.subarray(0, op)), blokken);
}

/** Blocks by key: their keys, where they begin, their rows (ascending), and how many pairs blocks of each size hold. */
export interface Ruw {
  readonly sleutel: Uint32Array;
  readonly begin: Uint32Array;
  readonly leden: Uint32Array;
  readonly perGrootte: Float64Array;
  /** Blocks of each size. */
  readonly aantal: Uint32Array;
  /** Blocks that were refined to make these. */
  readonly verfijnd: number;
}

interface Gesorteerd {
  readonly sleutel: Uint32Array;
  readonly rij: Uint32Array;
}

/** Leaves out what is alone under its key (first counted in a table that may mix keys: alone there is alone), and sorts. */
function zonderEnkelen(sleutel: Uint32Array, rij: Uint32Array): Gesorteerd {
  const masker = 2 ** Math.min(26, Math.max(10, Math.ceil(Math.log2(sleutel.length + 1)) + 1)) - 1;
  const tel = new Uint8Array(masker + 1);
  for (let i = 0; i < sleutel.length; i++) {
    const plek = (sleutel[i] as number) & masker;
    if ((tel[plek] as number) < 2) tel[plek] = (tel[plek] as number) + 1;
  }
  let m = 0;
  for (let i = 0; i < sleutel.length; i++) {
    if ((tel[(sleutel[i] as number) & masker] as number) < 2) continue;
    sleutel[m] = sleutel[i] as number;
    rij[m++] = rij[i] as number;
  }
  return sorteer(sleutel.subarray(0, m), rij.subarray(0, m));
}

/** Sorted keys → blocks that hold a pair; a row stands once in a block. */
function knip(r: Register, { sleutel, rij }: Gesorteerd, verfijnd: number): Ruw {
  const leden = gedeeld(rij.length);
  const begin = gedeeld((rij.length >> 1) + 2);
  const sleutels = gedeeld((rij.length >> 1) + 1);
  const perGrootte = new Float64Array(MAX_BLOK + 1);
  const aantal = new Uint32Array(MAX_BLOK + 1);
  let blokken = 0;
  let op = 0;
  let i = 0;
  while (i < sleutel.length) {
    const van = op;
    const s = sleutel[i] as number;
    let vorige = -1;
    while (i < sleutel.length && sleutel[i] === s) {
      const nr = rij[i] as number;
      if (nr !== vorige) leden[op++] = nr;
      vorige = nr;
      i++;
    }
    const k = op - van;
    const paren = k < 2 ? 0 : parenIn(leden, van, op, r);
    if (paren === 0) {
      op = van;
      continue;
    }
    if (k <= MAX_BLOK) {
      perGrootte[k] = (perGrootte[k] as number) + paren;
      aantal[k] = (aantal[k] as number) + 1;
    }
    sleutels[blokken] = s;
    begin[blokken++] = van;
  }
  begin[blokken] = op;
  return {
    sleutel: sleutels.subarray(0, blokken),
    begin: begin.subarray(0, blokken + 1),
    leden: leden.subarray(0, op),
    perGrootte,
    aantal,
    verfijnd,
  };
}

/** The blocks of one part of the keys. */
export function maakVak(r: Register, rijen: readonly Sleutelrijen[], vak: number): Ruw {
  const m = rijen.reduce((s, x) => s + (x.begin[vak + 1] as number) - (x.begin[vak] as number), 0);
  const sleutel = new Uint32Array(m);
  const rij = new Uint32Array(m);
  let op = 0;
  for (const deel of rijen) {
    const [van, tot] = [deel.begin[vak] as number, deel.begin[vak + 1] as number];
    sleutel.set(deel.sleutels.subarray(van, tot), op);
    rij.set(deel.rijen.subarray(van, tot), op);
    op += tot - van;
  }
  return knip(r, zonderEnkelen(sleutel, rij), 0);
}

/** The biggest size of block that fits the budget, when smaller blocks go first. */
export function kiesGrens(r: Register, delen: readonly Ruw[], deelVanBudget = 1): number {
  const budget = (r.n <= RUIM_TOT ? BUDGET_RUIM : BUDGET) * deelVanBudget;
  let som = 0;
  for (let g = 2; g <= MAX_BLOK; g++) {
    for (const deel of delen) som += deel.perGrootte[g] as number;
    if (som > budget) return Math.max(2, g - 1);
  }
  return MAX_BLOK;
}

/** Blocks up to a size, and where these begin in `leden`. */
export interface Blokdeel {
  readonly ruw: Ruw;
  readonly grens: number;
  readonly vanaf: number;
}

/** Which block each row looks at, by ranges of rows: where a range begins in the other two, rows, and where blocks begin. */
export interface Blokplekken {
  readonly begin: Uint32Array;
  readonly rij: Uint32Array;
  readonly plek: Uint32Array;
}

/** Room for the blocks up to a size of all parts, and where each part comes. */
export function maakRuimte(
  r: Register,
  delen: readonly { readonly ruw: Ruw; readonly grens: number }[],
): { blokken: Blokken; delen: Blokdeel[] } {
  let [leden, paren, grootste] = [0, 0, 0];
  const plaatsen = delen.map(({ ruw, grens }) => {
    const vanaf = leden;
    for (let g = 2; g <= grens; g++) {
      const k = ruw.aantal[g] as number;
      leden += g * k;
      paren += (k * g * (g - 1)) / 2;
      if (k > 0 && g > grootste) grootste = g;
    }
    return { ruw, grens, vanaf };
  });
  const overgeslagen = delen.reduce((s, d) => s + d.ruw.verfijnd, 0);
  const blokken = {
    leden: gedeeld(leden),
    rijBegin: gedeeld(r.n + 1),
    blokVan: gedeeld(leden),
    paren,
    alles: false,
    grootste,
    overgeslagen,
  };
  return { blokken, delen: plaatsen };
}

/**
 * Puts the blocks of one part in their place.
 * @param stap rows per range of `Blokplekken`
 */
export function legBlokken(
  r: Register,
  leden: Uint32Array,
  { ruw, grens, vanaf }: Blokdeel,
  stap: number,
): Blokplekken {
  const begin = gedeeld(Math.ceil(r.n / stap) + 1);
  const eenBestand = r.nA === r.n;
  let op = vanaf;
  // The last row of a block has none after it; of two files only rows of the first look.
  const kijkt = (i: number, tot: number, rij: number): boolean => (eenBestand ? i < tot - 1 : rij < r.nA);
  for (let b = 0; b + 1 < ruw.begin.length; b++) {
    const [van, tot] = [ruw.begin[b] as number, ruw.begin[b + 1] as number];
    if (tot - van > grens) continue;
    for (let i = tot - 1; i >= van; i--) {
      const rij = ruw.leden[i] as number;
      leden[op++] = rij;
      if (!kijkt(i, tot, rij)) continue;
      const deel = Math.floor(rij / stap) + 1;
      begin[deel] = (begin[deel] as number) + 1;
    }
  }
  for (let k = 1; k < begin.length; k++) begin[k] = (begin[k] as number) + (begin[k - 1] as number);
  const aantal = begin[begin.length - 1] as number;
  const uit = { begin, rij: gedeeld(aantal), plek: gedeeld(aantal) };
  const naar = begin.slice();
  op = vanaf;
  for (let b = 0; b + 1 < ruw.begin.length; b++) {
    const [van, tot] = [ruw.begin[b] as number, ruw.begin[b + 1] as number];
    if (tot - van > grens) continue;
    for (let i = van; i < tot; i++) {
      const rij = ruw.leden[i] as number;
      if (!kijkt(i, tot, rij)) continue;
      const deel = Math.floor(rij / stap);
      const x = naar[deel] as number;
      uit.rij[x] = rij;
      uit.plek[x] = op;
      naar[deel] = x + 1;
    }
    op += tot - van;
  }
  return uit;
}

/**
 * Lists per row of one range in which blocks it looks.
 * @param deel number of the range, of `stap` rows
 * @param vanaf where its blocks begin in `blokVan`
 */
export function legRijen(
  r: Register,
  blokken: Blokken,
  plekken: readonly Blokplekken[],
  deel: number,
  stap: number,
  vanaf: number,
): void {
  const { rijBegin, blokVan } = blokken;
  const eerste = deel * stap;
  const tot = Math.min(r.n, eerste + stap);
  const op = new Uint32Array(tot - eerste + 1);
  for (const p of plekken)
    for (let x = p.begin[deel] as number; x < (p.begin[deel + 1] as number); x++) {
      const i = (p.rij[x] as number) - eerste + 1;
      op[i] = (op[i] as number) + 1;
    }
  op[0] = vanaf;
  for (let i = eerste; i < tot; i++) {
    op[i - eerste + 1] = (op[i - eerste + 1] as number) + (op[i - eerste] as number);
    rijBegin[i + 1] = op[i - eerste + 1] as number;
  }
  for (const p of plekken)
    for (let x = p.begin[deel] as number; x < (p.begin[deel + 1] as number); x++) {
      const i = (p.rij[x] as number) - eerste;
      blokVan[op[i] as number] = p.plek[x] as number;
      op[i] = (op[i] as number) + 1;
    }
}

/**
 * The candidates of row `a` that come after it (in the other file, when there are two), each once.
 * @param gezien stamp per row, length n, filled with −1 before the first row
 * @param uit gets the candidates; length n
 * @returns how many
 */
export function leesKandidaten(
  r: Register,
  blokken: Blokken,
  a: number,
  gezien: Int32Array,
  uit: Int32Array,
): number {
  const vanaf = r.nA === r.n ? a + 1 : Math.max(a + 1, r.nA);
  if (r.nA < r.n && a >= r.nA) return 0;
  let m = 0;
  if (blokken.alles) {
    for (let b = vanaf; b < r.n; b++) uit[m++] = b;
    return m;
  }
  const { leden, blokVan } = blokken;
  const tot = blokken.rijBegin[a + 1] as number;
  for (let x = blokken.rijBegin[a] as number; x < tot; x++) {
    // The row itself stands in its block, after all that come into question.
    for (let i = blokVan[x] as number; ; i++) {
      const b = leden[i] as number;
      if (b < vanaf) break;
      if (gezien[b] === a) continue;
      gezien[b] = a;
      uit[m++] = b;
    }
  }
  return m;
}
