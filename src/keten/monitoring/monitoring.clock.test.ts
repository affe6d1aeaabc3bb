// SPDX-License-Identifier: EUPL-1.2
// Monitoring as time passes. One clock, which only goes forward: the tests are in the order of the calendar.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENS, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import {
  momenten,
  overgedragen,
  sluit,
  stopMonitoren,
  voorbereiding,
} from '../../../test/hulp/monitoring.ts';
import { biedAan } from '../../../test/hulp/overdracht.ts';
import { heropenCasus } from '../../kern/casus/casus.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import type { MonitorlijstAntwoord } from './monitoring.api.ts';

const DAG = 86_400_000;
let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis(new Date('2026-11-23T08:00:00Z'));
});
afterAll(() => t.weg());

const open = async (casusId: string) =>
  (await momenten(t, casusId)).filter((m) => !m.uitgevoerdOp && !m.vervallenOp);
const geplandVan = async (casusId: string) => (await open(casusId)).map((m) => m.geplandDatum);

describe('the grid in the calendar', () => {
  it('shows what this organisation monitors, overdue first, and counts what it shows', async () => {
    const { casusId } = await overgedragen(t);
    await t
      .als('visser')
      .post(`/casussen/${casusId}/monitormomenten`, { geplandDatum: '2026-11-25', reden: 'Snel nog eens.' });
    t.klok.zet(new Date('2026-11-26T09:00:00Z'));
    const lees = async (q = '') =>
      (await t.als('visser').get(`/monitormomenten?${q}`)).json<MonitorlijstAntwoord>();
    const alles = await lees('aantal=200');
    expect(alles.items[0]).toMatchObject({ teLaat: true });
    expect(alles.items.filter((m) => m.teLaat)).toHaveLength(alles.teLaat);
    expect(alles.items).toHaveLength(alles.totaal);
    expect(alles.totaal).toBe(alles.open);
    const nu = await lees('toon=nu&aantal=200');
    expect(nu.items).toHaveLength(nu.totaal);
    expect(nu.items.every((m) => m.teLaat || (m.waarschuwtOp ?? '') <= '2026-11-26T09:00:00.000Z')).toBe(
      true,
    );
    const een = await lees('aantal=1&pagina=2');
    expect(een.items.map((m) => m.id)).toEqual([alles.items[1]?.id]);
    const gedaan = await lees('toon=gedaan&aantal=200');
    expect(gedaan.items).toHaveLength(gedaan.totaal);
    expect(gedaan.items.every((m) => m.uitgevoerdOp !== null)).toBe(true);
    // Emmen holds zicht but does not monitor
    expect((await t.als('emmen').get('/monitormomenten')).json<MonitorlijstAntwoord>().totaal).toBe(0);
  });

  it('counts from the end of a month to the end of a shorter one, and never ends on a day off', async () => {
    t.klok.zet(new Date('2026-11-30T10:00:00Z'));
    // 30 November and three months is 28 February 2027, a Sunday; a year is Tuesday 30 November 2027; 18 months is 30 May 2028, a Tuesday
    expect(await geplandVan((await overgedragen(t)).casusId)).toEqual([
      '2027-03-01',
      '2027-11-30',
      '2028-05-30',
    ]);
    t.klok.zet(new Date('2026-12-31T10:00:00Z'));
    // three months: 31 March 2027 (Wednesday); a year: Friday 31 December 2027; 18 months: 30 June 2028 (Friday)
    expect(await geplandVan((await overgedragen(t)).casusId)).toEqual([
      '2027-03-31',
      '2027-12-31',
      '2028-06-30',
    ]);
    // just before midnight in the Netherlands (23:30 is 22:30 UTC) is still the old day: 26 January and three months is Monday
    // 26 April 2027; the year ends on Wednesday 26 January 2028, the 18 months on Wednesday 26 July 2028
    t.klok.zet(new Date('2027-01-26T22:30:00Z'));
    expect(await geplandVan((await overgedragen(t)).casusId)).toEqual([
      '2027-04-26',
      '2028-01-26',
      '2028-07-26',
    ]);
    // half an hour later it is the 27th: three months ends on Koningsdag, Tuesday 27 April 2027, so on the 28th
    t.klok.zet(new Date('2027-01-26T23:00:00Z'));
    expect((await geplandVan((await overgedragen(t)).casusId))[0]).toBe('2027-04-28');
  });

  it('asks attention a week before, and is overdue the moment its last day is over', async () => {
    t.klok.zet(new Date('2027-02-01T09:00:00Z'));
    const { casusId } = await overgedragen(t);
    const m = (await open(casusId))[0];
    // 1 May 2027 is a Saturday: Monday 3 May is the last day; it ends at 24:00 summer time
    expect(m).toMatchObject({
      geplandDatum: '2027-05-03',
      vervaltOp: '2027-05-03T22:00:00.000Z',
      teLaat: false,
    });
    const inLijst = async (toon: string) =>
      (await t.als('visser').get(`/monitormomenten?toon=${toon}&aantal=200`))
        .json<MonitorlijstAntwoord>()
        .items.find((x) => x.id === m?.id);
    t.klok.zet(new Date('2027-04-25T21:59:59.999Z'));
    expect(await inLijst('nu')).toBeUndefined();
    t.klok.zet(new Date('2027-04-25T22:00:00Z'));
    expect(await inLijst('nu')).toMatchObject({ teLaat: false });
    t.klok.zet(new Date('2027-05-03T21:59:59.999Z'));
    expect((await open(casusId))[0]?.teLaat).toBe(false);
    t.klok.zet(new Date('2027-05-03T22:00:00Z'));
    expect((await open(casusId))[0]?.teLaat).toBe(true);
    expect(await inLijst('nu')).toMatchObject({ teLaat: true });
    await t.klokRonde();
    const { rows } = await t.database.beheer.query(
      "select soort from handeling where casus_id = $1 and soort in ('termijn.waarschuwing', 'termijn.verstreken') and onderwerp_id = $2 order by 1",
      [casusId, m?.id],
    );
    expect(rows.map((r) => r.soort)).toEqual(['termijn.verstreken', 'termijn.waarschuwing']);
  });

  it('a second handover does not begin the time again', async () => {
    const { casusId } = await overgedragen(t);
    const voor = await momenten(t, casusId);
    t.klok.vooruit(30 * DAG);
    const id = await biedAan(t, casusId, { naarOrganisatieId: ORG.assen, grondslag: 'wmo_5_1_1' }, 'emmen');
    expect(
      (await t.als('assen').post(`/overdrachten/${id}/aanvaarding`, { regisseurId: MENS.assen.id }))
        .statusCode,
    ).toBe(200);
    const na = await momenten(t, casusId);
    expect(na.map((m) => [m.id, m.geplandDatum, m.organisatieId])).toEqual(
      voor.map((m) => [m.id, m.geplandDatum, ORG.vt]),
    );
  });
});

