// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, ORG, REGIO, type TestHuis } from '../../../test/huis.ts';
import { jzvBericht } from '../../../test/hulp/jzv.ts';
import {
  alsSysteem,
  bram,
  gezin,
  type Kandidaat,
  kandidaat,
  kandidaten,
  koppelingen,
  meld,
  type Persoon,
  radar,
} from '../../../test/hulp/radar.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { telRegister } from './radar.job.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

async function oordeel(id: string, antwoord: string, reden?: string) {
  return t
    .als('visser')
    .post(`/radar-kandidaten/${id}/oordeel`, { oordeel: antwoord, ...(reden ? { reden } : {}) });
}

async function openTermijnen(meldingId: string): Promise<number> {
  const { rows } = await t.database.beheer.query<{ n: number }>(
    "select count(*) as n from termijn where soort = 'radar_vraag' and onderwerp_id = $1 and afgerond_op is null",
    [meldingId],
  );
  return rows[0]?.n ?? -1;
}

describe('on arrival', () => {
  it('joins by moving the new mention only, and says so', async () => {
    const eerste = await meld(t, gezin(2));
    const bekend = (await radar(t, eerste.id)).personen.map((p) => p.persoonId);
    const tweede = await meld(t, gezin(2));
    const r = await radar(t, tweede.id);
    expect(r.personen.map((p) => p.kandidaten.map((k) => k.oordeel))).toEqual([
      ['zelf_gekoppeld'],
      ['zelf_gekoppeld'],
    ]);
    expect(r.personen.map((p) => p.persoonId)).toEqual(bekend);
    // the first melding is untouched
    expect((await radar(t, eerste.id)).personen.map((p) => p.persoonId)).toEqual(bekend);
    expect(await openTermijnen(tweede.id)).toBe(0);
  });

  it('looks for whom a correction of the police names, as for whom the report named', async () => {
    const bekend = { bsn: '111222333', voornamen: 'Hadewych', achternaam: 'Oldenkotte' };
    const m = await meld(t, [
      {
        rol: 'slachtoffer',
        ...bekend,
        geslacht: 'vrouw',
        geboortejaar: 1988,
        geboortemaand: 7,
        geboortedag: 9,
      },
    ]);
    const persoon = (await radar(t, m.id)).personen[0]?.persoonId;
    const natuurlijkPersoon = (anders: object) => ({
      ...(jzvBericht()['natuurlijkPersoon'] as object),
      ...anders,
    });
    const stuur = async (methode: 'post' | 'put', anders: object) => {
      const uit = await t.als('politie')[methode]('/api/jzv_meldingen/v1/meldingen', {
        ...bericht,
        natuurlijkPersoon: natuurlijkPersoon(anders),
      });
      expect(uit.statusCode, uit.body).toBe(methode === 'post' ? 201 : 200);
    };
    const bericht = jzvBericht();
    await stuur('post', {
      burgerservicenummer: '123456782',
      naam: { geslachtsnaam: 'Bijvoet', voornamen: 'Zeger' },
      geboorte: { datum: '1951-01-30' },
      geslachtsaanduiding: 'man',
    });
    const { rows } = await t.database.beheer.query<{ id: string; casus_id: string }>(
      'select id, casus_id from melding where registratienummer = $1',
      [bericht.registratienummer],
    );
    const [politie] = rows;
    await stuur('put', {
      burgerservicenummer: bekend.bsn,
      naam: { geslachtsnaam: bekend.achternaam, voornamen: bekend.voornamen },
      geboorte: { datum: '1988-07-09' },
    });
    const r = await radar(t, politie?.id ?? '');
    expect(r.personen.map((p) => p.kandidaten.map((k) => k.oordeel))).toEqual([[], ['zelf_gekoppeld']]);
    expect(r.personen[1]?.persoonId).toBe(persoon);
    expect(r.voorstellen.map((v) => v.casusId)).toEqual([m.casusId]);

    // what is not certain is asked, with a term
    await stuur('put', {
      burgerservicenummer: '999991772',
      naam: { geslachtsnaam: bekend.achternaam, voornamen: bekend.voornamen },
      geboorte: { datum: '1988-09-07' },
    });
    const weer = await radar(t, politie?.id ?? '');
    expect(weer.personen[2]?.kandidaten.map((k) => k.oordeel)).toEqual(['vraag']);
    expect(await openTermijnen(politie?.id ?? '')).toBe(1);
  });

  it('asks about a twin and joins nothing', async () => {
    const m = await meld(t, [bram({ voornamen: 'Lotte', achternaam: 'Tweeberg', geslacht: 'vrouw' })]);
    const persoon = (await radar(t, m.id)).personen[0]?.persoonId;
    const ander = await meld(t, [bram({ voornamen: 'Noor', achternaam: 'Tweeberg', geslacht: 'vrouw' })]);
    const r = await radar(t, ander.id);
    expect(r.personen[0]?.persoonId).not.toBe(persoon);
    expect(r.personen[0]?.kandidaten.map((k) => k.oordeel)).toEqual(['vraag']);
  });

  it('asks when a BSN belongs to a brother, says why, and joins nothing', async () => {
    const oudste = bram({ voornamen: 'Sander', achternaam: 'Broersma', bsn: '999990482' });
    const m = await meld(t, [oudste]);
    const persoon = (await radar(t, m.id)).personen[0]?.persoonId;
    const jongste = { ...oudste, voornamen: 'Wouter', geboortejaar: 2020, geboortemaand: 11, geboortedag: 2 };
    const r = await radar(t, (await meld(t, [jongste])).id);
    expect(r.personen[0]?.persoonId).not.toBe(persoon);
    expect(r.personen[0]?.kandidaten.map((k) => k.oordeel)).toEqual(['vraag']);
    expect(JSON.stringify(r.personen[0]?.kandidaten[0])).toContain('BSN');
    // the doubt stands with who came later, in the report and in the casus; not with a mention of which nothing is wrong
    const tweede = await meld(t, [
      { ...jongste, achternaam: 'Van Elders', geslacht: 'vrouw', voornamen: 'Noor', geboortejaar: 1961 },
    ]);
    const twijfels = async (pad: string) =>
      (await t.als('visser').get(pad)).json<{ personen: { twijfels: unknown[]; bsn?: string }[] }>().personen;
    const bsnVanAnder = [
      { veld: 'bsn', reden: 'Dit BSN staat ook bij iemand anders. Vraag na van wie het is.' },
    ];
    expect(await twijfels(`/meldingen/${tweede.id}`)).toMatchObject([
      { twijfels: bsnVanAnder, bsn: '999990482' },
    ]);
    expect(await twijfels(`/casussen/${tweede.casusId}`)).toMatchObject([{ twijfels: bsnVanAnder }]);
    expect(await twijfels(`/meldingen/${m.id}`)).toMatchObject([{ twijfels: [], bsn: null }]);
    // both in one report with that one number: who is known is joined only where the rest agrees
    const samen = await radar(t, (await meld(t, [oudste, jongste])).id);
    expect(samen.personen[1]?.persoonId).not.toBe(persoon);
  });

  it('asks about father and son of one name and joins nothing', async () => {
    const adres = { straat: 'Dorpsweg', huisnummer: '4', postcode: '9431AB', woonplaats: 'Westerbork' };
    const vader = {
      rol: 'pleger',
      voornamen: 'Hendrik',
      achternaam: 'Naamgever',
      geslacht: 'man',
      geboortejaar: 1961,
      geboortemaand: 2,
      geboortedag: 9,
      ...adres,
    };
    const m = await meld(t, [vader]);
    const persoon = (await radar(t, m.id)).personen[0]?.persoonId;
    const zoon = await meld(t, [{ ...vader, geboortejaar: 1989, geboortemaand: 7, geboortedag: 21 }]);
    const r = await radar(t, zoon.id);
    expect(r.personen[0]?.persoonId).not.toBe(persoon);
    for (const k of r.personen[0]?.kandidaten ?? []) expect(k.oordeel).toBe('vraag');
  });

  it('does not take one known person for two that were reported together', async () => {
    const [moeder] = gezin(3);
    await meld(t, [moeder as Persoon]);
    const dubbel = await meld(t, [moeder as Persoon, moeder as Persoon]);
    expect((await radar(t, dubbel.id)).personen.map((p) => p.kandidaten.map((k) => k.oordeel))).toEqual([
      ['vraag'],
      ['vraag'],
    ]);
    expect(await openTermijnen(dubbel.id)).toBe(1);
  });

  it('sets one term per melding, for Veilig Thuis, and ends it with the last answer', async () => {
    const paar = [
      {
        rol: 'pleger',
        voornamen: 'Karel',
        achternaam: 'Vraagstein',
        geboortejaar: 1977,
        geboortemaand: 8,
        geboortedag: 30,
        woonplaats: 'Meppel',
      },
      {
        rol: 'slachtoffer',
        voornamen: 'Anneke',
        achternaam: 'Vraagstein',
        geboortejaar: 1979,
        geboortemaand: 11,
        geboortedag: 2,
        woonplaats: 'Meppel',
      },
    ];
    await meld(t, paar);
    const m = await meld(t, paar);
    expect(await openTermijnen(m.id)).toBe(1);
    const [een, twee] = (await radar(t, m.id)).personen.map((p) => p.kandidaten[0] as Kandidaat);
    expect((await oordeel(een?.id ?? '', 'zelfde')).json()).toMatchObject({ openVragen: 1 });
    expect(await openTermijnen(m.id)).toBe(1);
    expect((await oordeel(twee?.id ?? '', 'weet_niet')).json()).toMatchObject({ openVragen: 0 });
    expect(await openTermijnen(m.id)).toBe(0);
    // not knowing is an answer, and it leaves the outcome open
    expect((await radar(t, m.id)).voorlopig).toBe(true);
  });

  it('asks nothing more when the melder withdraws', async () => {
    const [moeder] = gezin(6);
    await meld(t, [moeder as Persoon]);
    const m = await meld(t, [
      { ...moeder, straat: null, huisnummer: null, postcode: null, woonplaats: null },
    ]);
    expect(await openTermijnen(m.id)).toBe(1);
    await alsSysteem(t, (tx) =>
      laatWeten(tx, 'melding.ingetrokken', {
        meldingId: m.id,
        casusId: m.casusId,
        vtId: ORG.vt,
        reden: 'vergissing',
      }),
    );
    expect(await openTermijnen(m.id)).toBe(0);
  });
});

