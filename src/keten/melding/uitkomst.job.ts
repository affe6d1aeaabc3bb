// SPDX-License-Identifier: EUPL-1.2
import { type Deuren, systeem } from '../../platform/acts/deur.ts';
import { bezorg } from '../../platform/messages/bezorg.ts';
import { markeerVerzonden, neemTeVersturen } from './jzv.store.ts';

/**
 * Delivers the outcomes that wait, oldest first, each under its own key: exactly once for a receiver that knows the key.
 * The row is held while it is sent, so that two servers never send one at the same time. Without an address the police
 * fetch them (GET /uitkomstmeldingen/{registratienummer}) and nothing is sent.
 * @returns how many were delivered now
 */
export async function verstuurUitkomsten(
  deuren: Deuren,
  regioId: string,
  url: string | undefined,
): Promise<number> {
  if (!url) return 0;
  const context = { wie: systeem(regioId), doel: 'terugkoppelen' };
  for (let verstuurd = 0; ; verstuurd++) {
    const gedaan = await deuren.act(context, 'jzv.uitkomst_versturen', { soort: 'jzv' }, async (tx) => {
      const u = await neemTeVersturen(tx);
      if (!u) {
        tx.stil();
        return null;
      }
      const b = await bezorg(
        u.eerste ? 'POST' : 'PUT',
        url,
        { registratienummer: u.registratienummer, status: u.status },
        u.id,
      );
      await markeerVerzonden(tx, u.id, b.gelukt ? null : b.fout);
      tx.inhoud({ uitkomst: u.id, gelukt: b.gelukt });
      return b;
    });
    if (gedaan === null) return verstuurd;
    // the queue tries again later; what went stays gone
    if (!gedaan.gelukt) throw new Error(`uitkomst niet bezorgd: ${gedaan.fout}`);
  }
}
