// SPDX-License-Identifier: EUPL-1.2
// The chain of seals over the processing log (0005_logboek.sql), looked at from outside: pure, so that it can be checked by anyone.
import { createHash } from 'node:crypto';

/** One link of the chain, as it stands in the table. */
export interface Zegel {
  nr: number;
  /** 32 bytes: hash of the link before, zeros for the first. */
  vorige: Uint8Array;
  /** Per record 16 bytes id and 32 bytes hash. */
  regels: Uint8Array;
  hash: Uint8Array;
}

/** What does not fit, and where. `logId` names the record, where it is about one. */
export interface Breuk {
  soort: 'keten' | 'veranderd' | 'weg' | 'erbij';
  zegelNr: number | null;
  logId: string | null;
}

const REGEL = 48;
const EERSTE = Buffer.alloc(32);

/** Hash of a link: what went before, its number as eight bytes, what it seals. */
export function zegelHash(vorige: Uint8Array, nr: number, regels: Uint8Array): Buffer {
  const nummer = Buffer.alloc(8);
  nummer.writeBigInt64BE(BigInt(nr));
  return createHash('sha256').update(vorige).update(nummer).update(regels).digest();
}

const naarId = (b: Uint8Array) =>
  Buffer.from(b)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The records that a link seals: id and hash in hex. */
export function leesRegels(regels: Uint8Array): Map<string, string> {
  const uit = new Map<string, string>();
  for (let i = 0; i < regels.length; i += REGEL) {
    uit.set(
      naarId(regels.subarray(i, i + 16)),
      Buffer.from(regels.subarray(i + 16, i + REGEL)).toString('hex'),
    );
  }
  return uit;
}

/** Whether this link follows on the one before: number, hash before, own hash. */
export function controleerSchakel(zegel: Zegel, vorige: Zegel | null): Breuk[] {
  const goed =
    zegel.nr === (vorige?.nr ?? 0) + 1 &&
    Buffer.compare(zegel.vorige, vorige?.hash ?? EERSTE) === 0 &&
    Buffer.compare(zegel.hash, zegelHash(zegel.vorige, zegel.nr, zegel.regels)) === 0;
  return goed ? [] : [{ soort: 'keten', zegelNr: zegel.nr, logId: null }];
}

/**
 * Whether the records are what was sealed.
 * @param verzegeld id → hash at the time of sealing
 * @param nu id → hash of what stands there now
 */
export function controleerRegels(
  zegelNr: number | null,
  verzegeld: ReadonlyMap<string, string>,
  nu: ReadonlyMap<string, string>,
): Breuk[] {
  const uit: Breuk[] = [];
  for (const [logId, hash] of verzegeld) {
    const hier = nu.get(logId);
    if (hier === undefined) uit.push({ soort: 'weg', zegelNr, logId });
    else if (hier !== hash) uit.push({ soort: 'veranderd', zegelNr, logId });
  }
  for (const logId of nu.keys()) if (!verzegeld.has(logId)) uit.push({ soort: 'erbij', zegelNr, logId });
  return uit;
}
