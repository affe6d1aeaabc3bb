// SPDX-License-Identifier: EUPL-1.2
// RFC 9457: every 4xx and 5xx is a problem that says in plain Dutch what happened, what is safe and what to do; in English
// for who prefers it, as far as it is not one station's own.
import { randomBytes } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import {
  ALGEMEEN,
  type Algemeen,
  ENGELS,
  type Probleemtekst,
  VELDZIN_ANDERS,
  VELDZINNEN,
} from './algemeen.ts';
import { type Taal, voorkeurstaal } from './taal.ts';

export interface Veldfout {
  /** Path to the field, in dots: `personen.0.geboortedatum`. */
  veld: string;
  melding: string;
}

export interface ProbleemExtra {
  /** Last part of the problem type: /problemen/<soort>. */
  soort?: string;
  fouten?: Veldfout[];
  /** What someone else made of it meanwhile (409). */
  huidig?: unknown;
  /** The same in English, as far as it is there. */
  en?: Partial<Probleemtekst> & { fouten?: Veldfout[] };
}

/** A problem that the caller can act on. Thrown anywhere inside a request; a transaction around it is rolled back. */
export class Probleem extends Error {
  readonly statusCode: number;
  readonly titel: string;
  readonly detail: string;
  readonly extra: ProbleemExtra;
  constructor(status: number, titel: string, detail: string, extra: ProbleemExtra = {}) {
    super(titel);
    this.statusCode = status;
    this.titel = titel;
    this.detail = detail;
    this.extra = extra;
  }
}

/** One of the problems that every route can have. */
export function algemeen(naam: Algemeen, extra: ProbleemExtra = {}): Probleem {
  const { status, nl, en, ...rest } = ALGEMEEN[naam];
  return new Probleem(status, nl.titel, nl.detail, { ...rest, en, ...extra });
}

/** The same answer for what does not exist and for what may not be seen. */
export function nietGevonden(wat: string): Probleem {
  return new Probleem(404, `${wat} is niet gevonden`, 'Het bestaat niet, of u hebt er geen toegang toe.', {
    soort: 'niet-gevonden',
    en: ENGELS.nietGevonden,
  });
}

/** What is wrong with one field, in both languages. */
export interface Veldzin {
  veld: string;
  zin: { nl: string; en: string };
}

/** Fields of the request that have not the form that they must have, all together. */
export function misvormd(zinnen: readonly Veldzin[]): Probleem {
  const per = (taal: Taal): Veldfout[] => zinnen.map((z) => ({ veld: z.veld, melding: z.zin[taal] }));
  const samen = (f: Veldfout[]) => f.map((x) => (x.veld ? `${x.veld}: ${x.melding}` : x.melding)).join(' ');
  return new Probleem(
    400,
    'De gegevens kloppen niet',
    `Er is niets bewaard. ${samen(per('nl')) || 'Het verzoek heeft niet de juiste vorm.'}`,
    {
      soort: 'ongeldige-invoer',
      fouten: per('nl'),
      en: {
        ...ENGELS.gegevens,
        detail: `Nothing was stored. ${samen(per('en')) || 'The request does not have the right form.'}`,
        fouten: per('en'),
      },
    },
  );
}

/** Fields of the request that rules refused, all together. */
export function ongeldig(fouten: Veldfout[]): Probleem {
  return new Probleem(400, 'Er is nog iets nodig', fouten.map((f) => f.melding).join(' '), {
    soort: 'ongeldige-invoer',
    fouten,
    en: ENGELS.nodig,
  });
}

interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  fouten?: Veldfout[];
  huidig?: unknown;
}

/** PostgreSQL and network codes that mean: away for a moment, nothing was lost, try again. */
const WEG = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '53300',
]);

function vanDatabase(fout: { code?: string; message?: string }): Probleem | null {
  const code = fout.code ?? '';
  if (code === '53100' || code === 'ENOSPC') return algemeen('opslagVol');
  if (
    WEG.has(code) ||
    /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/.test(
      fout.message ?? '',
    )
  ) {
    return algemeen('databaseWeg');
  }
  if (code === '22021' || code === '22P05') return algemeen('teken');
  if (code === '23514') return algemeen('zonderHouder');
  if (code === '23505' || code === '23P01') return algemeen('alGedaan');
  return null;
}

type Validatie = readonly { instancePath: string; keyword: string; params: Record<string, unknown> }[];

