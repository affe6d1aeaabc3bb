// SPDX-License-Identifier: EUPL-1.2
// npm run --silent token -- <persona>: an access token for the API of a running demo, as the last line on stdout.
import { DEMO_IDP_PAD, DEMO_PERSONA_GEHEIM } from '../src/platform/login/geheimen.ts';

interface PersonaRegel {
  id: string;
  naam: string;
  functie: string;
  organisatie: string;
}

/** Says on stderr what is wrong and ends with status 1. */
function stop(...regels: string[]): never {
  for (const regel of regels) console.error(regel);
  process.exit(1);
}

const url = (process.env['HOUVAST_URL'] || 'http://127.0.0.1:8080').replace(/\/+$/, '');
if (URL.parse(url) === null) stop(`HOUVAST_URL is geen webadres: ${url}`);

async function vraag(pad: string, init?: RequestInit): Promise<{ status: number; lijf: unknown }> {
  let antwoord: Response;
  try {
    antwoord = await fetch(`${url}${pad}`, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
  } catch {
    return stop(
      `Er antwoordt geen Houvast op ${url}.`,
      'Start eerst de server, of zet HOUVAST_URL op het adres waar hij draait.',
    );
  }
  const lijf: unknown = await antwoord.json().catch(() => null);
  return { status: antwoord.status, lijf };
}

function personasUit(lijf: unknown): PersonaRegel[] | null {
  const l = lijf as { demo?: unknown; personas?: PersonaRegel[] } | null;
  return l?.demo === true && Array.isArray(l.personas) ? l.personas : null;
}

const personas = personasUit((await vraag(`${DEMO_IDP_PAD}/personas`)).lijf);
if (personas === null) {
  stop(
    `De server op ${url} is geen demo van Houvast.`,
    'Persona-tokens bestaan alleen in de demo. Vraag elders een token aan bij de inlogdienst van uw organisatie.',
  );
}

const gevraagd = process.argv[2];
if (gevraagd === undefined || !personas.some((p) => p.id === gevraagd)) {
  const breedte = Math.max(...personas.map((p) => p.id.length));
  stop(
    gevraagd === undefined
      ? 'Gebruik: npm run --silent token -- <persona>'
      : `Persona "${gevraagd}" bestaat niet.`,
    'De personas van deze demo:',
    ...personas.map((p) => `  ${p.id.padEnd(breedte)}  ${p.naam}, ${p.functie} (${p.organisatie})`),
  );
}

const { status, lijf } = await vraag(`${DEMO_IDP_PAD}/token`, {
  method: 'POST',
  headers: { authorization: `Basic ${Buffer.from(`${gevraagd}:${DEMO_PERSONA_GEHEIM}`).toString('base64')}` },
  body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'houvast' }),
});
const token = (lijf as { access_token?: unknown } | null)?.access_token;
if (typeof token !== 'string') stop(`De demo-inlogdienst gaf geen token (status ${status}).`);
console.log(token);
