// SPDX-License-Identifier: EUPL-1.2

import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import { keurInhoud } from './inhoud.ts';
import { Leeg } from './schema.ts';

const SCHEMA = Type.Object({
  naam: Type.String(),
  adres: Type.Optional(Leeg(Type.Object({ geheim: Type.Boolean() }))),
  mensen: Type.Optional(Type.Array(Type.Object({ naam: Type.String() }))),
  vrij: Type.Optional(Type.Unsafe<unknown>({ type: 'object', patternProperties: { '^': {} } })),
});
const velden = (body: unknown, schema: unknown = SCHEMA) => keurInhoud(body, schema).map((f) => f.veld);

describe('what no schema would say', () => {
  it('lets through what is declared, and anything where anything may stand', () => {
    const body = { naam: 'x', adres: { geheim: true }, mensen: [{ naam: 'y' }], vrij: { a: { b: [1] } } };
    expect(keurInhoud(body, SCHEMA)).toEqual([]);
    expect(keurInhoud({ wat: { dan: 'ook' } })).toEqual([]);
    expect(keurInhoud({ naam: 'x', adres: null }, SCHEMA)).toEqual([]);
  });

  it('names every field that it does not know, at every level', () => {
    expect(
      velden({
        naam: 'x',
        Naam: 'y',
        adres: { gehiem: true },
        mensen: [{ naam: 'y' }, { naam: 'z', leeftijd: 3 }],
      }),
    ).toEqual(['Naam', 'adres.gehiem', 'mensen.1.leeftijd']);
  });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['half an emoji', 'a\ud83d'],
  ])('names the field with %s, also where anything may stand', (_wat, tekst) => {
    expect(velden({ naam: tekst, vrij: { a: [{ b: tekst }] } })).toEqual(['naam', 'vrij.a.0.b']);
  });

  it('takes whole emoji, other scripts and combining signs', () => {
    expect(velden({ naam: '👩‍👩‍👧 محمد אבג e\u0301' })).toEqual([]);
  });

  it.each([60, 100_000])('refuses a body of %i layers without falling over', (lagen) => {
    const diep: unknown = JSON.parse('['.repeat(lagen) + ']'.repeat(lagen));
    expect(keurInhoud({ naam: 'x', vrij: { diep } }, SCHEMA)).toMatchObject([{ veld: 'vrij.diep.0' }]);
  });
});
