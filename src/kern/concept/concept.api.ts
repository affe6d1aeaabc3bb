// SPDX-License-Identifier: EUPL-1.2
// Drafts: what is typed survives a closed browser. Only the writer sees them.
import Type from 'typebox';
import { Id, IdParam, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { bewaarConcept, getConcept, gooiConceptWeg, listConcepten } from './concept.store.ts';

/** What a form holds: its own business, up to the size of a body. */
const Inhoud = Type.Unsafe<unknown>({ type: 'object', patternProperties: { '^': {} } });

const Concept = Type.Object(
  { id: Id, soort: Type.String(), inhoud: Inhoud, versie: Type.Integer(), bewaardOp: Moment },
  { $id: 'Concept' },
);

export function registreerConcept(api: Api, huis: Huis): void {
  const onderwerp = { soort: 'concept' };
  api.put(
    '/concepten/:id',
    {
      schema: {
        operationId: 'conceptBewaren',
        summary: 'Bewaar een concept',
        tags: ['Algemeen'],
        params: IdParam,
        body: Type.Object({
          soort: Tekst(60),
          inhoud: Inhoud,
          versie: Type.Integer({ minimum: 0 }),
          medewerkerId: Type.Optional(
            Type.String({
              format: 'uuid',
              description:
                'Wie dit typte. Is dat een ander dan wie nu is ingelogd, dan wordt er niets bewaard (403).',
            }),
          ),
        }),
        response: { 200: Concept },
      },
    },
    async (request) =>
      huis.deuren.act(contextVan(request, 'verantwoorden'), 'concept.bewaren', onderwerp, (tx) => {
        // a keystroke is no act: the melding that comes of it is
        tx.stil();
        const { medewerkerId, ...concept } = request.body;
        return bewaarConcept(tx, { id: request.params.id, ...concept }, medewerkerId);
      }),
  );
  api.get(
    '/concepten',
    {
      schema: {
        operationId: 'conceptLijst',
        summary: 'Mijn concepten',
        tags: ['Algemeen'],
        response: { 200: Type.Array(Concept) },
      },
    },
    async (request) =>
      huis.deuren.read(contextVan(request, 'verantwoorden'), 'concept.lezen', onderwerp, (tx) => {
        tx.stil();
        return listConcepten(tx);
      }),
  );
  api.get(
    '/concepten/:id',
    {
      schema: {
        operationId: 'conceptLezen',
        summary: 'Lees een concept',
        tags: ['Algemeen'],
        params: IdParam,
        response: { 200: Concept },
      },
    },
    async (request) =>
      huis.deuren.read(contextVan(request, 'verantwoorden'), 'concept.lezen', onderwerp, (tx) => {
        tx.stil();
        return getConcept(tx, request.params.id);
      }),
  );
  api.delete(
    '/concepten/:id',
    {
      schema: {
        operationId: 'conceptWeggooien',
        summary: 'Gooi een concept weg',
        tags: ['Algemeen'],
        params: IdParam,
        response: { 204: Type.Null({ description: 'Weggegooid.' }) },
      },
    },
    async (request, reply) => {
      await huis.deuren.act(contextVan(request, 'verantwoorden'), 'concept.weggooien', onderwerp, (tx) => {
        tx.stil();
        return gooiConceptWeg(tx, request.params.id);
      });
      return reply.code(204).send(null);
    },
  );
}
