// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginVanDag, dagnummer } from '../../platform/clock/dagen.ts';
import { type Duur, isWerkdag, laatsteDag } from '../../platform/clock/werkdagen.ts';
import {
  bereken,
  isOpTijd,
  nieuweTermijn,
  type Opschorting,
  type Termijn,
  toestand,
  verbruikt,
} from './termijn.ts';
import { getTermijnsoort, TERMIJNSOORTEN } from './termijnsoorten.ts';

const DAG = 86_400_000;
const UUR = 3_600_000;

/** A moment in the Netherlands: winter time unless `zomer`. 2026: summer time from 29 March to 25 October. */
function op(tekst: string, zomer = false): Date {
  return new Date(`${tekst.replace(' ', 'T')}:00${zomer ? '+02:00' : '+01:00'}`);
}

function stil(van: Date, tot: Date | null): Opschorting {
  return { van, tot, reden: 'wacht op de politie' };
}

function termijn(begint: Date, duur: Duur, rest: Partial<Termijn> = {}): Termijn {
  return {
    begint,
    duur,
    einddag: 'werkdag',
    waarschuwVooraf: { aantal: 1, eenheid: 'werkdagen' },
    opschortingen: [],
    verlengingen: [],
    afgerondOp: null,
    ...rest,
  };
}

const werkdagen = (aantal: number): Duur => ({ aantal, eenheid: 'werkdagen' });
const weken = (aantal: number): Duur => ({ aantal, eenheid: 'weken' });
const uren = (aantal: number): Duur => ({ aantal, eenheid: 'uren' });

/** The last day of a term, or 'stil'. */
function laatste(t: Termijn): string {
  const { vervaltOp } = bereken(t);
  return vervaltOp === null ? 'stil' : laatsteDag(vervaltOp);
}

describe('a beoordeling', () => {
  // Received Monday 23 November 2026: Tue 24 (1), Wed, Thu, Fri 27 (4), Mon 30 (5).
  const beoordeling = nieuweTermijn(getTermijnsoort('beoordeling'), op('2026-11-23 10:00'));

  it('ends when the fifth working day ends, and asks attention from the working day before', () => {
    expect(bereken(beoordeling)).toEqual({
      waarschuwtOp: op('2026-11-27 00:00'),
      vervaltOp: op('2026-12-01 00:00'),
    });
  });

  it('runs, warns and is too late, to the millisecond', () => {
    const net = (moment: Date) => new Date(moment.getTime() - 1);
    expect(toestand(beoordeling, op('2026-11-23 10:00'))).toBe('loopt');
    expect(toestand(beoordeling, net(op('2026-11-27 00:00')))).toBe('loopt');
    expect(toestand(beoordeling, op('2026-11-27 00:00'))).toBe('waarschuwing');
    expect(toestand(beoordeling, net(op('2026-12-01 00:00')))).toBe('waarschuwing');
    expect(toestand(beoordeling, op('2026-12-01 00:00'))).toBe('te laat');
  });

  it('is done when it is done, and in time or not', () => {
    const klaar = (moment: Date) => ({ ...beoordeling, afgerondOp: moment });
    expect(isOpTijd(beoordeling)).toBeNull();
    expect(isOpTijd(klaar(new Date(op('2026-12-01 00:00').getTime() - 1)))).toBe(true);
    expect(isOpTijd(klaar(op('2026-12-01 00:00')))).toBe(false);
    expect(toestand(klaar(op('2026-12-02 09:00')), op('2026-12-03 09:00'))).toBe('afgerond');
    // Seen from a moment before it was done, it was not yet done.
    expect(toestand(klaar(op('2026-12-02 09:00')), op('2026-12-01 09:00'))).toBe('te laat');
  });
});

describe('acute danger', () => {
  it('is 24 hours on the clock that runs, also in the night in which the clocks change', () => {
    // Saturday 24 October 20:00 summer time; a day of 25 hours follows: Sunday 19:00 winter time.
    const spoed = nieuweTermijn(getTermijnsoort('spoed_24u'), op('2026-10-24 20:00', true));
    expect(bereken(spoed)).toEqual({
      waarschuwtOp: op('2026-10-25 15:00'),
      vervaltOp: op('2026-10-25 19:00'),
    });
  });

  it('does not wait for Monday', () => {
    const spoed = nieuweTermijn(getTermijnsoort('spoed_24u'), op('2026-12-25 08:00'));
    expect(bereken(spoed).vervaltOp).toEqual(op('2026-12-26 08:00'));
  });
});

