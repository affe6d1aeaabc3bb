// SPDX-License-Identifier: EUPL-1.2
// P7: every deadline names its clause and cannot pass unseen. A year of a region, day by day, with sixty families whose terms
// come from real acts: winter time, summer time, Christmas, Easter and Koningsdag in it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENS, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { lees, lopendeTermijnen, nieuweMelding, stelVast } from '../../../test/hulp/beoordeling.ts';
import { antwoordVoorbeeld, momenten, sluit, stopMonitoren } from '../../../test/hulp/monitoring.ts';
import { aanvaard, biedAan } from '../../../test/hulp/overdracht.ts';
import { beginVanDag, dagnummer, dagVan } from '../../platform/clock/dagen.ts';
import { verwerkTermijnen } from './termijn.job.ts';

const BEGIN = dagnummer('2026-10-05');
const DAGEN = 372;
const GEZINNEN = 60;
/** Families that come in after this go to Emmen: Assen closes ten days later. */
const SLUIT_ASSEN = new Date('2027-04-05T00:00:00Z');
const MINUUT = 60_000;
const UUR = 60 * MINUUT;

let t: TestHuis;
const agenda = new Map<number, (() => Promise<void>)[]>();
const op = (dag: number, doe: () => Promise<void>) => agenda.set(dag, [...(agenda.get(dag) ?? []), doe]);
const nu = () => t.klok.nu();

beforeAll(async () => {
  t = await maakTestHuis(beginVanDag(BEGIN));
});
afterAll(() => t.weg());

const sql = async <R>(vraag: string, ...waarden: unknown[]): Promise<R[]> =>
  (await t.database.beheer.query(vraag, waarden)).rows as R[];

/** Terms that passed their warning or end up to `tot`, while they ran, without the act that says so. */
const ongezien = (tot: Date) =>
  sql<{ soort: string; wat: string }>(
    `select t.soort, m.wat from termijn t
     cross join lateral (values ('termijn.waarschuwing', t.waarschuwt_op), ('termijn.verstreken', t.vervalt_op)) m (wat, moment)
     where m.moment <= least($1::timestamptz, coalesce(t.afgerond_op - interval '1 microsecond', $1::timestamptz))
       and not exists (select from handeling h where h.inhoud ->> 'termijn' = t.id::text and h.soort = m.wat and h.op >= m.moment)`,
    tot,
  );

/** Open terms that nobody would do: no open organisation, or one that cannot see what it is about. */
const zonderEigenaar = () =>
  sql<{ soort: string }>(
    `select t.soort from termijn t join organisatie o on o.id = t.eigenaar_organisatie_id
     left join medewerker m on m.id = t.eigenaar_medewerker_id
     where t.afgerond_op is null and (o.gesloten_op is not null or t.clausule = '' or m.organisatie_id <> t.eigenaar_organisatie_id
       or (t.casus_id is not null and t.onderwerp_soort <> 'overdracht' and not exists (
         select from betrokkenheid b where b.casus_id = t.casus_id and b.organisatie_id = t.eigenaar_organisatie_id and (b.tot is null or b.tot > $1))))`,
    nu(),
  );

