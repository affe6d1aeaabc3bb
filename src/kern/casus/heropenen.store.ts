// SPDX-License-Identifier: EUPL-1.2
// A closed casus about which something new comes in returns to who held it last (docs/besluiten/2026-11-21-hermelding-keert-terug.md).
import type { Tx } from '../../platform/acts/deur.ts';
import { laatWeten } from '../gebeurtenissen.ts';
import { zetTermijn } from '../termijn/termijn.store.ts';
import { heropenCasus } from './casus.store.ts';

/**
 * Opens a closed casus again with its last holder (or the successor), who gets 24 hours to pick it up.
 * @param van who holds now (`findLaatsteHouder`), and the Veilig Thuis that waits for it
 * @param waarom what the holder reads; of who reported nothing
 */
export async function laatTerugkeren(
  tx: Tx,
  casusId: string,
  van: { houderId: string; vtId: string },
  n: { meldingId: string | null; acuut: boolean; grond: string; waarom: string },
): Promise<void> {
  await heropenCasus(tx, casusId, van.houderId, `${n.grond}: terug naar de laatste houder`);
  await zetTermijn(tx, {
    soort: 'hermelding_terug',
    casusId,
    onderwerpSoort: 'casus',
    onderwerpId: casusId,
    eigenaarOrganisatieId: van.houderId,
    wachtOrganisatieId: van.houderId === van.vtId ? null : van.vtId,
    waarom: n.waarom,
    acuut: n.acuut,
    begintOp: tx.nu,
  });
  await laatWeten(tx, 'casus.heropend', { casusId, houderId: van.houderId, meldingId: n.meldingId });
}

/** Who assesses a report must be able to read the casus that it is about, also one that was handed over or left earlier. */
export async function geefBeoordelingsdeel(tx: Tx, casusId: string, vtId: string): Promise<void> {
  await tx.db
    .insertInto('betrokkenheid')
    .values({
      regio_id: tx.regio,
      casus_id: casusId,
      organisatie_id: vtId,
      grond: 'beoordeling',
      vanaf: tx.nu,
      tot: null,
    })
    .onConflict((c) => c.columns(['regio_id', 'casus_id', 'organisatie_id']).doUpdateSet({ tot: null }))
    .execute();
}
