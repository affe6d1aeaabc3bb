// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path';
import { GRENZEN, type Grenzen } from './http/grenzen.ts';
import type { ClientAuth } from './login/geheimen.ts';

export interface Config {
  poort: number;
  /** Address as the browser knows it, without a slash at the end. */
  adres: string;
  /** Data folder: the managed PostgreSQL and the demo's keys. */
  map: string;
  databaseUrl: string | undefined;
  /** The fictitious region with its own identity provider and personas. */
  demo: boolean;
  /** How many meldingen the fictitious region gets; unset: the real proportion. */
  demoMeldingen: number | undefined;
  /** Where the clock starts (demo and tests only). */
  klokStart: Date | undefined;
  /** Key of the pseudonyms in the log and of the BSN look-up (HMAC-SHA256). */
  pseudoniemSleutel: string | undefined;
  oidc: { issuer: string | undefined; clientId: string | undefined; clientAuth: ClientAuth | undefined };
  /** Where the police want their outcomes delivered; unset: they fetch them. */
  jzvUitkomstUrl: string | undefined;
  /** Requests a minute that one caller may make. */
  grenzen: Grenzen;
  /** Proxies before this server whose X-Forwarded-For is believed (addresses or ranges). */
  vertrouwdeProxys: string[];
  /** Where a copy of the processing log goes (OTLP over HTTP, JSON); unset: nowhere. */
  otlpUrl: string | undefined;
}

/**
 * Reads the settings. Demo is the default as long as no identity provider is configured and NODE_ENV is not production.
 * @throws Error with a Dutch sentence naming the setting that cannot be used
 */
export function leesConfig(env: Record<string, string | undefined>): Config {
  const poort = Number(env['PORT']?.trim() || 8080);
  // 0 is any free port: good for a test, but nobody knows where it then is
  const laagste = env['NODE_ENV'] === 'test' ? 0 : 1;
  if (!Number.isInteger(poort) || poort < laagste || poort > 65535) {
    throw new Error(`PORT moet een getal van 1 tot 65535 zijn, niet "${env['PORT']}".`);
  }
  const databaseUrl = env['DATABASE_URL'] || undefined;
  if (databaseUrl && !/^(postgres(ql)?:\/\/|socket:|\/)/.test(databaseUrl))
    throw new Error(
      'DATABASE_URL moet een adres zijn zoals postgresql://gebruiker:wachtwoord@server:5432/houvast.',
    );
  const demo = env['NODE_ENV'] !== 'production' && !env['HOUVAST_OIDC_ISSUER'];
  let klokStart: Date | undefined;
  if (env['HOUVAST_KLOK']) {
    if (!demo) throw new Error('HOUVAST_KLOK is alleen voor demo en tests. Haal de instelling weg.');
    klokStart = new Date(env['HOUVAST_KLOK']);
    if (Number.isNaN(klokStart.getTime())) {
      throw new Error(
        `HOUVAST_KLOK moet een moment zijn zoals 2026-11-23T09:00:00+01:00, niet "${env['HOUVAST_KLOK']}".`,
      );
    }
  }
  return {
    poort,
    // a browser leaves out the port that everyone knows
    adres: (env['HOUVAST_ADRES'] || `http://127.0.0.1${poort === 80 ? '' : `:${poort}`}`).replace(/\/+$/, ''),
    map: resolve(env['HOUVAST_DATA'] || '.houvast'),
    databaseUrl,
    demo,
    demoMeldingen: Number(env['HOUVAST_DEMO_MELDINGEN']) || undefined,
    klokStart,
    pseudoniemSleutel: env['HOUVAST_PSEUDONIEM_SLEUTEL'] || undefined,
    oidc: {
      issuer: env['HOUVAST_OIDC_ISSUER'] || undefined,
      clientId: env['HOUVAST_OIDC_CLIENT_ID'] || undefined,
      clientAuth: leesClientAuth(env),
    },
    jzvUitkomstUrl: env['HOUVAST_JZV_UITKOMST_URL'] || undefined,
    grenzen: {
      ingelogd: leesAantal(env, 'HOUVAST_VERZOEKEN_PER_MINUUT', GRENZEN.ingelogd),
      onbekend: leesAantal(env, 'HOUVAST_VERZOEKEN_PER_MINUUT_ONBEKEND', GRENZEN.onbekend),
    },
    vertrouwdeProxys: (env['HOUVAST_PROXYS'] ?? '')
      .split(',')
      .map((p) => p.trim())
      .filter(Boolean),
    otlpUrl: env['HOUVAST_OTLP_URL'] || undefined,
  };
}

function leesAantal(env: Record<string, string | undefined>, naam: string, anders: number): number {
  const waarde = Number(env[naam] || anders);
  if (!Number.isInteger(waarde) || waarde < 1)
    throw new Error(`${naam} moet een heel getal boven 0 zijn, niet "${env[naam]}".`);
  return waarde;
}

/** A private key (JWK, preferred by the NL GOV profile) or a shared secret. */
function leesClientAuth(env: Record<string, string | undefined>): ClientAuth | undefined {
  const sleutel = env['HOUVAST_OIDC_CLIENT_SLEUTEL'];
  if (sleutel) {
    try {
      return {
        soort: 'sleutel',
        jwk: JSON.parse(sleutel) as Extract<ClientAuth, { soort: 'sleutel' }>['jwk'],
      };
    } catch {
      throw new Error('HOUVAST_OIDC_CLIENT_SLEUTEL is geen JSON. Geef de privésleutel als JWK.');
    }
  }
  const geheim = env['HOUVAST_OIDC_CLIENT_SECRET'];
  return geheim ? { soort: 'geheim', geheim } : undefined;
}
