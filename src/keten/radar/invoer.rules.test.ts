// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGeldigBsn } from './bsn.ts';
import { leesPersoonsregel } from './invoer.ts';
import type { Persoonsregel } from './invoervorm.ts';

type Velden = Partial<Omit<Persoonsregel, 'nietBegrepen' | 'twijfels'>>;
const JAAR = 2026;
const velden = (tekst: string): Velden => {
  const { nietBegrepen: _n, twijfels: _t, ...rest } = leesPersoonsregel(tekst, JAAR);
  return rest;
};
const berg = { voornamen: 'Jan', achternaam: 'Berg' };
const mei84 = { jaar: 1984, maand: 5, dag: 3 };

describe('leesPersoonsregel: names', () => {
  test.each<[string, Velden]>([
    ['Jan v.d. Berg 3 mei 84', { ...berg, tussenvoegsel: 'v.d.', geboortedatum: mei84 }],
    ['jan van den berg', { ...berg, tussenvoegsel: 'van den' }],
    ['JAN VAN DEN BERG', { ...berg, tussenvoegsel: 'van den' }],
    ['Jan vd Berg', { ...berg, tussenvoegsel: 'v.d.' }],
    ['Jan v/d Berg', { ...berg, tussenvoegsel: 'v.d.' }],
    ['Jan v.d.Berg', { ...berg, tussenvoegsel: 'v.d.' }],
    ['Berg, Jan van den', { ...berg, tussenvoegsel: 'van den' }],
    ['Berg, van den, Jan'.replace('van den, Jan', 'Jan, van den'), { ...berg, tussenvoegsel: 'van den' }],
    ['van den Berg, Jan', { ...berg, tussenvoegsel: 'van den' }],
    ['van den Berg Jan', { ...berg, tussenvoegsel: 'van den' }],
    ['van den Berg', { achternaam: 'Berg', tussenvoegsel: 'van den' }],
    ["Maria 't Hooft", { voornamen: 'Maria', tussenvoegsel: "'t", achternaam: 'Hooft' }],
    ["Jan Willem van't Hof", { voornamen: 'Jan Willem', tussenvoegsel: "van 't", achternaam: 'Hof' }],
    ['J.P. van Dijk', { voorletters: 'J.P.', tussenvoegsel: 'van', achternaam: 'Dijk' }],
    ['J P van Dijk', { voorletters: 'J.P.', tussenvoegsel: 'van', achternaam: 'Dijk' }],
    [
      'Anna Jansen-de Vries',
      { voornamen: 'Anna', achternaam: 'Vries', tussenvoegsel: 'de', partnerAchternaam: 'Jansen' },
    ],
    [
      'Jansen-de Vries, Anna',
      { voornamen: 'Anna', achternaam: 'Vries', tussenvoegsel: 'de', partnerAchternaam: 'Jansen' },
    ],
    [
      'A. van den Berg - Bakker',
      { voorletters: 'A.', achternaam: 'Bakker', partnerAchternaam: 'Berg', partnerTussenvoegsel: 'van den' },
    ],
    [
      'Anna Jansen e/v de Vries',
      { voornamen: 'Anna', achternaam: 'Jansen', partnerTussenvoegsel: 'de', partnerAchternaam: 'Vries' },
    ],
    [
      'Anna de Vries geb. Jansen',
      { voornamen: 'Anna', achternaam: 'Jansen', partnerTussenvoegsel: 'de', partnerAchternaam: 'Vries' },
    ],
    [
      'Johannes (Jan) de Vries',
      { voornamen: 'Johannes', roepnaam: 'Jan', tussenvoegsel: 'de', achternaam: 'Vries' },
    ],
    ['Fatima El Amrani', { voornamen: 'Fatima', achternaam: 'El Amrani' }],
    ['Fatima El-Amrani', { voornamen: 'Fatima', achternaam: 'El Amrani' }],
    ['Ayşe Yılmaz', { voornamen: 'Ayşe', achternaam: 'Yılmaz' }],
    ['Anne-Marie Jansen', { voornamen: 'Anne-Marie', achternaam: 'Jansen' }],
    ["Karel d'Hondt", { voornamen: 'Karel', tussenvoegsel: "d'", achternaam: 'Hondt' }],
    ['D. de Heer', { voorletters: 'D.', tussenvoegsel: 'de', achternaam: 'Heer' }],
    ['mevr. Jansen', { geslacht: 'vrouw', aanduiding: 'mevr', achternaam: 'Jansen' }],
    [
      'moeder: Sanne de Boer',
      {
        geslacht: 'vrouw',
        aanduiding: 'moeder',
        voornamen: 'Sanne',
        tussenvoegsel: 'de',
        achternaam: 'Boer',
      },
    ],
    ['Kees Jansen m', { geslacht: 'man', voornamen: 'Kees', achternaam: 'Jansen' }],
    ['Kees Jansen (v)', { geslacht: 'vrouw', voornamen: 'Kees', achternaam: 'Jansen' }],
    ['Sanne', { voornamen: 'Sanne' }],
    ['', {}],
    ['   ', {}],
  ])('%s', (tekst, verwacht) => {
    expect(velden(tekst)).toEqual(verwacht);
  });

  test('says when it is not sure', () => {
    expect(leesPersoonsregel('Xandrijn').twijfels.map((t) => t.veld)).toEqual(['naam']);
    expect(leesPersoonsregel('Anna Jansen-Bakker').twijfels.map((t) => t.veld)).toEqual(['naam']);
    expect(leesPersoonsregel('Maria Garcia Lopez').twijfels.map((t) => t.veld)).toEqual(['naam']);
    expect(leesPersoonsregel('Jan Willem Jansen').twijfels).toEqual([]);
  });
});

