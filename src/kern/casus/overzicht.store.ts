// SPDX-License-Identifier: EUPL-1.2
// What the page of a casus shows besides its own row. Reads only; row-level security decides what is there.
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { type Handelbaar, watMag } from '../termijn/termijnsoorten.ts';

/** More open terms than this on one casus are not shown; nobody could do them. */
const HOOGSTENS_TERMIJNEN = 100;

export interface CasusTermijn extends Handelbaar {
  id: string;
  soort: string;
  clausule: string;
  bron: string;
  waarom: string;
  acuut: boolean;
  onderwerpSoort: string;
  onderwerpId: string;
  eigenaarOrganisatieId: string;
  eigenaarOrganisatieNaam: string;
  eigenaarMedewerkerId: string | null;
  eigenaarMedewerkerNaam: string | null;
  begintOp: Date;
  vervaltOp: Date | null;
  opgeschortOp: Date | null;
  /** When it runs again by itself. */
  opgeschortTot: Date | null;
  /** Why it stands still. */
  opgeschortReden: string | null;
  /** The clock saw it pass, and said so. */
  verstrekenOp: Date | null;
}

/** Names the people of a casus in the log of this look. Returns their ids. */
export async function betrefCasus(tx: Tx, casusId: string): Promise<string[]> {
  const rijen = await tx.db
    .selectFrom('casus_persoon as cp')
    .innerJoin('koppeling as k', (j) =>
      j
        .onRef('k.regio_id', '=', 'cp.regio_id')
        .onRef('k.vermelding_id', '=', 'cp.vermelding_id')
        .on('k.tot', 'is', null),
    )
    .select('k.persoon_id')
    .distinct()
    .where('cp.casus_id', '=', casusId)
    .where('cp.tot', 'is', null)
    .execute();
  const ids = rijen.map((r) => r.persoon_id);
  tx.betreft(...ids);
  return ids;
}

/** The open terms of a casus: acute ones first, then by when they end; what stands still comes last. */
export async function listCasusTermijnen(tx: Tx, casusId: string): Promise<CasusTermijn[]> {
  const rijen = await tx.db
    .selectFrom('termijn as t')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 't.regio_id').onRef('o.id', '=', 't.eigenaar_organisatie_id'),
    )
    .leftJoin('medewerker as m', (j) =>
      j.onRef('m.regio_id', '=', 't.regio_id').onRef('m.id', '=', 't.eigenaar_medewerker_id'),
    )
    .select([
      't.id',
      't.soort',
      't.clausule',
      't.bron',
      't.waarom',
      't.acuut',
      't.onderwerp_soort',
      't.onderwerp_id',
      't.eigenaar_organisatie_id',
      't.eigenaar_medewerker_id',
      't.begint_op',
      't.vervalt_op',
      't.opgeschort_op',
      't.opgeschort_tot',
      't.afgerond_op',
      't.verstreken_op',
      'o.naam as organisatie',
      'm.naam as medewerker',
    ])
    .where('t.casus_id', '=', casusId)
    .where('t.afgerond_op', 'is', null)
    .orderBy('t.acuut', 'desc')
    .orderBy('t.vervalt_op', (o) => o.asc().nullsLast())
    .orderBy('t.id')
    .limit(HOOGSTENS_TERMIJNEN)
    .execute();
  const redenen = await findOpschortredenen(
    tx,
    rijen.filter((r) => r.opgeschort_op).map((r) => r.id),
  );
  return rijen.map((r) => ({
    id: r.id,
    soort: r.soort,
    clausule: r.clausule,
    bron: r.bron,
    waarom: r.waarom,
    acuut: r.acuut,
    onderwerpSoort: r.onderwerp_soort,
    onderwerpId: r.onderwerp_id,
    eigenaarOrganisatieId: r.eigenaar_organisatie_id,
    eigenaarOrganisatieNaam: r.organisatie,
    eigenaarMedewerkerId: r.eigenaar_medewerker_id,
    eigenaarMedewerkerNaam: r.medewerker,
    begintOp: r.begint_op,
    vervaltOp: r.vervalt_op,
    opgeschortOp: r.opgeschort_op,
    opgeschortTot: r.opgeschort_tot,
    ...watMag(r, tx.nu),
    opgeschortReden: redenen.get(r.id) ?? null,
    verstrekenOp: r.verstreken_op,
  }));
}

/**
 * Why these terms stand still, each by its last suspension. A question of its own: most casussen have none that does, and asked with
 * every term it would cost more than the terms themselves.
 */
async function findOpschortredenen(tx: Tx, termijnIds: readonly string[]): Promise<Map<string, string>> {
  if (termijnIds.length === 0) return new Map();
  const { rows } = await sql<{ termijn_id: string; reden: string }>`
    select distinct on (termijn_id) termijn_id, reden from termijn_wijziging
    where termijn_id = any(${[...termijnIds]}::uuid[]) and soort = 'opgeschort'
    order by termijn_id, op desc, id desc`.execute(tx.db);
  return new Map(rows.map((r) => [r.termijn_id, r.reden]));
}

export interface Regisseur {
  id: string;
  naam: string;
  organisatieNaam: string;
}

