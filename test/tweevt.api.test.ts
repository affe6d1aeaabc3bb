// SPDX-License-Identifier: EUPL-1.2
// Two Veilig Thuizen in one region: a family that moves between them, and a report that either takes in. Each keeps what it heard, both hold on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENS, type MensNaam, maakTestHuis, meldingVoorbeeld, ORG, type TestHuis } from './huis.ts';
import { lopendeTermijnen } from './hulp/beoordeling.ts';
import { aanvaard, bied, biedAan, gezin, houders, klaarVoorOverdracht } from './hulp/overdracht.ts';
import { meld, radar } from './hulp/radar.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const UUR = 3_600_000;
const mee = ['personen', 'uitspraken', 'beoordeling'].map((deel) => ({ deel, grond: 'Nodig.' }));
const zonder = mee.filter((d) => d.deel !== 'beoordeling');
let straat = 0;
const eigenGezin = (): Record<string, unknown>[] => {
  straat += 1;
  return gezin().map((p) => ({
    ...p,
    straat: `Grenspad ${straat}`,
    postcode: `${7700 + straat}GP`,
  }));
};
async function naar(
  casusId: string,
  wie: MensNaam,
  van: MensNaam,
  anders: Record<string, unknown>,
): Promise<void> {
  const uit = await aanvaard(t, await biedAan(t, casusId, { delen: mee, ...anders }, van), wie);
  expect(uit.statusCode, uit.body).toBe(200);
  t.klok.vooruit(UUR);
}
const naarZuid = (casusId: string) => naar(casusId, 'zuid', 'visser', { naarOrganisatieId: ORG.vtZuid });
/** Says at the radar that everyone of a report is who it thinks. */
async function zegJa(meldingId: string, wie: MensNaam = 'visser'): Promise<void> {
  for (const p of (await radar(t, meldingId, wie)).personen)
    for (const k of p.kandidaten)
      await t
        .als(wie)
        .post(`/radar-kandidaten/${k.id}/oordeel`, { oordeel: 'zelfde', reden: 'Zelfde naam en dag.' });
}
async function voegSamen(bron: string, doel: string): Promise<string> {
  t.klok.vooruit(60_000);
  const uit = await t
    .als('visser')
    .post(`/casussen/${bron}/samenvoeging`, { doelCasusId: doel, reden: 'Een gezin.' });
  expect(uit.statusCode, uit.body).toBe(201);
  t.klok.vooruit(60_000);
  return uit.json().id;
}

describe('a report that a Veilig Thuis takes in', () => {
  it('is its own: it holds the family, has the terms, and keeps the melder from the other', async () => {
    const uit = await t
      .als('zuid')
      .post('/meldingen', meldingVoorbeeld({ personen: eigenGezin(), acuut: true }));
    expect(uit.statusCode, uit.body).toBe(201);
    const { id, casusId } = uit.json();
    expect(await houders(t, casusId)).toEqual([ORG.vtZuid]);
    expect((await t.als('zuid').get(`/meldingen/${id}/beoordeling`)).statusCode).toBe(200);
    expect((await t.als('zuid').get(`/casussen/${casusId}`)).statusCode).toBe(200);
    const werk = (await t.als('zuid').get('/werk')).json<{ regels: { casusId: string; soort: string }[] }>();
    expect(werk.regels.filter((r) => r.casusId === casusId).map((r) => r.soort)).toEqual(
      expect.arrayContaining(['beoordeling', 'spoed_24u']),
    );
    for (const pad of [`/meldingen/${id}`, `/casussen/${casusId}`])
      expect((await t.als('visser').get(pad)).body).not.toContain('Buurvrouw Voorbeeld');
    // another's report goes on to the Veilig Thuis of the region
    const school = await t.als('school').post('/meldingen', meldingVoorbeeld({ personen: eigenGezin() }));
    expect((await t.als('visser').get(`/meldingen/${school.json().id}`)).statusCode).toBe(200);
  });

  it('may come of an advies, also about someone of the own circle: never refused, once', async () => {
    const personen = eigenGezin();
    const { voornamen, achternaam, geboortejaar, geboortemaand, geboortedag } = personen[0] as Record<
      string,
      unknown
    >;
    const kring = { wie: 'familie', voornamen, achternaam, geboortejaar, geboortemaand, geboortedag };
    expect((await t.als('zuidTweede').post('/ik/kring', kring)).statusCode).toBe(201);
    const advies = await t.als('zuidTweede').post('/adviezen', {
      vrager: { groep: 'niet_beroepsmatig', stemtIn: false },
      aard: ['partnergeweld'],
      vraag: 'Wat kan ik doen?',
      advies: 'Bel ons als het weer gebeurt.',
    });
    expect(advies.statusCode, advies.body).toBe(201);
    const maak = (wie: MensNaam) =>
      t.als(wie).post(`/adviezen/${advies.json().id}/melding`, meldingVoorbeeld({ personen }));
    const uit = await maak('zuidTweede');
    expect(uit.statusCode, uit.body).toBe(201);
    expect((await t.als('zuidTweede').get(`/casussen/${uit.json().casusId}`)).statusCode).toBe(404);
    expect((await t.als('zuid').get(`/casussen/${uit.json().casusId}`)).statusCode).toBe(200);
    expect((await maak('zuid')).statusCode).toBe(409);
  });
});

