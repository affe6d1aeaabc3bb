// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { maakToeval, nieuwId } from './id.ts';

it('sorts by moment, and within one moment by the order of making', () => {
  const nu = new Date('2026-11-23T08:00:00Z');
  const ids = Array.from({ length: 100_000 }, () => nieuwId(nu));
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
  expect(nieuwId(new Date(nu.getTime() + 1)) > (ids.at(-1) ?? '')).toBe(true);
});

it('is a UUIDv7 that carries its moment', () => {
  const id = nieuwId(new Date(0x0123456789ab));
  expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('gives random bytes once, however many are asked', () => {
  const stukken = Array.from({ length: 5_000 }, (_, i) => maakToeval(i % 2 === 0 ? 8 : 16));
  expect(stukken.filter((s, i) => s.length !== (i % 2 === 0 ? 16 : 32))).toEqual([]);
  // no part of eight bytes comes back, not even within one of sixteen
  const delen = stukken.flatMap((s) => s.match(/.{16}/g) ?? []);
  expect(new Set(delen).size).toBe(delen.length);
});
