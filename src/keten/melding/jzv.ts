// SPDX-License-Identifier: EUPL-1.2
// JZV Meldingen 1.0 (VNG Realisatie, EUPL-1.2): what a police report says, in our own terms. The message itself is kept
// as it came; this is how it is read. Weak spots of the message (handbook 8): one person, no roles, house letter mandatory.
import { GEMEENTEN } from '../../kern/lijsten.ts';
import type { Twijfel } from '../../kern/persoon/persoon.ts';
import type { PersoonOpgave } from './melding.store.ts';

export const UITKOMST_STATUS = [
  'VT-00',
  'VT-01-01',
  'VT-01-02',
  'VT-01-03',
  'VT-01-04',
  'VT-02',
  'VT-03',
  'VT-99',
] as const;
export type UitkomstStatus = (typeof UITKOMST_STATUS)[number];

export interface JzvMelding {
  registratienummer: string;
  incident: {
    datumTijd: string;
    locatie: string;
    omschrijving: string;
    periodeVanTot: { datumTijdBegin: string; datumTijdEinde: string };
  };
  natuurlijkPersoon: {
    adres: {
      soortAdres: string;
      straatAdres: { straatnaam: string; huisnummer: number; huisletter: string };
    };
    burgerservicenummer: string;
    naam: {
      geslachtsnaam: string;
      voorletters1?: string;
      voornamen?: string;
      voorvoegselGeslachtsnaam?: string;
    };
    geboorte?: { datum: string };
    geslachtsaanduiding?: string;
    communicatiemiddel?: { type: string; waarde: string }[];
  };
  overigeInformatie: { omschrijving: string; uRL: string };
  zorgelijkeSituatie: {
    nadereOmschrijving: string;
    situatieSchets: string;
    vraagAntwoord: { vraag: string; antwoord: string };
  };
  soort: 'NAZ' | 'VT' | 'ZVH';
  datumTijd: string;
  verzoek: string;
  terugkoppelingGewenst: boolean;
}

const VRAGEN: Record<string, string> = {
  'VT-001': 'Is er al hulpverlening?',
  'VT-002': 'Is er een tijdelijk huisverbod?',
};

interface GelezenUitspraak {
  soort: string;
  tekst: string;
  bron: string;
  gebeurdOp: string | null;
  afgeschermd: boolean;
}

/** What a police message tells, statement by statement, facts apart from judgements, each with its source. */
export function leesUitspraken(m: JzvMelding): GelezenUitspraak[] {
  const op = m.incident.datumTijd;
  const u = (soort: string, tekst: string): GelezenUitspraak => ({
    soort,
    tekst,
    bron: 'Politie',
    gebeurdOp: op,
    afgeschermd: false,
  });
  const { vraag, antwoord } = m.zorgelijkeSituatie.vraagAntwoord;
  const rijen = [
    u('waarneming', `${m.incident.omschrijving} (plaats: ${m.incident.locatie})`),
    u('professioneel_oordeel', m.zorgelijkeSituatie.situatieSchets),
    u('professioneel_oordeel', m.zorgelijkeSituatie.nadereOmschrijving),
    u('waarneming', `${VRAGEN[vraag] ?? vraag} ${antwoord}`),
    u('waarneming', `${m.overigeInformatie.omschrijving} (zie ${m.overigeInformatie.uRL})`),
    u('professioneel_oordeel', `Verzoek van de politie: ${m.verzoek}`),
  ];
  // the same text in two fields is one statement
  return rijen.filter((r, i) => rijen.findIndex((x) => x.tekst === r.tekst) === i);
}

