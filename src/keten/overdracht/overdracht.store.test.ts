// SPDX-License-Identifier: EUPL-1.2
// Races: acceptance, refusal, withdrawal and the clock at the same moment. One outcome, one holder, always (P1, P2).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MENS, type MensNaam, maakTestHuis, ORG, REGIO, type TestHuis } from '../../../test/huis.ts';
import { bied, biedAan, houders, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';

let t: TestHuis;
beforeEach(async () => {
  t = await maakTestHuis();
});
afterEach(() => t.weg());

const WEEK = 7 * 86_400_000;
const straks = (ms: number) => new Promise((klaar) => setTimeout(klaar, ms));

/** Every period of the casus is watched by exactly one organisation. */
async function sluitend(casusId: string): Promise<boolean> {
  const { rows } = await t.database.beheer.query(
    `select (select range_agg(tstzrange(vanaf, tot)) from zicht where casus_id = $1) = (select range_agg(tstzrange(vanaf, tot)) from casus_periode where casus_id = $1)
       and (select count(*) from zicht where casus_id = $1 and tot is null) = 1 as goed`,
    [casusId],
  );
  return rows[0].goed;
}

describe('everyone at once', () => {
  it('gives one outcome and one holder, round after round', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const kant = {
      [ORG.vt]: {
        wie: 'visser' as MensNaam,
        collega: 'bakker' as MensNaam,
        naar: ORG.emmen,
        grondslag: 'wmo_4_1_1_2_d',
      },
      [ORG.emmen]: {
        wie: 'emmen' as MensNaam,
        collega: 'emmenLeider' as MensNaam,
        naar: ORG.vt,
        grondslag: 'wmo_5_2_6',
      },
    };
    const delen = [
      { deel: 'personen', grond: 'x' },
      { deel: 'uitspraken', grond: 'x' },
      { deel: 'beoordeling', grond: 'x' },
    ];
    const uitkomsten = new Set<string>();
    for (let ronde = 0; ronde < 15; ronde++) {
      const [houder] = await houders(t, casusId);
      const gever = kant[houder ?? ''];
      const ontvanger = kant[gever?.naar ?? ''];
      if (!gever || !ontvanger) throw new Error(`onbekende houder ${houder}`);
      const id = await biedAan(
        t,
        casusId,
        { naarOrganisatieId: gever.naar, grondslag: gever.grondslag, delen, termijn: 1 },
        gever.wie,
      );
      // the term has passed, and the clock has not looked yet
      t.klok.vooruit(WEEK);
      // in turn one of them gets a little ahead, so that each wins now and then; the rest is chance
      const loper = (nr: number) => straks(nr === ronde % 5 ? 0 : 10 + Math.random() * 15);
      const antwoorden = await Promise.all([
        loper(0).then(() =>
          t
            .als(ontvanger.wie)
            .post(`/overdrachten/${id}/aanvaarding`, { regisseurId: MENS[ontvanger.wie].id }),
        ),
        loper(1).then(() =>
          t
            .als(ontvanger.collega)
            .post(`/overdrachten/${id}/aanvaarding`, { regisseurId: MENS[ontvanger.collega].id }),
        ),
        loper(2).then(() => t.als(gever.wie).post(`/overdrachten/${id}/intrekking`, { reden: 'Toch zelf.' })),
        loper(3).then(() =>
          t.als(ontvanger.collega).post(`/overdrachten/${id}/weigering`, { reden: 'Geen plek.' }),
        ),
        loper(4).then(async () => {
          await t.klokRonde();
          return null;
        }),
        loper(5).then(async () => {
          await t.klokRonde();
          return null;
        }),
      ]);
      const { rows } = await t.database.beheer.query(
        'select status, regisseur_id from overdracht where id = $1',
        [id],
      );
      const status: string = rows[0].status;
      uitkomsten.add(status);
      const gelukt = antwoorden.filter((a) => a?.statusCode === 200);
      for (const a of antwoorden) if (a) expect([200, 409], a.body).toContain(a.statusCode);
      expect(gelukt.length, `ronde ${ronde}: ${status}`).toBe(status === 'verlopen' ? 0 : 1);
      if (gelukt[0]) expect(gelukt[0].json()).toMatchObject({ status });
      for (const a of antwoorden) if (a?.statusCode === 409) expect(a.json().huidig).toEqual({ status });
      expect(await houders(t, casusId)).toEqual([status === 'aanvaard' ? gever.naar : houder]);
      expect(await sluitend(casusId)).toBe(true);
      const open = await t.database.beheer.query(
        "select count(*) as n from termijn where onderwerp_id = $1 and soort = 'overdracht_antwoord' and afgerond_op is null",
        [id],
      );
      expect(open.rows[0].n).toBe(0);
      const vragen = await t.database.beheer.query(
        "select soort, count(*) as n from termijn where onderwerp_id = $1 and soort <> 'overdracht_antwoord' group by 1 order by 1",
        [id],
      );
      expect(vragen.rows).toEqual(
        status === 'aanvaard'
          ? []
          : [
              ...(status === 'verlopen' ? [{ soort: 'overdracht_escalatie', n: 1 }] : []),
              { soort: 'overdracht_opnieuw', n: 1 },
            ],
      );
      const acts = await t.database.beheer.query(
        "select count(*) as n from handeling where casus_id = $1 and (onderwerp_id = $2) and soort in ('overdracht.aanvaarden', 'overdracht.weigeren', 'overdracht.intrekken', 'overdracht.verlopen')",
        [casusId, id],
      );
      expect(acts.rows[0].n).toBe(1);
    }
    // otherwise this was no race
    expect(uitkomsten.size).toBeGreaterThan(1);
  });

  it('takes one offer of many that are made at once', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const uit = await Promise.all(
      [ORG.emmen, ORG.assen, ORG.opvang, ORG.emmen].map((naarOrganisatieId) =>
        bied(t, casusId, { naarOrganisatieId }),
      ),
    );
    expect(uit.map((u) => u.statusCode).sort()).toEqual([201, 409, 409, 409]);
  });
});

