// SPDX-License-Identifier: EUPL-1.2
// One household, one plan: in which phase, what must be so, who does what, and whether it is kept.
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { FASEN } from '../../kern/casus/casus.ts';
import { useDoe, useLees } from '../../web/api.ts';
import { type Casusbeeld, Casuskader, casusSleutels, magVastleggen } from '../../web/casus/casuskader.tsx';
import { Bericht } from '../../web/delen/bericht.tsx';
import { type FaseNummer, FaseStappen } from '../../web/delen/fasestappen.tsx';
import { Formulierdialoog, useWaarden } from '../../web/delen/formulierdialoog.tsx';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Merk, type MerkSoort } from '../../web/delen/merk.tsx';
import { Tabel } from '../../web/delen/tabel.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { TermijnMerk } from '../../web/delen/termijnmerk.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { Vinkjes } from '../../web/delen/vinkjes.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { datum, relatief } from '../../web/tijd.ts';
import type { AfsprakenAntwoord, FasewisselingenAntwoord, VoorwaardenAntwoord } from './plan.api.ts';
import { bezwaarTegenWissel, CONTROLE_UITKOMST, type ControleUitkomst } from './plan.ts';

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
    voorwaarden: 'Veiligheidsvoorwaarden',
    voorwaardenUitleg: 'Wat er minstens zo moet zijn om direct veilig te zijn.',
    voorwaardeNieuw: 'Stel een voorwaarde',
    geenVoorwaarden: 'Nog geen voorwaarden',
    geenVoorwaardenUitleg: 'Stel wat er minstens zo moet zijn. Houvast vraagt daarna steeds of dat zo is.',
    voor: (v: string) => `Voor: ${v}`,
    gesteld: (d: string, o: string) => `Gesteld ${d} door ${o}`,
    controles: 'Controles',
    nooit: 'Nog niet gecontroleerd',
    controleer: 'Controleer',
    laatVervallen: 'Laat vervallen',
    vervallen: (d: string, r: string) => `Vervallen ${d}: ${r}`,
    vervallenKop: 'Vervallen voorwaarden',
    volgende: 'Volgende controle',
    wat: 'Wat moet er zo zijn?',
    watHulp: 'Schrijf het zo dat iemand kan zien of het zo is.',
    voorWie: 'Voor wie is dit?',
    voorWieHulp: 'Bijvoorbeeld: de kinderen, moeder.',
    overWeken: 'Wanneer kijkt u (weer)?',
    week: (n: number) => (n === 1 ? 'Over 1 week' : `Over ${n} weken`),
    uitkomst: 'Wordt de voorwaarde nageleefd?',
    gezienBij: 'Bij wie hebt u dit gezien of gehoord?',
    toelichting: 'Wat zag of hoorde u?',
    afspraken: 'Afspraken',
    afspraakNieuw: 'Maak een afspraak',
    geenAfspraken: 'Nog geen afspraken',
    geenAfsprakenUitleg: 'Wie doet wat, wanneer, en wie ziet erop toe?',
    wie: 'Wie',
    doetWat: 'Doet wat',
    wanneer: 'Wanneer',
    zietToe: 'Ziet toe',
    signaal: 'Signaal',
    signaalHulp:
      'Waaraan merkt u dat het misgaat? Een codewoord of vluchtadres hoort hier, en dan is de afspraak verborgen.',
    fasePlan: 'Bij welke fase hoort dit?',
    verborgen: 'Verborgen voor de (vermoedelijke) pleger',
    verborgenUitleg: 'Komt niet op papier, tenzij u dat zelf kiest.',
    beeindig: 'Beëindig',
    beeindigTitel: 'Beëindig een afspraak',
    beeindigd: (d: string, r: string) => `Beëindigd ${d}: ${r}`,
    beeindigdKop: 'Beëindigde afspraken',
    bewaar: 'Leg vast',
    print: 'Print het plan',
    printVerborgen: 'Print ook wat verborgen is voor de pleger',
    printUitleg: 'Staat uit: wat verborgen is, komt niet op papier.',
    printWaarschuwing:
      'Vertrouwelijk. Hier staan afspraken die verborgen zijn voor de pleger. Geef dit niet mee.',
    gedaan: 'Het staat in het plan.',
    vul: 'Vul eerst in wat nodig is.',
    actie: 'Actie',
    meerControles: (n: number) => `Alle ${n} controles`,
    gesloten: 'Deze casus is gesloten. Het plan is niet meer te wijzigen.',
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
    voorwaarden: 'Safety conditions',
    voorwaardenUitleg: 'What must at least be so to be directly safe.',
    voorwaardeNieuw: 'Set a condition',
    geenVoorwaarden: 'No conditions yet',
    geenVoorwaardenUitleg: 'Set what must at least be so. Houvast then keeps asking whether it is.',
    voor: (v: string) => `For: ${v}`,
    gesteld: (d: string, o: string) => `Set ${d} by ${o}`,
    controles: 'Checks',
    nooit: 'Not checked yet',
    controleer: 'Check',
    laatVervallen: 'Let it lapse',
    vervallen: (d: string, r: string) => `Lapsed ${d}: ${r}`,
    vervallenKop: 'Lapsed conditions',
    volgende: 'Next check',
    wat: 'What must be so?',
    watHulp: 'Write it so that someone can see whether it is so.',
    voorWie: 'For whom is this?',
    voorWieHulp: 'For example: the children, mother.',
    overWeken: 'When do you look (again)?',
    week: (n: number) => (n === 1 ? 'In 1 week' : `In ${n} weeks`),
    uitkomst: 'Is the condition kept?',
    gezienBij: 'With whom did you see or hear this?',
    toelichting: 'What did you see or hear?',
    afspraken: 'Agreements',
    afspraakNieuw: 'Make an agreement',
    geenAfspraken: 'No agreements yet',
    geenAfsprakenUitleg: 'Who does what, when, and who sees to it?',
    wie: 'Who',
    doetWat: 'Does what',
    wanneer: 'When',
    zietToe: 'Sees to it',
    signaal: 'Sign',
    signaalHulp:
      'What tells you that it goes wrong? A code word or a place to flee to belongs here, and then the agreement is hidden.',
    fasePlan: 'To which phase does it belong?',
    verborgen: 'Hidden from the (alleged) perpetrator',
    verborgenUitleg: 'Not on paper, unless you choose so.',
    beeindig: 'End',
    beeindigTitel: 'End an agreement',
    beeindigd: (d: string, r: string) => `Ended ${d}: ${r}`,
    beeindigdKop: 'Ended agreements',
    bewaar: 'Record',
    print: 'Print the plan',
    printVerborgen: 'Also print what is hidden from the perpetrator',
    printUitleg: 'Off: what is hidden does not come on paper.',
    printWaarschuwing:
      'Confidential. This holds agreements that are hidden from the perpetrator. Do not hand it out.',
    gedaan: 'It is in the plan.',
    vul: 'Fill in what is needed first.',
    actie: 'Action',
    meerControles: (n: number) => `All ${n} checks`,
    gesloten: 'This case is closed. The plan can no longer be changed.',
  },
});

