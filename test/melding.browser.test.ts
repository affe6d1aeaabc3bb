// SPDX-License-Identifier: EUPL-1.2
// Taking a melding in, as it is done: with the mouse, with the keyboard only, and with everything that goes wrong while
// someone is on the phone. What was typed must still be there, and what was sent must be there once.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, type Bezoek, type Omgeving, startOmgeving } from './browser.ts';
import { maakSpel } from './hulp/browserspel.ts';

let o: Omgeving;
beforeAll(async () => {
  o = await startOmgeving({ HOUVAST_DEMO_MELDINGEN: '60' });
});
afterAll(() => o?.stop());

const tekst = (i: number) => `#veld-uitspraken-${i}-tekst`;
const REGEL = '#veld-persoonsregel';

async function open(b: Bezoek, pad = '/meldingen/nieuw'): Promise<void> {
  await b.page.goto(o.adres + pad);
  await b.page.waitForSelector(tekst(0));
}

async function voegPersoonToe(page: Page, regel: string): Promise<void> {
  await page.locator(REGEL).fill(regel);
  await page.locator(REGEL).press('Enter');
  await page.waitForFunction((id) => document.querySelector<HTMLInputElement>(id)?.value === '', REGEL);
}

/** The least that a report needs. */
async function vulIn(page: Page, watGebeurde: string): Promise<void> {
  await page.getByRole('radio', { name: 'Nee', exact: true }).first().check();
  await page.locator(tekst(0)).fill(watGebeurde);
  await voegPersoonToe(page, 'Suzanne Testman 1-12-1985');
  await page.locator('#veld-melder-groep').selectOption('niet_beroepsmatig');
  await page.getByRole('radio', { name: 'Nee, alleen Veilig Thuis weet het' }).check();
  await page.locator('#veld-melder-naam').fill('Buurvrouw Voorbeeld');
  await page.locator('#veld-melder-telefoon').fill('0612345678');
}

const verder = (page: Page) => page.getByRole('button', { name: 'Verder' }).click();
const dienIn = (page: Page) => page.getByRole('button', { name: 'Dien de melding in' });
const isBinnen = (page: Page) => page.getByRole('heading', { name: /is binnen$/ }).waitFor();
const bewaard = (page: Page) =>
  page
    .locator('.hv-voet')
    .getByText(/^bewaard \d/)
    .waitFor();

async function aantalMet(page: Page, stuk: string): Promise<number> {
  const lijst = (await (await page.request.get(`${o.adres}/api/v1/meldingen`)).json()) as { id: string }[];
  let n = 0;
  for (const m of lijst.slice(0, 10)) {
    const d = await (await page.request.get(`${o.adres}/api/v1/meldingen/${m.id}`)).text();
    if (d.includes(stuk)) n++;
  }
  return n;
}

