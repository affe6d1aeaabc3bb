// SPDX-License-Identifier: EUPL-1.2
// The rows that the region is made of, table by table, in memory. Nothing here reads a clock or a database.
import type { InsertType, SelectType } from 'kysely';
import { bereken, nieuweTermijn } from '../../src/kern/termijn/termijn.ts';
import { getTermijnsoort, type Soort } from '../../src/kern/termijn/termijnsoorten.ts';
import type { Duur } from '../../src/platform/clock/werkdagen.ts';
import type { Tabellen } from '../../src/platform/database/tabellen.ts';
import type { Toeval } from './toeval.ts';
import { type Medewerker, type Organisatie, REGIO_ID } from './veld.ts';

export type Tabel = keyof Tabellen;
type MagWeg<C> = undefined extends InsertType<C> ? true : null extends SelectType<C> ? true : false;

/** A row as it is loaded: moments as `Date`, json as objects; what may be empty or has a default may be left out. */
export type Rij<T extends Tabel> = {
  [K in keyof Tabellen[T] as MagWeg<Tabellen[T][K]> extends true ? never : K]: SelectType<Tabellen[T][K]>;
} & {
  [K in keyof Tabellen[T] as MagWeg<Tabellen[T][K]> extends true ? K : never]?: SelectType<Tabellen[T][K]>;
};

export interface NieuweTermijn {
  soort: Soort;
  casusId: string | null;
  onderwerpSoort: string;
  onderwerpId: string;
  eigenaar: Organisatie;
  medewerker?: Medewerker | null;
  teamId?: string | null;
  wacht?: Organisatie | null;
  waarom: string;
  acuut?: boolean;
  begint: Date;
  /** Another length than the kind has. */
  duur?: Duur | undefined;
}

export interface NieuweHandeling {
  soort: string;
  op: Date;
  /** null: the system itself, under its own name */
  wie: Medewerker | null;
  doel: string;
  casusId?: string | null;
  onderwerpId?: string | null;
  inhoud?: Record<string, unknown>;
}

export type Genummerd = 'casus' | 'melding' | 'advies';
const LETTER: Readonly<Record<Genummerd, string>> = { casus: '', melding: 'M', advies: 'A' };

