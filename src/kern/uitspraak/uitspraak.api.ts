// SPDX-License-Identifier: EUPL-1.2
// The statements of a casus: facts apart from opinions, each with its source, and the other side at the statement itself
// (handbook 1.3: hoor en wederhoor). Added to, never rewritten.
import Type, { type Static } from 'typebox';
import { onzichtbaarZonderDeel } from '../../platform/acts/onzichtbaar.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import { Id, IdParam, Keuze, Leeg, Moment, Tekst } from '../../platform/http/schema.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import { getCasus } from '../casus/casus.store.ts';
import { betrefCasus } from '../casus/overzicht.store.ts';
import { codes, UITSPRAAK_SOORT } from '../lijsten.ts';
import {
  getMeelezen,
  getUitspraak,
  pageUitspraken,
  schrijfUitspraken,
  schrijfWederhoor,
} from './uitspraak.store.ts';

const PER_PAGINA = 200;

const UitspraakInvoer = Type.Object(
  {
    soort: Keuze(codes(UITSPRAAK_SOORT)),
    tekst: Tekst(8000),
    bron: Tekst(200),
    gebeurdOp: Type.Optional(Leeg(Type.String({ maxLength: 40 }))),
    afgeschermd: Type.Optional(
      Type.Boolean({ description: 'Kan naar de melder leiden: blijft binnen uw organisatie.' }),
    ),
    verbetertId: Type.Optional(Leeg(Id)),
  },
  { $id: 'UitspraakInvoer' },
);

const WederhoorRegel = Type.Object(
  { id: Id, door: Type.String(), reactie: Type.String(), oneens: Type.Boolean(), vastgelegdOp: Moment },
  { $id: 'Wederhoor' },
);

export const Uitspraak = Type.Object(
  {
    id: Id,
    soort: Keuze(codes(UITSPRAAK_SOORT)),
    tekst: Type.String(),
    bron: Type.String(),
    gebeurdOp: Leeg(Type.String()),
    vastgelegdOp: Moment,
    afgeschermd: Type.Boolean(),
    vrij: Type.Boolean({
      description:
        'Of anderen bij deze casus haar lezen. Wat nog niet vrij is, kan naar de melder of een schuiladres leiden en wacht tot iemand van uw organisatie het nakijkt.',
    }),
    organisatieNaam: Type.String(),
    vanOns: Type.Boolean({ description: 'Van uw eigen organisatie: alleen zij verbetert haar.' }),
    uitMelding: Type.Boolean(),
    verbetertId: Leeg(Id),
    verbeterd: Type.Boolean({
      description: 'Er kwam een andere uitspraak voor in de plaats, ook als u die nog niet kunt lezen.',
    }),
    verbeterdDoorId: Leeg(Id),
    wederhoor: Type.Array(WederhoorRegel),
  },
  { $id: 'Uitspraak' },
);
const Uitspraken = Type.Object(
  {
    uitspraken: Type.Array(Uitspraak),
    pagina: Type.Integer(),
    meer: Type.Boolean(),
    anderen: Type.Boolean({ description: 'Of er anderen zijn die bij deze casus meelezen.' }),
    wachtBijAnderen: Type.Integer({
      minimum: 0,
      description: 'Uitspraken die een andere organisatie nog nakijkt voordat u ze leest.',
    }),
  },
  { $id: 'Uitspraken' },
);
export type UitsprakenAntwoord = Static<typeof Uitspraken>;

const Toegevoegd = Type.Object({ id: Id }, { $id: 'Toegevoegd' });