/** The life of one family, from its melding on. Six kinds of it, so that every kind of term lives and ends in every way. */
function plan(i: number, dag: number): void {
  const personen = [
    {
      rol: 'slachtoffer',
      achternaam: `Proefgezin ${'abcdefghijklmnopqrstuvwxyz'.charAt(i % 26)}${i}`,
      geboortejaar: 1950 + i,
    },
  ];
  op(dag, async () => {
    const m = await nieuweMelding(t, {
      personen,
      acuut: i % 10 === 0,
      ...(i % 10 === 0 ? { acuutToelichting: 'Nu.' } : {}),
    });
    const { casusId } = m;
    const besluit = async (code: string) => {
      m.beoordeling = await lees(t, m.id);
      await stelVast(t, m, { besluit: code, vervolgSoort: code === 'overdragen' ? 'lokaal_team' : null });
    };
    const termijn = async (soort: string) => (await lopendeTermijnen(t, casusId)).get(soort)?.id ?? '';
    const doe = async (wie: 'visser' | 'emmen', pad: string, body: unknown) => {
      const uit = await t.als(wie).post(pad, body);
      expect([200, 201], `${pad} ${uit.body}`).toContain(uit.statusCode);
    };
    const soort = i % 6;
    const bijAssen = i % 4 === 1 && nu() < SLUIT_ASSEN;
    if (soort === 0 || soort === 5) {
      op(dag + 2, async () => {
        await besluit('overdragen');
        const aanbod = await biedAan(t, casusId, { naarOrganisatieId: bijAssen ? ORG.assen : ORG.emmen });
        op(dag + 5, async () => {
          // Assen closed in spring: Emmen answers for it
          const uit = await aanvaard(t, aanbod, bijAssen ? 'assen' : 'emmen');
          expect([200, 404, 409], uit.body).toContain(uit.statusCode);
        });
      });
      // asked a week after it was due, so that the end passes too; then nobody is reached
      op(dag + 110, async () => {
        const moment = (await momenten(t, casusId)).find(
          (x) => x.soort === 'monitor_3_maanden' && !x.uitgevoerdOp,
        );
        if (moment)
          await doe(
            'visser',
            `/monitormomenten/${moment.id}/uitvoering`,
            antwoordVoorbeeld({ uitkomst: soort === 0 ? 'onveilig' : 'niet_bereikt' }),
          );
      });
    }
    if (soort === 5) {
      op(dag + 150, async () => {
        await stopMonitoren(t, casusId);
        const uit = await sluit(t, casusId, 'emmen', { ondanks: 'Het gezin is verhuisd.' }).catch(() => null);
        if (uit) expect(uit.statusCode, uit.body).toBe(201);
      });
    }
    if (soort === 2) {
      op(dag + 10, async () => {
        await besluit('voorwaarden_en_vervolg');
        const id = await termijn('voorwaarden_en_vervolg');
        op(dag + 20, () =>
          doe('visser', `/termijnen/${id}/opschorting`, {
            reden: 'Moeder ligt in het ziekenhuis.',
            totOp: new Date(t.klok.nu().getTime() + 40 * 86_400_000).toISOString(),
          }),
        );
        op(dag + 45, () => doe('visser', `/termijnen/${id}/hervatting`, { reden: 'Zij is weer thuis.' }));
      });
    }
    if (soort === 3) {
      op(dag + 3, async () => {
        await besluit('overdragen');
        await biedAan(t, casusId); // nobody answers
      });
      op(dag + 20, async () => {
        const aanbod = await biedAan(t, casusId);
        op(dag + 23, () => doe('emmen', `/overdrachten/${aanbod}/weigering`, { reden: 'Geen plaats.' }));
      });
    }
    if (soort === 4) {
      op(dag + 4, () => besluit('onderzoek'));
      op(dag + 18, async () =>
        doe('visser', `/termijnen/${await termijn('informeren_betrokkenen')}/verlenging`, {
          aantal: 2,
          eenheid: 'weken',
          reden: 'Nog niet veilig.',
        }),
      );
    }
    // kind 1: nobody ever assesses it
  });
}

describe('a year of sixty families', () => {
  it('lets no warning and no end pass without its act, and leaves nothing without an owner', {
    timeout: 600_000,
  }, async () => {
    for (let i = 0; i < GEZINNEN; i++) plan(i, BEGIN + Math.floor((i * (DAGEN - 120)) / GEZINNEN));
    op(dagVan(SLUIT_ASSEN) + 10, async () => {
      const uit = await t
        .als('teamleider')
        .post(`/organisaties/${ORG.assen}/sluiting`, { opvolgerId: ORG.emmen, reden: 'Fusie.' });
      expect(uit.statusCode, uit.body).toBe(200);
    });
    const rondes: number[] = [];
    const ronde = async () => {
      rondes.push(nu().getTime());
      return (await t.klokRonde()).length;
    };
    let gevuurd = 0;
    for (let dag = BEGIN; dag < BEGIN + DAGEN; dag++) {
      t.klok.zet(beginVanDag(dag));
      gevuurd += await ronde();
      t.klok.vooruit(9 * UUR);
      gevuurd += await ronde();
      for (const doe of agenda.get(dag) ?? []) {
        t.klok.vooruit(MINUUT);
        await doe();
      }
      if (dag % 7 === 0) {
        expect(await ongezien(new Date(rondes.at(-1) ?? 0)), String(dag)).toEqual([]);
        expect(await zonderEigenaar(), String(dag)).toEqual([]);
      }
    }
    t.klok.zet(beginVanDag(BEGIN + DAGEN));
    gevuurd += await ronde();
    expect(await ongezien(nu())).toEqual([]);
    expect(await zonderEigenaar()).toEqual([]);

    // each moment was said once: as many acts as the rounds reported, and no moment twice
    const [acts] = await sql<{ n: number; dubbel: number }>(
      `select count(*)::int as n, (count(*) - count(distinct (inhoud ->> 'termijn', soort, op)))::int as dubbel
       from handeling where soort in ('termijn.waarschuwing', 'termijn.verstreken')`,
    );
    expect(acts).toEqual({ n: gevuurd, dubbel: 0 });
    const twee = await sql(
      `select h.inhoud ->> 'termijn' as id from handeling h where h.soort in ('termijn.waarschuwing', 'termijn.verstreken')
         and not exists (select from termijn_wijziging w where w.termijn_id::text = h.inhoud ->> 'termijn' and w.soort <> 'overgegaan')
       group by 1, h.soort having count(*) > 1`,
    );
    expect(twee).toEqual([]);
    // and each at the first round after its moment. When a term was set stands in its id (UUIDv7): one may be set after its
    // warning (start_onderzoek counts from the melding), and is then said at the first round that could know it.
    const gezegd = await sql<{ soort: string; moment: Date; gemaakt: Date; op: Date }>(
      `select t.soort, case h.soort when 'termijn.waarschuwing' then t.waarschuwt_op else t.vervalt_op end as moment, h.op,
           to_timestamp(('x' || left(replace(t.id::text, '-', ''), 12))::bit(48)::bigint / 1000.0) as gemaakt
         from handeling h join termijn t on t.id::text = h.inhoud ->> 'termijn'
         where h.soort in ('termijn.waarschuwing', 'termijn.verstreken')
           and not exists (select from termijn_wijziging w where w.termijn_id = t.id and w.soort <> 'overgegaan')`,
    );
    const teLaatGezegd = gezegd.filter((g) => {
      const kon = Math.max(g.moment.getTime(), g.gemaakt.getTime());
      return g.op.getTime() !== rondes.find((r) => r >= kon);
    });
    expect(teLaatGezegd).toEqual([]);
    // the year was worth walking: terms of most kinds warned, and many ended unseen by people but not by the clock
    const [breed] = await sql<{ soorten: number; verstreken: number }>(
      `select count(distinct inhoud ->> 'soort')::int as soorten, count(*) filter (where soort = 'termijn.verstreken')::int as verstreken
       from handeling where soort in ('termijn.waarschuwing', 'termijn.verstreken')`,
    );
    expect(breed?.soorten).toBeGreaterThanOrEqual(12);
    expect(breed?.verstreken).toBeGreaterThan(GEZINNEN);
    // P1 held all along: exactly the open casussen have a holder now
    const open = await sql<{ open: number; gehouden: number }>(
      "select (select count(*)::int from casus where status = 'open') as open, (select count(*)::int from zicht where tot is null) as gehouden",
    );
    expect(open[0]?.open).toBe(open[0]?.gehouden);
  });
});

