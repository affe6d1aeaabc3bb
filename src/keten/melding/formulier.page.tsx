// SPDX-License-Identifier: EUPL-1.2
// The form of a melding: three parts side by side (what happened, who, what we know already), one foot, and a second
// look before it goes. Nothing typed is lost: every change is a draft, on the server or on this device.
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { AANVULLEND, AARD, DUUR, GEMEENTEN, KINDCHECK } from '../../kern/lijsten.ts';
import { ApiProbleem, api } from '../../web/api.ts';
import { useConcept } from '../../web/concept.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Conceptconflict } from '../../web/delen/conceptconflict.tsx';
import { ConceptStaat } from '../../web/delen/conceptstaat.tsx';
import { Formulierfouten } from '../../web/delen/formulierfouten.tsx';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Laden } from '../../web/delen/toestand.tsx';
import { veldId } from '../../web/delen/veld.tsx';
import { Vinkjes } from '../../web/delen/vinkjes.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { useSneltoetsen } from '../../web/sneltoetsen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { dagVan } from '../../web/tijd.ts';
import { acuutEerst, zegPlek, zegWaarde } from './botsing.ts';
import { NieuwConcept } from './concepten.page.tsx';
import { Controleer } from './controleer.page.tsx';
import {
  alsVerzoek,
  type Kant,
  keuzes,
  leesVorm,
  type Meldingvorm,
  type Nodig,
  nogNodig,
  persoonVerzoek,
  zonderLegeRijen,
} from './formulier.ts';
import { Melder } from './melder.page.tsx';
import './melding.css';
import { leesRegel, Personen, useRegelPersoon } from './personen.page.tsx';
import { type Pas, Uitspraken } from './uitspraken.page.tsx';

