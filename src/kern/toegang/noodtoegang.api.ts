// SPDX-License-Identifier: EUPL-1.2
// The noodknop: pressing it, seeing one's own uses, and the privacy officer's review.
import Type, { type Static } from 'typebox';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { codes } from '../lijsten.ts';
import { kijkNa, listNoodtoegang, type Noodtoegang, openNoodtoegang } from './noodtoegang.store.ts';
import { NOODDOELEN, NOODOORDELEN } from './toegang.ts';

export const NoodtoegangAntwoord = Type.Object(
  {
    id: Id,
    casusId: Leeg(Id),
    casusnummer: Leeg(Type.String({ description: 'Leeg: de casus is sindsdien verzegeld voor wie vraagt.' })),
    medewerkerId: Id,
    medewerkerNaam: Type.String(),
    functie: Type.String(),
    organisatieNaam: Type.String(),
    doel: Type.String(),
    reden: Type.String(),
    vanafOp: Moment,
    totOp: Moment,
    nagekekenOp: Leeg(Moment),
    nagekekenDoor: Leeg(Type.String()),
    oordeel: Leeg(Type.String()),
    bevinding: Leeg(Type.String()),
  },
  { $id: 'Noodtoegang' },
);
export type NoodtoegangAntwoord = Static<typeof NoodtoegangAntwoord>;
const Lijst = Type.Object({ noodtoegang: Type.Array(NoodtoegangAntwoord) }, { $id: 'NoodtoegangLijst' });
export type NoodtoegangLijstAntwoord = Static<typeof Lijst>;
const Geopend = Type.Object({ id: Id, casusId: Id, totOp: Moment }, { $id: 'NoodtoegangGeopend' });
export type NoodtoegangGeopendAntwoord = Static<typeof Geopend>;

/** As the API says it. */
export function alsNoodtoegang({ vanaf, tot, nagekekenOp, ...n }: Noodtoegang): NoodtoegangAntwoord {
  return {
    ...n,
    vanafOp: vanaf.toISOString(),
    totOp: tot.toISOString(),
    nagekekenOp: nagekekenOp?.toISOString() ?? null,
  };
}

/** Routes of the noodknop. */
export function registreerNoodtoegang(api: Api, huis: Huis): void {
  const tags = ['Toegang'];
  api.post(
    '/noodtoegang',
    {
      config: { bewijs: true },
      schema: {
        operationId: 'noodtoegangOpenen',
        summary: 'Open een casus met de noodknop: kort, met een reden, en de houder hoort het',
        tags,
        body: Type.Object(
          { casusnummer: Tekst(40), doel: Keuze(codes(NOODDOELEN)), reden: Tekst(2000) },
          { $id: 'NoodtoegangInvoer' },
        ),
        response: {
          201: Geopend,
        },
      },
    },
    async (request, reply) => {
      const { casusnummer, doel, reden } = request.body;
      const uit = await huis.deuren.act(
        contextVan(request, doel),
        'noodtoegang.openen',
        { soort: 'casus' },
        (tx) => openNoodtoegang(tx, { casusnummer, doel, reden }),
      );
      return reply
        .code(201)
        .header('Location', `/api/v1/casussen/${uit.casusId}`)
        .send({ ...uit, totOp: uit.totOp.toISOString() });
    },
  );

  api.get(
    '/noodtoegang/mij',
    {
      schema: {
        operationId: 'noodtoegangEigen',
        summary: 'Wanneer u de noodknop gebruikte, en wat daarvan is gezegd',
        tags,
        response: { 200: Lijst },
      },
    },
    async (request) =>
      huis.deuren.read(
        contextVan(request, 'zicht_houden'),
        'noodtoegang.eigen_lijst',
        { soort: 'noodtoegang' },
        async (tx) => {
          tx.stil();
          return { noodtoegang: (await listNoodtoegang(tx, { vanMij: true })).map(alsNoodtoegang) };
        },
      ),
  );

  api.get(
    '/noodtoegang',
    {
      schema: {
        operationId: 'noodtoegangLijst',
        summary: 'Elk gebruik van de noodknop, het nieuwste eerst',
        tags,
        querystring: Type.Object({ stand: Type.Optional(Keuze(['open', 'alles'])) }),
        response: { 200: Lijst },
      },
    },
    async (request) =>
      huis.deuren.read(
        contextVan(request, 'toezicht'),
        'noodtoegang.lijst',
        { soort: 'noodtoegang' },
        async (tx) => {
          tx.categorie('noodtoegang');
          return {
            noodtoegang: (await listNoodtoegang(tx, { alleenOpen: request.query.stand === 'open' })).map(
              alsNoodtoegang,
            ),
          };
        },
      ),
  );

  api.post(
    '/noodtoegang/:id/nakijken',
    {
      schema: {
        operationId: 'noodtoegangNakijken',
        summary: 'Zeg of dit gebruik van de noodknop terecht was',
        tags,
        params: IdParam,
        body: Type.Object(
          { oordeel: Keuze(codes(NOODOORDELEN)), bevinding: Tekst(4000) },
          { $id: 'NoodtoegangOordeel' },
        ),
        response: { 200: Type.Object({ id: Id }, { $id: 'NoodtoegangNagekeken' }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      return huis.deuren.act(
        contextVan(request, 'toezicht'),
        'noodtoegang.nakijken',
        { soort: 'noodtoegang', onderwerpId: id },
        async (tx) => {
          await kijkNa(tx, id, request.body);
          return { id };
        },
      );
    },
  );
}
