// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';

/**
 * Names everyone in these casussen in the log of this look, and says how many people and children each counts. For one page
 * of a list; row-level security decides who is there.
 */
export async function betreftCasussen(
  tx: Tx,
  casusIds: readonly string[],
): Promise<Map<string, { personen: number; kinderen: number }>> {
  if (casusIds.length === 0) return new Map();
  const { rows } = await sql<{ casus_id: string; persoon_id: string; kind: boolean }>`
    select cp.casus_id, k.persoon_id, bool_or(cp.rol = 'kind') as kind from unnest(${[...casusIds]}::uuid[]) gevraagd
    join casus_persoon cp on cp.casus_id = gevraagd and cp.tot is null
    join koppeling k on k.regio_id = cp.regio_id and k.vermelding_id = cp.vermelding_id and k.tot is null
    group by cp.casus_id, k.persoon_id`.execute(tx.db);
  for (const r of rows) tx.betreftIn(r.casus_id, r.persoon_id);
  const uit = new Map<string, { personen: number; kinderen: number }>();
  for (const r of rows) {
    const e = uit.get(r.casus_id) ?? { personen: 0, kinderen: 0 };
    uit.set(r.casus_id, { personen: e.personen + 1, kinderen: e.kinderen + (r.kind ? 1 : 0) });
  }
  return uit;
}
