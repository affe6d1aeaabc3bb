// SPDX-License-Identifier: EUPL-1.2
// An overdracht as the contract that it is: who gives, who receives, what goes along on which ground, until when, and the
// one sentence that is always true.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Keuzewaarde, ROL, UITSPRAAK_SOORT } from '../../kern/lijsten.ts';
import type { MedewerkerAntwoord } from '../../kern/organisatie/organisatie.api.ts';
import { useParam } from '../../web/adres.ts';
import { type ApiProbleem, useDoe, useLees } from '../../web/api.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Chip } from '../../web/delen/chip.tsx';
import { Formulierdialoog } from '../../web/delen/formulierdialoog.tsx';
import { Gegevens } from '../../web/delen/gegevens.tsx';
import { Icoon } from '../../web/delen/icoon.tsx';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Persoonskaart } from '../../web/delen/persoonskaart.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { TermijnMerk } from '../../web/delen/termijnmerk.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Lezing } from '../../web/delen/toestand.tsx';
import { useIk, useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { datum, gebeurd, moment } from '../../web/tijd.ts';
import { ANTWOORDEN, BESLUITEN } from '../beoordeling/beoordeling.ts';
import { CONTROLE_UITKOMSTEN } from '../beoordeling/controle.ts';
import type { OverdrachtAntwoord } from './overdracht.api.ts';
import './overdracht.css';
import { DELEN, GRONDSLAGEN, REGISSEUR_FUNCTIES, TYPE_HULP, wieHoudtZicht } from './overdracht.ts';
import { StatusMerk } from './status.page.tsx';

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
    mee: 'Wat meegaat',
    meeUitleg: 'Zoals het was toen het werd aangeboden. De melder en een geheim adres gaan nooit mee.',
    grond: 'Gaat mee omdat:',
    nietMee: 'Gaat niet mee:',
    niets: 'Hiervan was niets vastgelegd.',
    nietMeer: 'De gegevens van het gezin zijn niet meer te zien',
    nietMeerUitleg: 'Deze overdracht ging niet door. Dan is er geen grond meer om over het gezin te lezen.',
    acuut: 'Acuut onveilig',
    kiesTitel: 'Kies wat u nu doet',
    kies: 'Uw organisatie houdt zicht. Bied de casus opnieuw aan, of zeg dat u haar zelf houdt.',
    opnieuw: 'Bied opnieuw aan',
    houd: 'Houd de casus zelf',
    houdTitel: 'De casus zelf houden',
    houdReden: 'Waarom houdt u de casus zelf?',
    aanTitel: 'Overdracht aannemen',
    aanUitleg: (o: string) => `Vanaf dit moment houdt ${o} zicht op de veiligheid van dit gezin.`,
    wieRegisseur: 'Wie wordt de regisseur?',
    regisseurHulp: 'Die stuurt op de inhoud, samen met het gezin. U kunt later iemand anders noemen.',
    ik: (n: string) => `${n} (u)`,
    aanKlaar: 'Overdracht aangenomen. U houdt nu zicht.',
    weigerTitel: 'Overdracht weigeren',
    weigerReden: 'Waarom neemt u de overdracht niet aan?',
    weigerHulp: (gever: string) => `${gever} leest dit en houdt zicht.`,
    weigerKlaar: 'Overdracht geweigerd. De gever houdt zicht.',
    trekTitel: 'Overdracht intrekken',
    trekReden: 'Waarom trekt u de overdracht in?',
    trekHulp: (o: string) => `${o} leest dit. Uw organisatie houdt zicht.`,
    trekKlaar: 'Overdracht ingetrokken. U houdt zicht.',
    houdKlaar: 'Vastgelegd: u houdt de casus zelf.',
    redenNodig: 'Schrijf eerst de reden op.',
    wieMag: 'Medewerkers van de gever en van de ontvanger.',
    wederhoor: 'Reactie van',
    oneens: 'is het er niet mee eens',
    bron: 'bron',
    gebeurd: 'gebeurd',
    vraagAcuut: 'Acuut onveilig',
    vraagStructureel: 'Structureel onveilig',
    vraagMulti: 'Schadelijke leefsituatie door meer problemen tegelijk',
    besluit: 'Besluit',
    toelichting: 'Waarom dit besluit',
    vastgesteld: 'Vastgesteld',
    nietGevraagd: 'niet gevraagd',
    over: 'over',
    telefoon: 'Telefoon',
    voor: 'voor',
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
    mee: 'What goes along',
    meeUitleg: 'As it was when it was offered. The melder and a secret address never go along.',
    grond: 'Goes along because:',
    nietMee: 'Does not go along:',
    niets: 'None of this was on record.',
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
    aanTitel: 'Accept the handover',
    aanUitleg: (o: string) => `From this moment ${o} keeps watch over the safety of this family.`,
    wieRegisseur: 'Who becomes the regisseur?',
    regisseurHulp: 'They steer the content, together with the family. You can name someone else later.',
    ik: (n: string) => `${n} (you)`,
    aanKlaar: 'Handover accepted. You keep watch now.',
    weigerTitel: 'Refuse the handover',
    weigerReden: 'Why do you not accept the handover?',
    weigerHulp: (gever: string) => `${gever} reads this and keeps watch.`,
    weigerKlaar: 'Handover refused. The giver keeps watch.',
    trekTitel: 'Withdraw the handover',
    trekReden: 'Why do you withdraw the handover?',
    trekHulp: (o: string) => `${o} reads this. Your organisation keeps watch.`,
    trekKlaar: 'Handover withdrawn. You keep watch.',
    houdKlaar: 'Recorded: you keep the casus.',
    redenNodig: 'Write the reason first.',
    wieMag: 'Workers of the giver and of the receiver.',
    wederhoor: 'Response of',
    oneens: 'does not agree',
    bron: 'source',
    gebeurd: 'happened',
    vraagAcuut: 'Acutely unsafe',
    vraagStructureel: 'Structurally unsafe',
    vraagMulti: 'Harmful living situation through several problems at once',
    besluit: 'Decision',
    toelichting: 'Why this decision',
    vastgesteld: 'Decided',
    nietGevraagd: 'not asked',
    over: 'about',
    telefoon: 'Telephone',
    voor: 'for',
  },
});

