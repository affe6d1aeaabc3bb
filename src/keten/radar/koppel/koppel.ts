// SPDX-License-Identifier: EUPL-1.2
/** Linking one file with itself, or two with each other, without labels: from rows to pairs with a chance, and groups. */
import { kansUitBits } from '../weging.ts';
import type { Bereik, Paren } from './arbeid.ts';
import { alleParen, allesInEen, type Blokken, isKlein, kiesGrens, maakRuimte, vakBits } from './blokken.ts';
import { type Banden, deelIn } from './clusters.ts';
import { type MaakVerdeler, type Verdeler, zonderDraden } from './draden.ts';
import { leerKoppeling, voegPatronen } from './leren.ts';
import { NAAMKENNIS } from './naamkennis.ts';
import { maakProfielboek, type Profielboek, zetGroepen } from './profiel.ts';
import type { Register } from './register.ts';
import {
  type Eerder,
  eenOpEen,
  gewijzigdeGroepen,
  groepsparen,
  kansNieuw,
  type Lidmaatschap,
  maakBuren,
  type Samenvoegingen,
  voegGroepen,
  zoekOnzekere,
  zonder,
} from './samenhang.ts';
import { type Aandelen, type Koppelmodel, maakGewichten } from './weging.ts';

/** The pairs with a chance of 0.01 or more, by their first row, then by their second. */
export interface Uitkomst {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Bits of the pair by itself, as the live radar would give; NaN where only their group joins the two. */
  readonly los: Float32Array;
  /** Bits of the pair given all other mentions. */
  readonly gewicht: Float64Array;
  readonly kans: Float64Array;
  /** Per row the lowest row of its group. */
  readonly cluster: Int32Array;
  readonly model: Koppelmodel;
  /** Pairs that were compared. */
  readonly bekeken: number;
}

export interface Opties {
  readonly zeg?: (regel: string) => void;
  readonly draden?: MaakVerdeler;
}

/** Pairs below this (bits, a chance of 1 in 260) are not kept. */
const VANAF_BITS = -8;

/** From this chance on a pair is told. */
const VANAF_KANS = 0.01;

/** Pairs that learning looks at, at most about: random ones, candidates, and (the second time) pairs kept. */
const STEEKPROEF = 500_000;
const LEERPAREN = 1_000_000;

/** From this many pairs of twins and namesakes per pair of one person a file is one of families. Standaardwaarde. */
const DUBBELGANGERS = 0.01;

/** Rounds of joining groups. */
const RONDES = 4;

/** Work is divided in so many ranges, however many threads there are: the outcome may not depend on it. */
const BEREIKEN = 64;

/** Rows of too big a block that are refined at most. */
const VERFIJN_HOOGSTENS = 6_000_000;

function verdeelIn(n: number, delen = BEREIKEN): Bereik[] {
  const uit: Bereik[] = [];
  const stap = Math.max(1, Math.ceil(n / delen));
  for (let van = 0; van < n; van += stap) uit.push({ van, tot: Math.min(n, van + stap) });
  return uit;
}

function gedeeld<T>(
  maak: new (buffer: SharedArrayBuffer, van: number, n: number) => T,
  n: number,
  bytes: number,
): T {
  return new maak(new SharedArrayBuffer(Math.max(bytes, n * bytes)), 0, n);
}

/** Puts the pairs of all ranges together; what was taken over is let go at once. */
function voegParen(delen: Paren[], V: number): Paren {
  const n = delen.reduce((s, d) => s + d.a.length, 0);
  const uit = {
    a: gedeeld(Int32Array, n, 4),
    b: gedeeld(Int32Array, n, 4),
    niveaus: gedeeld(Int8Array, n * V, 1),
  };
  let op = 0;
  for (let deel = delen.shift(); deel !== undefined; deel = delen.shift()) {
    uit.a.set(deel.a, op);
    uit.b.set(deel.b, op);
    uit.niveaus.set(deel.niveaus, op * V);
    op += deel.a.length;
  }
  return uit;
}

/** Lays out what is looked at of each surname. */
async function legNaamkennis(r: Register, w: Verdeler): Promise<void> {
  const aantal = r.vormen.kern.length;
  const naamkennis = gedeeld(Uint32Array, aantal * NAAMKENNIS, 4);
  let op = 0;
  for (const deel of await w.verdeel('naamkennis', verdeelIn(aantal))) {
    naamkennis.set(deel, op);
    op += deel.length;
  }
  w.zet({ naamkennis });
}

