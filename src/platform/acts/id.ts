// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';

let laatste = -1;
let volg = 0;

/**
 * A UUIDv7 (RFC 9562, method 1 with a 26-bit counter): sorts by its moment, and within one millisecond of one process by
 * the order in which it was made. Made in the app so that any server can make one.
 */
export function nieuwId(moment: Date = new Date()): string {
  const ms = moment.getTime();
  const b = randomBytes(16);
  // a fresh moment starts somewhere low, so that there is room to count up
  volg = ms === laatste ? volg + 1 : b.readUInt16BE(6);
  laatste = ms;
  b.writeUIntBE(ms, 0, 6);
  b[6] = 0x70 | ((volg >>> 22) & 0x0f);
  b[7] = (volg >>> 14) & 0xff;
  b[8] = 0x80 | ((volg >>> 8) & 0x3f);
  b[9] = volg & 0xff;
  const h = b.toString('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}
