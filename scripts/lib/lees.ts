// SPDX-License-Identifier: EUPL-1.2
// A file that someone names on the command line.
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Invoerfout } from '../../src/platform/invoer.ts';

/** A path as it was typed on the command line. npm runs a script in the folder of Houvast: a path is from where it was typed. */
export function vanWaarGetypt(pad: string): string {
  return resolve(process.env['INIT_CWD'] ?? '', pad);
}

const REDENEN: Readonly<Record<string, string>> = {
  ENOENT: 'de map waarin het moet staan bestaat niet',
  ENOTDIR: 'een deel van het pad is een bestand en geen map',
  EISDIR: 'dat is een map, geen bestand',
  EACCES: 'u hebt daar geen recht toe',
  EPERM: 'u hebt daar geen recht toe',
  EROFS: 'op deze schijf kan alleen gelezen worden',
  ENOSPC: 'de schijf is vol',
  EDQUOT: 'u mag geen schijfruimte meer gebruiken',
  ENAMETOOLONG: 'de naam is te lang',
};

/** Why a file cannot be used, in words of the person who gave it. */
export function reden(fout: unknown): string {
  const code = (fout as NodeJS.ErrnoException).code ?? 'onbekend';
  return REDENEN[code] ?? `de computer meldt ${code}`;
}

/**
 * Reads a file of text.
 * @param vorm what to save it as when it is not UTF-8: "CSV UTF-8"
 * @throws Invoerfout when it cannot be read, or is not UTF-8
 */
export function lees(pad: string, vorm: string): Buffer {
  let uit: Buffer;
  try {
    uit = readFileSync(pad);
  } catch (fout) {
    const code = (fout as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new Invoerfout(`Het bestand ${pad} bestaat niet.`);
    if (code === 'EISDIR') throw new Invoerfout(`${pad} is een map, geen bestand.`);
    throw new Invoerfout(`Het bestand ${pad} kan niet gelezen worden: ${reden(fout)}.`);
  }
  if (!isUtf8(uit)) throw new Invoerfout(`Het bestand ${pad} is geen UTF-8. Bewaar het als "${vorm}".`);
  return uit;
}
