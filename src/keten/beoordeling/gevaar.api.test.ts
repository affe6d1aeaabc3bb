// SPDX-License-Identifier: EUPL-1.2
// Acute danger stands on the list of whoever must act until somebody acted: no decision, handover or merge ends that.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENS, type MensNaam, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { lees, type NieuweMelding, nieuweMelding, stelVast } from '../../../test/hulp/beoordeling.ts';
import { aanvaard, biedAan } from '../../../test/hulp/overdracht.ts';
import { gezin } from '../../../test/hulp/radar.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const UUR = 3_600_000;
const ACUUT = { acuut: 'ja', acuutArgument: 'Hij heeft een mes en staat voor de deur.' };
const OVERDRAGEN = { besluit: 'overdragen', vervolgSoort: 'lokaal_team' };

const open = async (casusId: string, soort: string) =>
  (
    await t.database.beheer.query(
      'select * from termijn where casus_id = $1 and soort = $2 and afgerond_op is null order by begint_op, id',
      [casusId, soort],
    )
  ).rows;

const werk = async (wie: MensNaam, casusId: string) =>
  (await t.als(wie).get('/werk?wie=organisatie'))
    .json<{ regels: { casusId: string; soort: string; acuut: boolean; waarom: string }[] }>()
    .regels.filter((r) => r.casusId === casusId);

async function kijk(wie: MensNaam, casusId: string, uitkomst = 'veilig'): Promise<void> {
  t.klok.vooruit(60_000);
  const uit = await t
    .als(wie)
    .post(`/casussen/${casusId}/veiligheidscontroles`, { uitkomst, met: 'moeder', toelichting: 'Gebeld.' });
  expect(uit.statusCode, uit.body).toBe(201);
}

it('is looked at the next day while a look did not find it over, whatever day the holder chooses', async () => {
  t.klok.vooruit(60_000);
  const m = await nieuweMelding(t, { acuut: true });
  const kies = (uitkomst: string, volgendeOverDagen: number) =>
    t.als('visser').post(`/casussen/${m.casusId}/veiligheidscontroles`, {
      uitkomst,
      met: 'moeder',
      toelichting: 'Gebeld.',
      volgendeOverDagen,
    });
  t.klok.vooruit(60_000);
  for (const uitkomst of ['onveilig', 'niet_bereikt']) {
    const nee = await kies(uitkomst, 2);
    expect(nee.statusCode, uitkomst).toBe(400);
    expect(nee.body).toContain('morgen');
  }
  expect(await open(m.casusId, 'spoed_24u')).toHaveLength(1);
  expect((await kies('onveilig', 1)).statusCode).toBe(201);
  const [blik] = await open(m.casusId, 'zichtcontrole');
  expect(blik.vervalt_op.getTime() - t.klok.nu().getTime()).toBeLessThan(2 * 24 * UUR);
  expect((await kies('zorgelijk', 4)).statusCode).toBe(201);
});

/** A family at Emmen, which looked once. */
async function bijEmmen(n: number): Promise<NieuweMelding> {
  t.klok.vooruit(60_000);
  const m = await nieuweMelding(t, { personen: gezin(n) });
  await stelVast(t, m, OVERDRAGEN);
  const uit = await aanvaard(t, await biedAan(t, m.casusId));
  expect(uit.statusCode, uit.body).toBe(200);
  await kijk('emmen', m.casusId);
  return m;
}

/** A second report about the same family, in a casus of its own. */
async function tweede(n: number, anders: Record<string, unknown> = {}): Promise<NieuweMelding> {
  t.klok.vooruit(60_000);
  return nieuweMelding(t, { personen: gezin(n), ...anders });
}

async function voegSamen(bron: string, doel: string): Promise<string> {
  t.klok.vooruit(60_000);
  const uit = await t
    .als('visser')
    .post(`/casussen/${bron}/samenvoeging`, { doelCasusId: doel, reden: 'Zelfde gezin.' });
  expect(uit.statusCode, uit.body).toBe(201);
  return uit.json<{ id: string }>().id;
}

/** What the holder must find: one look, acute, due within 24 hours from now. */
async function verwachtBlik(casusId: string, waarom: string): Promise<void> {
  const [blik, ...meer] = await open(casusId, 'zichtcontrole');
  expect(meer).toEqual([]);
  expect(blik).toMatchObject({ eigenaar_organisatie_id: ORG.emmen, acuut: true, waarom });
  expect(blik.vervalt_op.getTime() - t.klok.nu().getTime()).toBeLessThanOrEqual(24 * UUR);
  expect(await werk('emmen', casusId)).toContainEqual(
    expect.objectContaining({ soort: 'zichtcontrole', acuut: true, waarom }),
  );
}

