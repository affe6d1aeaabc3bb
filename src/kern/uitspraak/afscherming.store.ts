// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { type Plek, verdeelPlekken } from './afscherming.ts';

/**
 * The secret addresses of the people in a casus and the towns that are known, from every mention of them that the asker's organisation
 * may see: an address that was called secret in another casus is as secret here.
 */
export async function getPlekken(tx: Tx, casusId: string): Promise<ReturnType<typeof verdeelPlekken>> {
  const { rows } = await sql<Plek>`
    select distinct v.id, v.geheim_adres as geheim, v.straat, v.huisnummer, v.postcode, v.woonplaats, v.telefoon, v.email
    from casus_persoon cp
    join koppeling k on k.regio_id = cp.regio_id and k.vermelding_id = cp.vermelding_id and k.tot is null
    join koppeling a on a.regio_id = k.regio_id and a.persoon_id = k.persoon_id and a.tot is null
    join vermelding v on v.regio_id = a.regio_id and v.id = a.vermelding_id
    where cp.casus_id = ${casusId}
    order by v.id`.execute(tx.db);
  return verdeelPlekken(rows);
}
