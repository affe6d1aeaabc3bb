// SPDX-License-Identifier: EUPL-1.2
// P5: kill the server or PostgreSQL at any moment, ten times over: every acknowledged act is there, none is half there,
// and every outcome reaches the police once.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ManagedPostgres, startPostgres } from '../src/platform/database/launcher.ts';
import { DEMO_PERSONA_GEHEIM } from '../src/platform/login/geheimen.ts';
import { vrijePoort } from './poort.ts';

const RONDES = 10;
let map: string;
let adres: string;
let poort: number;
let doel: Server;
let server: ChildProcess;
let uitvoer = '';
/** What the police's side has seen: by Idempotency-Key, so that a second delivery of one message counts once. */
const bezorgd = new Map<string, string>();

async function start(): Promise<void> {
  const env: Record<string, string | undefined> = {
    ...process.env,
    NODE_ENV: 'test',
    DATABASE_URL: undefined,
    PORT: String(poort),
    HOUVAST_ADRES: adres,
    HOUVAST_DATA: map,
    HOUVAST_DEMO_MELDINGEN: '60',
    HOUVAST_JZV_UITKOMST_URL: `http://127.0.0.1:${(doel.address() as { port: number }).port}/uitkomstmeldingen`,
  };
  server = spawn(process.execPath, ['src/main.ts'], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lees = (d: Buffer) => {
    uitvoer += d;
  };
  server.stdout?.on('data', lees);
  server.stderr?.on('data', lees);
  for (let i = 0; ; i++) {
    if (server.exitCode !== null || i > 1200)
      throw new Error(`Houvast kwam niet op gang:\n${uitvoer.slice(-4000)}`);
    if ((await fetch(`${adres}/gezond`).catch(() => null))?.status === 200) return;
    await new Promise((klaar) => setTimeout(klaar, 100));
  }
}

async function stop(signaal: NodeJS.Signals): Promise<void> {
  const weg = new Promise((klaar) => server.once('exit', klaar));
  server.kill(signaal);
  await weg;
}

async function token(persona: string): Promise<string> {
  const a = await fetch(`${adres}/demo-idp/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${persona}:${DEMO_PERSONA_GEHEIM}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return ((await a.json()) as { access_token: string }).access_token;
}

function bericht(registratienummer: string): unknown {
  const op = '2026-01-05T10:00:00Z';
  return {
    registratienummer,
    incident: {
      datumTijd: op,
      locatie: 'Emmen',
      omschrijving: 'Fictief incident.',
      periodeVanTot: { datumTijdBegin: op, datumTijdEinde: op },
    },
    natuurlijkPersoon: {
      adres: { soortAdres: '02', straatAdres: { straatnaam: 'Proefstraat', huisnummer: 1, huisletter: '-' } },
      burgerservicenummer: '999993653',
      naam: { geslachtsnaam: `Proef${registratienummer}` },
    },
    overigeInformatie: { omschrijving: 'Bijlage', uRL: 'https://politie.voorbeeld.nl/1' },
    zorgelijkeSituatie: {
      nadereOmschrijving: 'Nader.',
      situatieSchets: 'Schets.',
      vraagAntwoord: { vraag: 'VT-001', antwoord: 'Nee.' },
    },
    soort: 'VT',
    datumTijd: op,
    verzoek: 'Beoordelen.',
    terugkoppelingGewenst: true,
  };
}

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'houvast-kill-'));
  poort = await vrijePoort();
  adres = `http://127.0.0.1:${poort}`;
  doel = createServer((req, res) => {
    let tekst = '';
    req.on('data', (d) => {
      tekst += d;
    });
    req.on('end', () => {
      const { registratienummer, status } = JSON.parse(tekst) as {
        registratienummer: string;
        status: string;
      };
      bezorgd.set(String(req.headers['idempotency-key']), `${registratienummer} ${status}`);
      res.writeHead(201).end();
    });
  });
  await new Promise<void>((klaar) => doel.listen(0, '127.0.0.1', klaar));
}, 120_000);

afterAll(async () => {
  await stop('SIGTERM').catch(() => undefined);
  doel.close();
  await rm(map, { recursive: true, force: true });
}, 60_000);

it(`keeps every acknowledged act through ${RONDES} kills, and no half one`, async () => {
  const erkend: string[] = [];
  const uitkomsten: string[] = [];
  for (let ronde = 0; ronde < RONDES; ronde++) {
    await start();
    const [politie, leider] = await Promise.all([token('politie'), token('vt-teamleider')]);
    let doorgaan = true;
    const schrijver = async (wie: number) => {
      for (let i = 0; doorgaan; i++) {
        const nr = `K${ronde}-${wie}-${i}`;
        const post = (pad: string, wieToken: string, body: unknown) =>
          fetch(`${adres}/api/jzv_meldingen/v1/${pad}`, {
            method: 'POST',
            headers: { authorization: `Bearer ${wieToken}`, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }).catch(() => null);
        const melding = await post('meldingen', politie, bericht(nr));
        if (melding?.status !== 201) continue;
        erkend.push(nr);
        const uitkomst = await post('uitkomstmeldingen', leider, {
          registratienummer: nr,
          status: 'VT-01-02',
        });
        if (uitkomst?.status === 201) uitkomsten.push(nr);
      }
    };
    const schrijvers = [0, 1, 2, 3].map(schrijver);
    // a moment that differs each round, so that the axe falls everywhere
    await new Promise((klaar) => setTimeout(klaar, 250 + ((ronde * 137) % 400)));
    if (ronde % 2 === 0) await stop('SIGKILL');
    else {
      const basis = await startPostgres({ map: join(map, 'database'), zeg: () => undefined });
      process.kill(basis.pid, 'SIGKILL');
      await stop('SIGKILL');
    }
    doorgaan = false;
    await Promise.all(schrijvers);
  }
  await start();
  const basis: ManagedPostgres = await startPostgres({ map: join(map, 'database'), zeg: () => undefined });
  const db = new pg.Client({ ...basis.verbinding, options: '-c search_path=houvast,public' });
  await db.connect();
  const meldingen = await db.query<{ nr: string; heel: boolean }>(`
      select m.registratienummer as nr,
        exists (select from zicht z where z.casus_id = m.casus_id and z.tot is null)
        and exists (select from melder d where d.melding_id = m.id)
        and (select count(*) from uitspraak u where u.melding_id = m.id) = 6
        and (select count(*) from melding_vermelding v where v.melding_id = m.id) = 1
        and (select count(*) from jzv_bericht b where b.melding_id = m.id) = 1
        and exists (select from handeling h where h.casus_id = m.casus_id and h.soort = 'jzv.melden')
        and exists (select from verwerkingslog l where l.casus_id = m.casus_id and l.name = 'jzv.melden')
        and exists (select from termijn t where t.onderwerp_id = m.id or t.casus_id = m.casus_id) as heel
      from melding m where m.registratienummer like 'K%'`);
  const aanwezig = new Set(meldingen.rows.map((r) => r.nr));
  expect(erkend.length).toBeGreaterThan(RONDES);
  expect(erkend.filter((nr) => !aanwezig.has(nr))).toEqual([]);
  expect(meldingen.rows.filter((r) => !r.heel)).toEqual([]);
  expect(aanwezig.size).toBe(meldingen.rows.length);
  // what was acknowledged as an outcome is on its way, once; the sweep finds what a dead worker left
  for (let i = 0; i < 600; i++) {
    const open = await db.query<{ n: string }>(
      "select count(*) as n from uitkomstmelding where registratienummer like 'K%' and verzonden_op is null",
    );
    if (Number(open.rows[0]?.n) === 0) break;
    await new Promise((klaar) => setTimeout(klaar, 200));
  }
  const gezien = [...bezorgd.values()].filter((x) => x.startsWith('K')).sort();
  expect(new Set(gezien).size).toBe(gezien.length);
  expect(uitkomsten.filter((nr) => !gezien.includes(`${nr} VT-01-02`))).toEqual([]);
  await db.end();
}, 300_000);
