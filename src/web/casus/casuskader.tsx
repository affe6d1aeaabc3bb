// SPDX-License-Identifier: EUPL-1.2
// What stands around every page of a casus: the strip that never scrolls away, and the parts that are places of their own.
import type { ReactNode } from 'react';
import type { CasusbeeldAntwoord } from '../../kern/casus/casus.api.ts';
import { SLUITREDENEN } from '../../kern/casus/casus.ts';
import type { FasewisselingenAntwoord } from '../../keten/plan/plan.api.ts';
import { useLees } from '../api.ts';
import { type FaseNummer, FaseStappen } from '../delen/fasestappen.tsx';
import { Link } from '../delen/link.tsx';
import { Merk } from '../delen/merk.tsx';
import { Paginakop } from '../delen/paginakop.tsx';
import { Tabbladen } from '../delen/tabbladen.tsx';
import { TermijnMerk } from '../delen/termijnmerk.tsx';
import { Lezing } from '../delen/toestand.tsx';
import { ZichtMerk } from '../delen/zichtmerk.tsx';
import { useIk, useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { useBestaat } from '../routes.ts';
import { teksten, useTeksten } from '../taal.ts';
import { useTermijnwoorden } from '../termijnwoorden.ts';
import { datum } from '../tijd.ts';
import './casus.css';

const woorden = teksten({
  nl: {
    casus: (nummer: string) => `Casus ${nummer}`,
    alle: 'Alle casussen',
    delen: 'Delen van deze casus',
    overzicht: 'Overzicht',
    plan: 'Plan',
    cijfers: 'Cijfers',
    uitspraken: 'Uitspraken',
    keek: 'Wie keek',
    acuut: 'Acuut',
    gesloten: (d: string) => `Gesloten op ${d}`,
    regisseur: 'Regisseur:',
    geenRegisseur: 'nog niet gekozen',
    eerst: 'Eerst:',
    eerstBij: (o: string) => `Eerst, bij ${o}:`,
    geenFase: 'Nog geen plan: de aanpak begint met fase 1',
    wieMag: 'De organisaties die bij deze casus betrokken zijn.',
    samengevoegd: 'Dit gezin gaat verder in een andere casus.',
    daarheen: 'Ga naar die casus',
  },
  en: {
    casus: (nummer: string) => `Case ${nummer}`,
    alle: 'All cases',
    delen: 'Parts of this case',
    overzicht: 'Overview',
    plan: 'Plan',
    cijfers: 'Figures',
    uitspraken: 'Statements',
    keek: 'Who looked',
    acuut: 'Acute',
    gesloten: (d: string) => `Closed on ${d}`,
    regisseur: 'Regisseur:',
    geenRegisseur: 'not yet named',
    eerst: 'First:',
    eerstBij: (o: string) => `First, with ${o}:`,
    geenFase: 'No plan yet: the approach begins with phase 1',
    wieMag: 'The organisations that are involved in this case.',
    samengevoegd: 'This family goes on in another case.',
    daarheen: 'Go to that case',
  },
});

export type Casusbeeld = CasusbeeldAntwoord;

/** The keys to read again after something was done in a casus. */
export function casusSleutels(id: string): readonly (readonly string[])[] {
  return [['casus', id], ['ik'], ['casussen'], ['werk']];
}

/** The frame of one casus; `children` gets what is known of it. */
export function Casuskader({ id, children }: { id: string; children: (beeld: Casusbeeld) => ReactNode }) {
  const t = useTeksten(woorden);
  const vraag = useLees<Casusbeeld>(['casus', id, 'beeld'], `/casussen/${id}`, { verversMs: 60_000 });
  const bestaat = useBestaat();
  return (
    <Lezing vraag={vraag} vorm="kaart" heel wieMag={t.wieMag}>
      {(beeld) => (
        <>
          <Strip beeld={beeld} />
          <Tabbladen
            label={t.delen}
            tabs={[
              { naar: `/casussen/${id}`, label: t.overzicht },
              { naar: `/casussen/${id}/plan`, label: t.plan },
              { naar: `/casussen/${id}/cijfers`, label: t.cijfers },
              { naar: `/casussen/${id}/uitspraken`, label: t.uitspraken },
              ...(bestaat('/casussen/$id/logboek')
                ? [{ naar: `/casussen/${id}/logboek`, label: t.keek }]
                : []),
            ]}
          />
          {beeld.samengevoegdIn ? (
            <p className="nl-paragraph">
              {t.samengevoegd} <Link naar={`/casussen/${beeld.samengevoegdIn}`}>{t.daarheen}</Link>
            </p>
          ) : null}
          {children(beeld)}
        </>
      )}
    </Lezing>
  );
}

/** Household, who watches, who steers, which phase, what comes first. */
function Strip({ beeld }: { beeld: Casusbeeld }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const ik = useIk();
  const { taal } = useInstellingen();
  const zeg = useTermijnwoorden();
  const fasen = useLees<FasewisselingenAntwoord>(
    ['casus', beeld.id, 'fasewisselingen'],
    `/casussen/${beeld.id}/fasewisselingen`,
  );
  const eerste = beeld.termijnen.find((x) => x.vervaltOp !== null);
  const reden = SLUITREDENEN.find((r) => r.code === beeld.sluitreden);
  return (
    <div className="hv-casusstrip">
      <Paginakop
        titel={
          <>
            {beeld.aanduiding} <span className="hv-casusstrip__nummer">{beeld.nummer}</span>
          </>
        }
        tab={t.casus(beeld.nummer)}
        onder={
          <>
            {beeld.status === 'gesloten' ? (
              <Merk soort="dicht">
                {t.gesloten(datum(beeld.geslotenOp ?? beeld.geopendOp, { kort: true, nu }))}
                {reden ? `: ${reden[taal]}` : ''}
              </Merk>
            ) : null}
            {beeld.acuut && beeld.status === 'open' ? <Merk soort="acuut">{t.acuut}</Merk> : null}
            {beeld.zicht ? (
              <ZichtMerk
                organisatie={beeld.zicht.organisatieNaam}
                sinds={beeld.zicht.vanafOp}
                vanOns={beeld.zicht.organisatieId === ik.organisatie.id}
                onderwegNaar={beeld.openAanbod?.naarNaam}
              />
            ) : null}
            {beeld.status === 'open' ? (
              <span className="hv-casusstrip__wie">
                {t.regisseur}{' '}
                {beeld.regisseur ? (
                  <span className="hv-sterk">{beeld.regisseur.naam}</span>
                ) : (
                  <span className="hv-zacht">{t.geenRegisseur}</span>
                )}
              </span>
            ) : null}
            {eerste?.vervaltOp ? (
              <span className="hv-casusstrip__termijn hv-geen-print">
                <span className="hv-casusstrip__vraag">
                  {eerste.eigenaarOrganisatieId === ik.organisatie.id
                    ? t.eerst
                    : t.eerstBij(eerste.eigenaarOrganisatieNaam)}{' '}
                  {zeg(eerste.soort, eerste.omschrijving).vraag}
                </span>{' '}
                <TermijnMerk vervaltOp={eerste.vervaltOp} bron={`${eerste.clausule} (${eerste.bron})`} />
              </span>
            ) : null}
          </>
        }
      />
      <div className="hv-casusstrip__fase">
        {beeld.fase === null ? (
          <p className="hv-casusstrip__geen">{beeld.status === 'open' ? t.geenFase : ''}</p>
        ) : (
          <FaseStappen
            huidig={beeld.fase as FaseNummer}
            klaar={fasen.data ? (fasen.data.gedaan as FaseNummer[]) : undefined}
            compact
          />
        )}
      </div>
    </div>
  );
}
