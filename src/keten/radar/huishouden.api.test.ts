// SPDX-License-Identifier: EUPL-1.2
// People of one report lift each other, also who weighs too little to be asked about alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, type TestHuis } from '../../../test/huis.ts';
import { bram, meld, type Persoon, radar, suzanne } from '../../../test/hulp/radar.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
  await meld(t, [suzanne(), bram()]);
});
afterAll(() => t.weg());

/** The name, the year, and a sex that is not Bram's: some six bits too few. */
const BIJNA_BRAM: Persoon = {
  rol: 'kind',
  voornamen: 'Bart',
  achternaam: 'Toetsing',
  geboortejaar: 2018,
  geslacht: 'vrouw',
};

/** Where Bart may be Bram; earlier reports of this test named a Bart too. */
async function alsBram(personen: readonly Persoon[]) {
  const { id } = await meld(t, personen);
  const { personen: uit } = await radar(t, id);
  return uit.find((p) => p.naam.startsWith('Bart'))?.kandidaten.filter((k) => k.naam.startsWith('Bram'));
}

describe('who weighs too little alone', () => {
  it('is asked about beside somebody of the same household', async () => {
    const [bij] = (await alsBram([suzanne(), BIJNA_BRAM])) ?? [];
    expect(bij?.oordeel).toBe('vraag');
    const huishouden = bij?.staven.find((s) => s.veld === 'huishouden');
    expect(huishouden?.bits).toBeGreaterThan(3);
    expect(bij?.gewicht).toBeCloseTo(
      (bij?.prior ?? 0) + (bij?.staven ?? []).reduce((som, s) => som + s.bits, 0),
      9,
    );
  });

  it('is not asked about alone, nor beside somebody who is not known', async () => {
    expect(await alsBram([BIJNA_BRAM])).toEqual([]);
    const vreemd = suzanne({
      voornamen: 'Wilma',
      achternaam: 'Onbekendes',
      geboortejaar: 1950,
      postcode: '1011AA',
    });
    expect(await alsBram([vreemd, BIJNA_BRAM])).toEqual([]);
  });
});
