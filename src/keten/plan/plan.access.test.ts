// SPDX-License-Identifier: EUPL-1.2
// Only who has a part in the casus reads and writes its plan; for anyone else it does not exist.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakTestHuis, meldingVoorbeeld, type TestHuis } from '../../../test/huis.ts';

let t: TestHuis;
let casus: string;
let voorwaarde: string;
let afspraak: string;
let uitspraak: string;
beforeAll(async () => {
  t = await maakTestHuis();
  casus = (await t.als('visser').post('/meldingen', meldingVoorbeeld())).json<{ casusId: string }>().casusId;
  const maak = async (pad: string, body: unknown) =>
    (await t.als('visser').post(`/casussen/${casus}/${pad}`, body)).json<{ id: string }>().id;
  voorwaarde = await maak('voorwaarden', { tekst: 'Tweede volwassene in huis', voor: 'Bram' });
  afspraak = await maak('afspraken', { wie: 'Oma', wat: 'slaapt er', wanneer: 'nu', zietToe: 'buurvrouw' });
  uitspraak = await maak('uitspraken', { soort: 'feit', tekst: 'Oma heeft een sleutel.', bron: 'oma' });
});
afterAll(() => t.weg());

const zonder = (body: string) => JSON.stringify({ ...(JSON.parse(body) as object), instance: '' });

it('another organisation gets, word for word, the answer of something that does not exist', async () => {
  const niets = randomUUID();
  const goed = {
    uitkomst: 'nageleefd',
    gezienBij: 'oma',
    toelichting: 'x',
    reden: 'x',
    tekst: 'x',
    voor: 'x',
    wie: 'x',
    wat: 'x',
    wanneer: 'x',
    zietToe: 'x',
    naar: 1,
    soort: 'feit',
    bron: 'x',
    door: 'x',
    reactie: 'x',
    oneens: true,
    persoonId: niets,
    scorerSoort: 'zelf',
    cijfer: 5,
    waarom: 'x',
  };
  const lezen = [
    '',
    '/tijdlijn',
    '/uitspraken',
    '/voorwaarden',
    '/afspraken',
    '/veiligheidscijfers',
    '/fasewisselingen',
  ];
  const schrijven: [string, string][] = [
    ...['uitspraken', 'voorwaarden', 'afspraken', 'veiligheidscijfers', 'fasewisselingen'].map(
      (p): [string, string] => [`/casussen/${casus}/${p}`, `/casussen/${niets}/${p}`],
    ),
    [`/voorwaarden/${voorwaarde}/controles`, `/voorwaarden/${niets}/controles`],
    [`/voorwaarden/${voorwaarde}/vervallen`, `/voorwaarden/${niets}/vervallen`],
    [`/afspraken/${afspraak}/beeindiging`, `/afspraken/${niets}/beeindiging`],
    [`/uitspraken/${uitspraak}/wederhoor`, `/uitspraken/${niets}/wederhoor`],
  ];
  for (const deel of lezen) {
    const van = await t.als('assen').get(`/casussen/${casus}${deel}`);
    const geen = await t.als('assen').get(`/casussen/${niets}${deel}`);
    expect([van.statusCode, zonder(van.body)], deel).toEqual([404, zonder(geen.body)]);
    expect((await t.als('visser').get(`/casussen/${casus}${deel}`)).statusCode, deel).toBe(200);
  }
  for (const [echt, verzonnen] of schrijven) {
    const van = await t.als('assen').post(echt, goed);
    const geen = await t.als('assen').post(verzonnen, goed);
    expect([van.statusCode, zonder(van.body)], echt).toEqual([404, zonder(geen.body)]);
  }
  const { rows } = await t.database.beheer.query(
    `select (select count(*) from voorwaarde_controle) + (select count(*) from wederhoor) + (select count(*) from afspraak where beeindigd_op is not null) as n`,
  );
  expect(rows[0].n).toBe(0);
});

it('who may never do this hears so, whatever the casus: the police, policy, the privacy officer; to a school it is not there', async () => {
  for (const wie of ['school', 'politie', 'beleid', 'fg'] as const) {
    for (const deel of ['', '/tijdlijn', '/uitspraken', '/voorwaarden', '/veiligheidscijfers']) {
      // with a professional it could be shared
      const hoort = wie === 'school' ? 404 : 403;
      expect((await t.als(wie).get(`/casussen/${casus}${deel}`)).statusCode, `${wie} ${deel}`).toBe(hoort);
    }
    expect((await t.als(wie).post('/casussen/_zoek', {})).statusCode, wie).toBe(403);
  }
});

it('every look is on record, once per person of the household', async () => {
  const tel = async () =>
    (
      await t.database.beheer.query(
        `select count(*) as n from verwerkingslog where casus_id = $1 and name = 'plan.lezen'`,
        [casus],
      )
    ).rows[0].n;
  const voor = await tel();
  await t.als('bakker').get(`/casussen/${casus}/afspraken`);
  expect((await tel()) - voor).toBe(2);
});
