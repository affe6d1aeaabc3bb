// SPDX-License-Identifier: EUPL-1.2
/** The floor of the matching core on a small fictitious population with known truth. Sinks below it: the build is red. */
import { beforeAll, describe, expect, test } from 'vitest';
import { besteMaat, type Rand, randMaat, warePairs } from '../../../bench/radar/meten.ts';
import { type Melding, maakNederland, type Relatie, relatie } from '../../../bench/radar/nederlands.ts';
import { koppel } from './koppeling.ts';
import { alsFrequenties, kandidaatParen, leer, telNamen } from './leren.ts';
import { MODEL } from './model.ts';
import { BEGINMODEL } from './modelvorm.ts';
import { oordeelNaam } from './oordeel.ts';
import { lambdaVoorRegister, scoor } from './score.ts';
import { bereidVoor, sleutels, type Voorbereid } from './vermelding.ts';

let meldingen: Melding[];
let alle: Voorbereid[];
let randen: Rand[];
let waar: number;
let gedekt: number;
const perSoort = new Map<Relatie, { boven: number; automatisch: number; paren: number }>();

beforeAll(() => {
  ({ meldingen } = maakNederland(400, 99));
  alle = meldingen.map((m) => bereidVoor(m.vermelding));
  const wie = meldingen.map((m) => m.persoon.id);
  waar = warePairs(wie);
  const paren = kandidaatParen(alle);
  const opties = { lambda: lambdaVoorRegister(alle.length), frequenties: alsFrequenties(telNamen(alle)) };
  randen = koppel(alle, MODEL, opties, paren).map((k) => ({ ...k, waar: wie[k.a] === wie[k.b] }));
  gedekt = randen.filter((r) => r.waar).length;
  for (const rand of randen) {
    const [ma, mb, va, vb] = [meldingen[rand.a], meldingen[rand.b], alle[rand.a], alle[rand.b]];
    if (ma === undefined || mb === undefined || va === undefined || vb === undefined) continue;
    const soort = relatie(ma.persoon, mb.persoon);
    const telling = perSoort.get(soort) ?? { boven: 0, automatisch: 0, paren: 0 };
    telling.paren++;
    if (rand.kans >= 0.5) telling.boven++;
    if (rand.kans >= 0.5 && oordeelNaam(scoor(va, vb, MODEL, opties)) === 'zelfde') telling.automatisch++;
    perSoort.set(soort, telling);
  }
}, 60_000);

describe('measured floor, fictitious Dutch set', () => {
  test('the keys find at least 97 in 100 true pairs, with some fourteen keys a mention', () => {
    expect(gedekt / waar).toBeGreaterThan(0.97);
    const gemiddeld = alle.reduce((s, v) => s + sleutels(v).length, 0) / alle.length;
    expect(gemiddeld).toBeLessThan(15);
  });

  test('edges at p ≥ 0.5 with the frozen model', () => {
    const m = randMaat(randen, waar, 0.5);
    const { recallBij } = besteMaat(randen, waar);
    const tekst = [...perSoort]
      .map(([s, t]) => `${s} ${t.boven}/${t.paren} (zelfde ${t.automatisch})`)
      .join(', ');
    process.stdout.write(
      `radar: P ${m.precisie.toFixed(4)} R ${m.recall.toFixed(4)} F1 ${m.f1.toFixed(4)}, R bij P≥0,99 ${recallBij.toFixed(4)}; ${tekst}\n`,
    );
    expect(m.precisie).toBeGreaterThan(0.95);
    expect(m.recall).toBeGreaterThan(0.95);
    expect(recallBij).toBeGreaterThan(0.9);
  });

  test('no twin, namesake, partner, other relative or stranger is ever linked without asking', () => {
    for (const soort of ['tweeling', 'naamgenoot', 'partner', 'gezin', 'vreemd'] as const)
      expect([soort, perSoort.get(soort)?.automatisch ?? 0]).toEqual([soort, 0]);
    expect(perSoort.get('tweeling')?.paren ?? 0).toBeGreaterThan(10);
    expect(perSoort.get('zelfde')?.automatisch ?? 0).toBeGreaterThan(0.4 * waar);
  });

  test('per kind of slip: recall does not fall through its floor', () => {
    const gevonden = new Set(randen.filter((r) => r.kans >= 0.5).map((r) => `${r.a}.${r.b}`));
    const per = new Map<string, [number, number]>();
    meldingen.forEach((a, i) => {
      for (let j = i + 1; j < meldingen.length; j++) {
        const b = meldingen[j];
        if (b === undefined || a.persoon.huishouden !== b.persoon.huishouden) break;
        if (a.persoon.id !== b.persoon.id) continue;
        for (const f of new Set([...a.fouten, ...b.fouten])) {
          const [n, g] = per.get(f) ?? [0, 0];
          per.set(f, [n + 1, g + (gevonden.has(`${i}.${j}`) ? 1 : 0)]);
        }
      }
    });
    const vloer: Record<string, number> = {
      'geen fout': 0.98,
      spelling: 0.93,
      tussenvoegsel: 0.93,
      voorletters: 0.9,
      verhuisd: 0.88,
      partnernaam: 0.85,
      'geen bsn': 0.92,
    };
    for (const [f, minstens] of Object.entries(vloer)) {
      const [n, g] = per.get(f) ?? [0, 0];
      expect(n).toBeGreaterThan(30);
      expect([f, g / n >= minstens, (g / n).toFixed(3)]).toEqual([f, true, (g / n).toFixed(3)]);
    }
  });

  test('learning is deterministic, and comes near the frozen model without seeing the truth', () => {
    const opties = { steekproef: 100_000, paren: kandidaatParen(alle), rondes: 15 };
    const begin = { ...BEGINMODEL, alternatieven: MODEL.alternatieven };
    const een = leer(alle, begin, opties);
    expect(JSON.stringify(leer(alle, begin, opties))).toBe(JSON.stringify(een));
    const top = <T>(x: readonly T[]): T | undefined => x.at(-1);
    expect(Math.abs((top(een.zelfde.achternaam) ?? 0) - (top(MODEL.zelfde.achternaam) ?? 1))).toBeLessThan(
      0.06,
    );
    expect(Math.abs((top(een.zelfde.geboorte) ?? 0) - (top(MODEL.zelfde.geboorte) ?? 1))).toBeLessThan(0.06);
    const totaal = (alle.length * (alle.length - 1)) / 2;
    expect(een.lambda * totaal).toBeGreaterThan(waar * 0.9);
    expect(een.lambda * totaal).toBeLessThan(waar * 1.1);
  }, 60_000);
});
