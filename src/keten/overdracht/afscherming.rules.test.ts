// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AFGESCHERMD, type Geheimen, patronen, schermAf, verraadt } from './afscherming.ts';

const geheim: Geheimen = {
  melders: [{ naam: 'Greet Zwanenburg', telefoon: '06-1234 5678', email: 'greet@voorbeeld.nl' }],
  adressen: [
    {
      straat: 'Schuilhof',
      huisnummer: '7',
      postcode: '9401 XZ',
      woonplaats: 'Assen',
      telefoon: ['0592 998877'],
      email: ['weg@voorbeeld.nl'],
    },
  ],
  personen: ['Suzanne Testman', 'Bram van der Proef'],
};
const p = patronen(geheim);

describe('what must stay hidden', () => {
  it.each([
    'Greet Zwanenburg hoorde het',
    'greet   zwanenburg belde',
    'mevrouw Zwanenburg van hiernaast',
    'MEVROUW ZWANENBURG',
    'Bel 0612345678',
    'bel +31 6 1234 5678 terug',
    'bel 0031612345678',
    'bel (06) 12 34 56 78.',
    'bel +31 (0)6 1234 5678',
    'bel +31 ......... (0) ......... 6 1234 5678',
    'mail GREET@voorbeeld.nl',
    'zij zit in de Schuilhof',
    'schuilhof 7',
    'postcode 9401XZ',
    'postcode 9401 xz',
    'postcode 9401  XZ',
    'postcode 9401-XZ',
    'haar nummer is 0592-998877',
    'via weg@voorbeeld.nl',
  ])('is found in: %s', (tekst) => {
    expect(verraadt(tekst, p)).toBe(true);
    const dicht = schermAf(tekst, p);
    expect(dicht).toContain(AFGESCHERMD);
    expect(verraadt(dicht, p)).toBe(false);
  });

  it.each([
    'Suzanne Testman woont in Assen',
    'Zij praat over zwanen en een burg',
    'de schuilhofstraat is een andere straat',
    'om 06:12 uur, op 12-3-2026, dossier 612345',
    'postcode 9401 AB',
    'Greetje was er ook',
    '',
  ])('is not found in: %s', (tekst) => {
    expect(verraadt(tekst, p)).toBe(false);
    expect(schermAf(tekst, p)).toBe(tekst);
  });

  it.each(['-', ' ', '(0)', '0', '06 - ', '6', 'a@b.', 'Greet ', '9401 '])(
    'is looked for in the longest text of only "%s" in no time',
    (stuk) => {
      const lang = stuk.repeat(8_000 / stuk.length);
      const begin = performance.now();
      expect(verraadt(lang, p)).toBe(false);
      expect(schermAf(lang, p)).toBe(lang);
      expect(performance.now() - begin).toBeLessThan(1_000);
    },
  );

  it('does not take a word for a surname, nor the surname of the family itself', () => {
    const jong = patronen({ ...geheim, melders: [{ naam: 'A. de Jong', telefoon: null, email: null }] });
    expect(verraadt('een jong kind', jong)).toBe(false);
    expect(verraadt('buurman De Jong', jong)).toBe(true);
    const familie = patronen({ ...geheim, melders: [{ naam: 'Oma Testman', telefoon: null, email: null }] });
    expect(verraadt('Suzanne Testman', familie)).toBe(false);
    expect(verraadt('oma Testman', familie)).toBe(true);
  });

  it('reads names and addresses as they are, not as patterns', () => {
    const gek = patronen({
      melders: [{ naam: 'A. (Bob) +Smit?', telefoon: '1', email: 'a.b@c' }],
      adressen: [],
      personen: [],
    });
    expect(verraadt('A. (Bob) +Smit?', gek)).toBe(true);
    expect(verraadt('axb@c', gek)).toBe(false);
    // one digit is no telephone number
    expect(verraadt('kind van 1 jaar', gek)).toBe(false);
  });

  it('goes through whatever shape holds the text, and leaves the rest as it was', () => {
    const nu = new Date(0);
    expect(schermAf({ a: ['Zwanenburg', 3, null], b: { c: 'gewoon', d: nu } }, p)).toEqual({
      a: [AFGESCHERMD, 3, null],
      b: { c: 'gewoon', d: nu },
    });
  });

  it('holds for any text around it', () => {
    const canaries = ['Greet Zwanenburg', '0612345678', 'Schuilhof', '9401XZ'];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom(...canaries)), { maxLength: 8 }),
        (stukken) => {
          const uit = schermAf(stukken.join(' '), p);
          expect(verraadt(uit, p)).toBe(false);
        },
      ),
    );
  });
});
