// SPDX-License-Identifier: EUPL-1.2
/**
 * What `koppel` reaches on sets of very different shape: node bench/radar/koppelen.ts [set …] [--zaden 3]
 * All made up here (FEBRL 1-3 excepted), each with several seeds; nothing is set per set. For speed and memory on a
 * million rows: bench/radar/miljoen.ts.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { leesCsv } from '../../src/keten/radar/koppel/csv.ts';
import { metDraden } from '../../src/keten/radar/koppel/draden.ts';
import { koppelRegister } from '../../src/keten/radar/koppel/koppel.ts';
import { alsKolom, type Kolom, maakRegister } from '../../src/keten/radar/koppel/register.ts';
import type { Soort } from '../../src/keten/radar/koppel/velden.ts';
import {
  BIOGRAFISCH,
  KLEIN,
  maakBiografisch,
  maakKlein,
  maakTweelijst,
  type Rij,
  TWEELIJST,
} from './engels.ts';
import { FEBRL } from './febrl.ts';
import { besteMaat, clusterPaarMaat, kalibratie, randMaat, warePairs } from './meten.ts';
import { alsKolommen, maakNederland, relatie } from './nederlands.ts';

interface Proef {
  readonly kolommen: readonly Kolom[];
  readonly wie: readonly string[];
  /** Rows of the first file; all of them when there is one. */
  readonly nA: number;
  /** What two rows are to each other, where the set knows. */
  readonly relatie?: (a: number, b: number) => string;
}

function vanRijen(rijen: readonly Rij[], soorten: Readonly<Record<string, Soort>>, nA = rijen.length): Proef {
  return {
    kolommen: Object.entries(soorten).map(([naam, soort]) =>
      alsKolom(
        naam,
        soort,
        rijen.map((r) => r.waarden[naam] ?? ''),
      ),
    ),
    wie: rijen.map((r) => r.wie),
    nA,
  };
}

function febrl(nummer: 1 | 2 | 3, gesplitst = false): Proef {
  const t = leesCsv(readFileSync(new URL(`./data/dataset${nummer}.csv`, import.meta.url), 'utf8'), 'febrl');
  const kolom = (naam: string): readonly string[] => {
    const k = t.kolommen.find((x) => x.naam === naam);
    return Array.from(k?.nummers ?? [], (nr) => k?.teksten[nr] as string);
  };
  const ids = kolom('rec_id');
  const volgorde = ids.map((_, i) => i);
  const eigen = (i: number): boolean => (ids[i] as string).includes('org');
  if (gesplitst) volgorde.sort((x, y) => Number(eigen(y)) - Number(eigen(x)) || x - y);
  return {
    kolommen: Object.entries(FEBRL).map(([naam, soort]) => {
      const waarden = kolom(naam);
      return alsKolom(
        naam,
        soort,
        volgorde.map((i) => waarden[i] as string),
      );
    }),
    wie: volgorde.map((i) => (ids[i] as string).split('-')[1] ?? ''),
    nA: gesplitst ? volgorde.filter(eigen).length : ids.length,
  };
}

function nederland(huishoudens: number, zaad: number, volgnummers = 0): Proef {
  const { meldingen } = maakNederland(huishoudens, zaad);
  const persoon = (i: number) => (meldingen[i] as (typeof meldingen)[number]).persoon;
  return {
    kolommen: alsKolommen(meldingen, 0, volgnummers),
    wie: meldingen.map((m) => String(m.persoon.id)),
    nA: meldingen.length,
    relatie: (a, b) => relatie(persoon(a), persoon(b)),
  };
}

function tweelijst(n: number, zaad: number, ruis: number): Proef {
  const { a, b } = maakTweelijst(n, zaad, ruis);
  return vanRijen([...a, ...b], TWEELIJST, a.length);
}

