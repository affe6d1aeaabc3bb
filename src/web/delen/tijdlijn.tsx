// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { useTeksten } from '../taal.ts';
import { dagVan, datum, moment, relatief } from '../tijd.ts';
import { Icoon, type IcoonNaam } from './icoon.tsx';
import './tijdlijn.css';

export type TijdlijnSoort =
  | 'melding'
  | 'beoordeling'
  | 'contact'
  | 'overdracht'
  | 'plan'
  | 'cijfer'
  | 'zicht'
  | 'document'
  | 'uitspraak'
  | 'incident'
  | 'overig';

export interface TijdlijnItem {
  id: string;
  /** A moment (UTC ISO) or a day (`2026-11-03`, also partial). */
  op: string;
  soort: TijdlijnSoort;
  /** What happened, in one line; may be a Link. */
  titel: ReactNode;
  /** By whom, for which organisation. */
  wie?: ReactNode;
  /** More: a statement, a reason, a chip with its kind. */
  inhoud?: ReactNode;
  /** This moment still has to come (a plan, a monitoring moment). */
  gepland?: boolean | undefined;
}

const icoon: Readonly<Record<TijdlijnSoort, IcoonNaam>> = {
  melding: 'melding',
  beoordeling: 'vink',
  contact: 'gesprek',
  overdracht: 'overdracht',
  plan: 'document',
  cijfer: 'cijfers',
  zicht: 'oog',
  document: 'document',
  uitspraak: 'gesprek',
  incident: 'acuut',
  overig: 'info',
};

const woorden = {
  nl: {
    melding: 'Melding',
    beoordeling: 'Beoordeling',
    contact: 'Contact',
    overdracht: 'Overdracht',
    plan: 'Plan',
    cijfer: 'Veiligheidscijfer',
    zicht: 'Zicht',
    document: 'Document',
    uitspraak: 'Uitspraak',
    incident: 'Nieuw geweld',
    overig: 'Gebeurtenis',
    gepland: 'gepland',
    titel: 'Tijdlijn',
  },
  en: {
    melding: 'Report',
    beoordeling: 'Assessment',
    contact: 'Contact',
    overdracht: 'Handover',
    plan: 'Plan',
    cijfer: 'Safety figure',
    zicht: 'Zicht',
    document: 'Document',
    uitspraak: 'Statement',
    incident: 'New violence',
    overig: 'Event',
    gepland: 'planned',
    titel: 'Timeline',
  },
};

/** What happened, newest first (the order is the caller's), as a list grouped by month. */
export function Tijdlijn({ items, label }: { items: readonly TijdlijnItem[]; label?: string | undefined }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const groepen: { kop: string; items: TijdlijnItem[] }[] = [];
  for (const item of items) {
    const dag = item.op.length < 10 ? item.op : dagVan(item.op);
    const kop = datum(dag.slice(0, 7));
    const laatste = groepen.at(-1);
    if (laatste && laatste.kop === kop) laatste.items.push(item);
    else groepen.push({ kop, items: [item] });
  }
  return (
    <section className="hv-tijdlijn" aria-label={label ?? t.titel}>
      {groepen.map((g) => (
        <div key={`${g.kop}-${g.items[0]?.id}`} className="hv-tijdlijn__groep">
          <p className="hv-tijdlijn__maand">{g.kop}</p>
          <ol className="hv-lijst-kaal">
            {g.items.map((item) => (
              <li
                key={item.id}
                className={`hv-gebeurtenis hv-gebeurtenis--${item.soort}${item.gepland ? ' hv-gebeurtenis--gepland' : ''}`}
              >
                <span className="hv-gebeurtenis__bol" aria-hidden="true">
                  <Icoon naam={icoon[item.soort]} />
                </span>
                <div className="hv-gebeurtenis__tekst">
                  <p className="hv-gebeurtenis__kop">
                    <time dateTime={item.op}>
                      <span className="hv-geen-print">{relatief(item.op, nu, taal, true)}</span>
                      {/* On paper "yesterday" means nothing. */}
                      <span className="hv-alleen-print">
                        {item.op.length > 10 ? moment(item.op) : datum(item.op, { kort: true })}
                      </span>
                    </time>
                    {' · '}
                    {t[item.soort]}
                    {item.gepland ? ` (${t.gepland})` : ''}
                    {item.wie ? <> · {item.wie}</> : null}
                  </p>
                  <div className="hv-gebeurtenis__titel">{item.titel}</div>
                  {item.inhoud ? <div className="hv-gebeurtenis__inhoud">{item.inhoud}</div> : null}
                </div>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
