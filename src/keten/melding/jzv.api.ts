// SPDX-License-Identifier: EUPL-1.2
// The police's door, exactly as JZV Meldingen 1.0 has it: all its paths, its statuses, its schema file as validator.
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifyReply } from 'fastify';
import { bij } from '../../kern/gebeurtenissen.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Reacties } from '../../platform/acts/deur.ts';
import { ongeldig, Probleem } from '../../platform/http/problem.ts';
import { type Api, contextVan, type Huis } from '../../platform/http/server.ts';
import {
  getJzv,
  getUitkomst,
  listJzv,
  meldUitkomsten,
  ontvangJzv,
  plaatsUitkomst,
  trekJzvIn,
  wijzigJzv,
} from './jzv.store.ts';
import { JZV_DATUM, type JzvMelding, type UitkomstStatus } from './jzv.ts';
import schema from './jzv-meldingen-1.0.schema.json' with { type: 'json' };
import type { Herkenning } from './melding.store.ts';

const BASIS = '/api/jzv_meldingen/v1';
/** GET /meldingen gives at most so many; the header `warning` says when there are more. */
const HOOGSTENS = 100;

interface Nummer {
  registratienummer: string;
}
/** Of a registratienummer; the standard names no end. */
const NUMMER_LENGTE = 200;
const NUMMER = {
  type: 'object',
  required: ['registratienummer'],
  properties: { registratienummer: { type: 'string', minLength: 1, maxLength: NUMMER_LENGTE } },
};

