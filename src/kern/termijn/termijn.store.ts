// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { dagVan } from '../../platform/clock/dagen.ts';
import type { Duur } from '../../platform/clock/werkdagen.ts';
import { zegDagVoluit } from '../../platform/clock/zeggen.ts';
import { nietGevonden, ongeldig } from '../../platform/http/problem.ts';
import {
  bereken,
  nieuweTermijn,
  OPSCHORTEN_HOOGSTENS_DAGEN,
  type Opschorting,
  type Termijn,
  type Verlenging,
} from './termijn.ts';
import { bezwaarTegenInstelling, getTermijnsoort, magVerlengen, type Soort } from './termijnsoorten.ts';

export interface NieuweTermijn {
  soort: Soort;
  casusId?: string | null | undefined;
  onderwerpSoort: string;
  onderwerpId: string;
  eigenaarOrganisatieId: string;
  eigenaarTeamId?: string | null | undefined;
  eigenaarMedewerkerId?: string | null | undefined;
  /** Who waits for the answer and sees it under "wacht op anderen". */
  wachtOrganisatieId?: string | null | undefined;
  /** One short Dutch line: why this is here. Holds no name and no address. */
  waarom?: string;
  acuut?: boolean;
  begintOp: Date;
  /** Another length than the kind has, e.g. agreed between two organisations. */
  duur?: Duur | undefined;
}

/** Sets a deadline: the row, and the two jobs that wake at its warning and at its end. */
export async function zetTermijn(tx: Tx, t: NieuweTermijn): Promise<string> {
  const soort = getTermijnsoort(t.soort);
  const bezwaar = t.duur ? bezwaarTegenInstelling(t.soort, { duur: t.duur }) : null;
  if (bezwaar) throw ongeldig([{ veld: 'termijn', melding: bezwaar }]);
  const id = nieuwId(tx.nu);
  const termijn: Termijn = { ...nieuweTermijn(soort, t.begintOp), ...(t.duur ? { duur: t.duur } : {}) };
  const momenten = bereken(termijn);
  await tx.db
    .insertInto('termijn')
    .values({
      regio_id: tx.regio,
      id,
      casus_id: t.casusId ?? null,
      soort: t.soort,
      clausule: soort.clausule,
      bron: soort.bron,
      eigenaar_organisatie_id: t.eigenaarOrganisatieId,
      eigenaar_team_id: t.eigenaarTeamId ?? null,
      eigenaar_medewerker_id: t.eigenaarMedewerkerId ?? null,
      wacht_organisatie_id: t.wachtOrganisatieId ?? null,
      onderwerp_soort: t.onderwerpSoort,
      onderwerp_id: t.onderwerpId,
      waarom: t.waarom ?? '',
      acuut: t.acuut ?? false,
      begint_op: t.begintOp,
      duur_aantal: termijn.duur.aantal,
      duur_eenheid: termijn.duur.eenheid,
      waarschuwt_op: momenten.waarschuwtOp,
      vervalt_op: momenten.vervaltOp,
    })
    .execute();
  plan(tx, id, momenten);
  return id;
}

function plan(tx: Tx, id: string, m: { waarschuwtOp: Date | null; vervaltOp: Date | null }): void {
  if (m.waarschuwtOp) tx.plan('termijn', { termijn: id }, m.waarschuwtOp, `termijn-waarschuwt:${id}`);
  if (m.vervaltOp) tx.plan('termijn', { termijn: id }, m.vervaltOp, `termijn-vervalt:${id}`);
}

/** Whether a term of this kind is running for this subject. */
export async function looptTermijn(tx: Tx, onderwerpId: string, soort: Soort): Promise<boolean> {
  const rij = await tx.db
    .selectFrom('termijn')
    .select('id')
    .where('onderwerp_id', '=', onderwerpId)
    .where('soort', '=', soort)
    .where('afgerond_op', 'is', null)
    .executeTakeFirst();
  return rij !== undefined;
}

/** How soon and how pressing a term is: what a later report may change, and what undoing puts back. */
export interface Termijnstand {
  id: string;
  acuut: boolean;
  waarom: string;
  begintOp: Date;
  duur: Duur;
  waarschuwtOp: Date | null;
  vervaltOp: Date | null;
  gewaarschuwdOp: Date | null;
  verstrekenOp: Date | null;
}

