// SPDX-License-Identifier: EUPL-1.2
// What we know already: the radar beside the phone form, and where there is no room beside it, in a line under each person. A place
// has one height, hit or no hit, so that nothing that someone reads ever moves. It says whether someone is known and no more; what was before is asked for, with a reason.

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useVraag } from '../../web/api.ts';
import { Icoon } from '../../web/delen/icoon.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Fout } from '../../web/delen/toestand.tsx';
import { useSneltoetsen } from '../../web/sneltoetsen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { EerderDialoog, type Gezien } from './eerder.page.tsx';
import type { RadarAntwoordType } from './inzage.api.ts';
import './radar.css';
import { useVeldwoord } from './weging.page.tsx';

/** A person as the form sends it to the API. */
export interface PaneelPersoon {
  voornamen?: string | null | undefined;
  voorletters?: string | null | undefined;
  tussenvoegsel?: string | null | undefined;
  achternaam?: string | null | undefined;
  partnerTussenvoegsel?: string | null | undefined;
  partnerAchternaam?: string | null | undefined;
  geboortejaar?: number | null | undefined;
  geboortemaand?: number | null | undefined;
  geboortedag?: number | null | undefined;
  geslacht?: string | null | undefined;
  bsn?: string | null | undefined;
  straat?: string | null | undefined;
  huisnummer?: string | null | undefined;
  huisletter?: string | null | undefined;
  postcode?: string | null | undefined;
  woonplaats?: string | null | undefined;
  geheimAdres?: boolean | undefined;
  telefoon?: readonly string[] | undefined;
  email?: readonly string[] | undefined;
}

type Treffer = RadarAntwoordType['personen'][number]['treffer'];

/** So long nothing was typed: then it is looked up. Long enough to leave one line a fact in the log, short enough not to wait. */
const WACHT_MS = 300;
/** A line that says that someone is known. */
const LIJN = 'button.hv-radarlijn';
/** Brings someone to what was found, and back. */
const TOETS = 'F8';

const woorden = teksten({
  nl: {
    leeg: 'Zodra u een naam en nog iets typt, kijkt de radar of iemand al bekend is.',
    groep: 'Melding',
    naar: 'Naar de radar en terug',
    persoon: (n: number) => `Persoon ${n}`,
    typt: 'U typt nu:',
    teWeinig: 'Nog te weinig: een naam en nog iets.',
    zoekt: 'Kijkt…',
    geen: 'Niemand gevonden op wie dit duidelijk past.',
    zekerheid: { zeker: 'Bekend', waarschijnlijk: 'Waarschijnlijk bekend', mogelijk: 'Misschien bekend' },
    past: (velden: string) => `Past: ${velden}`,
    eerder: 'Wat was er eerder?',
    weer: 'Laat weer zien',
    over: (naam: string) => `Over ${naam}`,
    samen: (naam: string, hoe: string) => `${naam}: ${hoe.toLowerCase()}.`,
    radar: 'Radar:',
    bekijk: 'Bekijk',
    zegt: 'De radar vergelijkt wie iemand is. Hij voorspelt niets over mensen.',
    hoe: 'Hoe werkt de radar?',
  },
  en: {
    leeg: 'As soon as you type a name and something else, the radar looks whether someone is known.',
    groep: 'Report',
    naar: 'To the radar and back',
    persoon: (n: number) => `Person ${n}`,
    typt: 'You are typing:',
    teWeinig: 'Too little yet: a name and something else.',
    zoekt: 'Looking…',
    geen: 'Nobody found whom this clearly fits.',
    zekerheid: { zeker: 'Known', waarschijnlijk: 'Probably known', mogelijk: 'Perhaps known' },
    past: (velden: string) => `Fits: ${velden}`,
    eerder: 'What was there before?',
    weer: 'Show again',
    over: (naam: string) => `About ${naam}`,
    samen: (naam: string, hoe: string) => `${naam}: ${hoe.toLowerCase()}.`,
    radar: 'Radar:',
    bekijk: 'View',
    zegt: 'The radar compares identities. It predicts nothing about people.',
    hoe: 'How does the radar work?',
  },
});

