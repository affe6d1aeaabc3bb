// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { grenzenVan, groepVan } from './werk.ts';

// Wednesday 25 November 2026, ten in the morning in the Netherlands
const NU = new Date('2026-11-25T09:00:00Z');
const op = (moment: string, acuut = false) => groepVan({ acuut, vervaltOp: new Date(moment) }, NU);

describe('when', () => {
  it('acute and overdue are now', () => {
    expect(op('2026-11-25T09:00:00Z')).toBe('nu');
    expect(op('2026-11-20T23:00:00Z')).toBe('nu');
    expect(op('2027-11-20T23:00:00Z', true)).toBe('nu');
    expect(groepVan({ acuut: true, vervaltOp: null }, NU)).toBe('nu');
  });

  it('what ends with this day is today, what ends with Sunday is this week', () => {
    expect(op('2026-11-25T09:00:00.001Z')).toBe('vandaag');
    expect(op('2026-11-25T23:00:00Z')).toBe('vandaag');
    expect(op('2026-11-25T23:00:00.001Z')).toBe('week');
    expect(op('2026-11-29T23:00:00Z')).toBe('week');
    expect(op('2026-11-29T23:00:00.001Z')).toBe('later');
  });

  it('what stands still has no end yet', () => {
    expect(groepVan({ acuut: false, vervaltOp: null }, NU)).toBe('later');
  });

  it('the week of a Sunday ends that night, also when the clocks change', () => {
    // Sunday 25 October 2026 has 25 hours
    const { morgen, volgendeWeek } = grenzenVan(new Date('2026-10-25T10:00:00Z'));
    expect(morgen.toISOString()).toBe('2026-10-25T23:00:00.000Z');
    expect(volgendeWeek).toEqual(morgen);
    // Monday after: a whole week
    expect(grenzenVan(new Date('2026-10-26T10:00:00Z')).volgendeWeek.toISOString()).toBe(
      '2026-11-01T23:00:00.000Z',
    );
  });
});
