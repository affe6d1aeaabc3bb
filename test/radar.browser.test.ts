// SPDX-License-Identifier: EUPL-1.2
// The radar as its users meet it: on the phone it says whether someone is known while the form stays where it is; what was before is
// asked for with a reason, and then whom to call.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, type Omgeving, startOmgeving } from './browser.ts';
import { maakSpel } from './hulp/browserspel.ts';

let o: Omgeving;
beforeAll(async () => {
  o = await startOmgeving({ HOUVAST_DEMO_MELDINGEN: '60' });
});
afterAll(() => o?.stop());

const REGEL = '#veld-persoonsregel';
const AANNEMER = { groep: 'niet_beroepsmatig', bekend: 'anoniem' };

/** A melding about a woman whom nobody else looks like, with a number for whom to call. */
async function meldBekende(): Promise<{ casusNummer: string; id: string }> {
  return maakSpel(o).vraag('vt-medewerker', 'POST', '/meldingen', {
    melder: AANNEMER,
    uitspraken: [{ soort: 'waarneming', tekst: 'Er werd geschreeuwd.', bron: 'buurvrouw' }],
    personen: [
      {
        rol: 'slachtoffer',
        voornamen: 'Quirina',
        achternaam: 'Zonderling',
        geboortejaar: 1971,
        geboortemaand: 3,
        geboortedag: 17,
        geslacht: 'vrouw',
        straat: 'Kerkbrink',
        huisnummer: '3',
        postcode: '7811KX',
        woonplaats: 'Emmen',
      },
    ],
    aard: ['partnergeweld'],
    acuut: false,
  });
}

/** Where everything stands that someone types in. */
const plaatsen = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('form :is(input, textarea, select, h2)')].map((e) => {
      const r = e.getBoundingClientRect();
      return `${e.id} ${Math.round(r.x)} ${Math.round(r.y + scrollY)} ${Math.round(r.width)} ${Math.round(r.height)}`;
    }),
  );

