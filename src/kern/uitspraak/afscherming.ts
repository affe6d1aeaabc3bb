// SPDX-License-Identifier: EUPL-1.2
// What must stay hidden when a casus goes to another organisatie: the melder (handbook 1.4: S:19, S:24) and a secret
// address (S:19, P4). The parts that could hold them are left out at the source; this is the second wall, for what
// someone typed in a free text.
import { vindplaatsen, vouw } from './vouw.ts';

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
  /** Towns of addresses in the casus that are no secret: that someone is there tells nothing. Without them no town is hidden. */
  bekendePlaatsen?: readonly string[];
}

export const AFGESCHERMD = '[afgeschermd]';

const NIET_LETTER = '(?<![\\p{L}\\p{N}])';
const NIET_LETTER_NA = '(?![\\p{L}\\p{N}])';

function letterlijk(tekst: string): string {
  return tekst.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** As patterns read it: without accents, with single spaces. */
const kaal = (tekst: string) => vouw(tekst).vlak.trim().replace(/\s+/g, ' ');

/** The words of a text, in any spacing. */
function woorden(tekst: string): string {
  return NIET_LETTER + kaal(tekst).split(' ').map(letterlijk).join('\\s+') + NIET_LETTER_NA;
}

/** The last part of a street name as it is also written (after the abbreviations of NEN 5825, and what people make of them). */
const STRAATDELEN: readonly (readonly string[])[] = [
  ['dwarsstraat', 'dwarsstr', 'dwstr'],
  ['straat', 'str'],
  ['laan', 'ln'],
  ['weg', 'wg'],
  ['plein', 'pln', 'pl'],
  ['singel', 'sngl', 'sgl'],
  ['gracht', 'gr'],
  ['kade', 'kd'],
  ['dijk', 'dk'],
  ['park', 'prk', 'pk'],
  ['steeg', 'stg'],
  ['boulevard', 'blvd', 'boul'],
  ['hof', 'hf'],
  ['pad', 'pd'],
];
/** Titles at the front of one. */
const TITELS: readonly (readonly string[])[] = [
  ['burgemeester', 'burg', 'burgem', 'bgm'],
  ['dokter', 'doctor', 'dr'],
  ['dominee', 'ds'],
  ['professor', 'prof'],
  ['pastoor', 'past'],
  ['meester', 'mr'],
  ['ingenieur', 'ir'],
  ['generaal', 'gen'],
  ['president', 'pres'],
  ['sint', 'st'],
  ['koningin', 'kon'],
  ['prinses', 'prins', 'pr'],
  ['van', 'v'],
  ['der', 'd'],
];
const eenVan = (vormen: readonly string[]) => `(?:${vormen.map(letterlijk).join('|')})`;
/** Between the parts of a name: bounded, see `nummer`. */
const TUSSEN = "[\\s.'-]{0,3}";
const STRAATEIND = new RegExp(`^(.+?)[\\s-]*(${STRAATDELEN.flat().map(letterlijk).join('|')})\\.?$`, 'i');

/**
 * A street as people write it: "Dorpsstraat", "Dorpsstr. 12", "dorps straat", "Dorpstraat"; "Burg. Jansenln" for "Burgemeester
 * Jansenlaan". A house number may be stuck to it.
 */
function straat(naam: string): string | null {
  const heel = kaal(naam);
  if (!heel) return null;
  const gedeeld = STRAATEIND.exec(heel);
  const delen = gedeeld && STRAATDELEN.find((d) => d.includes((gedeeld[2] ?? '').toLowerCase()));
  const woord = (w: string) => {
    const titel = TITELS.find((t) => t.includes(w.toLowerCase().replace(/\.$/, '')));
    return titel ? eenVan(titel) : letterlijk(w.replace(/\.$/, ''));
  };
  const stam = (gedeeld && delen ? (gedeeld[1] ?? '') : heel).split(/[\s-]+|(?<=\.)/).filter(Boolean);
  let bron = stam.map(woord).join(TUSSEN);
  // the s in the middle comes and goes
  if (delen) bron = `${bron.replace(/(?<=\p{L}{2})s$/iu, '')}s?[\\s-]{0,3}${eenVan(delen)}`;
  return `${NIET_LETTER}${bron}(?!\\p{L})`;
}

/** One mention, as far as it says where someone is. */
export interface Plek {
  geheim: boolean;
  straat: string | null;
  huisnummer: string | null;
  postcode: string | null;
  woonplaats: string | null;
  telefoon: readonly string[];
  email: readonly string[];
}

/** Which of what is known of the people of a casus is secret, and which towns everybody may know. A child's address is its mother's. */
export function verdeelPlekken(
  plekken: readonly Plek[],
): Pick<Geheimen, 'adressen'> & { bekendePlaatsen: string[] } {
  const adressen = plekken.filter((p) => p.geheim);
  const vlak = (x: string | null) => (x ? kaal(x).replace(/\s/g, '').toLowerCase() : null);
  const zelfdeHuis = (a: Plek, b: Plek) =>
    vlak(a.huisnummer) === vlak(b.huisnummer) &&
    ((a.postcode !== null && vlak(a.postcode) === vlak(b.postcode)) ||
      (a.straat !== null && vlak(a.straat) === vlak(b.straat)));
  return {
    adressen,
    bekendePlaatsen: plekken
      .filter((p) => !p.geheim && !adressen.some((g) => zelfdeHuis(g, p)))
      .flatMap((p) => p.woonplaats ?? []),
  };
}

/** How far a street and a town may stand apart and still be one address. */
const DICHTBIJ = 40;
const vormen = (lang: boolean) =>
  STRAATDELEN.flat()
    .filter((d) => d.length > 2 === lang)
    .join('|');
/** How the name of a street ends, as far as that says that it is one. */
export const STRAATWOORDEN: readonly string[] = STRAATDELEN.flat().filter((d) => d.length > 2);
/** Anything that looks like a street, or a house number: with the town of a hiding place it is an address. */
const ADRESACHTIG = `${NIET_LETTER}(?:\\p{L}{2,40}(?:(?:${vormen(true)})(?!\\p{L})|(?:${vormen(false)})(?=\\.|\\s?\\d))|(?:nummer|nr\\.?|huisnummer)\\s{0,3}\\d)`;
const gelijkePlaats = (a: string, b: string) => gelijk(kaal(a), kaal(b));

/**
 * The towns of hiding places that are not also the town of an address that everybody in the casus may know. The town alone is for a
 * person to weigh (nazien).
 */
export function verborgenPlaatsen(g: Geheimen): RegExp[] {
  return namenVanPlaatsen(g).map((p) => new RegExp(woorden(p), 'giu'));
}

/**
 * What a person weighs in a statement: those towns, and where someone of the casus hides anything that looks like an address, for it
 * may be there.
 */
export function teWegen(g: Geheimen): RegExp[] {
  return [...verborgenPlaatsen(g), ...(g.adressen.length > 0 ? [new RegExp(ADRESACHTIG, 'giu')] : [])];
}

function namenVanPlaatsen(g: Geheimen): string[] {
  const bekend = g.bekendePlaatsen;
  if (!bekend) return [];
  const plaatsen = g.adressen.flatMap((a) => (a.woonplaats?.trim() ? [kaal(a.woonplaats)] : []));
  return [...new Set(plaatsen)].filter((p) => !bekend.some((b) => gelijkePlaats(b, p)));
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
  const laatste = kaal(naam).split(' ').at(-1) ?? '';
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
    if (m.email?.trim()) bij(letterlijk(kaal(m.email)));
  }
  for (const a of g.adressen) {
    if (a.straat) bij(straat(a.straat));
    const p = a.postcode && kaal(a.postcode).replace(/\s/g, '');
    if (p)
      bij(`${NIET_LETTER}${letterlijk(p.slice(0, 4))}[\\s.-]{0,3}${letterlijk(p.slice(4))}${NIET_LETTER_NA}`);
    for (const t of a.telefoon) bij(nummer(t));
    for (const e of a.email) if (e.trim()) bij(letterlijk(kaal(e)));
  }
  for (const p of namenVanPlaatsen(g)) {
    bij(`${ADRESACHTIG}[^\\n]{0,${DICHTBIJ}}?${woorden(p)}`);
    bij(`${woorden(p)}[^\\n]{0,${DICHTBIJ}}?${ADRESACHTIG}`);
  }
  return [...bronnen].map(([sleutel, bron]) => new RegExp(bron, sleutel.startsWith('giu') ? 'giu' : 'gu'));
}

