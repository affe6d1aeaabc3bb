// SPDX-License-Identifier: EUPL-1.2
// Offering a casus: what is there, what is missing, to whom, why. Nothing typed is lost; nothing moves until the other accepts.

import { useEffect, useMemo, useState } from 'react';
import type { OrganisatieAntwoord } from '../../kern/organisatie/organisatie.api.ts';
import { kanAannemen } from '../../kern/organisatie/organisatie.ts';
import { useGa, useParam } from '../../web/adres.ts';
import { useDoe, useLees } from '../../web/api.ts';
import { maakConceptId, useConcept } from '../../web/concept.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Conceptconflict } from '../../web/delen/conceptconflict.tsx';
import { ConceptStaat } from '../../web/delen/conceptstaat.tsx';
import { Formulierfouten } from '../../web/delen/formulierfouten.tsx';
import { Icoon } from '../../web/delen/icoon.tsx';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { toonToast } from '../../web/delen/toast.tsx';
import { Lezing } from '../../web/delen/toestand.tsx';
import { Vinkje } from '../../web/delen/vinkjes.tsx';
import { useIk } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { aantal, teksten, useTeksten } from '../../web/taal.ts';
import { Nazien } from './nazien.page.tsx';
import type { OverdrachtAntwoord, VoorbereidingAntwoord } from './overdracht.api.ts';
import './overdracht.css';
import { DELEN, type Deel, LANGSTE_TERMIJN, mogelijkeGrondslagen, TYPE_HULP } from './overdracht.ts';

const STANDAARD_TERMIJN = 5;

