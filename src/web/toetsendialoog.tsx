// SPDX-License-Identifier: EUPL-1.2
import { Dialoog } from './delen/dialoog.tsx';
import { useInstellingen } from './instellingen.ts';
import { type Sneltoets, useSneltoetslijst } from './sneltoetsen.ts';
import { useTeksten } from './taal.ts';

const woorden = {
  nl: {
    titel: 'Sneltoetsen',
    overal: 'Overal',
    dan: 'dan',
    uit: 'Toetsen van één letter staan uit. Zet ze aan in het menu rechtsboven.',
  },
  en: {
    titel: 'Keyboard shortcuts',
    overal: 'Everywhere',
    dan: 'then',
    uit: 'Keys of one letter are off. Turn them on in the menu at the top right.',
  },
};

/** The keys that hold now, by group. */
export function Toetsenlijst() {
  const t = useTeksten(woorden);
  const { lettertoetsen } = useInstellingen();
  const lijst = useSneltoetslijst();
  const groepen = new Map<string, Sneltoets[]>();
  for (const s of lijst) {
    const g = s.groep ?? t.overal;
    const rij = groepen.get(g) ?? [];
    if (!rij.some((x) => x.toets === s.toets)) rij.push(s);
    groepen.set(g, rij);
  }
  return (
    <div className="hv-stapel hv-ruim">
      {lettertoetsen ? null : <p className="nl-paragraph">{t.uit}</p>}
      {[...groepen].map(([groep, rij]) => (
        <section key={groep} className="hv-stapel hv-krap">
          <h3 className="nl-heading nl-heading--level-3">{groep}</h3>
          <dl className="hv-toetsen">
            {rij.map((s) => (
              <div key={s.toets}>
                <dt>
                  {s.toets.split(' ').map((deel, i) => (
                    <span key={`${deel}-${String(i)}`}>
                      {i > 0 ? ` ${t.dan} ` : ''}
                      <kbd>
                        {deel
                          .replace(/^ctrl\+(.)$/, (_, letter: string) => `Ctrl ${letter.toUpperCase()}`)
                          .replace('ArrowDown', '↓')
                          .replace('ArrowUp', '↑')}
                      </kbd>
                    </span>
                  ))}
                </dt>
                <dd>{s.uitleg}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** The keys, under `?`. */
export function ToetsenDialoog({ open, onSluit }: { open: boolean; onSluit: () => void }) {
  const t = useTeksten(woorden);
  return (
    <Dialoog open={open} onSluit={onSluit} titel={t.titel}>
      <Toetsenlijst />
    </Dialoog>
  );
}
