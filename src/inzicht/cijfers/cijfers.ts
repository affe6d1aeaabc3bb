// SPDX-License-Identifier: EUPL-1.2
// Figures that fall out of the work: what each one counts, from which source, and how numbers are put together. Pure.
import {
  beginVanDag,
  type Datum,
  dagnummer,
  dagVan,
  datumVan,
  eindeVanDag,
  jaarVan,
  weekdag,
} from '../../platform/clock/dagen.ts';

/** The figures of a team, in the order of the page. Each has a list behind it with as many lines as it counts. */
export const FIGUREN = ['in', 'open', 'op_tijd', 'wachten', 'overgedragen', 'aangekregen'] as const;
export type Figuur = (typeof FIGUREN)[number];

export interface Uitleg {
  nl: string;
  en: string;
  /** Where the definition or the norm comes from. */
  bron: string;
}

const EIGEN = 'Eigen definitie van Houvast; geen landelijke definitie gevonden';

/** What a figure counts, in words, for Veilig Thuis (`vt`) and for the others. */
const UITLEG: Record<Figuur, { vt: Uitleg; ander: Uitleg }> = {
  in: {
    vt: {
      nl: 'Meldingen die in deze periode zijn ontvangen, naar de dag van ontvangst. Ook meldingen die later zijn ingetrokken.',
      en: 'Reports received in this period, by the day of receipt. Also those that were withdrawn later.',
      bron: 'CBS, Informatieprotocol: start is de dag van ontvangst (handboek 3.3, 1.1)',
    },
    ander: {
      nl: 'Overdrachten die u in deze periode aannam, naar de dag van aannemen.',
      en: 'Handovers that you accepted in this period, by the day of acceptance.',
      bron: EIGEN,
    },
  },
  open: {
    vt: {
      nl: 'Casussen waar u nu zicht op houdt.',
      en: 'Casussen that you keep watch over now.',
      bron: EIGEN,
    },
    ander: {
      nl: 'Casussen waar u nu zicht op houdt.',
      en: 'Casussen that you keep watch over now.',
      bron: EIGEN,
    },
  },
  op_tijd: {
    vt: {
      nl: 'Veiligheidsbeoordelingen die in deze periode zijn vastgesteld: welk deel binnen vijf werkdagen na ontvangst. Wat nog open staat telt niet mee; hoeveel daarvan te laat is staat ernaast.',
      en: 'Safety assessments decided in this period: which part within five working days of receipt. What is still open does not count; how many of those are late stands beside it.',
      bron: 'Streefcijfer 90% (2018): Landelijk Netwerk Veilig Thuis (S:13); vijf werkdagen: werkwijze Veilig Thuis (S:18)',
    },
    ander: {
      nl: 'Overdrachten die u in deze periode beantwoordde of liet verlopen: welk deel binnen de termijn. De termijn is onze keuze: een vaste termijn is niet bekend.',
      en: 'Handovers that you answered or let lapse in this period: which part within the term. The term is a default: source unknown.',
      bron: EIGEN,
    },
  },
  wachten: {
    vt: {
      nl: 'Gezinnen die nu wachten: op een besluit na een melding, op antwoord op een overdracht, tot er na het besluit iets begint, of tot er weer iemand kijkt omdat een termijn voorbij is. Een gezin telt één keer, vanaf de dag dat het wachten begon; dagen zijn kalenderdagen.',
      en: 'Families that wait now: for a decision after a report, for the answer to a handover, until something begins after the decision, or until someone looks again because a term has passed. A family counts once, from the day on which the waiting began; days are calendar days.',
      bron: EIGEN,
    },
    ander: {
      nl: 'Gezinnen die nu wachten: op antwoord op een overdracht, van u of aan u, tot er een plan begint, of tot er weer iemand kijkt omdat een termijn voorbij is. Dagen zijn kalenderdagen.',
      en: 'Families that wait now: for the answer to a handover, from you or to you, until a plan begins, or until someone looks again because a term has passed. Days are calendar days.',
      bron: EIGEN,
    },
  },
  overgedragen: {
    vt: {
      nl: 'Overdrachten die u in deze periode aanbood, met wat ervan werd. Tijd tot aannemen: werkdagen na de dag van aanbieden; de middelste waarde.',
      en: 'Handovers that you offered in this period, with what became of them. Time to acceptance: working days after the day of offering; the median.',
      bron: EIGEN,
    },
    ander: {
      nl: 'Overdrachten die u in deze periode aanbood, met wat ervan werd. Tijd tot aannemen: werkdagen na de dag van aanbieden; de middelste waarde.',
      en: 'Handovers that you offered in this period, with what became of them. Time to acceptance: working days after the day of offering; the median.',
      bron: EIGEN,
    },
  },
  aangekregen: {
    vt: {
      nl: 'Overdrachten die u in deze periode kreeg aangeboden, met wat ervan werd.',
      en: 'Handovers that were offered to you in this period, with what became of them.',
      bron: EIGEN,
    },
    ander: {
      nl: 'Overdrachten die u in deze periode kreeg aangeboden, met wat ervan werd.',
      en: 'Handovers that were offered to you in this period, with what became of them.',
      bron: EIGEN,
    },
  },
};

