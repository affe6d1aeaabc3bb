// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isAnderSchrift,
  leesAchternaam,
  leesVoornamen,
  naamfamilies,
  naamKern,
  nette,
  splitsTussenvoegsel,
  vouw,
} from './naam.ts';

describe('vouw', () => {
  test.each([
    ['Yılmaz', 'yilmaz'],
    ['Şahin', 'sahin'],
    ['Øster', 'oster'],
    ['Łukasz', 'lukasz'],
    ['Zoë 😀', 'zoe'],
    ['👩‍👧 Anna', 'anna'],
    ['Œuvre', 'oeuvre'],
    ['Strauß', 'strauss'],
    ['’t Hooft', "'t hooft"],
    ['Ольга', 'olga'],
    ['Ελένη', 'eleni'],
    ['محمد', 'mhmd'],
    ['ĳs', 'ijs'],
  ])('%s → %s', (van, naar) => {
    expect(vouw(van)).toBe(naar);
  });

  test('a script that our table does not know stays itself, so that equal stays equal', () => {
    expect(vouw('王芳')).toBe('王芳');
    expect(isAnderSchrift('王芳')).toBe(true);
    expect(isAnderSchrift('Ольга')).toBe(true);
    expect(isAnderSchrift('Zoë Yılmaz 3')).toBe(false);
  });

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (s) => {
        const een = vouw(s);
        expect(vouw(een)).toBe(een);
      }),
      { numRuns: 500 },
    );
  });
});

describe('tussenvoegsels', () => {
  test.each([
    ['van den Berg', 'van den', 'Berg'],
    ['v.d. Berg', 'v.d.', 'Berg'],
    ['v.d.Berg', 'v.d.', 'Berg'],
    ['v/d Berg', 'v.d.', 'Berg'],
    ['vd Berg', 'v.d.', 'Berg'],
    ['V.D. BERG', 'v.d.', 'BERG'],
    ['vander Meer', 'van der', 'Meer'],
    ["'t Hooft", "'t", 'Hooft'],
    ['’t Hooft', "'t", 'Hooft'],
    ["van't Hof", "van 't", 'Hof'],
    ['in het Veld', 'in het', 'Veld'],
    ["d'Hondt", "d'", 'Hondt'],
    ['de la Cruz', 'de la', 'Cruz'],
    ['von der Leyen', 'von der', 'Leyen'],
    ['v. Dijk', 'van', 'Dijk'],
    ['Berg', '', 'Berg'],
    ['El Amrani', '', 'El Amrani'],
    ['Van', '', 'Van'],
    ['de', '', 'de'],
  ])('%s → %s + %s', (naam, tussenvoegsel, kern) => {
    expect(splitsTussenvoegsel(naam)).toEqual({ tussenvoegsel, kern });
  });

  test('a core always remains, whatever is typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z.' -]{1,20}$/), (s) => {
        if (s.trim() !== '') expect(splitsTussenvoegsel(s).kern).not.toBe('');
      }),
    );
  });
});

describe('double names', () => {
  test('partner first, as Dutch order has it', () => {
    expect(leesAchternaam('Jansen-de Vries')).toEqual({
      partner: { tussenvoegsel: '', kern: 'Jansen' },
      achternaam: { tussenvoegsel: 'de', kern: 'Vries' },
    });
    expect(leesAchternaam('van den Berg - Bakker')).toEqual({
      partner: { tussenvoegsel: 'van den', kern: 'Berg' },
      achternaam: { tussenvoegsel: '', kern: 'Bakker' },
    });
  });

  test('what is compared has no prefix of either kind', () => {
    expect(naamKern('El Amrani')).toBe('amrani');
    expect(naamKern('Jansen-Bakker')).toBe('jansenbakker');
  });
});

describe('given names', () => {
  test('names, initials and a prefix that slipped behind', () => {
    expect(leesVoornamen('Jan Willem')).toEqual({ namen: ['jan', 'willem'], letters: 'jw', achterop: '' });
    expect(leesVoornamen('J.P.')).toEqual({ namen: [], letters: 'jp', achterop: '' });
    expect(leesVoornamen(undefined, 'J.P.')).toEqual({ namen: [], letters: 'jp', achterop: '' });
    expect(leesVoornamen('Jan van den')).toEqual({ namen: ['jan'], letters: 'j', achterop: 'van den' });
    expect(leesVoornamen('Johannes (Jan)')).toEqual({
      namen: ['johannes', 'jan'],
      letters: 'jj',
      achterop: '',
    });
  });

  test.each([
    ['kees', 'cornelis'],
    ['jan', 'johannes'],
    ['rik', 'hendrik'],
    ['bep', 'elisabeth'],
    ['truus', 'geertruida'],
    ['mehmet', 'mohammed'],
    ['ayse', 'aicha'],
    ['bert', 'hubertus'],
    ['bert', 'albertus'],
  ])('%s and %s are one family', (a, b) => {
    expect(naamfamilies(a).some((f) => naamfamilies(b).includes(f))).toBe(true);
  });

  test('but not everyone is family', () => {
    expect(naamfamilies('kees').some((f) => naamfamilies('henk').includes(f))).toBe(false);
    expect(naamfamilies('toString')).toEqual([]);
  });

  test('capitals where a name wants them', () => {
    expect(nette('ijsbrand')).toBe('IJsbrand');
    expect(nette('JANSEN')).toBe('Jansen');
    expect(nette('McDonald')).toBe('McDonald');
    expect(nette('anne-marie')).toBe('Anne-Marie');
  });
});
