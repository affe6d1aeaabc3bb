// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useEffect, useRef } from 'react';
import { takeFocusBeurt } from '../paginafocus.ts';
import { Kop } from './kop.tsx';
import { Link } from './link.tsx';
import './paginakop.css';

export interface PaginakopProps {
  titel: ReactNode;
  /** The title of the tab, and what the screen reader says. NEVER the name of a person. */
  tab: string;
  /** The way back, above the title. */
  terug?: { naar: string; label: string } | undefined;
  /** What stands directly under the title: marks, a term, who holds zicht. */
  onder?: ReactNode;
  /** The buttons, the next step first. */
  acties?: ReactNode;
}

/** The head of a page. After going to a page the focus is here. */
export function Paginakop({ titel, tab, terug, onder, acties }: PaginakopProps) {
  const kop = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = `${tab} · Houvast`;
  }, [tab]);
  useEffect(() => {
    if (takeFocusBeurt()) kop.current?.querySelector('h1')?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="hv-paginakop" ref={kop}>
      {terug ? (
        <p className="hv-paginakop__terug hv-geen-print">
          <Link naar={terug.naar} icoon="terug">
            {terug.label}
          </Link>
        </p>
      ) : null}
      <div className="hv-paginakop__rij">
        <Kop niveau={1} tabIndex={-1}>
          {titel}
        </Kop>
        {acties ? <div className="hv-rij hv-geen-print">{acties}</div> : null}
      </div>
      {onder ? <div className="hv-paginakop__onder hv-rij">{onder}</div> : null}
    </header>
  );
}
