// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { twijfelsBij } from '../../kern/persoon/persoon.ts';
import { isGeldigBsn } from '../radar/bsn.ts';
import { leesPersoonsregel } from '../radar/invoer.ts';
import {
  alsVerzoek,
  jarenBij,
  leesVorm,
  legePersoon,
  legeUitspraak,
  legeVorm,
  type Meldingvorm,
  naamVan,
  nietMee,
  nieuweSleutel,
  nogNodig,
  opgaveVan,
  persoonUitRegel,
  persoonVerzoek,
  uitAdvies,
  vanProfessional,
  zetInVerhaal,
  zetTerug,
  zonderLegeRijen,
} from './formulier.ts';
import { controleerMelder } from './melding.ts';

const vol = (anders: Partial<Meldingvorm> = {}): Meldingvorm => ({
  ...legeVorm(),
  acuut: 'nee',
  uitspraken: [{ ...legeUitspraak('1', 'melder'), tekst: 'Ik hoorde glas breken.' }],
  personen: [legePersoon('1')],
  melder: {
    groep: 'niet_beroepsmatig',
    rol: '',
    naam: 'Buurvrouw Voorbeeld',
    telefoon: '0612345678',
    email: '',
    bekend: 'open',
    grond: '',
  },
  ...anders,
});
const melder = (m: Partial<Meldingvorm['melder']>) => vol({ melder: { ...vol().melder, ...m } });

describe('what is still needed', () => {
  it('asks seven things of an empty form, and never more than twelve', () => {
    const leeg = nogNodig(legeVorm(), 'vt').map((n) => n.veld);
    expect(leeg).toEqual([
      'acuut',
      'uitspraken.0.tekst',
      'melder.groep',
      'melder.bekend',
      'melder.naam',
      'melder.telefoon',
      'persoonsregel',
    ]);
    // the most that can be asked of one report: those seven, and the ground of a professional who must stay unknown
    const meest = nogNodig(
      { ...legeVorm(), melder: { ...legeVorm().melder, groep: 'onderwijs', bekend: 'anoniem_voor_gezin' } },
      'vt',
    );
    expect(leeg.length + (meest.some((n) => n.wat === 'grond') ? 1 : 0)).toBeLessThanOrEqual(12);
  });

  it('asks nothing of a person of whom nothing is known', () => {
    expect(nogNodig(vol(), 'vt')).toEqual([]);
  });

  it('asks no name and number of a melder who stays unknown to us', () => {
    expect(nogNodig(melder({ naam: '', telefoon: '', bekend: 'anoniem' }), 'vt')).toEqual([]);
  });

  it('takes an e-mail address for a telephone number', () => {
    expect(nogNodig(melder({ telefoon: '', email: 'a@voorbeeld.nl' }), 'vt')).toEqual([]);
  });

  it('agrees with the server about every melder', () => {
    for (const groep of ['niet_beroepsmatig', 'onderwijs'])
      for (const bekend of ['open', 'anoniem_voor_gezin', 'anoniem'] as const)
        for (const naam of ['', 'Iemand'])
          for (const telefoon of ['', '0612345678'])
            for (const grond of ['', 'gevaar voor het kind']) {
              const m = { groep, rol: '', naam, telefoon, email: '', bekend, grond };
              const hier = nogNodig(vol({ melder: m }), 'vt').map((n) => n.veld);
              const daar = controleerMelder({ ...m, rol: null } as never).map((f) => f.veld);
              expect(new Set(hier), JSON.stringify(m)).toEqual(new Set(daar));
            }
  });

  it('points at a BSN or a birth date that cannot be read, by row', () => {
    const v = vol({
      personen: [legePersoon('1'), { ...legePersoon('2'), bsn: '12345', geboorte: 'lang geleden' }],
    });
    expect(nogNodig(v, 'vt').map((n) => n.veld)).toEqual(['personen.1.bsn', 'personen.1.geboorte']);
  });
});

