// SPDX-License-Identifier: EUPL-1.2
// One casus: who they are, what happened, and what is to be done now.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { TijdlijnAntwoord } from '../../kern/casus/casus.api.ts';
import { GEMEENTEN, ROL, UITSPRAAK_SOORT } from '../../kern/lijsten.ts';
import { brengtTerug, CONTROLE_UITKOMSTEN } from '../../keten/beoordeling/controle.ts';
import type { VoorwaardenAntwoord } from '../../keten/plan/voorwaarden.api.ts';
import { type ApiProbleem, api, useLees } from '../api.ts';
import { Chip } from '../delen/chip.tsx';
import { Knop } from '../delen/knop.tsx';
import { Kop } from '../delen/kop.tsx';
import { Link } from '../delen/link.tsx';
import { Merk } from '../delen/merk.tsx';
import { Persoonskaart } from '../delen/persoonskaart.tsx';
import { TermijnMerk } from '../delen/termijnmerk.tsx';
import { Tijdlijn, type TijdlijnItem } from '../delen/tijdlijn.tsx';
import { Fout, Laden, Leeg } from '../delen/toestand.tsx';
import { useIk, useNu } from '../ik.ts';
import { useInstellingen } from '../instellingen.ts';
import { useBestaat } from '../routes.ts';
import { teksten, useTeksten } from '../taal.ts';
import { useTermijnwoorden } from '../termijnwoorden.ts';
import { datum, gebeurd, laatsteDag, relatief } from '../tijd.ts';
import { type Casusbeeld, Casuskader, casusSleutels, magVastleggen, toont } from './casuskader.tsx';
import { EigenDossier } from './eigendossier.tsx';
import { Regisseurkeuze } from './regisseur.page.tsx';
import { Termijnstappen } from './termijnstappen.page.tsx';
import { type Regel, zinVan } from './tijdlijnwoorden.ts';

/** Comes when someone asks for it: most looks at a casus end without one. */
const ControleDialoog = lazy(async () => ({
  default: (await import('../../keten/beoordeling/controledialoog.page.tsx')).ControleDialoog,
}));

const woorden = teksten({
  nl: {
    watNu: 'Wat nu',
    niets: 'Er staat niets open.',
    nietsGesloten: 'Deze casus is gesloten. Er staat niets open.',
    bijAnder: (o: string) => `bij ${o}`,
    ander: (n: number) => `Bij anderen (${n})`,
    vanMij: 'van u',
    stil: 'staat stil',
    stilTot: (d: string) => `staat stil tot en met ${d}`,
    stilOmdat: (r: string) => `Staat stil: ${r}`,
    aanbod: (o: string) => `${o} kan nog antwoorden op de overdracht.`,
    naarAanbod: 'Bekijk de overdracht',
    gekeken: 'Laatst gekeken:',
    nooit: 'Er is nog niet vastgelegd dat iemand keek.',
    stappen: 'U kunt ook',
    controle: 'Leg vast hoe het nu is',
    plan: 'Naar het plan',
    cijfer: 'Geef een veiligheidscijfer',
    uitspraak: 'Voeg een uitspraak toe',
    overdragen: 'Draag over',
    afsluiten: 'Sluit af',
    kiesRegisseur: 'Kies een regisseur',
    andereRegisseur: 'Kies een andere regisseur',
    mensen: 'Wie',
    geenMensen: 'Er staan nog geen mensen in deze casus.',
    twijfel: 'Niet zeker',
    vermeldingen: (n: number) => `${n} keer genoemd`,
    getuige: 'Niet direct betrokken',
    tijdlijn: 'Wat er is gebeurd',
    meer: 'Toon eerder',
    namens: (wie: string, org: string) => (wie ? `${wie}, ${org}` : org),
    verloop: 'Wie hield zicht',
    tot: (van: string, tot: string) => `${van} tot ${tot}`,
    sinds: (van: string) => `sinds ${van}`,
    gebeurd: (d: string) => `gebeurd: ${d}`,
    bron: (b: string) => `bron: ${b}`,
    verbeterd: 'later verbeterd',
    gemeente: 'Gemeente',
    alles: 'Alles',
    gezegd: 'Uitspraken',
    handelingen: 'Stappen',
    filter: 'Toon',
    cijfers: (n: number, alle: string) => `${n} cijfers gegeven: ${alle}`,
  },
  en: {
    watNu: 'What now',
    niets: 'Nothing is open.',
    nietsGesloten: 'This case is closed. Nothing is open.',
    bijAnder: (o: string) => `with ${o}`,
    ander: (n: number) => `With others (${n})`,
    vanMij: 'yours',
    stil: 'suspended',
    stilTot: (d: string) => `suspended up to and including ${d}`,
    stilOmdat: (r: string) => `Suspended: ${r}`,
    aanbod: (o: string) => `${o} can still answer the handover.`,
    naarAanbod: 'See the handover',
    gekeken: 'Last looked:',
    nooit: 'Nobody has recorded a look yet.',
    stappen: 'You can also',
    controle: 'Record how it is now',
    plan: 'To the plan',
    cijfer: 'Give a safety figure',
    uitspraak: 'Add a statement',
    overdragen: 'Hand over',
    afsluiten: 'Close',
    kiesRegisseur: 'Choose a regisseur',
    andereRegisseur: 'Choose another regisseur',
    mensen: 'Who',
    geenMensen: 'There are no people in this case yet.',
    twijfel: 'Not certain',
    vermeldingen: (n: number) => `mentioned ${n} times`,
    getuige: 'Not directly concerned',
    tijdlijn: 'What happened',
    meer: 'Show earlier',
    namens: (wie: string, org: string) => (wie ? `${wie}, ${org}` : org),
    verloop: 'Who held zicht',
    tot: (van: string, tot: string) => `${van} to ${tot}`,
    sinds: (van: string) => `since ${van}`,
    gebeurd: (d: string) => `happened: ${d}`,
    bron: (b: string) => `source: ${b}`,
    verbeterd: 'corrected later',
    gemeente: 'Municipality',
    alles: 'Everything',
    gezegd: 'Statements',
    handelingen: 'Steps',
    filter: 'Show',
    cijfers: (n: number, alle: string) => `${n} figures given: ${alle}`,
  },
});

