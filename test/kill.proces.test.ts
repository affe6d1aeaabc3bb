// SPDX-License-Identifier: EUPL-1.2
// P5: nothing written is lost or silently changed. Houvast runs as it runs in earnest; people report, decide and hand over
// through its API; and ten times the server, PostgreSQL or both are killed (SIGKILL) in the middle of it. Afterwards every
// act that was acknowledged is there whole, nothing is there by half, and the police have every outcome once.
//
// Once: between the police's 201 and our note of it the server can die, and then nobody can know whether it arrived. It is
// sent again, under the same key (Idempotency-Key) and before any later outcome of that melding. So a receiver that knows the
// key has each outcome exactly once and in order, and so has one that only looks at registratienummer and status.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nieuwId } from '../src/platform/acts/id.ts';
import { sleep } from '../src/platform/database/launcher.postmaster.ts';
import { HALF, HANDELINGEN } from './hulp/halfcontrole.ts';
import { type Antwoord, Houvastproces, wachtTot } from './hulp/houvastproces.ts';
import { Politiedoel } from './hulp/politiedoel.ts';

const RONDES = 10;
const WIE = ['server', 'postgres', 'beide'] as const;
const JZV = '/api/jzv_meldingen/v1';
/** So many acknowledged acts before something dies, at least, and one way through the whole chain. */
const EERST = 8;

/** What someone heard was done. */
interface Erkend {
  soort: 'melding' | 'wijziging' | 'voorgelegd' | 'vastgesteld' | 'aangeboden' | 'aanvaard';
  id: string;
}
interface Telefoon {
  sleutel: string;
  lijf: unknown;
  antwoord: Record<string, unknown> | null;
}

let houvast: Houvastproces;
let politie: Politiedoel;
/** Emmen, and who will be regisseur there. */
let emmen: { organisatieId: string; regisseurId: string };

const erkend: Erkend[] = [];
const telefoon: Telefoon[] = [];
/** What the police sent, as it was sent, by number. */
const politieberichten = new Map<string, unknown>();
/** Answers that no writer here should ever get. */
const vreemd: string[] = [];
/** From the moment that something is killed until all is well again. */
let stervend = false;
let families = 0;

/** A name like no other, so that the radar has nothing to ask. */
function naam(): string {
  const lettergrepen = [
    'bra',
    'del',
    'fo',
    'gri',
    'hul',
    'ka',
    'lem',
    'mo',
    'nes',
    'pu',
    'ris',
    'sto',
    'tam',
    'vel',
    'wij',
    'zor',
  ];
  const n = families++;
  const deel = (i: number) => lettergrepen[(n * 7 + (n >> (i * 2)) * 5 + i * 11) % lettergrepen.length] ?? '';
  const heel = `${deel(0)}${deel(1)}${deel(2)}`;
  return `${heel.charAt(0).toUpperCase()}${heel.slice(1)}${n}`;
}

function politiebericht(registratienummer: string, achternaam: string, omschrijving: string): unknown {
  const op = '2026-01-05T10:00:00Z';
  return {
    registratienummer,
    incident: {
      datumTijd: op,
      locatie: 'Emmen',
      omschrijving,
      periodeVanTot: { datumTijdBegin: op, datumTijdEinde: op },
    },
    natuurlijkPersoon: {
      adres: {
        soortAdres: '02',
        straatAdres: { straatnaam: 'Proefstraat', huisnummer: 1, huisletter: '-' },
      },
      // no valid BSN, so nobody's
      burgerservicenummer: '123456789',
      naam: { geslachtsnaam: achternaam },
    },
    overigeInformatie: { omschrijving: 'Bijlage', uRL: 'https://politie.voorbeeld.nl/1' },
    zorgelijkeSituatie: {
      nadereOmschrijving: 'Nader.',
      situatieSchets: 'Schets.',
      vraagAntwoord: { vraag: 'VT-001', antwoord: 'Nee.' },
    },
    soort: 'VT',
    datumTijd: op,
    verzoek: 'Beoordelen.',
    terugkoppelingGewenst: true,
  };
}

function telefoontje(): unknown {
  const achternaam = naam();
  return {
    melder: {
      groep: 'niet_beroepsmatig',
      naam: 'Fictieve buur',
      telefoon: '0600000007',
      bekend: 'anoniem_voor_gezin',
      grond: 'Woont ernaast.',
    },
    uitspraken: [{ soort: 'waarneming', tekst: `Er werd geschreeuwd bij ${achternaam}.`, bron: 'melder' }],
    personen: [
      { rol: 'slachtoffer', voornamen: 'Anna', achternaam },
      { rol: 'kind', voornamen: 'Bo', achternaam },
    ],
    aard: ['partnergeweld'],
    acuut: false,
  };
}

