// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { betreftCasussen } from '../../kern/casus/betreft.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';

/** What a family waits for. */
export const WACHT_OP = [
  'beoordeling',
  'tweede_paar_ogen',
  'overdracht',
  'ons_antwoord',
  'start_onderzoek',
  'vervolg',
  'controle',
] as const;
export type WachtOp = (typeof WACHT_OP)[number];

export interface Wachtende {
  /** Null for a family that was offered to us: the casus can be seen once it is accepted. */
  casusId: string | null;
  casusNummer: string | null;
  /** The offer that has no answer yet. */
  overdrachtId: string | null;
  aanduiding: string;
  acuut: boolean;
  aantalPersonen: number;
  aantalKinderen: number;
  houderId: string;
  houderNaam: string;
  houderSoort: string;
  wachtOp: WachtOp;
  wachtSindsOp: Date;
  beoordelingId: string | null;
  /** The term that ends first, or ended longest ago. */
  termijnSoort: string | null;
  termijnBegintOp: Date | null;
  termijnVervaltOp: Date | null;
  termijnClausule: string | null;
  termijnBron: string | null;
  teLaat: boolean;
  controleVervaltOp: Date | null;
  laatsteControleOp: Date | null;
  laatsteControleUitkomst: string | null;
  laatsteControleMet: string | null;
}

export interface Wachtlijst {
  items: Wachtende[];
  totaal: number;
  acuut: number;
  teLaat: number;
  nooitGezien: number;
}

/**
 * Which families wait, and on what, for the organisation that asks: the one definition, for the list and for the figure. A
 * family waits while
 * - one of our beoordelingen of it is not decided (its melding not withdrawn): since the melding was received;
 * - an offer of it, from us or to us, has no answer: since it was offered. The giver holds zicht until then (P2);
 * - we hold zicht and nothing has begun: no plan has a fase, no V&V runs and no onderzoek, or its start is still to come:
 *   since the decision;
 * - one of our terms for it ran out, and someone must look again: since then.
 * The first that holds says on what. The source: Inspectie 2016 found families on waiting lists whom nobody watched (handbook
 * S:114); it gives no definition, so this one is ours.
 *
 * One line a casus: casus_id, wacht_op, sinds, houder_id, naam (of an offer: what it says of the household), beoordeling_id,
 * overdracht_id, and the term that ends first: soort, begint_op, vervalt_op, clausule, bron. Row-level security is on.
 */
