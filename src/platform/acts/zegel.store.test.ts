// SPDX-License-Identifier: EUPL-1.2
// P3: whoever changes, removes or puts in a record of the log is seen, also when it is done by the owner of the database.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maakTestHuis, REGIO, type TestHuis } from '../../../test/huis.ts';
import { controleerLog, findSchakel, zegelLog } from './zegel.store.ts';

let t: TestHuis;
beforeEach(async () => {
  t = await maakTestHuis();
});
afterEach(() => t.weg());

/** A few looks, each on the record: a decision and a processing. */
async function kijk(keer: number): Promise<void> {
  for (let i = 0; i < keer; i++) expect((await t.als('visser').get('/werk')).statusCode).toBe(200);
}
const zegel = () => zegelLog(t.huis.db, REGIO, t.klok.nu());
const controleer = () => controleerLog(t.database.beheer, REGIO);

/** As the owner of the database would, with the guards out of the way. */
async function knoei(sql: string, waarden: unknown[] = []): Promise<void> {
  const client = await t.database.beheer.connect();
  try {
    await client.query('set session_replication_role = replica');
    const { rowCount } = await client.query(sql, waarden);
    expect(rowCount).toBe(1);
  } finally {
    await client.query('reset session_replication_role');
    client.release();
  }
}
const logIds = async () =>
  (
    await t.database.beheer.query<{ id: string }>(
      'select id from houvast.verwerkingslog where regio_id = $1 order by id',
      [REGIO],
    )
  ).rows.map((r) => r.id);

describe('sealing', () => {
  it('takes what was written, once, and chains it to what was sealed before', async () => {
    await kijk(3);
    expect(await zegel()).toBe(6);
    expect(await zegel()).toBe(0);
    const eerste = await controleer();
    await kijk(2);
    expect(await controleer()).toMatchObject({ zegels: 1, records: 6, ongezegeld: 4, breuken: [] });
    expect(await zegel()).toBe(4);
    const tweede = await controleer();
    expect(tweede).toMatchObject({ zegels: 2, records: 10, ongezegeld: 0, breuken: [] });
    expect(tweede.kop).not.toBe(eerste.kop);
    expect(await findSchakel(t.database.beheer, REGIO, eerste.kop ?? '')).toBe(true);
    expect(await findSchakel(t.database.beheer, REGIO, 'ab'.repeat(32))).toBe(false);
  });

  it('leaves alone what another transaction is still writing, and lets it go on', async () => {
    const schrijver = await t.database.app.connect();
    try {
      await schrijver.query('begin');
      await schrijver.query("select houvast.log_verwerking($1, '{}', $2)", [
        JSON.stringify({
          regio_id: REGIO,
          id: '01900000-0000-7000-8000-00000000aaab',
          trace_id: 'a'.repeat(32),
          span_id: 'b'.repeat(16),
          status_code: 1,
          op: t.klok.nu(),
          request: {},
          response: { decision: true },
          policies: [],
        }),
        JSON.stringify([
          {
            regio_id: REGIO,
            id: '01900000-0000-7000-8000-00000000aaaa',
            trace_id: 'a'.repeat(32),
            span_id: 'b'.repeat(16),
            status_code: 1,
            name: 'proef',
            start_time: t.klok.nu(),
            end_time: t.klok.nu(),
            processing_activity_id: 'urn:houvast:verwerking:proef',
            functie: 'vt_medewerker',
            namens: 'Veilig Thuis Test',
            doel: 'melden',
            beleidsversie: 'proef',
          },
        ]),
      ]);
      // this one came later, and is there sooner
      await kijk(1);
      expect(await zegel()).toBe(0);
      await schrijver.query('commit');
    } finally {
      schrijver.release();
    }
    expect(await zegel()).toBe(4);
    expect((await controleer()).breuken).toEqual([]);
  });

  it('stays whole when many write and seal at the same time', async () => {
    await Promise.all([kijk(8), zegel(), kijk(8), zegel(), kijk(8), zegel()]);
    await zegel();
    expect(await controleer()).toMatchObject({ records: 48, ongezegeld: 0, breuken: [] });
  });
});

