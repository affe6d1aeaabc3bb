// SPDX-License-Identifier: EUPL-1.2
// What a story may tell, and how it is put into the region. A story is data: who, when, what was said, who decided.
import { dagVan } from '../../src/platform/clock/dagen.ts';
import { getTestpersoon } from '../data/testpersonen.ts';
import type { PersonaId } from '../personas.ts';
import { CasusBoek } from '../regio/casusboek.ts';
import {
  type Afweging,
  type Gereedschap,
  type MeldingBoek,
  MONITORGRID,
  type OverdrachtBoek,
  type VoorwaardeBoek,
} from '../regio/casusvorm.ts';
import { type Mens, mensVan } from '../regio/mensen.ts';
import type { Noemwijze } from '../regio/noemen.ts';
import type { Noeming } from '../regio/register.ts';
import type { Soort } from '../regio/teksten.ts';
import { DAG, opDag, UUR, werkdagenTerug } from '../regio/tijd.ts';
import type { Medewerker, Organisatie } from '../regio/veld.ts';

/** A moment before now: hours ago; or days or working days ago at a local time (`14:20`). */
export type Tijd =
  | { readonly uren: number }
  | { readonly dagen: number; readonly om: string }
  | { readonly werkdagen: number; readonly om: string };

export interface Wederhoor {
  readonly door: string;
  readonly reactie: string;
  readonly oneens: boolean;
  readonly op: Tijd;
}

export interface Gezegd {
  readonly soort: Soort;
  readonly tekst: string;
  readonly bron: string;
  /** Days before now on which it happened. */
  readonly dagen?: number;
  readonly afgeschermd?: boolean;
  readonly wederhoor?: Wederhoor;
}

/** How someone is named in one melding; what is left out is as in the register. */
export interface Genoemd {
  readonly wie: string;
  readonly rol: string;
  readonly relatie: string;
  readonly zoals?: Partial<Noemwijze>;
  /** The radar has not been told who this is; these it takes into account as well. */
  readonly radarVraag?: readonly string[];
}

export interface Melder {
  readonly groep: string;
  readonly rol: string;
  /** The persona who reports from outside; without one Veilig Thuis wrote down what it was told. */
  readonly persona?: PersonaId;
  readonly naam?: string;
  readonly telefoon?: string;
  readonly bekend?: 'open' | 'anoniem_voor_gezin';
  readonly grond?: string;
}

export type Gebeurtenis =
  | {
      readonly wat: 'melding';
      readonly op: Tijd;
      readonly melder: Melder;
      readonly behandelaar: PersonaId | null;
      readonly aard: readonly string[];
      readonly aanvullend?: readonly string[];
      readonly duur?: string;
      readonly acuut?: string;
      readonly kindcheck?: string;
      readonly stadium?: 'tijdens monitoring';
      readonly personen: readonly Genoemd[];
      readonly gezegd: readonly Gezegd[];
    }
  | {
      readonly wat: 'uitspraken';
      readonly op: Tijd;
      readonly door: PersonaId;
      readonly gezegd: readonly Gezegd[];
    }
  | {
      readonly wat: 'controle';
      readonly op: Tijd;
      readonly door: PersonaId;
      readonly met: string;
      readonly uitkomst: 'veilig' | 'zorgelijk' | 'onveilig' | 'niet_bereikt';
      readonly toelichting: string;
    }
  | {
      readonly wat: 'begonnen';
      readonly op: Tijd;
      readonly door: PersonaId;
      readonly afweging: Partial<Afweging>;
    }
  | {
      readonly wat: 'voorgelegd';
      readonly op: Tijd;
      readonly door: PersonaId;
      readonly aan: PersonaId;
      readonly afweging: Afweging;
    }
  | { readonly wat: 'vastgesteld'; readonly op: Tijd; readonly door: PersonaId; readonly opmerking?: string }
  | { readonly wat: 'teruggekoppeld'; readonly op: Tijd; readonly door: PersonaId }
  | {
      readonly wat: 'aangeboden';
      readonly op: Tijd;
      readonly door: PersonaId;
      readonly gemeente: string;
      readonly typehulp: string;
      readonly bericht: string;
    }
  | {
      readonly wat: 'aanvaard';
      readonly op: Tijd;
      readonly door: PersonaId | null;
      readonly regisseur: PersonaId | null;
    }
  | {
      readonly wat: 'voorwaarde';
      readonly op: Tijd;
      readonly door: PersonaId;
      readonly naam: string;
      readonly tekst: string;
      readonly voor: string;
    }
  | {
      readonly wat: 'nagegaan';
      readonly op: Tijd;
      readonly door: PersonaId | null;
      readonly naam: string;
      readonly uitkomst: 'nageleefd' | 'deels' | 'niet_nageleefd' | 'niet_te_zeggen';
      readonly bij: string;
      readonly toelichting: string;
    }
  | {
      readonly wat: 'afspraak';
      readonly op: Tijd;
      readonly door: PersonaId | null;
      readonly wie: string;
      readonly doet: string;
      readonly wanneer: string;
      readonly zietToe: string;
      readonly signaal?: string;
      readonly verborgen?: boolean;
    }
  | {
      readonly wat: 'cijfers';
      readonly op: Tijd;
      readonly door: PersonaId | null;
      readonly bij: 'start' | 'tussentijds' | 'afsluiting';
      readonly cijfers: readonly Cijfer[];
    }
  | {
      readonly wat: 'fase';
      readonly op: Tijd;
      readonly door: PersonaId | null;
      readonly naar: 1 | 2 | 3 | 4 | 5;
      readonly reden: string;
    }
  | {
      readonly wat: 'monitormoment';
      readonly op: Tijd;
      readonly door: PersonaId;
      readonly soort: (typeof MONITORGRID)[number];
      readonly uitkomst: 'veilig' | 'deels_veilig' | 'onveilig' | 'niet_bereikt';
      readonly met: string;
      readonly toelichting: string;
      readonly cijfers: readonly Cijfer[];
    }
  | {
      readonly wat: 'gesloten';
      readonly op: Tijd;
      readonly door: PersonaId | null;
      readonly reden: string;
      readonly toelichting: string;
    };

