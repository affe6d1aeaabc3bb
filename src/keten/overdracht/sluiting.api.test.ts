// SPDX-License-Identifier: EUPL-1.2
// An organisation closes while it holds casussen and offers are open, to it and from it: nobody is unwatched.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MENS, maakTestHuis, meldingVoorbeeld, ORG, REGIO, type TestHuis } from '../../../test/huis.ts';
import { heleAfweging, nieuweMelding, stelVast } from '../../../test/hulp/beoordeling.ts';
import {
  aanvaard,
  bied,
  biedAan,
  gezin,
  houders,
  klaarVoorOverdracht,
} from '../../../test/hulp/overdracht.ts';

let t: TestHuis;
beforeEach(async () => {
  t = await maakTestHuis();
});
afterEach(() => t.weg());

const sluit = (id: string, opvolgerId: string, wie: 'teamleider' | 'visser' | 'emmenLeider' = 'teamleider') =>
  t.als(wie).post(`/organisaties/${id}/sluiting`, { opvolgerId, reden: 'De teams gaan samen.' });
const naarAssen = {
  naarOrganisatieId: ORG.assen,
  grondslag: 'toestemming',
  delen: [
    { deel: 'personen', grond: 'x' },
    { deel: 'uitspraken', grond: 'x' },
  ],
};
const rij = async (id: string) =>
  (
    await t.database.beheer.query('select status, van_organisatie_id, reden from overdracht where id = $1', [
      id,
    ])
  ).rows[0];

