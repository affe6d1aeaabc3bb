// SPDX-License-Identifier: EUPL-1.2
// One casus as it goes along the chain. Each method is one act: it writes the rows, the terms and the line on the timeline,
// at the moment given. The generator and the stories both speak through it, so that what they make obeys the same rules.
import { type Besluit, termijnenNa, uitkomstCode } from '../../src/keten/beoordeling/beoordeling.ts';
import { aanWie, GRONDSLAG_TERUGKOPPELING, stelTerugkoppelingOp, waaromGeen } from '../../src/keten/overdracht/terugkoppeling.ts';
import type { Stadium } from '../../src/keten/radar/betrokkenheid.ts';
import type { Gegevens } from '../../src/keten/overdracht/overdracht.store.ts';
import { leeftijd, weergavenaam } from '../../src/kern/persoon/persoon.ts';
import { aanduidingVan } from '../../src/kern/casus/casus.ts';
import type { Soort } from '../../src/kern/termijn/termijnsoorten.ts';
import type { Boek, Rij } from './boek.ts';
import { AFGEROND, OVERDRACHT_GROND, ZICHT_GROND } from './codes.ts';
import { maakBericht } from './jzvbericht.ts';
import { type Medewerker, type Organisatie, REGIO_ID, type Werkveld } from './organisaties.ts';
import type { Genoemd, Noeming, Register } from './register.ts';
import type { Soort as UitspraakSoort } from './teksten.ts';
import { DAG, MINUUT } from './tijd.ts';

/** What everything is written with. */
export interface Gereedschap {
  readonly boek: Boek;
  readonly veld: Werkveld;
  readonly register: Register;
}

export interface Gezegd {
  readonly soort: UitspraakSoort;
  readonly tekst: string;
  readonly bron: string;
  readonly gebeurdOp?: string | null;
  readonly afgeschermd?: boolean;
  readonly wederhoor?: { readonly door: string; readonly reactie: string; readonly oneens: boolean; readonly op: Date };
}

export interface MeldingIn {
  readonly op: Date;
  readonly kanaal: 'jzv' | 'telefoon' | 'professional' | 'advies';
  readonly melderGroep: string;
  readonly melderRol: string | null;
  readonly melderOrganisatie: Organisatie | null;
  readonly melder: { readonly naam: string | null; readonly telefoon: string | null; readonly email: string | null };
  readonly bekend: 'open' | 'anoniem_voor_gezin' | 'anoniem';
  readonly grond: string | null;
  /** Who took it in; for a professional from outside, that professional. */
  readonly aannemer: Medewerker;
  /** Who assesses it; null: nobody has taken it up. */
  readonly behandelaar: Medewerker | null;
  readonly aard: readonly string[];
  readonly aanvullend: readonly string[];
  readonly duur: string;
  readonly acuut: boolean;
  readonly acuutToelichting: string | null;
  readonly kindcheck: string;
  readonly kindcheckToelichting: string | null;
  readonly gemeentecode: string;
  readonly stadium: Stadium | null;
  readonly personen: readonly Noeming[];
  readonly gezegd: readonly Gezegd[];
}

export interface Terugkoppeling {
  readonly rij: Rij<'terugkoppeling'>;
  readonly termijn: Rij<'termijn'> | null;
}

export interface MeldingBoek {
  readonly rij: Rij<'melding'>;
  readonly in: MeldingIn;
  readonly genoemd: readonly (Genoemd & { directbetrokken: boolean; rol: string })[];
  readonly gezegd: readonly Rij<'uitspraak'>[];
  readonly beoordelingTermijn: Rij<'termijn'>;
  readonly spoed: Rij<'termijn'> | null;
  readonly beoordeling: Rij<'beoordeling'>;
  readonly informeren: Rij<'termijn'>;
  tweede: Rij<'termijn'> | null;
  terugkoppeling: Terugkoppeling | null;
}

export interface Afweging {
  readonly acuut: string;
  readonly acuutArgument: string;
  readonly structureel: string;
  readonly structureelArgument: string;
  readonly multiprobleem: string | null;
  readonly multiprobleemArgument: string | null;
  readonly besluit: Besluit;
  readonly reden: string;
  readonly vervolgSoort: string | null;
}

export interface OverdrachtBoek {
  readonly rij: Rij<'overdracht'>;
  readonly naar: Organisatie;
  readonly termijn: Rij<'termijn'>;
}

export interface VoorwaardeBoek {
  readonly rij: Rij<'voorwaarde'>;
  termijn: Rij<'termijn'> | null;
}

export interface MonitorBoek {
  readonly rij: Rij<'monitormoment'>;
  readonly termijn: Rij<'termijn'>;
}

/** Moments of monitoring; also the kind of their term. */
export const MONITORGRID = ['monitor_3_maanden', 'monitor_1_jaar', 'monitor_anderhalf_jaar'] as const satisfies readonly Soort[];

export class CasusBoek {
  readonly rij: Rij<'casus'>;
  houder: Organisatie;
  regisseur: Medewerker | null = null;
  readonly meldingen: MeldingBoek[] = [];
  readonly voorwaarden: VoorwaardeBoek[] = [];
  readonly momenten: MonitorBoek[] = [];
  readonly termijnen: Rij<'termijn'>[] = [];
  readonly #g: Gereedschap;
  #zicht: Rij<'zicht'> | null = null;
  #periode: Rij<'casus_periode'> | null = null;
  readonly #betrokken = new Set<string>();
  #zichtcontrole: Rij<'termijn'> | null = null;
  #cijfers: Rij<'termijn'> | null = null;
  #opnieuw: Rij<'termijn'> | null = null;
  #overgedragen = false;
  readonly #uitkomsten = new Map<string, { volgnummer: number; statussen: Set<string> }>();

