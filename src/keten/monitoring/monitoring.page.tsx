// SPDX-License-Identifier: EUPL-1.2
// Families that we follow: whom to ask now how it is, what is planned, what was found.

import type { ReactNode } from 'react';
import { useAdreskeuze } from '../../web/adres.ts';
import { useLees } from '../../web/api.ts';
import { Bladeren, PAGINA, usePagina } from '../../web/delen/bladeren.tsx';
import { Keuzerondjes } from '../../web/delen/keuzerondjes.tsx';
import { Lijst } from '../../web/delen/lijst.tsx';
import { Merk, type MerkSoort } from '../../web/delen/merk.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { TermijnMerk } from '../../web/delen/termijnmerk.tsx';
import { Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { useIk, useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { aantal, teksten, useTeksten } from '../../web/taal.ts';
import { datum, relatief } from '../../web/tijd.ts';
import type { MonitorlijstAntwoord } from './monitoring.api.ts';
import { MONITOR_UITKOMSTEN, MONITORSOORTEN, type MonitorUitkomst } from './monitoring.ts';
import './monitoring.css';

type Regel = MonitorlijstAntwoord['items'][number];
const TOON = ['nu', 'open', 'gedaan'] as const;
type Toon = (typeof TOON)[number];
const PER_PAGINA = 100;

const woorden = teksten({
  nl: {
    titel: 'Monitoring',
    uitleg:
      'Gezinnen die zijn overgedragen. Vraag het gezin en de professionals hoe het nu is: is het veilig geworden, en blijft het veilig?',
    toon: 'Toon',
    nu: 'Nu aan de beurt',
    open: 'Alles gepland',
    gedaan: 'Gedaan',
    laat: (n: number) => `${n} te laat`,
    beurt: (n: number) => aantal(n, 'gezin is aan de beurt', 'gezinnen zijn aan de beurt'),
    gepland: (n: number) => aantal(n, 'moment gepland', 'momenten gepland'),
    lijst: 'Monitormomenten',
    doe: 'Hoe is het nu?',
    gevraagd: 'Gevraagd',
    vorige: 'Vorige keer',
    nogNiet: 'Nog niet eerder gevraagd',
    zicht: (wie: string) => `Zicht: ${wie}`,
    dicht: 'Casus gesloten',
    eigenDossier: 'Uw eigen dossier',
    regisseur: (wie: string) => `Regisseur: ${wie}`,
    mensen: (p: number, k: number) =>
      `${aantal(p, 'persoon', 'personen')}${k > 0 ? `, ${aantal(k, 'kind', 'kinderen')}` : ''}`,
    acuut: 'Acuut',
    leeg: {
      nu: 'Niemand is nu aan de beurt',
      open: 'Er is niets gepland',
      gedaan: 'Er is nog niet gevraagd',
    },
    leegUitleg:
      'Zodra een ander een overdracht aanneemt, plant Houvast drie momenten: na drie maanden, een jaar en anderhalf jaar.',
    leegTeam:
      'Veilig Thuis vraagt bij overgedragen gezinnen hoe het is. Hier staan de momenten die uw eigen organisatie plant, bij een casus.',
    wieMag: 'Wie met casussen werkt: medewerkers van Veilig Thuis en van lokale teams.',
  },
  en: {
    titel: 'Monitoring',
    uitleg:
      'Families that were handed over. Ask the family and the professionals how it is now: has it become safe, and does it stay safe?',
    toon: 'Show',
    nu: 'Due now',
    open: 'All that is planned',
    gedaan: 'Done',
    laat: (n: number) => `${n} late`,
    beurt: (n: number) => aantal(n, 'family is due', 'families are due'),
    gepland: (n: number) => aantal(n, 'moment planned', 'moments planned'),
    lijst: 'Monitoring moments',
    doe: 'How is it now?',
    gevraagd: 'Asked',
    vorige: 'Last time',
    nogNiet: 'Not asked before',
    zicht: (wie: string) => `Zicht: ${wie}`,
    dicht: 'Case closed',
    eigenDossier: 'Your own file',
    regisseur: (wie: string) => `Regisseur: ${wie}`,
    mensen: (p: number, k: number) =>
      `${aantal(p, 'person', 'people')}${k > 0 ? `, ${aantal(k, 'child', 'children')}` : ''}`,
    acuut: 'Acute',
    leeg: { nu: 'Nobody is due now', open: 'Nothing is planned', gedaan: 'Nothing was asked yet' },
    leegUitleg:
      'As soon as another accepts a handover, Houvast plans three moments: after three months, a year and a year and a half.',
    leegTeam:
      'Veilig Thuis asks families that were handed over how it is. Here are the moments that your own organisation plans, at a case.',
    wieMag: 'Who works with cases: workers of Veilig Thuis and of local teams.',
  },
});

/** How an answer looks. Red only for what is not safe. */
export const UITKOMST_MERK: Record<MonitorUitkomst, MerkSoort> = {
  veilig: 'klaar',
  deels_veilig: 'aandacht',
  onveilig: 'acuut',
  niet_bereikt: 'wacht',
};

/** What was found, in words. */
export function Uitkomst({ uitkomst }: { uitkomst: MonitorUitkomst }) {
  const { taal } = useInstellingen();
  return (
    <Merk soort={UITKOMST_MERK[uitkomst]}>
      {MONITOR_UITKOMSTEN.find((u) => u.code === uitkomst)?.[taal] ?? uitkomst}
    </Merk>
  );
}

const sleutel = (r: Regel) => r.id;
const naar = (r: Regel) => `/monitoring/${r.id}`;

/** `/monitoring` */
export function MonitoringPagina() {
  const t = useTeksten(woorden);
  const ik = useIk();
  const [toon, setToon] = useAdreskeuze('toon', TOON, PAGINA);
  const pagina = usePagina();
  const vraag = useLees<MonitorlijstAntwoord>(
    ['monitoring', toon, String(pagina)],
    `/monitormomenten?toon=${toon}&pagina=${pagina}&aantal=${PER_PAGINA}`,
    { verversMs: 60_000 },
  );
  const d = vraag.data;
  return (
    <div className="hv-stapel">
      <Paginakop
        titel={t.titel}
        tab={t.titel}
        onder={
          d ? (
            <>
              <span className="hv-sterk">{t.beurt(d.nu)}</span>
              {d.teLaat > 0 ? <Merk soort="te-laat">{t.laat(d.teLaat)}</Merk> : null}
              <span className="hv-zacht">{t.gepland(d.open)}</span>
            </>
          ) : undefined
        }
      />
      {vraag.error?.status === 403 ? null : (
        <div className="hv-rij hv-rij--uit">
          <p className="nl-paragraph hv-zacht">{t.uitleg}</p>
          <Keuzerondjes
            name="toon"
            label={t.toon}
            labelVerborgen
            opties={TOON.map((w) => ({ waarde: w, label: t[w] }))}
            waarde={toon}
            onKies={(w) => setToon(w as Toon)}
          />
        </div>
      )}
      <Lezing vraag={vraag} vorm="lijst" rijen={8} wieMag={t.wieMag}>
        {(l) =>
          l.items.length === 0 ? (
            <Leeg titel={t.leeg[toon]} icoon="monitoring">
              {ik.organisatie.soort === 'veilig_thuis' ? t.leegUitleg : t.leegTeam}
            </Leeg>
          ) : (
            <Lijst
              label={t.lijst}
              items={l.items}
              sleutel={sleutel}
              naar={naar}
              rijHoogte={84}
              rij={(r, Rijlink) => (
                <Rij
                  regel={r}
                  link={
                    <Rijlink>
                      <span className="hv-monitor__doe">{r.uitgevoerdOp ? t.gevraagd : t.doe}</span>
                      <span className="hv-verborgen">: {r.aanduiding}</span>
                    </Rijlink>
                  }
                />
              )}
            />
          )
        }
      </Lezing>
      <Bladeren totaal={d?.totaal} per={PER_PAGINA} />
    </div>
  );
}

function Rij({ regel: r, link }: { regel: Regel; link: ReactNode }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  const soort = MONITORSOORTEN.find((s) => s.code === r.soort)?.[taal] ?? r.soort;
  return (
    <div className="hv-monitor">
      <p>{link}</p>
      <div>
        <p className="hv-monitor__kop">
          {r.acuut ? <Merk soort="acuut">{t.acuut}</Merk> : null}
          <span className="hv-sterk">
            <Naam>{r.aanduiding}</Naam>
          </span>
          <span className="hv-zacht hv-klein hv-getal">{r.casusNummer}</span>
        </p>
        <p className="hv-monitor__klein">
          {soort}
          {r.reden ? `: ${r.reden}` : ''} · {t.mensen(r.aantalPersonen, r.aantalKinderen)}
        </p>
      </div>
      <div>
        {r.uitgevoerdOp && r.uitkomst ? (
          <p>
            <Uitkomst uitkomst={r.uitkomst} />{' '}
            <span className="hv-zacht hv-klein">{relatief(r.uitgevoerdOp, nu)}</span>
          </p>
        ) : (
          <TermijnMerk
            begin={r.begintOp ?? undefined}
            vervaltOp={r.vervaltOp}
            bron={`${r.clausule} (${r.bron})`}
            stil
          />
        )}
      </div>
      <div className="hv-monitor__klein">
        <p>{r.eigenDossier ? t.eigenDossier : r.houderNaam ? t.zicht(r.houderNaam) : t.dicht}</p>
        <p>
          {[
            r.regisseurNaam ? t.regisseur(r.regisseurNaam) : '',
            r.uitgevoerdOp ? datum(r.uitgevoerdOp, { kort: true, nu }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {r.uitgevoerdOp ? null : (
          <p>
            {r.vorigeUitkomst
              ? `${t.vorige}: ${MONITOR_UITKOMSTEN.find((u) => u.code === r.vorigeUitkomst)?.[taal]}`
              : t.nogNiet}
          </p>
        )}
      </div>
    </div>
  );
}