const woorden = teksten({
  nl: {
    titel: 'Casus overdragen',
    tab: 'Casus overdragen',
    terug: 'Terug naar de casus',
    zicht: (o: string) => `${o} houdt zicht tot de ander aanvaardt`,
    mist: 'Dit ontbreekt nog in de casus',
    mistUitleg:
      'Zonder dit weet de ander niet wat die overneemt. Vul het aan in de casus; wat u hier typt, blijft staan.',
    naarCasus: 'Naar de casus',
    alOpen: 'Deze casus is al aangeboden',
    alOpenUitleg:
      'Er kan één overdracht tegelijk open staan. Wacht op het antwoord, of trek die overdracht eerst in.',
    bekijk: 'Bekijk die overdracht',
    naarWie: 'Aan wie',
    organisatie: 'Aan welke organisatie draagt u over?',
    typeHulp: 'Welke hulp vraagt u?',
    grondslag: 'Op welke grond?',
    grondslagHulp: 'Wat mag, hangt af van wie geeft en wie ontvangt.',
    kiesEerst: 'Kies eerst een organisatie.',
    waarom: 'Waarvoor en waarom',
    doel: 'Waarvoor draagt u over?',
    doelHulp: 'In één zin, bijvoorbeeld: een veiligheidsplan maken met het gezin.',
    bericht: 'Waarom nu, en wat vraagt u van de ander?',
    berichtHulp: 'Noem de melder niet, en ook geen geheim adres.',
    mee: 'Wat gaat mee',
    meeHulp: 'Alleen wat de ander nodig heeft. Zeg bij elk onderdeel waarom het meegaat.',
    grond: 'Gaat mee omdat',
    aantallen: (n: number) => (n === 0 ? 'niets vastgelegd' : String(n)),
    afgeschermd: (n: number) => `${aantal(n, 'tekst blijft', 'teksten blijven')} bij u`,
    afgeschermdUitleg:
      'Hierin staat iets dat naar de melder of naar een geheim adres leidt. Houvast schermt deze teksten af als u aanbiedt. Ze gaan niet mee, ook niet als de ander aanvaardt:',
    afspraak: 'Antwoord en contact',
    termijn: 'Binnen hoeveel werkdagen wilt u antwoord?',
    termijnHulp:
      'Komt er geen antwoord, dan houdt u zicht en gaat het naar uw teamleider. Vijf werkdagen is ons voorstel: een vaste termijn is niet bekend.',
    dagen: (n: number) => aantal(n, 'werkdag', 'werkdagen'),
    contactNaam: 'Wie kan de ander bij u bellen?',
    contactTelefoon: 'Op welk nummer?',
    biedAan: 'Bied aan',
    vul: {
      naarOrganisatieId: 'Kies aan welke organisatie u overdraagt.',
      grondslag: 'Kies op welke grond u overdraagt.',
      typeHulp: 'Kies welke hulp u vraagt.',
      doel: 'Vul in waarvoor u overdraagt.',
      bericht: 'Vul in waarom u nu overdraagt en wat u vraagt.',
      delen: 'Kies wat meegaat, en zeg bij elk onderdeel waarom.',
      nagezien: 'Kies bij elke tekst met een merk of die meegaat of bij u blijft.',
      contactNaam: 'Vul in wie de ander kan bellen.',
      contactTelefoon: 'Vul het telefoonnummer in.',
    },
    plek: {
      naarOrganisatieId: 'Aan wie',
      grondslag: 'Grond',
      typeHulp: 'Welke hulp',
      doel: 'Waarvoor',
      bericht: 'Waarom nu',
      delen: 'Wat gaat mee',
      nagezien: 'Tekst met een merk',
      termijn: 'Werkdagen tot antwoord',
      contactNaam: 'Wie de ander kan bellen',
      contactTelefoon: 'Nummer',
    } satisfies Record<keyof Waarden, string>,
    plekMee: 'gaat mee',
    plekBlijft: 'blijft bij u',
    klaar: (o: string) => `Aangeboden aan ${o}. U houdt zicht tot die aanvaardt.`,
    concept: 'Concept',
    wieMag: 'Alleen de organisatie die nu zicht houdt, kan de casus overdragen.',
    soorten: {
      lokaal_team: 'Lokale teams',
      veilig_thuis: 'Veilig Thuis',
      opvang: 'Opvang',
    } as Record<string, string>,
    andere: 'Andere organisaties',
    gronden: {
      personen: 'Nodig om het gezin te bereiken en te helpen.',
      uitspraken: 'Nodig om te weten wat er speelt.',
      beoordeling: 'Nodig om te weten hoe onveilig het is.',
      veiligheidsvoorwaarden: 'Basis van het veiligheidsplan.',
      veiligheidscijfers: 'Nodig om te zien of het veiliger wordt.',
      veiligheidscontroles: 'Nodig om te weten hoe het de laatste keer was.',
    } as Record<Deel, string>,
  },
  en: {
    titel: 'Hand over a casus',
    tab: 'Hand over a casus',
    terug: 'Back to the casus',
    zicht: (o: string) => `${o} keeps watch until the other accepts`,
    mist: 'This is still missing in the casus',
    mistUitleg:
      'Without it the other cannot know what they take over. Add it to the casus; what you type here is kept.',
    naarCasus: 'To the casus',
    alOpen: 'This casus has been offered already',
    alOpenUitleg: 'One handover can be open at a time. Wait for the answer, or withdraw that handover first.',
    bekijk: 'See that handover',
    naarWie: 'To whom',
    organisatie: 'To which organisation do you hand over?',
    typeHulp: 'Which help do you ask for?',
    grondslag: 'On which legal basis?',
    grondslagHulp: 'What is allowed depends on who gives and who receives.',
    kiesEerst: 'Choose an organisation first.',
    waarom: 'What for, and why',
    doel: 'What do you hand over for?',
    doelHulp: 'In one sentence, for example: making a safety plan with the family.',
    bericht: 'Why now, and what do you ask of the other?',
    berichtHulp: 'Do not name the melder, nor a secret address.',
    mee: 'What goes along',
    meeHulp: 'Only what the other needs. Say for each part why it goes along.',
    grond: 'Goes along because',
    aantallen: (n: number) => (n === 0 ? 'nothing on record' : String(n)),
    afgeschermd: (n: number) => `${aantal(n, 'text stays', 'texts stay')} with you`,
    afgeschermdUitleg:
      'They hold something that leads to the melder or to a secret address. Houvast shields these texts when you offer. They do not go along, also not when the other accepts:',
    afspraak: 'Answer and contact',
    termijn: 'Within how many working days do you want an answer?',
    termijnHulp:
      'If no answer comes, you keep watch and it goes to your team leader. Five working days is our proposal: no fixed term is known.',
    dagen: (n: number) => aantal(n, 'working day', 'working days'),
    contactNaam: 'Whom can the other call at your side?',
    contactTelefoon: 'On which number?',
    biedAan: 'Offer',
    vul: {
      naarOrganisatieId: 'Choose to which organisation you hand over.',
      grondslag: 'Choose the legal basis.',
      typeHulp: 'Choose which help you ask for.',
      doel: 'Fill in what you hand over for.',
      bericht: 'Fill in why you hand over now and what you ask.',
      delen: 'Choose what goes along, and say why for each part.',
      nagezien: 'Choose for each marked text whether it goes along or stays with you.',
      contactNaam: 'Fill in whom the other can call.',
      contactTelefoon: 'Fill in the telephone number.',
    },
    plek: {
      naarOrganisatieId: 'To whom',
      grondslag: 'Legal basis',
      typeHulp: 'Which help',
      doel: 'What for',
      bericht: 'Why now',
      delen: 'What goes along',
      nagezien: 'Marked text',
      termijn: 'Working days until an answer',
      contactNaam: 'Whom the other can call',
      contactTelefoon: 'Number',
    },
    plekMee: 'goes along',
    plekBlijft: 'stays with you',
    klaar: (o: string) => `Offered to ${o}. You keep watch until they accept.`,
    concept: 'Draft',
    wieMag: 'Only the organisation that keeps watch now can hand the casus over.',
    soorten: {
      lokaal_team: 'Local teams',
      veilig_thuis: 'Veilig Thuis',
      opvang: 'Shelter',
    } as Record<string, string>,
    andere: 'Other organisations',
    gronden: {
      personen: 'Needed to reach and help the family.',
      uitspraken: 'Needed to know what is going on.',
      beoordeling: 'Needed to know how unsafe it is.',
      veiligheidsvoorwaarden: 'Basis of the safety plan.',
      veiligheidscijfers: 'Needed to see whether it gets safer.',
      veiligheidscontroles: 'Needed to know how it was the last time.',
    } as Record<Deel, string>,
  },
});

