// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';

/**
 * How the asker comes to see a casus now: with a part in it, by the noodknop until a moment, because the part of the own organisation ended
 * and its own dossier stays, or by shares that each have an end (also beside the own dossier).
 */
export interface EigenToegang {
  grond: 'deel' | 'noodknop' | 'eigen_dossier' | 'deling';
  /** The end of the noodknop; a share has its own. */
  tot: Date | null;
  delingen: { vanNaam: string; onderdelen: string[]; tot: Date }[];
}

/**
 * The asker's own way into the casus that this look opened, by the parts that the door found. Who has a part needs neither noodknop nor
 * share.
 */
export async function findEigenToegang(tx: Tx, casusId: string): Promise<EigenToegang> {
  if (['houder', 'betrokken', 'regisseur'].some((deel) => tx.delen.includes(deel)))
    return { grond: 'deel', tot: null, delingen: [] };
  if (tx.delen.includes('noodknop')) {
    const rij = await tx.db
      .selectFrom('noodtoegang')
      .select((e) => e.fn.max('tot').as('tot'))
      .where('casus_id', '=', casusId)
      .where('medewerker_id', '=', tx.wie.medewerkerId)
      .executeTakeFirst();
    return { grond: 'noodknop', tot: rij?.tot ?? null, delingen: [] };
  }
  const delingen = await tx.db
    .selectFrom('deling as d')
    .innerJoin('organisatie as v', (j) =>
      j.onRef('v.regio_id', '=', 'd.regio_id').onRef('v.id', '=', 'd.van_organisatie_id'),
    )
    .select(['v.naam as vanNaam', 'd.onderdelen', 'd.tot'])
    .where('d.casus_id', '=', casusId)
    .where('d.naar_organisatie_id', '=', tx.wie.organisatieId)
    .where('d.ingetrokken_op', 'is', null)
    .where('d.vanaf', '<=', tx.nu)
    .where('d.tot', '>', tx.nu)
    .orderBy('d.tot')
    .execute();
  return { grond: tx.delen.includes('eigen_dossier') ? 'eigen_dossier' : 'deling', tot: null, delingen };
}

/** Whether the part of the asker's organisation in the casus ended, and all that it reads is its own dossier. */
export function heeftAlleenEigenDossier(tx: Tx): boolean {
  return tx.delen.includes('eigen_dossier') && !tx.delen.includes('partner');
}

/** Whether the asker's organisation has a part in a casus now: without it its own dossier is read, and nothing done. */
export async function heeftDeel(tx: Tx, casusId: string): Promise<boolean> {
  const { rows } = await sql<{ deel: boolean }>`select heeft_deel(${casusId}) as deel`.execute(tx.db);
  return rows[0]?.deel ?? false;
}

/** Whether the asker only reads along, by a share or in the own dossier: no part in the casus, and no noodknop. */
export function leestMee(tx: Tx): boolean {
  return !['houder', 'betrokken', 'regisseur', 'noodknop'].some((deel) => tx.delen.includes(deel));
}