describe('what is found', () => {
  it('is found by a fuzzy name with initials, prefix abbreviated and day and month swapped, and adds up', async () => {
    const bekend = {
      rol: 'pleger',
      voornamen: 'Johannes Petrus',
      tussenvoegsel: 'van den',
      achternaam: 'Bergsma',
      geboortejaar: 1984,
      geboortemaand: 3,
      geboortedag: 5,
      geslacht: 'man',
      woonplaats: 'Coevorden',
    };
    await meld(t, [bekend]);
    const m = await meld(t, [
      {
        rol: 'onbekend',
        voorletters: 'J.P.',
        tussenvoegsel: 'v.d.',
        achternaam: 'Bergsma',
        geboortejaar: 1984,
        geboortemaand: 5,
        geboortedag: 3,
      },
    ]);
    const k = await kandidaat(t, m.id);
    expect(k.naam).toBe('Johannes Petrus van den Bergsma');
    expect(k.staven.map((s) => [s.veld, s.niveau])).toEqual(
      expect.arrayContaining([
        ['achternaam', 'gelijk'],
        ['geboorte', 'wissel'],
      ]),
    );
    // P6: what is shown adds up to what is said
    expect(k.prior + k.staven.reduce((som, s) => som + s.bits, 0)).toBeCloseTo(k.gewicht, 9);
    expect(k.woonplaats).toBe('Coevorden');
  });

  it('says what it would mean, once it is clear who it is', async () => {
    await meld(t, gezin(7));
    expect(await kandidaat(t, (await meld(t, gezin(7))).id)).toMatchObject({
      eenduidig: true,
      betekenis: 'vervolg',
    });
    const vader = { rol: 'pleger', voornamen: 'Gerlof', achternaam: 'Tweemaal', geslacht: 'man' };
    await meld(t, [{ ...vader, geboortejaar: 1961, geboortemaand: 2, geboortedag: 9 }]);
    await meld(t, [{ ...vader, geboortejaar: 1989, geboortemaand: 7, geboortedag: 21 }]);
    const m = await meld(t, [vader]);
    const twee = await kandidaten(t, m.id);
    expect(twee.map((k) => [k.eenduidig, k.betekenis])).toEqual([
      [false, null],
      [false, null],
    ]);
    // judged, it is clear, and of who was said to be another nothing is told
    expect((await oordeel(twee[0]?.id ?? '', 'niet_dezelfde')).statusCode).toBe(200);
    const na = (await radar(t, m.id)).personen[0]?.kandidaten ?? [];
    expect(na.map((k) => [k.id, k.eenduidig])).toEqual([
      [twee[0]?.id, false],
      [twee[1]?.id, true],
    ]);
  });
});

