// SPDX-License-Identifier: EUPL-1.2
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { beginVanDag, dagnummer, lokaleDatum } from './dagen.ts';
import { feestdagenVan } from './feestdagen.ts';
import {
  atwGeldt,
  type Duur,
  isWerkdag,
  laatsteDag,
  telDagen,
  telJaren,
  telMaanden,
  telVolgensAtw,
  telWeken,
  telWerkdagenOp,
  werkdagenTussen,
} from './werkdagen.ts';

/** Noon on a date, here. */
function op(datum: string): Date {
  return new Date(beginVanDag(dagnummer(datum)).getTime() + 12 * 3_600_000);
}

const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2049-06-30'), noInvalidDate: true });
const aantal = fc.integer({ min: 1, max: 60 });

describe('a working day', () => {
  it('is no Saturday, Sunday or holiday in or under Atw art. 3', () => {
    // 2026: 23 November is a Monday.
    expect(isWerkdag('2026-11-23')).toBe(true);
    expect(isWerkdag('2026-11-21')).toBe(false);
    expect(isWerkdag('2026-11-22')).toBe(false);
    expect(isWerkdag('2026-04-03')).toBe(false); // Goede Vrijdag, lid 2
    expect(isWerkdag('2026-05-05')).toBe(false); // lid 1
    expect(isWerkdag('2026-05-15')).toBe(false); // Friday after Hemelvaartsdag, lid 3
    expect(isWerkdag('2026-12-31')).toBe(true);
  });

  it('of a moment is that of the local day', () => {
    expect(isWerkdag(new Date('2026-11-20T22:59:59Z'))).toBe(true); // Friday 23:59:59
    expect(isWerkdag(new Date('2026-11-20T23:00:00Z'))).toBe(false); // Saturday 00:00
  });

  it('agrees with the oracle on every day of 2000 to 2050, the decrees of lid 3 left out', () => {
    const orakel = new Holidays('NL');
    let afwijkend = 0;
    for (let jaar = 2000; jaar <= 2050; jaar += 1) {
      const lid3 = new Set(
        feestdagenVan(jaar)
          .filter(({ lid }) => lid === 3)
          .map(({ datum }) => datum),
      );
      const vrij = new Set(
        orakel
          .getHolidays(jaar)
          .filter(({ type, rule }) => type === 'public' || rule === 'easter -2' || rule === '05-05')
          .map(({ date }) => date.slice(0, 10)),
      );
      for (let d = Temporal.PlainDate.from(`${jaar}-01-01`); d.year === jaar; d = d.add({ days: 1 })) {
        const datum = d.toString();
        const verwacht = d.dayOfWeek < 6 && !vrij.has(datum) && !lid3.has(datum);
        if (isWerkdag(datum) !== verwacht) afwijkend += 1;
      }
    }
    expect(afwijkend).toBe(0);
  });
});

