// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MensNaam, maakTestHuis, ORG, REGIO, type TestHuis } from '../../../test/huis.ts';
import { heleAfweging, type NieuweMelding, nieuweMelding } from '../../../test/hulp/beoordeling.ts';

let t: TestHuis;
let m: NieuweMelding;
beforeAll(async () => {
  t = await maakTestHuis();
  m = await nieuweMelding(t, {
    personen: [
      {
        rol: 'slachtoffer',
        voornamen: 'Suzanne',
        achternaam: 'Testman',
        straat: 'Geheimlaan',
        huisnummer: '9',
        woonplaats: 'Assen',
        telefoon: ['0699999999'],
        geheimAdres: true,
      },
      { rol: 'kind', voornamen: 'Bram', achternaam: 'Proef' },
    ],
  });
  // Emmen has a part in the casus, and still not in the weighing
  await t.database.beheer.query(
    "insert into betrokkenheid (regio_id, casus_id, organisatie_id, grond, vanaf) values ($1, $2, $3, 'overdracht', now())",
    [REGIO, m.casusId, ORG.emmen],
  );
});
afterAll(() => t.weg());

describe('the weighing belongs to Veilig Thuis', () => {
  it.each(['emmen', 'emmenLeider', 'assen', 'school', 'beleid', 'fg', 'politie'] satisfies MensNaam[])(
    '%s neither reads nor writes it',
    async (wie) => {
      const id = m.beoordeling.id;
      const als = t.als(wie);
      const antwoorden = [
        await als.get(`/meldingen/${m.id}/beoordeling`),
        await als.get(`/beoordelingen/${id}`),
        await als.put(`/beoordelingen/${id}`, heleAfweging(m.beoordeling)),
        await als.post(`/beoordelingen/${id}/voorlegging`, { versie: 1 }),
        await als.post(`/beoordelingen/${id}/vaststelling`, { versie: 1 }),
        await als.post(`/beoordelingen/${id}/teruglegging`, { versie: 1, opmerking: 'x' }),
      ];
      for (const a of antwoorden) {
        expect(a.statusCode).toBe(403);
        expect(a.body).not.toMatch(/Testman|Proef|geschreeuw/);
      }
    },
  );

  it('the database hides it from a partner too, also when the rules would be wrong', async () => {
    const zicht = await t.huis.deuren.read(
      { wie: { ...t.wie('emmen'), functie: 'vt_medewerker' }, doel: 'verantwoorden' },
      'cijfers.wachtlijst',
      { soort: 'proef' },
      async (tx) => ({
        beoordeling: (await tx.db.selectFrom('beoordeling').select('id').execute()).length,
        stap: (await tx.db.selectFrom('beoordeling_stap').select('id').execute()).length,
      }),
    );
    expect(zicht).toEqual({ beoordeling: 0, stap: 0 });
  });

  it('what does not exist answers as what may not be seen', async () => {
    const niets = '00000000-0000-7000-8000-00000000dead';
    expect((await t.als('visser').get(`/beoordelingen/${niets}`)).statusCode).toBe(404);
    expect((await t.als('visser').get(`/meldingen/${niets}/beoordeling`)).statusCode).toBe(404);
    // whose function never weighs hears that, whether it exists or not
    expect((await t.als('emmen').get(`/beoordelingen/${niets}`)).statusCode).toBe(403);
  });
});

describe('the check on safety', () => {
  it('is for whoever has a part in the casus, and for nobody else', async () => {
    const pad = `/casussen/${m.casusId}/veiligheidscontroles`;
    const body = { uitkomst: 'veilig', met: 'school', toelichting: 'Gezien.' };
    expect((await t.als('emmen').post(pad, body)).statusCode).toBe(201);
    expect((await t.als('emmen').get(pad)).statusCode).toBe(200);
    // a team without a part does not even learn that the casus exists; another function may never do this
    for (const [wie, schrijven, lezen] of [
      ['assen', 404, 404],
      // a school reads along where it is shared, and never writes
      ['school', 403, 404],
      ['beleid', 403, 403],
    ] as const) {
      expect((await t.als(wie).post(pad, body)).statusCode, wie).toBe(schrijven);
      expect((await t.als(wie).get(pad)).statusCode, wie).toBe(lezen);
    }
    for (const wie of ['school', 'beleid', 'politie'] satisfies MensNaam[])
      expect((await t.als(wie).get('/wachtende-gezinnen')).statusCode, wie).toBe(403);
  });
});

describe('nothing that must stay hidden comes along', () => {
  it('neither the melder nor a secret address or its telephone', async () => {
    const paden = [
      `/meldingen/${m.id}/beoordeling`,
      '/wachtende-gezinnen',
      `/casussen/${m.casusId}/veiligheidscontroles`,
    ];
    for (const pad of paden) {
      const uit = await t.als('bakker').get(pad);
      expect(uit.statusCode, pad).toBe(200);
      expect(uit.body, pad).not.toMatch(/Buurvrouw Voorbeeld|0612345678|Geheimlaan|0699999999/);
    }
  });

  it('and every look is on record, one line per person', async () => {
    const voor = await telLog();
    await t.als('bakker').get(`/beoordelingen/${m.beoordeling.id}`);
    await t.als('teamleider').get('/wachtende-gezinnen');
    expect(await telLog()).toEqual({
      'beoordeling.lezen': (voor['beoordeling.lezen'] ?? 0) + 2,
      'cijfers.wachtlijst': (voor['cijfers.wachtlijst'] ?? 0) + 2,
    });
  });
});

async function telLog(): Promise<Record<string, number>> {
  const { rows } = await t.database.beheer.query(
    "select name, count(*)::int as n from verwerkingslog where name in ('beoordeling.lezen', 'cijfers.wachtlijst') and data_subject_id is not null group by 1",
  );
  return Object.fromEntries(rows.map((r) => [r.name, r.n]));
}
