// SPDX-License-Identifier: EUPL-1.2

import { NumberBadge } from '@nl-design-system-candidate/number-badge-react';
import { SkipLink } from '@nl-design-system-candidate/skip-link-react';
import { useLocation, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icoon } from './delen/icoon.tsx';
import { Link } from './delen/link.tsx';
import { Toasts } from './delen/toast.tsx';
import { Toets } from './delen/toets.tsx';
import { useIk } from './ik.ts';
import { Menu } from './menu.tsx';
import { Opdrachten } from './opdrachten.tsx';
import { type Plek, plekkenVan } from './plekken.ts';
import { SessieDialoog } from './sessie.tsx';
import './shell.css';
import { plekwoorden } from './plekwoorden.ts';
import { useSneltoetsen } from './sneltoetsen.ts';
import { aantal, useTeksten } from './taal.ts';
import { ToetsenDialoog } from './toetsendialoog.tsx';
import { Woordmerk } from './woordmerk.tsx';

const woorden = {
  nl: {
    naarInhoud: 'Naar de inhoud',
    plekken: 'Hoofdmenu',
    zoek: 'Zoek of ga naar…',
    fictief: 'FICTIEF',
    fictiefUitleg: 'deze regio en alle mensen erin bestaan niet',
    wacht: (n: number) => `${aantal(n, 'ding wacht', 'dingen wachten')} op u`,
    toetsen: 'Sneltoetsen tonen',
    groepGa: 'Ga naar',
    meer: 'Meer',
    weg: 'Geen verbinding. Wat u typt, wordt op dit apparaat bewaard.',
  },
  en: {
    naarInhoud: 'To the content',
    plekken: 'Main menu',
    zoek: 'Search or go to…',
    fictief: 'FICTITIOUS',
    fictiefUitleg: 'this region and all people in it do not exist',
    wacht: (n: number) => `${aantal(n, 'thing waits', 'things wait')} for you`,
    toetsen: 'Show the keys',
    groepGa: 'Go to',
    meer: 'More',
    weg: 'No connection. What you type is kept on this device.',
  },
};

/** So many places fit in the bar of the narrowest phone; one more fits on any other (shell.css). */
const PASSEN_SMAL = 5;
/** What goes behind "Meer" where the bar is too short; `monitoring` on the narrowest phone only. */
const ACHTER_MEER: ReadonlySet<Plek['id']> = new Set(['advies', 'monitoring', 'cijfers']);

/** Is the device on the network? */
function useOnline(): boolean {
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const kijk = () => setOnline(navigator.onLine);
    window.addEventListener('online', kijk);
    window.addEventListener('offline', kijk);
    return () => {
      window.removeEventListener('online', kijk);
      window.removeEventListener('offline', kijk);
    };
  }, []);
  return online;
}

/** A tip that Escape has closed stays closed until the pointer or the focus goes elsewhere (WCAG 1.4.13). */
function useTipsSluiten(): void {
  useEffect(() => {
    const html = document.documentElement;
    const toets = (e: KeyboardEvent) => {
      if (e.key === 'Escape') html.dataset['tips'] = 'uit';
    };
    const weer = () => delete html.dataset['tips'];
    document.addEventListener('keydown', toets);
    document.addEventListener('focusin', weer);
    document.addEventListener('pointerover', weer);
    return () => {
      document.removeEventListener('keydown', toets);
      document.removeEventListener('focusin', weer);
      document.removeEventListener('pointerover', weer);
    };
  }, []);
}

