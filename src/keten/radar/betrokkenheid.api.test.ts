// SPDX-License-Identifier: EUPL-1.2
// First, hermelding, vervolgmelding: computed from who is who and which casus ran (handbook 3.4), and changing with the belief.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import {
  beoordeeld,
  betrokkenheid,
  geefZicht,
  gezin,
  kandidaten,
  meld,
  type Persoon,
  radar,
  sluit,
} from '../../../test/hulp/radar.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

let n = 0;
/** People of a test of their own. */
function nieuwGezin(): Persoon[] {
  n += 1;
  const namen = [
    'Aalderinksma',
    'Bokkelveen',
    'Cranenborgh',
    'Duivensteijn',
    'Eikelmoer',
    'Fladderak',
    'Groenewoudt',
    'Hazelhorst',
    'Ijzerdraad',
  ];
  return gezin(n + 20).map((p) => ({ ...p, achternaam: namen[n % namen.length] }));
}

describe('eerdere betrokkenheid', () => {
  it('nobody known: eerste melding', async () => {
    expect(await betrokkenheid(t, (await meld(t, nieuwGezin())).id)).toBe('eerste melding');
  });

  it('one of two was in a closed casus: hermelding, één bekend', async () => {
    const [moeder, kind] = nieuwGezin();
    await sluit(t, (await meld(t, [moeder as Persoon])).casusId);
    const m = await meld(t, [moeder as Persoon, kind as Persoon]);
    expect(await betrokkenheid(t, m.id)).toBe('hermelding, één bekend');
  });

  it('two were: meerdere bekend', async () => {
    const g = nieuwGezin();
    await sluit(t, (await meld(t, g)).casusId);
    expect(await betrokkenheid(t, (await meld(t, g)).id)).toBe('hermelding, meerdere bekend');
  });

  it('a witness of a closed casus was not seen before', async () => {
    const [moeder] = nieuwGezin();
    await sluit(t, (await meld(t, [{ ...moeder, rol: 'getuige' }])).casusId);
    expect(await betrokkenheid(t, (await meld(t, [moeder as Persoon])).id)).toBe('eerste melding');
  });

  it('known in a casus that runs, and not added to it: not classed, and it says what to do', async () => {
    const g = nieuwGezin();
    await meld(t, g);
    const m = await meld(t, g);
    expect(await betrokkenheid(t, m.id)).toBe('niet ingedeeld');
    const { rows } = await t.database.beheer.query(
      'select betrokkenheid_uitleg as u from melding where id = $1',
      [m.id],
    );
    expect(rows[0].u).toContain('Voeg de melding toe');
  });

  it('added on receipt to a running casus: vervolgmelding, by where that casus stood', async () => {
    const g = nieuwGezin();
    const eerste = await meld(t, g);
    const tijdens = await meld(t, g, { casusId: eerste.casusId });
    expect(await betrokkenheid(t, tijdens.id)).toBe('vervolgmelding tijdens veiligheidsbeoordeling');
    await beoordeeld(t, eerste.id);
    await beoordeeld(t, tijdens.id);
    const na = await meld(t, g, { casusId: eerste.casusId });
    expect(await betrokkenheid(t, na.id)).toBe('vervolgmelding na veiligheidsbeoordeling');
    await beoordeeld(t, na.id);
    await geefZicht(t, eerste.casusId, ORG.emmen);
    const later = await meld(t, g, { casusId: eerste.casusId });
    expect(await betrokkenheid(t, later.id)).toBe('vervolgmelding tijdens monitoring');
    // what came later does not change what was
    expect(await betrokkenheid(t, tijdens.id)).toBe('vervolgmelding tijdens veiligheidsbeoordeling');
  });

  it('changes with the belief, and the act keeps what it was', async () => {
    const [moeder] = nieuwGezin();
    const zonder = { ...moeder, straat: null, huisnummer: null, postcode: null };
    await sluit(t, (await meld(t, [zonder])).casusId);
    const m = await meld(t, [zonder]);
    expect(await betrokkenheid(t, m.id)).toBe('eerste melding');
    expect((await radar(t, m.id)).voorlopig).toBe(true);
    const [k] = await kandidaten(t, m.id);
    const uit = await t.als('visser').post(`/radar-kandidaten/${k?.id}/oordeel`, { oordeel: 'zelfde' });
    expect(uit.json(), uit.body).toMatchObject({
      wijzigingen: [{ meldingId: m.id, van: 'eerste melding', naar: 'hermelding, één bekend' }],
    });
    expect(await betrokkenheid(t, m.id)).toBe('hermelding, één bekend');
    const { rows } = await t.database.beheer.query(
      "select inhoud from handeling where soort = 'radar.beoordelen' order by id desc limit 1",
    );
    expect(rows[0].inhoud.betrokkenheid).toEqual([
      { meldingId: m.id, van: 'eerste melding', naar: 'hermelding, één bekend' },
    ]);
    await t.als('visser').post(`/radar-kandidaten/${k?.id}/terugdraaiing`, { reden: 'toch een ander' });
    expect(await betrokkenheid(t, m.id)).toBe('eerste melding');
  });

  it('a person who is new in the melding is not made known by the melding itself', async () => {
    const [moeder, kind] = nieuwGezin();
    const oud = await meld(t, [moeder as Persoon]);
    await sluit(t, oud.casusId);
    const m = await meld(t, [moeder as Persoon, kind as Persoon]);
    const uit = await t
      .als('visser')
      .post(`/casussen/${m.casusId}/samenvoeging`, { doelCasusId: oud.casusId, reden: 'Zelfde gezin.' });
    expect(uit.statusCode, uit.body).toBe(201);
    expect(await betrokkenheid(t, m.id)).toBe('hermelding, één bekend');
  });
});
