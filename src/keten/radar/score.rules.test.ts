// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bewerkingen, jaroWinkler } from './afstand.ts';
import { maakBovengrens } from './bovengrens.ts';
import { zonderAdres } from './herkenning.ts';
import { type HuishoudKandidaat, metHuishouden } from './huishouden.ts';
import { MODEL, modelVersie } from './model.ts';
import { beoordeel, DREMPELS, oordeelNaam, vraagredenen, waarborgen } from './oordeel.ts';
import { lambdaVoorRegister, type Score, scoor, weeg } from './score.ts';
import { NIVEAUS, VELDEN, vergelijk } from './vergelijking.ts';
import { bereidVoor, type Vermelding } from './vermelding.ts';
import { kansUitBits } from './weging.ts';
import { zinVoor } from './zinnen.ts';

const som = (s: Score): number => s.staven.reduce((t, b) => t + b.bits, s.prior);
const OPTIES = { lambda: lambdaVoorRegister(1_000_000) };

const vermelding = fc.record(
  {
    id: fc.constantFrom('a', 'b'),
    bsnSleutel: fc.constantFrom('1a', '2b'),
    voornamen: fc.constantFrom(
      'Jan',
      'Johannes',
      'Sanne',
      'Anne',
      'Jan Willem',
      'J.',
      'Mohammed',
      'Mehmet',
      'Zoë',
      '王芳',
      '',
    ),
    voorletters: fc.constantFrom('J.', 'S.', 'M.H.'),
    tussenvoegsel: fc.constantFrom('van den', 'de', 'v.d.'),
    achternaam: fc.constantFrom(
      'Berg',
      'Vandenberg',
      'Jansen',
      'Janssen',
      'Jansen-de Vries',
      'Vries',
      'El Amrani',
      'Yılmaz',
      'Jan',
      '王',
      '',
    ),
    partnerAchternaam: fc.constantFrom('Vries', 'Bakker', 'Jansen'),
    geboorte: fc.record(
      {
        jaar: fc.integer({ min: 1980, max: 1984 }),
        maand: fc.integer({ min: 1, max: 3 }),
        dag: fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: [] },
    ),
    geslacht: fc.constantFrom('man' as const, 'vrouw' as const, 'anders' as const, 'onbekend' as const),
    straat: fc.constantFrom('Dorpsstraat', 'Dorpstraat', 'Kerkweg'),
    huisnummer: fc.constantFrom(1, 12, '12a', '21'),
    huisletter: fc.constantFrom('a', 'b'),
    postcode: fc.constantFrom('7811AB', '7811 AC', '9401XX'),
    woonplaats: fc.constantFrom('Emmen', 'Assen'),
    telefoon: fc.array(fc.constantFrom('0612345678', '0687654321'), { maxLength: 2 }),
    email: fc.array(fc.constantFrom('a@voorbeeld.nl', 'b@voorbeeld.nl'), { maxLength: 1 }),
  },
  { requiredKeys: ['id'] },
) as fc.Arbitrary<Vermelding>;

describe('distances', () => {
  test('known values of Jaro-Winkler', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 4);
    expect(jaroWinkler('', 'a')).toBe(0);
  });

  test('edits count a swap of neighbours as one, and stop at the limit', () => {
    expect(bewerkingen('jansen', 'jasnen')).toBe(1);
    expect(bewerkingen('dijk', 'dyck')).toBe(2);
    expect(bewerkingen('abcdef', 'uvwxyz', 2)).toBe(3);
  });

  test('both are the same both ways round', () => {
    const s = fc.stringMatching(/^[a-e]{0,9}$/);
    fc.assert(
      fc.property(s, s, (a, b) => {
        expect(jaroWinkler(a, b)).toBe(jaroWinkler(b, a));
        expect(bewerkingen(a, b)).toBe(bewerkingen(b, a));
      }),
      { numRuns: 500 },
    );
  });
});