describe('terms of law', () => {
  it('an onderzoek of ten weeks that would end at Christmas ends on the working day after', () => {
    // Decided Fri 16 October 2026; 70 days later is Fri 25 December; Sat, Sun; Mon 28. Warning: two weeks before, Mon 14.
    const onderzoek = nieuweTermijn(getTermijnsoort('onderzoek'), op('2026-10-16 11:00', true));
    expect(bereken(onderzoek)).toEqual({
      waarschuwtOp: op('2026-12-14 00:00'),
      vervaltOp: op('2026-12-29 00:00'),
    });
  });

  it('the five days in which an onderzoek starts can be shorter than five working days', () => {
    // Thu 26 November: Tue 1 December is the fifth day; the fifth working day is Thu 3.
    const begint = op('2026-11-26 09:00');
    expect(laatste(nieuweTermijn(getTermijnsoort('start_onderzoek'), begint))).toBe('2026-12-01');
    expect(laatste(nieuweTermijn(getTermijnsoort('beoordeling'), begint))).toBe('2026-12-03');
  });

  it('telling the person: four weeks, each time two weeks more, counted from the end before it was moved', () => {
    const soort = getTermijnsoort('informeren_betrokkenen');
    const twee = { duur: weken(2), reden: 'gevaar voor het kind' };
    // Recorded Mon 2 November: Mon 30 November; then Mon 14 and Mon 28 December.
    const maandag = nieuweTermijn(soort, op('2026-11-02 09:00'));
    expect(laatste(maandag)).toBe('2026-11-30');
    expect(laatste({ ...maandag, verlengingen: [twee] })).toBe('2026-12-14');
    expect(laatste({ ...maandag, verlengingen: [twee, twee] })).toBe('2026-12-28');
    // Recorded Fri 27 November: Fri 25 December, moved to Mon 28; two weeks more: Fri 8 January and not Mon 11.
    const vrijdag = nieuweTermijn(soort, op('2026-11-27 09:00'));
    expect(laatste(vrijdag)).toBe('2026-12-28');
    expect(laatste({ ...vrijdag, verlengingen: [twee] })).toBe('2027-01-08');
  });
});

describe('extension', () => {
  const begint = op('2026-11-23 10:00');
  const meer = (duur: Duur) => ({ verlengingen: [{ duur, reden: 'meer tijd nodig' }] });

  it('of working days by working days is their sum', () => {
    expect(bereken(termijn(begint, werkdagen(5), meer(werkdagen(3))))).toEqual(
      bereken(termijn(begint, werkdagen(8))),
    );
  });

  it('of days by hours counts from the moment at which the days end, and the other way round from that day', () => {
    // Fifth working day: Mon 30 November, ends 1 December 00:00; six hours more.
    expect(bereken(termijn(begint, werkdagen(5), meer(uren(6)))).vervaltOp).toEqual(op('2026-12-01 06:00'));
    // 24 hours from Mon 10:00 is Tue 24 10:00; one working day more is Wed 25.
    expect(laatste(termijn(begint, uren(24), meer(werkdagen(1))))).toBe('2026-11-25');
  });
});

