// SPDX-License-Identifier: EUPL-1.2
// Two casussen that were one are two again, after life went on: in neither is anybody left without what brings back to the family, and
// nobody reads or has what is the other's.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MENS, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { legVoor, stelVast } from '../../../test/hulp/beoordeling.ts';
import { aanvaard, biedAan } from '../../../test/hulp/overdracht.ts';
import { meld, type Persoon } from '../../../test/hulp/radar.ts';
import {
  delingMetSchool,
  draaiTerug,
  familieVan,
  isAcuut,
  kijk,
  metBeoordeling,
  NAAR_EMMEN,
  sluitAf,
  stelVoorwaarde,
  tweeOverEen,
  voegSamen,
  werkIn,
} from '../../../test/hulp/samenvoegen.ts';

const UUR = 3_600_000;

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

let n = 0;
let familie: Persoon[];
beforeEach(() => {
  n += 1;
  familie = familieVan(n);
});

const VREEMDE = { rol: 'pleger', voornamen: 'Geert', achternaam: 'Anderling', geboortejaar: 1971 };

async function los(s: { id: string }): Promise<{ doelAlsVoorheen: boolean }> {
  t.klok.vooruit(UUR);
  const uit = await draaiTerug(t, s.id);
  expect(uit.statusCode, uit.body).toBe(200);
  return uit.json();
}