/** The running term of a kind about one subject, kept from others; null when none runs. */
export async function findTermijnstand(
  tx: Tx,
  onderwerpId: string,
  soort: Soort,
): Promise<Termijnstand | null> {
  const r = await tx.db
    .selectFrom('termijn')
    .selectAll()
    .where('onderwerp_id', '=', onderwerpId)
    .where('soort', '=', soort)
    .where('afgerond_op', 'is', null)
    .orderBy('id')
    .forUpdate()
    .executeTakeFirst();
  if (!r) return null;
  return {
    id: r.id,
    acuut: r.acuut,
    waarom: r.waarom,
    begintOp: r.begint_op,
    duur: { aantal: r.duur_aantal, eenheid: r.duur_eenheid as Duur['eenheid'] },
    waarschuwtOp: r.waarschuwt_op,
    vervaltOp: r.vervalt_op,
    gewaarschuwdOp: r.gewaarschuwd_op,
    verstrekenOp: r.verstreken_op,
  };
}

/** Writes how soon and how pressing an open term is; its owner and what it is about stay. */
export async function zetTermijnstand(tx: Tx, t: Termijnstand): Promise<void> {
  await tx.db
    .updateTable('termijn')
    .set({
      acuut: t.acuut,
      waarom: t.waarom,
      begint_op: t.begintOp,
      duur_aantal: t.duur.aantal,
      duur_eenheid: t.duur.eenheid,
      waarschuwt_op: t.waarschuwtOp,
      vervalt_op: t.vervaltOp,
      gewaarschuwd_op: t.gewaarschuwdOp,
      verstreken_op: t.verstrekenOp,
    })
    .where('id', '=', t.id)
    .where('afgerond_op', 'is', null)
    .execute();
  plan(tx, t.id, t);
}

/**
 * Brings a running term forward: due no later than one that begins at `begintOp` would be, and acute where that one is. Never
 * later and never less acute than it was, and what lapsed stays lapsed (P7); who has it keeps it. The reason changes only where
 * something else did, and never from acute danger to something less. Nothing happens where none runs.
 */
export async function haalTermijnNaarVoren(
  tx: Tx,
  onderwerpId: string,
  soort: Soort,
  {
    begintOp,
    waarom,
    duur,
    acuut,
  }: { begintOp: Date; waarom: string; acuut: boolean; duur?: Duur | undefined },
): Promise<void> {
  const loopt = await findTermijnstand(tx, onderwerpId, soort);
  if (!loopt) return;
  const nieuw: Termijn = { ...nieuweTermijn(getTermijnsoort(soort), begintOp), ...(duur ? { duur } : {}) };
  const m = bereken(nieuw);
  const eerder = loopt.vervaltOp !== null && m.vervaltOp !== null && m.vervaltOp < loopt.vervaltOp;
  if (!eerder && !(acuut && !loopt.acuut)) return;
  await zetTermijnstand(tx, {
    ...loopt,
    acuut: acuut || loopt.acuut,
    waarom: loopt.acuut && !acuut ? loopt.waarom : waarom,
    // an earlier end warns anew
    ...(eerder ? { ...m, begintOp, duur: nieuw.duur, gewaarschuwdOp: null } : {}),
  });
}

/** Ends the open terms of a kind about one subject. What is done is done: a second call changes nothing. */
export async function rondTermijnAf(
  tx: Tx,
  onderwerpId: string,
  soorten: readonly Soort[],
  hoe: string,
): Promise<void> {
  await tx.db
    .updateTable('termijn')
    .set({ afgerond_op: tx.nu, afgerond_hoe: hoe })
    .where('onderwerp_id', '=', onderwerpId)
    .where('soort', 'in', [...soorten])
    .where('afgerond_op', 'is', null)
    .execute();
}

/**
 * What closing does not end: telling people that their data were recorded (Wmo 2015 art. 5.3.1), telling the melder what was done (art.
 * 4.1.1 lid 2 onder g), and what asks an answer of someone else than who closes: whether two are one person, who is kept out, who looked.
 */
const BLIJFT_NA_SLUITEN: readonly Soort[] = [
  'informeren_betrokkenen',
  'terugkoppeling_melder',
  'radar_vraag',
  'verzegelde_melding',
  'belang_bekijken',
  'noodknop_gezien',
];

/**
 * How a term ends that ends with what becomes of its casus (it closes, it is offered or handed over), not because somebody did what it
 * asks. Where it turns out to be of another casus, it runs again.
 */
export const MET_DE_CASUS = {
  gesloten: 'casus gesloten',
  aangeboden: 'aangeboden',
  overgedragen: 'overgedragen',
} as const;

/** Ends every open term of a casus that closes, or became part of another; what is owed to someone stays open. */
export async function rondTermijnenVanCasusAf(tx: Tx, casusId: string, hoe: string): Promise<void> {
  await tx.db
    .updateTable('termijn')
    .set({ afgerond_op: tx.nu, afgerond_hoe: hoe })
    .where('casus_id', '=', casusId)
    .where('soort', 'not in', [...BLIJFT_NA_SLUITEN])
    .where('afgerond_op', 'is', null)
    .execute();
}