describe('leesPersoonsregel: birth dates', () => {
  test.each<[string, Velden['geboortedatum']]>([
    ['3 mei 84', mei84],
    ['3 mei 1984', mei84],
    ['3e mei 1984', mei84],
    ["3 mei '84", mei84],
    ['03-mei-84', mei84],
    ['03-05-1984', mei84],
    ['3-5-84', mei84],
    ['3/5/1984', mei84],
    ['3.5.84', mei84],
    ['3 5 1984', mei84],
    ['1984-05-03', mei84],
    ['03051984', mei84],
    ['19840503', mei84],
    ['geb. 3-5-1984', mei84],
    ['geboren op 3 mei 1984', mei84],
    ['geboortedatum: 3 mei 1984', mei84],
    ['3 jan. 1984', { jaar: 1984, maand: 1, dag: 3 }],
    ['mei 1984', { jaar: 1984, maand: 5 }],
    ["mei '84", { jaar: 1984, maand: 5 }],
    ['05-1984', { jaar: 1984, maand: 5 }],
    ['1984', { jaar: 1984 }],
    ["'84", { jaar: 1984 }],
    ['29-02-2024', { jaar: 2024, maand: 2, dag: 29 }],
    ['1 mrt 15', { jaar: 2015, maand: 3, dag: 1 }],
    ['12 juni 26', { jaar: 2026, maand: 6, dag: 12 }],
    ['12 juni 27', { jaar: 1927, maand: 6, dag: 12 }],
    ['3 mei', { maand: 5, dag: 3 }],
  ])('%s', (tekst, verwacht) => {
    expect(velden(tekst)).toEqual({ geboortedatum: verwacht });
    expect(velden(`Jan van den Berg ${tekst}`)).toEqual({
      ...berg,
      tussenvoegsel: 'van den',
      geboortedatum: verwacht,
    });
    expect(velden(`Jan van den Berg, ${tekst}`)).toEqual({
      ...berg,
      tussenvoegsel: 'van den',
      geboortedatum: verwacht,
    });
  });

  test('a man called Jan is not January', () => {
    expect(velden('Jan 1984')).toEqual({ voornamen: 'Jan', geboortedatum: { jaar: 1984 } });
    expect(velden('Piet Jan 84 jaar')).toEqual({
      voornamen: 'Piet',
      achternaam: 'Jan',
      leeftijd: { aantal: 84, eenheid: 'jaar' },
    });
  });

  test('month before day is read, and said', () => {
    const r = leesPersoonsregel('05/13/1984', JAAR);
    expect(r.geboortedatum).toEqual({ jaar: 1984, maand: 5, dag: 13 });
    expect(r.twijfels.map((t) => t.veld)).toEqual(['geboortedatum']);
  });

  test.each<[string, Velden['geboortedatum'], string]>([
    ['31-02-1984', { jaar: 1984, maand: 2, dag: 31 }, 'bestaat'],
    ['29 februari 2023', { jaar: 2023, maand: 2, dag: 29 }, 'bestaat'],
    ['1984-04-31', { jaar: 1984, maand: 4, dag: 31 }, 'bestaat'],
    ['1 mei 2027', { jaar: 2027, maand: 5, dag: 1 }, '2027 kan geen geboortejaar zijn'],
    ['1-1-2050', { jaar: 2050, maand: 1, dag: 1 }, '2050 kan geen geboortejaar zijn'],
    ['12-12-1884', { jaar: 1884, maand: 12, dag: 12 }, '1884 kan geen geboortejaar zijn'],
  ])('%s cannot be, and is kept with a doubt', (tekst, verwacht, woord) => {
    const r = leesPersoonsregel(`Jan de Boer ${tekst}`, JAAR);
    expect(r).toMatchObject({ achternaam: 'Boer', geboortedatum: verwacht, nietBegrepen: [] });
    expect(r.twijfels.map((t) => t.zin)).toEqual([expect.stringContaining(woord)]);
  });

  test.each(['32 mei 1984', '00-05-1984', '2050'])('%s is no date at all, and comes back', (tekst) => {
    const r = leesPersoonsregel(`Jan de Boer ${tekst}`, JAAR);
    expect(r.geboortedatum).toBeUndefined();
    expect(r.achternaam).toBe('Boer');
    expect(r.nietBegrepen.map((n) => n.tekst).join(' ')).toContain(tekst.slice(0, 2));
  });

  test('an age stays an age', () => {
    expect(velden('Sanne 8 jaar')).toEqual({ voornamen: 'Sanne', leeftijd: { aantal: 8, eenheid: 'jaar' } });
    expect(velden('Tim 7 mnd')).toEqual({ voornamen: 'Tim', leeftijd: { aantal: 7, eenheid: 'maand' } });
  });

  test('two bare digits are asked about', () => {
    const r = leesPersoonsregel('Siem van der Linden 15', JAAR);
    expect(r.nietBegrepen).toEqual([
      { tekst: '15', reden: "Is dit een leeftijd of een geboortejaar? Typ 15 jaar of '15." },
    ]);
  });
});

