// SPDX-License-Identifier: EUPL-1.2
// The noodknop as its user meets it: what happens is said first, who one is is asked anew without losing what was typed, and the casus
// opens to read, says how it was opened, and the privacy officer has it on the first page.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Omgeving, startOmgeving } from './browser.ts';
import { maakSpel } from './hulp/browserspel.ts';

let o: Omgeving;
beforeAll(async () => {
  o = await startOmgeving({ HOUVAST_DEMO_MELDINGEN: '300' });
});
afterAll(() => o?.stop());

const REDEN = 'Moeder staat aan de balie en is bang.';

it('opens a casus of another team, after a proof of who one is, and the privacy officer sees it', async () => {
  const { casussen } = await maakSpel(o).vraag<{ casussen: { nummer: string }[] }>(
    'regisseur-emmen',
    'POST',
    '/casussen/_zoek',
    { bij: 'mij', status: 'open', aantal: 1 },
  );
  const nummer = casussen[0]?.nummer ?? '';
  const { page, context, weg } = await o.als('regisseur-assen');
  await page.goto(`${o.adres}/noodknop`);
  await page.getByLabel('Nummer van de casus').fill(nummer);
  await page.getByRole('radio', { name: 'Iemand is nu niet veilig' }).check();
  await page.getByLabel('Wat is er aan de hand?').fill(REDEN);
  await page.getByRole('button', { name: 'Open de casus' }).click();
  await page.getByText('Laat nog eens zien dat u het bent').waitFor();
  // not doing it leaves all that was typed
  await page.getByRole('button', { name: 'Niet doen' }).click();
  expect(await page.getByLabel('Wat is er aan de hand?').inputValue()).toBe(REDEN);

  await page.getByRole('button', { name: 'Open de casus' }).click();
  const [venster] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Log in in een nieuw venster' }).click(),
  ]);
  await venster.locator('button[value="regisseur-assen"]').click();
  await page.waitForURL(/\/casussen\/[0-9a-f-]{36}/);
  await page.getByText('U bent hier met de noodknop').waitFor();
  expect(await page.getByRole('link', { name: 'Wie kan erbij' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Voeg een uitspraak toe' }).count()).toBe(0);
  await weg();

  // the first page after the login, with what waits on top
  const fg = await o.als('fg');
  await fg.page.getByRole('heading', { name: 'Wat op u wacht' }).waitFor();
  expect(new URL(fg.page.url()).pathname).toBe('/toezicht');
  await fg.page.getByRole('link', { name: 'keer de noodknop om na te kijken' }).click();
  await fg.page.getByText(REDEN).waitFor();
  expect(await fg.page.locator('main').innerText()).toContain(nummer);
  expect(fg.klachten).toEqual([]);
  await fg.weg();
});

it('lets the privacy officer decide who stays out where no team leader can, and counts what waits', async () => {
  const { page, klachten, weg } = await o.als('fg');
  const plek = page.getByRole('link', { name: /^Wie blijft erbuiten.*wacht op u/s });
  await page.getByRole('link', { name: '1 medewerker blijft erbuiten: u beslist' }).click();
  expect(await plek.innerText()).toContain('1 ding wacht op u');
  await page.getByRole('button', { name: /^Blijft erbuiten: / }).click();
  await page.getByLabel(/Waarom klopt het/).fill('Zij woont er drie huizen vandaan. Haar collega doet het.');
  await page.getByRole('button', { name: 'Leg vast' }).click();
  await page.getByRole('heading', { name: 'Wie blijft erbuiten: u beslist' }).waitFor({ state: 'detached' });
  await plek.waitFor({ state: 'detached' });
  await page.goto(`${o.adres}/belangen`);
  await page.getByText('Haar collega doet het.').waitFor();
  expect(klachten).toEqual([]);
  await weg();
});
