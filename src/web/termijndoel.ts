// SPDX-License-Identifier: EUPL-1.2
import { useBestaat } from './routes.ts';

/** What a piece of work is about. */
export interface Termijnonderwerp {
  soort: string;
  onderwerpSoort: string;
  onderwerpId: string;
  casusId: string | null;
}

/** Where the work of a term is done; the casus when it has no page of its own, or that page is not there. */
export function useTermijndoel(): (t: Termijnonderwerp) => string {
  const bestaat = useBestaat();
  return (t) => {
    const casus = t.casusId ? `/casussen/${t.casusId}` : undefined;
    const eigen = (patroon: string, pad: string) => (bestaat(patroon) ? pad : undefined);
    const bij = (deel: string) =>
      casus && bestaat(`/casussen/$id/${deel}`) ? `${casus}/${deel}` : undefined;
    const doel = () => {
      if (t.soort === 'cijfers_vragen') return bij('cijfers');
      if (t.soort === 'uitspraken_nakijken') return bij('uitspraken');
      if (t.soort === 'afsluiten') return bij('afsluiten');
      if (t.soort === 'overdracht_opnieuw' || t.soort === 'overdragen') return bij('overdragen');
      if (t.soort === 'noodknop_gezien' || t.soort === 'verzegelde_melding') return bij('toegang');
      if (t.soort === 'noodknop_nakijken') return eigen('/toezicht', '/toezicht');
      if (t.soort === 'belang_bekijken') return eigen('/belangen', '/belangen');
      switch (t.onderwerpSoort) {
        case 'voorwaarde': {
          const plan = bij('plan');
          return plan && `${plan}#voorwaarde-${t.onderwerpId}`;
        }
        case 'beoordeling':
          return eigen('/beoordelingen/$id', `/beoordelingen/${t.onderwerpId}`);
        case 'melding':
          return eigen('/meldingen/$id', `/meldingen/${t.onderwerpId}`);
        case 'overdracht':
          return eigen('/overdrachten/$id', `/overdrachten/${t.onderwerpId}`);
        case 'terugkoppeling':
          return eigen('/terugkoppelingen/$id', `/terugkoppelingen/${t.onderwerpId}`);
        case 'monitormoment':
          return eigen('/monitoring/$id', `/monitoring/${t.onderwerpId}`);
        default:
          return undefined;
      }
    };
    return doel() ?? casus ?? '/casussen';
  };
}
