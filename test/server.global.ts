// SPDX-License-Identifier: EUPL-1.2
// One PostgreSQL per project, with a migrated template that each test file copies.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../src/platform/database/launcher.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { maakBeheerPool } from '../src/platform/database/pool.ts';
import { migreerTaken } from '../src/platform/jobs/jobs.ts';

declare module 'vitest' {
  interface ProvidedContext {
    pg: { host: string; port: number; user: string; password: string; database: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const bron = project.config.env['HOUVAST_PG'] === 'systeem' ? 'systeem' : 'ingepakt';
  const map = await mkdtemp(join(tmpdir(), `houvast-test-${bron}-`));
  const server = await startPostgres({ map, bron, snel: true, zeg: () => undefined });
  const v = server.verbinding;
  const admin = new pg.Client(v);
  await admin.connect();
  await admin.query('create database sjabloon');
  await admin.end();
  const beheer = maakBeheerPool({ ...v, database: 'sjabloon' });
  await migreerTaken(beheer);
  await migrate(beheer, () => undefined);
  await beheer.end();
  project.provide('pg', {
    host: v.host,
    port: v.port,
    user: v.user,
    password: v.password,
    database: v.database,
  });
  return async () => {
    await server.stop();
    await rm(map, { recursive: true, force: true });
  };
}
