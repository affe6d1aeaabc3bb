// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Tabellen } from '../database/tabellen.ts';
import { type Breuk, controleerRegels, controleerSchakel, leesRegels, type Zegel } from './zegel.ts';

/**
 * Seals what was written to the logs of a region and can no longer be overtaken.
 * @returns how many records are in the new link; 0: there was nothing to seal
 */
export async function zegelLog(db: Kysely<Tabellen>, regioId: string, nu: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select houvast.zegel_log(${regioId}, ${nu}) as n`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Whether a link of this region has this hash (hex). */
export async function findSchakel(beheer: Pool, regioId: string, hash: string): Promise<boolean> {
  const { rowCount } = await beheer.query(
    `select from houvast.logzegel where regio_id = $1 and hash = decode($2, 'hex')`,
    [regioId, hash],
  );
  return rowCount !== 0;
}

export interface Logcontrole {
  zegels: number;
  records: number;
  /** Written and not sealed yet. */
  ongezegeld: number;
  /** Hash of the last link in hex: who keeps it can show later that this chain was not replaced. */
  kop: string | null;
  breuken: Breuk[];
}

interface ZegelRij {
  nr: string | number;
  vorige: Buffer;
  regels: Buffer;
  hash: Buffer;
}

/**
 * Walks the chain of a region link by link, and the records with it.
 * @param beheer connections of the migrating user: the app's role cannot read the log
 */
export async function controleerLog(beheer: Pool, regioId: string): Promise<Logcontrole> {
  const client = await beheer.connect();
  const breuken: Breuk[] = [];
  const gezien = new Set<string>();
  try {
    // one moment for all: what is written meanwhile is no breach
    await client.query('begin isolation level repeatable read read only');
    const hashes = async (waar: string, waarden: unknown[]) =>
      new Map(
        (
          await client.query<{ id: string; hash: string }>(
            `select v.id, encode(houvast.log_hash(v), 'hex') as hash from houvast.verwerkingslog v where v.regio_id = $1 and ${waar}
             union all select v.id, encode(houvast.log_hash(v), 'hex') from houvast.besluitlog v where v.regio_id = $1 and ${waar}`,
            [regioId, ...waarden],
          )
        ).rows.map((r) => [r.id, r.hash] as const),
      );
    let vorige: Zegel | null = null;
    let zegels = 0;
    for (;;) {
      const { rows } = await client.query<ZegelRij>(
        'select nr, vorige, regels, hash from houvast.logzegel where regio_id = $1 and nr > $2 order by nr limit 1',
        [regioId, vorige?.nr ?? 0],
      );
      const rij = rows[0];
      if (!rij) break;
      const zegel: Zegel = { nr: Number(rij.nr), vorige: rij.vorige, regels: rij.regels, hash: rij.hash };
      breuken.push(...controleerSchakel(zegel, vorige));
      const verzegeld = leesRegels(zegel.regels);
      for (const id of verzegeld.keys()) gezien.add(id);
      breuken.push(
        ...controleerRegels(
          zegel.nr,
          verzegeld,
          await hashes('v.id = any($2::uuid[])', [[...verzegeld.keys()]]),
        ),
      );
      vorige = zegel;
      zegels += 1;
    }
    const wacht = new Map(
      (
        await client.query<{ id: string; hash: string }>(
          `select id, encode(hash, 'hex') as hash from houvast.log_ongezegeld where regio_id = $1`,
          [regioId],
        )
      ).rows.map((r) => [r.id, r.hash] as const),
    );
    // what is in no link must be waiting for one; anything else was put in from behind
    const rest = await hashes('not (v.id = any($2::uuid[]))', [[...gezien]]);
    breuken.push(...controleerRegels(null, wacht, rest));
    return {
      zegels,
      records: gezien.size,
      ongezegeld: wacht.size,
      kop: vorige === null ? null : Buffer.from(vorige.hash).toString('hex'),
      breuken,
    };
  } finally {
    await client.query('rollback');
    client.release();
  }
}
