// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import './bericht.css';
import { Icoon } from './icoon.tsx';
import { Kop } from './kop.tsx';

export interface BerichtProps {
  /** weet: good to know · let-op: asks attention · acuut: acute danger or overdue, nothing else · klaar: it is done. */
  soort?: 'weet' | 'let-op' | 'acuut' | 'klaar' | undefined;
  titel?: string | undefined;
  niveau?: 2 | 3 | 4 | undefined;
  /** Read aloud as soon as it appears. */
  meteen?: boolean | undefined;
  acties?: ReactNode;
  children?: ReactNode;
}

const icoon = { weet: 'info', 'let-op': 'aandacht', acuut: 'acuut', klaar: 'vink' } as const;
const utrecht = { weet: 'info', 'let-op': 'warning', acuut: 'error', klaar: 'ok' } as const;

/** A message in the page. */
export function Bericht({ soort = 'weet', titel, niveau = 2, meteen, acties, children }: BerichtProps) {
  return (
    <div
      className={`utrecht-alert utrecht-alert--${utrecht[soort]} hv-bericht`}
      {...(meteen ? { role: soort === 'acuut' ? 'alert' : 'status' } : {})}
    >
      <Icoon naam={icoon[soort]} className={`hv-bericht__icoon hv-bericht__icoon--${soort}`} />
      <div className="hv-stapel hv-krap">
        {titel ? (
          <Kop niveau={niveau} alsof={3}>
            {titel}
          </Kop>
        ) : null}
        {children ? <div className="hv-lopend">{children}</div> : null}
        {acties ? <div className="hv-rij">{acties}</div> : null}
      </div>
    </div>
  );
}
