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

describe('leesPersoonsregel: properties', () => {
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
