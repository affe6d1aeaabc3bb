// SPDX-License-Identifier: EUPL-1.2
// The bottom of a casus: opened, held by someone at every moment, with its terms and its line of acts.
import type { Soort } from '../../src/kern/termijn/termijnsoorten.ts';
import type { Duur } from '../../src/platform/clock/werkdagen.ts';
import type { Rij } from './boek.ts';
import type { Gereedschap, MeldingBoek, MonitorBoek, VoorwaardeBoek } from './casusvorm.ts';
import { ZICHT_GROND } from './codes.ts';
import { type Medewerker, type Organisatie, REGIO_ID } from './veld.ts';

/** A casus that is open or not, who holds it, and what waits. */
export class CasusKern {
  readonly rij: Rij<'casus'>;
  houder: Organisatie;
  regisseur: Medewerker | null = null;
  readonly meldingen: MeldingBoek[] = [];
  readonly voorwaarden: VoorwaardeBoek[] = [];
  readonly momenten: MonitorBoek[] = [];
  readonly termijnen: Rij<'termijn'>[] = [];
  protected readonly g: Gereedschap;
  protected zicht: Rij<'zicht'> | null = null;
  protected periode: Rij<'casus_periode'> | null = null;
  protected readonly betrokken = new Set<string>();
  protected lopendeControle: Rij<'termijn'> | null = null;
  protected overgedragen = false;
  /** What the last look, or the last monitormoment, found. */
  protected laatstGezien: string | null = null;

  /** Opens a casus that Veilig Thuis holds from this moment. */
  constructor(g: Gereedschap, op: Date, gemeentecode: string, acuut: boolean) {
    this.g = g;
    this.houder = g.veld.vt;
    const rij: Rij<'casus'> = g.boek.schrijf('casus', {
      regio_id: REGIO_ID,
      id: g.boek.id(op),
      nummer: g.boek.nummer('casus', op),
      aanduiding: '',
      status: 'open',
      fase: null,
      regisseur_id: null,
      gemeentecode,
      acuut,
      geopend_op: op,
      gesloten_op: null,
      sluitreden: null,
      samengevoegd_in: null,
      versie: 1,
    });
    this.rij = rij;
    this.opent(op, g.veld.vt, ZICHT_GROND.melding);
  }

  get id(): string {
    return this.rij.id;
  }

  protected doe(
    soort: string,
    op: Date,
    wie: Medewerker | null,
    doel: string,
    onderwerpId: string | null,
    inhoud: Record<string, unknown> = {},
  ): void {
    this.g.boek.handeling({ soort, op, wie, doel, casusId: this.id, onderwerpId, inhoud });
  }

  protected zetTermijn(t: {
    soort: Soort;
    onderwerpSoort: string;
    onderwerpId: string;
    eigenaar: Organisatie;
    medewerker?: Medewerker | null;
    wacht?: Organisatie | null;
    waarom: string;
    acuut?: boolean;
    begint: Date;
    duur?: Duur | undefined;
  }): Rij<'termijn'> {
    const teamId = t.eigenaar === this.g.veld.vt ? this.g.veld.vtTeamVan(this.rij.gemeentecode ?? '') : null;
    const rij = this.g.boek.termijn({ ...t, casusId: this.id, teamId });
    this.termijnen.push(rij);
    return rij;
  }

  protected betrek(organisatie: Organisatie, op: Date): void {
    if (this.betrokken.has(organisatie.id)) return;
    this.betrokken.add(organisatie.id);
    this.g.boek.schrijf('betrokkenheid', {
      regio_id: REGIO_ID,
      casus_id: this.id,
      organisatie_id: organisatie.id,
      grond: 'zicht',
      vanaf: op,
      tot: null,
    });
  }

  protected opent(op: Date, houder: Organisatie, grond: string): void {
    const { boek } = this.g;
    this.periode = boek.schrijf('casus_periode', {
      regio_id: REGIO_ID,
      casus_id: this.id,
      vanaf: op,
      tot: null,
    });
    this.krijgtZicht(op, houder, grond);
  }

  protected krijgtZicht(op: Date, houder: Organisatie, grond: string): void {
    if (this.zicht) this.zicht.tot = op;
    this.houder = houder;
    this.betrek(houder, op);
    this.zicht = this.g.boek.schrijf('zicht', {
      regio_id: REGIO_ID,
      id: this.g.boek.id(op),
      casus_id: this.id,
      organisatie_id: houder.id,
      vanaf: op,
      tot: null,
      grond,
    });
  }
}
