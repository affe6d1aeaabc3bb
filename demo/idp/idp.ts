// SPDX-License-Identifier: EUPL-1.2
// The identity provider of the demo: a real one (oidc-provider), with a picker of personas where a login page would be.
// It lives on the same server, below /demo-idp. main.ts loads it only in the demo: everybody can be anybody here.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JWK } from 'jose';
import Provider, { type Configuration, errors, type KoaContextWithOIDC } from 'oidc-provider';
import { findTaal, TAAL_COOKIE, voorkeurstaal } from '../../src/platform/http/taal.ts';
import { type ClientAuth, DEMO_IDP_PAD, DEMO_PERSONA_GEHEIM } from '../../src/platform/login/geheimen.ts';
import { PAGINA_KOPPEN, paginaTaal, renderPagina, sendPagina } from '../../src/platform/login/pagina.ts';
import { geheugenAdapter } from './geheugen.ts';
import { foutwoorden, KIEZER_STIJL, kiezer, STIJL_PAD, uitlegpagina, uitlogpagina } from './kiezer.ts';
import { controleerPersonas, HOUVAST_CLIENT, type Persona } from './personas.ts';
import { ALG, leesSleutels, newSleutel } from './sleutels.ts';

interface DemoIdpOpties {
  /** Public origin of this server, without a slash at the end. */
  adres: string;
  /** Data folder, for the provider's keys. */
  map: string;
  personas: readonly Persona[];
}

/** What Houvast needs to log in at this provider. */
interface DemoIdp {
  issuer: string;
  clientId: string;
  clientAuth: ClientAuth;
}

const KIES_PAD = `${DEMO_IDP_PAD}/kies`;
const UITLOGGEN_PAD = `${DEMO_IDP_PAD}/session/end`;
const TOKEN_S = 60 * 60;
const DAG_S = 12 * 60 * 60;
const SCOPE = 'houvast';

interface Keuze {
  Params: { uid: string };
  Body: { persona?: string } | null;
}

/** The public half of a private key. */
function publiek({ kty, crv, x, y, kid, alg, use }: JWK): JWK {
  return { kty, crv, x, y, kid, alg, use } as JWK;
}

function configuratie(
  o: DemoIdpOpties,
  sleutels: { keys: JWK[]; cookies: string[] },
  houvast: JWK,
): Configuration {
  const api = `${o.adres}/api`;
  const subVan = new Map(o.personas.map((p) => [p.id, p.sub]));
  const bekend = new Set(subVan.values());
  return {
    adapter: geheugenAdapter(),
    jwks: { keys: sleutels.keys } as NonNullable<Configuration['jwks']>,
    cookies: {
      keys: sleutels.cookies,
      names: { session: 'demo-idp-sessie', interaction: 'demo-idp-keuze', resume: 'demo-idp-verder' },
      long: { httpOnly: true, sameSite: 'lax', path: DEMO_IDP_PAD },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    clientDefaults: { id_token_signed_response_alg: ALG },
    clients: [
      {
        client_id: HOUVAST_CLIENT,
        client_name: 'Houvast',
        redirect_uris: [`${o.adres}/inloggen/terug`],
        post_logout_redirect_uris: [`${o.adres}/uitgelogd`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: ALG,
        jwks: { keys: [publiek(houvast)] } as NonNullable<Configuration['jwks']>,
      },
      ...o.personas.map((p) => ({
        client_id: p.id,
        client_name: p.naam,
        client_secret: DEMO_PERSONA_GEHEIM,
        redirect_uris: [],
        response_types: [],
        grant_types: ['client_credentials'],
        token_endpoint_auth_method: 'client_secret_basic' as const,
      })),
    ],
    clientAuthMethods: ['private_key_jwt', 'client_secret_basic'],
    scopes: ['openid', SCOPE],
    responseTypes: ['code'],
    pkce: { required: () => true },
    findAccount: (_ctx, sub) => (bekend.has(sub) ? { accountId: sub, claims: () => ({ sub }) } : undefined),
    // Houvast is ours: nothing to consent to
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      grant.addResourceScope(api, SCOPE);
      await grant.save();
      return grant;
    },
    interactions: { url: (_ctx, keuze) => `${KIES_PAD}/${keuze.uid}` },
    formats: {
      customizers: {
        // a persona's own client speaks for that persona: the same subject as when it logs in
        jwt: (_ctx, token, delen) => {
          const sub = token.kind === 'ClientCredentials' ? subVan.get(token.clientId ?? '') : undefined;
          if (sub !== undefined) delen.payload['sub'] = sub;
        },
      },
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      dPoP: { enabled: false },
      clientCredentials: { enabled: true },
      pushedAuthorizationRequests: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        // there is one API; a client that names none means that one
        defaultResource: () => api,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== api)
            throw new errors.InvalidTarget(`onbekende resource; deze inlogdienst kent alleen ${api}`);
          return {
            scope: SCOPE,
            audience: api,
            accessTokenFormat: 'jwt',
            accessTokenTTL: TOKEN_S,
            jwt: { sign: { alg: ALG } },
          };
        },
      },
    },
    ttl: {
      AccessToken: TOKEN_S,
      AuthorizationCode: 60,
      ClientCredentials: TOKEN_S,
      Grant: DAG_S,
      IdToken: TOKEN_S,
      Interaction: 60 * 60,
      Session: DAG_S,
    },
    renderError: (ctx: KoaContextWithOIDC, out) => {
      const taal =
        findTaal(ctx.cookies.get(TAAL_COOKIE, { signed: false })) ??
        voorkeurstaal(ctx.get('accept-language'));
      const t = foutwoorden(taal);
      ctx.type = 'html';
      ctx.set('content-language', taal);
      ctx.body = renderPagina(uitlegpagina(taal, t.verzoek, t.verzoekZin(out.error)));
    },
  };
}