export class Boek {
  readonly nu: Date;
  readonly toeval: Toeval;
  #rijen = new Map<Tabel, object[]>();
  #aantal = 0;
  #berichten = 0;
  readonly #nummers: Readonly<Record<Genummerd, Map<number, string[]>>> = {
    casus: new Map(),
    melding: new Map(),
    advies: new Map(),
  };
  readonly #uitgegeven: Record<Genummerd, number> = { casus: 0, melding: 0, advies: 0 };

  constructor(nu: Date, toeval: Toeval) {
    this.nu = nu;
    this.toeval = toeval;
  }

  id(op: Date): string {
    return this.toeval.uuid(op.getTime());
  }

  /** Adds a row; it may still be changed until it is taken out of the book (`neem`). */
  schrijf<T extends Tabel>(tabel: T, rij: Rij<T>): Rij<T> {
    const lijst = this.#rijen.get(tabel);
    if (lijst) lijst.push(rij);
    else this.#rijen.set(tabel, [rij]);
    this.#aantal += 1;
    return rij;
  }

  /** Whether this has happened yet. Everything that is written has. */
  isGeweest(op: Date): boolean {
    return op.getTime() <= this.nu.getTime();
  }

  handeling(h: NieuweHandeling): void {
    if (!this.isGeweest(h.op)) throw new RangeError(`${h.soort} zou in de toekomst zijn gedaan.`);
    this.schrijf('handeling', {
      regio_id: REGIO_ID,
      id: this.id(h.op),
      soort: h.soort,
      op: h.op,
      medewerker_id: h.wie?.id ?? null,
      organisatie_id: h.wie?.organisatie.id ?? null,
      namens: h.wie?.organisatie.naam ?? 'Houvast',
      doel: h.doel,
      casus_id: h.casusId ?? null,
      onderwerp_id: h.onderwerpId ?? null,
      inhoud: h.inhoud ?? {},
    });
  }

  /** Sets a term, with the moments that the calendar gives. */
  termijn(t: NieuweTermijn): Rij<'termijn'> {
    const soort = getTermijnsoort(t.soort);
    const duur = t.duur ?? soort.duur;
    const momenten = bereken({ ...nieuweTermijn(soort, t.begint), duur });
    const rij = this.schrijf('termijn', {
      regio_id: REGIO_ID,
      id: this.id(t.begint),
      casus_id: t.casusId,
      soort: t.soort,
      clausule: soort.clausule,
      bron: soort.bron,
      eigenaar_organisatie_id: t.eigenaar.id,
      eigenaar_team_id: t.teamId ?? t.medewerker?.teamId ?? null,
      eigenaar_medewerker_id: t.medewerker?.id ?? null,
      wacht_organisatie_id: t.wacht?.id ?? null,
      onderwerp_soort: t.onderwerpSoort,
      onderwerp_id: t.onderwerpId,
      waarom: t.waarom,
      acuut: t.acuut ?? false,
      begint_op: t.begint,
      duur_aantal: duur.aantal,
      duur_eenheid: duur.eenheid,
      waarschuwt_op: momenten.waarschuwtOp,
      vervalt_op: momenten.vervaltOp,
      opgeschort_op: null,
      gewaarschuwd_op: null,
      verstreken_op: null,
      afgerond_op: null,
      afgerond_hoe: null,
    });
    return rij;
  }

  /** Ends a term. What is done stays done. */
  rondAf(t: Rij<'termijn'> | undefined, op: Date, hoe: string): void {
    if (!t || t.afgerond_op) return;
    t.afgerond_op = op;
    t.afgerond_hoe = hoe;
  }

  /** Reserves numbers for everything of a kind that is going to happen until now, in order of time. */
  reserveer(soort: Genummerd, momenten: readonly Date[]): void {
    const geweest = momenten.map((d) => d.getTime()).filter((ms) => ms <= this.nu.getTime());
    geweest.sort((x, y) => x - y);
    for (const ms of geweest) {
      this.#uitgegeven[soort] += 1;
      const nummer = `${LETTER[soort]}${new Date(ms).getUTCFullYear()}-${String(this.#uitgegeven[soort]).padStart(5, '0')}`;
      const lijst = this.#nummers[soort].get(ms);
      if (lijst) lijst.push(nummer);
      else this.#nummers[soort].set(ms, [nummer]);
    }
  }

  /** The number of what happens at this moment. @throws RangeError when none was reserved */
  nummer(soort: Genummerd, op: Date): string {
    const nummer = this.#nummers[soort].get(op.getTime())?.shift();
    if (!nummer) throw new RangeError(`Voor dit moment is geen ${soort}nummer gereserveerd.`);
    return nummer;
  }

  /** How many numbers of each kind were given out. */
  get nummers(): Readonly<Record<Genummerd, number>> {
    return this.#uitgegeven;
  }

  /** The clock has looked at these terms until now: it warned, and said what passed. Call it once, when nothing more changes. */
  klok(termijnen: readonly Rij<'termijn'>[]): void {
    for (const t of termijnen) {
      const einde = Math.min(this.nu.getTime(), t.afgerond_op?.getTime() ?? Number.POSITIVE_INFINITY);
      const zag = (op: Date | null | undefined) => (op && op.getTime() <= einde ? op : null);
      t.gewaarschuwd_op = zag(t.waarschuwt_op);
      t.verstreken_op = zag(t.vervalt_op);
      if (t.verstreken_op) {
        this.handeling({
          soort: 'termijn.verstreken',
          op: t.verstreken_op,
          wie: null,
          doel: 'verantwoorden',
          casusId: t.casus_id ?? null,
          onderwerpId: t.onderwerp_id,
          inhoud: { termijn: t.id, soort: t.soort },
        });
      }
    }
  }

  /** The number of a police report, which says that it is fictitious. */
  registratienummer(op: Date): string {
    this.#berichten += 1;
    return `FICTIEF-${op.getUTCFullYear()}-${String(this.#berichten).padStart(6, '0')}`;
  }

  /** Rows written since they were last taken. */
  get aantal(): number {
    return this.#aantal;
  }

  /** Takes the rows out; they do not change any more. */
  neem(): ReadonlyMap<Tabel, readonly object[]> {
    const rijen = this.#rijen;
    this.#rijen = new Map();
    this.#aantal = 0;
    return rijen;
  }
}
