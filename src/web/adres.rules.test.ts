// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { metDelen } from './adres.ts';

it.each([
  ['', { pagina: '2' }, '?pagina=2'],
  ['?van=2026-01-01&pagina=2', { pagina: '3' }, '?van=2026-01-01&pagina=3'],
  ['?van=2026-01-01&pagina=2', { pagina: undefined }, '?van=2026-01-01'],
  // another choice begins at its first page
  ['?toon=nu&pagina=2', { pagina: undefined, toon: 'open' }, '?toon=open'],
  ['?stand=alle', { stand: '' }, ''],
])('%j with %j is %j', (vraag, delen, verwacht) => {
  expect(metDelen(vraag, delen)).toBe(verwacht);
});
