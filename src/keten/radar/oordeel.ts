// SPDX-License-Identifier: EUPL-1.2
/**
 * From weights to a verdict: `zelfde` (may be linked without asking, reversibly), `vraag` (a person looks), `niets`.
 * All thresholds are settings (bron onbekend, standaardwaarde); the screen says so.
 */
import type { Score, Staaf } from './score.ts';
import { VELDEN } from './vergelijking.ts';

export type Oordeel = 'zelfde' | 'vraag' | 'niets';

export interface Drempels {
  /** Bits from which a link may be made without asking: 10 bits = about 0.999. */
  readonly zelfde: number;
  /** Bits from which a person is asked: 0 bits = as likely as not. */
  readonly vraag: number;
  /** Bits that the best candidate must be ahead of the next person, or else a person is asked. */
  readonly afstand: number;
}

/** Bron onbekend, standaardwaarde. */
export const DREMPELS: Drempels = { zelfde: 10, vraag: -3, afstand: 5 };

/** Why a strong weight still becomes a question. */
export const WAARBORGEN = [
  'bsn verschilt',
  'bsn gelijk, de rest niet',
  'voornaam niet zeker',
  'achternaam niet zeker',
  'alleen naam en geboortedatum gelijk',
  'geboortedatum niet zeker',
  'andere persoon bijna even sterk',
] as const;
export type Waarborg = (typeof WAARBORGEN)[number];

const VOORNAAM_ZEKER: readonly string[] = ['gelijk', 'roepnaam'];
const ACHTERNAAM_ZEKER: readonly string[] = ['gelijk', 'bijna', 'deel'];
const GEBOORTE_ZEKER: readonly string[] = ['gelijk'];
const GEBOORTE_MET_BSN: readonly string[] = ['gelijk', 'slip', 'wissel', 'delen', 'onvolledig', 'onbekend'];

/**
 * What must hold before a machine may link, whatever the weight. Twins share everything but the given name, father and
 * son everything but the birth date, and a parent's BSN gets written on a child's line: each of these asks a person.
 */
export function waarborgen(score: Pick<Score, 'niveaus'>): Waarborg[] {
  const n = score.niveaus;
  const uit: Waarborg[] = [];
  if (n.bsn === 'anders') uit.push('bsn verschilt');
  if (n.bsn === 'gelijk') {
    const voornaamBotst = n.voornaam === 'anders' || n.voornaam === 'letter' || n.voornaam === 'lijkt';
    // an initial and no date is as much the mother's as the child's
    const tekort = !VOORNAAM_ZEKER.includes(n.voornaam) && n.voornaam !== 'bijna' && n.geboorte !== 'gelijk';
    if (voornaamBotst || tekort || n.geslacht === 'anders' || !GEBOORTE_MET_BSN.includes(n.geboorte))
      uit.push('bsn gelijk, de rest niet');
    return uit;
  }
  if (!VOORNAAM_ZEKER.includes(n.voornaam)) uit.push('voornaam niet zeker');
  if (!ACHTERNAAM_ZEKER.includes(n.achternaam)) uit.push('achternaam niet zeker');
  if (!GEBOORTE_ZEKER.includes(n.geboorte)) uit.push('geboortedatum niet zeker');
  // In a country of a million reports two people share a common name and a birth date: something else must agree too.
  const nogIets =
    n.adres === 'gelijk' || n.adres === 'bijna' || n.telefoon === 'gelijk' || n.email === 'gelijk';
  if (!nogIets) uit.push('alleen naam en geboortedatum gelijk');
  return uit;
}

/**
 * Why this is asked although it weighs enough to be joined; empty when it does not weigh enough: then that is why.
 * @param staven the bars as they were kept; a field that has none was not known
 * @param anderen weights (bits) of the other persons that it may be
 */
