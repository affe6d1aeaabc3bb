// SPDX-License-Identifier: EUPL-1.2
// The three ways to make a melding: on the phone at Veilig Thuis, as a professional, and out of an advies.
import { useParams, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLees } from '../../web/api.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Lezing } from '../../web/delen/toestand.tsx';
import { useIk } from '../../web/ik.ts';
import { giveFocusBeurt } from '../../web/paginafocus.ts';
import { useBestaat } from '../../web/routes.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { moment } from '../../web/tijd.ts';
import { RadarPaneel } from '../radar/radarpaneel.page.tsx';
import type { Advies } from './advies.page.tsx';
import { Concepten, MetConcept, useZoekId } from './concepten.page.tsx';
import { Meldingformulier } from './formulier.page.tsx';
import { leesVorm, legeVorm, naamVan, uitAdvies, vanProfessional } from './formulier.ts';
import './melding.css';
import type { MeldingDetailType } from './meldingdetail.ts';

const woorden = teksten({
  nl: {
    nieuw: 'Nieuwe melding',
    melden: 'Melden bij Veilig Thuis',
    uitAdvies: 'Van advies naar melding',
    advies: 'Advies',
    eigen: 'Uw meldingen',
    binnen: (nr: string) => `Melding ${nr} is binnen`,
    zicht: (o: string) => `${o} houdt zicht op de veiligheid.`,
    op: (m: string) => `Ontvangen ${m}.`,
    beoordeel: 'Beoordeel nu',
    werk: 'Naar Werk',
    open: 'Open de melding',
    nog: 'Nog een melding',
    bestand: 'Hebt u bestanden? Die voegt u toe bij de melding.',
    prof: 'Veilig Thuis beoordeelt de melding binnen vijf werkdagen (Uitvoeringsbesluit Wmo 2015, artikel 4.1.7) en laat u weten welke stappen zijn gezet. Blijf doen wat u zelf kunt doen.',
    profAcuut: 'Wordt het gevaarlijk? Bel 112, en daarna Veilig Thuis: 0800 2000.',
    volg: 'Volg uw meldingen',
    leeg: 'nog leeg',
  },
  en: {
    nieuw: 'New report',
    melden: 'Report to Veilig Thuis',
    uitAdvies: 'From advice to report',
    advies: 'Advice',
    eigen: 'Your reports',
    binnen: (nr: string) => `Report ${nr} has arrived`,
    zicht: (o: string) => `${o} keeps watch over the safety.`,
    op: (m: string) => `Received ${m}.`,
    beoordeel: 'Assess now',
    werk: 'To Work',
    open: 'Open the report',
    nog: 'Another report',
    bestand: 'Do you have files? You add them to the report.',
    prof: 'Veilig Thuis assesses the report within five working days (Uitvoeringsbesluit Wmo 2015, article 4.1.7) and lets you know which steps were taken. Keep doing what you can do yourself.',
    profAcuut: 'Does it become dangerous? Call 112, and then Veilig Thuis: 0800 2000.',
    volg: 'Follow your reports',
    leeg: 'still empty',
  },
});

/** To "it is in", in place of the form: the way back must not lead to a draft that is gone. */
function naarOntvangen(router: ReturnType<typeof useRouter>, pad: string, id: string): void {
  giveFocusBeurt();
  void router.navigate({ href: `${pad}?ontvangen=${id}`, replace: true });
}

/** What a draft is about. */
function useZegConcept(): (inhoud: unknown) => string {
  const t = useTeksten(woorden);
  return (inhoud) => {
    const v = leesVorm(inhoud);
    const namen = v.personen.map(naamVan).filter(Boolean).join(', ');
    const tekst = v.uitspraken.find((u) => u.tekst.trim())?.tekst.trim() ?? '';
    return (
      [namen, tekst.length > 60 ? `${tekst.slice(0, 60)}…` : tekst].filter(Boolean).join(' · ') || t.leeg
    );
  };
}

/** `/meldingen/nieuw`: a report that is told on the phone. */
export function NieuweMeldingPagina() {
  const t = useTeksten(woorden);
  const router = useRouter();
  const zeg = useZegConcept();
  const ontvangen = useZoekId('ontvangen');
  const begin = useMemo(legeVorm, []);
  if (ontvangen) return <Ontvangen id={ontvangen} />;
  return (
    <>
      <Paginakop titel={t.nieuw} tab={t.nieuw} />
      <MetConcept pad="/meldingen/nieuw">
        {(id) => (
          <>
            <Concepten soort="melding" pad="/meldingen/nieuw" huidig={id} zeg={zeg} />
            <Meldingformulier
              key={id}
              id={id}
              soort="melding"
              kant="vt"
              begin={begin}
              pad="/meldingen"
              onOntvangen={(uit) => naarOntvangen(router, '/meldingen/nieuw', uit.id)}
              radar={(p) => <RadarPaneel {...p} />}
            />
          </>
        )}
      </MetConcept>
    </>
  );
}

