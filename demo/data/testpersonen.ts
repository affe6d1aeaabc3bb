// SPDX-License-Identifier: EUPL-1.2
// The official test persons that the demo uses; where they come from stands in BRON.md.
import personen from './testpersonen.json' with { type: 'json' };

export interface Testpersoon {
  readonly bsn: string;
  /** Our own label of the family. */
  readonly gezin: string;
  readonly voornamen: string;
  readonly voorvoegsel?: string;
  readonly geslachtsnaam: string;
  /** jjjj-mm-dd */
  readonly geboortedatum: string;
  readonly geslacht: string;
  readonly ouders: readonly string[];
  readonly partners: readonly string[];
}

export const TESTPERSONEN: readonly Testpersoon[] = personen;

/** @throws RangeError when the number is not in the extract */
export function getTestpersoon(bsn: string): Testpersoon {
  const persoon = TESTPERSONEN.find((p) => p.bsn === bsn);
  if (!persoon) throw new RangeError('Dit BSN hoort niet bij een testpersoon van de demo.');
  return persoon;
}