/** The answer when it is the expected one; null when it did not come, or said that the database is away while something dies. */
function goed(wat: string, status: number, a: Antwoord): Record<string, unknown> | null {
  if (a?.status === status) return a.lijf;
  if (a && !(stervend && a.status === 503)) vreemd.push(`${wat}: ${a.status} ${JSON.stringify(a.lijf)}`);
  return null;
}

const bij = (soort: Erkend['soort'], id: unknown) => erkend.push({ soort, id: String(id) });

/** The police report. */
async function meldPolitie(nr: string): Promise<string | null> {
  const achternaam = naam();
  const bericht = politiebericht(nr, achternaam, 'Fictief incident.');
  politieberichten.set(nr, bericht);
  if (!goed('melden', 201, await houvast.vraag('politie', 'POST', `${JZV}/meldingen`, bericht))) return null;
  bij('melding', nr);
  return achternaam;
}

/** The police report, and correct what they said. */
async function politieMeldt(nr: string): Promise<void> {
  const achternaam = await meldPolitie(nr);
  if (achternaam === null) return;
  const anders = politiebericht(nr, achternaam, 'Fictief incident, met een kind erbij.');
  if (goed('wijzigen', 200, await houvast.vraag('politie', 'PUT', `${JZV}/meldingen`, anders)))
    bij('wijziging', nr);
}

/** Someone phones Veilig Thuis. */
async function buurBelt(nr: string): Promise<void> {
  const t: Telefoon = { sleutel: nr, lijf: telefoontje(), antwoord: null };
  telefoon.push(t);
  t.antwoord = goed(
    'indienen',
    201,
    await houvast.vraag('vt-medewerker', 'POST', '/meldingen', t.lijf, t.sleutel),
  );
}

/** The whole way of a police report: weighed by one, decided by another, offered and accepted. */
async function gaatDeKeten(nr: string): Promise<void> {
  const achternaam = await meldPolitie(nr);
  if (achternaam === null) return;
  const lijst = goed('lijst', 200, await houvast.vraag('vt-medewerker', 'GET', '/meldingen'));
  const melding = (lijst as unknown as { id: string; casusId: string; aanduiding: string }[] | null)?.find(
    (m) => m.aanduiding.includes(achternaam),
  );
  if (!melding) {
    if (lijst) vreemd.push(`${nr} staat niet in de lijst`);
    return;
  }
  const b = goed(
    'lezen',
    200,
    await houvast.vraag('vt-medewerker', 'GET', `/meldingen/${melding.id}/beoordeling`),
  );
  if (!b) return;
  const pad = `/beoordelingen/${b['id']}`;
  const bewaard = goed(
    'bewaren',
    200,
    await houvast.vraag('vt-medewerker', 'PUT', pad, {
      versie: b['versie'],
      acuut: 'nee',
      acuutArgument: 'Er is nu rust.',
      structureel: 'ja',
      structureelArgument: 'Het duurt al maanden.',
      uitspraakIds: (b['uitspraken'] as { id: string; draagt: boolean }[])
        .filter((u) => u.draagt)
        .map((u) => u.id),
      besluit: 'overdragen',
      besluitReden: 'Het lokaal team kan met dit gezin verder.',
      vervolgSoort: 'lokaal_team',
    }),
  );
  if (!bewaard) return;
  const voor = goed(
    'voorleggen',
    200,
    await houvast.vraag('vt-medewerker', 'POST', `${pad}/voorlegging`, { versie: bewaard['versie'] }),
  );
  if (!voor) return;
  bij('voorgelegd', b['id']);
  const vast = await houvast.vraag('vt-gedragswetenschapper', 'POST', `${pad}/vaststelling`, {
    versie: voor['versie'],
  });
  if (!goed('vaststellen', 200, vast)) return;
  bij('vastgesteld', b['id']);
  const aanbod = goed(
    'aanbieden',
    201,
    await houvast.vraag('vt-medewerker', 'POST', `/casussen/${melding.casusId}/overdrachten`, {
      naarOrganisatieId: emmen.organisatieId,
      doel: 'Samen met het gezin een veiligheidsplan maken.',
      grondslag: 'wmo_4_1_1_2_d',
      typeHulp: 'gezinshulp',
      bericht: 'Wij vragen u met dit gezin verder te gaan.',
      delen: [
        { deel: 'personen', grond: 'Nodig om het gezin te bereiken.' },
        { deel: 'uitspraken', grond: 'Nodig om te weten wat er speelt.' },
        { deel: 'beoordeling', grond: 'Nodig om te weten hoe onveilig het is.' },
      ],
      contactNaam: 'J. Visser',
      contactTelefoon: '0592-000000',
    }),
  );
  if (!aanbod) return;
  bij('aangeboden', aanbod['id']);
  const aanvaard = await houvast.vraag(
    'teamleider-emmen',
    'POST',
    `/overdrachten/${aanbod['id']}/aanvaarding`,
    {
      regisseurId: emmen.regisseurId,
    },
  );
  if (goed('aanvaarden', 200, aanvaard)) bij('aanvaard', aanbod['id']);
}

