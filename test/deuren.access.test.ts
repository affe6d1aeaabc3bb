// SPDX-License-Identifier: EUPL-1.2
// What every door leaves behind: the decision, also where nothing about others was shown; and of a list in which casussen it was shown.
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { KijkenAntwoord, ToezichtAntwoord } from '../src/inzicht/toezicht/toezicht.api.ts';
import { MENS, type MensNaam, maakTestHuis, type TestHuis } from './huis.ts';
import { biedAan, klaarVoorOverdracht } from './hulp/overdracht.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const besluiten = async (handeling: string) =>
  (
    await t.database.beheer.query(
      `select request #>> '{subject,id}' as wie, status_code as mocht from besluitlog where request #>> '{action,name}' = $1`,
      [handeling],
    )
  ).rows;

it('puts on record what a person asked where nothing happened, and not what the clock asks itself', async () => {
  expect((await t.als('visser').get('/ik')).statusCode).toBe(200);
  expect(await besluiten('ik.lezen')).toEqual([{ wie: MENS.visser.id, mocht: 1 }]);
  // nothing about others was shown: no record of a processing
  const { rows } = await t.database.beheer.query("select from verwerkingslog where name = 'ik.lezen'");
  expect(rows).toEqual([]);
  await t.klokRonde();
  expect(await besluiten('termijn.klok')).toEqual([]);
});

it('says of a list in which casussen someone was shown, and takes it for no opening of the casus', async () => {
  const { casusId } = await klaarVoorOverdracht(t);
  const ander = await klaarVoorOverdracht(t);
  const nummer = async (id: string): Promise<string> =>
    (await t.database.beheer.query('select nummer from casus where id = $1', [id])).rows[0].nummer;
  const bakker = MENS.bakker.id;
  const uit = await t.als('bakker').post('/casussen/_zoek', { bij: 'organisatie', aantal: 200 });
  expect(
    uit
      .json()
      .casussen.map((c: { id: string }) => c.id)
      .sort(),
  ).toEqual([casusId, ander.casusId].sort());
  // one record per person, as before
  const { rows } = await t.database.beheer.query(
    `select casus_id, getoond_in, count(*)::int as n from verwerkingslog where name = 'casus.lijst' and medewerker_id = $1
     group by 1, 2 order by 2`,
    [bakker],
  );
  expect(rows).toEqual(
    [casusId, ander.casusId].sort().map((id) => ({ casus_id: null, getoond_in: [id], n: 2 })),
  );
  const zoek = async (id: string) => {
    const kijken = await t.als('fg').post('/toezicht/casussen/_zoek', { casusnummer: await nummer(id) });
    expect(kijken.statusCode, kijken.body).toBe(200);
    return kijken.json<KijkenAntwoord>().kijken.filter((k) => k.wie.medewerkerId === bakker && k.lijst);
  };
  for (const id of [casusId, ander.casusId])
    expect(await zoek(id)).toMatchObject([
      { handeling: 'casus.lijst', casusId: id, personen: 2, lijst: true },
    ]);
  // what opens a casus is told apart
  expect((await t.als('bakker').get(`/casussen/${casusId}`)).statusCode).toBe(200);
  expect(await zoek(casusId)).toHaveLength(1);

  // an organisation that lost its part after a look at a list is no pattern; after a look into the casus it is
  const patronen = async () =>
    (await t.als('fg').get('/toezicht'))
      .json<ToezichtAntwoord>()
      .signalen.filter((s) => s.wie.medewerkerId === MENS.zuid.id)
      .map((s) => s.patroon);
  await t.database.beheer.query(
    `insert into verwerkingslog (regio_id, id, trace_id, span_id, name, start_time, end_time, processing_activity_id, data_subject_id,
       medewerker_id, organisatie_id, functie, namens, doel, getoond_in, beleidsversie)
     select v.regio_id, gen_random_uuid(), 'lijst', 'lijst', 'casus.lijst', v.start_time, v.end_time, v.processing_activity_id, v.data_subject_id,
       $2, $3, 'vt_medewerker', 'proef', v.doel, v.getoond_in, v.beleidsversie from verwerkingslog v
     where v.name = 'casus.lijst' and v.medewerker_id = $1`,
    [bakker, MENS.zuid.id, MENS.zuid.organisatie],
  );
  expect(await patronen()).toEqual([]);
  await t.database.beheer.query(
    `insert into verwerkingslog (regio_id, id, trace_id, span_id, name, start_time, end_time, processing_activity_id, medewerker_id,
       organisatie_id, functie, namens, doel, casus_id, beleidsversie)
     select v.regio_id, gen_random_uuid(), 'open', 'open', 'casus.lezen', v.start_time, v.end_time, v.processing_activity_id, $2, $3,
       'vt_medewerker', 'proef', v.doel, $4, v.beleidsversie from verwerkingslog v where v.medewerker_id = $1 limit 1`,
    [bakker, MENS.zuid.id, MENS.zuid.organisatie, casusId],
  );
  expect(await patronen()).toEqual(['geen_deel']);
});

