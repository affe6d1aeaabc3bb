// SPDX-License-Identifier: EUPL-1.2
// What goes wrong, in the language that was asked for; and the header never claims more than the text keeps.
import { Ajv } from 'ajv';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALGEMEEN, type Algemeen, VELDZINNEN } from './algemeen.ts';
import { algemeen, nietGevonden, ongeldig, Probleem, stuurProbleem } from './problem.ts';
import { Tekst, ZICHTBAAR } from './schema.ts';

const app = fastify({ ajv: { customOptions: { allErrors: true } } });
beforeAll(async () => {
  app.setErrorHandler(stuurProbleem);
  for (const naam of Object.keys(ALGEMEEN) as Algemeen[])
    app.get(`/${naam}`, async () => {
      throw algemeen(naam);
    });
  app.get('/weg', async () => {
    throw nietGevonden('Deze casus');
  });
  app.get('/nodig', async () => {
    throw ongeldig([{ veld: 'besluit', melding: 'Kies het besluit.' }]);
  });
  app.get('/station', async () => {
    throw new Probleem(409, 'Een collega deed dit al', 'Er is niets gewijzigd.');
  });
  const schema = {
    body: {
      type: 'object',
      required: ['naam', 'aantal'],
      properties: { naam: { type: 'string' }, aantal: { type: 'integer', maximum: 5 } },
    },
  };
  app.post('/invoer', { schema }, async () => ({}));
  await app.ready();
});
afterAll(() => app.close());

interface Doc {
  title: string;
  detail: string;
  fouten?: { veld: string; melding: string }[];
}

async function vraag(url: string, taal?: string, post?: { soort: string; tekst: string }) {
  const uit = await app.inject({
    method: post ? 'POST' : 'GET',
    url,
    headers: {
      ...(taal ? { 'accept-language': taal } : {}),
      ...(post ? { 'content-type': post.soort } : {}),
    },
    ...(post ? { payload: post.tekst } : {}),
  });
  return { status: uit.statusCode, talen: uit.headers['content-language'], ...uit.json<Doc>() };
}

