// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { Kijkgeheugen, ZELFDE_BLIK_MS } from './kijkgeheugen.ts';
import { MODEL } from './model.ts';
import { scoor } from './score.ts';
import { eenduidige, type Mededinger, passend, zekerheid } from './treffer.ts';

const k = (persoonId: string, gewicht: number, anders: Partial<Mededinger> = {}): Mededinger => ({
  persoonId,
  gewicht,
  bsn: false,
  oordeel: 'vraag',
  ...anders,
});

describe('of whom may be told', () => {
  it('is the one who is clearly ahead', () => {
    expect(eenduidige([k('a', 8), k('b', 2)])?.persoonId).toBe('a');
    expect(eenduidige([k('b', 3), k('a', 8)])?.persoonId).toBe('a');
  });

  it('is nobody when another fits about as well, when none fits well, and when there is none', () => {
    expect(eenduidige([k('a', 8), k('b', 3.1)])).toBeUndefined();
    expect(eenduidige([k('a', -0.1)])).toBeUndefined();
    expect(eenduidige([])).toBeUndefined();
  });

  it('lets two mentions of one person not compete', () => {
    expect(eenduidige([k('a', 8), k('a', 7.9)])?.gewicht).toBe(8);
  });

  it('is silent when a BSN stands with another person than the best', () => {
    expect(eenduidige([k('a', 12), k('b', -2, { bsn: true })])).toBeUndefined();
    expect(eenduidige([k('b', -2, { bsn: true })])?.persoonId).toBe('b');
  });

  it('follows what a person said', () => {
    expect(eenduidige([k('a', 8, { oordeel: 'niet_dezelfde' }), k('b', 3)])?.persoonId).toBe('b');
    expect(eenduidige([k('a', 8), k('b', 3, { oordeel: 'zelfde' })])?.persoonId).toBe('b');
    expect(
      eenduidige([k('a', 8, { oordeel: 'zelfde' }), k('b', 3, { oordeel: 'zelf_gekoppeld' })]),
    ).toBeUndefined();
  });
});

describe('a hit in words', () => {
  it('is sure only where the radar would join without asking', () => {
    expect(zekerheid(25, 'vraag')).toBe('waarschijnlijk');
    expect(zekerheid(25, 'zelfde')).toBe('zeker');
    expect(zekerheid(3, 'vraag')).toBe('mogelijk');
  });

  it('names only given facts that fit', () => {
    const jan = { voornamen: 'Jan', achternaam: 'Wiersbergen', geboorte: { jaar: 1984, maand: 5, dag: 3 } };
    const bekend = {
      id: 'b',
      ...jan,
      straat: 'Laan',
      huisnummer: '1',
      postcode: '7811AA',
      telefoon: ['0612345678'],
    };
    expect(passend(scoor({ id: 'a', ...jan }, bekend, MODEL))).toEqual([
      'achternaam',
      'voornaam',
      'geboorte',
    ]);
    const anders = { id: 'a', ...jan, telefoon: ['0687654321'] };
    expect(passend(scoor(anders, bekend, MODEL))).toEqual(['achternaam', 'voornaam', 'geboorte']);
  });
});

describe('one look while typing', () => {
  const om = (ms: number) => new Date(1_700_000_000_000 + ms);

  it('is on record once in a quarter of an hour, of each person and each worker', () => {
    const g = new Kijkgeheugen();
    expect(g.isHerhaling('visser', ['a'], om(0))).toBe(false);
    g.onthoud('visser', ['a'], om(0));
    expect(g.isHerhaling('visser', ['a'], om(ZELFDE_BLIK_MS - 1))).toBe(true);
    expect(g.isHerhaling('visser', ['a'], om(ZELFDE_BLIK_MS))).toBe(false);
    expect(g.isHerhaling('visser', ['a', 'b'], om(1))).toBe(false);
    expect(g.isHerhaling('bakker', ['a'], om(1))).toBe(false);
  });

  it('that found nobody is always on record: trying out names shows', () => {
    const g = new Kijkgeheugen();
    g.onthoud('visser', [], om(0));
    expect(g.isHerhaling('visser', [], om(1))).toBe(false);
  });

  it('forgets the oldest when there are too many, and not the newest', () => {
    const g = new Kijkgeheugen();
    for (let i = 0; i <= 10_000; i++) g.onthoud('visser', [`p${i}`], om(0));
    expect(g.isHerhaling('visser', ['p0'], om(1))).toBe(false);
    expect(g.isHerhaling('visser', ['p10000'], om(1))).toBe(true);
  });
});
