// SPDX-License-Identifier: EUPL-1.2
// Computes what a melding is (handbook 3.4) from the links and casussen as they are believed now, and keeps it on the melding.
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import {
  type Betrokkenheid,
  bepaalBetrokkenheid,
  type EerdereBetrokkenheid,
  type LopendeCasus,
  type Stadium,
} from './betrokkenheid.ts';

/** What changed about one melding because of an act. */
export interface Betrokkenheidswijziging {
  meldingId: string;
  van: string;
  naar: string;
}

/**
 * Where a casus stood for Veilig Thuis at a moment, by what was recorded (S:11): a beoordeling of an earlier melding not yet
 * decided; else monitoring, when another organisation held zicht or a monitoring term ran; else after the beoordeling. Null
 * when nothing of it is on record.
 */
async function stadiumOp(tx: Tx, casusId: string, meldingId: string, op: Date): Promise<Stadium | null> {
  const { rows } = await sql<{ beoordeelt: boolean; monitort: boolean; beoordeeld: boolean }>`
    select
      exists (select from beoordeling b join melding m on m.regio_id = b.regio_id and m.id = b.melding_id
        where b.casus_id = ${casusId} and b.melding_id <> ${meldingId} and m.ontvangen_op < ${op} and m.status <> 'ingetrokken'
          and (b.vastgesteld_op is null or b.vastgesteld_op > ${op})) as beoordeelt,
      exists (select from zicht z join organisatie o on o.regio_id = z.regio_id and o.id = z.organisatie_id
        where z.casus_id = ${casusId} and z.vanaf <= ${op} and (z.tot is null or z.tot > ${op}) and o.soort <> 'veilig_thuis')
      or exists (select from termijn t where t.casus_id = ${casusId} and t.soort like 'monitor\\_%' and t.begint_op <= ${op}
          and (t.afgerond_op is null or t.afgerond_op > ${op})) as monitort,
      exists (select from beoordeling b where b.casus_id = ${casusId} and b.melding_id <> ${meldingId} and b.vastgesteld_op <= ${op}) as beoordeeld
  `.execute(tx.db);
  const s = rows[0];
  if (s?.beoordeelt) return 'tijdens veiligheidsbeoordeling';
  if (s?.monitort) return 'tijdens monitoring';
  return s?.beoordeeld ? 'na veiligheidsbeoordeling' : null;
}

/**
 * Questions of a melding that nobody settled yet: a mention that was joined to someone asks no more. `onzeker` counts what can
 * still change the outcome: not a witness, and also what someone could not say.
 */
export async function telOpenVragen(tx: Tx, meldingId: string): Promise<{ vragen: number; onzeker: number }> {
  const { rows } = await sql<{ vragen: number; onzeker: number }>`
    select count(*) filter (where k.oordeel = 'vraag') as vragen, count(*) filter (where exists (select from casus_persoon cp
        where cp.regio_id = k.regio_id and cp.vermelding_id = k.vermelding_id and cp.directbetrokken)) as onzeker
    from radar_kandidaat k
    where k.melding_id = ${meldingId} and k.oordeel in ('vraag', 'weet_niet') and not exists (
      select from radar_kandidaat z where z.vermelding_id = k.vermelding_id and z.oordeel in ('zelfde', 'zelf_gekoppeld'))`.execute(
    tx.db,
  );
  return rows[0] ?? { vragen: 0, onzeker: 0 };
}

