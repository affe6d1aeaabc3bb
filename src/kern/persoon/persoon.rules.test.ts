// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type Geboorte, geborenTekst, type Opgave, twijfelsBij } from './persoon.ts';

const geboorte = (jaar: number | null, maand: number | null = null, dag: number | null = null): Geboorte => ({
  jaar,
  maand,
  dag,
});
const redenen = (o: Partial<Opgave>) =>
  twijfelsBij(
    { bsn: null, geboorte: geboorte(1990, 5, 3), achternaam: null, voornamen: null, ...o },
    new Date('2026-11-23T10:00:00Z'),
    () => true,
  ).map((t) => t.reden);

describe('a birth date as far as it is known', () => {
  it.each([
    [geboorte(1984, 5, 3), '1984-05-03'],
    [geboorte(1984, 5), '1984-05'],
    [geboorte(1984), '1984'],
    [geboorte(null, 3, 12), 'XXXX-03-12'],
    [geboorte(null, 3), 'XXXX-03'],
    [geboorte(null, null, 12), 'XXXX-XX-12'],
    [geboorte(1984, null, 12), '1984-XX-12'],
    [geboorte(null), null],
  ])('%j is %s', (g, tekst) => {
    expect(geborenTekst(g)).toBe(tekst);
  });

  it('is doubted for what is not known of it, not for more', () => {
    expect(redenen({ geboorte: geboorte(null, 3, 12) })).toEqual(['Het geboortejaar is niet bekend.']);
    expect(redenen({ geboorte: geboorte(null, 2, 29) })).toEqual(['Het geboortejaar is niet bekend.']);
    expect(redenen({ geboorte: geboorte(null, 2, 30) })).toEqual([
      'Het geboortejaar is niet bekend.',
      'Deze dag bestaat niet.',
    ]);
    expect(redenen({ geboorte: geboorte(null) })).toEqual(['De geboortedatum is niet bekend.']);
    expect(redenen({ geboorte: geboorte(1990, 2, 31) })).toEqual(['Deze dag bestaat niet.']);
  });
});

describe('a name', () => {
  const TEKENS = 'In deze naam staan tekens die in namen niet voorkomen.';
  const SCHRIFT = 'Deze naam staat in een ander schrift.';
  const PLAATJE = 'In deze naam staat een plaatje (emoji).';

  it.each([
    "D'Angelo",
    '’t Hof-Nijboer',
    'de Vries–Bakker',
    'St. John',
    'Çelik',
    'Łukasz Żółć',
    'Nguyễn',
    'Rene\u0301',
    'Gabriel·la',
    'O\u02bcBrien',
    'Jansen (geb. Smit)',
    'de Vries 2e',
    'Jansen/Smit',
  ])('%s is not doubted', (achternaam) => {
    expect(redenen({ achternaam })).toEqual([]);
  });

  it.each([
    ['Иванов', [SCHRIFT]],
    ['محمد الأحمد', [SCHRIFT]],
    ['\u200fאבג ג׳ורג׳', [SCHRIFT]],
    ['王小明', [SCHRIFT]],
    ['マリア・ガルシア', [SCHRIFT]],
    ['გიორგი', [SCHRIFT]],
    ['<script>alert(1)</script>', [TEKENS]],
    ["Robert'); DROP TABLE", [TEKENS]],
    ['\u202eneettus', [TEKENS]],
    ['\u2066Jansen\u2069', [TEKENS]],
    ['Jansen;', [TEKENS]],
    ['Jan@sen', [TEKENS]],
    ['<b>Иванов</b>', [TEKENS, SCHRIFT]],
    ['Bloem 👩‍👩‍👧‍👦🇳🇱👍🏽', [PLAATJE]],
    ['Иван 🌷', [PLAATJE, SCHRIFT]],
  ])('%s is doubted for what is true of it', (achternaam, verwacht) => {
    expect(redenen({ achternaam })).toEqual(verwacht);
    expect(redenen({ voornamen: achternaam })).toEqual(verwacht);
  });
});
