// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { BESLUITEN } from '../beoordeling/beoordeling.ts';
import {
  aanWie,
  besluitInWoorden,
  type Melderbeeld,
  stelTerugkoppelingOp,
  type Terugkoppelvraag,
  waaromGeen,
} from './terugkoppeling.ts';

const school: Melderbeeld = {
  kanaal: 'professional',
  groep: 'onderwijs',
  rol: 'intern begeleider',
  bekend: 'open',
  gewenst: true,
};
const vraag: Terugkoppelvraag = {
  aan: 'professional',
  moment: 'na_beoordeling',
  meldingNummer: 'M2026-00012',
  ontvangenOp: new Date('2026-11-23T08:00:00Z'),
  vtNaam: 'Veilig Thuis Drenthe',
  besluit: 'overdragen',
  overgedragenAan: null,
};

describe('who hears something', () => {
  it.each([
    ['a professional', {}, 'professional'],
    ['a citizen', { groep: 'niet_beroepsmatig', kanaal: 'telefoon', bekend: 'anoniem_voor_gezin' }, 'burger'],
    ['someone we do not know', { groep: 'niet_beroepsmatig', bekend: 'anoniem' }, 'anoniem'],
    ['an informant, however professional', { rol: ' Informant ' }, 'informant'],
    ['the police, through its own message', { kanaal: 'jzv', groep: 'justitie_veiligheid' }, 'politie'],
    ['someone who does not want to', { gewenst: false }, 'niet_gewenst'],
  ] as [string, Partial<Melderbeeld>, string][])('%s', (_naam, anders, aan) => {
    expect(aanWie({ ...school, ...anders })).toBe(aan);
  });

  it('gives a reason to everyone who hears nothing', () => {
    for (const aan of ['anoniem', 'informant', 'politie', 'niet_gewenst'] as const)
      expect(waaromGeen(aan)).toMatch(/\.$/);
    for (const aan of ['professional', 'burger'] as const) expect(waaromGeen(aan)).toBeNull();
  });
});

describe('what is said', () => {
  it('to a professional: the outcome in general terms, and after acceptance by whom', () => {
    const eerst = stelTerugkoppelingOp(vraag);
    expect(eerst).toContain('maandag 23 november 2026');
    expect(eerst).toContain('M2026-00012');
    expect(eerst).toContain('draagt het vervolg over');
    expect(eerst).not.toContain('Emmen');
    const daarna = stelTerugkoppelingOp({
      ...vraag,
      moment: 'na_overdracht',
      overgedragenAan: 'Lokaal team Emmen',
    });
    expect(daarna).toContain('Lokaal team Emmen');
    expect(daarna).not.toContain('beoordeeld.');
  });

  it('to a citizen: that steps were taken, the same words whatever they were', () => {
    const burger = stelTerugkoppelingOp({ ...vraag, aan: 'burger' });
    expect(burger).toContain('stappen gezet');
    for (const b of BESLUITEN) {
      expect(
        stelTerugkoppelingOp({
          ...vraag,
          aan: 'burger',
          besluit: b.code,
          overgedragenAan: 'Lokaal team Emmen',
          moment: 'na_overdracht',
        }),
      ).toBe(burger);
    }
  });

  it('knows each decision, and says the least about one that it does not know', () => {
    const onbekend = besluitInWoorden('iets_nieuws');
    expect(besluitInWoorden(null)).toBe(onbekend);
    for (const b of BESLUITEN) expect(besluitInWoorden(b.code), b.code).not.toBe(onbekend);
    // the name of the child protection board would say that there are children in danger
    expect(besluitInWoorden('rvdk_verzoek')).not.toMatch(/raad|kind/i);
  });
});
