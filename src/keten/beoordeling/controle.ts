// SPDX-License-Identifier: EUPL-1.2
// The check on safety of a family that waits: someone looked, on a day, and says how it was.
import type { Keuzewaarde } from '../../kern/lijsten.ts';

export const CONTROLE_UITKOMSTEN = [
  { code: 'veilig', nl: 'Veilig', en: 'Safe' },
  { code: 'zorgelijk', nl: 'Zorgelijk', en: 'Worrying' },
  { code: 'onveilig', nl: 'Onveilig', en: 'Unsafe' },
  { code: 'niet_bereikt', nl: 'Niemand bereikt', en: 'Nobody reached' },
] as const satisfies readonly Keuzewaarde[];
export type ControleUitkomst = (typeof CONTROLE_UITKOMSTEN)[number]['code'];

/** The longest that a family waits for the next look, in days: the length of the term zichtcontrole in the catalogue. */
export const HOOGSTENS_DAGEN = 7;

/**
 * In how many days someone looks again, when the one who looked does not say. Follows what that person found, not who the family
 * is. Bron onbekend, standaardwaarde.
 */
export function volgendeControle(uitkomst: ControleUitkomst): number {
  return { veilig: HOOGSTENS_DAGEN, zorgelijk: 2, onveilig: 1, niet_bereikt: 1 }[uitkomst];
}

/** One look at a family, as far as the next one depends on it. */
export interface Blik {
  uitkomst: ControleUitkomst;
  /** By the organisation that holds zicht. */
  doorHouder: boolean;
  /** The casus is in a phase: somebody took it up to make a plan. */
  planBegonnen: boolean;
  /** Another term about safety runs on the holder's list: a voorwaarde to check, or figures to ask. */
  houderKijktAnders: boolean;
}

/**
 * What a look does to the next look of whoever holds zicht: direct safety stays monitored in every phase (handbook 5, S:65).
 * - `klaar`: it ends and none follows. Only when the holder itself saw that it is safe, a plan has begun, and another term about
 *   safety brings it back.
 * - `opnieuw`: it ends and the next one counts from this look.
 * - `blijft`: another organisation looked and it was safe. The holder has still to look itself.
 * - `eerder`: another organisation looked and it was not safe, or nobody was reached. The holder looks sooner.
 */
export function naDeBlik(b: Blik): 'klaar' | 'opnieuw' | 'blijft' | 'eerder' {
  const veilig = b.uitkomst === 'veilig';
  if (!b.doorHouder) return veilig ? 'blijft' : 'eerder';
  return veilig && b.planBegonnen && b.houderKijktAnders ? 'klaar' : 'opnieuw';
}

/** Whether the check counts as acting within 24 hours: someone was spoken to or seen. Our reading; the practice text (S:16) only says "handel". */
export function isGehandeld(uitkomst: ControleUitkomst): boolean {
  return uitkomst !== 'niet_bereikt';
}
