// SPDX-License-Identifier: EUPL-1.2
// The states of a page, in the words of the house: what happened, what is safe, what to do.
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { ApiProbleem } from '../api.ts';
import { useNu } from '../ik.ts';
import { useTeksten } from '../taal.ts';
import { relatief } from '../tijd.ts';
import { Bericht } from './bericht.tsx';
import { Icoon, type IcoonNaam } from './icoon.tsx';
import { Knop } from './knop.tsx';
import { Kop } from './kop.tsx';
import { Link } from './link.tsx';
import { Paginakop } from './paginakop.tsx';
import './toestand.css';

const woorden = {
  nl: {
    laden: 'Bezig met laden',
    opnieuw: 'Probeer opnieuw',
    nummer: 'Nummer voor de helpdesk:',
    veilig: 'Wat al bewaard was, is veilig.',
    verboden: 'U mag dit niet zien',
    wie: 'Wie wel?',
    weg: 'Dit bestaat niet (meer)',
    wegUitleg: 'Het kan zijn samengevoegd of verwijderd, of u hebt er geen toegang toe.',
    adres: 'Dit adres klopt niet',
    conflict: 'Iemand anders heeft dit intussen veranderd',
    conflictUitleg: 'Er is niets verloren. Kies wat moet gelden, of neem over wat u nodig hebt.',
    conflictZelf: 'U schreef hier ook in een ander venster',
    conflictZelfUitleg:
      'Wat u in maar één venster veranderde, staat er al. Hier schreef u twee keer iets anders:',
    mijn: 'Wat u schreef',
    hun: (wie: string) => `Wat ${wie} schreef`,
    houdMijn: 'Mijn versie houden',
    neemHun: 'De andere versie houden',
    iemand: 'de ander',
    ditVenster: 'In dit venster',
    anderVenster: 'In het andere venster',
    houdDit: 'Houd dit venster',
    houdAnder: 'Houd het andere venster',
    begin: 'Naar het begin',
  },
  en: {
    laden: 'Loading',
    opnieuw: 'Try again',
    nummer: 'Number for the help desk:',
    veilig: 'What was stored before is safe.',
    verboden: 'You may not see this',
    wie: 'Who can?',
    weg: 'This does not exist (any more)',
    wegUitleg: 'It may have been merged or removed, or you have no access to it.',
    adres: 'This address is not right',
    conflict: 'Someone else changed this in the meantime',
    conflictUitleg: 'Nothing is lost. Choose what must hold, or copy what you need.',
    conflictZelf: 'You wrote here in another window as well',
    conflictZelfUitleg:
      'What you changed in one window only is there already. Here you wrote two different things:',
    mijn: 'What you wrote',
    hun: (wie: string) => `What ${wie} wrote`,
    houdMijn: 'Keep my version',
    neemHun: 'Keep the other version',
    iemand: 'the other',
    ditVenster: 'In this window',
    anderVenster: 'In the other window',
    houdDit: 'Keep this window',
    houdAnder: 'Keep the other window',
    begin: 'To the start',
  },
};

export interface LeegProps {
  titel: string;
  /** What will come here. */
  children?: ReactNode;
  /** The one act that fills it. */
  actie?: ReactNode;
  icoon?: IcoonNaam | undefined;
}

/** Nothing here yet: what will come, and the one act that fills it. */
export function Leeg({ titel, children, actie, icoon = 'vink' }: LeegProps) {
  return (
    <div className="hv-leeg">
      <Icoon naam={icoon} className="hv-leeg__icoon" />
      <Kop niveau={2} alsof={3}>
        {titel}
      </Kop>
      {children ? <div className="hv-leeg__tekst">{children}</div> : null}
      {actie}
    </div>
  );
}

export interface LadenProps {
  vorm?: 'lijst' | 'kaart' | 'tekst' | 'tabel' | undefined;
  rijen?: number | undefined;
  /** What is being loaded, for the screen reader. */
  label?: string | undefined;
}

