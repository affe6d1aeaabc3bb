// SPDX-License-Identifier: EUPL-1.2
// A fresh, migrated database per test file: copied from a template that the global set-up made (server.global.ts).
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { maakAppPool, maakBeheerPool, type Verbinding } from '../src/platform/database/pool.ts';

export interface TestDatabase {
  /** role houvast_app, as the server uses it */
  app: pg.Pool;
  /** the migrating user */
  beheer: pg.Pool;
  weg(): Promise<void>;
}

/** Where the global set-up left its server. */
function server(): Exclude<Verbinding, string> {
  return inject('pg');
}

/** Makes a database for one test file. Call `weg()` when done. */
export async function maakTestDatabase(sjabloon = 'sjabloon'): Promise<TestDatabase> {
  const basis = server();
  const naam = `t_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(basis);
  await admin.connect();
  // two files that copy the template at once: PostgreSQL refuses the second for a moment
  for (let poging = 0; ; poging++) {
    try {
      await admin.query(`create database ${naam} template ${sjabloon}`);
      break;
    } catch (fout) {
      if (poging >= 50) throw fout;
      await new Promise((klaar) => setTimeout(klaar, 100));
    }
  }
  await admin.end();
  const verbinding = { ...basis, database: naam };
  const app = maakAppPool(verbinding, 10);
  const beheer = maakBeheerPool(verbinding, 4);
  return {
    app,
    beheer,
    async weg() {
      await Promise.all([app.end(), beheer.end()]);
      const opruimer = new pg.Client(basis);
      await opruimer.connect();
      await opruimer.query(`drop database if exists ${naam} with (force)`);
      await opruimer.end();
    },
  };
}
