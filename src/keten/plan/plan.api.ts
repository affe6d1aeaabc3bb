// SPDX-License-Identifier: EUPL-1.2
// One household, one plan: voorwaarden with their checks, agreements, safety figures apart per scorer, and the five phases.
import Type, { type Static } from 'typebox';
import { getCasus } from '../../kern/casus/casus.store.ts';
import { betrefCasus } from '../../kern/casus/overzicht.store.ts';
import { bij } from '../../kern/gebeurtenissen.ts';
import { codes, ROL } from '../../kern/lijsten.ts';
import { listCasusPersonen } from '../../kern/persoon/persoon.store.ts';
import { geefTermijnenDoor, rondTermijnenVanCasusAf } from '../../kern/termijn/termijn.store.ts';
import type { Reacties, Tx } from '../../platform/acts/deur.ts';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import {
  beeindigAfspraak,
  controleerVoorwaarde,
  geefCijfer,
  getOpenCasus,
  hervatPlan,
  laatVoorwaardeVervallen,
  listAfspraken,
  listCijfers,
  listFasewissels,
  listVoorwaarden,
  maakAfspraak,
  stelVoorwaarde,
  telVoorwaarden,
  wisselFase,
} from './plan.store.ts';
import { CIJFER_BIJ, CONTROLE_UITKOMST, gedaneFasen, reeksen, SCORER_SOORT } from './plan.ts';

const Fase = Type.Integer({ minimum: 1, maximum: 5 });
const Weken = Type.Optional(
  Leeg(
    Type.Integer({
      minimum: 1,
      maximum: 13,
      description: 'Volgende controle over zoveel weken; anders de standaard.',
    }),
  ),
);
const Gemaakt = Type.Object({ id: Id }, { $id: 'PlanGemaakt' });
const Reden = Type.Object({ reden: Tekst(2000) }, { $id: 'PlanReden' });

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

const iso = (d: Date | null) => d?.toISOString() ?? null;

/** What the plan does when something happens elsewhere. */
export function reageerMetPlan(reacties: Reacties): void {
  // who watches, checks: the terms of the plan go along with zicht
  bij(reacties, 'overdracht.aanvaard', (tx, g) =>
    tx.overGrens(() =>
      geefTermijnenDoor(
        tx,
        g.casusId,
        ['voorwaarde_controle', 'cijfers_vragen'],
        { organisatieId: g.naarId, medewerkerId: g.regisseurId },
        'overdracht aanvaard',
      ),
    ),
  );
  bij(reacties, 'casus.gesloten', (tx, g) =>
    tx.overGrens(() => rondTermijnenVanCasusAf(tx, g.casusId, 'casus gesloten')),
  );
  bij(reacties, 'casus.heropend', (tx, g) => tx.overGrens(() => hervatPlan(tx, g.casusId)));
}

/** Routes of the plan. Only who has a part in the casus; for anyone else it does not exist. */
export function registreerPlan(api: Api, huis: Huis): void {
  const opCasus = onzichtbaarZonderDeel(huis.deuren, 'Deze casus');
  const doel = 'zicht_houden';
  const tags = ['Plan'];

  /** A read of a part of the plan: seen, logged per person. */
  const lees = <T>(
    request: Parameters<typeof contextVan>[0],
    casusId: string,
    fn: (tx: Tx, fase: number | null) => Promise<T>,
  ): Promise<T> =>
    opCasus.read(contextVan(request, doel), 'plan.lezen', { soort: 'casus', casusId }, async (tx) => {
      const casus = await getCasus(tx, casusId);
      await betrefCasus(tx, casusId);
      tx.categorie('plan');
      return fn(tx, casus.fase);
    });

  api.get(
    '/casussen/:id/voorwaarden',
    {
      schema: {
        operationId: 'voorwaardenLijst',
        summary: 'De veiligheidsvoorwaarden met hun controles',
        tags,
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
        tags,
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
      const uit = await opCasus.act(
        contextVan(request, doel),
        'plan.voorwaarde',
        { soort: 'casus', casusId },
        async (tx) => {
          const casus = await getOpenCasus(tx, casusId);
          await betrefCasus(tx, casusId);
          tx.categorie('plan');
          const id = await stelVoorwaarde(tx, casus, {
            ...request.body,
            volgendeOverWeken: request.body.volgendeOverWeken ?? null,
          });
          tx.inhoud({ voorwaarde: id });
          return { id };
        },
      );
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
        tags,
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
        contextVan(request, doel),
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
        tags,
        params: IdParam,
        body: Reden,
        response: { 201: Gemaakt },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const uit = await opVoorwaarde.act(
        contextVan(request, doel),
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

  api.get(
    '/casussen/:id/afspraken',
    {
      schema: {
        operationId: 'afsprakenLijst',
        summary: 'De afspraken van het plan',
        tags,
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
        tags,
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
      const uit = await opCasus.act(
        contextVan(request, doel),
        'plan.afspraak',
        { soort: 'casus', casusId },
        async (tx) => {
          const casus = await getOpenCasus(tx, casusId);
          await betrefCasus(tx, casusId);
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
        },
      );
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
        tags,
        params: IdParam,
        body: Reden,
        response: { 201: Gemaakt },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const uit = await opAfspraak.act(
        contextVan(request, doel),
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

  api.get(
    '/casussen/:id/veiligheidscijfers',
    {
      schema: {
        operationId: 'cijfersLijst',
        summary: 'Veiligheidscijfers, apart per persoon en per gever',
        tags,
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
        tags,
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
      const uit = await opCasus.act(
        contextVan(request, doel),
        'plan.cijfer',
        { soort: 'casus', casusId },
        async (tx) => {
          const casus = await getOpenCasus(tx, casusId);
          const personen = await betrefCasus(tx, casusId);
          tx.categorie('veiligheidscijfers');
          const id = await geefCijfer(
            tx,
            casus,
            {
              persoonId: b.persoonId,
              scorerSoort: b.scorerSoort,
              scorer,
              cijfer: b.cijfer,
              waarom: b.waarom,
              nodig: b.nodig?.trim() || null,
              bij: b.bij ?? 'tussentijds',
            },
            personen,
          );
          tx.inhoud({ cijfer: b.cijfer, scorerSoort: b.scorerSoort, persoon: b.persoonId });
          return { id };
        },
      );
      return reply.code(201).header('Location', `/api/v1/casussen/${casusId}/veiligheidscijfers`).send(uit);
    },
  );

  api.get(
    '/casussen/:id/fasewisselingen',
    {
      schema: {
        operationId: 'fasewisselingenLijst',
        summary: 'De fase nu, en hoe het zo kwam',
        tags,
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
        tags,
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
      const uit = await opCasus.act(
        contextVan(request, doel),
        'plan.fase',
        { soort: 'casus', casusId },
        async (tx) => {
          const casus = await getOpenCasus(tx, casusId);
          await betrefCasus(tx, casusId);
          const terugval = b.terugval ?? false;
          const id = await wisselFase(
            tx,
            casus,
            { naar: b.naar, terugval, reden: b.reden, ondanks: b.ondanks?.trim() || null },
            b.van,
          );
          tx.inhoud({ van: casus.fase, naar: b.naar, terugval });
          return { id };
        },
      );
      return reply.code(201).header('Location', `/api/v1/casussen/${casusId}/fasewisselingen`).send(uit);
    },
  );
}
