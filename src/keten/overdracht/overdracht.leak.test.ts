// SPDX-License-Identifier: EUPL-1.2
// P4: the melder and a secret address are in nothing that the receiver gets, before or after the acceptance.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakTestHuis, ORG, type TestHuis } from '../../../test/huis.ts';
import { nieuweMelding, stelVast } from '../../../test/hulp/beoordeling.ts';
import { aanvaard, bied, gezin } from '../../../test/hulp/overdracht.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

const MELDER = 'Kanarie Zwanenburg';
const TELEFOON = '0687654321';
const MAIL = 'kanarie@voorbeeld.nl';
const STRAAT = 'Kanariehof';
const POSTCODE = '9401XZ';
const GEHEIM_NUMMER = '0592998877';
const AFGESCHERMD = 'Dit kon alleen de buurvrouw van hiernaast zien.';

/** Everything that must be nowhere, in any spelling. */
const KANARIES = [
  /kanarie/i,
  /zwanenburg/i,
  /6\D*8765\D*4321/,
  /9401\s?XZ/i,
  /592\D*99\D*88\D*77/,
  /buurvrouw van hiernaast/,
];

it('carries no canary to the receiver', async () => {
  const m = await nieuweMelding(t, {
    melder: {
      groep: 'niet_beroepsmatig',
      naam: MELDER,
      telefoon: TELEFOON,
      email: MAIL,
      bekend: 'anoniem_voor_gezin',
    },
    uitspraken: [
      {
        soort: 'waarneming',
        tekst: 'Er klonk geschreeuw en glas brak.',
        bron: 'melder',
        gebeurdOp: '2026-11-22',
      },
      { soort: 'waarneming', tekst: AFGESCHERMD, bron: 'melder', afgeschermd: true },
      // typed by someone who forgot to shield it
      {
        soort: 'van_horen_zeggen',
        tekst: `Mevrouw Zwanenburg belt op 06-8765 4321 als het weer gebeurt.`,
        bron: 'melder',
      },
      { soort: 'feit', tekst: 'Moeder is nu veilig.', bron: MELDER },
      { soort: 'feit', tekst: `Moeder zit in de ${STRAAT}.`, bron: 'politie' },
    ],
    personen: [
      {
        rol: 'slachtoffer',
        voornamen: 'Suzanne',
        achternaam: 'Testman',
        geboortejaar: 1985,
        straat: STRAAT,
        huisnummer: '7',
        postcode: '9401 XZ',
        woonplaats: 'Assen',
        geheimAdres: true,
        telefoon: [GEHEIM_NUMMER],
        email: ['kanarie.weg@voorbeeld.nl'],
      },
      // the child lives there too, and nobody ticked the box for it
      {
        rol: 'kind',
        voornamen: 'Bram',
        achternaam: 'Proef',
        geboortejaar: 2018,
        straat: STRAAT,
        huisnummer: '7',
        postcode: POSTCODE,
        woonplaats: 'Assen',
      },
      {
        rol: 'pleger',
        voornamen: 'Jan',
        achternaam: 'Proef',
        geboortejaar: 1983,
        straat: 'Teststraat',
        huisnummer: '12',
        postcode: '7811AA',
        woonplaats: 'Emmen',
        relatie: 'buurman van Kanarie Zwanenburg',
      },
    ],
  });
  await stelVast(t, m, {
    besluit: 'overdragen',
    besluitReden: `Volgens Zwanenburg gaat het al jaren zo.`,
    vervolgSoort: 'lokaal_team',
  });

  // the giver hears beforehand what stays behind
  const klaar = (await t.als('visser').get(`/casussen/${m.casusId}/overdracht-voorbereiding`)).json();
  expect(klaar.wordtAfgeschermd).toHaveLength(4);

  // and cannot put it into the words of the contract
  for (const [veld, anders] of [
    ['bericht', { bericht: `Bel gerust met ${MELDER}.` }],
    ['doel', { doel: `Hulp op de ${STRAAT} 7.` }],
    ['contactTelefoon', { contactTelefoon: '06 87 65 43 21' }],
    [
      'delen.0.grond',
      {
        delen: [
          { deel: 'personen', grond: 'Zwanenburg vroeg erom' },
          { deel: 'uitspraken', grond: 'x' },
          { deel: 'beoordeling', grond: 'x' },
        ],
      },
    ],
  ] as const) {
    const nee = await bied(t, m.casusId, anders);
    expect(nee.statusCode, veld).toBe(400);
    expect(nee.json().fouten.map((f: { veld: string }) => f.veld)).toEqual([veld]);
  }

  const aanbod = await bied(t, m.casusId);
  expect(aanbod.statusCode, aanbod.body).toBe(201);
  const id = aanbod.json<{ id: string }>().id;
  const gekregen: string[] = [];
  const lees = async (pad: string) => {
    const uit = await t.als('emmen').get(pad);
    gekregen.push(`${pad} ${uit.body} ${JSON.stringify(uit.headers)}`);
    return uit;
  };
  const offer = (await lees(`/overdrachten/${id}`)).json();
  expect(offer.gegevens.uitspraken.map((u: { tekst: string }) => u.tekst)).toEqual([
    'Er klonk geschreeuw en glas brak.',
  ]);
  const [kind, pleger, moeder] = ['Bram Proef', 'Jan Proef', 'Suzanne Testman'].map((n) =>
    offer.gegevens.personen.find((p: { naam: string }) => p.naam === n),
  );
  expect(moeder).toMatchObject({ geheimAdres: true, adres: null, telefoon: [] });
  expect(kind).toMatchObject({ geheimAdres: true, adres: null, telefoon: [] });
  expect(pleger).toMatchObject({
    geheimAdres: false,
    adres: 'Teststraat 12, 7811AA Emmen',
    telefoon: [],
    relatie: 'buurman van [afgeschermd]',
  });
  expect(offer.gegevens.beoordeling.besluitReden).toBe('Volgens [afgeschermd] gaat het al jaren zo.');
  await lees('/overdrachten');
  await lees('/termijnen?pagina=1');
  await lees('/ik');
  await lees(`/casussen/${m.casusId}`);
  gekregen.push((await t.als('emmen').post(`/overdrachten/${id}/aanvaarding`, { regisseurId: ORG.vt })).body);

  const ja = await aanvaard(t, id);
  expect(ja.statusCode, ja.body).toBe(200);
  gekregen.push(ja.body);
  for (const pad of [
    `/overdrachten/${id}`,
    '/overdrachten',
    `/casussen/${m.casusId}`,
    `/casussen/${m.casusId}/uitspraken`,
    `/casussen/${m.casusId}/tijdlijn`,
    `/meldingen/${m.id}`,
    `/meldingen/${m.id}/terugkoppelingen`,
  ]) {
    await lees(pad);
  }
  for (const stuk of gekregen) for (const k of KANARIES) expect(stuk).not.toMatch(k);

  // what was forgotten is shielded in the casus itself: the receiver's database answers without it
  const { rows } = await t.database.beheer.query(
    'select afgeschermd, count(*) as n from uitspraak where casus_id = $1 group by 1 order by 1',
    [m.casusId],
  );
  expect(rows).toEqual([
    { afgeschermd: false, n: 1 },
    { afgeschermd: true, n: 4 },
  ]);
  // the offer as stored holds none of it either
  const rij = await t.database.beheer.query(
    'select row_to_json(o)::text || row_to_json(i)::text as alles from overdracht o join overdracht_inhoud i on i.overdracht_id = o.id where o.id = $1',
    [id],
  );
  for (const k of KANARIES) expect(rij.rows[0].alles).not.toMatch(k);
});

