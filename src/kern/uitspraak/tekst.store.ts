// SPDX-License-Identifier: EUPL-1.2
// The second wall (P4) for what is typed outside statements: plans, checks, figures and closings go to the next holder and to guests
// as they stand, without a look at them and without a handover that could shield them.
import type { Tx } from '../../platform/acts/deur.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import type { Gebeurtenissen } from '../gebeurtenissen.ts';
import { verraadt } from './afscherming.ts';
import { VERRAADT } from './nazien.store.ts';
import { listPatronen } from './vrijgave.store.ts';

/**
 * Refuses texts of Veilig Thuis that lead to the melder or to a secret address, field by field. Others are asked nothing: they know no
 * melder, and a refusal would tell them that their guess is right.
 * @throws Probleem 400
 */
export async function keurTeksten(
  tx: Tx,
  { casusId, teksten }: Gebeurtenissen['tekst.geschreven'],
): Promise<void> {
  if (tx.wie.organisatieSoort !== 'veilig_thuis' || tx.wie.functie === 'systeem') return;
  // who reported openly may be at the table, and is named there
  const { geheim } = await listPatronen(tx, casusId, 'verborgen');
  const fouten = teksten
    .filter(([, tekst]) => tekst !== null && verraadt(tekst, geheim))
    .map(([veld]) => ({ veld, melding: `Hierin ${VERRAADT}` }));
  if (fouten.length > 0) throw ongeldig(fouten);
}
