// SPDX-License-Identifier: EUPL-1.2
// The first person weighs: three questions, a decision, a reason; kept while typing.
import { useEffect, useState } from 'react';
import { AARD, GEMEENTEN, woord } from '../../kern/lijsten.ts';
import { useDoe } from '../../web/api.ts';
import { useBewaar } from '../../web/bewaar.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { ConceptStaat } from '../../web/delen/conceptstaat.tsx';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Tekstvak } from '../../web/delen/tekstvak.tsx';
import { Conflict, Fout } from '../../web/delen/toestand.tsx';
import { Vinkjes } from '../../web/delen/vinkjes.tsx';
import { useInstellingen } from '../../web/instellingen.ts';
import { useSneltoetsen } from '../../web/sneltoetsen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import type { BeoordelingAntwoord, BeoordelingStandAntwoord } from './beoordeling.api.ts';
import {
  type Afweging,
  ANTWOORDEN,
  BESLUITEN,
  besluitKeuze,
  REDENEN_BIJ_VT,
  VERVOLGSOORTEN,
  vanBesluitKeuze,
  vraagtMultiprobleem,
  vragenBijAfweging,
  watNogNodigIs,
} from './beoordeling.ts';
import { Feiten } from './feiten.page.tsx';
import { klaar, Samenvatting, Stappen } from './samenvatting.page.tsx';

