// SPDX-License-Identifier: EUPL-1.2
// The figures of a team on one screen: in, open, on time, waiting, handed over. Each opens the list that it counts.
import type { ReactNode } from 'react';
import { MELDER_GROEP } from '../../kern/lijsten.ts';
import { useAdreskeuze } from '../../web/adres.ts';
import { useLees } from '../../web/api.ts';
import { Balk } from '../../web/delen/balk.tsx';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Link } from '../../web/delen/link.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tabel } from '../../web/delen/tabel.tsx';
import { Lezing } from '../../web/delen/toestand.tsx';
import { useIk, useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { aantal, getal, teksten, useTeksten } from '../../web/taal.ts';
import { datum } from '../../web/tijd.ts';
import type { TeamcijfersAntwoord } from './cijfers.api.ts';
import './cijfers.css';
import { samengeteld } from './cijfers.ts';
import { RegiocijfersPagina } from './regio.page.tsx';
import { Uitleg } from './uitleg.page.tsx';
import { Weken } from './weken.page.tsx';

const woorden = teksten({
  nl: {
    titel: 'Cijfers',
    periode: 'Periode',
    keuze: {
      kwartaal: 'Laatste 13 weken',
      half: 'Laatste 26 weken',
      jaar: 'Laatste 52 weken',
      dit: 'Dit jaar',
    },
    tot: (van: string, tot: string) => `${van} tot en met ${tot}`,
    csv: 'Werkblad (CSV)',
    regio: 'Cijfers van de regio',
    lijst: 'Lijst',
    in: { vt: 'Binnengekomen', ander: 'Aangenomen' },
    inPer: { vt: 'meldingen per week', ander: 'overdrachten per week' },
    open: 'Zicht bij ons',
    acuut: (n: number) => `${n} acuut`,
    fase: (f: string) => (f === 'geen' ? 'nog geen fase' : `fase ${f}`),
    opTijd: { vt: 'Op tijd beoordeeld', ander: 'Op tijd geantwoord' },
    van: (goed: number, n: number) => `${getal(goed)} van ${getal(n)}`,
    streef: (n: number) => `streven ${n}%`,
    nietBesloten: {
      vt: 'Nog niets vastgesteld in deze periode',
      ander: 'Nog niets beantwoord in deze periode',
    },
    laat: (n: number) => `${n} nog open en te laat`,
    wachten: 'Wachten nu',
    gezinnen: (n: number) => (n === 1 ? 'gezin' : 'gezinnen'),
    dagen: (n: number) => aantal(n, 'dag', 'dagen'),
    helft: (d: string) => `de helft wacht ${d} of langer`,
    langste: (d: string) => `het langst: ${d}`,
    niemandWacht: 'Niemand wacht.',
    zichtBij: (wie: string) => `zicht bij ${wie}`,
    overgedragen: 'Door ons aangeboden',
    aangekregen: 'Aan ons aangeboden',
    naar: 'Aan',
    aangeboden: 'Aangeboden',
    aanvaard: 'Aangenomen',
    nee: 'Geweigerd',
    verlopen: 'Verlopen',
    wacht: 'Wacht',
    tijd: 'Werkdagen',
    tijdUitleg: (n: string) => `middelste tijd tot aannemen: ${n}`,
    werkdagen: (n: number) => aantal(n, 'werkdag', 'werkdagen'),
    ingetrokken: 'Ingetrokken',
    nog: (n: number) => aantal(n, 'andere organisatie', 'andere organisaties'),
    overige: (n: number) => `overige (${n})`,
    geen: 'Geen in deze periode.',
    wieMag: 'Wie met casussen werkt ziet de cijfers van de eigen organisatie.',
  },
  en: {
    titel: 'Figures',
    periode: 'Period',
    keuze: { kwartaal: 'Last 13 weeks', half: 'Last 26 weeks', jaar: 'Last 52 weeks', dit: 'This year' },
    tot: (van: string, tot: string) => `${van} up to and including ${tot}`,
    csv: 'Spreadsheet (CSV)',
    regio: 'Figures of the region',
    lijst: 'List',
    in: { vt: 'Came in', ander: 'Accepted' },
    inPer: { vt: 'reports per week', ander: 'handovers per week' },
    open: 'Watched by us',
    acuut: (n: number) => `${n} acute`,
    fase: (f: string) => (f === 'geen' ? 'no phase yet' : `phase ${f}`),
    opTijd: { vt: 'Assessed in time', ander: 'Answered in time' },
    van: (goed: number, n: number) => `${getal(goed)} of ${getal(n)}`,
    streef: (n: number) => `aim ${n}%`,
    nietBesloten: { vt: 'Nothing decided in this period yet', ander: 'Nothing answered in this period yet' },
    laat: (n: number) => `${n} still open and late`,
    wachten: 'Waiting now',
    gezinnen: (n: number) => (n === 1 ? 'family' : 'families'),
    dagen: (n: number) => aantal(n, 'day', 'days'),
    helft: (d: string) => `half of them ${d} or longer`,
    langste: (d: string) => `longest: ${d}`,
    niemandWacht: 'Nobody waits.',
    zichtBij: (wie: string) => `watched by ${wie}`,
    overgedragen: 'Offered by us',
    aangekregen: 'Offered to us',
    naar: 'To',
    aangeboden: 'Offered',
    aanvaard: 'Accepted',
    nee: 'Refused',
    verlopen: 'Lapsed',
    wacht: 'Waits',
    tijd: 'Working days',
    tijdUitleg: (n: string) => `median time to acceptance: ${n}`,
    werkdagen: (n: number) => aantal(n, 'working day', 'working days'),
    ingetrokken: 'Withdrawn',
    nog: (n: number) => aantal(n, 'other organisation', 'other organisations'),
    overige: (n: number) => `others (${n})`,
    geen: 'None in this period.',
    wieMag: 'Who works with cases sees the figures of the own organisation.',
  },
});

const KEUZES = ['kwartaal', 'half', 'jaar', 'dit'] as const;
type Keuze = (typeof KEUZES)[number];
type Figuurnaam = TeamcijfersAntwoord['uitleg'][number]['figuur'];
const TOP = 4;

/** Some days back from a day, as a date. */
function dagenTerug(dag: string, n: number): string {
  return new Date(Date.parse(`${dag}T12:00:00Z`) - n * 86_400_000).toISOString().slice(0, 10);
}

/** `/cijfers` */
export function CijfersPagina() {
  const ik = useIk();
  return ik.medewerker.functie === 'beleid' ? <RegiocijfersPagina /> : <Team />;
}

function Team() {
  const t = useTeksten(woorden);
  const ik = useIk();
  const nu = useNu();
  const [keuze, setKeuze] = useAdreskeuze('periode', KEUZES);
  const vandaag = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(nu);
  const maandag = (dag: string) => dagenTerug(dag, (new Date(`${dag}T12:00:00Z`).getUTCDay() + 6) % 7);
  const van = {
    kwartaal: undefined,
    half: dagenTerug(maandag(vandaag), 25 * 7),
    jaar: dagenTerug(maandag(vandaag), 51 * 7),
    dit: `${vandaag.slice(0, 4)}-01-01`,
  }[keuze];
  const q = van ? `?van=${van}` : '';
  const vraag = useLees<TeamcijfersAntwoord>(['cijfers', 'team', keuze], `/cijfers/team${q}`);
  const regio = ik.medewerker.functie.endsWith('teamleider');
  return (
    <>
      <Paginakop
        titel={`${t.titel} ${ik.organisatie.naam}`}
        tab={t.titel}
        acties={
          vraag.error?.status === 403 ? undefined : (
            <div className="hv-cijferkeuze">
              <Keuzelijst
                name="periode"
                label={t.periode}
                labelVerborgen
                leeg={false}
                opties={KEUZES.map((k) => ({
                  waarde: k,
                  label: t.keuze[k],
                }))}
                value={keuze}
                onChange={(e) => setKeuze(e.target.value as Keuze)}
              />
              <Link naar={`/api/v1/cijfers/team/csv${q}`} download alsKnop="gewoon" icoon="document">
                {t.csv}
              </Link>
            </div>
          )
        }
        onder={
          <>
            {vraag.data ? (
              <span className="hv-zacht">
                {t.tot(datum(vraag.data.vanDatum, { nu }), datum(vraag.data.totDatum, { nu }))}
              </span>
            ) : null}
            {regio ? <Link naar="/cijfers/regio">{t.regio}</Link> : null}
          </>
        }
      />
      <Lezing vraag={vraag} vorm="kaart" rijen={6} wieMag={t.wieMag}>
        {(c) => <Figuren c={c} keuze={keuze} />}
      </Lezing>
    </>
  );
}

function Figuur({
  c,
  keuze,
  figuur,
  titel,
  breed,
  children,
}: {
  c: TeamcijfersAntwoord;
  keuze: Keuze;
  figuur: Figuurnaam;
  titel: string;
  breed?: 'twee' | 'drie';
  children: ReactNode;
}) {
  const t = useTeksten(woorden);
  const u = c.uitleg.find((x) => x.figuur === figuur);
  return (
    <div className={`hv-figuur${breed ? ` hv-figuur--${breed}` : ''}`}>
      <div className="hv-figuur__kop">
        <Kop niveau={2} alsof={3} id={`figuur-${figuur}`}>
          {titel}
        </Kop>
        <Link
          naar={
            figuur === 'wachten'
              ? '/wachtend'
              : `/cijfers/${figuur}?van=${c.vanDatum}&tot=${c.totDatum}&periode=${keuze}`
          }
          className="hv-klein hv-geen-print"
        >
          {t.lijst}
          <span className="hv-verborgen">: {titel}</span>
        </Link>
      </div>
      {children}
      {u ? <Uitleg titel={titel} u={u} /> : null}
    </div>
  );
}

function Figuren({ c, keuze }: { c: TeamcijfersAntwoord; keuze: Keuze }) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const soort = c.organisatieSoort === 'veilig_thuis' ? 'vt' : 'ander';
  const melder = (code: string) =>
    soort === 'vt' ? (MELDER_GROEP.find((g) => g.code === code)?.[taal] ?? code) : code;
  const grootste = langsteBalk(c.in.delen);
  const meesteWacht = langsteBalk(c.wachten.houders);
  return (
    <div className="hv-figuren">
      <Figuur c={c} keuze={keuze} figuur="in" titel={t.in[soort]} breed="twee">
        <p className="hv-figuur__getal">{getal(c.in.aantal)}</p>
        <div className="hv-figuur__twee">
          <Weken bijschrift={`${t.in[soort]}, ${t.inPer[soort]}`} weken={c.in.weken} />
          <div className="hv-figuur__rijen">
            {c.in.delen.slice(0, TOP).map((d) => (
              <Balk key={d.code} label={melder(d.code)} waarde={d.aantal} max={grootste} />
            ))}
            <Overige rest={c.in.delen.slice(TOP)} max={grootste} />
          </div>
        </div>
      </Figuur>
      <Figuur c={c} keuze={keuze} figuur="op_tijd" titel={t.opTijd[soort]}>
        {c.opTijd.procent === null ? (
          <p className="hv-zacht">{t.nietBesloten[soort]}</p>
        ) : (
          <>
            <p className="hv-figuur__getal">{c.opTijd.procent}%</p>
            <Balk
              label={t.van(c.opTijd.opTijd, c.opTijd.aantal)}
              waarde={c.opTijd.procent}
              max={100}
              tekst={c.opTijd.streefProcent === null ? '' : t.streef(c.opTijd.streefProcent)}
              norm={c.opTijd.streefProcent ?? undefined}
            />
          </>
        )}
        {c.opTijd.nogOpenTeLaat > 0 ? <Merk soort="te-laat">{t.laat(c.opTijd.nogOpenTeLaat)}</Merk> : null}
      </Figuur>
      <Figuur c={c} keuze={keuze} figuur="wachten" titel={t.wachten}>
        {c.wachten.aantal === 0 ? (
          <p className="hv-zacht">{t.niemandWacht}</p>
        ) : (
          <>
            <p className="hv-figuur__getal">
              {getal(c.wachten.aantal)} <span className="hv-klein">{t.gezinnen(c.wachten.aantal)}</span>
            </p>
            <p className="hv-klein">
              {t.helft(t.dagen(c.wachten.mediaanDagen ?? 0))},{' '}
              {t.langste(t.dagen(c.wachten.langsteDagen ?? 0))}
            </p>
            <div className="hv-figuur__rijen">
              {c.wachten.houders.slice(0, TOP).map((h) => (
                <Balk key={h.naam} label={t.zichtBij(h.naam)} waarde={h.aantal} max={meesteWacht} />
              ))}
              <Overige rest={c.wachten.houders.slice(TOP)} max={meesteWacht} />
            </div>
          </>
        )}
      </Figuur>
      <Figuur c={c} keuze={keuze} figuur="overgedragen" titel={t.overgedragen} breed="drie">
        <Contract k={c.overgedragen} kop={t.naar} />
      </Figuur>
      <div className="hv-figuren__kolom">
        <Figuur c={c} keuze={keuze} figuur="open" titel={t.open}>
          <p className="hv-figuur__getal">{getal(c.open.aantal)}</p>
          {c.open.acuut > 0 ? <Merk soort="acuut">{t.acuut(c.open.acuut)}</Merk> : null}
          <p className="hv-klein hv-zacht">
            {c.open.delen.map((d) => `${t.fase(d.code)}: ${getal(d.aantal)}`).join(' · ')}
          </p>
        </Figuur>
        <Figuur c={c} keuze={keuze} figuur="aangekregen" titel={t.aangekregen}>
          <p className="hv-figuur__getal">{getal(c.aangekregen.aantal)}</p>
          {c.aangekregen.aantal === 0 ? (
            <p className="hv-zacht">{t.geen}</p>
          ) : (
            <p className="hv-klein">
              {[
                [t.aanvaard, c.aangekregen.aanvaard],
                [t.nee, c.aangekregen.geweigerd],
                [t.ingetrokken, c.aangekregen.ingetrokken],
                [t.verlopen, c.aangekregen.verlopen],
                [t.wacht, c.aangekregen.wacht],
              ]
                .map(([w, n]) => `${String(w).toLowerCase()}: ${getal(Number(n))}`)
                .join(' · ')}
            </p>
          )}
        </Figuur>
      </div>
    </div>
  );
}

