// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { bezwaarTegenInstelling, getTermijnsoort, magVerlengen, TERMIJNSOORTEN } from './termijnsoorten.ts';

const alle = TERMIJNSOORTEN.map((soort) => getTermijnsoort(soort));

describe('the catalogue of terms', () => {
  it.each([
    // Handbook §1.1, and the text of the clauses. Art. 4.1.7 lid 1: "binnen vijf dagen na ontvangst van een melding";
    // lid 2: "uiterlijk binnen tien weken na de vaststelling"; Wmo 5.3.1 lid 1: "binnen vier weken na … vastlegging".
    ['spoed_24u', 24, 'uren', 'praktijk'],
    ['beoordeling', 5, 'werkdagen', 'praktijk'],
    ['start_onderzoek', 5, 'dagen', 'wet'],
    ['onderzoek', 10, 'weken', 'wet'],
    ['informeren_betrokkenen', 4, 'weken', 'wet'],
    ['voorwaarden_en_vervolg', 10, 'weken', 'bron onbekend, standaardwaarde'],
  ] as const)('%s', (soort, aantal, eenheid, bron) => {
    expect(getTermijnsoort(soort)).toMatchObject({ duur: { aantal, eenheid }, bron, eigenInstelling: false });
  });

  it('a term of law names its article, ends as the Atw says and cannot be suspended', () => {
    const wet = alle.filter(({ bron }) => bron === 'wet');
    expect(wet).not.toHaveLength(0);
    for (const { soort, clausule, einddag, opschortbaar } of wet) {
      expect(clausule, soort).toMatch(/^(Uitvoeringsbesluit )?Wmo 2015 art\. \d+\.\d+\.\d+ lid \d+$/);
      expect(einddag, soort).toBe('atw');
      expect(opschortbaar, soort).toBe(false);
    }
  });

  it('a term of which the source is unknown does not dress as law', () => {
    for (const { soort, clausule, bron } of alle.filter(
      ({ bron: b }) => b === 'bron onbekend, standaardwaarde',
    )) {
      expect(clausule, `${soort}: ${bron}`).toMatch(/^Geen clausule gevonden$|de wet noemt geen termijn/);
    }
  });

  it('each tells what to do and from when, and warns before its end', () => {
    for (const { soort, omschrijving, begintBij, clausule } of alle) {
      expect(omschrijving.length, soort).toBeGreaterThan(10);
      expect(begintBij, soort).toMatch(/^(de|het) /);
      expect(clausule, soort).not.toBe('');
    }
    expect(new Set(alle.map(({ omschrijving }) => omschrijving)).size).toBe(alle.length);
  });
});

describe('what a region sets', () => {
  it('takes the place of the default, and shows that it does', () => {
    const eigen = getTermijnsoort('zichtcontrole', {
      zichtcontrole: { duur: { aantal: 3, eenheid: 'dagen' } },
    });
    expect(eigen).toMatchObject({
      duur: { aantal: 3, eenheid: 'dagen' },
      einddag: 'kalenderdag',
      eigenInstelling: true,
    });
    expect(getTermijnsoort('zichtcontrole')).toMatchObject({ duur: { aantal: 1, eenheid: 'weken' } });
    expect(getTermijnsoort('beoordeling', { zichtcontrole: {} }).eigenInstelling).toBe(false);
  });

  it('may make a term of law shorter', () => {
    const korter = { onderzoek: { duur: { aantal: 8, eenheid: 'weken' } } } as const;
    expect(getTermijnsoort('onderzoek', korter).duur.aantal).toBe(8);
    expect(bezwaarTegenInstelling('onderzoek', { duur: { aantal: 10, eenheid: 'weken' } })).toBeNull();
  });

  it('may not make a term of law longer, count it in another way or let it end later', () => {
    expect(bezwaarTegenInstelling('onderzoek', { duur: { aantal: 11, eenheid: 'weken' } })).toBe(
      "De termijn 'onderzoek' staat in de wet (Uitvoeringsbesluit Wmo 2015 art. 4.1.7 lid 2). Hij mag korter zijn dan 10 weken, niet langer.",
    );
    // Five working days would be longer than the five days of the law.
    expect(bezwaarTegenInstelling('start_onderzoek', { duur: { aantal: 5, eenheid: 'werkdagen' } })).toMatch(
      /in dagen\.$/,
    );
    expect(bezwaarTegenInstelling('onderzoek', { einddag: 'werkdag' })).toMatch(/einddag/);
    expect(bezwaarTegenInstelling('onderzoek', { einddag: 'kalenderdag' })).toBeNull();
    expect(() =>
      getTermijnsoort('onderzoek', { onderzoek: { duur: { aantal: 1, eenheid: 'jaren' } } }),
    ).toThrow(RangeError);
  });

  it('is a whole number of 1 or more', () => {
    for (const aantal of [0, -5, 2.5, Number.NaN]) {
      expect(bezwaarTegenInstelling('zichtcontrole', { duur: { aantal, eenheid: 'weken' } })).toMatch(
        /heel getal/,
      );
      expect(
        bezwaarTegenInstelling('zichtcontrole', { waarschuwVooraf: { aantal, eenheid: 'uren' } }),
      ).toMatch(/heel getal/);
    }
  });
});

describe('extending', () => {
  it('Wmo 2015 art. 5.3.1 lid 2: by two weeks at most at a time', () => {
    const soort = getTermijnsoort('informeren_betrokkenen');
    expect(magVerlengen(soort, { aantal: 2, eenheid: 'weken' })).toBe(true);
    expect(magVerlengen(soort, { aantal: 1, eenheid: 'weken' })).toBe(true);
    expect(magVerlengen(soort, { aantal: 3, eenheid: 'weken' })).toBe(false);
    expect(magVerlengen(soort, { aantal: 1, eenheid: 'maanden' })).toBe(false);
    expect(magVerlengen(soort, { aantal: 0, eenheid: 'weken' })).toBe(false);
  });

  it('a term without such a clause not at all', () => {
    expect(magVerlengen(getTermijnsoort('onderzoek'), { aantal: 1, eenheid: 'weken' })).toBe(false);
  });
});
