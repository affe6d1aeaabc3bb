// SPDX-License-Identifier: EUPL-1.2
import { dagVan, datumVan, isMiddernacht, plusMaanden } from '../../platform/clock/dagen.ts';
import { laatsteDagNummer, werkdagenTussen } from '../../platform/clock/werkdagen.ts';
import { type Taal, zegDag, zegDagVoluit, zegTijd } from '../../platform/clock/zeggen.ts';

type Maat = 'minuut' | 'uur' | 'dag' | 'werkdag' | 'week' | 'maand';

const MATEN: Record<Taal, Record<Maat, readonly [een: string, meer: string]>> = {
  nl: {
    minuut: ['minuut', 'minuten'],
    uur: ['uur', 'uur'],
    dag: ['dag', 'dagen'],
    werkdag: ['werkdag', 'werkdagen'],
    week: ['week', 'weken'],
    maand: ['maand', 'maanden'],
  },
  en: {
    minuut: ['minute', 'minutes'],
    uur: ['hour', 'hours'],
    dag: ['day', 'days'],
    werkdag: ['working day', 'working days'],
    week: ['week', 'weeks'],
    maand: ['month', 'months'],
  },
};

function tel(aantal: number, maat: Maat, taal: Taal): string {
  return `${aantal} ${MATEN[taal][maat][aantal === 1 ? 0 : 1]}`;
}

const MINUUT = 60_000;
const UUR = 60 * MINUUT;
const ETMAAL = 24 * UUR;

function heleMaanden(vroeg: number, laat: number): number {
  let maanden = 0;
  while (plusMaanden(vroeg, maanden + 1) <= laat) maanden += 1;
  return maanden;
}

/** The distance between two days in the measure that people would use. `vroeg` and `laat` are day numbers. */
function afstand(vroeg: number, laat: number, taal: Taal): string {
  const dagen = laat - vroeg;
  if (dagen >= 92) return tel(heleMaanden(vroeg, laat), 'maand', taal);
  if (dagen > 14) return tel(Math.floor(dagen / 7), 'week', taal);
  const werkdagen = werkdagenTussen(datumVan(vroeg), datumVan(laat));
  return werkdagen > 0 ? tel(werkdagen, 'werkdag', taal) : tel(dagen, 'dag', taal);
}

/** A distance in minutes or hours, rounded down, but never to nothing. */
function kort(verschil: number, taal: Taal): string {
  return verschil < UUR
    ? tel(Math.max(1, Math.floor(verschil / MINUUT)), 'minuut', taal)
    : tel(Math.floor(verschil / UUR), 'uur', taal);
}

/**
 * The end of a term as people say it: "over 2 werkdagen, vr 27 nov", "morgen, vr 27 nov", "vandaag", "3 werkdagen te laat".
 * A term in hours has its time with it: "over 5 uur, vandaag 19:10".
 *
 * @param vervaltOp the (exclusive) end that `bereken` gives.
 */
export function zegTermijn(vervaltOp: Date, nu: Date, taal: Taal = 'nl'): string {
  const nl = taal === 'nl';
  const opTijdstip = !isMiddernacht(vervaltOp);
  const laatste = laatsteDagNummer(vervaltOp);
  const vandaag = dagVan(nu);
  const verschil = vervaltOp.getTime() - nu.getTime();

  if (verschil <= 0) {
    const hoeveel =
      opTijdstip && -verschil < ETMAAL ? kort(-verschil, taal) : afstand(laatste, vandaag, taal);
    return nl ? `${hoeveel} te laat` : `${hoeveel} late`;
  }

  const vooraf = (hoeveel: string) => (nl ? `over ${hoeveel}` : `in ${hoeveel}`);
  const tijd = opTijdstip ? ` ${zegTijd(vervaltOp)}` : '';
  let dag = `${zegDag(datumVan(laatste), nu, taal)}${tijd}`;
  if (laatste === vandaag) dag = `${nl ? 'vandaag' : 'today'}${tijd}`;
  if (laatste === vandaag + 1) dag = `${nl ? 'morgen' : 'tomorrow'}${opTijdstip ? tijd : `, ${dag}`}`;

  if (opTijdstip && verschil < ETMAAL) return `${vooraf(kort(verschil, taal))}, ${dag}`;
  return laatste <= vandaag + 1 ? dag : `${vooraf(afstand(vandaag, laatste, taal))}, ${dag}`;
}

/** The exact end, for on focus and on paper: "tot en met vrijdag 27 november 2026", "vrijdag 27 november 2026, 14:32". */
export function zegTermijnPrecies(vervaltOp: Date, taal: Taal = 'nl'): string {
  const dag = zegDagVoluit(datumVan(laatsteDagNummer(vervaltOp)), taal);
  if (!isMiddernacht(vervaltOp)) return `${dag}, ${zegTijd(vervaltOp)}`;
  return taal === 'nl' ? `tot en met ${dag}` : `up to and including ${dag}`;
}