type Voorwaarde = VoorwaardenAntwoord['voorwaarden'][number];
type Afspraak = AfsprakenAntwoord['afspraken'][number];

/** `/casussen/{id}/plan` */
export function PlanPagina() {
  const { id } = useParams({ strict: false }) as { id: string };
  return (
    <Casuskader key={id} id={id}>
      {(beeld) => <Plan beeld={beeld} />}
    </Casuskader>
  );
}

function Plan({ beeld }: { beeld: Casusbeeld }) {
  const t = useTeksten(woorden);
  const [metVerborgen, setMetVerborgen] = useState(false);
  const mag = magVastleggen(beeld) && beeld.status === 'open';
  return (
    <div className="hv-stapel hv-ruim">
      {metVerborgen ? <p className="hv-alleen-print hv-sterk">{t.printWaarschuwing}</p> : null}
      {mag ? null : <Bericht>{t.gesloten}</Bericht>}
      <Fasedeel beeld={beeld} mag={mag} />
      <Voorwaardendeel id={beeld.id} mag={mag} />
      <Afsprakendeel beeld={beeld} mag={mag} metVerborgen={metVerborgen} />
      <div className="hv-deel hv-rij hv-geen-print">
        <Knop icoon="print" onClick={() => window.print()}>
          {t.print}
        </Knop>
        <Vinkjes
          name="printVerborgen"
          label={t.printVerborgen}
          labelVerborgen
          opties={[{ waarde: 'ja', label: t.printVerborgen, uitleg: t.printUitleg }]}
          waarden={metVerborgen ? ['ja'] : []}
          onKies={(w) => setMetVerborgen(w.includes('ja'))}
        />
      </div>
    </div>
  );
}