describe('five working days (worked out by hand)', () => {
  it.each([
    // A plain week: Tue 24 (1), Wed 25, Thu 26, Fri 27, [weekend], Mon 30 (5).
    ['Monday', '2026-11-23', '2026-11-30'],
    // In the weekend nothing counts; Mon 23 is day one: 23, 24, 25, 26, Fri 27.
    ['Saturday', '2026-11-21', '2026-11-27'],
    ['Sunday', '2026-11-22', '2026-11-27'],
    // Christmas: Mon 21 (1), 22, 23, 24 (4), [Fri 25, Sat 26 Christmas, Sun], Mon 28 (5).
    ['Friday before Christmas', '2026-12-18', '2026-12-28'],
    // Year end: Thu 31 Dec (1), [Fri 1 Jan, weekend], Mon 4 (2), 5, 6, Thu 7 Jan (5).
    ['30 December', '2026-12-30', '2027-01-07'],
    // The other year end, with 2 January put on a par by decree: Wed 31 Dec (1), [Thu 1, Fri 2, weekend], 5, 6, 7, Thu 8.
    ['30 December 2025', '2025-12-30', '2026-01-08'],
    // Easter: Thu 2 (1), [Fri 3 Goede Vrijdag, weekend, Mon 6 Easter Monday], Tue 7 (2), 8, 9, Fri 10 (5).
    ['Wednesday before Easter', '2026-04-01', '2026-04-10'],
    // King's day and 5 May: [Mon 27], Tue 28 (1), 29, 30, Fri 1 May (4), [weekend], Mon 4 (5).
    ['Friday before Koningsdag', '2026-04-24', '2026-05-04'],
    // [Tue 5 May], Wed 6 (1), 7, 8, [weekend], Mon 11 (4), Tue 12 (5).
    ['4 May', '2026-05-04', '2026-05-12'],
    // Hemelvaart: Tue 12 (1), 13 (2), [Thu 14, Fri 15 by decree, weekend], Mon 18 (3), 19, Wed 20 (5).
    ['Monday before Hemelvaart', '2026-05-11', '2026-05-20'],
    // Pentecost: Fri 22 (1), [weekend, Mon 25], Tue 26 (2), 27, 28, Fri 29 (5).
    ['Thursday before Pentecost', '2026-05-21', '2026-05-29'],
    // Leap day 2024 is a Thursday: it counts. Wed 28 (1), Thu 29 (2), Fri 1 (3), Mon 4, Tue 5 (5).
    ['over a leap day', '2024-02-27', '2024-03-05'],
    // 2027 has no leap day: Mon 1 March (1) after Friday 26 February, then 2, 3, 4, Fri 5.
    ['over the end of February', '2027-02-26', '2027-03-05'],
  ])('%s', (_naam, ontvangen, laatste) => {
    const vervaltOp = telWerkdagenOp(op(ontvangen), 5);
    expect(laatsteDag(vervaltOp)).toBe(laatste);
    expect(vervaltOp).toEqual(beginVanDag(dagnummer(laatste) + 1));
  });

  it('end when the last day ends: at 24:00 here, which is 23:00 UTC in winter and 22:00 in summer', () => {
    expect(telWerkdagenOp(op('2026-11-23'), 5)).toEqual(new Date('2026-11-30T23:00:00Z'));
    expect(telWerkdagenOp(op('2026-06-01'), 5)).toEqual(new Date('2026-06-08T22:00:00Z'));
  });

  it('do not depend on the hour of receipt', () => {
    const verwacht = telWerkdagenOp(op('2026-11-23'), 5);
    expect(telWerkdagenOp(new Date('2026-11-22T23:00:00Z'), 5)).toEqual(verwacht); // Monday 00:00
    expect(telWerkdagenOp(new Date('2026-11-23T22:59:59.999Z'), 5)).toEqual(verwacht); // Monday 23:59:59.999
    expect(laatsteDag(telWerkdagenOp(new Date('2026-11-23T23:00:00Z'), 5))).toBe('2026-12-01'); // Tuesday 00:00
  });
});

describe('counting working days', () => {
  it('n and then m is n+m', () => {
    fc.assert(
      fc.property(moment, aantal, aantal, (ontvangen, n, m) => {
        const eerst = telWerkdagenOp(ontvangen, n);
        const opLaatsteDag = new Date(eerst.getTime() - 1);
        expect(telWerkdagenOp(opLaatsteDag, m)).toEqual(telWerkdagenOp(ontvangen, n + m));
      }),
    );
  });

  it('never ends on a weekend or holiday, and always after receipt', () => {
    fc.assert(
      fc.property(moment, aantal, (ontvangen, n) => {
        const vervaltOp = telWerkdagenOp(ontvangen, n);
        expect(isWerkdag(laatsteDag(vervaltOp))).toBe(true);
        expect(laatsteDag(vervaltOp) > lokaleDatum(ontvangen)).toBe(true);
      }),
    );
  });

  it('later received is never sooner due, and more days is later due', () => {
    fc.assert(
      fc.property(moment, fc.nat(40 * 86_400_000), aantal, (ontvangen, later, n) => {
        const eerst = telWerkdagenOp(ontvangen, n).getTime();
        expect(telWerkdagenOp(new Date(ontvangen.getTime() + later), n).getTime()).toBeGreaterThanOrEqual(
          eerst,
        );
        expect(telWerkdagenOp(ontvangen, n + 1).getTime()).toBeGreaterThan(eerst);
      }),
    );
  });

  it('is undone by counting back', () => {
    fc.assert(
      fc.property(moment, aantal, (ontvangen, n) => {
        const laatste = laatsteDag(telWerkdagenOp(ontvangen, n));
        expect(werkdagenTussen(ontvangen, laatste)).toBe(n);
        expect(werkdagenTussen(laatste, ontvangen)).toBe(-n);
      }),
    );
  });

  it('agrees with a slow count day by day with Temporal', () => {
    fc.assert(
      fc.property(moment, aantal, (ontvangen, n) => {
        let dag = Temporal.Instant.fromEpochMilliseconds(ontvangen.getTime())
          .toZonedDateTimeISO('Europe/Amsterdam')
          .toPlainDate();
        for (let nog = n; nog > 0; ) {
          dag = dag.add({ days: 1 });
          if (isWerkdag(dag.toString())) nog -= 1;
        }
        const einde = dag.add({ days: 1 }).toZonedDateTime('Europe/Amsterdam');
        expect(telWerkdagenOp(ontvangen, n).getTime()).toBe(einde.epochMilliseconds);
      }),
    );
  });

  it('takes whole numbers of 1 or more only', () => {
    for (const fout of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => telWerkdagenOp(op('2026-11-23'), fout), String(fout)).toThrow(RangeError);
    }
    expect(() => telWerkdagenOp(new Date('ooit'), 5)).toThrow(RangeError);
  });

  it('between two dates, in both directions and with itself', () => {
    expect(werkdagenTussen('2026-11-23', '2026-11-27')).toBe(4);
    expect(werkdagenTussen('2026-11-27', '2026-11-23')).toBe(-4); // Tue 24 to Fri 27 are passed again
    expect(werkdagenTussen('2026-11-20', '2026-11-22')).toBe(0); // only a weekend
    expect(werkdagenTussen('2026-11-23', '2026-11-23')).toBe(0);
  });
});