/**
 * Adds the identity provider to the server, below /demo-idp. Demo only.
 * @returns what to give to the login
 * @throws Error when the personas or the stored keys cannot be used
 */
export async function demoIdpPlugin(app: FastifyInstance, opties: DemoIdpOpties): Promise<DemoIdp> {
  controleerPersonas(opties.personas);
  const issuer = `${opties.adres}${DEMO_IDP_PAD}`;
  const sleutels = await leesSleutels(opties.map);
  const houvast = await newSleutel();
  const provider = new Provider(issuer, configuratie(opties, sleutels, houvast));
  provider.proxy = true;
  // Koa's own handler prints the error, text and all
  provider.silent = true;
  provider.on('server_error', (_ctx, fout) =>
    app.log.error({ soort: fout.name, fout: fout.message }, 'demo-inlogdienst'),
  );
  const verwerk = provider.callback();
  const { host, protocol } = new URL(opties.adres);
  const mensen = new Map(opties.personas.filter((p) => p.machine !== true).map((p) => [p.id, p]));

  /** The provider builds addresses from the request: it must see the public one, whatever way the request came. */
  const alsPubliek = (req: IncomingMessage): IncomingMessage => {
    req.headers.host = host;
    req.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    delete req.headers['x-forwarded-host'];
    return req;
  };

  await app.register(async (deel) => {
    const verborgen = { schema: { hide: true } };
    deel.setErrorHandler((fout, request, reply) => {
      const verlopen = fout instanceof errors.SessionNotFound;
      if (!verlopen)
        request.log.error({ soort: fout instanceof Error ? fout.name : 'onbekend' }, 'demo-inlogdienst');
      const taal = paginaTaal(request, reply, opties.adres);
      const t = foutwoorden(taal);
      return sendPagina(
        reply,
        verlopen ? 400 : 500,
        verlopen ? uitlegpagina(taal, t.verlopen, t.verlopenZin) : uitlegpagina(taal, t.stuk, t.stukZin),
      );
    });
    deel.removeAllContentTypeParsers();
    deel.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 4096 },
      (_r, tekst, klaar) => klaar(null, Object.fromEntries(new URLSearchParams(String(tekst)))),
    );

    deel.get(STIJL_PAD, verborgen, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').type('text/css; charset=utf-8').send(KIEZER_STIJL),
    );
    deel.get(`${DEMO_IDP_PAD}/personas`, verborgen, (_request, reply) =>
      reply.header('cache-control', 'no-store').send({
        demo: true,
        personas: opties.personas.map(({ id, naam, functie, organisatie, omschrijving, machine }) => ({
          id,
          naam,
          functie,
          organisatie,
          omschrijving,
          machine: machine === true,
        })),
      }),
    );

    deel.get(`${KIES_PAD}/:uid`, verborgen, async (request, reply) => {
      const { uid } = await provider.interactionDetails(alsPubliek(request.raw), reply.raw);
      const taal = paginaTaal(request, reply, opties.adres);
      return sendPagina(reply, 200, kiezer(opties.personas, `${KIES_PAD}/${uid}`, taal));
    });

    deel.post<Keuze>(`${KIES_PAD}/:uid`, verborgen, async (request, reply) => {
      const keuze = await provider.interactionDetails(alsPubliek(request.raw), reply.raw);
      const persona = mensen.get(request.body?.persona ?? '');
      if (persona === undefined) return reply.redirect(`${KIES_PAD}/${keuze.uid}`, 303);
      if (keuze.session !== undefined && keuze.session.accountId !== persona.sub) {
        // someone else than a moment ago: end that session first, or the library does it by a page with a script
        keuze.session = undefined;
        await keuze.persist();
        await (await provider.Session.get(provider.createContext(request.raw, reply.raw))).destroy();
      }
      const resultaat = { login: { accountId: persona.sub } };
      const verder = await provider.interactionResult(request.raw, reply.raw, resultaat, {
        mergeWithLastSubmission: false,
      });
      return reply.header('cache-control', 'no-store').redirect(verder, 303);
    });

    // OpenID Connect RP-Initiated Logout 1.0, without the script that the library's own page needs. Houvast sends the
    // browser here from its own page: that is consent enough. From anywhere else we ask first.
    const logUit = async (request: FastifyRequest, reply: FastifyReply, vraag: Record<string, string>) => {
      const ctx = provider.createContext(alsPubliek(request.raw), reply.raw);
      const client = await provider.Client.find(vraag['client_id'] ?? '');
      const naar = vraag['post_logout_redirect_uri'];
      const terug =
        naar !== undefined && client?.postLogoutRedirectUriAllowed(naar) === true ? new URL(naar) : null;
      if (terug !== null && vraag['state'] !== undefined) terug.searchParams.set('state', vraag['state']);
      const session = await provider.Session.get(ctx);
      await session.destroy();
      // not by the library's cookie jar: it writes to the raw response, which Fastify is about to replace
      reply.header('set-cookie', [
        `demo-idp-sessie=; Path=${DEMO_IDP_PAD}; Max-Age=0; HttpOnly; SameSite=Lax`,
        `demo-idp-sessie.sig=; Path=${DEMO_IDP_PAD}; Max-Age=0; HttpOnly; SameSite=Lax`,
      ]);
      return reply.header('cache-control', 'no-store').redirect(terug?.href ?? '/uitgelogd', 303);
    };
    deel.get<{ Querystring: Record<string, string> }>(UITLOGGEN_PAD, verborgen, (request, reply) => {
      const site = request.headers['sec-fetch-site'];
      if (site === undefined || site === 'same-origin') return logUit(request, reply, request.query);
      return sendPagina(reply, 200, uitlogpagina(paginaTaal(request, reply, opties.adres), request.url));
    });
    deel.post<{ Querystring: Record<string, string> }>(UITLOGGEN_PAD, verborgen, (request, reply) =>
      logUit(request, reply, request.query),
    );

    // everything else is the provider's own business, raw: it reads the body itself
    await deel.register(async (ruw) => {
      ruw.removeAllContentTypeParsers();
      ruw.addContentTypeParser('*', (_request, _inhoud, klaar) => klaar(null));
      ruw.route({
        method: ['GET', 'POST', 'OPTIONS'],
        url: `${DEMO_IDP_PAD}/*`,
        ...verborgen,
        handler: (request, reply) => {
          reply.hijack();
          geefDoor(verwerk, alsPubliek(request.raw), reply.raw);
        },
      });
    });
  });

  return { issuer, clientId: HOUVAST_CLIENT, clientAuth: { soort: 'sleutel', jwk: houvast } };
}

function geefDoor(
  verwerk: ReturnType<Provider['callback']>,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  for (const [naam, waarde] of Object.entries(PAGINA_KOPPEN)) res.setHeader(naam, waarde);
  const url = req.url ?? '/';
  Object.assign(req, { originalUrl: url });
  req.url = url.slice(DEMO_IDP_PAD.length);
  void verwerk(req, res);
}
