// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { leesCursor, leesVoor, maakCursor } from './bladeren.ts';

it('a cursor comes back as it went, and nonsense is no cursor', () => {
  const id = randomUUID();
  const op = new Date('2026-11-23T08:00:00.123Z');
  expect(leesCursor(maakCursor(op, id))).toEqual({ op, id });
  for (const fout of ['', 'gisteren', `gisteren_${id}`, '2026-11-23T08:00:00Z_1', `${maakCursor(op, id)}_3`])
    expect(leesCursor(fout), fout).toBeNull();
});

it('a moment alone is the place before everything of that moment', () => {
  const op = '2026-11-23T08:00:00.123Z';
  const id = randomUUID();
  expect(leesVoor(op)).toEqual({ op: new Date(op), id: '00000000-0000-0000-0000-000000000000' });
  expect(leesVoor(maakCursor(new Date(op), id))).toEqual({ op: new Date(op), id });
  expect(leesVoor(`${op}_${id}_`)).toBeNull();
});
