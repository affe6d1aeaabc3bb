// SPDX-License-Identifier: EUPL-1.2
// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: lines and axis of the picture; nothing in them takes the focus
// biome-ignore-all lint/a11y/noInteractiveElementToNoninteractiveRole: a dot is a picture with words that can be visited

import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useNu } from '../ik.ts';
import { useTeksten } from '../taal.ts';
import { datum, moment } from '../tijd.ts';
import { Naam } from './naam.tsx';
import './cijferrij.css';
import { Knop } from './knop.tsx';
import { Tabel } from './tabel.tsx';

export interface Cijfer {
  id: string;
  /** When it was given: a day or a moment. */
  op: string;
  /** 0 (very unsafe) to 10 (fully safe). */
  cijfer: number;
  /** Who gave it; `id` is stable, so that the same scorer keeps the same mark. */
  door: { id: string; naam: string };
  /** Why not lower, and what is needed for one higher. */
  woorden?: string | undefined;
}

export interface CijferPersoon {
  id: string;
  naam: string;
  /** "dochter, 9 jaar" */
  bij?: string | undefined;
  cijfers: readonly Cijfer[];
}

export interface CijferrijProps {
  personen: readonly CijferPersoon[];
  /** From and to of the time axis; what the figures span when left out. */
  van?: string | undefined;
  tot?: string | undefined;
}

const woorden = {
  nl: {
    tabel: 'Toon als tabel',
    beeld: 'Toon als beeld',
    geen: 'nog geen cijfer',
    laagste: (wie: string, op: string) => `laagste: ${wie}, ${op}`,
    cijfer: 'Cijfer',
    wie: 'Over wie',
    door: 'Gegeven door',
    op: 'Op',
    waarom: 'Waarom',
    uitleg: '0 is heel onveilig, 10 is helemaal veilig. Er is geen gemiddelde: het laagste cijfer telt.',
    titel: 'Veiligheidscijfers',
    geef: (c: number, wie: string, op: string) => `${c}, van ${wie}, ${op}`,
    geenWoorden: 'Zonder toelichting.',
    hoe: 'Pijltjes: van cijfer naar cijfer.',
    merken: 'Wie gaf het cijfer',
  },
  en: {
    tabel: 'Show as table',
    beeld: 'Show as picture',
    geen: 'no figure yet',
    laagste: (wie: string, op: string) => `lowest: ${wie}, ${op}`,
    cijfer: 'Figure',
    wie: 'About',
    door: 'Given by',
    op: 'On',
    waarom: 'Why',
    uitleg: '0 is very unsafe, 10 is fully safe. There is no average: the lowest figure counts.',
    titel: 'Safety figures',
    geef: (c: number, wie: string, op: string) => `${c}, from ${wie}, ${op}`,
    geenWoorden: 'No explanation.',
    hoe: 'Arrow keys: from figure to figure.',
    merken: 'Who gave the figure',
  },
};

// Shapes, not colours, tell the scorers apart.
const vormen = [
  'M0-6.500A6.500 6.500 0 1 1 0 6.500 6.500 6.500 0 1 1 0-6.500Z',
  'M-5.800-5.800h11.600v11.600h-11.600Z',
  'M0-7.500 7.500 0 0 7.500-7.500 0Z',
  'M0-7.200 7 5.800H-7Z',
  'M0 7.200 7-5.800H-7Z',
  'M-2.200-7h4.400v4.800H7v4.400H2.200V7h-4.400V2.200H-7v-4.400h4.800Z',
] as const;

function Merkteken({ i, x, y }: { i: number; x: number; y: number }) {
  return (
    <path className="hv-cijfer__merk" d={vormen[i % vormen.length]} transform={`translate(${x} ${y})`} />
  );
}

// In px: the picture is drawn at the width that it gets, so that dots and letters keep their size on a phone.
const [hoog, links, rechts, boven] = [132, 30, 12, 12] as const;
const yVan = (c: number) => boven + ((10 - c) / 10) * (hoog - 2 * boven);

/** Where a moment lies on the time axis, in px. */
function binnen(op: string, begin: number, duur: number, breed: number): number {
  return links + 12 + ((Date.parse(op) - begin) / duur) * (breed - links - rechts - 24);
}

/** Per scorer the figure that counts on a day: the last they gave. */
function laatstePerScorer(cijfers: readonly Cijfer[]): Cijfer[] {
  const laatst = new Map<string, Cijfer>();
  for (const c of [...cijfers].sort((a, b) => a.op.localeCompare(b.op))) laatst.set(c.door.id, c);
  return [...laatst.values()];
}