/** What a look answers. */
const DOOR_TE_KIJKEN: ReadonlySet<string> = new Set(['zichtcontrole', 'spoed_24u', 'hermelding_terug']);

/** `/casussen/{id}` */
export function CasusPagina() {
  const { id } = useParams({ strict: false }) as { id: string };
  return (
    <Casuskader key={id} id={id}>
      {(beeld) => (
        <div className="hv-stapel hv-ruim">
          {beeld.toegang.grond === 'eigen_dossier' ? <EigenDossier beeld={beeld} /> : null}
          <div
            className={
              magVastleggen(beeld)
                ? 'hv-casus'
                : toont(beeld, 'tijdlijn')
                  ? 'hv-casus hv-casus--gast'
                  : 'hv-stapel hv-casus--alleen'
            }
          >
            {magVastleggen(beeld) ? <WatNu beeld={beeld} /> : null}
            <Mensen beeld={beeld} />
            {toont(beeld, 'tijdlijn') ? <Gebeurd id={id} /> : null}
          </div>
        </div>
      )}
    </Casuskader>
  );
}

/** Where the work of a term is done; undefined when that page does not exist (yet) or it is done here. */
function useDoel(casusId: string): (t: Casusbeeld['termijnen'][number]) => string | undefined {
  const bestaat = useBestaat();
  return (t) => {
    const casus = `/casussen/${casusId}`;
    const naar = (patroon: string, pad: string) => (bestaat(patroon) ? pad : undefined);
    if (t.soort === 'cijfers_vragen') return `${casus}/cijfers`;
    if (t.soort === 'noodknop_gezien' || t.soort === 'verzegelde_melding') return `${casus}/toegang`;
    if (t.soort === 'belang_bekijken') return naar('/belangen', '/belangen');
    if (t.soort === 'afsluiten') return naar('/casussen/$id/afsluiten', `${casus}/afsluiten`);
    if (t.soort === 'overdracht_opnieuw' || t.soort === 'overdragen')
      return naar('/casussen/$id/overdragen', `${casus}/overdragen`);
    switch (t.onderwerpSoort) {
      case 'voorwaarde':
        return `${casus}/plan#voorwaarde-${t.onderwerpId}`;
      case 'beoordeling':
        return naar('/beoordelingen/$id', `/beoordelingen/${t.onderwerpId}`);
      case 'melding':
        return naar('/meldingen/$id', `/meldingen/${t.onderwerpId}`);
      case 'overdracht':
        return naar('/overdrachten/$id', `/overdrachten/${t.onderwerpId}`);
      case 'terugkoppeling':
        return naar('/terugkoppelingen/$id', `/terugkoppelingen/${t.onderwerpId}`);
      case 'monitormoment':
        return naar('/monitoring/$id', `/monitoring/${t.onderwerpId}`);
      default:
        return undefined;
    }
  };
}

