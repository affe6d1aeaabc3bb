// SPDX-License-Identifier: EUPL-1.2

import { useState } from 'react';
import { useAdreskeuze } from '../../web/adres.ts';
import { useLees } from '../../web/api.ts';
import { Bladeren, PAGINA, usePagina } from '../../web/delen/bladeren.tsx';
import { Chip } from '../../web/delen/chip.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Lijst } from '../../web/delen/lijst.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { TermijnMerk } from '../../web/delen/termijnmerk.tsx';
import { Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { useIk, useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { aantal, teksten, useTeksten } from '../../web/taal.ts';
import { dagenTussen, datum, relatief } from '../../web/tijd.ts';
import './beoordeling.css';
import type { WachtendeGezinnenAntwoord } from './controle.api.ts';
import { CONTROLE_UITKOMSTEN } from './controle.ts';
import { ControleDialoog } from './controledialoog.page.tsx';

type Wachtende = WachtendeGezinnenAntwoord['items'][number];
const PER_PAGINA = 200;

const woorden = teksten({
  nl: {
    tab: 'Wachtende gezinnen',
    titel: 'Wie wacht, en wie kijkt',
    uitleg:
      'Elk gezin dat nog op iets wacht, met wie zicht houdt en wanneer er voor het laatst is gekeken. Eerst acuut, dan de termijn die het eerst afloopt.',
    gezinnen: (n: number) => aantal(n, 'gezin wacht', 'gezinnen wachten'),
    acuut: (n: number) => `${n} acuut`,
    laat: (n: number) => `${n} te laat`,
    nooit: (n: number) => `bij ${n} nog niet gekeken`,
    alleenLaat: 'Alleen te laat',
    lijst: 'Wachtende gezinnen',
    op: {
      beoordeling: 'Wacht op de beoordeling',
      tweede_paar_ogen: 'Wacht op een tweede paar ogen',
      overdracht: 'Wacht tot de ander aanvaardt',
      ons_antwoord: 'Wacht op uw antwoord',
      start_onderzoek: 'Wacht op de start van het onderzoek',
      vervolg: 'Besloten, nog niets begonnen',
      controle: 'Er moet weer gekeken worden',
    },
    merkAcuut: 'Acuut',
    zicht: 'Zicht',
    ons: 'wij',
    gekeken: 'Laatst gekeken',
    nooitGekeken: 'Nog niet gekeken',
    bijGever: 'ziet u als u aanvaardt',
    wacht: (n: number, d: string) =>
      n === 0 ? 'Wacht sinds vandaag' : `Wacht ${aantal(n, 'dag', 'dagen')}, sinds ${d}`,
    termijn: {
      beoordeling: 'Besluit',
      spoed_24u: 'Handelen',
      tweede_paar_ogen: 'Meekijken',
      zichtcontrole: 'Kijken',
      start_onderzoek: 'Starten',
      overdracht_antwoord: 'Antwoorden',
    } as Record<string, string>,
    mensen: (p: number, k: number) =>
      `${aantal(p, 'persoon', 'personen')}${k > 0 ? `, ${aantal(k, 'kind', 'kinderen')}` : ''}`,
    leg: 'Leg controle vast',
    voor: 'voor',
    leegTitel: 'Er wacht geen gezin',
    leeg: 'Zodra een melding binnenkomt, staat het gezin hier tot er hulp of een onderzoek is begonnen.',
    leegLaat: 'Niets is te laat',
    leegLaatUitleg: 'Alle termijnen van wachtende gezinnen lopen nog.',
    wieMag: 'Medewerkers van Veilig Thuis en van lokale teams.',
  },
  en: {
    tab: 'Waiting families',
    titel: 'Who waits, and who watches',
    uitleg:
      'Every family that still waits for something, with who holds zicht and when someone last looked. Acute first, then the term that ends first.',
    gezinnen: (n: number) => aantal(n, 'family waits', 'families wait'),
    acuut: (n: number) => `${n} acute`,
    laat: (n: number) => `${n} late`,
    nooit: (n: number) => `${n} not looked at yet`,
    alleenLaat: 'Late only',
    lijst: 'Waiting families',
    op: {
      beoordeling: 'Waits for the assessment',
      tweede_paar_ogen: 'Waits for a second pair of eyes',
      overdracht: 'Waits until the other accepts',
      ons_antwoord: 'Waits for your answer',
      start_onderzoek: 'Waits for the investigation to start',
      vervolg: 'Decided, nothing has begun',
      controle: 'Someone must look again',
    },
    merkAcuut: 'Acute',
    zicht: 'Zicht',
    ons: 'us',
    gekeken: 'Last look',
    nooitGekeken: 'Not looked at yet',
    bijGever: 'you see when you accept',
    wacht: (n: number, d: string) =>
      n === 0 ? 'Waits since today' : `Waits ${aantal(n, 'day', 'days')}, since ${d}`,
    termijn: {
      beoordeling: 'Decide',
      spoed_24u: 'Act',
      tweede_paar_ogen: 'Second look',
      zichtcontrole: 'Look',
      start_onderzoek: 'Start',
      overdracht_antwoord: 'Answer',
    } as Record<string, string>,
    mensen: (p: number, k: number) =>
      `${aantal(p, 'person', 'people')}${k > 0 ? `, ${aantal(k, 'child', 'children')}` : ''}`,
    leg: 'Record a check',
    voor: 'for',
    leegTitel: 'No family waits',
    leeg: 'As soon as a report comes in, the family stands here until help or an investigation has begun.',
    leegLaat: 'Nothing is late',
    leegLaatUitleg: 'All terms of waiting families still run.',
    wieMag: 'Workers of Veilig Thuis and of local teams.',
  },
});

/** Where a row goes: to what the family waits for, else to the casus. */
function naar(w: Wachtende): string {
  if (w.overdrachtId && w.wachtOp === 'ons_antwoord') return `/overdrachten/${w.overdrachtId}`;
  const beoordelen = w.wachtOp === 'beoordeling' || w.wachtOp === 'tweede_paar_ogen';
  return beoordelen && w.beoordelingId ? `/beoordelingen/${w.beoordelingId}` : `/casussen/${w.casusId}`;
}

const sleutel = (w: Wachtende) => w.casusId ?? w.overdrachtId ?? '';

/** All families that wait, with who watches each of them. */
export function WachtendPagina() {
  const t = useTeksten(woorden);
  const [toon, setToon] = useAdreskeuze('toon', ['alle', 'te-laat'], PAGINA);
  const laat = toon === 'te-laat';
  const pagina = usePagina();
  const ik = useIk();
  const [controle, setControle] = useState<Wachtende>();
  const vraag = useLees<WachtendeGezinnenAntwoord>(
    ['wachtend', String(laat), String(pagina)],
    `/wachtende-gezinnen?aantal=${PER_PAGINA}&pagina=${pagina}${laat ? '&alleenTeLaat=true' : ''}`,
    { verversMs: 60_000 },
  );
  const d = vraag.data;
  return (
    <div className="hv-stapel">
      <Paginakop
        titel={t.titel}
        tab={t.tab}
        onder={
          d ? (
            <>
              <span className="hv-sterk">{t.gezinnen(d.totaal)}</span>
              {d.acuut > 0 ? <Merk soort="acuut">{t.acuut(d.acuut)}</Merk> : null}
              {d.teLaat > 0 ? <Merk soort="te-laat">{t.laat(d.teLaat)}</Merk> : null}
              {d.nooitGezien > 0 ? <Merk soort="aandacht">{t.nooit(d.nooitGezien)}</Merk> : null}
            </>
          ) : undefined
        }
      />
      {vraag.error?.status === 403 ? null : (
        <div className="hv-rij hv-rij--uit">
          <p className="nl-paragraph hv-zacht">{t.uitleg}</p>
          <Chip onKlik={() => setToon(laat ? 'alle' : 'te-laat')} gekozen={laat}>
            {t.alleenLaat}
          </Chip>
        </div>
      )}
      <Lezing vraag={vraag} vorm="lijst" rijen={8} wieMag={t.wieMag}>
        {(w) =>
          w.items.length === 0 ? (
            <Leeg titel={laat ? t.leegLaat : t.leegTitel}>{laat ? t.leegLaatUitleg : t.leeg}</Leeg>
          ) : (
            <Lijst
              label={t.lijst}
              items={w.items}
              sleutel={sleutel}
              naar={naar}
              rijHoogte={104}
              rij={(item, Rijlink) => (
                <Rij w={item} onControle={() => setControle(item)}>
                  <Rijlink>{t.op[item.wachtOp]}</Rijlink>
                </Rij>
              )}
            />
          )
        }
      </Lezing>
      <Bladeren totaal={d?.totaal} per={PER_PAGINA} />
      <ControleDialoog
        casusId={controle?.casusId ?? undefined}
        acuut={controle?.acuut ?? false}
        andereHouder={controle && controle.houderId !== ik.organisatie.id ? controle.houderNaam : undefined}
        onSluit={() => setControle(undefined)}
        ververs={[['wachtend'], ['ik'], ['casus']]}
      />
    </div>
  );
}

function Rij({
  w,
  onControle,
  children,
}: {
  w: Wachtende;
  onControle: () => void;
  children: React.ReactNode;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  const ik = useIk();
  const uitkomst = CONTROLE_UITKOMSTEN.find((u) => u.code === w.laatsteControleUitkomst);
  const ernst =
    w.laatsteControleUitkomst === 'onveilig'
      ? 'acuut'
      : w.laatsteControleUitkomst === 'veilig'
        ? 'klaar'
        : 'aandacht';
  return (
    <div className="hv-wacht">
      <div className="hv-wacht__wat">
        <p className="hv-wacht__kop">{children}</p>
        <p className="hv-wacht__gezin">
          {w.acuut ? <Merk soort="acuut">{t.merkAcuut}</Merk> : null}
          <span className="hv-sterk">
            <Naam>{w.aanduiding}</Naam>
          </span>
          <span className="hv-zacht hv-getal">{w.casusNummer}</span>
          <span className="hv-zacht">{t.mensen(w.aantalPersonen, w.aantalKinderen)}</span>
        </p>
      </div>
      <dl className="hv-wacht__wie">
        <div>
          <dt>{t.zicht}</dt>
          <dd>
            {w.houderNaam}
            {w.houderId === ik.organisatie.id ? ` (${t.ons})` : ''}
          </dd>
        </div>
        <div>
          <dt>{t.gekeken}</dt>
          <dd>
            {w.laatsteControleOp && uitkomst ? (
              <>
                <Merk soort={ernst}>{uitkomst[taal]}</Merk> {relatief(w.laatsteControleOp, nu)}
              </>
            ) : w.casusId ? (
              <Merk soort="aandacht">{t.nooitGekeken}</Merk>
            ) : (
              t.bijGever
            )}
          </dd>
        </div>
      </dl>
      <div className="hv-wacht__tijd">
        {w.termijnVervaltOp && w.termijnSoort ? (
          <span className="hv-beoordeling__klok">
            <span className="hv-zacht hv-klein">{t.termijn[w.termijnSoort] ?? ''}</span>
            <TermijnMerk
              begin={w.termijnBegintOp ?? undefined}
              vervaltOp={w.termijnVervaltOp}
              bron={w.termijnClausule ?? undefined}
              stil
            />
          </span>
        ) : null}
        <span className="hv-zacht hv-klein">
          {t.wacht(dagenTussen(w.wachtSindsOp, nu), datum(w.wachtSindsOp, { kort: true, nu }))}
        </span>
      </div>
      {w.casusId ? (
        <Knop soort="stil" klein className="hv-uitlijn" icoon="oog" onClick={onControle}>
          {t.leg}
          <span className="hv-verborgen">
            {' '}
            {t.voor} {w.casusNummer}
          </span>
        </Knop>
      ) : null}
    </div>
  );
}
