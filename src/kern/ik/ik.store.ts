// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';

export interface Tellers {
  werk: number;
  overdracht: number;
  monitoring: number;
}

/** What waits for me: open terms of my organisation that are mine, or nobody's in my team, and ask attention now. */
export async function telWerk(tx: Tx): Promise<Tellers> {
  const { rows } = await sql<{ werk: number; overdracht: number; monitoring: number }>`
    with vraagt as (
      select soort from termijn
      where eigenaar_organisatie_id = ${tx.wie.organisatieId} and afgerond_op is null and eigenaar_medewerker_id = ${tx.wie.medewerkerId}
        and (acuut or waarschuwt_op <= ${tx.nu})
      union all
      select soort from termijn
      where eigenaar_organisatie_id = ${tx.wie.organisatieId} and afgerond_op is null and eigenaar_medewerker_id is null
        and (eigenaar_team_id is null or eigenaar_team_id = ${tx.wie.teamId}::uuid or ${tx.wie.teamId}::uuid is null)
        and (acuut or waarschuwt_op <= ${tx.nu})
    )
    select count(*) as werk,
      count(*) filter (where soort = 'overdracht_antwoord') as overdracht,
      count(*) filter (where soort like 'monitor_%') as monitoring
    from vraagt`.execute(tx.db);
  const r = rows[0];
  return { werk: r?.werk ?? 0, overdracht: r?.overdracht ?? 0, monitoring: r?.monitoring ?? 0 };
}