describe('a report on the phone', () => {
  it('goes in with the mouse, and every step of it can be used by everyone', async () => {
    const b = await o.als('vt-medewerker');
    const { page } = b;
    await open(b);
    expect(await axe(page)).toEqual([]);
    // twelve required fields at most: what is marked as needed, at its most
    expect(await page.locator('.hv-veld__nodig').count()).toBeLessThanOrEqual(12);

    await verder(page);
    await page.getByText('Er zijn nog 7 dingen te doen').waitFor();
    expect(await axe(page)).toEqual([]);

    await page.getByRole('radio', { name: 'Ja, nu' }).check();
    await page.locator('#veld-acuutToelichting').fill('De kinderen zitten op de slaapkamer.');
    await page.locator(tekst(0)).fill('Ik hoorde glas breken.');
    await page.getByLabel('Wanneer gebeurde uitspraak 1').fill('gisteren');
    await page.getByRole('button', { name: 'Nog een uitspraak' }).click();
    await page.locator(tekst(1)).fill('De overbuurman zag de politie.');
    await page.getByLabel('Soort van uitspraak 2').selectOption('van_horen_zeggen');
    await page.getByRole('button', { name: 'Kan naar de melder leiden' }).last().click();
    await voegPersoonToe(page, "Jan v.d. Berg 3 mei '84 vader");
    await page.locator('#veld-personen-0-rol').selectOption('pleger');
    await voegPersoonToe(page, 'Bram van den Berg 8 jaar');
    await page.getByRole('button', { name: '2018' }).click();
    await page.getByRole('checkbox', { name: '(Ex-)partnergeweld' }).check();
    await page.locator('#veld-melder-groep').selectOption('niet_beroepsmatig');
    await page.getByRole('radio', { name: 'Nee, alleen Veilig Thuis weet het' }).check();
    await page.locator('#veld-melder-naam').fill('Buurvrouw Voorbeeld');
    await page.locator('#veld-melder-telefoon').fill('bel me maar');
    await page.getByText('Bij Telefoon staat geen nummer').waitFor();
    await page.locator('#veld-melder-telefoon').fill('0612345678');
    // taken out, and back with all that was filled in
    await page.getByRole('button', { name: 'Jan v.d. Berg weghalen' }).click();
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByText('Teruggedraaid.').waitFor();
    expect(await page.locator('#veld-personen-0-rol').inputValue()).toBe('pleger');
    await page.getByRole('button', { name: 'Uitspraak 2 weghalen' }).click();
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.waitForSelector(tekst(1));
    expect(await page.locator(tekst(1)).inputValue()).toBe('De overbuurman zag de politie.');
    await bewaard(page);
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axe(page)).toEqual([]);

    await verder(page);
    await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await dienIn(page).click();
    await isBinnen(page);
    await page.getByText('houdt zicht op de veiligheid').waitFor();
    expect(await axe(page)).toEqual([]);

    await page.getByRole('link', { name: 'Open de melding' }).click();
    const main = page.locator('main');
    await main.getByText('Wie meldde').waitFor();
    const staat = await main.innerText();
    for (const wat of [
      'De kinderen zitten op de slaapkamer.',
      'van melder · 22 november',
      'Afgeschermd: kan naar de melder leiden',
      'Jan v.d. Berg',
      'Buurvrouw Voorbeeld',
      'Alleen zichtbaar voor Veilig Thuis',
    ])
      expect(staat).toContain(wat);
    expect(await axe(page)).toEqual([]);
    expect(await page.title()).toBe('Melding · Houvast');
    expect(b.klachten).toEqual([]);
    await b.weg();
  });

  it('goes in with the keyboard only, in far fewer keys than three minutes hold', async () => {
    const b = await o.als('vt-medewerker');
    const { page } = b;
    await open(b);
    let toetsen = 0;
    let letters = 0;
    const druk = async (...namen: string[]) => {
      for (const t of namen) {
        toetsen++;
        await page.keyboard.press(t);
      }
    };
    const typ = async (s: string) => {
      letters += s.length;
      await page.keyboard.type(s);
    };
    const tabTot = async (doel: string) => {
      for (let i = 0; i < 30; i++) {
        if (await page.evaluate((d) => document.activeElement?.matches(d) ?? false, doel)) return;
        await druk('Tab');
      }
      throw new Error(`Met Tab niet te bereiken: ${doel}`);
    };
    const staatOp = (doel: string) =>
      page.waitForFunction((d) => document.activeElement?.matches(d) ?? false, doel);

    await page.locator('h1').focus();
    await tabTot('input[name="acuut"]');
    await druk('Space', 'ArrowRight');
    await tabTot(tekst(0));
    await typ('Ik hoorde om kwart over tien geschreeuw en daarna glas breken.');
    await druk('Enter');
    await staatOp(tekst(1));
    await typ('Vader drinkt de laatste maanden veel.');
    await druk('Alt+4', 'Enter');
    await staatOp(tekst(2));
    await typ('De oudste zei dat hij bang is om naar huis te gaan.');
    await druk('Alt+5', 'Enter');
    await tabTot('#veld-aard');
    await druk('Space');
    await tabTot('#veld-duur');
    await druk('ArrowDown');
    await tabTot(REGEL);
    // the way up from "nog niet bekend": getuige, gezinslid, kind, both, pleger, slachtoffer
    for (const [i, regel, omhoog] of [
      [0, 'Suzanne Testman 1-12-85 moeder', 6],
      [1, 'Jan v.d. Berg 3 mei 84 vader', 5],
      [2, 'Bram van den Berg 2017', 3],
    ] as const) {
      await typ(regel);
      await druk('Enter');
      await staatOp(`#veld-personen-${i}-rol`);
      await druk(...Array<string>(omhoog).fill('ArrowUp'), 'Enter');
      await staatOp(REGEL);
    }
    await tabTot('input[name="kindcheck"]');
    await druk('ArrowRight');
    await tabTot('#veld-melder-groep');
    await druk('ArrowDown', 'ArrowDown');
    await tabTot('input[name="melder.bekend"]');
    await druk('Space', 'ArrowDown');
    await tabTot('#veld-melder-naam');
    await typ('Buurvrouw Voorbeeld');
    await druk('Tab');
    await typ('0612345678');
    await druk('Control+Enter');
    await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor();
    const na = await page.locator('main').innerText();
    for (const wat of [
      'Mening · van melder',
      'Van horen zeggen · van melder',
      '(Vermoedelijk) slachtoffer · moeder',
    ])
      expect(na).toContain(wat);
    await druk('Control+Enter');
    await isBinnen(page);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    // four letters a second is slow typing, a second for every other key is slow as well: under three minutes
    expect(letters / 4 + toetsen).toBeLessThan(180);
    await b.weg();
  });
});

