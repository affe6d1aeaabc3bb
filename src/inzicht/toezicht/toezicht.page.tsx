// SPDX-License-Identifier: EUPL-1.2
// Oversight: what asks the privacy officer's attention first. Uses of the noodknop, unusual patterns, refusals.
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { NoodtoegangLijstAntwoord } from '../../kern/toegang/noodtoegang.api.ts';
import { NOODDOELEN, NOODOORDELEN } from '../../kern/toegang/toegang.ts';
import type { BelangenAntwoord } from '../../keten/radar/belang.api.ts';
import { Belanglijst, useBelangen, wachtOpBesluit } from '../../keten/radar/belang.page.tsx';
import { useDoe, useLees } from '../../web/api.ts';
import { Formulierdialoog, useWaarden } from '../../web/delen/formulierdialoog.tsx';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { useFunctienaam } from '../../web/functiewoorden.ts';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { aantal, teksten, useTeksten } from '../../web/taal.ts';
import { datum, moment, relatief } from '../../web/tijd.ts';
import type { ToezichtAntwoord, ToezichtMedewerkersAntwoord } from './toezicht.api.ts';
import { GRENZEN, PATRONEN, zinVan } from './toezicht.ts';
import './toezicht.css';

const woorden = teksten({
  nl: {
    titel: 'Toezicht',
    inleiding:
      'Wie keek, wanneer, als wat en waarom. U ziet het nummer van een casus, en nooit wat erin staat.',
    wacht: 'Wat op u wacht',
    wachtNiets: 'Er wacht nu niets op u.',
    wachtNood: (n: number) =>
      aantal(n, 'keer de noodknop om na te kijken', 'keer de noodknop om na te kijken'),
    wachtBuiten: (n: number) =>
      aantal(n, 'medewerker blijft erbuiten: u beslist', 'medewerkers blijven erbuiten: u beslist'),
    wachtSignalen: (n: number) =>
      aantal(n, 'opvallende blik om te bekijken', 'opvallende blikken om te bekijken'),
    sinds: (d: string) => `sinds ${d}`,
    beslis: 'Wie blijft erbuiten: u beslist',
    beslisUitleg:
      'Waar deze medewerkers werken is geen teamleider die dit kan. Klopt het, spreek dan met de organisatie af wie het werk doet. Klopt het niet, laat de medewerker dan weer toe.',
    nood: 'Gebruik van de noodknop',
    noodOpen: (n: number) => aantal(n, 'keer na te kijken', 'keer na te kijken'),
    noodNiets: 'Geen gebruik van de noodknop om na te kijken',
    noodNietsUitleg: 'Gebruikt iemand de noodknop, dan staat dat meteen hier.',
    eerder: (n: number) => `Eerder nagekeken (${n})`,
    casus: (n: string) => `casus ${n}`,
    verzegeld: 'een verzegelde casus',
    kijkNa: 'Kijk na',
    watKeek: 'Wat deze medewerker bekeek',
    oordeel: 'Was dit gebruik terecht?',
    bevinding: 'Wat vond u?',
    bevindingHulp: 'De medewerker leest dit, en wie bij de casus betrokken is ook. Het oordeel blijft staan.',
    leg: 'Leg vast',
    oordeelNodig: 'Kies of het terecht was, en schrijf op wat u vond.',
    nagekeken: 'Het oordeel is vastgelegd.',
    doel: (d: string) => `Doel: ${d}`,
    signalen: 'Wat opvalt',
    signalenUitleg: (d: number) =>
      `In de laatste ${d} dagen. Een opvallende blik is geen fout: vraag ernaar, en leg vast wat eruit kwam.`,
    signalenNiets: 'Er valt niets op',
    signalenNietsUitleg: 'Wat aan een van de regels hiernaast voldoet, komt hier.',
    gezien: 'Gezien',
    gezienTitel: 'Wat kwam eruit?',
    notitie: 'Notitie',
    notitieHulp: 'Bijvoorbeeld wie u sprak, en wat de uitleg was.',
    notitieNodig: 'Schrijf op wat eruit kwam.',
    isGezien: 'Vastgelegd dat u het hebt gezien.',
    alGezien: (n: number) => `Eerder gezien (${n})`,
    gezienDoor: (wie: string, d: string) => `${wie}, ${d}:`,
    weigeringen: 'Geweigerd',
    weigeringenUitleg: 'Wat iemand probeerde en niet mocht. Vaak een oude link; soms meer.',
    weigeringenNiets: 'Er werd niets geweigerd.',
    geweigerd: (n: number, o: number) =>
      `${aantal(n, 'keer', 'keer')}, bij ${aantal(o, 'ding', 'verschillende dingen')}`,
    zoek: 'Zoek zelf',
    inCasus: 'Wie keek in een casus?',
    vanMedewerker: 'Wat bekeek een medewerker?',
    kies: 'Kies een medewerker',
    naar: 'Toon',
    overzicht: 'Overzicht voor een betrokkene',
    regels: 'Zo kijkt Houvast',
    regelsUitleg: 'Geen score, alleen feiten. De grenzen: bron onbekend, standaardwaarde.',
    buiten: 'Wie blijft erbuiten',
    wieMag: 'De functionaris gegevensbescherming.',
  },
  en: {
    titel: 'Oversight',
    inleiding: 'Who looked, when, as what and why. You see the number of a case, and never what is in it.',
    wacht: 'What waits for you',
    wachtNiets: 'Nothing waits for you now.',
    wachtNood: (n: number) => aantal(n, 'use of the noodknop to review', 'uses of the noodknop to review'),
    wachtBuiten: (n: number) =>
      aantal(n, 'worker is kept out: you decide', 'workers are kept out: you decide'),
    wachtSignalen: (n: number) => aantal(n, 'unusual look to see', 'unusual looks to see'),
    sinds: (d: string) => `since ${d}`,
    beslis: 'Who is kept out: you decide',
    beslisUitleg:
      'Where these workers work there is no team leader who can do this. When it is right, agree with the organisation on who does the work. When it is not, let the worker in again.',
    nood: 'Uses of the noodknop',
    noodOpen: (n: number) => aantal(n, 'time to review', 'times to review'),
    noodNiets: 'No use of the noodknop to review',
    noodNietsUitleg: 'When someone uses the noodknop, it stands here at once.',
    eerder: (n: number) => `Reviewed before (${n})`,
    casus: (n: string) => `case ${n}`,
    verzegeld: 'a sealed case',
    kijkNa: 'Review',
    watKeek: 'What this worker looked at',
    oordeel: 'Was this use justified?',
    bevinding: 'What did you find?',
    bevindingHulp: 'The worker reads this, and so does whoever is involved in the case. The word stands.',
    leg: 'Record',
    oordeelNodig: 'Choose whether it was justified, and write down what you found.',
    nagekeken: 'The word is recorded.',
    doel: (d: string) => `Purpose: ${d}`,
    signalen: 'What stands out',
    signalenUitleg: (d: number) =>
      `In the last ${d} days. A look that stands out is no offence: ask about it, and record what came of it.`,
    signalenNiets: 'Nothing stands out',
    signalenNietsUitleg: 'What one of the rules beside this finds comes here.',
    gezien: 'Seen',
    gezienTitel: 'What came of it?',
    notitie: 'Note',
    notitieHulp: 'For example whom you spoke, and what the explanation was.',
    notitieNodig: 'Write down what came of it.',
    isGezien: 'Recorded that you have seen it.',
    alGezien: (n: number) => `Seen before (${n})`,
    gezienDoor: (wie: string, d: string) => `${wie}, ${d}:`,
    weigeringen: 'Refused',
    weigeringenUitleg: 'What someone tried and was not allowed. Often an old link; sometimes more.',
    weigeringenNiets: 'Nothing was refused.',
    geweigerd: (n: number, o: number) =>
      `${aantal(n, 'time', 'times')}, at ${aantal(o, 'thing', 'different things')}`,
    zoek: 'Look for yourself',
    inCasus: 'Who looked into a case?',
    vanMedewerker: 'What did a worker look at?',
    kies: 'Choose a worker',
    naar: 'Show',
    overzicht: 'Overview for a person concerned',
    regels: 'How Houvast looks',
    regelsUitleg: 'No score, facts only. The thresholds: source unknown, default.',
    buiten: 'Who is kept out',
    wieMag: 'The data protection officer.',
  },
});

