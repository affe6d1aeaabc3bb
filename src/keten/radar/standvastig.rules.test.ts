// SPDX-License-Identifier: EUPL-1.2
// In whatever order mentions come in, the same people come out once the questions are answered. The rules of the radar on the demo's
// own people, in memory: what kandidaat.store.ts does with them is in standvastig.store.test.ts.
import { beforeAll, describe, expect, it } from 'vitest';
import { clusterPaarMaat } from '../../../bench/radar/meten.ts';
import { type Genoemde, maakRadarset } from '../../../demo/regio/radarset.ts';
import { Toeval } from '../../../demo/regio/toeval.ts';
import { kandidaatParen } from './leren.ts';
import { MODEL } from './model.ts';
import { beoordeel, DREMPELS } from './oordeel.ts';
import { INSTELLING, zelfKoppelingen } from './radar.ts';
import { lambdaVoorRegister, type Score, scoor } from './score.ts';
import { bereidVoor } from './vermelding.ts';

let set: Genoemde[];
/** Per mention those that may be the same person, either way round. */
let buren: Map<number, Score>[];
beforeAll(() => {
  set = maakRadarset(150, 'radarset/volgorde');
  const alle = set.map((g) => bereidVoor(g.vermelding));
  const opties = { lambda: lambdaVoorRegister(INSTELLING.kleinsteRegister) };
  buren = set.map(() => new Map());
  const paren = kandidaatParen(alle);
  for (let k = 0; k < paren.a.length; k++) {
    const [a, b] = [paren.a[k] ?? 0, paren.b[k] ?? 0];
    const [va, vb] = [alle[a], alle[b]];
    if (!va || !vb) continue;
    const score = scoor(va, vb, MODEL, opties);
    if (score.gewicht < DREMPELS.vraag && score.niveaus.bsn !== 'gelijk') continue;
    buren[a]?.set(b, score);
    buren[b]?.set(a, score);
  }
});

/** What the radar makes of these mentions in this order, with someone who answers every question as it truly is. */
function verwerk(volgorde: readonly number[]): { persoon: Int32Array; vragen: number } {
  const persoon = new Int32Array(set.length).fill(-1);
  const vragen: { nieuw: number; tegen: number }[] = [];
  for (const nieuw of volgorde) {
    persoon[nieuw] = nieuw;
    const beste = new Map<number, { persoonId: string; score: Score; tegen: number }>();
    for (const [ander, score] of buren[nieuw] ?? []) {
      const p = persoon[ander] ?? -1;
      if (p < 0 || (beste.get(p)?.score.gewicht ?? Number.NEGATIVE_INFINITY) >= score.gewicht) continue;
      beste.set(p, { persoonId: String(p), score, tegen: ander });
    }
    const lijst = beoordeel([...beste.values()]).filter((b) => b.oordeel !== 'niets');
    const zelf = zelfKoppelingen(new Map([['nieuw', lijst]])).get('nieuw');
    if (zelf !== undefined) persoon[nieuw] = Number(zelf);
    for (const b of lijst.slice(0, INSTELLING.bewaard))
      if (b.kandidaat.persoonId !== zelf) vragen.push({ nieuw, tegen: b.kandidaat.tegen });
  }
  for (const { nieuw, tegen } of vragen) {
    if (set[nieuw]?.mens !== set[tegen]?.mens) continue;
    const [van, naar] = [persoon[nieuw] ?? -1, persoon[tegen] ?? -1];
    persoon.forEach((p, i) => {
      if (p === van) persoon[i] = naar;
    });
  }
  return { persoon, vragen: vragen.length };
}

describe('the order in which mentions come in', () => {
  it('does not change who is who after the questions are answered: 20 shuffles, F1 within 0.002', () => {
    const nummers = new Map([...new Set(set.map((g) => g.mens))].map((m, i) => [m, i]));
    const wie = set.map((g) => nummers.get(g.mens) ?? -1);
    const t = new Toeval('volgorde');
    const f1 = Array.from({ length: 20 }, () => {
      const volgorde = set.map((_, i) => ({ i, r: t.deel() })).sort((a, b) => a.r - b.r);
      return clusterPaarMaat(verwerk(volgorde.map((x) => x.i)).persoon, wie).f1;
    });
    process.stdout.write(
      `radar: 20 volgordes, F1 ${Math.min(...f1).toFixed(4)} tot ${Math.max(...f1).toFixed(4)}\n`,
    );
    expect(Math.max(...f1) - Math.min(...f1)).toBeLessThanOrEqual(0.002);
    // and they are not all alike because nothing was joined
    expect(Math.min(...f1)).toBeGreaterThan(0.95);
  });
});
