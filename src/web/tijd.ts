// SPDX-License-Identifier: EUPL-1.2
// Dates as people say them, always in Europe/Amsterdam. "Now" is an argument: in a demo it is the demo's clock.
import { getInstellingen } from './instellingen.ts';
import { locale, type Taal } from './taal.ts';

const zone = 'Europe/Amsterdam';
const minuut = 60_000;
const dagMs = 86_400_000;
const opslag = new Map<string, Intl.DateTimeFormat>();

function formatter(taal: Taal, opties: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const sleutel = taal + JSON.stringify(opties);
  let f = opslag.get(sleutel);
  if (!f) {
    f = new Intl.DateTimeFormat(locale(taal), { timeZone: zone, ...opties });
    opslag.set(sleutel, f);
  }
  return f;
}

/** A date without a time: `2026-11-03`, `2026-11` or `2026`. */
const kaleDatum = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

// Swedish writes a date as ISO 8601 does.
const isoDag = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Amsterdam as `YYYY-MM-DD`. */
export function dagVan(t: string | Date): string {
  return typeof t === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(t) ? t : isoDag.format(new Date(t));
}

/** The last day that something with this end lasts, as `YYYY-MM-DD`: an end at midnight belongs to the day before. */
export function laatsteDag(einde: string): string {
  return dagVan(new Date(Date.parse(einde) - 1));
}

/** Whole calendar days from a to b (negative when b is earlier). */
export function dagenTussen(a: string | Date, b: string | Date): number {
  return Math.round((Date.parse(`${dagVan(b)}T00:00Z`) - Date.parse(`${dagVan(a)}T00:00Z`)) / dagMs);
}

function alsDatum(t: string | Date): Date {
  // Noon keeps a bare date on its own day in every zone.
  if (typeof t === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(t)) return new Date(`${t}T12:00:00Z`);
  return new Date(t);
}

/** "17:00" */
export function tijdstip(t: string | Date, taal: Taal = getInstellingen().taal): string {
  return formatter(taal, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(t));
}

/** A birth date of which an early part is not known (ISO 8601-2): `XXXX-03-12`, `XXXX-03`, `XXXX-XX-12`, `1984-XX-12`. */
const metGat = /^(?:(\d{4})|XXXX)(?:-(?:(\d{2})|XX)(?:-(\d{2}))?)?$/;

/** "12 maart, jaar onbekend": what is known of it, and what is not. */
function zegMetGat(m: RegExpExecArray, month: 'short' | 'long', taal: Taal): string {
  const [, jaar, maand, dag] = m;
  const nl = taal === 'nl';
  const naam =
    maand &&
    formatter(taal, { month })
      .format(new Date(`2000-${maand}-15T12:00:00Z`))
      .replace('.', '');
  const bekend = [!maand && dag ? `${nl ? 'dag' : 'day'} ${Number(dag)}` : dag && Number(dag), naam, jaar];
  const gaten = [...(maand ? [] : [nl ? 'maand' : 'month']), ...(jaar ? [] : [nl ? 'jaar' : 'year'])];
  return `${bekend.filter(Boolean).join(' ')}, ${gaten.join(nl ? ' en ' : ' and ')} ${nl ? 'onbekend' : 'unknown'}`;
}

/** Whether a bare date names a day (or month) that exists: 2019-02-30 does not. */
function bestaat(m: RegExpExecArray): boolean {
  const heel = `${m[1]}-${m[2] ?? '01'}-${m[3] ?? '01'}`;
  const d = new Date(`${heel}T12:00:00Z`);
  return !Number.isNaN(d.getTime()) && d.toISOString().startsWith(heel);
}

/**
 * "3 november 2026"; kort: "3 nov 2026"; with nu in the same year: "3 november".
 * A partial date says what is known: "november 2026", "2026", "12 maart, jaar onbekend". What is no date, or a day that does not exist, is said as it was
 * given: a report may hold anything.
 */
export function datum(
  t: string | Date,
  opties: { kort?: boolean | undefined; weekdag?: boolean | undefined; nu?: string | Date | undefined } = {},
  taal: Taal = getInstellingen().taal,
): string {
  const gat = typeof t === 'string' && t.includes('X') ? metGat.exec(t) : null;
  if (gat && !(Number(gat[2] ?? 1) > 12)) return zegMetGat(gat, opties.kort ? 'short' : 'long', taal);
  const m = typeof t === 'string' ? kaleDatum.exec(t) : null;
  if (typeof t === 'string' && (m ? !bestaat(m) : Number.isNaN(Date.parse(t)))) return t;
  if (m && !m[2]) return m[1] ?? '';
  const month = opties.kort ? 'short' : 'long';
  if (m && !m[3]) return formatter(taal, { month, year: 'numeric' }).format(new Date(`${m[0]}-15T12:00:00Z`));
  const zelfdeJaar = opties.nu !== undefined && dagVan(opties.nu).slice(0, 4) === dagVan(t).slice(0, 4);
  const tekst = formatter(taal, {
    day: 'numeric',
    month,
    ...(opties.weekdag ? { weekday: opties.kort ? 'short' : 'long' } : {}),
    ...(zelfdeJaar ? {} : { year: 'numeric' }),
  }).format(alsDatum(t));
  return tekst.replaceAll('.', '').replace(',', '');
}

