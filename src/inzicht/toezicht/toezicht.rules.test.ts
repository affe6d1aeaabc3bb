// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { BELEID } from '../../kern/toegang/toegangsregels.ts';
import { type Kijk, maakOverzicht } from './overzicht.ts';
import {
  type Feiten,
  GRENZEN,
  PATRONEN,
  patronenVan,
  patroonVanDrukte,
  patroonVanWeigering,
  voegSamen,
  zinVan,
} from './toezicht.ts';
import { handelingswoord } from './wiewoorden.ts';

const gewoon: Feiten = {
  medewerkerId: 'm1',
  functie: 'regisseur',
  casusId: 'c1',
  aantal: 3,
  nood: 0,
  nachtelijk: 0,
  eerste: new Date('2026-11-02T09:00:00Z'),
  laatste: new Date('2026-11-20T10:00:00Z'),
  hadDeel: true,
  geslotenOp: null,
  hadWerk: true,
  zelfdeNaam: false,
  zelfdePostcode: false,
};
const van = (anders: Partial<Feiten>) => patronenVan({ ...gewoon, ...anders }).map((s) => s.patroon);
const dagen = (n: number) => new Date(gewoon.laatste.getTime() - n * 86_400_000);

describe('the patterns', () => {
  it('say nothing of usual work', () => {
    expect(van({})).toEqual([]);
  });

  it('name a look without a part once, and not the missing work as well', () => {
    expect(van({ hadDeel: false, hadWerk: false })).toEqual(['geen_deel']);
  });

  it('leave what was done by the noodknop to its own review', () => {
    expect(van({ hadDeel: false, hadWerk: false, aantal: 2, nood: 2 })).toEqual([]);
    // a look beside the noodknop is not covered by it, but the missing part is explained
    expect(van({ hadDeel: false, hadWerk: false, aantal: 3, nood: 2, zelfdeNaam: true })).toEqual([
      'zelfde_naam',
    ]);
  });

  it('name the same family name and the same postcode each by itself', () => {
    expect(van({ zelfdeNaam: true, zelfdePostcode: true })).toEqual(['zelfde_naam', 'zelfde_postcode']);
  });

  it('let a look shortly after closing pass, and not a later one', () => {
    expect(van({ geslotenOp: dagen(GRENZEN.dagenNaSluiting) })).toEqual([]);
    expect(van({ geslotenOp: dagen(GRENZEN.dagenNaSluiting + 1) })).toEqual(['na_sluiting']);
  });

  it('know who has night duty', () => {
    expect(van({ nachtelijk: 1 })).toEqual(['nacht']);
    expect(van({ nachtelijk: 1, functie: 'vt_medewerker' })).toEqual([]);
  });

  it('know who looks along with the work of others', () => {
    expect(van({ hadWerk: false })).toEqual(['geen_werk']);
    for (const functie of ['vt_teamleider', 'lokaal_teamleider', 'vt_gedragswetenschapper'])
      expect(van({ hadWerk: false, functie }), functie).toEqual([]);
  });

  it('count casussen in an hour, and refusals on different things in a day', () => {
    const d = { medewerkerId: 'm1', uur: new Date('2026-11-20T10:00:00Z') };
    expect(patroonVanDrukte({ ...d, casussen: GRENZEN.veelPerUur - 1 })).toBeNull();
    expect(patroonVanDrukte({ ...d, casussen: GRENZEN.veelPerUur })).toMatchObject({
      patroon: 'veel',
      aantal: GRENZEN.veelPerUur,
    });
    const w = { medewerkerId: 'm1', dag: '2026-11-20', aantal: 40, laatste: d.uur };
    // the same thing tried again and again is a screen that tries again
    expect(patroonVanWeigering({ ...w, onderwerpen: 1 })).toBeNull();
    expect(patroonVanWeigering({ ...w, onderwerpen: GRENZEN.weigeringenPerDag })).toMatchObject({
      patroon: 'weigeringen',
    });
  });

  it('ask again when the look is on another day', () => {
    const [een] = patronenVan({ ...gewoon, hadDeel: false });
    const [zelfde] = patronenVan({
      ...gewoon,
      hadDeel: false,
      laatste: new Date('2026-11-20T15:00:00Z'),
    });
    const [later] = patronenVan({ ...gewoon, hadDeel: false, laatste: new Date('2026-11-21T15:00:00Z') });
    expect(zelfde?.sleutel).toBe(een?.sleutel);
    expect(later?.sleutel).not.toBe(een?.sleutel);
  });

  it('ask one question about a day on which someone looked into many casussen without work there', () => {
    const los = ['c1', 'c2', 'c3'].flatMap((casusId) => patronenVan({ ...gewoon, casusId, hadWerk: false }));
    expect(voegSamen(los)).toEqual([
      expect.objectContaining({ patroon: 'geen_werk_veel', aantal: 3, casusId: null }),
    ]);
    // one stays one, another day is another, and nothing else is put together
    expect(voegSamen(los.slice(0, 1))).toEqual(los.slice(0, 1));
    const anders = ['c1', 'c2'].flatMap((casusId) => patronenVan({ ...gewoon, casusId, hadDeel: false }));
    const eerder = patronenVan({ ...gewoon, hadWerk: false, laatste: dagen(2) });
    expect(voegSamen([...los, ...anders, ...eerder]).map((s) => s.patroon)).toEqual([
      'geen_werk_veel',
      'geen_deel',
      'geen_deel',
      'geen_werk',
    ]);
  });

  it('each have a sentence with its facts, in both languages, and no number that judges', () => {
    const w = { wie: 'S. Kuipers', casus: 'casus 2026-00012', wanneer: 'gisteren', gesloten: '3 mei' };
    for (const { code } of PATRONEN)
      for (const taal of ['nl', 'en'] as const) {
        const zin = zinVan({ patroon: code, aantal: 4 }, w, taal);
        expect(zin, code).toMatch(/^S\. Kuipers .*\.$/);
        expect(zin, code).not.toMatch(/score|risico|risk|verdacht|suspect/i);
      }
    expect(zinVan({ patroon: 'na_sluiting', aantal: 1 }, w)).toContain('3 mei');
  });
});

