// SPDX-License-Identifier: EUPL-1.2
// What may stand on the timeline of a casus. The sentence itself is made by the screen, in its language.

import { UUID } from '../../platform/uuid.ts';

/** Acts that say nothing on a timeline: the clock's own work, and what stands there already as the thing itself. */
export const STIL = [
  'termijn.klok',
  'termijn.waarschuwing',
  'uitspraak.toevoegen',
  'beoordeling.bewaren',
  'overdracht.voorbereiden',
  // that something was shielded is itself a hint
  'uitspraak.afgeschermd',
  'uitspraak.vrijgeven',
  'uitspraak.afschermen',
  // what a colleague has to do with a family is between that colleague and the team leader
  'belang.gevonden',
  'belang.opheffen',
  'belang.bevestigen',
] as const;

/**
 * Acts that could point at a melder: who did them and how they came in stays with the organisation that did them (P4,
 * handbook 1.4). Another organisation in the casus reads that there was a melding, not who it came from.
 */
const BIJ_MELDER = /^(melding|jzv|advies|terugkoppeling|radar|bijlage)\./;

export function isBijMelder(soort: string): boolean {
  return BIJ_MELDER.test(soort);
}

export interface Bijzonderheid {
  naam: string;
  waarde: string;
}

/** A choice from a list, a number, a moment: never a sentence. */
const KEUZE = /^[\p{L}\p{N}_.:+-]{1,40}$/u;

/**
 * The choices that an act left behind, as names and values: what the screen needs for a sentence. Ids and anything that looks
 * like written text fall away, whatever a station put in by mistake.
 */
export function bijzonderheden(inhoud: unknown): Bijzonderheid[] {
  if (typeof inhoud !== 'object' || inhoud === null || Array.isArray(inhoud)) return [];
  const uit: Bijzonderheid[] = [];
  for (const [naam, waarde] of Object.entries(inhoud)) {
    if (typeof waarde !== 'string' && typeof waarde !== 'number' && typeof waarde !== 'boolean') continue;
    const tekst = String(waarde);
    if (KEUZE.test(tekst) && !UUID.test(tekst)) uit.push({ naam, waarde: tekst });
  }
  return uit.slice(0, 20);
}