describe('from the form to the request', () => {
  it('leaves out the rows in which nothing was typed, and keeps text as typed', () => {
    const tekst = '  twee regels\nen wit  ';
    const v = vol({
      uitspraken: [
        legeUitspraak('1', 'melder'),
        { ...legeUitspraak('2', 'moeder'), tekst },
        legeUitspraak('3', 'melder'),
      ],
    });
    expect(alsVerzoek(v, 'vt').uitspraken).toEqual([
      { soort: 'waarneming', tekst, bron: 'moeder', gebeurdOp: null, afgeschermd: false },
    ]);
    expect(zonderLegeRijen(v).uitspraken.map((u) => u.sleutel)).toEqual(['2']);
  });

  it('keeps a date that is not a date as it was said', () => {
    const v = vol({
      uitspraken: [{ ...legeUitspraak('1', 'melder'), tekst: 'x', gebeurdOp: 'vorige zomer' }],
    });
    expect(alsVerzoek(v, 'vt').uitspraken[0]?.gebeurdOp).toBe('vorige zomer');
  });

  it('sends nothing that is internal to Veilig Thuis when a professional reports', () => {
    const v = vol({
      casusId: '0197a000-0000-7000-8000-000000000001',
      uitspraken: [{ ...legeUitspraak('1', 'ikzelf'), tekst: 'x', afgeschermd: true }],
    });
    expect(alsVerzoek(v, 'professional')).toMatchObject({
      casusId: null,
      uitspraken: [{ afgeschermd: false }],
    });
    expect(alsVerzoek(v, 'vt')).toMatchObject({ casusId: v.casusId, uitspraken: [{ afgeschermd: true }] });
  });

  it('does not send the name of a melder who chose to stay unknown after it was typed', () => {
    const uit = alsVerzoek(melder({ bekend: 'anoniem', email: 'a@voorbeeld.nl', grond: 'angst' }), 'vt');
    expect(uit.melder).toMatchObject({ naam: null, telefoon: null, email: null, grond: null });
    expect(uit.terugkoppelingGewenst).toBe(false);
  });

  it('does not send what was said about danger when there is none any more', () => {
    expect(alsVerzoek(vol({ acuut: 'nee', acuutToelichting: 'mes' }), 'vt')).toMatchObject({
      acuut: false,
      acuutToelichting: null,
    });
  });

  it.each([
    ['1984-05-03', [1984, 5, 3]],
    ['1984-05', [1984, 5, null]],
    ['1984', [1984, null, null]],
    ['', [null, null, null]],
  ])('sends a birth date as far as it is known: %s', (geboorte, [j, m, d]) => {
    expect(persoonVerzoek({ ...legePersoon('1'), geboorte })).toMatchObject({
      geboortejaar: j,
      geboortemaand: m,
      geboortedag: d,
    });
  });

  it('never sends an empty string: unknown is null', () => {
    const uit = alsVerzoek(vol(), 'vt');
    expect(Object.values(uit.personen[0] ?? {})).not.toContain('');
    expect(Object.values(uit.melder)).not.toContain('');
    expect(uit.gemeentecode).toBeNull();
  });
});

describe('a row that was taken out', () => {
  const rijen = ['1', '2', '3'].map((s) => ({ ...legePersoon(s), achternaam: `nr ${s}` }));
  it.each([0, 1, 2])('comes back whole, in its place: %i', (plek) => {
    const rij = rijen[plek] ?? legePersoon('');
    expect(zetTerug(rijen.toSpliced(plek, 1), rij, plek)).toEqual(rijen);
  });

  it('gets a key of its own when the next one took its key', () => {
    const weg = rijen.slice(0, 2);
    const erbij = [...weg, legePersoon(nieuweSleutel(weg))];
    const uit = zetTerug(erbij, rijen[2] ?? legePersoon(''), 2);
    expect(uit.map((r) => r.achternaam)).toEqual(['nr 1', 'nr 2', 'nr 3', '']);
    expect(new Set(uit.map((r) => r.sleutel)).size).toBe(4);
  });
});

