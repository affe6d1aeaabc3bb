// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { controleerGeheimen, DEMO_PERSONA_GEHEIM, type TeControleren } from './geheimen.ts';

const echt = () => randomBytes(36).toString('base64');
const goed = (over: Partial<TeControleren> = {}): TeControleren => ({
  demo: false,
  adres: 'https://houvast.example',
  issuer: 'https://inloggen.example/realm',
  clientAuth: { soort: 'sleutel', jwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'd', alg: 'ES256' } },
  geheimen: { HOUVAST_PSEUDONIEM_SLEUTEL: echt() },
  ...over,
});

/** What is refused, one sentence per setting. */
function bezwaren(over: Partial<TeControleren>): string {
  try {
    controleerGeheimen(goed(over));
  } catch (fout) {
    return fout instanceof Error ? fout.message : String(fout);
  }
  return '';
}

describe('outside the demo Houvast', () => {
  it('starts with real secrets', () => {
    expect(bezwaren({})).toBe('');
    expect(bezwaren({ clientAuth: { soort: 'geheim', geheim: echt() } })).toBe('');
    // a proxy on the same machine
    expect(bezwaren({ adres: 'http://127.0.0.1:8080' })).toBe('');
  });

  it.each([undefined, '', '   '])('does not start without a secret (%j)', (geheim) => {
    expect(bezwaren({ geheimen: { SLEUTEL_X: geheim } })).toContain('SLEUTEL_X ontbreekt');
  });

  it('does not start with a secret of 31 bytes, and does with 32', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz012345';
    expect(bezwaren({ geheimen: { SLEUTEL_X: letters.slice(0, 31) } })).toContain(
      'SLEUTEL_X is korter dan 32 bytes',
    );
    expect(bezwaren({ geheimen: { SLEUTEL_X: letters } })).toBe('');
  });

  it.each([
    DEMO_PERSONA_GEHEIM,
    `${DEMO_PERSONA_GEHEIM}!`,
    'HOUVAST-DEMO-en-dan-nog-heel-veel-andere-tekens',
    'changeme-changeme-changeme-changeme-changeme',
    'wijzigmij-0123456789-abcdefghijklmnop',
    'geheim-0123456789-abcdefghijklmnopqrst',
    'Wachtwoord123-Wachtwoord123-Wachtwoord123',
  ])('does not start with a published value (%s)', (geheim) => {
    expect(bezwaren({ geheimen: { SLEUTEL_X: geheim } })).toContain('SLEUTEL_X is een bekende waarde');
    expect(bezwaren({ clientAuth: { soort: 'geheim', geheim } })).toContain('is een bekende waarde');
  });

  it('does not start with a secret that anyone guesses', () => {
    expect(bezwaren({ geheimen: { SLEUTEL_X: 'abc'.repeat(20) } })).toContain('SLEUTEL_X is te eenvoudig');
  });

  it.each([
    ['http://houvast.example', 'moet met https:// beginnen'],
    ['http://10.0.0.4:8080', 'moet met https:// beginnen'],
    ['http://127.0.0.1.example', 'moet met https:// beginnen'],
    ['houvast.example', 'is geen webadres'],
    ['', 'ontbreekt'],
  ])('does not start at address "%s"', (adres, waarom) => {
    expect(bezwaren({ adres })).toContain(`Het adres van Houvast ${waarom}`);
  });

  it.each([
    ['https://houvast.example/demo-idp', 'De inlogdienst is die van de demo'],
    ['https://elders.example/demo-idp/', 'De inlogdienst is die van de demo'],
    ['http://inloggen.example', 'moet met https:// beginnen'],
    [undefined, 'Het adres van de inlogdienst ontbreekt'],
  ])('does not start with provider %s', (issuer, waarom) => {
    expect(bezwaren({ issuer })).toContain(waarom);
  });

  it('does not start without a way to prove who it is to the provider', () => {
    expect(bezwaren({ clientAuth: undefined })).toContain('ontbreekt');
    expect(bezwaren({ clientAuth: { soort: 'sleutel', jwk: { kty: 'oct', k: 'x' } } })).toContain(
      'geen private sleutel',
    );
    expect(
      bezwaren({
        clientAuth: { soort: 'sleutel', jwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', alg: 'ES256' } },
      }),
    ).toContain('geen private sleutel');
  });

  it('names every setting that is wrong, and shows none of them', () => {
    const tekst = bezwaren({
      adres: 'http://houvast.example',
      issuer: undefined,
      geheimen: { SLEUTEL_A: 'korte-en-echte-sleutel', SLEUTEL_B: DEMO_PERSONA_GEHEIM },
    });
    expect(tekst.split('\n')).toHaveLength(5);
    expect(tekst).not.toContain('korte-en-echte-sleutel');
    expect(tekst).not.toContain(DEMO_PERSONA_GEHEIM);
  });
});

describe('in the demo', () => {
  it('anything goes: nothing there is real', () => {
    expect(() =>
      controleerGeheimen({
        demo: true,
        adres: 'http://houvast.example',
        issuer: 'http://houvast.example/demo-idp',
        clientAuth: undefined,
        geheimen: { SLEUTEL: DEMO_PERSONA_GEHEIM },
      }),
    ).not.toThrow();
  });
});
