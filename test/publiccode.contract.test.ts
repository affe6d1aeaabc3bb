// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import ajvFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFile(join(root, path), 'utf8');

interface Description {
  shortDescription: string;
  longDescription: string;
  features: string[];
}
interface Publiccode {
  url: string;
  description: Record<string, Description>;
  legal: { license: string };
}

async function validator() {
  const ajv = new Ajv({ allErrors: true });
  ajvFormats.default(ajv);
  return ajv.compile<Publiccode>(JSON.parse(await read('test/contract/publiccode-schema.json')) as AnySchema);
}
const publiccode = async () => parse(await read('publiccode.yml')) as Publiccode;

describe('publiccode.yml', () => {
  it('follows the 0.5 schema', async () => {
    const validate = await validator();
    validate(await publiccode());
    expect(validate.errors).toBeNull();
  });

  it.each([
    ['an address that is none', (p: Publiccode) => ({ ...p, url: 'nergens' })],
    ['no licence', (p: Publiccode) => ({ ...p, legal: {} })],
    ['a key that the standard does not know', (p: Publiccode) => ({ ...p, risicoscore: true })],
  ])('is checked for real: the schema refuses %s', async (_, spoil) => {
    const validate = await validator();
    expect(validate(spoil(await publiccode()))).toBe(false);
  });

  // The schema file is looser than the text of the standard, which asks for these lengths.
  it.each(['nl', 'en'])('describes Houvast in %s within the lengths of the standard', async (language) => {
    const description = (await publiccode()).description[language];
    expect(description?.shortDescription.length).toBeLessThanOrEqual(150);
    expect(description?.longDescription.length).toBeGreaterThanOrEqual(500);
    expect(description?.features.filter((f) => f.length > 100)).toEqual([]);
  });

  it('tells the same features in both languages', async () => {
    const { nl, en } = (await publiccode()).description;
    expect(en?.features).toHaveLength(nl?.features.length ?? 0);
  });

  it('names the licence of package.json and LICENSE', async () => {
    const { license } = JSON.parse(await read('package.json')) as { license: string };
    expect((await publiccode()).legal.license).toBe(license);
    expect(license).toBe('EUPL-1.2');
    expect(await read('LICENSE')).toMatch(/^# EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  });
});
