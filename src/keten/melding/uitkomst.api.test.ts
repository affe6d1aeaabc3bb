// SPDX-License-Identifier: EUPL-1.2
// What the police hear about each of several reports in one casus.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, REGIO, type TestHuis } from '../../../test/huis.ts';
import { lees, type NieuweMelding, stelVast } from '../../../test/hulp/beoordeling.ts';
import { jzvBericht } from '../../../test/hulp/jzv.ts';
import { overgedragen, sluit, stopMonitoren } from '../../../test/hulp/monitoring.ts';
import { aanvaard, biedAan } from '../../../test/hulp/overdracht.ts';
import { bouwHuis } from '../../huis.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const PAD = '/api/jzv_meldingen/v1/meldingen';
const sql = async (q: string, p: unknown[] = []) => (await t.database.beheer.query(q, p)).rows;

const HUISVERBOD = { vraag: 'VT-002', antwoord: 'Ja, vannacht opgelegd.' };

/** BSNs are of RvIG's own test range: by the same one the radar knows two people to be the same. */
const MENSEN = {
  aalbersberg: { bsn: '999993653', achternaam: 'Aalbersberg', geboren: [1985, 12, 1] },
  brandenburg: { bsn: '999990019', achternaam: 'Brandenburg', geboren: [1991, 3, 7] },
  quaedvlieg: { bsn: '999991772', achternaam: 'Quaedvlieg', geboren: [1969, 8, 23] },
  coppelmans: { bsn: '999994128', achternaam: 'Coppelmans', geboren: [1977, 5, 30] },
} as const;
type Mens = keyof typeof MENSEN;

/** A report of the police about one person, and its beoordeling. */
async function politiemelding(naam: Mens, acuut = false): Promise<NieuweMelding> {
  const b = jzvBericht();
  const m = MENSEN[naam];
  Object.assign(b['natuurlijkPersoon'] as object, {
    burgerservicenummer: m.bsn,
    naam: { geslachtsnaam: m.achternaam },
    geboorte: { datum: m.geboren.map((g) => String(g).padStart(2, '0')).join('-') },
  });
  if (acuut) Object.assign(b['zorgelijkeSituatie'] as object, { vraagAntwoord: HUISVERBOD });
  const uit = await t.als('politie').post(PAD, b);
  expect(uit.statusCode, uit.body).toBe(201);
  const [rij] = await sql('select id, casus_id from melding where registratienummer = $1', [
    b.registratienummer,
  ]);
  return { id: rij.id, casusId: rij.casus_id, beoordeling: await lees(t, rij.id) };
}

/** The statuses that the police got about a report, in order. */
async function gehoord(m: NieuweMelding): Promise<string[]> {
  const rijen = await sql('select status from uitkomstmelding where melding_id = $1 order by volgnummer', [
    m.id,
  ]);
  return rijen.map((r) => r.status);
}

async function voegSamen(bron: string, doel: string): Promise<void> {
  const uit = await t
    .als('visser')
    .post(`/casussen/${bron}/samenvoeging`, { doelCasusId: doel, reden: 'Zelfde gezin.' });
  expect(uit.statusCode, uit.body).toBe(201);
}

/** Closed by who holds it; what still ran was done. */
async function sluitAf(wie: 'emmen' | 'visser', casusId: string): Promise<void> {
  await sql(
    `update termijn set afgerond_op = now(), afgerond_hoe = 'proef' where casus_id = $1 and afgerond_op is null`,
    [casusId],
  );
  const uit = await sluit(t, casusId, wie);
  expect(uit.statusCode, uit.body).toBe(201);
}

const OVERDRAGEN = {
  besluit: 'overdragen',
  besluitReden: 'Het team kent het gezin.',
  vervolgSoort: 'lokaal_team',
};

