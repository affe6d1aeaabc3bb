// SPDX-License-Identifier: EUPL-1.2
/**
 * Our own phonetic key for Dutch names, also kind to Arabic, Turkish and Surinamese spellings of them.
 * Source: own rules (radar.md §3.5 gives the set and the pairs that it must join). No maintained Dutch key exists.
 */

import { onthoud } from './onthoud.ts';

type Regel = readonly [RegExp, string];

/** Order matters: longer spellings first. Output in capitals and digits, so that no rule sees another's result. */
const REGELS: readonly Regel[] = [
  [/^(.)\1/, '$1'],
  // Consonant groups
  [/ssch|sch$|sch(?=[sz])/g, 'S'],
  [/sch/g, 'SG'],
  [/tsj|tsch|tch/g, 'TS'],
  [/dj(?=[aeiouy])/g, 'J'],
  [/s[jh]|sz|zs/g, 'S'],
  [/[ckg]h/g, 'G'],
  [/ph/g, 'F'],
  [/th|dt|tt/g, 'T'],
  [/ck|cq/g, 'K'],
  [/qu/g, 'KW'],
  [/c(?=[eiy])/g, 'S'],
  [/[ckq]/g, 'K'],
  [/x/g, 'KS'],
  [/d$|d(?=[sz])/g, 'T'],
  // Vowels: ij = 2, ui = 3, ou = 1, oe and oo keep their own letter
  [/^y(?=[aeiou])/g, 'J'],
  [/uij|uy|ui/g, '3'],
  [/[ae]?ij|[ae][iy]/g, '2'],
  [/(?<=[bcdfghjklmnpqrstvwxzA-Z])(y|ie?)$/g, 'I'],
  [/y/g, '2'],
  [/ouw|auw|ou|au/g, '1'],
  [/oe|ue|uu/g, 'U'],
  [/ae|aa/g, 'A'],
  [/oo/g, 'O'],
  [/ie|ii/g, 'I'],
  [/ee/g, 'E'],
  // Single consonants
  [/[vf]/g, 'F'],
  [/[zs]/g, 'S'],
  [/(?<!^)h/g, ''],
  [/en$/g, 'E'],
];

/**
 * Phonetic key of one name part without tussenvoegsel: `Dijk`, `Dyck` and `Dijck` give the same key.
 * @param naam folded text (see `vouw`); anything but a-z is ignored
 * @returns capitals and digits; empty when no letter is left
 */
export const klank: (naam: string) => string = onthoud((naam) => {
  let k = naam.toLowerCase().replace(/[^a-z]/g, '');
  for (const [van, naar] of REGELS) k = k.replace(van, naar);
  return k.toUpperCase().replace(/(.)\1+/g, '$1');
});

/**
 * Coarse key: the consonants of `klank`, with the first sound kept. Used in look-up keys, where missing someone is
 * worse than a candidate too many.
 */
export const klankGrof: (naam: string) => string = onthoud((naam) => {
  const k = klank(naam);
  const eerste = k.charAt(0);
  return (
    (eerste === '2' ? 'E' : eerste) +
    k
      .slice(1)
      .replace(/[AEIOU123]/g, '')
      .replace(/(.)\1+/g, '$1')
  );
});