describe('a person from one typed line', () => {
  it('becomes fields', () => {
    const p = persoonUitRegel(
      '1',
      'Jan v.d. Berg 3 mei 84',
      leesPersoonsregel('Jan v.d. Berg 3 mei 84', 2026),
    );
    expect(p).toMatchObject({
      voornamen: 'Jan',
      // van den, van der or van de: nobody said which
      tussenvoegsel: 'v.d.',
      achternaam: 'Berg',
      geboorte: '1984-05-03',
      getypt: 'Jan v.d. Berg 3 mei 84',
    });
    expect(naamVan(p)).toBe('Jan v.d. Berg');
  });

  it('keeps a day of birth without a year', () => {
    const p = persoonUitRegel('1', 'Jan Proef 3 mei', leesPersoonsregel('Jan Proef 3 mei', 2026));
    expect(persoonVerzoek(p)).toMatchObject({ geboortejaar: null, geboortemaand: 5, geboortedag: 3 });
  });

  it('keeps what found no field on the card', () => {
    const p = persoonUitRegel(
      '1',
      'Jan Proef 8 jaar ## 55',
      leesPersoonsregel('Jan Proef 8 jaar ## 55', 2026),
    );
    expect(p.kladjes.find((k) => k.leeftijd)?.leeftijd).toEqual({ aantal: 8, eenheid: 'jaar' });
    expect(p.kladjes.map((k) => k.tekst)).toEqual(expect.arrayContaining(['##', '55']));
  });

  it('turns an age into the years in which it can be', () => {
    expect(jarenBij(8, 'jaar', '2026-11-23')).toEqual([2017, 2018]);
    // five months before 23 November: June, or the last days of May
    expect(jarenBij(5, 'maand', '2026-11-23')).toEqual([2026]);
    // ten months before 23 November: January, or the last days of December
    expect(jarenBij(10, 'maand', '2026-11-23')).toEqual([2025, 2026]);
  });
});

describe('what was typed about a person', () => {
  const met = (...regels: string[]) =>
    vol({ personen: regels.map((r, i) => persoonUitRegel(String(i + 1), r, leesPersoonsregel(r, 2026))) });

  it('goes along when it cannot be right, and is doubted', () => {
    const v = met('bsn 123456789 Piet', 'Kees 31-2-1990', 'Ans 1-1-2050');
    expect(nogNodig(v, 'vt')).toEqual([]);
    expect(nietMee(v)).toEqual([]);
    expect(alsVerzoek(v, 'vt').personen).toMatchObject([
      { voornamen: 'Piet', bsn: '123456789' },
      { voornamen: 'Kees', geboortejaar: 1990, geboortemaand: 2, geboortedag: 31 },
      { voornamen: 'Ans', geboortejaar: 2050, geboortemaand: 1, geboortedag: 1 },
    ]);
    const twijfels = v.personen.map((p) =>
      twijfelsBij(opgaveVan(p), new Date('2026-11-23T10:00:00Z'), isGeldigBsn).map((x) => x.reden),
    );
    expect(twijfels).toEqual([
      expect.arrayContaining(['Dit BSN klopt niet (elfproef). Vraag het na.']),
      ['Deze dag bestaat niet.'],
      ['Deze geboortedatum ligt in de toekomst.'],
    ]);
  });

  it('is not sent as a date that the API would refuse: the field asks for it', () => {
    const v = vol({ personen: [{ ...legePersoon('1'), geboorte: '1990-13-45' }] });
    expect(nogNodig(v, 'vt').map((n) => n.wat)).toEqual(['geboorte']);
  });

  it('is said not to go along until somebody puts it somewhere', () => {
    const v = met('Piet Proef ## 32-5-1984', 'Bram 8 jaar');
    expect(nietMee(v).map((x) => [naamVan(x.persoon), x.tekst])).toEqual([
      ['Piet Proef', '32-5-1984'],
      ['Piet Proef', '##'],
      ['Bram', '8 jaar'],
    ]);
    const zo = nietMee(v).reduce((w, x) => zetInVerhaal(w, x.persoon.sleutel, x.kladje, 'vt'), v);
    expect(nietMee(zo)).toEqual([]);
    expect(alsVerzoek(zo, 'vt').uitspraken.map((u) => u.tekst)).toEqual([
      ...alsVerzoek(v, 'vt').uitspraken.map((u) => u.tekst),
      'Over Piet Proef: 32-5-1984',
      'Over Piet Proef: ##',
      'Over Bram: 8 jaar',
    ]);
    // what was only to be looked at stays on the card
    expect(zo.personen.flatMap((p) => p.kladjes).every((k) => k.tekst === '' && k.uitleg !== '')).toBe(true);
  });

  it('becomes the first statement when nothing was told yet', () => {
    const v = { ...met('Piet ##'), uitspraken: legeVorm().uitspraken };
    const [x] = nietMee(v);
    const zo = x && zetInVerhaal(v, x.persoon.sleutel, x.kladje, 'professional');
    expect(zo?.uitspraken).toMatchObject([{ tekst: 'Over Piet: ##', bron: 'ikzelf' }]);
  });
});

