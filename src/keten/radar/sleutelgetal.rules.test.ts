// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { maakRadarset } from '../../../demo/regio/radarset.ts';
import { sleutelGetal, sleutelGetallen } from './sleutelgetal.ts';
import { sleutels } from './vermelding.ts';

describe('the number of a key', () => {
  it('is the same at every time, so that a register stays findable', () => {
    // echo -n kd:prs19851214 | sha256sum: its first thirteen digits, and one
    expect(sleutelGetal('kd:prs19851214')).toBe(0x259b971f1340a + 1);
  });

  it('is below zero for a BSN and for nothing else', () => {
    const alle = maakRadarset(200, 'sleutelgetal').flatMap((g) => sleutels(g.vermelding));
    expect(alle.some((s) => s.startsWith('b:'))).toBe(true);
    for (const s of alle) expect(sleutelGetal(s) < 0).toBe(s.startsWith('b:'));
  });

  it('is one that a number holds exactly and that no other key has', () => {
    const alle = [...new Set(maakRadarset(3_000, 'sleutelgetal').flatMap((g) => sleutels(g.vermelding)))];
    const getallen = sleutelGetallen(alle);
    expect(getallen.every((n) => Number.isSafeInteger(n) && n !== 0)).toBe(true);
    expect(new Set(getallen).size).toBe(alle.length);
  });
});
