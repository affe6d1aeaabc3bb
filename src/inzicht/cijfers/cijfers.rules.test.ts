// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  csv,
  csvVeld,
  FIGUREN,
  leesHalfjaar,
  leesPeriode,
  mediaan,
  procent,
  samengeteld,
  uitlegVan,
  verbergTweede,
  wachtdagen,
  wekenVan,
} from './cijfers.ts';

const MAANDAG = new Date('2026-11-23T08:00:00Z');

describe('the period', () => {
  it('without a question is the last thirteen weeks, this one included', () => {
    const p = leesPeriode(MAANDAG, undefined, undefined);
    // thirteen Mondays: 31 August up to and including 23 November 2026
    expect([p.van, p.tot]).toEqual(['2026-08-31', '2026-11-23']);
    expect(wekenVan(p)).toHaveLength(13);
    expect(wekenVan(p).at(0)).toBe('2026-08-31');
    expect(wekenVan(p).at(-1)).toBe('2026-11-23');
  });

  it('is whole local days, also over the change of the clocks', () => {
    // summer time ended on 25 October 2026: that day has 25 hours
    const p = leesPeriode(MAANDAG, '2026-10-25', '2026-10-25');
    expect(p.vanafOp.toISOString()).toBe('2026-10-24T22:00:00.000Z');
    expect(p.totOp.toISOString()).toBe('2026-10-25T23:00:00.000Z');
    expect(wekenVan(p)).toEqual(['2026-10-19']);
  });

  it('ends after it begins, and is no longer than two years', () => {
    expect(() => leesPeriode(MAANDAG, '2026-11-24', '2026-11-23')).toThrow(RangeError);
    expect(() => leesPeriode(MAANDAG, '2024-11-22', '2026-11-23')).toThrow(RangeError);
    expect(leesPeriode(MAANDAG, '2024-11-23', '2026-11-23').van).toBe('2024-11-23');
  });

  it('a half year is whole, and is preliminary until it is over', () => {
    expect(leesHalfjaar(MAANDAG, undefined)).toMatchObject({
      halfjaar: '2026-2',
      van: '2026-07-01',
      tot: '2026-12-31',
      voorlopig: true,
    });
    expect(leesHalfjaar(MAANDAG, '2026-1')).toMatchObject({
      van: '2026-01-01',
      tot: '2026-06-30',
      voorlopig: false,
    });
    expect(leesHalfjaar(new Date('2026-12-31T23:00:00Z'), undefined)).toMatchObject({
      halfjaar: '2027-1',
      voorlopig: true,
    });
    expect(leesHalfjaar(new Date('2026-12-31T22:59:00Z'), '2026-2').voorlopig).toBe(true);
  });
});

describe('putting numbers together', () => {
  it.each<[number[], number | null]>([
    [[], null],
    [[3], 3],
    [[10, 0, 2], 2],
    [[1, 2, 3, 10], 2.5],
  ])('the median of %j is %s', (getallen, uit) => {
    expect(mediaan(getallen)).toBe(uit);
  });

  it('a percentage says all only of all, and none only of none', () => {
    expect([
      procent(0, 0),
      procent(0, 5),
      procent(1, 1000),
      procent(999, 1000),
      procent(5, 5),
      procent(4, 5),
    ]).toEqual([null, 0, 1, 99, 100, 80]);
  });

  it('waiting is counted in days that people live', () => {
    // five minutes over midnight is one day, however short
    expect(wachtdagen(new Date('2026-11-23T22:58:00Z'), new Date('2026-11-23T23:03:00Z'))).toBe(1);
    expect(wachtdagen(MAANDAG, MAANDAG)).toBe(0);
    expect(wachtdagen(new Date('2026-11-24T08:00:00Z'), MAANDAG)).toBe(0);
  });

  it('each figure says what it counts and from where', () => {
    for (const f of FIGUREN)
      for (const soort of ['veilig_thuis', 'lokaal_team']) {
        const u = uitlegVan(f, soort);
        expect(
          [u.nl, u.en, u.bron].every((x) => x.length > 10),
          `${f} ${soort}`,
        ).toBe(true);
      }
  });
});

describe('a spreadsheet', () => {
  it('keeps separators inside, writes decimals as in Dutch, and runs nothing', () => {
    expect(csvVeld('a;b')).toBe('"a;b"');
    expect(csvVeld('zij zei "nee"')).toBe('"zij zei ""nee"""');
    expect(csvVeld('=1+1')).toBe("'=1+1");
    expect(csvVeld('@x')).toBe("'@x");
    expect(csvVeld(2.5)).toBe('2,5');
    expect(csvVeld(-3)).toBe('-3');
    expect(csvVeld(null)).toBe('');
    expect(
      csv([
        ['a', 1],
        ['b', null],
      ]),
    ).toBe('a;1\r\nb;\r\n');
  });
});

describe('hiding small numbers', () => {
  it('hides a second part when the total would tell the only hidden one', () => {
    const delen = [
      { code: 'totaal', aantal: 100 },
      { code: 'a', aantal: 60 },
      { code: 'b', aantal: null },
      { code: 'c', aantal: 35 },
    ];
    expect(
      verbergTweede(delen)
        .filter((d) => d.aantal === null)
        .map((d) => d.code),
    ).toEqual(['b', 'c']);
    expect(verbergTweede(delen)[0]?.aantal).toBe(100);
  });

  it('leaves two hidden parts, none hidden, and a part that stands alone', () => {
    for (const delen of [
      [
        { code: 'a', aantal: null },
        { code: 'b', aantal: null },
        { code: 'c', aantal: 20 },
      ],
      [
        { code: 'a', aantal: 15 },
        { code: 'b', aantal: 20 },
      ],
      [
        { code: 'totaal', aantal: 40 },
        { code: 'op_tijd', aantal: null },
      ],
    ])
      expect(verbergTweede(delen)).toEqual(delen);
  });
});

it('rows that are put together and those that are shown make the whole', () => {
  const kolommen = ['aantal', 'aanvaard', 'ingetrokken'] as const;
  const rij = fc.record({ aantal: fc.nat(99), aanvaard: fc.nat(99), ingetrokken: fc.nat(99) });
  fc.assert(
    fc.property(fc.array(rij), fc.nat(9), (rijen, top) => {
      const getoond = [...rijen.slice(0, top), samengeteld(rijen.slice(top), kolommen)];
      expect(samengeteld(getoond, kolommen)).toEqual(samengeteld(rijen, kolommen));
    }),
  );
});
