// SPDX-License-Identifier: EUPL-1.2
/**
 * The first step of what is shown: hit or no hit. A hit is one known person who fits clearly better than anyone else; when two
 * fit about as well the radar is silent, because half of what it then said would be about somebody else.
 */
import { DREMPELS } from './oordeel.ts';
import { isGekoppeld } from './radar.ts';
import type { Score } from './score.ts';

/** Bits from which a candidate is a hit: from here on likelier than not. Bron onbekend, standaardwaarde. */
const TREFFER_VANAF = 0;
/** Bits from which it is likely (p ≥ 0.99). Bron onbekend, standaardwaarde. */
const WAARSCHIJNLIJK_VANAF = 6.63;

export const ZEKERHEDEN = ['zeker', 'waarschijnlijk', 'mogelijk'] as const;
export type Zekerheid = (typeof ZEKERHEDEN)[number];

export interface Mededinger {
  readonly persoonId: string;
  /** In bits. */
  readonly gewicht: number;
  /** The BSN is equal. */
  readonly bsn: boolean;
  /** What was judged; `vraag` when nobody did. */
  readonly oordeel: string;
}

/**
 * The candidate of whom may be told; undefined when there is none, or more than one. Who was said to be someone else does not
 * count, who was joined is the one, and a BSN that stands with another person than the best makes it a question.
 * @param isZelfde whether two candidates are in all likelihood one human being whom nobody joined yet: then they do not compete
 */
export function eenduidige<K extends Mededinger>(
  kandidaten: readonly K[],
  isZelfde: (beste: K, ander: K) => boolean = () => false,
): K | undefined {
  const gekoppeld = kandidaten.filter((k) => isGekoppeld(k.oordeel));
  if (gekoppeld.length > 0)
    return new Set(gekoppeld.map((k) => k.persoonId)).size === 1 ? gekoppeld[0] : undefined;
  const over = kandidaten
    .filter((k) => k.oordeel !== 'niet_dezelfde')
    .sort((a, b) => b.gewicht - a.gewicht || (a.persoonId < b.persoonId ? -1 : 1));
  const [beste] = over;
  if (!beste || (beste.gewicht < TREFFER_VANAF && !beste.bsn)) return undefined;
  const anderen = over.filter((k) => k.persoonId !== beste.persoonId);
  const dichtbij = anderen.some(
    (k) => (k.bsn || beste.gewicht - k.gewicht < DREMPELS.afstand) && !isZelfde(beste, k),
  );
  return dichtbij ? undefined : beste;
}

/** How sure a hit is, in one of three words. `zeker` only where the radar would join without asking. */
export function zekerheid(gewicht: number, oordeel: string): Zekerheid {
  if (oordeel === 'zelfde') return 'zeker';
  return gewicht >= WAARSCHIJNLIJK_VANAF ? 'waarschijnlijk' : 'mogelijk';
}

export const PASVELDEN = ['bsn', 'achternaam', 'voornaam', 'geboorte', 'adres', 'telefoon', 'email'] as const;
export type Pasveld = (typeof PASVELDEN)[number];

/** Which of the given facts speak for it. What the asker did not give is not among them, and what differs is not told. */
export function passend(score: Score): Pasveld[] {
  return PASVELDEN.filter((v) => score.staven.some((s) => s.veld === v && s.bits > 0));
}
