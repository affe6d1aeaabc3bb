// SPDX-License-Identifier: EUPL-1.2
// What a person may do with a term besides what it asks: say that it was done, let it stand still until a day, extend it. With a reason (P7).
import { useState } from 'react';
import { OPSCHORTEN_HOOGSTENS_DAGEN } from '../../kern/termijn/termijn.ts';
import { dagnummer, eindeVanDag } from '../../platform/clock/dagen.ts';
import { useDoe } from '../api.ts';
import { Datumveld } from '../delen/datumveld.tsx';
import { Formulierdialoog, naBewaren, useWaarden } from '../delen/formulierdialoog.tsx';
import { Keuzerondjes } from '../delen/keuzerondjes.tsx';
import { Knop } from '../delen/knop.tsx';
import { Tekstvak } from '../delen/tekstvak.tsx';
import { teksten, useTeksten } from '../taal.ts';
import { type Casusbeeld, casusSleutels } from './casuskader.tsx';

const woorden = teksten({
  nl: {
    gedaan: 'Is gedaan',
    gedaanVan: (v: string) => `Is gedaan: ${v}`,
    watGedaan: 'Wat is er gedaan, en door wie?',
    isGedaan: 'Vastgelegd wat er is gedaan.',
    schort: 'Zet stil',
    schortVan: (v: string) => `Zet stil: ${v}`,
    waaromStil: 'Waarom kan het nu niet?',
    totWanneer: 'Tot en met welke dag?',
    totHulp: (weken: number) =>
      `Daarna loopt de termijn vanzelf weer. Hoogstens ${weken} weken; dan kijkt u opnieuw of het nodig is.`,
    isStil: 'De termijn staat stil. Daarna loopt hij vanzelf weer.',
    hervat: 'Laat weer lopen',
    hervatVan: (v: string) => `Laat weer lopen: ${v}`,
    waaromHervat: 'Waarom kan het weer?',
    loopt: 'De termijn loopt weer.',
    verleng: 'Verleng',
    verlengVan: (v: string) => `Verleng: ${v}`,
    waaromLanger: 'Waarom is er meer tijd nodig?',
    hoeLang: 'Hoeveel langer?',
    week: '1 week',
    weken: '2 weken',
    isLanger: 'De termijn is verlengd.',
    vul: 'Zeg waarom.',
    vulDag: 'Kies een dag, en zeg waarom.',
    vulWat: 'Zeg wat er is gedaan.',
  },
  en: {
    gedaan: 'Was done',
    gedaanVan: (v: string) => `Was done: ${v}`,
    watGedaan: 'What was done, and by whom?',
    isGedaan: 'Recorded what was done.',
    schort: 'Suspend',
    schortVan: (v: string) => `Suspend: ${v}`,
    waaromStil: 'Why is it not possible now?',
    totWanneer: 'Up to and including which day?',
    totHulp: (weken: number) =>
      `After that the term runs again by itself. At most ${weken} weeks; then you look again whether it is needed.`,
    isStil: 'The term is suspended. After that it runs again by itself.',
    hervat: 'Let it run again',
    hervatVan: (v: string) => `Let it run again: ${v}`,
    waaromHervat: 'Why is it possible again?',
    loopt: 'The term runs again.',
    verleng: 'Extend',
    verlengVan: (v: string) => `Extend: ${v}`,
    waaromLanger: 'Why is more time needed?',
    hoeLang: 'How much longer?',
    week: '1 week',
    weken: '2 weeks',
    isLanger: 'The term was extended.',
    vul: 'Say why.',
    vulDag: 'Choose a day, and say why.',
    vulWat: 'Say what was done.',
  },
});

type Termijn = Casusbeeld['termijnen'][number];
type Stap = 'afronding' | 'opschorting' | 'hervatting' | 'verlenging';

/** Who must look first says so on the page where it is looked at. */
const ELDERS: ReadonlySet<string> = new Set(['noodknop_gezien', 'verzegelde_melding']);

