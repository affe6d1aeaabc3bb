// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { type Plek, verdeelPlekken } from './afscherming.ts';

/**
 * The secret addresses of the people in a casus and the towns that are known, from every mention of them that the asker's organisation
 * may see: an address that was called secret in another casus is as secret here, and so is where someone was mentioned since. While the
 * radar asks whether someone is another, both count (`casus_geheim`).
 */
export async function getPlekken(tx: Tx, casusId: string): Promise<ReturnType<typeof verdeelPlekken>> {
  const { rows } = await sql<Plek>`
    with leden as materialized (
      select distinct k.regio_id, k.persoon_id from casus_persoon cp
      join koppeling k on k.regio_id = cp.regio_id and k.vermelding_id = cp.vermelding_id and k.tot is null
      where cp.casus_id = ${casusId}
    ), wie as materialized (
      select l.regio_id, l.persoon_id, l.persoon_id as ook from leden l
      union
      select l.regio_id, l.persoon_id, m.m from leden l cross join lateral radar_misschien(l.regio_id, l.persoon_id) m (m)
    ), plek as (
      select v.*, v.geheim_adres or coalesce(v.gegeven_op >= min(v.gegeven_op) filter (where v.geheim_adres) over (partition by w.persoon_id), false) as schuil
      from wie w
      join koppeling k on k.regio_id = w.regio_id and k.persoon_id = w.ook and k.tot is null
      join vermelding v on v.regio_id = k.regio_id and v.id = k.vermelding_id
    )
    select p.id, bool_or(p.schuil) as geheim, p.straat, p.huisnummer, p.postcode, p.woonplaats, p.telefoon, p.email
    from plek p group by p.id, p.straat, p.huisnummer, p.postcode, p.woonplaats, p.telefoon, p.email
    order by p.id`.execute(tx.db);
  return verdeelPlekken(rows);
}
