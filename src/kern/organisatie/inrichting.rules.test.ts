// SPDX-License-Identifier: EUPL-1.2
// The file of a region (all names invented): what is right about it, what is not and where, and what it adds to what is there.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FUNCTIES_BIJ } from './functies.ts';
import {
  beslisInrichting,
  type Inrichting,
  Inrichtingsfout,
  LEGE_STAND,
  leesInrichting,
  type Stand,
} from './inrichting.ts';

type Json = Record<string, unknown>;
const mens = (naam: string, functie: string, inlogcode: string, meer: Json = {}): Json => ({
  naam,
  functie,
  inlogcode,
  ...meer,
});
const VT_MENSEN = [
  mens('A. Zomer', 'vt_teamleider', 'code-zomer', { team: 'Noord' }),
  mens('B. Winter', 'vt_medewerker', 'code-winter'),
  mens('C. Herfst', 'privacyfunctionaris', 'code-herfst'),
];
const vt = (meer: Json = {}): Json => ({
  naam: 'Veilig Thuis Veldrijk',
  soort: 'veilig_thuis',
  contact: '0800 0000',
  teams: ['Noord', 'Zuid'],
  medewerkers: VT_MENSEN,
  ...meer,
});
const lokaal = (meer: Json = {}): Json => ({
  naam: 'Lokaal team Veldstad',
  soort: 'lokaal_team',
  gemeentecode: '9901',
  medewerkers: [mens('D. Lente', 'lokaal_teamleider', 'code-lente')],
  ...meer,
});
const bestand = (organisaties: unknown = [vt(), lokaal()], regio: unknown = { naam: 'Veldrijk' }): Json => ({
  regio,
  organisaties,
});

/** The lines with which something is refused; none when it is taken. */
function redenen(doe: () => unknown): readonly string[] {
  try {
    doe();
    return [];
  } catch (fout) {
    if (fout instanceof Inrichtingsfout) return fout.redenen;
    throw fout;
  }
}
const fouten = (json: unknown) => redenen(() => leesInrichting(json));

