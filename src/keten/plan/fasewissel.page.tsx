// SPDX-License-Identifier: EUPL-1.2
// In which of the five phases the household is, and the step to another.
import { useState } from 'react';
import { FASEN } from '../../kern/casus/casus.ts';
import { useDoe, useLees } from '../../web/api.ts';
import { type Casusbeeld, casusSleutels } from '../../web/casus/casuskader.tsx';
import { Bericht } from '../../web/delen/bericht.tsx';
import { type FaseNummer, FaseStappen } from '../../web/delen/fasestappen.tsx';
import { Formulierdialoog, useWaarden } from '../../web/delen/formulierdialoog.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Lezing } from '../../web/delen/toestand.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { datum } from '../../web/tijd.ts';
import type { FasewisselingenAntwoord } from './fasewissel.api.ts';
import { bezwaarTegenWissel } from './plan.ts';

const woorden = teksten({
  nl: {
    fase: 'Fase',
    faseBegin: 'Begin met fase 1',
    faseVerder: (n: number) => `Naar fase ${n}`,
    faseTerug: (n: number) => `Terug naar fase ${n}`,
    terugval: 'Terugval',
    terugvalTitel: 'Terugval: terug naar fase 1',
    terugvalUitleg:
      'Het is weer onveilig. De casus gaat terug naar directe veiligheid. Alle afspraken uit latere fasen blijven staan.',
    reden: 'Waarom nu?',
    redenTerugval: 'Wat is er gebeurd?',
    ondanks: 'Waarom toch een fase verder?',
    nogNiet: (n: number) =>
      n === 1
        ? 'Van 1 voorwaarde is nog niet gezien dat die wordt nageleefd.'
        : `Van ${n} voorwaarden is nog niet gezien dat ze worden nageleefd.`,
    keuze:
      'Verder gaan kan als elke open voorwaarde het laatst als nageleefd is gezien, of met een reden. Dat is onze keuze: een vaste regel is niet bekend.',
    bewaarFase: 'Leg vast',
    gewisseld: (n: number) => `De casus is nu in fase ${n}.`,
    verloop: 'Hoe het zo kwam',
    van: (van: string, naar: string) => (van ? `Van fase ${van} naar ${naar}` : `Begonnen met fase ${naar}`),
    ondanksWas: (r: string) => `Ondanks open voorwaarden: ${r}`,
    vul: 'Vul eerst in wat nodig is.',
  },
  en: {
    fase: 'Phase',
    faseBegin: 'Begin with phase 1',
    faseVerder: (n: number) => `To phase ${n}`,
    faseTerug: (n: number) => `Back to phase ${n}`,
    terugval: 'Relapse',
    terugvalTitel: 'Relapse: back to phase 1',
    terugvalUitleg:
      'It is unsafe again. The case goes back to immediate safety. All agreements of later phases stay.',
    reden: 'Why now?',
    redenTerugval: 'What happened?',
    ondanks: 'Why go on nevertheless?',
    nogNiet: (n: number) =>
      n === 1
        ? 'Of 1 condition nobody has seen yet that it is kept.'
        : `Of ${n} conditions nobody has seen yet that they are kept.`,
    keuze:
      'Source unknown, default: going on is possible when every open condition was last seen as kept, or with a reason.',
    bewaarFase: 'Record',
    gewisseld: (n: number) => `The case is now in phase ${n}.`,
    verloop: 'How it came about',
    van: (van: string, naar: string) => (van ? `From phase ${van} to ${naar}` : `Began with phase ${naar}`),
    ondanksWas: (r: string) => `In spite of open conditions: ${r}`,
    vul: 'Fill in what is needed first.',
  },
});

