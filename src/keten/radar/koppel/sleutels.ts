// SPDX-License-Identifier: EUPL-1.2
/**
 * Which pairs are worth a look: rows that share a composite key. Keys are coarse (sound of a name, birth date without one
 * of its parts, postcode, street, numbers) and many, so that what an error breaks leaves others standing. A key that too
 * many rows share is refined with one more part rather than dropped (blokken.ts).
 */
import { klankGrof } from '../klank.ts';
import { naamfamilies } from '../naam.ts';
import { tekstHak } from './kenmerk.ts';
import { KENNIS, NAAMKENNIS } from './naamkennis.ts';
import { ACHTERNAMEN, type Register, VOORNAMEN } from './register.ts';

/** Two numbers as one, well spread. */
export function hak(a: number, b: number): number {
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

/** Keys of one row at most. */
export const MAX_SLEUTELS = 512;

/** Up to this many rows there is room for looser keys too. */
export const RUIM_TOT = 250_000;

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
