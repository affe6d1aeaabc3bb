// SPDX-License-Identifier: EUPL-1.2
/**
 * Marks: a word in 32 bits, enough to know in a few steps that two words cannot be alike, as most are not. A mark counts
 * signs per class, each count as so many ones, so that one edit changes two bits at most.
 */

export function telBits(x: number): number {
  let y = x - ((x >>> 1) & 0x55555555);
  y = (y & 0x33333333) + ((y >>> 2) & 0x33333333);
  return Math.imul((y + (y >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The mark of a number: ten classes, each counted to three. */
export function nummerKenmerk(tekst: string): number {
  let uit = 0;
  for (let i = 0; i < tekst.length; i++) {
    const plek = (tekst.charCodeAt(i) % 10) * 3;
    const nu = (uit >>> plek) & 7;
    uit |= (2 * nu + 1) << plek;
    uit &= 0x3fffffff;
  }
  return uit;
}

/** Letters in classes; those that come most often have one of their own. */
const KLASSE = new Uint8Array(32);
[...'aeinrtsoldkhmgbvjwpucfyzqx'].forEach((letter, i) => {
  KLASSE[letter.charCodeAt(0) & 31] = i < 12 ? i : i % 12;
});

const LENGTE_BITS = 5;
const EERSTE_BITS = 3;
const LETTERS = 24;
const MASKER = 2 ** LETTERS - 1;

/** The mark of a word: twelve classes counted to two, then its length (31 = long), then something of its first letter. */
export function tekstKenmerk(tekst: string): number {
  let uit = 0;
  for (let i = 0; i < tekst.length; i++) {
    const een = 1 << (2 * (KLASSE[tekst.charCodeAt(i) & 31] as number));
    uit |= (uit & een) === 0 ? een : een << 1;
  }
  const lengte = Math.min(2 ** LENGTE_BITS - 1, tekst.length);
  const eerste = tekst.charCodeAt(0) & (2 ** EERSTE_BITS - 1);
  return uit | (lengte << LETTERS) | (eerste << (LETTERS + LENGTE_BITS));
}

/** Can the Jaro-Winkler similarity of two words reach this, or the edits between them be two at most? By their marks. */
export function kanLijken(x: number, y: number, drempel: number): boolean {
  const lx = (x >>> LETTERS) & 31;
  const ly = (y >>> LETTERS) & 31;
  if (lx === 31 || ly === 31) return true;
  const gemeen = Math.min(lx - telBits(x & ~y & MASKER), ly - telBits(y & ~x & MASKER));
  if (gemeen >= (lx > ly ? lx : ly) - 2) return true;
  if (gemeen <= 0) return false;
  const jaro = (gemeen / lx + gemeen / ly + 1) / 3;
  return ((x ^ y) >>> (LETTERS + LENGTE_BITS) === 0 ? jaro + 0.4 * (1 - jaro) : jaro) >= drempel;
}

/** A number of 32 bits for a text; two texts with the same number are nearly always the same. */
export function tekstHak(tekst: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < tekst.length; i++) h = Math.imul(h ^ tekst.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) >>> 0;
}

/** Numbers this close to each other are neighbours. Standaardwaarde. */
export const BUREN = 25;

/** The digits of a text as one number, when there are 4 to 15 of them; otherwise NaN. */
function leesCijfers(tekst: string): number {
  let [uit, aantal] = [0, 0];
  for (let i = 0; i < tekst.length; i++) {
    const cijfer = tekst.charCodeAt(i) - 48;
    if (cijfer < 0 || cijfer > 9) continue;
    aantal++;
    uit = uit * 10 + cijfer;
  }
  return aantal >= 4 && aantal <= 15 ? uit : Number.NaN;
}

/**
 * The values as numbers, when these run on: when far more of them have a neighbour than spread numbers would, even with
 * slips in their last digits. Otherwise undefined.
 */
export function leesReeks(woorden: readonly string[]): Float64Array | undefined {
  const getallen = new Float64Array(
    new SharedArrayBuffer(Math.max(8, woorden.length * 8)),
    0,
    woorden.length,
  );
  woorden.forEach((w, i) => {
    getallen[i] = leesCijfers(w);
  });
  const op = getallen.filter((x) => !Number.isNaN(x)).sort();
  const [laagste, hoogste] = [op[0] ?? 0, op.at(-1) ?? 0];
  if (op.length < 20) return undefined;
  let buren = 0;
  for (let i = 1; i < op.length; i++) if ((op[i] as number) - (op[i - 1] as number) <= BUREN) buren++;
  const verwacht = 1 - Math.exp((-BUREN * op.length) / Math.max(1, hoogste - laagste));
  return buren / op.length > 0.06 + 2 * Math.min(0.1, verwacht) ? getallen : undefined;
}
