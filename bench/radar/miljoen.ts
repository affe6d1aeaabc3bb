// SPDX-License-Identifier: EUPL-1.2
/**
 * Speed and memory of the `koppel` command on a big file, as its user runs it: npm run bench -- koppel [rows] [kind]
 * Kinds: nederland (families), lijst (persons with one to four mentions), bio (crowded: few names, many mentions each).
 * Prints what the command says (pairs a second, peak memory, processor seconds), how long it took from start to end and
 * how good the groups are.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { csvWaarde } from '../../src/keten/radar/koppel/csv.ts';
import type { Soort } from '../../src/keten/radar/koppel/velden.ts';
import { BIOGRAFISCH, maakBiografisch, maakTweelijst, type Rij, TWEELIJST } from './engels.ts';
import { clusterPaarMaat } from './meten.ts';
import { alsKolommen, maakNederland } from './nederlands.ts';

/** Rows as their generators give them, piece by piece: a million of them at once would not fit beside the rest. */
type Stukken = Generator<{
  readonly wie: readonly string[];
  readonly kolommen: readonly (readonly string[])[];
}>;

function stuk(rijen: readonly Rij[], velden: readonly string[], naam: string) {
  return {
    wie: rijen.map((r) => `${naam}.${r.wie}`),
    kolommen: velden.map((v) => rijen.map((r) => r.waarden[v] ?? '')),
  };
}

function* nederland(): Stukken {
  for (let z = 0; ; z++) {
    const { meldingen } = maakNederland(4000, 1000 + z);
    yield {
      wie: meldingen.map((m) => `${z}.${m.persoon.id}`),
      kolommen: alsKolommen(meldingen, z * 20_000).map((k) =>
        Array.from(k.nummers, (nr) => k.teksten[nr] as string),
      ),
    };
  }
}

function* bio(): Stukken {
  for (let z = 0; ; z++) yield stuk(maakBiografisch(20_000, 1000 + z, 1.2), Object.keys(BIOGRAFISCH), `${z}`);
}

function* lijst(): Stukken {
  for (let z = 0; ; z++) {
    const { a, b } = maakTweelijst(8000, 1000 + z);
    const meer = maakTweelijst(8000, 1000 + z, 2).b.filter((_, i) => i % 3 === 0);
    yield stuk([...a, ...b.filter((_, i) => i % 2 === 0), ...meer], Object.keys(TWEELIJST), `${z}`);
  }
}

const SOORTEN: Readonly<Record<string, { velden: Readonly<Record<string, Soort>>; stukken: () => Stukken }>> =
  {
    nederland: {
      velden: Object.fromEntries(alsKolommen([]).map((k) => [k.naam, k.soort])),
      stukken: nederland,
    },
    lijst: { velden: TWEELIJST, stukken: lijst },
    bio: { velden: BIOGRAFISCH, stukken: bio },
  };

function schrijf(pad: string, soort: string, rijen: number): void {
  const { velden, stukken } = SOORTEN[soort] as (typeof SOORTEN)[string];
  const bestand = openSync(pad, 'w');
  writeSync(bestand, `id,wie,${Object.keys(velden).join(',')}\n`);
  let n = 0;
  for (const { wie, kolommen } of stukken()) {
    let tekst = '';
    for (let i = 0; i < wie.length && n < rijen; i++)
      tekst += `r${n++},${wie[i]},${kolommen.map((k) => csvWaarde(k[i] as string)).join(',')}\n`;
    writeSync(bestand, tekst);
    if (n >= rijen) return;
  }
}

async function kolomVan(pad: string, nummer: number): Promise<string[]> {
  const uit: string[] = [];
  for await (const regel of createInterface({ input: createReadStream(pad) }))
    uit.push(regel.split(',')[nummer] ?? '');
  return uit.slice(1);
}

const woorden = process.argv.slice(2);
const soort = woorden.find((w) => w in SOORTEN) ?? 'nederland';
const rijen = Number(woorden.find((w) => /^\d+$/.test(w)) ?? 1_000_000);
const map = join(tmpdir(), 'houvast-koppel');
mkdirSync(map, { recursive: true });
const csv = join(map, `${soort}-${rijen}.csv`);
const velden = join(map, `${soort}.json`);
const [paren, clusters] = [join(map, 'paren.csv'), join(map, 'clusters.csv')];
if (!existsSync(csv)) schrijf(csv, soort, rijen);
writeFileSync(
  velden,
  JSON.stringify({ id: 'id', kolommen: (SOORTEN[soort] as (typeof SOORTEN)[string]).velden }),
);
const koppel = new URL('../../scripts/koppel.ts', import.meta.url).pathname;
const begin = performance.now();
const uit = spawnSync(
  process.execPath,
  [koppel, '--a', csv, '--velden', velden, '--paren', paren, '--clusters', clusters],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
console.log(
  `${soort} ${rijen}: ${((performance.now() - begin) / 1000).toFixed(1)} s, uit met ${uit.status ?? uit.signal}`,
);
if (uit.status === 0) {
  const m = clusterPaarMaat(Int32Array.from(await kolomVan(clusters, 1), Number), await kolomVan(csv, 1));
  console.log(`groepen: P ${m.precisie.toFixed(4)} R ${m.recall.toFixed(4)} F1 ${m.f1.toFixed(4)}`);
}
