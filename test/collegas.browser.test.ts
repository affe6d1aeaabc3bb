// SPDX-License-Identifier: EUPL-1.2
// A colleague is ill, another leaves, a third is new: the team leader says so, and nothing is left on a name that is not there.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Omgeving, startOmgeving } from './browser.ts';
import { maakSpel } from './hulp/browserspel.ts';

let o: Omgeving;
beforeAll(async () => {
  o = await startOmgeving({ HOUVAST_DEMO_MELDINGEN: '300' });
});
afterAll(() => o?.stop());

const LEIDER = 'teamleider-emmen';
const aantalGezinnen = async (persona: 'regisseur-emmen') =>
  (
    await maakSpel(o).vraag<{ casussen: unknown[] }>(persona, 'POST', '/casussen/_zoek', {
      bij: 'mij',
      status: 'open',
      aantal: 50,
    })
  ).casussen.length;

it('passes on the work of a regisseur, who has no family left and can still log in', async () => {
  expect(await aantalGezinnen('regisseur-emmen')).toBeGreaterThan(0);
  const { page, klachten, weg } = await o.als(LEIDER);
  await page.getByRole('button', { name: /^U en uw instellingen/ }).click();
  await page.getByRole('link', { name: 'Collega’s' }).click();
  const rij = page.getByRole('row', { name: /S\. Kiewiet/ });
  await rij.getByRole('button', { name: 'Geef werk door van S. Kiewiet' }).click();
  const dialoog = page.getByRole('dialog', { name: 'Geef het werk van S. Kiewiet door' });
  await dialoog.getByLabel('Wie doet het werk nu?').selectOption({ label: 'T. Wierenga (0 op naam)' });
  await dialoog.getByRole('button', { name: 'Geef door' }).click();
  await page.getByText(/^Doorgegeven: \d+ termijn/).waitFor();
  await rij.getByRole('cell', { name: '0', exact: true }).first().waitFor();
  // a draft shows in no number, so passing on is always offered
  await rij.getByRole('button', { name: 'Geef werk door van S. Kiewiet' }).waitFor();
  expect(await aantalGezinnen('regisseur-emmen')).toBe(0);
  expect(klachten).toEqual([]);
  await weg();
});

it('adds a colleague after a proof of who one is, and what is wrong is said with all that was typed still there', async () => {
  const { page, context, klachten, weg } = await o.als(LEIDER);
  await page.goto(`${o.adres}/collegas`);
  const kiewiet = (
    await maakSpel(o).vraag<{ medewerkers: { naam: string; inlogcode: string }[] }>(
      LEIDER,
      'GET',
      '/medewerkers',
    )
  ).medewerkers.find((m) => m.naam === 'S. Kiewiet');
  await page.getByRole('button', { name: 'Voeg een collega toe' }).click();
  await page.getByLabel('Naam').fill('N. Nieuwland');
  await page.getByLabel('Inlogcode').fill(kiewiet?.inlogcode ?? '');
  await page.getByRole('button', { name: 'Bewaar' }).click();
  const [venster] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Log in in een nieuw venster' }).click(),
  ]);
  await venster.locator(`button[value="${LEIDER}"]`).click();
  await page.getByText('Met deze inlogcode logt al iemand anders in').first().waitFor();
  expect(await page.getByLabel('Naam').inputValue()).toBe('N. Nieuwland');
  await page.getByLabel('Inlogcode').fill('');
  await page.getByRole('button', { name: 'Bewaar' }).click();
  const rij = page.getByRole('row', { name: /N\. Nieuwland/ });
  await rij.getByText('kan nog niet inloggen').waitFor();
  // who cannot log in is not offered any work
  await page.getByRole('button', { name: 'Geef werk door van S. Kiewiet' }).click();
  const keuzes = page.getByRole('dialog').getByLabel('Wie doet het werk nu?');
  expect(await keuzes.innerText()).toContain('T. Wierenga');
  expect(await keuzes.innerText()).not.toContain('N. Nieuwland');
  await page.getByRole('dialog').getByRole('button', { name: 'Terug', exact: true }).click();
  // and leaves again
  await rij.getByRole('button', { name: 'N. Nieuwland vertrekt' }).click();
  await page.getByRole('button', { name: 'Laat vertrekken' }).click();
  await rij.waitFor({ state: 'detached' });
  // the button went with the row
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.getByText('Werkten hier (1)').click();
  await page.getByRole('button', { name: 'N. Nieuwland werkt hier weer' }).click();
  await rij.waitFor();
  expect(klachten.filter((k) => !/40[01]/.test(k))).toEqual([]);
  await weg();
});