export interface Cijfer {
  readonly over: string;
  readonly soort: 'zelf' | 'gezinslid' | 'netwerk' | 'professional';
  readonly scorer: string;
  readonly cijfer: number;
  readonly waarom: string;
  readonly nodig?: string;
}

export interface Huis {
  readonly straat: string;
  readonly huisnummer: string;
  readonly postcode: string;
  readonly woonplaats: string;
}

export interface Persoon {
  readonly bsn: string;
  readonly woont: string;
  /** The address must stay secret. */
  readonly geheim?: boolean;
  readonly telefoon?: string;
}

export interface Verhaal {
  readonly id: string;
  readonly titel: string;
  /** Where in the chain the family is now, and for whom there is work. */
  readonly nu: string;
  readonly gemeentecode: string;
  readonly huizen: Readonly<Record<string, Huis>>;
  readonly personen: Readonly<Record<string, Persoon>>;
  /** One list per casus; the first of each is the melding that opens it. */
  readonly casussen: readonly (readonly Gebeurtenis[])[];
}

/** The moment that a story means. */
export function momentVan(tijd: Tijd, nu: Date): Date {
  if ('uren' in tijd) return new Date(nu.getTime() - tijd.uren * UUR);
  const [uur = 0, minuut = 0] = tijd.om.split(':').map(Number);
  const dag = 'dagen' in tijd ? dagVan(nu) - tijd.dagen : werkdagenTerug(nu, tijd.werkdagen);
  const op = opDag(dag, uur * 60 + minuut);
  // "today at five" when it is not yet five: just now
  return op.getTime() <= nu.getTime() ? op : new Date(nu.getTime() - 10 * 60_000);
}

/** The moments at which a story opens a casus and receives a melding, for the numbers. */
export function momentenVan(v: Verhaal, nu: Date): { casussen: Date[]; meldingen: Date[] } {
  const meldingen = v.casussen.map((c) =>
    c.filter((g) => g.wat === 'melding').map((g) => momentVan(g.op, nu)),
  );
  return { casussen: meldingen.flatMap((m) => m.slice(0, 1)), meldingen: meldingen.flat() };
}

class Verteller {
  readonly #v: Verhaal;
  readonly #g: Gereedschap;
  readonly #mensen = new Map<string, Mens>();
  #meldingen: MeldingBoek[] = [];
  readonly #voorwaarden = new Map<string, VoorwaardeBoek>();
  #aanbod: OverdrachtBoek | null = null;
  #laatsteWie: Medewerker;

  constructor(v: Verhaal, g: Gereedschap) {
    this.#v = v;
    this.#g = g;
    this.#laatsteWie = g.veld.getPersona('vt-medewerker');
    for (const [naam, p] of Object.entries(v.personen)) {
      this.#mensen.set(naam, mensVan(getTestpersoon(p.bsn), p.telefoon ?? null));
    }
  }