/** What a figure counts, for this kind of organisation. */
export function uitlegVan(figuur: Figuur, organisatieSoort: string): Uitleg {
  return UITLEG[figuur][organisatieSoort === 'veilig_thuis' ? 'vt' : 'ander'];
}

/** What each count of the region counts, in words: what regio_tellingen (0004_keten.sql) does. */
export const REGIO_UITLEG: Readonly<Record<string, Uitleg>> = {
  meldingen: {
    nl: 'Meldingen die in dit half jaar zijn ontvangen, naar de dag van ontvangst. Zonder meldingen die zijn ingetrokken.',
    en: 'Reports received in this half year, by the day of receipt. Without those that were withdrawn.',
    bron: 'CBS, Informatieprotocol: start is de dag van ontvangst (handboek 3.3, 1.1)',
  },
  meldingen_gemeente: {
    nl: 'Dezelfde meldingen, naar de gemeente die bij de beoordeling is vastgesteld, en anders zoals gemeld.',
    en: 'The same reports, by the municipality that the assessment names, and otherwise as reported.',
    bron: EIGEN,
  },
  meldingen_melder: {
    nl: 'Dezelfde meldingen, naar wat voor melder het is.',
    en: 'The same reports, by what kind of reporter it is.',
    bron: 'CBS StatLine 84848NED (S:39)',
  },
  meldingen_aard: {
    nl: 'Dezelfde meldingen, naar de aard van het geweld die bij de beoordeling is vastgesteld, en anders zoals gemeld. Een melding met meer dan één aard telt bij elke aard mee: samen is dit meer dan het totaal.',
    en: 'The same reports, by the kind of violence that the assessment names, and otherwise as reported. A report of more than one kind counts with each: together this is more than the total.',
    bron: EIGEN,
  },
  beoordelingen: {
    nl: 'Veiligheidsbeoordelingen die in dit half jaar zijn vastgesteld, en hoeveel daarvan binnen vijf werkdagen na ontvangst.',
    en: 'Safety assessments decided in this half year, and how many of those within five working days of receipt.',
    bron: 'Vijf werkdagen: Uitvoeringsbesluit Wmo 2015, art. 4.1.7',
  },
  besluiten: {
    nl: 'Dezelfde beoordelingen, naar het besluit dat is genomen.',
    en: 'The same assessments, by the decision that was taken.',
    bron: EIGEN,
  },
  overdrachten: {
    nl: 'Overdrachten die in dit half jaar zijn aangeboden, en wat er nu van is geworden.',
    en: 'Handovers offered in this half year, and what has become of them by now.',
    bron: EIGEN,
  },
  monitoring: {
    nl: 'Keren dat in dit half jaar is gevraagd hoe het gaat, naar wat er toen werd gevonden. Een gezin telt zo vaak als het is gevraagd.',
    en: 'Times that someone asked how it is in this half year, by what was found. A family counts as often as it was asked.',
    bron: EIGEN,
  },
  casussen: {
    nl: 'Casussen die nu open zijn: bij elk houdt een organisatie zicht. Dit is een stand van nu, geen telling over het half jaar.',
    en: 'Casussen that are open now: an organisation watches each. This is how it stands now, not a count over the half year.',
    bron: EIGEN,
  },
};

/** What is counted as it stands now says nothing about a half year that has ended. */
export function isVanNu(figuur: string): boolean {
  return figuur === 'casussen';
}

/** The share of beoordelingen within the term that the sector aimed for in 2018 [S:13]: no law. */
export const STREEF_OP_TIJD = 90;

export interface Periode {
  /** First day. */
  van: Datum;
  /** Last day. */
  tot: Datum;
  /** The begin of the first day. */
  vanafOp: Date;
  /** The end of the last day, exclusive. */
  totOp: Date;
}

/** Longer than this is for the yearly report. In days. */
export const LANGSTE_PERIODE = 731;
const WEKEN = 13;

function periode(van: number, tot: number): Periode {
  return { van: datumVan(van), tot: datumVan(tot), vanafOp: beginVanDag(van), totOp: eindeVanDag(tot) };
}

/**
 * The period that was asked; without it the last thirteen weeks, this week included.
 * @throws RangeError with a Dutch sentence when it ends before it begins, or is too long
 */
export function leesPeriode(nu: Date, van: Datum | undefined, tot: Datum | undefined): Periode {
  const vandaag = dagVan(nu);
  const laatste = tot === undefined ? vandaag : dagnummer(tot);
  const eerste = van === undefined ? laatste - weekdag(laatste) - 7 * (WEKEN - 1) : dagnummer(van);
  if (eerste > laatste) throw new RangeError('Kies een begin dat niet na het einde ligt.');
  if (laatste - eerste >= LANGSTE_PERIODE) throw new RangeError('Kies een periode van hoogstens twee jaar.');
  return periode(eerste, laatste);
}

