// SPDX-License-Identifier: EUPL-1.2
// Counts of the region per half year, for whoever explains policy. Rounded, and never a casus.
import { AARD, GEMEENTEN, type Keuzewaarde, MELDER_GROEP } from '../../kern/lijsten.ts';
import { BESLUITEN } from '../../keten/beoordeling/beoordeling.ts';
import { metDelen, useAdresdeel } from '../../web/adres.ts';
import { useLees } from '../../web/api.ts';
import { Keuzelijst } from '../../web/delen/keuzelijst.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Paginakop } from '../../web/delen/paginakop.tsx';
import { Tabel } from '../../web/delen/tabel.tsx';
import { Leeg, Lezing } from '../../web/delen/toestand.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { getal, teksten, useTeksten } from '../../web/taal.ts';
import { datum } from '../../web/tijd.ts';
import type { RegiocijfersAntwoord } from './cijfers.api.ts';
import { leesHalfjaar } from './cijfers.ts';
import './cijfers.css';
import { Uitleg } from './uitleg.page.tsx';

const woorden = teksten({
  nl: {
    titel: 'Cijfers van de regio',
    halfjaar: 'Half jaar',
    helft: (h: string) => `${h.slice(5) === '1' ? 'Eerste' : 'Tweede'} half jaar ${h.slice(0, 4)}`,
    periode: (van: string, tot: string) => `${van} tot en met ${tot}`,
    voorlopig: 'Voorlopig: dit half jaar loopt nog',
    afronding: (r: number, o: number) =>
      `Tellingen van alle organisaties samen. Afgerond op ${r}; minder dan ${o} staat er als “–”. Is in een tabel maar één getal verborgen, dan verbergen we ook het kleinste andere: anders is het uit te rekenen. Afronden op 5 doet het CBS ook.`,
    figuur: {
      meldingen: 'Meldingen',
      meldingen_gemeente: 'Meldingen naar gemeente',
      meldingen_melder: 'Meldingen naar wie meldt',
      meldingen_aard: 'Meldingen naar aard (meer dan één kan)',
      beoordelingen: 'Veiligheidsbeoordelingen',
      besluiten: 'Besluiten na beoordeling',
      overdrachten: 'Overdrachten',
      monitoring: 'Monitoring: hoe was het?',
      casussen: 'Casussen met zicht, nu',
    } as Record<string, string>,
    deel: {
      totaal: 'Totaal',
      op_tijd: 'Binnen vijf werkdagen',
      aangeboden: 'Wacht op antwoord',
      aanvaard: 'Aangenomen',
      geweigerd: 'Geweigerd',
      ingetrokken: 'Ingetrokken',
      verlopen: 'Verlopen',
      open: 'Open',
      veilig: 'Veilig',
      deels_veilig: 'Deels veilig',
      onveilig: 'Onveilig',
      niet_bereikt: 'Niemand bereikt',
      onbekend: 'Onbekend',
    } as Record<string, string>,
    wat: 'Wat',
    aantal: 'Aantal',
    verborgen: 'minder dan 10, of verborgen',
    leeg: 'Er is nog niets te tellen',
    leegUitleg: 'Zodra er in dit half jaar genoeg meldingen zijn, staan de aantallen hier.',
    wieMag: 'Beleidsmedewerkers en teamleiders.',
  },
  en: {
    titel: 'Figures of the region',
    halfjaar: 'Half year',
    helft: (h: string) => `${h.slice(5) === '1' ? 'First' : 'Second'} half of ${h.slice(0, 4)}`,
    periode: (van: string, tot: string) => `${van} up to and including ${tot}`,
    voorlopig: 'Preliminary: this half year is not over',
    afronding: (r: number, o: number) =>
      `Counts of all organisations together. Rounded to ${r}; fewer than ${o} is shown as “–”. Where only one number in a table is hidden, the smallest other one is hidden too: otherwise it could be worked out. Statistics Netherlands rounds to 5 too.`,
    figuur: {
      meldingen: 'Reports',
      meldingen_gemeente: 'Reports by municipality',
      meldingen_melder: 'Reports by who reports',
      meldingen_aard: 'Reports by kind (more than one may apply)',
      beoordelingen: 'Safety assessments',
      besluiten: 'Decisions after assessment',
      overdrachten: 'Handovers',
      monitoring: 'Monitoring: how was it?',
      casussen: 'Cases that are watched, now',
    } as Record<string, string>,
    deel: {
      totaal: 'Total',
      op_tijd: 'Within five working days',
      aangeboden: 'Waits for the answer',
      aanvaard: 'Accepted',
      geweigerd: 'Refused',
      ingetrokken: 'Taken back',
      verlopen: 'Lapsed',
      open: 'Open',
      veilig: 'Safe',
      deels_veilig: 'Partly safe',
      onveilig: 'Unsafe',
      niet_bereikt: 'Nobody reached',
      onbekend: 'Unknown',
    } as Record<string, string>,
    wat: 'What',
    aantal: 'Number',
    verborgen: 'fewer than 10, or hidden',
    leeg: 'There is nothing to count yet',
    leegUitleg: 'As soon as this half year has enough reports, the numbers stand here.',
    wieMag: 'Policy officers and team leaders.',
  },
});

