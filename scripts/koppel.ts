// SPDX-License-Identifier: EUPL-1.2
// npm run --silent koppel -- --a a.csv [--b b.csv] --velden velden.json --paren paren.csv [--clusters clusters.csv]
// Links a file with itself, or two files, without labels or thresholds, on the core of the radar. Progress on stderr.
import { accessSync, closeSync, constants, openSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { csvWaarde, type Kolomwaarden, leesCsv, type Tabel } from '../src/keten/radar/koppel/csv.ts';
import { metDraden } from '../src/keten/radar/koppel/draden.ts';
import { koppelRegister, type Uitkomst } from '../src/keten/radar/koppel/koppel.ts';
import { maakRegister } from '../src/keten/radar/koppel/register.ts';
import { leesVelden, SOORTEN, type Velden } from '../src/keten/radar/koppel/velden.ts';
import { Invoerfout } from '../src/platform/invoer.ts';
import { lees, reden, vanWaarGetypt } from './lib/lees.ts';

const GEBRUIK = `Gebruik: npm run --silent koppel -- --a a.csv [--b b.csv] --velden velden.json --paren paren.csv [--clusters clusters.csv]

  --a         CSV met een kopregel
  --b         tweede CSV met dezelfde kolommen; zonder dit worden dubbelen binnen a gezocht
  --velden    {"id": "<kolom>", "kolommen": {"<kolom>": "<soort>", …}}
  --paren     hierin komt id_a,id_b,gewicht,kans voor elk paar met een kans van 0,01 of meer
  --clusters  hierin komt id,cluster voor elke rij

Soorten: ${SOORTEN.join(', ')}.`;

function kolom(tabel: Tabel, naam: string, pad: string): Kolomwaarden {
  const uit = tabel.kolommen.find((k) => k.naam === naam);
  if (uit === undefined)
    throw new Invoerfout(
      `In ${pad} is geen kolom "${naam}". De kolommen zijn: ${tabel.kolommen.map((k) => k.naam).join(', ')}.`,
    );
  return uit;
}

function leesIds(tabel: Tabel, velden: Velden, pad: string): readonly string[] {
  const { nummers, teksten } = kolom(tabel, velden.id, pad);
  const gezien = new Uint8Array(teksten.length);
  nummers.forEach((nr, i) => {
    const id = teksten[nr] as string;
    if (id === '') throw new Invoerfout(`In ${pad} heeft rij ${i + 1} geen waarde voor "${velden.id}".`);
    if (gezien[nr] === 1) throw new Invoerfout(`In ${pad} staat het id "${id}" twee keer.`);
    gezien[nr] = 1;
  });
  // Every id is new, so that they stand in the order of the rows.
  return teksten;
}

/** The column of both files as one. */
function samen(a: Kolomwaarden, b: Kolomwaarden): Pick<Kolomwaarden, 'nummers' | 'teksten'> {
  const teksten = [...a.teksten];
  const boek = new Map(a.teksten.map((t, nr) => [t, nr]));
  const nieuw = Int32Array.from(b.teksten, (t) => boek.get(t) ?? teksten.push(t) - 1);
  const nummers = new Int32Array(a.nummers.length + b.nummers.length);
  nummers.set(a.nummers);
  nummers.set(
    b.nummers.map((nr) => nieuw[nr] as number),
    a.nummers.length,
  );
  return { nummers, teksten };
}

/**
 * Which file a path means, however it is spelled: two spellings, a symbolic link and a hard link are one file. Null for what is no
 * file but a device (`/dev/null`), which may be named twice.
 */
function bestandVan(pad: string): string | null {
  const stat = statSync(pad, { throwIfNoEntry: false });
  if (stat !== undefined) return stat.isFile() ? `${stat.dev} ${stat.ino}` : null;
  const map = statSync(dirname(resolve(pad)), { throwIfNoEntry: false });
  return map === undefined ? resolve(pad) : join(`${map.dev} ${map.ino}`, basename(pad));
}

/**
 * Refuses, before anything is read or computed, what would be lost: an input that would be overwritten, two outputs in one file,
 * and hours of work that cannot be written down.
 */
function controleerUitvoer(
  invoer: readonly (readonly [string, string])[],
  uitvoer: readonly (readonly [string, string])[],
): void {
  const namen = new Map<string, string>();
  for (const [optie, pad] of invoer) {
    const bestand = bestandVan(pad);
    if (bestand !== null) namen.set(bestand, optie);
  }
  for (const [optie, pad] of uitvoer) {
    const bestand = bestandVan(pad);
    const al = bestand === null ? undefined : namen.get(bestand);
    if (al !== undefined)
      throw new Invoerfout(
        `${optie} en ${al} zijn hetzelfde bestand (${pad}). Er is niets gedaan. Geef voor ${optie} een ander bestand.`,
      );
    if (bestand !== null) namen.set(bestand, optie);
    try {
      if (statSync(pad, { throwIfNoEntry: false }) === undefined) {
        closeSync(openSync(pad, 'wx'));
        unlinkSync(pad);
      } else if (bestand === null) accessSync(pad, constants.W_OK);
      // opened to add to: what stands there stays until there is something to put in its place
      else closeSync(openSync(pad, 'a'));
    } catch (fout) {
      throw new Invoerfout(`In ${pad} (${optie}) kan niet geschreven worden: ${reden(fout)}.`);
    }
  }
}

/** Writes lines as they come, in pieces: a file of millions of lines is never one text. */
function schrijver(pad: string): { regel: (tekst: string) => void; klaar: () => void } {
  const probeer = <U>(doe: () => U): U => {
    try {
      return doe();
    } catch (fout) {
      throw new Invoerfout(`In ${pad} kan niet geschreven worden: ${reden(fout)}.`);
    }
  };
  const bestand = probeer(() => openSync(pad, 'w'));
  let buffer = '';
  return {
    regel: (tekst) => {
      buffer += `${tekst}\n`;
      if (buffer.length < 1 << 20) return;
      probeer(() => writeSync(bestand, buffer));
      buffer = '';
    },
    klaar: () =>
      probeer(() => {
        writeSync(bestand, buffer);
        closeSync(bestand);
      }),
  };
}

function schrijfParen(pad: string, u: Uitkomst, ids: readonly string[]): number {
  const w = schrijver(pad);
  let aantal = 0;
  w.regel('id_a,id_b,gewicht,kans');
  for (let i = 0; i < u.a.length; i++) {
    const kans = u.kans[i] as number;
    const [a, b] = [ids[u.a[i] as number] as string, ids[u.b[i] as number] as string];
    w.regel(`${csvWaarde(a)},${csvWaarde(b)},${(u.gewicht[i] as number).toFixed(4)},${kans.toFixed(6)}`);
    aantal++;
  }
  w.klaar();
  return aantal;
}

function schrijfClusters(pad: string, u: Uitkomst, ids: readonly string[]): number {
  const w = schrijver(pad);
  const nummers = new Map<number, number>();
  w.regel('id,cluster');
  ids.forEach((id, i) => {
    const groep = u.cluster[i] as number;
    const nummer = nummers.get(groep) ?? nummers.size + 1;
    nummers.set(groep, nummer);
    w.regel(`${csvWaarde(id)},${nummer}`);
  });
  w.klaar();
  return nummers.size;
}

/** What is wrong with the options, of what the reader of them says in English. */
function leesfout(fout: NodeJS.ErrnoException): string {
  const optie = /--?[\w-]+/.exec(fout.message)?.[0] ?? '';
  if (fout.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `De optie ${optie} bestaat niet.`;
  if (fout.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return optie === '--help' || optie === '-h'
      ? `Na ${optie} komt geen waarde.`
      : `Na ${optie} moet een bestand staan.`;
  return 'Er staat een woord te veel: elk bestand komt na zijn optie.';
}

async function doe(): Promise<void> {
  const begin = performance.now();
  const zeg = (tekst: string): void =>
    console.error(`${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s  ${tekst}`);
  let keuzes: Record<string, string | boolean | undefined>;
  try {
    keuzes = parseArgs({
      options: {
        a: { type: 'string' },
        b: { type: 'string' },
        velden: { type: 'string' },
        paren: { type: 'string' },
        clusters: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (fout) {
    throw new Invoerfout(`${leesfout(fout as NodeJS.ErrnoException)}\n\n${GEBRUIK}`);
  }
  if (keuzes['help'] === true) {
    console.log(GEBRUIK);
    return;
  }
  const [padA, padB, padVelden, padParen, padClusters] = ['a', 'b', 'velden', 'paren', 'clusters'].map((k) =>
    typeof keuzes[k] === 'string' ? vanWaarGetypt(keuzes[k]) : undefined,
  );
  if (padA === undefined || padVelden === undefined || padParen === undefined)
    throw new Invoerfout(`Geef --a, --velden en --paren.\n\n${GEBRUIK}`);
  controleerUitvoer(
    [['--a', padA], ...(padB === undefined ? [] : [['--b', padB] as const]), ['--velden', padVelden]],
    [['--paren', padParen], ...(padClusters === undefined ? [] : [['--clusters', padClusters] as const])],
  );
  const velden = leesVelden(lees(padVelden, 'UTF-8').toString());
  for (const soort of velden.onbekend) zeg(`soort "${soort}" is niet bekend: vergeleken als tekst`);
  const a = leesCsv(lees(padA, 'CSV UTF-8'), padA);
  const b = padB === undefined ? undefined : leesCsv(lees(padB, 'CSV UTF-8'), padB);
  const ids = leesIds(a, velden, padA).concat(b && padB ? leesIds(b, velden, padB) : []);
  if (a.rijen === 0) throw new Invoerfout(`In ${padA} staan geen rijen.`);
  if (b?.rijen === 0) throw new Invoerfout(`In ${padB} staan geen rijen.`);
  zeg(`${ids.length} rijen gelezen`);
  const kolommen = velden.kolommen.map(({ kolom: naam, soort }) => {
    const inA = kolom(a, naam, padA);
    return { naam, soort, ...(b && padB ? samen(inA, kolom(b, naam, padB)) : inA) };
  });
  const register = maakRegister(kolommen, ids.length, a.rijen);
  zeg(`vergeleken wordt op ${register.vergelijkingen.map((v) => v.naam).join(', ')}`);
  const uit = await koppelRegister(register, { zeg, draden: metDraden() });
  const paren = schrijfParen(padParen, uit, ids);
  zeg(`${paren} paren in ${padParen}`);
  if (padClusters !== undefined) zeg(`${schrijfClusters(padClusters, uit, ids)} clusters in ${padClusters}`);
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  zeg(
    `klaar; hoogstens ${Math.round(maxRSS / 1024)} MB geheugen, ${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s rekentijd`,
  );
}

try {
  await doe();
} catch (fout) {
  if (!(fout instanceof Invoerfout)) throw fout;
  console.error(fout.message);
  process.exitCode = 1;
}
