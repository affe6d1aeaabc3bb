// SPDX-License-Identifier: EUPL-1.2
// Writes the table types from a freshly migrated database, so that the stores cannot drift from the tables.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../src/platform/database/launcher.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { maakBeheerPool } from '../src/platform/database/pool.ts';
import { maakTabeltypen } from '../src/platform/database/tabeltypen.ts';
import { migreerTaken } from '../src/platform/jobs/jobs.ts';

const map = await mkdtemp(join(tmpdir(), 'houvast-tabellen-'));
const server = await startPostgres({ map, snel: true, zeg: console.error });
const beheer = maakBeheerPool(server.verbinding);
await migreerTaken(beheer);
await migrate(beheer, console.error);
await writeFile(
  new URL('../src/platform/database/tabellen.ts', import.meta.url),
  await maakTabeltypen(beheer),
);
await beheer.end();
await server.stop();
await rm(map, { recursive: true, force: true });
