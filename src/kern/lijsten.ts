// SPDX-License-Identifier: EUPL-1.2
// The field's code lists. `bron` says where a list comes from; 'standaardwaarde' means: source unknown, a setting.

export interface Keuzewaarde {
  code: string;
  nl: string;
  en: string;
}

/** Aard van het geweld, exact top level of StatLine 84850NED (handbook 3.4, S:41). More than one may apply. */
export const AARD = [
  { code: 'kindermishandeling', nl: 'Kindermishandeling', en: 'Child abuse' },
  { code: 'geweld_tegen_ouders', nl: 'Geweld tegen ouders', en: 'Violence against parents' },
  { code: 'partnergeweld', nl: '(Ex-)partnergeweld', en: '(Ex-)partner violence' },
  { code: 'ouderenmishandeling', nl: 'Ouderenmishandeling (ouder dan 65 jaar)', en: 'Elder abuse (over 65)' },
  { code: 'huiselijk_geweld_overig', nl: 'Huiselijk geweld overig', en: 'Other domestic violence' },
  { code: 'andere_problematiek', nl: 'Andere problematiek', en: 'Other problems' },
  {
    code: 'geen_hgkm',
    nl: 'Geen kindermishandeling of huiselijk geweld',
    en: 'No abuse or domestic violence',
  },
  { code: 'onbekend', nl: 'Onbekend', en: 'Unknown' },
] as const satisfies readonly Keuzewaarde[];

/** Aanvullende informatie veiligheidsproblematiek: "Mensenhandel" seen (S:40), the others are standaardwaarden. */
export const AANVULLEND = [
  { code: 'mensenhandel', nl: 'Mensenhandel', en: 'Human trafficking' },
  { code: 'eergerelateerd', nl: 'Eergerelateerd geweld', en: 'Honour-related violence' },
  { code: 'huwelijksdwang', nl: 'Huwelijksdwang of achterlating', en: 'Forced marriage or abandonment' },
  { code: 'vgv', nl: 'Vrouwelijke genitale verminking', en: 'Female genital mutilation' },
  { code: 'complexe_scheiding', nl: 'Complexe scheiding', en: 'Complex divorce' },
  { code: 'stalking', nl: 'Stalking', en: 'Stalking' },
  { code: 'verslaving', nl: 'Verslaving', en: 'Addiction' },
  { code: 'psychiatrie', nl: 'Psychische problemen', en: 'Mental health problems' },
  { code: 'lvb', nl: 'Licht verstandelijke beperking', en: 'Mild intellectual disability' },
  { code: 'suicide', nl: 'Suïcidedreiging', en: 'Suicide threat' },
  { code: 'wapens', nl: 'Wapens', en: 'Weapons' },
] as const satisfies readonly Keuzewaarde[];

/** Duur van het geweld: the dimension exists (S:38), the classes are a standaardwaarde (handbook 3.4). */
export const DUUR = [
  { code: 'onbekend', nl: 'Onbekend', en: 'Unknown' },
  { code: 'korter_dan_maand', nl: 'Korter dan 1 maand', en: 'Less than 1 month' },
  { code: '1_tot_6_maanden', nl: '1 tot 6 maanden', en: '1 to 6 months' },
  { code: '6_tot_12_maanden', nl: '6 tot 12 maanden', en: '6 to 12 months' },
  { code: '1_tot_2_jaar', nl: '1 tot 2 jaar', en: '1 to 2 years' },
  { code: '2_tot_5_jaar', nl: '2 tot 5 jaar', en: '2 to 5 years' },
  { code: 'langer_dan_5_jaar', nl: 'Langer dan 5 jaar', en: 'More than 5 years' },
] as const satisfies readonly Keuzewaarde[];

/** Organisation of the melder, labels of StatLine 84848NED/84849NED (handbook 3.4, S:38, S:39). */
export const MELDER_GROEP = [
  { code: 'justitie_veiligheid', nl: 'Justitie en veiligheid', en: 'Justice and safety' },
  { code: 'niet_beroepsmatig', nl: 'Niet beroepsmatig', en: 'Not professional' },
  { code: 'gezondheidszorg', nl: 'Gezondheidszorg', en: 'Health care' },
  { code: 'ggz', nl: 'Geestelijke gezondheidszorg', en: 'Mental health care' },
  { code: 'kinderopvang', nl: 'Kinderopvang', en: 'Child care' },
  { code: 'onderwijs', nl: 'Onderwijs', en: 'Education' },
  { code: 'leerplicht', nl: 'Bureau Leerplicht', en: 'School attendance office' },
  { code: 'jeugdzorg', nl: 'Jeugdzorg', en: 'Youth care' },
  { code: 'andere_vt', nl: 'Veilig Thuis: andere regio', en: 'Veilig Thuis: other region' },
  {
    code: 'regionaal_maatwerk',
    nl: 'Veilig Thuis: inzet regionaal maatwerk',
    en: 'Veilig Thuis: regional custom work',
  },
  { code: 'anders', nl: 'Andere organisatie', en: 'Other organisation' },
] as const satisfies readonly Keuzewaarde[];

