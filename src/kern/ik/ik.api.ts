// SPDX-License-Identifier: EUPL-1.2
import Type from 'typebox';
import { Id, Moment } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { telWerk } from './ik.store.ts';

export const Ik = Type.Object(
  {
    medewerker: Type.Object({ id: Id, naam: Type.String(), functie: Type.String() }),
    organisatie: Type.Object({ id: Id, naam: Type.String(), soort: Type.String() }),
    demo: Type.Boolean(),
    fictief: Type.Boolean(),
    /** What time it is here: the demo's clock may differ from the screen's. */
    nu: Moment,
    tellers: Type.Object({
      werk: Type.Integer(),
      overdracht: Type.Integer(),
      monitoring: Type.Integer(),
      toezicht: Type.Integer(),
      belangen: Type.Integer(),
    }),
  },
  { $id: 'Ik' },
);

/** Who am I, what time is it, what waits for me. */
export function registreerIk(api: Api, huis: Huis): void {
  api.get(
    '/ik',
    {
      schema: {
        operationId: 'ikLezen',
        summary: 'Wie ben ik en wat wacht op mij',
        tags: ['Algemeen'],
        response: { 200: Ik },
      },
    },
    async (request) =>
      huis.deuren.read(contextVan(request, 'verantwoorden'), 'ik.lezen', { soort: 'ik' }, async (tx) => {
        // about nobody but the asker: no record of its own
        tx.stil();
        return {
          medewerker: { id: tx.wie.medewerkerId, naam: tx.wie.naam, functie: tx.wie.functie },
          organisatie: {
            id: tx.wie.organisatieId,
            naam: tx.wie.organisatieNaam,
            soort: tx.wie.organisatieSoort,
          },
          demo: huis.demo,
          fictief: tx.wie.fictief,
          nu: tx.nu.toISOString(),
          tellers: await telWerk(tx),
        };
      }),
  );
}
