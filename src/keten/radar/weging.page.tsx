// SPDX-License-Identifier: EUPL-1.2
// How a comparison is shown: side by side with the differences marked, the bars with their sentences, and what it would mean.
import { Staaf } from '../../web/delen/staaf.tsx';
import { getInstellingen } from '../../web/instellingen.ts';
import { getal, teksten, useTeksten } from '../../web/taal.ts';
import './radar.css';

export interface StaafUit {
  veld: string;
  niveau: string;
  bits: number;
  zin: string;
  zinEn: string;
}

export interface WegingUit {
  gewicht: number;
  kans: number;
  prior: number;
  model: string;
  staven: StaafUit[];
}

export interface VerschilUit {
  veld: string;
  gegeven: string | null;
  bekend: string | null;
  stukken: { soort: 'gelijk' | 'weg' | 'nieuw'; tekst: string }[];
}

export type BetekenisUit = 'vervolg' | 'hermelding' | 'geen' | 'getuige' | 'deze_casus';

const woorden = teksten({
  nl: {
    velden: {
      bsn: 'BSN',
      achternaam: 'Achternaam',
      voornaam: 'Voornaam',
      voornamen: 'Voornamen',
      voorletters: 'Voorletters',
      partnernaam: 'Naam van de partner',
      geboorte: 'Geboortedatum',
      geboren: 'Geboren',
      geslacht: 'Geslacht',
      adres: 'Adres',
      telefoon: 'Telefoon',
      email: 'E-mail',
      naamfrequentie: 'Hoe vaak de naam voorkomt',
      verwant: 'Familie die erop lijkt',
      huishouden: 'De anderen in deze melding',
    },
    wat: 'Wat',
    gegeven: 'In deze melding',
    bekend: 'Zoals bekend',
    onbekend: 'niet bekend',
    anders: 'anders:',
    bijschrift: 'Deze melding en wat al bekend was, naast elkaar',
    waarom: 'Waarom denkt de radar dit?',
    staven: 'Wat voor en wat tegen dezelfde persoon spreekt',
    begin: 'Uitgangspunt',
    beginZin:
      'Vóór het vergelijken is bijna iedereen in het register iemand anders. Daarom begint de telling ver onder nul.',
    samen: (kans: string) =>
      `Volgens dit model is de kans dat het dezelfde persoon is ${kans}. Dat zegt niets over gevaar.`,
    model: (v: string) => `Model ${v}.`,
    bijna: 'meer dan 99,9%',
    nauwelijks: 'minder dan 0,1%',
    vervolg: 'Als dit klopt, loopt er al een casus. De melding hoort daarbij en wordt een vervolgmelding.',
    hermelding: 'Als dit klopt, wordt dit een hermelding.',
    geen: 'Deze persoon was niet eerder bij een andere casus betrokken.',
    getuige: 'Een getuige telt niet mee voor de eerdere betrokkenheid.',
    deze_casus: 'Deze persoon staat al in de casus van deze melding.',
    nietDuidelijk: 'Wat er eerder was, laat de radar zien als duidelijk is wie dit is.',
    omdat: 'De radar koppelt dit niet zelf:',
    redenen: {
      'bsn verschilt': 'het BSN is anders',
      'bsn gelijk, de rest niet': 'het BSN is gelijk, maar de rest niet',
      'voornaam niet zeker': 'de voornaam is niet zeker dezelfde',
      'achternaam niet zeker': 'de achternaam is niet zeker dezelfde',
      'alleen naam en geboortedatum gelijk':
        'alleen naam en geboortedatum zijn gelijk, en die hebben twee mensen soms ook',
      'geboortedatum niet zeker': 'de geboortedatum is niet zeker dezelfde',
      'andere persoon bijna even sterk': 'iemand anders past bijna even goed',
    },
  },
  en: {
    velden: {
      bsn: 'BSN',
      achternaam: 'Surname',
      voornaam: 'Given name',
      voornamen: 'Given names',
      voorletters: 'Initials',
      partnernaam: 'Name of the partner',
      geboorte: 'Date of birth',
      geboren: 'Born',
      geslacht: 'Sex',
      adres: 'Address',
      telefoon: 'Phone',
      email: 'E-mail',
      naamfrequentie: 'How common the name is',
      verwant: 'Relatives who look alike',
      huishouden: 'The others in this report',
    },
    wat: 'What',
    gegeven: 'In this report',
    bekend: 'As known',
    onbekend: 'not known',
    anders: 'different:',
    bijschrift: 'This report and what was known, side by side',
    waarom: 'Why does the radar think so?',
    staven: 'What speaks for and against the same person',
    begin: 'Starting point',
    beginZin:
      'Before comparing, almost everyone in the register is someone else. So the count begins far below zero.',
    samen: (kans: string) =>
      `By this model the chance that it is the same person is ${kans}. It says nothing about danger.`,
    model: (v: string) => `Model ${v}.`,
    bijna: 'more than 99.9%',
    nauwelijks: 'less than 0.1%',
    vervolg:
      'If this is right, a casus is already running. The report belongs to it and becomes a follow-up report.',
    hermelding: 'If this is right, it becomes a repeat report (hermelding).',
    geen: 'This person was not part of another casus before.',
    getuige: 'A witness does not count for earlier involvement.',
    deze_casus: 'This person is in the casus of this report already.',
    nietDuidelijk: 'What was there before is shown once it is clear who this is.',
    omdat: 'The radar does not link this by itself:',
    redenen: {
      'bsn verschilt': 'the BSN differs',
      'bsn gelijk, de rest niet': 'the BSN is equal, but the rest is not',
      'voornaam niet zeker': 'the given name is not surely the same',
      'achternaam niet zeker': 'the surname is not surely the same',
      'alleen naam en geboortedatum gelijk':
        'only name and date of birth are equal, and two people sometimes share those',
      'geboortedatum niet zeker': 'the date of birth is not surely the same',
      'andere persoon bijna even sterk': 'someone else fits nearly as well',
    },
  },
});

