// SPDX-License-Identifier: EUPL-1.2
// Every page, as someone who has something on it: WCAG 2.2 AA without a violation, a clean console, one h1, a title and an address that
// name no family, nothing of a family kept in the browser, no sideways scrolling at 320 px, and no furniture of the screen on paper. A route that is not in the table makes this test fail.
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPersonaSub, type PersonaId } from '../demo/personas.ts';
import { axe, type Bezoek, chromiumPad, type Omgeving, startOmgeving } from './browser.ts';
import { biedAan, legVoor, maakSpel, meld, stelVast } from './hulp/browserspel.ts';

/** The ids that an address needs. */
interface Ids {
  melding: string;
  beoordelingOpen: string;
  beoordelingVoorgelegd: string;
  casus: string;
  casusVanVt: string;
  overdracht: string;
  terugkoppeling: string;
  advies: string;
  moment: string;
  figuur: string;
}

/** Where this route is looked at: as whom, and which address. */
type Plek = readonly [persona: PersonaId, pad: (i: Ids) => string];

const VT: PersonaId = 'vt-medewerker';
const REGISSEUR: PersonaId = 'regisseur-emmen';
const SCHOOL: PersonaId = 'professional-school';

const TABEL: Readonly<Record<string, readonly Plek[]>> = {
  '/': [[VT, () => '/']],
  '/werk': [
    [VT, () => '/werk?wie=organisatie'],
    ['teamleider-emmen', () => '/werk'],
  ],
  '/beoordelingen/$id': [
    [VT, (i) => `/beoordelingen/${i.beoordelingOpen}`],
    ['vt-gedragswetenschapper', (i) => `/beoordelingen/${i.beoordelingVoorgelegd}`],
  ],
  '/wachtend': [['vt-teamleider', () => '/wachtend']],
  '/casussen': [[REGISSEUR, () => '/casussen']],
  '/casussen/$id': [
    [REGISSEUR, (i) => `/casussen/${i.casus}`],
    [VT, (i) => `/casussen/${i.casusVanVt}`],
  ],
  '/casussen/$id/plan': [[REGISSEUR, (i) => `/casussen/${i.casus}/plan`]],
  '/casussen/$id/cijfers': [[REGISSEUR, (i) => `/casussen/${i.casus}/cijfers`]],
  '/casussen/$id/uitspraken': [[REGISSEUR, (i) => `/casussen/${i.casus}/uitspraken`]],
  '/casussen/$id/toegang': [
    [REGISSEUR, (i) => `/casussen/${i.casus}/toegang`],
    ['vt-teamleider', (i) => `/casussen/${i.casusVanVt}/toegang`],
  ],
  '/gedeeld': [
    [SCHOOL, () => '/gedeeld'],
    [VT, () => '/gedeeld'],
  ],
  '/noodknop': [['regisseur-assen', () => '/noodknop']],
  '/mijn-kring': [[VT, () => '/mijn-kring']],
  '/collegas': [['vt-teamleider', () => '/collegas']],
  '/belangen': [
    ['teamleider-emmen', () => '/belangen'],
    ['fg', () => '/belangen'],
  ],
  '/toezicht': [['fg', () => '/toezicht']],
  '/toezicht/casus': [['fg', () => '/toezicht/casus']],
  '/toezicht/medewerkers/$id': [['fg', () => `/toezicht/medewerkers/${getPersonaSub(VT)}`]],
  '/toezicht/overzicht': [['fg', () => '/toezicht/overzicht']],
  '/casussen/$id/overdragen': [[VT, (i) => `/casussen/${i.casusVanVt}/overdragen`]],
  '/casussen/$id/afsluiten': [[REGISSEUR, (i) => `/casussen/${i.casus}/afsluiten`]],
  '/casussen/$id/samenvoegen': [[VT, (i) => `/casussen/${i.casusVanVt}/samenvoegen`]],
  '/overdrachten': [['teamleider-emmen', () => '/overdrachten']],
  '/overdrachten/$id': [['teamleider-emmen', (i) => `/overdrachten/${i.overdracht}`]],
  '/terugkoppelingen/$id': [[VT, (i) => `/terugkoppelingen/${i.terugkoppeling}`]],
  '/meldingen/nieuw': [[VT, () => '/meldingen/nieuw']],
  '/meldingen/$id': [[VT, (i) => `/meldingen/${i.melding}`]],
  '/melden': [
    [SCHOOL, () => '/melden'],
    [REGISSEUR, () => '/melden'],
  ],
  '/eigen-meldingen': [[SCHOOL, () => '/eigen-meldingen']],
  '/adviezen': [[VT, () => '/adviezen']],
  '/adviezen/nieuw': [[VT, () => '/adviezen/nieuw']],
  '/adviezen/$id': [[VT, (i) => `/adviezen/${i.advies}`]],
  '/adviezen/$id/melding': [[VT, (i) => `/adviezen/${i.advies}/melding`]],
  '/monitoring': [[REGISSEUR, () => '/monitoring']],
  '/monitoring/$id': [[REGISSEUR, (i) => `/monitoring/${i.moment}`]],
  '/cijfers': [
    ['vt-teamleider', () => '/cijfers'],
    ['teamleider-emmen', () => '/cijfers'],
  ],
  '/cijfers/regio': [['beleid', () => '/cijfers/regio']],
  '/cijfers/$figuur': [['vt-teamleider', (i) => `/cijfers/${i.figuur}`]],
  '/radar/$id': [[VT, (i) => `/radar/${i.melding}`]],
  '/radar/uitleg': [[VT, () => '/radar/uitleg']],
  '/sneltoetsen': [[VT, () => '/sneltoetsen']],
  '/toegankelijkheid': [['fg', () => '/toegankelijkheid']],
};

