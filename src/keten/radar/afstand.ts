// SPDX-License-Identifier: EUPL-1.2
/** String distances for short names; pure and allocation-light. */

/** Room for one comparison at a time: comparing happens millions of times, and asks no memory. Longer texts are cut off. */
const RUIMTE = 256;
const IN_A = new Uint8Array(RUIMTE);
const IN_B = new Uint8Array(RUIMTE);
const CODES_A = new Uint16Array(RUIMTE);
const CODES_B = new Uint16Array(RUIMTE);
const RIJEN = [new Int16Array(RUIMTE + 1), new Int16Array(RUIMTE + 1), new Int16Array(RUIMTE + 1)] as const;

function leesCodes(tekst: string, uit: Uint16Array): number {
  const n = Math.min(tekst.length, RUIMTE);
  for (let i = 0; i < n; i++) uit[i] = tekst.charCodeAt(i);
  return n;
}

const TEL = new Int8Array(256);

/** Letters that two texts have in common, at most: cheap, and enough to know that they cannot be alike. */
function gemeenHoogstens(a: string, b: string): number {
  const [la, lb] = [Math.min(a.length, RUIMTE), Math.min(b.length, RUIMTE)];
  for (let i = 0; i < la; i++) {
    const c = a.charCodeAt(i) & 255;
    TEL[c] = (TEL[c] as number) + 1;
  }
  let gemeen = 0;
  for (let i = 0; i < lb; i++) {
    const c = b.charCodeAt(i) & 255;
    const over = TEL[c] as number;
    if (over > 0) {
      gemeen++;
      TEL[c] = over - 1;
    }
  }
  for (let i = 0; i < la; i++) TEL[a.charCodeAt(i) & 255] = 0;
  return gemeen;
}

/** Is `jaroWinkler(x, y)` at least `drempel`? Quicker than the number itself where the answer is no, as it mostly is. */
export function lijktMinstens(x: string, y: string, drempel: number): boolean {
  if (x === y) return true;
  const gemeen = gemeenHoogstens(x, y);
  if (gemeen === 0) return false;
  const jaro = (gemeen / x.length + gemeen / y.length + 1) / 3;
  let voor = 0;
  while (voor < 4 && voor < x.length && voor < y.length && x.charCodeAt(voor) === y.charCodeAt(voor)) voor++;
  if (jaro + voor * 0.1 * (1 - jaro) < drempel) return false;
  return jaroWinkler(x, y) >= drempel;
}

/** Jaro similarity raised by a common prefix of at most four letters (Winkler, p = 0.1): 0 (nothing) to 1 (equal). */
export function jaroWinkler(x: string, y: string): number {
  if (x === y) return 1;
  // Matching is greedy from the left: a fixed order makes the result the same both ways round.
  const [eerst, dan] = x < y ? [x, y] : [y, x];
  const la = leesCodes(eerst, CODES_A);
  const lb = leesCodes(dan, CODES_B);
  if (la === 0 || lb === 0) return 0;
  const venster = Math.max(0, Math.floor(Math.max(la, lb) / 2) - 1);
  IN_A.fill(0, 0, la);
  IN_B.fill(0, 0, lb);
  let gelijk = 0;
  for (let i = 0; i < la; i++) {
    const tot = Math.min(lb, i + venster + 1);
    const letter = CODES_A[i];
    for (let j = Math.max(0, i - venster); j < tot; j++) {
      if (IN_B[j] === 1 || CODES_B[j] !== letter) continue;
      IN_A[i] = 1;
      IN_B[j] = 1;
      gelijk++;
      break;
    }
  }
  if (gelijk === 0) return 0;
  let wissels = 0;
  let j = 0;
  for (let i = 0; i < la; i++) {
    if (IN_A[i] !== 1) continue;
    while (IN_B[j] !== 1) j++;
    if (CODES_A[i] !== CODES_B[j]) wissels++;
    j++;
  }
  const jaro = (gelijk / la + gelijk / lb + (gelijk - wissels / 2) / gelijk) / 3;
  let voor = 0;
  while (voor < 4 && voor < la && voor < lb && CODES_A[voor] === CODES_B[voor]) voor++;
  return jaro + voor * 0.1 * (1 - jaro);
}

/** Edits (insert, delete, replace, swap of neighbours) between two strings; `hoogstens + 1` once it is above that. */
export function bewerkingen(a: string, b: string, hoogstens = 3): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > hoogstens) return hoogstens + 1;
  if (Math.max(a.length, b.length) - gemeenHoogstens(a, b) > hoogstens) return hoogstens + 1;
  const la = leesCodes(a, CODES_A);
  const lb = leesCodes(b, CODES_B);
  let [vorige2, vorige, rij]: Int16Array[] = [...RIJEN];
  if (vorige2 === undefined || vorige === undefined || rij === undefined) return hoogstens + 1;
  for (let j = 0; j <= lb; j++) vorige[j] = j;
  for (let i = 1; i <= la; i++) {
    // Cells further from the diagonal than `hoogstens` can only be above it.
    const van = Math.max(1, i - hoogstens);
    const tot = Math.min(lb, i + hoogstens);
    rij[0] = i;
    if (van > 1) rij[van - 1] = hoogstens + 1;
    let laagste = van > 1 ? hoogstens + 1 : i;
    const letter = CODES_A[i - 1] as number;
    for (let j = van; j <= tot; j++) {
      const zelfde = CODES_B[j - 1] === letter;
      let d = (vorige[j - 1] as number) + (zelfde ? 0 : 1);
      const boven = j === i + hoogstens ? hoogstens + 1 : (vorige[j] as number) + 1;
      if (boven < d) d = boven;
      const links = (rij[j - 1] as number) + 1;
      if (links < d) d = links;
      if (i > 1 && j > 1 && letter === CODES_B[j - 2] && CODES_A[i - 2] === CODES_B[j - 1]) {
        const wissel = (vorige2[j - 2] as number) + 1;
        if (wissel < d) d = wissel;
      }
      rij[j] = d;
      if (d < laagste) laagste = d;
    }
    if (laagste > hoogstens) return hoogstens + 1;
    [vorige2, vorige, rij] = [vorige, rij, vorige2];
  }
  return Math.min(vorige[lb] as number, hoogstens + 1);
}
