// SPDX-License-Identifier: EUPL-1.2
// P3: the receiver sees the offer, not the casus; after the acceptance the casus; a third never anything.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  MENS,
  type MensNaam,
  maakTestHuis,
  meldingVoorbeeld,
  ORG,
  type TestHuis,
} from '../../../test/huis.ts';
import { aanvaard, bied, biedAan, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const TABELLEN = [
  'casus',
  'casus_periode',
  'zicht',
  'casus_persoon',
  'uitspraak',
  'handeling',
  'veiligheidscontrole',
  'voorwaarde',
  'betrokkenheid',
  'melding',
  'melder',
  'terugkoppeling',
  'beoordeling',
  'overdracht_inhoud',
];

/** How many rows about a casus the row-level wall lets an organisation read, per table. */
async function achterDeMuur(wie: MensNaam, casusId: string): Promise<Record<string, number>> {
  const w = t.wie(wie);
  const client = await t.database.app.connect();
  try {
    await client.query('begin');
    await client.query(
      "select set_config('houvast.regio', $1, true), set_config('houvast.organisatie', $2, true), set_config('houvast.medewerker', $3, true), set_config('houvast.functie', $4, true)",
      [w.regioId, w.organisatieId, w.medewerkerId, w.functie],
    );
    await client.query("select set_config('houvast.nu', $1, true)", [t.klok.nu().toISOString()]);
    const uit: Record<string, number> = {};
    for (const tabel of TABELLEN) {
      const kolom = tabel === 'casus' ? 'id' : 'casus_id';
      const waar =
        tabel === 'melder' ? 'melding_id in (select id from melding where casus_id = $1)' : `${kolom} = $1`;
      const { rows } = await client.query(`select count(*) as n from ${tabel} where ${waar}`, [casusId]);
      if (rows[0].n > 0) uit[tabel] = rows[0].n;
    }
    const ids = await t.database.beheer.query('select vermelding_id from casus_persoon where casus_id = $1', [
      casusId,
    ]);
    const v = await client.query('select count(*) as n from vermelding where id = any($1)', [
      ids.rows.map((r) => r.vermelding_id),
    ]);
    if (v.rows[0].n > 0) uit['vermelding'] = v.rows[0].n;
    return uit;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** The overdrachten of a casus as row-level security shows them to someone, in words. */
async function overdrachtenVoor(wie: MensNaam, casusId: string): Promise<{ id: string; tekst: string }[]> {
  const w = t.wie(wie);
  const client = await t.database.app.connect();
  try {
    await client.query('begin');
    await client.query(`select zet_context($1, $2, $3, $4, 'overdragen', $5)`, [
      w.regioId,
      w.organisatieId,
      w.medewerkerId,
      w.functie,
      t.klok.nu().toISOString(),
    ]);
    const { rows } = await client.query(
      `select o.id, to_jsonb(o)::text || coalesce(to_jsonb(i)::text, '') as tekst from overdracht o
       left join overdracht_inhoud i on i.overdracht_id = o.id where o.casus_id = $1 order by o.aangeboden_op`,
      [casusId],
    );
    return rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const dicht = [403, 404];

describe('before the acceptance', () => {
  it('shows the receiver the offer and nothing of the casus, a third nothing at all', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const id = await biedAan(t, casusId);
    expect(await achterDeMuur('emmen', casusId)).toEqual({ overdracht_inhoud: 1 });
    expect(await achterDeMuur('assen', casusId)).toEqual({});
    expect((await t.als('emmen').get(`/overdrachten/${id}`)).statusCode).toBe(200);
    expect(dicht).toContain((await t.als('emmen').get(`/casussen/${casusId}`)).statusCode);
    expect(dicht).toContain(
      (await t.als('emmen').get(`/casussen/${casusId}/overdracht-voorbereiding`)).statusCode,
    );

    for (const wie of ['assen', 'school', 'politie', 'beleid', 'fg'] as const) {
      expect(dicht, wie).toContain((await t.als(wie).get(`/overdrachten/${id}`)).statusCode);
      expect(dicht, wie).toContain((await aanvaard(t, id, wie)).statusCode);
      expect(dicht, wie).toContain(
        (await t.als(wie).post(`/overdrachten/${id}/weigering`, { reden: 'x' })).statusCode,
      );
      expect(dicht, wie).toContain(
        (await t.als(wie).post(`/overdrachten/${id}/intrekking`, { reden: 'x' })).statusCode,
      );
      expect(dicht, wie).toContain((await bied(t, casusId, {}, wie)).statusCode);
    }
    expect((await t.als('assen').get('/overdrachten')).json()).toEqual([]);
    // each side has its own answers
    expect(dicht).toContain(
      (await t.als('emmen').post(`/overdrachten/${id}/intrekking`, { reden: 'x' })).statusCode,
    );
    expect(dicht).toContain(
      (await t.als('visser').post(`/overdrachten/${id}/weigering`, { reden: 'x' })).statusCode,
    );
    expect(dicht).toContain(
      (await t.als('visser').post(`/overdrachten/${id}/aanvaarding`, { regisseurId: MENS.visser.id }))
        .statusCode,
    );
    const { rows } = await t.database.beheer.query('select status from overdracht where id = $1', [id]);
    expect(rows[0].status).toBe('aangeboden');
  });

  it('gives what is not there the same answer as what may not be seen', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const id = await biedAan(t, casusId);
    const ziet = (await t.als('assen').get(`/overdrachten/${id}`)).json();
    const niets = (await t.als('assen').get('/overdrachten/00000000-0000-7000-8000-00000000ffff')).json();
    expect({ ...ziet, instance: '' }).toEqual({ ...niets, instance: '' });
  });
});

describe('after the answer', () => {
  it('opens the casus to who accepted, and still not the reports behind it', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const id = await biedAan(t, casusId);
    expect((await aanvaard(t, id)).statusCode).toBe(200);
    const gelezen = await t.als('emmen').get(`/casussen/${casusId}`);
    expect(gelezen.statusCode, gelezen.body).toBe(200);
    const muur = await achterDeMuur('emmen', casusId);
    expect(Object.keys(muur)).toEqual(
      expect.arrayContaining(['casus', 'zicht', 'casus_persoon', 'uitspraak', 'vermelding']),
    );
    for (const tabel of ['melding', 'melder', 'terugkoppeling', 'beoordeling'])
      expect(muur, tabel).not.toHaveProperty(tabel);
    expect(await achterDeMuur('assen', casusId)).toEqual({});
  });

  it('leaves who refused with the fact that it refused, and nothing about the family', async () => {
    const { casusId } = await klaarVoorOverdracht(t, { personen: meldingVoorbeeld()['personen'] });
    const id = await biedAan(t, casusId);
    await t.als('emmen').post(`/overdrachten/${id}/weigering`, { reden: 'Wij hebben geen plek.' });
    const na = (await t.als('emmen').get(`/overdrachten/${id}`)).json();
    expect(na).toMatchObject({
      status: 'geweigerd',
      casusId: null,
      gegevens: null,
      bericht: null,
      doel: null,
      aanduiding: null,
    });
    expect(JSON.stringify(na)).not.toMatch(/Testman|Proef|Suzanne|Bram/);
    expect(
      JSON.stringify(
        (await t.als('emmen').get('/overdrachten')).json().find((o: { id: string }) => o.id === id),
      ),
    ).not.toMatch(/Testman|Proef/);
    // its own act, and nothing else
    expect(await achterDeMuur('emmen', casusId)).toEqual({ handeling: 1 });
  });

  it('ends the part of a lokaal team that handed on, and keeps that of Veilig Thuis, which monitors', async () => {
    const { casusId } = await klaarVoorOverdracht(t, { personen: meldingVoorbeeld()['personen'] });
    const eerste = await biedAan(t, casusId);
    const neemAan = () =>
      t
        .als('emmen')
        .post(
          `/overdrachten/${eerste}/aanvaarding`,
          { regisseurId: MENS.emmen.id },
          { 'idempotency-key': 'tweemaal' },
        );
    const eersteKeer = await neemAan();
    expect(eersteKeer.statusCode, eersteKeer.body).toBe(200);
    expect(eersteKeer.body).toMatch(/Testman/);
    const door = await biedAan(
      t,
      casusId,
      {
        naarOrganisatieId: ORG.assen,
        grondslag: 'toestemming',
        delen: [
          { deel: 'personen', grond: 'x' },
          { deel: 'uitspraken', grond: 'x' },
        ],
      },
      'emmen',
    );
    await aanvaard(t, door, 'assen');
    // a moment later: the end of a part is exclusive
    t.klok.vooruit(1000);
    expect((await t.als('emmen').get(`/casussen/${casusId}`)).json()).toMatchObject({
      toegang: { grond: 'eigen_dossier' },
      personen: [],
      zicht: null,
    });
    // that it was there and held zicht, and what it did
    expect(await achterDeMuur('emmen', casusId)).toEqual({
      casus: 1,
      zicht: 1,
      betrokkenheid: 1,
      handeling: expect.any(Number),
    });
    expect((await t.als('visser').get(`/casussen/${casusId}`)).statusCode).toBe(200);
    expect((await t.als('assen').get(`/casussen/${casusId}`)).statusCode).toBe(200);
    // what came in and what went out is a fact of its own; the family in it went with the casus
    for (const id of [eerste, door]) {
      const na = await t.als('emmen').get(`/overdrachten/${id}`);
      expect(na.json()).toMatchObject({ status: 'aanvaard', casusId, gegevens: null, bericht: null });
      expect(na.body).not.toMatch(/Testman|Proef|Suzanne|Bram/);
    }
    expect((await t.als('emmen').get('/overdrachten')).body).not.toMatch(/Testman|Proef/);
    // nor to whoever asks the database itself, which still says that they were
    const rijen = await overdrachtenVoor('emmen', casusId);
    expect(rijen.map((r) => r.id).sort()).toEqual([eerste, door].sort());
    for (const { tekst } of rijen) expect(tekst).not.toMatch(/Testman|Proef|Suzanne|Bram|Wij vragen u/);
    for (const { tekst } of await overdrachtenVoor('visser', casusId)) expect(tekst).toMatch(/Testman/);
    // also not by sending again what was answered then
    const nogEens = await neemAan();
    expect(nogEens.statusCode, nogEens.body).toBe(200);
    expect(nogEens.body).not.toMatch(/Testman|Proef|Suzanne|Bram/);
    const { rows: bewaard } = await t.database.beheer.query(
      "select antwoord from idempotentie where medewerker_id = $1 and sleutel like '%:tweemaal'",
      [MENS.emmen.id],
    );
    expect(bewaard).toEqual([{ antwoord: { id: eerste } }]);
    expect((await t.als('visser').get(`/overdrachten/${eerste}`)).body).toMatch(/Testman/);
    expect((await t.als('assen').get(`/overdrachten/${door}`)).body).toMatch(/Testman/);
  });

  it('is on record: each person of the family, by pseudonym, for every look', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const id = await biedAan(t, casusId);
    const tel = async () =>
      (
        await t.database.beheer.query(
          "select count(*) as n, count(distinct data_subject_id) as personen from verwerkingslog where name = 'overdracht.lezen' and organisatie_id = $1 and data_subject_id is not null",
          [ORG.emmen],
        )
      ).rows[0];
    const voor = await tel();
    await t.als('emmen').get(`/overdrachten/${id}`);
    const na = await tel();
    expect(na.n - voor.n).toBe(2);
  });
});