describe('leesPersoonsregel: numbers', () => {
  test('a BSN in any spelling', () => {
    for (const t of [
      '999993653',
      '9999.93.653',
      '9999 93 653',
      '999 993 653',
      'bsn 999993653',
      'BSN: 999.993.653',
    ]) {
      expect(velden(`Suzanne Moulin ${t}`)).toEqual({
        voornamen: 'Suzanne',
        achternaam: 'Moulin',
        bsn: '999993653',
      });
    }
  });

  test.each(['Jan 999993654', 'bsn 999.993.654 Jan'])(
    '%s: nine digits that fail the elfproef are kept with a doubt',
    (tekst) => {
      const r = leesPersoonsregel(tekst, JAAR);
      expect(r).toMatchObject({ voornamen: 'Jan', bsn: '999993654', nietBegrepen: [] });
      expect(r.twijfels).toEqual([
        { veld: 'bsn', zin: 'BSN 999993654 klopt niet (elfproef). Vraag het na.' },
      ]);
    },
  );

  test('phone, mail, postcode, street', () => {
    expect(velden('Jan Jansen 06-12345678')).toEqual({
      voornamen: 'Jan',
      achternaam: 'Jansen',
      telefoon: '0612345678',
    });
    expect(velden('Jan Jansen +31 6 12345678')).toEqual({
      voornamen: 'Jan',
      achternaam: 'Jansen',
      telefoon: '+31612345678',
    });
    expect(velden('Jan Jansen jan@voorbeeld.nl')).toEqual({
      voornamen: 'Jan',
      achternaam: 'Jansen',
      email: 'jan@voorbeeld.nl',
    });
    expect(velden('Jan Jansen 14-02-2022 7811 AB 12')).toEqual({
      voornamen: 'Jan',
      achternaam: 'Jansen',
      geboortedatum: { jaar: 2022, maand: 2, dag: 14 },
      postcode: '7811 AB',
      huisnummer: 12,
    });
    expect(velden('Jan Jansen 7811 AB 12a 3 mei 84')).toEqual({
      voornamen: 'Jan',
      achternaam: 'Jansen',
      postcode: '7811 AB',
      huisnummer: 12,
      huisletter: 'A',
      geboortedatum: mei84,
    });
    expect(velden('Jan Jansen, Dorpsstraat 12')).toEqual({
      voornamen: 'Jan',
      achternaam: 'Jansen',
      straat: 'Dorpsstraat',
      huisnummer: 12,
    });
    expect(velden('Piet Hoogendijk 1984')).toEqual({
      voornamen: 'Piet',
      achternaam: 'Hoogendijk',
      geboortedatum: { jaar: 1984 },
    });
  });

  test('signs that fit nowhere come back', () => {
    const r = leesPersoonsregel('Jan 😀 Jansen', JAAR);
    expect([r.voornamen, r.achternaam, r.nietBegrepen.map((n) => n.tekst)]).toEqual([
      'Jan',
      'Jansen',
      ['😀'],
    ]);
  });
});

