// SPDX-License-Identifier: EUPL-1.2
/** Linking one file with itself, or two with each other, without labels: from rows to pairs with a chance, and groups. */
import { kansUitBits } from '../score.ts';
import { maakWerker, type Opdracht, type Paren } from './arbeid.ts';
import { type Band, vormClusters } from './clusters.ts';
import { Profielen } from './profiel.ts';
import type { Register } from './register.ts';
import { type Gewogenparen, houdZeker, maakTwijfelLos, voegGroepen, weegSamen } from './samenhang.ts';
import { alleParen, type Blokken, maakBlokken } from './sleutels.ts';
import {
  type Aandelen,
  gedeeldAandeel,
  KLASSEN,
  type Koppelmodel,
  kansen,
  leerKoppeling,
  maakGewichten,
  telAandelen,
  telPatronen,
  weegPaar,
} from './weging.ts';

export interface Uitkomst {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Bits of the pair by itself, as the live radar would give. */
  readonly los: Float64Array;
  /** Bits of the pair given all other mentions. */
  readonly gewicht: Float64Array;
  readonly kans: Float64Array;
  /** Per row the lowest row of its group. */
  readonly cluster: Int32Array;
  readonly model: Koppelmodel;
  readonly bekeken: number;
}

/** Pairs below this (bits, a chance of 1 in 260) are not kept. */
const VANAF_BITS = -8;

const STEEKPROEF = 500_000;
const LEERPAREN = 1_000_000;

/** Divides ranges of rows; the answers come in the order of the ranges. */
export type Verdeler = (opdrachten: readonly Opdracht[]) => Promise<Paren[]>;

export type MaakVerdeler = (
  r: Register,
  blokken: Blokken,
) => Promise<{ verdeel: Verdeler; sluit: () => Promise<void> }>;

/** Without threads. */
export const zonderDraden: MaakVerdeler = async (r, blokken) => {
  const werk = maakWerker(r, blokken);
  return { verdeel: async (opdrachten) => opdrachten.map(werk), sluit: async () => undefined };
};

export interface Opties {
  readonly zeg?: (regel: string) => void;
  readonly draden?: MaakVerdeler;
}

function voegSamen(delen: readonly Paren[], V: number): Paren {
  const n = delen.reduce((s, d) => s + d.a.length, 0);
  const uit = { a: new Int32Array(n), b: new Int32Array(n), niveaus: new Int8Array(n * V), bekeken: 0 };
  let op = 0;
  for (const d of delen) {
    uit.a.set(d.a, op);
    uit.b.set(d.b, op);
    uit.niveaus.set(d.niveaus, op * V);
    op += d.a.length;
    uit.bekeken += d.bekeken;
  }
  return uit;
}

interface Gewogen {
  readonly bits: Float64Array;
  readonly kans: Float64Array;
  /** Twins or namesakes explain the pair better. */
  readonly nooit: Uint8Array;
}

function weegAlle(r: Register, p: Paren, model: Koppelmodel, f: Aandelen): Gewogen {
  const V = r.vergelijkingen.length;
  const g = maakGewichten(r, model);
  const n = p.a.length;
  const uit = { bits: new Float64Array(n), kans: new Float64Array(n), nooit: new Uint8Array(n) };
  const deel = new Float64Array(V);
  const bits = new Float64Array(KLASSEN.length);
  const kans = new Float64Array(KLASSEN.length);
  for (let i = 0; i < n; i++) {
    for (let v = 0; v < V; v++)
      deel[v] = gedeeldAandeel(r, p.a[i] as number, p.b[i] as number, v, p.niveaus, i * V, f);
    weegPaar(g, p.niveaus, i * V, deel, 0, bits);
    const zelfde = kansen(bits, kans);
    uit.kans[i] = zelfde;
    // log₂ of the odds against everything else, exact also where the chance rounds to 1.
    let rest = 1;
    for (let k = 1; k < KLASSEN.length; k++) rest += 2 ** (bits[k] as number);
    uit.bits[i] = (bits[0] as number) - Math.log2(rest);
    const familie = Math.max(kans[2] as number, kans[3] as number);
    if (familie > 0.5) uit.nooit[i] = 1;
  }
  return uit;
}