/** The facts that the radar looks at, and nothing that changes while someone chooses a role. */
function feiten(p: PaneelPersoon): string {
  return JSON.stringify([
    p.bsn,
    p.voornamen,
    p.voorletters,
    p.tussenvoegsel,
    p.achternaam,
    p.partnerTussenvoegsel,
    p.partnerAchternaam,
    p.geboortejaar,
    p.geboortemaand,
    p.geboortedag,
    p.geslacht,
    p.straat,
    p.huisnummer,
    p.huisletter,
    p.postcode,
    p.woonplaats,
    p.geheimAdres,
    p.telefoon,
    p.email,
  ]);
}

/** A name and one more fact, or what few people share. */
function isGenoeg(p: PaneelPersoon): boolean {
  if (p.bsn || (p.telefoon?.length ?? 0) > 0 || (p.email?.length ?? 0) > 0) return true;
  const naam = p.achternaam || p.partnerAchternaam;
  return Boolean(
    naam &&
      (p.voornamen ||
        p.voorletters ||
        p.geboortejaar ||
        p.geboortedag ||
        p.straat ||
        p.postcode ||
        p.woonplaats),
  );
}

function naamVan(p: PaneelPersoon): string {
  return [p.voornamen || p.voorletters, p.tussenvoegsel, p.achternaam || p.partnerAchternaam]
    .filter(Boolean)
    .join(' ');
}

/** The same value, but only once it has not changed for a while. */
function useRustig<T>(waarde: T, sleutel: string, ms: number): T {
  const [rustig, setRustig] = useState(waarde);
  const nieuwste = useRef(waarde);
  nieuwste.current = waarde;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the value really changed
  useEffect(() => {
    const klok = setTimeout(() => setRustig(nieuwste.current), ms);
    return () => clearTimeout(klok);
  }, [sleutel, ms]);
  return rustig;
}

/**
 * Whether the persons typed so far are known.
 * @param personen as the form would send them to the API
 * @param typt the last one still stands in the line that is being typed
 * @param onKies the worker says that this melding belongs to a running casus
 * @param children the form, given the panel and the line of each person to put in its places
 */