describe('suspension', () => {
  const begint = op('2026-11-23 10:00');

  it('of a term in weeks makes it end as many days later as it stood still', () => {
    // Ten weeks from Mon 23 November is Mon 1 February 2027. Still from Mon 7 to Thu 17 December: 10 days: Thu 11 February.
    const t = (van: string, tot: string) =>
      termijn(begint, weken(10), { opschortingen: [stil(op(van), op(tot))] });
    expect(laatste(t('2026-12-07 15:00', '2026-12-17 09:00'))).toBe('2027-02-11');
    // Five days: Sat 6 February, moved to Mon 8.
    expect(laatste(t('2026-12-07 15:00', '2026-12-12 09:00'))).toBe('2027-02-08');
    // From the day on which it began, which does not count anyway, to Thu 26 November: Tue and Wed: Wed 3 February.
    expect(laatste(t('2026-11-23 12:00', '2026-11-26 09:00'))).toBe('2027-02-03');
    // Before it began: nothing.
    expect(laatste(t('2026-11-16 12:00', '2026-11-20 09:00'))).toBe('2027-02-01');
    // On and off on one day: nothing.
    expect(laatste(t('2026-12-07 09:00', '2026-12-07 17:00'))).toBe('2027-02-01');
  });

  it('inside another, or overlapping it, counts once', () => {
    const t = (...opschortingen: Opschorting[]) => laatste(termijn(begint, weken(10), { opschortingen }));
    const tien = stil(op('2026-12-07 15:00'), op('2026-12-17 09:00'));
    expect(t(tien, stil(op('2026-12-09 15:00'), op('2026-12-10 09:00')))).toBe('2027-02-11');
    // From Mon 7 to Fri 18 December together: 11 days: Fri 12 February.
    expect(t(tien, stil(op('2026-12-16 15:00'), op('2026-12-18 09:00')))).toBe('2027-02-12');
  });

  it('of a term in working days does not count the days on which it stood still', () => {
    // Tue 24 (1); still Wed 25 to Sun 29; resumed Mon 30 (2), Tue 1 (3), Wed 2 (4), Thu 3 December (5).
    const opschortingen = [stil(op('2026-11-25 10:00'), op('2026-11-30 09:00'))];
    expect(laatste(termijn(begint, werkdagen(5), { opschortingen }))).toBe('2026-12-03');
  });

  it('of a term in hours does not count the time', () => {
    const opschortingen = [
      stil(op('2026-11-23 12:00'), op('2026-11-23 14:00')),
      // Overlaps the first: 13:00 to 15:30 adds an hour and a half.
      stil(op('2026-11-23 13:00'), op('2026-11-23 15:30')),
      // Began before the term did: only 10:00 to 10:30 counts.
      stil(op('2026-11-23 08:00'), op('2026-11-23 10:30')),
    ];
    // 24 hours + 3.5 + 0.5.
    expect(bereken(termijn(begint, uren(24), { opschortingen })).vervaltOp).toEqual(op('2026-11-24 14:00'));
    // From the very end on: too late.
    const daarna = [stil(op('2026-11-24 10:00'), op('2026-11-24 12:00'))];
    expect(bereken(termijn(begint, uren(24), { opschortingen: daarna })).vervaltOp).toEqual(
      op('2026-11-24 10:00'),
    );
  });

  it('that is open: nobody can say when the term ends', () => {
    const open = termijn(begint, werkdagen(5), { opschortingen: [stil(op('2026-11-25 10:00'), null)] });
    expect(bereken(open)).toEqual({ waarschuwtOp: null, vervaltOp: null });
    expect(toestand(open, op('2027-06-01 12:00'))).toBe('opgeschort');
    expect(verbruikt(open, op('2026-11-26 12:00'))).toBeNull();
    // Before it began, the term ran.
    expect(toestand(open, op('2026-11-25 09:59'))).toBe('loopt');
    expect(toestand(open, op('2026-11-25 10:00'))).toBe('opgeschort');
    expect(isOpTijd({ ...open, afgerondOp: op('2027-06-01 12:00') })).toBe(true);
  });

  it('on the last day still holds the term, and that day is given back', () => {
    // Last day Mon 30 November; still from 15:00 to Wed 2 December 09:00: Mon and Tue do not count, Wed is the fifth.
    const van = op('2026-11-30 15:00');
    expect(laatste(termijn(begint, werkdagen(5), { opschortingen: [stil(van, null)] }))).toBe('stil');
    const dicht = termijn(begint, werkdagen(5), { opschortingen: [stil(van, op('2026-12-02 09:00'))] });
    expect(laatste(dicht)).toBe('2026-12-02');
    expect(toestand(dicht, op('2026-12-01 12:00'))).toBe('opgeschort');
    expect(toestand(dicht, op('2026-12-02 08:59'))).toBe('opgeschort');
    expect(toestand(dicht, op('2026-12-02 09:00'))).toBe('waarschuwing');
  });

  it('after the end changes nothing: too late stays too late and cannot be hidden', () => {
    const laat = termijn(begint, werkdagen(5), { opschortingen: [stil(op('2026-12-01 00:00'), null)] });
    expect(laatste(laat)).toBe('2026-11-30');
    expect(toestand(laat, op('2026-12-05 12:00'))).toBe('te laat');
    const later = { ...laat, opschortingen: [stil(op('2026-12-01 00:00'), op('2026-12-10 00:00'))] };
    expect(laatste(later)).toBe('2026-11-30');
  });

  it('in the days by which the term was moved for Christmas stops the moved term', () => {
    // Ten weeks from Fri 16 October: Fri 25 December, moved to Mon 28. Still from Sun 27 to Wed 30: three days: Thu 31.
    const t = termijn(op('2026-10-16 11:00', true), weken(10), {
      einddag: 'atw',
      opschortingen: [stil(op('2026-12-27 12:00'), op('2026-12-30 09:00'))],
    });
    expect(laatste(t)).toBe('2026-12-31');
    // Begun before the 25th: five days (24 to 28) from Fri 25: Wed 30.
    const eerder = { ...t, opschortingen: [stil(op('2026-12-24 12:00'), op('2026-12-29 09:00'))] };
    expect(laatste(eerder)).toBe('2026-12-30');
  });

  it('cannot end before it begins', () => {
    const t = termijn(begint, weken(1), {
      opschortingen: [stil(op('2026-11-25 10:00'), op('2026-11-24 10:00'))],
    });
    expect(() => bereken(t)).toThrow(RangeError);
  });
});

