// SPDX-License-Identifier: EUPL-1.2
// Advies is its own thing: about a worry, never about a family that can be recognised (handbook 0, S:8, S:20). It can become a melding.

import Type, { type Static } from 'typebox';
import { plekVan, Voor } from '../../kern/bladeren.api.ts';
import { AANVULLEND, AARD, codes, DUUR, GEMEENTEN, MELDER_GROEP } from '../../kern/lijsten.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import {
  getAdvies,
  houdOmTeZetten,
  listAdviezen,
  omgezet,
  schrijfAdvies,
  verbeterAdvies,
} from './advies.store.ts';
import { herkenbaar, SPOORZINNEN } from './advies.ts';
import { MeldingInvoer, MeldingOntvangen, opgaveVan } from './melding.api.ts';
import { getVeiligThuis, type Herkenning, ontvangMelding } from './melding.store.ts';

const T = (max: number) => Type.Optional(Leeg(Type.String({ maxLength: max })));

const AdviesInvoer = Type.Object(
  {
    vrager: Type.Object({
      groep: Keuze(codes(MELDER_GROEP)),
      rol: T(200),
      naam: T(200),
      contact: T(200),
      stemtIn: Type.Boolean(),
    }),
    gemeentecode: Type.Optional(Leeg(Keuze(codes(GEMEENTEN)))),
    aard: Type.Array(Keuze(codes(AARD)), { maxItems: 8 }),
    aanvullend: Type.Optional(Type.Array(Keuze(codes(AANVULLEND)), { maxItems: 12 })),
    duur: Type.Optional(Keuze(codes(DUUR))),
    vraag: Tekst(4000),
    advies: Tekst(8000),
    /** The worker has seen the warning about recognisable data and says that the text is about nobody in particular. */
    zonderGezinsgegevens: Type.Optional(Type.Boolean()),
  },
  { $id: 'AdviesInvoer' },
);

const Advies = Type.Object(
  {
    id: Id,
    nummer: Type.String(),
    gestartOp: Moment,
    vragerGroep: Type.String(),
    vragerRol: Leeg(Type.String()),
    vragerNaam: Leeg(Type.String()),
    vragerContact: Leeg(Type.String()),
    gemeentecode: Leeg(Type.String()),
    aard: Type.Array(Type.String()),
    aanvullend: Type.Array(Type.String()),
    duur: Type.String(),
    vraag: Type.String(),
    advies: Type.String(),
    meldingId: Leeg(Id),
    vragerStemtIn: Type.Boolean(),
    versie: Type.Integer(),
  },
  { $id: 'Advies' },
);

const AdviesVerbetering = Type.Object(
  {
    versie: Type.Integer({ minimum: 1 }),
    vraag: Tekst(4000),
    advies: Tekst(8000),
    vrager: Type.Object({ rol: T(200), naam: T(200), contact: T(200), stemtIn: Type.Boolean() }),
    zonderGezinsgegevens: Type.Optional(Type.Boolean()),
  },
  { $id: 'AdviesVerbetering' },
);
type Teksten = Omit<Static<typeof AdviesVerbetering>, 'versie'>;

/** The free texts: what someone is called may also say of whom they are the teacher. */
const ADVIESTEKSTEN: readonly { veld: string; van: (a: Teksten) => string }[] = [
  { veld: 'vraag', van: (a) => a.vraag },
  { veld: 'advies', van: (a) => a.advies },
  { veld: 'vrager.rol', van: (a) => a.vrager.rol ?? '' },
];

/** @throws 400 on each field that may hold what an advies may not: of who asks without consent, or of a family */
function eisZonderGezin(b: Teksten): void {
  const fouten = [];
  if (!b.vrager.stemtIn && (b.vrager.naam?.trim() || b.vrager.contact?.trim())) {
    fouten.push({
      veld: 'vrager.stemtIn',
      melding:
        'Naam en contact van de vrager bewaart u alleen als die dat goed vindt. Vraag het, of laat ze leeg.',
    });
  }
  const verdacht = ADVIESTEKSTEN.flatMap(({ veld, van }) =>
    herkenbaar(van(b)).map((spoor) => ({ veld, melding: SPOORZINNEN[spoor].nl })),
  );
  if (verdacht.length > 0 && b.zonderGezinsgegevens !== true) fouten.push(...verdacht);
  if (fouten.length > 0) throw ongeldig(fouten);
}

