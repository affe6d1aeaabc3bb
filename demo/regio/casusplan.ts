// SPDX-License-Identifier: EUPL-1.2
// The plan of a casus: conditions, agreements, figures and phases.
import type { Rij } from './boek.ts';
import { CasusMelding } from './casusmelding.ts';
import type { VoorwaardeBoek } from './casusvorm.ts';
import { AFGEROND } from './codes.ts';
import { type Medewerker, REGIO_ID } from './veld.ts';

/** A casus with its plan. */
export class CasusPlan extends CasusMelding {
  #cijfers: Rij<'termijn'> | null = null;
  /** About whom a figure was given since the round began. */
  readonly #gevraagd = new Set<string>();
  /** Who gave a figure, or was given one, for the closing. */
  protected readonly afgesloten = new Set<string>();

  stelVoorwaarde(v: { tekst: string; voor: string }, op: Date, wie: Medewerker): VoorwaardeBoek {
    const { boek } = this.g;
    const rij = boek.schrijf('voorwaarde', {
      regio_id: REGIO_ID,
      id: boek.id(op),
      casus_id: this.id,
      ...v,
      gesteld_op: op,
      gesteld_door: wie.id,
      organisatie_id: wie.organisatie.id,
      vervallen_op: null,
      vervallen_reden: null,
    });
    this.doe('plan.voorwaarde', op, wie, 'zicht_houden', rij.id);
    const uit: VoorwaardeBoek = { rij, laatst: null, termijn: null };
    this.#controleTermijn(uit, op);
    this.voorwaarden.push(uit);
    return uit;
  }