describe('reading the file', () => {
  it('takes one that is right, and makes one spelling of a name', () => {
    expect(leesInrichting(bestand([vt({ naam: '  Veilig  Thuis Veldrijk ' }), lokaal()]))).toEqual({
      regio: { naam: 'Veldrijk' },
      organisaties: [vt(), { ...lokaal(), teams: [] }],
    });
    // e and a loose accent, or é: the same name
    expect(leesInrichting(bestand(undefined, { naam: 'Cafe\u0301rijk' })).regio.naam).toBe('Caf\u00e9rijk');
  });

  it.each(Object.entries(FUNCTIES_BIJ))(
    'takes every function that there is at a %s, and no other',
    (soort, functies) => {
      const alle = new Set(Object.values(FUNCTIES_BIJ).flat());
      const met = (f: string) =>
        fouten(
          bestand([
            vt(),
            {
              naam: 'Nog een',
              soort,
              medewerkers: [mens('E', f, 'e'), mens('F', 'vt_teamleider', 'f')].slice(
                0,
                soort === 'veilig_thuis' ? 2 : 1,
              ),
            },
          ]),
        );
      for (const functie of alle) {
        const plek = met(functie).filter((r) => r.startsWith('organisaties[1].medewerkers[0].functie: '));
        expect([functie, plek.length]).toEqual([functie, functies.includes(functie) ? 0 : 1]);
        for (const f of functies) expect(plek[0] ?? f).toContain(f);
      }
    },
  );

  it.each<[string, unknown, RegExp]>([
    ['no object', [], /^het bestand: moet een object zijn/],
    ['nothing', null, /^het bestand: moet een object zijn/],
    ['no region', { organisaties: [vt()] }, /^het bestand: regio ontbreekt/],
    ['no organisations', { regio: { naam: 'V' } }, /^het bestand: organisaties ontbreekt/],
    ['a region without a name', bestand([vt()], { naam: ' ' }), /^regio\.naam: is leeg/],
    ['an id that is none', bestand([vt()], { naam: 'V', id: '12' }), /^regio\.id: is geen id/],
    [
      'a key that does not exist',
      bestand([vt({ telefoon: '1' })]),
      /^organisaties\[0\]: "telefoon" bestaat hier niet/,
    ],
    [
      'a kind that does not exist',
      bestand([vt(), lokaal({ soort: 'wijkteam' })]),
      /^organisaties\[1\]\.soort: kies uit veilig_thuis, lokaal_team,/,
    ],
    [
      'a municipality of three digits',
      bestand([vt(), lokaal({ gemeentecode: '106' })]),
      /^organisaties\[1\]\.gemeentecode: moet vier cijfers zijn/,
    ],
    [
      'a municipality as a number',
      bestand([vt(), lokaal({ gemeentecode: 1060 })]),
      /^organisaties\[1\]\.gemeentecode: moet tekst zijn/,
    ],
    ['a contact with a NUL', bestand([vt({ contact: 'a\0b' })]), /^organisaties\[0\]\.contact: .*NUL/],
    [
      'a name that shows nothing',
      bestand([vt(), lokaal({ medewerkers: [mens('\u200b', 'regisseur', 'd')] })]),
      /^organisaties\[1\]\.medewerkers\[0\]\.naam: is leeg/,
    ],
    [
      'a name that turns the writing round',
      bestand([vt(), lokaal({ medewerkers: [mens('\u202eetneL', 'regisseur', 'd')] })]),
      /^organisaties\[1\]\.medewerkers\[0\]\.naam: bevat een teken/,
    ],
    [
      'a name that is too long',
      bestand([vt({ naam: 'x'.repeat(201) })]),
      /^organisaties\[0\]\.naam: is te lang \(hoogstens 200 tekens\)/,
    ],
    [
      'an organisation twice',
      bestand([vt(), lokaal(), lokaal({ naam: 'lokaal  team VELDSTAD', medewerkers: [] })]),
      /^organisaties\[2\]\.naam: .* staat ook bij organisaties\[1\]/,
    ],
    [
      'a team twice',
      bestand([vt({ teams: ['Noord', 'noord'] })]),
      /^organisaties\[0\]\.teams\[1\]: "noord" staat hier twee keer/,
    ],
    [
      'a team that is not listed',
      bestand([vt({ teams: ['Zuid'] })]),
      /^organisaties\[0\]\.medewerkers\[0\]\.team: "Noord" staat niet bij de teams/,
    ],
    [
      'a team of another organisation',
      bestand([vt(), lokaal({ medewerkers: [mens('D', 'regisseur', 'd', { team: 'Noord' })] })]),
      /^organisaties\[1\]\.medewerkers\[0\]\.team: /,
    ],
    [
      'a login code twice',
      bestand([vt(), lokaal({ medewerkers: [mens('D', 'regisseur', 'code-zomer')] })]),
      /^organisaties\[1\]\.medewerkers\[0\]\.inlogcode: .* staat ook bij organisaties\[0\]\.medewerkers\[0\]/,
    ],
    [
      'a login code with a space',
      bestand([vt(), lokaal({ medewerkers: [mens('D', 'regisseur', 'a b')] })]),
      /^organisaties\[1\]\.medewerkers\[0\]\.inlogcode: .*zonder spatie/,
    ],
    [
      'no login code',
      bestand([vt(), lokaal({ medewerkers: [{ naam: 'D', functie: 'regisseur' }] })]),
      /^organisaties\[1\]\.medewerkers\[0\]: inlogcode ontbreekt\. \(D\)$/,
    ],
    [
      'a Veilig Thuis that nobody leads',
      bestand([vt({ medewerkers: VT_MENSEN.slice(1) })]),
      /^organisaties\[0\]\.medewerkers: .*geen vt_teamleider/,
    ],
    [
      'a second Veilig Thuis that nobody leads',
      bestand([vt(), { naam: 'VT Twee', soort: 'veilig_thuis' }]),
      /^organisaties\[1\]\.medewerkers: .*geen vt_teamleider.*\(VT Twee\)/,
    ],
    [
      'nobody who looks after the noodknop',
      bestand([vt({ medewerkers: VT_MENSEN.slice(0, 2) })]),
      /^organisaties: .*geen privacyfunctionaris/,
    ],
  ])('refuses %s with one line, at its place', (_wat, json, regel) => {
    const uit = fouten(json);
    expect(uit).toHaveLength(1);
    expect(uit[0]).toMatch(regel);
  });

  it('takes the example of the manual', async () => {
    const tekst = await readFile(join(import.meta.dirname, '../../../docs/beheer.md'), 'utf8');
    const voorbeeld = /^```json\n(.*?)^```/ms.exec(tekst)?.[1] ?? '';
    expect(leesInrichting(JSON.parse(voorbeeld)).organisaties.length).toBeGreaterThan(1);
    // and the manual lists each kind with its functions
    for (const [soort, functies] of Object.entries(FUNCTIES_BIJ))
      expect(tekst.replace(/\s+/g, ' ')).toMatch(
        new RegExp(`\`${soort}\`[^(;]*\\(${[...functies].join(', ')}\\)`),
      );
  });

  it('takes a privacy officer who is at a municipality', () => {
    const gemeente = { naam: 'Gemeente Veldstad', soort: 'gemeente', medewerkers: [VT_MENSEN[2]] };
    expect(fouten(bestand([vt({ medewerkers: VT_MENSEN.slice(0, 2) }), gemeente]))).toEqual([]);
  });

  it('takes login codes that differ in a capital: at the provider they are two persons', () => {
    const anders = lokaal({ medewerkers: [mens('D', 'regisseur', 'Code-Zomer')] });
    expect(fouten(bestand([vt(), anders]))).toEqual([]);
  });

  it('says that a region has no Veilig Thuis', () => {
    expect(fouten(bestand([lokaal()]))).toEqual([
      expect.stringMatching(/^organisaties: .*geen veilig_thuis/),
      expect.stringMatching(/^organisaties: .*geen privacyfunctionaris/),
    ]);
  });

  it('says everything at once, in the order of the file, also behind a mistake of form', () => {
    const veel = Array.from({ length: 30 }, (_, i) => mens(`M${i}`, 'regisseur', `m ${i}`));
    const uit = fouten({
      regio: {},
      organisaties: [
        vt({ medewerkers: [3, ...VT_MENSEN, mens('E', 'baas', 'e')] }),
        lokaal({ medewerkers: veel }),
      ],
    });
    expect(uit.map((r) => r.split(': ')[0])).toEqual([
      'regio',
      'organisaties[0].medewerkers[0]',
      'organisaties[0].medewerkers[4].functie',
      ...veel.map((_, i) => `organisaties[1].medewerkers[${i}].inlogcode`),
    ]);
  });

  it('survives whatever JSON it is given', () => {
    for (const rommel of [
      3,
      'x',
      true,
      [null],
      { organisaties: 3 },
      { organisaties: [null, 3, []] },
      bestand([vt({ teams: 3, medewerkers: {} })]),
      bestand([vt({ teams: [3], soort: 'constructor' })]),
    ])
      expect(fouten(rommel).length).toBeGreaterThan(0);
  });
});

