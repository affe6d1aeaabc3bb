// SPDX-License-Identifier: EUPL-1.2
// Rules of monitoring: when someone asks how it is, what follows from the answer, and when a casus may close. Pure.
import type { Keuzewaarde } from '../../kern/lijsten.ts';
import type { Soort } from '../../kern/termijn/termijnsoorten.ts';
import { zegDagVoluit } from '../../platform/clock/zeggen.ts';
import { scorersleutel } from '../plan/plan.ts';

/**
 * The moments at which Veilig Thuis asks how it is, counted from the acceptance of an overdracht. That monitoring takes a
 * year and a half on average is [S:17]; the grid itself is [K]: bron onbekend, standaardwaarde. The lengths stand in the
 * catalogue of terms, where a region can set its own.
 */
export const MONITORGRID = [
  'monitor_3_maanden',
  'monitor_1_jaar',
  'monitor_anderhalf_jaar',
] as const satisfies readonly Soort[];

/** The grid, and a moment that a person planned for one family. */
export const MONITORSOORTEN = [
  { code: 'monitor_3_maanden', nl: 'Na 3 maanden', en: 'After 3 months' },
  { code: 'monitor_1_jaar', nl: 'Na 1 jaar', en: 'After 1 year' },
  { code: 'monitor_anderhalf_jaar', nl: 'Na anderhalf jaar', en: 'After a year and a half' },
  { code: 'monitor_extra', nl: 'Extra moment', en: 'Extra moment' },
] as const satisfies readonly (Keuzewaarde & { code: Soort })[];
export type Monitorsoort = (typeof MONITORSOORTEN)[number]['code'];

/**
 * From when a moment can be carried out; null: at once. A moment of the grid asks how it is after so long, so it is asked from the day
 * that its term warns on (our choice: bron onbekend, standaardwaarde). Three answers of one day would say nothing about a year and a
 * half [S:17]. A moment that a person planned for one family is asked when that person finds it right.
 */
export function uitvoerenVanaf(m: { soort: Monitorsoort; waarschuwtOp: Date | null }): Date | null {
  return m.soort === 'monitor_extra' ? null : m.waarschuwtOp;
}

/** What was found. Standaardwaarde: the values of the Informatieprotocol were not found (handbook 3.3, [?]). */
export const MONITOR_UITKOMSTEN = [
  { code: 'veilig', nl: 'Veilig', en: 'Safe' },
  { code: 'deels_veilig', nl: 'Deels veilig', en: 'Partly safe' },
  { code: 'onveilig', nl: 'Onveilig', en: 'Unsafe' },
  { code: 'niet_bereikt', nl: 'Niemand bereikt', en: 'Nobody reached' },
] as const satisfies readonly Keuzewaarde[];
export type MonitorUitkomst = (typeof MONITOR_UITKOMSTEN)[number]['code'];

/** Nobody was reached: asked again after so many days. Bron onbekend, standaardwaarde. */
export const OPNIEUW_NA_DAGEN = 7;

/** The latest that an extra moment may be planned, in days from now. Standaardwaarde: two years. */
export const EXTRA_HOOGSTENS_DAGEN = 730;

export interface Vervolg {
  /** The holder of zicht looks within one werkdag: what monitoring finds, the one who watches must know. */
  houderKijkt: boolean;
  /** Someone asks again soon. */
  opnieuw: boolean;
}

/**
 * What follows from an answer. Not (wholly) safe: the holder looks. Nobody reached: asked again, and the second time in a row
 * the holder looks too, because silence is not safety. Our choice: bron onbekend, standaardwaarde.
 * @param vorige the answer before this one; null: this is the first
 */
export function vervolgNa(uitkomst: MonitorUitkomst, vorige: MonitorUitkomst | null): Vervolg {
  if (uitkomst === 'niet_bereikt') return { houderKijkt: vorige === 'niet_bereikt', opnieuw: true };
  return { houderKijkt: uitkomst !== 'veilig', opnieuw: false };
}

/** Why the holder is asked to look: one line for the worklist, without names. */
export function waaromKijken(uitkomst: MonitorUitkomst): string {
  if (uitkomst === 'niet_bereikt') return 'Monitoring: twee keer niemand bereikt';
  return uitkomst === 'onveilig' ? 'Monitoring: het is niet veilig' : 'Monitoring: het is maar deels veilig';
}

