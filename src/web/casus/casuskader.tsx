// SPDX-License-Identifier: EUPL-1.2
// What stands around every page of a casus: the strip that never scrolls away, and the parts that are places of their own.

import type { ReactNode } from 'react';
import type { CasusbeeldAntwoord } from '../../kern/casus/casus.api.ts';
import { SLUITREDENEN } from '../../kern/casus/casus.ts';
import { ONDERDELEN } from '../../kern/toegang/toegang.ts';
import type { FasewisselingenAntwoord } from '../../keten/plan/fasewissel.api.ts';
import { useLees } from '../api.ts';
import { Bericht } from '../delen/bericht.tsx';
import { type FaseNummer, FaseStappen } from '../delen/fasestappen.tsx';
import { Link } from '../delen/link.tsx';
import { Merk } from '../delen/merk.tsx';
import { Naam } from '../delen/naam.tsx';
import { Paginakop } from '../delen/paginakop.tsx';
import { Tabbladen } from '../delen/tabbladen.tsx';
import { TermijnMerk } from '../delen/termijnmerk.tsx';
import { Lezing } from '../delen/toestand.tsx';
import { ZichtMerk } from '../delen/zichtmerk.tsx';
import { useIk, useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { magNoodknop } from '../plekken.ts';
import { teksten, useTeksten } from '../taal.ts';
import { useTermijnwoorden } from '../termijnwoorden.ts';
import { datum, laatsteDag, relatief, tijdstip } from '../tijd.ts';
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
    toegang: 'Wie kan erbij',
    noodknopTot: (u: string) => `Noodknop, tot ${u}`,
    noodknopTitel: 'U bent hier met de noodknop',
    noodknop: (u: string) =>
      `U kunt alles lezen tot ${u}; daarna gaat deze casus vanzelf dicht. U kunt hier niets vastleggen. De houder van zicht en de functionaris gegevensbescherming hebben bericht gekregen.`,
    gedeeldTot: (d: string) => `Met u gedeeld, tot en met ${d}`,
    gedeeldTitel: 'Deze casus is met u gedeeld',
    gedeeld: (o: string, wat: string, d: string) => `${o} deelt met u tot en met ${d}: ${wat}.`,
    gedeeldLees: 'U leest mee. Vastleggen doet u bij de organisatie die het met u deelt.',
    dossierMerk: 'Alleen uw eigen dossier',
    dossierTitel: 'Uw organisatie heeft geen deel meer in deze casus',
    dossier: 'U leest hier alleen wat uw organisatie zelf ontving of vastlegde.',
    weg: 'Is iemand in dit gezin nu niet veilig en moet u weten wat er speelt? Met het nummer van de casus kunt u de noodknop gebruiken.',
    naarNoodknop: 'Naar de noodknop',
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
    toegang: 'Who has access',
    noodknopTot: (u: string) => `Noodknop, until ${u}`,
    noodknopTitel: 'You are here by the noodknop',
    noodknop: (u: string) =>
      `You can read everything until ${u}; then this case closes by itself. You cannot record anything here. The holder of zicht and the data protection officer have been told.`,
    gedeeldTot: (d: string) => `Shared with you, up to and including ${d}`,
    gedeeldTitel: 'This case is shared with you',
    gedeeld: (o: string, wat: string, d: string) => `${o} shares with you up to and including ${d}: ${wat}.`,
    gedeeldLees: 'You read along. Recording is done with the organisation that shares it with you.',
    dossierMerk: 'Your own file only',
    dossierTitel: 'Your organisation no longer has a part in this case',
    dossier: 'You read here only what your organisation received or recorded itself.',
    weg: 'Is someone in this family not safe now and must you know what is going on? With the number of the case you can use the noodknop.',
    naarNoodknop: 'To the noodknop',
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
type Onderdeel = Casusbeeld['toegang']['delingen'][number]['onderdelen'][number];

/** Whether this person may record something here: with the noodknop or a share one only reads. */
export function magVastleggen(beeld: Casusbeeld): boolean {
  return beeld.toegang.grond === 'deel';
}

/** What of the own dossier stands on a page of the casus. */
const EIGEN_DOSSIER: ReadonlySet<Onderdeel> = new Set(['personen', 'uitspraken', 'tijdlijn']);

/** Whether this part of the casus can be seen: a share names its parts, and the own dossier has no plan. */
export function toont(beeld: Casusbeeld, deel: Onderdeel): boolean {
  const { grond, delingen } = beeld.toegang;
  if (grond === 'deel' || grond === 'noodknop') return true;
  return (
    (grond === 'eigen_dossier' && EIGEN_DOSSIER.has(deel)) ||
    delingen.some((d) => d.onderdelen.includes(deel))
  );
}

/** The keys to read again after something was done in a casus. */
export function casusSleutels(id: string): readonly (readonly string[])[] {
  return [['casus', id], ['ik'], ['casussen'], ['werk']];
}

/** The frame of one casus; `children` gets what is known of it. */
export function Casuskader({ id, children }: { id: string; children: (beeld: Casusbeeld) => ReactNode }) {
  const t = useTeksten(woorden);
  const vraag = useLees<Casusbeeld>(['casus', id, 'beeld'], `/casussen/${id}`, { verversMs: 60_000 });
  const ik = useIk();
  const tab = (aan: boolean, deel: string, label: string) =>
    aan ? [{ naar: `/casussen/${id}${deel}`, label }] : [];
  return (
    <Lezing
      vraag={vraag}
      vorm="kaart"
      heel
      wieMag={t.wieMag}
      bijWeg={
        magNoodknop(ik) ? (
          <p className="nl-paragraph hv-lopend">
            {t.weg} <Link naar="/noodknop">{t.naarNoodknop}</Link>
          </p>
        ) : null
      }
    >
      {(beeld) => (
        <>
          <Strip beeld={beeld} />
          <Tabbladen
            label={t.delen}
            tabs={[
              { naar: `/casussen/${id}`, label: t.overzicht },
              ...tab(toont(beeld, 'plan'), '/plan', t.plan),
              ...tab(toont(beeld, 'cijfers'), '/cijfers', t.cijfers),
              ...tab(toont(beeld, 'uitspraken'), '/uitspraken', t.uitspraken),
              ...tab(magVastleggen(beeld), '/toegang', t.toegang),
            ]}
          />
          <Gast beeld={beeld} />
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

/** Who is here without a part in the casus reads so on every page of it: until when, and what of it. */
function Gast({ beeld }: { beeld: Casusbeeld }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const { grond, totOp, delingen } = beeld.toegang;
  if (grond === 'deel') return null;
  return (
    <div className="hv-casusgast">
      {grond === 'eigen_dossier' ? (
        <Bericht soort="weet" titel={t.dossierTitel}>
          <p className="nl-paragraph">{t.dossier}</p>
        </Bericht>
      ) : null}
      {grond === 'noodknop' ? (
        <Bericht soort="let-op" titel={t.noodknopTitel}>
          <p className="nl-paragraph">{t.noodknop(totOp ? relatief(totOp, nu, taal, true) : '')}</p>
        </Bericht>
      ) : null}
      {delingen.length > 0 ? (
        <Bericht soort="weet" titel={t.gedeeldTitel}>
          {delingen.map((d) => (
            <p className="nl-paragraph" key={`${d.vanNaam}${d.totOp}${d.onderdelen.join()}`}>
              {t.gedeeld(
                d.vanNaam,
                ONDERDELEN.filter((o) => d.onderdelen.some((x) => x === o.code))
                  .map((o) => o[taal].toLowerCase())
                  .join(', '),
                datum(laatsteDag(d.totOp), { weekdag: true, nu }),
              )}
            </p>
          ))}
          <p className="nl-paragraph">{t.gedeeldLees}</p>
        </Bericht>
      ) : null}
    </div>
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
    { aan: toont(beeld, 'plan') },
  );
  // one's own work first; what another is to do, where there is none
  const lopen = beeld.termijnen.filter((x) => x.vervaltOp !== null);
  const eerste = lopen.find((x) => x.eigenaarOrganisatieId === ik.organisatie.id) ?? lopen[0];
  const reden = SLUITREDENEN.find((r) => r.code === beeld.sluitreden);
  return (
    <div className="hv-casusstrip">
      <Paginakop
        titel={
          <>
            <Naam>{beeld.aanduiding}</Naam> <span className="hv-casusstrip__nummer">{beeld.nummer}</span>
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
            {beeld.toegang.grond === 'noodknop' && beeld.toegang.totOp ? (
              <Merk soort="aandacht">{t.noodknopTot(tijdstip(beeld.toegang.totOp))}</Merk>
            ) : null}
            {beeld.toegang.grond === 'eigen_dossier' ? <Merk soort="dicht">{t.dossierMerk}</Merk> : null}
            {beeld.toegang.delingen[0] ? (
              <Merk soort="weet">
                {t.gedeeldTot(datum(laatsteDag(beeld.toegang.delingen[0].totOp), { kort: true, nu }))}
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
            {beeld.status === 'open' && beeld.toegang.grond !== 'eigen_dossier' ? (
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
          <p className="hv-casusstrip__geen">
            {beeld.status === 'open' && beeld.toegang.grond !== 'eigen_dossier' ? t.geenFase : ''}
          </p>
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
