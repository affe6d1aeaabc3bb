// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, meldingVoorbeeld, ORG, REGIO, type TestHuis } from '../../../test/huis.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

describe('melding indienen', () => {
  it('gives the casus a holder in the same moment', async () => {
    const antwoord = await t.als('visser').post('/meldingen', meldingVoorbeeld());
    expect(antwoord.statusCode, antwoord.body).toBe(201);
    const { casusId } = antwoord.json<{ casusId: string }>();
    const zicht = await t.database.beheer.query('select organisatie_id, tot from zicht where casus_id = $1', [
      casusId,
    ]);
    expect(zicht.rows).toEqual([{ organisatie_id: ORG.vt, tot: null }]);
    const log = await t.database.beheer.query(
      "select count(*) from verwerkingslog where casus_id = $1 and name = 'melding.indienen'",
      [casusId],
    );
    expect(log.rows[0].count).toBe(2);
  });

  it('tells a professional the number and not the casus', async () => {
    const antwoord = await t.als('school').post(
      '/meldingen',
      meldingVoorbeeld({
        melder: { groep: 'onderwijs', naam: 'I. Schut', email: 'ib@school.voorbeeld', bekend: 'open' },
      }),
    );
    expect(antwoord.statusCode, antwoord.body).toBe(201);
    expect(antwoord.json()).toMatchObject({ casusId: null, casusNummer: null });
  });

  it('answers the second click with the first answer', async () => {
    const sleutel = { 'idempotency-key': 'klik-1' };
    const een = await t.als('visser').post('/meldingen', meldingVoorbeeld(), sleutel);
    const twee = await t.als('visser').post('/meldingen', meldingVoorbeeld(), sleutel);
    expect(twee.json()).toEqual(een.json());
    const anders = await t.als('visser').post('/meldingen', meldingVoorbeeld({ acuut: true }), sleutel);
    expect(anders.statusCode).toBe(409);
  });

  it('shows nothing without a context', async () => {
    const { rows } = await t.database.app.query(
      'select (select count(*) from casus) + (select count(*) from vermelding) + (select count(*) from melding) as n',
    );
    expect(rows[0].n).toBe(0);
    expect(REGIO).toBeTruthy();
  });
});
