// SPDX-License-Identifier: EUPL-1.2
/** What `koppel` is told about a file: which column is the id, and of what kind the others are. Nothing else. */
import { Invoerfout, leesJson } from '../../../platform/invoer.ts';

/** The kinds of values that the core knows. Every other kind is compared as text. */
export const SOORTEN = [
  'voornaam',
  'voorvoegsel',
  'achternaam',
  'volledigeNaam',
  'geboortedatum',
  'straat',
  'huisnummer',
  'postcode',
  'plaats',
  'regio',
  'bsn',
  'identificatie',
  'telefoon',
  'email',
  'geslacht',
  'beroep',
  'vrij',
] as const;

export type Soort = (typeof SOORTEN)[number];

export interface Velden {
  readonly id: string;
  /** Columns in the order of the file; the order decides nothing but which of two equal kinds comes first. */
  readonly kolommen: readonly { readonly kolom: string; readonly soort: Soort }[];
  /** Kinds that we do not know, compared as text. */
  readonly onbekend: readonly string[];
}

/**
 * Reads `velden.json`: `{"id": "<column>", "kolommen": {"<column>": "<kind>", …}}`.
 * @throws Invoerfout when the form is another one, or when something else stands in it
 */
export function leesVelden(tekst: string): Velden {
  const json = leesJson(tekst, 'Het veldenbestand');
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Invoerfout('Het veldenbestand moet een object zijn: {"id": "…", "kolommen": {…}}.');
  const { id, kolommen, ...rest } = json as Record<string, unknown>;
  const vreemd = Object.keys(rest);
  if (vreemd.length > 0)
    throw new Invoerfout(
      `In het veldenbestand staat "${vreemd[0]}". Er mag alleen "id" en "kolommen" in staan: drempels en labels bestaan niet.`,
    );
  if (typeof id !== 'string' || id === '')
    throw new Invoerfout(
      'In het veldenbestand moet achter "id" de naam staan van de kolom met het kenmerk per rij.',
    );
  if (typeof kolommen !== 'object' || kolommen === null || Array.isArray(kolommen))
    throw new Invoerfout(
      'In het veldenbestand moet achter "kolommen" bij elke kolom een soort staan: {"<kolom>": "<soort>"}.',
    );
  const uit: { kolom: string; soort: Soort }[] = [];
  const onbekend: string[] = [];
  for (const [kolom, soort] of Object.entries(kolommen)) {
    if (typeof soort !== 'string')
      throw new Invoerfout(
        `In "kolommen" moet achter "${kolom}" een soort staan, als tekst. Soorten: ${SOORTEN.join(', ')}.`,
      );
    if (kolom === id)
      throw new Invoerfout(`De kolom "${kolom}" is het id en kan niet ook vergeleken worden.`);
    const bekend = SOORTEN.find((s) => s === soort);
    if (bekend === undefined) onbekend.push(soort);
    uit.push({ kolom, soort: bekend ?? 'vrij' });
  }
  if (uit.length === 0) throw new Invoerfout('Er is geen enkele kolom om te vergelijken.');
  return { id, kolommen: uit, onbekend };
}
