// SPDX-License-Identifier: EUPL-1.2
// `npm test`: installs what is missing, runs every check and every test, and ends with one line that counts them.
// Arguments go to vitest: `npm test -- overdracht`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/installatie.mjs';
import { isSysteemPostgres } from './lib/postgres.mjs';
import { duur, main, ROOT, run } from './lib/project.mjs';
import { ensureWeb } from './lib/schermen.mjs';
import { closingLine, countVitest } from './lib/tellen.mjs';

const CONTROLES = [
  ['types', 'typescript/bin/tsc', ['--noEmit']],
  [
    'deuren',
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    ['src', 'demo', 'bench', 'test', 'scripts', '--config', '.dependency-cruiser.cjs'],
  ],
  ['ongebruikt', 'knip/bin/knip.js', ['--no-progress']],
  ['opmaak', '@biomejs/biome/bin/biome', ['ci', '--colors=off']],
];

/**
 * The tests: two at a time, one for each core; whoever is done takes the next. The browser's take longest and show as they come; those that start
 * and kill whole programs mostly wait, so they go beside it.
 */
const GROEPEN = [
  { naam: 'browser', project: 'browser', stil: false },
  { naam: 'processen', project: 'processen', stil: true },
  ...(isSysteemPostgres() ? [{ naam: 'database (pg-systeem)', project: 'pg-systeem', stil: true }] : []),
  { naam: 'database (pg18)', project: 'pg18', stil: true },
  { naam: 'regels', project: 'regels', stil: true },
];

/** Lines shown of a check that failed. */
const MAX_REGELS = 200;

const totaal = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const overzicht = [];

await main(async () => {
  try {
    const node = await ensureInstalled({ dev: true });
    const chromium = await ensureChromium();
    await runControles(node);
    await runWeb(node);
    await runVitest(node, chromium);
  } catch (fout) {
    totaal.failed += 1;
    overzicht.push(`✗ ${fout.message}`);
  }
  console.log(`\n${overzicht.join('\n')}\n\n${closingLine(totaal)}`);
  return totaal.failed === 0 ? 0 : 1;
});

/** Notes one check as one test; shows its output only when it failed. */
function noteer(naam, gelukt, begin, uitvoer) {
  totaal[gelukt ? 'passed' : 'failed'] += 1;
  const regel = `${gelukt ? '✓' : '✗'} ${naam} (${duur(begin)})`;
  overzicht.push(regel);
  console.log(`── ${regel}${gelukt ? '' : `\n${shorten(uitvoer)}\n`}`);
}

/** The beginning of an output: who repairs that, sees the rest on the next run. */
function shorten(uitvoer) {
  const regels = uitvoer.trim().split('\n');
  const rest = regels.length - MAX_REGELS;
  return rest > 0 ? `${regels.slice(0, MAX_REGELS).join('\n')}\n… en nog ${rest} regels` : regels.join('\n');
}

/** Does all of it two at a time, for a computer with two cores. */
async function metTweeen(werk, doe) {
  const wachtrij = [...werk];
  const werker = async () => {
    for (let volgende = wachtrij.shift(); volgende !== undefined; volgende = wachtrij.shift())
      await doe(volgende);
  };
  await Promise.all([werker(), werker()]);
}

async function runControles(node) {
  await metTweeen(CONTROLES, async ([naam, programma, args]) => {
    const begin = performance.now();
    const { code, uitvoer } = await run(node, [join(ROOT, 'node_modules', programma), ...args], {
      stil: true,
    });
    noteer(naam, code === 0, begin, uitvoer);
  });
}

async function runWeb(node) {
  const begin = performance.now();
  const { gebouwd, code, uitvoer } = await ensureWeb(node);
  noteer(gebouwd ? 'schermen' : 'schermen (ongewijzigd)', code === 0, begin, uitvoer);
}

async function runVitest(node, chromium) {
  const map = mkdtempSync(join(tmpdir(), 'houvast-rapport-'));
  console.log('── tests');
  const env = { ...process.env, CHROMIUM_PAD: chromium };
  // A test never meets a real database, whatever this shell is set up for.
  for (const naam of ['DATABASE_URL', 'NODE_ENV']) delete env[naam];
  const doe = async ({ naam, project, stil }) => {
    const json = join(map, `${naam}.json`);
    const begin = performance.now();
    const args = [
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${json}`,
      '--passWithNoTests',
      ...process.argv.slice(2),
    ];
    const { code, uitvoer } = await run(node, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
      env,
      stil,
    });
    console.log(uitvoer);
    const telling = countVitest(readRapport(json), code);
    for (const soort of ['passed', 'failed', 'skipped']) totaal[soort] += telling[soort];
    overzicht.push(`${telling.failed === 0 ? '✓' : '✗'} ${naam}: ${closingLine(telling)} (${duur(begin)})`);
    return telling.passed + telling.failed;
  };
  try {
    let aantal = 0;
    await metTweeen(GROEPEN, async (groep) => {
      const hier = await doe(groep);
      aantal += hier;
    });
    if (aantal === 0) throw new Error('er is geen enkele test gevonden');
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}

function readRapport(pad) {
  try {
    return JSON.parse(readFileSync(pad, 'utf8'));
  } catch {
    return undefined;
  }
}
