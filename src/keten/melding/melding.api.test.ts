// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, meldingVoorbeeld, ORG, REGIO, type TestHuis } from '../../../test/huis.ts';
import { ruimOp } from '../../platform/acts/opruim.store.ts';

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

    // the family was shown a second time: that is on record too, one line a person, and nothing happened twice
    const { rows } = await t.database.beheer.query(
      `select name, count(distinct trace_id)::int as keren, count(data_subject_id)::int as personen from verwerkingslog
       where name like 'melding.indienen%' and casus_id = $1 group by 1 order by 1`,
      [een.json().casusId],
    );
    expect(rows).toMatchObject([
      { name: 'melding.indienen', keren: 1 },
      { name: 'melding.indienen.herhaald', keren: 1 },
    ]);
    expect(rows[0].personen).toBeGreaterThanOrEqual(2);
    expect(rows[1].personen).toBe(rows[0].personen);
    const { rows: handelingen } = await t.database.beheer.query(
      "select from handeling where soort = 'melding.indienen' and casus_id = $1",
      [een.json().casusId],
    );
    expect(handelingen).toHaveLength(1);
  });

  it('keeps an answer for a second click a day and no longer', async () => {
    const sleutel = { 'idempotency-key': 'klik-van-gisteren' };
    const een = await t.als('visser').post('/meldingen', meldingVoorbeeld(), sleutel);
    const tel = async () =>
      (await t.database.beheer.query("select from idempotentie where sleutel like '%klik-van-gisteren'"))
        .rowCount;
    t.klok.vooruit(24 * 3_600_000 - 1000);
    await ruimOp(t.huis.db, REGIO, t.klok.nu());
    expect(await tel()).toBe(1);
    t.klok.vooruit(2000);
    expect(await ruimOp(t.huis.db, REGIO, t.klok.nu())).toBeGreaterThan(0);
    expect(await tel()).toBe(0);
    expect((await t.als('visser').get(`/meldingen/${een.json().id}`)).statusCode).toBe(200);
  });

  it('shows nothing without a context', async () => {
    const { rows } = await t.database.app.query(
      'select (select count(*) from casus) + (select count(*) from vermelding) + (select count(*) from melding) as n',
    );
    expect(rows[0].n).toBe(0);
    expect(REGIO).toBeTruthy();
  });
});