describe('a family that moved to another Veilig Thuis', () => {
  it('is known there from then on, without what must stay hidden', async () => {
    const personen = eigenGezin();
    const [moeder, ...rest] = personen;
    const c = await klaarVoorOverdracht(t, { personen: [{ ...moeder, bsn: '999993653' }, ...rest] });
    const zoek = async (p: unknown[]) => (await t.als('zuid').post('/radar/_zoek', { personen: p })).json();
    const voor = await zoek([moeder]);
    await naarZuid(c.casusId);
    const na = await zoek([moeder]);
    expect(na).not.toEqual(voor);
    const { rows } = await t.database.beheer.query(
      'select v.bsn, v.bsn_sleutel, v.straat from vermelding v where v.organisatie_id = $1 and v.voornamen = $2 and v.straat = $3',
      [ORG.vtZuid, moeder?.['voornamen'], moeder?.['straat']],
    );
    expect(rows).toEqual([{ bsn: null, bsn_sleutel: null, straat: moeder?.['straat'] }]);
    // a report there meets it, and the two become one
    const nieuw = await t.als('zuid').post('/meldingen', meldingVoorbeeld({ personen }));
    await zegJa(nieuw.json().id, 'zuid');
    expect((await radar(t, nieuw.json().id, 'zuid')).voorstellen.map((v) => v.casusId)).toEqual([c.casusId]);
    const een = await t.als('zuid').post(`/casussen/${nieuw.json().casusId}/samenvoeging`, {
      doelCasusId: c.casusId,
      reden: 'Een gezin.',
    });
    expect(een.statusCode, een.body).toBe(201);
  });

  it('leaves a secret address where it was told', async () => {
    const personen = eigenGezin();
    const c = await klaarVoorOverdracht(t, {
      personen: personen.map((p, i) => (i === 0 ? { ...p, geheimAdres: true } : p)),
    });
    await naarZuid(c.casusId);
    const { rows } = await t.database.beheer.query(
      `select v.straat, v.postcode, v.geheim_adres, v.sleutels && w.sleutels as gedeeld from vermelding v
       join koppeling k on k.vermelding_id = v.id and k.tot is null
       join casus_persoon cp on cp.casus_id = $2 join koppeling l on l.vermelding_id = cp.vermelding_id and l.persoon_id = k.persoon_id and l.tot is null
       join vermelding w on w.id = cp.vermelding_id
       where v.organisatie_id = $1`,
      [ORG.vtZuid, c.casusId],
    );
    expect(rows.length).toBe(personen.length);
    for (const r of rows) {
      expect(r).toMatchObject({ straat: null, postcode: null, geheim_adres: true });
      // still found by name and day
      expect(r.gedeeld).toBe(true);
    }
  });

  it('is handed on by way of a team, with the assessment that came along or without it', async () => {
    for (const delen of [mee, zonder]) {
      const c = await klaarVoorOverdracht(t, { personen: eigenGezin() });
      await naar(c.casusId, 'emmen', 'visser', {});
      await naar(c.casusId, 'zuid', 'emmen', {
        naarOrganisatieId: ORG.vtZuid,
        grondslag: 'wmo_5_2_6',
        delen,
      });
      const verder = await bied(t, c.casusId, { naarOrganisatieId: ORG.assen, delen }, 'zuid');
      expect(verder.statusCode, verder.body).toBe(201);
      const { gegevens } = (await t.als('assen').get(`/overdrachten/${verder.json().id}`)).json();
      expect(gegevens.beoordeling?.besluit ?? null).toBe(delen === mee ? 'overdragen' : null);
    }
  });

  it('gives along no assessment that is not there', async () => {
    const c = await klaarVoorOverdracht(t, { personen: eigenGezin() });
    await naar(c.casusId, 'emmen', 'visser', {});
    await naar(c.casusId, 'assen', 'emmen', {
      naarOrganisatieId: ORG.assen,
      grondslag: 'wmo_5_1_1',
      delen: zonder,
    });
    const leeg = await bied(
      t,
      c.casusId,
      { naarOrganisatieId: ORG.emmen, grondslag: 'wmo_5_1_1', delen: mee },
      'assen',
    );
    expect(leeg.statusCode).toBe(400);
    expect(leeg.json().fouten.map((f: { veld: string }) => f.veld)).toEqual(['delen']);
  });

  it('is monitored by the Veilig Thuis that had it last', async () => {
    const c = await klaarVoorOverdracht(t, { personen: eigenGezin() });
    await naarZuid(c.casusId);
    await naar(c.casusId, 'assen', 'zuid', { naarOrganisatieId: ORG.assen });
    const { rows } = await t.database.beheer.query<{ o: string }>(
      'select distinct organisatie_id as o from monitormoment where casus_id = $1 and vervallen_op is null',
      [c.casusId],
    );
    expect(rows.map((r) => r.o)).toEqual([ORG.vtZuid]);
    const einde = await t
      .als('zuid')
      .post(`/casussen/${c.casusId}/monitoring-einde`, { reden: 'Het gaat goed.' });
    expect(einde.statusCode, einde.body).toBe(201);
  });

  it('has somebody look with a term at what the holder may not read yet', async () => {
    const personen = eigenGezin();
    const c = await klaarVoorOverdracht(t, { personen });
    await naarZuid(c.casusId);
    const tekst = 'Zij logeert nu bij haar zus aan de Dorpsstraat 4 in Assen.';
    const b = await meld(t, personen, { uitspraken: [{ soort: 'waarneming', tekst, bron: 'melder' }] });
    await zegJa(b.id);
    await voegSamen(b.casusId, c.casusId);
    expect((await t.als('zuid').get(`/casussen/${c.casusId}/uitspraken`)).body).not.toContain('Dorpsstraat');
    expect((await lopendeTermijnen(t, c.casusId)).get('uitspraken_nakijken')).toMatchObject({
      eigenaar_organisatie_id: ORG.vt,
    });
  });
});