type Gebruik = NoodtoegangLijstAntwoord['noodtoegang'][number];
type Signaal = ToezichtAntwoord['signalen'][number];

/** `/toezicht` */
export function ToezichtPagina() {
  const t = useTeksten(woorden);
  const vraag = useLees<ToezichtAntwoord>(['toezicht', 'begin'], '/toezicht');
  // asked at once and not one after the other: what waits stands on top, and must not push away what one reads
  const nood = useNoodtoegang();
  const belangen = useBelangen();
  return (
    <>
      <Paginakop titel={t.titel} tab={t.titel} />
      <Lezing vraag={vraag} vorm="lijst" wieMag={t.wieMag}>
        {(toezicht) => (
          <div className="hv-hoofd-zij">
            <div className="hv-stapel hv-ruim">
              <p className="nl-paragraph hv-lopend">{t.inleiding}</p>
              <section aria-labelledby="wacht" className="hv-stapel hv-krap">
                <Kop niveau={2} id="wacht">
                  {t.wacht}
                </Kop>
                <Lezing vraag={nood} vorm="lijst" rijen={3}>
                  {({ noodtoegang }) => (
                    <Lezing vraag={belangen} vorm="lijst" rijen={3}>
                      {(b) => <Wacht signalen={toezicht.signalen} nood={noodtoegang} belangen={b.belangen} />}
                    </Lezing>
                  )}
                </Lezing>
              </section>
              <Noodknop />
              <Beslissingen />
              <Signalen signalen={toezicht.signalen} />
              <Weigeringen weigeringen={toezicht.weigeringen} />
            </div>
            <div className="hv-stapel hv-ruim">
              <Zoek />
              <Regels />
            </div>
          </div>
        )}
      </Lezing>
    </>
  );
}

