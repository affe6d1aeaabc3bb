// SPDX-License-Identifier: EUPL-1.2
/**
 * Who looked, for the person concerned: by organisation, role and reason, a line per day. It reveals neither who reported nor where
 * anyone hides (P4), whatever is in the log. Pure.
 */
import type { Keuzewaarde } from '../../kern/lijsten.ts';

/** Why someone looked, to the person whom it is about. A purpose that is not here is about the reporter, and is left out. */
export const REDENEN: readonly Keuzewaarde[] = [
  { code: 'melden', nl: 'om een melding op te nemen', en: 'to take in a report' },
  {
    code: 'beoordelen',
    nl: 'om te beoordelen welke stappen nodig zijn',
    en: 'to assess which steps are needed',
  },
  { code: 'overdragen', nl: 'om hulp te regelen', en: 'to arrange help' },
  { code: 'zicht_houden', nl: 'om te zien of het veilig is', en: 'to see whether it is safe' },
  { code: 'verantwoorden', nl: 'om het werk te verdelen', en: 'to divide the work' },
  { code: 'toezicht', nl: 'om na te gaan wie keek', en: 'to check who looked' },
];

/** What kind of organisation it is, where its name would tell too much. */
export const SOORTEN: readonly Keuzewaarde[] = [
  { code: 'veilig_thuis', nl: 'Veilig Thuis', en: 'Veilig Thuis' },
  { code: 'lokaal_team', nl: 'Een lokaal team', en: 'A local team' },
  { code: 'opvang', nl: 'Een organisatie voor hulp', en: 'An organisation that helps' },
  { code: 'onderwijs', nl: 'Een school', en: 'A school' },
  { code: 'gezondheidszorg', nl: 'Een zorgverlener', en: 'A care provider' },
  { code: 'anders', nl: 'Een organisatie voor hulp', en: 'An organisation that helps' },
];

/** One look, as the log has it. */
export interface Kijk {
  dag: string;
  organisatieId: string;
  organisatieNaam: string;
  organisatieSoort: string;
  functie: string;
  doel: string;
  noodknop: boolean;
}

/** One line of the overview. */
export interface Overzichtsregel {
  dag: string;
  /** The name; null where only the kind is told. */
  organisatie: string | null;
  soort: string;
  functie: string;
  redenen: string[];
  noodknop: boolean;
}

/** What must be kept from the reader: who reported, and whether an address is secret. */
export interface Afscherming {
  melders: readonly string[];
  geheim: boolean;
}

/** These hold zicht or take over; that they had a part is known to the family whoever reported. */
const ALTIJD_IN_BEELD = ['veilig_thuis', 'lokaal_team'];

/**
 * The lines of the overview, newest first.
 * - Purposes that exist because someone reported (zelf_melden, terugkoppelen, adviseren) are left out, whoever it was: that there is
 *   such a line, and on which day, would tell who.
 * - An organisation that reported is left out, other than Veilig Thuis or a local team, that look for reasons of their own too.
 * - A shelter is never named. Where an address is secret nobody is: a name or a municipality would tell where to look.
 */
export function maakOverzicht(kijken: readonly Kijk[], a: Afscherming): Overzichtsregel[] {
  const regels = new Map<string, Overzichtsregel>();
  for (const k of kijken) {
    if (!REDENEN.some((r) => r.code === k.doel)) continue;
    if (a.melders.includes(k.organisatieId) && !ALTIJD_IN_BEELD.includes(k.organisatieSoort)) continue;
    const soort = SOORTEN.some((s) => s.code === k.organisatieSoort) ? k.organisatieSoort : 'anders';
    const opvang = k.organisatieSoort === 'opvang';
    const organisatie = a.geheim || opvang ? null : k.organisatieNaam;
    // the role of who works at a shelter would tell that it is one
    const functie = opvang || (a.geheim && soort === 'anders') ? '' : k.functie;
    const getoond = organisatie === null && (opvang || soort === 'anders') ? 'anders' : soort;
    const sleutel = [k.dag, organisatie ?? getoond, functie, k.noodknop].join('|');
    const er = regels.get(sleutel) ?? {
      dag: k.dag,
      organisatie,
      soort: getoond,
      functie,
      redenen: [],
      noodknop: k.noodknop,
    };
    if (!er.redenen.includes(k.doel)) er.redenen.push(k.doel);
    regels.set(sleutel, er);
  }
  return [...regels.values()].sort(
    (x, y) =>
      y.dag.localeCompare(x.dag) || (x.organisatie ?? x.soort).localeCompare(y.organisatie ?? y.soort, 'nl'),
  );
}
