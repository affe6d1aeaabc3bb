// SPDX-License-Identifier: EUPL-1.2
// How much one caller may ask, and what asks who someone is anew. A server without a database; who calls is a header.
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { TestKlok } from '../clock/klok.ts';
import { isVersBewezen } from '../login/sessie.ts';
import { maakServer } from './server.ts';

const NU = new Date('2026-11-23T08:00:00Z');
let app: FastifyInstance | undefined;
afterEach(() => app?.close());

async function start(grenzen = { ingelogd: 5, onbekend: 3 }): Promise<FastifyInstance> {
  app = await maakServer({
    adres: 'http://127.0.0.1:8080',
    demo: true,
    webMap: '/bestaat-niet',
    versie: '1.0.0',
    klok: new TestKlok(NU),
    logger: false,
    grenzen,
    gezond: async () => ({ goed: true, redenen: [] }),
    bewezen: (request) => isVersBewezen(request.wie?.stepUpOp, NU),
    wieIs: async (request) =>
      request.wie
        ? {
            regioId: 'r',
            medewerkerId: request.wie.medewerkerId,
            naam: 'x',
            functie: 'vt_medewerker',
            organisatieId: 'o',
            organisatieNaam: 'x',
            organisatieSoort: 'veilig_thuis',
            teamId: null,
            fictief: true,
          }
        : null,
    voor: async (server) => {
      server.decorateRequest('wie', null);
      server.addHook('onRequest', async (request) => {
        const [wie, sessie, geleden] = String(request.headers['x-wie'] ?? '').split(' ');
        request.wie = wie
          ? {
              medewerkerId: wie,
              regioId: 'r',
              via: 'sessie',
              sessieVanaf: new Date(Number(sessie)),
              ...(geleden ? { stepUpOp: new Date(NU.getTime() - Number(geleden) * 60_000) } : {}),
            }
          : null;
      });
    },
    api: (api) => {
      api.get('/iets', async () => ({ goed: true }));
      api.post('/noodknop', { config: { bewijs: true } }, async () => ({ goed: true }));
    },
    anders: () => undefined,
  });
  return app;
}
const vraag = (server: FastifyInstance, wie: string, url = '/api/v1/iets', remoteAddress = '10.0.0.1') =>
  server.inject({
    method: url.endsWith('noodknop') ? 'POST' : 'GET',
    url,
    headers: wie ? { 'x-wie': wie } : {},
    remoteAddress,
  });
const keer = async (n: number, doe: () => Promise<{ statusCode: number }>) => {
  const uit: number[] = [];
  for (let i = 0; i < n; i++) uit.push((await doe()).statusCode);
  return uit;
};

describe('how much one may ask', () => {
  it('stops a session that asks too much, and says how long to wait', async () => {
    const server = await start();
    expect(await keer(6, () => vraag(server, 'visser 1'))).toEqual([200, 200, 200, 200, 200, 429]);
    const nee = await vraag(server, 'visser 1');
    expect(nee.headers['content-type']).toMatch('application/problem+json');
    expect(Number(nee.headers['retry-after'])).toBeGreaterThan(0);
    expect(nee.json()).toMatchObject({ type: '/problemen/te-veel', status: 429 });
  });

  it('locks out nobody else: not a colleague at the same address, nor the same person in another session', async () => {
    const server = await start();
    await keer(9, () => vraag(server, 'visser 1'));
    expect((await vraag(server, 'bakker 1')).statusCode).toBe(200);
    expect((await vraag(server, 'visser 2')).statusCode).toBe(200);
  });

  it('counts who is not logged in by address, so that a stranger cannot use up the share of who is', async () => {
    const server = await start();
    expect(await keer(4, () => vraag(server, ''))).toEqual([401, 401, 401, 429]);
    expect((await vraag(server, 'visser 1')).statusCode).toBe(200);
    expect((await vraag(server, '', '/api/v1/iets', '10.0.0.2')).statusCode).toBe(401);
    expect((await vraag(server, '', '/gezond')).statusCode).toBe(200);
  });
});

describe('what asks who someone is anew', () => {
  it('is refused to a session that did not show it, or too long ago, in the words of RFC 9470', async () => {
    const server = await start();
    for (const wie of ['visser 1', 'visser 1 10']) {
      const nee = await vraag(server, wie, '/api/v1/noodknop');
      expect(nee.statusCode, wie).toBe(401);
      expect(nee.json()).toMatchObject({ type: '/problemen/bewijs-opnieuw' });
      expect(nee.headers['www-authenticate']).toContain('insufficient_user_authentication');
    }
    expect((await vraag(server, 'visser 1 9', '/api/v1/noodknop')).statusCode).toBe(200);
    // what does not ask it goes on as before
    expect((await vraag(server, 'visser 1')).statusCode).toBe(200);
  });
});
