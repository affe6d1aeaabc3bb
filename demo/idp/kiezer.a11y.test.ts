// SPDX-License-Identifier: EUPL-1.2
// The picker in a real browser: axe, keyboard, narrow and wide, light and dark, and a clean console under its CSP.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Proef, startProef } from './proef.ts';

/** The first Chromium on the search path. */
function findChromium(): string | undefined {
  const namen = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((map) => namen.map((naam) => join(map, naam)))
    .find((pad) => {
      try {
        accessSync(pad, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

const executablePath = findChromium();

describe.skipIf(executablePath === undefined)('the pages around the login', () => {
  let proef: Proef;
  let browser: Browser;
  beforeAll(async () => {
    proef = await startProef();
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    await proef.weg();
  });

  it.each([
    [1440, 'light'],
    [390, 'light'],
    [320, 'dark'],
    [1440, 'dark'],
  ] as const)(
    'pass axe at %i wide, %s, without scrolling sideways or a word in the console',
    async (width, colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      const console: string[] = [];
      page.on('console', (regel) => console.push(regel.text()));
      for (const [pad, kop] of [
        ['/inloggen', 'Als wie wilt u rondkijken?'],
        ['/uitloggen', 'Wilt u uitloggen?'],
        ['/uitgelogd', 'U bent uitgelogd'],
      ] as const) {
        await page.goto(proef.adres + pad);
        expect(await page.textContent('h1')).toBe(kop);
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
      }
      expect(console).toEqual([]);
      await context.close();
    },
  );

  it('let someone in and out with the keyboard alone', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${proef.adres}/casussen/1`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Omar El Idrissi');
    await Promise.all([page.waitForURL('**/casussen/1'), page.keyboard.press('Enter')]);
    expect(await page.textContent('body')).toContain('casus 22222222');
    await page.goto(`${proef.adres}/uitloggen`);
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForURL('**/uitgelogd'), page.keyboard.press('Enter')]);
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