// ── Phase ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function Fasedeel({ beeld, mag }: { beeld: Casusbeeld; mag: boolean }) {
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
  const w = useWaarden({ reden: '', ondanks: '' });
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

// ── Voorwaarden ──────────────────────────────────────────────────────────────────────────────────────────────────────

const merkVan: Readonly<Record<ControleUitkomst, MerkSoort>> = {
  nageleefd: 'klaar',
  deels: 'aandacht',
  niet_nageleefd: 'aandacht',
  niet_te_zeggen: 'weet',
};

function Voorwaardendeel({ id, mag }: { id: string; mag: boolean }) {
  const t = useTeksten(woorden);
  const [nieuw, setNieuw] = useState(false);
  const [controle, setControle] = useState<Voorwaarde>();
  const [weg, setWeg] = useState<Voorwaarde>();
  const vraag = useLees<VoorwaardenAntwoord>(['casus', id, 'voorwaarden'], `/casussen/${id}/voorwaarden`);
  const geladen = vraag.isSuccess;
  // A link from the worklist points at one voorwaarde, which is only here once it was read.
  useEffect(() => {
    if (geladen && location.hash.startsWith('#voorwaarde-')) {
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
    }
  }, [geladen]);
  return (
    <section aria-labelledby="voorwaarden">
      <div className="hv-rij hv-rij--uit">
        <Kop niveau={2} id="voorwaarden">
          {t.voorwaarden}
        </Kop>
        {mag ? (
          <Knop icoon="plus" className="hv-geen-print" onClick={() => setNieuw(true)}>
            {t.voorwaardeNieuw}
          </Knop>
        ) : null}
      </div>
      <p className="nl-paragraph hv-zacht">{t.voorwaardenUitleg}</p>
      <Lezing vraag={vraag} vorm="lijst" rijen={2}>
        {({ voorwaarden }) => {
          const open = voorwaarden.filter((v) => !v.vervallenOp);
          const dicht = voorwaarden.filter((v) => v.vervallenOp);
          return (
            <>
              {voorwaarden.length === 0 ? (
                <Leeg titel={t.geenVoorwaarden} icoon="document">
                  {t.geenVoorwaardenUitleg}
                </Leeg>
              ) : null}
              {open.map((v) => (
                <VoorwaardeRegel
                  key={v.id}
                  v={v}
                  mag={mag}
                  controleer={() => setControle(v)}
                  vervalt={() => setWeg(v)}
                />
              ))}
              {dicht.length > 0 ? (
                <details className="hv-geen-print">
                  <summary>
                    {t.vervallenKop} ({dicht.length})
                  </summary>
                  {dicht.map((v) => (
                    <VoorwaardeRegel key={v.id} v={v} mag={false} />
                  ))}
                </details>
              ) : null}
            </>
          );
        }}
      </Lezing>
      <NieuweVoorwaarde id={id} open={nieuw} onSluit={() => setNieuw(false)} />
      <Controle id={id} voorwaarde={controle} onSluit={() => setControle(undefined)} />
      <MetReden
        id={id}
        titel={t.laatVervallen}
        open={weg !== undefined}
        pad={`/voorwaarden/${weg?.id ?? ''}/vervallen`}
        over={weg?.tekst}
        onSluit={() => setWeg(undefined)}
      />
    </section>
  );
}