// ── Closing ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A last figure is one of at most so many days ago. Bron onbekend, standaardwaarde. */
export const LAATSTE_CIJFER_DAGEN = 30;

/**
 * A last figure below this one asks why a casus closes all the same. From which figure on it is safe stands in no source (handbook 5, [?]):
 * bron onbekend, standaardwaarde.
 */
export const VEILIG_VANAF_CIJFER = 6;

/** A figure as far as it tells how safe someone is now, by whom. */
export interface Laatste {
  persoonId: string;
  scorerSoort: string;
  scorer: string;
  cijfer: number;
}

/**
 * The last figures that are low, the lowest first: one per scorer about a person. Nothing is averaged (handbook 5: never average away
 * the lowest): a low figure counts until the same scorer gives another.
 * @param eerder the newest first
 * @param nu those that are given now; of two by the same scorer the lowest counts
 */
export function lageCijfers<C extends Laatste>(eerder: readonly C[], nu: readonly C[] = []): C[] {
  const laatste = new Map<string, C>();
  for (const c of [...[...nu].sort((a, b) => a.cijfer - b.cijfer), ...eerder]) {
    const wie = `${c.persoonId} ${scorersleutel(c)}`;
    if (!laatste.has(wie)) laatste.set(wie, c);
  }
  return [...laatste.values()]
    .filter((c) => c.cijfer < VEILIG_VANAF_CIJFER)
    .sort((a, b) => a.cijfer - b.cijfer);
}

/** Work that must be done or decided before a casus can close: it would otherwise end unseen. */
export const EERST_AF = [
  'spoed_24u',
  'beoordeling',
  'tweede_paar_ogen',
  'start_onderzoek',
  'onderzoek',
  'voorwaarden_en_vervolg',
  'bericht_bekijken',
  'uitspraken_nakijken',
] as const satisfies readonly Soort[];

/** How a casus stands, as far as closing asks. */
export interface Sluitstand {
  /** An offer that waits for an answer, and to whom it was made. */
  openAanbodAan: string | null;
  /** What still runs of `EERST_AF`, with who owns it. */
  loopt: readonly { soort: string; omschrijving: string; eigenaarNaam: string }[];
  /** Each directbetrokkene, with whether a last figure was given at closing. */
  directbetrokkenen: readonly { persoonId: string; heeftCijfer: boolean }[];
  /** Open voorwaarden of which the last look did not say that it is kept. */
  nietNageleefd: number;
  /** Other organisations that have moments planned: whom someone still watches does not close unseen. */
  anderenMonitoren: readonly Monitoraar[];
  /** Whose last look (check or monitoring) did not say that it is safe: one does not look away what another found. */
  nietVeilig: readonly NietVeilig[];
  /** `lageCijfers` of who is in the casus, with what comes with the closing itself. */
  lageCijfers: readonly Laatste[];
}

/** An organisation that goes on asking how it is. */
export interface Monitoraar {
  organisatieNaam: string;
  /** Where it can be called, as it says itself. */
  contact: string | null;
  /** The last day of its next moment, `jjjj-mm-dd`. */
  eerstvolgende: string;
}

/** The last look of one organisation, when that was not safe. */
export interface NietVeilig {
  organisatieNaam: string;
  op: Date;
  uitkomst: string;
}

export interface Afsluiting {
  reden: string;
  toelichting: string;
  /** Who gave no figure, and why. */
  zonderCijfer: readonly { persoonId: string; reden: string }[];
  /** Persons of whom a figure comes with this very act. */
  metCijfer: readonly string[];
  /** Why it closes though a voorwaarde is not kept, the last look was not 'safe', or a last figure is low. */
  ondanks: string | null;
}

export interface Bezwaar {
  veld: string;
  zin: string;
  zinEn: string;
}

/**
 * What stops closing whatever is written: someone must act first. Empty: nothing does. Who monitors a family must have let go
 * of it, or hold it: monitoring goes on for a year and a half [S:17], and would otherwise end with a closing that it never saw.
 */
