// SPDX-License-Identifier: EUPL-1.2
// /inloggen, /inloggen/terug, /uitloggen, /uitgelogd; and the hook that knows who calls.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Klok } from '../clock/klok.ts';
import { alsProbleem, zegProbleem } from '../http/problem.ts';
import type { Taal } from '../http/taal.ts';
import { findOrigin, isLoopback, localPath } from './adres.ts';
import { type ClientAuth, DEMO_IDP_PAD } from './geheimen.ts';
import { eigenFetch, InlogdienstWeg, InlogGeweigerd, type Inlogpoging, openInlogdienst } from './oidc.ts';
import {
  escapeHtml,
  LETTER_PAD,
  LETTERTYPE,
  MERK_PAD,
  MERK_SVG,
  paginaTaal,
  STIJL,
  sendPagina,
} from './pagina.ts';
import {
  type CookieVorm,
  cookieVorm,
  hashSessieId,
  isGeldig,
  newSessieId,
  type SessieStore,
} from './sessie.ts';
import { assertEigenHerkomst, type FindMedewerker, resolveWie } from './wie.ts';
import { createZegel } from './zegel.ts';

/** What happened at the door, for the log. Never holds more than ids. */
export interface InlogGebeurtenis {
  soort: 'ingelogd' | 'uitgelogd' | 'geen-toegang' | 'inloggen-mislukt';
  op: Date;
  medewerkerId?: string;
  regioId?: string;
  /** Technical code of what went wrong. */
  oorzaak?: string;
}

export interface LoginOpties {
  /** Public origin of this server, without a slash at the end. */
  adres: string;
  issuer: string;
  clientId: string;
  clientAuth: ClientAuth;
  sessies: SessieStore;
  findMedewerker: FindMedewerker;
  /** The real time: tokens are dated by the provider, so not a demo clock that someone moves. */
  klok: Klok;
  /** Shows the banner that all is invented. */
  demo: boolean;
  /** Audience of access tokens; default `${adres}/api`. */
  audience?: string;
  /** Seals a login in progress; the same in every process. Default: a key of this process. */
  zegelGeheim?: string;
  /** Paths below which nobody is looked up (static files). */
  zonderWie?: readonly string[];
  gebeurtenis?: (g: InlogGebeurtenis) => Promise<void> | void;
}

/** A login must be finished in this time. */
const POGING_S = 10 * 60;
/** More logins begun and not finished than this: start over, or the cookies outgrow the request. */
const POGINGEN_HOOGSTENS = 5;
const STIJL_PAD = '/inloggen/stijl.css';
const KLAAR_SCRIPT = `// SPDX-License-Identifier: EUPL-1.2
new BroadcastChannel('houvast-inloggen').postMessage('ingelogd');
window.close();
`;

