// SPDX-License-Identifier: EUPL-1.2
import { sql, type Transaction } from 'kysely';
import type { Onderwerp, Tx, Wie } from '../../platform/acts/deur.ts';
import type { Tabellen } from '../../platform/database/tabellen.ts';

/**
 * Which parts the asker has in a subject now: houder, betrokken, eigen_dossier (the part of the own organisation ended; the noodknop opens
 * more, and is then what it looks by; of one that closed its successor keeps it), regisseur, ontvanger_melding, ontvanger_overdracht,
 * gever_overdracht, eigenaar_termijn, eigen_inzage (the asker was shown it, a day at most), melder_melding (the own organisation
 * reported it), eigen_organisatie, noodknop, partner and
 * partner_… (a share, by part), teamleider_belang, fg_belang (no team leader can decide), and uitgesloten (sealed, or a conflict of
 * interest). One round trip; row-level security applies, so the unseen has no parts.
 */
export async function zoekRelaties(db: Transaction<Tabellen>, wie: Wie, o: Onderwerp): Promise<string[]> {
  if (!o.casusId && !o.onderwerpId) return [];
  const casus = o.casusId ?? (await casusVan(db, o));
  const id = o.onderwerpId ?? null;
  // what hangs on the subject itself is asked only where there is one: under row-level security each table more is felt at every door
  const vanOnderwerp = id
    ? sql`
    union all select 'ontvanger_melding' from melding where id = ${id}::uuid and organisatie_id = ${wie.organisatieId}
    union all select 'ontvanger_melding' from beoordeling where id = ${id}::uuid and organisatie_id = ${wie.organisatieId}
    union all select 'ontvanger_overdracht' from overdracht where id = ${id}::uuid and naar_organisatie_id = ${wie.organisatieId}
    union all select 'gever_overdracht' from overdracht where id = ${id}::uuid and van_organisatie_id = ${wie.organisatieId}
    union all select 'betrokken' from overdracht o join betrokkenheid b on b.regio_id = o.regio_id and b.casus_id = o.casus_id
      where o.id = ${id}::uuid and b.organisatie_id = ${wie.organisatieId} and (b.tot is null or b.tot > ctx_nu())
    union all select 'betrokken' from samenvoeging where id = ${id}::uuid and heeft_deel(bron_casus_id)
    union all select 'ontvanger_melding' from terugkoppeling where id = ${id}::uuid and organisatie_id = ${wie.organisatieId}
    union all select 'ontvanger_melding' from radar_kandidaat where id = ${id}::uuid and organisatie_id = ${wie.organisatieId}
    union all select 'eigen_inzage' from radar_inzage where id = ${id}::uuid and medewerker_id = ${wie.medewerkerId} and op > ctx_nu() - interval '1 day'
    union all select 'melder_melding' from melding where id = ${id}::uuid and melder_organisatie_id = ${wie.organisatieId}
    union all select 'eigen_organisatie' where ${id}::uuid = ${wie.organisatieId}::uuid
    union all select case when ctx_fg() then 'fg_belang' else 'teamleider_belang' end from belang
      where id = ${id}::uuid and (not ctx_fg() or belang_bij_fg(id))
    union all select 'eigenaar_termijn' from termijn where id = ${id}::uuid and eigenaar_organisatie_id = ${wie.organisatieId}`
    : sql``;
  const { rows } = await sql<{ deel: string }>`
    select 'houder' as deel from zicht where casus_id = ${casus}::uuid and tot is null and organisatie_id = ${wie.organisatieId}
    union all select case when tot is null or tot > ctx_nu() then 'betrokken' else 'eigen_dossier' end from betrokkenheid
      where casus_id = ${casus}::uuid and organisatie_id = ${wie.organisatieId} and (tot is null or tot > ctx_nu() or casus_id <> all (ctx_nood())
        and exists (select from organisatie o where o.id = betrokkenheid.organisatie_id and o.gesloten_op is null))
    union all select 'regisseur' from casus where id = ${casus}::uuid and regisseur_id = ${wie.medewerkerId}
    union all select 'noodknop' where ${casus}::uuid = any (ctx_nood())
    union all select unnest('partner'::text || array(select 'partner_' || o from unnest(d.onderdelen) o)) from deling d
      where d.casus_id = ${casus}::uuid and d.casus_id = any (ctx_gedeeld('casus')) and d.naar_organisatie_id = ${wie.organisatieId}
    union all select 'uitgesloten' where ${casus}::uuid = any (ctx_dicht())
    ${vanOnderwerp}
  `.execute(db);
  return rows.map((r) => r.deel);
}

/** What hangs on a casus and is named by its own id in an address; the parts in it are the parts in its casus. */
const AAN_CASUS = ['uitspraak', 'voorwaarde', 'afspraak', 'monitormoment', 'samenvoeging', 'deling'] as const;

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

export interface Betrokkene {
  organisatieId: string;
  organisatieNaam: string;
  grond: string;
  /** Holds zicht now. */
  houder: boolean;
  vanaf: Date;
}

/**
 * The organisations that have a part in a casus now, the holder first. What a part is given with is seen by its own organisation
 * only (row-level security), so this looks across it: for whoever has a part in this very casus.
 */
export async function listBetrokkenen(tx: Tx, casusId: string): Promise<Betrokkene[]> {
  const { rows } = await tx.overGrens(() =>
    sql<Betrokkene>`
      select b.organisatie_id as "organisatieId", o.naam as "organisatieNaam", b.grond, z.id is not null as houder, b.vanaf
      from betrokkenheid b
      join organisatie o on o.regio_id = b.regio_id and o.id = b.organisatie_id
      left join zicht z on z.regio_id = b.regio_id and z.casus_id = b.casus_id and z.organisatie_id = b.organisatie_id and z.tot is null
      where b.casus_id = ${casusId} and (b.tot is null or b.tot > ${tx.nu})
      order by houder desc, o.naam, o.id`.execute(tx.db),
  );
  return rows;
}
