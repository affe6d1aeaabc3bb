// SPDX-License-Identifier: EUPL-1.2
// Safety figures: a row per person, a mark per scorer, time to the right. Never one number out of many.
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ROL } from '../../kern/lijsten.ts';
import { useDoe, useLees } from '../../web/api.ts';
import { type Casusbeeld, Casuskader, casusSleutels, magVastleggen } from '../../web/casus/casuskader.tsx';
import { Cijferrij } from '../../web/delen/cijferrij.tsx';
import { Formulierdialoog, useWaarden } from '../../web/delen/formulierdialoog.tsx';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { useInstellingen } from '../../web/instellingen.ts';
import { useSneltoetsen } from '../../web/sneltoetsen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import type { CijfersAntwoord } from './cijfers.api.ts';
import { CIJFER_BIJ, kanZelf, SCORER_SOORT } from './plan.ts';

const woorden = teksten({
  nl: {
    nieuw: 'Geef een cijfer',
    groep: 'Veiligheidscijfers',
    leeg: 'Nog geen veiligheidscijfers',
    leegUitleg:
      'Vraag iedereen apart: hoe veilig is het nu, van 0 tot 10? Ook de kinderen, en ook wie helpt.',
    eerder: 'Niet meer in dit gezin',
    jaar: (n: number) => `${n} jaar`,
    nodig: (n: string) => `Nodig voor een punt hoger: ${n}`,
    bij: (b: string, o: string) => `${b}, vastgelegd door ${o}`,
    overWie: 'Over wie gaat het cijfer?',
    wieSoort: 'Wie geeft het cijfer?',
    wie: 'Wie is dat precies?',
    wieHulp: 'Noem wat iemand is, zoals moeder, oma of leerkracht. Gebruik steeds hetzelfde woord.',
    cijfer: 'Welk cijfer?',
    cijferHulp: '0 is heel onveilig, 10 is helemaal veilig.',
    waarom: 'Waarom niet lager?',
    wat: 'Wat is nodig voor een punt hoger?',
    moment: 'Wanneer is dit gevraagd?',
    bewaar: 'Leg vast',
    gedaan: 'Het cijfer staat erbij.',
    vul: 'Kies over wie het gaat, wie het geeft, het cijfer en waarom.',
    print: 'Print',
    zelf: 'zelf',
  },
  en: {
    nieuw: 'Give a figure',
    groep: 'Safety figures',
    leeg: 'No safety figures yet',
    leegUitleg: 'Ask everyone apart: how safe is it now, from 0 to 10? The children too, and those who help.',
    eerder: 'No longer in this family',
    jaar: (n: number) => `${n} years`,
    nodig: (n: string) => `Needed for one point more: ${n}`,
    bij: (b: string, o: string) => `${b}, recorded by ${o}`,
    overWie: 'Whose safety is it?',
    wieSoort: 'Who gives the figure?',
    wie: 'Who is that exactly?',
    wieHulp: 'Say what someone is, such as mother, grandmother or teacher. Always use the same word.',
    cijfer: 'Which figure?',
    cijferHulp: '0 is very unsafe, 10 is fully safe.',
    waarom: 'Why not lower?',
    wat: 'What is needed for one point more?',
    moment: 'When was this asked?',
    bewaar: 'Record',
    gedaan: 'The figure was added.',
    vul: 'Choose whose safety, who gives it, the figure and why.',
    print: 'Print',
    zelf: 'self',
  },
});

/** `/casussen/{id}/cijfers` */
export function CijfersPagina() {
  const { id } = useParams({ strict: false }) as { id: string };
  return (
    <Casuskader key={id} id={id}>
      {(beeld) => <Cijfers beeld={beeld} />}
    </Casuskader>
  );
}

