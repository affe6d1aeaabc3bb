// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  MENS,
  type MensNaam,
  maakTestHuis,
  meldingVoorbeeld,
  ORG,
  REGIO,
  type TestHuis,
} from '../../../test/huis.ts';
import { nieuweMelding, stelVast } from '../../../test/hulp/beoordeling.ts';
import { aanvaard, biedAan, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';
import { systeem } from '../../platform/acts/deur.ts';
import type { UitsprakenAntwoord } from '../uitspraak/uitspraak.api.ts';
import { draagZichtOver } from '../zicht/zicht.store.ts';
import type { CasusbeeldAntwoord, CasusLijstAntwoord, TijdlijnAntwoord } from './casus.api.ts';
import { wijzigCasus } from './casus.store.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

async function nieuweCasus(anders: Record<string, unknown> = {}): Promise<string> {
  const antwoord = await t.als('visser').post('/meldingen', meldingVoorbeeld(anders));
  expect(antwoord.statusCode, antwoord.body).toBe(201);
  return antwoord.json<{ casusId: string }>().casusId;
}
const naarEmmen = (casusId: string) =>
  t.huis.deuren.act(
    { wie: systeem(REGIO), doel: 'overdragen' },
    'proef.overdracht',
    { soort: 'casus', casusId },
    async (tx) => {
      await draagZichtOver(tx, casusId, ORG.emmen, 'proef');
      await wijzigCasus(tx, casusId, { regisseur_id: MENS.emmen.id });
    },
  );
type Naam = Parameters<TestHuis['als']>[0];
async function lees<T>(wie: Naam, pad: string): Promise<T> {
  const antwoord = await t.als(wie).get(pad);
  expect(antwoord.statusCode, antwoord.body).toBe(200);
  return antwoord.json<T>();
}
async function zoek(wie: Naam, body: Record<string, unknown>): Promise<CasusLijstAntwoord> {
  const antwoord = await t.als(wie).post('/casussen/_zoek', body);
  expect(antwoord.statusCode, antwoord.body).toBe(200);
  return antwoord.json<CasusLijstAntwoord>();
}
const NIEUW = { soort: 'feit', tekst: 'De school heeft Bram vandaag gezien.', bron: 'intern begeleider' };

describe('the page of a casus', () => {
  it('says who, who watches since when, and what is open', async () => {
    const begin = t.klok.nu().toISOString();
    const id = await nieuweCasus();
    const overgang = t.klok.vooruit(3_600_000).nu().toISOString();
    await naarEmmen(id);
    const beeld = await lees<CasusbeeldAntwoord>('emmen', `/casussen/${id}`);
    expect(beeld.zicht).toMatchObject({ organisatieNaam: 'Lokaal team Emmen', vanafOp: overgang });
    expect(beeld.zichtVerloop.map((z) => [z.organisatieNaam, z.vanafOp, z.totOp])).toEqual([
      ['Lokaal team Emmen', overgang, null],
      ['Veilig Thuis Test', begin, overgang],
    ]);
    expect(beeld.regisseur).toMatchObject({ naam: 'S. Kuipers', organisatieNaam: 'Lokaal team Emmen' });
    expect(beeld.personen.map((p) => [p.naam, p.geboren, p.leeftijd, p.leeftijdOngeveer])).toEqual([
      ['Bram van der Proef', '2018', 8, true],
      ['Suzanne Testman', '1985-12-01', 40, false],
    ]);
    expect(beeld.openAanbod).toBeNull();
    for (const termijn of beeld.termijnen) {
      expect(termijn.clausule, termijn.soort).not.toBe('');
      expect(termijn.verbruikt, termijn.soort).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('the timeline', () => {
  it('runs newest first, page after page, with nothing lost or told twice', async () => {
    const id = await nieuweCasus();
    for (let i = 0; i < 7; i++) {
      // some in the same moment: the order must hold there too
      if (i % 3 === 0) t.klok.vooruit(60_000);
      expect(
        (await t.als('visser').post(`/casussen/${id}/uitspraken`, { ...NIEUW, tekst: `Regel ${i}` }))
          .statusCode,
      ).toBe(201);
    }
    const alles = await lees<TijdlijnAntwoord>('visser', `/casussen/${id}/tijdlijn?aantal=200`);
    expect(alles.volgende).toBeNull();
    expect(
      alles.regels
        .filter((r) => r.soort === 'uitspraak')
        .map((r) => r.tekst)
        .slice(0, 7),
    ).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `Regel ${i}`));
    expect(alles.regels.map((r) => r.vastgelegdOp)).toEqual(
      alles.regels
        .map((r) => r.vastgelegdOp)
        .sort()
        .reverse(),
    );
    expect(alles.regels.at(-1)).toMatchObject({ soort: 'zicht', namens: 'Veilig Thuis Test' });
    expect(alles.regels.find((r) => r.soort === 'melding.indienen')).toMatchObject({ wie: 'J. Visser' });

    const stuk: string[] = [];
    let na: string | null = '';
    for (let bladzijde = 0; na !== null && bladzijde < 50; bladzijde++) {
      const deel: TijdlijnAntwoord = await lees<TijdlijnAntwoord>(
        'visser',
        `/casussen/${id}/tijdlijn?aantal=3${na ? `&na=${encodeURIComponent(na)}` : ''}`,
      );
      expect(deel.regels.length).toBeLessThanOrEqual(3);
      stuk.push(...deel.regels.map((r) => r.id));
      na = deel.volgende;
    }
    expect(stuk).toEqual(alles.regels.map((r) => r.id));
    expect((await t.als('visser').get(`/casussen/${id}/tijdlijn?na=gisteren`)).statusCode).toBe(400);
    expect((await t.als('visser').get(`/casussen/${id}/tijdlijn?aantal=5000`)).statusCode).toBe(400);
  });
});

describe('statements', () => {
  it('a correction is a new one beside the old; wederhoor stands at the statement itself', async () => {
    const id = await nieuweCasus();
    const oud = (await t.als('visser').post(`/casussen/${id}/uitspraken`, NIEUW)).json<{ id: string }>().id;
    const nieuw = (
      await t
        .als('visser')
        .post(`/casussen/${id}/uitspraken`, { ...NIEUW, tekst: 'Dat was gisteren.', verbetertId: oud })
    ).json<{ id: string }>().id;
    const reactie = { door: 'moeder', reactie: 'Hij was die dag ziek thuis.', oneens: true };
    expect((await t.als('bakker').post(`/uitspraken/${oud}/wederhoor`, reactie)).statusCode).toBe(201);
    const { uitspraken } = await lees<UitsprakenAntwoord>('visser', `/casussen/${id}/uitspraken`);
    expect(uitspraken.find((u) => u.id === oud)).toMatchObject({
      tekst: NIEUW.tekst,
      verbeterdDoorId: nieuw,
      wederhoor: [reactie],
    });
    expect(uitspraken.find((u) => u.id === nieuw)).toMatchObject({
      verbetertId: oud,
      verbeterdDoorId: null,
      wederhoor: [],
    });
    const { regels } = await lees<TijdlijnAntwoord>('visser', `/casussen/${id}/tijdlijn`);
    expect(regels.filter((r) => r.id === oud || r.id === nieuw).map((r) => [r.id, r.verbeterd])).toEqual([
      [nieuw, false],
      [oud, true],
    ]);
    // a correction cannot reach into another casus
    const ander = await nieuweCasus();
    expect(
      (await t.als('visser').post(`/casussen/${ander}/uitspraken`, { ...NIEUW, verbetertId: oud }))
        .statusCode,
    ).toBe(400);
    await expect(
      t.database.beheer.query(`update uitspraak set tekst = 'anders' where id = $1`, [oud]),
    ).rejects.toThrow(/added to, not rewritten/);
  });
});

describe('a statement of another organisation', () => {
  it('is answered beside it, never corrected by who disagrees', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    expect((await aanvaard(t, await biedAan(t, casusId))).statusCode).toBe(200);
    const lijst = async (wie: MensNaam) =>
      (await t.als(wie).get(`/casussen/${casusId}/uitspraken`)).json().uitspraken as {
        id: string;
        vanOns: boolean;
        verbeterd: boolean;
      }[];
    const [u] = await lijst('emmen');
    expect(u).toMatchObject({ vanOns: false, verbeterd: false });
    const ontken = {
      soort: 'waarneming',
      tekst: 'Er is niets gebeurd.',
      bron: 'vader',
      verbetertId: u?.id,
    };
    const nee = await t.als('emmen').post(`/casussen/${casusId}/uitspraken`, ontken);
    expect(nee.statusCode, nee.body).toBe(400);
    expect(nee.json().fouten[0]).toMatchObject({
      veld: 'verbetertId',
      melding: expect.stringContaining('Wederhoor'),
    });
    const wederhoor = await t.als('emmen').post(`/uitspraken/${u?.id}/wederhoor`, {
      door: 'vader',
      reactie: 'Er is niets gebeurd.',
      oneens: true,
    });
    expect(wederhoor.statusCode, wederhoor.body).toBe(201);
    expect((await lijst('visser')).find((x) => x.id === u?.id)).toMatchObject({
      vanOns: true,
      verbeterd: false,
    });
    expect((await t.als('visser').post(`/casussen/${casusId}/uitspraken`, ontken)).statusCode).toBe(201);
  });
});

describe('the list', () => {
  it('finds by the begin of a name and by number, within the own organisation', async () => {
    const id = await nieuweCasus({
      personen: [
        { rol: 'slachtoffer', voornamen: 'Lot', tussenvoegsel: 'van der', achternaam: 'Zoekproef' },
        { rol: 'kind', achternaam: '100%_zeker' },
      ],
    });
    const { nummer } = await lees<CasusbeeldAntwoord>('visser', `/casussen/${id}`);
    for (const zoekterm of ['zoekp', 'ZOEKPROEF', 'der zoek', nummer, nummer.slice(2), '100%_z', '']) {
      expect(
        (await zoek('visser', { zoekterm })).casussen.map((c) => c.id),
        zoekterm,
      ).toContain(id);
    }
    for (const zoekterm of ['oekproef', 'zoekproef testman', '100__z', '%']) {
      expect(
        (await zoek('visser', { zoekterm })).casussen.map((c) => c.id),
        zoekterm,
      ).not.toContain(id);
    }
    expect((await zoek('emmen', { zoekterm: 'zoekp' })).casussen).toEqual([]);
    await naarEmmen(id);
    expect((await zoek('emmen', { zoekterm: 'zoekp', bij: 'mij' })).casussen).toMatchObject([
      { id, houderNaam: 'Lokaal team Emmen', regisseurNaam: 'S. Kuipers' },
    ]);
    expect((await zoek('emmenLeider', { zoekterm: 'zoekp', bij: 'mij' })).casussen).toEqual([]);
    expect((await zoek('emmenLeider', { zoekterm: 'zoekp', status: 'gesloten' })).casussen).toEqual([]);
    expect((await zoek('emmenLeider', { zoekterm: 'zoekp', fase: 2 })).casussen).toEqual([]);
  });

  it('comes in pages that fit together', async () => {
    for (let i = 0; i < 3; i++) await nieuweCasus();
    const heel = await zoek('visser', { aantal: 200 });
    const een = await zoek('visser', { aantal: 2 });
    const twee = await zoek('visser', { aantal: 2, pagina: 2 });
    expect(een.meer).toBe(true);
    expect([...een.casussen, ...twee.casussen].map((c) => c.id)).toEqual(
      heel.casussen.slice(0, 4).map((c) => c.id),
    );
    expect((await t.als('visser').post('/casussen/_zoek', { aantal: 5000 })).statusCode).toBe(400);
  });
});

describe('the terms on the page', () => {
  it('say why one stands still, and that the clock saw another pass', async () => {
    const m = await nieuweMelding(t);
    await stelVast(t, m);
    const termijnen = async () =>
      (await lees<CasusbeeldAntwoord>('visser', `/casussen/${m.casusId}`)).termijnen;
    const overDagen = (n: number) => new Date(t.klok.nu().getTime() + n * 86_400_000).toISOString();
    const een = async (soort: string) => (await termijnen()).find((x) => x.soort === soort);
    expect(await een('voorwaarden_en_vervolg')).toMatchObject({ opgeschortReden: null, verstrekenOp: null });
    const id = (await een('voorwaarden_en_vervolg'))?.id;
    const uit = await t
      .als('visser')
      .post(`/termijnen/${id}/opschorting`, { reden: 'Het gezin is op reis.', totOp: overDagen(14) });
    expect(uit.statusCode, uit.body).toBe(200);
    expect(await een('voorwaarden_en_vervolg')).toMatchObject({
      vervaltOp: null,
      opgeschortReden: 'Het gezin is op reis.',
    });
    // of a term that stood still before, the last reason counts; one that runs again has none
    expect(
      (await t.als('visser').post(`/termijnen/${id}/hervatting`, { reden: 'Zij zijn terug.' })).statusCode,
    ).toBe(200);
    expect(await een('voorwaarden_en_vervolg')).toMatchObject({ opgeschortReden: null });
    t.klok.vooruit(60_000);
    await t.als('visser').post(`/termijnen/${id}/opschorting`, {
      reden: 'De vader ligt in het ziekenhuis.',
      totOp: overDagen(14),
    });
    expect(await een('voorwaarden_en_vervolg')).toMatchObject({
      opgeschortReden: 'De vader ligt in het ziekenhuis.',
    });
    // the terugkoppeling was due within five werkdagen
    const op = t.klok
      .vooruit(10 * 86_400_000)
      .nu()
      .toISOString();
    expect(await een('terugkoppeling_melder')).toMatchObject({ verstrekenOp: null });
    await t.klokRonde();
    expect(await een('terugkoppeling_melder')).toMatchObject({ verstrekenOp: op });
    // one that stands still does not pass
    expect(await een('voorwaarden_en_vervolg')).toMatchObject({ verstrekenOp: null });
  });
});
