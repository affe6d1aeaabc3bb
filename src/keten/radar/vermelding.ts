// SPDX-License-Identifier: EUPL-1.2
/**
 * A person as mentioned once, somewhere: what the matching engine sees. And the composite keys by which one index
 * look-up (`where sleutels && $1`, GIN over text[]) finds everyone who may be the same person.
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
import { NAAMFAMILIES } from './namenlijst.ts';

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

function cijfers(tekst: string): string {
  return tekst.replace(/\D/g, '');
}

/** Dutch phone numbers in one form: the last nine digits (0612345678, +31 6 12345678 and 0031612345678 are one). */
export function telefoonKern(tekst: string): string {
  const d = cijfers(tekst);
  return d.length >= 9 ? d.slice(-9) : '';
}

/** Makes a mention ready for comparing and for its keys. */
export function bereidVoor(v: Vermelding): Voorbereid {
  const voor = leesVoornamen([v.voornamen, v.roepnaam].filter(Boolean).join(' '), v.voorletters);
  const { jaar = 0, maand = 0, dag = 0 } = v.geboorte ?? {};
  const compleet = jaar > 0 && maand > 0 && dag > 0 && !(maand === 1 && dag === 1);
  const nummer = /^\s*0*(\d+)\s*([\p{L}]?)/u.exec(String(v.huisnummer ?? ''));
  return {
    bron: v,
    bsn: v.bsnSleutel ?? '',
    namen: voor.namen,
    naamHeel: voor.namen.join(''),
    letters: voor.letters,
    achternamen: naamvormen(v, voor.achterop),
    jaar,
    maand,
    dag,
    geboortedatum: compleet ? datumTekst(jaar, maand, dag) : '',
    geslacht: v.geslacht === 'man' || v.geslacht === 'vrouw' ? v.geslacht : '',
    postcode: (v.postcode ?? '').toUpperCase().replace(/[^0-9A-Z]/g, ''),
    huisnummer: nummer?.[1] ?? '',
    huisletter: vouw(v.huisletter ?? nummer?.[2] ?? ''),
    straat: vouw(v.straat ?? '')
      .replace(/[' -]/g, '')
      .replace(/(straat|str)$/, 'str'),
    plaats: vouw(v.woonplaats ?? '').replace(/[' -]/g, ''),
    telefoon: (v.telefoon ?? []).map(telefoonKern).filter((t) => t !== ''),
    email: (v.email ?? []).map((e) => e.trim().toLowerCase()).filter((e) => e !== ''),
  };
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

/** Sound keys under which a given name may stand: its own, and its families'. */
function voornaamklanken(p: Voorbereid): string[] {
  const eerste = p.namen[0];
  if (eerste === undefined) return [];
  const uit = new Set<string>([klankGrof(eerste) || eerste]);
  for (const f of naamfamilies(eerste)) uit.add(`f${f}`);
  return [...uit];
}

function grofNamen(p: Voorbereid, extra: readonly string[] = []): string[] {
  const uit = new Set<string>();
  for (const vorm of p.achternamen) {
    uit.add(vorm.grof);
    const los = zonderGeplaktVoorvoegsel(vorm.kern);
    if (los !== undefined) uit.add(klankGrof(los));
  }
  for (const naam of extra) uit.add(klankGrof(naamKern(naam)));
  uit.delete('');
  return [...uit];
}

function maakSleutels(
  p: Voorbereid,
  datums: readonly string[],
  letters: readonly string[],
  namen: readonly string[],
): Set<string> {
  const uit = new Set<string>();
  if (p.bsn !== '') uit.add(`b:${p.bsn}`);
  for (const naam of namen) {
    for (const datum of datums) uit.add(`kd:${naam}${datum}`);
    for (const l of letters) {
      // A birth date with one part wrong still shares the year or the day and month.
      if (p.jaar > 0) uit.add(`kj:${naam}.${l}${p.jaar}`);
      for (const datum of datums) uit.add(`km:${naam}.${l}${datum.slice(4)}`);
    }
  }
  for (const datum of datums) for (const l of letters) uit.add(`ld:${l}${datum}`);
  const v = voornaamklanken(p);
  if (p.postcode !== '') {
    for (const naam of v) uit.add(`pv:${p.postcode}${naam}`);
    if (p.huisnummer !== '') uit.add(`ph:${p.postcode}.${p.huisnummer}`);
  }
  if (p.straat !== '' && p.huisnummer !== '') {
    uit.add(`sh:${klankGrof(p.straat)}.${p.huisnummer}.${klankGrof(p.plaats)}`);
  }
  for (const t of p.telefoon) uit.add(`t:${t}`);
  for (const e of p.email) uit.add(`e:${e}`);
  return uit;
}

/**
 * The composite keys of a mention, for a text[] column with GIN. Each error that people make leaves at least one key
 * standing: `kd` surname+birth date (other given name), `ld` initial+birth date (other surname), `kj`/`km` surname,
 * initial and year or day+month (slip in the date), `pv` postcode+given name, `ph`/`sh` address, `t` phone, `e` mail,
 * `b` BSN hash, `nv` full name. Never a single attribute, except address, phone, mail and BSN, which few people share.
 */
export function sleutels(v: Vermelding | Voorbereid): string[] {
  const p = 'bron' in v ? v : bereidVoor(v);
  const namen = grofNamen(p);
  const uit = maakSleutels(p, p.geboortedatum === '' ? [] : [p.geboortedatum], beginletters(p, false), namen);
  for (const naam of namen) for (const voornaam of voornaamklanken(p)) uit.add(`nv:${naam}.${voornaam}`);
  return [...uit];
}

export interface ZoekRuimte {
  /** Surnames spelled nearly the same, from a name dictionary (at most some twenty): widens recall for typing slips. */
  readonly gelijkendeAchternamen?: readonly string[];
}

/**
 * The keys to look up when searching for a mention: its own, widened with day and month swapped, the initials of its
 * call-name families and any near spellings. The full-name key is used only when neither birth date nor address can
 * narrow the search: for a common name it points at thousands.
 */
export function zoekSleutels(v: Vermelding | Voorbereid, ruimte: ZoekRuimte = {}): string[] {
  const p = 'bron' in v ? v : bereidVoor(v);
  const namen = grofNamen(p, ruimte.gelijkendeAchternamen);
  const datums = p.geboortedatum === '' ? [] : [p.geboortedatum];
  if (p.geboortedatum !== '' && p.dag <= 12 && p.dag !== p.maand)
    datums.push(datumTekst(p.jaar, p.dag, p.maand));
  const uit = maakSleutels(p, datums, beginletters(p, true), namen);
  const arm = p.geboortedatum === '' || (p.postcode === '' && p.straat === '');
  if (arm)
    for (const naam of namen) for (const voornaam of voornaamklanken(p)) uit.add(`nv:${naam}.${voornaam}`);
  return [...uit];
}
