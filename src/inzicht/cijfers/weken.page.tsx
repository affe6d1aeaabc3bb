// SPDX-License-Identifier: EUPL-1.2
// A number per week, as bars, with the same numbers as a table behind it.
import { useState } from 'react';
import { Knop } from '../../web/delen/knop.tsx';
import { Tabel } from '../../web/delen/tabel.tsx';
import { useNu } from '../../web/ik.ts';
import { getal, teksten, useTeksten } from '../../web/taal.ts';
import { datum } from '../../web/tijd.ts';
import './cijfers.css';

const woorden = teksten({
  nl: {
    tabel: 'Toon als tabel',
    beeld: 'Toon als beeld',
    week: 'Week van',
    aantal: 'Aantal',
    hoogste: (n: number) => `hoogste week: ${getal(n)}`,
    deels: (dag: string) => `${dag} (deels)`,
  },
  en: {
    tabel: 'Show as table',
    beeld: 'Show as picture',
    week: 'Week of',
    aantal: 'Number',
    hoogste: (n: number) => `most in a week: ${getal(n)}`,
    deels: (dag: string) => `${dag} (part)`,
  },
});

export interface WekenProps {
  bijschrift: string;
  weken: readonly { weekDatum: string; aantal: number }[];
}

/** The last bar is grey: that week is not over yet, or only a part of it counts. */
export function Weken({ bijschrift, weken }: WekenProps) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const [alsTabel, setAlsTabel] = useState(false);
  const hoogste = Math.max(1, ...weken.map((w) => w.aantal));
  const breedte = 100 / Math.max(1, weken.length);
  const kop = (d: string) => datum(d, { kort: true, nu });
  return (
    <div className="hv-stapel hv-krap">
      {alsTabel ? (
        <Tabel
          bijschrift={bijschrift}
          bijschriftVerborgen
          smal="schuif"
          rijen={weken}
          sleutel={(w) => w.weekDatum}
          kolommen={[
            { id: 'week', kop: t.week, cel: (w) => kop(w.weekDatum), rijkop: true },
            { id: 'aantal', kop: t.aantal, cel: (w) => getal(w.aantal), getal: true },
          ]}
        />
      ) : (
        <>
          <svg
            className="hv-weken"
            viewBox="0 0 100 40"
            preserveAspectRatio="none"
            role="img"
            aria-label={`${bijschrift}: ${weken.map((w) => `${kop(w.weekDatum)} ${w.aantal}`).join(', ')}`}
          >
            {weken.map((w, i) => {
              const hoogte = (w.aantal / hoogste) * 39;
              return (
                <rect
                  key={w.weekDatum}
                  className={`hv-weken__staaf${i === weken.length - 1 ? ' hv-weken__staaf--nu' : ''}`}
                  x={i * breedte + breedte * 0.12}
                  width={breedte * 0.76}
                  y={40 - hoogte}
                  height={hoogte}
                />
              );
            })}
            <line className="hv-weken__as" x1="0" x2="100" y1="40" y2="40" />
          </svg>
          <div className="hv-weken__voet" aria-hidden="true">
            {/* of one week the first is the last */}
            {weken.length > 1 ? <span>{kop(weken[0]?.weekDatum ?? '')}</span> : null}
            <span>{t.deels(kop(weken.at(-1)?.weekDatum ?? ''))}</span>
            <span>{t.hoogste(Math.max(0, ...weken.map((w) => w.aantal)))}</span>
          </div>
        </>
      )}
      <div className="hv-weken__knop">
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
    </div>
  );
}
