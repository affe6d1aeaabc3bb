// SPDX-License-Identifier: EUPL-1.2
// When which family turns up, and how long each step then takes: the plan of three years, before anything is written.

import { bereken, nieuweTermijn } from '../../src/kern/termijn/termijn.ts';
import { getTermijnsoort } from '../../src/kern/termijn/termijnsoorten.ts';
import type { Besluit } from '../../src/keten/beoordeling/beoordeling.ts';
import type { Stadium } from '../../src/keten/radar/betrokkenheid.ts';
import { dagVan } from '../../src/platform/clock/dagen.ts';
import { type Bevolking, type Gezin, woont } from './mensen.ts';
import { PARAMETERS as P } from './parameters.ts';
import { DAG, dagGewicht, kantoor, MINUUT, opDag, uurVan } from './tijd.ts';
import type { Toeval } from './toeval.ts';

export type Groep = keyof (typeof P)['melder']['waarde'];
export type Monitor = keyof (typeof P)['monitorEinde']['waarde'];

/** A melding that is going to come in. */
export interface Gepland {
  readonly op: Date;
  readonly melder: Groep;
  readonly acuut: boolean;
  readonly aard: string;
  readonly stadium: Stadium | null;
  /** When the second pair of eyes decides about it. */
  beoordeeld: Date;
}

export interface Aanbod {
  op: Date;
  antwoord: Date;
  readonly uitkomst: 'aanvaard' | 'geweigerd' | 'verlopen' | 'ingetrokken';
  readonly ontvanger: keyof (typeof P)['ontvanger']['waarde'];
}

/** A casus from opening to closing, as it is going to be; all that lies after now has not happened. */
export interface Gang {
  readonly gezin: Gezin | null;
  readonly gemeentecode: string;
  readonly meldingen: Gepland[];
  readonly besluit: Besluit;
  dienstEinde: Date | null;
  readonly aanbod: Aanbod[];
  readonly monitor: Monitor | null;
  sluit: Date;
  readonly sluitreden: string;
  heropend: { op: Date; sluit: Date } | null;
}

export function opent(g: Gang): Date {
  const eerste = g.meldingen[0];
  if (!eerste) throw new RangeError('Een casus begint met een melding.');
  return eerste.op;
}

export function aanvaardOp(g: Gang): Date | null {
  const laatste = g.aanbod.at(-1);
  return laatste?.uitkomst === 'aanvaard' ? laatste.antwoord : null;
}

export function isDicht(g: Gang, op: Date): boolean {
  return (g.heropend?.sluit ?? g.sluit).getTime() <= op.getTime();
}

/** Chance of each kind of melder with each aard, so that both totals stay as published (iterative proportional fitting). */
export function maakVerdeling(): {
  aardBij: (melder: Groep) => Readonly<Record<string, number>>;
  lift: (aard: string, melder: Groep) => number;
} {
  const rijen = P.aardCombinaties.waarde as Readonly<Record<string, number>>;
  const kolommen = P.melder.waarde as Readonly<Record<Groep, number>>;
  const cel = new Map<string, Record<string, number>>();
  for (const aard of Object.keys(rijen)) {
    const rij: Record<string, number> = {};
    for (const melder of Object.keys(kolommen)) {
      rij[melder] = aard.split(' ').reduce((m, a) => m * (P.melderBijAard.waarde[a]?.[melder] ?? 1), 1);
    }
    cel.set(aard, rij);
  }
  for (let ronde = 0; ronde < 60; ronde++) {
    for (const [aard, rij] of cel) {
      const som = Object.values(rij).reduce((s, x) => s + x, 0);
      for (const m of Object.keys(rij)) rij[m] = ((rij[m] ?? 0) * (rijen[aard] ?? 0)) / som;
    }
    for (const [melder, totaal] of Object.entries(kolommen)) {
      let som = 0;
      for (const rij of cel.values()) som += rij[melder] ?? 0;
      for (const rij of cel.values()) rij[melder] = ((rij[melder] ?? 0) * totaal) / som;
    }
  }
  const perMelder = new Map<Groep, Record<string, number>>();
  for (const melder of Object.keys(kolommen) as Groep[]) {
    perMelder.set(melder, Object.fromEntries([...cel].map(([aard, rij]) => [aard, rij[melder] ?? 0])));
  }
  return {
    aardBij: (melder) => perMelder.get(melder) ?? {},
    lift: (aard, melder) => (cel.get(aard)?.[melder] ?? 0) / ((rijen[aard] ?? 1) * kolommen[melder]),
  };
}

