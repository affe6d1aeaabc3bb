// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { CasusRij } from '../../kern/casus/casus.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { haalTermijnNaarVoren, rondTermijnAf, zetTermijn } from '../../kern/termijn/termijn.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import type { Duur } from '../../platform/clock/werkdagen.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';
import { vraagHouderTeKijken } from '../beoordeling/zichtcontrole.store.ts';
import { beginCijferronde } from './cijfers.store.ts';
import { getEigenaar, getOpenCasus, HOOGSTENS } from './plan.store.ts';
import { waaromKijkenNaControle } from './plan.ts';

const IS_NAGELEEFD = 'Is de veiligheidsvoorwaarde nageleefd?';

/** Sets the term in which someone looks whether a voorwaarde is kept, for whoever must see to it now. Returns the term. */
export async function zetControletermijn(
  tx: Tx,
  casus: CasusRij,
  voorwaardeId: string,
  duur: Duur | undefined,
): Promise<string> {
  return zetTermijn(tx, {
    soort: 'voorwaarde_controle',
    casusId: casus.id,
    onderwerpSoort: 'voorwaarde',
    onderwerpId: voorwaardeId,
    ...(await getEigenaar(tx, casus)),
    waarom: IS_NAGELEEFD,
    begintOp: tx.nu,
    duur,
  });
}

const weken = (n: number | null | undefined): Duur | undefined =>
  n ? { aantal: n, eenheid: 'weken' } : undefined;

/** Sets a voorwaarde and the term in which someone must look whether it is kept. */
export async function stelVoorwaarde(
  tx: Tx,
  casus: CasusRij,
  v: { tekst: string; voor: string; volgendeOverWeken: number | null },
): Promise<string> {
  await laatWeten(tx, 'tekst.geschreven', {
    casusId: casus.id,
    teksten: [
      ['tekst', v.tekst],
      ['voor', v.voor],
    ],
  });
  const id = nieuwId(tx.nu);
  await tx.db
    .insertInto('voorwaarde')
    .values({
      regio_id: tx.regio,
      id,
      casus_id: casus.id,
      tekst: v.tekst,
      voor: v.voor,
      gesteld_op: tx.nu,
      gesteld_door: tx.wie.medewerkerId,
      organisatie_id: tx.wie.organisatieId,
      vervallen_op: null,
      vervallen_reden: null,
    })
    .execute();
  await zetControletermijn(tx, casus, id, weken(v.volgendeOverWeken));
  await beginCijferronde(tx, casus);
  return id;
}

