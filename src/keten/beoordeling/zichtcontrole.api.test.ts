// SPDX-License-Identifier: EUPL-1.2
// The next look at a family: what makes it pressing, and what ends it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { type Gemeld, geefZicht, gezin, meld } from '../../../test/hulp/radar.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const UUR = 3_600_000;
const ACUUT = { acuut: true, acuutToelichting: 'Er is nu geweld.' };

const open = async (casusId: string, soort = 'zichtcontrole') =>
  (
    await t.database.beheer.query(
      'select * from termijn where casus_id = $1 and soort = $2 and afgerond_op is null order by begint_op, id',
      [casusId, soort],
    )
  ).rows;

async function voegSamen(bron: Gemeld, doel: Gemeld): Promise<string> {
  const uit = await t
    .als('visser')
    .post(`/casussen/${bron.casusId}/samenvoeging`, { doelCasusId: doel.casusId, reden: 'Zelfde gezin.' });
  expect(uit.statusCode, uit.body).toBe(201);
  return uit.json<{ id: string }>().id;
}

/** The terms of a casus that another holds, with the look on that other's list. */
async function bijEmmen(n: number): Promise<Gemeld> {
  const m = await meld(t, gezin(n));
  await geefZicht(t, m.casusId, ORG.emmen);
  await t.database.beheer.query(
    "update termijn set eigenaar_organisatie_id = $2 where casus_id = $1 and soort = 'zichtcontrole'",
    [m.casusId, ORG.emmen],
  );
  return m;
}

describe('an acute melding about a family that another holds', () => {
  it('makes the running look of the holder acute, and a calm one after it changes nothing', async () => {
    const oud = await bijEmmen(1);
    const [voor] = await open(oud.casusId);
    expect(voor).toMatchObject({ acuut: false });
    await meld(t, gezin(1), { casusId: oud.casusId, ...ACUUT });
    const na = await open(oud.casusId);
    expect(na).toHaveLength(1);
    expect(na[0]).toMatchObject({
      id: voor.id,
      acuut: true,
      waarom: 'Nieuwe melding over acuut gevaar',
      eigenaar_organisatie_id: ORG.emmen,
    });
    expect(na[0].vervalt_op <= voor.vervalt_op).toBe(true);
    await meld(t, gezin(1), { casusId: oud.casusId });
    expect(await open(oud.casusId)).toEqual(na);
  });

  it('does so when it is merged in, and undoing puts the look back as it was', async () => {
    const oud = await bijEmmen(2);
    const [voor] = await open(oud.casusId);
    const nieuw = await meld(t, gezin(2), ACUUT);
    const id = await voegSamen(nieuw, oud);
    const na = await open(oud.casusId);
    expect(na).toHaveLength(1);
    expect(na[0]).toMatchObject({
      id: voor.id,
      acuut: true,
      waarom: 'Nieuwe melding over acuut gevaar',
      eigenaar_organisatie_id: ORG.emmen,
    });
    expect(na[0].vervalt_op <= voor.vervalt_op).toBe(true);
    const terug = await t
      .als('bakker')
      .post(`/samenvoegingen/${id}/terugdraaiing`, { reden: 'Twee gezinnen.' });
    expect(terug.statusCode, terug.body).toBe(200);
    expect(await open(oud.casusId)).toEqual([voor]);
  });

  it('a calm one merged in leaves the look as it was', async () => {
    const oud = await bijEmmen(3);
    const voor = await open(oud.casusId);
    await voegSamen(await meld(t, gezin(3)), oud);
    expect(await open(oud.casusId)).toEqual(voor);
  });
});

describe('a look that is written down late', () => {
  const gezien = (m: Gemeld, op: Date, uitkomst = 'veilig') =>
    t.als('visser').post(`/casussen/${m.casusId}/veiligheidscontroles`, {
      uitkomst,
      met: 'moeder',
      toelichting: 'Rustig.',
      gezienOp: op.toISOString(),
    });
  const min = (uren: number) => new Date(t.klok.nu().getTime() - uren * UUR);

  it('from before the acute report ends neither the 24 hours nor the look that became urgent', async () => {
    const m = await meld(t, gezin(4));
    t.klok.vooruit(5 * UUR);
    await meld(t, gezin(4), { casusId: m.casusId, ...ACUUT });
    t.klok.vooruit(2 * UUR);
    const voor = await open(m.casusId);
    const uit = await gezien(m, min(4));
    expect(uit.statusCode, uit.body).toBe(201);
    expect(await open(m.casusId, 'spoed_24u')).toHaveLength(1);
    expect(await open(m.casusId)).toEqual(voor);
    // one since then does, and the next counts from it
    const na = min(1);
    expect((await gezien(m, na)).statusCode).toBe(201);
    expect(await open(m.casusId, 'spoed_24u')).toEqual([]);
    const [volgende] = await open(m.casusId);
    expect(volgende.begint_op).toEqual(na);
  });

  it('counts the next one from the look, also where that makes it late at once', async () => {
    const m = await meld(t, gezin(5));
    t.klok.vooruit(4 * 24 * UUR);
    const toen = min(3 * 24);
    const uit = await gezien(m, toen, 'onveilig');
    expect(uit.statusCode, uit.body).toBe(201);
    const volgende = new Date(uit.json<{ volgendeOp: string }>().volgendeOp);
    expect(volgende < t.klok.nu()).toBe(true);
    const laat = (await t.klokRonde()).filter((v) => v.casusId === m.casusId && v.soort === 'zichtcontrole');
    expect(laat.map((v) => v.wat)).toContain('verstreken');
    // an older one after it leaves the plan of the newer as it is
    const voor = await open(m.casusId);
    expect((await gezien(m, min(3 * 24 + 1))).statusCode).toBe(201);
    expect((await open(m.casusId)).map((r) => r.id)).toEqual(voor.map((r) => r.id));
  });

  it('from before the casus was opened is refused', async () => {
    const m = await meld(t, gezin(6), ACUUT);
    const uit = await gezien(m, min(1));
    expect([uit.statusCode, uit.json().fouten[0].veld]).toEqual([400, 'gezienOp']);
    expect(await open(m.casusId, 'spoed_24u')).toHaveLength(1);
  });
});
