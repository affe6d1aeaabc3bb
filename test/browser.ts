// SPDX-License-Identifier: EUPL-1.2
// The real thing for browser tests: `src/main.ts` as its own process with the demo region, and Chromium in front of it.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import type { PersonaId } from '../demo/personas.ts';
import { vrijePoort } from './poort.ts';

/** A Monday morning in the demo: everyone sees the same region. */
export const DEMO_NU = '2026-11-23T08:00:00Z';

export interface Omgeving {
  adres: string;
  /** Logs in as a persona, in a browser of its own. `voordeur`: by the start page, as anyone comes in, with these hands. */
  als(
    persona: PersonaId,
    opties?: { breedte?: number; donker?: boolean; voordeur?: 'muis' | 'toetsen' },
  ): Promise<Bezoek>;
  /** A bearer token for the API. */
  token(persona: PersonaId): Promise<string>;
  stop(): Promise<void>;
}

export interface Bezoek {
  page: Page;
  context: BrowserContext;
  /** What the console complained about: a script error, or the content security policy. */
  klachten: string[];
  /** Presses of the mouse on any page since the browser opened, logging in included: the pages themselves count. */
  klikken(): number;
  weg(): Promise<void>;
}

/** Where Chromium is on this machine. */
export function chromiumPad(): string {
  const pad = [
    process.env['CHROMIUM_PAD'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((p) => p && existsSync(p));
  if (!pad) throw new Error('Chromium ontbreekt. Installeer het, of wijs het aan met CHROMIUM_PAD.');
  return pad;
}

/** Starts Houvast with the demo region, and a browser. Takes as long as a first start. */
export async function startOmgeving(env: Record<string, string> = {}): Promise<Omgeving> {
  const map = await mkdtemp(join(tmpdir(), 'houvast-browser-'));
  const poort = await vrijePoort();
  const adres = `http://127.0.0.1:${poort}`;
  const schoon = { ...process.env };
  delete schoon['DATABASE_URL'];
  const proces: ChildProcess = spawn(process.execPath, ['src/main.ts'], {
    env: {
      ...schoon,
      NODE_ENV: 'test',
      PORT: String(poort),
      HOUVAST_ADRES: adres,
      HOUVAST_DATA: map,
      HOUVAST_KLOK: DEMO_NU,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let uitvoer = '';
  proces.stdout?.on('data', (d) => {
    uitvoer += d;
  });
  proces.stderr?.on('data', (d) => {
    uitvoer += d;
  });
  const einde = Date.now() + 150_000;
  for (;;) {
    if (proces.exitCode !== null) throw new Error(`Houvast stopte bij het starten:\n${uitvoer}`);
    if (Date.now() > einde) throw new Error(`Houvast kwam niet op gang:\n${uitvoer}`);
    const antwoord = await fetch(`${adres}/gezond`).catch(() => null);
    if (antwoord?.status === 200) break;
    await new Promise((klaar) => setTimeout(klaar, 250));
  }
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPad(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    adres,
    async als(persona, opties = {}) {
      const context = await browser.newContext({
        viewport: { width: opties.breedte ?? 1440, height: 900 },
        colorScheme: opties.donker ? 'dark' : 'light',
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        reducedMotion: 'reduce',
      });
      let klikken = 0;
      await context.exposeBinding('houvastKlik', () => {
        klikken++;
      });
      await context.addInitScript(() => {
        addEventListener(
          'pointerdown',
          (e) => {
            const { houvastKlik } = globalThis as unknown as { houvastKlik: () => void };
            if (e.isTrusted) houvastKlik();
          },
          true,
        );
      });
      const page = await context.newPage();
      const klachten: string[] = [];
      page.on('console', (m) => {
        if (m.type() === 'error' || m.type() === 'warning') klachten.push(m.text());
      });
      page.on('pageerror', (f) => klachten.push(f.message));
      const druk = (doel: Locator) => (opties.voordeur === 'toetsen' ? doel.press('Enter') : doel.click());
      await page.goto(opties.voordeur ? adres : `${adres}/inloggen`);
      if (opties.voordeur) {
        await druk(page.getByRole('link', { name: 'Inloggen' }));
        await page.waitForURL('**/demo-idp/**');
        // the start page asked who is there, and the console wrote down that nobody was
        klachten.length = 0;
      }
      await druk(page.locator(`button[value="${persona}"]`));
      await page.waitForURL(
        (u) => !u.pathname.startsWith('/demo-idp') && !u.pathname.startsWith('/inloggen'),
      );
      return { page, context, klachten, klikken: () => klikken, weg: () => context.close() };
    },
    async token(persona) {
      const { DEMO_PERSONA_GEHEIM } = await import('../src/platform/login/geheimen.ts');
      const antwoord = await fetch(`${adres}/demo-idp/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${persona}:${DEMO_PERSONA_GEHEIM}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      return ((await antwoord.json()) as { access_token: string }).access_token;
    },
    async stop() {
      await browser.close();
      proces.kill('SIGTERM');
      await new Promise((klaar) => (proces.exitCode === null ? proces.once('exit', klaar) : klaar(null)));
      await rm(map, { recursive: true, force: true });
    },
  };
}

/** WCAG 2.2 AA on the page when it has come to rest; the violations in readable lines. */
export async function axe(page: Page): Promise<string[]> {
  const kijk = () =>
    new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      // without frames from elsewhere the page can be judged where it is, in a quarter of the time
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  let uit = await kijk();
  // a page that is still filling is not the page that someone reads
  for (let i = 0; uit.violations.length > 0 && i < 3; i++) {
    await page.waitForTimeout(1_000);
    uit = await kijk();
  }
  return uit.violations.map(
    (v) =>
      `${v.id}: ${v.help} (${v.nodes
        .slice(0, 5)
        .map((n) => `${n.target.join(' ')} [${n.any[0]?.message ?? ''}]`)
        .join('; ')})`,
  );
}
