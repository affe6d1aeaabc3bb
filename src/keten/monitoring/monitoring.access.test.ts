// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENS, type MensNaam, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { antwoordVoorbeeld, momenten, overgedragen } from '../../../test/hulp/monitoring.ts';
import type { MonitorlijstAntwoord } from './monitoring.api.ts';

let t: TestHuis;
let casusId: string;
let momentId: string;
beforeAll(async () => {
  t = await maakTestHuis();
  ({ casusId } = await overgedragen(t));
  momentId = (await momenten(t, casusId))[0]?.id ?? '';
});
afterAll(() => t.weg());

const afsluiting = { reden: 'veilig', toelichting: 'Rustig.', zonderCijfer: [] };

describe('who may see and do what of monitoring', () => {
  // a part in the casus: Veilig Thuis (monitors) and Emmen (holds zicht). Assen has none: for it nothing exists (404).
  // So it is for a professional, with whom a casus may be shared. Functions that never work with casussen hear so (403).
  it.each<[MensNaam, number, number, number]>([
    ['visser', 200, 200, 200],
    ['teamleider', 200, 200, 200],
    ['emmen', 200, 200, 200],
    ['assen', 404, 404, 200],
    ['beleid', 403, 403, 403],
    ['school', 404, 404, 403],
    ['politie', 403, 403, 403],
    ['fg', 403, 403, 403],
  ])('%s', async (wie, vanCasus, een, lijst) => {
    expect((await t.als(wie).get(`/casussen/${casusId}/monitormomenten`)).statusCode).toBe(vanCasus);
    expect((await t.als(wie).get(`/monitormomenten/${momentId}`)).statusCode).toBe(een);
    const uit = await t.als(wie).get('/monitormomenten');
    expect(uit.statusCode).toBe(lijst);
    const ids = lijst === 200 ? uit.json<MonitorlijstAntwoord>().items.map((m) => m.casusId) : [];
    expect(ids.includes(casusId)).toBe(MENS[wie].organisatie === ORG.vt && lijst === 200);
  });

  it.each<[MensNaam, number]>([
    ['emmen', 403],
    ['assen', 404],
    ['beleid', 403],
    ['school', 403],
    ['fg', 403],
  ])('%s cannot answer for who monitors', async (wie, status) => {
    const uit = await t.als(wie).post(`/monitormomenten/${momentId}/uitvoering`, antwoordVoorbeeld());
    expect(uit.statusCode).toBe(status);
    expect((await momenten(t, casusId))[0]?.uitgevoerdOp).toBeNull();
  });

  it.each<[MensNaam, number]>([
    // monitors, but does not hold zicht
    ['visser', 404],
    ['assen', 404],
    ['beleid', 403],
    ['school', 403],
    ['fg', 403],
  ])('%s cannot close, nor see what closing asks', async (wie, status) => {
    expect((await t.als(wie).get(`/casussen/${casusId}/afsluiting-voorbereiding`)).statusCode).toBe(status);
    expect((await t.als(wie).post(`/casussen/${casusId}/afsluiting`, afsluiting)).statusCode).toBe(status);
  });

  it('what does not exist and what may not be seen get the same answer', async () => {
    const vreemd = '00000000-0000-7000-8000-00000000dead';
    const een = await t.als('assen').get(`/monitormomenten/${momentId}`);
    const niets = await t.als('assen').get(`/monitormomenten/${vreemd}`);
    const zonder = (b: string) => ({ ...JSON.parse(b), instance: '' });
    expect(zonder(een.body)).toEqual(zonder(niets.body));
  });

  it('each look is on record, once per person', async () => {
    const lees = async () =>
      (
        await t.database.beheer.query(
          "select count(*)::int as n, count(distinct data_subject_id)::int as mensen from verwerkingslog where name = 'monitoring.lezen' and casus_id = $1",
          [casusId],
        )
      ).rows[0];
    const voor = await lees();
    await t.als('emmen').get(`/monitormomenten/${momentId}`);
    expect(await lees()).toEqual({ n: voor.n + 2, mensen: 2 });
  });
});
