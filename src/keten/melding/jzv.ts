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

/**
 * A birth date as the police have it: also a part of one, with noughts for what is not known, or a day that does not exist. A
 * report is not refused for it.
 */
export const JZV_DATUM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

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
    u('waarneming', m.incident.omschrijving),
    // by itself: where it was may have to stay inside, what happened then need not
    u('waarneming', `Plaats van het incident: ${m.incident.locatie}`),
    u('professioneel_oordeel', m.zorgelijkeSituatie.situatieSchets),
    u('professioneel_oordeel', m.zorgelijkeSituatie.nadereOmschrijving),
    u('waarneming', `${VRAGEN[vraag] ?? vraag} ${antwoord}`),
    u('waarneming', `${m.overigeInformatie.omschrijving} (zie ${m.overigeInformatie.uRL})`),
    u('professioneel_oordeel', `Verzoek van de politie: ${m.verzoek}`),
  ];
  // the same text in two fields is one statement
  return rijen.filter((r, i) => rijen.findIndex((x) => x.tekst === r.tekst) === i);
}

/** A part of a date; the police write nought for what is not known, as the BRP does (1984-00-00). */
const deel = (cijfers: string | undefined): number | null => Number(cijfers ?? 0) || null;

/**
 * The one person of a police message. The house letter is mandatory there: a dash, a dot or a nought means none, and what is
 * no letter is an addition (`bis`).
 */
export function leesPersoon(m: JzvMelding): PersoonOpgave {
  const p = m.natuurlijkPersoon;
  const datum = p.geboorte ? JZV_DATUM.exec(p.geboorte.datum) : null;
  const bijNummer = p.adres.straatAdres.huisletter.trim();
  const letter = /^\p{L}$/u.test(bijNummer) ? bijNummer : null;
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
      jaar: deel(datum?.[1]),
      maand: deel(datum?.[2]),
      dag: deel(datum?.[3]),
    },
    geslacht: p.geslachtsaanduiding ?? null,
    straat: p.adres.straatAdres.straatnaam,
    huisnummer: String(p.adres.straatAdres.huisnummer),
    huisletter: letter,
    toevoeging: letter === null && !/^[-–.0]*$/.test(bijNummer) ? bijNummer : null,
    postcode: null,
    woonplaats: null,
    land: null,
    geheimAdres: false,
    telefoon: middelen.filter((c) => c.type !== 'Emailadres').map((c) => c.waarde),
    email: middelen.filter((c) => c.type === 'Emailadres').map((c) => c.waarde),
  };
}

export interface Berichtverschil {
  /** The way to the field, in the words of the message: `natuurlijk persoon › naam › geslachtsnaam`. */
  veld: string;
  eerder: string | null;
  nu: string | null;
  /** Says where somebody lives or can be reached. */
  plek: boolean;
}

const VERSCHILLEN = 100;

function bladen(x: unknown, pad: readonly string[], uit: Map<string, string>): Map<string, string> {
  if (x !== null && typeof x === 'object') {
    for (const [naam, waarde] of Object.entries(x))
      bladen(waarde, [...pad, Array.isArray(x) ? String(Number(naam) + 1) : naam], uit);
  } else uit.set(pad.join('.'), String(x));
  return uit;
}

/** What one message says otherwise than another, field by field, in the order of the message; a hundred at most. */
export function berichtVerschillen(eerder: unknown, nu: unknown): Berichtverschil[] {
  const oud = bladen(eerder, [], new Map());
  const nieuw = bladen(nu, [], new Map());
  return [...new Set([...oud.keys(), ...nieuw.keys()])]
    .filter((pad) => oud.get(pad) !== nieuw.get(pad))
    .slice(0, VERSCHILLEN)
    .map((pad) => ({
      veld: pad
        .split('.')
        .map((d) => d.replace(/(?<=\p{Ll})\p{Lu}/gu, (l) => ` ${l.toLowerCase()}`))
        .join(' › '),
      eerder: oud.get(pad) ?? null,
      nu: nieuw.get(pad) ?? null,
      plek: /^natuurlijkPersoon\.(adres|communicatiemiddel)|^incident\.locatie/.test(pad),
    }));
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
  const { huisnummer } = m.natuurlijkPersoon.adres.straatAdres;
  if (!Number.isInteger(huisnummer) || huisnummer < 1 || huisnummer > 99_999)
    t.push({ veld: 'natuurlijkPersoon.adres', reden: 'Het huisnummer kan niet kloppen.' });
  return t;
}