const som = (delen: readonly { aantal: number }[]) => samengeteld(delen, ['aantal']).aantal;
/** The longest bar of a figure, the rest together included. */
const langsteBalk = (delen: readonly { aantal: number }[]) =>
  Math.max(1, som(delen.slice(TOP)), ...delen.slice(0, TOP).map((d) => d.aantal));

/** What is not among the top rows, so that the parts make the whole. */
function Overige({ rest, max }: { rest: readonly { aantal: number }[]; max: number }) {
  const t = useTeksten(woorden);
  return rest.length === 0 ? null : <Balk label={t.overige(rest.length)} waarde={som(rest)} max={max} />;
}

type Contractrij = TeamcijfersAntwoord['overgedragen']['perOrganisatie'][number];
const STANDEN = ['aantal', 'aanvaard', 'geweigerd', 'ingetrokken', 'verlopen', 'wacht'] as const;

function Contract({ k, kop }: { k: TeamcijfersAntwoord['overgedragen']; kop: string }) {
  const t = useTeksten(woorden);
  if (k.aantal === 0) return <p className="hv-zacht">{t.geen}</p>;
  const rest = k.perOrganisatie.slice(TOP);
  const rijen: Contractrij[] = [
    ...k.perOrganisatie.slice(0, TOP),
    ...(rest.length === 0
      ? []
      : [
          {
            organisatieId: 'overige',
            naam: t.nog(rest.length),
            ...samengeteld(rest, STANDEN),
            // the middle of the middles is not the middle
            mediaanWerkdagen: null,
          },
        ]),
  ];
  return (
    <>
      <p className="hv-figuur__getal">
        {getal(k.aantal)}{' '}
        {k.mediaanWerkdagen === null ? null : (
          <span className="hv-klein">{t.tijdUitleg(t.werkdagen(k.mediaanWerkdagen))}</span>
        )}
      </p>
      <Tabel
        bijschrift={t.overgedragen}
        bijschriftVerborgen
        rijen={rijen}
        sleutel={(o) => o.organisatieId}
        kolommen={[
          { id: 'naam', kop, cel: (o) => o.naam, rijkop: true },
          { id: 'n', kop: t.aangeboden, cel: (o) => getal(o.aantal), getal: true },
          { id: 'ja', kop: t.aanvaard, cel: (o) => getal(o.aanvaard), getal: true },
          { id: 'nee', kop: t.nee, cel: (o) => getal(o.geweigerd), getal: true },
          { id: 'terug', kop: t.ingetrokken, cel: (o) => getal(o.ingetrokken), getal: true },
          { id: 'verlopen', kop: t.verlopen, cel: (o) => getal(o.verlopen), getal: true },
          { id: 'wacht', kop: t.wacht, cel: (o) => getal(o.wacht), getal: true },
          {
            id: 'tijd',
            kop: t.tijd,
            cel: (o) => (o.mediaanWerkdagen === null ? '–' : getal(o.mediaanWerkdagen)),
            getal: true,
          },
        ]}
      />
    </>
  );
}