describe('calendar terms without extension', () => {
  it.each([
    // The day of the moment does not count; the same weekday n weeks later is the last day.
    ['10 weeks', laatsteDag(telWeken(op('2026-10-15'), 10)), '2026-12-24'],
    ['5 days', laatsteDag(telDagen(op('2026-11-23'), 5)), '2026-11-28'],
    ['1 month from 31 January', laatsteDag(telMaanden(op('2027-01-31'), 1)), '2027-02-28'],
    ['1 month from 31 January in a leap year', laatsteDag(telMaanden(op('2028-01-31'), 1)), '2028-02-29'],
    ['3 months over the year end', laatsteDag(telMaanden(op('2026-11-23'), 3)), '2027-02-23'],
    ['18 months', laatsteDag(telMaanden(op('2026-11-23'), 18)), '2028-05-23'],
    ['1 year from a leap day', laatsteDag(telJaren(op('2028-02-29'), 1)), '2029-02-28'],
    ['4 years from a leap day', laatsteDag(telJaren(op('2028-02-29'), 4)), '2032-02-29'],
  ])('%s', (_naam, gevonden, verwacht) => {
    expect(gevonden).toBe(verwacht);
  });
});

describe('Algemene termijnenwet', () => {
  const dagen = (n: number): Duur => ({ aantal: n, eenheid: 'dagen' });
  const weken = (n: number): Duur => ({ aantal: n, eenheid: 'weken' });

  it.each([
    // Art. 1 lid 1. Five days from Mon 23 Nov 2026: Tue 24 is 1, Sat 28 is 5; extended to Mon 30.
    ['ends on a Saturday', '2026-11-23', dagen(5), '2026-11-30'],
    // From Tue 24: Sun 29, so Mon 30 too.
    ['ends on a Sunday', '2026-11-24', dagen(5), '2026-11-30'],
    // From Wed 25: Mon 30 itself; nothing to extend.
    ['ends on a Monday', '2026-11-25', dagen(5), '2026-11-30'],
    // From Thu 26: Tue 1 Dec. Shorter than five working days (Thu 3 Dec): the law is stricter than practice here.
    ['ends on a Tuesday', '2026-11-26', dagen(5), '2026-12-01'],
    // Ten weeks from Thu 15 Oct 2026 is Thu 24 Dec, a working day.
    ['ten weeks to Christmas Eve', '2026-10-15', weken(10), '2026-12-24'],
    // From Fri 16 Oct: Fri 25 Dec, Christmas; Sat 26, Sun 27; so Mon 28.
    ['ten weeks to Christmas day', '2026-10-16', weken(10), '2026-12-28'],
    // Four weeks from Thu 16 Apr 2026 is Thu 14 May, Hemelvaart; Fri 15 by decree, weekend; so Mon 18.
    ['four weeks to Hemelvaart', '2026-04-16', weken(4), '2026-05-18'],
    // One day from Thu 2 Apr 2026: Goede Vrijdag (lid 2), weekend, Easter Monday; so Tue 7.
    ['one day to Goede Vrijdag', '2026-04-02', dagen(1), '2026-04-07'],
    // Art. 2. Three days from Thu 24 Dec 2026: Sun 27. Art. 1 gives Mon 28, but then only one such day is in it: Tue 29.
    ['three days over Christmas', '2026-12-24', dagen(3), '2026-12-29'],
    // Two days is less than three: art. 2 does not apply. Sat 26 becomes Mon 28.
    ['two days over Christmas', '2026-12-24', dagen(2), '2026-12-28'],
    // The published example of the three days to think after buying a house (staatsrechtpraktijk.nl, 1 January 2018):
    // signed Tue 19 Dec 2017, up to and including Fri 22; signed a day later, up to and including Wed 27 (23, 24 weekend,
    // 25, 26 Christmas).
    ['the house bought on a Tuesday', '2017-12-19', dagen(3), '2017-12-22'],
    ['the house bought on a Wednesday', '2017-12-20', dagen(3), '2017-12-27'],
    // The end of 2007: by decree 24, 27, 28 and 31 December were on a par. A week from Sun 23 Dec is Sun 30: 24 (d), 25, 26,
    // 27 (d), 28 (d), 29, 30: no working day in it at all. Art. 1: [31 (d), 1 Jan] Wed 2 Jan; art. 2 asks for two: Thu 3.
    ['a week without a working day', '2007-12-23', weken(1), '2008-01-03'],
    // Art. 4 onder a. Thirteen weeks is more than twelve: not extended. Sat 26 Sep 2026 + 91 days = Sat 26 Dec.
    ['thirteen weeks', '2026-09-26', weken(13), '2026-12-26'],
    // Twelve weeks it does apply to: Sat 3 Oct 2026 + 84 = Sat 26 Dec; Mon 28.
    ['twelve weeks', '2026-10-03', weken(12), '2026-12-28'],
    // A year: not extended. 21 Nov 2026 is a Saturday, and stays the last day.
    ['one year', '2025-11-21', { aantal: 1, eenheid: 'jaren' } as Duur, '2026-11-21'],
    // Three months: extended. 28 Aug 2026 + 3 months = Sat 28 Nov; Mon 30.
    ['three months', '2026-08-28', { aantal: 3, eenheid: 'maanden' } as Duur, '2026-11-30'],
    // Four months: not. 28 Jul 2026 + 4 = Sat 28 Nov.
    ['four months', '2026-07-28', { aantal: 4, eenheid: 'maanden' } as Duur, '2026-11-28'],
  ])('%s', (_naam, vanaf, duur, laatste) => {
    expect(laatsteDag(telVolgensAtw(op(vanaf), duur))).toBe(laatste);
  });

  it('art. 4 onder a: which terms it leaves alone', () => {
    const geldt = (aantalVan: number, eenheid: Duur['eenheid']) => atwGeldt({ aantal: aantalVan, eenheid });
    expect([geldt(90, 'dagen'), geldt(91, 'dagen')]).toEqual([true, false]);
    expect([geldt(12, 'weken'), geldt(13, 'weken')]).toEqual([true, false]);
    expect([geldt(3, 'maanden'), geldt(4, 'maanden')]).toEqual([true, false]);
    expect([geldt(1, 'uren'), geldt(1, 'jaren')]).toEqual([false, false]);
    expect(() => telVolgensAtw(op('2026-11-23'), { aantal: 24, eenheid: 'uren' })).toThrow(RangeError);
  });

  it('never ends on a Saturday, Sunday or holiday, never shortens, and holds two working days from three days on', () => {
    const duur = fc.oneof(
      fc.record({ aantal: fc.integer({ min: 1, max: 90 }), eenheid: fc.constant('dagen' as const) }),
      fc.record({ aantal: fc.integer({ min: 1, max: 12 }), eenheid: fc.constant('weken' as const) }),
      fc.record({ aantal: fc.integer({ min: 1, max: 3 }), eenheid: fc.constant('maanden' as const) }),
    );
    const kaal = { dagen: telDagen, weken: telWeken, maanden: telMaanden };
    fc.assert(
      fc.property(moment, duur, (vanaf, lengte) => {
        const vervaltOp = telVolgensAtw(vanaf, lengte);
        const zonder = kaal[lengte.eenheid](vanaf, lengte.aantal);
        expect(isWerkdag(laatsteDag(vervaltOp))).toBe(true);
        expect(vervaltOp.getTime()).toBeGreaterThanOrEqual(zonder.getTime());
        const inTermijn = werkdagenTussen(vanaf, laatsteDag(vervaltOp));
        if (lengte.eenheid !== 'dagen' || lengte.aantal >= 3) expect(inTermijn).toBeGreaterThanOrEqual(2);
        // It is extended no further than needed: a working day less would end on a free day or hold too few.
        if (vervaltOp > zonder && inTermijn > 2) {
          expect(werkdagenTussen(laatsteDag(zonder), laatsteDag(vervaltOp))).toBe(1);
        }
      }),
    );
  });
});
