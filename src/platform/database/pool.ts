// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import pg from 'pg';

const { types } = pg;
// a date is a day, not a moment; a count fits a number
types.setTypeParser(types.builtins.DATE, (w) => w);
types.setTypeParser(types.builtins.INT8, (w) => Number(w));
/** Lists of int4 and of int8, by their numbers in pg_type. */
const [INT4_LIJST, INT8_LIJST] = [1007, 1016];
types.setTypeParser(INT8_LIJST, types.getTypeParser(INT4_LIJST));

/** How the database is reached: a URL, or the managed server's socket. */
export type Verbinding =
  | string
  | { host: string; port: number; user: string; password: string; database: string };

/** More different statements than these stay without a name: a list of unusual length must not fill the server's memory. */
const HOOGSTENS_BENOEMD = 1_000;
const namen = new Map<string, string>();

function naamVan(tekst: string): string | undefined {
  const bekend = namen.get(tekst);
  if (bekend !== undefined || namen.size >= HOOGSTENS_BENOEMD) return bekend;
  const naam = `hv_${createHash('sha256').update(tekst).digest('base64url').slice(0, 24)}`;
  namen.set(tekst, naam);
  return naam;
}

/**
 * A connection that names every statement with values, so that PostgreSQL parses and plans it once per connection. Under
 * row-level security planning is most of the work of a small question.
 */
class BenoemendeClient extends pg.Client {
  // pg.Client#query has ten overloads; only (text, values) is changed, every other way of asking is passed on
  // biome-ignore lint/suspicious/noExplicitAny: see above
  override query(...vraag: any[]): any {
    const [tekst, waarden] = vraag;
    if (vraag.length === 2 && typeof tekst === 'string' && Array.isArray(waarden) && waarden.length > 0) {
      const name = naamVan(tekst);
      if (name !== undefined) return super.query({ name, text: tekst, values: waarden });
    }
    return super.query(...(vraag as [string]));
  }
}

function basis(verbinding: Verbinding): pg.PoolConfig {
  return typeof verbinding === 'string' ? { connectionString: verbinding } : verbinding;
}

/**
 * Connections of the app. They start as role houvast_app: outside the doors nothing can be seen, for lack of a context.
 * A statement that takes over 15 s is broken off; a connection that cannot be had within 5 s is an error, not a wait. No statement
 * gets helping processes: on a large register starting them took ten times as long as a look-up itself, and nobody who asks may take
 * all processors. A statement is planned once per connection and not five times first, and never compiled: under row-level security either
 * takes longer than most statements themselves.
 */
export function maakAppPool(verbinding: Verbinding, max = 20): pg.Pool {
  const pool = new pg.Pool({
    ...basis(verbinding),
    Client: BenoemendeClient,
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'houvast',
    options:
      '-c role=houvast_app -c search_path=houvast,public -c timezone=UTC -c max_parallel_workers_per_gather=0 ' +
      '-c plan_cache_mode=force_generic_plan -c jit=off',
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
