// SPDX-License-Identifier: EUPL-1.2
/** What `koppel` is told about a file: which column is the id, and of what kind the others are. Nothing else. */

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

/** Something in the input is wrong; the message is for the person who gave it (Dutch). */
export class Invoerfout extends Error {
  override name = 'Invoerfout';
}

export interface Velden {
  readonly id: string;
  /** Columns in the order of the file; the order decides nothing but which of two equal kinds comes first. */
  readonly kolommen: readonly { readonly kolom: string; readonly soort: Soort }[];
  /** Kinds that we do not know, compared as text. */
  readonly onbekend: readonly string[];
}

/** Where the JSON goes wrong: the number of the sign. The parser says it for some mistakes only; for the others it is looked for. */
function plekVanFout(tekst: string, fout: Error): number {
  const gezegd = /position (\d+)/.exec(fout.message)?.[1];
  if (gezegd !== undefined) return Number(gezegd);
  for (let n = 1; n <= tekst.length; n++) {
    try {
      JSON.parse(tekst.slice(0, n));
    } catch (deel) {
      // a piece that only lacks its end was right so far
      if (!/end of JSON|Unterminated|position/.test((deel as Error).message)) return n - 1;
    }
  }
  return tekst.length;
}

/** What is wrong, and where, in the words of the person who wrote the file. */
function zegJsonfout(tekst: string, fout: Error): string {
  if (tekst.trim() === '') return 'Het veldenbestand is leeg.';
  const plek = plekVanFout(tekst, fout);
  const ervoor = tekst.slice(0, plek).split('\n');
  const waar = `regel ${ervoor.length}, teken ${(ervoor.at(-1) ?? '').length + 1}`;
  const teken = [...tekst.slice(plek).trimStart()][0];
  const wat =
    teken === undefined || fout.message.startsWith('Unterminated')
      ? 'daar houdt het bestand op. Mist er een aanhalingsteken of een accolade?'
      : /^[\r\n]/.test(tekst.slice(plek))
        ? 'daar begint een nieuwe regel, en dat kan daar niet. Mist er een aanhalingsteken?'
        : `daar staat ${teken === '"' ? 'een aanhalingsteken' : `"${teken}"`}, en dat kan daar niet. Mist er een komma of een aanhalingsteken, of staat er een te veel?`;
  return `Het veldenbestand is geen geldige JSON (${waar}): ${wat}`;
}

/**
 * Reads `velden.json`: `{"id": "<column>", "kolommen": {"<column>": "<kind>", …}}`.
 * @throws Invoerfout when the form is another one, or when something else stands in it
 */
export function leesVelden(tekst: string): Velden {
  const kaal = tekst.charCodeAt(0) === 0xfeff ? tekst.slice(1) : tekst;
  let json: unknown;
  try {
    json = JSON.parse(kaal);
  } catch (fout) {
    throw new Invoerfout(zegJsonfout(kaal, fout as Error));
  }
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
