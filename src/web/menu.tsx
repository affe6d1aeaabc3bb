// SPDX-License-Identifier: EUPL-1.2
import { useRef } from 'react';
import { Icoon } from './delen/icoon.tsx';
import { Keuzerondjes } from './delen/keuzerondjes.tsx';
import { Knop } from './delen/knop.tsx';
import { Link } from './delen/link.tsx';
import { Vinkje } from './delen/vinkjes.tsx';
import { useFunctienaam } from './functiewoorden.ts';
import { useIk } from './ik.ts';
import { type Instellingen, setInstellingen, useInstellingen } from './instellingen.ts';
import { zijplekkenVan } from './plekken.ts';
import { plekwoorden } from './plekwoorden.ts';
import { useTeksten } from './taal.ts';
import { logOut } from './uitloggen.ts';

const woorden = {
  nl: {
    menu: 'U en uw instellingen',
    thema: 'Licht of donker',
    auto: 'Zoals dit apparaat',
    licht: 'Licht',
    donker: 'Donker',
    dichtheid: 'Ruimte in lijsten',
    ruim: 'Ruim',
    compact: 'Compact',
    taal: 'Taal',
    letters: 'Toetsen van één letter',
    lettersUitleg: 'Zet uit als u met uw stem typt.',
    toetsen: 'Sneltoetsen',
    toegankelijk: 'Toegankelijkheid',
    uit: 'Uitloggen',
  },
  en: {
    menu: 'You and your settings',
    thema: 'Light or dark',
    auto: 'As this device',
    licht: 'Light',
    donker: 'Dark',
    dichtheid: 'Space in lists',
    ruim: 'Wide',
    compact: 'Compact',
    taal: 'Language',
    letters: 'Keys of one letter',
    lettersUitleg: 'Turn off when you type by voice.',
    toetsen: 'Keyboard shortcuts',
    toegankelijk: 'Accessibility',
    uit: 'Log out',
  },
};

/** "Jeanine Visser" → "J. Visser": short in the bar, whole in the menu. */
export function shortName(naam: string): string {
  const delen = naam.trim().split(/\s+/);
  return delen.length < 2 ? naam : `${delen[0]?.[0] ?? ''}. ${delen.slice(1).join(' ')}`;
}

/** Organisation and person in the bar; behind it the settings and the way out. */
export function Menu({ onToetsen }: { onToetsen: () => void }) {
  const t = useTeksten(woorden);
  const p = useTeksten(plekwoorden);
  const ik = useIk();
  const functie = useFunctienaam(ik.medewerker.functie);
  const inst = useInstellingen();
  const vak = useRef<HTMLDivElement>(null);
  const sluit = () => vak.current?.hidePopover();
  return (
    <>
      <button type="button" className="hv-wie" popoverTarget="hv-menu">
        <span className="hv-verborgen">{t.menu}: </span>
        <span className="hv-wie__organisatie">{ik.organisatie.naam}</span>
        <span className="hv-wie__naam">{shortName(ik.medewerker.naam)}</span>
        <Icoon naam="mens" className="hv-wie__icoon" />
        <Icoon naam="omlaag" />
      </button>
      <div id="hv-menu" ref={vak} popover="auto" className="hv-menu" role="dialog" aria-label={t.menu}>
        <div>
          <p className="hv-menu__naam">{ik.medewerker.naam}</p>
          <p className="hv-menu__bij">
            {functie} · {ik.organisatie.naam}
          </p>
        </div>
        <ul className="hv-lijst-kaal hv-stapel hv-krap">
          {zijplekkenVan(ik).map((plek) => (
            <li key={plek.id}>
              <Link naar={plek.naar} icoon={plek.icoon} onClick={sluit}>
                {p[plek.id]}
              </Link>
            </li>
          ))}
        </ul>
        <Keuzerondjes
          label={t.thema}
          name="instelling-thema"
          waarde={inst.thema}
          onKies={(v) => setInstellingen({ thema: v as Instellingen['thema'] })}
          opties={[
            { waarde: 'auto', label: t.auto },
            { waarde: 'licht', label: t.licht },
            { waarde: 'donker', label: t.donker },
          ]}
        />
        <Keuzerondjes
          label={t.dichtheid}
          name="instelling-dichtheid"
          waarde={inst.dichtheid}
          onKies={(v) => setInstellingen({ dichtheid: v as Instellingen['dichtheid'] })}
          opties={[
            { waarde: 'ruim', label: t.ruim },
            { waarde: 'compact', label: t.compact },
          ]}
        />
        <Keuzerondjes
          label={t.taal}
          name="instelling-taal"
          waarde={inst.taal}
          onKies={(v) => setInstellingen({ taal: v as Instellingen['taal'] })}
          opties={[
            { waarde: 'nl', label: <span lang="nl">Nederlands</span> },
            { waarde: 'en', label: <span lang="en">English</span> },
          ]}
        />
        <Vinkje
          name="instelling-letters"
          label={t.letters}
          uitleg={t.lettersUitleg}
          checked={inst.lettertoetsen}
          onChange={(e) => setInstellingen({ lettertoetsen: e.target.checked })}
        />
        <div className="hv-menu__voet">
          <Knop
            soort="stil"
            klein
            toets="?"
            onClick={() => {
              sluit();
              onToetsen();
            }}
          >
            {t.toetsen}
          </Knop>
          <Link naar="/toegankelijkheid" className="hv-klein" onClick={sluit}>
            {t.toegankelijk}
          </Link>
          <Knop klein onClick={() => void logOut()}>
            {t.uit}
          </Knop>
        </div>
      </div>
    </>
  );
}
