// SPDX-License-Identifier: EUPL-1.2
import { type CasusRij, getCasusVoorSchrijven, wijzigCasus } from '../../kern/casus/casus.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { looptTermijn } from '../../kern/termijn/termijn.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { ongeldig, Probleem } from '../../platform/http/problem.ts';
import { vraagHouderTeKijken } from '../beoordeling/zichtcontrole.store.ts';
import { beginCijferronde } from './cijfers.store.ts';
import { HOOGSTENS } from './plan.store.ts';
import { bezwaarTegenWissel, type Fasewisseling } from './plan.ts';
import { telVoorwaarden, zetControletermijn } from './voorwaarden.store.ts';

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

/** A casus that opens again: what was agreed still holds, so someone must look again. */
export async function hervatPlan(tx: Tx, casusId: string): Promise<void> {
  await hervatControles(tx, casusId);
  const casus = await getCasusVoorSchrijven(tx, casusId);
  if (casus.fase !== null) await beginCijferronde(tx, casus);
}

/** Every voorwaarde that holds has its next look, and where there is one a round of figures is asked. */
export async function hervatControles(tx: Tx, casusId: string): Promise<void> {
  const casus = await getCasusVoorSchrijven(tx, casusId);
  const rijen = await tx.db
    .selectFrom('voorwaarde')
    .select('id')
    .where('casus_id', '=', casusId)
    .where('vervallen_op', 'is', null)
    .execute();
  for (const { id } of rijen) {
    if (!(await looptTermijn(tx, id, 'voorwaarde_controle')))
      await zetControletermijn(tx, casus, id, undefined);
  }
  if (rijen.length > 0) await beginCijferronde(tx, casus);
}
