// SPDX-License-Identifier: EUPL-1.2
// What the routes of the plan have in common: their shapes, and reading a part of the plan.
import Type from 'typebox';
import { getCasus } from '../../kern/casus/casus.store.ts';
import { betrefCasus } from '../../kern/casus/overzicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { Id, Tekst } from '../../platform/http/schema.ts';
import { contextVan, type Huis } from '../../platform/http/server.ts';

export const DOEL = 'zicht_houden';
export const TAGS = ['Plan'];

export const Fase = Type.Integer({ minimum: 1, maximum: 5 });
export const Gemaakt = Type.Object({ id: Id }, { $id: 'PlanGemaakt' });
export const Reden = Type.Object({ reden: Tekst(2000) }, { $id: 'PlanReden' });

/** A moment as the API says it. */
export const iso = (d: Date | null) => d?.toISOString() ?? null;

/** Acts and reads about one casus. For who has no part in it, it does not exist. */
export function opCasus(huis: Huis) {
  return onzichtbaarZonderDeel(huis.deuren, 'Deze casus');
}

/** A read of a part of the plan: seen, logged per person. */
export function leesPlan<T>(
  huis: Huis,
  request: Parameters<typeof contextVan>[0],
  casusId: string,
  fn: (tx: Tx, fase: number | null) => Promise<T>,
): Promise<T> {
  return opCasus(huis).read(
    contextVan(request, DOEL),
    'plan.lezen',
    { soort: 'casus', casusId },
    async (tx) => {
      const casus = await getCasus(tx, casusId);
      await betrefCasus(tx, casusId);
      tx.categorie('plan');
      return fn(tx, casus.fase);
    },
  );
}