function Cijfers({ beeld }: { beeld: Casusbeeld }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const [open, setOpen] = useState(false);
  const mag = magVastleggen(beeld) && beeld.status === 'open' && beeld.personen.length > 0;
  useEffect(() => {
    if (location.hash === '#nieuw' && mag) setOpen(true);
  }, [mag]);
  useSneltoetsen([{ toets: 'c', uitleg: t.nieuw, groep: t.groep, doe: () => setOpen(true) }], mag);
  const vraag = useLees<CijfersAntwoord>(
    ['casus', beeld.id, 'cijfers'],
    `/casussen/${beeld.id}/veiligheidscijfers`,
  );
  return (
    <div className="hv-stapel">
      <div className="hv-rij hv-geen-print">
        {mag ? (
          <Knop soort="hoofd" icoon="plus" toets="c" onClick={() => setOpen(true)}>
            {t.nieuw}
          </Knop>
        ) : null}
        <Knop soort="stil" icoon="print" onClick={() => window.print()}>
          {t.print}
        </Knop>
      </div>
      <Lezing vraag={vraag} vorm="kaart">
        {({ personen }) =>
          personen.every((p) => p.reeksen.length === 0) ? (
            <Leeg titel={t.leeg} icoon="cijfers">
              {t.leegUitleg}
            </Leeg>
          ) : (
            <Cijferrij
              personen={personen.map((p) => ({
                id: p.persoonId,
                naam: p.naam ?? t.eerder,
                bij: [
                  ...p.rollen.map((r) => ROL.find((x) => x.code === r)?.[taal] ?? r),
                  p.leeftijd === null ? '' : t.jaar(p.leeftijd),
                ]
                  .filter(Boolean)
                  .join(', '),
                cijfers: p.reeksen.flatMap((r) =>
                  r.cijfers.map((c) => ({
                    id: c.id,
                    op: c.gegevenOp,
                    cijfer: c.cijfer,
                    // "self" is another person in each row, and one mark in all
                    door: {
                      id: r.scorerSoort === 'zelf' ? 'zelf' : `${r.scorerSoort}:${r.scorer.toLowerCase()}`,
                      naam:
                        r.scorerSoort === 'zelf'
                          ? t.zelf
                          : `${r.scorer} (${(SCORER_SOORT.find((s) => s.code === r.scorerSoort)?.[taal] ?? '').toLowerCase()})`,
                    },
                    woorden: [
                      c.waarom,
                      c.nodig ? t.nodig(c.nodig) : '',
                      t.bij(CIJFER_BIJ.find((b) => b.code === c.bij)?.[taal] ?? c.bij, c.organisatieNaam),
                    ]
                      .filter(Boolean)
                      .map((z) => (/[.!?]$/.test(z) ? z : `${z}.`))
                      .join(' '),
                  })),
                ),
              }))}
            />
          )
        }
      </Lezing>
      <Nieuw beeld={beeld} open={open} onSluit={() => setOpen(false)} />
    </div>
  );
}

function Nieuw({ beeld, open, onSluit }: { beeld: Casusbeeld; open: boolean; onSluit: () => void }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const f = useWaarden({
    persoonId: '',
    scorerSoort: '',
    scorer: '',
    cijfer: '',
    waarom: '',
    nodig: '',
    bij: 'tussentijds',
  });
  const doe = useDoe(`/casussen/${beeld.id}/veiligheidscijfers`, {
    ververs: casusSleutels(beeld.id),
    naSucces: () => {
      // the next one is often about the same person, or by the same one
      f.zet({ cijfer: '', waarom: '', nodig: '' });
      toonToast({ tekst: t.gedaan });
      onSluit();
    },
  });
  const w = f.waarden;
  const leeftijd = beeld.personen.find((p) => p.persoonId === w.persoonId)?.leeftijd ?? null;
  const zelf = w.scorerSoort === 'zelf' && kanZelf(leeftijd);
  return (
    <Formulierdialoog
      open={open}
      onSluit={onSluit}
      titel={t.nieuw}
      bewaar={t.bewaar}
      uit={!f.heeft('persoonId', 'scorerSoort', 'cijfer', 'waarom') || (!zelf && !f.heeft('scorer'))}
      waaromNiet={t.vul}
      doe={doe}
      onBewaar={() =>
        doe.mutate({
          persoonId: w.persoonId,
          scorerSoort: w.scorerSoort,
          scorer: zelf ? null : w.scorer,
          cijfer: Number(w.cijfer),
          waarom: w.waarom,
          nodig: w.nodig || null,
          bij: w.bij,
        })
      }
    >
      <Keuzelijst
        {...f.veld('persoonId')}
        label={t.overWie}
        verplicht
        breedte="half"
        opties={beeld.personen.map((p) => ({ waarde: p.persoonId, label: p.naam }))}
      />
      <Keuzerondjes
        name="scorerSoort"
        label={t.wieSoort}
        verplicht
        opties={SCORER_SOORT.filter((s) => s.code !== 'zelf' || kanZelf(leeftijd)).map((s) => ({
          waarde: s.code,
          label: s[taal],
        }))}
        waarde={w.scorerSoort}
        onKies={(x) => f.zet({ scorerSoort: x })}
      />
      {w.scorerSoort && !zelf ? (
        <Tekstveld
          {...f.veld('scorer')}
          label={t.wie}
          hulp={t.wieHulp}
          verplicht
          maxLength={200}
          breedte="half"
        />
      ) : null}
      <div className="hv-cijferkeuze">
        <Keuzerondjes
          name="cijfer"
          label={t.cijfer}
          hulp={t.cijferHulp}
          verplicht
          opties={Array.from({ length: 11 }, (_, n) => ({ waarde: String(n), label: String(n) }))}
          waarde={w.cijfer}
          onKies={(x) => f.zet({ cijfer: x })}
        />
      </div>
      <Tekstvak {...f.veld('waarom')} label={t.waarom} verplicht maxLength={2000} regels={2} />
      <Tekstvak {...f.veld('nodig')} label={t.wat} maxLength={2000} regels={2} />
      <Keuzerondjes
        name="bij"
        label={t.moment}
        opties={CIJFER_BIJ.map((b) => ({ waarde: b.code, label: b[taal] }))}
        waarde={w.bij}
        onKies={(x) => f.zet({ bij: x })}
      />
    </Formulierdialoog>
  );
}
