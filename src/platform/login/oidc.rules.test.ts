// SPDX-License-Identifier: EUPL-1.2
// Houvast at a provider that is not ours: one that is away, that lies, or whose tokens are not for us.
import { createServer, type Server } from 'node:http';
import Fastify, { type FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stuurProbleem } from '../http/problem.ts';
import { loginPlugin } from './login.api.ts';
import { geheugenSessies } from './proef.ts';
import { eisWie, getWie } from './wie.ts';

const ADRES = 'https://houvast.example';
const AUDIENCE = `${ADRES}/api`;
const IEMAND = '55555555-5555-4555-8555-555555555555';
const sleutels = await generateKeyPair('ES256', { extractable: true });
const vreemd = await generateKeyPair('ES256', { extractable: true });
const rsa = await generateKeyPair('RS256', { extractable: true });

/** A provider as a stranger would build it: no PAR, no end of session; it counts what it is asked. */
class Provider {
  vragen: string[] = [];
  keys: JWK[] = [];
  metadata: Record<string, unknown> = {};
  /** What the token endpoint answers. */
  tokenAntwoord: { status: number; lijf: unknown } = { status: 400, lijf: { error: 'invalid_grant' } };
  #server: Server | null = null;
  #poort = 0;

  get issuer(): string {
    return `http://127.0.0.1:${this.#poort}`;
  }