describe('a job that was killed', () => {
  it('loses nothing: the next round finds the term and says it once', async () => {
    const m = await nieuweMelding(t, { personen: [{ rol: 'slachtoffer', achternaam: 'Eenmalig' }] });
    const beoordeling = (await lopendeTermijnen(t, m.casusId)).get('beoordeling');
    const eind = beoordeling?.vervalt_op as Date;
    const gezegd = () =>
      sql<{ soort: string }>(
        "select soort from handeling where inhoud ->> 'termijn' = $1 order by soort",
        beoordeling?.id,
      );
    t.klok.zet(new Date(eind.getTime() - 1));
    await t.klokRonde();
    expect(await gezegd()).toEqual([{ soort: 'termijn.waarschuwing' }]);
    t.klok.zet(eind);
    // a job has taken the term and marked it, when its process dies
    const job = await t.database.beheer.connect();
    job.on('error', () => undefined);
    await job.query('begin');
    const [pid] = (await job.query('select pg_backend_pid() as pid')).rows;
    await job.query('update termijn set verstreken_op = $2 where id = $1', [beoordeling?.id, eind]);
    // the sweep does not wait for it, and leaves this one be
    expect((await t.klokRonde()).some((v) => v.id === beoordeling?.id)).toBe(false);
    await t.database.beheer.query('select pg_terminate_backend($1)', [pid.pid]);
    await expect
      .poll(
        async () =>
          (await t.database.beheer.query('select 1 from pg_stat_activity where pid = $1', [pid.pid]))
            .rowCount,
      )
      .toBe(0);
    job.release(true);
    expect((await t.klokRonde()).filter((v) => v.id === beoordeling?.id).map((v) => v.wat)).toEqual([
      'verstreken',
    ]);
    expect(await gezegd()).toEqual([{ soort: 'termijn.verstreken' }, { soort: 'termijn.waarschuwing' }]);
    expect((await t.klokRonde()).some((v) => v.id === beoordeling?.id)).toBe(false);
  });

  it('a job and the sweep at once say it once', async () => {
    const m = await nieuweMelding(t, { personen: [{ rol: 'slachtoffer', achternaam: 'Tegelijk' }] });
    const beoordeling = (await lopendeTermijnen(t, m.casusId)).get('beoordeling');
    t.klok.zet(beoordeling?.vervalt_op as Date);
    const regio = t.wie('visser').regioId;
    const samen = await Promise.all([
      verwerkTermijnen(t.huis.deuren, regio, beoordeling?.id),
      verwerkTermijnen(t.huis.deuren, regio),
      verwerkTermijnen(t.huis.deuren, regio, beoordeling?.id),
    ]);
    const eigen = samen.flat().filter((v) => v.id === beoordeling?.id);
    expect(eigen.map((v) => v.wat).sort()).toEqual(['verstreken', 'waarschuwing']);
    expect(eigen.every((v) => v.eigenaarOrganisatieId === ORG.vt)).toBe(true);
    expect(MENS.visser.organisatie).toBe(ORG.vt);
  });
});