type Inhoud = NonNullable<OverdrachtAntwoord['gegevens']>;

/** The word of a code in the language of the screen; the code itself when the list has lost it. */
function useWoord(): (lijst: readonly Keuzewaarde[], code: string) => string {
  const { taal } = useInstellingen();
  return (lijst, code) => lijst.find((k) => k.code === code)?.[taal] ?? code;
}

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
          titel={o.aanduiding ?? t.titel}
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

function Mee({ o, gegevens }: { o: OverdrachtAntwoord; gegevens: Inhoud }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const mee = DELEN.filter((d) => o.delen.some((x) => x.deel === d.code));
  const nietMee = DELEN.filter((d) => !mee.includes(d));
  return (
    <section className="hv-deel hv-stapel" aria-labelledby="mee">
      <div>
        <Kop niveau={2} id="mee">
          {t.mee}
        </Kop>
        <p className="nl-paragraph hv-zacht">{t.meeUitleg}</p>
      </div>
      {mee.map((d) => (
        <section key={d.code} className="hv-contract__deel" aria-labelledby={`deel-${d.code}`}>
          <div className="hv-contract__deelkop">
            <Kop niveau={3} id={`deel-${d.code}`}>
              {d[taal]}
            </Kop>
            <p className="hv-klein hv-zacht">
              {t.grond} {o.delen.find((x) => x.deel === d.code)?.grond}
            </p>
          </div>
          <Onderdeel deel={d.code} g={gegevens} />
        </section>
      ))}
      {nietMee.length > 0 ? (
        <p className="nl-paragraph hv-klein hv-zacht">
          {t.nietMee} {nietMee.map((d) => d[taal].toLocaleLowerCase()).join(', ')}.
        </p>
      ) : null}
    </section>
  );
}

