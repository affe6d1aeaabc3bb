// SPDX-License-Identifier: EUPL-1.2
/** The second and third step of what is shown: why someone looks, and the words for it. Pure. */
import type { Keuzewaarde } from '../../kern/lijsten.ts';

/** Purposes for which earlier involvement may be looked at; they stand in the table of access. */
export const INZAGEDOELEN = [
  { code: 'melden', nl: 'Ik neem een melding aan', en: 'I am taking a report' },
  { code: 'beoordelen', nl: 'Ik beoordeel welke stappen nodig zijn', en: 'I assess which steps are needed' },
] as const satisfies readonly Keuzewaarde[];
export type Inzagedoel = (typeof INZAGEDOELEN)[number]['code'];

/** Why. Standaardwaarde: no list was found in a source. */
export const INZAGEREDENEN = [
  { code: 'acuut', nl: 'Er is nu gevaar', en: 'There is danger now' },
  { code: 'zicht', nl: 'Weten wie er nu zicht houdt', en: 'Know who keeps zicht now' },
  { code: 'eerder', nl: 'Weten of dit eerder speelde', en: 'Know whether this happened before' },
  { code: 'anders', nl: 'Een andere reden', en: 'Another reason' },
] as const satisfies readonly Keuzewaarde[];
export type Inzagereden = (typeof INZAGEREDENEN)[number]['code'];

export interface Inzagegrond {
  doel: Inzagedoel;
  reden: Inzagereden;
  /** Needed with `anders`. */
  toelichting: string | null;
}

/** What became of an earlier report, when its decision is not there (yet). */
export type Meldingstand = 'ingetrokken' | 'in_beoordeling';

/** Reasons to close a casus that say: there was nothing of the kind, or it did not belong here. It stays readable as such. */
export const ONGEGROND: readonly string[] = ['geen_hgkm', 'niet_ontvankelijk', 'ingetrokken'];