describe('acute danger that an assessor found', () => {
  it('goes along to the holder when the decided report is merged in', async () => {
    const a = await bijEmmen(0);
    const b = await tweede(0);
    await stelVast(t, b, { ...ACUUT, ...OVERDRAGEN });
    await voegSamen(b.casusId, a.casusId);
    await verwachtBlik(a.casusId, 'Nieuwe melding over acuut gevaar');
    // and Veilig Thuis still has the hours of what it found
    expect(await werk('visser', a.casusId)).toContainEqual(
      expect.objectContaining({ soort: 'spoed_24u', acuut: true }),
    );
    await kijk('emmen', a.casusId);
    expect(await open(a.casusId, 'spoed_24u')).toEqual([]);
  });

  it.each([
    ['overdragen', 1],
    ['einde_bemoeienis', 2],
  ])('in a casus of another is on its list at once, and still after %s', async (besluit, n) => {
    const a = await bijEmmen(n);
    const b = await tweede(n);
    await voegSamen(b.casusId, a.casusId);
    await kijk('emmen', a.casusId);
    t.klok.vooruit(UUR);
    const uit = await t.als('visser').put(`/beoordelingen/${b.beoordeling.id}`, {
      versie: (await lees(t, b.id)).versie,
      ...ACUUT,
    });
    expect(uit.statusCode, uit.body).toBe(200);
    await verwachtBlik(a.casusId, 'Acute onveiligheid gezien bij de beoordeling');
    await stelVast(t, b, {
      ...ACUUT,
      besluit,
      vervolgSoort: besluit === 'overdragen' ? 'lokaal_team' : null,
    });
    await verwachtBlik(a.casusId, 'Acute onveiligheid gezien bij de beoordeling');
    expect(await open(a.casusId, 'spoed_24u')).toHaveLength(1);
  });

  it('keeps Veilig Thuis looking too, also when it decides to hand over', async () => {
    const m = await tweede(3);
    await stelVast(t, m, { ...ACUUT, ...OVERDRAGEN });
    const [blik] = await open(m.casusId, 'zichtcontrole');
    expect(blik).toMatchObject({ eigenaar_organisatie_id: ORG.vt, acuut: true });
    expect(blik.vervalt_op.getTime() - t.klok.nu().getTime()).toBeLessThanOrEqual(24 * UUR);
    const [spoed] = await open(m.casusId, 'spoed_24u');
    // whoever did something says what
    t.klok.vooruit(UUR);
    const klaar = await t
      .als('visser')
      .post(`/termijnen/${spoed.id}/afronding`, { reden: 'De politie haalt hem nu op.' });
    expect(klaar.statusCode, klaar.body).toBe(200);
    expect(await open(m.casusId, 'zichtcontrole')).toMatchObject([{ id: blik.id, acuut: true }]);
  });

  it('begins again where the melder named it and someone looked since', async () => {
    const m = await tweede(4, { acuut: true, acuutToelichting: 'Nu.' });
    await kijk('visser', m.casusId);
    expect(await open(m.casusId, 'spoed_24u')).toEqual([]);
    t.klok.vooruit(UUR);
    await stelVast(t, m, ACUUT);
    expect(await open(m.casusId, 'spoed_24u')).toMatchObject([{ begint_op: t.klok.nu() }]);
  });

  it('taken back before it was put forward leaves a planned look that says so', async () => {
    const a = await bijEmmen(5);
    const b = await tweede(5);
    await voegSamen(b.casusId, a.casusId);
    for (const [i, acuut] of ['ja', 'nee'].entries()) {
      const uit = await t
        .als('visser')
        .put(`/beoordelingen/${b.beoordeling.id}`, { versie: b.beoordeling.versie + i, acuut });
      expect(uit.statusCode, uit.body).toBe(200);
    }
    expect(await open(a.casusId, 'spoed_24u')).toEqual([]);
    const [blik] = await open(a.casusId, 'zichtcontrole');
    expect(blik).toMatchObject({
      acuut: false,
      waarom: 'De beoordelaar ziet toch geen acuut gevaar: kijk of het veilig is',
    });
    expect(blik.vervalt_op.getTime() - t.klok.nu().getTime()).toBeLessThanOrEqual(24 * UUR);
  });
});

describe('a report that joins the casus of another', () => {
  it('is a reason to look, also when it is calm and decided; undone, the look is gone', async () => {
    const a = await bijEmmen(6);
    // a plan has begun and the check of a voorwaarde brings the holder back: its own safe look asks for no next one
    const plan = await t
      .als('emmen')
      .post(`/casussen/${a.casusId}/voorwaarden`, { tekst: 'Vader komt niet thuis.', voor: 'vader' });
    expect(plan.statusCode, plan.body).toBe(201);
    await kijk('emmen', a.casusId);
    expect(await open(a.casusId, 'zichtcontrole')).toEqual([]);
    const b = await tweede(6);
    await stelVast(t, b, OVERDRAGEN);
    t.klok.vooruit(60_000);
    const id = await voegSamen(b.casusId, a.casusId);
    expect(await open(a.casusId, 'zichtcontrole')).toMatchObject([
      { eigenaar_organisatie_id: ORG.emmen, acuut: false, waarom: 'Nieuwe melding over dit gezin' },
    ]);
    const terug = await t
      .als('bakker')
      .post(`/samenvoegingen/${id}/terugdraaiing`, { reden: 'Twee gezinnen.' });
    expect(terug.statusCode, terug.body).toBe(200);
    expect(await open(a.casusId, 'zichtcontrole')).toEqual([]);
    expect(await open(b.casusId, 'zichtcontrole')).toMatchObject([{ eigenaar_organisatie_id: ORG.vt }]);
  });

  it('is looked at no later than was planned where it came from', async () => {
    const a = await bijEmmen(7);
    const b = await tweede(7);
    await kijk('visser', b.casusId, 'zorgelijk');
    const [gepland] = await open(b.casusId, 'zichtcontrole');
    await voegSamen(b.casusId, a.casusId);
    const [blik] = await open(a.casusId, 'zichtcontrole');
    expect(blik).toMatchObject({ vervalt_op: gepland.vervalt_op, eigenaar_organisatie_id: ORG.emmen });
    expect(blik.eigenaar_medewerker_id).not.toBe(MENS.visser.id);
  });
});
