// SPDX-License-Identifier: EUPL-1.2
import type { Duur, Einddag } from '../../platform/clock/werkdagen.ts';
import { isGeldigAantal } from '../../platform/clock/werkdagen.ts';

/**
 * Where a length comes from. `wet`: the clause states it, and its text was read (Uitvoeringsbesluit Wmo 2015 as in force on
 * 1-1-2026, Wmo 2015 as in force on 1-7-2026). `praktijk`: the field works by it and says so in public. Otherwise it is ours,
 * and the screen says so.
 */
export type Bron = 'wet' | 'praktijk' | 'bron onbekend, standaardwaarde';

export const TERMIJNSOORTEN = [
  'spoed_24u',
  'beoordeling',
  'start_onderzoek',
  'onderzoek',
  'voorwaarden_en_vervolg',
  'informeren_betrokkenen',
  'overdracht_antwoord',
  'terugkoppeling_melder',
  'monitor_3_maanden',
  'monitor_1_jaar',
  'monitor_anderhalf_jaar',
  'monitor_extra',
  'zichtcontrole',
  'tweede_paar_ogen',
  'afsluiten',
  'overdragen',
  'bericht_bekijken',
  'uitspraken_nakijken',
  'radar_vraag',
  'hermelding_terug',
  'overdracht_opnieuw',
  'overdracht_escalatie',
  'voorwaarde_controle',
  'cijfers_vragen',
  'noodknop_gezien',
  'noodknop_nakijken',
  'belang_bekijken',
  'verzegelde_melding',
] as const;

export type Soort = (typeof TERMIJNSOORTEN)[number];

/** The rule behind a kind of term. */
export interface Termijnsoort {
  readonly soort: Soort;
  /** What must have been done when the term ends; Dutch, B1. */
  readonly omschrijving: string;
  /** What sets the term off; Dutch, B1. That day itself does not count. */
  readonly begintBij: string;
  /** The clause or text that gives the term, or says that none was found. */
  readonly clausule: string;
  readonly bron: Bron;
  readonly duur: Duur;
  /** How long before the end the term asks attention. */
  readonly waarschuwVooraf: Duur;
  readonly einddag: Einddag;
  /** Whether the term may be suspended. The Wmo gives no ground to suspend its own terms. */
  readonly opschortbaar: boolean;
  /** The longest that the term may be extended by at a time, and the clause that allows it; `null`: it may not. */
  readonly verlenging: { readonly hoogstens: Duur; readonly clausule: string } | null;
  /** True when the region has set its own length, warning or end day: the screen says so. */
  readonly eigenInstelling: boolean;
}

const ONBEKEND = 'Geen clausule gevonden';

function uren(aantal: number): Duur {
  return { aantal, eenheid: 'uren' };
}
function dagen(aantal: number): Duur {
  return { aantal, eenheid: 'dagen' };
}
function werkdagen(aantal: number): Duur {
  return { aantal, eenheid: 'werkdagen' };
}
function weken(aantal: number): Duur {
  return { aantal, eenheid: 'weken' };
}
function maanden(aantal: number): Duur {
  return { aantal, eenheid: 'maanden' };
}

type Regel = Omit<Termijnsoort, 'soort' | 'eigenInstelling'>;

