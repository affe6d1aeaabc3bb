// SPDX-License-Identifier: EUPL-1.2
import { useLocation, useParams, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** A part of the address: `useParam('id')` on `/casussen/$id`. */
export function useParam(naam: string): string {
  const delen: Record<string, string | undefined> = useParams({ strict: false });
  const waarde = delen[naam];
  if (waarde === undefined) throw new Error(`This address has no part ${naam}`);
  return waarde;
}

/** Goes to an address inside Houvast: `const ga = useGa(); ga('/casussen/' + id)`. `vervang` leaves no way back to here. */
export function useGa(): (naar: string, opties?: { vervang?: boolean | undefined }) => void {
  const router = useRouter();
  return useCallback(
    (naar, opties) => void router.navigate({ href: naar, replace: opties?.vervang ?? false }),
    [router],
  );
}

/** What follows the `?`, with these parts set anew; an empty or undefined one goes. */
export function metDelen(vraag: string, delen: Readonly<Record<string, string | undefined>>): string {
  const uit = new URLSearchParams(vraag);
  for (const [naam, waarde] of Object.entries(delen)) {
    if (waarde) uit.set(naam, waarde);
    else uit.delete(naam);
  }
  return uit.size === 0 ? '' : `?${uit}`;
}

/**
 * A choice that stands in the address (`?pagina=2`), so that the way back and a link that is passed on bring it again. Ids and
 * slugs only: never a name.
 * @param wist what another choice takes out of the address
 */
export function useAdresdeel(
  naam: string,
  wist: readonly string[] = [],
): [string | undefined, (waarde: string | undefined) => void] {
  const router = useRouter();
  const { pathname, searchStr } = useLocation();
  const zet = (waarde: string | undefined) => {
    const weg = Object.fromEntries(wist.map((w) => [w, undefined]));
    // One place in the history: the way back leaves the page, and does not walk through its choices.
    void router.navigate({
      href: pathname + metDelen(searchStr, { ...weg, [naam]: waarde }),
      replace: true,
      resetScroll: false,
    });
  };
  return [new URLSearchParams(searchStr).get(naam) ?? undefined, zet];
}

/** The same of a few choices; the first is what holds when the address says nothing. */
export function useAdreskeuze<const K extends string>(
  naam: string,
  keuzes: readonly [K, ...K[]],
  wist: readonly string[] = [],
): [K, (keuze: K) => void] {
  const [staat, zet] = useAdresdeel(naam, wist);
  return [
    keuzes.find((k) => k === staat) ?? keuzes[0],
    (keuze) => zet(keuze === keuzes[0] ? undefined : keuze),
  ];
}
