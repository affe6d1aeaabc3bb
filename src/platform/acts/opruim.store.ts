// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tabellen } from '../database/tabellen.ts';

/** Runs as the system in one region, for work on the house itself that is no act. */
export function alsSysteem<T>(
  db: Kysely<Tabellen>,
  regioId: string,
  fn: (db: Transaction<Tabellen>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('houvast.regio', ${regioId}, true), set_config('houvast.functie', 'systeem', true)`.execute(
      tx,
    );
    return fn(tx);
  });
}

/**
 * Throws away what has had its time: answers kept for a second click after a day, sessions a day after they could last be used.
 * @returns how many rows went
 */
export function ruimOp(db: Kysely<Tabellen>, regioId: string, nu: Date): Promise<number> {
  return alsSysteem(db, regioId, async (tx) => {
    const { rows } = await sql<{ n: number }>`select houvast.ruim_op(${nu}) as n`.execute(tx);
    return rows[0]?.n ?? 0;
  });
}
