// SPDX-License-Identifier: EUPL-1.2
// The running server on a cluster: starting one, taking over one that outlived its Houvast, stopping it.
import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type Binaries, getBinaries } from './launcher.binaries.ts';
import { makeEnv, readVerbinding } from './launcher.cluster.ts';
import { CLUSTER, getSocketMap, giveTo, type Wie } from './launcher.map.ts';
import {
  DatabaseStartError,
  explainFailure,
  findPostmasterPid,
  findProcessStart,
  isPostmasterOf,
  type PostmasterPid,
  removeStaleSocket,
  sleep,
  waitUntilGone,
} from './launcher.postmaster.ts';

const WINDOWS = process.platform === 'win32';
/** Names the socket file; the folder is private, so there is nobody to share the number with. */
const POORT = 5432;
/** Log size in bytes above which the log of earlier runs is set aside at the next start. */
const MAX_LOG = 10 * 1024 * 1024;
/** How long (ms) a server that runs but does not answer gets before it is restarted. */
const GEDULD = 3000;

/**
 * Settings that always hold. No personal data may reach the log, and an error message, its detail and its statement
 * all can hold a name or a BSN. So: nothing below LOG level (errors go to the client alone), no detail, no statement.
 */
const VAST: readonly string[] = [
  'logging_collector=off',
  'log_destination=stderr',
  'log_min_messages=log',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'log_statement=none',
  'log_min_duration_statement=-1',
  'log_min_duration_sample=-1',
  'log_autovacuum_min_duration=-1',
  'log_duration=off',
  'log_checkpoints=off',
  'log_lock_waits=off',
  'log_temp_files=-1',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
];
/**
 * Memory in which PostgreSQL keeps what it read, in MB: a quarter of what this process may use, as its manual advises (§19.4), from its own
 * default of 128 up to 8,192: a register of ten million mentions with its index. It takes what it needs of it. Standaardwaarde; throw-away
 * data keeps the default.
 */
export function gedeeldGeheugen(beschikbaar: number): number {
  return Math.min(8_192, Math.max(128, Math.floor(beschikbaar / 4 / 1_048_576)));
}
const SNEL: readonly string[] = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

/**
 * Takes over the server that already runs on this cluster, once it accepts connections.
 * @param cluster absolute, resolved path
 * @param snel whether a server without fsync will do; real data gets a new server instead
 * @returns undefined when no usable server runs
 */
export async function adopt(
  cluster: string,
  snel: boolean,
  zeg: (regel: string) => void,
): Promise<PostmasterPid | undefined> {
  const einde = performance.now() + GEDULD;
  for (;;) {
    const gevonden = findPostmasterPid(cluster);
    if (gevonden === undefined || !isPostmasterOf(gevonden.pid, cluster)) return undefined;
    const klaar = await waitUntilReady(cluster, gevonden.pid, zeg);
    if (klaar === undefined) return undefined;
    const fsync = await askFsync(cluster, klaar);
    if (fsync === 'on' || (fsync === 'off' && snel)) return klaar;
    if (fsync === undefined && performance.now() < einde) {
      await sleep(100);
      continue;
    }
    zeg(
      fsync === undefined
        ? 'Database: de server die nog liep antwoordt niet en wordt opnieuw gestart.'
        : 'Database: de server die nog liep was niet bestand tegen stroomuitval en wordt opnieuw gestart.',
    );
    await shutDown(cluster, klaar.pid, getGeduld(snel));
  }
}

/** Time in ms for a fast shutdown; throw-away data is not waited for. */
export function getGeduld(snel: boolean): number {
  return snel ? 2000 : 30_000;
}

/** The server's fsync setting, after making sure that it is this cluster's; undefined when it does not answer. */
async function askFsync(cluster: string, server: PostmasterPid): Promise<string | undefined> {
  const client = new pg.Client({ ...readVerbinding(cluster, server), database: 'postgres' });
  try {
    await client.connect();
    const vraag = "select current_setting('data_directory') as map, current_setting('fsync') as fsync";
    const rij = (await client.query<{ map: string; fsync: string }>(vraag)).rows[0];
    if (rij !== undefined && resolve(rij.map) === cluster) return rij.fsync;
    throw new DatabaseStartError(
      `Op de verbinding van ${cluster} antwoordt een server van ${String(rij?.map)}. Stop die server en start opnieuw.`,
    );
  } catch (fout) {
    const { code = '' } = fout as { code?: string };
    // No socket, nobody behind it, or (class 57P) a server that is going down: not an answer.
    if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code) || code.startsWith('57P'))
      return undefined;
    throw fout;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Waits until postmaster `pid` accepts connections; crash recovery may take minutes and is not interrupted.
 * @returns undefined when the process ended instead
 */
async function waitUntilReady(
  cluster: string,
  pid: number,
  zeg: (regel: string) => void,
): Promise<PostmasterPid | undefined> {
  let melden = performance.now() + 5000;
  while (findProcessStart(pid) !== undefined) {
    const stand = findPostmasterPid(cluster);
    if (stand?.pid === pid && stand.status === 'ready') return stand;
    if (performance.now() > melden) {
      zeg(
        'Database: PostgreSQL is bezig met starten, herstellen of afsluiten; dit kan enkele minuten duren.',
      );
      melden += 15_000;
    }
    await sleep(10);
  }
  return undefined;
}