describe('nothing typed is lost', () => {
  it('when the tab is closed: the draft waits, and goes on', async () => {
    const b = await o.als('vt-medewerker');
    await open(b);
    await b.page.locator(tekst(0)).fill('Dit stond er toen het tabblad dichtging.');
    await b.page.locator(REGEL).fill('Half getypt');
    await bewaard(b.page);
    await b.page.close();
    const page = await b.context.newPage();
    await page.goto(`${o.adres}/meldingen/nieuw`);
    await page.getByText('1 concept wacht op u').click();
    await page.getByText('Dit stond er toen').waitFor();
    await page.getByRole('link', { name: 'Ga verder' }).click();
    await page.waitForFunction(
      (d) => document.querySelector<HTMLTextAreaElement>(d)?.value.startsWith('Dit stond er') ?? false,
      tekst(0),
    );
    expect(await page.locator(REGEL).inputValue()).toBe('Half getypt');
    // thrown away, and back
    await page.goto(`${o.adres}/meldingen/nieuw`);
    await page.getByText('1 concept wacht op u').click();
    await page.getByRole('button', { name: 'Gooi weg' }).click();
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByText('1 concept wacht op u').waitFor();
    await b.weg();
  });

  it('when the page is loaded again while the last letters are being typed', async () => {
    const b = await o.als('vt-gedragswetenschapper');
    await open(b);
    await b.page.locator(tekst(0)).fill('Begin.');
    await bewaard(b.page);
    await b.page.locator(tekst(0)).fill('Begin en het laatste woord.');
    await b.page.reload();
    await b.page.waitForSelector(tekst(0));
    expect(await b.page.locator(tekst(0)).inputValue()).toBe('Begin en het laatste woord.');
    await b.weg();
  });

  it('when the session ends while typing: log in again, and it all stands there', async () => {
    const b = await o.als('vt-medewerker');
    const { page } = b;
    await open(b);
    await vulIn(page, 'Voor de sessie eindigde.');
    await bewaard(page);
    await b.context.clearCookies();
    await page.locator(tekst(0)).fill('Voor de sessie eindigde. En daarna.');
    await page.getByRole('heading', { name: 'Uw sessie is verlopen' }).waitFor();
    const [venster] = await Promise.all([
      b.context.waitForEvent('page'),
      page.getByRole('button', { name: 'Log in in een nieuw venster' }).click(),
    ]);
    await venster.locator('button[value="vt-medewerker"]').click();
    await page.getByRole('heading', { name: 'Uw sessie is verlopen' }).waitFor({ state: 'hidden' });
    expect(await page.locator(tekst(0)).inputValue()).toBe('Voor de sessie eindigde. En daarna.');
    await bewaard(page);
    await verder(page);
    await dienIn(page).click();
    await isBinnen(page);
    expect(await aantalMet(page, 'Voor de sessie eindigde. En daarna.')).toBe(1);
    await b.weg();
  });

  it('when the session has ended at the very moment of sending', async () => {
    const b = await o.als('vt-medewerker');
    const { page } = b;
    await open(b);
    await vulIn(page, 'Verzonden zonder sessie.');
    await bewaard(page);
    await verder(page);
    await b.context.clearCookies();
    await dienIn(page).click();
    const [venster] = await Promise.all([
      b.context.waitForEvent('page'),
      page.getByRole('button', { name: 'Log in in een nieuw venster' }).click(),
    ]);
    await venster.locator('button[value="vt-medewerker"]').click();
    await isBinnen(page);
    expect(await aantalMet(page, 'Verzonden zonder sessie.')).toBe(1);
    await b.weg();
  });

  it('when the server is gone for a moment: the text is kept on the device, also over a reload', async () => {
    const b = await o.als('vt-medewerker');
    const { page } = b;
    await open(b);
    await page.locator(tekst(0)).fill('Voor de storing.');
    await bewaard(page);
    await page.route('**/api/v1/concepten/**', (r) => r.abort());
    await page.locator(tekst(0)).fill('Voor de storing. Tijdens de storing.');
    await page.getByText('op dit apparaat bewaard').waitFor();
    await page.reload();
    await page.waitForSelector(tekst(0));
    expect(await page.locator(tekst(0)).inputValue()).toBe('Voor de storing. Tijdens de storing.');
    await page.unroute('**/api/v1/concepten/**');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await bewaard(page);
    await b.weg();
  });

  it('says that the draft was passed on, to whom, and keeps what is typed since apart', async () => {
    const b = await o.als('vt-medewerker');
    const { page } = b;
    await open(b);
    await page.locator(tekst(0)).fill('Voor het doorgeven.');
    await bewaard(page);
    const s = maakSpel(o);
    const { medewerkers } = await s.vraag<{ medewerkers: { id: string; naam: string; functie: string }[] }>(
      'vt-teamleider',
      'GET',
      '/medewerkers',
    );
    const { medewerker } = await s.vraag<{ medewerker: { id: string } }>('vt-medewerker', 'GET', '/ik');
    const aan = (await s.vraag<{ medewerker: { id: string } }>('vt-gedragswetenschapper', 'GET', '/ik'))
      .medewerker;
    await s.vraag('vt-teamleider', 'POST', `/medewerkers/${medewerker.id}/werkoverdracht`, { aanId: aan.id });
    await page.locator(tekst(0)).fill('Voor het doorgeven. Erna.');
    const naam = medewerkers.find((m) => m.id === aan.id)?.naam;
    await page.getByText(`uw concept is doorgegeven aan ${naam}`).waitFor();
    expect(await page.getByText('geen verbinding').count()).toBe(0);
    const verhalen = async (wie: 'vt-medewerker' | 'vt-gedragswetenschapper') =>
      JSON.stringify(await s.vraag(wie, 'GET', '/concepten'));
    expect(await verhalen('vt-medewerker')).toContain('Voor het doorgeven. Erna.');
    expect(await verhalen('vt-gedragswetenschapper')).toContain('Voor het doorgeven.');
    expect(await verhalen('vt-gedragswetenschapper')).not.toContain('Erna.');
    await b.weg();
  });

  it.each([
    [503, 'De opslag is vol', 'Bel de beheerder: er moet ruimte bij.'],
    [400, 'De gegevens kloppen niet', 'Er is niets bewaard. personen.0.bsn: Een BSN heeft negen cijfers.'],
  ])(
    'when the server answers %i: it says what to do, and sends once when it can',
    async (status, title, detail) => {
      const b = await o.als('vt-medewerker');
      const { page } = b;
      const wat = `Verzonden toen het ${status} was.`;
      await open(b);
      await vulIn(page, wat);
      await verder(page);
      await page.route('**/api/v1/meldingen', (r) =>
        r.fulfill({
          status,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: '/problemen/proef',
            title,
            status,
            detail,
            instance: 'urn:houvast:fout:1',
          }),
        }),
      );
      await dienIn(page).click();
      await page.getByText(detail).first().waitFor();
      await page.unroute('**/api/v1/meldingen');
      await page.getByRole('button', { name: 'Terug naar het formulier' }).click();
      expect(await page.locator(tekst(0)).inputValue()).toBe(wat);
      await verder(page);
      await dienIn(page).click();
      await isBinnen(page);
      expect(await aantalMet(page, wat)).toBe(1);
      await b.weg();
    },
  );

  it('when it never reached the server, and the tab is closed', async () => {
    const b = await o.als('vt-teamleider');
    await open(b);
    await b.context.route('**/api/v1/concepten/**', (r) => r.abort());
    await b.page.locator(tekst(0)).fill('Alleen op dit apparaat.');
    await b.page.getByText('op dit apparaat bewaard').waitFor();
    await b.page.close();
    await b.context.unroute('**/api/v1/concepten/**');
    const page = await b.context.newPage();
    await page.goto(`${o.adres}/meldingen/nieuw`);
    await page.getByText('1 concept wacht op u').click();
    await page.getByRole('link', { name: 'Ga verder' }).click();
    await page.waitForFunction(
      (d) => document.querySelector<HTMLTextAreaElement>(d)?.value === 'Alleen op dit apparaat.',
      tekst(0),
    );
    await bewaard(page);
    await b.weg();
  });

  it('but what one worker left unsent on a computer is not for the next', async () => {
    const b = await o.als('vt-medewerker');
    await open(b);
    await b.context.route('**/api/v1/concepten/**', (r) => r.abort());
    await b.page.locator(tekst(0)).fill('Visser: de melder is buurvrouw Pronk.');
    await b.page.getByText('op dit apparaat bewaard').waitFor();
    const adres = b.page.url();
    await b.page.close();
    await b.context.unroute('**/api/v1/concepten/**');
    const logIn = async (persona: string) => {
      // the session has ended, nobody logged out
      await b.context.clearCookies();
      const page = await b.context.newPage();
      await page.goto(`${o.adres}/inloggen`);
      await page.locator(`button[value="${persona}"]`).click();
      await page.waitForURL((u) => !/demo-idp|inloggen/.test(u.pathname));
      return page;
    };
    // the same person again: nothing is lost
    const eigen = await logIn('vt-medewerker');
    await eigen.goto(adres);
    await eigen.waitForSelector(tekst(0));
    expect(await eigen.locator(tekst(0)).inputValue()).toContain('Pronk');
    await b.context.route('**/api/v1/concepten/**', (r) => r.abort());
    await eigen.locator(tekst(0)).fill('Visser: buurvrouw Pronk belde weer.');
    await eigen.getByText('op dit apparaat bewaard').waitFor();
    await eigen.close();
    await b.context.unroute('**/api/v1/concepten/**');
    for (const [persona, pad] of [
      ['professional-school', '/melden'],
      ['vt-gedragswetenschapper', '/meldingen/nieuw'],
    ] as const) {
      const page = await logIn(persona);
      await page.goto(adres.replace('/meldingen/nieuw', pad));
      await page.waitForSelector(tekst(0));
      expect(await page.locator(tekst(0)).inputValue()).toBe('');
      await page.goto(o.adres + pad);
      await page.waitForSelector(tekst(0));
      await page.waitForLoadState('networkidle');
      expect(await page.locator('main').innerText()).not.toContain('Pronk');
      await page.close();
    }
    await b.weg();
  });

  it('when it is open in two windows: what each wrote stands in both, danger first, and a choice loses neither', async () => {
    const b = await o.als('vt-teamleider');
    const { page } = b;
    await open(b);
    await page.locator(tekst(0)).fill('Vader sloeg moeder.');
    await bewaard(page);
    const ander = await b.context.newPage();
    await ander.goto(page.url());
    await ander.waitForSelector(tekst(0));
    await ander.getByRole('radio', { name: 'Ja, nu' }).check();
    await ander.locator('#veld-acuutToelichting').fill('Hij staat met een mes voor de deur.');
    await bewaard(ander);
    // what only one of them changed is simply there
    await page.locator('#veld-melder-naam').fill('Anneke');
    await page.locator('#veld-acuutToelichting').waitFor();
    expect(await page.getByRole('radio', { name: 'Ja, nu' }).isChecked()).toBe(true);
    expect(await page.locator('#veld-melder-naam').inputValue()).toBe('Anneke');
    await bewaard(page);
    // where both wrote something else there is a question, and it is found from where one types
    await Promise.all([
      ander.waitForResponse(
        (r) => r.request().method() === 'PUT' && r.ok() && (r.request().postData() ?? '').includes('andere'),
      ),
      ander.locator(tekst(0)).fill('In het andere venster.'),
    ]);
    await page.locator(tekst(0)).fill('In dit venster.');
    await page.locator('#veld-melder-telefoon').fill('0612345678');
    await page.getByRole('button', { name: 'er zijn twee versies: kies' }).click();
    const vraag = page.getByRole('alert').filter({ hasText: 'U schreef hier ook in een ander venster' });
    const staat = await vraag.innerText();
    for (const wat of ['Uitspraak 1: tekst', 'In dit venster.', 'In het andere venster.'])
      expect(staat).toContain(wat);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Houd dit venster' }).click();
    await bewaard(page);
    await page.reload();
    await page.waitForSelector(tekst(0));
    expect(await page.locator(tekst(0)).inputValue()).toBe('In dit venster.');
    // the other is a draft of its own
    await page.getByText(/wacht(en)? op u$/).click();
    await page.getByText('In het andere venster.').waitFor();
    await b.weg();
  });
});

