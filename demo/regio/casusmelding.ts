// SPDX-License-Identifier: EUPL-1.2
// What comes into a casus: meldingen, statements, the beoordeling, and what the melder hears.
import { aanduidingVan } from '../../src/kern/casus/casus.ts';
import { type Besluit, stopt, termijnenNa, uitkomstCode } from '../../src/keten/beoordeling/beoordeling.ts';
import { brengtTerug, naDeBlik } from '../../src/keten/beoordeling/controle.ts';
import { ACUTE_BLIK, GEVAAR_GEZIEN } from '../../src/keten/beoordeling/zichtcontrole.store.ts';
import { type UitkomstStatus, uitkomstenNa } from '../../src/keten/melding/jzv.ts';
import {
  aanWie,
  GRONDSLAG_TERUGKOPPELING,
  stelTerugkoppelingOp,
  waaromGeen,
} from '../../src/keten/overdracht/terugkoppeling.ts';
import type { Duur } from '../../src/platform/clock/werkdagen.ts';
import type { Rij } from './boek.ts';
import { CasusKern } from './casuskern.ts';
import type { Afweging, Gezegd, MeldingBoek, MeldingIn, Terugkoppeling } from './casusvorm.ts';
import { AFGEROND } from './codes.ts';
import { maakBericht } from './jzvbericht.ts';
import type { Genoemd } from './register.ts';
import { DAG, MINUUT } from './tijd.ts';
import { type Medewerker, type Organisatie, REGIO_ID } from './veld.ts';

/** A casus with what came in and what was decided about it. */
export class CasusMelding extends CasusKern {
  readonly #uitkomsten = new Map<string, UitkomstStatus[]>();

