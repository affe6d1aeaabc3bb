// SPDX-License-Identifier: EUPL-1.2
// Rules of the veiligheidsbeoordeling (handbook 1.2 and 2). They ask and remind; they never weigh: no score is computed
// (docs/besluiten/2026-11-21-geen-score.md). Which answer is right is for the two people who sign.
import type { Keuzewaarde } from '../../kern/lijsten.ts';
import type { Soort } from '../../kern/termijn/termijnsoorten.ts';

export const ANTWOORDEN = [
  { code: 'ja', nl: 'Ja', en: 'Yes' },
  { code: 'nee', nl: 'Nee', en: 'No' },
  { code: 'onbekend', nl: 'Weet ik niet', en: 'I do not know' },
] as const satisfies readonly Keuzewaarde[];

/** The outcomes that the police and justice message knows (handbook 8; S:1). */
export type UitkomstCode = 'VT-00' | 'VT-01-01' | 'VT-01-02' | 'VT-01-03' | 'VT-01-04' | 'VT-99';

interface Besluitregel extends Keuzewaarde {
  /** What it means for the family and for us, in one sentence. */
  zin: string;
  zinEn: string;
  uitkomst: UitkomstCode;
  /** The follow-up has its own terms. */
  termijnen: readonly Soort[];
  /** Veilig Thuis stops: the casus still has a holder until someone closes it. */
  stopt: boolean;
}

/** The decisions after a veiligheidsbeoordeling (handbook 1.2: S:9, S:18, S:38; the outcomes of S:1). */
export const BESLUITEN = [
  {
    code: 'onderzoek',
    nl: 'Onderzoek door Veilig Thuis',
    en: 'Investigation by Veilig Thuis',
    zin: 'Wij onderzoeken zelf of er geweld of mishandeling is: dat is nog niet duidelijk, of het gezin werkt niet mee.',
    zinEn:
      'We investigate ourselves whether there is violence or abuse: it is not yet clear, or the family does not cooperate.',
    uitkomst: 'VT-01-01',
    termijnen: ['start_onderzoek', 'onderzoek'],
    stopt: false,
  },
  {
    code: 'voorwaarden_en_vervolg',
    nl: 'Voorwaarden en Vervolg',
    en: 'Conditions and Follow-up',
    zin: 'Wij spreken met het gezin af wat er minstens moet gebeuren om direct veilig te zijn.',
    zinEn: 'We agree with the family what must at least happen to be safe at once.',
    uitkomst: 'VT-01-01',
    termijnen: ['voorwaarden_en_vervolg'],
    stopt: false,
  },
  {
    code: 'rvdk_verzoek',
    nl: 'Verzoek tot onderzoek aan de Raad voor de Kinderbescherming',
    en: 'Request to the Child Care and Protection Board',
    zin: 'Wij vragen de Raad om onderzoek. Tot de Raad iets anders regelt, houden wij zicht.',
    zinEn: 'We ask the Board to investigate. Until the Board arranges otherwise, we keep zicht.',
    uitkomst: 'VT-01-01',
    termijnen: [],
    stopt: false,
  },
  {
    code: 'overdragen',
    nl: 'Overdragen',
    en: 'Hand over',
    zin: 'Een ander gaat met het gezin verder. Wij houden zicht tot die ander heeft aanvaard.',
    zinEn: 'Someone else goes on with the family. We keep zicht until they have accepted.',
    uitkomst: 'VT-01-02',
    termijnen: ['overdragen'],
    stopt: false,
  },
  {
    code: 'regionaal_maatwerk',
    nl: 'Inzet regionaal maatwerk',
    en: 'Regional custom work',
    zin: 'De melding volgt een route die in deze regio is afgesproken. Wij houden zicht tot een ander heeft aanvaard.',
    zinEn: 'The report follows a route agreed in this region. We keep zicht until someone else has accepted.',
    uitkomst: 'VT-01-04',
    termijnen: ['overdragen'],
    stopt: false,
  },
  {
    code: 'einde_bemoeienis',
    nl: 'Geen vervolgstappen',
    en: 'No further steps',
    zin: 'Wij zetten geen volgende stap. De casus blijft open tot iemand haar afsluit.',
    zinEn: 'We take no further step. The casus stays open until someone closes it.',
    uitkomst: 'VT-01-03',
    termijnen: ['afsluiten'],
    stopt: true,
  },
  {
    code: 'niet_ontvankelijk',
    nl: 'Niet ontvankelijk',
    en: 'Not admissible',
    zin: 'Dit is geen melding van huiselijk geweld of kindermishandeling. De casus blijft open tot iemand haar afsluit.',
    zinEn:
      'This is no report of domestic violence or child abuse. The casus stays open until someone closes it.',
    uitkomst: 'VT-00',
    termijnen: ['afsluiten'],
    stopt: true,
  },
  {
    code: 'onjuist_geadresseerd',
    nl: 'Onjuist geadresseerd',
    en: 'Wrong address',
    zin: 'Deze melding is voor een ander, bijvoorbeeld een Veilig Thuis in een andere regio. De casus blijft open tot iemand haar afsluit.',
    zinEn:
      'This report is for someone else, a Veilig Thuis of another region for example. The casus stays open until someone closes it.',
    uitkomst: 'VT-99',
    termijnen: ['afsluiten'],
    stopt: true,
  },
] as const satisfies readonly Besluitregel[];
export type Besluit = (typeof BESLUITEN)[number]['code'];

