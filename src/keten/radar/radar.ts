// SPDX-License-Identifier: EUPL-1.2
/**
 * The rules of the radar as a station: how many candidates, what may be joined without asking, what a match would mean, and
 * which fields are shown against each other. The weighing itself is in score.ts and oordeel.ts.
 */

import type { Namenboek, Telling } from './namenboek.ts';
import type { Beoordeeld, Kandidaat } from './oordeel.ts';
import type { Frequenties } from './vergelijking.ts';
import type { Vermelding } from './vermelding.ts';
import { type Stuk, verschil } from './verschil.ts';

/** Settings, bron onbekend, standaardwaarde. */
export const INSTELLING = {
  /** Mentions that one look-up brings in at most. */
  opgehaald: 2000,
  /** Candidates kept per mention on arrival. */
  bewaard: 10,
  /** A register is never taken for smaller than this: that few are in it does not make it likelier that someone is known. */
  kleinsteRegister: 10_000,
  /** From this many persons the names of the register itself are counted; below it the model's own list holds. */
  eigenNamenVanaf: 1_000,
  /** Days after which the names are counted again. */
  tellingDagen: 1,
} as const;

export const OORDELEN = ['vraag', 'zelf_gekoppeld', 'zelfde', 'niet_dezelfde', 'weet_niet'] as const;
export type KandidaatOordeel = (typeof OORDELEN)[number];
/** What a person may answer. */
export const ANTWOORDEN = ['zelfde', 'niet_dezelfde', 'weet_niet'] as const;
export type Antwoord = (typeof ANTWOORDEN)[number];

/** Whether this mention and that person stand for one human being, as it is believed now. */
export function isGekoppeld(oordeel: string): boolean {
  return oordeel === 'zelfde' || oordeel === 'zelf_gekoppeld';
}

/**
 * What a person may still answer. An open question takes any answer; a join that the radar made by itself can be confirmed or
 * taken apart; what a person answered is first taken back.
 */
export function magAntwoorden(nu: string): boolean {
  return nu === 'vraag' || nu === 'weet_niet' || nu === 'zelf_gekoppeld';
}

/** How many persons the look-up is taken to have been among (`lambdaVoorRegister`). */
export function registerGrootte(telling: Telling): number {
  return Math.max(INSTELLING.kleinsteRegister, telling.personen);
}

/** Shares of names among the distinct persons of the register; undefined while it is too small to count by. */
export function frequentiesVan(telling: Telling): Frequenties | undefined {
  if (telling.personen < INSTELLING.eigenNamenVanaf) return undefined;
  const deel = (boek: Namenboek) => (naam: string) => {
    const aantal = boek.aantal(naam);
    return aantal === undefined ? undefined : aantal / telling.personen;
  };
  return { achternaam: deel(telling.achternaam), voornaam: deel(telling.voornaam) };
}

/**
 * On arrival: which candidate of which mention is joined without asking. One known person cannot be two that were reported
 * together: when two mentions point at the same person, someone is asked about both.
 * @returns per mention the person to join, or nothing
 */
export function zelfKoppelingen<K extends Kandidaat>(
  perVermelding: ReadonlyMap<string, readonly Beoordeeld<K>[]>,
): Map<string, string> {
  const wens = new Map<string, string>();
  const keer = new Map<string, number>();
  for (const [vermelding, kandidaten] of perVermelding) {
    const beste = kandidaten.find((k) => k.oordeel === 'zelfde');
    if (!beste) continue;
    wens.set(vermelding, beste.kandidaat.persoonId);
    keer.set(beste.kandidaat.persoonId, (keer.get(beste.kandidaat.persoonId) ?? 0) + 1);
  }
  return new Map([...wens].filter(([, persoon]) => keer.get(persoon) === 1));
}

export interface BekendeCasus {
  casusId: string;
  nummer: string;
  status: string;
  geopendOp: Date;
  geslotenOp: Date | null;
  directbetrokken: boolean;
  houderId: string | null;
  houder: string | null;
}

export const BETEKENISSEN = ['vervolg', 'hermelding', 'geen', 'getuige', 'deze_casus'] as const;
export type Betekenis = (typeof BETEKENISSEN)[number];

