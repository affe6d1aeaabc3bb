// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type CasusRij, getCasusVoorSchrijven, wijzigCasus } from '../../kern/casus/casus.store.ts';
import { findRegisseurBij } from '../../kern/casus/overzicht.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { listCasusPersonen } from '../../kern/persoon/persoon.store.ts';
import {
  findTermijnstand,
  haalTermijnNaarVoren,
  looptTermijn,
  rondTermijnAf,
  zetTermijn,
} from '../../kern/termijn/termijn.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import type { Duur } from '../../platform/clock/werkdagen.ts';
import { nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import { vraagHouderTeKijken } from '../beoordeling/zichtcontrole.store.ts';
import {
  bezwaarTegenCijfer,
  bezwaarTegenWissel,
  type Cijfer,
  type Fasewisseling,
  isRondeGevraagd,
  waaromKijkenNaControle,
} from './plan.ts';

/** More than this on one casus is not shown at once. */
export const HOOGSTENS = 500;

/** The casus, kept for this act. Throws 404 when unseen, 409 when closed: a plan of a closed casus is history. */
export async function getOpenCasus(tx: Tx, casusId: string): Promise<CasusRij> {
  const casus = await getCasusVoorSchrijven(tx, casusId);
  if (casus.status !== 'open') {
    throw new Probleem(
      409,
      'Deze casus is gesloten',
      'Er is niets bewaard. Is het niet veilig, doe dan een nieuwe melding: daarmee gaat de casus weer open.',
      { soort: 'gesloten' },
    );
  }
  return casus;
}

/** Who must do what is due in this casus: the holder of zicht, and its regisseur when that one works there. */
async function eigenaar(
  tx: Tx,
  casus: CasusRij,
): Promise<{ eigenaarOrganisatieId: string; eigenaarMedewerkerId: string | null }> {
  const houder = await findHouder(tx, casus.id);
  const organisatie = houder?.organisatieId ?? tx.wie.organisatieId;
  return {
    eigenaarOrganisatieId: organisatie,
    eigenaarMedewerkerId: await findRegisseurBij(tx, casus.regisseurId, organisatie),
  };
}

/** The next round of figures is asked so long after this moment; an earlier question about it is answered. */
async function zetCijferronde(tx: Tx, casus: CasusRij): Promise<void> {
  await rondTermijnAf(tx, casus.id, ['cijfers_vragen'], 'iedereen gevraagd');
  await zetTermijn(tx, {
    soort: 'cijfers_vragen',
    casusId: casus.id,
    onderwerpSoort: 'casus',
    onderwerpId: casus.id,
    ...(await eigenaar(tx, casus)),
    waarom: 'Tijd voor nieuwe veiligheidscijfers',
    begintOp: tx.nu,
  });
}

/** After a figure: the round that runs ends when everyone was asked; until then it stays due when it was. */
async function volgCijferronde(tx: Tx, casus: CasusRij): Promise<void> {
  const ronde = await findTermijnstand(tx, casus.id, 'cijfers_vragen');
  const direct = (await listCasusPersonen(tx, casus.id)).filter((p) => p.directbetrokken);
  const gevraagd =
    ronde === null ||
    isRondeGevraagd(
      direct.map((p) => p.persoonId),
      await listCijfers(tx, casus.id),
      ronde.begintOp,
    );
  if (gevraagd) await zetCijferronde(tx, casus);
}

/** Sets the first round when the plan begins and nothing asks for it yet. */
async function beginCijferronde(tx: Tx, casus: CasusRij): Promise<void> {
  const er = await looptTermijn(tx, casus.id, 'cijfers_vragen');
  if (!er) await zetCijferronde(tx, casus);
}

// ── Voorwaarden ──────────────────────────────────────────────────────────────────────────────────────────────────────

const IS_NAGELEEFD = 'Is de veiligheidsvoorwaarde nageleefd?';

async function zetControletermijn(
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
    ...(await eigenaar(tx, casus)),
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

// ── Afspraken ────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface NieuweAfspraak {
  wie: string;
  wat: string;
  wanneer: string;
  zietToe: string;
  signaal: string | null;
  verborgenVoorPleger: boolean;
  /** To the plan of which phase; the present one when left out. */
  fase: number | null;
}

export async function maakAfspraak(tx: Tx, casus: CasusRij, a: NieuweAfspraak): Promise<string> {
  await laatWeten(tx, 'tekst.geschreven', {
    casusId: casus.id,
    teksten: [
      ['wie', a.wie],
      ['wat', a.wat],
      ['wanneer', a.wanneer],
      ['zietToe', a.zietToe],
      ['signaal', a.signaal],
    ],
  });
  const id = nieuwId(tx.nu);
  await tx.db
    .insertInto('afspraak')
    .values({
      regio_id: tx.regio,
      id,
      casus_id: casus.id,
      fase: a.fase ?? casus.fase ?? 1,
      wie: a.wie,
      wat: a.wat,
      wanneer: a.wanneer,
      ziet_toe: a.zietToe,
      signaal: a.signaal,
      verborgen_voor_pleger: a.verborgenVoorPleger,
      gemaakt_op: tx.nu,
      medewerker_id: tx.wie.medewerkerId,
      organisatie_id: tx.wie.organisatieId,
    })
    .execute();
  return id;
}

/** Ends an agreement with its reason. Throws 404 when unseen, 409 when it ended before. */
export async function beeindigAfspraak(tx: Tx, id: string, reden: string): Promise<string> {
  const rij = await tx.db.selectFrom('afspraak').select('casus_id').where('id', '=', id).executeTakeFirst();
  if (!rij) throw nietGevonden('Deze afspraak');
  tx.overCasus(rij.casus_id);
  const casus = await getOpenCasus(tx, rij.casus_id);
  await laatWeten(tx, 'tekst.geschreven', { casusId: casus.id, teksten: [['reden', reden]] });
  const uit = await tx.db
    .updateTable('afspraak')
    .set({ beeindigd_op: tx.nu, beeindigd_reden: reden })
    .where('id', '=', id)
    .where('beeindigd_op', 'is', null)
    .executeTakeFirst();
  if (uit.numUpdatedRows === 0n) {
    throw new Probleem(
      409,
      'Deze afspraak is al beëindigd',
      'Er is niets gewijzigd. Ververs de pagina om te zien wanneer en waarom.',
      { soort: 'al-gedaan' },
    );
  }
  return casus.id;
}

export interface Afspraak extends NieuweAfspraak {
  id: string;
  gemaaktOp: Date;
  gemaaktDoor: string | null;
  organisatieNaam: string;
  beeindigdOp: Date | null;
  beeindigdReden: string | null;
  fase: number;
}

/** The agreements of a casus: open ones first, per phase, oldest first. */
export async function listAfspraken(tx: Tx, casusId: string): Promise<Afspraak[]> {
  const rijen = await tx.db
    .selectFrom('afspraak as a')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'a.regio_id').onRef('o.id', '=', 'a.organisatie_id'),
    )
    .leftJoin('medewerker as m', (j) =>
      j.onRef('m.regio_id', '=', 'a.regio_id').onRef('m.id', '=', 'a.medewerker_id'),
    )
    .selectAll('a')
    .select(['o.naam as organisatie', 'm.naam as door'])
    .where('a.casus_id', '=', casusId)
    .orderBy(sql`a.beeindigd_op is not null`)
    .orderBy('a.fase')
    .orderBy('a.gemaakt_op')
    .orderBy('a.id')
    .limit(HOOGSTENS)
    .execute();
  return rijen.map((r) => ({
    id: r.id,
    fase: r.fase,
    wie: r.wie,
    wat: r.wat,
    wanneer: r.wanneer,
    zietToe: r.ziet_toe,
    signaal: r.signaal,
    verborgenVoorPleger: r.verborgen_voor_pleger,
    gemaaktOp: r.gemaakt_op,
    gemaaktDoor: r.door,
    organisatieNaam: r.organisatie,
    beeindigdOp: r.beeindigd_op,
    beeindigdReden: r.beeindigd_reden,
  }));
}