describe('closing', () => {
  it('passes everything on in one moment: zicht, terms, offers, access', async () => {
    // held by Emmen
    const gehouden = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, gehouden.casusId));
    // held by Emmen and offered on to Assen
    const doorgegeven = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, doorgegeven.casusId));
    const vanEmmen = await biedAan(t, doorgegeven.casusId, naarAssen, 'emmen');
    // offered to Emmen
    const aangeboden = await klaarVoorOverdracht(t);
    const aanEmmen = await biedAan(t, aangeboden.casusId);

    const uit = await sluit(ORG.emmen, ORG.opvang);
    expect(uit.statusCode, uit.body).toBe(200);
    expect(uit.json()).toEqual({ organisatieId: ORG.emmen, opvolgerId: ORG.opvang, aantalCasussen: 2 });

    expect(await houders(t, gehouden.casusId)).toEqual([ORG.opvang]);
    expect(await houders(t, doorgegeven.casusId)).toEqual([ORG.opvang]);
    expect(await houders(t, aangeboden.casusId)).toEqual([ORG.vt]);
    // what Emmen offered goes on with the successor as giver; what was offered to Emmen comes back
    expect(await rij(vanEmmen)).toMatchObject({ status: 'aangeboden', van_organisatie_id: ORG.opvang });
    expect((await t.als('assen').get(`/overdrachten/${vanEmmen}`)).json().zicht).toBe(
      'Opvang Test houdt zicht tot Lokaal team Assen aanvaardt',
    );
    expect(await rij(aanEmmen)).toMatchObject({
      status: 'ingetrokken',
      reden: 'Lokaal team Emmen is gesloten. Opvang Test volgt op.',
    });
    expect((await t.als('visser').get(`/overdrachten/${aanEmmen}`)).json()).toMatchObject({
      keuzeOpen: true,
    });
    expect((await aanvaard(t, vanEmmen, 'assen')).statusCode).toBe(200);
    expect(await houders(t, doorgegeven.casusId)).toEqual([ORG.assen]);

    const termijnen = await t.database.beheer.query(
      'select count(*) as n from termijn where eigenaar_organisatie_id = $1 and afgerond_op is null',
      [ORG.emmen],
    );
    expect(termijnen.rows[0].n).toBe(0);
    const over = await t.database.beheer.query(
      "select count(*) as n from termijn_wijziging w join termijn k on k.id = w.termijn_id where w.soort = 'overgegaan' and k.eigenaar_organisatie_id = $1",
      [ORG.opvang],
    );
    expect(over.rows[0].n).toBeGreaterThan(0);
    // nobody steers until the successor names someone
    const casus = await t.database.beheer.query('select regisseur_id from casus where id = $1', [
      gehouden.casusId,
    ]);
    expect(casus.rows[0].regisseur_id).toBeNull();
    const controle = async (casusId: string) =>
      (
        await t.database.beheer.query(
          "select waarom, eigenaar_organisatie_id as van, vervalt_op > $2 and vervalt_op < $2::timestamptz + interval '9 days' as gauw from termijn where casus_id = $1 and soort = 'zichtcontrole' and afgerond_op is null",
          [casusId, t.klok.nu()],
        )
      ).rows;
    const vraagt = {
      waarom: 'Overgenomen van Lokaal team Emmen: noem een regisseur',
      van: ORG.opvang,
      gauw: true,
    };
    expect(await controle(gehouden.casusId)).toEqual([vraagt]);
    expect((await controle(aangeboden.casusId))[0]?.van).toBe(ORG.vt);
    t.klok.vooruit(1000);
    expect([403, 404]).toContain((await t.als('emmen').get(`/casussen/${gehouden.casusId}`)).statusCode);
    expect((await t.als('opvang').get(`/casussen/${gehouden.casusId}`)).statusCode).toBe(200);
    expect(
      (await t.als('opvang').put(`/casussen/${gehouden.casusId}/regisseur`, { medewerkerId: MENS.opvang.id }))
        .statusCode,
    ).toBe(200);
    expect((await controle(gehouden.casusId))[0]?.waarom).toBe('Dit gezin is net overgenomen');
    // and nothing can be offered to it any more
    const nee = await bied(t, aangeboden.casusId);
    expect(nee.json().fouten[0]).toEqual({
      veld: 'naarOrganisatieId',
      melding: 'Lokaal team Emmen is gesloten. Kies een andere organisatie.',
    });
  });

  it('leaves the register of a Veilig Thuis to its successor: whoever follows up finishes what was begun', async () => {
    const personen = gezin();
    const lopend = await nieuweMelding(t, { personen });
    const bewaard = await t
      .als('visser')
      .put(`/beoordelingen/${lopend.beoordeling.id}`, heleAfweging(lopend.beoordeling));
    expect(bewaard.statusCode, bewaard.body).toBe(200);
    const beslist = await nieuweMelding(t, { personen: gezin() });
    await stelVast(t, beslist);
    expect((await t.als('zuid').get(`/meldingen/${lopend.id}`)).statusCode).toBe(403);

    expect((await sluit(ORG.vt, ORG.vtZuid)).statusCode).toBe(200);

    const gelezen = await t.als('zuid').get(`/meldingen/${lopend.id}`);
    expect(gelezen.statusCode, gelezen.body).toBe(200);
    expect(gelezen.json().melder).toMatchObject({ naam: 'Buurvrouw Voorbeeld' });
    // the weighing as it was left, put forward and decided by two people there
    const b = (await t.als('zuid').get(`/meldingen/${lopend.id}/beoordeling`)).json();
    expect(b).toMatchObject({ acuut: 'nee', structureel: 'ja' });
    const voor = await t.als('zuid').post(`/beoordelingen/${b.id}/voorlegging`, { versie: b.versie });
    expect(voor.statusCode, voor.body).toBe(200);
    const vast = await t
      .als('zuidTweede')
      .post(`/beoordelingen/${b.id}/vaststelling`, { versie: voor.json().versie });
    expect(vast.statusCode, vast.body).toBe(200);
    // what is owed to melders, and what the radar knows of the families
    for (const m of [lopend, beslist]) {
      const terug = (await t.als('zuid').get(`/meldingen/${m.id}/terugkoppelingen`)).json();
      expect(terug.length, m.id).toBeGreaterThan(0);
    }
    const weer = await t.als('zuid').post('/meldingen', meldingVoorbeeld({ personen }));
    expect(weer.statusCode, weer.body).toBe(201);
    const radar = await t.als('zuid').get(`/meldingen/${weer.json().id}/radar`);
    // both are known from a casus that still runs
    const kandidaten = radar.json<{ personen: { kandidaten: { betekenis: string }[] }[] }>().personen;
    expect(kandidaten.map((p) => p.kandidaten.map((k) => k.betekenis))).toEqual([['vervolg'], ['vervolg']]);
    t.klok.vooruit(1000);
    expect((await t.als('visser').get(`/meldingen/${lopend.id}`)).statusCode).toBe(403);
  });

  it('leaves a sealed casus with someone who sees it, also where the successor has no team leader', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, casusId));
    const dicht = await t.als('emmenLeider').post(`/casussen/${casusId}/verzegeling`, {
      soort: 'collega',
      reden: 'Het gaat over een collega.',
      medewerkerIds: [],
    });
    expect(dicht.statusCode, dicht.body).toBe(201);
    expect((await sluit(ORG.emmen, ORG.opvang)).statusCode).toBe(200);
    t.klok.vooruit(1000);
    expect((await t.als('opvang').get(`/casussen/${casusId}`)).statusCode).toBe(200);
  });

  it('lets a register pass to a successor only', async () => {
    await expect(
      t.database.app.query(
        `select set_config('houvast.regio', $1, false), set_config('houvast.functie', 'systeem', false), houvast.erft($2, $3)`,
        [REGIO, ORG.vt, ORG.vtZuid],
      ),
    ).rejects.toThrow('only the successor');
  });

  it('forgets no table that keeps what an organisation received', async () => {
    const { rows } = await t.database.beheer.query<{ tabel: string; erft: boolean }>(
      `select tablename as tabel, bool_or(policyname = 'erfenis') as erft from pg_policies where schemaname = 'houvast'
         group by tablename having bool_or(policyname = 'deur' and qual ~ '[( ]((naar|eigenaar)_)?organisatie_id = [(] ?SELECT .*ctx_(casus)?organisatie')
         order by tablename`,
    );
    const tabellen = (erft: boolean) => rows.filter((r) => r.erft === erft).map((r) => r.tabel);
    expect(tabellen(true)).toContain('melding');
    // parts in a casus, offers, terms and moments pass each in their own way; an act stays whose it was, and who is kept out stays so
    expect(tabellen(false)).toEqual([
      'belang',
      'betrokkenheid',
      'handeling',
      'monitormoment',
      'overdracht',
      'termijn',
    ]);
  });

  it('ends an offer from who closes to its own successor: that one holds zicht already', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, casusId));
    const id = await biedAan(t, casusId, naarAssen, 'emmen');
    expect((await sluit(ORG.emmen, ORG.assen)).statusCode).toBe(200);
    expect(await rij(id)).toMatchObject({ status: 'ingetrokken' });
    expect(await houders(t, casusId)).toEqual([ORG.assen]);
    expect((await aanvaard(t, id, 'assen')).statusCode).toBe(409);
  });

  it('is refused without a successor that can take it, and by whoever may not', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, casusId));
    expect((await sluit(ORG.emmen, ORG.emmen)).statusCode).toBe(400);
    expect((await sluit(ORG.emmen, '00000000-0000-7000-8000-00000000ffff')).statusCode).toBe(400);
    expect((await sluit('00000000-0000-7000-8000-00000000ffff', ORG.emmen)).statusCode).toBe(404);
    expect((await sluit(ORG.vt, ORG.emmen)).json().fouten[0].veld).toBe('opvolgerId');
    // a school cannot hold zicht, and nobody but a holder can give it on: it would be stuck there
    for (const [oud, nieuw] of [
      [ORG.emmen, ORG.school],
      [ORG.politie, ORG.gemeente],
    ] as const) {
      const uit = await sluit(oud, nieuw);
      expect(uit.statusCode, uit.body).toBe(400);
      expect(uit.json().fouten[0].veld).toBe('opvolgerId');
    }
    expect((await sluit(ORG.emmen, ORG.assen, 'emmenLeider')).statusCode).toBe(403);
    expect((await sluit(ORG.emmen, ORG.assen, 'visser')).statusCode).toBe(403);
    expect(await houders(t, casusId)).toEqual([ORG.emmen]);
    expect((await sluit(ORG.assen, ORG.opvang)).statusCode).toBe(200);
    expect((await sluit(ORG.assen, ORG.opvang)).statusCode).toBe(409);
    // Assen is closed: it follows nobody up
    expect((await sluit(ORG.emmen, ORG.assen)).statusCode).toBe(400);
  });

  it('leaves no casus with a closed holder, whoever accepts at the same moment', async () => {
    const casussen: string[] = [];
    const aanboden: string[] = [];
    for (let i = 0; i < 6; i++) {
      const { casusId } = await klaarVoorOverdracht(t);
      casussen.push(casusId);
      aanboden.push(await biedAan(t, casusId, i % 2 === 0 ? {} : { naarOrganisatieId: ORG.assen }));
    }
    const even = () => new Promise((klaar) => setTimeout(klaar, Math.random() * 40));
    // Emmen and Assen close into each other and into the shelter while both accept
    const [a, b, ...antwoorden] = await Promise.all([
      even().then(() => sluit(ORG.emmen, ORG.assen)),
      even().then(() => sluit(ORG.assen, ORG.opvang)),
      ...aanboden.map((id, i) => even().then(() => aanvaard(t, id, i % 2 === 0 ? 'emmen' : 'assen'))),
    ]);
    expect(b?.statusCode).toBe(200);
    // Emmen could follow into Assen only while Assen was open
    expect([200, 400]).toContain(a?.statusCode);
    for (const x of antwoorden) expect([200, 409], x?.body).toContain(x?.statusCode);
    const { rows } = await t.database.beheer.query(
      'select z.casus_id, o.gesloten_op from zicht z join organisatie o on o.id = z.organisatie_id where z.tot is null and z.casus_id = any($1)',
      [casussen],
    );
    expect(rows).toHaveLength(6);
    for (const r of rows) expect(r.gesloten_op).toBeNull();
    const open = await t.database.beheer.query(
      "select 1 from overdracht d join organisatie o on o.id = d.naar_organisatie_id where d.status = 'aangeboden' and o.gesloten_op is not null",
    );
    expect(open.rows).toEqual([]);
  });
});