interface Vervolgregel extends Keuzewaarde {
  /** As a decision: one choice says both that it is handed over and to whom. */
  keuze: string;
  keuzeEn: string;
}

/** To whom, when it is handed over (handbook 1.2 (4), S:9). */
export const VERVOLGSOORTEN = [
  {
    code: 'lokaal_team',
    nl: 'Lokaal team',
    en: 'Local team',
    keuze: 'Overdragen aan een lokaal team',
    keuzeEn: 'Hand over to a local team',
  },
  {
    code: 'lopende_hulpverlening',
    nl: 'Hulp die al loopt',
    en: 'Help that already runs',
    keuze: 'Overdragen aan de hulp die al loopt',
    keuzeEn: 'Hand over to the help that already runs',
  },
  {
    code: 'multidisciplinair_team',
    nl: 'Multidisciplinair team',
    en: 'Multidisciplinary team',
    keuze: 'Overdragen aan een multidisciplinair team',
    keuzeEn: 'Hand over to a multidisciplinary team',
  },
  {
    code: 'directbetrokkenen',
    nl: 'De mensen om wie het gaat',
    en: 'The people concerned',
    keuze: 'Overdragen aan de mensen om wie het gaat',
    keuzeEn: 'Hand over to the people concerned',
  },
] as const satisfies readonly Vervolgregel[];

/** The decision and, of an overdracht, to whom: one choice of the page. */
export function besluitKeuze(a: Pick<Afweging, 'besluit' | 'vervolgSoort'>): string {
  return a.besluit === 'overdragen' ? `overdragen:${a.vervolgSoort ?? ''}` : (a.besluit ?? '');
}

/** The other way: what such a choice puts in the weighing. */
export function vanBesluitKeuze(keuze: string): Pick<Afweging, 'besluit' | 'vervolgSoort'> {
  const [besluit = '', vervolgSoort] = keuze.split(':');
  return { besluit, vervolgSoort: vervolgSoort ?? null };
}

/** Reasons to keep it at Veilig Thuis (handbook 1.2, S:18): a reminder beside the choice, not a test. */
export const REDENEN_BIJ_VT = [
  {
    code: 'direct',
    nl: 'De veiligheid vraagt om direct ingrijpen.',
    en: 'Safety asks for direct intervention.',
  },
  {
    code: 'onzeker',
    nl: 'Het is nog niet zeker of er geweld of mishandeling is.',
    en: 'It is not yet certain whether there is violence or abuse.',
  },
  {
    code: 'ontkenning',
    nl: 'Betrokkenen ontkennen, maken het kleiner of willen geen hulp.',
    en: 'Those concerned deny, play down or refuse help.',
  },
  {
    code: 'te_weinig',
    nl: 'Er is te weinig bekend om te weten wat past.',
    en: 'Too little is known to say what fits.',
  },
  {
    code: 'anoniem',
    nl: 'Aan de melder is beloofd dat het gezin hem niet leert kennen.',
    en: 'The melder was promised that the family will not know who reported.',
  },
] as const satisfies readonly Keuzewaarde[];

