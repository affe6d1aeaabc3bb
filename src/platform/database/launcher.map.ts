// SPDX-License-Identifier: EUPL-1.2
// The data folder: whose it is, where the cluster and its socket live.
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseStartError } from './launcher.postmaster.ts';

/** The user that runs PostgreSQL; empty when that is the user that runs Houvast. */
export interface Wie {
  uid?: number;
  gid?: number;
}

/** Name of the cluster inside the data folder; a link when the cluster had to live elsewhere. */
export const CLUSTER = 'postgres';
/** Where root keeps clusters whose data folder is closed to the user of the database. */
const ELDERS = '/var/lib/houvast';
/** Longest path of a socket: 104 bytes with the closing zero on macOS, 108 on Linux. */
const SOCKET_MAX = 103;

/**
 * Chooses the user that runs PostgreSQL, which refuses to run as root: the owner of what is already there, else the
 * system's `postgres`, else `nobody`.
 * @param map the data folder; it need not exist
 */
export function getWie(map: string): Wie {
  if (process.getuid?.() !== 0) return {};
  for (const pad of [join(map, CLUSTER), map]) {
    const stat = statSync(pad, { throwIfNoEntry: false });
    if (stat !== undefined && stat.uid !== 0) return { uid: stat.uid, gid: stat.gid };
  }
  const regels = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const naam of ['postgres', 'nobody']) {
    const velden = regels.find((regel) => regel.startsWith(`${naam}:`))?.split(':');
    const uid = Number(velden?.[2] ?? 0);
    if (uid > 0) return { uid, gid: Number(velden?.[3] ?? uid) };
  }
  throw new DatabaseStartError(
    'PostgreSQL weigert als root te draaien en er is geen gebruiker `postgres` of `nobody`. Start Houvast als gewone gebruiker.',
  );
}

/** Whether the mode bits let the user do `nodig` (4 read, 2 write, 1 search or execute) with the file itself. */
export function allows(pad: string, wie: Wie, nodig: number): boolean {
  const stat = statSync(pad, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  const uid = wie.uid ?? process.getuid?.();
  if (uid === undefined) return true;
  const gids = wie.uid === undefined ? [process.getgid?.(), ...(process.getgroups?.() ?? [])] : [wie.gid];
  const schuif = stat.uid === uid ? 6 : gids.includes(stat.gid) ? 3 : 0;
  return ((stat.mode >> schuif) & nodig) === nodig;
}

/** Whether the user can enter this folder and every folder above it. */
export function isReachable(map: string, wie: Wie): boolean {
  if (process.platform === 'win32') return true;
  for (let pad = map; ; pad = dirname(pad)) {
    if (!allows(pad, wie, 1)) return false;
    if (pad === dirname(pad)) return true;
  }
}

/** Gives a file or folder to the user of the database, when Houvast runs as root. */
export function giveTo(pad: string, wie: Wie): void {
  if (wie.uid !== undefined) lchownSync(pad, wie.uid, wie.gid ?? wie.uid);
}

/** Makes a folder that only the user of the database can enter. */
export function makePrivate(map: string, wie: Wie): void {
  if (makeMap(map, 0o700)) giveTo(map, wie);
}

/**
 * Makes a folder with exactly this mode, whatever the umask says.
 * @returns false, having changed nothing, when another start just made it
 */
function makeMap(map: string, mode: number): boolean {
  try {
    mkdirSync(map, { mode });
  } catch (fout) {
    if ((fout as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fout;
  }
  chmodSync(map, mode);
  return true;
}

/**
 * Makes the data folder when it is not there. A folder that already holds something keeps its owner and mode: it may
 * be somebody's home.
 * @returns the resolved path
 */
export function prepareMap(map: string, wie: Wie): string {
  if (!existsSync(map)) {
    const ontbrekend: string[] = [];
    for (let pad = dirname(map); !existsSync(pad); pad = dirname(pad)) ontbrekend.unshift(pad);
    // A strict umask would close the way to the user of the database.
    for (const pad of ontbrekend) makeMap(pad, 0o755);
    makeMap(map, 0o700);
    giveTo(map, wie);
  } else if (wie.uid !== undefined && statSync(map).uid === 0 && readdirSync(map).length === 0) {
    chmodSync(map, 0o700);
    giveTo(map, wie);
  }
  return realpathSync(map);
}

/**
 * The folder that holds the cluster and the socket: the data folder itself, or, when the user of the database cannot
 * reach that (a checkout under root's closed home), a folder of its own to which `postgres` in the data folder links.
 * @param map the resolved data folder
 * @param tijdelijk throw-away data: stay out of /var/lib
 */
export function getBasis(map: string, wie: Wie, tijdelijk: boolean, zeg: (regel: string) => void): string {
  const link = join(map, CLUSTER);
  if (existsSync(link)) return dirname(realpathSync(link));
  if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) {
    throw new DatabaseStartError(
      `De database van ${map} hoort te staan waar de koppeling ${link} naar wijst, maar daar is niets. Zet die map terug, of verwijder de koppeling om leeg te beginnen.`,
    );
  }
  if (isReachable(map, wie)) return map;
  const elders = tijdelijk ? tmpdir() : ELDERS;
  makeMap(elders, 0o755);
  // A fresh name each time: a data folder that was thrown away must not come back with its old contents.
  const basis = join(elders, `houvast-${randomBytes(6).toString('hex')}`);
  makePrivate(basis, wie);
  zeg(`Database: ${map} is gesloten voor de gebruiker van PostgreSQL; de database komt in ${basis}.`);
  return realpathSync(basis);
}

/** Links `postgres` in the data folder to a cluster that lives elsewhere; does nothing when it lives there. */
export function linkCluster(map: string, basis: string): void {
  if (basis !== map && !existsSync(join(map, CLUSTER))) symlinkSync(join(basis, CLUSTER), join(map, CLUSTER));
}

/**
 * The folder of the Unix socket, made with mode 0700: beside the cluster, or, when that path is too long for a socket,
 * a short one in the folder for temporary files.
 * @throws DatabaseStartError when somebody else holds the short name
 */
export function getSocketMap(basis: string, wie: Wie, port: number): string {
  const naam = `/.s.PGSQL.${port}`;
  const naast = join(basis, 'socket');
  if (Buffer.byteLength(naast + naam) <= SOCKET_MAX) {
    if (!existsSync(naast)) makePrivate(naast, wie);
    return checkPrivate(naast, wie);
  }
  // The first eight bytes of pg_control are the cluster's own identifier, so a new cluster in an old place gets a
  // folder of its own.
  const kenmerk = readFileSync(join(basis, CLUSTER, 'global', 'pg_control')).subarray(0, 8);
  const sleutel = createHash('sha256').update(basis).update(kenmerk).digest('hex').slice(0, 16);
  const stam = Buffer.byteLength(tmpdir()) <= 60 ? tmpdir() : '/tmp';
  const kort = join(stam, `houvast-${sleutel}`);
  if (lstatSync(kort, { throwIfNoEntry: false }) === undefined) makePrivate(kort, wie);
  return checkPrivate(kort, wie);
}

function checkPrivate(map: string, wie: Wie): string {
  const stat = lstatSync(map);
  if (!stat.isDirectory() || stat.uid !== (wie.uid ?? process.getuid?.()) || (stat.mode & 0o077) !== 0) {
    throw new DatabaseStartError(
      `De map ${map} is niet alleen van de gebruiker van de database. Verwijder die map en start opnieuw.`,
    );
  }
  return map;
}