function banden(p: Paren, g: Gewogen): Band[] {
  const uit: Band[] = [];
  for (let i = 0; i < p.a.length; i++)
    uit.push({
      a: p.a[i] as number,
      b: p.b[i] as number,
      bits: g.bits[i] as number,
      nooit: g.nooit[i] === 1,
    });
  return uit;
}

/** Links a register: candidates, learning, weighing, groups; and once more with shares counted over the groups found. */
export async function koppelRegister(r: Register, opties: Opties = {}): Promise<Uitkomst> {
  const zeg = opties.zeg ?? (() => undefined);
  const V = r.vergelijkingen.length;
  const blokken = maakBlokken(r);
  zeg(
    blokken.alles
      ? 'alle paren worden vergeleken'
      : `grootste blok ${blokken.grootste}, verfijnd ${blokken.overgeslagen}`,
  );
  const { verdeel, sluit } = await (opties.draden ?? zonderDraden)(r, blokken);
  try {
    const aandelen = telAandelen(r);
    const kosten = schatParen(r, blokken);
    const stap = Math.max(1, Math.round(kosten / LEERPAREN));
    const bereiken = verdeelRijen(r, 64);
    const willekeurig = voegSamen(
      await verdeel(bereiken.map((x) => ({ ...x, stap: 1, willekeurig: STEEKPROEF }))),
      V,
    );
    const leer = voegSamen(await verdeel(bereiken.map((x) => ({ ...x, stap }))), V);
    zeg(`leren op ${leer.a.length} kandidaatparen en ${willekeurig.a.length} willekeurige`);
    const wPatroon = telPatronen(r, willekeurig.a, willekeurig.b, willekeurig.niveaus, aandelen);
    const stof = {
      kandidaten: telPatronen(r, leer.a, leer.b, leer.niveaus, aandelen),
      deel: 1 / stap,
      willekeurig: wPatroon,
      alleParen: alleParen(r),
      aandelen,
    };
    const eerste = leerKoppeling(r, stof);
    const gewichten = maakGewichten(r, eerste);
    const gevonden = voegSamen(
      await verdeel(
        bereiken.map((x) => ({ ...x, stap: 1, vanaf: { bits: VANAF_BITS, gewichten, aandelen } })),
      ),
      V,
    );
    zeg(`${gevonden.bekeken} paren gewogen, ${gevonden.a.length} bewaard`);
    // Once more: a value counts once per person found, and the pairs kept hold all that may be the same.
    zeg('groepen vormen');
    const wie = vormClusters(r.n, banden(gevonden, weegAlle(r, gevonden, eerste, aandelen)), r.nA);
    const aandelen2 = telAandelen(r, wie);
    const model = leerKoppeling(
      r,
      {
        kandidaten: telPatronen(r, gevonden.a, gevonden.b, gevonden.niveaus, aandelen2),
        deel: 1,
        willekeurig: telPatronen(r, willekeurig.a, willekeurig.b, willekeurig.niveaus, aandelen2),
        alleParen: alleParen(r),
        aandelen: aandelen2,
      },
      eerste,
    );
    zeg('opnieuw geleerd');
    const gewogen = weegAlle(r, gevonden, model, aandelen2);
    const paren = { a: gevonden.a, b: gevonden.b, bits: gewogen.bits };
    const eersteGroepen = vormClusters(r.n, banden(gevonden, gewogen), r.nA);
    zeg('groepen laten groeien');
    const profielen = new Profielen(r, maakGewichten(r, model), aandelen2, eersteGroepen);
    const gegroeid = voegGroepen(r.n, paren, eersteGroepen, profielen);
    const geloofd = maakTwijfelLos(r.n, paren, gegroeid, profielen);
    const [zelfde = 1, , tweeling = 0, naamgenoot = 0] = model.lambda;
    const metDubbelgangers = tweeling + naamgenoot > DUBBELGANGERS * zelfde;
    const cluster = metDubbelgangers ? houdZeker(r.n, paren, geloofd, profielen) : geloofd;
    const alle = metGroepsgenoten(r, paren, geloofd);
    const gewicht = weegSamen(r.n, alle, geloofd, cluster, profielen);
    return {
      a: alle.a,
      b: alle.b,
      los: alle.bits,
      gewicht,
      kans: gewicht.map(kansUitBits),
      cluster,
      model,
      bekeken: gevonden.bekeken,
    };
  } finally {
    await sluit();
  }
}