describe('the database itself', () => {
  const dwing = (sql: string, p: unknown[]) =>
    t.database.beheer.query(sql, p).then(
      () => 'mag',
      (fout: { code: string }) => fout.code,
    );

  it('refuses a second answer, another story, and an acceptance without zicht', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const id = await biedAan(t, casusId);
    // as superuser, past row-level security
    expect(
      await dwing(
        "update overdracht set status = 'aanvaard', beantwoord_op = now(), regisseur_id = $2 where id = $1",
        [id, MENS.emmen.id],
      ),
    ).toBe('23514');
    expect(
      await dwing("update overdracht set status = 'aanvaard', beantwoord_op = now() where id = $1", [id]),
    ).toBe('23514');
    expect(
      await dwing("update overdracht set status = 'geweigerd', beantwoord_op = now() where id = $1", [id]),
    ).toBe('23514');
    expect(await dwing("update overdracht set typehulp = 'anders' where id = $1", [id])).toBe('23514');
    expect(await dwing("update overdracht_inhoud set gegevens = '{}' where overdracht_id = $1", [id])).toBe(
      '42501',
    );
    expect(await dwing('update overdracht set van_organisatie_id = $2 where id = $1', [id, ORG.assen])).toBe(
      '23514',
    );
    expect(await dwing('delete from overdracht where id = $1', [id])).toBe('42501');
    expect(await dwing('truncate overdracht cascade', [])).toBe('42501');
    // zicht cannot walk away from under an open offer either
    const client = await t.database.beheer.connect();
    try {
      await client.query('begin');
      await client.query(
        "update zicht set tot = now() + interval '1 year' where casus_id = $1 and tot is null",
        [casusId],
      );
      await client.query(
        "insert into zicht (regio_id, id, casus_id, organisatie_id, vanaf, grond) select regio_id, gen_random_uuid(), casus_id, $2, tot, 'sluipend' from zicht where casus_id = $1",
        [casusId, ORG.assen],
      );
      await expect(client.query('commit')).rejects.toMatchObject({ code: '23514' });
    } finally {
      client.release();
    }
    await t.als('emmen').post(`/overdrachten/${id}/weigering`, { reden: 'Geen plek.' });
    expect(
      await dwing(
        "update overdracht set status = 'aangeboden', beantwoord_op = null, reden = null where id = $1",
        [id],
      ),
    ).toBe('23514');
    expect(await dwing("update overdracht set reden = 'anders' where id = $1", [id])).toBe('23514');
    expect(
      await dwing(
        `insert into overdracht (regio_id, id, casus_id, van_organisatie_id, naar_organisatie_id, status, grondslag, typehulp, aangeboden_op)
         values ($1, gen_random_uuid(), $2, $3, $4, 'aangeboden', 'x', 'x', now())`,
        [REGIO, casusId, ORG.assen, ORG.emmen],
      ),
    ).toBe('23514');
    expect(await houders(t, casusId)).toEqual([ORG.vt]);
  });
});
