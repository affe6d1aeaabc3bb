// SPDX-License-Identifier: EUPL-1.2
// The copy of the log: every record once and in order, also when the receiver is away for a while, and nobody else can read it.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, meldingVoorbeeld, REGIO, type TestHuis } from '../../../test/huis.ts';
import { voerLogUit } from './uitvoer.store.ts';
import { zegelLog } from './zegel.store.ts';

interface Span {
  traceId: string;
  spanId: string;
  name: string;
  startTimeUnixNano: string;
  attributes: { key: string; value: { stringValue?: string } }[];
}

let t: TestHuis;
let ontvanger: Server;
let url: string;
let antwoord = 200;
let spans: Span[] = [];
beforeAll(async () => {
  t = await maakTestHuis();
  ontvanger = createServer((request, response) => {
    let tekst = '';
    request.on('data', (deel) => {
      tekst += deel;
    });
    request.on('end', () => {
      if (antwoord === 200) spans.push(...JSON.parse(tekst).resourceSpans[0].scopeSpans[0].spans);
      response.writeHead(antwoord).end('{}');
    });
  });
  await new Promise<void>((klaar) => ontvanger.listen(0, '127.0.0.1', klaar));
  url = `http://127.0.0.1:${(ontvanger.address() as AddressInfo).port}/v1/traces`;
});
afterAll(async () => {
  await t.weg();
  ontvanger.close();
});

const zegel = () => zegelLog(t.huis.db, REGIO, t.klok.nu());
const stuur = () => voerLogUit(t.huis.db, REGIO, url, t.klok.nu());
const inTabel = async () =>
  (
    await t.database.beheer.query<{ span_id: string }>(
      'select span_id from verwerkingslog where regio_id = $1 order by span_id',
      [REGIO],
    )
  ).rows.map((r) => r.span_id);

describe('the copy of the log', () => {
  it('sends every sealed record once, and goes on where it was when the receiver comes back', async () => {
    const uit = await t.als('visser').post('/meldingen', meldingVoorbeeld());
    await zegel();
    expect(await stuur()).toBe(1);
    antwoord = 503;
    await t.als('visser').get(`/casussen/${uit.json().casusId}`);
    await zegel();
    expect(await stuur()).toBe(0);
    await t.als('bakker').get(`/casussen/${uit.json().casusId}`);
    await zegel();
    antwoord = 200;
    expect(await stuur()).toBe(2);
    expect(await stuur()).toBe(0);
    expect(spans.map((s) => s.spanId).sort()).toEqual(await inTabel());
    const kijk = spans.find((s) => s.name === 'casus.lezen');
    const waarde = (k: string) => kijk?.attributes.find((a) => a.key === k)?.value.stringValue;
    expect(waarde('dpl.core.processing_activity_id')).toBe('urn:houvast:verwerking:zicht_houden');
    expect(waarde('dpl.core.data_subject_id')).toMatch(/^[0-9a-f]{64}$/);
    expect(Number(kijk?.startTimeUnixNano) / 1e6).toBe(t.klok.nu().getTime());
    expect(kijk?.traceId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('holds no name, no text and no address', async () => {
    spans = [];
    const kanarie = 'Kanariewoord';
    await t.als('visser').post(
      '/meldingen',
      meldingVoorbeeld({
        personen: [{ rol: 'slachtoffer', achternaam: kanarie, straat: kanarie, woonplaats: kanarie }],
        uitspraken: [{ soort: 'feit', tekst: kanarie, bron: kanarie }],
      }),
    );
    await zegel();
    await stuur();
    expect(spans.length).toBeGreaterThan(0);
    expect(JSON.stringify(spans)).not.toContain(kanarie);
  });

  it('is read by the system of that region and by nobody else', async () => {
    const lees = async (functie: string, regio: string) => {
      const c = await t.database.app.connect();
      try {
        await c.query('begin');
        await c.query(
          `select set_config('houvast.regio', $1, true), set_config('houvast.functie', $2, true)`,
          [regio, functie],
        );
        await zegel();
        return (await c.query('select * from houvast.log_uit_te_voeren($1)', [REGIO])).rowCount;
      } finally {
        await c.query('rollback');
        c.release();
      }
    };
    await t.als('visser').get('/werk');
    expect(await lees('vt_teamleider', REGIO)).toBe(0);
    expect(await lees('systeem', '00000000-0000-7000-8000-00000000ffff')).toBe(0);
    expect(await lees('systeem', REGIO)).toBe(1);
  });
});
