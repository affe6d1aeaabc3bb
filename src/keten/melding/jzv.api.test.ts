// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, ORG, REGIO, type TestHuis } from '../../../test/huis.ts';
import { lees, lopendeTermijnen, stelVast } from '../../../test/hulp/beoordeling.ts';
import { jzvBericht as bericht } from '../../../test/hulp/jzv.ts';
import { aanvaard, biedAan, houders } from '../../../test/hulp/overdracht.ts';
import { sluit } from '../../../test/hulp/radar.ts';
import { ontvangJzv, schrijfUitkomst } from './jzv.store.ts';
import type { JzvMelding } from './jzv.ts';
import type { MeldingDetailType } from './meldingdetail.ts';
import { verstuurUitkomsten } from './uitkomst.job.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const PAD = '/api/jzv_meldingen/v1';
const politie = () => t.als('politie');
/** The melding as Veilig Thuis reads it. */
async function bijVt(registratienummer: string): Promise<MeldingDetailType> {
  const [m] = await sql('select id from melding where registratienummer = $1', [registratienummer]);
  const a = await t.als('visser').get(`/meldingen/${m.id}`);
  expect(a.statusCode, a.body).toBe(200);
  return a.json<MeldingDetailType>();
}
const sql = async (q: string, p: unknown[] = []) => (await t.database.beheer.query(q, p)).rows;

const metHuisverbod = (b: Record<string, unknown>) => ({
  ...b,
  zorgelijkeSituatie: {
    ...(b['zorgelijkeSituatie'] as object),
    vraagAntwoord: { vraag: 'VT-002', antwoord: 'Ja, vannacht opgelegd.' },
  },
});
const acuutVan = async (registratienummer: string) =>
  (
    await sql(
      'select m.acuut as melding, c.acuut as casus from melding m join casus c on c.id = m.casus_id where m.registratienummer = $1',
      [registratienummer],
    )
  )[0];
/** The running terms of the casus of a report: kind, what it is about, acute. */
const termijnenVan = async (registratienummer: string) =>
  (
    await sql(
      `select t.soort, t.onderwerp_soort, t.acuut from termijn t join melding m on m.casus_id = t.casus_id
       where m.registratienummer = $1 and t.afgerond_op is null and t.soort <> 'radar_vraag' order by t.soort`,
      [registratienummer],
    )
  ).map((r) => [r.soort, r.onderwerp_soort, r.acuut]);