/** The steps that this term allows; nothing when it allows none. */
export function Termijnstappen({
  casusId,
  termijn,
  vraag,
}: {
  casusId: string;
  termijn: Termijn;
  /** What it asks, in words. */
  vraag: string;
}) {
  const t = useTeksten(woorden);
  const [stap, setStap] = useState<Stap>();
  const kan: readonly (readonly [Stap, string, string])[] = [
    ...(termijn.magAfronden && !ELDERS.has(termijn.soort)
      ? [['afronding', t.gedaan, t.gedaanVan(vraag)] as const]
      : []),
    ...(termijn.magHervatten ? [['hervatting', t.hervat, t.hervatVan(vraag)] as const] : []),
    ...(termijn.magVerlengen ? [['verlenging', t.verleng, t.verlengVan(vraag)] as const] : []),
    ...(termijn.magOpschorten ? [['opschorting', t.schort, t.schortVan(vraag)] as const] : []),
  ];
  if (kan.length === 0) return null;
  return (
    <>
      <div className="hv-rij hv-uitlijn hv-geen-print">
        {kan.map(([naam, tekst, label]) => (
          <Knop key={naam} soort="stil" klein aria-label={label} onClick={() => setStap(naam)}>
            {tekst}
          </Knop>
        ))}
      </div>
      <Stapdialoog
        casusId={casusId}
        termijn={termijn}
        stap={stap}
        titel={kan.find(([naam]) => naam === stap)?.[2] ?? ''}
        onSluit={() => setStap(undefined)}
      />
    </>
  );
}

function Stapdialoog({
  casusId,
  termijn,
  stap,
  titel,
  onSluit,
}: {
  casusId: string;
  termijn: Termijn;
  stap: Stap | undefined;
  titel: string;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const f = useWaarden({ reden: '', tot: '', aantal: '1' }, stap);
  const gedaan = {
    afronding: t.isGedaan,
    opschorting: t.isStil,
    hervatting: t.loopt,
    verlenging: t.isLanger,
  };
  const doe = useDoe<Record<string, unknown>>(`/termijnen/${termijn.id}/${stap}`, {
    ververs: [...casusSleutels(casusId), ['werk'], ['ik']],
    naSucces: naBewaren(f, stap ? gedaan[stap] : '', onSluit),
  });
  const { reden, tot, aantal } = f.waarden;
  const heleDag = /^\d{4}-\d{2}-\d{2}$/.test(tot);
  const label = {
    afronding: t.watGedaan,
    opschorting: t.waaromStil,
    hervatting: t.waaromHervat,
    verlenging: t.waaromLanger,
  };
  return (
    <Formulierdialoog
      open={stap !== undefined}
      onSluit={onSluit}
      titel={titel}
      bewaar={titel.split(':')[0] ?? ''}
      uit={!f.heeft('reden') || (stap === 'opschorting' && !heleDag)}
      waaromNiet={stap === 'opschorting' ? t.vulDag : stap === 'afronding' ? t.vulWat : t.vul}
      doe={doe}
      onBewaar={() =>
        doe.mutate({
          reden,
          ...(stap === 'opschorting' ? { totOp: eindeVanDag(dagnummer(tot)).toISOString() } : {}),
          ...(stap === 'verlenging' ? { aantal: Number(aantal), eenheid: 'weken' } : {}),
        })
      }
    >
      {stap === 'opschorting' ? (
        <Datumveld
          name="totOp"
          label={t.totWanneer}
          hulp={t.totHulp(OPSCHORTEN_HOOGSTENS_DAGEN / 7)}
          verplicht
          heleDag
          soort="gepland"
          value={tot}
          onChange={(x) => f.zet({ tot: x })}
        />
      ) : null}
      {stap === 'verlenging' ? (
        <Keuzerondjes
          name="aantal"
          label={t.hoeLang}
          opties={[
            { waarde: '1', label: t.week },
            { waarde: '2', label: t.weken },
          ]}
          waarde={aantal}
          onKies={(x) => f.zet({ aantal: x })}
        />
      ) : null}
      <Tekstvak {...f.veld('reden')} label={stap ? label[stap] : ''} verplicht maxLength={2000} regels={3} />
    </Formulierdialoog>
  );
}
