// SPDX-License-Identifier: EUPL-1.2
// One melding, whole: what was said, about whom, by whom, what is doubtful, and where it goes on.
import { useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import {
  AANVULLEND,
  AARD,
  DUUR,
  GEMEENTEN,
  KINDCHECK,
  MELDER_GROEP,
  ROL,
  UITSPRAAK_SOORT,
  woord,
} from '../../kern/lijsten.ts';
import { type ApiProbleem, useDoe, useLees } from '../../web/api.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Gegevens } from '../../web/delen/gegevens.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Persoonskaart } from '../../web/delen/persoonskaart.tsx';
import { Tabel } from '../../web/delen/tabel.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Fout, Lezing } from '../../web/delen/toestand.tsx';
import { Veldmelding } from '../../web/delen/veldmelding.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { useBestaat } from '../../web/routes.ts';
import { getal, teksten, useTeksten } from '../../web/taal.ts';
import { datum, gebeurd, moment } from '../../web/tijd.ts';
import './melding.css';
import type { MeldingDetailType } from './meldingdetail.ts';

const woorden = teksten({
  nl: {
    tab: 'Melding',
    titel: (nr: string) => `Melding ${nr}`,
    ontvangen: (m: string) => `Ontvangen ${m}`,
    kanaal: {
      telefoon: 'per telefoon',
      professional: 'door een professional',
      advies: 'uit een advies',
      jzv: 'van de politie',
    },
    status: {
      ontvangen: 'Wacht op de beoordeling',
      in_beoordeling: 'Wordt beoordeeld',
      beoordeeld: 'Beoordeeld',
      ingetrokken: 'Ingetrokken',
    },
    acuut: 'Acuut gevaar gemeld',
    zicht: (o: string) => `Zicht: ${o}`,
    casus: (nr: string) => `Casus ${nr}`,
    beoordeling: 'Naar de beoordeling',
    radar: 'Wat de radar vond',
    wat: 'Wat er gebeurde',
    nu: 'Wat er nu gebeurt',
    aard: 'Aard van het geweld',
    aanvullend: 'Wat er nog meer speelt',
    duur: 'Hoelang al',
    kindcheck: 'Kinderen',
    gemeente: 'Gemeente',
    geenAard: 'nog niet bekend',
    van: (b: string) => `van ${b}`,
    afgeschermd: 'Afgeschermd: kan naar de melder leiden',
    wie: 'Over wie het gaat',
    melder: 'Wie meldde',
    melderMerk: 'Alleen zichtbaar voor Veilig Thuis',
    bekend: 'Mag het gezin dit weten?',
    bekendZo: {
      open: 'Ja',
      anoniem_voor_gezin: 'Nee, alleen Veilig Thuis weet wie meldt',
      anoniem: 'Nee, en ook Veilig Thuis weet het niet',
    },
    grond: 'Waarom niet',
    groep: 'Soort melder',
    rol: 'Relatie of functie',
    naam: 'Naam',
    contact: 'Bereikbaar op',
    registratie: 'Nummer van de politie',
    eerder: 'Eerdere betrokkenheid',
    betrokkenheid: {
      'niet ingedeeld': 'nog niet bekend',
      'eerste melding': 'eerste melding',
      'hermelding, één bekend': 'hermelding, één bekend',
      'hermelding, meerdere bekend': 'hermelding, meerdere bekend',
      'vervolgmelding tijdens veiligheidsbeoordeling': 'vervolgmelding tijdens de beoordeling',
      'vervolgmelding na veiligheidsbeoordeling': 'vervolgmelding na de beoordeling',
      'vervolgmelding tijdens monitoring': 'vervolgmelding tijdens de monitoring',
    },
    twijfel: 'Hier is twijfel over',
    geboren: (d: string) => `Geboren: ${d}`,
    bsn: (nr: string) => `BSN: ${nr}`,
    bericht: {
      afwijkend: 'De politie stuurde dit nummer nog een keer, met een andere inhoud',
      wijziging: 'De politie wijzigde deze melding',
      intrekking: 'De politie trok deze melding in',
    },
    watNu: {
      afwijkend:
        'De melding is niet gewijzigd. Kijk of dit bij deze melding hoort. Weet u het niet, bel dan de politie.',
      wijziging: 'Wat nieuw is, staat bij de melding. Wat er eerst stond, staat er nog.',
      intrekking:
        'De melding blijft staan. Beslis zelf wat er met de zorg gebeurt, en bel zo nodig de politie.',
    },
    onbezorgd: (m: string) => `Nog niet bij de politie aangekomen sinds ${m}`,
    onbezorgdUitleg:
      'Wat Veilig Thuis besloot, weet de politie nog niet. Houvast blijft het proberen. Is er haast, bel dan de politie.',
    verschil: 'Wat er anders is',
    veld: 'Veld in het bericht',
    eerst: 'Stond er',
    daarna: 'Staat er nu',
    niets: 'niets',
    verborgen: 'anders, niet te zien: geheim adres',
    bestanden: 'Bestanden',
    geenBestand: 'Er zijn geen bestanden bij deze melding.',
    voegToe: 'Voeg een bestand toe',
    soorten: 'PDF, PNG of JPEG, hoogstens 10 MB.',
    teGroot: 'Dit bestand is groter dan 10 MB. Er is niets verstuurd.',
    toegevoegd: 'Het bestand is toegevoegd.',
    grootte: (kb: string) => `${kb} kB`,
    open: 'Open',
    wieMag: 'Alleen medewerkers van het Veilig Thuis dat de melding kreeg.',
  },
  en: {
    tab: 'Report',
    titel: (nr: string) => `Report ${nr}`,
    ontvangen: (m: string) => `Received ${m}`,
    kanaal: {
      telefoon: 'by telephone',
      professional: 'by a professional',
      advies: 'out of an advice',
      jzv: 'from the police',
    },
    status: {
      ontvangen: 'Waits for the assessment',
      in_beoordeling: 'Being assessed',
      beoordeeld: 'Assessed',
      ingetrokken: 'Withdrawn',
    },
    acuut: 'Acute danger reported',
    zicht: (o: string) => `Zicht: ${o}`,
    casus: (nr: string) => `Case ${nr}`,
    beoordeling: 'To the assessment',
    radar: 'What the radar found',
    wat: 'What happened',
    nu: 'What is happening now',
    aard: 'Kind of violence',
    aanvullend: 'What else is going on',
    duur: 'For how long',
    kindcheck: 'Children',
    gemeente: 'Municipality',
    geenAard: 'not known yet',
    van: (b: string) => `from ${b}`,
    afgeschermd: 'Shielded: may lead to the reporter',
    wie: 'Who it is about',
    melder: 'Who reported',
    melderMerk: 'Only visible to Veilig Thuis',
    bekend: 'May the family know?',
    bekendZo: {
      open: 'Yes',
      anoniem_voor_gezin: 'No, only Veilig Thuis knows who reports',
      anoniem: 'No, and Veilig Thuis does not know either',
    },
    grond: 'Why not',
    groep: 'Kind of reporter',
    rol: 'Relation or function',
    naam: 'Name',
    contact: 'To be reached at',
    registratie: 'Number of the police',
    eerder: 'Earlier involvement',
    betrokkenheid: {
      'niet ingedeeld': 'not known yet',
      'eerste melding': 'first report',
      'hermelding, één bekend': 'repeat report, one known',
      'hermelding, meerdere bekend': 'repeat report, several known',
      'vervolgmelding tijdens veiligheidsbeoordeling': 'follow-up report during the assessment',
      'vervolgmelding na veiligheidsbeoordeling': 'follow-up report after the assessment',
      'vervolgmelding tijdens monitoring': 'follow-up report during monitoring',
    },
    twijfel: 'There is doubt about this',
    geboren: (d: string) => `Born: ${d}`,
    bsn: (nr: string) => `BSN: ${nr}`,
    bericht: {
      afwijkend: 'The police sent this number once more, with other content',
      wijziging: 'The police changed this report',
      intrekking: 'The police withdrew this report',
    },
    watNu: {
      afwijkend:
        'The report was not changed. See whether this belongs to it. If you are not sure, call the police.',
      wijziging: 'What is new stands with the report. What stood there before is still there.',
      intrekking: 'The report stays. Decide what happens with the worry, and call the police if needed.',
    },
    onbezorgd: (m: string) => `Has not reached the police since ${m}`,
    onbezorgdUitleg:
      'The police do not know yet what Veilig Thuis decided. Houvast keeps trying. If it is urgent, call the police.',
    verschil: 'What is different',
    veld: 'Field in the message',
    eerst: 'It said',
    daarna: 'It says now',
    niets: 'nothing',
    verborgen: 'different, not to be seen: secret address',
    bestanden: 'Files',
    geenBestand: 'There are no files with this report.',
    voegToe: 'Add a file',
    soorten: 'PDF, PNG or JPEG, 10 MB at most.',
    teGroot: 'This file is larger than 10 MB. Nothing was sent.',
    toegevoegd: 'The file was added.',
    grootte: (kb: string) => `${kb} kB`,
    open: 'Open',
    wieMag: 'Only workers of the Veilig Thuis that received the report.',
  },
});

