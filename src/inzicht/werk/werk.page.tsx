// SPDX-License-Identifier: EUPL-1.2
// The worklist: not records but questions put to me, by when. Home after login.

import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { OpgepaktAntwoord } from '../../kern/termijn/oppakken.api.ts';
import { useGa } from '../../web/adres.ts';
import { api, useDoe, useLees } from '../../web/api.ts';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Lijst } from '../../web/delen/lijst.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { TermijnMerk } from '../../web/delen/termijnmerk.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { useIk } from '../../web/ik.ts';
import { useBestaat } from '../../web/routes.ts';
import { useSneltoetsen } from '../../web/sneltoetsen.ts';
import { aantal, getal, teksten, useTeksten } from '../../web/taal.ts';
import { useTermijndoel } from '../../web/termijndoel.ts';
import { useTermijnwoorden } from '../../web/termijnwoorden.ts';
import type { WerkAntwoord, WerkRegelAntwoord } from './werk.api.ts';
import './werk.css';

type Wiens = WerkAntwoord['wie'];
type Groep = WerkRegelAntwoord['groep'];

const woorden = teksten({
  nl: {
    titel: 'Werk',
    filter: 'Filter op gezin, vraag of organisatie',
    naarFilter: 'Naar het filter',
    van: 'Van wie',
    wie: { mij: 'Van mij', team: 'Van mijn team', organisatie: 'Van iedereen' },
    groep: { nu: 'Nu', vandaag: 'Vandaag', week: 'Deze week', later: 'Later', wacht: 'Wacht op anderen' },
    lijst: 'Wat er op u wacht',
    gevonden: (n: number) => aantal(n, 'vraag', 'vragen'),
    opent: 'Enter opent de bovenste.',
    eerste: (n: number, van: number) => `de eerste ${getal(n)} van ${getal(van)}`,
    acuut: 'Acuut',
    stil: 'Staat stil',
    zicht: (wie: string) => `Zicht: ${wie}`,
    vanNiemand: 'nog van niemand',
    wachtOp: (wie: string) => `Wacht op ${wie}`,
    pak: 'Pak op',
    pakToets: 'Pak de vraag op, of leg haar terug',
    groepToets: 'Werk',
    leg: 'Leg terug',
    gepakt: 'Dit staat nu op uw naam.',
    gelegd: 'Dit is weer van iedereen.',
    mislukt: (reden: string) => `Niet gelukt: ${reden}`,
    gezinOnbekend: 'Gezin nog niet te zien',
    leeg: 'Er wacht niets op u',
    leegUitleg:
      'Hier komen vragen als: beoordeel deze melding, neem deze overdracht aan, hoe is het nu met dit gezin? Met het gezin erbij, en tot wanneer.',
    toonAlles: 'Toon wat van iedereen hier is',
    leegAlles: 'Er wacht hier niets',
    nieuw: 'Nieuwe melding',
    leegFilter: 'Niets gevonden',
    leegFilterUitleg: 'Geen vraag heeft deze woorden. Maak het filter korter, of kijk bij iedereen hier.',
    wieMag: 'Wie met casussen werkt: medewerkers van Veilig Thuis en van lokale teams.',
  },
  en: {
    titel: 'Work',
    filter: 'Filter by family, question or organisation',
    naarFilter: 'To the filter',
    van: 'Whose',
    wie: { mij: 'Mine', team: 'My team’s', organisatie: 'Everyone’s' },
    groep: { nu: 'Now', vandaag: 'Today', week: 'This week', later: 'Later', wacht: 'Waits for others' },
    lijst: 'What waits for you',
    gevonden: (n: number) => aantal(n, 'question', 'questions'),
    opent: 'Enter opens the first.',
    eerste: (n: number, van: number) => `the first ${getal(n)} of ${getal(van)}`,
    acuut: 'Acute',
    stil: 'Stands still',
    zicht: (wie: string) => `Zicht: ${wie}`,
    vanNiemand: 'nobody’s yet',
    wachtOp: (wie: string) => `Waits for ${wie}`,
    pak: 'Take up',
    pakToets: 'Take the question up, or give it back',
    groepToets: 'Work',
    leg: 'Give back',
    gepakt: 'This is on your name now.',
    gelegd: 'This is everyone’s again.',
    mislukt: (reden: string) => `Did not work: ${reden}`,
    gezinOnbekend: 'Family not visible yet',
    leeg: 'Nothing waits for you',
    leegUitleg:
      'Questions come here such as: assess this report, accept this handover, how is it now with this family? With the family, and until when.',
    toonAlles: 'Show what is everyone’s here',
    leegAlles: 'Nothing waits here',
    nieuw: 'New report',
    leegFilter: 'Nothing found',
    leegFilterUitleg: 'No question has these words. Make the filter shorter, or look at everyone here.',
    wieMag: 'Who works with cases: workers of Veilig Thuis and of local teams.',
  },
});

/** What was chosen stays chosen for as long as the window is open: who comes back from a casus finds the same list. */
let gekozen: Wiens = 'mij';

