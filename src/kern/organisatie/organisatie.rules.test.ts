// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { kanAannemen, kanMeekijken, kanOpvolgen } from './organisatie.ts';

describe('what an organisation of a kind can do', () => {
  it.each([
    ['lokaal_team', true, true],
    ['veilig_thuis', true, true],
    ['opvang', true, true],
    ['ggz', true, true],
    ['jeugdzorg', true, true],
    ['raad_voor_de_kinderbescherming', true, true],
    ['onderwijs', false, true],
    ['kinderopvang', false, true],
    ['gezondheidszorg', false, true],
    ['politie', false, false],
    ['gemeente', false, false],
  ])('%s: accept %s, look along %s', (soort, aannemen, meekijken) => {
    expect([kanAannemen(soort), kanMeekijken(soort)]).toEqual([aannemen, meekijken]);
  });
});

describe('who can follow an organisation that closes', () => {
  it.each([
    ['veilig_thuis', 'veilig_thuis', true],
    ['veilig_thuis', 'lokaal_team', false],
    ['lokaal_team', 'opvang', true],
    ['lokaal_team', 'veilig_thuis', true],
    // nobody there could hold zicht, and only who holds it may hand it over
    ['lokaal_team', 'onderwijs', false],
    ['lokaal_team', 'gemeente', false],
    ['onderwijs', 'kinderopvang', true],
    ['onderwijs', 'lokaal_team', true],
    ['onderwijs', 'politie', false],
    ['politie', 'politie', true],
    ['politie', 'gemeente', false],
    ['politie', 'veilig_thuis', false],
  ])('%s by %s: %s', (oud, nieuw, kan) => {
    expect(kanOpvolgen(oud, nieuw)).toBe(kan);
  });
});