describe('closing and opening again', () => {
  it('asks a last figure of everyone, also one that comes with it, and keeps why someone gave none', async () => {
    const { casusId } = await overgedragen(t);
    await stopMonitoren(t, casusId);
    const v = await voorbereiding(t, casusId, 'emmen');
    expect(v.personen).toHaveLength(2);
    expect(v.personen.every((p) => !p.heeftCijfer)).toBe(true);
    const niets = await sluit(t, casusId, 'emmen', { zonderCijfer: [] });
    expect(niets.statusCode).toBe(400);
    expect(niets.json<{ fouten: { veld: string }[] }>().fouten.map((f) => f.veld)).toEqual(
      v.personen.map((p) => `zonderCijfer.${p.persoonId}`),
    );
    // a figure in between is no last figure; one at closing of 31 days ago is too old
    const cijfer = (bij: string) =>
      t.als('emmen').post(`/casussen/${casusId}/veiligheidscijfers`, {
        persoonId: v.personen[0]?.persoonId,
        scorerSoort: 'zelf',
        scorer: 'Bram',
        cijfer: 8,
        waarom: 'Rustig.',
        bij,
      });
    expect((await cijfer('tussentijds')).statusCode).toBe(201);
    expect((await voorbereiding(t, casusId, 'emmen')).personen[0]?.heeftCijfer).toBe(false);
    expect((await cijfer('afsluiting')).statusCode).toBe(201);
    expect((await voorbereiding(t, casusId, 'emmen')).personen[0]).toMatchObject({
      heeftCijfer: true,
      laatsteCijfer: 8,
    });
    t.klok.vooruit(30 * DAG);
    expect((await voorbereiding(t, casusId, 'emmen')).personen[0]?.heeftCijfer).toBe(true);
    t.klok.vooruit(DAG);
    expect((await voorbereiding(t, casusId, 'emmen')).personen[0]?.heeftCijfer).toBe(false);
    const uit = await sluit(t, casusId, 'emmen', {
      cijfers: [
        {
          persoonId: v.personen[0]?.persoonId,
          scorerSoort: 'zelf',
          scorer: 'Bram',
          cijfer: 9,
          waarom: 'Het is fijn thuis.',
        },
      ],
      zonderCijfer: [{ persoonId: v.personen[1]?.persoonId, reden: 'Wilde niet.' }],
    });
    expect(uit.statusCode, uit.body).toBe(201);
    const { rows } = await t.database.beheer.query(
      'select zonder_cijfer, ondanks from afsluiting where casus_id = $1',
      [casusId],
    );
    expect(rows).toEqual([
      { zonder_cijfer: [{ persoonId: v.personen[1]?.persoonId, reden: 'Wilde niet.' }], ondanks: null },
    ]);
  });

  it('opened again with another holder than Veilig Thuis is monitored anew, from that day', async () => {
    const { casusId } = await overgedragen(t);
    await stopMonitoren(t, casusId);
    expect((await sluit(t, casusId, 'emmen')).statusCode).toBe(201);
    t.klok.zet(new Date('2027-11-01T09:00:00Z'));
    await t.huis.deuren.act(
      { wie: { ...t.wie('emmen'), functie: 'systeem' }, doel: 'zicht_houden' },
      'casus.heropenen',
      { soort: 'casus', casusId },
      async (tx) => {
        await heropenCasus(tx, casusId, ORG.emmen, 'nieuwe melding');
        await laatWeten(tx, 'casus.heropend', { casusId, houderId: ORG.emmen, meldingId: null });
      },
    );
    expect((await open(casusId)).map((m) => [m.soort, m.geplandDatum])).toEqual([
      // 1 February 2028 is a Tuesday, 1 November 2028 a Wednesday, 1 May 2029 a Tuesday
      ['monitor_3_maanden', '2028-02-01'],
      ['monitor_1_jaar', '2028-11-01'],
      ['monitor_anderhalf_jaar', '2029-05-01'],
    ]);
  });
});
