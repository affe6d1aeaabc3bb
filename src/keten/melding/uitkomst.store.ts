// SPDX-License-Identifier: EUPL-1.2
// Outcomes that do not reach the police, for whoever can do something about it.
import { type Kysely, sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { alsSysteem } from '../../platform/acts/opruim.store.ts';
import type { Tabellen } from '../../platform/database/tabellen.ts';

/** How long it is tried before somebody is told. Bron onbekend, standaardwaarde. */
const STIL_MS = 24 * 3_600_000;

/**
 * Tried, or kept waiting behind one of the same report that was, for a day; an outcome is tried as soon as it is written. What is not
 * tried at all the police fetch themselves.
 */
const onbezorgd = (nu: Date) => sql`
  select u.gemaakt_op from uitkomstmelding u where u.verzonden_op is null and u.gemaakt_op <= ${new Date(nu.getTime() - STIL_MS)}
    and exists (select from uitkomstmelding v where v.regio_id = u.regio_id and v.melding_id = u.melding_id
      and v.volgnummer <= u.volgnummer and v.verzonden_op is null and v.pogingen > 0)`;

/** Since when an outcome of this report does not reach the police; null when all is well. */
export async function findOnbezorgdSinds(tx: Tx, meldingId: string): Promise<Date | null> {
  const { rows } = await sql<{ sinds: Date | null }>`
    select min(gemaakt_op) as sinds from (${onbezorgd(tx.nu)} and u.melding_id = ${meldingId}) o`.execute(
    tx.db,
  );
  return rows[0]?.sinds ?? null;
}

export interface Onbezorgd {
  aantal: number;
  /** Of the oldest; null when there is none. */
  sinds: Date | null;
}

/** How many outcomes of a region do not reach the police: a number and a moment, nothing of anyone. */
export async function telOnbezorgd(db: Kysely<Tabellen>, regioId: string, nu: Date): Promise<Onbezorgd> {
  const { rows } = await alsSysteem(db, regioId, (tx) =>
    sql<Onbezorgd>`select count(*)::int as aantal, min(gemaakt_op) as sinds from (${onbezorgd(nu)}) o`.execute(
      tx,
    ),
  );
  return rows[0] ?? { aantal: 0, sinds: null };
}
