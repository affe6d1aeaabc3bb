// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { bsnBijAnder } from './oordeel.ts';
import { veldteksten } from './radar.ts';
import type { Staaf } from './score.ts';

describe('a birth date laid beside another', () => {
  it.each([
    [{ jaar: 1984, maand: 5, dag: 3 }, '03-05-1984'],
    [{ jaar: 1984, maand: 5 }, '05-1984'],
    [{ jaar: 1984 }, '1984'],
    [{ maand: 3, dag: 12 }, '12-03-????'],
    [{ maand: 3 }, '03-????'],
    [{ dag: 12 }, '12-??-????'],
    [{}, null],
  ])('%j is %s', (geboorte, tekst) => {
    expect(veldteksten({ id: '1', geboorte }).geboren).toBe(tekst);
  });
});

describe('a BSN that stands with someone else', () => {
  const staven = (niveaus: Record<string, string>) =>
    Object.entries(niveaus).map(([veld, niveau]) => ({
      veld: veld as Staaf['veld'],
      niveau,
      bits: 0,
      zin: '',
      zinEn: '',
    }));
  const ander = { bsn: 'gelijk', voornaam: 'anders', geboorte: 'generatie' };
  it.each([
    ['everything else speaks against it', 'vraag', -9.7, ander, true],
    ['name and birth date are of another, the house is the same', 'vraag', 4, ander, true],
    ['it weighs too little to be asked, but for the number', 'vraag', -4, { bsn: 'gelijk' }, true],
    ['a person said that it is another', 'niet_dezelfde', 12, { bsn: 'gelijk', voornaam: 'gelijk' }, true],
    ['it may be one person still', 'vraag', 4, { ...ander, geboorte: 'slip' }, false],
    ['a person said that it is the same', 'zelfde', -9.7, ander, false],
    ['it was joined', 'zelf_gekoppeld', 14, { bsn: 'gelijk', voornaam: 'gelijk' }, false],
    ['the numbers differ', 'niet_dezelfde', -9.7, { ...ander, bsn: 'anders' }, false],
    ['no number was given', 'niet_dezelfde', -9.7, { voornaam: 'anders' }, false],
  ])('when %s', (_hoe, oordeel, gewicht, niveaus, uit) => {
    expect(bsnBijAnder(oordeel, gewicht, staven(niveaus))).toBe(uit);
  });
});
