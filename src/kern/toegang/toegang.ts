// SPDX-License-Identifier: EUPL-1.2
// The noodknop, sealed dossiers, conflicts of interest and shares: their words and their limits. Pure.
import type { Keuzewaarde } from '../lijsten.ts';

/** How long the noodknop opens one casus, in hours. Bron onbekend, standaardwaarde. */
export const NOODKNOP_UREN = 4;

/** A share lasts this long unless someone says otherwise, and never longer than the longest, in days. Bron onbekend, standaardwaarde. */
export const DELING_DAGEN = { gewoon: 90, hoogstens: 365 } as const;

/** Purposes for which the noodknop may be used; they stand in the table of access. */
export const NOODDOELEN: readonly Keuzewaarde[] = [
  { code: 'zicht_houden', nl: 'Iemand is nu niet veilig', en: 'Someone is not safe now' },
  {
    code: 'beoordelen',
    nl: 'Ik beoordeel een melding over dit gezin',
    en: 'I assess a report about this family',
  },
  {
    code: 'melden',
    nl: 'Ik heb iemand aan de telefoon over dit gezin',
    en: 'I have someone on the phone about this family',
  },
];

/** What the privacy officer says of a use of the noodknop. */
export const NOODOORDELEN: readonly Keuzewaarde[] = [
  { code: 'terecht', nl: 'Terecht', en: 'Justified' },
  { code: 'niet_terecht', nl: 'Niet terecht', en: 'Not justified' },
];

/** Why a casus is sealed. */
export const ZEGELSOORTEN: readonly Keuzewaarde[] = [
  { code: 'collega', nl: 'Het gaat over een collega', en: 'It is about a colleague' },
  {
    code: 'eigen_gezin',
    nl: 'Het gaat over het gezin of de familie van een collega',
    en: "It is about a colleague's family",
  },
  { code: 'publiek_persoon', nl: 'Het gaat over een bekend persoon', en: 'It is about a public person' },
  { code: 'anders', nl: 'Een andere reden', en: 'Another reason' },
];

/** Why a worker is kept out of a casus. */
export const BELANGEN: readonly Keuzewaarde[] = [
  { code: 'komt_voor', nl: 'komt zelf in de casus voor', en: 'appears in the case' },
  {
    code: 'verwant',
    nl: 'noemde iemand die in de casus voorkomt',
    en: 'named someone who appears in the case',
  },
  { code: 'zelfde_adres', nl: 'woont op hetzelfde adres', en: 'lives at the same address' },
  { code: 'in_de_buurt', nl: 'woont in dezelfde straat', en: 'lives in the same street' },
  {
    code: 'niet_getoond',
    nl: 'een reden die hier niet wordt getoond',
    en: 'a reason that is not shown here',
  },
];

/** The parts of a casus that can be shared, each by itself. */
export const ONDERDELEN: readonly Keuzewaarde[] = [
  { code: 'personen', nl: 'Wie het zijn', en: 'Who they are' },
  { code: 'plan', nl: 'Het veiligheidsplan', en: 'The safety plan' },
  { code: 'cijfers', nl: 'De veiligheidscijfers', en: 'The safety figures' },
  { code: 'monitoring', nl: 'Hoe het nu gaat', en: 'How it is now' },
  { code: 'uitspraken', nl: 'Wat is gezegd en gezien', en: 'What was said and seen' },
  { code: 'tijdlijn', nl: 'De tijdlijn', en: 'The timeline' },
];

/** On which ground something is shared. */
export const DEELGRONDSLAGEN: readonly Keuzewaarde[] = [
  { code: 'toestemming', nl: 'De betrokkenen vinden het goed', en: 'Those concerned agree' },
  {
    code: 'wettelijke_taak',
    nl: 'Het is nodig voor de taak (Wmo 2015 5.1.6)',
    en: 'Needed for the task (Wmo 2015 5.1.6)',
  },
  {
    code: 'vitaal_belang',
    nl: 'Iemands leven of gezondheid hangt ervan af (AVG art. 6 lid 1 d)',
    en: "Someone's life or health depends on it (GDPR art. 6(1)(d))",
  },
];

/** The codes of the reasons why a share cannot run until this moment; null when it can. Dutch. */
export function bezwaarTegenEinde(tot: Date, nu: Date): string | null {
  if (Number.isNaN(tot.getTime()) || tot.getTime() <= nu.getTime()) return 'Kies een dag die nog moet komen.';
  if (tot.getTime() > nu.getTime() + DELING_DAGEN.hoogstens * 86_400_000)
    return `Een deling duurt hoogstens ${DELING_DAGEN.hoogstens} dagen. Kies een eerdere dag; verlengen kan later.`;
  return null;
}
