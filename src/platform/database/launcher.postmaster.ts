// SPDX-License-Identifier: EUPL-1.2
// What the operating system and PostgreSQL's own files say about running processes.
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, unlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A failed start of the database; the message is a Dutch sentence that says what to do. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError';
}

/** The lines of PostgreSQL's `postmaster.pid` that matter here. */
export interface PostmasterPid {
  pid: number;
  /** Port number, which also names the socket file. */
  port: number;
  /** Folder of the Unix socket, or '' where there is none. */
  socketMap: string;
  /** `starting`, `stopping`, `ready` or `standby`; '' while PostgreSQL is still writing the file. */
  status: string;
}

/** Resolves after `ms` milliseconds. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * A mark that stays the same for as long as the process lives and that a later process with the same number does not
 * share. Undefined when there is no such process, or only a zombie: a container without an init never reaps its dead.
 */
export function findProcessStart(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in brackets may hold spaces and brackets itself, so count from the last one: state is field 3 and
      // the start time field 22 of proc(5).
      const velden = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return velden[0] === 'Z' || velden[0] === 'X' ? undefined : velden[19];
    } catch {
      return undefined;
    }
  }
  if (process.platform === 'win32') return isSignalable(pid) ? 'leeft' : undefined;
  const regel = readPs(pid, 'state=,lstart=');
  return regel === '' || regel.startsWith('Z') ? undefined : regel.replace(/^\S+\s+/, '');
}

/** This process, or another one, written so that a later process with the same number is not mistaken for it. */
export function describeProcess(pid: number): string {
  return `${pid} ${findProcessStart(pid) ?? ''}`;
}

/** Whether the process that wrote this description still runs. */
export function isAlive(beschrijving: string): boolean {
  const pid = Number.parseInt(beschrijving, 10);
  return (
    pid > 0 && findProcessStart(pid) !== undefined && describeProcess(pid) === beschrijving.split('\n')[0]
  );
}

/** Whether a process with this number can be signalled; someone else's process counts too. */
function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fout) {
    return (fout as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** One line of `ps` about a process, or '' (macOS and the BSDs have no /proc). */
function readPs(pid: number, kolommen: string): string {
  try {
    return execFileSync('ps', ['-o', kolommen, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** Whether process `pid` is alive and is a PostgreSQL server on `cluster` (absolute, resolved path). */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (findProcessStart(pid) === undefined) return false;
  if (process.platform === 'win32') return true; // PostgreSQL's own check decides there
  if (process.platform !== 'linux') return readPs(pid, 'command=').includes(cluster);
  try {
    const opdracht = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    // Its children call themselves "postgres: checkpointer" and so on.
    if (!['postgres', 'postmaster'].includes(basename(opdracht[0] ?? ''))) return false;
    // A server started by hand may name its folder differently; its working folder is always the cluster.
    return opdracht.includes(cluster) || readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

/** The postmaster.pid of a cluster, or undefined when there is none or it cannot be understood yet. */
export function findPostmasterPid(cluster: string): PostmasterPid | undefined {
  let regels: string[];
  try {
    regels = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Math.abs(Number(regels[0]));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  return { pid, port: Number(regels[3] ?? 0), socketMap: regels[4] ?? '', status: (regels[7] ?? '').trim() };
}

/**
 * Removes a socket and its lock when no server on `cluster` stands behind them. Call only while no postmaster of this
 * cluster runs.
 */
export function removeStaleSocket(socketMap: string, port: number, cluster: string): void {
  const socket = join(socketMap, `.s.PGSQL.${port}`);
  let pid = 0;
  try {
    pid = Math.abs(Number.parseInt(readFileSync(`${socket}.lock`, 'utf8'), 10));
  } catch {
    return;
  }
  if (pid > 0 && isPostmasterOf(pid, cluster)) return;
  for (const pad of [`${socket}.lock`, socket]) {
    try {
      unlinkSync(pad);
    } catch {
      // already gone
    }
  }
}

/** Waits until process `pid` is gone (or a zombie); false when that takes longer than `ms` milliseconds. */
export async function waitUntilGone(pid: number, ms: number): Promise<boolean> {
  const start = findProcessStart(pid);
  const einde = performance.now() + ms;
  while (start !== undefined && findProcessStart(pid) === start) {
    if (performance.now() > einde) return false;
    await sleep(10);
  }
  return true;
}

const OORZAKEN: readonly (readonly [RegExp, string])[] = [
  [
    /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/i,
    'De schijf met de gegevensmap is vol. Maak ruimte vrij (minstens 200 MB) en start opnieuw; er is niets verloren.',
  ],
  [
    /Read-only file system|EROFS/i,
    'De gegevensmap staat op een schijf die alleen gelezen mag worden. Kies een gegevensmap waarin geschreven mag worden.',
  ],
  [
    /pre-existing shared memory block/i,
    'Er lopen nog processen van een vorige PostgreSQL op deze gegevensmap. Wacht een minuut en start opnieuw.',
  ],
  [
    /could not look up effective user/i,
    'De gebruiker waaronder Houvast draait heeft geen naam op deze computer (/etc/passwd). Geef hem een naam, of draai onder een andere gebruiker.',
  ],
  [
    /could not (create|map|resize).*shared memory|Cannot allocate memory|ENOMEM/i,
    'Er is te weinig geheugen om PostgreSQL te starten (ongeveer 200 MB nodig). Sluit andere programma’s en start opnieuw.',
  ],
  [
    /password authentication failed/i,
    'Het wachtwoord in de gegevensmap (houvast.wachtwoord) past niet bij de database. Zet het bestand uit de reservekopie terug.',
  ],
  [
    /invalid permissions|has wrong ownership/i,
    'De gegevensmap hoort bij een andere gebruiker of staat open voor anderen. Start Houvast als de eigenaar van de map; de map zelf hoort rechten 0700 te hebben.',
  ],
  [
    /Permission denied|EACCES|EPERM|Operation not permitted/i,
    'Houvast mag niet bij de gegevensmap. Start als de eigenaar van die map, of kies een gegevensmap waarin u mag schrijven.',
  ],
  [
    /could not locate a valid checkpoint|invalid checkpoint|invalid primary checkpoint|control file.*(corrupt|invalid)|incorrect checksum|PANIC/i,
    'De database in deze gegevensmap is beschadigd. Houvast verandert er niets aan: maak eerst een kopie van de map en zet dan een reservekopie terug.',
  ],
];

/**
 * The Dutch explanation of a failed start.
 * @param tekst what initdb, PostgreSQL or the file system said
 * @param map the data folder, named in the message
 * @returns an error whose message says what to do and ends with the technical lines
 */
export function explainFailure(tekst: string, map: string): DatabaseStartError {
  const uitleg = OORZAKEN.find(([patroon]) => patroon.test(tekst))?.[1] ?? 'PostgreSQL kon niet starten.';
  const regels = tekst.trim().split('\n').slice(-8).join('\n  ');
  return new DatabaseStartError(`${uitleg}\n  Gegevensmap: ${map}${regels === '' ? '' : `\n  ${regels}`}`);
}