const SETS: Readonly<Record<string, (zaad: number) => Proef>> = {
  febrl1: () => febrl(1),
  febrl2: () => febrl(2),
  febrl3: () => febrl(3),
  febrl1twee: () => febrl(1, true),
  klein: (z) => vanRijen(maakKlein(1000, z), KLEIN),
  bio5: (z) => vanRijen(maakBiografisch(5000, z, 1.2), BIOGRAFISCH),
  bio50: (z) => vanRijen(maakBiografisch(50_000, z, 1.2), BIOGRAFISCH),
  twee: (z) => tweelijst(5000, z, 1),
  tweezwaar: (z) => tweelijst(5000, z, 2),
  nederland: (z) => nederland(3000, z),
  volgnummers: (z) => nederland(3000, z, 1),
  sprongen: (z) => nederland(3000, z, 17),
  weinig: (z) => nederland(400, z),
};

async function meet(naam: string, zaad: number): Promise<void> {
  const proef = (SETS[naam] as (zaad: number) => Proef)(zaad);
  const { wie, nA } = proef;
  const n = wie.length;
  const t0 = performance.now();
  const r = maakRegister(proef.kolommen, n, nA);
  const uit = await koppelRegister(r, {
    draden: metDraden(),
    zeg: process.env['PRAAT']
      ? (x) => console.log(`   ${((performance.now() - t0) / 1000).toFixed(2)} ${x}`)
      : () => undefined,
  });
  const duur = (performance.now() - t0) / 1000;
  const waar =
    nA === n ? warePairs(wie) : warePairs(wie) - warePairs(wie.slice(0, nA)) - warePairs(wie.slice(nA));
  const randen = Array.from(uit.a, (a, i) => {
    const b = uit.b[i] as number;
    return { a, b, kans: uit.kans[i] as number, gewicht: uit.gewicht[i] as number, waar: wie[a] === wie[b] };
  }).filter((x) => x.kans >= 0.01);
  const m = randMaat(randen, waar, 0.5);
  const c = clusterPaarMaat(uit.cluster, wie);
  const { ece, banden } = kalibratie(randen);
  const { recallBij, beste } = besteMaat(randen, waar);
  const p = (x: number): string => x.toFixed(4);
  console.log(
    `${naam.padEnd(10)} ${String(zaad).padStart(3)} n ${n} ${duur.toFixed(1)}s | rand P ${p(m.precisie)} R ${p(m.recall)} F1 ${p(m.f1)} (best ${p(beste.f1)}) R@P99 ${p(recallBij)} | groep P ${p(c.precisie)} R ${p(c.recall)} F1 ${p(c.f1)} | ECE ${p(ece)} | paren ${uit.bekeken}`,
  );
  if (process.env['BANDEN'])
    console.log(
      `   ${banden
        .filter((x) => x.paren > 0)
        .map(
          (x) =>
            `[${x.van}) n=${x.paren} gem ${x.gemiddeld.toFixed(3)} waar ${(x.waar / x.paren).toFixed(3)}`,
        )
        .join(' · ')}`,
    );
  if (proef.relatie !== undefined) {
    const samen = new Map<string, number>();
    const leden = new Map<number, number[]>();
    uit.cluster.forEach((k, i) => {
      const lijst = leden.get(k);
      if (lijst === undefined) leden.set(k, [i]);
      else lijst.push(i);
    });
    for (const lijst of leden.values())
      lijst.forEach((i, x) => {
        for (const j of lijst.slice(x + 1)) {
          const s = (proef.relatie as (a: number, b: number) => string)(i, j);
          samen.set(s, (samen.get(s) ?? 0) + 1);
        }
      });
    console.log(`   in groepen: ${[...samen].map(([s, k]) => `${s} ${k}`).join(', ')}`);
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { zaden: { type: 'string', default: '1' }, vanaf: { type: 'string', default: '101' } },
});
for (const naam of positionals.length > 0 ? positionals : Object.keys(SETS)) {
  const keer = naam.startsWith('febrl') ? 1 : Number(values.zaden);
  for (let k = 0; k < keer; k++) await meet(naam, Number(values.vanaf) + k);
}
