// SPDX-License-Identifier: EUPL-1.2
// What must stay hidden when a casus goes to another organisatie: the melder (handbook 1.4: S:19, S:24) and a secret
// address (S:19, P4). The parts that could hold them are left out at the source; this is the second wall, for what
// someone typed in a free text.

/** What may not be in any text that leaves the organisatie. */
export interface Geheimen {
  /** Names, telephone numbers and e-mail addresses of melders who are not themselves a person in the casus. */
  melders: readonly { naam: string | null; telefoon: string | null; email: string | null }[];
  /** Secret addresses with what reaches someone there. */
  adressen: readonly {
    straat: string | null;
    huisnummer: string | null;
    postcode: string | null;
    woonplaats: string | null;
    telefoon: readonly string[];
    email: readonly string[];
  }[];
  /** Names of the persons in the casus: they are handed over and are no secret. */
  personen: readonly string[];
}

export const AFGESCHERMD = '[afgeschermd]';

const NIET_LETTER = '(?<![\\p{L}\\p{N}])';
const NIET_LETTER_NA = '(?![\\p{L}\\p{N}])';

function letterlijk(tekst: string): string {
  return tekst.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The words of a text, in any spacing. */
function woorden(tekst: string): string {
  return NIET_LETTER + tekst.trim().split(/\s+/).map(letterlijk).join('\\s+') + NIET_LETTER_NA;
}

/**
 * A telephone number as people write it: with spaces, dashes, brackets, 0 or +31 or 0031 in front. The signs in front are bounded,
 * because two runs of them side by side are tried in every division: a long line of dashes would keep the server busy for minutes.
 * Behind more of them the number is found by itself.
 */
function nummer(telefoon: string): string | null {
  const cijfers = telefoon.replace(/\D/g, '').replace(/^(?:0031|31(?=\d{9}$)|0)/, '');
  if (cijfers.length < 7) return null;
  return `(?<!\\d)(?:(?:\\+31|0031|0|31)[\\s\\-().]{0,5}(?:\\(0\\)[\\s\\-().]{0,5})?)?${[...cijfers].join('[\\s\\-().]*')}(?!\\d)`;
}

/** The last word of a name, when it is long enough to point at someone, as a name is written: with a capital. */
function achternaamVan(naam: string): string | null {
  const laatste = naam.trim().split(/\s+/).at(-1) ?? '';
  return laatste.length >= 4 ? laatste.charAt(0).toLocaleUpperCase('nl') + laatste.slice(1) : null;
}

const gelijk = (a: string, b: string) => a.localeCompare(b, 'nl', { sensitivity: 'base' }) === 0;

/**
 * The patterns of what must stay hidden. A melder's surname alone counts, unless someone in the casus has it too; a
 * postcode counts only when it is that of a secret address.
 */
export function patronen(g: Geheimen): RegExp[] {
  const bronnen = new Map<string, string>();
  const bij = (bron: string | null, vlaggen = 'giu') => {
    if (bron) bronnen.set(`${vlaggen}${bron}`, bron);
  };
  const bekendeWoorden = g.personen.flatMap((p) => p.split(/[\s-]+/));
  for (const m of g.melders) {
    if (m.naam?.trim()) {
      bij(woorden(m.naam));
      const achter = achternaamVan(m.naam);
      // a surname can be a word ("de Jong", "jong"): only as a name
      if (achter && !bekendeWoorden.some((w) => gelijk(w, achter))) {
        bij(woorden(achter), 'gu');
        bij(woorden(achter.toLocaleUpperCase('nl')), 'gu');
      }
    }
    if (m.telefoon) bij(nummer(m.telefoon));
    if (m.email?.trim()) bij(letterlijk(m.email.trim()));
  }
  for (const a of g.adressen) {
    if (a.straat?.trim()) bij(woorden(a.straat));
    const p = a.postcode?.replace(/\s/g, '');
    if (p)
      bij(`${NIET_LETTER}${letterlijk(p.slice(0, 4))}[\\s.-]{0,3}${letterlijk(p.slice(4))}${NIET_LETTER_NA}`);
    for (const t of a.telefoon) bij(nummer(t));
    for (const e of a.email) if (e.trim()) bij(letterlijk(e.trim()));
  }
  return [...bronnen].map(([sleutel, bron]) => new RegExp(bron, sleutel.startsWith('giu') ? 'giu' : 'gu'));
}

/** Whether a text holds something that must stay hidden. */
export function verraadt(tekst: string, geheim: readonly RegExp[]): boolean {
  return geheim.some((p) => {
    p.lastIndex = 0;
    return p.test(tekst);
  });
}

/** The same text or structure with what must stay hidden replaced by a visible mark. */
export function schermAf<T>(waarde: T, geheim: readonly RegExp[]): T {
  if (typeof waarde === 'string') {
    return geheim.reduce((t: string, p) => t.replace(p, AFGESCHERMD), waarde) as T;
  }
  if (Array.isArray(waarde)) return waarde.map((w: unknown) => schermAf(w, geheim)) as T;
  if (typeof waarde === 'object' && waarde !== null && !(waarde instanceof Date)) {
    return Object.fromEntries(
      Object.entries(waarde).map(([k, w]) => [k, schermAf(w as unknown, geheim)]),
    ) as T;
  }
  return waarde;
}
