// SPDX-License-Identifier: EUPL-1.2
// The list behind a figure: precisely what it counts.

import { MELDER_GROEP } from '../../kern/lijsten.ts';
import { metDelen, useAdresdeel, useParam } from '../../web/adres.ts';
import { useLees } from '../../web/api.ts';
import { Bladeren, usePagina } from '../../web/delen/bladeren.tsx';
import { Lijst } from '../../web/delen/lijst.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Naam } from '../../web/delen/naam.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { aantal, teksten, useTeksten } from '../../web/taal.ts';
import { datum } from '../../web/tijd.ts';
import type { FiguurlijstAntwoord } from './cijfers.api.ts';
import './cijfers.css';

type Regel = FiguurlijstAntwoord['items'][number];
const PER_PAGINA = 100;

const woorden = teksten({
  nl: {
    terug: 'Cijfers',
    titel: {
      in: 'Binnengekomen',
      open: 'Zicht bij ons',
      op_tijd: 'Op tijd',
      wachten: 'Wie wacht',
      overgedragen: 'Door ons aangeboden',
      aangekregen: 'Aan ons aangeboden',
    } as Record<string, string>,
    telt: (n: number) => aantal(n, 'regel', 'regels'),
    bron: 'Bron:',
    leeg: 'Niets in deze periode',
    leegUitleg: 'Het cijfer is nul, en de lijst is leeg.',
    gezinOnbekend: 'Casus niet (meer) te zien',
    opTijd: 'Op tijd',
    laat: 'Te laat',
    wacht: (n: number) => (n === 0 ? 'wacht sinds vandaag' : `wacht ${aantal(n, 'dag', 'dagen')}`),
    na: (n: number) =>
      n === 0 ? 'dezelfde dag aangenomen' : `na ${aantal(n, 'werkdag', 'werkdagen')} aangenomen`,
    zicht: (wie: string) => `zicht bij ${wie}`,
    geenZicht: 'casus gesloten',
    wat: {
      aangeboden: 'wacht op antwoord',
      aanvaard: 'aangenomen',
      geweigerd: 'geweigerd',
      ingetrokken: 'ingetrokken',
      verlopen: 'verlopen',
      beoordeling: 'wacht op de beoordeling',
      tweede_paar_ogen: 'wacht op een tweede paar ogen',
      overdracht: 'wacht op antwoord op de overdracht',
      ons_antwoord: 'wacht op ons antwoord op de overdracht',
      start_onderzoek: 'wacht op de start van het onderzoek',
      vervolg: 'besloten, nog niets begonnen',
      controle: 'er moet weer gekeken worden',
      geen: 'nog geen fase',
    } as Record<string, string>,
    fase: (f: string) => `fase ${f}`,
    besluit: 'beoordeling vastgesteld',
    wieMag: 'Wie met casussen werkt ziet de lijsten van de eigen organisatie.',
  },
  en: {
    terug: 'Figures',
    titel: {
      in: 'Came in',
      open: 'Watched by us',
      op_tijd: 'In time',
      wachten: 'Who waits',
      overgedragen: 'Offered by us',
      aangekregen: 'Offered to us',
    } as Record<string, string>,
    telt: (n: number) => aantal(n, 'row', 'rows'),
    bron: 'Source:',
    leeg: 'Nothing in this period',
    leegUitleg: 'The figure is zero, and the list is empty.',
    gezinOnbekend: 'Case not visible (any more)',
    opTijd: 'In time',
    laat: 'Late',
    wacht: (n: number) => (n === 0 ? 'waits since today' : `waits ${aantal(n, 'day', 'days')}`),
    na: (n: number) =>
      n === 0 ? 'accepted the same day' : `accepted after ${aantal(n, 'working day', 'working days')}`,
    zicht: (wie: string) => `watched by ${wie}`,
    geenZicht: 'case closed',
    wat: {
      aangeboden: 'waits for the answer',
      aanvaard: 'accepted',
      geweigerd: 'refused',
      ingetrokken: 'taken back',
      verlopen: 'lapsed',
      beoordeling: 'waits for the assessment',
      tweede_paar_ogen: 'waits for a second pair of eyes',
      overdracht: 'waits for the answer to the handover',
      ons_antwoord: 'waits for our answer to the handover',
      start_onderzoek: 'waits for the investigation to start',
      vervolg: 'decided, nothing has begun',
      controle: 'someone must look again',
      geen: 'no phase yet',
    } as Record<string, string>,
    fase: (f: string) => `phase ${f}`,
    besluit: 'assessment decided',
    wieMag: 'Who works with cases sees the lists of the own organisation.',
  },
});

const sleutel = (r: Regel) => r.id;

