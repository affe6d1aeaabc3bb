// SPDX-License-Identifier: EUPL-1.2
// RFC 9457: every 4xx and 5xx is a problem that says in plain Dutch what happened, what is safe and what to do.
import { randomBytes } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

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

/** The same answer for what does not exist and for what may not be seen. */
export function nietGevonden(wat: string): Probleem {
  return new Probleem(404, `${wat} niet gevonden`, 'Het bestaat niet, of u heeft er geen toegang toe.', {
    soort: 'niet-gevonden',
  });
}

/** Fields of the request that rules refused, all together. */
export function ongeldig(fouten: Veldfout[]): Probleem {
  return new Probleem(400, 'Er is nog iets nodig', fouten.map((f) => f.melding).join(' '), {
    soort: 'ongeldige-invoer',
    fouten,
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
  if (code === '53100' || code === 'ENOSPC') {
    return new Probleem(
      503,
      'De opslag is vol',
      'Uw tekst staat nog in dit scherm en is niet verloren. Bel de beheerder: er moet ruimte bij. Probeer het daarna opnieuw.',
      { soort: 'opslag-vol' },
    );
  }
  if (
    WEG.has(code) ||
    /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/.test(
      fout.message ?? '',
    )
  ) {
    return new Probleem(
      503,
      'Het geheugen van Houvast is even niet bereikbaar',
      'Er is niets half bewaard. Uw tekst staat nog in dit scherm. Probeer het over een minuut opnieuw.',
      { soort: 'database-weg' },
    );
  }
  if (code === '22021' || code === '22P05') {
    return new Probleem(
      400,
      'In deze tekst staat een teken dat niet bewaard kan worden',
      'Er is niets bewaard. Haal het onzichtbare teken (NUL) weg en probeer het opnieuw.',
      {
        soort: 'ongeldige-invoer',
      },
    );
  }
  if (code === '23514') {
    return new Probleem(
      409,
      'Dit kan niet: de veiligheid van een gezin zou zonder houder zijn, of een regel wordt overtreden',
      'Er is niets gewijzigd. Ververs de pagina en kijk wie nu zicht houdt.',
      { soort: 'regel' },
    );
  }
  if (code === '23505' || code === '23P01') {
    return new Probleem(
      409,
      'Iemand was u net voor',
      'Er is niets gewijzigd. Ververs de pagina om te zien wat er nu staat.',
      {
        soort: 'al-gedaan',
      },
    );
  }
  return null;
}

const ZINNEN: Record<string, (p: Record<string, unknown>) => string> = {
  required: (p) => `${String(p['missingProperty'])} ontbreekt.`,
  minLength: () => 'Dit veld is leeg of te kort.',
  maxLength: (p) => `Dit veld is te lang (hoogstens ${String(p['limit'])} tekens).`,
  format: (p) =>
    p['format'] === 'date-time'
      ? 'Dit is geen moment zoals 2026-11-23T09:00:00Z.'
      : `Dit heeft niet de vorm ${String(p['format'])}.`,
  enum: (p) => `Kies uit: ${(p['allowedValues'] as unknown[] | undefined)?.join(', ') ?? 'de lijst'}.`,
  const: () => 'Deze waarde kan hier niet.',
  pattern: () => 'Dit heeft niet de juiste vorm.',
  type: (p) => `Dit moet van de soort ${String(p['type'])} zijn.`,
  maxItems: (p) => `Hoogstens ${String(p['limit'])}.`,
  minItems: (p) => `Minstens ${String(p['limit'])}.`,
  minimum: (p) => `Minstens ${String(p['limit'])}.`,
  maximum: (p) => `Hoogstens ${String(p['limit'])}.`,
};

/** All schema errors together, each at its field. Never repeats what was typed: that may be personal. */
export function veldfouten(
  validatie: readonly { instancePath: string; keyword: string; params: Record<string, unknown> }[],
): Veldfout[] {
  return validatie
    .filter((v) => v.keyword !== 'anyOf' && v.keyword !== 'oneOf')
    .slice(0, 50)
    .map((v) => {
      const pad = v.instancePath.split('/').filter(Boolean);
      if (v.keyword === 'required') pad.push(String(v.params['missingProperty']));
      const zin = ZINNEN[v.keyword]?.(v.params) ?? 'Dit klopt niet.';
      return { veld: pad.join('.'), melding: zin };
    });
}

/** Turns anything thrown into a Probleem; what we did not foresee becomes a 500 with a number and nothing else. */
export function alsProbleem(fout: unknown): Probleem {
  if (fout instanceof Probleem) return fout;
  const f = fout as FastifyError & { code?: string };
  if (f.validation) {
    const fouten = veldfouten(
      f.validation as { instancePath: string; keyword: string; params: Record<string, unknown> }[],
    );
    return new Probleem(
      400,
      'De gegevens kloppen niet',
      fouten.map((x) => `${x.veld}: ${x.melding}`).join(' ') || 'Het verzoek heeft niet de juiste vorm.',
      {
        soort: 'ongeldige-invoer',
        fouten,
      },
    );
  }
  switch (f.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Probleem(
        413,
        'Dit bericht is te groot',
        'Er is niets bewaard. Stuur hoogstens 1 MB tekst; een bijlage van hoogstens 10 MB gaat apart mee.',
        { soort: 'te-groot' },
      );
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Probleem(415, 'Deze soort inhoud kan Houvast niet lezen', 'Stuur application/json.', {
        soort: 'soort-inhoud',
      });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Probleem(
        400,
        'Het bericht is geen geldige JSON',
        'Er is niets bewaard. Controleer het bericht en stuur het opnieuw.',
        { soort: 'geen-json' },
      );
    default:
  }
  const db = vanDatabase(f);
  if (db) return db;
  if (typeof f.statusCode === 'number' && f.statusCode >= 400 && f.statusCode < 500) {
    return new Probleem(
      f.statusCode,
      'Dit verzoek kan niet',
      'Het verzoek is niet in orde. Controleer het en probeer het opnieuw.',
    );
  }
  return new Probleem(
    500,
    'Er ging iets mis bij ons',
    'Er is niets half bewaard. Uw tekst staat nog in dit scherm. Noem het nummer hieronder bij de helpdesk.',
    {
      soort: 'onbekend',
    },
  );
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
  const doc: ProblemDocument = {
    type: `/problemen/${p.extra.soort ?? 'algemeen'}`,
    title: p.titel,
    status: p.statusCode,
    detail: p.detail,
    instance: `urn:houvast:fout:${nummer}`,
    ...(p.extra.fouten ? { fouten: p.extra.fouten } : {}),
    ...(p.extra.huidig === undefined ? {} : { huidig: p.extra.huidig }),
  };
  if (p.statusCode === 503) void reply.header('Retry-After', '30');
  void reply
    .code(p.statusCode)
    .type('application/problem+json; charset=utf-8')
    .serializer((x: unknown) => JSON.stringify(x))
    .send(doc);
}
