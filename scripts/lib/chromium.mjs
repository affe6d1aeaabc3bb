// SPDX-License-Identifier: EUPL-1.2
// Finds the browser for the tests, or installs it where that is ours to do.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, Uitleg, zeg } from './project.mjs';

const NAMEN = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const VASTE_PLAATSEN = [
  '/usr/bin',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application',
];

/** Path of a Chromium or Chrome, or undefined. `CHROMIUM_PAD` goes first, and must be right when it is set. */
export function findChromium(env = process.env) {
  const { CHROMIUM_PAD: gekozen } = env;
  if (gekozen) {
    if (isProgramma(gekozen)) return gekozen;
    throw new Uitleg(`CHROMIUM_PAD wijst naar ${gekozen}, maar dat is geen programma.`);
  }
  const mappen = [...(env.PATH ?? '').split(delimiter).filter(Boolean), ...VASTE_PLAATSEN];
  return mappen.flatMap((map) => [...NAMEN.map((naam) => join(map, naam)), map]).find(isProgramma);
}

function isProgramma(pad) {
  try {
    accessSync(pad, constants.X_OK);
    return /chrom/i.test(pad.split(/[\\/]/).pop() ?? '') && !pad.endsWith('.app');
  } catch {
    return false;
  }
}

/** Path of a Chromium; installs one with apt-get where this is root's own Debian or Ubuntu. */
export async function ensureChromium() {
  const gevonden = findChromium();
  if (gevonden !== undefined) return gevonden;
  const hulp = 'Installeer Chromium of Chrome, of zet het pad in CHROMIUM_PAD, en draai de tests opnieuw.';
  if (process.getuid?.() !== 0 || !isUitvoerbaar('/usr/bin/apt-get')) {
    throw new Uitleg(`voor de schermtests is Chromium nodig, en dat staat niet op deze computer. ${hulp}`);
  }
  zeg('Houvast: Chromium installeren voor de schermtests.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { code, uitvoer } = await run('/usr/bin/apt-get', args, { env, stil: true });
    if (code !== 0) {
      const staart = uitvoer.trim().split('\n').slice(-5).join('\n');
      throw new Uitleg(`apt-get ${args[0]} lukte niet (code ${code}). ${hulp}\n${staart}`);
    }
  }
  const nu = findChromium();
  if (nu === undefined) throw new Uitleg(`na de installatie is Chromium nog niet te vinden. ${hulp}`);
  return nu;
}

function isUitvoerbaar(pad) {
  try {
    accessSync(pad, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
