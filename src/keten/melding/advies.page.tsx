// SPDX-License-Identifier: EUPL-1.2
// Advies is its own thing: help in thinking for someone who stays responsible. It holds no family, and says so while one
// types. When it must become a melding, that is a form of its own (handbook 0, S:8, S:20).
import { useQueryClient } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { AANVULLEND, AARD, DUUR, GEMEENTEN, MELDER_GROEP, woord } from '../../kern/lijsten.ts';
import { type ApiProbleem, useDoe, useLees } from '../../web/api.ts';
import { useConcept } from '../../web/concept.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Conceptconflict } from '../../web/delen/conceptconflict.tsx';
import { ConceptStaat } from '../../web/delen/conceptstaat.tsx';
import { Formulierdialoog, naBewaren, useWaarden } from '../../web/delen/formulierdialoog.tsx';
import { Formulierfouten } from '../../web/delen/formulierfouten.tsx';
import { Gegevens } from '../../web/delen/gegevens.tsx';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tabel } from '../../web/delen/tabel.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Tekstveld } from '../../web/delen/tekstveld.tsx';
import { Laden, Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { Vinkje, Vinkjes } from '../../web/delen/vinkjes.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { useSneltoetsen } from '../../web/sneltoetsen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { moment } from '../../web/tijd.ts';
import { herkenbaar, SPOORZINNEN } from './advies.ts';
import { type Adviesvorm, adviesNodig, adviesVerzoek, leesAdvies } from './adviesformulier.ts';
import { zegWaarde } from './botsing.ts';
import { Concepten, MetConcept, NieuwConcept } from './concepten.page.tsx';
import { keuzes } from './formulier.ts';
import './melding.css';

/** An advies as the API gives it. */
export interface Advies {
  id: string;
  nummer: string;
  gestartOp: string;
  vragerGroep: string;
  vragerRol: string | null;
  vragerNaam: string | null;
  vragerContact: string | null;
  gemeentecode: string | null;
  aard: string[];
  aanvullend: string[];
  duur: string;
  vraag: string;
  advies: string;
  meldingId: string | null;
  vragerStemtIn: boolean;
  versie: number;
}

const woorden = teksten({
  nl: {
    lijst: 'Adviezen',
    nieuw: 'Nieuw advies',
    een: 'Advies',
    titel: (nr: string) => `Advies ${nr}`,
    leegTitel: 'Nog geen adviezen',
    leeg: 'Wie twijfelt, belt voor advies. Wat u meegaf, staat hier, zonder gegevens van het gezin.',
    zonder: 'Een advies bewaart niets van het gezin: geen naam, geen adres, geen geboortedatum.',
    groep: 'Wie vraagt advies?',
    rol: 'Functie of relatie',
    vraag: 'Wat is de vraag?',
    vraagHulp: 'Zonder namen. "Een leerling van acht", "de moeder", "de buren".',
    advies: 'Wat adviseert u?',
    aard: 'Aard van het geweld',
    aardHulp: 'Zover bekend.',
    aanvullend: 'Speelt er nog meer?',
    duur: 'Hoelang speelt dit al?',
    gemeente: 'In welke gemeente?',
    gemeenteLeeg: 'Niet bekend',
    stemtIn: 'De vrager vindt goed dat wij naam en contact bewaren',
    stemtInUitleg: 'Zonder toestemming bewaren wij die niet.',
    naam: 'Naam van de vrager',
    contact: 'Telefoon of e-mail van de vrager',
    vrager: 'Wie vraagt',
    over: 'Waar het over gaat',
    bewaar: 'Leg het advies vast',
    verbeter: 'Verbeter of haal weg',
    verbeterUitleg:
      'Wat u wijzigt komt in de plaats van wat er stond; de oude tekst wordt niet bewaard. Vindt de vrager het niet meer goed dat we een naam bewaren? Haal dat vinkje weg.',
    bewaarVerbetering: 'Bewaar',
    verbeterd: 'Het advies is verbeterd.',
    herken: 'Is dit van het gezin?',
    zeker: 'Ik heb gekeken: het gaat over niemand die te herkennen is',
    fout: {
      groep: 'Kies wie het advies vraagt.',
      vraag: 'Schrijf op wat de vraag is.',
      advies: 'Schrijf op wat u adviseert.',
      herkenbaar: 'Haal weg wat naar het gezin leidt, of zeg dat het over niemand gaat die te herkennen is.',
    },
    kolom: { nummer: 'Advies', op: 'Gegeven', vrager: 'Wie vroeg', vraag: 'Vraag', melding: 'Melding' },
    werdMelding: 'Werd een melding',
    maak: 'Maak er een melding van',
    maakUitleg: 'Pas bij een melding noemt u het gezin. Vanaf dan houdt Veilig Thuis zicht.',
    opende: 'Open de melding',
    gegeven: (m: string) => `Gegeven ${m}`,
    geen: 'nog niet bekend',
    groepToets: 'Advies',
    eerdere: 'Eerdere adviezen',
    wieMag: 'Medewerkers van Veilig Thuis.',
    leegConcept: 'nog leeg',
    plek: {
      groep: 'Wie vraagt advies',
      rol: 'Functie of relatie',
      naam: 'Naam van de vrager',
      contact: 'Telefoon of e-mail van de vrager',
      stemtIn: 'Mogen wij naam en contact bewaren',
      gemeentecode: 'Gemeente',
      aard: 'Aard van het geweld',
      aanvullend: 'Speelt er nog meer',
      duur: 'Hoelang speelt dit al',
      vraag: 'De vraag',
      advies: 'Uw advies',
      zonderGezinsgegevens: 'Gaat over niemand die te herkennen is',
    } satisfies Record<keyof Adviesvorm, string>,
  },
  en: {
    lijst: 'Advice',
    nieuw: 'New advice',
    een: 'Advice',
    titel: (nr: string) => `Advice ${nr}`,
    leegTitel: 'No advice yet',
    leeg: 'Who is in doubt calls for advice. What you said stands here, without data of the family.',
    zonder: 'Advice keeps nothing of the family: no name, no address, no birth date.',
    groep: 'Who asks for advice?',
    rol: 'Function or relation',
    vraag: 'What is the question?',
    vraagHulp: 'Without names. "A pupil of eight", "the mother", "the neighbours".',
    advies: 'What do you advise?',
    aard: 'Kind of violence',
    aardHulp: 'As far as known.',
    aanvullend: 'Is there anything else?',
    duur: 'How long has this been going on?',
    gemeente: 'In which municipality?',
    gemeenteLeeg: 'Not known',
    stemtIn: 'The one who asks agrees that we keep name and contact',
    stemtInUitleg: 'Without consent we do not keep them.',
    naam: 'Name of who asks',
    contact: 'Telephone or e-mail of who asks',
    vrager: 'Who asks',
    over: 'What it is about',
    bewaar: 'Record the advice',
    verbeter: 'Mend or take out',
    verbeterUitleg:
      'What you change replaces what stood there; the old text is not kept. Does the one who asked no longer agree that we keep a name? Clear that tick.',
    bewaarVerbetering: 'Save',
    verbeterd: 'The advice was mended.',
    herken: 'Is this of the family?',
    zeker: 'I looked: it is about nobody who can be recognised',
    fout: {
      groep: 'Choose who asks for advice.',
      vraag: 'Write down what the question is.',
      advies: 'Write down what you advise.',
      herkenbaar: 'Take out what points at the family, or say that it is about nobody who can be recognised.',
    },
    kolom: { nummer: 'Advice', op: 'Given', vrager: 'Who asked', vraag: 'Question', melding: 'Report' },
    werdMelding: 'Became a report',
    maak: 'Make it a report',
    maakUitleg: 'Only in a report you name the family. From then on Veilig Thuis keeps watch.',
    opende: 'Open the report',
    gegeven: (m: string) => `Given ${m}`,
    geen: 'not known yet',
    groepToets: 'Advice',
    eerdere: 'Earlier advice',
    wieMag: 'Workers of Veilig Thuis.',
    leegConcept: 'still empty',
    plek: {
      groep: 'Who asks for advice',
      rol: 'Function or relation',
      naam: 'Name of who asks',
      contact: 'Telephone or e-mail of who asks',
      stemtIn: 'May we keep name and contact',
      gemeentecode: 'Municipality',
      aard: 'Kind of violence',
      aanvullend: 'Is there anything else',
      duur: 'For how long',
      vraag: 'The question',
      advies: 'Your advice',
      zonderGezinsgegevens: 'Is about nobody who can be recognised',
    },
  },
});

/** `/adviezen` */
export function AdviezenPagina() {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  const vraag = useLees<Advies[]>(['adviezen'], '/adviezen');
  return (
    <>
      <Paginakop
        titel={t.lijst}
        tab={t.lijst}
        acties={
          <Link alsKnop="hoofd" naar="/adviezen/nieuw" icoon="plus">
            {t.nieuw}
          </Link>
        }
      />
      <Lezing vraag={vraag} vorm="tabel" wieMag={t.wieMag}>
        {(lijst) => (
          <Tabel
            bijschrift={t.lijst}
            bijschriftVerborgen
            rijen={lijst}
            sleutel={(a) => a.id}
            leeg={
              <Leeg titel={t.leegTitel} icoon="gesprek">
                {t.leeg}
              </Leeg>
            }
            kolommen={[
              {
                id: 'nummer',
                kop: t.kolom.nummer,
                rijkop: true,
                cel: (a) => <Link naar={`/adviezen/${a.id}`}>{a.nummer}</Link>,
              },
              {
                id: 'op',
                kop: t.kolom.op,
                cel: (a) => <span className="hv-getal">{moment(a.gestartOp, nu)}</span>,
                sorteer: (a) => a.gestartOp,
              },
              {
                id: 'vrager',
                kop: t.kolom.vrager,
                cel: (a) => woord(MELDER_GROEP, a.vragerGroep, taal),
                sorteer: (a) => a.vragerGroep,
              },
              {
                id: 'vraag',
                kop: t.kolom.vraag,
                cel: (a) => <span className="hv-mld-kortaf">{a.vraag}</span>,
              },
              {
                id: 'melding',
                kop: t.kolom.melding,
                cel: (a) => (a.meldingId ? <Merk soort="klaar">{t.werdMelding}</Merk> : '–'),
                sorteer: (a) => (a.meldingId ? 0 : 1),
              },
            ]}
          />
        )}
      </Lezing>
    </>
  );
}

/** `/adviezen/$id` */
export function AdviesPagina() {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  const { id = '' } = useParams({ strict: false });
  const vraag = useLees<Advies>(['advies', id], `/adviezen/${id}`);
  return (
    <Lezing vraag={vraag} heel wieMag={t.wieMag}>
      {(a) => (
        <>
          <Paginakop
            titel={t.titel(a.nummer)}
            tab={t.een}
            terug={{ naar: '/adviezen', label: t.lijst }}
            onder={
              <>
                <span>{t.gegeven(moment(a.gestartOp, nu))}</span>
                {a.meldingId ? <Merk soort="klaar">{t.werdMelding}</Merk> : null}
              </>
            }
            acties={
              <>
                <Verbeter a={a} />
                {a.meldingId ? (
                  <Link alsKnop="gewoon" naar={`/meldingen/${a.meldingId}`}>
                    {t.opende}
                  </Link>
                ) : (
                  <Link alsKnop="gewoon" naar={`/adviezen/${a.id}/melding`} icoon="melding">
                    {t.maak}
                  </Link>
                )}
              </>
            }
          />
          <div className="hv-stapel hv-ruim">
            {a.meldingId ? null : <p className="nl-paragraph hv-zacht">{t.maakUitleg}</p>}
            <section className="hv-stapel hv-krap">
              <Kop niveau={2}>{t.vraag}</Kop>
              <p className="nl-paragraph hv-regels">{a.vraag}</p>
            </section>
            <section className="hv-stapel hv-krap">
              <Kop niveau={2}>{t.een}</Kop>
              <p className="nl-paragraph hv-regels">{a.advies}</p>
            </section>
            <Gegevens
              lijst={[
                {
                  naam: t.vrager,
                  waarde: [woord(MELDER_GROEP, a.vragerGroep, taal), a.vragerRol].filter(Boolean).join(', '),
                },
                { naam: t.naam, waarde: a.vragerNaam },
                { naam: t.contact, waarde: a.vragerContact },
                { naam: t.aard, waarde: a.aard.map((x) => woord(AARD, x, taal)).join(', ') || t.geen },
                ...(a.aanvullend.length > 0
                  ? [
                      {
                        naam: t.aanvullend,
                        waarde: a.aanvullend.map((x) => woord(AANVULLEND, x, taal)).join(', '),
                      },
                    ]
                  : []),
                { naam: t.duur, waarde: woord(DUUR, a.duur, taal) },
                {
                  naam: t.gemeente,
                  waarde: a.gemeentecode ? woord(GEMEENTEN, a.gemeentecode, taal) : null,
                },
              ]}
            />
          </div>
        </>
      )}
    </Lezing>
  );
}

/** What in the texts may be of the family, and the word of who looked that it is not. */
function Sporen({
  sporen,
  fout,
  zeker,
  onZeker,
}: {
  sporen: readonly { plek: 'vraag' | 'advies' | 'rol'; spoor: keyof typeof SPOORZINNEN }[];
  fout?: string | undefined;
  zeker: boolean;
  onZeker: (zeker: boolean) => void;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  return (
    <div role="status">
      {sporen.length > 0 ? (
        <Bericht soort="let-op" titel={t.herken} niveau={3}>
          <ul className="hv-lijst-kaal">
            {sporen.map(({ plek, spoor }) => (
              <li key={`${plek} ${spoor}`}>
                {t.plek[plek]}: {SPOORZINNEN[spoor][taal]}
              </li>
            ))}
          </ul>
          <Vinkje
            label={t.zeker}
            name="zonderGezinsgegevens"
            fout={fout}
            checked={zeker}
            onChange={(e) => onZeker(e.target.checked)}
          />
        </Bericht>
      ) : null}
    </div>
  );
}

/** What stands in an advies is mended, or what does not belong there is taken out; what stood there is gone. */
function Verbeter({ a }: { a: Advies }) {
  const t = useTeksten(woorden);
  const [open, setOpen] = useState(false);
  const f = useWaarden(
    {
      vraag: a.vraag,
      advies: a.advies,
      rol: a.vragerRol ?? '',
      naam: a.vragerNaam ?? '',
      contact: a.vragerContact ?? '',
      stemtIn: a.vragerStemtIn ? 'ja' : '',
      zeker: '',
    },
    a.id,
  );
  const w = f.waarden;
  const sporen = (['vraag', 'advies', 'rol'] as const).flatMap((plek) =>
    herkenbaar(w[plek]).map((spoor) => ({ plek, spoor })),
  );
  const doe = useDoe<Record<string, unknown>, Advies>(`/adviezen/${a.id}`, {
    methode: 'PUT',
    ververs: [['adviezen'], ['advies', a.id]],
    naSucces: naBewaren(f, t.verbeterd, () => setOpen(false)),
  });
  return (
    <>
      <Knop soort="stil" onClick={() => setOpen(true)}>
        {t.verbeter}
      </Knop>
      <Formulierdialoog
        open={open}
        onSluit={() => setOpen(false)}
        titel={t.verbeter}
        bewaar={t.bewaarVerbetering}
        uit={!f.heeft('vraag', 'advies') || (sporen.length > 0 && w.zeker === '')}
        waaromNiet={f.heeft('vraag', 'advies') ? t.fout.herkenbaar : t.fout.vraag}
        doe={doe}
        onBewaar={() =>
          doe.mutate({
            versie: a.versie,
            vraag: w.vraag,
            advies: w.advies,
            vrager: {
              rol: w.rol || null,
              naam: w.stemtIn ? w.naam || null : null,
              contact: w.stemtIn ? w.contact || null : null,
              stemtIn: w.stemtIn !== '',
            },
            zonderGezinsgegevens: w.zeker !== '',
          })
        }
      >
        <p className="nl-paragraph">{t.verbeterUitleg}</p>
        <Tekstvak {...f.veld('vraag')} label={t.vraag} verplicht regels={4} maxLength={4000} />
        <Tekstvak {...f.veld('advies')} label={t.advies} verplicht regels={4} maxLength={8000} />
        <Tekstveld {...f.veld('rol')} name="vrager.rol" label={t.rol} maxLength={200} />
        <Vinkje
          label={t.stemtIn}
          uitleg={t.stemtInUitleg}
          name="vrager.stemtIn"
          checked={w.stemtIn !== ''}
          onChange={(e) => f.zet({ stemtIn: e.target.checked ? 'ja' : '' })}
        />
        {w.stemtIn ? (
          <>
            <Tekstveld {...f.veld('naam')} label={t.naam} maxLength={200} />
            <Tekstveld {...f.veld('contact')} label={t.contact} maxLength={200} />
          </>
        ) : null}
        <Sporen
          sporen={sporen}
          zeker={w.zeker !== ''}
          onZeker={(zeker) => f.zet({ zeker: zeker ? 'ja' : '' })}
        />
      </Formulierdialoog>
    </>
  );
}

/** `/adviezen/nieuw` */
export function NieuwAdviesPagina() {
  const t = useTeksten(woorden);
  return (
    <>
      <Paginakop titel={t.nieuw} tab={t.nieuw} terug={{ naar: '/adviezen', label: t.lijst }} />
      <MetConcept pad="/adviezen/nieuw">
        {(id) => (
          <>
            <Concepten
              soort="advies"
              pad="/adviezen/nieuw"
              huidig={id}
              zeg={(inhoud) => leesAdvies(inhoud).vraag.trim().slice(0, 60) || t.leegConcept}
            />
            <Geladen key={id} id={id} />
          </>
        )}
      </MetConcept>
    </>
  );
}

function Geladen({ id }: { id: string }) {
  const concept = useConcept<Adviesvorm>('advies', id);
  if (concept.staat.soort === 'laden') return <Laden vorm="kaart" rijen={3} />;
  if (concept.staat.soort === 'ander_formulier') return <NieuwConcept />;
  return <Formulier concept={concept} />;
}

function Formulier({ concept }: { concept: ReturnType<typeof useConcept<Adviesvorm>> }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const router = useRouter();
  const client = useQueryClient();
  const { eerder, bewaar, wis, staat, conflict } = concept;
  const [vorm, setVorm] = useState(() => leesAdvies(eerder));
  const [poging, setPoging] = useState(0);
  const geladen = useRef(vorm);
  useEffect(() => {
    if (vorm !== geladen.current) bewaar(vorm);
  }, [vorm, bewaar]);
  const vorige = useRef(eerder);
  useEffect(() => {
    if (eerder === vorige.current) return;
    vorige.current = eerder;
    geladen.current = leesAdvies(eerder);
    setVorm(geladen.current);
  }, [eerder]);
  const wijzig = useCallback((anders: Partial<Adviesvorm>) => setVorm((v) => ({ ...v, ...anders })), []);

  const { vraag, advies, rol } = vorm;
  const sporen = useMemo(() => {
    const typte = [
      ['vraag', vraag],
      ['advies', advies],
      ['rol', rol],
    ] as const;
    return typte.flatMap(([plek, tekst]) => herkenbaar(tekst).map((spoor) => ({ plek, spoor })));
  }, [vraag, advies, rol]);
  const nodig = adviesNodig(vorm, sporen.length > 0);
  const doe = useDoe<ReturnType<typeof adviesVerzoek>, Advies>('/adviezen', {
    ververs: [['adviezen']],
    naSucces: async (uit) => {
      client.setQueryData(['advies', uit.id], uit);
      await wis().catch(() => undefined);
      void client.invalidateQueries({ queryKey: ['concepten'] });
      void router.navigate({ href: `/adviezen/${uit.id}`, replace: true });
    },
  });
  const probleem: ApiProbleem | null = doe.error;
  const fout = (veld: string) =>
    (poging > 0 ? nodig.filter((n) => n.veld === veld).map((n) => t.fout[n.wat])[0] : undefined) ??
    probleem?.fouten.find((f) => f.veld === veld)?.melding;
  const verder = () => {
    if (doe.isPending) return;
    setPoging((n) => n + 1);
    if (nodig.length === 0) doe.mutate(adviesVerzoek(vorm));
  };
  useSneltoetsen([{ toets: 'ctrl+Enter', uitleg: t.bewaar, groep: t.groepToets, doe: verder }]);

  return (
    <form
      className="hv-mld"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        verder();
      }}
    >
      {conflict ? (
        <Conceptconflict
          conflict={conflict}
          woord={([veld = '']) => t.plek[veld as keyof Adviesvorm]}
          zeg={([veld = ''], waarde) => zegWaarde([veld], waarde, taal)}
        />
      ) : null}
      <Formulierfouten
        fouten={poging > 0 ? nodig.map((n) => ({ veld: n.veld, melding: t.fout[n.wat] })) : []}
        probleem={probleem}
        poging={poging}
      />
      <Bericht>{t.zonder}</Bericht>
      <div className="hv-mld-delen">
        <section className="hv-stapel hv-mld-deel" aria-labelledby="adv-over">
          <Kop niveau={2} id="adv-over">
            {t.over}
          </Kop>
          <Tekstvak
            label={t.vraag}
            hulp={t.vraagHulp}
            name="vraag"
            verplicht
            regels={4}
            maxLength={4000}
            fout={fout('vraag')}
            value={vorm.vraag}
            onChange={(e) => wijzig({ vraag: e.target.value })}
          />
          <Tekstvak
            label={t.advies}
            name="advies"
            verplicht
            regels={4}
            maxLength={8000}
            fout={fout('advies')}
            value={vorm.advies}
            onChange={(e) => wijzig({ advies: e.target.value })}
          />
          <Sporen
            sporen={sporen}
            fout={fout('zonderGezinsgegevens')}
            zeker={vorm.zonderGezinsgegevens}
            onZeker={(zonderGezinsgegevens) => wijzig({ zonderGezinsgegevens })}
          />
          <Vinkjes
            label={t.aard}
            hulp={t.aardHulp}
            name="aard"
            waarden={vorm.aard}
            onKies={(aard) => wijzig({ aard })}
            opties={keuzes(AARD, taal)}
          />
        </section>
        <section className="hv-stapel hv-mld-deel" aria-labelledby="adv-vrager">
          <Kop niveau={2} id="adv-vrager">
            {t.vrager}
          </Kop>
          <Keuzelijst
            label={t.groep}
            name="vrager.groep"
            verplicht
            fout={fout('vrager.groep')}
            value={vorm.groep}
            opties={keuzes(MELDER_GROEP, taal)}
            onChange={(e) => wijzig({ groep: e.target.value })}
          />
          <Tekstveld
            label={t.rol}
            name="vrager.rol"
            maxLength={200}
            fout={fout('vrager.rol')}
            value={vorm.rol}
            onChange={(e) => wijzig({ rol: e.target.value })}
          />
          <Vinkje
            label={t.stemtIn}
            uitleg={t.stemtInUitleg}
            name="vrager.stemtIn"
            fout={fout('vrager.stemtIn')}
            checked={vorm.stemtIn}
            onChange={(e) => wijzig({ stemtIn: e.target.checked })}
          />
          {vorm.stemtIn ? (
            <>
              <Tekstveld
                label={t.naam}
                name="vrager.naam"
                maxLength={200}
                value={vorm.naam}
                onChange={(e) => wijzig({ naam: e.target.value })}
              />
              <Tekstveld
                label={t.contact}
                name="vrager.contact"
                maxLength={200}
                value={vorm.contact}
                onChange={(e) => wijzig({ contact: e.target.value })}
              />
            </>
          ) : null}
          <Keuzelijst
            label={t.duur}
            name="duur"
            leeg={false}
            breedte="half"
            value={vorm.duur}
            opties={keuzes(DUUR, taal)}
            onChange={(e) => wijzig({ duur: e.target.value })}
          />
          <Keuzelijst
            label={t.gemeente}
            name="gemeentecode"
            leeg={t.gemeenteLeeg}
            breedte="half"
            value={vorm.gemeentecode}
            opties={keuzes(GEMEENTEN, taal)}
            onChange={(e) => wijzig({ gemeentecode: e.target.value })}
          />
          <details className="hv-mld-meer" {...(vorm.aanvullend.length > 0 ? { open: true } : {})}>
            <summary>{t.aanvullend}</summary>
            <Vinkjes
              label={t.aanvullend}
              labelVerborgen
              name="aanvullend"
              waarden={vorm.aanvullend}
              onKies={(aanvullend) => wijzig({ aanvullend })}
              opties={keuzes(AANVULLEND, taal)}
            />
          </details>
        </section>
      </div>
      <div className="hv-voet hv-mld-voet">
        <ConceptStaat staat={staat} />
        <div className="hv-rij hv-voet__duw">
          <Knop type="submit" soort="hoofd" bezig={doe.isPending} toets="Ctrl ⏎">
            {t.bewaar}
          </Knop>
        </div>
      </div>
    </form>
  );
}
