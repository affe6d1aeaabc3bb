// SPDX-License-Identifier: EUPL-1.2
// Zicht op veiligheid (P1): these four functions are the only ones that write who watches. The database checks the result
// at commit (0003_kern.sql): the rows must tile the open periods of the casus exactly.
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';

export interface Houder {
  organisatieId: string;
  naam: string;
  soort: string;
  vanaf: Date;
  grond: string;
}

/** The one who holds zicht now; null when the casus is closed. */
export async function findHouder(tx: Tx, casusId: string): Promise<Houder | null> {
  const rij = await tx.db
    .selectFrom('zicht as z')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'z.regio_id').onRef('o.id', '=', 'z.organisatie_id'),
    )
    .select(['z.organisatie_id', 'o.naam', 'o.soort', 'z.vanaf', 'z.grond'])
    .where('z.casus_id', '=', casusId)
    .where('z.tot', 'is', null)
    .executeTakeFirst();
  return rij
    ? {
        organisatieId: rij.organisatie_id,
        naam: rij.naam,
        soort: rij.soort,
        vanaf: rij.vanaf,
        grond: rij.grond,
      }
    : null;
}

/** Everyone who ever held it, newest first. */
export async function listHouders(tx: Tx, casusId: string): Promise<(Houder & { tot: Date | null })[]> {
  const rijen = await tx.db
    .selectFrom('zicht as z')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'z.regio_id').onRef('o.id', '=', 'z.organisatie_id'),
    )
    .select(['z.organisatie_id', 'o.naam', 'o.soort', 'z.vanaf', 'z.tot', 'z.grond'])
    .where('z.casus_id', '=', casusId)
    .orderBy('z.vanaf', 'desc')
    .execute();
  return rijen.map((r) => ({
    organisatieId: r.organisatie_id,
    naam: r.naam,
    soort: r.soort,
    vanaf: r.vanaf,
    tot: r.tot,
    grond: r.grond,
  }));
}

/**
 * The moment at which a change of holder takes effect: now, but always after the last change, also when the clock of
 * this server runs behind the one that made it.
 */
async function wisselmoment(tx: Tx, casusId: string): Promise<Date> {
  const { rows } = await sql<{ laatste: Date | null }>`
    select greatest(max(vanaf), max(tot)) as laatste from zicht where casus_id = ${casusId}`.execute(tx.db);
  const laatste = rows[0]?.laatste;
  return laatste && laatste.getTime() >= tx.nu.getTime() ? new Date(laatste.getTime() + 1) : tx.nu;
}

async function zet(
  tx: Tx,
  casusId: string,
  organisatieId: string,
  vanaf: Date,
  grond: string,
): Promise<void> {
  await tx.db
    .insertInto('betrokkenheid')
    .values({
      regio_id: tx.regio,
      casus_id: casusId,
      organisatie_id: organisatieId,
      grond: 'zicht',
      vanaf,
      tot: null,
    })
    .onConflict((c) => c.columns(['regio_id', 'casus_id', 'organisatie_id']).doUpdateSet({ tot: null }))
    .execute();
  await tx.db
    .insertInto('zicht')
    .values({
      regio_id: tx.regio,
      id: nieuwId(vanaf),
      casus_id: casusId,
      organisatie_id: organisatieId,
      vanaf,
      tot: null,
      grond,
    })
    .execute();
}

/** Opens a period and its first holder, at one moment. For a new casus and for one that is reopened. */
export async function beginZicht(
  tx: Tx,
  casusId: string,
  organisatieId: string,
  grond: string,
): Promise<Date> {
  const vanaf = await wisselmoment(tx, casusId);
  await tx.db
    .insertInto('casus_periode')
    .values({ regio_id: tx.regio, casus_id: casusId, vanaf, tot: null })
    .execute();
  await zet(tx, casusId, organisatieId, vanaf, grond);
  return vanaf;
}

/** One ends in the same moment in which the other begins. */
export async function draagZichtOver(
  tx: Tx,
  casusId: string,
  naarOrganisatieId: string,
  grond: string,
): Promise<Date> {
  const op = await wisselmoment(tx, casusId);
  await tx.db
    .updateTable('zicht')
    .set({ tot: op })
    .where('casus_id', '=', casusId)
    .where('tot', 'is', null)
    .execute();
  await zet(tx, casusId, naarOrganisatieId, op, grond);
  return op;
}

/** Ends holder and period together: only when the casus closes in the same act. */
export async function eindigZicht(tx: Tx, casusId: string): Promise<Date> {
  const op = await wisselmoment(tx, casusId);
  await tx.db
    .updateTable('zicht')
    .set({ tot: op })
    .where('casus_id', '=', casusId)
    .where('tot', 'is', null)
    .execute();
  await tx.db
    .updateTable('casus_periode')
    .set({ tot: op })
    .where('casus_id', '=', casusId)
    .where('tot', 'is', null)
    .execute();
  return op;
}
