// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import {
  heleAfweging,
  lees,
  lopendeTermijnen,
  nieuweMelding,
  stelVast,
} from '../../../test/hulp/beoordeling.ts';
import type { WachtendeGezinnenAntwoord } from './controle.api.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const wacht = async (
  pad = '/wachtende-gezinnen?aantal=200',
  wie: 'teamleider' | 'emmenLeider' = 'teamleider',
) => {
  const uit = await t.als(wie).get(pad);
  expect(uit.statusCode, uit.body).toBe(200);
  return uit.json<WachtendeGezinnenAntwoord>();
};
const regel = async (casusId: string) => (await wacht()).items.find((w) => w.casusId === casusId);

describe('five working days', () => {
  it.each([
    // counted by hand: the day of receipt does not count, weekends and holidays of the Algemene termijnenwet art. 3 neither
    ['an ordinary week', '2026-11-23T09:00:00Z', '2026-11-30T23:00:00Z'], // Tue 24, Wed, Thu, Fri, Mon 30
    ['late in the evening it is still that day', '2026-11-23T22:30:00Z', '2026-11-30T23:00:00Z'], // 23:30 in Drenthe
    ['Christmas', '2026-12-23T09:00:00Z', '2026-12-31T23:00:00Z'], // Thu 24, (Fri 25, Sat 26) Mon 28, Tue, Wed, Thu 31
    ['Easter', '2027-03-24T09:00:00Z', '2027-04-02T22:00:00Z'], // Thu 25, (Good Friday, Easter Monday) Tue 30, Wed, Thu 1, Fri 2
    ['Koningsdag', '2027-04-22T09:00:00Z', '2027-04-30T22:00:00Z'], // Fri 23, Mon 26, (Tue 27) Wed 28, Thu, Fri 30
  ])('%s', async (_naam, ontvangen, vervalt) => {
    t.klok.zet(new Date(ontvangen));
    const m = await nieuweMelding(t);
    expect((await lopendeTermijnen(t, m.casusId)).get('beoordeling')?.vervalt_op).toEqual(new Date(vervalt));
  });
});

describe('too late', () => {
  it('is seen at the first moment, said once, and listed with who watches', async () => {
    t.klok.zet(new Date('2027-06-07T08:00:00Z'));
    const m = await nieuweMelding(t);
    await t.klokRonde();
    const eind = (await lopendeTermijnen(t, m.casusId)).get('beoordeling')?.vervalt_op as Date;
    t.klok.zet(new Date(eind.getTime() - 1));
    await t.klokRonde();
    expect(await regel(m.casusId)).toMatchObject({ teLaat: false, wachtOp: 'beoordeling' });
    t.klok.zet(eind);
    const nu = (await t.klokRonde()).filter((v) => v.casusId === m.casusId);
    expect(nu.map((v) => [v.soort, v.wat])).toContainEqual(['beoordeling', 'verstreken']);
    expect((await t.klokRonde()).filter((v) => v.casusId === m.casusId)).toEqual([]);
    expect(await regel(m.casusId)).toMatchObject({
      teLaat: true,
      termijnSoort: 'beoordeling',
      houderId: ORG.vt,
      houderNaam: 'Veilig Thuis Test',
      laatsteControleOp: null,
      aantalPersonen: 2,
      aantalKinderen: 1,
    });
    expect(
      (await wacht('/wachtende-gezinnen?aantal=200&alleenTeLaat=true')).items.every((w) => w.teLaat),
    ).toBe(true);
  });

  it('cannot be put off: the term of the beoordeling is not suspended and not extended', async () => {
    const m = await nieuweMelding(t);
    const id = (await lopendeTermijnen(t, m.casusId)).get('beoordeling')?.id;
    for (const [pad, extra] of [
      ['opschorting', { totOp: new Date(t.klok.nu().getTime() + 86_400_000).toISOString() }],
      ['verlenging', { aantal: 1, eenheid: 'dagen' }],
    ] as const) {
      const uit = await t.als('visser').post(`/termijnen/${id}/${pad}`, { reden: 'Druk', ...extra });
      expect(uit.statusCode, uit.body).toBe(400);
    }
    // nor waved away by hand
    expect((await t.als('visser').post(`/termijnen/${id}/afronding`, { reden: 'Klaar' })).statusCode).toBe(
      400,
    );
  });
});