describe('a person judges', () => {
  const een = {
    rol: 'pleger',
    voornamen: 'Maurits',
    achternaam: 'Keerpunt',
    geboortejaar: 1968,
    geboortemaand: 4,
    geboortedag: 19,
    woonplaats: 'Assen',
  };

  it('shows the differences letter by letter', async () => {
    await meld(t, [{ ...een, achternaam: 'Lettersma', voornamen: 'Gerard' }]);
    const m = await meld(t, [{ ...een, achternaam: 'Letersma', voornamen: 'Gerard' }]);
    const k = await kandidaat(t, m.id);
    expect(k.verschillen.find((v) => v.veld === 'achternaam')).toMatchObject({
      gegeven: 'Letersma',
      bekend: 'Lettersma',
    });
    const stukken = k.verschillen.find((v) => v.veld === 'achternaam')?.stukken ?? [];
    expect(
      stukken
        .filter((s) => s.soort !== 'weg')
        .map((s) => s.tekst)
        .join(''),
    ).toBe('Lettersma');
    expect(
      stukken
        .filter((s) => s.soort !== 'nieuw')
        .map((s) => s.tekst)
        .join(''),
    ).toBe('Letersma');
    expect(stukken.filter((s) => s.soort !== 'gelijk')).toEqual([{ soort: 'nieuw', tekst: 't' }]);
  });

  it('restores who was who exactly, and asks again', async () => {
    await meld(t, [een]);
    const m = await meld(t, [een]);
    const voor = await koppelingen(t);
    const k = await kandidaat(t, m.id);
    expect(k.oordeel).toBe('vraag');
    expect((await oordeel(k.id, 'zelfde')).statusCode).toBe(200);
    expect(await koppelingen(t)).not.toEqual(voor);
    expect(await openTermijnen(m.id)).toBe(0);
    const zonder = await t.als('visser').post(`/radar-kandidaten/${k.id}/terugdraaiing`, { reden: '  ' });
    expect(zonder.statusCode).toBe(400);
    const terug = await t
      .als('bakker')
      .post(`/radar-kandidaten/${k.id}/terugdraaiing`, { reden: 'Het was zijn neef.' });
    expect(terug.json(), terug.body).toMatchObject({ oordeel: 'vraag', openVragen: 1 });
    expect(await koppelingen(t)).toEqual(voor);
    expect(await openTermijnen(m.id)).toBe(1);
    // both judgements stay readable
    const { rows } = await t.database.beheer.query(
      'select oordeel, reden from radar_oordeel where kandidaat_id = $1 order by id',
      [k.id],
    );
    expect(rows).toEqual([
      { oordeel: 'zelfde', reden: null },
      { oordeel: 'vraag', reden: 'Het was zijn neef.' },
    ]);
  });

  it('takes a join of the radar apart when a person says no', async () => {
    const eerste = await meld(t, gezin(4));
    const tweede = await meld(t, gezin(4));
    const k = await kandidaat(t, tweede.id);
    expect(k.oordeel).toBe('zelf_gekoppeld');
    const uit = await oordeel(k.id, 'niet_dezelfde', 'Nagevraagd: haar nicht.');
    expect(uit.json(), uit.body).toMatchObject({ oordeel: 'niet_dezelfde' });
    const [a] = (await radar(t, eerste.id)).personen;
    const [b] = (await radar(t, tweede.id)).personen;
    expect(b?.persoonId).not.toBe(a?.persoonId);
  });

  it('undoes a confirmed join of the radar as the join itself', async () => {
    const eerste = await meld(t, gezin(5));
    const tweede = await meld(t, gezin(5));
    const k = await kandidaat(t, tweede.id);
    expect((await oordeel(k.id, 'zelfde')).statusCode).toBe(200);
    expect(
      (await t.als('visser').post(`/radar-kandidaten/${k.id}/terugdraaiing`, { reden: 'toch niet' }))
        .statusCode,
    ).toBe(200);
    const [a] = (await radar(t, eerste.id)).personen;
    const [b] = (await radar(t, tweede.id)).personen;
    expect(b?.persoonId).not.toBe(a?.persoonId);
  });

  it('a no stays a no: what would bring the two together through a third is refused', async () => {
    const p = { ...een, voornamen: 'Wouter', achternaam: 'Neestaander' };
    const m0 = await meld(t, [p]);
    const m1 = await meld(t, [p]);
    const m2 = await meld(t, [p]);
    const [p0, p1] = [
      (await radar(t, m0.id)).personen[0]?.persoonId,
      (await radar(t, m1.id)).personen[0]?.persoonId,
    ];
    const bij = async (m: string, persoon: string | undefined) =>
      (await kandidaten(t, m)).find((k) => k.persoonId === persoon)?.id ?? '';
    const [k10, k20, k21] = [await bij(m1.id, p0), await bij(m2.id, p0), await bij(m2.id, p1)];
    expect((await oordeel(k21, 'niet_dezelfde')).statusCode).toBe(200);
    expect((await oordeel(k10, 'zelfde')).statusCode).toBe(200);
    const voor = await koppelingen(t);
    const nee = await oordeel(k20, 'zelfde');
    expect(nee.statusCode).toBe(409);
    expect(nee.json()).toMatchObject({ type: '/problemen/nee-blijft-nee' });
    expect(await koppelingen(t)).toEqual(voor);
    // taken back by whoever said it, it can
    expect(
      (await t.als('bakker').post(`/radar-kandidaten/${k21}/terugdraaiing`, { reden: 'Samen bekeken.' }))
        .statusCode,
    ).toBe(200);
    expect((await oordeel(k20, 'zelfde')).statusCode).toBe(200);
  });

  it('a second yes makes two known persons one, in either order, and is undone as such', async () => {
    const p = { ...een, voornamen: 'Olivier', achternaam: 'Dubbeling' };
    const m0 = await meld(t, [p]);
    const m1 = await meld(t, [p]);
    const m2 = await meld(t, [p]);
    const persoon = async (m: { id: string }) => (await radar(t, m.id)).personen[0]?.persoonId;
    const [a, b] = await kandidaten(t, m2.id);
    expect((await oordeel(a?.id ?? '', 'zelfde')).json()).toMatchObject({ openVragen: 0 });
    const voor = await koppelingen(t);
    expect(await persoon(m0)).not.toBe(await persoon(m1));
    expect((await oordeel(b?.id ?? '', 'zelfde')).statusCode).toBe(200);
    expect(new Set([await persoon(m0), await persoon(m1), await persoon(m2)]).size).toBe(1);
    // the first yes rests under the second now
    const vroeg = await t
      .als('visser')
      .post(`/radar-kandidaten/${a?.id}/terugdraaiing`, { reden: 'te vroeg' });
    expect(vroeg.json()).toMatchObject({ type: '/problemen/latere-koppeling' });
    await t.als('visser').post(`/radar-kandidaten/${b?.id}/terugdraaiing`, { reden: 'toch twee' });
    expect(await koppelingen(t)).toEqual(voor);
  });

  it('refuses to undo what a later join rests on', async () => {
    const p = { ...een, voornamen: 'Ferdinand', achternaam: 'Stapelaar' };
    const m1 = await meld(t, [p]);
    const m2 = await meld(t, [{ ...p, achternaam: 'Stapelaer' }]);
    const m3 = await meld(t, [{ ...p, achternaam: 'Stapelaer' }]);
    const persoon1 = (await radar(t, m1.id)).personen[0]?.persoonId;
    const persoon2 = (await radar(t, m2.id)).personen[0]?.persoonId;
    const k32 = (await kandidaten(t, m3.id)).find((k) => k.persoonId === persoon2) as Kandidaat;
    expect((await oordeel(k32.id, 'zelfde')).statusCode).toBe(200);
    // the second is the first: what was joined to the second goes along
    const k21 = (await kandidaten(t, m2.id)).find((k) => k.persoonId === persoon1) as Kandidaat;
    expect((await oordeel(k21.id, 'zelfde')).statusCode).toBe(200);
    expect((await radar(t, m3.id)).personen[0]?.persoonId).toBe(persoon1);
    const vroeg = await t
      .als('visser')
      .post(`/radar-kandidaten/${k32.id}/terugdraaiing`, { reden: 'te vroeg' });
    expect(vroeg.statusCode).toBe(409);
    expect(vroeg.json()).toMatchObject({ type: '/problemen/latere-koppeling' });
    expect(
      (await t.als('visser').post(`/radar-kandidaten/${k21.id}/terugdraaiing`, { reden: 'eerst deze' }))
        .statusCode,
    ).toBe(200);
    expect(
      (await t.als('visser').post(`/radar-kandidaten/${k32.id}/terugdraaiing`, { reden: 'dan deze' }))
        .statusCode,
    ).toBe(200);
    expect((await radar(t, m3.id)).personen[0]?.persoonId).not.toBe(persoon2);
  });

  it('two workers at once: one is first, the other hears it', async () => {
    const p = { ...een, voornamen: 'Sebastiaan', achternaam: 'Gelijktijdig' };
    await meld(t, [p]);
    const m = await meld(t, [p]);
    const k = await kandidaat(t, m.id);
    const uit = await Promise.all([
      t.als('visser').post(`/radar-kandidaten/${k.id}/oordeel`, { oordeel: 'zelfde' }),
      t.als('bakker').post(`/radar-kandidaten/${k.id}/oordeel`, { oordeel: 'niet_dezelfde' }),
    ]);
    expect(uit.map((u) => u.statusCode).sort()).toEqual([200, 409]);
    const { rows } = await t.database.beheer.query(
      'select count(*) as n from radar_oordeel where kandidaat_id = $1',
      [k.id],
    );
    expect(rows[0].n).toBe(1);
  });
});

describe('counting names', () => {
  it('counts distinct persons, folded as the radar compares', async () => {
    await meld(t, [{ rol: 'pleger', voornamen: 'Telmina', tussenvoegsel: 'van', achternaam: 'Telling' }]);
    await meld(t, [{ rol: 'pleger', voornamen: 'Telmina', achternaam: 'van Telling' }]);
    expect(await telRegister(t.huis.deuren, REGIO, ORG.vt)).toBeGreaterThan(10);
    const { rows } = await t.database.beheer.query(
      "select naam, aantal from radar_naamtelling where soort = 'achternaam' and naam like '%telling'",
    );
    expect(rows).toEqual([{ naam: 'telling', aantal: 2 }]);
  });
});
