// SPDX-License-Identifier: EUPL-1.2
// Access tokens: how they are given out, what is in them, and the command that prints one.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PERSONA_GEHEIM } from '../../src/platform/login/geheimen.ts';
import { Browser, PERSONAS, type Proef, startProef, vrijePoort } from './proef.ts';
import { leesSleutels } from './sleutels.ts';

const POLITIE = '44444444-4444-4444-8444-444444444444';

let proef: Proef;
beforeAll(async () => {
  proef = await startProef();
});
afterAll(() => proef.weg());

interface TokenAntwoord {
  status: number;
  lijf: { access_token?: string; token_type?: string; expires_in?: number; error?: string };
}

async function vraagToken(
  p: Pick<Proef, 'plek'>,
  client: string,
  geheim = DEMO_PERSONA_GEHEIM,
  extra: Record<string, string> = {},
): Promise<TokenAntwoord> {
  const antwoord = await fetch(`${p.plek}/demo-idp/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client}:${geheim}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'houvast', ...extra }),
  });
  return { status: antwoord.status, lijf: (await antwoord.json()) as TokenAntwoord['lijf'] };
}

function api(p: Pick<Proef, 'plek'>, token: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${p.plek}/api/v1/ik`, { ...init, headers: { authorization: `Bearer ${token}` } });
}