/** `/melden`: a professional or a local team reports. */
export function MeldenPagina() {
  const t = useTeksten(woorden);
  const ik = useIk();
  const router = useRouter();
  const zeg = useZegConcept();
  const ontvangen = useZoekId('ontvangen');
  const begin = useMemo(
    () =>
      vanProfessional({
        naam: ik.medewerker.naam,
        organisatie: ik.organisatie.naam,
        soort: ik.organisatie.soort,
      }),
    [ik.medewerker.naam, ik.organisatie.naam, ik.organisatie.soort],
  );
  if (ontvangen) return <OntvangenVanProfessional id={ontvangen} />;
  return (
    <>
      <Paginakop titel={t.melden} tab={t.melden} />
      <MetConcept pad="/melden">
        {(id) => (
          <>
            <Concepten soort="melding_eigen" pad="/melden" huidig={id} zeg={zeg} />
            <Meldingformulier
              key={id}
              id={id}
              soort="melding_eigen"
              kant="professional"
              begin={begin}
              pad="/meldingen"
              onOntvangen={(uit) => naarOntvangen(router, '/melden', uit.id)}
            />
          </>
        )}
      </MetConcept>
    </>
  );
}

/** `/adviezen/$id/melding`: an advies becomes a melding; now the family gets a name. */
export function AdviesMeldingPagina() {
  const t = useTeksten(woorden);
  const { id = '' } = useParams({ strict: false });
  const vraag = useLees<Advies>(['advies', id], `/adviezen/${id}`);
  return (
    <>
      <Paginakop titel={t.uitAdvies} tab={t.uitAdvies} terug={{ naar: `/adviezen/${id}`, label: t.advies }} />
      <Lezing vraag={vraag} vorm="kaart">
        {(advies) => <VanAdvies advies={advies} />}
      </Lezing>
    </>
  );
}

function VanAdvies({ advies }: { advies: Advies }) {
  const router = useRouter();
  const pad = `/adviezen/${advies.id}/melding`;
  const begin = useMemo(() => uitAdvies(advies), [advies]);
  return (
    <MetConcept pad={pad}>
      {(id) => (
        <Meldingformulier
          key={id}
          id={id}
          soort="melding_advies"
          kant="vt"
          begin={begin}
          pad={pad}
          onOntvangen={(uit) => naarOntvangen(router, '/meldingen/nieuw', uit.id)}
          radar={(p) => <RadarPaneel {...p} />}
        />
      )}
    </MetConcept>
  );
}

/** It is in: the number, who holds zicht, and the next step. */
function Ontvangen({ id }: { id: string }) {
  const t = useTeksten(woorden);
  const bestaat = useBestaat();
  const vraag = useLees<MeldingDetailType>(['melding', id], `/meldingen/${id}`);
  return (
    <Lezing vraag={vraag} heel>
      {(m) => (
        <>
          <Paginakop titel={t.binnen(m.nummer)} tab={t.nieuw} />
          <Bericht
            soort="klaar"
            meteen
            titel={m.casus.houder ? t.zicht(m.casus.houder) : undefined}
            acties={
              <>
                {m.beoordelingId && bestaat('/beoordelingen/$id') ? (
                  <Link alsKnop="hoofd" naar={`/beoordelingen/${m.beoordelingId}`}>
                    {t.beoordeel}
                  </Link>
                ) : null}
                {bestaat('/werk') ? (
                  <Link alsKnop="gewoon" naar="/werk">
                    {t.werk}
                  </Link>
                ) : null}
                <Link alsKnop="gewoon" naar={`/meldingen/${id}`}>
                  {t.open}
                </Link>
                <Link alsKnop="stil" naar="/meldingen/nieuw">
                  {t.nog}
                </Link>
              </>
            }
          >
            <p className="nl-paragraph">
              {t.op(moment(m.ontvangenOp))} {t.bestand}
            </p>
          </Bericht>
        </>
      )}
    </Lezing>
  );
}

interface EigenMelding {
  id: string;
  nummer: string;
  ontvangenOp: string;
}

function OntvangenVanProfessional({ id }: { id: string }) {
  const t = useTeksten(woorden);
  const vraag = useLees<EigenMelding[]>(['eigen-meldingen'], '/eigen-meldingen');
  return (
    <Lezing vraag={vraag} heel>
      {(lijst) => {
        const m = lijst.find((x) => x.id === id);
        return (
          <>
            <Paginakop titel={t.binnen(m?.nummer ?? '')} tab={t.melden} />
            <Bericht
              soort="klaar"
              meteen
              titel={t.zicht('Veilig Thuis')}
              acties={
                <>
                  <Link alsKnop="hoofd" naar="/eigen-meldingen">
                    {t.volg}
                  </Link>
                  <Link alsKnop="stil" naar="/melden">
                    {t.nog}
                  </Link>
                </>
              }
            >
              <p className="nl-paragraph">
                {m ? `${t.op(moment(m.ontvangenOp))} ` : ''}
                {t.prof}
              </p>
              <p className="nl-paragraph">{t.profAcuut}</p>
            </Bericht>
          </>
        );
      }}
    </Lezing>
  );
}
