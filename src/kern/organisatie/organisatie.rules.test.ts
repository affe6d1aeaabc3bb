// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { kanAannemen, kanMeekijken } from './organisatie.ts';

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
