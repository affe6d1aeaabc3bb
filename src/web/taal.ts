// SPDX-License-Identifier: EUPL-1.2
import { getInstellingen, useInstellingen } from './instellingen.ts';

export type Taal = 'nl' | 'en';

type Tekst =
  | string
  | readonly string[]
  | ((...args: never[]) => string)
  | { readonly [sleutel: string]: Tekst };
type Teksten = { readonly [sleutel: string]: Tekst };

/** The same keys and arguments, any words: what the other language must look like. */
export type Vorm<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : T[K] extends readonly string[]
        ? readonly string[]
        : Vorm<T[K]>;
};

export interface Tweetalig<T extends Teksten> {
  nl: T;
  en: NoInfer<Vorm<T>>;
}

/** A page's texts, kept beside it; the compiler refuses a key that one language lacks. */
export function teksten<T extends Teksten>(t: Tweetalig<T>): Tweetalig<T> {
  return t;
}

/** The texts in the chosen language: `const t = useTeksten({ nl: {...}, en: {...} })`. */
export function useTeksten<T extends Teksten>(t: Tweetalig<T>): Vorm<T> {
  return useInstellingen().taal === 'en' ? t.en : (t.nl as unknown as Vorm<T>);
}

/** The same outside a component (an error that is made in the API client, for one). */
export function getTeksten<T extends Teksten>(t: Tweetalig<T>): Vorm<T> {
  return getInstellingen().taal === 'en' ? t.en : (t.nl as unknown as Vorm<T>);
}

/** "1 melding", "2 meldingen". */
export function aantal(n: number, enkel: string, meer: string): string {
  return `${getal(n)} ${n === 1 ? enkel : meer}`;
}

/** A number as people write it: 1.905 in Dutch, 1,905 in English. */
export function getal(n: number, opties?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale(), opties).format(n);
}

export function locale(taal: Taal = getInstellingen().taal): string {
  return taal === 'en' ? 'en-GB' : 'nl-NL';
}
