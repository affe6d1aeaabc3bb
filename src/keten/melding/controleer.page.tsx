// SPDX-License-Identifier: EUPL-1.2
// Check your answers: all that will be sent, as it will stand there, with the way back to each part.
import type { ReactNode } from 'react';
import {
  AANVULLEND,
  AARD,
  DUUR,
  GEMEENTEN,
  KINDCHECK,
  MELDER_GROEP,
  ROL,
  UITSPRAAK_SOORT,
  woord,
} from '../../kern/lijsten.ts';
import { geborenTekst, twijfelsBij } from '../../kern/persoon/persoon.ts';
import { Bericht } from '../../web/delen/bericht.tsx';
import { Chip } from '../../web/delen/chip.tsx';
import { isoDatum } from '../../web/delen/datumveld.tsx';
import { Gegevens } from '../../web/delen/gegevens.tsx';
import { Knop } from '../../web/delen/knop.tsx';
import { Kop } from '../../web/delen/kop.tsx';
import { Merk } from '../../web/delen/merk.tsx';
import { Veldmelding } from '../../web/delen/veldmelding.tsx';
import { useNu } from '../../web/ik.ts';
import { useInstellingen } from '../../web/instellingen.ts';
import { teksten, useTeksten } from '../../web/taal.ts';
import { datum, leeftijdTekst } from '../../web/tijd.ts';
import { isGeldigBsn } from '../radar/bsn.ts';
import {
  type Kant,
  type Meldingvorm,
  naamVan,
  nietMee,
  opgaveVan,
  type Persoonvorm,
  zetInVerhaal,
} from './formulier.ts';
import { twijfelsBijMomenten } from './melding.ts';
import type { Pas } from './uitspraken.page.tsx';

const woorden = teksten({
  nl: {
    wijzig: 'Wijzig',
    wat: 'Wat er gebeurde',
    wie: 'Over wie het gaat',
    melder: 'Wie meldt',
    u: 'U als melder',
    acuut: 'Acuut gevaar',
    ja: 'Ja, nu',
    nee: 'Nee',
    nu: 'Wat er nu gebeurt',
    aard: 'Aard van het geweld',
    aanvullend: 'Wat er nog meer speelt',
    duur: 'Hoelang al',
    gemeente: 'Gemeente',
    kindcheck: 'Kinderen',
    groep: 'Soort melder',
    rol: 'Relatie of functie',
    naam: 'Naam',
    contact: 'Bereikbaar op',
    bekend: 'Mag het gezin dit weten?',
    bekendZo: {
      open: 'Ja',
      anoniem_voor_gezin: 'Nee, alleen Veilig Thuis weet wie meldt',
      anoniem: 'Nee, en ook Veilig Thuis weet het niet',
    },
    grond: 'Waarom niet',
    terug: 'Wil horen wat er gebeurt',
    terugJa: 'Ja',
    terugNee: 'Nee',
    van: (b: string) => `van ${b}`,
    afgeschermd: 'Afgeschermd: kan naar de melder leiden',
    naamloos: 'Naam nog onbekend',
    geheim: 'Geheim adres',
    kladTitel: 'Dit gaat niet mee',
    klad: 'U typte het bij een persoon, maar het vond geen veld. Zet het in het verhaal, of ga terug en zet het in een veld.',
    bij: (wie: string) => `Bij ${wie}:`,
    inVerhaal: 'Zet in het verhaal',
    geboren: 'geboren',
    casus: 'Deze melding komt bij de casus die u koos.',
    geenAard: 'nog niet bekend',
  },
  en: {
    wijzig: 'Change',
    wat: 'What happened',
    wie: 'Who it is about',
    melder: 'Who reports',
    u: 'You as reporter',
    acuut: 'Acute danger',
    ja: 'Yes, now',
    nee: 'No',
    nu: 'What is happening now',
    aard: 'Kind of violence',
    aanvullend: 'What else is going on',
    duur: 'For how long',
    gemeente: 'Municipality',
    kindcheck: 'Children',
    groep: 'Kind of reporter',
    rol: 'Relation or function',
    naam: 'Name',
    contact: 'To be reached at',
    bekend: 'May the family know?',
    bekendZo: {
      open: 'Yes',
      anoniem_voor_gezin: 'No, only Veilig Thuis knows who reports',
      anoniem: 'No, and Veilig Thuis does not know either',
    },
    grond: 'Why not',
    terug: 'Wants to hear what happens',
    terugJa: 'Yes',
    terugNee: 'No',
    van: (b: string) => `from ${b}`,
    afgeschermd: 'Shielded: may lead to the reporter',
    naamloos: 'Name not known yet',
    geheim: 'Secret address',
    kladTitel: 'This does not go along',
    klad: 'You typed it with a person, but it found no field. Put it in the story, or go back and put it in a field.',
    bij: (wie: string) => `With ${wie}:`,
    inVerhaal: 'Put in the story',
    geboren: 'born',
    casus: 'This report is added to the case that you chose.',
    geenAard: 'not known yet',
  },
});

