// SPDX-License-Identifier: EUPL-1.2
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  beginVanDag,
  dagnummer,
  dagVan,
  datumVan,
  eindeVanDag,
  lokaleDatum,
  minuutVanDag,
  plusMaanden,
  weekdag,
} from './dagen.ts';

const EERSTE = dagnummer('2000-01-01');
const LAATSTE = dagnummer('2050-12-31');

describe('local days', () => {
  it('begin and end when Temporal says so, every day from 2000 to 2050', () => {
    let afwijkend = 0;
    let datum = Temporal.PlainDate.from('2000-01-01');
    for (let dag = EERSTE; dag <= LAATSTE; dag += 1, datum = datum.add({ days: 1 })) {
      const begin = datum.toZonedDateTime('Europe/Amsterdam').epochMilliseconds;
      if (beginVanDag(dag).getTime() !== begin) afwijkend += 1;
      if (datumVan(dag) !== datum.toString()) afwijkend += 1;
      if (weekdag(dag) !== datum.dayOfWeek - 1) afwijkend += 1;
      // The last millisecond of the day before is still the day before.
      if (dagVan(new Date(begin)) !== dag || dagVan(new Date(begin - 1)) !== dag - 1) afwijkend += 1;
    }
    expect(afwijkend).toBe(0);
  });

  it('last 23 hours when summer time begins and 25 when it ends', () => {
    // 2026: the last Sundays of March and October are the 29th and the 25th.
    const uren = (datum: string) =>
      (eindeVanDag(dagnummer(datum)).getTime() - beginVanDag(dagnummer(datum)).getTime()) / 3_600_000;
    expect(uren('2026-03-28')).toBe(24);
    expect(uren('2026-03-29')).toBe(23);
    expect(uren('2026-10-25')).toBe(25);
    expect(uren('2026-10-26')).toBe(24);
  });

  it('are the local ones: an evening in UTC can be the next day here', () => {
    expect(lokaleDatum(new Date('2026-11-23T22:59:59.999Z'))).toBe('2026-11-23');
    expect(lokaleDatum(new Date('2026-11-23T23:00:00Z'))).toBe('2026-11-24');
    expect(lokaleDatum(new Date('2026-07-01T21:59:59Z'))).toBe('2026-07-01');
    expect(lokaleDatum(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
    // Year end: midnight in the Netherlands is 23:00 UTC, still the old year there.
    expect(lokaleDatum(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
  });

  it('tell the time on the wall, also in the hour that comes twice', () => {
    expect(minuutVanDag(new Date('2026-10-25T00:30:00Z'))).toBe(150);
    expect(minuutVanDag(new Date('2026-10-25T01:30:00Z'))).toBe(150);
    expect(minuutVanDag(new Date('2026-03-29T00:59:00Z'))).toBe(119);
    expect(minuutVanDag(new Date('2026-03-29T01:00:00Z'))).toBe(180);
  });
});

describe('dates', () => {
  it('that do not exist are refused', () => {
    for (const datum of [
      '2027-02-29',
      '2026-13-01',
      '2026-11-31',
      '26-11-2026',
      '2026-1-1',
      '',
      '2026-11-23T10:00',
    ]) {
      expect(() => dagnummer(datum), datum).toThrow(RangeError);
    }
    expect(dagnummer('1970-01-01')).toBe(0);
    expect(dagnummer('1969-12-31')).toBe(-1);
    expect(weekdag(-1)).toBe(2);
  });

  it('months later keep the day of the month, or take the last one', () => {
    const plus = (datum: string, aantal: number) => datumVan(plusMaanden(dagnummer(datum), aantal));
    expect(plus('2026-01-31', 1)).toBe('2026-02-28');
    expect(plus('2024-01-31', 1)).toBe('2024-02-29');
    expect(plus('2026-11-30', 3)).toBe('2027-02-28');
    expect(plus('2026-11-23', 18)).toBe('2028-05-23');
    expect(plus('2027-03-31', -1)).toBe('2027-02-28');
    expect(plus('2027-01-15', -2)).toBe('2026-11-15');
  });

  it('a moment that is none is refused', () => {
    expect(() => dagVan(new Date('nooit'))).toThrow(RangeError);
  });
});
