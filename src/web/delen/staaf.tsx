// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { getal, useTeksten } from '../taal.ts';
import './balk.css';
import { Knop } from './knop.tsx';
import { Tabel } from './tabel.tsx';

export interface StaafDeel {
  id: string;
  /** "Geboortedatum" */
  label: string;
  /** In bits: above 0 speaks for the same person, below 0 against. */
  gewicht: number;
  /** "Gelijk: 4.096 keer waarschijnlijker bij dezelfde persoon." */
  zin: string;
}

export interface StaafProps {
  delen: readonly StaafDeel[];
  /** The sum and what it means. */
  totaal: { gewicht: number; zin: string };
  bijschrift: string;
}

const woorden = {
  nl: {
    tegen: '← tegen',
    voor: 'voor →',
    tabel: 'Toon als tabel',
    beeld: 'Toon als beeld',
    totaal: 'Samen',
    wat: 'Wat',
    gewicht: 'Gewicht (bits)',
    zin: 'Betekenis',
  },
  en: {
    tegen: '← against',
    voor: 'for →',
    tabel: 'Show as table',
    beeld: 'Show as picture',
    totaal: 'Together',
    wat: 'What',
    gewicht: 'Weight (bits)',
    zin: 'Meaning',
  },
};

/** Why two mentions may be the same person: each bar starts where the one before ended. And the same as a table. */
export function Staaf({ delen, totaal, bijschrift }: StaafProps) {
  const t = useTeksten(woorden);
  const [alsTabel, setAlsTabel] = useState(false);
  let som = 0;
  const stappen = delen.map((d) => {
    const van = som;
    som += d.gewicht;
    return { ...d, van, tot: som };
  });
  const grenzen = [0, totaal.gewicht, ...stappen.flatMap((s) => [s.van, s.tot])];
  const [laag, hoog] = [Math.min(...grenzen), Math.max(...grenzen)];
  const x = (g: number) => 2 + ((g - laag) / Math.max(1e-9, hoog - laag)) * 96;
  const gewicht = (g: number) => getal(g, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  return (
    <div className="hv-staven">
      <div className="hv-rij hv-rij--uit">
        <p className="hv-sterk nl-paragraph">{bijschrift}</p>
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
          bijschrift={bijschrift}
          bijschriftVerborgen
          rijen={[...delen, { id: '_totaal', label: t.totaal, ...totaal }]}
          sleutel={(d) => d.id}
          kolommen={[
            { id: 'wat', kop: t.wat, cel: (d) => d.label, rijkop: true },
            { id: 'gewicht', kop: t.gewicht, cel: (d) => gewicht(d.gewicht), getal: true },
            { id: 'zin', kop: t.zin, cel: (d) => d.zin },
          ]}
        />
      ) : (
        <>
          <div className="hv-staven__uitleg" aria-hidden="true">
            <span>{t.tegen}</span>
            <span>{t.voor}</span>
          </div>
          <ul className="hv-lijst-kaal hv-staven">
            {stappen.map((s) => (
              <li key={s.id} className="hv-staaf">
                <div className="hv-staaf__zin">
                  <span className="hv-staaf__label">{s.label}.</span> {s.zin}
                </div>
                <svg
                  className="hv-staaf__beeld"
                  viewBox="0 0 100 20"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <line className="hv-staaf__as" x1={x(0)} x2={x(0)} y1="0" y2="20" />
                  <rect
                    className={s.gewicht < 0 ? 'hv-staaf__tegen' : 'hv-staaf__voor'}
                    x={x(Math.min(s.van, s.tot))}
                    width={Math.max(0.8, Math.abs(x(s.tot) - x(s.van)))}
                    y="4"
                    height="12"
                  />
                </svg>
              </li>
            ))}
            <li className="hv-staaf hv-staaf--som">
              <div className="hv-staaf__zin">
                <span className="hv-staaf__label">{t.totaal}.</span> {totaal.zin}
              </div>
              <svg
                className="hv-staaf__beeld"
                viewBox="0 0 100 20"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <line className="hv-staaf__as" x1={x(0)} x2={x(0)} y1="0" y2="20" />
                <rect
                  className="hv-staaf__som"
                  x={x(Math.min(0, totaal.gewicht))}
                  width={Math.max(0.8, Math.abs(x(totaal.gewicht) - x(0)))}
                  y="4"
                  height="12"
                />
              </svg>
            </li>
          </ul>
        </>
      )}
    </div>
  );
}
