// SPDX-License-Identifier: EUPL-1.2
// What the API can do a person must be able to do too: an act that no screen leads to is done by nobody (it happened: naming a regisseur,
// ending a term by hand).

import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

/** For machines: the police have a standard of their own, AuthZEN asks for other systems. */
const VOOR_MACHINES = new Set(['/access/v1/evaluation']);
/** Sent by one form that has the word in a list, not in a path. */
const IN_EEN_LIJST = new Set([
  'afronding',
  'hervatting',
  'opschorting',
  'verlenging',
  'vertrek',
  'werkoverdracht',
  'bevestiging',
]);

const wortel = new URL('../', import.meta.url);
const lees = async (patroon: string, niet = /\.test\./) =>
  Promise.all(
    globSync(patroon, { cwd: wortel })
      .filter((f) => !niet.test(f))
      .map(async (f) => readFile(new URL(f, wortel), 'utf8')),
  );

/** The last fixed word of each route that changes something. */
async function handelingen(): Promise<Map<string, string>> {
  const uit = new Map<string, string>();
  for (const bron of await lees('src/**/*.api.ts', /\.test\.|jzv\.api/)) {
    for (const [, pad = ''] of bron.matchAll(/api\.(?:post|put|delete)\(\s*['`]([^'`]+)['`]/g)) {
      if (VOOR_MACHINES.has(pad) || pad.includes('${')) continue;
      const woord = pad.split('/').findLast((deel) => deel !== '' && !deel.startsWith(':'));
      if (woord) uit.set(pad, woord);
    }
    // routes that are made in a row, by their last word
    for (const [, woord = ''] of bron.matchAll(/^\s+\[?\s*'([a-z]+)',\s*'[a-z]+[A-Z]\w+',/gm))
      uit.set(`…/${woord}`, woord);
    for (const [, woord = ''] of bron.matchAll(/stap\(\s*'([a-z]+)'/g)) uit.set(`…/${woord}`, woord);
  }
  return uit;
}

describe('every act of the API', () => {
  it('can be reached from a screen', async () => {
    const schermen = [...(await lees('src/**/*.tsx')), ...(await lees('src/web/**/*.ts'))].join('\n');
    const er = await handelingen();
    expect(er.size).toBeGreaterThan(60);
    for (const woord of ['afronding', 'hervatting', 'vertrek', 'regisseur'])
      expect([...er.values()]).toContain(woord);
    const mist = [...er]
      .filter(([pad, woord]) => {
        const teken = IN_EEN_LIJST.has(woord) ? "'" : '/';
        const einde = pad.endsWith(':id') ? '/' : '[\'"`?#]';
        return !new RegExp(`${teken}${woord}${einde}`).test(schermen);
      })
      .map(([pad]) => pad);
    expect(mist).toEqual([]);
  });
});
