// SPDX-License-Identifier: EUPL-1.2
// Whose name is on work: never that of who cannot see it, or does not work there any more. What nobody may see is seen by somebody.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENS, type MensNaam, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { heleAfweging, nieuweMelding } from '../../../test/hulp/beoordeling.ts';
import { aanvaard, biedAan, gezin, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const DAG = 86_400_000;
let straat = 0;
/** A family of its own street, so that no circle reaches another's. */
const eigenGezin = () => {
  straat += 1;
  return gezin().map((p) => ({
    ...p,
    voornamen: `${p['voornamen']} ${'abcdefghijklmnop'[straat]}`,
    straat: `Naampad ${straat}`,
    postcode: `78${10 + straat}NP`,
  }));
};
/** This worker has something to do with that person. */
async function blijftErbuiten(wie: MensNaam, mens: Record<string, unknown>): Promise<void> {
  const { voornamen, achternaam, geboortejaar, geboortemaand, geboortedag } = mens;
  const uit = await t
    .als(wie)
    .post('/ik/kring', { wie: 'familie', voornamen, achternaam, geboortejaar, geboortemaand, geboortedag });
  expect(uit.statusCode, uit.body).toBe(201);
}
async function verzegel(wie: MensNaam, casusId: string, namen: MensNaam[]): Promise<void> {
  const uit = await t.als(wie).post(`/casussen/${casusId}/verzegeling`, {
    soort: 'collega',
    reden: 'Een collega komt erin voor.',
    medewerkerIds: namen.map((n) => MENS[n].id),
  });
  expect(uit.statusCode, uit.body).toBe(201);
}
interface Regel {
  casusId: string | null;
  soort: string;
  eigenaarMedewerkerNaam: string | null;
}
const werkVan = async (wie: MensNaam, casusId: string): Promise<Regel[]> =>
  (await t.als(wie).get('/werk')).json<{ regels: Regel[] }>().regels.filter((r) => r.casusId === casusId);
const opNaam = async (casusId: string, soort: string) =>
  (
    await t.database.beheer.query<{ eigenaar_medewerker_id: string | null }>(
      'select eigenaar_medewerker_id from termijn where casus_id = $1 and soort = $2 and afgerond_op is null',
      [casusId, soort],
    )
  ).rows.map((r) => r.eigenaar_medewerker_id);

describe('who is kept out of a casus', () => {
  it('is not asked as the second pair of eyes, and stands in no list of colleagues to ask', async () => {
    const [mens, ...rest] = eigenGezin();
    const m = await nieuweMelding(t, { personen: [mens, ...rest] });
    await blijftErbuiten('bakker', mens as Record<string, unknown>);
    const b = (await t.als('visser').get(`/meldingen/${m.id}/beoordeling`)).json();
    expect(b.collegas.map((c: { id: string }) => c.id)).not.toContain(MENS.bakker.id);
    expect(b.collegas.map((c: { id: string }) => c.id)).toContain(MENS.teamleider.id);
    const bewaard = await t.als('visser').put(`/beoordelingen/${b.id}`, heleAfweging(b));
    expect(bewaard.statusCode, bewaard.body).toBe(200);
    const nee = await t
      .als('visser')
      .post(`/beoordelingen/${b.id}/voorlegging`, { versie: bewaard.json().versie, aanId: MENS.bakker.id });
    expect(nee.statusCode).toBe(400);
    expect(nee.json().fouten[0].veld).toBe('aanId');
    // asked of everyone, the one who asks cannot hide it by taking it up
    const gevraagd = await t
      .als('visser')
      .post(`/beoordelingen/${b.id}/voorlegging`, { versie: bewaard.json().versie, aanId: null });
    expect(gevraagd.statusCode, gevraagd.body).toBe(200);
    const { rows } = await t.database.beheer.query<{ id: string }>(
      "select id from termijn where casus_id = $1 and soort = 'tweede_paar_ogen' and afgerond_op is null",
      [m.casusId],
    );
    const zelf = await t.als('visser').post(`/termijnen/${rows[0]?.id}/oppakken`, {});
    expect(zelf.statusCode).toBe(409);
    expect((await werkVan('teamleider', m.casusId)).map((r) => r.soort)).toContain('tweede_paar_ogen');
    expect((await t.als('teamleider').post(`/termijnen/${rows[0]?.id}/oppakken`, {})).statusCode).toBe(200);
  });

  it('is given nothing back, and what follows on an old offer is for everyone else', async () => {
    const [mens, ...rest] = eigenGezin();
    const c = await klaarVoorOverdracht(t, { personen: [mens, ...rest] });
    const id = await biedAan(t, c.casusId);
    await blijftErbuiten('visser', mens as Record<string, unknown>);
    await blijftErbuiten('teamleider', mens as Record<string, unknown>);
    t.klok.vooruit(10 * DAG);
    await t.klokRonde();
    expect((await t.als('emmenLeider').get(`/overdrachten/${id}`)).json().status).toBe('verlopen');
    expect(await opNaam(c.casusId, 'overdracht_opnieuw')).toEqual([null]);
    expect(await opNaam(c.casusId, 'overdracht_escalatie')).toEqual([null]);
    const lijst = (await werkVan('bakker', c.casusId)).map((r) => r.soort);
    expect(lijst).toEqual(expect.arrayContaining(['overdracht_opnieuw', 'overdracht_escalatie']));
    const { rows } = await t.database.beheer.query<{ id: string }>(
      "select id from termijn where casus_id = $1 and soort = 'overdracht_opnieuw' and afgerond_op is null",
      [c.casusId],
    );
    expect((await t.als('bakker').post(`/termijnen/${rows[0]?.id}/oppakken`, {})).statusCode).toBe(200);
    const terug = await t
      .als('bakker')
      .post(`/termijnen/${rows[0]?.id}/terugleggen`, { aan: MENS.visser.id });
    expect(terug.statusCode).toBe(400);
    expect(terug.json().fouten[0].veld).toBe('aan');
  });
});

describe('a sealed casus', () => {
  it('is steered by nobody who is not named, and what is due there is for who is', async () => {
    const c = await klaarVoorOverdracht(t, { personen: eigenGezin() });
    await aanvaard(t, await biedAan(t, c.casusId));
    const eis = await t.als('emmen').post(`/casussen/${c.casusId}/voorwaarden`, {
      tekst: 'Vader komt niet thuis',
      voor: 'vader',
      volgendeOverWeken: 1,
    });
    expect(eis.statusCode, eis.body).toBe(201);
    await verzegel('emmenLeider', c.casusId, []);
    expect((await t.als('emmenLeider').get(`/casussen/${c.casusId}`)).json().regisseur).toBeNull();
    const gezien = await t.als('emmenLeider').post(`/voorwaarden/${eis.json().id}/controles`, {
      uitkomst: 'nageleefd',
      gezienBij: 'huisbezoek',
      toelichting: 'Hij is weg.',
      volgendeOverWeken: 1,
    });
    expect(gezien.statusCode, gezien.body).toBe(201);
    t.klok.vooruit(DAG);
    const blik = await t.als('teamleider').post(`/casussen/${c.casusId}/veiligheidscontroles`, {
      uitkomst: 'onveilig',
      met: 'moeder',
      toelichting: 'Hij was er weer.',
      volgendeOverDagen: 1,
    });
    expect(blik.statusCode, blik.body).toBe(201);
    for (const soort of ['zichtcontrole', 'voorwaarde_controle'])
      expect(await opNaam(c.casusId, soort)).not.toContain(MENS.emmen.id);
    expect((await werkVan('emmenLeider', c.casusId)).map((r) => r.soort)).toContain('zichtcontrole');
  });

  it('is asked within 24 hours about an acute report that may be of it, also over Christmas', async () => {
    const personen = eigenGezin();
    const c = await nieuweMelding(t, { personen });
    await verzegel('teamleider', c.casusId, []);
    const dagen = Math.ceil((Date.parse('2026-12-24T10:00:00Z') - t.klok.nu().getTime()) / DAG);
    t.klok.vooruit(dagen * DAG);
    const nu = t.klok.nu();
    await nieuweMelding(t, { personen, acuut: true });
    const { rows } = await t.database.beheer.query<{ vervalt_op: Date }>(
      "select vervalt_op from termijn where casus_id = $1 and soort = 'verzegelde_melding' and afgerond_op is null",
      [c.casusId],
    );
    expect(rows.map((r) => r.vervalt_op.getTime() - nu.getTime())).toEqual([DAG]);
  });

  it('is seen by somebody at its holder, also when the only one named turns out to stay outside', async () => {
    const [mens, ...rest] = eigenGezin();
    const c = await klaarVoorOverdracht(t, { personen: [mens, ...rest] });
    const id = await biedAan(t, c.casusId);
    await t.als('emmenLeider').post(`/overdrachten/${id}/aanvaarding`, { regisseurId: MENS.emmenLeider.id });
    await verzegel('emmenLeider', c.casusId, []);
    expect((await t.als('emmen').get(`/casussen/${c.casusId}`)).statusCode).toBe(404);
    await blijftErbuiten('emmenLeider', mens as Record<string, unknown>);
    expect((await t.als('emmenLeider').get(`/casussen/${c.casusId}`)).statusCode).toBe(404);
    expect((await t.als('emmen').get(`/casussen/${c.casusId}`)).statusCode).toBe(200);
    t.klok.vooruit(7 * DAG);
    expect((await werkVan('emmen', c.casusId)).map((r) => r.soort)).toContain('zichtcontrole');
    // no team leader there can decide whether that is right: the privacy officer does, and learns no more than that
    const { belangen } = (await t.als('fg').get('/belangen')).json();
    const het = belangen.find((b: { casusId: string }) => b.casusId === c.casusId);
    expect(het).toBeDefined();
    expect((await t.als('fg').get(`/casussen/${c.casusId}`)).statusCode).toBe(403);
    const uit = await t.als('fg').post(`/belangen/${het.id}/bevestiging`, { reden: 'Zij is haar zus.' });
    expect(uit.statusCode, uit.body).toBe(200);
  });
});

describe('who leaves, or steers no longer', () => {
  it('keeps nothing: another regisseur has what was on that name, and what is left of who left is for everyone', async () => {
    const c = await klaarVoorOverdracht(t, { personen: eigenGezin() });
    await aanvaard(t, await biedAan(t, c.casusId));
    expect(await opNaam(c.casusId, 'zichtcontrole')).toEqual([MENS.emmen.id]);
    const naar = await t
      .als('emmenLeider')
      .put(`/casussen/${c.casusId}/regisseur`, { medewerkerId: MENS.emmenLeider.id });
    expect(naar.statusCode, naar.body).toBe(200);
    expect(await opNaam(c.casusId, 'zichtcontrole')).toEqual([MENS.emmenLeider.id]);
    await t.als('emmenLeider').put(`/casussen/${c.casusId}/regisseur`, { medewerkerId: MENS.emmen.id });
    const weg = await t.als('emmenLeider').post(`/medewerkers/${MENS.emmen.id}/vertrek`, { aanId: null });
    expect(weg.statusCode, weg.body).toBe(200);
    t.klok.vooruit(9 * DAG);
    await t.klokRonde();
    expect((await werkVan('emmenLeider', c.casusId)).map((r) => r.soort)).toContain('zichtcontrole');
    await t.als('emmenLeider').post(`/medewerkers/${MENS.emmen.id}/terugkeer`, {});
  });

  it('leaves no question about who stays out with another organisation, that cannot answer it', async () => {
    const [mens, ...rest] = eigenGezin();
    const c = await klaarVoorOverdracht(t, { personen: [mens, ...rest] });
    await aanvaard(t, await biedAan(t, c.casusId));
    t.klok.vooruit(60_000);
    await blijftErbuiten('emmen', mens as Record<string, unknown>);
    expect(await opNaam(c.casusId, 'belang_bekijken')).toHaveLength(1);
    const id = await biedAan(
      t,
      c.casusId,
      { naarOrganisatieId: ORG.assen, grondslag: 'wmo_5_1_1' },
      'emmenLeider',
    );
    const uit = await t.als('assen').post(`/overdrachten/${id}/aanvaarding`, { regisseurId: MENS.assen.id });
    expect(uit.statusCode, uit.body).toBe(200);
    expect(await opNaam(c.casusId, 'belang_bekijken')).toEqual([]);
  });
});
