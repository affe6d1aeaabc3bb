// SPDX-License-Identifier: EUPL-1.2
// NL API Design Rules 2.2 on the document that the running server gives: no error, no warning. And the same check does
// see a bad document.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, meldingVoorbeeld, type TestHuis } from './huis.ts';

interface Document {
  paths: Record<
    string,
    Record<
      string,
      {
        responses: Record<
          string,
          { description?: string; content?: Record<string, unknown>; headers?: Record<string, unknown> }
        >;
        parameters?: { name: string; in: string }[];
      }
    >
  >;
}

let t: TestHuis;
let map: string;
let document: Document;
beforeAll(async () => {
  t = await maakTestHuis();
  map = await mkdtemp(join(tmpdir(), 'houvast-oas-'));
  document = (await t.app.inject({ url: '/api/v1/openapi.json' })).json();
});
afterAll(async () => {
  await t.weg();
  await rm(map, { recursive: true, force: true });
});

/** A document in which the names break the rules, and nothing else can. */
const SLECHT = {
  openapi: '3.0.3',
  info: { title: 'Slecht', version: '1.0.0' },
  paths: { '/Slechte_Naam/': { get: { responses: { 200: { description: 'x' } } } } },
};

/** Spectral with the Logius rules on both documents; what it finds in each, by the name of the file. */
async function lint(documenten: Record<string, unknown>): Promise<Map<string, string[]>> {
  const bestanden = Object.keys(documenten).map((naam) => join(map, naam));
  for (const [naam, doc] of Object.entries(documenten)) await writeFile(join(map, naam), JSON.stringify(doc));
  const uitvoer = await promisify(execFile)(
    process.execPath,
    [
      'node_modules/@stoplight/spectral-cli/dist/index.js',
      'lint',
      ...bestanden,
      '-r',
      'test/contract/adr-spectral.yml',
      '-f',
      'json',
      '--quiet',
    ],
    { maxBuffer: 20_000_000 },
  ).catch((fout: { stdout?: string; stderr?: string }) => {
    if (!fout.stdout?.trim().startsWith('[')) throw new Error(fout.stderr ?? 'spectral gaf geen antwoord');
    return { stdout: fout.stdout };
  });
  const gevonden: { code: string; path: string[]; source: string }[] = JSON.parse(
    uitvoer.stdout.trim() || '[]',
  );
  return new Map(
    Object.keys(documenten).map((naam) => [
      naam,
      gevonden.filter((f) => basename(f.source) === naam).map((f) => `${f.code} ${f.path.join('/')}`),
    ]),
  );
}

describe('openapi.json', () => {
  it('has no error and no warning, and would be found out if it were bad', async () => {
    const gevonden = await lint({ 'goed.json': document, 'slecht.json': SLECHT });
    expect(gevonden.get('goed.json')).toEqual([]);
    expect(gevonden.get('slecht.json')?.join()).toContain('paths/');
  });

  it('is public, and the only thing that any site may read', async () => {
    const a = await t.app.inject({ url: '/api/v1/openapi.json' });
    expect(a.statusCode).toBe(200);
    expect(a.headers['access-control-allow-origin']).toBe('*');
    expect((await t.als('visser').get('/ik')).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('names a problem for every refusal, and the version on every answer', () => {
    for (const [pad, methoden] of Object.entries(document.paths)) {
      for (const [methode, op] of Object.entries(methoden)) {
        for (const [code, antwoord] of Object.entries(op.responses)) {
          if (Number(code) >= 400)
            expect(Object.keys(antwoord.content ?? {}), `${methode} ${pad} ${code}`).toEqual([
              'application/problem+json',
            ]);
          expect(Object.keys(antwoord.headers ?? {}), `${methode} ${pad} ${code}`).toContain('API-Version');
          expect(antwoord.headers?.['API-Version'], `${methode} ${pad} ${code}`).toEqual({
            description: 'Versie van de API.',
            schema: { type: 'string' },
          });
        }
      }
    }
  });

  it('says of a method that it does not name which there are, the same for what exists and what does not', async () => {
    const { id } = (await t.als('visser').post('/meldingen', meldingVoorbeeld())).json();
    const vraag = (pad: string, wie: string | null) =>
      t.app.inject({
        method: 'PATCH',
        url: `/api/v1${pad}`,
        headers: wie === null ? {} : { 'x-test-wie': wie },
      });
    for (const [pad, methoden] of Object.entries(document.paths)) {
      for (const ding of [id, '00000000-0000-7000-8000-00000000dead']) {
        const a = await vraag(pad.replaceAll(/\{\w+\}/g, ding), 'school');
        expect(a.statusCode, pad).toBe(405);
        expect(a.json().type).toBe('/problemen/methode');
        const kan = String(a.headers['allow']).split(', ');
        expect(kan, pad).toEqual(expect.arrayContaining(Object.keys(methoden).map((m) => m.toUpperCase())));
        expect(kan, pad).not.toContain('PATCH');
      }
    }
    // nobody learns the addresses without logging in, and what is no address stays unknown
    expect((await vraag('/meldingen', null)).statusCode).toBe(401);
    expect((await vraag('/bestaat-niet', 'school')).statusCode).toBe(404);
  });

  it('asks no name, BSN or birth date in an address', () => {
    for (const [pad, methoden] of Object.entries(document.paths)) {
      for (const op of Object.values(methoden)) {
        for (const p of op.parameters ?? []) {
          if (p.in === 'query' || p.in === 'path')
            expect(p.name, pad).not.toMatch(
              /naam|bsn|burgerservice|geboort|adres|postcode|telefoon|zoekterm/i,
            );
        }
      }
    }
  });
});
