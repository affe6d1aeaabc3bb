// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import {
  bezwaarTegenCijfer,
  bezwaarTegenWissel,
  type Cijfer,
  type Fasewisseling,
  gedaneFasen,
  isRondeGevraagd,
  reeksen,
} from './plan.ts';

const wissel = (w: Partial<Fasewisseling>) =>
  bezwaarTegenWissel({ van: 1, naar: 2, terugval: false, ondanks: null, nietNageleefd: 0, ...w });
const veld = (w: Partial<Fasewisseling>) => wissel(w)[0]?.veld ?? 'mag';

describe('a round of figures', () => {
  const op = (dag: number) => new Date(Date.UTC(2027, 0, dag));
  const cijfers = [
    { persoonId: 'a', op: op(3) },
    { persoonId: 'b', op: op(1) },
  ];
  it('was asked when everyone has a figure since it began', () => {
    expect(isRondeGevraagd(['a'], cijfers, op(2))).toBe(true);
    expect(isRondeGevraagd(['a', 'b'], cijfers, op(2))).toBe(false);
    expect(isRondeGevraagd(['a', 'b'], cijfers, op(0))).toBe(true);
    // given in the act with which this round began: of the round before
    expect(isRondeGevraagd(['b'], cijfers, op(1))).toBe(false);
  });
});

describe('moving between phases', () => {
  it('begins in phase 1, whatever else is asked', () => {
    expect(veld({ van: null, naar: 1 })).toBe('mag');
    for (const naar of [2, 3, 4, 5]) expect(veld({ van: null, naar }), `naar ${naar}`).toBe('naar');
  });

  it('goes one step at a time, up and down', () => {
    for (const van of [1, 2, 3, 4, 5]) {
      for (const naar of [1, 2, 3, 4, 5]) {
        expect(veld({ van, naar }), `${van} naar ${naar}`).toBe(Math.abs(naar - van) === 1 ? 'mag' : 'naar');
      }
    }
  });

  it('a relapse goes to phase 1 from any later phase, and nowhere else', () => {
    for (const van of [2, 3, 4, 5]) {
      expect(veld({ van, naar: 1, terugval: true }), `van ${van}`).toBe('mag');
      expect(veld({ van, naar: van - 1 || 2, terugval: true })).toBe(van === 2 ? 'mag' : 'naar');
    }
    expect(veld({ van: 1, naar: 1, terugval: true })).toBe('terugval');
    expect(veld({ van: null, naar: 1, terugval: true })).toBe('terugval');
  });

  it('asks a reason to go on while a voorwaarde was not seen as kept, and none to go back', () => {
    expect(veld({ van: 1, naar: 2, nietNageleefd: 1 })).toBe('ondanks');
    expect(veld({ van: 4, naar: 5, nietNageleefd: 1 })).toBe('ondanks');
    expect(veld({ van: 1, naar: 2, nietNageleefd: 1, ondanks: '   ' })).toBe('ondanks');
    expect(
      veld({ van: 1, naar: 2, nietNageleefd: 1, ondanks: 'Oma is verhuisd, de voorwaarde is achterhaald.' }),
    ).toBe('mag');
    expect(veld({ van: 3, naar: 2, nietNageleefd: 5 })).toBe('mag');
    expect(veld({ van: 5, naar: 1, terugval: true, nietNageleefd: 5 })).toBe('mag');
    expect(veld({ van: null, naar: 1, nietNageleefd: 5 })).toBe('mag');
  });

  it('says how many in words that fit', () => {
    expect(wissel({ nietNageleefd: 1 })[0]?.melding).toMatch(/^Van 1 voorwaarde is /);
    expect(wissel({ nietNageleefd: 3 })[0]?.melding).toMatch(/^Van 3 voorwaarden is /);
  });

  it('keeps what was reached when it falls back', () => {
    const heen = [
      { van: null, naar: 1 },
      { van: 1, naar: 2 },
      { van: 2, naar: 3 },
    ];
    expect(gedaneFasen(heen)).toEqual([1, 2]);
    expect(gedaneFasen([...heen, { van: 3, naar: 1 }])).toEqual([1, 2]);
    expect(gedaneFasen([])).toEqual([]);
  });
});

let n = 0;
const c = (scorer: string, cijfer: number, dag: number, scorerSoort = 'professional'): Cijfer => ({
  id: String(++n),
  persoonId: 'p',
  scorerSoort,
  scorer,
  cijfer,
  waarom: 'w',
  nodig: null,
  op: new Date(Date.UTC(2026, 0, dag)),
  bij: 'tussentijds',
  organisatieNaam: 'o',
});

describe('who gives a figure', () => {
  const gezin = [
    { persoonId: 'baby', leeftijd: 1 },
    { persoonId: 'kleuter', leeftijd: 4 },
    { persoonId: 'onbekend', leeftijd: null },
  ];
  const veld = (persoonId: string, scorerSoort: string) =>
    bezwaarTegenCijfer({ persoonId, scorerSoort }, gezin)?.veld;

  it('is not a child that cannot yet; someone else speaks for it', () => {
    expect(veld('baby', 'zelf')).toBe('scorerSoort');
    expect(veld('baby', 'gezinslid')).toBeUndefined();
    expect(veld('kleuter', 'zelf')).toBeUndefined();
  });

  it('is anyone of whom the age is not known', () => {
    expect(veld('onbekend', 'zelf')).toBeUndefined();
  });

  it('speaks about someone of this family', () => {
    expect(veld('buurman', 'professional')).toBe('persoonId');
  });
});

describe('figures', () => {
  it('stay apart per scorer, oldest first, the lowest last figure marked and in front', () => {
    const uit = reeksen([
      c('wijkagent', 7, 3),
      c('moeder', 2, 9, 'gezinslid'),
      c('wijkagent', 8, 1),
      c('leerkracht', 9, 2),
    ]);
    expect(uit.map((r) => [r.scorer, r.cijfers.map((x) => x.cijfer), r.laagste])).toEqual([
      ['moeder', [2], true],
      ['wijkagent', [8, 7], false],
      ['leerkracht', [9], false],
    ]);
  });

  it('marks every scorer that shares the lowest; an older, lower figure of someone does not count as now', () => {
    const uit = reeksen([c('a', 4, 1), c('b', 4, 2), c('d', 1, 1), c('d', 9, 5)]);
    expect(uit.filter((r) => r.laagste).map((r) => r.scorer)).toEqual(['a', 'b']);
  });

  it('the same scorer in other letters is one series; the same words of another kind of scorer are not', () => {
    expect(reeksen([c('Wijkagent', 5, 1), c(' wijkagent ', 6, 2)])).toHaveLength(1);
    expect(reeksen([c('moeder', 5, 1, 'zelf'), c('moeder', 6, 2, 'gezinslid')])).toHaveLength(2);
    expect(reeksen([])).toEqual([]);
  });
});
