// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { achternaamklanken, sleutels, telefoonKern, type Vermelding, zoekSleutels } from './vermelding.ts';

const raakt = (zoek: Vermelding, bewaard: Vermelding): boolean => {
  const s = new Set(sleutels(bewaard));
  return zoekSleutels(zoek).some((k) => s.has(k));
};

const JAN: Vermelding = {
  id: 'a',
  bsnSleutel: 'ab12',
  voornamen: 'Johannes Petrus',
  tussenvoegsel: 'van den',
  achternaam: 'Berg',
  geboorte: { jaar: 1984, maand: 5, dag: 3 },
  straat: 'Dorpsstraat',
  huisnummer: 12,
  postcode: '7811 AB',
  woonplaats: 'Emmen',
  telefoon: ['06-12345678'],
};
const zonder = (...velden: (keyof Vermelding)[]): Vermelding =>
  Object.fromEntries(
    Object.entries(JAN).filter(([k]) => !velden.includes(k as keyof Vermelding)),
  ) as unknown as Vermelding;

describe('sleutels', () => {
  const kaal = zonder('bsnSleutel', 'straat', 'huisnummer', 'postcode', 'woonplaats', 'telefoon');
  test.each<[string, Vermelding]>([
    ['call name for church name', { ...kaal, voornamen: 'Jan' }],
    ['call name with another initial', { ...kaal, voornamen: 'Hans' }],
    [
      'initials only',
      { ...zonder('bsnSleutel', 'straat', 'postcode', 'telefoon', 'voornamen'), voorletters: 'J.P.' },
    ],
    ['prefix dropped', { ...kaal, tussenvoegsel: '' }],
    ['prefix glued', { ...kaal, tussenvoegsel: '', achternaam: 'Vandenberg' }],
    ['prefix behind the given name', { ...kaal, voornamen: 'Jan van den', tussenvoegsel: '' }],
    ['surname spelled otherwise', { ...kaal, achternaam: 'Bergh' }],
    ['surname typed wrong', { ...kaal, achternaam: 'Brg' }],
    ['another surname (partner)', { ...kaal, tussenvoegsel: 'de', achternaam: 'Vries' }],
    ['double name', { ...kaal, achternaam: 'de Vries-van den Berg', tussenvoegsel: '' }],
    ['day and month swapped', { ...kaal, geboorte: { jaar: 1984, maand: 3, dag: 5 } }],
    [
      'given name and surname swapped',
      { ...kaal, voornamen: 'Berg', tussenvoegsel: '', achternaam: 'Johannes' },
    ],
    ['second given name, another surname', { ...kaal, voornamen: 'Piet', achternaam: 'Vries' }],
    ['other month', { ...kaal, geboorte: { jaar: 1984, maand: 6, dag: 3 } }],
    ['other day', { ...kaal, geboorte: { jaar: 1984, maand: 5, dag: 13 } }],
    ['other year', { ...kaal, geboorte: { jaar: 1985, maand: 5, dag: 3 } }],
    ['only the year', { ...kaal, geboorte: { jaar: 1984 } }],
    ['1 January', { ...kaal, geboorte: { jaar: 1984, maand: 1, dag: 1 } }],
    ['no birth date, same name', { ...zonder('bsnSleutel', 'geboorte', 'straat', 'postcode', 'telefoon') }],
    [
      'only name and address',
      { id: 'x', voornamen: 'Jan', achternaam: 'Jansen', postcode: '7811AB', huisnummer: '12' },
    ],
    ['only street and town', { id: 'x', straat: 'Dorpstraat', huisnummer: 12, woonplaats: 'Emmen' }],
    ['only phone', { id: 'x', telefoon: ['+31612345678'] }],
    ['only BSN', { id: 'x', bsnSleutel: 'ab12' }],
  ])('found in spite of: %s', (_naam, ander) => {
    expect(raakt(ander, JAN)).toBe(true);
    // and the other way round: the poorer one was there first
    expect(raakt(JAN, ander)).toBe(true);
  });

  test('a stranger shares no key', () => {
    expect(
      raakt(
        {
          id: 's',
          voornamen: 'Fatima',
          achternaam: 'El Amrani',
          geboorte: { jaar: 1990, maand: 7, dag: 9 },
          postcode: '9401XX',
          huisnummer: 1,
        },
        JAN,
      ),
    ).toBe(false);
    expect(raakt({ id: 'leeg' }, JAN)).toBe(false);
    expect(sleutels({ id: 'leeg' })).toEqual([]);
  });

  test('near spellings from a dictionary widen the search', () => {
    const fout: Vermelding = {
      id: 'x',
      voorletters: 'J.',
      achternaam: 'Gerb',
      geboorte: { jaar: 1984, maand: 5, dag: 9 },
    };
    expect(raakt(fout, JAN)).toBe(false);
    const s = new Set(sleutels(JAN));
    expect(zoekSleutels(fout, { gelijkendeAchternamen: ['Berg'] }).some((k) => s.has(k))).toBe(true);
  });

  test('a rare surname and an initial are enough where no birth date is known, a common one is not', () => {
    const arm: Vermelding = { id: 'x', voorletters: 'J.', achternaam: 'Berg' };
    const s = new Set(sleutels({ id: 'y', voorletters: 'J.', achternaam: 'Berg' }));
    const vindt = (zoek: Vermelding, aantal: number) =>
      zoekSleutels(zoek, { naamgenoten: () => aantal }).some((k) => s.has(k));
    expect(vindt(arm, 12)).toBe(true);
    expect(vindt(arm, 9_000)).toBe(false);
    // whoever knows a birth date looks only among those who do not, and may therefore look wider
    const metDatum: Vermelding = { ...arm, geboorte: { jaar: 1984, maand: 5, dag: 3 } };
    expect(vindt(metDatum, 900)).toBe(true);
    expect(vindt(metDatum, 9_000)).toBe(false);
  });

  test('a full name without a birth date is asked where few bear it, and wider by who knows one', () => {
    const arm: Vermelding = { id: 'x', voornamen: 'Jan', achternaam: 'Berg' };
    const s = new Set(sleutels(arm));
    const vindt = (zoek: Vermelding, aantal: number) =>
      zoekSleutels(zoek, {
        naamgenoten: (_achternaam, voornaam) => (voornaam === undefined ? 90_000 : aantal),
      }).some((k) => s.has(k));
    expect(vindt(arm, 12)).toBe(true);
    expect(vindt(arm, 900)).toBe(false);
    const metDatum: Vermelding = { ...arm, geboorte: { jaar: 1984, maand: 5, dag: 3 } };
    expect(vindt(metDatum, 900)).toBe(true);
    expect(vindt(metDatum, 9_000)).toBe(false);
  });

  test('a surname whose letters have no sound here stands under itself', () => {
    const bekend: Vermelding = {
      id: 'y',
      voornamen: 'Mei',
      achternaam: '王',
      geboorte: { jaar: 1984, maand: 5, dag: 3 },
    };
    expect(raakt({ ...bekend, id: 'x', voornamen: 'Lan' }, bekend)).toBe(true);
  });

  test('a surname is counted under every key that it stands under: Dekker is also de Kker', () => {
    const k = sleutels({ id: 'x', voorletters: 'J.', achternaam: 'Dekker' });
    expect(k).toEqual(expect.arrayContaining(['na:DKR.j', 'na:KR.j']));
    expect(achternaamklanken('dekker')).toEqual(['DKR', 'KR']);
  });

  test('keys are short, without doubles, and few', () => {
    const k = sleutels(JAN);
    expect(new Set(k).size).toBe(k.length);
    expect(k.length).toBeLessThanOrEqual(24);
    for (const sleutel of k) expect(sleutel.length).toBeLessThanOrEqual(40);
  });

  test('phone numbers in every spelling are one', () => {
    expect(
      new Set(['06-12345678', '+31 6 12345678', '0031612345678', '(06) 12 34 56 78'].map(telefoonKern)).size,
    ).toBe(1);
    expect(telefoonKern('112')).toBe('');
  });

  test('property: any single slip leaves a key standing for a person with name, birth date and address', () => {
    const naam = fc.constantFrom(
      'Jansen',
      'Bakker',
      'Dijkstra',
      'Hoekstra',
      'Vermeulen',
      'Yılmaz',
      'El Amrani',
      'Visser',
    );
    const voor = fc.constantFrom('Jan', 'Sanne', 'Mohammed', 'Fatima', 'Kees', 'Willem', 'Zoë', 'Emma');
    const persoon = fc.record({
      voornamen: voor,
      achternaam: naam,
      jaar: fc.integer({ min: 1930, max: 2024 }),
      maand: fc.integer({ min: 1, max: 12 }),
      dag: fc.integer({ min: 2, max: 28 }),
      huisnummer: fc.integer({ min: 1, max: 300 }),
    });
    const slip = fc.record({
      soort: fc.integer({ min: 0, max: 7 }),
      plek: fc.nat(20),
      letter: fc.constantFrom(...'aeorntks'),
    });
    fc.assert(
      fc.property(persoon, slip, (p, s) => {
        const v: Vermelding = {
          id: '1',
          voornamen: p.voornamen,
          achternaam: p.achternaam,
          geboorte: { jaar: p.jaar, maand: p.maand, dag: p.dag },
          postcode: '7811AB',
          huisnummer: p.huisnummer,
          woonplaats: 'Emmen',
          straat: 'Dorpsstraat',
        };
        const wijzig = (t: string): string => {
          const i = s.plek % t.length;
          return t.slice(0, i) + s.letter + t.slice(i + 1);
        };
        const anders: Vermelding[] = [
          { ...v, achternaam: wijzig(p.achternaam) },
          { ...v, voornamen: wijzig(p.voornamen) },
          { ...v, geboorte: { jaar: p.jaar + 1, maand: p.maand, dag: p.dag } },
          { ...v, geboorte: { jaar: p.jaar, maand: (p.maand % 12) + 1, dag: p.dag } },
          { ...v, geboorte: { jaar: p.jaar, maand: p.maand, dag: p.dag === 28 ? 2 : p.dag + 1 } },
          { ...v, postcode: '9999ZZ', straat: 'Elders', huisnummer: 1, woonplaats: 'Assen' },
          { ...v, geboorte: {} },
          {
            id: '1',
            voorletters: p.voornamen.charAt(0),
            achternaam: p.achternaam,
            geboorte: { jaar: p.jaar, maand: p.maand, dag: p.dag },
          },
        ];
        const ander = anders[s.soort];
        if (ander === undefined) throw new Error('no such slip');
        expect(raakt(ander, v)).toBe(true);
        expect(raakt(v, ander)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
