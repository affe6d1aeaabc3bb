// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakTestHuis, meldingVoorbeeld, type TestHuis } from '../../../test/huis.ts';
import type { CijfersAntwoord } from './cijfers.api.ts';
import type { VoorwaardenAntwoord } from './voorwaarden.api.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

async function nieuweCasus(): Promise<string> {
  return (await t.als('visser').post('/meldingen', meldingVoorbeeld())).json<{ casusId: string }>().casusId;
}
type Naam = Parameters<TestHuis['als']>[0];
async function doe<T>(wie: Naam, pad: string, body: unknown, verwacht = 201): Promise<T> {
  const antwoord = await t.als(wie).post(pad, body);
  expect(antwoord.statusCode, antwoord.body).toBe(verwacht);
  return antwoord.json<T>();
}
async function lees<T>(wie: Naam, pad: string): Promise<T> {
  return (await t.als(wie).get(pad)).json<T>();
}
const VOORWAARDE = { tekst: 'Er is elke avond een tweede volwassene in huis.', voor: 'Bram' };
const CONTROLE = {
  uitkomst: 'nageleefd',
  gezienBij: 'moeder en oma',
  toelichting: 'Oma slaapt er nog tot zondag.',
};

it('the next round is asked three months after the last figure, once', async () => {
  const casus = await nieuweCasus();
  const { personen } = await lees<CijfersAntwoord>('visser', `/casussen/${casus}/veiligheidscijfers`);
  for (const p of personen) {
    await doe('visser', `/casussen/${casus}/veiligheidscijfers`, {
      persoonId: p.persoonId,
      scorerSoort: 'zelf',
      cijfer: 5,
      waarom: 'Zo gezegd.',
    });
  }
  const { rows } = await t.database.beheer.query(
    `select vervalt_op from termijn where casus_id = $1 and soort = 'cijfers_vragen' and afgerond_op is null`,
    [casus],
  );
  // 23 Nov + 3 months is 23 Feb 2027, a Tuesday: through that day
  expect(rows).toEqual([{ vervalt_op: new Date('2027-02-23T23:00:00Z') }]);
});

it('the round stays due until everyone has a figure in it, whoever gave the others', async () => {
  const casus = await nieuweCasus();
  await doe('visser', `/casussen/${casus}/fasewisselingen`, { naar: 1, reden: 'Begonnen.' });
  const ronde = async () =>
    (
      await t.database.beheer.query(
        "select id, begint_op, vervalt_op from termijn where casus_id = $1 and soort = 'cijfers_vragen' and afgerond_op is null",
        [casus],
      )
    ).rows;
  const { personen } = await lees<CijfersAntwoord>('visser', `/casussen/${casus}/veiligheidscijfers`);
  expect(personen).toHaveLength(2);
  const geef = async (n: number) => {
    t.klok.vooruit(60_000);
    await doe('visser', `/casussen/${casus}/veiligheidscijfers`, {
      persoonId: personen[n]?.persoonId,
      scorerSoort: 'professional',
      scorer: 'wijkagent',
      cijfer: 7,
      waarom: 'Rustig.',
    });
  };
  const voor = await ronde();
  await geef(0);
  await geef(0);
  expect(await ronde()).toEqual(voor);
  await geef(1);
  const [na] = await ronde();
  expect(na.id).not.toBe(voor[0].id);
  expect(na.begint_op).toEqual(t.klok.nu());
  // what was given in this round says nothing in the next
  await geef(0);
  expect(await ronde()).toEqual([na]);
});

it('each has its own checks and asks for the next one in two weeks', async () => {
  const casus = await nieuweCasus();
  const een = await doe<{ id: string }>('visser', `/casussen/${casus}/voorwaarden`, VOORWAARDE);
  const twee = await doe<{ id: string }>('visser', `/casussen/${casus}/voorwaarden`, {
    ...VOORWAARDE,
    tekst: 'Vader komt niet aan de deur.',
    volgendeOverWeken: 1,
  });
  let lijst = await lees<VoorwaardenAntwoord>('visser', `/casussen/${casus}/voorwaarden`);
  // 23 Nov + 2 weeks: through 7 Dec, local midnight; + 1 week: through 30 Nov
  expect(lijst.voorwaarden.map((v) => [v.id, v.volgendeVervaltOp])).toEqual([
    [een.id, '2026-12-07T23:00:00.000Z'],
    [twee.id, '2026-11-30T23:00:00.000Z'],
  ]);
  expect(lijst).toMatchObject({ open: 2, nietNageleefd: 2 });

  t.klok.vooruit(3 * 86_400_000);
  await doe('visser', `/voorwaarden/${een.id}/controles`, { ...CONTROLE, uitkomst: 'deels' });
  t.klok.vooruit(86_400_000);
  await doe('visser', `/voorwaarden/${een.id}/controles`, CONTROLE);
  lijst = await lees<VoorwaardenAntwoord>('visser', `/casussen/${casus}/voorwaarden`);
  expect(lijst).toMatchObject({ open: 2, nietNageleefd: 1 });
  expect(lijst.voorwaarden[0]?.controles.map((c) => c.uitkomst)).toEqual(['nageleefd', 'deels']);
  // checked on Friday 27 Nov: the next one through 11 Dec, and only one term asks for it
  expect(lijst.voorwaarden[0]?.volgendeVervaltOp).toBe('2026-12-11T23:00:00.000Z');
  expect(lijst.voorwaarden).toHaveLength(2);

  await doe('visser', `/voorwaarden/${twee.id}/vervallen`, { reden: 'Vader is verhuisd.' });
  lijst = await lees<VoorwaardenAntwoord>('visser', `/casussen/${casus}/voorwaarden`);
  expect(lijst).toMatchObject({ open: 1, nietNageleefd: 0 });
  expect(lijst.voorwaarden[1]).toMatchObject({
    id: twee.id,
    vervallenReden: 'Vader is verhuisd.',
    volgendeVervaltOp: null,
  });
  await doe('visser', `/voorwaarden/${twee.id}/controles`, CONTROLE, 409);
});