/** Keeps the casus, then the voorwaarde. Throws 404 when unseen, 409 when it lapsed before. */
async function getOpenVoorwaarde(tx: Tx, id: string): Promise<{ casus: CasusRij; gesteldBij: string }> {
  const rij = await tx.db
    .selectFrom('voorwaarde')
    .select(['casus_id', 'organisatie_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Deze voorwaarde');
  tx.overCasus(rij.casus_id);
  const casus = await getOpenCasus(tx, rij.casus_id);
  const nu = await tx.db
    .selectFrom('voorwaarde')
    .select('vervallen_op')
    .where('id', '=', id)
    .executeTakeFirst();
  if (nu?.vervallen_op) {
    throw new Probleem(
      409,
      'Deze voorwaarde is vervallen',
      'Er is niets bewaard. Stel een nieuwe voorwaarde als die weer nodig is.',
      { soort: 'vervallen' },
    );
  }
  return { casus, gesteldBij: rij.organisatie_id };
}

/**
 * Writes down one look at a voorwaarde. The holder's own look ends the running term and the next one is due from now. What another
 * saw does not take the holder's look away: its term stays, or comes nearer, and where the voorwaarde is not kept the holder looks
 * at the family within one werkdag.
 */
export async function controleerVoorwaarde(
  tx: Tx,
  voorwaardeId: string,
  c: { uitkomst: string; gezienBij: string; toelichting: string; volgendeOverWeken: number | null },
): Promise<{ id: string; casusId: string }> {
  const { casus } = await getOpenVoorwaarde(tx, voorwaardeId);
  await laatWeten(tx, 'tekst.geschreven', {
    casusId: casus.id,
    teksten: [
      ['gezienBij', c.gezienBij],
      ['toelichting', c.toelichting],
    ],
  });
  const id = nieuwId(tx.nu);
  await tx.db
    .insertInto('voorwaarde_controle')
    .values({
      regio_id: tx.regio,
      id,
      casus_id: casus.id,
      voorwaarde_id: voorwaardeId,
      op: tx.nu,
      medewerker_id: tx.wie.medewerkerId,
      organisatie_id: tx.wie.organisatieId,
      uitkomst: c.uitkomst,
      gezien_bij: c.gezienBij,
      toelichting: c.toelichting,
    })
    .execute();
  const duur = weken(c.volgendeOverWeken);
  const houder = await findHouder(tx, casus.id);
  if (houder?.organisatieId === tx.wie.organisatieId) {
    await rondTermijnAf(tx, voorwaardeId, ['voorwaarde_controle'], c.uitkomst);
    await zetControletermijn(tx, casus, voorwaardeId, duur);
  } else {
    if (duur)
      await haalTermijnNaarVoren(tx, voorwaardeId, 'voorwaarde_controle', {
        begintOp: tx.nu,
        duur,
        acuut: false,
        waarom: IS_NAGELEEFD,
      });
    const waarom = waaromKijkenNaControle(c.uitkomst);
    if (waarom) await vraagHouderTeKijken(tx, casus, waarom);
  }
  return { id, casusId: casus.id };
}

/**
 * Who may let a voorwaarde lapse, by the organisation that set it: that organisation, or who followed when it closed, as long as it
 * has a part in the casus. The voorwaarden are the basis on which Veilig Thuis monitors (handbook 0, S:6): nobody drops them for it.
 * Whoever is not in the answer left it to those who go on.
 */
async function listStellers(
  tx: Tx,
  casusId: string,
): Promise<Map<string, { id: string; naam: string; contact: string | null }>> {
  const { rows } = await tx.overGrens(() =>
    sql<{ van: string; id: string; naam: string; contact: string | null }>`
      with recursive opvolging as (
        select v.organisatie_id as van, o.id, o.naam, o.contact, o.gesloten_op, o.opvolger_id
        from voorwaarde v join organisatie o on o.regio_id = v.regio_id and o.id = v.organisatie_id where v.casus_id = ${casusId}
        union all
        select p.van, o.id, o.naam, o.contact, o.gesloten_op, o.opvolger_id
        from organisatie o join opvolging p on o.id = p.opvolger_id where p.gesloten_op is not null
      ) cycle van, id set rond using pad
      select distinct p.van, p.id, p.naam, p.contact from opvolging p
      where p.gesloten_op is null and exists (select from betrokkenheid b where b.casus_id = ${casusId} and b.organisatie_id = p.id
        and (b.tot is null or b.tot > ${tx.nu}))`.execute(tx.db),
  );
  return new Map(rows.map((r) => [r.van, r]));
}

/**
 * Ends a voorwaarde with its reason; what was seen of it stays.
 * @throws Probleem 403 when another set it, which still has a part in the casus
 */
export async function laatVoorwaardeVervallen(tx: Tx, voorwaardeId: string, reden: string): Promise<string> {
  const { casus, gesteldBij } = await getOpenVoorwaarde(tx, voorwaardeId);
  const steller = (await listStellers(tx, casus.id)).get(gesteldBij);
  if (steller && steller.id !== tx.wie.organisatieId) {
    throw new Probleem(
      403,
      'Een andere organisatie stelde deze voorwaarde',
      `Alleen ${steller.naam} kan haar laten vervallen. Er is niets gewijzigd. Bel hen${steller.contact ? ` (${steller.contact})` : ''} als zij niet meer nodig is of anders moet.`,
      { soort: 'andere-organisatie' },
    );
  }
  await laatWeten(tx, 'tekst.geschreven', { casusId: casus.id, teksten: [['reden', reden]] });
  await tx.db
    .updateTable('voorwaarde')
    .set({ vervallen_op: tx.nu, vervallen_reden: reden })
    .where('id', '=', voorwaardeId)
    .execute();
  await rondTermijnAf(tx, voorwaardeId, ['voorwaarde_controle'], 'vervallen');
  return casus.id;
}

export interface Voorwaarde {
  id: string;
  tekst: string;
  voor: string;
  gesteldOp: Date;
  gesteldDoor: string | null;
  organisatieNaam: string;
  vervallenOp: Date | null;
  vervallenReden: string | null;
  /** Who asks may let it lapse. */
  magVervallen: boolean;
  volgendeBegintOp: Date | null;
  volgendeVervaltOp: Date | null;
  /** Newest first. */
  controles: {
    id: string;
    op: Date;
    uitkomst: string;
    gezienBij: string;
    toelichting: string;
    door: string | null;
    organisatieNaam: string;
  }[];
}

/** The voorwaarden of a casus, open ones first, oldest first, each with what was seen of it. */
export async function listVoorwaarden(tx: Tx, casusId: string): Promise<Voorwaarde[]> {
  const rijen = await tx.db
    .selectFrom('voorwaarde as v')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'v.regio_id').onRef('o.id', '=', 'v.organisatie_id'),
    )
    .leftJoin('medewerker as m', (j) =>
      j.onRef('m.regio_id', '=', 'v.regio_id').onRef('m.id', '=', 'v.gesteld_door'),
    )
    .leftJoin('termijn as t', (j) =>
      j
        .onRef('t.regio_id', '=', 'v.regio_id')
        .onRef('t.onderwerp_id', '=', 'v.id')
        .on('t.soort', '=', 'voorwaarde_controle')
        .on('t.afgerond_op', 'is', null),
    )
    .select([
      'v.id',
      'v.tekst',
      'v.voor',
      'v.gesteld_op',
      'm.naam as door',
      'o.naam as organisatie',
      'v.organisatie_id',
      'v.vervallen_op',
      'v.vervallen_reden',
      't.begint_op',
      't.vervalt_op',
    ])
    .where('v.casus_id', '=', casusId)
    .orderBy(sql`v.vervallen_op is not null`)
    .orderBy('v.gesteld_op')
    .orderBy('v.id')
    .limit(HOOGSTENS)
    .execute();
  const controles = await tx.db
    .selectFrom('voorwaarde_controle as c')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'c.regio_id').onRef('o.id', '=', 'c.organisatie_id'),
    )
    .leftJoin('medewerker as m', (j) =>
      j.onRef('m.regio_id', '=', 'c.regio_id').onRef('m.id', '=', 'c.medewerker_id'),
    )
    .select([
      'c.id',
      'c.voorwaarde_id',
      'c.op',
      'c.uitkomst',
      'c.gezien_bij',
      'c.toelichting',
      'm.naam as door',
      'o.naam as organisatie',
    ])
    .where('c.casus_id', '=', casusId)
    .orderBy('c.op', 'desc')
    .orderBy('c.id', 'desc')
    .limit(HOOGSTENS * 4)
    .execute();
  const stellers = await listStellers(tx, casusId);
  return rijen.map((r) => ({
    id: r.id,
    tekst: r.tekst,
    voor: r.voor,
    magVervallen:
      r.vervallen_op === null &&
      (stellers.get(r.organisatie_id)?.id ?? tx.wie.organisatieId) === tx.wie.organisatieId,
    gesteldOp: r.gesteld_op,
    gesteldDoor: r.door,
    organisatieNaam: r.organisatie,
    vervallenOp: r.vervallen_op,
    vervallenReden: r.vervallen_reden,
    volgendeBegintOp: r.begint_op,
    volgendeVervaltOp: r.vervalt_op,
    controles: controles
      .filter((c) => c.voorwaarde_id === r.id)
      .map((c) => ({
        id: c.id,
        op: c.op,
        uitkomst: c.uitkomst,
        gezienBij: c.gezien_bij,
        toelichting: c.toelichting,
        door: c.door,
        organisatieNaam: c.organisatie,
      })),
  }));
}

/** How many voorwaarden are open, and of how many the last look did not say that it is kept. */
export async function telVoorwaarden(
  tx: Tx,
  casusId: string,
): Promise<{ open: number; nietNageleefd: number }> {
  const { rows } = await sql<{ open: number; niet: number }>`
    select count(*) as open, count(*) filter (where c.uitkomst is distinct from 'nageleefd') as niet
    from voorwaarde v
    left join lateral (
      select uitkomst from voorwaarde_controle c where c.regio_id = v.regio_id and c.voorwaarde_id = v.id order by op desc, id desc limit 1
    ) c on true
    where v.casus_id = ${casusId} and v.vervallen_op is null`.execute(tx.db);
  return { open: rows[0]?.open ?? 0, nietNageleefd: rows[0]?.niet ?? 0 };
}
