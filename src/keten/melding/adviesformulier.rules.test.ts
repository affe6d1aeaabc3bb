// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { adviesNodig, adviesVerzoek, leegAdvies, leesAdvies } from './adviesformulier.ts';

const vol = { ...leegAdvies(), groep: 'onderwijs', vraag: 'Wat nu?', advies: 'Praat eerst.' };

it('asks three things, and a fourth when the text may point at a family', () => {
  expect(adviesNodig(leegAdvies(), false).map((n) => n.veld)).toEqual(['vraag', 'advies', 'vrager.groep']);
  expect(adviesNodig(vol, false)).toEqual([]);
  expect(adviesNodig(vol, true).map((n) => n.veld)).toEqual(['zonderGezinsgegevens']);
  expect(adviesNodig({ ...vol, zonderGezinsgegevens: true }, true)).toEqual([]);
});

it('sends who asks only with consent, also when it was taken back after typing (handbook 1.4, S:20)', () => {
  const metNaam = { ...vol, naam: 'I. Schut', contact: 'schut@voorbeeld.nl' };
  expect(adviesVerzoek({ ...metNaam, stemtIn: true }).vrager).toMatchObject({ naam: 'I. Schut' });
  expect(adviesVerzoek({ ...metNaam, stemtIn: false }).vrager).toMatchObject({ naam: null, contact: null });
});

it('reads a draft of any shape', () => {
  expect(leesAdvies(null)).toEqual(leegAdvies());
  expect(leesAdvies({ vraag: 'x', aard: ['vgv', 3], stemtIn: 'ja', onbekend: 1 })).toEqual({
    ...leegAdvies(),
    vraag: 'x',
    aard: ['vgv'],
  });
});
