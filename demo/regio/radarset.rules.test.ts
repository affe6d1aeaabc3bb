// SPDX-License-Identifier: EUPL-1.2
// The floor of the radar on the demo's own people: sinks a kind of error below it, the build is red. The same people at large:
// node bench/radarcijfers.ts
import { beforeAll, describe, expect, it } from 'vitest';
import { CIJFERS } from '../../src/keten/radar/cijfers.ts';
import type { Radarmaat } from '../../src/keten/radar/cijfersvorm.ts';
import { MODEL } from '../../src/keten/radar/model.ts';
import { FOUTEN, FOUTKANS, type Foutsoort } from './fouten.ts';
import { type Genoemde, maakRadarset, meetRadar, zegMaat } from './radarset.ts';

/** What must be found at least of true pairs with such an error, and how much of what is found must be right. */
const VLOER: Record<Foutsoort, readonly [precisie: number, recall: number]> = {
  'geen fout': [0.97, 0.98],
  tussenvoegsel: [0.95, 0.93],
  partnernaam: [0.93, 0.9],
  voorletters: [0.95, 0.93],
  roepnaam: [0.95, 0.92],
  spelling: [0.93, 0.95],
  tekens: [0.93, 0.9],
  'geboorte onbekend': [0.8, 0.85],
  '1 januari': [0.93, 0.93],
  'dag en maand verwisseld': [0.9, 0.9],
  'cijfer in datum': [0.93, 0.9],
  'geen bsn': [0.93, 0.93],
  'bsn fout': [0.85, 0.85],
  'bsn van gezinslid': [0.7, 0.7],
  verhuisd: [0.93, 0.9],
  'geheim adres': [0.85, 0.85],
  'adres onbekend': [0.9, 0.88],
};

let set: Genoemde[];
let maat: Radarmaat;
beforeAll(() => {
  set = maakRadarset(600, 'radarset/toets');
  maat = meetRadar(set);
  process.stdout.write(`${zegMaat(maat)}\n`);
}, 60_000);

describe('the radar on people of the demo, per kind of error', () => {
  it.each(FOUTEN)('%s: precision and recall stay above their floor', (fout) => {
    const [precisie, recall] = VLOER[fout];
    const d = maat.perFout[fout];
    expect(d?.paren).toBeGreaterThan(15);
    expect(d?.precisie, 'precisie').toBeGreaterThanOrEqual(precisie);
    expect(d?.recall, 'recall').toBeGreaterThanOrEqual(recall);
  });

  it('joins no twin, namesake, other relative or stranger without asking, and has seen them', () => {
    const { zelfde, ...anderen } = maat.zelfGekoppeld;
    expect(anderen).toEqual({ tweeling: 0, naamgenoot: 0, gezin: 0, vreemd: 0 });
    expect(zelfde).toBeGreaterThan(0.4 * maat.paren);
    expect(maat.gewogen.tweeling).toBeGreaterThan(10);
    expect(maat.gewogen.naamgenoot).toBeGreaterThan(3);
  });

  it('gives chances that come true: off by less than 0.02', () => {
    expect(maat.ijkfout).toBeLessThan(0.02);
  });
});

describe('the set itself', () => {
  it('is the same again from the same seed, and another from another', () => {
    expect(maakRadarset(20, 'a')).toEqual(maakRadarset(20, 'a'));
    expect(maakRadarset(20, 'a')).not.toEqual(maakRadarset(20, 'b'));
  });

  it('holds each error as often as the model of errors says', () => {
    const deel = (soort: Foutsoort) => set.filter((g) => g.fouten.includes(soort)).length / set.length;
    expect(deel('geen bsn')).toBeCloseTo(FOUTKANS.geenBsn, 1);
    expect(deel('voorletters')).toBeCloseTo(FOUTKANS.voorletters, 1);
    expect(Math.abs(deel('geboorte onbekend') - FOUTKANS.geboorteOnbekend)).toBeLessThan(0.02);
    expect(Math.abs(deel('1 januari') - FOUTKANS.eenJanuari)).toBeLessThan(0.02);
    // nobody whose address is secret has one here
    for (const g of set.filter((x) => x.fouten.includes('geheim adres')))
      expect([g.vermelding.straat, g.vermelding.postcode, g.vermelding.woonplaats]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
  });
});

describe('the figures on the page', () => {
  it('are of the model that runs, and made by the command that they name', () => {
    expect(CIJFERS.model).toBe(MODEL.versie);
    const [, gezinnen = '0'] = /radarcijfers\.ts (\d+)/.exec(CIJFERS.gemaaktMet) ?? [];
    const vers = maakRadarset(Number(gezinnen), 'radarset/cijfers');
    expect(CIJFERS.nederlands.vermeldingen).toBe(vers.length);
    expect(CIJFERS.nederlands.mensen).toBe(new Set(vers.map((g) => g.mens)).size);
  });
});
