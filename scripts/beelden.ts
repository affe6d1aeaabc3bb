// SPDX-License-Identifier: EUPL-1.2
// npm run beelden: the pictures of the README and the manuals, made anew from the demo as it stands (after npm run build).
// The clock of the demo is fixed, so that a picture changes only when the screen does.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { PersonaId } from '../demo/personas.ts';
import { startOmgeving } from '../test/browser.ts';
import { biedAan, legVoor, maakSpel, meld, stelVast } from '../test/hulp/browserspel.ts';

const MAP = join(import.meta.dirname, '..', 'docs', 'beelden');
/** A picture is loaded with the page that shows it: no larger than this. */
const HOOGSTENS = 300_000;

interface Beeld {
  naam: string;
  persona: PersonaId;
  pad: string;
  /** What is typed or chosen first. */
  doe?: (page: Page) => Promise<void>;
}

const aantal = process.env['HOUVAST_DEMO_MELDINGEN'];
const o = await startOmgeving(aantal ? { HOUVAST_DEMO_MELDINGEN: aantal } : {});
try {
  const s = maakSpel(o);
  const VT: PersonaId = 'vt-medewerker';
  const REGISSEUR: PersonaId = 'regisseur-emmen';

  /** The first of the demo's own; what it lacks is made. */
  const werk = await s.vraag<{ regels: { soort: string; meldingId: string | null }[] }>(VT, 'GET', '/werk');
  const teBeoordelen =
    werk.regels.find((r) => r.soort === 'beoordeling' && r.meldingId)?.meldingId ?? (await meld(s)).id;
  const beoordeling = await s.vraag<{ id: string }>(VT, 'GET', `/meldingen/${teBeoordelen}/beoordeling`);
  const open = await s.vraag<{ id: string }[]>(
    'teamleider-emmen',
    'GET',
    '/overdrachten?richting=in&status=open',
  );
  const nieuwAanbod = async () => {
    const m = await meld(s);
    await stelVast(s, await legVoor(s, m.id));
    return biedAan(s, m.casusId, 'teamleider-emmen');
  };
  const aanbod = open[0] ?? (await nieuwAanbod());
  const { casussen } = await s.vraag<{ casussen: { id: string; fase: number | null }[] }>(
    REGISSEUR,
    'POST',
    '/casussen/_zoek',
    { bij: 'mij', status: 'open', aantal: 50 },
  );
  /** One with something in the plan: an empty one shows nobody how it looks. */
  let casus = casussen[0];
  for (const c of casussen) {
    if (c.fase === null) continue;
    const pad = `/casussen/${c.id}`;
    const v = await s.vraag<{ voorwaarden: unknown[] }>(REGISSEUR, 'GET', `${pad}/voorwaarden`);
    const a = await s.vraag<{ afspraken: unknown[] }>(REGISSEUR, 'GET', `${pad}/afspraken`);
    if (v.voorwaarden.length === 0 || a.afspraken.length === 0) continue;
    casus = c;
    break;
  }
  if (!casus) throw new Error('De regisseur heeft geen open casus.');

  const beelden: Beeld[] = [
    { naam: 'werk', persona: VT, pad: '/werk' },
    {
      naam: 'melding',
      persona: VT,
      pad: '/meldingen/nieuw',
      async doe(page) {
        await page.getByRole('radio', { name: 'Nee', exact: true }).first().check();
        await page
          .getByLabel('Uitspraak 1', { exact: true })
          .fill('Ik hoorde om kwart over tien geschreeuw, en daarna glas breken.');
        const regel = page.getByLabel('Typ wie het is');
        await regel.fill('Suzanne Testman 1-12-1985 moeder');
        await regel.press('Enter');
        await page.getByText('Suzanne').first().waitFor();
        await page.evaluate(() => scrollTo(0, 0));
      },
    },
    { naam: 'beoordeling', persona: VT, pad: `/beoordelingen/${beoordeling.id}` },
    { naam: 'wachtend', persona: 'vt-teamleider', pad: '/wachtend' },
    { naam: 'teamcijfers', persona: 'vt-teamleider', pad: '/cijfers' },
    { naam: 'overdracht', persona: 'teamleider-emmen', pad: `/overdrachten/${aanbod.id}` },
    { naam: 'casus', persona: REGISSEUR, pad: `/casussen/${casus.id}` },
    { naam: 'plan', persona: REGISSEUR, pad: `/casussen/${casus.id}/plan` },
    { naam: 'cijfers', persona: REGISSEUR, pad: `/casussen/${casus.id}/cijfers` },
    { naam: 'monitoring', persona: VT, pad: '/monitoring' },
    { naam: 'eigen-meldingen', persona: 'professional-school', pad: '/eigen-meldingen' },
    { naam: 'regiocijfers', persona: 'beleid', pad: '/cijfers/regio' },
    { naam: 'toezicht', persona: 'fg', pad: '/toezicht' },
  ];

  await mkdir(MAP, { recursive: true });
  for (const persona of new Set(beelden.map((b) => b.persona))) {
    const { page, weg } = await o.als(persona);
    for (const b of beelden.filter((x) => x.persona === persona)) {
      await page.goto(o.adres + b.pad);
      await page.locator('main h1').first().waitFor();
      await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
      await b.doe?.(page);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      if ((await page.locator('main h1').first().innerText()) === 'Deze pagina bestaat niet')
        throw new Error(`${b.naam}: ${b.pad} bestaat niet.`);
      const png = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
      if (png.length > HOOGSTENS) throw new Error(`${b.naam}.png is te groot: ${png.length} bytes.`);
      await writeFile(join(MAP, `${b.naam}.png`), png);
      process.stdout.write(`docs/beelden/${b.naam}.png ${Math.round(png.length / 1000)} kB\n`);
    }
    await weg();
  }
} finally {
  await o.stop();
}