/** The frame around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTeksten(woorden);
  const p = useTeksten(plekwoorden);
  const ik = useIk();
  const router = useRouter();
  const pad = useLocation({ select: (l) => l.pathname });
  const online = useOnline();
  const [zoekOpen, setZoekOpen] = useState(false);
  const [toetsenOpen, setToetsenOpen] = useState(false);
  useTipsSluiten();
  const bestaand = plekkenVan(ik).filter((plek) => plek.naar in router.routesByPath);

  const meer = useRef<HTMLDivElement>(null);
  const isHier = (plek: Plek) => pad === plek.naar || pad.startsWith(`${plek.naar}/`);
  const achterMeer = bestaand.filter((plek) => ACHTER_MEER.has(plek.id));

  useSneltoetsen([
    { toets: 'ctrl+k', uitleg: t.zoek, doe: () => setZoekOpen(true) },
    { toets: '?', uitleg: t.toetsen, doe: () => setToetsenOpen(true) },
    ...bestaand.map((plek) => ({
      toets: `g ${plek.toets}`,
      uitleg: p[plek.id],
      groep: t.groepGa,
      doe: () => void router.navigate({ href: plek.naar }),
    })),
  ]);

  return (
    <div className="hv-huis">
      <SkipLink href="#inhoud" className="nl-skip-link--visible-on-focus hv-skip">
        {t.naarInhoud}
      </SkipLink>
      <header className="hv-bovenbalk hv-geen-print">
        <Woordmerk />
        <button
          type="button"
          className="hv-zoekknop"
          onClick={() => setZoekOpen(true)}
          aria-keyshortcuts="Control+K"
        >
          <Icoon naam="zoek" />
          <span className="hv-zoekknop__tekst">{t.zoek}</span>
          <Toets>Ctrl K</Toets>
        </button>
        <Menu onToetsen={() => setToetsenOpen(true)} />
      </header>
      {ik.demo ? (
        <section className="hv-fictief" aria-label={t.fictief}>
          <span className="hv-sterk">{t.fictief}:</span> {t.fictiefUitleg}
        </section>
      ) : null}
      <div role="status">{online ? null : <p className="hv-fictief hv-fictief--weg">{t.weg}</p>}</div>
      <div className="hv-lijf">
        <nav className="hv-rail hv-geen-print" aria-label={t.plekken}>
          <ul className={`hv-lijst-kaal hv-rail__lijst hv-rail__lijst--${bestaand.length}`}>
            {bestaand.map((plek) => {
              const teller = plek.teller ? ik.tellers[plek.teller] : 0;
              return (
                <li key={plek.id} className={`hv-rail__plek hv-rail__plek--${plek.id}`}>
                  <Link naar={plek.naar} kaal className="hv-rail__link" huidig={isHier(plek)}>
                    <Icoon naam={plek.icoon} />
                    <span className="hv-rail__woord">
                      {plek.id === 'melding' ? (
                        <>
                          <span className="hv-rail__voor">{p.meldingVoor}</span>
                          <span className="hv-rail__rest">{p.melding.slice(p.meldingVoor.length)}</span>
                        </>
                      ) : (
                        p[plek.id]
                      )}
                    </span>
                    {teller > 0 ? (
                      <NumberBadge value={teller} label={t.wacht(teller)} className="hv-rail__teller">
                        {teller > 99 ? '99+' : teller}
                      </NumberBadge>
                    ) : null}
                  </Link>
                </li>
              );
            })}
            {bestaand.length > PASSEN_SMAL ? (
              <li className="hv-rail__plek hv-rail__meer" data-hier={achterMeer.find(isHier)?.id}>
                <button type="button" className="hv-rail__link" popoverTarget="hv-meer">
                  <Icoon naam="meer" />
                  <span className="hv-rail__woord">{t.meer}</span>
                </button>
              </li>
            ) : null}
          </ul>
          <div id="hv-meer" ref={meer} popover="auto" className="hv-rail__rest-van">
            <ul className="hv-lijst-kaal">
              {achterMeer.map((plek) => (
                <li key={plek.id} className={`hv-rail__achter--${plek.id}`}>
                  <Link
                    naar={plek.naar}
                    kaal
                    className="hv-rail__achter"
                    huidig={isHier(plek)}
                    onClick={() => meer.current?.hidePopover()}
                  >
                    <Icoon naam={plek.icoon} />
                    {p[plek.id]}
                    {plek.teller && ik.tellers[plek.teller] > 0 ? (
                      <NumberBadge
                        value={ik.tellers[plek.teller]}
                        label={t.wacht(ik.tellers[plek.teller])}
                        className="hv-rail__teller"
                      >
                        {ik.tellers[plek.teller] > 99 ? '99+' : ik.tellers[plek.teller]}
                      </NumberBadge>
                    ) : null}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        </nav>
        <main id="inhoud" className="hv-inhoud" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Opdrachten open={zoekOpen} onSluit={() => setZoekOpen(false)} plekken={bestaand} />
      <ToetsenDialoog open={toetsenOpen} onSluit={() => setToetsenOpen(false)} />
      <SessieDialoog />
      <Toasts />
    </div>
  );
}
