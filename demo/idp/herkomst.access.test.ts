// SPDX-License-Identifier: EUPL-1.2
// Requests that another site makes in the name of our user; and a session that ends by itself.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestKlok } from '../../src/platform/clock/klok.ts';
import { hashSessieId } from '../../src/platform/login/sessie.ts';
import { Browser, ik, type Proef, startProef } from './proef.ts';

let proef: Proef;
let browser: Browser;
let klok: TestKlok;
beforeEach(async () => {
  klok = new TestKlok(new Date());
  proef = await startProef({ klok });
  browser = new Browser(proef);
  await browser.logIn('vt-medewerker');
});
afterEach(() => proef.weg());

describe('an unsafe request with a session cookie', () => {
  const eigen = () => proef.adres;
  const gevallen: [string, number, () => Record<string, string | undefined>][] = [
    ['says same-origin', 200, () => ({ 'sec-fetch-site': 'same-origin' })],
    [
      'says same-origin, and its own Origin',
      200,
      () => ({ 'sec-fetch-site': 'same-origin', origin: eigen() }),
    ],
    ['says cross-site', 403, () => ({ 'sec-fetch-site': 'cross-site' })],
    ['says cross-site, with our Origin', 403, () => ({ 'sec-fetch-site': 'cross-site', origin: eigen() })],
    ['says same-site (a sibling host)', 403, () => ({ 'sec-fetch-site': 'same-site' })],
    ['says none', 403, () => ({ 'sec-fetch-site': 'none' })],
    ['says something odd', 403, () => ({ 'sec-fetch-site': 'Same-Origin, same-origin' })],
    ['older browser, our Origin', 200, () => ({ 'sec-fetch-site': undefined, origin: eigen() })],
    [
      'older browser, foreign Origin',
      403,
      () => ({ 'sec-fetch-site': undefined, origin: 'https://kwaad.example' }),
    ],
    [
      'older browser, our host on another port',
      403,
      () => ({ 'sec-fetch-site': undefined, origin: 'http://127.0.0.1:1' }),
    ],
    [
      'older browser, Origin that starts like ours',
      403,
      () => ({ 'sec-fetch-site': undefined, origin: `${eigen()}0` }),
    ],
    ['older browser, Origin null', 403, () => ({ 'sec-fetch-site': undefined, origin: 'null' })],
    ['says nothing at all', 403, () => ({ 'sec-fetch-site': undefined })],
  ];
  it.each(gevallen)('%s → %i', async (_naam, status, koppen) => {
    const antwoord = await browser.vraag('/api/v1/iets', { method: 'POST', headers: koppen() });
    expect(antwoord.status).toBe(status);
    if (status === 403) expect(await antwoord.json()).toMatchObject({ type: '/problemen/vreemde-herkomst' });
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    '%s falls under the rule, also where no route is',
    async (method) => {
      const antwoord = await browser.vraag('/api/v1/ik', { method, site: 'cross-site' });
      expect(antwoord.status).toBe(403);
    },
  );

  it('does not keep a session alive', async () => {
    klok.vooruit(20 * 60_000);
    await browser.vraag('/api/v1/iets', { method: 'POST', site: 'cross-site' });
    expect(proef.sessies.aangeraakt()).toBe(0);
  });
});

describe('what the rule leaves alone', () => {
  it('reading, from wherever a link was followed', async () => {
    expect((await browser.vraag('/casussen/1', { site: 'cross-site' })).status).toBe(200);
  });

  it('a bearer token: no browser sends one by itself', async () => {
    const antwoord = await browser.vraag('/api/v1/iets', {
      method: 'POST',
      headers: { 'sec-fetch-site': undefined, authorization: 'Bearer x' },
    });
    // refused for the token, not for the origin
    expect(antwoord.status).toBe(401);
  });

  it('a request without a session: there is nothing to abuse', async () => {
    const vreemde = new Browser(proef);
    expect((await vreemde.vraag('/api/v1/iets', { method: 'POST', site: 'cross-site' })).status).toBe(401);
  });
});

describe('a session in time', () => {
  const MINUUT = 60_000;

  it('ends after thirty minutes without a request', async () => {
    klok.vooruit(30 * MINUUT - 1);
    expect((await ik(browser)).status).toBe(200);
    klok.vooruit(30 * MINUUT);
    const { status, lijf } = await ik(browser);
    expect(status).toBe(401);
    expect(lijf).toMatchObject({ type: '/problemen/sessie-verlopen' });
  });

  it('ends after twelve hours however busy', async () => {
    for (let minuten = 0; minuten < 12 * 60 - 20; minuten += 20) {
      klok.vooruit(20 * MINUUT);
      expect((await ik(browser)).status).toBe(200);
    }
    klok.vooruit(20 * MINUUT);
    expect((await ik(browser)).status).toBe(401);
  });

  it('writes laatst_gezien at most once a minute', async () => {
    for (let n = 0; n < 60; n++) {
      klok.vooruit(1000);
      await ik(browser);
    }
    expect(proef.sessies.aangeraakt()).toBe(1);
  });

  it('is not kept alive by a screen that refreshes by itself', async () => {
    for (let n = 0; n < 29; n++) {
      klok.vooruit(MINUUT);
      expect((await ik(browser, { headers: { 'houvast-achtergrond': '1' } })).status).toBe(200);
    }
    klok.vooruit(MINUUT);
    expect((await ik(browser, { headers: { 'houvast-achtergrond': '1' } })).status).toBe(401);
  });

  it('ends at once when it is revoked', async () => {
    expect(
      await proef.sessies.revokeSessiesVan('11111111-1111-4111-8111-111111111111', klok.nu(), 'ingetrokken'),
    ).toBe(1);
    expect((await ik(browser)).status).toBe(401);
  });

  it.each(['', 'x', 'A'.repeat(43), 'A'.repeat(44), '%00', `${'A'.repeat(42)}=`])(
    'is nobody for the cookie "%s"',
    async (waarde) => {
      browser.koekjes.set('sid', { waarde, pad: '/', opties: '' });
      expect((await ik(browser)).status).toBe(401);
    },
  );

  it('is looked up by its hash, not by what is in the table', async () => {
    const hash = hashSessieId(browser.koekjes.get('sid')?.waarde);
    for (const vorm of ['hex', 'base64url'] as const) {
      browser.koekjes.set('sid', { waarde: hash?.toString(vorm) ?? '', pad: '/', opties: '' });
      expect((await ik(browser)).status).toBe(401);
    }
  });
});
