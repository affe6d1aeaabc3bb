// SPDX-License-Identifier: EUPL-1.2
// A part in a casus goes with a duty in it, and what an organisation received or wrote it keeps reading.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  MAANDAG,
  MENS,
  type MensNaam,
  maakTestHuis,
  meldingVoorbeeld,
  ORG,
  REGIO,
  type TestHuis,
} from '../../../test/huis.ts';
import { momenten, overgedragen, sluit, stopMonitoren } from '../../../test/hulp/monitoring.ts';
import { aanvaard, biedAan, gezin, houders } from '../../../test/hulp/overdracht.ts';
import type { CasusbeeldAntwoord, CasusLijstAntwoord, TijdlijnAntwoord } from '../casus/casus.api.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis(MAANDAG);
});
afterAll(() => t.weg());

const sql = async <R>(vraag: string, ...waarden: unknown[]): Promise<R[]> =>
  (await t.database.beheer.query(vraag, waarden)).rows as R[];

async function doe(wie: MensNaam, pad: string, body: unknown = {}): Promise<{ id: string }> {
  const uit = await t.als(wie).post(pad, body);
  expect(uit.statusCode, `${pad}: ${uit.body}`).toBeLessThan(300);
  return uit.statusCode === 204 ? { id: '' } : uit.json();
}

/** When the part of an organisation ended; null: it runs, undefined: it never had one. */
async function eindeVan(casusId: string, organisatieId: string = ORG.vt): Promise<Date | null | undefined> {
  const [rij] = await sql<{ tot: Date | null }>(
    'select tot from betrokkenheid where casus_id = $1 and organisatie_id = $2',
    casusId,
    organisatieId,
  );
  return rij?.tot;
}

/** Does what Veilig Thuis still had to do there, but for monitoring. */
async function werkAf({ casusId, meldingId }: { casusId: string; meldingId: string }): Promise<void> {
  const terug = await t.als('visser').get(`/meldingen/${meldingId}/terugkoppelingen`);
  for (const { id, status } of terug.json<{ id: string; status: string }[]>())
    if (status === 'concept')
      await doe('visser', `/terugkoppelingen/${id}/afzien`, { reden: 'De melder wil het niet horen.' });
  const beeld = (await t.als('visser').get(`/casussen/${casusId}`)).json<CasusbeeldAntwoord>();
  for (const termijn of beeld.termijnen)
    if (termijn.eigenaarOrganisatieId === ORG.vt && termijn.magAfronden)
      await doe('visser', `/termijnen/${termijn.id}/afronding`, { reden: 'Het is gedaan.' });
}

/** A family that Emmen goes on with, and about which Veilig Thuis has nothing left to do. */
async function klaar(anders: Record<string, unknown> = {}): Promise<{ casusId: string; meldingId: string }> {
  const c = await overgedragen(t, anders);
  await werkAf(c);
  expect(await eindeVan(c.casusId)).toBeNull();
  await stopMonitoren(t, c.casusId);
  t.klok.vooruit(1000);
  return c;
}