/** `/werk` */
export function WerkPagina() {
  const t = useTeksten(woorden);
  const ik = useIk();
  const bestaat = useBestaat();
  const doel = useTermijndoel();
  const ga = useGa();
  const zeg = useTermijnwoorden();
  const [wie, setWie] = useState<Wiens>(gekozen);
  const [filter, setFilter] = useState('');
  const veld = useRef<HTMLInputElement>(null);
  const vraag = useLees<WerkAntwoord>(['werk', wie], `/werk?wie=${wie}`, { verversMs: 60_000 });
  const kies = (w: Wiens) => {
    gekozen = w;
    setWie(w);
  };

  const ververs = [['werk'], ['ik']];
  const terug = async (termijnId: string, aan: string | null) => {
    await api.post(`/termijnen/${termijnId}/terugleggen`, { aan });
    await vraag.refetch();
  };
  const pak = useDoe<{ id: string }, OpgepaktAntwoord>(({ id }) => `/termijnen/${id}/oppakken`, {
    body: () => ({}),
    ververs,
    naSucces: (uit) =>
      toonToast({ tekst: t.gepakt, ongedaan: () => terug(uit.termijnId, uit.wasVanMedewerkerId) }),
    naFout: (p) => toonToast({ tekst: t.mislukt(p.titel), mislukt: true }),
  });
  const leg = useDoe<{ id: string }, OpgepaktAntwoord>(({ id }) => `/termijnen/${id}/terugleggen`, {
    body: () => ({}),
    ververs,
    naSucces: (uit) =>
      toonToast({
        tekst: t.gelegd,
        ongedaan: async () => {
          await api.post(`/termijnen/${uit.termijnId}/oppakken`, {});
          await vraag.refetch();
        },
      }),
    naFout: (p) => toonToast({ tekst: t.mislukt(p.titel), mislukt: true }),
  });
  const vanMij = (r: WerkRegelAntwoord) => r.eigenaarMedewerkerId === ik.medewerker.id;
  const magPakken = (r: WerkRegelAntwoord) =>
    r.groep !== 'wacht' && (r.eigenaarMedewerkerId === null || vanMij(r));
  const wissel = (r: WerkRegelAntwoord) => (vanMij(r) ? leg : pak).mutate({ id: r.id });

  useSneltoetsen([
    { toets: '/', uitleg: t.naarFilter, groep: t.groepToets, doe: () => veld.current?.focus() },
    {
      toets: 'p',
      uitleg: t.pakToets,
      groep: t.groepToets,
      doe: () => {
        const id = document.activeElement?.closest<HTMLElement>('[data-regel]')?.dataset['regel'];
        const regel = vraag.data?.regels.find((r) => sleutel(r) === id);
        if (regel && magPakken(regel)) wissel(regel);
      },
    },
  ]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: zeg changes with the language, and so does t
  const regels = useMemo(() => {
    const delen = filter.toLocaleLowerCase('nl').split(/\s+/).filter(Boolean);
    const alle = vraag.data?.regels ?? [];
    if (delen.length === 0) return alle;
    return alle.filter((r) => {
      const w = zeg(r.soort, r.soort);
      const tekst = [
        r.aanduiding,
        r.casusNummer,
        w.doe,
        w.vraag,
        r.waarom,
        r.houderNaam,
        r.eigenaarOrganisatieNaam,
        r.eigenaarMedewerkerNaam,
      ]
        .join(' ')
        .toLocaleLowerCase('nl');
      return delen.every((d) => tekst.includes(d));
    });
  }, [vraag.data, filter, t]);

  return (
    <>
      <Paginakop titel={t.titel} tab={t.titel} />
      {vraag.error?.status === 403 ? null : (
        <div className="hv-werkkeuze hv-geen-print">
          <Tekstveld
            label={t.filter}
            type="search"
            ref={veld}
            value={filter}
            onChange={(e) => setFilter(e.target.value)}
            onKeyDown={(e) => {
              // who typed what they look for has it on top
              const eerste = filter.trim() ? regels[0] : undefined;
              if (e.key !== 'Enter' || e.nativeEvent.isComposing || !eerste) return;
              e.preventDefault();
              ga(doel(eerste));
            }}
            spellCheck={false}
          />
          <Keuzerondjes
            name="wie"
            label={t.van}
            labelVerborgen
            opties={(['mij', 'team', 'organisatie'] as const).map((w) => ({ waarde: w, label: t.wie[w] }))}
            waarde={wie}
            onKies={(w) => kies(w as Wiens)}
          />
        </div>
      )}
      <Lezing vraag={vraag} vorm="lijst" rijen={10} wieMag={t.wieMag}>
        {(werk) => {
          if (werk.regels.length === 0)
            return (
              <Leeg
                titel={wie === 'mij' ? t.leeg : t.leegAlles}
                icoon="werk"
                actie={
                  wie !== 'organisatie' ? (
                    <Knop soort="hoofd" onClick={() => kies('organisatie')}>
                      {t.toonAlles}
                    </Knop>
                  ) : bestaat('/meldingen/nieuw') && ik.organisatie.soort === 'veilig_thuis' ? (
                    <Link naar="/meldingen/nieuw" alsKnop="hoofd" icoon="plus">
                      {t.nieuw}
                    </Link>
                  ) : undefined
                }
              >
                {t.leegUitleg}
              </Leeg>
            );
          return (
            <>
              <p className={filter ? 'hv-klein hv-zacht hv-getal' : 'hv-verborgen'} role="status">
                {filter ? `${t.gevonden(regels.length)}. ${regels.length > 0 ? t.opent : ''}` : ''}
              </p>
              {regels.length === 0 ? (
                <Leeg titel={t.leegFilter} icoon="zoek">
                  {t.leegFilterUitleg}
                </Leeg>
              ) : (
                <Lijst
                  label={t.lijst}
                  items={regels}
                  sleutel={sleutel}
                  naar={doel}
                  groep={groepVan}
                  groepkop={(naam, hier) => (
                    <Groepkop groep={naam as Groep} hier={hier} werk={werk} gefilterd={filter !== ''} />
                  )}
                  rijHoogte={68}
                  rij={(r, Rijlink) => (
                    <Rij
                      regel={r}
                      link={
                        <Rijlink>
                          <span
                            className={`hv-werk__doe${r.groep === 'wacht' ? ' hv-werk__doe--wacht' : ''}`}
                          >
                            {r.groep === 'wacht'
                              ? t.wachtOp(r.eigenaarOrganisatieNaam)
                              : zeg(r.soort, r.soort).doe}
                          </span>
                          <span className="hv-verborgen">: {r.aanduiding ?? t.gezinOnbekend}</span>
                        </Rijlink>
                      }
                      actie={
                        magPakken(r) ? (
                          <Knop
                            soort="stil"
                            klein
                            onClick={() => wissel(r)}
                            bezig={
                              (pak.isPending && pak.variables.id === r.id) ||
                              (leg.isPending && leg.variables.id === r.id)
                            }
                          >
                            {vanMij(r) ? t.leg : t.pak}
                            <span className="hv-verborgen">
                              : {zeg(r.soort, r.soort).doe}, {r.aanduiding ?? t.gezinOnbekend}
                            </span>
                          </Knop>
                        ) : null
                      }
                    />
                  )}
                />
              )}
            </>
          );
        }}
      </Lezing>
    </>
  );
}

const sleutel = (r: WerkRegelAntwoord) => `${r.groep === 'wacht' ? 'w' : ''}${r.id}`;
const groepVan = (r: WerkRegelAntwoord) => r.groep;

function Groepkop({
  groep,
  hier,
  werk,
  gefilterd,
}: {
  groep: Groep;
  hier: number;
  werk: WerkAntwoord;
  gefilterd: boolean;
}) {
  const t = useTeksten(woorden);
  const alle = werk.aantallen[groep];
  return (
    <span className="hv-werk__kop">
      {t.groep[groep]}{' '}
      <span className="hv-lijst__aantal">
        {getal(gefilterd ? hier : alle)}
        {!gefilterd && alle >= werk.teltTot ? '+' : ''}
      </span>
      {!gefilterd && alle > hier ? <span className="hv-werk__meer">{t.eerste(hier, alle)}</span> : null}
    </span>
  );
}

function Rij({ regel: r, link, actie }: { regel: WerkRegelAntwoord; link: ReactNode; actie: ReactNode }) {
  const t = useTeksten(woorden);
  const ik = useIk();
  const zeg = useTermijnwoorden();
  const wacht = r.groep === 'wacht';
  const wie =
    wacht || r.eigenaarMedewerkerId === ik.medewerker.id ? '' : (r.eigenaarMedewerkerNaam ?? t.vanNiemand);
  return (
    <div className="hv-werk">
      <div>{link}</div>
      <div className="hv-werk__wat">
        <p className="hv-werk__gezin">
          {r.acuut ? <Merk soort="acuut">{t.acuut}</Merk> : null}
          <span className="hv-sterk">
            <Naam>{r.aanduiding ?? t.gezinOnbekend}</Naam>
          </span>
        </p>
        <p className="hv-werk__waarom" lang={wacht || zeg(r.soort, r.soort).waarom ? undefined : 'nl'}>
          {wacht ? zeg(r.soort, r.soort).vraag : (zeg(r.soort, r.soort).waarom ?? r.waarom)}
          {r.casusNummer ? (
            <>
              {'\u00a0· '}
              <span className="hv-getal hv-heel">{r.casusNummer}</span>
            </>
          ) : null}
        </p>
      </div>
      <div className="hv-werk__tijd">
        {r.vervaltOp ? (
          <TermijnMerk begin={r.begintOp} vervaltOp={r.vervaltOp} bron={`${r.clausule} (${r.bron})`} stil />
        ) : (
          <Merk soort="wacht">{t.stil}</Merk>
        )}
      </div>
      <div>
        {r.houderNaam ? (
          <p className={`hv-werk__wie${r.houderId === ik.organisatie.id ? '' : ' hv-werk__wie--ander'}`}>
            {t.zicht(r.houderNaam)}
          </p>
        ) : null}
        {wie ? <p className="hv-werk__wie">{wie}</p> : null}
      </div>
      <div className="hv-werk__pak hv-geen-print">{actie}</div>
    </div>
  );
}