  /** Takes a melding in: the first of this casus, or one that joins it while it runs. */
  melding(m: MeldingIn): MeldingBoek {
    const { boek, veld, register } = this.g;
    const vervolg = this.meldingen.length > 0;
    const id = boek.id(m.op);
    const nummer = boek.nummer('melding', m.op);
    const genoemd: (Genoemd & { directbetrokken: boolean; rol: string; rij: Rij<'vermelding'> })[] = [];
    for (const [i, n] of m.personen.entries()) {
      const v = register.noem(n, m.op, veld.vt, { id, nummer }, m.behandelaar);
      boek.schrijf('melding_vermelding', {
        regio_id: REGIO_ID,
        melding_id: id,
        vermelding_id: v.vermeldingId,
        volgnummer: i + 1,
        rol: n.rol,
        relatie: n.relatie,
      });
      boek.schrijf('casus_persoon', {
        regio_id: REGIO_ID,
        id: boek.id(m.op),
        casus_id: this.id,
        vermelding_id: v.vermeldingId,
        rol: n.rol,
        relatie: n.relatie,
        directbetrokken: n.directbetrokken,
        vanaf: m.op,
        tot: null,
      });
      genoemd.push({ ...v, directbetrokken: n.directbetrokken, rol: n.rol });
    }
    if (!vervolg) {
      this.rij.aanduiding = aanduidingVan(
        genoemd.map(({ rol, rij: v }) => ({
          rol,
          achternaam: v.achternaam ?? null,
          tussenvoegsel: v.tussenvoegsel ?? null,
          geboortejaar: v.geboortejaar ?? null,
        })),
      );
    }
    const lopend = vervolg
      ? { casusId: this.id, geopend: this.rij.geopend_op.toISOString(), gesloten: null, stadium: m.stadium }
      : null;
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
      regio_id: REGIO_ID,
      melding_id: id,
      organisatie_id: veld.vt.id,
      ...m.melder,
      bekend: m.bekend,
      grond: m.grond,
    });
    const gezegd = m.gezegd.map((u) => this.#schrijfUitspraak(u, m.op, m.aannemer, id, veld.vt));
    const doel = m.aannemer.organisatie === veld.vt ? 'melden' : 'zelf_melden';
    this.doe(m.kanaal === 'jzv' ? 'jzv.melden' : 'melding.indienen', m.op, m.aannemer, doel, null, inhoud);
    if (m.kanaal === 'jzv') maakBericht(boek, veld, rij, m);

    const beoordeling = boek.schrijf('beoordeling', {
      regio_id: REGIO_ID,
      id: boek.id(m.op),
      casus_id: this.id,
      melding_id: id,
      organisatie_id: veld.vt.id,
      status: 'open',
      acuut: null,
      acuut_argument: null,
      structureel: null,
      structureel_argument: null,
      multiprobleem: null,
      multiprobleem_argument: null,
      uitspraak_ids: [],
      besluit: null,
      besluit_reden: null,
      vervolg_soort: null,
      beoordelaar_id: null,
      voorgelegd_op: null,
      tweede_id: null,
      tweede_opmerking: null,
      vastgesteld_op: null,
      gewijzigd_op: null,
      gewijzigd_door: null,
      versie: 1,
    });
    const wacht = { eigenaar: veld.vt, medewerker: m.behandelaar, begint: m.op };
    const over = { ...wacht, onderwerpSoort: 'beoordeling', onderwerpId: beoordeling.id, acuut: m.acuut };
    const overMelding = { ...wacht, onderwerpSoort: 'melding', onderwerpId: id };
    const beoordelingTermijn = this.zetTermijn({
      ...over,
      soort: 'beoordeling',
      waarom: vervolg ? 'Vervolgmelding bij een lopende casus' : 'Nieuwe melding',
    });
    const spoed = m.acuut
      ? this.zetTermijn({ ...over, soort: 'spoed_24u', waarom: 'De melder noemt acuut gevaar' })
      : null;
    const informeren = this.zetTermijn({
      ...overMelding,
      soort: 'informeren_betrokkenen',
      waarom: 'Gegevens vastgelegd',
    });
    if (genoemd.some((g) => g.vraag))
      this.zetTermijn({
        ...overMelding,
        soort: 'radar_vraag',
        waarom: 'De radar weet niet zeker of dit een bekende persoon is',
      });
    if (!vervolg) this.kijkWeer(m.op, m.acuut, m.behandelaar, m.acuut ? ACUTE_BLIK : undefined);
    if (m.acuut) this.rij.acuut = true;
    const uit: MeldingBoek = {
      rij,
      in: m,
      genoemd,
      gezegd,
      beoordelingTermijn,
      spoed,
      informeren,
      beoordeling,
      tweede: null,
      terugkoppeling: null,
    };
    this.meldingen.push(uit);
    return uit;
  }

  #schrijfUitspraak(
    u: Gezegd,
    op: Date,
    wie: Medewerker,
    meldingId: string | null,
    organisatie: Organisatie,
  ): Rij<'uitspraak'> {
    const { boek } = this.g;
    const rij = boek.schrijf('uitspraak', {
      regio_id: REGIO_ID,
      id: boek.id(op),
      casus_id: this.id,
      melding_id: meldingId,
      organisatie_id: organisatie.id,
      medewerker_id: wie.id,
      soort: u.soort,
      tekst: u.tekst,
      bron: u.bron,
      gebeurd_op: u.gebeurdOp ?? null,
      vastgelegd_op: op,
      afgeschermd: u.afgeschermd ?? false,
      // whoever took it down looked at it the same day
      vrij_op: op,
      verbetert_id: null,
    });
    if (u.wederhoor && boek.isGeweest(u.wederhoor.op)) this.wederhoor(rij, u.wederhoor, wie);
    return rij;
  }

  wederhoor(
    uitspraak: Rij<'uitspraak'>,
    w: { door: string; reactie: string; oneens: boolean; op: Date },
    wie: Medewerker,
  ): void {
    const { boek, veld } = this.g;
    // whoever of outside reported does not hear the family: Veilig Thuis does
    const hoort =
      wie.organisatie === veld.vt || wie.functie === 'regisseur'
        ? wie
        : (this.meldingen.at(-1)?.in.behandelaar ?? veld.kies(boek.toeval, veld.vt, ['vt_medewerker']));
    boek.schrijf('wederhoor', {
      regio_id: REGIO_ID,
      id: boek.id(w.op),
      casus_id: this.id,
      uitspraak_id: uitspraak.id,
      door: w.door,
      reactie: w.reactie,
      oneens: w.oneens,
      op: w.op,
      medewerker_id: hoort.id,
    });
    this.doe('uitspraak.wederhoor', w.op, hoort, 'zicht_houden', uitspraak.id, { oneens: w.oneens });
  }

  /** Statements that are added later, by whoever is at work. */
  voegToe(gezegd: readonly Gezegd[], op: Date, wie: Medewerker): Rij<'uitspraak'>[] {
    const rijen = gezegd.map((u) => this.#schrijfUitspraak(u, op, wie, null, wie.organisatie));
    this.doe('uitspraak.toevoegen', op, wie, 'beoordelen', null, { aantal: rijen.length });
    return rijen;
  }

  /** Someone begins to weigh; nothing is decided. */
  begint(m: MeldingBoek, op: Date, wie: Medewerker, deel: Partial<Afweging> = {}): void {
    m.rij.status = 'in_beoordeling';
    this.#weeg(m.beoordeling, op, wie, deel);
    this.doe('beoordeling.bewaren', op, wie, 'beoordelen', m.beoordeling.id, { melding: m.rij.id });
  }

  #weeg(b: Rij<'beoordeling'>, op: Date, wie: Medewerker, a: Partial<Afweging>): void {
    Object.assign(b, {
      acuut: a.acuut ?? null,
      acuut_argument: a.acuutArgument ?? null,
      structureel: a.structureel ?? null,
      structureel_argument: a.structureelArgument ?? null,
      multiprobleem: a.multiprobleem ?? null,
      multiprobleem_argument: a.multiprobleemArgument ?? null,
      besluit: a.besluit ?? null,
      besluit_reden: a.reden ?? null,
      vervolg_soort: a.vervolgSoort ?? null,
      gewijzigd_op: op,
      gewijzigd_door: wie.id,
      versie: (b.versie ?? 1) + 1,
    });
  }

  #stap(
    b: Rij<'beoordeling'>,
    stap: 'voorgelegd' | 'teruggelegd' | 'vastgesteld',
    op: Date,
    wie: Medewerker,
    opmerking: string | null,
  ): void {
    const { boek, veld } = this.g;
    boek.schrijf('beoordeling_stap', {
      regio_id: REGIO_ID,
      id: boek.id(op),
      beoordeling_id: b.id,
      organisatie_id: veld.vt.id,
      stap,
      op,
      medewerker_id: wie.id,
      opmerking,
      inhoud: {
        acuut: b.acuut,
        acuutArgument: b.acuut_argument,
        structureel: b.structureel,
        structureelArgument: b.structureel_argument,
        multiprobleem: b.multiprobleem,
        multiprobleemArgument: b.multiprobleem_argument,
        uitspraakIds: b.uitspraak_ids,
        besluit: b.besluit,
        besluitReden: b.besluit_reden,
        vervolgSoort: b.vervolg_soort,
      },
    });
  }

  /** The weighing goes to a second pair of eyes: to one colleague, or to whoever is there. */
  legtVoor(m: MeldingBoek, op: Date, wie: Medewerker, a: Afweging, aan: Medewerker | null = null): void {
    const b = m.beoordeling;
    m.rij.status = 'in_beoordeling';
    this.#weeg(b, op, wie, a);
    Object.assign(b, {
      status: 'voorgelegd',
      beoordelaar_id: wie.id,
      voorgelegd_op: op,
      versie: (b.versie ?? 1) + 1,
    });
    b.uitspraak_ids = m.gezegd.filter((u) => u.soort === 'feit' || u.soort === 'waarneming').map((u) => u.id);
    m.tweede = this.zetTermijn({
      soort: 'tweede_paar_ogen',
      onderwerpSoort: 'beoordeling',
      onderwerpId: b.id,
      eigenaar: this.g.veld.vt,
      medewerker: aan,
      waarom: 'Een collega vraagt u mee te kijken',
      acuut: a.acuut === 'ja',
      begint: op,
    });
    if (a.acuut === 'ja' && !m.in.acuut && !m.spoed)
      m.spoed = this.zetTermijn({
        soort: 'spoed_24u',
        onderwerpSoort: 'beoordeling',
        onderwerpId: b.id,
        eigenaar: this.g.veld.vt,
        medewerker: wie,
        waarom: GEVAAR_GEZIEN,
        acuut: true,
        begint: op,
      });
    this.#stap(b, 'voorgelegd', op, wie, null);
    this.doe('beoordeling.voorleggen', op, wie, 'beoordelen', b.id, {
      melding: m.rij.id,
      besluit: a.besluit,
      aan: aan?.id ?? null,
    });
  }

  /** The second pair of eyes decides; what follows from the besluit gets its terms. */
  stelt(m: MeldingBoek, op: Date, wie: Medewerker, opmerking: string | null = null): void {
    const { boek, veld } = this.g;
    const b = m.beoordeling;
    const besluit = b.besluit as Besluit;
    this.#stap(b, 'vastgesteld', op, wie, opmerking);
    Object.assign(b, {
      status: 'vastgesteld',
      tweede_id: wie.id,
      tweede_opmerking: opmerking,
      vastgesteld_op: op,
      versie: (b.versie ?? 1) + 1,
    });
    m.rij.status = 'beoordeeld';
    this.doe('beoordeling.vaststellen', op, wie, 'beoordelen', b.id, {
      melding: m.rij.id,
      besluit,
      vervolgSoort: b.vervolg_soort,
      uitkomst: uitkomstCode(besluit),
    });
    for (const t of [m.tweede, m.beoordelingTermijn]) boek.rondAf(t ?? undefined, op, AFGEROND.vastgesteld);
    // a decision on paper does not end the 24 hours: someone said what was done
    if (m.spoed && !m.spoed.afgerond_op) {
      this.doe('termijn.afronden', op, wie, 'zicht_houden', m.spoed.id, {
        termijn: m.spoed.id,
        soort: m.spoed.soort,
      });
      boek.rondAf(m.spoed, op, AFGEROND.gehandeld);
    }
    boek.rondAf(m.informeren, op, AFGEROND.klaar);
    if (b.acuut !== 'onbekend') this.rij.acuut = b.acuut === 'ja';
    if (this.houder === veld.vt) {
      for (const soort of termijnenNa(besluit)) {
        if (this.termijnen.some((t) => t.soort === soort && !t.afgerond_op)) continue;
        // a casus can only close when nothing else in it goes on
        if (
          soort === 'afsluiten' &&
          !this.meldingen.every(
            (x) => x.beoordeling.status === 'vastgesteld' && stopt(x.beoordeling.besluit ?? null),
          )
        )
          continue;
        const overCasus = soort === 'afsluiten';
        const t = this.zetTermijn({
          soort,
          onderwerpSoort: overCasus ? 'casus' : 'beoordeling',
          onderwerpId: overCasus ? this.id : b.id,
          eigenaar: veld.vt,
          medewerker: m.in.behandelaar,
          waarom: overCasus
            ? 'Besluit: geen vervolg door Veilig Thuis'
            : soort === 'voorwaarden_en_vervolg'
              ? 'Besluit: Voorwaarden en Vervolg'
              : soort === 'overdragen'
                ? 'Besluit: overdragen'
                : 'Besluit: onderzoek',
          begint: soort === 'start_onderzoek' ? m.in.op : op,
        });
        // met when the onderzoek starts, at the besluit
        if (soort === 'start_onderzoek') boek.rondAf(t, op, AFGEROND.klaar);
      }
    }
    this.uitkomst(m, 'vastgesteld', op);
    m.terugkoppeling = this.#terugkoppeling(m, op, 'na_beoordeling', null);
  }

  /** The draft for the melder, or the reason why there is none; with a draft comes its term. */
  #terugkoppeling(
    m: MeldingBoek,
    op: Date,
    moment: 'na_beoordeling' | 'na_overdracht',
    overgedragenAan: string | null,
  ): Terugkoppeling {
    const { boek, veld } = this.g;
    const aan = aanWie({
      kanaal: m.in.kanaal,
      groep: m.in.melderGroep,
      rol: m.in.melderRol,
      bekend: m.in.bekend,
      gewenst: true,
    });
    const geen = waaromGeen(aan);
    const rij = boek.schrijf('terugkoppeling', {
      regio_id: REGIO_ID,
      id: boek.id(op),
      casus_id: this.id,
      melding_id: m.rij.id,
      organisatie_id: veld.vt.id,
      moment,
      status: geen ? 'afgezien' : 'concept',
      aan,
      tekst:
        aan === 'professional' || aan === 'burger'
          ? stelTerugkoppelingOp({
              aan,
              moment,
              meldingNummer: m.rij.nummer,
              ontvangenOp: m.in.op,
              vtNaam: veld.vt.naam,
              besluit: m.beoordeling.besluit ?? null,
              overgedragenAan,
            })
          : '',
      grondslag: GRONDSLAG_TERUGKOPPELING,
      reden: geen,
      gemaakt_op: op,
      afgehandeld_op: geen ? op : null,
      medewerker_id: null,
    });
    const termijn = geen
      ? null
      : this.zetTermijn({
          soort: 'terugkoppeling_melder',
          onderwerpSoort: 'terugkoppeling',
          onderwerpId: rij.id,
          eigenaar: veld.vt,
          medewerker: m.in.behandelaar,
          waarom:
            moment === 'na_overdracht'
              ? 'De overdracht is aanvaard'
              : 'Het besluit na de beoordeling is genomen',
          begint: op,
        });
    return { rij, termijn };
  }

  /** After acceptance the melder hears to whom. What was sent before was sent; what was not is not doubled. */
  protected terugNaOverdracht(m: MeldingBoek, op: Date, naar: Organisatie): void {
    const eerste = m.terugkoppeling;
    if (!eerste?.termijn || eerste.rij.status !== 'verstuurd') return;
    const tweede = this.#terugkoppeling(m, op, 'na_overdracht', naar.naam);
    const verstuurd = new Date(op.getTime() + this.g.boek.toeval.heel(1, 6) * DAG);
    if (!this.g.boek.isGeweest(verstuurd)) return;
    m.terugkoppeling = tweede;
    this.koppeltTerug(
      m,
      verstuurd,
      m.in.behandelaar ?? this.g.veld.kies(this.g.boek.toeval, this.g.veld.vt, ['vt_medewerker']),
    );
  }

  /** The melder hears, or there is a reason not to. */
  koppeltTerug(m: MeldingBoek, op: Date, wie: Medewerker, afgezien: string | null = null): void {
    const t = m.terugkoppeling;
    if (!t?.termijn) return;
    t.rij.status = afgezien ? 'afgezien' : 'verstuurd';
    t.rij.reden = afgezien;
    t.rij.afgehandeld_op = op;
    t.rij.medewerker_id = wie.id;
    this.doe(
      afgezien ? 'terugkoppeling.afzien' : 'terugkoppeling.versturen',
      op,
      wie,
      'terugkoppelen',
      t.rij.id,
    );
    this.g.boek.rondAf(t.termijn, op, AFGEROND.teruggekoppeld);
  }

  /** Tells the police what came of it, by the rule that Houvast itself keeps; nothing for a melding that came another way. */
  uitkomst(m: MeldingBoek, gebeurd: 'vastgesteld' | 'overgedragen' | 'gesloten', op: Date): void {
    if (m.rij.kanaal !== 'jzv') return;
    const gemeld = this.#uitkomsten.get(m.rij.id) ?? [];
    this.#uitkomsten.set(m.rij.id, gemeld);
    const { status: stand, besluit } = m.beoordeling;
    const houder = this.overgedragen ? 'ander' : 'veilig_thuis';
    for (const s of uitkomstenNa(
      { besluit: (stand === 'vastgesteld' && besluit) || null, gemeld },
      gebeurd,
      houder,
    )) {
      gemeld.push(s);
      this.#schrijfUitkomst(m, s, gemeld.length, op);
    }
  }

  #schrijfUitkomst(m: MeldingBoek, status: UitkomstStatus, volgnummer: number, op: Date): void {
    const { boek, veld } = this.g;
    if (!m.rij.registratienummer) return;
    const verzonden = new Date(op.getTime() + 2 * MINUUT);
    const gegaan = boek.isGeweest(verzonden);
    boek.schrijf('uitkomstmelding', {
      regio_id: REGIO_ID,
      id: boek.id(op),
      melding_id: m.rij.id,
      organisatie_id: veld.vt.id,
      naar_organisatie_id: veld.politie.id,
      registratienummer: m.rij.registratienummer,
      status,
      volgnummer,
      gemaakt_op: op,
      verzonden_op: gegaan ? verzonden : null,
      pogingen: gegaan ? 1 : 0,
      laatste_fout: null,
    });
  }

  protected kijkWeer(op: Date, acuut: boolean, medewerker: Medewerker | null, duur?: Duur): void {
    this.lopendeControle = this.zetTermijn({
      soort: 'zichtcontrole',
      onderwerpSoort: 'casus',
      onderwerpId: this.id,
      eigenaar: this.houder,
      medewerker,
      waarom: 'Het gezin wacht: is het nog veilig?',
      acuut,
      begint: op,
      duur,
    });
  }

  /** Someone looks how it is now, while the family waits. */
  kijkt(
    op: Date,
    wie: Medewerker,
    met: string,
    uitkomst: 'veilig' | 'zorgelijk' | 'onveilig' | 'niet_bereikt',
    toelichting: string,
  ): void {
    const { boek } = this.g;
    boek.schrijf('veiligheidscontrole', {
      regio_id: REGIO_ID,
      id: boek.id(op),
      casus_id: this.id,
      op,
      organisatie_id: wie.organisatie.id,
      medewerker_id: wie.id,
      met,
      uitkomst,
      toelichting,
    });
    this.doe('veiligheidscontrole.vastleggen', op, wie, 'zicht_houden', this.id, { uitkomst });
    for (const m of this.meldingen)
      if (uitkomst !== 'niet_bereikt') boek.rondAf(m.spoed ?? undefined, op, `gezien: ${uitkomst}`);
    this.laatstGezien = uitkomst;
    const daarna = naDeBlik({
      uitkomst,
      doorHouder: wie.organisatie === this.houder,
      planBegonnen: this.rij.fase != null,
      houderKijktAnders: this.termijnen.some(
        (t) =>
          !t.afgerond_op &&
          brengtTerug(
            {
              soort: t.soort,
              vervaltOp: t.vervalt_op ?? null,
              opgeschortTot: t.opgeschort_tot ?? null,
            },
            op,
          ),
      ),
      gekozen: false,
    });
    if (daarna === 'blijft') return;
    boek.rondAf(this.lopendeControle ?? undefined, op, uitkomst);
    this.lopendeControle = null;
    if (daarna !== 'klaar')
      this.kijkWeer(op, this.rij.acuut ?? false, daarna === 'opnieuw' ? wie : this.regisseur);
  }
}
