// SPDX-License-Identifier: EUPL-1.2
// A yes and a no of a person hold through every later join, split and undoing; and when all is taken back, everyone is who they were,
// byte for byte. A thousand random judgements on people whom nothing tells apart.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Toeval } from '../../../demo/regio/toeval.ts';
import { maakTestHuis, type TestHuis } from '../../../test/huis.ts';
import { koppelingen, meld } from '../../../test/hulp/radar.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { Probleem } from '../../platform/http/problem.ts';
import { beoordeelKandidaat, draaiTerug } from './kandidaatoordeel.store.ts';
import { type Antwoord, isGekoppeld } from './radar.ts';

const HANDELINGEN = 1_000;
const PER_DEUR = 50;
const VERMELDINGEN = 5;

let t: TestHuis;
let begin: string[];
let ids: string[];
beforeAll(async () => {
  t = await maakTestHuis();
  for (let i = 0; i < VERMELDINGEN; i++)
    await meld(t, [
      {
        rol: 'pleger',
        voornamen: 'Maurits',
        achternaam: 'Standvast',
        geboortejaar: 1968,
        geboortemaand: 4,
        geboortedag: 19,
        woonplaats: 'Assen',
      },
    ]);
  begin = await koppelingen(t);
  ids = (
    await t.database.beheer.query<{ id: string }>('select id from radar_kandidaat order by id')
  ).rows.map((r) => r.id);
});
afterAll(() => t.weg());

/** Does one thing in an act of a worker, a second later than the one before; false when a rule refuses it. */
async function doe(tx: Tx, id: string, wat: Antwoord | 'terug'): Promise<boolean> {
  tx.nu = new Date(tx.nu.getTime() + 1_000);
  try {
    await (wat === 'terug' ? draaiTerug(tx, id, 'proef') : beoordeelKandidaat(tx, id, wat, null));
    return true;
  } catch (fout) {
    if (fout instanceof Probleem && fout.statusCode === 409) return false;
    throw fout;
  }
}

/** Many things in one act: a door for each would be most of the time. */
async function alsVisser(fn: (tx: Tx) => Promise<void>): Promise<void> {
  await t.huis.deuren.act(
    { wie: t.wie('visser'), doel: 'beoordelen' },
    'radar.beoordelen',
    { soort: 'radar_kandidaat', onderwerpId: ids[0] },
    fn,
  );
  t.klok.vooruit(3_600_000);
}

interface Stand {
  id: string;
  oordeel: string;
  samen: boolean;
}

/** Each judgement as it stands, and whether its two mentions are one person now. */
async function stand(tx: Tx): Promise<Stand[]> {
  const { rows } = await sql<Stand>`
    select k.id, k.oordeel, a.persoon_id = b.persoon_id as samen from radar_kandidaat k
    join koppeling a on a.vermelding_id = k.vermelding_id and a.tot is null
    join koppeling b on b.vermelding_id = k.tegen_vermelding_id and b.tot is null order by k.id`.execute(
    tx.db,
  );
  return rows;
}

describe('judgements', () => {
  it(`hold through ${HANDELINGEN} random joins, splits and undoings, and all undone leave everyone who they were`, async () => {
    expect(ids).toHaveLength((VERMELDINGEN * (VERMELDINGEN - 1)) / 2);
    const toeval = new Toeval('standvastig');
    const gelukt = { zelfde: 0, niet_dezelfde: 0, weet_niet: 0, terug: 0 };
    const gewicht = { zelfde: 3, niet_dezelfde: 6, weet_niet: 1, terug: 8 } as const;
    let geweigerd = 0;
    for (let i = 0; i < HANDELINGEN; i += PER_DEUR)
      await alsVisser(async (tx) => {
        for (let j = 0; j < PER_DEUR; j++) {
          const wat = toeval.verdeel(gewicht);
          if (await doe(tx, toeval.kies(ids), wat)) gelukt[wat]++;
          else geweigerd++;
          const nu = await stand(tx);
          expect(nu, 'every mention is somebody').toHaveLength(ids.length);
          expect(
            nu.filter((s) => isGekoppeld(s.oordeel) && !s.samen),
            `must, after ${i + j} ${wat}`,
          ).toEqual([]);
          expect(
            nu.filter((s) => s.oordeel === 'niet_dezelfde' && s.samen),
            `never, after ${i + j} ${wat}`,
          ).toEqual([]);
        }
      });
    for (const n of Object.values(gelukt)) expect(n).toBeGreaterThan(20);
    expect(geweigerd).toBeGreaterThan(20);

    // take back what can be taken back until nothing is left
    await alsVisser(async (tx) => {
      for (;;) {
        const over = (await stand(tx)).filter((s) => s.oordeel !== 'vraag');
        if (over.length === 0) break;
        let gedaan = 0;
        for (const s of over) if (await doe(tx, s.id, 'terug')) gedaan++;
        expect(gedaan, 'something can always be taken back').toBeGreaterThan(0);
      }
    });
    expect(await koppelingen(t)).toEqual(begin);
  });
});
