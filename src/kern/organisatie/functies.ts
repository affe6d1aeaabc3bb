// SPDX-License-Identifier: EUPL-1.2
// Which functions there are at an organisation of which kind, and who gives them. What a function may do stands in the access rules.
import type { Functie } from '../toegang/toegangsregels.ts';

const BIJ_VEILIG_THUIS: readonly Functie[] = ['vt_medewerker', 'vt_gedragswetenschapper', 'vt_teamleider'];
const BIJ_WIE_REGIE_VOERT: readonly Functie[] = ['regisseur', 'lokaal_teamleider'];
const BIJ_WIE_MELDT: readonly Functie[] = ['professional'];

/** The kinds of organisation, each with the functions that exist there. */
export const FUNCTIES_BIJ: Readonly<Record<string, readonly Functie[]>> = {
  veilig_thuis: [...BIJ_VEILIG_THUIS, 'privacyfunctionaris', 'beleid'],
  lokaal_team: BIJ_WIE_REGIE_VOERT,
  opvang: BIJ_WIE_REGIE_VOERT,
  ggz: BIJ_WIE_REGIE_VOERT,
  jeugdzorg: BIJ_WIE_REGIE_VOERT,
  onderwijs: BIJ_WIE_MELDT,
  kinderopvang: BIJ_WIE_MELDT,
  gezondheidszorg: BIJ_WIE_MELDT,
  politie: ['politie'],
  gemeente: ['beleid', 'privacyfunctionaris'],
};

/** Who lead a team, at a Veilig Thuis or at whoever else works with casussen: they divide the work and say who works there. */
export const TEAMLEIDERS: readonly Functie[] = ['vt_teamleider', 'lokaal_teamleider'];

/** Whether this function leads a team. */
export function isTeamleider(functie: string): boolean {
  return TEAMLEIDERS.some((l) => l === functie);
}

/**
 * The functions that a leader gives and takes at the own organisation: of those who work with families there. Who oversees them (privacy),
 * who only counts, and what is a machine are not the leader's to name: that is done where Houvast is run.
 */
export function functiesVanLeider(functie: string): readonly Functie[] {
  if (functie === 'vt_teamleider') return BIJ_VEILIG_THUIS;
  return functie === 'lokaal_teamleider' ? BIJ_WIE_REGIE_VOERT : [];
}

/** How an identity provider calls someone (sub; OpenID Connect Core 2: at most 255 ASCII characters): without space or accent. */
export const INLOGCODE = /^[!-~]{1,255}$/;
