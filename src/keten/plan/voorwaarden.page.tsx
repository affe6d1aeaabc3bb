// SPDX-License-Identifier: EUPL-1.2
// What must at least be so to be directly safe, and whether someone has seen that it is.
import { useEffect, useState } from 'react';
import { useDoe, useLees } from '../../web/api.ts';
import { casusSleutels } from '../../web/casus/casuskader.tsx';
import { Formulierdialoog, naBewaren, useWaarden } from '../../web/delen/formulierdialoog.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Merk, type MerkSoort } from '../../web/delen/merk.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { TermijnMerk } from '../../web/delen/termijnmerk.tsx';
import { Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { datum, relatief } from '../../web/tijd.ts';
import { MetReden } from './metreden.page.tsx';
import { CONTROLE_UITKOMST, type ControleUitkomst } from './plan.ts';
import type { VoorwaardenAntwoord } from './voorwaarden.api.ts';

const woorden = teksten({
  nl: {
    voorwaarden: 'Veiligheidsvoorwaarden',
    voorwaardenUitleg: 'Wat er minstens zo moet zijn om direct veilig te zijn.',
    voorwaardeNieuw: 'Stel een voorwaarde',
    geenVoorwaarden: 'Nog geen voorwaarden',
    geenVoorwaardenUitleg: 'Stel wat er minstens zo moet zijn. Houvast vraagt daarna steeds of dat zo is.',
    voor: (v: string) => `Voor: ${v}`,
    gesteld: (d: string, o: string) => `Gesteld ${d} door ${o}`,
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
    bewaar: 'Leg vast',
    gedaan: 'Het staat in het plan.',
    vul: 'Vul eerst in wat nodig is.',
    meerControles: (n: number) => `Alle ${n} controles`,
  },
  en: {
    voorwaarden: 'Safety conditions',
    voorwaardenUitleg: 'What must at least be so to be directly safe.',
    voorwaardeNieuw: 'Set a condition',
    geenVoorwaarden: 'No conditions yet',
    geenVoorwaardenUitleg: 'Set what must at least be so. Houvast then keeps asking whether it is.',
    voor: (v: string) => `For: ${v}`,
    gesteld: (d: string, o: string) => `Set ${d} by ${o}`,
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
    bewaar: 'Record',
    gedaan: 'It is in the plan.',
    vul: 'Fill in what is needed first.',
    meerControles: (n: number) => `All ${n} checks`,
  },
});

type Voorwaarde = VoorwaardenAntwoord['voorwaarden'][number];

const merkVan: Readonly<Record<ControleUitkomst, MerkSoort>> = {
  nageleefd: 'klaar',
  deels: 'aandacht',
  niet_nageleefd: 'aandacht',
  niet_te_zeggen: 'weet',
};

export function Voorwaardendeel({ id, mag }: { id: string; mag: boolean }) {
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
    <section className="hv-stapel" aria-labelledby="voorwaarden">
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
            {v.magVervallen ? (
              <Knop soort="stil" klein onClick={vervalt}>
                {t.laatVervallen}
              </Knop>
            ) : null}
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
    naSucces: naBewaren(f, t.gedaan, onSluit),
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
  const f = useWaarden({ uitkomst: '', gezienBij: '', toelichting: '', weken: '2' }, voorwaarde?.id);
  const doe = useDoe(`/voorwaarden/${voorwaarde?.id ?? ''}/controles`, {
    ververs: casusSleutels(id),
    naSucces: naBewaren(f, t.gedaan, onSluit),
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
