// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { klokVanaf, systeemKlok, TestKlok } from './klok.ts';

const UUR = 3_600_000;
const START = new Date('2026-11-23T08:00:00Z');

/** A source of time that the test sets, also backwards: the wrong system clock. */
function bron(begin: number) {
  const wijzer = { nu: begin };
  return { wijzer, lees: () => wijzer.nu };
}

describe('a clock that starts at a moment', () => {
  it('gives its start first and runs on as fast as the real time', () => {
    const { wijzer, lees } = bron(5_000);
    const klok = klokVanaf(START, lees);
    expect(klok.nu()).toEqual(START);
    wijzer.nu += 90_000;
    expect(klok.nu()).toEqual(new Date('2026-11-23T08:01:30Z'));
    expect(klok.terugval()).toBeNull();
  });

  it('gives a fresh Date each time, so that nobody can turn the clock by hand', () => {
    const klok = klokVanaf(START, bron(0).lees);
    klok.nu().setFullYear(1999);
    expect(klok.nu()).toEqual(START);
  });

  it('refuses a start that is no moment', () => {
    expect(() => klokVanaf(new Date('gisteren'))).toThrow(RangeError);
  });
});

describe('a wrong clock', () => {
  it('stands still while the system clock is an hour behind, says so, and goes on when it has caught up', () => {
    const { wijzer, lees } = bron(0);
    const klok = klokVanaf(START, lees);
    wijzer.nu = 10_000;
    const laatste = klok.nu();

    wijzer.nu = 10_000 - UUR;
    expect(klok.nu()).toEqual(laatste);
    expect(klok.terugval()).toEqual({ keren: 1, grootsteMs: UUR, nuAchterMs: UUR, laatsteOp: laatste });

    wijzer.nu = 9_999;
    expect(klok.nu()).toEqual(laatste);
    expect(klok.terugval()?.nuAchterMs).toBe(1);

    wijzer.nu = 12_000;
    expect(klok.nu()).toEqual(new Date(START.getTime() + 12_000));
    expect(klok.terugval()).toEqual({ keren: 1, grootsteMs: UUR, nuAchterMs: 0, laatsteOp: laatste });
  });

  it('counts each step back once, and sees one that nobody asked the time during', () => {
    const { wijzer, lees } = bron(0);
    const klok = klokVanaf(START, lees);
    wijzer.nu = 5_000;
    klok.nu();
    wijzer.nu = 3_000;
    expect(klok.terugval()).toMatchObject({ keren: 1, grootsteMs: 2_000 });
    wijzer.nu = 4_000;
    klok.nu();
    wijzer.nu = 1_000;
    klok.nu();
    expect(klok.terugval()).toMatchObject({ keren: 2, grootsteMs: 4_000, nuAchterMs: 4_000 });
  });

  it('stays ahead after a source that was in 2030 for a moment, and keeps warning', () => {
    const { wijzer, lees } = bron(0);
    const klok = klokVanaf(START, lees);
    wijzer.nu = 4 * 365 * 24 * UUR;
    const later = klok.nu();
    wijzer.nu = 60_000;
    expect(klok.nu()).toEqual(later);
    expect(klok.terugval()?.nuAchterMs).toBe(4 * 365 * 24 * UUR - 60_000);
  });

  it('never goes back, whatever the source does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 2, maxLength: 50 }),
        (standen) => {
          const { wijzer, lees } = bron(standen[0] ?? 0);
          const klok = klokVanaf(START, lees);
          let vorige = klok.nu().getTime();
          for (const stand of standen) {
            wijzer.nu = stand;
            const nu = klok.nu().getTime();
            expect(nu).toBeGreaterThanOrEqual(vorige);
            vorige = nu;
          }
          // It stood still at the furthest that the source ever was.
          expect(vorige - START.getTime()).toBe(Math.max(...standen) - (standen[0] ?? 0));
        },
      ),
    );
  });

  it('refuses a source that gives no number', () => {
    expect(() => klokVanaf(START, () => Number.NaN)).toThrow(RangeError);
  });
});

describe('the system clock', () => {
  it('tells the time of the machine', () => {
    const voor = Date.now();
    const nu = systeemKlok.nu().getTime();
    expect(nu).toBeGreaterThanOrEqual(voor);
    expect(nu - voor).toBeLessThan(1_000);
  });
});

describe('the test clock', () => {
  it('stands still until it is moved', () => {
    const klok = new TestKlok('2026-11-23T09:00:00+01:00');
    expect(klok.nu()).toEqual(START);
    expect(klok.vooruit(UUR).nu()).toEqual(new Date('2026-11-23T09:00:00Z'));
    expect(klok.zet('2026-12-01T00:00:00Z').nu()).toEqual(new Date('2026-12-01T00:00:00Z'));
  });

  it('does not go back either', () => {
    const klok = new TestKlok(START);
    expect(klok.zet(START).vooruit(0).nu()).toEqual(START);
    expect(() => klok.zet(new Date(START.getTime() - 1))).toThrow(/nooit terug/);
    expect(() => klok.vooruit(-1)).toThrow(/nooit terug/);
    expect(klok.nu()).toEqual(START);
  });
});
