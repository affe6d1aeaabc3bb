// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MensNaam, maakTestHuis, meldingVoorbeeld, REGIO, type TestHuis } from '../../../test/huis.ts';
import { BELEID } from './toegangsregels.ts';

let t: TestHuis;
let casusId: string;
beforeAll(async () => {
  t = await maakTestHuis();
  const uit = await t.als('visser').post('/meldingen', meldingVoorbeeld());
  expect(uit.statusCode, uit.body).toBe(201);
  casusId = uit.json<{ casusId: string }>().casusId;
});
afterAll(() => t.weg());

const PAD = '/access/v1/evaluation';
const vraag = (wie: MensNaam, anders: Record<string, unknown> = {}) =>
  t.als(wie).post(PAD, {
    subject: { type: 'medewerker', id: t.wie(wie).medewerkerId },
    action: { name: 'casus.lezen' },
    resource: { type: 'casus', id: casusId },
    context: { doel: 'beoordelen' },
    ...anders,
  });

describe('POST /access/v1/evaluation', () => {
  it('says yes to who has a part, with the line that says so', async () => {
    const uit = await vraag('visser');
    expect(uit.statusCode, uit.body).toBe(200);
    expect(uit.json()).toMatchObject({ decision: true, context: { reasons: ['casus-lezen'] } });
  });

  it('says no in the same words about what is hidden and what does not exist', async () => {
    const verborgen = await vraag('emmen');
    const onbekend = await vraag('emmen', {
      resource: { type: 'casus', id: '01900000-0000-7000-8000-000000000000' },
    });
    expect(verborgen.json()).toMatchObject({ decision: false });
    expect(onbekend.json()).toEqual(verborgen.json());
  });

  it('tells nobody that a casus is closed to them, also not by an act for which no part is asked', async () => {
    const nergens = { type: 'casus', id: '01900000-0000-7000-8000-000000000000' };
    const uit = await t.als('bakker').post('/meldingen', meldingVoorbeeld());
    const dicht = { type: 'casus', id: uit.json<{ casusId: string }>().casusId };
    await t.database.beheer.query(
      `insert into houvast.verzegeling (regio_id, id, casus_id, soort, reden, vanaf)
       values ($1, gen_random_uuid(), $2, 'collega', 'proef', now())`,
      [REGIO, dicht.id],
    );
    const losse = BELEID.regels.filter(
      (r) => r.relaties.length === 0 && r.functies.includes('vt_medewerker'),
    );
    expect(losse.length).toBeGreaterThan(5);
    for (const regel of losse)
      for (const name of regel.handelingen)
        for (const doel of regel.doelen) {
          const zo = { action: { name }, context: { doel } };
          const ja = (await vraag('visser', { ...zo, resource: nergens })).json();
          expect(ja).toMatchObject({ decision: true });
          expect((await vraag('visser', { ...zo, resource: dicht })).json(), name).toEqual(ja);
          const bij = { type: 'melding', properties: { casus: dicht.id } };
          expect((await vraag('visser', { ...zo, resource: bij })).json(), name).toEqual(ja);
        }
    for (const name of ['casus.lezen', 'casus.verzegelen', 'plan.lezen']) {
      const zo = { action: { name }, context: { doel: 'zicht_houden' } };
      expect((await vraag('visser', { ...zo, resource: dicht })).json()).toEqual(
        (await vraag('visser', { ...zo, resource: nergens })).json(),
      );
    }
  });

  it('says no for a purpose that does not go with the act', async () => {
    const uit = await vraag('visser', { context: { doel: 'verantwoorden' } });
    expect(uit.json()).toMatchObject({
      decision: false,
      context: { reasons: ['Het doel dat u noemt hoort niet bij deze handeling.'] },
    });
  });

  it('answers about oneself only', async () => {
    const uit = await vraag('emmen', { subject: { type: 'medewerker', id: t.wie('visser').medewerkerId } });
    expect(uit.statusCode).toBe(403);
    expect(uit.headers['content-type']).toMatch('application/problem+json');
  });

  it('puts question and answer on record', async () => {
    const { rows } = await t.database.beheer.query(
      `select request -> 'action' ->> 'name' as handeling, response ->> 'decision' as besluit from houvast.besluitlog
       where regio_id = $1 and request -> 'subject' ->> 'id' = $2 order by id`,
      [REGIO, t.wie('emmen').medewerkerId],
    );
    expect(rows).toContainEqual({ handeling: 'casus.lezen', besluit: 'false' });
  });
});
