// SPDX-License-Identifier: EUPL-1.2
// The police withdraw a report in which danger was named or found: the danger does not go with the message.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakTestHuis, type TestHuis } from '../../../test/huis.ts';
import {
  heleAfweging,
  lees,
  type NieuweMelding,
  nieuweMelding,
  stelVast,
} from '../../../test/hulp/beoordeling.ts';
import { jzvBericht } from '../../../test/hulp/jzv.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const PAD = '/api/jzv_meldingen/v1/meldingen';
const HUISVERBOD = { vraag: 'VT-002', antwoord: 'Ja, vannacht opgelegd.' };
const rijen = async (q: string, p: unknown[]) => (await t.database.beheer.query(q, p)).rows;
const open = (casusId: string, soort: string) =>
  rijen('select * from termijn where casus_id = $1 and soort = $2 and afgerond_op is null', [casusId, soort]);

async function politiemelding(acuut: boolean): Promise<NieuweMelding & { nummer: string }> {
  const b = jzvBericht();
  if (acuut) Object.assign(b['zorgelijkeSituatie'] as object, { vraagAntwoord: HUISVERBOD });
  expect((await t.als('politie').post(PAD, b)).statusCode).toBe(201);
  const [m] = await rijen('select id, casus_id from melding where registratienummer = $1', [
    b.registratienummer,
  ]);
  return { id: m.id, casusId: m.casus_id, beoordeling: await lees(t, m.id), nummer: b.registratienummer };
}

async function trekIn(m: { nummer: string }): Promise<void> {
  expect((await t.als('politie').del(`${PAD}/${m.nummer}`)).statusCode).toBeLessThan(300);
}

it('found by an assessor: the 24 hours and the urgent look go on, until someone looks', async () => {
  const m = await politiemelding(false);
  const bewaard = await t
    .als('visser')
    .put(
      `/beoordelingen/${m.beoordeling.id}`,
      heleAfweging(m.beoordeling, { acuut: 'ja', acuutArgument: 'Hij dreigde haar vannacht.' }),
    );
  expect(bewaard.statusCode, bewaard.body).toBe(200);
  const [voor] = await open(m.casusId, 'spoed_24u');
  await trekIn(m);
  const [na] = await open(m.casusId, 'spoed_24u');
  expect(na).toMatchObject({ id: voor.id, onderwerp_soort: 'melding', onderwerp_id: m.id });
  expect(na.vervalt_op).toEqual(voor.vervalt_op);
  expect(await open(m.casusId, 'beoordeling')).toEqual([]);
  expect(await open(m.casusId, 'zichtcontrole')).toMatchObject([{ acuut: true }]);
  // two people about another report of the family do not take it away in passing
  const ander = await nieuweMelding(t, { casusId: m.casusId });
  await stelVast(t, ander);
  expect(await rijen('select acuut from casus where id = $1', [m.casusId])).toEqual([{ acuut: true }]);
  t.klok.vooruit(60_000);
  const gezien = await t.als('visser').post(`/casussen/${m.casusId}/veiligheidscontroles`, {
    uitkomst: 'veilig',
    met: 'moeder',
    toelichting: 'Bij oma.',
  });
  expect(gezien.statusCode, gezien.body).toBe(201);
  expect(await open(m.casusId, 'spoed_24u')).toEqual([]);
});

it('named by the police: the same, and someone may say what was done', async () => {
  const m = await politiemelding(true);
  await trekIn(m);
  const [spoed] = await open(m.casusId, 'spoed_24u');
  expect(spoed).toMatchObject({ onderwerp_soort: 'melding', onderwerp_id: m.id });
  const uit = await t
    .als('visser')
    .post(`/termijnen/${spoed.id}/afronding`, { reden: 'Moeder is in de opvang.' });
  expect(uit.statusCode, uit.body).toBe(200);
  expect(await open(m.casusId, 'spoed_24u')).toEqual([]);
});

it('without danger nothing goes on but the question what becomes of the worry', async () => {
  const m = await politiemelding(false);
  await trekIn(m);
  expect(await open(m.casusId, 'spoed_24u')).toEqual([]);
  expect(await open(m.casusId, 'zichtcontrole')).toMatchObject([{ acuut: false }]);
});
