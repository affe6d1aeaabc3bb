// SPDX-License-Identifier: EUPL-1.2
// What sealing costs those who write: acts per second with a sealer that comes by every second (in the server: every minute), beside
// the same without one, in turns within one run. By hand: `node bench/zegel.ts`.
import { Kysely, PostgresDialect } from 'kysely';
import { nieuwId } from '../src/platform/acts/id.ts';
import { zegelLog } from '../src/platform/acts/zegel.store.ts';
import type { Tabellen } from '../src/platform/database/tabellen.ts';
import { startMeetserver } from './server.ts';

const SCHRIJVERS = 8;
const BEURTEN = 6;
const SECONDEN = 4;
const REGIO = '00000000-0000-7000-8000-000000000001';

const server = await startMeetserver();
const { app } = server;
const db = new Kysely<Tabellen>({ dialect: new PostgresDialect({ pool: app }) });

function regel(): [string, string] {
  const nu = new Date();
  const deel = { regio_id: REGIO, trace_id: 'a'.repeat(32), span_id: 'b'.repeat(16) };
  const besluit = {
    ...deel,
    id: nieuwId(nu),
    status_code: 1,
    op: nu,
    request: {},
    response: {},
    policies: [],
  };
  const record = {
    ...deel,
    id: nieuwId(nu),
    status_code: 1,
    name: 'meting',
    start_time: nu,
    end_time: nu,
    processing_activity_id: 'urn:houvast:verwerking:meting',
    data_subject_id: 'c'.repeat(64),
    functie: 'vt_medewerker',
    namens: 'Meting (fictief)',
    doel: 'melden',
    beleidsversie: 'meting',
  };
  return [JSON.stringify(besluit), JSON.stringify([record])];
}

/** Acts per second by all writers together; `zegels`: with a sealer beside them. */
async function meet(zegels: boolean): Promise<number> {
  let loopt = true;
  let geschreven = 0;
  const schrijf = async () => {
    while (loopt) {
      await app.query("select houvast.log_verwerking($1, '{}', $2)", regel());
      geschreven += 1;
    }
  };
  const zegel = async () => {
    while (loopt) {
      await zegelLog(db, REGIO, new Date());
      await new Promise((klaar) => setTimeout(klaar, 1_000));
    }
  };
  const begin = performance.now();
  const alles = [...Array.from({ length: SCHRIJVERS }, schrijf), ...(zegels ? [zegel()] : [])];
  await new Promise((klaar) => setTimeout(klaar, SECONDEN * 1000));
  loopt = false;
  await Promise.all(alles);
  return geschreven / ((performance.now() - begin) / 1000);
}

const midden = (lijst: number[]) =>
  [...lijst].sort((a, b) => a - b)[Math.floor(lijst.length / 2)] ?? Number.NaN;
await meet(false);
const zonder: number[] = [];
const met: number[] = [];
for (let i = 0; i < BEURTEN; i++) {
  zonder.push(await meet(false));
  met.push(await meet(true));
}
console.log(
  `acts per second: ${midden(zonder).toFixed(0)} without a sealer, ${midden(met).toFixed(0)} with; ratio ${(midden(met) / midden(zonder)).toFixed(2)}`,
);
await server.weg();
