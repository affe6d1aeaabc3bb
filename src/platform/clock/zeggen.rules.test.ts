// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { zegDag, zegDagVoluit, zegTijd } from './zeggen.ts';

describe('days as people say them', () => {
  it('agree with what the platform says, every day of a year and in both languages', () => {
    // Intl as oracle; its Dutch short forms have a point, ours have not.
    for (const taal of ['nl', 'en'] as const) {
      const opmaak = new Intl.DateTimeFormat(taal === 'nl' ? 'nl-NL' : 'en-GB', {
        timeZone: 'Europe/Amsterdam',
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      });
      for (let dag = 0; dag < 365; dag += 1) {
        const moment = new Date(Date.UTC(2026, 0, 1, 12) + dag * 86_400_000);
        expect(zegDagVoluit(moment, taal)).toBe(opmaak.format(moment).replace(',', ''));
      }
    }
  });

  it('are short, with the year only when it is another', () => {
    expect(zegDag('2026-11-27', '2026-11-23')).toBe('vr 27 nov');
    expect(zegDag('2027-03-03', '2026-11-23')).toBe('wo 3 mrt 2027');
    expect(zegDag('2026-11-27', '2026-11-23', 'en')).toBe('Fri 27 Nov');
    expect(zegDag('2025-05-05', '2026-11-23', 'en')).toBe('Mon 5 May 2025');
    // New year's eve here, although it is already the next year in UTC+9 and still the old one in UTC.
    expect(zegDag(new Date('2026-12-31T23:30:00Z'), new Date('2026-12-31T22:30:00Z'))).toBe('vr 1 jan 2027');
  });

  it('and the time on the wall', () => {
    expect(zegTijd(new Date('2026-11-27T16:00:00Z'))).toBe('17:00');
    expect(zegTijd(new Date('2026-07-01T06:05:59Z'))).toBe('08:05');
    expect(zegTijd(new Date('2026-11-26T23:00:00Z'))).toBe('00:00');
  });
});
