// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENS, maakTestHuis, meldingVoorbeeld, ORG, REGIO, type TestHuis } from '../../../test/huis.ts';
import { wijzigCasus } from '../../kern/casus/casus.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { draagZichtOver } from '../../kern/zicht/zicht.store.ts';
import { systeem } from '../../platform/acts/deur.ts';
import type { AfsprakenAntwoord } from './afspraken.api.ts';
import type { CijfersAntwoord } from './cijfers.api.ts';
import type { FasewisselingenAntwoord } from './fasewissel.api.ts';
import type { VoorwaardenAntwoord } from './voorwaarden.api.ts';

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

/** Zicht passes to Emmen, with its regisseur, as an accepted handover leaves it. */
async function naarEmmen(casusId: string): Promise<void> {
  await t.huis.deuren.act(
    { wie: systeem(REGIO), doel: 'overdragen' },
    'proef.overdracht',
    { soort: 'casus', casusId },
    async (tx) => {
      await draagZichtOver(tx, casusId, ORG.emmen, 'proef');
      await wijzigCasus(tx, casusId, { regisseur_id: MENS.emmen.id });
      await laatWeten(tx, 'overdracht.aanvaard', {
        overdrachtId: casusId,
        casusId,
        vanId: ORG.vt,
        naarId: ORG.emmen,
        regisseurId: MENS.emmen.id,
      });
    },
  );
}

type Naam = Parameters<TestHuis['als']>[0];
async function doe<T>(wie: Naam, pad: string, body: unknown, verwacht = 201): Promise<T> {
  const antwoord = await t.als(wie).post(pad, body);
  expect(antwoord.statusCode, antwoord.body).toBe(verwacht);
  return antwoord.json<T>();
}
async function lees<T>(wie: Naam, pad: string): Promise<T> {
  const antwoord = await t.als(wie).get(pad);
  expect(antwoord.statusCode, antwoord.body).toBe(200);
  return antwoord.json<T>();
}

const VOORWAARDE = { tekst: 'Er is elke avond een tweede volwassene in huis.', voor: 'Bram' };
const CONTROLE = {
  uitkomst: 'nageleefd',
  gezienBij: 'moeder en oma',
  toelichting: 'Oma slaapt er nog tot zondag.',
};
const AFSPRAAK = {
  wie: 'Oma',
  wat: 'slaapt op zolder',
  wanneer: 'tot en met zondag',
  zietToe: 'de wijkverpleegkundige',
};

describe('voorwaarden', () => {
  it('the checks pass to who takes over zicht, and to its regisseur', async () => {
    const casus = await nieuweCasus();
    const { id } = await doe<{ id: string }>('visser', `/casussen/${casus}/voorwaarden`, VOORWAARDE);
    await naarEmmen(casus);
    const { rows } = await t.database.beheer.query(
      'select soort, eigenaar_organisatie_id, eigenaar_medewerker_id from termijn where casus_id = $1 and afgerond_op is null and soort = any($2) order by soort',
      [casus, ['cijfers_vragen', 'voorwaarde_controle']],
    );
    expect(rows).toEqual(
      ['cijfers_vragen', 'voorwaarde_controle'].map((soort) => ({
        soort,
        eigenaar_organisatie_id: ORG.emmen,
        eigenaar_medewerker_id: MENS.emmen.id,
      })),
    );
    await doe('emmen', `/voorwaarden/${id}/controles`, CONTROLE);
    // whoever was involved before still may look, and see what the other found
    const lijst = await lees<VoorwaardenAntwoord>('visser', `/casussen/${casus}/voorwaarden`);
    expect(lijst.voorwaarden[0]?.controles[0]).toMatchObject({
      organisatieNaam: 'Lokaal team Emmen',
      door: 'S. Kuipers',
    });
  });
});

