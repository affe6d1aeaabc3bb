// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { isWerkdag, laatsteDag, telMaanden, telWeken, telWerkdagenOp } from './werkdagen.ts';

const UUR = 3_600_000;

describe('the days on which the clocks change', () => {
  // 2026: summer time from Sunday 29 March 02:00 (01:00 UTC) to Sunday 25 October 03:00 (01:00 UTC).
  it('a term over the begin of summer time ends at local midnight, an hour sooner in UTC', () => {
    // Fri 27 March 15:00; Mon 30 (1), Tue 31 (2); the end is 1 April 00:00, which is 22:00 UTC.
    const vervaltOp = telWerkdagenOp(new Date('2026-03-27T14:00:00Z'), 2);
    expect(vervaltOp).toEqual(new Date('2026-03-31T22:00:00Z'));
    expect(laatsteDag(vervaltOp)).toBe('2026-03-31');
  });

  it('a term over the end of summer time ends at local midnight, an hour later in UTC', () => {
    // Fri 23 Oct; Mon 26 (1); the end is 27 Oct 00:00, which is 23:00 UTC on the 26th.
    expect(telWerkdagenOp(new Date('2026-10-23T14:00:00Z'), 1)).toEqual(new Date('2026-10-26T23:00:00Z'));
    // Ten weeks from Wed 19 Aug (summer) is Wed 28 Oct (winter): 70 local days and one hour more.
    const vervaltOp = telWeken(new Date('2026-08-18T22:00:00Z'), 10);
    expect(vervaltOp).toEqual(new Date('2026-10-28T23:00:00Z'));
    expect(vervaltOp.getTime() - new Date('2026-08-19T22:00:00Z').getTime()).toBe(70 * 24 * UUR + UUR);
  });

  it('a term that ends on the day itself ends with that day, of 23 or of 25 hours', () => {
    // Four weeks from Sunday 1 March is Sunday 29 March; the next day begins at 22:00 UTC.
    expect(telWeken(new Date('2026-03-01T11:00:00Z'), 4)).toEqual(new Date('2026-03-29T22:00:00Z'));
    // One month from Friday 25 September is Sunday 25 October; the next day begins at 23:00 UTC.
    expect(telMaanden(new Date('2026-09-25T11:00:00Z'), 1)).toEqual(new Date('2026-10-25T23:00:00Z'));
  });

  it('received in the hour that comes twice, or just before the one that is skipped, is that Sunday', () => {
    // 02:30 twice on Sunday 25 October, 01:59 on Sunday 29 March: Monday is day one.
    for (const ontvangen of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']) {
      expect(laatsteDag(telWerkdagenOp(new Date(ontvangen), 1))).toBe('2026-10-26');
    }
    expect(laatsteDag(telWerkdagenOp(new Date('2026-03-29T00:59:00Z'), 1))).toBe('2026-03-30');
    expect(laatsteDag(telWerkdagenOp(new Date('2026-03-29T01:00:00Z'), 1))).toBe('2026-03-30');
  });

  it('does not depend on the time zone of the machine', () => {
    const vooraf = process.env['TZ'];
    try {
      for (const [zone, achterUtc] of [
        ['Pacific/Kiritimati', -840],
        ['America/Anchorage', 540],
        ['UTC', 0],
      ] as const) {
        process.env['TZ'] = zone;
        expect(new Date('2026-11-23T22:30:00Z').getTimezoneOffset()).toBe(achterUtc); // the machine is really there
        // Monday 23 November 23:30 here, which is Tuesday in Kiritimati and Monday afternoon in Anchorage.
        expect(telWerkdagenOp(new Date('2026-11-23T22:30:00Z'), 5)).toEqual(new Date('2026-11-30T23:00:00Z'));
      }
    } finally {
      if (vooraf === undefined) delete process.env['TZ'];
      else process.env['TZ'] = vooraf;
    }
  });
});

describe('speed', () => {
  it('a term of five working days costs far less than 50 microseconds', () => {
    const begin = Date.UTC(2024, 0, 1);
    const reken = () => {
      let som = 0;
      for (let i = 0; i < 50_000; i += 1) som += telWerkdagenOp(new Date(begin + i * 1_500_000), 5).getTime();
      return som;
    };
    reken(); // fills the years and warms the engine
    const start = performance.now();
    expect(reken()).toBeGreaterThan(50_000 * begin);
    expect((performance.now() - start) / 50_000).toBeLessThan(0.05);
    expect(isWerkdag('2026-11-23')).toBe(true);
  });
});
