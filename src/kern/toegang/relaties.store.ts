// SPDX-License-Identifier: EUPL-1.2
import { type Transaction, sql } from 'kysely';
import type { Onderwerp, Wie } from '../../platform/acts/deur.ts';
import type { Tabellen } from '../../platform/database/tabellen.ts';

/**
 * Which parts the asker has in a subject now: houder, betrokken, regisseur, ontvanger_melding, ontvanger_overdracht,
 * gever_overdracht, eigenaar_termijn. One round trip; row-level security applies, so the unseen has no parts.
 */
export async function zoekRelaties(db: Transaction<Tabellen>, wie: Wie, o: Onderwerp): Promise<string[]> {
  if (!o.casusId && !o.onderwerpId) return [];
  const casus = o.casusId ?? null;
  const id = o.onderwerpId ?? null;
  const { rows } = await sql<{ deel: string }>`
    select 'houder' as deel from zicht where casus_id = ${casus}::uuid and tot is null and organisatie_id = ${wie.organisatieId}
    union all select 'betrokken' from betrokkenheid where casus_id = ${casus}::uuid and organisatie_id = ${wie.organisatieId} and (tot is null or tot > now())
    union all select 'regisseur' from casus where id = ${casus}::uuid and regisseur_id = ${wie.medewerkerId}
    union all select 'ontvanger_melding' from melding where id = ${id}::uuid and organisatie_id = ${wie.organisatieId}
    union all select 'ontvanger_overdracht' from overdracht where id = ${id}::uuid and naar_organisatie_id = ${wie.organisatieId}
    union all select 'gever_overdracht' from overdracht where id = ${id}::uuid and van_organisatie_id = ${wie.organisatieId}
    union all select 'eigenaar_termijn' from termijn where id = ${id}::uuid and eigenaar_organisatie_id = ${wie.organisatieId}
  `.execute(db);
  return rows.map((r) => r.deel);
}
