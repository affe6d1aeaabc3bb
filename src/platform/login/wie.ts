// SPDX-License-Identifier: EUPL-1.2
// Who is calling: a bearer token (another system) or a session cookie (a person at a screen).
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Klok } from '../clock/klok.ts';
import { algemeen, type Probleem } from '../http/problem.ts';
import { findOrigin, localPath } from './adres.ts';
import { type Inlogdienst, InlogdienstWeg, TokenOngeldig } from './oidc.ts';
import { type CookieVorm, hashSessieId, isGeldig, mustTouch, type SessieStore } from './sessie.ts';

/** The caller of a request. Function and organisation are looked up later, by who knows them (kern). */
interface Aanroeper {
  medewerkerId: string;
  regioId: string;
  via: 'sessie' | 'token';
  /** Since when this session runs. */
  sessieVanaf?: Date;
  /** When this person last proved anew who they are, in this session. */
  stepUpOp?: Date;
  /** The client that the token was given to. */
  client?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; null: nobody that we know. */
    wie: Aanroeper | null;
  }
}

/** Whom a subject of the identity provider is here; null: no employee of any region. */
export type FindMedewerker = (sub: string) => Promise<{ medewerkerId: string; regioId: string } | null>;

/** Methods that change nothing (RFC 9110 § 9.2.1). */
const VEILIG = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
/** A screen sends this with what it asks by itself: refreshing a list must not keep an unattended session alive. */
const ACHTERGROND = 'houvast-achtergrond';

/**
 * The rule against requests that another site makes in the name of our user (CSRF). The browser itself says where a
 * request comes from and a page cannot change that: Sec-Fetch-Site, or Origin in older browsers. Saying nothing is
 * refused too.
 * @throws Probleem 403
 */
export function assertEigenHerkomst(request: FastifyRequest, adres: string): void {
  if (VEILIG.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const goed =
    site === undefined
      ? request.headers.origin !== undefined && request.headers.origin === findOrigin(adres)
      : site === 'same-origin';
  if (!goed) {
    throw algemeen('vreemdeHerkomst');
  }
}

interface WieOpties {
  adres: string;
  inlogdienst: Pick<Inlogdienst, 'verifyToken'>;
  sessies: SessieStore;
  findMedewerker: FindMedewerker;
  klok: Klok;
  cookie: CookieVorm;
}

async function vanToken(token: string, reply: FastifyReply, o: WieOpties): Promise<Aanroeper> {
  try {
    const { sub, client, bewezenOp } = await o.inlogdienst.verifyToken(token, o.klok.nu());
    const gevonden = await o.findMedewerker(sub);
    if (gevonden !== null) return { ...gevonden, via: 'token', client, stepUpOp: bewezenOp };
  } catch (fout) {
    if (fout instanceof InlogdienstWeg) throw algemeen('inlogdienstWeg');
    if (!(fout instanceof TokenOngeldig)) throw fout;
    // RFC 6750 § 3.1
    reply.header('www-authenticate', 'Bearer error="invalid_token"');
    throw algemeen('tokenOngeldig');
  }
  throw algemeen('geenToegang');
}

async function vanSessie(
  id: string | undefined,
  request: FastifyRequest,
  o: WieOpties,
): Promise<Aanroeper | null> {
  const hash = hashSessieId(id);
  if (hash === null) return null;
  const nu = o.klok.nu();
  const sessie = await o.sessies.findSessie(hash);
  if (sessie === null || !isGeldig(sessie, nu)) return null;
  // before anything is touched: a foreign request must not even keep the session alive
  assertEigenHerkomst(request, o.adres);
  if (mustTouch(sessie, nu) && request.headers[ACHTERGROND] === undefined)
    await o.sessies.touchSessie(hash, nu);
  return {
    medewerkerId: sessie.medewerkerId,
    regioId: sessie.regioId,
    via: 'sessie',
    sessieVanaf: sessie.gemaakt,
    ...(sessie.stepUpOp === null ? {} : { stepUpOp: sessie.stepUpOp }),
  };
}

/**
 * Resolves the caller. A bearer token goes before a cookie: whoever sends one means it. A token that is not good is an
 * error at once; a session that is no longer good is nobody, so that public pages stay public.
 * @throws Probleem 401 (token), 403 (unknown account, foreign origin), 503 (provider away)
 */
export async function resolveWie(
  request: FastifyRequest,
  reply: FastifyReply,
  o: WieOpties,
): Promise<Aanroeper | null> {
  const token = /^Bearer(?: +(.*))?$/i.exec(request.headers.authorization ?? '');
  if (token !== null) return vanToken(token[1] ?? '', reply, o);
  return vanSessie(request.cookies[o.cookie.naam], request, o);
}

/** Nobody is logged in (any more). The screen keeps what was typed and lets the worker log in again in a second window. */
export function sessieVerlopen(): Probleem {
  return algemeen('sessieVerlopen');
}

/** @returns the caller. @throws Probleem 401 when there is none */
export function getWie(request: FastifyRequest): Aanroeper {
  if (request.wie === null) throw sessieVerlopen();
  return request.wie;
}

/** True for a browser that opens a page, as opposed to a screen or a system that calls the API. */
function vraagtPagina(request: FastifyRequest): boolean {
  if ((request.method !== 'GET' && request.method !== 'HEAD') || /^\/api(?:[/?]|$)/.test(request.url))
    return false;
  const soort = request.headers['sec-fetch-mode'];
  return soort === undefined ? (request.headers.accept ?? '').includes('text/html') : soort === 'navigate';
}

/** onRequest hook for whatever needs a login: a page goes to the login and comes back here, the API answers 401. */
export async function eisWie(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (request.wie !== null) return undefined;
  if (!vraagtPagina(request)) throw sessieVerlopen();
  return reply.redirect(`/inloggen?terug=${encodeURIComponent(localPath(request.url))}`, 303);
}
