// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';

/** A UUIDv7 (RFC 9562): sorts by its moment, made in the app so that any server can make one. */
export function nieuwId(moment: Date = new Date()): string {
  const b = randomBytes(16);
  b.writeUIntBE(moment.getTime(), 0, 6);
  b[6] = 0x70 | ((b[6] ?? 0) & 0x0f);
  b[8] = 0x80 | ((b[8] ?? 0) & 0x3f);
  const h = b.toString('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}
