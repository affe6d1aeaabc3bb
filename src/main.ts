// SPDX-License-Identifier: EUPL-1.2
// config → database → jobs → http, and nothing else.
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { bouwHuis, bsnSleutelMaker } from './huis.ts';
import { maakPseudoniem, type Wie } from './platform/acts/deur.ts';
import { type BewaakteKlok, klokVanaf, systeemKlok } from './platform/clock/klok.ts';
import { type Config, leesConfig } from './platform/config.ts';
import { zegDatabasefout } from './platform/database/bereik.ts';
import { keepPostgres, type ManagedPostgres } from './platform/database/launcher.ts';
import { migrate, openMigraties } from './platform/database/migrate.ts';
import { maakAppPool, maakBeheerPool } from './platform/database/pool.ts';
import { type Gezondheid, maakServer } from './platform/http/server.ts';
import { migreerTaken, startTaken, type Taken } from './platform/jobs/jobs.ts';
import { controleerGeheimen } from './platform/login/geheimen.ts';
import { loginPlugin } from './platform/login/login.api.ts';
import { sessieStore } from './platform/login/sessie.store.ts';
import { isVersBewezen } from './platform/login/sessie.ts';
import { eisGegevensmap, eisVrijePoort, zegPoortfout } from './platform/opstart.ts';

const begin = performance.now();
const zeg = (regel: string) => process.stderr.write(`  ${regel}\n`);

/** The demo keeps its key beside its data; production gets it from its keeper (controleerGeheimen). */
async function pseudoniemSleutel(config: Config): Promise<string> {
  if (config.pseudoniemSleutel) return config.pseudoniemSleutel;
  await mkdir(config.map, { recursive: true });
  const pad = join(config.map, 'pseudoniem.sleutel');
  try {
    return await readFile(pad, 'utf8');
  } catch {
    const sleutel = randomBytes(32).toString('hex');
    await writeFile(pad, sleutel, { mode: 0o600, flag: 'wx' });
    await chmod(pad, 0o600);
    return sleutel;
  }
}

async function regios(beheer: Pool): Promise<string[]> {
  return (await beheer.query<{ regio_id: string }>('select regio_id from houvast.regio')).rows.map(
    (r) => r.regio_id,
  );
}

/** People of the demo never stand beside real ones: each would be found among the other's. @throws in Dutch, with what to do */
async function eisJuisteRegio(beheer: Pool, demo: boolean): Promise<void> {
  const { rows } = await beheer.query<{ naam: string }>(
    'select naam from houvast.regio where fictief <> $1',
    [demo],
  );
  const [vreemd] = rows;
  if (!vreemd) return;
  throw new Error(
    demo
      ? `In deze database staat een echte regio (${vreemd.naam}). Als demo start Houvast hier niet. Zet de instellingen van productie (docs/beheer.md), of neem een andere database.`
      : `In deze database staat de fictieve regio van de demo (${vreemd.naam}). Neem voor productie een andere database (DATABASE_URL) of gegevensmap (HOUVAST_DATA).`,
  );
}

let postgres: Pick<ManagedPostgres, 'verbinding' | 'stop'> | null = null;

