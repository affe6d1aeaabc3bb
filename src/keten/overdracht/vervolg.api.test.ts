// SPDX-License-Identifier: EUPL-1.2
// What goes on when a family goes on: back to Veilig Thuis, to another Veilig Thuis, and past an organisation that closes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MENS, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { voorbereiding } from '../../../test/hulp/monitoring.ts';
import { aanvaard, bied, biedAan, gezin, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';

let t: TestHuis;
beforeEach(async () => {
  t = await maakTestHuis();
});
afterEach(() => t.weg());

const UUR = 3_600_000;
const DAG = 24 * UUR;
const sluit = async (id: string, opvolgerId: string): Promise<void> => {
  const uit = await t
    .als('teamleider')
    .post(`/organisaties/${id}/sluiting`, { opvolgerId, reden: 'De teams gaan samen.' });
  expect(uit.statusCode, uit.body).toBe(200);
};
const wachtOp = async (casusId: string): Promise<string | undefined> =>
  (await t.als('visser').get('/wachtende-gezinnen'))
    .json<{ items: { casusId: string; wachtOp: string }[] }>()
    .items.find((g) => g.casusId === casusId)?.wachtOp;
const kijk = async (wie: 'visser' | 'emmen', casusId: string, uitkomst: string): Promise<void> => {
  const uit = await t.als(wie).post(`/casussen/${casusId}/veiligheidscontroles`, {
    uitkomst,
    met: 'moeder',
    toelichting: 'Gesproken.',
    volgendeOverDagen: 7,
  });
  expect(uit.statusCode, uit.body).toBe(201);
};

describe('a family that comes back', () => {
  it('waits for Veilig Thuis again, until that goes on with it', async () => {
    const c = await klaarVoorOverdracht(t);
    expect(await wachtOp(c.casusId)).toBe('vervolg');
    await aanvaard(t, await biedAan(t, c.casusId));
    expect(await wachtOp(c.casusId)).toBeUndefined();
    t.klok.vooruit(DAG);
    const terug = await biedAan(t, c.casusId, { naarOrganisatieId: ORG.vt, grondslag: 'wmo_5_2_6' }, 'emmen');
    await aanvaard(t, terug, 'visser');
    expect(await wachtOp(c.casusId)).toBe('vervolg');
    t.klok.vooruit(UUR);
    const afspraak = await t.als('visser').post(`/casussen/${c.casusId}/afspraken`, {
      wie: 'moeder',
      wat: 'Belt bij ruzie',
      wanneer: 'direct',
      zietToe: 'Veilig Thuis',
    });
    expect(afspraak.statusCode, afspraak.body).toBe(201);
    expect(await wachtOp(c.casusId)).toBeUndefined();
  });

  it('that moved to another region is handed on there by the assessment that came along', async () => {
    const c = await klaarVoorOverdracht(t);
    const mee = ['personen', 'uitspraken', 'beoordeling'].map((deel) => ({ deel, grond: 'Nodig.' }));
    await aanvaard(t, await biedAan(t, c.casusId, { naarOrganisatieId: ORG.vtZuid, delen: mee }), 'zuid');
    t.klok.vooruit(UUR);
    const uit = await bied(t, c.casusId, { naarOrganisatieId: ORG.emmen, delen: mee }, 'zuid');
    expect(uit.statusCode, uit.body).toBe(201);
    const gelezen = (await t.als('emmenLeider').get(`/overdrachten/${uit.json().id}`)).json();
    const eerste = (await t.als('zuid').get('/overdrachten')).json();
    expect(gelezen.gegevens.beoordeling.besluit).toBe('overdragen');
    expect(eerste).toBeDefined();
    await aanvaard(t, uit.json().id, 'emmen');
    expect((await t.als('emmen').get(`/casussen/${c.casusId}`)).json().zicht.organisatieId).toBe(ORG.emmen);
  });
});

describe('an organisation that closes', () => {
  it('leaves no choice about an offer that was answered: its successor looks, and decides anew', async () => {
    const c = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, c.casusId));
    t.klok.vooruit(UUR);
    const id = await biedAan(
      t,
      c.casusId,
      { naarOrganisatieId: ORG.opvang, grondslag: 'wmo_5_1_1' },
      'emmen',
    );
    const nee = await t.als('opvang').post(`/overdrachten/${id}/weigering`, { reden: 'Geen plaats.' });
    expect(nee.statusCode, nee.body).toBe(200);
    await sluit(ORG.emmen, ORG.assen);
    const regels = (await t.als('assen').get('/werk?wie=organisatie'))
      .json<{ regels: { casusId: string; soort: string }[] }>()
      .regels.filter((r) => r.casusId === c.casusId)
      .map((r) => r.soort);
    expect(regels).toContain('zichtcontrole');
    expect(regels).not.toContain('overdracht_opnieuw');
    t.klok.vooruit(UUR);
    const opnieuw = await bied(
      t,
      c.casusId,
      { naarOrganisatieId: ORG.opvang, grondslag: 'wmo_5_1_1' },
      'assen',
    );
    expect(opnieuw.statusCode, opnieuw.body).toBe(201);
  });

  it('does not take along what another found to be unsafe since the casus was accepted', async () => {
    const c = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, c.casusId));
    t.klok.vooruit(DAG);
    await kijk('visser', c.casusId, 'onveilig');
    t.klok.vooruit(UUR);
    await kijk('emmen', c.casusId, 'veilig');
    expect((await voorbereiding(t, c.casusId, 'emmen')).vraagtOndanks).toBe(true);
    await sluit(ORG.emmen, ORG.assen);
    expect((await voorbereiding(t, c.casusId, 'assen')).vraagtOndanks).toBe(true);
  });

  it('leaves no question about its own people, and its successor hears who of its own stays out', async () => {
    const personen = gezin();
    const [mens] = personen;
    const { voornamen, achternaam, geboortejaar, geboortemaand, geboortedag } = mens as Record<
      string,
      unknown
    >;
    const kring = { wie: 'familie', voornamen, achternaam, geboortejaar, geboortemaand, geboortedag };
    const c = await klaarVoorOverdracht(t, { personen });
    const mee = await aanvaard(t, await biedAan(t, c.casusId), 'emmenLeider');
    expect(mee.statusCode, mee.body).toBe(200);
    t.klok.vooruit(UUR);
    expect((await t.als('emmen').post('/ik/kring', kring)).statusCode).toBe(201);
    expect((await t.als('assen').post('/ik/kring', kring)).statusCode).toBe(201);
    const open = async () =>
      (
        await t.database.beheer.query<{ wie: string }>(
          `select b.medewerker_id as wie from termijn t join belang b on b.id = t.onderwerp_id
           where t.soort = 'belang_bekijken' and t.afgerond_op is null and t.casus_id = $1`,
          [c.casusId],
        )
      ).rows.map((r) => r.wie);
    expect(await open()).toEqual([MENS.emmen.id]);
    await sluit(ORG.emmen, ORG.assen);
    expect(await open()).toEqual([MENS.assen.id]);
  });
});
