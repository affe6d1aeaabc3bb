// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';
import type { Tabellen } from '../database/tabellen.ts';
import { bezorg } from '../messages/bezorg.ts';
import { alsSysteem } from './opruim.store.ts';
import { alsOtlp, type LogRecord } from './otlp.ts';

/** Links at a time: the next round goes on. */
const HOOGSTENS = 50;

/**
 * Sends what was sealed since the last time to a collector, link by link. A link that does not arrive is sent again later; the
 * receiver knows a span that it has by its id.
 * @returns how many links arrived
 */
export async function voerLogUit(
  db: Kysely<Tabellen>,
  regioId: string,
  url: string | undefined,
  nu: Date,
): Promise<number> {
  if (!url) return 0;
  for (let links = 0; links < HOOGSTENS; links++) {
    const { rows } = await alsSysteem(db, regioId, (tx) =>
      sql<{
        nr: number;
        records: LogRecord[];
      }>`select nr, records from houvast.log_uit_te_voeren(${regioId})`.execute(tx),
    );
    const link = rows[0];
    if (!link) return links;
    if (link.records.length > 0) {
      const uit = await bezorg('POST', url, alsOtlp(link.records, regioId), `logzegel-${regioId}-${link.nr}`);
      if (!uit.gelukt) return links;
    }
    await alsSysteem(db, regioId, (tx) =>
      sql`select houvast.log_uitgevoerd(${regioId}, ${link.nr}, ${nu})`.execute(tx),
    );
  }
  return HOOGSTENS;
}