const woorden = teksten({
  nl: {
    wegen: 'Wegen',
    a: 'A. Is er acute onveiligheid?',
    aHulp:
      'Iemand is nu in direct gevaar, of de komende dagen zijn onveilig: de vermoedelijke pleger kan erbij, er is een vuurwapen, of niemand kijkt mee.',
    b: 'B. Is er structurele onveiligheid?',
    bHulp: 'Het geweld of de onveiligheid herhaalt zich of gaat door.',
    c: 'C. Zijn er veel problemen tegelijk die schaden?',
    cHulp: 'Bijvoorbeeld schulden, verslaving en ziekte bij elkaar, waardoor het thuis niet goed gaat.',
    cOver: 'C hoeft niet: bij structurele onveiligheid slaat u deze vraag over.',
    waarom: 'Waarom?',
    aard: 'Wat blijkt het te zijn?',
    aardHulp:
      'Zo is het gemeld. Pas aan wat anders blijkt: hiermee telt de melding mee in de cijfers. Meer dan één mag.',
    gemeente: 'In welke gemeente?',
    gemeenteLeeg: 'Niet bekend',
    besluit: 'Wat besluit u?',
    zelf: 'Veilig Thuis gaat zelf verder',
    ander: 'Een ander gaat met het gezin verder',
    anderHulp: 'Wij houden zicht tot die ander heeft aanvaard.',
    stoppen: 'Er komt geen volgende stap',
    bijVt: 'Redenen om het bij Veilig Thuis te houden',
    reden: 'Reden van het besluit',
    redenHulp: 'Schrijf het zo op dat het gezin het later kan lezen.',
    vragen: 'Denk hier nog aan',
    vraag: {
      acuut_stopt: 'U ziet acute onveiligheid en u stopt. Wie handelt er nu? Zeg dat in de reden.',
      structureel_stopt:
        'U ziet structurele onveiligheid en u stopt. Wie zorgt dat het verandert? Zeg dat in de reden.',
      onbekend_stopt: 'U weet nog niet of het veilig is en u stopt. Is er iemand die u nog kunt spreken?',
      acuut_over: 'U ziet acute onveiligheid en u draagt over. Wat doet u zelf, tot de ander heeft aanvaard?',
    },
    nodig: {
      acuut: 'antwoord op A',
      acuutArgument: 'waarom bij A',
      structureel: 'antwoord op B',
      structureelArgument: 'waarom bij B',
      multiprobleem: 'antwoord op C',
      multiprobleemArgument: 'waarom bij C',
      uitspraakIds: 'een feit met bron',
      besluit: 'het besluit',
      besluitReden: 'de reden',
      vervolgSoort: 'aan wie u overdraagt',
      aard: 'wat het blijkt te zijn',
      gemeentecode: 'de gemeente',
    },
    nogNodig: 'Nog nodig:',
    enNog: (n: number) => `en nog ${n}`,
    compleet: 'Alles is ingevuld',
    collega: 'Wie kijkt mee?',
    collegaHulp: 'Leeg: de collega die het eerst kan.',
    wieDanOok: 'Wie het eerst kan',
    legVoor: 'Leg voor aan collega',
    legVoorEerst: 'Vul eerst in wat nog nodig is.',
    voorgelegd: 'Voorgelegd. Een collega kijkt mee.',
    functie: {
      vt_medewerker: 'medewerker',
      vt_gedragswetenschapper: 'gedragswetenschapper',
      vt_teamleider: 'teamleider',
    } as Record<string, string>,
    teruggelegd: (wie: string) => `${wie} legde de beoordeling terug`,
    uTerug: 'U haalde de beoordeling terug',
    nietOpen:
      'Deze beoordeling is intussen veranderd. Ververs om te zien hoe zij nu staat. Uw tekst blijft op dit apparaat.',
    ververs: 'Ververs',
    toetsGroep: 'Beoordeling',
    toets: (vraag: string, antwoord: string) => `${vraag}: ${antwoord.toLowerCase()}`,
  },
  en: {
    wegen: 'Weighing',
    a: 'A. Is there acute unsafety?',
    aHulp:
      'Someone is in direct danger now, or the coming days are unsafe: the alleged perpetrator has access, there is a firearm, or nobody else is watching.',
    b: 'B. Is there structural unsafety?',
    bHulp: 'The violence or unsafety repeats itself or goes on.',
    c: 'C. Are there many problems at once that do harm?',
    cHulp: 'For example debts, addiction and illness together, so that things do not go well at home.',
    cOver: 'C is not needed: with structural unsafety you skip this question.',
    waarom: 'Why?',
    aard: 'What does it turn out to be?',
    aardHulp:
      'This is how it was reported. Change what turns out otherwise: by this the report counts in the figures. More than one may apply.',
    gemeente: 'In which municipality?',
    gemeenteLeeg: 'Not known',
    besluit: 'What do you decide?',
    zelf: 'Veilig Thuis goes on itself',
    ander: 'Someone else goes on with the family',
    anderHulp: 'We keep zicht until they have accepted.',
    stoppen: 'There is no next step',
    bijVt: 'Reasons to keep it at Veilig Thuis',
    reden: 'Reason of the decision',
    redenHulp: 'Write it so that the family can read it later.',
    vragen: 'Something to think of',
    vraag: {
      acuut_stopt: 'You see acute unsafety and you stop. Who acts now? Say so in the reason.',
      structureel_stopt:
        'You see structural unsafety and you stop. Who makes it change? Say so in the reason.',
      onbekend_stopt:
        'You do not know yet whether it is safe and you stop. Is there anyone you can still speak to?',
      acuut_over:
        'You see acute unsafety and you hand over. What do you do yourself until the other has accepted?',
    },
    nodig: {
      acuut: 'an answer to A',
      acuutArgument: 'why at A',
      structureel: 'an answer to B',
      structureelArgument: 'why at B',
      multiprobleem: 'an answer to C',
      multiprobleemArgument: 'why at C',
      uitspraakIds: 'a fact with its source',
      besluit: 'the decision',
      besluitReden: 'the reason',
      vervolgSoort: 'to whom you hand over',
      aard: 'what it turns out to be',
      gemeentecode: 'the municipality',
    },
    nogNodig: 'Still needed:',
    enNog: (n: number) => `and ${n} more`,
    compleet: 'Everything is filled in',
    collega: 'Who is the second pair of eyes?',
    collegaHulp: 'Empty: the colleague who is first.',
    wieDanOok: 'Whoever is first',
    legVoor: 'Put before a colleague',
    legVoorEerst: 'First fill in what is still needed.',
    voorgelegd: 'Put forward. A colleague looks too.',
    functie: {
      vt_medewerker: 'worker',
      vt_gedragswetenschapper: 'behavioural scientist',
      vt_teamleider: 'team leader',
    } as Record<string, string>,
    teruggelegd: (wie: string) => `${wie} handed the assessment back`,
    uTerug: 'You took the assessment back',
    nietOpen:
      'This assessment has changed in the meantime. Refresh to see how it stands now. Your text stays on this device.',
    ververs: 'Refresh',
    toetsGroep: 'Assessment',
    toets: (vraag: string, antwoord: string) => `${vraag}: ${antwoord.toLowerCase()}`,
  },
});

