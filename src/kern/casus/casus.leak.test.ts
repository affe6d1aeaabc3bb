// SPDX-License-Identifier: EUPL-1.2
// P4 on the pages of a casus: a secret address, a shielded statement and whoever reported stay where they are.
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type MensNaam,
  maakTestHuis,
  meldingVoorbeeld,
  ORG,
  REGIO,
  type TestHuis,
} from '../../../test/huis.ts';
import { jzvBericht } from '../../../test/hulp/jzv.ts';
import { systeem } from '../../platform/acts/deur.ts';
import { draagZichtOver } from '../zicht/zicht.store.ts';

const GEHEIM = ['Verborgenlaan', '9401ZZ', '0698765432'];
const MELDER = ['Schut', 'Basisschool', 'ib@school.voorbeeld', 'De gymles', 'professional'];

let t: TestHuis;
let casus: string;
let voorwaarde: string;
beforeAll(async () => {
  t = await maakTestHuis();
  const thuis = { straat: 'Verborgenlaan', huisnummer: '77', postcode: '9401ZZ', woonplaats: 'Assen' };
  const antwoord = await t.als('school').post(
    '/meldingen',
    meldingVoorbeeld({
      melder: {
        groep: 'onderwijs',
        naam: 'I. Schut',
        email: 'ib@school.voorbeeld',
        bekend: 'anoniem_voor_gezin',
        grond: 'Gevaar voor de leerkracht.',
      },
      uitspraken: [
        { soort: 'waarneming', tekst: 'Bram had een blauwe plek.', bron: 'melder' },
        {
          soort: 'waarneming',
          tekst: 'De gymles werd door Schut gegeven.',
          bron: 'melder',
          afgeschermd: true,
        },
      ],
      personen: [
        {
          rol: 'slachtoffer',
          voornamen: 'Suzanne',
          achternaam: 'Testman',
          ...thuis,
          geheimAdres: true,
          telefoon: ['0698765432'],
        },
        // lives there too, and nobody ticked the box
        { rol: 'kind', voornamen: 'Bram', achternaam: 'Testman', geboortejaar: 2018, ...thuis },
      ],
    }),
  );
  expect(antwoord.statusCode, antwoord.body).toBe(201);
  casus = (
    await t.database.beheer.query('select casus_id from melding where id = $1', [
      antwoord.json<{ id: string }>().id,
    ])
  ).rows[0].casus_id;
  await t.huis.deuren.act(
    { wie: systeem(REGIO), doel: 'overdragen' },
    'proef.overdracht',
    { soort: 'casus', casusId: casus },
    (tx) => draagZichtOver(tx, casus, ORG.emmen, 'proef'),
  );
  const personen = (await t.als('emmen').get(`/casussen/${casus}`)).json<{
    personen: { persoonId: string }[];
  }>().personen;
  await t.als('emmen').post(`/casussen/${casus}/veiligheidscijfers`, {
    persoonId: personen[0]?.persoonId,
    scorerSoort: 'zelf',
    cijfer: 4,
    waarom: 'Zo gezegd.',
  });
  voorwaarde = (
    await t
      .als('emmen')
      .post(`/casussen/${casus}/voorwaarden`, { tekst: 'Niemand alleen thuis', voor: 'Bram' })
  ).json<{ id: string }>().id;
  await t.als('emmen').post(`/voorwaarden/${voorwaarde}/controles`, {
    uitkomst: 'nageleefd',
    gezienBij: 'oma',
    toelichting: 'Gezien.',
  });
});
afterAll(() => t.weg());

const DELEN = [
  '',
  '/tijdlijn?aantal=200',
  '/uitspraken',
  '/voorwaarden',
  '/afspraken',
  '/veiligheidscijfers',
  '/fasewisselingen',
];

