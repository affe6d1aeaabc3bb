// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import type { Context, Deuren, Wie } from '../acts/deur.ts';
import type { Klok } from '../clock/klok.ts';
import { BEWIJS_S } from '../login/sessie.ts';
import { sessieVerlopen } from '../login/wie.ts';
import { UUID } from '../uuid.ts';
import { bewaakGrenzen, GRENZEN, type Grenzen } from './grenzen.ts';
import { keurInhoud } from './inhoud.ts';
import { leesUit, leesUtf8 } from './lichaam.ts';
import { maakMethoden } from './methoden.ts';
import { algemeen, alsDocument, misvormd, nietGevonden, type Probleem, stuurProbleem } from './problem.ts';
import { PROBLEEM, probleemAntwoorden } from './schema.ts';
import { luieVormen } from './vormen.ts';

export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What every station's routes get: the doors and the clock. */
export interface Huis {
  deuren: Deuren;
  klok: Klok;
  demo: boolean;
}

export interface Gezondheid {
  goed: boolean;
  /** Dutch sentence per part that is not well. */
  redenen: string[];
}

export interface ServerOpties {
  adres: string;
  demo: boolean;
  webMap: string;
  versie: string;
  /** Address of the identity provider when it is another server: logging out is a form that ends there. */
  inlogdienst?: string | undefined;
  klok: Klok;
  logger: boolean;
  gezond: () => Promise<Gezondheid>;
  /** Who is at the other end of this request; null when nobody is logged in. Throws a Probleem on a bad token or CSRF. */
  wieIs: (request: FastifyRequest) => Promise<Wie | null>;
  /** Whether the caller proved a short while ago who they are, for routes that ask it anew; without it everyone did. */
  bewezen?: (request: FastifyRequest) => boolean;
  /** How much one caller may ask; without it the usual. */
  grenzen?: Grenzen | undefined;
  /** Addresses of proxies that say for whom they ask (X-Forwarded-For); without them that header is not believed. */
  vertrouwdeProxys?: string[] | undefined;
  /** Login routes, and in the demo the identity provider. */
  voor: (app: FastifyInstance) => Promise<void>;
  /** The stations' routes, under /api/v1. */
  api: (app: Api) => void;
  /** Routes that follow another standard (JZV), each under its own base path. */
  anders: (app: Api) => void;
}

declare module 'fastify' {
  interface FastifyRequest {
    houvastWie: Wie | null;
  }
  interface FastifyContextConfig {
    /** No login needed (openapi.json). */
    openbaar?: boolean;
    /** What is told here and not read would be lost: a field that the schema does not know is refused by its name. */
    streng?: boolean;
    /** Asks who someone is anew (RFC 9470): the noodknop, what goes out, and administration. */
    bewijs?: boolean;
  }
}

/** The context of a request for the doors. `doel` is the purpose that the route stands for. */
export function contextVan(request: FastifyRequest, doel: string): Context {
  const wie = request.houvastWie;
  if (!wie) throw sessieVerlopen();
  const sleutel = request.headers['idempotency-key'];
  const traceparent = request.headers['traceparent'];
  return {
    wie,
    doel,
    traceparent: typeof traceparent === 'string' ? traceparent : undefined,
    idempotentie:
      request.method === 'POST' && typeof sleutel === 'string' && sleutel.length > 0 && sleutel.length <= 200
        ? {
            sleutel: `${request.routeOptions.url}:${sleutel}`,
            verzoek: { params: request.params, body: request.body },
          }
        : undefined,
  };
}

/** Whether a person at a screen asks; a system has no screen in which something stays. */
function isBrowser(request: FastifyRequest): boolean {
  return request.headers['sec-fetch-mode'] !== undefined || request.headers.cookie !== undefined;
}

/** Headers of every answer of the API (NL API Design Rules 2.2, stack-wide no-store: it is all personal). */
function veiligeHeaders(reply: { header(naam: string, waarde: string): unknown }): void {
  reply.header('Cache-Control', 'no-store');
  reply.header('X-Frame-Options', 'DENY');
}

/** Headers that belong to one answer and not to every one. */
const VAN_DIE_ENE = /^(?:content-(?:type|length)|date|connection|keep-alive|retry-after|.*ratelimit.*)$/;

/** What Node itself cannot read is answered in Dutch: the language that was asked for is in what could not be read. */
function weigerOpVerbinding(
  fout: { code?: string | undefined },
  socket: Socket,
  koppen: Record<string, string>,
): void {
  if (fout.code === 'ECONNRESET' || !socket.writable) return;
  const p = algemeen(
    fout.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? 'teTraag'
      : fout.code === 'HPE_HEADER_OVERFLOW'
        ? 'koppenTeGroot'
        : 'verzoek',
  );
  const { doc, talen } = alsDocument(p, 'nl');
  const inhoud = JSON.stringify(doc);
  const regels = Object.entries({
    ...koppen,
    'content-language': talen,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(inhoud),
    connection: 'close',
  }).map(([naam, waarde]) => `${naam}: ${waarde}\r\n`);
  socket.end(`HTTP/1.1 ${p.statusCode} ${STATUS_CODES[p.statusCode]}\r\n${regels.join('')}\r\n${inhoud}`);
  // who does not hang up now is not waited for
  setTimeout(() => socket.destroy(), 1_000).unref();
}

