// SPDX-License-Identifier: EUPL-1.2
// Rules of the melding: what it must say, and what about it is doubtful. Nothing is asked that a caller may not know.
import type { Twijfel } from '../../kern/persoon/persoon.ts';

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

/** What is doubtful about the moments of a melding. */
export function twijfelsBijMomenten(gebeurdOp: readonly (string | null)[], ontvangen: Date): Twijfel[] {
  const vandaag = ontvangen.toISOString().slice(0, 10);
  return gebeurdOp.some((d) => d !== null && /^\d{4}-\d{2}-\d{2}/.test(d) && d.slice(0, 10) > vandaag)
    ? [{ veld: 'gebeurdOp', reden: 'Een datum van wat er gebeurde ligt in de toekomst.' }]
    : [];
}
