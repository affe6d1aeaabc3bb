// SPDX-License-Identifier: EUPL-1.2
import Type, { type Static } from 'typebox';
import { Id, IdParam, Leeg, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { functiesVanLeider } from './functies.ts';
import {
  draagWerkOver,
  type Gegevens,
  isVanLeider,
  laatTerugkeren,
  laatVertrekken,
  listCollegas,
  listTeams,
  voegMedewerkerToe,
  wijzigMedewerker,
} from './medewerker.store.ts';

const Collega = Type.Object(
  {
    id: Id,
    naam: Type.String(),
    functie: Type.String(),
    teamId: Leeg(Id),
    teamNaam: Leeg(Type.String()),
    /** How the identity provider calls this person; null: cannot log in yet. Of who is not the leader's: null. */
    inlogcode: Leeg(Type.String()),
    actief: Type.Boolean(),
    versie: Type.Integer(),
    termijnen: Type.Integer(),
    vragenAandacht: Type.Integer(),
    regie: Type.Integer(),
    /** Whether who asks may change this. */
    teWijzigen: Type.Boolean(),
  },
  { $id: 'Collega' },
);

const Collegas = Type.Object(
  {
    medewerkers: Type.Array(Collega),
    teams: Type.Array(Type.Object({ id: Id, naam: Type.String() })),
    /** The functions that who asks can give. */
    functies: Type.Array(Type.String()),
  },
  { $id: 'Collegas' },
);
export type CollegasAntwoord = Static<typeof Collegas>;

const velden = {
  naam: Tekst(200),
  functie: Tekst(60),
  teamId: Leeg(Id),
  inlogcode: Leeg(
    Type.String({
      maxLength: 255,
      description: 'De naam (sub) waaronder de inlogdienst deze persoon kent; leeg: kan nog niet inloggen.',
    }),
  ),
};
const MedewerkerInvoer = Type.Object(velden, { $id: 'MedewerkerInvoer' });
const Over = Type.Object(
  {
    aanId: Type.Union([Id, Type.Null()], { description: 'Wie het werk doet; null: het hele team.' }),
  },
  { $id: 'MedewerkerOvername' },
);
const Doorgegeven = Type.Object(
  {
    termijnen: Type.Integer(),
    opNiemand: Type.Integer({ description: 'Van die termijnen: op niemands naam, dus van het hele team.' }),
    casussen: Type.Integer(),
    zonderRegisseur: Type.Integer(),
    concepten: Type.Integer(),
  },
  { $id: 'MedewerkerDoorgegeven' },
);
export type DoorgegevenAntwoord = Static<typeof Doorgegeven>;

const gegevensVan = (b: Static<typeof MedewerkerInvoer>): Gegevens => ({
  naam: b.naam.trim(),
  functie: b.functie,
  teamId: b.teamId,
  inlogcode: b.inlogcode?.trim() || null,
});

/** Who works at one's own organisation, for who leads there. */
export function registreerMedewerkers(api: Api, huis: Huis): void {
  const { deuren } = huis;
  const tags = ['Organisaties'];
  // who someone is here is for who just proved who they are (RFC 9470)
  const config = { bewijs: true };

  api.get(
    '/medewerkers',
    {
      schema: {
        operationId: 'collegasLijst',
        summary: 'Wie er bij uw organisatie werkt of werkte, en wat er op hun naam staat',
        tags,
        response: { 200: Collegas },
      },
    },
    async (request) =>
      deuren.read(
        contextVan(request, 'verantwoorden'),
        'medewerker.overzicht',
        { soort: 'organisatie' },
        async (tx) => {
          // about colleagues and how much they have, not about families
          tx.stil();
          const rijen = await listCollegas(tx);
          return {
            medewerkers: rijen.map((m) => {
              const teWijzigen = isVanLeider(tx, m.functie);
              return { ...m, inlogcode: teWijzigen ? m.inlogcode : null, teWijzigen };
            }),
            teams: await listTeams(tx),
            functies: [...functiesVanLeider(tx.wie.functie)],
          };
        },
      ),
  );

  api.post(
    '/medewerkers',
    {
      config,
      schema: {
        operationId: 'medewerkerToevoegen',
        summary: 'Iemand komt bij uw organisatie werken',
        tags,
        body: MedewerkerInvoer,
        response: { 201: Type.Object({ id: Id }, { $id: 'MedewerkerNieuw' }) },
      },
    },
    async (request, reply) => {
      const id = await deuren.act(
        contextVan(request, 'verantwoorden'),
        'medewerker.toevoegen',
        { soort: 'medewerker' },
        (tx) => voegMedewerkerToe(tx, gegevensVan(request.body)),
      );
      return reply.code(201).header('Location', '/api/v1/medewerkers').send({ id });
    },
  );

  api.put(
    '/medewerkers/:id',
    {
      config,
      schema: {
        operationId: 'medewerkerWijzigen',
        summary: 'Een collega heet anders, of heeft een andere functie, team of inlogcode',
        tags,
        params: IdParam,
        body: Type.Object(
          { versie: Type.Integer({ minimum: 1 }), ...velden },
          { $id: 'MedewerkerWijziging' },
        ),
        response: { 200: Type.Object({ versie: Type.Integer() }, { $id: 'MedewerkerGewijzigd' }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      return deuren.act(
        contextVan(request, 'verantwoorden'),
        'medewerker.wijzigen',
        { soort: 'medewerker', onderwerpId: id },
        (tx) => wijzigMedewerker(tx, id, request.body.versie, gegevensVan(request.body)),
      );
    },
  );

  for (const [pad, operationId, handeling, summary, doe] of [
    [
      'werkoverdracht',
      'medewerkerWerkOverdragen',
      'medewerker.werk_overdragen',
      'Geef wat op de naam van een collega staat aan een ander, of aan het hele team',
      draagWerkOver,
    ],
    [
      'vertrek',
      'medewerkerVertrek',
      'medewerker.vertrek',
      'Een collega vertrekt: kan niet meer inloggen, en het werk gaat over',
      laatVertrekken,
    ],
  ] as const)
    api.post(
      `/medewerkers/:id/${pad}`,
      {
        config: pad === 'vertrek' ? config : {},
        schema: {
          operationId,
          summary,
          tags,
          params: IdParam,
          body: Over,
          response: { 200: Doorgegeven },
        },
      },
      async (request) => {
        const { id } = request.params as Static<typeof IdParam>;
        const { aanId } = request.body as Static<typeof Over>;
        return deuren.act(
          contextVan(request, 'verantwoorden'),
          handeling,
          { soort: 'medewerker', onderwerpId: id },
          (tx) => doe(tx, id, aanId),
        );
      },
    );

  api.post(
    '/medewerkers/:id/terugkeer',
    {
      config,
      schema: {
        operationId: 'medewerkerTerugkeer',
        summary: 'Iemand die vertrok werkt weer bij uw organisatie',
        tags,
        params: IdParam,
        body: Type.Object({}),
        response: { 200: Type.Object({ id: Id }, { $id: 'MedewerkerTerug' }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      return deuren.act(
        contextVan(request, 'verantwoorden'),
        'medewerker.terugkeer',
        { soort: 'medewerker', onderwerpId: id },
        async (tx) => {
          await laatTerugkeren(tx, id);
          return { id };
        },
      );
    },
  );
}
