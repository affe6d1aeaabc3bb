// SPDX-License-Identifier: EUPL-1.2
// Lets a planned casus happen, step by step, up to now. What is planned after now stays a term that waits.
import type { Besluit } from '../../src/keten/beoordeling/beoordeling.ts';
import { CasusBoek } from './casusboek.ts';
import {
  type Afweging,
  type Gereedschap,
  type MeldingBoek,
  MONITORGRID,
  type OverdrachtBoek,
} from './casusvorm.ts';
import { aanvaardOp, type Gang, type Gepland, opent } from './gang.ts';
import { maakMelding } from './melding.ts';
import { PARAMETERS as P } from './parameters.ts';
import {
  AFSPRAKEN,
  ARGUMENT,
  besluitRedenen,
  CIJFER_KIND,
  CIJFER_KIND_NODIG,
  CIJFER_NODIG,
  CIJFER_WAAROM,
  CONTROLE,
  MONITOR_ROND,
  MONITOR_TOELICHTING,
  SLUIT_TOELICHTING,
  VOORWAARDEN,
  VT_ZINNEN,
  WEIGER_REDEN,
} from './teksten.ts';
import { DAG, kantoor, MINUUT, UUR } from './tijd.ts';
import type { Toeval } from './toeval.ts';
import type { Medewerker, Organisatie } from './veld.ts';

/** From this age a child gives its own figure. Standaardwaarde. */
const ZELF_VANAF_JAAR = 7;

interface Stap {
  readonly op: number;
  readonly doe: () => void;
}

/** Older casussen have less detail: fewer looks and figures in between, so that the demo starts quickly. */
const DETAIL_DAGEN = 400;

/** How the stories and the present ask for something out of the ordinary. */
export interface Wens {
  readonly behandelaar?: Medewerker;
  readonly regisseur?: Medewerker;
  /** The newest melding has been begun, or put to a second pair of eyes. */
  readonly stand?: 'begonnen' | 'voorgelegd';
  readonly voorgelegdAan?: Medewerker;
  /** The radar still asks who someone of the newest melding is. */
  readonly radarOpen?: boolean;
}

export function weegAf(t: Toeval, besluit: Besluit, loopt: boolean): Afweging {
  const taxatie =
    besluit === 'voorwaarden_en_vervolg'
      ? t.verdeel({ acuut: 15, structureel: 55, beide: 30 })
      : t.verdeel(P.taxatie.waarde);
  const acuut =
    taxatie === 'acuut' || taxatie === 'beide' ? 'ja' : taxatie === 'onbekend' ? 'onbekend' : 'nee';
  const structureel =
    taxatie === 'structureel' || taxatie === 'beide' ? 'ja' : taxatie === 'onbekend' ? 'onbekend' : 'nee';
  const multiprobleem = structureel === 'ja' ? null : t.verdeel({ ja: 22, nee: 63, onbekend: 15 });
  return {
    acuut,
    acuutArgument: t.kies(ARGUMENT.acuut[acuut]),
    structureel,
    structureelArgument: t.kies(ARGUMENT.structureel[structureel]),
    multiprobleem,
    multiprobleemArgument: multiprobleem ? t.kies(ARGUMENT.multiprobleem[multiprobleem]) : null,
    besluit,
    reden: t.kies(besluitRedenen(loopt ? 'loopt_mee' : besluit, acuut)),
    vervolgSoort: besluit === 'overdragen' ? 'lokaal_team' : null,
  };
}

export class Speler {
  readonly #g: Gereedschap;
  readonly #t: Toeval;

  constructor(g: Gereedschap, toeval: Toeval) {
    this.#g = g;
    this.#t = toeval;
  }