/** From this many pairs of twins and namesakes per pair of one person a file is one of families. Standaardwaarde. */
const DUBBELGANGERS = 0.01;

/** Groups of more rows than this do not get all their pairs written: their pairs would be more than all others. */
const GROEP_HOOGSTENS = 1000;

/**
 * The pairs kept, and with them those that ended in one group without having been looked at: by row, then by other row.
 * Those have no bits of their own (NaN).
 */
function metGroepsgenoten(r: Register, p: Gewogenparen, cluster: Int32Array): Gewogenparen {
  const leden = new Map<number, number[]>();
  for (let i = 0; i < r.n; i++) {
    const c = cluster[i] as number;
    const lijst = leden.get(c);
    if (lijst === undefined) leden.set(c, [i]);
    else lijst.push(i);
  }
  const begin = new Uint32Array(r.n + 1);
  for (const a of p.a) begin[a + 1] = (begin[a + 1] as number) + 1;
  for (let i = 0; i < r.n; i++) begin[i + 1] = (begin[i + 1] as number) + (begin[i] as number);
  const op = begin.slice();
  const volgorde = new Uint32Array(p.a.length);
  for (let k = 0; k < p.a.length; k++) {
    const a = p.a[k] as number;
    const plek = op[a] as number;
    volgorde[plek] = k;
    op[a] = plek + 1;
  }
  const a: number[] = [];
  const b: number[] = [];
  const bits: number[] = [];
  for (let i = 0; i < r.nA; i++) {
    const rij = volgorde
      .subarray(begin[i], begin[i + 1])
      .sort((x, y) => (p.b[x] as number) - (p.b[y] as number));
    const groep = leden.get(cluster[i] as number) ?? [];
    const mee = groep.length > 1 && groep.length <= GROEP_HOOGSTENS ? groep : [];
    let g = 0;
    const neem = (j: number, w: number): void => {
      a.push(i);
      b.push(j);
      bits.push(w);
    };
    const vanaf = r.nA === r.n ? i + 1 : r.nA;
    const totEn = (grens: number): void => {
      for (; g < mee.length && (mee[g] as number) < grens; g++)
        if ((mee[g] as number) >= vanaf) neem(mee[g] as number, Number.NaN);
      if (g < mee.length && mee[g] === grens) g++;
    };
    for (const k of rij) {
      totEn(p.b[k] as number);
      neem(p.b[k] as number, p.bits[k] as number);
    }
    totEn(r.n);
  }
  return { a: Int32Array.from(a), b: Int32Array.from(b), bits: Float64Array.from(bits) };
}

/** Candidate pairs at most, without looking whether they are double. */
function schatParen(r: Register, b: Blokken): number {
  if (b.alles) return alleParen(r);
  let som = 0;
  for (let k = 0; k + 1 < b.begin.length; k++) {
    const g = (b.begin[k + 1] as number) - (b.begin[k] as number);
    som += (g * (g - 1)) / 2;
  }
  // Half of what the keys find, other keys found as well.
  return som / 2;
}

/** Ranges of rows with about as much work in each; the first rows have more pairs after them. */
function verdeelRijen(r: Register, delen: number): { van: number; tot: number }[] {
  const n = r.nA === r.n ? r.n : r.nA;
  const uit: { van: number; tot: number }[] = [];
  const stap = Math.max(1, Math.ceil(n / delen));
  for (let van = 0; van < n; van += stap) uit.push({ van, tot: Math.min(n, van + stap) });
  return uit;
}
