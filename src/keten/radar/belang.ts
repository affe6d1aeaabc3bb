// SPDX-License-Identifier: EUPL-1.2
/**
 * Whether a worker has something to do with someone in a casus: appears in it, named someone who does, or lives there. Pure; errs on
 * the side of keeping out, because a team leader lifts a mistake in a minute.
 */
import { MODEL } from './model.ts';
import { scoor } from './score.ts';
import { bereidVoor, type Vermelding } from './vermelding.ts';
import { kansUitBits } from './weging.ts';

/** From this chance on the named person and the one in the casus are taken to be one. Bron onbekend, standaardwaarde. */
const ZELFDE_VANAF = 0.5;

/** Someone that a worker told about. */
export interface Kringlid {
  wie: 'zelf' | 'huisgenoot' | 'familie' | 'bekende';
  vermelding: Vermelding;
}

export type Grond = 'komt_voor' | 'verwant' | 'zelfde_adres' | 'in_de_buurt' | 'niet_getoond';

/** Whose address is the worker's own. */
const WOONT_ER: readonly Kringlid['wie'][] = ['zelf', 'huisgenoot'];

/**
 * The grounds on which this worker stays out; none: no ground. A ground that would tell where someone with a secret address lives
 * is not named (P4).
 * @param geheim the address of the person in the casus is secret
 */
export function gronden(lid: Kringlid, inCasus: Vermelding, geheim: boolean): Grond[] {
  const a = bereidVoor(lid.vermelding);
  const b = bereidVoor(inCasus);
  const uit: Grond[] = [];
  const naam = a.achternamen.length > 0 && b.achternamen.length > 0;
  if (naam && kansUitBits(scoor(a, b, MODEL).gewicht) >= ZELFDE_VANAF)
    uit.push(lid.wie === 'zelf' ? 'komt_voor' : 'verwant');
  if (WOONT_ER.includes(lid.wie) && a.postcode !== '' && a.postcode === b.postcode) {
    if (geheim) uit.push('niet_getoond');
    else uit.push(a.huisnummer !== '' && a.huisnummer === b.huisnummer ? 'zelfde_adres' : 'in_de_buurt');
  }
  return uit;
}