type Huidig = Afweging & {
  versie: number;
  status: string;
  gewijzigdOp: string | null;
  gewijzigdDoor: string | null;
};

function afwegingUit(b: Afweging): Afweging {
  const {
    acuut,
    acuutArgument,
    structureel,
    structureelArgument,
    multiprobleem,
    multiprobleemArgument,
    uitspraakIds,
    besluit,
    besluitReden,
    vervolgSoort,
    aard,
    gemeentecode,
  } = b;
  return {
    acuut,
    acuutArgument,
    structureel,
    structureelArgument,
    multiprobleem,
    multiprobleemArgument,
    uitspraakIds,
    besluit,
    besluitReden,
    vervolgSoort,
    aard,
    gemeentecode,
  };
}

/** The decisions as they stand on the page: who goes on. An overdracht is one choice with to whom. */
const STOPPEN = BESLUITEN.filter((x) => x.stopt);

const ANDER = BESLUITEN.filter((x) => x.code === 'regionaal_maatwerk');

const ZELF = BESLUITEN.filter((x) => !x.stopt && x.code !== 'overdragen' && x.code !== 'regionaal_maatwerk');

/** Where a field stands on the page: to whom is part of the decision. */
const plek = (veld: keyof Afweging) => `veld-${veld === 'vervolgSoort' ? 'besluit' : veld}`;

/** Puts the focus on what is still needed. */
function gaNaar(veld: keyof Afweging): void {
  const doel = document.getElementById(plek(veld));
  doel?.focus();
  doel?.scrollIntoView({ block: 'center' });
}

