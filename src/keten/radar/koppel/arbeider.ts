// SPDX-License-Identifier: EUPL-1.2
/** A thread of `koppel`: a workplace of its own over the shared register, that answers one job at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { Werkplaats } from './arbeid.ts';
import type { Bericht } from './draden.ts';
import type { Register } from './register.ts';

const werkplaats = new Werkplaats(workerData as Register);

/** The arrays of an answer that are not shared go over without being copied. */
function eigenBuffers(uit: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(uit)) return uit.buffer instanceof ArrayBuffer ? [uit.buffer] : [];
  return typeof uit === 'object' && uit !== null ? Object.values(uit).flatMap(eigenBuffers) : [];
}

parentPort?.on('message', (bericht: Bericht) => {
  if ('zet' in bericht) {
    werkplaats.zet(bericht.zet);
    return;
  }
  const uit = werkplaats.doe(bericht.soort, bericht.opdracht);
  parentPort?.postMessage({ nummer: bericht.nummer, uit }, [...new Set(eigenBuffers(uit))]);
});
