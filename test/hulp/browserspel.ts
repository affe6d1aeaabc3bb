// SPDX-License-Identifier: EUPL-1.2
// What a browser test or a picture needs in the region and the demo may lack that day: made through the API, as people would.
import type { PersonaId } from '../../demo/personas.ts';
import { aanbod } from '../../demo/reis/berichten.ts';
import type { Omgeving } from '../browser.ts';
import { meldingVoorbeeld } from '../huis.ts';

export interface Spel {
  /** Asks the API as this persona; an answer that is no success is an error. */
  vraag<T>(persona: PersonaId, methode: 'GET' | 'POST' | 'PUT', pad: string, inhoud?: unknown): Promise<T>;
}

interface Weging {
  id: string;
  versie: number;
  casusId: string;
  uitspraken: { id: string; draagt: boolean }[];
}

/** The API of this environment; one token per persona. */
export function maakSpel(o: Omgeving): Spel {
  const tokens = new Map<PersonaId, Promise<string>>();
  return {
    async vraag<T>(persona: PersonaId, methode: string, pad: string, inhoud?: unknown): Promise<T> {
      const token = tokens.get(persona) ?? o.token(persona);
      tokens.set(persona, token);
      const antwoord = await fetch(`${o.adres}/api/v1${pad}`, {
        method: methode,
        headers: {
          authorization: `Bearer ${await token}`,
          ...(inhoud === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(inhoud === undefined ? {} : { body: JSON.stringify(inhoud) }),
      });
      const tekst = await antwoord.text();
      if (!antwoord.ok) throw new Error(`${persona} ${methode} ${pad}: ${antwoord.status} ${tekst}`);
      return (tekst === '' ? undefined : JSON.parse(tekst)) as T;
    },
  };
}

/** A report on the phone. */
export function meld(
  s: Spel,
  anders: Record<string, unknown> = {},
  persona: PersonaId = 'vt-medewerker',
): Promise<{ id: string; casusId: string }> {
  return s.vraag(persona, 'POST', '/meldingen', meldingVoorbeeld(anders));
}

/** Weighs a report and puts it before a colleague. */
export async function legVoor(s: Spel, meldingId: string): Promise<Weging> {
  const b = await s.vraag<Weging>('vt-medewerker', 'GET', `/meldingen/${meldingId}/beoordeling`);
  const bewaard = await s.vraag<Weging>('vt-medewerker', 'PUT', `/beoordelingen/${b.id}`, {
    versie: b.versie,
    acuut: 'nee',
    acuutArgument: 'Vannacht slaapt er iemand bij het gezin. De buren kijken mee.',
    structureel: 'ja',
    structureelArgument: 'De buurvrouw hoort dit al maanden, en school ziet het ook.',
    uitspraakIds: b.uitspraken.filter((u) => u.draagt).map((u) => u.id),
    besluit: 'overdragen',
    besluitReden: 'Het lokale team kent de buurt en kan met dit gezin aan de slag.',
    vervolgSoort: 'lokaal_team',
  });
  const voor = await s.vraag<Weging>('vt-medewerker', 'POST', `/beoordelingen/${b.id}/voorlegging`, {
    versie: bewaard.versie,
  });
  return { ...b, versie: voor.versie };
}

/** The second pair of eyes decides. */
export async function stelVast(s: Spel, b: Weging): Promise<void> {
  await s.vraag('vt-gedragswetenschapper', 'POST', `/beoordelingen/${b.id}/vaststelling`, {
    versie: b.versie,
  });
}

/** Offers a casus to the organisation of this persona; gives the handover. */
export async function biedAan(s: Spel, casusId: string, ontvanger: PersonaId): Promise<{ id: string }> {
  const ik = await s.vraag<{ organisatie: { id: string } }>(ontvanger, 'GET', '/ik');
  const er = await s.vraag<{ naTeZien: { id: string }[] }>(
    'vt-medewerker',
    'GET',
    `/casussen/${casusId}/overdracht-voorbereiding`,
  );
  return s.vraag('vt-medewerker', 'POST', `/casussen/${casusId}/overdrachten`, {
    ...aanbod(ik.organisatie.id),
    nagezien: er.naTeZien.map(({ id }) => ({ id, mee: true })),
  });
}
