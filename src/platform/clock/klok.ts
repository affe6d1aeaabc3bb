// SPDX-License-Identifier: EUPL-1.2

/**
 * What time it is. Rules never ask: they get moments as arguments. Only the edges (the writing door, the jobs, main)
 * hold a clock, so that a test or a demo can hold another one.
 */
export interface Klok {
  /** The moment now. Never earlier than a moment this clock gave before. Each call gives a fresh `Date`. */
  nu(): Date;
}

/** What a clock knows about a source that ran backwards (a wrong system clock, a restored virtual machine). */
export interface Terugval {
  /** How often the source stepped back since this clock was made. */
  readonly keren: number;
  /** The furthest that the source was behind a moment already given, in milliseconds. */
  readonly grootsteMs: number;
  /** How far the source is behind now, in milliseconds; 0 once it has caught up. */
  readonly nuAchterMs: number;
  /** The moment at which the clock stood still when the source last stepped back. */
  readonly laatsteOp: Date;
}

/** A clock that watches its own source, so that the health page can say that something is wrong. */
export interface BewaakteKlok extends Klok {
  /** `null` as long as the source never stepped back. */
  terugval(): Terugval | null;
}

/** A source of milliseconds since 1970-01-01T00:00Z that may lie, such as `Date.now`. */
export type Tijdbron = () => number;

/**
 * A clock that never goes back. When its source does, the clock stands still at the last moment it gave until the source
 * has caught up, and reports it through `terugval()`. The acts of the log therefore keep their order, and a deadline that
 * has passed cannot become open again.
 *
 * The price: after a source that was far ahead for a moment (someone set the year 2030 and back) this clock stays ahead.
 * Only a restart cures that; the health page must therefore warn as long as `nuAchterMs` is not 0.
 */
function nooitTerug(bron: Tijdbron): BewaakteKlok {
  let hoogste = lees(bron);
  let vorige = hoogste;
  let keren = 0;
  let grootsteMs = 0;
  let laatsteOp = 0;

  function kijk(): number {
    const gelezen = lees(bron);
    if (gelezen < vorige) {
      keren += 1;
      laatsteOp = hoogste;
    }
    vorige = gelezen;
    if (gelezen < hoogste) grootsteMs = Math.max(grootsteMs, hoogste - gelezen);
    else hoogste = gelezen;
    return hoogste;
  }

  return {
    nu: () => new Date(kijk()),
    terugval() {
      kijk();
      if (keren === 0) return null;
      return { keren, grootsteMs, nuAchterMs: hoogste - vorige, laatsteOp: new Date(laatsteOp) };
    },
  };
}

function lees(bron: Tijdbron): number {
  const ms = bron();
  if (!Number.isFinite(ms)) throw new RangeError('De tijdbron van de klok geeft geen geldig moment.');
  return ms;
}

/** The clock of the machine, made never to go back. One for the whole process. */
export const systeemKlok: BewaakteKlok = nooitTerug(() => Date.now());

/**
 * A clock that starts at `start` and runs on from there as fast as `echt` does. For the setting HOUVAST_KLOK (a demo that
 * always opens on the same day), and with another source for tests.
 *
 * @param echt the real time, in milliseconds since 1970; `Date.now` when left out.
 * @throws RangeError when `start` is no valid moment.
 */
export function klokVanaf(start: Date, echt: Tijdbron = () => Date.now()): BewaakteKlok {
  const verschil = geldig(start) - lees(echt);
  return nooitTerug(() => echt() + verschil);
}

/** A clock for tests: it stands still until the test moves it, and like every clock it never goes back. */
export class TestKlok implements Klok {
  #ms: number;

  /** @throws RangeError when `start` is no valid moment. */
  constructor(start: Date | string) {
    this.#ms = geldig(new Date(start));
  }

  nu(): Date {
    return new Date(this.#ms);
  }

  /** Sets the clock to a later (or the same) moment. @throws RangeError for an earlier one: make a new clock for that. */
  zet(moment: Date | string): this {
    const ms = geldig(new Date(moment));
    if (ms < this.#ms)
      throw new RangeError('Een klok gaat nooit terug. Maak voor een eerder moment een nieuwe TestKlok.');
    this.#ms = ms;
    return this;
  }

  /** Moves the clock on by `ms` milliseconds. @throws RangeError when `ms` is negative. */
  vooruit(ms: number): this {
    return this.zet(new Date(this.#ms + ms));
  }
}

function geldig(moment: Date): number {
  const ms = moment.getTime();
  if (Number.isNaN(ms))
    throw new RangeError('Dit is geen geldig moment. Gebruik bijvoorbeeld 2026-11-23T09:00:00+01:00.');
  return ms;
}