/** The blocks of a register: which rows are worth comparing. */
export async function maakBlokken(r: Register, w: Verdeler): Promise<Blokken> {
  await legNaamkennis(r, w);
  if (isKlein(r)) return allesInEen(r);
  const sleutels = await w.verdeel('sleutels', verdeelIn(r.n));
  w.zet({ sleutels });
  const ruw = await w.verdeel(
    'vak',
    Array.from({ length: 2 ** vakBits(r.n) }, (_, vak) => ({ vak })),
  );
  const grens = kiesGrens(r, ruw);
  // Too big: once more, with one more part.
  const fijn = await w.verdeel(
    'verfijn',
    ruw.map((x) => ({ ruw: x, grens, ruimte: VERFIJN_HOOGSTENS / ruw.length })),
  );
  const fijnGrens = Math.min(grens, kiesGrens(r, fijn, 0.5));
  w.zet({ sleutels: undefined });
  const { blokken, delen } = maakRuimte(r, [
    ...ruw.map((x) => ({ ruw: x, grens })),
    ...fijn.map((x) => ({ ruw: x, grens: fijnGrens })),
  ]);
  const stap = Math.max(1, Math.ceil(r.n / BEREIKEN));
  w.zet({ blokken });
  const plekken = await w.verdeel(
    'legBlokken',
    delen.map((x) => ({ deel: x, stap })),
  );
  w.zet({ plekken });
  let vanaf = 0;
  await w.verdeel(
    'legRijen',
    verdeelIn(r.n).map((_, deel) => {
      const uit = { deel, stap, vanaf };
      for (const p of plekken) vanaf += (p.begin[deel + 1] as number) - (p.begin[deel] as number);
      return uit;
    }),
  );
  w.zet({ plekken: undefined });
  return blokken;
}

async function telAandelen(r: Register, w: Verdeler, wie?: Int32Array): Promise<Aandelen> {
  const delen = await w.verdeel(
    'aandeel',
    r.vergelijkingen.map((_, plek) => ({ plek, ...(wie === undefined ? {} : { wie }) })),
  );
  return { log: delen.map((d) => d.log), gelijk: delen.map((d) => d.gelijk) };
}

/** Groups by the links themselves. */
async function vormGroepen(
  r: Register,
  w: Verdeler,
  paren: Paren,
): Promise<{ cluster: Int32Array; banden: Banden }> {
  const banden = {
    a: paren.a,
    b: paren.b,
    bits: gedeeld(Float32Array, paren.a.length, 4),
    nooit: gedeeld(Uint8Array, paren.a.length, 1),
  };
  w.zet({ banden });
  await w.verdeel('weeg', verdeelIn(paren.a.length));
  const delen = deelIn(r.n, banden);
  const cluster = gedeeld(Int32Array, r.n, 4);
  for (let i = 0; i < r.n; i++) cluster[i] = i;
  w.zet({ delen, cluster });
  // Ranges with about as many links each.
  const bereiken: Bereik[] = [];
  const stap = Math.ceil(delen.banden.length / BEREIKEN);
  for (let van = 0; van < delen.aantal; ) {
    let tot = van + 1;
    const grens = (delen.bandBegin[van] as number) + stap;
    while (tot < delen.aantal && (delen.bandBegin[tot + 1] as number) <= grens) tot++;
    bereiken.push({ van, tot });
    van = tot;
  }
  await w.verdeel('groepeer', bereiken);
  w.zet({ delen: undefined, cluster: undefined });
  return { cluster, banden };
}

async function leesBoek(r: Register, w: Verdeler, boek: Profielboek, cluster: Int32Array): Promise<void> {
  zetGroepen(boek, cluster);
  await w.verdeel('profielen', verdeelIn(r.n));
}

