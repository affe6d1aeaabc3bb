// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MensNaam, maakTestHuis, type TestHuis } from '../../../test/huis.ts';
import { overgedragen } from '../../../test/hulp/monitoring.ts';
import { FIGUREN } from './cijfers.ts';

let t: TestHuis;
let casusId: string;
let meldingId: string;
beforeAll(async () => {
  t = await maakTestHuis();
  ({ casusId, meldingId } = await overgedragen(t));
});
afterAll(() => t.weg());

describe('who may see which figures', () => {
  it.each<[MensNaam, number, number]>([
    ['visser', 200, 403],
    ['teamleider', 200, 200],
    ['emmen', 200, 403],
    ['emmenLeider', 200, 200],
    // counts of the region, and no casus of anyone
    ['beleid', 403, 200],
    ['school', 403, 403],
    ['politie', 403, 403],
    ['fg', 403, 403],
  ])('%s', async (wie, team, regio) => {
    for (const pad of ['/cijfers/team', '/cijfers/team/csv', ...FIGUREN.map((f) => `/cijfers/team/${f}`)]) {
      expect((await t.als(wie).get(pad)).statusCode, pad).toBe(team);
    }
    expect((await t.als(wie).get('/cijfers/regio')).statusCode).toBe(regio);
  });

  it('beleid sees no casus, no household and no work, wherever it looks', async () => {
    const regio = await t.als('beleid').get('/cijfers/regio');
    for (const woord of [casusId, meldingId, 'Gezin', 'Testman', 'Proef'])
      expect(regio.body.includes(woord), woord).toBe(false);
    for (const pad of [
      '/werk',
      '/monitormomenten',
      `/casussen/${casusId}`,
      `/casussen/${casusId}/monitormomenten`,
    ]) {
      expect((await t.als('beleid').get(pad)).statusCode, pad).toBe(403);
    }
  });

  it('a lokaal team with no part sees nothing of it', async () => {
    for (const pad of FIGUREN.map((f) => `/cijfers/team/${f}`)) {
      const uit = await t.als('assen').get(pad);
      expect(uit.json<{ totaal: number }>().totaal, pad).toBe(0);
      expect(uit.body.includes(casusId)).toBe(false);
    }
  });

  it('the counting function of the database gives nothing smaller than ten, whoever asks it', async () => {
    const { rows } = await t.database.app.query('select 1').then(async () => {
      const c = await t.database.app.connect();
      try {
        await c.query('begin');
        await c.query("select set_config('houvast.regio', $1, true)", [
          '00000000-0000-7000-8000-000000000001',
        ]);
        return await c.query(
          "select * from houvast.regio_tellingen('2000-01-01', '2100-01-01') where aantal is not null",
        );
      } finally {
        await c.query('rollback');
        c.release();
      }
    });
    expect(rows).toEqual([]);
  });

  it('a list of families is a look at them: each person is on record', async () => {
    await t.als('visser').get('/cijfers/team/open');
    await t.als('emmen').get('/cijfers/team/open');
    const { rows } = await t.database.beheer.query(
      "select functie, count(distinct data_subject_id)::int as mensen from verwerkingslog where name = 'cijfers.team' and data_subject_id is not null group by 1",
    );
    expect(rows.find((r) => r.functie === 'regisseur')).toEqual({ functie: 'regisseur', mensen: 2 });
  });
});
