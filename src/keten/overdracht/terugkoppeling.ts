// SPDX-License-Identifier: EUPL-1.2
// What the melder may hear (Wmo 2015 art. 4.1.1 lid 2 g, S:72; KNMG bijlage 4, S:25): that steps were taken, and no more
// than that. No name, no address, no fact about the family is ever put in by this code: it does not get them.
import { zegDagVoluit } from '../../platform/clock/zeggen.ts';

export const AAN = ['professional', 'burger', 'politie', 'anoniem', 'informant', 'niet_gewenst'] as const;
/** To whom, as far as it decides what may be said. */
export type Aan = (typeof AAN)[number];

export const MOMENTEN = ['na_beoordeling', 'na_onderzoek', 'na_overdracht'] as const;
export type Moment = (typeof MOMENTEN)[number];

export const GRONDSLAG_TERUGKOPPELING = 'Wmo 2015 art. 4.1.1 lid 2 onder g';

export interface Melderbeeld {
  kanaal: string;
  groep: string;
  rol: string | null;
  bekend: string;
  gewenst: boolean;
}

/** What kind of melder this is for the terugkoppeling. */
export function aanWie(m: Melderbeeld): Aan {
  if (m.bekend === 'anoniem') return 'anoniem';
  if (m.rol?.trim().toLowerCase() === 'informant') return 'informant';
  if (m.kanaal === 'jzv') return 'politie';
  if (!m.gewenst) return 'niet_gewenst';
  return m.groep === 'niet_beroepsmatig' ? 'burger' : 'professional';
}

/** Why there is no terugkoppeling, as it stands on record; null when there is one. */
export function waaromGeen(aan: Aan): string | null {
  switch (aan) {
    case 'anoniem':
      return 'De melder is anoniem: er is niemand aan wie u iets kunt vertellen.';
    case 'informant':
      return 'Een informant krijgt geen standaard terugkoppeling (KNMG bijlage 4).';
    case 'politie':
      return 'De politie krijgt de uitkomst via het berichtenverkeer (JZV).';
    case 'niet_gewenst':
      return 'De melder wil geen terugkoppeling.';
    case 'professional':
    case 'burger':
      return null;
  }
}

export interface Terugkoppelvraag {
  aan: 'professional' | 'burger';
  moment: Moment;
  meldingNummer: string;
  ontvangenOp: Date;
  vtNaam: string;
  /** The decision after the beoordeling in general words (see `besluitInWoorden`). */
  besluit: string | null;
  /** The organisatie that accepted; null when nobody has yet. */
  overgedragenAan: string | null;
}

/** Each decision (keten/beoordeling) as the step that was taken, and nothing about the family. */
const STAPPEN: Readonly<Record<string, string>> = {
  onderzoek: 'Veilig Thuis doet zelf verder onderzoek.',
  voorwaarden_en_vervolg: 'Veilig Thuis maakt afspraken over veiligheid en blijft betrokken.',
  rvdk_verzoek: 'Veilig Thuis heeft een andere instantie om onderzoek gevraagd.',
  overdragen: 'Veilig Thuis draagt het vervolg over aan een andere organisatie.',
  regionaal_maatwerk: 'Er komt een vervolg via de afspraken in deze regio.',
  einde_bemoeienis: 'Veilig Thuis neemt nu geen verdere stappen.',
  niet_ontvankelijk: 'Veilig Thuis neemt nu geen verdere stappen.',
  onjuist_geadresseerd:
    'De melding was voor een andere organisatie bestemd. Veilig Thuis neemt nu geen verdere stappen.',
};

/** The decision in general words; one that is not known here says the least, so that a new one can never say too much. */
export function besluitInWoorden(besluit: string | null): string {
  return STAPPEN[besluit ?? ''] ?? 'Veilig Thuis heeft besloten welke stappen nodig zijn.';
}

/**
 * The draft. To a professional: the outcome in general terms and to whom it was handed over; to a citizen: that steps were
 * taken, and nothing of what.
 */
export function stelTerugkoppelingOp(v: Terugkoppelvraag): string {
  const dag = zegDagVoluit(v.ontvangenOp);
  const begin = `U deed op ${dag} een melding bij ${v.vtNaam} (nummer ${v.meldingNummer}). Dank u wel daarvoor.`;
  const slot = 'Maakt u zich opnieuw zorgen? Bel dan 0800-2000, dag en nacht, of bij direct gevaar 112.';
  if (v.aan === 'burger') {
    return [
      begin,
      'Wij hebben uw melding bekeken en stappen gezet. Wat wij precies doen, mogen wij u niet vertellen: dat is om de mensen om wie het gaat te beschermen.',
      slot,
    ].join('\n\n');
  }
  const uitkomst = [
    v.moment === 'na_overdracht' ? null : `Wij hebben uw melding beoordeeld. ${besluitInWoorden(v.besluit)}`,
    v.overgedragenAan
      ? `Het vervolg ligt nu bij ${v.overgedragenAan}: die organisatie heeft de overdracht aanvaard.`
      : null,
  ].filter((z): z is string => z !== null);
  return [
    begin,
    uitkomst.join(' '),
    'Meer mogen wij u niet vertellen, tenzij dat nodig is voor uw eigen hulp aan het gezin.',
    slot,
  ].join('\n\n');
}