/** Lets groups grow by their profiles. */
async function laatGroeien(
  r: Register,
  w: Verdeler,
  boek: Profielboek,
  banden: Banden,
  begin: Int32Array,
): Promise<Int32Array> {
  const cluster = begin.slice();
  let over: Samenvoegingen[] = [];
  let gewijzigd: Uint8Array | undefined;
  for (let ronde = 0; ronde < RONDES; ronde++) {
    await leesBoek(r, w, boek, cluster);
    const codes = groepsparen(banden, cluster, gewijzigd);
    w.zet({ codes });
    const nieuw = await w.verdeel('groepsparen', verdeelIn(codes.length));
    w.zet({ codes: undefined });
    const kandidaten = [...over, ...nieuw];
    if (kandidaten.every((k) => k.c.length === 0)) break;
    gewijzigd ??= new Uint8Array(r.n);
    over = [voegGroepen(cluster, kandidaten, gewijzigd)];
  }
  return cluster;
}

function voegLeden(n: number, delen: readonly Lidmaatschap[]): Lidmaatschap {
  const aantal = delen.reduce((s, d) => s + d.groep.length, 0);
  const uit = {
    begin: gedeeld(Uint32Array, n + 1, 4),
    groep: gedeeld(Int32Array, aantal, 4),
    bits: gedeeld(Float64Array, aantal, 8),
    vlag: gedeeld(Uint8Array, aantal, 1),
    noemer: gedeeld(Float64Array, n, 8),
  };
  let [rij, op] = [0, 0];
  for (const deel of delen) {
    for (let i = 1; i < deel.begin.length; i++) uit.begin[rij + i] = op + (deel.begin[i] as number);
    uit.noemer.set(deel.noemer, rij);
    uit.groep.set(deel.groep, op);
    uit.bits.set(deel.bits, op);
    uit.vlag.set(deel.vlag, op);
    rij += deel.noemer.length;
    op += deel.groep.length;
  }
  return uit;
}

/** Who may be of which group; they are laid out for what follows. */
async function vindLeden(n: number, w: Verdeler, eerder?: Eerder): Promise<Lidmaatschap> {
  w.zet({ eerder });
  const lid = voegLeden(n, await w.verdeel('leden', verdeelIn(n)));
  w.zet({ lid, eerder: undefined });
  return lid;
}

