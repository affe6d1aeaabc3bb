// SPDX-License-Identifier: EUPL-1.2
// What merging two casussen and undoing it both need: the pair behind one lock, and moving what hangs on them.
import { sql } from 'kysely';
import { findTermijnstand, type Termijnstand } from '../../kern/termijn/termijn.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import type { Kant, Verhuist } from './samenvoegen.ts';

export interface Casus extends Kant {
  acuut: boolean;
  regisseurId: string | null;
  geslotenOp: Date | null;
  sluitreden: string | null;
}

/** Both casussen, kept from others in one order, so that two who merge at once wait for each other and never both ways. */
export async function vergrendelCasussen(tx: Tx, ids: readonly string[]): Promise<Map<string, Casus>> {
  const rijen = await tx.db
    .selectFrom('casus')
    .select([
      'id',
      'nummer',
      'status',
      'geopend_op',
      'gesloten_op',
      'sluitreden',
      'samengevoegd_in',
      'acuut',
      'regisseur_id',
    ])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  const uit = new Map<string, Casus>();
  for (const r of rijen) {
    const houder = await findHouder(tx, r.id);
    uit.set(r.id, {
      id: r.id,
      nummer: r.nummer,
      status: r.status === 'open' ? 'open' : 'gesloten',
      geopendOp: r.geopend_op,
      geslotenOp: r.gesloten_op,
      sluitreden: r.sluitreden,
      samengevoegdIn: r.samengevoegd_in,
      acuut: r.acuut,
      regisseurId: r.regisseur_id,
      houderId: houder?.organisatieId ?? null,
      houder: houder?.naam ?? null,
    });
  }
  return uit;
}

/** Everyone believed to be in a casus. */
export async function listPersonen(tx: Tx, casusId: string): Promise<string[]> {
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
    .execute();
  return rijen.map((r) => r.persoon_id);
}

export async function listOpenTermijnen(tx: Tx, casusId: string): Promise<string[]> {
  const rijen = await tx.db
    .selectFrom('termijn')
    .select('id')
    .where('casus_id', '=', casusId)
    .where('afgerond_op', 'is', null)
    .execute();
  return rijen.map((r) => r.id);
}

/** What brings the holder of a casus back to it, as it stands. */
export async function leesStanden(tx: Tx, casusId: string): Promise<Termijnstand[]> {
  const standen: Termijnstand[] = [];
  for (const soort of ['zichtcontrole', 'cijfers_vragen'] as const) {
    const t = await findTermijnstand(tx, casusId, soort);
    if (t) standen.push(t);
  }
  return standen;
}

/** Which of these terms have ended. */
export async function listAfgerond(tx: Tx, termijnen: readonly string[]): Promise<string[]> {
  if (termijnen.length === 0) return [];
  const rijen = await tx.db
    .selectFrom('termijn')
    .select('id')
    .where('id', 'in', [...termijnen])
    .where('afgerond_op', 'is not', null)
    .orderBy('id')
    .execute();
  return rijen.map((r) => r.id);
}

/** Moves rows of one table from one casus to another; returns which. */
export async function verhuis(
  tx: Tx,
  tabel: Verhuist,
  van: string,
  naar: string,
  welke: 'alle' | readonly string[],
): Promise<string[]> {
  if (welke !== 'alle' && welke.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    update ${sql.table(tabel)} set casus_id = ${naar} where casus_id = ${van}
    ${welke === 'alle' ? sql`` : sql`and id = any(${[...welke]}::uuid[])`} returning id`.execute(tx.db);
  return rows.map((r) => r.id).sort();
}

export async function leesDeel(
  tx: Tx,
  casusId: string,
  organisatieId: string,
): Promise<{ grond: string; tot: string | null } | null> {
  const r = await tx.db
    .selectFrom('betrokkenheid')
    .select(['grond', 'tot'])
    .where('casus_id', '=', casusId)
    .where('organisatie_id', '=', organisatieId)
    .executeTakeFirst();
  return r ? { grond: r.grond, tot: r.tot?.toISOString() ?? null } : null;
}
