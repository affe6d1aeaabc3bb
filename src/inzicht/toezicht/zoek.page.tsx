// SPDX-License-Identifier: EUPL-1.2
// Who looked into a casus, by its number; and what one worker looked at.
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useLees, useVraag } from '../../web/api.ts';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Lezing } from '../../web/delen/toestand.tsx';
import { useFunctienaam } from '../../web/functiewoorden.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { type Dagen, Kijkdagen, Periode } from './kijken.page.tsx';
import { Nummervraag } from './nummervraag.page.tsx';
import type { KijkenAntwoord } from './toezicht.api.ts';

const woorden = teksten({
  nl: {
    terug: 'Toezicht',
    casus: 'Wie keek in een casus?',
    casusUitleg: 'U ziet wie keek, wanneer, als wat en waarom. Niet wat er in de casus staat.',
    nummer: 'Nummer van de casus',
    zoek: 'Toon',
    medewerker: 'Wat een medewerker bekeek',
    wieMag: 'De functionaris gegevensbescherming.',
  },
  en: {
    terug: 'Oversight',
    casus: 'Who looked into a case?',
    casusUitleg: 'You see who looked, when, as what and why. Not what the case holds.',
    nummer: 'Number of the case',
    zoek: 'Show',
    medewerker: 'What a worker looked at',
    wieMag: 'The data protection officer.',
  },
});

/** `/toezicht/casus`. The number comes by the address only as long as the page is open: it is asked here. */
export function ToezichtCasusPagina() {
  const t = useTeksten(woorden);
  const [gevraagd, setGevraagd] = useState('');
  const [dagen, setDagen] = useState<Dagen>({ van: '', tot: '' });
  const vraag = useVraag<KijkenAntwoord>(
    ['toezicht', 'casus'],
    '/toezicht/casussen/_zoek',
    {
      casusnummer: gevraagd,
      ...(dagen.van ? { van: dagen.van } : {}),
      ...(dagen.tot ? { tot: dagen.tot } : {}),
    },
    { aan: gevraagd !== '' },
  );
  return (
    <>
      <Paginakop titel={t.casus} tab={t.casus} terug={{ naar: '/toezicht', label: t.terug }} />
      <div className="hv-stapel hv-ruim">
        <p className="nl-paragraph hv-zacht hv-lopend">{t.casusUitleg}</p>
        <Nummervraag label={t.nummer} knop={t.zoek} hoofd onVraag={setGevraagd} />
        {gevraagd ? (
          <>
            <Periode dagen={dagen} onKies={setDagen} />
            <Lezing vraag={vraag} vorm="lijst" wieMag={t.wieMag}>
              {(antwoord) => <Kijkdagen antwoord={antwoord} toon="wie" />}
            </Lezing>
          </>
        ) : null}
      </div>
    </>
  );
}

/** `/toezicht/medewerkers/{id}` */
export function ToezichtMedewerkerPagina() {
  const t = useTeksten(woorden);
  const { id } = useParams({ strict: false }) as { id: string };
  const [dagen, setDagen] = useState<Dagen>({ van: '', tot: '' });
  const vraagdeel = new URLSearchParams(Object.entries(dagen).filter(([, w]) => w !== '')).toString();
  const vraag = useLees<KijkenAntwoord>(
    ['toezicht', 'medewerker', id, vraagdeel],
    `/toezicht/medewerkers/${id}${vraagdeel ? `?${vraagdeel}` : ''}`,
  );
  return (
    <Lezing vraag={vraag} vorm="lijst" heel wieMag={t.wieMag}>
      {(antwoord) => (
        <>
          <Paginakop
            titel={antwoord.wie?.naam ?? t.medewerker}
            tab={t.medewerker}
            terug={{ naar: '/toezicht', label: t.terug }}
            onder={
              antwoord.wie ? (
                <span>
                  <Functie functie={antwoord.wie.functie} />, {antwoord.wie.organisatieNaam}
                </span>
              ) : null
            }
          />
          <div className="hv-stapel hv-ruim">
            <Periode dagen={dagen} onKies={setDagen} />
            <Kijkdagen antwoord={antwoord} toon="casus" />
          </div>
        </>
      )}
    </Lezing>
  );
}

function Functie({ functie }: { functie: string }) {
  return useFunctienaam(functie);
}