describe('leesPersoonsregel: where someone lives, and who someone is to the family', () => {
  const olivia = { voornamen: 'Olivia', achternaam: 'Charbon' };
  const janJansen = { voornamen: 'Jan', achternaam: 'Jansen' };
  // What is a guess is said: how many doubts there are.
  test.each<[string, Velden, number]>([
    ['Olivia Charbon uit Emmen', { ...olivia, woonplaats: 'Emmen' }, 0],
    ['Olivia Charbon, woont in nieuw amsterdam', { ...olivia, woonplaats: 'Nieuw-Amsterdam' }, 0],
    ['Olivia Charbon Emmen', { ...olivia, woonplaats: 'Emmen' }, 1],
    ['olivia charbon uit emmen', { ...olivia, woonplaats: 'Emmen' }, 0],
    [
      'Olivia Charbon 20 sept 1985 Emmen',
      { ...olivia, woonplaats: 'Emmen', geboortedatum: { jaar: 1985, maand: 9, dag: 20 } },
      0,
    ],
    [
      'Mohammed Al-Hassan te Damascus',
      { voornamen: 'Mohammed', achternaam: 'Al Hassan', woonplaats: 'Damascus' },
      1,
    ],
    ['Jan uit Emmen', { voornamen: 'Jan', woonplaats: 'Emmen' }, 1],
    [
      'Jan Jansen 7811 AB 12 Zandpol',
      { ...janJansen, postcode: '7811 AB', huisnummer: 12, woonplaats: 'Zandpol' },
      1,
    ],
    // towns that are surnames
    ['Jan van Emmen', { voornamen: 'Jan', tussenvoegsel: 'van', achternaam: 'Emmen' }, 0],
    ['Jan Emmen', { voornamen: 'Jan', achternaam: 'Emmen' }, 1],
    ['Emmen, Jan', { voornamen: 'Jan', achternaam: 'Emmen' }, 1],
    ['Karel uit den Bogaard', { voornamen: 'Karel', tussenvoegsel: 'uit den', achternaam: 'Bogaard' }, 0],
    ['Jan te Velde', { voornamen: 'Jan', tussenvoegsel: 'te', achternaam: 'Velde' }, 0],
    ['Jan Willem te Velde', { voornamen: 'Jan Willem', tussenvoegsel: 'te', achternaam: 'Velde' }, 0],
    ["Jan in 't Veld", { voornamen: 'Jan', tussenvoegsel: "in 't", achternaam: 'Veld' }, 0],
    [
      'Anna de Vries geb. Emmen',
      { voornamen: 'Anna', achternaam: 'Emmen', partnerTussenvoegsel: 'de', partnerAchternaam: 'Vries' },
      0,
    ],
    // streets
    [
      'Fleur van den Berg Schaapskooikamp 6',
      {
        voornamen: 'Fleur',
        tussenvoegsel: 'van den',
        achternaam: 'Berg',
        straat: 'Schaapskooikamp',
        huisnummer: 6,
      },
      1,
    ],
    ['Jan Jansen Beukenerf 3', { ...janJansen, straat: 'Beukenerf', huisnummer: 3 }, 0],
    ['Jan Jansen Zonnedauw 3a', { ...janJansen, straat: 'Zonnedauw', huisnummer: 3, huisletter: 'A' }, 1],
    [
      'Jan Jansen, Lange Nieuwstraat 5, Emmen',
      { ...janJansen, straat: 'Lange Nieuwstraat', huisnummer: 5, woonplaats: 'Emmen' },
      0,
    ],
    [
      'Jan Jansen, Jan van Galenstraat 12',
      { ...janJansen, straat: 'Jan van Galenstraat', huisnummer: 12 },
      0,
    ],
    ['Jan Verlaan 12', { voornamen: 'Jan', straat: 'Verlaan', huisnummer: 12 }, 1],
    ['Piet van de Kerkhof', { voornamen: 'Piet', tussenvoegsel: 'van de', achternaam: 'Kerkhof' }, 0],
    [
      'Piet van de Kerkhof 1984',
      { voornamen: 'Piet', tussenvoegsel: 'van de', achternaam: 'Kerkhof', geboortedatum: { jaar: 1984 } },
      0,
    ],
    // relations
    [
      'vriend van moeder Jasper Wilms',
      { voornamen: 'Jasper', achternaam: 'Wilms', geslacht: 'man', aanduiding: 'vriend van moeder' },
      0,
    ],
    [
      'vader van de kinderen, Henk',
      { voornamen: 'Henk', geslacht: 'man', aanduiding: 'vader van de kinderen' },
      0,
    ],
    ['juf Anja', { voornamen: 'Anja', geslacht: 'vrouw', aanduiding: 'juf' }, 0],
    ['zijn broertje Vincent', { voornamen: 'Vincent', geslacht: 'man', aanduiding: 'zijn broertje' }, 0],
    [
      'Jan Jansen, de nieuwe vriend van moeder',
      { ...janJansen, geslacht: 'man', aanduiding: 'de nieuwe vriend van moeder' },
      0,
    ],
    ['vader van Dijk', { tussenvoegsel: 'van', achternaam: 'Dijk', geslacht: 'man', aanduiding: 'vader' }, 0],
    ['mw Jansen moeder', { achternaam: 'Jansen', geslacht: 'vrouw', aanduiding: 'mw, moeder' }, 0],
    ['jan de vriend', { voornamen: 'Jan', tussenvoegsel: 'de', achternaam: 'Vriend' }, 0],
    ['Meester, Piet', { voornamen: 'Piet', achternaam: 'Meester' }, 0],
  ])('%s', (tekst, verwacht, twijfels) => {
    expect(velden(tekst)).toEqual(verwacht);
    const r = leesPersoonsregel(tekst, JAAR);
    expect(r.twijfels.map((t) => t.zin)).toHaveLength(twijfels);
    expect(r.nietBegrepen).toEqual([]);
  });

  test('what stands behind a whole name and a date makes no surname', () => {
    const r = leesPersoonsregel('Jan Jansen 3 mei 84 Zandpol', JAAR);
    expect(r).toMatchObject({ ...janJansen, nietBegrepen: [{ tekst: 'Zandpol' }] });
  });
});