/** The form, read back. `naar` goes to a field of the form; `pas` changes it. */
export function Controleer({
  vorm,
  kant,
  naar,
  pas,
}: {
  vorm: Meldingvorm;
  kant: Kant;
  naar: (veld: string) => void;
  pas: Pas;
}) {
  const t = useTeksten(woorden);
  const { taal } = useInstellingen();
  const nu = useNu();
  const m = vorm.melder;
  const klad = nietMee(vorm);
  const dag = (d: string) => (isoDatum.test(d) ? datum(d, { nu }) : d);
  // the same words that will stand with this person in the report: now somebody can still be asked
  const twijfels = (p: Persoonvorm) => twijfelsBij(opgaveVan(p), new Date(nu), isGeldigBsn);
  const wanneer = twijfelsBijMomenten(
    vorm.uitspraken.map((u) => u.gebeurdOp.trim() || null),
    vorm.personen.map((p) => opgaveVan(p).geboorte),
    new Date(nu),
  );
  const geborenZo = (p: Persoonvorm) => {
    const geboren = geborenTekst(opgaveVan(p).geboorte);
    if (geboren === null) return '';
    const oud = leeftijdTekst(geboren, nu);
    return `, ${t.geboren} ${datum(geboren)}${oud && ` (${oud})`}`;
  };
  const bekendZo: Readonly<Record<string, string>> = t.bekendZo;
  return (
    <div className="hv-stapel hv-ruim hv-mld-controle">
      {klad.length > 0 ? (
        <Bericht soort="let-op" titel={t.kladTitel}>
          <p className="nl-paragraph">{t.klad}</p>
          <ul className="hv-opsomming">
            {klad.map(({ persoon, kladje, tekst }) => (
              <li key={`${persoon.sleutel} ${tekst}`}>
                <span className="hv-rij">
                  <span>
                    {t.bij(naamVan(persoon) || t.naamloos)} <q>{tekst}</q>
                  </span>
                  <Chip
                    icoon="plus"
                    onKlik={() => pas((v) => zetInVerhaal(v, persoon.sleutel, kladje, kant))}
                  >
                    {t.inVerhaal}
                    <span className="hv-verborgen">: {tekst}</span>
                  </Chip>
                </span>
              </li>
            ))}
          </ul>
        </Bericht>
      ) : null}
      {vorm.casusId && kant === 'vt' ? <Bericht>{t.casus}</Bericht> : null}
      <Deel titel={t.wat} wijzig={t.wijzig} onWijzig={() => naar('uitspraken.0.tekst')}>
        <Gegevens
          lijst={[
            {
              naam: t.acuut,
              waarde: vorm.acuut === 'ja' ? <Merk soort="acuut">{t.ja}</Merk> : t.nee,
            },
            ...(vorm.acuut === 'ja' ? [{ naam: t.nu, waarde: vorm.acuutToelichting.trim() || null }] : []),
          ]}
        />
        <ol className="hv-mld-terug">
          {vorm.uitspraken.map((u) => (
            <li key={u.sleutel}>
              <p className="hv-mld-terug__tekst hv-regels">{u.tekst}</p>
              <p className="hv-klein hv-zacht">
                {[woord(UITSPRAAK_SOORT, u.soort, taal), t.van(u.bron), dag(u.gebeurdOp)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {u.afgeschermd && kant === 'vt' ? <Merk soort="geheim">{t.afgeschermd}</Merk> : null}
            </li>
          ))}
        </ol>
        {wanneer.map((x) => (
          <Veldmelding key={x.reden} soort="let-op">
            {x.reden}
          </Veldmelding>
        ))}
        <Gegevens
          lijst={[
            {
              naam: t.aard,
              waarde: vorm.aard.map((a) => woord(AARD, a, taal)).join(', ') || t.geenAard,
            },
            ...(vorm.aanvullend.length > 0
              ? [
                  {
                    naam: t.aanvullend,
                    waarde: vorm.aanvullend.map((a) => woord(AANVULLEND, a, taal)).join(', '),
                  },
                ]
              : []),
            { naam: t.duur, waarde: woord(DUUR, vorm.duur, taal) },
          ]}
        />
      </Deel>
      <Deel titel={t.wie} wijzig={t.wijzig} onWijzig={() => naar('personen.0.rol')}>
        <ol className="hv-mld-terug">
          {vorm.personen.map((p) => (
            <li key={p.sleutel}>
              <p className="hv-mld-terug__tekst">
                <span className="hv-sterk">{naamVan(p) || t.naamloos}</span>
                {geborenZo(p)}
              </p>
              <p className="hv-klein hv-zacht">
                {[
                  woord(ROL, p.rol, taal),
                  p.relatie,
                  p.geheimAdres
                    ? ''
                    : [
                        [p.straat, p.huisnummer, p.huisletter, p.toevoeging].filter(Boolean).join(' '),
                        [p.postcode, p.woonplaats].filter(Boolean).join(' '),
                        p.land,
                      ]
                        .filter(Boolean)
                        .join(', '),
                  p.telefoon,
                  p.email,
                  p.bsn && `BSN ${p.bsn}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {p.geheimAdres ? <Merk soort="geheim">{t.geheim}</Merk> : null}
              {twijfels(p).map((x) => (
                <Veldmelding key={x.veld + x.reden} soort="let-op">
                  {x.reden}
                </Veldmelding>
              ))}
            </li>
          ))}
        </ol>
        <Gegevens
          lijst={[
            {
              naam: t.kindcheck,
              waarde: [
                woord(KINDCHECK, vorm.kindcheck, taal),
                vorm.kindcheck === 'kinderen' ? vorm.kindcheckToelichting.trim() : '',
              ]
                .filter(Boolean)
                .join('. '),
            },
            {
              naam: t.gemeente,
              waarde: vorm.gemeentecode ? woord(GEMEENTEN, vorm.gemeentecode, taal) : null,
            },
          ]}
        />
      </Deel>
      <Deel titel={kant === 'vt' ? t.melder : t.u} wijzig={t.wijzig} onWijzig={() => naar('melder.groep')}>
        <Gegevens
          lijst={[
            { naam: t.groep, waarde: woord(MELDER_GROEP, m.groep, taal) },
            { naam: t.bekend, waarde: bekendZo[m.bekend] },
            ...(m.bekend === 'anoniem_voor_gezin' && m.grond.trim()
              ? [{ naam: t.grond, waarde: m.grond }]
              : []),
            ...(m.bekend === 'anoniem'
              ? []
              : [
                  { naam: t.naam, waarde: m.naam },
                  {
                    naam: t.contact,
                    waarde: [m.telefoon, m.email]
                      .map((s) => s.trim())
                      .filter(Boolean)
                      .join(', '),
                  },
                ]),
            { naam: t.rol, waarde: m.rol.trim() || null },
            ...(m.bekend === 'anoniem'
              ? []
              : [{ naam: t.terug, waarde: vorm.terugkoppelingGewenst ? t.terugJa : t.terugNee }]),
          ]}
        />
      </Deel>
    </div>
  );
}

function Deel({
  titel,
  wijzig,
  onWijzig,
  children,
}: {
  titel: string;
  wijzig: string;
  onWijzig: () => void;
  children: ReactNode;
}) {
  return (
    <section className="hv-deel hv-stapel">
      <div className="hv-rij hv-rij--uit">
        <Kop niveau={2}>{titel}</Kop>
        <Knop klein icoon="wijzig" onClick={onWijzig}>
          {wijzig}
          <span className="hv-verborgen">: {titel}</span>
        </Knop>
      </div>
      {children}
    </section>
  );
}
