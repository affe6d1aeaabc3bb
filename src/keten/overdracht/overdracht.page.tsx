// SPDX-License-Identifier: EUPL-1.2
// An overdracht as the contract that it is: who gives, who receives, what goes along on which ground, until when, and the
// one sentence that is always true.

import { useState } from 'react';
import { useParam } from '../../web/adres.ts';
import { useLees } from '../../web/api.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Gegevens } from '../../web/delen/gegevens.tsx';
import { Icoon } from '../../web/delen/icoon.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { TermijnMerk } from '../../web/delen/termijnmerk.tsx';
import { Lezing } from '../../web/delen/toestand.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { moment } from '../../web/tijd.ts';
import { Aannemen, MetReden, NieuweMelding } from './antwoord.page.tsx';
import { Mee, useWoord } from './inhoud.page.tsx';
import type { OverdrachtAntwoord } from './overdracht.api.ts';
import { GRONDSLAGEN, TYPE_HULP, wieHoudtZicht } from './overdracht.ts';
import { StatusMerk } from './status.page.tsx';
import './overdracht.css';

const woorden = teksten({
  nl: {
    tab: 'Overdracht',
    titel: 'Overdracht',
    terug: 'Overdrachten',
    neemAan: 'Neem aan',
    weiger: 'Weiger',
    trekIn: 'Trek in',
    naarCasus: 'Naar de casus',
    partijen: 'Wie geeft en wie ontvangt',
    gever: 'Gever',
    ontvanger: 'Ontvanger',
    bel: 'Vragen? Bel',
    aangeboden: 'Aangeboden',
    door: 'Door',
    gevraagd: 'Gevraagd',
    antwoord: 'Antwoord',
    reden: 'Reden',
    regisseur: 'Regisseur',
    nogGeen: 'nog geen antwoord',
    bijAanvaarding: 'wordt genoemd bij het aannemen',
    houdsterSysteem: 'Houvast, toen de termijn verliep',
    waarvoor: 'Waarvoor en op welke grond',
    doel: 'Doel',
    grondslag: 'Grondslag',
    bericht: 'Waarom, en wat gevraagd wordt',
    nietMeer: 'De gegevens van het gezin zijn niet meer te zien',
    nietMeerUitleg: 'Deze overdracht ging niet door. Dan is er geen grond meer om over het gezin te lezen.',
    acuut: 'Acuut onveilig',
    kiesTitel: 'Kies wat u nu doet',
    kies: 'Uw organisatie houdt zicht. Bied de casus opnieuw aan, of zeg dat u haar zelf houdt.',
    opnieuw: 'Bied opnieuw aan',
    houd: 'Houd de casus zelf',
    houdTitel: 'De casus zelf houden',
    houdReden: 'Waarom houdt u de casus zelf?',
    weigerTitel: 'Overdracht weigeren',
    weigerReden: 'Waarom neemt u de overdracht niet aan?',
    weigerHulp: (gever: string) => `${gever} leest dit en houdt zicht.`,
    weigerKlaar: 'Overdracht geweigerd. De gever houdt zicht.',
    trekTitel: 'Overdracht intrekken',
    trekReden: 'Waarom trekt u de overdracht in?',
    trekHulp: (o: string) => `${o} leest dit. Uw organisatie houdt zicht.`,
    trekKlaar: 'Overdracht ingetrokken. U houdt zicht.',
    houdKlaar: 'Vastgelegd: u houdt de casus zelf.',
    wieMag: 'Medewerkers van de gever en van de ontvanger.',
  },
  en: {
    tab: 'Handover',
    titel: 'Handover',
    terug: 'Handovers',
    neemAan: 'Accept',
    weiger: 'Refuse',
    trekIn: 'Withdraw',
    naarCasus: 'To the casus',
    partijen: 'Who gives and who receives',
    gever: 'Giver',
    ontvanger: 'Receiver',
    bel: 'Questions? Call',
    aangeboden: 'Offered',
    door: 'By',
    gevraagd: 'Asked',
    antwoord: 'Answer',
    reden: 'Reason',
    regisseur: 'Regisseur',
    nogGeen: 'no answer yet',
    bijAanvaarding: 'named at the acceptance',
    houdsterSysteem: 'Houvast, when the term lapsed',
    waarvoor: 'What for, and on which ground',
    doel: 'Purpose',
    grondslag: 'Legal basis',
    bericht: 'Why, and what is asked',
    nietMeer: 'The details of the family can no longer be seen',
    nietMeerUitleg:
      'This handover did not go through. Then there is no ground to go on reading about the family.',
    acuut: 'Acutely unsafe',
    kiesTitel: 'Choose what to do now',
    kies: 'Your organisation keeps watch. Offer the casus again, or say that you keep it.',
    opnieuw: 'Offer again',
    houd: 'Keep the casus',
    houdTitel: 'Keeping the casus',
    houdReden: 'Why do you keep the casus?',
    weigerTitel: 'Refuse the handover',
    weigerReden: 'Why do you not accept the handover?',
    weigerHulp: (gever: string) => `${gever} reads this and keeps watch.`,
    weigerKlaar: 'Handover refused. The giver keeps watch.',
    trekTitel: 'Withdraw the handover',
    trekReden: 'Why do you withdraw the handover?',
    trekHulp: (o: string) => `${o} reads this. Your organisation keeps watch.`,
    trekKlaar: 'Handover withdrawn. You keep watch.',
    houdKlaar: 'Recorded: you keep the casus.',
    wieMag: 'Workers of the giver and of the receiver.',
  },
});

