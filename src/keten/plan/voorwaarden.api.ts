// SPDX-License-Identifier: EUPL-1.2
// Veiligheidsvoorwaarden, each with its own checks over time.
import Type, { type Static } from 'typebox';
import { betrefCasus } from '../../kern/casus/overzicht.store.ts';
import { codes } from '../../kern/lijsten.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { CONTROLE_UITKOMST } from './plan.ts';
import { DOEL, Gemaakt, iso, planDeur, Reden, TAGS } from './planvorm.api.ts';
import {
  controleerVoorwaarde,
  laatVoorwaardeVervallen,
  listVoorwaarden,
  stelVoorwaarde,
  telVoorwaarden,
} from './voorwaarden.store.ts';

const Weken = Type.Optional(
  Leeg(
    Type.Integer({
      minimum: 1,
      maximum: 13,
      description: 'Volgende controle over zoveel weken; anders de standaard.',
    }),
  ),
);
const VoorwaardeControle = Type.Object(
  {
    id: Id,
    vastgelegdOp: Moment,
    uitkomst: Keuze(codes(CONTROLE_UITKOMST)),
    gezienBij: Type.String(),
    toelichting: Type.String(),
    door: Leeg(Type.String()),
    organisatieNaam: Type.String(),
  },
  { $id: 'VoorwaardeControle' },
);
const Voorwaarde = Type.Object(
  {
    id: Id,
    tekst: Type.String(),
    voor: Type.String(),
    gesteldOp: Moment,
    gesteldDoor: Leeg(Type.String()),
    organisatieNaam: Type.String(),
    vervallenOp: Leeg(Moment),
    vervallenReden: Leeg(Type.String()),
    magVervallen: Type.Boolean({ description: 'U kunt haar laten vervallen: uw organisatie stelde haar.' }),
    volgendeBegintOp: Leeg(Moment),
    volgendeVervaltOp: Leeg(Moment),
    controles: Type.Array(VoorwaardeControle),
  },
  { $id: 'Voorwaarde' },
);
const Voorwaarden = Type.Object(
  { voorwaarden: Type.Array(Voorwaarde), open: Type.Integer(), nietNageleefd: Type.Integer() },
  { $id: 'Voorwaarden' },
);
export type VoorwaardenAntwoord = Static<typeof Voorwaarden>;

/** Routes of the voorwaarden. Only who has a part in the casus; for anyone else it does not exist. */
export function registreerVoorwaarden(api: Api, huis: Huis): void {
  const { doe, lees } = planDeur(huis);
  api.get(
    '/casussen/:id/voorwaarden',
    {
      schema: {
        operationId: 'voorwaardenLijst',
        summary: 'De veiligheidsvoorwaarden met hun controles',
        tags: TAGS,
        params: IdParam,
        response: { 200: Voorwaarden },
      },
    },
    async (request) =>
      lees(request, request.params.id, async (tx) => ({
        ...(await telVoorwaarden(tx, request.params.id)),
        voorwaarden: (await listVoorwaarden(tx, request.params.id)).map((v) => ({
          ...v,
          gesteldOp: v.gesteldOp.toISOString(),
          vervallenOp: iso(v.vervallenOp),
          volgendeBegintOp: iso(v.volgendeBegintOp),
          volgendeVervaltOp: iso(v.volgendeVervaltOp),
          controles: v.controles.map(({ op, ...c }) => ({
            ...c,
            uitkomst: c.uitkomst as Static<typeof VoorwaardeControle>['uitkomst'],
            vastgelegdOp: op.toISOString(),
          })),
        })),
      })),
  );

  api.post(
    '/casussen/:id/voorwaarden',
    {
      schema: {
        operationId: 'voorwaardeStellen',
        summary: 'Stel een veiligheidsvoorwaarde',
        tags: TAGS,
        params: IdParam,
        body: Type.Object(
          { tekst: Tekst(2000), voor: Tekst(200), volgendeOverWeken: Weken },
          { $id: 'VoorwaardeInvoer' },
        ),
        response: { 201: Gemaakt },
      },
    },
    async (request, reply) => {
      const casusId = request.params.id;
      const uit = await doe(request, 'plan.voorwaarde', casusId, async (tx, casus) => {
        tx.categorie('plan');
        const id = await stelVoorwaarde(tx, casus, {
          ...request.body,
          volgendeOverWeken: request.body.volgendeOverWeken ?? null,
        });
        tx.inhoud({ voorwaarde: id });
        return { id };
      });
      return reply.code(201).header('Location', `/api/v1/casussen/${casusId}/voorwaarden`).send(uit);
    },
  );

  const opVoorwaarde = onzichtbaarZonderDeel(huis.deuren, 'Deze voorwaarde');
  api.post(
    '/voorwaarden/:id/controles',
    {
      schema: {
        operationId: 'voorwaardeControleren',
        summary: 'Leg vast of een voorwaarde wordt nageleefd',
        tags: TAGS,
        params: IdParam,
        body: Type.Object(
          {
            uitkomst: Keuze(codes(CONTROLE_UITKOMST)),
            gezienBij: Tekst(400),
            toelichting: Tekst(4000),
            volgendeOverWeken: Weken,
          },
          { $id: 'VoorwaardeControleInvoer' },
        ),
        response: { 201: Gemaakt },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const uit = await opVoorwaarde.act(
        contextVan(request, DOEL),
        'plan.voorwaarde_controle',
        { soort: 'voorwaarde', onderwerpId: id },
        async (tx) => {
          const c = await controleerVoorwaarde(tx, id, {
            ...request.body,
            volgendeOverWeken: request.body.volgendeOverWeken ?? null,
          });
          await betrefCasus(tx, c.casusId);
          tx.categorie('plan');
          tx.inhoud({ uitkomst: request.body.uitkomst });
          return c;
        },
      );
      return reply.code(201).header('Location', `/api/v1/casussen/${uit.casusId}/voorwaarden`).send(uit);
    },
  );

  api.post(
    '/voorwaarden/:id/vervallen',
    {
      schema: {
        operationId: 'voorwaardeVervallen',
        summary: 'Laat een voorwaarde vervallen, met de reden',
        tags: TAGS,
        params: IdParam,
        body: Reden,
        response: { 201: Gemaakt },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const uit = await opVoorwaarde.act(
        contextVan(request, DOEL),
        'plan.voorwaarde',
        { soort: 'voorwaarde', onderwerpId: id },
        async (tx) => {
          const casusId = await laatVoorwaardeVervallen(tx, id, request.body.reden);
          await betrefCasus(tx, casusId);
          tx.inhoud({ vervallen: true });
          return { id, casusId };
        },
      );
      return reply.code(201).header('Location', `/api/v1/casussen/${uit.casusId}/voorwaarden`).send(uit);
    },
  );
}
