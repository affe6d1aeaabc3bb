// SPDX-License-Identifier: EUPL-1.2
// Veilig Thuis sets voorwaarden, another holds zicht: what each of them finds reaches the other, and neither drops the other's.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MENS, type MensNaam, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { overgedragen } from '../../../test/hulp/monitoring.ts';
import type { VoorwaardenAntwoord } from './voorwaarden.api.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const open = async (soort: string, casusId: string) =>
  (
    await t.database.beheer.query(
      'select * from termijn where casus_id = $1 and soort = $2 and afgerond_op is null',
      [casusId, soort],
    )
  ).rows;

async function stel(wie: MensNaam, casusId: string, volgendeOverWeken = 2): Promise<string> {
  const uit = await t.als(wie).post(`/casussen/${casusId}/voorwaarden`, {
    tekst: 'Hij slaapt elders.',
    voor: 'vader',
    volgendeOverWeken,
  });
  expect(uit.statusCode, uit.body).toBe(201);
  return uit.json<{ id: string }>().id;
}

async function controleer(
  wie: MensNaam,
  id: string,
  uitkomst: string,
  volgendeOverWeken: number | null = null,
): Promise<void> {
  t.klok.vooruit(60_000);
  const uit = await t.als(wie).post(`/voorwaarden/${id}/controles`, {
    uitkomst,
    gezienBij: 'moeder aan de telefoon',
    toelichting: 'Zo verteld.',
    volgendeOverWeken,
  });
  expect(uit.statusCode, uit.body).toBe(201);
}

const laatVervallen = (wie: MensNaam, id: string) =>
  t.als(wie).post(`/voorwaarden/${id}/vervallen`, { reden: 'Niet meer nodig.' });

it.each([
  ['niet_nageleefd', 'Een ander zag: een voorwaarde wordt niet nageleefd'],
  ['deels', 'Een ander zag: een voorwaarde wordt maar deels nageleefd'],
])('%s, seen by Veilig Thuis: the holder looks within one werkdag', async (uitkomst, waarom) => {
  const { casusId } = await overgedragen(t);
  const id = await stel('emmen', casusId);
  const voor = await open('voorwaarde_controle', casusId);
  await controleer('visser', id, uitkomst, 8);
  // its own check stays when it was; a Monday: it looks by Tuesday
  expect(await open('voorwaarde_controle', casusId)).toEqual(voor);
  expect(await open('zichtcontrole', casusId)).toMatchObject([
    { eigenaar_organisatie_id: ORG.emmen, waarom, vervalt_op: new Date('2026-11-24T23:00:00Z') },
  ]);
});

it('kept, seen by another: the holder still checks itself, sooner where the other asks for that', async () => {
  const { casusId } = await overgedragen(t);
  const blik = await open('zichtcontrole', casusId);
  const id = await stel('emmen', casusId, 4);
  const [voor] = await open('voorwaarde_controle', casusId);
  await controleer('visser', id, 'nageleefd');
  expect(await open('voorwaarde_controle', casusId)).toEqual([voor]);
  await controleer('visser', id, 'niet_te_zeggen', 1);
  const [na] = await open('voorwaarde_controle', casusId);
  expect(na).toMatchObject({ id: voor.id, eigenaar_organisatie_id: ORG.emmen });
  expect(na.vervalt_op < voor.vervalt_op).toBe(true);
  expect(await open('zichtcontrole', casusId)).toEqual(blik);
  // the holder's own answer ends it, and the next one is its choice
  await controleer('emmen', id, 'niet_nageleefd', 8);
  const [eigen] = await open('voorwaarde_controle', casusId);
  expect(eigen.id).not.toBe(voor.id);
  expect(await open('zichtcontrole', casusId)).toEqual(blik);
});

it('lapses by whoever set it, as long as that one has a part in the casus', async () => {
  const { casusId } = await overgedragen(t);
  const [vanVt, vanEmmen] = [await stel('visser', casusId), await stel('emmen', casusId)];
  for (const [wie, id, naam] of [
    ['emmen', vanVt, 'Veilig Thuis Test'],
    ['visser', vanEmmen, 'Lokaal team Emmen'],
  ] as const) {
    const uit = await laatVervallen(wie, id);
    expect(uit.statusCode, uit.body).toBe(403);
    expect(uit.json<{ detail: string }>().detail).toContain(`Alleen ${naam} kan haar laten vervallen`);
    const { voorwaarden } = (
      await t.als(wie).get(`/casussen/${casusId}/voorwaarden`)
    ).json<VoorwaardenAntwoord>();
    expect(voorwaarden.filter((v) => v.magVervallen).map((v) => v.id)).toEqual([
      wie === 'emmen' ? vanEmmen : vanVt,
    ]);
  }
  expect(await open('voorwaarde_controle', casusId)).toHaveLength(2);
  expect((await laatVervallen('visser', vanVt)).statusCode).toBe(201);
  // Veilig Thuis left: who goes on decides
  const nog = await stel('visser', casusId);
  await t.database.beheer.query(
    'update betrokkenheid set tot = $3 where casus_id = $1 and organisatie_id = $2',
    [casusId, ORG.vt, t.klok.nu()],
  );
  t.klok.vooruit(1000);
  expect((await laatVervallen('emmen', nog)).statusCode).toBe(201);
});

it('is on nobody’s name where the regisseur does not work there any more', async () => {
  const { casusId } = await overgedragen(t);
  await t.database.beheer.query('update medewerker set actief = false where id = $1', [MENS.emmen.id]);
  const id = await stel('emmenLeider', casusId);
  const [blik] = await open('zichtcontrole', casusId);
  await t.database.beheer.query('update termijn set afgerond_op = now() where id = $1', [blik.id]);
  await controleer('visser', id, 'niet_nageleefd');
  const terms = [
    ...(await open('voorwaarde_controle', casusId)),
    ...(await open('cijfers_vragen', casusId)),
    ...(await open('zichtcontrole', casusId)),
  ];
  expect(terms.map((r) => [r.soort, r.eigenaar_organisatie_id, r.eigenaar_medewerker_id])).toEqual(
    ['voorwaarde_controle', 'cijfers_vragen', 'zichtcontrole'].map((soort) => [soort, ORG.emmen, null]),
  );
  await t.database.beheer.query('update medewerker set actief = true where id = $1', [MENS.emmen.id]);
});

it('lapses by the successor of an organisation that closed', async () => {
  const { casusId } = await overgedragen(t);
  const id = await stel('emmen', casusId);
  const uit = await t
    .als('teamleider')
    .post(`/organisaties/${ORG.emmen}/sluiting`, { opvolgerId: ORG.assen, reden: 'Fusie.' });
  expect(uit.statusCode, uit.body).toBe(200);
  t.klok.vooruit(1000);
  expect((await laatVervallen('visser', id)).statusCode).toBe(403);
  expect((await laatVervallen('assen', id)).statusCode).toBe(201);
});
