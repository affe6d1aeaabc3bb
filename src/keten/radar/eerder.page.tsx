// SPDX-License-Identifier: EUPL-1.2
// What was before, one step at a time: first why someone wants to know, then the facts, then whom to call. In a dialog, so that
// nothing behind it moves.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { SLUITREDENEN } from '../../kern/casus/casus.ts';
import { useDoe } from '../../web/api.ts';
import { Dialoog } from '../../web/delen/dialoog.tsx';
import { Formulierfouten } from '../../web/delen/formulierfouten.tsx';
import { Gegevens } from '../../web/delen/gegevens.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Fout } from '../../web/delen/toestand.tsx';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { datum } from '../../web/tijd.ts';
import { BESLUITEN } from '../beoordeling/beoordeling.ts';
import type { ContactType, EerderType } from './inzage.api.ts';
import {
  INZAGEDOELEN,
  INZAGEREDENEN,
  type Inzagedoel,
  type Inzagereden,
  type Meldingstand,
  ONGEGROND,
} from './inzage.ts';
import './radar.css';

/** What someone was shown of one person. It stays with the page, so that looking again is not asking again. */
export interface Gezien {
  doel: Inzagedoel;
  eerder: EerderType;
  contacten: Readonly<Record<string, ContactType>>;
}

const woorden = teksten({
  nl: {
    titel: 'Wat was er eerder?',
    waarom: (naam: string) => `Over ${naam} is eerder iets bekend geworden. Waarom wilt u dat zien?`,
    logboek: 'Wie keek, wanneer en waarom staat in het logboek.',
    doel: 'Wat bent u aan het doen?',
    reden: 'Waarom wilt u het weten?',
    toelichting: 'In een paar woorden',
    kiesReden: 'Kies eerst waarom u het wilt weten.',
    toon: 'Laat zien',
    sluit: 'Sluiten',
    wie: (naam: string) => `Eerder bekend: ${naam}`,
    alleen:
      'U ziet alleen wat u mag zien. Wat eerder gemeld is zegt niet dat er nu iets is, en eerdere meldingen tellen niet bij elkaar op.',
    geen: 'Deze persoon is bekend, maar was niet bij een andere casus betrokken.',
    casus: (nr: string) => `Casus ${nr}`,
    loopt: 'Loopt',
    gesloten: 'Afgesloten',
    sinds: (d: string) => `Loopt sinds ${d}.`,
    vanTot: (a: string, b: string) => `Van ${a} tot ${b}.`,
    afgesloten: 'Afgesloten omdat:',
    ongegrond: 'Dit blijft zo staan. Het telt niet mee als eerder geweld.',
    melding: (d: string) => `Melding van ${d}:`,
    meldingen: 'Wat er met de meldingen gebeurde',
    stand: { ingetrokken: 'ingetrokken door de melder', in_beoordeling: 'nog in beoordeling' },
    getuige: 'Deze persoon was hier alleen getuige of informant.',
    weet: (o: string, open: boolean) => (open ? `${o} houdt zicht.` : `${o} hield als laatste zicht.`),
    niemand: 'Niet bekend wie zicht hield.',
    bereik: (o: string) => `Hoe bereik ik ${o}?`,
    team: 'Team',
    telefoon: 'Telefoon',
    organisatie: 'Organisatie',
    geenNummer: 'geen nummer bekend; vraag het uw teamleider',
    eigen: 'Dit is uw eigen organisatie. Zoek op wie de casus heeft.',
    bel: (nr: string) =>
      `Zeg dat u van Veilig Thuis bent en noem casus ${nr}. Noem pas namen als u weet wie u spreekt. Wat u hoort, legt u vast bij de melding.`,
    hoort: (nr: string) => `Hoort bij casus ${nr}`,
    open: 'Open de casus',
  },
  en: {
    titel: 'What was there before?',
    waarom: (naam: string) => `Something became known about ${naam} before. Why do you want to see it?`,
    logboek: 'Who looked, when and why is in the log.',
    doel: 'What are you doing?',
    reden: 'Why do you want to know?',
    toelichting: 'In a few words',
    kiesReden: 'First choose why you want to know.',
    toon: 'Show',
    sluit: 'Close',
    wie: (naam: string) => `Known before: ${naam}`,
    alleen:
      'You see only what you may see. What was reported before does not say that something is wrong now, and earlier reports do not add up.',
    geen: 'This person is known, but was not part of another case.',
    casus: (nr: string) => `Case ${nr}`,
    loopt: 'Running',
    gesloten: 'Closed',
    sinds: (d: string) => `Running since ${d}.`,
    vanTot: (a: string, b: string) => `From ${a} to ${b}.`,
    afgesloten: 'Closed because:',
    ongegrond: 'This stays so. It does not count as earlier violence.',
    melding: (d: string) => `Report of ${d}:`,
    meldingen: 'What became of the reports',
    stand: { ingetrokken: 'withdrawn by the reporter', in_beoordeling: 'still being assessed' },
    getuige: 'This person was only a witness or informant here.',
    weet: (o: string, open: boolean) => (open ? `${o} keeps zicht.` : `${o} was the last to keep zicht.`),
    niemand: 'Not known who kept zicht.',
    bereik: (o: string) => `How do I reach ${o}?`,
    team: 'Team',
    telefoon: 'Telephone',
    organisatie: 'Organisation',
    geenNummer: 'no number known; ask your team leader',
    eigen: 'This is your own organisation. Find who has the case.',
    bel: (nr: string) =>
      `Say that you are from Veilig Thuis and name case ${nr}. Name people only when you know whom you speak. What you hear you record with the report.`,
    hoort: (nr: string) => `Belongs to case ${nr}`,
    open: 'Open the case',
  },
});

