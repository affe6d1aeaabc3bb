// SPDX-License-Identifier: EUPL-1.2
// Canaries: a word of its own in every field that must stay hidden. Then everything that each persona can ask is asked, and whatever
// comes back or is left behind (answers, headers, addresses, logs, queues) is searched for those words (P4).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zegelLog } from '../src/platform/acts/zegel.store.ts';
import { MENS, type MensNaam, maakTestHuis, meldingVoorbeeld, ORG, REGIO, type TestHuis } from './huis.ts';
import { aanvaard, biedAan, klaarVoorOverdracht } from './hulp/overdracht.ts';

/** A word per hidden field: letters only, so that neither searching nor sorting treats it otherwise than a name. */
const K = {
  melderNaam: 'Kanariemelder',
  melderTelefoon: '0687654321',
  melderMail: 'kanariemail',
  melderRol: 'Kanarierol',
  melderGrond: 'Kanariegrond',
  afgeschermd: 'Kanarieafgeschermd',
  straat: 'Kanariestraat',
  plaats: 'Kanarieplaats',
  postcode: '9963KV',
  geheimTelefoon: '0676543218',
  bsn: '999993653',
  verborgen: 'Kanarieschuilplek',
  kring: 'Kanariekring',
  concept: 'Kanarieconcept',
  bijlage: 'Kanariebijlage',
  noodreden: 'Kanarienood',
} as const;
type Kanarie = keyof typeof K;

const VT: MensNaam[] = ['visser', 'bakker', 'teamleider'];
/** Who may read which of them, somewhere. The others: nobody. */
const MAG: Partial<Record<Kanarie, MensNaam[]>> = {
  // the shielded part: only where the melding was received
  melderNaam: VT,
  melderTelefoon: VT,
  melderMail: VT,
  melderRol: VT,
  melderGrond: VT,
  afgeschermd: VT,
  bijlage: VT,
  // the hidden part of the plan: whoever works with the family; and whoever presses the noodknop, for their safety
  verborgen: [...VT, 'emmen', 'emmenLeider', 'assen'],
  // one's own
  kring: ['opvang'],
  concept: ['school'],
  noodreden: ['assen', 'emmen', 'emmenLeider', ...VT, 'fg'],
};
const ALLEN = Object.keys(MENS) as MensNaam[];