describe('a warning', () => {
  it('never comes before the term began', () => {
    const t = termijn(op('2026-11-23 10:00'), werkdagen(1), { waarschuwVooraf: weken(2) });
    expect(bereken(t).waarschuwtOp).toEqual(op('2026-11-23 10:00'));
  });

  it('counts back in working days over a weekend, in weeks to the same weekday, in months to the same date', () => {
    // Last day Mon 30 November.
    const met = (waarschuwVooraf: Duur) =>
      bereken(termijn(op('2026-11-02 10:00'), weken(4), { waarschuwVooraf })).waarschuwtOp;
    expect(met(werkdagen(2))).toEqual(op('2026-11-26 00:00'));
    expect(met(weken(1))).toEqual(op('2026-11-23 00:00'));
    expect(met({ aantal: 3, eenheid: 'dagen' })).toEqual(op('2026-11-27 00:00'));
    expect(met(uren(6))).toEqual(op('2026-11-30 18:00'));
    // Last day Wed 23 November 2028; a year before it, and a month before it.
    const lang = (waarschuwVooraf: Duur) =>
      bereken(termijn(op('2026-11-23 10:00'), { aantal: 2, eenheid: 'jaren' }, { waarschuwVooraf }))
        .waarschuwtOp;
    expect(lang({ aantal: 1, eenheid: 'jaren' })).toEqual(op('2027-11-23 00:00'));
    expect(lang({ aantal: 1, eenheid: 'maanden' })).toEqual(op('2028-10-23 00:00', true));
  });
});

describe('how much is used', () => {
  it('runs from 0 to 1', () => {
    const t = termijn(op('2026-11-23 10:00'), uren(24));
    expect(verbruikt(t, op('2026-11-23 09:00'))).toBe(0);
    expect(verbruikt(t, op('2026-11-23 22:00'))).toBe(0.5);
    expect(verbruikt(t, op('2026-11-25 10:00'))).toBe(1);
  });
});

