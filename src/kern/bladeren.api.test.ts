// SPDX-License-Identifier: EUPL-1.2
// Lists that go on where a page ended: nothing is passed over and nothing comes twice, also of what came in at one moment.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakTestHuis, type TestHuis } from '../../test/huis.ts';
import { biedAan, klaarVoorOverdracht } from '../../test/hulp/overdracht.ts';
import { maakCursor } from './bladeren.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
  // the clock stands still: one moment, and then three of each at another, as when many systems send at once
  for (let i = 0; i < 4; i++) {
    await biedAan(t, (await klaarVoorOverdracht(t)).casusId);
    const advies = await t.als('visser').post('/adviezen', {
      vrager: { groep: 'onderwijs', rol: 'leerkracht', stemtIn: false },
      aard: ['kindermishandeling'],
      vraag: 'Wat doe ik als een kind niets zegt?',
      advies: 'Blijf luisteren en bel ons terug.',
    });
    expect(advies.statusCode, advies.body).toBe(201);
    if (i === 0) t.klok.vooruit(60_000);
  }
});
afterAll(() => t.weg());

it.each([
  ['/meldingen', 'ontvangenOp'],
  ['/adviezen', 'gestartOp'],
  ['/overdrachten', 'aangebodenOp'],
])('%s', async (pad, veld) => {
  const lees = async (voor?: string) => {
    const uit = await t.als('visser').get(voor ? `${pad}?voor=${voor}` : pad);
    expect(uit.statusCode, uit.body).toBe(200);
    return uit.json<(Record<string, string> & { id: string })[]>();
  };
  const alle = await lees();
  expect(alle.filter((r) => r[veld] === alle[0]?.[veld])).toHaveLength(3);
  expect(alle).toHaveLength(4);
  for (const [i, r] of alle.entries())
    expect((await lees(maakCursor(new Date(r[veld] ?? ''), r.id))).map((x) => x.id)).toEqual(
      alle.slice(i + 1).map((x) => x.id),
    );
  // a moment alone still means: before it
  expect(await lees(alle[0]?.[veld])).toEqual(alle.slice(3));
  for (const fout of ['gisteren', `2026-13-40T00:00:00Z_${alle[0]?.id}`, `${alle[0]?.[veld]}_1`])
    expect((await t.als('visser').get(`${pad}?voor=${fout}`)).statusCode, fout).toBe(400);
});