const useNoodtoegang = () =>
  useLees<NoodtoegangLijstAntwoord>(['noodtoegang', 'alle'], '/noodtoegang?stand=alles');

/** What asks the officer something, and since when; the work itself stands below. */
function Wacht({
  signalen,
  nood,
  belangen,
}: {
  signalen: Signaal[];
  nood: Gebruik[];
  belangen: BelangenAntwoord['belangen'];
}) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const regels = [
    { anker: 'noodknop', zin: t.wachtNood, op: nood.filter((n) => !n.nagekekenOp).map((n) => n.vanafOp) },
    { anker: 'beslis', zin: t.wachtBuiten, op: belangen.filter(wachtOpBesluit).map((b) => b.vanafOp) },
    {
      anker: 'signalen',
      zin: t.wachtSignalen,
      op: signalen.filter((s) => !s.gezien).map((s) => s.gebeurdOp),
    },
  ].filter((r) => r.op.length > 0);
  if (regels.length === 0) return <p className="nl-paragraph">{t.wachtNiets}</p>;
  return (
    <ul className="hv-lijst-kaal">
      {regels.map((r) => (
        <li key={r.anker} className="hv-rij hv-rij--uit hv-toezicht__wacht">
          <a href={`#${r.anker}`} className="nl-link">
            {r.zin(r.op.length)}
          </a>
          <span className="hv-klein hv-zacht">{t.sinds(moment(r.op.sort()[0] ?? '', nu))}</span>
        </li>
      ))}
    </ul>
  );
}

