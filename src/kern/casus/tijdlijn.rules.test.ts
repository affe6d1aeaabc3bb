// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bijzonderheden, isBijMelder } from './tijdlijn.ts';

describe('what an act may tell the timeline', () => {
  it('choices and numbers, never ids and never a sentence', () => {
    expect(
      bijzonderheden({
        uitkomst: 'niet_bereikt',
        cijfer: 3,
        terugval: true,
        op: '2026-11-23',
        persoon: randomUUID(),
      }),
    ).toEqual([
      { naam: 'uitkomst', waarde: 'niet_bereikt' },
      { naam: 'cijfer', waarde: '3' },
      { naam: 'terugval', waarde: 'true' },
      { naam: 'op', waarde: '2026-11-23' },
    ]);
    expect(
      bijzonderheden({
        tekst: 'Zij slaapt bij haar zus',
        adres: 'Teststraat 12',
        diep: { a: 1 },
        rij: ['a'],
        leeg: null,
      }),
    ).toEqual([]);
    for (const niets of [null, undefined, 'tekst', 4, ['a']]) expect(bijzonderheden(niets)).toEqual([]);
  });

  it('knows the acts that could point at a melder', () => {
    for (const soort of [
      'melding.indienen',
      'jzv.melden',
      'advies.omzetten',
      'terugkoppeling.versturen',
      'radar.beoordelen',
    ])
      expect(isBijMelder(soort), soort).toBe(true);
    for (const soort of [
      'plan.cijfer',
      'overdracht.aanvaarden',
      'veiligheidscontrole.vastleggen',
      'beoordeling.vaststellen',
    ])
      expect(isBijMelder(soort), soort).toBe(false);
  });
});
