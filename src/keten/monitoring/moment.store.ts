// SPDX-License-Identifier: EUPL-1.2
// The moments of monitoring as they are read: of one casus, one by one, and as a list to work from.
import { sql } from 'kysely';
import { betreftCasussen } from '../../kern/casus/betreft.store.ts';
import { betrefCasus } from '../../kern/casus/overzicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { laatsteDag } from '../../platform/clock/werkdagen.ts';
import { nietGevonden } from '../../platform/http/problem.ts';
import type { Monitorsoort, MonitorUitkomst } from './monitoring.ts';

export interface Monitormoment {
  id: string;
  casusId: string;
  soort: Monitorsoort;
  /** The last day on which someone asks. */
  geplandDatum: string;
  /** The exclusive end of that day. */
  vervaltOp: Date;
  begintOp: Date | null;
  waarschuwtOp: Date | null;
  clausule: string | null;
  bron: string | null;
  reden: string | null;
  teLaat: boolean;
  organisatieId: string;
  organisatieNaam: string;
  eigenaarNaam: string | null;
  uitgevoerdOp: Date | null;
  uitkomst: MonitorUitkomst | null;
  gesprokenMet: string | null;
  toelichting: string | null;
  door: string | null;
  vervallenOp: Date | null;
  vervallenReden: string | null;
}

interface MomentRij {
  id: string;
  casus_id: string;
  soort: string;
  gepland_op: Date;
  begint_op: Date | null;
  waarschuwt_op: Date | null;
  clausule: string | null;
  bron: string | null;
  reden: string | null;
  organisatie_id: string;
  organisatie: string;
  eigenaar: string | null;
  uitgevoerd_op: Date | null;
  uitkomst: string | null;
  gesproken_met: string | null;
  toelichting: string | null;
  door: string | null;
  vervallen_op: Date | null;
  vervallen_reden: string | null;
}

const MOMENT = sql`
  m.id, m.casus_id, m.soort, m.gepland_op, t.begint_op, t.waarschuwt_op, t.clausule, t.bron, m.reden, m.organisatie_id, o.naam as organisatie,
  e.naam as eigenaar, m.uitgevoerd_op, m.uitkomst, m.gesproken_met, m.toelichting, d.naam as door, m.vervallen_op, m.vervallen_reden`;
const MOMENT_VAN = sql`
  join organisatie o on o.regio_id = m.regio_id and o.id = m.organisatie_id
  left join lateral (
    select * from termijn t where t.regio_id = m.regio_id and t.onderwerp_id = m.id order by t.afgerond_op desc nulls first limit 1
  ) t on true
  left join medewerker e on e.regio_id = t.regio_id and e.id = t.eigenaar_medewerker_id
  left join medewerker d on d.regio_id = m.regio_id and d.id = m.medewerker_id`;

function naarMoment(r: MomentRij, nu: Date): Monitormoment {
  const open = r.uitgevoerd_op === null && r.vervallen_op === null;
  return {
    id: r.id,
    casusId: r.casus_id,
    soort: r.soort as Monitorsoort,
    geplandDatum: laatsteDag(r.gepland_op),
    vervaltOp: r.gepland_op,
    begintOp: r.begint_op,
    waarschuwtOp: r.waarschuwt_op,
    clausule: r.clausule,
    bron: r.bron,
    reden: r.reden,
    teLaat: open && r.gepland_op <= nu,
    organisatieId: r.organisatie_id,
    organisatieNaam: r.organisatie,
    eigenaarNaam: r.eigenaar,
    uitgevoerdOp: r.uitgevoerd_op,
    uitkomst: r.uitkomst as MonitorUitkomst | null,
    gesprokenMet: r.gesproken_met,
    toelichting: r.toelichting,
    door: r.door,
    vervallenOp: r.vervallen_op,
    vervallenReden: r.vervallen_reden,
  };
}

/** The moments of a casus: what is to come first, then what was, newest first. */
export async function listMomentenVanCasus(tx: Tx, casusId: string): Promise<Monitormoment[]> {
  const { rows } = await sql<MomentRij>`
    select ${MOMENT} from monitormoment m ${MOMENT_VAN}
    where m.casus_id = ${casusId}
    order by m.uitgevoerd_op is null and m.vervallen_op is null desc,
      case when m.uitgevoerd_op is null and m.vervallen_op is null then m.gepland_op end, coalesce(m.uitgevoerd_op, m.vervallen_op) desc, m.id
    limit 200`.execute(tx.db);
  await betrefCasus(tx, casusId);
  tx.categorie('monitoring');
  return rows.map((r) => naarMoment(r, tx.nu));
}

/** One moment. Throws 404. */
export async function getMoment(tx: Tx, id: string): Promise<Monitormoment> {
  const { rows } =
    await sql<MomentRij>`select ${MOMENT} from monitormoment m ${MOMENT_VAN} where m.id = ${id}`.execute(
      tx.db,
    );
  const rij = rows[0];
  if (!rij) throw nietGevonden('Dit monitormoment');
  return naarMoment(rij, tx.nu);
}