export function Fasedeel({ beeld, mag }: { beeld: Casusbeeld; mag: boolean }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const [naar, setNaar] = useState<{ fase: FaseNummer; terugval: boolean }>();
  const vraag = useLees<FasewisselingenAntwoord>(
    ['casus', beeld.id, 'fasewisselingen'],
    `/casussen/${beeld.id}/fasewisselingen`,
  );
  return (
    <section className="hv-stapel" aria-labelledby="fase">
      <Kop niveau={2} id="fase">
        {t.fase}
      </Kop>
      <Lezing vraag={vraag} rijen={2}>
        {(f) => {
          const fase = f.fase;
          const plan = FASEN.find((x) => x.nummer === fase);
          return (
            <>
              {fase === null ? null : (
                <div className="hv-plan__fasen">
                  <FaseStappen huidig={fase as FaseNummer} klaar={f.gedaan as FaseNummer[]} />
                </div>
              )}
              {plan ? (
                <p className="nl-paragraph">
                  {plan[taal]}
                  {taal === 'nl' ? `: ${plan.plan}.` : '.'}
                </p>
              ) : null}
              {mag ? (
                <div className="hv-rij hv-geen-print">
                  {fase === null ? (
                    <Knop soort="hoofd" onClick={() => setNaar({ fase: 1, terugval: false })}>
                      {t.faseBegin}
                    </Knop>
                  ) : null}
                  {fase !== null && fase < 5 ? (
                    <Knop
                      soort="tweede"
                      onClick={() => setNaar({ fase: (fase + 1) as FaseNummer, terugval: false })}
                    >
                      {t.faseVerder(fase + 1)}
                    </Knop>
                  ) : null}
                  {fase !== null && fase > 1 ? (
                    <>
                      <Knop onClick={() => setNaar({ fase: (fase - 1) as FaseNummer, terugval: false })}>
                        {t.faseTerug(fase - 1)}
                      </Knop>
                      <Knop icoon="aandacht" onClick={() => setNaar({ fase: 1, terugval: true })}>
                        {t.terugval}
                      </Knop>
                    </>
                  ) : null}
                </div>
              ) : null}
              {f.wisselingen.length > 0 ? (
                <details className="hv-geen-print">
                  <summary>{t.verloop}</summary>
                  <ol className="hv-lijst-kaal hv-stapel hv-krap">
                    {f.wisselingen.map((w) => (
                      <li key={w.id} className="hv-klein">
                        <span className="hv-sterk">
                          {w.terugval ? `${t.terugval}: ` : ''}
                          {t.van(w.van === null ? '' : String(w.van), String(w.naar))}
                        </span>{' '}
                        <span className="hv-zacht">
                          · {datum(w.gewisseldOp, { kort: true, nu })}
                          {w.door ? ` · ${w.door}` : ''}
                        </span>
                        <br />
                        {w.reden}
                        {w.ondanks ? (
                          <>
                            <br />
                            {t.ondanksWas(w.ondanks)}
                          </>
                        ) : null}
                      </li>
                    ))}
                  </ol>
                </details>
              ) : null}
              <Wissel id={beeld.id} f={f} naar={naar} onSluit={() => setNaar(undefined)} />
            </>
          );
        }}
      </Lezing>
    </section>
  );
}

function Wissel({
  id,
  f,
  naar,
  onSluit,
}: {
  id: string;
  f: FasewisselingenAntwoord;
  naar: { fase: FaseNummer; terugval: boolean } | undefined;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const w = useWaarden({ reden: '', ondanks: '' }, naar && `${naar.fase} ${naar.terugval}`);
  const doe = useDoe<Record<string, unknown>>(`/casussen/${id}/fasewisselingen`, {
    ververs: casusSleutels(id),
    naSucces: (_uit, invoer) => {
      w.leeg();
      toonToast({ tekst: t.gewisseld(Number(invoer['naar'])) });
      onSluit();
    },
  });
  const bezwaar = naar
    ? bezwaarTegenWissel({
        van: f.fase,
        naar: naar.fase,
        terugval: naar.terugval,
        ondanks: null,
        nietNageleefd: f.nietNageleefd,
      })
    : [];
  const moet = bezwaar.some((b) => b.veld === 'ondanks');
  return (
    <Formulierdialoog
      open={naar !== undefined}
      onSluit={onSluit}
      titel={
        !naar
          ? ''
          : naar.terugval
            ? t.terugvalTitel
            : f.fase !== null && naar.fase < f.fase
              ? t.faseTerug(naar.fase)
              : t.faseVerder(naar.fase)
      }
      bewaar={t.bewaarFase}
      uit={!w.heeft('reden') || (moet && !w.heeft('ondanks'))}
      waaromNiet={t.vul}
      doe={doe}
      onBewaar={() =>
        naar &&
        doe.mutate({
          van: f.fase,
          naar: naar.fase,
          terugval: naar.terugval,
          reden: w.waarden.reden,
          ondanks: moet ? w.waarden.ondanks : null,
        })
      }
    >
      {naar?.terugval ? <p className="nl-paragraph">{t.terugvalUitleg}</p> : null}
      {moet ? (
        <Bericht soort="let-op">
          <p className="nl-paragraph">{t.nogNiet(f.nietNageleefd)}</p>
          <p className="nl-paragraph hv-klein hv-zacht">{t.keuze}</p>
        </Bericht>
      ) : null}
      {moet ? (
        <Tekstvak {...w.veld('ondanks')} label={t.ondanks} verplicht maxLength={2000} regels={2} />
      ) : null}
      <Tekstvak
        {...w.veld('reden')}
        label={naar?.terugval ? t.redenTerugval : t.reden}
        verplicht
        maxLength={2000}
        regels={2}
      />
    </Formulierdialoog>
  );
}