const woorden = teksten({
  nl: {
    acuut: 'Is er nu acuut gevaar?',
    acuutHulp: 'Ja? Dan gaat 112 voor. Blijf aan de lijn, en schrijf op wat er nu gebeurt.',
    acuutHulpProf: 'Ja? Bel 112, en daarna Veilig Thuis: 0800 2000, dag en nacht.',
    ja: 'Ja, nu',
    nee: 'Nee',
    toelichting: 'Wat gebeurt er nu?',
    toelichtingHulp: 'Waar zijn de kinderen en de pleger nu? Zijn er wapens? Is de politie gebeld?',
    wat: 'Wat er gebeurde',
    wie: 'Wie',
    melder: 'Wie meldt',
    u: 'Over u',
    over: 'Over wie gaat het',
    aard: 'Aard van het geweld',
    aardHulp: 'Zover bekend. Meer dan één mag.',
    duur: 'Hoelang speelt dit al?',
    meer: 'Speelt er nog meer?',
    kindcheck: 'Zijn er kinderen van deze volwassenen afhankelijk?',
    kindcheckJa: 'Hoeveel, hoe oud, en wie zorgt er nu voor hen?',
    kort: { onbekend: 'Weet ik niet', kinderen: 'Ja', geen_kinderen: 'Nee' },
    gemeente: 'In welke gemeente?',
    gemeenteLeeg: 'Nog niet bekend',
    weten: 'Wat we al weten',
    nodig: 'Nog nodig:',
    compleet: 'Alles wat nodig is, is er.',
    verder: 'Verder',
    terug: 'Terug naar het formulier',
    indienen: 'Dien de melding in',
    indienenProf: 'Stuur naar Veilig Thuis',
    controle: 'Klopt dit?',
    controleUitleg: 'Zo komt het erin te staan. Er gaat niets weg tot u op de knop drukt.',
    groep: 'Melding',
    gekozen: 'Deze melding komt bij de casus die u koos.',
    tochNiet: 'Toch niet',
    alTitel: 'Deze melding was al binnen',
    al: (nr: string) =>
      `De eerste keer is aangekomen als ${nr}. Wat u daarna nog veranderde, staat hier nog: voeg het daar toe.`,
    open: 'Open de melding',
    wat_: {
      acuut: 'of er nu gevaar is',
      uitspraak: 'wat er gebeurde',
      persoon: 'een persoon',
      groep: 'wat voor melder',
      bekend: 'of het gezin mag weten wie meldt',
      naam: 'naam van de melder',
      bereikbaar: 'telefoon of e-mail',
      grond: 'waarom het gezin het niet mag weten',
      professional_anoniem: 'een professional kan niet onbekend blijven',
      bsn: 'een BSN dat klopt',
      geboorte: 'een geboortedatum die te lezen is',
    },
    fout: {
      acuut: 'Vraag of er nu acuut gevaar is.',
      uitspraak: 'Schrijf op wat er gebeurde: ten minste één uitspraak.',
      persoon: 'Zet er ten minste één persoon bij. De naam mag onbekend zijn.',
      groep: 'Kies wat voor melder het is.',
      bekend: 'Vraag of het gezin mag weten wie meldt.',
      naam: 'Vul de naam in, of kies dat ook Veilig Thuis het niet weet.',
      bereikbaar: 'Vul een telefoonnummer of een e-mailadres in.',
      grond: 'Zeg waarom het gezin niet mag weten wie meldt.',
      professional_anoniem:
        'Een professional is altijd bekend bij Veilig Thuis. Kies een van de andere twee.',
      bsn: 'Een BSN heeft negen cijfers. Controleer het, of maak het veld leeg.',
      geboorte:
        'Dit is niet te lezen als datum. Schrijf bijvoorbeeld 3 mei 1984 of alleen het jaar, of maak het leeg.',
    },
  },
  en: {
    acuut: 'Is there acute danger now?',
    acuutHulp: 'Yes? Then 112 goes first. Stay on the line, and write down what is happening now.',
    acuutHulpProf: 'Yes? Call 112, and then Veilig Thuis: 0800 2000, day and night.',
    ja: 'Yes, now',
    nee: 'No',
    toelichting: 'What is happening now?',
    toelichtingHulp:
      'Where are the children and the perpetrator now? Are there weapons? Were the police called?',
    wat: 'What happened',
    wie: 'Who',
    melder: 'Who reports',
    u: 'About you',
    over: 'Who is it about',
    aard: 'Kind of violence',
    aardHulp: 'As far as known. More than one may apply.',
    duur: 'How long has this been going on?',
    meer: 'Is there anything else?',
    kindcheck: 'Do children depend on these adults?',
    kindcheckJa: 'How many, how old, and who cares for them now?',
    kort: { onbekend: "I don't know", kinderen: 'Yes', geen_kinderen: 'No' },
    gemeente: 'In which municipality?',
    gemeenteLeeg: 'Not known yet',
    weten: 'What we know already',
    nodig: 'Still needed:',
    compleet: 'All that is needed is there.',
    verder: 'Next',
    terug: 'Back to the form',
    indienen: 'Submit the report',
    indienenProf: 'Send to Veilig Thuis',
    controle: 'Is this right?',
    controleUitleg: 'This is how it will stand. Nothing goes until you press the button.',
    groep: 'Report',
    gekozen: 'This report is added to the case that you chose.',
    tochNiet: 'No, do not',
    alTitel: 'This report had already arrived',
    al: (nr: string) =>
      `The first time it arrived as ${nr}. What you changed since is still here: add it there.`,
    open: 'Open the report',
    wat_: {
      acuut: 'whether there is danger now',
      uitspraak: 'what happened',
      persoon: 'a person',
      groep: 'what kind of reporter',
      bekend: 'whether the family may know who reports',
      naam: 'name of the reporter',
      bereikbaar: 'telephone or e-mail',
      grond: 'why the family may not know',
      professional_anoniem: 'a professional cannot stay unknown',
      bsn: 'a BSN that is right',
      geboorte: 'a birth date that can be read',
    },
    fout: {
      acuut: 'Ask whether there is acute danger now.',
      uitspraak: 'Write down what happened: one statement at least.',
      persoon: 'Add one person at least. The name may be unknown.',
      groep: 'Choose what kind of reporter it is.',
      bekend: 'Ask whether the family may know who reports.',
      naam: 'Fill in the name, or choose that Veilig Thuis does not know either.',
      bereikbaar: 'Fill in a telephone number or an e-mail address.',
      grond: 'Say why the family may not know who reports.',
      professional_anoniem: 'A professional is always known to Veilig Thuis. Choose one of the other two.',
      bsn: 'A BSN has nine digits. Check it, or empty the field.',
      geboorte: 'This cannot be read as a date. Write for example 3 May 1984 or only the year, or empty it.',
    },
  },
});

