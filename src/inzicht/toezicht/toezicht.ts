// SPDX-License-Identifier: EUPL-1.2
/**
 * What asks attention in who looked: unusual patterns, each a rule that one can read, with its facts in a sentence. No score: the
 * privacy officer asks, and says what was found. Pure.
 */
import type { Keuzewaarde } from '../../kern/lijsten.ts';

/** The thresholds. Bron onbekend, standaardwaarde: nothing prescribes them, and the screen says so. */
export const GRENZEN = {
  /** So many casussen in one hour of the clock. */
  veelPerUur: 20,
  /** So many days after closing a look is still usual. */
  dagenNaSluiting: 30,
  /** The night, in hours of the local clock. */
  nachtVan: 23,
  nachtTot: 6,
  /** Refusals on so many different things in one day. */
  weigeringenPerDag: 3,
  /** The period that is looked at, in days. */
  dagen: 30,
  langsteDagen: 92,
} as const;

/** The patterns, with what each looks at. */
export const PATRONEN = [
  {
    code: 'geen_deel',
    nl: 'De organisatie had geen deel in de casus, en er was geen noodknop of deling.',
    en: 'The organisation had no part in the case, and there was no noodknop or share.',
  },
  {
    code: 'zelfde_naam',
    nl: 'Iemand in de casus heeft dezelfde achternaam als de medewerker of diens eigen kring.',
    en: 'Someone in the case has the same family name as the worker or the own circle.',
  },
  {
    code: 'zelfde_postcode',
    nl: 'Iemand in de casus heeft dezelfde postcode als de medewerker.',
    en: 'Someone in the case has the same postcode as the worker.',
  },
  {
    code: 'veel',
    nl: `Een medewerker keek in een uur in ${GRENZEN.veelPerUur} of meer casussen.`,
    en: `A worker looked into ${GRENZEN.veelPerUur} or more cases within an hour.`,
  },
  {
    code: 'na_sluiting',
    nl: `Er werd meer dan ${GRENZEN.dagenNaSluiting} dagen na de sluiting gekeken.`,
    en: `A look came more than ${GRENZEN.dagenNaSluiting} days after closing.`,
  },
  {
    code: 'nacht',
    nl: `Er werd tussen ${GRENZEN.nachtVan}:00 en ${GRENZEN.nachtTot}:00 gekeken door wie geen nachtdienst van Veilig Thuis heeft.`,
    en: `Someone who has no night duty of Veilig Thuis looked between ${GRENZEN.nachtVan}:00 and ${GRENZEN.nachtTot}:00.`,
  },
  {
    code: 'geen_werk',
    nl: 'De medewerker deed zelf niets in de casus: geen melding, termijn of handeling.',
    en: 'The worker did nothing in the case: no report, term or act.',
  },
  {
    code: 'geen_werk_veel',
    nl: 'Hetzelfde, in meer casussen op een dag.',
    en: 'The same, in several cases on a day.',
  },
  {
    code: 'weigeringen',
    nl: `Een medewerker werd op een dag bij ${GRENZEN.weigeringenPerDag} of meer dingen geweigerd.`,
    en: `A worker was refused at ${GRENZEN.weigeringenPerDag} or more things in a day.`,
  },
] as const satisfies readonly Keuzewaarde[];
export type Patroon = (typeof PATRONEN)[number]['code'];

/** Whoever looks along with others' work, or only reads: for them a casus without own work is usual. */
const KIJKT_MEE = [
  'vt_teamleider',
  'lokaal_teamleider',
  'vt_gedragswetenschapper',
  'politie',
  'professional',
];
/** Whoever may have night duty. */
const NACHTDIENST = ['vt_medewerker', 'vt_gedragswetenschapper', 'vt_teamleider', 'politie'];
const DAG_MS = 86_400_000;

/** What the database tells about one worker and one casus. */
export interface Feiten {
  medewerkerId: string;
  functie: string;
  casusId: string;
  aantal: number;
  nood: number;
  nachtelijk: number;
  eerste: Date;
  laatste: Date;
  hadDeel: boolean;
  geslotenOp: Date | null;
  hadWerk: boolean;
  zelfdeNaam: boolean;
  zelfdePostcode: boolean;
}
export interface Drukte {
  medewerkerId: string;
  uur: Date;
  casussen: number;
}
export interface Weigering {
  medewerkerId: string;
  dag: string;
  aantal: number;
  onderwerpen: number;
  laatste: Date;
}

/** One pattern that was found, with its facts. */
export interface Signaal {
  patroon: Patroon;
  /** Kind, worker, casus and day: what is marked as seen. A look on another day is another. */
  sleutel: string;
  medewerkerId: string;
  casusId: string | null;
  op: Date;
  /** Looks, casussen or refusals, as the pattern counts. */
  aantal: number;
  /** For na_sluiting: when it was closed. */
  geslotenOp: Date | null;
}

const dag = (d: Date) => d.toISOString().slice(0, 10);

/** The patterns in one worker's looks into one casus. Looks by the noodknop are reviewed by themselves, and are no pattern here. */
export function patronenVan(f: Feiten): Signaal[] {
  if (f.aantal <= f.nood) return [];
  const uit: Patroon[] = [];
  if (!f.hadDeel && f.nood === 0) uit.push('geen_deel');
  if (f.zelfdeNaam) uit.push('zelfde_naam');
  if (f.zelfdePostcode) uit.push('zelfde_postcode');
  if (f.geslotenOp && f.laatste.getTime() > f.geslotenOp.getTime() + GRENZEN.dagenNaSluiting * DAG_MS)
    uit.push('na_sluiting');
  if (f.nachtelijk > 0 && !NACHTDIENST.includes(f.functie)) uit.push('nacht');
  // said once: who has no part has no work there either
  if (!f.hadWerk && f.hadDeel && f.nood === 0 && !KIJKT_MEE.includes(f.functie)) uit.push('geen_werk');
  return uit.map((patroon) => ({
    patroon,
    sleutel: `${patroon}:${f.medewerkerId}:${f.casusId}:${dag(f.laatste)}`,
    medewerkerId: f.medewerkerId,
    casusId: f.casusId,
    op: f.laatste,
    aantal: patroon === 'nacht' ? f.nachtelijk : f.aantal,
    geslotenOp: patroon === 'na_sluiting' ? f.geslotenOp : null,
  }));
}