  /** Writes the casus as far as it has come. */
  speel(gang: Gang, wens: Wens = {}): CasusBoek {
    const { boek, veld } = this.#g;
    const t = this.#t;
    const begin = opent(gang);
    const vtTeam = veld.vtTeamVan(gang.gemeentecode);
    const behandelaar = wens.behandelaar ?? veld.kies(t, veld.vt, ['vt_medewerker'], vtTeam);
    const casus = new CasusBoek(this.#g, begin, gang.gemeentecode, gang.meldingen[0]?.acuut ?? false);
    const stappen: Stap[] = [];
    const plan = (op: Date, doe: () => void) => stappen.push({ op: op.getTime(), doe });
    const open = (op: Date) => op.getTime() > boek.nu.getTime();
    const laatste = gang.meldingen.at(-1);

    for (const gepland of gang.meldingen) {
      plan(gepland.op, () => {
        const nogTeDoen = open(gepland.beoordeeld);
        // what came in just now has not been picked up yet
        const opgepakt =
          wens.behandelaar !== undefined || !nogTeDoen || boek.nu.getTime() - gepland.op.getTime() > 20 * UUR;
        const bekend = gang.gezin?.leden.some((l) => this.#g.register.isBekend(l.mens)) ?? false;
        const m = casus.melding(
          maakMelding(veld, t, gepland, gang.gezin, gang.gemeentecode, opgepakt ? behandelaar : null, {
            open: wens.radarOpen
              ? gepland === laatste
              : nogTeDoen && boek.nu.getTime() - gepland.op.getTime() < 2 * DAG && t.kans(0.6),
            gemist: !nogTeDoen,
            bekend,
          }),
        );
        this.#beoordeel(casus, m, gang, gepland, behandelaar, plan, gepland === laatste ? wens : {});
      });
    }
    this.#kijk(casus, gang, behandelaar, plan);
    if (gang.besluit === 'voorwaarden_en_vervolg' && gang.dienstEinde)
      this.#voorwaarden(casus, gang, behandelaar, plan);
    this.#draagOver(casus, gang, behandelaar, plan, wens);
    this.#sluit(casus, gang, behandelaar, plan);

    // a step may plan another; the earliest goes first
    for (;;) {
      stappen.sort((a, b) => a.op - b.op);
      const volgende = stappen.shift();
      if (!volgende || volgende.op > boek.nu.getTime()) return casus.klaar();
      volgende.doe();
    }
  }

  #beoordeel(
    casus: CasusBoek,
    m: MeldingBoek,
    gang: Gang,
    gepland: Gepland,
    wie: Medewerker,
    plan: (op: Date, doe: () => void) => void,
    wens: Wens,
  ): void {
    const { boek, veld } = this.#g;
    const t = this.#t;
    const vervolg = gepland !== gang.meldingen[0];
    const loopt = vervolg && gepland.stadium !== 'tijdens veiligheidsbeoordeling';
    const besluit: Besluit = gepland.stadium === 'tijdens monitoring' ? 'einde_bemoeienis' : gang.besluit;
    const duur = gepland.beoordeeld.getTime() - gepland.op.getTime();
    const tweede =
      wens.voorgelegdAan ??
      veld.kies(t, veld.vt, ['vt_gedragswetenschapper', 'vt_teamleider'], veld.vtTeamVan(gang.gemeentecode));
    const afweging = weegAf(t, besluit, loopt);
    if (wens.stand === 'voorgelegd') {
      const op = new Date(boek.nu.getTime() - t.heel(40, 300) * MINUUT);
      plan(op, () => casus.legtVoor(m, op, wie, afweging, wens.voorgelegdAan ?? null));
      return;
    }
    if (wens.stand === 'begonnen' || (gepland.beoordeeld.getTime() > boek.nu.getTime() && t.kans(0.6))) {
      const op = new Date(
        gepland.op.getTime() + Math.max(30 * MINUUT, (boek.nu.getTime() - gepland.op.getTime()) * 0.7),
      );
      const { acuut, acuutArgument, structureel } = afweging;
      plan(op, () => casus.begint(m, op, m.in.behandelaar ?? wie, { acuut, acuutArgument, structureel }));
    }
    const voor = new Date(gepland.beoordeeld.getTime() - Math.min(duur * 0.3, t.heel(1, 5) * UUR));
    plan(voor, () => {
      if (t.kans(0.5))
        casus.voegToe(
          [{ ...t.kies(VT_ZINNEN), bron: 'Veilig Thuis' }],
          new Date(voor.getTime() - Math.min(duur * 0.1, UUR)),
          wie,
        );
      casus.legtVoor(m, voor, wie, afweging, t.kans(0.6) ? tweede : null);
    });
    plan(gepland.beoordeeld, () => {
      casus.stelt(
        m,
        gepland.beoordeeld,
        tweede,
        t.kans(0.25) ? 'Eens. Let op de kinderen bij het gesprek.' : null,
      );
      if (!m.terugkoppeling?.termijn) return;
      const op = kantoor(
        t,
        gepland.beoordeeld,
        t.weeg([0, 1, 2, 3, 5, 8], (d) => [30, 25, 18, 12, 0, 6, 0, 0, 5][d] ?? 0),
      );
      plan(op, () =>
        casus.koppeltTerug(
          m,
          op,
          wie,
          t.kans(0.06) ? 'De melder is drie keer gebeld en niet bereikt.' : null,
        ),
      );
    });
  }

  #isOud(gang: Gang): boolean {
    return this.#g.boek.nu.getTime() - opent(gang).getTime() > DETAIL_DAGEN * DAG;
  }

