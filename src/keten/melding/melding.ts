// SPDX-License-Identifier: EUPL-1.2
// Rules of the melding: what it must say, and what about it is doubtful. Nothing is asked that a caller may not know.
import type { Geboorte, Twijfel } from '../../kern/persoon/persoon.ts';
import { dagVan, datumVan } from '../../platform/clock/dagen.ts';
import { readGegeven } from '../../platform/clock/datumlezer.ts';

export interface Melderopgave {
  groep: string;
  bekend: 'open' | 'anoniem_voor_gezin' | 'anoniem';
  naam: string | null;
  telefoon: string | null;
  email: string | null;
  grond: string | null;
}

export interface Veldfout {
  veld: string;
  melding: string;
}

/**
 * What a melder must say about himself. A citizen may stay anonymous to the family, and VT still knows him (handbook 1.4,
 * S:19); a professional reports openly, or with the ground for not doing so (S:24, S:26).
 */
export function controleerMelder(m: Melderopgave): Veldfout[] {
  const fouten: Veldfout[] = [];
  const beroepsmatig = m.groep !== 'niet_beroepsmatig';
  if (beroepsmatig && m.bekend === 'anoniem') {
    fouten.push({
      veld: 'melder.bekend',
      melding:
        'Een professional kan niet anoniem melden. Kies "anoniem voor het gezin" met de reden, of "open".',
    });
  }
  if (beroepsmatig && m.bekend === 'anoniem_voor_gezin' && !m.grond?.trim()) {
    fouten.push({
      veld: 'melder.grond',
      melding:
        'Zeg waarom het gezin niet mag weten wie meldt: gevaar voor iemand in het gezin, voor de melder, of schade aan de vertrouwensband.',
    });
  }
  if (m.bekend !== 'anoniem') {
    if (!m.naam?.trim())
      fouten.push({ veld: 'melder.naam', melding: 'Vul de naam van de melder in, of kies "anoniem".' });
    if (!m.telefoon?.trim() && !m.email?.trim()) {
      fouten.push({
        veld: 'melder.telefoon',
        melding: 'Vul een telefoonnummer of e-mailadres van de melder in, zodat u hem kunt terugbellen.',
      });
    }
  }
  return fouten;
}

/** What was given to reach the melder, and reaches nobody as it stands: "bel me maar", an address without an @. Never refused. */
export function twijfelAanContact(m: { telefoon: string; email: string }): ('telefoon' | 'email')[] {
  return [
    ...(m.telefoon.trim() !== '' && !/\d/.test(m.telefoon) ? (['telefoon'] as const) : []),
    ...(m.email.trim() !== '' && !/\S@\S/.test(m.email) ? (['email'] as const) : []),
  ];
}

/** Years after which nobody who was there can still tell it. */
const TE_LANG_GELEDEN = 120;

/** The day in Amsterdam of what was given, as far as it is one; null when it is words ("vorige zomer"). */
function dagUit(gegeven: string): string | null {
  if (/T.*(?:Z|[+-]\d{2}:\d{2})$/i.test(gegeven)) {
    const moment = new Date(gegeven);
    if (!Number.isNaN(moment.getTime())) return datumVan(dagVan(moment));
  }
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?!\d)/.exec(gegeven)?.[0] ?? readGegeven(gegeven) ?? null;
}

function bestaat(dag: string): boolean {
  const heel = `${dag}-01-01`.slice(0, 10);
  const d = new Date(`${heel}T00:00:00Z`);
  return !Number.isNaN(d.getTime()) && d.toISOString().startsWith(heel);
}

/**
 * What is doubtful about when things happened: on a day that does not exist, that is still to come, that lies too far back, or on
 * which nobody who is named here was born. A part of a date is doubtful only when no day in it would do.
 */
export function twijfelsBijMomenten(
  gebeurdOp: readonly (string | null)[],
  geboorten: readonly Geboorte[],
  ontvangen: Date,
): Twijfel[] {
  const vandaag = datumVan(dagVan(ontvangen));
  const dagen = gebeurdOp.flatMap((g) => (g === null ? [] : (dagUit(g) ?? [])));
  const echt = dagen.filter(bestaat);
  const vroegst = `${String(ontvangen.getUTCFullYear() - TE_LANG_GELEDEN).padStart(4, '0')}`;
  // who may have been born on the first day of what is known of it
  const eerste = geboorten
    .filter((g) => g.jaar !== null)
    .map((g) =>
      [g.jaar, g.maand ?? 1, g.dag ?? 1].map((n, i) => String(n).padStart(i === 0 ? 4 : 2, '0')).join('-'),
    )
    .sort()[0];
  const alleBekend = geboorten.every((g) => g.jaar !== null);
  const redenen: [boolean, string][] = [
    [echt.length < dagen.length, 'Een datum van wat er gebeurde bestaat niet. Vraag na wanneer het was.'],
    [
      echt.some((d) => d > vandaag.slice(0, d.length)),
      'Een datum van wat er gebeurde ligt in de toekomst. Vraag na wanneer het was.',
    ],
    [
      echt.some((d) => d < vroegst),
      `Een datum van wat er gebeurde ligt meer dan ${TE_LANG_GELEDEN} jaar terug.`,
    ],
    [
      alleBekend && eerste !== undefined && echt.some((d) => d < eerste.slice(0, d.length) && d >= vroegst),
      'Toen dit gebeurde was nog niemand geboren die in deze melding staat. Klopt de datum, en klopt de geboortedatum?',
    ],
  ];
  return redenen.flatMap(([zo, reden]) => (zo ? [{ veld: 'gebeurdOp', reden }] : []));
}

/** Which BSNs stand with more than one person of a melding: of one of them it is not. */
export function dubbeleBsns(personen: readonly { bsn: string | null }[]): Set<string> {
  const alle = personen.flatMap((p) => (p.bsn === null ? [] : [p.bsn]));
  return new Set(alle.filter((b, i) => alle.indexOf(b) !== i));
}
