// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { Probleem } from '../../platform/http/problem.ts';
import type { Drukte, Feiten, Weigering } from './toezicht.ts';

/** More pairs than this are not looked at at once. */
const HOOGSTENS = 2000;

export interface Periode {
  van: Date;
  tot: Date;
}

/** Workers and casussen that may hold a pattern, newest first. */
export async function listFeiten(tx: Tx, p: Periode, nacht: { van: number; tot: number }): Promise<Feiten[]> {
  const { rows } = await sql<Feiten>`
    select medewerker_id as "medewerkerId", functie, casus_id as "casusId", aantal, nood, nachtelijk, eerste, laatste,
      had_deel as "hadDeel", gesloten_op as "geslotenOp", had_werk as "hadWerk", zelfde_naam as "zelfdeNaam",
      zelfde_postcode as "zelfdePostcode"
    from toezicht_feiten(${p.van}, ${p.tot}, ${nacht.van}::integer, ${nacht.tot}::integer, ${HOOGSTENS}::integer)`.execute(
    tx.db,
  );
  return rows;
}

/** Hours in which someone looked into at least so many casussen. */
export async function listDrukte(tx: Tx, p: Periode, vanaf: number): Promise<Drukte[]> {
  const { rows } = await sql<Drukte>`
    select medewerker_id as "medewerkerId", uur, casussen from toezicht_drukte(${p.van}, ${p.tot}, ${vanaf}::integer)`.execute(
    tx.db,
  );
  return rows;
}

/** Refusals per worker and day, newest first. */
export async function listWeigeringen(
  tx: Tx,
  p: Periode,
): Promise<(Weigering & { handelingen: string[]; redenen: string[] })[]> {
  const { rows } = await sql<Weigering & { handelingen: string[]; redenen: string[] }>`
    select medewerker_id as "medewerkerId", dag::text as dag, aantal, onderwerpen, laatste, handelingen, redenen
    from toezicht_weigeringen(${p.van}, ${p.tot}) order by laatste desc limit 200`.execute(tx.db);
  return rows;
}

export interface Blik {
  op: Date;
  medewerkerId: string;
  organisatieId: string;
  functie: string;
  doel: string;
  naam: string;
  casusId: string | null;
  categorieen: string[];
  noodknop: boolean;
  personen: number;
  /** A list that showed people of casussen, and opened none. */
  lijst: boolean;
}

/** Under which pseudonym someone stood in the log, and when; without an end: until now. */
interface Gestaan {
  pseudoniem: string;
  van: Date;
  tot: Date | null;
}

/** The looks of one worker, into one casus, or at one person in it; newest first. */
export async function listBlikken(
  tx: Tx,
  v: { medewerkerId?: string; casusId?: string; wie?: readonly Gestaan[] } & Periode,
  hoogstens: number,
): Promise<Blik[]> {
  const { rows } = await sql<Blik>`
    select op, medewerker_id as "medewerkerId", organisatie_id as "organisatieId", functie, doel, naam, casus_id as "casusId",
      categorieen, noodknop, personen, lijst
    from toezicht_logboek(${v.medewerkerId ?? null}::uuid, ${v.casusId ?? null}::uuid, ${v.wie ? JSON.stringify(v.wie) : null}::jsonb, ${v.van}, ${v.tot},
      ${hoogstens}::integer)`.execute(tx.db);
  return rows;
}

/** How the log names someone: whoever the mentions of this person were taken for at the time, by what the radar or a worker believed. */
export async function listGestaan(
  tx: Tx,
  persoonId: string,
  pseudoniem: (persoonId: string) => string,
): Promise<Gestaan[]> {
  const { rows } = await sql<{ persoon_id: string; van: Date; tot: Date | null }>`
    select persoon_id, van, tot from toezicht_was(${persoonId}::uuid)`.execute(tx.db);
  return rows.map((r) => ({ pseudoniem: pseudoniem(r.persoon_id), van: r.van, tot: r.tot }));
}