describe('the overview for the person concerned', () => {
  const kijk: Kijk = {
    dag: '2026-11-20',
    organisatieId: 'vt',
    organisatieNaam: 'Veilig Thuis Drenthe',
    organisatieSoort: 'veilig_thuis',
    functie: 'vt_medewerker',
    doel: 'beoordelen',
    noodknop: false,
  };
  const school = {
    ...kijk,
    organisatieId: 'school',
    organisatieNaam: 'Basisschool De Unieke Naam',
    organisatieSoort: 'onderwijs',
    functie: 'professional',
    doel: 'zicht_houden',
  };
  const open = { melders: [], geheim: false };

  it('is one line per day, organisation and role, with every reason', () => {
    expect(
      maakOverzicht([kijk, { ...kijk, doel: 'zicht_houden' }, kijk, { ...kijk, dag: '2026-11-19' }], open),
    ).toEqual([
      {
        dag: '2026-11-20',
        organisatie: 'Veilig Thuis Drenthe',
        soort: 'veilig_thuis',
        functie: 'vt_medewerker',
        redenen: ['beoordelen', 'zicht_houden'],
        noodknop: false,
      },
      expect.objectContaining({ dag: '2026-11-19', redenen: ['beoordelen'] }),
    ]);
  });

  it('leaves out whoever reported, whatever the look was for', () => {
    expect(maakOverzicht([school], { melders: ['school'], geheim: false })).toEqual([]);
    expect(maakOverzicht([school], open)).toHaveLength(1);
  });

  it('leaves out every look that exists because someone reported, whoever looked', () => {
    for (const doel of ['zelf_melden', 'terugkoppelen', 'adviseren'])
      expect(maakOverzicht([{ ...kijk, doel }], open), doel).toEqual([]);
  });

  it('names no shelter, ever, and tells neither its kind nor its role', () => {
    const [regel] = maakOverzicht(
      [
        {
          ...school,
          organisatieNaam: 'Opvang Unieke Naam',
          organisatieSoort: 'opvang',
          functie: 'regisseur',
        },
      ],
      open,
    );
    expect(regel).toMatchObject({ organisatie: null, soort: 'anders', functie: '' });
  });

  it('names nobody where an address is secret', () => {
    const team = {
      ...kijk,
      organisatieId: 't',
      organisatieNaam: 'Lokaal team Unieke Plaats',
      organisatieSoort: 'lokaal_team',
    };
    const uit = maakOverzicht([kijk, school, team], { melders: [], geheim: true });
    expect(uit.map((r) => [r.organisatie, r.soort])).toEqual([
      [null, 'lokaal_team'],
      [null, 'onderwijs'],
      [null, 'veilig_thuis'],
    ]);
    expect(JSON.stringify(uit)).not.toContain('Uniek');
  });
});

describe('the words for what someone did', () => {
  it.each(['nl', 'en'] as const)('are there for every act of the access table (%s)', (taal) => {
    const handelingen = BELEID.regels.flatMap((r) => r.handelingen);
    expect(handelingen.filter((h) => handelingswoord(h, taal) === h)).toEqual([]);
    expect(handelingen.length).toBeGreaterThan(50);
  });

  it('say so when a kept answer was only shown again', () => {
    expect(handelingswoord('melding.indienen.herhaald', 'nl')).toBe('legde een melding vast (tweede klik)');
    expect(handelingswoord('melding.indienen.herhaald', 'en')).toBe('recorded a report (second click)');
    expect(handelingswoord('iets.onbekends', 'nl')).toBe('iets.onbekends');
  });
});
