// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import {
  type Afweging,
  BESLUITEN,
  besluitKeuze,
  bezwaarTegenTweede,
  type Grond,
  isZelfde,
  stopt,
  termijnenNa,
  uitkomstCode,
  VERVOLGSOORTEN,
  vanBesluitKeuze,
  voorDeStukken,
  vragenBijAfweging,
  watNogNodigIs,
} from './beoordeling.ts';
import {
  brengtTerug,
  CONTROLE_UITKOMSTEN,
  HOOGSTENS_DAGEN,
  hoogstensDagen,
  isGehandeld,
  naDeBlik,
  volgendeControle,
} from './controle.ts';

const feit: Grond = { id: 'f', soort: 'waarneming', bron: 'buurvrouw', verbeterd: false };
const mening: Grond = { id: 'm', soort: 'mening', bron: 'oma', verbeterd: false };

const heel: Afweging = {
  acuut: 'nee',
  acuutArgument: 'De vermoedelijke pleger zit vast.',
  structureel: 'nee',
  structureelArgument: 'Eén keer gehoord.',
  multiprobleem: 'ja',
  multiprobleemArgument: 'Schulden en een ziek kind.',
  uitspraakIds: ['f'],
  besluit: 'overdragen',
  besluitReden: 'Het lokale team kent het gezin.',
  vervolgSoort: 'lokaal_team',
  aard: null,
  gemeentecode: null,
};
const nodig = (a: Partial<Afweging>, gronden: Grond[] = [feit, mening]) =>
  watNogNodigIs({ ...heel, ...a }, gronden).map((n) => n.veld);

describe('what is needed before a second pair of eyes looks', () => {
  it('is nothing when the weighing is whole', () => {
    expect(nodig({})).toEqual([]);
  });

  it('names everything of an empty page, in the order of the page', () => {
    const leeg: Afweging = {
      acuut: null,
      acuutArgument: null,
      structureel: null,
      structureelArgument: null,
      multiprobleem: null,
      multiprobleemArgument: null,
      uitspraakIds: [],
      besluit: null,
      besluitReden: null,
      vervolgSoort: null,
      aard: null,
      gemeentecode: null,
    };
    expect(watNogNodigIs(leeg, [feit]).map((n) => n.veld)).toEqual([
      'acuut',
      'structureel',
      'multiprobleem',
      'uitspraakIds',
      'besluit',
      'besluitReden',
    ]);
  });

  it('takes the short-circuit: C is not asked when B is yes, and only then', () => {
    const zonderC = { multiprobleem: null, multiprobleemArgument: null };
    expect(nodig({ structureel: 'ja', ...zonderC })).toEqual([]);
    expect(nodig({ structureel: 'nee', ...zonderC })).toEqual(['multiprobleem']);
    expect(nodig({ structureel: 'onbekend', ...zonderC })).toEqual(['multiprobleem']);
  });

  it.each(['acuut', 'structureel', 'multiprobleem'] as const)(
    'asks an argument for %s, also when the answer is "weet ik niet"',
    (vraag) => {
      expect(nodig({ [vraag]: 'onbekend', [`${vraag}Argument`]: '  ' })).toEqual([`${vraag}Argument`]);
    },
  );

  it('rests on at least one fact or observation with a source that still stands', () => {
    expect(nodig({ uitspraakIds: [] })).toEqual(['uitspraakIds']);
    expect(nodig({ uitspraakIds: ['m'] })).toEqual(['uitspraakIds']);
    expect(nodig({}, [{ ...feit, bron: ' ' }])).toEqual(['uitspraakIds']);
    expect(nodig({}, [{ ...feit, verbeterd: true }])).toEqual(['uitspraakIds']);
    expect(nodig({}, [{ ...feit, soort: 'van_horen_zeggen' }])).toEqual(['uitspraakIds']);
    // chosen, but not of this casus
    expect(nodig({ uitspraakIds: ['vreemd'] })).toEqual(['uitspraakIds']);
    expect(nodig({ uitspraakIds: ['m', 'f'] })).toEqual([]);
  });

  it('takes a decision out of the list only, with a reason, and an overdracht with a receiver', () => {
    expect(nodig({ besluit: 'wegleggen' })).toEqual(['besluit']);
    expect(nodig({ besluitReden: '\n ' })).toEqual(['besluitReden']);
    expect(nodig({ vervolgSoort: null })).toEqual(['vervolgSoort']);
    expect(nodig({ besluit: 'onderzoek', vervolgSoort: null })).toEqual([]);
  });
});

