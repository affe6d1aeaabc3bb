// SPDX-License-Identifier: EUPL-1.2
// What platform/clock/dagen.ts asks of Temporal, from Intl: the browser then need not load the 20 kB of the polyfill
// (vite.config.ts puts this in its place, for that one file). tijdzone.rules.test.ts holds it against the polyfill.

interface Moment {
  readonly epochMilliseconds: number;
  readonly offsetNanoseconds: number;
  getTimeZoneTransition(richting: 'next'): Moment | null;
}

const stap = 20 * 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** How far the zone is ahead of UTC, in ms. */
function offsetAt(ms: number, zone: string): number {
  let f = formatters.get(zone);
  if (!f) {
    f = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, f);
  }
  const heel = Math.floor(ms / 1000) * 1000;
  const deel: Record<string, number> = {};
  for (const p of f.formatToParts(heel)) deel[p.type] = Number(p.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = deel;
  return Date.UTC(year, month - 1, day, hour, minute, second) - heel;
}

function momentAt(ms: number, zone: string): Moment {
  const nu = offsetAt(ms, zone);
  return {
    epochMilliseconds: ms,
    offsetNanoseconds: nu * 1e6,
    getTimeZoneTransition() {
      // No zone changes its clock twice within 20 days; after two years without a change there is none to come.
      for (let vroeg = ms; vroeg < ms + 37 * stap; vroeg += stap) {
        if (offsetAt(vroeg + stap, zone) === nu) continue;
        let [laag, hoog] = [Math.floor(vroeg / 1000), Math.floor((vroeg + stap) / 1000)];
        while (hoog - laag > 1) {
          const midden = Math.floor((laag + hoog) / 2);
          if (offsetAt(midden * 1000, zone) === nu) laag = midden;
          else hoog = midden;
        }
        return momentAt(hoog * 1000, zone);
      }
      return null;
    },
  };
}

export const Temporal = {
  Instant: {
    fromEpochMilliseconds: (ms: number) => ({ toZonedDateTimeISO: (zone: string) => momentAt(ms, zone) }),
  },
};