/** What the first person weighs and writes. Everything may still be empty. */
export interface Afweging {
  acuut: string | null;
  acuutArgument: string | null;
  structureel: string | null;
  structureelArgument: string | null;
  multiprobleem: string | null;
  multiprobleemArgument: string | null;
  uitspraakIds: readonly string[];
  besluit: string | null;
  besluitReden: string | null;
  vervolgSoort: string | null;
  /** What kind of violence it turned out to be, by the list of CBS, and in which municipality; null: as it was reported. */
  aard: readonly string[] | null;
  gemeentecode: string | null;
}

/** What this rule needs to know of a statement. */
export interface Grond {
  id: string;
  soort: string;
  bron: string;
  /** A later statement corrects it: what is no longer held true carries no decision. */
  verbeterd: boolean;
}

export interface Nodig {
  veld: keyof Afweging;
  melding: string;
}

const FEITELIJK = new Set(['feit', 'waarneming']);

function findBesluit(code: string | null): Besluitregel | undefined {
  return BESLUITEN.find((b) => b.code === code);
}

/** C is only asked when B is not already yes (handbook 2, prototype 0.6: S:29). */
export function vraagtMultiprobleem(a: Pick<Afweging, 'structureel'>): boolean {
  return a.structureel !== 'ja';
}

/** Whether a statement can carry the decision: a fact or an observation, with its source, not corrected since. */
export function isFeitMetBron(g: Grond): boolean {
  return FEITELIJK.has(g.soort) && g.bron.trim() !== '' && !g.verbeterd;
}

/**
 * What is still needed before a second pair of eyes can look, in the order of the page. Empty: nothing.
 * @param gronden the statements of the casus
 */
export function watNogNodigIs(a: Afweging, gronden: readonly Grond[]): Nodig[] {
  const uit: Nodig[] = [];
  const leeg = (t: string | null) => t === null || t.trim() === '';
  const vraag = (
    veld: 'acuut' | 'structureel' | 'multiprobleem',
    argument: 'acuutArgument' | 'structureelArgument' | 'multiprobleemArgument',
    wat: string,
  ) => {
    if (leeg(a[veld])) uit.push({ veld, melding: `Geef antwoord: ${wat}` });
    else if (leeg(a[argument]))
      uit.push({ veld: argument, melding: `Schrijf waarom u dit antwoord geeft: ${wat}` });
  };
  vraag('acuut', 'acuutArgument', 'is er acute onveiligheid?');
  vraag('structureel', 'structureelArgument', 'is er structurele onveiligheid?');
  if (vraagtMultiprobleem(a))
    vraag('multiprobleem', 'multiprobleemArgument', 'zijn er veel problemen tegelijk die schaden?');
  if (!gronden.some((g) => a.uitspraakIds.includes(g.id) && isFeitMetBron(g))) {
    uit.push({
      veld: 'uitspraakIds',
      melding: 'Kies minstens één feit of waarneming met een bron waar het besluit op rust.',
    });
  }
  if (!findBesluit(a.besluit)) uit.push({ veld: 'besluit', melding: 'Kies het besluit.' });
  if (a.besluit === 'overdragen' && !VERVOLGSOORTEN.some((v) => v.code === a.vervolgSoort)) {
    uit.push({ veld: 'vervolgSoort', melding: 'Kies aan wie u overdraagt.' });
  }
  if (leeg(a.besluitReden)) uit.push({ veld: 'besluitReden', melding: 'Schrijf de reden van het besluit.' });
  return uit;
}

export interface Vraag {
  code: 'acuut_stopt' | 'structureel_stopt' | 'onbekend_stopt' | 'acuut_over';
  melding: string;
}

/**
 * Questions that the answers themselves raise. Asked of everyone who answers so; they stop nothing, because the reason of
 * the decision is the place to answer them.
 */