// ── Veiligheidscijfers ───────────────────────────────────────────────────────────────────────────────────────────────

export interface NieuwCijfer {
  persoonId: string;
  scorerSoort: string;
  scorer: string;
  cijfer: number;
  waarom: string;
  nodig: string | null;
  bij: string;
  /** The monitoring moment at which it was asked. */
  monitormomentId?: string;
}

/** What is typed with a figure, for 'tekst.geschreven'. `pad` is where the figure stands in the request. */
export function tekstenVanCijfer(
  c: { scorer: string; waarom: string; nodig?: string | null },
  pad = '',
): [veld: string, tekst: string | null][] {
  return [
    [`${pad}scorer`, c.scorer],
    [`${pad}waarom`, c.waarom],
    [`${pad}nodig`, c.nodig ?? null],
  ];
}

/**
 * Adds figures. Throws 400, with every row at once, when one is about someone who is not in this casus, or said to be by a child
 * that is too young. The caller says what is written (`tekstenVanCijfer`): only it knows all that is typed at once.
 * @param gezin those whom a figure may be about
 * @param pad what the request calls the figure in this row
 */
export async function geefCijfers(
  tx: Tx,
  casus: CasusRij,
  cijfers: readonly NieuwCijfer[],
  gezin: readonly { persoonId: string; leeftijd: number | null }[],
  pad: (rij: number) => string = (rij) => `cijfers.${rij}.`,
): Promise<string[]> {
  const fouten = cijfers.flatMap((c, rij) => {
    const fout = bezwaarTegenCijfer(c, gezin);
    return fout ? [{ veld: `${pad(rij)}${fout.veld}`, melding: fout.melding }] : [];
  });
  if (fouten.length > 0) throw ongeldig(fouten);
  if (cijfers.length === 0) return [];
  const ids = cijfers.map(() => nieuwId(tx.nu));
  await tx.db
    .insertInto('veiligheidscijfer')
    .values(
      cijfers.map((c, rij) => ({
        regio_id: tx.regio,
        id: ids[rij] ?? '',
        casus_id: casus.id,
        persoon_id: c.persoonId,
        scorer_soort: c.scorerSoort,
        scorer: c.scorer,
        cijfer: c.cijfer,
        waarom: c.waarom,
        nodig: c.nodig,
        op: tx.nu,
        bij: c.bij,
        monitormoment_id: c.monitormomentId ?? null,
        medewerker_id: tx.wie.medewerkerId,
        organisatie_id: tx.wie.organisatieId,
      })),
    )
    .execute();
  await volgCijferronde(tx, casus);
  return ids;
}

