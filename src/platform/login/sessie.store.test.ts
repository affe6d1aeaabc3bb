// SPDX-License-Identifier: EUPL-1.2
// The table of sessions, as the app's own role, on a real PostgreSQL; and the store of the tests beside it.
import { randomBytes, randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { geheugenSessies } from './proef.ts';
import { sessieStore } from './sessie.store.ts';
import { isGeldig, type Sessie, type SessieStore } from './sessie.ts';

let db: TestDatabase;
let pool: pg.Pool;
let kysely: Kysely<unknown>;
beforeAll(async () => {
  db = await maakTestDatabase();
  pool = db.app;
  kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
});
afterAll(() => db.weg());

const begin = new Date('2026-11-23T08:00:00.123Z');
const na = (ms: number) => new Date(begin.getTime() + ms);
const nieuw = (over: Partial<Sessie> = {}): Sessie => ({
  idHash: randomBytes(32),
  medewerkerId: randomUUID(),
  regioId: randomUUID(),
  gemaakt: begin,
  laatstGezien: begin,
  stepUpOp: null,
  ingetrokkenOp: null,
  ...over,
});

describe.each<[string, () => SessieStore]>([
  ['PostgreSQL', () => sessieStore(kysely)],
  ['memory', geheugenSessies],
])('sessions in %s', (_naam, maak) => {
  let store: SessieStore;
  beforeAll(() => {
    store = maak();
  });

  it('come back as they went in, to the millisecond', async () => {
    const s = nieuw({ stepUpOp: na(1) });
    await store.insertSessie(s);
    expect(await store.findSessie(s.idHash)).toMatchObject(s);
    expect(await store.findSessie(randomBytes(32))).toBeNull();
  });

  it('are touched forward, never back', async () => {
    const s = nieuw();
    await store.insertSessie(s);
    await store.touchSessie(s.idHash, na(60_000));
    await store.touchSessie(s.idHash, na(30_000));
    expect((await store.findSessie(s.idHash))?.laatstGezien).toEqual(na(60_000));
  });

  it('stay revoked, at the first moment', async () => {
    const s = nieuw();
    await store.insertSessie(s);
    await store.revokeSessie(s.idHash, na(1000), 'uitgelogd');
    await store.revokeSessie(s.idHash, na(2000), 'ingetrokken');
    await store.touchSessie(s.idHash, na(3000));
    const daarna = await store.findSessie(s.idHash);
    expect(daarna).toMatchObject({ ingetrokkenOp: na(1000), laatstGezien: begin });
    expect(daarna && isGeldig(daarna, na(3000))).toBe(false);
  });

  it('of one person end together, and nobody else’s', async () => {
    const medewerkerId = randomUUID();
    const van = [nieuw({ medewerkerId }), nieuw({ medewerkerId }), nieuw({ medewerkerId })];
    const ander = nieuw();
    for (const s of [...van, ander]) await store.insertSessie(s);
    await store.revokeSessie(van[0]?.idHash ?? Buffer.alloc(0), na(500), 'uitgelogd');
    expect(await store.revokeSessiesVan(medewerkerId, na(1000), 'ingetrokken')).toBe(2);
    expect(await store.revokeSessiesVan(medewerkerId, na(1000), 'ingetrokken')).toBe(0);
    for (const s of van) expect((await store.findSessie(s.idHash))?.ingetrokkenOp).not.toBeNull();
    expect((await store.findSessie(ander.idHash))?.ingetrokkenOp).toBeNull();
  });
});

describe('the table', () => {
  it('holds no id that could be used, only its hash', async () => {
    await expect(sessieStore(kysely).insertSessie(nieuw({ idHash: randomBytes(31) }))).rejects.toThrow(
      /id_is_sha256/,
    );
  });

  it('lets the app neither delete, nor give a session to another, nor bring one back', async () => {
    const s = nieuw();
    await sessieStore(kysely).insertSessie(s);
    await expect(pool.query('delete from houvast.sessie')).rejects.toThrow(/permission denied/);
    const zet = (wat: string) =>
      pool.query(`update houvast.sessie set ${wat} where id_hash = $1`, [s.idHash]);
    await expect(zet('medewerker_id = gen_random_uuid()')).rejects.toThrow(/cannot change hands/);
    await expect(
      zet("gemaakt = gemaakt + interval '1 day', laatst_gezien = laatst_gezien + interval '1 day'"),
    ).rejects.toThrow(/cannot change hands/);
    await sessieStore(kysely).revokeSessie(s.idHash, na(1000), 'uitgelogd');
    await expect(zet('ingetrokken_op = null, reden = null')).rejects.toThrow(/come back/);
  });

  it('is found by its key and by person without reading the whole table', async () => {
    for (const [voorwaarde, index] of [
      ["id_hash = '\\x00'", 'sessie_pkey'],
      ["medewerker_id = '00000000-0000-4000-8000-000000000000' and ingetrokken_op is null", 'sessie_open'],
    ]) {
      const client = await pool.connect();
      try {
        await client.query('begin; set local enable_seqscan = off');
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(
          `explain select from houvast.sessie where ${voorwaarde}`,
        );
        expect(rows.map((r) => r['QUERY PLAN']).join('\n')).toContain(index);
      } finally {
        await client.query('rollback');
        client.release();
      }
    }
  });
});
