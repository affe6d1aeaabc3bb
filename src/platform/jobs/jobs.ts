// SPDX-License-Identifier: EUPL-1.2
// The queue only wakes things up; what must happen stands in rows. Losing a job is harmless: the sweep finds the row.
import { Logger, type Runner, run, runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';

/** What a job gets: ids only. `regio` is always there. */
export type Taak = (inhoud: Record<string, string>) => Promise<void>;

export interface Taken {
  /** Whether the runner has looked in lately and its last sweep went well. */
  gezond(): string | null;
  stop(): Promise<void>;
}

/** After so many looks in a row that failed the queue starts anew; two workers look every two seconds. */
const VAAK_MIS = 4;

/** Puts the queue's own tables in place. Before the migrations, which call it. */
export async function migreerTaken(beheer: Pool): Promise<void> {
  await runMigrations({ pgPool: beheer });
}

/**
 * Starts the jobs and the sweep, and starts the jobs again when they ended by themselves.
 * @param ronde what must be re-derived regularly, every `elkeMs` milliseconds of real time
 */
export async function startTaken(
  beheer: Pool,
  taken: Record<string, Taak>,
  ronde: () => Promise<void>,
  meld: (wat: string, fout: unknown) => void,
  elkeMs = 60_000,
): Promise<Taken> {
  let runner: Runner | null = null;
  let klaar = false;
  let rijFout: string | null = null;
  const draai = async () => {
    runner = await run({
      pgPool: beheer,
      concurrency: 2,
      pollInterval: 2_000,
      noHandleSignals: true,
      // 0 ms, not none: without a batch nobody catches what goes wrong when it notes how a job ended, and a database that
      // goes away at that moment would take the whole server down (graphile-worker 0.18)
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      // the default logger prints payloads; ours says nothing but that a job failed
      logger: stilleLogger(),
      taskList: Object.fromEntries(
        Object.entries(taken).map(([naam, taak]) => [
          naam,
          async (inhoud: unknown) => {
            try {
              await taak(inhoud as Record<string, string>);
            } catch (fout) {
              meld(naam, fout);
              throw fout;
            }
          },
        ]),
      ),
    });
    rijFout = null;
    // a first look that failed is kept for good (graphile-worker 0.18): the queue would stand still until the next start
    const deze = runner;
    let mis = 0;
    deze.events.on('worker:getJob:empty', () => {
      mis = 0;
    });
    deze.events.on('job:start', () => {
      mis = 0;
    });
    deze.events.on('worker:getJob:error', () => {
      mis += 1;
      if (mis === VAAK_MIS) deze.stop().catch(() => undefined);
    });
    // it gives up when it cannot write down what became of a job (the database went away under it), and may do so quietly
    void deze.promise
      .catch((fout: unknown) => meld('takenrij', fout))
      .then(() => {
        runner = null;
        if (!klaar) weerOpGang();
      });
  };
  const weerOpGang = () => {
    rijFout = 'De takenrij is gestopt.';
    setTimeout(() => {
      if (klaar) return;
      draai().catch((fout: unknown) => {
        meld('takenrij', fout);
        weerOpGang();
      });
    }, 3_000).unref();
  };
  await draai();
  let laatsteFout: string | null = null;
  let bezig: Promise<void> | null = null;
  const loop = () => {
    bezig ??= ronde()
      .then(() => {
        laatsteFout = null;
      })
      .catch((fout: unknown) => {
        laatsteFout = 'De ronde langs de termijnen lukte niet.';
        meld('ronde', fout);
        // not well: look again soon, not in a minute
        setTimeout(loop, 3_000).unref();
      })
      .finally(() => {
        bezig = null;
      });
  };
  loop();
  const klok = setInterval(loop, elkeMs);
  klok.unref();
  return {
    gezond: () => rijFout ?? laatsteFout,
    async stop() {
      klaar = true;
      clearInterval(klok);
      await bezig;
      await runner?.stop();
    },
  };
}

function stilleLogger() {
  return new Logger(() => () => undefined);
}
