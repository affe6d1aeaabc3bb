// SPDX-License-Identifier: EUPL-1.2
// What goes with zicht is its holder's, however it came to the casus.
import type { Tx } from '../../platform/acts/deur.ts';
import { getCasus } from '../casus/casus.store.ts';
import { findRegisseurBij } from '../casus/overzicht.store.ts';
import { findHouder } from '../zicht/zicht.store.ts';
import { geefTermijnenDoor } from './termijn.store.ts';
import type { Soort } from './termijnsoorten.ts';

/** What goes with zicht; the tasks of Veilig Thuis stay there, they cannot be delegated (handbook 9.3, S:107). */
const MET_HET_ZICHT: readonly Soort[] = [
  'zichtcontrole',
  'voorwaarde_controle',
  'cijfers_vragen',
  'hermelding_terug',
];

/** Gives whoever holds zicht what goes with it and another still has, and there to the regisseur. Nothing happens in a closed casus. */
export async function legBijHouder(tx: Tx, casusId: string, reden: string): Promise<void> {
  await tx.overGrens(async () => {
    const houder = await findHouder(tx, casusId);
    if (!houder) return;
    const { regisseurId } = await getCasus(tx, casusId);
    const naar = {
      organisatieId: houder.organisatieId,
      medewerkerId: await findRegisseurBij(tx, casusId, regisseurId, houder.organisatieId),
    };
    await geefTermijnenDoor(tx, casusId, MET_HET_ZICHT, naar, reden);
  });
}
