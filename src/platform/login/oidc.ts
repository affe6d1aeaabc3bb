// SPDX-License-Identifier: EUPL-1.2
// Houvast as the client of an identity provider: authorization code with PKCE, and JWT access tokens for the API.
import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  importJWK,
  type JWTPayload,
  customFetch as jwksFetch,
  jwtVerify,
} from 'jose';
import * as client from 'openid-client';
import { findOrigin, isLoopback } from './adres.ts';
import type { ClientAuth } from './geheimen.ts';

/** A login that was begun and not yet finished; travels sealed in the browser. */
export interface Inlogpoging {
  state: string;
  nonce: string;
  verifier: string;
  /** Local path to return to. */
  terug: string;
  /** The person must prove anew who they are, whatever session the provider still has. */
  opnieuw: boolean;
  /** Milliseconds since 1970. */
  begonnen: number;
}

/** The identity provider gives no (usable) answer; trying again later may help. */
export class InlogdienstWeg extends Error {}

/** The identity provider or our own checks say no. `oorzaak` is a technical code without personal data. */
export class InlogGeweigerd extends Error {
  readonly oorzaak: string;
  constructor(oorzaak: string) {
    super(`login refused: ${oorzaak}`);
    this.oorzaak = oorzaak;
  }
}

/** An access token that cannot be accepted. `oorzaak` is a technical code. */
export class TokenOngeldig extends Error {
  readonly oorzaak: string;
  constructor(oorzaak: string) {
    super(`token refused: ${oorzaak}`);
    this.oorzaak = oorzaak;
  }
}

interface InlogdienstOpties {
  /** Public origin of this server, e.g. "https://houvast.example". */
  adres: string;
  /** Issuer identifier as the provider publishes it. */
  issuer: string;
  clientId: string;
  clientAuth: ClientAuth;
  /** Audience that an access token for this API must have. */
  audience: string;
  /** How to reach the provider from the server; default: the global fetch. */
  fetch?: typeof fetch;
}

export interface Inlogdienst {
  /** @returns where to send the browser, and what to remember until it comes back. @throws InlogdienstWeg */
  start(vraag: { terug: string; opnieuw: boolean; nu: Date }): Promise<{ naar: URL; poging: Inlogpoging }>;
  /** @param zoek the query string with which the browser came back. @throws InlogdienstWeg, InlogGeweigerd */
  finish(zoek: string, poging: Inlogpoging): Promise<{ sub: string }>;
  /** Where to end the provider's session too, or null when the provider cannot or is away. Never throws. */
  findEndSession(terugNaar: string): Promise<URL | null>;
  /** Checks an RFC 9068 access token. @throws InlogdienstWeg, TokenOngeldig */
  verifyToken(token: string, nu: Date): Promise<{ sub: string; client: string; bewezenOp: Date }>;
}

const WACHT_S = 5;
/** Two machines rarely agree to the second. */
const SCHEEF_S = 30;
const ALGORITMEN = [
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
  'RS256',
  'RS384',
  'RS512',
];

/** True for an error that says nothing about the login, only that the provider did not answer as a provider does. */
function isWeg(fout: unknown): boolean {
  // "fetch failed" has no code; a wrong argument, our own mistake, has one
  if (fout instanceof TypeError && !('code' in fout)) return true;
  if (fout instanceof DOMException && fout.name === 'TimeoutError') return true;
  if (fout instanceof errors.JWKSTimeout || fout instanceof errors.JWKSInvalid) return true;
  if (fout instanceof errors.JOSEError) return fout.code === 'ERR_JOSE_GENERIC';
  return (
    fout instanceof client.ClientError &&
    [
      'OAUTH_TIMEOUT',
      'OAUTH_ABORT',
      'OAUTH_RESPONSE_IS_NOT_CONFORM',
      'OAUTH_RESPONSE_IS_NOT_JSON',
      undefined,
    ].includes(fout.code)
  );
}