async function start(): Promise<void> {
  const config = leesConfig(process.env);
  controleerGeheimen({
    demo: config.demo,
    adres: config.adres,
    issuer: config.oidc.issuer,
    clientAuth: config.oidc.clientAuth,
    geheimen: { HOUVAST_PSEUDONIEM_SLEUTEL: config.pseudoniemSleutel },
  });
  // what stands in the way is said before a database is built
  const host = process.env['HOST'] || '127.0.0.1';
  await eisVrijePoort(config.poort, host);
  if (config.demo || !config.databaseUrl) eisGegevensmap(config.map);
  const klok: BewaakteKlok = config.klokStart ? klokVanaf(config.klokStart) : systeemKlok;

  if (!config.databaseUrl) postgres = await keepPostgres({ map: join(config.map, 'database'), zeg });
  const verbinding = config.databaseUrl ?? postgres?.verbinding;
  if (!verbinding) throw new Error('Er is geen database.');
  const beheer = maakBeheerPool(verbinding);
  const app = maakAppPool(verbinding);
  if (config.databaseUrl)
    await beheer.query('select 1').catch((fout: unknown) => {
      throw new Error(zegDatabasefout(fout) ?? (fout as Error).message);
    });
  await migreerTaken(beheer);
  await migrate(beheer, zeg);

  await eisJuisteRegio(beheer, config.demo);
  const sleutel = await pseudoniemSleutel(config);
  if (config.demo && (await regios(beheer)).length === 0) {
    zeg('fictieve regio laden …');
    const { laadDemo } = await import('../demo/regio/laad.ts');
    await laadDemo({
      beheer,
      nu: klok.nu(),
      bsnSleutel: bsnSleutelMaker(sleutel),
      pseudoniem: maakPseudoniem(sleutel),
      zeg,
      ...(config.demoMeldingen ? { meldingen: config.demoMeldingen } : {}),
    });
  }

  const huis = bouwHuis({
    app,
    klok,
    demo: config.demo,
    pseudoniemSleutel: sleutel,
    jzvUitkomstUrl: config.jzvUitkomstUrl,
    otlpUrl: config.otlpUrl,
  });
  async function gezond(): Promise<Gezondheid> {
    const redenen: string[] = [];
    try {
      const open = await openMigraties(beheer);
      if (open.length > 0) redenen.push(`Migraties ontbreken: ${open.join(', ')}.`);
    } catch {
      redenen.push('De database is niet bereikbaar.');
    }
    const jobs = taken.gezond();
    if (jobs) redenen.push(jobs);
    const terug = klok.terugval();
    if (terug && terug.nuAchterMs > 0)
      redenen.push(
        `De klok van deze machine liep ${Math.round(terug.nuAchterMs / 1000)} s terug. Zet hem goed en start opnieuw.`,
      );
    // said, and we stay in service: the police being away must not take us away too
    return { goed: redenen.length === 0, redenen: [...redenen, ...huis.zorgen()] };
  }

  const wieIs = async (medewerkerId: string): Promise<Wie | null> => {
    const { rows } = await app.query<{
      regio_id: string;
      id: string;
      naam: string;
      functie: string;
      organisatie_id: string;
      organisatie_naam: string;
      organisatie_soort: string;
      team_id: string | null;
      fictief: boolean;
    }>('select * from houvast.wie_is($1)', [medewerkerId]);
    const r = rows[0];
    return r
      ? {
          regioId: r.regio_id,
          medewerkerId: r.id,
          naam: r.naam,
          functie: r.functie,
          organisatieId: r.organisatie_id,
          organisatieNaam: r.organisatie_naam,
          organisatieSoort: r.organisatie_soort,
          teamId: r.team_id,
          fictief: r.fictief,
        }
      : null;
  };

  const server = await maakServer({
    adres: config.adres,
    demo: config.demo,
    webMap: join(import.meta.dirname, '..', 'dist', 'web'),
    versie: '1.0.0',
    inlogdienst: config.demo ? undefined : config.oidc.issuer,
    klok,
    logger: true,
    gezond,
    bewezen: (request) => isVersBewezen(request.wie?.stepUpOp, systeemKlok.nu()),
    grenzen: config.grenzen,
    vertrouwdeProxys: config.vertrouwdeProxys,
    wieIs: async (request) => (request.wie ? wieIs(request.wie.medewerkerId) : null),
    voor: async (f) => {
      const oidc = config.demo
        ? await import('../demo/idp/idp.ts').then(async ({ demoIdpPlugin }) => {
            const { PERSONAS } = await import('../demo/personas.ts');
            return demoIdpPlugin(f, { adres: config.adres, map: config.map, personas: PERSONAS });
          })
        : {
            issuer: config.oidc.issuer ?? '',
            clientId: config.oidc.clientId ?? '',
            clientAuth: config.oidc.clientAuth ?? { soort: 'geheim' as const, geheim: '' },
          };
      await loginPlugin(f, {
        ...oidc,
        adres: config.adres,
        sessies: sessieStore(huis.db),
        findMedewerker: async (sub) => {
          const { rows } = await app.query<{ regio_id: string; id: string }>(
            'select regio_id, id from houvast.wie_logt_in($1)',
            [sub],
          );
          return rows[0] ? { medewerkerId: rows[0].id, regioId: rows[0].regio_id } : null;
        },
        klok: systeemKlok,
        demo: config.demo,
        zonderWie: ['/assets/'],
      });
    },
    api: huis.api,
    anders: huis.anders,
  });

  // building the routes keeps the machine busy for seconds where it is slow: what waits for the database comes after it
  await server.ready();
  const meld = (wat: string, fout: unknown) => {
    const f = fout as { code?: string; name?: string };
    zeg(`taak ${wat} mislukte (${f.code ?? f.name ?? 'onbekend'})`);
  };
  const taken: Taken = await startTaken(
    beheer,
    huis.taken,
    async () => {
      for (const regio of await regios(beheer)) await huis.ronde(regio);
    },
    meld,
  );

  let stopt = false;
  const stop = async (signaal: string) => {
    if (stopt) return;
    stopt = true;
    zeg(`${signaal}: Houvast stopt netjes`);
    await server.close();
    await taken.stop();
    await Promise.all([app.end(), beheer.end()]);
    await postgres?.stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('SIGTERM', () => void stop('SIGTERM'));

  await server.listen({ port: config.poort, host }).catch((fout: unknown) => {
    throw zegPoortfout(fout, config.poort, host);
  });
  process.stdout.write(
    `\nHouvast staat klaar op ${config.adres}   (${((performance.now() - begin) / 1000).toFixed(1)} s)\n\n`,
  );
}

start().catch(async (fout: unknown) => {
  process.stderr.write(
    `\nHouvast kan niet starten: ${fout instanceof Error ? fout.message : String(fout)}\n\n`,
  );
  await postgres?.stop().catch(() => undefined);
  process.exit(1);
});
