// SPDX-License-Identifier: EUPL-1.2
import type { JWK } from 'jose';
import { findOrigin, isLoopback } from './adres.ts';

/** How Houvast proves to the identity provider that it is Houvast. */
export type ClientAuth =
  /** private_key_jwt (NL GOV OAuth profile): a private JWK with its `alg`, for instance PS256 or ES256. */
  | { soort: 'sleutel'; jwk: JWK }
  /** client_secret_basic, for a provider that offers nothing better. */
  | { soort: 'geheim'; geheim: string };

/** Path of the identity provider that comes with the demo, on the same server. */
export const DEMO_IDP_PAD = '/demo-idp';
/** Published on purpose: opens only the fictitious personas of a demo. */
export const DEMO_PERSONA_GEHEIM = 'houvast-demo-geheim-alleen-voor-fictieve-personas';

/** Every value that this project published, and what people type when they mean to change it later. */
const BEKEND = /houvast-demo|demo-geheim|changeme|change-me|wijzig-?mij|password|wachtwoord|^secret|^geheim/i;
const KLEINST = 32;
const MAAK_ER_EEN = 'Maak er een met: openssl rand -base64 48';

export interface TeControleren {
  demo: boolean;
  /** Public address of this server. */
  adres: string;
  issuer: string | undefined;
  clientAuth: ClientAuth | undefined;
  /** Secrets by the name of their setting; `undefined` is a secret that was not given. */
  geheimen: Readonly<Record<string, string | undefined>>;
}

/** What is wrong with one secret, as the rest of a sentence that starts with its name; null when nothing is. */
function bezwaarTegen(geheim: string | undefined): string | null {
  if (geheim === undefined || geheim.trim() === '') return `ontbreekt. ${MAAK_ER_EEN}`;
  if (BEKEND.test(geheim)) return `is een bekende waarde (uit de demo of een voorbeeld). ${MAAK_ER_EEN}`;
  if (Buffer.byteLength(geheim) < KLEINST) return `is korter dan ${KLEINST} bytes. ${MAAK_ER_EEN}`;
  if (new Set(geheim).size < 8) return `is te eenvoudig. ${MAAK_ER_EEN}`;
  return null;
}

function bezwaarTegenAdres(adres: string | undefined): string | null {
  if (adres === undefined || adres === '') return 'ontbreekt.';
  if (findOrigin(adres) === null) return 'is geen webadres.';
  const { protocol, hostname } = new URL(adres);
  return protocol === 'http:' && !isLoopback(hostname)
    ? 'moet met https:// beginnen: over http leest iedereen mee.'
    : null;
}

/**
 * Outside the demo, refuses settings that would open real files with a key that is missing, guessable or published.
 * Call before anything listens.
 * @throws Error with one Dutch sentence per setting; never shows a value
 */
export function controleerGeheimen(config: TeControleren): void {
  if (config.demo) return;
  const bezwaren: string[] = [];
  const bezwaar = (naam: string, tekst: string | null) => {
    if (tekst !== null) bezwaren.push(`${naam} ${tekst}`);
  };

  bezwaar('Het adres van Houvast', bezwaarTegenAdres(config.adres));
  bezwaar('Het adres van de inlogdienst', bezwaarTegenAdres(config.issuer));
  if (config.issuer !== undefined && URL.parse(config.issuer)?.pathname.startsWith(DEMO_IDP_PAD)) {
    bezwaar('De inlogdienst', 'is die van de demo. Daar kan iedereen zonder wachtwoord iedereen zijn.');
  }
  const auth = config.clientAuth;
  if (auth === undefined) {
    bezwaar('De sleutel of het geheim waarmee Houvast zich bij de inlogdienst meldt', 'ontbreekt.');
  } else if (auth.soort === 'geheim') {
    bezwaar('Het geheim waarmee Houvast zich bij de inlogdienst meldt', bezwaarTegen(auth.geheim));
  } else if (auth.jwk.kty === 'oct' || auth.jwk.d === undefined || auth.jwk.alg === undefined) {
    bezwaar(
      'De sleutel waarmee Houvast zich bij de inlogdienst meldt',
      'is geen private sleutel (JWK met "alg").',
    );
  }
  for (const [naam, geheim] of Object.entries(config.geheimen)) bezwaar(naam, bezwaarTegen(geheim));

  if (bezwaren.length > 0) {
    throw new Error(
      `Houvast start niet: deze instellingen zijn niet veilig voor gegevens van echte mensen.\n${bezwaren
        .map((b) => `  - ${b}`)
        .join('\n')}`,
    );
  }
}