describe('always', () => {
  const begin = fc.date({ min: new Date('2015-01-01'), max: new Date('2045-01-01'), noInvalidDate: true });
  const duur: fc.Arbitrary<Duur> = fc.oneof(
    fc.record({ aantal: fc.integer({ min: 1, max: 400 }), eenheid: fc.constant('uren' as const) }),
    fc.record({
      aantal: fc.integer({ min: 1, max: 30 }),
      eenheid: fc.constantFrom('dagen' as const, 'werkdagen' as const, 'weken' as const, 'maanden' as const),
    }),
  );
  const einddag = fc.constantFrom('atw' as const, 'werkdag' as const, 'kalenderdag' as const);
  // Suspensions as offsets in hours from the begin of the term, so that most of them meet it.
  const opschorting = fc.record({
    na: fc.integer({ min: -100, max: 3_000 }),
    uren: fc.integer({ min: 0, max: 800 }),
  });
  const willekeurig = fc
    .record({ begin, duur, einddag, vooraf: duur, stiltes: fc.array(opschorting, { maxLength: 4 }) })
    .map(({ begin: begint, duur: lengte, einddag: hoe, vooraf, stiltes }) =>
      termijn(begint, lengte, {
        einddag: hoe,
        waarschuwVooraf: vooraf,
        opschortingen: stiltes.map(({ na, uren: u }) => {
          const van = begint.getTime() + na * UUR;
          return stil(new Date(van), new Date(van + u * UUR));
        }),
      }),
    );

  function einde(t: Termijn): number {
    const { vervaltOp } = bereken(t);
    if (vervaltOp === null) throw new Error('no open suspension was given');
    return vervaltOp.getTime();
  }

  it('begin ≤ warning < end', () => {
    fc.assert(
      fc.property(willekeurig, (t) => {
        const { waarschuwtOp, vervaltOp } = bereken(t);
        expect(waarschuwtOp?.getTime()).toBeGreaterThanOrEqual(t.begint.getTime());
        expect(waarschuwtOp?.getTime()).toBeLessThan(vervaltOp?.getTime() ?? 0);
      }),
    );
  });

  it('a suspension or an extension never makes the term end sooner, and an extension makes it end later', () => {
    fc.assert(
      fc.property(willekeurig, duur, (t, meer) => {
        const zonder = einde({ ...t, opschortingen: [] });
        expect(einde(t)).toBeGreaterThanOrEqual(zonder);
        // A part of what was suspended never moves the end further than the whole.
        expect(einde(t)).toBeGreaterThanOrEqual(einde({ ...t, opschortingen: t.opschortingen.slice(1) }));
        const plat: Termijn = { ...t, einddag: 'kalenderdag', opschortingen: [] };
        expect(einde({ ...plat, verlengingen: [{ duur: meer, reden: 'x' }] })).toBeGreaterThan(einde(plat));
      }),
    );
  });

  it('the order in which suspensions are told does not matter', () => {
    fc.assert(
      fc.property(willekeurig, (t) => {
        expect(einde({ ...t, opschortingen: t.opschortingen.toReversed() })).toBe(einde(t));
      }),
    );
  });

  it('a calendar term that stood still inside ends exactly that many days later', () => {
    fc.assert(
      fc.property(
        begin,
        fc.integer({ min: 2, max: 20 }),
        fc.nat(13),
        fc.integer({ min: 1, max: 60 }),
        (b, n, na, dagen) => {
          const dag = dagnummer(laatsteDag(new Date(b.getTime() + 1))) + 1 + na;
          const t = termijn(b, weken(n), { einddag: 'kalenderdag' });
          const met = { ...t, opschortingen: [stil(beginVanDag(dag), beginVanDag(dag + dagen))] };
          expect(dagnummer(laatste(met)) - dagnummer(laatste(t))).toBe(dagen);
        },
      ),
    );
  });

  it('without suspension a term runs, then warns, then is too late, and never goes back', () => {
    const volgorde = ['loopt', 'waarschuwing', 'te laat'];
    fc.assert(
      fc.property(willekeurig, fc.array(fc.nat(60 * DAG), { minLength: 2 }), (t, stappen) => {
        const kaal = { ...t, opschortingen: [] };
        let nu = t.begint.getTime();
        let vorige = -1;
        for (const stap of stappen) {
          nu += stap;
          const plaats = volgorde.indexOf(toestand(kaal, new Date(nu)));
          expect(plaats).toBeGreaterThanOrEqual(Math.max(0, vorige));
          vorige = plaats;
        }
      }),
    );
  });

  it('a kind that ends on a working day does so, whenever it begins', () => {
    const soorten = TERMIJNSOORTEN.map((soort) => getTermijnsoort(soort)).filter(
      (soort) => soort.einddag !== 'kalenderdag',
    );
    fc.assert(
      fc.property(begin, fc.constantFrom(...soorten), (b, soort) => {
        expect(isWerkdag(laatste(nieuweTermijn(soort, b))), soort.soort).toBe(true);
      }),
    );
  });
});
