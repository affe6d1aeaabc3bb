// SPDX-License-Identifier: EUPL-1.2
// `npm start`: installs and builds what is missing, then runs Houvast.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './lib/installatie.mjs';
import { main, ROOT, Uitleg, zeg } from './lib/project.mjs';
import { ensureWeb, isWebCurrent } from './lib/schermen.mjs';

await main(async () => {
  const bouwen = !isWebCurrent();
  const node = await ensureInstalled({ dev: bouwen });
  if (bouwen) {
    zeg('Houvast: schermen bouwen.');
    const { code, uitvoer } = await ensureWeb(node);
    if (code !== 0) throw new Uitleg(`de schermen konden niet gebouwd worden.\n${uitvoer}`);
  }
  return serve(node);
});

/**
 * Runs the server and passes signals on. It gets a process group of its own: Ctrl-C in a terminal reaches this process
 * twice (from the terminal and from npm), and must reach the server once.
 * @returns {Promise<number>} its exit code
 */
function serve(node) {
  return new Promise((resolve, reject) => {
    // room for what lives shortly: loading the demo region then spends far less on collecting it
    const kind = spawn(
      node,
      ['--max-semi-space-size=64', join(ROOT, 'src/main.ts'), ...process.argv.slice(2)],
      {
        cwd: ROOT,
        // Node keeps what it compiled: the next start is a second quicker
        env: { NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/houvast'), ...process.env },
        detached: process.platform !== 'win32',
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    let laatst = Number.NEGATIVE_INFINITY;
    const stuur = (signaal) => {
      if (performance.now() - laatst < 500) return;
      laatst = performance.now();
      kind.kill(signaal);
    };
    process.on('SIGINT', () => stuur('SIGINT'));
    process.on('SIGTERM', () => stuur('SIGTERM'));
    process.on('SIGHUP', () => stuur('SIGTERM')); // a closed terminal is no reason to stop less carefully
    if (process.env.npm_lifecycle_event !== undefined) watchParent(() => stuur('SIGTERM'));
    kind.once('error', reject);
    kind.once('exit', (code, signaal) => resolve(code ?? (signaal === 'SIGINT' ? 130 : 143)));
  });
}

/** A SIGTERM to npm ends the shell between npm and us and reaches us only as the loss of our parent. */
function watchParent(verlies) {
  const ouder = process.ppid;
  const klok = setInterval(() => {
    if (process.ppid === ouder) return;
    clearInterval(klok);
    verlies();
  }, 250);
  klok.unref();
}
