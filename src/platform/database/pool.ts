// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

const { types } = pg;
// a date is a day, not a moment; a count fits a number
types.setTypeParser(types.builtins.DATE, (w) => w);
types.setTypeParser(types.builtins.INT8, (w) => Number(w));

/** How the database is reached: a URL, or the managed server's socket. */
export type Verbinding =
  | string
  | { host: string; port: number; user: string; password: string; database: string };

function basis(verbinding: Verbinding): pg.PoolConfig {
  return typeof verbinding === 'string' ? { connectionString: verbinding } : verbinding;
}

/**
 * Connections of the app. They start as role houvast_app: outside the doors nothing can be seen, for lack of a context.
 * A statement that takes over 15 s is broken off; a connection that cannot be had within 5 s is an error, not a wait.
 */
export function maakAppPool(verbinding: Verbinding, max = 20): pg.Pool {
  const pool = new pg.Pool({
    ...basis(verbinding),
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'houvast',
    options: '-c role=houvast_app -c search_path=houvast,public -c timezone=UTC',
  });
  heelBijBreuk(pool);
  return pool;
}

/** Connections of the migrating user and the job queue; never used for a request. */
export function maakBeheerPool(verbinding: Verbinding, max = 4): pg.Pool {
  const pool = new pg.Pool({
    ...basis(verbinding),
    max,
    connectionTimeoutMillis: 5_000,
    application_name: 'houvast-beheer',
    options: '-c search_path=houvast,public -c timezone=UTC',
  });
  heelBijBreuk(pool);
  return pool;
}

/** A connection that breaks (database away for a minute) is replaced at the next use; it takes no server down. */
function heelBijBreuk(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}
