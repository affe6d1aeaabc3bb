// SPDX-License-Identifier: EUPL-1.2
// Whoever holds zicht always has something on its list that brings it back to the safety of the family (handbook 5, P7).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MENS, type MensNaam, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { sluit, stopMonitoren } from '../../../test/hulp/monitoring.ts';
import { biedAan, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const DAG = 86_400_000;

const blikken = async (casusId: string) =>
  (
    await t.database.beheer.query(
      "select * from termijn where casus_id = $1 and soort = 'zichtcontrole' and afgerond_op is null",
      [casusId],
    )
  ).rows;

async function doe<T>(wie: MensNaam, pad: string, body: unknown): Promise<T> {
  t.klok.vooruit(60_000);
  const uit = await t.als(wie).post(pad, body);
  expect([200, 201], uit.body).toContain(uit.statusCode);
  return uit.json<T>();
}

const kijk = (wie: MensNaam, casusId: string, uitkomst = 'veilig', anders: Record<string, unknown> = {}) =>
  doe<{ volgendeOp: string | null }>(wie, `/casussen/${casusId}/veiligheidscontroles`, {
    uitkomst,
    met: 'moeder',
    toelichting: 'Gebeld.',
    ...anders,
  });

/** What an offer of another than Veilig Thuis has. */
const ander = (naar: MensNaam) => ({
  grondslag: naar === 'visser' ? 'wmo_5_2_6' : 'wmo_5_1_1',
  delen: ['personen', 'uitspraken'].map((deel) => ({ deel, grond: 'Nodig.' })),
});

async function draagOver(casusId: string, van: MensNaam, naar: MensNaam): Promise<void> {
  const id = await biedAan(
    t,
    casusId,
    { naarOrganisatieId: MENS[naar].organisatie, ...(van === 'visser' ? {} : ander(naar)) },
    van,
  );
  await doe(naar, `/overdrachten/${id}/aanvaarding`, { regisseurId: MENS[naar].id });
}

async function bijEmmen(): Promise<string> {
  const { casusId } = await klaarVoorOverdracht(t);
  await draagOver(casusId, 'visser', 'emmen');
  return casusId;
}

it('a safe look of the new holder is followed by another, until a plan brings it back', async () => {
  const c = await bijEmmen();
  const { volgendeOp } = await kijk('emmen', c);
  const [blik, ...meer] = await blikken(c);
  expect(meer).toEqual([]);
  expect(blik).toMatchObject({ eigenaar_organisatie_id: ORG.emmen, vervalt_op: new Date(volgendeOp ?? 0) });
  await doe('emmen', `/casussen/${c}/voorwaarden`, { tekst: 'Hij slaapt elders.', voor: 'vader' });
  expect(await kijk('emmen', c)).toMatchObject({ volgendeOp: null });
  expect(await blikken(c)).toEqual([]);
});

it('a safe look of Veilig Thuis leaves the look of the holder as it was; one that is not safe brings it nearer', async () => {
  const c = await bijEmmen();
  const voor = await blikken(c);
  expect(voor).toMatchObject([{ eigenaar_organisatie_id: ORG.emmen }]);
  const veilig = await kijk('visser', c);
  expect(await blikken(c)).toEqual(voor);
  expect(veilig.volgendeOp).toBe(voor[0].vervalt_op.toISOString());
  // however late Veilig Thuis itself would look again
  await kijk('visser', c, 'onveilig', { volgendeOverDagen: 7 });
  const [na, ...meer] = await blikken(c);
  expect(meer).toEqual([]);
  expect(na).toMatchObject({
    id: voor[0].id,
    eigenaar_organisatie_id: ORG.emmen,
    eigenaar_medewerker_id: MENS.emmen.id,
    waarom: 'Een andere organisatie keek, en het was niet in orde',
  });
  expect(na.vervalt_op.getTime() - t.klok.nu().getTime()).toBeLessThan(2 * DAG);
  // also after a plan has begun and the holder itself was done
  const d = await bijEmmen();
  await doe('emmen', `/casussen/${d}/voorwaarden`, { tekst: 'Hij slaapt elders.', voor: 'vader' });
  await kijk('emmen', d);
  expect(await blikken(d)).toEqual([]);
  await kijk('visser', d, 'zorgelijk');
  expect(await blikken(d)).toMatchObject([{ eigenaar_organisatie_id: ORG.emmen }]);
});

it('a look of another that is written down late does not undo what the holder saw since', async () => {
  const c = await bijEmmen();
  t.klok.vooruit(DAG);
  const gezienOp = t.klok.nu().toISOString();
  t.klok.vooruit(DAG);
  await kijk('emmen', c);
  const voor = await blikken(c);
  await kijk('visser', c, 'onveilig', { gezienOp });
  expect(await blikken(c)).toEqual(voor);
});

it('every handover leaves the receiver with a look, also when the giver had none planned', async () => {
  const c = await bijEmmen();
  await doe('emmen', `/casussen/${c}/fasewisselingen`, { naar: 2, reden: 'Besproken.' });
  for (const [van, naar] of [
    ['emmen', 'visser'],
    ['visser', 'assen'],
    ['assen', 'emmen'],
  ] as const) {
    await kijk(van, c);
    expect(await blikken(c), van).toEqual([]);
    await draagOver(c, van, naar);
    const [blik, ...meer] = await blikken(c);
    expect(meer).toEqual([]);
    expect(blik, naar).toMatchObject({
      eigenaar_organisatie_id: MENS[naar].organisatie,
      eigenaar_medewerker_id: MENS[naar].id,
      waarom: 'Dit gezin is net overgenomen',
    });
    const werk = (await t.als(naar).get('/werk?wie=organisatie')).json<{
      regels: { casusId: string; soort: string }[];
    }>();
    expect(werk.regels).toContainEqual(expect.objectContaining({ casusId: c, soort: 'zichtcontrole' }));
  }
});

it('a relapse asks the holder to look within one werkdag, whoever wrote it down', async () => {
  const c = await bijEmmen();
  for (const naar of [2, 3])
    await doe('emmen', `/casussen/${c}/fasewisselingen`, { naar, reden: 'Besproken.' });
  await kijk('emmen', c);
  expect(await blikken(c)).toEqual([]);
  t.klok.zet(new Date('2026-12-07T09:00:00Z'));
  await doe('emmen', `/casussen/${c}/fasewisselingen`, { naar: 1, terugval: true, reden: 'Weer geweld.' });
  expect(await blikken(c)).toMatchObject([
    {
      eigenaar_organisatie_id: ORG.emmen,
      eigenaar_medewerker_id: MENS.emmen.id,
      waarom: 'Terugval: kijk of het veilig is',
      // Monday: through Tuesday
      vervalt_op: new Date('2026-12-08T23:00:00Z'),
    },
  ]);
});

it('the day that the holder chose is planned, also when it was safe and a plan brings it back', async () => {
  const c = await bijEmmen();
  await doe('emmen', `/casussen/${c}/voorwaarden`, {
    tekst: 'Hij slaapt elders.',
    voor: 'vader',
    volgendeOverWeken: 13,
  });
  for (const volgendeOverDagen of [1, 3, 7]) {
    t.klok.vooruit(DAG);
    const { volgendeOp } = await kijk('emmen', c, 'veilig', { volgendeOverDagen });
    const [blik, ...meer] = await blikken(c);
    expect(meer).toEqual([]);
    expect(blik).toMatchObject({
      eigenaar_organisatie_id: ORG.emmen,
      eigenaar_medewerker_id: MENS.emmen.id,
      waarom: 'Kijk opnieuw of het veilig is',
      vervalt_op: new Date(volgendeOp ?? 0),
    });
    // whole days, to the end of the last
    const dagen = (blik.vervalt_op.getTime() - t.klok.nu().getTime()) / DAG;
    expect(Math.floor(dagen), String(volgendeOverDagen)).toBe(volgendeOverDagen);
  }
  // and lets go of it where it chose none
  expect(await kijk('emmen', c)).toMatchObject({ volgendeOp: null });
  expect(await blikken(c)).toEqual([]);
  // another that asks to look again is heard too
  await kijk('visser', c, 'veilig', { volgendeOverDagen: 2 });
  expect(await blikken(c)).toMatchObject([
    { eigenaar_organisatie_id: ORG.emmen, waarom: 'Een andere organisatie keek, en vraagt weer te kijken' },
  ]);
});

it('so it is after a relapse', async () => {
  const c = await bijEmmen();
  await doe('emmen', `/casussen/${c}/fasewisselingen`, { naar: 2, reden: 'Besproken.' });
  await doe('emmen', `/casussen/${c}/fasewisselingen`, { naar: 1, terugval: true, reden: 'Weer geweld.' });
  await kijk('emmen', c, 'veilig', { volgendeOverDagen: 1 });
  const [blik] = await blikken(c);
  expect(blik.vervalt_op.getTime() - t.klok.nu().getTime()).toBeLessThan(2 * DAG);
});

it('a term that is late brings nobody back: the next look is planned', async () => {
  const c = await bijEmmen();
  await doe('emmen', `/casussen/${c}/voorwaarden`, {
    tekst: 'Hij slaapt elders.',
    voor: 'vader',
    volgendeOverWeken: 13,
  });
  await kijk('emmen', c);
  expect(await blikken(c)).toEqual([]);
  t.klok.vooruit(240 * DAG);
  expect((await kijk('emmen', c)).volgendeOp).not.toBeNull();
  expect(await blikken(c)).toHaveLength(1);
});

it('a planned look does not keep the holder from closing, and ends with it', async () => {
  const c = await bijEmmen();
  await kijk('emmen', c, 'veilig', { volgendeOverDagen: 2 });
  await stopMonitoren(t, c);
  const uit = await sluit(t, c, 'emmen');
  expect(uit.statusCode, uit.body).toBe(201);
  expect(await blikken(c)).toEqual([]);
});

it('a day chosen at a look that was written down late brings the running one nearer, which keeps why it is there', async () => {
  const c = await bijEmmen();
  await doe('emmen', `/casussen/${c}/voorwaarden`, { tekst: 'Hij slaapt elders.', voor: 'vader' });
  await kijk('emmen', c);
  t.klok.vooruit(60_000);
  const gezienOp = t.klok.nu().toISOString();
  await kijk('visser', c, 'zorgelijk');
  const [voor] = await blikken(c);
  await kijk('emmen', c, 'veilig', { gezienOp });
  expect(await blikken(c)).toEqual([voor]);
  await kijk('emmen', c, 'veilig', { gezienOp, volgendeOverDagen: 1 });
  const [na, ...meer] = await blikken(c);
  expect(meer).toEqual([]);
  expect(na).toMatchObject({ id: voor.id, waarom: 'Een andere organisatie keek, en het was niet in orde' });
  expect(na.vervalt_op < voor.vervalt_op).toBe(true);
});