/** Routes of the advies. */
export function registreerAdvies(api: Api, huis: Huis, herkenning: Herkenning): void {
  const onderwerp = { soort: 'advies' };
  api.post(
    '/adviezen',
    {
      config: { streng: true },
      schema: {
        operationId: 'adviesVastleggen',
        summary: 'Leg een advies vast',
        tags: ['Advies'],
        body: AdviesInvoer,
        response: { 201: Advies },
      },
    },
    async (request, reply) => {
      const b = request.body;
      eisZonderGezin(b);
      const uit = await huis.deuren.act(
        contextVan(request, 'adviseren'),
        'advies.vastleggen',
        onderwerp,
        async (tx) => ({ id: (await schrijfAdvies(tx, b)).id }),
        (tx, advies) => getAdvies(tx, advies.id),
      );
      return reply.code(201).header('Location', `/api/v1/adviezen/${uit.id}`).send(uit);
    },
  );
  api.get(
    '/adviezen',
    {
      schema: {
        operationId: 'adviesLijst',
        summary: 'De nieuwste adviezen van uw organisatie',
        tags: ['Advies'],
        querystring: Type.Object({ voor: Type.Optional(Voor) }),
        response: { 200: Type.Array(Advies) },
      },
    },
    async (request) =>
      huis.deuren.read(contextVan(request, 'adviseren'), 'advies.lijst', onderwerp, (tx) =>
        listAdviezen(tx, plekVan(request.query.voor)),
      ),
  );
  api.get(
    '/adviezen/:id',
    {
      schema: {
        operationId: 'adviesLezen',
        summary: 'Lees een advies',
        tags: ['Advies'],
        params: IdParam,
        response: { 200: Advies },
      },
    },
    async (request) =>
      huis.deuren.read(contextVan(request, 'adviseren'), 'advies.lezen', onderwerp, (tx) =>
        getAdvies(tx, request.params.id),
      ),
  );
  api.put(
    '/adviezen/:id',
    {
      schema: {
        operationId: 'adviesVerbeteren',
        summary: 'Verbeter een advies, of haal eruit wat er niet in hoort; wat er stond wordt niet bewaard',
        tags: ['Advies'],
        params: IdParam,
        body: AdviesVerbetering,
        response: { 200: Advies },
      },
    },
    async (request) => {
      const { versie, ...b } = request.body;
      eisZonderGezin(b);
      return huis.deuren.act(contextVan(request, 'adviseren'), 'advies.verbeteren', onderwerp, (tx) =>
        verbeterAdvies(tx, request.params.id, versie, b),
      );
    },
  );
  api.post(
    '/adviezen/:id/melding',
    {
      config: { streng: true },
      schema: {
        operationId: 'adviesOmzetten',
        summary: 'Maak van een advies een melding',
        tags: ['Advies'],
        params: IdParam,
        body: MeldingInvoer,
        response: { 201: MeldingOntvangen },
      },
    },
    async (request, reply) => {
      const uit = await huis.deuren.act(
        contextVan(request, 'melden'),
        'advies.omzetten',
        onderwerp,
        async (tx) => {
          await houdOmTeZetten(tx, request.params.id);
          const vt = await getVeiligThuis(tx);
          const m = await ontvangMelding(
            tx,
            { ...opgaveVan(request.body, true), kanaal: 'advies', vtId: vt.id, melderOrganisatieId: null },
            herkenning,
          );
          await omgezet(tx, request.params.id, m.id);
          return { ...m, ontvangenOp: m.ontvangenOp.toISOString() };
        },
      );
      return reply.code(201).header('Location', `/api/v1/meldingen/${uit.id}`).send(uit);
    },
  );
}
