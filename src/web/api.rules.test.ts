// SPDX-License-Identifier: EUPL-1.2
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProbleem, abandonSessie, api, onSessie, resumeSessie, uuid } from './api.ts';

type Antwoord = { status: number; body?: unknown } | 'weg';

/** Answers in turn; remembers what was asked. */
function serve(...antwoorden: Antwoord[]) {
  const vragen: { path: string; init: RequestInit & { headers: Record<string, string> } }[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit & { headers: Record<string, string> }) => {
    vragen.push({ path, init });
    const a = antwoorden[Math.min(vragen.length, antwoorden.length) - 1];
    if (a === undefined || a === 'weg') throw new TypeError('fetch failed');
    return new Response(a.body === undefined ? null : JSON.stringify(a.body), {
      status: a.status,
      headers: { 'content-type': a.status < 400 ? 'application/json' : 'application/problem+json' },
    });
  });
  return vragen;
}

afterEach(() => {
  abandonSessie();
  vi.unstubAllGlobals();
});

describe('the API client', () => {
  it('sends a key with every POST, and only with a POST', async () => {
    const vragen = serve({ status: 200, body: {} });
    await api.post('/meldingen', { wat: 1 });
    await api.get('/ik');
    await api.put('/concepten/1', {});
    expect(vragen[0]?.path).toBe('/api/v1/meldingen');
    expect(vragen[0]?.init.headers['Idempotency-Key']).toMatch(/^[0-9a-f-]{36}$/);
    expect(vragen.slice(1).map((v) => v.init.headers['Idempotency-Key'])).toEqual([undefined, undefined]);
  });

  it('turns problem+json into fields, a number and the rest', async () => {
    serve({
      status: 400,
      body: {
        title: 'Er is nog iets nodig',
        detail: 'Vul de naam in.',
        instance: 'urn:houvast:fout:ab12',
        fouten: [{ veld: 'naam', melding: 'Vul de naam in.' }, { los: true }],
        huidig: { versie: 2 },
      },
    });
    const fout = await api.get('/x').catch((f: unknown) => f);
    expect(fout).toBeInstanceOf(ApiProbleem);
    expect(fout).toMatchObject({
      status: 400,
      titel: 'Er is nog iets nodig',
      nummer: 'ab12',
      fouten: [{ veld: 'naam', melding: 'Vul de naam in.' }],
      inhoud: { huidig: { versie: 2 } },
    });
  });

  it('says that what was typed is kept when the server cannot be reached', async () => {
    serve('weg');
    const fout = (await api.post('/x', {}).catch((f: unknown) => f)) as ApiProbleem;
    expect(fout.offline).toBe(true);
    expect(fout.detail).toContain('Wat u typte, blijft staan');
  });

  it('has words for an answer that is no problem document', async () => {
    vi.stubGlobal(
      'fetch',
      async () => new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }),
    );
    const fout = (await api.get('/x').catch((f: unknown) => f)) as ApiProbleem;
    expect(fout).toMatchObject({ status: 502, titel: 'Er ging iets mis' });
  });

  it('waits at a 401 until the session is back, and then sends the same with the same key', async () => {
    const vragen = serve({ status: 401, body: {} }, { status: 201, body: { id: 1 } });
    const gehoord: unknown[] = [];
    const stop = onSessie((vraag) => {
      gehoord.push(vraag);
      if (vraag) queueMicrotask(resumeSessie);
    });
    await expect(api.post('/meldingen', { wat: 1 })).resolves.toEqual({ id: 1 });
    stop();
    expect(gehoord).toEqual(['verlopen', null]);
    expect(vragen).toHaveLength(2);
    expect(vragen[1]?.init.headers['Idempotency-Key']).toBe(vragen[0]?.init.headers['Idempotency-Key']);
    expect(vragen[1]?.init.body).toBe(vragen[0]?.init.body);
  });

  it('says that it is asked to show who one is, where a new proof is asked and not a new session', async () => {
    serve({ status: 401, body: { type: '/problemen/bewijs-opnieuw' } }, { status: 201, body: {} });
    const gehoord: unknown[] = [];
    const stop = onSessie((vraag) => {
      gehoord.push(vraag);
      if (vraag) queueMicrotask(resumeSessie);
    });
    await api.post('/noodtoegang', {});
    stop();
    expect(gehoord).toEqual(['bewijs', null]);
  });

  it('gives the 401 to who asked for it, and to all who wait when the person gives up', async () => {
    serve({ status: 401, body: { title: 'U bent niet (meer) ingelogd' } });
    await expect(api.get('/ik', { bij401: 'gooi' })).rejects.toMatchObject({ status: 401 });
    const stop = onSessie((vraag) => vraag && queueMicrotask(abandonSessie));
    await expect(api.get('/x')).rejects.toMatchObject({ status: 401 });
    stop();
  });

  it('makes UUIDs of version 4 also without randomUUID', () => {
    const echt = globalThis.crypto;
    vi.stubGlobal('crypto', { getRandomValues: (b: Uint8Array<ArrayBuffer>) => echt.getRandomValues(b) });
    expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
