// SPDX-License-Identifier: EUPL-1.2
// Makes sure that node_modules fits package-lock.json, and finds the Node that runs TypeScript directly.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { duur, ROOT, run, SLOT, Uitleg, withSlot, zeg } from './project.mjs';

const MODULES = join(ROOT, 'node_modules');
/** Says for which lock file and computer node_modules was found to fit, so that the next start need not look again. */
const STEMPEL = join(MODULES, '.houvast-stamp');

/**
 * Installs what package-lock.json names, unless that is already there.
 * @param {{ dev: boolean }} nodig whether the tools for building and testing are needed too
 * @returns {Promise<string>} the Node to run Houvast with
 */
export async function ensureInstalled({ dev }) {
  return (
    findInstalled({ dev }) ?? (await withSlot(SLOT, async () => findInstalled({ dev }) ?? (await install())))
  );
}

function findInstalled({ dev }) {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const kenmerk = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
  const stempel = readStempel();
  if (stempel?.kenmerk === kenmerk && existsSync(stempel.node) && (stempel.dev || !dev)) return stempel.node;
  // No stamp: perhaps somebody ran `npm ci` by hand. npm leaves a list of what it installed.
  const lijst = join(MODULES, '.package-lock.json');
  if (!existsSync(lijst)) return undefined;
  const gewenst = JSON.parse(lock.toString('utf8'));
  const aanwezig = JSON.parse(readFileSync(lijst, 'utf8'));
  if (!fits(gewenst, aanwezig, { dev })) return undefined;
  const node = getNode();
  const volledig = dev || fits(gewenst, aanwezig, { dev: true });
  try {
    writeFileSync(STEMPEL, JSON.stringify({ kenmerk, node, dev: volledig }));
  } catch {
    // installed by somebody else and read-only for us: then we look again next time
  }
  return node;
}

function readStempel() {
  try {
    return JSON.parse(readFileSync(STEMPEL, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Whether what npm installed is what the lock file asks for. Packages for other platforms may be absent.
 * @param gewenst contents of package-lock.json
 * @param aanwezig contents of node_modules/.package-lock.json
 * @param {{ dev: boolean }} nodig whether the development packages must be there
 */
export function fits(gewenst, aanwezig, { dev }) {
  return Object.entries(gewenst.packages).every(([pad, pakket]) => {
    if (!pad.startsWith('node_modules/')) return true;
    const hier = aanwezig.packages?.[pad];
    if (hier === undefined) return pakket.optional || pakket.devOptional || (pakket.dev && !dev);
    return hier.version === pakket.version && hier.integrity === pakket.integrity;
  });
}

async function install() {
  zeg('Houvast: onderdelen installeren (eenmalig, ongeveer een minuut; internet nodig).');
  const begin = performance.now();
  // --include=dev: also where NODE_ENV says production, because the screens still have to be built.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const metNode = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  const { code } = await (metNode
    ? run(process.execPath, [npm, ...args])
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
  ).catch((fout) => {
    throw new Uitleg(
      `npm kon niet starten (${fout.message}). Installeer Node.js met npm en probeer het opnieuw.`,
    );
  });
  if (code !== 0) {
    throw new Uitleg(
      `installeren lukte niet (npm ci gaf code ${code}). Kijk of er internet is en of er 2 GB schijfruimte is.`,
    );
  }
  const node = findInstalled({ dev: true });
  if (node === undefined) throw new Uitleg('na npm ci past node_modules nog niet bij package-lock.json.');
  zeg(`Houvast: geïnstalleerd in ${duur(begin)}.`);
  return node;
}

/** The Node from the lock file, or the one that runs this when that is new enough to run TypeScript. */
function getNode() {
  const meegeleverd =
    process.platform === 'win32'
      ? join(MODULES, `node-win-${process.arch}`, 'bin', 'node.exe')
      : join(MODULES, '.bin', 'node');
  for (const node of [meegeleverd, process.execPath]) {
    if (existsSync(node) && canRunTypeScript(node)) return node;
  }
  throw new Uitleg(
    `voor dit soort computer (${process.platform}-${process.arch}) wordt geen Node.js meegeleverd, en deze versie (${process.version}) is te oud. ` +
      'Installeer Node.js 24 en start opnieuw.\n(No bundled Node.js for this platform: please install Node.js 24, at least 22.18.)',
  );
}

function canRunTypeScript(node) {
  try {
    const [hoofd, sub] = execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
      .split('.')
      .map(Number);
    return hoofd >= 24 || (hoofd === 23 && sub >= 6) || (hoofd === 22 && sub >= 18);
  } catch {
    return false; // made for another C library
  }
}
