// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { startPostgres } from '../src/platform/database/launcher.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { maakAppPool, maakBeheerPool, type Verbinding } from '../src/platform/database/pool.ts';
import { migreerTaken } from '../src/platform/jobs/jobs.ts';

/**
 * A migrated database of its own for one measurement. Call `weg()` when done.
 * @param houd folder in which it is kept, for a next measurement on the same rows; without it the database is empty and is thrown away
 */
export async function startMeetserver(houd?: string): Promise<{
  verbinding: Exclude<Verbinding, string>;
  app: pg.Pool;
  beheer: pg.Pool;
  weg(): Promise<void>;
}> {
  const map = houd ?? (await mkdtemp(join(tmpdir(), 'houvast-bench-')));
  const server = await startPostgres({ map, zeg: console.error });
  const beheer = maakBeheerPool(server.verbinding);
  const app = maakAppPool(server.verbinding);
  await migreerTaken(beheer);
  await migrate(beheer, () => undefined);
  return {
    verbinding: server.verbinding,
    app,
    beheer,
    async weg() {
      await Promise.all([app.end(), beheer.end()]);
      await server.stop();
      if (!houd) await rm(map, { recursive: true, force: true });
    },
  };
}