function Onderdeel({ deel, g }: { deel: (typeof DELEN)[number]['code']; g: Inhoud }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const woord = useWoord();
  const niets = <p className="nl-paragraph hv-zacht">{t.niets}</p>;
  const antwoord = (a: string | null, waarom: string | null) => (
    <>
      {a === null ? <span className="hv-zacht">{t.nietGevraagd}</span> : woord(ANTWOORDEN, a)}
      {waarom ? <span className="hv-contract__waarom hv-regels">{waarom}</span> : null}
    </>
  );
  switch (deel) {
    case 'personen':
      return g.personen?.length ? (
        <div className="hv-contract__mensen">
          {g.personen.map((p, i) => (
            <Persoonskaart
              // biome-ignore lint/suspicious/noArrayIndexKey: a snapshot: the order never changes, and two may have one name
              key={i}
              niveau={4}
              naam={p.naam}
              geboren={geboren(p)}
              rollen={[...p.rollen.map((r) => woord(ROL, r)), ...(p.relatie ? [p.relatie] : [])]}
              geheimAdres={p.geheimAdres}
              adres={p.adres ?? undefined}
            >
              {p.telefoon.length > 0 ? (
                <p className="hv-klein hv-getal">
                  {t.telefoon} {p.telefoon.join(', ')}
                </p>
              ) : null}
            </Persoonskaart>
          ))}
        </div>
      ) : (
        niets
      );
    case 'uitspraken':
      return g.uitspraken?.length ? (
        <ul className="hv-lijst-kaal">
          {g.uitspraken.map((u, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a snapshot: the order never changes
            <li key={i} className="hv-contract__uitspraak">
              <Chip>{woord(UITSPRAAK_SOORT, u.soort)}</Chip>
              <div>
                <p className="nl-paragraph hv-regels">{u.tekst}</p>
                <p className="hv-klein hv-zacht">
                  {t.bron}: {u.bron}
                  {u.gebeurdOp ? ` · ${t.gebeurd} ${gebeurd(u.gebeurdOp, nu)}` : ''} ·{' '}
                  {datum(u.vastgelegdOp, { kort: true })}
                </p>
                {u.wederhoor.map((w) => (
                  <p key={`${w.door}${w.reactie}`} className="hv-contract__wederhoor hv-regels">
                    <span className="hv-sterk">
                      {t.wederhoor} {w.door}
                      {w.oneens ? ` (${t.oneens})` : ''}:
                    </span>{' '}
                    {w.reactie}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ul>
      ) : (
        niets
      );
    case 'beoordeling': {
      const b = g.beoordeling;
      return b ? (
        <Gegevens
          lijst={[
            { naam: t.besluit, waarde: woord(BESLUITEN, b.besluit) },
            { naam: t.toelichting, waarde: <span className="hv-regels">{b.besluitReden}</span> },
            { naam: t.vraagAcuut, waarde: antwoord(b.acuut, b.acuutArgument) },
            { naam: t.vraagStructureel, waarde: antwoord(b.structureel, b.structureelArgument) },
            { naam: t.vraagMulti, waarde: antwoord(b.multiprobleem, b.multiprobleemArgument) },
            { naam: t.vastgesteld, waarde: datum(b.vastgesteldOp) },
          ]}
        />
      ) : (
        niets
      );
    }
    case 'veiligheidsvoorwaarden':
      return g.veiligheidsvoorwaarden?.length ? (
        <ul className="hv-contract__punten">
          {g.veiligheidsvoorwaarden.map((v) => (
            <li key={v.gesteldOp + v.tekst}>
              {v.tekst}{' '}
              <span className="hv-zacht">
                ({t.voor} {v.voor}, {datum(v.gesteldOp, { kort: true })})
              </span>
            </li>
          ))}
        </ul>
      ) : (
        niets
      );
    case 'veiligheidscijfers':
      return g.veiligheidscijfers?.length ? (
        <ul className="hv-lijst-kaal">
          {g.veiligheidscijfers.map((c) => (
            <li key={c.op + c.over + c.scorer} className="hv-contract__cijfer">
              <span className="hv-contract__getal hv-getal">{c.cijfer}</span>
              <span>
                {t.over} {c.over}, {c.scorer}, {datum(c.op, { kort: true })}: {c.waarom}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        niets
      );
    case 'veiligheidscontroles':
      return g.veiligheidscontroles?.length ? (
        <ul className="hv-contract__punten">
          {g.veiligheidscontroles.map((c) => (
            <li key={c.op}>
              {datum(c.op, { kort: true })}: {woord(CONTROLE_UITKOMSTEN, c.uitkomst)} ({c.met}).{' '}
              {c.toelichting}
            </li>
          ))}
        </ul>
      ) : (
        niets
      );
  }
}

function geboren(p: {
  geboortejaar: number | null;
  geboortemaand: number | null;
  geboortedag: number | null;
}): string | undefined {
  if (p.geboortejaar === null) return undefined;
  const twee = (n: number) => String(n).padStart(2, '0');
  const jaar = String(p.geboortejaar).padStart(4, '0');
  if (p.geboortemaand === null) return jaar;
  return p.geboortedag === null
    ? `${jaar}-${twee(p.geboortemaand)}`
    : `${jaar}-${twee(p.geboortemaand)}-${twee(p.geboortedag)}`;
}

/** What is shown again after an answer. */
const ververs = (o: OverdrachtAntwoord) => [
  ['overdracht', o.id],
  ['overdrachten'],
  ['ik'],
  ['werk'],
  ['casus'],
  ['casussen'],
];

/** Someone answered before us: the page shows what is now, behind the words that say so. */
function useNaConflict(o: OverdrachtAntwoord): (p: ApiProbleem) => void {
  const client = useQueryClient();
  return (p) => {
    if (p.status === 409) for (const queryKey of ververs(o)) void client.invalidateQueries({ queryKey });
  };
}

function Aannemen({ o, open, onSluit }: { o: OverdrachtAntwoord; open: boolean; onSluit: () => void }) {
  const t = useTeksten(woorden);
  const ik = useIk();
  const [gekozen, setGekozen] = useState<string>();
  const collegas = useLees<MedewerkerAntwoord[]>(
    ['medewerkers', o.naar.id],
    `/organisaties/${o.naar.id}/medewerkers`,
    { aan: open },
  );
  const kunnen = (collegas.data ?? []).filter((m) => REGISSEUR_FUNCTIES.includes(m.functie));
  const regisseurId = gekozen ?? ik.medewerker.id;
  const doe = useDoe<{ regisseurId: string }, OverdrachtAntwoord>(`/overdrachten/${o.id}/aanvaarding`, {
    ververs: ververs(o),
    naFout: useNaConflict(o),
    naSucces: () => {
      onSluit();
      toonToast({ tekst: t.aanKlaar });
    },
  });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={t.aanTitel}
      bewaar={t.neemAan}
      onBewaar={() => doe.mutate({ regisseurId })}
      doe={doe}
    >
      <p className="nl-paragraph">{t.aanUitleg(o.naar.naam)}</p>
      <Keuzelijst
        name="regisseurId"
        label={t.wieRegisseur}
        hulp={t.regisseurHulp}
        leeg={false}
        value={regisseurId}
        onChange={(e) => setGekozen(e.target.value)}
        opties={[
          { waarde: ik.medewerker.id, label: t.ik(ik.medewerker.naam) },
          ...kunnen.filter((m) => m.id !== ik.medewerker.id).map((m) => ({ waarde: m.id, label: m.naam })),
        ]}
      />
    </Formulierdialoog>
  );
}

function MetReden({
  pad,
  o,
  open,
  onSluit,
  titel,
  label,
  hulp,
  knop,
  klaar,
}: {
  pad: string;
  o: OverdrachtAntwoord;
  open: boolean;
  onSluit: () => void;
  titel: string;
  label: string;
  hulp?: string | undefined;
  knop: string;
  klaar: string;
}) {
  const t = useTeksten(woorden);
  const [reden, setReden] = useState('');
  const doe = useDoe<{ reden: string }, OverdrachtAntwoord>(pad, {
    ververs: ververs(o),
    naFout: useNaConflict(o),
    naSucces: () => {
      onSluit();
      toonToast({ tekst: klaar });
    },
  });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={titel}
      bewaar={knop}
      onBewaar={() => doe.mutate({ reden })}
      uit={reden.trim() === ''}
      waaromNiet={t.redenNodig}
      doe={doe}
    >
      <Tekstvak
        name="reden"
        label={label}
        hulp={hulp}
        verplicht
        maxLength={2000}
        value={reden}
        onChange={(e) => setReden(e.target.value)}
      />
    </Formulierdialoog>
  );
}