/** Who steers; null when nobody was named yet. */
export async function findRegisseur(tx: Tx, medewerkerId: string | null): Promise<Regisseur | null> {
  if (!medewerkerId) return null;
  const rij = await tx.db
    .selectFrom('medewerker as m')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'm.regio_id').onRef('o.id', '=', 'm.organisatie_id'),
    )
    .select(['m.id', 'm.naam', 'o.naam as organisatie'])
    .where('m.id', '=', medewerkerId)
    .executeTakeFirst();
  return rij ? { id: rij.id, naam: rij.naam, organisatieNaam: rij.organisatie } : null;
}

/** The regisseur, when working at this organisation now and able to see the casus; null: what is due there is for everyone of it. */
export async function findRegisseurBij(
  tx: Tx,
  casusId: string,
  regisseurId: string | null,
  organisatieId: string,
): Promise<string | null> {
  if (!regisseurId) return null;
  const rij = await tx.db
    .selectFrom('medewerker')
    .select('id')
    .where('id', '=', regisseurId)
    .where('organisatie_id', '=', organisatieId)
    .where('actief', '=', true)
    .where(sql<boolean>`kan_erbij(${casusId}, id)`)
    .executeTakeFirst();
  return rij?.id ?? null;
}

/** How many statements this reader sees in the casus. */
export async function telUitspraken(tx: Tx, casusId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from uitspraak where casus_id = ${casusId}`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

export interface CasusRegel {
  id: string;
  nummer: string;
  aanduiding: string;
  status: string;
  fase: number | null;
  acuut: boolean;
  /** The own organisation has no part in it any more. */
  eigenDossier: boolean;
  geopendOp: Date;
  geslotenOp: Date | null;
  houderNaam: string | null;
  houderId: string | null;
  houderVanaf: Date | null;
  regisseurNaam: string | null;
  aantalTermijnen: number;
  eersteTermijnSoort: string | null;
  eersteTermijnVervaltOp: Date | null;
}

export interface Zoekvraag {
  zoekterm: string | null;
  status: 'open' | 'gesloten' | null;
  bij: 'mij' | 'organisatie';
  fase: number | null;
  pagina: number;
  aantal: number;
}

/** A pattern in which what was typed stands for itself. */
const letterlijk = (s: string) => s.replaceAll(/[\\%_]/g, (c) => `\\${c}`);

/**
 * The casussen of the asker's organisation: newest first, one more than asked when there is another page. Every word that was
 * typed must be the begin of a word of the aanduiding, or a part of the number; or all of it is the number of a report, ours or of
 * the police. Those of which only the own dossier is left come with a word, or among the closed ones, and say nothing of what became of
 * them. Which ones is one narrow question to the
 * database (casus_zoek); what is shown of them is read under row-level security.
 */
export async function zoekCasussen(tx: Tx, v: Zoekvraag): Promise<CasusRegel[]> {
  const woorden = (v.zoekterm ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  const { rows } = await sql<{
    id: string;
    nummer: string;
    aanduiding: string;
    status: string;
    fase: number | null;
    acuut: boolean;
    dossier: boolean;
    geopend_op: Date;
    gesloten_op: Date | null;
    houder: string | null;
    houder_id: string | null;
    houder_vanaf: Date | null;
    regisseur: string | null;
    termijnen: number;
    soort: string | null;
    vervalt_op: Date | null;
  }>`
    with gevonden as materialized (
      select c.regio_id, c.id, c.nummer, c.aanduiding, c.status, c.fase, c.acuut, c.geopend_op, c.gesloten_op, c.regisseur_id,
        not exists (select from betrokkenheid b where b.regio_id = c.regio_id and b.casus_id = c.id
          and b.organisatie_id = ${tx.wie.organisatieId} and (b.tot is null or b.tot > ${tx.nu})) as dossier
      from houvast.casus_zoek(${woorden.map(letterlijk)}::text[], ${v.zoekterm?.trim() || null}, ${v.status}, ${v.fase}::smallint, ${v.bij === 'mij'}, ${v.aantal + 1},
        ${(v.pagina - 1) * v.aantal}) z
      join casus c on c.id = z.id
    )
    select g.*, o.naam as houder, z.organisatie_id as houder_id, z.vanaf as houder_vanaf, m.naam as regisseur,
      coalesce(t.aantal, 0) as termijnen, t.soort, t.vervalt_op
    from gevonden g
    left join zicht z on z.regio_id = g.regio_id and z.casus_id = g.id and z.tot is null
    left join organisatie o on o.regio_id = z.regio_id and o.id = z.organisatie_id
    left join medewerker m on m.regio_id = g.regio_id and m.id = g.regisseur_id and not g.dossier
    left join lateral (
      select count(*) over () as aantal, soort, vervalt_op from termijn
      where regio_id = g.regio_id and casus_id = g.id and afgerond_op is null and not g.dossier
      order by vervalt_op asc nulls last limit 1
    ) t on true
    order by g.geopend_op desc, g.id desc`.execute(tx.db);
  return rows.map((r) => ({
    id: r.id,
    nummer: r.nummer,
    aanduiding: r.aanduiding,
    status: r.status,
    fase: r.dossier ? null : r.fase,
    acuut: !r.dossier && r.acuut,
    eigenDossier: r.dossier,
    geopendOp: r.geopend_op,
    geslotenOp: r.gesloten_op,
    houderNaam: r.houder,
    houderId: r.houder_id,
    houderVanaf: r.houder_vanaf,
    regisseurNaam: r.regisseur,
    aantalTermijnen: r.termijnen,
    eersteTermijnSoort: r.soort,
    eersteTermijnVervaltOp: r.vervalt_op,
  }));
}
