// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { beginVanDag, dagnummer } from '../../platform/clock/dagen.ts';
import { zegTermijn, zegTermijnPrecies } from './zegtermijn.ts';

/** The end of a term of which this is the last day. */
function totEnMet(datum: string): Date {
  return beginVanDag(dagnummer(datum) + 1);
}

function op(tekst: string): Date {
  return new Date(`${tekst.replace(' ', 'T')}:00+01:00`);
}

// Wednesday 25 November 2026.
const NU = op('2026-11-25 14:00');

describe('a term in days', () => {
  it.each([
    // Thu 26 and Fri 27 are two working days.
    ['2026-11-27', 'over 2 werkdagen, vr 27 nov', 'in 2 working days, Fri 27 Nov'],
    // Thu, Fri, [weekend], Mon: three.
    ['2026-11-30', 'over 3 werkdagen, ma 30 nov', 'in 3 working days, Mon 30 Nov'],
    ['2026-11-26', 'morgen, do 26 nov', 'tomorrow, Thu 26 Nov'],
    ['2026-11-25', 'vandaag', 'today'],
    // 14 days: still in working days, ten of them; 15 days: two weeks.
    ['2026-12-09', 'over 10 werkdagen, wo 9 dec', 'in 10 working days, Wed 9 Dec'],
    ['2026-12-10', 'over 2 weken, do 10 dec', 'in 2 weeks, Thu 10 Dec'],
    // 47 days is six weeks and five days; another year is said.
    ['2027-01-11', 'over 6 weken, ma 11 jan 2027', 'in 6 weeks, Mon 11 Jan 2027'],
    // Eighteen months to the day, and a day less.
    ['2028-05-25', 'over 18 maanden, do 25 mei 2028', 'in 18 months, Thu 25 May 2028'],
    ['2028-05-24', 'over 17 maanden, wo 24 mei 2028', 'in 17 months, Wed 24 May 2028'],
    // 91 days is thirteen weeks; from 92 on it is months.
    ['2027-02-24', 'over 13 weken, wo 24 feb 2027', 'in 13 weeks, Wed 24 Feb 2027'],
    ['2027-02-25', 'over 3 maanden, do 25 feb 2027', 'in 3 months, Thu 25 Feb 2027'],
    // Too late: Mon 23, Tue 24 and Wed 25 have passed since Fri 20.
    ['2026-11-20', '3 werkdagen te laat', '3 working days late'],
    ['2026-11-24', '1 werkdag te laat', '1 working day late'],
    ['2026-11-04', '3 weken te laat', '3 weeks late'],
  ])('to %s', (laatste, nl, en) => {
    expect(zegTermijn(totEnMet(laatste), NU)).toBe(nl);
    expect(zegTermijn(totEnMet(laatste), NU, 'en')).toBe(en);
  });

  it('counts plain days where there is no working day between', () => {
    // Friday 20 to Sunday 22 November.
    expect(zegTermijn(totEnMet('2026-11-22'), op('2026-11-20 10:00'))).toBe('over 2 dagen, zo 22 nov');
    expect(zegTermijn(totEnMet('2026-11-20'), op('2026-11-21 10:00'))).toBe('1 dag te laat');
    expect(zegTermijn(totEnMet('2026-11-20'), op('2026-11-22 10:00'), 'en')).toBe('2 days late');
  });

  it('is today until midnight and too late from then on', () => {
    expect(zegTermijn(totEnMet('2026-11-25'), op('2026-11-25 23:59'))).toBe('vandaag');
    expect(zegTermijn(totEnMet('2026-11-25'), op('2026-11-26 00:00'))).toBe('1 werkdag te laat');
    expect(zegTermijn(totEnMet('2026-11-26'), op('2026-11-26 00:00'))).toBe('vandaag');
  });

  it('says one working day for one', () => {
    // Friday to Monday: not tomorrow, but one working day.
    expect(zegTermijn(totEnMet('2026-11-23'), op('2026-11-20 10:00'))).toBe('over 1 werkdag, ma 23 nov');
  });
});

describe('a term in hours', () => {
  it.each([
    ['2026-11-25 19:10', 'over 5 uur, vandaag 19:10', 'in 5 hours, today 19:10'],
    ['2026-11-26 09:15', 'over 19 uur, morgen 09:15', 'in 19 hours, tomorrow 09:15'],
    ['2026-11-25 14:40', 'over 40 minuten, vandaag 14:40', 'in 40 minutes, today 14:40'],
    ['2026-11-25 15:00', 'over 1 uur, vandaag 15:00', 'in 1 hour, today 15:00'],
    ['2026-11-26 14:00', 'morgen 14:00', 'tomorrow 14:00'],
    ['2026-11-26 16:30', 'morgen 16:30', 'tomorrow 16:30'],
    ['2026-11-27 14:32', 'over 2 werkdagen, vr 27 nov 14:32', 'in 2 working days, Fri 27 Nov 14:32'],
    ['2026-11-25 12:00', '2 uur te laat', '2 hours late'],
    ['2026-11-25 13:59', '1 minuut te laat', '1 minute late'],
    ['2026-11-25 14:00', '1 minuut te laat', '1 minute late'],
    ['2026-11-24 14:00', '1 werkdag te laat', '1 working day late'],
    ['2026-11-23 12:00', '2 werkdagen te laat', '2 working days late'],
  ])('to %s', (vervaltOp, nl, en) => {
    expect(zegTermijn(op(vervaltOp), NU)).toBe(nl);
    expect(zegTermijn(op(vervaltOp), NU, 'en')).toBe(en);
  });

  it('with less than a minute to go says one minute, not none', () => {
    expect(zegTermijn(new Date(NU.getTime() + 20_000), NU)).toBe('over 1 minuut, vandaag 14:00');
  });
});

describe('the exact end', () => {
  it('names the last day of a term in days, and the time of a term in hours', () => {
    expect(zegTermijnPrecies(totEnMet('2026-11-27'))).toBe('tot en met vrijdag 27 november 2026');
    expect(zegTermijnPrecies(totEnMet('2026-11-27'), 'en')).toBe(
      'up to and including Friday 27 November 2026',
    );
    expect(zegTermijnPrecies(op('2026-11-27 14:32'))).toBe('vrijdag 27 november 2026, 14:32');
  });
});
