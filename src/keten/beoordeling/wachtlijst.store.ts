// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';

/** What a family waits for. */
export const WACHT_OP = [
  'beoordeling',
  'tweede_paar_ogen',
  'overdracht',
  'start_onderzoek',
  'vervolg',
  'controle',
] as const;
export type WachtOp = (typeof WACHT_OP)[number];

export interface Wachtende {
  casusId: string;
  casusNummer: string;
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
 * Every family that waits, with who watches it: an open casus with a melding that is not assessed; one that we hold and in
 * which nothing has begun (no onderzoek or V&V runs, no plan has a fase); and one whose clock has run out. One line a
 * casus. The order is one that anybody can read: acute first, then whose term ends (or ended) first. It says nothing about
 * danger (docs/besluiten/2026-11-21-geen-score.md).
 */
export async function listWachtenden(
  tx: Tx,
  keuze: { vanaf: number; aantal: number; alleenTeLaat: boolean },
): Promise<Wachtlijst> {
  const org = tx.wie.organisatieId;
  const { rows } = await sql<{
    casus_id: string;
    nummer: string;
    aanduiding: string;
    acuut: boolean;
    houder_id: string;
    houder_naam: string;
    houder_soort: string;
    wacht_op: WachtOp;
    sinds: Date;
    beoordeling_id: string | null;
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
  }>`
    with open_b as (
      select distinct on (b.casus_id) b.casus_id, b.id, b.status, m.ontvangen_op
      from beoordeling b join melding m on m.regio_id = b.regio_id and m.id = b.melding_id
      where b.organisatie_id = ${org} and b.status <> 'vastgesteld' and m.status <> 'ingetrokken'
      order by b.casus_id, m.ontvangen_op
    ), lopend as (
      select t.casus_id, t.soort, t.begint_op, t.vervalt_op, t.clausule, t.bron
      from termijn t
      where t.eigenaar_organisatie_id = ${org} and t.afgerond_op is null and t.casus_id is not null
        and t.soort in ('beoordeling', 'spoed_24u', 'tweede_paar_ogen', 'zichtcontrole', 'start_onderzoek', 'onderzoek', 'voorwaarden_en_vervolg')
    ), eerste as (
      select distinct on (casus_id) casus_id, soort, begint_op, vervalt_op, clausule, bron
      from lopend where soort not in ('onderzoek', 'voorwaarden_en_vervolg') and vervalt_op is not null
      order by casus_id, vervalt_op, soort
    ), bezig as (
      select casus_id, bool_or(soort in ('onderzoek', 'voorwaarden_en_vervolg')) as dienst, bool_or(soort = 'start_onderzoek') as start
      from lopend group by casus_id
    ), wacht as (
      select c.id as casus_id, c.nummer, c.aanduiding, c.acuut, z.organisatie_id as houder_id, z.vanaf as zicht_vanaf,
        o.id as open_id, o.status as open_status, o.ontvangen_op,
        coalesce(g.dienst, false) as dienst, coalesce(g.start, false) as start,
        e.soort, e.begint_op, e.vervalt_op, e.clausule, e.bron, coalesce(e.vervalt_op <= ${tx.nu}, false) as te_laat,
        (select t.vervalt_op from termijn t where t.casus_id = c.id and t.soort = 'zichtcontrole' and t.afgerond_op is null
          order by t.vervalt_op limit 1) as controle_op
      from casus c
      join zicht z on z.regio_id = c.regio_id and z.casus_id = c.id and z.tot is null
      left join open_b o on o.casus_id = c.id
      left join eerste e on e.casus_id = c.id
      left join bezig g on g.casus_id = c.id
      where c.status = 'open' and (
        o.id is not null
        or (z.organisatie_id = ${org} and c.fase is null and (not coalesce(g.dienst, false) or coalesce(g.start, false)))
        or e.vervalt_op <= ${tx.nu})
    ), vol as (
      select w.*, v.op as gezien_op, v.uitkomst as gezien, v.met as gezien_met,
        count(*) over () as totaal, count(*) filter (where w.acuut) over () as n_acuut, count(*) filter (where w.te_laat) over () as n_laat,
        count(*) filter (where v.op is null) over () as n_nooit
      from wacht w
      left join lateral (select op, uitkomst, met from veiligheidscontrole v where v.casus_id = w.casus_id order by v.op desc, v.id desc limit 1) v on true
      ${keuze.alleenTeLaat ? sql`where w.te_laat` : sql``}
      order by w.acuut desc, w.vervalt_op nulls last, w.casus_id
      limit ${keuze.aantal} offset ${keuze.vanaf}
    )
    select p.casus_id, p.nummer, p.aanduiding, p.acuut, p.houder_id, h.naam as houder_naam, h.soort as houder_soort,
      case when p.open_status = 'voorgelegd' then 'tweede_paar_ogen' when p.open_id is not null then 'beoordeling'
        when d.aangeboden_op is not null then 'overdracht' when p.dienst and p.start then 'start_onderzoek'
        when p.dienst then 'controle' else 'vervolg' end as wacht_op,
      coalesce(p.ontvangen_op, d.aangeboden_op, greatest(p.zicht_vanaf,
        (select max(b.vastgesteld_op) from beoordeling b where b.casus_id = p.casus_id))) as sinds,
      coalesce(p.open_id, (select b.id from beoordeling b where b.casus_id = p.casus_id order by b.vastgesteld_op desc nulls last, b.id limit 1)) as beoordeling_id,
      p.soort, p.begint_op, p.vervalt_op, p.clausule, p.bron, p.te_laat, p.controle_op, p.gezien_op, p.gezien, p.gezien_met,
      p.totaal, p.n_acuut, p.n_laat, p.n_nooit
    from vol p
    join organisatie h on h.id = p.houder_id
    left join lateral (select aangeboden_op from overdracht d where d.casus_id = p.casus_id and d.status = 'aangeboden' limit 1) d on true
    order by p.acuut desc, p.vervalt_op nulls last, p.casus_id`.execute(tx.db);
  const mensen = await telMensen(
    tx,
    rows.map((r) => r.casus_id),
  );
  tx.categorie('naam', 'veiligheid');
  const eerste = rows[0];
  return {
    items: rows.map((r) => ({
      casusId: r.casus_id,
      casusNummer: r.nummer,
      aanduiding: r.aanduiding,
      acuut: r.acuut,
      aantalPersonen: mensen.get(r.casus_id)?.personen ?? 0,
      aantalKinderen: mensen.get(r.casus_id)?.kinderen ?? 0,
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

/** How many people and children each casus counts; every one of them on the record of this reading. */
async function telMensen(
  tx: Tx,
  casusIds: readonly string[],
): Promise<Map<string, { personen: number; kinderen: number }>> {
  if (casusIds.length === 0) return new Map();
  const { rows } = await sql<{ casus_id: string; persoon_id: string; kind: boolean }>`
    select cp.casus_id, k.persoon_id, bool_or(cp.rol = 'kind') as kind from casus_persoon cp
    join koppeling k on k.regio_id = cp.regio_id and k.vermelding_id = cp.vermelding_id and k.tot is null
    where cp.casus_id = any(${[...casusIds]}::uuid[]) and cp.tot is null
    group by cp.casus_id, k.persoon_id`.execute(tx.db);
  for (const r of rows) tx.betreftIn(r.casus_id, r.persoon_id);
  const uit = new Map<string, { personen: number; kinderen: number }>();
  for (const r of rows) {
    const e = uit.get(r.casus_id) ?? { personen: 0, kinderen: 0 };
    uit.set(r.casus_id, { personen: e.personen + 1, kinderen: e.kinderen + (r.kind ? 1 : 0) });
  }
  return uit;
}
