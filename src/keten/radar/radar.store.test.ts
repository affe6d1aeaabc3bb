// SPDX-License-Identifier: EUPL-1.2
// The look-up stays a look-up: with row-level security on, as the role of the server, it goes through the key index.
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, ORG, REGIO, type TestHuis } from '../../../test/huis.ts';
import { BSN, gezin, meld } from '../../../test/hulp/radar.ts';
import { zonderLeegte } from './gegevens.ts';
import { getTelling } from './namenboek.store.ts';
import { telRegister } from './radar.job.ts';
import { listBekend, listOpgehaald } from './radar.store.ts';
import { INSTELLING } from './radar.ts';
import { sleutelGetallen } from './sleutelgetal.ts';
import { bereidVoor, sleutels, type Vermelding, zoekRuimte, zoekSleutels } from './vermelding.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
  await meld(t, [{ ...gezin(1)[0], bsn: BSN[0] }]);
  await t.database.beheer.query(
    `with v as (
       insert into vermelding (regio_id, id, organisatie_id, bron, gegeven_op, sleutels)
       select $1, gen_random_uuid(), $2, 'proef', now(), array(select jsonb_array_elements_text(s)::bigint) from jsonb_array_elements($3::jsonb) s
       returning id
     ), p as (insert into persoon (regio_id, id, gemaakt_op) select $1, id, now() from v)
     insert into koppeling (regio_id, id, vermelding_id, persoon_id, vanaf, grond) select $1, gen_random_uuid(), id, id, now(), 'proef' from v`,
    [
      REGIO,
      ORG.vt,
      JSON.stringify(
        Array.from({ length: 20_000 }, (_, i) =>
          sleutelGetallen([`kd:n${i + 1}`, `ph:p${(i + 1) % 900}`, `kj:n${(i + 1) % 50}`]),
        ),
      ),
    ],
  );
  await t.database.beheer.query('analyze vermelding, koppeling');
});
afterAll(() => t.weg());

async function metContext<T>(fn: (c: PoolClient) => Promise<T>): Promise<T> {
  const c = await t.database.app.connect();
  try {
    await c.query('begin');
    await c.query(
      "select set_config('houvast.regio', $1, true), set_config('houvast.organisatie', $2, true), set_config('houvast.functie', 'vt_medewerker', true)",
      [REGIO, ORG.vt],
    );
    return await fn(c);
  } finally {
    await c.query('rollback');
    c.release();
  }
}

/** How often the key index was looked into, as the server counts it. */
async function indexKeer(c: PoolClient): Promise<number> {
  await c.query('select pg_stat_force_next_flush()');
  await c.query('commit');
  await c.query('begin');
  await c.query('select pg_stat_clear_snapshot()');
  const { rows } = await c.query(
    "select idx_scan from pg_stat_user_indexes where indexrelname = 'vermelding_sleutels'",
  );
  return rows[0].idx_scan;
}

describe('looking up by keys', () => {
  it('cannot use the index directly: that is why the function is there', async () => {
    await metContext(async (c) => {
      await c.query('set local enable_seqscan = off');
      const { rows } = await c.query('explain select id from vermelding where sleutels && array[7::bigint]');
      expect(rows.map((r) => r['QUERY PLAN']).join('\n')).not.toContain('vermelding_sleutels');
    });
  });

  it('goes through the index in the function, as the role of the server', async () => {
    await metContext(async (c) => {
      const rol = await c.query('select current_user as wie');
      expect(rol.rows[0].wie).toBe('houvast_app');
      const voor = await indexKeer(c);
      await c.query(
        "select set_config('houvast.regio', $1, true), set_config('houvast.organisatie', $2, true), set_config('houvast.functie', 'vt_medewerker', true)",
        [REGIO, ORG.vt],
      );
      const { rows } = await c.query("select id from radar_zoek($1, $2, '{}', 100, false)", [
        ORG.vt,
        sleutelGetallen(['kd:n7', 'ph:p7']),
      ]);
      // one of the name and date; the 23 of the address (i = 7, 907, … 19807), of which i = 7 is the same one
      expect(rows).toHaveLength(23);
      expect(await indexKeer(c)).toBeGreaterThan(voor);
    });
  });

  it('keeps a shared BSN, then what shares most, and leaves out what it is told to', async () => {
    await metContext(async (c) => {
      const { rows: bekend } = await c.query(
        "select id, sleutels from vermelding where bron like 'melding%'",
      );
      const bsn = bekend[0].sleutels.find((s: number) => s < 0);
      const zoek = [bsn, ...sleutelGetallen(['kd:n7', 'ph:p7', 'kj:n7'])];
      const meeste = async (hoogstens: number, behalve: readonly string[] = []): Promise<string[]> => {
        const { rows } = await c.query('select id from radar_zoek($1, $2, $3, $4, true)', [
          ORG.vt,
          zoek,
          behalve,
          hoogstens,
        ]);
        return rows.map((r) => r.id);
      };
      expect(await meeste(1)).toEqual([bekend[0].id]);
      const [tweede = '', ...geen] = (await meeste(2)).filter((id) => id !== bekend[0].id);
      expect(geen).toEqual([]);
      const { rows: van } = await c.query('select sleutels from vermelding where id = $1', [tweede]);
      expect(van[0].sleutels).toEqual(sleutelGetallen(['kd:n7', 'ph:p7', 'kj:n7']));
      expect(await meeste(1, [bekend[0].id])).toEqual([tweede]);
    });
  });

  it('brings in as many as are weighed where more share a key, with whoever shares most; and all of another that is asked with it', async () => {
    const { rows } = await t.database.beheer.query('select id from vermelding where sleutels @> $1', [
      sleutelGetallen(['kd:n7000']),
    ]);
    const alle = Array.from({ length: 50 }, (_, i) => `kj:n${i}`);
    const [vol = [], weinig = []] = await t.huis.deuren.read(
      { wie: t.wie('visser'), doel: 'melden' },
      'radar.zoeken',
      { soort: 'radar' },
      // 400 mentions under each of fifty, of whom one of his own as well
      (tx) => listOpgehaald(tx, ORG.vt, [[...alle, 'kd:n7000'], ['ph:p7']]),
    );
    expect(vol).toHaveLength(INSTELLING.opgehaald);
    expect(vol.map((k) => k.id)).toContain(rows[0].id);
    expect(weinig).toHaveLength(23);
  });
});