/** The Mondays of the weeks that a period touches. */
export function wekenVan(p: Periode): Datum[] {
  const uit: Datum[] = [];
  for (let d = dagnummer(p.van) - weekdag(dagnummer(p.van)); d <= dagnummer(p.tot); d += 7)
    uit.push(datumVan(d));
  return uit;
}

/** What all rows together count, column by column: with the rows that are shown it makes the whole. */
export function samengeteld<K extends string>(
  rijen: readonly Readonly<Record<K, number>>[],
  kolommen: readonly K[],
): Record<K, number> {
  return Object.fromEntries(kolommen.map((k) => [k, rijen.reduce((n, r) => n + r[k], 0)])) as Record<
    K,
    number
  >;
}

/** The middle value; of an even number the mean of the two in the middle. Null of none. */
export function mediaan(getallen: readonly number[]): number | null {
  if (getallen.length === 0) return null;
  const op = [...getallen].sort((a, b) => a - b);
  const midden = Math.floor(op.length / 2);
  const hoog = op[midden] ?? 0;
  return op.length % 2 === 1 ? hoog : ((op[midden - 1] ?? 0) + hoog) / 2;
}

/** A part of a whole in whole percents; null of nothing. 100 only when it is all, 0 only when it is none. */
export function procent(deel: number, geheel: number): number | null {
  if (geheel === 0) return null;
  const p = Math.round((deel / geheel) * 100);
  if (deel < geheel && p === 100) return 99;
  return deel > 0 && p === 0 ? 1 : p;
}

/** Whole local days that someone has waited. */
export function wachtdagen(sinds: Date, nu: Date): number {
  return Math.max(0, dagVan(nu) - dagVan(sinds));
}

// ── CSV ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One field: quoted where needed, and never a formula when a spreadsheet opens it. */
export function csvVeld(waarde: string | number | null): string {
  if (waarde === null) return '';
  if (typeof waarde === 'number') return String(waarde).replace('.', ',');
  const veilig = /^[=+\-@\t\r]/.test(waarde) ? `'${waarde}` : waarde;
  return /[";\n\r]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig;
}

/** Lines of a Dutch spreadsheet: semicolons, CRLF. */
export function csv(regels: readonly (readonly (string | number | null)[])[]): string {
  return `${regels.map((r) => r.map(csvVeld).join(';')).join('\r\n')}\r\n`;
}

// ── Region ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Fewer than this is not shown (handbook 3.1: the smallest value published by CBS is 10; the limit is our choice). */
export const ONDERGRENS = 10;
/** Rounded to this (CBS, S:8). */
export const AFRONDING = 5;

/**
 * A half year, as CBS counts (S:42): '2026-1' is January up to and including June. Whole halves only: two periods that differ
 * by a day would tell what the rounding hides.
 */
export function leesHalfjaar(
  nu: Date,
  halfjaar: string | undefined,
): Periode & { halfjaar: string; voorlopig: boolean } {
  const dag = dagVan(nu);
  const jaar = halfjaar ? Number(halfjaar.slice(0, 4)) : jaarVan(dag);
  const helft = halfjaar ? Number(halfjaar.slice(5)) : dag < dagnummer(`${jaar}-07-01`) ? 1 : 2;
  const van = dagnummer(helft === 1 ? `${jaar}-01-01` : `${jaar}-07-01`);
  const tot = dagnummer(helft === 1 ? `${jaar}-06-30` : `${jaar}-12-31`);
  return { ...periode(van, tot), halfjaar: `${jaar}-${helft}`, voorlopig: dag <= tot };
}

export interface Deel {
  code: string;
  /** Null: fewer than 10, or hidden because the others and the total would tell it. */
  aantal: number | null;
}

/**
 * Every code of a list, in its order, whether something was counted or not: a row that appears would tell that there is one now.
 * What was counted beside the list comes after it.
 */
export function vulAan(lijst: readonly string[], delen: readonly Deel[]): Deel[] {
  return [
    ...lijst.map((code) => delen.find((d) => d.code === code) ?? { code, aantal: null }),
    ...delen.filter((d) => !lijst.includes(d.code)),
  ];
}

/**
 * When one part is hidden and all the others are shown, the total tells it: then the smallest of the others is hidden too.
 * Of the same size: the first by code. The part 'totaal' is the whole itself.
 */
export function verbergTweede(delen: readonly Deel[]): Deel[] {
  const stukken = delen.filter((d) => d.code !== 'totaal');
  if (stukken.filter((d) => d.aantal === null).length !== 1) return [...delen];
  const [kleinste] = stukken
    .filter((d) => d.aantal !== null)
    .sort((a, b) => (a.aantal ?? 0) - (b.aantal ?? 0) || a.code.localeCompare(b.code));
  return delen.map((d) => (d === kleinste ? { ...d, aantal: null } : d));
}
