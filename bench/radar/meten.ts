// SPDX-License-Identifier: EUPL-1.2
/** Measures of a linkage against the truth: edges, best threshold, clusters, calibration. */

export interface Rand {
  readonly a: number;
  readonly b: number;
  readonly kans: number;
  readonly gewicht: number;
  readonly waar: boolean;
}

export interface Maat {
  readonly precisie: number;
  readonly recall: number;
  readonly f1: number;
}

export function maat(goed: number, gevonden: number, waar: number): Maat {
  const precisie = gevonden === 0 ? 1 : goed / gevonden;
  const recall = waar === 0 ? 1 : goed / waar;
  return {
    precisie,
    recall,
    f1: precisie + recall === 0 ? 0 : (2 * precisie * recall) / (precisie + recall),
  };
}

/** Edge measure at a fixed chance; `waar` = all true pairs, found as candidate or not. */
export function randMaat(randen: readonly Rand[], waar: number, vanaf: number): Maat {
  let goed = 0;
  let gevonden = 0;
  for (const rand of randen) {
    if (rand.kans < vanaf) continue;
    gevonden++;
    if (rand.waar) goed++;
  }
  return maat(goed, gevonden, waar);
}

/** The best F1 over all thresholds, and the recall that goes with a precision of at least `precisie`. */
export function besteMaat(
  randen: readonly Rand[],
  waar: number,
  precisie = 0.99,
): { beste: Maat; recallBij: number } {
  const op = [...randen].sort((x, y) => y.gewicht - x.gewicht);
  let goed = 0;
  let beste = maat(0, 0, waar);
  let recallBij = 0;
  op.forEach((rand, i) => {
    if (rand.waar) goed++;
    if (i + 1 < op.length && op[i + 1]?.gewicht === rand.gewicht) return;
    const m = maat(goed, i + 1, waar);
    if (m.f1 > beste.f1) beste = m;
    if (m.precisie >= precisie && m.recall > recallBij) recallBij = m.recall;
  });
  return { beste, recallBij };
}

/** Pairs implied by connected components over the edges from `vanaf`. */
export function clusterMaat(
  n: number,
  randen: readonly Rand[],
  wie: readonly (string | number)[],
  waar: number,
  vanaf: number,
): Maat {
  const ouder = Array.from({ length: n }, (_, i) => i);
  const wortel = (x: number): number => {
    let y = x;
    while (ouder[y] !== y) {
      ouder[y] = ouder[ouder[y] ?? y] ?? y;
      y = ouder[y] ?? y;
    }
    return y;
  };
  for (const rand of randen) if (rand.kans >= vanaf) ouder[wortel(rand.a)] = wortel(rand.b);
  return clusterPaarMaat(
    Int32Array.from({ length: n }, (_, i) => wortel(i)),
    wie,
    waar,
  );
}

/** Pairs implied by a grouping (`cluster` = number of the group per row) against the truth. */
export function clusterPaarMaat(
  cluster: Int32Array,
  wie: readonly (string | number)[],
  waar = warePairs(wie),
): Maat {
  const groepen = new Map<number, Map<string | number, number>>();
  cluster.forEach((nummer, i) => {
    const groep = groepen.get(nummer) ?? new Map<string | number, number>();
    const w = wie[i] ?? i;
    groep.set(w, (groep.get(w) ?? 0) + 1);
    groepen.set(nummer, groep);
  });
  let gevonden = 0;
  let goed = 0;
  for (const groep of groepen.values()) {
    let som = 0;
    for (const k of groep.values()) {
      som += k;
      goed += (k * (k - 1)) / 2;
    }
    gevonden += (som * (som - 1)) / 2;
  }
  return maat(goed, gevonden, waar);
}

/** All true pairs in a list of identities. */
export function warePairs(wie: readonly (string | number)[]): number {
  const tel = new Map<string | number, number>();
  for (const w of wie) tel.set(w, (tel.get(w) ?? 0) + 1);
  let som = 0;
  for (const k of tel.values()) som += (k * (k - 1)) / 2;
  return som;
}

/** Per band of chance: how many pairs, how many truly the same; and the expected calibration error over all pairs. */
export function kalibratie(randen: readonly Rand[]): {
  banden: { van: number; tot: number; paren: number; waar: number; gemiddeld: number }[];
  ece: number;
} {
  const grenzen = [0, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999, 1.0000001];
  const banden = grenzen
    .slice(0, -1)
    .map((van, i) => ({ van, tot: grenzen[i + 1] ?? 1, paren: 0, waar: 0, gemiddeld: 0 }));
  for (const rand of randen) {
    const band = banden.find((x) => rand.kans >= x.van && rand.kans < x.tot);
    if (band === undefined) continue;
    band.paren++;
    band.gemiddeld += rand.kans;
    if (rand.waar) band.waar++;
  }
  let ece = 0;
  for (const band of banden) {
    if (band.paren === 0) continue;
    band.gemiddeld /= band.paren;
    ece += (Math.abs(band.waar / band.paren - band.gemiddeld) * band.paren) / randen.length;
  }
  return { banden, ece };
}
