// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { getTermijnsoort } from '../../kern/termijn/termijnsoorten.ts';
import {
  type Afsluiting,
  bezwaarTegenSluiten,
  lageCijfers,
  MONITORGRID,
  type MonitorUitkomst,
  type Sluitstand,
  VEILIG_VANAF_CIJFER,
  vervolgNa,
  vraagtOndanks,
  waaromKijken,
  watSluitenTegenhoudt,
} from './monitoring.ts';

describe('the grid', () => {
  it('asks after 3 months, a year and a year and a half, and says that no source gives it', () => {
    const duren = MONITORGRID.map((s) => getTermijnsoort(s)).map(({ duur, bron }) => [
      duur.aantal,
      duur.eenheid,
      bron,
    ]);
    const k = 'bron onbekend, standaardwaarde';
    expect(duren).toEqual([
      [3, 'maanden', k],
      [1, 'jaren', k],
      [18, 'maanden', k],
    ]);
  });
});

describe('what follows from an answer', () => {
  it.each<[MonitorUitkomst, MonitorUitkomst | null, boolean, boolean]>([
    ['veilig', null, false, false],
    ['veilig', 'onveilig', false, false],
    ['deels_veilig', null, true, false],
    ['onveilig', 'veilig', true, false],
    // silence: asked again; twice in a row the holder looks, because silence is not safety
    ['niet_bereikt', null, false, true],
    ['niet_bereikt', 'veilig', false, true],
    ['niet_bereikt', 'niet_bereikt', true, true],
  ])('%s after %s', (uitkomst, vorige, houderKijkt, opnieuw) => {
    expect(vervolgNa(uitkomst, vorige)).toEqual({ houderKijkt, opnieuw });
  });

  it('tells the holder why, with nobody named', () => {
    expect(new Set((['onveilig', 'deels_veilig', 'niet_bereikt'] as const).map(waaromKijken)).size).toBe(3);
  });
});

const stand: Sluitstand = {
  openAanbodAan: null,
  loopt: [],
  directbetrokkenen: [
    { persoonId: 'a', heeftCijfer: true },
    { persoonId: 'b', heeftCijfer: false },
  ],
  nietNageleefd: 0,
  anderenMonitoren: [],
  nietVeilig: [],
  lageCijfers: [],
};
const vond = { organisatieNaam: 'Veilig Thuis', op: new Date('2026-11-20T10:00Z'), uitkomst: 'onveilig' };
const afsluiting: Afsluiting = {
  reden: 'veilig',
  toelichting: 'Al een jaar geen geweld meer; iedereen zegt het.',
  zonderCijfer: [{ persoonId: 'b', reden: 'Te jong.' }],
  metCijfer: [],
  ondanks: null,
};
const velden = (s: Partial<Sluitstand>, a: Partial<Afsluiting> = {}) =>
  bezwaarTegenSluiten({ ...stand, ...s }, { ...afsluiting, ...a }).map((b) => b.veld);

describe('closing', () => {
  it('is allowed with a figure or a reason for everyone', () => {
    expect(velden({})).toEqual([]);
    expect(velden({}, { zonderCijfer: [], metCijfer: ['b'] })).toEqual([]);
  });

  it('asks everyone, each by name of the field', () => {
    expect(velden({}, { zonderCijfer: [] })).toEqual(['zonderCijfer.b']);
    expect(velden({}, { zonderCijfer: [{ persoonId: 'b', reden: '  ' }] })).toEqual(['zonderCijfer.b']);
    // a reason about somebody else is no reason
    expect(velden({}, { zonderCijfer: [{ persoonId: 'c', reden: 'Te jong.' }] })).toEqual(['zonderCijfer.b']);
  });

  it('waits for an open offer and for work that would end unseen, whatever is written', () => {
    const loopt = [
      { soort: 'onderzoek', omschrijving: 'Rond het onderzoek af', eigenaarNaam: 'Veilig Thuis' },
    ];
    expect(velden({ openAanbodAan: 'Lokaal team Emmen', loopt }, { ondanks: 'Toch.' })).toEqual([
      'overdracht',
      'termijnen',
    ]);
    expect(watSluitenTegenhoudt({ openAanbodAan: null, loopt, anderenMonitoren: [] })[0]?.zin).toBe(
      'Veilig Thuis is nog niet klaar: rond het onderzoek af.',
    );
  });

  it('waits for who still monitors, by name and day, whatever is written', () => {
    const anderenMonitoren = [
      { organisatieNaam: 'Veilig Thuis', contact: '0592-000000', eerstvolgende: '2027-02-23' },
      { organisatieNaam: 'De Opvang', contact: null, eerstvolgende: '2027-03-01' },
    ];
    expect(velden({ anderenMonitoren }, { ondanks: 'Toch.' })).toEqual(['monitoring', 'monitoring']);
    const [eerste] = watSluitenTegenhoudt({ ...stand, anderenMonitoren });
    expect(eerste?.zin).toContain(
      'Veilig Thuis monitort dit gezin nog, uiterlijk dinsdag 23 februari 2027 weer. Bel hen (0592-000000): zij',
    );
    expect(eerste?.zinEn).toContain('next by Tuesday 23 February 2027.');
  });

  it('names whose last look was not safe', () => {
    expect(bezwaarTegenSluiten({ ...stand, nietVeilig: [vond] }, afsluiting)[0]?.zin).toContain(
      'De laatste keer dat Veilig Thuis keek',
    );
  });

  it('counts each low last figure, until the same scorer gives another', () => {
    const c = (persoonId: string, scorerSoort: string, scorer: string, cijfer: number) => ({
      persoonId,
      scorerSoort,
      scorer,
      cijfer,
    });
    // newest first
    const gegeven = [
      c('a', 'zelf', 'zelf', 8),
      c('b', 'professional', 'Leerkracht', 5),
      c('a', 'zelf', 'moeder', 2),
      c('b', 'zelf', 'zelf', 0),
      c('b', 'gezinslid', 'moeder', 9),
      c('a', 'professional', 'huisarts', VEILIG_VANAF_CIJFER),
    ];
    expect(lageCijfers(gegeven).map((x) => [x.persoonId, x.scorer, x.cijfer])).toEqual([
      ['b', 'zelf', 0],
      ['b', 'Leerkracht', 5],
    ]);
    expect(
      lageCijfers(gegeven, [c('b', 'zelf', 'zelf', 7), c('b', 'professional', ' leerkracht', 6)]),
    ).toEqual([]);
    // two at once
    expect(lageCijfers([], [c('a', 'zelf', 'zelf', 9), c('a', 'zelf', 'zelf', 1)])).toMatchObject([
      { cijfer: 1 },
    ]);
  });

  it('of a voorwaarde that is not kept, or a last look that was not safe, asks why', () => {
    const laag = { persoonId: 'b', scorerSoort: 'zelf', scorer: 'zelf', cijfer: 0 };
    for (const s of [{ nietNageleefd: 1 }, { nietVeilig: [vond] }, { lageCijfers: [laag] }]) {
      expect(vraagtOndanks({ ...stand, ...s })).toBe(true);
      expect(velden(s)).toEqual(['ondanks']);
      expect(velden(s, { ondanks: ' ' })).toEqual(['ondanks']);
      expect(velden(s, { ondanks: 'De vader is verhuisd; de voorwaarde ging over hem.' })).toEqual([]);
    }
  });

  it('says everything at once', () => {
    expect(velden({ nietNageleefd: 2 }, { zonderCijfer: [], toelichting: ' ' })).toEqual([
      'toelichting',
      'zonderCijfer.b',
      'ondanks',
    ]);
  });
});