/** RFC 9068 § 2.1: an ID token, signed by the same keys, must not pass for an access token. */
function isAccessToken(token: string): boolean {
  try {
    return /^(?:application\/)?at\+jwt$/i.test(decodeProtectedHeader(token).typ ?? '');
  } catch {
    return false;
  }
}

function oorzaakVan(fout: unknown): string {
  if (fout instanceof client.AuthorizationResponseError || fout instanceof client.ResponseBodyError) {
    // an error code of the protocol; the description is free text and may hold anything
    return /^[a-z_]{1,40}$/.test(fout.error) ? fout.error : 'provider_error';
  }
  return fout instanceof client.ClientError ? (fout.code ?? 'OAUTH_ERROR') : 'unknown_error';
}

async function clientAuthVan(auth: ClientAuth): Promise<client.ClientAuth> {
  if (auth.soort === 'geheim') return client.ClientSecretBasic(auth.geheim);
  const key = await importJWK(auth.jwk);
  if (key instanceof Uint8Array)
    throw new Error('De sleutel van Houvast voor de inlogdienst moet een private sleutel zijn.');
  return client.PrivateKeyJwt(auth.jwk.kid === undefined ? key : { key, kid: auth.jwk.kid });
}

/**
 * The identity provider as seen from here. Its published settings are fetched at the first use, kept, and asked for
 * again after a failure: Houvast starts without the provider, and the demo's provider lives in this same server.
 */
