// SPDX-License-Identifier: EUPL-1.2
// The picker in a real browser: axe, keyboard, narrow and wide, light and dark, and a clean console under its CSP.
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPad } from '../../test/browser.ts';
import { type Proef, startProef } from './proef.ts';

describe('the pages around the login', () => {
  let proef: Proef;
  let browser: Browser;
  beforeAll(async () => {
    proef = await startProef();
    browser = await chromium.launch({ executablePath: chromiumPad(), args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    await proef.weg();
  });

  it.each([
    [1440, 'light', 'nl-NL'],
    [390, 'light', 'en-GB'],
    [320, 'dark', 'nl-NL'],
    [1440, 'dark', 'en-GB'],
  ] as const)(
    'pass axe at %i wide, %s, in %s, without scrolling sideways or a word in the console',
    async (width, colorScheme, locale) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, locale });
      const taal = locale.slice(0, 2) as 'nl' | 'en';
      const page = await context.newPage();
      const console: string[] = [];
      page.on('console', (regel) => console.push(regel.text()));
      for (const [pad, kop] of [
        ['/inloggen', { nl: 'Als wie wilt u rondkijken?', en: 'As whom do you want to look around?' }],
        ['/uitloggen', { nl: 'Wilt u uitloggen?', en: 'Do you want to log out?' }],
        ['/uitgelogd', { nl: 'U bent uitgelogd', en: 'You are logged out' }],
      ] as const) {
        const antwoord = await page.goto(proef.adres + pad);
        expect(antwoord?.headers()['content-language']).toBe(taal);
        expect(await page.getAttribute('html', 'lang')).toBe(taal);
        expect(await page.textContent('h1')).toBe(kop[taal]);
        expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
      }
      expect(console).toEqual([]);
      await context.close();
    },
  );

  it('change language by a link, and keep what was chosen before what the browser prefers', async () => {
    const context = await browser.newContext({ locale: 'nl-NL' });
    const page = await context.newPage();
    await page.goto(`${proef.adres}/inloggen?terug=/casussen/1`);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.textContent('h1')).toBe('As whom do you want to look around?');
    expect(await page.innerText('main')).toContain('Worker at Veilig Thuis');
    await page.goto(`${proef.adres}/uitgelogd?alleen=hier`);
    expect(await page.innerText('main')).toContain('perhaps not yet of your organisation');
    // the same page, not only the same kind of page
    await page.getByRole('link', { name: 'Nederlands' }).click();
    expect(await page.innerText('main')).toContain('misschien nog niet bij uw organisatie');
    await page.goto(`${proef.adres}/uitloggen?taal=xx`);
    expect(await page.textContent('h1')).toBe('Wilt u uitloggen?');
    // what the page says of the language is for the screens to read, and is nothing else
    expect(await page.evaluate(() => document.cookie)).toBe('houvast-taal=nl');
    await context.close();
  });

  it('tell in that language why there is no way in', async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    for (const [pad, zin] of [
      ['/inloggen/terug?state=x', 'Logging in took too long'],
      ['/demo-idp/kies/verlopen', 'This choice has expired'],
      ['/demo-idp/auth?client_id=onbekend', 'The request is not right (invalid_client)'],
    ] as const) {
      const antwoord = await page.goto(proef.adres + pad);
      expect(antwoord?.status(), pad).toBe(400);
      expect(antwoord?.headers()['content-language'], pad).toBe('en');
      expect(await page.innerText('main'), pad).toContain(zin);
    }
    await context.close();
  });

  it('let someone in and out with the keyboard alone', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${proef.adres}/casussen/1`);
    // past the link to the other language
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Omar El Idrissi');
    await Promise.all([page.waitForURL('**/casussen/1'), page.keyboard.press('Enter')]);
    expect(await page.textContent('body')).toContain('casus 22222222');
    await page.goto(`${proef.adres}/uitloggen`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForURL('**/uitgelogd'), page.keyboard.press('Enter')]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForURL('**/demo-idp/kies/**'), page.keyboard.press('Enter')]);
    await context.close();
  });

  it('let someone in again in a second window, which tells the first and closes', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${proef.adres}/uitloggen`);
    const bericht = page.evaluate(
      () =>
        new Promise((klaar) =>
          new BroadcastChannel('houvast-inloggen').addEventListener('message', (e) => klaar(e.data)),
        ),
    );
    const [tweede] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate(() => void window.open('/inloggen?terug=/inloggen/klaar')),
    ]);
    await tweede.waitForURL('**/demo-idp/kies/**');
    await Promise.all([tweede.waitForEvent('close'), tweede.click('button[value=regisseur]')]);
    expect(await bericht).toBe('ingelogd');
    expect((await context.request.get(`${proef.adres}/api/v1/ik`)).status()).toBe(200);
    await context.close();
  });
});
