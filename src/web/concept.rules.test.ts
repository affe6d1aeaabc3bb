// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { zelfdeInhoud } from './concept.ts';

it.each([
  [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 0 }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [null, {}, false],
  ['', null, false],
])('knows the same draft again whatever the order of its keys: %j and %j', (a, b, zelfde) => {
  expect(zelfdeInhoud(a, b)).toBe(zelfde);
  expect(zelfdeInhoud(b, a)).toBe(zelfde);
});
