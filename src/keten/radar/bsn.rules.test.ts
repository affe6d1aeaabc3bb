// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGeldigBsn, isTestBsn, normaliseerBsn } from './bsn.ts';

describe('elfproef', () => {
  test('numbers of RvIG’s own test persons pass', () => {
    for (const bsn of ['999993653', '000009878', '010082426']) expect(isGeldigBsn(bsn)).toBe(true);
    expect([isTestBsn('999993653'), isTestBsn('010082426')]).toEqual([true, false]);
  });

  test('all zeros, wrong lengths and letters do not', () => {
    for (const fout of ['000000000', '12345678', '1234567890', '99999365a', '', '999 993 653']) {
      expect(isGeldigBsn(fout)).toBe(false);
    }
  });

  test('one wrong digit, and two neighbours swapped, are always seen', () => {
    const geldig = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String).filter(isGeldigBsn);
    fc.assert(
      fc.property(
        geldig,
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (bsn, plaats, erbij) => {
          const cijfers = [...bsn].map(Number);
          cijfers[plaats] = ((cijfers[plaats] ?? 0) + erbij) % 10;
          expect(isGeldigBsn(cijfers.join(''))).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('dots, spaces and a missing leading zero', () => {
    expect(normaliseerBsn('9999.93.653')).toBe('999993653');
    expect(normaliseerBsn('12345678')).toBe('012345678');
    expect(normaliseerBsn('1234567')).toBeUndefined();
  });
});