/**
 * Casussen without own work, of one worker on one day, are one pattern: one question to ask, however many there were. Every other
 * pattern stays as it is.
 */
export function voegSamen(signalen: readonly Signaal[]): Signaal[] {
  const uit = new Map<string, Signaal>();
  const aantallen = new Map<string, number>();
  for (const s of signalen) {
    const samen = s.patroon === 'geen_werk' ? `geen_werk:${s.medewerkerId}:${dag(s.op)}` : s.sleutel;
    const n = (aantallen.get(samen) ?? 0) + 1;
    aantallen.set(samen, n);
    const er = uit.get(samen);
    if (!er) uit.set(samen, s);
    else
      uit.set(samen, {
        ...er,
        patroon: 'geen_werk_veel',
        sleutel: samen,
        casusId: null,
        aantal: n,
        op: er.op > s.op ? er.op : s.op,
      });
  }
  return [...uit.values()];
}

/** An hour with many casussen; null when it is not many. */
export function patroonVanDrukte(d: Drukte): Signaal | null {
  if (d.casussen < GRENZEN.veelPerUur) return null;
  return {
    patroon: 'veel',
    sleutel: `veel:${d.medewerkerId}:${d.uur.toISOString()}`,
    medewerkerId: d.medewerkerId,
    casusId: null,
    op: d.uur,
    aantal: d.casussen,
    geslotenOp: null,
  };
}

/** A day with refusals on different things; null when it may have been a slip. */
export function patroonVanWeigering(w: Weigering): Signaal | null {
  if (w.onderwerpen < GRENZEN.weigeringenPerDag) return null;
  return {
    patroon: 'weigeringen',
    sleutel: `weigeringen:${w.medewerkerId}:${w.dag}`,
    medewerkerId: w.medewerkerId,
    casusId: null,
    op: w.laatste,
    aantal: w.onderwerpen,
    geslotenOp: null,
  };
}

/** What was found, as a sentence with its facts. `casus` names the casus; `wanneer` and `gesloten` are said as people say them. */
export function zinVan(
  s: { patroon: Patroon; aantal: number },
  woorden: { wie: string; casus: string; wanneer: string; gesloten: string },
  taal: 'nl' | 'en' = 'nl',
): string {
  const { wie, casus, wanneer, gesloten } = woorden;
  const n = s.aantal;
  const nl: Record<Patroon, string> = {
    geen_deel: `${wie} keek ${keer(n)} in ${casus}, voor het laatst ${wanneer}. De organisatie had toen geen deel in die casus.`,
    zelfde_naam: `${wie} keek ${keer(n)} in ${casus}, voor het laatst ${wanneer}. Iemand daarin heeft dezelfde achternaam als de medewerker of diens kring.`,
    zelfde_postcode: `${wie} keek ${keer(n)} in ${casus}, voor het laatst ${wanneer}. Iemand daarin heeft dezelfde postcode als de medewerker.`,
    veel: `${wie} keek in ${n} casussen in het uur vanaf ${wanneer}.`,
    na_sluiting: `${wie} keek ${wanneer} in ${casus}. Die was al gesloten op ${gesloten}.`,
    nacht: `${wie} keek ${keer(n)} in de nacht in ${casus}, voor het laatst ${wanneer}.`,
    geen_werk: `${wie} keek ${keer(n)} in ${casus}, voor het laatst ${wanneer}, en deed daar zelf niets.`,
    geen_werk_veel: `${wie} keek op een dag in ${n} casussen, voor het laatst ${wanneer}, en deed daar zelf niets.`,
    weigeringen: `${wie} werd bij ${n} verschillende dingen geweigerd, voor het laatst ${wanneer}.`,
  };
  const en: Record<Patroon, string> = {
    geen_deel: `${wie} looked ${times(n)} into ${casus}, last ${wanneer}. The organisation had no part in that case then.`,
    zelfde_naam: `${wie} looked ${times(n)} into ${casus}, last ${wanneer}. Someone in it has the same family name as the worker or the own circle.`,
    zelfde_postcode: `${wie} looked ${times(n)} into ${casus}, last ${wanneer}. Someone in it has the same postcode as the worker.`,
    veel: `${wie} looked into ${n} cases in the hour from ${wanneer}.`,
    na_sluiting: `${wie} looked into ${casus} ${wanneer}. It had been closed on ${gesloten}.`,
    nacht: `${wie} looked ${times(n)} into ${casus} at night, last ${wanneer}.`,
    geen_werk: `${wie} looked ${times(n)} into ${casus}, last ${wanneer}, and did nothing there.`,
    geen_werk_veel: `${wie} looked into ${n} cases on a day, last ${wanneer}, and did nothing there.`,
    weigeringen: `${wie} was refused at ${n} different things, last ${wanneer}.`,
  };
  return (taal === 'en' ? en : nl)[s.patroon];
}

const keer = (n: number) => (n === 1 ? 'een keer' : `${n} keer`);
const times = (n: number) => (n === 1 ? 'once' : `${n} times`);
