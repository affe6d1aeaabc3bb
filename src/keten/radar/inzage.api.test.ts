// SPDX-License-Identifier: EUPL-1.2
// Three steps of what is shown of someone who may be known: hit or no hit; for a purpose and with a reason what was before; whom to call.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MENS, type MensNaam, maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import {
  BSN,
  beoordeeld,
  geefZicht,
  gezin,
  kandidaat,
  kandidaten,
  meld,
  type Persoon,
  sluit,
  suzanne,
} from '../../../test/hulp/radar.ts';
import type { ContactType, EerderType, RadarAntwoordType } from './inzage.api.ts';
import { ZELFDE_BLIK_MS } from './kijkgeheugen.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());
// what was looked at before is another look
beforeEach(() => t.klok.vooruit(ZELFDE_BLIK_MS));

type Treffer = RadarAntwoordType['personen'][number]['treffer'];

async function zoek(wie: MensNaam, ...personen: Persoon[]): Promise<Treffer[]> {
  const uit = await t.als(wie).post('/radar/_zoek', { personen });
  expect(uit.statusCode, uit.body).toBe(200);
  return uit.json<RadarAntwoordType>().personen.map((p) => p.treffer);
}

const GROND = { doel: 'melden', reden: 'eerder' };
async function eerderBijTypen(wie: MensNaam, persoon: Persoon, grond: Record<string, unknown> = GROND) {
  return t.als(wie).post('/radar/_eerder', { personen: [persoon], plek: 0, ...grond });
}

async function logregels(naam: string): Promise<{ data_subject_id: string | null; doel: string }[]> {
  const { rows } = await t.database.beheer.query(
    'select data_subject_id, doel from verwerkingslog where name = $1 order by id',
    [naam],
  );
  return rows;
}

