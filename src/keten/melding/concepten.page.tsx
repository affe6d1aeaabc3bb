// SPDX-License-Identifier: EUPL-1.2
// The drafts of one kind of form that wait to be finished, and a form that begins.
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useRouter, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { UUID } from '../../platform/uuid.ts';
import { api, useLees } from '../../web/api.ts';
import { maakConceptId } from '../../web/concept.ts';
import { Knop } from '../../web/delen/knop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { useIk, useNu } from '../../web/ik.ts';
import { dropLocal, listLocal } from '../../web/kopie.ts';
import { aantal, teksten, useTeksten } from '../../web/taal.ts';
import { relatief } from '../../web/tijd.ts';

const woorden = teksten({
  nl: {
    kop: (n: number) => `${aantal(n, 'concept wacht', 'concepten wachten')} op u`,
    verder: 'Ga verder',
    met: (wanneer: string) => `met het concept van ${wanneer}`,
    weg: 'Gooi weg',
    wegMet: (wanneer: string) => `het concept van ${wanneer}`,
    gedaan: 'Het concept is weggegooid.',
  },
  en: {
    kop: (n: number) => `${aantal(n, 'draft waits', 'drafts wait')} for you`,
    verder: 'Go on',
    met: (wanneer: string) => `with the draft of ${wanneer}`,
    weg: 'Throw away',
    wegMet: (wanneer: string) => `the draft of ${wanneer}`,
    gedaan: 'The draft was thrown away.',
  },
});

interface Concept {
  id: string;
  soort: string;
  inhoud: unknown;
  bewaardOp: string;
}

/** An id in the address (`?concept=…`), when it is one. */
export function useZoekId(naam: 'concept' | 'ontvangen'): string | undefined {
  return useSearch({
    strict: false,
    select: (s: Record<string, unknown>) => {
      const w = s[naam];
      return typeof w === 'string' && UUID.test(w) ? w : undefined;
    },
  });
}

/** The draft is in the address, so that the page comes back as it was. Without one a new draft begins. */
export function MetConcept({ pad, children }: { pad: string; children: (id: string) => ReactNode }) {
  const router = useRouter();
  const id = useZoekId('concept');
  useEffect(() => {
    if (!id) void router.navigate({ href: `${pad}?concept=${maakConceptId()}`, replace: true });
  }, [id, pad, router]);
  return id ? children(id) : null;
}

/** The draft in the address is of another form: here a new one begins, and that one stays as it was. */
export function NieuwConcept() {
  const router = useRouter();
  const pad = useLocation({ select: (l) => l.pathname });
  useEffect(() => {
    void router.navigate({ href: `${pad}?concept=${maakConceptId()}`, replace: true });
  }, [pad, router]);
  return null;
}

/** Drafts that wait, without the one on the screen. */
export function Concepten({
  soort,
  pad,
  huidig,
  zeg,
}: {
  soort: string;
  pad: string;
  huidig: string;
  /** What a draft is about, in one line. */
  zeg: (inhoud: unknown) => string;
}) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const van = useIk().medewerker.id;
  const client = useQueryClient();
  const vraag = useLees<Concept[]>(['concepten'], '/concepten');
  // Also what never reached the server: typed while there was no connection.
  const [hier, setHier] = useState<Concept[]>([]);
  useEffect(() => {
    void listLocal(van, soort)
      .then(setHier)
      .catch(() => undefined);
  }, [van, soort]);
  const bekend = (vraag.data ?? []).filter((c) => c.soort === soort);
  const lijst = [...bekend, ...hier.filter((h) => !bekend.some((c) => c.id === h.id))].filter(
    (c) => c.id !== huidig,
  );
  if (lijst.length === 0) return null;
  const ververs = () => client.invalidateQueries({ queryKey: ['concepten'] });
  const gooiWeg = async (c: Concept) => {
    await dropLocal(van, c.id);
    await api.delete(`/concepten/${c.id}`);
    setHier((h) => h.filter((x) => x.id !== c.id));
    await ververs();
    toonToast({
      tekst: t.gedaan,
      ongedaan: async () => {
        await api.put(`/concepten/${c.id}`, { soort: c.soort, inhoud: c.inhoud, versie: 0 });
        await ververs();
      },
    });
  };
  return (
    <details className="hv-mld-concepten">
      <summary>{t.kop(lijst.length)}</summary>
      <ul className="hv-lijst-kaal">
        {lijst.map((c) => {
          const wanneer = relatief(c.bewaardOp, nu);
          return (
            <li key={c.id} className="hv-rij">
              <Link naar={`${pad}?concept=${c.id}`}>
                {t.verder}
                <span className="hv-verborgen"> {t.met(wanneer)}</span>
              </Link>
              <span className="hv-zacht">{wanneer}</span>
              <span className="hv-mld-concepten__over">{zeg(c.inhoud)}</span>
              <Knop soort="stil" klein onClick={() => void gooiWeg(c)}>
                {t.weg}
                <span className="hv-verborgen"> {t.wegMet(wanneer)}</span>
              </Knop>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