describe('what cannot be right, and is what the caller said', () => {
  it('is kept with its doubt, from the line to the report; what found no field says so until it has a place', async () => {
    const b = await o.als('vt-medewerker');
    const { page } = b;
    await open(b);
    await vulIn(page, 'Onmogelijke gegevens.');
    await page.getByLabel('Wanneer gebeurde uitspraak 1').fill('31-2-2026');
    for (const regel of ['bsn 123456789 Piet', 'Kees 31-2-1990', 'Ans 1-1-2050 32-5-1984'])
      await voegPersoonToe(page, regel);
    for (const gezien of (await page.getByRole('button', { name: 'Gezien' }).all()).reverse())
      await gezien.click();
    await verder(page);
    await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor();
    const twijfels = [
      'Dit BSN klopt niet (elfproef).',
      'Deze dag bestaat niet.',
      'ligt in de toekomst.',
      'Een datum van wat er gebeurde bestaat niet.',
    ];
    const waarden = ['123456789', '1990-02-31', '1 januari 2050'];
    const controle = await page.locator('main').innerText();
    for (const wat of [...twijfels, ...waarden, 'Dit gaat niet mee', '32-5-1984'])
      expect(controle).toContain(wat);
    expect(await axe(page)).toEqual([]);

    await page.getByRole('button', { name: 'Zet in het verhaal' }).click();
    await page.getByText('Dit gaat niet mee').waitFor({ state: 'detached' });
    await page.getByText('Over Ans: 32-5-1984').waitFor();
    await dienIn(page).click();
    await isBinnen(page);
    await page.getByRole('link', { name: 'Open de melding' }).click();
    await page.locator('main').getByText('Wie meldde').waitFor();
    const melding = await page.locator('main').innerText();
    for (const wat of [...twijfels, ...waarden, 'Over Ans: 32-5-1984']) expect(melding).toContain(wat);
    expect(b.klachten).toEqual([]);
    await b.weg();
  });
});