it('says what is on nobody’s name now, and where that is', async () => {
  const { page, klachten, weg } = await o.als('vt-teamleider');
  await page.goto(`${o.adres}/collegas`);
  const { medewerkers } = await maakSpel(o).vraag<{ medewerkers: { naam: string; termijnen: number }[] }>(
    'vt-teamleider',
    'GET',
    '/medewerkers',
  );
  const druk = medewerkers.find((m) => m.termijnen > 0)?.naam;
  await page.getByRole('button', { name: `Geef werk door van ${druk}` }).click();
  await page.getByRole('button', { name: 'Geef door', exact: true }).click();
  await page.getByRole('heading', { name: /staa[nt]? nu op niemands naam$/ }).waitFor();
  await page.getByRole('link', { name: 'Naar de werklijst' }).click();
  await page.waitForURL('**/werk');
  expect(klachten).toEqual([]);
  await weg();
});

it('keeps buttons in place and readable, whatever people are called', async () => {
  const kiewiet = await zoekCollega(/Kiewiet/);
  const nieuw = (velden: Record<string, unknown>) =>
    maakSpel(o).vraag<{ id: string }>(LEIDER, 'POST', '/medewerkers', {
      ...{ functie: 'lokaal_teamleider', teamId: null, inlogcode: null },
      ...velden,
    });
  const gemaakt = [
    await nieuw({ naam: kiewiet.naam, inlogcode: 'naamgenoot-kiewiet' }),
    await nieuw({ naam: 'x'.repeat(200) }),
  ];
  const { page, klachten, weg } = await o.als(LEIDER);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${o.adres}/collegas`);
  // two of one name are two
  await page.getByRole('button', { name: /^Wijzig S\. Kiewiet, Regisseur/ }).waitFor();
  await page.getByRole('button', { name: /^Wijzig S\. Kiewiet, Teamleider/ }).waitFor();
  const plekken = async (naam: RegExp) => {
    const uit = [];
    for (const knop of await page.getByRole('button', { name: naam }).all())
      uit.push(await knop.boundingBox());
    return uit;
  };
  for (const naam of [/^Geef werk door van/, /^Wijzig /, / vertrekt$/]) {
    const dozen = await plekken(naam);
    expect(new Set(dozen.map((d) => Math.round(d?.x ?? 0))).size).toBe(1);
    expect(Math.max(...dozen.map((d) => d?.height ?? 99))).toBeLessThan(40);
  }
  const koppen = await page.getByRole('columnheader').evaluateAll((alle) =>
    alle.map((k) => {
      const r = document.createRange();
      r.selectNodeContents(k.querySelector('button') ?? k);
      const tekst = document.createTreeWalker(k, NodeFilter.SHOW_TEXT).nextNode();
      if (tekst) r.selectNode(tekst);
      return Math.round(r.getBoundingClientRect().bottom);
    }),
  );
  expect(new Set(koppen).size).toBe(1);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
  }
  for (const { id } of gemaakt)
    await maakSpel(o).vraag(LEIDER, 'POST', `/medewerkers/${id}/vertrek`, { aanId: null });
  expect(klachten).toEqual([]);
  await weg();
});

it('lets the holder choose who steers a family, where the family is', async () => {
  const { casussen } = await maakSpel(o).vraag<{ casussen: { id: string }[] }>(
    'teamleider-emmen',
    'POST',
    '/casussen/_zoek',
    { bij: 'mij', status: 'open', aantal: 1 },
  );
  const { page, klachten, weg } = await o.als(LEIDER);
  await page.goto(`${o.adres}/casussen/${casussen[0]?.id}`);
  await page.getByRole('button', { name: 'Kies een andere regisseur' }).click();
  await page.getByLabel('Regisseur').selectOption({ label: 'S. Kiewiet' });
  await page.getByRole('button', { name: 'Leg vast', exact: true }).click();
  await page.getByText('De regisseur is gekozen.').waitFor();
  await page
    .getByText(/Regisseur: S\. Kiewiet/)
    .first()
    .waitFor();
  expect(await aantalGezinnen('regisseur-emmen')).toBe(1);
  expect(klachten).toEqual([]);
  await weg();
});

interface Collega {
  id: string;
  versie: number;
  naam: string;
  functie: string;
  teamId: string | null;
  inlogcode: string | null;
}
const zoekCollega = async (naam: RegExp) => {
  const { medewerkers } = await maakSpel(o).vraag<{ medewerkers: Collega[] }>(LEIDER, 'GET', '/medewerkers');
  const m = medewerkers.find((x) => naam.test(x.naam));
  if (!m) throw new Error(`geen ${naam}`);
  return m;
};
/** What another leader does meanwhile. */
const wijzig = async (naam: RegExp, anders: Partial<Collega>) => {
  const { id, versie, ...m } = await zoekCollega(naam);
  const { functie, teamId, inlogcode } = m;
  await maakSpel(o).vraag(LEIDER, 'PUT', `/medewerkers/${id}`, {
    ...{ versie, naam: m.naam, functie, teamId, inlogcode },
    ...anders,
  });
};

it('shows what another leader changed meanwhile, and sends only what was typed', async () => {
  const voor = await zoekCollega(/Wierenga/);
  const { page, context, klachten, weg } = await o.als(LEIDER);
  await page.goto(`${o.adres}/collegas`);
  await page.getByRole('button', { name: 'Wijzig T. Wierenga' }).click();
  const bewaar = page.getByRole('button', { name: 'Bewaar' });
  await page.getByLabel('Naam').fill('T. Wierenga-Bos');
  await wijzig(/Wierenga/, { functie: 'lokaal_teamleider' });
  await bewaar.click();
  const [venster] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Log in in een nieuw venster' }).click(),
  ]);
  await venster.locator(`button[value="${LEIDER}"]`).click();
  await page.getByText('Kijk wat er nu staat.').waitFor();
  await page.getByRole('radio', { name: 'Teamleider', checked: true }).waitFor();
  expect(await page.getByLabel('Naam').inputValue()).toBe('T. Wierenga-Bos');
  // what both wrote stands side by side
  await wijzig(/Wierenga/, { naam: 'Tj. Wierenga' });
  await bewaar.click();
  await page.getByText('Een ander veranderde dit ook').waitFor();
  await page.getByText('Naam: Tj. Wierenga').waitFor();
  await bewaar.click();
  await page.getByText('Bewaard.').waitFor();
  expect(await zoekCollega(/Wierenga/)).toMatchObject({
    naam: 'T. Wierenga-Bos',
    functie: 'lokaal_teamleider',
    inlogcode: voor.inlogcode,
  });
  await wijzig(/Wierenga/, { naam: voor.naam, functie: voor.functie });
  expect(klachten.filter((k) => !/40[19]/.test(k))).toEqual([]);
  await weg();
});

it('asks before the page goes with what was typed in a dialog, and not when nothing was', async () => {
  const { page, context, klachten, weg } = await o.als(LEIDER);
  const gevraagd: string[] = [];
  page.on('dialog', (d) => {
    gevraagd.push(d.type());
    void d.dismiss();
  });
  const open = () => page.getByRole('button', { name: 'Voeg een collega toe' }).click();
  const naam = page.getByLabel('Naam');
  const pad = () => new URL(page.url()).pathname;
  await page.goto(`${o.adres}/cijfers`);
  await page.getByRole('button', { name: /^U en uw instellingen/ }).click();
  await page.getByRole('link', { name: 'Collega’s' }).click();
  // nothing typed: back is back
  await open();
  await page.goBack();
  await page.waitForURL('**/cijfers');
  await page.goForward();
  await page.waitForURL('**/collegas');
  await open();
  await naam.fill('N. Nieuwland');
  await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
  const blijf = page.getByRole('button', { name: 'Blijf hier' });
  await blijf.waitFor();
  expect(await blijf.evaluate((k) => k === document.activeElement)).toBe(true);
  await blijf.press('Enter');
  await blijf.waitFor({ state: 'detached' });
  expect([pad(), await naam.inputValue()]).toEqual(['/collegas', 'N. Nieuwland']);
  // loading again asks too
  await page.reload({ timeout: 2_000 }).catch(() => undefined);
  expect([gevraagd, await naam.inputValue()]).toEqual([['beforeunload'], 'N. Nieuwland']);
  // once it was sent there is nothing to ask
  await page.getByRole('button', { name: 'Bewaar' }).click();
  const [venster] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Log in in een nieuw venster' }).click(),
  ]);
  await venster.locator(`button[value="${LEIDER}"]`).click();
  await page.getByText('Uw collega is toegevoegd.').waitFor();
  await open();
  await page.goBack();
  await page.waitForURL('**/cijfers');
  await page.goForward();
  await open();
  await naam.fill('Toch niet');
  await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
  await page.getByRole('button', { name: 'Ga weg zonder bewaren' }).click();
  await page.waitForURL('**/cijfers');
  expect(gevraagd).toEqual(['beforeunload']);
  expect(klachten.filter((k) => !/401/.test(k))).toEqual([]);
  await weg();
});

it('offers nothing to who may not see who works here', async () => {
  const { page, weg } = await o.als('regisseur-emmen');
  await page.goto(`${o.adres}/collegas`);
  await page.getByRole('heading', { name: /mag/i }).waitFor();
  expect(await page.getByRole('button', { name: 'Voeg een collega toe' }).count()).toBe(0);
  await weg();
});

it('offers the phase after the one that is, when another moved the family meanwhile', async () => {
  const REGISSEUR = 'regisseur-emmen';
  const s = maakSpel(o);
  const { casussen } = await s.vraag<{ casussen: { id: string }[] }>(REGISSEUR, 'POST', '/casussen/_zoek', {
    ...{ bij: 'mij', status: 'open', aantal: 1 },
  });
  const pad = `/casussen/${casussen[0]?.id}/fasewisselingen`;
  const ga = async (naar: number, terugval = false) =>
    s.vraag(REGISSEUR, 'POST', pad, { naar, terugval, reden: 'Zo is het nu.', ondanks: 'Het kan.' });
  const { fase } = await s.vraag<{ fase: number | null }>(REGISSEUR, 'GET', pad);
  for (let f = fase ?? 0; f < 2; f++) await ga(f + 1);
  for (let f = fase ?? 0; f > 2; f--) await ga(f - 1);
  const { page, klachten, weg } = await o.als(REGISSEUR);
  await page.goto(`${o.adres}/casussen/${casussen[0]?.id}/plan`);
  await page.getByRole('button', { name: 'Naar fase 3' }).click();
  const dialoog = page.getByRole('dialog', { name: 'Naar fase 3' });
  for (const vak of await dialoog.getByRole('textbox').all()) await vak.fill('Het gaat goed.');
  await ga(1, true);
  await dialoog.getByRole('button', { name: 'Leg vast' }).click();
  await dialoog.getByText('De fase is intussen veranderd').waitFor();
  await dialoog.getByRole('button', { name: 'Terug', exact: true }).click();
  await page.getByRole('button', { name: 'Naar fase 2' }).waitFor();
  expect(await page.getByRole('button', { name: 'Naar fase 3' }).count()).toBe(0);
  expect(klachten.filter((k) => !/409/.test(k))).toEqual([]);
  await weg();
});

it('closes an organisation, and what it held is with its successor', async () => {
  const { page, context, klachten, weg } = await o.als('vt-teamleider');
  await page.goto(`${o.adres}/collegas`);
  await page.getByText('Een organisatie sluit').click();
  await page.getByRole('button', { name: 'Sluit een organisatie' }).click();
  await page.getByLabel('Welke organisatie sluit?').selectOption({ label: 'Lokaal team Coevorden' });
  // a school cannot do what a local team does
  expect(await page.getByLabel('Wie volgt haar op?').innerText()).not.toContain('Basisschool');
  await page.getByLabel('Wie volgt haar op?').selectOption({ label: 'Lokaal team Emmen' });
  await page.getByLabel('Waarom sluit zij?').fill('De teams gaan samen.');
  await page.getByRole('button', { name: 'Sluit', exact: true }).click();
  const [venster] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Log in in een nieuw venster' }).click(),
  ]);
  await venster.locator('button[value="vt-teamleider"]').click();
  await page.getByText(/^Gesloten\. \d+ casus/).waitFor();
  expect(klachten.filter((k) => !/401/.test(k))).toEqual([]);
  await weg();
});
