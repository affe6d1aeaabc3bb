// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { berichtVerschillen } from './jzv.ts';
import { dubbeleBsns, twijfelAanContact, twijfelsBijMomenten } from './melding.ts';

it.each([
  ['bel me maar', '', ['telefoon']],
  ['06-12345678', '', []],
  ['0591 123456 (werk)', 'anneke bij voorbeeld', ['email']],
  ['', 'anneke@voorbeeld.nl', []],
  ['', '', []],
])('doubts what reaches nobody: %j, %j', (telefoon, email, verwacht) => {
  expect(twijfelAanContact({ telefoon, email })).toEqual(verwacht);
});

describe('when it happened', () => {
  const redenen = (op: string, ontvangen: string) =>
    twijfelsBijMomenten([op], [], new Date(ontvangen)).map((x) => x.reden);

  it('counts the day in the Netherlands: just past midnight, today is not the future', () => {
    expect(redenen('2026-11-24', '2026-11-23T23:30:00Z')).toEqual([]);
    expect(redenen('2026-11-24', '2026-11-23T22:30:00Z')).toHaveLength(1);
    // a moment elsewhere in the world is a day here
    expect(redenen('2026-11-24T03:00:00+05:00', '2026-11-23T22:30:00Z')).toEqual([]);
  });

  it.each([
    ['1-1-2030', 'toekomst'],
    ['1/1/2030', 'toekomst'],
    ['1 januari 2030', 'toekomst'],
    ['januari 2030', 'toekomst'],
    ['31-2-2026', 'bestaat niet'],
    ['31 februari 2026', 'bestaat niet'],
    ['3 mei 1826', '120 jaar'],
  ])('doubts %s as it doubts the same day in ISO form', (op, woord) => {
    expect(redenen(op, '2026-11-23T12:00:00Z')).toEqual([expect.stringContaining(woord)]);
  });
  it.each(['23-11-2026', '3 mei 2026', '29-2-2024', 'vorige zomer', '3 mei', 'rond 1 januari'])(
    'has no doubt about %s',
    (op) => {
      expect(redenen(op, '2026-11-23T12:00:00Z')).toEqual([]);
    },
  );

  it('asks whether someone was born only when everyone is known to be born later', () => {
    const op = ['2010-06-01'];
    const nu = new Date('2026-11-23T08:00:00Z');
    const kind = { jaar: 2018, maand: null, dag: null };
    const moeder = { jaar: 1985, maand: 12, dag: 1 };
    const onbekend = { jaar: null, maand: null, dag: null };
    expect(twijfelsBijMomenten(op, [kind], nu)).toHaveLength(1);
    expect(twijfelsBijMomenten(op, [kind, moeder], nu)).toEqual([]);
    expect(twijfelsBijMomenten(op, [kind, onbekend], nu)).toEqual([]);
    // the year of birth itself may be after the birth
    expect(twijfelsBijMomenten(['2018', '2018-01-01'], [kind], nu)).toEqual([]);
  });
});

it('finds the BSNs that stand with more than one person', () => {
  const bsn = (b: string | null) => ({ bsn: b });
  expect([...dubbeleBsns([bsn('1'), bsn(null), bsn('2'), bsn('1'), bsn(null)])]).toEqual(['1']);
});

it('lays two messages side by side, field by field', () => {
  const a = { naam: 'A', adres: { huisNummer: 1 }, lijst: [{ x: 1 }] };
  const b = { naam: 'A', adres: { huisNummer: 2 }, lijst: [{ x: 1 }, { x: 2 }] };
  expect(berichtVerschillen(a, b).map((v) => [v.veld, v.eerder, v.nu])).toEqual([
    ['adres › huis nummer', '1', '2'],
    ['lijst › 2 › x', null, '2'],
  ]);
  expect(berichtVerschillen(a, structuredClone(a))).toEqual([]);
});
