// SPDX-License-Identifier: EUPL-1.2
/** String distances for short names; pure and allocation-light. */

/** Jaro similarity raised by a common prefix of at most four letters (Winkler, p = 0.1): 0 (nothing) to 1 (equal). */
export function jaroWinkler(x: string, y: string): number {
  if (x === y) return 1;
  // Matching is greedy from the left: a fixed order makes the result the same both ways round.
  const [a, b] = x < y ? [x, y] : [y, x];
  const la = a.length;
  const lb = b.length;
  if (la === 0 || lb === 0) return 0;
  const venster = Math.max(0, Math.floor(Math.max(la, lb) / 2) - 1);
  const inA = new Uint8Array(la);
  const inB = new Uint8Array(lb);
  let gelijk = 0;
  for (let i = 0; i < la; i++) {
    const tot = Math.min(lb, i + venster + 1);
    const letter = a.charCodeAt(i);
    for (let j = Math.max(0, i - venster); j < tot; j++) {
      if (inB[j] === 1 || b.charCodeAt(j) !== letter) continue;
      inA[i] = 1;
      inB[j] = 1;
      gelijk++;
      break;
    }
  }
  if (gelijk === 0) return 0;
  let wissels = 0;
  let j = 0;
  for (let i = 0; i < la; i++) {
    if (inA[i] !== 1) continue;
    while (inB[j] !== 1) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) wissels++;
    j++;
  }
  const jaro = (gelijk / la + gelijk / lb + (gelijk - wissels / 2) / gelijk) / 3;
  let voor = 0;
  while (voor < 4 && voor < la && voor < lb && a.charCodeAt(voor) === b.charCodeAt(voor)) voor++;
  return jaro + voor * 0.1 * (1 - jaro);
}

/** Edits (insert, delete, replace, swap of neighbours) between two strings; `hoogstens + 1` once it is above that. */
export function bewerkingen(a: string, b: string, hoogstens = 3): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > hoogstens) return hoogstens + 1;
  let vorige2: number[] = [];
  let vorige = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const rij = [i];
    let laagste = i;
    for (let j = 1; j <= b.length; j++) {
      const zelfde = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let d = Math.min((vorige[j] ?? 0) + 1, (rij[j - 1] ?? 0) + 1, (vorige[j - 1] ?? 0) + (zelfde ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        d = Math.min(d, (vorige2[j - 2] ?? 0) + 1);
      }
      rij.push(d);
      if (d < laagste) laagste = d;
    }
    if (laagste > hoogstens) return hoogstens + 1;
    vorige2 = vorige;
    vorige = rij;
  }
  return Math.min(vorige[b.length] ?? hoogstens + 1, hoogstens + 1);
}