/** The casus of a number; null when there is none, or it is sealed to the asker. */
export async function findCasusVanNummer(tx: Tx, nummer: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select toezicht_casus(${nummer.trim().toUpperCase()}) as id`.execute(tx.db);
  return rows[0]?.id ?? null;
}

/** The numbers of casussen; a sealed one is not among them. */
export async function listNummers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; nummer: string }>`
    select id, nummer from toezicht_nummers(${[...new Set(ids)]}::uuid[])`.execute(tx.db);
  return new Map(rows.map((r) => [r.id, r.nummer]));
}

export interface Medewerkerregel {
  id: string;
  naam: string;
  functie: string;
  organisatieId: string;
  organisatieNaam: string;
  organisatieSoort: string;
}

/** Who these workers are. Without ids: everyone in the region, by organisation and name. */
export async function listMedewerkersVanRegio(
  tx: Tx,
  ids?: readonly string[],
): Promise<Map<string, Medewerkerregel>> {
  const rijen = await tx.db
    .selectFrom('medewerker as m')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'm.regio_id').onRef('o.id', '=', 'm.organisatie_id'),
    )
    .select([
      'm.id',
      'm.naam',
      'm.functie',
      'o.id as organisatieId',
      'o.naam as organisatieNaam',
      'o.soort as organisatieSoort',
    ])
    .$if(ids !== undefined, (q) => q.where('m.id', 'in', [...(ids ?? []), tx.wie.medewerkerId]))
    .orderBy('o.naam')
    .orderBy('m.naam')
    .orderBy('m.id')
    .execute();
  return new Map(rijen.map((r) => [r.id, r]));
}

/** The name and the kind of organisations. */
export async function listOrganisatiesVan(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { naam: string; soort: string }>> {
  if (ids.length === 0) return new Map();
  const rijen = await tx.db
    .selectFrom('organisatie')
    .select(['id', 'naam', 'soort'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rijen.map((r) => [r.id, r]));
}

export interface Persoonskeuze {
  persoonId: string;
  rollen: string[];
  geboortejaar: number | null;
}

/** The people of a casus by role and year of birth; none when it is sealed to the asker. */
export async function listPersoonskeuzes(tx: Tx, casusId: string): Promise<Persoonskeuze[]> {
  const { rows } = await sql<Persoonskeuze>`
    select persoon_id as "persoonId", rollen, geboortejaar from toezicht_personen(${casusId}::uuid)`.execute(
    tx.db,
  );
  return rows;
}

/** What an overview of this casus must keep from its reader. */
export async function getAfscherming(
  tx: Tx,
  casusId: string,
): Promise<{ melders: string[]; geheim: boolean }> {
  const { rows } = await sql<{ melders: string[]; geheim: boolean }>`
    select melders, geheim from toezicht_afscherming(${casusId}::uuid)`.execute(tx.db);
  const rij = rows[0];
  if (!rij) throw new Error('the privacy officer alone makes an overview');
  return rij;
}

export interface Gezien {
  sleutel: string;
  notitie: string;
  op: Date;
  door: string;
}

/** What was marked as seen, of these patterns. */
export async function listGezien(tx: Tx, sleutels: readonly string[]): Promise<Map<string, Gezien>> {
  if (sleutels.length === 0) return new Map();
  const rijen = await tx.db
    .selectFrom('toezicht_gezien as g')
    .innerJoin('medewerker as m', (j) =>
      j.onRef('m.regio_id', '=', 'g.regio_id').onRef('m.id', '=', 'g.medewerker_id'),
    )
    .select(['g.sleutel', 'g.notitie', 'g.op', 'm.naam as door'])
    .where('g.sleutel', 'in', [...sleutels])
    .execute();
  return new Map(rijen.map((r) => [r.sleutel, r]));
}

/** Marks a pattern as seen, with what was found. @throws 409 when it was marked already */
export async function markeerGezien(tx: Tx, sleutel: string, notitie: string): Promise<void> {
  const rij = await tx.db
    .insertInto('toezicht_gezien')
    .values({
      regio_id: tx.regio,
      id: nieuwId(tx.nu),
      sleutel,
      notitie,
      op: tx.nu,
      medewerker_id: tx.wie.medewerkerId,
    })
    .onConflict((c) => c.columns(['regio_id', 'sleutel']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!rij)
    throw new Probleem(409, 'Dit is al gezien', 'De notitie van toen blijft staan.', { soort: 'al-gezien' });
}
