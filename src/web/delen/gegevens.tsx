// SPDX-License-Identifier: EUPL-1.2
import { Fragment, type ReactNode } from 'react';
import { useTeksten } from '../taal.ts';
import './paginakop.css';

export interface Gegeven {
  naam: string;
  /** Not known is said, not left out: null or undefined becomes "niet bekend". */
  waarde: ReactNode;
}

const woorden = { nl: { onbekend: 'niet bekend' }, en: { onbekend: 'not known' } };

/** Names and values under each other ("controleer uw antwoorden", a summary). */
export function Gegevens({ lijst }: { lijst: readonly Gegeven[] }) {
  const t = useTeksten(woorden);
  return (
    <dl className="hv-gegevens">
      {lijst.map((g) => (
        <Fragment key={g.naam}>
          <dt>{g.naam}</dt>
          <dd>{g.waarde ?? <span className="hv-zacht">{t.onbekend}</span>}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