it('keeps what was refused on record, although nothing else happened', async () => {
  const antwoord = await t.als('school').get('/werk');
  expect(antwoord.statusCode).toBe(403);
  const { rows } = await t.database.beheer.query(
    `select status_code, request, response from houvast.besluitlog where regio_id = $1`,
    [REGIO],
  );
  expect(rows).toEqual([
    {
      status_code: 0,
      request: expect.objectContaining({
        subject: expect.objectContaining({ id: t.wie('school').medewerkerId }),
        action: { name: 'werk.lezen' },
      }),
      response: { decision: false, context: { reasons: ['Uw functie mag dit niet.'] } },
    },
  ]);
  const { rows: verwerkt } = await t.database.beheer.query('select from houvast.verwerkingslog');
  expect(verwerkt).toEqual([]);
});

describe('tampering', () => {
  beforeEach(async () => {
    await kijk(3);
    await zegel();
    await kijk(3);
    await zegel();
  });

  it('names a record that was changed', async () => {
    const [, id] = await logIds();
    await knoei(`update houvast.verwerkingslog set doel = 'iets anders' where id = $1`, [id]);
    expect((await controleer()).breuken).toEqual([{ soort: 'veranderd', zegelNr: 1, logId: id }]);
  });

  it('names a record that was removed', async () => {
    const id = (await logIds()).at(-1);
    await knoei('delete from houvast.verwerkingslog where id = $1', [id]);
    expect((await controleer()).breuken).toEqual([{ soort: 'weg', zegelNr: 2, logId: id }]);
  });

  it('names a record that was put in from behind', async () => {
    const nieuw = '01900000-0000-7000-8000-00000000bbbb';
    await knoei(
      `insert into houvast.verwerkingslog select (jsonb_populate_record(v, jsonb_build_object('id', $1::text))).*
       from houvast.verwerkingslog v where v.regio_id = $2 limit 1`,
      [nieuw, REGIO],
    );
    expect((await controleer()).breuken).toEqual([{ soort: 'erbij', zegelNr: null, logId: nieuw }]);
  });

  it('sees a link that was taken out, and one that was rewritten to fit', async () => {
    const [id] = await logIds();
    await knoei(`update houvast.verwerkingslog set doel = 'iets anders' where id = $1`, [id]);
    await knoei(
      `update houvast.logzegel z set regels = overlay(z.regels placing houvast.log_hash(v) from position(uuid_send(v.id) in z.regels) + 16)
       from houvast.verwerkingslog v where z.regio_id = $1 and z.nr = 1 and v.id = $2`,
      [REGIO, id],
    );
    expect((await controleer()).breuken).toContainEqual({ soort: 'keten', zegelNr: 1, logId: null });
    await knoei(
      `update houvast.logzegel set hash = sha256(vorige || int8send(nr) || regels) where regio_id = $1 and nr = 1`,
      [REGIO],
    );
    expect((await controleer()).breuken).toEqual([{ soort: 'keten', zegelNr: 2, logId: null }]);
    await knoei('delete from houvast.logzegel where regio_id = $1 and nr = 1', [REGIO]);
    expect((await controleer()).breuken).toContainEqual({ soort: 'keten', zegelNr: 2, logId: null });
  });
});

it('keeps the log, its queue and its seals from the app', async () => {
  for (const sql of [
    `update houvast.verwerkingslog set doel = 'x'`,
    'select from houvast.besluitlog',
    'delete from houvast.verwerkingslog',
    'select from houvast.verwerkingslog',
    'delete from houvast.logzegel',
    'delete from houvast.log_ongezegeld',
  ])
    await expect(t.database.app.query(sql), sql).rejects.toThrow(/permission denied/);
});
