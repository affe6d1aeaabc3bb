// SPDX-License-Identifier: EUPL-1.2
import type { Functie } from '../kern/toegang/toegangsregels.ts';
import { useInstellingen } from './instellingen.ts';

/** What someone does, as people say it; one that is not here would not compile. */
const woorden: Readonly<Record<Functie, { nl: string; en: string }>> = {
  vt_medewerker: { nl: 'Medewerker Veilig Thuis', en: 'Worker of Veilig Thuis' },
  vt_gedragswetenschapper: {
    nl: 'Gedragswetenschapper Veilig Thuis',
    en: 'Behavioural scientist of Veilig Thuis',
  },
  vt_teamleider: { nl: 'Teamleider Veilig Thuis', en: 'Team leader of Veilig Thuis' },
  regisseur: { nl: 'Regisseur lokaal team', en: 'Regisseur of a local team' },
  lokaal_teamleider: { nl: 'Teamleider lokaal team', en: 'Team leader of a local team' },
  professional: { nl: 'Professional', en: 'Professional' },
  politie: { nl: 'Politie (koppeling)', en: 'Police (connection)' },
  beleid: { nl: 'Beleidsmedewerker', en: 'Policy officer' },
  privacyfunctionaris: { nl: 'Functionaris gegevensbescherming', en: 'Data protection officer' },
};

/** The name of each functie in the language of the screen. */
export function useFunctienamen(): (functie: string) => string {
  const { taal } = useInstellingen();
  return (functie) => (functie in woorden ? woorden[functie as Functie][taal] : functie.replaceAll('_', ' '));
}

/** The name of a functie in the language of the screen. */
export function useFunctienaam(functie: string): string {
  return useFunctienamen()(functie);
}
