// SPDX-License-Identifier: EUPL-1.2
// P1 against whoever goes past the app: as the app's role, as the owner of the tables, as superuser. Every attempt to
// leave an open casus without exactly one holder, or to change who held it before, is refused and nothing of it stays.
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENS, maakTestHuis, ORG, REGIO, type TestHuis } from '../../../test/huis.ts';
import { openCasus } from '../casus/casus.store.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

function nieuweCasus(): Promise<string> {
  const nieuw = {
    aanduiding: 'Gezin Proef',
    gemeentecode: null,
    acuut: false,
    houderId: ORG.vt,
    grond: 'test',
  };
  return t.huis.deuren.act(
    { wie: t.wie('visser'), doel: 'melden' },
    'melding.indienen',
    { soort: 'melding' },
    (tx) => tx.overGrens(async () => (await openCasus(tx, nieuw)).id),
  );
}

const ROLLEN = ['houvast_app', 'houvast_owner', 'superuser'] as const;
type Rol = (typeof ROLLEN)[number];

/** Tries statements in one transaction as a role; the SQLSTATE at which it was refused, or 'mag'. */
async function probeer(rol: Rol, werk: (c: pg.PoolClient) => Promise<unknown>): Promise<string> {
  const client = await t.database.beheer.connect();
  try {
    await client.query('begin');
    if (rol !== 'superuser') await client.query(`set local role ${rol}`);
    // the widest context that there is: the clock, which sees its whole region
    await client.query(
      "select set_config('houvast.regio', $1, true), set_config('houvast.organisatie', $2, true), set_config('houvast.medewerker', $3, true), set_config('houvast.functie', 'systeem', true)",
      [REGIO, ORG.vt, MENS.visser.id],
    );
    await werk(client);
    await client.query('commit');
    return 'mag';
  } catch (fout) {
    await client.query('rollback');
    return (fout as { code?: string }).code ?? String(fout);
  } finally {
    client.release();
  }
}

/** All that is known about who watched a casus, and when it was open. */
async function stand(casusId: string): Promise<unknown> {
  const { rows } = await t.database.beheer.query(
    `select (select jsonb_agg(to_jsonb(z) order by z.vanaf, z.id) from zicht z where z.casus_id = $1) as zicht,
       (select jsonb_agg(to_jsonb(p) order by p.vanaf) from casus_periode p where p.casus_id = $1) as periode,
       (select to_jsonb(c) - 'versie' from casus c where c.id = $1) as casus`,
    [casusId],
  );
  return rows[0];
}

const erbij = (c: pg.PoolClient, casusId: string, organisatie: string, vanaf: string, tot: string | null) =>
  c.query(
    'insert into houvast.zicht (regio_id, id, casus_id, organisatie_id, vanaf, tot, grond) values ($1, gen_random_uuid(), $2, $3, $4, $5, $6)',
    [REGIO, casusId, organisatie, vanaf, tot, 'poging'],
  );
const LATER = '2030-01-01T00:00:00Z';
const NOG_LATER = '2031-01-01T00:00:00Z';

