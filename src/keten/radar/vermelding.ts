// SPDX-License-Identifier: EUPL-1.2
/**
 * A person as mentioned once, somewhere: what the matching engine sees. And the composite keys by which one index
 * look-up (`where sleutels && $1`, GIN over their numbers, see sleutelgetal.ts) finds everyone who may be the same person.
 */
import { klank, klankGrof } from './klank.ts';
import {
  leesAchternaam,
  leesVoornamen,
  naamfamilies,
  naamKern,
  splitsTussenvoegsel,
  vouw,
  zonderGeplaktVoorvoegsel,
} from './naam.ts';
import type { Telling } from './namenboek.ts';
import { NAAMFAMILIES } from './namenlijst.ts';
import { onthoud } from './onthoud.ts';

export interface Geboorte {
  readonly jaar?: number;
  readonly maand?: number;
  readonly dag?: number;
}

export type Geslacht = 'man' | 'vrouw' | 'anders' | 'onbekend';

/** Everything but `id` may be missing: nothing is required that a caller may not know. */
export interface Vermelding {
  readonly id: string;
  /** Keyed hash of the BSN in hex; never the number itself. Only set for a number that passed the elfproef. */
  readonly bsnSleutel?: string;
  readonly voornamen?: string;
  /** Call name, when it was given beside the church names. */
  readonly roepnaam?: string;
  readonly voorletters?: string;
  readonly tussenvoegsel?: string;
  readonly achternaam?: string;
  readonly partnerTussenvoegsel?: string;
  readonly partnerAchternaam?: string;
  readonly geboorte?: Geboorte;
  readonly geslacht?: Geslacht;
  readonly straat?: string;
  readonly huisnummer?: number | string;
  readonly huisletter?: string;
  readonly postcode?: string;
  readonly woonplaats?: string;
  readonly telefoon?: readonly string[];
  readonly email?: readonly string[];
}

/** One surname in the form in which it is compared. */
export interface Naamvorm {
  /** Letters only, without prefix: `berg`. */
  readonly kern: string;
  /** Prefix and core glued: `vandenberg`. */
  readonly heel: string;
  readonly klank: string;
  readonly grof: string;
}

/** A mention made ready for comparing: do this once per mention, not once per pair. */
export interface Voorbereid {
  readonly bron: Vermelding;
  readonly bsn: string;
  /** Given names, folded, two letters or more. */
  readonly namen: readonly string[];
  readonly naamHeel: string;
  readonly letters: string;
  /** Own surname first; then partner's name and the parts of a double name. */
  readonly achternamen: readonly Naamvorm[];
  readonly jaar: number;
  readonly maand: number;
  readonly dag: number;
  /** jjjjmmdd when complete and not the conventional 1 January, otherwise ''. */
  readonly geboortedatum: string;
  readonly geslacht: '' | 'man' | 'vrouw';
  readonly postcode: string;
  readonly huisnummer: string;
  readonly huisletter: string;
  readonly straat: string;
  readonly plaats: string;
  readonly telefoon: readonly string[];
  readonly email: readonly string[];
}

