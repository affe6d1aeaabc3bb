// SPDX-License-Identifier: EUPL-1.2
/**
 * The citizen service number (burgerservicenummer): nine digits that pass the elfproef.
 * The radar itself never sees a BSN, only a keyed hash of it (`Vermelding.bsnSleutel`).
 */

/**
 * The range of RvIG's own test persons (BRP proefomgeving): 666 of the 680 numbers in that published set start
 * with these five digits, all pass the elfproef, and none belongs to a living person. Test people come from it.
 */
export const BSN_TESTREEKS = '99999';

const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/**
 * Elfproef: Σ (9, 8, 7, 6, 5, 4, 3, 2, −1) · digit is divisible by 11, and the number is not all zeros.
 * @param bsn nine digits exactly, without dots or spaces (`normaliseerBsn` makes them so)
 */
export function isGeldigBsn(bsn: string): boolean {
  if (!/^\d{9}$/.test(bsn) || bsn === '000000000') return false;
  let som = 0;
  for (let i = 0; i < 9; i++) som += (GEWICHTEN[i] ?? 0) * (bsn.charCodeAt(i) - 48);
  return som % 11 === 0;
}

/** Strips dots and spaces and gives back nine digits (eight digits get their leading zero), or undefined. */
export function normaliseerBsn(tekst: string): string | undefined {
  const cijfers = tekst.replace(/[\s.]/g, '');
  if (!/^\d{8,9}$/.test(cijfers)) return undefined;
  return cijfers.padStart(9, '0');
}

/** True for a number of the official test range that also passes the elfproef. */
export function isTestBsn(bsn: string): boolean {
  return bsn.startsWith(BSN_TESTREEKS) && isGeldigBsn(bsn);
}