describe('JZV Meldingen 1.0', () => {
  it('takes a report in: 201, Location, the message back, and someone who holds', async () => {
    const b = bericht();
    const a = await politie().post(`${PAD}/meldingen`, b);
    expect(a.statusCode, a.body).toBe(201);
    expect(a.headers['location']).toBe(`${PAD}/meldingen/${b.registratienummer}`);
    expect(a.headers['api-version']).toBe('1.0.0');
    expect(a.json()).toEqual(b);
    const [rij] = await sql(
      `select z.organisatie_id, m.gemeentecode, (select count(*) from uitspraak u where u.melding_id = m.id) as uitspraken
       from melding m join zicht z on z.casus_id = m.casus_id and z.tot is null where m.registratienummer = $1`,
      [b.registratienummer],
    );
    // seven fields of the message make seven statements; the place names Emmen (RvIG 0114)
    expect(rij).toEqual({ organisatie_id: ORG.vt, gemeentecode: '0114', uitspraken: 7 });
    expect((await politie().get(`${PAD}/meldingen/${b.registratienummer}`)).json()).toEqual(b);
  });

  it('answers in the shape of the published schema', async () => {
    const schema = JSON.parse(await readFile('test/contract/jzv-meldingen-1.0.schema.json', 'utf8'));
    const eigen = JSON.parse(await readFile('src/keten/melding/jzv-meldingen-1.0.schema.json', 'utf8'));
    expect(eigen).toEqual(schema);
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const isMelding = ajv.compile({ ...schema, $ref: '#/definitions/Melding' });
    const b = bericht();
    const a = await politie().post(`${PAD}/meldingen`, b);
    expect(isMelding(a.json())).toBe(true);
    const lijst = (await politie().get(`${PAD}/meldingen`)).json<unknown[]>();
    expect(lijst.length).toBeGreaterThan(1);
    expect(lijst.every((x) => isMelding(x))).toBe(true);
  });

  it('keeps what the schema does not know, in the message as it came', async () => {
    const b = bericht({ betrokkenen: [{ rol: 'kind', naam: 'Bram' }] });
    await politie().post(`${PAD}/meldingen`, b);
    expect((await politie().get(`${PAD}/meldingen/${b.registratienummer}`)).json()).toEqual(b);
  });

  it('knows the same message again: one melding', async () => {
    const b = bericht();
    const [een, twee] = await Promise.all([
      politie().post(`${PAD}/meldingen`, b),
      politie().post(`${PAD}/meldingen`, b),
    ]);
    expect([een.statusCode, twee.statusCode]).toEqual([201, 201]);
    expect(
      await sql('select count(*) as n from melding where registratienummer = $1', [b.registratienummer]),
    ).toEqual([{ n: 1 }]);
  });

  it('refuses the same number with other content, keeps it, and asks someone to look', async () => {
    const b = bericht();
    await politie().post(`${PAD}/meldingen`, b);
    const a = await politie().post(`${PAD}/meldingen`, { ...b, verzoek: 'Iets heel anders.' });
    expect(a.statusCode).toBe(409);
    expect(a.headers['content-type']).toContain('application/problem+json');
    expect(a.json().detail).toContain('bewaard');
    expect(
      await sql('select soort from jzv_bericht where registratienummer = $1 order by ontvangen_op, id', [
        b.registratienummer,
      ]),
    ).toEqual([{ soort: 'melding' }, { soort: 'afwijkend' }]);
    const termijnen = await sql(
      `select t.soort from termijn t join melding m on m.id = t.onderwerp_id where m.registratienummer = $1 and t.soort = 'bericht_bekijken'`,
      [b.registratienummer],
    );
    expect(termijnen).toHaveLength(1);
  });

  it('adds what a correction adds and keeps what was said', async () => {
    const b = bericht();
    await politie().post(`${PAD}/meldingen`, b);
    const nieuw = { ...b, verzoek: 'Met spoed beoordelen.' };
    expect((await politie().put(`${PAD}/meldingen`, nieuw)).statusCode).toBe(200);
    expect((await politie().get(`${PAD}/meldingen/${b.registratienummer}`)).json()).toEqual(nieuw);
    const teksten = await sql(
      'select u.tekst from uitspraak u join melding m on m.id = u.melding_id where m.registratienummer = $1',
      [b.registratienummer],
    );
    expect(teksten.map((x) => x.tekst)).toEqual(
      expect.arrayContaining([
        'Verzoek van de politie: Graag beoordelen.',
        'Gewijzigd door de politie: Verzoek van de politie: Met spoed beoordelen.',
      ]),
    );
    expect(teksten).toHaveLength(8);
  });

  it('makes a report acute that a correction tells a huisverbod about, as if it had said so at once', async () => {
    const b = bericht();
    await politie().post(`${PAD}/meldingen`, b);
    t.klok.vooruit(3_600_000);
    expect((await politie().put(`${PAD}/meldingen`, metHuisverbod(b))).statusCode).toBe(200);
    const gewijzigd = t.klok.nu().getTime();
    expect(await acuutVan(b.registratienummer)).toEqual({ melding: true, casus: true });
    expect(await termijnenVan(b.registratienummer)).toEqual([
      ['beoordeling', 'beoordeling', true],
      ['bericht_bekijken', 'melding', true],
      ['informeren_betrokkenen', 'melding', false],
      ['spoed_24u', 'beoordeling', true],
      ['zichtcontrole', 'casus', true],
    ]);
    const [spoed] = await sql(
      `select t.vervalt_op, t.eigenaar_organisatie_id from termijn t join melding m on m.casus_id = t.casus_id
       where m.registratienummer = $1 and t.soort = 'spoed_24u'`,
      [b.registratienummer],
    );
    expect(spoed.eigenaar_organisatie_id).toBe(ORG.vt);
    // 24 hours from the correction, not from the report
    expect(Math.abs(spoed.vervalt_op.getTime() - gewijzigd - 86_400_000)).toBeLessThan(60_000);
    const d = await bijVt(b.registratienummer);
    expect(d.acuutToelichting).toBe('De politie noemt een tijdelijk huisverbod.');
    const tijdlijn = (await t.als('visser').get(`/casussen/${d.casus.id}/tijdlijn`)).json<{
      regels: { soort: string }[];
    }>();
    expect(tijdlijn.regels.map((r) => r.soort)).toContain('melding.acuut_gemeld');

    // the next correction leaves it out: that it is over, Veilig Thuis says
    expect((await politie().put(`${PAD}/meldingen`, b)).statusCode).toBe(200);
    expect(await acuutVan(b.registratienummer)).toEqual({ melding: true, casus: true });
  });

  it('asks Veilig Thuis to act within the day on a huisverbod in another message with the same number', async () => {
    const b = bericht();
    await politie().post(`${PAD}/meldingen`, b);
    const a = await politie().post(`${PAD}/meldingen`, metHuisverbod(b));
    expect(a.statusCode).toBe(409);
    // the report itself is as it was, as the police were told
    expect(await acuutVan(b.registratienummer)).toEqual({ melding: false, casus: true });
    expect(await termijnenVan(b.registratienummer)).toEqual([
      ['beoordeling', 'beoordeling', true],
      ['bericht_bekijken', 'melding', true],
      ['informeren_betrokkenen', 'melding', false],
      ['spoed_24u', 'beoordeling', true],
      ['zichtcontrole', 'casus', true],
    ]);
  });

  it('sets the 24 hours also where the report was decided or withdrawn already', async () => {
    const beslist = bericht();
    await politie().post(`${PAD}/meldingen`, beslist);
    const { id, casus } = await bijVt(beslist.registratienummer);
    await stelVast(
      t,
      { id, casusId: casus.id, beoordeling: await lees(t, id) },
      { besluit: 'einde_bemoeienis', besluitReden: 'Er is hulp genoeg.' },
    );
    expect((await politie().put(`${PAD}/meldingen`, metHuisverbod(beslist))).statusCode).toBe(200);
    expect(await acuutVan(beslist.registratienummer)).toEqual({ melding: true, casus: true });
    expect(await termijnenVan(beslist.registratienummer)).toContainEqual(['spoed_24u', 'melding', true]);

    const weg = bericht();
    await politie().post(`${PAD}/meldingen`, weg);
    await politie().del(`${PAD}/meldingen/${weg.registratienummer}`);
    expect((await politie().post(`${PAD}/meldingen`, metHuisverbod(weg))).statusCode).toBe(409);
    expect(await termijnenVan(weg.registratienummer)).toContainEqual(['spoed_24u', 'melding', true]);
  });

  it.each(['put', 'post'] as const)(
    'opens a closed casus again with who held it last when a huisverbod is named about it (%s)',
    async (methode) => {
      const b = bericht();
      await politie().post(`${PAD}/meldingen`, b);
      const { id, casus } = await bijVt(b.registratienummer);
      await stelVast(
        t,
        { id, casusId: casus.id, beoordeling: await lees(t, id) },
        {
          besluit: 'overdragen',
          besluitReden: 'Het lokaal team kent het gezin.',
          vervolgSoort: 'lokaal_team',
        },
      );
      expect((await aanvaard(t, await biedAan(t, casus.id))).statusCode).toBe(200);
      await sluit(t, casus.id);
      // and Veilig Thuis was done with it
      await sql('update betrokkenheid set tot = $3 where casus_id = $1 and organisatie_id = $2', [
        casus.id,
        ORG.vt,
        t.klok.nu(),
      ]);
      t.klok.vooruit(60_000);
      const uit = await politie()[methode](`${PAD}/meldingen`, metHuisverbod(b));
      expect(uit.statusCode, uit.body).toBe(methode === 'put' ? 200 : 409);

      expect(await houders(t, casus.id)).toEqual([ORG.emmen]);
      const open = (await t.als('emmen').get(`/casussen/${casus.id}`)).json();
      expect(open).toMatchObject({ status: 'open', acuut: true });
      const termijnen = await lopendeTermijnen(t, casus.id);
      for (const soort of ['hermelding_terug', 'zichtcontrole'])
        expect(termijnen.get(soort), soort).toMatchObject({
          eigenaar_organisatie_id: ORG.emmen,
          acuut: true,
        });
      expect(termijnen.get('spoed_24u')).toMatchObject({ eigenaar_organisatie_id: ORG.vt, acuut: true });
      const werk = (await t.als('emmen').get('/werk?wie=organisatie')).json<{
        regels: { casusId: string; soort: string; groep: string }[];
      }>();
      expect(
        werk.regels.filter((r) => r.casusId === casus.id && r.groep === 'nu').map((r) => r.soort),
      ).toEqual(expect.arrayContaining(['hermelding_terug', 'zichtcontrole']));
      const tijdlijn = (await t.als('emmen').get(`/casussen/${casus.id}/tijdlijn`)).json<{
        regels: { soort: string }[];
      }>();
      expect(tijdlijn.regels.map((r) => r.soort)).toContain('casus.heropenen');
      const kijk = await t.als('visser').post(`/casussen/${casus.id}/veiligheidscontroles`, {
        uitkomst: 'onveilig',
        met: 'de politie',
        toelichting: 'Hij is uit huis geplaatst.',
      });
      expect(kijk.statusCode, kijk.body).toBe(201);
    },
  );

  it('lets the police withdraw, and keeps the family watched', async () => {
    const b = bericht();
    await politie().post(`${PAD}/meldingen`, b);
    expect((await politie().del(`${PAD}/meldingen/${b.registratienummer}`)).statusCode).toBe(204);
    expect((await politie().get(`${PAD}/meldingen/${b.registratienummer}`)).statusCode).toBe(410);
    expect((await politie().put(`${PAD}/meldingen`, b)).statusCode).toBe(410);
    const zicht = await sql(
      'select z.organisatie_id from zicht z join melding m on m.casus_id = z.casus_id where m.registratienummer = $1 and z.tot is null',
      [b.registratienummer],
    );
    expect(zicht).toEqual([{ organisatie_id: ORG.vt }]);
  });

  it.each([
    [
      'no BSN',
      (b: Record<string, unknown>) =>
        delete (b['natuurlijkPersoon'] as Record<string, unknown>)['burgerservicenummer'],
      'natuurlijkPersoon.burgerservicenummer',
    ],
    [
      'a BSN of eight digits',
      (b: Record<string, unknown>) =>
        Object.assign(b['natuurlijkPersoon'] as object, { burgerservicenummer: '12345678' }),
      'natuurlijkPersoon.burgerservicenummer',
    ],
    ['no moment', (b: Record<string, unknown>) => Object.assign(b, { datumTijd: 'gisteren' }), 'datumTijd'],
    ['an unknown kind', (b: Record<string, unknown>) => Object.assign(b, { soort: 'XX' }), 'soort'],
  ])('says at which field a message with %s is wrong', async (_naam, maakStuk, veld) => {
    const b = bericht();
    maakStuk(b);
    const a = await politie().post(`${PAD}/meldingen`, b);
    expect(a.statusCode).toBe(400);
    expect(a.json().fouten.map((f: { veld: string }) => f.veld)).toContain(veld);
  });

  it.each([
    ['a BSN that fails the elfproef', { burgerservicenummer: '999993654' }, 'bsn'],
    ['a birth date in the future', { geboorte: { datum: '2031-01-01' } }, 'geboortedatum'],
    ['a name with a picture', { naam: { geslachtsnaam: 'Jansen 😀' } }, 'achternaam'],
    ['a name in another script', { naam: { geslachtsnaam: 'Петров' } }, 'achternaam'],
    ['a name of one letter', { naam: { geslachtsnaam: 'X' } }, 'achternaam'],
    ['a very long name', { naam: { geslachtsnaam: 'Wolfeschlegel'.repeat(6) } }, 'achternaam'],
  ])('keeps %s as it came, marked as doubtful', async (_naam, persoon, veld) => {
    const b = bericht();
    Object.assign(b['natuurlijkPersoon'] as object, persoon);
    expect((await politie().post(`${PAD}/meldingen`, b)).statusCode).toBe(201);
    const [rij] = await sql(
      `select v.twijfels, v.achternaam, v.bsn from vermelding v join melding_vermelding mv on mv.vermelding_id = v.id join melding m on m.id = mv.melding_id
       where m.registratienummer = $1`,
      [b.registratienummer],
    );
    expect(((rij?.twijfels ?? []) as { veld: string }[]).map((x) => x.veld)).toContain(veld);
    const p = b['natuurlijkPersoon'] as { naam: { geslachtsnaam: string }; burgerservicenummer: string };
    expect([rij?.achternaam, rij?.bsn]).toEqual([p.naam.geslachtsnaam, p.burgerservicenummer]);
  });

  it.each([
    ['only a year', '1984', '1984'],
    ['noughts for what is not known', '1984-05-00', '1984-05'],
    ['a day that does not exist', '2019-02-30', '2019-02-30'],
  ])('keeps a birth date with %s, and says that it is doubtful', async (_naam, datum, geboren) => {
    const b = bericht();
    Object.assign(b['natuurlijkPersoon'] as object, { geboorte: { datum } });
    const a = await politie().post(`${PAD}/meldingen`, b);
    expect(a.statusCode, a.body).toBe(201);
    const [p] = (await bijVt(b.registratienummer)).personen;
    expect(p?.geboren).toBe(geboren);
    expect(p?.twijfels.map((x) => x.veld)).toContain('geboortedatum');
    expect((await politie().get(`${PAD}/meldingen/${b.registratienummer}`)).json()).toEqual(b);
  });

  it.each([
    ['-', 'Teststraat 12'],
    ['0', 'Teststraat 12'],
    ['b', 'Teststraat 12 b'],
    ['bis', 'Teststraat 12 bis'],
  ])('reads the mandatory house letter "%s" as "%s"', async (huisletter, adres) => {
    const b = bericht();
    Object.assign(b['natuurlijkPersoon'] as object, {
      adres: { soortAdres: '02', straatAdres: { straatnaam: 'Teststraat', huisnummer: 12, huisletter } },
    });
    await politie().post(`${PAD}/meldingen`, b);
    expect((await bijVt(b.registratienummer)).personen[0]?.adres).toBe(adres);
  });

  it.each([
    ['an incident still to come', { datumTijd: '2027-11-22T22:10:00+01:00' }, 'incident.datumTijd'],
    [
      'an incident before the birth',
      { datumTijd: '1970-11-22T22:10:00+01:00' },
      'natuurlijkPersoon.geboorte.datum',
    ],
    [
      'a period that ends before it begins',
      {
        periodeVanTot: {
          datumTijdBegin: '2026-11-22T21:30:00Z',
          datumTijdEinde: '2026-11-22T21:30:00+01:00',
        },
      },
      'incident.periodeVanTot',
    ],
  ])('keeps %s, and shows the doubt to who reads the melding', async (_naam, incident, veld) => {
    const b = bericht();
    Object.assign(b['incident'] as object, incident);
    expect((await politie().post(`${PAD}/meldingen`, b)).statusCode).toBe(201);
    expect((await bijVt(b.registratienummer)).twijfels.map((x) => x.veld)).toContain(veld);
  });

  it('knows a moment by its offset, and asks for one', async () => {
    const b = bericht();
    // 22:10 in Karachi was 18:10 here, yesterday: no doubt
    Object.assign(b['incident'] as object, { datumTijd: '2026-11-22T22:10:00+05:00' });
    await politie().post(`${PAD}/meldingen`, b);
    expect((await bijVt(b.registratienummer)).twijfels).toEqual([]);
    Object.assign(b['incident'] as object, { datumTijd: '2026-11-22T22:10:00' });
    const a = await politie().post(`${PAD}/meldingen`, { ...b, registratienummer: 'zonder-zone' });
    expect(a.json().fouten).toMatchObject([{ veld: 'incident.datumTijd' }]);
  });

  it('takes a number of two hundred characters and gives it back; a longer one it cannot keep', async () => {
    const b = bericht({ registratienummer: 'PL é/'.repeat(40) });
    const a = await politie().post(`${PAD}/meldingen`, b);
    expect(a.statusCode, a.body).toBe(201);
    expect((await politie().get(String(a.headers['location']))).json()).toEqual(b);
    const lang = await politie().post(`${PAD}/meldingen`, bericht({ registratienummer: 'x'.repeat(201) }));
    expect(lang.json().fouten).toMatchObject([{ veld: 'registratienummer' }]);
  });

  it('keeps a name of fifty thousand letters whole', async () => {
    const geslachtsnaam = Array.from({ length: 50_000 }, (_, i) =>
      String.fromCharCode(97 + ((i * i) % 26)),
    ).join('');
    const b = bericht();
    Object.assign(b['natuurlijkPersoon'] as object, { naam: { geslachtsnaam } });
    expect((await politie().post(`${PAD}/meldingen`, b)).statusCode).toBe(201);
    expect((await bijVt(b.registratienummer)).personen[0]?.naam).toBe(geslachtsnaam);
  });

  it('shows Veilig Thuis what each later message says otherwise, and lets it say that it looked', async () => {
    const b = bericht();
    await politie().post(`${PAD}/meldingen`, b);
    const ander = structuredClone(b);
    Object.assign(ander['natuurlijkPersoon'] as object, {
      naam: { geslachtsnaam: 'Moulijn', voornamen: 'Suzanne' },
    });
    expect((await politie().post(`${PAD}/meldingen`, ander)).statusCode).toBe(409);
    await politie().put(`${PAD}/meldingen`, { ...b, verzoek: 'Met spoed beoordelen.' });
    await politie().del(`${PAD}/meldingen/${b.registratienummer}`);
    const d = await bijVt(b.registratienummer);
    expect(d.berichten).toMatchObject([
      {
        soort: 'afwijkend',
        verschillen: [{ veld: 'natuurlijk persoon › naam › geslachtsnaam', eerder: 'Moulin', nu: 'Moulijn' }],
      },
      {
        soort: 'wijziging',
        verschillen: [{ veld: 'verzoek', eerder: 'Graag beoordelen.', nu: 'Met spoed beoordelen.' }],
      },
      { soort: 'intrekking', verschillen: [] },
    ]);
    const termijnen = (
      await sql(
        `select t.id from termijn t join melding m on m.id = t.onderwerp_id where m.registratienummer = $1 and t.soort = 'bericht_bekijken' and t.afgerond_op is null`,
        [b.registratienummer],
      )
    ).map((r) => r.id as string);
    expect(termijnen.length).toBeGreaterThan(0);
    for (const id of termijnen) {
      const a = await t.als('visser').post(`/termijnen/${id}/afronding`, { reden: 'Gebeld met de politie.' });
      expect(a.statusCode, a.body).toBe(200);
    }
  });

  it('says of a withdrawn melding that it is withdrawn, unless it was decided already', async () => {
    const b = bericht();
    await politie().post(`${PAD}/meldingen`, b);
    await politie().del(`${PAD}/meldingen/${b.registratienummer}`);
    const d = await bijVt(b.registratienummer);
    expect(d.status).toBe('ingetrokken');
    // nobody counts or waits for it any more, and somebody is asked what becomes of the worry
    const open = await sql(
      `select t.soort from termijn t join melding m on m.casus_id = t.casus_id where m.registratienummer = $1 and t.afgerond_op is null`,
      [b.registratienummer],
    );
    const soorten = open.map((r) => r.soort);
    expect(soorten).toContain('afsluiten');
    expect(soorten).not.toContain('beoordeling');

    const beslist = bericht();
    await politie().post(`${PAD}/meldingen`, beslist);
    await sql(`update melding set status = 'beoordeeld' where registratienummer = $1`, [
      beslist.registratienummer,
    ]);
    await politie().del(`${PAD}/meldingen/${beslist.registratienummer}`);
    expect((await bijVt(beslist.registratienummer)).status).toBe('beoordeeld');
  });

  it('does not tell by a difference where somebody lives who must stay hidden', async () => {
    const b = bericht();
    await politie().post(`${PAD}/meldingen`, b);
    const ander = structuredClone(b);
    const p = ander['natuurlijkPersoon'] as { adres: { straatAdres: { straatnaam: string } } };
    p.adres.straatAdres.straatnaam = 'Schuilhof';
    await politie().post(`${PAD}/meldingen`, ander);
    expect(JSON.stringify((await bijVt(b.registratienummer)).berichten)).toContain('Schuilhof');
    // as if a later mention of this person had said so: a mention itself never changes
    await t.database.beheer.query(
      `begin; set local session_replication_role = replica;
       update vermelding v set geheim_adres = true from melding_vermelding mv join melding m on m.id = mv.melding_id
       where mv.vermelding_id = v.id and m.registratienummer = '${b.registratienummer}'; commit`,
    );
    const na = await bijVt(b.registratienummer);
    expect(JSON.stringify(na)).not.toContain('Schuilhof');
    expect(na.berichten).toMatchObject([{ verschillen: [{ afgeschermd: true }] }]);
  });

  it('marks a message that was meant for another table', async () => {
    const b = bericht({ soort: 'NAZ' });
    expect((await politie().post(`${PAD}/meldingen`, b)).statusCode).toBe(201);
    const [rij] = await sql('select twijfels from melding where registratienummer = $1', [
      b.registratienummer,
    ]);
    expect(((rij?.twijfels ?? []) as { veld: string }[]).map((x) => x.veld)).toContain('soort');
  });

  it('says what to do with a number that was withdrawn', async () => {
    const b = bericht();
    await politie().post(`${PAD}/meldingen`, b);
    await politie().del(`${PAD}/meldingen/${b.registratienummer}`);
    const weer = await politie().post(`${PAD}/meldingen`, b);
    expect(weer.statusCode).toBe(409);
    expect(weer.json().type).toBe('/problemen/ingetrokken');
    expect(weer.json().detail).toContain('nieuw registratienummer');
    expect(weer.json().detail).not.toContain('PUT');
    const put = await politie().put(`${PAD}/meldingen`, b);
    expect([put.statusCode, put.json().type]).toEqual([410, '/problemen/ingetrokken']);
    expect(put.json().detail).toContain('nieuw registratienummer');
    // what it advises works
    const nieuw = { ...b, registratienummer: `${b.registratienummer}-2` };
    expect((await politie().post(`${PAD}/meldingen`, nieuw)).statusCode).toBe(201);
  });

  it('says of a BSN of eight digits and of an address that is none what can be done about it', async () => {
    const b = bericht();
    Object.assign(b['natuurlijkPersoon'] as object, { burgerservicenummer: '12345678' });
    Object.assign(b['overigeInformatie'] as object, { uRL: 'dossier 12' });
    const { fouten } = (await politie().post(`${PAD}/meldingen`, b)).json();
    expect(fouten).toEqual([
      {
        veld: 'natuurlijkPersoon.burgerservicenummer',
        melding: 'Een BSN heeft negen cijfers. Zijn het er acht, dan ontbreekt de 0 vooraan.',
      },
      { veld: 'overigeInformatie.uRL', melding: 'Dit is geen adres zoals https://voorbeeld.nl/stuk/1.' },
    ]);
    Object.assign(b['natuurlijkPersoon'] as object, { burgerservicenummer: '012345678' });
    Object.assign(b['overigeInformatie'] as object, { uRL: 'https://voorbeeld.nl/stuk/1' });
    expect((await politie().post(`${PAD}/meldingen`, b)).statusCode).toBe(201);
  });

  it.each([
    ['PATCH', '/meldingen', 'GET, HEAD, POST, PUT'],
    ['POST', '/meldingen/PL0100', 'DELETE, GET, HEAD'],
    ['DELETE', '/uitkomstmeldingen', 'POST, PUT'],
  ] as const)('says of %s %s which methods there are', async (method, pad, kan) => {
    const a = await t.app.inject({ method, url: `${PAD}${pad}`, headers: { 'x-test-wie': 'politie' } });
    expect([a.statusCode, a.headers['allow']]).toEqual([405, kan]);
    expect(a.json().type).toBe('/problemen/methode');
  });

  it('tells a system that is not logged in to send a token, and nothing about a screen', async () => {
    const a = await t.app.inject({ url: `${PAD}/meldingen` });
    expect([a.statusCode, a.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(a.json().detail).toContain('token');
    expect(a.json().detail).not.toContain('scherm');
    // a person at a screen, whose session is over, keeps what was typed
    const mens = await t.app.inject({ url: '/api/v1/ik', headers: { 'sec-fetch-mode': 'cors' } });
    expect([mens.statusCode, mens.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(mens.json().detail).toContain('scherm');
  });

  it('is only for the police', async () => {
    expect((await t.als('school').post(`${PAD}/meldingen`, bericht())).statusCode).toBe(403);
    expect((await t.app.inject({ method: 'GET', url: `${PAD}/meldingen` })).statusCode).toBe(401);
    const b = bericht();
    await politie().post(`${PAD}/meldingen`, b);
    expect(
      (
        await politie().post(`${PAD}/uitkomstmeldingen`, {
          registratienummer: b.registratienummer,
          status: 'VT-02',
        })
      ).statusCode,
    ).toBe(403);
  });

  it('refuses a body of over a megabyte and one that is no JSON', async () => {
    const groot = await t.app.inject({
      method: 'POST',
      url: `${PAD}/meldingen`,
      headers: { 'x-test-wie': 'politie', 'content-type': 'application/json' },
      payload: `{"x":"${'a'.repeat(2_000_000)}"}`,
    });
    expect(groot.statusCode).toBe(413);
    const stuk = await t.app.inject({
      method: 'POST',
      url: `${PAD}/meldingen`,
      headers: { 'x-test-wie': 'politie', 'content-type': 'application/json' },
      payload: '{"half',
    });
    expect(stuk.statusCode).toBe(400);
    const xml = await t.app.inject({
      method: 'POST',
      url: `${PAD}/meldingen`,
      headers: { 'x-test-wie': 'politie', 'content-type': 'text/xml' },
      payload: '<a/>',
    });
    expect(xml.statusCode).toBe(415);
  });
});

describe('uitkomstmelding', () => {
  it('tells the latest status, and the teamleider may give one by hand, once', async () => {
    const b = bericht();
    const nr = b.registratienummer;
    await politie().post(`${PAD}/meldingen`, b);
    expect((await politie().get(`${PAD}/uitkomstmeldingen/${nr}`)).statusCode).toBe(404);
    const lijn = t.als('teamleider');
    expect(
      (await lijn.post(`${PAD}/uitkomstmeldingen`, { registratienummer: nr, status: 'VT-01-02' })).statusCode,
    ).toBe(201);
    expect(
      (await lijn.post(`${PAD}/uitkomstmeldingen`, { registratienummer: nr, status: 'VT-01-02' })).statusCode,
    ).toBe(409);
    expect(
      (await lijn.put(`${PAD}/uitkomstmeldingen`, { registratienummer: nr, status: 'VT-02' })).statusCode,
    ).toBe(200);
    expect((await politie().get(`${PAD}/uitkomstmeldingen/${nr}`)).json()).toEqual({
      registratienummer: nr,
      status: 'VT-02',
    });
    expect(
      (await lijn.post(`${PAD}/uitkomstmeldingen`, { registratienummer: 'bestaat-niet', status: 'VT-02' }))
        .statusCode,
    ).toBe(404);
  });

  it('is not given by hand to the wrong one of two senders with one number', async () => {
    const b = bericht();
    await politie().post(`${PAD}/meldingen`, b);
    const tweede = await t.huis.deuren.act(
      { wie: { ...t.wie('politie'), organisatieId: ORG.school }, doel: 'zelf_melden' },
      'jzv.melden',
      { soort: 'jzv' },
      (tx) => ontvangJzv(tx, b as unknown as JzvMelding, t.huis.herkenning),
    );
    expect(tweede.uitkomst).toBe('nieuw');
    const uit = await t.als('teamleider').post(`${PAD}/uitkomstmeldingen`, {
      registratienummer: b.registratienummer,
      status: 'VT-02',
    });
    expect(uit.statusCode, uit.body).toBe(409);
    expect(uit.json().detail).toContain('Bel de melder');
    expect(
      await sql('select status from uitkomstmelding where registratienummer = $1', [b.registratienummer]),
    ).toEqual([]);
  });

  it('is delivered exactly once, in order, also when the other side fails in between', async () => {
    await t.database.beheer.query('update uitkomstmelding set verzonden_op = now()');
    const b = bericht();
    await politie().post(`${PAD}/meldingen`, b);
    const [m] = await sql('select id from melding where registratienummer = $1', [b.registratienummer]);
    await t.huis.deuren.act(
      { wie: t.wie('teamleider'), doel: 'terugkoppelen' },
      'jzv.uitkomst_plaatsen',
      { soort: 'jzv' },
      async (tx) => {
        await schrijfUitkomst(tx, m.id, 'VT-01-01');
        await schrijfUitkomst(tx, m.id, 'VT-01-01');
        await schrijfUitkomst(tx, m.id, 'VT-02');
      },
    );
    const gezien = new Map<string, string>();
    let stuk = 1;
    const doel = createServer((req, res) => {
      let tekst = '';
      req.on('data', (d) => {
        tekst += d;
      });
      req.on('end', () => {
        if (stuk-- > 0) return res.writeHead(500).end();
        gezien.set(String(req.headers['idempotency-key']), `${req.method} ${JSON.parse(tekst).status}`);
        return res.writeHead(201).end();
      });
    });
    await new Promise<void>((klaar) => doel.listen(0, '127.0.0.1', klaar));
    const url = `http://127.0.0.1:${(doel.address() as { port: number }).port}/uitkomstmeldingen`;
    await expect(verstuurUitkomsten(t.huis.deuren, REGIO, url)).rejects.toThrow('niet bezorgd');
    const samen = await Promise.all([
      verstuurUitkomsten(t.huis.deuren, REGIO, url),
      verstuurUitkomsten(t.huis.deuren, REGIO, url),
    ]);
    expect(samen[0] + samen[1]).toBe(2);
    expect([...gezien.values()]).toEqual(['POST VT-01-01', 'PUT VT-02']);
    expect(await verstuurUitkomsten(t.huis.deuren, REGIO, url)).toBe(0);
    doel.close();
  });
});
