// SPDX-License-Identifier: EUPL-1.2
/** What makes comparing quick may not change what is found: marks and dates as numbers against the comparisons themselves. */
import { describe, expect, test } from 'vitest';
import { toeval } from '../../../../bench/radar/nederlands.ts';
import { bewerkingen, jaroWinkler } from '../afstand.ts';
import { NIVEAUS, niveauGeboorte } from '../vergelijking.ts';
import { kanLijken, leesReeks, nummerKenmerk, tekstKenmerk, telBits } from './kenmerk.ts';
import { deelGeboorte, maakVergelijkers } from './paar.ts';
import { alsKolom, maakRegister } from './register.ts';

const r = toeval(77);
const kies = (tekens: string): string => tekens[Math.floor(r() * tekens.length)] as string;
const woord = (tekens: string, n: number): string => Array.from({ length: n }, () => kies(tekens)).join('');
/** A word and what a few slips make of it. */
function paar(tekens: string): [string, string] {
  const een = woord(tekens, 3 + Math.floor(r() * 12));
  let twee = een;
  for (let k = Math.floor(r() * 5); k > 0; k--) {
    const i = Math.floor(r() * twee.length);
    const soort = Math.floor(r() * 3);
    twee = twee.slice(0, i) + (soort === 0 ? '' : kies(tekens)) + twee.slice(soort === 1 ? i : i + 1);
  }
  return [een, twee];
}

describe('marks', () => {
  test('no pair of words that are alike is passed over', () => {
    let gelijkend = 0;
    let overgeslagen = 0;
    for (let k = 0; k < 20_000; k++) {
      const [x, y] = k % 2 === 0 ? paar('aeinrtsoldé') : [woord('aeinrts', 5), woord('aeinrts', 6)];
      for (const drempel of [0.8, 0.88]) {
        const kan = kanLijken(tekstKenmerk(x), tekstKenmerk(y), drempel);
        if (!kan) overgeslagen++;
        if (jaroWinkler(x, y) < drempel && bewerkingen(x, y, 2) > 2) continue;
        gelijkend++;
        expect([x, y, kan]).toEqual([x, y, true]);
      }
    }
    expect(gelijkend).toBeGreaterThan(5000);
    expect(overgeslagen).toBeGreaterThan(2000);
  });

  test('an edit changes two bits of the mark of a number at most', () => {
    for (let k = 0; k < 5000; k++) {
      const [x, y] = paar('0123456789');
      const n = bewerkingen(x, y, 4);
      if (n <= 4) expect(telBits(nummerKenmerk(x) ^ nummerKenmerk(y))).toBeLessThanOrEqual(2 * n);
    }
    expect(telBits(nummerKenmerk('1112'))).toBe(4);
  });
});

test('birth dates as numbers give the levels of the live radar', () => {
  const twee = (n: number): string => String(n).padStart(2, '0');
  const datums = Array.from({ length: 300 }, () => {
    const jaar = 1960 + Math.floor(r() * 30);
    return `${jaar}-${twee(1 + Math.floor(r() * 12))}-${twee(1 + Math.floor(r() * 12))}`;
  });
  datums.push('1961', '1961-03', '1961-01-01', 'onbekend', 'omstreeks');
  const register = maakRegister([alsKolom('d', 'geboortedatum', datums)], datums.length, datums.length);
  const { waarde, woorden } = register.vergelijkingen[0] as (typeof register.vergelijkingen)[number];
  const { paar: vergelijk } = maakVergelijkers(register);
  const uit = new Int8Array(1);
  const gezien = new Set<number>();
  for (let a = 0; a < 300; a++)
    for (let b = 0; b < datums.length; b++) {
      if (b === datums.length - 2 || b === datums.length - 1) continue;
      vergelijk(a, b, uit);
      const [x, y] = [a, b].map((i) => deelGeboorte(woorden[waarde[i] as number] as string));
      if (x === undefined || y === undefined) throw new Error('no date');
      expect([datums[a], datums[b], uit[0]]).toEqual([datums[a], datums[b], niveauGeboorte(x, y)]);
      gezien.add(uit[0] as number);
    }
  expect(gezien.size).toBe(NIVEAUS.geboorte.length);
  vergelijk(0, datums.length - 1, uit);
  expect(uit[0]).toBe(NIVEAUS.geboorte.indexOf('anders'));
  vergelijk(0, datums.length - 2, uit);
  expect(uit[0]).toBe(-1);
});

test('of numbers that run on, a neighbour is another person; of numbers that are spread, a slip', () => {
  const niveaus = (getallen: readonly number[], a: number, b: number): number => {
    const register = maakRegister(
      [alsKolom('nr', 'identificatie', getallen.map(String))],
      getallen.length,
      getallen.length,
    );
    const uit = new Int8Array(1);
    maakVergelijkers(register).paar(a, b, uit);
    return uit[0] as number;
  };
  const reeks = Array.from({ length: 400 }, (_, i) => 2_400_000 + i);
  const gespreid = Array.from({ length: 400 }, (_, i) => 1_000_000 + ((i * 7_654_321) % 8_999_993));
  expect(leesReeks(reeks.map(String))).toBeDefined();
  expect(leesReeks(gespreid.map(String))).toBeUndefined();
  expect(niveaus(reeks, 10, 11)).toBe(0);
  expect(niveaus(reeks, 10, 10)).toBe(3);
  gespreid[1] = (gespreid[0] as number) + 1;
  expect(niveaus(gespreid, 0, 1)).toBe(2);
});