/** What was found: a column of its own on a wide screen, and a line under each person where there is no room beside. */
interface Gevonden {
  paneel: ReactNode;
  /** Of the person on this place, from 0. */
  lijn: (plek: number) => ReactNode;
}

/** What the server says when it has taken the melding in. */
export interface Ontvangen {
  id: string;
  nummer: string;
}

export interface MeldingformulierProps {
  /** The draft. */
  id: string;
  /** What the draft is of: which form it comes back in. */
  soort: string;
  kant: Kant;
  /** What a new form begins with. */
  begin: Meldingvorm;
  /** Where it is sent. */
  pad: string;
  onOntvangen: (uit: Ontvangen) => void;
  /** What we know already, of the persons as they stand; the last may still stand in the line that is being typed. */
  radar?:
    | ((p: {
        personen: ReturnType<typeof persoonVerzoek>[];
        typt: boolean;
        onKies: (casusId: string) => void;
        /** The form, with what was found in its places. */
        children: (gevonden: Gevonden) => ReactNode;
      }) => ReactNode)
    | undefined;
}

/** Loads the draft, and then the form. */
export function Meldingformulier(props: MeldingformulierProps) {
  const concept = useConcept<Meldingvorm>(props.soort, props.id);
  if (concept.staat.soort === 'laden') return <Laden vorm="kaart" rijen={4} />;
  if (concept.staat.soort === 'ander_formulier') return <NieuwConcept />;
  return <Formulier {...props} concept={concept} />;
}

