// SPDX-License-Identifier: EUPL-1.2
/**
 * What is looked at of a surname before its letters are: its mark, and numbers of its sounds and spellings. Equal numbers
 * are nearly always equal texts; what rests on them is looked at letter by letter.
 */
import { klank, klankGrof } from '../klank.ts';
import { zonderGeplaktVoorvoegsel } from '../naam.ts';
import { tekstHak, tekstKenmerk } from './kenmerk.ts';
import type { Register } from './register.ts';

/** Numbers per surname, side by side, and what each is. */
export const NAAMKENNIS = 6;
export const KENNIS = { merk: 0, klank: 1, grof: 2, heel: 3, kern: 4, los: 5 } as const;

/** Of the surnames from `van` up to `tot` (numbers in `vormen`). */
export function leesNaamkennis(r: Register, van: number, tot: number): Uint32Array {
  const uit = new Uint32Array((tot - van) * NAAMKENNIS);
  for (let i = van; i < tot; i++) {
    const kern = r.vormen.kern[i] as string;
    const los = zonderGeplaktVoorvoegsel(kern);
    uit.set(
      [
        tekstKenmerk(kern),
        tekstHak(klank(kern) || kern),
        tekstHak(klankGrof(kern) || kern),
        tekstHak(r.vormen.heel[i] as string),
        tekstHak(kern),
        // Without a prefix that was glued on, in its coarse sound; 0 where there is none.
        los === undefined ? 0 : tekstHak(klankGrof(los) || los),
      ],
      (i - van) * NAAMKENNIS,
    );
  }
  return uit;
}