/** The word for a field of the comparison. */
export function useVeldwoord(): (veld: string) => string {
  const t = useTeksten(woorden);
  return (veld) => (t.velden as Record<string, string>)[veld] ?? veld;
}

/** Two mentions side by side; what differs is marked, letter by letter, and read aloud as different. */
export function Naast({ verschillen }: { verschillen: readonly VerschilUit[] }) {
  const t = useTeksten(woorden);
  const veldwoord = useVeldwoord();
  const cel = (v: VerschilUit, kant: 'gegeven' | 'bekend') => {
    const tekst = v[kant];
    if (tekst === null) return <span className="hv-zacht">{t.onbekend}</span>;
    const anders = kant === 'gegeven' ? 'weg' : 'nieuw';
    if (!v.stukken.some((s) => s.soort !== 'gelijk')) return tekst;
    return (
      <>
        <span className="hv-verborgen">
          {t.anders} {tekst}
        </span>
        <span aria-hidden="true">
          {v.stukken
            .filter((s) => s.soort === 'gelijk' || s.soort === anders)
            .map((s, i) =>
              s.soort === 'gelijk' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one word have no identity but their place
                <span key={i}>{s.tekst}</span>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one word have no identity but their place
                <mark key={i} className="hv-radar__anders">
                  {s.tekst}
                </mark>
              ),
            )}
        </span>
      </>
    );
  };
  return (
    <table className="hv-radar__naast">
      <caption className="hv-verborgen">{t.bijschrift}</caption>
      <thead>
        <tr>
          <th scope="col">{t.wat}</th>
          <th scope="col">{t.gegeven}</th>
          <th scope="col">{t.bekend}</th>
        </tr>
      </thead>
      <tbody>
        {verschillen.map((v) => (
          <tr key={v.veld}>
            <th scope="row">{veldwoord(v.veld)}</th>
            <td className="hv-getal">{cel(v, 'gegeven')}</td>
            <td className="hv-getal">{cel(v, 'bekend')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function kansTekst(kans: number, t: { bijna: string; nauwelijks: string }): string {
  if (kans > 0.999) return t.bijna;
  if (kans < 0.001) return t.nauwelijks;
  return getal(kans, { style: 'percent', maximumFractionDigits: kans > 0.99 || kans < 0.01 ? 1 : 0 });
}

/** The bars, from the starting point to the sum, each with its sentence; as a table too. */
export function Weging({ weging, open }: { weging: WegingUit; open?: boolean | undefined }) {
  const t = useTeksten(woorden);
  const veldwoord = useVeldwoord();
  const engels = getInstellingen().taal === 'en';
  return (
    <details className="hv-radar__meer" open={open ?? false}>
      <summary>{t.waarom}</summary>
      <Staaf
        bijschrift={t.staven}
        delen={[
          { id: '_begin', label: t.begin, gewicht: weging.prior, zin: t.beginZin },
          ...weging.staven.map((s) => ({
            id: `${s.veld}.${s.niveau}`,
            label: veldwoord(s.veld),
            gewicht: s.bits,
            // the label says which field; the sentence says the rest
            zin: engels ? s.zinEn : s.zin,
          })),
        ]}
        totaal={{ gewicht: weging.gewicht, zin: t.samen(kansTekst(weging.kans, t)) }}
      />
      <p className="nl-paragraph hv-fijn hv-zacht">{t.model(weging.model)}</p>
    </details>
  );
}

/** What it would mean for this melding; null while it is not clear that this is the one. */
export function Betekenis({ betekenis }: { betekenis: BetekenisUit | null }) {
  const t = useTeksten(woorden);
  return (
    <p className={`nl-paragraph${betekenis ? ' hv-sterk' : ' hv-zacht'}`}>
      {t[betekenis ?? 'nietDuidelijk']}
    </p>
  );
}

/** Why the radar asks, although so much is equal that it might have linked by itself; nothing where it is simply unsure. */
export function Vraagredenen({ redenen }: { redenen: readonly string[] }) {
  const t = useTeksten(woorden);
  if (redenen.length === 0) return null;
  const woord = (r: string) => (t.redenen as Record<string, string>)[r] ?? r;
  return (
    <p className="nl-paragraph">
      {t.omdat} {redenen.map(woord).join('; ')}.
    </p>
  );
}