describe('a token for a persona', () => {
  it('is an RFC 9068 access token for this API, in the name of the medewerker', async () => {
    const { status, lijf } = await vraagToken(proef, 'politie');
    expect(status).toBe(200);
    expect(lijf.token_type).toBe('Bearer');
    const token = lijf.access_token ?? '';
    expect(decodeProtectedHeader(token)).toMatchObject({ typ: 'at+jwt', alg: 'ES256' });
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({
      iss: `${proef.adres}/demo-idp`,
      aud: `${proef.adres}/api`,
      sub: POLITIE,
      client_id: 'politie',
      scope: 'houvast',
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
    expect(claims.jti).toBeTruthy();
    // nothing about a person but the subject
    expect(Object.keys(claims).sort()).toEqual([
      'aud',
      'client_id',
      'exp',
      'iat',
      'iss',
      'jti',
      'scope',
      'sub',
    ]);
  });

  it.each(PERSONAS.map((p) => [p.id, p.sub]))('opens the API as %s', async (id, sub) => {
    const { lijf } = await vraagToken(proef, id);
    const antwoord = await api(proef, lijf.access_token ?? '');
    expect(antwoord.status).toBe(200);
    expect(await antwoord.json()).toMatchObject({ medewerkerId: sub, via: 'token', client: id });
  });

  it('can name the API as its resource, and nothing else', async () => {
    expect((await vraagToken(proef, 'politie', undefined, { resource: `${proef.adres}/api` })).status).toBe(
      200,
    );
    const { status, lijf } = await vraagToken(proef, 'politie', undefined, {
      resource: 'https://elders.example/api',
    });
    expect(status).toBe(400);
    expect(lijf.error).toBe('invalid_target');
  });

  it('is not given for a wrong secret, an unknown persona, or to Houvast itself', async () => {
    expect((await vraagToken(proef, 'politie', 'fout')).status).toBe(401);
    expect((await vraagToken(proef, 'niemand')).status).toBe(401);
    expect((await vraagToken(proef, 'houvast')).status).toBe(401);
  });

  it('is not given for a name and password, nor by the implicit flow', async () => {
    const wachtwoord = await vraagToken(proef, 'politie', undefined, {
      grant_type: 'password',
      username: 'x',
      password: 'y',
    });
    expect(wachtwoord.status).toBe(400);
    expect(wachtwoord.lijf.error).toBe('unsupported_grant_type');
    const vraag = new URLSearchParams({
      client_id: 'houvast',
      redirect_uri: `${proef.adres}/inloggen/terug`,
      response_type: 'token',
      scope: 'openid',
    });
    const pagina = await new Browser(proef).ga(`/demo-idp/auth?${vraag}`);
    expect(pagina.url.href).not.toContain('access_token');
    expect(pagina.status).toBe(400);
  });
});

describe('the provider', () => {
  it('wants PKCE and a known address to return to', async () => {
    const browser = new Browser(proef);
    const vraag = new URLSearchParams({
      client_id: 'houvast',
      redirect_uri: `${proef.adres}/inloggen/terug`,
      response_type: 'code',
      scope: 'openid',
      state: 'x',
    });
    const zonder = await browser.vraag(`/demo-idp/auth?${vraag}`);
    expect(zonder.headers.get('location')).toMatch(/\/inloggen\/terug\?error=invalid_request/);
    vraag.set('redirect_uri', 'https://kwaad.example/');
    const elders = await browser.vraag(`/demo-idp/auth?${vraag}`);
    expect(elders.status).toBe(400);
    expect(elders.headers.get('location')).toBeNull();
    expect(await elders.text()).toContain('De demo-inlogdienst kan hier niets mee');
  });

  it('publishes what it does, at the public address, also to who comes by another name', async () => {
    const antwoord = await new Browser(proef).vraag('/demo-idp/.well-known/openid-configuration', {
      headers: { host: 'elders.example', 'x-forwarded-host': 'kwaad.example', 'x-forwarded-proto': 'https' },
    });
    const doc = (await antwoord.json()) as Record<string, unknown>;
    const adressen = Object.entries(doc).filter(
      ([k]) => k === 'issuer' || k.endsWith('_endpoint') || k === 'jwks_uri',
    );
    expect(adressen.length).toBeGreaterThan(5);
    for (const [, adres] of adressen) expect(adres).toMatch(new RegExp(`^${proef.adres}/demo-idp`));
    expect(doc['grant_types_supported']).toEqual(['authorization_code', 'client_credentials']);
    expect(doc['response_types_supported']).toEqual(['code']);
    expect(doc['code_challenge_methods_supported']).toEqual(['S256']);
  });

  it('publishes public keys only', async () => {
    const { keys } = (await (await fetch(`${proef.plek}/demo-idp/jwks`)).json()) as {
      keys: Record<string, unknown>[];
    };
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toHaveProperty('d');
  });

  it('lists its personas without their subjects', async () => {
    const antwoord = await fetch(`${proef.plek}/demo-idp/personas`);
    const lijf = (await antwoord.json()) as { demo: boolean; personas: Record<string, unknown>[] };
    expect(lijf.demo).toBe(true);
    expect(lijf.personas.map((p) => [p['id'], p['machine']])).toEqual(
      PERSONAS.map((p) => [p.id, p.machine === true]),
    );
    expect(JSON.stringify(lijf)).not.toContain(POLITIE);
  });

  it('says in words when a choice has expired', async () => {
    const pagina = await new Browser(proef).ga('/demo-idp/kies/bestaat-niet');
    expect(pagina.status).toBe(400);
    expect(pagina.tekst).toContain('Deze keuze is verlopen');
  });

  it('draws pages that no other site can frame and that run no foreign script', async () => {
    const browser = new Browser(proef);
    const kiezer = await browser.ga('/inloggen');
    for (const pagina of [
      kiezer,
      await browser.ga('/uitloggen'),
      await browser.ga('/uitgelogd'),
      await browser.ga('/demo-idp/auth'),
    ]) {
      const csp = pagina.koppen.get('content-security-policy') ?? '';
      expect(csp).toContain("default-src 'none'");
      expect(csp).toContain("frame-ancestors 'none'");
      expect(csp).not.toContain('unsafe');
      expect(pagina.koppen.get('cache-control')).toContain('no-store');
      expect(pagina.tekst).not.toMatch(/<style|style=|<script(?! src="\/)| on[a-z]+="/i);
    }
  });

  it('writes the names of personas as text, whatever is in them', async () => {
    const kiezer = await new Browser(proef).ga('/inloggen');
    expect(kiezer.tekst).toContain('Lokaal team &#39;t Veer &amp; Omstreken');
  });
});

describe('the keys of the provider', () => {
  let map: string | undefined;
  afterEach(async () => {
    if (map !== undefined) await rm(map, { recursive: true });
    map = undefined;
  });

  it('survive a restart: a token of before still opens the API', async () => {
    map = await mkdtemp(join(tmpdir(), 'houvast-idp-'));
    const eerst = await startProef({ map });
    const { lijf } = await vraagToken(eerst, 'politie');
    await eerst.weg();
    const daarna = await startProef({ map, adres: eerst.adres });
    expect((await api(daarna, lijf.access_token ?? '')).status).toBe(200);
    await daarna.weg();
  });

  it('are for this user only, and the same for two that start at once', async () => {
    map = await mkdtemp(join(tmpdir(), 'houvast-idp-'));
    const plek = join(map, 'gegevens');
    const [a, b, c] = await Promise.all([leesSleutels(plek), leesSleutels(plek), leesSleutels(plek)]);
    expect(b).toEqual(a);
    expect(c).toEqual(a);
    const bestand = join(plek, 'demo-idp-sleutels.json');
    expect((await stat(bestand)).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '{"keys":[],"cookies":[]}', '{"keys":[{"kty":"EC"}],"cookies":["x"]}'])(
    'that are damaged (%s) stop the start with a sentence',
    async (tekst) => {
      map = await mkdtemp(join(tmpdir(), 'houvast-idp-'));
      await writeFile(join(map, 'demo-idp-sleutels.json'), tekst);
      await expect(leesSleutels(map)).rejects.toThrow(/beschadigd\. Verwijder .*demo-idp-sleutels\.json/);
      // and are not replaced behind anyone's back
      expect(await readFile(join(map, 'demo-idp-sleutels.json'), 'utf8')).toBe(tekst);
    },
  );
});

describe('npm run token', () => {
  function draai(url: string, ...argumenten: string[]): Promise<{ code: number; uit: string; fout: string }> {
    return new Promise((klaar) => {
      execFile(
        process.execPath,
        ['scripts/token.ts', ...argumenten],
        { cwd: join(import.meta.dirname, '../..'), env: { ...process.env, HOUVAST_URL: url } },
        (fout, uit, mis) => klaar({ code: typeof fout?.code === 'number' ? fout.code : 0, uit, fout: mis }),
      );
    });
  }
  let nep: Server | undefined;
  afterEach(() => nep?.close());

  it('prints a token as its last line, and nothing else', async () => {
    const { code, uit, fout } = await draai(`${proef.plek}/`, 'politie');
    expect(fout).toBe('');
    expect(code).toBe(0);
    const antwoord = await api(proef, uit.trimEnd().split('\n').at(-1) ?? '');
    expect(await antwoord.json()).toMatchObject({ medewerkerId: POLITIE, client: 'politie' });
  });

  it.each([[['bestaat-niet']], [[]]])('lists the personas for %j and fails', async (argumenten) => {
    const { code, uit, fout } = await draai(proef.plek, ...argumenten);
    expect(code).toBe(1);
    expect(uit).toBe('');
    for (const p of PERSONAS) expect(fout).toContain(p.id);
  });

  it('refuses a server that is not a demo', async () => {
    for (const [status, soort, lijf] of [
      [404, 'application/problem+json', '{"status":404}'],
      [200, 'text/html', '<!doctype html><title>Houvast</title>'],
    ] as const) {
      nep = createServer((_vraag, antwoord) =>
        antwoord.writeHead(status, { 'content-type': soort }).end(lijf),
      );
      const server = nep;
      const poort = await new Promise<number>((klaar) =>
        server.listen(0, '127.0.0.1', () => {
          const plek = server.address();
          klaar(typeof plek === 'object' && plek !== null ? plek.port : 0);
        }),
      );
      const { code, uit, fout } = await draai(`http://127.0.0.1:${poort}`, 'politie');
      expect(code).toBe(1);
      expect(uit).toBe('');
      expect(fout).toContain('is geen demo van Houvast');
      server.close();
    }
  });

  it('says so when nothing runs there', async () => {
    const { code, fout } = await draai(`http://127.0.0.1:${await vrijePoort()}`, 'politie');
    expect(code).toBe(1);
    expect(fout).toContain('Er antwoordt geen Houvast op');
  });
});