/** The texts of these pages. A page of the server has no other words than these, and those of a problem. */
const WOORDEN = {
  nl: {
    fictief: '<strong>FICTIEF:</strong> deze regio en alle mensen erin bestaan niet.',
    opnieuw: 'Opnieuw inloggen',
    weg: 'De inlogdienst geeft geen antwoord',
    wegZinnen: [
      'U kunt nu niet inloggen. Wat u eerder hebt bewaard, is veilig.',
      'Probeer het over een minuut opnieuw. Duurt het langer, bel dan de beheerder van uw organisatie.',
    ],
    mislukt: 'Inloggen is niet gelukt',
    teLang: 'Het inloggen duurde te lang, of het is in een andere browser begonnen. U bent niet ingelogd.',
    afgebroken: 'U hebt het inloggen afgebroken, of uw organisatie staat het niet toe. U bent niet ingelogd.',
    geweigerd:
      'De inlogdienst gaf een antwoord dat Houvast niet kan aannemen. U bent niet ingelogd. Probeer het opnieuw.',
    geenToegang: 'U hebt geen toegang tot Houvast',
    geenToegangZinnen: [
      'Het inloggen bij uw organisatie is gelukt, maar Houvast kent u niet als medewerker.',
      'Vraag uw teamleider om u toe te voegen, of de beheerder van Houvast. Geef daarbij uw inlogcode door:',
    ],
    weer: 'U bent weer ingelogd',
    weerZin: 'Sluit dit venster en ga verder waar u was. Wat u had getypt, staat er nog.',
    uitloggen: 'Uitloggen',
    wiltU: 'Wilt u uitloggen?',
    uitloggenZin: 'U wordt uitgelogd bij Houvast en bij de inlogdienst van uw organisatie.',
    naarHouvast: 'Terug naar Houvast',
    uitgelogd: 'U bent uitgelogd',
    uitgelogdZin: 'Deze browser kan niet meer bij de gegevens in Houvast.',
    uitgelogdHier:
      'U bent uitgelogd bij Houvast, maar misschien nog niet bij uw organisatie. Sluit de browser als anderen hem ook gebruiken.',
  },
  en: {
    fictief: '<strong>FICTITIOUS:</strong> this region and all people in it do not exist.',
    opnieuw: 'Log in again',
    weg: 'The login service does not answer',
    wegZinnen: [
      'You cannot log in now. What you stored before is safe.',
      'Try again in a minute. If it takes longer, call the administrator of your organisation.',
    ],
    mislukt: 'Logging in did not work',
    teLang: 'Logging in took too long, or was begun in another browser. You are not logged in.',
    afgebroken: 'You broke off logging in, or your organisation does not allow it. You are not logged in.',
    geweigerd:
      'The login service gave an answer that Houvast cannot accept. You are not logged in. Try again.',
    geenToegang: 'You have no access to Houvast',
    geenToegangZinnen: [
      'Logging in at your organisation worked, but Houvast does not know you as a worker.',
      'Ask your team leader to add you, or the administrator of Houvast. Tell them your login code:',
    ],
    weer: 'You are logged in again',
    weerZin: 'Close this window and go on where you were. What you typed is still there.',
    uitloggen: 'Log out',
    wiltU: 'Do you want to log out?',
    uitloggenZin: 'You will be logged out of Houvast and of the login service of your organisation.',
    naarHouvast: 'Back to Houvast',
    uitgelogd: 'You are logged out',
    uitgelogdZin: 'This browser can no longer reach the data in Houvast.',
    uitgelogdHier:
      'You are logged out of Houvast, but perhaps not yet of your organisation. Close the browser if others use it too.',
  },
} as const;

function isPoging(x: unknown): x is Inlogpoging {
  if (typeof x !== 'object' || x === null) return false;
  const p = x as Record<string, unknown>;
  return (
    ['state', 'nonce', 'verifier', 'terug'].every((k) => typeof p[k] === 'string') &&
    typeof p['opnieuw'] === 'boolean' &&
    typeof p['begonnen'] === 'number'
  );
}

const dropCookie = (reply: FastifyReply, vorm: CookieVorm) => reply.clearCookie(vorm.naam, vorm.opties);

interface Uitleg {
  taal: Taal;
  titel: string;
  zinnen: readonly string[];
  /** Path and query of the page, where it may be asked for again. */
  hier?: string;
  /** Where the button "Opnieuw inloggen" leads. */
  terug?: string;
}

/** The letter of the screens, where it is installed apart from them; without it the system's own will do. */
async function leesLetter(): Promise<Buffer | null> {
  try {
    const pad =
      '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';
    return await readFile(fileURLToPath(import.meta.resolve(pad)));
  } catch {
    return null;
  }
}

/**
 * Adds the login to the server. Call it (or register it) before the routes that need to know who calls.
 * Decorates requests with `wie`.
 */