it('keeps a number out of the offer that is also the number of the melder', async () => {
  const m = await nieuweMelding(t, {
    melder: { groep: 'niet_beroepsmatig', naam: MELDER, telefoon: TELEFOON, bekend: 'anoniem_voor_gezin' },
    personen: [
      // nobody in this file whom he could be: the radar has nothing to ask
      { ...gezin()[1], telefoon: ['06 8765 4321', '0591-111111'] },
    ],
  });
  await stelVast(t, m, { besluit: 'overdragen', vervolgSoort: 'lokaal_team' });
  const uit = await bied(t, m.casusId);
  expect(uit.json().gegevens.personen[0].telefoon).toEqual(['0591-111111']);
});

it('keeps a canary out of the reason of a withdrawal', async () => {
  const m = await nieuweMelding(t, {
    melder: { groep: 'niet_beroepsmatig', naam: MELDER, telefoon: TELEFOON, bekend: 'anoniem_voor_gezin' },
  });
  await stelVast(t, m, { besluit: 'overdragen', vervolgSoort: 'lokaal_team' });
  const id = (await bied(t, m.casusId)).json<{
    id: string;
  }>().id;
  const nee = await t
    .als('visser')
    .post(`/overdrachten/${id}/intrekking`, { reden: `${MELDER} trekt de melding in.` });
  expect(nee.statusCode).toBe(400);
  expect(nee.json().fouten[0].veld).toBe('reden');
});

