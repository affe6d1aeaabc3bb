// SPDX-License-Identifier: EUPL-1.2
import { defineConfig } from 'vitest/config';
import { isSysteemPostgres } from './scripts/lib/postgres.mjs';

const basis = {
  globalSetup: './test/server.global.ts',
  testTimeout: 120_000,
  hookTimeout: 180_000,
  isolate: false,
  // One file at a time on one server, however many cores there are: sealing the log waits for every transaction of that server.
  maxWorkers: 1,
};
const database = [
  'src/**/*.{store,api,access,clock,leak,job,invoer,migratie}.test.ts',
  'test/**/*.{store,api,access,clock,leak,job,invoer}.test.ts',
  'demo/regio/*.store.test.ts',
];

/** Tests that start and kill whole programs: they wait more than they work. */
const processen = '**/*.proces.test.{ts,mjs}';

/**
 * Files share what they import (isolate: false): the house is read and compiled once, which halves the time. What a file leaves in a
 * module, the next one finds; every file therefore makes a house and a database of its own. Unit tests run once; what needs a database runs on the packaged PostgreSQL 18 and on the
 * system's, where there is one.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'regels',
          isolate: false,
          include: ['{src,demo,test,bench,scripts}/**/*.test.{ts,tsx,mjs}'],
          exclude: [...database, '**/*.browser.test.ts', processen, '**/node_modules/**'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'processen',
          include: [processen],
          exclude: ['**/node_modules/**'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      { test: { ...basis, name: 'pg18', include: database, env: { HOUVAST_PG: 'ingepakt' } } },
      ...(isSysteemPostgres()
        ? [{ test: { ...basis, name: 'pg-systeem', include: database, env: { HOUVAST_PG: 'systeem' } } }]
        : []),
      {
        test: {
          ...basis,
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          env: { HOUVAST_PG: 'ingepakt' },
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