interface Waarden {
  naarOrganisatieId: string;
  grondslag: string;
  typeHulp: string;
  doel: string;
  bericht: string;
  /** The parts that go along, with the ground of each. */
  delen: Partial<Record<Deel, string>>;
  /** Per text that someone has to look at: `mee` or `blijft`. Not in a draft of before there was something to look at. */
  nagezien?: Record<string, string>;
  termijn: number;
  contactNaam: string;
  contactTelefoon: string;
}

interface Conceptregel {
  id: string;
  soort: string;
}

/** `/casussen/$id/overdragen` */
export function OverdragenPagina() {
  const casusId = useParam('id');
  const t = useTeksten(woorden);
  const voorbereiding = useLees<VoorbereidingAntwoord>(
    ['overdracht-voorbereiding', casusId],
    `/casussen/${casusId}/overdracht-voorbereiding`,
  );
  const ververs = voorbereiding.refetch;
  const organisaties = useLees<OrganisatieAntwoord[]>(['organisaties', 'open'], '/organisaties?open=true');
  const concepten = useLees<Conceptregel[]>(['concepten', 'overdracht', casusId], '/concepten');
  const soort = `overdracht:${casusId}`;
  // chosen once: a draft that comes later must not change the form under one's hands
  const klaar = concepten.data !== undefined || concepten.isError;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first answer counts
  const conceptId = useMemo(
    () => (klaar ? (concepten.data?.find((c) => c.soort === soort)?.id ?? maakConceptId()) : undefined),
    [klaar, soort],
  );
  return (
    <div className="hv-stapel">
      <Paginakop titel={t.titel} tab={t.tab} terug={{ naar: `/casussen/${casusId}`, label: t.terug }} />
      <Lezing vraag={voorbereiding} wieMag={t.wieMag}>
        {(v) => (
          <Lezing vraag={organisaties}>
            {(o) =>
              conceptId === undefined ? null : (
                <Formulier
                  key={conceptId}
                  casusId={casusId}
                  v={v}
                  organisaties={o}
                  conceptId={conceptId}
                  soort={soort}
                  onVerouderd={() => void ververs()}
                />
              )
            }
          </Lezing>
        )}
      </Lezing>
    </div>
  );
}