export function Wegen({ b, ververs }: { b: BeoordelingAntwoord; ververs: () => void }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const [a, setA] = useState<Afweging>(() => afwegingUit(b));
  const [aanId, setAanId] = useState('');
  const bw = useBewaar<Afweging, Huidig>(
    `/beoordelingen/${b.id}`,
    b.id,
    { inhoud: a, versie: b.versie, bewaardOp: b.bewaardOp },
    (inhoud) => setA(afwegingUit(inhoud)),
  );
  const { neemOver } = bw;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newer version that was read may take the place of what stands here
  useEffect(() => {
    if (neemOver(b.versie, afwegingUit(b))) setA(afwegingUit(b));
  }, [b.versie]);
  const zet = (w: Partial<Afweging>) => {
    const nieuw = { ...a, ...w };
    setA(nieuw);
    bw.bewaar(nieuw);
  };
  const nodig = watNogNodigIs(a, b.uitspraken);
  const vragen = vragenBijAfweging(a);
  const voor = useDoe<{ versie: number; aanId: string | null }, BeoordelingStandAntwoord>(
    `/beoordelingen/${b.id}/voorlegging`,
    {
      ververs: [['beoordeling', b.id], ['wachtend'], ['werk'], ['ik']],
      naSucces: () => klaar(t.voorgelegd),
    },
  );
  const legVoor = async () => {
    if (nodig[0]) return gaNaar(nodig[0].veld);
    if (await bw.bewaarNu()) voor.mutate({ versie: bw.versie(), aanId: aanId || null });
  };
  const metC = vraagtMultiprobleem(a);
  const letters = [
    ['a', 'acuut', t.a],
    ['b', 'structureel', t.b],
    ['c', 'multiprobleem', t.c],
  ] as const;
  useSneltoetsen([
    ...letters.flatMap(([letter, veld, label]) =>
      ANTWOORDEN.map((w) => ({
        toets: `${letter} ${w[taal].charAt(0).toLowerCase()}`,
        uitleg: t.toets(label, w[taal]),
        groep: t.toetsGroep,
        doe: () => (veld !== 'multiprobleem' || metC) && zet({ [veld]: w.code }),
      })),
    ),
    { toets: 'ctrl+Enter', uitleg: t.legVoor, groep: t.toetsGroep, doe: () => void legVoor() },
  ]);

  const aard = a.aard ?? b.melding.aard;
  const gemeente = a.gemeentecode ?? b.melding.gemeentecode ?? '';
  // as it was reported is mostly right; what nobody said is asked
  const [onbekend] = useState(() => aard.every((x) => x === 'onbekend') || gemeente === '');

  const besluit = (x: (typeof BESLUITEN)[number]) => ({
    waarde: x.code,
    label: x[taal],
    uitleg: taal === 'en' ? x.zinEn : x.zin,
  });
  const vraag = (
    veld: 'acuut' | 'structureel' | 'multiprobleem',
    argument: 'acuutArgument' | 'structureelArgument' | 'multiprobleemArgument',
    label: string,
    hulp: string,
  ) => (
    <div className="hv-beoordeling__vraag">
      <Keuzerondjes
        name={veld}
        label={label}
        hulp={hulp}
        opties={ANTWOORDEN.map((w) => ({ waarde: w.code, label: w[taal] }))}
        waarde={a[veld] ?? ''}
        onKies={(w) => zet({ [veld]: w })}
      />
      <Tekstvak
        name={argument}
        label={t.waarom}
        regels={2}
        maxLength={8000}
        value={a[argument] ?? ''}
        onChange={(e) => zet({ [argument]: e.target.value || null })}
      />
    </div>
  );

  return (
    <>
      {b.tweedeOpmerking && b.tweedeNaam ? (
        <Bericht
          soort="let-op"
          titel={b.tweedeId === b.beoordelaarId ? t.uTerug : t.teruggelegd(b.tweedeNaam)}
        >
          <p className="nl-paragraph hv-regels">{b.tweedeOpmerking}</p>
        </Bericht>
      ) : null}
      {bw.conflict ? (
        <Conflict
          mijn={<Samenvatting a={a} b={b} anders={bw.conflict.huidig} />}
          hun={<Samenvatting a={bw.conflict.huidig} b={b} anders={a} />}
          wie={bw.conflict.huidig.gewijzigdDoor ?? undefined}
          op={bw.conflict.huidig.gewijzigdOp ?? undefined}
          onHoudMijn={bw.conflict.houdMijn}
          onNeemHun={bw.conflict.neemHun}
        />
      ) : null}
      {bw.probleem ? (
        <Bericht
          soort="let-op"
          meteen
          titel={bw.probleem.titel}
          acties={<Knop onClick={ververs}>{t.ververs}</Knop>}
        >
          {bw.probleem.status === 409 ? t.nietOpen : bw.probleem.detail}
        </Bericht>
      ) : null}
      {voor.error ? <Fout probleem={voor.error} /> : null}
      <div className="hv-beoordeling__delen">
        <Feiten b={b} gekozen={a.uitspraakIds} onKies={(uitspraakIds) => zet({ uitspraakIds })} />
        <section className="hv-stapel hv-ruim hv-beoordeling__weeg" aria-label={t.wegen}>
          {vraag('acuut', 'acuutArgument', t.a, t.aHulp)}
          {vraag('structureel', 'structureelArgument', t.b, t.bHulp)}
          {metC ? (
            vraag('multiprobleem', 'multiprobleemArgument', t.c, t.cHulp)
          ) : (
            <p className="nl-paragraph hv-zacht">{t.cOver}</p>
          )}
          <details className="hv-beoordeling__vraag hv-beoordeling__meer" open={onbekend}>
            <summary>
              {t.aard}{' '}
              <span className="hv-sterk">
                {[...aard.map((x) => woord(AARD, x, taal)), woord(GEMEENTEN, gemeente, taal)]
                  .filter(Boolean)
                  .join(', ') || t.gemeenteLeeg}
              </span>
            </summary>
            <div className="hv-stapel">
              <Vinkjes
                label={t.aard}
                labelVerborgen
                hulp={t.aardHulp}
                name="aard"
                waarden={aard}
                onKies={(keuze) => zet({ aard: keuze })}
                opties={AARD.map((x) => ({ waarde: x.code, label: x[taal] }))}
              />
              <Keuzelijst
                label={t.gemeente}
                name="gemeentecode"
                leeg={t.gemeenteLeeg}
                breedte="half"
                value={gemeente}
                opties={GEMEENTEN.map((x) => ({ waarde: x.code, label: x[taal] }))}
                onChange={(e) => zet({ gemeentecode: e.target.value || null })}
              />
            </div>
          </details>
          <div className="hv-beoordeling__vraag hv-deel">
            <Keuzerondjes
              name="besluit"
              label={t.besluit}
              vorm="lijst"
              opties={[
                {
                  kop: t.zelf,
                  uitleg: (
                    <details className="hv-beoordeling__meer">
                      <summary>{t.bijVt}</summary>
                      <ul>
                        {REDENEN_BIJ_VT.map((r) => (
                          <li key={r.code}>{r[taal]}</li>
                        ))}
                      </ul>
                    </details>
                  ),
                  opties: ZELF.map(besluit),
                },
                {
                  kop: t.ander,
                  uitleg: <p className="nl-paragraph hv-klein hv-zacht">{t.anderHulp}</p>,
                  opties: [
                    ...VERVOLGSOORTEN.map((v) => ({
                      waarde: besluitKeuze({ besluit: 'overdragen', vervolgSoort: v.code }),
                      label: taal === 'en' ? v.keuzeEn : v.keuze,
                    })),
                    ...ANDER.map(besluit),
                  ],
                },
                { kop: t.stoppen, opties: STOPPEN.map(besluit) },
              ]}
              waarde={besluitKeuze(a)}
              onKies={(keuze) => zet(vanBesluitKeuze(keuze))}
            />
            {vragen.length > 0 ? (
              <Bericht soort="let-op" meteen titel={t.vragen} niveau={3}>
                {vragen.map((v) => (
                  <p key={v.code} className="nl-paragraph">
                    {t.vraag[v.code]}
                  </p>
                ))}
              </Bericht>
            ) : null}
            <Tekstvak
              name="besluitReden"
              label={t.reden}
              hulp={t.redenHulp}
              maxLength={8000}
              value={a.besluitReden ?? ''}
              onChange={(e) => zet({ besluitReden: e.target.value || null })}
            />
          </div>
          <Keuzelijst
            name="collega"
            label={t.collega}
            hulp={t.collegaHulp}
            breedte="half"
            leeg={t.wieDanOok}
            value={aanId}
            onChange={(e) => setAanId(e.target.value)}
            opties={b.collegas.map((c) => ({
              waarde: c.id,
              label: c.naam,
              groep: t.functie[c.functie] ?? c.functie,
            }))}
          />
          <Stappen b={b} />
        </section>
      </div>
      <div className="hv-voet">
        <ConceptStaat staat={bw.staat} />
        <span className="hv-beoordeling__nodig" aria-live="polite">
          {nodig[0] ? (
            <>
              <span className="hv-zacht">{t.nogNodig}</span>
              <a
                className="nl-link"
                href={`#${plek(nodig[0].veld)}`}
                onClick={(e) => {
                  e.preventDefault();
                  if (nodig[0]) gaNaar(nodig[0].veld);
                }}
              >
                {t.nodig[nodig[0].veld]}
              </a>
              {nodig.length > 1 ? <span className="hv-zacht">{t.enNog(nodig.length - 1)}</span> : null}
            </>
          ) : (
            <Merk soort="klaar">{t.compleet}</Merk>
          )}
        </span>
        <span className="hv-voet__duw hv-rij">
          <Knop
            soort="hoofd"
            toets="Ctrl Enter"
            bezig={voor.isPending}
            uit={nodig.length > 0 || bw.conflict !== undefined}
            waaromNiet={t.legVoorEerst}
            onClick={() => void legVoor()}
          >
            {t.legVoor}
          </Knop>
        </span>
      </div>
    </>
  );
}