const POGINGEN: [
  naam: string,
  codes: string[],
  werk: (c: pg.PoolClient, casusId: string) => Promise<unknown>,
][] = [
  ['a second holder beside the first', ['23P01', '23505'], (c, id) => erbij(c, id, ORG.emmen, LATER, null)],
  ['a second holder for a while', ['23P01'], (c, id) => erbij(c, id, ORG.emmen, LATER, NOG_LATER)],
  [
    'a holder before the casus was open',
    ['23514'],
    (c, id) => erbij(c, id, ORG.emmen, '2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z'),
  ],
  [
    'an end without a successor',
    ['23514'],
    (c, id) => c.query('update houvast.zicht set tot = $2 where casus_id = $1 and tot is null', [id, LATER]),
  ],
  [
    'a moment between the one and the next',
    ['23514'],
    async (c, id) => {
      await c.query('update houvast.zicht set tot = $2 where casus_id = $1 and tot is null', [id, LATER]);
      await erbij(c, id, ORG.emmen, NOG_LATER, null);
    },
  ],
  [
    'a gap of a microsecond',
    ['23514'],
    async (c, id) => {
      await c.query('update houvast.zicht set tot = $2 where casus_id = $1 and tot is null', [id, LATER]);
      await erbij(c, id, ORG.emmen, '2030-01-01T00:00:00.000001Z', null);
    },
  ],
  [
    'a gap that the guard is asked about at once',
    ['23514'],
    async (c, id) => {
      await c.query('set constraints all immediate');
      await c.query('update houvast.zicht set tot = $2 where casus_id = $1 and tot is null', [id, LATER]);
    },
  ],
  [
    'an end in a subtransaction',
    ['23514'],
    async (c, id) => {
      await c.query('savepoint s');
      await c.query('update houvast.zicht set tot = $2 where casus_id = $1 and tot is null', [id, LATER]);
      await c.query('release savepoint s');
    },
  ],
  [
    'throwing the holder away',
    ['42501'],
    (c, id) => c.query('delete from houvast.zicht where casus_id = $1', [id]),
  ],
  ['emptying the table', ['42501'], (c) => c.query('truncate houvast.zicht')],
  [
    'emptying it with all that hangs on it',
    ['42501'],
    (c) => c.query('truncate houvast.casus_periode, houvast.zicht cascade'),
  ],
  [
    'another name in the past',
    ['23514'],
    (c, id) => c.query('update houvast.zicht set organisatie_id = $2 where casus_id = $1', [id, ORG.emmen]),
  ],
  [
    'another begin',
    ['23514'],
    (c, id) => c.query("update houvast.zicht set vanaf = vanaf - interval '1 day' where casus_id = $1", [id]),
  ],
  [
    'zicht that never ends in time',
    ['23514'],
    (c, id) => c.query("update houvast.zicht set tot = 'infinity' where casus_id = $1", [id]),
  ],
  [
    'zicht moved to another casus',
    ['23514'],
    (c, id) => c.query('update houvast.zicht set casus_id = gen_random_uuid() where casus_id = $1', [id]),
  ],
  [
    'a period that ends while zicht runs on',
    ['23514'],
    (c, id) => c.query('update houvast.casus_periode set tot = $2 where casus_id = $1', [id, LATER]),
  ],
  [
    'throwing the period away',
    ['42501'],
    (c, id) => c.query('delete from houvast.casus_periode where casus_id = $1', [id]),
  ],
  [
    'a casus that is closed in name only',
    ['23514'],
    (c, id) =>
      c.query(
        "update houvast.casus set status = 'gesloten', gesloten_op = $2, sluitreden = 'veilig' where id = $1",
        [id, LATER],
      ),
  ],
  [
    'a closed casus that someone still watches',
    ['23514'],
    async (c, id) => {
      await c.query(
        "update houvast.casus set status = 'gesloten', gesloten_op = $2, sluitreden = 'veilig' where id = $1",
        [id, LATER],
      );
      await c.query('update houvast.casus_periode set tot = $2 where casus_id = $1', [id, LATER]);
    },
  ],
  [
    'an open casus from which everyone has gone',
    ['23514'],
    async (c, id) => {
      await c.query('update houvast.casus_periode set tot = $2 where casus_id = $1 and tot is null', [
        id,
        LATER,
      ]);
      await c.query('update houvast.zicht set tot = $2 where casus_id = $1 and tot is null', [id, LATER]);
    },
  ],
  [
    'an open casus that begins without a holder',
    ['23514'],
    (c) =>
      c.query(
        "insert into houvast.casus (regio_id, id, nummer, aanduiding, status, geopend_op) values ($1, gen_random_uuid(), gen_random_uuid()::text, 'Gezin Niemand', 'open', $2)",
        [REGIO, LATER],
      ),
  ],
  [
    'a period that opens without a holder',
    ['23514', '23P01'],
    async (c, id) => {
      await c.query('insert into houvast.casus_periode (regio_id, casus_id, vanaf) values ($1, $2, $3)', [
        REGIO,
        id,
        '2019-01-01T00:00:00Z',
      ]);
    },
  ],
  [
    'throwing the casus away',
    ['42501', '23503'],
    (c, id) => c.query('delete from houvast.casus where id = $1', [id]),
  ],
  [
    'closing its holder',
    ['23514'],
    (c) =>
      c.query('update houvast.organisatie set gesloten_op = now(), opvolger_id = $2 where id = $1', [
        ORG.vt,
        ORG.emmen,
      ]),
  ],
  [
    'closing its holder without a successor',
    ['23514'],
    (c) => c.query('update houvast.organisatie set gesloten_op = now() where id = $1', [ORG.vt]),
  ],
];