/**
 * The open terms of a casus that belonged to the old holder pass to the new one, on record. Who has one already keeps it.
 * @param van only those of this organisation; without it, of whoever has them
 */
export async function geefTermijnenDoor(
  tx: Tx,
  casusId: string,
  soorten: readonly Soort[],
  naar: { organisatieId: string; medewerkerId: string | null },
  reden: string,
  van?: string,
): Promise<void> {
  let vraag = tx.db
    .updateTable('termijn')
    .set({
      eigenaar_organisatie_id: naar.organisatieId,
      eigenaar_medewerker_id: naar.medewerkerId,
      eigenaar_team_id: null,
    })
    .where('casus_id', '=', casusId)
    .where('soort', 'in', [...soorten])
    .where('eigenaar_organisatie_id', '!=', naar.organisatieId)
    .where('afgerond_op', 'is', null);
  if (van !== undefined) vraag = vraag.where('eigenaar_organisatie_id', '=', van);
  const rijen = await vraag.returning('id').execute();
  for (const r of rijen) await schrijfWijziging(tx, r.id, 'overgegaan', reden);
}

/** What was on the name of one colleague in a casus is on that of another. */
export async function zetOpNaamVan(tx: Tx, casusId: string, van: string, naar: string): Promise<void> {
  await tx.db
    .updateTable('termijn')
    .set({ eigenaar_medewerker_id: naar })
    .where('casus_id', '=', casusId)
    .where('eigenaar_organisatie_id', '=', tx.wie.organisatieId)
    .where('eigenaar_medewerker_id', '=', van)
    .where('afgerond_op', 'is', null)
    .execute();
}

/** Every open term of an organisation that closes passes to its successor, and nobody's name is on it yet. */
export async function geefTermijnenVanOrganisatieDoor(
  tx: Tx,
  van: string,
  naar: string,
  reden: string,
): Promise<void> {
  const rijen = await tx.db
    .updateTable('termijn')
    .set({ eigenaar_organisatie_id: naar, eigenaar_medewerker_id: null, eigenaar_team_id: null })
    .where('eigenaar_organisatie_id', '=', van)
    .where('afgerond_op', 'is', null)
    .returning('id')
    .execute();
  for (const r of rijen) await schrijfWijziging(tx, r.id, 'overgegaan', reden);
  await tx.db
    .updateTable('termijn')
    .set({ wacht_organisatie_id: naar })
    .where('wacht_organisatie_id', '=', van)
    .where('afgerond_op', 'is', null)
    .execute();
}

async function schrijfWijziging(
  tx: Tx,
  termijnId: string,
  soort: 'opgeschort' | 'hervat' | 'verlengd' | 'overgegaan',
  reden: string,
  {
    duur = null,
    tot = null,
    op = tx.nu,
    was = null,
  }: { duur?: Duur | null; tot?: Date | null; op?: Date; was?: string | null } = {},
): Promise<void> {
  await tx.db
    .insertInto('termijn_wijziging')
    .values({
      regio_id: tx.regio,
      id: nieuwId(tx.nu),
      termijn_id: termijnId,
      soort,
      op,
      tot,
      was_medewerker_id: was,
      medewerker_id: tx.wie.functie === 'systeem' ? null : tx.wie.medewerkerId,
      reden,
      duur_aantal: duur?.aantal ?? null,
      duur_eenheid: duur?.eenheid ?? null,
    })
    .execute();
}

/** Records that terms passed from the name of someone to others. */
export async function schrijfVanNaam(
  tx: Tx,
  termijnIds: readonly string[],
  was: string,
  reden: string,
): Promise<void> {
  for (const id of termijnIds) await schrijfWijziging(tx, id, 'overgegaan', reden, { was });
}

