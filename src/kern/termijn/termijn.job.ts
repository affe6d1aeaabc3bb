// SPDX-License-Identifier: EUPL-1.2
// The clock at work (P7). A job wakes for one term; the sweep looks at all of them, so that a lost job loses nothing.
import { type Deuren, systeem } from '../../platform/acts/deur.ts';
import { laatWeten } from '../gebeurtenissen.ts';
import { hervatVerlopen, neemVerstreken, type Verstreken } from './termijn.store.ts';

/**
 * Fires what is due in one region: each warning and each end once, as an act of its own, and lets the stations react.
 * @param alleen one term; without it, all
 * @returns what fired now
 */
export async function verwerkTermijnen(
  deuren: Deuren,
  regioId: string,
  alleen?: string,
): Promise<Verstreken[]> {
  const context = { wie: systeem(regioId), doel: 'verantwoorden' };
  return deuren.act(context, 'termijn.klok', { soort: 'termijn', onderwerpId: alleen }, async (tx) => {
    const hervat = await hervatVerlopen(tx, alleen);
    const verstreken = await neemVerstreken(tx, alleen);
    for (const v of verstreken) {
      tx.ook(`termijn.${v.wat}`, v.casusId ?? undefined, v.onderwerpId, { termijn: v.id, soort: v.soort });
      await laatWeten(tx, 'termijn.verstreken', v);
    }
    if (verstreken.length + hervat === 0) tx.stil();
    tx.inhoud({ aantal: verstreken.length, hervat });
    return verstreken;
  });
}