function VoorwaardeRegel({
  v,
  mag,
  controleer,
  vervalt,
}: {
  v: Voorwaarde;
  mag: boolean;
  controleer?: () => void;
  vervalt?: () => void;
}) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const woord = (code: string) => CONTROLE_UITKOMST.find((u) => u.code === code)?.[taal] ?? code;
  const [laatste, ...rest] = v.controles;
  return (
    <article className="hv-voorwaarde" id={`voorwaarde-${v.id}`}>
      <div className="hv-stapel hv-krap">
        <p className="hv-voorwaarde__tekst hv-regels hv-lopend">{v.tekst}</p>
        <p className="hv-klein hv-zacht">
          {t.voor(v.voor)} · {t.gesteld(datum(v.gesteldOp, { kort: true, nu }), v.organisatieNaam)}
        </p>
        {v.vervallenOp ? (
          <p className="hv-klein">
            {t.vervallen(datum(v.vervallenOp, { kort: true, nu }), v.vervallenReden ?? '')}
          </p>
        ) : null}
        {laatste ? (
          <div className="hv-stapel hv-krap hv-geen-print">
            <p>
              <Merk soort={merkVan[laatste.uitkomst]}>{woord(laatste.uitkomst)}</Merk>{' '}
              <span className="hv-klein hv-zacht">
                {relatief(laatste.vastgelegdOp, nu)} · {laatste.gezienBij} ·{' '}
                {laatste.door ?? laatste.organisatieNaam}
              </span>
            </p>
            <p className="hv-regels hv-lopend hv-klein">{laatste.toelichting}</p>
            {rest.length > 0 ? (
              <details>
                <summary className="hv-klein">{t.meerControles(v.controles.length)}</summary>
                <ol className="hv-lijst-kaal hv-stapel hv-krap">
                  {rest.map((c) => (
                    <li key={c.id} className="hv-klein">
                      <Merk soort={merkVan[c.uitkomst]}>{woord(c.uitkomst)}</Merk>{' '}
                      <span className="hv-zacht">
                        {datum(c.vastgelegdOp, { kort: true, nu })} · {c.gezienBij} ·{' '}
                        {c.door ?? c.organisatieNaam}
                      </span>
                      <p className="hv-regels">{c.toelichting}</p>
                    </li>
                  ))}
                </ol>
              </details>
            ) : null}
          </div>
        ) : (
          <p className="hv-geen-print">
            <Merk soort="wacht">{t.nooit}</Merk>
          </p>
        )}
      </div>
      <div className="hv-voorwaarde__kant">
        {v.volgendeVervaltOp ? (
          <div className="hv-geen-print">
            <p className="hv-fijn hv-zacht">{t.volgende}</p>
            <TermijnMerk begin={v.volgendeBegintOp ?? undefined} vervaltOp={v.volgendeVervaltOp} />
          </div>
        ) : null}
        {mag ? (
          <div className="hv-rij hv-geen-print">
            <Knop soort="tweede" onClick={controleer}>
              {t.controleer}
            </Knop>
            <Knop soort="stil" klein onClick={vervalt}>
              {t.laatVervallen}
            </Knop>
          </div>
        ) : null}
      </div>
    </article>
  );
}

const WEKEN = [1, 2, 4, 8];