describe('what was sent is there once', () => {
  it('after a double click', async () => {
    const b = await o.als('vt-medewerker');
    await open(b);
    await vulIn(b.page, 'Twee keer geklikt.');
    await verder(b.page);
    await dienIn(b.page).dblclick();
    await isBinnen(b.page);
    expect(await aantalMet(b.page, 'Twee keer geklikt.')).toBe(1);
    await b.weg();
  });

  it('when the answer never came back and the button was pressed again', async () => {
    const b = await o.als('vt-medewerker');
    const { page } = b;
    await open(b);
    await vulIn(page, 'Het antwoord ging verloren.');
    await verder(page);
    await page.route('**/api/v1/meldingen', async (r) => {
      await r.fetch();
      await r.abort();
    });
    await dienIn(page).click();
    await page.getByText('Geen verbinding').first().waitFor();
    await page.unroute('**/api/v1/meldingen');
    await dienIn(page).click();
    await isBinnen(page);
    expect(await aantalMet(page, 'Het antwoord ging verloren.')).toBe(1);
    await b.weg();
  });

  it('also when the text was changed in between: it says which one arrived, and keeps the change', async () => {
    const b = await o.als('vt-medewerker');
    const { page } = b;
    await open(b);
    await vulIn(page, 'De eerste keer.');
    await verder(page);
    await page.route('**/api/v1/meldingen', async (r) => {
      await r.fetch();
      await r.abort();
    });
    await dienIn(page).click();
    await page.getByText('Geen verbinding').first().waitFor();
    await page.unroute('**/api/v1/meldingen');
    await page.getByRole('button', { name: 'Terug naar het formulier' }).click();
    await page.locator(tekst(0)).fill('De eerste keer. En nog iets.');
    await verder(page);
    await dienIn(page).click();
    await page.getByText('Deze melding was al binnen').waitFor();
    expect(await page.locator('main').innerText()).toContain('De eerste keer. En nog iets.');
    expect(await aantalMet(page, 'De eerste keer.')).toBe(1);
    await b.weg();
  });
});

