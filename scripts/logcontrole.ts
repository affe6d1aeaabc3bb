// SPDX-License-Identifier: EUPL-1.2
// npm run --silent log:verify: shows that the processing log is whole, or names what was changed, removed or put in. Ends with
// status 1 when it is not whole. With `-- --kop <hash>`, a hash of an earlier check: shows that the chain still goes through it.
import { join } from 'node:path';
import { controleerLog, findSchakel } from '../src/platform/acts/zegel.store.ts';
import { leesConfig } from '../src/platform/config.ts';
import { startPostgres } from '../src/platform/database/launcher.ts';
import { maakBeheerPool } from '../src/platform/database/pool.ts';

const WAT = {
  keten: 'past niet op het zegel ervoor',
  veranderd: 'is veranderd na het verzegelen',
  weg: 'is weggehaald',
  erbij: 'is ertussen gezet',
} as const;

const plaats = process.argv.indexOf('--kop');
const kop = plaats < 0 ? null : (process.argv[plaats + 1] ?? '');
if (kop !== null && !/^[0-9a-f]{64}$/.test(kop)) {
  console.error('Geef na --kop de hash van een eerdere controle: 64 tekens, 0-9 en a-f.');
  process.exit(2);
}

const config = leesConfig(process.env);
const postgres = config.databaseUrl
  ? null
  : await startPostgres({ map: join(config.map, 'database'), zeg: console.error });
const beheer = maakBeheerPool(config.databaseUrl ?? postgres?.verbinding ?? '');
let heel = true;
try {
  const { rows } = await beheer.query<{ regio_id: string; naam: string }>(
    'select regio_id, naam from houvast.regio order by naam',
  );
  let kopGezien = kop === null;
  for (const regio of rows) {
    const c = await controleerLog(beheer, regio.regio_id);
    if (kop !== null && (await findSchakel(beheer, regio.regio_id, kop))) kopGezien = true;
    for (const b of c.breuken) {
      const zegel = b.zegelNr === null ? 'nog niet verzegeld' : `zegel ${b.zegelNr}`;
      console.log(`${regio.naam}: ${b.logId ? `record ${b.logId} (${zegel})` : zegel} ${WAT[b.soort]}.`);
    }
    heel &&= c.breuken.length === 0;
    console.log(
      `${regio.naam}: ${c.breuken.length === 0 ? 'heel' : 'NIET heel'}; ${c.records} records in ${c.zegels} zegels, ${c.ongezegeld} wachten op een zegel.`,
    );
    if (c.kop) console.log(`${regio.naam}: bewaar deze kop op een andere plaats: ${c.kop}`);
  }
  if (!kopGezien) {
    console.log('De keten loopt niet meer door de kop die u gaf: hij is vervangen.');
    heel = false;
  }
} finally {
  await beheer.end();
  await postgres?.stop();
}
process.exitCode = heel ? 0 : 1;
