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

/** Puts the queue's own tables in place. Before the migrations, which call it. */
export async function migreerTaken(beheer: Pool): Promise<void> {
  await runMigrations({ pgPool: beheer });
}

/**
 * Starts the jobs and the sweep.
 * @param ronde what must be re-derived regularly, every `elkeMs` milliseconds of real time
 */
export async function startTaken(
  beheer: Pool,
  taken: Record<string, Taak>,
  ronde: () => Promise<void>,
  meld: (wat: string, fout: unknown) => void,
  elkeMs = 60_000,
): Promise<Taken> {
  let runner: Runner | null = await run({
    pgPool: beheer,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
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
  runner.promise.catch((fout: unknown) => {
    laatsteFout = 'De takenrij is gestopt.';
    meld('runner', fout);
  });
  return {
    gezond: () => laatsteFout,
    async stop() {
      clearInterval(klok);
      await bezig;
      await runner?.stop();
      runner = null;
    },
  };
}

function stilleLogger() {
  return new Logger(() => () => undefined);
}
