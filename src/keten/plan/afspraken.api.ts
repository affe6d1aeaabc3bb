// SPDX-License-Identifier: EUPL-1.2
// Agreements: who, what, when, and who sees to it.
import Type, { type Static } from 'typebox';
import { betrefCasus } from '../../kern/casus/overzicht.store.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { Id, IdParam, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { beeindigAfspraak, listAfspraken, maakAfspraak } from './afspraken.store.ts';
import { DOEL, Fase, Gemaakt, iso, planDeur, Reden, TAGS } from './planvorm.api.ts';

const Afspraak = Type.Object(
  {
    id: Id,
    fase: Fase,
    wie: Type.String(),
    wat: Type.String(),
    wanneer: Type.String(),
    zietToe: Type.String(),
    signaal: Leeg(Type.String()),
    verborgenVoorPleger: Type.Boolean(),
    gemaaktOp: Moment,
    gemaaktDoor: Leeg(Type.String()),
    organisatieNaam: Type.String(),
    beeindigdOp: Leeg(Moment),
    beeindigdReden: Leeg(Type.String()),
  },
  { $id: 'Afspraak' },
);
const Afspraken = Type.Object({ afspraken: Type.Array(Afspraak) }, { $id: 'Afspraken' });
export type AfsprakenAntwoord = Static<typeof Afspraken>;

/** Routes of the agreements. Only who has a part in the casus; for anyone else it does not exist. */
export function registreerAfspraken(api: Api, huis: Huis): void {
  const { doe, lees } = planDeur(huis);
  api.get(
    '/casussen/:id/afspraken',
    {
      schema: {
        operationId: 'afsprakenLijst',
        summary: 'De afspraken van het plan',
        tags: TAGS,
        params: IdParam,
        response: { 200: Afspraken },
      },
    },
    async (request) =>
      lees(request, request.params.id, async (tx) => ({
        afspraken: (await listAfspraken(tx, request.params.id)).map((a) => ({
          ...a,
          gemaaktOp: a.gemaaktOp.toISOString(),
          beeindigdOp: iso(a.beeindigdOp),
        })),
      })),
  );

  api.post(
    '/casussen/:id/afspraken',
    {
      schema: {
        operationId: 'afspraakMaken',
        summary: 'Maak een afspraak: wie, wat, wanneer, wie ziet toe',
        tags: TAGS,
        params: IdParam,
        body: Type.Object(
          {
            wie: Tekst(200),
            wat: Tekst(2000),
            wanneer: Tekst(400),
            zietToe: Tekst(200),
            signaal: Type.Optional(Leeg(Type.String({ maxLength: 1000 }))),
            verborgenVoorPleger: Type.Optional(Type.Boolean()),
            fase: Type.Optional(Leeg(Fase)),
          },
          { $id: 'AfspraakInvoer' },
        ),
        response: { 201: Gemaakt },
      },
    },
    async (request, reply) => {
      const casusId = request.params.id;
      const b = request.body;
      const uit = await doe(request, 'plan.afspraak', casusId, async (tx, casus) => {
        tx.categorie('plan');
        const id = await maakAfspraak(tx, casus, {
          wie: b.wie,
          wat: b.wat,
          wanneer: b.wanneer,
          zietToe: b.zietToe,
          signaal: b.signaal?.trim() || null,
          verborgenVoorPleger: b.verborgenVoorPleger ?? false,
          fase: b.fase ?? null,
        });
        tx.inhoud({ afspraak: id });
        return { id };
      });
      return reply.code(201).header('Location', `/api/v1/casussen/${casusId}/afspraken`).send(uit);
    },
  );

  const opAfspraak = onzichtbaarZonderDeel(huis.deuren, 'Deze afspraak');
  api.post(
    '/afspraken/:id/beeindiging',
    {
      schema: {
        operationId: 'afspraakBeeindigen',
        summary: 'Beëindig een afspraak, met de reden',
        tags: TAGS,
        params: IdParam,
        body: Reden,
        response: { 201: Gemaakt },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const uit = await opAfspraak.act(
        contextVan(request, DOEL),
        'plan.afspraak',
        { soort: 'afspraak', onderwerpId: id },
        async (tx) => {
          const casusId = await beeindigAfspraak(tx, id, request.body.reden);
          await betrefCasus(tx, casusId);
          tx.inhoud({ beeindigd: true });
          return { id, casusId };
        },
      );
      return reply.code(201).header('Location', `/api/v1/casussen/${uit.casusId}/afspraken`).send(uit);
    },
  );
}