it('a report that was not for us hears nothing of the handover of the other', async () => {
  const a = await politiemelding('aalbersberg');
  const b = await politiemelding('aalbersberg');
  await stelVast(t, b, { besluit: 'onjuist_geadresseerd', besluitReden: 'Dit gaat over een ander land.' });
  await voegSamen(b.casusId, a.casusId);
  await stelVast(t, a, OVERDRAGEN);
  expect((await aanvaard(t, await biedAan(t, a.casusId))).statusCode).toBe(200);
  expect(await gehoord(a)).toEqual(['VT-01-02', 'VT-02']);
  expect(await gehoord(b)).toEqual(['VT-99']);
});

it('a report that nobody assessed is not told to be handed over, and hears it once it is', async () => {
  const a = await politiemelding('brandenburg');
  await stelVast(t, a, OVERDRAGEN);
  const aanbod = await biedAan(t, a.casusId);
  const b = await politiemelding('brandenburg', true);
  await voegSamen(b.casusId, a.casusId);
  expect((await aanvaard(t, aanbod)).statusCode).toBe(200);
  expect(await gehoord(a)).toEqual(['VT-01-02', 'VT-02']);
  expect(await gehoord(b)).toEqual([]);
  // Emmen holds it when Veilig Thuis decides: nothing is left to hand over
  await stelVast(t, b, OVERDRAGEN);
  expect(await gehoord(b)).toEqual(['VT-01-02', 'VT-02']);
});

it('a report that Veilig Thuis kept is told to be closed without a handover', async () => {
  const m = await politiemelding('coppelmans');
  await stelVast(t, m, { besluit: 'onderzoek', besluitReden: 'Het is nog niet duidelijk.' });
  await sluitAf('visser', m.casusId);
  expect(await gehoord(m)).toEqual(['VT-01-01', 'VT-03']);
});

it('a report that came to who held zicht already was handed over, and is not told otherwise at the closing', async () => {
  const { bsn, achternaam } = MENSEN.quaedvlieg;
  const { casusId } = await overgedragen(t, {
    personen: [
      { rol: 'slachtoffer', bsn, achternaam, geboortejaar: 1969, geboortemaand: 8, geboortedag: 23 },
    ],
  });
  const m = await politiemelding('quaedvlieg');
  await stelVast(t, m, OVERDRAGEN);
  await voegSamen(m.casusId, casusId);
  expect(await gehoord(m)).toEqual(['VT-01-02', 'VT-02']);
  await stopMonitoren(t, casusId);
  await sluitAf('emmen', casusId);
  expect(await gehoord(m)).toEqual(['VT-01-02', 'VT-02']);
});

it('decided to hand over and then merged into a casus of another: handed over, and nothing is left to do for it', async () => {
  const a = await politiemelding('quaedvlieg');
  await stelVast(t, a, OVERDRAGEN);
  expect((await aanvaard(t, await biedAan(t, a.casusId))).statusCode).toBe(200);
  t.klok.vooruit(60_000);
  const b = await politiemelding('quaedvlieg');
  await stelVast(t, b, OVERDRAGEN);
  const c = await politiemelding('quaedvlieg');
  await stelVast(t, c, { besluit: 'onderzoek', besluitReden: 'Het is nog niet duidelijk.' });
  expect(await gehoord(b)).toEqual(['VT-01-02']);
  const term = () =>
    sql("select * from termijn where onderwerp_id = $1 and soort = 'overdragen'", [b.beoordeling.id]);
  const [voor] = await term();
  await voegSamen(b.casusId, a.casusId);
  await voegSamen(c.casusId, a.casusId);
  expect(await term()).toMatchObject([{ casus_id: a.casusId, afgerond_hoe: 'samengevoegd' }]);
  expect(await gehoord(b)).toEqual(['VT-01-02', 'VT-02']);
  // an onderzoek of Veilig Thuis goes on, whoever holds zicht
  expect(await gehoord(c)).toEqual(['VT-01-01']);
  const [s] = await sql('select id from samenvoeging where bron_casus_id = $1', [b.casusId]);
  const terug = await t
    .als('bakker')
    .post(`/samenvoegingen/${s.id}/terugdraaiing`, { reden: 'Twee gezinnen.' });
  expect(terug.statusCode, terug.body).toBe(200);
  expect(await term()).toEqual([voor]);
});

