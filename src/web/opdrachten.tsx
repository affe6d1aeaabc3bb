// SPDX-License-Identifier: EUPL-1.2

import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { vraagCasussen } from './casus/zoekterm.ts';
import { Dialoog } from './delen/dialoog.tsx';
import { Icoon, type IcoonNaam } from './delen/icoon.tsx';
import { Knop } from './delen/knop.tsx';
import { Toets } from './delen/toets.tsx';
import { useIk } from './ik.ts';
import { setInstellingen, useInstellingen } from './instellingen.ts';
import { type Plek, zijplekkenVan } from './plekken.ts';
import { plekwoorden } from './plekwoorden.ts';
import { useSneltoetslijst } from './sneltoetsen.ts';
import { aantal, useTeksten } from './taal.ts';
import { logOut } from './uitloggen.ts';

const woorden = {
  nl: {
    titel: 'Zoek of ga naar',
    zoek: 'Waar wilt u heen, of wat wilt u doen?',
    niets: 'Niets gevonden. Probeer een ander woord.',
    ga: 'Ga naar',
    casussen: 'Casussen',
    zoekCasus: (wat: string) => `Zoek “${wat}” in de casussen`,
    hier: 'Op deze pagina',
    doe: 'Instellen',
    donker: 'Donker thema',
    licht: 'Licht thema',
    auto: 'Thema van dit apparaat',
    compact: 'Compacte lijsten',
    ruim: 'Ruime lijsten',
    taal: 'Switch to English',
    toetsen: 'Sneltoetsen',
    toegankelijk: 'Toegankelijkheid',
    uit: 'Uitloggen',
    sluit: 'Sluiten',
    gevonden: (n: number) => aantal(n, 'keuze', 'keuzes'),
  },
  en: {
    titel: 'Search or go to',
    zoek: 'Where do you want to go, or what do you want to do?',
    niets: 'Nothing found. Try another word.',
    ga: 'Go to',
    casussen: 'Cases',
    zoekCasus: (wat: string) => `Search “${wat}” in the cases`,
    hier: 'On this page',
    doe: 'Settings',
    donker: 'Dark theme',
    licht: 'Light theme',
    auto: 'Theme of this device',
    compact: 'Compact lists',
    ruim: 'Wide lists',
    taal: 'Naar het Nederlands',
    toetsen: 'Keyboard shortcuts',
    toegankelijk: 'Accessibility',
    uit: 'Log out',
    sluit: 'Close',
    gevonden: (n: number) => aantal(n, 'choice', 'choices'),
  },
};

interface Opdracht {
  id: string;
  groep: string;
  label: string;
  icoon: IcoonNaam;
  toets?: string | undefined;
  doe: () => void;
}

const plat = (s: string) => s.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** All places and commands under Ctrl K. */
export function Opdrachten({
  open,
  onSluit,
  plekken,
}: {
  open: boolean;
  onSluit: () => void;
  plekken: readonly Plek[];
}) {
  const t = useTeksten(woorden);
  return (
    <Dialoog open={open} onSluit={onSluit} titel={t.titel} titelVerborgen className="hv-opdrachten">
      <Keuzes onSluit={onSluit} plekken={plekken} />
    </Dialoog>
  );
}