/** When a veiligheidsbeoordeling is decided: mostly within five working days, sometimes long after. */
export function beoordeeldOp(t: Toeval, ontvangen: Date, acuut: boolean): Date {
  if (acuut) return kantoor(t, ontvangen, t.heel(0, 2));
  const dagen = t.kans(P.beoordelingOpTijd.waarde)
    ? t.weeg([0, 1, 2, 3, 4, 5], (d) => [5, 18, 24, 23, 18, 8][d] ?? 0)
    : 5 + Math.min(25, Math.ceil(t.staart(2.5, 0.75)));
  return kantoor(t, ontvangen, dagen);
}

/** Offers an overdracht until someone accepts. */
export function planAanbod(t: Toeval, vanaf: Date, aanbod: Aanbod[]): Date {
  let op = kantoor(t, vanaf, t.heel(0, 2));
  for (let poging = 0; ; poging++) {
    const uitkomst = poging < 2 ? t.verdeel(P.overdrachtAntwoord.waarde) : 'aanvaard';
    const dagen =
      uitkomst === 'verlopen'
        ? 6
        : Math.min(5, Math.max(0, Math.round(t.staart(P.overdrachtDagen.waarde, 0.6))));
    const antwoord = kantoor(t, op, dagen);
    aanbod.push({ op, antwoord, uitkomst, ontvanger: t.verdeel(P.ontvanger.waarde) });
    if (uitkomst === 'aanvaard') return antwoord;
    op = kantoor(t, antwoord, t.heel(0, 1));
  }
}

/** Draws how a casus that opens with this melding will go. */
export function maakGang(
  t: Toeval,
  gezin: Gezin | null,
  gemeentecode: string,
  eerste: Gepland,
  besluit?: Besluit,
): Gang {
  const perCasus = 1 / (1 - 0.285);
  const r = t.deel();
  const onderzoek = P.onderzoekPerMelding.waarde * perCasus;
  const venv = P.venvPerMelding.waarde * perCasus;
  const pad: Besluit =
    besluit ??
    (gezin === null
      ? t.kans(0.6)
        ? 'einde_bemoeienis'
        : 'niet_ontvankelijk'
      : r < onderzoek
        ? 'onderzoek'
        : r < onderzoek + venv
          ? 'voorwaarden_en_vervolg'
          : t.verdeel(P.besluit.waarde));
  const gang: Gang = {
    gezin,
    gemeentecode,
    meldingen: [eerste],
    besluit: pad,
    dienstEinde: null,
    aanbod: [],
    monitor: null,
    sluit: eerste.beoordeeld,
    sluitreden: 'veilig',
    heropend: null,
  };
  const naVb = eerste.beoordeeld;
  const stopt = (reden: string): Gang => ({
    ...gang,
    sluit: kantoor(t, naVb, t.heel(0, 3)),
    sluitreden: reden,
  });
  switch (pad) {
    case 'einde_bemoeienis':
      return stopt(t.kans(0.35) ? 'geen_hgkm' : 'geen_vervolg');
    case 'niet_ontvankelijk':
    case 'onjuist_geadresseerd':
      return stopt('niet_ontvankelijk');
    case 'onderzoek': {
      const dagen = t.kans(P.onderzoekOpTijd.waarde)
        ? Math.min(68, t.staart(P.dienstDagen.waarde.onderzoek, 0.25))
        : 71 + t.staart(14, 0.7);
      gang.dienstEinde = kantoor(t, new Date(naVb.getTime() + dagen * DAG), 0);
      break;
    }
    case 'voorwaarden_en_vervolg':
      gang.dienstEinde = kantoor(
        t,
        new Date(
          naVb.getTime() + Math.min(90, t.staart(P.dienstDagen.waarde.voorwaarden_en_vervolg, 0.35)) * DAG,
        ),
        0,
      );
      break;
    case 'rvdk_verzoek':
      gang.dienstEinde = kantoor(t, new Date(naVb.getTime() + t.heel(20, 50) * DAG), 0);
      break;
    default:
  }
  const klaarBijVt = gang.dienstEinde ?? naVb;
  if (pad === 'onderzoek' && t.kans(0.25)) {
    return {
      ...gang,
      sluit: kantoor(t, klaarBijVt, t.heel(0, 3)),
      sluitreden: t.kans(0.6) ? 'geen_hgkm' : 'veilig',
    };
  }
  const aanvaard = planAanbod(t, klaarBijVt, gang.aanbod);
  if (pad === 'voorwaarden_en_vervolg') {
    const monitor = t.verdeel(P.monitorEinde.waarde);
    const maanden = { monitor_3_maanden: 3, monitor_1_jaar: 12, monitor_anderhalf_jaar: 18 }[monitor];
    return {
      ...gang,
      monitor,
      sluit: kantoor(t, new Date(aanvaard.getTime() + (maanden * 30.5 + t.heel(-4, 12)) * DAG), 1),
    };
  }
  const sluit = kantoor(
    t,
    new Date(aanvaard.getTime() + Math.max(3, Math.min(200, t.staart(P.teamDagen.waarde, 0.7))) * DAG),
    0,
  );
  if (!t.kans(P.heropend.waarde)) return { ...gang, sluit };
  const op = kantoor(t, new Date(sluit.getTime() + t.heel(4, 20) * DAG), 0);
  return {
    ...gang,
    sluit,
    heropend: { op, sluit: kantoor(t, new Date(op.getTime() + t.heel(10, 40) * DAG), 0) },
  };
}

