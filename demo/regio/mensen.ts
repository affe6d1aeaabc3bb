// SPDX-License-Identifier: EUPL-1.2
// Households that do not exist: who is in them, what they are called, where they live.
import { type Achternaam, NAMENKRINGEN, type Namenkring, OUDER, type Voornaam } from '../data/namen.ts';
import { TESTPERSONEN, type Testpersoon } from '../data/testpersonen.ts';
import { PARAMETERS as P } from './parameters.ts';
import type { Adres, Plattegrond } from './plattegrond.ts';
import type { Toeval } from './toeval.ts';

export type Geslacht = 'man' | 'vrouw';

export interface Mens {
  readonly voornamen: string;
  /** Other forms in which the given name turns up. */
  readonly ook: readonly string[];
  readonly tussenvoegsel: string | null;
  readonly achternaam: string;
  /** Misspellings of the surname. */
  readonly fouten: readonly string[];
  readonly partnerTussenvoegsel: string | null;
  readonly partnerAchternaam: string | null;
  readonly jaar: number;
  readonly maand: number;
  readonly dag: number;
  readonly geslacht: Geslacht;
  readonly bsn: string | null;
  readonly telefoon: string | null;
  readonly email: string | null;
  /** The name in its own script, where the household sometimes gives it so. */
  readonly schrift: { readonly voornamen: string | null; readonly achternaam: string | null } | null;
}

export type Plek = 'ouder' | 'partner' | 'kind' | 'ouder_op_leeftijd' | 'ander';

export interface Lid {
  readonly mens: Mens;
  readonly plek: Plek;
  /** As people say it: moeder, stiefvader, zoon. */
  readonly relatie: string;
}

export interface Gezin {
  readonly gemeentecode: string;
  /** The aarden of its meldingen, as a key of `aardCombinaties`. */
  readonly aard: string;
  readonly leden: Lid[];
  /** Where it lived, from which moment (ms). */
  readonly adressen: { vanaf: number; adres: Adres }[];
  /** Members whose address must stay secret, from which moment (ms). */
  geheim: { vanaf: number; wie: ReadonlySet<Mens>; adres: Adres } | null;
  /** How often it turns up again, compared to others. */
  readonly neiging: number;
}

/** Gamma(k, 1) for k < 1 (Ahrens-Dieter): most households hardly ever, a few again and again. */
function gamma(t: Toeval, k: number): number {
  const b = 1 + k / Math.E;
  for (;;) {
    const p = b * t.deel();
    if (p <= 1) {
      const x = p ** (1 / k);
      if (t.deel() <= Math.exp(-x)) return x;
    } else {
      const x = -Math.log((b - p) / k);
      if (t.deel() <= x ** (k - 1)) return x;
    }
  }
}

function telefoon(t: Toeval): string {
  // 06 00 is not given to subscribers
  return `0600${String(t.heel(0, 999_999)).padStart(6, '0')}`;
}

function ontdaan(tekst: string): string {
  return tekst
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}

/** The name of someone who reports or asks; not someone of a household. */
export function burgernaam(t: Toeval): string {
  const kring = t.weeg(NAMENKRINGEN, (k) => k.deel);
  const achter = t.kies(kring.achternamen);
  return [t.kies(t.kans(0.6) ? kring.vrouw : kring.man).naam, achter.tussenvoegsel, achter.naam]
    .filter(Boolean)
    .join(' ');
}

/** Test persons who live among the generated families, with the aard in which their household turns up first. */
const ACHTERGROND: readonly (readonly [
  gezin: string,
  aard: string,
  relaties: Readonly<Record<string, string>>,
])[] = [
  [
    'achtergrond-a',
    'kindermishandeling partnergeweld',
    {
      '999995923': 'vader',
      '999995959': 'moeder',
      '999995984': 'dochter',
      '999995996': 'dochter',
      '999996551': 'moeder van Carola',
    },
  ],
  [
    'achtergrond-b',
    'geweld_tegen_ouders',
    { '999992879': 'moeder', '999993355': 'vader', '999994487': 'dochter' },
  ],
  ['achtergrond-c', 'kindermishandeling', { '999997440': 'vader', '999997567': 'moeder' }],
  [
    'achtergrond-d',
    'huiselijk_geweld_overig',
    { '999993689': 'partner', '999990950': 'partner', '999997592': 'zoon' },
  ],
];

