// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deelInStukken, vraagtNazien } from './nazien.ts';

const gemerkt = (tekst: string) =>
  deelInStukken(tekst)
    .filter((s) => s.soort !== null)
    .map((s) => [s.soort, s.tekst]);

describe('what may lead to the melder or to a hiding place', () => {
  it.each([
    ['De buurvrouw hoorde geschreeuw.', [['melder', 'buurvrouw']]],
    ['Bovenburen horen elke avond ruzie.', [['melder', 'Bovenburen']]],
    ['De juf van groep vier zag blauwe plekken.', [['melder', 'juf']]],
    ['Volgens de huisarts is het een oude breuk.', [['melder', 'huisarts']]],
    ['Oma van moeders kant belt huilend op.', [['melder', 'Oma van moeders kant belt']]],
    ['Zijn zus maakt zich zorgen.', [['melder', 'zus maakt zich zorgen']]],
    ['Ik hoor het door de muur.', [['melder', 'Ik']]],
    ['Zij slaapt bij een kennis.', [['plek', 'slaapt bij']]],
    ['Moeder zit in de vrouwenopvang.', [['plek', 'vrouwenopvang']]],
    [
      'Zij verblijft op een geheim adres.',
      [
        ['plek', 'verblijft'],
        ['plek', 'geheim adres'],
      ],
    ],
    ['Bel 06-12345678.', [['bereik', '06-12345678']]],
    ['Mail naar m.proef@voorbeeld.nl graag.', [['bereik', 'm.proef@voorbeeld.nl']]],
    ['Mail naar proef (at) voorbeeld punt nl.', [['bereik', 'proef (at) voorbeeld punt nl']]],
    [
      'Bel \u0660\u0666 \u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668.',
      [['bereik', '\u0660\u0666 \u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668']],
    ],
    ['Op 9401 XZ gezien.', [['bereik', '9401 XZ']]],
    ['Rijdt in een rode auto, 12-ABC-3.', [['bereik', '12-ABC-3']]],
  ])('is marked in: %s', (tekst, hoort) => {
    expect(gemerkt(tekst)).toEqual(hoort);
    expect(vraagtNazien(tekst)).toBe(true);
  });

  it.each([
    'Oma haalt de kinderen elke woensdag op.',
    'Vader duwde moeder tegen de deur; de kinderen stonden in de gang.',
    'Op 3 maart 2026 om 21.40 uur kwam de politie.',
    'Het kind is 7 jaar en zit in groep 4.',
    'De bikkel stond op.',
    'Zij at bij haar tante.Daarna ging zij naar huis.',
    'Op dat punt nu ging het mis; het apenstaartje van de knuffel is weg.',
    'Hij zei a b c d en toen niets meer.',
  ])('is not in: %s', (tekst) => {
    expect(gemerkt(tekst)).toEqual([]);
    expect(vraagtNazien(tekst)).toBe(false);
  });

  it('is not the first person in what the family says, and is the teacher', () => {
    expect(vraagtNazien('moeder: Ik zeg niets over hem.', 'gezin')).toBe(false);
    expect(vraagtNazien('moeder: Dat heeft de juf verteld.', 'gezin')).toBe(true);
  });

  it('reads an accent as it was typed, and marks the town of a hiding place where it is told which', () => {
    expect(gemerkt('De concie\u0308rge zag het.')).toEqual([['melder', 'concie\u0308rge']]);
    const plaatsen = [/(?<!\p{L})Assen(?!\p{L})/giu];
    const tekst = 'Zij ging naar Assen.';
    expect(vraagtNazien(tekst)).toBe(false);
    expect(vraagtNazien(tekst, 'gezin', plaatsen)).toBe(true);
    expect(deelInStukken(tekst, 'iedereen', plaatsen)).toEqual([
      { tekst: 'Zij ging naar ', soort: null },
      { tekst: 'Assen', soort: 'plek' },
      { tekst: '.', soort: null },
    ]);
  });

  it('cuts any text into runs that are the text again, and agrees with itself', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom('juf', ' ', 'ik', 'slaapt bij', '0592123456', 'é', 'e\u0301', '\u00AD', 'ß'),
          ),
        ),
        (delen) => {
          const tekst = delen.join('');
          const stukken = deelInStukken(tekst);
          expect(stukken.map((s) => s.tekst).join('')).toBe(tekst);
          expect(stukken.some((s) => s.soort !== null)).toBe(vraagtNazien(tekst));
        },
      ),
    );
  });
});
