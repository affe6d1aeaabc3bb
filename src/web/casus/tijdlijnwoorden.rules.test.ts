// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { termijnwoorden } from '../termijnwoorden.ts';
import { type Regel, zinVan } from './tijdlijnwoorden.ts';

function regel(soort: string, bij: Record<string, string> = {}): Regel {
  return {
    id: '01a2270a-d10b-7001-b6cb-2491180ef67f',
    vastgelegdOp: '2026-11-23T08:00:00Z',
    soort,
    onderwerpId: null,
    wie: null,
    namens: null,
    bijzonderheden: Object.entries(bij).map(([naam, waarde]) => ({ naam, waarde })),
    uitspraakSoort: null,
    tekst: null,
    bron: null,
    gebeurdOp: null,
    verbeterd: false,
  };
}
const titel = (soort: string, bij?: Record<string, string>) => zinVan(regel(soort, bij), 'nl').titel;

describe('the acts of a casus as sentences', () => {
  it('name a figure and who gave it, or how many figures were given', () => {
    expect(titel('plan.cijfer', { cijfer: '4', scorerSoort: 'zelf' })).toBe('Een 4, van: zelf');
    expect(titel('plan.cijfer', { cijfer: '0', scorerSoort: 'zelf' })).toBe('Een 0, van: zelf');
    expect(titel('plan.cijfer', { aantal: '4' })).toBe('4 veiligheidscijfers gegeven');
    expect(titel('plan.cijfer')).toBe('Veiligheidscijfer gegeven');
  });

  it('say which term was not kept', () => {
    expect(titel('termijn.verstreken', { soort: 'overdracht_antwoord' })).toBe(
      'Niet op tijd: antwoord op de overdracht',
    );
    expect(titel('termijn.verstreken')).toBe('Niet op tijd');
    expect(titel('termijn.oppakken', { soort: 'beoordeling' })).toBe(
      'Opgepakt: weeg de veiligheid en neem een besluit',
    );
  });

  it('say in both languages why, where that is the same each time', () => {
    expect(termijnwoorden('cijfers_vragen', 'nl')?.waarom).toBe('Tijd voor nieuwe veiligheidscijfers');
    expect(termijnwoorden('cijfers_vragen', 'en')?.waarom).toBe('Time for new safety figures');
  });

  it('leave out nothing that has no words yet', () => {
    expect(titel('iets.nieuws_gedaan')).toBe('iets nieuws gedaan');
  });
});
