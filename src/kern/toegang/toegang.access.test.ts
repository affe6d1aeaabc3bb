// SPDX-License-Identifier: EUPL-1.2
// The noodknop, sealed dossiers, conflicts of interest and shares: what opens, what stays shut, and what closes by itself.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  MENS,
  type MensNaam,
  maakTestHuis,
  meldingVoorbeeld,
  ORG,
  REGIO,
  type TestHuis,
} from '../../../test/huis.ts';
import { nieuweMelding } from '../../../test/hulp/beoordeling.ts';
import { aanvaard, bied, biedAan, gezin, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';
import { systeem } from '../../platform/acts/deur.ts';
import { sluitCasus } from '../casus/casus.store.ts';
import { laatWeten } from '../gebeurtenissen.ts';
import { draagZichtOver } from '../zicht/zicht.store.ts';
import { DELING_DAGEN, NOODKNOP_UREN } from './toegang.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const UUR = 3_600_000;
const ONBEKEND = '01900000-0000-7000-8000-000000000000';

async function nummerVan(casusId: string): Promise<string> {
  const { rows } = await t.database.beheer.query('select nummer from casus where id = $1', [casusId]);
  return rows[0].nummer;
}
const druk = (
  wie: MensNaam,
  casusnummer: string,
  reden = 'Er is nu iemand aan de telefoon die in gevaar is.',
) => t.als(wie).post('/noodtoegang', { casusnummer, doel: 'zicht_houden', reden });
const lees = async (wie: MensNaam, casusId: string) =>
  (await t.als(wie).get(`/casussen/${casusId}`)).statusCode;
const termijnen = async (soort: string, onderwerpId?: string) =>
  (
    await t.database.beheer.query(
      'select * from termijn where soort = $1 and ($2::uuid is null or onderwerp_id = $2) and afgerond_op is null',
      [soort, onderwerpId ?? null],
    )
  ).rows;
/** What row-level security itself shows, without the doors. */
async function rijen(wie: MensNaam, tabel: string, casusId: string): Promise<number> {
  const w = t.wie(wie);
  const c = await t.database.app.connect();
  try {
    await c.query('begin');
    await c.query(
      `select set_config('houvast.regio', $1, true), set_config('houvast.organisatie', $2, true), set_config('houvast.medewerker', $3, true),
        set_config('houvast.functie', $4, true), set_config('houvast.doel', 'zicht_houden', true), set_config('houvast.nu', $5, true)`,
      [REGIO, w.organisatieId, w.medewerkerId, w.functie, t.klok.nu().toISOString()],
    );
    const { rows } = await c.query(
      `select count(*) as n from ${tabel} where ${tabel === 'casus' ? 'id' : 'casus_id'} = $1`,
      [casusId],
    );
    return rows[0].n;
  } finally {
    await c.query('rollback');
    c.release();
  }
}

describe('the noodknop', () => {
  it('opens one casus for some hours, tells the holder and the privacy officer, and closes by itself', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const ander = await klaarVoorOverdracht(t);
    expect(await lees('assen', casusId)).toBe(404);
    const uit = await druk('assen', await nummerVan(casusId));
    expect(uit.statusCode, uit.body).toBe(201);
    const { id } = uit.json();
    expect(await lees('assen', casusId)).toBe(200);
    expect((await t.als('assen').get(`/casussen/${casusId}/tijdlijn`)).statusCode).toBe(200);
    expect(await lees('assen', ander.casusId)).toBe(404);
    // nobody else of that organisation, and nothing may be written
    expect(await rijen('assen', 'casus', casusId)).toBe(1);
    expect(
      (await t.als('assen').post(`/casussen/${casusId}/uitspraken`, { soort: 'feit', tekst: 'x', bron: 'x' }))
        .statusCode,
    ).toBe(404);
    // at once, in the same transaction
    const [gezien] = await termijnen('noodknop_gezien', casusId);
    expect(gezien).toMatchObject({ eigenaar_organisatie_id: ORG.vt });
    const [na] = await termijnen('noodknop_nakijken', id);
    expect(na).toMatchObject({ eigenaar_medewerker_id: MENS.fg.id, casus_id: null });
    // the log says that it was the noodknop
    const { rows } = await t.database.beheer.query(
      "select bool_and(noodknop) as nood, count(*) as n from verwerkingslog where medewerker_id = $1 and name = 'casus.lezen'",
      [MENS.assen.id],
    );
    expect(rows[0]).toMatchObject({ nood: true });
    expect(rows[0].n).toBeGreaterThan(0);

    t.klok.vooruit(NOODKNOP_UREN * UUR - 1000);
    expect(await lees('assen', casusId)).toBe(200);
    t.klok.vooruit(2000);
    expect(await lees('assen', casusId)).toBe(404);
    expect(await rijen('assen', 'casus', casusId)).toBe(0);
  });

  it('is reviewed once, by the privacy officer, who sees the number and nothing of the casus', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const nummer = await nummerVan(casusId);
    const id = (await druk('emmen', nummer)).json().id;
    const lijst = (await t.als('fg').get('/noodtoegang?stand=open')).json().noodtoegang;
    expect(lijst.find((n: { id: string }) => n.id === id)).toMatchObject({
      casusnummer: nummer,
      medewerkerNaam: MENS.emmen.naam,
      reden: 'Er is nu iemand aan de telefoon die in gevaar is.',
    });
    expect(await lees('fg', casusId)).toBe(403);
    const oordeel = { oordeel: 'terecht', bevinding: 'De politie bevestigt het telefoontje.' };
    expect((await t.als('emmen').post(`/noodtoegang/${id}/nakijken`, oordeel)).statusCode).toBe(403);
    expect((await t.als('fg').post(`/noodtoegang/${id}/nakijken`, oordeel)).statusCode).toBe(200);
    expect((await t.als('fg').post(`/noodtoegang/${id}/nakijken`, oordeel)).statusCode).toBe(409);
    expect(await termijnen('noodknop_nakijken', id)).toEqual([]);
    expect((await t.als('emmen').get('/noodtoegang/mij')).json().noodtoegang[0]).toMatchObject({
      oordeel: 'terecht',
    });
  });

  it('is reviewed also when the casus was sealed since, without its number unless the officer is named', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const nummer = await nummerVan(casusId);
    const id = (await druk('assen', nummer)).json().id;
    const zegel = { soort: 'collega', reden: 'Het gaat over een collega.', medewerkerIds: [MENS.bakker.id] };
    expect((await t.als('teamleider').post(`/casussen/${casusId}/verzegeling`, zegel)).statusCode).toBe(201);
    const lijst = await t.als('fg').get('/noodtoegang?stand=open');
    expect(lijst.json().noodtoegang.find((n: { id: string }) => n.id === id)).toMatchObject({
      casusId: null,
      casusnummer: null,
      medewerkerNaam: MENS.assen.naam,
    });
    expect(lijst.body).not.toContain(nummer);
    expect(lijst.body).not.toContain(casusId);
    // who works with it and is not named sees nothing of it
    expect(await rijen('visser', 'noodtoegang', casusId)).toBe(0);
    const oordeel = { oordeel: 'terecht', bevinding: 'Gebeld met de melder.' };
    const na = await t.als('fg').post(`/noodtoegang/${id}/nakijken`, oordeel);
    expect(na.statusCode, na.body).toBe(200);
    expect(na.body).not.toContain(casusId);
    expect(await termijnen('noodknop_nakijken', id)).toEqual([]);
    // named, the officer sees which one it was
    await t.database.beheer.query(
      `insert into genoemde (regio_id, id, casus_id, medewerker_id, vanaf) values ($1, gen_random_uuid(), $2, $3, $4)`,
      [REGIO, casusId, MENS.fg.id, t.klok.nu()],
    );
    const genoemd = (await t.als('fg').get('/noodtoegang?stand=alles')).json().noodtoegang;
    expect(genoemd.find((n: { id: string }) => n.id === id)).toMatchObject({ casusId, casusnummer: nummer });
  });

  it('needs a reason, is not for whoever has access already, and does not say what exists', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const nummer = await nummerVan(casusId);
    expect((await druk('assen', nummer, '  ')).statusCode).toBe(400);
    expect((await druk('visser', nummer)).statusCode).toBe(409);
    expect((await druk('school', nummer)).statusCode).toBe(403);
    expect((await druk('fg', nummer)).statusCode).toBe(403);
    expect((await druk('assen', 'C-0000-999999')).statusCode).toBe(404);
  });
});