/** Links a register: candidates, learning, weighing, groups; and once more with shares counted over the groups found. */
export async function koppelRegister(r: Register, opties: Opties = {}): Promise<Uitkomst> {
  const zeg = opties.zeg ?? (() => undefined);
  const V = r.vergelijkingen.length;
  const w = (opties.draden ?? zonderDraden)(r);
  const { n } = r;
  const leerbereik = r.nA === n ? n : r.nA;
  try {
    const blokken = await maakBlokken(r, w);
    const aandelen = await telAandelen(r, w);
    w.zet({ blokken, aandelen });
    zeg(
      blokken.alles
        ? 'alle paren worden vergeleken'
        : `grootste blok ${blokken.grootste}, verfijnd ${blokken.overgeslagen}`,
    );
    const bereiken = verdeelIn(leerbereik);
    // Half of what the keys find, other keys found as well.
    const kandidaten = blokken.alles ? blokken.paren : blokken.paren / 2;
    const stap = Math.max(1, Math.round(kandidaten / LEERPAREN));
    const willekeurig = voegParen(
      await w.verdeel(
        'willekeurig',
        bereiken.map((x) => ({ ...x, hoeveel: STEEKPROEF })),
      ),
      V,
    );
    const leer = voegParen(
      await w.verdeel(
        'kandidaten',
        bereiken.map((x) => ({ ...x, stap })),
      ),
      V,
    );
    zeg(`leren op ${leer.a.length} kandidaatparen en ${willekeurig.a.length} willekeurige`);
    w.zet({ willekeurig, leer });
    const tel = async (bron: 'willekeurig' | 'leer' | 'paren', aantal: number, keuze: number) =>
      voegPatronen(
        V,
        await w.verdeel(
          'tel',
          verdeelIn(aantal).map((x) => ({ ...x, bron, stap: keuze })),
        ),
      );
    const eerste = leerKoppeling(r, {
      kandidaten: await tel('leer', leer.a.length, 1),
      deel: 1 / stap,
      willekeurig: await tel('willekeurig', willekeurig.a.length, 1),
      alleParen: alleParen(r),
      aandelen,
    });
    w.zet({ gewichten: maakGewichten(r, eerste), leer: undefined });
    zeg('geleerd');
    const begin = performance.now();
    const delen = await w.verdeel(
      'zoek',
      bereiken.map((x) => ({ ...x, bits: VANAF_BITS })),
    );
    const bekeken = delen.reduce((s, d) => s + d.bekeken, 0);
    const paren = voegParen(delen, V);
    w.zet({ paren, blokken: undefined });
    const perSeconde = Math.round((1000 * bekeken) / (performance.now() - begin));
    zeg(`${bekeken} paren gewogen (${perSeconde} per seconde), ${paren.a.length} bewaard`);
    // Once more: a value counts once per person found, and the pairs kept hold all that may be the same.
    const wie = await vormGroepen(r, w, paren);
    const aandelen2 = await telAandelen(r, w, wie.cluster);
    w.zet({ aandelen: aandelen2 });
    const keuze = Math.max(1, Math.round(paren.a.length / LEERPAREN));
    const model = leerKoppeling(
      r,
      {
        kandidaten: await tel('paren', paren.a.length, keuze),
        deel: 1 / keuze,
        willekeurig: await tel('willekeurig', willekeurig.a.length, 1),
        alleParen: alleParen(r),
        aandelen: aandelen2,
      },
      eerste,
    );
    w.zet({ gewichten: maakGewichten(r, model), willekeurig: undefined });
    zeg('opnieuw geleerd');
    const { cluster: eersteGroepen, banden } = await vormGroepen(r, w, paren);
    zeg('groepen gevormd');
    const boek = maakProfielboek(r);
    const buren = maakBuren(n, paren);
    w.zet({ boek, buren, paren: undefined });
    const groot = await laatGroeien(r, w, boek, banden, eersteGroepen);
    const zelfde = model.lambda[0] as number;
    const een = r.nA < n ? eenOpEen(banden, r.nA, groot) : undefined;
    w.zet({ nieuw: een === undefined ? { a: 1, b: 1 } : kansNieuw(zelfde, r.nA, n - r.nA) });
    const gegroeid = een ?? groot;
    zeg('groepen gegroeid');
    await leesBoek(r, w, boek, gegroeid);
    let lid = await vindLeden(n, w);
    const twijfel = (streng: boolean) =>
      w.verdeel(
        'twijfel',
        verdeelIn(n).map((x) => ({ ...x, streng })),
      );
    const geloofd = zonder(gegroeid, await twijfel(false));
    await leesBoek(r, w, boek, geloofd);
    lid = await vindLeden(n, w, { lid, gewijzigd: gewijzigdeGroepen(gegroeid, geloofd) });
    // In a small file the second round may miss the few that there are.
    const metDubbelgangers = [eerste, model].some(
      ({ lambda: [een = 1, , tweeling = 0, naamgenoot = 0] }) => tweeling + naamgenoot > DUBBELGANGERS * een,
    );
    let cluster = geloofd;
    if (metDubbelgangers) {
      // Who left may be a twin of those who stayed: whoever fits both is a question too.
      cluster = zonder(geloofd, [zoekOnzekere(lid)]);
      await leesBoek(r, w, boek, cluster);
      await vindLeden(n, w, { lid, gewijzigd: gewijzigdeGroepen(geloofd, cluster) });
      cluster = zonder(cluster, await twijfel(true));
      zetGroepen(boek, geloofd);
    }
    w.zet({ lid, zeker: cluster });
    const vanaf = Math.log2(VANAF_KANS / (1 - VANAF_KANS));
    const samen = await w.verdeel(
      'samen',
      bereiken.map((x) => ({ ...x, vanaf })),
    );
    const aantal = samen.reduce((s, x) => s + x.a.length, 0);
    const uit = {
      a: new Int32Array(aantal),
      b: new Int32Array(aantal),
      los: new Float32Array(aantal),
      gewicht: new Float64Array(aantal),
    };
    let op = 0;
    for (const deel of samen) {
      uit.a.set(deel.a, op);
      uit.b.set(deel.b, op);
      uit.los.set(deel.los, op);
      uit.gewicht.set(deel.gewicht, op);
      op += deel.a.length;
    }
    return { ...uit, kans: uit.gewicht.map(kansUitBits), cluster, model, bekeken };
  } finally {
    await w.sluit();
  }
}
