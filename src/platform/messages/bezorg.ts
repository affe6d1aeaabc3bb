// SPDX-License-Identifier: EUPL-1.2
// Messages to other systems. Delivered at least once, under a key by which the receiver knows a second one.

export type Bezorging = { gelukt: true } | { gelukt: false; fout: string };

/**
 * Sends JSON to another system. 409 on a POST counts as delivered: under this key it has it already. On a PUT it does not: the
 * same put twice is no conflict (RFC 9110 § 9.2.2), so then the other side keeps what stood there before. Follows no redirects, waits at most 10 s.
 * @param sleutel the same for every attempt at the same message (Idempotency-Key)
 */
export async function bezorg(
  methode: 'POST' | 'PUT',
  url: string,
  bericht: unknown,
  sleutel: string,
): Promise<Bezorging> {
  try {
    const antwoord = await fetch(url, {
      method: methode,
      headers: { 'content-type': 'application/json', 'idempotency-key': sleutel },
      body: JSON.stringify(bericht),
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    await antwoord.body?.cancel();
    return antwoord.ok || (methode === 'POST' && antwoord.status === 409)
      ? { gelukt: true }
      : { gelukt: false, fout: `antwoord ${antwoord.status}` };
  } catch {
    return { gelukt: false, fout: 'niet bereikbaar' };
  }
}