/**
 * The dialog with the second and third step.
 * @param naam as it was given, not as it is known
 * @param pad where it is asked, with what else the question needs
 * @param onKies the worker says that this melding belongs to a running casus
 */
export function EerderDialoog({
  naam,
  pad,
  extra,
  doel,
  gezien,
  onGezien,
  onSluit,
  onKies,
  metLink,
}: {
  naam: string;
  pad: string;
  extra?: Record<string, unknown> | undefined;
  doel: Inzagedoel;
  gezien: Gezien | undefined;
  onGezien: (gezien: Gezien) => void;
  onSluit: () => void;
  onKies?: ((casusId: string) => void) | undefined;
  metLink?: boolean | undefined;
}) {
  const t = useTeksten(woorden);
  const kop = useRef<HTMLHeadingElement>(null);
  const inzageId = gezien?.eerder.inzageId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the facts have come: that is where to read on
  useEffect(() => kop.current?.focus(), [inzageId]);
  // beside the page, not in it: a form cannot stand in the form of a melding
  return createPortal(
    <Dialoog open onSluit={onSluit} titel={t.titel} breed>
      {gezien ? (
        <div className="hv-stapel">
          <h3 className="nl-heading nl-heading--level-3" ref={kop} tabIndex={-1}>
            {t.wie(
              [gezien.eerder.naam, gezien.eerder.geboortejaar, gezien.eerder.woonplaats]
                .filter(Boolean)
                .join(', '),
            )}
          </h3>
          <p className="nl-paragraph hv-klein hv-zacht">{t.alleen}</p>
          {gezien.eerder.casussen.length === 0 ? <p className="nl-paragraph">{t.geen}</p> : null}
          {gezien.eerder.casussen.map((c) => (
            <Casus key={c.casusId} c={c} gezien={gezien} onGezien={onGezien}>
              {c.status === 'open' && onKies ? (
                <Knop
                  klein
                  onClick={() => {
                    onKies(c.casusId);
                    onSluit();
                  }}
                >
                  {t.hoort(c.nummer)}
                </Knop>
              ) : null}
              {metLink && c.inzien ? <Link naar={`/casussen/${c.casusId}`}>{t.open}</Link> : null}
            </Casus>
          ))}
          <div className="hv-rij">
            <Knop onClick={onSluit}>{t.sluit}</Knop>
          </div>
        </div>
      ) : (
        <Vraag naam={naam} pad={pad} extra={extra} doel={doel} onGezien={onGezien} onSluit={onSluit} />
      )}
    </Dialoog>,
    document.body,
  );
}

function Vraag({
  naam,
  pad,
  extra,
  doel: begin,
  onGezien,
  onSluit,
}: {
  naam: string;
  pad: string;
  extra: Record<string, unknown> | undefined;
  doel: Inzagedoel;
  onGezien: (gezien: Gezien) => void;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const [doel, setDoel] = useState(begin);
  const [reden, setReden] = useState<Inzagereden>();
  const [toelichting, setToelichting] = useState('');
  const [leeg, setLeeg] = useState(false);
  const doe = useDoe<Record<string, unknown>, EerderType>(pad, {
    naSucces: (eerder) => onGezien({ doel, eerder, contacten: {} }),
  });
  return (
    <form
      className="hv-stapel"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        // React lets it rise to the form that the question was asked from
        e.stopPropagation();
        setLeeg(reden === undefined);
        if (reden === undefined || doe.isPending) return;
        doe.mutate({ ...extra, doel, reden, ...(reden === 'anders' ? { toelichting } : {}) });
      }}
    >
      <p className="nl-paragraph">{t.waarom(naam)}</p>
      <Formulierfouten fouten={[]} probleem={doe.error ?? undefined} poging={doe.submittedAt} />
      <Keuzerondjes
        label={t.reden}
        name="reden"
        verplicht
        vorm="lijst"
        fout={leeg ? t.kiesReden : undefined}
        waarde={reden ?? ''}
        onKies={(w) => {
          setReden(w as Inzagereden);
          setLeeg(false);
        }}
        opties={INZAGEREDENEN.map((r) => ({ waarde: r.code, label: r[taal] }))}
      />
      {reden === 'anders' ? (
        <Tekstvak
          label={t.toelichting}
          name="toelichting"
          verplicht
          regels={2}
          maxLength={500}
          fout={doe.error?.fouten.find((f) => f.veld === 'toelichting')?.melding}
          value={toelichting}
          onChange={(e) => setToelichting(e.target.value)}
        />
      ) : null}
      <Keuzerondjes
        label={t.doel}
        name="doel"
        verplicht
        vorm="lijst"
        waarde={doel}
        onKies={(w) => setDoel(w as Inzagedoel)}
        opties={INZAGEDOELEN.map((d) => ({ waarde: d.code, label: d[taal] }))}
      />
      <p className="nl-paragraph hv-klein hv-zacht">{t.logboek}</p>
      <div className="hv-rij">
        <Knop type="submit" soort="hoofd" bezig={doe.isPending}>
          {t.toon}
        </Knop>
        <Knop soort="stil" onClick={onSluit}>
          {t.sluit}
        </Knop>
      </div>
    </form>
  );
}