export function vragenBijAfweging(a: Afweging): Vraag[] {
  const einde = stopt(a.besluit);
  const uit: Vraag[] = [];
  if (einde && a.acuut === 'ja') {
    uit.push({
      code: 'acuut_stopt',
      melding: 'U ziet acute onveiligheid en u stopt. Wie handelt er nu? Zeg dat in de reden.',
    });
  }
  if (einde && a.structureel === 'ja') {
    uit.push({
      code: 'structureel_stopt',
      melding:
        'U ziet structurele onveiligheid en u stopt. Wie zorgt dat het verandert? Zeg dat in de reden.',
    });
  }
  if (einde && (a.acuut === 'onbekend' || a.structureel === 'onbekend')) {
    uit.push({
      code: 'onbekend_stopt',
      melding: 'U weet nog niet of het veilig is en u stopt. Is er iemand die u nog kunt spreken?',
    });
  }
  if (a.acuut === 'ja' && a.besluit === 'overdragen') {
    uit.push({
      code: 'acuut_over',
      melding: 'U ziet acute onveiligheid en u draagt over. Wat doet u zelf, tot de ander heeft aanvaard?',
    });
  }
  return uit;
}

/** The outcome as it goes back to who reported by message (S:1). */
export function uitkomstCode(besluit: Besluit): UitkomstCode {
  const regel = findBesluit(besluit);
  if (!regel) throw new RangeError('Dit besluit staat niet in de lijst.');
  return regel.uitkomst;
}

/** The terms that a decision sets off. */
export function termijnenNa(besluit: Besluit): readonly Soort[] {
  return findBesluit(besluit)?.termijnen ?? [];
}

/** Whether Veilig Thuis takes no further step after this decision. */
export function stopt(besluit: string | null): boolean {
  return findBesluit(besluit)?.stopt ?? false;
}

const TWEEDE_FUNCTIES: Readonly<Record<string, string>> = {
  vt_gedragswetenschapper: 'gedragswetenschapper',
  vt_teamleider: 'teamleider',
  vt_medewerker: 'medewerker',
};

export interface Kijker {
  medewerkerId: string;
  functie: string;
  organisatieId: string;
}

/** Whether someone's function lets them be the second pair of eyes. */
export function kanTweedeZijn(functie: string): boolean {
  return functie in TWEEDE_FUNCTIES;
}

/**
 * Why someone may not decide, as a sentence to them; `null` when they may. Two people sign: whoever put it forward never
 * decides (Uitvoeringsbesluit Wmo 2015 art. 4.1.7; intercollegiaal overleg, S:30).
 */
export function bezwaarTegenTweede(
  b: { status: string; beoordelaarId: string | null; organisatieId: string },
  wie: Kijker,
): string | null {
  if (b.status === 'vastgesteld') return 'Deze beoordeling is al vastgesteld.';
  if (b.status !== 'voorgelegd') return 'Deze beoordeling is nog niet voorgelegd.';
  if (wie.organisatieId !== b.organisatieId || !kanTweedeZijn(wie.functie)) {
    return 'Alleen een medewerker, gedragswetenschapper of teamleider van dit Veilig Thuis stelt vast.';
  }
  if (wie.medewerkerId === b.beoordelaarId)
    return 'U legde deze beoordeling zelf voor. Een collega stelt vast.';
  return null;
}

/** The same weighing, so that a request that is sent again is no conflict. */
export function isZelfde(a: Afweging, b: Afweging): boolean {
  const vorm = (x: Afweging) =>
    JSON.stringify([
      x.acuut,
      x.acuutArgument,
      x.structureel,
      x.structureelArgument,
      x.multiprobleem,
      x.multiprobleemArgument,
      [...x.uitspraakIds].sort(),
      x.besluit,
      x.besluitReden,
      x.vervolgSoort,
      x.aard && [...x.aard].sort(),
      x.gemeentecode,
    ]);
  return vorm(a) === vorm(b);
}

/** As it is put on record: what was not asked is not answered, and only an overdracht has a receiver. */
export function voorDeStukken(a: Afweging): Afweging {
  const c = vraagtMultiprobleem(a);
  return {
    ...a,
    multiprobleem: c ? a.multiprobleem : null,
    multiprobleemArgument: c ? a.multiprobleemArgument : null,
    vervolgSoort: a.besluit === 'overdragen' ? a.vervolgSoort : null,
  };
}