/**
 * The newest figures of a casus. A figure about a mention that now counts as another person (radar) comes with that person.
 * @param monitormomentId only those that were asked at this moment
 */
export async function listCijfers(
  tx: Tx,
  casusId: string,
  monitormomentId: string | null = null,
): Promise<Cijfer[]> {
  const { rows } = await sql<{
    id: string;
    persoon_id: string;
    scorer_soort: string;
    scorer: string;
    cijfer: number;
    waarom: string;
    nodig: string | null;
    op: Date;
    bij: string;
    organisatie: string;
  }>`
    select c.id, coalesce(nu.persoon_id, c.persoon_id) as persoon_id, c.scorer_soort, c.scorer, c.cijfer, c.waarom, c.nodig, c.op, c.bij, o.naam as organisatie
    from veiligheidscijfer c
    join organisatie o on o.regio_id = c.regio_id and o.id = c.organisatie_id
    left join lateral (
      select k2.persoon_id
      from casus_persoon cp
      join koppeling k1 on k1.regio_id = cp.regio_id and k1.vermelding_id = cp.vermelding_id and k1.persoon_id = c.persoon_id
      join koppeling k2 on k2.regio_id = cp.regio_id and k2.vermelding_id = cp.vermelding_id and k2.tot is null
      where cp.regio_id = c.regio_id and cp.casus_id = c.casus_id and cp.tot is null
      order by (k2.persoon_id = c.persoon_id) desc, k2.persoon_id limit 1
    ) nu on true
    where c.casus_id = ${casusId}
      and (${monitormomentId}::uuid is null or c.monitormoment_id = ${monitormomentId})
    order by c.op desc, c.id desc
    limit ${HOOGSTENS * 2}`.execute(tx.db);
  return rows.map((r) => ({
    id: r.id,
    persoonId: r.persoon_id,
    scorerSoort: r.scorer_soort,
    scorer: r.scorer,
    cijfer: r.cijfer,
    waarom: r.waarom,
    nodig: r.nodig,
    op: r.op,
    bij: r.bij,
    organisatieNaam: r.organisatie,
  }));
}