/** The catalogue. The marks are explained in docs/bronnen.md. */
const CATALOGUS: Readonly<Record<Soort, Regel>> = {
  // [S:16]
  spoed_24u: {
    omschrijving: 'Bij acuut gevaar: handel binnen 24 uur',
    begintBij: 'de ontvangst van de melding',
    clausule: 'Praktijk Veilig Thuis Noord- en Oost-Gelderland, tekst over de veiligheidsbeoordeling',
    bron: 'praktijk',
    duur: uren(24),
    waarschuwVooraf: uren(4),
    einddag: 'kalenderdag',
    opschortbaar: false,
    verlenging: null,
  },
  // The field says "vijf werkdagen" for the veiligheidsbeoordeling [S:18] and points to art. 4.1.7 lid 1. The text of that
  // clause says something else: five days, for the start of an onderzoek. So the five working days are practice, and the
  // clause has a row of its own below.
  beoordeling: {
    omschrijving: 'Rond de veiligheidsbeoordeling af en neem een besluit',
    begintBij: 'de ontvangst van de melding',
    clausule:
      'Werkwijze Veilig Thuis: vijf werkdagen, met verwijzing naar Uitvoeringsbesluit Wmo 2015 art. 4.1.7 lid 1 (die tekst noemt vijf dagen, voor de start van een onderzoek)',
    bron: 'praktijk',
    duur: werkdagen(5),
    waarschuwVooraf: werkdagen(1),
    einddag: 'atw',
    opschortbaar: false,
    verlenging: null,
  },
  start_onderzoek: {
    omschrijving: 'Start het onderzoek, als u hebt vastgesteld dat dat nodig is',
    begintBij: 'de ontvangst van de melding',
    clausule: 'Uitvoeringsbesluit Wmo 2015 art. 4.1.7 lid 1',
    bron: 'wet',
    duur: dagen(5),
    waarschuwVooraf: werkdagen(1),
    einddag: 'atw',
    opschortbaar: false,
    verlenging: null,
  },
  onderzoek: {
    omschrijving: 'Rond het onderzoek af en bepaal welke stappen nodig zijn',
    begintBij: 'de vaststelling dat onderzoek nodig is',
    clausule: 'Uitvoeringsbesluit Wmo 2015 art. 4.1.7 lid 2',
    bron: 'wet',
    duur: weken(10),
    waarschuwVooraf: weken(2),
    einddag: 'atw',
    opschortbaar: false,
    verlenging: null,
  },
  // [K]
  voorwaarden_en_vervolg: {
    omschrijving: 'Rond Voorwaarden en Vervolg af',
    begintBij: 'het besluit om Voorwaarden en Vervolg in te zetten',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: weken(10),
    waarschuwVooraf: weken(2),
    einddag: 'werkdag',
    opschortbaar: true,
    verlenging: null,
  },
  // Veilig Thuis tells people that it counts from the melding [S:20]; the act counts from the recording of their data.
  informeren_betrokkenen: {
    omschrijving: 'Laat de betrokkene weten dat u gegevens over hem of haar hebt vastgelegd',
    begintBij: 'de vastlegging van de gegevens van de betrokkene',
    clausule: 'Wmo 2015 art. 5.3.1 lid 1',
    bron: 'wet',
    duur: weken(4),
    waarschuwVooraf: weken(1),
    einddag: 'atw',
    opschortbaar: false,
    verlenging: { hoogstens: weken(2), clausule: 'Wmo 2015 art. 5.3.1 lid 2' },
  },
  overdracht_antwoord: {
    omschrijving: 'Antwoord op de overdracht: neem aan of weiger',
    begintBij: 'het aanbieden van de overdracht',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(5),
    waarschuwVooraf: werkdagen(1),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  // Twice: after the beoordeling and, if there was one, after the onderzoek [S:25]. How soon, nobody says.
  terugkoppeling_melder: {
    omschrijving: 'Vertel de melder welke stappen zijn gezet',
    begintBij: 'het besluit na de veiligheidsbeoordeling of na het onderzoek',
    clausule: 'Wmo 2015 art. 4.1.1 lid 2 onder g (de plicht; de wet noemt geen termijn)',
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(5),
    waarschuwVooraf: werkdagen(1),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  // The moments of monitoring are [K]; that it takes a year and a half on average is [S:17].
  monitor_3_maanden: {
    omschrijving: 'Vraag hoe het nu gaat: eerste keer',
    begintBij: 'het aannemen van de overdracht',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: maanden(3),
    waarschuwVooraf: weken(1),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  monitor_1_jaar: {
    omschrijving: 'Vraag hoe het nu gaat: na een jaar',
    begintBij: 'het aannemen van de overdracht',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: { aantal: 1, eenheid: 'jaren' },
    waarschuwVooraf: weken(2),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  monitor_anderhalf_jaar: {
    omschrijving: 'Vraag hoe het nu gaat: na anderhalf jaar',
    begintBij: 'het aannemen van de overdracht',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: maanden(18),
    waarschuwVooraf: weken(2),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  // Planned by a person for this family, on a day of their choice.
  monitor_extra: {
    omschrijving: 'Vraag hoe het nu gaat: een extra keer',
    begintBij: 'het plannen van het extra moment',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: maanden(3),
    waarschuwVooraf: werkdagen(2),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  zichtcontrole: {
    omschrijving: 'Controleer of het gezin dat wacht veilig is',
    begintBij: 'de vorige controle, of het begin van het wachten',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: weken(1),
    waarschuwVooraf: werkdagen(1),
    // Safety does not wait for Monday: a check that is due on Sunday is due on Sunday, and asks attention on Friday.
    einddag: 'kalenderdag',
    opschortbaar: false,
    verlenging: null,
  },
  // A colleague waits: it asks attention from the first moment, of everyone who may look, also before a weekend.
  tweede_paar_ogen: {
    omschrijving: 'Laat een collega meekijken met het besluit',
    begintBij: 'het voorgenomen besluit',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(1),
    waarschuwVooraf: werkdagen(1),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  // A decision to stop does not close a casus: until someone closes it, its holder still has zicht (P1).
  afsluiten: {
    omschrijving: 'Sluit de casus af, of leg uit waarom u zicht houdt',
    begintBij: 'het besluit dat er geen vervolg komt',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(5),
    waarschuwVooraf: werkdagen(1),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  // A decision to hand over hands nothing over: until someone accepts, Veilig Thuis has zicht (P2).
  overdragen: {
    omschrijving: 'Draag de casus over aan wie met het gezin verdergaat',
    begintBij: 'het besluit om over te dragen',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(5),
    waarschuwVooraf: werkdagen(1),
    einddag: 'werkdag',
    opschortbaar: true,
    verlenging: null,
  },
  bericht_bekijken: {
    omschrijving: 'Bekijk het nieuwe bericht bij deze melding',
    begintBij: 'de ontvangst van het bericht',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(1),
    waarschuwVooraf: uren(4),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  uitspraken_nakijken: {
    omschrijving: 'Kijk na wat anderen bij deze casus nog niet kunnen lezen',
    begintBij: 'het eerste dat wacht',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(1),
    waarschuwVooraf: uren(4),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  noodknop_gezien: {
    omschrijving: 'Kijk wie de noodknop gebruikte bij deze casus, en waarom',
    begintBij: 'het gebruik van de noodknop',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(2),
    waarschuwVooraf: werkdagen(1),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  noodknop_nakijken: {
    omschrijving: 'Kijk na of dit gebruik van de noodknop terecht was',
    begintBij: 'het gebruik van de noodknop',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(5),
    waarschuwVooraf: werkdagen(2),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  belang_bekijken: {
    omschrijving: 'Een collega blijft buiten deze casus: verdeel het werk, of hef het op',
    begintBij: 'de vondst dat een medewerker iets met het gezin heeft',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(1),
    waarschuwVooraf: uren(4),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  verzegelde_melding: {
    omschrijving: 'Er kwam een melding over iemand in deze verzegelde casus: kijk of zij erbij hoort',
    begintBij: 'de ontvangst van de melding',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(1),
    waarschuwVooraf: uren(4),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  radar_vraag: {
    omschrijving: 'Zeg of dit dezelfde persoon is',
    begintBij: 'de vondst door de radar',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(1),
    waarschuwVooraf: uren(4),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  hermelding_terug: {
    omschrijving: 'Pak het zicht weer op',
    begintBij: 'de nieuwe melding op een gesloten casus',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: uren(24),
    waarschuwVooraf: uren(4),
    einddag: 'kalenderdag',
    opschortbaar: false,
    verlenging: null,
  },
  overdracht_opnieuw: {
    omschrijving: 'De overdracht ging niet door: kies wat u nu doet',
    begintBij: 'de weigering, de intrekking of het verlopen van de overdracht',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(1),
    waarschuwVooraf: uren(4),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  overdracht_escalatie: {
    omschrijving: 'Er kwam geen antwoord op een overdracht: bel de andere organisatie',
    begintBij: 'het verlopen van de overdracht',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: werkdagen(1),
    waarschuwVooraf: uren(4),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  voorwaarde_controle: {
    omschrijving: 'Controleer of de veiligheidsvoorwaarde wordt nageleefd',
    begintBij: 'het stellen van de voorwaarde, of de vorige controle',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: weken(2),
    waarschuwVooraf: werkdagen(1),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
  cijfers_vragen: {
    omschrijving: 'Vraag iedereen hoe veilig het nu is',
    begintBij: 'de vorige ronde van veiligheidscijfers',
    clausule: ONBEKEND,
    bron: 'bron onbekend, standaardwaarde',
    duur: maanden(3),
    waarschuwVooraf: weken(1),
    einddag: 'werkdag',
    opschortbaar: false,
    verlenging: null,
  },
};

/** What a region may set for itself. */
export interface Termijninstelling {
  readonly duur?: Duur;
  readonly waarschuwVooraf?: Duur;
  readonly einddag?: Einddag;
}

export type Termijninstellingen = Partial<Readonly<Record<Soort, Termijninstelling>>>;

/**
 * Why a region may not set this, as a sentence for the one who sets it; `null` when it may.
 * A term of law may be made shorter, never longer, and ends as the Algemene termijnenwet says or earlier.
 */
export function bezwaarTegenInstelling(soort: Soort, instelling: Termijninstelling): string | null {
  const regel = CATALOGUS[soort];
  for (const duur of [instelling.duur, instelling.waarschuwVooraf]) {
    if (duur && !isGeldigAantal(duur.aantal)) return `Vul bij '${soort}' een heel getal van 1 of meer in.`;
  }
  if (regel.bron !== 'wet') return null;
  const { duur, einddag } = instelling;
  if (duur && duur.eenheid !== regel.duur.eenheid) {
    return `De termijn '${soort}' staat in de wet (${regel.clausule}). Geef hem op in ${regel.duur.eenheid}.`;
  }
  if (duur && duur.aantal > regel.duur.aantal) {
    return `De termijn '${soort}' staat in de wet (${regel.clausule}). Hij mag korter zijn dan ${regel.duur.aantal} ${regel.duur.eenheid}, niet langer.`;
  }
  if (einddag === 'werkdag') {
    return `De termijn '${soort}' staat in de wet (${regel.clausule}). Kies bij de einddag 'atw' of 'kalenderdag'.`;
  }
  return null;
}

/**
 * The rule for a kind of term, with what the region has set for itself.
 * @throws RangeError with a Dutch sentence when the region's setting is not allowed (`bezwaarTegenInstelling`).
 */
export function getTermijnsoort(soort: Soort, instellingen: Termijninstellingen = {}): Termijnsoort {
  const regel = CATALOGUS[soort];
  const instelling = instellingen[soort];
  if (!instelling) return { ...regel, soort, eigenInstelling: false };
  const bezwaar = bezwaarTegenInstelling(soort, instelling);
  if (bezwaar) throw new RangeError(bezwaar);
  return { ...regel, ...instelling, soort, eigenInstelling: true };
}

/** Whether a term may be extended by this much at a time. */
export function magVerlengen({ verlenging }: Termijnsoort, { aantal, eenheid }: Duur): boolean {
  if (verlenging === null || !isGeldigAantal(aantal)) return false;
  return eenheid === verlenging.hoogstens.eenheid && aantal <= verlenging.hoogstens.aantal;
}

/**
 * Terms that end because someone says that it was done: nothing else in Houvast would know. The others end by the act they
 * ask for.
 */
const MET_DE_HAND: ReadonlySet<string> = new Set<Soort>([
  'spoed_24u',
  'start_onderzoek',
  'onderzoek',
  'voorwaarden_en_vervolg',
  'informeren_betrokkenen',
  'hermelding_terug',
  'bericht_bekijken',
  'noodknop_gezien',
  'verzegelde_melding',
]);

/** What a person may do with a term by hand. */
export interface Handelbaar {
  magOpschorten: boolean;
  magHervatten: boolean;
  magVerlengen: boolean;
  magAfronden: boolean;
}

/** What its kind and its state allow; who may do it is another question. */
export function watMag(
  r: { soort: string; opgeschort_op: Date | null; vervalt_op: Date | null; afgerond_op: Date | null },
  nu: Date,
): Handelbaar {
  const soort = getTermijnsoort(r.soort as Soort);
  const open = r.afgerond_op === null;
  // what ended is not put off any more
  const loopt = open && (r.vervalt_op === null || r.vervalt_op > nu);
  return {
    magOpschorten: loopt && soort.opschortbaar && r.opgeschort_op === null,
    magHervatten: open && r.opgeschort_op !== null,
    magVerlengen: loopt && soort.verlenging !== null,
    magAfronden: open && MET_DE_HAND.has(r.soort),
  };
}