function Keuzes({ onSluit, plekken }: { onSluit: () => void; plekken: readonly Plek[] }) {
  const t = useTeksten(woorden);
  const p = useTeksten(plekwoorden);
  const router = useRouter();
  const ik = useIk();
  const inst = useInstellingen();
  const toetsen = useSneltoetslijst();
  const id = useId();
  const [tekst, setTekst] = useState('');
  const [actief, setActief] = useState(0);

  const alle = useMemo<Opdracht[]>(() => {
    const ga = (naar: string) => () => void router.navigate({ href: naar });
    return [
      ...plekken.map((plek) => ({
        id: plek.id,
        groep: t.ga,
        label: p[plek.id],
        icoon: plek.icoon,
        toets: `g ${plek.toets}`,
        doe: ga(plek.naar),
      })),
      ...zijplekkenVan(ik).map((plek) => ({
        id: `zij-${plek.id}`,
        groep: t.ga,
        label: p[plek.id],
        icoon: plek.icoon,
        doe: ga(plek.naar),
      })),
      // What the page itself can do, with its key. Places have their own line above.
      ...toetsen
        .filter((s) => s.groep !== undefined && !s.toets.startsWith('g '))
        .map((s) => ({
          id: `toets-${s.toets}`,
          groep: t.hier,
          label: s.uitleg,
          icoon: 'pijl' as const,
          toets: s.toets,
          doe: s.doe,
        })),
      ...(inst.thema === 'donker'
        ? [
            {
              id: 'licht',
              groep: t.doe,
              label: t.licht,
              icoon: 'oog' as const,
              doe: () => setInstellingen({ thema: 'licht' }),
            },
          ]
        : [
            {
              id: 'donker',
              groep: t.doe,
              label: t.donker,
              icoon: 'oog' as const,
              doe: () => setInstellingen({ thema: 'donker' }),
            },
          ]),
      ...(inst.thema === 'auto'
        ? []
        : [
            {
              id: 'auto',
              groep: t.doe,
              label: t.auto,
              icoon: 'oog' as const,
              doe: () => setInstellingen({ thema: 'auto' }),
            },
          ]),
      {
        id: 'dichtheid',
        groep: t.doe,
        label: inst.dichtheid === 'ruim' ? t.compact : t.ruim,
        icoon: 'werk',
        doe: () => setInstellingen({ dichtheid: inst.dichtheid === 'ruim' ? 'compact' : 'ruim' }),
      },
      {
        id: 'taal',
        groep: t.doe,
        label: t.taal,
        icoon: 'gesprek',
        doe: () => setInstellingen({ taal: inst.taal === 'nl' ? 'en' : 'nl' }),
      },
      { id: 'toetsen', groep: t.doe, label: t.toetsen, icoon: 'info', doe: ga('/sneltoetsen') },
      {
        id: 'toegankelijk',
        groep: t.doe,
        label: t.toegankelijk,
        icoon: 'info',
        doe: ga('/toegankelijkheid'),
      },
      { id: 'uit', groep: t.doe, label: t.uit, icoon: 'pijl', doe: () => void logOut() },
    ];
  }, [plekken, ik, toetsen, router, inst, t, p]);

  const zoek = plat(tekst).split(/\s+/).filter(Boolean);
  const treffers = alle.filter((o) => zoek.every((w) => plat(`${o.label} ${o.groep}`).includes(w)));
  // People are looked for in the list, when asked to: not at every letter that is typed here.
  const lijst = plekken.find((plek) => plek.id === 'casussen');
  const wie = tekst.trim();
  if (lijst && wie.length > 1)
    treffers.push({
      id: 'zoek-casus',
      groep: t.casussen,
      label: t.zoekCasus(wie),
      icoon: 'zoek',
      doe: () => {
        vraagCasussen(wie);
        void router.navigate({ href: lijst.naar });
      },
    });
  const keuze = Math.min(actief, treffers.length - 1);

  useEffect(() => {
    document.getElementById(`${id}-${keuze}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, keuze]);

  const doe = (o: Opdracht | undefined) => {
    if (!o) return;
    onSluit();
    // After the dialog has given the focus back: a page's own command may want it.
    requestAnimationFrame(() => o.doe());
  };
  const toets = (e: KeyboardEvent) => {
    const n = treffers.length;
    const doel = { ArrowDown: (keuze + 1) % n, ArrowUp: (keuze - 1 + n) % n }[e.key];
    if (doel !== undefined && n > 0) {
      e.preventDefault();
      setActief(doel);
    } else if (e.key === 'Enter') {
      e.preventDefault();
      doe(treffers[keuze]);
    }
  };

  return (
    <div className="hv-keuzes-ga">
      <div className="hv-keuzes-ga__vak">
        <Icoon naam="zoek" />
        <input
          type="text"
          role="combobox"
          data-focus
          autoComplete="off"
          spellCheck={false}
          aria-label={t.zoek}
          placeholder={t.zoek}
          aria-expanded="true"
          aria-controls={`${id}-lijst`}
          aria-activedescendant={keuze >= 0 ? `${id}-${keuze}` : undefined}
          value={tekst}
          onChange={(e) => {
            setTekst(e.target.value);
            setActief(0);
          }}
          onKeyDown={toets}
        />
        <Knop soort="stil" klein alleenIcoon icoon="kruis" onClick={onSluit}>
          {t.sluit}
        </Knop>
      </div>
      <div role="status" className="hv-verborgen">
        {t.gevonden(treffers.length)}
      </div>
      <div id={`${id}-lijst`} role="listbox" aria-label={t.titel} className="hv-keuzes-ga__lijst">
        {[...new Set(treffers.map((o) => o.groep))].map((g) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox has no element of its own
          <div key={g} role="group" aria-label={g}>
            <div className="hv-keuzes-ga__groep" aria-hidden="true">
              {g}
            </div>
            {treffers.map((o, i) =>
              o.groep === g ? (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox above
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
                <div
                  key={o.id}
                  id={`${id}-${i}`}
                  role="option"
                  aria-selected={i === keuze}
                  className="hv-keuzes-ga__keuze"
                  onPointerMove={() => setActief(i)}
                  onClick={() => doe(o)}
                >
                  <Icoon naam={o.icoon} />
                  <span>{o.label}</span>
                  {o.toets ? <Toets>{o.toets}</Toets> : null}
                </div>
              ) : null,
            )}
          </div>
        ))}
      </div>
      {treffers.length === 0 ? <p className="nl-paragraph hv-zacht hv-keuzes-ga__niets">{t.niets}</p> : null}
    </div>
  );
}