describe('the decisions', () => {
  // handbook 1.2 and the message outcomes of S:1
  it.each([
    ['onderzoek', 'VT-01-01', false],
    ['voorwaarden_en_vervolg', 'VT-01-01', false],
    ['rvdk_verzoek', 'VT-01-01', false],
    ['overdragen', 'VT-01-02', false],
    ['einde_bemoeienis', 'VT-01-03', true],
    ['regionaal_maatwerk', 'VT-01-04', false],
    ['niet_ontvankelijk', 'VT-00', true],
    ['onjuist_geadresseerd', 'VT-99', true],
  ] as const)('%s is %s', (besluit, code, einde) => {
    expect(uitkomstCode(besluit)).toBe(code);
    expect(stopt(besluit)).toBe(einde);
    // stopping always asks someone to close: nothing closes in silence
    expect(termijnenNa(besluit).includes('afsluiten')).toBe(einde);
  });

  it('are these eight', () => {
    expect(BESLUITEN.map((b) => b.code).sort()).toEqual([
      'einde_bemoeienis',
      'niet_ontvankelijk',
      'onderzoek',
      'onjuist_geadresseerd',
      'overdragen',
      'regionaal_maatwerk',
      'rvdk_verzoek',
      'voorwaarden_en_vervolg',
    ]);
    for (const b of BESLUITEN) expect(b.zin, b.code).toMatch(/^[A-Z].+\.$/);
  });

  it('ask a question when danger is seen and we stop, and forbid nothing', () => {
    const a: Afweging = { ...heel, acuut: 'ja', besluit: 'einde_bemoeienis', vervolgSoort: null };
    expect(vragenBijAfweging(a)).toHaveLength(1);
    expect(watNogNodigIs(a, [feit])).toEqual([]);
    expect(vragenBijAfweging({ ...a, acuut: 'nee' })).toEqual([]);
    expect(vragenBijAfweging({ ...a, acuut: 'onbekend' })).toHaveLength(1);
    expect(vragenBijAfweging(heel)).toEqual([]);
  });

  it('go on record without what was not asked', () => {
    expect(voorDeStukken({ ...heel, structureel: 'ja', besluit: 'onderzoek' })).toMatchObject({
      multiprobleem: null,
      multiprobleemArgument: null,
      vervolgSoort: null,
    });
    expect(voorDeStukken(heel)).toEqual(heel);
  });

  it('sent twice is the same, whatever the order of the grounds', () => {
    expect(isZelfde({ ...heel, uitspraakIds: ['a', 'b'] }, { ...heel, uitspraakIds: ['b', 'a'] })).toBe(true);
    expect(isZelfde(heel, { ...heel, besluitReden: 'anders' })).toBe(false);
  });
});

describe('the second pair of eyes', () => {
  const b = { status: 'voorgelegd', beoordelaarId: 'een', organisatieId: 'vt' };
  const wie = (medewerkerId: string, functie: string, organisatieId = 'vt') => ({
    medewerkerId,
    functie,
    organisatieId,
  });

  it.each(['vt_gedragswetenschapper', 'vt_teamleider', 'vt_medewerker'])(
    'may be another %s of the same Veilig Thuis',
    (functie) => {
      expect(bezwaarTegenTweede(b, wie('twee', functie))).toBeNull();
      expect(bezwaarTegenTweede(b, wie('een', functie))).toMatch(/zelf voor/);
      expect(bezwaarTegenTweede(b, wie('twee', functie, 'ander'))).toMatch(/Alleen/);
    },
  );

  it('is nobody of another function, and has nothing to decide before or after', () => {
    expect(bezwaarTegenTweede(b, wie('twee', 'regisseur'))).toMatch(/Alleen/);
    expect(bezwaarTegenTweede({ ...b, status: 'open' }, wie('twee', 'vt_teamleider'))).toMatch(/nog niet/);
    expect(bezwaarTegenTweede({ ...b, status: 'vastgesteld' }, wie('twee', 'vt_teamleider'))).toMatch(
      /al vastgesteld/,
    );
  });
});