function Formulier({
  id,
  kant,
  begin,
  pad,
  onOntvangen,
  radar,
  concept,
}: MeldingformulierProps & { concept: ReturnType<typeof useConcept<Meldingvorm>> }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  const client = useQueryClient();
  const { eerder, bewaar, wis, staat, conflict } = concept;
  const vers = useCallback(
    (x: Meldingvorm | undefined) => {
      const v = x === undefined ? begin : leesVorm(x);
      // The same in every window in which this draft is open.
      return v.inzending ? v : { ...v, inzending: id };
    },
    [begin, id],
  );
  const [vorm, setVorm] = useState(() => vers(eerder));
  const [stap, setStap] = useState<'invullen' | 'controleren'>('invullen');
  const [poging, setPoging] = useState(0);
  const [probleem, setProbleem] = useState<ApiProbleem>();
  const [bezig, setBezig] = useState(false);
  const onderweg = useRef(false);
  const kop = useRef<HTMLHeadingElement>(null);

  // Only what someone changed is a draft: looking at an empty form leaves nothing behind.
  const geladen = useRef(vorm);
  useEffect(() => {
    if (vorm !== geladen.current) bewaar(vorm);
  }, [vorm, bewaar]);
  const vorige = useRef(eerder);
  useEffect(() => {
    if (eerder === vorige.current) return;
    vorige.current = eerder;
    const v = vers(eerder);
    geladen.current = v;
    setVorm(v);
  }, [eerder, vers]);

  const gesloten = useRef(false);
  useEffect(() => {
    gesloten.current = false;
    return () => {
      gesloten.current = true;
    };
  }, []);
  const pas: Pas = useCallback((f) => {
    // "Ongedaan maken" outlives the form: then it must not say that it did something.
    if (gesloten.current) throw new Error('the form is gone');
    setProbleem(undefined);
    setVorm(f);
  }, []);
  const nodig = nogNodig(vorm, kant);
  const fouten = useMemo(() => {
    const uit = new Map<string, string>();
    if (poging > 0) for (const n of nodig) uit.set(n.veld, t.fout[n.wat]);
    for (const f of probleem?.fouten ?? []) if (!uit.has(f.veld)) uit.set(f.veld, f.melding);
    return uit;
  }, [nodig, poging, probleem, t]);

  const naar = (veld: string) => {
    flushSync(() => setStap('invullen'));
    const doel = document.getElementById(veldId(veld, veld));
    doel?.focus();
    (doel?.closest('.hv-veld') ?? doel)?.scrollIntoView({ block: 'center' });
  };
  const verder = async () => {
    if (stap === 'controleren') return indienen();
    const heel = zonderLegeRijen(await leesRegel(vorm, Number(dagVan(nu).slice(0, 4))));
    setVorm(heel);
    setProbleem(undefined);
    if (nogNodig(heel, kant).length > 0) {
      setPoging((n) => n + 1);
      return;
    }
    flushSync(() => {
      setPoging(0);
      setStap('controleren');
    });
    window.scrollTo({ top: 0 });
    kop.current?.focus({ preventScroll: true });
  };
  const indienen = async () => {
    // A second click while the first is on its way is the same click.
    if (onderweg.current) return;
    onderweg.current = true;
    setBezig(true);
    setProbleem(undefined);
    try {
      const uit = await api.post<Ontvangen>(pad, alsVerzoek(vorm, kant), {
        idempotencyKey: `melding-${vorm.inzending}`,
      });
      // The draft has become the melding. That it stays behind does no harm: sent again it is the same melding.
      await wis().catch(() => undefined);
      void client.invalidateQueries({ queryKey: ['ik'] });
      void client.invalidateQueries({ queryKey: ['concepten'] });
      onOntvangen(uit);
    } catch (fout) {
      if (!(fout instanceof ApiProbleem)) throw fout;
      if (fout.fouten.length > 0) setStap('invullen');
      setProbleem(fout);
    } finally {
      onderweg.current = false;
      setBezig(false);
    }
  };

  useSneltoetsen([
    {
      toets: 'ctrl+Enter',
      uitleg: stap === 'invullen' ? t.verder : kant === 'vt' ? t.indienen : t.indienenProf,
      groep: t.groep,
      doe: () => void verder(),
    },
  ]);

  const al = eerderBinnen(probleem);
  return (
    <form
      className="hv-mld"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void verder();
      }}
    >
      {conflict ? (
        <Conceptconflict
          conflict={{ ...conflict, botst: acuutEerst(conflict.botst) }}
          woord={(plek) => zegPlek(plek, vorm, taal)}
          zeg={(plek, waarde) => zegWaarde(plek, waarde, taal)}
        />
      ) : null}
      {al ? (
        <Bericht
          soort="let-op"
          titel={t.alTitel}
          meteen
          acties={
            kant === 'vt' ? (
              <Link alsKnop="hoofd" naar={`/meldingen/${al.id}`}>
                {t.open}
              </Link>
            ) : undefined
          }
        >
          {t.al(al.nummer)}
        </Bericht>
      ) : (
        <Formulierfouten
          fouten={poging > 0 ? nodig.map((n) => ({ veld: n.veld, melding: t.fout[n.wat] })) : []}
          probleem={probleem}
          poging={poging}
        />
      )}
      {stap === 'invullen' ? (
        <Velden vorm={vorm} kant={kant} fouten={fouten} pas={pas} radar={radar} />
      ) : (
        <>
          <div className="hv-stapel hv-krap">
            <h2 className="nl-heading nl-heading--level-2" tabIndex={-1} ref={kop}>
              {t.controle}
            </h2>
            <p className="nl-paragraph">{t.controleUitleg}</p>
          </div>
          <Controleer vorm={vorm} kant={kant} naar={naar} pas={pas} />
        </>
      )}
      <div className="hv-voet hv-mld-voet">
        <ConceptStaat staat={staat} />
        {stap === 'invullen' ? <NogNodig nodig={nodig} naar={naar} /> : null}
        <div className="hv-rij hv-voet__duw">
          {stap === 'controleren' ? (
            <Knop onClick={() => setStap('invullen')} icoon="terug">
              {t.terug}
            </Knop>
          ) : null}
          <Knop type="submit" soort="hoofd" bezig={bezig} toets="Ctrl ⏎">
            {stap === 'invullen' ? t.verder : kant === 'vt' ? t.indienen : t.indienenProf}
          </Knop>
        </div>
      </div>
    </form>
  );
}

