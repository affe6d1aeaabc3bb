// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { GROEPEN, type Groep, grenzenVan, HOOGSTENS_PER_GROEP, TELT_TOT, type Wiens } from './werk.ts';

export interface WerkRegel {
  id: string;
  groep: Groep;
  soort: string;
  waarom: string;
  acuut: boolean;
  teLaat: boolean;
  casusId: string | null;
  casusNummer: string | null;
  aanduiding: string | null;
  onderwerpSoort: string;
  onderwerpId: string;
  /** Of a beoordeling: the melding that it is about. */
  meldingId: string | null;
  begintOp: Date;
  waarschuwtOp: Date | null;
  vervaltOp: Date | null;
  opgeschortOp: Date | null;
  clausule: string;
  bron: string;
  houderId: string | null;
  houderNaam: string | null;
  eigenaarOrganisatieId: string;
  eigenaarOrganisatieNaam: string;
  eigenaarMedewerkerId: string | null;
  eigenaarMedewerkerNaam: string | null;
}

export interface Werk {
  aantallen: Record<Groep, number>;
  regels: WerkRegel[];
}

interface Rij {
  id: string;
  groep: Groep;
  soort: string;
  waarom: string;
  acuut: boolean;
  casus_id: string | null;
  nummer: string | null;
  aanduiding: string | null;
  onderwerp_soort: string;
  onderwerp_id: string;
  melding_id: string | null;
  begint_op: Date;
  waarschuwt_op: Date | null;
  vervalt_op: Date | null;
  opgeschort_op: Date | null;
  clausule: string;
  bron: string;
  houder_id: string | null;
  houder: string | null;
  eigenaar_organisatie_id: string;
  eigenaar: string;
  eigenaar_medewerker_id: string | null;
  medewerker: string | null;
}

/** Whose terms: a condition on `t`. */
function vanWie(tx: Tx, wie: Wiens): RawBuilder<unknown> {
  const { medewerkerId: ik, teamId: team } = tx.wie;
  const eigen = sql`t.eigenaar_organisatie_id = ${tx.wie.organisatieId} and t.afgerond_op is null`;
  if (wie === 'organisatie') return eigen;
  const zonderNaam = sql`t.eigenaar_medewerker_id is null`;
  // what is another team's is not ours
  const vanNiemand = team
    ? sql`${zonderNaam} and (t.eigenaar_team_id is null or t.eigenaar_team_id = ${team})`
    : zonderNaam;
  if (wie === 'mij') {
    const { volgendeWeek } = grenzenVan(tx.nu);
    return sql`${eigen} and (t.eigenaar_medewerker_id = ${ik} or (${vanNiemand} and (t.acuut or t.waarschuwt_op < ${volgendeWeek})))`;
  }
  // who is in no team works with everyone
  if (!team) return eigen;
  return sql`${eigen} and (${vanNiemand} or t.eigenaar_medewerker_id in (select id from medewerker where team_id = ${team}))`;
}

/**
 * The worklist in one statement: the counts of each group (up to TELT_TOT), and of each at most the first rows. Acute first, then what ends
 * first. Row-level security is on: an offer shows its household by what the giver sent along, because the receiver does not
 * see the casus yet.
 */