describe('step one, while typing', () => {
  it('says that someone is known, how sure, and which of the given facts fit: a name and one more fact is enough', async () => {
    const [moeder] = gezin(1);
    await meld(t, gezin(1));
    const [hit] = await zoek('visser', {
      rol: 'onbekend',
      voornamen: 'Wilhelmina',
      achternaam: 'Krijtenburg',
      geboortejaar: 1971,
    });
    expect(hit?.past).toEqual(['achternaam', 'voornaam', 'geboorte']);
    // two people share a name and a year: that is never sure
    expect(hit?.zekerheid).not.toBe('zeker');
    expect(await zoek('visser', moeder as Persoon)).toEqual([
      { zekerheid: 'zeker', past: ['achternaam', 'voornaam', 'geboorte', 'adres'] },
    ]);
  });

  it('tells nothing of the known person or a casus: not a letter that was not given', async () => {
    const { casusId, casusNummer } = await meld(t, gezin(2));
    const uit = await t.als('visser').post('/radar/_zoek', {
      personen: [{ rol: 'onbekend', voornamen: 'Wilhelmina', achternaam: 'Oosterduin', geboortejaar: 1972 }],
    });
    expect(uit.json().personen[0].treffer).not.toBeNull();
    for (const spoor of [
      'Oosterduin',
      'Wilhelmina',
      'Laan',
      'Hoogeveen',
      casusId,
      casusNummer,
      'Veilig Thuis',
      'persoon"',
    ])
      expect(uit.body, spoor).not.toContain(spoor);
  });

  it('finds by BSN when nothing else is right but the call name', async () => {
    await meld(t, [suzanne({ bsn: BSN[0] })]);
    const [hit] = await zoek('visser', {
      rol: 'onbekend',
      bsn: BSN[0],
      voornamen: 'Suus',
      achternaam: 'Andersma',
    });
    expect(hit?.past).toContain('bsn');
  });

  it('is silent about a name alone, about nobody, and when two fit about as well', async () => {
    const adres = { straat: 'Dorpsweg', huisnummer: '4', postcode: '9431AB', woonplaats: 'Westerbork' };
    const vader = { rol: 'pleger', voornamen: 'Hendrik', achternaam: 'Naamgever', geslacht: 'man', ...adres };
    await meld(t, [{ ...vader, geboortejaar: 1961, geboortemaand: 2, geboortedag: 9 }]);
    await meld(t, [{ ...vader, geboortejaar: 1989, geboortemaand: 7, geboortedag: 21 }]);
    expect(await zoek('visser', { rol: 'onbekend', voornamen: 'Jan' }, { rol: 'onbekend' }, vader)).toEqual([
      null,
      null,
      null,
    ]);
    // one of the two, once it is said which
    expect(
      (await zoek('visser', { ...vader, geboortejaar: 1989, geboortemaand: 7, geboortedag: 21 }))[0],
    ).not.toBeNull();
  });

  it('is not silent about someone who was reported twice and not joined yet, unless someone said that they are two', async () => {
    const man = {
      rol: 'pleger',
      voornamen: 'Maurits',
      achternaam: 'Dubbelmans',
      geboortejaar: 1968,
      geboortemaand: 4,
      geboortedag: 19,
      woonplaats: 'Assen',
    };
    const eerste = await meld(t, [man]);
    const tweede = await meld(t, [man]);
    const k = await kandidaat(t, tweede.id);
    expect(k.oordeel).toBe('vraag');
    expect((await zoek('visser', man))[0]).not.toBeNull();
    const e = (await eerderBijTypen('visser', man)).json<EerderType>();
    expect(e.casussen.map((c) => c.casusId).sort()).toEqual([eerste.casusId, tweede.casusId].sort());
    await t.als('visser').post(`/radar-kandidaten/${k.id}/oordeel`, { oordeel: 'niet_dezelfde' });
    expect(await zoek('visser', man)).toEqual([null]);
  });

  it('is on record of each person who was found, once while one goes on typing', async () => {
    await meld(t, gezin(3));
    const [moeder, kind] = gezin(3) as [Persoon, Persoon];
    const voor = (await logregels('radar.zoeken')).length;
    await zoek('visser', moeder);
    await zoek('visser', { ...moeder, woonplaats: 'Hoogeveen (Dr.)' });
    const een = (await logregels('radar.zoeken')).slice(voor);
    expect(een.map((r) => r.data_subject_id !== null)).toEqual([true]);
    // someone else found, another worker, nobody found, and the same after a while: each is a look of its own
    await zoek('visser', moeder, kind);
    await zoek('bakker', moeder);
    await zoek('visser', { rol: 'onbekend', achternaam: 'Nergensman', voornamen: 'Nul' });
    await zoek('visser', { rol: 'onbekend', achternaam: 'Nergensman', voornamen: 'Nulde' });
    t.klok.vooruit(ZELFDE_BLIK_MS);
    await zoek('visser', moeder);
    const alle = (await logregels('radar.zoeken')).slice(voor + 1);
    expect(alle.map((r) => r.data_subject_id !== null)).toEqual([true, true, true, false, false, true]);
  });
});

describe('step one, trying out', () => {
  it('facts on someone who is known leaves a line for every guess', async () => {
    const [moeder] = gezin(12) as [Persoon];
    await meld(t, [{ ...moeder, telefoon: ['0612312312'] }]);
    await zoek('visser', moeder);
    const voor = (await logregels('radar.zoeken')).length;
    for (let i = 0; i < 20; i++) await zoek('visser', { ...moeder, telefoon: [`06${20_000_000 + i}`] });
    // the first adds a fact, as someone who types does; the others put a guess in its place
    expect((await logregels('radar.zoeken')).length - voor).toBe(19);
  });
});