// ── Fasen ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Moves the casus to another phase. Two who do so at once wait for each other; the second is told what the phase is now (409)
 * instead of moving on from what is no longer true. Nothing of a later plan is closed.
 * @param gezien the phase that the asker saw; undefined when not said
 */
export async function wisselFase(
  tx: Tx,
  casus: CasusRij,
  w: Pick<Fasewisseling, 'naar' | 'terugval' | 'ondanks'> & { reden: string },
  gezien: number | null | undefined,
): Promise<string> {
  if ((gezien !== undefined && gezien !== casus.fase) || casus.fase === w.naar) {
    throw new Probleem(
      409,
      'De fase is intussen veranderd',
      `Er is niets gewijzigd. De casus is nu ${casus.fase === null ? 'nog niet in een fase' : `in fase ${casus.fase}`}. Kijk opnieuw en beslis dan.`,
      { soort: 'intussen-gewijzigd', huidig: { fase: casus.fase, versie: casus.versie } },
    );
  }
  const { nietNageleefd } = await telVoorwaarden(tx, casus.id);
  const fouten = bezwaarTegenWissel({
    van: casus.fase,
    naar: w.naar,
    terugval: w.terugval,
    ondanks: w.ondanks,
    nietNageleefd,
  });
  if (fouten.length > 0) throw ongeldig(fouten);
  await laatWeten(tx, 'tekst.geschreven', {
    casusId: casus.id,
    teksten: [
      ['reden', w.reden],
      ['ondanks', w.ondanks],
    ],
  });
  const id = nieuwId(tx.nu);
  await tx.db
    .insertInto('fasewissel')
    .values({
      regio_id: tx.regio,
      id,
      casus_id: casus.id,
      van: casus.fase,
      naar: w.naar,
      terugval: w.terugval,
      reden: w.reden,
      // kept only where it was asked: a reason for what was no problem would read as one
      ondanks: casus.fase !== null && w.naar > casus.fase && nietNageleefd > 0 ? w.ondanks : null,
      op: tx.nu,
      medewerker_id: tx.wie.medewerkerId,
    })
    .execute();
  await wijzigCasus(tx, casus.id, { fase: w.naar });
  await beginCijferronde(tx, casus);
  // back to direct safety: whoever holds zicht sees for itself how it is (handbook 5)
  if (casus.fase !== null && w.naar === 1)
    await vraagHouderTeKijken(
      tx,
      casus,
      w.terugval ? 'Terugval: kijk of het veilig is' : 'Terug in fase 1: kijk of het veilig is',
    );
  return id;
}

export interface Fasewissel {
  id: string;
  van: number | null;
  naar: number;
  terugval: boolean;
  reden: string;
  ondanks: string | null;
  op: Date;
  door: string | null;
}

/** Every move between phases, newest first. */
export async function listFasewissels(tx: Tx, casusId: string): Promise<Fasewissel[]> {
  const rijen = await tx.db
    .selectFrom('fasewissel as f')
    .leftJoin('medewerker as m', (j) =>
      j.onRef('m.regio_id', '=', 'f.regio_id').onRef('m.id', '=', 'f.medewerker_id'),
    )
    .select(['f.id', 'f.van', 'f.naar', 'f.terugval', 'f.reden', 'f.ondanks', 'f.op', 'm.naam as door'])
    .where('f.casus_id', '=', casusId)
    .orderBy('f.op', 'desc')
    .orderBy('f.id', 'desc')
    .limit(HOOGSTENS)
    .execute();
  return rijen;
}

// ── What follows when something happens elsewhere ────────────────────────────────────────────────────────────────────

/** A casus that opens again: what was agreed still holds, so someone must look again. */
export async function hervatPlan(tx: Tx, casusId: string): Promise<void> {
  const casus = await getCasusVoorSchrijven(tx, casusId);
  const rijen = await tx.db
    .selectFrom('voorwaarde as v')
    .select('v.id')
    .where('v.casus_id', '=', casusId)
    .where('v.vervallen_op', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('termijn as t')
            .select('t.id')
            .whereRef('t.onderwerp_id', '=', 'v.id')
            .where('t.soort', '=', 'voorwaarde_controle')
            .where('t.afgerond_op', 'is', null),
        ),
      ),
    )
    .execute();
  for (const r of rijen) await zetControletermijn(tx, casus, r.id, undefined);
  if (rijen.length > 0 || casus.fase !== null) await beginCijferronde(tx, casus);
}