let t: TestHuis;
/** What an id behind this word of an address names. */
const NOEMT: Record<string, string> = {
  adviezen: 'advies',
  afspraken: 'afspraak',
  beoordelingen: 'beoordeling',
  bijlagen: 'bijlage',
  casussen: 'casus',
  concepten: 'concept',
  meldingen: 'melding',
  monitormomenten: 'monitormoment',
  overdrachten: 'overdracht',
  personen: 'persoon',
  'radar-kandidaten': 'radar_kandidaat',
  terugkoppelingen: 'terugkoppeling',
  termijnen: 'termijn',
  uitspraken: 'uitspraak',
  voorwaarden: 'voorwaarde',
};
const ids = new Map<string, string[]>();
let casusId: string;
let meldingId: string;
beforeAll(async () => {
  t = await maakTestHuis();
  const personen = [
    {
      rol: 'slachtoffer',
      voornamen: 'Roelien',
      achternaam: 'Zichtbaar',
      geboortejaar: 1985,
      geboortemaand: 4,
      geboortedag: 9,
      bsn: K.bsn,
      straat: K.straat,
      huisnummer: '11',
      postcode: K.postcode,
      woonplaats: K.plaats,
      telefoon: [K.geheimTelefoon],
      geheimAdres: true,
    },
    {
      rol: 'pleger',
      voornamen: 'Harm',
      achternaam: 'Gevaar',
      geboortejaar: 1980,
      geboortemaand: 2,
      geboortedag: 3,
    },
  ];
  const opgave = meldingVoorbeeld({
    melder: {
      groep: 'onderwijs',
      rol: K.melderRol,
      naam: K.melderNaam,
      telefoon: K.melderTelefoon,
      email: `${K.melderMail}@voorbeeld.nl`,
      bekend: 'anoniem_voor_gezin',
      grond: K.melderGrond,
    },
    uitspraken: [
      { soort: 'waarneming', tekst: 'Er was geschreeuw.', bron: 'melder', gebeurdOp: '2026-11-22' },
      { soort: 'waarneming', tekst: K.afgeschermd, bron: 'melder', afgeschermd: true },
    ],
    personen,
    aard: ['partnergeweld'],
  });
  const klaar = async (uit: Promise<{ statusCode: number; body: string }>, code = 201) => {
    const a = await uit;
    expect(a.statusCode, a.body).toBe(code);
    return JSON.parse(a.body || 'null');
  };
  const m = await klaarVoorOverdracht(t, opgave);
  casusId = m.casusId;
  meldingId = m.meldingId;
  const bijlage = await t.app.inject({
    method: 'POST',
    url: `/api/v1/meldingen/${meldingId}/bijlagen`,
    headers: {
      'x-test-wie': 'visser',
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${K.bijlage}.pdf"`,
    },
    payload: Buffer.from('%PDF-1.4\n%%EOF\n'),
  });
  expect(bijlage.statusCode, bijlage.body).toBe(201);
  // the same family again: the radar has something to compare with, also with the secret address
  await klaar(
    t
      .als('visser')
      .post('/meldingen', { ...opgave, uitspraken: [{ soort: 'feit', tekst: 'Nog eens.', bron: 'melder' }] }),
  );
  await aanvaard(t, await biedAan(t, casusId));
  for (const [wat, verborgenVoorPleger] of [
    ['Belt de buurvrouw', false],
    [K.verborgen, true],
  ] as const)
    await klaar(
      t.als('emmen').post(`/casussen/${casusId}/afspraken`, {
        fase: 1,
        wie: 'Roelien',
        wat,
        wanneer: 'Meteen',
        zietToe: 'De regisseur',
        verborgenVoorPleger,
      }),
    );
  await klaar(t.als('opvang').post('/ik/kring', { wie: 'familie', achternaam: K.kring, geboortejaar: 1990 }));
  await klaar(
    t.als('school').put('/concepten/01900000-0000-7000-8000-00000000abcd', {
      soort: 'melding',
      inhoud: { tekst: K.concept },
      versie: 0,
    }),
    200,
  );
  await klaar(
    t.als('emmen').post(`/casussen/${casusId}/delingen`, {
      naarOrganisatieId: ORG.school,
      onderdelen: ['personen', 'plan', 'cijfers', 'monitoring', 'uitspraken', 'tijdlijn'],
      grondslag: 'toestemming',
      reden: 'De school ziet het kind elke dag.',
      totOp: new Date(t.klok.nu().getTime() + 864e5).toISOString(),
    }),
  );
  const { rows } = await t.database.beheer.query('select nummer from casus where id = $1', [casusId]);
  await klaar(
    t
      .als('assen')
      .post('/noodtoegang', { casusnummer: rows[0].nummer, doel: 'zicht_houden', reden: K.noodreden }),
  );
  for (const [woord, tabel] of Object.entries(NOEMT)) {
    const r = await t.database.beheer.query<{ id: string }>(
      `select id from houvast.${tabel} order by id limit 4`,
    );
    ids.set(
      woord,
      r.rows.map((x) => x.id),
    );
  }
  ids.set('organisaties', Object.values(ORG));
});
afterAll(() => t.weg());

/** The canaries in a text that this persona may not read. */
function gevonden(tekst: string, wie: MensNaam | null): string[] {
  const klein = tekst.toLowerCase();
  return (Object.keys(K) as Kanarie[]).filter(
    (k) => klein.includes(K[k].toLowerCase()) && !(wie && MAG[k]?.includes(wie)),
  );
}

interface Document {
  paths: Record<string, Record<string, { operationId?: string }>>;
}

