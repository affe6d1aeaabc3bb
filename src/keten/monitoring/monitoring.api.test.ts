// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENS, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { lopendeTermijnen, nieuweMelding } from '../../../test/hulp/beoordeling.ts';
import {
  antwoordVoorbeeld,
  momenten,
  overgedragen,
  sluit,
  stopMonitoren,
  voorbereiding,
  vraagNu,
} from '../../../test/hulp/monitoring.ts';
import { aanvaard, biedAan, gezin, houders, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';
import { zetTermijn } from '../../kern/termijn/termijn.store.ts';
import type { MonitormomentDetailAntwoord, MonitorUitgevoerdAntwoord } from './monitoring.api.ts';
import { MONITORGRID } from './monitoring.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const open = async (casusId: string) =>
  (await momenten(t, casusId)).filter((m) => !m.uitgevoerdOp && !m.vervallenOp);
const eerste = async (casusId: string) => {
  const m = (await open(casusId))[0];
  if (!m) throw new Error('no moment');
  return m;
};
/** The first moment, when its day has come. */
const nu = async (casusId: string) => {
  const m = await eerste(casusId);
  await vraagNu(t, m.id);
  return m;
};
const antwoord = (id: string, anders: Record<string, unknown> = {}, wie: 'visser' | 'emmen' = 'visser') =>
  t.als(wie).post(`/monitormomenten/${id}/uitvoering`, antwoordVoorbeeld(anders));

describe('planning', () => {
  it('happens at the acceptance: three moments, owned by Veilig Thuis, each with its term', async () => {
    const { casusId } = await overgedragen(t);
    const m = await momenten(t, casusId);
    // accepted on Monday 23 November 2026: 23 February 2027 is a Tuesday, 23 November 2027 a Tuesday, 23 May 2028 a Tuesday
    expect(m.map((x) => [x.soort, x.geplandDatum])).toEqual([
      ['monitor_3_maanden', '2027-02-23'],
      ['monitor_1_jaar', '2027-11-23'],
      ['monitor_anderhalf_jaar', '2028-05-23'],
    ]);
    expect(m.every((x) => x.organisatieId === ORG.vt && x.bron === 'bron onbekend, standaardwaarde')).toBe(
      true,
    );
    const termijnen = await lopendeTermijnen(t, casusId);
    expect(termijnen.get('monitor_1_jaar')?.eigenaar_organisatie_id).toBe(ORG.vt);
  });

  it('can add one for this family, on a day ahead and with a reason', async () => {
    const { casusId } = await overgedragen(t);
    const plan = (body: unknown) => t.als('visser').post(`/casussen/${casusId}/monitormomenten`, body);
    const uit = await plan({ geplandDatum: '2026-12-19', reden: 'De vader komt vrij.' });
    expect(uit.statusCode, uit.body).toBe(201);
    // a Saturday: the term ends on the Monday after
    expect(uit.json()).toMatchObject({
      soort: 'monitor_extra',
      geplandDatum: '2026-12-21',
      reden: 'De vader komt vrij.',
      eigenaarNaam: MENS.visser.naam,
    });
    expect(uit.headers.location).toBe(`/api/v1/monitormomenten/${uit.json<{ id: string }>().id}`);
    for (const geplandDatum of ['2026-11-23', '2026-11-22', '2029-01-01']) {
      expect((await plan({ geplandDatum, reden: 'Te vroeg of te laat.' })).statusCode, geplandDatum).toBe(
        400,
      );
    }
    expect((await plan({ geplandDatum: '2026-12-18' })).statusCode).toBe(400);
  });
});

describe('a second handover', () => {
  const naar = async (casusId: string, van: 'emmen' | 'visser', wie: 'visser' | 'assen') => {
    t.klok.vooruit(60_000);
    const aanbod = await biedAan(
      t,
      casusId,
      {
        naarOrganisatieId: MENS[wie].organisatie,
        ...(van === 'visser'
          ? {}
          : {
              grondslag: 'wmo_5_2_6',
              delen: ['personen', 'uitspraken'].map((deel) => ({ deel, grond: 'Nodig.' })),
            }),
      },
      van,
    );
    expect((await aanvaard(t, aanbod, wie)).statusCode).toBe(200);
  };

  it('does not begin the time again while a moment is planned, and does where none is', async () => {
    const { casusId } = await overgedragen(t);
    await antwoord((await nu(casusId)).id);
    const rest = await open(casusId);
    expect(rest).toHaveLength(2);
    await naar(casusId, 'emmen', 'visser');
    await naar(casusId, 'visser', 'assen');
    expect((await open(casusId)).map((m) => m.id)).toEqual(rest.map((m) => m.id));
    for (let i = 0; i < 2; i++) await antwoord((await nu(casusId)).id);
    expect(await open(casusId)).toEqual([]);

    const b = await overgedragen(t);
    for (let i = 0; i < 3; i++) await antwoord((await nu(b.casusId)).id);
    expect(await open(b.casusId)).toEqual([]);
    await naar(b.casusId, 'emmen', 'visser');
    expect(await open(b.casusId)).toEqual([]);
    await naar(b.casusId, 'visser', 'assen');
    expect((await open(b.casusId)).map((m) => m.soort)).toEqual([...MONITORGRID]);
    expect((await momenten(t, b.casusId)).filter((m) => m.uitgevoerdOp)).toHaveLength(3);
  });
});

describe('how is it now?', () => {
  it('safe: ends the moment and its term, keeps the figures apart, and asks nothing of the holder', async () => {
    const { casusId } = await overgedragen(t);
    const m = await nu(casusId);
    const detail = (
      await t.als('visser').get(`/monitormomenten/${m.id}`)
    ).json<MonitormomentDetailAntwoord>();
    expect(detail).toMatchObject({
      magUitvoeren: true,
      casus: { houderNaam: 'Lokaal team Emmen', regisseurNaam: MENS.emmen.naam },
    });
    const kind = detail.personen[0];
    const uit = await antwoord(m.id, {
      cijfers: [
        {
          persoonId: kind?.persoonId,
          scorerSoort: 'zelf',
          scorer: 'Bram',
          cijfer: 8,
          waarom: 'Papa schreeuwt niet meer.',
        },
        {
          persoonId: kind?.persoonId,
          scorerSoort: 'professional',
          scorer: 'Veilig Thuis',
          cijfer: 6,
          waarom: 'Het is nog pril.',
        },
      ],
    });
    expect(uit.statusCode, uit.body).toBe(201);
    expect(uit.json<MonitorUitgevoerdAntwoord>()).toEqual({ houderKijktVoorOp: null, opnieuwId: null });
    const na = (await momenten(t, casusId)).find((x) => x.id === m.id);
    expect(na).toMatchObject({
      uitkomst: 'veilig',
      gesprokenMet: 'moeder en de regisseur',
      door: MENS.visser.naam,
      teLaat: false,
    });
    expect((await lopendeTermijnen(t, casusId)).has(m.soort)).toBe(false);
    const { rows } = await t.database.beheer.query(
      'select cijfer, bij from veiligheidscijfer where casus_id = $1 order by cijfer',
      [casusId],
    );
    expect(rows).toEqual([
      { cijfer: 6, bij: 'monitoring' },
      { cijfer: 8, bij: 'monitoring' },
    ]);
    // a figure that was given later does not belong to this moment
    expect(
      (
        await t.als('emmen').post(`/casussen/${casusId}/veiligheidscijfers`, {
          persoonId: kind?.persoonId,
          scorerSoort: 'zelf',
          scorer: 'zelf',
          cijfer: 3,
          waarom: 'Een andere dag.',
          bij: 'monitoring',
        })
      ).statusCode,
    ).toBe(201);
    const daarna = (
      await t.als('visser').get(`/monitormomenten/${m.id}`)
    ).json<MonitormomentDetailAntwoord>();
    expect(daarna.cijfers.map((c) => [c.persoonId, c.scorer, c.cijfer, c.waarom])).toEqual(
      expect.arrayContaining([[kind?.persoonId, 'Veilig Thuis', 6, 'Het is nog pril.']]),
    );
    expect(daarna.cijfers.map((c) => c.cijfer).sort()).toEqual([6, 8]);
  });

  it.each(['onveilig', 'deels_veilig'])(
    '%s: whoever holds zicht looks within one werkdag',
    async (uitkomst) => {
      const { casusId } = await overgedragen(t);
      const uit = await antwoord((await nu(casusId)).id, { uitkomst });
      // Monday: the next working day is Tuesday, until its end
      expect(uit.json<MonitorUitgevoerdAntwoord>().houderKijktVoorOp).toBe('2026-11-24T23:00:00.000Z');
      const kijk = (await lopendeTermijnen(t, casusId)).get('zichtcontrole');
      expect(kijk).toMatchObject({
        eigenaar_organisatie_id: ORG.emmen,
        eigenaar_medewerker_id: MENS.emmen.id,
      });
      expect(kijk?.vervalt_op?.toISOString()).toBe('2026-11-24T23:00:00.000Z');
      const werk = (await t.als('emmen').get('/werk')).json<{
        regels: { casusId: string; soort: string; waarom: string }[];
      }>().regels;
      expect(
        werk.filter((r) => r.casusId === casusId && r.soort === 'zichtcontrole').map((r) => r.waarom),
      ).toEqual([
        uitkomst === 'onveilig' ? 'Monitoring: het is niet veilig' : 'Monitoring: het is maar deels veilig',
      ]);
    },
  );

  it('does not postpone a look that was due sooner', async () => {
    const { casusId } = await overgedragen(t);
    const { rows } = await t.database.beheer.query(
      "update termijn set vervalt_op = '2026-11-23T20:00:00Z' where casus_id = $1 and soort = 'zichtcontrole' and afgerond_op is null returning id",
      [casusId],
    );
    expect(rows).toHaveLength(1);
    const uit = await antwoord((await nu(casusId)).id, { uitkomst: 'onveilig' });
    expect(uit.json<MonitorUitgevoerdAntwoord>().houderKijktVoorOp).toBe('2026-11-23T20:00:00.000Z');
    expect((await lopendeTermijnen(t, casusId)).get('zichtcontrole')?.id).toBe(rows[0].id);
  });

  it('nobody reached: asked again in a week, and the second time the holder looks', async () => {
    const { casusId } = await overgedragen(t);
    const een = (
      await antwoord((await nu(casusId)).id, { uitkomst: 'niet_bereikt' })
    ).json<MonitorUitgevoerdAntwoord>();
    expect(een.houderKijktVoorOp).toBeNull();
    const weer = (await open(casusId)).find((m) => m.id === een.opnieuwId);
    expect(weer).toMatchObject({ soort: 'monitor_extra', geplandDatum: '2026-11-30' });
    const twee = (
      await antwoord(een.opnieuwId ?? '', { uitkomst: 'niet_bereikt' })
    ).json<MonitorUitgevoerdAntwoord>();
    expect(twee.houderKijktVoorOp).not.toBeNull();
    expect(twee.opnieuwId).not.toBeNull();
  });

  it('is not asked before its day: three answers of one day say nothing about a year and a half', async () => {
    const { casusId } = await overgedragen(t);
    for (const m of await open(casusId)) {
      const uit = await antwoord(m.id);
      expect(uit.statusCode, m.soort).toBe(409);
      expect(uit.json()).toMatchObject({ type: '/problemen/te-vroeg' });
    }
    const m = await eerste(casusId);
    const lees = async () =>
      (await t.als('visser').get(`/monitormomenten/${m.id}`)).json<MonitormomentDetailAntwoord>();
    expect(await lees()).toMatchObject({ magUitvoeren: false, kanVanafOp: m.waarschuwtOp });
    expect((await antwoord(m.id)).json<{ detail: string }>().detail).toContain(
      'kan vanaf dinsdag 16 februari 2027',
    );
    // who finds it right to ask sooner plans that, and asks the same day
    const extra = await t.als('visser').post(`/casussen/${casusId}/monitormomenten`, {
      geplandDatum: '2026-12-18',
      reden: 'Vader komt vrij.',
    });
    expect((await antwoord(extra.json<{ id: string }>().id)).statusCode).toBe(201);
    await vraagNu(t, m.id);
    expect(await lees()).toMatchObject({ magUitvoeren: true, kanVanafOp: null });
    expect((await antwoord(m.id)).statusCode).toBe(201);
  });

  it('is answered once, by whoever monitors', async () => {
    const { casusId } = await overgedragen(t);
    const m = await nu(casusId);
    const emmen = await antwoord(m.id, {}, 'emmen');
    expect(emmen.statusCode).toBe(403);
    const samen = await Promise.all([antwoord(m.id), antwoord(m.id, { uitkomst: 'onveilig' })]);
    expect(samen.map((r) => r.statusCode).sort()).toEqual([201, 409]);
    const { rows } = await t.database.beheer.query(
      "select count(*)::int as n from handeling where casus_id = $1 and soort = 'monitoring.vastleggen'",
      [casusId],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('keeps nothing when a figure is about someone else, or said to be of a baby; each row is told', async () => {
    const [ouder = {}] = gezin();
    const { casusId } = await overgedragen(t, {
      personen: [ouder, { ...ouder, rol: 'kind', voornamen: 'Fenna', geboortejaar: 2026, geboortemaand: 3 }],
    });
    const m = await nu(casusId);
    const { personen } = (await t.als('visser').get(`/casussen/${casusId}`)).json<{
      personen: { persoonId: string; leeftijd: number | null }[];
    }>();
    const baby = personen.find((p) => p.leeftijd === 0)?.persoonId;
    const over = (persoonId: string | undefined) => ({
      persoonId,
      scorerSoort: 'zelf',
      scorer: 'x',
      cijfer: 5,
      waarom: 'x',
    });
    const uit = await antwoord(m.id, {
      cijfers: [over(personen.find((p) => p.leeftijd !== 0)?.persoonId), over(MENS.visser.id), over(baby)],
    });
    expect(uit.statusCode, uit.body).toBe(400);
    expect(uit.json<{ fouten: { veld: string }[] }>().fouten.map((f) => f.veld)).toEqual([
      'cijfers.1.persoonId',
      'cijfers.2.scorerSoort',
    ]);
    expect((await momenten(t, casusId)).find((x) => x.id === m.id)?.uitgevoerdOp).toBeNull();
  });
});

describe('closing', () => {
  it('ends zicht, the moments and the work, but not what is still owed to people', async () => {
    const { casusId } = await overgedragen(t);
    await stopMonitoren(t, casusId);
    const eigen = await t.als('emmen').post(`/casussen/${casusId}/monitormomenten`, {
      geplandDatum: '2026-12-18',
      reden: 'Vader komt vrij.',
    });
    expect(eigen.statusCode, eigen.body).toBe(201);
    const uit = await sluit(t, casusId, 'emmen');
    expect(uit.statusCode, uit.body).toBe(201);
    expect(await houders(t, casusId)).toEqual([]);
    // what the holder itself had planned lapses with its closing
    expect((await momenten(t, casusId)).find((m) => m.soort === 'monitor_extra')?.vervallenReden).toBe(
      'casus gesloten: veilig',
    );
    const over = [...(await lopendeTermijnen(t, casusId)).keys()].sort();
    expect(over).toEqual(['informeren_betrokkenen', 'terugkoppeling_melder']);
    expect((await t.als('visser').get(`/casussen/${casusId}`)).json()).toMatchObject({
      status: 'gesloten',
      sluitreden: 'veilig',
      zicht: null,
    });
    // nobody holds it any more: there is nothing to close
    expect((await t.als('emmen').get(`/casussen/${casusId}/afsluiting-voorbereiding`)).statusCode).toBe(404);
  });

  it('waits for an open offer, and for a melding that nobody assessed', async () => {
    const a = await klaarVoorOverdracht(t);
    await biedAan(t, a.casusId);
    const aanbod = await sluit(t, a.casusId, 'visser');
    expect(aanbod.statusCode).toBe(400);
    expect(aanbod.json<{ fouten: { veld: string }[] }>().fouten).toMatchObject([{ veld: 'overdracht' }]);
    const m = await nieuweMelding(t);
    const nieuw = await sluit(t, m.casusId, 'visser', { reden: 'geen_hgkm' });
    expect(nieuw.json<{ fouten: { veld: string }[] }>().fouten).toMatchObject([{ veld: 'termijnen' }]);
    expect(await houders(t, m.casusId)).toEqual([ORG.vt]);
  });

  it('waits for what another has not read, and leaves what the radar still asks', async () => {
    const { casusId, meldingId } = await overgedragen(t);
    await stopMonitoren(t, casusId);
    const zet = (soort: 'bericht_bekijken' | 'radar_vraag') =>
      t.huis.deuren.act(
        { wie: { ...t.wie('visser'), functie: 'systeem' }, doel: 'beoordelen' },
        'proef',
        { soort: 'casus', casusId },
        (tx) =>
          zetTermijn(tx, {
            soort,
            casusId,
            onderwerpSoort: 'melding',
            onderwerpId: meldingId,
            eigenaarOrganisatieId: ORG.vt,
            begintOp: tx.nu,
          }),
      );
    await zet('radar_vraag');
    await zet('bericht_bekijken');
    const nee = await sluit(t, casusId, 'emmen');
    expect(nee.json<{ fouten: { veld: string }[] }>().fouten).toMatchObject([{ veld: 'termijnen' }]);
    await t.database.beheer.query(
      "update termijn set afgerond_op = $2, afgerond_hoe = 'gezien' where casus_id = $1 and soort = 'bericht_bekijken'",
      [casusId, t.klok.nu()],
    );
    expect((await sluit(t, casusId, 'emmen')).statusCode).toBe(201);
    expect([...(await lopendeTermijnen(t, casusId)).keys()]).toContain('radar_vraag');
  });

  it('waits for who still monitors: nobody stops watching unseen', async () => {
    const { casusId } = await overgedragen(t);
    const v = await voorbereiding(t, casusId, 'emmen');
    expect(v.tegen.map((b) => b.veld)).toEqual(['monitoring']);
    expect((await sluit(t, casusId, 'emmen')).statusCode).toBe(400);
    expect(await houders(t, casusId)).toEqual([ORG.emmen]);
    expect(await open(casusId)).toHaveLength(3);
    // the holder cannot end what another planned
    const emmen = await t.als('emmen').post(`/casussen/${casusId}/monitoring-einde`, { reden: 'Klaar.' });
    expect(emmen.statusCode).toBe(409);
    // Veilig Thuis takes over the watch: then it may close itself, and its own moments lapse with it
    const terug = await biedAan(
      t,
      casusId,
      {
        naarOrganisatieId: ORG.vt,
        grondslag: 'wmo_5_2_6',
        delen: ['personen', 'uitspraken'].map((deel) => ({ deel, grond: 'Nodig.' })),
      },
      'emmen',
    );
    expect((await aanvaard(t, terug, 'visser')).statusCode).toBe(200);
    expect(await open(casusId)).toHaveLength(3);
    expect((await voorbereiding(t, casusId, 'visser')).tegen).toEqual([]);
  });

  it('may happen once who monitored stopped, with a reason that stays', async () => {
    const { casusId } = await overgedragen(t);
    await stopMonitoren(t, casusId);
    expect((await momenten(t, casusId)).map((m) => m.vervallenReden)).toEqual(
      Array(3).fill('Het gezin en de regisseur zeggen allebei dat het veilig is en blijft.'),
    );
    const soorten = [...(await lopendeTermijnen(t, casusId)).keys()];
    expect(soorten.filter((s) => s.startsWith('monitor_'))).toEqual([]);
    expect(await houders(t, casusId)).toEqual([ORG.emmen]);
    const weer = await t.als('visser').post(`/casussen/${casusId}/monitoring-einde`, { reden: 'Nog eens.' });
    expect(weer.statusCode).toBe(409);
    expect((await sluit(t, casusId, 'emmen')).statusCode).toBe(201);
  });

  it('of a voorwaarde that is not kept, and of a last look that was not safe, asks why', async () => {
    const { casusId } = await overgedragen(t);
    await stopMonitoren(t, casusId);
    const v = await t
      .als('emmen')
      .post(`/casussen/${casusId}/voorwaarden`, { tekst: 'Vader slaapt niet thuis.', voor: 'vader' });
    expect(v.statusCode, v.body).toBe(201);
    expect((await voorbereiding(t, casusId, 'emmen')).vraagtOndanks).toBe(true);
    expect((await sluit(t, casusId, 'emmen')).statusCode).toBe(400);
    const uit = await sluit(t, casusId, 'emmen', { ondanks: 'Vader is geëmigreerd.' });
    expect(uit.statusCode, uit.body).toBe(201);

    const b = await overgedragen(t);
    t.klok.vooruit(60_000);
    await antwoord((await nu(b.casusId)).id, { uitkomst: 'deels_veilig' });
    await stopMonitoren(t, b.casusId);
    expect((await sluit(t, b.casusId, 'emmen')).json<{ fouten: { veld: string }[] }>().fouten).toMatchObject([
      { veld: 'ondanks' },
    ]);
    // the holder's own safe look does not take away what Veilig Thuis found
    const kijk = (wie: 'emmen' | 'visser') => {
      t.klok.vooruit(60_000);
      return t.als(wie).post(`/casussen/${b.casusId}/veiligheidscontroles`, {
        uitkomst: 'veilig',
        met: 'moeder',
        toelichting: 'Rustig.',
      });
    };
    expect((await kijk('emmen')).statusCode).toBe(201);
    expect((await voorbereiding(t, b.casusId, 'emmen')).nietVeilig).toMatchObject([
      { organisatieNaam: 'Veilig Thuis Test', uitkomst: 'deels_veilig' },
    ]);
    // Veilig Thuis looked again, and it was safe: nothing more to explain
    expect((await kijk('visser')).statusCode).toBe(201);
    expect((await voorbereiding(t, b.casusId, 'emmen')).vraagtOndanks).toBe(false);
  });

  it('of a low last figure asks why, by whomever and whenever it was given', async () => {
    const { casusId } = await overgedragen(t);
    await stopMonitoren(t, casusId);
    const { personen } = await voorbereiding(t, casusId, 'emmen');
    const [eerste] = personen;
    const cijfers = (cijfer: number) =>
      personen.map((p) => ({
        persoonId: p.persoonId,
        scorerSoort: 'netwerk',
        scorer: 'oma',
        cijfer: p === eerste ? cijfer : 9,
        waarom: 'Hij slaat haar nog elke dag.',
      }));
    const velden = async (anders: Record<string, unknown>) =>
      (await sluit(t, casusId, 'emmen', anders))
        .json<{ fouten?: { veld: string; melding: string }[] }>()
        .fouten?.map((f) => [f.veld, f.melding]);
    // one that comes with the closing
    expect(await velden({ zonderCijfer: [], cijfers: cijfers(0) })).toEqual([
      ['ondanks', 'Het laagste laatste cijfer is een 0. Schrijf waarom u toch sluit.'],
    ]);
    // one that was given before, of someone of whom no other comes
    const eerder = await t.als('emmen').post(`/casussen/${casusId}/veiligheidscijfers`, {
      persoonId: eerste?.persoonId,
      scorerSoort: 'netwerk',
      scorer: 'Oma',
      cijfer: 5,
      waarom: 'Zij is bang.',
      bij: 'tussentijds',
    });
    expect(eerder.statusCode, eerder.body).toBe(201);
    expect(await voorbereiding(t, casusId, 'emmen')).toMatchObject({
      vraagtOndanks: true,
      lageCijfers: [{ persoonId: eerste?.persoonId, naam: eerste?.naam, scorer: 'Oma', cijfer: 5 }],
    });
    expect(await velden({})).toMatchObject([['ondanks', expect.stringContaining('een 5')]]);
    t.klok.vooruit(60_000);
    // the same person gives another: nothing more to explain
    const klaar = await sluit(t, casusId, 'emmen', { zonderCijfer: [], cijfers: cijfers(7) });
    expect(klaar.statusCode, klaar.body).toBe(201);

    const b = await overgedragen(t);
    await stopMonitoren(t, b.casusId);
    const p = (await voorbereiding(t, b.casusId, 'emmen')).personen;
    const toch = await sluit(t, b.casusId, 'emmen', {
      zonderCijfer: [],
      ondanks: 'Dit cijfer gaat over zijn werk.',
      cijfers: p.map((x) => ({
        persoonId: x.persoonId,
        scorerSoort: 'netwerk',
        scorer: 'oma',
        cijfer: 3,
        waarom: 'Druk.',
      })),
    });
    expect(toch.statusCode, toch.body).toBe(201);
  });

  it('does not hold against it what was found before the handover, which was the reason for it', async () => {
    const c = await klaarVoorOverdracht(t);
    const kijk = (wie: 'emmen' | 'visser', uitkomst: string) => {
      t.klok.vooruit(60_000);
      return t.als(wie).post(`/casussen/${c.casusId}/veiligheidscontroles`, {
        uitkomst,
        met: 'moeder',
        toelichting: 'Ruzie.',
      });
    };
    expect((await kijk('visser', 'onveilig')).statusCode).toBe(201);
    t.klok.vooruit(60_000);
    expect((await aanvaard(t, await biedAan(t, c.casusId))).statusCode).toBe(200);
    // until the new holder looked itself it is the last that anyone knows
    expect((await voorbereiding(t, c.casusId, 'emmen')).vraagtOndanks).toBe(true);
    expect((await kijk('emmen', 'veilig')).statusCode).toBe(201);
    expect((await voorbereiding(t, c.casusId, 'emmen')).vraagtOndanks).toBe(false);
  });

  it('is the holder’s alone, also when two do it at once', async () => {
    const { casusId } = await overgedragen(t);
    await stopMonitoren(t, casusId);
    const v = await voorbereiding(t, casusId, 'emmen');
    const body = {
      reden: 'veilig',
      toelichting: 'Rustig.',
      zonderCijfer: v.personen.map((p) => ({ persoonId: p.persoonId, reden: 'Wilde niet.' })),
    };
    expect((await t.als('visser').post(`/casussen/${casusId}/afsluiting`, body)).statusCode).toBe(404);
    expect(await houders(t, casusId)).toEqual([ORG.emmen]);
    const samen = await Promise.all(
      [1, 2].map(() => t.als('emmen').post(`/casussen/${casusId}/afsluiting`, body)),
    );
    expect(samen.filter((r) => r.statusCode === 201)).toHaveLength(1);
    expect(
      (
        await t
          .als('emmen')
          .post(`/casussen/${casusId}/monitormomenten`, { geplandDatum: '2026-12-18', reden: 'x' })
      ).statusCode,
    ).toBe(409);
  });
});