/** When an offer made at this moment lapses. */
function vervaltNa(op: Date): Date {
  const { vervaltOp } = bereken(nieuweTermijn(getTermijnsoort('overdracht_antwoord'), op));
  if (!vervaltOp) throw new RangeError('Een aanbod vervalt altijd.');
  return vervaltOp;
}

/** Moves what is still to come by the time that an extra melding asks. */
export function schuifOp(g: Gang, na: Date, tot: Date): void {
  let later = tot.getTime() - na.getTime();
  const schuif = (d: Date) => (d.getTime() > na.getTime() ? new Date(d.getTime() + later) : d);
  const begonnen = g.aanbod.some((a) => a.op.getTime() <= na.getTime());
  if (g.dienstEinde) g.dienstEinde = schuif(g.dienstEinde);
  if (!begonnen) {
    for (const a of g.aanbod) {
      a.op = schuif(a.op);
      a.antwoord = schuif(a.antwoord);
      // moved to before the holidays five working days take longer: what comes after the lapse waits for it
      const teVroeg = a.uitkomst === 'verlopen' ? vervaltNa(a.op).getTime() - a.antwoord.getTime() : 0;
      if (teVroeg <= 0) continue;
      const erbij = (Math.ceil(teVroeg / DAG) + 1) * DAG;
      a.antwoord = new Date(a.antwoord.getTime() + erbij);
      later += erbij;
    }
  }
  g.sluit = schuif(g.sluit);
  if (g.heropend) g.heropend = { op: schuif(g.heropend.op), sluit: schuif(g.heropend.sluit) };
}

/** So many are looked at for one choice by weight: enough to tell the heavy from the light, of however many there are. */
const GREEP = 60;

/** A family of which every casus is closed, by weight, out of as many as are looked at; null when there is none. */
function kiesDicht(
  t: Toeval,
  gezinnen: readonly Gezin[],
  isDicht: (g: Gezin) => boolean,
  gewicht: (g: Gezin) => number,
): Gezin | null {
  const dicht: Gezin[] = [];
  const begin = Math.floor(t.deel() * gezinnen.length);
  for (let i = 0; i < gezinnen.length && dicht.length < GREEP; i++) {
    // a step that has no divisor in common with any length below it passes by all of them
    const gezin = gezinnen[(begin + i * 7_919) % gezinnen.length];
    if (gezin && isDicht(gezin)) dicht.push(gezin);
  }
  return dicht.length > 0 ? t.weeg(dicht, gewicht) : null;
}

export interface Loop {
  readonly gangen: readonly Gang[];
  /** Meldingen older than the three years; they are not in the proportions. */
  readonly oud: number;
}

