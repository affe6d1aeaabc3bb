// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import {
  mogelijkeGrondslagen,
  redenVerlopen,
  STATUSSEN,
  type Stand,
  watOntbreekt,
  wieHoudtZicht,
  zegNieuweMelding,
} from './overdracht.ts';

const heel: Stand = {
  geverSoort: 'veilig_thuis',
  personenMetNaam: 2,
  uitspraken: 3,
  beoordelingen: { vastgesteld: 1, elders: false, open: 0 },
  metBeoordeling: true,
  voorwaardenBesloten: false,
  voorwaarden: 0,
  contactNaam: 'J. Visser',
  contactTelefoon: '0592-123456',
  doel: 'Een veiligheidsplan maken.',
  bericht: 'Wilt u met het gezin verder?',
  delen: ['personen', 'uitspraken', 'beoordeling'],
};
const mist = (anders: Partial<Stand>) => watOntbreekt({ ...heel, ...anders }).map((o) => o.veld);

describe('the minimum data set', () => {
  it('is complete with all of it, and speaks both languages when it is not', () => {
    expect(watOntbreekt(heel)).toEqual([]);
    for (const o of watOntbreekt({ ...heel, personenMetNaam: 0, uitspraken: 0, doel: ' ' })) {
      expect(o.zin).not.toBe('');
      expect(o.zinEn).not.toBe(o.zin);
    }
  });

  it.each([
    ['a person with a name', { personenMetNaam: 0 }, ['personen']],
    ['what happened, outside what is shielded', { uitspraken: 0 }, ['uitspraken']],
    [
      'a decided beoordeling',
      { beoordelingen: { vastgesteld: 0, elders: false, open: 1 }, metBeoordeling: false },
      ['beoordeling'],
    ],
    ['no report left unassessed', { beoordelingen: { vastgesteld: 1, open: 1 } }, ['beoordeling']],
    ['who to call', { contactNaam: null }, ['contactTelefoon']],
    ['on which number', { contactTelefoon: '  ' }, ['contactTelefoon']],
    ['what for', { doel: '' }, ['doel']],
    ['why and what is asked', { bericht: '' }, ['bericht']],
    ['conditions after V&V', { voorwaardenBesloten: true }, ['veiligheidsvoorwaarden']],
  ] as [string, Partial<Stand>, string[]][])('asks %s', (_naam, anders, velden) => {
    expect(mist(anders)).toEqual(velden);
  });

  it('asks that what there is goes along', () => {
    expect(mist({ delen: [] })).toEqual(['delen', 'delen', 'delen']);
    expect(mist({ voorwaarden: 2 })).toEqual(['delen']);
    expect(
      mist({
        voorwaarden: 2,
        voorwaardenBesloten: true,
        delen: [...(heel.delen ?? []), 'veiligheidsvoorwaarden'],
      }),
    ).toEqual([]);
    // only looking what is there: nothing was chosen yet
    expect(mist({ delen: null, voorwaarden: 2 })).toEqual([]);
  });

  it('asks no beoordeling of a lokaal team: that is a task of Veilig Thuis', () => {
    expect(
      mist({ geverSoort: 'lokaal_team', beoordelingen: null, delen: ['personen', 'uitspraken'] }),
    ).toEqual([]);
  });
});

describe('grounds', () => {
  const codes = (van: string, naar: string | null) => mogelijkeGrondslagen(van, naar).map((g) => g.code);
  it('gives the letters of Wmo 4.1.1 to Veilig Thuis only, each to its receivers', () => {
    expect(codes('veilig_thuis', 'lokaal_team')).toEqual(['wmo_4_1_1_2_d']);
    expect(codes('veilig_thuis', 'politie')).toEqual(['wmo_4_1_1_2_d', 'wmo_4_1_1_2_e']);
    expect(codes('lokaal_team', 'lokaal_team')).toEqual(['wmo_5_1_1', 'toestemming']);
    expect(codes('lokaal_team', 'veilig_thuis')).toEqual(['wmo_5_2_6', 'wmo_5_1_1', 'toestemming']);
  });
});

describe('a report that came in after the offer', () => {
  it('says that there is one, who assesses it, and whether it is of acute danger; nothing else', () => {
    for (const taal of ['nl', 'en'] as const) {
      for (const beoordeeld of [false, true]) {
        expect(zegNieuweMelding({ acuut: false, beoordeeld }, taal)).toContain('Veilig Thuis');
        expect(zegNieuweMelding({ acuut: false, beoordeeld }, taal)).not.toMatch(/acu(ut|te)/);
        expect(zegNieuweMelding({ acuut: true, beoordeeld }, taal)).toMatch(/acu(ut|te)/);
      }
    }
  });
});

describe('who holds zicht', () => {
  const basis = { gever: 'Veilig Thuis Drenthe', ontvanger: 'Lokaal team Emmen', aanvaardOp: null };
  it('names the giver as long as nobody accepted, whatever else is known', () => {
    for (const houder of [null, 'Veilig Thuis Drenthe']) {
      expect(wieHoudtZicht({ ...basis, status: 'aangeboden', houder })).toBe(
        'Veilig Thuis Drenthe houdt zicht tot Lokaal team Emmen aanvaardt',
      );
    }
    expect(wieHoudtZicht({ ...basis, status: 'aangeboden', houder: null }, 'en')).toBe(
      'Veilig Thuis Drenthe keeps watch until Lokaal team Emmen accepts',
    );
  });

  it('names the present holder to whoever may know, and only what this contract did to others', () => {
    // 23:30 UTC is the next day in the Netherlands
    const aanvaardOp = new Date('2026-11-23T23:30:00Z');
    expect(wieHoudtZicht({ ...basis, status: 'aanvaard', houder: 'Lokaal team Emmen', aanvaardOp })).toBe(
      'Lokaal team Emmen houdt zicht sinds dinsdag 24 november 2026',
    );
    expect(wieHoudtZicht({ ...basis, status: 'aanvaard', houder: 'Lokaal team Assen', aanvaardOp })).toBe(
      'Lokaal team Assen houdt zicht',
    );
    expect(wieHoudtZicht({ ...basis, status: 'aanvaard', houder: null, aanvaardOp })).toBe(
      'Het zicht ging over naar Lokaal team Emmen',
    );
    for (const status of ['geweigerd', 'ingetrokken', 'verlopen'] as const) {
      expect(wieHoudtZicht({ ...basis, status, houder: null })).toBe(
        'Het zicht bleef bij Veilig Thuis Drenthe',
      );
      expect(wieHoudtZicht({ ...basis, status, houder: 'Veilig Thuis Drenthe' })).toBe(
        'Veilig Thuis Drenthe houdt zicht',
      );
    }
  });

  it('always names exactly one organisation as the one that watches', () => {
    for (const status of STATUSSEN) {
      for (const houder of [null, 'Veilig Thuis Drenthe', 'Lokaal team Emmen', 'Lokaal team Assen']) {
        const zin = wieHoudtZicht({ ...basis, status, houder });
        expect(zin.match(/houdt zicht|zicht bleef bij|zicht ging over naar/g), zin).toHaveLength(1);
      }
    }
  });
});

it('says until when an answer was waited for', () => {
  // the term ends at local midnight after its last day
  expect(redenVerlopen('Lokaal team Emmen', new Date('2026-11-30T23:00:00Z'))).toBe(
    'Lokaal team Emmen gaf geen antwoord binnen de termijn (tot en met maandag 30 november 2026).',
  );
});