export function RadarPaneel<P extends PaneelPersoon>({
  personen,
  typt,
  onKies,
  children,
}: {
  personen: readonly P[];
  typt: boolean;
  onKies?: ((casusId: string) => void) | undefined;
  children: (gevonden: { paneel: ReactNode; lijn: (plek: number) => ReactNode }) => ReactNode;
}) {
  const t = useTeksten(woorden);
  const veldwoord = useVeldwoord();
  const rustig = useRustig(personen, JSON.stringify(personen.map(feiten)), WACHT_MS);
  const gevraagd = useMemo(() => rustig.filter(isGenoeg), [rustig]);
  const vraag = useVraag<RadarAntwoordType>(
    ['radar-zoek'],
    '/radar/_zoek',
    { personen: gevraagd },
    { aan: gevraagd.length > 0 },
  );
  // What was answered of whom, by the facts: a person who is taken out of the middle takes nobody's answer along.
  const [antwoorden, setAntwoorden] = useState<ReadonlyMap<string, Treffer>>(new Map());
  const { data, isPlaceholderData } = vraag;
  useEffect(() => {
    if (!data || isPlaceholderData) return;
    setAntwoorden(
      new Map(gevraagd.map((p, i) => [feiten(p), data.personen.find((x) => x.plek === i)?.treffer ?? null])),
    );
  }, [data, isPlaceholderData, gevraagd]);

  const [gezien, setGezien] = useState<Readonly<Record<string, Gezien>>>({});
  const [open, setOpen] = useState<P>();
  const vak = useRef<HTMLDivElement>(null);
  const terug = useRef<HTMLElement>(null);
  useSneltoetsen([
    {
      toets: TOETS,
      uitleg: t.naar,
      groep: t.groep,
      doe: () => {
        const nu = document.activeElement;
        if (vak.current?.contains(nu) || nu?.matches(LIJN)) {
          terug.current?.focus();
          return;
        }
        terug.current = nu instanceof HTMLElement ? nu : null;
        // where the lines are, the panel stands far below: then the last line with something in it
        const lijnen = [...document.querySelectorAll<HTMLElement>(LIJN)].filter((l) => l.checkVisibility());
        (lijnen.at(-1) ?? vak.current?.querySelector('button') ?? vak.current)?.focus();
      },
    },
  ]);

  const regels = personen.map((p, i) => {
    const sleutel = feiten(p);
    return {
      p,
      sleutel,
      naam: naamVan(p) || t.persoon(i + 1),
      typt: typt && i === personen.length - 1,
      genoeg: isGenoeg(p),
      treffer: antwoorden.get(sleutel),
    };
  });
  const gezegd = regels
    .filter((r) => r.treffer)
    .map((r) => (r.treffer ? t.samen(r.naam, t.zekerheid[r.treffer.zekerheid]) : ''))
    .join(' ');
  const past = (treffer: NonNullable<Treffer>) =>
    t.past(treffer.past.map((v) => veldwoord(v).toLowerCase().replace('bsn', 'BSN')).join(', '));
  const stand = (r: (typeof regels)[number]) =>
    !r.genoeg ? t.teWeinig : r.treffer === null ? t.geen : t.zoekt;
  const lijn = (plek: number) => {
    const r = regels[plek];
    if (!r?.treffer) {
      const zin = r ? stand(r) : t.teWeinig;
      return (
        <p className="hv-radarlijn">
          {t.radar} {zin.charAt(0).toLowerCase() + zin.slice(1)}
        </p>
      );
    }
    return (
      <button type="button" className="hv-radarlijn" onClick={() => setOpen(r.p)}>
        <Merk soort="aandacht">{t.zekerheid[r.treffer.zekerheid]}</Merk>
        <span className="hv-radarlijn__past">{past(r.treffer)}</span>
        <span className="hv-radarlijn__bekijk">
          <span aria-hidden="true">{t.bekijk}</span>
          <span className="hv-verborgen">
            {gezien[r.sleutel] ? t.weer : t.eerder} {t.over(r.naam)}
          </span>
          <Icoon naam="pijl" />
        </span>
      </button>
    );
  };
  const paneel = (
    <div className="hv-radarpaneel" ref={vak} tabIndex={-1}>
      <span className="hv-verborgen" role="status">
        {gezegd}
      </span>
      {personen.length === 0 ? <p className="nl-paragraph">{t.leeg}</p> : null}
      {vraag.error && !vraag.error.offline ? <Fout probleem={vraag.error} /> : null}
      <ul className="hv-lijst-kaal">
        {regels.map((r, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is a person's place in the form
          <li key={i} className="hv-radarpaneel__wie">
            <p className="nl-paragraph hv-radarpaneel__naam">
              {r.typt ? <span className="hv-zacht">{t.typt} </span> : null}
              <span className="hv-sterk">
                <Naam>{r.naam}</Naam>
              </span>
            </p>
            {r.treffer ? (
              <>
                <Merk soort="aandacht">{t.zekerheid[r.treffer.zekerheid]}</Merk>
                <p className="nl-paragraph hv-klein hv-zacht hv-radarpaneel__past">{past(r.treffer)}</p>
                <div className="hv-rij">
                  <Knop klein onClick={() => setOpen(r.p)}>
                    {gezien[r.sleutel] ? t.weer : t.eerder}
                    <span className="hv-verborgen"> {t.over(r.naam)}</span>
                  </Knop>
                </div>
              </>
            ) : (
              <p className="nl-paragraph hv-klein hv-zacht">{stand(r)}</p>
            )}
          </li>
        ))}
      </ul>
      <p className="nl-paragraph hv-klein hv-zacht">
        {t.zegt} <Link naar="/radar/uitleg">{t.hoe}</Link>
      </p>
    </div>
  );
  return (
    <>
      {children({ paneel, lijn })}
      {open ? (
        <EerderDialoog
          naam={naamVan(open)}
          pad="/radar/_eerder"
          extra={{ personen: gevraagd, plek: gevraagd.findIndex((p) => feiten(p) === feiten(open)) }}
          doel="melden"
          gezien={gezien[feiten(open)]}
          onGezien={(g) => setGezien((alle) => ({ ...alle, [feiten(open)]: g }))}
          onSluit={() => setOpen(undefined)}
          onKies={onKies}
        />
      ) : null}
    </>
  );
}
