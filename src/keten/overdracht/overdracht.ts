// SPDX-License-Identifier: EUPL-1.2
// Rules of the overdracht: a contract between two organisaties (P1, P2). It moves only when someone answers; until the
// receiver accepts, the giver holds zicht.
import type { Keuzewaarde } from '../../kern/lijsten.ts';
import { laatsteDag } from '../../platform/clock/werkdagen.ts';
import { zegDagVoluit } from '../../platform/clock/zeggen.ts';

export const STATUSSEN = ['aangeboden', 'aanvaard', 'geweigerd', 'ingetrokken', 'verlopen'] as const;
export type Status = (typeof STATUSSEN)[number];

export interface Grondslag extends Keuzewaarde {
  /** Soort of organisatie that can give on this ground; empty: every one but Veilig Thuis. */
  gever: readonly string[];
  /** Soort of organisatie that it can go to; empty: every one. */
  ontvanger: readonly string[];
  /** Where the clause was read; `niet nagetrokken` is said on screen too. */
  bron: string;
}

/**
 * The legal grounds to hand over on (handbook 9.1 and 9.2). The letters of Wmo 4.1.1 lid 2 are powers of Veilig Thuis
 * and cannot be delegated to ketenpartners (S:107), so nobody else can name them.
 */
export const GRONDSLAGEN = [
  {
    code: 'wmo_4_1_1_2_d',
    nl: 'Wmo 2015 art. 4.1.1 lid 2 onder d: instantie voor passende hulp',
    en: 'Wmo 2015 art. 4.1.1 lid 2 d: organisation for suitable help',
    gever: ['veilig_thuis'],
    ontvanger: [],
    bron: 'S:72',
  },
  {
    code: 'wmo_4_1_1_2_e',
    nl: 'Wmo 2015 art. 4.1.1 lid 2 onder e: politie of Raad voor de Kinderbescherming',
    en: 'Wmo 2015 art. 4.1.1 lid 2 e: police or child protection board',
    gever: ['veilig_thuis'],
    ontvanger: ['politie', 'raad_voor_de_kinderbescherming'],
    bron: 'S:72',
  },
  {
    code: 'wmo_5_2_6',
    nl: 'Wmo 2015 art. 5.2.6: informatie aan Veilig Thuis, ook zonder toestemming',
    en: 'Wmo 2015 art. 5.2.6: information to Veilig Thuis, without consent where needed',
    gever: [],
    ontvanger: ['veilig_thuis'],
    bron: 'S:63',
  },
  {
    code: 'wmo_5_1_1',
    nl: 'Wmo 2015 art. 5.1.1: hulp door de gemeente (niet nagetrokken)',
    en: 'Wmo 2015 art. 5.1.1: help and support by the municipality (not verified)',
    gever: [],
    ontvanger: [],
    bron: 'niet nagetrokken',
  },
  {
    code: 'toestemming',
    nl: 'AVG art. 6 lid 1 onder a: toestemming (niet nagetrokken)',
    en: 'GDPR art. 6(1)(a): consent (not verified)',
    gever: [],
    ontvanger: [],
    bron: 'niet nagetrokken',
  },
] as const satisfies readonly Grondslag[];

/** Which grounds a giver of this soort can name towards a receiver of that soort. */
export function mogelijkeGrondslagen(vanSoort: string, naarSoort: string | null): Grondslag[] {
  return (GRONDSLAGEN as readonly Grondslag[]).filter((g) => {
    const geverPast = g.gever.length === 0 ? vanSoort !== 'veilig_thuis' : g.gever.includes(vanSoort);
    return geverPast && (naarSoort === null || g.ontvanger.length === 0 || g.ontvanger.includes(naarSoort));
  });
}

/** Kind of help that is asked. StatLine 84854NED counts it; its values were not found, so these are a standaardwaarde. */
export const TYPE_HULP = [
  { code: 'regie', nl: 'Regie en coördinatie van hulp', en: 'Steering and coordination of help' },
  { code: 'gezinshulp', nl: 'Hulp aan het hele gezin', en: 'Help for the whole family' },
  { code: 'jeugdhulp', nl: 'Jeugdhulp en opvoeding', en: 'Youth care and parenting' },
  { code: 'slachtofferhulp', nl: 'Hulp voor het slachtoffer', en: 'Help for the victim' },
  { code: 'plegerhulp', nl: 'Hulp voor de (vermoedelijke) pleger', en: 'Help for the (alleged) perpetrator' },
  {
    code: 'ggz_verslaving',
    nl: 'Geestelijke gezondheidszorg of verslavingszorg',
    en: 'Mental health or addiction care',
  },
  { code: 'opvang', nl: 'Opvang', en: 'Shelter' },
  { code: 'ouderenzorg', nl: 'Zorg voor een oudere', en: 'Care for an older person' },
  { code: 'anders', nl: 'Andere hulp', en: 'Other help' },
] as const satisfies readonly Keuzewaarde[];