const RFC3339 = /^(\d{4}-\d{2}-\d{2})[t ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:z|[+-]\d{2}:\d{2})$/i;

/** A moment with its offset, on a day that exists. */
function isMoment(tekst: string): boolean {
  const dag = RFC3339.exec(tekst)?.[1];
  if (dag === undefined || Number.isNaN(Date.parse(tekst))) return false;
  return new Date(`${dag}T00:00:00Z`).toISOString().startsWith(dag);
}

/** Builds the HTTP server; listening is up to the caller. */
export async function maakServer(o: ServerOpties): Promise<FastifyInstance> {
  // no hook runs for what cannot be read: it gets the headers of an answer that went by all of them, asked for once
  let gewoon: Promise<Record<string, string>> | undefined;
  const gewoneKoppen = () => {
    gewoon ??= app
      .inject({ method: 'GET', url: '/.well-known/security.txt' })
      // a server that is closing asks itself nothing any more
      .then(
        ({ headers }) => Object.entries(headers),
        () => [],
      )
      .then((gevonden) => {
        const koppen: Record<string, string> = {};
        for (const [naam, waarde] of gevonden)
          if (waarde !== undefined && !VAN_DIE_ENE.test(naam)) koppen[naam] = String(waarde);
        veiligeHeaders({ header: (naam, waarde) => (koppen[naam.toLowerCase()] = waarde) });
        return koppen;
      });
    return gewoon;
  };
  const app: FastifyInstance = fastify({
    logger: o.logger
      ? {
          level: 'warn',
          // no URL with a query, no header, no body: the log is not a second record of persons
          serializers: {
            req: (r) => ({ method: r.method, url: String(r.url).split('?')[0] ?? '' }),
            res: (r) => ({ statusCode: r.statusCode }),
          },
        }
      : false,
    // an address that cannot be read never reaches a route: it is answered as any other mistake
    frameworkErrors: (fout, request, reply) => {
      void gewoneKoppen().then((koppen) => {
        reply.headers(koppen);
        if (request.raw.url?.startsWith('/api/')) reply.header('API-Version', o.versie);
        stuurProbleem(fout, request, reply);
      });
    },
    // nor does what is no request at all
    clientErrorHandler: (fout, socket) =>
      void gewoneKoppen().then((koppen) => weigerOpVerbinding(fout, socket, koppen)),
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    trustProxy: o.vertrouwdeProxys && o.vertrouwdeProxys.length > 0 ? o.vertrouwdeProxys : false,
    schemaController: { compilersFactory: luieVormen() },
    ajv: {
      customOptions: { allErrors: true, removeAdditional: 'all', coerceTypes: false, useDefaults: true },
      onCreate: (ajv: { addFormat(naam: string, vorm: unknown): unknown }) => {
        // the usual formats also take `urn:uuid:…` and the sixtieth second, which neither Date nor PostgreSQL reads
        ajv.addFormat('uuid', UUID);
        ajv.addFormat('date-time', isMoment);
      },
    },
    // a registratienummer of the police may be as long as two hundred characters, each of them escaped
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 2400 },
  });
  const https = o.adres.startsWith('https://');
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'", ...(o.inlogdienst ? [new URL(o.inlogdienst).origin] : [])],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  // JSON as it was sent, or not at all; plain text is nothing that any route takes
  const json = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, inhoud: Buffer, klaar) => {
    // many a client names its kind with every request: what is taken away has no body to read
    if (request.method === 'DELETE' && inhoud.length === 0) {
      klaar(null, undefined);
      return;
    }
    let tekst: string;
    try {
      tekst = leesUtf8(inhoud, request.headers['content-type']);
    } catch (fout) {
      klaar(fout as Error);
      return;
    }
    json(request, tekst, klaar);
  });
  app.addHook('onSend', async (request, reply) => {
    // we are about to hang up: not before the other side is ready to hear why
    if (reply.getHeader('connection') === 'close') await leesUit(request.raw);
  });
  const methoden = maakMethoden();
  app.addHook('onRoute', ({ method, url }) => {
    if (url.startsWith('/api/')) methoden.noteer(method, url);
  });
  /** An address that no route has, or not with this method. */
  const onbekendAdres = (request: FastifyRequest, reply: FastifyReply): Probleem => {
    const kan = methoden.van(request.url.split('?')[0] ?? '/');
    if (kan.length === 0) return nietGevonden('Dit adres');
    reply.header('Allow', kan.join(', '));
    return algemeen('methode');
  };
  app.decorateRequest('houvastWie', null);
  app.setErrorHandler(stuurProbleem);

  app.get('/gezond', { config: { openbaar: true } }, async (_request, reply) => {
    const g = await o.gezond();
    return reply
      .code(g.goed ? 200 : 503)
      .header('Cache-Control', 'no-store')
      .send({ goed: g.goed, redenen: g.redenen, demo: o.demo, versie: o.versie });
  });
  app.get('/.well-known/security.txt', async (_request, reply) => {
    const verloopt = new Date(o.klok.nu().getTime() + 180 * 86_400_000).toISOString();
    return reply
      .type('text/plain; charset=utf-8')
      .send(
        `Contact: ${o.adres}/toegankelijkheid\nExpires: ${verloopt}\nPreferred-Languages: nl, en\nCanonical: ${o.adres}/.well-known/security.txt\n`,
      );
  });

  await o.voor(app);
  await bewaakGrenzen(app, o.grenzen ?? GRENZEN);

  const metWie = async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.routeOptions.config.openbaar) return;
    request.houvastWie = await o.wieIs(request);
    if (!request.houvastWie) throw isBrowser(request) ? sessieVerlopen() : algemeen('nietIngelogd');
    if (request.routeOptions.config.bewijs && o.bewezen?.(request) === false) {
      reply.header(
        'WWW-Authenticate',
        `Bearer error="insufficient_user_authentication", max_age=${BEWIJS_S}`,
      );
      throw algemeen('bewijsOpnieuw');
    }
  };

  await app.register(
    async (scope) => {
      const api = scope.withTypeProvider<TypeBoxTypeProvider>();
      await api.register(swagger, {
        openapi: {
          openapi: '3.1.0',
          info: {
            title: 'Houvast',
            description:
              'De keten van melding tot blijvende veiligheid. Fouten komen als problem+json (RFC 9457), in het Nederlands; wie met Accept-Language Engels vraagt, krijgt wat voor elke route geldt in het Engels (zie Content-Language).',
            version: `${o.versie}`,
            contact: {
              name: 'Team Houvast',
              email: 'houvast@voorbeeld.nl',
              url: 'https://github.com/houvast/houvast',
            },
            license: {
              name: 'EUPL-1.2',
              url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12',
            },
          },
          servers: [{ url: '/api/v1' }],
          security: [{ bearer: [] }],
          components: {
            securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
          },
        },
        refResolver: {
          buildLocalReference: (json, _base, _fragment, i) =>
            typeof json.$id === 'string' ? json.$id : `Schema${i}`,
        },
      });
      api.addSchema(PROBLEEM);
      api.addHook('onRoute', probleemAntwoorden);
      api.addHook('onRequest', async (_request, reply) => {
        veiligeHeaders(reply);
        reply.header('API-Version', o.versie);
      });
      api.addHook('onRequest', metWie);
      api.addHook('preValidation', async (request) => {
        const { config, schema } = request.routeOptions;
        const fouten = [
          ...keurInhoud(request.query),
          ...keurInhoud(request.body, config.streng ? schema?.body : undefined),
        ];
        if (fouten.length > 0) throw misvormd(fouten);
      });
      o.api(api);
      api.get(
        '/openapi.json',
        { config: { openbaar: true }, schema: { hide: true } },
        async (_request, reply) => reply.header('Access-Control-Allow-Origin', '*').send(api.swagger()),
      );
      api.setNotFoundHandler((request, reply) => {
        throw onbekendAdres(request, reply);
      });
    },
    { prefix: '/api/v1' },
  );
  await app.register(async (scope) => {
    const api = scope.withTypeProvider<TypeBoxTypeProvider>();
    api.addHook('onRequest', async (_request, reply) => veiligeHeaders(reply));
    api.addHook('onRequest', metWie);
    // what such a standard does not name is kept with the message
    api.addHook('preValidation', async (request) => {
      const fouten = [...keurInhoud(request.query), ...keurInhoud(request.body)];
      if (fouten.length > 0) throw misvormd(fouten);
    });
    o.anders(api);
  });

  if (existsSync(join(o.webMap, 'index.html'))) {
    await app.register(fastifyStatic, {
      root: o.webMap,
      index: 'index.html',
      cacheControl: false,
      // the build left a .br and a .gz beside each text file
      preCompressed: true,
      setHeaders: (reply, pad) => {
        reply.header(
          'Cache-Control',
          pad.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const pad = request.url.split('?')[0] ?? '/';
    if (
      request.method !== 'GET' ||
      pad.startsWith('/api/') ||
      /\.[a-z0-9]{1,8}$/i.test(pad) ||
      !existsSync(join(o.webMap, 'index.html'))
    ) {
      throw onbekendAdres(request, reply);
    }
    // every other address is a screen: the app decides what it shows. What a search engine may keep (it has no session) is
    // the start page and the accessibility statement, not the address of a casus.
    if (!request.wie && pad !== '/' && pad !== '/toegankelijkheid')
      reply.header('X-Robots-Tag', 'noindex, nofollow');
    return reply.type('text/html; charset=utf-8').header('Cache-Control', 'no-cache').sendFile('index.html');
  });
  return app;
}
