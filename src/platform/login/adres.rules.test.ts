// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOrigin, isLoopback, localPath } from './adres.ts';

describe('the path to return to', () => {
  it.each([
    '/',
    '/werk',
    '/werk/',
    '/casussen/018f6b2e-9a3c-7c1e-8a55-0123456789ab',
    '/casussen/018f/plan?tab=cijfers&dag=2026-11-23',
    '/inloggen/klaar',
  ])('%s stays', (pad) => expect(localPath(pad)).toBe(pad));

  it.each([
    ['//kwaad.example', 'protocol-relative'],
    ['///kwaad.example', 'three slashes'],
    ['/\\kwaad.example', 'backslash, which browsers read as a slash'],
    ['\\\\kwaad.example', 'two backslashes'],
    ['/\t/kwaad.example', 'tab, which browsers drop'],
    ['/\n/kwaad.example', 'newline, which browsers drop'],
    ['/\u0000/kwaad.example', 'nul'],
    [' /werk', 'leading space'],
    ['https://kwaad.example/', 'another site'],
    ['https:kwaad.example', 'another site without slashes'],
    ['javascript:alert(1)', 'script'],
    ['data:text/html,x', 'data'],
    ['kwaad.example', 'relative'],
    ['werk', 'relative'],
    ['', 'empty'],
    ['@kwaad.example', 'user info'],
    ['/@kwaad.example', 'at sign'],
    ['/%2F/kwaad.example', 'escaped slash'],
    ['/%5Ckwaad.example', 'escaped backslash'],
    ['/..//kwaad.example', 'dots'],
    ['/./werk', 'dot'],
    ['/werk/../uitloggen', 'up'],
    ['/;//kwaad.example', 'semicolon'],
    ['/wérk', 'not ASCII'],
    ['/／kwaad.example', 'fullwidth slash'],
    [`/${'a'.repeat(300)}`, 'too long'],
    ['/inloggen', 'round in circles'],
    ['/inloggen?opnieuw=ja', 'round in circles'],
    ['/inloggen/terug?code=x', 'round in circles'],
    ['/inloggen/klaar/x', 'round in circles'],
    ['/uitloggen', 'out again'],
    ['/uitgelogd', 'out again'],
    ['/demo-idp/auth', 'the provider'],
    ['/api/v1/ik', 'data, not a page'],
  ])('%j is not a path of ours (%s)', (pad) => {
    expect(localPath(pad)).toBe('/');
  });

  it.each([[undefined], [null], [7], [['/werk', '//kwaad.example']], [{}]])('%j is no path', (x) => {
    expect(localPath(x)).toBe('/');
    expect(localPath(x, '/werk')).toBe('/werk');
  });

  it('leaves out a query that is more than ids and slugs, and the part after #', () => {
    expect(localPath('/personen?q=Jan de Boer')).toBe('/personen');
    expect(localPath('/personen?q=Jan%20de%20Boer')).toBe('/personen');
    expect(localPath('/personen?mail=a@b.nl')).toBe('/personen');
    expect(localPath('/werk?terug=//kwaad.example')).toBe('/werk');
    expect(localPath('/werk?a=1?b=2')).toBe('/werk');
    expect(localPath('/werk#//kwaad.example')).toBe('/werk');
    expect(localPath('/werk?tab=a#b')).toBe('/werk?tab=a');
  });

  it('never leads to another site, whatever goes in', () => {
    const stuk = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '@',
      ':',
      '?',
      '#',
      '%2f',
      '\t',
      'kwaad.example',
      'https:',
      'a',
      '&',
      '=',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(stuk).map((s) => s.join('')),
          fc.webUrl(),
        ),
        (x) => {
          const pad = localPath(x);
          expect(new URL(pad, 'https://houvast.example').origin).toBe('https://houvast.example');
          expect(pad).toMatch(/^\/(?![/\\])/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('an address of this machine only', () => {
  it.each(['localhost', 'LOCALHOST', 'houvast.localhost', '127.0.0.1', '127.8.9.1', '::1', '[::1]'])(
    '%s is',
    (h) => {
      expect(isLoopback(h)).toBe(true);
    },
  );
  it.each([
    'localhost.example',
    '127.0.0.1.example',
    '10.0.0.1',
    '0.0.0.0',
    'example',
    '128.0.0.1',
    '[::2]',
    'notlocalhost',
  ])('%s is not', (h) => {
    expect(isLoopback(h)).toBe(false);
  });
  it('has an origin, when it is a web address', () => {
    expect(findOrigin('https://Houvast.example:443/x?y')).toBe('https://houvast.example');
    expect(findOrigin('ftp://x')).toBeNull();
    expect(findOrigin('houvast')).toBeNull();
  });
});
