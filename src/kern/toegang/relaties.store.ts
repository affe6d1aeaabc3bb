// SPDX-License-Identifier: EUPL-1.2
import { sql, type Transaction } from 'kysely';
import type { Onderwerp, Wie } from '../../platform/acts/deur.ts';
import type { Tabellen } from '../../platform/database/tabellen.ts';

/**
 * Which parts the asker has in a subject now: houder, betrokken, regisseur, ontvanger_melding, ontvanger_overdracht,
 * gever_overdracht, eigenaar_termijn, melder_melding (the own organisation reported it), eigen_organisatie. One round trip; row-level security applies, so the unseen has no parts.
 */
export async function zoekRelaties(db: Transaction<Tabellen>, wie: Wie, o: Onderwerp): Promise<string[]> {
  if (!o.casusId && !o.onderwerpId) return [];
  const casus = o.casusId ?? (await casusVan(db, o));
  const id = o.onderwerpId ?? null;
  const { rows } = await sql<{ deel: string }>`
    select 'houder' as deel from zicht where casus_id = ${casus}::uuid and tot is null and organisatie_id = ${wie.organisatieId}
    union all select 'betrokken' from betrokkenheid where casus_id = ${casus}::uuid and organisatie_id = ${wie.organisatieId} and (tot is null or tot > ctx_nu())
    union all select 'regisseur' from casus where id = ${casus}::uuid and regisseur_id = ${wie.medewerkerId}
    union all select 'ontvanger_melding' from melding where id = ${id}::uuid and organisatie_id = ${wie.organisatieId}
    union all select 'ontvanger_melding' from beoordeling where id = ${id}::uuid and organisatie_id = ${wie.organisatieId}
    union all select 'ontvanger_overdracht' from overdracht where id = ${id}::uuid and naar_organisatie_id = ${wie.organisatieId}
    union all select 'gever_overdracht' from overdracht where id = ${id}::uuid and van_organisatie_id = ${wie.organisatieId}
    union all select 'betrokken' from overdracht o join betrokkenheid b on b.regio_id = o.regio_id and b.casus_id = o.casus_id
      where o.id = ${id}::uuid and b.organisatie_id = ${wie.organisatieId} and (b.tot is null or b.tot > ctx_nu())
    union all select 'ontvanger_melding' from terugkoppeling where id = ${id}::uuid and organisatie_id = ${wie.organisatieId}
    union all select 'ontvanger_melding' from radar_kandidaat where id = ${id}::uuid and organisatie_id = ${wie.organisatieId}
    union all select 'melder_melding' from melding where id = ${id}::uuid and melder_organisatie_id = ${wie.organisatieId}
    union all select 'eigen_organisatie' where ${id}::uuid = ${wie.organisatieId}::uuid
    union all select 'eigenaar_termijn' from termijn where id = ${id}::uuid and eigenaar_organisatie_id = ${wie.organisatieId}
  `.execute(db);
  return rows.map((r) => r.deel);
}

/** What hangs on a casus and is named by its own id in an address; the parts in it are the parts in its casus. */
const AAN_CASUS = ['uitspraak', 'voorwaarde', 'afspraak', 'monitormoment', 'samenvoeging'] as const;

/** The casus of such a thing; null for another kind, and for what cannot be seen. */
async function casusVan(db: Transaction<Tabellen>, o: Onderwerp): Promise<string | null> {
  const tabel = AAN_CASUS.find((t) => t === o.soort);
  if (!tabel || !o.onderwerpId) return null;
  const rij = await db
    .selectFrom(tabel)
    .select('casus_id')
    .where('id', '=', o.onderwerpId)
    .executeTakeFirst();
  return rij?.casus_id ?? null;
}