describe('drafts', () => {
  it('come back as they were kept', () => {
    const v = vol({ personen: [{ ...legePersoon('7'), verjaardag: { dag: 3, maand: 5 } }] });
    expect(leesVorm(JSON.parse(JSON.stringify(v)))).toEqual(v);
  });

  it.each([
    [null],
    ['tekst'],
    [{ personen: 'x', uitspraken: [null, 3], melder: 4, aard: [1, 'vgv'], acuut: 9 }],
  ])('of any other shape never break the form: %j', (x) => {
    const v = leesVorm(x);
    expect(v.uitspraken).toHaveLength(1);
    expect(v.melder).toEqual(legeVorm().melder);
    expect(() => alsVerzoek(v, 'vt')).not.toThrow();
  });

  it('give a new row a key that no row has', () => {
    expect(nieuweSleutel([{ sleutel: '1' }, { sleutel: '9' }, { sleutel: 'x' }])).toBe('10');
    expect(nieuweSleutel([])).toBe('1');
  });
});

describe('what is known beforehand', () => {
  it('takes from an advies what was said of the worry, and nothing of a family', () => {
    const v = uitAdvies({
      vragerGroep: 'onderwijs',
      vragerRol: 'leraar',
      vragerNaam: 'I. Schut',
      vragerContact: 'schut@voorbeeld.nl',
      gemeentecode: '0114',
      aard: ['kindermishandeling'],
      aanvullend: [],
      duur: '1_tot_6_maanden',
    });
    expect(v.melder).toMatchObject({
      groep: 'onderwijs',
      naam: 'I. Schut',
      email: 'schut@voorbeeld.nl',
      telefoon: '',
    });
    expect(v).toMatchObject({ aard: ['kindermishandeling'], duur: '1_tot_6_maanden', personen: [] });
    // how far the adviesvrager may be known as melder was never asked
    expect(v.melder.bekend).toBe('');
  });

  it('leaves a professional four things to fill in', () => {
    const v = vanProfessional({ naam: 'I. Schut', organisatie: 'Basisschool De Test', soort: 'onderwijs' });
    expect(nogNodig(v, 'professional').map((n) => n.wat)).toEqual([
      'acuut',
      'uitspraak',
      'bereikbaar',
      'persoon',
    ]);
  });

  it('does not let a professional stay unknown to Veilig Thuis, whatever group he says he is of (handbook 1.4, S:26)', () => {
    const v = vol({ melder: { ...vol().melder, groep: 'niet_beroepsmatig', bekend: 'anoniem' } });
    expect(nogNodig(v, 'professional').map((n) => n.wat)).toContain('professional_anoniem');
  });
});
