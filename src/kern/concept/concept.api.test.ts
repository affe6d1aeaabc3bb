// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MENS, maakTestHuis, type TestHuis } from '../../../test/huis.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());
const id = '0197a000-0000-7000-8000-000000000001';

it('keeps what is typed, for the writer alone', async () => {
  const inhoud = { personen: [{ naam: 'nog half getypt' }], diep: { a: [1, { b: null }] } };
  const een = await t.als('visser').put(`/concepten/${id}`, { soort: 'melding', inhoud, versie: 0 });
  expect(een.statusCode, een.body).toBe(200);
  expect(een.json()).toMatchObject({ versie: 1, inhoud });
  expect((await t.als('visser').get(`/concepten/${id}`)).json().inhoud).toEqual(inhoud);
  expect((await t.als('bakker').get(`/concepten/${id}`)).statusCode).toBe(404);
  expect((await t.als('bakker').get('/concepten')).json()).toEqual([]);
});

it('does not let an old screen overwrite a newer one', async () => {
  const laat = await t
    .als('visser')
    .put(`/concepten/${id}`, { soort: 'melding', inhoud: { oud: true }, versie: 0 });
  expect(laat.statusCode).toBe(409);
  expect(laat.json().huidig.versie).toBe(1);
});

it('does not tell that another has a draft under the same id, nor mix the two', async () => {
  const ander = await t
    .als('bakker')
    .put(`/concepten/${id}`, { soort: 'melding', inhoud: { van: 'bakker' }, versie: 0 });
  expect(ander.statusCode, ander.body).toBe(200);
  expect((await t.als('visser').get(`/concepten/${id}`)).body).not.toContain('bakker');
  expect((await t.als('bakker').get(`/concepten/${id}`)).json().inhoud).toEqual({ van: 'bakker' });
});

it('is not kept as another’s: a window that stayed open says who typed it', async () => {
  const getypt = { soort: 'melding', inhoud: { van: 'visser' }, versie: 0, medewerkerId: MENS.visser.id };
  const nieuw = '0197a000-0000-7000-8000-000000000002';
  const ander = await t.als('bakker').put(`/concepten/${nieuw}`, getypt);
  expect(ander.statusCode, ander.body).toBe(403);
  expect((await t.als('bakker').get(`/concepten/${nieuw}`)).statusCode).toBe(404);
  expect((await t.als('visser').put(`/concepten/${nieuw}`, getypt)).statusCode).toBe(200);
});

it('is gone when thrown away', async () => {
  expect((await t.als('visser').del(`/concepten/${id}`)).statusCode).toBe(204);
  expect((await t.als('visser').get(`/concepten/${id}`)).statusCode).toBe(404);
});

it('says who I am and what time it is here', async () => {
  const ik = (await t.als('emmen').get('/ik')).json();
  expect(ik).toMatchObject({
    medewerker: { naam: 'S. Kuipers' },
    organisatie: { soort: 'lokaal_team' },
    fictief: true,
    nu: '2026-11-23T08:00:00.000Z',
  });
});
