// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import {
  dagenTussen,
  dagVan,
  datum,
  gebeurd,
  leeftijd,
  leeftijdTekst,
  moment,
  relatief,
  tijdstip,
} from './tijd.ts';

const nu = '2026-11-23T13:10:00Z'; // Monday 14:10 in Amsterdam

describe('a day in Amsterdam', () => {
  it('is not the day in UTC', () => {
    expect(dagVan('2026-11-22T23:30:00Z')).toBe('2026-11-23');
    expect(dagVan('2026-07-01T22:30:00Z')).toBe('2026-07-02');
    expect(dagVan('2026-11-03')).toBe('2026-11-03');
  });
  it('counts whole days, also over the change of the clock', () => {
    expect(dagenTussen('2026-10-24', '2026-10-26')).toBe(2);
    expect(dagenTussen(nu, '2026-11-22T22:59:00Z')).toBe(-1);
  });
});

describe('what a report may hold for a date', () => {
  it.each([
    ['2026-02-30', '2026-02-30'],
    ['2026-13-45', '2026-13-45'],
    ['2026-13', '2026-13'],
    ['vorige zomer', 'vorige zomer'],
    ['', ''],
    ['2026-11-22', '22 november'],
    ['2026-10', 'oktober 2026'],
    ['2026-11-22T22:10:00+05:00', 'zo 22 nov 18:10'],
  ])('%s is said as "%s", never as another day', (gegeven, woorden) => {
    expect(gebeurd(gegeven, nu, 'nl')).toBe(woorden);
  });
  it.each([
    ['XXXX-03-12', '12 maart, jaar onbekend', '12 March, year unknown'],
    ['XXXX-03', 'maart, jaar onbekend', 'March, year unknown'],
    ['XXXX-XX-12', 'dag 12, maand en jaar onbekend', 'day 12, month and year unknown'],
    ['1984-XX-12', 'dag 12 1984, maand onbekend', 'day 12 1984, month unknown'],
  ])('%s is said as far as it is known', (gegeven, nl, en) => {
    expect(datum(gegeven, {}, 'nl')).toBe(nl);
    expect(datum(gegeven, {}, 'en')).toBe(en);
    expect(leeftijdTekst(gegeven, nu, 'nl')).toBe('');
  });
  it('does not fall over where a day is expected', () => {
    expect(datum('vorige zomer', { kort: true }, 'nl')).toBe('vorige zomer');
    expect(datum('2019-02-30', {}, 'nl')).toBe('2019-02-30');
  });
  it.each(['2031-01-01', '2027', '2026-12', '2019-02-30'])('gives no age to who is born on %s', (geboren) => {
    expect(leeftijd(geboren, nu)).toBeUndefined();
    expect(leeftijdTekst(geboren, nu, 'nl')).toBe('');
  });
});

describe('saying when', () => {
  it.each([
    ['2026-11-23T13:09:40Z', 'nu'],
    ['2026-11-23T12:52:00Z', '18 min geleden'],
    ['2026-11-23T13:40:00Z', 'over 30 min'],
    ['2026-11-23T08:00:00Z', 'vandaag 09:00'],
    ['2026-11-22T11:00:00Z', 'gisteren 12:00'],
    ['2026-11-24T16:00:00Z', 'morgen 17:00'],
    ['2026-11-27T16:00:00Z', 'vr 27 nov 17:00'],
    ['2026-11-03', '3 nov'],
    ['2026-11-22', 'gisteren'],
    ['2025-03-02', '2 mrt 2025'],
    ['2026-10', 'oktober 2026'],
    ['2025', '2025'],
  ])('%s is "%s"', (t, woorden) => {
    expect(relatief(t, nu, 'nl')).toBe(woorden);
  });
  it('gives the time of an older moment when asked', () => {
    expect(relatief('2026-11-03T13:02:00Z', nu, 'nl', true)).toBe('3 nov 14:02');
    expect(relatief('2026-11-03', nu, 'nl', true)).toBe('3 nov');
  });
  it('speaks English', () => {
    expect(relatief('2026-11-22T11:00:00Z', nu, 'en')).toBe('yesterday 12:00');
    expect(datum('2026-11-03', {}, 'en')).toBe('3 November 2026');
  });
  it('writes dates in full, short, and without a known year', () => {
    expect(datum('2026-11-03', {}, 'nl')).toBe('3 november 2026');
    expect(datum('2026-11-03', { kort: true, weekdag: true }, 'nl')).toBe('di 3 nov 2026');
    expect(datum('2026-11-03', { nu }, 'nl')).toBe('3 november');
    expect(moment('2026-11-27T16:00:00Z', nu, 'nl')).toBe('vr 27 nov 17:00');
    expect(tijdstip('2026-11-23T13:02:00Z', 'nl')).toBe('14:02');
  });
});

describe('age', () => {
  it('changes on the birthday', () => {
    expect(leeftijd('2017-11-24', nu)?.jaren).toBe(8);
    expect(leeftijd('2017-11-23', nu)?.jaren).toBe(9);
  });
  it('says what is certain when the date is partly known', () => {
    expect(leeftijdTekst('1984', nu, 'nl')).toBe('41 of 42 jaar');
    expect(leeftijdTekst('1984-11', nu, 'nl')).toBe('41 of 42 jaar');
    expect(leeftijdTekst('1984-05', nu, 'nl')).toBe('42 jaar');
    expect(leeftijdTekst('1984-12', nu, 'nl')).toBe('41 jaar');
  });
  it('counts months for the very young', () => {
    expect(leeftijdTekst('2026-06-01', nu, 'nl')).toBe('5 maanden');
    expect(leeftijdTekst('2026-10-23', nu, 'nl')).toBe('1 maand');
    expect(leeftijdTekst('2024-11-23', nu, 'nl')).toBe('2 jaar');
  });
  it('is nothing for what is no date', () => {
    expect(leeftijd('onbekend', nu)).toBeUndefined();
    expect(leeftijdTekst('', nu, 'nl')).toBe('');
  });
});