export function openInlogdienst(opties: InlogdienstOpties): Inlogdienst {
  const terugkeer = `${opties.adres}/inloggen/terug`;
  const issuer = new URL(opties.issuer);
  const haal = opties.fetch ?? fetch;
  const onveiligMag = issuer.protocol === 'http:' && isLoopback(issuer.hostname);

  interface Ontdekt {
    config: client.Configuration;
    sleutels: ReturnType<typeof createRemoteJWKSet>;
  }
  let ontdekt: Promise<Ontdekt> | null = null;

  async function discover(): Promise<Ontdekt> {
    const config = await client.discovery(
      issuer,
      opties.clientId,
      {},
      await clientAuthVan(opties.clientAuth),
      {
        timeout: WACHT_S,
        [client.customFetch]: (url, init) => haal(url, init as RequestInit),
        execute: [client.enableNonRepudiationChecks, ...(onveiligMag ? [client.allowInsecureRequests] : [])],
      },
    );
    const { jwks_uri } = config.serverMetadata();
    if (jwks_uri === undefined) throw new InlogdienstWeg('the provider publishes no keys');
    const sleutels = createRemoteJWKSet(new URL(jwks_uri), {
      timeoutDuration: WACHT_S * 1000,
      [jwksFetch]: (url, init) => haal(url, init),
    });
    return { config, sleutels };
  }

  async function provider(): Promise<Ontdekt> {
    ontdekt ??= discover();
    try {
      return await ontdekt;
    } catch (fout) {
      ontdekt = null;
      // whatever it is (away, wrong issuer, not a provider): nobody can log in now, and it may be mended later
      throw new InlogdienstWeg('discovery failed', { cause: fout });
    }
  }

  return {
    async start({ terug, opnieuw, nu }) {
      const { config } = await provider();
      const poging: Inlogpoging = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        terug,
        opnieuw,
        begonnen: nu.getTime(),
      };
      const vraag = {
        redirect_uri: terugkeer,
        response_type: 'code',
        scope: 'openid',
        state: poging.state,
        nonce: poging.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(poging.verifier),
        code_challenge_method: 'S256',
        // max_age makes the provider tell when the person proved who they are
        ...(opnieuw ? { prompt: 'login', max_age: '300' } : {}),
      };
      if (config.serverMetadata().pushed_authorization_request_endpoint === undefined) {
        return { naar: client.buildAuthorizationUrl(config, vraag), poging };
      }
      try {
        return { naar: await client.buildAuthorizationUrlWithPAR(config, vraag), poging };
      } catch (fout) {
        throw isWeg(fout)
          ? new InlogdienstWeg('par failed', { cause: fout })
          : new InlogGeweigerd(oorzaakVan(fout));
      }
    },

    async finish(zoek, poging) {
      const { config } = await provider();
      const url = new URL(terugkeer);
      url.search = zoek;
      let claims: client.IDToken | undefined;
      try {
        const antwoord = await client.authorizationCodeGrant(config, url, {
          expectedState: poging.state,
          expectedNonce: poging.nonce,
          pkceCodeVerifier: poging.verifier,
          idTokenExpected: true,
        });
        claims = antwoord.claims();
      } catch (fout) {
        throw isWeg(fout)
          ? new InlogdienstWeg('token request failed', { cause: fout })
          : new InlogGeweigerd(oorzaakVan(fout));
      }
      if (claims === undefined) throw new InlogGeweigerd('no_id_token');
      // The browser carried prompt=login and could have dropped it: only auth_time proves that it was obeyed.
      if (
        poging.opnieuw &&
        !(typeof claims.auth_time === 'number' && claims.auth_time >= poging.begonnen / 1000 - SCHEEF_S)
      ) {
        throw new InlogGeweigerd('not_reauthenticated');
      }
      return { sub: claims.sub };
    },

    async findEndSession(terugNaar) {
      try {
        const { config } = await provider();
        if (config.serverMetadata().end_session_endpoint === undefined) return null;
        // no id_token_hint: an ID token may name the person, and this is a URL
        return client.buildEndSessionUrl(config, { post_logout_redirect_uri: terugNaar });
      } catch {
        return null;
      }
    },

    async verifyToken(token, nu) {
      // cheap first look, so that rubbish never makes us call the provider
      if (!isAccessToken(token)) throw new TokenOngeldig('typ');
      const { sleutels } = await provider();
      let payload: JWTPayload;
      try {
        // RFC 9068 § 4: typ, iss, aud, signature, exp; and the claims of § 2.2 must be there
        ({ payload } = await jwtVerify(token, sleutels, {
          typ: 'at+jwt',
          issuer: opties.issuer,
          audience: opties.audience,
          algorithms: ALGORITMEN,
          requiredClaims: ['exp', 'iat', 'jti', 'sub', 'client_id'],
          clockTolerance: 5,
          currentDate: nu,
        }));
      } catch (fout) {
        if (isWeg(fout)) throw new InlogdienstWeg('keys failed', { cause: fout });
        throw new TokenOngeldig(fout instanceof errors.JOSEError ? fout.code : 'unknown_error');
      }
      if (typeof payload.sub !== 'string' || typeof payload['client_id'] !== 'string')
        throw new TokenOngeldig('claims');
      // RFC 9470 § 6.1: when the person logged in; a provider that does not say it gave the token then
      const bewezen = typeof payload['auth_time'] === 'number' ? payload['auth_time'] : (payload.iat ?? 0);
      return { sub: payload.sub, client: payload['client_id'], bewezenOp: new Date(bewezen * 1000) };
    },
  };
}

/**
 * A fetch for a provider that lives in this same server: it goes to the socket that the server listens on, so that the
 * demo also works where the public address leads somewhere else first (a proxy, a forwarded port).
 */
export function eigenFetch(
  adres: string,
  luistert: () => { address: string; port: number } | null,
): typeof fetch {
  return (bron, init) => {
    const url = new URL(bron instanceof Request ? bron.url : bron);
    const plek = luistert();
    if (plek !== null && url.origin === findOrigin(adres)) {
      const host = ['0.0.0.0', '::'].includes(plek.address) ? '127.0.0.1' : plek.address;
      return fetch(
        `http://${host.includes(':') ? `[${host}]` : host}:${plek.port}${url.pathname}${url.search}`,
        init,
      );
    }
    return fetch(bron, init);
  };
}
