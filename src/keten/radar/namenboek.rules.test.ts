// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bewerkingen } from './afstand.ts';
import { Namenboek } from './namenboek.ts';

describe('the names of a register', () => {
  it('gives the spellings one slip away, the most common first', () => {
    const boek = new Namenboek(
      new Map([
        ['hendriks', 900],
        ['hendrix', 30],
        ['hendrik', 12],
        ['hnedriks', 1],
        ['henriks', 40],
        ['jansen', 5000],
      ]),
    );
    expect(boek.gelijkende('hendriks', 20)).toEqual(['henriks', 'hendrik', 'hnedriks']);
    expect(boek.gelijkende('hendriks', 1)).toEqual(['henriks']);
    expect(boek.gelijkende('hendirks', 20)).toEqual(['hendriks']);
    expect(boek.aantal('jansen')).toBe(5000);
    expect(boek.aantal('pietersen')).toBeUndefined();
  });

  it('leaves short names alone', () => {
    expect(new Namenboek(new Map([['bos', 3]])).gelijkende('bes', 20)).toEqual([]);
  });

  it('misses none that comparing with every name finds', () => {
    const woord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(fc.uniqueArray(woord, { maxLength: 60 }), woord, (namen, vraag) => {
        const boek = new Namenboek(new Map(namen.map((n) => [n, 1])));
        const elk = vraag.length < 4 ? [] : namen.filter((n) => n !== vraag && bewerkingen(vraag, n, 1) <= 1);
        expect(boek.gelijkende(vraag, 100).sort()).toEqual(elk.sort());
      }),
      { numRuns: 2_000 },
    );
  });
});