function NieuweVoorwaarde({ id, open, onSluit }: { id: string; open: boolean; onSluit: () => void }) {
  const t = useTeksten(woorden);
  const f = useWaarden({ tekst: '', voor: '', weken: '2' });
  const doe = useDoe(`/casussen/${id}/voorwaarden`, {
    ververs: casusSleutels(id),
    naSucces: () => {
      f.leeg();
      toonToast({ tekst: t.gedaan });
      onSluit();
    },
  });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={t.voorwaardeNieuw}
      bewaar={t.bewaar}
      uit={!f.heeft('tekst', 'voor')}
      waaromNiet={t.vul}
      doe={doe}
      onBewaar={() =>
        doe.mutate({
          tekst: f.waarden.tekst,
          voor: f.waarden.voor,
          volgendeOverWeken: Number(f.waarden.weken),
        })
      }
    >
      <Tekstvak {...f.veld('tekst')} label={t.wat} hulp={t.watHulp} verplicht maxLength={2000} />
      <Tekstveld
        {...f.veld('voor')}
        label={t.voorWie}
        hulp={t.voorWieHulp}
        verplicht
        maxLength={200}
        breedte="half"
      />
      <Keuzerondjes
        name="weken"
        label={t.overWeken}
        opties={WEKEN.map((n) => ({ waarde: String(n), label: t.week(n) }))}
        waarde={f.waarden.weken}
        onKies={(w) => f.zet({ weken: w })}
      />
    </Formulierdialoog>
  );
}

function Controle({
  id,
  voorwaarde,
  onSluit,
}: {
  id: string;
  voorwaarde: Voorwaarde | undefined;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const f = useWaarden({ uitkomst: '', gezienBij: '', toelichting: '', weken: '2' });
  const doe = useDoe(`/voorwaarden/${voorwaarde?.id ?? ''}/controles`, {
    ververs: casusSleutels(id),
    naSucces: () => {
      f.leeg();
      toonToast({ tekst: t.gedaan });
      onSluit();
    },
  });
  return (
    <Formulierdialoog
      open={voorwaarde !== undefined}
      onSluit={onSluit}
      titel={t.controleer}
      bewaar={t.bewaar}
      uit={!f.heeft('uitkomst', 'gezienBij', 'toelichting')}
      waaromNiet={t.vul}
      doe={doe}
      onBewaar={() =>
        doe.mutate({
          uitkomst: f.waarden.uitkomst,
          gezienBij: f.waarden.gezienBij,
          toelichting: f.waarden.toelichting,
          volgendeOverWeken: Number(f.waarden.weken),
        })
      }
    >
      {voorwaarde ? <blockquote className="hv-wederhoor hv-regels">{voorwaarde.tekst}</blockquote> : null}
      <Keuzerondjes
        name="uitkomst"
        label={t.uitkomst}
        verplicht
        opties={CONTROLE_UITKOMST.map((u) => ({ waarde: u.code, label: u[taal] }))}
        waarde={f.waarden.uitkomst}
        onKies={(w) => f.zet({ uitkomst: w })}
      />
      <Tekstveld {...f.veld('gezienBij')} label={t.gezienBij} verplicht maxLength={400} breedte="half" />
      <Tekstvak {...f.veld('toelichting')} label={t.toelichting} verplicht maxLength={4000} />
      <Keuzerondjes
        name="weken"
        label={t.overWeken}
        opties={WEKEN.map((n) => ({ waarde: String(n), label: t.week(n) }))}
        waarde={f.waarden.weken}
        onKies={(w) => f.zet({ weken: w })}
      />
    </Formulierdialoog>
  );
}

/** What cannot be undone asks for a reason, because the record wants it anyway. */
function MetReden({
  id,
  titel,
  open,
  pad,
  over,
  onSluit,
}: {
  id: string;
  titel: string;
  open: boolean;
  pad: string;
  over: string | undefined;
  onSluit: () => void;
}) {
  const t = useTeksten(woorden);
  const f = useWaarden({ reden: '' });
  const doe = useDoe(pad, {
    ververs: casusSleutels(id),
    naSucces: () => {
      f.leeg();
      toonToast({ tekst: t.gedaan });
      onSluit();
    },
  });
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={titel}
      bewaar={titel}
      uit={!f.heeft('reden')}
      waaromNiet={t.vul}
      doe={doe}
      onBewaar={() => doe.mutate({ reden: f.waarden.reden })}
    >
      {over ? <blockquote className="hv-wederhoor hv-regels">{over}</blockquote> : null}
      <Tekstvak {...f.veld('reden')} label={t.reden} verplicht maxLength={2000} regels={2} />
    </Formulierdialoog>
  );
}

