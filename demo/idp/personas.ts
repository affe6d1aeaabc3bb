// SPDX-License-Identifier: EUPL-1.2

/** A fictitious employee (or system) that anyone may be in the demo. */
export interface Persona {
  /** Slug; also the client id for tokens. */
  id: string;
  /** Subject: uuid of the medewerker in the demo region. */
  sub: string;
  naam: string;
  functie: string;
  organisatie: string;
  /** One line on what work awaits. */
  omschrijving: string;
  /** The same two in English, for the picker. */
  en: { functie: string; omschrijving: string };
  /** A system without a screen: gets tokens, is not in the picker. */
  machine?: boolean;
}

/** The personas of one organisation, in the order in which they were given. */
interface PersonaGroep {
  organisatie: string;
  personas: Persona[];
}

/** Client id of Houvast itself at this provider. */
export const HOUVAST_CLIENT = 'houvast';

/**
 * Checks the list of personas.
 * @throws Error naming the persona that cannot be one
 */
export function controleerPersonas(personas: readonly Persona[]): void {
  const ids = new Set([HOUVAST_CLIENT]);
  for (const p of personas) {
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(p.id)) {
      throw new Error(
        `Persona "${p.id}" heeft een naam die niet kan: alleen kleine letters, cijfers en streepjes.`,
      );
    }
    if (ids.has(p.id))
      throw new Error(`Persona "${p.id}" komt tweemaal voor, of heet als een ander systeem.`);
    if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(p.sub)) {
      throw new Error(`Persona "${p.id}" heeft geen medewerker (sub is geen uuid).`);
    }
    ids.add(p.id);
  }
}

/** People by organisation, for the picker; organisations in order of their first persona. */
export function groepeerPersonas(personas: readonly Persona[]): PersonaGroep[] {
  const groepen = new Map<string, Persona[]>();
  for (const p of personas) {
    if (p.machine === true) continue;
    const groep = groepen.get(p.organisatie);
    if (groep) groep.push(p);
    else groepen.set(p.organisatie, [p]);
  }
  return [...groepen].map(([organisatie, leden]) => ({ organisatie, personas: leden }));
}