describe('the check on a family that waits', () => {
  it('ends the running look, sets the next one by what was found, and ends the 24 hours when someone was reached', async () => {
    t.klok.zet(new Date('2027-06-21T08:00:00Z'));
    const m = await nieuweMelding(t, { acuut: true });
    const pad = `/casussen/${m.casusId}/veiligheidscontroles`;
    const niemand = await t
      .als('visser')
      .post(pad, { uitkomst: 'niet_bereikt', met: 'moeder', toelichting: 'Telefoon uit.' });
    expect(niemand.statusCode, niemand.body).toBe(201);
    // one day, to the end of it: Tuesday 22 June in Drenthe
    expect(niemand.json()).toMatchObject({ volgendeOp: '2027-06-22T22:00:00.000Z' });
    expect((await lopendeTermijnen(t, m.casusId)).has('spoed_24u')).toBe(true);
    t.klok.vooruit(3_600_000);
    const gezien = await t
      .als('visser')
      .post(pad, { uitkomst: 'veilig', met: 'moeder en school', toelichting: 'Slapen bij oma.' });
    // a week: Monday 28 June
    expect(gezien.json()).toMatchObject({ volgendeOp: '2027-06-28T22:00:00.000Z' });
    const open = await lopendeTermijnen(t, m.casusId);
    expect(open.has('spoed_24u')).toBe(false);
    expect(open.has('zichtcontrole')).toBe(true);
    expect(await regel(m.casusId)).toMatchObject({
      laatsteControleUitkomst: 'veilig',
      laatsteControleMet: 'moeder en school',
    });
    const lijst = await t.als('visser').get(`${pad}?aantal=1`);
    expect(lijst.json()).toMatchObject({ totaal: 2, items: [{ uitkomst: 'veilig', door: 'J. Visser' }] });
  });

  it('may be asked sooner, never later than a week, and not in the future', async () => {
    const m = await nieuweMelding(t);
    const pad = `/casussen/${m.casusId}/veiligheidscontroles`;
    const basis = { uitkomst: 'veilig', met: 'vader', toelichting: 'Rustig.' };
    expect((await t.als('visser').post(pad, { ...basis, volgendeOverDagen: 8 })).statusCode).toBe(400);
    const straks = new Date(t.klok.nu().getTime() + 60_000).toISOString();
    expect((await t.als('visser').post(pad, { ...basis, gezienOp: straks })).statusCode).toBe(400);
    expect((await t.als('visser').post(pad, { ...basis, volgendeOverDagen: 3 })).statusCode).toBe(201);
  });
});

