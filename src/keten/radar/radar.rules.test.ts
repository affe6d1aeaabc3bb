// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { veldteksten } from './radar.ts';

describe('a birth date laid beside another', () => {
  it.each([
    [{ jaar: 1984, maand: 5, dag: 3 }, '03-05-1984'],
    [{ jaar: 1984, maand: 5 }, '05-1984'],
    [{ jaar: 1984 }, '1984'],
    [{ maand: 3, dag: 12 }, '12-03-????'],
    [{ maand: 3 }, '03-????'],
    [{ dag: 12 }, '12-??-????'],
    [{}, null],
  ])('%j is %s', (geboorte, tekst) => {
    expect(veldteksten({ id: '1', geboorte }).geboren).toBe(tekst);
  });
});