describe('who holds zicht keeps what brings back to the family', () => {
  it('keeps everything of a casus that opened by it and that its holder went on with', async () => {
    const { doel } = await tweeOverEen(t, familie);
    await sluitAf(t, doel.casusId);
    t.klok.vooruit(24 * UUR);
    const bron = await meld(t, familie);
    const s = await voegSamen(t, bron, doel);
    t.klok.vooruit(UUR);
    const afspraak = { wie: 'moeder', wat: 'Belt bij ruzie', wanneer: 'direct', zietToe: 'regisseur' };
    expect((await t.als('emmen').post(`/casussen/${doel.casusId}/afspraken`, afspraak)).statusCode).toBe(201);
    expect(await los(s)).toMatchObject({ doelAlsVoorheen: false });
    const emmen = await werkIn(t, 'emmen', doel.casusId);
    expect([...emmen.keys()].sort()).toEqual(['cijfers_vragen', 'hermelding_terug', 'zichtcontrole']);
    expect((await werkIn(t, 'visser', doel.casusId)).has('monitor_3_maanden')).toBe(true);
  });

  it('plans a look where the last one rested on a voorwaarde of the other family', async () => {
    const { doel, bron } = await tweeOverEen(t, familie);
    const v = await stelVoorwaarde(t, 'visser', bron.casusId);
    const s = await voegSamen(t, bron, doel);
    await kijk(t, 'emmen', doel.casusId);
    expect((await werkIn(t, 'emmen', doel.casusId)).has('zichtcontrole')).toBe(false);
    await los(s);
    const emmen = await werkIn(t, 'emmen', doel.casusId);
    expect(emmen.get('zichtcontrole')).toMatchObject({ eigenaarMedewerkerId: MENS.emmen.id });
    expect(emmen.has('voorwaarde_controle')).toBe(false);
    // and the check is again of who holds the other, with the round that asks the figures
    const vt = await werkIn(t, 'visser', bron.casusId);
    expect([...vt.keys()]).toEqual(
      expect.arrayContaining(['voorwaarde_controle', 'cijfers_vragen', 'zichtcontrole']),
    );
    expect(
      (await t.als('visser').get(`/casussen/${bron.casusId}/voorwaarden`)).json().voorwaarden,
    ).toMatchObject([{ id: v, volgendeVervaltOp: expect.any(String) }]);
  });

  it('leaves the look that a finding asked for, and gives back one that nobody touched', async () => {
    const { doel, bron } = await tweeOverEen(t, familie, { melding: { acuut: true } });
    await kijk(t, 'emmen', doel.casusId);
    const blik = async () => (await werkIn(t, 'emmen', doel.casusId)).get('zichtcontrole');
    const voor = await blik();
    const s = await voegSamen(t, bron, doel);
    expect(await blik()).toMatchObject({ acuut: true, waarom: 'Nieuwe melding over acuut gevaar' });
    await los(s);
    expect(await blik()).toMatchObject({ acuut: false, vervaltOp: voor?.vervaltOp, waarom: voor?.waarom });

    const weer = await voegSamen(t, await meld(t, familie), doel);
    await kijk(t, 'visser', doel.casusId, 'onveilig');
    const gevonden = await blik();
    expect(gevonden?.waarom).toBe('Een andere organisatie keek, en het was niet in orde');
    await los(weer);
    expect(await blik()).toMatchObject({ vervaltOp: gevonden?.vervaltOp, waarom: gevonden?.waarom });
  });

  it('gives a check back to who holds the family, and the name that was on it, also after a handover', async () => {
    const { doel, bron } = await tweeOverEen(t, familie, { bij: 'vt' });
    await stelVoorwaarde(t, 'visser', bron.casusId);
    const controle = (await werkIn(t, 'visser', bron.casusId)).get('voorwaarde_controle');
    const delen = ['personen', 'uitspraken', 'beoordeling', 'veiligheidsvoorwaarden'].map((deel) => ({
      deel,
      grond: 'Nodig.',
    }));
    await stelVast(t, await metBeoordeling(t, bron), NAAR_EMMEN);
    const s = await voegSamen(t, bron, doel);
    expect((await aanvaard(t, await biedAan(t, doel.casusId, { delen }))).statusCode).toBe(200);
    const overgenomen = (await werkIn(t, 'emmen', doel.casusId)).get('zichtcontrole');
    expect(overgenomen?.waarom).toBe('Dit gezin is net overgenomen');
    await los(s);
    expect((await werkIn(t, 'visser', bron.casusId)).get('voorwaarde_controle')).toMatchObject({
      id: controle?.id,
    });
    // and the look of the new holder keeps its reason
    expect((await werkIn(t, 'emmen', doel.casusId)).get('zichtcontrole')).toMatchObject({
      id: overgenomen?.id,
      waarom: overgenomen?.waarom,
      vervaltOp: overgenomen?.vervaltOp,
    });
  });

  it('puts back the name on a check that went to another holder', async () => {
    const { doel, bron } = await tweeOverEen(t, familie);
    await stelVoorwaarde(t, 'visser', bron.casusId);
    const controle = async () => (await werkIn(t, 'visser', bron.casusId)).get('voorwaarde_controle');
    const id = (await controle())?.id;
    expect((await t.als('visser').post(`/termijnen/${id}/oppakken`, {})).statusCode).toBe(200);
    const s = await voegSamen(t, bron, doel);
    expect((await werkIn(t, 'emmen', doel.casusId)).get('voorwaarde_controle')).toMatchObject({
      id,
      eigenaarMedewerkerId: MENS.emmen.id,
    });
    await los(s);
    expect(await controle()).toMatchObject({ id, eigenaarMedewerkerId: MENS.visser.id });
  });

  it('has a check for every voorwaarde that holds, also when the other casus was closed meanwhile', async () => {
    const { doel, bron } = await tweeOverEen(t, familie);
    await stelVoorwaarde(t, 'visser', bron.casusId);
    await stelVast(t, await metBeoordeling(t, bron), {
      besluit: 'einde_bemoeienis',
      besluitReden: 'Loopt al.',
    });
    const s = await voegSamen(t, bron, doel);
    const v = (await t.als('emmen').get(`/casussen/${doel.casusId}/voorwaarden`)).json().voorwaarden[0];
    const gezien = {
      uitkomst: 'nageleefd',
      gezienBij: 'huisbezoek',
      toelichting: 'Goed.',
      volgendeOverWeken: 2,
    };
    expect((await t.als('emmen').post(`/voorwaarden/${v.id}/controles`, gezien)).statusCode).toBe(201);
    await sluitAf(t, doel.casusId);
    await los(s);
    const vt = await werkIn(t, 'visser', bron.casusId);
    expect([...vt.keys()]).toEqual(
      expect.arrayContaining(['voorwaarde_controle', 'afsluiten', 'zichtcontrole']),
    );
  });
});