describe('phases', () => {
  const fasen = (casus: string, naam: Naam = 'emmen') =>
    lees<FasewisselingenAntwoord>(naam, `/casussen/${casus}/fasewisselingen`);

  it('a relapse goes back to phase 1 from phase 3 and leaves the later plans open', async () => {
    const casus = await nieuweCasus();
    await naarEmmen(casus);
    const wissel = (body: Record<string, unknown>, verwacht = 201) =>
      doe(
        'emmen',
        `/casussen/${casus}/fasewisselingen`,
        { reden: 'Zo gezegd aan tafel.', ...body },
        verwacht,
      );
    await wissel({ van: null, naar: 1 });
    const { id } = await doe<{ id: string }>('emmen', `/casussen/${casus}/voorwaarden`, VOORWAARDE);
    await wissel({ van: 1, naar: 2 }, 400);
    await doe('emmen', `/voorwaarden/${id}/controles`, CONTROLE);
    await wissel({ van: 1, naar: 2 });
    await doe('emmen', `/casussen/${casus}/afspraken`, { ...AFSPRAAK, wat: 'volgt de training' });
    await wissel({ van: 2, naar: 3 });
    await doe('emmen', `/casussen/${casus}/afspraken`, { ...AFSPRAAK, wat: 'speltherapie' });
    await wissel({ van: 3, naar: 1, terugval: true });

    expect(await fasen(casus)).toMatchObject({ fase: 1, gedaan: [1, 2] });
    const { afspraken } = await lees<AfsprakenAntwoord>('emmen', `/casussen/${casus}/afspraken`);
    expect(afspraken.map((a) => [a.fase, a.wat, a.beeindigdOp])).toEqual([
      [2, 'volgt de training', null],
      [3, 'speltherapie', null],
    ]);
    expect((await lees<VoorwaardenAntwoord>('emmen', `/casussen/${casus}/voorwaarden`)).open).toBe(1);
  });

  it('a written reason lets it go on while a voorwaarde was not seen as kept, and stays on record', async () => {
    const casus = await nieuweCasus();
    await doe('visser', `/casussen/${casus}/fasewisselingen`, { van: null, naar: 1, reden: 'start' });
    await doe('visser', `/casussen/${casus}/voorwaarden`, VOORWAARDE);
    await doe('visser', `/casussen/${casus}/fasewisselingen`, {
      van: 1,
      naar: 2,
      reden: 'rust',
      ondanks: 'Niemand deed open; oma zag dat het goed gaat.',
    });
    expect((await fasen(casus, 'visser')).wisselingen[0]).toMatchObject({
      van: 1,
      naar: 2,
      ondanks: 'Niemand deed open; oma zag dat het goed gaat.',
    });
  });

  it('two who move at once: one moves, the other hears what it is now', async () => {
    const casus = await nieuweCasus();
    await doe('visser', `/casussen/${casus}/fasewisselingen`, { van: null, naar: 1, reden: 'start' });
    await doe('visser', `/casussen/${casus}/fasewisselingen`, { van: 1, naar: 2, reden: 'rust' });
    const beide = await Promise.all([
      t.als('visser').post(`/casussen/${casus}/fasewisselingen`, { van: 2, naar: 3, reden: 'gaat goed' }),
      t.als('bakker').post(`/casussen/${casus}/fasewisselingen`, {
        van: 2,
        naar: 1,
        reden: 'weer geweld',
        terugval: true,
      }),
    ]);
    expect(beide.map((a) => a.statusCode).sort()).toEqual([201, 409]);
    const na = await fasen(casus, 'visser');
    expect(na.wisselingen).toHaveLength(3);
    expect(beide.find((a) => a.statusCode === 409)?.json()).toMatchObject({ huidig: { fase: na.fase } });
    // the same move again without saying what was seen is no second move
    await doe('visser', `/casussen/${casus}/fasewisselingen`, { naar: na.fase, reden: 'nog eens' }, 409);
  });
});

describe('veiligheidscijfers', () => {
  it('stay apart per person and scorer, the lowest marked, and are never made into one', async () => {
    const casus = await nieuweCasus();
    const { personen } = await lees<CijfersAntwoord>('visser', `/casussen/${casus}/veiligheidscijfers`);
    const bram = personen.find((p) => p.naam?.startsWith('Bram'))?.persoonId;
    const geef = (body: Record<string, unknown>, verwacht = 201) =>
      doe(
        'visser',
        `/casussen/${casus}/veiligheidscijfers`,
        { persoonId: bram, waarom: 'Zo gezegd.', ...body },
        verwacht,
      );
    // 3, 8 and 9: their mean is 6.67, their sum 20
    await geef({ scorerSoort: 'zelf', cijfer: 3, nodig: 'Dat papa niet schreeuwt.', bij: 'start' });
    t.klok.vooruit(1000);
    await geef({ scorerSoort: 'gezinslid', scorer: 'moeder', cijfer: 8 });
    await geef({ scorerSoort: 'professional', scorer: 'leerkracht', cijfer: 9 });
    await geef({ scorerSoort: 'professional', cijfer: 9 }, 400);
    await geef({ scorerSoort: 'zelf', cijfer: 11 }, 400);
    await geef({ scorerSoort: 'zelf', cijfer: 6.5 }, 400);
    await geef({ persoonId: MENS.visser.id, scorerSoort: 'zelf', cijfer: 5 }, 400);

    const antwoord = await t.als('visser').get(`/casussen/${casus}/veiligheidscijfers`);
    const van = antwoord.json<CijfersAntwoord>().personen.find((p) => p.persoonId === bram);
    expect(van?.laagsteCijfer).toBe(3);
    expect(
      van?.reeksen.map((r) => [r.scorerSoort, r.scorer, r.laagste, r.cijfers.map((c) => c.cijfer)]),
    ).toEqual([
      ['zelf', 'zelf', true, [3]],
      ['gezinslid', 'moeder', false, [8]],
      ['professional', 'leerkracht', false, [9]],
    ]);
    expect(antwoord.body).not.toMatch(/gemiddeld|average|mean|mediaan|totaal|\b6[.,]6|\b20\b(?!\d\d)/i);
    const wis = t.database.beheer.query('update veiligheidscijfer set cijfer = 9 where casus_id = $1', [
      casus,
    ]);
    await expect(wis).rejects.toThrow(/added to, not rewritten/);
  });
});

describe('agreements', () => {
  it('keep what is hidden from the pleger marked, and end once, with a reason', async () => {
    const casus = await nieuweCasus();
    const { id } = await doe<{ id: string }>('visser', `/casussen/${casus}/afspraken`, {
      ...AFSPRAAK,
      verborgenVoorPleger: true,
      signaal: 'codewoord',
    });
    await doe('visser', `/afspraken/${id}/beeindiging`, { reden: '' }, 400);
    await doe('visser', `/afspraken/${id}/beeindiging`, { reden: 'Oma is weer thuis.' });
    await doe('visser', `/afspraken/${id}/beeindiging`, { reden: 'nog eens' }, 409);
    const { afspraken } = await lees<AfsprakenAntwoord>('visser', `/casussen/${casus}/afspraken`);
    expect(afspraken).toMatchObject([
      { fase: 1, verborgenVoorPleger: true, signaal: 'codewoord', beeindigdReden: 'Oma is weer thuis.' },
    ]);
  });
});
