// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { Invoerfout } from '../../../platform/invoer.ts';
import { csvWaarde, leesCsv, type Tabel } from './csv.ts';
import { alsKolom, leesDatum, maakRegister, splitsVolledigeNaam } from './register.ts';
import { leesVelden } from './velden.ts';

const waarden = (t: Tabel): string[][] =>
  t.kolommen.map((k) => Array.from(k.nummers, (nr) => k.teksten[nr] as string));

describe('CSV', () => {
  test('quotes, doubled quotes, line ends within a value, CRLF and a byte order mark', () => {
    const t = leesCsv('\ufeffid,naam\r\n1,"Berg, van den"\r\n2,"zei ""ja""\r\nen ging"\r\n', 'a.csv');
    expect(t.kolommen.map((k) => k.naam)).toEqual(['id', 'naam']);
    expect(waarden(t)[1]).toEqual(['Berg, van den', 'zei "ja"\r\nen ging']);
  });

  test('semicolons and tabs are found by themselves; values are trimmed; short rows are filled; empty lines are no rows', () => {
    expect(waarden(leesCsv('id;a;b\n1; x ;y\n\n2;z\n', 'a'))).toEqual([
      ['1', '2'],
      ['x', 'z'],
      ['y', ''],
    ]);
    expect(waarden(leesCsv('id\ta\n1\tx', 'a'))).toEqual([['1'], ['x']]);
    expect(waarden(leesCsv('id,a\n1,', 'a'))).toEqual([['1'], ['']]);
  });

  test('what is wrong is said with file and line', () => {
    expect(() => leesCsv('', 'leeg.csv')).toThrow(/leeg.csv is leeg/);
    expect(() => leesCsv('id,a\n1,2,3\n', 'b.csv')).toThrow(/b.csv, regel 2: meer waarden/);
    expect(() => leesCsv('id,a\n1,"x\n', 'c.csv')).toThrow(/c.csv, regel 2: een aanhalingsteken/);
    expect(() => leesCsv('id,a,a\n', 'd.csv')).toThrow(/"a" staat twee keer/);
  });

  test('what is written is read back', () => {
    for (const w of ['x', 'a,b', 'a"b', 'a\nb', ' a', 'a;b'])
      expect(waarden(leesCsv(`id,w,x\n1,${csvWaarde(w)},y\n`, 'a'))[1]).toEqual([w.trim()]);
  });
});

describe('velden.json', () => {
  test('kinds in the order of the file; a kind that we do not know is text', () => {
    const v = leesVelden('{"id":"nr","kolommen":{"v":"voornaam","k":"kleur"}}');
    expect(v.kolommen).toEqual([
      { kolom: 'v', soort: 'voornaam' },
      { kolom: 'k', soort: 'vrij' },
    ]);
    expect(v.onbekend).toEqual(['kleur']);
  });

  test.each([
    ['', /is leeg/],
    ['{', /\(regel 1, teken 2\): daar houdt het bestand op/],
    ['{"id":"nr', /\(regel 1, teken 10\): daar houdt het bestand op/],
    ['{\n"id": "nr"\n"kolommen": {}}', /\(regel 3, teken 1\): daar staat een aanhalingsteken/],
    ['{"id":"nr",\n}', /\(regel 2, teken 1\): daar staat "}"/],
    ['{"id":"nr\n"}', /\(regel 1, teken 10\): daar begint een nieuwe regel/],
    ['{"id": truX}', /\(regel 1, teken 11\): daar staat "X"/],
    ['nr,naam', /\(regel 1, teken 2\): daar staat "r"/],
    ['[]', /moet een object zijn/],
    ['{"kolommen":{"a":"vrij"}}', /moet achter "id" de naam staan/],
    ['{"id":"a"}', /moet achter "kolommen"/],
    ['{"id":"a","kolommen":{}}', /geen enkele kolom/],
    ['{"id":"a","kolommen":{"a":"vrij"}}', /is het id/],
    ['{"id":"a","kolommen":["b"]}', /moet achter "kolommen"/],
    ['{"id":3}', /moet achter "id" de naam staan/],
    ['{"id":"a","kolommen":{"b":3}}', /moet achter "b" een soort staan/],
    ['{"id":"a","kolommen":{"b":"vrij"},"drempel":0.9}', /"drempel"/],
  ])('%s is refused', (tekst, reden) => {
    expect(() => leesVelden(tekst)).toThrow(Invoerfout);
    expect(() => leesVelden(tekst)).toThrow(reden);
    // what the parser says is English
    expect(() => leesVelden(tekst)).not.toThrow(/JSON at|Unexpected|Expected/);
  });
});

describe('values', () => {
  test.each([
    ['19560409', false, '19560409'],
    ['1956-04-09', false, '19560409'],
    ['9-4-1956', false, '19560409'],
    ['4/9/1956', true, '19560409'],
    ['25/4/1956', true, '19560425'],
    ['09041956', false, '19560409'],
    ['9 april 1956', false, '19560409'],
    ['1956', false, '19560000'],
    ['1956-04-09T00:00:00', false, '19560409'],
    ['rond pasen', false, 'rond pasen'],
  ])('date %s', (tekst, maandEerst, uit) => {
    expect(leesDatum(tekst, maandEerst)).toBe(uit);
  });

  test.each([
    ['Jansen, Piet', 'Piet', 'Jansen'],
    ['Piet van den Berg', 'Piet', 'van den Berg'],
    ['sir john ashton, 3rd baronet', 'john', 'ashton'],
    ['John Quincy Ashton Jr.', 'John Quincy', 'Ashton'],
    ['Ashton', '', 'Ashton'],
  ])('full name %s', (tekst, voornaam, achternaam) => {
    expect(splitsVolledigeNaam(tekst)).toEqual({ voornaam, achternaam });
  });

  test('a column reads its dates in one order, whatever a single date could also be', () => {
    const register = maakRegister(
      [alsKolom('d', 'geboortedatum', ['4/25/1980', '3/4/1980', '', 'onbekend'])],
      4,
      4,
    );
    const datum = register.vergelijkingen[0];
    expect([...(datum?.waarde ?? [])].map((w) => (w < 0 ? '' : datum?.woorden[w]))).toEqual([
      '19800425',
      '19800304',
      '',
      '',
    ]);
  });

  test('a number of one sign only stands for nothing', () => {
    const register = maakRegister([alsKolom('b', 'bsn', ['999999999', '000000000', '123456782'])], 3, 3);
    expect([...(register.vergelijkingen[0]?.waarde ?? [])]).toEqual([-1, -1, 0]);
  });
});