describe('danger follows what it is about', () => {
  it('is over where two people decided so while they were one', async () => {
    const { doel, bron } = await tweeOverEen(t, familie, { melding: { acuut: true } });
    const s = await voegSamen(t, bron, doel);
    await stelVast(t, await metBeoordeling(t, bron));
    await kijk(t, 'emmen', doel.casusId);
    await los(s);
    expect(await isAcuut(t, 'visser', bron.casusId)).toBe(false);
    expect((await werkIn(t, 'visser', bron.casusId)).get('zichtcontrole')).toMatchObject({ acuut: false });
  });

  it('goes along with the report in which it was found meanwhile', async () => {
    const { doel, bron } = await tweeOverEen(t, familie);
    const s = await voegSamen(t, bron, doel);
    await legVoor(t, await metBeoordeling(t, bron), { acuut: 'ja' });
    expect(await isAcuut(t, 'emmen', doel.casusId)).toBe(true);
    await los(s);
    expect(await isAcuut(t, 'visser', bron.casusId)).toBe(true);
    expect(await isAcuut(t, 'emmen', doel.casusId)).toBe(false);
    expect((await werkIn(t, 'emmen', doel.casusId)).get('zichtcontrole')).toMatchObject({ acuut: false });
  });

  it('stays where a third casus brought it', async () => {
    const { doel, bron } = await tweeOverEen(t, familie, { melding: { acuut: true } });
    const derde = await meld(t, familie, { acuut: true });
    const s = await voegSamen(t, bron, doel);
    await voegSamen(t, derde, doel);
    await los(s);
    expect(await isAcuut(t, 'emmen', doel.casusId)).toBe(true);
    expect((await werkIn(t, 'emmen', doel.casusId)).get('zichtcontrole')).toMatchObject({ acuut: true });
    expect((await werkIn(t, 'visser', doel.casusId)).has('beoordeling')).toBe(true);
  });
});

describe('what was decided about one', () => {
  it.each(['voorwaarden_en_vervolg', 'overdragen'])(
    '%s has its term again after the other was handed over',
    async (besluit) => {
      const { doel, bron } = await tweeOverEen(t, familie, { bij: 'vt' });
      await stelVast(t, await metBeoordeling(t, bron), {
        ...NAAR_EMMEN,
        besluit,
        ...(besluit === 'overdragen' ? {} : { vervolgSoort: undefined }),
      });
      if (besluit !== 'overdragen') await stelVoorwaarde(t, 'visser', bron.casusId);
      const voor = (await werkIn(t, 'visser', bron.casusId)).get(besluit);
      const s = await voegSamen(t, bron, doel);
      const delen = [
        'personen',
        'uitspraken',
        'beoordeling',
        ...(besluit === 'overdragen' ? [] : ['veiligheidsvoorwaarden']),
      ];
      const aanbod = await biedAan(t, doel.casusId, {
        delen: delen.map((deel) => ({ deel, grond: 'Nodig.' })),
      });
      expect((await aanvaard(t, aanbod)).statusCode).toBe(200);
      await los(s);
      expect((await werkIn(t, 'visser', bron.casusId)).get(besluit)).toMatchObject({ id: voor?.id });
    },
  );

  it('while another held zicht has the term that only a holder has', async () => {
    const { doel, bron } = await tweeOverEen(t, familie);
    const s = await voegSamen(t, bron, doel);
    await stelVast(t, await metBeoordeling(t, bron), NAAR_EMMEN);
    expect((await werkIn(t, 'visser', doel.casusId)).has('overdragen')).toBe(false);
    await los(s);
    expect((await werkIn(t, 'visser', bron.casusId)).has('overdragen')).toBe(true);
  });

  it('is not told to the melder as handed over, when only the other was', async () => {
    const { doel, bron } = await tweeOverEen(t, familie, {
      bij: 'vt',
      melding: {
        melder: {
          groep: 'gezondheidszorg',
          rol: 'huisarts',
          naam: 'Dokter Voorbeeld',
          telefoon: '0612345678',
          bekend: 'open',
        },
      },
    });
    await stelVast(t, await metBeoordeling(t, bron), NAAR_EMMEN);
    const lees = async () => (await t.als('visser').get(`/meldingen/${bron.id}/terugkoppelingen`)).json();
    const s = await voegSamen(t, bron, doel);
    expect((await aanvaard(t, await biedAan(t, doel.casusId))).statusCode).toBe(200);
    expect((await lees())[0].tekst).toContain('Het vervolg ligt nu bij Lokaal team Emmen');
    await los(s);
    expect(await lees()).toMatchObject([{ status: 'concept', tekst: expect.not.stringContaining('Emmen') }]);
  });

  it('was told: a second draft that says so is taken back, and comes when it is so', async () => {
    const { doel, bron } = await tweeOverEen(t, familie, {
      bij: 'vt',
      melding: {
        melder: {
          groep: 'gezondheidszorg',
          rol: 'huisarts',
          naam: 'Dokter Voorbeeld',
          telefoon: '0612345678',
          bekend: 'open',
        },
      },
    });
    await stelVast(t, await metBeoordeling(t, bron), NAAR_EMMEN);
    const lees = async () => (await t.als('visser').get(`/meldingen/${bron.id}/terugkoppelingen`)).json();
    const [eerste] = await lees();
    const stuur = await t
      .als('visser')
      .post(`/terugkoppelingen/${eerste.id}/verzending`, { tekst: eerste.tekst });
    expect(stuur.statusCode, stuur.body).toBe(200);
    const s = await voegSamen(t, bron, doel);
    expect((await aanvaard(t, await biedAan(t, doel.casusId))).statusCode).toBe(200);
    expect((await lees())[1]).toMatchObject({ moment: 'na_overdracht', status: 'concept' });
    await los(s);
    expect((await lees())[1]).toMatchObject({ moment: 'na_overdracht', status: 'afgezien' });
    expect((await werkIn(t, 'visser', bron.casusId)).has('terugkoppeling_melder')).toBe(false);
    expect((await aanvaard(t, await biedAan(t, bron.casusId))).statusCode).toBe(200);
    expect((await lees())[1]).toMatchObject({ moment: 'na_overdracht', status: 'concept' });
    expect((await werkIn(t, 'visser', bron.casusId)).has('terugkoppeling_melder')).toBe(true);
  });
});

