// SPDX-License-Identifier: EUPL-1.2
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { leesUit, leesUtf8 } from './lichaam.ts';

const JSON_SOORT = 'application/json';
const UTF8 = Buffer.from('Müller 😀');

it.each([
  undefined,
  JSON_SOORT,
  `${JSON_SOORT}; charset=utf-8`,
  `${JSON_SOORT};charset="UTF-8"`,
  `${JSON_SOORT}; charset=utf8`,
])('takes UTF-8 that is sent as %s', (soort) => {
  expect(leesUtf8(UTF8, soort)).toBe('Müller 😀');
});

it('knows a byte order mark for what it is', () => {
  expect(leesUtf8(Buffer.from('\uFEFF{}'), JSON_SOORT)).toBe('{}');
});

it.each([
  ['another character set that is named', UTF8, `${JSON_SOORT}; charset=iso-8859-1`],
  ['the same between quotes', UTF8, `${JSON_SOORT}; charset="windows-1252"`],
  [
    'bytes of another that say they are UTF-8',
    Buffer.from('Müller', 'latin1'),
    `${JSON_SOORT}; charset=utf-8`,
  ],
  ['bytes of another that say nothing', Buffer.from('Müller', 'latin1'), undefined],
  ['a letter that is cut off', Buffer.from('Müller').subarray(0, 2), JSON_SOORT],
  ['UTF-16', Buffer.from('Müller', 'utf16le'), JSON_SOORT],
])('refuses %s', (_naam, inhoud, soort) => {
  expect(() => leesUtf8(inhoud, soort)).toThrow('Dit bericht is niet in UTF-8');
});

/** How many bytes a body of `grootte` bytes was read of before the answer, and whether the client could write all of it. */
async function stuur(
  grootte: number,
  hoogstens: number,
  ms: number,
): Promise<{ gelezen: number; heel: boolean }> {
  let gelezen = 0;
  const server = createServer(async (verzoek, antwoord) => {
    verzoek.on('data', (d: Buffer) => {
      gelezen += d.length;
    });
    await leesUit(verzoek, hoogstens, ms);
    antwoord.writeHead(413, { connection: 'close' }).end('te groot');
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const { port } = server.address() as AddressInfo;
  const heel = await new Promise<boolean>((klaar) => {
    const r = request({ port, method: 'POST', headers: { 'content-length': grootte } }, (antwoord) => {
      antwoord.resume().on('end', () => klaar(r.writableFinished));
    });
    r.on('error', () => klaar(false));
    // ms === 0: a client that stops halfway and waits
    if (ms === 0) r.write(Buffer.alloc(1000));
    else r.end(Buffer.alloc(grootte));
  });
  server.close();
  server.closeAllConnections();
  return { gelezen, heel };
}

it('reads a body that is refused to its end', async () => {
  expect(await stuur(5_000_000, 10_000_000, 5_000)).toEqual({ gelezen: 5_000_000, heel: true });
});

it('does not go on for ever: not beyond so many bytes, and not for who sends nothing more', async () => {
  expect((await stuur(50_000_000, 1_000_000, 5_000)).gelezen).toBeLessThan(50_000_000);
  expect(await stuur(1_000_000, 10_000_000, 0)).toMatchObject({ heel: false });
});