export function wachtenden(tx: Tx): RawBuilder<unknown> {
  const org = tx.wie.organisatieId;
  // a plan that another had begun is not ours when the family comes back: it waits again, until we go on with it
  const terugBij =
    tx.wie.organisatieSoort === 'veilig_thuis'
      ? sql`(not exists (select from fasewissel f where f.regio_id = c.regio_id and f.casus_id = c.id and f.op >= z.vanaf)
          and not exists (select from afspraak a where a.regio_id = c.regio_id and a.casus_id = c.id and a.gemaakt_op >= z.vanaf))`
      : sql`false`;
  return sql`
    with open_b as (
      select distinct on (b.casus_id) b.casus_id, b.id, b.status, m.ontvangen_op
      from beoordeling b join melding m on m.regio_id = b.regio_id and m.id = b.melding_id
      where b.organisatie_id = ${org} and b.status <> 'vastgesteld' and m.status <> 'ingetrokken'
      order by b.casus_id, m.ontvangen_op
    ), aanbod as (
      select distinct on (d.casus_id) d.casus_id, d.id, d.van_organisatie_id, d.naar_organisatie_id, d.aangeboden_op, i.gegevens ->> 'aanduiding' as naam
      from overdracht d left join overdracht_inhoud i on i.regio_id = d.regio_id and i.overdracht_id = d.id
      where d.status = 'aangeboden' and (d.van_organisatie_id = ${org} or d.naar_organisatie_id = ${org})
      order by d.casus_id, d.aangeboden_op
    ), lopend as (
      select t.casus_id, t.soort, t.begint_op, t.vervalt_op, t.clausule, t.bron
      from termijn t
      where t.eigenaar_organisatie_id = ${org} and t.afgerond_op is null and t.casus_id is not null
        and t.soort in ('beoordeling', 'spoed_24u', 'tweede_paar_ogen', 'zichtcontrole', 'start_onderzoek', 'onderzoek', 'voorwaarden_en_vervolg',
          'overdracht_antwoord')
    ), eerste as (
      select distinct on (casus_id) casus_id, soort, begint_op, vervalt_op, clausule, bron
      from lopend where soort not in ('onderzoek', 'voorwaarden_en_vervolg') and vervalt_op is not null
      order by casus_id, vervalt_op, soort
    ), bezig as (
      select casus_id, bool_or(soort in ('onderzoek', 'voorwaarden_en_vervolg')) as dienst, bool_or(soort = 'start_onderzoek') as start
      from lopend group by casus_id
    ), eigen as (
      select c.id as casus_id, z.organisatie_id as houder_id, z.vanaf as zicht_vanaf, o.id as open_id, o.status as open_status, o.ontvangen_op,
        a.id as overdracht_id, a.van_organisatie_id, a.aangeboden_op, coalesce(g.start, false) as start,
        z.organisatie_id = ${org} and (c.fase is null or ${terugBij}) and (not coalesce(g.dienst, false) or coalesce(g.start, false)) as niets_begonnen,
        e.soort, e.begint_op, e.vervalt_op, e.clausule, e.bron
      from casus c
      join zicht z on z.regio_id = c.regio_id and z.casus_id = c.id and z.tot is null
      left join open_b o on o.casus_id = c.id
      left join aanbod a on a.casus_id = c.id
      left join eerste e on e.casus_id = c.id
      left join bezig g on g.casus_id = c.id
      where c.status = 'open'
    )
    select w.casus_id, w.houder_id, null as naam, w.overdracht_id, w.soort, w.begint_op, w.vervalt_op, w.clausule, w.bron,
      case when w.open_status = 'voorgelegd' then 'tweede_paar_ogen' when w.open_id is not null then 'beoordeling'
        when w.van_organisatie_id = ${org} then 'overdracht' when w.overdracht_id is not null then 'ons_antwoord'
        when not w.niets_begonnen then 'controle' when w.start then 'start_onderzoek' else 'vervolg' end as wacht_op,
      coalesce(w.ontvangen_op, w.aangeboden_op, case when w.niets_begonnen then
        greatest(w.zicht_vanaf, (select max(b.vastgesteld_op) from beoordeling b where b.casus_id = w.casus_id)) else w.vervalt_op end) as sinds,
      coalesce(w.open_id, (select b.id from beoordeling b where b.casus_id = w.casus_id order by b.vastgesteld_op desc nulls last, b.id limit 1)) as beoordeling_id
    from eigen w
    where w.open_id is not null or w.overdracht_id is not null or w.niets_begonnen or w.vervalt_op <= ${tx.nu}
    union all
    select a.casus_id, a.van_organisatie_id, a.naam, a.id, e.soort, e.begint_op, e.vervalt_op, e.clausule, e.bron, 'ons_antwoord', a.aangeboden_op, null
    from aanbod a left join eerste e on e.casus_id = a.casus_id
    where not exists (select from casus c where c.id = a.casus_id)`;
}

/**
 * Every family that waits (see `wachtenden`), with who watches it and when someone last looked. The order is one that anybody
 * can read: acute first, then whose term ends (or ended) first. It says nothing about danger
 * (docs/besluiten/2026-11-21-geen-score.md).
 */