describe('an offer that told of both', () => {
  it('is withdrawn with a reason, and its giver chooses what to do now', async () => {
    const { doel, bron } = await tweeOverEen(t, familie, {
      bij: 'vt',
      personen: [...familie.slice(0, 1), VREEMDE],
    });
    await stelVast(t, await metBeoordeling(t, bron), NAAR_EMMEN);
    const s = await voegSamen(t, bron, doel);
    const id = await biedAan(t, doel.casusId);
    const lees = async () => (await t.als('emmen').get(`/overdrachten/${id}`)).json();
    expect(JSON.stringify(await lees())).toContain('Anderling');
    await los(s);
    const na = await lees();
    expect(na).toMatchObject({ status: 'ingetrokken', gegevens: null });
    expect(na.reden).toContain('twee gezinnen');
    expect(JSON.stringify(na)).not.toContain('Anderling');
    expect((await aanvaard(t, id)).statusCode).toBe(409);
    expect((await t.als('visser').get(`/overdrachten/${id}`)).json().keuzeOpen).toBe(true);
    expect((await werkIn(t, 'visser', doel.casusId)).get('overdracht_opnieuw')).toMatchObject({
      eigenaarMedewerkerId: MENS.visser.id,
    });
    // and the other is still to be handed over
    expect((await werkIn(t, 'visser', bron.casusId)).has('overdragen')).toBe(true);
  });

  it('made before they became one stays', async () => {
    const { doel, bron } = await tweeOverEen(t, familie, { bij: 'vt' });
    const id = await biedAan(t, doel.casusId);
    await los(await voegSamen(t, bron, doel));
    expect((await t.als('emmen').get(`/overdrachten/${id}`)).json().status).toBe('aangeboden');
  });
});