export function vraagredenen(
  gewicht: number,
  staven: readonly Staaf[],
  anderen: readonly number[],
  drempels: Drempels = DREMPELS,
): Waarborg[] {
  if (gewicht < drempels.zelfde) return [];
  const per = new Map<string, string>(staven.map((s) => [s.veld, s.niveau]));
  const niveaus = Object.fromEntries(VELDEN.map((v) => [v, per.get(v) ?? 'onbekend'])) as Score['niveaus'];
  const uit = waarborgen({ niveaus });
  if (anderen.some((g) => gewicht - g < drempels.afstand)) uit.push('andere persoon bijna even sterk');
  return uit;
}

const GEBOORTE_BOTST: readonly string[] = ['generatie', 'anders', 'nabij', 'jaar'];

/**
 * Whether the BSN of a mention stands with someone who is clearly not this person: a person said so, or the rest speaks against it.
 * While it may still be one person there is a question and no doubt about the number.
 * @param oordeel the answer as it stands; `gewicht` and `staven` as they were kept with the question
 */
export function bsnBijAnder(oordeel: string, gewicht: number, staven: readonly Staaf[]): boolean {
  const op = (veld: Staaf['veld']) => staven.find((s) => s.veld === veld)?.niveau;
  if (op('bsn') !== 'gelijk' || oordeel === 'zelfde' || oordeel === 'zelf_gekoppeld') return false;
  return (
    oordeel === 'niet_dezelfde' ||
    gewicht < DREMPELS.vraag ||
    (op('voornaam') === 'anders' && GEBOORTE_BOTST.includes(op('geboorte') ?? ''))
  );
}

/** The verdict on one pair by itself, without looking at other candidates. */
export function oordeelNaam(score: Score, drempels: Drempels = DREMPELS): Oordeel {
  // a BSN is of one person: when it stands with another too, of one of them it is wrong, and only a person can say of whom
  if (score.gewicht < drempels.vraag) return score.niveaus.bsn === 'gelijk' ? 'vraag' : 'niets';
  if (score.gewicht < drempels.zelfde || waarborgen(score).length > 0) return 'vraag';
  return 'zelfde';
}

export interface Kandidaat {
  /** The person that the candidate mention belongs to; two mentions of one person do not compete. */
  readonly persoonId: string;
  readonly score: Score;
}

export interface Beoordeeld<K extends Kandidaat> {
  readonly kandidaat: K;
  readonly oordeel: Oordeel;
  readonly waarborgen: readonly Waarborg[];
}

/**
 * The verdict on all candidates of one mention, strongest first, behind those with the same BSN. At most one person is `zelfde`, and only when it is
 * clearly ahead of every other person.
 */
export function beoordeel<K extends Kandidaat>(
  kandidaten: readonly K[],
  drempels: Drempels = DREMPELS,
): Beoordeeld<K>[] {
  const op = [...kandidaten].sort(
    (x, y) =>
      y.score.gewicht - x.score.gewicht ||
      (x.persoonId < y.persoonId ? -1 : x.persoonId > y.persoonId ? 1 : 0),
  );
  const beste = op[0];
  const tweede = beste === undefined ? undefined : op.find((k) => k.persoonId !== beste.persoonId);
  const afstand =
    beste === undefined || tweede === undefined
      ? Number.POSITIVE_INFINITY
      : beste.score.gewicht - tweede.score.gewicht;
  const oordelen = op.map((kandidaat) => {
    const w = waarborgen(kandidaat.score);
    let oordeel = oordeelNaam(kandidaat.score, drempels);
    if (oordeel === 'zelfde' && (kandidaat.persoonId !== beste?.persoonId || afstand < drempels.afstand)) {
      oordeel = 'vraag';
      w.push('andere persoon bijna even sterk');
    }
    return { kandidaat, oordeel, waarborgen: w };
  });
  // a shared BSN is asked about however little else agrees, so it may not fall off the end of a list
  const bsn = (b: Beoordeeld<K>) => (b.kandidaat.score.niveaus.bsn === 'gelijk' ? 0 : 1);
  return oordelen.sort((x, y) => bsn(x) - bsn(y));
}
