// SPDX-License-Identifier: EUPL-1.2
// Whose name is on a piece of work: taken up by one person, given back to all.
import Type, { type Static } from 'typebox';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { Id, IdParam, Leeg } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { legTerug, pakOp } from './oppakken.store.ts';

const Opgepakt = Type.Object(
  {
    termijnId: Id,
    eigenaarMedewerkerId: Leeg(Id),
    wasVanMedewerkerId: Leeg(
      Type.String({ format: 'uuid', description: 'Wie het deed; geef dit mee om het terug te leggen.' }),
    ),
    wasVanNaam: Leeg(Type.String()),
  },
  { $id: 'TermijnOpgepakt' },
);
export type OpgepaktAntwoord = Static<typeof Opgepakt>;

/** Routes to take work up and to give it back. */
export function registreerOppakken(api: Api, huis: Huis): void {
  const deuren = onzichtbaarZonderDeel(huis.deuren, 'Deze termijn');
  const tags = ['Termijn'];
  api.post(
    '/termijnen/:id/oppakken',
    {
      schema: {
        operationId: 'termijnOppakken',
        summary: 'Zet dit werk op uw naam',
        tags,
        params: IdParam,
        body: Type.Object(
          { overnemen: Type.Optional(Type.Boolean({ description: 'Ook als een collega het al doet.' })) },
          { $id: 'TermijnOppakken' },
        ),
        response: { 200: Opgepakt },
      },
    },
    async (request) => {
      const { id } = request.params;
      return deuren.act(
        contextVan(request, 'zicht_houden'),
        'termijn.oppakken',
        { soort: 'termijn', onderwerpId: id },
        async (tx) => {
          const was = await pakOp(tx, id, request.body.overnemen ?? false);
          return {
            termijnId: id,
            eigenaarMedewerkerId: tx.wie.medewerkerId,
            wasVanMedewerkerId: was.medewerkerId,
            wasVanNaam: was.naam,
          };
        },
      );
    },
  );
  api.post(
    '/termijnen/:id/terugleggen',
    {
      schema: {
        operationId: 'termijnTerugleggen',
        summary: 'Haal uw naam van dit werk; het is weer van iedereen, of van de collega die het had',
        tags,
        params: IdParam,
        body: Type.Object({ aan: Type.Optional(Leeg(Id)) }, { $id: 'TermijnTerugleggen' }),
        response: { 200: Opgepakt },
      },
    },
    async (request) => {
      const { id } = request.params;
      const aan = request.body.aan ?? null;
      return deuren.act(
        contextVan(request, 'zicht_houden'),
        'termijn.terugleggen',
        { soort: 'termijn', onderwerpId: id },
        async (tx) => {
          await legTerug(tx, id, aan);
          return {
            termijnId: id,
            eigenaarMedewerkerId: aan,
            wasVanMedewerkerId: tx.wie.medewerkerId,
            wasVanNaam: tx.wie.naam,
          };
        },
      );
    },
  );
}