/** All that a worker reads of a casus, per table, straight from the database. */
async function achterDeMuur(
  wie: MensNaam,
  casusId: string,
): Promise<Record<string, Record<string, unknown>[]>> {
  const tabellen = await sql<{ tabel: string; kolom: string }>(
    `select c.relname as tabel, a.attname as kolom from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
       and a.attname = case c.relname when 'casus' then 'id' else 'casus_id' end
     where c.relnamespace = 'houvast'::regnamespace and c.relkind = 'r' and c.relname <> 'verwerkingslog' order by 1`,
  );
  const client = await t.database.app.connect();
  try {
    await client.query('begin');
    const m = MENS[wie];
    await client.query('select houvast.zet_context($1, $2, $3, $4, $5, $6)', [
      REGIO,
      m.organisatie,
      m.id,
      m.functie,
      'zicht_houden',
      t.klok.nu(),
    ]);
    const uit: Record<string, Record<string, unknown>[]> = {};
    for (const { tabel, kolom } of tabellen) {
      const { rows } = await client.query(`select to_jsonb(t) as r from ${tabel} t where ${kolom} = $1`, [
        casusId,
      ]);
      if (rows.length > 0) uit[tabel] = rows.map((r) => r.r);
    }
    return uit;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('the own dossier', () => {
  let c: { casusId: string; meldingId: string };
  beforeAll(async () => {
    c = await overgedragen(t, {
      personen: gezin().map((p, i) =>
        i === 0 ? { ...p, straat: 'Geheimeweg', huisnummer: '3', geheimAdres: true } : p,
      ),
    });
    await doe('visser', `/casussen/${c.casusId}/veiligheidscontroles`, {
      uitkomst: 'zorgelijk',
      met: 'oma',
      toelichting: 'Veilig Thuis zag onrust.',
    });
    await werkAf(c);
    const moeder = (await t.als('emmen').get(`/casussen/${c.casusId}`)).json<CasusbeeldAntwoord>()
      .personen[0];
    // what the team does goes on
    await doe('emmen', `/casussen/${c.casusId}/voorwaarden`, {
      tekst: 'Hij komt niet binnen.',
      voor: 'kind',
    });
    await doe('emmen', `/casussen/${c.casusId}/afspraken`, {
      wie: 'oma',
      wat: 'belt',
      wanneer: 'elke dag',
      zietToe: 'oma',
    });
    await doe('emmen', `/casussen/${c.casusId}/veiligheidscijfers`, {
      persoonId: moeder?.persoonId,
      scorerSoort: 'netwerk',
      scorer: 'oma',
      cijfer: 7,
      waarom: 'Het gaat beter.',
    });
    await stopMonitoren(t, c.casusId);
    await doe('emmen', `/casussen/${c.casusId}/uitspraken`, {
      soort: 'feit',
      tekst: 'Alleen van het team.',
      bron: 'arts',
    });
    await doe('emmen', `/casussen/${c.casusId}/veiligheidscontroles`, {
      uitkomst: 'veilig',
      met: 'moeder',
      toelichting: 'Alleen het team zag dit.',
    });
    t.klok.vooruit(1000);
  });

  it('is all that is left when the last duty is done, in the database itself', async () => {
    expect(await eindeVan(c.casusId)).not.toBeNull();
    const muur = await achterDeMuur('visser', c.casusId);
    expect(Object.keys(muur)).toEqual([
      'beoordeling',
      'betrokkenheid',
      'casus',
      'casus_persoon',
      'handeling',
      'melding',
      'monitormoment',
      'overdracht',
      'termijn',
      'terugkoppeling',
      'uitspraak',
      'veiligheidscontrole',
      'zicht',
    ]);
    const vanVt = (tabel: string, kolom = 'organisatie_id') =>
      expect(new Set((muur[tabel] ?? []).map((r) => r[kolom])), tabel).toEqual(new Set([ORG.vt]));
    for (const tabel of [
      'beoordeling',
      'handeling',
      'melding',
      'monitormoment',
      'terugkoppeling',
      'uitspraak',
      'veiligheidscontrole',
      'zicht',
    ])
      vanVt(tabel);
    // its own terms, and the answer that it waited for
    for (const r of muur['termijn'] ?? [])
      expect([r['eigenaar_organisatie_id'], r['wacht_organisatie_id']]).toContain(ORG.vt);
    vanVt('overdracht', 'van_organisatie_id');
    expect(JSON.stringify(muur)).not.toMatch(/Alleen (van )?het team|Hij komt niet binnen|Het gaat beter/);
    // and who never had a part sees nothing
    expect(await achterDeMuur('zuid', c.casusId)).toEqual({});
  });

  it('is read on the page of the casus, which says so, and shows no plan and nothing of what became of the family', async () => {
    const beeld = (await t.als('visser').get(`/casussen/${c.casusId}`)).json<CasusbeeldAntwoord>();
    expect(beeld).toMatchObject({
      status: 'open',
      toegang: { grond: 'eigen_dossier', delingen: [] },
      zicht: null,
      regisseur: null,
      fase: null,
      acuut: false,
      openAanbod: null,
      termijnen: [],
      laatsteControle: { uitkomst: 'zorgelijk' },
    });
    expect(beeld.zichtVerloop).toEqual([expect.objectContaining({ organisatieNaam: 'Veilig Thuis Test' })]);
    expect(beeld.eigenStukken.map((s) => s.soort)).toEqual([
      'melding',
      'beoordeling',
      'terugkoppeling',
      'overdracht',
    ]);
    // P4: the address that it received itself is as secret as it was
    expect(beeld.personen).toHaveLength(2);
    expect(JSON.stringify(beeld)).not.toContain('Geheimeweg');
    expect(beeld.personen.some((p) => p.geheimAdres)).toBe(true);
    for (const s of beeld.eigenStukken) {
      const pad = {
        melding: 'meldingen',
        beoordeling: 'beoordelingen',
        overdracht: 'overdrachten',
        terugkoppeling: 'terugkoppelingen',
        monitormoment: 'monitormomenten',
      }[s.soort];
      const stuk = await t.als('visser').get(`/${pad}/${s.id}`);
      expect(stuk.statusCode, `${s.soort}: ${stuk.body}`).toBe(200);
      expect(stuk.body, s.soort).not.toContain('Geheimeweg');
      expect(stuk.body, s.soort).not.toMatch(/Alleen (van )?het team|Hij komt niet binnen|Het gaat beter/);
    }
    const tijdlijn = (await t.als('visser').get(`/casussen/${c.casusId}/tijdlijn`)).json<TijdlijnAntwoord>();
    expect(tijdlijn.regels.map((r) => r.soort)).toEqual(
      expect.arrayContaining(['monitoring.beeindigen', 'uitspraak', 'zicht']),
    );
    expect(tijdlijn.regels.filter((r) => r.soort.startsWith('plan.'))).toEqual([]);
    for (const deel of ['uitspraken', 'veiligheidscontroles', 'monitormomenten'])
      expect((await t.als('visser').get(`/casussen/${c.casusId}/${deel}`)).statusCode, deel).toBe(200);
    for (const deel of ['voorwaarden', 'afspraken', 'veiligheidscijfers', 'fasewisselingen', 'toegang'])
      expect((await t.als('visser').get(`/casussen/${c.casusId}/${deel}`)).statusCode, deel).toBe(404);
  });

  it('is not written in', async () => {
    const nee = [
      await t
        .als('visser')
        .post(`/casussen/${c.casusId}/uitspraken`, { soort: 'feit', tekst: 'x', bron: 'y' }),
      await t.als('visser').post(`/casussen/${c.casusId}/veiligheidscontroles`, {
        uitkomst: 'veilig',
        met: 'x',
        toelichting: 'y',
      }),
      await t.als('visser').post('/meldingen', meldingVoorbeeld({ casusId: c.casusId })),
    ];
    for (const uit of nee) expect([403, 404], uit.body).toContain(uit.statusCode);
    const stuk = await t.app.inject({
      method: 'POST',
      url: `/api/v1/meldingen/${c.meldingId}/bijlagen`,
      headers: {
        'x-test-wie': 'visser',
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="stuk.pdf"',
      },
      payload: Buffer.from(`%PDF-1.7\n1 0 obj\n<<>>\nendobj\n${'% x\n'.repeat(300)}trailer<<>>\n%%EOF`),
    });
    expect(stuk.statusCode, stuk.body).toBe(409);
    expect(stuk.json().type).toBe('/problemen/geen-deel-meer');
  });

  it('is found by who looks for it, and stands on no list of work', async () => {
    const { aanduiding } = (await t.als('visser').get(`/casussen/${c.casusId}`)).json<CasusbeeldAntwoord>();
    const zoek = async (body: object) =>
      (await t.als('visser').post('/casussen/_zoek', body))
        .json<CasusLijstAntwoord>()
        .casussen.filter((x) => x.id === c.casusId);
    expect(await zoek({ status: 'open', aantal: 200 })).toEqual([]);
    expect(await zoek({ zoekterm: aanduiding.split(' ').at(-1), fase: 1 })).toEqual([]);
    expect(await zoek({ zoekterm: aanduiding.split(' ').at(-1) })).toEqual([
      expect.objectContaining({
        eigenDossier: true,
        fase: null,
        houderNaam: null,
        regisseurNaam: null,
        aantalTermijnen: 0,
      }),
    ]);
    const lijst = (await t.als('visser').get('/meldingen')).json<{ id: string; houder: string | null }[]>();
    expect(JSON.stringify(lijst)).toContain(c.meldingId);
  });
});

it('keeps what is sealed closed, and counts the same', async () => {
  const c = await overgedragen(t);
  await werkAf(c);
  const cijfers = async () => {
    const uit = await t.als('teamleider').get('/cijfers/team');
    expect(uit.statusCode, uit.body).toBe(200);
    return uit.json<Record<string, unknown>>();
  };
  const voor = await cijfers();
  await stopMonitoren(t, c.casusId);
  expect(await eindeVan(c.casusId)).not.toBeNull();
  expect(await cijfers()).toEqual(voor);
  t.klok.vooruit(1000);
  await doe('emmenLeider', `/casussen/${c.casusId}/verzegeling`, {
    soort: 'collega',
    reden: 'Het gaat over een collega.',
    medewerkerIds: [MENS.emmen.id],
  });
  expect((await t.als('visser').get(`/casussen/${c.casusId}`)).statusCode).toBe(404);
  expect(await achterDeMuur('visser', c.casusId)).toEqual({});
});

describe('a part', () => {
  it('is there as long as one moment is planned, and ends with the last', async () => {
    const c = await overgedragen(t);
    await werkAf(c);
    for (const m of (await momenten(t, c.casusId)).filter((x) => x.uitgevoerdOp === null)) {
      expect(await eindeVan(c.casusId)).toBeNull();
      await t.database.beheer.query('update termijn set waarschuwt_op = begint_op where onderwerp_id = $1', [
        m.id,
      ]);
      await doe('visser', `/monitormomenten/${m.id}/uitvoering`, {
        uitkomst: 'veilig',
        gesprokenMet: 'moeder',
        toelichting: 'Het is rustig.',
        cijfers: [],
      });
    }
    expect(await eindeVan(c.casusId)).toEqual(t.klok.nu());
    expect(await eindeVan(c.casusId, ORG.emmen)).toBeNull();
  });

  it('stays with who closed last, and ends for who only watched', async () => {
    const c = await klaar();
    const uit = await sluit(t, c.casusId, 'emmen');
    expect(uit.statusCode, uit.body).toBe(201);
    expect(await eindeVan(c.casusId, ORG.emmen)).toBeNull();
    expect((await t.als('emmen').get(`/casussen/${c.casusId}/voorwaarden`)).statusCode).toBe(200);
  });

  it('ends for a team that handed on, and an offer gives none back before the answer', async () => {
    const c = await klaar();
    const delen = ['personen', 'uitspraken'].map((deel) => ({ deel, grond: 'Nodig.' }));
    const naar = (org: string) => ({ naarOrganisatieId: org, grondslag: 'toestemming', delen });
    await aanvaard(t, await biedAan(t, c.casusId, naar(ORG.assen), 'emmen'), 'assen');
    expect(await eindeVan(c.casusId, ORG.emmen)).not.toBeNull();
    t.klok.vooruit(1000);
    const terug = await biedAan(t, c.casusId, naar(ORG.emmen), 'assen');
    expect(await eindeVan(c.casusId, ORG.emmen)).not.toBeNull();
    expect((await t.als('emmen').get(`/casussen/${c.casusId}/voorwaarden`)).statusCode).toBe(404);
    expect((await aanvaard(t, terug)).statusCode).toBe(200);
    expect(await eindeVan(c.casusId, ORG.emmen)).toBeNull();
    expect(await eindeVan(c.casusId, ORG.assen)).not.toBeNull();
    expect(await houders(t, c.casusId)).toEqual([ORG.emmen]);
  });

  it('runs again with a term that is set, and ends again with it', async () => {
    const c = await klaar();
    expect(await eindeVan(c.casusId)).not.toBeNull();
    // as a message of the police about its melding does
    await t.database.beheer.query(
      `insert into termijn (regio_id, id, casus_id, soort, clausule, bron, eigenaar_organisatie_id, onderwerp_soort, onderwerp_id, begint_op,
         duur_aantal, duur_eenheid, vervalt_op) values ($1, gen_random_uuid(), $2, 'bericht_bekijken', 'x', 'x', $3, 'melding', $4, $5, 1, 'werkdagen', $5)`,
      [REGIO, c.casusId, ORG.vt, c.meldingId, t.klok.nu()],
    );
    expect(await eindeVan(c.casusId)).toBeNull();
    expect((await t.als('visser').get(`/casussen/${c.casusId}`)).json()).toMatchObject({
      toegang: { grond: 'deel' },
    });
    await werkAf(c);
    expect(await eindeVan(c.casusId)).not.toBeNull();
  });

  it('runs again when a report about the family joins the casus, and making them two is possible after it ended', async () => {
    const personen = gezin();
    const c = await klaar({ personen });
    const tweede = (await t.als('visser').post('/meldingen', meldingVoorbeeld({ personen }))).json<{
      id: string;
      casusId: string;
    }>();
    for (const { id } of await sql<{ id: string }>(
      "select id from radar_kandidaat where melding_id = $1 and oordeel = 'vraag'",
      tweede.id,
    ))
      await doe('visser', `/radar-kandidaten/${id}/oordeel`, { oordeel: 'zelfde', reden: 'Dezelfde.' });
    const s = await doe('visser', `/casussen/${tweede.casusId}/samenvoeging`, {
      doelCasusId: c.casusId,
      reden: 'Een gezin.',
    });
    expect(await eindeVan(c.casusId)).toBeNull();
    // what came along was done
    await sql(
      "update beoordeling set status = 'vastgesteld', besluit = 'overdragen', besluit_reden = 'x', vastgesteld_op = $2, tweede_id = $3 where melding_id = $1",
      tweede.id,
      t.klok.nu(),
      MENS.bakker.id,
    );
    await sql("update melding set status = 'beoordeeld' where id = $1", tweede.id);
    await sql("update terugkoppeling set status = 'afgezien', reden = 'x' where casus_id = $1", c.casusId);
    await sql(
      "update termijn set afgerond_op = $2, afgerond_hoe = 'x' where casus_id = $1 and eigenaar_organisatie_id = $3",
      c.casusId,
      t.klok.nu(),
      ORG.vt,
    );
    await sql(
      'update betrokkenheid set tot = $2 where casus_id = $1 and organisatie_id = $3 and tot is not null',
      c.casusId,
      t.klok.nu(),
      ORG.vt,
    );
    expect(await eindeVan(c.casusId)).not.toBeNull();
    t.klok.vooruit(60_000);
    expect((await t.als('visser').get(`/samenvoegingen/${s.id}`)).statusCode).toBe(200);
    await doe('bakker', `/samenvoegingen/${s.id}/terugdraaiing`, { reden: 'Het zijn er twee.' });
    expect(await houders(t, tweede.casusId)).toEqual([ORG.vt]);
    expect(await houders(t, c.casusId)).toEqual([ORG.emmen]);
    expect(await eindeVan(c.casusId)).not.toBeNull();
  });

  it('passes to a successor as it was: a part that runs, or the own dossier', async () => {
    const [over, lopend] = [await klaar(), await overgedragen(t)];
    const uit = await t
      .als('teamleider')
      .post(`/organisaties/${ORG.vt}/sluiting`, { opvolgerId: ORG.vtZuid, reden: 'Wij gaan samen.' });
    expect(uit.statusCode, uit.body).toBe(200);
    t.klok.vooruit(1000);
    expect((await t.als('zuid').get(`/casussen/${lopend.casusId}`)).json()).toMatchObject({
      toegang: { grond: 'deel' },
    });
    expect((await t.als('zuid').get(`/casussen/${over.casusId}`)).json()).toMatchObject({
      toegang: { grond: 'eigen_dossier' },
    });
    expect((await t.als('zuid').get(`/meldingen/${over.meldingId}`)).statusCode).toBe(200);
    expect((await t.als('visser').get(`/casussen/${over.casusId}`)).statusCode).toBe(404);
  });

  it('is never without a duty, and no duty but the answer to an offer without a part', async () => {
    expect(
      await sql(
        `select b.casus_id, b.organisatie_id from betrokkenheid b join organisatie o on o.id = b.organisatie_id
         where (b.tot is null) <> houvast.heeft_plicht(b.regio_id, b.casus_id, b.organisatie_id, b.tot is not null)`,
      ),
    ).toEqual([]);
  });
});