export async function listWachtenden(
  tx: Tx,
  keuze: { vanaf: number; aantal: number; alleenTeLaat: boolean },
): Promise<Wachtlijst> {
  const { rows } = await sql<{
    /** The casus, seen or not: for the log only. */
    over_id: string;
    casus_id: string | null;
    nummer: string | null;
    aanduiding: string;
    acuut: boolean;
    houder_id: string;
    houder_naam: string;
    houder_soort: string;
    wacht_op: WachtOp;
    sinds: Date;
    beoordeling_id: string | null;
    overdracht_id: string | null;
    soort: string | null;
    begint_op: Date | null;
    vervalt_op: Date | null;
    clausule: string | null;
    bron: string | null;
    te_laat: boolean;
    controle_op: Date | null;
    gezien_op: Date | null;
    gezien: string | null;
    gezien_met: string | null;
    totaal: number;
    n_acuut: number;
    n_laat: number;
    n_nooit: number;
    /** Of an offer: whom it names. */
    persoon_ids: string[] | null;
  }>`
    with vol as (
      select w.*, c.id as zichtbaar_id, c.nummer, coalesce(c.aanduiding, w.naam, '') as aanduiding, coalesce(c.acuut, false) as acuut,
        coalesce(w.vervalt_op <= ${tx.nu}, false) as te_laat, v.op as gezien_op, v.uitkomst as gezien, v.met as gezien_met
      from (${wachtenden(tx)}) w
      left join casus c on c.id = w.casus_id
      left join lateral (select op, uitkomst, met from veiligheidscontrole v where v.casus_id = w.casus_id order by v.op desc, v.id desc limit 1) v on true
    ), blad as (
      select v.*, count(*) over () as totaal, count(*) filter (where v.acuut) over () as n_acuut, count(*) filter (where v.te_laat) over () as n_laat,
        count(*) filter (where v.gezien_op is null and v.zichtbaar_id is not null) over () as n_nooit
      from vol v
      ${keuze.alleenTeLaat ? sql`where v.te_laat` : sql``}
      order by v.acuut desc, v.vervalt_op nulls last, v.casus_id
      limit ${keuze.aantal} offset ${keuze.vanaf}
    )
    select p.casus_id as over_id, p.zichtbaar_id as casus_id, p.nummer, p.aanduiding, p.acuut, p.houder_id, h.naam as houder_naam, h.soort as houder_soort,
      p.wacht_op, p.sinds, p.beoordeling_id, p.overdracht_id, p.soort, p.begint_op, p.vervalt_op, p.clausule, p.bron, p.te_laat,
      case when p.zichtbaar_id is null then (select i.gegevens -> 'persoonIds' from overdracht_inhoud i where i.overdracht_id = p.overdracht_id) end as persoon_ids,
      p.gezien_op, p.gezien, p.gezien_met, p.totaal, p.n_acuut, p.n_laat, p.n_nooit,
      (select t.vervalt_op from termijn t where t.casus_id = p.casus_id and t.soort = 'zichtcontrole' and t.afgerond_op is null
        order by t.vervalt_op limit 1) as controle_op
    from blad p
    join organisatie h on h.id = p.houder_id
    order by p.acuut desc, p.vervalt_op nulls last, p.casus_id`.execute(tx.db);
  const mensen = await betreftCasussen(
    tx,
    rows.flatMap((r) => (r.casus_id ? [r.casus_id] : [])),
  );
  for (const r of rows) tx.betreftIn(r.over_id, ...(r.persoon_ids ?? []));
  tx.categorie('naam', 'veiligheid');
  const eerste = rows[0];
  return {
    items: rows.map((r) => ({
      casusId: r.casus_id,
      casusNummer: r.nummer,
      overdrachtId: r.overdracht_id,
      aanduiding: r.aanduiding,
      acuut: r.acuut,
      aantalPersonen: mensen.get(r.casus_id ?? '')?.personen ?? r.persoon_ids?.length ?? 0,
      aantalKinderen: mensen.get(r.casus_id ?? '')?.kinderen ?? 0,
      houderId: r.houder_id,
      houderNaam: r.houder_naam,
      houderSoort: r.houder_soort,
      wachtOp: r.wacht_op,
      wachtSindsOp: r.sinds,
      beoordelingId: r.beoordeling_id,
      termijnSoort: r.soort,
      termijnBegintOp: r.begint_op,
      termijnVervaltOp: r.vervalt_op,
      termijnClausule: r.clausule,
      termijnBron: r.bron,
      teLaat: r.te_laat,
      controleVervaltOp: r.controle_op,
      laatsteControleOp: r.gezien_op,
      laatsteControleUitkomst: r.gezien,
      laatsteControleMet: r.gezien_met,
    })),
    totaal: Number(eerste?.totaal ?? 0),
    acuut: Number(eerste?.n_acuut ?? 0),
    teLaat: Number(eerste?.n_laat ?? 0),
    nooitGezien: Number(eerste?.n_nooit ?? 0),
  };
}