/** An earlier attempt did arrive, with another content: what the server made of it. */
function eerderBinnen(p: ApiProbleem | undefined): Ontvangen | undefined {
  if (p?.status !== 409 || !p.type?.endsWith('/al-ontvangen')) return undefined;
  const h = p.inhoud['huidig'] as Partial<Ontvangen> | undefined;
  return typeof h?.id === 'string' && typeof h.nummer === 'string'
    ? { id: h.id, nummer: h.nummer }
    : undefined;
}

/** The first things that are still needed; each is a way to its field. */
function NogNodig({ nodig, naar }: { nodig: readonly Nodig[]; naar: (veld: string) => void }) {
  const t = useTeksten(woorden);
  if (nodig.length === 0) return <span className="hv-klein hv-zacht hv-mld-nodig">{t.compleet}</span>;
  return (
    <div className="hv-klein hv-mld-nodig">
      <span className="hv-zacht">{t.nodig}</span>{' '}
      {nodig.slice(0, 3).map((n, i) => (
        <span key={n.veld}>
          {i > 0 ? ', ' : ''}
          <button type="button" className="hv-tekstknop" onClick={() => naar(n.veld)}>
            {t.wat_[n.wat]}
          </button>
        </span>
      ))}
      {nodig.length > 3 ? <span className="hv-zacht"> +{nodig.length - 3}</span> : null}
    </div>
  );
}

