// SPDX-License-Identifier: EUPL-1.2
// Who can come near one casus: who has a part in it, with whom it is shared until when, whether it is sealed, and who used the noodknop.
import Type, { type Static } from 'typebox';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { betrefCasus } from '../casus/overzicht.store.ts';
import { codes } from '../lijsten.ts';
import { type Deling, deel, listDelingen, listMetOnsGedeeld, trekDelingIn } from './deling.store.ts';
import { alsNoodtoegang, NoodtoegangAntwoord } from './noodtoegang.api.ts';
import { listNoodtoegang } from './noodtoegang.store.ts';
import { listBetrokkenen } from './relaties.store.ts';
import { DEELGRONDSLAGEN, ONDERDELEN, ZEGELSOORTEN } from './toegang.ts';
import {
  findVerzegeling,
  hefVerzegelingOp,
  listGenoemden,
  noemErbij,
  noemNietMeer,
  verzegel,
} from './verzegeling.store.ts';

const Reden = Type.Object({ reden: Tekst(2000) }, { $id: 'ToegangReden' });
const Klaar = Type.Object({ id: Id }, { $id: 'ToegangKlaar' });

const DelingAntwoord = Type.Object(
  {
    id: Id,
    casusId: Id,
    naarOrganisatieId: Id,
    naarNaam: Type.String(),
    vanNaam: Type.String(),
    doel: Type.String(),
    grondslag: Type.String(),
    reden: Type.String(),
    onderdelen: Type.Array(Keuze(codes(ONDERDELEN))),
    vanafOp: Moment,
    totOp: Moment,
    ingetrokkenOp: Leeg(Moment),
    loopt: Type.Boolean(),
  },
  { $id: 'Deling' },
);

const Casustoegang = Type.Object(
  {
    betrokkenen: Type.Array(
      Type.Object({
        organisatieId: Id,
        organisatieNaam: Type.String(),
        grond: Type.String(),
        houder: Type.Boolean(),
        vanafOp: Moment,
      }),
    ),
    delingen: Type.Array(DelingAntwoord),
    verzegeling: Leeg(
      Type.Object({
        soort: Type.String(),
        reden: Type.String(),
        vanafOp: Moment,
        door: Leeg(Type.String()),
        genoemden: Type.Array(
          Type.Object({
            medewerkerId: Id,
            naam: Type.String(),
            functie: Type.String(),
            organisatieNaam: Type.String(),
            vanafOp: Moment,
          }),
        ),
      }),
    ),
    noodtoegang: Type.Array(NoodtoegangAntwoord),
  },
  { $id: 'Casustoegang' },
);
export type CasustoegangAntwoord = Static<typeof Casustoegang>;

const Gedeeld = Type.Object(
  {
    delingen: Type.Array(
      Type.Object({
        id: Id,
        casusId: Id,
        nummer: Type.String(),
        aanduiding: Type.String(),
        vanNaam: Type.String(),
        reden: Type.String(),
        onderdelen: Type.Array(Keuze(codes(ONDERDELEN))),
        totOp: Moment,
      }),
    ),
  },
  { $id: 'MetOnsGedeeld' },
);
export type MetOnsGedeeldAntwoord = Static<typeof Gedeeld>;

type Onderdelen = Static<typeof DelingAntwoord>['onderdelen'];

function alsDeling(
  { vanaf, tot, ingetrokkenOp, onderdelen, ...d }: Deling,
  nu: Date,
): Static<typeof DelingAntwoord> {
  return {
    ...d,
    onderdelen: onderdelen as Onderdelen,
    vanafOp: vanaf.toISOString(),
    totOp: tot.toISOString(),
    ingetrokkenOp: ingetrokkenOp?.toISOString() ?? null,
    loopt: ingetrokkenOp === null && tot > nu,
  };
}