/** The parts that can go along, each with the ground that the giver names. */
export const DELEN = [
  { code: 'personen', nl: 'Wie het zijn', en: 'Who they are' },
  { code: 'uitspraken', nl: 'Wat er is gezegd en gezien', en: 'What was said and seen' },
  { code: 'beoordeling', nl: 'De veiligheidsbeoordeling', en: 'The safety assessment' },
  { code: 'veiligheidsvoorwaarden', nl: 'De veiligheidsvoorwaarden', en: 'The safety conditions' },
  { code: 'veiligheidscijfers', nl: 'De veiligheidscijfers', en: 'The safety figures' },
  {
    code: 'veiligheidscontroles',
    nl: 'Hoe het was bij de laatste controles',
    en: 'How it was at the last checks',
  },
] as const satisfies readonly Keuzewaarde[];
export type Deel = (typeof DELEN)[number]['code'];

/** Workers who can steer: those who may read a casus (kern/toegang). */
export const REGISSEUR_FUNCTIES = [
  'regisseur',
  'lokaal_teamleider',
  'vt_medewerker',
  'vt_gedragswetenschapper',
  'vt_teamleider',
];

/** Days that a giver can give for the answer. Standaardwaarde: no clause was found. */
export const LANGSTE_TERMIJN = 10;

/** What there is to hand over. */
export interface Stand {
  geverSoort: string;
  personenMetNaam: number;
  /** Statements about what happened that may go along: not shielded, not replaced by a correction. */
  uitspraken: number;
  /** null: this giver makes no beoordeling (a lokaal team that passes on). */
  beoordelingen: {
    vastgesteld: number;
    /** Another Veilig Thuis did, and what it wrote did not come along with whoever had the family in between. */
    elders: boolean;
    open: number;
  } | null;
  /** There is an assessment that can go along: its own, or one that came with the family. */
  metBeoordeling: boolean;
  /** The decision was to set veiligheidsvoorwaarden (V&V). */
  voorwaardenBesloten: boolean;
  voorwaarden: number;
  contactNaam: string | null;
  contactTelefoon: string | null;
  doel: string | null;
  bericht: string | null;
  /** What the giver wants to send along; null while only looking what is there. */
  delen: readonly string[] | null;
}

export interface Ontbreekt {
  /** The field of the form at which it can be mended. */
  veld: string;
  /** Plain Dutch: what is missing and where to add it. */
  zin: string;
  zinEn: string;
}

/**
 * What the minimum data set still lacks, in the order of the form; empty: it can be offered. The set is our own choice
 * (bron onbekend, standaardwaarde), but for the veiligheidsvoorwaarden: those are handed over (handbook 0, S:6).
 */
export function watOntbreekt(s: Stand): Ontbreekt[] {
  const uit: Ontbreekt[] = [];
  const mis = (veld: string, zin: string, zinEn: string) => uit.push({ veld, zin, zinEn });
  const gaatMee = (deel: Deel) => s.delen === null || s.delen.includes(deel);
  if (s.personenMetNaam === 0) {
    mis(
      'personen',
      'Er is niemand met een naam. Vul bij de casus in over wie het gaat.',
      'Nobody has a name. Add to the casus who it is about.',
    );
  } else if (!gaatMee('personen')) {
    mis(
      'delen',
      'Neem mee wie het zijn: zonder namen kan de ander niemand helpen.',
      'Include who they are: without names nobody can be helped.',
    );
  }
  if (s.uitspraken === 0) {
    mis(
      'uitspraken',
      'Er staat nergens wat er is gebeurd, of het is allemaal afgeschermd. Schrijf in een eigen uitspraak wat de ander moet weten.',
      'Nothing says what happened, or all of it is shielded. Write in a statement of your own what the other must know.',
    );
  } else if (!gaatMee('uitspraken')) {
    mis('delen', 'Neem mee wat er is gebeurd.', 'Include what happened.');
  }
  if (s.geverSoort === 'veilig_thuis' && s.beoordelingen) {
    if (s.beoordelingen.vastgesteld === 0 && !s.beoordelingen.elders) {
      mis(
        'beoordeling',
        'De veiligheidsbeoordeling is nog niet vastgesteld.',
        'The safety assessment has not been decided yet.',
      );
    } else if (s.beoordelingen.open > 0) {
      mis(
        'beoordeling',
        'Er is een melding die nog niet is beoordeeld. Beoordeel die eerst: alleen Veilig Thuis kan dat.',
        'A report has not been assessed yet. Assess it first: only Veilig Thuis can.',
      );
    } else if (s.metBeoordeling && !gaatMee('beoordeling')) {
      mis('delen', 'Neem de veiligheidsbeoordeling mee.', 'Include the safety assessment.');
    }
  }
  if (!s.metBeoordeling && s.delen?.includes('beoordeling') && !uit.some((o) => o.veld === 'beoordeling')) {
    mis(
      'delen',
      'Er is hier geen veiligheidsbeoordeling om mee te geven. Haal dat vinkje weg.',
      'There is no safety assessment here to include. Clear that tick.',
    );
  }
  if (s.voorwaardenBesloten && s.voorwaarden === 0) {
    mis(
      'veiligheidsvoorwaarden',
      'Het besluit was Voorwaarden en Vervolg, maar er staan geen veiligheidsvoorwaarden. Leg ze eerst vast.',
      'The decision was to set safety conditions, but there are none. Record them first.',
    );
  } else if ((s.voorwaardenBesloten || s.voorwaarden > 0) && !gaatMee('veiligheidsvoorwaarden')) {
    mis(
      'delen',
      'Neem de veiligheidsvoorwaarden mee: de ander maakt daarmee het veiligheidsplan.',
      'Include the safety conditions: the other makes the safety plan with them.',
    );
  }
  if (!s.contactNaam?.trim() || !s.contactTelefoon?.trim()) {
    mis(
      'contactTelefoon',
      'Vul in wie de ander bij u kan bellen, en op welk nummer.',
      'Say whom the other can call at your side, and on which number.',
    );
  }
  if (!s.doel?.trim())
    mis('doel', 'Zeg waarvoor u de casus overdraagt.', 'Say what you hand the casus over for.');
  if (!s.bericht?.trim())
    mis(
      'bericht',
      'Zeg waarom u overdraagt en wat u van de ander vraagt.',
      'Say why you hand over and what you ask of the other.',
    );
  return uit;
}

