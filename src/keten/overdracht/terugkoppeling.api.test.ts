// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { lees, legVoor, lopendeTermijnen, nieuweMelding, stelVast } from '../../../test/hulp/beoordeling.ts';
import { aanvaard, biedAan } from '../../../test/hulp/overdracht.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const OVERDRAGEN = {
  besluit: 'overdragen',
  besluitReden: 'Het lokaal team kent het gezin.',
  vervolgSoort: 'lokaal_team',
};
const bij = async (meldingId: string) =>
  (
    await t.database.beheer.query(
      'select id, moment, status, aan, tekst, reden from terugkoppeling where melding_id = $1 order by moment',
      [meldingId],
    )
  ).rows;

/** A melding that the school made itself, decided by Veilig Thuis. */
async function vanSchool(): Promise<{ id: string; casusId: string }> {
  const uit = await t.als('school').post('/meldingen', {
    melder: {
      groep: 'onderwijs',
      rol: 'intern begeleider',
      naam: 'I. Schut',
      email: 'ib@school.voorbeeld',
      bekend: 'open',
    },
    uitspraken: [{ soort: 'feit', tekst: 'Blauwe plekken gezien.', bron: 'juf' }],
    personen: [{ rol: 'kind', voornamen: 'Bram', achternaam: 'Proef' }],
    aard: ['kindermishandeling'],
    acuut: false,
  });
  expect(uit.statusCode, uit.body).toBe(201);
  const { id } = uit.json<{ id: string }>();
  const beoordeling = await lees(t, id);
  const { rows } = await t.database.beheer.query('select casus_id from melding where id = $1', [id]);
  const m = { id, casusId: rows[0].casus_id as string, beoordeling };
  const { versie } = await legVoor(t, m, OVERDRAGEN);
  expect(
    (await t.als('bakker').post(`/beoordelingen/${beoordeling.id}/vaststelling`, { versie })).statusCode,
  ).toBe(200);
  return { id, casusId: m.casusId };
}

