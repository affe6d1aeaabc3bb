// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';

/** Any fixed number: two servers that start together must not migrate together. */
const SLOT = 4_868_225;
const MAP = join(import.meta.dirname, 'migraties');

interface Migratie {
  naam: string;
  som: string;
  tekst: string;
}

async function leesMigraties(): Promise<Migratie[]> {
  const namen = (await readdir(MAP)).filter((n) => /^\d{4}_.+\.sql$/.test(n)).sort();
  return Promise.all(
    namen.map(async (naam) => {
      const tekst = await readFile(join(MAP, naam), 'utf8');
      return { naam, tekst, som: createHash('sha256').update(tekst).digest('hex') };
    }),
  );
}

/** Names of migrations that are in the code and not yet in the database; used by /gezond. */
export async function openMigraties(pool: Pool): Promise<string[]> {
  const gedaan = await pool.query<{ naam: string }>('select naam from houvast.migratie');
  const namen = new Set(gedaan.rows.map((r) => r.naam));
  return (await leesMigraties()).map((m) => m.naam).filter((n) => !namen.has(n));
}

/**
 * Brings the database to the shape of this code. Each file runs in a transaction of its own, in order of its number.
 * Throws with a Dutch sentence when a file that already ran has changed since, or when the database is newer than the code.
 * @param pool connections of the migrating user (owner of the schema)
 * @returns the names of the files that ran now
 */
export async function migrate(pool: Pool, zeg: (regel: string) => void): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [SLOT]);
    await client.query('create schema if not exists houvast');
    await client.query(
      `create table if not exists houvast.migratie (naam text primary key, som text not null, op timestamptz not null default now())`,
    );
    const gedaan = new Map(
      (await client.query<{ naam: string; som: string }>('select naam, som from houvast.migratie')).rows.map(
        (r) => [r.naam, r.som],
      ),
    );
    const migraties = await leesMigraties();
    for (const naam of gedaan.keys()) {
      if (!migraties.some((m) => m.naam === naam)) {
        throw new Error(
          `De database is nieuwer dan dit programma (migratie ${naam} is hier onbekend). Start een nieuwere versie van Houvast.`,
        );
      }
    }
    const nu: string[] = [];
    for (const m of migraties) {
      const som = gedaan.get(m.naam);
      if (som === m.som) continue;
      if (som !== undefined) {
        throw new Error(
          `Migratie ${m.naam} is gewijzigd nadat zij is uitgevoerd. Zet het bestand terug, of begin met een lege database.`,
        );
      }
      zeg(`database: ${m.naam}`);
      await client.query('begin');
      try {
        await client.query(m.tekst);
        await client.query('reset role');
        await client.query('insert into houvast.migratie (naam, som) values ($1, $2)', [m.naam, m.som]);
        await client.query('commit');
      } catch (fout) {
        await client.query('rollback');
        throw fout;
      }
      nu.push(m.naam);
    }
    return nu;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [SLOT]).catch(() => undefined);
    client.release();
  }
}
