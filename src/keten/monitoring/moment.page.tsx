// SPDX-License-Identifier: EUPL-1.2
// One moment, one question: how is it now? What is known stands beside it.

import { useEffect, useState } from 'react';
import { useGa, useParam } from '../../web/adres.ts';
import { useDoe, useLees } from '../../web/api.ts';
import { useConcept } from '../../web/concept.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Conceptconflict } from '../../web/delen/conceptconflict.tsx';
import { ConceptStaat } from '../../web/delen/conceptstaat.tsx';
import { Formulierdialoog, naBewaren, useWaarden } from '../../web/delen/formulierdialoog.tsx';
import { Formulierfouten } from '../../web/delen/formulierfouten.tsx';
import { Gegevens } from '../../web/delen/gegevens.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { TermijnMerk } from '../../web/delen/termijnmerk.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Lezing } from '../../web/delen/toestand.tsx';
import { ZichtMerk } from '../../web/delen/zichtmerk.tsx';
import { useEigenConcept } from '../../web/eigenconcept.ts';
import { useIk, useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { datum } from '../../web/tijd.ts';
import { CijferInvoer, type Cijferregel, gegeven, legeRegel, onaf, Wie } from './cijferinvoer.page.tsx';
import type { MonitormomentDetailAntwoord, MonitorUitgevoerdAntwoord } from './monitoring.api.ts';
import { Uitkomst } from './monitoring.page.tsx';
import { MONITOR_UITKOMSTEN, MONITORSOORTEN, type MonitorUitkomst } from './monitoring.ts';
import './monitoring.css';

const woorden = teksten({
  nl: {
    titel: 'Hoe is het nu?',
    tab: 'Hoe is het nu?',
    terug: 'Monitoring',
    naarCasus: 'Naar de casus',
    uitkomst: 'Hoe is het met het gezin?',
    gevolg: {
      veilig: 'Het volgende moment blijft staan zoals het gepland is.',
      deels_veilig: 'Wie zicht houdt krijgt de vraag om binnen één werkdag te kijken.',
      onveilig:
        'Wie zicht houdt krijgt de vraag om binnen één werkdag te kijken. Bij direct gevaar: bel 112, en bel wie zicht houdt.',
      niet_bereikt:
        'Over een week vraagt u het opnieuw. Is er dan weer niemand bereikt, dan gaat wie zicht houdt kijken.',
    } as Record<MonitorUitkomst, string>,
    met: 'Met wie sprak u?',
    metHulp: 'Noem de rol, geen naam. Bijvoorbeeld: moeder, de regisseur, school.',
    toelichting: 'Wat hoorde u? Is het veilig geworden, en blijft het veilig?',
    cijfers: 'Veiligheidscijfers',
    cijfersUitleg:
      'Vraag wie u spreekt hoe veilig het nu is, van 0 (heel onveilig) tot 10 (helemaal veilig). Sla over wie u niet sprak.',
    plek: {
      uitkomst: 'Hoe het is',
      met: 'Met wie u sprak',
      toelichting: 'Wat u hoorde',
      cijfers: 'Cijfer',
    } satisfies Record<keyof Waarden, string>,
    bewaar: 'Leg vast',
    klaar: {
      niets: 'Dit staat vast.',
      kijkt: 'Dit staat vast. Wie zicht houdt weet het en kijkt.',
      opnieuw: 'Dit staat vast. Over een week vraagt u het opnieuw.',
    },
    nodig: {
      uitkomst: 'Kies hoe het is.',
      met: 'Vul in met wie u sprak.',
      toelichting: 'Schrijf op wat u hoorde.',
      scorer: 'Vul in wie dit cijfer gaf.',
      waarom: 'Schrijf waarom het niet lager is.',
    },
    gedaan: 'Dit is gevraagd',
    vervallen: 'Dit moment is vervallen',
    ander: (wie: string) => `${wie} monitort dit gezin`,
    vroeg: (d: string) => `Dit moment kan vanaf ${d}`,
    vroegUitleg:
      'Wilt u nu weten hoe het is? Plan dan een extra moment, of leg een veiligheidscontrole vast bij de casus.',
    anderUitleg:
      'U ziet wat is gepland en gevonden. Ziet u zelf hoe het is? Leg dan een veiligheidscontrole vast bij de casus.',
    gesproken: 'Gesproken met',
    gehoord: 'Wat er is gehoord',
    door: 'Door',
    op: 'Op',
    geenCijfers: 'Er zijn toen geen cijfers gegeven.',
    nietMeer: 'Niet meer in dit gezin',
    gegevenDoor: (wie: string) => `gegeven door: ${wie}`,
    zelf: 'zelf',
    reden: 'Reden',
    wieKijkt: 'Wie kijkt',
    regisseur: 'Regisseur',
    eigenDossier: 'Uw organisatie heeft geen deel meer in deze casus.',
    geenRegisseur: 'nog niet gekozen',
    gezin: 'Het gezin',
    geheim: 'geheim adres',
    eerder: 'Andere momenten',
    geenAndere: 'Dit is het enige moment.',
    gepland: (d: string) => `gepland uiterlijk ${d}`,
    stop: 'Beëindig het monitoren',
    stopUitleg: (n: number) =>
      `${n === 1 ? 'Het moment dat' : `De ${n} momenten die`} uw organisatie nog bij dit gezin heeft gepland ${n === 1 ? 'vervalt' : 'vervallen'}. Wie zicht houdt kan de casus daarna afsluiten.`,
    stopWaarom: 'Waarom hoeft u niet meer te vragen hoe het is?',
    stopHulp: 'Waaraan ziet u dat het veilig is en blijft? Met wie sprak u daarover?',
    stopNodig: 'Schrijf waarom.',
    gestopt: 'Uw organisatie monitort dit gezin niet meer.',
    acuut: 'Acuut',
    wieMag: 'Wie bij deze casus betrokken is.',
  },
  en: {
    titel: 'How is it now?',
    tab: 'How is it now?',
    terug: 'Monitoring',
    naarCasus: 'To the case',
    uitkomst: 'How is the family?',
    gevolg: {
      veilig: 'The next moment stays as it was planned.',
      deels_veilig: 'Whoever keeps watch is asked to look within one working day.',
      onveilig:
        'Whoever keeps watch is asked to look within one working day. In direct danger: call 112, and call whoever keeps watch.',
      niet_bereikt:
        'You ask again in a week. Is nobody reached again, then whoever keeps watch goes to look.',
    } as Record<MonitorUitkomst, string>,
    met: 'Who did you speak to?',
    metHulp: 'Give the role, not a name. For example: mother, the regisseur, school.',
    toelichting: 'What did you hear? Has it become safe, and does it stay safe?',
    cijfers: 'Safety figures',
    cijfersUitleg:
      'Ask whom you speak to how safe it is now, from 0 (very unsafe) to 10 (entirely safe). Skip whom you did not speak to.',
    plek: {
      uitkomst: 'How it is',
      met: 'Who you spoke to',
      toelichting: 'What you heard',
      cijfers: 'Figure',
    },
    bewaar: 'Record',
    klaar: {
      niets: 'This is recorded.',
      kijkt: 'This is recorded. Whoever keeps watch knows and looks.',
      opnieuw: 'This is recorded. You ask again in a week.',
    },
    nodig: {
      uitkomst: 'Choose how it is.',
      met: 'Say whom you spoke to.',
      toelichting: 'Write what you heard.',
      scorer: 'Say who gave this figure.',
      waarom: 'Write why it is not lower.',
    },
    gedaan: 'This was asked',
    vervallen: 'This moment has lapsed',
    ander: (wie: string) => `${wie} monitors this family`,
    vroeg: (d: string) => `This moment can be done from ${d}`,
    vroegUitleg:
      'Do you want to know how it is now? Plan an extra moment, or record a safety check at the case.',
    anderUitleg:
      'You see what is planned and found. Do you see yourself how it is? Then record a check at the case.',
    gesproken: 'Spoke to',
    gehoord: 'What was heard',
    door: 'By',
    op: 'On',
    geenCijfers: 'No figures were given then.',
    nietMeer: 'No longer in this family',
    gegevenDoor: (wie: string) => `given by: ${wie}`,
    zelf: 'self',
    reden: 'Reason',
    wieKijkt: 'Who watches',
    regisseur: 'Regisseur',
    eigenDossier: 'Your organisation no longer has a part in this case.',
    geenRegisseur: 'not chosen yet',
    gezin: 'The family',
    geheim: 'secret address',
    eerder: 'Other moments',
    geenAndere: 'This is the only moment.',
    gepland: (d: string) => `planned by ${d}`,
    stop: 'End the monitoring',
    stopUitleg: (n: number) =>
      `The ${n === 1 ? 'moment' : `${n} moments`} that your organisation has planned for this family will lapse. Whoever keeps watch can close the case after that.`,
    stopWaarom: 'Why do you no longer need to ask how it is?',
    stopHulp: 'How do you see that it is safe and stays safe? With whom did you talk about it?',
    stopNodig: 'Write why.',
    gestopt: 'Your organisation no longer monitors this family.',
    acuut: 'Acute',
    wieMag: 'Who is involved in this case.',
  },
});

/** `/monitoring/$id` */
export function MomentPagina() {
  const id = useParam('id');
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const vraag = useLees<MonitormomentDetailAntwoord>(['monitoring', 'moment', id], `/monitormomenten/${id}`);
  const d = vraag.data;
  const soort = d ? (MONITORSOORTEN.find((s) => s.code === d.moment.soort)?.[taal] ?? d.moment.soort) : '';
  return (
    <div className="hv-stapel">
      <Paginakop
        titel={
          d ? (
            <>
              {t.titel} <Naam>{d.casus.aanduiding}</Naam>
            </>
          ) : (
            t.titel
          )
        }
        tab={t.tab}
        terug={{ naar: '/monitoring', label: t.terug }}
        onder={
          d ? (
            <>
              {d.casus.acuut ? <Merk soort="acuut">{t.acuut}</Merk> : null}
              <span className="hv-sterk">{soort}</span>
              {d.moment.uitgevoerdOp || d.moment.vervallenOp ? null : (
                <TermijnMerk
                  begin={d.moment.begintOp ?? undefined}
                  vervaltOp={d.moment.vervaltOp}
                  bron={`${d.moment.clausule} (${d.moment.bron})`}
                />
              )}
              <Link naar={`/casussen/${d.casus.id}`}>
                {t.naarCasus} {d.casus.nummer}
              </Link>
            </>
          ) : undefined
        }
      />
      <Lezing vraag={vraag} wieMag={t.wieMag}>
        {(m) => (
          <div className="hv-moment">
            {m.magUitvoeren ? <MetConcept m={m} /> : <Gevonden m={m} />}
            <Naast m={m} />
          </div>
        )}
      </Lezing>
    </div>
  );
}

function Gevonden({ m }: { m: MonitormomentDetailAntwoord }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { moment } = m;
  if (m.kanVanafOp)
    return (
      <Bericht titel={t.vroeg(datum(m.kanVanafOp, { weekdag: true, nu }))}>
        <p className="nl-paragraph">{t.vroegUitleg}</p>
      </Bericht>
    );
  if (!moment.uitgevoerdOp)
    return (
      <Bericht titel={moment.vervallenOp ? t.vervallen : t.ander(moment.organisatieNaam)}>
        <p className="nl-paragraph">{moment.vervallenReden ?? t.anderUitleg}</p>
      </Bericht>
    );
  return (
    <section className="hv-stapel">
      <Kop niveau={2}>{t.gedaan}</Kop>
      {moment.uitkomst ? (
        <p className="nl-paragraph">
          <Uitkomst uitkomst={moment.uitkomst} />
        </p>
      ) : null}
      <Gegevens
        lijst={[
          { naam: t.gesproken, waarde: moment.gesprokenMet },
          { naam: t.gehoord, waarde: moment.toelichting },
          { naam: t.door, waarde: `${moment.door ?? ''}, ${moment.organisatieNaam}` },
          { naam: t.op, waarde: datum(moment.uitgevoerdOp, { weekdag: true, nu }) },
        ]}
      />
      <Kop niveau={3}>{t.cijfers}</Kop>
      {m.cijfers.length === 0 ? <p className="nl-paragraph hv-zacht">{t.geenCijfers}</p> : null}
      <ul className="hv-lijst-kaal">
        {m.cijfers.map((c) => (
          <li key={c.id} className="hv-moment__cijfer">
            <span className="hv-moment__getal">{c.cijfer}</span>
            <span className="hv-moment__regel">
              <span>
                <span className="hv-sterk">{c.naam ?? t.nietMeer}</span>{' '}
                <span className="hv-zacht hv-klein">
                  {t.gegevenDoor(c.scorerSoort === 'zelf' ? t.zelf : c.scorer)}
                </span>
              </span>
              <span className="hv-regels">{c.waarom}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Naast({ m }: { m: MonitormomentDetailAntwoord }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  return (
    <aside className="hv-stapel hv-ruim hv-moment__naast">
      <section className="hv-stapel hv-krap">
        <Kop niveau={2} alsof={3}>
          {t.wieKijkt}
        </Kop>
        {m.casus.houderNaam && m.casus.houderVanafOp ? (
          <ZichtMerk organisatie={m.casus.houderNaam} sinds={m.casus.houderVanafOp} />
        ) : null}
        <p className="nl-paragraph hv-klein">
          {m.casus.eigenDossier
            ? t.eigenDossier
            : `${t.regisseur}: ${
                m.casus.regisseurNaam
                  ? `${m.casus.regisseurNaam}, ${m.casus.regisseurOrganisatie}`
                  : t.geenRegisseur
              }`}
        </p>
        {m.moment.reden ? (
          <p className="nl-paragraph hv-klein">
            {t.reden}: {m.moment.reden}
          </p>
        ) : null}
      </section>
      <section className="hv-stapel hv-krap">
        <Kop niveau={2} alsof={3}>
          {t.gezin}
        </Kop>
        <ul className="hv-lijst-kaal">
          {m.personen.map((p) => (
            <li key={p.persoonId} className="hv-moment__regel">
              <Wie persoon={p} />
              {p.geheimAdres ? <Merk soort="geheim">{t.geheim}</Merk> : null}
            </li>
          ))}
        </ul>
      </section>
      <section className="hv-stapel hv-krap">
        <Kop niveau={2} alsof={3}>
          {t.eerder}
        </Kop>
        {m.andere.length === 0 ? <p className="nl-paragraph hv-zacht">{t.geenAndere}</p> : null}
        <ul className="hv-lijst-kaal">
          {m.andere.map((a) => (
            <li key={a.id} className="hv-moment__regel">
              <Link naar={`/monitoring/${a.id}`}>
                {MONITORSOORTEN.find((s) => s.code === a.soort)?.[taal] ?? a.soort}
              </Link>
              <span className="hv-klein hv-zacht">
                {a.uitgevoerdOp && a.uitkomst ? (
                  <>
                    <Uitkomst uitkomst={a.uitkomst} /> {datum(a.uitgevoerdOp, { kort: true, nu })}
                  </>
                ) : a.vervallenOp ? (
                  t.vervallen
                ) : (
                  t.gepland(datum(a.geplandDatum, { kort: true, nu }))
                )}
              </span>
              {a.toelichting ? <span className="hv-klein hv-regels">{a.toelichting}</span> : null}
            </li>
          ))}
        </ul>
        {m.openVanOns > 0 && m.casus.status === 'open' ? <Beeindig m={m} /> : null}
      </section>
    </aside>
  );
}

/** Stop asking, with the reason: the holder of zicht can close after that, and not before. */
function Beeindig({ m }: { m: MonitormomentDetailAntwoord }) {
  const t = useTeksten(woorden);
  const [open, setOpen] = useState(false);
  const f = useWaarden({ reden: '' });
  const doe = useDoe<Record<string, unknown>>(`/casussen/${m.casus.id}/monitoring-einde`, {
    ververs: [['monitoring'], ['werk'], ['ik'], ['casus', m.casus.id]],
    naSucces: naBewaren(f, t.gestopt, () => setOpen(false)),
  });
  return (
    <>
      <div>
        <Knop klein onClick={() => setOpen(true)}>
          {t.stop}
        </Knop>
      </div>
      <Formulierdialoog
        open={open}
        onSluit={() => setOpen(false)}
        titel={t.stop}
        bewaar={t.stop}
        uit={!f.heeft('reden')}
        waaromNiet={t.stopNodig}
        doe={doe}
        onBewaar={() => doe.mutate({ reden: f.waarden.reden })}
      >
        <p className="nl-paragraph">{t.stopUitleg(m.openVanOns)}</p>
        <Tekstvak {...f.veld('reden')} label={t.stopWaarom} hulp={t.stopHulp} verplicht maxLength={1000} />
      </Formulierdialoog>
    </>
  );
}

interface Waarden {
  uitkomst: MonitorUitkomst | '';
  met: string;
  toelichting: string;
  cijfers: readonly Cijferregel[];
}

function MetConcept({ m }: { m: MonitormomentDetailAntwoord }) {
  const soort = `monitormoment:${m.moment.id}`;
  const conceptId = useEigenConcept(soort);
  return conceptId === undefined ? null : (
    <Formulier key={m.moment.id} m={m} soort={soort} conceptId={conceptId} />
  );
}

function Formulier({
  m,
  soort,
  conceptId,
}: {
  m: MonitormomentDetailAntwoord;
  soort: string;
  conceptId: string;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const ik = useIk();
  const ga = useGa();
  const leeg: Waarden = {
    uitkomst: '',
    met: '',
    toelichting: '',
    cijfers: m.personen.map((p) => legeRegel(p)),
  };
  const [w, setW] = useState(leeg);
  const [geprobeerd, setGeprobeerd] = useState(0);
  const { eerder, bewaar, wis, staat, conflict } = useConcept<Waarden>(soort, conceptId);
  useEffect(() => {
    if (eerder) setW(eerder);
  }, [eerder]);
  const zet = (deel: Partial<Waarden>) => {
    const nieuw = { ...w, ...deel };
    setW(nieuw);
    bewaar(nieuw);
  };
  const doe = useDoe<Record<string, unknown>, MonitorUitgevoerdAntwoord>(
    `/monitormomenten/${m.moment.id}/uitvoering`,
    {
      ververs: [['monitoring'], ['werk'], ['ik'], ['casus', m.casus.id], ['casussen']],
      naSucces: (uit) => {
        void wis().catch(() => undefined);
        toonToast({
          tekst: uit.houderKijktVoorOp ? t.klaar.kijkt : uit.opnieuwId ? t.klaar.opnieuw : t.klaar.niets,
        });
        ga('/monitoring');
      },
    },
  );
  const onaffe = onaf(w.cijfers);
  const fouten =
    geprobeerd === 0
      ? []
      : [
          ...(w.uitkomst === '' ? [{ veld: 'uitkomst', melding: t.nodig.uitkomst }] : []),
          ...(w.met.trim() ? [] : [{ veld: 'gesprokenMet', melding: t.nodig.met }]),
          ...(w.toelichting.trim() ? [] : [{ veld: 'toelichting', melding: t.nodig.toelichting }]),
          ...onaffe.map((o) => ({ veld: o.veld, melding: t.nodig[o.soort] })),
        ];
  const foutBij = (veld: string) => fouten.find((f) => f.veld === veld)?.melding;
  return (
    <form
      className="hv-stapel hv-ruim"
      onSubmit={(e) => {
        e.preventDefault();
        setGeprobeerd((n) => n + 1);
        if (w.uitkomst === '' || !w.met.trim() || !w.toelichting.trim() || onaffe.length > 0) return;
        doe.mutate({
          uitkomst: w.uitkomst,
          gesprokenMet: w.met,
          toelichting: w.toelichting,
          cijfers: gegeven(w.cijfers),
        });
      }}
    >
      {conflict ? (
        <Conceptconflict
          conflict={conflict}
          woord={([veld = '', wie]) =>
            [t.plek[veld as keyof Waarden], m.personen.find((p) => p.persoonId === wie)?.naam]
              .filter(Boolean)
              .join(': ')
          }
          zeg={([veld], waarde) =>
            veld === 'uitkomst' ? MONITOR_UITKOMSTEN.find((u) => u.code === waarde)?.[taal] : undefined
          }
        />
      ) : null}
      <Formulierfouten fouten={fouten} probleem={doe.error} poging={geprobeerd + doe.submittedAt} />
      <div className="hv-stapel">
        <Keuzerondjes
          name="uitkomst"
          label={t.uitkomst}
          verplicht
          fout={foutBij('uitkomst')}
          opties={MONITOR_UITKOMSTEN.map((u) => ({ waarde: u.code, label: u[taal] }))}
          waarde={w.uitkomst}
          onKies={(u) => zet({ uitkomst: u as MonitorUitkomst })}
        />
        {w.uitkomst === '' ? null : (
          <Bericht
            soort={w.uitkomst === 'onveilig' ? 'acuut' : w.uitkomst === 'veilig' ? 'weet' : 'let-op'}
            meteen
          >
            <p className="nl-paragraph">{t.gevolg[w.uitkomst]}</p>
          </Bericht>
        )}
        <Tekstveld
          name="gesprokenMet"
          label={t.met}
          hulp={t.metHulp}
          verplicht
          maxLength={200}
          fout={foutBij('gesprokenMet')}
          value={w.met}
          onChange={(e) => zet({ met: e.target.value })}
        />
        <Tekstvak
          name="toelichting"
          label={t.toelichting}
          verplicht
          regels={4}
          maxLength={4000}
          fout={foutBij('toelichting')}
          value={w.toelichting}
          onChange={(e) => zet({ toelichting: e.target.value })}
        />
      </div>
      <section className="hv-stapel">
        <Kop niveau={2}>{t.cijfers}</Kop>
        <p className="nl-paragraph hv-zacht">{t.cijfersUitleg}</p>
        {m.personen.map((p) => (
          <div key={p.persoonId} className="hv-cijferinvoer">
            <p className="hv-cijferinvoer__kop">
              <Wie persoon={p} />
            </p>
            <CijferInvoer persoon={p} regels={w.cijfers} zet={(cijfers) => zet({ cijfers })} fout={foutBij} />
          </div>
        ))}
      </section>
      <div className="hv-rij">
        <Knop soort="hoofd" type="submit" bezig={doe.isPending}>
          {t.bewaar}
        </Knop>
        <ConceptStaat staat={staat} />
        <span className="hv-klein hv-zacht">{ik.organisatie.naam}</span>
      </div>
    </form>
  );
}
