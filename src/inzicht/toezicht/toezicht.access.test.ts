// SPDX-License-Identifier: EUPL-1.2
// The privacy officer sees who looked, and nothing of the family; nobody else sees it; and the overview for the person concerned
// holds neither who reported nor a hiding place.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  MENS,
  type MensNaam,
  maakTestHuis,
  meldingVoorbeeld,
  ORG,
  REGIO,
  type TestHuis,
} from '../../../test/huis.ts';
import { aanvaard, biedAan, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';
import { kandidaat } from '../../../test/hulp/radar.ts';
import type {
  KijkenAntwoord,
  OverzichtAntwoord,
  OverzichtPersonenAntwoord,
  ToezichtAntwoord,
} from './toezicht.api.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const nummerVan = async (casusId: string): Promise<string> =>
  (await t.database.beheer.query('select nummer from casus where id = $1', [casusId])).rows[0].nummer;
const kijk = async (wie: MensNaam, casusId: string) => {
  const uit = await t.als(wie).get(`/casussen/${casusId}`);
  expect(uit.statusCode, uit.body).toBe(200);
};
const toezicht = async () => (await t.als('fg').get('/toezicht')).json<ToezichtAntwoord>();
const zoek = (wie: MensNaam, casusnummer: string, anders = {}) =>
  t.als(wie).post('/toezicht/casussen/_zoek', { casusnummer, ...anders });
const morgen = () => new Date(t.klok.nu().getTime() + 86_400_000).toISOString().slice(0, 10);

describe('who looked', () => {
  it('is for the privacy officer alone, in the doors and in the database', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const nummer = await nummerVan(casusId);
    for (const wie of ['visser', 'teamleider', 'emmen', 'school', 'beleid', 'politie'] as const) {
      for (const pad of ['/toezicht', '/toezicht/medewerkers', `/toezicht/medewerkers/${MENS.visser.id}`])
        expect((await t.als(wie).get(pad)).statusCode, `${wie} ${pad}`).toBe(403);
      expect((await zoek(wie, nummer)).statusCode, wie).toBe(403);
      expect((await t.als(wie).post('/toezicht/overzicht/_zoek', { casusnummer: nummer })).statusCode).toBe(
        403,
      );
      expect((await t.als(wie).post('/toezicht/gezien', { sleutel: 'x', notitie: 'x' })).statusCode).toBe(
        403,
      );
    }
    const c = await t.database.app.connect();
    const vragen = [
      `toezicht_feiten('-infinity', 'infinity', 23, 6, 10)`,
      `toezicht_drukte('-infinity', 'infinity', 1)`,
      `toezicht_weigeringen('-infinity', 'infinity')`,
      `toezicht_logboek(null, '${casusId}', null, '-infinity', 'infinity', 10)`,
      `toezicht_nummers(array['${casusId}']::uuid[])`,
      `toezicht_personen('${casusId}')`,
      `toezicht_afscherming('${casusId}')`,
      'toezicht_gezien',
    ];
    const tel = async (functie: string, regio: string) => {
      const uit: number[] = [];
      for (const v of vragen) {
        await c.query('begin');
        await c.query(
          `select set_config('houvast.regio', $1, true), set_config('houvast.functie', $2, true), set_config('houvast.medewerker', $3, true),
            set_config('houvast.organisatie', $4, true)`,
          [regio, functie, MENS.fg.id, ORG.vt],
        );
        uit.push((await c.query(`select count(*)::int as n from ${v}`)).rows[0].n);
        await c.query('rollback');
      }
      return uit;
    };
    try {
      const nul = vragen.map(() => 0);
      for (const functie of ['vt_teamleider', 'systeem', 'beleid', ''])
        expect(await tel(functie, REGIO), functie).toEqual(nul);
      expect(await tel('privacyfunctionaris', '00000000-0000-7000-8000-0000000000ff')).toEqual(nul);
      const fg = await tel('privacyfunctionaris', REGIO);
      expect(fg[3]).toBeGreaterThan(0);
      expect(fg[4]).toBe(1);
      // and the tables themselves stay shut, for the officer too
      for (const tabel of ['verwerkingslog', 'besluitlog'])
        await expect(c.query(`select from ${tabel} limit 1`)).rejects.toThrow(/permission denied/);
    } finally {
      c.release();
    }
  });

  it('says of a casus number who looked, when, as what and why, and not a word of the family', async () => {
    const { casusId } = await klaarVoorOverdracht(t, {
      personen: [
        {
          rol: 'slachtoffer',
          voornamen: 'Kanariewilma',
          achternaam: 'Kanarievogel',
          straat: 'Kanariestraat',
          huisnummer: '1',
          postcode: '7811ZZ',
          woonplaats: 'Emmen',
        },
      ],
    });
    await kijk('bakker', casusId);
    const uit = await zoek('fg', await nummerVan(casusId));
    expect(uit.statusCode, uit.body).toBe(200);
    const { kijken } = uit.json<KijkenAntwoord>();
    expect(kijken.find((k) => k.handeling === 'casus.lezen')).toMatchObject({
      wie: {
        naam: MENS.bakker.naam,
        organisatieNaam: 'Veilig Thuis Test',
        functie: 'vt_gedragswetenschapper',
      },
      doel: 'zicht_houden',
      noodknop: false,
      casusId,
      personen: 1,
    });
    expect(kijken.map((k) => k.gekekenOp)).toEqual([...kijken.map((k) => k.gekekenOp)].sort().reverse());
    const van = await t.als('fg').get(`/toezicht/medewerkers/${MENS.bakker.id}`);
    const alles = [uit.body, van.body, (await t.als('fg').get('/toezicht')).body];
    for (const body of alles) expect(body).not.toMatch(/kanarie|7811ZZ/i);
    // a look of the officer is on record itself
    const { rows } = await t.database.beheer.query(
      "select count(*)::int as n from verwerkingslog where medewerker_id = $1 and name = 'toezicht.lezen' and doel = 'toezicht'",
      [MENS.fg.id],
    );
    expect(rows[0].n).toBeGreaterThan(1);
    expect((await zoek('fg', 'C-0000-99999')).statusCode).toBe(404);
    expect((await zoek('fg', await nummerVan(casusId), { van: morgen() })).statusCode).toBe(400);
  });

  it('keeps a sealed casus from the officer who is not named in it', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    const nummer = await nummerVan(casusId);
    await t.als('teamleider').post(`/casussen/${casusId}/verzegeling`, {
      soort: 'collega',
      reden: 'Het gaat over een collega.',
      medewerkerIds: [MENS.bakker.id],
    });
    await kijk('bakker', casusId);
    expect((await zoek('fg', nummer)).statusCode).toBe(404);
    expect((await t.als('fg').post('/toezicht/overzicht/_zoek', { casusnummer: nummer })).statusCode).toBe(
      404,
    );
    const van = await t.als('fg').get(`/toezicht/medewerkers/${MENS.bakker.id}`);
    expect(van.body).not.toContain(nummer);
    expect(van.body).not.toContain(casusId);
    expect((await t.als('fg').get('/toezicht')).body).not.toContain(nummer);
    // that there was a look stays visible
    expect(van.json<KijkenAntwoord>().kijken.some((k) => k.casusnummer === null)).toBe(true);
  });

  it('finds what is unusual, and marks it as seen once, with what was found', async () => {
    // a day of its own: what was refused above is another pattern
    t.klok.vooruit(86_400_000);
    const { casusId } = await klaarVoorOverdracht(t, {
      personen: [{ rol: 'slachtoffer', voornamen: 'Marja', achternaam: 'Brands', geboortejaar: 1980 }],
    });
    const nummer = await nummerVan(casusId);
    await biedAan(t, casusId).then((o) => aanvaard(t, o));
    const vrij = await klaarVoorOverdracht(t);
    // L. Brands of Assen sees it by a share, and has the same name; a colleague at Emmen looks and does nothing there
    await t.als('emmen').post(`/casussen/${casusId}/delingen`, {
      naarOrganisatieId: ORG.assen,
      onderdelen: ['plan'],
      grondslag: 'toestemming',
      reden: 'Samen een plan.',
      totOp: new Date(t.klok.nu().getTime() + 86_400_000).toISOString(),
    });
    await kijk('assen', casusId);
    for (const c of [vrij.casusId, casusId, '01900000-0000-7000-8000-00000000000a'])
      await t.als('school').get(`/casussen/${c}`);
    const { signalen, weigeringen } = await toezicht();
    const naam = signalen.find((s) => s.patroon === 'zelfde_naam');
    expect(naam).toMatchObject({ casusnummer: nummer, wie: { naam: MENS.assen.naam }, gezien: null });
    expect(
      signalen.find((s) => s.patroon === 'weigeringen' && s.wie.naam === MENS.school.naam),
    ).toMatchObject({
      aantal: 3,
      casusId: null,
    });
    expect(weigeringen.find((w) => w.wie.naam === MENS.school.naam)).toMatchObject({ onderwerpen: 3 });
    // who had a part when looking is no pattern
    expect(signalen.filter((s) => s.patroon === 'geen_deel')).toEqual([]);
    const merk = { sleutel: naam?.sleutel ?? '', notitie: 'Gebeld: geen familie.' };
    expect((await t.als('fg').post('/toezicht/gezien', merk)).statusCode).toBe(201);
    expect((await t.als('fg').post('/toezicht/gezien', merk)).statusCode).toBe(409);
    expect((await toezicht()).signalen.find((s) => s.sleutel === merk.sleutel)?.gezien).toMatchObject({
      notitie: merk.notitie,
      door: MENS.fg.naam,
    });
  });

  it('says nothing of a postcode where another mention of the same person has a secret address', async () => {
    t.klok.vooruit(86_400_000);
    const adres = { straat: 'Kringpad', huisnummer: '2', postcode: '7833PC', woonplaats: 'Emmen' };
    const { casusId } = await klaarVoorOverdracht(t, {
      personen: [
        { rol: 'slachtoffer', voornamen: 'Oda', achternaam: 'Kwartel', geboortejaar: 1990, ...adres },
      ],
    });
    const elders = await klaarVoorOverdracht(t);
    await t.database.beheer.query(
      `insert into kring (regio_id, id, medewerker_id, wie, postcode, gemaakt_op) values ($1, gen_random_uuid(), $2, 'zelf', '7833 pc', $3)`,
      [REGIO, MENS.visser.id, t.klok.nu()],
    );
    await kijk('visser', casusId);
    const gezegd = async () => {
      const nummer = await nummerVan(casusId);
      const { signalen } = await toezicht();
      return signalen.some((s) => s.patroon === 'zelfde_postcode' && s.casusnummer === nummer);
    };
    expect(await gezegd()).toBe(true);
    // in another casus the same woman was reported with an address that must stay secret
    await t.database.beheer.query(
      `with een as (select k.persoon_id from koppeling k join casus_persoon cp on cp.vermelding_id = k.vermelding_id where cp.casus_id = $1),
         nieuw as (insert into vermelding (regio_id, id, organisatie_id, bron, gegeven_op, straat, geheim_adres)
           values ($3, gen_random_uuid(), $4, 'proef', $5, 'Verweg', true) returning id),
         erin as (insert into casus_persoon (regio_id, id, casus_id, vermelding_id, rol, vanaf)
           select $3, gen_random_uuid(), $2, id, 'slachtoffer', $5 from nieuw)
       insert into koppeling (regio_id, id, vermelding_id, persoon_id, vanaf, grond)
       select $3, gen_random_uuid(), nieuw.id, een.persoon_id, $5, 'proef' from nieuw, een`,
      [casusId, elders.casusId, REGIO, ORG.vt, t.klok.nu()],
    );
    expect(await gezegd()).toBe(false);
    const { rows } = await t.database.beheer
      .query(
        `begin; select set_config('houvast.functie', 'privacyfunctionaris', true), set_config('houvast.regio', '${REGIO}', true);
       select geheim from toezicht_afscherming('${casusId}'); rollback`,
      )
      .then((r) => (r as unknown as { rows: { geheim: boolean }[] }[])[2] ?? { rows: [] });
    expect(rows).toEqual([{ geheim: true }]);
  });

  it('sees a look of an organisation that had no part', async () => {
    const { casusId } = await klaarVoorOverdracht(t);
    await biedAan(t, casusId).then((o) => aanvaard(t, o));
    await kijk('emmen', casusId);
    // the part was taken away afterwards, as if it had never covered the look
    await t.database.beheer.query(
      `update betrokkenheid set vanaf = vanaf - interval '20 days', tot = $3 where casus_id = $1 and organisatie_id = $2`,
      [casusId, ORG.emmen, new Date(t.klok.nu().getTime() - 10 * 86_400_000)],
    );
    await t.database.beheer.query('alter table zicht disable trigger all');
    await t.database.beheer.query('delete from zicht where casus_id = $1 and organisatie_id = $2', [
      casusId,
      ORG.emmen,
    ]);
    await t.database.beheer
      .query(
        'delete from overdracht_deel where overdracht_id in (select id from overdracht where casus_id = $1)',
        [casusId],
      )
      .catch(() => undefined);
    await t.database.beheer.query('alter table overdracht disable trigger all');
    await t.database.beheer.query('delete from overdracht where casus_id = $1', [casusId]);
    const { signalen } = await toezicht();
    expect(signalen.find((s) => s.patroon === 'geen_deel')).toMatchObject({
      casusId,
      wie: { naam: MENS.emmen.naam },
    });
  });
});