/** The exact moment: "do 27 nov 2026 17:00". */
export function moment(t: string | Date, nu?: string | Date, taal: Taal = getInstellingen().taal): string {
  return `${datum(t, { kort: true, weekdag: true, nu }, taal)} ${tijdstip(t, taal)}`;
}

/** When something happened, as it was given: a date, a part of one, a moment, or words that are no date at all. */
export function gebeurd(t: string, nu: string | Date, taal: Taal = getInstellingen().taal): string {
  const metTijd = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/i.test(t) && !Number.isNaN(Date.parse(t));
  if (metTijd) return moment(t, nu, taal);
  return kaleDatum.test(t) ? datum(t, { nu }, taal) : t;
}

/** How people say when (with `metTijd` the time of day always, for a moment): "nu", "20 minuten geleden", "vandaag 17:00", "morgen 9:00", "do 27 nov", "3 nov 2024". */
export function relatief(
  t: string | Date,
  nu: string | Date,
  taal: Taal = getInstellingen().taal,
  metTijd = false,
): string {
  const kaal = typeof t === 'string' && kaleDatum.test(t);
  if (kaal && String(t).length < 10) return datum(t, {}, taal);
  const dagen = dagenTussen(nu, t);
  const nl = taal === 'nl';
  if (!kaal) {
    const min = Math.round((new Date(t).getTime() - new Date(nu).getTime()) / minuut);
    if (Math.abs(min) < 1) return nl ? 'nu' : 'now';
    if (Math.abs(min) < 60)
      return min < 0
        ? nl
          ? `${-min} min geleden`
          : `${-min} min ago`
        : nl
          ? `over ${min} min`
          : `in ${min} min`;
  }
  const uur = kaal ? '' : ` ${tijdstip(t, taal)}`;
  if (dagen === 0) return (nl ? 'vandaag' : 'today') + uur;
  if (dagen === -1) return (nl ? 'gisteren' : 'yesterday') + uur;
  if (dagen === 1) return (nl ? 'morgen' : 'tomorrow') + uur;
  if (dagen > 1 && dagen < 7) return datum(t, { kort: true, weekdag: true, nu }, taal) + uur;
  return datum(t, { kort: true, nu, weekdag: Math.abs(dagen) < 14 }, taal) + (metTijd ? uur : '');
}

/** Age on `nu`; undefined for who would be born later, or on a day that does not exist. With a partial birth date `jaren` is the lowest age possible and `onzeker` says that it may be one more. */
export function leeftijd(
  geboren: string,
  nu: string | Date,
): { jaren: number; maanden: number; onzeker: boolean } | undefined {
  const m = kaleDatum.exec(geboren);
  if (!m || !bestaat(m)) return undefined;
  const [jaar, maand, dag] = dagVan(nu).split('-').map(Number) as [number, number, number];
  const gj = Number(m[1]);
  if (geboren > dagVan(nu).slice(0, geboren.length)) return undefined;
  // Unknown parts are taken as late as possible, so that the age is what is certain.
  const gm = m[2] ? Number(m[2]) : 12;
  const gd = m[3] ? Number(m[3]) : 31;
  const maanden = Math.max(0, (jaar - gj) * 12 + (maand - gm) - (dag < gd ? 1 : 0));
  const onzeker = !m[2] || (!m[3] && maand === gm);
  return { jaren: Math.floor(maanden / 12), maanden, onzeker };
}

/** "8 jaar", "7 of 8 jaar", "5 maanden"; empty when the date cannot be read. */
export function leeftijdTekst(
  geboren: string,
  nu: string | Date,
  taal: Taal = getInstellingen().taal,
): string {
  const l = leeftijd(geboren, nu);
  if (!l) return '';
  const nl = taal === 'nl';
  if (l.onzeker) return nl ? `${l.jaren} of ${l.jaren + 1} jaar` : `${l.jaren} or ${l.jaren + 1} years`;
  if (l.maanden < 24) {
    const woord = nl ? (l.maanden === 1 ? 'maand' : 'maanden') : l.maanden === 1 ? 'month' : 'months';
    return `${l.maanden} ${woord}`;
  }
  return nl ? `${l.jaren} jaar` : `${l.jaren} years`;
}