/** `/cijfers/$figuur` */
export function FiguurPagina() {
  const figuur = useParam('figuur');
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  const pagina = usePagina();
  const [van] = useAdresdeel('van');
  const [tot] = useAdresdeel('tot');
  const [gekozen] = useAdresdeel('periode');
  // Also what is no date: the server says what is wrong with it.
  const periode = metDelen('', { van, tot }).replace('?', '&');
  const vraag = useLees<FiguurlijstAntwoord>(
    ['cijfers', 'lijst', figuur, periode, String(pagina)],
    `/cijfers/team/${encodeURIComponent(figuur)}?pagina=${pagina}&aantal=${PER_PAGINA}${periode}`,
  );
  const d = vraag.data;
  const titel = t.titel[figuur] ?? t.terug;
  return (
    <div className="hv-stapel">
      <Paginakop
        titel={titel}
        tab={titel}
        terug={{ naar: `/cijfers${metDelen('', { periode: gekozen })}`, label: t.terug }}
        onder={
          d ? (
            <>
              <span className="hv-sterk hv-getal">{t.telt(d.totaal)}</span>
              <span className="hv-zacht">
                {datum(d.vanDatum, { kort: true, nu })} – {datum(d.totDatum, { kort: true, nu })}
              </span>
            </>
          ) : undefined
        }
      />
      <Lezing vraag={vraag} vorm="lijst" rijen={10} wieMag={t.wieMag}>
        {(l) => (
          <>
            <p className="nl-paragraph hv-zacht hv-klein">
              {taal === 'en' ? l.uitleg.en : l.uitleg.nl} {t.bron} {l.uitleg.bron}.
            </p>
            {l.items.length === 0 ? (
              <Leeg titel={t.leeg} icoon="cijfers">
                {t.leegUitleg}
              </Leeg>
            ) : (
              <Lijst
                label={titel}
                items={l.items}
                sleutel={sleutel}
                naar={(r) => doelVan(l.figuur, r)}
                rijHoogte={60}
                rij={(r, Rijlink) => (
                  <div className="hv-figuurrij">
                    <p>
                      <Rijlink>
                        <span className="hv-sterk">
                          <Naam>{r.aanduiding ?? t.gezinOnbekend}</Naam>
                        </span>
                      </Rijlink>{' '}
                      <span className="hv-zacht hv-klein hv-getal">{r.casusNummer}</span>
                    </p>
                    <p className="hv-klein">
                      {r.opTijd === null ? null : (
                        <Merk soort={r.opTijd ? 'klaar' : 'te-laat'}>{r.opTijd ? t.opTijd : t.laat}</Merk>
                      )}{' '}
                      <Wat figuur={l.figuur} r={r} />
                    </p>
                    <p className="hv-klein hv-zacht hv-getal">
                      {datum(r.vanafOp, { kort: true, weekdag: true, nu })}
                      {r.totOp ? ` – ${datum(r.totOp, { kort: true, weekdag: true, nu })}` : ''}
                    </p>
                  </div>
                )}
              />
            )}
          </>
        )}
      </Lezing>
      <Bladeren totaal={d?.totaal} per={PER_PAGINA} />
    </div>
  );
}

/** An offer to its contract; the rest to the casus, as far as it may be seen. */
function doelVan(figuur: FiguurlijstAntwoord['figuur'], r: Regel): string {
  const contract = figuur === 'overgedragen' || figuur === 'aangekregen';
  if (contract || r.wat === 'overdracht' || r.wat === 'ons_antwoord') return `/overdrachten/${r.id}`;
  return r.casusId ? `/casussen/${r.casusId}` : '/casussen';
}

function Wat({ figuur, r }: { figuur: FiguurlijstAntwoord['figuur']; r: Regel }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const wie = r.wie ?? '';
  const contract = figuur === 'overgedragen' || figuur === 'aangekregen';
  const delen: (string | null)[] = contract
    ? [wie, r.werkdagen === null ? (t.wat[r.wat ?? ''] ?? r.wat) : t.na(r.werkdagen)]
    : figuur === 'wachten'
      ? [t.wat[r.wat ?? ''] ?? r.wat, t.wacht(r.dagen ?? 0), wie ? t.zicht(wie) : t.geenZicht]
      : figuur === 'open'
        ? [r.wat && r.wat !== 'geen' ? t.fase(r.wat) : (t.wat['geen'] ?? null)]
        : figuur === 'in'
          ? [
              MELDER_GROEP.find((g) => g.code === r.wat)?.[taal] ?? t.wat[r.wat ?? ''] ?? null,
              wie ? t.zicht(wie) : t.geenZicht,
            ]
          : [t.wat[r.wat ?? ''] ?? t.besluit, wie];
  return <>{delen.filter(Boolean).join(' · ')}</>;
}
