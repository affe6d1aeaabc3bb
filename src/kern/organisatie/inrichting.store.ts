// SPDX-License-Identifier: EUPL-1.2
// Brings the database up to the file of a region: all of it, or nothing.
import { type Kysely, sql, type Transaction } from 'kysely';
import { nieuwId } from '../../platform/acts/id.ts';
import type { Tabellen } from '../../platform/database/tabellen.ts';
import { sessieStore } from '../../platform/login/sessie.store.ts';
import { beslisInrichting, type Inrichting, type Inrichtingsplan, type Stand } from './inrichting.ts';

/** So many rows go in with one statement: PostgreSQL takes 65,535 values. */
const STUK = 1_000;

async function leesStand(tx: Transaction<Tabellen>): Promise<Stand> {
  const regios = await tx.selectFrom('regio').select(['regio_id as id', 'naam', 'fictief']).execute();
  // what closes or opens meanwhile waits for us, in the order in which everyone takes these locks
  const organisaties = await tx
    .selectFrom('organisatie')
    .select(['id', 'regio_id as regioId', 'naam', 'soort', 'gemeentecode', 'contact', 'gesloten_op'])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const teams = await tx
    .selectFrom('team')
    .select(['id', 'regio_id as regioId', 'organisatie_id as organisatieId', 'naam'])
    .orderBy('id')
    .execute();
  const medewerkers = await tx
    .selectFrom('medewerker')
    .select([
      'id',
      'regio_id as regioId',
      'organisatie_id as organisatieId',
      'team_id as teamId',
      'naam',
      'functie',
      'inlogcode',
      'actief',
    ])
    .orderBy('id')
    .execute();
  return {
    regios,
    organisaties: organisaties.map(({ gesloten_op, ...o }) => ({ ...o, open: gesloten_op === null })),
    teams,
    medewerkers,
  };
}

async function schrijf<T extends 'organisatie' | 'team' | 'medewerker' | 'handeling'>(
  tx: Transaction<Tabellen>,
  tabel: T,
  rijen: readonly Record<string, unknown>[],
): Promise<void> {
  for (let i = 0; i < rijen.length; i += STUK)
    await tx
      .insertInto(tabel)
      .values(rijen.slice(i, i + STUK) as never)
      .execute();
}

/** An act per addition and per change, as the system does its own: on behalf of who runs Houvast, by no worker. */
function handelingen(plan: Inrichtingsplan, nu: Date): Record<string, unknown>[] {
  const { regio } = plan;
  const rij = (onderwerp: string, inhoud: Record<string, unknown>) => ({
    regio_id: regio.id,
    id: nieuwId(nu),
    soort: 'regio.inrichten',
    op: nu,
    namens: 'beheer',
    doel: 'verantwoorden',
    onderwerp_id: onderwerp,
    inhoud: JSON.stringify(inhoud),
  });
  return [
    ...(regio.nieuw ? [rij(regio.id, { wat: 'regio' })] : []),
    ...plan.organisaties.map((o) => rij(o.id, { wat: 'organisatie', soort: o.soort })),
    ...plan.teams.map((t) => rij(t.id, { wat: 'team', organisatie: t.organisatieId })),
    ...plan.medewerkers.map((m) =>
      rij(m.id, { wat: 'medewerker', organisatie: m.organisatieId, team: m.teamId, functie: m.functie }),
    ),
    ...plan.vertrekken.map((m) => rij(m.id, { wat: 'vertrek', functie: m.functie })),
    // the code itself names a person
    ...plan.inlogcodes.map((m) => rij(m.id, { wat: 'inlogcode' })),
    // what it was stays on record
    ...plan.wijzigingen.map((w) =>
      rij(w.organisatieId, { wat: 'organisatie', veld: w.veld, van: w.van, naar: w.naar }),
    ),
  ];
}

async function voerUit(tx: Transaction<Tabellen>, plan: Inrichtingsplan, nu: Date): Promise<void> {
  const { id, naam, nieuw } = plan.regio;
  if (nieuw) await tx.insertInto('regio').values({ regio_id: id, naam }).execute();
  await schrijf(
    tx,
    'organisatie',
    plan.organisaties.map((o) => ({ regio_id: id, ...o })),
  );
  await schrijf(
    tx,
    'team',
    plan.teams.map((t) => ({ regio_id: id, id: t.id, organisatie_id: t.organisatieId, naam: t.naam })),
  );
  await schrijf(
    tx,
    'medewerker',
    plan.medewerkers.map((m) => ({
      regio_id: id,
      id: m.id,
      organisatie_id: m.organisatieId,
      team_id: m.teamId,
      naam: m.naam,
      functie: m.functie,
      inlogcode: m.inlogcode,
    })),
  );
  for (const m of plan.vertrekken) {
    await tx
      .updateTable('medewerker')
      .set((e) => ({ actief: false, versie: e('versie', '+', 1) }))
      .where('regio_id', '=', id)
      .where('id', '=', m.id)
      .execute();
    // what waits for a privacy officer is the next one's
    await tx
      .updateTable('termijn')
      .set({ eigenaar_medewerker_id: null })
      .where('regio_id', '=', id)
      .where('eigenaar_medewerker_id', '=', m.id)
      .where('afgerond_op', 'is', null)
      .execute();
    await sessieStore(tx).revokeSessiesVan(m.id, nu, 'ingetrokken');
  }
  for (const m of plan.inlogcodes) {
    await tx
      .updateTable('medewerker')
      .set((e) => ({ inlogcode: m.naar, versie: e('versie', '+', 1) }))
      .where('regio_id', '=', id)
      .where('id', '=', m.id)
      .execute();
    await sessieStore(tx).revokeSessiesVan(m.id, nu, 'ingetrokken');
  }
  for (const w of plan.wijzigingen)
    await tx
      .updateTable('organisatie')
      .set({ [w.veld]: w.naar })
      .where('regio_id', '=', id)
      .where('id', '=', w.organisatieId)
      .execute();
  await schrijf(tx, 'handeling', handelingen(plan, nu));
}

/**
 * Reads what is there, decides what is missing and puts it in, in one transaction. Two at a time wait for each other.
 * @param db connections of the migrating user: it may act as the owner of the tables
 * @param o.nu the moment of all that is written
 * @param o.proef true: does all of it and then takes it back, so that the answer is what would really happen
 * @returns what was added, changed and left as it is
 * @throws Inrichtingsfout when it may not be; nothing is changed then
 */
export async function richtRegioIn(
  db: Kysely<Tabellen>,
  wens: Inrichting,
  o: { nu: Date; proef: boolean },
): Promise<Inrichtingsplan> {
  const tx = await db.startTransaction().execute();
  try {
    await sql`select pg_advisory_xact_lock(hashtextextended('regio.inrichten', 11))`.execute(tx);
    await sql`set local role houvast_owner`.execute(tx);
    const plan = beslisInrichting(wens, await leesStand(tx), () => nieuwId(o.nu));
    // the owner is under row-level security too: this is the system at work, in this region
    await sql`select set_config('houvast.regio', ${plan.regio.id}, true), set_config('houvast.functie', 'systeem', true),
      set_config('houvast.nu', ${o.nu.toISOString()}, true)`.execute(tx);
    await voerUit(tx, plan, o.nu);
    if (o.proef) await tx.rollback().execute();
    else await tx.commit().execute();
    return plan;
  } catch (fout) {
    if (!tx.isCommitted && !tx.isRolledBack)
      await tx
        .rollback()
        .execute()
        .catch(() => undefined);
    throw fout;
  }
}
