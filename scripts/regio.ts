// SPDX-License-Identifier: EUPL-1.2
// npm run --silent regio -- regio.json [--proef]: brings the database up to what the file says of a region (docs/beheer.md). It adds, and
// changes plain facts; it never removes. Ends with status 1 when nothing may be done.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Kysely, PostgresDialect } from 'kysely';
import { richtRegioIn } from '../src/kern/organisatie/inrichting.store.ts';
import {
  beslisInrichting,
  type Inrichting,
  type Inrichtingsplan,
  LEGE_STAND,
  leesInrichting,
} from '../src/kern/organisatie/inrichting.ts';
import { FUNCTIES, type Functie } from '../src/kern/toegang/toegangsregels.ts';
import { nieuwId } from '../src/platform/acts/id.ts';
import { systeemKlok } from '../src/platform/clock/klok.ts';
import { leesConfig } from '../src/platform/config.ts';
import { zegDatabasefout } from '../src/platform/database/bereik.ts';
import { startPostgres } from '../src/platform/database/launcher.ts';
import { migrate, openMigraties } from '../src/platform/database/migrate.ts';
import { maakBeheerPool } from '../src/platform/database/pool.ts';
import type { Tabellen } from '../src/platform/database/tabellen.ts';
import { Invoerfout, leesJson } from '../src/platform/invoer.ts';
import { migreerTaken } from '../src/platform/jobs/jobs.ts';
import { lees, vanWaarGetypt } from './lib/lees.ts';

const GEBRUIK = `Gebruik: npm run --silent regio -- regio.json [--proef]

  regio.json  één regio: haar organisaties, hun teams en de eerste medewerkers (voorbeeld in docs/beheer.md)
  --proef     laat zien wat er zou gebeuren, en verandert niets`;

function leesArgumenten(): { pad: string; proef: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      options: { proef: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help) return null;
    const [pad, ...meer] = positionals;
    if (pad !== undefined && meer.length === 0)
      return { pad: vanWaarGetypt(pad), proef: values.proef ?? false };
  } catch (fout) {
    const optie = /--?[\w-]+/.exec((fout as Error).message)?.[0] ?? '';
    throw new Invoerfout(`De optie ${optie} kan hier niet.\n\n${GEBRUIK}`);
  }
  throw new Invoerfout(`Geef één bestand.\n\n${GEBRUIK}`);
}

/** The same database as the server's, brought to the shape of this code as the server does; or what would happen to it. */
async function werkBij(wens: Inrichting, proef: boolean): Promise<Inrichtingsplan> {
  const config = leesConfig(process.env);
  if (config.demo)
    throw new Invoerfout(
      'Met deze instellingen draait Houvast als demo. Zet dezelfde instellingen als voor de server: NODE_ENV=production of HOUVAST_OIDC_ISSUER, en DATABASE_URL of HOUVAST_DATA.',
    );
  const map = join(config.map, 'database');
  const leeg = () => beslisInrichting(wens, LEGE_STAND, () => nieuwId());
  // where there is no database yet, a trial makes none
  if (proef && !config.databaseUrl && !existsSync(map)) return leeg();
  const postgres = config.databaseUrl ? null : await startPostgres({ map, zeg: console.error });
  const beheer = maakBeheerPool(config.databaseUrl ?? postgres?.verbinding ?? '');
  try {
    if (proef) {
      const { rows } = await beheer.query<{ tabel: string | null }>(
        "select to_regclass('houvast.migratie') as tabel",
      );
      if (rows[0]?.tabel === null) return leeg();
      if ((await openMigraties(beheer)).length > 0)
        throw new Invoerfout(
          'De database is van een oudere versie van Houvast. Start eerst de server (die werkt haar bij), of doe dit zonder --proef.',
        );
    } else {
      await migreerTaken(beheer);
      await migrate(beheer, (regel) => console.error(regel));
    }
    const db = new Kysely<Tabellen>({ dialect: new PostgresDialect({ pool: beheer }) });
    return await richtRegioIn(db, wens, { nu: systeemKlok.nu(), proef });
  } finally {
    await beheer.end();
    await postgres?.stop();
  }
}

function zegPlan(p: Inrichtingsplan, proef: boolean): string[] {
  const blok = (kop: string, regels: readonly string[]) =>
    regels.length > 0 ? ['', `${kop} (${regels.length}):`, ...regels.map((r) => `  ${r}`)] : [];
  const nieuw = [
    ...(p.regio.nieuw ? [`regio        ${p.regio.naam}`] : []),
    ...p.organisaties.map((o) => `organisatie  ${o.naam} (${o.soort})`),
    ...p.teams.map((t) => `team         ${t.naam}, ${t.organisatie}`),
    ...p.medewerkers.map((m) => `medewerker   ${m.naam}, ${FUNCTIES[m.functie]}, ${m.organisatie}`),
  ];
  const weg = p.vertrekken.map(
    (m) => `medewerker   ${m.naam}, ${FUNCTIES[m.functie as Functie]}, ${m.organisatie}`,
  );
  const gewijzigd = [
    ...p.wijzigingen.map(({ organisatie, veld, van, naar }) =>
      proef
        ? `${organisatie}: ${veld} wordt "${naar}"${van === null ? '' : `, is nu "${van}"`}`
        : `${organisatie}: ${veld} is nu "${naar}"${van === null ? '' : `, was "${van}"`}`,
    ),
    ...p.inlogcodes.map(
      ({ organisatie, naam }) =>
        `${organisatie}: inlogcode van ${naam} ${proef ? 'wordt' : 'is nu'} zoals in het bestand`,
    ),
  ];
  const niets = nieuw.length + weg.length + gewijzigd.length === 0;
  return [
    `Regio ${p.regio.naam}${p.regio.nieuw && proef ? '' : `, id ${p.regio.id}`}`,
    ...blok(proef ? 'Komt erbij' : 'Erbij gekomen', nieuw),
    ...blok(proef ? 'Vertrekt' : 'Vertrokken', weg),
    ...blok(proef ? 'Wordt gewijzigd' : 'Gewijzigd', gewijzigd),
    ...blok('In het bestand staat iets anders dan in Houvast; dit blijft zoals het is', p.anders),
    '',
    niets
      ? `Er is niets veranderd: ${p.anders.length > 0 ? 'er komt niets bij' : 'alles uit het bestand staat al in Houvast'}.`
      : proef
        ? 'Dit was een proef: er is niets veranderd.'
        : 'Klaar.',
  ];
}

/** What went wrong, in words of who runs the command. */
function zegFout(fout: unknown): string {
  if (fout instanceof Invoerfout) return fout.message;
  const { code, message } = fout as { code?: string; message?: string };
  if (code === '23505')
    return 'Iemand wijzigde op dit moment hetzelfde in Houvast. Draai dit commando nog eens.';
  const database = zegDatabasefout(fout);
  if (database !== null) return database;
  return `${message || 'Onbekende fout'}${code ? ` (${code})` : ''}`;
}

try {
  const argumenten = leesArgumenten();
  if (argumenten === null) console.log(GEBRUIK);
  else {
    const { pad, proef } = argumenten;
    const wens = leesInrichting(leesJson(lees(pad, 'UTF-8').toString(), `Het bestand ${pad}`));
    for (const regel of zegPlan(await werkBij(wens, proef), proef)) console.log(regel);
  }
} catch (fout) {
  console.error(`${zegFout(fout)}\n\nEr is niets toegevoegd of gewijzigd.`);
  process.exitCode = 1;
}