describe('the decision as one choice', () => {
  it('says to whom as well, and every choice comes back as what it was', () => {
    const alle = [
      ...BESLUITEN.filter((x) => x.code !== 'overdragen').map((x) => ({
        besluit: x.code,
        vervolgSoort: null,
      })),
      ...VERVOLGSOORTEN.map((v) => ({ besluit: 'overdragen', vervolgSoort: v.code })),
    ];
    for (const a of alle) expect(vanBesluitKeuze(besluitKeuze(a))).toEqual(a);
    expect(new Set(alle.map(besluitKeuze)).size).toBe(alle.length);
  });

  it('is no choice yet without to whom, or without a decision', () => {
    const half = besluitKeuze({ besluit: 'overdragen', vervolgSoort: null });
    const heleKeuzes = VERVOLGSOORTEN.map((v) =>
      besluitKeuze({ besluit: 'overdragen', vervolgSoort: v.code }),
    );
    expect(heleKeuzes).not.toContain(half);
    expect(besluitKeuze({ besluit: null, vervolgSoort: 'lokaal_team' })).toBe('');
  });
});

describe('the check on safety', () => {
  it('comes back sooner when it was not in order, and never later than a week', () => {
    for (const { code } of CONTROLE_UITKOMSTEN) expect(volgendeControle(code), code).toBeLessThanOrEqual(7);
    expect(volgendeControle('onveilig')).toBe(1);
    expect(volgendeControle('veilig')).toBe(HOOGSTENS_DAGEN);
  });

  it('comes back the next day while acute danger is not seen to be over, whatever day is chosen', () => {
    for (const { code } of CONTROLE_UITKOMSTEN) expect(hoogstensDagen(code, false), code).toBe(7);
    expect(CONTROLE_UITKOMSTEN.map(({ code }) => [code, hoogstensDagen(code, true)])).toEqual([
      ['veilig', 7],
      ['zorgelijk', 7],
      ['onveilig', 1],
      ['niet_bereikt', 1],
    ]);
  });

  it('ends without a next one only when the holder saw it safe, in a plan that brings it back, and chose no day', () => {
    const ja = [true, false];
    for (const { code: uitkomst } of CONTROLE_UITKOMSTEN)
      for (const planBegonnen of ja)
        for (const houderKijktAnders of ja)
          for (const gekozen of ja) {
            const b = { uitkomst, planBegonnen, houderKijktAnders, gekozen };
            const veilig = uitkomst === 'veilig' && !gekozen;
            const klaar = veilig && planBegonnen && houderKijktAnders;
            expect(naDeBlik({ ...b, doorHouder: true }), JSON.stringify(b)).toBe(klaar ? 'klaar' : 'opnieuw');
            // another organisation never ends it
            expect(naDeBlik({ ...b, doorHouder: false })).toBe(veilig ? 'blijft' : 'eerder');
          }
  });

  it('counts only what is still to come as what brings the holder back', () => {
    const nu = new Date('2026-11-30T10:00Z');
    const straks = '2026-12-01T10:00Z';
    const term = (vervaltOp: string | null, opgeschortTot: string | null = null, soort = 'cijfers_vragen') =>
      brengtTerug({ soort, vervaltOp, opgeschortTot }, nu);
    expect([term(straks), term(null, straks), term(straks, null, 'voorwaarde_controle')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([
      term('2026-11-30T10:00Z'),
      term('2026-10-30T10:00Z'),
      term(null),
      term(straks, null, 'informeren_betrokkenen'),
    ]).toEqual([false, false, false, false]);
  });

  it('counts as acting only when someone was reached', () => {
    expect(CONTROLE_UITKOMSTEN.filter((c) => !isGehandeld(c.code)).map((c) => c.code)).toEqual([
      'niet_bereikt',
    ]);
  });
});
