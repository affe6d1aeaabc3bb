// SPDX-License-Identifier: EUPL-1.2
// A draft of a melding was changed in two windows: what the places are called where both wrote something else.
import {
  AANVULLEND,
  AARD,
  DUUR,
  GEMEENTEN,
  GESLACHT,
  KINDCHECK,
  MELDER_BEKEND,
  MELDER_GROEP,
  ROL,
  UITSPRAAK_SOORT,
  woord,
} from '../../kern/lijsten.ts';
import { type Meldingvorm, naamVan } from './formulier.ts';

const PLEK: Record<string, { nl: string; en: string }> = {
  acuut: { nl: 'Acuut gevaar', en: 'Acute danger' },
  acuutToelichting: { nl: 'Wat er nu gebeurt', en: 'What is happening now' },
  aard: { nl: 'Aard van het geweld', en: 'Kind of violence' },
  aanvullend: { nl: 'Wat er nog meer speelt', en: 'What else is going on' },
  duur: { nl: 'Hoelang al', en: 'For how long' },
  kindcheck: { nl: 'Kinderen', en: 'Children' },
  kindcheckToelichting: { nl: 'Over de kinderen', en: 'About the children' },
  gemeentecode: { nl: 'Gemeente', en: 'Municipality' },
  terugkoppelingGewenst: { nl: 'Melder wil horen wat er gebeurt', en: 'Reporter wants to hear what happens' },
  casusId: { nl: 'Gekozen casus', en: 'Chosen case' },
  persoonsregel: { nl: 'De regel over een persoon', en: 'The line about a person' },
  'melder.groep': { nl: 'Soort melder', en: 'Kind of reporter' },
  'melder.rol': { nl: 'Melder: relatie of functie', en: 'Reporter: relation or function' },
  'melder.naam': { nl: 'Melder: naam', en: 'Reporter: name' },
  'melder.telefoon': { nl: 'Melder: telefoon', en: 'Reporter: telephone' },
  'melder.email': { nl: 'Melder: e-mail', en: 'Reporter: e-mail' },
  'melder.bekend': { nl: 'Mag het gezin weten wie meldt', en: 'May the family know who reports' },
  'melder.grond': { nl: 'Waarom niet', en: 'Why not' },
  tekst: { nl: 'tekst', en: 'text' },
  soort: { nl: 'soort', en: 'kind' },
  bron: { nl: 'van wie', en: 'from whom' },
  gebeurdOp: { nl: 'wanneer', en: 'when' },
  afgeschermd: { nl: 'kan naar de melder leiden', en: 'may lead to the reporter' },
  rol: { nl: 'rol', en: 'role' },
  relatie: { nl: 'relatie', en: 'relation' },
  voornamen: { nl: 'voornamen', en: 'given names' },
  voorletters: { nl: 'voorletters', en: 'initials' },
  tussenvoegsel: { nl: 'tussenvoegsel', en: 'prefix' },
  achternaam: { nl: 'achternaam', en: 'surname' },
  partnerTussenvoegsel: { nl: 'tussenvoegsel partner', en: "partner's prefix" },
  partnerAchternaam: { nl: 'achternaam partner', en: "partner's surname" },
  geboorte: { nl: 'geboren', en: 'born' },
  verjaardag: { nl: 'verjaardag', en: 'birthday' },
  geslacht: { nl: 'geslacht', en: 'sex' },
  bsn: { nl: 'BSN', en: 'BSN' },
  straat: { nl: 'straat', en: 'street' },
  huisnummer: { nl: 'huisnummer', en: 'house number' },
  huisletter: { nl: 'huisletter', en: 'house letter' },
  toevoeging: { nl: 'toevoeging', en: 'addition' },
  postcode: { nl: 'postcode', en: 'postcode' },
  woonplaats: { nl: 'woonplaats', en: 'town' },
  land: { nl: 'land', en: 'country' },
  geheimAdres: { nl: 'geheim adres', en: 'secret address' },
  telefoon: { nl: 'telefoon', en: 'telephone' },
  email: { nl: 'e-mail', en: 'e-mail' },
  kladjes: { nl: 'wat geen veld vond', en: 'what found no field' },
};

type Taal = 'nl' | 'en';

/** Where a code is chosen: the list that says what it means. */
const LIJST = {
  aard: AARD,
  aanvullend: AANVULLEND,
  duur: DUUR,
  kindcheck: KINDCHECK,
  gemeentecode: GEMEENTEN,
  groep: MELDER_GROEP,
  bekend: MELDER_BEKEND,
  geslacht: GESLACHT,
  soort: UITSPRAAK_SOORT,
} as const;
const isLijst = (v: string): v is keyof typeof LIJST => Object.hasOwn(LIJST, v);

/** Danger first: whoever chooses must not find it below a telephone number. */
export function acuutEerst<B extends { pad: readonly string[] }>(botst: readonly B[]): B[] {
  const acuut = (b: B) => ((b.pad[0] ?? '').startsWith('acuut') ? 0 : 1);
  return botst.toSorted((a, b) => acuut(a) - acuut(b));
}

/** What a place of the form is called: "Jan van den Berg: telefoon". */
export function zegPlek(pad: readonly string[], v: Meldingvorm, taal: Taal): string {
  const [deel = '', rij, veld = ''] = pad;
  const heet = (sleutel: string) => PLEK[sleutel]?.[taal] ?? sleutel;
  if (deel === 'uitspraken') {
    const n = v.uitspraken.findIndex((u) => u.sleutel === rij) + 1;
    return `${taal === 'nl' ? 'Uitspraak' : 'Statement'} ${n}: ${heet(veld)}`;
  }
  if (deel === 'personen') {
    const n = v.personen.findIndex((p) => p.sleutel === rij);
    const p = v.personen[n];
    return `${(p && naamVan(p)) || `${taal === 'nl' ? 'Persoon' : 'Person'} ${n + 1}`}: ${heet(veld)}`;
  }
  return heet(pad.slice(0, 2).join('.'));
}

/** What was chosen there, in words; undefined when it is as it was typed. */
export function zegWaarde(pad: readonly string[], waarde: unknown, taal: Taal): string | undefined {
  const veld = pad.at(-1) ?? '';
  if (veld === 'acuut' && waarde !== '')
    return waarde === 'ja' ? { nl: 'Ja, nu', en: 'Yes, now' }[taal] : { nl: 'Nee', en: 'No' }[taal];
  const lijst = pad[0] === 'personen' && veld === 'rol' ? ROL : isLijst(veld) ? LIJST[veld] : undefined;
  const gekozen = (Array.isArray(waarde) ? waarde : [waarde]).filter(
    (w): w is string => typeof w === 'string' && w !== '',
  );
  return lijst && gekozen.length > 0 ? gekozen.map((w) => woord(lijst, w, taal)).join(', ') : undefined;
}