describe('an outcome that does not reach the police', () => {
  const DAG = 86_400_000;

  /** A house that delivers to a receiver which answers as it is told. */
  async function metOntvanger() {
    // what earlier tests left waiting is not about this
    await sql('update uitkomstmelding set verzonden_op = now() where verzonden_op is null');
    const gezien: string[] = [];
    const staat = { antwoord: 200, gezien };
    const server = createServer((req, res) => {
      let tekst = '';
      req.on('data', (d) => {
        tekst += d;
      });
      req.on('end', () => {
        gezien.push(`${req.method} ${JSON.parse(tekst).status}`);
        res.writeHead(staat.antwoord).end();
      });
    });
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
    const huis = bouwHuis({
      app: t.database.app,
      klok: t.klok,
      demo: true,
      pseudoniemSleutel: 'alleen-voor-tests-alleen-voor-tests',
      jzvUitkomstUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    });
    return { staat, huis, sluit: () => server.close() };
  }
  const rijen = (m: NieuweMelding) =>
    sql(
      'select status, verzonden_op is not null as verzonden, laatste_fout from uitkomstmelding where melding_id = $1 order by volgnummer',
      [m.id],
    );
  const sindsOpScherm = async (m: NieuweMelding) =>
    (await t.als('teamleider').get(`/meldingen/${m.id}`)).json().uitkomstOnbezorgdSinds;

  it('is told after a day, to whoever runs Houvast and at the report, until it arrived', async () => {
    const o = await metOntvanger();
    o.staat.antwoord = 500;
    const m = await politiemelding('brandenburg');
    await stelVast(t, m, OVERDRAGEN);
    const gemaakt = t.klok.nu().toISOString();
    await o.huis.ronde(REGIO);
    t.klok.vooruit(DAG - 1);
    await o.huis.ronde(REGIO);
    expect([o.huis.zorgen(), await sindsOpScherm(m)]).toEqual([[], null]);
    t.klok.vooruit(1);
    await o.huis.ronde(REGIO);
    expect(o.huis.zorgen()).toEqual([
      expect.stringMatching(
        /^Nog niet bij de politie aangekomen: 1 uitkomst, sinds maandag 23 november 2026 \d\d:\d\d\. Houvast blijft het proberen\.$/,
      ),
    ]);
    expect(await sindsOpScherm(m)).toBe(gemaakt);
    // what waits behind it waits as long as it does
    expect((await aanvaard(t, await biedAan(t, m.casusId))).statusCode).toBe(200);
    t.klok.vooruit(DAG);
    await o.huis.ronde(REGIO);
    expect(o.huis.zorgen()[0]).toContain(': 2 uitkomsten, sinds maandag 23 november');
    o.staat.antwoord = 200;
    await o.huis.ronde(REGIO);
    expect([o.huis.zorgen(), await sindsOpScherm(m)]).toEqual([[], null]);
    expect((await rijen(m)).map((r) => r.verzonden)).toEqual([true, true]);
    o.sluit();
  });

  it('is not taken for delivered when a change is answered with 409, and is when a first message is', async () => {
    const o = await metOntvanger();
    o.staat.antwoord = 409;
    const m = await politiemelding('coppelmans');
    await stelVast(t, m, OVERDRAGEN);
    await o.huis.ronde(REGIO);
    expect(await rijen(m)).toEqual([{ status: 'VT-01-02', verzonden: true, laatste_fout: null }]);
    expect((await aanvaard(t, await biedAan(t, m.casusId))).statusCode).toBe(200);
    await o.huis.ronde(REGIO);
    expect((await rijen(m))[1]).toEqual({ status: 'VT-02', verzonden: false, laatste_fout: 'antwoord 409' });
    o.staat.antwoord = 200;
    await o.huis.ronde(REGIO);
    expect((await rijen(m))[1]).toEqual({ status: 'VT-02', verzonden: true, laatste_fout: null });
    expect(o.staat.gezien).toEqual(['POST VT-01-02', 'PUT VT-02', 'PUT VT-02']);
    o.sluit();
  });
});
