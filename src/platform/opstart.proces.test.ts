// SPDX-License-Identifier: EUPL-1.2
// What somebody reads who starts Houvast where it cannot start: one Dutch sentence with the setting, before anything is built.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leesConfig } from './config.ts';
import { zegDatabasefout } from './database/bereik.ts';

let map: string;
let bezet: Server;
let poort: string;
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'houvast-opstart-'));
  writeFileSync(join(map, 'bestand'), '');
  bezet = createServer();
  await new Promise<void>((klaar) => bezet.listen(0, '127.0.0.1', klaar));
  poort = String((bezet.address() as AddressInfo).port);
});
afterAll(() => {
  bezet.close();
  rmSync(map, { recursive: true, force: true });
});

function start(env: Record<string, string>): Promise<{ code: number | null; uit: string }> {
  const { DATABASE_URL: _, ...schoon } = process.env;
  const kind: ChildProcess = spawn(process.execPath, ['src/main.ts'], {
    env: { ...schoon, NODE_ENV: 'test', PORT: '0', HOUVAST_DATA: join(map, 'data'), ...env },
  });
  let uit = '';
  for (const stroom of [kind.stdout, kind.stderr])
    stroom?.on('data', (d) => {
      uit += d;
    });
  return new Promise((klaar) => kind.once('close', (code) => klaar({ code, uit })));
}

describe('Houvast that cannot start', () => {
  it.each<[string, () => Record<string, string>, () => string]>([
    ['a port that is taken', () => ({ PORT: poort }), () => `Poort ${poort} is al in gebruik`],
    [
      'a place that is no address of this machine',
      () => ({ HOST: '192.0.2.1' }),
      () => 'Controleer HOST en PORT',
    ],
    [
      'a file for a folder',
      () => ({ HOUVAST_DATA: join(map, 'bestand') }),
      () => 'Wijs met HOUVAST_DATA een map aan',
    ],
    [
      'a folder in a file',
      () => ({ HOUVAST_DATA: join(map, 'bestand/in') }),
      () => 'Wijs met HOUVAST_DATA een map aan',
    ],
    [
      'a database that is away',
      () => ({ DATABASE_URL: 'postgresql://x:geheimpje@127.0.0.1:1/x' }),
      () => 'De database is niet bereikbaar (ECONNREFUSED). Controleer DATABASE_URL.',
    ],
    [
      'no address of a database',
      () => ({ DATABASE_URL: 'geheimpje' }),
      () => 'DATABASE_URL moet een adres zijn zoals',
    ],
  ])('says so: %s', async (_wat, env, zin) => {
    const { code, uit } = await start(env());
    expect(code).toBe(1);
    expect(uit).toContain(`\nHouvast kan niet starten: `);
    expect(uit).toContain(zin());
    expect(uit).not.toMatch(/geheimpje|listen|connect |getaddrinfo|\n {4}at /);
    // and nothing was built
    expect(existsSync(join(map, 'data/database'))).toBe(false);
  });
});

describe('the settings of where it is', () => {
  it('takes an empty one for none', () => {
    expect(leesConfig({ PORT: '', HOUVAST_ADRES: '', HOUVAST_DATA: '' })).toMatchObject({
      poort: 8080,
      adres: 'http://127.0.0.1:8080',
      map: expect.stringMatching(/\.houvast$/),
    });
  });
  it('knows the address on port 80 as a browser does', () => {
    expect(leesConfig({ PORT: '80' }).adres).toBe('http://127.0.0.1');
  });
  it.each(['0', 'acht', '70000', '-1'])('refuses the port %s', (p) => {
    expect(() => leesConfig({ PORT: p })).toThrow(`PORT moet een getal van 1 tot 65535 zijn, niet "${p}".`);
  });
  it('says what is wrong with a database, and leaves what is something else', () => {
    expect(zegDatabasefout({ code: '28P01' })).toMatch(/wachtwoord.*DATABASE_URL/);
    expect(zegDatabasefout({ code: '3D000' })).toMatch(/bestaat niet.*DATABASE_URL/);
    expect(zegDatabasefout({ code: 'EAI_AGAIN' })).toMatch(/niet bereikbaar.*DATABASE_URL/);
    expect(zegDatabasefout(new Error('timeout exceeded when trying to connect'))).toMatch(/DATABASE_URL/);
    expect(zegDatabasefout({ code: '23505', message: 'x' })).toBeNull();
  });
});