function Casus({
  c,
  gezien,
  onGezien,
  children,
}: {
  c: EerderType['casussen'][number];
  gezien: Gezien;
  onGezien: (gezien: Gezien) => void;
  children: ReactNode;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const doe = useDoe<Record<string, unknown>, ContactType>(
    `/radar-inzagen/${gezien.eerder.inzageId}/contact`,
    {
      naSucces: (contact) =>
        onGezien({ ...gezien, contacten: { ...gezien.contacten, [c.casusId]: contact } }),
    },
  );
  const contact = gezien.contacten[c.casusId];
  const open = c.status === 'open';
  const uitkomst = (code: string) =>
    code in t.stand
      ? t.stand[code as Meldingstand]
      : (BESLUITEN.find((b) => b.code === code)?.[taal].toLowerCase() ?? code);
  const sluit = SLUITREDENEN.find((r) => r.code === c.sluitreden);
  return (
    <section className="hv-eerder" aria-labelledby={`eerder-${c.casusId}`}>
      <div className="hv-radar__kop">
        <Kop niveau={4} id={`eerder-${c.casusId}`}>
          {t.casus(c.nummer)}
        </Kop>
        <Merk soort={open ? 'loopt' : 'dicht'}>{open ? t.loopt : t.gesloten}</Merk>
      </div>
      <p className="nl-paragraph">
        {open || c.geslotenOp === null
          ? t.sinds(datum(c.geopendOp))
          : t.vanTot(datum(c.geopendOp), datum(c.geslotenOp))}{' '}
        {c.directbetrokken ? '' : t.getuige}
      </p>
      {sluit ? (
        <p className="nl-paragraph">
          {t.afgesloten} <strong>{sluit[taal].charAt(0).toLowerCase() + sluit[taal].slice(1)}</strong>.{' '}
          {ONGEGROND.includes(sluit.code) ? t.ongegrond : ''}
        </p>
      ) : null}
      {c.meldingen.length > 0 ? (
        <ul className="hv-lijst-kaal" aria-label={t.meldingen}>
          {c.meldingen.map((m, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two reports may have come in the same moment
            <li key={i}>
              {t.melding(datum(m.ontvangenOp))} {uitkomst(m.uitkomst)}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="nl-paragraph">{c.weet ? t.weet(c.weet, open) : t.niemand}</p>
      {doe.error ? <Fout probleem={doe.error} /> : null}
      <div aria-live="polite">
        {contact ? (
          <div className="hv-stapel hv-krap">
            <Gegevens
              lijst={[
                { naam: t.organisatie, waarde: contact.organisatie },
                ...(contact.team ? [{ naam: t.team, waarde: contact.team }] : []),
                {
                  naam: t.telefoon,
                  waarde: contact.telefoon ? (
                    <a
                      className="nl-link hv-getal"
                      href={`tel:${contact.telefoon.replaceAll(/[^0-9+]/g, '')}`}
                    >
                      {contact.telefoon}
                    </a>
                  ) : (
                    t.geenNummer
                  ),
                },
              ]}
            />
            <p className="nl-paragraph hv-klein">{contact.eigen ? t.eigen : t.bel(contact.nummer)}</p>
          </div>
        ) : null}
      </div>
      <div className="hv-rij">
        {c.weet && !contact ? (
          <Knop
            klein
            bezig={doe.isPending}
            onClick={() => doe.mutate({ casusId: c.casusId, doel: gezien.doel })}
          >
            {t.bereik(c.weet)}
          </Knop>
        ) : null}
        {children}
      </div>
    </section>
  );
}
