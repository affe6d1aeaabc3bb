// SPDX-License-Identifier: EUPL-1.2
// All casussen of my organisation, or mine: found while typing.

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CasusLijstAntwoord } from '../../kern/casus/casus.api.ts';
import { FASEN } from '../../kern/casus/casus.ts';
import { useAdreskeuze } from '../adres.ts';
import { type ApiProbleem, api } from '../api.ts';
import { Keuzerondjes } from '../delen/keuzerondjes.tsx';
import { Lijst } from '../delen/lijst.tsx';
import { Link } from '../delen/link.tsx';
import { Merk } from '../delen/merk.tsx';
import { Naam } from '../delen/naam.tsx';
import { Paginakop } from '../delen/paginakop.tsx';
import { Tekstveld } from '../delen/tekstveld.tsx';
import { TermijnMerk } from '../delen/termijnmerk.tsx';
import { Fout, Laden, Leeg, Verboden } from '../delen/toestand.tsx';
import { ZichtMerk } from '../delen/zichtmerk.tsx';
import { useIk, useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { useBestaat } from '../routes.ts';
import { useSneltoetsen } from '../sneltoetsen.ts';
import { aantal, teksten, useTeksten } from '../taal.ts';
import { useTermijnwoorden } from '../termijnwoorden.ts';
import { datum } from '../tijd.ts';
import { bijZoekterm, eerdereZoekterm, neemZoekterm, onthoudZoekterm } from './zoekterm.ts';
import './casus.css';

const woorden = teksten({
  nl: {
    titel: 'Casussen',
    zoek: 'Zoek op gezin of nummer',
    naarZoek: 'Naar het zoekveld',
    van: 'Van',
    organisatie: 'onze organisatie',
    mij: 'mij',
    stand: 'Stand',
    open: 'open',
    gesloten: 'gesloten',
    alle: 'alle',
    gevonden: (n: number, meer: boolean) =>
      meer ? `Meer dan ${n} casussen` : aantal(n, 'casus', 'casussen'),
    geenTermijn: 'geen open termijn',
    enNog: (n: number) => `en nog ${n}`,
    geenRegisseur: (open: boolean) => (open ? 'nog geen regisseur' : 'geen regisseur'),
    geslotenOp: (d: string) => `gesloten op ${d}`,
    acuut: 'Acuut',
    eigenDossier: 'alleen uw eigen dossier',
    geenFase: (open: boolean) => (open ? 'nog geen fase' : 'geen fase'),
    fase: (n: number, naam: string) => `Fase ${n}: ${naam.toLowerCase()}`,
    leegZoek: 'Niets gevonden',
    leegZoekUitleg:
      'Zoek op het begin van een achternaam, op een deel van het nummer van de casus, of op het hele nummer van de melding. U ziet alleen casussen waar uw organisatie bij betrokken is.',
    leegNaam:
      'Zoekt u een persoon? Typ de naam in een nieuwe melding. De radar zegt dan of die persoon al bekend is.',
    leegMij: 'U hebt geen open casussen',
    leegMijUitleg: 'Hier komen de casussen waarvan u regisseur bent of waarin werk op u wacht.',
    leeg: 'Nog geen casussen',
    leegUitleg: 'Een casus begint met een melding, of met een overdracht die u aanvaardt.',
    melding: 'Nieuwe melding',
    gedeeld: 'Met ons gedeeld',
    noodknop: 'Noodknop',
    wieMag: 'Wie met casussen werkt.',
  },
  en: {
    titel: 'Cases',
    zoek: 'Search by family or number',
    naarZoek: 'To the search field',
    van: 'Of',
    organisatie: 'our organisation',
    mij: 'me',
    stand: 'State',
    open: 'open',
    gesloten: 'closed',
    alle: 'all',
    gevonden: (n: number, meer: boolean) => (meer ? `More than ${n} cases` : aantal(n, 'case', 'cases')),
    geenTermijn: 'no open term',
    enNog: (n: number) => `and ${n} more`,
    geenRegisseur: (open: boolean) => (open ? 'no regisseur yet' : 'no regisseur'),
    geslotenOp: (d: string) => `closed on ${d}`,
    acuut: 'Acute',
    eigenDossier: 'your own file only',
    geenFase: (open: boolean) => (open ? 'no phase yet' : 'no phase'),
    fase: (n: number, naam: string) => `Phase ${n}: ${naam.toLowerCase()}`,
    leegZoek: 'Nothing found',
    leegZoekUitleg:
      'Search by the begin of a family name, by a part of the number of the case, or by the whole number of the report. You only see cases in which your organisation is involved.',
    leegNaam:
      'Do you look for a person? Type the name in a new report. The radar then says whether that person is known.',
    leegMij: 'You have no open cases',
    leegMijUitleg: 'The cases of which you are regisseur, or in which work waits for you, come here.',
    leeg: 'No cases yet',
    leegUitleg: 'A case begins with a report, or with a handover that you accept.',
    melding: 'New report',
    gedeeld: 'Shared with us',
    noodknop: 'Noodknop',
    wieMag: 'Who works with cases.',
  },
});

type Rij = CasusLijstAntwoord['casussen'][number];
const PER_KEER = 100;
const naarCasus = (c: Rij) => `/casussen/${c.id}`;
const sleutelVan = (c: Rij) => c.id;

/** The value once it has stood still for so long: each answer is a look at people, so not one per letter. */
function useRust<T>(waarde: T, ms: number): T {
  const [rust, setRust] = useState(waarde);
  useEffect(() => {
    const klok = setTimeout(() => setRust(waarde), ms);
    return () => clearTimeout(klok);
  }, [waarde, ms]);
  return rust;
}

/** `/casussen` */
export function CasussenPagina() {
  const t = useTeksten(woorden);
  const bestaat = useBestaat();
  const ik = useIk();
  const plek = useLocation({ select: (l) => l.state.__TSR_key ?? '' });
  const [gevraagd] = useState(neemZoekterm);
  const [zoekterm, setZoekterm] = useState(() => gevraagd || eerdereZoekterm(plek));
  useEffect(() => onthoudZoekterm(plek, zoekterm), [plek, zoekterm]);
  const [bij, setBij] = useAdreskeuze('van', ['organisatie', 'mij']);
  const [status, setStatus] = useAdreskeuze('stand', ['open', 'gesloten', 'alle']);
  const veld = useRef<HTMLInputElement>(null);
  const term = useRust(zoekterm.trim(), 180);
  const zoekOveral = useRef(() => setStatus('alle'));
  zoekOveral.current = () => setStatus('alle');
  useEffect(() => {
    if (gevraagd) zoekOveral.current();
    return bijZoekterm((wat) => {
      setZoekterm(wat);
      zoekOveral.current();
    });
  }, [gevraagd]);
  useSneltoetsen([{ toets: '/', uitleg: t.naarZoek, doe: () => veld.current?.focus() }]);

  const body = { zoekterm: term || null, bij, status: status === 'alle' ? null : status, aantal: PER_KEER };
  const vraag = useInfiniteQuery<CasusLijstAntwoord, ApiProbleem>({
    queryKey: ['casussen', body],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      api.post('/casussen/_zoek', { ...body, pagina: pageParam }, { signal }),
    getNextPageParam: (laatste) => (laatste.meer ? laatste.pagina + 1 : undefined),
    placeholderData: keepPreviousData,
  });
  // A casus is called by a surname: two words without a number are a person, and the radar knows persons.
  const opPersoon =
    /^\D+\s\D+$/.test(term) && bestaat('/meldingen/nieuw') && ik.organisatie.soort === 'veilig_thuis';
  const rijen = vraag.data?.pages.flatMap((p) => p.casussen) ?? [];

  // The next page comes while the end of the list comes near.
  const eind = useRef<HTMLDivElement>(null);
  const verder = useRef<() => void>(undefined);
  verder.current = () => {
    if (vraag.hasNextPage && !vraag.isFetchingNextPage) void vraag.fetchNextPage();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when the list has grown
  useEffect(() => {
    const el = eind.current;
    if (!el) return;
    const kijker = new IntersectionObserver((w) => w.some((x) => x.isIntersecting) && verder.current?.(), {
      rootMargin: '1600px',
    });
    kijker.observe(el);
    return () => kijker.disconnect();
  }, [rijen.length]);

  return (
    <>
      <Paginakop
        titel={t.titel}
        tab={t.titel}
        acties={
          vraag.error?.status === 403 ? undefined : (
            <>
              <Link naar="/gedeeld">{t.gedeeld}</Link>
              <Link naar="/noodknop" alsKnop="gewoon" icoon="acuut">
                {t.noodknop}
              </Link>
            </>
          )
        }
      />
      {vraag.error?.status === 403 ? null : (
        <div className="hv-casuszoek hv-geen-print">
          <Tekstveld
            label={t.zoek}
            type="search"
            ref={veld}
            value={zoekterm}
            onChange={(e) => setZoekterm(e.target.value)}
            spellCheck={false}
          />
          <Keuzerondjes
            name="bij"
            label={t.van}
            opties={[
              { waarde: 'organisatie', label: t.organisatie },
              { waarde: 'mij', label: t.mij },
            ]}
            waarde={bij}
            onKies={(w) => setBij(w === 'mij' ? 'mij' : 'organisatie')}
          />
          <Keuzerondjes
            name="stand"
            label={t.stand}
            opties={[
              { waarde: 'open', label: t.open },
              { waarde: 'gesloten', label: t.gesloten },
              { waarde: 'alle', label: t.alle },
            ]}
            waarde={status}
            onKies={(w) => setStatus(w === 'gesloten' || w === 'alle' ? w : 'open')}
          />
        </div>
      )}
      {vraag.error?.status === 403 ? (
        <Verboden probleem={vraag.error} wie={t.wieMag} />
      ) : vraag.error ? (
        <Fout probleem={vraag.error} opnieuw={() => void vraag.refetch()} />
      ) : null}
      {vraag.isPending ? <Laden vorm="lijst" rijen={10} /> : null}
      {vraag.data ? (
        <>
          <p className="hv-klein hv-zacht hv-getal" role="status">
            {t.gevonden(rijen.length, vraag.hasNextPage)}
          </p>
          {rijen.length === 0 ? (
            term ? (
              <Leeg
                titel={t.leegZoek}
                icoon="zoek"
                actie={
                  opPersoon ? (
                    <Link naar="/meldingen/nieuw" alsKnop="gewoon" icoon="plus">
                      {t.melding}
                    </Link>
                  ) : undefined
                }
              >
                {opPersoon ? `${t.leegZoekUitleg} ${t.leegNaam}` : t.leegZoekUitleg}
              </Leeg>
            ) : (
              <Leeg
                titel={bij === 'mij' ? t.leegMij : t.leeg}
                icoon="casus"
                actie={
                  bestaat('/meldingen/nieuw') ? (
                    <Link naar="/meldingen/nieuw" alsKnop="hoofd" icoon="plus">
                      {t.melding}
                    </Link>
                  ) : undefined
                }
              >
                {bij === 'mij' ? t.leegMijUitleg : t.leegUitleg}
              </Leeg>
            )
          ) : (
            <Lijst
              label={t.titel}
              items={rijen}
              sleutel={sleutelVan}
              naar={naarCasus}
              rij={(c, Rijlink) => (
                <Casusrij
                  casus={c}
                  naam={
                    <Rijlink>
                      <span className="hv-casusrij__naam">
                        <Naam>{c.aanduiding}</Naam>
                      </span>
                    </Rijlink>
                  }
                />
              )}
            />
          )}
          <div ref={eind} aria-hidden="true" />
          {vraag.isFetchingNextPage ? <Laden vorm="lijst" rijen={3} /> : null}
        </>
      ) : null}
    </>
  );
}

function Casusrij({ casus: c, naam }: { casus: Rij; naam: ReactNode }) {
  const t = useTeksten(woorden);
  const ik = useIk();
  const nu = useNu();
  const { taal } = useInstellingen();
  const zeg = useTermijnwoorden();
  const fase = FASEN.find((f) => f.nummer === c.fase);
  return (
    <div className="hv-casusrij">
      <div>
        <p>
          {naam} <span className="hv-klein hv-zacht hv-getal">{c.nummer}</span>
        </p>
        <p className="hv-klein hv-zacht">
          {c.acuut && c.status === 'open' ? (
            <span className="hv-casusrij__acuut">
              <Merk soort="acuut">{t.acuut}</Merk>
            </span>
          ) : null}
          {c.eigenDossier ? (
            t.eigenDossier
          ) : (
            <>
              {fase ? t.fase(fase.nummer, fase[taal]) : t.geenFase(c.status === 'open')} ·{' '}
              {c.regisseurNaam ?? t.geenRegisseur(c.status === 'open')}
            </>
          )}
        </p>
      </div>
      <div className="hv-klein">
        {c.houderNaam && c.houderVanafOp ? (
          <ZichtMerk
            organisatie={c.houderNaam}
            sinds={c.houderVanafOp}
            vanOns={c.houderId === ik.organisatie.id}
            stil
          />
        ) : c.status === 'open' ? null : (
          <Merk soort="dicht">{t.geslotenOp(datum(c.geslotenOp ?? c.geopendOp, { kort: true, nu }))}</Merk>
        )}
      </div>
      <div className="hv-klein">
        {c.termijnVervaltOp ? (
          <>
            <p>{zeg(c.termijnSoort ?? '', c.termijnOmschrijving ?? '').vraag}</p>
            <p>
              <TermijnMerk vervaltOp={c.termijnVervaltOp} stil />
              {c.aantalTermijnen > 1 ? (
                <span className="hv-zacht"> · {t.enNog(c.aantalTermijnen - 1)}</span>
              ) : null}
            </p>
          </>
        ) : (
          <span className="hv-zacht">{t.geenTermijn}</span>
        )}
      </div>
    </div>
  );
}