describe('what must stay hidden', () => {
  it('is in no answer to anything that can be read, by whoever may not read it', async () => {
    const document: Document = (await t.app.inject({ url: '/api/v1/openapi.json' })).json();
    const lezen = Object.entries(document.paths).flatMap(([pad, m]) => (m['get'] ? [pad] : []));
    const lekken: string[] = [];
    let gezien = 0;
    const gelezen = new Map<MensNaam, string>();
    for (const wie of ALLEN) {
      for (const pad of lezen) {
        // every id that the word before it may name; of a word that is not known, the casus
        let paden = [''];
        for (const stuk of pad.split('/').slice(1)) {
          paden = paden.flatMap((begin) => {
            const woord = begin.split('/').at(-1) ?? '';
            return stuk.startsWith('{')
              ? (ids.get(woord) ?? [casusId]).map((id) => `${begin}/${id}`)
              : [`${begin}/${stuk}`];
          });
        }
        for (const p of paden) {
          const a = await t.als(wie).get(p);
          gezien += 1;
          const alles = `${a.statusCode} ${JSON.stringify(a.headers)} ${a.body}`;
          if (a.statusCode === 200) gelezen.set(wie, `${gelezen.get(wie) ?? ''}${a.body}`);
          for (const k of gevonden(alles, wie)) lekken.push(`${k}: ${wie} GET ${p} (${a.statusCode})`);
        }
      }
    }
    expect(lekken).toEqual([]);
    expect(gezien).toBeGreaterThan(700);
    // the words are really there for who may read them: searching for what is nowhere would find nothing either
    for (const [k, wie] of Object.entries(MAG) as [Kanarie, MensNaam[]][]) {
      const [een] = wie;
      if (een) expect(gelezen.get(een)?.toLowerCase(), `${k} bij ${een}`).toContain(K[k].toLowerCase());
    }
  });

  it('is not found by looking for it: the answer is that of a word that is nowhere', async () => {
    const zonder = (tekst: string, woord: string) => tekst.replaceAll(woord, '…');
    for (const wie of ALLEN) {
      for (const woord of [K.straat, K.plaats, K.melderNaam, K.verborgen, K.kring, K.afgeschermd]) {
        const nergens = 'Nergensgenoemd';
        const casussen = (x: string) => t.als(wie).post('/casussen/_zoek', { zoekterm: x });
        expect(zonder((await casussen(woord)).body.replace(/fout:\w+/, ''), woord), `${wie} ${woord}`).toBe(
          zonder((await casussen(nergens)).body.replace(/fout:\w+/, ''), nergens),
        );
        const radar = (x: string) =>
          t.als(wie).post('/radar/_zoek', {
            personen: [
              {
                rol: 'onbekend',
                achternaam: x,
                straat: x,
                huisnummer: '11',
                postcode: K.postcode,
                woonplaats: x,
              },
            ],
          });
        expect(zonder((await radar(woord)).body.replace(/fout:\w+/, ''), woord), `${wie} ${woord}`).toBe(
          zonder((await radar(nergens)).body.replace(/fout:\w+/, ''), nergens),
        );
      }
    }
  });

  it('is not in what a mistake is answered with', async () => {
    const lekken: string[] = [];
    for (const wie of ALLEN)
      for (const [pad, body] of [
        ['/meldingen', { personen: [{ straat: K.straat, huisnummer: 11 }], melder: { naam: K.melderNaam } }],
        [`/casussen/${casusId}/uitspraken`, { tekst: K.afgeschermd, soort: K.afgeschermd }],
        [`/casussen/${casusId}/afspraken`, { wat: K.verborgen, fase: K.verborgen }],
        ['/noodtoegang', { casusnummer: K.straat, doel: K.straat, reden: K.noodreden }],
        ['/ik/kring', { wie: K.kring }],
      ] as const) {
        const a = await t.als(wie).post(pad, body);
        expect(a.statusCode).toBeGreaterThanOrEqual(400);
        for (const k of gevonden(a.body, null)) lekken.push(`${k}: ${wie} POST ${pad}`);
      }
    expect(lekken).toEqual([]);
  });

  it('is in no log, no act, no term, no job and no answer that is kept', async () => {
    await zegelLog(t.huis.db, REGIO, t.klok.nu());
    const lekken: string[] = [];
    for (const bron of [
      'houvast.verwerkingslog',
      'houvast.besluitlog',
      'houvast.handeling',
      'houvast.termijn',
      'houvast.termijn_wijziging',
      'houvast.idempotentie',
      'houvast.betrokkenheid',
      'houvast.zicht',
      'houvast.radar_kandidaat',
      'houvast.deling',
      'houvast.belang',
      'graphile_worker.jobs',
      'graphile_worker._private_jobs',
    ]) {
      const { rows } = await t.database.beheer.query<{ tekst: string }>(
        `select coalesce(string_agg(to_jsonb(x)::text, ' '), '') as tekst from ${bron} x`,
      );
      for (const k of gevonden(rows[0]?.tekst ?? '', null)) lekken.push(`${k}: ${bron}`);
    }
    expect(lekken).toEqual([]);
  });
});
