// SPDX-License-Identifier: EUPL-1.2
import { useTeksten } from '../taal.ts';
import './fasestappen.css';
import { Icoon } from './icoon.tsx';

export type FaseNummer = 1 | 2 | 3 | 4 | 5;

export interface FaseStappenProps {
  huidig: FaseNummer;
  /** The phases whose plan is done; without it: all before the present one. A relapse goes back to 1 and keeps them. */
  klaar?: readonly FaseNummer[] | undefined;
  /** Smaller, for the strip that never scrolls away: on a phone only "Fase 2 van 5: stabiele veiligheid". */
  compact?: boolean | undefined;
}

const woorden = {
  nl: {
    titel: 'Fase van de aanpak',
    fasen: {
      1: 'Directe veiligheid',
      2: 'Stabiele veiligheid',
      3: 'Herstel',
      4: 'Stabilisatie',
      5: 'Omgaan met terugval',
    },
    nu: 'nu',
    klaar: 'gedaan',
    straks: 'later',
    fase: (n: number) => `Fase ${n} van 5:`,
  },
  en: {
    titel: 'Phase of the approach',
    fasen: {
      1: 'Direct safety',
      2: 'Stable safety',
      3: 'Recovery',
      4: 'Stabilisation',
      5: 'Handling relapse',
    },
    nu: 'now',
    klaar: 'done',
    straks: 'later',
    fase: (n: number) => `Phase ${n} of 5:`,
  },
};

const alle = [1, 2, 3, 4, 5] as const;

/** The five phases of working together for safety, as steps. */
export function FaseStappen({ huidig, klaar, compact }: FaseStappenProps) {
  const t = useTeksten(woorden);
  const gedaan = klaar ?? alle.filter((n) => n < huidig);
  return (
    <div className={`hv-fasen${compact ? ' hv-fasen--compact' : ''}`}>
      <ol className="hv-fasen__lijst hv-lijst-kaal" aria-label={t.titel}>
        {alle.map((n) => {
          const stand = n === huidig ? 'nu' : gedaan.includes(n) ? 'klaar' : 'straks';
          return (
            <li
              key={n}
              className={`hv-fase hv-fase--${stand}`}
              {...(stand === 'nu' ? { 'aria-current': 'step' as const } : {})}
            >
              <span className="hv-fase__bol" aria-hidden="true">
                {stand === 'klaar' ? <Icoon naam="vink" /> : n}
              </span>
              <span className="hv-fase__naam">
                {t.fasen[n]}
                <span className="hv-verborgen">, {t[stand]}</span>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="hv-fasen__kort" aria-hidden="true">
        {t.fase(huidig)} <span className="hv-sterk">{t.fasen[huidig].toLowerCase()}</span>
      </p>
    </div>
  );
}