/** Routes about who can come near a casus. */
export function registreerCasustoegang(api: Api, huis: Huis): void {
  const tags = ['Toegang'];
  const deuren = onzichtbaarZonderDeel(huis.deuren, 'Deze casus');
  const opDeling = onzichtbaarZonderDeel(huis.deuren, 'Deze deling');
  const onderwerp = (casusId: string) => ({ soort: 'casus', casusId });

  api.get(
    '/casussen/:id/toegang',
    {
      schema: {
        operationId: 'casusToegang',
        summary: 'Wie er bij deze casus kan: betrokken organisaties, delingen, verzegeling en noodknop',
        tags,
        params: IdParam,
        response: { 200: Casustoegang },
      },
    },
    async (request) => {
      const { id } = request.params;
      return deuren.read(contextVan(request, 'zicht_houden'), 'casus.toegang', onderwerp(id), async (tx) => {
        await betrefCasus(tx, id);
        tx.categorie('toegang');
        const zegel = await findVerzegeling(tx, id);
        const genoemden = zegel ? await listGenoemden(tx, id) : [];
        return {
          betrokkenen: (await listBetrokkenen(tx, id)).map(({ vanaf, ...b }) => ({
            ...b,
            vanafOp: vanaf.toISOString(),
          })),
          delingen: (await listDelingen(tx, id)).map((d) => alsDeling(d, tx.nu)),
          verzegeling: zegel
            ? {
                soort: zegel.soort,
                reden: zegel.reden,
                vanafOp: zegel.vanaf.toISOString(),
                door: zegel.door,
                genoemden: genoemden.map(({ vanaf, ...g }) => ({ ...g, vanafOp: vanaf.toISOString() })),
              }
            : null,
          noodtoegang: (await listNoodtoegang(tx, { casusId: id })).map(alsNoodtoegang),
        };
      });
    },
  );

  api.post(
    '/casussen/:id/delingen',
    {
      schema: {
        operationId: 'delingGeven',
        summary: 'Deel onderdelen van een casus met een andere organisatie, tot een dag',
        tags,
        params: IdParam,
        body: Type.Object(
          {
            naarOrganisatieId: Id,
            onderdelen: Type.Array(Keuze(codes(ONDERDELEN)), { minItems: 1, maxItems: ONDERDELEN.length }),
            grondslag: Keuze(codes(DEELGRONDSLAGEN)),
            reden: Tekst(2000),
            totOp: Moment,
          },
          { $id: 'DelingInvoer' },
        ),
        response: { 201: Klaar },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const b = request.body;
      const deling = await deuren.act(
        contextVan(request, 'zicht_houden'),
        'deling.geven',
        onderwerp(id),
        (tx) => deel(tx, id, { ...b, totOp: new Date(b.totOp) }),
      );
      return reply.code(201).header('Location', `/api/v1/casussen/${id}/toegang`).send({ id: deling });
    },
  );

  api.post(
    '/delingen/:id/intrekking',
    {
      schema: {
        operationId: 'delingIntrekken',
        summary: 'Beeindig een deling voor haar einde',
        tags,
        params: IdParam,
        body: Reden,
        response: { 200: Klaar },
      },
    },
    async (request) => {
      const { id } = request.params;
      return opDeling.act(
        contextVan(request, 'zicht_houden'),
        'deling.intrekken',
        { soort: 'deling', onderwerpId: id },
        async (tx) => {
          await trekDelingIn(tx, id, request.body.reden);
          return { id };
        },
      );
    },
  );

  api.get(
    '/delingen/mij',
    {
      schema: {
        operationId: 'delingenEigen',
        summary: 'Wat anderen nu met uw organisatie delen',
        tags,
        response: { 200: Gedeeld },
      },
    },
    async (request) =>
      huis.deuren.read(
        contextVan(request, 'zicht_houden'),
        'deling.eigen_lijst',
        { soort: 'deling' },
        async (tx) => ({
          delingen: (await listMetOnsGedeeld(tx)).map((d) => ({
            id: d.id,
            casusId: d.casusId,
            nummer: d.nummer,
            aanduiding: d.aanduiding,
            vanNaam: d.vanNaam,
            reden: d.reden,
            onderdelen: d.onderdelen as Onderdelen,
            totOp: d.tot.toISOString(),
          })),
        }),
      ),
  );

  api.post(
    '/casussen/:id/verzegeling',
    {
      config: { bewijs: true },
      schema: {
        operationId: 'casusVerzegelen',
        summary: 'Verzegel een casus: zij bestaat dan alleen voor wie is genoemd',
        tags,
        params: IdParam,
        body: Type.Object(
          {
            soort: Keuze(codes(ZEGELSOORTEN)),
            reden: Tekst(2000),
            medewerkerIds: Type.Array(Id, { maxItems: 50 }),
          },
          { $id: 'VerzegelingInvoer' },
        ),
        response: { 201: Klaar },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await deuren.act(contextVan(request, 'zicht_houden'), 'casus.verzegelen', onderwerp(id), async (tx) => {
        await betrefCasus(tx, id);
        await verzegel(tx, id, request.body);
      });
      return reply.code(201).header('Location', `/api/v1/casussen/${id}/toegang`).send({ id });
    },
  );

  api.post(
    '/casussen/:id/verzegeling/opheffing',
    {
      config: { bewijs: true },
      schema: {
        operationId: 'casusOntzegelen',
        summary: 'Hef de verzegeling op: wie betrokken is ziet de casus weer',
        tags,
        params: IdParam,
        body: Reden,
        response: { 200: Klaar },
      },
    },
    async (request) => {
      const { id } = request.params;
      return deuren.act(
        contextVan(request, 'zicht_houden'),
        'casus.ontzegelen',
        onderwerp(id),
        async (tx) => {
          await betrefCasus(tx, id);
          await hefVerzegelingOp(tx, id, request.body.reden);
          return { id };
        },
      );
    },
  );

  api.post(
    '/casussen/:id/verzegeling/genoemden',
    {
      schema: {
        operationId: 'casusNoemen',
        summary: 'Noem iemand erbij in een verzegelde casus, of de teamleiders van een organisatie',
        tags,
        params: IdParam,
        body: Type.Object(
          { medewerkerId: Type.Optional(Id), organisatieId: Type.Optional(Id) },
          { $id: 'GenoemdeInvoer' },
        ),
        response: { 201: Klaar },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await deuren.act(contextVan(request, 'zicht_houden'), 'casus.noemen', onderwerp(id), (tx) =>
        noemErbij(tx, id, request.body.medewerkerId ?? null, request.body.organisatieId ?? null),
      );
      return reply.code(201).header('Location', `/api/v1/casussen/${id}/toegang`).send({ id });
    },
  );

  api.post(
    '/casussen/:id/verzegeling/genoemden/:medewerkerId/einde',
    {
      schema: {
        operationId: 'casusNietMeerNoemen',
        summary: 'Beeindig dat iemand in een verzegelde casus is genoemd',
        tags,
        params: Type.Object({ id: Id, medewerkerId: Id }),
        response: { 200: Klaar },
      },
    },
    async (request) => {
      const { id, medewerkerId } = request.params;
      return deuren.act(contextVan(request, 'zicht_houden'), 'casus.noemen', onderwerp(id), async (tx) => {
        await noemNietMeer(tx, id, medewerkerId);
        tx.inhoud({ nietMeer: medewerkerId });
        return { id };
      });
    },
  );
}