/** All schema errors together, each at its field. Never repeats what was typed: that may be personal. */
function veldzinnen(validatie: Validatie): Veldzin[] {
  const zinnen = validatie
    .filter((v) => v.keyword !== 'anyOf' && v.keyword !== 'oneOf')
    // "or nothing" is the other half of a field that may be empty: what it should have been is the sentence to hear
    .filter((v) => v.keyword !== 'type' || v.params['type'] !== 'null')
    .map((v) => {
      const pad = v.instancePath.split('/').filter(Boolean);
      if (v.keyword === 'required') pad.push(String(v.params['missingProperty']));
      return { veld: pad.join('.'), zin: VELDZINNEN[v.keyword]?.(v.params) ?? VELDZIN_ANDERS };
    });
  return zinnen
    .filter((z, i) => zinnen.findIndex((y) => y.veld === z.veld && y.zin.nl === z.zin.nl) === i)
    .slice(0, 50);
}

/** Turns anything thrown into a Probleem; what we did not foresee becomes a 500 with a number and nothing else. */
export function alsProbleem(fout: unknown): Probleem {
  if (fout instanceof Probleem) return fout;
  const f = fout as FastifyError & { code?: string };
  if (f.validation) return misvormd(veldzinnen(f.validation as unknown as Validatie));
  switch (f.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return algemeen('teGroot');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return algemeen('soortInhoud');
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return algemeen('geenJson');
    default:
  }
  const db = vanDatabase(f);
  if (db) return db;
  if (typeof f.statusCode === 'number' && f.statusCode >= 400 && f.statusCode < 500) {
    const { nl, en } = ALGEMEEN.verzoek;
    return new Probleem(f.statusCode, nl.titel, nl.detail, { en });
  }
  return algemeen('onbekend');
}

/** A problem as it is said in a language, and in which languages that came out: some of it may be there in Dutch only. */
export function zegProbleem(
  p: Probleem,
  taal: Taal,
): Probleemtekst & { fouten: Veldfout[] | undefined; talen: string } {
  const en = taal === 'en' ? p.extra.en : undefined;
  const heel = en?.titel && en.detail && (!p.extra.fouten || en.fouten);
  return {
    titel: en?.titel ?? p.titel,
    detail: en?.detail ?? p.detail,
    fouten: en?.fouten ?? p.extra.fouten,
    talen: en ? (heel ? 'en' : 'en, nl') : 'nl',
  };
}

/** A problem as RFC 9457 writes it, with a number of its own, and in which languages it came out. */
export function alsDocument(
  p: Probleem,
  taal: Taal,
  nummer = randomBytes(6).toString('hex'),
): { doc: ProblemDocument; talen: string } {
  const { titel, detail, fouten, talen } = zegProbleem(p, taal);
  return {
    talen,
    doc: {
      type: `/problemen/${p.extra.soort ?? 'algemeen'}`,
      title: titel,
      status: p.statusCode,
      detail,
      instance: `urn:houvast:fout:${nummer}`,
      ...(fouten ? { fouten } : {}),
      ...(p.extra.huidig === undefined ? {} : { huidig: p.extra.huidig }),
    },
  };
}

/** The error handler of the server. Logs the kind and the place of an unforeseen error, never its text. */
export function stuurProbleem(fout: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const p = alsProbleem(fout);
  const nummer = randomBytes(6).toString('hex');
  if (p.statusCode >= 500) {
    const f = fout as { code?: string; name?: string; stack?: string };
    // the stack's first line holds the message, which may hold what was typed
    request.log.error(
      { nummer, code: f.code, soort: f.name, plek: f.stack?.split('\n').slice(1, 6) },
      'fout',
    );
  }
  const { doc, talen } = alsDocument(p, voorkeurstaal(request.headers['accept-language']), nummer);
  // RFC 9110 § 15.5.2: a 401 says how to log in
  if (p.statusCode === 401 && !reply.hasHeader('WWW-Authenticate'))
    void reply.header('WWW-Authenticate', 'Bearer');
  if (p.statusCode === 503) void reply.header('Retry-After', '30');
  void reply
    .code(p.statusCode)
    .headers({ 'Content-Language': talen, Vary: 'Accept-Language' })
    .type('application/problem+json; charset=utf-8')
    .serializer((x: unknown) => JSON.stringify(x))
    .send(doc);
}
