// SPDX-License-Identifier: EUPL-1.2
// What a report counts as in the figures of the region: what it turned out to be, in the year in which it came in here, and no row that
// tells by appearing that there is one now.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { maakTestHuis, type TestHuis } from '../../../test/huis.ts';
import { heleAfweging, lees, nieuweMelding, stelVast } from '../../../test/hulp/beoordeling.ts';
import { jzvBericht } from '../../../test/hulp/jzv.ts';
import type { RegiocijfersAntwoord } from './cijfers.api.ts';

let t: TestHuis;
beforeEach(async () => {
  t = await maakTestHuis();
});
afterEach(() => t.weg());

const regio = async (): Promise<RegiocijfersAntwoord> => {
  const uit = await t.als('beleid').get('/cijfers/regio');
  expect(uit.statusCode, uit.body).toBe(200);
  return uit.json<RegiocijfersAntwoord>();
};
const delen = (r: RegiocijfersAntwoord, code: string) => r.figuren.find((f) => f.code === code)?.delen ?? [];
const politie = async (): Promise<{ id: string; casusId: string }> => {
  const b = jzvBericht();
  const uit = await t.als('politie').post('/api/jzv_meldingen/v1/meldingen', b);
  expect(uit.statusCode, uit.body).toBe(201);
  const { rows } = await t.database.beheer.query<{ id: string; casus_id: string }>(
    'select id, casus_id from melding where registratienummer = $1',
    [b.registratienummer],
  );
  return { id: rows[0]?.id ?? '', casusId: rows[0]?.casus_id ?? '' };
};

it('tells by no row that there is one report now', async () => {
  const vooraf = await regio();
  await nieuweMelding(t);
  const daarna = await regio();
  for (const f of [
    'meldingen_aard',
    'meldingen_melder',
    'meldingen_gemeente',
    'besluiten',
    'overdrachten',
    'monitoring',
  ]) {
    expect(delen(vooraf, f).length).toBeGreaterThan(3);
    expect(delen(daarna, f)).toEqual(delen(vooraf, f));
  }
});

it('counts a report by what it turned out to be, beside what was reported', async () => {
  const meldingen = [];
  for (let i = 0; i < 10; i++) meldingen.push(await politie());
  const aard = async (code: string) =>
    delen(await regio(), 'meldingen_aard').find((d) => d.code === code)?.aantal;
  expect(await aard('onbekend')).toBe(10);
  expect(await aard('kindermishandeling')).toBeNull();
  for (const m of meldingen) {
    const b = await lees(t, m.id);
    expect([b.aard, b.melding.aard]).toEqual([null, ['onbekend']]);
    await stelVast(t, { ...m, beoordeling: b } as Parameters<typeof stelVast>[1], {
      aard: ['kindermishandeling'],
      gemeentecode: '0114',
    });
  }
  expect(await aard('kindermishandeling')).toBe(10);
  expect(await aard('onbekend')).toBeNull();
  const gemeenten = delen(await regio(), 'meldingen_gemeente');
  expect(gemeenten.find((d) => d.code === '0114')?.aantal).toBe(10);
  // what was reported stays as it was
  const { rows } = await t.database.beheer.query<{ aard: string[] }>('select distinct aard from melding');
  expect(rows).toEqual([{ aard: ['onbekend'] }]);
  const nee = await t
    .als('visser')
    .put(
      `/beoordelingen/${(await lees(t, meldingen[0]?.id ?? '')).id}`,
      heleAfweging(await lees(t, meldingen[0]?.id ?? ''), { aard: ['ruzie'] }),
    );
  expect(nee.statusCode).toBe(400);
});

it('numbers a report of after midnight by the new year, as the figures count it', async () => {
  t.klok.vooruit(new Date('2026-12-31T23:00:07Z').getTime() - t.klok.nu().getTime());
  const m = await politie();
  const uit = (await t.als('visser').get(`/meldingen/${m.id}`)).json();
  expect(uit.nummer).toMatch(/^M2027-/);
  expect((await t.als('visser').get(`/casussen/${m.casusId}`)).json().nummer).toMatch(/^2027-/);
  expect((await regio()).halfjaar).toBe('2027-1');
});
