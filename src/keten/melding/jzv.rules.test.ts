// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { jzvBericht } from '../../../test/hulp/jzv.ts';
import { type JzvMelding, noemtHuisverbod, noemtNieuwHuisverbod, uitkomstenNa } from './jzv.ts';

const bericht = (vraag: string, antwoord: string): JzvMelding => {
  const b = jzvBericht() as unknown as JzvMelding;
  return { ...b, zorgelijkeSituatie: { ...b.zorgelijkeSituatie, vraagAntwoord: { vraag, antwoord } } };
};

describe('a huisverbod in the words of the police', () => {
  it.each([
    'Ja',
    'J',
    'Jawel.',
    '- ja',
    '"Ja"',
    'Een huisverbod is opgelegd door de burgemeester',
    'Huisverbod opgelegd voor 10 dagen',
    'Opgelegd t/m 2 december',
    'Tijdelijk huisverbod van kracht',
    'Er is een huisverbod opgelegd',
    'Nu wel, vorige keer niet',
    'Gisteren',
  ])('is danger: %s', (antwoord) => expect(noemtHuisverbod(bericht('VT-002', antwoord))).toBe(true));

  it.each([
    'Nee',
    'nee.',
    'Neen',
    ' - Nee, jammer genoeg niet.',
    'Niet van toepassing',
    'N.v.t.',
    'nvt',
    'n. v. t.',
    'Geen',
    'Er is geen huisverbod opgelegd',
    'Dit is niet aan de orde',
    'Nog niet',
    'Onbekend',
    'Weet ik niet',
    '-',
    ' ? ',
  ])('is none: %s', (antwoord) => expect(noemtHuisverbod(bericht('VT-002', antwoord))).toBe(false));

  it('is asked by one question only', () => {
    expect(noemtHuisverbod(bericht('VT-001', 'Huisverbod opgelegd'))).toBe(false);
  });
});

describe('a later message about a huisverbod', () => {
  const geen = bericht('VT-002', 'Nee.');
  const ander = bericht('VT-001', 'Ja, er is hulp.');
  const ja = bericht('VT-002', 'Ja, vannacht opgelegd.');

  it('is new when the message before it named none', () => {
    expect(noemtNieuwHuisverbod(geen, ja)).toBe(true);
    expect(noemtNieuwHuisverbod(ander, ja)).toBe(true);
  });

  it('is new when it is told in other words, and not when it is told again', () => {
    expect(noemtNieuwHuisverbod(bericht('VT-002', 'Ja, vorige maand.'), ja)).toBe(true);
    expect(noemtNieuwHuisverbod(ja, bericht('VT-002', ' Ja, vannacht opgelegd. '))).toBe(false);
  });

  it('is not there when the answer is no, or is about something else', () => {
    expect(noemtNieuwHuisverbod(ja, geen)).toBe(false);
    expect(noemtNieuwHuisverbod(geen, ander)).toBe(false);
    expect(noemtNieuwHuisverbod(geen, bericht('VT-002', 'Nee, jammer genoeg niet.'))).toBe(false);
  });
});

// handbook 8: VT-00 niet ontvankelijk, VT-01-01 steps at Veilig Thuis, VT-01-02 overdracht, VT-01-03 no steps, VT-01-04 regionaal
// maatwerk, VT-02 overdracht, VT-03 closed without handover, VT-99 wrongly addressed
describe('what the police hear about one report', () => {
  it.each([
    ['onderzoek', ['VT-01-01']],
    ['rvdk_verzoek', ['VT-01-01']],
    ['voorwaarden_en_vervolg', ['VT-01-01']],
    ['overdragen', ['VT-01-02']],
    ['regionaal_maatwerk', ['VT-01-04']],
    ['einde_bemoeienis', ['VT-01-03']],
    ['niet_ontvankelijk', ['VT-00']],
    ['onjuist_geadresseerd', ['VT-99']],
  ] as const)('decided "%s" by Veilig Thuis, which holds zicht: %j', (besluit, uit) => {
    expect(uitkomstenNa({ besluit, gemeld: [] }, 'vastgesteld', 'veilig_thuis')).toEqual(uit);
  });

  it('decided to hand over while another holds zicht already: that too', () => {
    expect(uitkomstenNa({ besluit: 'overdragen', gemeld: [] }, 'vastgesteld', 'ander')).toEqual([
      'VT-01-02',
      'VT-02',
    ]);
    // an investigation is Veilig Thuis's own, whoever holds zicht
    expect(uitkomstenNa({ besluit: 'onderzoek', gemeld: [] }, 'vastgesteld', 'ander')).toEqual(['VT-01-01']);
  });

  it.each([
    ['overdragen', 'VT-01-02'],
    ['voorwaarden_en_vervolg', 'VT-01-01'],
    ['regionaal_maatwerk', 'VT-01-04'],
  ] as const)('assessed (%s) and then: handed over is VT-02, closed by Veilig Thuis VT-03', (besluit, s) => {
    const stand = { besluit, gemeld: [s] };
    expect(uitkomstenNa(stand, 'overgedragen', 'ander')).toEqual(['VT-02']);
    expect(uitkomstenNa(stand, 'gesloten', 'ander')).toEqual(['VT-02']);
    expect(uitkomstenNa(stand, 'gesloten', 'veilig_thuis')).toEqual(['VT-03']);
    // back at Veilig Thuis: nothing was handed to another
    expect(uitkomstenNa(stand, 'overgedragen', 'veilig_thuis')).toEqual([]);
  });

  it.each(['VT-00', 'VT-99', 'VT-01-03', 'VT-02', 'VT-03'] as const)(
    'after the end status %s: nothing',
    (einde) => {
      for (const gebeurd of ['vastgesteld', 'overgedragen', 'gesloten'] as const)
        for (const houder of ['veilig_thuis', 'ander'] as const)
          expect(
            uitkomstenNa({ besluit: 'overdragen', gemeld: ['VT-01-02', einde] }, gebeurd, houder),
          ).toEqual([]);
    },
  );

  it('a decision that ends it ends it, also where the message was never kept', () => {
    const stand = { besluit: 'onjuist_geadresseerd', gemeld: [] };
    expect(uitkomstenNa(stand, 'overgedragen', 'ander')).toEqual([]);
    expect(uitkomstenNa(stand, 'gesloten', 'ander')).toEqual([]);
  });

  it('not assessed: never handed over; closed by Veilig Thuis it is closed', () => {
    const stand = { besluit: null, gemeld: [] };
    expect(uitkomstenNa(stand, 'overgedragen', 'ander')).toEqual([]);
    expect(uitkomstenNa(stand, 'gesloten', 'ander')).toEqual([]);
    expect(uitkomstenNa(stand, 'gesloten', 'veilig_thuis')).toEqual(['VT-03']);
  });
});