/** Conflicts of interest on which no team leader can decide. */
function Beslissingen() {
  const t = useTeksten(woorden);
  const open = useBelangen().data?.belangen.filter(wachtOpBesluit) ?? [];
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="beslis" className="hv-stapel">
      <Kop niveau={2} id="beslis">
        {t.beslis}
      </Kop>
      <p className="nl-paragraph hv-zacht hv-lopend">{t.beslisUitleg}</p>
      <Belanglijst belangen={open} />
    </section>
  );
}

function Noodknop() {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const [over, setOver] = useState<Gebruik>();
  const f = useWaarden({ oordeel: '', bevinding: '' }, over?.id);
  const vraag = useNoodtoegang();
  const doe = useDoe(`/noodtoegang/${over?.id ?? ''}/nakijken`, {
    ververs: [['noodtoegang'], ['ik']],
    naSucces: () => {
      f.leeg();
      setOver(undefined);
      toonToast({ tekst: t.nagekeken });
    },
  });
  return (
    <section aria-labelledby="noodknop" className="hv-stapel">
      <Lezing vraag={vraag} vorm="lijst" rijen={2}>
        {({ noodtoegang }) => {
          const open = noodtoegang.filter((n) => !n.nagekekenOp);
          const klaar = noodtoegang.filter((n) => n.nagekekenOp);
          return (
            <>
              <div className="hv-rij hv-rij--uit">
                <Kop niveau={2} id="noodknop">
                  {t.nood}
                </Kop>
                {open.length > 0 ? <Merk soort="aandacht">{t.noodOpen(open.length)}</Merk> : null}
              </div>
              {open.length === 0 ? (
                <Leeg titel={t.noodNiets}>{t.noodNietsUitleg}</Leeg>
              ) : (
                <ul className="hv-lijst-kaal hv-toezicht__lijst">
                  {open.map((n, i) => (
                    <Gebruikregel key={n.id} n={n}>
                      <div className="hv-rij">
                        <Knop soort={i === 0 ? 'hoofd' : 'gewoon'} onClick={() => setOver(n)}>
                          {t.kijkNa}
                        </Knop>
                        <Link naar={`/toezicht/medewerkers/${n.medewerkerId}`}>{t.watKeek}</Link>
                      </div>
                    </Gebruikregel>
                  ))}
                </ul>
              )}
              {klaar.length > 0 ? (
                <details>
                  <summary>{t.eerder(klaar.length)}</summary>
                  <ul className="hv-lijst-kaal hv-toezicht__lijst">
                    {klaar.map((n) => (
                      <Gebruikregel key={n.id} n={n}>
                        <p className="hv-klein hv-regels hv-lopend">
                          <span className="hv-sterk">
                            {NOODOORDELEN.find((o) => o.code === n.oordeel)?.[taal]}
                          </span>
                          . {n.bevinding}
                        </p>
                      </Gebruikregel>
                    ))}
                  </ul>
                </details>
              ) : null}
            </>
          );
        }}
      </Lezing>
      <Formulierdialoog
        open={over !== undefined}
        onSluit={() => setOver(undefined)}
        titel={t.oordeel}
        bewaar={t.leg}
        uit={!f.heeft('oordeel', 'bevinding')}
        waaromNiet={t.oordeelNodig}
        doe={doe}
        onBewaar={() => doe.mutate(f.waarden)}
      >
        {over ? (
          <blockquote className="nl-paragraph hv-regels">
            {over.medewerkerNaam}, {over.organisatieNaam}: {over.reden}
          </blockquote>
        ) : null}
        <Keuzerondjes
          name="oordeel"
          label={t.oordeel}
          verplicht
          opties={NOODOORDELEN.map((o) => ({ waarde: o.code, label: o[taal] }))}
          waarde={f.waarden.oordeel}
          onKies={(w) => f.zet({ oordeel: w })}
        />
        <Tekstvak
          {...f.veld('bevinding')}
          label={t.bevinding}
          hulp={t.bevindingHulp}
          verplicht
          maxLength={4000}
        />
      </Formulierdialoog>
    </section>
  );
}

