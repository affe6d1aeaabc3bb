// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { betrefCasus } from '../../kern/casus/overzicht.store.ts';
import { type Gebeurtenissen, laatWeten } from '../../kern/gebeurtenissen.ts';
import { listCasusPersonen } from '../../kern/persoon/persoon.store.ts';
import { MET_DE_CASUS, rondTermijnAf, zetTermijn } from '../../kern/termijn/termijn.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { dagnummer, dagVan } from '../../platform/clock/dagen.ts';
import type { Duur } from '../../platform/clock/werkdagen.ts';
import { zegDagVoluit } from '../../platform/clock/zeggen.ts';
import { nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import { vraagHouderTeKijken } from '../beoordeling/zichtcontrole.store.ts';
import { geefCijfers, tekstenVanCijfer } from '../plan/cijfers.store.ts';
import { getOpenCasus } from '../plan/plan.store.ts';
import { getMoment } from './moment.store.ts';
import {
  EXTRA_HOOGSTENS_DAGEN,
  MONITORGRID,
  type Monitorsoort,
  type MonitorUitkomst,
  OPNIEUW_NA_DAGEN,
  uitvoerenVanaf,
  vervolgNa,
  waaromKijken,
} from './monitoring.ts';

const SOORTEN: Monitorsoort[] = [...MONITORGRID, 'monitor_extra'];

// ── What happens elsewhere ───────────────────────────────────────────────────────────────────────────────────────────

/**
 * Who monitors: Veilig Thuis (handbook 6, S:70), the one that held zicht last, else one that knows this casus. In a region without an open
 * Veilig Thuis whoever holds zicht does: a moment without an owner would pass unseen.
 */
async function findMonitoraar(tx: Tx, casusId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select o.id from organisatie o
    left join betrokkenheid b on b.regio_id = o.regio_id and b.organisatie_id = o.id and b.casus_id = ${casusId}
    where o.soort = 'veilig_thuis' and o.gesloten_op is null
    order by (select max(z.vanaf) from zicht z where z.regio_id = o.regio_id and z.casus_id = ${casusId} and z.organisatie_id = o.id) desc nulls last,
      b.casus_id is null, o.id limit 1`.execute(tx.db);
  const vt = rows[0]?.id;
  if (vt) return vt;
  const houder = await findHouder(tx, casusId);
  if (!houder)
    throw new Probleem(409, 'Deze casus is gesloten', 'Er is niets gewijzigd.', { soort: 'gesloten' });
  return houder.organisatieId;
}

/** Whether something of the grid is still to be done in this casus, with a term that runs. */
async function heeftGrid(tx: Tx, casusId: string): Promise<boolean> {
  const { rows } = await sql<{ er: boolean }>`
    select exists (
      select from monitormoment m
      where m.casus_id = ${casusId} and m.soort = any(${[...MONITORGRID]}::text[]) and m.vervallen_op is null and m.uitgevoerd_op is null
        and exists (select from termijn t where t.regio_id = m.regio_id and t.onderwerp_id = m.id and t.afgerond_op is null)
    ) as er`.execute(tx.db);
  return rows[0]?.er ?? false;
}

/**
 * Plans the three moments, counted from `begintOp`, unless one is still to be done: a second overdracht does not begin that time
 * again while it runs. Where all were done or let go of, whoever takes over now is new, and the family is monitored anew.
 */
async function planGrid(tx: Tx, casusId: string, begintOp: Date, waarom: string): Promise<void> {
  if (await heeftGrid(tx, casusId)) return;
  // a grid of which the terms were ended elsewhere (a merge that was undone) is not left behind as if it still ran
  await sql`
    update monitormoment m set vervallen_op = ${tx.nu}, vervallen_reden = 'opnieuw gepland'
    where m.casus_id = ${casusId} and m.uitgevoerd_op is null and m.vervallen_op is null and not exists (select from termijn t
      where t.regio_id = m.regio_id and t.onderwerp_id = m.id and t.afgerond_op is null)`.execute(tx.db);
  const organisatieId = await findMonitoraar(tx, casusId);
  await tx.db
    .insertInto('betrokkenheid')
    .values({
      regio_id: tx.regio,
      casus_id: casusId,
      organisatie_id: organisatieId,
      grond: 'monitoring',
      vanaf: tx.nu,
      tot: null,
    })
    .onConflict((c) => c.columns(['regio_id', 'casus_id', 'organisatie_id']).doUpdateSet({ tot: null }))
    .execute();
  for (const soort of MONITORGRID) {
    await zetMoment(tx, { casusId, soort, organisatieId, medewerkerId: null, begintOp, reden: null, waarom });
  }
  tx.ook('monitoring.gepland', casusId, casusId, {
    organisatie: organisatieId,
    momenten: MONITORGRID.length,
  });
}

async function zetMoment(
  tx: Tx,
  m: {
    casusId: string;
    soort: Monitorsoort;
    organisatieId: string;
    medewerkerId: string | null;
    begintOp: Date;
    reden: string | null;
    waarom: string;
    duur?: Duur;
  },
): Promise<string> {
  const id = nieuwId(tx.nu);
  const vervaltOp = await zetMomentTermijn(tx, id, m);
  await tx.db
    .insertInto('monitormoment')
    .values({
      regio_id: tx.regio,
      id,
      casus_id: m.casusId,
      soort: m.soort,
      gepland_op: vervaltOp,
      reden: m.reden,
      organisatie_id: m.organisatieId,
    })
    .execute();
  return id;
}

/** Sets the term of a moment and gives its end. */
async function zetMomentTermijn(
  tx: Tx,
  momentId: string,
  m: {
    casusId: string;
    soort: Monitorsoort;
    organisatieId: string;
    medewerkerId: string | null;
    begintOp: Date;
    waarom: string;
    duur?: Duur;
  },
): Promise<Date> {
  const termijnId = await zetTermijn(tx, {
    soort: m.soort,
    casusId: m.casusId,
    onderwerpSoort: 'monitormoment',
    onderwerpId: momentId,
    eigenaarOrganisatieId: m.organisatieId,
    eigenaarMedewerkerId: m.medewerkerId,
    waarom: m.waarom,
    begintOp: m.begintOp,
    duur: m.duur,
  });
  const rij = await tx.db
    .selectFrom('termijn')
    .select('vervalt_op')
    .where('id', '=', termijnId)
    .executeTakeFirstOrThrow();
  return rij.vervalt_op ?? m.begintOp;
}

/** Another took over: Veilig Thuis follows whether it stays safe. A giver that had planned moments of its own leaves them to it. */
export async function planNaAanvaarding(tx: Tx, g: Gebeurtenissen['overdracht.aanvaard']): Promise<void> {
  await tx.overGrens(async () => {
    const soorten = await tx.db
      .selectFrom('organisatie')
      .select(['id', 'soort'])
      .where('id', 'in', [g.vanId, g.naarId])
      .execute();
    const soort = (id: string) => soorten.find((o) => o.id === id)?.soort;
    // the terms of another giver than Veilig Thuis went along with zicht; its moments belong where their terms are
    if (soort(g.vanId) !== 'veilig_thuis')
      await verhuisOpen(tx, { van: g.vanId, naar: g.naarId, casusId: g.casusId });
    if (soort(g.naarId) === 'veilig_thuis') return;
    await planGrid(tx, g.casusId, tx.nu, 'De overdracht is aangenomen');
  });
}

async function verhuisOpen(tx: Tx, w: { van: string; naar: string; casusId?: string }): Promise<void> {
  let vraag = tx.db
    .updateTable('monitormoment')
    .set({ organisatie_id: w.naar })
    .where('organisatie_id', '=', w.van)
    .where('uitgevoerd_op', 'is', null)
    .where('vervallen_op', 'is', null);
  if (w.casusId) vraag = vraag.where('casus_id', '=', w.casusId);
  await vraag.execute();
}

/**
 * A casus closed: what was still planned lapses, with the reason. When it became part of another, the radar already moved its
 * moments there, so nothing is left here to lapse.
 */
export async function vervalNaSluiten(tx: Tx, g: Gebeurtenissen['casus.gesloten']): Promise<void> {
  await tx.overGrens(async () => {
    const open = await laatVervallen(tx, g.casusId, `casus gesloten: ${g.reden}`);
    for (const id of open) await rondTermijnAf(tx, id, SOORTEN, MET_DE_CASUS.gesloten);
  });
}

/** Lets what is still planned in a casus lapse: by everyone, or by one organisation. Returns the moments. */
async function laatVervallen(
  tx: Tx,
  casusId: string,
  reden: string,
  organisatieId?: string,
): Promise<string[]> {
  let vraag = tx.db
    .updateTable('monitormoment')
    .set({ vervallen_op: tx.nu, vervallen_reden: reden })
    .where('casus_id', '=', casusId)
    .where('uitgevoerd_op', 'is', null)
    .where('vervallen_op', 'is', null);
  if (organisatieId) vraag = vraag.where('organisatie_id', '=', organisatieId);
  const rijen = await vraag.returning('id').execute();
  return rijen.map((r) => r.id);
}

/**
 * A casus opened again: it is monitored anew, from this day, when another than Veilig Thuis holds it. When Veilig Thuis does,
 * the next overdracht plans.
 */
export async function planNaHeropenen(tx: Tx, g: Gebeurtenissen['casus.heropend']): Promise<void> {
  await tx.overGrens(async () => {
    const houder = await tx.db
      .selectFrom('organisatie')
      .select('soort')
      .where('id', '=', g.houderId)
      .executeTakeFirst();
    if (houder?.soort !== 'veilig_thuis') await planGrid(tx, g.casusId, tx.nu, 'De casus is weer open');
  });
}

/** An organisation closed: its successor monitors on. */
export async function monitorNaSluiting(tx: Tx, g: Gebeurtenissen['organisatie.gesloten']): Promise<void> {
  await tx.overGrens(() => verhuisOpen(tx, { van: g.organisatieId, naar: g.opvolgerId }));
}

// ── Acts ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Plans an extra moment for one family on a day, with the reason. Throws 400 when the day is not ahead, or too far. */
export async function planExtra(
  tx: Tx,
  casusId: string,
  m: { geplandDatum: string; reden: string },
): Promise<string> {
  const casus = await getOpenCasus(tx, casusId);
  const dagen = dagnummer(m.geplandDatum) - dagVan(tx.nu);
  if (dagen < 1) throw ongeldig([{ veld: 'geplandDatum', melding: 'Kies een dag na vandaag.' }]);
  if (dagen > EXTRA_HOOGSTENS_DAGEN)
    throw ongeldig([{ veld: 'geplandDatum', melding: 'Kies een dag binnen twee jaar.' }]);
  await betrefCasus(tx, casusId);
  await laatWeten(tx, 'tekst.geschreven', { casusId, teksten: [['reden', m.reden]] });
  const id = await zetMoment(tx, {
    casusId: casus.id,
    soort: 'monitor_extra',
    organisatieId: tx.wie.organisatieId,
    medewerkerId: tx.wie.medewerkerId,
    begintOp: tx.nu,
    reden: m.reden,
    waarom: 'Extra monitormoment',
    duur: { aantal: dagen, eenheid: 'dagen' },
  });
  tx.inhoud({ monitormoment: id, soort: 'monitor_extra' });
  tx.categorie('monitoring');
  return id;
}

/**
 * One's own organisation stops monitoring a family, with the reason: what it had planned lapses, and the holder of zicht may
 * close. Returns how many moments lapsed.
 * @throws Probleem 409 when it had nothing planned, or the casus is closed.
 */
export async function beeindig(tx: Tx, casusId: string, reden: string): Promise<number> {
  await getOpenCasus(tx, casusId);
  await laatWeten(tx, 'tekst.geschreven', { casusId, teksten: [['reden', reden]] });
  const eigen = await laatVervallen(tx, casusId, reden, tx.wie.organisatieId);
  if (eigen.length === 0) {
    throw new Probleem(
      409,
      'Uw organisatie monitort dit gezin niet (meer)',
      'Er is niets gewijzigd. Ververs de pagina om te zien wat er gepland staat.',
      { soort: 'niets-gepland' },
    );
  }
  for (const id of eigen) await rondTermijnAf(tx, id, SOORTEN, 'monitoring beëindigd');
  await betrefCasus(tx, casusId);
  tx.inhoud({ momenten: eigen.length });
  tx.categorie('monitoring');
  return eigen.length;
}

export interface NieuweUitvoering {
  uitkomst: MonitorUitkomst;
  gesprokenMet: string;
  toelichting: string;
  cijfers: readonly {
    persoonId: string;
    scorerSoort: string;
    scorer: string;
    cijfer: number;
    waarom: string;
    nodig: string | null;
  }[];
}

/**
 * Someone asked how it is. Ends the moment and its term; not safe, or nobody reached for the second time: the holder of zicht
 * looks within one werkdag.
 * @throws Probleem 403 when another organisation monitors; 409 when it was done or lapsed before, when it is too early for it, or the
 * casus is closed.
 */
export async function voerUit(
  tx: Tx,
  momentId: string,
  u: NieuweUitvoering,
): Promise<{ casusId: string; houderKijktVoorOp: Date | null; opnieuwId: string | null }> {
  const vooraf = await tx.db
    .selectFrom('monitormoment')
    .select(['casus_id', 'organisatie_id'])
    .where('id', '=', momentId)
    .executeTakeFirst();
  if (!vooraf) throw nietGevonden('Dit monitormoment');
  tx.overCasus(vooraf.casus_id);
  if (vooraf.organisatie_id !== tx.wie.organisatieId) {
    throw new Probleem(
      403,
      'Dit mag u hier niet',
      'Een andere organisatie monitort dit gezin. Leg een veiligheidscontrole vast bij de casus.',
      {
        soort: 'andere-organisatie',
      },
    );
  }
  const casus = await getOpenCasus(tx, vooraf.casus_id);
  const rij = await tx.db
    .selectFrom('monitormoment')
    .select(['soort', 'uitgevoerd_op', 'vervallen_op'])
    .where('id', '=', momentId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (rij.uitgevoerd_op || rij.vervallen_op) {
    throw new Probleem(
      409,
      rij.uitgevoerd_op ? 'Dit moment is al gedaan' : 'Dit moment is vervallen',
      'Er is niets bewaard. Ververs de pagina om te zien wat er staat.',
      { soort: 'al-gedaan' },
    );
  }
  const { waarschuwtOp } = await getMoment(tx, momentId);
  const vanaf = uitvoerenVanaf({ soort: rij.soort as Monitorsoort, waarschuwtOp });
  if (vanaf && vanaf > tx.nu) {
    throw new Probleem(
      409,
      'Het is nog te vroeg voor dit moment',
      `Dit moment kan vanaf ${zegDagVoluit(vanaf)}. Er is niets bewaard. Wilt u nu weten hoe het is, plan dan een extra moment of leg een veiligheidscontrole vast bij de casus.`,
      { soort: 'te-vroeg' },
    );
  }
  await laatWeten(tx, 'tekst.geschreven', {
    casusId: casus.id,
    teksten: [
      ['gesprokenMet', u.gesprokenMet],
      ['toelichting', u.toelichting],
      ...u.cijfers.flatMap((c, i) => tekstenVanCijfer(c, `cijfers.${i}.`)),
    ],
  });
  const vorige = await tx.db
    .selectFrom('monitormoment')
    .select('uitkomst')
    .where('casus_id', '=', casus.id)
    .where('uitgevoerd_op', 'is not', null)
    .orderBy('uitgevoerd_op', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  await tx.db
    .updateTable('monitormoment')
    .set({
      uitgevoerd_op: tx.nu,
      uitkomst: u.uitkomst,
      gesproken_met: u.gesprokenMet,
      toelichting: u.toelichting,
      medewerker_id: tx.wie.medewerkerId,
    })
    .where('id', '=', momentId)
    .execute();
  await rondTermijnAf(tx, momentId, SOORTEN, u.uitkomst);
  const cijfers = u.cijfers.map((c) => ({ ...c, bij: 'monitoring', monitormomentId: momentId }));
  await geefCijfers(tx, casus, cijfers, await listCasusPersonen(tx, casus.id));

  const vervolg = vervolgNa(u.uitkomst, (vorige?.uitkomst as MonitorUitkomst | null | undefined) ?? null);
  const houderKijktVoorOp = vervolg.houderKijkt
    ? await vraagHouderTeKijken(tx, casus, waaromKijken(u.uitkomst))
    : null;
  const opnieuwId = vervolg.opnieuw
    ? await zetMoment(tx, {
        casusId: casus.id,
        soort: 'monitor_extra',
        organisatieId: tx.wie.organisatieId,
        medewerkerId: tx.wie.medewerkerId,
        begintOp: tx.nu,
        reden: 'Niemand bereikt',
        waarom: 'De vorige keer was niemand bereikt',
        duur: { aantal: OPNIEUW_NA_DAGEN, eenheid: 'dagen' },
      })
    : null;
  tx.inhoud({ monitormoment: momentId, soort: rij.soort, uitkomst: u.uitkomst, cijfers: u.cijfers.length });
  tx.categorie('monitoring', 'veiligheid');
  return { casusId: casus.id, houderKijktVoorOp, opnieuwId };
}

// ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────
