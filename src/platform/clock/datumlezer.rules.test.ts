// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDatum, readGegeven } from './datumlezer.ts';

const vandaag = '2026-11-23'; // a Monday

describe('a birth date', () => {
  it.each([
    ['3 mei 84', '1984-05-03'],
    ['3 mei 1984', '1984-05-03'],
    ['3-5-84', '1984-05-03'],
    ['03/05/1984', '1984-05-03'],
    ['3.5.1984', '1984-05-03'],
    ['030584', '1984-05-03'],
    ['03051984', '1984-05-03'],
    ['1984-05-03', '1984-05-03'],
    ['3 Mei ’84', '1984-05-03'],
    ['3e mei 1984', '1984-05-03'],
    ['donderdag 3 mei 1984', '1984-05-03'],
    ['mei 84', '1984-05'],
    ['mei 1984', '1984-05'],
    ['5-1984', '1984-05'],
    ['1984-05', '1984-05'],
    ['1984', '1984'],
    ['3 mrt 24', '2024-03-03'],
    ['1 jan 27', '1927-01-01'],
    ['29 februari 2024', '2024-02-29'],
    ['gisteren', '2026-11-22'],
  ])('%s is %s', (tekst, iso) => {
    expect(readDatum(tekst, vandaag, 'geboorte')).toBe(iso);
  });
  it.each([
    '',
    '84',
    '3 mei',
    'maandag',
    '29 februari 2023',
    '31 april 1984',
    '3 mei 2027',
    '2027',
    '0 mei 1984',
    '3-13-1984',
    'weet ik niet',
    '3 mei 184',
    'morgen',
    '1850',
  ])('"%s" is no birth date', (tekst) => {
    expect(readDatum(tekst, vandaag, 'geboorte')).toBeUndefined();
  });
});

describe('something that happened', () => {
  it.each([
    ['vandaag', '2026-11-23'],
    ['eergisteren', '2026-11-21'],
    ['afgelopen maandag', '2026-11-16'],
    ['zondag', '2026-11-22'],
    ['3 mei', '2026-05-03'],
    ['24 november', '2025-11-24'],
    ['23-11', '2026-11-23'],
    ['29 februari', undefined],
    // Tomorrow cannot have happened.
    ['morgen', undefined],
  ])('%s is %s', (tekst, iso) => {
    expect(readDatum(tekst, vandaag, 'gebeurd')).toBe(iso);
  });
});

describe('something planned', () => {
  it.each([
    ['morgen', '2026-11-24'],
    ['maandag', '2026-11-30'],
    ['vr', '2026-11-27'],
    ['22 november', '2027-11-22'],
    ['23 november', '2026-11-23'],
    ['3 mei 28', '2028-05-03'],
  ])('%s is %s', (tekst, iso) => {
    expect(readDatum(tekst, vandaag, 'gepland')).toBe(iso);
  });
});

it('reads back every day that it can be given, in three ways of writing', () => {
  const maanden = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1927-01-01'), max: new Date('2026-11-23'), noInvalidDate: true }),
      (d) => {
        const iso = d.toISOString().slice(0, 10);
        const [j, m, dag] = iso.split('-').map(Number) as [number, number, number];
        for (const tekst of [
          `${dag}-${m}-${j}`,
          `${dag} ${maanden[m - 1]} ${j}`,
          `${dag}/${m}/${String(j).slice(2)}`,
        ])
          expect(readDatum(tekst, vandaag, 'geboorte')).toBe(iso);
      },
    ),
  );
});

describe('a date as it was given, whether or not it can be', () => {
  it.each([
    ['1-1-2030', '2030-01-01'],
    ['31-2-2026', '2026-02-31'],
    ['31/02/2026', '2026-02-31'],
    ['31.2.2026', '2026-02-31'],
    ['31 februari 2026', '2026-02-31'],
    ['op maandag 3e mei 2031, rond 10:00', '2031-05-03'],
    ['3 Mrt 1826', '1826-03-03'],
    ['januari 2030', '2030-01'],
    ['45-13-2026', '2026-13-45'],
    ['2026-02-31', '2026-02-31'],
  ])('%s is %s', (tekst, iso) => {
    expect(readGegeven(tekst)).toBe(iso);
  });
  it.each(['', 'vorige zomer', 'gisteren', '3 mei', '3 mei 84', 'kamer 12 2026', '1-1-20301'])(
    '"%s" holds none',
    (tekst) => {
      expect(readGegeven(tekst)).toBeUndefined();
    },
  );
});

it('never throws, and gives only dates', () => {
  fc.assert(
    fc.property(fc.string(), (tekst) => {
      expect(readDatum(tekst, vandaag) ?? '2000').toMatch(/^\d{4}(-\d{2}){0,2}$/);
    }),
  );
});