const HOOGSTENS = 10 * 1024 * 1024;
const uit = (woordenboek: Readonly<Record<string, string>>, code: string) => woordenboek[code] ?? code;

/** `/meldingen/$id` */
export function MeldingPagina() {
  const t = useTeksten(woorden);
  const { id = '' } = useParams({ strict: false });
  const vraag = useLees<MeldingDetailType>(['melding', id], `/meldingen/${id}`);
  return (
    <Lezing vraag={vraag} vorm="kaart" heel wieMag={t.wieMag}>
      {(m) => <Melding m={m} />}
    </Lezing>
  );
}

function Melding({ m }: { m: MeldingDetailType }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  const bestaat = useBestaat();
  const bijMoment = m.twijfels.filter((x) => x.veld === 'gebeurdOp');
  const elders = m.twijfels.filter((x) => x.veld !== 'gebeurdOp');
  const soorten = UITSPRAAK_SOORT.filter((s) => m.uitspraken.some((u) => u.soort === s.code));
  return (
    <>
      <Paginakop
        titel={t.titel(m.nummer)}
        tab={t.tab}
        terug={
          bestaat('/casussen/$id')
            ? { naar: `/casussen/${m.casus.id}`, label: t.casus(m.casus.nummer) }
            : undefined
        }
        onder={
          <>
            {m.acuut ? <Merk soort="acuut">{t.acuut}</Merk> : null}
            <Merk
              soort={m.status === 'beoordeeld' ? 'klaar' : m.status === 'ingetrokken' ? 'dicht' : 'wacht'}
            >
              {uit(t.status, m.status)}
            </Merk>
            <span>
              {t.ontvangen(moment(m.ontvangenOp, nu))}, {uit(t.kanaal, m.kanaal)}
            </span>
            {m.casus.houder ? <Merk soort="zicht">{t.zicht(m.casus.houder)}</Merk> : null}
          </>
        }
        acties={
          <>
            {m.beoordelingId && bestaat('/beoordelingen/$id') ? (
              <Link alsKnop="hoofd" naar={`/beoordelingen/${m.beoordelingId}`}>
                {t.beoordeling}
              </Link>
            ) : null}
            {bestaat('/radar/$id') ? (
              <Link alsKnop="gewoon" naar={`/radar/${m.id}`}>
                {t.radar}
              </Link>
            ) : null}
          </>
        }
      />
      <div className="hv-stapel hv-ruim">
        <Bericht soort="weet" titel={`${t.eerder}: ${uit(t.betrokkenheid, m.betrokkenheid)}`}>
          <span lang="nl">{m.betrokkenheidUitleg}</span>
        </Bericht>
        {elders.length > 0 ? (
          <Bericht soort="let-op" titel={t.twijfel}>
            <ul className="hv-opsomming">
              {elders.map((x) => (
                <li key={x.veld + x.reden}>{x.reden}</li>
              ))}
            </ul>
          </Bericht>
        ) : null}
        {m.berichten.map((b) => (
          <Bericht
            key={b.soort + b.ontvangenOp}
            soort={b.soort === 'wijziging' ? 'weet' : 'let-op'}
            titel={`${uit(t.bericht, b.soort)} (${moment(b.ontvangenOp, nu)})`}
          >
            {uit(t.watNu, b.soort)}
            {b.verschillen.length > 0 ? <Verschillen lijst={b.verschillen} /> : null}
          </Bericht>
        ))}
        {m.uitkomstOnbezorgdSinds ? (
          <Bericht soort="let-op" titel={t.onbezorgd(moment(m.uitkomstOnbezorgdSinds, nu))}>
            {t.onbezorgdUitleg}
          </Bericht>
        ) : null}
        <div className="hv-hoofd-zij">
          <section className="hv-stapel hv-ruim" aria-labelledby="m-wat">
            <Kop niveau={2} id="m-wat">
              {t.wat}
            </Kop>
            {m.acuut && m.acuutToelichting ? (
              <div className="hv-mld-nu">
                <Kop niveau={3}>{t.nu}</Kop>
                <p className="nl-paragraph hv-regels">{m.acuutToelichting}</p>
              </div>
            ) : null}
            {bijMoment.map((x) => (
              <Veldmelding key={x.reden} soort="let-op">
                {x.reden}
              </Veldmelding>
            ))}
            {soorten.map((s) => (
              <div key={s.code} className="hv-stapel hv-krap">
                <Kop niveau={3}>{s[taal]}</Kop>
                <ul className="hv-lijst-kaal hv-mld-terug">
                  {m.uitspraken
                    .filter((u) => u.soort === s.code)
                    .map((u) => (
                      <li key={u.id}>
                        <p className="hv-mld-terug__tekst hv-regels">{u.tekst}</p>
                        <p className="hv-klein hv-zacht">
                          {[t.van(u.bron), u.gebeurdOp ? gebeurd(u.gebeurdOp, nu) : '']
                            .filter(Boolean)
                            .join(' · ')}
                        </p>
                        {u.afgeschermd ? <Merk soort="geheim">{t.afgeschermd}</Merk> : null}
                      </li>
                    ))}
                </ul>
              </div>
            ))}
            <Gegevens
              lijst={[
                { naam: t.aard, waarde: m.aard.map((a) => woord(AARD, a, taal)).join(', ') || t.geenAard },
                ...(m.aanvullend.length > 0
                  ? [
                      {
                        naam: t.aanvullend,
                        waarde: m.aanvullend.map((a) => woord(AANVULLEND, a, taal)).join(', '),
                      },
                    ]
                  : []),
                { naam: t.duur, waarde: woord(DUUR, m.duur, taal) },
                {
                  naam: t.kindcheck,
                  waarde: [woord(KINDCHECK, m.kindcheck, taal), m.kindcheckToelichting ?? '']
                    .filter(Boolean)
                    .join('. '),
                },
                {
                  naam: t.gemeente,
                  waarde: m.gemeentecode ? woord(GEMEENTEN, m.gemeentecode, taal) : null,
                },
                ...(m.registratienummer ? [{ naam: t.registratie, waarde: m.registratienummer }] : []),
              ]}
            />
            <Bestanden m={m} />
          </section>
          <div className="hv-stapel hv-ruim">
            <section className="hv-stapel hv-krap" aria-labelledby="m-wie">
              <Kop niveau={2} id="m-wie">
                {t.wie}
              </Kop>
              {m.personen.map((p) => (
                <Persoonskaart
                  key={p.vermeldingId}
                  naam={p.naam}
                  leeftijd={p.leeftijd ?? undefined}
                  rollen={[woord(ROL, p.rol, taal), ...(p.relatie ? [p.relatie] : [])]}
                  geheimAdres={p.geheimAdres}
                  adres={p.adres ?? undefined}
                >
                  {p.geboren || p.bsn ? (
                    <p className="hv-klein hv-zacht">
                      {[p.geboren ? t.geboren(datum(p.geboren)) : '', p.bsn ? t.bsn(p.bsn) : '']
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  ) : null}
                  {p.twijfels.map((x) => (
                    <Veldmelding key={x.veld + x.reden} soort="let-op">
                      {x.reden}
                    </Veldmelding>
                  ))}
                </Persoonskaart>
              ))}
            </section>
            <section className="hv-stapel hv-deel hv-mld-smal" aria-labelledby="m-melder">
              <Kop niveau={2} id="m-melder">
                {t.melder}
              </Kop>
              {m.melder.bekend === 'open' ? null : <Merk soort="geheim">{t.melderMerk}</Merk>}
              <Gegevens
                lijst={[
                  { naam: t.bekend, waarde: uit(t.bekendZo, m.melder.bekend) },
                  ...(m.melder.grond ? [{ naam: t.grond, waarde: m.melder.grond }] : []),
                  { naam: t.groep, waarde: woord(MELDER_GROEP, m.melder.groep, taal) },
                  ...(m.melder.bekend === 'anoniem'
                    ? []
                    : [
                        { naam: t.naam, waarde: m.melder.naam },
                        {
                          naam: t.contact,
                          waarde: [m.melder.telefoon, m.melder.email].filter(Boolean).join(', ') || null,
                        },
                      ]),
                  { naam: t.rol, waarde: m.melder.rol },
                ]}
              />
            </section>
          </div>
        </div>
      </div>
    </>
  );
}

/** What a later message says otherwise, field by field. */
function Verschillen({ lijst }: { lijst: MeldingDetailType['berichten'][number]['verschillen'] }) {
  const t = useTeksten(woorden);
  return (
    <details>
      <summary>{t.verschil}</summary>
      <Tabel
        bijschrift={t.verschil}
        bijschriftVerborgen
        rijen={lijst}
        sleutel={(v) => v.veld}
        kolommen={[
          { id: 'veld', kop: t.veld, rijkop: true, cel: (v) => v.veld },
          { id: 'eerst', kop: t.eerst, cel: (v) => (v.afgeschermd ? t.verborgen : (v.eerder ?? t.niets)) },
          { id: 'nu', kop: t.daarna, cel: (v) => (v.afgeschermd ? t.verborgen : (v.nu ?? t.niets)) },
        ]}
      />
    </details>
  );
}

function Bestanden({ m }: { m: MeldingDetailType }) {
  const t = useTeksten(woorden);
  const kies = useRef<HTMLInputElement>(null);
  const [teGroot, setTeGroot] = useState(false);
  const voegToe = useDoe<File>(`/meldingen/${m.id}/bijlagen`, {
    ververs: [['melding', m.id]],
    naSucces: () => toonToast({ tekst: t.toegevoegd }),
  });
  const probleem: ApiProbleem | null = voegToe.error;
  return (
    <section className="hv-stapel hv-deel" aria-labelledby="m-bestanden">
      <Kop niveau={2} id="m-bestanden">
        {t.bestanden}
      </Kop>
      {m.bijlagen.length === 0 ? (
        <p className="nl-paragraph hv-zacht">{t.geenBestand}</p>
      ) : (
        <ul className="hv-lijst-kaal hv-stapel hv-krap">
          {m.bijlagen.map((b) => (
            <li key={b.id} className="hv-rij">
              <Link naar={`/api/v1/meldingen/${m.id}/bijlagen/${b.id}`} icoon="document" download>
                {b.naam}
              </Link>
              <span className="hv-zacht hv-klein">
                {t.grootte(getal(Math.max(1, Math.round(b.grootte / 1024))))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {probleem ? <Fout probleem={probleem} /> : null}
      {teGroot ? <Veldmelding soort="fout">{t.teGroot}</Veldmelding> : null}
      <div className="hv-rij hv-geen-print" hidden={m.casus.eigenDossier}>
        <input
          ref={kies}
          type="file"
          className="hv-verborgen"
          tabIndex={-1}
          aria-label={t.voegToe}
          accept="application/pdf,image/png,image/jpeg"
          onChange={(e) => {
            const bestand = e.target.files?.[0];
            e.target.value = '';
            if (!bestand) return;
            setTeGroot(bestand.size > HOOGSTENS);
            if (bestand.size <= HOOGSTENS) voegToe.mutate(bestand);
          }}
        />
        <Knop icoon="plus" bezig={voegToe.isPending} onClick={() => kies.current?.click()}>
          {t.voegToe}
        </Knop>
        <span className="hv-klein hv-zacht">{t.soorten}</span>
      </div>
    </section>
  );
}