describe('leesPersoonsregel: properties', () => {
  test('a whole name stays that name, whatever is said of where someone lives and who it is', () => {
    const naam = fc.constantFrom(
      ...(
        [
          ['Olivia Charbon', { voornamen: 'Olivia', achternaam: 'Charbon' }],
          ['Fleur van den Berg', { voornamen: 'Fleur', tussenvoegsel: 'van den', achternaam: 'Berg' }],
          ['J.P. te Velde', { voorletters: 'J.P.', tussenvoegsel: 'te', achternaam: 'Velde' }],
          ['Karel uit den Bogaard', { voornamen: 'Karel', tussenvoegsel: 'uit den', achternaam: 'Bogaard' }],
          ['Piet van Emmen', { voornamen: 'Piet', tussenvoegsel: 'van', achternaam: 'Emmen' }],
          ['Fatima El Amrani', { voornamen: 'Fatima', achternaam: 'El Amrani' }],
        ] as const
      ).map((x) => x),
    );
    const relatie = fc.constantFrom(
      '',
      'moeder',
      'vriend van moeder',
      'zijn broertje',
      'de vader van de kinderen',
      'juf',
    );
    const straat = fc.constantFrom(
      '',
      'Beukenerf 3',
      'Schaapskooikamp 6',
      'Zonnedauw 12b',
      'Lange Nieuwstraat 5',
    );
    const plaats = fc.constantFrom(
      '',
      'Emmen',
      'Den Haag',
      'Nieuw-Amsterdam',
      'uit Emmen',
      'te Damascus',
      'woont in Roden',
    );
    const datum = fc.constantFrom('', '3 mei 84', '9 jaar');
    fc.assert(
      fc.property(naam, relatie, straat, plaats, datum, ([getypt, verwacht], rel, str, plek, dat) => {
        const r = leesPersoonsregel([rel, getypt, dat, str, plek].filter(Boolean).join(' '), JAAR);
        expect(r).toMatchObject(verwacht);
        expect([r.aanduiding ?? '', r.nietBegrepen]).toEqual([
          rel.replace(/^de /, rel.includes('van') ? 'de ' : ''),
          [],
        ]);
        expect(r.woonplaats).toBe(plek === '' ? undefined : plek.replace(/^(uit|te|woont in) /, ''));
        expect(
          [r.straat, r.huisnummer, r.huisletter?.toLowerCase()].filter((x) => x !== undefined).join(' '),
        ).toBe(str.replace('12b', '12 b'));
      }),
      { numRuns: 1000 },
    );
  });

  test('a word that was typed comes out somewhere: nothing is lost between a name, a town and a relation', () => {
    const stuk = fc.constantFrom(
      ...[
        'Olivia',
        'Charbon',
        'van den Berg',
        'Emmen',
        'Zandpol',
        'uit Roden',
        'te Velde',
        'vriend',
        'moeder',
      ],
      ...[
        'juf',
        'Meester',
        'Beukenerf 3',
        'Kerkhof 12',
        'Jan',
        '1984',
        '3 mei 84',
        '7811 AB 5',
        ',',
        'oma',
        'Vriend',
      ],
    );
    fc.assert(
      fc.property(fc.array(stuk, { maxLength: 7 }), (stukken) => {
        const uit = JSON.stringify(leesPersoonsregel(stukken.join(' '), JAAR)).toLowerCase();
        for (const woord of stukken.join(' ').match(/\p{L}{4,}/gu) ?? [])
          expect(uit).toContain(woord.toLowerCase());
      }),
      { numRuns: 2000 },
    );
  });

  test('never throws, and what comes out of a BSN or a year that cannot be is always doubted', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-zA-Z0-9 .,'/()-]{0,40}$/)),
        (s) => {
          const r = leesPersoonsregel(s, JAAR);
          const twijfels = r.twijfels.map((t) => t.veld);
          if (r.bsn !== undefined && !isGeldigBsn(r.bsn)) expect(twijfels).toContain('bsn');
          if ((r.geboortedatum?.jaar ?? 0) > JAAR) expect(twijfels).toContain('geboortedatum');
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('nothing is thrown away: every digit typed is somewhere in what comes out', () => {
    const stuk = fc.constantFrom(
      'Jan',
      'van den',
      'Berg',
      '3 mei 84',
      '999993653',
      '999993654',
      '0612345678',
      '12',
      '7811 AB 5',
      '31-02-1984',
      'Dorpsstraat 9',
      '77',
      '1984',
      "'84",
    );
    fc.assert(
      fc.property(fc.array(stuk, { maxLength: 6 }), (stukken) => {
        const tekst = stukken.join(' ');
        const r = leesPersoonsregel(tekst, JAAR);
        const uit = JSON.stringify(r);
        for (const groep of tekst.match(/\d{5,}/g) ?? []) expect(uit).toContain(groep);
      }),
      { numRuns: 500 },
    );
  });

  test('any real date written in any usual way is read back', () => {
    const datum = fc.date({
      min: new Date('1930-01-01T00:00:00Z'),
      max: new Date('2025-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const maanden = [
      'januari',
      'februari',
      'maart',
      'april',
      'mei',
      'juni',
      'juli',
      'augustus',
      'september',
      'oktober',
      'november',
      'december',
    ];
    fc.assert(
      fc.property(datum, fc.integer({ min: 0, max: 5 }), (d, vorm) => {
        const [j, m, dag] = [d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate()];
        const twee = (n: number): string => String(n).padStart(2, '0');
        const geschreven =
          [
            `${dag}-${m}-${j}`,
            `${twee(dag)}/${twee(m)}/${j}`,
            `${j}-${twee(m)}-${twee(dag)}`,
            `${dag} ${maanden[m - 1]} ${j}`,
            `${dag} ${maanden[m - 1]?.slice(0, 3) === 'maa' ? 'mrt' : maanden[m - 1]?.slice(0, 3)} ${j}`,
            `${twee(dag)}${twee(m)}${j}`,
          ][vorm] ?? '';
        expect(velden(`Fatima El Amrani ${geschreven}`)).toEqual({
          voornamen: 'Fatima',
          achternaam: 'El Amrani',
          geboortedatum: { jaar: j, maand: m, dag },
        });
      }),
      { numRuns: 500 },
    );
  });
});