describe('a problem', () => {
  it('of who is not logged in says how to log in (RFC 9110)', async () => {
    const koppen = async (naam: Algemeen) =>
      (await app.inject({ url: `/${naam}` })).headers['www-authenticate'];
    expect(await koppen('sessieVerlopen')).toBe('Bearer');
    expect(await koppen('nietIngelogd')).toBe('Bearer');
    expect(await koppen('geenToegang')).toBeUndefined();
  });

  it.each(Object.keys(ALGEMEEN) as Algemeen[])('%s: Dutch unless English is preferred', async (naam) => {
    const { nl, en, status } = ALGEMEEN[naam];
    for (const taal of [undefined, 'nl', 'de', 'nl,en;q=0.9'])
      expect(await vraag(`/${naam}`, taal)).toMatchObject({
        status,
        talen: 'nl',
        title: nl.titel,
        detail: nl.detail,
      });
    expect(await vraag(`/${naam}`, 'en-US,en;q=0.9')).toMatchObject({
      status,
      talen: 'en',
      title: en.titel,
      detail: en.detail,
    });
  });

  it('that does not exist says in neither language what it is that may exist', async () => {
    expect(await vraag('/weg')).toMatchObject({ talen: 'nl', title: 'Deze casus is niet gevonden' });
    const en = await vraag('/weg', 'en');
    expect(en).toMatchObject({ talen: 'en', title: 'Not found' });
    expect(JSON.stringify(en)).not.toMatch(/casus/i);
  });

  it('of one station stays Dutch, and says so; half and half says both', async () => {
    expect(await vraag('/station', 'en')).toMatchObject({ talen: 'nl', title: 'Een collega deed dit al' });
    expect(await vraag('/nodig', 'en')).toMatchObject({
      talen: 'en, nl',
      title: 'Something is still needed',
      detail: 'Kies het besluit.',
    });
  });

  it('names every field that is wrong, in that language, and never what was typed', async () => {
    const post = { soort: 'application/json', tekst: '{"aantal":6,"geheim":"Ketelmuis"}' };
    const nl = await vraag('/invoer', 'nl', post);
    const en = await vraag('/invoer', 'en', post);
    expect(nl).toMatchObject({ status: 400, talen: 'nl', title: 'De gegevens kloppen niet' });
    expect(en).toMatchObject({ status: 400, talen: 'en', title: 'The data are not right' });
    expect(nl.fouten).toEqual([
      { veld: 'naam', melding: 'naam ontbreekt.' },
      { veld: 'aantal', melding: 'Hoogstens 5.' },
    ]);
    expect(en.fouten).toEqual([
      { veld: 'naam', melding: 'naam is missing.' },
      { veld: 'aantal', melding: 'At most 5.' },
    ]);
    expect(JSON.stringify([nl, en])).not.toContain('Ketelmuis');
  });

  it.each([
    ['what is no JSON', { soort: 'application/json', tekst: '{' }, 400, ALGEMEEN.geenJson],
    ['another kind of content', { soort: 'text/csv', tekst: 'a;b' }, 415, ALGEMEEN.soortInhoud],
    [
      'too much',
      { soort: 'application/json', tekst: JSON.stringify({ naam: 'x'.repeat(1_100_000) }) },
      413,
      ALGEMEEN.teGroot,
    ],
  ])('of the server itself: %s', async (_naam, post, status, tekst) => {
    expect(await vraag('/invoer', undefined, post)).toMatchObject({ status, title: tekst.nl.titel });
    expect(await vraag('/invoer', 'en', post)).toMatchObject({ status, talen: 'en', title: tekst.en.titel });
  });

  it('of a field is said in two languages for every keyword', () => {
    for (const [soort, zin] of Object.entries(VELDZINNEN)) {
      const { nl, en } = zin({ limit: 3, missingProperty: 'x', format: 'uuid', type: 'string' });
      expect(nl, soort).not.toBe(en);
    }
    const zeg = (soort: string, p: Record<string, unknown>) => VELDZINNEN[soort]?.(p);
    for (const type of ['string', 'integer', 'number', 'boolean', 'array', 'object'])
      expect(zeg('type', { type })?.nl).toMatch(/^Dit moet /);
    expect(zeg('pattern', { pattern: '^[0-9]{9}$' })?.nl).toContain('negen cijfers');
    expect(zeg('pattern', { pattern: ZICHTBAAR })).toEqual(zeg('minLength', {}));
  });
});

describe('a text that someone typed', () => {
  const ajv = new Ajv();
  const klopt = ajv.compile(Tekst(40));

  it.each([
    ['', 'minLength'],
    [' \n\t\u00a0\ufeff', 'pattern'],
    ['\u200b', 'pattern'],
    ['\u2060\u00ad \u200d', 'pattern'],
    ['\u3164\u115f\u2800', 'pattern'],
    ['\u0007', 'pattern'],
    ['\ufe0f\u034f', 'pattern'],
  ])('that shows nothing is empty: %j', (tekst, woord) => {
    expect(klopt(tekst)).toBe(false);
    expect(klopt.errors?.map((f) => f.keyword)).toEqual([woord]);
    expect(VELDZINNEN[woord]?.(klopt.errors?.[0]?.params ?? {}).nl).toBe('Dit veld is leeg of te kort.');
  });

  it.each(['\u202eredeom', 'moeder \u2066sloeg\u2069 vader', 'a\u202ab\u202c'])(
    'whose letters would change places is refused by what it is: %j',
    (tekst) => {
      expect(klopt(tekst)).toBe(false);
      expect(klopt.errors?.map((f) => f.keyword)).toEqual(['not']);
      expect(VELDZINNEN['not']?.({}).nl).toContain('onzichtbaar teken');
    },
  );

  it.each([
    'x',
    '?',
    '\u{1f98a}',
    '\u2764\ufe0f',
    'e\u0301',
    '\u0645\u062d\u0645\u062f\u200f 12',
    'ש\u05c1',
    '\u738b',
  ])('is taken in any script: %s', (tekst) => expect(klopt(tekst)).toBe(true));
});
