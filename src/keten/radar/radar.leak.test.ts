// SPDX-License-Identifier: EUPL-1.2
// P4: an address that must stay secret is in no candidate, bar or difference, and cannot be found by trying whether it fits.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENS, maakTestHuis, type TestHuis } from '../../../test/huis.ts';
import { jzvBericht } from '../../../test/hulp/jzv.ts';
import { bram, gezin, kandidaat, kandidaten, meld, type Persoon, suzanne } from '../../../test/hulp/radar.ts';
import { sleutelGetallen } from './sleutelgetal.ts';
import { sleutels } from './vermelding.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const SCHUIL = { straat: 'Schuilplaatslaan', huisnummer: '77', postcode: '9404ZX', woonplaats: 'Geheimdorp' };
const SPOREN = ['Schuilplaatslaan', '9404ZX', '9404zx', 'Geheimdorp', 'schuilplaats', 'geheimdorp'];
const ZONDER = { straat: null, huisnummer: null, postcode: null, woonplaats: null };

function schoon(tekst: string): void {
  for (const spoor of SPOREN) expect(tekst).not.toContain(spoor);
}

async function zoek(...personen: Persoon[]): Promise<string> {
  const uit = await t.als('visser').post('/radar/_zoek', { personen });
  expect(uit.statusCode, uit.body).toBe(200);
  return uit.body;
}

