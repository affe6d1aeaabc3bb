// SPDX-License-Identifier: EUPL-1.2
// What a client of the police may get wrong at the door, and what it need not know.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakTestHuis, type TestHuis } from '../../../test/huis.ts';
import { jzvBericht } from '../../../test/hulp/jzv.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const PAD = '/api/jzv_meldingen/v1/meldingen';

it('a number of spaces is no number, and says so', async () => {
  const uit = await t.als('politie').post(PAD, jzvBericht({ registratienummer: '   ' }));
  expect(uit.statusCode, uit.body).toBe(400);
  expect(uit.json().fouten[0].veld).toBe('registratienummer');
  const { rows } = await t.database.beheer.query('select from melding');
  expect(rows).toHaveLength(0);
});

it('a withdrawal counts, also of a client that names a kind of content and sends none', async () => {
  const b = jzvBericht();
  expect((await t.als('politie').post(PAD, b)).statusCode).toBe(201);
  const uit = await t.app.inject({
    method: 'DELETE',
    url: `${PAD}/${b.registratienummer}`,
    headers: { 'x-test-wie': 'politie', 'content-type': 'application/json' },
  });
  expect(uit.statusCode, uit.body).toBe(204);
  const { rows } = await t.database.beheer.query('select status from melding where registratienummer = $1', [
    b.registratienummer,
  ]);
  expect(rows).toEqual([{ status: 'ingetrokken' }]);
});
