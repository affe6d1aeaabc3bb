// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let map: string;
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'houvast-koppel-'));
  writeFileSync(
    join(map, 'velden.json'),
    '{"id":"nr","kolommen":{"naam":"volledigeNaam","geboren":"geboortedatum"}}',
  );
  writeFileSync(
    join(map, 'a.csv'),
    'nr,naam,geboren\n1,"Vries, Sanne de",1984-03-07\n2,Pieter Bakker,1990-11-30\n3,S. de Vries,1984-03-07\n4,,\n',
  );
  writeFileSync(join(map, 'b.csv'), 'nr;naam;geboren\nx;Sanne de Vries;7-3-1984\ny;Iemand Anders;1-2-1950\n');
  symlinkSync(join(map, 'a.csv'), join(map, 'link.csv'));
  linkSync(join(map, 'a.csv'), join(map, 'hard.csv'));
  mkdirSync(join(map, 'x'));
  writeFileSync(join(map, 'kapot.json'), '{\n  "id": "nr"\n  "kolommen": {}\n}\n');
  writeFileSync(join(map, 'dubbel.csv'), 'nr,naam,geboren\n1,a,\n1,b,\n');
  writeFileSync(join(map, 'latin.csv'), Buffer.from([0x6e, 0x72, 0x0a, 0xe9, 0x0a]));
});
afterAll(() => rmSync(map, { recursive: true, force: true }));

function koppel(...args: string[]) {
  return spawnSync(process.execPath, ['scripts/koppel.ts', ...args], {
    encoding: 'utf8',
    cwd: process.cwd(),
  });
}
const pad = (naam: string): string => join(map, naam);

describe('the command koppel', () => {
  test('one file: pairs and a group for every row, nothing on stdout, progress on stderr, twice the same bytes', () => {
    const doe = () =>
      koppel(
        '--a',
        pad('a.csv'),
        '--velden',
        pad('velden.json'),
        '--paren',
        pad('p.csv'),
        '--clusters',
        pad('c.csv'),
      );
    const een = doe();
    expect([een.status, een.stdout]).toEqual([0, '']);
    expect(een.stderr).toContain('4 rijen gelezen');
    const [paren, clusters] = [readFileSync(pad('p.csv'), 'utf8'), readFileSync(pad('c.csv'), 'utf8')];
    expect(paren.split('\n')[0]).toBe('id_a,id_b,gewicht,kans');
    for (const regel of paren.trim().split('\n').slice(1))
      expect(regel).toMatch(/^\d,\d,-?\d+\.\d+,[01]\.\d+$/);
    expect(clusters.trim().split('\n').length).toBe(5);
    doe();
    expect([readFileSync(pad('p.csv'), 'utf8'), readFileSync(pad('c.csv'), 'utf8')]).toEqual([
      paren,
      clusters,
    ]);
  });

  test('two files, each with its own sign between the values', () => {
    const r = koppel(
      '--a',
      pad('a.csv'),
      '--b',
      pad('b.csv'),
      '--velden',
      pad('velden.json'),
      '--paren',
      pad('ab.csv'),
    );
    expect(r.status).toBe(0);
    for (const regel of readFileSync(pad('ab.csv'), 'utf8').trim().split('\n').slice(1))
      expect(regel).toMatch(/^\d,[xy],/);
  });

  test.each([
    [['--a', 'a.csv'], /Geef --a, --velden en --paren/],
    [['--a', 'weg.csv', '--velden', 'velden.json', '--paren', 'p.csv'], /weg.csv bestaat niet/],
    [['--a', 'dubbel.csv', '--velden', 'velden.json', '--paren', 'p.csv'], /het id "1" twee keer/],
    [['--a', 'latin.csv', '--velden', 'velden.json', '--paren', 'p.csv'], /geen UTF-8/],
    [['--a', 'velden.json', '--velden', 'velden.json', '--paren', 'p.csv'], /geen kolom "nr"/],
    [
      ['--a', 'a.csv', '--velden', 'velden.json', '--paren', 'p.csv', '--drempel', '0.9'],
      /De optie --drempel bestaat niet\.[\s\S]*Gebruik:/,
    ],
    [['--a', 'a.csv', '--velden', 'velden.json', '--paren'], /Na --paren moet een bestand staan/],
    [
      ['--a', 'a.csv', '--velden', 'kapot.json', '--paren', 'p.csv'],
      /geen geldige JSON \(regel 3, teken 3\)/,
    ],
    [
      ['--a', 'a.csv', '--velden', 'velden.json', '--paren', 'geenmap/p.csv'],
      /p\.csv \(--paren\) kan niet geschreven worden: de map waarin het moet staan bestaat niet/,
    ],
    [
      ['--a', 'a.csv', '--velden', 'velden.json', '--paren', 'p.csv', '--clusters', 'dubbel.csv/c.csv'],
      /\(--clusters\) kan niet geschreven worden: een deel van het pad is een bestand/,
    ],
  ])('%j is refused in Dutch, with a status that is not 0', (args, reden) => {
    const r = koppel(...args.map((a) => (a.startsWith('--') || a === '0.9' ? a : pad(a))));
    expect(r.status).toBe(1);
    expect(r.stderr).toMatch(reden);
    expect(r.stderr).not.toMatch(/at file:|\bE[A-Z]{4,}\b|rijen gelezen/);
  });

  test.each([
    ['its own path', '--paren', 'a.csv', '--a'],
    ['another spelling', '--paren', './x/../a.csv', '--a'],
    ['a symbolic link', '--paren', 'link.csv', '--a'],
    ['a hard link', '--clusters', 'hard.csv', '--a'],
    ['the second file', '--clusters', 'b.csv', '--b'],
    ['the file of the columns', '--paren', 'velden.json', '--velden'],
  ])('never writes over what it reads: %s', (_hoe, optie, doel, zelfde) => {
    const invoer = ['a.csv', 'b.csv', 'velden.json'];
    const voor = invoer.map((n) => readFileSync(pad(n), 'utf8'));
    const uit = {
      '--paren': pad('nieuw-p.csv'),
      '--clusters': pad('nieuw-c.csv'),
      [optie]: `${map}/${doel}`,
    };
    const r = koppel(
      ...['--a', pad('a.csv'), '--b', pad('b.csv'), '--velden', pad('velden.json')],
      ...Object.entries(uit).flat(),
    );
    expect(r.status).toBe(1);
    expect(r.stderr).toContain(`${optie} en ${zelfde} zijn hetzelfde bestand`);
    expect(r.stderr).not.toContain('rijen gelezen');
    expect(invoer.map((n) => readFileSync(pad(n), 'utf8'))).toEqual(voor);
    expect(existsSync(pad('nieuw-p.csv'))).toBe(false);
  });

  test('pairs and groups do not go in one file, and a device may be named twice', () => {
    const doe = (doel: string) =>
      koppel('--a', pad('a.csv'), '--velden', pad('velden.json'), '--paren', doel, '--clusters', doel);
    expect(doe(pad('samen.csv'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('hetzelfde bestand'),
    });
    expect(doe('/dev/null').status).toBe(0);
  });
});
