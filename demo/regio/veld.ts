// SPDX-License-Identifier: EUPL-1.2
// Who there is to act: the region, an organisation, a worker.
import type { Functie } from '../../src/kern/toegang/toegangsregels.ts';

/** Constant, so that every start of the demo finds its own region again. */
export const REGIO_ID = 'd0000000-0000-7000-8000-000000000001';

export interface Organisatie {
  readonly id: string;
  readonly naam: string;
  readonly soort: string;
  readonly gemeentecode: string | null;
  /** A telephone number that nobody has. */
  readonly contact: string | null;
}

export interface Medewerker {
  readonly id: string;
  readonly organisatie: Organisatie;
  readonly teamId: string | null;
  readonly naam: string;
  readonly functie: Functie;
  /** How much of the work falls to this one, compared to colleagues. */
  readonly gewicht: number;
}