describe('the radar', () => {
  it('says while typing that someone is known, moves nothing, and shows what was before to who says why', async () => {
    const bekend = await meldBekende();
    const b = await o.als('vt-medewerker');
    const { page } = b;
    await page.goto(`${o.adres}/meldingen/nieuw`);
    await page.locator(REGEL).waitFor();
    const vragen: string[] = [];
    page.on('request', (r) => {
      if (r.url().includes('/radar/'))
        vragen.push(`${r.method()} ${new URL(r.url()).pathname}${new URL(r.url()).search}`);
    });
    await page.locator(REGEL).pressSequentially('Quirina Zonderling', { delay: 15 });
    const voor = await plaatsen(page);
    await page.locator(REGEL).pressSequentially(' 17 maart 1971', { delay: 15 });
    const paneel = page.locator('.hv-radarpaneel');
    await paneel.getByText('Waarschijnlijk bekend', { exact: true }).waitFor();
    expect(await plaatsen(page)).toEqual(voor);
    // hit, and nothing more: what was not typed is nowhere
    const staat = await paneel.innerText();
    expect(staat).toContain('Past: achternaam, voornaam, geboortedatum');
    for (const geheim of [bekend.casusNummer, 'Kerkbrink', 'Emmen', 'houdt zicht'])
      expect(staat).not.toContain(geheim);
    expect(await paneel.locator('[role=status]').innerText()).toContain('waarschijnlijk bekend');
    // nothing that was typed is in an address, and far fewer questions than letters
    expect(new Set(vragen)).toEqual(new Set(['POST /api/v1/radar/_zoek']));
    expect(vragen.length).toBeLessThan(6);
    expect(await axe(page)).toEqual([]);

    // by keyboard: there, why, and the facts
    await page.locator(REGEL).focus();
    await page.keyboard.press('F8');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Wat was er eerder?');
    await page.keyboard.press('Enter');
    const dialoog = page.getByRole('dialog');
    await dialoog.getByRole('button', { name: 'Laat zien' }).click();
    await dialoog.getByText('Kies eerst waarom u het wilt weten.').waitFor();
    expect(await dialoog.innerText()).not.toContain(bekend.casusNummer);
    await dialoog.getByRole('radio', { name: 'Weten wie er nu zicht houdt' }).check();
    expect(await axe(page)).toEqual([]);
    await dialoog.getByRole('button', { name: 'Laat zien' }).click();
    await dialoog.getByRole('heading', { name: `Casus ${bekend.casusNummer}` }).waitFor();
    expect(await dialoog.innerText()).toContain('Veilig Thuis Drenthe houdt zicht.');
    expect(await dialoog.locator('a[href^="tel:"]').count()).toBe(0);
    await dialoog.getByRole('button', { name: 'Hoe bereik ik Veilig Thuis Drenthe?' }).click();
    await dialoog.locator('a[href^="tel:"]').waitFor();
    expect(await axe(page)).toEqual([]);
    await dialoog.getByRole('button', { name: `Hoort bij casus ${bekend.casusNummer}` }).click();
    await page.getByText('Deze melding komt bij de casus die u koos.').waitFor();
    // what was typed stands there still, and the key leads back to it
    expect(await page.locator(REGEL).inputValue()).toBe('Quirina Zonderling 17 maart 1971');
    expect(b.klachten).toEqual([]);
    await b.weg();
  });

  it('on a phone says so under the line that is typed, by touch and by key, and the line stays where it is', async () => {
    await meldBekende();
    const b = await o.als('vt-medewerker', { breedte: 320 });
    const { page } = b;
    await page.goto(`${o.adres}/meldingen/nieuw`);
    const regel = page.locator(REGEL);
    await regel.waitFor();
    await regel.scrollIntoViewIfNeeded();
    await regel.pressSequentially('Quirina Zonderling', { delay: 15 });
    const plek = async () => (await regel.boundingBox())?.y;
    const voor = await plek();
    await regel.pressSequentially(' 17 maart 1971', { delay: 15 });
    const lijn = page.locator('button.hv-radarlijn');
    await lijn.getByText('Waarschijnlijk bekend').waitFor();
    expect(await plek()).toBe(voor);
    // straight under the field, and no scrolling to get there
    const [veld, vak] = [await regel.boundingBox(), await lijn.boundingBox()];
    const onder = (veld?.y ?? 0) + (veld?.height ?? 0);
    expect((vak?.y ?? 0) - onder).toBeGreaterThanOrEqual(0);
    expect((vak?.y ?? 0) - onder).toBeLessThan(32);
    expect((vak?.y ?? 0) + (vak?.height ?? 0)).toBeLessThan(900);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('F8');
    expect(await lijn.evaluate((l) => l === document.activeElement)).toBe(true);
    await page.keyboard.press('F8');
    expect(await regel.evaluate((r) => r === document.activeElement)).toBe(true);
    await lijn.click();
    await page.getByRole('dialog').getByText('Waarom wilt u dat zien?').waitFor();
    await page.keyboard.press('Escape');
    expect(await lijn.evaluate((l) => l === document.activeElement)).toBe(true);
    expect(b.klachten).toEqual([]);
    await b.weg();
  });

  it('at a melding shows what was before only when asked, with a reason', async () => {
    const eerste = await meldBekende();
    const tweede = await meldBekende();
    const b = await o.als('vt-medewerker', { breedte: 390 });
    const { page } = b;
    await page.goto(`${o.adres}/radar/${tweede.id}`);
    await page.getByRole('heading', { name: 'Kennen we deze mensen?' }).waitFor();
    const knop = page.getByRole('button', { name: 'Wat was er eerder?' });
    await knop.first().waitFor();
    expect(await page.locator('main').innerText()).not.toContain('houdt zicht');
    await knop.first().click();
    const dialoog = page.getByRole('dialog');
    await dialoog.getByRole('radio', { name: 'Een andere reden' }).check();
    await dialoog.getByRole('button', { name: 'Laat zien' }).click();
    await dialoog.getByText('Schrijf in een paar woorden waarom u dit wilt weten.').first().waitFor();
    await dialoog.getByLabel('In een paar woorden').fill('De huisarts vraagt ernaar.');
    await dialoog.getByRole('button', { name: 'Laat zien' }).click();
    await dialoog.getByText('houdt zicht').first().waitFor();
    expect(await dialoog.innerText()).toContain(eerste.casusNummer);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await knop.first().waitFor();
    await b.weg();
  });
});
