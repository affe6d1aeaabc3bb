// SPDX-License-Identifier: EUPL-1.2
// Which organisations can do what, by the kind that they are. Who works there is not asked: that changes by the day, and a giver
// must not learn from a list where nobody is.

/** Nobody reads along here: the police's door is a machine's, and a municipality asks for figures only. */
const ZONDER_LEZER: readonly string[] = ['politie', 'gemeente'];

/**
 * Where professionals see a family in their own work and nobody steers: they report, and a casus can be shared with them, but to
 * accept a casus is for those who steer (access rule `overdracht-ontvangen`).
 */
const ZONDER_REGIE: readonly string[] = ['onderwijs', 'kinderopvang', 'gezondheidszorg'];

/** A shelter, in a sentence. */
export const ORGANISATIE_VOOR_HULP = 'een organisatie voor hulp';

/**
 * What an organisation is called to who has no part in a casus: where a family found shelter is told by nobody but those who shelter it and
 * who help them (P4), also when nobody called the address secret.
 */
export function naamVoorBuiten(naam: string, soort: string): string {
  return soort === 'opvang' ? 'Een organisatie voor hulp' : naam;
}

/** Whether there are people at an organisation of this kind who can look into what is shared. */
export function kanMeekijken(soort: string): boolean {
  return !ZONDER_LEZER.includes(soort);
}

/** Whether there are people at an organisation of this kind who can accept a casus and hold zicht. */
export function kanAannemen(soort: string): boolean {
  return kanMeekijken(soort) && !ZONDER_REGIE.includes(soort);
}

/**
 * Whether an organisation can take over all that one of another kind does: what it holds, what it was offered, what is shared with it.
 * The tasks of a Veilig Thuis cannot be delegated (handbook 9.3, S:107); the police and a municipality are followed by their own kind.
 */
export function kanOpvolgen(oud: string, nieuw: string): boolean {
  if (oud === 'veilig_thuis') return nieuw === 'veilig_thuis';
  if (kanAannemen(oud)) return kanAannemen(nieuw);
  return kanMeekijken(oud) ? kanMeekijken(nieuw) : nieuw === oud;
}