/** A test person as someone of the region. */
export function mensVan(t: Testpersoon, telefoon: string | null = null): Mens {
  const [jaar = 0, maand = 0, dag = 0] = t.geboortedatum.split('-').map(Number);
  return {
    voornamen: t.voornamen,
    ook: [],
    tussenvoegsel: t.voorvoegsel ?? null,
    achternaam: t.geslachtsnaam,
    fouten: [],
    partnerTussenvoegsel: null,
    partnerAchternaam: null,
    jaar,
    maand,
    dag,
    geslacht: t.geslacht === 'V' ? 'vrouw' : 'man',
    bsn: t.bsn,
    telefoon,
    email: null,
    schrift: null,
  };
}

export class Bevolking {
  readonly #t: Toeval;
  readonly #kaart: Plattegrond;
  /** The year before the one in which the household first turns up: everyone in it has been born. */
  #jaar = 0;
  readonly #achtergrond = [...ACHTERGROND];

  constructor(toeval: Toeval, kaart: Plattegrond) {
    this.#t = toeval;
    this.#kaart = kaart;
  }

  #voornaam(kring: Namenkring, geslacht: Geslacht, jaar: number): Voornaam {
    const oud = kring.kring === 'nederlands' && jaar < 1968;
    return this.#t.kies(oud ? OUDER[geslacht] : kring[geslacht]);
  }

  #mens(
    kring: Namenkring,
    geslacht: Geslacht,
    jaar: number,
    naam: Achternaam,
    over: Partial<Mens> = {},
  ): Mens {
    const t = this.#t;
    const voor = this.#voornaam(kring, geslacht, jaar);
    const tweede = t.kans(0.35) && kring.kring === 'nederlands' ? ` ${t.kies(OUDER[geslacht]).naam}` : '';
    const volwassen = this.#jaar - jaar >= 16;
    const schrift = kring.schrift;
    return {
      voornamen: voor.naam + tweede,
      ook: voor.ook ?? [],
      tussenvoegsel: naam.tussenvoegsel ?? null,
      achternaam: naam.naam,
      fouten: naam.fout ?? [],
      partnerTussenvoegsel: null,
      partnerAchternaam: null,
      jaar,
      maand: t.heel(1, 12),
      dag: t.heel(1, 28),
      geslacht,
      bsn: null,
      telefoon: volwassen && t.kans(0.6) ? telefoon(t) : null,
      email:
        volwassen && t.kans(0.2)
          ? `${ontdaan(voor.naam)}.${ontdaan(naam.naam)}${t.heel(1, 99)}@voorbeeld.example`
          : null,
      schrift: schrift
        ? { voornamen: schrift[voor.naam] ?? null, achternaam: schrift[naam.naam] ?? null }
        : null,
      ...over,
    };
  }

  /** The children, with now and then twins, a son with his father's name, a half-brother. */
  #kinderen(
    aantal: number,
    kring: Namenkring,
    moeder: Mens,
    naam: Achternaam,
    vader: Mens | null,
    jongst: number,
  ): Lid[] {
    const t = this.#t;
    const leden: Lid[] = [];
    let jaar = this.#jaar - jongst - t.heel(0, 4);
    const voornamen = new Set<string>();
    for (let i = 0; i < aantal; i++) {
      const geslacht: Geslacht = t.kans(0.5) ? 'man' : 'vrouw';
      const naamgenoot = i === 0 && geslacht === 'man' && vader !== null && t.kans(P.zelfdeNaam.waarde);
      let kind = this.#mens(
        kring,
        geslacht,
        jaar,
        naam,
        naamgenoot ? { voornamen: vader.voornamen, ook: vader.ook } : {},
      );
      while (voornamen.has(kind.voornamen)) kind = this.#mens(kring, geslacht, jaar, naam);
      voornamen.add(kind.voornamen);
      leden.push({ mens: kind, plek: 'kind', relatie: geslacht === 'man' ? 'zoon' : 'dochter' });
      if (i === 0 && aantal > 1 && t.kans(P.tweeling.waarde * 2)) {
        const ander = this.#mens(kring, geslacht, jaar, naam, { maand: kind.maand, dag: kind.dag });
        if (!voornamen.has(ander.voornamen)) {
          voornamen.add(ander.voornamen);
          leden.push({ mens: ander, plek: 'kind', relatie: geslacht === 'man' ? 'zoon' : 'dochter' });
          i++;
        }
      }
      jaar -= t.heel(1, 4);
      if (jaar - moeder.jaar < 17) break;
    }
    return leden;
  }

  /**
   * A household in which this aard can occur.
   * @param bekend someone of an earlier household who now lives here
   */
  nieuwGezin(
    aard: string,
    vanaf: number,
    bekend: Mens | null = null,
    gemeentecode: string = this.#kaart.kiesGemeente(),
  ): Gezin {
    const t = this.#t;
    this.#jaar = new Date(vanaf).getUTCFullYear() - 1;
    const plek = bekend === null ? this.#achtergrond.findIndex(([, a]) => a === aard) : -1;
    const [achtergrond] = plek < 0 ? [] : this.#achtergrond.splice(plek, 1);
    if (achtergrond) return this.#uitTestset(achtergrond[0], achtergrond[2], aard, vanaf, gemeentecode);
    const kring = t.weeg(NAMENKRINGEN, (k) => k.deel);
    const andereKring = t.kans(0.12) ? t.weeg(NAMENKRINGEN, (k) => k.deel) : kring;
    const tiener = aard.includes('geweld_tegen_ouders');
    const oud = aard.includes('ouderenmishandeling');
    const metKind = aard.includes('kindermishandeling') || tiener || (!oud && t.kans(0.55));
    const naamA = t.kies(kring.achternamen);
    const naamB = t.kies(andereKring.achternamen);
    const leden: Lid[] = [];

    if (oud) {
      const jaar = this.#jaar - t.heel(68, 88);
      const geslacht: Geslacht = t.kans(0.62) ? 'vrouw' : 'man';
      leden.push({
        mens: this.#mens(kring, geslacht, jaar, naamA),
        plek: 'ouder_op_leeftijd',
        relatie: geslacht === 'vrouw' ? 'moeder' : 'vader',
      });
      if (t.kans(0.4)) {
        const ander: Geslacht = geslacht === 'vrouw' ? 'man' : 'vrouw';
        leden.push({
          mens: this.#mens(kring, ander, jaar + t.heel(-4, 4), naamB),
          plek: 'partner',
          relatie: 'partner',
        });
      }
      if (bekend === null) {
        const kind: Geslacht = t.kans(0.5) ? 'man' : 'vrouw';
        leden.push({
          mens: this.#mens(kring, kind, jaar + t.heel(24, 34), naamA),
          plek: 'ander',
          relatie: kind === 'man' ? 'zoon (volwassen)' : 'dochter (volwassen)',
        });
      }
    } else {
      const jongst = tiener ? 13 : 0;
      const jaarMoeder = this.#jaar - jongst - t.heel(21, 40);
      const vader = this.#mens(andereKring, 'man', jaarMoeder - t.heel(-3, 7), naamA);
      const dubbel = t.kans(P.dubbeleNaam.waarde);
      const moeder = this.#mens(
        kring,
        'vrouw',
        jaarMoeder,
        naamB,
        dubbel ? { partnerTussenvoegsel: vader.tussenvoegsel, partnerAchternaam: vader.achternaam } : {},
      );
      const samengesteld = metKind && t.kans(P.samengesteld.waarde);
      const alleen = metKind && !samengesteld && !aard.includes('partnergeweld') && t.kans(0.28);
      leden.push({ mens: moeder, plek: 'ouder', relatie: metKind ? 'moeder' : 'partner' });
      if (!alleen && bekend === null) {
        leden.push({
          mens: vader,
          plek: samengesteld ? 'partner' : 'ouder',
          relatie: samengesteld ? 'stiefvader' : metKind ? 'vader' : 'partner',
        });
      }
      if (metKind) {
        const aantal = t.weeg([1, 2, 3, 4, 5], (n) => [0, 36, 38, 18, 6, 2][n] ?? 0);
        // in a blended household the children carry their own father's or their mother's name
        const kindNaam = samengesteld ? t.kies(kring.achternamen) : t.kans(0.72) ? naamA : naamB;
        leden.push(...this.#kinderen(aantal, kring, moeder, kindNaam, samengesteld ? null : vader, jongst));
        if (samengesteld && t.kans(0.6))
          leden.push(...this.#kinderen(1, andereKring, moeder, naamA, vader, jongst));
        if (t.kans(0.05)) {
          leden.push({
            mens: this.#mens(kring, 'vrouw', jaarMoeder - t.heel(22, 32), naamB),
            plek: 'ander',
            relatie: 'oma',
          });
        }
      }
    }
    if (bekend !== null) leden.unshift({ mens: bekend, plek: 'partner', relatie: 'nieuwe partner' });

    const gezin: Gezin = {
      gemeentecode,
      aard,
      leden,
      adressen: [{ vanaf: Number.NEGATIVE_INFINITY, adres: this.#kaart.nieuwAdres(gemeentecode) }],
      geheim: null,
      neiging: 0.05 + gamma(t, P.neiging.waarde),
    };
    return this.laatLeven(gezin, vanaf);
  }

  #uitTestset(
    naam: string,
    relaties: Readonly<Record<string, string>>,
    aard: string,
    vanaf: number,
    gemeentecode: string,
  ): Gezin {
    const leden = TESTPERSONEN.filter((p) => p.gezin === naam).map((p): Lid => {
      const kind = p.ouders.length > 0;
      return {
        mens: mensVan(p, kind ? null : telefoon(this.#t)),
        plek: kind ? 'kind' : 'ouder',
        relatie: relaties[p.bsn] ?? (p.geslacht === 'V' ? 'dochter' : 'zoon'),
      };
    });
    const adressen = [{ vanaf: Number.NEGATIVE_INFINITY, adres: this.#kaart.nieuwAdres(gemeentecode) }];
    return this.laatLeven({ gemeentecode, aard, leden, adressen, geheim: null, neiging: 1.2 }, vanaf);
  }

  /** Lets a household move and hide, as some do. */
  laatLeven(gezin: Gezin, vanaf: number): Gezin {
    const t = this.#t;
    const jaar = 365 * 86_400_000;
    if (t.kans(P.verhuisd.waarde)) {
      const naar = t.kans(0.75) ? gezin.gemeentecode : this.#kaart.kiesGemeente();
      gezin.adressen.push({ vanaf: vanaf + t.deel() * 2 * jaar, adres: this.#kaart.nieuwAdres(naar) });
    }
    const weg = gezin.leden.filter(
      (l) => l.plek === 'kind' || (l.plek === 'ouder' && l.mens.geslacht === 'vrouw'),
    );
    if (weg.length > 0 && t.kans(P.geheimAdres.waarde)) {
      gezin.geheim = {
        vanaf: vanaf + t.deel() * jaar,
        wie: new Set(weg.map((l) => l.mens)),
        adres: this.#kaart.nieuwAdres(this.#kaart.kiesGemeente()),
      };
    }
    return gezin;
  }
}

/** Where someone of a household lived at a moment, and whether that must stay secret. */
export function woont(gezin: Gezin, mens: Mens, op: number): { adres: Adres; geheim: boolean } {
  if (gezin.geheim !== null && op >= gezin.geheim.vanaf && gezin.geheim.wie.has(mens))
    return { adres: gezin.geheim.adres, geheim: true };
  const adres = gezin.adressen.findLast((a) => a.vanaf <= op)?.adres;
  if (!adres) throw new RangeError('Dit gezin woonde toen nergens.');
  return { adres, geheim: false };
}
