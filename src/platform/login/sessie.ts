// SPDX-License-Identifier: EUPL-1.2
// Rules of a session: pure; the moment comes in as an argument.
import { createHash, randomBytes } from 'node:crypto';
import { isLoopback } from './adres.ts';

// NIST SP 800-63B-3 § 4.2.3 (AAL2): log in again after 30 minutes without activity, and after 12 hours in any case.
const STIL_MS = 30 * 60_000;
const DUUR_MS = 12 * 60 * 60_000;
/** How long a proof of who someone is counts for what asks it anew (step-up). Bron onbekend, standaardwaarde. */
export const BEWIJS_S = 10 * 60;
/** `laatst_gezien` is written at most this often, so that reading does not become writing. */
const BIJWERKEN_MS = 60_000;

export type RedenIntrekking = 'uitgelogd' | 'opnieuw-ingelogd' | 'ingetrokken';

export interface Sessie {
  idHash: Buffer;
  medewerkerId: string;
  regioId: string;
  gemaakt: Date;
  laatstGezien: Date;
  /** When this person last proved anew who they are (login with `opnieuw=ja`); null: not in this session. */
  stepUpOp: Date | null;
  ingetrokkenOp: Date | null;
}

/** Where sessions are kept. Every method is safe to repeat. */
export interface SessieStore {
  insertSessie(sessie: Sessie): Promise<void>;
  findSessie(idHash: Buffer): Promise<Sessie | null>;
  /** Moves `laatst_gezien` forward, never back; a revoked session stays as it is. */
  touchSessie(idHash: Buffer, op: Date): Promise<void>;
  /** The first reason stays. */
  revokeSessie(idHash: Buffer, op: Date, reden: RedenIntrekking): Promise<void>;
  /** Ends all sessions of one person, for instance when they leave. @returns how many were ended */
  revokeSessiesVan(medewerkerId: string, op: Date, reden: RedenIntrekking): Promise<number>;
}

/** A new session id: 256 random bits. Only its hash is ever stored. */
export function newSessieId(): string {
  return randomBytes(32).toString('base64url');
}

/** The stored form of a session id, or null when the text cannot be one. */
export function hashSessieId(id: string | undefined): Buffer | null {
  return id !== undefined && /^[A-Za-z0-9_-]{43}$/.test(id) ? createHash('sha256').update(id).digest() : null;
}

/** True while a session may be used at moment `nu`. */
export function isGeldig(sessie: Sessie, nu: Date): boolean {
  return (
    sessie.ingetrokkenOp === null &&
    nu.getTime() - sessie.laatstGezien.getTime() < STIL_MS &&
    nu.getTime() - sessie.gemaakt.getTime() < DUUR_MS
  );
}

/** True when someone proved who they are so short ago that it counts for what asks it anew. */
export function isVersBewezen(bewezenOp: Date | undefined, nu: Date): boolean {
  return bewezenOp !== undefined && nu.getTime() - bewezenOp.getTime() < BEWIJS_S * 1000;
}

/** True when `laatst_gezien` is old enough to be written again. */
export function mustTouch(sessie: Sessie, nu: Date): boolean {
  return nu.getTime() - sessie.laatstGezien.getTime() >= BIJWERKEN_MS;
}

export interface CookieVorm {
  naam: string;
  opties: { path: '/'; httpOnly: true; sameSite: 'lax'; secure: boolean };
}

/**
 * Name and attributes of a cookie of this site. On https the `__Host-` prefix binds it to this host and to TLS. Plain
 * http is for a loopback address (the demo); browsers would not send a Secure cookie back there.
 */
export function cookieVorm(adres: string, naam: string): CookieVorm {
  const url = new URL(adres);
  const open = url.protocol === 'http:' && isLoopback(url.hostname);
  return {
    naam: open ? naam : `__Host-${naam}`,
    opties: { path: '/', httpOnly: true, sameSite: 'lax', secure: !open },
  };
}