function Formulier({
  casusId,
  v,
  organisaties,
  conceptId,
  soort,
  onVerouderd,
}: {
  casusId: string;
  v: VoorbereidingAntwoord;
  organisaties: readonly OrganisatieAntwoord[];
  conceptId: string;
  soort: string;
  /** There is a text now that was not there when this form was opened. */
  onVerouderd: () => void;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const ik = useIk();
  const ga = useGa();
  const [w, setW] = useState<Waarden>(() => ({
    naarOrganisatieId: '',
    grondslag: '',
    typeHulp: '',
    doel: '',
    bericht: '',
    delen: Object.fromEntries(v.delen.filter((d) => d.aantal > 0).map((d) => [d.deel, t.gronden[d.deel]])),
    termijn: STANDAARD_TERMIJN,
    contactNaam: v.contactNaam,
    contactTelefoon: v.contactTelefoon ?? '',
  }));
  const { eerder, bewaar, wis, staat, conflict } = useConcept<Waarden>(soort, conceptId);
  useEffect(() => {
    if (eerder) setW(eerder);
  }, [eerder]);
  const zet = (deel: Partial<Waarden>) => {
    const nieuw = { ...w, ...deel };
    setW(nieuw);
    bewaar(nieuw);
  };
  const naar = organisaties.find((o) => o.id === w.naarOrganisatieId);
  const gronden = mogelijkeGrondslagen(ik.organisatie.soort, naar?.soort ?? null);
  // one that fits is no choice
  const grondslag = gronden.some((g) => g.code === w.grondslag)
    ? w.grondslag
    : gronden.length === 1
      ? (gronden[0]?.code ?? '')
      : '';
  const doe = useDoe<Record<string, unknown>, OverdrachtAntwoord>(`/casussen/${casusId}/overdrachten`, {
    ververs: [
      ['overdrachten'],
      ['overdracht'],
      ['ik'],
      ['werk'],
      ['casus'],
      ['casussen'],
      ['overdracht-voorbereiding', casusId],
    ],
    naFout: (probleem) => {
      if (probleem.fouten?.some((f) => f.veld === 'nagezien')) onVerouderd();
    },
    naSucces: (uit) => {
      void wis().catch(() => undefined);
      toonToast({ tekst: t.klaar(uit.naar.naam) });
      ga(`/overdrachten/${uit.id}`);
    },
  });
  const gekozen = DELEN.flatMap((d) =>
    w.delen[d.code] === undefined ? [] : [{ deel: d.code, grond: w.delen[d.code] ?? '' }],
  );
  const nagezien = w.nagezien ?? {};
  const [poging, setPoging] = useState(0);
  const leeg = {
    naarOrganisatieId: w.naarOrganisatieId === '',
    grondslag: grondslag === '',
    typeHulp: w.typeHulp === '',
    doel: w.doel.trim() === '',
    bericht: w.bericht.trim() === '',
    delen: gekozen.length === 0 || gekozen.some((d) => d.grond.trim() === ''),
    nagezien: v.naTeZien.some((u) => nagezien[u.id] === undefined),
    contactNaam: w.contactNaam.trim() === '',
    contactTelefoon: w.contactTelefoon.trim() === '',
  };
  const nodig =
    poging > 0
      ? (Object.keys(leeg) as (keyof typeof leeg)[])
          .filter((k) => leeg[k])
          .map((k) => ({ veld: k as string, melding: t.vul[k] }))
      : [];
  const fout = (veld: string) =>
    [...nodig, ...(doe.error?.fouten ?? [])].find((f) => f.veld === veld)?.melding;
  const stuur = () => {
    setPoging(poging + 1);
    if (Object.values(leeg).some(Boolean)) {
      doe.reset();
      return;
    }
    doe.mutate({
      naarOrganisatieId: w.naarOrganisatieId,
      grondslag,
      typeHulp: w.typeHulp,
      doel: w.doel,
      bericht: w.bericht,
      delen: gekozen,
      nagezien: v.naTeZien.map((u) => ({ id: u.id, mee: nagezien[u.id] === 'mee' })),
      termijn: w.termijn,
      contactNaam: w.contactNaam,
      contactTelefoon: w.contactTelefoon,
    });
  };
  const groepen = Object.keys(t.soorten);
  const volgorde = (o: OrganisatieAntwoord) =>
    (groepen.indexOf(o.soort) + groepen.length + 1) % (groepen.length + 1);
  const opties = organisaties
    .filter((o) => o.id !== ik.organisatie.id && kanAannemen(o.soort))
    .toSorted((a, b) => volgorde(a) - volgorde(b) || a.naam.localeCompare(b.naam, 'nl'))
    .map((o) => ({ waarde: o.id, label: o.naam, groep: t.soorten[o.soort] ?? t.andere }));

  if (v.openAanbodId) {
    return (
      <Bericht
        soort="weet"
        titel={t.alOpen}
        acties={
          <Link naar={`/overdrachten/${v.openAanbodId}`} alsKnop="hoofd">
            {t.bekijk}
          </Link>
        }
      >
        <p className="nl-paragraph">{t.alOpenUitleg}</p>
      </Bericht>
    );
  }
  return (
    <form
      className="hv-stapel hv-ruim"
      onSubmit={(e) => {
        e.preventDefault();
        stuur();
      }}
    >
      <p className="hv-contract__zicht">
        <Icoon naam="oog" />
        <strong>{t.zicht(v.houder ?? ik.organisatie.naam)}</strong>
      </p>
      {conflict ? (
        <Conceptconflict
          conflict={conflict}
          woord={([veld = '', deel]) =>
            [t.plek[veld as keyof Waarden], deel && DELEN.find((d) => d.code === deel)?.[taal]]
              .filter(Boolean)
              .join(': ')
          }
          zeg={([veld], waarde) =>
            veld === 'naarOrganisatieId'
              ? organisaties.find((o) => o.id === waarde)?.naam
              : veld === 'grondslag'
                ? gronden.find((g) => g.code === waarde)?.[taal]
                : veld === 'nagezien'
                  ? { mee: t.plekMee, blijft: t.plekBlijft }[String(waarde)]
                  : undefined
          }
        />
      ) : null}
      <Formulierfouten fouten={nodig} probleem={doe.error} poging={poging + doe.submittedAt} />
      {v.ontbreekt.length > 0 ? (
        <Bericht
          soort="let-op"
          titel={t.mist}
          acties={
            <Link naar={`/casussen/${casusId}`} alsKnop="gewoon">
              {t.naarCasus}
            </Link>
          }
        >
          <ul className="hv-contract__punten">
            {v.ontbreekt.map((o) => (
              <li key={o.zin}>{taal === 'en' ? o.zinEn : o.zin}</li>
            ))}
          </ul>
          <p className="nl-paragraph hv-zacht">{t.mistUitleg}</p>
        </Bericht>
      ) : null}

      <section className="hv-stapel" aria-labelledby="naar-wie">
        <Kop niveau={2} id="naar-wie">
          {t.naarWie}
        </Kop>
        <Keuzelijst
          name="naarOrganisatieId"
          label={t.organisatie}
          verplicht
          breedte="half"
          opties={opties}
          value={w.naarOrganisatieId}
          onChange={(e) => zet({ naarOrganisatieId: e.target.value })}
          fout={fout('naarOrganisatieId')}
        />
        <Keuzelijst
          name="grondslag"
          label={t.grondslag}
          hulp={naar ? t.grondslagHulp : t.kiesEerst}
          verplicht
          opties={naar ? gronden.map((g) => ({ waarde: g.code, label: g[taal] })) : []}
          value={naar ? grondslag : ''}
          onChange={(e) => zet({ grondslag: e.target.value })}
          fout={fout('grondslag')}
        />
        <Keuzelijst
          name="typeHulp"
          label={t.typeHulp}
          verplicht
          breedte="half"
          opties={TYPE_HULP.map((h) => ({ waarde: h.code, label: h[taal] }))}
          value={w.typeHulp}
          onChange={(e) => zet({ typeHulp: e.target.value })}
          fout={fout('typeHulp')}
        />
      </section>

      <section className="hv-deel hv-stapel" aria-labelledby="waarom">
        <Kop niveau={2} id="waarom">
          {t.waarom}
        </Kop>
        <Tekstveld
          name="doel"
          label={t.doel}
          hulp={t.doelHulp}
          verplicht
          maxLength={500}
          value={w.doel}
          onChange={(e) => zet({ doel: e.target.value })}
          fout={fout('doel')}
        />
        <Tekstvak
          name="bericht"
          label={t.bericht}
          hulp={t.berichtHulp}
          verplicht
          regels={5}
          maxLength={4000}
          value={w.bericht}
          onChange={(e) => zet({ bericht: e.target.value })}
          fout={fout('bericht')}
        />
      </section>

      <section className="hv-deel hv-stapel" aria-labelledby="mee">
        <div>
          <Kop niveau={2} id="mee">
            {t.mee}
          </Kop>
          <p className="nl-paragraph hv-zacht">{t.meeHulp}</p>
        </div>
        {v.wordtAfgeschermd.length > 0 ? (
          <Bericht titel={t.afgeschermd(v.wordtAfgeschermd.length)}>
            <p className="nl-paragraph">{t.afgeschermdUitleg}</p>
            <ul className="hv-contract__punten">
              {v.wordtAfgeschermd.map((u) => (
                <li key={u.id}>{u.begin}</li>
              ))}
            </ul>
          </Bericht>
        ) : null}
        {DELEN.map((d, i) => {
          const er = v.delen.find((x) => x.deel === d.code)?.aantal ?? 0;
          const grond = w.delen[d.code];
          const zetGrond = (nieuw: string | undefined) => {
            const { [d.code]: _weg, ...rest } = w.delen;
            zet({ delen: nieuw === undefined ? rest : { ...rest, [d.code]: nieuw } });
          };
          return (
            <div key={d.code} className="hv-contract__kies">
              <Vinkje
                name={i === 0 ? 'delen' : `delen-${d.code}`}
                label={
                  <>
                    {d[taal]} <span className="hv-zacht hv-getal">({t.aantallen(er)})</span>
                  </>
                }
                checked={grond !== undefined}
                onChange={(e) => zetGrond(e.target.checked ? t.gronden[d.code] : undefined)}
                fout={i === 0 ? fout('delen') : undefined}
              />
              {grond === undefined ? null : (
                <Tekstveld
                  name={`delen.${gekozen.findIndex((x) => x.deel === d.code)}.grond`}
                  fout={fout(`delen.${gekozen.findIndex((x) => x.deel === d.code)}.grond`)}
                  label={
                    <>
                      {t.grond}
                      <span className="hv-verborgen">: {d[taal]}</span>
                    </>
                  }
                  maxLength={500}
                  value={grond}
                  onChange={(e) => zetGrond(e.target.value)}
                />
              )}
            </div>
          );
        })}
      </section>

      <Nazien
        uitspraken={v.naTeZien}
        keuzes={nagezien}
        onKies={(id, keuze) => zet({ nagezien: { ...nagezien, [id]: keuze } })}
        fout={fout('nagezien')}
      />

      <section className="hv-deel hv-stapel" aria-labelledby="afspraak">
        <Kop niveau={2} id="afspraak">
          {t.afspraak}
        </Kop>
        <Keuzelijst
          name="termijn"
          label={t.termijn}
          hulp={t.termijnHulp}
          leeg={false}
          breedte="kort"
          opties={Array.from({ length: LANGSTE_TERMIJN }, (_, i) => ({
            waarde: String(i + 1),
            label: t.dagen(i + 1),
          }))}
          value={String(w.termijn)}
          onChange={(e) => zet({ termijn: Number(e.target.value) })}
        />
        <Tekstveld
          name="contactNaam"
          label={t.contactNaam}
          verplicht
          breedte="half"
          maxLength={200}
          value={w.contactNaam}
          onChange={(e) => zet({ contactNaam: e.target.value })}
          fout={fout('contactNaam')}
        />
        <Tekstveld
          name="contactTelefoon"
          label={t.contactTelefoon}
          verplicht
          breedte="half"
          type="tel"
          maxLength={60}
          value={w.contactTelefoon}
          onChange={(e) => zet({ contactTelefoon: e.target.value })}
          fout={fout('contactTelefoon')}
        />
      </section>

      <div className="hv-voet">
        <Knop soort="hoofd" type="submit" bezig={doe.isPending}>
          {t.biedAan}
        </Knop>
        <ConceptStaat staat={staat} />
      </div>
    </form>
  );
}
