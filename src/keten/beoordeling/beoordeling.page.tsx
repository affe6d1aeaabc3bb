// SPDX-License-Identifier: EUPL-1.2

import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useLees } from '../../web/api.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { TermijnMerk } from '../../web/delen/termijnmerk.tsx';
import { Lezing } from '../../web/delen/toestand.tsx';
import { ZichtMerk } from '../../web/delen/zichtmerk.tsx';
import { useIk, useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { relatief } from '../../web/tijd.ts';
import './beoordeling.css';
import type { BeoordelingAntwoord } from './beoordeling.api.ts';
import { CONTROLE_UITKOMSTEN } from './controle.ts';
import { ControleDialoog } from './controledialoog.page.tsx';
import { Lezen } from './vaststellen.page.tsx';
import { Wegen } from './wegen.page.tsx';

const woorden = teksten({
  nl: {
    tab: 'Beoordeling',
    titel: 'Beoordeling:',
    casus: (n: string) => `Casus ${n}`,
    acuut: 'Acuut',
    ingetrokken: 'De melding is ingetrokken',
    ingetrokkenUitleg: 'Er valt niets meer te beoordelen. Wat hier staat blijft staan.',
    klok: {
      beoordeling: 'Besluit',
      spoed_24u: 'Handel binnen 24 uur',
      tweede_paar_ogen: 'Tweede paar ogen',
      zichtcontrole: 'Kijk opnieuw',
    } as Record<string, string>,
    gekeken: 'Laatst gekeken',
    nooitGekeken: 'Nog niet gekeken',
    legControle: 'Leg controle vast',
    wieMag: 'Medewerkers van Veilig Thuis die de melding behandelen.',
  },
  en: {
    tab: 'Assessment',
    titel: 'Assessment:',
    casus: (n: string) => `Casus ${n}`,
    acuut: 'Acute',
    ingetrokken: 'The report was withdrawn',
    ingetrokkenUitleg: 'There is nothing left to assess. What stands here stays.',
    klok: {
      beoordeling: 'Decision',
      spoed_24u: 'Act within 24 hours',
      tweede_paar_ogen: 'Second pair of eyes',
      zichtcontrole: 'Look again',
    } as Record<string, string>,
    gekeken: 'Last look',
    nooitGekeken: 'Not looked at yet',
    legControle: 'Record a check',
    wieMag: 'Workers of Veilig Thuis who handle the report.',
  },
});

/** From a melding to a decision: the facts left, the weighing right, two people. */
export function BeoordelingPagina() {
  const t = useTeksten(woorden);
  const { id } = useParams({ strict: false }) as { id: string };
  const vraag = useLees<BeoordelingAntwoord>(['beoordeling', id], `/beoordelingen/${id}`);
  return (
    <Lezing vraag={vraag} vorm="kaart" heel wieMag={t.wieMag}>
      {(b) => <Beoordeling key={`${b.id}-${b.status}`} b={b} ververs={() => void vraag.refetch()} />}
    </Lezing>
  );
}

function Beoordeling({ b, ververs }: { b: BeoordelingAntwoord; ververs: () => void }) {
  const t = useTeksten(woorden);
  return (
    <div className="hv-stapel">
      <Paginakop
        titel={
          <>
            {t.titel} <Naam>{b.aanduiding}</Naam>
          </>
        }
        tab={t.tab}
        terug={{ naar: `/casussen/${b.casusId}`, label: t.casus(b.casusNummer) }}
      />
      <Strook b={b} />
      {b.melding.status === 'ingetrokken' ? (
        <Bericht soort="let-op" titel={t.ingetrokken}>
          {t.ingetrokkenUitleg}
        </Bericht>
      ) : null}
      {b.magBewaren ? <Wegen b={b} ververs={ververs} /> : <Lezen b={b} />}
    </div>
  );
}

/** The clock, who holds zicht, and when someone last looked. */
function Strook({ b }: { b: BeoordelingAntwoord }) {
  const t = useTeksten(woorden);
  const ik = useIk();
  const nu = useNu();
  const { taal } = useInstellingen();
  const [controle, setControle] = useState(false);
  const uitkomst = CONTROLE_UITKOMSTEN.find((u) => u.code === b.laatsteControleUitkomst);
  const klokken = b.termijnen.filter(
    (x) => x.soort in t.klok && (x.afgerondOp === null || x.soort === 'beoordeling'),
  );
  const orde = ['spoed_24u', 'beoordeling', 'tweede_paar_ogen', 'zichtcontrole'];
  return (
    <div className="hv-beoordeling__strook">
      {b.acuut === 'ja' || (b.melding.acuut && b.status !== 'vastgesteld') ? (
        <Merk soort="acuut">{t.acuut}</Merk>
      ) : null}
      {[...klokken]
        .sort((x, y) => orde.indexOf(x.soort) - orde.indexOf(y.soort))
        .map((x) =>
          x.vervaltOp ? (
            <span key={x.id} className="hv-beoordeling__klok">
              <span className="hv-zacht hv-klein">{t.klok[x.soort]}</span>
              <TermijnMerk
                begin={x.begintOp}
                vervaltOp={x.vervaltOp}
                bron={x.bron.startsWith('bron onbekend') ? `${x.clausule} (${x.bron})` : x.clausule}
                klaarOp={x.afgerondOp ?? undefined}
              />
            </span>
          ) : null,
        )}
      {b.houderNaam && b.houderSindsOp ? (
        <ZichtMerk
          organisatie={b.houderNaam}
          sinds={b.houderSindsOp}
          vanOns={b.houderNaam === ik.organisatie.naam}
          stil
        />
      ) : null}
      <span className="hv-klein hv-beoordeling__klok">
        <span className="hv-zacht">{t.gekeken}</span>
        {b.laatsteControleOp && uitkomst ? (
          <span>
            {uitkomst[taal].toLowerCase()}, {relatief(b.laatsteControleOp, nu)}
          </span>
        ) : (
          <Merk soort={b.eigenDossier ? 'dicht' : 'aandacht'}>{t.nooitGekeken}</Merk>
        )}
      </span>
      {b.eigenDossier ? null : (
        <span className="hv-beoordeling__duw hv-geen-print">
          <Knop soort="stil" klein icoon="oog" onClick={() => setControle(true)}>
            {t.legControle}
          </Knop>
        </span>
      )}
      <ControleDialoog
        casusId={controle ? b.casusId : undefined}
        andereHouder={b.houderNaam && b.houderNaam !== ik.organisatie.naam ? b.houderNaam : undefined}
        onSluit={() => setControle(false)}
        ververs={[['beoordeling', b.id], ['wachtend'], ['ik']]}
      />
    </div>
  );
}
