// SPDX-License-Identifier: EUPL-1.2
import { type Datum, dagUit, jaarVan, minuutVanDag, weekdag } from './dagen.ts';

/** The languages of the screens. */
export type Taal = 'nl' | 'en';

const WEEKDAGEN = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

const MAANDEN = {
  nl: [
    ['jan', 'januari'],
    ['feb', 'februari'],
    ['mrt', 'maart'],
    ['apr', 'april'],
    ['mei', 'mei'],
    ['jun', 'juni'],
    ['jul', 'juli'],
    ['aug', 'augustus'],
    ['sep', 'september'],
    ['okt', 'oktober'],
    ['nov', 'november'],
    ['dec', 'december'],
  ],
  en: [
    ['Jan', 'January'],
    ['Feb', 'February'],
    ['Mar', 'March'],
    ['Apr', 'April'],
    ['May', 'May'],
    ['Jun', 'June'],
    ['Jul', 'July'],
    ['Aug', 'August'],
    ['Sep', 'September'],
    ['Oct', 'October'],
    ['Nov', 'November'],
    ['Dec', 'December'],
  ],
} as const;

function delen(dag: number, taal: Taal) {
  const datum = new Date(dag * 86_400_000);
  const [kort, lang] = MAANDEN[taal][datum.getUTCMonth()] ?? ['', ''];
  return { weekdag: WEEKDAGEN[taal][weekdag(dag)] ?? '', nummer: datum.getUTCDate(), kort, lang };
}

/** A day as people say it: "vr 27 nov", and "vr 27 nov 2026" when it lies in another year than `nu`. */
export function zegDag(dag: Datum | Date, nu: Datum | Date, taal: Taal = 'nl'): string {
  const nummer = dagUit(dag);
  const woorden = delen(nummer, taal);
  const jaar = jaarVan(nummer);
  const kort = `${woorden.weekdag.slice(0, taal === 'nl' ? 2 : 3)} ${woorden.nummer} ${woorden.kort}`;
  return jaar === jaarVan(dagUit(nu)) ? kort : `${kort} ${jaar}`;
}

/** A day in full: "vrijdag 27 november 2026". */
export function zegDagVoluit(dag: Datum | Date, taal: Taal = 'nl'): string {
  const nummer = dagUit(dag);
  const woorden = delen(nummer, taal);
  return `${woorden.weekdag} ${woorden.nummer} ${woorden.lang} ${jaarVan(nummer)}`;
}

/** The time of day in the Netherlands: "09:05". */
export function zegTijd(moment: Date): string {
  const minuten = minuutVanDag(moment);
  return `${String(Math.floor(minuten / 60)).padStart(2, '0')}:${String(minuten % 60).padStart(2, '0')}`;
}
