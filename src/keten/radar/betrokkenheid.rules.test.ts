// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bepaalBetrokkenheid,
  type EerdereBetrokkenheid,
  type LopendeCasus,
  type Stadium,
} from './betrokkenheid.ts';

const NU = '2026-11-21T14:00:00.000Z';
const gesloten = (casusId: string, directbetrokkene = true): EerdereBetrokkenheid => ({
  casusId,
  directbetrokkene,
  geopend: '2015-01-10T09:00:00.000Z',
  gesloten: '2015-03-01T09:00:00.000Z',
});
const lopend = (casusId: string): EerdereBetrokkenheid => ({
  casusId,
  directbetrokkene: true,
  geopend: '2026-10-01T09:00:00.000Z',
  gesloten: null,
});
const casus = (stadium: Stadium | null, sluit: string | null = null): LopendeCasus => ({
  casusId: 'c1',
  geopend: '2026-10-01T09:00:00.000Z',
  gesloten: sluit,
  stadium,
});
const personen = (...lijsten: EerdereBetrokkenheid[][]) =>
  lijsten.map((eerder, i) => ({ persoonId: `p${i}`, eerder }));

describe('eerdere betrokkenheid (StatLine 85361NED, handbook §3.4)', () => {
  test('nobody seen before: eerste melding', () => {
    const u = bepaalBetrokkenheid({
      ontvangen: NU,
      directbetrokkenen: personen([], []),
      toegevoegdAan: null,
    });
    expect([u.soort, u.bekend, u.voorlopig]).toEqual(['eerste melding', [], false]);
  });

  test('one person in an older, closed casus: hermelding, één bekend, however long ago', () => {
    const u = bepaalBetrokkenheid({
      ontvangen: NU,
      directbetrokkenen: personen([gesloten('a'), gesloten('b')], []),
      toegevoegdAan: null,
    });
    expect([u.soort, u.bekend]).toEqual(['hermelding, één bekend', ['p0']]);
    expect(u.uitleg).toMatch(/^Eén directbetrokkene was eerder/);
  });

  test('two persons: hermelding, meerdere bekend, also from different casussen', () => {
    const u = bepaalBetrokkenheid({
      ontvangen: NU,
      directbetrokkenen: personen([gesloten('a')], [gesloten('b')], []),
      toegevoegdAan: null,
    });
    expect([u.soort, u.bekend]).toEqual(['hermelding, meerdere bekend', ['p0', 'p1']]);
  });

  test('a melder or informant of an older casus was not seen before', () => {
    const u = bepaalBetrokkenheid({
      ontvangen: NU,
      directbetrokkenen: personen([gesloten('a', false)]),
      toegevoegdAan: null,
    });
    expect(u.soort).toBe('eerste melding');
  });

  test.each(['tijdens veiligheidsbeoordeling', 'na veiligheidsbeoordeling', 'tijdens monitoring'] as const)(
    'added to a running casus %s: vervolgmelding, also when others are known from closed ones',
    (stadium) => {
      const u = bepaalBetrokkenheid({
        ontvangen: NU,
        directbetrokkenen: personen([gesloten('a'), lopend('c1')], [gesloten('b')]),
        toegevoegdAan: casus(stadium),
      });
      expect(u.soort).toBe(`vervolgmelding ${stadium}`);
    },
  );

  test('added to a casus that had closed before receipt is no vervolgmelding', () => {
    const u = bepaalBetrokkenheid({
      ontvangen: NU,
      directbetrokkenen: personen([{ ...lopend('c1'), gesloten: '2026-11-01T00:00:00.000Z' }]),
      toegevoegdAan: casus('tijdens monitoring', '2026-11-01T00:00:00.000Z'),
    });
    expect(u.soort).toBe('hermelding, één bekend');
  });

  test('a casus closed one moment after receipt was still running at receipt', () => {
    const kort = { ...lopend('c1'), gesloten: '2026-11-21T14:00:00.001Z' };
    expect(
      bepaalBetrokkenheid({ ontvangen: NU, directbetrokkenen: personen([kort]), toegevoegdAan: null }).soort,
    ).toBe('niet ingedeeld');
    const opDeTik = { ...kort, gesloten: NU };
    expect(
      bepaalBetrokkenheid({ ontvangen: NU, directbetrokkenen: personen([opDeTik]), toegevoegdAan: null })
        .soort,
    ).toBe('hermelding, één bekend');
  });

  test('known in a running casus to which it was not added: none of the three groups, and it says what to do', () => {
    const u = bepaalBetrokkenheid({
      ontvangen: NU,
      directbetrokkenen: personen([lopend('c1')]),
      toegevoegdAan: null,
    });
    expect(u.soort).toBe('niet ingedeeld');
    expect(u.uitleg).toContain('Voeg de melding toe');
  });

  test('stage not recorded, or nobody identified: niet ingedeeld', () => {
    expect(
      bepaalBetrokkenheid({
        ontvangen: NU,
        directbetrokkenen: personen([lopend('c1')]),
        toegevoegdAan: casus(null),
      }).soort,
    ).toBe('niet ingedeeld');
    expect(bepaalBetrokkenheid({ ontvangen: NU, directbetrokkenen: [], toegevoegdAan: null }).soort).toBe(
      'niet ingedeeld',
    );
  });

  test('the casus that this melding opened does not make it its own hermelding; nor does a later one', () => {
    const eigen = { ...lopend('nieuw'), geopend: NU };
    const later = {
      ...gesloten('later'),
      geopend: '2026-12-01T00:00:00.000Z',
      gesloten: '2026-12-02T00:00:00.000Z',
    };
    expect(
      bepaalBetrokkenheid({ ontvangen: NU, directbetrokkenen: personen([eigen, later]), toegevoegdAan: null })
        .soort,
    ).toBe('eerste melding');
  });

  test('open questions make it provisional, not different', () => {
    const u = bepaalBetrokkenheid({
      ontvangen: NU,
      directbetrokkenen: personen([]),
      toegevoegdAan: null,
      openVragen: 2,
    });
    expect([u.soort, u.voorlopig]).toEqual(['eerste melding', true]);
    expect(u.uitleg).toContain('Nog niet zeker');
  });

  test('model: agrees with the three groups stated as sets', () => {
    const moment = fc
      .integer({ min: 0, max: 20 })
      .map((d) => `2026-11-${String(d + 1).padStart(2, '0')}T00:00:00.000Z`);
    const eerder = fc.record({
      casusId: fc.constantFrom('a', 'b', 'c'),
      directbetrokkene: fc.boolean(),
      geopend: moment,
      gesloten: fc.option(moment),
    });
    const op = '2026-11-11T00:00:00.000Z';
    fc.assert(
      fc.property(fc.array(fc.array(eerder, { maxLength: 4 }), { maxLength: 4 }), (lijsten) => {
        const u = bepaalBetrokkenheid({
          ontvangen: op,
          directbetrokkenen: personen(...lijsten),
          toegevoegdAan: null,
        });
        const gezien = lijsten.map((l) => l.filter((e) => e.directbetrokkene && e.geopend < op));
        const dicht = gezien.filter((l) => l.some((e) => e.gesloten !== null && e.gesloten <= op)).length;
        const ooit = gezien.filter((l) => l.length > 0).length;
        const verwacht =
          lijsten.length === 0
            ? 'niet ingedeeld'
            : dicht > 1
              ? 'hermelding, meerdere bekend'
              : dicht === 1
                ? 'hermelding, één bekend'
                : ooit === 0
                  ? 'eerste melding'
                  : 'niet ingedeeld';
        expect(u.soort).toBe(verwacht);
      }),
    );
  });
});
