// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MensNaam, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { geefZicht, gezin, kandidaten, meld, type Persoon } from '../../../test/hulp/radar.ts';

let t: TestHuis;
let eerste: { id: string; casusId: string };
let tweede: { id: string; casusId: string };
let kandidaatId: string;
beforeAll(async () => {
  t = await maakTestHuis();
  eerste = await meld(t, gezin(1));
  await geefZicht(t, eerste.casusId, ORG.emmen);
  tweede = await meld(t, gezin(1));
  kandidaatId = (await kandidaten(t, tweede.id))[0]?.id ?? '';
});
afterAll(() => t.weg());

const BUITEN: MensNaam[] = ['emmen', 'emmenLeider', 'assen', 'school', 'politie', 'beleid', 'fg', 'opvang'];

describe('the radar is for Veilig Thuis', () => {
  it.each(BUITEN)('%s cannot search, read, judge, undo or merge', async (wie) => {
    const [moeder] = gezin(1);
    const als = t.als(wie);
    const antwoorden = await Promise.all([
      als.post('/radar/_zoek', { personen: [moeder as Persoon] }),
      als.post('/radar/_eerder', { personen: [moeder as Persoon], plek: 0, doel: 'melden', reden: 'acuut' }),
      als.post(`/radar-kandidaten/${kandidaatId}/eerder`, { doel: 'beoordelen', reden: 'acuut' }),
      als.post(`/radar-inzagen/${kandidaatId}/contact`, { casusId: eerste.casusId, doel: 'beoordelen' }),
      als.get(`/meldingen/${tweede.id}/radar`),
      als.post(`/radar-kandidaten/${kandidaatId}/oordeel`, { oordeel: 'zelfde' }),
      als.post(`/radar-kandidaten/${kandidaatId}/terugdraaiing`, { reden: 'proef' }),
      als.post(`/casussen/${tweede.casusId}/samenvoeging`, { doelCasusId: eerste.casusId, reden: 'proef' }),
    ]);
    for (const a of antwoorden) {
      expect(a.statusCode, a.body).toBe(403);
      expect(a.body).not.toContain('Wilhelmina');
    }
  });

  it('answers of another melding or candidate as of one that does not exist', async () => {
    const weg = '00000000-0000-7000-8000-00000000dead';
    expect((await t.als('visser').get(`/meldingen/${weg}/radar`)).statusCode).toBe(404);
    expect(
      (await t.als('visser').post(`/radar-kandidaten/${weg}/oordeel`, { oordeel: 'zelfde' })).statusCode,
    ).toBe(404);
    expect(
      (await t.als('visser').post(`/samenvoegingen/${weg}/terugdraaiing`, { reden: 'proef' })).statusCode,
    ).toBe(404);
  });

  it('says nothing of a casus that shares nobody and in which the asker has no part', async () => {
    const vreemd = await meld(t, gezin(2));
    await t.database.beheer.query('update betrokkenheid set tot = $2 where casus_id = $1', [
      vreemd.casusId,
      new Date(t.klok.nu().getTime() - 1000),
    ]);
    const uit = await t
      .als('visser')
      .post(`/casussen/${tweede.casusId}/samenvoeging`, { doelCasusId: vreemd.casusId, reden: 'proef' });
    expect(uit.statusCode).toBe(404);
  });

  it('keeps the database’s own answers inside one register', async () => {
    const c = await t.database.app.connect();
    try {
      await c.query('begin');
      await c.query(
        "select set_config('houvast.regio', $1, true), set_config('houvast.organisatie', $2, true), set_config('houvast.functie', 'regisseur', true)",
        ['00000000-0000-7000-8000-000000000001', ORG.emmen],
      );
      const { rows: alle } = await t.database.beheer.query('select id, sleutels from vermelding');
      const ids = alle.map((r) => r.id);
      const sleutels = alle.flatMap((r) => r.sleutels);
      for (const vraag of [
        ['select * from radar_zoek($1, $2, $3, 100, false)', [ORG.vt, sleutels, []]],
        [
          'select * from radar_casussen($1, $2)',
          [ORG.vt, (await t.database.beheer.query('select id from persoon')).rows.map((r) => r.id)],
        ],
        ['select * from radar_wie($1, $2)', [ORG.vt, ids]],
        ['select * from radar_afgeschermd($1, $2)', [ORG.vt, ids]],
        ["select * from radar_namen($1) where soort <> 'personen' or aantal > 0", [ORG.vt]],
      ] as const) {
        expect((await c.query(vraag[0], [...vraag[1]])).rowCount, vraag[0]).toBe(0);
      }
      // in one's own name it finds only one's own
      expect(
        (await c.query('select * from radar_zoek($1, $2, $3, 100, false)', [ORG.emmen, sleutels, []]))
          .rowCount,
      ).toBe(0);
    } finally {
      await c.query('rollback');
      c.release();
    }
  });

  it('tells whoever reports from outside nothing about who is known', async () => {
    const uit = await t.als('school').post('/meldingen', {
      melder: { groep: 'onderwijs', naam: 'I. Schut', email: 'ib@school.voorbeeld', bekend: 'open' },
      uitspraken: [{ soort: 'waarneming', tekst: 'Blauwe plek.', bron: 'melder' }],
      personen: gezin(1),
      aard: ['kindermishandeling'],
      acuut: false,
    });
    expect(uit.statusCode, uit.body).toBe(201);
    const { rows } = await t.database.beheer.query(
      "select count(*) as n from handeling where organisatie_id = $1 and soort like 'radar.%'",
      [ORG.school],
    );
    expect(rows[0].n).toBe(0);
    const { rows: log } = await t.database.beheer.query(
      'select count(distinct data_subject_id) as n from verwerkingslog where organisatie_id = $1',
      [ORG.school],
    );
    // its own two people as it named them, and the two that they were recognised as; nobody who only might be
    expect(log[0].n).toBe(4);
  });
});
