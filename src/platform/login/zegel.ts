// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

interface Zegel {
  /** @returns base64url text that only this key opens, and only for the same purpose */
  seal(inhoud: unknown, doel: string): string;
  /** @returns the content, or null when the text is not ours, was changed, or was sealed for something else */
  unseal(tekst: string, doel: string): unknown;
}

/**
 * Seals short-lived values that travel by the browser (AES-256-GCM).
 * @param geheim at least 32 bytes, the same in every process; without it a key lives as long as this process
 */
export function createZegel(geheim?: string): Zegel {
  const sleutel =
    geheim === undefined
      ? randomBytes(32)
      : Buffer.from(hkdfSync('sha256', geheim, '', 'houvast login zegel', 32));
  return {
    seal(inhoud, doel) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sleutel, iv).setAAD(Buffer.from(doel));
      const tekst = Buffer.concat([cipher.update(JSON.stringify(inhoud), 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), tekst]).toString('base64url');
    },
    unseal(tekst, doel) {
      const ruw = Buffer.from(tekst, 'base64url');
      if (ruw.length < 28) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', sleutel, ruw.subarray(0, 12), { authTagLength: 16 })
          .setAAD(Buffer.from(doel))
          .setAuthTag(ruw.subarray(12, 28));
        return JSON.parse(
          Buffer.concat([decipher.update(ruw.subarray(28)), decipher.final()]).toString('utf8'),
        );
      } catch {
        return null;
      }
    },
  };
}
