// SPDX-License-Identifier: EUPL-1.2
// What a body may not hold, whatever its route: looked at before the validator, which would let it fall away in silence.
import type { Veldzin } from './problem.ts';

/** Layers of a body; the deepest of ours has seven. */
const LAGEN = 50;
const HOOGSTENS = 50;

const ZINNEN = {
  teken: {
    nl: 'Hier staat een teken dat niet bewaard kan worden. Haal het weg.',
    en: 'Here is a sign that cannot be stored. Take it out.',
  },
  tekenInNaam: {
    nl: 'De naam van een veld heeft een teken dat niet bewaard kan worden.',
    en: 'The name of a field has a sign that cannot be stored.',
  },
  diep: {
    nl: `Dit zit te diep in elkaar (hoogstens ${LAGEN} lagen).`,
    en: `This is nested too deep (at most ${LAGEN} layers).`,
  },
  onbekend: {
    nl: 'Dit veld kent Houvast niet. Controleer de naam.',
    en: 'Houvast does not know this field. Check its name.',
  },
};

interface Schema {
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  patternProperties?: unknown;
  items?: Schema;
}

/** The fields that a schema names; null when it leaves them free. */
function kent(
  schema: Schema | undefined,
): { velden: Record<string, Schema>; rij: Schema | undefined } | null {
  if (!schema) return null;
  const takken = schema.anyOf ?? [schema];
  const velden = Object.assign({}, ...takken.map((t) => t.properties ?? {})) as Record<string, Schema>;
  const rij = takken.find((t) => t.items)?.items;
  const vrij = takken.some((t) => t.patternProperties) || (Object.keys(velden).length === 0 && !rij);
  return vrij ? null : { velden, rij };
}

/**
 * What is wrong with a body that no schema would say. A field that we do not know is refused by its name: `geheimadres` for
 * `geheimAdres` must not fall away while the address is written down. So is a sign that the database cannot keep as it is
 * (NUL, half an emoji), and a body that lies too deep to be read safely.
 * @param schema of the body; without one any field is welcome
 * @returns one sentence per field, fifty at most
 */
export function keurInhoud(body: unknown, schema?: unknown): Veldzin[] {
  const fouten: Veldzin[] = [];
  const teGaan: { x: unknown; schema: Schema | undefined; pad: string[] }[] = [
    { x: body, schema: schema as Schema | undefined, pad: [] },
  ];
  for (let nu = teGaan.pop(); nu && fouten.length < HOOGSTENS; nu = teGaan.pop()) {
    const { x, pad } = nu;
    const fout = (naam: string[], zin: Veldzin['zin']) => fouten.push({ veld: naam.join('.'), zin });
    if (typeof x === 'string') {
      if (!bewaarbaar(x)) fout(pad, ZINNEN.teken);
      continue;
    }
    if (x === null || typeof x !== 'object' || Buffer.isBuffer(x)) continue;
    if (pad.length >= LAGEN) {
      fout(pad.slice(0, 3), ZINNEN.diep);
      break;
    }
    const bekend = kent(nu.schema);
    const verder: typeof teGaan = [];
    for (const [naam, waarde] of Object.entries(x)) {
      const hier = [...pad, naam];
      const onder = Array.isArray(x) ? bekend?.rij : bekend?.velden[naam];
      if (!bewaarbaar(naam)) fout(pad, ZINNEN.tekenInNaam);
      else if (bekend && !Array.isArray(x) && !Object.hasOwn(bekend.velden, naam))
        fout(hier, ZINNEN.onbekend);
      else verder.push({ x: waarde, schema: onder, pad: hier });
    }
    // the last in is the first out: so the sentences come in the order of the body
    teGaan.push(...verder.reverse());
  }
  return fouten;
}

function bewaarbaar(tekst: string): boolean {
  return !tekst.includes('\u0000') && tekst.isWellFormed();
}
