// SPDX-License-Identifier: EUPL-1.2
// What comes out of one typed line about a person.
import type { Geboorte, Geslacht } from './vermelding.ts';

export interface NietBegrepen {
  readonly tekst: string;
  /** Plain Dutch, for the screen; not set when it is simply text that fits nowhere. */
  readonly reden?: string;
}

export interface Twijfel {
  readonly veld: 'naam' | 'geboortedatum' | 'geslacht' | 'bsn' | 'adres';
  /** Plain Dutch, for the screen. */
  readonly zin: string;
}

export interface Persoonsregel {
  readonly voornamen?: string;
  readonly roepnaam?: string;
  readonly voorletters?: string;
  readonly tussenvoegsel?: string;
  readonly achternaam?: string;
  readonly partnerTussenvoegsel?: string;
  readonly partnerAchternaam?: string;
  readonly geboortedatum?: Geboorte;
  /** As said; not turned into a birth year, because that would be a guess of one year. */
  readonly leeftijd?: { readonly aantal: number; readonly eenheid: 'jaar' | 'maand' | 'week' };
  readonly geslacht?: Geslacht;
  /** Words for who it is, as typed: moeder, zijn broertje, vriend van moeder. */
  readonly aanduiding?: string;
  /** Nine digits; that they fail the elfproef stands in `twijfels`. */
  readonly bsn?: string;
  readonly telefoon?: string;
  readonly email?: string;
  readonly straat?: string;
  readonly huisnummer?: number;
  readonly huisletter?: string;
  readonly postcode?: string;
  readonly woonplaats?: string;
  readonly nietBegrepen: readonly NietBegrepen[];
  readonly twijfels: readonly Twijfel[];
}

export type Bouw = {
  -readonly [K in keyof Omit<Persoonsregel, 'nietBegrepen' | 'twijfels'>]?: Persoonsregel[K];
};

/** Put where a date stood, so that the words around it stay apart. */
export const PLEK = '\uE000';

/** Put where an address stood: what follows it may be the town. */
export const ADRES = '\uE001';

/**
 * Takes every match out of the text that `lees` accepts: all of it, its first so many characters, or from a character on.
 * @param lees gets the match and the text as it stands
 * @param plek what comes in its place
 */
export type Neem = (
  re: RegExp,
  lees: (m: RegExpExecArray, rest: string) => boolean | number | { vanaf: number },
  plek?: string,
) => void;
