// SPDX-License-Identifier: EUPL-1.2
// Safety figures, apart per person and per scorer.
import Type, { type Static } from 'typebox';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { codes, ROL } from '../../kern/lijsten.ts';
import { listCasusPersonen } from '../../kern/persoon/persoon.store.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import type { Api, Huis } from '../../platform/http/server.ts';
import { geefCijfers, listCijfers, tekstenVanCijfer } from './cijfers.store.ts';
import { CIJFER_BIJ, reeksen, SCORER_SOORT } from './plan.ts';
import { Gemaakt, planDeur, TAGS } from './planvorm.api.ts';

const Veiligheidscijfer = Type.Object(
  {
    id: Id,
    cijfer: Type.Integer({ minimum: 0, maximum: 10 }),
    waarom: Type.String(),
    nodig: Leeg(Type.String()),
    gegevenOp: Moment,
    bij: Keuze(codes(CIJFER_BIJ)),
    organisatieNaam: Type.String(),
  },
  { $id: 'Veiligheidscijfer' },
);
const Cijferreeks = Type.Object(
  {
    scorerSoort: Keuze(codes(SCORER_SOORT)),
    scorer: Type.String(),
    laagste: Type.Boolean({
      description: 'Het laatste cijfer van deze persoon is het laagste van de laatste cijfers.',
    }),
    cijfers: Type.Array(Veiligheidscijfer),
  },
  { $id: 'Cijferreeks' },
);
const Cijfers = Type.Object(
  {
    personen: Type.Array(
      Type.Object({
        persoonId: Id,
        naam: Leeg(Type.String()),
        leeftijd: Leeg(Type.Integer()),
        rollen: Type.Array(Keuze(codes(ROL))),
        laagsteCijfer: Leeg(Type.Integer({ minimum: 0, maximum: 10 })),
        reeksen: Type.Array(Cijferreeks),
      }),
    ),
  },
  { $id: 'Veiligheidscijfers' },
);
export type CijfersAntwoord = Static<typeof Cijfers>;

/** Routes of the safety figures. Only who has a part in the casus; for anyone else it does not exist. */
export function registreerCijfers(api: Api, huis: Huis): void {
  const { doe, lees } = planDeur(huis);
  api.get(
    '/casussen/:id/veiligheidscijfers',
    {
      schema: {
        operationId: 'cijfersLijst',
        summary: 'Veiligheidscijfers, apart per persoon en per gever',
        tags: TAGS,
        params: IdParam,
        response: { 200: Cijfers },
      },
    },
    async (request) =>
      lees(request, request.params.id, async (tx) => {
        const personen = await listCasusPersonen(tx, request.params.id);
        const cijfers = await listCijfers(tx, request.params.id);
        tx.categorie('veiligheidscijfers');
        const bekend = personen.map((p) => ({
          persoonId: p.persoonId,
          naam: p.naam as string | null,
          leeftijd: p.leeftijd,
          rollen: p.rollen,
        }));
        // someone who left the household: the figures stay
        const eerder = [...new Set(cijfers.map((c) => c.persoonId))]
          .filter((id) => !personen.some((p) => p.persoonId === id))
          .map((persoonId) => ({ persoonId, naam: null, leeftijd: null, rollen: [] as string[] }));
        return {
          personen: [...bekend, ...eerder].map((p) => {
            const rijen = reeksen(cijfers.filter((c) => c.persoonId === p.persoonId));
            return {
              ...p,
              rollen: p.rollen as Static<typeof Cijfers>['personen'][number]['rollen'],
              laagsteCijfer: rijen[0]?.cijfers.at(-1)?.cijfer ?? null,
              reeksen: rijen.map((r) => ({
                scorerSoort: r.scorerSoort as Static<typeof Cijferreeks>['scorerSoort'],
                scorer: r.scorer,
                laagste: r.laagste,
                cijfers: r.cijfers.map((c) => ({
                  id: c.id,
                  cijfer: c.cijfer,
                  waarom: c.waarom,
                  nodig: c.nodig,
                  gegevenOp: c.op.toISOString(),
                  bij: c.bij as Static<typeof Veiligheidscijfer>['bij'],
                  organisatieNaam: c.organisatieNaam,
                })),
              })),
            };
          }),
        };
      }),
  );

  api.post(
    '/casussen/:id/veiligheidscijfers',
    {
      schema: {
        operationId: 'cijferGeven',
        summary: 'Leg een veiligheidscijfer vast',
        tags: TAGS,
        params: IdParam,
        body: Type.Object(
          {
            persoonId: Id,
            scorerSoort: Keuze(codes(SCORER_SOORT)),
            scorer: Type.Optional(
              Leeg(
                Type.String({ maxLength: 200, description: 'Wie; mag leeg als de persoon het zelf zegt.' }),
              ),
            ),
            cijfer: Type.Integer({ minimum: 0, maximum: 10 }),
            waarom: Tekst(2000),
            nodig: Type.Optional(Leeg(Type.String({ maxLength: 2000 }))),
            bij: Type.Optional(Keuze(codes(CIJFER_BIJ))),
          },
          { $id: 'VeiligheidscijferInvoer' },
        ),
        response: { 201: Gemaakt },
      },
    },
    async (request, reply) => {
      const casusId = request.params.id;
      const b = request.body;
      const scorer = b.scorer?.trim() || (b.scorerSoort === 'zelf' ? 'zelf' : '');
      if (!scorer)
        throw ongeldig([
          {
            veld: 'scorer',
            melding: 'Zeg wie dit cijfer gaf: een naam of wat iemand doet (moeder, wijkagent).',
          },
        ]);
      const uit = await doe(request, 'plan.cijfer', casusId, async (tx, casus) => {
        tx.categorie('veiligheidscijfers');
        const c = {
          persoonId: b.persoonId,
          scorerSoort: b.scorerSoort,
          scorer,
          cijfer: b.cijfer,
          waarom: b.waarom,
          nodig: b.nodig?.trim() || null,
          bij: b.bij ?? 'tussentijds',
        };
        await laatWeten(tx, 'tekst.geschreven', { casusId, teksten: tekstenVanCijfer(c) });
        const [id = ''] = await geefCijfers(tx, casus, [c], await listCasusPersonen(tx, casusId), () => '');
        tx.inhoud({ cijfer: b.cijfer, scorerSoort: b.scorerSoort, persoon: b.persoonId });
        return { id };
      });
      return reply.code(201).header('Location', `/api/v1/casussen/${casusId}/veiligheidscijfers`).send(uit);
    },
  );
}
