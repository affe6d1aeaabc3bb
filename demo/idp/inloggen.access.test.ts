// SPDX-License-Identifier: EUPL-1.2
// The whole way in and out, as a browser goes it, against the demo's own provider.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestKlok } from '../../src/platform/clock/klok.ts';
import { hashSessieId } from '../../src/platform/login/sessie.ts';
import { Browser, ik, type Proef, REGIO, startProef } from './proef.ts';

const VISSER = '11111111-1111-4111-8111-111111111111';
const IDRISSI = '22222222-2222-4222-8222-222222222222';

describe('logging in', () => {
  let proef: Proef;
  let browser: Browser;
  beforeEach(async () => {
    proef = await startProef();
    browser = new Browser(proef);
  });
  afterEach(() => proef.weg());

  it('brings a page request by the picker back to the page that was asked for', async () => {
    const kiezer = await browser.ga('/casussen/7f?tab=plan');
    expect(kiezer.status).toBe(200);
    expect(kiezer.weg.slice(0, 3)).toEqual(['/casussen/7f', '/inloggen', '/demo-idp/auth']);
    expect(kiezer.tekst).toContain('FICTIEF');
    const pagina = await browser.kies(kiezer, 'vt-medewerker');
    expect(pagina.status).toBe(200);
    expect(pagina.url.pathname + pagina.url.search).toBe('/casussen/7f?tab=plan');
    expect(pagina.tekst).toBe(`casus ${VISSER}`);
    expect((await ik(browser)).lijf).toMatchObject({ medewerkerId: VISSER, regioId: REGIO, via: 'sessie' });
  });

  it('asks no consent: the choice of a persona is the only page on the way', async () => {
    const pagina = await browser.logIn('vt-medewerker');
    expect(pagina.weg.map((pad) => pad.split('/').slice(0, 3).join('/'))).toEqual([
      '/demo-idp/kies',
      '/demo-idp/auth',
      '/inloggen/terug',
      '/casussen/1',
    ]);
  });

  it('keeps the session in the store as a hash only, with a cookie that scripts cannot read', async () => {
    await browser.logIn('vt-medewerker');
    const koek = browser.koekjes.get('sid');
    expect(koek?.opties).toMatch(/HttpOnly/);
    expect(koek?.opties).toMatch(/SameSite=Lax/);
    // plain http on a loopback address: a Secure cookie would not come back
    expect(koek?.opties).not.toMatch(/Secure/);
    expect(koek?.waarde).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const hash = hashSessieId(koek?.waarde);
    expect([...proef.sessies.rijen.keys()]).toEqual([hash?.toString('hex')]);
    expect(JSON.stringify([...proef.sessies.rijen.values()])).not.toContain(koek?.waarde);
  });

  it('leaves no cookie of the attempt behind, and puts neither name nor subject in any address', async () => {
    const kiezer = await browser.ga('/inloggen');
    const pagina = await browser.kies(kiezer, 'regisseur');
    expect([...browser.koekjes.keys()].filter((n) => n.startsWith('inloggen'))).toEqual([]);
    const wegen = [...kiezer.weg, ...pagina.weg, kiezer.url.href, pagina.url.href].join(' ');
    expect(wegen).not.toMatch(/Hanneke|Boer|33333333/);
  });

  it('answers the API with 401 and a type that a screen knows, not with a page', async () => {
    const { status, lijf } = await ik(browser);
    expect(status).toBe(401);
    expect(lijf).toMatchObject({ type: '/problemen/sessie-verlopen', status: 401 });
    // also when a browser opens an API address by hand
    expect((await browser.vraag('/api/v1/ik')).status).toBe(401);
  });

  it('logs in again in a second window without leaving the first, and tells the first', async () => {
    const klaar = await browser.logIn('vt-medewerker', '/inloggen?terug=/inloggen/klaar');
    expect(klaar.url.pathname).toBe('/inloggen/klaar');
    expect(klaar.tekst).toContain('<script src="/inloggen/klaar.js" defer>');
    const script = await (await browser.vraag('/inloggen/klaar.js')).text();
    expect(script).toContain("new BroadcastChannel('houvast-inloggen').postMessage('ingelogd')");
  });

  it('rotates the id at every login and ends the session that was there', async () => {
    await browser.logIn('vt-medewerker');
    const eerste = browser.koekjes.get('sid')?.waarde;
    await browser.logIn('vt-medewerker', '/inloggen?opnieuw=ja');
    const tweede = browser.koekjes.get('sid')?.waarde;
    expect(tweede).not.toBe(eerste);
    const oud = proef.sessies.rijen.get(hashSessieId(eerste)?.toString('hex') ?? '');
    expect(oud?.reden).toBe('opnieuw-ingelogd');
    const dief = new Browser(proef);
    dief.koekjes.set('sid', { waarde: eerste ?? '', pad: '/', opties: '' });
    expect((await ik(dief)).status).toBe(401);
  });

  it('does not adopt an id that someone planted (session fixation)', async () => {
    const geplant = 'A'.repeat(43);
    browser.koekjes.set('sid', { waarde: geplant, pad: '/', opties: '' });
    await browser.logIn('vt-medewerker');
    expect(browser.koekjes.get('sid')?.waarde).not.toBe(geplant);
    expect(proef.sessies.rijen.has(hashSessieId(geplant)?.toString('hex') ?? '')).toBe(false);
  });

  it('skips the picker while the provider still knows you, and shows it with opnieuw=ja', async () => {
    await browser.logIn('vt-medewerker');
    browser.koekjes.delete('sid');
    const stil = await browser.ga('/casussen/1');
    expect(stil.tekst).toBe(`casus ${VISSER}`);
    expect((await ik(browser)).lijf).not.toHaveProperty('stepUpOp');

    const kiezer = await browser.ga('/inloggen?opnieuw=ja&terug=/casussen/2');
    expect(kiezer.url.pathname).toMatch(/^\/demo-idp\/kies\//);
    const ander = await browser.kies(kiezer, 'vt-teamleider');
    expect(ander.tekst).toBe(`casus ${IDRISSI}`);
    expect((await ik(browser)).lijf).toHaveProperty('stepUpOp');
  });

  it('goes straight on when the session is still good', async () => {
    await browser.logIn('vt-medewerker');
    expect((await browser.ga('/inloggen?terug=/casussen/9')).weg).toEqual(['/inloggen', '/casussen/9']);
  });

  it('sends "localhost" on to the address that the provider knows', async () => {
    const poort = new URL(proef.adres).port;
    const antwoord = await browser.vraag('/inloggen?terug=/casussen/1', {
      headers: { host: `localhost:${poort}` },
    });
    expect(antwoord.headers.get('location')).toBe(
      `${proef.adres}/inloggen?terug=${encodeURIComponent('/casussen/1')}`,
    );
  });

  it('keeps two windows apart, and starts over when too many are open', async () => {
    const een = await browser.ga('/inloggen?terug=/casussen/1');
    // the second window: the provider's own cookies are by path, so both choices stay open
    const pogingen = () => [...browser.koekjes.keys()].filter((n) => n.startsWith('inloggen-')).length;
    await browser.vraag('/inloggen?terug=/casussen/2');
    expect(pogingen()).toBe(2);
    const pagina = await browser.kies(een, 'vt-medewerker');
    expect(pagina.url.pathname).toBe('/casussen/1');
    browser.koekjes.delete('sid');
    for (let n = 0; n < 12; n++) await browser.vraag('/inloggen');
    expect(pogingen()).toBeLessThanOrEqual(6);
  });

  it('writes down who came in, refused and left, as ids', async () => {
    await browser.logIn('vt-medewerker');
    await browser.ga('/uitloggen', { method: 'POST' });
    expect(proef.gebeurtenissen.map((g) => [g.soort, g.medewerkerId])).toEqual([
      ['ingelogd', VISSER],
      ['uitgelogd', VISSER],
    ]);
  });
});

describe('the answer of the provider', () => {
  let proef: Proef;
  let browser: Browser;
  beforeEach(async () => {
    proef = await startProef();
    browser = new Browser(proef);
  });
  afterEach(() => proef.weg());

  /** Walks up to the callback and stops there. */
  async function totTerug(b: Browser): Promise<URL> {
    const kiezer = await b.ga('/inloggen?terug=/casussen/1');
    const actie = /action="([^"]+)"/.exec(kiezer.tekst)?.[1] ?? '';
    const keuze = await b.vraag(actie, {
      method: 'POST',
      body: new URLSearchParams({ persona: 'vt-medewerker' }),
    });
    const verder = await b.vraag(keuze.headers.get('location') ?? '');
    return new URL(verder.headers.get('location') ?? '');
  }

  it('counts once: the same answer a second time opens nothing', async () => {
    const terug = await totTerug(browser);
    const koekjes = new Map(browser.koekjes);
    expect((await browser.vraag(terug.href)).status).toBe(303);
    const nogEens = new Browser(proef);
    for (const [naam, koek] of koekjes) nogEens.koekjes.set(naam, koek);
    const antwoord = await nogEens.vraag(terug.href);
    expect(antwoord.status).toBe(400);
    expect(nogEens.koekjes.has('sid')).toBe(false);
    expect(await antwoord.text()).toContain('Inloggen is niet gelukt');
  });

  it('counts only in the browser that began (login CSRF)', async () => {
    const terug = await totTerug(browser);
    const slachtoffer = new Browser(proef);
    expect((await slachtoffer.vraag(terug.href)).status).toBe(400);
    // nor when the victim has an attempt of its own open
    await slachtoffer.ga('/inloggen');
    expect((await slachtoffer.vraag(terug.href)).status).toBe(400);
    expect(slachtoffer.koekjes.has('sid')).toBe(false);
  });

  it.each([
    ['a changed code', (u: URL) => u.searchParams.set('code', 'x'.repeat(43))],
    ['a changed state', (u: URL) => u.searchParams.set('state', 'x')],
    ['no code', (u: URL) => u.searchParams.delete('code')],
    [
      'an answer from another issuer (RFC 9207)',
      (u: URL) => u.searchParams.set('iss', 'https://kwaad.example'),
    ],
    ['state twice', (u: URL) => u.searchParams.append('state', 'x')],
  ])('refuses %s', async (_naam, verander) => {
    const terug = await totTerug(browser);
    verander(terug);
    const antwoord = await browser.vraag(terug.href);
    expect(antwoord.status).toBe(400);
    expect(browser.koekjes.has('sid')).toBe(false);
  });

  it('refuses a sealed attempt that was changed', async () => {
    const terug = await totTerug(browser);
    for (const [naam, koek] of browser.koekjes) {
      if (!naam.startsWith('inloggen-')) continue;
      const w = koek.waarde;
      browser.koekjes.set(naam, { ...koek, waarde: (w[0] === 'A' ? 'B' : 'A') + w.slice(1) });
    }
    expect((await browser.vraag(terug.href)).status).toBe(400);
  });

  it('does not repeat on the page what came in with the address', async () => {
    const terug = await totTerug(browser);
    terug.searchParams.delete('code');
    terug.searchParams.set('error', '<script>alert(1)</script>');
    terug.searchParams.set('error_description', 'Jan van den Berg <b>');
    const antwoord = await browser.vraag(terug.href);
    const tekst = await antwoord.text();
    expect(antwoord.status).toBe(400);
    expect(tekst).not.toContain('alert(1)');
    expect(tekst).not.toContain('Berg');
    expect(JSON.stringify(proef.gebeurtenissen)).not.toMatch(/Berg|alert/);
  });

  it('expires after ten minutes', async () => {
    await proef.weg();
    const klok = new TestKlok(new Date());
    proef = await startProef({ klok });
    browser = new Browser(proef);
    const terug = await totTerug(browser);
    klok.vooruit(10 * 60_000 + 1);
    expect((await browser.vraag(terug.href)).status).toBe(400);
  });
});