it('answers an address that cannot be read with the headers of every other answer', async () => {
  for (const begin of ['', '/api/v1']) {
    const [zz, weg] = await Promise.all(
      ['/%zz', '/bestaatniet'].map((url) => t.app.inject({ method: 'GET', url: `${begin}${url}` })),
    );
    expect(zz?.statusCode).toBe(400);
    expect(zz?.headers['content-type']).toMatch(/^application\/problem\+json/);
    // what belongs to a 401 is no header of every answer
    for (const naam of Object.keys(weg?.headers ?? {}))
      if (!/ratelimit|www-authenticate/.test(naam))
        expect(zz?.headers, `${begin} ${naam}`).toHaveProperty(naam);
    expect(zz?.headers['content-security-policy']).toContain("default-src 'none'");
    expect(zz?.headers['cache-control']).toBe('no-store');
  }
});

it('keeps an id for a second click and no text, and shows again only what the asker may still see', async () => {
  const { casusId, meldingId } = await klaarVoorOverdracht(t);
  const open = async (soort: string): Promise<{ id: string; onderwerp_id: string }> =>
    (
      await t.database.beheer.query(
        'select id, onderwerp_id from termijn where casus_id = $1 and soort = $2 and afgerond_op is null',
        [casusId, soort],
      )
    ).rows[0];
  const terugkoppeling = await open('terugkoppeling_melder');
  const termijn = await open('overdragen');
  const straks = new Date(t.klok.nu().getTime() + 20 * 86_400_000).toISOString();
  const over = new Date(t.klok.nu().getTime() + 20 * 86_400_000).toISOString().slice(0, 10);
  const stuur: [sleutel: string, pad: string, body: Record<string, unknown>][] = [
    [
      'termijn',
      `/termijnen/${termijn.id}/opschorting`,
      { reden: 'Kanarietekst: het gezin is op reis.', totOp: straks },
    ],
    ['moment', `/casussen/${casusId}/monitormomenten`, { geplandDatum: over, reden: 'Kanarietekst: extra.' }],
    [
      'terugkoppeling',
      `/terugkoppelingen/${terugkoppeling.onderwerp_id}/verzending`,
      { tekst: 'Kanarietekst: wij zetten stappen.' },
    ],
  ];
  const klik = ([sleutel, pad, body]: (typeof stuur)[number], wie: MensNaam = 'visser') =>
    t.als(wie).post(pad, body, { 'idempotency-key': sleutel });
  for (const s of stuur) {
    const eerst = await klik(s);
    expect(eerst.statusCode, eerst.body).toBeLessThan(300);
    expect(eerst.body).toContain('id');
    const nogEens = await klik(s);
    expect([nogEens.statusCode, nogEens.json()]).toEqual([eerst.statusCode, eerst.json()]);
  }
  const advies = {
    vrager: { groep: 'onderwijs', stemtIn: true, naam: 'Kanarievrager', contact: '0612345678' },
    aard: ['kindermishandeling'],
    vraag: 'Kanarietekst: wat kan ik doen?',
    advies: 'Kanarietekst: praat met elkaar.',
    zonderGezinsgegevens: true,
  };
  const gegeven = await t.als('visser').post('/adviezen', advies, { 'idempotency-key': 'advies' });
  expect(gegeven.statusCode, gegeven.body).toBe(201);
  expect(gegeven.body).toContain('Kanarievrager');
  const weer = await t.als('visser').post('/adviezen', advies, { 'idempotency-key': 'advies' });
  expect(weer.json()).toEqual(gegeven.json());
  const { rows } = await t.database.beheer.query(
    'select antwoord, antwoord::text as tekst from idempotentie where medewerker_id = $1',
    [MENS.visser.id],
  );
  expect(rows).toHaveLength(4);
  for (const r of rows) {
    expect(Object.keys(r.antwoord)).toEqual(['id']);
    expect(r.tekst).not.toMatch(/kanarie/i);
  }
  // between the two clicks the casus is closed to the asker
  const zegel = await t.als('teamleider').post(`/casussen/${casusId}/verzegeling`, {
    soort: 'collega',
    reden: 'Het gaat over een collega.',
    medewerkerIds: [MENS.bakker.id],
  });
  expect(zegel.statusCode, zegel.body).toBe(201);
  for (const s of stuur) {
    const uit = await klik(s);
    expect([403, 404], s[0]).toContain(uit.statusCode);
    expect(uit.body).not.toMatch(/kanarie/i);
    expect(uit.body).not.toContain(meldingId);
  }
});

