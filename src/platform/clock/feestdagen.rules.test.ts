// SPDX-License-Identifier: EUPL-1.2
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { dagnummer, weekdag } from './dagen.ts';
import { eerstePaasdag, feestdagenVan, findFeestdag, gelijkstellingBekend } from './feestdagen.ts';

const JAREN = Array.from({ length: 51 }, (_, i) => 2000 + i);

/**
 * The oracle: date-holidays, made by others. It sorts days by who is free, we by what stops a term; so:
 * - `public` is taken, but first Easter day and first Pentecost day, which are not in Atw art. 3 lid 1 (both are Sundays);
 * - Goede Vrijdag and Bevrijdingsdag it calls `school`, because not everyone is free. Atw art. 3 has both: lid 2 and lid 1,
 *   the latter every year and not only in the lustrum years in which most people are free;
 * - `bank` (31 December) and `observance` do not stop a term;
 * - the decrees of lid 3 it does not know.
 */
const orakel = new Holidays('NL');

function volgensOrakel(jaar: number): string[] {
  const gevonden = orakel
    .getHolidays(jaar)
    .filter(({ type, rule }) => type === 'public' || rule === 'easter -2' || rule === '05-05')
    .filter(({ rule }) => rule !== 'easter' && rule !== 'easter 49')
    .map(({ date }) => date.slice(0, 10));
  return [...new Set(gevonden)].sort();
}

describe('Atw art. 3', () => {
  it.each(JAREN)('lid 1 and 2 in %i as the oracle has them', (jaar) => {
    const onze = feestdagenVan(jaar).filter(({ lid }) => lid !== 3);
    expect(onze.map(({ datum }) => datum)).toEqual(volgensOrakel(jaar));
  });

  it('names nine days, less when two fall together', () => {
    // Hemelvaartsdag was on 5 May in 2016: Easter 27 March + 39 days (4 left in March, 30 in April, 5 in May).
    expect(feestdagenVan(2026).filter(({ lid }) => lid !== 3)).toHaveLength(9);
    expect(feestdagenVan(2016).filter(({ lid }) => lid !== 3)).toHaveLength(8);
  });

  it('has 5 May every year, also outside the lustrum', () => {
    for (const jaar of JAREN) expect(findFeestdag(dagnummer(`${jaar}-05-05`))?.lid).toBe(1);
  });

  it('does not have 31 December, 4 May or the Sundays of Easter and Pentecost', () => {
    for (const datum of ['2026-12-31', '2026-05-04', '2026-04-05', '2026-05-24']) {
      expect(findFeestdag(dagnummer(datum)), datum).toBeUndefined();
    }
  });

  it("moves the King's day from a Sunday to the Saturday before", () => {
    // 27 April 2014 and 2025 were Sundays; 2026-04-27 is a Monday.
    expect(findFeestdag(dagnummer('2014-04-26'))?.naam).toBe('Koningsdag');
    expect(findFeestdag(dagnummer('2025-04-26'))?.naam).toBe('Koningsdag');
    expect(findFeestdag(dagnummer('2025-04-27'))).toBeUndefined();
    expect(findFeestdag(dagnummer('2026-04-27'))?.naam).toBe('Koningsdag');
    // Until 2013 it was 30 April; in 2006 a Sunday.
    expect(findFeestdag(dagnummer('2006-04-29'))?.naam).toBe('Koninginnedag');
    expect(findFeestdag(dagnummer('2006-04-30'))).toBeUndefined();
    expect(findFeestdag(dagnummer('2013-04-30'))?.naam).toBe('Koninginnedag');
    expect(findFeestdag(dagnummer('2013-04-27'))).toBeUndefined();
  });

  it('lid 3: the days that the decree for 2026 to 2028 puts on a par', () => {
    const gelijk = [2026, 2027, 2028].flatMap((jaar) => feestdagenVan(jaar).filter(({ lid }) => lid === 3));
    expect(gelijk.map(({ datum }) => datum)).toEqual([
      '2026-01-02',
      '2026-05-15',
      '2027-05-07',
      '2028-04-28',
      '2028-05-26',
    ]);
  });

  it('lid 3: each day of a decree is a Monday to Friday beside a weekend or a holiday', () => {
    // Nothing else would make sense to put on a par; a typing error in the table would show here.
    const vrij = (dag: number) => weekdag(dag) > 4 || findFeestdag(dag) !== undefined;
    for (const { datum, lid } of JAREN.flatMap(feestdagenVan)) {
      if (lid !== 3) continue;
      const dag = dagnummer(datum);
      expect(weekdag(dag), datum).toBeLessThan(5);
      expect(vrij(dag - 1) && vrij(dag + 1), datum).toBe(true);
    }
  });

  it('lid 3: the Friday after Hemelvaartsdag is on a par in every year of which the decree is known', () => {
    for (const jaar of JAREN.filter(gelijkstellingBekend)) {
      const vrijdag = dagnummer(eerstePaasdag(jaar)) + 40;
      expect(findFeestdag(vrijdag), String(jaar)).toBeDefined();
    }
  });

  it('says of which years it does not know the decree', () => {
    expect(JAREN.filter((jaar) => jaar <= 2030 && !gelijkstellingBekend(jaar))).toEqual([
      2000, 2001, 2002, 2003, 2004, 2020, 2021, 2022, 2029, 2030,
    ]);
  });

  it('gives a list that nobody can spoil', () => {
    const lijst = feestdagenVan(2026) as unknown as { datum: string }[];
    expect(() => lijst.pop()).toThrow(TypeError);
    expect(() => Object.assign(lijst[0] ?? {}, { datum: '2026-01-03' })).toThrow(TypeError);
  });
});

describe('Easter', () => {
  it('on the earliest and latest dates that it can have, and on those that people remember', () => {
    // 22 March 1818 (earliest; next in 2285) and 25 April 1943 and 2038 (latest) are in every almanac.
    expect(eerstePaasdag(1818)).toBe('1818-03-22');
    expect(eerstePaasdag(2285)).toBe('2285-03-22');
    expect(eerstePaasdag(1943)).toBe('1943-04-25');
    expect(eerstePaasdag(2038)).toBe('2038-04-25');
    expect(eerstePaasdag(2026)).toBe('2026-04-05');
  });

  it('is always a Sunday from 22 March to 25 April', () => {
    for (let jaar = 1583; jaar <= 4099; jaar += 1) {
      const pasen = eerstePaasdag(jaar);
      expect(weekdag(dagnummer(pasen)), pasen).toBe(6);
      expect(pasen.slice(5) >= '03-22' && pasen.slice(5) <= '04-25', pasen).toBe(true);
    }
  });
});