/** Looked at a second time: narrow, and in the dark. The building blocks are the same everywhere; these hold all of them. */
const OOK_SMAL_EN_DONKER = new Set([
  '/werk',
  '/beoordelingen/$id',
  '/casussen/$id',
  '/casussen/$id/plan',
  '/casussen/$id/cijfers',
  '/meldingen/nieuw',
  '/overdrachten/$id',
  '/cijfers',
]);

/** The addresses in the router as it stands. */
async function routes(): Promise<string[]> {
  const bron = await readFile(new URL('../src/web/router.tsx', import.meta.url), 'utf8');
  const lijst = bron.slice(bron.indexOf('const paginas'));
  return ['/', ...[...lijst.matchAll(/pagina\(\s*'([^']+)'/g)].map((m) => m[1] ?? '')];
}
const ER_ZIJN = await routes();

let o: Omgeving;
let ids: Ids;
/** What a title may never hold: every word of every family that the pages are about. */
let namen: string[];
const bezoeken = new Map<PersonaId, Bezoek>();

async function bezoek(persona: PersonaId): Promise<Bezoek> {
  const er = bezoeken.get(persona) ?? (await o.als(persona));
  bezoeken.set(persona, er);
  return er;
}

beforeAll(async () => {
  o = await startOmgeving({ HOUVAST_DEMO_MELDINGEN: '400' });
  const s = maakSpel(o);
  const open = await meld(s, { acuut: true, acuutToelichting: 'Hij staat nu voor de deur.' });
  const weging = await s.vraag<{ id: string }>(VT, 'GET', `/meldingen/${open.id}/beoordeling`);
  const voorgelegd = await legVoor(s, (await meld(s)).id);
  const vast = await meld(s, { terugkoppelingGewenst: true });
  await stelVast(s, await legVoor(s, vast.id));
  const aanbod = await biedAan(s, vast.casusId, 'teamleider-emmen');
  const vrij = await meld(s);
  await stelVast(s, await legVoor(s, vrij.id));
  const terug = await s.vraag<{ id: string }[]>(VT, 'GET', `/meldingen/${vast.id}/terugkoppelingen`);
  await meld(
    s,
    { melder: { groep: 'onderwijs', naam: 'I. Veenhuis', email: 'ib@school.voorbeeld', bekend: 'open' } },
    SCHOOL,
  );
  const { casussen } = await s.vraag<{ casussen: { id: string; status: string; aanduiding: string }[] }>(
    REGISSEUR,
    'POST',
    '/casussen/_zoek',
    { bij: 'mij', status: 'open' },
  );
  const casus = casussen[0];
  const momenten = await s.vraag<{ items: { id: string }[] }>(REGISSEUR, 'GET', '/monitormomenten');
  const adviezen = await s.vraag<{ id: string; meldingId: string | null }[]>(VT, 'GET', '/adviezen');
  ids = {
    melding: open.id,
    beoordelingOpen: weging.id,
    beoordelingVoorgelegd: voorgelegd.id,
    casus: casus?.id ?? '',
    casusVanVt: vrij.casusId,
    overdracht: aanbod.id,
    terugkoppeling: terug[0]?.id ?? '',
    advies: adviezen.find((a) => a.meldingId === null)?.id ?? '',
    moment: momenten.items[0]?.id ?? '',
    figuur: 'wachten',
  };
  namen = ['Testman', 'Proef', ...(casus?.aanduiding ?? '').split(/[^\p{L}]+/u)].filter(
    (w) => /^\p{Lu}/u.test(w) && w !== 'Gezin',
  );
});
afterAll(() => o?.stop());

/** Nothing on the page is still being fetched. */
async function klaar(b: Bezoek): Promise<void> {
  await b.page.locator('main h1').first().waitFor();
  await b.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await b.page.evaluate(() => document.fonts.ready.then(() => undefined));
}

const zijwaarts = (b: Bezoek) =>
  b.page.evaluate(() => {
    const breedte = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= breedte) return [];
    const uit = [...document.querySelectorAll('body *')].filter(
      (e) => e.getBoundingClientRect().right > breedte + 1,
    );
    return [
      `${document.documentElement.scrollWidth} px breed`,
      ...uit.slice(0, 4).map((e) => `${e.tagName}.${e.className}`),
    ];
  });

/** What has no place on paper and is there all the same; and the mark that must be there. */
const opPapier = (b: Bezoek) =>
  b.page.evaluate(() => {
    const schermraad = 'nav, .hv-bovenbalk, .hv-rail, .hv-voet, .hv-skip, .hv-knop, dialog, [popover]';
    const over = [...document.querySelectorAll(schermraad)].filter((e) => e.checkVisibility());
    const merk = document.querySelector('.hv-fictief');
    return [
      ...over.map((e) => `${e.tagName}.${e.className}`),
      ...(merk && !merk.checkVisibility() ? ['het merk FICTIEF ontbreekt'] : []),
    ];
  });

/** All that must hold for the page that is open; empty is good. */
async function keur(b: Bezoek, ookSmal = true): Promise<Record<string, unknown>> {
  const mis: Record<string, unknown> = {};
  const zet = (wat: string, x: unknown[]) => {
    if (x.length > 0) mis[wat] = x;
  };
  await b.page.setViewportSize({ width: 1440, height: 900 });
  await b.page.emulateMedia({ colorScheme: 'light' });
  zet('axe 1440 licht', await axe(b.page));
  const koppen = await b.page.locator('h1').count();
  if (koppen !== 1) mis['h1'] = koppen;
  const titel = await b.page.title();
  if (!titel.endsWith('Houvast') || namen.some((n) => titel.includes(n))) mis['titel'] = titel;
  // what stays in the browser when the page is gone: its address in the history, and what pages keep
  const blijft = await b.page.evaluate(async () =>
    JSON.stringify([
      location.href,
      { ...localStorage },
      { ...sessionStorage },
      await caches.keys(),
      await indexedDB.databases(),
    ]),
  );
  zet(
    'blijft in de browser',
    namen.filter((n) => blijft.toLowerCase().includes(n.toLowerCase())),
  );
  if (await b.page.getByText(/niet gevonden|Dit mag u niet|Er ging iets mis/).count())
    mis['inhoud'] = 'niet te zien';
  if (ookSmal) {
    await b.page.setViewportSize({ width: 390, height: 844 });
    await b.page.emulateMedia({ colorScheme: 'dark' });
    zet('axe 390 donker', await axe(b.page));
  }
  await b.page.setViewportSize({ width: 320, height: 640 });
  zet('320 px', await zijwaarts(b));
  await b.page.emulateMedia({ media: 'print' });
  zet('papier', await opPapier(b));
  await b.page.emulateMedia({ media: null });
  zet('console', b.klachten.splice(0));
  return mis;
}

describe('every page can be used by everyone', () => {
  it('and no page is forgotten here', () => {
    expect(ER_ZIJN.filter((r) => !(r in TABEL))).toEqual([]);
    expect(ER_ZIJN.length).toBeGreaterThan(20);
  });

  for (const route of ER_ZIJN) {
    for (const [persona, pad] of TABEL[route] ?? []) {
      it(`${route} as ${persona}`, async () => {
        const b = await bezoek(persona);
        await b.page.setViewportSize({ width: 1440, height: 900 });
        expect(pad(ids)).not.toMatch(/\/(\/|$)./);
        await b.page.goto(o.adres + pad(ids));
        await klaar(b);
        expect(await keur(b, OOK_SMAL_EN_DONKER.has(route))).toEqual({});
      });
    }
  }
});

describe('the bar of a phone', () => {
  it.each([
    [390, 'Advies'],
    [320, 'Monitoring'],
  ])('at %i px has what does not fit behind Meer', async (width, plek) => {
    const b = await bezoek(VT);
    await b.page.setViewportSize({ width, height: 700 });
    await b.page.goto(`${o.adres}/casussen`);
    await klaar(b);
    const balk = b.page.getByRole('navigation', { name: 'Hoofdmenu' });
    expect(await balk.getByRole('link', { name: plek }).count()).toBe(0);
    await balk.getByRole('button', { name: 'Meer' }).click();
    await balk.getByRole('link', { name: 'Cijfers' }).waitFor();
    expect(await axe(b.page)).toEqual([]);
    await balk.getByRole('link', { name: plek }).click();
    await b.page.waitForURL(plek === 'Advies' ? '**/adviezen' : '**/monitoring');
    await balk.getByRole('link', { name: 'Cijfers' }).waitFor({ state: 'hidden' });
  });
});

describe('what was chosen', () => {
  it('comes through the login, goes from page to page, and is there again on the way back', async () => {
    const b = await o.als('vt-teamleider');
    const { page } = b;
    await b.context.clearCookies();
    await page.goto(`${o.adres}/cijfers?periode=jaar`);
    await page.getByRole('link', { name: 'Inloggen' }).click();
    await page.locator('button[value="vt-teamleider"]').click();
    await page.waitForURL('**/cijfers?periode=jaar');
    expect(await page.getByLabel('Periode').inputValue()).toBe('jaar');
    await page.locator('main a[href^="/cijfers/in"]').click();
    await page.getByText(/^Pagina 1 van/).waitFor();
    await page.getByRole('button', { name: 'Volgende' }).click();
    await page.getByText(/^Pagina 2 van/).waitFor();
    // the same button has the focus still, and the list is read from its begin
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Volgende');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.locator('main a[href^="/casussen/"]').first().click();
    await page.waitForURL('**/casussen/*');
    await page.goBack();
    await page.getByText(/^Pagina 2 van/).waitFor();
    await page.goBack();
    await page.waitForURL('**/cijfers?periode=jaar');
    expect(await page.getByLabel('Periode').inputValue()).toBe('jaar');

    await page.goto(`${o.adres}/cijfers/in?van=2026-13-45`);
    await page.getByText('Dit is geen bestaande datum').waitFor();
    expect(await page.getByText('samengevoegd').count()).toBe(0);

    // what was typed is a name: it comes back, and stands in no address
    await page.goto(`${o.adres}/casussen`);
    await page.getByRole('radio', { name: 'alle' }).check();
    await page.getByLabel('Zoek op gezin of nummer').fill('van');
    await page.waitForURL('**/casussen?stand=alle');
    await page.locator('main a[href^="/casussen/0"]').first().click();
    await page.waitForURL(/casussen\/0/);
    await page.goBack();
    await page.waitForURL('**/casussen?stand=alle');
    expect(await page.getByLabel('Zoek op gezin of nummer').inputValue()).toBe('van');
    expect(await page.getByRole('radio', { name: 'alle' }).isChecked()).toBe(true);
    await page.getByLabel('Zoek op gezin of nummer').fill('Suzanne Onbekendman');
    await page.getByText('Zoekt u een persoon?').waitFor();
    await b.weg();
  });
});

describe('who is not logged in', () => {
  it('sees the start page and the choice of a persona', async () => {
    const browser = await chromium.launch({
      executablePath: chromiumPad(),
      args: ['--no-sandbox', '--disable-gpu'],
    });
    try {
      const context = await browser.newContext({ locale: 'nl-NL', reducedMotion: 'reduce' });
      const page = await context.newPage();
      const klachten: string[] = [];
      // The first question, who am I, is answered with 401: that is how the page knows.
      page.on('console', (m) => {
        if (m.type() === 'error' && !m.text().includes('401')) klachten.push(m.text());
      });
      const b: Bezoek = { page, context, klachten, klikken: () => 0, weg: () => context.close() };
      await page.goto(`${o.adres}/`);
      await klaar(b);
      expect(await keur(b)).toEqual({});
      await page.goto(`${o.adres}/inloggen`);
      await page.locator('button[value="vt-medewerker"]').waitFor();
      expect(await axe(page)).toEqual([]);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await zijwaarts(b)).toEqual([]);
      expect(klachten).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