describe('a sealed casus', () => {
  const zegel = { soort: 'collega', reden: 'Het gaat over een collega.', medewerkerIds: [MENS.bakker.id] };

  it('exists for the named people only: not on lists, not by number, not by the noodknop, not in the tables', async () => {
    const personen = gezin();
    const m = await nieuweMelding(t, { personen });
    const { casusId } = m;
    const nummer = await nummerVan(casusId);
    expect((await t.als('visser').post(`/casussen/${casusId}/verzegeling`, zegel)).statusCode).toBe(403);
    const uit = await t.als('teamleider').post(`/casussen/${casusId}/verzegeling`, zegel);
    expect(uit.statusCode, uit.body).toBe(201);
    expect(await lees('bakker', casusId)).toBe(200);
    expect(await lees('teamleider', casusId)).toBe(200);

    const weg = await t.als('visser').get(`/casussen/${casusId}`);
    const nooit = await t.als('visser').get(`/casussen/${ONBEKEND}`);
    expect(weg.statusCode).toBe(404);
    const kaal = ({ instance: _, ...rest }: Record<string, unknown>) => rest;
    expect(kaal(weg.json())).toEqual(kaal(nooit.json()));
    for (const pad of [`/meldingen/${m.id}`, `/meldingen/${m.id}/beoordeling`, `/meldingen/${m.id}/radar`])
      expect([403, 404], pad).toContain((await t.als('visser').get(pad)).statusCode);
    const zoek = await t.als('visser').post('/casussen/_zoek', { zoekterm: nummer });
    expect(zoek.json().casussen).toEqual([]);
    expect((await t.als('visser').get('/werk')).body).not.toContain(casusId);
    expect((await druk('assen', nummer)).statusCode).toBe(404);
    for (const tabel of [
      'casus',
      'zicht',
      'casus_persoon',
      'uitspraak',
      'termijn',
      'handeling',
      'melding',
      'beoordeling',
      'betrokkenheid',
    ])
      expect(await rijen('visser', tabel, casusId), tabel).toBe(0);
    for (const tabel of ['casus', 'zicht', 'casus_persoon', 'uitspraak', 'termijn'])
      expect(await rijen('bakker', tabel, casusId), tabel).toBeGreaterThan(0);
    // its deadlines still have someone who sees them
    const open = (
      await t.database.beheer.query(
        'select eigenaar_medewerker_id from termijn where casus_id = $1 and afgerond_op is null',
        [casusId],
      )
    ).rows;
    expect(open.length).toBeGreaterThan(0);
    for (const r of open) expect([MENS.bakker.id, MENS.teamleider.id]).toContain(r.eigenaar_medewerker_id);

    // the radar is silent to who types the same people, and tells the named ones that something came in
    const weer = await t.als('visser').post('/meldingen', meldingVoorbeeld({ personen }));
    expect(weer.statusCode, weer.body).toBe(201);
    const radar = await t.als('visser').get(`/meldingen/${weer.json().id}/radar`);
    expect(radar.body).not.toContain(casusId);
    expect(radar.body).not.toContain(nummer);
    expect(await termijnen('verzegelde_melding', casusId)).toHaveLength(1);

    const op = await t
      .als('teamleider')
      .post(`/casussen/${casusId}/verzegeling/opheffing`, { reden: 'Niet meer nodig.' });
    expect(op.statusCode, op.body).toBe(200);
    expect(await lees('visser', casusId)).toBe(200);
  });

  it('is shut for a mention that joins it in the same transaction as well', async () => {
    const dicht = await nieuweMelding(t);
    const open = await nieuweMelding(t);
    const uit = await t.als('teamleider').post(`/casussen/${dicht.casusId}/verzegeling`, zegel);
    expect(uit.statusCode, uit.body).toBe(201);
    const w = t.wie('visser');
    const c = await t.database.beheer.connect();
    try {
      await c.query('begin');
      await c.query('select houvast.zet_context($1, $2, $3, $4, $5, $6)', [
        REGIO,
        w.organisatieId,
        w.medewerkerId,
        w.functie,
        'zicht_houden',
        t.klok.nu().toISOString(),
      ]);
      const gesloten = async (casusId: string) =>
        (
          await c.query(
            'select count(*) as n from casus_persoon where casus_id = $1 and vermelding_id = any (houvast.ctx_dichte_vermeldingen())',
            [casusId],
          )
        ).rows[0].n;
      expect(await gesloten(dicht.casusId)).toBeGreaterThan(0);
      expect(await gesloten(open.casusId)).toBe(0);
      await c.query('update houvast.casus_persoon set casus_id = $1 where casus_id = $2', [
        dicht.casusId,
        open.casusId,
      ]);
      const { rows } = await c.query('select count(*) as n from casus_persoon where casus_id = $1', [
        dicht.casusId,
      ]);
      expect(await gesloten(dicht.casusId)).toBe(rows[0].n);
    } finally {
      await c.query('rollback');
      c.release();
    }
  });

  it('is offered only where someone is named, and keeps someone named at its holder', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    expect((await t.als('teamleider').post(`/casussen/${casusId}/verzegeling`, zegel)).statusCode).toBe(201);
    const nee = await bied(t, casusId, {}, 'teamleider');
    expect(nee.statusCode).toBe(400);
    expect(nee.json().fouten[0].veld).toBe('naarOrganisatieId');
    const noem = await t
      .als('teamleider')
      .post(`/casussen/${casusId}/verzegeling/genoemden`, { organisatieId: ORG.emmen });
    expect(noem.statusCode, noem.body).toBe(201);
    const ja = await bied(t, casusId, {}, 'teamleider');
    expect(ja.statusCode, ja.body).toBe(201);
    expect((await t.als('emmen').get(`/overdrachten/${ja.json().id}`)).statusCode).not.toBe(200);
    expect((await t.als('emmenLeider').get(`/overdrachten/${ja.json().id}`)).statusCode).toBe(200);
    const einde = (m: string) =>
      t.als('teamleider').post(`/casussen/${casusId}/verzegeling/genoemden/${m}/einde`);
    expect((await einde(MENS.bakker.id)).statusCode).toBe(200);
    expect((await einde(MENS.teamleider.id)).statusCode).toBe(400);
  });
});

