// SPDX-License-Identifier: EUPL-1.2
// The body of a request: text that is what was sent, and a body that is refused read to its end.
import type { IncomingMessage } from 'node:http';
import { algemeen } from './problem.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a JSON body. JSON is UTF-8 (RFC 8259 § 8.1); anything else would be stored with marks where the letters of a name were.
 * @param soort the content type as it was sent
 * @throws Probleem 400 when another character set is named, or when the bytes are no UTF-8
 */
export function leesUtf8(inhoud: Buffer, soort: string | undefined): string {
  const genoemd = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(soort ?? '')?.[1];
  if (genoemd !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(genoemd)) throw algemeen('geenUtf8');
  try {
    return UTF8.decode(inhoud);
  } catch {
    throw algemeen('geenUtf8');
  }
}

/**
 * Reads what is left of a body and throws it away, as far as that is reasonable. Many clients write all of it before they read: whoever
 * hangs up on them meanwhile leaves them with a broken connection and no word of why.
 */
export function leesUit(verzoek: IncomingMessage, hoogstens = 64 * 1024 * 1024, ms = 10_000): Promise<void> {
  if (verzoek.complete || verzoek.readableEnded || verzoek.destroyed) return Promise.resolve();
  return new Promise((klaar) => {
    let over = hoogstens;
    const tel = (stuk: Buffer) => {
      over -= stuk.length;
      if (over < 0) stop();
    };
    const stop = () => {
      clearTimeout(wekker);
      verzoek.off('data', tel).off('end', stop).off('error', stop).off('close', stop);
      klaar();
    };
    const wekker = setTimeout(stop, ms);
    verzoek.on('data', tel).on('end', stop).on('error', stop).on('close', stop).resume();
  });
}
