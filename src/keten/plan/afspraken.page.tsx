// SPDX-License-Identifier: EUPL-1.2
// Who does what, when, and who sees to it; what is hidden from the pleger stays off paper.
import { useState } from 'react';
import { FASEN } from '../../kern/casus/casus.ts';
import { useDoe, useLees } from '../../web/api.ts';
import { type Casusbeeld, casusSleutels } from '../../web/casus/casuskader.tsx';
import { Formulierdialoog, naBewaren, useWaarden } from '../../web/delen/formulierdialoog.tsx';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Tabel } from '../../web/delen/tabel.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { Vinkjes } from '../../web/delen/vinkjes.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { datum } from '../../web/tijd.ts';
import type { AfsprakenAntwoord } from './afspraken.api.ts';
import { MetReden } from './metreden.page.tsx';

const woorden = teksten({
  nl: {
    fase: 'Fase',
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
    gedaan: 'Het staat in het plan.',
    vul: 'Vul eerst in wat nodig is.',
    actie: 'Actie',
  },
  en: {
    fase: 'Phase',
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
    gedaan: 'It is in the plan.',
    vul: 'Fill in what is needed first.',
    actie: 'Action',
  },
});

type Afspraak = AfsprakenAntwoord['afspraken'][number];

export function Afsprakendeel({
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
    naSucces: naBewaren(f, t.gedaan, onSluit),
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
