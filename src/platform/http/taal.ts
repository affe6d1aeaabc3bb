// SPDX-License-Identifier: EUPL-1.2
// Dutch is the first language of every answer; English is there for who prefers it.

export type Taal = 'nl' | 'en';

/** Holds the language that someone chose, for the screens and the pages of the server alike. Says nothing about anyone. */
export const TAAL_COOKIE = 'houvast-taal';

/** `nl` or `en`, or null for anything else. */
export function findTaal(x: unknown): Taal | null {
  return x === 'nl' || x === 'en' ? x : null;
}

/**
 * The language that an Accept-Language header prefers (RFC 9110 § 12.5.4). English only when it weighs more than Dutch; the
 * same weight, another language or no header: Dutch.
 */
export function voorkeurstaal(header: string | undefined): Taal {
  const gewicht = new Map<string, number>();
  for (const deel of (header ?? '').split(',')) {
    const [bereik = '', ...opties] = deel.split(';').map((d) => d.trim().toLowerCase());
    const taal = bereik.split('-')[0] ?? '';
    const q = opties.find((o) => o.startsWith('q='))?.slice(2);
    const weegt = q === undefined ? 1 : Number(q);
    if (taal && weegt >= 0 && weegt <= 1) gewicht.set(taal, Math.max(gewicht.get(taal) ?? 0, weegt));
  }
  const van = (taal: Taal) => gewicht.get(taal) ?? gewicht.get('*') ?? 0;
  return van('en') > van('nl') ? 'en' : 'nl';
}
