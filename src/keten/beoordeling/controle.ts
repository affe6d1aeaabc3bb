// SPDX-License-Identifier: EUPL-1.2
// The check on safety of a family that waits: someone looked, on a day, and says how it was.
import type { Keuzewaarde } from '../../kern/lijsten.ts';
import { getTermijnsoort } from '../../kern/termijn/termijnsoorten.ts';
import type { Duur } from '../../platform/clock/werkdagen.ts';

export const CONTROLE_UITKOMSTEN = [
  { code: 'veilig', nl: 'Veilig', en: 'Safe' },
  { code: 'zorgelijk', nl: 'Zorgelijk', en: 'Worrying' },
  { code: 'onveilig', nl: 'Onveilig', en: 'Unsafe' },
  { code: 'niet_bereikt', nl: 'Niemand bereikt', en: 'Nobody reached' },
] as const satisfies readonly Keuzewaarde[];
export type ControleUitkomst = (typeof CONTROLE_UITKOMSTEN)[number]['code'];

/** The longest that a family waits for the next look, in days: the length of the term zichtcontrole in the catalogue. */
export const HOOGSTENS_DAGEN = 7;

/** The longest that a family waits for a look, as a length. */
export const GEWONE_BLIK: Duur = { aantal: HOOGSTENS_DAGEN, eenheid: 'dagen' };

/** Acute danger, named by a melder or found by an assessor: whoever holds zicht looks within this time (handbook 1.1, S:16). */
export const ACUTE_BLIK: Duur = getTermijnsoort('spoed_24u').duur;

/**
 * In how many days someone looks again, when the one who looked does not say. Follows what that person found, not who the family
 * is. Bron onbekend, standaardwaarde.
 */
export function volgendeControle(uitkomst: ControleUitkomst): number {
  return { veilig: HOOGSTENS_DAGEN, zorgelijk: 2, onveilig: 1, niet_bereikt: 1 }[uitkomst];
}

/**
 * Whether someone must look again: as long as no plan has begun (a casus without fase), and always when it was not safe or
 * nobody was reached. Once a plan runs, its own checks and monitormomenten keep the watch.
 */
export function moetOpnieuwKijken(
  casus: { open: boolean; fase: number | null },
  uitkomst: ControleUitkomst,
): boolean {
  return casus.open && (casus.fase === null || uitkomst !== 'veilig');
}

/** Whether the check counts as acting within 24 hours: someone was spoken to or seen. Our reading; the practice text (S:16) only says "handel". */
export function isGehandeld(uitkomst: ControleUitkomst): boolean {
  return uitkomst !== 'niet_bereikt';
}