describe('the list of families that wait', () => {
  it('says on what each waits, and drops a family as soon as something has begun', async () => {
    t.klok.zet(new Date('2027-07-05T08:00:00Z'));
    const m = await nieuweMelding(t);
    await t
      .als('visser')
      .put(`/beoordelingen/${m.beoordeling.id}`, heleAfweging(await lees(t, m.id), { besluit: 'onderzoek' }));
    expect(await regel(m.casusId)).toMatchObject({ wachtOp: 'beoordeling' });
    await t.als('visser').post(`/beoordelingen/${m.beoordeling.id}/voorlegging`, { versie: 2 });
    expect(await regel(m.casusId)).toMatchObject({
      wachtOp: 'tweede_paar_ogen',
      beoordelingId: m.beoordeling.id,
    });
    await t.als('bakker').post(`/beoordelingen/${m.beoordeling.id}/vaststelling`, { versie: 3 });
    expect(await regel(m.casusId)).toMatchObject({ wachtOp: 'start_onderzoek' });
    const start = (await lopendeTermijnen(t, m.casusId)).get('start_onderzoek')?.id;
    const klaar = await t
      .als('visser')
      .post(`/termijnen/${start}/afronding`, { reden: 'Eerste gesprek gevoerd' });
    expect(klaar.json(), klaar.body).toMatchObject({
      afgerondHoe: 'Eerste gesprek gevoerd',
      magAfronden: false,
    });
    expect(await regel(m.casusId)).toBeUndefined();
    // until nobody looked for a week: then it is back
    t.klok.vooruit(9 * 86_400_000);
    expect(await regel(m.casusId)).toMatchObject({
      wachtOp: 'controle',
      teLaat: true,
      termijnSoort: 'zichtcontrole',
    });
  });

  it('keeps a family in view between the decision to hand over and the acceptance', async () => {
    const m = await nieuweMelding(t);
    await stelVast(t, m, { besluit: 'overdragen', vervolgSoort: 'lokaal_team' });
    expect(await regel(m.casusId)).toMatchObject({ wachtOp: 'vervolg', houderId: ORG.vt });
  });

  it('puts acute first, then whose term ends first, a page at a time', async () => {
    const { items, totaal, acuut, nooitGezien } = await wacht();
    expect(items.length).toBe(totaal);
    expect(items.filter((w) => w.acuut).length).toBe(acuut);
    expect(items.filter((w) => w.laatsteControleOp === null).length).toBe(nooitGezien);
    const sleutel = (w: (typeof items)[number]) => `${w.acuut ? 0 : 1} ${w.termijnVervaltOp ?? 'z'}`;
    expect(items.map(sleutel)).toEqual(items.map(sleutel).sort());
    const twee = await wacht('/wachtende-gezinnen?aantal=2&pagina=2');
    expect(twee).toMatchObject({ totaal, pagina: 2 });
    expect(twee.items.map((w) => w.casusId)).toEqual(items.slice(2, 4).map((w) => w.casusId));
    expect((await t.als('teamleider').get('/wachtende-gezinnen?aantal=201')).statusCode).toBe(400);
  });

  it('shows a lokaal team only what it holds itself', async () => {
    expect((await wacht('/wachtende-gezinnen', 'emmenLeider')).items).toEqual([]);
  });
});

describe('changes of a term', () => {
  it('need a reason, keep to the clause, and belong to the owner', async () => {
    const m = await nieuweMelding(t);
    await stelVast(t, m);
    const open = await lopendeTermijnen(t, m.casusId);
    const overDagen = (n: number) => new Date(t.klok.nu().getTime() + n * 86_400_000).toISOString();
    const [venv, informeren] = [open.get('voorwaarden_en_vervolg'), open.get('informeren_betrokkenen')];
    expect((await t.als('visser').post(`/termijnen/${venv?.id}/opschorting`, {})).statusCode).toBe(400);
    expect(
      (await t.als('emmen').post(`/termijnen/${venv?.id}/opschorting`, { reden: 'x', totOp: overDagen(7) }))
        .statusCode,
    ).toBe(404);
    const stil = await t
      .als('visser')
      .post(`/termijnen/${venv?.id}/opschorting`, { reden: 'Gezin is met vakantie', totOp: overDagen(14) });
    expect(stil.json(), stil.body).toMatchObject({ vervaltOp: null, magOpschorten: false });
    t.klok.vooruit(5 * 86_400_000);
    const weer = await t.als('visser').post(`/termijnen/${venv?.id}/hervatting`, { reden: 'Terug' });
    const oud = venv?.vervalt_op as Date;
    // five days stood still, so it ends five days later (no holiday or weekend at the new end moves it back)
    expect(new Date(weer.json<{ vervaltOp: string }>().vervaltOp).getTime()).toBeGreaterThanOrEqual(
      oud.getTime() + 5 * 86_400_000,
    );

    // Wmo 2015 art. 5.3.1 lid 2: two weeks at a time
    const langer = (aantal: number) =>
      t.als('visser').post(`/termijnen/${informeren?.id}/verlenging`, {
        aantal,
        eenheid: 'weken',
        reden: 'Onveilig om nu te vertellen',
      });
    expect((await langer(3)).statusCode).toBe(400);
    const twee = await langer(2);
    expect(twee.statusCode, twee.body).toBe(200);
    expect(new Date(twee.json<{ vervaltOp: string }>().vervaltOp) > (informeren?.vervalt_op as Date)).toBe(
      true,
    );
    // by so much each time: the next is decided when it asks attention again
    const meteen = await langer(2);
    expect(meteen.statusCode, meteen.body).toBe(400);
    expect(meteen.json<{ detail: string }>().detail).toMatch(/^Deze termijn is al verlengd\. Kijk vanaf /);
    const { rows } = await t.database.beheer.query(
      'select soort, reden from termijn_wijziging where termijn_id in ($1, $2) order by op, id',
      [venv?.id, informeren?.id],
    );
    expect(rows.map((r) => r.soort)).toEqual(['opgeschort', 'hervat', 'verlengd']);
    t.klok.zet(new Date(twee.json<{ waarschuwtOp: string }>().waarschuwtOp));
    expect((await langer(1)).statusCode).toBe(200);
  });

  it('a term of law that ended is not extended: that it passed stays', async () => {
    const m = await nieuweMelding(t);
    const { id, vervalt_op } = (await lopendeTermijnen(t, m.casusId)).get('informeren_betrokkenen') ?? {};
    const stand = async () =>
      (await t.database.beheer.query('select vervalt_op, verstreken_op from termijn where id = $1', [id]))
        .rows[0];
    t.klok.zet(vervalt_op as Date);
    await t.klokRonde();
    const voor = await stand();
    expect(voor.verstreken_op).toEqual(vervalt_op);
    const uit = await t.als('visser').post(`/termijnen/${id}/verlenging`, {
      aantal: 2,
      eenheid: 'weken',
      reden: 'Onveilig om nu te vertellen',
    });
    expect(uit.statusCode, uit.body).toBe(400);
    expect(uit.json<{ detail: string }>().detail).toMatch(/^Deze termijn is al verstreken/);
    expect(await stand()).toEqual(voor);
    // what it asks is done all the same, and why it was late is written down
    const klaar = await t
      .als('visser')
      .post(`/termijnen/${id}/afronding`, { reden: 'Later: eerst moest moeder veilig zijn.' });
    expect(klaar.statusCode, klaar.body).toBe(200);
  });
});

