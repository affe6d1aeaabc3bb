// SPDX-License-Identifier: EUPL-1.2
/** Divides jobs over threads. The outcome does not depend on how many there are, nor on who is first. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Soortwerk, type Staat, type Werk, Werkplaats } from './arbeid.ts';
import type { Register } from './register.ts';

/** What a thread is sent: something for all jobs, or one job. */
export type Bericht =
  | { readonly zet: { readonly [K in keyof Staat]?: Staat[K] | undefined } }
  | { readonly nummer: number; readonly soort: Soortwerk; readonly opdracht: never };

export interface Verdeler {
  /** Lays something out for all jobs that follow; `undefined` puts it away. */
  zet(wat: { readonly [K in keyof Staat]?: Staat[K] | undefined }): void;
  /** The answers come in the order of the jobs. */
  verdeel<S extends Soortwerk>(soort: S, opdrachten: readonly Werk[S]['in'][]): Promise<Werk[S]['uit'][]>;
  sluit(): Promise<void>;
}

export type MaakVerdeler = (r: Register) => Verdeler;

/** Without threads. */
export const zonderDraden: MaakVerdeler = (r) => {
  const werkplaats = new Werkplaats(r);
  return {
    zet: (wat) => werkplaats.zet(wat),
    verdeel: async (soort, opdrachten) => opdrachten.map((o) => werkplaats.doe(soort, o)),
    sluit: async () => undefined,
  };
};

/** Threads that share the register; the main thread only waits. */
export function metDraden(aantal = Math.max(1, Math.min(16, availableParallelism()))): MaakVerdeler {
  return (r) => {
    const draden = Array.from(
      { length: aantal },
      () => new Worker(new URL('./arbeider.ts', import.meta.url), { workerData: r }),
    );
    return {
      zet: (wat) => {
        for (const draad of draden) draad.postMessage({ zet: wat } satisfies Bericht);
      },
      verdeel: <S extends Soortwerk>(soort: S, opdrachten: readonly Werk[S]['in'][]) =>
        new Promise<Werk[S]['uit'][]>((klaar, mis) => {
          const uit: Werk[S]['uit'][] = [];
          let volgende = 0;
          let open = opdrachten.length;
          if (open === 0) klaar(uit);
          for (const draad of draden) {
            const geef = (): void => {
              const nummer = volgende++;
              const opdracht = opdrachten[nummer];
              if (opdracht !== undefined) draad.postMessage({ nummer, soort, opdracht });
            };
            draad.removeAllListeners('message');
            draad.removeAllListeners('error');
            draad.on('error', mis);
            draad.on('message', (antwoord: { nummer: number; uit: Werk[S]['uit'] }) => {
              uit[antwoord.nummer] = antwoord.uit;
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
}