it('asks the database the same, and answers the same, whether something is hidden or is not there', async () => {
  const verzegeld = await klaarVoorOverdracht(t);
  const overdracht = await biedAan(t, verzegeld.casusId);
  const eigen = await klaarVoorOverdracht(t);
  const rij = async (tekst: string) =>
    (await t.database.beheer.query<{ id: string }>(tekst, [verzegeld.casusId])).rows[0]?.id ?? '';
  const persoon = await rij(
    'select k.persoon_id as id from koppeling k join casus_persoon cp on cp.vermelding_id = k.vermelding_id where cp.casus_id = $1',
  );
  const uitspraak = await rij('select id from uitspraak where casus_id = $1');
  const termijn = await rij('select id from termijn where casus_id = $1 and afgerond_op is null');
  const zegel = await t.als('teamleider').post(`/casussen/${verzegeld.casusId}/verzegeling`, {
    soort: 'collega',
    reden: 'Het gaat over een collega.',
    medewerkerIds: [MENS.bakker.id],
  });
  expect(zegel.statusCode, zegel.body).toBe(201);
  const cijfer = { scorerSoort: 'professional', scorer: 'wijkagent', cijfer: 5, waarom: 'Gezien.' };
  const wederhoor = { door: 'moeder', reactie: 'Nee.', oneens: true };
  const soorten: [string, MensNaam, string, (id: string) => [string, object?]][] = [
    ['casus, elders', 'assen', verzegeld.casusId, (id) => [`/casussen/${id}`]],
    ['casus, verzegeld', 'visser', verzegeld.casusId, (id) => [`/casussen/${id}`]],
    ['tijdlijn', 'visser', verzegeld.casusId, (id) => [`/casussen/${id}/tijdlijn`]],
    ['melding, elders', 'zuid', eigen.meldingId, (id) => [`/meldingen/${id}`]],
    ['melding, verzegeld', 'visser', verzegeld.meldingId, (id) => [`/meldingen/${id}`]],
    ['overdracht, elders', 'assen', overdracht, (id) => [`/overdrachten/${id}`]],
    ['overdracht, verzegeld', 'visser', overdracht, (id) => [`/overdrachten/${id}`]],
    [
      'persoon',
      'visser',
      persoon,
      (id) => [`/casussen/${eigen.casusId}/veiligheidscijfers`, { ...cijfer, persoonId: id }],
    ],
    ['uitspraak', 'visser', uitspraak, (id) => [`/uitspraken/${id}/wederhoor`, wederhoor]],
    [
      'termijn',
      'visser',
      termijn,
      (id) => [
        `/termijnen/${id}/opschorting`,
        { reden: 'Op reis.', totOp: new Date(t.klok.nu().getTime() + 86_400_000).toISOString() },
      ],
    ],
  ];
  const spion = vi.spyOn(pg.Client.prototype, 'query');
  const ANDERS = '01900000-0000-7000-8000-00000000beef';
  try {
    for (const [naam, wie, verborgen, vraag] of soorten) {
      const stel = async (id: string) => {
        const [pad, body] = vraag(id);
        spion.mockClear();
        const uit = body ? await t.als(wie).post(pad, body) : await t.als(wie).get(pad);
        const { instance: _, ...antwoord } = uit.json();
        return {
          vragen: spion.mock.calls.map(([q]: unknown[]) =>
            typeof q === 'string' ? q : (q as { text?: string }).text,
          ),
          code: uit.statusCode,
          antwoord,
        };
      };
      const [dicht, nooit] = [await stel(verborgen), await stel(ANDERS)];
      expect(nooit.code, naam).toBeGreaterThanOrEqual(400);
      expect(nooit.vragen.length, naam).toBeGreaterThan(2);
      expect(dicht, naam).toEqual(nooit);
    }
  } finally {
    spion.mockRestore();
  }
});
