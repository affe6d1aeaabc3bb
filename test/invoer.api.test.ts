// SPDX-License-Identifier: EUPL-1.2
// Hundreds of requests that nobody foresaw, as everyone who can ask, made from the document that the server gives of itself, with a
// fixed seed. Whatever comes in: no crash, a problem that can be read, and no answer that the document does not name.
// By hand, with fifty thousand of them: `npm run test:vreemd`.
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MENS, type MensNaam, maakTestHuis, type TestHuis } from './huis.ts';
import { nieuweMelding } from './hulp/beoordeling.ts';
import { overgedragen } from './hulp/monitoring.ts';
import { biedAan, klaarVoorOverdracht } from './hulp/overdracht.ts';

/** As far as our own document uses JSON Schema. */
interface Schema {
  definitions?: Record<string, Schema>;
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}
interface Operatie {
  methode: 'GET' | 'POST' | 'PUT' | 'DELETE';
  pad: string;
  schema: Schema | null;
  /** What may stand behind the question mark. */
  vragen: { name: string; schema: Schema }[];
  statussen: number[];
  /** Whether this answer is what the document says of it. */
  klopt: (status: number, antwoord: unknown) => boolean;
  wie: MensNaam[];
}
interface Antwoord {
  content?: Record<string, { schema: Schema }>;
}
interface Document {
  paths: Record<
    string,
    Record<
      string,
      {
        requestBody?: Antwoord;
        parameters?: { in: string; name: string; schema: Schema }[];
        responses: Record<string, Antwoord>;
      }
    >
  >;
  components: { schemas: Record<string, Schema> };
}

const SEED = 20261123;
const AANTAL = Number(process.env['HOUVAST_VRAGEN'] ?? 700);
const PERSONAS: MensNaam[] = ['visser', 'visser', 'emmen', 'emmen', ...(Object.keys(MENS) as MensNaam[])];
const METHODEN = { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE' } as const;
/** The police's door is described by its standard, not by our document. */
const JZV = '/api/jzv_meldingen/v1';
const JZV_FOUTEN = [400, 401, 403, 404, 409, 410, 415, 429, 501, 503];

let t: TestHuis;
let document: Document;
let operaties: Operatie[];
/** Things that exist, by the word that stands before `{id}` in a path: past "not found" is where the crashes are. */
let bestaand: Record<string, string[]>;

beforeAll(async () => {
  t = await maakTestHuis();
  document = (await t.app.inject({ url: '/api/v1/openapi.json' })).json();
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'document', ...document });
  const deel = (x: string) => encodeURIComponent(x.replaceAll('~', '~0').replaceAll('/', '~1'));
  operaties = Object.entries(document.paths).flatMap(([pad, methoden]) =>
    Object.entries(methoden).flatMap(([naam, op]) => {
      const methode = METHODEN[naam as keyof typeof METHODEN];
      if (!methode) return [];
      return [
        {
          methode,
          pad: `/api/v1${pad}`,
          schema: op.requestBody?.content?.['application/json']?.schema ?? null,
          vragen: (op.parameters ?? []).filter((p) => p.in === 'query'),
          statussen: Object.keys(op.responses).map(Number),
          klopt: (status: number, antwoord: unknown) =>
            op.responses[status]?.content?.['application/json'] === undefined ||
            ajv.validate(
              {
                $ref: `document#/paths/${deel(pad)}/${naam}/responses/${status}/content/application~1json/schema`,
              },
              antwoord,
            ),
          wie: PERSONAS,
        },
      ];
    }),
  );
  const jzv: Schema = JSON.parse(await readFile('test/contract/jzv-meldingen-1.0.schema.json', 'utf8'));
  for (const methode of ['POST', 'PUT'] as const) {
    const statussen = [methode === 'POST' ? 201 : 200, ...JZV_FOUTEN];
    operaties.push(
      {
        methode,
        pad: `${JZV}/meldingen`,
        schema: jzv.definitions?.['Melding'] ?? {},
        vragen: [],
        statussen,
        klopt: () => true,
        wie: ['politie'],
      },
      {
        methode,
        pad: `${JZV}/uitkomstmeldingen`,
        schema: jzv.definitions?.['UitkomstMelding'] ?? {},
        vragen: [],
        statussen,
        klopt: () => true,
        wie: ['teamleider', 'politie'],
      },
    );
  }
  const loopt = await overgedragen(t);
  const aangeboden = await klaarVoorOverdracht(t);
  await biedAan(t, aangeboden.casusId);
  await nieuweMelding(t);
  await nieuweMelding(t);
  const advies = await t.als('visser').post('/adviezen', {
    vrager: { groep: 'onderwijs', stemtIn: false },
    aard: [],
    vraag: 'Een leerling slaapt slecht.',
    advies: 'Praat met de ouders.',
  });
  expect(advies.statusCode, advies.body).toBe(201);
  const wensen: [string, Record<string, unknown>][] = [
    ['voorwaarden', { tekst: 'De kinderen slapen bij oma.' }],
    ['afspraken', { tekst: 'Vader belt elke dag.' }],
  ];
  for (const [soort, body] of wensen) await t.als('emmen').post(`/casussen/${loopt.casusId}/${soort}`, body);
  bestaand = {};
  for (const [woord, tabel] of Object.entries({
    adviezen: 'advies',
    afspraken: 'afspraak',
    beoordelingen: 'beoordeling',
    casussen: 'casus',
    meldingen: 'melding',
    monitormomenten: 'monitormoment',
    overdrachten: 'overdracht',
    'radar-kandidaten': 'radar_kandidaat',
    terugkoppelingen: 'terugkoppeling',
    termijnen: 'termijn',
    uitspraken: 'uitspraak',
    voorwaarden: 'voorwaarde',
  })) {
    const { rows } = await t.database.beheer.query(`select id from houvast.${tabel} order by id limit 8`);
    bestaand[woord] = rows.map((r) => r.id);
  }
  // a medewerker, for what asks for one
  bestaand['medewerkers'] = Object.values(MENS).map((m) => m.id);
});
afterAll(() => t.weg());

