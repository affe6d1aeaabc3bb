// SPDX-License-Identifier: EUPL-1.2
// What Node itself refuses gets the same headers as any answer, and a problem that one can read: asked over a bare connection.
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestKlok } from '../clock/klok.ts';
import { maakServer } from './server.ts';

let app: FastifyInstance;
let poort: number;
beforeAll(async () => {
  app = await maakServer({
    adres: 'https://houvast.voorbeeld.nl',
    demo: false,
    webMap: '/bestaat-niet',
    versie: '1.0.0',
    klok: new TestKlok(new Date('2026-11-23T08:00:00Z')),
    logger: false,
    grenzen: { ingelogd: 10, onbekend: 10 },
    gezond: async () => ({ goed: true, redenen: [] }),
    wieIs: async () => null,
    voor: async () => undefined,
    api: () => undefined,
    anders: () => undefined,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  poort = (app.server.address() as AddressInfo).port;
});
afterAll(() => app.close());

/** Sends these bytes and reads until the other side hangs up. */
function stuur(tekst: string, op: (socket: Socket) => void = () => undefined) {
  return new Promise<{ status: number; koppen: Map<string, string>; inhoud: string }>((klaar, fout) => {
    const socket = connect(poort, '127.0.0.1', () => {
      socket.write(tekst);
      op(socket);
    });
    const stukken: Buffer[] = [];
    socket.on('data', (d) => stukken.push(d));
    socket.on('error', fout);
    socket.on('end', () => {
      socket.destroy();
      const [kop = '', ...rest] = Buffer.concat(stukken).toString('utf8').split('\r\n\r\n');
      const [eerste = '', ...regels] = kop.split('\r\n');
      klaar({
        status: Number(eerste.split(' ')[1]),
        koppen: new Map(
          regels.map((r) => [r.slice(0, r.indexOf(':')).toLowerCase(), r.slice(r.indexOf(':') + 2)]),
        ),
        inhoud: rest.join('\r\n\r\n'),
      });
    });
  });
}

/** Of one answer, and not of every one. */
const EIGEN = /^(?:content-|date$|connection$|keep-alive$|vary$|cache-control$|x-frame-options$)/;

describe('a request that Node itself refuses', () => {
  it.each([
    ['is no HTTP', 'HALLO\r\n\r\n', 400],
    ['has a header that is none', 'GET / HTTP/1.1\r\nHost: x\r\nGeheim woord\r\n\r\n', 400],
    [
      'has two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
    ],
    ['has headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
  ])('because it %s', async (_waarom, tekst, status) => {
    const uit = await stuur(tekst);
    expect(uit.status).toBe(status);
    expect(uit.koppen.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(uit.koppen.get('content-language')).toBe('nl');
    expect(uit.koppen.get('content-length')).toBe(String(Buffer.byteLength(uit.inhoud)));
    expect(JSON.parse(uit.inhoud)).toMatchObject({ status, title: expect.stringMatching(/verzoek/) });
    // nothing of what was sent comes back
    expect(uit.inhoud).not.toMatch(/geheim|aaaa/i);
    const gewoon = await app.inject({ method: 'GET', url: '/.well-known/security.txt' });
    const hoort = Object.entries(gewoon.headers).filter(([naam]) => !EIGEN.test(naam));
    expect(hoort.map(([naam]) => naam)).toContain('strict-transport-security');
    for (const [naam, waarde] of hoort) expect(uit.koppen.get(naam), naam).toBe(String(waarde));
    expect(uit.koppen.get('content-security-policy')).toBe(gewoon.headers['content-security-policy']);
    expect(uit.koppen.get('cache-control')).toBe('no-store');
    expect(uit.koppen.get('x-frame-options')).toBe('DENY');
  });

  it('because it does not come in whole', async () => {
    // Node looks twice a minute whether a request takes too long: here it has looked
    app.server.once('connection', (verbinding) =>
      setImmediate(() =>
        app.server.emit(
          'clientError',
          Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }),
          verbinding,
        ),
      ),
    );
    const uit = await stuur('GET / HTTP/1.1\r\nHost: x\r\n');
    expect(uit.status).toBe(408);
    expect(JSON.parse(uit.inhoud)).toMatchObject({ status: 408, type: '/problemen/te-traag' });
  });

  it('gives nobody a way to use up what others may ask', async () => {
    for (let i = 0; i < 20; i++) expect((await stuur('HALLO\r\n\r\n')).status).toBe(400);
    const na = await app.inject({ method: 'GET', url: '/.well-known/security.txt' });
    expect(na.statusCode).toBe(200);
  });
});