/** Routes of JZV Meldingen 1.0. Nothing is stripped here: what the police send is kept whole. */
export function registreerJzv(api: Api, huis: Huis, herkenning: Herkenning): void {
  const ajv = new Ajv({ allErrors: true, strict: false, coerceTypes: false });
  addFormats.default(ajv);
  // more than the standard takes: a report is not refused for a birth date that is not whole
  ajv.addFormat('date', JZV_DATUM);
  api.register(
    async (jzv) => {
      jzv.setValidatorCompiler(({ schema: s }) => ajv.compile(s as object));
      jzv.addHook('onRequest', async (_request, reply) => {
        reply.header('api-version', '1.0.0');
      });
      const onderwerp = { soort: 'jzv' };
      const verwerk = (request: Parameters<typeof contextVan>[0]) => contextVan(request, 'zelf_melden');

      jzv.post<{ Body: JzvMelding }>(
        '/meldingen',
        { schema: { body: schema.definitions.Melding } },
        async (request, reply) => {
          const m = request.body;
          if (!/\S/.test(m.registratienummer))
            throw ongeldig([
              {
                veld: 'registratienummer',
                melding: 'Het registratienummer is leeg. Geef het nummer van uw systeem mee.',
              },
            ]);
          if (m.registratienummer.length > NUMMER_LENGTE) {
            throw ongeldig([
              {
                veld: 'registratienummer',
                melding: `Dit registratienummer is te lang (hoogstens ${NUMMER_LENGTE} tekens).`,
              },
            ]);
          }
          // the registratienummer is the key here: an Idempotency-Key adds nothing
          const uit = await huis.deuren.act(
            { ...verwerk(request), idempotentie: undefined },
            'jzv.melden',
            onderwerp,
            (tx) => ontvangJzv(tx, m, herkenning),
          );
          if (uit.uitkomst === 'afwijkend') {
            throw new Probleem(
              409,
              'Dit registratienummer is al gebruikt voor een ander bericht',
              'Veilig Thuis heeft ook dit bericht bewaard en kijkt ernaar; de eerste melding is niet gewijzigd. Wilt u haar wijzigen, stuur dit bericht dan met PUT. Is het een andere melding, geef haar dan een eigen nummer.',
              { soort: 'nummer-al-gebruikt' },
            );
          }
          if (uit.uitkomst === 'ingetrokken') {
            throw new Probleem(
              409,
              'De melding met dit registratienummer is ingetrokken',
              'Veilig Thuis heeft ook dit bericht bewaard en kijkt ernaar. Wilt u opnieuw melden, geef de melding dan een nieuw registratienummer.',
              { soort: 'ingetrokken' },
            );
          }
          return gemaakt(reply, `${BASIS}/meldingen/${encodeURIComponent(m.registratienummer)}`, m);
        },
      );
      jzv.put<{ Body: JzvMelding }>(
        '/meldingen',
        { schema: { body: schema.definitions.Melding } },
        async (request) => {
          await huis.deuren.act(verwerk(request), 'jzv.wijzigen', onderwerp, (tx) =>
            wijzigJzv(tx, request.body, herkenning),
          );
          return request.body;
        },
      );
      jzv.get('/meldingen', async (request, reply) => {
        const lijst = await huis.deuren.read(verwerk(request), 'jzv.lijst', onderwerp, (tx) =>
          listJzv(tx, HOOGSTENS + 1),
        );
        if (lijst.length > HOOGSTENS)
          reply.header('warning', `299 - "Alleen de nieuwste ${HOOGSTENS} meldingen"`);
        return lijst.slice(0, HOOGSTENS);
      });
      jzv.get<{ Params: Nummer }>(
        '/meldingen/:registratienummer',
        { schema: { params: NUMMER } },
        async (request) =>
          huis.deuren.read(verwerk(request), 'jzv.lezen', onderwerp, (tx) =>
            getJzv(tx, request.params.registratienummer),
          ),
      );
      jzv.delete<{ Params: Nummer }>(
        '/meldingen/:registratienummer',
        { schema: { params: NUMMER } },
        async (request, reply) => {
          await huis.deuren.act(verwerk(request), 'jzv.intrekken', onderwerp, (tx) =>
            trekJzvIn(tx, request.params.registratienummer),
          );
          return reply.code(204).send();
        },
      );

      const uitkomst = { schema: { body: schema.definitions.UitkomstMelding } };
      const plaats = (request: Parameters<typeof contextVan>[0], body: Uitkomst) =>
        huis.deuren.act(
          { ...contextVan(request, 'terugkoppelen'), idempotentie: undefined },
          'jzv.uitkomst_plaatsen',
          onderwerp,
          (tx) => plaatsUitkomst(tx, body),
        );
      jzv.post<{ Body: Uitkomst }>('/uitkomstmeldingen', uitkomst, async (request, reply) => {
        const nieuw = await plaats(request, request.body);
        if (!nieuw)
          throw new Probleem(
            409,
            'Deze uitkomst is al gegeven',
            'Bij deze melding staat deze status al. Er is niets gewijzigd.',
            { soort: 'al-gedaan' },
          );
        return gemaakt(
          reply,
          `${BASIS}/uitkomstmeldingen/${encodeURIComponent(request.body.registratienummer)}`,
          request.body,
        );
      });
      jzv.put<{ Body: Uitkomst }>('/uitkomstmeldingen', uitkomst, async (request) => {
        await plaats(request, request.body);
        return request.body;
      });
      jzv.get<{ Params: Nummer }>(
        '/uitkomstmeldingen/:registratienummer',
        { schema: { params: NUMMER } },
        async (request) =>
          huis.deuren.read(verwerk(request), 'jzv.uitkomst_lezen', onderwerp, (tx) =>
            getUitkomst(tx, request.params.registratienummer),
          ),
      );
    },
    { prefix: BASIS },
  );
}

interface Uitkomst {
  registratienummer: string;
  status: UitkomstStatus;
}

function gemaakt<T>(reply: FastifyReply, plek: string, body: T): FastifyReply {
  return reply.code(201).header('Location', plek).send(body);
}

/** The outcomes that go back to the police, each written in the transaction of what it tells. */
export function reageerMetUitkomst(reacties: Reacties): void {
  bij(reacties, 'beoordeling.vastgesteld', async (tx, g) => {
    const houder = await findHouder(tx, g.casusId);
    await meldUitkomsten(tx, { meldingId: g.meldingId }, 'vastgesteld', houder?.organisatieId ?? null);
  });
  bij(reacties, 'overdracht.aanvaard', (tx, g) =>
    meldUitkomsten(tx, { casusId: g.casusId }, 'overgedragen', g.naarId),
  );
  bij(reacties, 'melding.verplaatst', async (tx, g) => {
    const houder = await findHouder(tx, g.naarCasusId);
    for (const meldingId of g.meldingIds)
      await meldUitkomsten(tx, { meldingId }, 'verplaatst', houder?.organisatieId ?? null);
  });
  bij(reacties, 'casus.gesloten', (tx, g) =>
    meldUitkomsten(tx, { casusId: g.casusId }, 'gesloten', g.organisatieId),
  );
}
