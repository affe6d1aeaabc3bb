// SPDX-License-Identifier: EUPL-1.2
import { Navigate, useRouter } from '@tanstack/react-router';
import { Alinea } from './delen/alinea.tsx';
import { Paginakop } from './delen/paginakop.tsx';
import { useFunctienaam } from './functiewoorden.ts';
import { useIk } from './ik.ts';
import { plekkenVan } from './plekken.ts';
import { useTeksten } from './taal.ts';

const woorden = {
  nl: {
    titel: 'Er wacht hier niets op u',
    tab: 'Begin',
    uitleg: (functie: string) => `Voor uw functie (${functie}) heeft Houvast nu geen eigen scherm.`,
    vraag: 'Verwachtte u iets anders? Vraag de beheerder van uw organisatie of uw functie klopt.',
  },
  en: {
    titel: 'Nothing waits for you here',
    tab: 'Start',
    uitleg: (functie: string) => `Houvast has no screen of its own now for your role (${functie}).`,
    vraag: 'Did you expect something else? Ask the administrator of your organisation about your role.',
  },
};

/** `/`: the first place of the rail that exists; who has none reads why. */
export function BeginPagina() {
  const t = useTeksten(woorden);
  const router = useRouter();
  const ik = useIk();
  const functie = useFunctienaam(ik.medewerker.functie);
  const eerste = plekkenVan(ik).find((p) => p.naar in router.routesByPath)?.naar;
  if (eerste) return <Navigate to={eerste} replace />;
  return (
    <>
      <Paginakop titel={t.titel} tab={t.tab} />
      <div className="hv-stapel">
        <Alinea>{t.uitleg(functie)}</Alinea>
        <Alinea>{t.vraag}</Alinea>
      </div>
    </>
  );
}
