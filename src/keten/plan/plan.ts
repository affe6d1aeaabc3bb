// SPDX-License-Identifier: EUPL-1.2
// Rules of the plan: how a casus moves between the five phases, and how safety figures are put in order. Pure.
import type { Keuzewaarde } from '../../kern/lijsten.ts';

/** What a check of one voorwaarde found. Standaardwaarde: no list was found in a source. */
export const CONTROLE_UITKOMST = [
  { code: 'nageleefd', nl: 'Nageleefd', en: 'Kept' },
  { code: 'deels', nl: 'Deels nageleefd', en: 'Partly kept' },
  { code: 'niet_nageleefd', nl: 'Niet nageleefd', en: 'Not kept' },
  { code: 'niet_te_zeggen', nl: 'Niet te zeggen', en: 'Cannot be said' },
] as const satisfies readonly Keuzewaarde[];
export type ControleUitkomst = (typeof CONTROLE_UITKOMST)[number]['code'];

/**
 * Why the holder of zicht looks after another organisation checked a voorwaarde: it must at least be so to be directly safe (handbook
 * 0, S:6). Null: it was kept, or nobody can say.
 */
export function waaromKijkenNaControle(uitkomst: string): string | null {
  if (uitkomst === 'niet_nageleefd') return 'Een ander zag: een voorwaarde wordt niet nageleefd';
  return uitkomst === 'deels' ? 'Een ander zag: een voorwaarde wordt maar deels nageleefd' : null;
}

/** Who gives a veiligheidscijfer: each member of the family, network and each professional, asked apart (handbook 5, [K]). */
export const SCORER_SOORT = [
  { code: 'zelf', nl: 'Zelf', en: 'Self' },
  { code: 'gezinslid', nl: 'Gezinslid', en: 'Family member' },
  { code: 'netwerk', nl: 'Iemand uit het netwerk', en: 'Someone of the network' },
  { code: 'professional', nl: 'Professional', en: 'Professional' },
] as const satisfies readonly Keuzewaarde[];

/**
 * From this age in years someone may give a figure about himself. Children are asked too, in adapted form (handbook 5, [K]); from
 * which age is in no source: bron onbekend, standaardwaarde.
 */
export const ZELF_VANAF_JAAR = 4;

/** Whether someone of this age can give a figure of his own. An unknown age keeps nobody from being heard. */
export function kanZelf(leeftijd: number | null): boolean {
  return leeftijd === null || leeftijd >= ZELF_VANAF_JAAR;
}

/** What is wrong with whom a figure is about and who gives it; null: nothing. */
export function bezwaarTegenCijfer(
  c: { persoonId: string; scorerSoort: string },
  gezin: readonly { persoonId: string; leeftijd: number | null }[],
): Veldfout | null {
  const over = gezin.find((p) => p.persoonId === c.persoonId);
  if (!over) {
    return {
      veld: 'persoonId',
      melding: 'Deze persoon hoort niet (meer) bij deze casus. Kies iemand uit het gezin.',
    };
  }
  if (c.scorerSoort === 'zelf' && !kanZelf(over.leeftijd)) {
    return {
      veld: 'scorerSoort',
      melding: `Een kind van ${over.leeftijd} jaar kan zelf nog geen cijfer geven. Kies wie het cijfer geeft.`,
    };
  }
  return null;
}

/** At which moment it was asked: "periodiek, ook bij afsluiten" [seed]. */
export const CIJFER_BIJ = [
  { code: 'start', nl: 'Bij de start', en: 'At the start' },
  { code: 'tussentijds', nl: 'Tussentijds', en: 'In between' },
  { code: 'monitoring', nl: 'Bij monitoring', en: 'At monitoring' },
  { code: 'afsluiting', nl: 'Bij afsluiten', en: 'At closing' },
] as const satisfies readonly Keuzewaarde[];

export interface Veldfout {
  veld: string;
  melding: string;
}

export interface Fasewisseling {
  /** The phase that the casus is in; null: none yet. */
  van: number | null;
  naar: number;
  /** Unsafe again after progress: back to phase 1, from wherever it was. */
  terugval: boolean;
  /** Why one further, though not every open voorwaarde was last seen as kept. */
  ondanks: string | null;
  /** Open voorwaarden that were not last seen as kept; one that was never checked counts. */
  nietNageleefd: number;
}