export function watSluitenTegenhoudt(
  s: Pick<Sluitstand, 'openAanbodAan' | 'loopt' | 'anderenMonitoren'>,
): Bezwaar[] {
  const uit: Bezwaar[] = [];
  if (s.openAanbodAan !== null) {
    uit.push({
      veld: 'overdracht',
      zin: `Er staat een overdracht open aan ${s.openAanbodAan}. Wacht op het antwoord, of trek haar in.`,
      zinEn: `A handover to ${s.openAanbodAan} is open. Wait for the answer, or take it back.`,
    });
  }
  for (const t of s.loopt) {
    uit.push({
      veld: 'termijnen',
      zin: `${t.eigenaarNaam} is nog niet klaar: ${t.omschrijving.charAt(0).toLowerCase()}${t.omschrijving.slice(1)}.`,
      zinEn: `${t.eigenaarNaam} is not done yet (in Dutch: ${t.omschrijving}).`,
    });
  }
  for (const m of s.anderenMonitoren) {
    const waar = m.contact ? ` (${m.contact})` : '';
    uit.push({
      veld: 'monitoring',
      zin: `${m.organisatieNaam} monitort dit gezin nog, uiterlijk ${zegDagVoluit(m.eerstvolgende)} weer. Bel hen${waar}: zij beëindigen het monitoren, of nemen het zicht van u over.`,
      zinEn: `${m.organisatieNaam} still monitors this family, next by ${zegDagVoluit(m.eerstvolgende, 'en')}. Call them${waar}: they end the monitoring, or take over the watch from you.`,
    });
  }
  return uit;
}

/** Whether closing needs a written reason why it happens all the same. */
export function vraagtOndanks(s: {
  nietNageleefd: number;
  nietVeilig: readonly unknown[];
  lageCijfers: readonly unknown[];
}): boolean {
  return s.nietNageleefd > 0 || s.nietVeilig.length > 0 || s.lageCijfers.length > 0;
}

/** What stands in the way of closing in silence, the first thing first. */
function zegOndanks(s: Pick<Sluitstand, 'nietNageleefd' | 'nietVeilig' | 'lageCijfers'>): [string, string] {
  const [vond] = s.nietVeilig;
  if (s.nietNageleefd > 0)
    return [
      'Niet elke veiligheidsvoorwaarde is het laatst als nageleefd gezien.',
      'Not every safety condition was last seen as kept.',
    ];
  if (vond)
    return [
      `De laatste keer dat ${vond.organisatieNaam} keek, stond niet vast dat het veilig is.`,
      `The last time that ${vond.organisatieNaam} looked, it was not certain that it is safe.`,
    ];
  const laagste = s.lageCijfers[0]?.cijfer ?? 0;
  return [`Het laagste laatste cijfer is een ${laagste}.`, `The lowest last figure is ${laagste}.`];
}

/**
 * What still stands in the way of closing, in the order of the page; empty: it may close. Everyone is asked for a last figure
 * ([seed]: "veiligheidscijfers, ook bij afsluiten"); who gave none is named with the reason. A voorwaarde that is not kept,
 * a last look that was not safe, and a low last figure ask a written reason: a person may close, never in silence (our choice).
 */
export function bezwaarTegenSluiten(s: Sluitstand, a: Afsluiting): Bezwaar[] {
  const uit = watSluitenTegenhoudt(s);
  const leeg = (t: string | null | undefined) => !t?.trim();
  if (leeg(a.toelichting)) {
    uit.push({
      veld: 'toelichting',
      zin: 'Schrijf waarom de casus kan sluiten.',
      zinEn: 'Write why the casus can close.',
    });
  }
  for (const p of s.directbetrokkenen) {
    const reden = a.zonderCijfer.find((z) => z.persoonId === p.persoonId)?.reden;
    if (p.heeftCijfer || a.metCijfer.includes(p.persoonId) || !leeg(reden)) continue;
    uit.push({
      veld: `zonderCijfer.${p.persoonId}`,
      zin: 'Vraag een laatste veiligheidscijfer, of schrijf waarom het er niet is.',
      zinEn: 'Ask for a last safety figure, or write why there is none.',
    });
  }
  if (vraagtOndanks(s) && leeg(a.ondanks)) {
    const [zin, zinEn] = zegOndanks(s);
    uit.push({
      veld: 'ondanks',
      zin: `${zin} Schrijf waarom u toch sluit.`,
      zinEn: `${zinEn} Write why you close all the same.`,
    });
  }
  return uit;
}