describe('a sealed casus with work of another organisation', () => {
  const zegel = { soort: 'collega', reden: 'Het gaat over een collega.', medewerkerIds: [] as string[] };

  it('names the team leaders there and gives them that work: it does not lapse out of sight', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, casusId));
    const dicht = await t.als('emmenLeider').post(`/casussen/${casusId}/verzegeling`, zegel);
    expect(dicht.statusCode, dicht.body).toBe(201);
    expect(await lees('visser', casusId)).toBe(404);
    expect(await lees('teamleider', casusId)).toBe(200);
    const { rows } = await t.database.beheer.query(
      'select distinct eigenaar_organisatie_id as o, eigenaar_medewerker_id as m from termijn where casus_id = $1 and afgerond_op is null order by 1',
      [casusId],
    );
    expect(rows).toEqual(
      [
        { o: ORG.vt, m: MENS.teamleider.id },
        { o: ORG.emmen, m: MENS.emmenLeider.id },
      ].sort((a, b) => a.o.localeCompare(b.o)),
    );
    // while Veilig Thuis has work here, somebody there keeps seeing it
    const einde = (m: string) =>
      t.als('emmenLeider').post(`/casussen/${casusId}/verzegeling/genoemden/${m}/einde`);
    expect((await einde(MENS.teamleider.id)).statusCode).toBe(400);
    expect(await lees('teamleider', casusId)).toBe(200);
  });

  it('is not steered by who cannot see it', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, casusId));
    expect((await t.als('emmenLeider').post(`/casussen/${casusId}/verzegeling`, zegel)).statusCode).toBe(201);
    const noem = (medewerkerId: string) =>
      t.als('emmenLeider').put(`/casussen/${casusId}/regisseur`, { medewerkerId });
    const nee = await noem(MENS.emmen.id);
    expect(nee.statusCode, nee.body).toBe(400);
    expect(nee.json().fouten[0].veld).toBe('medewerkerId');
    const erbij = await t
      .als('emmenLeider')
      .post(`/casussen/${casusId}/verzegeling/genoemden`, { medewerkerId: MENS.emmen.id });
    expect(erbij.statusCode, erbij.body).toBe(201);
    expect((await noem(MENS.emmen.id)).statusCode).toBe(200);
  });
});

