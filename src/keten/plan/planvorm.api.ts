// SPDX-License-Identifier: EUPL-1.2
// What the routes of the plan have in common: their shapes, and reading a part of the plan.
import Type from 'typebox';
import { type CasusRij, getCasus } from '../../kern/casus/casus.store.ts';
import { betrefCasus } from '../../kern/casus/overzicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { Id, Tekst } from '../../platform/http/schema.ts';
import { contextVan, type Huis } from '../../platform/http/server.ts';
import { getOpenCasus } from './plan.store.ts';

export const DOEL = 'zicht_houden';
export const TAGS = ['Plan'];

export const Fase = Type.Integer({ minimum: 1, maximum: 5 });
export const Gemaakt = Type.Object({ id: Id }, { $id: 'PlanGemaakt' });
export const Reden = Type.Object({ reden: Tekst(2000) }, { $id: 'PlanReden' });

/** A moment as the API says it. */
export const iso = (d: Date | null) => d?.toISOString() ?? null;

/** The doors to the plan of one casus. For who has no part in it, the casus does not exist. */
export function planDeur(huis: Huis) {
  const opCasus = onzichtbaarZonderDeel(huis.deuren, 'Deze casus');
  return {
    /** An act in the plan of a casus that is open, about everyone in it (`personen`). */
    doe: <T>(
      request: Parameters<typeof contextVan>[0],
      handeling: string,
      casusId: string,
      fn: (tx: Tx, casus: CasusRij, personen: readonly string[]) => Promise<T>,
    ): Promise<T> =>
      opCasus.act(contextVan(request, DOEL), handeling, { soort: 'casus', casusId }, async (tx) => {
        const casus = await getOpenCasus(tx, casusId);
        return fn(tx, casus, await betrefCasus(tx, casusId));
      }),
    /** A read of a part of the plan: seen, logged per person. */
    lees: <T>(
      request: Parameters<typeof contextVan>[0],
      casusId: string,
      fn: (tx: Tx, fase: number | null) => Promise<T>,
    ): Promise<T> =>
      opCasus.read(contextVan(request, DOEL), 'plan.lezen', { soort: 'casus', casusId }, async (tx) => {
        const casus = await getCasus(tx, casusId);
        await betrefCasus(tx, casusId);
        tx.categorie('plan');
        return fn(tx, casus.fase);
      }),
  };
}
