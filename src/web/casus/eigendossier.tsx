// SPDX-License-Identifier: EUPL-1.2
// What an organisation received or recorded itself in a casus in which it has no part any more.
import type { EigenStuk } from '../../kern/casus/casus.api.ts';
import type { ControlesAntwoord } from '../../keten/beoordeling/controle.api.ts';
import { CONTROLE_UITKOMSTEN } from '../../keten/beoordeling/controle.ts';
import { useLees } from '../api.ts';
import { Kop } from '../delen/kop.tsx';
import { Link } from '../delen/link.tsx';
import { Lezing } from '../delen/toestand.tsx';
import { useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { useBestaat } from '../routes.ts';
import { teksten, useTeksten } from '../taal.ts';
import { datum } from '../tijd.ts';
import type { Casusbeeld } from './casuskader.tsx';

const woorden = teksten({
  nl: {
    titel: 'Uw eigen dossier',
    melding: 'Melding',
    beoordeling: 'Veiligheidsbeoordeling',
    terugkoppeling: 'Terugkoppeling aan de melder',
    overdracht: 'Overdracht',
    monitormoment: 'Monitormoment',
    geen: 'Er zijn geen stukken met een eigen pagina. Wat uw organisatie deed staat hieronder.',
    gekeken: 'Toen uw organisatie keek',
  },
  en: {
    titel: 'Your own file',
    melding: 'Report',
    beoordeling: 'Safety assessment',
    terugkoppeling: 'Feedback to the reporter',
    overdracht: 'Handover',
    monitormoment: 'Monitoring moment',
    geen: 'There are no documents with a page of their own. What your organisation did is below.',
    gekeken: 'When your organisation looked',
  },
});

const PLEK: Record<EigenStuk, { patroon: string; pad: (id: string) => string }> = {
  melding: { patroon: '/meldingen/$id', pad: (id) => `/meldingen/${id}` },
  beoordeling: { patroon: '/beoordelingen/$id', pad: (id) => `/beoordelingen/${id}` },
  terugkoppeling: { patroon: '/terugkoppelingen/$id', pad: (id) => `/terugkoppelingen/${id}` },
  overdracht: { patroon: '/overdrachten/$id', pad: (id) => `/overdrachten/${id}` },
  monitormoment: { patroon: '/monitoring/$id', pad: (id) => `/monitoring/${id}` },
};

/** The documents of the own dossier, oldest first, and what the own organisation saw when it looked. */
export function EigenDossier({ beeld }: { beeld: Casusbeeld }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const bestaat = useBestaat();
  const controles = useLees<ControlesAntwoord>(
    ['casus', beeld.id, 'veiligheidscontroles'],
    `/casussen/${beeld.id}/veiligheidscontroles`,
  );
  return (
    <section className="hv-deel hv-stapel" aria-labelledby="eigen-dossier">
      <Kop niveau={2} id="eigen-dossier">
        {t.titel}
      </Kop>
      {beeld.eigenStukken.length === 0 ? <p className="nl-paragraph hv-zacht">{t.geen}</p> : null}
      <ul className="hv-lijst-kaal hv-stapel hv-krap">
        {beeld.eigenStukken.map((s) => {
          const naam = [t[s.soort], s.nummer].filter(Boolean).join(' ');
          const { patroon, pad } = PLEK[s.soort];
          return (
            <li key={s.id}>
              {bestaat(patroon) ? <Link naar={pad(s.id)}>{naam}</Link> : naam}{' '}
              <span className="hv-klein hv-zacht">{datum(s.vastgelegdOp, { kort: true, nu })}</span>
            </li>
          );
        })}
      </ul>
      <Lezing vraag={controles} vorm="lijst">
        {({ items }) =>
          items.length === 0 ? null : (
            <div className="hv-stapel hv-krap">
              <Kop niveau={3}>{t.gekeken}</Kop>
              <ul className="hv-lijst-kaal hv-stapel hv-krap">
                {items.map((c) => (
                  <li key={c.id}>
                    <span className="hv-sterk">{datum(c.gezienOp, { kort: true, nu })}</span>{' '}
                    {CONTROLE_UITKOMSTEN.find((u) => u.code === c.uitkomst)?.[taal] ?? c.uitkomst}{' '}
                    <span lang="nl">
                      · {c.met} · {c.toelichting}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )
        }
      </Lezing>
    </section>
  );
}
