// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import { useLees } from './api.ts';
import { maakConceptId } from './concept.ts';

/**
 * The draft that I have of one form about one thing (`monitormoment:<id>`), or a new one; undefined while looking. Chosen
 * once: a draft that comes later must not change the form under one's hands.
 */
export function useEigenConcept(soort: string): string | undefined {
  const concepten = useLees<{ id: string; soort: string }[]>(['concepten', soort], '/concepten');
  const klaar = concepten.data !== undefined || concepten.isError;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first answer counts
  return useMemo(
    () => (klaar ? (concepten.data?.find((c) => c.soort === soort)?.id ?? maakConceptId()) : undefined),
    [klaar, soort],
  );
}