/** `/overdrachten/$id` */
export function OverdrachtPagina() {
  const id = useParam('id');
  const t = useTeksten(woorden);
  const vraag = useLees<OverdrachtAntwoord>(['overdracht', id], `/overdrachten/${id}`, { verversMs: 60_000 });
  return (
    <Lezing vraag={vraag} heel wieMag={t.wieMag}>
      {(o) => <Contract o={o} />}
    </Lezing>
  );
}

function Contract({ o }: { o: OverdrachtAntwoord }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const open = o.status === 'aangeboden';
  const [dialoog, setDialoog] = useState<'aan' | 'weiger' | 'trek' | 'houd'>();
  const zin = wieHoudtZicht(
    {
      status: o.status,
      gever: o.van.naam,
      ontvanger: o.naar.naam,
      houder: o.houder?.naam ?? null,
      aanvaardOp: o.status === 'aanvaard' && o.beantwoordOp ? new Date(o.beantwoordOp) : null,
    },
    taal,
  );
  return (
    <div className="hv-stapel hv-ruim">
      <div>
        <Paginakop
          titel={<Naam>{o.aanduiding ?? t.titel}</Naam>}
          tab={t.tab}
          terug={{ naar: '/overdrachten', label: t.terug }}
          onder={
            <>
              <StatusMerk status={o.status} />
              {open && o.vervaltOp ? <TermijnMerk begin={o.aangebodenOp} vervaltOp={o.vervaltOp} /> : null}
              {o.gegevens?.acuut ? <Merk soort="acuut">{t.acuut}</Merk> : null}
            </>
          }
          acties={
            <>
              {open && o.richting === 'in' ? (
                <>
                  <Knop soort="hoofd" icoon="vink" onClick={() => setDialoog('aan')}>
                    {t.neemAan}
                  </Knop>
                  <Knop onClick={() => setDialoog('weiger')}>{t.weiger}</Knop>
                </>
              ) : null}
              {open && o.richting === 'uit' ? (
                <Knop onClick={() => setDialoog('trek')}>{t.trekIn}</Knop>
              ) : null}
              {o.casusId ? (
                <Link naar={`/casussen/${o.casusId}`} alsKnop={o.status === 'aanvaard' ? 'hoofd' : 'gewoon'}>
                  {t.naarCasus}
                </Link>
              ) : null}
            </>
          }
        />
        <p className="hv-contract__zicht" role="status">
          <Icoon naam="oog" />
          <strong>{zin}</strong>
        </p>
      </div>

      <NieuweMelding o={o} />

      {o.keuzeOpen && o.casusId ? (
        <Bericht
          soort="let-op"
          titel={t.kiesTitel}
          acties={
            <>
              <Link naar={`/casussen/${o.casusId}/overdragen`} alsKnop="hoofd">
                {t.opnieuw}
              </Link>
              <Knop onClick={() => setDialoog('houd')}>{t.houd}</Knop>
            </>
          }
        >
          <p className="nl-paragraph">{t.kies}</p>
        </Bericht>
      ) : null}

      <Partijen o={o} />
      <Waarvoor o={o} />
      {o.gegevens ? (
        <Mee o={o} gegevens={o.gegevens} />
      ) : (
        <Bericht titel={t.nietMeer}>
          <p className="nl-paragraph">{t.nietMeerUitleg}</p>
        </Bericht>
      )}

      <Aannemen o={o} open={dialoog === 'aan'} onSluit={() => setDialoog(undefined)} />
      <MetReden
        pad={`/overdrachten/${o.id}/weigering`}
        o={o}
        open={dialoog === 'weiger'}
        onSluit={() => setDialoog(undefined)}
        titel={t.weigerTitel}
        label={t.weigerReden}
        hulp={t.weigerHulp(o.van.naam)}
        knop={t.weiger}
        klaar={t.weigerKlaar}
      />
      <MetReden
        pad={`/overdrachten/${o.id}/intrekking`}
        o={o}
        open={dialoog === 'trek'}
        onSluit={() => setDialoog(undefined)}
        titel={t.trekTitel}
        label={t.trekReden}
        hulp={t.trekHulp(o.naar.naam)}
        knop={t.trekIn}
        klaar={t.trekKlaar}
      />
      <MetReden
        pad={`/overdrachten/${o.id}/behoud`}
        o={o}
        open={dialoog === 'houd'}
        onSluit={() => setDialoog(undefined)}
        titel={t.houdTitel}
        label={t.houdReden}
        knop={t.houd}
        klaar={t.houdKlaar}
      />
    </div>
  );
}

