// SPDX-License-Identifier: EUPL-1.2
// Builds the screens (dist/web) when their sources changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT, run, SLOT, withSlot } from './project.mjs';

const DIST = join(ROOT, 'dist');
const WEB = join(DIST, 'web');
const STEMPEL = join(DIST, 'web.stempel');
/** Never in the bundle: dependency-cruiser sees to it that pages do not import these. */
const NIET_IN_DE_SCHERMEN = /\.(store|api|job|test)\.tsx?$|\.(sql|md)$/;

/** The mark of the sources of the screens: the same sources give the same mark on every computer. */
export function hashSources(root = ROOT) {
  const som = createHash('sha256');
  const los = ['index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'].map((naam) =>
    join(root, naam),
  );
  for (const pad of [...los, ...listFiles(join(root, 'src')), ...listFiles(join(root, 'public'))]) {
    if (!existsSync(pad) || NIET_IN_DE_SCHERMEN.test(pad)) continue;
    const inhoud = readFileSync(pad);
    som.update(`${relative(root, pad).replaceAll('\\', '/')}\0${inhoud.length}\0`).update(inhoud);
  }
  return som.digest('hex');
}

function listFiles(map) {
  if (!existsSync(map)) return [];
  return readdirSync(map, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => (item.isDirectory() ? listFiles(join(map, item.name)) : [join(map, item.name)]));
}

/** Whether dist/web was built from the sources that are here now. */
export function isWebCurrent() {
  try {
    return existsSync(join(WEB, 'index.html')) && readFileSync(STEMPEL, 'utf8') === hashSources();
  } catch {
    return false;
  }
}

/**
 * Builds the screens when needed. They appear at once: a server that runs never serves half a build.
 * @param {string} node the Node to build with
 * @returns {Promise<{ gebouwd: boolean, code: number, uitvoer: string }>}
 */
export async function ensureWeb(node) {
  const ongewijzigd = { gebouwd: false, code: 0, uitvoer: '' };
  if (isWebCurrent()) return ongewijzigd;
  return withSlot(SLOT, async () => {
    if (isWebCurrent()) return ongewijzigd; // the other one built it
    const kenmerk = hashSources();
    mkdirSync(DIST, { recursive: true });
    const nieuw = join(DIST, `web.nieuw-${process.pid}`);
    const oud = join(DIST, `web.oud-${process.pid}`);
    try {
      const args = [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', nieuw, '--emptyOutDir'];
      const env = { ...process.env, NODE_ENV: 'production' };
      const { code, uitvoer } = await run(node, args, { stil: true, env });
      if (code !== 0) return { gebouwd: true, code, uitvoer };
      if (existsSync(WEB)) renameSync(WEB, oud);
      renameSync(nieuw, WEB);
      writeFileSync(STEMPEL, kenmerk);
      return { gebouwd: true, code, uitvoer };
    } finally {
      for (const map of [nieuw, oud]) rmSync(map, { recursive: true, force: true });
    }
  });
}