describe('a secret address', () => {
  const moeder = suzanne({ voornamen: 'Margreet', achternaam: 'Verborgen', ...SCHUIL, geheimAdres: true });
  const kind = bram({ voornamen: 'Ties', achternaam: 'Verborgen', ...SCHUIL });

  it('makes no key', async () => {
    await meld(t, [moeder, kind]);
    const { rows } = await t.database.beheer.query('select sleutels from vermelding where geheim_adres');
    const bewaard: number[] = rows[0].sleutels;
    const naam = { id: 'x', voornamen: 'Margreet', achternaam: 'Verborgen' };
    const adres = sleutels({ ...naam, ...SCHUIL }).filter((s) => !sleutels(naam).includes(s));
    expect(adres.length).toBeGreaterThan(2);
    expect(bewaard).toEqual(
      expect.arrayContaining(sleutelGetallen(sleutels(naam).filter((s) => s.startsWith('na:')))),
    );
    for (const s of sleutelGetallen(adres)) expect(bewaard).not.toContain(s);
  });

  it('a guess of it changes nothing: not whether someone is found, not the weight, not the words', async () => {
    const zonder = { ...suzanne({ voornamen: 'Margreet', achternaam: 'Verborgen' }), ...ZONDER };
    const met = { ...zonder, ...SCHUIL };
    expect(JSON.parse(await zoek(met))).toEqual(JSON.parse(await zoek(zonder)));
    schoon(await zoek(met));
    // the address alone, with only a given name or a sex, finds nobody there
    const adres = await zoek(
      { rol: 'onbekend', voornamen: 'Margreet', ...SCHUIL },
      { rol: 'onbekend', ...SCHUIL },
    );
    expect(JSON.parse(adres)).toEqual({
      personen: [
        { plek: 0, treffer: null },
        { plek: 1, treffer: null },
      ],
    });
  });

  it('shields who lives with her, although nobody said so of the child', async () => {
    const zonder = { ...bram({ voornamen: 'Ties', achternaam: 'Verborgen' }), ...ZONDER };
    expect(JSON.parse(await zoek({ ...zonder, ...SCHUIL }))).toEqual(JSON.parse(await zoek(zonder)));
    expect(JSON.parse(await zoek({ rol: 'onbekend', voornamen: 'Ties', ...SCHUIL }))).toEqual({
      personen: [{ plek: 0, treffer: null }],
    });
    // household support of the two together gives no more either
    const samen = await zoek(
      { ...suzanne({ voornamen: 'Margreet', achternaam: 'Verborgen' }), ...SCHUIL },
      { ...zonder, ...SCHUIL },
    );
    const kaal = await zoek(
      { ...suzanne({ voornamen: 'Margreet', achternaam: 'Verborgen' }), ...ZONDER },
      zonder,
    );
    expect(JSON.parse(samen)).toEqual(JSON.parse(kaal));
  });

  it('is in nothing that the radar shows after arrival, on either side', async () => {
    const m = await meld(t, [
      { ...moeder, geheimAdres: false },
      { ...kind, geheimAdres: false },
    ]);
    const uit = await t.als('visser').get(`/meldingen/${m.id}/radar`);
    expect(uit.statusCode).toBe(200);
    schoon(uit.body);
    const lijst = await kandidaten(t, m.id);
    expect(lijst.length).toBeGreaterThan(0);
    for (const k of lijst) {
      expect(k.geheimAdres).toBe(true);
      expect(k.staven.map((s) => s.veld)).not.toContain('adres');
      expect(k.verschillen.map((v) => v.veld)).not.toContain('adres');
      expect(k.verschillen.map((v) => v.veld)).not.toContain('telefoon');
    }
  });

  it('that became secret later is shielded in what was written before, and in explanations that were kept', async () => {
    const vrouw = suzanne({
      voornamen: 'Hillegonda',
      achternaam: 'Laatgeheim',
      ...SCHUIL,
      straat: 'Latelaan',
      postcode: '7900LL',
      woonplaats: 'Laterdorp',
    });
    await meld(t, [vrouw]);
    const m = await meld(t, [{ ...vrouw, voornamen: 'H' }]);
    const [voor] = await kandidaten(t, m.id);
    expect(voor?.staven.map((s) => s.veld)).toContain('adres');
    expect(
      (await t.als('visser').post(`/radar-kandidaten/${voor?.id}/oordeel`, { oordeel: 'zelfde' })).statusCode,
    ).toBe(200);
    const kaal = { ...vrouw, ...ZONDER };
    expect(JSON.parse(await zoek(vrouw))).not.toEqual(JSON.parse(await zoek(kaal)));
    // a third mention, recognised as hers, says that it must stay secret
    const derde = await meld(t, [{ ...vrouw, geheimAdres: true, telefoon: ['0612341234'] }]);
    const k = await kandidaat(t, derde.id);
    if (k.oordeel === 'vraag')
      expect(
        (await t.als('visser').post(`/radar-kandidaten/${k.id}/oordeel`, { oordeel: 'zelfde' })).statusCode,
      ).toBe(200);
    expect(JSON.parse(await zoek(vrouw))).toEqual(JSON.parse(await zoek(kaal)));
    const uit = await t.als('visser').get(`/meldingen/${m.id}/radar`);
    const [na] = await kandidaten(t, m.id);
    expect(na?.staven.map((s) => s.veld)).not.toContain('adres');
    expect((na?.prior ?? 0) + (na?.staven ?? []).reduce((som, s) => som + s.bits, 0)).toBeCloseTo(
      na?.gewicht ?? 0,
      9,
    );
    for (const spoor of ['Latelaan', '7900LL', 'Laterdorp']) expect(uit.body).not.toContain(spoor);
  });

  it('keeps BSN and address out of acts, log and kept explanations', async () => {
    await meld(t, [{ ...moeder, bsn: '999993653' }]);
    for (const tabel of [
      'handeling',
      'verwerkingslog',
      'radar_kandidaat',
      'radar_oordeel',
      'termijn',
      'samenvoeging',
    ]) {
      const { rows } = await t.database.beheer.query(`select to_jsonb(x) as x from ${tabel} x`);
      const tekst = JSON.stringify(rows);
      schoon(tekst);
      expect(tekst).not.toContain('999993653');
      expect(tekst).not.toContain('Verborgen');
    }
  });

  it('stays secret when the police correct where she lives, also in a sealed casus', async () => {
    const BSN = '123456782';
    const naam = { voornamen: 'Wendelmoet', achternaam: 'Kortelink' };
    const bericht = jzvBericht({
      natuurlijkPersoon: {
        adres: { soortAdres: '02', straatAdres: { straatnaam: 'Oudelaan', huisnummer: 1, huisletter: '-' } },
        burgerservicenummer: BSN,
        naam: { geslachtsnaam: naam.achternaam, voornamen: naam.voornamen },
        geboorte: { datum: '1990-03-04' },
        geslachtsaanduiding: 'vrouw',
      },
    });
    const stuur = async (huisnummer: number) => {
      const persoon = {
        ...(bericht['natuurlijkPersoon'] as object),
        adres: { soortAdres: '02', straatAdres: { straatnaam: SCHUIL.straat, huisnummer, huisletter: '-' } },
      };
      const uit = await t
        .als('politie')
        .put('/api/jzv_meldingen/v1/meldingen', { ...bericht, natuurlijkPersoon: persoon });
      expect(uit.statusCode, uit.body).toBe(200);
    };
    expect((await t.als('politie').post('/api/jzv_meldingen/v1/meldingen', bericht)).statusCode).toBe(201);
    const { rows } = await t.database.beheer.query(
      'select id, casus_id from melding where registratienummer = $1',
      [bericht.registratienummer],
    );
    const { id, casus_id: casusId } = rows[0];
    const geheim = await meld(t, [
      {
        ...suzanne({ ...naam, ...ZONDER, bsn: BSN, geheimAdres: true }),
        geboortejaar: 1990,
        geboortemaand: 3,
        geboortedag: 4,
      },
    ]);
    expect((await kandidaat(t, geheim.id)).oordeel).toBe('zelf_gekoppeld');
    const samen = await t
      .als('visser')
      .post(`/casussen/${geheim.casusId}/samenvoeging`, { doelCasusId: casusId, reden: 'Zelfde vrouw.' });
    expect(samen.statusCode, samen.body).toBe(201);

    await stuur(77);
    const lees = async (vermeldingen: number) => {
      const uit = await t.als('teamleider').get(`/casussen/${casusId}`);
      expect(uit.statusCode, uit.body).toBe(200);
      const { personen, termijnen } = uit.json();
      expect(personen).toMatchObject([{ geheimAdres: true, adres: null, aantalVermeldingen: vermeldingen }]);
      expect(JSON.stringify(termijnen)).not.toContain('verzegelde_melding');
    };
    await lees(3);
    expect((await kandidaten(t, id, 1)).map((k) => k.oordeel)).toEqual(['zelf_gekoppeld']);

    const zegel = await t.als('teamleider').post(`/casussen/${casusId}/verzegeling`, {
      soort: 'collega',
      reden: 'Een collega.',
      medewerkerIds: [MENS.bakker.id, MENS.teamleider.id],
    });
    expect(zegel.statusCode, zegel.body).toBe(201);
    await stuur(78);
    await lees(4);
  });

  it('is no address of a child that was seen there later, although nobody called that secret', async () => {
    const [moeder, kind] = gezin(4) as [Persoon, Persoon];
    const namen = { voornamen: kind['voornamen'], achternaam: kind['achternaam'] };
    const zelfde = async (meldingId: string) => {
      for (const k of await kandidaten(t, meldingId))
        if (k.oordeel === 'vraag')
          await t
            .als('visser')
            .post(`/radar-kandidaten/${k.id}/oordeel`, { oordeel: 'zelfde', reden: 'Zij is het.' });
      expect((await kandidaten(t, meldingId)).some((k) => /^zelf/.test(k.oordeel))).toBe(true);
    };
    await meld(t, [{ ...moeder, straat: 'Vroegerweg', huisnummer: '90', postcode: '7741BB' }, kind]);
    await zelfde((await meld(t, [{ ...moeder, ...SCHUIL, geheimAdres: true }])).id);
    const daar = await meld(t, [{ ...kind, ...SCHUIL }]);
    await zelfde(daar.id);
    const opCasus = await t.als('visser').get(`/casussen/${daar.casusId}`);
    expect(opCasus.json().personen).toMatchObject([{ geheimAdres: true, adres: null }]);
    schoon((await t.als('visser').get(`/meldingen/${daar.id}`)).body);
    const later = await meld(t, [{ ...kind, ...ZONDER }]);
    schoon((await t.als('visser').get(`/meldingen/${later.id}/radar`)).body);
    expect(JSON.parse(await zoek({ rol: 'kind', ...namen, ...SCHUIL }))).toEqual(
      JSON.parse(await zoek({ rol: 'kind', ...namen })),
    );
  });

  it('stands in no row, also beside a candidate who lives elsewhere, while it is asked who it is', async () => {
    const [vrouw] = gezin(5) as [Persoon];
    await meld(t, [{ ...vrouw, ...SCHUIL, geheimAdres: true }]);
    await meld(t, [{ ...vrouw, geboortedag: 19, straat: 'Elders', huisnummer: '12', postcode: '7742BB' }]);
    const { id } = await meld(t, [
      { ...vrouw, ...SCHUIL, geboortejaar: null, geboortemaand: null, geboortedag: null },
    ]);
    const beeld = await t.als('visser').get(`/meldingen/${id}/radar`);
    expect(beeld.json().personen[0].kandidaten.length).toBeGreaterThan(1);
    schoon(beeld.body);
  });
});
