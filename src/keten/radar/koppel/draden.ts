// SPDX-License-Identifier: EUPL-1.2
/** Divides jobs over threads. The outcome does not depend on how many there are, nor on who is first. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Opdracht, Paren } from './arbeid.ts';
import type { MaakVerdeler } from './koppel.ts';

/** Threads that share the register; the main thread only waits. */
export const metDraden: MaakVerdeler = async (register, blokken) => {
  const aantal = Math.max(1, Math.min(16, availableParallelism()));
  const draden = Array.from(
    { length: aantal },
    () => new Worker(new URL('./arbeider.ts', import.meta.url), { workerData: { register, blokken } }),
  );
  return {
    verdeel: (opdrachten: readonly Opdracht[]) =>
      new Promise<Paren[]>((klaar, mis) => {
        const uit: Paren[] = [];
        let volgende = 0;
        let open = opdrachten.length;
        if (open === 0) klaar(uit);
        for (const draad of draden) {
          const geef = (): void => {
            const nummer = volgende++;
            const opdracht = opdrachten[nummer];
            if (opdracht !== undefined) draad.postMessage({ nummer, opdracht });
          };
          draad.removeAllListeners('message');
          draad.removeAllListeners('error');
          draad.on('error', mis);
          draad.on('message', (bericht: { nummer: number; uit: Paren }) => {
            uit[bericht.nummer] = bericht.uit;
            open--;
            if (open === 0) klaar(uit);
            else geef();
          });
          geef();
        }
      }),
    sluit: async () => {
      await Promise.all(draden.map((d) => d.terminate()));
    },
  };
};