describe('step-up', () => {
  it('is proven by auth_time, not by what the browser was asked to pass on', async () => {
    // The clock of Houvast runs two minutes ahead of the login at the provider: an old login dressed up as a new one.
    const klok = new TestKlok(new Date());
    const proef = await startProef({ klok });
    const browser = new Browser(proef);
    await browser.logIn('vt-medewerker');
    klok.vooruit(2 * 60_000);
    const kiezer = await browser.ga('/inloggen?opnieuw=ja');
    const pagina = await browser.kies(kiezer, 'vt-medewerker');
    expect(pagina.status).toBe(400);
    expect(proef.gebeurtenissen.at(-1)).toMatchObject({
      soort: 'inloggen-mislukt',
      oorzaak: 'not_reauthenticated',
    });
    await proef.weg();
  });
});

describe('who may come in', () => {
  it('refuses someone whom the provider knows and Houvast does not', async () => {
    const proef = await startProef({ login: { findMedewerker: async () => null } });
    const browser = new Browser(proef);
    const pagina = await browser.logIn('vt-medewerker');
    expect(pagina.status).toBe(403);
    expect(pagina.tekst).toContain('U hebt geen toegang tot Houvast');
    expect(browser.koekjes.has('sid')).toBe(false);
    expect(proef.sessies.rijen.size).toBe(0);
    expect(proef.gebeurtenissen).toMatchObject([{ soort: 'geen-toegang' }]);
    await proef.weg();
  });

  it('does not let a machine in by the picker', async () => {
    const proef = await startProef();
    const browser = new Browser(proef);
    const kiezer = await browser.ga('/inloggen');
    expect(kiezer.tekst).not.toContain('value="politie"');
    const weer = await browser.kies(kiezer, 'politie');
    expect(weer.url.pathname).toMatch(/^\/demo-idp\/kies\//);
    expect(weer.tekst).toContain('Als wie wilt u rondkijken?');
    await proef.weg();
  });
});

describe('logging out', () => {
  let proef: Proef;
  let browser: Browser;
  beforeEach(async () => {
    proef = await startProef();
    browser = new Browser(proef);
    await browser.logIn('vt-medewerker');
  });
  afterEach(() => proef.weg());

  it('ends the session here and at the provider, and lets another persona in at once', async () => {
    const sid = browser.koekjes.get('sid')?.waarde;
    const uit = await browser.ga('/uitloggen', { method: 'POST', body: new URLSearchParams() });
    expect(uit.weg).toEqual(['/uitloggen', '/demo-idp/session/end', '/uitgelogd']);
    expect(uit.tekst).toContain('U bent uitgelogd');
    expect([...browser.koekjes.keys()].filter((n) => n === 'sid' || n.startsWith('demo-idp-sessie'))).toEqual(
      [],
    );
    expect(proef.sessies.rijen.get(hashSessieId(sid)?.toString('hex') ?? '')?.reden).toBe('uitgelogd');

    const kiezer = await browser.ga('/');
    expect(kiezer.url.pathname).toMatch(/^\/demo-idp\/kies\//);
    expect((await browser.kies(kiezer, 'regisseur')).tekst).toBe(
      'start 33333333-3333-4333-8333-333333333333',
    );
  });

  it('ends the provider session for real: its old cookie is worth nothing', async () => {
    const oud = new Map(browser.koekjes);
    await browser.ga('/uitloggen', { method: 'POST' });
    for (const [naam, koek] of oud) browser.koekjes.set(naam, koek);
    const kiezer = await browser.ga('/casussen/1');
    expect(kiezer.url.pathname).toMatch(/^\/demo-idp\/kies\//);
  });

  it('shows a button on GET and changes nothing', async () => {
    const pagina = await browser.ga('/uitloggen');
    expect(pagina.tekst).toContain('<form method="post" action="/uitloggen"');
    expect((await ik(browser)).status).toBe(200);
  });

  it('is not done for another site', async () => {
    const vreemd = await browser.ga('/uitloggen', { method: 'POST', site: 'cross-site' });
    expect(vreemd.status).toBe(403);
    expect((await ik(browser)).status).toBe(200);
    // nor when only the provider still knows the user
    browser.koekjes.delete('sid');
    expect((await browser.ga('/uitloggen', { method: 'POST', site: 'cross-site' })).weg).toEqual([
      '/uitloggen',
    ]);
    // nor at the provider, without asking
    const vraag = await browser.ga('/demo-idp/session/end?client_id=houvast', { site: 'cross-site' });
    expect(vraag.status).toBe(200);
    expect(vraag.tekst).toContain('Wilt u uitloggen bij de demo-inlogdienst?');
    expect(browser.koekjes.has('demo-idp-sessie')).toBe(true);
  });

  it('never sends the browser to another site afterwards', async () => {
    for (const [client, naar] of [
      ['houvast', 'https://kwaad.example/'],
      ['onbekend', `${proef.adres}/uitgelogd`],
      ['houvast', `${proef.adres}/uitgelogd/../casussen`],
    ] as const) {
      const vraag = new URLSearchParams({ client_id: client, post_logout_redirect_uri: naar });
      const antwoord = await browser.vraag(`/demo-idp/session/end?${vraag}`);
      expect(antwoord.headers.get('location')).toBe('/uitgelogd');
    }
  });
});

describe('at an https address behind a proxy', () => {
  it('binds the session cookie to host and TLS, and works although the server itself hears plain http', async () => {
    const proef = await startProef({ adres: 'https://houvast.example' });
    const browser = new Browser(proef);
    const pagina = await browser.logIn('vt-medewerker');
    expect(pagina.tekst).toBe(`casus ${VISSER}`);
    const koek = browser.koekjes.get('__Host-sid');
    expect(
      koek?.opties
        .split('; ')
        .map((x) => x.toLowerCase())
        .sort(),
    ).toEqual(['httponly', 'path=/', 'samesite=lax', 'secure']);
    expect(browser.koekjes.get('demo-idp-sessie')?.opties).toMatch(/secure/i);
    // the name without the prefix, which a sibling host could set, means nothing
    browser.koekjes.set('sid', { ...(koek ?? { waarde: '', pad: '/', opties: '' }) });
    browser.koekjes.delete('__Host-sid');
    expect((await ik(browser)).status).toBe(401);
    await proef.weg();
  });
});
