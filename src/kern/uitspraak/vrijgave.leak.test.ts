// SPDX-License-Identifier: EUPL-1.2
// P4 after and beside the handover: what is said later, what is shared, what joins, and an address that becomes secret.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MensNaam, maakTestHuis, meldingVoorbeeld, ORG, type TestHuis } from '../../../test/huis.ts';
import { lopendeTermijnen, nieuweMelding } from '../../../test/hulp/beoordeling.ts';
import { aanvaard, biedAan, klaarVoorOverdracht } from '../../../test/hulp/overdracht.ts';
import { BSN, radar } from '../../../test/hulp/radar.ts';
import { geefVrij } from './vrijgave.store.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const MELDER = {
  groep: 'niet_beroepsmatig',
  naam: 'Truus Verborgenheid',
  telefoon: '0687654321',
  bekend: 'anoniem_voor_gezin',
};
const STRAAT = 'Wespenveldlaan';
const WOONT = { straat: STRAAT, huisnummer: '44', postcode: '7821QQ', woonplaats: 'Emmen' };
const SPOREN = [/verborgenheid/i, /wespenveld/i, /7821\s?QQ/i, /0633445566/];

const vrouw = (anders: object = {}) => ({
  rol: 'slachtoffer',
  voornamen: 'Dora',
  achternaam: 'Voorgrond',
  geboortejaar: 1984,
  geboortemaand: 5,
  geboortedag: 3,
  telefoon: ['0633445566'],
  ...WOONT,
  ...anders,
});
const kind = (anders: object = {}) => ({
  rol: 'kind',
  voornamen: 'Wout',
  achternaam: 'Voorgrond',
  geboortejaar: 2016,
  ...WOONT,
  ...anders,
});
const zin = (tekst: string, bron = 'melder') => ({ soort: 'waarneming', tekst, bron });

/** Everything about a casus that this worker can open. */
async function lees(wie: MensNaam, casusId: string, ...anders: string[]): Promise<string> {
  const paden = ['', '/uitspraken', '/tijdlijn?aantal=200'].map((d) => `/casussen/${casusId}${d}`);
  const uit = await Promise.all([...paden, ...anders].map((pad) => t.als(wie).get(pad)));
  return uit.map((u) => u.body).join('\n');
}
function schoon(tekst: string): void {
  for (const spoor of SPOREN) expect(tekst).not.toMatch(spoor);
}
const teksten = async (wie: MensNaam, casusId: string): Promise<string[]> =>
  (await t.als(wie).get(`/casussen/${casusId}/uitspraken`))
    .json<{ uitspraken: { tekst: string }[] }>()
    .uitspraken.map((u) => u.tekst);

async function bijEmmen(personen: object[], anders: object = {}) {
  const { casusId } = await klaarVoorOverdracht(t, { personen, ...anders });
  const overdrachtId = await biedAan(t, casusId);
  expect((await aanvaard(t, overdrachtId)).statusCode).toBe(200);
  return { casusId, overdrachtId };
}

