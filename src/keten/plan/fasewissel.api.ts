// SPDX-License-Identifier: EUPL-1.2
// The five phases: where the casus is, and the moves between them.
import Type, { type Static } from 'typebox';
import { Id, IdParam, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import type { Api, Huis } from '../../platform/http/server.ts';
import { listFasewissels, wisselFase } from './fasewissel.store.ts';
import { gedaneFasen } from './plan.ts';
import { Fase, Gemaakt, planDeur, TAGS } from './planvorm.api.ts';
import { telVoorwaarden } from './voorwaarden.store.ts';

const Fasewisseling = Type.Object(
  {
    id: Id,
    van: Leeg(Fase),
    naar: Fase,
    terugval: Type.Boolean(),
    reden: Type.String(),
    ondanks: Leeg(Type.String()),
    gewisseldOp: Moment,
    door: Leeg(Type.String()),
  },
  { $id: 'Fasewisseling' },
);
const Fasewisselingen = Type.Object(
  {
    fase: Leeg(Fase),
    gedaan: Type.Array(Fase),
    openVoorwaarden: Type.Integer(),
    nietNageleefd: Type.Integer(),
    wisselingen: Type.Array(Fasewisseling),
  },
  { $id: 'Fasewisselingen' },
);
export type FasewisselingenAntwoord = Static<typeof Fasewisselingen>;

/** Routes of the phases. Only who has a part in the casus; for anyone else it does not exist. */
export function registreerFasewissel(api: Api, huis: Huis): void {
  const { doe, lees } = planDeur(huis);
  api.get(
    '/casussen/:id/fasewisselingen',
    {
      schema: {
        operationId: 'fasewisselingenLijst',
        summary: 'De fase nu, en hoe het zo kwam',
        tags: TAGS,
        params: IdParam,
        response: { 200: Fasewisselingen },
      },
    },
    async (request) =>
      lees(request, request.params.id, async (tx, fase) => {
        const wisselingen = await listFasewissels(tx, request.params.id);
        const { open, nietNageleefd } = await telVoorwaarden(tx, request.params.id);
        return {
          fase,
          gedaan: gedaneFasen(wisselingen),
          openVoorwaarden: open,
          nietNageleefd,
          wisselingen: wisselingen.map(({ op, ...w }) => ({ ...w, gewisseldOp: op.toISOString() })),
        };
      }),
  );

  api.post(
    '/casussen/:id/fasewisselingen',
    {
      schema: {
        operationId: 'faseWisselen',
        summary: 'Ga een fase verder of terug, of bij terugval naar fase 1',
        tags: TAGS,
        params: IdParam,
        body: Type.Object(
          {
            van: Type.Optional(Leeg(Fase)),
            naar: Fase,
            reden: Tekst(2000),
            terugval: Type.Optional(Type.Boolean()),
            ondanks: Type.Optional(
              Leeg(
                Type.String({
                  maxLength: 2000,
                  description: 'Waarom verder terwijl een voorwaarde nog niet als nageleefd is gezien.',
                }),
              ),
            ),
          },
          { $id: 'FasewisselingInvoer' },
        ),
        response: { 201: Gemaakt },
      },
    },
    async (request, reply) => {
      const casusId = request.params.id;
      const b = request.body;
      const uit = await doe(request, 'plan.fase', casusId, async (tx, casus) => {
        const terugval = b.terugval ?? false;
        const id = await wisselFase(
          tx,
          casus,
          { naar: b.naar, terugval, reden: b.reden, ondanks: b.ondanks?.trim() || null },
          b.van,
        );
        tx.inhoud({ van: casus.fase, naar: b.naar, terugval });
        return { id };
      });
      return reply.code(201).header('Location', `/api/v1/casussen/${casusId}/fasewisselingen`).send(uit);
    },
  );
}
