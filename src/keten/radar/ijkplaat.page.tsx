// SPDX-License-Identifier: EUPL-1.2
// The reliability diagram: of the pairs to which the model gave a chance, how many truly were one person. And the same as a table.
import { useState } from 'react';
import { Knop } from '../../web/delen/knop.tsx';
import { Tabel } from '../../web/delen/tabel.tsx';
import { getal, teksten, useTeksten } from '../../web/taal.ts';
import type { Band } from './cijfersvorm.ts';
import './radar.css';

const woorden = teksten({
  nl: {
    bijschrift: 'Komt de kans uit?',
    gegeven: 'Kans die het model gaf',
    uitgekomen: 'Deel dat echt dezelfde persoon was',
    paren: 'Paren',
    schaal: 'Kans',
    tabel: 'Toon als tabel',
    beeld: 'Toon als beeld',
    lees: 'Op de lijn: de kans kwam precies uit. Onder de lijn: het model was te zeker. Een grotere stip is meer paren.',
    stip: (n: string, g: string, w: string) => `${n} paren: kans ${g}, uitgekomen ${w}`,
  },
  en: {
    bijschrift: 'Does the chance come true?',
    gegeven: 'Chance that the model gave',
    uitgekomen: 'Share that truly was the same person',
    paren: 'Pairs',
    schaal: 'Chance',
    tabel: 'Show as table',
    beeld: 'Show as picture',
    lees: 'On the line: the chance came true exactly. Below the line: the model was too sure. A larger dot is more pairs.',
    stip: (n: string, g: string, w: string) => `${n} pairs: chance ${g}, came true ${w}`,
  },
});

const procent = (x: number) =>
  getal(x, { style: 'percent', maximumFractionDigits: x > 0 && (x < 0.01 || x > 0.99) ? 2 : 0 });

const B = 480;
const H = 380;
const RAND = { links: 64, onder: 56, boven: 16, rechts: 20 } as const;
const x = (p: number) => RAND.links + p * (B - RAND.links - RAND.rechts);
const y = (p: number) => H - RAND.onder - p * (H - RAND.onder - RAND.boven);

/** A picture of `banden`, and the same as a table. */
export function Ijkplaat({ banden }: { banden: readonly Band[] }) {
  const t = useTeksten(woorden);
  const [alsTabel, setAlsTabel] = useState(false);
  const vol = banden.filter((b) => b.paren > 0);
  const meest = Math.max(...vol.map((b) => b.paren));
  return (
    <figure className="hv-ijkplaat">
      <figcaption className="hv-verborgen">{t.bijschrift}</figcaption>
      {alsTabel ? (
        <Tabel
          bijschrift={t.bijschrift}
          bijschriftVerborgen
          rijen={vol}
          sleutel={(b) => String(b.van)}
          kolommen={[
            { id: 'van', kop: t.schaal, cel: (b) => `${procent(b.van)} – ${procent(b.tot)}`, rijkop: true },
            { id: 'paren', kop: t.paren, cel: (b) => getal(b.paren), getal: true },
            { id: 'gegeven', kop: t.gegeven, cel: (b) => procent(b.gemiddeld), getal: true },
            { id: 'waar', kop: t.uitgekomen, cel: (b) => procent(b.waar), getal: true },
          ]}
        />
      ) : (
        <svg viewBox={`0 0 ${B} ${H}`} role="img" aria-label={`${t.bijschrift} ${t.lees}`}>
          {[0, 0.25, 0.5, 0.75, 1].map((p) => (
            <g key={p} className="hv-ijkplaat__as">
              <line x1={x(0)} x2={x(1)} y1={y(p)} y2={y(p)} />
              <text x={x(0) - 8} y={y(p)} textAnchor="end" dominantBaseline="middle">
                {procent(p)}
              </text>
              <text x={x(p)} y={y(0) + 18} textAnchor="middle">
                {procent(p)}
              </text>
            </g>
          ))}
          <line className="hv-ijkplaat__juist" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
          {vol.map((b) => (
            <circle
              key={b.van}
              className="hv-ijkplaat__stip"
              cx={x(b.gemiddeld)}
              cy={y(b.waar)}
              r={4 + 9 * Math.sqrt(b.paren / meest)}
            >
              <title>{t.stip(getal(b.paren), procent(b.gemiddeld), procent(b.waar))}</title>
            </circle>
          ))}
          <text x={(x(0) + x(1)) / 2} y={H - 8} textAnchor="middle">
            {t.gegeven}
          </text>
          <text
            x={14}
            y={(y(0) + y(1)) / 2}
            textAnchor="middle"
            transform={`rotate(-90 14 ${(y(0) + y(1)) / 2})`}
          >
            {t.uitgekomen}
          </text>
        </svg>
      )}
      <p className="nl-paragraph hv-klein hv-zacht">{t.lees}</p>
      <Knop klein soort="stil" onClick={() => setAlsTabel(!alsTabel)}>
        {alsTabel ? t.beeld : t.tabel}
      </Knop>
    </figure>
  );
}