function naamvorm(tussenvoegsel: string, kernTekst: string): Naamvorm | undefined {
  const kern = naamKern(kernTekst);
  if (kern === '') return undefined;
  const heel = vouw(`${tussenvoegsel.replace(/\./g, '')} ${kernTekst}`).replace(/[' -]/g, '');
  return { kern, heel, klank: klank(kern) || kern, grof: klankGrof(kern) || kern };
}

/**
 * The surnames of a mention in the order in which they count: own name, parts of a double name, the partner's.
 * @param achterop a prefix that stood behind the given names
 */
export function naamvormen(
  v: Pick<Vermelding, 'achternaam' | 'tussenvoegsel' | 'partnerAchternaam' | 'partnerTussenvoegsel'>,
  achterop: string,
): Naamvorm[] {
  const uit: Naamvorm[] = [];
  const bij = (vorm: Naamvorm | undefined): void => {
    if (vorm !== undefined && !uit.some((x) => x.kern === vorm.kern)) uit.push(vorm);
  };
  const lees = (tekst: string | undefined, tv: string | undefined): void => {
    if (tekst === undefined || tekst.trim() === '') return;
    const dubbel = leesAchternaam(tekst);
    const heel = splitsTussenvoegsel(tekst);
    bij(naamvorm((tv ?? '') || heel.tussenvoegsel || achterop, heel.kern));
    if (dubbel.partner === undefined) return;
    bij(naamvorm(dubbel.achternaam.tussenvoegsel, dubbel.achternaam.kern));
    bij(naamvorm(dubbel.partner.tussenvoegsel, dubbel.partner.kern));
  };
  lees(v.achternaam, v.tussenvoegsel);
  lees(v.partnerAchternaam, v.partnerTussenvoegsel);
  return uit;
}

/** Stands between two texts that are remembered as one. */
const TUSSEN = '\u0000';

const gelezenVoornamen = onthoud((tekst) => {
  const [voornamen, voorletters] = tekst.split(TUSSEN);
  return leesVoornamen(voornamen, voorletters);
});

const gelezenAchternamen = onthoud((tekst) => {
  const [achternaam, tussenvoegsel, partnerAchternaam, partnerTussenvoegsel, achterop = ''] =
    tekst.split(TUSSEN);
  const bekend = { achternaam, tussenvoegsel, partnerAchternaam, partnerTussenvoegsel };
  return naamvormen(Object.fromEntries(Object.entries(bekend).filter(([, t]) => t)), achterop);
});

const gevouwen = onthoud((tekst) => vouw(tekst).replace(/[' -]/g, ''));
const gevouwenLetter = onthoud(vouw);
const gevouwenStraat = onthoud((tekst) => gevouwen(tekst).replace(/(straat|str)$/, 'str'));

function cijfers(tekst: string): string {
  return tekst.replace(/\D/g, '');
}

/** Dutch phone numbers in one form: the last nine digits (0612345678, +31 6 12345678 and 0031612345678 are one). */
export function telefoonKern(tekst: string): string {
  const d = cijfers(tekst);
  return d.length >= 9 ? d.slice(-9) : '';
}

const gelezenNummer = onthoud((tekst) => {
  const nummer = /^\s*0*(\d+)\s*([\p{L}]?)/u.exec(tekst);
  return { nummer: nummer?.[1] ?? '', letter: nummer?.[2] ?? '' };
});
const gelezenPostcode = onthoud((tekst) => tekst.toUpperCase().replace(/[^0-9A-Z]/g, ''));

/** Reads each field when it is first asked for: most mentions that are looked at are told apart by two or three of them. */
class Bereid implements Voorbereid {
  readonly bron: Vermelding;
  readonly bsn: string;
  readonly jaar: number;
  readonly maand: number;
  readonly dag: number;
  readonly geboortedatum: string;
  readonly geslacht: '' | 'man' | 'vrouw';
  private voornaam: ReturnType<typeof gelezenVoornamen> | undefined = undefined;
  private vormen: readonly Naamvorm[] | undefined = undefined;
  private code: string | undefined = undefined;
  private nummer: string | undefined = undefined;
  private woonplaats: string | undefined = undefined;
  private weg: string | undefined = undefined;
  private telefoons: readonly string[] | undefined = undefined;
  private mail: readonly string[] | undefined = undefined;

  constructor(v: Vermelding) {
    const { jaar = 0, maand = 0, dag = 0 } = v.geboorte ?? {};
    const compleet = jaar > 0 && maand > 0 && dag > 0 && !(maand === 1 && dag === 1);
    this.bron = v;
    this.bsn = v.bsnSleutel ?? '';
    this.jaar = jaar;
    this.maand = maand;
    this.dag = dag;
    this.geboortedatum = compleet ? datumTekst(jaar, maand, dag) : '';
    this.geslacht = v.geslacht === 'man' || v.geslacht === 'vrouw' ? v.geslacht : '';
  }

  private get voor(): ReturnType<typeof gelezenVoornamen> {
    if (this.voornaam !== undefined) return this.voornaam;
    const { voornamen = '', voorletters = '', roepnaam } = this.bron;
    this.voornaam = gelezenVoornamen(
      `${voornamen}${roepnaam ? ` ${roepnaam}` : ''}${voorletters === '' ? '' : `${TUSSEN}${voorletters}`}`,
    );
    return this.voornaam;
  }
  get namen(): readonly string[] {
    return this.voor.namen;
  }
  get naamHeel(): string {
    return this.voor.namen.join('');
  }
  get letters(): string {
    return this.voor.letters;
  }
  get achternamen(): readonly Naamvorm[] {
    if (this.vormen !== undefined) return this.vormen;
    const { achternaam, tussenvoegsel, partnerAchternaam, partnerTussenvoegsel } = this.bron;
    const { achterop } = this.voor;
    // most people have one name without more, which is remembered as it stands
    this.vormen = gelezenAchternamen(
      tussenvoegsel || partnerAchternaam || partnerTussenvoegsel || achterop
        ? [achternaam, tussenvoegsel, partnerAchternaam, partnerTussenvoegsel, achterop].join(TUSSEN)
        : (achternaam ?? ''),
    );
    return this.vormen;
  }
  get postcode(): string {
    this.code ??= gelezenPostcode(this.bron.postcode ?? '');
    return this.code;
  }
  get huisnummer(): string {
    this.nummer ??= gelezenNummer(String(this.bron.huisnummer ?? '')).nummer;
    return this.nummer;
  }
  get huisletter(): string {
    const { huisletter, huisnummer = '' } = this.bron;
    return gevouwenLetter(huisletter || gelezenNummer(String(huisnummer)).letter);
  }
  get plaats(): string {
    this.woonplaats ??= gevouwen(this.bron.woonplaats ?? '');
    return this.woonplaats;
  }
  get straat(): string {
    this.weg ??= gevouwenStraat(this.bron.straat ?? '');
    return this.weg;
  }
  get telefoon(): readonly string[] {
    this.telefoons ??= (this.bron.telefoon ?? []).map(telefoonKern).filter((t) => t !== '');
    return this.telefoons;
  }
  get email(): readonly string[] {
    this.mail ??= (this.bron.email ?? []).map((e) => e.trim().toLowerCase()).filter((e) => e !== '');
    return this.mail;
  }
}

/** Makes a mention ready for comparing and for its keys. */
export function bereidVoor(v: Vermelding): Voorbereid {
  return new Bereid(v);
}

function twee(n: number): string {
  return String(n).padStart(2, '0');
}

function datumTekst(jaar: number, maand: number, dag: number): string {
  return `${String(jaar).padStart(4, '0')}${twee(maand)}${twee(dag)}`;
}

/** First letters under which someone may stand: of each given name (two at most) and of their families' names. */
function beginletters(p: Voorbereid, ruim: boolean): string[] {
  const uit = new Set<string>();
  for (const letter of p.letters.slice(0, 2)) uit.add(letter);
  if (ruim) {
    const eerste = p.namen[0];
    if (eerste !== undefined) {
      for (const f of naamfamilies(eerste)) for (const lid of NAAMFAMILIES[f] ?? []) uit.add(lid.charAt(0));
    }
  }
  return [...uit].map(klankLetter);
}

const ZELFDE_LETTER: Readonly<Record<string, string>> = { c: 'k', q: 'k', z: 's', v: 'f', y: 'j' };

/** First letters that sound the same share one sign (Karel and Carel, Zara and Sara). */
function klankLetter(letter: string): string {
  return ZELFDE_LETTER[letter] ?? letter;
}

/** Under which keys a given name stands (see `sleutels`): its sound and its families. */
export function voornaamklanken(naam: string): string[] {
  return [klankGrof(naam) || naam, ...naamfamilies(naam).map((f) => `f${f}`)];
}

/**
 * Under which keys a surname stands (see `sleutels`): its sound, or itself where its letters have none here, and the sound without a
 * prefix that is glued to it.
 */
export function achternaamklanken(kern: string): string[] {
  const los = zonderGeplaktVoorvoegsel(kern);
  return [klankGrof(kern) || kern, los === undefined ? '' : klankGrof(los)].filter((klank) => klank !== '');
}

/** Sound keys under which these given names may stand: their own, their families', and those of near spellings. */
function voornaamSleutels(namen: readonly string[], extra: readonly string[] = []): string[] {
  return [...new Set([...namen.flatMap(voornaamklanken), ...extra.map((naam) => klankGrof(naam) || naam)])];
}

function achternaamSleutels(p: Voorbereid, extra: readonly string[] = []): string[] {
  const eigen = p.achternamen.flatMap((vorm) => achternaamklanken(vorm.kern));
  const anders = extra.map((naam) => klankGrof(naamKern(naam))).filter((klank) => klank !== '');
  return [...new Set([...eigen, ...anders])];
}

/** Keys that are stored and asked alike: where someone lives, can be reached, and the BSN. */
function vasteSleutels(p: Voorbereid, voornamen: readonly string[]): Set<string> {
  const uit = new Set<string>();
  if (p.bsn !== '') uit.add(`b:${p.bsn}`);
  if (p.postcode !== '') {
    for (const naam of voornamen) uit.add(`pv:${p.postcode}${naam}`);
    if (p.huisnummer !== '') uit.add(`ph:${p.postcode}.${p.huisnummer}`);
  }
  if (p.straat !== '' && p.huisnummer !== '') {
    uit.add(`sh:${klankGrof(p.straat)}.${p.huisnummer}.${klankGrof(p.plaats)}`);
  }
  for (const t of p.telefoon) uit.add(`t:${t}`);
  for (const e of p.email) uit.add(`e:${e}`);
  return uit;
}

/** A birth date with one part wrong still shares two of the three. */
function datumDelen(naamLetter: string, datum: string): string[] {
  const [jaar, maand, dag] = [datum.slice(0, 4), datum.slice(4, 6), datum.slice(6)];
  return [
    `km:${naamLetter}${maand}${dag}`,
    `kx:${naamLetter}${jaar}${maand}`,
    `ky:${naamLetter}${jaar}.${dag}`,
  ];
}

/**
 * The composite keys under which a mention is stored, for a column with GIN. Each error that people make leaves at least one
 * key standing:
 * `kd` surname + birth date (other given name) · `vd` given name + birth date (other surname) · `ld`/`li` the same by initial, for whom
 * only initials are known on one side · `km`, `kx`, `ky` surname, initial and two of the three parts of the date (slip in the third) ·
 * `kj`/`ki` surname, initial and year, where one side knows no more · `nv`/`nz` full name, where one side knows no birth date ·
 * `na`/`nb` rare surname and initial, likewise ·
 * `pv` postcode + given name · `ph`, `sh` address · `t` phone · `e` mail · `b` BSN hash.
 * The second of a pair (`li`, `ki`, `nz`, `nb`) is stored only by mentions that know little, and asked by those that know more: so that a
 * full question is not answered with all who share a common name. Never a single attribute, except address, phone, mail and BSN, which
 * few people share.
 */
export function sleutels(v: Vermelding | Voorbereid): string[] {
  const p = 'bron' in v ? v : bereidVoor(v);
  const namen = achternaamSleutels(p);
  const letters = beginletters(p, false);
  const eerste = voornaamSleutels(p.namen.slice(0, 1));
  const uit = vasteSleutels(p, eerste);
  const datum = p.geboortedatum;
  for (const naam of namen) {
    if (datum !== '') uit.add(`kd:${naam}${datum}`);
    for (const l of letters) {
      if (p.jaar > 0) uit.add(`kj:${naam}.${l}${p.jaar}`);
      if (datum !== '') for (const s of datumDelen(`${naam}.${l}`, datum)) uit.add(s);
      else if (p.jaar > 0) uit.add(`ki:${naam}.${l}${p.jaar}`);
    }
    for (const l of letters.slice(0, 1)) {
      uit.add(`na:${naam}.${l}`);
      if (datum === '') uit.add(`nb:${naam}.${l}`);
    }
    for (const voornaam of eerste) {
      uit.add(`nv:${naam}.${voornaam}`);
      if (datum === '') uit.add(`nz:${naam}.${voornaam}`);
    }
  }
  if (datum !== '') {
    for (const l of letters) {
      uit.add(`ld:${l}${datum}`);
      if (p.namen.length === 0) uit.add(`li:${l}${datum}`);
    }
    for (const voornaam of voornaamSleutels(p.namen.slice(0, 2))) uit.add(`vd:${voornaam}.${datum}`);
  }
  return [...uit];
}

export interface ZoekRuimte {
  /** Surnames spelled nearly the same, from a name dictionary (at most some twenty): widens recall for typing slips. */
  readonly gelijkendeAchternamen?: readonly string[];
  /** The same for the first given name. */
  readonly gelijkendeVoornamen?: readonly string[];
  /**
   * About how many persons of the register stand under a surname, or under a surname and a given name; both as in the keys. Without it every
   * surname is taken for common, and no full name.
   */
  readonly naamgenoten?: (achternaam: string, voornaam?: string) => number;
}

/** A name with so few bearers narrows the search by itself: a question without a birth date may go by it. */
const ZELDZAAM = 350;
/** The same where only mentions without a birth date are looked at. Both standaardwaarde. */
const ZELDZAAM_ZONDER_DATUM = 2_000;

/** Spellings that a question is widened with, per name. Standaardwaarde (radar.md §3.1: some twenty). */
const SPELLINGEN = 12;

/** Where else to look: spellings one slip away that the register knows. */
export function zoekRuimte(p: Voorbereid, telling: Telling): ZoekRuimte {
  const [eerste] = p.namen;
  return {
    naamgenoten: (achternaam, voornaam) => {
      const aantal = telling.achternaamklank.get(achternaam) ?? 0;
      if (voornaam === undefined) return aantal;
      return (aantal * (telling.voornaamklank.get(voornaam) ?? 0)) / Math.max(1, telling.personen);
    },
    gelijkendeAchternamen: p.achternamen.flatMap((n) => telling.achternaam.gelijkende(n.kern, SPELLINGEN)),
    gelijkendeVoornamen: eerste === undefined ? [] : telling.voornaam.gelijkende(eerste, SPELLINGEN),
  };
}

/**
 * The keys to look up when searching for a mention (see `sleutels`), widened with day and month swapped, given name and surname in each
 * other's place, the initials of its call-name families and near spellings.
 */
export function zoekSleutels(v: Vermelding | Voorbereid, ruimte: ZoekRuimte = {}): string[] {
  const p = 'bron' in v ? v : bereidVoor(v);
  const namen = achternaamSleutels(p, ruimte.gelijkendeAchternamen);
  const letters = beginletters(p, true);
  const naamgenoten = ruimte.naamgenoten ?? (() => Number.POSITIVE_INFINITY);
  const eerste = voornaamSleutels(p.namen.slice(0, 1), ruimte.gelijkendeVoornamen);
  const uit = vasteSleutels(p, eerste);
  const datums = p.geboortedatum === '' ? [] : [p.geboortedatum];
  if (p.geboortedatum !== '' && p.dag <= 12 && p.dag !== p.maand)
    datums.push(datumTekst(p.jaar, p.dag, p.maand));
  for (const naam of namen) {
    for (const datum of datums) uit.add(`kd:${naam}${datum}`);
    for (const l of letters) {
      for (const datum of datums) for (const s of datumDelen(`${naam}.${l}`, datum)) uit.add(s);
      if (p.jaar > 0) uit.add(`${datums.length > 0 ? 'ki' : 'kj'}:${naam}.${l}${p.jaar}`);
      else if (naamgenoten(naam) <= ZELDZAAM) uit.add(`na:${naam}.${l}`);
      if (datums.length > 0 && naamgenoten(naam) <= ZELDZAAM_ZONDER_DATUM) uit.add(`nb:${naam}.${l}`);
    }
    for (const voornaam of eerste) {
      const genoten = ruimte.naamgenoten?.(naam, voornaam) ?? 0;
      if (datums.length > 0 && genoten <= ZELDZAAM_ZONDER_DATUM) uit.add(`nz:${naam}.${voornaam}`);
      if (datums.length === 0 && genoten <= ZELDZAAM) uit.add(`nv:${naam}.${voornaam}`);
    }
  }
  const dagnamen = voornaamSleutels(p.namen.slice(0, 2), ruimte.gelijkendeVoornamen);
  for (const datum of datums) {
    for (const l of letters) uit.add(`${p.namen.length > 0 ? 'li' : 'ld'}:${l}${datum}`);
    for (const voornaam of dagnamen) uit.add(`vd:${voornaam}.${datum}`);
    const [verwisseld] = p.namen;
    if (verwisseld !== undefined) uit.add(`kd:${klankGrof(verwisseld)}${datum}`);
  }
  return [...uit];
}
