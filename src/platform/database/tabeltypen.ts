// SPDX-License-Identifier: EUPL-1.2
import type { Pool } from 'pg';

const TYPE: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  timestamptz: 'Date',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  bytea: 'Buffer',
  _int8: 'number[]',
  _text: 'string[]',
  _uuid: 'string[]',
};

/** The Kysely types of every table in schema houvast, as TypeScript source. jsonb is read as unknown and written as text. */
export async function maakTabeltypen(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{
    tabel: string;
    kolom: string;
    type: string;
    leeg: boolean;
    standaard: boolean;
    afgeleid: boolean;
  }>(`
    select c.relname as tabel, a.attname as kolom, t.typname as type, not a.attnotnull as leeg,
           a.atthasdef and a.attgenerated = '' as standaard, a.attgenerated <> '' as afgeleid
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'houvast'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`);
  const tabellen = new Map<string, string[]>();
  for (const r of rows) {
    const kaal = r.type === 'jsonb' ? 'Json' : (TYPE[r.type] ?? 'unknown');
    const waarde = r.leeg ? `${kaal} | null` : kaal;
    const veld =
      r.type === 'jsonb' && r.standaard
        ? 'JsonMetStandaard'
        : r.afgeleid
          ? `ColumnType<${waarde}, never, never>`
          : r.standaard
            ? `Generated<${waarde}>`
            : waarde;
    const velden = tabellen.get(r.tabel) ?? [];
    velden.push(`    ${r.kolom}: ${veld};`);
    tabellen.set(r.tabel, velden);
  }
  const regels = [...tabellen].map(([tabel, velden]) => `  ${tabel}: {\n${velden.join('\n')}\n  };`);
  return [
    '// SPDX-License-Identifier: EUPL-1.2',
    '// Made by `npm run tabellen` from the migrated database. Do not edit.',
    "import type { ColumnType, Generated } from 'kysely';",
    '',
    '/** jsonb: comes back parsed, goes in as JSON text. */',
    'type Json = ColumnType<unknown, string, string>;',
    'type JsonMetStandaard = ColumnType<unknown, string | undefined, string>;',
    '',
    'export interface Tabellen {',
    ...regels,
    '}',
    '',
  ].join('\n');
}