describe('the overview for the person concerned', () => {
  it('holds neither who reported nor a hiding place, and is not made of a name', async () => {
    await t.database.beheer.query("update organisatie set naam = 'Opvang Kanariekooi' where id = $1", [
      ORG.opvang,
    ]);
    await t.database.beheer.query("update organisatie set naam = 'Lokaal team Kanariedorp' where id = $1", [
      ORG.emmen,
    ]);
    await t.database.beheer.query("update organisatie set naam = 'Basisschool Kanarieveer' where id = $1", [
      ORG.school,
    ]);
    const school = await t.als('school').post(
      '/meldingen',
      meldingVoorbeeld({
        melder: {
          groep: 'onderwijs',
          naam: 'Juf Kanariejuf',
          email: 'kanarie@school.voorbeeld',
          bekend: 'anoniem_voor_gezin',
          grond: 'Gevaar voor de melder.',
        },
        personen: [
          {
            rol: 'slachtoffer',
            voornamen: 'Ietje',
            achternaam: 'Zwaluw',
            geboortejaar: 1991,
            geheimAdres: true,
            straat: 'Kanariepad',
            huisnummer: '3',
            postcode: '7811KN',
            woonplaats: 'Kanariedorp',
          },
          { rol: 'pleger', voornamen: 'Gerrit', achternaam: 'Mus', geboortejaar: 1988 },
        ],
      }),
    );
    expect(school.statusCode, school.body).toBe(201);
    const { rows } = await t.database.beheer.query(
      'select id, casus_id from melding where melder_organisatie_id = $1',
      [ORG.school],
    );
    const casusId: string = rows[0].casus_id;
    const nummer = await nummerVan(casusId);
    await kijk('visser', casusId);
    // the reporter reads along later, by a share; a shelter and a local team do too
    for (const naar of [ORG.school, ORG.opvang, ORG.emmen])
      expect(
        (
          await t.als('teamleider').post(`/casussen/${casusId}/delingen`, {
            naarOrganisatieId: naar,
            onderdelen: ['personen'],
            grondslag: 'toestemming',
            reden: 'Samen.',
            totOp: new Date(t.klok.nu().getTime() + 86_400_000).toISOString(),
          })
        ).statusCode,
      ).toBe(201);
    for (const wie of ['school', 'opvang', 'emmen'] as const) await kijk(wie, casusId);

    const keuze = await t.als('fg').post('/toezicht/overzicht/_zoek', { casusnummer: nummer });
    expect(keuze.statusCode, keuze.body).toBe(200);
    expect(keuze.body).not.toMatch(/kanarie|Ietje|Zwaluw|Gerrit|Mus\b/i);
    const { personen } = keuze.json<OverzichtPersonenAntwoord>();
    expect(personen.map((p) => [p.rollen, p.geboortejaar])).toEqual([
      [['pleger'], 1988],
      [['slachtoffer'], 1991],
    ]);
    for (const p of personen) {
      const uit = await t
        .als('fg')
        .post('/toezicht/overzicht', { casusnummer: nummer, persoonId: p.persoonId });
      expect(uit.statusCode, uit.body).toBe(200);
      expect(uit.body).not.toMatch(
        /kanarie|emmen|drenthe|opvang|school|onderwijs|professional|politie|zelf_melden|7811/i,
      );
      expect(uit.body).not.toContain(ORG.school);
      const { regels } = uit.json<OverzichtAntwoord>();
      expect(regels.map((r) => [r.organisatie, r.soort])).toEqual(
        expect.arrayContaining([
          [null, 'veilig_thuis'],
          [null, 'lokaal_team'],
          [null, 'anders'],
        ]),
      );
    }
    // that it was made is itself a look at this person
    const log = await t.database.beheer.query(
      "select count(distinct data_subject_id)::int as n from verwerkingslog where name = 'toezicht.overzicht' and casus_id = $1 and data_subject_id is not null",
      [casusId],
    );
    expect(log.rows[0].n).toBe(2);
    expect(
      (await t.als('fg').post('/toezicht/overzicht', { casusnummer: nummer, persoonId: MENS.visser.id }))
        .statusCode,
    ).toBe(404);
  });
});

