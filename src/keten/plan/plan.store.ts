// SPDX-License-Identifier: EUPL-1.2
import { type CasusRij, getCasusVoorSchrijven } from '../../kern/casus/casus.store.ts';
import { findRegisseurBij } from '../../kern/casus/overzicht.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { Probleem } from '../../platform/http/problem.ts';

/** More than this on one casus is not shown at once. */
export const HOOGSTENS = 500;

/** The casus, kept for this act. Throws 404 when unseen, 409 when closed: a plan of a closed casus is history. */
export async function getOpenCasus(tx: Tx, casusId: string): Promise<CasusRij> {
  const casus = await getCasusVoorSchrijven(tx, casusId);
  if (casus.status !== 'open') {
    throw new Probleem(
      409,
      'Deze casus is gesloten',
      'Er is niets bewaard. Is het niet veilig, doe dan een nieuwe melding: daarmee gaat de casus weer open.',
      { soort: 'gesloten' },
    );
  }
  return casus;
}

/** Who must do what is due in this casus: the holder of zicht, and its regisseur when that one works there. */
export async function getEigenaar(
  tx: Tx,
  casus: CasusRij,
): Promise<{ eigenaarOrganisatieId: string; eigenaarMedewerkerId: string | null }> {
  const houder = await findHouder(tx, casus.id);
  const organisatie = houder?.organisatieId ?? tx.wie.organisatieId;
  return {
    eigenaarOrganisatieId: organisatie,
    eigenaarMedewerkerId: await findRegisseurBij(tx, casus.id, casus.regisseurId, organisatie),
  };
}