/** Who stands where in an overdracht; `houder` is who holds zicht now, null when that is not the asker's to see. */
export interface Zichtvraag {
  status: Status;
  gever: string;
  ontvanger: string;
  houder: string | null;
  /** Since when the receiver held it; null before the acceptance. */
  aanvaardOp: Date | null;
}

/** The sentence about zicht that is true at every moment of an overdracht. */
export function wieHoudtZicht(v: Zichtvraag, taal: 'nl' | 'en' = 'nl'): string {
  const nl = taal === 'nl';
  if (v.status === 'aangeboden') {
    return nl
      ? `${v.gever} houdt zicht tot ${v.ontvanger} aanvaardt`
      : `${v.gever} keeps watch until ${v.ontvanger} accepts`;
  }
  if (v.houder !== null) {
    const sinds =
      v.status === 'aanvaard' && v.houder === v.ontvanger && v.aanvaardOp
        ? nl
          ? ` sinds ${zegDagVoluit(v.aanvaardOp)}`
          : ` since ${zegDagVoluit(v.aanvaardOp, 'en')}`
        : '';
    return nl ? `${v.houder} houdt zicht${sinds}` : `${v.houder} keeps watch${sinds}`;
  }
  // what happened later is not the asker's to know; what this contract did is
  if (v.status === 'aanvaard') {
    return nl ? `Het zicht ging over naar ${v.ontvanger}` : `The watch passed to ${v.ontvanger}`;
  }
  return nl ? `Het zicht bleef bij ${v.gever}` : `The watch stayed with ${v.gever}`;
}

/**
 * What the receiver must know before it decides: there is a report that the offer does not tell. It does not stop the handover, which
 * would leave the family hanging; assessing it cannot be passed on (Wmo 2015 art. 4.1.1, S:107).
 */
export function zegNieuweMelding(
  { acuut, beoordeeld }: { acuut: boolean; beoordeeld: boolean },
  taal: 'nl' | 'en' = 'nl',
): string {
  if (taal === 'en') {
    const dan = beoordeeld
      ? 'Veilig Thuis has assessed it already. Call them to hear what is known.'
      : 'Veilig Thuis is still assessing it, also when the family passes to another.';
    return `A new report about this family came in${acuut ? ', of acute danger' : ''}. It is not in this offer. ${dan}`;
  }
  const dan = beoordeeld
    ? 'Veilig Thuis heeft haar al beoordeeld. Bel hen om te horen wat er bekend is.'
    : 'Veilig Thuis beoordeelt haar nog, ook als het gezin overgaat naar een ander.';
  return `Er is een nieuwe melding over dit gezin${acuut ? ', over acuut gevaar' : ''}. Die staat niet in dit aanbod. ${dan}`;
}

/** Why an overdracht lapsed, on record. */
export function redenVerlopen(ontvanger: string, vervaltOp: Date | null): string {
  const tot = vervaltOp ? ` (tot en met ${zegDagVoluit(laatsteDag(vervaltOp))})` : '';
  return `${ontvanger} gaf geen antwoord binnen de termijn${tot}.`;
}

/** What became of an offer, for the one who came too late. */
export function watErNuIs(status: Status, ontvanger: string): string {
  switch (status) {
    case 'aangeboden':
      return 'Deze overdracht wacht nog op antwoord.';
    case 'aanvaard':
      return `${ontvanger} heeft deze overdracht al aanvaard en houdt nu zicht.`;
    case 'geweigerd':
      return `${ontvanger} heeft deze overdracht geweigerd. Het zicht bleef bij de gever.`;
    case 'ingetrokken':
      return 'De gever heeft deze overdracht ingetrokken en houdt zelf zicht.';
    case 'verlopen':
      return 'De termijn van deze overdracht is verlopen. De gever houdt zicht en kan opnieuw aanbieden.';
  }
}
