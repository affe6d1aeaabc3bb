// SPDX-License-Identifier: EUPL-1.2
// Pieces of schema that every route shares.
import type { RouteOptions } from 'fastify';
import Type, { type TSchema } from 'typebox';

export const Id = Type.String({ format: 'uuid' });
/** A moment, RFC 3339, answered in UTC. */
export const Moment = Type.String({ format: 'date-time' });
export const Leeg = <T extends TSchema>(t: T) => Type.Union([t, Type.Null()]);
/** One sign that can be seen. Not white space, nor what is drawn as nothing: zero width, fillers, an empty braille cell (U+2800). */
export const ZICHTBAAR = '[^\\s\\p{Cc}\\p{Cf}\\p{DI}\\u2800]';
/** Signs that put what follows in another order on the screen than it was typed in. */
export const OMKEREND = '[\\u202a-\\u202e\\u2066-\\u2069]';
/** Text that a person typed; trimmed of nothing, bounded in length, something to see, and read as it is written. */
export const Tekst = (max = 4000) =>
  Type.String({
    minLength: 1,
    maxLength: max,
    pattern: ZICHTBAAR,
    not: { type: 'string', pattern: OMKEREND },
  });

export const IdParam = Type.Object({ id: Id });

/** One of the words of a list, as enum in OpenAPI. */
export function Keuze<const T extends readonly string[]>(waarden: T) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...waarden] });
}

export const PROBLEEM = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    instance: Type.String(),
    fouten: Type.Optional(Type.Array(Type.Object({ veld: Type.String(), melding: Type.String() }))),
  },
  { $id: 'Probleem', additionalProperties: true },
);

const OMSCHRIJVING: Record<number, string> = {
  400: 'Er klopt iets niet aan het verzoek.',
  401: 'Niet ingelogd.',
  403: 'Dit mag niet, met de reden.',
  404: 'Niet gevonden.',
  409: 'Iemand was eerder, of een regel verbiedt het.',
  413: 'Te groot.',
  415: 'Deze soort inhoud kan niet gelezen worden.',
  429: 'Te veel verzoeken in een minuut.',
  500: 'Onverwachte fout.',
  503: 'Even niet bereikbaar.',
};

const VERSIE_HEADER = { 'API-Version': { type: 'string', description: 'Versie van de API.' } };

/** Documents the problems of every route, and the version header of every answer, so that no route can forget them. */
export function probleemAntwoorden(route: RouteOptions): void {
  const schema = route.schema;
  if (!schema || (schema as { hide?: boolean }).hide) return;
  const methode = String(route.method);
  const heeftInvoer = schema.params || schema.querystring || schema.body;
  const codes = [401, 403, 429, 500, 503];
  if (heeftInvoer || methode !== 'GET') codes.push(400);
  // a body names things too: a casus, a medewerker
  if (schema.params || schema.body) codes.push(404);
  if (methode !== 'GET') codes.push(409, 415);
  if (schema.body) codes.push(413);
  const antwoorden = (schema.response ?? {}) as Record<string, unknown>;
  for (const [code, vorm] of Object.entries(antwoorden)) {
    const v = vorm as { content?: unknown; description?: string; type?: string };
    // an answer without a body is described without one
    if (v.type === 'null') {
      antwoorden[code] = { description: 'Gelukt.', headers: VERSIE_HEADER, ...v };
      continue;
    }
    antwoorden[code] = v.content
      ? { headers: VERSIE_HEADER, ...v }
      : {
          description: v.description ?? 'Gelukt.',
          headers: VERSIE_HEADER,
          content: { 'application/json': { schema: vorm } },
        };
  }
  for (const code of codes) {
    antwoorden[code] ??= {
      description: OMSCHRIJVING[code],
      headers: VERSIE_HEADER,
      content: { 'application/problem+json': { schema: { $ref: 'Probleem#' } } },
    };
  }
  schema.response = antwoorden;
  if (methode === 'POST' && !route.url.endsWith('/_zoek')) {
    schema.headers ??= {
      type: 'object',
      // the validator strips what is not declared; the other headers must stay
      patternProperties: { '^': {} },
      properties: {
        'idempotency-key': {
          type: 'string',
          description:
            'Eigen sleutel: hetzelfde verzoek nog eens geeft hetzelfde antwoord. Gebruikte een collega een sleutel met deze UUID erin al, dan komt er niets bij (409).',
          maxLength: 200,
        },
      },
    };
  }
}
