// SPDX-License-Identifier: EUPL-1.2
// Into a real database: all or nothing, under row-level security, and guarded as everything else is.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../test/database.ts';
import { getPersonaSub, PERSONAS } from '../personas.ts';
import { laadDemo } from './laad.ts';
import { REGIO_ID } from './veld.ts';

const NU = new Date('2026-11-23T09:00:00Z');
const opties = {
  nu: NU,
  meldingen: 500,
  bsnSleutel: (bsn: string) => `sleutel:${bsn}`,
  pseudoniem: (regio: string, persoon: string) => `${regio}:${persoon}`,
  zeg: () => undefined,
};

describe('loading the region', () => {
  let d: TestDatabase;
  let uit: Awaited<ReturnType<typeof laadDemo>>;
  let hulp: string[];
  /** References and indexes, as PostgreSQL would write them. */
  const leesHulp = async () =>
    (
      await d.beheer.query<{ tekst: string }>(
        `select indexdef as tekst from pg_indexes where schemaname = 'houvast'
         union all select conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid)
         from pg_constraint where connamespace = 'houvast'::regnamespace order by 1`,
      )
    ).rows.map((r) => r.tekst);
  beforeAll(async () => {
    d = await maakTestDatabase();
    hulp = await leesHulp();
    uit = await laadDemo({ ...opties, beheer: d.beheer });
  });
  afterAll(() => d.weg());

  const tel = async (tabel: string) =>
    (await d.beheer.query<{ n: number }>(`select count(*) as n from houvast.${tabel}`)).rows[0]?.n;

  it('puts in what it says that it puts in', async () => {
    expect(uit.personas.map((p) => p.id)).toEqual(PERSONAS.map((p) => p.id));
    for (const tabel of ['casus', 'melding', 'vermelding', 'termijn', 'handeling', 'overdracht']) {
      expect(await tel(tabel), tabel).toBe(uit.tellingen[tabel]);
    }
    expect(uit.tellingen['melding']).toBeGreaterThan(500);
  });

  it('does nothing the second time', async () => {
    const weer = await laadDemo({ ...opties, beheer: d.beheer });
    expect(weer.tellingen).toEqual({});
    expect(await tel('melding')).toBe(uit.tellingen['melding']);
  });

  it('leaves every reference and index as it was', async () => {
    expect(hulp.length).toBeGreaterThan(100);
    expect(await leesHulp()).toEqual(hulp);
  });

  it('leaves the guard on handovers as it was', async () => {
    const { rows } = await d.beheer.query(
      `select tgname from pg_trigger where tgrelid = 'houvast.overdracht'::regclass and not tgisinternal and tgenabled = 'D'`,
    );
    expect(rows).toEqual([]);
  });

  it('gives the next casus, melding and advies a number that is free', async () => {
    for (const [tabel, reeks] of [
      ['casus', 'casusnummer'],
      ['melding', 'meldingnummer'],
      ['advies', 'adviesnummer'],
    ]) {
      const { rows } = await d.beheer.query<{ hoogste: number; volgende: number }>(
        `select max(right(nummer, 5)::int) as hoogste, nextval('houvast.${reeks}') as volgende from houvast.${tabel}`,
      );
      expect(rows[0]?.volgende, tabel).toBe((rows[0]?.hoogste ?? 0) + 1);
    }
  });

  it('shows a regisseur the casussen of the own team, and no melder', async () => {
    const client = await d.app.connect();
    try {
      await client.query('begin');
      const { rows: wie } = await client.query<{ organisatie_id: string }>(
        'select organisatie_id from houvast.wie_is($1)',
        [getPersonaSub('regisseur-emmen')],
      );
      await client.query(
        `select set_config('houvast.regio', $1, true), set_config('houvast.organisatie', $2, true), set_config('houvast.functie', 'regisseur', true)`,
        [REGIO_ID, wie[0]?.organisatie_id],
      );
      const { rows } = await client.query<{ casussen: number; anders: number; melders: number }>(
        `select (select count(*) from houvast.casus) as casussen, (select count(*) from houvast.melder) as melders,
           (select count(*) from houvast.casus c where not exists (select from houvast.betrokkenheid b where b.casus_id = c.id)) as anders`,
      );
      expect(rows[0]?.casussen).toBeGreaterThan(5);
      expect(rows[0]).toMatchObject({ anders: 0, melders: 0 });
      await client.query('rollback');
    } finally {
      client.release();
    }
  });
});
