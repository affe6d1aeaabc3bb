// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../platform/acts/deur.ts';

/** How the asker comes to see a casus now: with a part in it, by the noodknop until a moment, or by shares that each have an end. */
export interface EigenToegang {
  grond: 'deel' | 'noodknop' | 'deling';
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
  return { grond: 'deling', tot: null, delingen };
}

/** Whether the asker only reads along, by a share: no part in the casus, and no noodknop. */
export function leestMee(tx: Tx): boolean {
  return !['houder', 'betrokken', 'regisseur', 'noodknop'].some((deel) => tx.delen.includes(deel));
}
