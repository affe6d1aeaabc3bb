// SPDX-License-Identifier: EUPL-1.2
// Who is busy in a data folder: one start at a time, and any number of users of the running server.
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CLUSTER, giveTo, makePrivate, type Wie } from './launcher.map.ts';
import { describeProcess, isAlive, sleep } from './launcher.postmaster.ts';

/**
 * Runs `werk` while no other start is busy in this data folder; waits for the other one. A dead holder's lock is taken
 * over. This saves double work and confusing messages; that the data stays whole does not rest on it (a new cluster
 * appears by one rename, and PostgreSQL guards a running one itself).
 */
export async function withSlot<T>(
  map: string,
  zeg: (regel: string) => void,
  werk: () => Promise<T>,
): Promise<T> {
  const slot = join(map, `${CLUSTER}.slot`);
  const mijn = `${describeProcess(process.pid)}\n${randomBytes(6).toString('hex')}`;
  let gemeld = false;
  while (!tryTake(slot, mijn)) {
    if (!gemeld) zeg('Database: een andere start is in deze gegevensmap bezig; even wachten.');
    gemeld = true;
    await sleep(50);
  }
  try {
    return await werk();
  } finally {
    if (readIfAny(slot) === mijn) rmSync(slot, { force: true });
  }
}

function tryTake(slot: string, mijn: string): boolean {
  const proef = `${slot}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(proef, mijn, { mode: 0o600 });
  try {
    const houder = readIfAny(slot);
    if (houder !== undefined && !isAlive(houder)) {
      const oud = `${proef}.oud`;
      renameSync(slot, oud);
      // Between reading and renaming another start may have taken over; then it gets its lock back.
      if (readIfAny(oud) !== houder) linkSync(oud, slot);
      rmSync(oud, { force: true });
    }
    linkSync(proef, slot); // a link appears with its contents, so nobody reads half a lock
    return true;
  } catch (fout) {
    const { code } = fout as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    throw fout;
  } finally {
    rmSync(proef, { force: true });
  }
}

function readIfAny(pad: string): string | undefined {
  try {
    return readFileSync(pad, 'utf8');
  } catch {
    return undefined;
  }
}

let volgnummer = 0;

/**
 * Notes that this process uses the running server, so that another Houvast on the same folder does not stop it.
 * @returns the note, for {@link unregister}
 */
export function register(map: string, wie: Wie): string {
  const lijst = join(map, `${CLUSTER}.gebruikers`);
  if (!existsSync(lijst)) makePrivate(lijst, wie);
  volgnummer += 1;
  const notitie = join(lijst, `${process.pid}-${volgnummer}`);
  writeFileSync(notitie, describeProcess(process.pid), { mode: 0o600 });
  giveTo(notitie, wie);
  return notitie;
}

/** Removes the note of this user and those of the dead; returns how many living users remain. */
export function unregister(notitie: string): number {
  rmSync(notitie, { force: true });
  const lijst = dirname(notitie);
  const levend = (existsSync(lijst) ? readdirSync(lijst) : []).filter((naam) => {
    const pad = join(lijst, naam);
    const leeft = isAlive(readIfAny(pad) ?? '');
    if (!leeft) rmSync(pad, { force: true });
    return leeft;
  });
  return levend.length;
}
