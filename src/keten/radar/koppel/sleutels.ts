// SPDX-License-Identifier: EUPL-1.2
/**
 * Which pairs are worth a look: rows that share a composite key. Keys are coarse (sound of a name, birth date without one
 * of its parts, postcode, street, numbers) and many, so that what an error breaks leaves others standing. A key that too
 * many rows share is refined with one more part rather than dropped.
 */
import { klankGrof } from '../klank.ts';
import { naamfamilies } from '../naam.ts';
import { tekstHak } from './kenmerk.ts';
import { KENNIS, NAAMKENNIS } from './naamkennis.ts';
import { ACHTERNAMEN, type Register, VOORNAMEN } from './register.ts';

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

function hak(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  h = Math.imul(h, 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

const GELIJKE_LETTER: Readonly<Record<string, string>> = { c: 'k', q: 'k', z: 's', v: 'f', y: 'j' };

/** First letters that sound the same share one number (Karel and Carel). */
function letterHak(letter: string): number {
  return tekstHak(GELIJKE_LETTER[letter] ?? letter);
}

/** Fills `uit` with the keys of a row and returns how many. */
type Sleutelmaker = (rij: number, uit: Uint32Array) => number;

const MAX_SLEUTELS = 512;

/** Up to this many rows there is room for looser keys too. */
const RUIM_TOT = 250_000;

/**
 * Makes, per row, the parts of which keys are composed, and from them the keys.
 * @param kennis of all surnames (`leesNaamkennis`)
 */
export function maakSleutelmaker(
  r: Register,
  kennis: Uint32Array,
): {
  sleutels: Sleutelmaker;
  fijn: (rij: number, uit: Uint32Array) => number;
} {
  const achterVoor = r.vormen.kern.map((kern) => tekstHak(kern.slice(0, 3)));
  const voorGrof = r.voornaamWoorden.map((w) => tekstHak(klankGrof(w) || w));
  const voorVoor = r.voornaamWoorden.map((w) => tekstHak(w.slice(0, 3)));
  const voorLetter = r.voornaamWoorden.map((w) => letterHak(w.charAt(0)));
  const voorFamilie = r.voornaamWoorden.map((w) =>
    naamfamilies(w)
      .slice(0, 3)
      .map((f) => hak(0x66616d, f)),
  );
  const letterHakken = r.letterWoorden.map((w) => [...new Set([...w].slice(0, 2).map(letterHak))]);
  const van = (vorm: string, rol?: string) =>
    r.vergelijkingen.filter((v) => v.vorm === vorm && (rol === undefined || v.rol === rol));
  const perWaarde = (vs: ReturnType<typeof van>, f: (w: string) => number) =>
    vs.map((v) => ({ waarde: v.waarde, hak: Uint32Array.from(v.woorden, f) }));
  const geboorte = van('geboorte')[0];
  const datums = geboorte?.woorden.map((w) => {
    const [j, m, d] = [w.slice(0, 4), w.slice(4, 6), w.slice(6, 8)];
    const compleet = /^\d{8}$/.test(w) && m !== '00' && d !== '00';
    const [laag, hoog] = m < d ? [m, d] : [d, m];
    const vaag = !compleet || (m === '01' && d === '01');
    return {
      heel: vaag ? 0 : tekstHak(`d${j}${laag}${hoog}`),
      jaar: /^\d{4}/.test(w) ? tekstHak(`j${j}`) : 0,
      dagMaand: vaag ? 0 : tekstHak(`m${laag}${hoog}`),
      jaarMaand: vaag ? 0 : tekstHak(`n${j}${m}`),
      jaarDag: vaag ? 0 : tekstHak(`o${j}${d}`),
    };
  });
  const straatVelden = r.vergelijkingen.filter((v) => v.vorm === 'tekst' && v.naam.startsWith('straat'));
  const plaatsVelden = r.vergelijkingen.filter((v) => v.vorm === 'tekst' && v.naam.startsWith('plaats'));
  const losVelden = r.vergelijkingen.filter((v) => v.vorm === 'tekst' && v.rol === 'los');
  const kort = (w: string) => tekstHak(klankGrof(w.replaceAll(' ', '')) || w);
  const straten = perWaarde(straatVelden, kort);
  const plaatsen = perWaarde(plaatsVelden, kort);
  const losse = perWaarde(losVelden, kort);
  const postcodes = perWaarde(van('postcode'), tekstHak);
  // The part of a postcode that stands for a district: four digits, or all but the last three signs.
  const streken = perWaarde(van('postcode'), (w) =>
    w.length < 5 ? 0 : tekstHak(w.slice(0, Math.min(4, w.length - 2))),
  );
  const ruim = r.n <= RUIM_TOT;
  const achterWeg = r.vormen.kern.map((kern) => {
    const uit: number[] = [tekstHak(`w${kern.slice(0, 9)}`)];
    if (ruim)
      for (let i = 0; i < Math.min(9, kern.length); i++)
        uit.push(tekstHak(`w${kern.slice(0, i)}${kern.slice(i + 1, 9)}`));
    return uit;
  });
  const huisnummers = perWaarde(van('huisnummer'), (w) => tekstHak(w.replace(/\D/g, '') || w));
  const heel = [
    ...perWaarde(van('nummer'), tekstHak),
    ...perWaarde(van('telefoon'), tekstHak),
    ...perWaarde(van('email'), tekstHak),
  ];
  const lokaal = perWaarde(van('email'), (w) =>
    tekstHak((w.split('@')[0] ?? '').replace(/[^\p{L}\p{N}]/gu, '')),
  );
  // Of numbers that run on, a half says little: all begin alike.
  const helften = van('nummer').flatMap((v) =>
    v.reeks !== undefined
      ? []
      : [0, 1].map((kant) => ({
          waarde: v.waarde,
          hak: Uint32Array.from(v.woorden, (w) =>
            w.length < 6
              ? 0
              : hak(kant, tekstHak(kant === 0 ? w.slice(0, w.length >> 1) : w.slice(w.length >> 1))),
          ),
        })),
  );
  type Deel = { waarde: Int32Array; hak: Uint32Array };
  const hakVan = (deel: Deel | undefined, rij: number): number => {
    if (deel === undefined) return 0;
    const w = deel.waarde[rij] as number;
    return w < 0 ? 0 : (deel.hak[w] as number);
  };
  const [S, F, L, C, T, O] = [
    new Uint32Array(8),
    new Uint32Array(8),
    new Uint32Array(4),
    new Uint32Array(4),
    new Uint32Array(4),
    new Uint32Array(8),
  ];
  let [nS, nF, nL, nC, nT, nO] = [0, 0, 0, 0, 0, 0];
  const voeg = (lijst: Uint32Array, aantal: number, h: number): number => {
    if (h === 0 || aantal >= lijst.length) return aantal;
    for (let i = 0; i < aantal; i++) if (lijst[i] === h) return aantal;
    lijst[aantal] = h;
    return aantal + 1;
  };
  const leesDelen = (rij: number): void => {
    nS = nF = nL = nC = nT = nO = 0;
    for (let k = 0; k < ACHTERNAMEN; k++) {
      const nr = r.achternamen[rij * ACHTERNAMEN + k] as number;
      if (nr < 0) break;
      nS = voeg(S, nS, kennis[nr * NAAMKENNIS + KENNIS.grof] as number);
      nS = voeg(S, nS, kennis[nr * NAAMKENNIS + KENNIS.los] as number);
    }
    for (let k = 0; k < 2; k++) {
      const nr = r.voornamen[rij * VOORNAMEN + k] as number;
      if (nr < 0) break;
      nF = voeg(F, nF, voorGrof[nr] as number);
      nL = voeg(L, nL, voorLetter[nr] as number);
    }
    const l = r.letters[rij] as number;
    if (l >= 0) for (const h of letterHakken[l] as number[]) nL = voeg(L, nL, h);
    for (const c of plaatsen) nC = voeg(C, nC, hakVan(c, rij));
    for (const t of straten) nT = voeg(T, nT, hakVan(t, rij));
    for (const o of losse) nO = voeg(O, nO, hakVan(o, rij));
  };
  const GEEN = { heel: 0, jaar: 0, dagMaand: 0, jaarMaand: 0, jaarDag: 0 };
  const datumVan = (rij: number) => {
    const w = geboorte === undefined ? -1 : (geboorte.waarde[rij] as number);
    return w < 0 ? GEEN : (datums?.[w] ?? GEEN);
  };
  const sleutels: Sleutelmaker = (rij, uit) => {
    leesDelen(rij);
    let n = 0;
    const geef = (soort: number, a: number, b: number): void => {
      if (a === 0 || b === 0 || n >= uit.length) return;
      uit[n++] = hak(a, hak(b, soort));
    };
    const drie = (soort: number, a: number, b: number, c: number): void => {
      if (a !== 0 && b !== 0) geef(soort, hak(a, b), c);
    };
    const d = datumVan(rij);
    const p = hakVan(postcodes[0], rij);
    const h = hakVan(huisnummers[0], rij);
    // Any name part: given name and surname stand in one space, so that swapped names meet.
    for (let s = 0; s < nS + nF; s++) {
      const naam = (s < nS ? S[s] : F[s - nS]) as number;
      geef(1, naam, d.heel);
      geef(2, naam, d.jaarMaand);
      geef(3, naam, d.dagMaand);
      geef(4, naam, d.jaarDag);
      geef(5, naam, p);
      for (let t = 0; t < nT; t++) geef(6, naam, T[t] as number);
      for (let c = 0; c < nC; c++) drie(7, naam, C[c] as number, d.jaar);
      for (let o = 0; o < nO; o++) drie(8, naam, O[o] as number, d.jaar);
    }
    const eerste = r.voornamen[rij * VOORNAMEN] as number;
    for (let s = 0; s < nS; s++) {
      const naam = S[s] as number;
      for (let f = 0; f < nF; f++) {
        const voor = F[f] as number;
        geef(9, Math.min(naam, voor), Math.max(naam, voor));
      }
      if (eerste >= 0) for (const f of voorFamilie[eerste] as number[]) geef(9, naam, f);
      for (let l = 0; l < nL; l++) {
        const letter = L[l] as number;
        drie(10, naam, letter, d.jaar);
        drie(11, naam, letter, d.dagMaand);
        for (let c = 0; c < nC; c++) drie(12, naam, letter, C[c] as number);
        for (let o = 0; o < nO; o++) drie(13, naam, letter, O[o] as number);
      }
    }
    if (eerste >= 0) {
      for (const f of voorFamilie[eerste] as number[]) {
        geef(14, f, d.heel);
        geef(14, f, p);
      }
      const nr = r.achternamen[rij * ACHTERNAMEN] as number;
      if (nr >= 0) geef(15, achterVoor[nr] as number, voorVoor[eerste] as number);
      for (let c = 0; c < nC; c++)
        for (let o = 0; o < nO; o++) drie(16, F[0] as number, C[c] as number, O[o] as number);
    }
    for (let l = 0; l < nL; l++) geef(17, L[l] as number, d.heel);
    geef(18, p, h);
    geef(19, p, d.heel);
    geef(20, p, d.jaar);
    geef(21, h, d.heel);
    for (let t = 0; t < nT; t++) {
      geef(22, T[t] as number, h);
      geef(23, T[t] as number, d.heel);
      geef(24, T[t] as number, d.jaar);
    }
    for (let c = 0; c < nC; c++) geef(25, C[c] as number, d.heel);
    for (let o = 0; o < nO; o++) geef(26, O[o] as number, d.heel);
    for (let k = 0; k < heel.length; k++) geef(27 + k, hakVan(heel[k], rij), 1);
    for (const deel of lokaal) geef(60, hakVan(deel, rij), 1);
    for (const deel of helften) for (let l = 0; l < nL; l++) geef(61, hakVan(deel, rij), L[l] as number);
    if (ruim) {
      const streek = hakVan(streken[0], rij);
      for (let s = 0; s < nS + nF; s++) {
        const naam = (s < nS ? S[s] : F[s - nS]) as number;
        geef(63, naam, streek);
        for (let c = 0; c < nC; c++) geef(64, naam, C[c] as number);
        for (let o = 0; o < nO; o++) geef(65, naam, O[o] as number);
        if (s < nS) geef(66, naam, 1);
        geef(67, naam, d.jaar);
      }
      const nr = r.achternamen[rij * ACHTERNAMEN] as number;
      if (nr >= 0)
        for (const w of achterWeg[nr] as number[]) {
          for (let l = 0; l < nL; l++) geef(68, w, L[l] as number);
          geef(69, w, d.jaar);
          geef(70, w, streek);
        }
      geef(71, p, 1);
      geef(72, d.heel, 1);
      for (let c = 0; c < nC; c++) drie(73, C[c] as number, d.jaar, streek);
    }
    for (let k = 1; k < postcodes.length; k++) geef(62, hakVan(postcodes[k], rij), h || d.heel);
    return n;
  };
  /** One more part each, to refine a key that too many share. */
  const fijn = (rij: number, uit: Uint32Array): number => {
    leesDelen(rij);
    let n = 0;
    const d = datumVan(rij);
    const neem = (x: number): void => {
      if (x !== 0 && n < uit.length) uit[n++] = x;
    };
    neem(d.jaar);
    neem(d.dagMaand);
    for (let k = 0; k < nF && k < 1; k++) neem(F[k] as number);
    for (let k = 0; k < nS && k < 2; k++) neem(S[k] as number);
    for (let k = 0; k < nC; k++) neem(C[k] as number);
    for (let k = 0; k < nO && k < 2; k++) neem(O[k] as number);
    neem(hakVan(postcodes[0], rij));
    return n;
  };
  return { sleutels, fijn };
}

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