export async function loginPlugin(app: FastifyInstance, opties: LoginOpties): Promise<void> {
  const { adres, sessies, klok } = opties;
  if (findOrigin(adres) !== adres) {
    throw new Error(`Het adres van Houvast moet de vorm https://naam hebben, niet "${adres}".`);
  }
  const sid = cookieVorm(adres, 'sid');
  const pogingVorm = cookieVorm(adres, 'inloggen');
  const zegel = createZegel(opties.zegelGeheim);
  const thuis = opties.demo && opties.issuer === `${adres}${DEMO_IDP_PAD}`;
  const inlogdienst = openInlogdienst({
    adres,
    issuer: opties.issuer,
    clientId: opties.clientId,
    clientAuth: opties.clientAuth,
    audience: opties.audience ?? `${adres}/api`,
    ...(thuis
      ? {
          fetch: eigenFetch(adres, () => {
            const plek = app.server.address();
            return plek !== null && typeof plek === 'object' ? plek : null;
          }),
        }
      : {}),
  });
  const wieOpties = { adres, inlogdienst, sessies, findMedewerker: opties.findMedewerker, klok, cookie: sid };
  const zonderWie = [
    `${DEMO_IDP_PAD}/`,
    STIJL_PAD,
    MERK_PAD,
    LETTER_PAD,
    '/inloggen/klaar',
    '/assets/',
    ...(opties.zonderWie ?? []),
  ];
  const meld = async (g: Omit<InlogGebeurtenis, 'op'>) => opties.gebeurtenis?.({ ...g, op: klok.nu() });

  const letter = await leesLetter();

  if (!app.hasRequestDecorator('cookies')) await app.register(cookie);
  app.decorateRequest('wie', null);
  app.addHook('onRequest', async (request, reply) => {
    if (zonderWie.some((pad) => request.url.startsWith(pad))) return;
    request.wie = await resolveWie(request, reply, wieOpties);
  });

  const uitleg = (reply: FastifyReply, status: number, u: Uitleg) =>
    sendPagina(reply, status, {
      taal: u.taal,
      hier: u.hier,
      titel: u.titel,
      stijl: STIJL_PAD,
      ...(opties.demo ? { fictief: WOORDEN[u.taal].fictief } : {}),
      inhoud: `<h1>${escapeHtml(u.titel)}</h1>
${u.zinnen.map((z) => `<p>${escapeHtml(z)}</p>`).join('\n')}
<p class="rij"><a class="knop" href="/inloggen?terug=${encodeURIComponent(u.terug ?? '/')}">${WOORDEN[u.taal].opnieuw}</a></p>`,
    });

  const taalVan = (request: FastifyRequest, reply: FastifyReply) => paginaTaal(request, reply, adres);
  const weg = (request: FastifyRequest, reply: FastifyReply, terug: string) => {
    const taal = taalVan(request, reply);
    return uitleg(reply.header('retry-after', '30'), 503, {
      taal,
      titel: WOORDEN[taal].weg,
      zinnen: WOORDEN[taal].wegZinnen,
      terug,
    });
  };

  const begonnen = (request: FastifyRequest) =>
    Object.keys(request.cookies).filter((n) => n.startsWith(`${pogingVorm.naam}-`));
  /** One cookie per login begun, so that two windows do not undo each other. */
  const vormVan = (state: string): CookieVorm => ({
    ...pogingVorm,
    naam: `${pogingVorm.naam}-${createHash('sha256').update(state).digest('hex').slice(0, 16)}`,
  });

  await app.register(async (deel) => {
    // a plain HTML form: its fields are not used
    deel.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 4096 },
      (_r, _b, klaar) => klaar(null, null),
    );
    // what goes wrong at the door is shown as a page, to a person
    deel.setErrorHandler((fout, request, reply) => {
      const probleem = alsProbleem(fout);
      if (probleem.statusCode >= 500)
        request.log.error({ soort: fout instanceof Error ? fout.name : 'onbekend' }, 'inloggen');
      const taal = taalVan(request, reply);
      const { titel, detail } = zegProbleem(probleem, taal);
      return uitleg(reply, probleem.statusCode, { taal, titel, zinnen: [detail] });
    });
    const verborgen = { schema: { hide: true } };

    deel.get(STIJL_PAD, verborgen, (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=300')
        .type('text/css; charset=utf-8')
        .send(letter === null ? STIJL : `${LETTERTYPE}${STIJL}`),
    );
    if (letter !== null) {
      deel.get(LETTER_PAD, verborgen, (_request, reply) =>
        reply.header('cache-control', 'public, max-age=86400').type('font/woff2').send(letter),
      );
    }

    deel.get(MERK_PAD, verborgen, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(MERK_SVG),
    );

    deel.get<{ Querystring: { terug?: unknown; opnieuw?: unknown } }>(
      '/inloggen',
      verborgen,
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const terug = localPath(request.query.terug);
        const opnieuw = request.query.opnieuw === 'ja';
        // "localhost" and "127.0.0.1" are one server and two cookie jars: go on at the address that the provider knows
        const hier = new URL(adres);
        if (request.host !== hier.host && isLoopback(request.hostname) && isLoopback(hier.hostname)) {
          return reply.redirect(
            `${adres}/inloggen?terug=${encodeURIComponent(terug)}${opnieuw ? '&opnieuw=ja' : ''}`,
            303,
          );
        }
        if (request.wie?.via === 'sessie' && !opnieuw) return reply.redirect(terug, 303);
        try {
          const { naar, poging } = await inlogdienst.start({ terug, opnieuw, nu: klok.nu() });
          const oud = begonnen(request);
          if (oud.length >= POGINGEN_HOOGSTENS)
            for (const naam of oud) dropCookie(reply, { ...pogingVorm, naam });
          const vorm = vormVan(poging.state);
          reply.setCookie(vorm.naam, zegel.seal(poging, vorm.naam), { ...vorm.opties, maxAge: POGING_S });
          return reply.redirect(naar.href, 303);
        } catch (fout) {
          if (!(fout instanceof InlogdienstWeg) && !(fout instanceof InlogGeweigerd)) throw fout;
          request.log.warn({ oorzaak: fout.message }, 'inlogdienst');
          return weg(request, reply, terug);
        }
      },
    );

    deel.get<{ Querystring: { state?: unknown } }>('/inloggen/terug', verborgen, async (request, reply) => {
      const nu = klok.nu();
      const taal = taalVan(request, reply);
      const t = WOORDEN[taal];
      const vorm = vormVan(typeof request.query.state === 'string' ? request.query.state : '');
      const poging = zegel.unseal(request.cookies[vorm.naam] ?? '', vorm.naam);
      if (!isPoging(poging) || nu.getTime() - poging.begonnen > POGING_S * 1000) {
        return uitleg(reply, 400, { taal, titel: t.mislukt, zinnen: [t.teLang] });
      }
      // one answer per attempt
      dropCookie(reply, vorm);
      let sub: string;
      try {
        ({ sub } = await inlogdienst.finish(new URL(request.url, adres).search, poging));
      } catch (fout) {
        if (fout instanceof InlogdienstWeg) {
          request.log.warn({ oorzaak: fout.message }, 'inlogdienst');
          return weg(request, reply, poging.terug);
        }
        if (!(fout instanceof InlogGeweigerd)) throw fout;
        request.log.warn({ oorzaak: fout.oorzaak }, 'inloggen mislukt');
        await meld({ soort: 'inloggen-mislukt', oorzaak: fout.oorzaak });
        return uitleg(reply, 400, {
          taal,
          titel: t.mislukt,
          zinnen: [fout.oorzaak === 'access_denied' ? t.afgebroken : t.geweigerd],
          terug: poging.terug,
        });
      }
      const medewerker = await opties.findMedewerker(sub);
      if (medewerker === null) {
        await meld({ soort: 'geen-toegang' });
        return uitleg(reply, 403, { taal, titel: t.geenToegang, zinnen: [...t.geenToegangZinnen, sub] });
      }
      // a new id at every login, and the old one ends: an id that someone planted or saw is worth nothing
      const oud = hashSessieId(request.cookies[sid.naam]);
      if (oud !== null) await sessies.revokeSessie(oud, nu, 'opnieuw-ingelogd');
      const id = newSessieId();
      const idHash = hashSessieId(id);
      if (idHash === null) throw new Error('a new session id has the form of a session id');
      await sessies.insertSessie({
        idHash,
        ...medewerker,
        gemaakt: nu,
        laatstGezien: nu,
        stepUpOp: poging.opnieuw ? nu : null,
        ingetrokkenOp: null,
      });
      await meld({ soort: 'ingelogd', ...medewerker });
      reply.setCookie(sid.naam, id, sid.opties);
      return reply.header('cache-control', 'no-store').redirect(poging.terug, 303);
    });

    // The second window of a screen whose session ended while someone was typing.
    deel.get('/inloggen/klaar', verborgen, (request, reply) => {
      const taal = taalVan(request, reply);
      const t = WOORDEN[taal];
      return sendPagina(reply, 200, {
        taal,
        titel: t.weer,
        stijl: STIJL_PAD,
        script: '/inloggen/klaar.js',
        ...(opties.demo ? { fictief: t.fictief } : {}),
        inhoud: `<h1>${t.weer}</h1>\n<p>${t.weerZin}</p>`,
      });
    });
    deel.get('/inloggen/klaar.js', verborgen, (_request, reply) =>
      reply.header('cache-control', 'no-store').type('text/javascript; charset=utf-8').send(KLAAR_SCRIPT),
    );

    deel.get('/uitloggen', verborgen, (request, reply) => {
      const taal = taalVan(request, reply);
      const t = WOORDEN[taal];
      return sendPagina(
        reply,
        200,
        {
          taal,
          hier: request.url,
          titel: t.uitloggen,
          stijl: STIJL_PAD,
          ...(opties.demo ? { fictief: t.fictief } : {}),
          inhoud: `<h1>${t.wiltU}</h1>
<p>${t.uitloggenZin}</p>
<form method="post" action="/uitloggen" class="rij"><button class="knop" type="submit">${t.uitloggen}</button> <a href="/">${t.naarHouvast}</a></form>`,
        },
        // the answer to this form leads on to the provider, and browsers hold that redirect to form-action as well
        new URL(opties.issuer).origin,
      );
    });

    deel.post('/uitloggen', verborgen, async (request, reply) => {
      assertEigenHerkomst(request, adres);
      const hash = hashSessieId(request.cookies[sid.naam]);
      if (hash !== null) {
        const sessie = await sessies.findSessie(hash);
        const nu = klok.nu();
        await sessies.revokeSessie(hash, nu, 'uitgelogd');
        if (sessie !== null && isGeldig(sessie, nu)) {
          await meld({ soort: 'uitgelogd', medewerkerId: sessie.medewerkerId, regioId: sessie.regioId });
        }
      }
      dropCookie(reply, sid);
      reply.header('cache-control', 'no-store');
      const ook = await inlogdienst.findEndSession(`${adres}/uitgelogd`);
      return reply.redirect(ook?.href ?? '/uitgelogd?alleen=hier', 303);
    });

    deel.get<{ Querystring: { alleen?: unknown } }>('/uitgelogd', verborgen, (request, reply) => {
      const taal = taalVan(request, reply);
      const t = WOORDEN[taal];
      return uitleg(reply, 200, {
        taal,
        hier: request.url,
        titel: t.uitgelogd,
        zinnen: [request.query.alleen === 'hier' ? t.uitgelogdHier : t.uitgelogdZin],
      });
    });
  });
}

// Registered as a plugin it must still reach the whole server: the hook and `wie` are for every route.
Object.assign(loginPlugin, { [Symbol.for('skip-override')]: true });
