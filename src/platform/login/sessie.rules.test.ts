// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cookieVorm, hashSessieId, isGeldig, mustTouch, newSessieId, type Sessie } from './sessie.ts';
import { createZegel } from './zegel.ts';

const MINUUT = 60_000;
const UUR = 60 * MINUUT;
const begin = new Date('2026-11-23T08:00:00Z');
const na = (ms: number) => new Date(begin.getTime() + ms);
const sessie = (over: Partial<Sessie> = {}): Sessie => ({
  idHash: Buffer.alloc(32),
  medewerkerId: 'm',
  regioId: 'r',
  gemaakt: begin,
  laatstGezien: begin,
  stepUpOp: null,
  ingetrokkenOp: null,
  ...over,
});

describe('a session id', () => {
  it('is 256 random bits, stored as SHA-256', () => {
    const ids = Array.from({ length: 100 }, newSessieId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) {
      expect(Buffer.from(id, 'base64url')).toHaveLength(32);
      expect(hashSessieId(id)).toEqual(createHash('sha256').update(id).digest());
    }
  });
  it('of another form is no id', () => {
    for (const id of [undefined, '', 'x', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}=`])
      expect(hashSessieId(id)).toBeNull();
  });
});

describe('a session (NIST SP 800-63B, AAL2)', () => {
  it('is good for half an hour of silence, not a millisecond more', () => {
    expect(isGeldig(sessie(), na(30 * MINUUT - 1))).toBe(true);
    expect(isGeldig(sessie(), na(30 * MINUUT))).toBe(false);
  });
  it('is good for twelve hours however busy', () => {
    const bezig = sessie({ laatstGezien: na(12 * UUR - 1) });
    expect(isGeldig(bezig, na(12 * UUR - 1))).toBe(true);
    expect(isGeldig(bezig, na(12 * UUR))).toBe(false);
  });
  it('is never good again once revoked', () => {
    expect(isGeldig(sessie({ ingetrokkenOp: begin }), begin)).toBe(false);
  });
  it('is written again after a minute', () => {
    expect(mustTouch(sessie(), na(MINUUT - 1))).toBe(false);
    expect(mustTouch(sessie(), na(MINUUT))).toBe(true);
  });
});

describe('a cookie', () => {
  it.each([
    ['https://houvast.example', '__Host-sid', true],
    ['https://127.0.0.1:8443', '__Host-sid', true],
    ['http://127.0.0.1:8080', 'sid', false],
    ['http://localhost:8080', 'sid', false],
    // not refused here (controleerGeheimen does), but never sent in the open
    ['http://houvast.example', '__Host-sid', true],
  ])('at %s is %s', (adres, naam, secure) => {
    expect(cookieVorm(adres, 'sid')).toEqual({
      naam,
      opties: { path: '/', httpOnly: true, sameSite: 'lax', secure },
    });
  });
});

describe('a seal', () => {
  const geheim = `${'x'.repeat(20)}abcdefghijklmnopqrstuvwxyz`;
  it('opens what it closed, in any process with the same secret', () => {
    const tekst = createZegel(geheim).seal({ a: [1, 'é'] }, 'doel');
    expect(tekst).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(createZegel(geheim).unseal(tekst, 'doel')).toEqual({ a: [1, 'é'] });
  });
  it('stays closed for another purpose, another secret, another process, and for any change', () => {
    const zegel = createZegel(geheim);
    const tekst = zegel.seal({ a: 1 }, 'doel');
    expect(zegel.unseal(tekst, 'ander')).toBeNull();
    expect(createZegel(`${geheim}!`).unseal(tekst, 'doel')).toBeNull();
    expect(createZegel().unseal(createZegel().seal(1, 'doel'), 'doel')).toBeNull();
    const ruw = Buffer.from(tekst, 'base64url');
    for (let n = 0; n < ruw.length; n++) {
      const anders = Buffer.from(ruw);
      anders[n] = (anders[n] ?? 0) ^ 1;
      expect(zegel.unseal(anders.toString('base64url'), 'doel')).toBeNull();
      expect(zegel.unseal(ruw.subarray(0, n).toString('base64url'), 'doel')).toBeNull();
    }
  });
});