/** The safety figures of a household: a row per person, a mark per scorer, never an average. */
export function Cijferrij({ personen, van, tot }: CijferrijProps) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const [alsTabel, setAlsTabel] = useState(false);
  const scorers = useMemo(() => {
    const lijst = new Map<string, string>();
    for (const p of personen) for (const c of p.cijfers) lijst.set(c.door.id, c.door.naam);
    return [...lijst].map(([id, naam]) => ({ id, naam }));
  }, [personen]);
  const tijden = personen.flatMap((p) => p.cijfers.map((c) => Date.parse(c.op)));
  const begin = van === undefined ? Math.min(...tijden, nu.getTime()) : Date.parse(van);
  const eind = tot === undefined ? Math.max(...tijden, nu.getTime()) : Date.parse(tot);

  return (
    <div className="hv-cijfers">
      <div className="hv-rij hv-rij--uit hv-geen-print">
        <p className="nl-paragraph hv-klein hv-zacht">{t.uitleg}</p>
        <Knop
          soort="stil"
          klein
          icoon={alsTabel ? 'cijfers' : 'tabel'}
          ingedrukt={alsTabel}
          onClick={() => setAlsTabel(!alsTabel)}
        >
          {alsTabel ? t.beeld : t.tabel}
        </Knop>
      </div>
      {alsTabel ? (
        <Tabel
          bijschrift={t.titel}
          bijschriftVerborgen
          rijen={personen.flatMap((p) => p.cijfers.map((c) => ({ p, c })))}
          sleutel={(r) => r.c.id}
          kolommen={[
            { id: 'wie', kop: t.wie, cel: (r) => r.p.naam, sorteer: (r) => r.p.naam, rijkop: true },
            { id: 'cijfer', kop: t.cijfer, cel: (r) => r.c.cijfer, sorteer: (r) => r.c.cijfer, getal: true },
            { id: 'door', kop: t.door, cel: (r) => r.c.door.naam, sorteer: (r) => r.c.door.naam },
            { id: 'op', kop: t.op, cel: (r) => datum(r.c.op, { kort: true, nu }), sorteer: (r) => r.c.op },
            { id: 'waarom', kop: t.waarom, cel: (r) => r.c.woorden ?? '–' },
          ]}
        />
      ) : (
        <>
          <ul className="hv-lijst-kaal hv-rij hv-cijfers__merken" aria-label={t.merken}>
            {scorers.map((s, i) => (
              <li key={s.id} className="hv-merk">
                <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
                  <Merkteken i={i} x={0} y={0} />
                </svg>
                <span>{s.naam}</span>
              </li>
            ))}
          </ul>
          {personen.map((p) => (
            <PersoonRij key={p.id} persoon={p} scorers={scorers.map((s) => s.id)} begin={begin} eind={eind} />
          ))}
        </>
      )}
    </div>
  );
}

