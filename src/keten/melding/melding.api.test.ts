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

  it('shows nobody a secret address by way of who lives in the same house', async () => {
    const thuis = { straat: 'Kanarieschuilhof', huisnummer: '7', postcode: '9401XZ', woonplaats: 'Assen' };
    const mens = { achternaam: 'Schuilenburg', geboortemaand: 5, geboortedag: 6 };
    const antwoord = await t.als('visser').post(
      '/meldingen',
      meldingVoorbeeld({
        personen: [
          {
            ...mens,
            ...thuis,
            rol: 'slachtoffer',
            voornamen: 'Ottilie',
            geboortejaar: 1988,
            geheimAdres: true,
          },
          { ...mens, ...thuis, rol: 'kind', voornamen: 'Levinus', geboortejaar: 2019 },
          {
            ...mens,
            rol: 'pleger',
            voornamen: 'Gerlof',
            geboortejaar: 1985,
            straat: 'Elders',
            huisnummer: '3',
            postcode: '7811AA',
            woonplaats: 'Emmen',
          },
        ],
      }),
    );
    expect(antwoord.statusCode, antwoord.body).toBe(201);
    const gelezen = await t.als('visser').get(`/meldingen/${antwoord.json().id}`);
    expect(gelezen.statusCode, gelezen.body).toBe(200);
    expect(gelezen.body).not.toMatch(/Kanarieschuilhof|9401 ?XZ/);
    expect(gelezen.json().personen).toMatchObject([
      { geheimAdres: true, adres: null },
      { geheimAdres: true, adres: null },
      { geheimAdres: false, adres: expect.stringContaining('Elders 3') },
    ]);
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