const SCHRIJVERS = [politieMeldt, buurBelt, buurBelt, gaatDeKeten, gaatDeKeten];

/** Five people at work, until something dies under them. */
async function ronde(r: number): Promise<void> {
  const sterft = WIE[r % WIE.length];
  let doorgaan = true;
  const begin = { erkend: erkend.length, telefoon: telefoon.length };
  const werk = Promise.all(
    SCHRIJVERS.map(async (schrijf, wie) => {
      for (let i = 0; doorgaan; i++) await schrijf(`K${r}-${wie}-${i}`);
    }),
  );
  const gedaan = () =>
    erkend.length - begin.erkend + telefoon.slice(begin.telefoon).filter((t) => t.antwoord).length;
  try {
    await wachtTot('er is iets gedaan', () => {
      if (vreemd.length > 0) throw new Error(vreemd.join('\n'));
      return gedaan() >= EERST && erkend.slice(begin.erkend).some((e) => e.soort === 'aanvaard');
    });
    // by turns: at any moment, and while the police hold an outcome that we do not know to have arrived
    const laatLos = r % 2 === 1 ? await politie.vangVolgende() : null;
    if (!laatLos) await sleep(Math.random() * 400);
    stervend = true;
    if (sterft !== 'server') await houvast.doodPostgres();
    if (sterft !== 'postgres') await houvast.doodServer();
    laatLos?.();
  } finally {
    doorgaan = false;
    await werk;
  }
  expect(vreemd).toEqual([]);
  // PostgreSQL alone: the server lives on, brings it back and is well again
  expect(houvast.loopt).toBe(sterft === 'postgres');
  await houvast.start();
  stervend = false;

  // who heard nothing asks again; who did hear gets the same answer
  for (const t of telefoon.slice(begin.telefoon)) {
    const weer = await houvast.vraag('vt-medewerker', 'POST', '/meldingen', t.lijf, t.sleutel);
    expect(weer?.status, JSON.stringify(weer?.lijf)).toBe(201);
    if (t.antwoord) expect(weer?.lijf).toEqual(t.antwoord);
    t.antwoord = weer?.lijf ?? null;
  }
  for (const [nr, bericht] of politieberichten) {
    if (!nr.startsWith(`K${r}-`) || erkend.some((e) => e.soort === 'melding' && e.id === nr)) continue;
    const weer = await houvast.vraag('politie', 'POST', `${JZV}/meldingen`, bericht);
    expect(weer?.status, JSON.stringify(weer?.lijf)).toBe(201);
    bij('melding', nr);
  }
}

beforeAll(async () => {
  politie = await Politiedoel.open();
  houvast = await Houvastproces.maak({ HOUVAST_DEMO_MELDINGEN: '30', HOUVAST_JZV_UITKOMST_URL: politie.url });
}, 60_000);

afterAll(async () => {
  await houvast.weg();
  politie.sluit();
}, 60_000);

