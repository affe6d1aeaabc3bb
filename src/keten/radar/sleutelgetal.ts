// SPDX-License-Identifier: EUPL-1.2
/**
 * A key (see `sleutels`) as a number, which is how a register keeps it: eight bytes instead of some twenty, compared at once, and no
 * name, date or house number to be read in the index.
 */
import { hash } from 'node:crypto';

/** 13 hexadecimal digits are 52 bits, which a number holds exactly. */
const CIJFERS = 13;

/**
 * The number of a key: the first 52 bits of its SHA-256, below zero for a BSN (`b:`), which the database ranks before all else.
 * Two keys share a number once in some ten million questions to a register of ten million mentions; whoever is found by it is weighed
 * and falls off like any stranger.
 */
export function sleutelGetal(sleutel: string): number {
  const getal = Number.parseInt(hash('sha256', sleutel).slice(0, CIJFERS), 16) + 1;
  return sleutel.startsWith('b:') ? -getal : getal;
}

/** The numbers of several keys, in the same order. */
export function sleutelGetallen(sleutels: readonly string[]): number[] {
  return sleutels.map(sleutelGetal);
}
