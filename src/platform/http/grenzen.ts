// SPDX-License-Identifier: EUPL-1.2
// How much one caller may ask. Counted per session, so that nobody can lock out someone else; who is not logged in is counted by the
// address that the connection comes from.
import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { algemeen } from './problem.ts';

/** Requests a minute. Bron onbekend, standaardwaarde: far above what a screen or the police's machine asks. */
export const GRENZEN = { ingelogd: 6000, onbekend: 600 } as const;

export interface Grenzen {
  /** Requests a minute of one session or token. */
  ingelogd: number;
  /** Requests a minute from one address of whoever is not logged in. */
  onbekend: number;
}

/** What a caller is counted under; `null`: not counted. */
function tellenOnder(request: FastifyRequest): { sleutel: string; ingelogd: boolean } | null {
  const pad = request.url;
  if (pad.startsWith('/assets/') || pad.startsWith('/gezond')) return null;
  const wie = request.wie;
  if (!wie) return { sleutel: `adres ${request.ip}`, ingelogd: false };
  const welke =
    wie.via === 'token' ? `token ${wie.client ?? ''}` : `sessie ${wie.sessieVanaf?.getTime() ?? 0}`;
  return {
    sleutel: createHash('sha256').update(`${welke} ${wie.medewerkerId}`).digest('hex'),
    ingelogd: true,
  };
}

/** Adds the limits. Call it after the login, which says who calls, and before the routes. */
export async function bewaakGrenzen(app: FastifyInstance, grenzen: Grenzen): Promise<void> {
  await app.register(rateLimit, { global: false });
  const maak = (max: number) =>
    app.createRateLimit({
      max,
      timeWindow: '1 minute',
      keyGenerator: (request) => tellenOnder(request)?.sleutel ?? '',
    });
  const [ingelogd, onbekend] = [maak(grenzen.ingelogd), maak(grenzen.onbekend)];
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const onder = tellenOnder(request);
    if (!onder) return;
    const stand = await (onder.ingelogd ? ingelogd : onbekend)(request);
    if (stand.isAllowed || !stand.isExceeded) return;
    reply.header('Retry-After', String(stand.ttlInSeconds));
    throw algemeen('teVeel');
  });
}
