// SPDX-License-Identifier: EUPL-1.2
// A cluster is the folder with PostgreSQL's data: making it, recognising it, and the way in.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './launcher.binaries.ts';
import { CLUSTER, giveTo, makePrivate, type Wie } from './launcher.map.ts';
import {
  DatabaseStartError,
  describeProcess,
  explainFailure,
  isAlive,
  type PostmasterPid,
  waitUntilGone,
} from './launcher.postmaster.ts';

/** What `pg.Client` and `pg.Pool` need. */
export interface Verbinding {
  /** Folder of the Unix socket; on Windows the loopback address. */
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

/** The owner of the cluster and the name of the database. */
const NAAM = 'houvast';
/** Lives inside the cluster, so that one rename (and one copy) carries both. PostgreSQL ignores files it does not know. */
const WACHTWOORD = 'houvast.wachtwoord';
/** Start of the name of a cluster that is not complete yet. */
const GROEI = `${CLUSTER}.nieuw-`;
/** Says, inside such a folder, which process is making it. */
const WERKER = 'initdb.pid';
/** A new cluster takes 40 to 60 MB; with less than this free (bytes) there is no room to work. */
const MIN_VRIJ = 200 * 1024 * 1024;

/** Settings that a beheerder may change later, in postgresql.conf of the cluster. */
const INSTELBAAR = `
# Houvast
max_connections = 60
shared_buffers = 128MB
jit = off                       # short queries: compiling costs more than it gains
timezone = 'UTC'
`;

/**
 * Major version of the cluster in this folder; undefined when there is none.
 * @throws DatabaseStartError when the folder holds something that is not a complete cluster of ours
 */
export function findClusterVersie(cluster: string): number | undefined {
  if (!existsSync(cluster)) return undefined;
  const bestand = join(cluster, 'PG_VERSION');
  if (existsSync(bestand) && existsSync(join(cluster, WACHTWOORD))) {
    return Number.parseInt(readFileSync(bestand, 'utf8'), 10);
  }
  if (readdirSync(cluster).length === 0) {
    rmdirSync(cluster);
    return undefined;
  }
  // A half-made cluster never gets this name, so this was put here by hand.
  throw new DatabaseStartError(
    `De map ${cluster} bevat geen volledige database van Houvast (PG_VERSION of ${WACHTWOORD} ontbreekt). Er is niets veranderd. ` +
      'Zet de volledige reservekopie terug, of verplaats deze map om leeg te beginnen.',
  );
}

/**
 * Makes a new cluster with a random password, complete or not at all.
 * @param basis the folder that will hold it
 * @param snel skip the writing through to disk; for throw-away data
 * @throws DatabaseStartError when initdb fails or the disk has less than 200 MB free
 */
export async function createCluster(
  basis: string,
  wie: Wie,
  binaries: Binaries,
  snel: boolean,
): Promise<void> {
  const { bavail, bsize } = statfsSync(basis);
  if (bavail * bsize < MIN_VRIJ) throw explainFailure('No space left on device', basis);
  const groei = join(basis, `${GROEI}${randomBytes(6).toString('hex')}`);
  makePrivate(groei, wie);
  const cluster = join(groei, CLUSTER);
  const wachtwoord = join(groei, WACHTWOORD);
  try {
    writeFileSync(wachtwoord, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
    giveTo(wachtwoord, wie);
    const locale = [process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C'];
    // From 17 on PostgreSQL brings C.UTF-8 itself: sorting does not change when the system's C library does.
    if (binaries.versie >= 17) locale.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
    await runInitdb(groei, binaries.bin, wie, [
      ...['-D', cluster, '-U', NAAM, '-A', 'scram-sha-256', `--pwfile=${wachtwoord}`, '-E', 'UTF8'],
      ...['--data-checksums', '--no-instructions', ...locale, ...(snel ? ['--no-sync'] : [])],
    ]);
    appendFileSync(join(cluster, 'postgresql.conf'), INSTELBAAR, { flush: true });
    renameSync(wachtwoord, join(cluster, WACHTWOORD));
    syncMap(cluster);
    renameSync(cluster, join(basis, CLUSTER)); // from here on the cluster exists
    syncMap(basis);
  } catch (fout) {
    throw explainFailure(fout instanceof Error ? fout.message : String(fout), basis);
  } finally {
    rmSync(groei, { recursive: true, force: true, maxRetries: 5 });
  }
}

function runInitdb(groei: string, bin: string, wie: Wie, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const programma = join(bin, process.platform === 'win32' ? 'initdb.exe' : 'initdb');
    const kind = execFile(programma, args, { ...wie, cwd: bin, env: makeEnv() }, (fout, _uit, stderr) => {
      if (fout === null) resolve();
      else reject(new Error(stderr.trim() || fout.message));
    });
    if (kind.pid !== undefined) writeFileSync(join(groei, WERKER), describeProcess(kind.pid));
  });
}

/**
 * Removes what a start that was killed while making a cluster left behind; its initdb may still be at work.
 * Call only inside the slot of this folder.
 */
export async function removeLeftovers(basis: string): Promise<void> {
  for (const naam of readdirSync(basis).filter((n) => n.startsWith(GROEI))) {
    const werker = join(basis, naam, WERKER);
    const beschrijving = existsSync(werker) ? readFileSync(werker, 'utf8') : '';
    if (isAlive(beschrijving)) {
      const pid = Number.parseInt(beschrijving, 10);
      process.kill(pid, 'SIGTERM');
      await waitUntilGone(pid, 10_000);
    }
    rmSync(join(basis, naam), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The environment of PostgreSQL's programs: nothing of ours, and certainly no secrets. */
export function makeEnv(): Record<string, string> {
  const env: Record<string, string> = { LC_ALL: 'C', TZ: 'UTC' };
  for (const naam of ['PATH', 'SYSTEMROOT', 'TEMP', 'TMP']) {
    const waarde = process.env[naam];
    if (waarde !== undefined) env[naam] = waarde;
  }
  return env;
}

function syncMap(map: string): void {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const fd = openSync(map, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** How to reach the server that runs on this cluster, as its owner. */
export function readVerbinding(cluster: string, server: PostmasterPid): Verbinding {
  return {
    host: server.socketMap === '' ? '127.0.0.1' : server.socketMap,
    port: server.port,
    user: NAAM,
    password: readFileSync(join(cluster, WACHTWOORD), 'utf8').trim(),
    database: NAAM,
  };
}