describe('an address that another casus calls secret', () => {
  it('is in no answer about a casus that does not say so itself, to whoever holds it or holds it later', async () => {
    const { casusId } = await klaarVoorOverdracht(t, {
      personen: [vrouw({ bsn: BSN[0] }), kind()],
    });
    expect(await lees('visser', casusId)).toMatch(/Wespenveldlaan/);
    const geheim = await t
      .als('visser')
      .post('/meldingen', meldingVoorbeeld({ personen: [vrouw({ bsn: BSN[0], geheimAdres: true })] }));
    expect(geheim.statusCode, geheim.body).toBe(201);
    const overdrachtId = await biedAan(t, casusId);
    expect((await aanvaard(t, overdrachtId)).statusCode).toBe(200);
    for (const wie of ['emmen', 'visser'] as const)
      schoon(await lees(wie, casusId, `/overdrachten/${overdrachtId}`));
    const { personen } = (await t.als('emmen').get(`/casussen/${casusId}`)).json<{
      personen: { geheimAdres: boolean; adres: string | null; telefoon: string[] }[];
    }>();
    expect(personen.map((p) => [p.geheimAdres, p.adres, p.telefoon.length])).toEqual([
      [true, null, 0],
      [true, null, 0],
    ]);
  });

  it('goes from the casus and from the offer when it becomes secret after the handover, and from what was said', async () => {
    const { casusId, overdrachtId } = await bijEmmen(
      [vrouw({ bsn: BSN[1], voornamen: 'Greet', achternaam: 'Later' }), kind({ achternaam: 'Later' })],
      { uitspraken: [zin('Er klonk geschreeuw.'), zin(`De politie kwam aan de ${STRAAT}.`, 'politie')] },
    );
    const pad = `/overdrachten/${overdrachtId}`;
    expect(await lees('emmen', casusId, pad)).toMatch(/Wespenveldlaan/);
    const later = await t.als('visser').post(
      '/meldingen',
      meldingVoorbeeld({
        personen: [vrouw({ bsn: BSN[1], voornamen: 'Greet', achternaam: 'Later', geheimAdres: true })],
      }),
    );
    expect(later.statusCode, later.body).toBe(201);
    schoon(await lees('emmen', casusId, pad));
    expect(await teksten('emmen', casusId)).toEqual(['Er klonk geschreeuw.']);
    expect(await teksten('visser', casusId)).toHaveLength(2);
  });

  it('leaves the address of someone else in the casus alone', async () => {
    const { casusId } = await nieuweMelding(t, {
      personen: [
        vrouw({ voornamen: 'Els', achternaam: 'Gevlucht', geheimAdres: true }),
        {
          rol: 'pleger',
          voornamen: 'Rob',
          achternaam: 'Zwart',
          straat: 'Kerkweg',
          huisnummer: '3',
          woonplaats: 'Emmen',
        },
      ],
    });
    expect(await lees('visser', casusId)).toMatch(/Kerkweg 3/);
  });
});