describe('deciding what to add', () => {
  const goed = (json: Json = bestand()): Inrichting => leesInrichting(json);
  const teller = () => {
    let n = 0;
    return () => `nieuw-${++n}`;
  };
  const beslis = (json: Json, stand: Stand) => beslisInrichting(goed(json), stand, teller());
  const weigering = (json: Json, stand: Stand) => redenen(() => beslis(json, stand));

  /** What is there once a plan was carried out. */
  function na(json: Json, stand: Stand): Stand {
    const p = beslis(json, stand);
    const regioId = p.regio.id;
    return {
      regios: [
        ...stand.regios,
        ...(p.regio.nieuw ? [{ id: regioId, naam: p.regio.naam, fictief: false }] : []),
      ],
      organisaties: [...stand.organisaties, ...p.organisaties.map((o) => ({ ...o, regioId, open: true }))],
      teams: [...stand.teams, ...p.teams.map((t) => ({ ...t, regioId }))],
      medewerkers: [...stand.medewerkers, ...p.medewerkers.map((m) => ({ ...m, regioId, actief: true }))],
    };
  }
  const vol = na(bestand(), LEGE_STAND);
  const niets = { organisaties: [], teams: [], medewerkers: [], wijzigingen: [] };
  /** The same, with one worker changed. */
  const metMens = (inlogcode: string, anders: Partial<Stand['medewerkers'][number]>): Stand => ({
    ...vol,
    medewerkers: vol.medewerkers.map((m) => (m.inlogcode === inlogcode ? { ...m, ...anders } : m)),
  });
  const metOrganisatie = (naam: string, anders: Partial<Stand['organisaties'][number]>): Stand => ({
    ...vol,
    organisaties: vol.organisaties.map((o) => (o.naam === naam ? { ...o, ...anders } : o)),
  });
  const idVan = (naam: string) => vol.organisaties.find((o) => o.naam === naam)?.id;

  it('puts all of it in an empty database, each under what it belongs to', () => {
    const p = beslis(bestand(), LEGE_STAND);
    expect(p.regio).toMatchObject({ naam: 'Veldrijk', nieuw: true });
    expect(p.organisaties.map((o) => [o.naam, o.soort, o.gemeentecode, o.contact])).toEqual([
      ['Veilig Thuis Veldrijk', 'veilig_thuis', null, '0800 0000'],
      ['Lokaal team Veldstad', 'lokaal_team', '9901', null],
    ]);
    const [vtId, lokaalId] = p.organisaties.map((o) => o.id);
    expect(p.teams.map((t) => [t.naam, t.organisatieId])).toEqual([
      ['Noord', vtId],
      ['Zuid', vtId],
    ]);
    expect(p.medewerkers.map((m) => [m.inlogcode, m.functie, m.organisatieId, m.teamId])).toEqual([
      ['code-zomer', 'vt_teamleider', vtId, p.teams[0]?.id],
      ['code-winter', 'vt_medewerker', vtId, null],
      ['code-herfst', 'privacyfunctionaris', vtId, null],
      ['code-lente', 'lokaal_teamleider', lokaalId, null],
    ]);
    const ids = [p.regio, ...p.organisaties, ...p.teams, ...p.medewerkers].map((x) => x.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([p.wijzigingen, p.anders]).toEqual([[], []]);
  });

  it('does nothing the second time, whatever else came to stand there', () => {
    const [organisatie, mens] = [vol.organisaties[0], vol.medewerkers[0]];
    if (!organisatie || !mens) throw new Error('the region is empty');
    const meer: Stand = {
      ...vol,
      organisaties: [
        ...vol.organisaties,
        { ...organisatie, id: 'x', naam: 'Opvang Elders', soort: 'opvang' },
      ],
      medewerkers: [...vol.medewerkers, { ...mens, id: 'y', inlogcode: 'code-app', naam: 'Via de app' }],
    };
    expect(beslis(bestand(), meer)).toMatchObject({ regio: { nieuw: false }, ...niets, anders: [] });
  });

  it('finds what is there by another spelling of the name, and says so', () => {
    const p = beslis(
      bestand([vt({ naam: 'VEILIG THUIS veldrijk', teams: ['NOORD', 'zuid'] }), lokaal()], {
        naam: 'veldrijk',
      }),
      vol,
    );
    expect(p).toMatchObject({ regio: { nieuw: false, naam: 'Veldrijk' }, ...niets });
    expect(p.anders).toEqual([
      expect.stringMatching(/^organisaties\[0\]\.naam: heet in Houvast "Veilig Thuis Veldrijk"/),
    ]);
  });

  it('adds a worker, a team and an organisation to what is there', () => {
    const p = beslis(
      bestand([
        vt({
          teams: ['Noord', 'Zuid', 'Oost'],
          medewerkers: [
            ...VT_MENSEN,
            mens('E. Dauw', 'vt_medewerker', 'code-dauw', { team: 'Zuid' }),
            mens('F. Mist', 'vt_medewerker', 'code-mist', { team: 'Oost' }),
          ],
        }),
        lokaal(),
        { naam: 'Basisschool De Kiem', soort: 'onderwijs' },
      ]),
      vol,
    );
    expect(p.organisaties.map((o) => o.naam)).toEqual(['Basisschool De Kiem']);
    expect(p.teams.map((t) => [t.naam, t.organisatieId])).toEqual([['Oost', idVan('Veilig Thuis Veldrijk')]]);
    const zuid = vol.teams.find((t) => t.naam === 'Zuid')?.id;
    expect(p.medewerkers.map((m) => [m.naam, m.organisatieId, m.teamId])).toEqual([
      ['E. Dauw', idVan('Veilig Thuis Veldrijk'), zuid],
      ['F. Mist', idVan('Veilig Thuis Veldrijk'), p.teams[0]?.id],
    ]);
  });

  it('changes a plain fact that the file tells, and none that it does not', () => {
    const p = beslis(
      bestand([vt({ contact: '0800 1111' }), lokaal({ gemeentecode: undefined, contact: 'balie' })]),
      vol,
    );
    expect(p.wijzigingen.map((w) => [w.organisatie, w.veld, w.van, w.naar])).toEqual([
      ['Veilig Thuis Veldrijk', 'contact', '0800 0000', '0800 1111'],
      ['Lokaal team Veldstad', 'contact', null, 'balie'],
    ]);
    expect(p).toMatchObject({ ...niets, wijzigingen: p.wijzigingen, anders: [] });
  });

  it.each<[string, Partial<Stand['medewerkers'][number]>, RegExp]>([
    [
      'name',
      { naam: 'B. Vorst' },
      /^organisaties\[0\]\.medewerkers\[1\]\.naam: heet in Houvast "B\. Vorst"\. Wijzig dat in de app/,
    ],
    [
      'function',
      { functie: 'vt_gedragswetenschapper' },
      /^organisaties\[0\]\.medewerkers\[1\]\.functie: is in Houvast vt_gedragswetenschapper\. Laat de teamleider/,
    ],
  ])('leaves another %s of a worker as it is, and says what to do', (_wat, anders, regel) => {
    expect(beslis(bestand(), metMens('code-winter', anders))).toMatchObject({
      ...niets,
      anders: [expect.stringMatching(regel)],
    });
  });

  it('sends who is to get a function that no leader gives out through the app first', () => {
    const stand = metMens('code-herfst', { functie: 'vt_medewerker' });
    const anders = {
      ...stand,
      medewerkers: [
        ...stand.medewerkers,
        { ...stand.medewerkers[2], id: 'fg', functie: 'privacyfunctionaris', inlogcode: 'x' },
      ],
    } as Stand;
    expect(beslis(bestand(), anders).anders).toEqual([
      expect.stringMatching(
        /medewerkers\[2\]\.functie: is in Houvast vt_medewerker\. Laat deze medewerker in de app vertrekken/,
      ),
    ]);
  });

  it('leaves another team as it is, and asks nothing where the file names none', () => {
    const zuid = vol.teams.find((t) => t.naam === 'Zuid')?.id ?? '';
    expect(beslis(bestand(), metMens('code-zomer', { teamId: zuid }))).toMatchObject({
      ...niets,
      anders: [expect.stringMatching(/^organisaties\[0\]\.medewerkers\[0\]\.team: zit in Houvast in Zuid\./)],
    });
    expect(beslis(bestand(), metMens('code-winter', { teamId: zuid }))).toMatchObject({
      ...niets,
      anders: [],
    });
  });

  it('does not bring a worker along to another organisation', () => {
    const verhuisd = bestand([
      vt({ medewerkers: VT_MENSEN.filter((m) => m['naam'] !== 'B. Winter') }),
      lokaal({ medewerkers: [mens('B. Winter', 'regisseur', 'code-winter')] }),
    ]);
    expect(beslis(verhuisd, vol)).toMatchObject({
      ...niets,
      anders: [
        expect.stringMatching(
          /^organisaties\[1\]\.medewerkers\[0\]\.inlogcode: werkt in Houvast bij Veilig Thuis Veldrijk\./,
        ),
      ],
    });
    // once gone there, this is a new worker here
    expect(beslis(verhuisd, metMens('code-winter', { actief: false })).medewerkers).toMatchObject([
      { inlogcode: 'code-winter', organisatieId: idVan('Lokaal team Veldstad') },
    ]);
  });

  it('says how somebody stops elsewhere: who leads there lets them leave, or the file does', () => {
    const naar = (naam: string) =>
      beslis(
        bestand([
          vt({
            medewerkers: [
              ...VT_MENSEN.filter((m) => m['naam'] !== naam),
              mens('F. Rijp', 'privacyfunctionaris', 'code-rijp'),
              mens('G. Ijs', 'vt_teamleider', 'code-ijs'),
            ],
          }),
          {
            naam: 'Gemeente Veldstad',
            soort: 'gemeente',
            medewerkers: VT_MENSEN.filter((m) => m['naam'] === naam).map((m) => ({
              ...m,
              functie: 'privacyfunctionaris',
              team: undefined,
            })),
          },
        ]),
        vol,
      ).anders;
    expect(naar('C. Herfst')).toEqual([
      expect.stringMatching(
        /Zet bij Veilig Thuis Veldrijk eerst functie privacyfunctionaris met "vertrokken": true/,
      ),
    ]);
    expect(naar('B. Winter')).toEqual([expect.stringMatching(/Laat deze medewerker in de app vertrekken/)]);
    // the only one who leads is let go by nobody
    expect(naar('A. Zomer')).toEqual([
      expect.stringMatching(/Zet bij Veilig Thuis Veldrijk eerst een andere teamleider in het bestand/),
    ]);
  });

  it('puts a login code right where the file says which one it was, of the same person only', () => {
    const json = (meer: Json = {}) =>
      bestand([
        vt(),
        lokaal({
          medewerkers: [
            mens('D. Lente', 'lokaal_teamleider', 'code-goed', { inlogcodeWas: 'code-lente', ...meer }),
          ],
        }),
      ]);
    const plan = beslis(json(), vol);
    expect(plan).toMatchObject({ ...niets, anders: [] });
    expect(plan.inlogcodes).toMatchObject([{ naam: 'D. Lente', naar: 'code-goed' }]);
    // once it was, the line says nothing more
    expect(beslis(json(), metMens('code-lente', { inlogcode: 'code-goed' }))).toMatchObject({
      ...niets,
      inlogcodes: [],
      anders: [],
    });
    // another code, another function
    expect(beslis(json({ inlogcodeWas: 'code-anders' }), vol).anders).toEqual([
      expect.stringMatching(/"inlogcodeWas": "code-lente"/),
    ]);
    expect(beslis(json({ functie: 'regisseur' }), vol).inlogcodes).toEqual([]);
  });

  it('does not let in again who left, when a line stayed in the file', () => {
    for (const functie of ['vt_medewerker', 'vt_gedragswetenschapper']) {
      const p = beslis(bestand(), metMens('code-winter', { actief: false, functie }));
      expect(p).toMatchObject({
        ...niets,
        anders: [expect.stringMatching(/^organisaties\[0\]\.medewerkers\[1\]: vertrok hier.*teamleider/)],
      });
    }
  });

  it("does not put in a second time whom a leader gave another login code: the one in the file was a stranger's", () => {
    for (const nu of ['code-van-haar-zelf', null]) {
      const plan = beslis(bestand(), metMens('code-lente', { inlogcode: nu }));
      expect(plan.medewerkers).toEqual([]);
      expect(plan.anders).toEqual([
        expect.stringMatching(/inlogcode: staat in Houvast al bij deze organisatie/),
      ]);
    }
  });

  describe('someone who left', () => {
    const zonderFg = (anders: Json) =>
      bestand([
        vt({
          medewerkers: [
            mens('A. Zomer', 'vt_teamleider', 'code-zomer'),
            mens('C. Herfst', 'privacyfunctionaris', 'code-herfst', anders),
            mens('F. Rijp', 'privacyfunctionaris', 'code-rijp'),
          ],
        }),
        lokaal(),
      ]);

    it('leaves by the file where no leader is there to say so, once', () => {
      const plan = beslis(zonderFg({ vertrokken: true }), vol);
      expect(plan.vertrekken).toMatchObject([{ naam: 'C. Herfst', functie: 'privacyfunctionaris' }]);
      expect(plan.medewerkers.map((m) => m.naam)).toEqual(['F. Rijp']);
      expect(plan.anders).toEqual([]);
      const daarna = metMens('code-herfst', { actief: false });
      expect(beslis(zonderFg({ vertrokken: true }), daarna).vertrekken).toEqual([]);
      expect(beslis(zonderFg({ vertrokken: false }), vol).vertrekken).toEqual([]);
    });

    it('leaves in the app where a leader divides the work', () => {
      const plan = beslis(
        bestand([
          vt(),
          lokaal({
            medewerkers: [mens('D. Lente', 'lokaal_teamleider', 'code-lente', { vertrokken: true })],
          }),
        ]),
        vol,
      );
      expect(plan.vertrekken).toEqual([]);
      expect(plan.anders).toEqual([expect.stringMatching(/medewerkers\[0\]: vertrekt in de app/)]);
    });

    it('is not the last who looks after privacy, and is nobody whom Houvast does not know', () => {
      const alleen = bestand([
        vt({
          medewerkers: [
            mens('A. Zomer', 'vt_teamleider', 'code-zomer'),
            mens('C. Herfst', 'privacyfunctionaris', 'code-herfst', { vertrokken: true }),
          ],
        }),
        lokaal(),
      ]);
      expect(fouten(alleen)).toEqual([expect.stringMatching(/geen privacyfunctionaris/)]);
      const plan = beslis(
        zonderFg({ vertrokken: true, inlogcode: 'code-onbekend' }),
        metMens('code-herfst', { actief: true }),
      );
      expect(plan.vertrekken).toEqual([]);
      expect(plan.anders).toEqual([expect.stringMatching(/staat niet in Houvast/)]);
    });

    it('is said with true or false', () => {
      expect(fouten(zonderFg({ vertrokken: 'ja' }))).toEqual([
        expect.stringMatching(/vertrokken: moet true of false zijn/),
      ]);
    });
  });

  it('gives who left a function that no leader gives', () => {
    const json = bestand([
      vt({
        medewerkers: [
          ...VT_MENSEN.filter((m) => m['naam'] !== 'B. Winter'),
          mens('B. Winter', 'beleid', 'code-winter'),
        ],
      }),
      lokaal(),
    ]);
    expect(beslis(json, metMens('code-winter', { actief: false })).medewerkers).toMatchObject([
      { inlogcode: 'code-winter', functie: 'beleid' },
    ]);
    // but not the one that was left
    expect(beslis(json, metMens('code-winter', { actief: false, functie: 'beleid' }))).toMatchObject({
      ...niets,
      anders: [expect.stringMatching(/vertrok hier/)],
    });
  });

  it('lets in under a login code that someone left, where another works under it now', () => {
    const [oud] = vol.medewerkers;
    if (!oud) throw new Error('the region is empty');
    const stand = { ...vol, medewerkers: [{ ...oud, id: 'eerder', actief: false }, ...vol.medewerkers] };
    expect(beslis(bestand(), stand)).toMatchObject({ ...niets, anders: [] });
  });

  it.each<[string, Partial<Stand['organisaties'][number]>, RegExp]>([
    ['is closed', { open: false }, /^organisaties\[1\]: is in Houvast gesloten/],
    ['is of another kind', { soort: 'ggz' }, /^organisaties\[1\]\.soort: is in Houvast een ggz/],
  ])('puts nobody into an organisation that %s', (_wat, anders, regel) => {
    const json = bestand([
      vt(),
      lokaal({ contact: 'balie', teams: ['Oost'], medewerkers: [mens('Nieuw', 'regisseur', 'code-nieuw')] }),
    ]);
    expect(beslis(json, metOrganisatie('Lokaal team Veldstad', anders))).toMatchObject({
      ...niets,
      anders: [expect.stringMatching(regel)],
    });
  });

  it('refuses a region that would be without someone, whom the file names but who does not come in', () => {
    expect(weigering(bestand(), metMens('code-zomer', { actief: false }))).toEqual([
      expect.stringMatching(/^organisaties\[0\]\.medewerkers: .*geen vt_teamleider/),
      expect.stringMatching(/^organisaties\[0\]\.medewerkers\[0\]: vertrok hier/),
    ]);
    expect(weigering(bestand(), metMens('code-herfst', { actief: false }))[0]).toMatch(
      /geen privacyfunctionaris/,
    );
    expect(weigering(bestand(), metOrganisatie('Veilig Thuis Veldrijk', { open: false }))[0]).toMatch(
      /geen veilig_thuis/,
    );
  });

  it('does not take the leader of one Veilig Thuis for that of another', () => {
    const twee = {
      naam: 'VT Twee',
      soort: 'veilig_thuis',
      medewerkers: [mens('G', 'vt_teamleider', 'code-g')],
    };
    const json = bestand([vt(), lokaal(), twee]);
    const stand = na(json, vol);
    const weg = stand.medewerkers.map((m) => (m.inlogcode === 'code-g' ? { ...m, actief: false } : m));
    expect(weigering(json, stand)).toEqual([]);
    expect(weigering(json, { ...stand, medewerkers: weg })[0]).toMatch(
      /^organisaties\[2\]\.medewerkers: .*geen vt_teamleider/,
    );
  });

  it('counts a leader whom the app put in', () => {
    const stand = metMens('code-zomer', { actief: false });
    const [oud] = vol.medewerkers;
    if (!oud) throw new Error('the region is empty');
    const opvolger = { ...oud, id: 'opvolger', inlogcode: 'code-opvolger' };
    expect(weigering(bestand(), { ...stand, medewerkers: [...stand.medewerkers, opvolger] })).toEqual([]);
  });

  it('never stands beside a fictitious region', () => {
    const demo = { id: 'demo', naam: 'Verzonnen', fictief: true };
    expect(weigering(bestand(), { ...LEGE_STAND, regios: [demo] })).toEqual([
      expect.stringMatching(/fictieve regio Verzonnen.*DATABASE_URL/),
    ]);
    expect(
      weigering(bestand(undefined, { naam: 'Verzonnen' }), { ...LEGE_STAND, regios: [demo] }),
    ).toHaveLength(1);
    expect(weigering(bestand(), { ...vol, regios: [...vol.regios, demo] })).toHaveLength(1);
  });

  describe('which region it is', () => {
    const [A, B] = ['0190d8a4-7c1e-7000-8000-00000000000a', '0190d8a4-7c1e-7000-8000-00000000000b'];
    const stand: Stand = { ...LEGE_STAND, regios: [{ id: A, naam: 'Veldrijk', fictief: false }] };
    const met = (regio: Json, s = stand) => beslis(bestand(undefined, regio), s);

    it('is told by its id, in whichever capitals, also when its name is another', () => {
      const p = met({ id: A.toUpperCase(), naam: 'Veldrijk-Oost' });
      expect(p.regio).toEqual({ id: A, naam: 'Veldrijk', nieuw: false });
      expect(p.anders).toEqual([expect.stringMatching(/^regio\.naam: heet in Houvast "Veldrijk"/)]);
    });
    it('is a second one only with an id of its own: a slip in the name would put everything in twice', () => {
      expect(redenen(() => met({ naam: 'Veldrijck' }))).toEqual([
        expect.stringMatching(/^regio\.naam: in Houvast staat al "Veldrijk"/),
      ]);
      expect(met({ id: B, naam: 'Duinrijk' }).regio).toEqual({ id: B, naam: 'Duinrijk', nieuw: true });
    });
    it('is not made a second time under another id', () => {
      expect(redenen(() => met({ id: B, naam: 'veldrijk' }))).toEqual([
        expect.stringMatching(`^regio\\.id: .*${A}`),
      ]);
    });
    it('is asked where two have one name', () => {
      const twee = { ...stand, regios: [...stand.regios, { id: B, naam: 'Veldrijk', fictief: false }] };
      expect(redenen(() => met({ naam: 'Veldrijk' }, twee))).toEqual([expect.stringMatching(/^regio: .*id/)]);
      expect(met({ id: B, naam: 'Veldrijk' }, twee).regio).toMatchObject({ id: B, nieuw: false });
    });
    it('keeps what another region has out of it: an organisation of the same name there is another', () => {
      const elders = {
        ...vol,
        regios: [{ id: B, naam: 'Duinrijk', fictief: false }],
        organisaties: vol.organisaties.map((o) => ({ ...o, regioId: B })),
        medewerkers: [],
      };
      expect(met({ id: A, naam: 'Veldrijk' }, elders).organisaties).toHaveLength(2);
    });
    it('names a worker who works in another region', () => {
      const elders = {
        ...vol,
        regios: [{ id: B, naam: 'Duinrijk', fictief: false }],
        organisaties: vol.organisaties.map((o) => ({ ...o, regioId: B })),
        teams: [],
        medewerkers: vol.medewerkers
          .filter((m) => m.inlogcode === 'code-winter')
          .map((m) => ({ ...m, regioId: B })),
      };
      const p = met({ id: A, naam: 'Veldrijk' }, elders);
      expect(p.medewerkers.map((m) => m.inlogcode)).toEqual(['code-zomer', 'code-herfst', 'code-lente']);
      expect(p.anders).toEqual([
        expect.stringMatching(/inlogcode: werkt in Houvast bij Veilig Thuis Veldrijk/),
      ]);
    });
  });
});
