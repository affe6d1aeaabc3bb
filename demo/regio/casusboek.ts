// SPDX-License-Identifier: EUPL-1.2
// One casus as it goes along the chain. Each method is one act: it writes the rows, the terms and the line on the timeline,
// at the moment given. The generator and the stories both speak through it, so that what they make obeys the same rules.
import type { Rij } from './boek.ts';
import { CasusPlan } from './casusplan.ts';
import type { MONITORGRID, MonitorBoek, OverdrachtBoek } from './casusvorm.ts';
import { AFGEROND, OVERDRACHT_GROND, ZICHT_GROND } from './codes.ts';
import { gegevensBij } from './overdrachtinhoud.ts';
import { type Medewerker, type Organisatie, REGIO_ID } from './veld.ts';

/** A casus from the first melding to its closing. */
export class CasusBoek extends CasusPlan {
  #opnieuw: Rij<'termijn'> | null = null;

  /** Offers the casus to another organisation. Zicht stays. */
  biedtAan(naar: Organisatie, op: Date, wie: Medewerker, typehulp: string, bericht: string): OverdrachtBoek {
    const { boek } = this.g;
    const delen = [
      'personen',
      'uitspraken',
      'beoordeling',
      ...(this.voorwaarden.length > 0 ? ['veiligheidsvoorwaarden'] : []),
    ].map((deel) => ({ deel, grond: OVERDRACHT_GROND.deel }));
    const rij = boek.schrijf('overdracht', {
      regio_id: REGIO_ID,
      id: boek.id(op),
      casus_id: this.id,
      van_organisatie_id: this.houder.id,
      naar_organisatie_id: naar.id,
      status: 'aangeboden',
      grondslag: OVERDRACHT_GROND.grondslag,
      typehulp,
      aangeboden_op: op,
      aangeboden_door: wie.id,
      beantwoord_op: null,
      beantwoord_door: null,
      reden: null,
      regisseur_id: null,
    });
    boek.schrijf('overdracht_inhoud', {
      regio_id: REGIO_ID,
      overdracht_id: rij.id,
      casus_id: this.id,
      doel: 'Passende hulp, met zicht op veiligheid',
      bericht,
      delen,
      gegevens: gegevensBij(this, rij, wie, boek.nu),
    });
    this.doe('overdracht.aanbieden', op, wie, 'overdragen', rij.id, { overdracht: rij.id, naar: naar.id });
    const termijn = this.zetTermijn({
      soort: 'overdracht_antwoord',
      onderwerpSoort: 'overdracht',
      onderwerpId: rij.id,
      eigenaar: naar,
      wacht: this.houder,
      waarom: `${this.houder.naam} biedt een overdracht aan`,
      begint: op,
    });
    boek.rondAf(this.#opnieuw ?? undefined, op, AFGEROND.opnieuw);
    this.#opnieuw = null;
    for (const t of this.termijnen) if (t.soort === 'overdragen') boek.rondAf(t, op, AFGEROND.aangeboden);
    return { rij, naar, termijn };
  }

  /** The receiver accepts: in the same moment zicht is theirs, and the plan can begin. */
  aanvaardt(o: OverdrachtBoek, op: Date, wie: Medewerker, regisseur: Medewerker): void {
    const { boek, veld } = this.g;
    const vanVt = this.houder === veld.vt;
    Object.assign(o.rij, {
      status: 'aanvaard',
      beantwoord_op: op,
      beantwoord_door: wie.id,
      regisseur_id: regisseur.id,
    });
    boek.rondAf(o.termijn, op, 'aanvaard');
    this.regisseur = regisseur;
    this.rij.regisseur_id = regisseur.id;
    const gever = this.houder;
    this.krijgtZicht(op, o.naar, `overdracht van ${gever.naam} aanvaard`);
    this.overgedragen = true;
    this.doe('overdracht.aanvaarden', op, wie, 'overdragen', o.rij.id, { regisseur: regisseur.id });
    for (const t of this.termijnen) {
      if (
        t.soort === 'onderzoek' ||
        t.soort === 'voorwaarden_en_vervolg' ||
        t.soort === 'afsluiten' ||
        t.soort === 'overdragen'
      )
        boek.rondAf(t, op, AFGEROND.overgedragen);
    }
    // who watches, looks: the open checks go along with zicht
    if (!this.lopendeControle) this.kijkWeer(op, this.rij.acuut ?? false, regisseur);
    const mee = [this.lopendeControle, ...this.voorwaarden.map((v) => v.termijn)];
    for (const t of mee) {
      if (!t || t.afgerond_op) continue;
      t.eigenaar_organisatie_id = o.naar.id;
      t.eigenaar_medewerker_id = regisseur.id;
      t.eigenaar_team_id = null;
      boek.schrijf('termijn_wijziging', {
        regio_id: REGIO_ID,
        id: boek.id(op),
        termijn_id: t.id,
        soort: 'overgegaan',
        op,
        medewerker_id: wie.id,
        reden: 'overdracht aanvaard',
        duur_aantal: null,
        duur_eenheid: null,
      });
    }
    if (vanVt) {
      for (const m of this.meldingen) {
        if (m.beoordeling.status !== 'vastgesteld') continue;
        this.uitkomst(m, 'overgedragen', op);
        this.terugNaOverdracht(m, op, o.naar);
      }
    }
  }

  /** Refused, withdrawn or unanswered: zicht never left the giver. */
  nietDoor(
    o: OverdrachtBoek,
    hoe: 'geweigerd' | 'ingetrokken' | 'verlopen',
    op: Date,
    wie: Medewerker | null,
    reden: string,
  ): void {
    const { boek } = this.g;
    Object.assign(o.rij, { status: hoe, beantwoord_op: op, beantwoord_door: wie?.id ?? null, reden });
    boek.rondAf(o.termijn, op, hoe);
    const soort =
      hoe === 'verlopen'
        ? 'overdracht.verlopen'
        : hoe === 'geweigerd'
          ? 'overdracht.weigeren'
          : 'overdracht.intrekken';
    this.doe(soort, op, wie, wie ? 'overdragen' : 'verantwoorden', o.rij.id, { reden });
    const { veld } = this.g;
    const teamId = veld.vtTeamVan(this.rij.gemeentecode ?? '');
    const leider = veld.medewerkers.find((m) => m.functie === 'vt_teamleider' && m.teamId === teamId) ?? null;
    const behandelaar = hoe === 'verlopen' ? leider : (this.meldingen[0]?.in.behandelaar ?? null);
    this.#opnieuw = this.zetTermijn({
      soort: hoe === 'verlopen' ? 'overdracht_escalatie' : 'overdracht_opnieuw',
      onderwerpSoort: 'overdracht',
      onderwerpId: o.rij.id,
      eigenaar: this.houder,
      medewerker: behandelaar,
      waarom:
        hoe === 'verlopen'
          ? `${o.naar.naam} antwoordde niet`
          : hoe === 'geweigerd'
            ? `${o.naar.naam} weigerde`
            : 'Zelf ingetrokken',
      begint: op,
    });
  }

  /** Plans the moments at which Veilig Thuis asks how it is, counted from acceptance. */
  planMonitoring(
    op: Date,
    soorten: readonly (typeof MONITORGRID)[number][],
    organisatie: Organisatie,
    medewerker: Medewerker | null,
  ): MonitorBoek[] {
    const { boek } = this.g;
    for (const soort of soorten) {
      const id = boek.id(op);
      const termijn = this.zetTermijn({
        soort,
        onderwerpSoort: 'monitormoment',
        onderwerpId: id,
        eigenaar: organisatie,
        medewerker,
        waarom: 'De overdracht is aangenomen',
        begint: op,
      });
      const rij = boek.schrijf('monitormoment', {
        regio_id: REGIO_ID,
        id,
        casus_id: this.id,
        soort,
        gepland_op: termijn.vervalt_op ?? op,
        reden: null,
        organisatie_id: organisatie.id,
        uitgevoerd_op: null,
        uitkomst: null,
        gesproken_met: null,
        toelichting: null,
        medewerker_id: null,
        vervallen_op: null,
        vervallen_reden: null,
      });
      this.momenten.push({ rij, termijn });
    }
    return this.momenten;
  }

  monitort(
    m: MonitorBoek,
    op: Date,
    wie: Medewerker,
    uitkomst: 'veilig' | 'deels_veilig' | 'onveilig' | 'niet_bereikt',
    met: string,
    toelichting: string,
  ): void {
    Object.assign(m.rij, {
      uitgevoerd_op: op,
      uitkomst,
      gesproken_met: met,
      toelichting,
      medewerker_id: wie.id,
    });
    this.laatstGezien = uitkomst;
    this.doe('monitoring.vastleggen', op, wie, 'zicht_houden', m.rij.id, {
      monitormoment: m.rij.id,
      soort: m.rij.soort,
      uitkomst,
    });
    this.g.boek.rondAf(m.termijn, op, uitkomst);
  }

  /** An organisation stops asking how it is, so that who holds zicht may close. */
  #eindigtMonitoring(op: Date, wie: Medewerker): void {
    const open = this.momenten.filter(
      (m) => m.rij.organisatie_id === wie.organisatie.id && !m.rij.uitgevoerd_op && !m.rij.vervallen_op,
    );
    if (open.length === 0) return;
    for (const m of open) {
      Object.assign(m.rij, {
        vervallen_op: op,
        vervallen_reden: 'Het gezin en wie zicht houdt zeggen dat het veilig is en blijft.',
      });
      this.g.boek.rondAf(m.termijn, op, 'monitoring beëindigd');
    }
    this.doe('monitoring.beeindigen', op, wie, 'zicht_houden', this.id, { momenten: open.length });
  }

  /**
   * Closes casus, period and zicht in one moment; whatever was open ends with it. Who gave no last figure is named. Veilig Thuis
   * let go of the family before, where another closes.
   */
  sluit(op: Date, wie: Medewerker, reden: string, toelichting: string, vt: Medewerker): void {
    const { boek } = this.g;
    if (wie.organisatie.id !== vt.organisatie.id) this.#eindigtMonitoring(op, vt);
    Object.assign(this.rij, { status: 'gesloten', gesloten_op: op, sluitreden: reden });
    if (this.zicht) this.zicht.tot = op;
    if (this.periode) this.periode.tot = op;
    this.zicht = null;
    boek.schrijf('afsluiting', {
      regio_id: REGIO_ID,
      id: boek.id(op),
      casus_id: this.id,
      op,
      medewerker_id: wie.id,
      organisatie_id: wie.organisatie.id,
      reden,
      toelichting,
      zonder_cijfer: this.#zonderCijfer(),
      ondanks:
        this.nietNageleefd > 0 || (this.laatstGezien ?? 'veilig') !== 'veilig'
          ? 'De laatste keer was nog niet alles goed. Gezin en netwerk redden het nu zelf en weten wie zij kunnen bellen.'
          : null,
    });
    this.doe('casus.afsluiten', op, wie, 'zicht_houden', this.id, { reden });
    for (const v of this.voorwaarden) if (!v.rij.vervallen_op) this.vervalt(v, op, 'Casus gesloten');
    for (const m of this.momenten) {
      if (!m.rij.uitgevoerd_op && !m.rij.vervallen_op)
        Object.assign(m.rij, { vervallen_op: op, vervallen_reden: 'Casus gesloten' });
    }
    for (const t of this.termijnen) boek.rondAf(t, op, AFGEROND.gesloten);
    for (const m of this.meldingen)
      if (m.beoordeling.status === 'vastgesteld') this.uitkomst(m, 'gesloten', op);
  }

  #zonderCijfer(): { persoonId: string; reden: string }[] {
    const reden = this.rij.fase == null ? 'Er is geen plan gemaakt.' : 'Wilde geen cijfer geven.';
    return [...this.direct()]
      .filter((id) => !this.afgesloten.has(id))
      .map((persoonId) => ({ persoonId, reden }));
  }

  /** Opens a closed casus again, held from this moment by who held it last. */
  heropent(op: Date, wie: Medewerker): void {
    Object.assign(this.rij, { status: 'open', gesloten_op: null, sluitreden: null, versie: 2 });
    this.opent(op, this.houder, ZICHT_GROND.heropend);
    this.doe('casus.heropenen', op, wie, 'zicht_houden', this.id);
  }

  /** Nothing more is going to happen: the clock looks at the terms for the last time. */
  klaar(): this {
    this.g.boek.klok(this.termijnen);
    return this;
  }
}