export function registreerUitspraken(api: Api, huis: Huis): void {
  const opCasus = onzichtbaarZonderDeel(huis.deuren, 'Deze casus');
  const opUitspraak = onzichtbaarZonderDeel(huis.deuren, 'Deze uitspraak');

  api.get(
    '/casussen/:id/uitspraken',
    {
      schema: {
        operationId: 'uitsprakenLijst',
        summary: 'Wat er over dit gezin is gezegd, met wederhoor',
        tags: ['Casus'],
        params: IdParam,
        querystring: Type.Object({
          pagina: Type.Optional(
            Type.String({ pattern: '^[1-9][0-9]{0,3}$', description: 'Pagina, vanaf 1.' }),
          ),
        }),
        response: { 200: Uitspraken },
      },
    },
    async (request) => {
      const { id } = request.params;
      const pagina = Number(request.query.pagina ?? 1);
      return opCasus.read(
        contextVan(request, 'zicht_houden'),
        'uitspraak.lezen',
        { soort: 'casus', casusId: id },
        async (tx) => {
          await getCasus(tx, id);
          await betrefCasus(tx, id);
          const rijen = await pageUitspraken(tx, id, PER_PAGINA, pagina);
          return {
            uitspraken: rijen.slice(0, PER_PAGINA).map((u) => ({
              ...u,
              soort: u.soort as Static<typeof Uitspraak>['soort'],
              vastgelegdOp: u.vastgelegdOp.toISOString(),
              wederhoor: u.wederhoor.map(({ op, ...w }) => ({ ...w, vastgelegdOp: op.toISOString() })),
            })),
            pagina,
            meer: rijen.length > PER_PAGINA,
            ...(await getMeelezen(tx, id)),
          };
        },
      );
    },
  );

  api.post(
    '/casussen/:id/uitspraken',
    {
      schema: {
        operationId: 'uitspraakToevoegen',
        summary: 'Voeg een uitspraak toe, of verbeter er een met een nieuwe',
        tags: ['Casus'],
        params: IdParam,
        body: UitspraakInvoer,
        response: { 201: Toegevoegd },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const b = request.body;
      const uit = await opCasus.act(
        contextVan(request, 'zicht_houden'),
        'uitspraak.toevoegen',
        { soort: 'casus', casusId: id },
        async (tx) => {
          await getCasus(tx, id);
          let afgeschermd = b.afgeschermd ?? false;
          if (b.verbetertId) {
            const oud = await getUitspraak(tx, b.verbetertId);
            if (oud.casusId !== id)
              throw ongeldig([
                { veld: 'verbetertId', melding: 'De uitspraak die u verbetert hoort niet bij deze casus.' },
              ]);
            // facts stand apart from who disagrees with them (handbook 1.3, 1.6): another's statement is answered, not taken out
            if (oud.organisatieId !== tx.wie.organisatieId)
              throw ongeldig([
                {
                  veld: 'verbetertId',
                  melding:
                    'Deze uitspraak is van een andere organisatie; alleen zij kan haar verbeteren. Leg vast wie het er niet mee eens is bij Wederhoor, of voeg een eigen uitspraak toe.',
                },
              ]);
            // a correction of what is shielded would otherwise say it aloud
            afgeschermd ||= oud.afgeschermd;
          }
          await betrefCasus(tx, id);
          const [nieuw] = await schrijfUitspraken(tx, [
            {
              casusId: id,
              meldingId: null,
              soort: b.soort,
              tekst: b.tekst,
              bron: b.bron,
              gebeurdOp: b.gebeurdOp || null,
              afgeschermd,
              verbetertId: b.verbetertId ?? null,
            },
          ]);
          tx.inhoud({ uitspraak: nieuw, soort: b.soort, verbetert: Boolean(b.verbetertId) });
          return { id: nieuw ?? '' };
        },
      );
      return reply.code(201).header('Location', `/api/v1/casussen/${id}/uitspraken`).send(uit);
    },
  );

  api.post(
    '/uitspraken/:id/wederhoor',
    {
      schema: {
        operationId: 'wederhoorVastleggen',
        summary: 'Leg vast wat de ander over deze uitspraak zegt',
        tags: ['Casus'],
        params: IdParam,
        body: Type.Object(
          { door: Tekst(200), reactie: Tekst(8000), oneens: Type.Boolean() },
          { $id: 'WederhoorInvoer' },
        ),
        response: { 201: Toegevoegd },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const uit = await opUitspraak.act(
        contextVan(request, 'zicht_houden'),
        'uitspraak.wederhoor',
        { soort: 'uitspraak', onderwerpId: id },
        async (tx) => {
          const u = await getUitspraak(tx, id);
          tx.overCasus(u.casusId);
          await betrefCasus(tx, u.casusId);
          tx.inhoud({ oneens: request.body.oneens });
          return {
            id: await schrijfWederhoor(tx, { casusId: u.casusId, uitspraakId: id, ...request.body }),
            casusId: u.casusId,
          };
        },
      );
      return reply.code(201).header('Location', `/api/v1/casussen/${uit.casusId}/uitspraken`).send(uit);
    },
  );
}