it(`keeps every acknowledged act whole through ${RONDES} kills, leaves nothing by half, and tells the police once`, async () => {
  await houvast.start();
  const wie = async (persona: 'teamleider-emmen' | 'regisseur-emmen') =>
    (await houvast.vraag(persona, 'GET', '/ik'))?.lijf as {
      medewerker: { id: string };
      organisatie: { id: string };
    };
  emmen = {
    organisatieId: (await wie('teamleider-emmen')).organisatie.id,
    regisseurId: (await wie('regisseur-emmen')).medewerker.id,
  };
  const grens = nieuwId();
  for (let r = 0; r < RONDES; r++) await ronde(r);
  // and once more: what a dead worker left in the queue is found by the sweep of the next start
  await houvast.doodServer();
  await houvast.start();

  const db = await houvast.open();
  try {
    const vraag = async <T>(q: string, p: unknown[] = []) => (await db.query(q, p)).rows as T[];
    const onverstuurd =
      "select from uitkomstmelding where registratienummer like 'K%' and verzonden_op is null";
    await wachtTot('alle uitkomsten zijn bezorgd', async () => (await vraag(onverstuurd)).length === 0);

    // every acknowledged act is there
    const aanwezig: Record<Erkend['soort'], string> = {
      melding: "select registratienummer as id from melding where kanaal = 'jzv'",
      wijziging: `select j.registratienummer as id from jzv_bericht j join uitspraak u on u.melding_id = j.melding_id
        and u.tekst like 'Gewijzigd door de politie:%' where j.soort = 'wijziging'`,
      voorgelegd: "select beoordeling_id as id from beoordeling_stap where stap = 'voorgelegd'",
      vastgesteld: "select id from beoordeling where status = 'vastgesteld'",
      aangeboden: 'select id from overdracht',
      aanvaard: "select id from overdracht where status = 'aanvaard'",
    };
    for (const [soort, q] of Object.entries(aanwezig)) {
      const ids = (await vraag<{ id: string }>(q)).map((x) => x.id);
      const gehoord = erkend.filter((e) => e.soort === soort).map((e) => e.id);
      expect(gehoord.length, soort).toBeGreaterThan(0);
      expect(
        gehoord.filter((id) => !ids.includes(id)),
        soort,
      ).toEqual([]);
    }
    // once: one melding for every number and for every phone call, however often it was sent
    const nummers = (
      await vraag<{ nr: string }>(
        "select registratienummer as nr from melding where registratienummer like 'K%'",
      )
    ).map((x) => x.nr);
    expect([...nummers].sort()).toEqual([...politieberichten.keys()].sort());
    const gebeld = await vraag<{ id: string }>(
      "select id from melding where kanaal = 'telefoon' and id >= $1",
      [grens],
    );
    expect(gebeld.map((m) => m.id).sort()).toEqual(telefoon.map((t) => String(t.antwoord?.['id'])).sort());

    // nothing is there by half
    for (const [wat, q] of Object.entries(HALF))
      expect(await vraag(q, [grens, HANDELINGEN]), wat).toEqual([]);

    // the police: each outcome once by its key, and each key one outcome; nothing that we did not decide
    const uitkomsten = await vraag<{ id: string; nr: string; status: string }>(
      "select id, registratienummer as nr, status from uitkomstmelding where registratienummer like 'K%' order by registratienummer, volgnummer",
    );
    const geleverd = politie.leveringen.filter((l) => l.registratienummer.startsWith('K'));
    const eerste = geleverd.filter((l) => !l.herhaald);
    expect(eerste.map((l) => `${l.sleutel} ${l.registratienummer} ${l.status}`).sort()).toEqual(
      uitkomsten.map((u) => `${u.id} ${u.nr} ${u.status}`).sort(),
    );
    for (const l of geleverd.filter((x) => x.herhaald)) {
      const vorige = eerste.find((x) => x.sleutel === l.sleutel);
      expect([l.registratienummer, l.status, l.methode]).toEqual([
        vorige?.registratienummer,
        vorige?.status,
        vorige?.methode,
      ]);
    }
    // it was put to the test: something died while the police had an outcome in hand, at each such round
    expect(geleverd.filter((l) => l.herhaald).length).toBeGreaterThanOrEqual(Math.floor(RONDES / 2));
    // also without the key: by number, with what is said twice in a row taken once, it is what we decided, in our order
    for (const nr of new Set(uitkomsten.map((u) => u.nr))) {
      const gehoord = geleverd.filter((l) => l.registratienummer === nr).map((l) => l.status);
      expect(
        gehoord.filter((s, i) => s !== gehoord[i - 1]),
        nr,
      ).toEqual(uitkomsten.filter((u) => u.nr === nr).map((u) => u.status));
    }
    process.stdout.write(
      `${erkend.length + telefoon.length} erkende handelingen, ${uitkomsten.length} uitkomsten, ${geleverd.length - eerste.length} keer opnieuw bezorgd\n`,
    );
  } finally {
    await db.end();
  }
}, 1_800_000);