describe('a professional', () => {
  it('reports without the internal parts, and follows what became of it', async () => {
    const b = await o.als('professional-school');
    const { page } = b;
    await open(b, '/melden');
    expect(await page.getByText('Wat we al weten').count()).toBe(0);
    expect(await page.getByText('Kan naar de melder leiden').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Nee', exact: true }).first().check();
    await page.locator(tekst(0)).fill('Een leerling heeft striemen op de arm.');
    await voegPersoonToe(page, 'Bram Testman 2017');
    await page.locator('#veld-melder-telefoon').fill('0612345678');
    // to stay hidden from the family asks for the ground
    await page.getByRole('radio', { name: 'Nee, alleen Veilig Thuis weet het' }).check();
    await verder(page);
    await page.getByRole('link', { name: 'Zeg waarom het gezin niet mag weten wie meldt.' }).waitFor();
    await page.getByRole('button', { name: 'Gevaar voor iemand in het gezin' }).click();
    await verder(page);
    await page.getByRole('button', { name: 'Stuur naar Veilig Thuis' }).click();
    await isBinnen(page);
    const nummer = /M\d{4}-\d+/.exec(await page.locator('h1').innerText())?.[0] ?? '';
    expect(nummer).not.toBe('');
    await page.getByRole('link', { name: 'Volg uw meldingen' }).click();
    await page.getByRole('heading', { name: nummer }).waitFor();
    expect(await axe(page)).toEqual([]);
    // the place where a worker of Veilig Thuis types is not his
    expect(await page.getByRole('navigation').getByText('Casussen').count()).toBe(0);
    expect(b.klachten).toEqual([]);
    await b.weg();
  });
});

describe('an advies', () => {
  it('warns about the family, is kept without it, and becomes a melding', async () => {
    const b = await o.als('vt-medewerker');
    const { page } = b;
    await page.goto(`${o.adres}/adviezen/nieuw`);
    await page
      .getByLabel('Wat is de vraag?')
      .fill('Een leerling van acht slaapt slecht. Hij woont op 7811 AB 12.');
    await page.getByText('Hier staat een postcode').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByLabel('Wat adviseert u?').fill('Praat met de ouders, en bel over een week.');
    await page.getByLabel('Wie vraagt advies?').selectOption('onderwijs');
    await page.getByRole('button', { name: 'Leg het advies vast' }).click();
    await page.getByRole('link', { name: /Haal weg wat naar het gezin leidt/ }).waitFor();
    await page.getByLabel('Wat is de vraag?').fill('Een leerling van acht slaapt slecht.');
    await page.getByRole('checkbox', { name: 'Kindermishandeling', exact: true }).check();
    await page.getByRole('button', { name: 'Leg het advies vast' }).click();
    await page.getByRole('heading', { name: /^Advies A\d/ }).waitFor();
    expect(await axe(page)).toEqual([]);

    await page.getByRole('link', { name: 'Maak er een melding van' }).click();
    await page.waitForSelector(tekst(0));
    // what was known of the worry goes along, who asked is the melder; the family is named only now
    expect(await page.getByRole('checkbox', { name: 'Kindermishandeling', exact: true }).isChecked()).toBe(
      true,
    );
    expect(await page.locator('#veld-melder-groep').inputValue()).toBe('onderwijs');
    await page.getByRole('radio', { name: 'Nee', exact: true }).first().check();
    await page.locator(tekst(0)).fill('Uit een advies: hij slaapt slecht.');
    await voegPersoonToe(page, 'Bram Testman 2018');
    await page.getByRole('radio', { name: 'Ja', exact: true }).last().check();
    await page.locator('#veld-melder-naam').fill('I. Schut');
    await page.locator('#veld-melder-telefoon').fill('0612345678');
    await verder(page);
    await dienIn(page).click();
    await isBinnen(page);
    await page.goto(`${o.adres}/adviezen`);
    await page.getByText('Werd een melding').first().waitFor();
    expect(await axe(page)).toEqual([]);
    expect(b.klachten).toEqual([]);
    await b.weg();
  });
});