/** Whether a text holds something that must stay hidden. */
export function verraadt(tekst: string, geheim: readonly RegExp[]): boolean {
  const { vlak } = vouw(tekst);
  return geheim.some((p) => vlak.search(p) >= 0);
}

/** The text with every piece that a pattern finds replaced by the mark; the rest stays as it was typed. */
function vervang(tekst: string, geheim: readonly RegExp[]): string {
  const g = vouw(tekst);
  const stukken = geheim
    .flatMap((p) => vindplaatsen(g, tekst.length, p))
    .sort((a, b) => a.van - b.van || b.tot - a.tot);
  let uit = '';
  let plek = 0;
  for (const { van, tot } of stukken) {
    if (van >= plek) uit += tekst.slice(plek, van) + AFGESCHERMD;
    plek = Math.max(plek, tot);
  }
  return uit + tekst.slice(plek);
}

/** What is taken out may leave a word standing free that was not one before: looked at again, this often. */
const RONDES = 4;

/** The same text or structure with what must stay hidden replaced by a visible mark. */
export function schermAf<T>(waarde: T, geheim: readonly RegExp[]): T {
  if (typeof waarde === 'string') {
    let tekst: string = waarde;
    for (let i = 0; i < RONDES && verraadt(tekst, geheim); i++) tekst = vervang(tekst, geheim);
    return tekst as T;
  }
  if (Array.isArray(waarde)) return waarde.map((w: unknown) => schermAf(w, geheim)) as T;
  if (typeof waarde === 'object' && waarde !== null && !(waarde instanceof Date)) {
    return Object.fromEntries(
      Object.entries(waarde).map(([k, w]) => [k, schermAf(w as unknown, geheim)]),
    ) as T;
  }
  return waarde;
}