  #controleTermijn(v: VoorwaardeBoek, op: Date): void {
    const medewerker =
      this.houder === this.g.veld.vt ? (this.meldingen[0]?.in.behandelaar ?? null) : this.regisseur;
    v.termijn = this.zetTermijn({
      soort: 'voorwaarde_controle',
      onderwerpSoort: 'voorwaarde',
      onderwerpId: v.rij.id,
      eigenaar: this.houder,
      medewerker,
      waarom: 'Is de veiligheidsvoorwaarde nageleefd?',
      begint: op,
    });
  }

  controleer(
    v: VoorwaardeBoek,
    op: Date,
    wie: Medewerker,
    uitkomst: 'nageleefd' | 'deels' | 'niet_nageleefd' | 'niet_te_zeggen',
    gezienBij: string,
    toelichting: string,
  ): void {
    const { boek } = this.g;
    boek.schrijf('voorwaarde_controle', {
      regio_id: REGIO_ID,
      id: boek.id(op),
      casus_id: this.id,
      voorwaarde_id: v.rij.id,
      op,
      medewerker_id: wie.id,
      organisatie_id: wie.organisatie.id,
      uitkomst,
      gezien_bij: gezienBij,
      toelichting,
    });
    v.laatst = uitkomst;
    this.doe('plan.voorwaarde_controle', op, wie, 'zicht_houden', v.rij.id, { uitkomst });
    boek.rondAf(v.termijn ?? undefined, op, AFGEROND.gekeken);
    this.#controleTermijn(v, op);
  }

  vervalt(v: VoorwaardeBoek, op: Date, reden: string): void {
    v.rij.vervallen_op = op;
    v.rij.vervallen_reden = reden;
    this.g.boek.rondAf(v.termijn ?? undefined, op, AFGEROND.klaar);
  }

  afspraak(
    a: {
      wie: string;
      wat: string;
      wanneer: string;
      zietToe: string;
      signaal: string | null;
      verborgen: boolean;
    },
    op: Date,
    wie: Medewerker,
  ): Rij<'afspraak'> {
    const { boek } = this.g;
    const rij = boek.schrijf('afspraak', {
      regio_id: REGIO_ID,
      id: boek.id(op),
      casus_id: this.id,
      fase: this.rij.fase ?? 1,
      wie: a.wie,
      wat: a.wat,
      wanneer: a.wanneer,
      ziet_toe: a.zietToe,
      signaal: a.signaal,
      verborgen_voor_pleger: a.verborgen,
      gemaakt_op: op,
      medewerker_id: wie.id,
      organisatie_id: wie.organisatie.id,
      beeindigd_op: null,
      beeindigd_reden: null,
    });
    this.doe('plan.afspraak', op, wie, 'zicht_houden', rij.id);
    return rij;
  }

  /** A figure that one person gives about one person's safety. */
  cijfer(
    c: {
      persoonId: string;
      soort: 'zelf' | 'gezinslid' | 'netwerk' | 'professional';
      scorer: string;
      cijfer: number;
      waarom: string;
      nodig: string | null;
      bij: 'start' | 'tussentijds' | 'monitoring' | 'afsluiting';
      monitormomentId: string | null;
    },
    op: Date,
    wie: Medewerker,
  ): void {
    const { boek } = this.g;
    if (c.bij === 'afsluiting') this.afgesloten.add(c.persoonId);
    this.#gevraagd.add(c.persoonId);
    boek.schrijf('veiligheidscijfer', {
      regio_id: REGIO_ID,
      id: boek.id(op),
      casus_id: this.id,
      persoon_id: c.persoonId,
      scorer_soort: c.soort,
      scorer: c.scorer,
      cijfer: c.cijfer,
      waarom: c.waarom,
      nodig: c.nodig,
      op,
      bij: c.bij,
      monitormoment_id: c.monitormomentId,
      medewerker_id: wie.id,
      organisatie_id: wie.organisatie.id,
    });
    // what is asked at a monitoring moment or a closing is part of that act
    if (c.bij === 'start' || c.bij === 'tussentijds')
      this.doe('plan.cijfer', op, wie, 'zicht_houden', this.id, {
        cijfer: c.cijfer,
        scorerSoort: c.soort,
        persoon: c.persoonId,
      });
  }

  /** After figures: when everyone has one, the term for the next round. */
  naCijfers(op: Date): void {
    if (!this.#cijfers || [...this.direct()].every((id) => this.#gevraagd.has(id))) this.#cijferronde(op);
  }

  /** Everyone directly concerned. */
  protected direct(): Set<string> {
    return new Set(
      this.meldingen.flatMap((m) => m.genoemd.filter((g) => g.directbetrokken).map((g) => g.persoonId)),
    );
  }

  #cijferronde(op: Date): void {
    const { boek } = this.g;
    this.#gevraagd.clear();
    boek.rondAf(this.#cijfers ?? undefined, op, AFGEROND.klaar);
    this.#cijfers = this.zetTermijn({
      soort: 'cijfers_vragen',
      onderwerpSoort: 'casus',
      onderwerpId: this.id,
      eigenaar: this.houder,
      medewerker: this.regisseur,
      waarom: 'Tijd voor nieuwe veiligheidscijfers',
      begint: op,
    });
  }

  /** Open conditions that were not last seen as kept. */
  protected get nietNageleefd(): number {
    return this.voorwaarden.filter((v) => !v.rij.vervallen_op && v.laatst !== 'nageleefd').length;
  }

  fase(naar: number, reden: string, op: Date, wie: Medewerker): void {
    const { boek } = this.g;
    const van = this.rij.fase ?? null;
    const verder = van !== null && naar > van;
    boek.schrijf('fasewissel', {
      regio_id: REGIO_ID,
      id: boek.id(op),
      casus_id: this.id,
      van,
      naar,
      terugval: van !== null && naar < van,
      reden,
      ondanks:
        verder && this.nietNageleefd > 0
          ? 'Nog niet elke voorwaarde lukt altijd. Gezin en school zeggen dat het veilig is.'
          : null,
      op,
      medewerker_id: wie.id,
    });
    this.rij.fase = naar;
    this.doe('plan.fase', op, wie, 'zicht_houden', this.id, { van, naar });
    if (!this.#cijfers) this.#cijferronde(op);
    // whoever takes the family up meets it; after a relapse it looks within a werkdag
    if (van === null && this.lopendeControle)
      this.kijkt(op, wie, 'het gezin', 'veilig', 'Kennisgemaakt. Iedereen weet wie hij kan bellen.');
    if (van !== null && naar === 1) {
      boek.rondAf(this.lopendeControle ?? undefined, op, AFGEROND.gekeken);
      this.kijkWeer(op, this.rij.acuut ?? false, this.regisseur, { aantal: 1, eenheid: 'werkdagen' });
    }
  }
}