const LIJSTEN: Record<string, readonly Keuzewaarde[]> = {
  meldingen_gemeente: GEMEENTEN,
  meldingen_melder: MELDER_GROEP,
  meldingen_aard: AARD,
  besluiten: BESLUITEN,
};
const ORDE = [
  'meldingen',
  'meldingen_melder',
  'meldingen_aard',
  'meldingen_gemeente',
  'beoordelingen',
  'besluiten',
  'overdrachten',
  'monitoring',
  'casussen',
];

/** The last six half years, this one first. */
function halfjaren(nu: Date): string[] {
  let [jaar = 0, helft = 1] = leesHalfjaar(nu, undefined).halfjaar.split('-').map(Number);
  const uit: string[] = [];
  for (let i = 0; i < 6; i++) {
    uit.push(`${jaar}-${helft}`);
    if (helft === 2) helft = 1;
    else [jaar, helft] = [jaar - 1, 2];
  }
  return uit;
}

/** `/cijfers/regio`, and `/cijfers` for whoever makes policy */
export function RegiocijfersPagina() {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  const [halfjaar = '', setHalfjaar] = useAdresdeel('halfjaar');
  const vraag = useLees<RegiocijfersAntwoord>(
    ['cijfers', 'regio', halfjaar],
    `/cijfers/regio${metDelen('', { halfjaar })}`,
  );
  const d = vraag.data;
  const woord = (figuur: string, code: string) =>
    LIJSTEN[figuur]?.find((k) => k.code === code)?.[taal] ?? t.deel[code] ?? code.replaceAll('_', ' ');
  return (
    <div className="hv-stapel">
      <Paginakop
        titel={t.titel}
        tab={t.titel}
        acties={
          vraag.error?.status === 403 ? undefined : (
            <Keuzelijst
              name="halfjaar"
              label={t.halfjaar}
              labelVerborgen
              leeg={false}
              opties={halfjaren(nu).map((h) => ({ waarde: h, label: t.helft(h) }))}
              value={halfjaar || (d?.halfjaar ?? '')}
              onChange={(e) => setHalfjaar(e.target.value)}
            />
          )
        }
        onder={
          d ? (
            <>
              <span className="hv-zacht">{t.periode(datum(d.vanDatum), datum(d.totDatum))}</span>
              {d.voorlopig ? <Merk soort="weet">{t.voorlopig}</Merk> : null}
            </>
          ) : undefined
        }
      />
      <Lezing vraag={vraag} vorm="tabel" rijen={8} wieMag={t.wieMag}>
        {(r) => {
          const figuren = ORDE.flatMap((code) =>
            r.figuren.filter((f) => f.code === code && f.delen.length > 0),
          );
          const iets = figuren.some((f) => f.delen.some((x) => x.aantal !== null));
          return (
            <>
              <p className="nl-paragraph hv-zacht">{t.afronding(r.afronding, r.ondergrens)}</p>
              {iets ? (
                <div className="hv-regio">
                  {figuren.map((f) => (
                    <div key={f.code} className="hv-stapel hv-krap">
                      <Kop niveau={2} alsof={3}>
                        {t.figuur[f.code] ?? f.code}
                      </Kop>
                      <Tabel
                        bijschrift={t.figuur[f.code] ?? f.code}
                        bijschriftVerborgen
                        smal="schuif"
                        rijen={f.delen}
                        sleutel={(x) => x.code}
                        begin={f.delen.length > 2 ? { kolom: 'aantal', aflopend: true } : undefined}
                        kolommen={[
                          {
                            id: 'wat',
                            kop: t.wat,
                            cel: (x) => woord(f.code, x.code),
                            rijkop: true,
                            sorteer: (x) => woord(f.code, x.code),
                          },
                          {
                            id: 'aantal',
                            kop: t.aantal,
                            getal: true,
                            sorteer: (x) => x.aantal,
                            cel: (x) =>
                              x.aantal === null ? (
                                <>
                                  <span aria-hidden="true">–</span>
                                  <span className="hv-verborgen">{t.verborgen}</span>
                                </>
                              ) : (
                                getal(x.aantal)
                              ),
                          },
                        ]}
                      />
                      {f.uitleg ? <Uitleg titel={t.figuur[f.code] ?? f.code} u={f.uitleg} /> : null}
                    </div>
                  ))}
                </div>
              ) : (
                <Leeg titel={t.leeg} icoon="cijfers">
                  {t.leegUitleg}
                </Leeg>
              )}
            </>
          );
        }}
      </Lezing>
    </div>
  );
}