describe('who reported and closed since', () => {
  it('stays out of the overview under the name that it had', async () => {
    const uit = await t.als('school').post(
      '/meldingen',
      meldingVoorbeeld({
        melder: {
          groep: 'onderwijs',
          naam: 'Juf Vink',
          telefoon: '0612345678',
          bekend: 'anoniem_voor_gezin',
          grond: 'Gevaar voor de melder.',
        },
        personen: [{ rol: 'slachtoffer', voornamen: 'Noor', achternaam: 'Merel', geboortejaar: 2015 }],
      }),
    );
    expect(uit.statusCode, uit.body).toBe(201);
    const { rows } = await t.database.beheer.query<{ casus_id: string }>(
      'select casus_id from melding where id = $1',
      [uit.json().id],
    );
    const casusId = rows[0]?.casus_id ?? '';
    const casusnummer = await nummerVan(casusId);
    const deling = await t.als('teamleider').post(`/casussen/${casusId}/delingen`, {
      naarOrganisatieId: ORG.school,
      onderdelen: ['personen'],
      grondslag: 'toestemming',
      reden: 'Samen.',
      totOp: new Date(t.klok.nu().getTime() + 86_400_000).toISOString(),
    });
    expect(deling.statusCode, deling.body).toBe(201);
    await kijk('visser', casusId);
    await kijk('school', casusId);
    const overzicht = async (): Promise<string> => {
      const keuze = await t.als('fg').post('/toezicht/overzicht/_zoek', { casusnummer });
      const { personen } = keuze.json<OverzichtPersonenAntwoord>();
      const body = { casusnummer, persoonId: personen[0]?.persoonId };
      const lijst = await t.als('fg').post('/toezicht/overzicht', body);
      expect(lijst.statusCode, lijst.body).toBe(200);
      return lijst.body;
    };
    expect(await overzicht()).not.toMatch(/school|onderwijs/i);
    const dicht = await t.als('teamleider').post(`/organisaties/${ORG.school}/sluiting`, {
      opvolgerId: ORG.opvang,
      reden: 'Gaat op in een ander.',
    });
    expect(dicht.statusCode, dicht.body).toBe(200);
    expect(await overzicht()).not.toMatch(/school|onderwijs/i);
    await t.database.beheer.query(
      'update organisatie set gesloten_op = null, opvolger_id = null where id = $1',
      [ORG.school],
    );
  });
});