export interface MonitorRegel extends Monitormoment {
  casusNummer: string;
  aanduiding: string;
  acuut: boolean;
  /** The own organisation has no part in the casus any more. */
  eigenDossier: boolean;
  houderNaam: string | null;
  regisseurNaam: string | null;
  vorigeUitkomst: string | null;
  aantalPersonen: number;
  aantalKinderen: number;
}

export const TOON = ['nu', 'open', 'gedaan'] as const;

export interface MonitorLijst {
  items: MonitorRegel[];
  totaal: number;
  teLaat: number;
  nu: number;
  open: number;
}

/**
 * The moments that one's organisation monitors, overdue first. `nu`: overdue or asking attention; `open`: all that are
 * planned; `gedaan`: what was asked, newest first.
 */
export async function listMomenten(
  tx: Tx,
  keuze: { toon: (typeof TOON)[number]; vanaf: number; aantal: number },
): Promise<MonitorLijst> {
  const org = tx.wie.organisatieId;
  const open = sql`m.uitgevoerd_op is null and m.vervallen_op is null`;
  const aandacht = sql`exists (select from termijn a where a.regio_id = m.regio_id and a.onderwerp_id = m.id and a.afgerond_op is null
    and a.waarschuwt_op <= ${tx.nu})`;
  const welke =
    keuze.toon === 'gedaan'
      ? sql`m.uitgevoerd_op is not null`
      : keuze.toon === 'open'
        ? open
        : sql`${open} and (m.gepland_op <= ${tx.nu} or ${aandacht})`;
  const tel = await sql<{ open: number; telaat: number; nu: number; gedaan: number }>`
    select (select count(*) from monitormoment m where m.organisatie_id = ${org} and ${open}) as open,
      (select count(*) from monitormoment m where m.organisatie_id = ${org} and ${open} and m.gepland_op <= ${tx.nu}) as telaat,
      (select count(*) from monitormoment m where m.organisatie_id = ${org} and ${open} and (m.gepland_op <= ${tx.nu} or ${aandacht})) as nu,
      (select count(*) from monitormoment m where m.organisatie_id = ${org} and m.uitgevoerd_op is not null) as gedaan`.execute(
    tx.db,
  );
  const { rows } = await sql<
    MomentRij & {
      nummer: string;
      aanduiding: string;
      acuut: boolean;
      dossier: boolean;
      houder: string | null;
      regisseur: string | null;
      vorige: string | null;
    }
  >`
    with gevonden as (
      select m.* from monitormoment m
      where m.organisatie_id = ${org} and ${welke}
      order by ${keuze.toon === 'gedaan' ? sql`m.uitgevoerd_op desc` : sql`m.gepland_op`}, m.id
      limit ${keuze.aantal} offset ${keuze.vanaf}
    )
    select ${MOMENT}, c.nummer, c.aanduiding, c.acuut and heeft_deel(c.id) as acuut, not heeft_deel(c.id) as dossier, h.naam as houder, r.naam as regisseur,
      (select v.uitkomst from monitormoment v where v.regio_id = m.regio_id and v.casus_id = m.casus_id and v.id <> m.id
         and v.uitgevoerd_op <= coalesce(m.uitgevoerd_op, ${tx.nu}) order by v.uitgevoerd_op desc limit 1) as vorige
    from gevonden m ${MOMENT_VAN}
    join casus c on c.regio_id = m.regio_id and c.id = m.casus_id
    left join zicht z on z.regio_id = c.regio_id and z.casus_id = c.id and z.tot is null
    left join organisatie h on h.regio_id = z.regio_id and h.id = z.organisatie_id
    left join medewerker r on r.regio_id = c.regio_id and r.id = c.regisseur_id and heeft_deel(c.id)
    order by ${keuze.toon === 'gedaan' ? sql`m.uitgevoerd_op desc` : sql`m.gepland_op`}, m.id`.execute(tx.db);
  const mensen = await betreftCasussen(
    tx,
    rows.map((r) => r.casus_id),
  );
  tx.categorie('naam', 'monitoring');
  const t = tel.rows[0];
  return {
    items: rows.map((r) => ({
      ...naarMoment(r, tx.nu),
      casusNummer: r.nummer,
      aanduiding: r.aanduiding,
      acuut: r.acuut,
      eigenDossier: r.dossier,
      houderNaam: r.houder,
      regisseurNaam: r.regisseur,
      vorigeUitkomst: r.vorige,
      aantalPersonen: mensen.get(r.casus_id)?.personen ?? 0,
      aantalKinderen: mensen.get(r.casus_id)?.kinderen ?? 0,
    })),
    totaal: (keuze.toon === 'gedaan' ? t?.gedaan : keuze.toon === 'open' ? t?.open : t?.nu) ?? 0,
    teLaat: t?.telaat ?? 0,
    nu: t?.nu ?? 0,
    open: t?.open ?? 0,
  };
}