/** What people and their machines really send. */
const VREEMD = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'e\u0301\u0323',
  '\u202eאבג',
  'محمد \u200f',
  '👩‍👩‍👧🌷',
  "'); drop table casus;--",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '2026-11-23',
  '2026-13-45',
  '2026-12-31T23:59:60Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59+14:00',
  '2026-11-23T09:00:00',
  'urn:uuid:00000000-0000-7000-8000-000000000001',
  '00000000-0000-0000-0000-000000000000',
  '1e999',
  'ja',
  'x'.repeat(70_000),
];
const dieper = (n: number): unknown => JSON.parse('['.repeat(n) + ']'.repeat(n));
const GIF: unknown[] = [
  ...VREEMD,
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  [],
  {},
  [[]],
  { $ref: '#' },
  Array.from({ length: 2000 }, () => ({})),
  dieper(4000),
];

/** A value that the schema allows, with the strange ones first. */
function geldig(s: Schema): fc.Arbitrary<unknown> {
  if (s.$ref) return geldig(document.components.schemas[s.$ref.split('/').at(-1) ?? ''] ?? {});
  if (s.anyOf) return fc.oneof(...s.anyOf.map(geldig));
  if (s.const !== undefined) return fc.constant(s.const);
  if (s.enum) return fc.constantFrom(...s.enum);
  switch (s.type) {
    case 'object': {
      const velden = Object.entries(s.properties ?? {}).map(([naam, v]) => [naam, geldig(v)] as const);
      return fc.record(Object.fromEntries(velden), { requiredKeys: s.required ?? [] });
    }
    case 'array':
      return fc.array(geldig(s.items ?? {}), {
        minLength: s.minItems ?? 0,
        maxLength: Math.min(s.maxItems ?? 3, Math.max(3, s.minItems ?? 0)),
      });
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(
        fc.constantFrom(s.minimum ?? -(2 ** 53) + 1, s.maximum ?? 2 ** 53 - 1, s.minimum ?? 0),
        fc.integer({ min: s.minimum ?? -100, max: s.maximum ?? 100 }),
      );
    case 'number':
      return fc.constantFrom(s.minimum ?? -1e308, s.maximum ?? 1e308);
    case 'null':
      return fc.constant(null);
    case 'string':
      return tekst(s);
    default:
      return fc.constantFrom(...GIF);
  }
}

function tekst(s: Schema): fc.Arbitrary<string> {
  const alle = Object.values(bestaand).flat();
  if (s.format === 'uuid') return fc.constantFrom(...alle, VREEMD[18] ?? '', VREEMD[19] ?? '');
  if (s.format === 'date') return fc.constantFrom('2026-11-22', '0001-01-01', '9999-12-31', '2024-02-29');
  if (s.format === 'date-time')
    return fc.constantFrom(
      '2026-11-24T09:00:00Z',
      '2026-11-23T09:00:00+05:00',
      '2027-03-01T09:00:00.123456789-11:00',
      ...VREEMD.slice(14, 17),
    );
  if (s.format === 'uri') return fc.constant('https://politie.voorbeeld.nl/pv/1');
  if (s.pattern === '^[0-9]{9}$') return fc.constantFrom('999993653', '999993654', '000000000');
  const max = s.maxLength ?? 200;
  const kort = fc.constantFrom(
    ...VREEMD.filter((v) => v.length <= max && /^[^\0]*[^\0\s][^\0]*$/.test(v) && v.isWellFormed()),
  );
  return fc.oneof(fc.constant('Een zin.'.slice(0, max)), kort, fc.constant('é'.repeat(max)));
}

/** The places in a body, as paths; what lies deeper than anything of ours stays as it is. */
function plekken(x: unknown, pad: (string | number)[] = []): (string | number)[][] {
  if (pad.length > 8) return [];
  if (Array.isArray(x)) return [pad, ...x.slice(0, 3).flatMap((v, i) => plekken(v, [...pad, i]))];
  if (x && typeof x === 'object')
    return [pad, ...Object.entries(x).flatMap(([k, v]) => plekken(v, [...pad, k]))];
  return [pad];
}

