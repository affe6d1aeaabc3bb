// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { voorkeurstaal } from './taal.ts';

describe('the language that is preferred', () => {
  it.each([
    [undefined, 'nl'],
    ['', 'nl'],
    ['*', 'nl'],
    ['nl', 'nl'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['de-DE,de;q=0.9', 'nl'],
    ['de-DE,de;q=0.9,en;q=0.7', 'en'],
    ['en-US,en;q=0.9,nl;q=0.8', 'en'],
    ['nl-NL,nl;q=0.9,en-US;q=0.8,en;q=0.7', 'nl'],
    // the same weight is no preference
    ['en,nl', 'nl'],
    ['en;q=0', 'nl'],
    ['en;q=0.5, *;q=0.6', 'nl'],
    ['nl;q=0, *', 'en'],
    // what is no weight does not count
    ['en;q=veel', 'nl'],
    ['en;q=9', 'nl'],
    [`${'en;'.repeat(3000)}q=1`, 'en'],
  ] as const)('%j: %s', (header, taal) => {
    expect(voorkeurstaal(header)).toBe(taal);
  });
});