describe('a samenvoeging that is undone', () => {
  it('gives the family back to who held it, also when the other Veilig Thuis undoes it', async () => {
    const personen = eigenGezin();
    const c = await klaarVoorOverdracht(t, { personen });
    await naarZuid(c.casusId);
    const b = await meld(t, personen, { acuut: true });
    await zegJa(b.id);
    const id = await voegSamen(b.casusId, c.casusId);
    const uit = await t.als('zuid').post(`/samenvoegingen/${id}/terugdraaiing`, { reden: 'Twee gezinnen.' });
    expect(uit.statusCode, uit.body).toBe(200);
    expect(await houders(t, b.casusId)).toEqual([ORG.vt]);
    expect(await houders(t, c.casusId)).toEqual([ORG.vtZuid]);
    for (const [, termijn] of await lopendeTermijnen(t, b.casusId))
      expect(termijn).toMatchObject({ eigenaar_organisatie_id: ORG.vt });
    expect((await t.als('visser').get(`/casussen/${b.casusId}`)).statusCode).toBe(200);
  });

  it('closed nothing: a later report is no hermelding for it', async () => {
    const personen = eigenGezin();
    const a = await meld(t, personen);
    const b = await meld(t, personen);
    await zegJa(b.id);
    const nog = async () => {
      const m = await meld(t, personen);
      await zegJa(m.id);
      return (await radar(t, m.id)).betrokkenheid;
    };
    const controle = await nog();
    const id = await voegSamen(b.casusId, a.casusId);
    await t.als('bakker').post(`/samenvoegingen/${id}/terugdraaiing`, { reden: 'Twee gezinnen.' });
    expect(controle).not.toBe('hermelding');
    expect(await nog()).toBe(controle);
  });
});

describe('a Veilig Thuis', () => {
  it('is closed by its own team leader, not by another that would have its register', async () => {
    const uit = await t
      .als('teamleider')
      .post(`/organisaties/${ORG.vtZuid}/sluiting`, { opvolgerId: ORG.vt, reden: 'Samen verder.' });
    expect(uit.statusCode).toBe(403);
    const { rows } = await t.database.beheer.query('select gesloten_op from organisatie where id = $1', [
      ORG.vtZuid,
    ]);
    expect(rows).toEqual([{ gesloten_op: null }]);
    expect(MENS.teamleider.organisatie).toBe(ORG.vt);
  });
});
