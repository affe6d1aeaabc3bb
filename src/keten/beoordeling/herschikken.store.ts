// SPDX-License-Identifier: EUPL-1.2
// Casussen became one, or two again: what is decided, how acute it is and who looks next follow from what is there now.
import { sql } from 'kysely';
import { getCasus, zetAcuut } from '../../kern/casus/casus.store.ts';
import type { Gebeurtenissen } from '../../kern/gebeurtenissen.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { naarBeoordeling } from './beoordeling.store.ts';
import type { Besluit } from './beoordeling.ts';
import { isNogAcuut, zetVervolg } from './besluit.store.ts';
import { houdInHetOog, neemGevaarWeg, zegWaaropHetWacht } from './zichtcontrole.store.ts';

/**
 * Makes the work of an open casus whole: what was decided while it was one with another has its term, it is acute when something in it
 * is, and its holder looks again.
 */
export async function maakHeel(tx: Tx, g: Gebeurtenissen['casus.herschikt']): Promise<void> {
  await tx.overGrens(async () => {
    const houder = await findHouder(tx, g.casusId);
    if (!houder) return;
    if (g.sinds) await zetUitgesteldVervolg(tx, g.casusId, houder.organisatieId, g.sinds);
    const acuut = await isAcuut(tx, g);
    await zegWaaropHetWacht(tx, g.casusId);
    if ((await getCasus(tx, g.casusId)).acuut !== acuut) {
      await zetAcuut(tx, g.casusId, acuut);
      if (!acuut) await neemGevaarWeg(tx, g.casusId);
    }
    await houdInHetOog(tx, await getCasus(tx, g.casusId), houder.organisatieId);
  });
}

/** Only who has zicht can hand over or close: what was decided while another had it has its term now. */
async function zetUitgesteldVervolg(tx: Tx, casusId: string, vtId: string, sinds: Date): Promise<void> {
  const rijen = await tx.db
    .selectFrom('beoordeling as b')
    .innerJoin('melding as m', (j) =>
      j.onRef('m.regio_id', '=', 'b.regio_id').onRef('m.id', '=', 'b.melding_id'),
    )
    .selectAll('b')
    .where('b.casus_id', '=', casusId)
    .where('b.organisatie_id', '=', vtId)
    .where('b.status', '=', 'vastgesteld')
    .where('b.vastgesteld_op', '>=', sinds)
    .where('m.status', '!=', 'ingetrokken')
    .orderBy('b.vastgesteld_op')
    .execute();
  for (const rij of rijen) {
    const b = naarBeoordeling(rij);
    await zetVervolg(tx, b, b.besluit as Besluit);
  }
}

/**
 * Whether a casus is acute now: something in it is, or was decided to be since; else as it was before, unless it was decided since that it
 * is not. A mark that nobody looked at since stays (a decision that leaves it open, a plan that began).
 */
async function isAcuut(tx: Tx, g: Gebeurtenissen['casus.herschikt']): Promise<boolean> {
  if (await isNogAcuut(tx, g.casusId)) return true;
  const { rows } = await sql<{ ja: boolean; nee: boolean }>`
    select coalesce(bool_or(b.acuut = 'ja'), false) as ja, coalesce(bool_or(b.acuut = 'nee'), false) as nee
    from beoordeling b join melding m on m.regio_id = b.regio_id and m.id = b.melding_id
    where b.casus_id = ${g.casusId} and m.status <> 'ingetrokken' and coalesce(b.vastgesteld_op, b.gewijzigd_op) >= ${g.sinds}`.execute(
    tx.db,
  );
  const [sinds] = rows;
  return sinds?.ja || (g.wasAcuut && !sinds?.nee);
}
