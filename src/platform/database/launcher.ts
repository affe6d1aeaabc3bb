// SPDX-License-Identifier: EUPL-1.2
// Starts and owns a real PostgreSQL in a data folder, for when no DATABASE_URL is given.
//
// Safety rests on three things that hold at every moment a process can be killed: a new cluster grows in a folder of
// its own and appears by one rename, with its password inside; PostgreSQL itself refuses a second server on a folder;
// and a server that outlives its Houvast is adopted by the next one.
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type Binaries, type Bron, getBinaries } from './launcher.binaries.ts';
import {
  createCluster,
  findClusterVersie,
  readVerbinding,
  removeLeftovers,
  type Verbinding,
} from './launcher.cluster.ts';
import { CLUSTER, getBasis, getWie, linkCluster, prepareMap, type Wie } from './launcher.map.ts';
import {
  DatabaseStartError,
  describeProcess,
  explainFailure,
  isAlive,
  type PostmasterPid,
} from './launcher.postmaster.ts';
import { adopt, getGeduld, shutDown, spawnServer } from './launcher.server.ts';
import { register, unregister, withSlot } from './launcher.slot.ts';

export interface StartOptions {
  /** Data folder, made when absent. Keep it for the database alone. */
  map: string;
  /** Where the programs may come from; `auto` (default) takes the packaged ones first. */
  bron?: Bron;
  /** Gives up safety against power loss for speed. Only for tests and throw-away data. */
  snel?: boolean;
  /** Receives one Dutch line for people at each step that takes time. */
  zeg: (regel: string) => void;
}

export interface ManagedPostgres {
  /** Connection string for libpq and pg. Holds the password: never log it. */
  url: string;
  verbinding: Verbinding;
  /** Major version. */
  versie: number;
  /** True when a server that was already running was taken over. */
  geadopteerd: boolean;
  /** Process number of the postmaster. */
  pid: number;
  /** Fast shutdown, unless another Houvast still uses the server. May be called more than once. */
  stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL on a data folder, or adopts the server that already runs there.
 * @returns a server that accepts connections, with the database `houvast` in it
 * @throws DatabaseStartError with a Dutch sentence that says what to do
 */
export async function startPostgres(options: StartOptions): Promise<ManagedPostgres> {
  const gevraagd = resolve(options.map);
  try {
    const wie = getWie(gevraagd);
    const map = prepareMap(gevraagd, wie);
    return await withSlot(map, options.zeg, () => startInMap(map, wie, options));
  } catch (fout) {
    if (fout instanceof DatabaseStartError) throw fout;
    throw explainFailure(fout instanceof Error ? fout.message : String(fout), gevraagd);
  }
}

/**
 * Starts PostgreSQL, and starts it again when it dies under us (out of memory, a stray kill): what it acknowledged is on disk,
 * and connections find the new server in the old place.
 * @param elkeMs how often to look whether it lives, in milliseconds
 * @throws DatabaseStartError when the first start fails; a later one that fails is said and tried again
 */
export async function keepPostgres(
  options: StartOptions,
  elkeMs = 1_000,
): Promise<Pick<ManagedPostgres, 'verbinding' | 'stop'>> {
  let server = await startPostgres(options);
  let proces = describeProcess(server.pid);
  let bezig: Promise<void> | undefined;
  const opnieuw = async () => {
    options.zeg('Database: PostgreSQL is weggevallen en wordt opnieuw gestart.');
    await server.stop();
    server = await startPostgres(options);
    proces = describeProcess(server.pid);
  };
  const klok = setInterval(() => {
    if (bezig || isAlive(proces)) return;
    bezig = opnieuw()
      .catch((fout: unknown) => options.zeg(fout instanceof Error ? fout.message : String(fout)))
      .finally(() => {
        bezig = undefined;
      });
  }, elkeMs);
  klok.unref();
  return {
    verbinding: server.verbinding,
    stop: async () => {
      clearInterval(klok);
      await bezig;
      await server.stop();
    },
  };
}

async function startInMap(map: string, wie: Wie, options: StartOptions): Promise<ManagedPostgres> {
  const { zeg, snel = false, bron = 'auto' } = options;
  const basis = getBasis(map, wie, snel, zeg);
  const cluster = join(basis, CLUSTER);
  await removeLeftovers(basis);
  let versie = findClusterVersie(cluster);
  let binaries: Binaries | undefined;
  if (versie === undefined) {
    binaries = getBinaries(bron, wie, undefined, zeg);
    versie = binaries.versie;
    zeg(`Database: eerste keer inrichten met PostgreSQL ${binaries.naam}.`);
    await createCluster(basis, wie, binaries, snel);
  }
  linkCluster(map, basis);
  const plaats = { map, wie, cluster, versie, geduld: getGeduld(snel), zeg };
  // Three rounds: a server that another process starts or stops at this very moment makes the first one fail.
  for (let ronde = 1; ; ronde += 1) {
    const lopend = await adopt(cluster, snel, zeg);
    if (lopend !== undefined) return finish(plaats, lopend, true);
    binaries ??= getBinaries(bron, wie, versie, zeg);
    const eigen = await spawnServer({ map, basis, cluster, wie, binaries, snel, zeg, laatste: ronde === 3 });
    if (eigen !== undefined) return finish(plaats, eigen, false);
  }
}

interface Plaats {
  map: string;
  wie: Wie;
  cluster: string;
  versie: number;
  /** Time in ms for a fast shutdown. */
  geduld: number;
  zeg: (regel: string) => void;
}

async function finish(plaats: Plaats, server: PostmasterPid, geadopteerd: boolean): Promise<ManagedPostgres> {
  const { map, wie, cluster, versie, geduld, zeg } = plaats;
  const verbinding = readVerbinding(cluster, server);
  try {
    await ensureDatabase(verbinding);
  } catch (fout) {
    if (!geadopteerd) await shutDown(cluster, server.pid, geduld);
    throw fout;
  }
  const notitie = register(map, wie);
  const { host, port, user, password, database } = verbinding;
  let bezig: Promise<void> | undefined;
  return {
    url: `postgresql://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`,
    verbinding,
    versie,
    geadopteerd,
    pid: server.pid,
    stop: () => {
      bezig ??= withSlot(map, zeg, async () => {
        const anderen = unregister(notitie);
        if (anderen > 0) zeg('Database: blijft lopen, een andere Houvast gebruikt deze gegevensmap.');
        else await shutDown(cluster, server.pid, geduld);
      });
      return bezig;
    },
  };
}

/** Makes the database when this is the first start, or when the first start was killed before it got this far. */
async function ensureDatabase(verbinding: Verbinding): Promise<void> {
  const eerste = new pg.Client(verbinding);
  try {
    await eerste.connect();
    return;
  } catch (fout) {
    if ((fout as { code?: string }).code !== '3D000') throw fout; // invalid_catalog_name
  } finally {
    await eerste.end();
  }
  const beheer = new pg.Client({ ...verbinding, database: 'postgres' });
  try {
    await beheer.connect();
    await beheer.query(`create database ${verbinding.database}`);
  } finally {
    await beheer.end();
  }
}