describe('score', () => {
  test('symmetric: the order of the two mentions does not matter, to the last bit', () => {
    fc.assert(
      fc.property(vermelding, vermelding, (a, b) => {
        expect([...vergelijk(bereidVoor(a), bereidVoor(b))]).toEqual([
          ...vergelijk(bereidVoor(b), bereidVoor(a)),
        ]);
        expect(scoor(a, b, MODEL, OPTIES)).toEqual(scoor(b, a, MODEL, OPTIES));
      }),
      { numRuns: 2000 },
    );
  });

  test('prior and bars add up to the weight within 1e-9; every bar has its sentence; no personal data in it', () => {
    fc.assert(
      fc.property(vermelding, vermelding, (a, b) => {
        const s = scoor(a, b, MODEL, OPTIES);
        expect(Math.abs(som(s) - s.gewicht)).toBeLessThan(1e-9);
        expect(s.kans).toBe(kansUitBits(s.gewicht));
        expect(s.modelVersie).toBe(modelVersie);
        for (const staaf of s.staven) {
          expect(Number.isFinite(staaf.bits)).toBe(true);
          expect(staaf.zin.length).toBeGreaterThan(10);
          expect(staaf.zinEn.length).toBeGreaterThan(10);
          for (const woord of ['Berg', 'Jansen', 'Sanne', 'Dorpsstraat', '7811', '0612']) {
            expect(staaf.zin).not.toContain(woord);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('weighing without words gives the same number', () => {
    fc.assert(
      fc.property(vermelding, vermelding, (a, b) => {
        expect(weeg(bereidVoor(a), bereidVoor(b), MODEL, OPTIES).totaal).toBe(
          scoor(a, b, MODEL, OPTIES).gewicht,
        );
      }),
    );
  });

  test('a name that is nearly equal never proves more than the same name, however common it is', () => {
    const jan = { id: 'a', voornamen: 'Johan', geboorte: { jaar: 1990, maand: 4, dag: 9 } };
    for (const deel of [0.03, 0.0045, 1e-4, 1e-6]) {
      const opties = { lambda: 1e-6, frequenties: { achternaam: () => deel, voornaam: () => deel } };
      /** What both names say together, apart from relatives. */
      const zegt = (achternaam: string, voornamen = 'Johan') =>
        scoor({ ...jan, achternaam: 'Jansen' }, { ...jan, achternaam, voornamen }, MODEL, opties)
          .staven.filter((s) => ['achternaam', 'voornaam', 'naamfrequentie'].includes(s.veld))
          .reduce((t, s) => t + s.bits, 0);
      const gelijk = zegt('Jansen') + 1e-9;
      expect([deel, zegt('Janssen') <= gelijk, zegt('Jansen', 'Johann') <= gelijk]).toEqual([
        deel,
        true,
        true,
      ]);
    }
  });

  test('nobody weighs more than the quick look allows, with or without the address of who is looked for', () => {
    for (const opties of [
      OPTIES,
      { lambda: 1e-7, frequenties: { achternaam: () => 3e-7, voornaam: () => 0.01 } },
    ]) {
      fc.assert(
        fc.property(vermelding, vermelding, (a, b) => {
          const hoogstens = maakBovengrens(bereidVoor(a), MODEL, opties)(bereidVoor(b)) + 1e-9;
          for (const p of [a, zonderAdres(a)])
            expect(weeg(bereidVoor(p), bereidVoor(b), MODEL, opties).totaal).toBeLessThanOrEqual(hoogstens);
        }),
        { numRuns: 3000 },
      );
    }
  });

  test('in a register of ten million the quick look is enough for a namesake of another generation', () => {
    const jan = {
      id: 'a',
      voornamen: 'Jan',
      achternaam: 'Jansen',
      geboorte: { jaar: 1990, maand: 4, dag: 9 },
    };
    const ander = { ...jan, geboorte: { jaar: 1950, maand: 7, dag: 21 } };
    const groot = { lambda: 1e-7, frequenties: { achternaam: () => 0.0045, voornaam: () => 0.01 } };
    const hoogstens = maakBovengrens(bereidVoor(jan), MODEL, groot);
    expect(hoogstens(bereidVoor(ander))).toBeLessThan(DREMPELS.vraag);
    expect(hoogstens(bereidVoor(jan))).toBeGreaterThan(DREMPELS.vraag);
  });

  test('every field and level of the model has a sentence, and its chances add up to 1', () => {
    for (const veld of VELDEN) {
      NIVEAUS[veld].forEach((niveau) => {
        expect(zinVoor(veld, niveau, 3).zin).toContain('8 keer');
      });
      for (const k of [MODEL.zelfde, MODEL.vreemd, ...MODEL.alternatieven.map((a) => a.kansen)]) {
        expect(k[veld].length).toBe(NIVEAUS[veld].length);
        expect(k[veld].reduce((t, x) => t + x, 0)).toBeCloseTo(1, 2);
        expect(k[veld].every((x) => x > 0)).toBe(true);
      }
    }
  });

  test('a rare shared name says more than a common one', () => {
    const met = (achternaam: string) =>
      scoor({ id: 'a', achternaam }, { id: 'b', achternaam }, MODEL, OPTIES).gewicht;
    expect(met('Zwaluwkamp')).toBeGreaterThan(met('Jansen') + 3);
    const geteld = { ...OPTIES, frequenties: { achternaam: () => 0.1, voornaam: () => undefined } };
    expect(
      scoor({ id: 'a', achternaam: 'X' }, { id: 'b', achternaam: 'X' }, MODEL, geteld).gewicht,
    ).toBeLessThan(met('Jansen'));
  });

  test('nothing known: the weight is the prior', () => {
    const s = scoor({ id: 'a' }, { id: 'b' }, MODEL, OPTIES);
    expect(s.staven.filter((b) => b.veld !== 'verwant')).toEqual([]);
    expect(s.kans).toBeLessThan(0.001);
  });
});

const huis = {
  straat: 'Dorpsstraat',
  huisnummer: 12,
  postcode: '7811AB',
  woonplaats: 'Emmen',
  telefoon: ['0612345678'],
};
const SANNE: Vermelding = {
  id: 's',
  voornamen: 'Sanne',
  tussenvoegsel: 'de',
  achternaam: 'Boer',
  geslacht: 'vrouw',
  geboorte: { jaar: 2012, maand: 5, dag: 3 },
  ...huis,
};

describe('families', () => {
  test.each(['Lotte', 'Anne', 'Susan', 'S.', 'Sanna', 'Fleur'])(
    'twins: Sanne and %s are never linked by the machine',
    (voornamen) => {
      for (const bsn of [{}, { bsnSleutel: '2b' }]) {
        const tweeling: Vermelding = { ...SANNE, id: 't', voornamen, ...bsn };
        const s = scoor(
          { ...SANNE, ...('bsnSleutel' in bsn ? { bsnSleutel: '1a' } : {}) },
          tweeling,
          MODEL,
          OPTIES,
        );
        expect(oordeelNaam(s)).not.toBe('zelfde');
      }
    },
  );

  test('twins with clearly different names are not even likely, though surname, birth date, address and phone agree', () => {
    const s = scoor(SANNE, { ...SANNE, id: 't', voornamen: 'Lotte' }, MODEL, OPTIES);
    expect(s.kans).toBeLessThan(0.5);
    expect(s.staven.find((b) => b.veld === 'verwant')?.niveau).toBe('tweeling');
  });

  test('father and son of the same name are not one person', () => {
    const vader: Vermelding = {
      ...SANNE,
      id: 'v',
      voornamen: 'Jan',
      geslacht: 'man',
      geboorte: { jaar: 1980, maand: 2, dag: 7 },
    };
    const zoon: Vermelding = { ...vader, id: 'z', geboorte: { jaar: 2010, maand: 9, dag: 21 } };
    const s = scoor(vader, zoon, MODEL, OPTIES);
    expect(s.kans).toBeLessThan(0.5);
    expect(s.staven.find((b) => b.veld === 'verwant')?.niveau).toBe('naamgenoot');
    const { geboorte: _g, ...zonder } = zoon;
    expect(oordeelNaam(scoor(vader, zonder, MODEL, OPTIES))).not.toBe('zelfde');
  });

  test('a parent’s BSN on a child’s line is not the parent', () => {
    const moeder: Vermelding = {
      ...SANNE,
      id: 'm',
      voornamen: 'Linda',
      bsnSleutel: '1a',
      geboorte: { jaar: 1985, maand: 8, dag: 30 },
    };
    const kind: Vermelding = { ...SANNE, bsnSleutel: '1a' };
    const s = scoor(moeder, kind, MODEL, OPTIES);
    expect(oordeelNaam(s)).not.toBe('zelfde');
    expect(s.kans).toBeLessThan(0.5);
    expect(waarborgen(s)).toContain('bsn gelijk, de rest niet');
  });

  test('a parent’s initial with the BSN of a child is asked about, and so is another sex', () => {
    const kind: Vermelding = { ...SANNE, bsnSleutel: '1a' };
    const { voornamen: _v, geboorte: _g, ...naamloos } = kind;
    const moeder = scoor({ ...naamloos, id: 'm', voorletters: 'S.' }, kind, MODEL, OPTIES);
    expect(moeder.gewicht).toBeGreaterThan(DREMPELS.zelfde);
    expect(waarborgen(moeder)).toEqual(['bsn gelijk, de rest niet']);
    const heer = scoor({ ...kind, id: 'h', geslacht: 'man' }, { ...kind, geslacht: 'vrouw' }, MODEL, OPTIES);
    expect(waarborgen(heer)).toEqual(['bsn gelijk, de rest niet']);
    // a woman who took another name and moved is still who her number says
    const getrouwd = scoor({ ...kind, id: 'g', achternaam: 'Anders' }, kind, MODEL, OPTIES);
    expect(waarborgen(getrouwd)).toEqual([]);
  });

  test('a question that weighs enough says from its kept bars why it is one', () => {
    const {
      straat: _s,
      huisnummer: _h,
      postcode: _p,
      woonplaats: _w,
      telefoon: _t,
      bsnSleutel: _b,
      ...kaal
    } = SANNE;
    const s = scoor(kaal, { ...kaal, id: 'n' }, MODEL, OPTIES);
    expect(s.gewicht).toBeGreaterThan(DREMPELS.zelfde);
    expect(vraagredenen(s.gewicht, s.staven, [])).toEqual(['alleen naam en geboortedatum gelijk']);
    expect(vraagredenen(s.gewicht, s.staven, [s.gewicht - 9])).toHaveLength(1);
    expect(vraagredenen(s.gewicht, s.staven, [s.gewicht - 9, s.gewicht - 2])).toContain(
      'andere persoon bijna even sterk',
    );
    // what is simply unsure needs no other reason
    expect(vraagredenen(DREMPELS.zelfde - 1, s.staven, [s.gewicht])).toEqual([]);
  });

  test('but the same person is found: call name, moved, married, without BSN', () => {
    const vrouw: Vermelding = {
      id: 'a',
      voornamen: 'Elisabeth',
      achternaam: 'Zwaluwkamp',
      geslacht: 'vrouw',
      geboorte: { jaar: 1984, maand: 5, dag: 3 },
      ...huis,
    };
    const later: Vermelding = {
      id: 'b',
      voornamen: 'Els',
      achternaam: 'Bakker-Zwaluwkamp',
      geslacht: 'vrouw',
      geboorte: { jaar: 1984, maand: 5, dag: 3 },
      postcode: '9401XX',
      huisnummer: 3,
      woonplaats: 'Assen',
    };
    expect(scoor(vrouw, later, MODEL, OPTIES).kans).toBeGreaterThan(0.9);
    const zelfdeHuis: Vermelding = { ...later, ...huis };
    expect(oordeelNaam(scoor(vrouw, zelfdeHuis, MODEL, OPTIES))).toBe('zelfde');
  });

  test('two different valid BSNs always ask', () => {
    const s = scoor({ ...SANNE, bsnSleutel: '1a' }, { ...SANNE, id: 'x', bsnSleutel: '2b' }, MODEL, OPTIES);
    expect(oordeelNaam(s)).not.toBe('zelfde');
  });
});

describe('oordeel', () => {
  const sterk = scoor({ ...SANNE, bsnSleutel: '1a' }, { ...SANNE, id: 'x', bsnSleutel: '1a' }, MODEL, OPTIES);

  test('one clear candidate may be linked, and its other mentions do not compete', () => {
    expect(
      beoordeel([
        { persoonId: 'p', score: sterk },
        { persoonId: 'p', score: sterk },
      ]).map((b) => b.oordeel),
    ).toEqual(['zelfde', 'zelfde']);
  });

  test('two persons almost as strong: both become questions', () => {
    const bijna = { ...sterk, gewicht: sterk.gewicht - DREMPELS.afstand + 0.1 };
    const uit = beoordeel([
      { persoonId: 'p', score: bijna },
      { persoonId: 'q', score: sterk },
    ]);
    expect(uit.map((b) => [b.kandidaat.persoonId, b.oordeel])).toEqual([
      ['q', 'vraag'],
      ['p', 'vraag'],
    ]);
    expect(uit[0]?.waarborgen).toContain('andere persoon bijna even sterk');
  });

  test('below the lower threshold: nothing', () => {
    const zonderBsn = scoor(SANNE, { ...SANNE, id: 'x' }, MODEL, OPTIES);
    expect(oordeelNaam({ ...zonderBsn, gewicht: DREMPELS.vraag - 0.01 })).toBe('niets');
    expect(oordeelNaam({ ...zonderBsn, gewicht: DREMPELS.vraag })).toBe('vraag');
  });

  test('a shared BSN is always asked about, and stands first, however little else agrees', () => {
    const zwak = { ...sterk, gewicht: DREMPELS.vraag - 20 };
    expect(oordeelNaam(zwak)).toBe('vraag');
    const beter = scoor(SANNE, { ...SANNE, id: 'x' }, MODEL, OPTIES);
    const uit = beoordeel([
      { persoonId: 'p', score: beter },
      { persoonId: 'broer', score: zwak },
    ]);
    expect(uit.map((b) => b.kandidaat.persoonId)).toEqual(['broer', 'p']);
  });
});

describe('household', () => {
  const moeder: Vermelding = {
    id: 'm',
    voornamen: 'Linda',
    achternaam: 'Zwaluwkamp',
    geslacht: 'vrouw',
    geboorte: { jaar: 1985, maand: 8, dag: 30 },
    ...huis,
  };
  const kandidaat = (persoonId: string, huishoudens: string[], score: Score): HuishoudKandidaat => ({
    persoonId,
    huishoudens,
    score,
  });
  const zwak = scoor(
    { id: 'k', voornamen: 'Tim', geboorte: { jaar: 2015 } },
    { id: 'k2', voornamen: 'Tim', achternaam: 'Bakker', geboorte: { jaar: 2015, maand: 3, dag: 4 } },
    MODEL,
    OPTIES,
  );
  const zeker = scoor(moeder, { ...moeder, id: 'm2' }, MODEL, OPTIES);

  test('a surely known mother lifts her child’s candidate, in one bar that still adds up', () => {
    const uit = metHuishouden(
      new Map([
        ['moeder', [kandidaat('M', ['h1'], zeker)]],
        ['kind', [kandidaat('K', ['h1'], zwak), kandidaat('X', ['h2'], zwak)]],
      ]),
    );
    const [k, x] = uit.get('kind') ?? [];
    expect(k?.score.gewicht).toBeGreaterThan(zwak.gewicht + 3);
    expect(x?.score).toEqual(zwak);
    if (k === undefined) throw new Error('candidate lost');
    expect(Math.abs(som(k.score) - k.score.gewicht)).toBeLessThan(1e-9);
    expect(k.score.staven.filter((s) => s.veld === 'huishouden').length).toBe(1);
  });

  test('nobody lifts himself: the same known person behind two reported ones gives nothing', () => {
    const uit = metHuishouden(
      new Map([
        ['a', [kandidaat('M', ['h1'], zeker)]],
        ['b', [kandidaat('M', ['h1'], zwak)]],
      ]),
    );
    expect(uit.get('b')?.[0]?.score).toEqual(zwak);
    expect(uit.get('a')?.[0]?.score).toEqual(zeker);
  });

  test('where the address was equal already, the lift is small', () => {
    const metAdres = scoor({ ...SANNE, voornamen: 'S.' }, { ...SANNE, id: 'x' }, MODEL, OPTIES);
    const uit = metHuishouden(
      new Map([
        ['a', [kandidaat('M', ['h1'], zeker)]],
        ['b', [kandidaat('K', ['h1'], metAdres)]],
      ]),
    );
    expect((uit.get('b')?.[0]?.score.gewicht ?? 0) - metAdres.gewicht).toBeLessThanOrEqual(2);
  });
});