/** The whole of it: every melding in order of time, each finding its family among those that are there at that moment. */
export function maakLoop(
  toeval: Toeval,
  bevolking: Bevolking,
  kiesGemeente: () => string,
  nu: Date,
  meldingen: number,
): Loop {
  const t = toeval;
  const verdeling = maakVerdeling();
  const oud = Math.round(meldingen * P.oudDeel.waarde);
  const vandaag = dagVan(nu);
  const breedte = Math.round(P.jaren.waarde * 365.25);
  const plekken: { op: Date; melder: Groep; oud: boolean }[] = [];
  for (let i = 0; i < meldingen; i++) {
    const isOud = i < oud;
    const melder = t.verdeel(P.melder.waarde);
    for (;;) {
      const dag = isOud ? vandaag - breedte - t.heel(30, 730) : vandaag - Math.floor(t.deel() * breedte);
      if (!t.kans(dagGewicht(dag, melder) / 1.4)) continue;
      const op = opDag(dag, uurVan(t, melder));
      if (op.getTime() > nu.getTime() - 20 * MINUUT) continue;
      plekken.push({ op, melder, oud: isOud });
      break;
    }
  }
  plekken.sort((a, b) => a.op.getTime() - b.op.getTime());

  const gangen: Gang[] = [];
  const perGezin = new Map<Gezin, Gang[]>();
  const gezinnen: Gezin[] = [];
  let lopend: Gang[] = [];
  const bij = (g: Gang): void => {
    gangen.push(g);
    lopend.push(g);
    if (!g.gezin) return;
    const eerder = perGezin.get(g.gezin);
    if (eerder) eerder.push(g);
    else {
      perGezin.set(g.gezin, [g]);
      gezinnen.push(g.gezin);
    }
  };
  for (const { op, melder, oud: isOud } of plekken) {
    lopend = lopend.filter((g) => !isDicht(g, op));
    const soort = isOud ? 'eerste' : t.verdeel(P.betrokkenheid.waarde);
    // who is in acute danger today stands in the stories and in nu.ts
    const acuut = t.kans(P.acuutBijOntvangst.waarde) && nu.getTime() - op.getTime() > 3 * DAG;
    const lift = (g: Gezin) => g.neiging * (0.2 + verdeling.lift(g.aard, melder));
    const gepland = (
      aard: string,
      stadium: Stadium | null,
      beoordeeld = beoordeeldOp(t, op, acuut),
    ): Gepland => ({ op, melder, acuut, aard, stadium, beoordeeld });

    const vervolg = (stadium: Stadium, past: (g: Gang) => boolean): boolean => {
      const kandidaten = lopend.filter((g) => g.gezin !== null && past(g));
      if (kandidaten.length === 0) return false;
      const gang = t.weeg(kandidaten, (g) => (g.gezin ? lift(g.gezin) : 0));
      const eerste = gang.meldingen[0];
      if (!eerste || !gang.gezin) return false;
      if (stadium === 'tijdens veiligheidsbeoordeling') {
        gang.meldingen.push(
          gepland(
            gang.gezin.aard,
            stadium,
            new Date(eerste.beoordeeld.getTime() + gang.meldingen.length * 4 * MINUUT),
          ),
        );
        return true;
      }
      const beoordeeld = beoordeeldOp(t, op, acuut);
      if (stadium === 'na veiligheidsbeoordeling') schuifOp(gang, op, beoordeeld);
      else if (gang.sluit.getTime() < beoordeeld.getTime() + DAG) gang.sluit = kantoor(t, beoordeeld, 2);
      gang.meldingen.push(gepland(gang.gezin.aard, stadium, beoordeeld));
      return true;
    };
    const naVb = (g: Gang) => (g.meldingen[0]?.beoordeeld.getTime() ?? 0) + 30 * MINUUT < op.getTime();
    // a casus that closes today has seen its last melding
    const blijft = (g: Gang) => g.sluit.getTime() > op.getTime() + DAG && g.heropend === null;
    if (
      soort === 'tijdensVb' &&
      vervolg(
        'tijdens veiligheidsbeoordeling',
        (g) => (g.meldingen[0]?.beoordeeld.getTime() ?? 0) > op.getTime() + 60 * MINUUT,
      )
    )
      continue;
    if (
      soort === 'naVb' &&
      vervolg(
        'na veiligheidsbeoordeling',
        (g) =>
          naVb(g) &&
          blijft(g) &&
          (aanvaardOp(g)?.getTime() ?? Number.POSITIVE_INFINITY) > op.getTime() &&
          !g.aanbod.some((a) => a.op.getTime() <= op.getTime()),
      )
    )
      continue;
    if (
      soort === 'monitoring' &&
      vervolg(
        'tijdens monitoring',
        (g) =>
          g.monitor !== null &&
          blijft(g) &&
          (aanvaardOp(g)?.getTime() ?? Number.POSITIVE_INFINITY) < op.getTime(),
      )
    )
      continue;
    if (soort === 'nietIngedeeld') {
      bij(maakGang(t, null, kiesGemeente(), gepland(t.verdeel(verdeling.aardBij(melder)), null)));
      continue;
    }
    if (soort === 'hermelding') {
      const bekend = kiesDicht(
        t,
        gezinnen,
        (g) => perGezin.get(g)?.every((x) => isDicht(x, op)) ?? false,
        lift,
      );
      if (bekend) {
        if (t.kans(P.hermeldingMeerdere.waarde)) {
          bij(maakGang(t, bekend, gemeenteVan(bekend, op), gepland(bekend.aard, null)));
          continue;
        }
        const volwassen = bekend.leden.filter((l) => l.plek === 'ouder' || l.plek === 'partner');
        if (volwassen.length > 0) {
          const gezin = bevolking.nieuwGezin(
            t.verdeel(verdeling.aardBij(melder)),
            op.getTime(),
            t.kies(volwassen).mens,
          );
          bij(maakGang(t, gezin, gezin.gemeentecode, gepland(gezin.aard, null)));
          continue;
        }
      }
    }
    const gezin = bevolking.nieuwGezin(t.verdeel(verdeling.aardBij(melder)), op.getTime());
    bij(maakGang(t, gezin, gezin.gemeentecode, gepland(gezin.aard, null)));
  }
  return { gangen, oud };
}

/** The municipality in which a household lives at a moment. */
export function gemeenteVan(gezin: Gezin, op: Date): string {
  const lid = gezin.leden.at(-1);
  return lid ? woont(gezin, lid.mens, op.getTime()).adres.gemeentecode : gezin.gemeentecode;
}