/** Keeps the shape of what comes. Invisible for the first 150 ms: most answers come sooner. */
export function Laden({ vorm = 'tekst', rijen = 5, label }: LadenProps) {
  const t = useTeksten(woorden);
  const [traag, setTraag] = useState(false);
  useEffect(() => {
    const klok = setTimeout(() => setTraag(true), 150);
    return () => clearTimeout(klok);
  }, []);
  return (
    <div className={`hv-laden hv-laden--${vorm}${traag ? ' hv-laden--traag' : ''}`} aria-busy="true">
      <span className="hv-verborgen" role="status">
        {traag ? (label ?? t.laden) : ''}
      </span>
      {Array.from({ length: rijen }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity
        <span key={i} className="hv-laden__rij" aria-hidden="true">
          <span className="hv-laden__lang" />
          <span className="hv-laden__kort" />
        </span>
      ))}
    </div>
  );
}

/** Something failed: what happened, what is safe, what to do, and the number for the help desk. */
export function Fout({ probleem, opnieuw }: { probleem: ApiProbleem; opnieuw?: (() => void) | undefined }) {
  const t = useTeksten(woorden);
  return (
    <Bericht
      soort="let-op"
      meteen
      titel={probleem.titel}
      acties={opnieuw ? <Knop onClick={opnieuw}>{t.opnieuw}</Knop> : undefined}
    >
      <p className="nl-paragraph">
        {probleem.detail} {probleem.offline ? '' : t.veilig}
      </p>
      {probleem.nummer ? (
        <p className="nl-paragraph hv-klein hv-zacht">
          {t.nummer} <span className="hv-getal">{probleem.nummer}</span>
        </p>
      ) : null}
    </Bericht>
  );
}

/** Not allowed: says who can. The server's sentence comes first; `wie` adds the page's own. */
export function Verboden({
  probleem,
  wie,
  acties,
}: {
  probleem?: ApiProbleem | undefined;
  wie?: ReactNode;
  acties?: ReactNode;
}) {
  const t = useTeksten(woorden);
  return (
    <div className="hv-leeg">
      <Icoon naam="slot" className="hv-leeg__icoon" />
      <Kop niveau={2} alsof={3}>
        {probleem?.titel ?? t.verboden}
      </Kop>
      <div className="hv-leeg__tekst">
        {probleem ? <p className="nl-paragraph">{probleem.detail}</p> : null}
        {wie ? (
          <p className="nl-paragraph">
            <span className="hv-sterk">{t.wie}</span> {wie}
          </p>
        ) : null}
      </div>
      {acties}
    </div>
  );
}

export interface ConflictProps {
  mijn: ReactNode;
  hun: ReactNode;
  /** Who changed it, and when. */
  wie?: string | undefined;
  op?: string | undefined;
  /** It was the worker, in another window. */
  zelf?: boolean | undefined;
  /** What becomes of the one that is not chosen. */
  uitleg?: string | undefined;
  onHoudMijn: () => void;
  onNeemHun: () => void;
}

const conflictId = 'hv-conflict';

/** Brings the question which of two versions holds before the eyes of who is further down. */
export function toonConflict(): void {
  const doel = document.getElementById(conflictId);
  doel?.focus({ preventScroll: true });
  doel?.scrollIntoView({ block: 'start' });
}

/** Someone else changed it: both stand side by side, neither is lost. */
export function Conflict({ mijn, hun, wie, op, zelf, uitleg, onHoudMijn, onNeemHun }: ConflictProps) {
  const t = useTeksten(woorden);
  const nu = useNu();
  return (
    <section className="hv-conflict" role="alert" id={conflictId} tabIndex={-1}>
      <Kop niveau={2}>{zelf ? t.conflictZelf : t.conflict}</Kop>
      <p className="nl-paragraph">{zelf ? t.conflictZelfUitleg : t.conflictUitleg}</p>
      <div className="hv-twee">
        <div className="hv-vlak hv-stapel">
          <Kop niveau={3}>{zelf ? t.ditVenster : t.mijn}</Kop>
          <div className="hv-regels">{mijn}</div>
          <Knop soort="tweede" onClick={onHoudMijn}>
            {zelf ? t.houdDit : t.houdMijn}
          </Knop>
        </div>
        <div className="hv-vlak hv-stapel">
          <Kop niveau={3}>
            {zelf ? t.anderVenster : t.hun(wie ?? t.iemand)}
            {op ? `, ${relatief(op, nu)}` : ''}
          </Kop>
          <div className="hv-regels">{hun}</div>
          <Knop soort="tweede" onClick={onNeemHun}>
            {zelf ? t.houdAnder : t.neemHun}
          </Knop>
        </div>
      </div>
      {uitleg ? <p className="nl-paragraph">{uitleg}</p> : null}
    </section>
  );
}