describe('a casus that went up in another, and someone who was taken for another', () => {
  const vrouw = (voornamen: string, anders: object = {}) => ({
    rol: 'slachtoffer',
    voornamen,
    achternaam: 'Overgang',
    geslacht: 'vrouw',
    geboortejaar: 1983,
    geboortemaand: 5,
    geboortedag: 8,
    ...anders,
  });
  /** Per person of the overview of a casus: who looked, by function. */
  async function overzicht(nummer: string): Promise<{ functies: string[]; genoemd: boolean }[]> {
    const keuze = await t.als('fg').post('/toezicht/overzicht/_zoek', { casusnummer: nummer });
    expect(keuze.statusCode, keuze.body).toBe(200);
    return Promise.all(
      keuze.json<OverzichtPersonenAntwoord>().personen.map(async ({ persoonId }) => {
        const uit = await t.als('fg').post('/toezicht/overzicht', { casusnummer: nummer, persoonId });
        expect(uit.statusCode, uit.body).toBe(200);
        const { regels } = uit.json<OverzichtAntwoord>();
        return {
          functies: [...new Set(regels.map((r) => r.functie))]
            .filter((f) => f !== 'privacyfunctionaris')
            .sort(),
          genoemd: regels.some((r) => r.organisatie !== null),
        };
      }),
    );
  }
  const kijken = async (nummer: string) =>
    (await zoek('fg', nummer, { tot: morgen() }))
      .json<KijkenAntwoord>()
      .kijken.map((k) => `${k.wie.functie} ${k.handeling}`);
  const later = () => t.klok.vooruit(60_000);

  it('keeps every look, in the overview of either', async () => {
    const { casusId: a } = await klaarVoorOverdracht(t, {
      personen: [vrouw('Machteld', { geheimAdres: true })],
    });
    expect((await aanvaard(t, await biedAan(t, a))).statusCode).toBe(200);
    later();
    await kijk('emmen', a);
    later();
    const m = await t
      .als('visser')
      .post(
        '/meldingen',
        meldingVoorbeeld({ personen: [vrouw('Machtelt', { geboortemaand: 8, geboortedag: 5 })] }),
      );
    expect(m.statusCode, m.body).toBe(201);
    const { id, casusId: b } = m.json<{ id: string; casusId: string }>();
    const [nrA, nrB] = [await nummerVan(a), await nummerVan(b)];
    later();
    await kijk('bakker', b);
    const vooraf = [{ functies: ['vt_gedragswetenschapper', 'vt_medewerker'], genoemd: true }];
    expect(await overzicht(nrB)).toEqual(vooraf);

    later();
    const k = await kandidaat(t, id);
    const zelfde = await t.als('visser').post(`/radar-kandidaten/${k.id}/oordeel`, { oordeel: 'zelfde' });
    expect(zelfde.statusCode, zelfde.body).toBe(200);
    later();
    // who looked when she was thought to be another
    expect((await overzicht(nrB))[0]?.functies).toEqual(vooraf[0]?.functies);
    // and nothing of what was looked at in another casus
    expect((await overzicht(nrB))[0]?.functies).not.toContain('regisseur');
    later();
    const samen = await t
      .als('teamleider')
      .post(`/casussen/${b}/samenvoeging`, { doelCasusId: a, reden: 'Hetzelfde gezin.' });
    expect(samen.statusCode, samen.body).toBe(201);
    later();
    // her address is secret in the other: no organisation is named
    expect(await overzicht(nrB)).toEqual([
      { functies: ['vt_gedragswetenschapper', 'vt_medewerker', 'vt_teamleider'], genoemd: false },
    ]);
    expect((await overzicht(nrA))[0]?.functies).toEqual([
      'regisseur',
      'vt_gedragswetenschapper',
      'vt_medewerker',
      'vt_teamleider',
    ]);
    for (const nr of [nrA, nrB]) expect(await kijken(nr)).toContain('vt_teamleider casus.samenvoegen');
    expect(await kijken(nrA)).toContain('vt_gedragswetenschapper casus.lezen');
    // what is looked at since is of both
    later();
    await kijk('emmen', a);
    expect((await overzicht(nrB))[0]?.functies).toContain('regisseur');

    later();
    const terug = await t
      .als('teamleider')
      .post(`/samenvoegingen/${samen.json().id}/terugdraaiing`, { reden: 'Toch niet.' });
    expect(terug.statusCode, terug.body).toBe(200);
    later();
    await kijk('bakker', b);
    for (const nr of [nrA, nrB]) {
      expect(await kijken(nr)).toContain('vt_teamleider casus.samenvoegen');
      expect(await kijken(nr)).toContain('vt_teamleider casus.samenvoegen_ongedaan');
    }
    // two again: what is looked at in the one is not of the other
    expect(await kijken(nrA)).not.toContain('vt_gedragswetenschapper casus.lezen');
    expect(await kijken(nrB)).toContain('vt_gedragswetenschapper casus.lezen');
  });
});
