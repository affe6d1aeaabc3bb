// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metHun, voegSamen, zelfdeInhoud } from './samenvoegen.ts';

const basis = { a: 'een', b: null as string | null, c: ['x'] };

describe('two changed the same thing', () => {
  it('keeps both when each changed another field', () => {
    expect(voegSamen(basis, { ...basis, a: 'mijn' }, { ...basis, c: ['x', 'y'] })).toEqual({
      samen: { a: 'mijn', b: null, c: ['x', 'y'] },
      botst: [],
    });
  });

  it('clashes only where both changed, and keeps what only one of them did', () => {
    expect(voegSamen(basis, { ...basis, a: 'mijn' }, { a: 'hun', b: 'hun', c: ['x'] })).toEqual({
      samen: { a: 'mijn', b: 'hun', c: ['x'] },
      botst: [{ pad: ['a'], mijn: 'mijn', hun: 'hun' }],
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

  it('calls what differs a clash when nobody knows where it began; what is empty gives way', () => {
    const { samen, botst } = voegSamen(undefined, basis, { ...basis, a: 'hun', b: 'hun' });
    expect(botst.map((b) => b.pad)).toEqual([['a']]);
    expect(samen.b).toBe('hun');
  });

  it('goes into what stands in it: of one melder the name here, the telephone there', () => {
    const m = { melder: { naam: '', telefoon: '' } };
    expect(
      voegSamen(m, { melder: { naam: 'Anneke', telefoon: '' } }, { melder: { naam: '', telefoon: '06' } }),
    ).toEqual({ samen: { melder: { naam: 'Anneke', telefoon: '06' } }, botst: [] });
  });

  describe('rows of a list', () => {
    const rij = (sleutel: string, tekst: string, soort = 'mening') => ({ sleutel, tekst, soort });
    const begin = { r: [rij('1', 'een'), rij('2', 'twee')] };

    it('that came in both windows are two rows, under numbers of their own', () => {
      const { samen, botst } = voegSamen(
        begin,
        { r: [...begin.r, rij('3', 'mijn derde')] },
        { r: [...begin.r, rij('3', 'hun derde'), rij('4', 'hun vierde')] },
      );
      expect(botst).toEqual([]);
      expect(samen.r.map((r) => r.tekst).toSorted()).toEqual(
        ['een', 'twee', 'mijn derde', 'hun derde', 'hun vierde'].toSorted(),
      );
      expect(new Set(samen.r.map((r) => r.sleutel)).size).toBe(5);
    });

    it('go when one took them out, and stay when the other wrote in them', () => {
      expect(
        voegSamen(begin, { r: [rij('1', 'een')] }, { r: [rij('1', 'een anders'), rij('2', 'twee')] }),
      ).toEqual({
        samen: { r: [rij('1', 'een anders')] },
        botst: [],
      });
      expect(
        voegSamen(begin, { r: [rij('1', 'een')] }, { r: [rij('1', 'een'), rij('2', 'hun')] }).samen,
      ).toEqual({
        r: [rij('1', 'een'), rij('2', 'hun')],
      });
    });

    it('clash by the field, and can be given to the other', () => {
      const { samen, botst } = voegSamen(
        begin,
        { r: [rij('1', 'mijn', 'feit'), rij('2', 'twee')] },
        { r: [rij('1', 'hun'), rij('2', 'twee', 'feit')] },
      );
      expect(botst).toEqual([{ pad: ['r', '1', 'tekst'], mijn: 'mijn', hun: 'hun' }]);
      expect(metHun(samen, botst)).toEqual({ r: [rij('1', 'hun', 'feit'), rij('2', 'twee', 'feit')] });
    });

    it('of a person are of that person, whoever put them in', () => {
      const p = (cijfer: string) => ({ c: [{ persoonId: 'p', cijfer }] });
      expect(voegSamen({ c: [] as { persoonId: string; cijfer: string }[] }, p('3'), p('5')).botst).toEqual([
        { pad: ['c', 'p', 'cijfer'], mijn: '3', hun: '5' },
      ]);
    });
  });

  it('loses nothing that anyone wrote, and asks the same whoever asks', () => {
    const vorm = fc.record({
      acuut: fc.constantFrom('', 'ja', 'nee'),
      tekst: fc.constantFrom('', 'a', 'b'),
      melder: fc.record({ naam: fc.constantFrom('', 'x', 'y') }),
      rijen: fc
        .uniqueArray(fc.constantFrom('1', '2', '3'))
        .chain((s) =>
          fc.tuple(
            ...s.map((sleutel) =>
              fc.record({ sleutel: fc.constant(sleutel), t: fc.constantFrom('p', 'q', 'r') }),
            ),
          ),
        ),
    });
    fc.assert(
      fc.property(vorm, vorm, vorm, (b, m, h) => {
        const heen = voegSamen(b, m, h);
        const terug = voegSamen(b, h, m);
        expect(heen.botst.map((x) => x.pad.join()).toSorted()).toEqual(
          terug.botst.map((x) => x.pad.join()).toSorted(),
        );
        const staat = JSON.stringify([heen.samen, heen.botst]);
        for (const kant of [m, h]) {
          if (kant.acuut !== b.acuut) expect(staat).toContain(`"${kant.acuut}"`);
          for (const r of kant.rijen) {
            const was = b.rijen.find((x) => x.sleutel === r.sleutel);
            if (!was || was.t !== r.t)
              expect(
                heen.samen.rijen.some((x) => x.t === r.t) ||
                  heen.botst.some((x) => x.mijn === r.t || x.hun === r.t),
              ).toBe(true);
          }
        }
        // one side changed nothing: then it is the other's, whole
        expect(voegSamen(b, b, h)).toEqual({ samen: h, botst: [] });
        expect(voegSamen(b, m, b)).toEqual({ samen: m, botst: [] });
      }),
    );
  });
});

it.each([
  [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 0 }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [null, {}, false],
  ['', null, false],
])('knows the same draft again whatever the order of its keys: %j and %j', (a, b, zelfde) => {
  expect(zelfdeInhoud(a, b)).toBe(zelfde);
  expect(zelfdeInhoud(b, a)).toBe(zelfde);
});