/** What names the thing itself: wrong there, it does not exist. */
const NAAMT = /(?:^id|Id|^figuur)$/;
/** Also 400: the address holds something that is no id, a link that was copied by halves. */
const bestaatNiet = (p: ApiProbleem) =>
  p.status === 404 || (p.status === 400 && !p.fouten.some((f) => !NAAMT.test(f.veld)));

/** What stands in the place of a page that cannot be shown. */
function Geenpagina({
  probleem,
  wieMag,
  bijWeg,
  opnieuw,
}: {
  probleem: ApiProbleem;
  wieMag: ReactNode;
  bijWeg: ReactNode;
  opnieuw: () => void;
}) {
  const t = useTeksten(woorden);
  const weg = bestaatNiet(probleem);
  const titel = weg ? t.weg : probleem.titel;
  return (
    <>
      <Paginakop titel={titel} tab={titel} />
      <div className="hv-stapel">
        {weg || probleem.status === 403 ? (
          <>
            <p className="nl-paragraph">{weg ? t.wegUitleg : probleem.detail}</p>
            {wieMag && !weg ? (
              <p className="nl-paragraph">
                <span className="hv-sterk">{t.wie}</span> {wieMag}
              </p>
            ) : null}
          </>
        ) : (
          <Fout probleem={probleem} opnieuw={opnieuw} />
        )}
        {weg ? bijWeg : null}
        <div>
          <Link naar="/" alsKnop={weg || probleem.status === 403 ? 'hoofd' : 'gewoon'}>
            {t.begin}
          </Link>
        </div>
      </div>
    </>
  );
}

export interface LezingProps<T> {
  vraag: UseQueryResult<T, ApiProbleem>;
  vorm?: LadenProps['vorm'];
  rijen?: number | undefined;
  /** Who can, when this person may not. */
  wieMag?: ReactNode;
  /** The whole page hangs on this read: what went wrong then has the head of a page, and a way out. */
  heel?: boolean | undefined;
  /** With `heel`: what else can be done when it does not exist (for this person). */
  bijWeg?: ReactNode;
  children: (gegevens: T) => ReactNode;
}

/**
 * All states of a read at once: `<Lezing vraag={useLees(...)} vorm="lijst">{(casus) => …}</Lezing>`.
 * When a refresh fails, what was there stays, with the failure above it.
 */
export function Lezing<T>({ vraag, vorm, rijen, wieMag, heel, bijWeg, children }: LezingProps<T>) {
  const t = useTeksten(woorden);
  const opnieuw = () => void vraag.refetch();
  // Access has an end: what may not be seen any more does not stay on the screen.
  if (heel && vraag.error && (vraag.error.status === 403 || vraag.error.status === 404))
    return <Geenpagina probleem={vraag.error} wieMag={wieMag} bijWeg={bijWeg} opnieuw={opnieuw} />;
  if (vraag.data !== undefined)
    return (
      <>
        {vraag.error ? <Fout probleem={vraag.error} opnieuw={opnieuw} /> : null}
        {children(vraag.data)}
      </>
    );
  if (heel && vraag.error)
    return <Geenpagina probleem={vraag.error} wieMag={wieMag} bijWeg={bijWeg} opnieuw={opnieuw} />;
  if (vraag.error?.status === 403) return <Verboden probleem={vraag.error} wie={wieMag} />;
  if (vraag.error && bestaatNiet(vraag.error))
    return (
      <Leeg titel={t.weg} icoon="zoek">
        {t.wegUitleg}
      </Leeg>
    );
  // What was asked of it is wrong (a date that does not exist): said as it is, for asking again does not help.
  if (vraag.error?.status === 400)
    return (
      <Leeg titel={t.adres} icoon="aandacht">
        {vraag.error.fouten.map((f) => `${f.veld}: ${f.melding}`).join(' ')}
      </Leeg>
    );
  if (vraag.error) return <Fout probleem={vraag.error} opnieuw={opnieuw} />;
  return <Laden vorm={vorm} rijen={rijen} />;
}