function PersoonRij({
  persoon,
  scorers,
  begin,
  eind,
}: {
  persoon: CijferPersoon;
  scorers: readonly string[];
  begin: number;
  eind: number;
}) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const id = useId();
  const punten = useRef<(SVGGElement | null)[]>([]);
  const cijfers = useMemo(
    () => [...persoon.cijfers].sort((a, b) => a.op.localeCompare(b.op)),
    [persoon.cijfers],
  );
  const [actief, setActief] = useState(cijfers.length - 1);
  const [zichtbaar, setZichtbaar] = useState<Cijfer>();
  const beeld = useRef<HTMLDivElement>(null);
  const [breed, setBreed] = useState(640);
  useLayoutEffect(() => {
    const vak = beeld.current;
    if (!vak) return;
    const meter = new ResizeObserver(() => setBreed(Math.max(200, Math.round(vak.clientWidth))));
    meter.observe(vak);
    return () => meter.disconnect();
  }, []);
  const duur = Math.max(1, eind - begin);
  const laagste = laatstePerScorer(cijfers).sort((a, b) => a.cijfer - b.cijfer)[0];

  // Figures on nearly the same spot move apart sideways: none hides another. The lowest is drawn last, on top.
  const plek = useMemo(() => {
    const gezet: { x: number; y: number }[] = [];
    return cijfers.map((c) => {
      const y = yVan(c.cijfer);
      const wens = binnen(c.op, begin, duur, breed);
      let x = wens;
      for (let k = 1; gezet.some((g) => Math.abs(g.x - x) < 16 && Math.abs(g.y - y) < 11) && k < 60; k++)
        x = Math.min(breed - rechts, Math.max(links + 12, wens + (k % 2 ? 1 : -1) * Math.ceil(k / 2) * 16));
      gezet.push({ x, y });
      return { x, y };
    });
  }, [cijfers, begin, duur, breed]);

  const lijnen = scorers.map((s) => cijfers.map((c, i) => ({ c, i })).filter(({ c }) => c.door.id === s));
  const ga = (i: number) => {
    const doel = Math.min(cijfers.length - 1, Math.max(0, i));
    setActief(doel);
    punten.current[doel]?.focus();
  };
  const toets = (e: KeyboardEvent) => {
    const stap = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
    if (stap !== undefined) {
      e.preventDefault();
      ga(actief + stap);
    } else if (e.key === 'Home' || e.key === 'End') {
      e.preventDefault();
      ga(e.key === 'Home' ? 0 : cijfers.length - 1);
    } else if (e.key === 'Escape') setZichtbaar(undefined);
  };
  const volgorde = cijfers
    .map((_, i) => i)
    .sort((a, b) => (cijfers[b]?.cijfer ?? 0) - (cijfers[a]?.cijfer ?? 0));

  return (
    <section className="hv-cijferrij" aria-labelledby={id}>
      <div className="hv-cijferrij__wie">
        <p id={id} className="hv-cijferrij__naam">
          <Naam>{persoon.naam}</Naam>
        </p>
        {persoon.bij ? <p className="hv-cijferrij__bij">{persoon.bij}</p> : null}
        {laagste ? (
          <p className="hv-cijferrij__laagste">
            <span className="hv-cijferrij__getal">{laagste.cijfer}</span>{' '}
            {t.laagste(laagste.door.naam, datum(laagste.op, { kort: true, nu }))}
          </p>
        ) : (
          <p className="hv-cijferrij__bij">{t.geen}</p>
        )}
      </div>
      {cijfers.length > 0 ? (
        <div className="hv-cijferrij__beeld" ref={beeld}>
          {/* biome-ignore lint/a11y/useSemanticElements: a picture with dots that take the focus, not a form */}
          <svg
            viewBox={`0 0 ${breed} ${hoog}`}
            height={hoog}
            role="group"
            aria-label={`${persoon.naam}. ${t.hoe}`}
            className="hv-cijferrij__svg"
            onKeyDown={toets}
            onPointerLeave={() => setZichtbaar(undefined)}
          >
            {[0, 5, 10].map((c) => (
              <g key={c} aria-hidden="true">
                <line
                  className="hv-cijferrij__lijn"
                  x1={links}
                  x2={breed - rechts}
                  y1={yVan(c)}
                  y2={yVan(c)}
                />
                <text className="hv-cijferrij__as" x={links - 10} y={yVan(c) + 4.5} textAnchor="end">
                  {c}
                </text>
              </g>
            ))}
            {lijnen.map((lijn, s) => (
              <polyline
                key={scorers[s]}
                className="hv-cijferrij__spoor"
                points={lijn.map(({ i }) => `${plek[i]?.x},${plek[i]?.y}`).join(' ')}
                aria-hidden="true"
              />
            ))}
            {volgorde.map((i) => {
              const c = cijfers[i] as Cijfer;
              const p = plek[i] as { x: number; y: number };
              const naam = t.geef(c.cijfer, c.door.naam, datum(c.op, { nu }));
              return (
                <g
                  key={c.id}
                  ref={(el) => {
                    punten.current[i] = el;
                  }}
                  className={`hv-cijfer${laagste?.id === c.id ? ' hv-cijfer--laagste' : ''}`}
                  tabIndex={i === Math.min(actief, cijfers.length - 1) ? 0 : -1}
                  role="img"
                  aria-label={`${naam}. ${c.woorden ?? ''}`}
                  onFocus={() => {
                    setActief(i);
                    setZichtbaar(c);
                  }}
                  onBlur={() => setZichtbaar(undefined)}
                  onPointerEnter={() => setZichtbaar(c)}
                  onPointerDown={() => setZichtbaar(c)}
                >
                  <circle className="hv-cijfer__doel" cx={p.x} cy={p.y} r="12" />
                  <Merkteken i={scorers.indexOf(c.door.id)} x={p.x} y={p.y} />
                </g>
              );
            })}
          </svg>
          <div className="hv-cijferrij__as-tijd" aria-hidden="true">
            <span>{datum(new Date(begin), { kort: true, nu })}</span>
            <span>{datum(new Date(eind), { kort: true, nu })}</span>
          </div>
          <p className="hv-cijferrij__woorden" aria-hidden="true">
            {zichtbaar ? (
              <>
                <span className="hv-sterk">{zichtbaar.cijfer}</span> · {zichtbaar.door.naam} ·{' '}
                {zichtbaar.op.length > 10 ? moment(zichtbaar.op, nu) : datum(zichtbaar.op, { nu })} ·{' '}
                {zichtbaar.woorden ?? t.geenWoorden}
              </>
            ) : (
              ' '
            )}
          </p>
        </div>
      ) : null}
    </section>
  );
}