  /** Opens a casus that Veilig Thuis holds from this moment. */
  constructor(g: Gereedschap, op: Date, gemeentecode: string, acuut: boolean) {
    this.#g = g;
    this.houder = g.veld.vt;
    const rij: Rij<'casus'> = g.boek.schrijf('casus', {
      regio_id: REGIO_ID, id: g.boek.id(op), nummer: g.boek.nummer('casus', op), aanduiding: '', status: 'open', fase: null, regisseur_id: null, gemeentecode, acuut,
      geopend_op: op, gesloten_op: null, sluitreden: null, samengevoegd_in: null, versie: 1,
    });
    this.rij = rij;
    this.#opent(op, g.veld.vt, ZICHT_GROND.melding);
  }

  get id(): string {
    return this.rij.id;
  }

  #doe(soort: string, op: Date, wie: Medewerker | null, doel: string, onderwerpId: string | null, inhoud: Record<string, unknown> = {}): void {
    this.#g.boek.handeling({ soort, op, wie, doel, casusId: this.id, onderwerpId, inhoud });
  }

  #termijn(t: { soort: Soort; onderwerpSoort: string; onderwerpId: string; eigenaar: Organisatie; medewerker?: Medewerker | null; wacht?: Organisatie | null; waarom: string; acuut?: boolean; begint: Date }): Rij<'termijn'> {
    const teamId = t.eigenaar === this.#g.veld.vt ? this.#g.veld.vtTeamVan(this.rij.gemeentecode ?? '') : null;
    const rij = this.#g.boek.termijn({ ...t, casusId: this.id, teamId });
    this.termijnen.push(rij);
    return rij;
  }

  #betrek(organisatie: Organisatie, op: Date): void {
    if (this.#betrokken.has(organisatie.id)) return;
    this.#betrokken.add(organisatie.id);
    this.#g.boek.schrijf('betrokkenheid', {
      regio_id: REGIO_ID, casus_id: this.id, organisatie_id: organisatie.id, grond: 'zicht', vanaf: op, tot: null,
    });
  }

  #opent(op: Date, houder: Organisatie, grond: string): void {
    const { boek } = this.#g;
    this.#periode = boek.schrijf('casus_periode', { regio_id: REGIO_ID, casus_id: this.id, vanaf: op, tot: null });
    this.#krijgtZicht(op, houder, grond);
  }

  #krijgtZicht(op: Date, houder: Organisatie, grond: string): void {
    if (this.#zicht) this.#zicht.tot = op;
    this.houder = houder;
    this.#betrek(houder, op);
    this.#zicht = this.#g.boek.schrijf('zicht', {
      regio_id: REGIO_ID, id: this.#g.boek.id(op), casus_id: this.id, organisatie_id: houder.id, vanaf: op, tot: null, grond,
    });
  }

  /** Takes a melding in: the first of this casus, or one that joins it while it runs. */
  melding(m: MeldingIn): MeldingBoek {
    const { boek, veld, register } = this.#g;
    const vervolg = this.meldingen.length > 0;
    const id = boek.id(m.op);
    const nummer = boek.nummer('melding', m.op);
    const genoemd: (Genoemd & { directbetrokken: boolean; rol: string; rij: Rij<'vermelding'> })[] = [];
    for (const [i, n] of m.personen.entries()) {
      const v = register.noem(n, m.op, veld.vt, { id, nummer }, m.behandelaar);
      boek.schrijf('melding_vermelding', {
        regio_id: REGIO_ID, melding_id: id, vermelding_id: v.vermeldingId, volgnummer: i + 1, rol: n.rol, relatie: n.relatie,
      });
      boek.schrijf('casus_persoon', {
        regio_id: REGIO_ID, id: boek.id(m.op), casus_id: this.id, vermelding_id: v.vermeldingId, rol: n.rol, relatie: n.relatie,
        directbetrokken: n.directbetrokken, vanaf: m.op, tot: null,
      });
      genoemd.push({ ...v, directbetrokken: n.directbetrokken, rol: n.rol });
    }
    if (!vervolg) {
      this.rij.aanduiding = aanduidingVan(
        genoemd.map(({ rol, rij: v }) => ({ rol, achternaam: v.achternaam ?? null, tussenvoegsel: v.tussenvoegsel ?? null, geboortejaar: v.geboortejaar ?? null })),
      );
    }
    const lopend = vervolg ? { casusId: this.id, geopend: this.rij.geopend_op.toISOString(), gesloten: null, stadium: m.stadium } : null;
    const betrokkenheid = register.betrokkenheid(genoemd, m.op, lopend);
    for (const g of genoemd) register.inCasus(g.persoonId, this.rij, g.directbetrokken);

    const rij = boek.schrijf('melding', {
      regio_id: REGIO_ID,
      id,
      nummer,
      casus_id: this.id,
      organisatie_id: veld.vt.id,
      melder_organisatie_id: m.melderOrganisatie?.id ?? null,
      medewerker_id: m.aannemer.id,
      kanaal: m.kanaal,
      registratienummer: null,
      ontvangen_op: m.op,
      status: 'ontvangen',
      melder_groep: m.melderGroep,
      melder_rol: m.melderRol,
      aard: [...m.aard],
      aanvullend: [...m.aanvullend],
      duur: m.duur,
      acuut: m.acuut,
      acuut_toelichting: m.acuutToelichting,
      kindcheck: m.kindcheck,
      kindcheck_toelichting: m.kindcheckToelichting,
      gemeentecode: m.gemeentecode,
      terugkoppeling_gewenst: m.bekend !== 'anoniem',
      betrokkenheid: betrokkenheid.soort,
      betrokkenheid_uitleg: betrokkenheid.uitleg,
      twijfels: [],
    });
    const inhoud = { melding: id, nummer, kanaal: m.kanaal, acuut: m.acuut };
    boek.schrijf('melder', {
      regio_id: REGIO_ID, melding_id: id, organisatie_id: veld.vt.id, ...m.melder, bekend: m.bekend, grond: m.grond,
    });
    const gezegd = m.gezegd.map((u) => this.#schrijfUitspraak(u, m.op, m.aannemer, id, veld.vt));
    const doel = m.aannemer.organisatie === veld.vt ? 'melden' : 'zelf_melden';
    this.#doe(m.kanaal === 'jzv' ? 'jzv.melden' : 'melding.indienen', m.op, m.aannemer, doel, null, inhoud);
    if (m.kanaal === 'jzv') maakBericht(boek, veld, rij, m);

    const beoordeling = boek.schrijf('beoordeling', {
      regio_id: REGIO_ID, id: boek.id(m.op), casus_id: this.id, melding_id: id, organisatie_id: veld.vt.id, status: 'open', acuut: null, acuut_argument: null,
      structureel: null, structureel_argument: null, multiprobleem: null, multiprobleem_argument: null, uitspraak_ids: [], besluit: null, besluit_reden: null,
      vervolg_soort: null, beoordelaar_id: null, voorgelegd_op: null, tweede_id: null, tweede_opmerking: null, vastgesteld_op: null, gewijzigd_op: null,
      gewijzigd_door: null, versie: 1,
    });
    const wacht = { eigenaar: veld.vt, medewerker: m.behandelaar, begint: m.op };
    const over = { ...wacht, onderwerpSoort: 'beoordeling', onderwerpId: beoordeling.id, acuut: m.acuut };
    const overMelding = { ...wacht, onderwerpSoort: 'melding', onderwerpId: id };
    const beoordelingTermijn = this.#termijn({ ...over, soort: 'beoordeling', waarom: vervolg ? 'Vervolgmelding bij een lopende casus' : 'Nieuwe melding' });
    const spoed = m.acuut ? this.#termijn({ ...over, soort: 'spoed_24u', waarom: 'De melder noemt acuut gevaar' }) : null;
    const informeren = this.#termijn({ ...overMelding, soort: 'informeren_betrokkenen', waarom: 'Gegevens vastgelegd' });
    if (genoemd.some((g) => g.vraag)) this.#termijn({ ...overMelding, soort: 'radar_vraag', waarom: 'De radar weet niet zeker of dit een bekende persoon is' });
    if (!vervolg) this.#kijkWeer(m.op, m.acuut, m.behandelaar);
    if (m.acuut) this.rij.acuut = true;
    const uit: MeldingBoek = { rij, in: m, genoemd, gezegd, beoordelingTermijn, spoed, informeren, beoordeling, tweede: null, terugkoppeling: null };
    this.meldingen.push(uit);
    return uit;
  }

  #schrijfUitspraak(u: Gezegd, op: Date, wie: Medewerker, meldingId: string | null, organisatie: Organisatie): Rij<'uitspraak'> {
    const { boek } = this.#g;
    const rij = boek.schrijf('uitspraak', {
      regio_id: REGIO_ID, id: boek.id(op), casus_id: this.id, melding_id: meldingId, organisatie_id: organisatie.id, medewerker_id: wie.id,
      soort: u.soort, tekst: u.tekst, bron: u.bron, gebeurd_op: u.gebeurdOp ?? null, vastgelegd_op: op, afgeschermd: u.afgeschermd ?? false, verbetert_id: null,
    });
    if (u.wederhoor && boek.isGeweest(u.wederhoor.op)) this.wederhoor(rij, u.wederhoor, wie);
    return rij;
  }

  wederhoor(uitspraak: Rij<'uitspraak'>, w: { door: string; reactie: string; oneens: boolean; op: Date }, wie: Medewerker): void {
    const { boek, veld } = this.#g;
    // whoever of outside reported does not hear the family: Veilig Thuis does
    const hoort = wie.organisatie === veld.vt || wie.functie === 'regisseur' ? wie : (this.meldingen.at(-1)?.in.behandelaar ?? veld.kies(boek.toeval, veld.vt, ['vt_medewerker']));
    boek.schrijf('wederhoor', {
      regio_id: REGIO_ID, id: boek.id(w.op), casus_id: this.id, uitspraak_id: uitspraak.id, door: w.door, reactie: w.reactie, oneens: w.oneens, op: w.op, medewerker_id: hoort.id,
    });
    this.#doe('uitspraak.wederhoor', w.op, hoort, 'zicht_houden', uitspraak.id, { oneens: w.oneens });
  }

  /** Statements that are added later, by whoever is at work. */
  voegToe(gezegd: readonly Gezegd[], op: Date, wie: Medewerker): Rij<'uitspraak'>[] {
    const rijen = gezegd.map((u) => this.#schrijfUitspraak(u, op, wie, null, wie.organisatie));
    this.#doe('uitspraak.toevoegen', op, wie, 'beoordelen', null, { aantal: rijen.length });
    return rijen;
  }

  /** Someone begins to weigh; nothing is decided. */
  begint(m: MeldingBoek, op: Date, wie: Medewerker, deel: Partial<Afweging> = {}): void {
    m.rij.status = 'in_beoordeling';
    this.#weeg(m.beoordeling, op, wie, deel);
    this.#doe('beoordeling.bewaren', op, wie, 'beoordelen', m.beoordeling.id, { melding: m.rij.id });
  }

  #weeg(b: Rij<'beoordeling'>, op: Date, wie: Medewerker, a: Partial<Afweging>): void {
    Object.assign(b, {
      acuut: a.acuut ?? null, acuut_argument: a.acuutArgument ?? null, structureel: a.structureel ?? null, structureel_argument: a.structureelArgument ?? null,
      multiprobleem: a.multiprobleem ?? null, multiprobleem_argument: a.multiprobleemArgument ?? null, besluit: a.besluit ?? null, besluit_reden: a.reden ?? null,
      vervolg_soort: a.vervolgSoort ?? null, gewijzigd_op: op, gewijzigd_door: wie.id, versie: (b.versie ?? 1) + 1,
    });
  }

  #stap(b: Rij<'beoordeling'>, stap: 'voorgelegd' | 'teruggelegd' | 'vastgesteld', op: Date, wie: Medewerker, opmerking: string | null): void {
    const { boek, veld } = this.#g;
    boek.schrijf('beoordeling_stap', {
      regio_id: REGIO_ID, id: boek.id(op), beoordeling_id: b.id, organisatie_id: veld.vt.id, stap, op, medewerker_id: wie.id, opmerking,
      inhoud: {
        acuut: b.acuut, acuutArgument: b.acuut_argument, structureel: b.structureel, structureelArgument: b.structureel_argument,
        multiprobleem: b.multiprobleem, multiprobleemArgument: b.multiprobleem_argument, uitspraakIds: b.uitspraak_ids, besluit: b.besluit,
        besluitReden: b.besluit_reden, vervolgSoort: b.vervolg_soort,
      },
    });
  }

  /** The weighing goes to a second pair of eyes: to one colleague, or to whoever is there. */
  legtVoor(m: MeldingBoek, op: Date, wie: Medewerker, a: Afweging, aan: Medewerker | null = null): void {
    const b = m.beoordeling;
    m.rij.status = 'in_beoordeling';
    this.#weeg(b, op, wie, a);
    Object.assign(b, { status: 'voorgelegd', beoordelaar_id: wie.id, voorgelegd_op: op, versie: (b.versie ?? 1) + 1 });
    b.uitspraak_ids = m.gezegd.filter((u) => u.soort === 'feit' || u.soort === 'waarneming').map((u) => u.id);
    m.tweede = this.#termijn({
      soort: 'tweede_paar_ogen', onderwerpSoort: 'beoordeling', onderwerpId: b.id, eigenaar: this.#g.veld.vt, medewerker: aan, waarom: 'Een collega vraagt u mee te kijken', acuut: a.acuut === 'ja', begint: op,
    });
    this.#stap(b, 'voorgelegd', op, wie, null);
    this.#doe('beoordeling.voorleggen', op, wie, 'beoordelen', b.id, { melding: m.rij.id, besluit: a.besluit, aan: aan?.id ?? null });
  }

  /** The second pair of eyes decides; what follows from the besluit gets its terms. */
  stelt(m: MeldingBoek, op: Date, wie: Medewerker, opmerking: string | null = null): void {
    const { boek, veld } = this.#g;
    const b = m.beoordeling;
    const besluit = b.besluit as Besluit;
    this.#stap(b, 'vastgesteld', op, wie, opmerking);
    Object.assign(b, { status: 'vastgesteld', tweede_id: wie.id, tweede_opmerking: opmerking, vastgesteld_op: op, versie: (b.versie ?? 1) + 1 });
    m.rij.status = 'beoordeeld';
    this.#doe('beoordeling.vaststellen', op, wie, 'beoordelen', b.id, { melding: m.rij.id, besluit, vervolgSoort: b.vervolg_soort, uitkomst: uitkomstCode(besluit) });
    for (const t of [m.tweede, m.beoordelingTermijn, m.spoed]) boek.rondAf(t ?? undefined, op, AFGEROND.vastgesteld);
    boek.rondAf(m.informeren, op, AFGEROND.klaar);
    if (b.acuut !== 'onbekend') this.rij.acuut = b.acuut === 'ja';
    if (this.houder === veld.vt) {
      for (const soort of termijnenNa(besluit)) {
        if (this.termijnen.some((t) => t.soort === soort && !t.afgerond_op)) continue;
        const overCasus = soort === 'afsluiten';
        const t = this.#termijn({
          soort, onderwerpSoort: overCasus ? 'casus' : 'beoordeling', onderwerpId: overCasus ? this.id : b.id, eigenaar: veld.vt, medewerker: m.in.behandelaar,
          waarom: overCasus ? 'Besluit: geen vervolg door Veilig Thuis' : soort === 'voorwaarden_en_vervolg' ? 'Besluit: Voorwaarden en Vervolg' : 'Besluit: onderzoek',
          begint: soort === 'start_onderzoek' ? m.in.op : op,
        });
        // met when the onderzoek starts, at the besluit
        if (soort === 'start_onderzoek') boek.rondAf(t, op, AFGEROND.klaar);
      }
    }
    this.uitkomst(m, uitkomstCode(besluit), op);
    m.terugkoppeling = this.#terugkoppeling(m, op, 'na_beoordeling', null);
  }

  /** The draft for the melder, or the reason why there is none; with a draft comes its term. */
  #terugkoppeling(m: MeldingBoek, op: Date, moment: 'na_beoordeling' | 'na_overdracht', overgedragenAan: string | null): Terugkoppeling {
    const { boek, veld } = this.#g;
    const aan = aanWie({ kanaal: m.in.kanaal, groep: m.in.melderGroep, rol: m.in.melderRol, bekend: m.in.bekend, gewenst: true });
    const geen = waaromGeen(aan);
    const rij = boek.schrijf('terugkoppeling', {
      regio_id: REGIO_ID, id: boek.id(op), casus_id: this.id, melding_id: m.rij.id, organisatie_id: veld.vt.id, moment, status: geen ? 'afgezien' : 'concept', aan,
      tekst:
        aan === 'professional' || aan === 'burger'
          ? stelTerugkoppelingOp({ aan, moment, meldingNummer: m.rij.nummer, ontvangenOp: m.in.op, vtNaam: veld.vt.naam, besluit: m.beoordeling.besluit ?? null, overgedragenAan })
          : '',
      grondslag: GRONDSLAG_TERUGKOPPELING, reden: geen, gemaakt_op: op, afgehandeld_op: geen ? op : null, medewerker_id: null,
    });
    const termijn = geen
      ? null
      : this.#termijn({
          soort: 'terugkoppeling_melder', onderwerpSoort: 'terugkoppeling', onderwerpId: rij.id, eigenaar: veld.vt, medewerker: m.in.behandelaar,
          waarom: moment === 'na_overdracht' ? 'De overdracht is aanvaard' : 'Het besluit na de beoordeling is genomen', begint: op,
        });
    return { rij, termijn };
  }

  /** After acceptance the melder hears to whom. What was sent before was sent; what was not is not doubled. */
  #terugNaOverdracht(m: MeldingBoek, op: Date, naar: Organisatie): void {
    const eerste = m.terugkoppeling;
    if (!eerste?.termijn || eerste.rij.status !== 'verstuurd') return;
    const tweede = this.#terugkoppeling(m, op, 'na_overdracht', naar.naam);
    const verstuurd = new Date(op.getTime() + this.#g.boek.toeval.heel(1, 6) * DAG);
    if (!this.#g.boek.isGeweest(verstuurd)) return;
    m.terugkoppeling = tweede;
    this.koppeltTerug(m, verstuurd, m.in.behandelaar ?? this.#g.veld.kies(this.#g.boek.toeval, this.#g.veld.vt, ['vt_medewerker']));
  }

  /** The melder hears, or there is a reason not to. */
  koppeltTerug(m: MeldingBoek, op: Date, wie: Medewerker, afgezien: string | null = null): void {
    const t = m.terugkoppeling;
    if (!t?.termijn) return;
    t.rij.status = afgezien ? 'afgezien' : 'verstuurd';
    t.rij.reden = afgezien;
    t.rij.afgehandeld_op = op;
    t.rij.medewerker_id = wie.id;
    this.#doe(afgezien ? 'terugkoppeling.afzien' : 'terugkoppeling.versturen', op, wie, 'terugkoppelen', t.rij.id);
    this.#g.boek.rondAf(t.termijn, op, AFGEROND.teruggekoppeld);
  }

  /** Tells the police the outcome, once per status; nothing for a melding that came another way. */
  uitkomst(m: MeldingBoek, status: string, op: Date): void {
    const { boek, veld } = this.#g;
    if (m.rij.kanaal !== 'jzv' || !m.rij.registratienummer) return;
    const eerder = this.#uitkomsten.get(m.rij.id) ?? { volgnummer: 0, statussen: new Set<string>() };
    this.#uitkomsten.set(m.rij.id, eerder);
    if (eerder.statussen.has(status)) return;
    eerder.statussen.add(status);
    eerder.volgnummer += 1;
    const verzonden = new Date(op.getTime() + 2 * MINUUT);
    const gegaan = boek.isGeweest(verzonden);
    boek.schrijf('uitkomstmelding', {
      regio_id: REGIO_ID, id: boek.id(op), melding_id: m.rij.id, organisatie_id: veld.vt.id, naar_organisatie_id: veld.politie.id,
      registratienummer: m.rij.registratienummer, status, volgnummer: eerder.volgnummer, gemaakt_op: op, verzonden_op: gegaan ? verzonden : null, pogingen: gegaan ? 1 : 0, laatste_fout: null,
    });
  }

  #kijkWeer(op: Date, acuut: boolean, medewerker: Medewerker | null): void {
    this.#zichtcontrole = this.#termijn({
      soort: 'zichtcontrole', onderwerpSoort: 'casus', onderwerpId: this.id, eigenaar: this.houder, medewerker, waarom: 'Het gezin wacht: is het nog veilig?', acuut, begint: op,
    });
  }

  /** Someone looks how it is now, while the family waits. */
  kijkt(op: Date, wie: Medewerker, met: string, uitkomst: 'veilig' | 'zorgelijk' | 'onveilig' | 'niet_bereikt', toelichting: string): void {
    const { boek } = this.#g;
    boek.schrijf('veiligheidscontrole', {
      regio_id: REGIO_ID, id: boek.id(op), casus_id: this.id, op, organisatie_id: wie.organisatie.id, medewerker_id: wie.id, met, uitkomst, toelichting,
    });
    this.#doe('veiligheidscontrole.vastleggen', op, wie, 'zicht_houden', this.id, { uitkomst });
    boek.rondAf(this.#zichtcontrole ?? undefined, op, uitkomst);
    for (const m of this.meldingen) if (uitkomst !== 'niet_bereikt') boek.rondAf(m.spoed ?? undefined, op, `gezien: ${uitkomst}`);
    this.#zichtcontrole = null;
    if (this.rij.fase == null || uitkomst !== 'veilig') this.#kijkWeer(op, this.rij.acuut ?? false, wie.organisatie === this.houder ? wie : null);
  }

  /** What goes along, as it was then: never the melder, never a secret address. */
  #legVast(o: Rij<'overdracht'>, wie: Medewerker): void {
    const { boek } = this.#g;
    const nu = o.aangeboden_op;
    const personen = new Map<string, NonNullable<Gegevens['personen']>[number]>();
    const geheim = new Set(this.meldingen.flatMap((m) => m.genoemd.filter((_, i) => m.in.personen[i]?.zoals.geheim_adres).map((g) => g.persoonId)));
    for (const m of this.meldingen) {
      for (const [i, g] of m.genoemd.entries()) {
        const n = m.in.personen[i]?.zoals;
        if (!n) continue;
        const geboorte = { jaar: n.geboortejaar, maand: n.geboortemaand, dag: n.geboortedag };
        const oud = leeftijd(geboorte, nu);
        const dicht = geheim.size > 0;
        personen.set(g.persoonId, {
          naam: weergavenaam({ voornamen: n.voornamen, voorletters: n.voorletters, tussenvoegsel: n.tussenvoegsel, achternaam: n.achternaam, partnerTussenvoegsel: n.partner_tussenvoegsel, partnerAchternaam: n.partner_achternaam }),
          leeftijd: oud?.jaren ?? null,
          leeftijdOngeveer: oud?.ongeveer ?? false,
          geboortejaar: geboorte.jaar,
          geboortemaand: geboorte.maand,
          geboortedag: geboorte.dag,
          geslacht: n.geslacht,
          rollen: [g.rol],
          relatie: m.in.personen[i]?.relatie ?? null,
          // where someone of the household hides, no address of it goes along
          adres: dicht || !n.straat ? null : `${n.straat} ${n.huisnummer ?? ''}${n.huisletter ?? ''}, ${n.postcode ?? ''} ${n.woonplaats ?? ''}`.replace(/\s+/g, ' ').trim(),
          geheimAdres: geheim.has(g.persoonId),
          telefoon: dicht ? [] : n.telefoon,
        });
      }
    }
    const b = this.meldingen.findLast((m) => m.beoordeling.status === 'vastgesteld')?.beoordeling;
    // the full text of an old overdracht is not needed to read the history
    const vers = boek.nu.getTime() - nu.getTime() < 60 * DAG;
    const gegevens: Gegevens & { persoonIds: string[] } = {
      aanduiding: this.rij.aanduiding,
      casusNummer: this.rij.nummer,
      gemeentecode: this.rij.gemeentecode ?? null,
      acuut: this.rij.acuut ?? false,
      contact: { naam: wie.naam, telefoon: wie.organisatie.contact ?? '' },
      persoonIds: [...personen.keys()],
      personen: [...personen.values()],
      uitspraken: vers
        ? this.meldingen.flatMap((m) => m.gezegd).filter((u) => !u.afgeschermd).map((u) => ({ soort: u.soort, tekst: u.tekst, bron: u.bron, gebeurdOp: u.gebeurd_op ?? null, vastgelegdOp: u.vastgelegd_op.toISOString(), wederhoor: [] }))
        : null,
      beoordeling: b
        ? {
            acuut: b.acuut ?? null, acuutArgument: b.acuut_argument ?? null, structureel: b.structureel ?? null, structureelArgument: b.structureel_argument ?? null,
            multiprobleem: b.multiprobleem ?? null, multiprobleemArgument: b.multiprobleem_argument ?? null, besluit: b.besluit ?? '', besluitReden: b.besluit_reden ?? '',
            vastgesteldOp: b.vastgesteld_op?.toISOString() ?? '',
          }
        : null,
      veiligheidsvoorwaarden: this.voorwaarden.length > 0 ? this.voorwaarden.map((v) => ({ tekst: v.rij.tekst, voor: v.rij.voor, gesteldOp: v.rij.gesteld_op.toISOString() })) : null,
      veiligheidscijfers: null,
      veiligheidscontroles: null,
    };
    o.gegevens = gegevens;
  }

  /** Offers the casus to another organisation. Zicht stays. */
  biedtAan(naar: Organisatie, op: Date, wie: Medewerker, typehulp: string, bericht: string): OverdrachtBoek {
    const { boek } = this.#g;
    const delen = ['personen', 'uitspraken', 'beoordeling', ...(this.voorwaarden.length > 0 ? ['veiligheidsvoorwaarden'] : [])].map((deel) => ({ deel, grond: OVERDRACHT_GROND.deel }));
    const rij = boek.schrijf('overdracht', {
      regio_id: REGIO_ID, id: boek.id(op), casus_id: this.id, van_organisatie_id: this.houder.id, naar_organisatie_id: naar.id, status: 'aangeboden',
      doel: 'Passende hulp, met zicht op veiligheid', grondslag: OVERDRACHT_GROND.grondslag, typehulp, bericht, delen,
      gegevens: {},
      aangeboden_op: op, aangeboden_door: wie.id, beantwoord_op: null, beantwoord_door: null, reden: null, regisseur_id: null,
    });
    this.#legVast(rij, wie);
    this.#doe('overdracht.aanbieden', op, wie, 'overdragen', rij.id, { overdracht: rij.id, naar: naar.id });
    const termijn = this.#termijn({
      soort: 'overdracht_antwoord', onderwerpSoort: 'overdracht', onderwerpId: rij.id, eigenaar: naar, wacht: this.houder, waarom: `${this.houder.naam} biedt een overdracht aan`, begint: op,
    });
    boek.rondAf(this.#opnieuw ?? undefined, op, AFGEROND.opnieuw);
    this.#opnieuw = null;
    return { rij, naar, termijn };
  }

  /** The receiver accepts: in the same moment zicht is theirs, and the plan can begin. */
  aanvaardt(o: OverdrachtBoek, op: Date, wie: Medewerker, regisseur: Medewerker): void {
    const { boek, veld } = this.#g;
    const vanVt = this.houder === veld.vt;
    Object.assign(o.rij, { status: 'aanvaard', beantwoord_op: op, beantwoord_door: wie.id, regisseur_id: regisseur.id });
    boek.rondAf(o.termijn, op, 'aanvaard');
    this.regisseur = regisseur;
    this.rij.regisseur_id = regisseur.id;
    const gever = this.houder;
    this.#krijgtZicht(op, o.naar, `overdracht van ${gever.naam} aanvaard`);
    this.#overgedragen = true;
    this.#doe('overdracht.aanvaarden', op, wie, 'overdragen', o.rij.id, { regisseur: regisseur.id });
    boek.rondAf(this.#zichtcontrole ?? undefined, op, AFGEROND.overgedragen);
    this.#zichtcontrole = null;
    for (const t of this.termijnen) {
      if (t.soort === 'onderzoek' || t.soort === 'voorwaarden_en_vervolg' || t.soort === 'afsluiten') boek.rondAf(t, op, AFGEROND.overgedragen);
    }
    for (const v of this.voorwaarden) {
      if (!v.termijn || v.termijn.afgerond_op) continue;
      v.termijn.eigenaar_organisatie_id = o.naar.id;
      v.termijn.eigenaar_medewerker_id = regisseur.id;
      v.termijn.eigenaar_team_id = null;
      boek.schrijf('termijn_wijziging', {
        regio_id: REGIO_ID, id: boek.id(op), termijn_id: v.termijn.id, soort: 'overgegaan', op, medewerker_id: wie.id, reden: 'overdracht aanvaard', duur_aantal: null, duur_eenheid: null,
      });
    }
    if (vanVt) {
      for (const m of this.meldingen) {
        if (m.beoordeling.status !== 'vastgesteld') continue;
        this.uitkomst(m, 'VT-02', op);
        this.#terugNaOverdracht(m, op, o.naar);
      }
    }
    this.fase(1, 'De overdracht is aanvaard: begin met directe veiligheid.', new Date(Math.min(op.getTime() + 30 * MINUUT, boek.nu.getTime())), regisseur);
  }

  /** Refused, withdrawn or unanswered: zicht never left the giver. */
  nietDoor(o: OverdrachtBoek, hoe: 'geweigerd' | 'ingetrokken' | 'verlopen', op: Date, wie: Medewerker | null, reden: string): void {
    const { boek } = this.#g;
    Object.assign(o.rij, { status: hoe, beantwoord_op: op, beantwoord_door: wie?.id ?? null, reden });
    boek.rondAf(o.termijn, op, hoe);
    const soort = hoe === 'verlopen' ? 'overdracht.verlopen' : hoe === 'geweigerd' ? 'overdracht.weigeren' : 'overdracht.intrekken';
    this.#doe(soort, op, wie, wie ? 'overdragen' : 'verantwoorden', o.rij.id, { reden });
    const behandelaar = this.meldingen[0]?.in.behandelaar ?? null;
    this.#opnieuw = this.#termijn({
      soort: hoe === 'verlopen' ? 'overdracht_escalatie' : 'overdracht_opnieuw', onderwerpSoort: 'overdracht', onderwerpId: o.rij.id, eigenaar: this.houder, medewerker: behandelaar,
      waarom: hoe === 'verlopen' ? `${o.naar.naam} antwoordde niet` : hoe === 'geweigerd' ? `${o.naar.naam} weigerde` : 'Zelf ingetrokken', begint: op,
    });
  }

  stelVoorwaarde(v: { tekst: string; voor: string }, op: Date, wie: Medewerker): VoorwaardeBoek {
    const { boek } = this.#g;
    const rij = boek.schrijf('voorwaarde', {
      regio_id: REGIO_ID, id: boek.id(op), casus_id: this.id, ...v, gesteld_op: op, gesteld_door: wie.id, organisatie_id: wie.organisatie.id, vervallen_op: null, vervallen_reden: null,
    });
    this.#doe('plan.voorwaarde', op, wie, 'zicht_houden', rij.id);
    const uit: VoorwaardeBoek = { rij, termijn: null };
    this.#controleTermijn(uit, op);
    this.voorwaarden.push(uit);
    return uit;
  }

  #controleTermijn(v: VoorwaardeBoek, op: Date): void {
    const medewerker = this.houder === this.#g.veld.vt ? (this.meldingen[0]?.in.behandelaar ?? null) : this.regisseur;
    v.termijn = this.#termijn({
      soort: 'voorwaarde_controle', onderwerpSoort: 'voorwaarde', onderwerpId: v.rij.id, eigenaar: this.houder, medewerker, waarom: 'Is de veiligheidsvoorwaarde nageleefd?', begint: op,
    });
  }

  controleer(v: VoorwaardeBoek, op: Date, wie: Medewerker, uitkomst: 'nageleefd' | 'deels' | 'niet_nageleefd' | 'niet_te_zeggen', gezienBij: string, toelichting: string): void {
    const { boek } = this.#g;
    boek.schrijf('voorwaarde_controle', {
      regio_id: REGIO_ID, id: boek.id(op), casus_id: this.id, voorwaarde_id: v.rij.id, op, medewerker_id: wie.id, organisatie_id: wie.organisatie.id, uitkomst, gezien_bij: gezienBij, toelichting,
    });
    this.#doe('plan.voorwaarde_controle', op, wie, 'zicht_houden', v.rij.id, { uitkomst });
    boek.rondAf(v.termijn ?? undefined, op, AFGEROND.gekeken);
    this.#controleTermijn(v, op);
  }

  vervalt(v: VoorwaardeBoek, op: Date, reden: string): void {
    v.rij.vervallen_op = op;
    v.rij.vervallen_reden = reden;
    this.#g.boek.rondAf(v.termijn ?? undefined, op, AFGEROND.klaar);
  }

  afspraak(a: { wie: string; wat: string; wanneer: string; zietToe: string; signaal: string | null; verborgen: boolean }, op: Date, wie: Medewerker): Rij<'afspraak'> {
    const { boek } = this.#g;
    const rij = boek.schrijf('afspraak', {
      regio_id: REGIO_ID, id: boek.id(op), casus_id: this.id, fase: this.rij.fase ?? 1, wie: a.wie, wat: a.wat, wanneer: a.wanneer, ziet_toe: a.zietToe, signaal: a.signaal, verborgen_voor_pleger: a.verborgen,
      gemaakt_op: op, medewerker_id: wie.id, organisatie_id: wie.organisatie.id, beeindigd_op: null, beeindigd_reden: null,
    });
    this.#doe('plan.afspraak', op, wie, 'zicht_houden', rij.id);
    return rij;
  }

  /** A figure that one person gives about one person's safety. */
  cijfer(
    c: { persoonId: string; soort: 'zelf' | 'gezinslid' | 'netwerk' | 'professional'; scorer: string; cijfer: number; waarom: string; nodig: string | null; bij: 'start' | 'tussentijds' | 'monitoring' | 'afsluiting' },
    op: Date,
    wie: Medewerker,
  ): void {
    const { boek } = this.#g;
    boek.schrijf('veiligheidscijfer', {
      regio_id: REGIO_ID, id: boek.id(op), casus_id: this.id, persoon_id: c.persoonId, scorer_soort: c.soort, scorer: c.scorer, cijfer: c.cijfer, waarom: c.waarom, nodig: c.nodig,
      op, bij: c.bij, medewerker_id: wie.id, organisatie_id: wie.organisatie.id,
    });
  }

  /** After a round of figures: one act, and the term for the next. */
  cijferronde(op: Date, wie: Medewerker, aantal: number): void {
    const { boek } = this.#g;
    this.#doe('plan.cijfer', op, wie, 'zicht_houden', this.id, { aantal });
    boek.rondAf(this.#cijfers ?? undefined, op, AFGEROND.klaar);
    this.#cijfers = this.#termijn({
      soort: 'cijfers_vragen', onderwerpSoort: 'casus', onderwerpId: this.id, eigenaar: this.houder, medewerker: this.regisseur, waarom: 'Tijd voor nieuwe veiligheidscijfers', begint: op,
    });
  }

  fase(naar: 1 | 2 | 3 | 4 | 5, reden: string, op: Date, wie: Medewerker): void {
    const { boek } = this.#g;
    const van = this.rij.fase ?? null;
    boek.schrijf('fasewissel', {
      regio_id: REGIO_ID, id: boek.id(op), casus_id: this.id, van, naar, terugval: van !== null && naar < van, reden, op, medewerker_id: wie.id,
    });
    this.rij.fase = naar;
    this.#doe('plan.fase', op, wie, 'zicht_houden', this.id, { van, naar });
  }

  /** Plans the moments at which Veilig Thuis asks how it is, counted from acceptance. */
  planMonitoring(op: Date, soorten: readonly (typeof MONITORGRID)[number][], organisatie: Organisatie, medewerker: Medewerker | null): MonitorBoek[] {
    const { boek } = this.#g;
    for (const soort of soorten) {
      const id = boek.id(op);
      const termijn = this.#termijn({
        soort, onderwerpSoort: 'monitormoment', onderwerpId: id, eigenaar: organisatie, medewerker, waarom: 'Vraag hoe het nu gaat', begint: op,
      });
      const rij = boek.schrijf('monitormoment', {
        regio_id: REGIO_ID, id, casus_id: this.id, soort, gepland_op: termijn.vervalt_op ?? op, reden: null, organisatie_id: organisatie.id, uitgevoerd_op: null, uitkomst: null, gesproken_met: null,
        toelichting: null, medewerker_id: null, vervallen_op: null, vervallen_reden: null,
      });
      this.momenten.push({ rij, termijn });
    }
    return this.momenten;
  }

  monitort(m: MonitorBoek, op: Date, wie: Medewerker, uitkomst: 'veilig' | 'deels_veilig' | 'onveilig' | 'niet_bereikt', met: string, toelichting: string): void {
    Object.assign(m.rij, { uitgevoerd_op: op, uitkomst, gesproken_met: met, toelichting, medewerker_id: wie.id });
    this.#doe('monitoring.vastleggen', op, wie, 'zicht_houden', m.rij.id, { uitkomst });
    this.#g.boek.rondAf(m.termijn, op, AFGEROND.klaar);
  }

  /** Closes casus, period and zicht in one moment; whatever was open ends with it. */
  sluit(op: Date, wie: Medewerker, reden: string, toelichting: string, zonderCijfer: readonly { naam: string; reden: string }[] = []): void {
    const { boek } = this.#g;
    Object.assign(this.rij, { status: 'gesloten', gesloten_op: op, sluitreden: reden });
    if (this.#zicht) this.#zicht.tot = op;
    if (this.#periode) this.#periode.tot = op;
    this.#zicht = null;
    boek.schrijf('afsluiting', {
      regio_id: REGIO_ID, id: boek.id(op), casus_id: this.id, op, medewerker_id: wie.id, organisatie_id: wie.organisatie.id, reden, toelichting, zonder_cijfer: zonderCijfer,
    });
    this.#doe('casus.afsluiten', op, wie, 'zicht_houden', this.id, { reden });
    for (const v of this.voorwaarden) if (!v.rij.vervallen_op) this.vervalt(v, op, 'Casus gesloten');
    for (const m of this.momenten) {
      if (!m.rij.uitgevoerd_op && !m.rij.vervallen_op) Object.assign(m.rij, { vervallen_op: op, vervallen_reden: 'Casus gesloten' });
    }
    for (const t of this.termijnen) boek.rondAf(t, op, AFGEROND.gesloten);
    if (!this.#overgedragen) for (const m of this.meldingen) if (m.beoordeling.status === 'vastgesteld') this.uitkomst(m, 'VT-03', op);
  }

  /** Opens a closed casus again, held from this moment by who held it last. */
  heropent(op: Date, wie: Medewerker): void {
    Object.assign(this.rij, { status: 'open', gesloten_op: null, sluitreden: null, versie: 2 });
    this.#opent(op, this.houder, ZICHT_GROND.heropend);
    this.#doe('casus.heropenen', op, wie, 'zicht_houden', this.id);
  }

  /** Nothing more is going to happen: the clock looks at the terms for the last time. */
  klaar(): this {
    this.#g.boek.klok(this.termijnen);
    return this;
  }
}