function Gebruikregel({ n, children }: { n: Gebruik; children: ReactNode }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const functie = useFunctienaam(n.functie);
  return (
    <li className="hv-deel hv-stapel hv-krap">
      <div className="hv-rij hv-rij--uit">
        <span>
          <span className="hv-sterk">{n.medewerkerNaam}</span>, {n.organisatieNaam},{' '}
          <span className="hv-getal">{n.casusnummer === null ? t.verzegeld : t.casus(n.casusnummer)}</span>
        </span>
        <span className="hv-klein hv-zacht">{moment(n.vanafOp, nu)}</span>
      </div>
      <p className="nl-paragraph hv-regels hv-lopend">{n.reden}</p>
      <p className="hv-klein hv-zacht">
        {functie} · {t.doel(NOODDOELEN.find((d) => d.code === n.doel)?.[taal] ?? n.doel)}
      </p>
      {children}
    </li>
  );
}

function Signalen({ signalen }: { signalen: Signaal[] }) {
  const t = useTeksten(woorden);
  const [over, setOver] = useState<Signaal>();
  const f = useWaarden({ notitie: '' }, over?.sleutel);
  const doe = useDoe<{ sleutel: string; notitie: string }>('/toezicht/gezien', {
    ververs: [['toezicht', 'begin']],
    naSucces: () => {
      f.leeg();
      setOver(undefined);
      toonToast({ tekst: t.isGezien });
    },
  });
  const open = signalen.filter((s) => !s.gezien);
  const gezien = signalen.filter((s) => s.gezien);
  return (
    <section aria-labelledby="signalen" className="hv-stapel">
      <Kop niveau={2} id="signalen">
        {t.signalen}
      </Kop>
      <p className="nl-paragraph hv-zacht hv-lopend">{t.signalenUitleg(GRENZEN.dagen)}</p>
      {open.length === 0 ? (
        <Leeg titel={t.signalenNiets}>{t.signalenNietsUitleg}</Leeg>
      ) : (
        <ul className="hv-lijst-kaal hv-toezicht__lijst">
          {open.map((s) => (
            <Signaalregel key={s.sleutel} s={s}>
              <div className="hv-rij">
                <Knop onClick={() => setOver(s)}>{t.gezien}</Knop>
                <Link naar={`/toezicht/medewerkers/${s.wie.medewerkerId}`}>{t.watKeek}</Link>
              </div>
            </Signaalregel>
          ))}
        </ul>
      )}
      {gezien.length > 0 ? (
        <details>
          <summary>{t.alGezien(gezien.length)}</summary>
          <ul className="hv-lijst-kaal hv-toezicht__lijst">
            {gezien.map((s) => (
              <Signaalregel key={s.sleutel} s={s}>
                <p className="hv-klein hv-regels hv-lopend">
                  <span className="hv-zacht">
                    {t.gezienDoor(
                      s.gezien?.door ?? '',
                      s.gezien ? datum(s.gezien.gezienOp, { kort: true }) : '',
                    )}
                  </span>{' '}
                  {s.gezien?.notitie}
                </p>
              </Signaalregel>
            ))}
          </ul>
        </details>
      ) : null}
      <Formulierdialoog
        open={over !== undefined}
        onSluit={() => setOver(undefined)}
        titel={t.gezienTitel}
        bewaar={t.leg}
        uit={!f.heeft('notitie')}
        waaromNiet={t.notitieNodig}
        doe={doe}
        onBewaar={() => over && doe.mutate({ sleutel: over.sleutel, notitie: f.waarden.notitie })}
      >
        {over ? <Zin s={over} /> : null}
        <Tekstvak {...f.veld('notitie')} label={t.notitie} hulp={t.notitieHulp} verplicht maxLength={2000} />
      </Formulierdialoog>
    </section>
  );
}