function Partijen({ o }: { o: OverdrachtAntwoord }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const woord = useWoord();
  const contact = o.gegevens?.contact;
  const open = o.status === 'aangeboden';
  return (
    <section aria-label={t.partijen} className="hv-contract__partijen">
      <div className="hv-contract__partij">
        <p className="hv-contract__rol">{t.gever}</p>
        <Kop niveau={2}>{o.van.naam}</Kop>
        <Gegevens
          lijst={[
            { naam: t.aangeboden, waarde: moment(o.aangebodenOp, nu) },
            { naam: t.door, waarde: o.aangebodenDoor },
            ...(contact
              ? [
                  {
                    naam: t.bel,
                    waarde: (
                      <>
                        {contact.naam},{' '}
                        <a
                          className="nl-link hv-getal"
                          href={`tel:${contact.telefoon.replace(/[^\d+]/g, '')}`}
                        >
                          {contact.telefoon}
                        </a>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
      <Icoon naam="pijl" className="hv-contract__pijl" />
      <div className="hv-contract__partij">
        <p className="hv-contract__rol">{t.ontvanger}</p>
        <Kop niveau={2}>{o.naar.naam}</Kop>
        <Gegevens
          lijst={[
            { naam: t.gevraagd, waarde: woord(TYPE_HULP, o.typeHulp) },
            {
              naam: t.antwoord,
              waarde: open ? (
                <span className="hv-zacht">{t.nogGeen}</span>
              ) : (
                <>
                  <StatusMerk status={o.status} /> {o.beantwoordOp ? moment(o.beantwoordOp, nu) : ''}
                </>
              ),
            },
            ...(open ? [] : [{ naam: t.door, waarde: o.beantwoordDoor ?? t.houdsterSysteem }]),
            ...(o.reden ? [{ naam: t.reden, waarde: <span className="hv-regels">{o.reden}</span> }] : []),
            ...(o.status === 'aanvaard' || open
              ? [
                  {
                    naam: t.regisseur,
                    waarde: o.regisseur?.naam ?? <span className="hv-zacht">{t.bijAanvaarding}</span>,
                  },
                ]
              : []),
          ]}
        />
      </div>
    </section>
  );
}

function Waarvoor({ o }: { o: OverdrachtAntwoord }) {
  const t = useTeksten(woorden);
  const woord = useWoord();
  return (
    <section className="hv-deel hv-stapel" aria-labelledby="waarvoor">
      <Kop niveau={2} id="waarvoor">
        {t.waarvoor}
      </Kop>
      <Gegevens
        lijst={[
          ...(o.doel ? [{ naam: t.doel, waarde: o.doel }] : []),
          { naam: t.grondslag, waarde: woord(GRONDSLAGEN, o.grondslag) },
          ...(o.bericht ? [{ naam: t.bericht, waarde: <span className="hv-regels">{o.bericht}</span> }] : []),
        ]}
      />
    </section>
  );
}