  /** While a family waits, someone looks about once a week; not always in time. Whoever is in acute danger is seen the same day. */
  #kijk(casus: CasusBoek, gang: Gang, wie: Medewerker, plan: (op: Date, doe: () => void) => void): void {
    const t = this.#t;
    const tot = (aanvaardOp(gang) ?? gang.sluit).getTime();
    let op = opent(gang);
    const oud = this.#isOud(gang);
    let naarDagen = gang.meldingen[0]?.acuut ? t.deel() * (t.kans(0.9) ? 0.8 : 1.6) : t.heel(5, 8);
    for (;;) {
      op =
        naarDagen < 2
          ? new Date(op.getTime() + Math.max(1, naarDagen * 24) * UUR)
          : kantoor(t, new Date(op.getTime() + naarDagen * DAG), 0);
      if (op.getTime() >= tot - UUR) return;
      const dan = op;
      const uitkomst = t.verdeel({ veilig: 62, zorgelijk: 22, onveilig: 3, niet_bereikt: 13 });
      const met =
        uitkomst === 'niet_bereikt'
          ? 'niemand bereikt'
          : t.kies(['moeder', 'ouders', 'school', 'moeder en het oudste kind', 'huisarts']);
      const tekst = {
        veilig: 'Geen nieuw incident. De kinderen zijn gezien.',
        zorgelijk: 'Geen geweld, wel veel spanning in huis.',
        onveilig: 'Het was deze week opnieuw mis.',
        niet_bereikt: 'Twee keer gebeld, bericht achtergelaten.',
      }[uitkomst];
      plan(dan, () => casus.kijkt(dan, wie, met, uitkomst, tekst));
      if (oud) return;
      naarDagen = t.kies([6, 6, 7, 7, 8, 12, 14]);
    }
  }

  #voorwaarden(
    casus: CasusBoek,
    gang: Gang,
    wie: Medewerker,
    plan: (op: Date, doe: () => void) => void,
  ): void {
    const t = this.#t;
    const { boek } = this.#g;
    const loopt = gang.sluit.getTime() > boek.nu.getTime();
    const gesteld = kantoor(t, gang.meldingen[0]?.beoordeeld ?? opent(gang), t.heel(1, 4));
    if (gang.dienstEinde && gesteld.getTime() > gang.dienstEinde.getTime()) return;
    plan(gesteld, () => {
      for (const v of t.greep(VOORWAARDEN, t.heel(2, 3))) {
        const boekje = casus.stelVoorwaarde(v, gesteld, wie);
        let op = gesteld;
        for (let i = 0; ; i++) {
          op = kantoor(t, new Date(op.getTime() + t.kies([9, 10, 11, 12, 13, 14, 14, 20]) * DAG), 0);
          // of a long casus only the first looks and those of the last weeks are loaded
          if (i === 2 && op.getTime() < boek.nu.getTime() - 40 * DAG) {
            if (!loopt) break;
            op = kantoor(t, new Date(boek.nu.getTime() - t.heel(28, 40) * DAG), 0);
          }
          if (i === 8) break;
          if (op.getTime() >= gang.sluit.getTime() - DAG) break;
          const dan = op;
          const uitkomst = t.verdeel({
            nageleefd: 58 + 5 * i,
            deels: 26,
            niet_nageleefd: 8,
            niet_te_zeggen: 8,
          });
          plan(dan, () =>
            casus.controleer(
              boekje,
              dan,
              casus.regisseur ?? wie,
              uitkomst,
              t.kies(['ouders', 'moeder', 'school', 'oma']),
              t.kies(CONTROLE[uitkomst]),
            ),
          );
        }
      }
    });
  }

  #ontvanger(soort: string, gemeentecode: string): Organisatie {
    const { veld } = this.#g;
    return (
      veld.organisaties.find((o) => o.soort === soort && soort !== 'lokaal_team') ??
      veld.getTeam(gemeentecode)
    );
  }

  #draagOver(
    casus: CasusBoek,
    gang: Gang,
    wie: Medewerker,
    plan: (op: Date, doe: () => void) => void,
    wens: Wens,
  ): void {
    const { veld } = this.#g;
    const t = this.#t;
    for (const a of gang.aanbod) {
      const naar = this.#ontvanger(a.ontvanger, gang.gemeentecode);
      let o: OverdrachtBoek | null = null;
      plan(a.op, () => {
        const typehulp = {
          lokaal_team: 'regie',
          ggz: 'ggz_verslaving',
          jeugdzorg: 'jeugdhulp',
          opvang: 'opvang',
        }[a.ontvanger];
        o = casus.biedtAan(
          naar,
          a.op,
          wie,
          typehulp,
          'Het gezin weet van deze overdracht en wil hulp. Graag binnen een week een eerste gesprek.',
        );
      });
      plan(a.antwoord, () => {
        if (!o) return;
        if (a.uitkomst === 'aanvaard') {
          const regisseur = wens.regisseur ?? veld.kies(t, naar, ['regisseur']);
          const leider =
            veld.medewerkers.find((m) => m.organisatie === naar && m.functie === 'lokaal_teamleider') ??
            regisseur;
          casus.aanvaardt(o, a.antwoord, leider, regisseur);
          this.#plan(casus, gang, a.antwoord, regisseur, wie, plan);
        } else if (a.uitkomst === 'verlopen')
          casus.nietDoor(
            o,
            'verlopen',
            o.termijn.vervalt_op ?? a.antwoord,
            null,
            `${naar.naam} gaf geen antwoord binnen de termijn.`,
          );
        else if (a.uitkomst === 'geweigerd') {
          const leider =
            veld.medewerkers.find((m) => m.organisatie === naar && m.functie === 'lokaal_teamleider') ??
            veld.kies(t, naar, ['regisseur']);
          casus.nietDoor(o, 'geweigerd', a.antwoord, leider, t.kies(WEIGER_REDEN));
        } else
          casus.nietDoor(
            o,
            'ingetrokken',
            a.antwoord,
            wie,
            'Er kwam nieuwe informatie binnen. Eerst opnieuw met het gezin praten.',
          );
      });
    }
  }

  /** The plan at the receiver: agreements, figures, phases; and monitoring where Veilig Thuis set conditions. */
  #plan(
    casus: CasusBoek,
    gang: Gang,
    vanaf: Date,
    regisseur: Medewerker,
    vtMedewerker: Medewerker,
    plan: (op: Date, doe: () => void) => void,
  ): void {
    const { boek, veld } = this.#g;
    const t = this.#t;
    const einde = gang.sluit.getTime();
    const lengte = einde - vanaf.getTime();
    const kennis = kantoor(t, vanaf, t.heel(0, 2));
    if (kennis.getTime() < einde) {
      plan(kennis, () => casus.fase(1, 'Kennisgemaakt: begin met directe veiligheid.', kennis, regisseur));
    }
    const eerste = kantoor(t, kennis, t.heel(1, 4));
    if (eerste.getTime() < einde) {
      plan(eerste, () => {
        for (const a of t.greep(AFSPRAKEN, t.heel(1, 3))) casus.afspraak(a, eerste, regisseur);
      });
    }
    // figures: at the start, in between, and by the end mostly higher
    const rondes = this.#isOud(gang) ? 1 : Math.max(1, Math.min(4, Math.round(lengte / (60 * DAG))));
    for (let i = 0; i <= rondes; i++) {
      const deel = (i + 0.15) / (rondes + 0.3);
      const op = kantoor(t, new Date(vanaf.getTime() + lengte * deel * 0.9), 0);
      if (op.getTime() >= einde) break;
      plan(op, () =>
        this.#cijfers(
          casus,
          op,
          regisseur,
          i === 0 ? 'start' : i === rondes ? 'afsluiting' : 'tussentijds',
          3.4 + 4.2 * deel,
        ),
      );
    }
    const hoogste = Math.min(4, Math.max(1, Math.round(lengte / (45 * DAG))));
    for (let i = 0; i < hoogste; i++) {
      const op = kantoor(t, new Date(vanaf.getTime() + (lengte * (i + 1)) / (hoogste + 1.2)), 0);
      if (op.getTime() >= einde) break;
      const reden = 'Besproken met het gezin: de doelen van de vorige fase zijn gehaald.';
      plan(op, () => {
        if (casus.rij.fase && casus.rij.fase < 5) casus.fase(casus.rij.fase + 1, reden, op, regisseur);
      });
    }
    for (const m of gang.meldingen) {
      if (m.stadium !== 'tijdens monitoring' || !t.kans(0.35)) continue;
      const op = kantoor(t, m.beoordeeld, 1);
      const reden = 'Het ging opnieuw mis. Eerst weer zorgen dat het vandaag veilig is.';
      if (op.getTime() >= einde) continue;
      plan(op, () => {
        if (!casus.rij.fase || casus.rij.fase === 1) return;
        casus.fase(1, reden, op, regisseur);
        const gezien = kantoor(t, op, 1);
        if (gezien.getTime() < einde)
          plan(gezien, () =>
            casus.kijkt(
              gezien,
              regisseur,
              'beide ouders',
              'veilig',
              'Vader slaapt deze week bij zijn broer.',
            ),
          );
      });
    }
    if (gang.monitor === null && this.#isOud(gang)) return;
    const tot = gang.monitor === null ? -1 : MONITORGRID.indexOf(gang.monitor);
    const momenten = casus.planMonitoring(vanaf, MONITORGRID, veld.vt, vtMedewerker);
    for (const [i, m] of momenten.entries()) {
      const { waarschuwt_op: kan, vervalt_op: eind } = m.termijn;
      if (i > tot || !eind || !kan) break;
      const op = kantoor(t, new Date(Math.max(kan.getTime(), eind.getTime() - t.heel(-8, 12) * DAG)), 0);
      if (op.getTime() >= einde || op.getTime() > boek.nu.getTime()) break;
      const uitkomst = t.verdeel({ veilig: 52 + 12 * i, deels_veilig: 32, onveilig: 7, niet_bereikt: 9 });
      plan(op, () => {
        casus.monitort(
          m,
          op,
          vtMedewerker,
          uitkomst,
          t.kies(['moeder en school', 'beide ouders', 'moeder en de kinderen', 'regisseur en vader']),
          t.kies(MONITOR_TOELICHTING[uitkomst]),
        );
        if (uitkomst !== 'niet_bereikt')
          this.#cijfers(casus, op, vtMedewerker, 'monitoring', MONITOR_ROND[uitkomst], m.rij.id);
      });
    }
  }

  #cijfers(
    casus: CasusBoek,
    op: Date,
    wie: Medewerker,
    bij: 'start' | 'tussentijds' | 'monitoring' | 'afsluiting',
    rond: number,
    monitormomentId: string | null = null,
  ): void {
    const t = this.#t;
    const wieAllemaal = new Map<string, { rol: string; relatie: string | null; jaar: number }>();
    for (const m of casus.meldingen) {
      for (const [i, g] of m.genoemd.entries())
        if (g.directbetrokken)
          wieAllemaal.set(g.persoonId, {
            rol: g.rol,
            relatie: m.in.personen[i]?.relatie ?? null,
            jaar: m.in.personen[i]?.mens.jaar ?? 0,
          });
    }
    const personen = [...wieAllemaal].filter(([, p]) => p.rol !== 'pleger').slice(0, 2);
    const geef = (gemiddeld: number) => Math.max(0, Math.min(10, Math.round(gemiddeld + t.normaal() * 1.3)));
    for (const [i, [persoonId, { relatie, jaar }]] of personen.entries()) {
      const zelf = geef(rond);
      // a young child is not asked for a number: who cares for it says how it goes
      const jong = op.getUTCFullYear() - jaar < ZELF_VANAF_JAAR;
      casus.cijfer(
        {
          persoonId,
          soort: jong ? 'gezinslid' : 'zelf',
          scorer: jong ? 'moeder' : (relatie ?? 'zelf'),
          cijfer: zelf,
          waarom: jong ? (CIJFER_KIND[zelf] ?? '') : t.kies(CIJFER_WAAROM[zelf] ?? ['']),
          nodig: zelf < 8 ? (jong ? CIJFER_KIND_NODIG : t.kies(CIJFER_NODIG)) : null,
          bij,
          monitormomentId,
        },
        op,
        wie,
      );
      if (i > 0 && t.kans(0.6)) continue;
      const prof = geef(rond + (t.kans(0.25) ? -1.5 : 0.3));
      casus.cijfer(
        {
          persoonId,
          soort: 'professional',
          scorer: wie.naam,
          cijfer: prof,
          waarom: 'Op grond van het gesprek en wat school ziet.',
          nodig: null,
          bij,
          monitormomentId,
        },
        op,
        wie,
      );
    }
    // of the others whoever works with the family says how safe they are
    for (const persoonId of wieAllemaal.keys())
      if (!personen.some(([id]) => id === persoonId))
        casus.cijfer(
          {
            persoonId,
            soort: 'professional',
            scorer: wie.naam,
            cijfer: geef(rond),
            waarom: 'Op grond van het gesprek en wat school ziet.',
            nodig: null,
            bij,
            monitormomentId,
          },
          op,
          wie,
        );
    if (wieAllemaal.size > 0) casus.naCijfers(op);
  }

  #sluit(
    casus: CasusBoek,
    gang: Gang,
    vtMedewerker: Medewerker,
    plan: (op: Date, doe: () => void) => void,
  ): void {
    const t = this.#t;
    const reden = gang.sluitreden;
    const sluit = (op: Date) =>
      casus.sluit(
        op,
        casus.regisseur ?? vtMedewerker,
        reden,
        t.kies(SLUIT_TOELICHTING[reden] ?? ['Afgesloten.']),
        vtMedewerker,
      );
    plan(gang.sluit, () => sluit(gang.sluit));
    const weer = gang.heropend;
    if (!weer) return;
    plan(weer.op, () => casus.heropent(weer.op, casus.regisseur ?? vtMedewerker));
    plan(weer.sluit, () => sluit(weer.sluit));
  }
}