  #mens(naam: string): Mens {
    const mens = this.#mensen.get(naam);
    if (!mens) throw new RangeError(`${naam} komt niet voor in het verhaal ${this.#v.id}.`);
    return mens;
  }

  #noem(n: Genoemd): Noeming {
    const mens = this.#mens(n.wie);
    const p = this.#v.personen[n.wie];
    const huis = this.#v.huizen[p?.woont ?? ''];
    if (!p || !huis) throw new RangeError(`${n.wie} woont nergens in het verhaal ${this.#v.id}.`);
    return {
      mens,
      rol: n.rol,
      relatie: n.relatie,
      directbetrokken: n.rol !== 'getuige',
      herken: n.radarVraag ? 'open' : 'gewoon',
      ...(n.radarVraag ? { lijktOp: n.radarVraag.map((x) => this.#mens(x)) } : {}),
      zoals: {
        bsn: mens.bsn,
        voornamen: mens.voornamen,
        voorletters: null,
        tussenvoegsel: mens.tussenvoegsel,
        achternaam: mens.achternaam,
        partner_tussenvoegsel: null,
        partner_achternaam: null,
        geboortejaar: mens.jaar,
        geboortemaand: mens.maand,
        geboortedag: mens.dag,
        geslacht: mens.geslacht,
        ...huis,
        huisletter: null,
        toevoeging: null,
        land: null,
        geheim_adres: p.geheim ?? false,
        telefoon: mens.telefoon ? [mens.telefoon] : [],
        email: [],
        ...n.zoals,
      },
    };
  }

  #op(t: Tijd): Date {
    return momentVan(t, this.#g.boek.nu);
  }

  #wie(id: PersonaId | null, casus: CasusBoek): Medewerker {
    this.#laatsteWie = id ? this.#g.veld.getPersona(id) : (casus.regisseur ?? this.#laatsteWie);
    return this.#laatsteWie;
  }

  #gezegd(lijst: readonly Gezegd[]) {
    return lijst.map((u) => ({
      soort: u.soort,
      tekst: u.tekst,
      bron: u.bron,
      afgeschermd: u.afgeschermd ?? false,
      gebeurdOp:
        u.dagen === undefined
          ? null
          : new Date(this.#g.boek.nu.getTime() - u.dagen * DAG).toISOString().slice(0, 10),
      ...(u.wederhoor ? { wederhoor: { ...u.wederhoor, op: this.#op(u.wederhoor.op) } } : {}),
    }));
  }

  #melding(casus: CasusBoek, e: Extract<Gebeurtenis, { wat: 'melding' }>): void {
    const { veld } = this.#g;
    const behandelaar = e.behandelaar ? veld.getPersona(e.behandelaar) : null;
    const melder = e.melder.persona ? veld.getPersona(e.melder.persona) : null;
    const aannemer = melder ?? behandelaar ?? veld.getPersona('vt-medewerker');
    const politie = melder?.organisatie === veld.politie;
    this.#meldingen.push(
      casus.melding({
        op: this.#op(e.op),
        kanaal: politie ? 'jzv' : melder ? 'professional' : 'telefoon',
        melderGroep: e.melder.groep,
        melderRol: e.melder.rol,
        melderOrganisatie: melder?.organisatie ?? null,
        melder: {
          naam: politie ? veld.politie.naam : (e.melder.naam ?? melder?.naam ?? null),
          telefoon: e.melder.telefoon ?? (politie ? null : (melder?.organisatie.contact ?? null)),
          email: null,
        },
        bekend: e.melder.bekend ?? 'open',
        grond: e.melder.grond ?? null,
        aannemer,
        behandelaar,
        aard: e.aard,
        aanvullend: e.aanvullend ?? [],
        duur: e.duur ?? 'onbekend',
        acuut: e.acuut !== undefined,
        acuutToelichting: e.acuut ?? null,
        kindcheck: e.kindcheck ? 'kinderen' : 'onbekend',
        kindcheckToelichting: e.kindcheck ?? null,
        gemeentecode: this.#v.gemeentecode,
        stadium: e.stadium ?? null,
        personen: e.personen.map((n) => this.#noem(n)),
        gezegd: this.#gezegd(e.gezegd),
      }),
    );
  }

  #voorwaarde(naam: string): VoorwaardeBoek {
    const v = this.#voorwaarden.get(naam);
    if (!v) throw new RangeError(`Voorwaarde ${naam} is nog niet gesteld in ${this.#v.id}.`);
    return v;
  }

  #laatste(): MeldingBoek {
    const m = this.#meldingen.at(-1);
    if (!m) throw new RangeError(`Het verhaal ${this.#v.id} begint niet met een melding.`);
    return m;
  }

  #vertel(casus: CasusBoek, e: Gebeurtenis): void {
    const { veld } = this.#g;
    const op = this.#op(e.op);
    switch (e.wat) {
      case 'melding':
        this.#melding(casus, e);
        return;
      case 'uitspraken':
        casus.voegToe(this.#gezegd(e.gezegd), op, this.#wie(e.door, casus));
        return;
      case 'controle':
        casus.kijkt(op, this.#wie(e.door, casus), e.met, e.uitkomst, e.toelichting);
        return;
      case 'begonnen':
        casus.begint(this.#laatste(), op, this.#wie(e.door, casus), e.afweging);
        return;
      case 'voorgelegd':
        casus.legtVoor(this.#laatste(), op, this.#wie(e.door, casus), e.afweging, veld.getPersona(e.aan));
        return;
      case 'vastgesteld':
        casus.stelt(this.#laatste(), op, this.#wie(e.door, casus), e.opmerking ?? null);
        return;
      case 'teruggekoppeld':
        casus.koppeltTerug(this.#laatste(), op, this.#wie(e.door, casus));
        return;
      case 'aangeboden': {
        this.#aanbod = casus.biedtAan(
          veld.getTeam(e.gemeente),
          op,
          this.#wie(e.door, casus),
          e.typehulp,
          e.bericht,
        );
        return;
      }
      case 'aanvaard': {
        if (!this.#aanbod) throw new RangeError(`In ${this.#v.id} is niets aangeboden.`);
        const naar: Organisatie = this.#aanbod.naar;
        const van = (functie: 'regisseur' | 'lokaal_teamleider') =>
          veld.medewerkers.find((m) => m.organisatie === naar && m.functie === functie);
        const regisseur = e.regisseur ? veld.getPersona(e.regisseur) : van('regisseur');
        const door = e.door ? veld.getPersona(e.door) : (van('lokaal_teamleider') ?? regisseur);
        if (!regisseur || !door) throw new RangeError(`${naar.naam} heeft geen regisseur.`);
        casus.aanvaardt(this.#aanbod, op, door, regisseur);
        casus.planMonitoring(op, MONITORGRID, veld.vt, this.#meldingen[0]?.in.behandelaar ?? null);
        return;
      }
      case 'voorwaarde':
        this.#voorwaarden.set(
          e.naam,
          casus.stelVoorwaarde({ tekst: e.tekst, voor: e.voor }, op, this.#wie(e.door, casus)),
        );
        return;
      case 'nagegaan':
        casus.controleer(
          this.#voorwaarde(e.naam),
          op,
          this.#wie(e.door, casus),
          e.uitkomst,
          e.bij,
          e.toelichting,
        );
        return;
      case 'afspraak':
        casus.afspraak(
          {
            wie: e.wie,
            wat: e.doet,
            wanneer: e.wanneer,
            zietToe: e.zietToe,
            signaal: e.signaal ?? null,
            verborgen: e.verborgen ?? false,
          },
          op,
          this.#wie(e.door, casus),
        );
        return;
      case 'cijfers':
        this.#cijfers(casus, op, this.#wie(e.door, casus), e.bij, e.cijfers);
        return;
      case 'fase':
        casus.fase(e.naar, e.reden, op, this.#wie(e.door, casus));
        return;
      case 'monitormoment': {
        const moment = casus.momenten.find((m) => m.rij.soort === e.soort);
        if (!moment) throw new RangeError(`In ${this.#v.id} is geen ${e.soort} gepland.`);
        const wie = this.#wie(e.door, casus);
        casus.monitort(moment, op, wie, e.uitkomst, e.met, e.toelichting);
        this.#cijfers(casus, op, wie, 'monitoring', e.cijfers, moment.rij.id);
        return;
      }
      case 'gesloten': {
        const wie = this.#wie(e.door, casus);
        casus.sluit(op, wie, e.reden, e.toelichting, this.#meldingen[0]?.in.behandelaar ?? wie);
      }
    }
  }

  #cijfers(
    casus: CasusBoek,
    op: Date,
    wie: Medewerker,
    bij: 'start' | 'tussentijds' | 'monitoring' | 'afsluiting',
    cijfers: readonly Cijfer[],
    monitormomentId: string | null = null,
  ): void {
    for (const c of cijfers) {
      casus.cijfer(
        {
          ...c,
          persoonId: this.#g.register.getPersoonId(this.#mens(c.over)),
          nodig: c.nodig ?? null,
          bij,
          monitormomentId,
        },
        op,
        wie,
      );
    }
    if (cijfers.length > 0) casus.naCijfers(op);
  }

  speel(): CasusBoek[] {
    return this.#v.casussen.map((gebeurtenissen) => {
      const [eerste] = gebeurtenissen;
      if (eerste?.wat !== 'melding')
        throw new RangeError(`Een casus in ${this.#v.id} begint niet met een melding.`);
      this.#meldingen = [];
      this.#aanbod = null;
      const casus = new CasusBoek(
        this.#g,
        this.#op(eerste.op),
        this.#v.gemeentecode,
        eerste.acuut !== undefined,
      );
      for (const e of gebeurtenissen) this.#vertel(casus, e);
      return casus.klaar();
    });
  }
}

/** Lets a story happen. @returns its casussen, oldest first */
export function speelVerhaal(verhaal: Verhaal, g: Gereedschap): CasusBoek[] {
  return new Verteller(verhaal, g).speel();
}