describe.each(ROLLEN)('as %s', (rol) => {
  it.each(POGINGEN)('refuses %s', async (_naam, codes, werk) => {
    const id = await nieuweCasus();
    const voor = await stand(id);
    expect(codes).toContain(await probeer(rol, (c) => werk(c, id)));
    expect(await stand(id)).toEqual(voor);
  });

  it('refuses a holder that is closed', async () => {
    const id = await nieuweCasus();
    const dicht = '00000000-0000-7000-8000-0000000001ff';
    await t.database.beheer.query(
      `insert into organisatie (regio_id, id, naam, soort, gesloten_op, opvolger_id) values ($1, $2, 'Opgeheven team', 'lokaal_team', now(), $3) on conflict do nothing`,
      [REGIO, dicht, ORG.emmen],
    );
    const voor = await stand(id);
    const uit = await probeer(rol, async (c) => {
      await c.query('update houvast.zicht set tot = $2 where casus_id = $1 and tot is null', [id, LATER]);
      await erbij(c, id, dicht, LATER, null);
    });
    expect(uit).toBe('23514');
    expect(await stand(id)).toEqual(voor);
  });

  it('allows what is lawful: one ends in the moment in which the next begins, and then the past is fixed', async () => {
    const id = await nieuweCasus();
    const over = await probeer(rol, async (c) => {
      await c.query('update houvast.zicht set tot = $2 where casus_id = $1 and tot is null', [id, LATER]);
      await erbij(c, id, ORG.emmen, LATER, null);
    });
    expect(over).toBe('mag');
    const { rows } = await t.database.beheer.query(
      'select organisatie_id from zicht where casus_id = $1 and tot is null',
      [id],
    );
    expect(rows).toEqual([{ organisatie_id: ORG.emmen }]);
    for (const sql of [
      'update houvast.zicht set tot = null where casus_id = $1 and tot is not null',
      "update houvast.zicht set tot = tot + interval '1 day' where casus_id = $1 and tot is not null",
      "update houvast.zicht set grond = 'anders' where casus_id = $1",
    ]) {
      expect(await probeer(rol, (c) => c.query(sql, [id])), sql).toBe('23514');
    }
  });
});

it('judges two at once as one after the other: never two holders, never none', async () => {
  const id = await nieuweCasus();
  for (let ronde = 0; ronde < 10; ronde++) {
    const op = new Date(Date.UTC(2030, 0, 1 + ronde)).toISOString();
    const neem = (organisatie: string) =>
      probeer('houvast_app', async (c) => {
        await c.query('update houvast.zicht set tot = $2 where casus_id = $1 and tot is null', [id, op]);
        await erbij(c, id, organisatie, op, null);
      });
    // whoever finds nothing left to end has changed nothing
    const laat = () =>
      probeer('houvast_app', async (c) => {
        const { rowCount } = await c.query(
          'update houvast.zicht set tot = $2 where casus_id = $1 and tot is null',
          [id, op],
        );
        if (rowCount === 0) throw Object.assign(new Error('niets'), { code: 'niets' });
      });
    const [, , alleenWeg] = await Promise.all([neem(ORG.emmen), neem(ORG.assen), laat()]);
    expect(alleenWeg).not.toBe('mag');
    const { rows } = await t.database.beheer.query(
      `select (select count(*) from zicht where casus_id = $1 and tot is null) as houders,
         (select range_agg(tstzrange(vanaf, tot)) from zicht where casus_id = $1) = (select range_agg(tstzrange(vanaf, tot)) from casus_periode where casus_id = $1) as sluitend`,
      [id],
    );
    expect(rows).toEqual([{ houders: 1, sluitend: true }]);
  }
});