/** The timeline, newest first, page after page. */
function useTijdlijn(id: string) {
  return useInfiniteQuery<TijdlijnAntwoord, ApiProbleem>({
    queryKey: ['casus', id, 'tijdlijn'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<TijdlijnAntwoord>(
        `/casussen/${id}/tijdlijn?aantal=50${pageParam ? `&na=${encodeURIComponent(String(pageParam))}` : ''}`,
        { signal },
      ),
    getNextPageParam: (laatste) => laatste.volgende ?? undefined,
  });
}

function WatNu({ beeld }: { beeld: Casusbeeld }) {
  const t = useTeksten(woorden);
  const ik = useIk();
  const nu = useNu();
  const { taal } = useInstellingen();
  const zeg = useTermijnwoorden();
  const doel = useDoel(beeld.id);
  const bestaat = useBestaat();
  const [kijken, setKijken] = useState(false);
  const [regie, setRegie] = useState(false);
  // Once asked for it stays, so that it can give the focus back when it closes.
  const [gevraagd, setGevraagd] = useState(false);
  const kijk = () => {
    setGevraagd(true);
    setKijken(true);
  };
  const open = beeld.status === 'open';
  const vanOns = beeld.zicht?.organisatieId === ik.organisatie.id;
  const controle = beeld.laatsteControle;
  const uitkomst = CONTROLE_UITKOMSTEN.find((u) => u.code === controle?.uitkomst);
  const hier = `/casussen/${beeld.id}`;
  const vanEigen = beeld.termijnen.filter((x) => x.eigenaarOrganisatieId === ik.organisatie.id);
  const magOverdragen = open && vanOns && !beeld.openAanbod && bestaat('/casussen/$id/overdragen');
  // Acute danger goes before the handover, and the handover before what has days left.
  const acuut = vanEigen.filter((x) => x.acuut);
  const overigen = vanEigen
    .filter((x) => !x.acuut)
    .sort((a, b) => Number(b.soort === 'overdragen') - Number(a.soort === 'overdragen'));
  const wachtOpOverdracht = vanEigen.some((x) => x.soort === 'overdragen');
  const [terug] = vanEigen
    .filter((x) => brengtTerug(x, nu))
    .sort((a, b) =>
      (a.vervaltOp ?? a.opgeschortTot ?? '').localeCompare(b.vervaltOp ?? b.opgeschortTot ?? ''),
    );
  const vanAnder = beeld.termijnen.filter((x) => x.eigenaarOrganisatieId !== ik.organisatie.id);
  // Several voorwaarden may ask at once: each says which one it is.
  const voorwaarden = useLees<VoorwaardenAntwoord>(
    ['casus', beeld.id, 'voorwaarden'],
    `/casussen/${beeld.id}/voorwaarden`,
    { aan: beeld.termijnen.some((x) => x.soort === 'voorwaarde_controle') },
  );
  const regel = (termijn: Casusbeeld['termijnen'][number], eerste: boolean) => {
    const naar = doel(termijn);
    const w = zeg(termijn.soort, termijn.omschrijving);
    const voorwaarde =
      termijn.onderwerpSoort === 'voorwaarde'
        ? voorwaarden.data?.voorwaarden.find((v) => v.id === termijn.onderwerpId)
        : undefined;
    const waarom = w.waarom ?? voorwaarde?.tekst ?? termijn.waarom;
    const eigen = termijn.eigenaarOrganisatieId === ik.organisatie.id;
    const vorm = eerste ? 'hoofd' : 'gewoon';
    return (
      <li key={termijn.id} className="hv-casus__termijn">
        <p className="hv-casus__vraag">{termijn.acuut ? <Merk soort="acuut">{w.vraag}</Merk> : w.vraag}</p>
        {termijn.opgeschortReden ? (
          <p className="hv-klein hv-zacht hv-casus__waarom">{t.stilOmdat(termijn.opgeschortReden)}</p>
        ) : null}
        {waarom && waarom !== w.vraag ? (
          <p className="hv-klein hv-zacht hv-casus__waarom" lang={w.waarom ? undefined : 'nl'}>
            {waarom}
          </p>
        ) : null}
        <div className="hv-casus__wanneer">
          {termijn.vervaltOp ? (
            <TermijnMerk
              begin={termijn.begintOp}
              vervaltOp={termijn.vervaltOp}
              bron={`${termijn.clausule} (${termijn.bron})`}
            />
          ) : (
            <Merk soort="wacht">
              {termijn.opgeschortTot
                ? t.stilTot(datum(laatsteDag(termijn.opgeschortTot), { kort: true, weekdag: true, nu }))
                : t.stil}
            </Merk>
          )}
          <span className="hv-klein hv-zacht">
            {!eigen
              ? t.bijAnder(termijn.eigenaarOrganisatieNaam)
              : termijn.eigenaarMedewerkerId === ik.medewerker.id
                ? t.vanMij
                : (termijn.eigenaarMedewerkerNaam ?? '')}
          </span>
        </div>
        {!eigen ? null : DOOR_TE_KIJKEN.has(termijn.soort) ? (
          <div className="hv-geen-print">
            <Knop soort={vorm} onClick={kijk}>
              {w.doe}
            </Knop>
          </div>
        ) : naar ? (
          <div className="hv-geen-print">
            <Link naar={naar} alsKnop={vorm}>
              {w.doe}
            </Link>
          </div>
        ) : null}
        {eigen ? <Termijnstappen casusId={beeld.id} termijn={termijn} vraag={w.vraag} /> : null}
      </li>
    );
  };
  return (
    <section className="hv-casus__nu" aria-labelledby="wat-nu">
      <Kop niveau={2} id="wat-nu">
        {t.watNu}
      </Kop>
      {beeld.openAanbod ? (
        <div className="hv-casus__aanbod">
          <p className="nl-paragraph">{t.aanbod(beeld.openAanbod.naarNaam)}</p>
          {bestaat('/overdrachten/$id') ? (
            <Link naar={`/overdrachten/${beeld.openAanbod.overdrachtId}`}>{t.naarAanbod}</Link>
          ) : null}
        </div>
      ) : null}
      {beeld.termijnen.length === 0 ? (
        <p className="nl-paragraph hv-zacht">{open ? t.niets : t.nietsGesloten}</p>
      ) : null}
      <ul className="hv-lijst-kaal">
        {acuut.map((x, i) => regel(x, i === 0))}
        {overigen.map((x, i) => regel(x, i === 0 && acuut.length === 0))}
      </ul>
      {vanAnder.length > 0 ? (
        <details className="hv-casus__ander" open={vanEigen.length === 0}>
          <summary>{t.ander(vanAnder.length)}</summary>
          <ul className="hv-lijst-kaal">{vanAnder.map((x) => regel(x, false))}</ul>
        </details>
      ) : null}
      <div className="hv-deel hv-stapel hv-krap">
        <p className="hv-klein">
          {controle ? (
            <>
              {t.gekeken} <span className="hv-sterk">{relatief(controle.vastgelegdOp, nu)}</span>,{' '}
              {(uitkomst?.[taal] ?? controle.uitkomst).toLowerCase()} · {controle.organisatieNaam}
            </>
          ) : (
            <span className="hv-zacht">{t.nooit}</span>
          )}
        </p>
      </div>
      <nav className="hv-deel hv-stapel hv-krap hv-geen-print" aria-label={t.stappen}>
        <Kop niveau={3}>{t.stappen}</Kop>
        <ul className="hv-lijst-kaal hv-casus__stappen">
          {open ? (
            <li>
              <button type="button" className="hv-tekstknop" onClick={kijk}>
                {t.controle}
              </button>
            </li>
          ) : null}
          <li>
            <Link naar={`${hier}/uitspraken#nieuw`}>{t.uitspraak}</Link>
          </li>
          {open ? (
            <>
              <li>
                <Link naar={`${hier}/plan`}>{t.plan}</Link>
              </li>
              <li>
                <Link naar={`${hier}/cijfers#nieuw`}>{t.cijfer}</Link>
              </li>
            </>
          ) : null}
          {open && vanOns ? (
            <li>
              <button type="button" className="hv-tekstknop" onClick={() => setRegie(true)}>
                {beeld.regisseur ? t.andereRegisseur : t.kiesRegisseur}
              </button>
            </li>
          ) : null}
          {magOverdragen && !wachtOpOverdracht ? (
            <li>
              <Link naar={`${hier}/overdragen`}>{t.overdragen}</Link>
            </li>
          ) : null}
          {vanOns && open && bestaat('/casussen/$id/afsluiten') ? (
            <li>
              <Link naar={`${hier}/afsluiten`}>{t.afsluiten}</Link>
            </li>
          ) : null}
        </ul>
      </nav>
      {open && vanOns ? <Regisseurkeuze beeld={beeld} open={regie} onSluit={() => setRegie(false)} /> : null}
      {gevraagd ? (
        <Suspense fallback={null}>
          <ControleDialoog
            casusId={kijken ? beeld.id : undefined}
            andereHouder={vanOns ? undefined : beeld.zicht?.organisatieNaam}
            terug={vanOns && beeld.fase !== null ? terug : undefined}
            onSluit={() => setKijken(false)}
            ververs={casusSleutels(beeld.id)}
          />
        </Suspense>
      ) : null}
    </section>
  );
}

/** For who reads along: how it was when someone last looked. */
function Laatstgezien({ beeld }: { beeld: Casusbeeld }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const controle = beeld.laatsteControle;
  if (!controle) return null;
  const uitkomst = CONTROLE_UITKOMSTEN.find((u) => u.code === controle.uitkomst);
  return (
    <p className="nl-paragraph">
      {t.gekeken} <span className="hv-sterk">{relatief(controle.vastgelegdOp, nu)}</span>,{' '}
      {(uitkomst?.[taal] ?? controle.uitkomst).toLowerCase()} · {controle.organisatieNaam}
    </p>
  );
}

function Mensen({ beeld }: { beeld: Casusbeeld }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const gemeente = GEMEENTEN.find((g) => g.code === beeld.gemeentecode);
  return (
    <section className="hv-casus__mensen" aria-labelledby="mensen">
      {toont(beeld, 'personen') ? (
        <Kop niveau={2} id="mensen">
          {t.mensen}
        </Kop>
      ) : (
        <h2 className="hv-verborgen" id="mensen">
          {t.verloop}
        </h2>
      )}
      {beeld.personen.length === 0 && toont(beeld, 'personen') ? (
        <p className="nl-paragraph hv-zacht">{t.geenMensen}</p>
      ) : null}
      {magVastleggen(beeld) ? null : <Laatstgezien beeld={beeld} />}
      {beeld.personen.map((p) => (
        <Persoonskaart
          key={p.persoonId}
          naam={p.naam}
          inRij
          geboren={p.geboren ?? undefined}
          rollen={[
            ...p.rollen.map((r) => ROL.find((x) => x.code === r)?.[taal] ?? r),
            ...(p.relatie ? [p.relatie] : []),
          ]}
          geheimAdres={p.geheimAdres}
          adres={p.adres ?? undefined}
        >
          {p.telefoon.length > 0 ? (
            <p className="hv-klein hv-getal hv-casus__bel">
              {p.telefoon.map((nummer) => (
                <a key={nummer} className="nl-link" href={`tel:${nummer.replaceAll(/[^+\d]/g, '')}`}>
                  {nummer}
                </a>
              ))}
            </p>
          ) : null}
          {p.directbetrokken ? null : <p className="hv-klein hv-zacht">{t.getuige}</p>}
          {p.twijfels.length > 0 ? (
            <details className="hv-casus__twijfel">
              <summary>
                <Merk soort="aandacht">{t.twijfel}</Merk>
              </summary>
              <ul>
                {p.twijfels.map((x) => (
                  <li key={`${x.veld}${x.reden}`}>{x.reden}</li>
                ))}
              </ul>
            </details>
          ) : null}
          {p.aantalVermeldingen > 1 ? (
            <p className="hv-klein hv-zacht">{t.vermeldingen(p.aantalVermeldingen)}</p>
          ) : null}
        </Persoonskaart>
      ))}
      <div className="hv-deel hv-stapel hv-krap">
        <Kop niveau={3}>{t.verloop}</Kop>
        <ol className="hv-lijst-kaal hv-stapel hv-krap hv-klein">
          {beeld.zichtVerloop.map((z) => (
            <li key={z.vanafOp}>
              <span className={z.totOp ? undefined : 'hv-sterk'}>{z.organisatieNaam}</span>
              <br />
              <span className="hv-zacht hv-getal">
                {z.totOp
                  ? t.tot(datum(z.vanafOp, { kort: true, nu }), datum(z.totOp, { kort: true, nu }))
                  : t.sinds(datum(z.vanafOp, { kort: true, nu }))}
              </span>
            </li>
          ))}
        </ol>
        {gemeente ? (
          <p className="hv-klein hv-zacht">
            {t.gemeente} {gemeente[taal]}
          </p>
        ) : null}
      </div>
    </section>
  );
}

const LANG = 280;

/** A statement of some length folds after the first lines. */
function Gezegd({ tekst }: { tekst: string }) {
  if (tekst.length <= LANG)
    return (
      <p className="hv-regels hv-casus__gezegd" lang="nl">
        {tekst}
      </p>
    );
  const knip = tekst.lastIndexOf(' ', LANG);
  return (
    <details className="hv-casus__gezegd" lang="nl">
      <summary>{tekst.slice(0, knip > 0 ? knip : LANG)}…</summary>
      <p className="hv-regels">{tekst.slice(knip > 0 ? knip : LANG).trim()}</p>
    </details>
  );
}

function Gebeurd({ id }: { id: string }) {
  const t = useTeksten(woorden);
  const nu = useNu();
  const { taal } = useInstellingen();
  const [toon, setToon] = useState<'alles' | 'gezegd' | 'handelingen'>('alles');
  const vraag = useTijdlijn(id);
  const regels = vraag.data?.pages.flatMap((p) => p.regels) ?? [];
  const items = perRonde(regels)
    .filter((r) => toon === 'alles' || (toon === 'gezegd') === (r.soort === 'uitspraak'))
    .map((r): TijdlijnItem => {
      const zin = zinVan(r, taal);
      if (r.cijfers && r.cijfers.length > 1) {
        zin.titel = t.cijfers(r.cijfers.length, r.cijfers.join(', '));
      }
      const uitspraak = r.soort === 'uitspraak';
      return {
        id: r.id,
        op: r.vastgelegdOp,
        soort: zin.soort,
        ...(uitspraak
          ? {
              titel: <Gezegd tekst={r.tekst ?? ''} />,
              wie: UITSPRAAK_SOORT.find((s) => s.code === r.uitspraakSoort)?.[taal],
              inhoud: (
                <p className="hv-klein hv-zacht">
                  {[
                    t.bron(r.bron ?? ''),
                    r.gebeurdOp ? t.gebeurd(gebeurd(r.gebeurdOp, nu)) : '',
                    r.verbeterd ? t.verbeterd : '',
                    r.namens ?? '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              ),
            }
          : {
              titel: zin.titel,
              wie: r.namens && r.soort !== 'zicht' ? t.namens(r.wie ?? '', r.namens) : undefined,
            }),
      };
    });
  return (
    <section className="hv-casus__tijdlijn" aria-labelledby="gebeurd">
      <div className="hv-rij hv-rij--uit">
        <Kop niveau={2} id="gebeurd">
          {t.tijdlijn}
        </Kop>
        {/* biome-ignore lint/a11y/useSemanticElements: three buttons that belong together, no form */}
        <div className="hv-rij hv-geen-print" role="group" aria-label={t.filter}>
          {(['alles', 'handelingen', 'gezegd'] as const).map((f) => (
            <Chip key={f} onKlik={() => setToon(f)} gekozen={toon === f}>
              {t[f]}
            </Chip>
          ))}
        </div>
      </div>
      {vraag.error ? <Fout probleem={vraag.error} opnieuw={() => void vraag.refetch()} /> : null}
      {vraag.isPending ? <Laden vorm="lijst" rijen={6} /> : null}
      {vraag.data && items.length === 0 ? <Leeg titel={t.niets} icoon="klok" /> : null}
      <Tijdlijn items={items} />
      {vraag.hasNextPage ? (
        <div className="hv-geen-print">
          <Knop bezig={vraag.isFetchingNextPage} onClick={() => void vraag.fetchNextPage()}>
            {t.meer}
          </Knop>
        </div>
      ) : null}
    </section>
  );
}

/**
 * Figures that one person wrote down in one go are one line, each figure named: a round is one event, and the figures in it
 * stay apart.
 */
function perRonde(regels: readonly Regel[]): (Regel & { cijfers?: string[] })[] {
  const uit: (Regel & { cijfers?: string[] })[] = [];
  for (const r of regels) {
    const cijfer =
      r.soort === 'plan.cijfer' ? r.bijzonderheden.find((b) => b.naam === 'cijfer')?.waarde : undefined;
    if (cijfer === undefined) {
      uit.push(r);
      continue;
    }
    const vorige = uit.at(-1);
    const zelfde =
      vorige?.cijfers &&
      vorige.wie === r.wie &&
      vorige.namens === r.namens &&
      Date.parse(vorige.vastgelegdOp) - Date.parse(r.vastgelegdOp) < 3_600_000;
    if (zelfde) vorige.cijfers?.unshift(cijfer);
    else uit.push({ ...r, cijfers: [cijfer] });
  }
  return uit;
}
