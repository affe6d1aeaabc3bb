// SPDX-License-Identifier: EUPL-1.2
// The check on safety of a family that waits: someone looked, on a day, and says how it was.
import type { Keuzewaarde } from '../../kern/lijsten.ts';
import type { Soort } from '../../kern/termijn/termijnsoorten.ts';

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

/**
 * In how many days at most the holder looks again, whatever day it chooses: acute danger that a look did not find gone is looked at the
 * next day (handbook 5, S:65: direct safety stays monitored). Bron onbekend, standaardwaarde.
 */
export function hoogstensDagen(uitkomst: ControleUitkomst, acuut: boolean): number {
  return acuut && (uitkomst === 'onveilig' || uitkomst === 'niet_bereikt')
    ? volgendeControle(uitkomst)
    : HOOGSTENS_DAGEN;
}

/** Terms of the holder that bring it back to the safety of the family: a voorwaarde to check, and figures to ask. */
const BRENGT_TERUG: readonly string[] = ['voorwaarde_controle', 'cijfers_vragen'] satisfies Soort[];

/**
 * Whether a running term brings its owner back to the safety of the family: it is still to come, or stands still until a day. One that is
 * late already brought nobody back (P7).
 */
export function brengtTerug(
  t: { soort: string; vervaltOp: Date | string | null; opgeschortTot: Date | string | null },
  nu: Date,
): boolean {
  const tot = t.vervaltOp ?? t.opgeschortTot;
  return BRENGT_TERUG.includes(t.soort) && tot !== null && new Date(tot) > nu;
}

/** One look at a family, as far as the next one depends on it. */
export interface Blik {
  uitkomst: ControleUitkomst;
  /** By the organisation that holds zicht. */
  doorHouder: boolean;
  /** The casus is in a phase: somebody took it up to make a plan. */
  planBegonnen: boolean;
  /** Another term on the holder's list brings it back: `brengtTerug`. */
  houderKijktAnders: boolean;
  /** Who looked said in how many days someone looks again. */
  gekozen: boolean;
}

/**
 * What a look does to the next look of whoever holds zicht: direct safety stays monitored in every phase (handbook 5, S:65).
 * - `klaar`: it ends and none follows. Only when the holder itself saw that it is safe and chose no next day, a plan has begun, and
 *   another term about safety brings it back.
 * - `opnieuw`: it ends and the next one counts from this look. What the holder chose is always planned: it knows the family.
 * - `blijft`: another organisation looked, it was safe, and it asks for nothing. The holder has still to look itself.
 * - `eerder`: another organisation looked and it was not safe, nobody was reached, or it asks to look again. The holder looks sooner.
 */
export function naDeBlik(b: Blik): 'klaar' | 'opnieuw' | 'blijft' | 'eerder' {
  const veilig = b.uitkomst === 'veilig';
  if (!b.doorHouder) return veilig && !b.gekozen ? 'blijft' : 'eerder';
  return veilig && !b.gekozen && b.planBegonnen && b.houderKijktAnders ? 'klaar' : 'opnieuw';
}

/** Whether the check counts as acting within 24 hours: someone was spoken to or seen. Our reading; the practice text (S:16) only says "handel". */
export function isGehandeld(uitkomst: ControleUitkomst): boolean {
  return uitkomst !== 'niet_bereikt';
}
