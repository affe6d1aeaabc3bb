// SPDX-License-Identifier: EUPL-1.2
// A name may be anything that a report gave. However long it is, and whichever way it runs, it leaves the screen to the work.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { politiebericht } from '../demo/reis/berichten.ts';
import { GEZINNEN } from '../demo/reis/gezinnen.ts';
import { DEMO_NU, type Omgeving, startOmgeving } from './browser.ts';
import { maakSpel, meld } from './hulp/browserspel.ts';

let o: Omgeving;
beforeAll(async () => {
  o = await startOmgeving({ HOUVAST_DEMO_MELDINGEN: '60' });
});
afterAll(() => o?.stop());

/** Two lines of the largest name on any screen, with room to spare. */
const TWEE_REGELS = 96;

it('takes two lines at most where others need the room, and stands whole on the card of the person', async () => {
  const s = maakSpel(o);
  const [gezin] = GEZINNEN;
  if (!gezin) throw new Error('Er is geen testgezin.');
  const lang = 'A'.repeat(2_000);
  const bericht = politiebericht(
    'PL0100-2026-LANG',
    { ...gezin, ouder: { ...gezin.ouder, achternaam: lang, voorvoegsel: '' } },
    new Date(DEMO_NU),
    'Er was ruzie.',
  );
  const antwoord = await fetch(`${o.adres}/api/jzv_meldingen/v1/meldingen`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await o.token('politie')}`, 'content-type': 'application/json' },
    body: JSON.stringify(bericht),
  });
  expect(antwoord.status).toBe(201);
  const meldingen = await s.vraag<{ id: string; casusId: string; aanduiding: string }[]>(
    'vt-medewerker',
    'GET',
    '/meldingen',
  );
  const melding = meldingen.find((m) => m.aanduiding.includes(lang));
  if (!melding) throw new Error('De melding staat niet in de lijst.');

  const beoordeling = await s.vraag<{ id: string }>(
    'vt-medewerker',
    'GET',
    `/meldingen/${melding.id}/beoordeling`,
  );

  for (const breedte of [1440, 390]) {
    const b = await o.als('vt-medewerker', { breedte });
    const { page } = b;
    for (const pad of [
      `/casussen/${melding.casusId}`,
      '/casussen',
      '/werk',
      `/meldingen/${melding.id}`,
      `/beoordelingen/${beoordeling.id}`,
      `/radar/${melding.id}`,
    ]) {
      await page.goto(o.adres + pad);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      const namen = page.locator('.hv-naam--lang');
      for (const naam of await namen.all()) {
        expect((await naam.boundingBox())?.height ?? 0, `${pad} op ${breedte}`).toBeLessThan(TWEE_REGELS);
        expect(await naam.getAttribute('title')).toContain(lang);
      }
      // no other element of the frame grows with the name
      const strip = await page.locator('.hv-casusstrip').all();
      for (const deel of strip) expect((await deel.boundingBox())?.height ?? 0).toBeLessThan(400);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
        `${pad} op ${breedte}`,
      ).toBe(0);
    }
    await page.goto(`${o.adres}/meldingen/${melding.id}`);
    await page.locator('.hv-persoon__naam').first().waitFor();
    expect(await page.locator('.hv-persoon__naam .hv-naam--lang').count()).toBe(0);
    expect(await page.locator('.hv-persoon__naam').first().innerText()).toContain(lang);
    await page.goto(`${o.adres}/casussen/${melding.casusId}`);
    await page.locator('.hv-casusstrip .hv-naam--lang').waitFor();
    expect(await page.locator('.hv-persoon__naam .hv-naam--lang').count()).toBe(1);
    await b.weg();
  }
});

it('turns itself only: the words around it keep their place', async () => {
  const m = await meld(maakSpel(o), {
    personen: [{ rol: 'kind', voornamen: 'Bo', achternaam: '\u202eneettus', geboortejaar: 2018 }],
  });
  const b = await o.als('vt-medewerker');
  const { page } = b;
  await page.goto(`${o.adres}/casussen/${m.casusId}`);
  const naam = page.locator('h1 .hv-naam');
  await naam.waitFor();
  // kept as it was given
  expect(await naam.innerText()).toContain('\u202eneettus');
  const plek = await page.locator('h1').evaluate((kop) => {
    const links = (e: Element | null) => e?.getBoundingClientRect().left ?? Number.NaN;
    return [links(kop.querySelector('.hv-naam')), links(kop.querySelector('.hv-casusstrip__nummer'))];
  });
  expect(plek[1]).toBeGreaterThan(plek[0] ?? Number.NaN);
  for (const kaart of await page.locator('.hv-persoon__naam bdi').all())
    expect(await kaart.evaluate((e) => getComputedStyle(e).unicodeBidi)).toBe('isolate');
  expect(await page.locator('.hv-persoon__naam bdi').count()).toBe(1);
  await b.weg();
});
