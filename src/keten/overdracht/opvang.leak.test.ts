// SPDX-License-Identifier: EUPL-1.2
// Where a family found shelter is told by nobody but who shelters it and who helps: not to who reported, and not to who reads along (P4).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MENS, maakTestHuis, meldingVoorbeeld, ORG, type TestHuis } from '../../../test/huis.ts';
import { lees, stelVast } from '../../../test/hulp/beoordeling.ts';
import { aanvaard, biedAan, gezin, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';

let t: TestHuis;
beforeEach(async () => {
  t = await maakTestHuis();
});
afterEach(() => t.weg());

const DAG = 86_400_000;
const naam = async (id: string): Promise<string> =>
  (await t.database.beheer.query<{ naam: string }>('select naam from organisatie where id = $1', [id]))
    .rows[0]?.naam ?? '';

it('a draft to who reported does not name the shelter', async () => {
  const uit = await t.als('school').post(
    '/meldingen',
    meldingVoorbeeld({
      personen: gezin(),
      melder: {
        groep: 'onderwijs',
        rol: 'leerkracht',
        naam: 'I. Schut',
        telefoon: '0612345678',
        bekend: 'open',
      },
    }),
  );
  expect(uit.statusCode, uit.body).toBe(201);
  const { rows } = await t.database.beheer.query<{ id: string; casus_id: string }>(
    'select id, casus_id from melding where id = $1',
    [uit.json().id],
  );
  const m = { id: rows[0]?.id ?? '', casusId: rows[0]?.casus_id ?? '' };
  await stelVast(t, { ...m, beoordeling: await lees(t, m.id) } as Parameters<typeof stelVast>[1], {
    besluit: 'overdragen',
    besluitReden: 'Moeder gaat naar de opvang.',
    vervolgSoort: 'lokaal_team',
  });
  await aanvaard(t, await biedAan(t, m.casusId, { naarOrganisatieId: ORG.opvang }), 'opvang');
  const concepten = (await t.als('visser').get(`/meldingen/${m.id}/terugkoppelingen`)).body;
  expect(concepten).toContain('een organisatie voor hulp');
  expect(concepten).not.toContain(await naam(ORG.opvang));
});

describe('who reads along', () => {
  it('reads that there is help, and not that it is a shelter, which one, or who works there', async () => {
    const c = await klaarVoorOverdracht(t);
    const deling = await t.als('visser').post(`/casussen/${c.casusId}/delingen`, {
      naarOrganisatieId: ORG.school,
      onderdelen: ['plan', 'tijdlijn', 'monitoring'],
      grondslag: 'toestemming',
      reden: 'De juf kijkt mee.',
      totOp: new Date(t.klok.nu().getTime() + 90 * DAG).toISOString(),
    });
    expect(deling.statusCode, deling.body).toBe(201);
    const id = await biedAan(t, c.casusId, { naarOrganisatieId: ORG.opvang });
    const leest = async () => {
      const beeld = await t.als('school').get(`/casussen/${c.casusId}`);
      const tijdlijn = await t.als('school').get(`/casussen/${c.casusId}/tijdlijn`);
      expect([beeld.statusCode, tijdlijn.statusCode]).toEqual([200, 200]);
      return { beeld: beeld.json(), alles: beeld.body + tijdlijn.body };
    };
    const verboden = [await naam(ORG.opvang), ORG.opvang, MENS.opvang.naam, 'opvang'];
    const schoon = ({ alles }: { alles: string }) => {
      for (const woord of verboden) expect(alles.toLowerCase()).not.toContain(woord.toLowerCase());
    };
    schoon(await leest());
    t.klok.vooruit(60_000);
    await aanvaard(t, id, 'opvang');
    const blik = await t.als('opvang').post(`/casussen/${c.casusId}/veiligheidscontroles`, {
      uitkomst: 'veilig',
      met: 'moeder',
      toelichting: 'Gezien.',
      volgendeOverDagen: 7,
    });
    expect(blik.statusCode, blik.body).toBe(201);
    const na = await leest();
    schoon(na);
    expect(na.beeld.zicht.organisatieNaam).toBe('Een organisatie voor hulp');
    expect(na.beeld.laatsteControle.organisatieNaam).toBe('Een organisatie voor hulp');
    // who helps reads it as it is
    expect((await t.als('visser').get(`/casussen/${c.casusId}`)).json().zicht.organisatieId).toBe(ORG.opvang);
  });
});