async function getOpen(tx: Tx, id: string) {
  const rij = await tx.db
    .selectFrom('termijn')
    .selectAll()
    .where('id', '=', id)
    .where('afgerond_op', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Deze termijn');
  return rij;
}

/** Rebuilds the term from its row and its changes, and writes its moments anew. */
async function herbereken(tx: Tx, id: string): Promise<void> {
  const rij = await getOpen(tx, id);
  const wijzigingen = await tx.db
    .selectFrom('termijn_wijziging')
    .selectAll()
    .where('termijn_id', '=', id)
    .orderBy('op')
    .orderBy('id')
    .execute();
  const opschortingen: Opschorting[] = [];
  let tot: Date | null = null;
  const verlengingen: Verlenging[] = [];
  for (const w of wijzigingen) {
    if (w.soort === 'opgeschort') {
      opschortingen.push({ van: w.op, tot: null, reden: w.reden });
      tot = w.tot;
    }
    const laatste = opschortingen.at(-1);
    if (w.soort === 'hervat' && laatste) opschortingen[opschortingen.length - 1] = { ...laatste, tot: w.op };
    if (w.soort === 'verlengd') {
      verlengingen.push({
        duur: { aantal: w.duur_aantal ?? 1, eenheid: (w.duur_eenheid ?? 'dagen') as Duur['eenheid'] },
        reden: w.reden,
      });
    }
  }
  const soort = getTermijnsoort(rij.soort as Soort);
  const m = bereken({
    ...nieuweTermijn(soort, rij.begint_op),
    duur: { aantal: rij.duur_aantal, eenheid: rij.duur_eenheid as Duur['eenheid'] },
    opschortingen,
    verlengingen,
  });
  const open = opschortingen.at(-1);
  await tx.db
    .updateTable('termijn')
    .set({
      waarschuwt_op: m.waarschuwtOp,
      vervalt_op: m.vervaltOp,
      opgeschort_op: m.vervaltOp === null ? (open?.van ?? tx.nu) : null,
      opgeschort_tot: m.vervaltOp === null ? tot : null,
      // a moved end warns anew; that it passed is never taken back (P7)
      gewaarschuwd_op: m.waarschuwtOp && m.waarschuwtOp > tx.nu ? null : rij.gewaarschuwd_op,
    })
    .where('id', '=', id)
    .execute();
  plan(tx, id, m);
  if (m.vervaltOp === null && tot) tx.plan('termijn', { termijn: id }, tot, `termijn-hervat:${id}`);
}

/**
 * Suspends a term until a moment at which it runs again by itself, with the reason. Throws 400 when its kind knows no suspension, or for
 * longer than six weeks.
 */
export async function schortOp(tx: Tx, id: string, tot: Date, reden: string): Promise<void> {
  const rij = await getOpen(tx, id);
  if (!getTermijnsoort(rij.soort as Soort).opschortbaar) {
    throw ongeldig([
      {
        veld: 'termijn',
        melding:
          'Deze termijn kan niet stilstaan. Lukt het niet op tijd, bespreek met uw teamleider wie het doet.',
      },
    ]);
  }
  if (rij.vervalt_op && rij.vervalt_op <= tx.nu)
    throw ongeldig([
      { veld: 'termijn', melding: 'Deze termijn is al verstreken. Opschorten kan niet meer.' },
    ]);
  if (rij.opgeschort_op) throw ongeldig([{ veld: 'termijn', melding: 'Deze termijn is al opgeschort.' }]);
  if (tot <= tx.nu) throw ongeldig([{ veld: 'totOp', melding: 'Kies een dag die nog komt.' }]);
  if (dagVan(tot) - dagVan(tx.nu) > OPSCHORTEN_HOOGSTENS_DAGEN + 1)
    throw ongeldig([
      {
        veld: 'totOp',
        melding: `Opschorten kan hoogstens ${OPSCHORTEN_HOOGSTENS_DAGEN / 7} weken per keer. Kijk dan opnieuw of het nog nodig is.`,
      },
    ]);
  await schrijfWijziging(tx, id, 'opgeschort', reden, { tot });
  await herbereken(tx, id);
}

export async function hervat(tx: Tx, id: string, reden: string): Promise<void> {
  const rij = await getOpen(tx, id);
  if (!rij.opgeschort_op) throw ongeldig([{ veld: 'termijn', melding: 'Deze termijn loopt al.' }]);
  await schrijfWijziging(tx, id, 'hervat', reden);
  await herbereken(tx, id);
}

/**
 * Terms whose suspension reached its end run again, from that very moment, however late the clock looks.
 * @param alleen one term, or all of the region
 * @returns how many
 */
export async function hervatVerlopen(tx: Tx, alleen?: string): Promise<number> {
  let vraag = tx.db
    .selectFrom('termijn')
    .select(['id', 'soort', 'casus_id', 'onderwerp_id', 'opgeschort_tot'])
    .where('afgerond_op', 'is', null)
    .where('opgeschort_tot', '<=', tx.nu)
    .orderBy('id')
    .forUpdate()
    .skipLocked();
  if (alleen) vraag = vraag.where('id', '=', alleen);
  const rijen = await vraag.execute();
  for (const r of rijen) {
    await schrijfWijziging(tx, r.id, 'hervat', 'De opschorting liep tot hier.', {
      op: r.opgeschort_tot ?? tx.nu,
    });
    await herbereken(tx, r.id);
    tx.ook('termijn.hervatten', r.casus_id ?? undefined, r.onderwerp_id, { termijn: r.id, soort: r.soort });
  }
  return rijen.length;
}

/**
 * Extends a term within what its clause allows, with the reason. Not after it ended: what is too late stays too late (P7). Wmo 2015
 * art. 5.3.1 lid 2 lets it happen each time by so much; a next time is decided when the term asks attention again, not at once: bron
 * onbekend, standaardwaarde. Throws 400 otherwise.
 */
export async function verleng(tx: Tx, id: string, duur: Duur, reden: string): Promise<void> {
  const rij = await getOpen(tx, id);
  const regel = getTermijnsoort(rij.soort as Soort).verlenging;
  if (!regel)
    throw ongeldig([
      {
        veld: 'termijn',
        melding:
          'Deze termijn kan niet langer worden. Lukt het niet op tijd, bespreek met uw teamleider wie het doet.',
      },
    ]);
  if (rij.vervalt_op && rij.vervalt_op <= tx.nu)
    throw ongeldig([
      {
        veld: 'termijn',
        melding:
          'Deze termijn is al verstreken. Verlengen kan niet meer. Doe wat hij vraagt, en schrijf bij het afronden waarom het later werd.',
      },
    ]);
  if (rij.waarschuwt_op && rij.waarschuwt_op > tx.nu && (await isVerlengd(tx, id)))
    throw ongeldig([
      {
        veld: 'termijn',
        melding: `Deze termijn is al verlengd. Kijk vanaf ${zegDagVoluit(rij.waarschuwt_op)} of het dan nog nodig is.`,
      },
    ]);
  if (!magVerlengen(getTermijnsoort(rij.soort as Soort), duur)) {
    throw ongeldig([
      {
        veld: 'duur',
        melding: `Verlengen kan per keer met hoogstens ${regel.hoogstens.aantal} ${regel.hoogstens.eenheid} (${regel.clausule}).`,
      },
    ]);
  }
  await schrijfWijziging(tx, id, 'verlengd', reden, { duur });
  await herbereken(tx, id);
}

async function isVerlengd(tx: Tx, id: string): Promise<boolean> {
  const rij = await tx.db
    .selectFrom('termijn_wijziging')
    .select('id')
    .where('termijn_id', '=', id)
    .where('soort', '=', 'verlengd')
    .executeTakeFirst();
  return rij !== undefined;
}

export interface Verstreken {
  id: string;
  soort: Soort;
  casusId: string | null;
  onderwerpId: string;
  eigenaarOrganisatieId: string;
  wat: 'waarschuwing' | 'verstreken';
}

/**
 * What the clock has to say now: terms whose warning or end has passed and that did not say so yet. Marks them, so that
 * each says it once; jobs and sweep may both come by.
 * @param alleen one term, or all of the region
 */
export async function neemVerstreken(tx: Tx, alleen?: string): Promise<Verstreken[]> {
  const { rows } = await sql<{
    id: string;
    soort: Soort;
    casus_id: string | null;
    onderwerp_id: string;
    eigenaar_organisatie_id: string;
    w: boolean;
    v: boolean;
  }>`
    with rijp as (
      select id, waarschuwt_op <= ${tx.nu} and gewaarschuwd_op is null as w, vervalt_op <= ${tx.nu} and verstreken_op is null as v
      from termijn
      where afgerond_op is null and vervalt_op is not null ${alleen ? sql`and id = ${alleen}` : sql``}
        and ((waarschuwt_op <= ${tx.nu} and gewaarschuwd_op is null) or (vervalt_op <= ${tx.nu} and verstreken_op is null))
      for update skip locked
    )
    update termijn t set gewaarschuwd_op = case when r.w then ${tx.nu} else t.gewaarschuwd_op end,
      verstreken_op = case when r.v then ${tx.nu} else t.verstreken_op end
    from rijp r where t.id = r.id
    returning t.id, t.soort, t.casus_id, t.onderwerp_id, t.eigenaar_organisatie_id, r.w, r.v`.execute(tx.db);
  return rows.flatMap((r) => {
    const basis = {
      id: r.id,
      soort: r.soort,
      casusId: r.casus_id,
      onderwerpId: r.onderwerp_id,
      eigenaarOrganisatieId: r.eigenaar_organisatie_id,
    };
    return [
      ...(r.w ? [{ ...basis, wat: 'waarschuwing' as const }] : []),
      ...(r.v ? [{ ...basis, wat: 'verstreken' as const }] : []),
    ];
  });
}
