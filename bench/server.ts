// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { bouwHuis } from '../src/huis.ts';
import type { Wie } from '../src/platform/acts/deur.ts';
import { startPostgres } from '../src/platform/database/launcher.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { maakAppPool, maakBeheerPool, type Verbinding } from '../src/platform/database/pool.ts';
import { maakServer } from '../src/platform/http/server.ts';
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

export type Meetdeur = Pick<FastifyInstance, 'inject' | 'close'>;

/**
 * The whole API of a house, without a network and without a limit on how often one asks.
 * @param wie who asks, at each request anew
 */
export async function openMeetdeur(huis: ReturnType<typeof bouwHuis>, wie: () => Wie): Promise<Meetdeur> {
  const http = await maakServer({
    adres: 'http://127.0.0.1:8080',
    demo: true,
    webMap: '/bestaat-niet',
    versie: '1.0.0',
    klok: huis.klok,
    logger: false,
    grenzen: { ingelogd: 1_000_000, onbekend: 1_000_000 },
    gezond: async () => ({ goed: true, redenen: [] }),
    wieIs: async () => wie(),
    voor: async () => undefined,
    api: huis.api,
    anders: huis.anders,
  });
  await http.ready();
  return http;
}
