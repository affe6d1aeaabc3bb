// SPDX-License-Identifier: EUPL-1.2
import { randomFillSync } from 'node:crypto';

// asked of the system for hundreds at once: a list has two for each person it shows, and asking is most of the work
const voorraad = Buffer.alloc(4096);
let gebruikt = voorraad.length;

/**
 * Random bytes in hex, each given once. For ids; what must stay secret is asked of the system itself.
 * @param bytes a few: an id or a part of one
 */
export function maakToeval(bytes: number): string {
  if (gebruikt + bytes > voorraad.length) {
    randomFillSync(voorraad);
    gebruikt = 0;
  }
  gebruikt += bytes;
  return voorraad.toString('hex', gebruikt - bytes, gebruikt);
}

let laatste = -1;
let volg = 0;

/**
 * A UUIDv7 (RFC 9562, method 1 with a 26-bit counter): sorts by its moment, and within one millisecond of one process by
 * the order in which it was made. Made in the app so that any server can make one.
 */
export function nieuwId(moment: Date = new Date()): string {
  const ms = moment.getTime();
  const toeval = maakToeval(8);
  // a fresh moment starts somewhere low, so that there is room to count up
  volg = ms === laatste ? volg + 1 : Number.parseInt(toeval.slice(0, 4), 16);
  laatste = ms;
  const tijd = ms.toString(16).padStart(12, '0');
  const hoog = (0x7000 | ((volg >>> 14) & 0x0fff)).toString(16);
  const laag = (0x8000 | (volg & 0x3fff)).toString(16);
  return `${tijd.slice(0, 8)}-${tijd.slice(8)}-${hoog}-${laag}-${toeval.slice(4)}`;
}