/**
 * How an answer begins that says no, or nothing. The police type it: whatever begins otherwise ("opgelegd t/m 2 december", "j", a quoted
 * yes) tells of a huisverbod, for danger does not wait for the right word.
 */
const ZEGT_NEE =
  /^[^\p{L}\p{N}]*(?:$|(?:(?:er|dat|dit|momenteel|nu|op dit moment|vooralsnog) +)*(?:(?:is|was|werd|wordt|zijn) +)*(?:nee|neen|nog +niet|niet|geen|n\.? *v\.? *t|onbekend|wee?t(?:en)? +(?:we |wij |ik )?niet)(?!\p{L}))/iu;

/** A temporary restraining order means that danger was serious and immediate (Wth art. 2): a person looks at once. */
export function noemtHuisverbod(m: JzvMelding): boolean {
  const { vraag, antwoord } = m.zorgelijkeSituatie.vraagAntwoord;
  return vraag === 'VT-002' && !ZEGT_NEE.test(antwoord);
}

/**
 * Whether a later message tells of a huisverbod that the one before it did not: none was named, or it is told in other words (one of
 * last night, where that of last month was told).
 */
export function noemtNieuwHuisverbod(eerder: JzvMelding, nu: JzvMelding): boolean {
  const antwoord = (m: JzvMelding) => m.zorgelijkeSituatie.vraagAntwoord.antwoord.trim();
  return noemtHuisverbod(nu) && !(noemtHuisverbod(eerder) && antwoord(eerder) === antwoord(nu));
}

/** The municipality named in the place of the incident; null when none, or more than one, is named. */
export function leesGemeente(locatie: string): string | null {
  const raak = GEMEENTEN.filter((g) => new RegExp(`(^|[^\\p{L}])${g.nl}($|[^\\p{L}])`, 'iu').test(locatie));
  const lang = raak.filter((g) => !raak.some((h) => h !== g && h.nl.includes(g.nl)));
  return lang.length === 1 ? (lang[0]?.code ?? null) : null;
}

/** The status that goes back for a decision after the veiligheidsbeoordeling (handbook 8). */
function uitkomstBijBesluit(besluit: string): UitkomstStatus {
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

/**
 * Statuses that end a report for the police: not taken up, not for us, no further steps, handed over, closed. The others say that
 * something still goes on.
 */
const EINDE: readonly UitkomstStatus[] = ['VT-00', 'VT-99', 'VT-01-03', 'VT-02', 'VT-03'];

/** How one report stands. */
export interface Meldingstand {
  /** What Veilig Thuis decided about this very report; null: it has not been assessed. */
  besluit: string | null;
  /** What the police have heard about it. */
  gemeld: readonly UitkomstStatus[];
}

/**
 * What the police hear, in order, when something happens in the casus that their report is in; mostly one thing or nothing. A casus
 * can hold several reports: each goes by what was decided about itself, whatever became of the others.
 * - After an end status: nothing.
 * - Decided: the status of the decision. Decided to hand over while another holds zicht already (the report was added to a family that
 *   was handed over before): there is nothing left to hand over, so also that it was.
 * - Moved into a casus that another holds: handed over, where that was decided. Other steps of Veilig Thuis go on there.
 * - Another began to hold zicht: that it was handed over (VT-02), if it has been assessed. One that has not is still Veilig Thuis's.
 * - Closed while another held zicht: also handed over. That other closed a casus that was no longer Veilig Thuis's.
 * - Closed while Veilig Thuis held zicht: closed without handover (VT-03).
 * @param houder who holds zicht after it happened, or at the closing
 */
export function uitkomstenNa(
  { besluit, gemeld }: Meldingstand,
  gebeurd: 'vastgesteld' | 'overgedragen' | 'gesloten' | 'verplaatst',
  houder: 'veilig_thuis' | 'ander',
): UitkomstStatus[] {
  const isKlaar = (s: UitkomstStatus) => EINDE.includes(s);
  if (gemeld.some(isKlaar)) return [];
  if (besluit === null) return gebeurd === 'gesloten' && houder === 'veilig_thuis' ? ['VT-03'] : [];
  const status = uitkomstBijBesluit(besluit);
  if (gebeurd === 'vastgesteld')
    return status === 'VT-01-02' && houder === 'ander' ? [status, 'VT-02'] : [status];
  if (isKlaar(status)) return [];
  if (gebeurd === 'verplaatst') return status === 'VT-01-02' && houder === 'ander' ? ['VT-02'] : [];
  if (houder === 'ander') return ['VT-02'];
  return gebeurd === 'gesloten' ? ['VT-03'] : [];
}
