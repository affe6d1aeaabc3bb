// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';

export interface Tellers {
  werk: number;
  overdracht: number;
  monitoring: number;
  /** Of the privacy officer: uses of the noodknop to review, and conflicts of interest that no team leader can decide on. */
  toezicht: number;
  /** Those conflicts of interest alone. */
  belangen: number;
}

/**
 * What waits for me: open terms of my organisation that are mine, or nobody's in my team, and ask attention now. The privacy officer
 * works in no casus: what waits there is what asks a decision. Unusual looks have no term and are not counted: that would read the
 * log every minute.
 */
export async function telWerk(tx: Tx): Promise<Tellers> {
  const { rows } = await sql<Tellers>`
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
    , buiten as (
      select count(*) as aantal from belang where ctx_fg() and tot is null and bevestigd_op is null and belang_bij_fg(id)
    )
    select count(*) as werk,
      count(*) filter (where soort = 'overdracht_antwoord') as overdracht,
      count(*) filter (where soort like 'monitor_%') as monitoring,
      (select aantal from buiten) + (select count(*) from noodtoegang where ctx_fg() and nagekeken_op is null) as toezicht,
      (select aantal from buiten) as belangen
    from vraagt`.execute(tx.db);
  return rows[0] ?? { werk: 0, overdracht: 0, monitoring: 0, toezicht: 0, belangen: 0 };
}