describe('a term that stands still', () => {
  const overDagen = (n: number) => new Date(t.klok.nu().getTime() + n * 86_400_000).toISOString();
  async function stil(dagen: number) {
    const m = await nieuweMelding(t);
    await stelVast(t, m);
    const was = (await lopendeTermijnen(t, m.casusId)).get('voorwaarden_en_vervolg');
    const uit = await t.als('visser').post(`/termijnen/${was?.id}/opschorting`, {
      reden: 'Gezin is met vakantie',
      totOp: overDagen(dagen),
    });
    return { m, was, uit };
  }

  it('runs again by itself at the end that was said, counted from there, however late the clock looks', async () => {
    const tot = overDagen(7);
    const { m, was, uit } = await stil(7);
    expect(uit.statusCode, uit.body).toBe(200);
    expect(uit.json()).toMatchObject({ magHervatten: true, opgeschortTot: tot });
    t.klok.vooruit(6 * 86_400_000);
    await t.klokRonde();
    expect((await lopendeTermijnen(t, m.casusId)).get('voorwaarden_en_vervolg')?.vervalt_op).toBeNull();
    // the jobs were down for three days: those days are not given away
    t.klok.vooruit(4 * 86_400_000);
    await t.klokRonde();
    const nu = (await lopendeTermijnen(t, m.casusId)).get('voorwaarden_en_vervolg')?.vervalt_op;
    expect(nu && was?.vervalt_op && nu > was.vervalt_op).toBe(true);
    const { rows } = await t.database.beheer.query(
      "select medewerker_id, op from termijn_wijziging where termijn_id = $1 and soort = 'hervat'",
      [was?.id],
    );
    expect(rows).toEqual([{ medewerker_id: null, op: new Date(tot) }]);
    // once
    await t.klokRonde();
    expect((await lopendeTermijnen(t, m.casusId)).get('voorwaarden_en_vervolg')?.vervalt_op).toEqual(nu);
  });

  it('does so for six weeks at most, and not until a day that was', async () => {
    for (const dagen of [60, 0, -3]) {
      const { uit } = await stil(dagen);
      expect(uit.statusCode, String(dagen)).toBe(400);
      expect(uit.json().fouten[0].veld).toBe('totOp');
    }
    expect((await stil(42)).uit.statusCode).toBe(200);
  });
});
