// SPDX-License-Identifier: EUPL-1.2
// For tests: a small server with the login and the demo's provider, and a browser that does by hand what browsers do.
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Klok } from '../../src/platform/clock/klok.ts';
import { stuurProbleem } from '../../src/platform/http/problem.ts';
import { type InlogGebeurtenis, type LoginOpties, loginPlugin } from '../../src/platform/login/login.api.ts';
import { geheugenSessies } from '../../src/platform/login/proef.ts';
import { eisWie, getWie } from '../../src/platform/login/wie.ts';
import { demoIdpPlugin } from './idp.ts';
import type { Persona } from './personas.ts';

export const REGIO = '0c0ffee0-0000-4000-8000-000000000001';

export const PERSONAS: readonly Persona[] = [
  {
    id: 'vt-medewerker',
    sub: '11111111-1111-4111-8111-111111111111',
    naam: 'Jikke Visser',
    functie: 'Medewerker Veilig Thuis',
    organisatie: 'Veilig Thuis Esdoornland',
    omschrijving: 'Zeven meldingen wachten op een eerste weging; één is acuut.',
    en: {
      functie: 'Worker at Veilig Thuis',
      omschrijving: 'Seven reports wait to be weighed; one is acute.',
    },
  },
  {
    id: 'vt-teamleider',
    sub: '22222222-2222-4222-8222-222222222222',
    naam: 'Omar El Idrissi',
    functie: 'Teamleider',
    organisatie: 'Veilig Thuis Esdoornland',
    omschrijving: 'Wil weten wie er wacht en wie er zicht houdt.',
    en: { functie: 'Team leader', omschrijving: 'Wants to know who waits and who holds zicht.' },
  },
  {
    id: 'regisseur',
    sub: '33333333-3333-4333-8333-333333333333',
    naam: 'Hanneke de Boer',
    functie: 'Regisseur lokaal team',
    organisatie: "Lokaal team 't Veer & Omstreken",
    omschrijving: 'Twee overdrachten staan klaar om aan te nemen.',
    en: { functie: 'Regisseur in a local team', omschrijving: 'Two handovers wait to be accepted.' },
  },
  {
    id: 'politie',
    sub: '44444444-4444-4444-8444-444444444444',
    naam: 'Meldsysteem politie',
    functie: 'Systeem',
    organisatie: 'Politie Eenheid Esdoornland',
    omschrijving: 'Stuurt zorgmeldingen en haalt uitkomsten op.',
    machine: true,
    en: { functie: 'System', omschrijving: 'Sends reports and fetches outcomes.' },
  },
];

export interface Proef {
  app: FastifyInstance;
  adres: string;
  map: string;
  sessies: ReturnType<typeof geheugenSessies>;
  gebeurtenissen: InlogGebeurtenis[];
  /** Where the server really listens. */
  plek: string;
  weg(): Promise<void>;
}

export async function vrijePoort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const plek = server.address();
  await new Promise((klaar) => server.close(klaar));
  if (plek === null || typeof plek === 'string') throw new Error('no port');
  return plek.port;
}

interface ProefOpties {
  /** Public address; default: the loopback address on which the server listens. */
  adres?: string;
  map?: string;
  klok?: Klok;
  login?: Partial<LoginOpties>;
}

/** Starts a server with one page (/casussen/…) and one API route (/api/v1/ik) behind the login. */
export async function startProef(o: ProefOpties = {}): Promise<Proef> {
  const poort = await vrijePoort();
  const plek = `http://127.0.0.1:${poort}`;
  const adres = o.adres ?? plek;
  const map = o.map ?? (await mkdtemp(join(tmpdir(), 'houvast-idp-')));
  const app = Fastify();
  app.setErrorHandler(stuurProbleem);
  const sessies = geheugenSessies();
  const gebeurtenissen: InlogGebeurtenis[] = [];
  const idp = await demoIdpPlugin(app, { adres, map, personas: PERSONAS });
  await loginPlugin(app, {
    adres,
    ...idp,
    sessies,
    klok: o.klok ?? { nu: () => new Date() },
    demo: true,
    findMedewerker: async (sub) =>
      PERSONAS.some((p) => p.sub === sub) ? { medewerkerId: sub, regioId: REGIO } : null,
    gebeurtenis: (g) => {
      gebeurtenissen.push(g);
    },
    ...o.login,
  });
  await app.register(async (deel) => {
    deel.addHook('onRequest', eisWie);
    deel.get('/', (request) => `start ${getWie(request).medewerkerId}`);
    deel.get('/casussen/:id', (request) => `casus ${getWie(request).medewerkerId}`);
    deel.get('/api/v1/ik', (request) => getWie(request));
    deel.post('/api/v1/iets', (request) => getWie(request));
  });
  await app.listen({ port: poort, host: '127.0.0.1' });
  return {
    app,
    adres,
    map,
    sessies,
    gebeurtenissen,
    plek,
    async weg() {
      await app.close();
      if (o.map === undefined) await rm(map, { recursive: true });
    },
  };
}

interface Vraag {
  method?: string;
  /** `undefined` leaves out what a browser would say by itself. */
  headers?: Record<string, string | undefined>;
  body?: URLSearchParams | string;
  /** What the browser says in Sec-Fetch-Site. */
  site?: string;
}

