// SPDX-License-Identifier: EUPL-1.2
import { useParams, useRouter } from '@tanstack/react-router';
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