type Ingreep = { soort: 'niets' | 'weg' | 'gif' | 'erbij'; plek: number; gif: unknown };

/** The body with one thing spoilt. */
function bederf(body: unknown, i: Ingreep): unknown {
  if (i.soort === 'niets') return body;
  // a body may be four thousand lists deep
  const heel = JSON.parse(JSON.stringify(body) ?? 'null');
  const alle = plekken(heel);
  const pad = alle[i.plek % alle.length] ?? [];
  const laatste = pad.at(-1);
  if (laatste === undefined) return i.gif;
  const ouder = pad
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>(
      (x, k) => x[k] as Record<string | number, unknown>,
      heel as Record<string | number, unknown>,
    );
  if (i.soort === 'weg') delete ouder[laatste];
  else if (i.soort === 'gif') ouder[laatste] = i.gif;
  else if (Array.isArray(ouder)) ouder.push(i.gif);
  else Object.assign(ouder, { onbekendVeld: i.gif });
  return heel;
}

const ingreep: fc.Arbitrary<Ingreep> = fc.record({
  soort: fc.constantFrom(
    'niets' as const,
    'niets' as const,
    'weg' as const,
    'gif' as const,
    'erbij' as const,
  ),
  plek: fc.nat(200),
  gif: fc.constantFrom(...GIF),
});

it('answers every body with something that can be read and acted on', async () => {
  const gevallen = operaties.flatMap((op) => {
    const woord = op.pad.split('/')[3] ?? '';
    const ids = bestaand[woord] ?? [];
    const id = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...(ids.length > 0 ? ids : [VREEMD[19] ?? ''])) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('%00', 'urn:uuid:00000000-0000-7000-8000-000000000001', '..', '%ff'),
      },
    );
    const body = op.schema ? geldig(op.schema) : fc.constantFrom(...GIF);
    const vraag = fc.record(
      Object.fromEntries(
        op.vragen.map((v) => [
          v.name,
          fc.oneof(geldig(v.schema).map(String), fc.constantFrom(...VREEMD.slice(0, 22))),
        ]),
      ),
      { requiredKeys: [] },
    );
    return fc.sample(
      fc.record({ op: fc.constant(op), wie: fc.constantFrom(...op.wie), id, body, vraag, ingreep }),
      {
        seed: SEED,
        numRuns: Math.ceil(AANTAL / operaties.length) + (op.pad.startsWith(JZV) ? 20 : 0),
      },
    );
  });
  expect(gevallen.length).toBeGreaterThanOrEqual(AANTAL);
  const klachten: string[] = [];
  const geteld: Record<number, number> = {};
  for (const g of gevallen) {
    const achter = new URLSearchParams(
      Object.entries(g.vraag).map(([k, w]) => [k, String(w).toWellFormed()]),
    ).toString();
    // every place in a path gets the same strange id
    const url = `${g.op.pad.replace(/\{\w+\}/g, g.id)}${achter ? `?${achter}` : ''}`;
    const payload =
      g.op.methode === 'GET' || g.op.methode === 'DELETE'
        ? undefined
        : JSON.stringify(bederf(g.body, g.ingreep));
    const a = await t.app.inject({
      method: g.op.methode,
      url,
      headers: {
        'x-test-wie': g.wie,
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    geteld[a.statusCode] = (geteld[a.statusCode] ?? 0) + 1;
    const zeg = (wat: string) =>
      klachten.push(
        `${wat}: ${g.wie} ${g.op.methode} ${url} ${a.statusCode} ${a.body.slice(0, 300)}\n  ${payload?.slice(0, 600)}`,
      );
    if (a.statusCode >= 500) zeg('valt om');
    if (!g.op.statussen.includes(a.statusCode)) zeg('staat niet in het document');
    if (a.statusCode < 400) {
      const inhoud = String(a.headers['content-type']).startsWith('application/json') ? a.json() : undefined;
      // `..` names another address, with an answer of its own
      if (g.id !== '..' && !g.op.klopt(a.statusCode, inhoud)) zeg('antwoordt anders dan het document zegt');
      continue;
    }
    if (!String(a.headers['content-type']).startsWith('application/problem+json')) zeg('geen problem+json');
    const p = a.json<{ status?: unknown; title?: unknown; detail?: unknown }>();
    if (p.status !== a.statusCode || !p.title || !p.detail) zeg('zegt niet wat er is');
  }
  if (AANTAL > 700) process.stderr.write(`${gevallen.length} vragen: ${JSON.stringify(geteld)}\n`);
  expect(klachten.slice(0, 40)).toEqual([]);
  // not all of it bounced on the first wall
  expect(geteld[200] ?? 0).toBeGreaterThan(0);
  expect(geteld[201] ?? 0).toBeGreaterThan(0);
});
