// SPDX-License-Identifier: EUPL-1.2
import { type Deuren, systeem } from '../../platform/acts/deur.ts';
import { telNamen } from './radar.store.ts';

/** Counts the names of one register anew, so that a common name weighs as common (numbers only, no persons). */
export async function telRegister(deuren: Deuren, regioId: string, organisatieId: string): Promise<number> {
  const context = { wie: systeem(regioId), doel: 'beoordelen' };
  return deuren.act(context, 'radar.geteld', { soort: 'radar' }, async (tx) => {
    const { personen } = await telNamen(tx, organisatieId);
    tx.inhoud({ personen });
    return personen;
  });
}