/** The pattern as a sentence with its facts. */
function Zin({ s }: { s: Signaal }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  return (
    <p className="nl-paragraph hv-lopend">
      {zinVan(
        s,
        {
          wie: s.wie.naam,
          casus: s.casusnummer === null ? t.verzegeld : t.casus(s.casusnummer),
          wanneer: relatief(s.gebeurdOp, nu, taal, true),
          gesloten: s.geslotenOp ? datum(s.geslotenOp, { nu }, taal) : '',
        },
        taal,
      )}
    </p>
  );
}

function Signaalregel({ s, children }: { s: Signaal; children: ReactNode }) {
  const functie = useFunctienaam(s.wie.functie);
  return (
    <li className="hv-deel hv-stapel hv-krap">
      <Zin s={s} />
      <p className="hv-klein hv-zacht">
        {functie}, {s.wie.organisatieNaam}
      </p>
      {children}
    </li>
  );
}

function Weigeringen({ weigeringen }: { weigeringen: ToezichtAntwoord['weigeringen'] }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  return (
    <section aria-labelledby="weigeringen" className="hv-stapel">
      <Kop niveau={2} id="weigeringen">
        {t.weigeringen}
      </Kop>
      <p className="nl-paragraph hv-zacht hv-lopend">
        {weigeringen.length === 0 ? t.weigeringenNiets : t.weigeringenUitleg}
      </p>
      <ul className="hv-lijst-kaal hv-toezicht__lijst">
        {weigeringen.map((w) => (
          <li key={w.wie.medewerkerId + w.laatsteOp} className="hv-deel hv-stapel hv-krap">
            <div className="hv-rij hv-rij--uit">
              <span>
                <Link naar={`/toezicht/medewerkers/${w.wie.medewerkerId}`}>{w.wie.naam}</Link>,{' '}
                {w.wie.organisatieNaam}
              </span>
              <span className="hv-klein hv-zacht">{moment(w.laatsteOp, nu)}</span>
            </div>
            <p className="hv-klein hv-zacht">
              {t.geweigerd(w.aantal, w.onderwerpen)} · {w.redenen.join(' ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Zoek() {
  const t = useTeksten(woorden);
  const router = useRouter();
  const [id, setId] = useState('');
  const vraag = useLees<ToezichtMedewerkersAntwoord>(['toezicht', 'medewerkers'], '/toezicht/medewerkers');
  return (
    <section aria-labelledby="zoek" className="hv-stapel hv-toezicht__zoek">
      <Kop niveau={2} id="zoek">
        {t.zoek}
      </Kop>
      <p>
        <Link naar="/toezicht/casus">{t.inCasus}</Link>
      </p>
      <p>
        <Link naar="/toezicht/overzicht">{t.overzicht}</Link>
      </p>
      <p>
        <Link naar="/belangen">{t.buiten}</Link>
      </p>
      <form
        className="hv-stapel hv-krap"
        onSubmit={(e) => {
          e.preventDefault();
          if (id) void router.navigate({ href: `/toezicht/medewerkers/${id}` });
        }}
      >
        <Keuzelijst
          name="medewerker"
          label={t.vanMedewerker}
          leeg={t.kies}
          value={id}
          onChange={(e) => setId(e.target.value)}
          opties={(vraag.data?.medewerkers ?? []).map((m) => ({
            waarde: m.medewerkerId,
            label: m.naam,
            groep: m.organisatieNaam,
          }))}
        />
        <div>
          <Knop type="submit">{t.naar}</Knop>
        </div>
      </form>
    </section>
  );
}

function Regels() {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  return (
    <section aria-labelledby="regels" className="hv-stapel hv-krap">
      <Kop niveau={2} id="regels">
        {t.regels}
      </Kop>
      <p className="hv-klein hv-zacht">{t.regelsUitleg}</p>
      <ul className="hv-klein hv-stapel hv-krap hv-toezicht__regels">
        {PATRONEN.map((p) => (
          <li key={p.code}>{p[taal]}</li>
        ))}
      </ul>
    </section>
  );
}
