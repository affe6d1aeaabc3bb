// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verschil } from './verschil.ts';

const zonder = (a: string, b: string, soort: 'weg' | 'nieuw'): string =>
  verschil(a, b)
    .filter((s) => s.soort !== soort)
    .map((s) => s.tekst)
    .join('');

describe('verschil', () => {
  test('marks the letters that differ, and only those', () => {
    expect(verschil('Meijer', 'Meyer')).toEqual([
      { soort: 'gelijk', tekst: 'Me' },
      { soort: 'weg', tekst: 'ij' },
      { soort: 'nieuw', tekst: 'y' },
      { soort: 'gelijk', tekst: 'er' },
    ]);
    expect(verschil('03-05-1984', '03-06-1984')).toEqual([
      { soort: 'gelijk', tekst: '03-0' },
      { soort: 'weg', tekst: '5' },
      { soort: 'nieuw', tekst: '6' },
      { soort: 'gelijk', tekst: '-1984' },
    ]);
    expect(verschil('', '')).toEqual([]);
  });

  test('what one sees as one sign stays one', () => {
    const family = '👩‍👩‍👧';
    expect(verschil(`${family}a`, 'a')).toEqual([
      { soort: 'weg', tekst: family },
      { soort: 'gelijk', tekst: 'a' },
    ]);
  });

  test('both texts come back whole, and nothing is marked when they are equal', () => {
    const tekst = fc.string({ unit: 'grapheme', maxLength: 25 });
    fc.assert(
      fc.property(tekst, tekst, (a, b) => {
        expect(zonder(a, b, 'nieuw')).toBe(a);
        expect(zonder(a, b, 'weg')).toBe(b);
        expect(verschil(a, a).every((s) => s.soort === 'gelijk')).toBe(true);
      }),
    );
  });

  test('neighbouring pieces are never of one kind, and long texts still end', () => {
    const lang = verschil('a'.repeat(900), `${'b'.repeat(900)}`);
    expect(lang).toEqual([
      { soort: 'weg', tekst: 'a'.repeat(900) },
      { soort: 'nieuw', tekst: 'b'.repeat(900) },
    ]);
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const d = verschil(a, b);
        for (let i = 1; i < d.length; i++) expect(d[i]?.soort).not.toBe(d[i - 1]?.soort);
      }),
    );
  });
});