function Velden({
  vorm,
  kant,
  fouten,
  pas,
  radar,
}: {
  vorm: Meldingvorm;
  kant: Kant;
  fouten: ReadonlyMap<string, string>;
  pas: Pas;
  radar: MeldingformulierProps['radar'];
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const typt = useRegelPersoon(vorm.persoonsregel);
  const personen = useMemo(
    () => [...vorm.personen, ...(typt ? [typt] : [])].map(persoonVerzoek),
    [vorm.personen, typt],
  );
  const delen = (gevonden?: Gevonden) => (
    <div className={`hv-mld-delen${gevonden ? ' hv-mld-delen--drie' : ''}`}>
      <section className="hv-stapel hv-mld-deel" aria-labelledby="mld-wat">
        <Kop niveau={2} id="mld-wat">
          {t.wat}
        </Kop>
        <Uitspraken rijen={vorm.uitspraken} kant={kant} fouten={fouten} pas={pas} />
        <Vinkjes
          label={t.aard}
          hulp={t.aardHulp}
          name="aard"
          fout={fouten.get('aard')}
          waarden={vorm.aard}
          onKies={(aard) => pas((v) => ({ ...v, aard }))}
          opties={keuzes(AARD, taal)}
        />
        <Keuzelijst
          label={t.duur}
          name="duur"
          leeg={false}
          breedte="half"
          value={vorm.duur}
          opties={keuzes(DUUR, taal)}
          onChange={(e) => pas((v) => ({ ...v, duur: e.target.value }))}
        />
        <details className="hv-mld-meer" {...(vorm.aanvullend.length > 0 ? { open: true } : {})}>
          <summary>{t.meer}</summary>
          <Vinkjes
            label={t.meer}
            labelVerborgen
            name="aanvullend"
            waarden={vorm.aanvullend}
            onKies={(aanvullend) => pas((v) => ({ ...v, aanvullend }))}
            opties={keuzes(AANVULLEND, taal)}
          />
        </details>
      </section>
      <section className="hv-stapel hv-ruim hv-mld-deel" aria-labelledby="mld-wie">
        <div className="hv-stapel">
          <Kop niveau={2} id="mld-wie">
            {t.over}
          </Kop>
          <Personen vorm={vorm} kant={kant} fouten={fouten} pas={pas} lijn={gevonden?.lijn} />
          <Keuzerondjes
            label={t.kindcheck}
            name="kindcheck"
            waarde={vorm.kindcheck}
            onKies={(kindcheck) => pas((v) => ({ ...v, kindcheck }))}
            opties={KINDCHECK.map((k) => ({ waarde: k.code, label: t.kort[k.code] }))}
          />
          {vorm.kindcheck === 'kinderen' ? (
            <Tekstvak
              label={t.kindcheckJa}
              name="kindcheckToelichting"
              regels={2}
              maxLength={2000}
              value={vorm.kindcheckToelichting}
              onChange={(e) => pas((v) => ({ ...v, kindcheckToelichting: e.target.value }))}
            />
          ) : null}
          <Keuzelijst
            label={t.gemeente}
            name="gemeentecode"
            leeg={t.gemeenteLeeg}
            breedte="half"
            fout={fouten.get('gemeentecode')}
            value={vorm.gemeentecode}
            opties={keuzes(GEMEENTEN, taal)}
            onChange={(e) => pas((v) => ({ ...v, gemeentecode: e.target.value }))}
          />
        </div>
        <div className="hv-stapel hv-deel">
          <Kop niveau={2}>{kant === 'vt' ? t.melder : t.u}</Kop>
          <Melder vorm={vorm} kant={kant} fouten={fouten} pas={pas} />
        </div>
      </section>
      {gevonden ? (
        <section className="hv-stapel hv-mld-deel hv-mld-radar" aria-labelledby="mld-weten">
          <Kop niveau={2} id="mld-weten">
            {t.weten}
          </Kop>
          {vorm.casusId ? (
            <Bericht
              soort="weet"
              niveau={3}
              acties={
                <Knop klein onClick={() => pas((v) => ({ ...v, casusId: null }))}>
                  {t.tochNiet}
                </Knop>
              }
            >
              {t.gekozen}
            </Bericht>
          ) : null}
          {gevonden.paneel}
        </section>
      ) : null}
    </div>
  );
  return (
    <>
      <div className={`hv-mld-acuut${vorm.acuut === 'ja' ? ' hv-mld-acuut--ja' : ''}`}>
        <Keuzerondjes
          label={t.acuut}
          name="acuut"
          verplicht
          hulp={kant === 'vt' ? t.acuutHulp : t.acuutHulpProf}
          fout={fouten.get('acuut')}
          waarde={vorm.acuut}
          onKies={(w) => pas((v) => ({ ...v, acuut: w === 'ja' ? 'ja' : 'nee' }))}
          opties={[
            { waarde: 'ja', label: t.ja },
            { waarde: 'nee', label: t.nee },
          ]}
        />
        {vorm.acuut === 'ja' ? (
          <Tekstvak
            label={t.toelichting}
            hulp={t.toelichtingHulp}
            name="acuutToelichting"
            regels={2}
            maxLength={2000}
            value={vorm.acuutToelichting}
            onChange={(e) => pas((v) => ({ ...v, acuutToelichting: e.target.value }))}
          />
        ) : null}
      </div>
      {radar
        ? radar({
            personen,
            typt: typt !== undefined,
            onKies: (casusId) => pas((v) => ({ ...v, casusId })),
            children: delen,
          })
        : delen()}
    </>
  );
}
