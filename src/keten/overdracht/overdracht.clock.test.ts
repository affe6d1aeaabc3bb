// SPDX-License-Identifier: EUPL-1.2
// Nothing moves without an answer (P2): silence escalates once and leaves zicht where it was.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MENS, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { lopendeTermijnen } from '../../../test/hulp/beoordeling.ts';
import { aanvaard, biedAan, houders, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';

let t: TestHuis;
beforeEach(async () => {
  t = await maakTestHuis();
});
afterEach(() => t.weg());

const status = async (id: string) =>
  (await t.database.beheer.query('select status, reden from overdracht where id = $1', [id])).rows[0];

describe('an offer that nobody answers', () => {
  it('waits five whole working days, then lapses once, stays with the giver and goes up a step', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const id = await biedAan(t, casusId);

    // offered on Monday 23 November: the last second of Monday 30 November is in time
    t.klok.zet('2026-11-30T22:59:59.999Z');
    await t.klokRonde();
    expect(await status(id)).toMatchObject({ status: 'aangeboden' });
    expect(await houders(t, casusId)).toEqual([ORG.vt]);

    t.klok.zet('2026-11-30T23:00:00Z');
    await t.klokRonde();
    expect(await status(id)).toEqual({
      status: 'verlopen',
      reden: 'Lokaal team Emmen gaf geen antwoord binnen de termijn (tot en met maandag 30 november 2026).',
    });
    expect(await houders(t, casusId)).toEqual([ORG.vt]);
    const termijnen = await lopendeTermijnen(t, casusId);
    expect(termijnen.has('overdracht_antwoord')).toBe(false);
    expect(termijnen.get('overdracht_opnieuw')).toMatchObject({
      eigenaar_organisatie_id: ORG.vt,
      eigenaar_medewerker_id: MENS.visser.id,
    });
    expect(termijnen.get('overdracht_escalatie')).toMatchObject({
      eigenaar_organisatie_id: ORG.vt,
      eigenaar_medewerker_id: MENS.teamleider.id,
    });

    // the job and the sweep both come by, more than once
    await Promise.all([t.klokRonde(), t.klokRonde()]);
    t.klok.vooruit(60_000);
    await t.klokRonde();
    const { rows } = await t.database.beheer.query(
      "select count(*) as n from termijn where onderwerp_id = $1 and soort = 'overdracht_escalatie'",
      [id],
    );
    expect(rows[0].n).toBe(1);
    const acts = await t.database.beheer.query(
      "select medewerker_id, casus_id from handeling where soort = 'overdracht.verlopen' and onderwerp_id = $1",
      [id],
    );
    expect(acts.rows).toEqual([{ medewerker_id: null, casus_id: casusId }]);

    // what lapsed cannot be accepted any more; the receiver may not go on reading about the family
    const laat = await aanvaard(t, id);
    expect(laat.statusCode).toBe(409);
    expect(laat.json().detail).toBe(
      'De termijn van deze overdracht is verlopen. De gever houdt zicht en kan opnieuw aanbieden.',
    );
    expect((await t.als('emmen').get(`/overdrachten/${id}`)).json()).toMatchObject({
      gegevens: null,
      bericht: null,
      aanduiding: null,
      doel: null,
    });
    expect((await t.als('teamleider').get(`/overdrachten/${id}`)).json()).toMatchObject({
      keuzeOpen: true,
      zicht: 'Veilig Thuis Test houdt zicht',
    });
  });

  it('counts no weekend and no holiday', async () => {
    // Thursday 24 December 2026; Friday is Christmas, Monday 28 to Thursday 31 are four days, 1 January is a holiday
    t.klok.zet('2026-12-24T09:00:00Z');
    const { casusId } = await klaarVoorOverdracht(t);
    const id = await biedAan(t, casusId);
    t.klok.zet('2027-01-04T22:59:59Z');
    await t.klokRonde();
    expect(await status(id)).toMatchObject({ status: 'aangeboden' });
    t.klok.zet('2027-01-04T23:00:00Z');
    await t.klokRonde();
    expect(await status(id)).toMatchObject({ status: 'verlopen' });
  });

  it('is answered in time as long as the clock has not said otherwise, and the clock then says nothing', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const id = await biedAan(t, casusId, { termijn: 1 });
    t.klok.zet('2026-11-24T12:00:00Z');
    expect((await aanvaard(t, id)).statusCode).toBe(200);
    t.klok.zet('2026-12-24T12:00:00Z');
    await t.klokRonde();
    expect(await status(id)).toMatchObject({ status: 'aanvaard' });
    expect(await houders(t, casusId)).toEqual([ORG.emmen]);
    const { rows } = await t.database.beheer.query(
      "select 1 from termijn where soort in ('overdracht_escalatie', 'overdracht_opnieuw')",
    );
    expect(rows).toEqual([]);
  });

  it('ends the escalation when the giver offers anew or keeps it', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const eerste = await biedAan(t, casusId, { termijn: 1 });
    t.klok.zet('2026-11-24T23:00:00Z');
    await t.klokRonde();
    const tweede = await biedAan(t, casusId, { naarOrganisatieId: ORG.assen, termijn: 1 });
    expect(
      [...(await lopendeTermijnen(t, casusId)).keys()].filter((s) => s.startsWith('overdracht_')),
    ).toEqual(['overdracht_antwoord']);
    t.klok.zet('2026-11-26T23:00:00Z');
    await t.klokRonde();
    expect((await t.als('visser').post(`/overdrachten/${eerste}/behoud`, { reden: 'x' })).statusCode).toBe(
      200,
    );
    expect(
      (await t.als('visser').post(`/overdrachten/${tweede}/behoud`, { reden: 'Wij onderzoeken zelf.' }))
        .statusCode,
    ).toBe(200);
    expect(
      [...(await lopendeTermijnen(t, casusId)).keys()].filter((s) => s.startsWith('overdracht_')),
    ).toEqual([]);
    expect(await houders(t, casusId)).toEqual([ORG.vt]);
  });
});
