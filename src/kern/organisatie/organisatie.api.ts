// SPDX-License-Identifier: EUPL-1.2
import Type, { type Static } from 'typebox';
import { Probleem } from '../../platform/http/problem.ts';
import { Id, IdParam, Leeg, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { listMedewerkers, listOrganisaties, sluitOrganisatie } from './organisatie.store.ts';

export const Organisatie = Type.Object(
  {
    id: Id,
    naam: Type.String(),
    soort: Type.String(),
    gemeentecode: Leeg(Type.String()),
    /** How to reach it, as it says itself. */
    contact: Leeg(Type.String()),
    open: Type.Boolean(),
    opvolgerId: Leeg(Id),
  },
  { $id: 'Organisatie' },
);

export type OrganisatieAntwoord = Static<typeof Organisatie>;

export const Medewerker = Type.Object(
  { id: Id, naam: Type.String(), functie: Type.String() },
  { $id: 'Medewerker' },
);

export type MedewerkerAntwoord = Static<typeof Medewerker>;

/** The organisations of the region, the colleagues of one's own, and the closing of an organisation. */
export function registreerOrganisatie(api: Api, huis: Huis): void {
  api.get(
    '/organisaties',
    {
      schema: {
        operationId: 'organisatieLijst',
        summary: 'De organisaties in de regio, op naam, hoogstens 200 per keer',
        tags: ['Organisaties'],
        querystring: Type.Object({
          na: Type.Optional(
            Type.String({ maxLength: 200, description: 'De laatste naam van de vorige bladzijde.' }),
          ),
          open: Type.Optional(
            Type.Unsafe<'true' | 'false'>({
              type: 'string',
              enum: ['true', 'false'],
              description: 'true: alleen organisaties die open zijn.',
            }),
          ),
        }),
        response: { 200: Type.Array(Organisatie) },
      },
    },
    async (request) =>
      huis.deuren.read(
        contextVan(request, 'verantwoorden'),
        'organisatie.lijst',
        { soort: 'organisatie' },
        async (tx) => {
          // about organisations, not about people
          tx.stil();
          const rijen = await listOrganisaties(tx, {
            na: request.query.na ?? null,
            alleenOpen: request.query.open === 'true',
          });
          return rijen.map(({ geslotenOp, ...r }) => ({ ...r, open: geslotenOp === null }));
        },
      ),
  );
  api.get(
    '/organisaties/:id/medewerkers',
    {
      schema: {
        operationId: 'medewerkerLijst',
        summary: 'Wie er bij uw eigen organisatie werken',
        tags: ['Organisaties'],
        params: IdParam,
        response: { 200: Type.Array(Medewerker) },
      },
    },
    async (request) => {
      const { id } = request.params;
      return huis.deuren.read(
        contextVan(request, 'verantwoorden'),
        'medewerker.lijst',
        { soort: 'organisatie', onderwerpId: id },
        async (tx) => {
          tx.stil();
          return listMedewerkers(tx, id);
        },
      );
    },
  );
  api.post(
    '/organisaties/:id/sluiting',
    {
      config: { bewijs: true },
      schema: {
        operationId: 'organisatieSluiten',
        summary:
          'Sluit een organisatie: alles wat zij in zicht heeft gaat op dit moment over op haar opvolger',
        tags: ['Organisaties'],
        params: IdParam,
        body: Type.Object({ opvolgerId: Id, reden: Tekst(1000) }),
        response: {
          200: Type.Object(
            { organisatieId: Id, opvolgerId: Id, aantalCasussen: Type.Integer() },
            { $id: 'OrganisatieSluiting' },
          ),
        },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { opvolgerId, reden } = request.body;
      if (!reden.trim())
        throw new Probleem(400, 'Er is nog iets nodig', 'Zeg waarom de organisatie sluit.', {
          fouten: [{ veld: 'reden', melding: 'Zeg waarom de organisatie sluit.' }],
        });
      return huis.deuren.act(
        contextVan(request, 'verantwoorden'),
        'organisatie.sluiten',
        { soort: 'organisatie', onderwerpId: id },
        async (tx) => {
          const casusIds = await sluitOrganisatie(tx, id, opvolgerId, reden);
          return { organisatieId: id, opvolgerId, aantalCasussen: casusIds.length };
        },
      );
    },
  );
}