export async function leesWerk(tx: Tx, wie: Wiens): Promise<Werk> {
  const { morgen, volgendeWeek } = grenzenVan(tx.nu);
  const org = tx.wie.organisatieId;
  const mijn = vanWie(tx, wie);
  const wacht = sql`t.wacht_organisatie_id = ${org} and t.eigenaar_organisatie_id <> ${org} and t.afgerond_op is null`;
  const bereik: Record<Exclude<Groep, 'wacht'>, RawBuilder<unknown>> = {
    nu: sql`(t.acuut or t.vervalt_op <= ${tx.nu})`,
    vandaag: sql`not t.acuut and t.vervalt_op > ${tx.nu} and t.vervalt_op <= ${morgen}`,
    week: sql`not t.acuut and t.vervalt_op > ${tx.nu} and t.vervalt_op > ${morgen} and t.vervalt_op <= ${volgendeWeek}`,
    later: sql`not t.acuut and (t.vervalt_op is null or t.vervalt_op > ${volgendeWeek})`,
  };
  const deel = (groep: Groep, waar: RawBuilder<unknown>, orde: RawBuilder<unknown>) => sql`
    (select ${groep} as groep, t.* from termijn t where ${waar} order by ${orde} limit ${HOOGSTENS_PER_GROEP})`;
  const tel = (waar: RawBuilder<unknown>) => sql`
    (select count(*) from (select from termijn t where ${waar} limit ${TELT_TOT}) t)`;
  const eerst = sql`t.acuut desc, t.vervalt_op, t.id`;
  const opTijd = sql`t.vervalt_op nulls last, t.id`;
  const { rows } = await sql<
    Rij & { n_nu: number; n_vandaag: number; n_week: number; n_later: number; n_wacht: number }
  >`
    with telling as (
      select ${tel(sql`${mijn} and ${bereik.nu}`)} as n_nu, ${tel(sql`${mijn} and ${bereik.vandaag}`)} as n_vandaag,
        ${tel(sql`${mijn} and ${bereik.week}`)} as n_week, ${tel(sql`${mijn} and ${bereik.later}`)} as n_later, ${tel(wacht)} as n_wacht
    ), regels as (
      ${deel('nu', sql`${mijn} and ${bereik.nu}`, eerst)}
      union all ${deel('vandaag', sql`${mijn} and ${bereik.vandaag}`, opTijd)}
      union all ${deel('week', sql`${mijn} and ${bereik.week}`, opTijd)}
      union all ${deel('later', sql`${mijn} and ${bereik.later}`, opTijd)}
      union all ${deel('wacht', wacht, eerst)}
    )
    select tel.*, r.groep, r.id, r.soort, r.waarom, r.acuut, c.id as casus_id, c.nummer, coalesce(c.aanduiding, i.gegevens ->> 'aanduiding') as aanduiding,
      r.onderwerp_soort, r.onderwerp_id, b.melding_id, r.begint_op, r.waarschuwt_op, r.vervalt_op, r.opgeschort_op, r.clausule, r.bron,
      coalesce(z.organisatie_id, d.van_organisatie_id) as houder_id, h.naam as houder, r.eigenaar_organisatie_id, e.naam as eigenaar,
      r.eigenaar_medewerker_id, m.naam as medewerker
    from telling tel
    left join regels r on true
    left join casus c on c.regio_id = r.regio_id and c.id = r.casus_id
    left join zicht z on z.regio_id = r.regio_id and z.casus_id = r.casus_id and z.tot is null
    left join overdracht d on d.regio_id = r.regio_id and d.id = r.onderwerp_id and r.onderwerp_soort = 'overdracht'
    left join overdracht_inhoud i on i.regio_id = d.regio_id and i.overdracht_id = d.id
    left join beoordeling b on b.regio_id = r.regio_id and b.id = r.onderwerp_id and r.onderwerp_soort = 'beoordeling'
    left join organisatie h on h.regio_id = r.regio_id and h.id = coalesce(z.organisatie_id, case when d.status = 'aangeboden' then d.van_organisatie_id end)
    left join organisatie e on e.regio_id = r.regio_id and e.id = r.eigenaar_organisatie_id
    left join medewerker m on m.regio_id = r.regio_id and m.id = r.eigenaar_medewerker_id`.execute(tx.db);
  tx.categorie('casus', 'termijnen');
  const n = rows[0];
  const plaats = new Map(GROEPEN.map((g, i) => [g, i]));
  const regels = rows
    .filter((r) => r.id !== null)
    .map(
      (r): WerkRegel => ({
        id: r.id,
        groep: r.groep,
        soort: r.soort,
        waarom: r.waarom,
        acuut: r.acuut,
        teLaat: r.vervalt_op !== null && r.vervalt_op <= tx.nu,
        casusId: r.casus_id,
        casusNummer: r.nummer,
        aanduiding: r.aanduiding,
        onderwerpSoort: r.onderwerp_soort,
        onderwerpId: r.onderwerp_id,
        meldingId: r.melding_id,
        begintOp: r.begint_op,
        waarschuwtOp: r.waarschuwt_op,
        vervaltOp: r.vervalt_op,
        opgeschortOp: r.opgeschort_op,
        clausule: r.clausule,
        bron: r.bron,
        houderId: r.houder ? r.houder_id : null,
        houderNaam: r.houder,
        eigenaarOrganisatieId: r.eigenaar_organisatie_id,
        eigenaarOrganisatieNaam: r.eigenaar,
        eigenaarMedewerkerId: r.eigenaar_medewerker_id,
        eigenaarMedewerkerNaam: r.medewerker,
      }),
    );
  const eind = (r: WerkRegel) => r.vervaltOp?.getTime() ?? Number.POSITIVE_INFINITY;
  regels.sort(
    (x, y) =>
      (plaats.get(x.groep) ?? 0) - (plaats.get(y.groep) ?? 0) ||
      Number(y.acuut) - Number(x.acuut) ||
      (eind(x) === eind(y) ? x.id.localeCompare(y.id) : eind(x) - eind(y)),
  );
  return {
    aantallen: {
      nu: n?.n_nu ?? 0,
      vandaag: n?.n_vandaag ?? 0,
      week: n?.n_week ?? 0,
      later: n?.n_later ?? 0,
      wacht: n?.n_wacht ?? 0,
    },
    regels,
  };
}