describe('what is read of a mention', () => {
  it('is what was given, also where a name holds the very sign that sets its parts apart, or says that it is not known', async () => {
    const gegeven = [
      { rol: 'slachtoffer', voornamen: 'Ann\u001fa', achternaam: 'Scheiding', woonplaats: 'Em\u001fmen' },
      {
        rol: 'kind',
        voornamen: 'onbekend',
        tussenvoegsel: 'de',
        achternaam: 'Scheiding',
        geboortejaar: 2015,
        geboortemaand: 3,
        geslacht: 'vrouw',
        telefoon: ['0612345678', '0687654321'],
        straat: 'Proefweg',
        huisnummer: '12',
        postcode: '7811AB',
      },
    ];
    await meld(t, gegeven);
    const zoek = [
      ...sleutels({ id: '1', voornamen: 'Ann\u001fa', achternaam: 'Scheiding' }),
      ...sleutels({ id: '2', postcode: '7811AB', huisnummer: '12' }),
    ];
    const gelezen = await t.huis.deuren.read(
      { wie: t.wie('visser'), doel: 'melden' },
      'radar.zoeken',
      { soort: 'radar' },
      async (tx) => {
        const [gevonden = []] = await listOpgehaald(tx, ORG.vt, [zoek]);
        const zelf = await listBekend(
          tx,
          ORG.vt,
          gevonden.map((k) => k.id),
        );
        return gevonden.map((k) => [zonderLeegte(k.voorbereid.bron), zelf.get(k.id)?.vermelding]);
      },
    );
    expect(gelezen).toHaveLength(2);
    for (const [een, ander] of gelezen) expect(een).toEqual(ander);
    expect(gelezen.map(([v]) => v?.voornamen).sort()).toEqual(['Ann\u001fa', 'onbekend']);
  });
});

describe('the names that the register knows', () => {
  it('widen a question by the spellings one slip away, from the moment that they are counted', async () => {
    await meld(t, [
      { rol: 'slachtoffer', voornamen: 'Geertruida', achternaam: 'Vrieslander', geslacht: 'vrouw' },
    ]);
    // another sound: no key of their own in common, and no birth date, address or number to go by
    const gezocht: Vermelding = { id: 'x', voornamen: 'Geertruida', achternaam: 'Vriesmander' };
    const zoek = () =>
      t.huis.deuren.read(
        { wie: t.wie('visser'), doel: 'melden' },
        'radar.zoeken',
        { soort: 'radar' },
        async (tx) => {
          const p = bereidVoor(gezocht);
          const ruimte = zoekRuimte(p, await getTelling(tx, ORG.vt));
          const [gevonden] = await listOpgehaald(tx, ORG.vt, [zoekSleutels(p, ruimte)]);
          return gevonden?.map((k) => k.voorbereid.bron.achternaam);
        },
      );
    expect(await zoek()).toEqual([]);
    await telRegister(t.huis.deuren, REGIO, ORG.vt);
    expect(await zoek()).toEqual(['Vrieslander']);
  });
});

describe('what was given and what was judged', () => {
  it('is added, never rewritten', async () => {
    await expect(t.database.beheer.query("update vermelding set achternaam = 'Anders'")).rejects.toThrow(
      /not rewritten/,
    );
    await expect(t.database.beheer.query('delete from radar_oordeel')).rejects.toThrow(/append-only/);
  });
});