/**
 * What stands in the way of a move between phases.
 * - It begins in phase 1; after that one step up or down at a time.
 * - A terugval goes to phase 1 from any later phase. The plans of later phases stay open (design choice; [seed: Drenthe]: direct
 *   safety stays in view in every phase).
 * - One further asks that every open voorwaarde was last seen as kept, or a written reason why not (design choice; [seed:
 *   Drenthe]: phase 1 is direct safety). A person may go on, never in silence.
 */
export function bezwaarTegenWissel(w: Fasewisseling): Veldfout[] {
  const fout = (veld: string, melding: string) => [{ veld, melding }];
  if (w.terugval) {
    if (w.naar !== 1)
      return fout('naar', 'Bij terugval gaat de casus terug naar fase 1: eerst weer directe veiligheid.');
    if (w.van === null || w.van === 1)
      return fout('terugval', 'Terugval kan pas als de casus verder was dan fase 1.');
    return [];
  }
  if (w.van === null) return w.naar === 1 ? [] : fout('naar', 'Het begint met fase 1: directe veiligheid.');
  if (w.naar === w.van) return fout('naar', 'De casus is al in deze fase.');
  if (Math.abs(w.naar - w.van) !== 1) {
    return fout(
      'naar',
      w.naar === 1
        ? 'Terug naar fase 1 in een keer kan alleen als terugval.'
        : 'Ga per keer een fase verder of terug.',
    );
  }
  if (w.naar > w.van && w.nietNageleefd > 0 && !w.ondanks?.trim()) {
    const n = w.nietNageleefd;
    return fout(
      'ondanks',
      `${n === 1 ? 'Van 1 voorwaarde is' : `Van ${n} voorwaarden is`} niet gezien dat die wordt nageleefd. Controleer eerst, of schrijf op waarom de casus toch een fase verder gaat.`,
    );
  }
  return [];
}

/**
 * The phases that were left by going on from them, for the steps on screen. After a relapse they stay what they were: what was
 * reached in phase 3 is not undone by phase 1 coming first again.
 */
export function gedaneFasen(wissels: readonly { van: number | null; naar: number }[]): number[] {
  const gedaan = new Set<number>();
  for (const w of wissels) if (w.van !== null && w.naar > w.van) gedaan.add(w.van);
  return [...gedaan].sort((a, b) => a - b);
}

export interface Cijfer {
  id: string;
  persoonId: string;
  scorerSoort: string;
  scorer: string;
  cijfer: number;
  waarom: string;
  nodig: string | null;
  op: Date;
  bij: string;
  organisatieNaam: string;
}

/**
 * Whether a round of figures was asked: everyone directly concerned has a figure that was given since it began, by whomever. Each is
 * asked apart (handbook 5, [K]), so the figure of one says nothing about the others.
 * @param direct persons
 */
export function isRondeGevraagd(
  direct: readonly string[],
  cijfers: readonly Pick<Cijfer, 'persoonId' | 'op'>[],
  sinds: Date,
): boolean {
  return direct.every((id) => cijfers.some((c) => c.persoonId === id && c.op > sinds));
}

export interface Reeks {
  scorerSoort: string;
  scorer: string;
  /** Oldest first. */
  cijfers: Cijfer[];
  /** The last figure of this scorer is the lowest of the last figures about this person. More than one can be. */
  laagste: boolean;
}

/** Tells the scorers of one person apart; who scores for himself is one, whatever he is called. */
export const scorersleutel = (c: { scorerSoort: string; scorer: string }): string =>
  c.scorerSoort === 'zelf' ? 'zelf' : `${c.scorerSoort}\u0000${c.scorer.trim().toLowerCase()}`;

/**
 * Figures about one person as a series per scorer, the series with the lowest last figure first. Nothing is added up or
 * divided: one that is low says more than four that are high (handbook 5: never average away the lowest).
 */
export function reeksen(cijfers: readonly Cijfer[]): Reeks[] {
  const per = new Map<string, Cijfer[]>();
  for (const c of [...cijfers].sort((a, b) => a.op.getTime() - b.op.getTime() || (a.id < b.id ? -1 : 1))) {
    const wie = scorersleutel(c);
    per.set(wie, [...(per.get(wie) ?? []), c]);
  }
  const rijen = [...per.values()].map((rij) => ({ rij, laatste: rij.at(-1)?.cijfer ?? 10 }));
  const minst = Math.min(...rijen.map((r) => r.laatste));
  return rijen
    .sort((a, b) => a.laatste - b.laatste)
    .map(({ rij, laatste }) => ({
      scorerSoort: rij[0]?.scorerSoort ?? '',
      scorer: rij.at(-1)?.scorer ?? '',
      cijfers: rij,
      laagste: laatste === minst,
    }));
}