describe('a conflict of interest', () => {
  it('keeps out who appears, who lives there and whose family it is, and tells the team leader', async () => {
    const straat = { straat: 'Kringweg', huisnummer: '4', postcode: '7822ZZ', woonplaats: 'Emmen' };
    const kring = await t.als('visser').post('/ik/kring', { wie: 'zelf', achternaam: 'Visser', ...straat });
    expect(kring.statusCode, kring.body).toBe(201);
    const m = await t
      .als('bakker')
      .post('/meldingen', meldingVoorbeeld({ personen: [{ ...gezin()[0], ...straat, huisnummer: '9' }] }));
    expect(m.statusCode, m.body).toBe(201);
    const { casusId } = m.json();
    expect(await lees('visser', casusId)).toBe(404);
    expect(await lees('bakker', casusId)).toBe(200);
    const lijst = (await t.als('teamleider').get('/belangen')).json().belangen;
    const belang = lijst.find((b: { casusId: string }) => b.casusId === casusId);
    expect(belang).toMatchObject({ medewerkerNaam: MENS.visser.naam, gronden: ['in_de_buurt'] });
    expect(await termijnen('belang_bekijken', belang.id)).toMatchObject([
      { eigenaar_medewerker_id: MENS.teamleider.id, casus_id: casusId },
    ]);
    expect((await t.als('visser').get('/belangen')).statusCode).toBe(403);
    // colleagues do not read it on the timeline
    const tijdlijn = await t.als('bakker').get(`/casussen/${casusId}/tijdlijn`);
    expect(tijdlijn.statusCode).toBe(200);
    expect(tijdlijn.body).not.toContain('belang');
    // nor as a term in the casus, in a list or in their work; the team leader does
    const plekken = async (wie: MensNaam) => {
      const als = t.als(wie);
      const uit = [
        await als.get(`/casussen/${casusId}`),
        await als.post('/casussen/_zoek', { bij: 'organisatie', aantal: 200 }),
        await als.get('/werk'),
      ];
      return uit.map((u) => u.body.includes('belang_bekijken'));
    };
    expect(await plekken('bakker')).toEqual([false, false, false]);
    expect((await plekken('teamleider')).filter(Boolean).length).toBeGreaterThan(0);
    // nobody lets oneself in, and another organisation knows nothing of it
    expect((await t.als('emmenLeider').get('/belangen')).json().belangen).toEqual([]);
    expect(
      (await t.als('emmenLeider').post(`/belangen/${belang.id}/opheffing`, { reden: 'x' })).statusCode,
    ).toBe(404);
    const op = await t
      .als('teamleider')
      .post(`/belangen/${belang.id}/opheffing`, { reden: 'Een lange straat.' });
    expect(op.statusCode, op.body).toBe(200);
    expect(await lees('visser', casusId)).toBe(200);
    expect(await termijnen('belang_bekijken', belang.id)).toEqual([]);
  });

  it('is news for every team leader of that organisation, else for the privacy officer, and never for a colleague', async () => {
    const straat = { straat: 'Belangdreef', huisnummer: '4', postcode: '7826ZZ', woonplaats: 'Emmen' };
    const collega = '00000000-0000-7000-8000-000000000291';
    const leider = '00000000-0000-7000-8000-000000000292';
    await t.database.beheer.query(
      `insert into medewerker (regio_id, id, organisatie_id, naam, functie) values ($1, $2, $3, 'Z. Collega', 'regisseur'),
        ($1, $4, $5, 'Y. Leider', 'vt_teamleider')`,
      [REGIO, collega, ORG.opvang, leider, ORG.vt],
    );
    const ziet = async (wieId: string, organisatie: string, functie: string, casusId: string) => {
      const c = await t.database.app.connect();
      try {
        await c.query('begin');
        await c.query(`select zet_context($1, $2, $3, $4, 'zicht_houden', $5)`, [
          REGIO,
          organisatie,
          wieId,
          functie,
          t.klok.nu().toISOString(),
        ]);
        const { rows } = await c.query(
          `select (select count(*)::int from termijn where casus_id = $1 and soort = 'belang_bekijken') as termijnen,
            (select count(*)::int from handeling where casus_id = $1 and soort like 'belang.%') as handelingen,
            (select count(*)::int from belang where casus_id = $1) as belangen`,
          [casusId],
        );
        return [rows[0].termijnen, rows[0].handelingen, rows[0].belangen];
      } finally {
        await c.query('rollback');
        c.release();
      }
    };
    // two team leaders at Veilig Thuis: the term is given to neither
    await t.als('bakker').post('/ik/kring', { wie: 'zelf', ...straat });
    const m = await t
      .als('visser')
      .post('/meldingen', meldingVoorbeeld({ personen: [{ ...gezin()[0], ...straat, huisnummer: '9' }] }));
    expect(m.statusCode, m.body).toBe(201);
    const { casusId } = m.json();
    expect(await termijnen('belang_bekijken')).toMatchObject([
      { casus_id: casusId, eigenaar_medewerker_id: null },
    ]);
    expect(await ziet(MENS.visser.id, ORG.vt, 'vt_medewerker', casusId)).toEqual([0, 0, 0]);
    for (const wie of [MENS.teamleider.id, leider])
      expect(await ziet(wie, ORG.vt, 'vt_teamleider', casusId)).toEqual([1, 1, 1]);
    // an organisation without team leader: the privacy officer hears it, and no colleague
    await t.als('opvang').post('/ik/kring', { wie: 'zelf', ...straat });
    await t.huis.deuren.act(
      { wie: systeem(REGIO), doel: 'overdragen' },
      'proef.overdracht',
      { soort: 'casus', casusId },
      async (tx) => {
        await draagZichtOver(tx, casusId, ORG.opvang, 'proef');
        await laatWeten(tx, 'overdracht.aanvaard', {
          overdrachtId: ONBEKEND,
          casusId,
          vanId: ORG.vt,
          naarId: ORG.opvang,
          regisseurId: collega,
        });
      },
    );
    const bijOpvang = (await termijnen('belang_bekijken')).filter(
      (x) => x.eigenaar_medewerker_id === MENS.fg.id,
    );
    expect(bijOpvang).toHaveLength(1);
    expect(await ziet(collega, ORG.opvang, 'regisseur', casusId)).toEqual([0, 0, 0]);
    expect(await ziet(MENS.opvang.id, ORG.opvang, 'regisseur', casusId)).toEqual([0, 0, 0]);
    // nor the team leader of the organisation where the officer works: it is about a worker of another
    expect(await ziet(leider, ORG.vt, 'vt_teamleider', casusId)).toEqual([1, 1, 1]);
    const lijst = (await t.als('fg').get('/belangen')).json().belangen;
    expect(
      lijst
        .filter((b: { casusId: string }) => b.casusId === casusId)
        .map((b: { medewerkerNaam: string }) => b.medewerkerNaam)
        .sort(),
    ).toEqual([MENS.bakker.naam, MENS.opvang.naam].sort());
    // the officer reads both, with the number and nothing else of the casus, and decides on the one that no team leader can
    const nummer = await nummerVan(casusId);
    const van = (naam: string) =>
      lijst.find(
        (b: { casusId: string; medewerkerNaam: string }) =>
          b.casusId === casusId && b.medewerkerNaam === naam,
      );
    expect(van(MENS.opvang.naam)).toMatchObject({
      magBeslissen: true,
      casusnummer: nummer,
      bevestiging: null,
    });
    expect(van(MENS.bakker.naam)).toMatchObject({ magBeslissen: false, casusnummer: nummer });
    const tellers = async () => (await t.als('fg').get('/ik')).json().tellers;
    const wachtte = await tellers();
    expect(wachtte.belangen).toBe(1);
    const beslis = (wie: MensNaam, naam: string, besluit: string) =>
      t
        .als(wie)
        .post(`/belangen/${van(naam).id}/${besluit}`, { reden: 'Een collega van de opvang doet het.' });
    for (const besluit of ['bevestiging', 'opheffing']) {
      expect((await beslis('fg', MENS.bakker.naam, besluit)).statusCode).toBe(404);
      expect((await beslis('opvang', MENS.opvang.naam, besluit)).statusCode).toBe(403);
      expect((await beslis('teamleider', MENS.opvang.naam, besluit)).statusCode).toBe(404);
    }
    const ja = await beslis('fg', MENS.opvang.naam, 'bevestiging');
    expect(ja.statusCode, ja.body).toBe(200);
    expect((await beslis('fg', MENS.opvang.naam, 'bevestiging')).statusCode).toBe(409);
    expect(await lees('opvang', casusId)).toBe(404);
    expect(await termijnen('belang_bekijken', van(MENS.opvang.naam).id)).toEqual([]);
    expect(await tellers()).toMatchObject({ toezicht: wachtte.toezicht - 1, belangen: 0 });
    const nu = (await t.als('fg').get('/belangen')).json().belangen;
    expect(nu.find((b: { id: string }) => b.id === van(MENS.opvang.naam).id).bevestiging).toMatchObject({
      door: MENS.fg.naam,
      reden: 'Een collega van de opvang doet het.',
    });
    // on record as what it is: oversight, about this casus
    const { rows: daad } = await t.database.beheer.query(
      `select medewerker_id, doel, casus_id from handeling where soort = 'belang.bevestigen'`,
    );
    expect(daad).toEqual([{ medewerker_id: MENS.fg.id, doel: 'toezicht', casus_id: casusId }]);
    // and it can still turn out to be a mistake
    expect((await beslis('fg', MENS.opvang.naam, 'opheffing')).statusCode).toBe(200);
    expect(await lees('opvang', casusId)).toBe(200);
    // a team leader says it the same way
    expect((await beslis('teamleider', MENS.bakker.naam, 'bevestiging')).statusCode).toBe(200);
    expect(await termijnen('belang_bekijken', van(MENS.bakker.naam).id)).toEqual([]);
    await t.database.beheer.query('update medewerker set actief = false where id = any ($1)', [
      [collega, leider],
    ]);
    await t.database.beheer.query(`delete from kring where straat = 'Belangdreef'`);
  });

  it('in a sealed casus is no news for who is not named there', async () => {
    const straat = { straat: 'Zegelpad', huisnummer: '4', postcode: '7823ZZ', woonplaats: 'Emmen' };
    await t.als('bakker').post('/ik/kring', { wie: 'zelf', ...straat });
    const { casusId } = await nieuweMelding(t, { personen: [{ ...gezin()[0], ...straat, huisnummer: '9' }] });
    const ziet = async (wie: MensNaam) =>
      (await t.als(wie).get('/belangen'))
        .json()
        .belangen.some((b: { casusId: string }) => b.casusId === casusId);
    expect([await ziet('teamleider'), await ziet('fg')]).toEqual([true, true]);
    const zegel = { soort: 'collega', reden: 'Het gaat over een collega.', medewerkerIds: [MENS.visser.id] };
    const dicht = await t.als('teamleider').post(`/casussen/${casusId}/verzegeling`, zegel);
    expect(dicht.statusCode, dicht.body).toBe(201);
    expect([await ziet('teamleider'), await ziet('fg')]).toEqual([true, false]);
    expect(await rijen('fg', 'belang', casusId)).toBe(0);
    await t.database.beheer.query(`delete from kring where straat = 'Zegelpad'`);
  });

  it('looks back as well: who names someone now loses the casussen in which that person is', async () => {
    const [mens] = gezin();
    const m = await nieuweMelding(t, { personen: [mens] });
    expect(await lees('bakker', m.casusId)).toBe(200);
    const { voornamen, achternaam, geboortejaar, geboortemaand, geboortedag } = mens as Record<
      string,
      unknown
    >;
    const uit = await t
      .als('bakker')
      .post('/ik/kring', { wie: 'familie', voornamen, achternaam, geboortejaar, geboortemaand, geboortedag });
    expect(uit.statusCode, uit.body).toBe(201);
    expect(await lees('bakker', m.casusId)).toBe(404);
    expect(await lees('visser', m.casusId)).toBe(200);
    // what one told is one's own
    expect((await t.als('visser').get('/ik/kring')).body).not.toContain(achternaam);
    expect((await t.als('bakker').get('/ik/kring')).json().kring).toHaveLength(1);
    // and taking the name away again does not open the door
    expect((await t.als('bakker').del(`/ik/kring/${uit.json().id}`)).statusCode).toBe(200);
    expect(await lees('bakker', m.casusId)).toBe(404);
  });

  it('does not say by its ground where a secret address is', async () => {
    const straat = { straat: 'Schuilhof', huisnummer: '2', postcode: '7833YY', woonplaats: 'Emmen' };
    await t.als('visser').post('/ik/kring', { wie: 'zelf', ...straat });
    const m = await t
      .als('bakker')
      .post('/meldingen', meldingVoorbeeld({ personen: [{ ...gezin()[0], ...straat, geheimAdres: true }] }));
    const { casusId } = m.json();
    expect(await lees('visser', casusId)).toBe(404);
    const uit = await t.als('teamleider').get('/belangen');
    expect(uit.json().belangen.find((b: { casusId: string }) => b.casusId === casusId).gronden).toEqual([
      'niet_getoond',
    ]);
    expect(uit.body).not.toContain('Schuilhof');
  });
});

