// SPDX-License-Identifier: EUPL-1.2
// Two at once about one family: nobody is overlooked, and no term stays without a question (P7).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, meldingVoorbeeld, type TestHuis } from '../../../test/huis.ts';
import {
  betrokkenheid,
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

const ZONDER_ADRES = { straat: null, huisnummer: null, postcode: null, woonplaats: null };

describe('two at once', () => {
  it('meldingen about one family find each other', async () => {
    const personen = gezin(1);
    const ontvangen = await Promise.all(
      (['visser', 'bakker'] as const).map((wie) =>
        t.als(wie).post('/meldingen', meldingVoorbeeld({ personen })),
      ),
    );
    for (const o of ontvangen) expect(o.statusCode, o.body).toBe(201);
    // the second finds all of whom the first named
    const gevonden = await Promise.all(
      ontvangen.map(async (o) =>
        (await radar(t, o.json().id)).personen.map((p) => p.kandidaten[0]?.oordeel ?? 'niemand'),
      ),
    );
    expect(gevonden.sort()).toEqual([
      ['niemand', 'niemand'],
      ['zelf_gekoppeld', 'zelf_gekoppeld'],
    ]);
  });

  it('answers to two questions of one melding leave no term, and count both', async () => {
    for (let i = 0; i < 4; i++) {
      const fam = gezin(2).map(
        (p): Persoon => ({
          ...p,
          ...ZONDER_ADRES,
          geboortejaar: Number(p['geboortejaar']) - 3 * i,
        }),
      );
      await sluit(t, (await meld(t, fam)).casusId);
      const { id } = await meld(t, fam);
      const vragen = await Promise.all([0, 1].map(async (n) => (await kandidaten(t, id, n))[0]?.id));
      const antwoorden = await Promise.all(
        vragen.map((v, n) =>
          t
            .als(n === 0 ? 'visser' : 'bakker')
            .post(`/radar-kandidaten/${v}/oordeel`, { oordeel: 'zelfde', reden: 'Zelfde gezin.' }),
        ),
      );
      for (const a of antwoorden) expect(a.statusCode, a.body).toBe(200);
      const { openVragen } = await radar(t, id);
      const { rows } = await t.database.beheer.query(
        "select count(*)::int as open from termijn where onderwerp_id = $1 and soort = 'radar_vraag' and afgerond_op is null",
        [id],
      );
      expect([openVragen, rows[0].open]).toEqual([0, 0]);
      expect(await betrokkenheid(t, id)).toBe('hermelding, meerdere bekend');
    }
  });
});
