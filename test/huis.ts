// SPDX-License-Identifier: EUPL-1.2
// The whole house in one process for tests: real PostgreSQL, real routes, a clock in the hand. Who calls is a header.
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { bouwHuis, type HeelHuis } from '../src/huis.ts';
import { verwerkTermijnen } from '../src/kern/termijn/termijn.job.ts';
import type { Functie } from '../src/kern/toegang/toegangsregels.ts';
import type { Wie } from '../src/platform/acts/deur.ts';
import { TestKlok } from '../src/platform/clock/klok.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { maakAppPool, maakBeheerPool, type Verbinding } from '../src/platform/database/pool.ts';
import { maakServer } from '../src/platform/http/server.ts';
import { migreerTaken } from '../src/platform/jobs/jobs.ts';
import { maakTestDatabase, type TestDatabase } from './database.ts';

export const REGIO = '00000000-0000-7000-8000-000000000001';
const org = (n: number) => `00000000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
const mens = (n: number) => `00000000-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`;

export const ORG = {
  vt: org(1),
  emmen: org(2),
  assen: org(3),
  politie: org(4),
  school: org(5),
  gemeente: org(6),
  opvang: org(7),
  vtZuid: org(8),
};

interface TestMens {
  id: string;
  naam: string;
  functie: Functie;
  organisatie: string;
}

/** Fictitious workers of the test region. */
export const MENS = {
  visser: { id: mens(1), naam: 'J. Visser', functie: 'vt_medewerker', organisatie: ORG.vt },
  bakker: { id: mens(2), naam: 'M. Bakker', functie: 'vt_gedragswetenschapper', organisatie: ORG.vt },
  teamleider: { id: mens(3), naam: 'A. de Groot', functie: 'vt_teamleider', organisatie: ORG.vt },
  emmen: { id: mens(4), naam: 'S. Kuipers', functie: 'regisseur', organisatie: ORG.emmen },
  emmenLeider: { id: mens(5), naam: 'T. Hoekstra', functie: 'lokaal_teamleider', organisatie: ORG.emmen },
  assen: { id: mens(6), naam: 'L. Brands', functie: 'regisseur', organisatie: ORG.assen },
  politie: { id: mens(7), naam: 'Koppeling politie', functie: 'politie', organisatie: ORG.politie },
  school: { id: mens(8), naam: 'I. Schut', functie: 'professional', organisatie: ORG.school },
  beleid: { id: mens(9), naam: 'R. Meijer', functie: 'beleid', organisatie: ORG.gemeente },
  fg: { id: mens(10), naam: 'F. Gerrits', functie: 'privacyfunctionaris', organisatie: ORG.vt },
  opvang: { id: mens(11), naam: 'N. Post', functie: 'regisseur', organisatie: ORG.opvang },
  zuid: { id: mens(12), naam: 'E. Maas', functie: 'vt_medewerker', organisatie: ORG.vtZuid },
  zuidTweede: { id: mens(13), naam: 'B. Peel', functie: 'vt_gedragswetenschapper', organisatie: ORG.vtZuid },
} as const satisfies Record<string, TestMens>;
export type MensNaam = keyof typeof MENS;

const SOORT: Record<keyof typeof ORG, [string, string]> = {
  vt: ['Veilig Thuis Test', 'veilig_thuis'],
  emmen: ['Lokaal team Emmen', 'lokaal_team'],
  assen: ['Lokaal team Assen', 'lokaal_team'],
  politie: ['Politie Test', 'politie'],
  school: ['Basisschool De Test', 'onderwijs'],
  gemeente: ['Gemeente Test', 'gemeente'],
  opvang: ['Opvang Test', 'opvang'],
  vtZuid: ['Veilig Thuis Zuid', 'veilig_thuis'],
};

/** A Monday morning, no holiday near. */
export const MAANDAG = new Date('2026-11-23T08:00:00Z');

export interface Als {
  get(pad: string): Promise<LightMyRequestResponse>;
  post(pad: string, body?: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  put(pad: string, body?: unknown): Promise<LightMyRequestResponse>;
  del(pad: string): Promise<LightMyRequestResponse>;
}

export interface TestHuis {
  huis: HeelHuis;
  app: FastifyInstance;
  klok: TestKlok;
  database: TestDatabase;
  wie(naam: MensNaam): Wie;
  /** Calls below /api/v1 (a path that starts with /api/ or /access/ is taken whole) as this worker. */
  als(naam: MensNaam): Als;
  /** Lets the clock look: fires warnings and ends that are due. */
  klokRonde(): ReturnType<typeof verwerkTermijnen>;
  weg(): Promise<void>;
}

/** On a server that the test itself starts and stops. */
async function opEigenServer(verbinding: Verbinding): Promise<TestDatabase> {
  const beheer = maakBeheerPool(verbinding);
  await migreerTaken(beheer);
  await migrate(beheer, () => undefined);
  return { app: maakAppPool(verbinding), beheer, weg: async () => undefined };
}

/** Builds the test house at a moment, in a database of its own or on a server that the test owns. */
export async function maakTestHuis(nu: Date = MAANDAG, eigen?: Verbinding): Promise<TestHuis> {
  const database = eigen ? await opEigenServer(eigen) : await maakTestDatabase();
  await zaai(database);
  const klok = new TestKlok(nu);
  const huis = bouwHuis({
    app: database.app,
    klok,
    demo: true,
    pseudoniemSleutel: 'alleen-voor-tests-alleen-voor-tests',
  });
  const wie = (naam: MensNaam): Wie => {
    const m = MENS[naam];
    const sleutel = (Object.keys(ORG) as (keyof typeof ORG)[]).find((k) => ORG[k] === m.organisatie) ?? 'vt';
    return {
      regioId: REGIO,
      medewerkerId: m.id,
      naam: m.naam,
      functie: m.functie,
      organisatieId: m.organisatie,
      organisatieNaam: SOORT[sleutel][0],
      organisatieSoort: SOORT[sleutel][1],
      teamId: null,
      fictief: true,
    };
  };
  const app = await maakServer({
    adres: 'http://127.0.0.1:8080',
    demo: true,
    webMap: '/bestaat-niet',
    versie: '1.0.0',
    klok,
    logger: false,
    // a test asks more in a minute than any person
    grenzen: { ingelogd: 1_000_000, onbekend: 1_000_000 },
    gezond: async () => ({ goed: true, redenen: [] }),
    wieIs: async (request) => {
      const naam = request.headers['x-test-wie'];
      return typeof naam === 'string' && naam in MENS ? wie(naam as MensNaam) : null;
    },
    voor: async (server) => {
      // what the answer rightly hides, the one who writes the test must see
      server.addHook('onError', async (_request, _reply, fout) => {
        if ((fout.statusCode ?? 500) >= 500) process.stderr.write(`${fout.stack ?? fout.message}\n`);
      });
    },
    api: huis.api,
    anders: huis.anders,
  });
  await app.ready();
  const heel = (pad: string) => (/^\/(api|access)\//.test(pad) ? pad : `/api/v1${pad}`);
  return {
    huis,
    app,
    klok,
    database,
    wie,
    als: (naam) => {
      const stuur = (
        method: 'GET' | 'POST' | 'PUT' | 'DELETE',
        pad: string,
        body?: unknown,
        headers: Record<string, string> = {},
      ) =>
        app.inject({
          method,
          url: heel(pad),
          headers: { 'x-test-wie': naam, ...headers },
          ...(body === undefined ? {} : { payload: body as object }),
        });
      return {
        get: (pad) => stuur('GET', pad),
        post: (pad, body, headers) => stuur('POST', pad, body ?? {}, headers),
        put: (pad, body) => stuur('PUT', pad, body ?? {}),
        del: (pad) => stuur('DELETE', pad),
      };
    },
    klokRonde: () => verwerkTermijnen(huis.deuren, REGIO),
    weg: async () => {
      await app.close();
      await database.weg();
    },
  };
}

async function zaai(d: TestDatabase): Promise<void> {
  await d.beheer.query(`insert into regio (regio_id, naam, fictief) values ($1, 'Testregio', true)`, [REGIO]);
  for (const [sleutel, id] of Object.entries(ORG)) {
    const [naam, soort] = SOORT[sleutel as keyof typeof ORG];
    await d.beheer.query('insert into organisatie (regio_id, id, naam, soort) values ($1, $2, $3, $4)', [
      REGIO,
      id,
      naam,
      soort,
    ]);
  }
  for (const m of Object.values(MENS)) {
    await d.beheer.query(
      'insert into medewerker (regio_id, id, inlogcode, organisatie_id, naam, functie) values ($1, $2, $3, $4, $5, $6)',
      [REGIO, m.id, m.id, m.organisatie, m.naam, m.functie],
    );
  }
}

/** A valid melding of a fictitious family, to change at will. */
export function meldingVoorbeeld(anders: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    melder: {
      groep: 'niet_beroepsmatig',
      naam: 'Buurvrouw Voorbeeld',
      telefoon: '0612345678',
      bekend: 'anoniem_voor_gezin',
    },
    uitspraken: [
      {
        soort: 'waarneming',
        tekst: 'Ik hoorde geschreeuw en gehuil, en daarna glas breken.',
        bron: 'melder',
        gebeurdOp: '2026-11-22',
      },
    ],
    personen: [
      {
        rol: 'slachtoffer',
        voornamen: 'Suzanne',
        achternaam: 'Testman',
        geboortejaar: 1985,
        geboortemaand: 12,
        geboortedag: 1,
        straat: 'Teststraat',
        huisnummer: '12',
        postcode: '7811AA',
        woonplaats: 'Emmen',
      },
      { rol: 'kind', voornamen: 'Bram', tussenvoegsel: 'van der', achternaam: 'Proef', geboortejaar: 2018 },
    ],
    aard: ['partnergeweld', 'kindermishandeling'],
    acuut: false,
    gemeentecode: '0114',
    ...anders,
  };
}