describe('what was sealed', () => {
  const verzegel = (casusId: string) =>
    t.als('teamleider').post(`/casussen/${casusId}/verzegeling`, {
      soort: 'collega',
      reden: 'Een collega komt erin voor.',
      medewerkerIds: [MENS.bakker.id],
    });

  it('is as closed where it came from, and stays so of both', async () => {
    const { doel, bron } = await tweeOverEen(t, familie, { bij: 'vt' });
    const eerder = await meld(t, familie);
    // a chain: what went up in what went up is as closed
    await voegSamen(t, eerder, bron);
    const s = await voegSamen(t, bron, doel);
    const verzegeld = await verzegel(doel.casusId);
    expect(verzegeld.statusCode, verzegeld.body).toBe(201);
    const [uitspraak] = (await t.als('bakker').get(`/casussen/${doel.casusId}/uitspraken`)).json().uitspraken;
    const wederhoor = { door: 'moeder', reactie: 'Mijn man werkt bij Veilig Thuis.', oneens: false };
    expect((await t.als('bakker').post(`/uitspraken/${uitspraak.id}/wederhoor`, wederhoor)).statusCode).toBe(
      201,
    );

    const dicht = async (casusId: string, nummer: string) => {
      for (const pad of ['', '/tijdlijn', '/uitspraken', '/toegang', '/samenvoegingen'])
        expect((await t.als('visser').get(`/casussen/${casusId}${pad}`)).statusCode, pad).toBe(404);
      const nood = { casusnummer: nummer, doel: 'zicht_houden', reden: 'Moeder staat aan de deur.' };
      expect((await t.als('opvang').post('/noodtoegang', nood)).statusCode).toBe(404);
      const zoek = await t.als('fg').post('/toezicht/overzicht/_zoek', { casusnummer: nummer });
      expect(zoek.statusCode).toBe(404);
    };
    for (const m of [bron, eerder]) await dicht(m.casusId, m.casusNummer);
    for (const m of [bron, eerder])
      expect((await t.als('visser').get('/meldingen')).body).not.toContain(m.id);
    expect((await t.als('bakker').get(`/casussen/${bron.casusId}`)).statusCode).toBe(200);

    await los(s);
    for (const m of [bron, eerder]) await dicht(m.casusId, m.casusNummer);
    for (const m of [bron, eerder])
      expect((await t.als('visser').get(`/meldingen/${m.id}`)).statusCode).not.toBe(200);
    const toegang = (await t.als('bakker').get(`/casussen/${bron.casusId}/toegang`)).json();
    expect(toegang.verzegeling).toMatchObject({
      soort: 'collega',
      reden: 'Een collega komt erin voor.',
      door: 'A. de Groot',
      genoemden: [{ medewerkerId: MENS.teamleider.id }, { medewerkerId: MENS.bakker.id }],
    });
    // its work is of someone who sees it
    for (const x of (await werkIn(t, 'bakker', bron.casusId)).values())
      expect([MENS.bakker.id, MENS.teamleider.id], x.soort).toContain(x.eigenaarMedewerkerId);
  });

  it('opens with the other when that one does', async () => {
    const { doel, bron } = await tweeOverEen(t, familie, { bij: 'vt' });
    await voegSamen(t, bron, doel);
    expect((await verzegel(doel.casusId)).statusCode).toBe(201);
    expect((await t.als('visser').get(`/casussen/${bron.casusId}`)).statusCode).toBe(404);
    const op = await t
      .als('teamleider')
      .post(`/casussen/${doel.casusId}/verzegeling/opheffing`, { reden: 'Hij is weg.' });
    expect(op.statusCode, op.body).toBe(200);
    expect((await t.als('visser').get(`/casussen/${bron.casusId}`)).statusCode).toBe(200);
  });
});

describe('a share of one', () => {
  it('ends when it goes up in the other, and runs again when it is itself again', async () => {
    const { doel, bron } = await tweeOverEen(t, familie);
    const gedeeld = await t.als('visser').post(`/casussen/${bron.casusId}/delingen`, delingMetSchool(t));
    expect(gedeeld.statusCode, gedeeld.body).toBe(201);
    const bijSchool = async () => (await t.als('school').get('/delingen/mij')).json().delingen;
    const s = await voegSamen(t, bron, doel);
    expect(await bijSchool()).toEqual([]);
    expect((await t.als('school').get(`/casussen/${bron.casusId}`)).statusCode).toBe(404);
    expect((await t.als('school').get(`/casussen/${doel.casusId}`)).statusCode).toBe(404);
    expect((await t.als('visser').get(`/casussen/${bron.casusId}/toegang`)).json().delingen).toMatchObject([
      { naarNaam: 'Basisschool De Test', loopt: false, ingetrokkenOp: t.klok.nu().toISOString() },
    ]);
    const verteld = (await t.als('visser').get(`/casussen/${doel.casusId}/tijdlijn?aantal=200`)).json()
      .regels;
    expect(verteld.map((r: { soort: string }) => r.soort)).toContain('deling.intrekken');
    await los(s);
    expect(await bijSchool()).toMatchObject([{ casusId: bron.casusId }]);
    expect((await t.als('school').get(`/casussen/${bron.casusId}`)).json().personen).toHaveLength(2);
  });
});

