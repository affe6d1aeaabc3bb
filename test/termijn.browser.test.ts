// SPDX-License-Identifier: EUPL-1.2
// What a term asks besides a page of its own: someone says that it was done, it stands still until a day, it is extended. By the keyboard.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Omgeving, startOmgeving } from './browser.ts';
import { legVoor, maakSpel, meld, stelVast } from './hulp/browserspel.ts';

let o: Omgeving;
beforeAll(async () => {
  o = await startOmgeving({ HOUVAST_DEMO_MELDINGEN: '200' });
});
afterAll(() => o?.stop());

it('is done, extended, and stands still until a day after which it runs again', async () => {
  const s = maakSpel(o);
  const m = await meld(s);
  await stelVast(s, await legVoor(s, m.id));
  const { page, klachten, weg } = await o.als('vt-medewerker');
  await page.goto(`${o.adres}/casussen/${m.casusId}`);
  const nu = page.getByRole('region', { name: 'Wat nu' });
  const informeer = 'Laat de betrokkenen weten wat is vastgelegd';
  await nu.getByRole('button', { name: `Verleng: ${informeer}` }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Waarom is er meer tijd nodig?').fill('Het is nog niet veilig om het te vertellen.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('De termijn is verlengd.').waitFor();
  // the focus is back where it was
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    `Verleng: ${informeer}`,
  );
  await nu.getByRole('button', { name: `Is gedaan: ${informeer}` }).click();
  const klaar = page.getByRole('button', { name: 'Is gedaan', exact: true }).last();
  // not without saying what: it says so itself
  expect(await klaar.getAttribute('aria-description')).toBe('Zeg wat er is gedaan.');
  await page
    .getByLabel('Wat is er gedaan, en door wie?')
    .fill('Moeder gebeld en de brief gestuurd, door mij.');
  await klaar.click();
  await page.getByText('Vastgelegd wat er is gedaan.').waitFor();
  await nu.getByText(informeer).waitFor({ state: 'detached' });

  await nu.getByRole('button', { name: /^Zet stil: / }).click();
  await page.getByLabel('Waarom kan het nu niet?').fill('Het gezin is op reis.');
  await page.getByLabel('Tot en met welke dag?').fill('7 december 2026');
  await page.getByRole('button', { name: 'Zet stil', exact: true }).click();
  await nu.getByText(/^staat stil tot en met .*7 dec/).waitFor();
  await nu.getByText('Staat stil: Het gezin is op reis.').waitFor();
  await nu.getByRole('button', { name: /^Laat weer lopen: / }).click();
  await page.getByLabel('Waarom kan het weer?').fill('Zij zijn eerder terug.');
  await page.getByRole('button', { name: 'Laat weer lopen', exact: true }).click();
  await nu.getByText(/^staat stil/).waitFor({ state: 'detached' });
  expect(klachten).toEqual([]);
  await weg();
});