/**
 * What it would mean for the melding if this is the same person (handbook 3.4): a running casus asks to join it, a closed one
 * makes it a hermelding. Whoever was only melder, informant or witness there was not seen before; and whoever is only a witness
 * now changes nothing.
 * @param rol the part of the person in this melding
 * @param dezeCasus the known mention stands in the casus of this very melding
 */
export function betekenis(casussen: readonly BekendeCasus[], rol: string, dezeCasus = false): Betekenis {
  if (dezeCasus) return 'deze_casus';
  if (rol === 'getuige') return 'getuige';
  const direct = casussen.filter((c) => c.directbetrokken);
  if (direct.some((c) => c.status === 'open')) return 'vervolg';
  return direct.length > 0 ? 'hermelding' : 'geen';
}

/** Running ones first, then the one that closed last. */
export function opVolgorde(casussen: readonly BekendeCasus[]): BekendeCasus[] {
  const eind = (c: BekendeCasus) =>
    c.status === 'open' ? Number.POSITIVE_INFINITY : (c.geslotenOp?.getTime() ?? 0);
  return [...casussen].sort((a, b) => eind(b) - eind(a) || a.nummer.localeCompare(b.nummer));
}

export const VERSCHILVELDEN = [
  'voornamen',
  'voorletters',
  'achternaam',
  'partnernaam',
  'geboren',
  'geslacht',
  'adres',
  'telefoon',
  'email',
] as const;
export type Verschilveld = (typeof VERSCHILVELDEN)[number];

export interface Veldverschil {
  veld: Verschilveld;
  /** As it was given now; null when not known. */
  gegeven: string | null;
  /** As it was known; null when not known. */
  bekend: string | null;
  /** Letter by letter, when both are known. */
  stukken: readonly Stuk[];
}

const twee = (n: number) => String(n).padStart(2, '0');

/** `03-05-1984`, `05-1984`, `1984`; `03-05-????` when the year is not known: to be laid beside another, digit by digit. */
function geborenTekst(g: Vermelding['geboorte']): string | null {
  const { dag, maand, jaar } = g ?? {};
  if (dag === undefined && maand === undefined && jaar === undefined) return null;
  return [
    dag === undefined ? '' : twee(dag),
    maand === undefined ? (dag === undefined ? '' : '??') : twee(maand),
    jaar === undefined ? '????' : String(jaar),
  ]
    .filter(Boolean)
    .join('-');
}

const samen = (...delen: (string | number | undefined)[]): string | null =>
  delen.filter((d) => d !== undefined && d !== '').join(' ') || null;

/** A mention as it is read on screen, field by field. */
export function veldteksten(v: Vermelding): Record<Verschilveld, string | null> {
  return {
    voornamen: v.voornamen ?? null,
    voorletters: v.voorletters ?? null,
    achternaam: samen(v.tussenvoegsel, v.achternaam),
    partnernaam: samen(v.partnerTussenvoegsel, v.partnerAchternaam),
    geboren: geborenTekst(v.geboorte),
    geslacht: v.geslacht ?? null,
    adres: samen(samen(v.straat, v.huisnummer, v.huisletter) ?? undefined, v.postcode, v.woonplaats),
    telefoon: v.telefoon?.join(', ') || null,
    email: v.email?.join(', ') || null,
  };
}

/**
 * Two mentions side by side. A field that neither knows is left out. Give a shielded mention without its address: where
 * someone can be reached is then left out too, on both sides.
 */
export function verschillen(gegeven: Vermelding, bekend: Vermelding, afgeschermd: boolean): Veldverschil[] {
  const a = veldteksten(gegeven);
  const b = veldteksten(bekend);
  const weg: readonly Verschilveld[] = afgeschermd ? ['adres', 'telefoon', 'email'] : [];
  return VERSCHILVELDEN.filter((v) => !weg.includes(v) && (a[v] !== null || b[v] !== null)).map((veld) => ({
    veld,
    gegeven: a[veld],
    bekend: b[veld],
    stukken: a[veld] === null || b[veld] === null ? [] : verschil(a[veld], b[veld]),
  }));
}
