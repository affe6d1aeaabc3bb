// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { Kijkgeheugen, ZELFDE_BLIK_MS } from './kijkgeheugen.ts';
import { MODEL } from './model.ts';
import { scoor } from './score.ts';
import { eenduidige, type Mededinger, passend, zekerheid } from './treffer.ts';
import type { Vermelding } from './vermelding.ts';

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
  const vraag = (anders: Partial<Vermelding> = {}): Vermelding[] => [
    { id: '0', voornamen: 'Wilhelmina', achternaam: 'Krijtenburg', ...anders },
  ];
  /** A look that is put on record when it is no repetition, as the route does. */
  const kijk = (g: Kijkgeheugen, gevraagd: Vermelding[], personen: string[] = ['a']): boolean => {
    const herhaling = g.herhaalt('visser', personen, gevraagd, om(1));
    if (!herhaling) g.onthoud('visser', personen, gevraagd, om(1));
    return herhaling;
  };

  it('is on record once in a quarter of an hour, of each person and each worker', () => {
    const g = new Kijkgeheugen();
    expect(g.herhaalt('visser', ['a'], vraag(), om(0))).toBe(false);
    g.onthoud('visser', ['a'], vraag(), om(0));
    expect(g.herhaalt('visser', ['a'], vraag(), om(ZELFDE_BLIK_MS - 1))).toBe(true);
    expect(g.herhaalt('visser', ['a'], vraag(), om(ZELFDE_BLIK_MS))).toBe(false);
    expect(g.herhaalt('visser', ['a', 'b'], vraag(), om(1))).toBe(false);
    expect(g.herhaalt('bakker', ['a'], vraag(), om(1))).toBe(false);
  });

  it('goes on while letters and facts are added, however they are spaced', () => {
    const g = new Kijkgeheugen();
    const getypt: Partial<Vermelding>[] = [
      { voornamen: 'Wil', achternaam: 'Krijt' },
      {},
      { geboorte: { jaar: 1974 } },
      { geboorte: { jaar: 1974, maand: 5, dag: 3 }, geslacht: 'onbekend' },
      { geboorte: { jaar: 1974, maand: 5, dag: 3 }, straat: 'La', huisnummer: '1', geslacht: 'vrouw' },
      {
        geboorte: { jaar: 1974, maand: 5, dag: 3 },
        straat: 'Laan',
        huisnummer: '12',
        geslacht: 'vrouw',
        telefoon: ['06-1234 5678'],
      },
      {
        geboorte: { jaar: 1974, maand: 5, dag: 3 },
        straat: 'LAAN',
        huisnummer: '12',
        geslacht: 'vrouw',
        telefoon: ['0612345678'],
      },
    ];
    expect(getypt.map((x) => kijk(g, vraag(x)))).toEqual([false, true, true, true, true, true, true]);
  });

  it.each<[string, Partial<Vermelding>[]]>([
    ['another number', [{ telefoon: ['0611111111'] }, { telefoon: ['0622222222'] }]],
    [
      'another number beside the first',
      [{ telefoon: ['0611111111'] }, { telefoon: ['0611111111', '0622222222'] }],
    ],
    ['another day of birth', [{ geboorte: { jaar: 1974, dag: 3 } }, { geboorte: { jaar: 1974, dag: 4 } }]],
    ['another house', [{ huisnummer: '12' }, { huisnummer: '21' }]],
    ['another mail address', [{ email: ['a@x.nl'] }, { email: ['b@x.nl'] }]],
    ['another BSN', [{ bsnSleutel: 'een' }, { bsnSleutel: 'twee' }]],
    ['a fact taken away', [{ postcode: '7811AA' }, {}]],
  ])('is another look with %s: that is a guess', (_wat, [een = {}, ander = {}]) => {
    const g = new Kijkgeheugen();
    kijk(g, vraag());
    expect(kijk(g, vraag(een))).toBe(true);
    expect(kijk(g, vraag(ander))).toBe(false);
    expect(kijk(g, vraag(ander))).toBe(true);
  });

  it('is another look with someone more or someone else: names are not tried out behind the back of a hit', () => {
    const g = new Kijkgeheugen();
    const naast = (achternaam: string): Vermelding[] => [...vraag(), { id: '1', achternaam }];
    kijk(g, vraag());
    expect(kijk(g, naast('Ber'))).toBe(false);
    expect(kijk(g, naast('Bergsma'))).toBe(true);
    expect(kijk(g, naast('Haaksma'))).toBe(false);
  });

  it('has room for one of the guesses that come side by side', () => {
    const g = new Kijkgeheugen();
    kijk(g, vraag());
    const naast = ['0611111111', '0622222222', '0633333333'].map((n) =>
      g.herhaalt('visser', ['a'], vraag({ telefoon: [n] }), om(2)),
    );
    expect(naast).toEqual([true, false, false]);
  });

  it('that found nobody is always on record: trying out names shows', () => {
    const g = new Kijkgeheugen();
    g.onthoud('visser', [], vraag(), om(0));
    expect(g.herhaalt('visser', [], vraag(), om(1))).toBe(false);
  });

  it('forgets the oldest when there are too many, and not the newest', () => {
    const g = new Kijkgeheugen();
    for (let i = 0; i <= 10_000; i++) g.onthoud('visser', [`p${i}`], vraag(), om(0));
    expect(g.herhaalt('visser', ['p0'], vraag(), om(1))).toBe(false);
    expect(g.herhaalt('visser', ['p10000'], vraag(), om(1))).toBe(true);
  });
});
