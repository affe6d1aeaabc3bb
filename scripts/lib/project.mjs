// SPDX-License-Identifier: EUPL-1.2
// What both commands share. Plain JavaScript without dependencies: this runs in a fresh clone, on Node 18 and later.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A problem that the reader can solve; printed without a stack. */
export class Uitleg extends Error {}

/** Prints one line for people on the error stream, so that standard output stays with the program itself. */
export function zeg(regel) {
  process.stderr.write(`${regel}\n`);
}

/** Seconds since `begin` (ms, from performance.now) as "1,2 s". */
export function duur(begin) {
  return `${((performance.now() - begin) / 1000).toFixed(1).replace('.', ',')} s`;
}

/**
 * Runs a program.
 * @param {string} programma
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, stil?: boolean, cwd?: string }} opties `stil` catches the output
 * @returns {Promise<{ code: number, uitvoer: string }>} rejects when the program cannot be started
 */
export function run(programma, args, { env = process.env, stil = false, cwd = ROOT } = {}) {
  return new Promise((resolve, reject) => {
    const kind = spawn(programma, args, {
      cwd,
      env,
      stdio: stil ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let uitvoer = '';
    for (const stroom of [kind.stdout, kind.stderr]) {
      stroom?.setEncoding('utf8');
      stroom?.on('data', (stuk) => {
        uitvoer += stuk;
      });
    }
    kind.once('error', reject);
    kind.once('close', (code) => resolve({ code: code ?? 1, uitvoer }));
  });
}

/**
 * Runs `werk` while no other command installs or builds in this checkout; waits for the other one. A lock of a dead
 * process, or one that is older than a quarter of an hour, does not count.
 */
export async function withSlot(slot, werk) {
  mkdirSync(dirname(slot), { recursive: true });
  for (let gemeld = false; ; gemeld = true) {
    try {
      const fd = openSync(slot, 'wx');
      writeSync(fd, String(process.pid));
      closeSync(fd);
      break;
    } catch (fout) {
      if (fout.code !== 'EEXIST') throw fout;
    }
    if (isVerlaten(slot)) rmSync(slot, { force: true });
    else {
      if (!gemeld) zeg('Houvast: een ander venster is hier aan het installeren of bouwen; even wachten.');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const weg = () => rmSync(slot, { force: true });
  process.once('exit', weg);
  try {
    return await werk();
  } finally {
    process.removeListener('exit', weg);
    weg();
  }
}

function isVerlaten(slot) {
  try {
    const pid = Number(readFileSync(slot, 'utf8'));
    const oud = Date.now() - statSync(slot).mtimeMs;
    if (pid === 0) return oud > 5000; // made, but the number was never written
    if (oud > 15 * 60_000) return true;
    process.kill(pid, 0);
    return false;
  } catch (fout) {
    return fout.code !== 'EPERM' && fout.code !== 'ENOENT';
  }
}

/** Where {@link withSlot} keeps the lock of this checkout; git ignores that folder. */
export const SLOT = join(ROOT, 'dist', 'bezig.slot');

/** Runs a command's main function: prints an explanation without a stack, anything else with one. */
export async function main(werk) {
  try {
    process.exitCode = await werk();
  } catch (fout) {
    zeg(
      fout instanceof Uitleg
        ? `\nHouvast: ${fout.message}`
        : `\nHouvast: onverwachte fout.\n${fout?.stack ?? fout}`,
    );
    process.exitCode = 1;
  }
}
