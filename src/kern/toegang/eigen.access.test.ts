// SPDX-License-Identifier: EUPL-1.2
// What someone is told about the own way into a casus, and what a guest's page may ask for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const toegang = async (wie: Parameters<TestHuis['als']>[0], casusId: string) =>
  (await t.als(wie).get(`/casussen/${casusId}`)).json().toegang;

describe('the own way into a casus', () => {
  it('is a part, the noodknop until a moment, or shares with their parts and ends', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    expect(await toegang('visser', casusId)).toEqual({ grond: 'deel', totOp: null, delingen: [] });

    const totOp = new Date(t.klok.nu().getTime() + 30 * 86_400_000).toISOString();
    const gedeeld = await t.als('visser').post(`/casussen/${casusId}/delingen`, {
      naarOrganisatieId: ORG.school,
      onderdelen: ['personen', 'plan'],
      grondslag: 'toestemming',
      reden: 'De school moet de afspraken over het ophalen kennen.',
      totOp,
    });
    expect(gedeeld.statusCode, gedeeld.body).toBe(201);
    expect(await toegang('school', casusId)).toEqual({
      grond: 'deling',
      totOp: null,
      delingen: [{ vanNaam: 'Veilig Thuis Test', onderdelen: ['personen', 'plan'], totOp }],
    });
    // what the page of a partner asks for is there, what it leaves out is not
    for (const [deel, code] of [
      ['fasewisselingen', 200],
      ['voorwaarden', 200],
      ['afspraken', 200],
      ['tijdlijn', 404],
      ['uitspraken', 404],
      ['toegang', 403],
    ] as const)
      expect((await t.als('school').get(`/casussen/${casusId}/${deel}`)).statusCode, deel).toBe(code);

    const { rows } = await t.database.beheer.query('select nummer from casus where id = $1', [casusId]);
    const druk = await t.als('assen').post('/noodtoegang', {
      casusnummer: rows[0].nummer,
      doel: 'zicht_houden',
      reden: 'Er belt iemand die nu in gevaar is.',
    });
    expect(await toegang('assen', casusId)).toEqual({
      grond: 'noodknop',
      totOp: druk.json().totOp,
      delingen: [],
    });
  });

  it('ends the question about the noodknop when someone says what was done with it', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const { rows } = await t.database.beheer.query('select nummer from casus where id = $1', [casusId]);
    await t.als('assen').post('/noodtoegang', {
      casusnummer: rows[0].nummer,
      doel: 'zicht_houden',
      reden: 'Er belt iemand die nu in gevaar is.',
    });
    const vraag = async () =>
      (await t.als('visser').get(`/casussen/${casusId}`))
        .json()
        .termijnen.find((x: { soort: string }) => x.soort === 'noodknop_gezien');
    const { id } = await vraag();
    const klaar = await t
      .als('visser')
      .post(`/termijnen/${id}/afronding`, { reden: 'Gebeld: het was terecht.' });
    expect(klaar.statusCode, klaar.body).toBe(200);
    expect(await vraag()).toBeUndefined();
  });
});