/** What a melding is, by what is known now. Null when there is no such melding. */
async function bepaal(
  tx: Tx,
  meldingId: string,
): Promise<{ nu: string; uitleg: string; uit: Betrokkenheid } | null> {
  const m = await tx.db
    .selectFrom('melding')
    .select(['casus_id', 'ontvangen_op', 'betrokkenheid', 'betrokkenheid_uitleg'])
    .where('id', '=', meldingId)
    .executeTakeFirst();
  if (!m) return null;
  const op = m.ontvangen_op;
  // Directbetrokkenen of this melding, each with the periods of the casussen that they were in before it came. What this very
  // melding says does not make anyone known; what moved here from another casus counts from when it was said.
  const { rows } = await sql<{
    persoon_id: string;
    casus_id: string | null;
    directbetrokken: boolean | null;
    vanaf: Date | null;
    tot: Date | null;
  }>`
    with genoemd as (
      select distinct k.persoon_id from melding_vermelding mv
      join koppeling k on k.regio_id = mv.regio_id and k.vermelding_id = mv.vermelding_id and k.tot is null
      where mv.melding_id = ${meldingId} and exists (select from casus_persoon cp
        where cp.regio_id = mv.regio_id and cp.vermelding_id = mv.vermelding_id and cp.directbetrokken)
    ), periode as not materialized (
      -- while it was one with another it was not closed: a samenvoeging that was undone ends no period
      select p.regio_id, p.casus_id, p.vanaf, case when s.id is null then p.tot else v.tot end as tot from casus_periode p
      left join samenvoeging s on s.regio_id = p.regio_id and s.bron_casus_id = p.casus_id and s.op = p.tot and s.ongedaan_op is not null
      left join casus_periode v on v.regio_id = s.regio_id and v.casus_id = s.bron_casus_id and v.vanaf = s.ongedaan_op
    )
    select g.persoon_id, e.casus_id, e.directbetrokken, e.vanaf, e.tot from genoemd g left join lateral (
      select cp.casus_id, bool_or(cp.directbetrokken) as directbetrokken, p.vanaf, p.tot from koppeling k
      join casus_persoon cp on cp.regio_id = k.regio_id and cp.vermelding_id = k.vermelding_id
      join periode p on p.regio_id = cp.regio_id and p.casus_id = cp.casus_id and (p.tot is null or p.tot > cp.vanaf)
      where k.persoon_id = g.persoon_id and k.tot is null and cp.vanaf < ${op}
        and not exists (select from melding_vermelding mv where mv.melding_id = ${meldingId} and mv.vermelding_id = k.vermelding_id)
      group by cp.casus_id, p.vanaf, p.tot) e on true`.execute(tx.db);
  const personen = new Map<string, EerdereBetrokkenheid[]>();
  for (const r of rows) {
    const lijst = personen.get(r.persoon_id) ?? [];
    if (r.casus_id !== null && r.vanaf !== null) {
      lijst.push({
        casusId: r.casus_id,
        directbetrokkene: r.directbetrokken ?? false,
        geopend: r.vanaf.toISOString(),
        gesloten: r.tot?.toISOString() ?? null,
      });
    }
    personen.set(r.persoon_id, lijst);
  }
  const liep = await tx.db
    .selectFrom('casus_periode')
    .select(['vanaf', 'tot'])
    .where('casus_id', '=', m.casus_id)
    .where('vanaf', '<', op)
    .where((e) => e.or([e('tot', 'is', null), e('tot', '>', op)]))
    .executeTakeFirst();
  const toegevoegdAan: LopendeCasus | null = liep
    ? {
        casusId: m.casus_id,
        geopend: liep.vanaf.toISOString(),
        gesloten: liep.tot?.toISOString() ?? null,
        stadium: await stadiumOp(tx, m.casus_id, meldingId, op),
      }
    : null;
  const { onzeker } = await telOpenVragen(tx, meldingId);
  const uit = bepaalBetrokkenheid({
    ontvangen: op.toISOString(),
    directbetrokkenen: [...personen].map(([persoonId, eerder]) => ({ persoonId, eerder })),
    toegevoegdAan,
    openVragen: onzeker,
  });
  return { nu: m.betrokkenheid, uitleg: m.betrokkenheid_uitleg, uit };
}

/**
 * Computes meldingen anew and keeps what changed on them; the earlier value stays in the act of the caller.
 * @returns only those whose group changed
 */
export async function herbereken(tx: Tx, meldingIds: readonly string[]): Promise<Betrokkenheidswijziging[]> {
  const gewijzigd: Betrokkenheidswijziging[] = [];
  await tx.overGrens(async () => {
    for (const meldingId of [...new Set(meldingIds)].sort()) {
      const b = await bepaal(tx, meldingId);
      if (!b || (b.nu === b.uit.soort && b.uitleg === b.uit.uitleg)) continue;
      await tx.db
        .updateTable('melding')
        .set({ betrokkenheid: b.uit.soort, betrokkenheid_uitleg: b.uit.uitleg })
        .where('id', '=', meldingId)
        .execute();
      if (b.nu !== b.uit.soort) gewijzigd.push({ meldingId, van: b.nu, naar: b.uit.soort });
    }
  });
  return gewijzigd;
}

/**
 * Two answers about one melding at once: the second waits here for the first, and counts what it left. To be asked when the answer is
 * written and before anything is counted.
 */
export async function vergrendelMeldingen(tx: Tx, meldingIds: readonly string[]): Promise<void> {
  await tx.overGrens(() =>
    tx.db
      .selectFrom('melding')
      .select('id')
      .where('id', 'in', [...new Set(meldingIds)])
      .orderBy('id')
      .forNoKeyUpdate()
      .execute(),
  );
}

/** The meldingen that name any of these persons: what is believed about a person can change each of them. */
export async function listMeldingenVan(tx: Tx, persoonIds: readonly string[]): Promise<string[]> {
  if (persoonIds.length === 0) return [];
  return tx.overGrens(async () => {
    const rijen = await tx.db
      .selectFrom('koppeling as k')
      .innerJoin('melding_vermelding as mv', (j) =>
        j.onRef('mv.regio_id', '=', 'k.regio_id').onRef('mv.vermelding_id', '=', 'k.vermelding_id'),
      )
      .select('mv.melding_id')
      .distinct()
      .where('k.persoon_id', 'in', [...persoonIds])
      .where('k.tot', 'is', null)
      .execute();
    return rijen.map((r) => r.melding_id);
  });
}