  async start(): Promise<this> {
    const server = createServer((vraag, antwoord) => {
      const pad = vraag.url ?? '';
      this.vragen.push(pad);
      const stuur = (lijf: unknown, status = 200) =>
        antwoord.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(lijf));
      if (pad === '/.well-known/openid-configuration') {
        stuur({
          issuer: this.issuer,
          authorization_endpoint: `${this.issuer}/auth`,
          token_endpoint: `${this.issuer}/token`,
          jwks_uri: `${this.issuer}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['ES256'],
          ...this.metadata,
        });
      } else if (pad === '/jwks') stuur({ keys: this.keys });
      else if (pad === '/token') stuur(this.tokenAntwoord.lijf, this.tokenAntwoord.status);
      else stuur({}, 404);
    });
    this.#server = server;
    await new Promise<void>((klaar) => server.listen(this.#poort, '127.0.0.1', klaar));
    const plek = server.address();
    if (typeof plek === 'object' && plek !== null) this.#poort = plek.port;
    this.keys = [{ ...(await exportJWK(sleutels.publicKey)), kid: 'een', alg: 'ES256', use: 'sig' }];
    return this;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((klaar) => (this.#server ? this.#server.close(klaar) : klaar(null)));
    this.#server = null;
  }
}

let provider: Provider;
let app: FastifyInstance;
let gebeurtenissen: string[];

async function maakApp(issuer: string): Promise<FastifyInstance> {
  const a = Fastify();
  a.setErrorHandler(stuurProbleem);
  await loginPlugin(a, {
    adres: ADRES,
    issuer,
    clientId: 'houvast',
    clientAuth: { soort: 'geheim', geheim: 'een lang en verder onbekend geheim van deze test' },
    sessies: geheugenSessies(),
    findMedewerker: async (sub) => (sub === IEMAND ? { medewerkerId: IEMAND, regioId: IEMAND } : null),
    klok: { nu: () => new Date() },
    demo: false,
    gebeurtenis: (g) => {
      gebeurtenissen.push(`${g.soort} ${g.oorzaak ?? ''}`.trim());
    },
  });
  await a.register(async (deel) => {
    deel.addHook('onRequest', eisWie);
    deel.get('/api/v1/ik', (request) => getWie(request));
    deel.get('/casussen/:id', () => 'casus');
  });
  a.get('/openbaar', (request) => ({ wie: request.wie }));
  return a;
}

beforeEach(async () => {
  gebeurtenissen = [];
  provider = await new Provider().start();
  app = await maakApp(provider.issuer);
});
afterEach(async () => {
  await app.close();
  await provider.stop();
});

const nu = () => Math.floor(Date.now() / 1000);
const goed = (): JWTPayload => ({
  iss: provider.issuer,
  aud: AUDIENCE,
  sub: IEMAND,
  client_id: 'iets',
  jti: 'j1',
  iat: nu(),
  exp: nu() + 60,
});

function teken(
  claims: JWTPayload,
  kop: Record<string, unknown> = {},
  sleutel = sleutels.privateKey,
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: 'een', typ: 'at+jwt', ...kop })
    .sign(sleutel);
}

async function ik(token: string): Promise<{ status: number; type: unknown; www: unknown }> {
  const antwoord = await app.inject({ url: '/api/v1/ik', headers: { authorization: `Bearer ${token}` } });
  return {
    status: antwoord.statusCode,
    type: antwoord.json<{ type?: string }>().type,
    www: antwoord.headers['www-authenticate'],
  };
}

const zonder = (claims: JWTPayload, naam: string): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([k]) => k !== naam));

describe('an access token', () => {
  it('is accepted when all is right, whatever prefix the type has and among several audiences', async () => {
    expect((await ik(await teken(goed()))).status).toBe(200);
    expect((await ik(await teken(goed(), { typ: 'application/at+jwt' }))).status).toBe(200);
    expect((await ik(await teken({ ...goed(), aud: ['https://elders.example', AUDIENCE] }))).status).toBe(
      200,
    );
  });

  const gevallen: [string, () => Promise<string>][] = [
    ['for another service', () => teken({ ...goed(), aud: 'https://elders.example/api' })],
    ['for an address that starts like ours', () => teken({ ...goed(), aud: `${AUDIENCE}/v2` })],
    ['for nobody', () => teken(zonder(goed(), 'aud'))],
    ['from another issuer', () => teken({ ...goed(), iss: 'https://kwaad.example' })],
    ['from nobody', () => teken(zonder(goed(), 'iss'))],
    ['that expired', () => teken({ ...goed(), iat: nu() - 600, exp: nu() - 60 })],
    ['without an end', () => teken(zonder(goed(), 'exp'))],
    ['that is not valid yet', () => teken({ ...goed(), nbf: nu() + 600 })],
    ['without a subject', () => teken(zonder(goed(), 'sub'))],
    ['without a client', () => teken(zonder(goed(), 'client_id'))],
    ['without an id', () => teken(zonder(goed(), 'jti'))],
    ['that is an ID token', () => teken(goed(), { typ: 'JWT' })],
    ['without a type', () => teken(goed(), { typ: undefined })],
    ['signed by another key under our key id', () => teken(goed(), {}, vreemd.privateKey)],
    ['signed by a key that is not published', () => teken(goed(), { kid: 'twee' }, vreemd.privateKey)],
    [
      'with a critical header that we do not know',
      () =>
        new SignJWT(goed())
          .setProtectedHeader({ alg: 'ES256', kid: 'een', typ: 'at+jwt', crit: ['iets'], iets: 1 })
          .sign(sleutels.privateKey, { crit: { iets: true } }),
    ],
    [
      'signed with our public key as a shared secret (HS256)',
      async () =>
        new SignJWT(goed())
          .setProtectedHeader({ alg: 'HS256', kid: 'een', typ: 'at+jwt' })
          .sign(Buffer.from(JSON.stringify(await exportJWK(sleutels.publicKey)))),
    ],
    [
      'that is not signed (alg none)',
      async () => {
        const deel = (x: unknown) => Buffer.from(JSON.stringify(x)).toString('base64url');
        return `${deel({ alg: 'none', typ: 'at+jwt' })}.${deel(goed())}.`;
      },
    ],
    [
      'with a key of its own in the header',
      async () =>
        teken(goed(), { jwk: await exportJWK(vreemd.publicKey), kid: undefined }, vreemd.privateKey),
    ],
    [
      'with a changed subject',
      async () => {
        const [kop, , handtekening] = (await teken({ ...goed(), sub: 'x' })).split('.');
        return `${kop}.${Buffer.from(JSON.stringify(goed())).toString('base64url')}.${handtekening}`;
      },
    ],
  ];
  it.each(gevallen)('%s is refused', async (_naam, maak) => {
    expect(await ik(await maak())).toEqual({
      status: 401,
      type: '/problemen/token-ongeldig',
      www: 'Bearer error="invalid_token"',
    });
  });

  it.each(['', ' ', 'x', 'a.b', 'a.b.c', '..', 'a.b.c.d.e', '%', 'é', 'x'.repeat(4000)])(
    'that is rubbish (%s) is refused without asking the provider',
    async (rommel) => {
      expect((await ik(Buffer.from(rommel).toString('latin1'))).status).toBe(401);
      expect(provider.vragen).toEqual([]);
    },
  );

  it('of someone we do not know is refused as such', async () => {
    expect(await ik(await teken({ ...goed(), sub: 'iemand-anders' }))).toMatchObject({
      status: 403,
      type: '/problemen/geen-toegang',
    });
  });

  it('is refused on public pages too: whoever sends one means it', async () => {
    const antwoord = await app.inject({ url: '/openbaar', headers: { authorization: 'Bearer x' } });
    expect(antwoord.statusCode).toBe(401);
    expect((await app.inject({ url: '/openbaar' })).json()).toEqual({ wie: null });
  });

  it('of another scheme is nobody', async () => {
    const antwoord = await app.inject({ url: '/api/v1/ik', headers: { authorization: 'Basic eDp5' } });
    expect(antwoord.json()).toMatchObject({ type: '/problemen/sessie-verlopen' });
    expect(antwoord.headers['www-authenticate']).toBe('Bearer');
  });

  it('costs one look at the keys, and a new key of the provider is found', async () => {
    for (let n = 0; n < 5; n++) expect((await ik(await teken(goed()))).status).toBe(200);
    expect(provider.vragen.filter((v) => v === '/jwks')).toHaveLength(1);
    // RSA beside EC, as after a change of provider
    await app.close();
    provider.keys.push({ ...(await exportJWK(rsa.publicKey)), kid: 'rsa', use: 'sig' });
    app = await maakApp(provider.issuer);
    expect((await ik(await teken(goed(), { alg: 'PS256', kid: 'rsa' }, await alsPs256()))).status).toBe(200);
  });
});

/** The RSA key of this test, for PS256. */
async function alsPs256(): Promise<typeof rsa.privateKey> {
  const jwk = await exportJWK(rsa.privateKey);
  return crypto.subtle.importKey(
    'jwk',
    { ...jwk, alg: 'PS256' } as JsonWebKey,
    { name: 'RSA-PSS', hash: 'SHA-256' },
    true,
    ['sign'],
  );
}

describe('a provider that is away', () => {
  it('is a clear page for people and 503 for systems; the server starts without it, and finds it when it is back', async () => {
    await provider.stop();
    const pagina = await app.inject({ url: '/inloggen?terug=/casussen/1' });
    expect(pagina.statusCode).toBe(503);
    expect(pagina.headers['retry-after']).toBe('30');
    expect(pagina.body).toContain('De inlogdienst geeft geen antwoord');
    expect(pagina.body).toContain(`href="/inloggen?terug=${encodeURIComponent('/casussen/1')}"`);
    const token = await teken(goed());
    expect(await ik(token)).toMatchObject({ status: 503, type: '/problemen/inlogdienst-weg' });

    await provider.start();
    expect((await app.inject({ url: '/inloggen' })).statusCode).toBe(303);
    expect((await ik(token)).status).toBe(200);
  });

  it('does not stop anyone from logging out here', async () => {
    await provider.stop();
    const uit = await app.inject({
      method: 'POST',
      url: '/uitloggen',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(uit.statusCode).toBe(303);
    expect(uit.headers.location).toBe('/uitgelogd?alleen=hier');
    expect((await app.inject({ url: '/uitgelogd?alleen=hier' })).body).toContain(
      'misschien nog niet bij uw organisatie',
    );
  });

  it.each([
    ['speaks for another issuer', { issuer: 'https://kwaad.example' }],
    ['publishes no keys', { jwks_uri: undefined }],
  ])('that %s is not used', async (_naam, metadata) => {
    provider.metadata = metadata;
    expect((await app.inject({ url: '/inloggen' })).statusCode).toBe(503);
  });
});

describe('the way to a provider', () => {
  async function begin(): Promise<{ naar: URL; koek: string }> {
    const antwoord = await app.inject({ url: '/inloggen?terug=/casussen/1' });
    const [koek = ''] = [antwoord.headers['set-cookie']].flat();
    return { naar: new URL(String(antwoord.headers.location)), koek: String(koek).split(';')[0] ?? '' };
  }

  it('carries state, nonce and a PKCE challenge, fresh each time, and nothing about who or where', async () => {
    const { naar } = await begin();
    const vraag = naar.searchParams;
    expect(naar.origin + naar.pathname).toBe(`${provider.issuer}/auth`);
    expect([...vraag.keys()].sort()).toEqual([
      'client_id',
      'code_challenge',
      'code_challenge_method',
      'nonce',
      'redirect_uri',
      'response_type',
      'scope',
      'state',
    ]);
    expect(vraag.get('code_challenge_method')).toBe('S256');
    expect(vraag.get('redirect_uri')).toBe(`${ADRES}/inloggen/terug`);
    const weer = (await begin()).naar.searchParams;
    for (const k of ['state', 'nonce', 'code_challenge']) expect(weer.get(k)).not.toBe(vraag.get(k));
  });

  it('seals what must be remembered: the cookie tells neither the verifier nor the nonce nor the page', async () => {
    const { koek, naar } = await begin();
    const inhoud = Buffer.from(koek.split('=')[1] ?? '', 'base64url').toString('latin1') + koek;
    expect(inhoud).not.toContain('casussen');
    expect(inhoud).not.toContain(naar.searchParams.get('nonce'));
  });

  async function terug(
    claims: (nonce: string) => JWTPayload,
    kop: Record<string, unknown> = {},
    sleutel = sleutels.privateKey,
  ) {
    const { naar, koek } = await begin();
    provider.tokenAntwoord = {
      status: 200,
      lijf: {
        access_token: 'x',
        token_type: 'Bearer',
        id_token: await teken(claims(naar.searchParams.get('nonce') ?? ''), { typ: 'JWT', ...kop }, sleutel),
      },
    };
    return app.inject({
      url: `/inloggen/terug?code=c&state=${naar.searchParams.get('state')}`,
      headers: { cookie: koek },
    });
  }
  const id = (nonce: string): JWTPayload => ({
    iss: provider.issuer,
    aud: 'houvast',
    sub: IEMAND,
    iat: nu(),
    exp: nu() + 60,
    nonce,
  });

  it('ends in a session for a good ID token', async () => {
    const antwoord = await terug(id);
    expect(antwoord.statusCode).toBe(303);
    expect(antwoord.headers.location).toBe('/casussen/1');
    expect(gebeurtenissen).toEqual(['ingelogd']);
  });

  it.each<[string, (nonce: string) => JWTPayload]>([
    ['with the nonce of another login', (n) => ({ ...id(n), nonce: 'x' })],
    ['without a nonce', (n) => zonder(id(n), 'nonce')],
    ['for another client', (n) => ({ ...id(n), aud: 'iets-anders' })],
    ['from another issuer', (n) => ({ ...id(n), iss: 'https://kwaad.example' })],
    ['that expired', (n) => ({ ...id(n), iat: nu() - 900, exp: nu() - 600 })],
  ])('ends nowhere for an ID token %s', async (_naam, claims) => {
    const antwoord = await terug(claims);
    expect(antwoord.statusCode).toBe(400);
    expect(String(antwoord.headers['set-cookie'])).not.toContain('sid=');
    expect(gebeurtenissen[0]).toMatch(/^inloggen-mislukt /);
  });

  it('ends nowhere for an ID token that another key signed', async () => {
    expect((await terug(id, {}, vreemd.privateKey)).statusCode).toBe(400);
  });

  it('shows the page for a provider that breaks down on the way', async () => {
    const { naar, koek } = await begin();
    await provider.stop();
    const antwoord = await app.inject({
      url: `/inloggen/terug?code=c&state=${naar.searchParams.get('state')}`,
      headers: { cookie: koek },
    });
    expect(antwoord.statusCode).toBe(503);
  });

  it('tells someone who turned back that nothing happened', async () => {
    const { naar, koek } = await begin();
    const antwoord = await app.inject({
      url: `/inloggen/terug?error=access_denied&state=${naar.searchParams.get('state')}`,
      headers: { cookie: koek },
    });
    expect(antwoord.statusCode).toBe(400);
    expect(antwoord.body).toContain('U hebt het inloggen afgebroken');
    expect(gebeurtenissen).toEqual(['inloggen-mislukt access_denied']);
  });
});

describe('logging out at a provider elsewhere', () => {
  it('ends there when it says how, and the page with the button may lead there', async () => {
    provider.metadata = { end_session_endpoint: `${provider.issuer}/uit` };
    const pagina = await app.inject({ url: '/uitloggen' });
    expect(pagina.headers['content-security-policy']).toContain(`form-action 'self' ${provider.issuer};`);
    const uit = await app.inject({
      method: 'POST',
      url: '/uitloggen',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    const naar = new URL(String(uit.headers.location));
    expect(naar.origin + naar.pathname).toBe(`${provider.issuer}/uit`);
    // no id_token_hint: nothing about a person in an address
    expect(Object.fromEntries(naar.searchParams)).toEqual({
      client_id: 'houvast',
      post_logout_redirect_uri: `${ADRES}/uitgelogd`,
    });
  });
});

describe('a page that needs a login', () => {
  it.each([
    ['/casussen/1', '/casussen/1'],
    ['/casussen/1?tab=plan', '/casussen/1?tab=plan'],
    ['/casussen/1?q=Jan%20de%20Boer', '/casussen/1'],
  ])('%s comes back to %s', async (url, pad) => {
    const antwoord = await app.inject({ url, headers: { accept: 'text/html' } });
    expect(antwoord.statusCode).toBe(303);
    expect(antwoord.headers.location).toBe(`/inloggen?terug=${encodeURIComponent(pad)}`);
  });

  it('answers a script that asks for it with 401', async () => {
    const antwoord = await app.inject({
      url: '/casussen/1',
      headers: { accept: 'text/html', 'sec-fetch-mode': 'cors' },
    });
    expect(antwoord.statusCode).toBe(401);
  });
});

describe('the address of this server', () => {
  it.each([
    'http://127.0.0.1:8080/',
    'https://houvast.example/pad',
    'houvast.example',
    'ftp://houvast.example',
  ])('cannot be %s', async (adres) => {
    await expect(
      loginPlugin(Fastify(), {
        adres,
        issuer: 'https://inloggen.example',
        clientId: 'x',
        clientAuth: { soort: 'geheim', geheim: 'x' },
        sessies: geheugenSessies(),
        findMedewerker: async () => null,
        klok: { nu: () => new Date() },
        demo: false,
      }),
    ).rejects.toThrow('Het adres van Houvast moet');
  });
});