/** How far the melder may be known (handbook 1.4: S:19, S:24, S:26). */
export const MELDER_BEKEND = [
  { code: 'open', nl: 'Open: het gezin mag weten wie meldt', en: 'Open: the family may know who reports' },
  { code: 'anoniem_voor_gezin', nl: 'Anoniem voor het gezin', en: 'Anonymous to the family' },
  { code: 'anoniem', nl: 'Anoniem: ook bij ons niet bekend', en: 'Anonymous: not known to us either' },
] as const satisfies readonly Keuzewaarde[];

/** Role in what happened. Standaardwaarde. Never "dader": the word is (vermoedelijke) pleger. */
export const ROL = [
  { code: 'slachtoffer', nl: '(Vermoedelijk) slachtoffer', en: '(Alleged) victim' },
  { code: 'pleger', nl: '(Vermoedelijke) pleger', en: '(Alleged) perpetrator' },
  { code: 'slachtoffer_en_pleger', nl: 'Slachtoffer en pleger', en: 'Victim and perpetrator' },
  { code: 'kind', nl: 'Kind in het gezin', en: 'Child in the family' },
  { code: 'gezinslid', nl: 'Ander gezinslid', en: 'Other family member' },
  { code: 'getuige', nl: 'Getuige', en: 'Witness' },
  { code: 'onbekend', nl: 'Nog niet bekend', en: 'Not yet known' },
] as const satisfies readonly Keuzewaarde[];

/** Kind of a statement: facts apart from opinions (handbook 1.3). */
export const UITSPRAAK_SOORT = [
  { code: 'feit', nl: 'Feit', en: 'Fact' },
  { code: 'waarneming', nl: 'Waarneming', en: 'Observation' },
  { code: 'professioneel_oordeel', nl: 'Professioneel oordeel', en: 'Professional opinion' },
  { code: 'mening', nl: 'Mening', en: 'Opinion' },
  { code: 'van_horen_zeggen', nl: 'Van horen zeggen', en: 'Hearsay' },
] as const satisfies readonly Keuzewaarde[];

export const KINDCHECK = [
  { code: 'onbekend', nl: 'Nog niet bekend', en: 'Not yet known' },
  {
    code: 'kinderen',
    nl: 'Ja, er zijn kinderen afhankelijk van deze volwassenen',
    en: 'Yes, children depend on these adults',
  },
  { code: 'geen_kinderen', nl: 'Nee, geen kinderen', en: 'No children' },
] as const satisfies readonly Keuzewaarde[];

export const GESLACHT = [
  { code: 'onbekend', nl: 'Onbekend', en: 'Unknown' },
  { code: 'vrouw', nl: 'Vrouw', en: 'Woman' },
  { code: 'man', nl: 'Man', en: 'Man' },
  { code: 'anders', nl: 'Anders', en: 'Other' },
] as const satisfies readonly Keuzewaarde[];

/** The twelve municipalities of Drenthe, codes of RvIG Landelijke tabel 33. */
export const GEMEENTEN = [
  { code: '1680', nl: 'Aa en Hunze', en: 'Aa en Hunze' },
  { code: '0106', nl: 'Assen', en: 'Assen' },
  { code: '1681', nl: 'Borger-Odoorn', en: 'Borger-Odoorn' },
  { code: '0109', nl: 'Coevorden', en: 'Coevorden' },
  { code: '0114', nl: 'Emmen', en: 'Emmen' },
  { code: '0118', nl: 'Hoogeveen', en: 'Hoogeveen' },
  { code: '0119', nl: 'Meppel', en: 'Meppel' },
  { code: '1731', nl: 'Midden-Drenthe', en: 'Midden-Drenthe' },
  { code: '1699', nl: 'Noordenveld', en: 'Noordenveld' },
  { code: '1730', nl: 'Tynaarlo', en: 'Tynaarlo' },
  { code: '1701', nl: 'Westerveld', en: 'Westerveld' },
  { code: '1690', nl: 'De Wolden', en: 'De Wolden' },
] as const satisfies readonly Keuzewaarde[];

/** The codes of a list, for a schema. */
export function codes<const T extends readonly Keuzewaarde[]>(lijst: T): T[number]['code'][] {
  return lijst.map((k) => k.code);
}

/** The words of a code, in Dutch unless asked otherwise; the code itself when the list has lost it. */
export function woord(lijst: readonly Keuzewaarde[], code: string, taal: 'nl' | 'en' = 'nl'): string {
  return lijst.find((k) => k.code === code)?.[taal] ?? code;
}