interface SpawnContext {
  /** Resolved data folder, where the log goes. */
  map: string;
  /** Folder that holds the cluster and the socket. */
  basis: string;
  cluster: string;
  wie: Wie;
  binaries: Binaries;
  snel: boolean;
  zeg: (regel: string) => void;
  /** On the last attempt a server that is in the way is an error too. */
  laatste: boolean;
}

/**
 * Starts a server and waits until it accepts connections.
 * @returns undefined when another server got in the way and it makes sense to look again
 * @throws DatabaseStartError when PostgreSQL refuses to start
 */
export async function spawnServer(context: SpawnContext): Promise<PostmasterPid | undefined> {
  const { basis, cluster, wie, binaries, zeg } = context;
  const env = makeEnv();
  // PostgreSQL holds a lock file for valid as long as its number belongs to any process. We know better here: adopt()
  // found that it is a zombie or another program. This variable is how pg_ctl names a number that does not count; it
  // leaves PostgreSQL's own check for surviving children (shared memory) in force, which removing the file would not.
  const oud = findPostmasterPid(cluster);
  if (oud !== undefined) env['PG_GRANDPARENT_PID'] = String(oud.pid);
  const instellingen = await listSettings(context, oud?.port ?? 0);
  const log = openLog(context.map, wie);
  try {
    // Detached: Ctrl-C in the terminal reaches Houvast alone, which then stops PostgreSQL in good order.
    const kind = spawn(
      join(binaries.bin, WINDOWS ? 'postgres.exe' : 'postgres'),
      ['-D', cluster, ...instellingen.flatMap((instelling) => ['-c', instelling])],
      { ...wie, cwd: basis, env, detached: true, windowsHide: true, stdio: ['ignore', log.fd, log.fd] },
    );
    await new Promise<void>((ja, nee) => {
      kind.once('error', nee);
      kind.once('spawn', ja);
    });
    kind.unref();
    const klaar = await waitUntilReady(cluster, kind.pid ?? 0, zeg);
    if (klaar !== undefined) return klaar;
  } finally {
    closeSync(log.fd);
  }
  const regels = readFileSync(log.pad).subarray(log.vanaf).toString('utf8');
  const bezet = /lock file .* already exists|pre-existing shared memory block/.test(regels);
  if (!bezet || context.laatste) throw explainFailure(regels, context.map);
  await sleep(1000);
  return undefined;
}

async function listSettings(
  { basis, cluster, wie, snel }: SpawnContext,
  vorigePoort: number,
): Promise<string[]> {
  const beschikbaar = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  const vast = [...VAST, ...(snel ? SNEL : [`shared_buffers=${gedeeldGeheugen(beschikbaar)}MB`])];
  if (WINDOWS) return [...vast, 'listen_addresses=127.0.0.1', `port=${await findFreePort(vorigePoort)}`];
  const socketMap = getSocketMap(basis, wie, POORT);
  removeStaleSocket(socketMap, POORT, cluster);
  const socket = [`unix_socket_directories=${socketMap}`, 'unix_socket_permissions=0700'];
  return [...vast, 'listen_addresses=', `port=${POORT}`, ...socket];
}

function openLog(map: string, wie: Wie): { fd: number; pad: string; vanaf: number } {
  const pad = join(map, `${CLUSTER}.log`);
  let vanaf = statSync(pad, { throwIfNoEntry: false })?.size ?? 0;
  if (vanaf > MAX_LOG) {
    renameSync(pad, `${pad}.1`);
    vanaf = 0;
  }
  const fd = openSync(pad, 'a', 0o600);
  giveTo(pad, wie);
  return { fd, pad, vanaf };
}

/**
 * A free TCP port on the loopback address; Windows only, elsewhere PostgreSQL does not listen on TCP at all.
 * @param liefst the port of the server that died here, so that who knew it finds the new one; 0: any
 */
function findFreePort(liefst: number): Promise<number> {
  return new Promise((ja, nee) => {
    const server = createServer();
    server.once('error', (fout) => (liefst === 0 ? nee(fout) : ja(findFreePort(0))));
    server.listen(liefst, '127.0.0.1', () => {
      const adres = server.address();
      server.close(() => ja(typeof adres === 'object' && adres !== null ? adres.port : POORT));
    });
  });
}

/**
 * Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. When PostgreSQL does not get
 * through that (18.4 hangs when the request meets the end of crash recovery) an immediate shutdown follows, which is
 * as safe: the next start recovers from the log.
 * @param geduld time in ms for the fast shutdown
 * @throws DatabaseStartError when the server runs on after all
 */
export async function shutDown(cluster: string, pid: number, geduld: number): Promise<void> {
  if (!isPostmasterOf(pid, cluster)) return;
  if (WINDOWS) {
    // Node can only kill a process there; pg_ctl knows PostgreSQL's own signal.
    const versie = Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10);
    const { bin } = getBinaries('auto', {}, versie, () => undefined);
    const args = ['stop', '-D', cluster, '-m', 'fast'];
    await new Promise((klaar) => execFile(join(bin, 'pg_ctl.exe'), args, klaar));
    return;
  }
  for (const [signaal, ms] of [
    ['SIGINT', geduld],
    ['SIGQUIT', 15_000],
  ] as const) {
    try {
      process.kill(pid, signaal);
    } catch (fout) {
      if ((fout as NodeJS.ErrnoException).code !== 'ESRCH') throw fout;
    }
    if (await waitUntilGone(pid, ms)) return;
  }
  throw new DatabaseStartError(
    `PostgreSQL (proces ${pid}) sluit niet af. Stop dat proces voor u Houvast weer start.`,
  );
}
