// SPDX-License-Identifier: EUPL-1.2
import type { MedewerkerAntwoord } from '../kern/organisatie/organisatie.api.ts';
import { useLees } from './api.ts';
import { useIk } from './ik.ts';

/** Who works at one's own organisation now, oneself too. @param aan whether they are asked for yet */
export function useCollegas(aan: boolean): readonly MedewerkerAntwoord[] {
  const { organisatie } = useIk();
  const collegas = useLees<MedewerkerAntwoord[]>(
    ['medewerkers', organisatie.id],
    `/organisaties/${organisatie.id}/medewerkers`,
    { aan },
  );
  return collegas.data ?? [];
}
