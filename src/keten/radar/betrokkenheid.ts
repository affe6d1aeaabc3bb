// SPDX-License-Identifier: EUPL-1.2
/**
 * First melding, hermelding or vervolgmelding: computed from the persons, never ticked by hand. The groups and labels
 * are those of CBS StatLine 85361NED (handbook §3.4): group 1 = none of the directbetrokkenen seen before; group 2
 * (hermelding) = at least one was directbetrokkene in an older, then already closed casus; group 3 (vervolgmelding) =
 * the melding was added, on receipt, to a casus already running. No look-back of one or five years is part of it.
 */

/** Moments are ISO 8601 in UTC (`2026-11-21T14:02:00.000Z`) or all in one other fixed form: they are compared as text. */
export type Moment = string;

export type Stadium = 'tijdens veiligheidsbeoordeling' | 'na veiligheidsbeoordeling' | 'tijdens monitoring';

export interface EerdereBetrokkenheid {
  readonly casusId: string;
  /** Only directbetrokkenen count: who was melder, adviesvrager or informant was not "seen before". */
  readonly directbetrokkene: boolean;
  readonly geopend: Moment;
  readonly gesloten: Moment | null;
}

export interface GekoppeldePersoon {
  readonly persoonId: string;
  readonly eerder: readonly EerdereBetrokkenheid[];
}

export interface LopendeCasus {
  readonly casusId: string;
  readonly geopend: Moment;
  readonly gesloten: Moment | null;
  /** Where that casus stood at the moment of receipt; null when not recorded. */
  readonly stadium: Stadium | null;
}

export interface BetrokkenheidInvoer {
  /** When this melding was received. */
  readonly ontvangen: Moment;
  /** The directbetrokkenen of this melding, each with what their confirmed links tell. Unlinked: empty `eerder`. */
  readonly directbetrokkenen: readonly GekoppeldePersoon[];
  /** The casus that the melding was added to on receipt; null when it opened one of its own. */
  readonly toegevoegdAan: LopendeCasus | null;
  /** Candidates that nobody has confirmed or rejected yet: the outcome is then provisional. */
  readonly openVragen?: number;
}

/**
 * Exact labels of the publication. Its short text does not say what "meerdere" counts; here it is the number of
 * directbetrokkenen of this melding that were in an older, closed casus (reading of the label, bron onbekend).
 */
export type EerdereBetrokkenheidSoort =
  | 'eerste melding'
  | 'hermelding, meerdere bekend'
  | 'hermelding, één bekend'
  | `vervolgmelding ${Stadium}`
  | 'niet ingedeeld';

export interface Betrokkenheid {
  readonly soort: EerdereBetrokkenheidSoort;
  /** Persons that make it a hermelding or were known in another way, in the order given. */
  readonly bekend: readonly string[];
  /** True while open questions about who is who can still change the outcome. */
  readonly voorlopig: boolean;
  /** Plain Dutch, without names. */
  readonly uitleg: string;
}

function wasDicht(casus: { gesloten: Moment | null }, op: Moment): boolean {
  return casus.gesloten !== null && casus.gesloten <= op;
}

function aantal(n: number, een: string, meer: string): string {
  return n === 1 ? `één ${een}` : `${n} ${meer}`;
}

/** Computes the group of one melding at the moment of receipt. Later facts do not change it; better links do. */
export function bepaalBetrokkenheid(invoer: BetrokkenheidInvoer): Betrokkenheid {
  const { ontvangen, toegevoegdAan } = invoer;
  const voorlopig = (invoer.openVragen ?? 0) > 0;
  // Several rows may be about one person; a person counts once.
  const personen = new Map<string, EerdereBetrokkenheid[]>();
  for (const p of invoer.directbetrokkenen) {
    const ouder = p.eerder.filter((e) => e.directbetrokkene && e.geopend < ontvangen);
    personen.set(p.persoonId, [...(personen.get(p.persoonId) ?? []), ...ouder]);
  }
  const inGesloten = [...personen]
    .filter(([, eerder]) => eerder.some((e) => wasDicht(e, ontvangen)))
    .map(([id]) => id);
  const inLopende = [...personen]
    .filter(([, eerder]) => eerder.some((e) => !wasDicht(e, ontvangen)))
    .map(([id]) => id);
  const uit = (
    soort: EerdereBetrokkenheidSoort,
    bekend: readonly string[],
    uitleg: string,
  ): Betrokkenheid => ({
    soort,
    bekend,
    voorlopig,
    uitleg: voorlopig ? `${uitleg} Nog niet zeker: er staan vragen open over wie wie is.` : uitleg,
  });

  if (toegevoegdAan !== null && toegevoegdAan.geopend < ontvangen && !wasDicht(toegevoegdAan, ontvangen)) {
    const bekend = [...new Set([...inGesloten, ...inLopende])];
    if (toegevoegdAan.stadium === null) {
      return uit(
        'niet ingedeeld',
        bekend,
        'De melding hoort bij een casus die al liep, maar niet is vastgelegd in welk stadium die casus toen was.',
      );
    }
    return uit(
      `vervolgmelding ${toegevoegdAan.stadium}`,
      bekend,
      `De melding is bij ontvangst toegevoegd aan een casus die al liep (${toegevoegdAan.stadium}).`,
    );
  }
  if (personen.size === 0) {
    return uit(
      'niet ingedeeld',
      [],
      'Er is geen directbetrokkene bekend, dus eerdere betrokkenheid is niet te bepalen.',
    );
  }
  if (inGesloten.length > 0) {
    const wie = aantal(inGesloten.length, 'directbetrokkene was', 'directbetrokkenen waren');
    return uit(
      inGesloten.length === 1 ? 'hermelding, één bekend' : 'hermelding, meerdere bekend',
      inGesloten,
      // "Eén": a capital E carries no accent there
      `${wie.replace(/^é/, 'E')} eerder betrokken bij een casus die bij ontvangst al gesloten was.`,
    );
  }
  if (inLopende.length > 0) {
    return uit(
      'niet ingedeeld',
      inLopende,
      `Er loopt al een casus met ${aantal(inLopende.length, 'van de directbetrokkenen', 'van de directbetrokkenen')}, maar de melding is daar niet aan toegevoegd. Voeg de melding toe aan die casus of leg vast waarom niet.`,
    );
  }
  return uit('eerste melding', [], 'Geen van de directbetrokkenen was eerder bij een casus betrokken.');
}