describe('step two, what was before', () => {
  it('is shown for a purpose and a reason, with who knows, when and which outcome, and is on record', async () => {
    const [moeder] = gezin(4);
    const m = await meld(t, gezin(4));
    await beoordeeld(t, m.id);
    await geefZicht(t, m.casusId, ORG.emmen);
    const voor = (await logregels('radar.eerder_bij_typen')).length;
    const uit = await eerderBijTypen('visser', moeder as Persoon, { doel: 'melden', reden: 'zicht' });
    expect(uit.statusCode, uit.body).toBe(200);
    const e = uit.json<EerderType>();
    expect(e).toMatchObject({ naam: 'Wilhelmina Brandsmark', geboortejaar: 1974, woonplaats: 'Hoogeveen' });
    expect(e.casussen).toEqual([
      expect.objectContaining({
        casusId: m.casusId,
        nummer: m.casusNummer,
        status: 'open',
        weet: 'Lokaal team Emmen',
        directbetrokken: true,
        meldingen: [expect.objectContaining({ uitkomst: 'voorwaarden_en_vervolg' })],
      }),
    ]);
    const { rows } = await t.database.beheer.query(
      'select medewerker_id, melding_id, doel, reden, toelichting from radar_inzage where id = $1',
      [e.inzageId],
    );
    expect(rows).toEqual([
      { medewerker_id: MENS.visser.id, melding_id: null, doel: 'melden', reden: 'zicht', toelichting: null },
    ]);
    const log = (await logregels('radar.eerder_bij_typen')).slice(voor);
    expect(log).toEqual([{ data_subject_id: expect.any(String), doel: 'melden' }]);
  });

  it('shows an unfounded report as such, beside the other, and adds nothing up', async () => {
    const [moeder] = gezin(5);
    const m = await meld(t, gezin(5));
    await sluit(t, m.casusId);
    await t.database.beheer.query("update casus set sluitreden = 'geen_hgkm' where id = $1", [m.casusId]);
    const nieuw = await meld(t, gezin(5));
    const e = (await eerderBijTypen('visser', moeder as Persoon)).json<EerderType>();
    expect(e.casussen.map((c) => [c.casusId, c.status, c.sluitreden])).toEqual([
      [nieuw.casusId, 'open', null],
      [m.casusId, 'gesloten', 'geen_hgkm'],
    ]);
    expect(Object.keys(e).sort()).toEqual(['casussen', 'geboortejaar', 'inzageId', 'naam', 'woonplaats']);
  });

  it('of a candidate leaves out the melding that it is asked from', async () => {
    const eerste = await meld(t, gezin(6));
    const tweede = await meld(t, gezin(6));
    const k = await kandidaat(t, tweede.id);
    const uit = await t
      .als('visser')
      .post(`/radar-kandidaten/${k.id}/eerder`, { doel: 'beoordelen', reden: 'eerder' });
    expect(uit.statusCode, uit.body).toBe(200);
    expect(uit.json<EerderType>().casussen.map((c) => c.casusId)).toEqual([eerste.casusId]);
    const { rows } = await t.database.beheer.query('select melding_id from radar_inzage where id = $1', [
      uit.json<EerderType>().inzageId,
    ]);
    expect(rows[0].melding_id).toBe(tweede.id);
  });

  it('is refused while it is not clear who it is, after a no, without a reason, and while giving advice', async () => {
    const man = { rol: 'pleger', voornamen: 'Fokke', achternaam: 'Tweestrijd', geslacht: 'man' };
    await meld(t, [{ ...man, geboortejaar: 1961, geboortemaand: 2, geboortedag: 9 }]);
    await meld(t, [{ ...man, geboortejaar: 1989, geboortemaand: 7, geboortedag: 21 }]);
    expect((await eerderBijTypen('visser', man)).json()).toMatchObject({
      status: 409,
      type: '/problemen/niet-eenduidig',
    });
    const m = await meld(t, [{ ...man, geboortejaar: 1989 }]);
    const [zoon, ...rest] = await kandidaten(t, m.id);
    const vraag = (
      id: string | undefined,
      grond: Record<string, unknown> = { doel: 'beoordelen', reden: 'eerder' },
    ) => t.als('visser').post(`/radar-kandidaten/${id}/eerder`, grond);
    for (const ander of rest) expect((await vraag(ander.id)).statusCode).toBe(409);
    expect(
      (await t.als('visser').post(`/radar-kandidaten/${zoon?.id}/oordeel`, { oordeel: 'niet_dezelfde' }))
        .statusCode,
    ).toBe(200);
    expect((await vraag(zoon?.id)).statusCode).toBe(409);

    const [moeder] = gezin(1) as [Persoon];
    for (const grond of [
      { doel: 'melden' },
      { reden: 'eerder' },
      { doel: 'adviseren', reden: 'eerder' },
      { doel: 'melden', reden: 'nieuwsgierig' },
      { doel: 'melden', reden: 'anders', toelichting: '  ' },
    ])
      expect((await eerderBijTypen('visser', moeder, grond)).statusCode, JSON.stringify(grond)).toBe(400);
    const woorden = { doel: 'melden', reden: 'anders', toelichting: 'De huisarts vraagt ernaar.' };
    expect((await eerderBijTypen('visser', moeder, woorden)).statusCode).toBe(200);
  });

  it('is looked up anew every time: the same key gives no kept answer, and a new line', async () => {
    const [moeder] = gezin(4) as [Persoon];
    const voor = (await logregels('radar.eerder_bij_typen')).length;
    const sleutel = { 'idempotency-key': 'tweemaal-hetzelfde' };
    for (let i = 0; i < 2; i++)
      await t.app.inject({
        method: 'POST',
        url: '/api/v1/radar/_eerder',
        headers: { 'x-test-wie': 'visser', ...sleutel },
        payload: { personen: [moeder], plek: 0, ...GROND },
      });
    expect((await logregels('radar.eerder_bij_typen')).length).toBe(voor + 2);
    const { rows } = await t.database.beheer.query(
      "select 1 from idempotentie where sleutel like '%tweemaal%'",
    );
    expect(rows).toEqual([]);
  });
});

