// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { CasusRij } from '../../kern/casus/casus.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';
import { getOpenCasus, HOOGSTENS } from './plan.store.ts';

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