describe('after the decision', () => {
  it('drafts for a professional, with a term; what is sent is what its own organisation reads', async () => {
    const m = await vanSchool();
    const [concept] = await bij(m.id);
    expect(concept).toMatchObject({ moment: 'na_beoordeling', status: 'concept', aan: 'professional' });
    expect((await lopendeTermijnen(t, m.casusId)).get('terugkoppeling_melder')).toMatchObject({
      eigenaar_organisatie_id: ORG.vt,
    });
    const gelezen = (await t.als('visser').get(`/terugkoppelingen/${concept.id}`)).json();
    expect(gelezen).toMatchObject({
      melder: { naam: 'I. Schut', email: 'ib@school.voorbeeld' },
      vervaltOp: '2026-11-30T23:00:00.000Z',
    });
    expect(gelezen.tekst).not.toMatch(/Bram|Proef|blauwe/i);
    // a draft is not told yet
    expect((await t.als('school').get(`/meldingen/${m.id}/terugkoppelingen`)).json()).toEqual([]);

    const tekst = 'Wij hebben uw melding beoordeeld. Wij dragen het vervolg over.';
    const uit = await t.als('visser').post(`/terugkoppelingen/${concept.id}/verzending`, { tekst });
    expect(uit.statusCode, uit.body).toBe(200);
    expect(uit.json()).toMatchObject({ status: 'verstuurd', tekst, door: 'J. Visser', vervaltOp: null });
    expect((await lopendeTermijnen(t, m.casusId)).has('terugkoppeling_melder')).toBe(false);
    expect((await t.als('school').get(`/meldingen/${m.id}/terugkoppelingen`)).json()).toEqual([
      expect.objectContaining({ status: 'verstuurd', tekst }),
    ]);
    expect(
      (await t.als('visser').post(`/terugkoppelingen/${concept.id}/verzending`, { tekst })).statusCode,
    ).toBe(409);
    expect(
      (await t.als('visser').post(`/terugkoppelingen/${concept.id}/afzien`, { reden: 'x' })).statusCode,
    ).toBe(409);

    // then the acceptance is a second moment, and says by whom
    await aanvaard(t, await biedAan(t, m.casusId));
    const [, tweede] = await bij(m.id);
    expect(tweede).toMatchObject({ moment: 'na_overdracht', status: 'concept', aan: 'professional' });
    expect(tweede.tekst).toContain('Lokaal team Emmen');
    // it is the task of Veilig Thuis; the receiver in whose act it was drafted has no part in it
    for (const wie of ['emmen', 'school', 'assen'] as const) {
      expect([403, 404], wie).toContain((await t.als(wie).get(`/terugkoppelingen/${tweede.id}`)).statusCode);
      expect([403, 404], wie).toContain(
        (await t.als(wie).post(`/terugkoppelingen/${tweede.id}/verzending`, { tekst })).statusCode,
      );
    }
    expect([403, 404]).toContain(
      (await t.als('emmen').get(`/meldingen/${m.id}/terugkoppelingen`)).statusCode,
    );
  });

  it('renews a draft that was not sent yet, so that the melder hears it once', async () => {
    const m = await vanSchool();
    await aanvaard(t, await biedAan(t, m.casusId));
    const alle = await bij(m.id);
    expect(alle).toHaveLength(1);
    expect(alle[0]).toMatchObject({ moment: 'na_beoordeling', status: 'concept' });
    expect(alle[0].tekst).toContain('Lokaal team Emmen');
  });

  it('tells a citizen nothing of the family, also not in the words of the worker', async () => {
    const m = await nieuweMelding(t);
    await stelVast(t, m, OVERDRAGEN);
    const [concept] = await bij(m.id);
    expect(concept).toMatchObject({ aan: 'burger', status: 'concept' });
    expect(concept.tekst).not.toMatch(/Emmen|draagt|Testman/);
    const nee = await t
      .als('visser')
      .post(`/terugkoppelingen/${concept.id}/verzending`, { tekst: 'Suzanne Testman krijgt nu hulp.' });
    expect(nee.statusCode).toBe(400);
    expect(nee.json().fouten[0].veld).toBe('tekst');
    expect((await bij(m.id))[0].status).toBe('concept');
    const afzien = await t.als('visser').post(`/terugkoppelingen/${concept.id}/afzien`, {
      reden: 'De melder is drie keer gebeld en neemt niet op.',
    });
    expect(afzien.json()).toMatchObject({
      status: 'afgezien',
      reden: 'De melder is drie keer gebeld en neemt niet op.',
    });
    expect((await lopendeTermijnen(t, m.casusId)).has('terugkoppeling_melder')).toBe(false);
  });

  it('tells a melder nothing of another melder of the same casus', async () => {
    const eerste = await vanSchool();
    const buur = {
      groep: 'niet_beroepsmatig',
      naam: 'Klaas Verklikker',
      telefoon: '0687654321',
      email: 'klaas@buren.voorbeeld',
      bekend: 'anoniem_voor_gezin',
    };
    const tweede = await nieuweMelding(t, { melder: buur, casusId: eerste.casusId });
    await stelVast(t, tweede, OVERDRAGEN);
    const stuur = async (meldingId: string, tekst: string) =>
      t.als('visser').post(`/terugkoppelingen/${(await bij(meldingId))[0].id}/verzending`, { tekst });

    for (const tekst of [
      'Ook Klaas Verklikker maakt zich zorgen.',
      'Dat zegt ook meneer Verklikker.',
      'Bel eens met 06 - 87654321.',
      'Schrijf eens aan klaas@buren.voorbeeld.',
    ]) {
      const nee = await stuur(eerste.id, tekst);
      expect(nee.statusCode, tekst).toBe(400);
      expect(nee.json().fouten).toEqual([
        { veld: 'tekst', melding: 'In uw tekst staat iets over een andere melder. Haal het weg.' },
      ]);
    }
    expect((await stuur(tweede.id, 'Ook mevrouw Schut van school belde.')).statusCode).toBe(400);
    // each may be called by the name that he gave himself, and what Houvast drafted may be sent
    const [concept] = await bij(eerste.id);
    expect(
      (await stuur(eerste.id, `Beste I. Schut (ib@school.voorbeeld),\n${concept.tekst}`)).statusCode,
    ).toBe(200);
    expect(
      (await stuur(tweede.id, 'Beste Klaas Verklikker (0687654321), wij zetten stappen.')).statusCode,
    ).toBe(200);
  });

  it('knows who reported twice, what two melders share, and the words of its own draft', async () => {
    const melder = {
      groep: 'gezondheidszorg',
      naam: 'Mies Deelmans',
      telefoon: '0612312312',
      bekend: 'open',
    };
    const eerste = await nieuweMelding(t, { melder });
    for (const anders of [
      { naam: 'mies deelmans', email: 'mies@arts.voorbeeld' },
      { naam: 'Joop Deelmans' },
      { naam: 'Politie Test' },
    ])
      await nieuweMelding(t, {
        melder: { ...melder, ...anders },
        casusId: eerste.casusId,
      });
    await stelVast(t, eerste, OVERDRAGEN);
    const [concept] = await bij(eerste.id);
    const stuur = (tekst: string) =>
      t.als('visser').post(`/terugkoppelingen/${concept.id}/verzending`, { tekst });
    expect((await stuur('Ook Joop Deelmans belde.')).statusCode).toBe(400);
    expect(concept.tekst).toContain('Veilig Thuis Test');
    expect((await stuur('Ook de Politie Test belde.')).statusCode).toBe(400);
    const goed = await stuur(`Beste mevrouw Deelmans (06-12312312, mies@arts.voorbeeld),\n${concept.tekst}`);
    expect(goed.statusCode, goed.body).toBe(200);
  });

  it('never tells a secret address', async () => {
    const m = await nieuweMelding(t, {
      melder: { groep: 'gezondheidszorg', naam: 'Dr. Huis', email: 'huis@arts.voorbeeld', bekend: 'open' },
      personen: [
        {
          rol: 'slachtoffer',
          voornamen: 'Suzanne',
          achternaam: 'Testman',
          straat: 'Schuilhof',
          huisnummer: '7',
          postcode: '9401XZ',
          geheimAdres: true,
        },
      ],
    });
    await stelVast(t, m, OVERDRAGEN);
    const [concept] = await bij(m.id);
    const nee = await t
      .als('visser')
      .post(`/terugkoppelingen/${concept.id}/verzending`, { tekst: 'Zij is veilig op de Schuilhof.' });
    expect(nee.statusCode).toBe(400);
  });

  it.each([
    [
      'nobody knows who reported',
      { melder: { groep: 'niet_beroepsmatig', bekend: 'anoniem' } },
      'De melder is anoniem: er is niemand aan wie u iets kunt vertellen.',
    ],
    [
      'an informant',
      { melder: { groep: 'onderwijs', rol: 'informant', naam: 'X', email: 'x@y.nl', bekend: 'open' } },
      'Een informant krijgt geen standaard terugkoppeling (KNMG bijlage 4).',
    ],
    ['who asked for none', { terugkoppelingGewenst: false }, 'De melder wil geen terugkoppeling.'],
  ] as [string, Record<string, unknown>, string][])(
    'has none, with the reason: %s',
    async (_naam, anders, reden) => {
      const m = await nieuweMelding(t, anders);
      await stelVast(t, m, OVERDRAGEN);
      expect(await bij(m.id)).toEqual([expect.objectContaining({ status: 'afgezien', reden })]);
      expect((await lopendeTermijnen(t, m.casusId)).has('terugkoppeling_melder')).toBe(false);
      // nor after the handover
      await aanvaard(t, await biedAan(t, m.casusId));
      expect(await bij(m.id)).toHaveLength(1);
    },
  );

  it('sends once when two send at once', async () => {
    const m = await nieuweMelding(t);
    await stelVast(t, m, OVERDRAGEN);
    const [concept] = await bij(m.id);
    const uit = await Promise.all([
      t.als('visser').post(`/terugkoppelingen/${concept.id}/verzending`, { tekst: 'Wij zetten stappen.' }),
      t.als('bakker').post(`/terugkoppelingen/${concept.id}/afzien`, { reden: 'Niet nodig.' }),
      t.als('bakker').post(`/terugkoppelingen/${concept.id}/verzending`, { tekst: 'Er zijn stappen gezet.' }),
    ]);
    expect(uit.map((u) => u.statusCode).sort()).toEqual([200, 409, 409]);
  });
});