/** Plain HTTP: fetch does not let us say Sec-Fetch-Mode ourselves. */
function stuur(naar: string, vraag: Vraag, koppen: Record<string, string | undefined>): Promise<Response> {
  const lijf = vraag.body?.toString();
  const soort =
    vraag.body instanceof URLSearchParams ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
  const headers = Object.entries({ ...soort, ...koppen }).filter(
    (k): k is [string, string] => k[1] !== undefined,
  );
  return new Promise((klaar, mis) => {
    const verzoek = request(
      naar,
      { method: vraag.method ?? 'GET', headers: Object.fromEntries(headers) },
      (antwoord) => {
        const stukken: Buffer[] = [];
        antwoord.on('data', (stuk: Buffer) => stukken.push(stuk));
        antwoord.on('error', mis);
        antwoord.on('end', () => {
          const terug = new Headers();
          for (const [naam, waarden] of Object.entries(antwoord.headersDistinct)) {
            for (const waarde of waarden ?? []) terug.append(naam, waarde);
          }
          klaar(
            new Response(antwoord.statusCode === 204 ? null : Buffer.concat(stukken), {
              status: antwoord.statusCode ?? 0,
              headers: terug,
            }),
          );
        });
      },
    );
    verzoek.on('error', mis);
    verzoek.end(lijf);
  });
}

interface Koek {
  waarde: string;
  pad: string;
  opties: string;
}

interface Bladzijde {
  status: number;
  url: URL;
  tekst: string;
  koppen: Headers;
  /** Every address that was visited on the way, the last one included. */
  weg: string[];
}

/** A browser: keeps cookies by path, follows redirects, and says with each request where it comes from. */
export class Browser {
  readonly koekjes = new Map<string, Koek>();
  readonly #proef: Pick<Proef, 'adres' | 'plek'>;

  constructor(proef: Pick<Proef, 'adres' | 'plek'>) {
    this.#proef = proef;
  }

  #cookieKop(url: URL): string {
    return [...this.koekjes]
      .filter(([, k]) => k.pad === '/' || url.pathname === k.pad || url.pathname.startsWith(`${k.pad}/`))
      .map(([naam, k]) => `${naam}=${k.waarde}`)
      .join('; ');
  }

  #bewaar(regel: string): void {
    const [paar = '', ...opties] = regel.split(/; */);
    const is = paar.indexOf('=');
    const naam = paar.slice(0, is);
    const waarde = paar.slice(is + 1);
    const pad = opties.find((x) => /^path=/i.test(x))?.slice(5) ?? '/';
    const verloopt = opties.find((x) => /^expires=/i.test(x))?.slice(8);
    const weg =
      opties.some((x) => /^max-age=0$/i.test(x)) ||
      (verloopt !== undefined && new Date(verloopt) <= new Date());
    if (weg) this.koekjes.delete(naam);
    else this.koekjes.set(naam, { waarde, pad, opties: opties.join('; ') });
  }

  /** One request, without following. `site`: what the browser says in Sec-Fetch-Site. */
  async vraag(naar: string, init: Vraag = {}): Promise<Response> {
    const url = new URL(naar, this.#proef.adres);
    if (url.origin !== this.#proef.adres) throw new Error(`the browser would leave for ${url.origin}`);
    const cookie = this.#cookieKop(url);
    const antwoord = await stuur(`${this.#proef.plek}${url.pathname}${url.search}`, init, {
      accept: 'text/html',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-site': init.site ?? 'same-origin',
      ...(cookie ? { cookie } : {}),
      ...init.headers,
    });
    for (const regel of antwoord.headers.getSetCookie()) this.#bewaar(regel);
    return antwoord;
  }

  /** A request and all redirects after it. */
  async ga(naar: string, init: Vraag = {}): Promise<Bladzijde> {
    let url = new URL(naar, this.#proef.adres);
    let antwoord = await this.vraag(url.href, init);
    const weg = [url.pathname];
    for (let n = 0; n < 15 && antwoord.status >= 300 && antwoord.status < 400; n++) {
      url = new URL(antwoord.headers.get('location') ?? '', url);
      weg.push(url.pathname);
      antwoord = await this.vraag(url.href, init.site === undefined ? {} : { site: init.site });
    }
    return { status: antwoord.status, url, tekst: await antwoord.text(), koppen: antwoord.headers, weg };
  }

  /** Presses the button of a persona on the picker that is now on screen. */
  async kies(kiezer: Bladzijde, persona: string): Promise<Bladzijde> {
    const actie = /<form method="post" action="([^"]+)"/.exec(kiezer.tekst)?.[1];
    if (actie === undefined) throw new Error(`no picker at ${kiezer.url.pathname}: ${kiezer.status}`);
    return this.ga(actie, { method: 'POST', body: new URLSearchParams({ persona }) });
  }

  /** The whole way in. */
  async logIn(persona: string, pad = '/inloggen?terug=/casussen/1'): Promise<Bladzijde> {
    return this.kies(await this.ga(pad), persona);
  }
}

/** The API's answer to "who am I", as a screen asks it. */
export async function ik(browser: Browser, init: Vraag = {}): Promise<{ status: number; lijf: unknown }> {
  const antwoord = await browser.vraag('/api/v1/ik', {
    ...init,
    headers: { accept: 'application/json', 'sec-fetch-mode': 'cors', ...init.headers },
  });
  return { status: antwoord.status, lijf: await antwoord.json() };
}
