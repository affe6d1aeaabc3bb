// SPDX-License-Identifier: EUPL-1.2
// What the page of a casus shows of the stations before this one.
import { sql } from 'kysely';
import type { EigenStuk } from '../../kern/casus/casus.api.ts';
import type { Tx } from '../../platform/acts/deur.ts';

/** The offer that waits for an answer. Row-level security: giver, receiver and who is involved see it. */
export async function findOpenAanbod(
  tx: Tx,
  casusId: string,
): Promise<{ overdrachtId: string; vanNaam: string; naarNaam: string; aangebodenOp: Date } | null> {
  const rij = await tx.db
    .selectFrom('overdracht as v')
    .innerJoin('organisatie as van', (j) =>
      j.onRef('van.regio_id', '=', 'v.regio_id').onRef('van.id', '=', 'v.van_organisatie_id'),
    )
    .innerJoin('organisatie as naar', (j) =>
      j.onRef('naar.regio_id', '=', 'v.regio_id').onRef('naar.id', '=', 'v.naar_organisatie_id'),
    )
    .select(['v.id', 'van.naam as van', 'naar.naam as naar', 'v.aangeboden_op'])
    .where('v.casus_id', '=', casusId)
    // written out: there is an index of these alone, which no plan for any status may use
    .where('v.status', '=', sql.lit('aangeboden'))
    .executeTakeFirst();
  return rij
    ? { overdrachtId: rij.id, vanNaam: rij.van, naarNaam: rij.naar, aangebodenOp: rij.aangeboden_op }
    : null;
}

/** What the own organisation received or wrote in a casus and can be opened, oldest first; a hundred at most. */
export async function listEigenStukken(
  tx: Tx,
  casusId: string,
): Promise<{ soort: EigenStuk; id: string; nummer: string | null; op: Date }[]> {
  const wij = tx.wie.organisatieId;
  const { rows } = await sql<{ soort: EigenStuk; id: string; nummer: string | null; op: Date }>`
    select 'melding' as soort, id, nummer, ontvangen_op as op from melding where casus_id = ${casusId} and organisatie_id = ${wij}
    union all select 'beoordeling', id, null, vastgesteld_op from beoordeling
      where casus_id = ${casusId} and organisatie_id = ${wij} and vastgesteld_op is not null
    union all select 'terugkoppeling', id, null, afgehandeld_op from terugkoppeling
      where casus_id = ${casusId} and organisatie_id = ${wij} and afgehandeld_op is not null
    union all select 'overdracht', id, null, aangeboden_op from overdracht where casus_id = ${casusId} and ${wij} in (van_organisatie_id, naar_organisatie_id)
    union all select 'monitormoment', id, null, uitgevoerd_op from monitormoment
      where casus_id = ${casusId} and organisatie_id = ${wij} and uitgevoerd_op is not null
    order by op, id limit 100`.execute(tx.db);
  return rows;
}

/** The last time that someone looked how it is. */
export async function findLaatsteControle(
  tx: Tx,
  casusId: string,
): Promise<{ op: Date; uitkomst: string; organisatieNaam: string } | null> {
  const rij = await tx.db
    .selectFrom('veiligheidscontrole as c')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'c.regio_id').onRef('o.id', '=', 'c.organisatie_id'),
    )
    .select(['c.op', 'c.uitkomst', 'o.naam'])
    .where('c.casus_id', '=', casusId)
    .orderBy('c.op', 'desc')
    .orderBy('c.id', 'desc')
    .executeTakeFirst();
  return rij ? { op: rij.op, uitkomst: rij.uitkomst, organisatieNaam: rij.naam } : null;
}