/** The one person of a police message. The house letter is mandatory there: a dash, a dot or a nought means none. */
export function leesPersoon(m: JzvMelding): PersoonOpgave {
  const p = m.natuurlijkPersoon;
  const datum = p.geboorte ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(p.geboorte.datum) : null;
  const letter = /^[a-zA-Z]$/.test(p.adres.straatAdres.huisletter) ? p.adres.straatAdres.huisletter : null;
  const middelen = p.communicatiemiddel ?? [];
  return {
    // the message does not say who did what
    rol: 'onbekend',
    relatie: null,
    bsn: p.burgerservicenummer,
    voornamen: p.naam.voornamen?.trim() || null,
    voorletters: p.naam.voorletters1?.trim() || null,
    tussenvoegsel: p.naam.voorvoegselGeslachtsnaam?.trim() || null,
    achternaam: p.naam.geslachtsnaam.trim() || null,
    partnerTussenvoegsel: null,
    partnerAchternaam: null,
    geboorte: {
      jaar: datum ? Number(datum[1]) : null,
      maand: datum ? Number(datum[2]) : null,
      dag: datum ? Number(datum[3]) : null,
    },
    geslacht: p.geslachtsaanduiding ?? null,
    straat: p.adres.straatAdres.straatnaam,
    huisnummer: String(p.adres.straatAdres.huisnummer),
    huisletter: letter,
    toevoeging: null,
    postcode: null,
    woonplaats: null,
    land: null,
    geheimAdres: false,
    telefoon: middelen.filter((c) => c.type !== 'Emailadres').map((c) => c.waarde),
    email: middelen.filter((c) => c.type === 'Emailadres').map((c) => c.waarde),
  };
}

/** What is doubtful about the message itself. Kept, marked, never corrected. */
export function leesTwijfels(m: JzvMelding, ontvangen: Date): Twijfel[] {
  const t: Twijfel[] = [];
  if (m.soort !== 'VT') {
    const doel = m.soort === 'NAZ' ? 'niet-acute zorg' : 'het Zorg- en Veiligheidshuis';
    t.push({
      veld: 'soort',
      reden: `De politie stuurde dit bericht als bedoeld voor ${doel} (${m.soort}). Hoort het bij ons?`,
    });
  }
  const moment = (s: string) => new Date(s).getTime();
  if (moment(m.incident.datumTijd) > ontvangen.getTime())
    t.push({ veld: 'incident.datumTijd', reden: 'Het incident zou in de toekomst liggen.' });
  if (moment(m.datumTijd) > ontvangen.getTime() + 300_000)
    t.push({ veld: 'datumTijd', reden: 'Het bericht zou in de toekomst zijn gemaakt.' });
  if (moment(m.incident.periodeVanTot.datumTijdEinde) < moment(m.incident.periodeVanTot.datumTijdBegin)) {
    t.push({ veld: 'incident.periodeVanTot', reden: 'De periode eindigt voordat zij begint.' });
  }
  const geboren = m.natuurlijkPersoon.geboorte?.datum;
  if (geboren && moment(geboren) > moment(m.incident.datumTijd)) {
    t.push({
      veld: 'natuurlijkPersoon.geboorte.datum',
      reden: 'Deze persoon zou na het incident geboren zijn.',
    });
  }
  return t;
}

/** A temporary restraining order means that danger was serious and immediate (Wth art. 2): a person looks at once. */
export function noemtHuisverbod(m: JzvMelding): boolean {
  const { vraag, antwoord } = m.zorgelijkeSituatie.vraagAntwoord;
  return vraag === 'VT-002' && /^\s*ja\b/i.test(antwoord);
}

/** The municipality named in the place of the incident; null when none, or more than one, is named. */
export function leesGemeente(locatie: string): string | null {
  const raak = GEMEENTEN.filter((g) => new RegExp(`(^|[^\\p{L}])${g.nl}($|[^\\p{L}])`, 'iu').test(locatie));
  const lang = raak.filter((g) => !raak.some((h) => h !== g && h.nl.includes(g.nl)));
  return lang.length === 1 ? (lang[0]?.code ?? null) : null;
}

/** The status that goes back for a decision after the veiligheidsbeoordeling (handbook 8). */
export function uitkomstBijBesluit(besluit: string): UitkomstStatus {
  switch (besluit) {
    case 'onderzoek':
    case 'rvdk_verzoek':
    case 'voorwaarden_en_vervolg':
      return 'VT-01-01';
    case 'overdragen':
      return 'VT-01-02';
    case 'regionaal_maatwerk':
      return 'VT-01-04';
    case 'niet_ontvankelijk':
      return 'VT-00';
    case 'onjuist_geadresseerd':
      return 'VT-99';
    default:
      return 'VT-01-03';
  }
}
