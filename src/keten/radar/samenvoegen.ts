// SPDX-License-Identifier: EUPL-1.2
/**
 * When two casussen turn out to be about the same people they become one (handbook 0, Casus: S:8). The newer goes into the
 * older, so that what was a running casus on receipt stays one; and everything that moves is on record, so that it can be
 * put back exactly (P6).
 */
import type { Termijnstand } from '../../kern/termijn/termijn.store.ts';
import type { Duur } from '../../platform/clock/werkdagen.ts';

export interface Kant {
  id: string;
  nummer: string;
  status: 'open' | 'gesloten';
  geopendOp: Date;
  samengevoegdIn: string | null;
  /** Who holds zicht; null when closed. */
  houderId: string | null;
  houder: string | null;
}

export interface Bezwaar {
  status: 400 | 409;
  soort: string;
  titel: string;
  detail: string;
}

const NIETS = 'Er is niets gewijzigd.';

/**
 * Why these two cannot become one, as a problem for the one who asks; null when they can.
 * @param gemeen number of persons believed to be in both
 */
export function bezwaarTegenSamenvoegen(
  bron: Kant,
  doel: Kant,
  wie: { organisatieId: string },
  gemeen: number,
  openAanbod: boolean,
): Bezwaar | null {
  const nee = (status: 400 | 409, soort: string, titel: string, detail: string): Bezwaar => ({
    status,
    soort,
    titel,
    detail: `${detail} ${NIETS}`,
  });
  if (bron.id === doel.id)
    return nee(400, 'zelfde-casus', 'Dit is twee keer dezelfde casus', 'Kies een andere casus.');
  if (bron.status !== 'open') {
    return nee(
      409,
      'al-gesloten',
      'Deze casus is al gesloten',
      'Alleen een casus die loopt kan opgaan in een andere.',
    );
  }
  if (doel.samengevoegdIn !== null) {
    return nee(
      409,
      'al-samengevoegd',
      'De andere casus is zelf al samengevoegd',
      'Kies de casus waar zij in opging.',
    );
  }
  if (bron.houderId !== wie.organisatieId) {
    return nee(
      409,
      'andere-houder',
      `${bron.houder ?? 'Een andere organisatie'} houdt zicht op deze casus`,
      'Alleen wie zicht houdt kan een casus laten opgaan in een andere (P1).',
    );
  }
  if (openAanbod) {
    return nee(
      409,
      'open-overdracht',
      'Deze casus wordt net overgedragen',
      'Trek de overdracht eerst in of wacht op het antwoord.',
    );
  }
  if (gemeen === 0) {
    return nee(
      409,
      'niemand-gemeen',
      'Deze casussen hebben niemand gemeen',
      'Zeg eerst bij de radar dat iemand dezelfde persoon is.',
    );
  }
  if (bron.geopendOp < doel.geopendOp) {
    return nee(
      409,
      'verkeerde-kant',
      'Deze casus is ouder dan de andere',
      `Laat de nieuwste opgaan in de oudste: voeg ${doel.nummer} bij ${bron.nummer}.`,
    );
  }
  return null;
}

/**
 * What goes along, table by table. What says how the source casus itself went stays with it: its zicht, its phases, its
 * overdrachten (a contract does not change), its closings and its acts.
 */
export const VERHUIST = [
  'melding',
  'bijlage',
  'uitspraak',
  'wederhoor',
  'casus_persoon',
  'beoordeling',
  'terugkoppeling',
  'veiligheidscontrole',
  'voorwaarde',
  'voorwaarde_controle',
  'afspraak',
  'veiligheidscijfer',
  'monitormoment',
] as const;
export type Verhuist = (typeof VERHUIST)[number];

/** A `Termijnstand` with its moments as text, as it is kept. */
export interface BewaardeTermijnstand {
  id: string;
  acuut: boolean;
  waarom: string;
  begintOp: string;
  duur: Duur;
  waarschuwtOp: string | null;
  vervaltOp: string | null;
  gewaarschuwdOp: string | null;
  verstrekenOp: string | null;
}

export function naarBewaard(t: Termijnstand): BewaardeTermijnstand {
  return {
    ...t,
    begintOp: t.begintOp.toISOString(),
    waarschuwtOp: t.waarschuwtOp?.toISOString() ?? null,
    vervaltOp: t.vervaltOp?.toISOString() ?? null,
    gewaarschuwdOp: t.gewaarschuwdOp?.toISOString() ?? null,
    verstrekenOp: t.verstrekenOp?.toISOString() ?? null,
  };
}

export function uitBewaard(t: BewaardeTermijnstand): Termijnstand {
  const moment = (op: string | null) => (op === null ? null : new Date(op));
  return {
    ...t,
    begintOp: new Date(t.begintOp),
    waarschuwtOp: moment(t.waarschuwtOp),
    vervaltOp: moment(t.vervaltOp),
    gewaarschuwdOp: moment(t.gewaarschuwdOp),
    verstrekenOp: moment(t.verstrekenOp),
  };
}

/** What a samenvoeging did, as ids: kept with it, and all that undoing needs. */
export interface Verplaatst {
  rijen: Record<Verhuist, string[]>;
  /** Terms that moved, with what they are about or because the other casus goes on with them. */
  termijnen: string[];
  /** Of those: what became another organisation's, and whose name was on it. */
  doorgegeven: { id: string; medewerkerId: string | null }[];
  /** Open terms of the source that ended by this: running again after undoing. */
  gestopt: string[];
  /** Open terms of the target before: what runs on after a closing is not ended by undoing. */
  vooraf: string[];
  /** The terms of the target that bring its holder back, where this began one (`voor` is null) or brought one nearer. */
  standen: { voor: BewaardeTermijnstand | null; na: BewaardeTermijnstand }[];
  /** Parts in the target that were given or prolonged: as they were before, or null when there was none. */
  betrokkenheid: { organisatieId: string; was: { grond: string; tot: string | null } | null }[];
  /** The target as it was. */
  doel: {
    status: 'open' | 'gesloten';
    geslotenOp: string | null;
    sluitreden: string | null;
    acuut: boolean;
    regisseurId: string | null;
  };
  /** Who holds the target since. */
  houderId: string;
}

/** Whether a term stands as it was kept: that its warning or its end has passed since is no change of it. */
export function isOngewijzigd(nu: Termijnstand, toen: BewaardeTermijnstand): boolean {
  const { acuut, waarom, begintOp, duur, vervaltOp } = naarBewaard(nu);
  return (
    acuut === toen.acuut &&
    waarom === toen.waarom &&
    begintOp === toen.begintOp &&
    duur.aantal === toen.duur.aantal &&
    duur.eenheid === toen.duur.eenheid &&
    vervaltOp === toen.vervaltOp
  );
}