describe('the noodknop', () => {
  const druk = (casusnummer: string) =>
    t
      .als('opvang')
      .post('/noodtoegang', { casusnummer, doel: 'zicht_houden', reden: 'Moeder staat aan de deur.' });
  const ziet = async (casusId: string) => {
    const uit = await t.als('opvang').get(`/casussen/${casusId}`);
    return uit.statusCode === 200 ? uit.json<{ personen: unknown[] }>().personen.length : uit.statusCode;
  };

  it('opens by the number of what went up in another the family where it is, and its holder hears it', async () => {
    const { doel, bron } = await tweeOverEen(t, familie);
    await voegSamen(t, bron, doel);
    const uit = await druk(bron.casusNummer);
    expect(uit.statusCode, uit.body).toBe(201);
    expect(uit.json()).toMatchObject({ casusId: doel.casusId });
    expect(await ziet(doel.casusId)).toBeGreaterThan(0);
    expect((await werkIn(t, 'emmen', doel.casusId)).get('noodknop_gezien')?.waarom).toContain('noodknop');
    expect((await t.als('emmen').get(`/casussen/${doel.casusId}/toegang`)).json().noodtoegang).toHaveLength(
      1,
    );
    expect((await druk(bron.casusNummer)).json()).toMatchObject({ type: '/problemen/al-toegang' });
  });

  it('follows the family that goes up in another within its hours, and back; that it was used is not forgotten', async () => {
    const { doel, bron } = await tweeOverEen(t, familie);
    expect((await druk(bron.casusNummer)).statusCode).toBe(201);
    const gebruik = (await werkIn(t, 'visser', bron.casusId)).get('noodknop_gezien');
    const s = await voegSamen(t, bron, doel);
    expect(await ziet(doel.casusId)).toBeGreaterThan(0);
    expect((await werkIn(t, 'visser', doel.casusId)).get('noodknop_gezien')).toMatchObject({
      id: gebruik?.id,
    });
    expect((await t.als('visser').get(`/casussen/${doel.casusId}/toegang`)).json().noodtoegang).toHaveLength(
      1,
    );
    await los(s);
    expect([await ziet(doel.casusId), await ziet(bron.casusId)]).toEqual([404, 2]);
    expect((await werkIn(t, 'visser', bron.casusId)).get('noodknop_gezien')).toMatchObject({
      id: gebruik?.id,
    });
  });
});

describe('what goes with zicht, at the moment they become one', () => {
  it('is of who holds it: the check of a voorwaarde, and the round of figures', async () => {
    const { doel, bron } = await tweeOverEen(t, familie);
    await stelVoorwaarde(t, 'visser', bron.casusId);
    const voor = await werkIn(t, 'visser', bron.casusId);
    await voegSamen(t, bron, doel);
    const emmen = await werkIn(t, 'emmen', doel.casusId);
    for (const soort of ['voorwaarde_controle', 'cijfers_vragen'])
      expect(emmen.get(soort), soort).toMatchObject({
        id: voor.get(soort)?.id,
        vervaltOp: voor.get(soort)?.vervaltOp,
        eigenaarOrganisatieId: ORG.emmen,
        eigenaarMedewerkerId: MENS.emmen.id,
      });
  });

  it('asks in one round, no later than was planned for either, and as before when they are two again', async () => {
    const { doel, bron } = await tweeOverEen(t, familie);
    await stelVoorwaarde(t, 'visser', bron.casusId);
    t.klok.vooruit(10 * 24 * UUR);
    await stelVoorwaarde(t, 'emmen', doel.casusId);
    const ronde = async () => (await werkIn(t, 'emmen', doel.casusId)).get('cijfers_vragen');
    const [eigen, andere] = [await ronde(), (await werkIn(t, 'visser', bron.casusId)).get('cijfers_vragen')];
    const s = await voegSamen(t, bron, doel);
    expect(await ronde()).toMatchObject({ id: eigen?.id, vervaltOp: andere?.vervaltOp });
    await los(s);
    expect(await ronde()).toMatchObject({ id: eigen?.id, vervaltOp: eigen?.vervaltOp });
    expect((await werkIn(t, 'visser', bron.casusId)).get('cijfers_vragen')).toMatchObject({
      id: andere?.id,
      vervaltOp: andere?.vervaltOp,
    });
  });
});