describe('the address of someone of whom the radar asks who it is', () => {
  const SCHUIL = { straat: 'Egelantierlaan', huisnummer: '99', postcode: '9401AB', woonplaats: 'Assen' };
  const sporen = /egelantier|9401\s?AB|0699887766/i;
  /** Two that look like one, of whom nobody can be certain; those of another year look like nobody here. */
  const paar = (achternaam: string, voornaam: string, geboortejaar: number, maand: number) => {
    const een = { rol: 'slachtoffer', achternaam, geslacht: 'vrouw', geboortejaar };
    return [
      { ...een, voornamen: `${voornaam}t`, geboortemaand: maand, geboortedag: maand + 2 },
      { ...een, voornamen: `${voornaam}d`, geboortemaand: maand + 2, geboortedag: maand },
    ] as const;
  };
  const kindBij = (achternaam: string, geboortejaar: number) => ({
    rol: 'kind',
    voornamen: 'Ysbrand',
    achternaam,
    geboortejaar,
    geboortemaand: 6,
    geboortedag: 7,
  });
  const vader = (achternaam: string) => ({
    rol: 'pleger',
    voornamen: 'Ludolf',
    achternaam,
    geboortejaar: 1977,
    straat: 'Kerkweg',
    huisnummer: '3',
    woonplaats: 'Emmen',
  });
  const meld = async (personen: object[], anders: object = {}) => {
    t.klok.vooruit(60_000);
    const uit = await t.als('visser').post('/meldingen', meldingVoorbeeld({ personen, ...anders }));
    expect(uit.statusCode, uit.body).toBe(201);
    return uit.json<{ id: string; casusId: string }>();
  };
  async function vraag(meldingId: string): Promise<string> {
    const { personen } = await radar(t, meldingId);
    const open = personen.flatMap((p) => p.kandidaten).filter((k) => k.oordeel === 'vraag');
    expect(open.length).toBeGreaterThan(0);
    return open[0]?.id ?? '';
  }
  const zeg = async (id: string, oordeel: string) => {
    const uit = await t.als('visser').post(`/radar-kandidaten/${id}/oordeel`, { oordeel });
    expect(uit.statusCode, uit.body).toBe(200);
  };

  it('is not shown before someone said that it is another, in the casus, the offer and what was typed', async () => {
    const [geheim, open] = paar('Schuilmans', 'Wendelmoe', 1990, 3);
    await meld([{ ...geheim, straat: 'Oudestraat', huisnummer: '1', geheimAdres: true }]);
    t.klok.vooruit(60_000);
    const { casusId, meldingId } = await klaarVoorOverdracht(t, {
      personen: [
        { ...open, ...SCHUIL, telefoon: ['0699887766'] },
        // a child's address is its mother's
        { ...kindBij('Schuilmans', 2014), ...SCHUIL },
        vader('Schuilmans'),
      ],
      uitspraken: [zin('Er klonk geschreeuw.'), zin('De politie kwam aan de Egelantierlaan.', 'politie')],
    });
    const id = await vraag(meldingId);
    const overdrachtId = await biedAan(t, casusId);
    const pad = `/overdrachten/${overdrachtId}`;
    expect((await t.als('emmenLeider').get(pad)).body).not.toMatch(sporen);
    expect((await aanvaard(t, overdrachtId)).statusCode).toBe(200);
    const alles = () => lees('emmen', casusId, pad);
    expect(await alles()).not.toMatch(sporen);
    expect((await t.als('visser').get(`/casussen/${casusId}`)).body).not.toMatch(sporen);
    // that of who lives elsewhere is no secret
    expect(await alles()).toMatch(/Kerkweg 3/);

    await zeg(id, 'weet_niet');
    expect(await alles()).not.toMatch(sporen);
    await zeg(id, 'niet_dezelfde');
    const casus = async () =>
      (await t.als('emmen').get(`/casussen/${casusId}`)).json<{
        personen: { naam: string; geheimAdres: boolean; adres: string | null }[];
      }>().personen;
    expect((await casus()).map((p) => [p.geheimAdres, p.adres?.slice(0, 17)])).toEqual([
      [false, 'Egelantierlaan 99'],
      [false, 'Egelantierlaan 99'],
      [false, 'Kerkweg 3, Emmen'],
    ]);
    // what was typed stayed behind in the handover, and stays there
    expect(await teksten('emmen', casusId)).toEqual(['Er klonk geschreeuw.']);
    const terug = await t.als('visser').post(`/radar-kandidaten/${id}/terugdraaiing`, { reden: 'Toch wel?' });
    expect(terug.statusCode, terug.body).toBe(200);
    expect(await alles()).not.toMatch(sporen);
    await zeg(id, 'zelfde');
    expect(await alles()).not.toMatch(sporen);
  });

  it('is not shown either when the two casussen join by a child they share, or the report is put straight in', async () => {
    const [geheim, open] = paar('Kruislings', 'Radegon', 1969, 5);
    const kind = { ...kindBij('Kruislings', 2013), bsn: BSN[2] };
    const { casusId } = await bijEmmen([
      { ...geheim, straat: 'Oudestraat', huisnummer: '1', geheimAdres: true },
      kind,
    ]);
    const ander = await meld([{ ...open, ...SCHUIL }, kind]);
    await vraag(ander.id);
    const samen = await t
      .als('visser')
      .post(`/casussen/${ander.casusId}/samenvoeging`, { doelCasusId: casusId, reden: 'Zelfde kind.' });
    expect(samen.statusCode, samen.body).toBe(201);
    expect(await lees('emmen', casusId)).not.toMatch(sporen);
    await meld(
      [
        { ...open, ...SCHUIL, geboortedag: 2 },
        { ...kindBij('Anders', 2019), ...SCHUIL },
      ],
      { casusId },
    );
    for (const wie of ['emmen', 'visser'] as const)
      expect((await t.als(wie).get(`/casussen/${casusId}`)).body).not.toMatch(sporen);
  });

  it('goes from a casus that another holds when a report about who may be the same calls it secret', async () => {
    const [eerst, later] = paar('Omgekeerd', 'Sieber', 1951, 7);
    const { casusId } = await bijEmmen([{ ...eerst, ...SCHUIL }], {
      uitspraken: [zin('Er klonk geschreeuw.'), zin('De politie kwam aan de Egelantierlaan.', 'politie')],
    });
    expect(await lees('emmen', casusId)).toMatch(sporen);
    const m = await meld([{ ...later, ...SCHUIL, geheimAdres: true }]);
    await vraag(m.id);
    expect(await lees('emmen', casusId)).not.toMatch(sporen);
  });
});