/** A family of which the mother hides in Assen and everyone else is known to live in Emmen. */
const schuilend = () => [
  {
    ...gezin()[0],
    straat: 'Kanariestraat',
    huisnummer: '7',
    postcode: '9401XZ',
    woonplaats: 'Assen',
    geheimAdres: true,
  },
  {
    ...gezin()[1],
    rol: 'pleger',
    straat: 'Teststraat',
    huisnummer: '12',
    postcode: '7811AA',
    woonplaats: 'Emmen',
    relatie: 'zoekt haar in Assen',
  },
];

it('knows the street by how people write it, and asks a person to weigh the town of a hiding place', async () => {
  const uitspraak = (tekst: string) => ({ soort: 'feit', tekst, bron: 'politie' });
  const m = await nieuweMelding(t, {
    personen: schuilend(),
    uitspraken: [
      uitspraak('Zij is gezien in de kanariestr. 7.'),
      uitspraak('Een kennis bracht haar naar de Kerklaan in Assen.'),
      uitspraak('Zij nam de trein naar Assen.'),
      uitspraak('Er is een aangifte in Emmen.'),
    ],
  });
  await stelVast(t, m, {
    besluit: 'overdragen',
    besluitReden: 'Zij is nu in Assen en hij in Emmen.',
    vervolgSoort: 'lokaal_team',
  });
  const klaar = (await t.als('visser').get(`/casussen/${m.casusId}/overdracht-voorbereiding`)).json();
  expect(klaar.wordtAfgeschermd.map((w: { begin: string }) => w.begin).sort()).toEqual([
    'Een kennis bracht haar naar de Kerklaan in Assen.',
    'Zij is gezien in de kanariestr. 7.',
    'zoekt haar in Assen',
  ]);
  expect(
    klaar.naTeZien.map((u: { tekst: { tekst: string; soort: string | null }[] }) =>
      u.tekst.filter((s) => s.soort).map((s) => [s.soort, s.tekst]),
    ),
  ).toEqual([[['plek', 'Assen']]]);
  for (const bericht of ['Zij zit op Kanariestr 7.', 'Bel aan bij de Lindeln. 2 in Assen.']) {
    const nee = await bied(t, m.casusId, { bericht });
    expect(nee.statusCode, bericht).toBe(400);
    expect(nee.json().fouten.map((f: { veld: string }) => f.veld)).toEqual(['bericht']);
  }
  const ja = await bied(t, m.casusId);
  expect(ja.statusCode, ja.body).toBe(201);
  const offer = (await t.als('emmen').get(`/overdrachten/${ja.json().id}`)).json();
  // someone said that this one goes along; where nobody looked the town is marked
  expect(offer.gegevens.uitspraken.map((u: { tekst: string }) => u.tekst).sort()).toEqual([
    'Er is een aangifte in Emmen.',
    'Zij nam de trein naar Assen.',
  ]);
  expect(offer.gegevens.beoordeling.besluitReden).toBe('Zij is nu in [afgeschermd] en hij in Emmen.');
  expect(JSON.stringify(offer.gegevens.personen)).not.toMatch(/kanarie|assen/i);
});

it('knows a secret address from another mention of the same person', async () => {
  const [moeder, vader] = schuilend();
  const eerder = await nieuweMelding(t, { personen: [moeder, vader] });
  const m = await nieuweMelding(t, {
    personen: gezin(),
    uitspraken: [{ soort: 'feit', tekst: 'Zij is gezien op de Kanariestr. 7.', bron: 'politie' }],
  });
  const wie = async (casusId: string, rol: string) =>
    (
      await t.database.beheer.query(
        `select k.persoon_id, k.vermelding_id from koppeling k join casus_persoon cp on cp.vermelding_id = k.vermelding_id
           where cp.casus_id = $1 and cp.rol = $2 and k.tot is null`,
        [casusId, rol],
      )
    ).rows[0];
  const bekend = await wie(eerder.casusId, 'slachtoffer');
  const nieuw = await wie(m.casusId, 'slachtoffer');
  await t.database.beheer.query('update koppeling set persoon_id = $1 where vermelding_id = $2', [
    bekend.persoon_id,
    nieuw.vermelding_id,
  ]);
  await stelVast(t, m, { besluit: 'overdragen', vervolgSoort: 'lokaal_team' });
  const nee = await bied(t, m.casusId, { bericht: 'Kijk op de Kanariestraat.' });
  expect(nee.statusCode).toBe(400);
  const klaar = (await t.als('visser').get(`/casussen/${m.casusId}/overdracht-voorbereiding`)).json();
  expect(klaar.wordtAfgeschermd.map((w: { begin: string }) => w.begin)).toEqual([
    'Zij is gezien op de Kanariestr. 7.',
  ]);
});