// ── Afspraken ────────────────────────────────────────────────────────────────────────────────────────────────────────

function Afsprakendeel({
  beeld,
  mag,
  metVerborgen,
}: {
  beeld: Casusbeeld;
  mag: boolean;
  metVerborgen: boolean;
}) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const [nieuw, setNieuw] = useState(false);
  const [weg, setWeg] = useState<Afspraak>();
  const vraag = useLees<AfsprakenAntwoord>(
    ['casus', beeld.id, 'afspraken'],
    `/casussen/${beeld.id}/afspraken`,
  );
  const tabel = (rijen: readonly Afspraak[], bijschrift: string, metActie = mag) => (
    <Tabel
      bijschrift={bijschrift}
      rijen={rijen}
      sleutel={(a) => a.id}
      kolommen={[
        {
          id: 'wie',
          kop: t.wie,
          rijkop: true,
          cel: (a) => (
            <>
              {a.wie}
              {a.verborgenVoorPleger ? (
                <>
                  <br />
                  <Merk soort="geheim">{t.verborgen}</Merk>
                </>
              ) : null}
            </>
          ),
        },
        {
          id: 'wat',
          kop: t.doetWat,
          cel: (a) => (
            <>
              <span className="hv-regels">{a.wat}</span>
              {a.beeindigdOp ? (
                <>
                  <br />
                  <span className="hv-klein hv-zacht">
                    {t.beeindigd(datum(a.beeindigdOp, { kort: true, nu }), a.beeindigdReden ?? '')}
                  </span>
                </>
              ) : null}
            </>
          ),
        },
        { id: 'wanneer', kop: t.wanneer, cel: (a) => a.wanneer },
        { id: 'toe', kop: t.zietToe, cel: (a) => a.zietToe },
        { id: 'signaal', kop: t.signaal, cel: (a) => a.signaal ?? '–' },
        ...(metActie
          ? [
              {
                id: 'doe',
                kop: t.actie,
                cel: (a: Afspraak) =>
                  a.beeindigdOp ? null : (
                    <Knop soort="stil" klein className="hv-uitlijn hv-geen-print" onClick={() => setWeg(a)}>
                      {t.beeindig}
                    </Knop>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
  return (
    <section className="hv-stapel" aria-labelledby="afspraken">
      <div className="hv-rij hv-rij--uit">
        <Kop niveau={2} id="afspraken">
          {t.afspraken}
        </Kop>
        {mag ? (
          <Knop icoon="plus" className="hv-geen-print" onClick={() => setNieuw(true)}>
            {t.afspraakNieuw}
          </Knop>
        ) : null}
      </div>
      <Lezing vraag={vraag} vorm="tabel" rijen={3}>
        {({ afspraken }) => {
          const open = afspraken.filter((a) => !a.beeindigdOp);
          const dicht = afspraken.filter((a) => a.beeindigdOp);
          // what is hidden is not in the document that is printed, unless chosen: not even as an empty row
          const deel = (rijen: readonly Afspraak[], kop: string) => {
            const opPapier = rijen.filter((a) => metVerborgen || !a.verborgenVoorPleger);
            return (
              <>
                <div className="hv-geen-print">{tabel(rijen, kop)}</div>
                {opPapier.length > 0 ? (
                  <div className="hv-alleen-print">{tabel(opPapier, kop, false)}</div>
                ) : null}
              </>
            );
          };
          return (
            <>
              {afspraken.length === 0 ? (
                <Leeg titel={t.geenAfspraken} icoon="document">
                  {t.geenAfsprakenUitleg}
                </Leeg>
              ) : null}
              {FASEN.map((f) => ({ f, rijen: open.filter((a) => a.fase === f.nummer) }))
                .filter(({ rijen }) => rijen.length > 0)
                .map(({ f, rijen }) => (
                  <div key={f.nummer}>{deel(rijen, `${t.fase} ${f.nummer}: ${f[taal]}`)}</div>
                ))}
              {dicht.length > 0 ? (
                <details className="hv-geen-print">
                  <summary>
                    {t.beeindigdKop} ({dicht.length})
                  </summary>
                  {tabel(dicht, t.beeindigdKop)}
                </details>
              ) : null}
            </>
          );
        }}
      </Lezing>
      <NieuweAfspraak beeld={beeld} open={nieuw} onSluit={() => setNieuw(false)} />
      <MetReden
        id={beeld.id}
        titel={t.beeindigTitel}
        open={weg !== undefined}
        pad={`/afspraken/${weg?.id ?? ''}/beeindiging`}
        over={weg ? `${weg.wie}: ${weg.wat}` : undefined}
        onSluit={() => setWeg(undefined)}
      />
    </section>
  );
}

function NieuweAfspraak({ beeld, open, onSluit }: { beeld: Casusbeeld; open: boolean; onSluit: () => void }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const f = useWaarden({
    wie: '',
    wat: '',
    wanneer: '',
    zietToe: '',
    signaal: '',
    verborgen: '',
    fase: String(beeld.fase ?? 1),
  });
  const doe = useDoe(`/casussen/${beeld.id}/afspraken`, {
    ververs: casusSleutels(beeld.id),
    naSucces: () => {
      f.leeg();
      toonToast({ tekst: t.gedaan });
      onSluit();
    },
  });
  const w = f.waarden;
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={t.afspraakNieuw}
      bewaar={t.bewaar}
      uit={!f.heeft('wie', 'wat', 'wanneer', 'zietToe')}
      waaromNiet={t.vul}
      doe={doe}
      onBewaar={() =>
        doe.mutate({
          wie: w.wie,
          wat: w.wat,
          wanneer: w.wanneer,
          zietToe: w.zietToe,
          signaal: w.signaal || null,
          verborgenVoorPleger: w.verborgen !== '',
          fase: Number(w.fase),
        })
      }
    >
      <Tekstveld {...f.veld('wie')} label={t.wie} verplicht maxLength={200} breedte="half" />
      <Tekstvak {...f.veld('wat')} label={t.doetWat} verplicht maxLength={2000} regels={2} />
      <Tekstveld {...f.veld('wanneer')} label={t.wanneer} verplicht maxLength={400} />
      <Tekstveld {...f.veld('zietToe')} label={t.zietToe} verplicht maxLength={200} breedte="half" />
      <Tekstveld {...f.veld('signaal')} label={t.signaal} hulp={t.signaalHulp} maxLength={1000} />
      <Vinkjes
        name="verborgen"
        label={t.verborgen}
        labelVerborgen
        opties={[{ waarde: 'ja', label: t.verborgen, uitleg: t.verborgenUitleg }]}
        waarden={w.verborgen ? ['ja'] : []}
        onKies={(x) => f.zet({ verborgen: x.includes('ja') ? 'ja' : '' })}
      />
      <Keuzelijst
        {...f.veld('fase')}
        label={t.fasePlan}
        leeg={false}
        breedte="half"
        opties={FASEN.map((x) => ({ waarde: String(x.nummer), label: `${x.nummer}. ${x[taal]}` }))}
      />
    </Formulierdialoog>
  );
}