it('a secret address is in no answer, not even through a child that lives there', async () => {
  for (const wie of ['visser', 'emmen'] as const) {
    const antwoorden = await Promise.all(DELEN.map((deel) => t.als(wie).get(`/casussen/${casus}${deel}`)));
    antwoorden.push(
      await t.als(wie).post('/casussen/_zoek', { zoekterm: 'Testman' }),
      await t.als(wie).post('/casussen/_zoek', { zoekterm: 'Verborgenlaan' }),
    );
    for (const [i, a] of antwoorden.entries()) {
      expect(a.statusCode, a.body).toBe(200);
      for (const g of GEHEIM) expect(a.body.includes(g), `${wie} ${DELEN[i] ?? 'zoek'}: ${g}`).toBe(false);
    }
    expect(antwoorden.at(-1)?.json<{ casussen: unknown[] }>().casussen).toEqual([]);
    const { personen } =
      antwoorden[0]?.json<{ personen: { adres: string | null; geheimAdres: boolean }[] }>() ?? {};
    expect(personen?.map((p) => [p.adres, p.geheimAdres])).toEqual([
      [null, true],
      [null, true],
    ]);
  }
});

it('another organisation in the casus does not learn who reported, or which way it came in', async () => {
  for (const deel of DELEN) {
    const { body } = await t.als('emmen').get(`/casussen/${casus}${deel}`);
    for (const m of MELDER) expect(body.includes(m), `${deel}: ${m}`).toBe(false);
  }
  const { regels } = (await t.als('emmen').get(`/casussen/${casus}/tijdlijn`)).json<{
    regels: { soort: string; wie: string | null }[];
  }>();
  expect(regels.find((r) => r.soort === 'melding.indienen')).toMatchObject({
    wie: null,
    namens: null,
    bijzonderheden: [],
  });
  // and the shielded statement is there for who received it
  expect((await t.als('visser').get(`/casussen/${casus}/uitspraken`)).body).toContain('De gymles');
});

it('a correction of a shielded statement is shielded too', async () => {
  const { uitspraken } = (await t.als('visser').get(`/casussen/${casus}/uitspraken`)).json<{
    uitspraken: { id: string; afgeschermd: boolean }[];
  }>();
  const dicht = uitspraken.find((u) => u.afgeschermd)?.id;
  await t.als('visser').post(`/casussen/${casus}/uitspraken`, {
    soort: 'feit',
    tekst: 'De gymles was op dinsdag.',
    bron: 'melder',
    verbetertId: dicht,
  });
  expect((await t.als('emmen').get(`/casussen/${casus}/uitspraken`)).body).not.toContain('dinsdag');
  expect((await t.als('emmen').get(`/casussen/${casus}/tijdlijn`)).body).not.toContain('dinsdag');
  expect(
    (await t.als('emmen').post(`/uitspraken/${dicht}/wederhoor`, { door: 'x', reactie: 'x', oneens: false }))
      .statusCode,
  ).toBe(404);
});

it('the number of a report finds the casus for who received it, and for nobody else: who knows it is who reported', async () => {
  const politie = jzvBericht();
  expect((await t.als('politie').post('/api/jzv_meldingen/v1/meldingen', politie)).statusCode).toBe(201);
  const vind = async (wie: MensNaam, zoekterm: string) => {
    const a = await t.als(wie).post('/casussen/_zoek', { zoekterm });
    return a.statusCode === 200 ? a.json<{ casussen: { id: string }[] }>().casussen.map((c) => c.id) : [];
  };
  const meldingen = (
    await t.database.beheer.query<{ nummer: string; casus_id: string; registratienummer: string | null }>(
      'select nummer, casus_id, registratienummer from melding where casus_id = $1 or registratienummer = $2',
      [casus, politie.registratienummer],
    )
  ).rows;
  expect(meldingen).toHaveLength(2);
  for (const m of meldingen) {
    const nummers = [m.nummer, m.nummer.toLowerCase(), ` ${m.nummer} `];
    if (m.registratienummer) nummers.push(m.registratienummer, m.registratienummer.toLowerCase());
    for (const n of nummers) {
      expect(await vind('visser', n), n).toEqual([m.casus_id]);
      // emmen holds the first, assen has no part in either; the school reported, and is no party to the casus
      for (const wie of ['emmen', 'assen', 'school'] as const)
        expect(await vind(wie, n), `${wie} ${n}`).toEqual([]);
    }
    // by halves it finds nothing: a number is given whole
    expect(await vind('visser', m.nummer.slice(0, -1))).toEqual([]);
  }
  expect(await vind('visser', '%')).toEqual([]);
});
