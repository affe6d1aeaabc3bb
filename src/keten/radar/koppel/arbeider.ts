// SPDX-License-Identifier: EUPL-1.2
/** A thread of `koppel`: makes its own comparer over the shared register and answers one job at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { maakWerker, type Opdracht } from './arbeid.ts';
import type { Register } from './register.ts';
import type { Blokken } from './sleutels.ts';

const { register, blokken } = workerData as { register: Register; blokken: Blokken };
const werk = maakWerker(register, blokken);

parentPort?.on('message', ({ nummer, opdracht }: { nummer: number; opdracht: Opdracht }) => {
  const uit = werk(opdracht);
  parentPort?.postMessage({ nummer, uit }, [
    uit.a.buffer as ArrayBuffer,
    uit.b.buffer as ArrayBuffer,
    uit.niveaus.buffer as ArrayBuffer,
  ]);
});