describe('step three, whom to call', () => {
  const contact = (wie: MensNaam, inzageId: string, casusId: string, doel = 'melden') =>
    t.als(wie).post(`/radar-inzagen/${inzageId}/contact`, { casusId, doel });

  it('names the organisation that knows and how to reach it, and is on record at that casus', async () => {
    const [moeder] = gezin(8) as [Persoon];
    const m = await meld(t, gezin(8));
    await geefZicht(t, m.casusId, ORG.emmen);
    await t.database.beheer.query("update organisatie set contact = '0591 00 00 01' where id = $1", [
      ORG.emmen,
    ]);
    const { inzageId } = (await eerderBijTypen('visser', moeder)).json<EerderType>();
    const uit = await contact('visser', inzageId, m.casusId);
    expect(uit.statusCode, uit.body).toBe(200);
    expect(uit.json<ContactType>()).toMatchObject({
      organisatie: 'Lokaal team Emmen',
      telefoon: '0591 00 00 01',
      eigen: false,
      nummer: m.casusNummer,
    });
    const { rows } = await t.database.beheer.query(
      "select casus_id, doel from verwerkingslog where name = 'radar.contact' and data_subject_id is not null order by id desc limit 1",
    );
    expect(rows).toEqual([{ casus_id: m.casusId, doel: 'melden' }]);
  });

  it('is for who looked, about what was shown, for the same purpose, within a day', async () => {
    const [moeder] = gezin(9) as [Persoon];
    const m = await meld(t, gezin(9));
    const ander = await meld(t, gezin(10));
    const { inzageId } = (await eerderBijTypen('visser', moeder)).json<EerderType>();
    expect((await contact('bakker', inzageId, m.casusId)).statusCode).toBe(404);
    expect((await contact('visser', inzageId, ander.casusId)).statusCode).toBe(409);
    expect((await contact('visser', inzageId, m.casusId, 'beoordelen')).statusCode).toBe(409);
    expect((await contact('visser', inzageId, m.casusId)).statusCode).toBe(200);
    t.klok.vooruit(24 * 3_600_000 + 1);
    expect((await contact('visser', inzageId, m.casusId)).statusCode).toBe(404);
  });
});

describe('what is closed to someone', () => {
  it('is no hit, no fact and no contact: a sealed casus is as one that is not there', async () => {
    const [moeder] = gezin(11) as [Persoon];
    const m = await meld(t, gezin(11));
    const { inzageId } = (await eerderBijTypen('visser', moeder)).json<EerderType>();
    const zegel = await t.als('teamleider').post(`/casussen/${m.casusId}/verzegeling`, {
      soort: 'collega',
      reden: 'Het gaat over een collega.',
      medewerkerIds: [MENS.teamleider.id],
    });
    expect(zegel.statusCode, zegel.body).toBeLessThan(300);
    expect(await zoek('visser', moeder)).toEqual([null]);
    expect((await eerderBijTypen('visser', moeder)).statusCode).toBe(409);
    expect(
      (
        await t
          .als('visser')
          .post(`/radar-inzagen/${inzageId}/contact`, { casusId: m.casusId, doel: 'melden' })
      ).statusCode,
    ).toBe(409);
  });
});
