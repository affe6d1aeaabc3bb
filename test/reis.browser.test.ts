// SPDX-License-Identifier: EUPL-1.2
// The journey (npm run demo:reis) against the real server: it ends well, again and again; and it ends badly as soon as an answer
// breaks a promise. For the latter a go-between spoils what the server says about a casus, now and then.
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Omgeving, startOmgeving } from './browser.ts';
import { vrijePoort } from './poort.ts';

let o: Omgeving;
const servers: Server[] = [];
beforeAll(async () => {
  o = await startOmgeving({ HOUVAST_DEMO_MELDINGEN: '60' });
});
afterAll(async () => {
  for (const s of servers) s.close();
  await o.stop();
});

function speel(adres: string): Promise<{ code: number | null; uit: string; fout: string }> {
  return new Promise((klaar) => {
    const p = spawn(process.execPath, ['demo/reis/reis.ts'], { env: { ...process.env, HOUVAST_URL: adres } });
    let uit = '';
    let fout = '';
    p.stdout.on('data', (d) => {
      uit += d;
    });
    p.stderr.on('data', (d) => {
      fout += d;
    });
    p.once('exit', (code) => klaar({ code, uit, fout }));
  });
}

async function luister(s: Server): Promise<string> {
  servers.push(s);
  await new Promise<void>((klaar) => s.listen(0, '127.0.0.1', klaar));
  return `http://127.0.0.1:${(s.address() as AddressInfo).port}`;
}

type Casus = Record<string, unknown>;

/** Passes everything on; what is said about an open casus goes through `bederf` first, which is told the how manieth it is. */
function tussenpersoon(
  bederf: (casus: Record<string, unknown>, hoeveelste: number) => void,
): Promise<string> {
  let n = 0;
  return luister(
    createServer(async (vraag, antwoord) => {
      const stukken: Buffer[] = [];
      for await (const stuk of vraag) stukken.push(stuk as Buffer);
      const { host: _host, connection: _c, 'content-length': _l, ...kop } = vraag.headers;
      const echt = await fetch(`${o.adres}${vraag.url}`, {
        method: vraag.method ?? 'GET',
        headers: kop as Record<string, string>,
        ...(stukken.length > 0 ? { body: Buffer.concat(stukken) } : {}),
      });
      let tekst = await echt.text();
      if (echt.status === 200 && /^\/api\/v1\/casussen\/[0-9a-f-]{36}$/.test(vraag.url ?? '')) {
        const casus = JSON.parse(tekst) as Casus;
        if (casus['status'] === 'open') {
          n += 1;
          bederf(casus, n);
        }
        tekst = JSON.stringify(casus);
      }
      antwoord.writeHead(echt.status, { 'content-type': echt.headers.get('content-type') ?? 'text/plain' });
      antwoord.end(tekst);
    }),
  );
}

describe('the journey', () => {
  it('ends well', async () => {
    const { code, uit, fout } = await speel(o.adres);
    expect(code, uit + fout).toBe(0);
    expect(uit.trimEnd().endsWith('Alles goed.'), uit).toBe(true);
    expect(uit).toMatch(/\d+ stappen, \d+ verzoeken, \d+ controles op P1, P2 en P7/);
  });

  it('ends badly, the second time on the same server, when an answer breaks a promise: each is named', async () => {
    const adres = await tussenpersoon((casus, n) => {
      const verloop = casus['zichtVerloop'] as Casus[];
      if (n === 8) casus['zicht'] = null;
      if (n === 12) verloop.push({ ...verloop[0], organisatieNaam: 'Een ander' });
      if (n === 16) for (const t of casus['termijnen'] as Casus[]) t['clausule'] = '';
    });
    const { code, uit } = await speel(adres);
    expect(code, uit).toBe(1);
    expect(uit).toContain('P1 gebroken: De casus is open en niemand houdt zicht.');
    expect(uit).toContain('P1 gebroken: De casus is open en volgens het verloop houden 2 partijen zicht');
    expect(uit).toMatch(/P7 gebroken: Termijn ".*" noemt geen clausule\./);
    expect(uit).toContain('Niet goed (');
    expect(uit).not.toContain('Alles goed');
  });

  it('says in one sentence that nobody answers, or that it is no demo', async () => {
    const stil = await speel(`http://127.0.0.1:${await vrijePoort()}`);
    expect(stil.code).toBe(1);
    expect(stil.fout).toMatch(/^Er antwoordt geen Houvast op http[^\n]*\n$/);
    const ander = await speel(await luister(createServer((_v, a) => a.writeHead(404).end())));
    expect(ander.code).toBe(1);
    expect(ander.fout).toMatch(/is geen demo van Houvast[^\n]*\n$/);
    expect(stil.uit + ander.uit).toBe('');
  });
});
