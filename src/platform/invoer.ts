// SPDX-License-Identifier: EUPL-1.2
// Files that a person wrote by hand and gives to a command: what is wrong with them is said to that person.

/** Something in the input is wrong; the message is for the person who gave it (Dutch). */
export class Invoerfout extends Error {
  override name = 'Invoerfout';
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
function zegJsonfout(tekst: string, fout: Error, bestand: string): string {
  if (tekst.trim() === '') return `${bestand} is leeg.`;
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
  return `${bestand} is geen geldige JSON (${waar}): ${wat}`;
}

/**
 * Reads the text of a JSON file.
 * @param bestand what the file is called at the beginning of a sentence: "Het veldenbestand"
 * @throws Invoerfout that says where it goes wrong
 */
export function leesJson(tekst: string, bestand: string): unknown {
  const kaal = tekst.charCodeAt(0) === 0xfeff ? tekst.slice(1) : tekst;
  try {
    return JSON.parse(kaal);
  } catch (fout) {
    throw new Invoerfout(zegJsonfout(kaal, fout as Error, bestand));
  }
}
