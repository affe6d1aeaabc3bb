// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { dagVan, jaarVan } from '../../platform/clock/dagen.ts';
import { nietGevonden } from '../../platform/http/problem.ts';
import { laatWeten } from '../gebeurtenissen.ts';
import { beginZicht, eindigZicht } from '../zicht/zicht.store.ts';

export interface CasusRij {
  id: string;
  nummer: string;
  aanduiding: string;
  status: 'open' | 'gesloten';
  fase: number | null;
  regisseurId: string | null;
  gemeentecode: string | null;
  acuut: boolean;
  geopendOp: Date;
  geslotenOp: Date | null;
  sluitreden: string | null;
  samengevoegdIn: string | null;
  versie: number;
}

const KOLOMMEN = [
  'id',
  'nummer',
  'aanduiding',
  'status',
  'fase',
  'regisseur_id',
  'gemeentecode',
  'acuut',
  'geopend_op',
  'gesloten_op',
  'sluitreden',
  'samengevoegd_in',
  'versie',
] as const;

type Rij = {
  id: string;
  nummer: string;
  aanduiding: string;
  status: string;
  fase: number | null;
  regisseur_id: string | null;
  gemeentecode: string | null;
  acuut: boolean;
  geopend_op: Date;
  gesloten_op: Date | null;
  sluitreden: string | null;
  samengevoegd_in: string | null;
  versie: number;
};

function naarCasus(r: Rij): CasusRij {
  return {
    id: r.id,
    nummer: r.nummer,
    aanduiding: r.aanduiding,
    status: r.status === 'open' ? 'open' : 'gesloten',
    fase: r.fase,
    regisseurId: r.regisseur_id,
    gemeentecode: r.gemeentecode,
    acuut: r.acuut,
    geopendOp: r.geopend_op,
    geslotenOp: r.gesloten_op,
    sluitreden: r.sluitreden,
    samengevoegdIn: r.samengevoegd_in,
    versie: r.versie,
  };
}

/**
 * Opens a casus with its first holder, in one act: there is no casus without someone who watches.
 * @returns its id and number
 */
export async function openCasus(
  tx: Tx,
  c: { aanduiding: string; gemeentecode: string | null; acuut: boolean; houderId: string; grond: string },
): Promise<{ id: string; nummer: string }> {
  const id = nieuwId(tx.nu);
  const { rows } = await sql<{ n: number }>`select nextval('houvast.casusnummer') as n`.execute(tx.db);
  const nummer = `${jaarVan(dagVan(tx.nu))}-${String(rows[0]?.n ?? 0).padStart(5, '0')}`;
  await tx.db
    .insertInto('casus')
    .values({
      regio_id: tx.regio,
      id,
      nummer,
      aanduiding: c.aanduiding,
      status: 'open',
      acuut: c.acuut,
      gemeentecode: c.gemeentecode,
      geopend_op: tx.nu,
    })
    .execute();
  await beginZicht(tx, id, c.houderId, c.grond);
  tx.overCasus(id);
  return { id, nummer };
}

/** Reads one casus and keeps others from changing it until this act ends. Throws 404 when it cannot be seen. */
export async function getCasusVoorSchrijven(tx: Tx, casusId: string): Promise<CasusRij> {
  const rij = await tx.db
    .selectFrom('casus')
    .select(KOLOMMEN)
    .where('id', '=', casusId)
    .forUpdate()
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Deze casus');
  return naarCasus(rij);
}

/**
 * Lets this act alone decide about a casus until it ends; what others add to it meanwhile goes on. For what must count and then act:
 * two that count at once each miss what the other adds or takes away.
 */
export async function beslisAlleen(tx: Tx, casusId: string): Promise<void> {
  await tx.overGrens(() =>
    tx.db.selectFrom('casus').select('id').where('id', '=', casusId).forNoKeyUpdate().execute(),
  );
}

/** Reads one casus. Throws 404 when it does not exist or cannot be seen. */
export async function getCasus(tx: Tx, casusId: string): Promise<CasusRij> {
  const rij = await tx.db.selectFrom('casus').select(KOLOMMEN).where('id', '=', casusId).executeTakeFirst();
  if (!rij) throw nietGevonden('Deze casus');
  return naarCasus(rij);
}

export async function wijzigCasus(
  tx: Tx,
  casusId: string,
  velden: Partial<{
    fase: number | null;
    regisseur_id: string | null;
    aanduiding: string;
    acuut: boolean;
    gemeentecode: string | null;
  }>,
): Promise<void> {
  await tx.db
    .updateTable('casus')
    .set({ ...velden, versie: sql<number>`versie + 1` })
    .where('id', '=', casusId)
    .execute();
}

/** Marks a casus as acute; one that is already stays as it is. */
export async function maakCasusAcuut(tx: Tx, casusId: string): Promise<void> {
  await tx.db
    .updateTable('casus')
    .set({ acuut: true, versie: sql<number>`versie + 1` })
    .where('id', '=', casusId)
    .where('acuut', '=', false)
    .execute();
}

/** Says whether a casus is acute, by what is known of it now. */
export async function zetAcuut(tx: Tx, casusId: string, acuut: boolean): Promise<void> {
  await wijzigCasus(tx, casusId, { acuut });
  await laatWeten(tx, 'casus.acuut_gewijzigd', { casusId });
}

/** Closes casus, period and zicht in one moment. */
export async function sluitCasus(
  tx: Tx,
  casusId: string,
  reden: string,
  samengevoegdIn: string | null = null,
): Promise<void> {
  const op = await eindigZicht(tx, casusId);
  await tx.db
    .updateTable('casus')
    .set({
      status: 'gesloten',
      gesloten_op: op,
      sluitreden: reden,
      samengevoegd_in: samengevoegdIn,
      versie: sql<number>`versie + 1`,
    })
    .where('id', '=', casusId)
    .execute();
}

/** Opens a closed casus again, held from this very moment. Who steered it goes on only when still at work with the holder. */
export async function heropenCasus(tx: Tx, casusId: string, houderId: string, grond: string): Promise<void> {
  await beginZicht(tx, casusId, houderId, grond);
  await tx.db
    .updateTable('casus')
    .set({
      status: 'open',
      gesloten_op: null,
      sluitreden: null,
      samengevoegd_in: null,
      regisseur_id: sql<
        string | null
      >`(select m.id from medewerker m where m.regio_id = casus.regio_id and m.id = casus.regisseur_id
        and m.organisatie_id = ${houderId} and m.actief)`,
      versie: sql<number>`versie + 1`,
    })
    .where('id', '=', casusId)
    .execute();
}

/**
 * Who should hold a casus that opens again: its last holder, or the organisation that followed when that one closed.
 * Null when it never had one.
 */
export async function findLaatsteHouder(tx: Tx, casusId: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select laatste_houder(${tx.regio}, ${casusId}) as id`.execute(tx.db);
  return rows[0]?.id ?? null;
}