describe('a statement', () => {
  it('in a report on a casus that another holds is read there when nothing in it may lead anywhere, and else waits for a person', async () => {
    const { casusId } = await bijEmmen([
      vrouw({ voornamen: 'Ida', achternaam: 'Nieuwbericht', straat: null }),
    ]);
    const uit = await t.als('visser').post(
      '/meldingen',
      meldingVoorbeeld({
        casusId,
        melder: MELDER,
        personen: [vrouw({ voornamen: 'Ida', achternaam: 'Nieuwbericht', geheimAdres: true })],
        uitspraken: [
          zin('De ruit is stuk.'),
          zin('Mijn zus hoorde het ook.'),
          zin(`Zij zit nu op ${STRAAT} 44, zegt Truus Verborgenheid.`),
          zin('Het is weer mis.', 'Truus Verborgenheid'),
        ],
      }),
    );
    expect(uit.statusCode, uit.body).toBe(201);
    schoon(await lees('emmen', casusId));
    expect(await teksten('emmen', casusId)).toContain('De ruit is stuk.');
    const emmen = (await t.als('emmen').get(`/casussen/${casusId}/uitspraken`)).json();
    // what leads there for certain is shielded for good: only what a person has to look at is waited for
    expect(emmen.wachtBijAnderen).toBe(1);
    const van = (await t.als('visser').get(`/casussen/${casusId}/uitspraken`)).json<{
      anderen: boolean;
      uitspraken: { id: string; tekst: string; vrij: boolean }[];
    }>();
    expect(van.anderen).toBe(true);
    const id = (begin: string) => van.uitspraken.find((u) => u.tekst.startsWith(begin))?.id;
    expect(van.uitspraken.find((u) => u.tekst.startsWith('Mijn zus'))?.vrij).toBe(false);

    // a person looks: what only might lead somewhere is let go, what does is not
    const geef = (wie: MensNaam, begin: string) => t.als(wie).post(`/uitspraken/${id(begin)}/vrijgave`);
    expect((await geef('emmen', 'Mijn zus')).statusCode).toBe(404);
    expect((await geef('visser', 'Mijn zus')).statusCode).toBe(200);
    expect((await geef('visser', 'Mijn zus')).statusCode).toBe(200);
    const nee = await geef('visser', 'Zij zit nu');
    expect(nee.statusCode, nee.body).toBe(409);
    expect((await geef('visser', 'Het is weer')).statusCode).toBe(409);
    expect(await teksten('emmen', casusId)).toContain('Mijn zus hoorde het ook.');
    schoon(await lees('emmen', casusId));
  });

  it('that joins from another casus is no more told than one that was said there', async () => {
    const { casusId } = await bijEmmen([vrouw({ voornamen: 'Bep', achternaam: 'Samen', straat: null })]);
    const los = await nieuweMelding(t, {
      melder: MELDER,
      personen: [vrouw({ voornamen: 'Bep', achternaam: 'Samen', geheimAdres: true })],
      uitspraken: [
        zin('De ruit is stuk.'),
        zin('Mijn zus hoorde het ook.'),
        zin(`Zij zit op ${STRAAT} 44, zegt Truus Verborgenheid.`),
      ],
    });
    const uit = await t
      .als('visser')
      .post(`/casussen/${los.casusId}/samenvoeging`, { doelCasusId: casusId, reden: 'Hetzelfde gezin.' });
    expect(uit.statusCode, uit.body).toBe(201);
    schoon(await lees('emmen', casusId));
    const gelezen = await teksten('emmen', casusId);
    expect(gelezen).toContain('De ruit is stuk.');
    expect(gelezen).not.toContain('Mijn zus hoorde het ook.');
  });

  it('is not shared with a guest while it may lead to the melder or a hiding place', async () => {
    const { casusId } = await nieuweMelding(t, {
      melder: MELDER,
      personen: [vrouw({ voornamen: 'Nel', achternaam: 'Gedeeld', geheimAdres: true })],
      uitspraken: [
        zin('De ruit is stuk.'),
        zin(`Zij is nu op ${STRAAT} 4, belde buurvrouw Verborgenheid.`),
        // as the police write where it happened: nobody typed that it is where someone hides
        zin('Plaats van het incident: Onderduikblaan 8, Emmen', 'politie'),
      ],
    });
    const deling = {
      grondslag: 'wettelijke_taak',
      reden: 'Samen zicht houden.',
      onderdelen: ['personen', 'uitspraken', 'tijdlijn'],
      totOp: new Date(t.klok.nu().getTime() + 14 * 86_400_000).toISOString(),
    };
    for (const [wie, naarOrganisatieId] of [
      ['school', ORG.school],
      ['assen', ORG.assen],
    ] as const) {
      const uit = await t
        .als('visser')
        .post(`/casussen/${casusId}/delingen`, { ...deling, naarOrganisatieId });
      expect(uit.statusCode, uit.body).toBe(201);
      const gelezen = await lees(wie, casusId);
      schoon(gelezen);
      expect(gelezen).not.toContain('Onderduik');
      expect(await teksten(wie, casusId)).toEqual(['De ruit is stuk.']);
    }
    expect(await teksten('visser', casusId)).toHaveLength(3);
  });

  it('that leads to a hiding place cannot be let go while only Veilig Thuis reads there either', async () => {
    const { casusId } = await nieuweMelding(t, {
      melder: MELDER,
      personen: [vrouw({ voornamen: 'Cor', achternaam: 'Binnen', geheimAdres: true })],
      uitspraken: [zin(`Zij is in de ${STRAAT}.`), zin('Mijn zus hoorde het ook.')],
    });
    const van = (await t.als('visser').get(`/casussen/${casusId}/uitspraken`)).json<{
      anderen: boolean;
      uitspraken: { id: string; tekst: string; vrij: boolean; afgeschermd: boolean }[];
    }>();
    expect(van.anderen).toBe(false);
    for (const u of van.uitspraken) {
      expect([u.vrij, u.afgeschermd]).toEqual([false, false]);
      const uit = await t.als('visser').post(`/uitspraken/${u.id}/vrijgave`);
      expect(uit.statusCode, uit.body).toBe(u.tekst.startsWith('Zij is') ? 400 : 200);
    }
  });

  it('that waits is kept inside by who looked, and is then not waited for; one that others read is not taken back', async () => {
    const { casusId } = await bijEmmen([vrouw({ voornamen: 'Jet', achternaam: 'Wachtend', straat: null })]);
    const meld = await t.als('visser').post(
      '/meldingen',
      meldingVoorbeeld({
        casusId,
        personen: [vrouw({ voornamen: 'Jet', achternaam: 'Wachtend', straat: null })],
        uitspraken: [zin('Mijn zus hoorde het ook.'), zin('De ruit is stuk.')],
      }),
    );
    expect(meld.statusCode, meld.body).toBe(201);
    const lijst = async (wie: MensNaam) => (await t.als(wie).get(`/casussen/${casusId}/uitspraken`)).json();
    expect((await lijst('emmen')).wachtBijAnderen).toBe(1);
    // P7: it does not wait without end
    expect((await lopendeTermijnen(t, casusId)).get('uitspraken_nakijken')).toMatchObject({
      eigenaar_organisatie_id: ORG.vt,
    });
    const id = async (tekst: string) =>
      (await lijst('visser')).uitspraken.find((u: { tekst: string }) => u.tekst === tekst).id;
    const binnen = async (tekst: string) =>
      (await t.als('visser').post(`/uitspraken/${await id(tekst)}/afscherming`)).statusCode;
    expect(await binnen('De ruit is stuk.')).toBe(409);
    expect(await binnen('Mijn zus hoorde het ook.')).toBe(200);
    expect((await lopendeTermijnen(t, casusId)).has('uitspraken_nakijken')).toBe(false);
    expect((await lijst('emmen')).wachtBijAnderen).toBe(0);
    expect(await teksten('emmen', casusId)).not.toContain('Mijn zus hoorde het ook.');
  });

  it('that waits is work with a term also when it came without a report, and no more when a report shows that it stays inside', async () => {
    // nobody in this file whom she could be: the radar has nothing to ask
    const ria = {
      voornamen: 'Ria',
      achternaam: 'Losgezegd',
      geboortejaar: 1958,
      geboortemaand: 11,
      geboortedag: 26,
      telefoon: [],
    };
    const { casusId } = await bijEmmen([vrouw({ ...ria, straat: null, postcode: null })]);
    const wacht = async () => (await lopendeTermijnen(t, casusId)).has('uitspraken_nakijken');
    expect(await wacht()).toBe(false);
    const los = await t
      .als('visser')
      .post(`/casussen/${casusId}/uitspraken`, zin(`Ik zag haar op de ${STRAAT}.`));
    expect(los.statusCode, los.body).toBe(201);
    expect(await wacht()).toBe(true);
    // nobody has to look at what leads there for certain
    const meld = await t.als('visser').post(
      '/meldingen',
      meldingVoorbeeld({
        casusId,
        personen: [vrouw({ ...ria, geheimAdres: true })],
        uitspraken: [zin('De ruit is stuk.')],
      }),
    );
    expect(meld.statusCode, meld.body).toBe(201);
    expect(await wacht()).toBe(false);
    const { uitspraken } = (await t.als('visser').get(`/casussen/${casusId}/uitspraken`)).json<{
      uitspraken: { tekst: string; afgeschermd: boolean }[];
    }>();
    expect(uitspraken.find((u) => u.tekst.startsWith('Ik zag'))?.afgeschermd).toBe(true);
    schoon(await lees('emmen', casusId));
  });

  it('that comes while a colleague lets go the last one that waited still has its term', async () => {
    const { casusId } = await bijEmmen([vrouw({ voornamen: 'Els', achternaam: 'Tegelijk', straat: null })]);
    const zeg = (tekst: string) => t.als('visser').post(`/casussen/${casusId}/uitspraken`, zin(tekst));
    expect((await zeg('Mijn zus hoorde het.')).statusCode).toBe(201);
    const { uitspraken } = (await t.als('visser').get(`/casussen/${casusId}/uitspraken`)).json<{
      uitspraken: { id: string; tekst: string }[];
    }>();
    const eerste = uitspraken.find((u) => u.tekst === 'Mijn zus hoorde het.')?.id ?? '';
    const poort: { open: () => void; isDicht: () => void } = { open: () => {}, isDicht: () => {} };
    const opengaan = new Promise<void>((klaar) => {
      poort.open = klaar;
    });
    const isDicht = new Promise<void>((klaar) => {
      poort.isDicht = klaar;
    });
    // a colleague's release that is done and not committed yet
    const vrijgave = t.huis.deuren.act(
      { wie: t.wie('visser'), doel: 'zicht_houden' },
      'uitspraak.vrijgeven',
      { soort: 'uitspraak', onderwerpId: eerste },
      async (tx) => {
        await geefVrij(tx, eerste);
        poort.isDicht();
        await opengaan;
      },
    );
    await isDicht;
    const tweede = zeg('Mijn zus hoorde het nog eens.');
    await new Promise((klaar) => setTimeout(klaar, 300));
    poort.open();
    await vrijgave;
    expect((await tweede).statusCode).toBe(201);
    expect((await lopendeTermijnen(t, casusId)).has('uitspraken_nakijken')).toBe(true);
  });

  it('that is no longer right says so to whoever reads it, also while what comes in its place waits', async () => {
    const { casusId } = await bijEmmen([vrouw({ voornamen: 'Lot', achternaam: 'Wapen', straat: null })], {
      uitspraken: [{ soort: 'feit', tekst: 'Vader heeft geen wapen in huis.', bron: 'politie' }],
    });
    const lijst = async (wie: MensNaam) =>
      (await t.als(wie).get(`/casussen/${casusId}/uitspraken`)).json<{
        wachtBijAnderen: number;
        uitspraken: { id: string; tekst: string; verbeterd: boolean; verbeterdDoorId: string | null }[];
      }>();
    const oud = (await lijst('visser')).uitspraken.find((u) => u.tekst.startsWith('Vader heeft geen'));
    const nieuw = await t.als('visser').post(`/casussen/${casusId}/uitspraken`, {
      soort: 'feit',
      tekst: 'Vader heeft wel een wapen: ik zag het zelf liggen.',
      bron: 'melder',
      verbetertId: oud?.id,
    });
    expect(nieuw.statusCode, nieuw.body).toBe(201);
    const bijEmmenNu = await lijst('emmen');
    expect(bijEmmenNu.uitspraken.find((u) => u.id === oud?.id)).toMatchObject({
      verbeterd: true,
      verbeterdDoorId: null,
    });
    const tijdlijn = (await t.als('emmen').get(`/casussen/${casusId}/tijdlijn?aantal=200`)).json();
    expect(tijdlijn.regels.find((r: { id: string }) => r.id === oud?.id)).toMatchObject({ verbeterd: true });
    // what is itself corrected is not waited for
    await t.als('visser').post(`/casussen/${casusId}/uitspraken`, {
      soort: 'feit',
      tekst: 'Vader heeft wel een wapen.',
      bron: 'politie',
      verbetertId: nieuw.json<{ id: string }>().id,
    });
    expect(bijEmmenNu.wachtBijAnderen).toBe(1);
    expect((await lijst('emmen')).wachtBijAnderen).toBe(0);
  });

  it('is not let go when the other side named the melder to Veilig Thuis', async () => {
    const { casusId } = await nieuweMelding(t, {
      melder: MELDER,
      personen: [vrouw({ voornamen: 'Mia', achternaam: 'Wederhoor', straat: null })],
      uitspraken: [zin('Mijn zus hoorde het ook.')],
    });
    const [u] = (await t.als('visser').get(`/casussen/${casusId}/uitspraken`)).json<{
      uitspraken: { id: string }[];
    }>().uitspraken;
    const w = await t.als('visser').post(`/uitspraken/${u?.id}/wederhoor`, {
      door: 'vader',
      reactie: 'Die Truus Verborgenheid liegt.',
      oneens: true,
    });
    expect(w.statusCode, w.body).toBe(201);
    const nee = await t.als('visser').post(`/uitspraken/${u?.id}/vrijgave`);
    expect(nee.statusCode, nee.body).toBe(400);
  });

  it('stays with who keeps watch, whatever name or street they take down beside it', async () => {
    const { casusId } = await bijEmmen(
      [vrouw({ voornamen: 'Noa', achternaam: 'Gegokt', geheimAdres: true })],
      {
        melder: MELDER,
        uitspraken: [zin('De ruit is stuk.')],
      },
    );
    const [u] = (await t.als('emmen').get(`/casussen/${casusId}/uitspraken`)).json<{
      uitspraken: { id: string }[];
    }>().uitspraken;
    for (const gok of ['Truus Verborgenheid', STRAAT]) {
      const w = await t.als('emmen').post(`/uitspraken/${u?.id}/wederhoor`, {
        door: 'moeder',
        reactie: `Dit komt van ${gok}.`,
        oneens: true,
      });
      expect(w.statusCode, w.body).toBe(201);
      const eigen = await t.als('emmen').post(`/casussen/${casusId}/uitspraken`, {
        soort: 'mening',
        tekst: `Wat met ${gok}?`,
        bron: 'gezin',
      });
      expect(eigen.statusCode, eigen.body).toBe(201);
    }
    const meld = await t.als('visser').post(
      '/meldingen',
      meldingVoorbeeld({
        casusId,
        personen: [vrouw({ voornamen: 'Noa', achternaam: 'Gegokt', geheimAdres: true })],
        uitspraken: [zin('Er is iets nieuws.')],
      }),
    );
    expect(meld.statusCode, meld.body).toBe(201);
    const na = (await t.als('emmen').get(`/casussen/${casusId}/uitspraken`)).json<{
      uitspraken: { tekst: string; vrij: boolean; afgeschermd: boolean }[];
    }>().uitspraken;
    expect(na.map((x) => x.tekst)).toEqual(
      expect.arrayContaining(['De ruit is stuk.', 'Wat met Truus Verborgenheid?', `Wat met ${STRAAT}?`]),
    );
    expect(na.filter((x) => !x.vrij || x.afgeschermd)).toEqual([]);
  });

  it('of another organisation tells nobody whether it names the melder', async () => {
    const { casusId } = await bijEmmen([vrouw({ voornamen: 'Fem', achternaam: 'Gokje', straat: null })], {
      melder: MELDER,
    });
    for (const tekst of ['Het was Truus Verborgenheid.', 'Het was Piet Jansen.']) {
      const uit = await t
        .als('emmen')
        .post(`/casussen/${casusId}/uitspraken`, { soort: 'mening', tekst, bron: 'regisseur' });
      expect(uit.statusCode, uit.body).toBe(201);
    }
    const { uitspraken } = (await t.als('emmen').get(`/casussen/${casusId}/uitspraken`)).json<{
      uitspraken: { tekst: string; vrij: boolean; afgeschermd: boolean }[];
    }>();
    const gok = uitspraken.filter((u) => u.tekst.startsWith('Het was'));
    expect(gok.map((u) => [u.vrij, u.afgeschermd])).toEqual([
      [true, false],
      [true, false],
    ]);
  });
});

describe('a casus that is sealed', () => {
  it('is not there for who is kept out of it, also when putting a report in it', async () => {
    const { casusId } = await nieuweMelding(t, { personen: [vrouw({ achternaam: 'Verzegeld' })] });
    const zegel = await t.als('teamleider').post(`/casussen/${casusId}/verzegeling`, {
      soort: 'collega',
      reden: 'Het gaat over een collega.',
      medewerkerIds: [],
    });
    expect(zegel.statusCode, zegel.body).toBe(201);
    const meld = (id: string) => t.als('visser').post('/meldingen', meldingVoorbeeld({ casusId: id }));
    const dicht = await meld(casusId);
    const nergens = await meld('00000000-0000-7000-8000-00000000ffff');
    const kaal = ({ instance: _, ...rest }: Record<string, unknown>) => rest;
    expect(dicht.statusCode).toBe(404);
    expect(kaal(dicht.json())).toEqual(kaal(nergens.json()));
  });
});
