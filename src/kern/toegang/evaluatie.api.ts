// SPDX-License-Identifier: EUPL-1.2
// AuthZEN Authorization API 1.0, access evaluation: would this be allowed, and why (not)? Of oneself only; the question and its
// answer are on record as any other decision.
import Type from 'typebox';
import { Probleem } from '../../platform/http/problem.ts';
import { Id, Leeg } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';

const Vraag = Type.Object({
  subject: Type.Object({ type: Type.Literal('medewerker'), id: Id }),
  action: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }) }),
  resource: Type.Object({
    type: Type.String({ minLength: 1, maxLength: 100 }),
    id: Type.Optional(Leeg(Id)),
    properties: Type.Optional(Type.Object({ casus: Type.Optional(Leeg(Id)) })),
  }),
  context: Type.Object({ doel: Type.String({ minLength: 1, maxLength: 100 }) }),
});
const Antwoord = Type.Object({
  decision: Type.Boolean(),
  context: Type.Object({ reasons: Type.Array(Type.String()), policyVersion: Type.String() }),
});

/** `POST /access/v1/evaluation`. */
export function registreerEvaluatie(api: Api, huis: Huis): void {
  api.post(
    '/access/v1/evaluation',
    { schema: { body: Vraag, response: { 200: Antwoord } } },
    async (request) => {
      const { subject, action, resource, context } = request.body;
      const eigen = contextVan(request, context.doel);
      if (subject.id !== eigen.wie.medewerkerId)
        throw new Probleem(
          403,
          'U kunt dit alleen over uzelf vragen',
          'Zet in subject.id de medewerker die is ingelogd.',
        );
      const id = resource.id ?? undefined;
      const casusId = resource.type === 'casus' ? id : (resource.properties?.casus ?? undefined);
      const besluit = await huis.deuren.vraag(eigen, action.name, {
        soort: resource.type,
        casusId,
        onderwerpId: resource.type === 'casus' ? undefined : id,
      });
      return {
        decision: besluit.decision,
        context: { reasons: besluit.reasons, policyVersion: besluit.policyVersion },
      };
    },
  );
}