describe('who is kept out of a casus', () => {
  it('is not named as the one who steers it, also not by who accepts', async () => {
    const straat = { straat: 'Stuurweg', huisnummer: '4', postcode: '7823ZZ', woonplaats: 'Emmen' };
    expect(
      (await t.als('emmen').post('/ik/kring', { wie: 'zelf', achternaam: 'Kuipers', ...straat })).statusCode,
    ).toBe(201);
    const { casusId } = await klaarVoorOverdracht(t, {
      personen: [{ ...gezin()[0], ...straat, huisnummer: '9' }],
    });
    const id = await biedAan(t, casusId);
    const neem = (regisseurId: string) =>
      t.als('emmenLeider').post(`/overdrachten/${id}/aanvaarding`, { regisseurId });
    const nee = await neem(MENS.emmen.id);
    expect(nee.statusCode, nee.body).toBe(400);
    expect(nee.json().fouten[0].veld).toBe('regisseurId');
    expect((await neem(MENS.emmenLeider.id)).statusCode).toBe(200);
    await t.database.beheer.query(`delete from kring where straat = 'Stuurweg'`);
  });
});

describe('a share', () => {
  const deling = (anders: Record<string, unknown> = {}) => ({
    naarOrganisatieId: ORG.school,
    onderdelen: ['personen', 'plan'],
    grondslag: 'toestemming',
    reden: 'De school ziet het kind elke dag.',
    totOp: new Date(t.klok.nu().getTime() + 30 * 24 * UUR).toISOString(),
    ...anders,
  });

  it('opens the named parts to one organisation, and closes by itself: a second later it is gone', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, casusId));
    const d = deling();
    const uit = await t.als('emmen').post(`/casussen/${casusId}/delingen`, d);
    expect(uit.statusCode, uit.body).toBe(201);
    expect((await t.als('school').get('/delingen/mij')).json().delingen).toMatchObject([
      { casusId, onderdelen: ['personen', 'plan'] },
    ]);
    const beeld = (await t.als('school').get(`/casussen/${casusId}`)).json();
    expect(beeld.personen.length).toBeGreaterThan(0);
    expect(beeld.termijnen).toEqual([]);
    expect((await t.als('school').get(`/casussen/${casusId}/afspraken`)).statusCode).toBe(200);
    // what was not shared, and whom it was not shared with
    expect((await t.als('school').get(`/casussen/${casusId}/uitspraken`)).statusCode).toBe(404);
    expect((await t.als('school').get(`/casussen/${casusId}/tijdlijn`)).statusCode).toBe(404);
    expect((await t.als('school').get(`/casussen/${casusId}/toegang`)).statusCode).toBe(403);
    expect(await rijen('school', 'uitspraak', casusId)).toBe(0);
    expect(await rijen('school', 'casus_persoon', casusId)).toBeGreaterThan(0);
    expect(await lees('opvang', casusId)).toBe(404);

    const einde = new Date(d.totOp).getTime();
    t.klok.vooruit(einde - t.klok.nu().getTime() - 1);
    expect(await lees('school', casusId)).toBe(200);
    t.klok.vooruit(1001);
    expect(await lees('school', casusId)).toBe(404);
    expect(await rijen('school', 'casus', casusId)).toBe(0);
    expect((await t.als('school').get('/delingen/mij')).json().delingen).toEqual([]);
    // the giver still sees that it was
    expect((await t.als('emmen').get(`/casussen/${casusId}/toegang`)).json().delingen).toMatchObject([
      { naarNaam: 'Basisschool De Test', loopt: false },
    ]);
  });

  it('can be taken back, and has an end that is neither past nor too far', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const stuur = (anders: Record<string, unknown>) =>
      t.als('visser').post(`/casussen/${casusId}/delingen`, deling(anders));
    const na = (dagen: number) => new Date(t.klok.nu().getTime() + dagen * 24 * UUR).toISOString();
    for (const totOp of [na(-1), na(DELING_DAGEN.hoogstens + 1)])
      expect((await stuur({ totOp })).json().fouten[0].veld).toBe('totOp');
    expect((await stuur({ naarOrganisatieId: ORG.vt })).statusCode).toBe(400);
    // behind the police's door is a machine, and a municipality asks for figures: nobody there could look
    for (const naarOrganisatieId of [ORG.politie, ORG.gemeente]) {
      const uit = await stuur({ naarOrganisatieId });
      expect(uit.statusCode).toBe(400);
      expect(uit.json().fouten).toMatchObject([
        { veld: 'naarOrganisatieId', melding: expect.stringContaining('kan niemand meekijken') },
      ]);
    }
    expect((await stuur({ onderdelen: [] })).statusCode).toBe(400);
    const { id } = (await stuur({})).json();
    expect(await lees('school', casusId)).toBe(200);
    expect((await t.als('assen').post(`/delingen/${id}/intrekking`, { reden: 'x' })).statusCode).toBe(404);
    expect(
      (await t.als('visser').post(`/delingen/${id}/intrekking`, { reden: 'Niet meer nodig.' })).statusCode,
    ).toBe(200);
    expect(await lees('school', casusId)).toBe(404);
    expect((await t.als('visser').post(`/delingen/${id}/intrekking`, { reden: 'x' })).statusCode).toBe(409);
  });

  it('is ended by who holds zicht now, whoever gave it, and ends when nobody does any more', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, casusId));
    const geef = async (naarOrganisatieId: string) => {
      const uit = await t.als('emmen').post(`/casussen/${casusId}/delingen`, deling({ naarOrganisatieId }));
      expect(uit.statusCode, uit.body).toBe(201);
      return uit.json().id as string;
    };
    const school = await geef(ORG.school);
    await geef(ORG.opvang);
    t.klok.vooruit(60_000);
    await t.huis.deuren.act(
      { wie: systeem(REGIO), doel: 'overdragen' },
      'proef',
      { soort: 'casus', casusId },
      (tx) => draagZichtOver(tx, casusId, ORG.assen, 'overgenomen'),
    );
    const intrekken = (wie: MensNaam) =>
      t.als(wie).post(`/delingen/${school}/intrekking`, { reden: 'Wij doen het zonder.' });
    expect((await intrekken('school')).statusCode).not.toBe(200);
    expect((await intrekken('visser')).statusCode).not.toBe(200);
    const weg = await intrekken('assen');
    expect(weg.statusCode, weg.body).toBe(200);
    expect(await lees('school', casusId)).toBe(404);
    expect(await lees('opvang', casusId)).toBe(200);
    await t.huis.deuren.act(
      { wie: systeem(REGIO), doel: 'overdragen' },
      'proef',
      { soort: 'casus', casusId },
      async (tx) => {
        await sluitCasus(tx, casusId, 'veilig');
        await laatWeten(tx, 'casus.gesloten', { casusId, reden: 'veilig', organisatieId: ORG.assen });
      },
    );
    expect(await lees('opvang', casusId)).toBe(404);
  });

  it('never shows a partner the hidden agreements of the plan', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, casusId));
    const afspraak = (wat: string, verborgen: boolean) =>
      t.als('emmen').post(`/casussen/${casusId}/afspraken`, {
        fase: 1,
        wie: 'Moeder',
        wat,
        wanneer: 'Elke dag',
        zietToe: 'De regisseur',
        verborgenVoorPleger: verborgen,
      });
    for (const [wat, v] of [
      ['Belt de buurvrouw', false],
      ['Vluchtadres: tante Roos', true],
    ] as const) {
      const uit = await afspraak(wat, v);
      expect(uit.statusCode, uit.body).toBe(201);
    }
    expect((await t.als('emmen').post(`/casussen/${casusId}/delingen`, deling())).statusCode).toBe(201);
    const bij = await t.als('school').get(`/casussen/${casusId}/afspraken`);
    expect(bij.statusCode, bij.body).toBe(200);
    expect(bij.body).toContain('Belt de buurvrouw');
    expect(bij.body).not.toContain('tante Roos');
  });

  it('is told on a shared timeline to that partner only: nobody reads with whom else', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, casusId));
    const geef = async (naarOrganisatieId: string) => {
      const uit = await t
        .als('emmen')
        .post(`/casussen/${casusId}/delingen`, deling({ naarOrganisatieId, onderdelen: ['tijdlijn'] }));
      expect(uit.statusCode, uit.body).toBe(201);
      return uit.json<{ id: string }>().id;
    };
    await geef(ORG.school);
    const ander = await geef(ORG.opvang);
    await t.als('emmen').post(`/delingen/${ander}/intrekking`, { reden: 'Niet meer nodig.' });
    const gelezen = async (wie: MensNaam) => {
      const uit = await t.als(wie).get(`/casussen/${casusId}/tijdlijn?aantal=200`);
      expect(uit.statusCode, uit.body).toBe(200);
      return uit
        .json<{ regels: { soort: string }[] }>()
        .regels.map((r) => r.soort)
        .filter((s) => s.startsWith('deling.'))
        .sort();
    };
    expect(await gelezen('school')).toEqual(['deling.geven']);
    expect(await gelezen('emmenLeider')).toEqual(['deling.geven', 'deling.geven', 'deling.intrekken']);
    expect(await gelezen('visser')).toEqual(['deling.geven', 'deling.geven', 'deling.intrekken']);
  });

  it("ends with an organisation that closes, and is its successor's to take back", async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    await aanvaard(t, await biedAan(t, casusId));
    const { id } = (await t.als('emmen').post(`/casussen/${casusId}/delingen`, deling())).json();
    const naarAssen = (
      await t.als('emmen').post(`/casussen/${casusId}/delingen`, deling({ naarOrganisatieId: ORG.assen }))
    ).json();
    expect(await lees('assen', casusId)).toBe(200);
    const sluit = (org: string, opvolgerId: string) =>
      t.als('teamleider').post(`/organisaties/${org}/sluiting`, { opvolgerId, reden: 'Samen verder.' });
    expect((await sluit(ORG.assen, ORG.opvang)).statusCode).toBe(200);
    expect(await lees('assen', casusId)).toBe(404);
    expect(await lees('opvang', casusId)).toBe(404);
    expect((await sluit(ORG.emmen, ORG.opvang)).statusCode).toBe(200);
    const lijst = (await t.als('opvang').get(`/casussen/${casusId}/toegang`)).json().delingen;
    expect(lijst.find((d: { id: string }) => d.id === naarAssen.id).loopt).toBe(false);
    expect((await t.als('opvang').post(`/delingen/${id}/intrekking`, { reden: 'Klaar.' })).statusCode).toBe(
      200,
    );
  });
});
