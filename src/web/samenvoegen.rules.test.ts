// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { voegSamen } from './samenvoegen.ts';

const basis = { a: 'een', b: null as string | null, c: ['x'] };

describe('two people changed the same thing', () => {
  it('keeps both when each changed another field', () => {
    expect(voegSamen(basis, { ...basis, a: 'mijn' }, { ...basis, c: ['x', 'y'] })).toEqual({
      samen: { a: 'mijn', b: null, c: ['x', 'y'] },
      botst: [],
    });
  });

  it('clashes only where both changed, and keeps what only one of them did', () => {
    expect(voegSamen(basis, { ...basis, a: 'mijn' }, { a: 'hun', b: 'hun', c: ['x'] })).toEqual({
      samen: { a: 'mijn', b: 'hun', c: ['x'] },
      botst: ['a'],
    });
  });

  it('is at peace when both wrote the same', () => {
    expect(voegSamen(basis, { ...basis, a: 'zelfde' }, { ...basis, a: 'zelfde' }).botst).toEqual([]);
  });

  it('takes an emptied field for a change', () => {
    expect(voegSamen({ b: 'tekst' as string | null }, { b: null }, { b: 'tekst' })).toEqual({
      samen: { b: null },
      botst: [],
    });
  });

  it('calls every difference a clash when nobody knows where it began', () => {
    expect(voegSamen(undefined, basis, { ...basis, a: 'hun', b: 'hun' }).botst).toEqual(['a', 'b']);
  });
});
