// SPDX-License-Identifier: EUPL-1.2
// Real reports are messy. What can be kept is kept and marked as doubtful; what cannot be taken says why.
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, meldingVoorbeeld, type TestHuis } from '../../../test/huis.ts';
import { jzvBericht } from '../../../test/hulp/jzv.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

interface Detail {
  personen: {
    naam: string;
    twijfels: { veld: string; reden: string }[];
    leeftijd: number | null;
    geboren: string | null;
    bsn: string | null;
    adres: string | null;
    geheimAdres: boolean;
  }[];
  twijfels: { veld: string; reden: string }[];
  uitspraken: { tekst: string }[];
  melder: { naam: string | null };
}
async function dienIn(anders: Record<string, unknown>): Promise<Detail> {
  const a = await t.als('visser').post('/meldingen', meldingVoorbeeld(anders));
  expect(a.statusCode, a.body).toBe(201);
  const d = await t.als('visser').get(`/meldingen/${a.json().id}`);
  expect(d.statusCode, d.body).toBe(200);
  return d.json();
}
const metPersoon = (p: Record<string, unknown>) => dienIn({ personen: [{ rol: 'kind', ...p }] });

describe('persons that are hard to write down', () => {
  it.each([
    ['no birth date', { voornamen: 'Bram', achternaam: 'Proef' }, 'geboortedatum'],
    ['only a year', { voornamen: 'Bram', achternaam: 'Proef', geboortejaar: 2018 }, 'geboortedatum'],
    [
      'a day that does not exist',
      { achternaam: 'Proef', geboortejaar: 2019, geboortemaand: 2, geboortedag: 30 },
      'geboortedatum',
    ],
    ['a birth in the future', { achternaam: 'Proef', geboortejaar: 2031 }, 'geboortedatum'],
    ['a BSN that fails the elfproef', { achternaam: 'Proef', bsn: '123456789' }, 'bsn'],
    ['one letter', { achternaam: 'X', geboortejaar: 2000 }, 'achternaam'],
    ['another script', { achternaam: 'محمد', geboortejaar: 2000 }, 'achternaam'],
    ['an emoji', { achternaam: 'Bloem 🌷', geboortejaar: 2000 }, 'achternaam'],
    ['sixty-five letters', { achternaam: 'A'.repeat(65), geboortejaar: 2000 }, 'achternaam'],
  ])('keeps %s and says what is doubtful', async (_naam, persoon, veld) => {
    const d = await metPersoon(persoon);
    expect(d.personen[0]?.twijfels.map((x) => x.veld)).toContain(veld);
    if ('achternaam' in persoon) expect(d.personen[0]?.naam).toContain(persoon.achternaam);
  });

  it('takes someone of whom nothing is known but that he is there', async () => {
    const d = await metPersoon({});
    expect(d.personen[0]?.naam).toBe('Naam nog onbekend');
  });

  it('keeps two people with one name apart', async () => {
    const d = await dienIn({
      personen: [
        { rol: 'pleger', voornamen: 'Jan', achternaam: 'Proef', geboortejaar: 1960 },
        { rol: 'kind', voornamen: 'Jan', achternaam: 'Proef', geboortejaar: 1990 },
      ],
    });
    expect(d.personen).toHaveLength(2);
  });

  it('takes an address abroad, or none', async () => {
    const d = await dienIn({
      personen: [
        {
          rol: 'kind',
          achternaam: 'A',
          straat: 'Rue Imaginaire',
          huisnummer: '3',
          woonplaats: 'Lyon',
          land: 'Frankrijk',
        },
        { rol: 'kind', achternaam: 'B' },
      ],
    });
    expect(d.personen.map((p) => p.adres)).toEqual(['Rue Imaginaire 3, Lyon, Frankrijk', null]);
  });

  it.each([
    ['would have happened tomorrow', '2026-12-24', 'toekomst'],
    ['would have happened next year', '2027', 'toekomst'],
    ['happened on a day that does not exist', '2026-02-30', 'bestaat niet'],
    ['would have happened in 2030, in Dutch', '1-1-2030', 'toekomst'],
    ['happened on the 31st of a February, in Dutch', '31-2-2026', 'bestaat niet'],
    ['happened before anyone was born', '1950-06-01', 'niemand geboren'],
    ['happened two hundred years ago', '1826-11-22', '120 jaar'],
  ])('marks what %s', async (_naam, gebeurdOp, woord) => {
    const d = await dienIn({ uitspraken: [{ soort: 'feit', tekst: 'Iets.', bron: 'melder', gebeurdOp }] });
    // the child of the example has a year only: enough to know that it was not there yet
    expect(d.twijfels.map((x) => x.reden)).toEqual([expect.stringContaining(woord)]);
    expect(d.uitspraken).toMatchObject([{ gebeurdOp }]);
  });

  it.each([
    'vorige zomer',
    '2026',
    '2026-11',
    '2026-11-23',
    '1985-12',
    '1990-01-01',
    '2026-11-23T08:30:00+05:00',
  ])('has no doubt about "%s"', async (gebeurdOp) => {
    const d = await dienIn({ uitspraken: [{ soort: 'feit', tekst: 'Iets.', bron: 'melder', gebeurdOp }] });
    expect(d.twijfels).toEqual([]);
    expect(d.uitspraken).toMatchObject([{ gebeurdOp }]);
  });

  it('marks one BSN with two people, and shows the number to who must ask after it', async () => {
    const d = await dienIn({
      personen: [
        { rol: 'kind', voornamen: 'Bram', achternaam: 'Dubbel', geboortejaar: 2015, bsn: '999993653' },
        { rol: 'kind', voornamen: 'Daan', achternaam: 'Dubbel', geboortejaar: 2017, bsn: '999993653' },
        { rol: 'pleger', voornamen: 'Jan', achternaam: 'Dubbel', geboortejaar: 1980, bsn: '999990482' },
      ],
    });
    expect(d.personen.map((p) => p.twijfels.some((x) => x.veld === 'bsn'))).toEqual([true, true, false]);
    expect(d.personen.map((p) => p.bsn)).toEqual(['999993653', '999993653', null]);
  });

  it('shows a birth date that cannot be as it was given', async () => {
    const d = await metPersoon({
      achternaam: 'Proef',
      geboortejaar: 2019,
      geboortemaand: 2,
      geboortedag: 30,
    });
    expect(d.personen[0]?.geboren).toBe('2019-02-30');
  });

  it('shows a birthday of which nobody knows the year, with the report and in the casus', async () => {
    const a = await t.als('visser').post(
      '/meldingen',
      meldingVoorbeeld({
        personen: [{ rol: 'kind', achternaam: 'Proef', geboortemaand: 3, geboortedag: 12 }],
      }),
    );
    expect(a.statusCode, a.body).toBe(201);
    const d = (await t.als('visser').get(`/meldingen/${a.json().id}`)).json() as Detail;
    expect(d.personen).toMatchObject([
      { geboren: 'XXXX-03-12', leeftijd: null, twijfels: [{ reden: 'Het geboortejaar is niet bekend.' }] },
    ]);
    const c = (await t.als('visser').get(`/casussen/${a.json().casusId}`)).json();
    expect(c.personen).toMatchObject([{ geboren: 'XXXX-03-12' }]);
  });

  it.each([
    ['right to left', 'محمد الأحمد'],
    ['Hebrew with a direction sign', '\u200fאבג'],
    ['a combining sign apart from its letter', 'Rene\u0301 d\u0323'],
    ['an emoji of seven code points', 'Bloem 👩‍👩‍👧‍👦🇳🇱'],
    ['two hundred letters', 'Wolfeschlegelsteinhausen'.repeat(9).slice(0, 200)],
    ['Georgian and Chinese', 'გიორგი 王小明'],
  ])('gives %s back letter by letter', async (_naam, achternaam) => {
    const d = await metPersoon({ achternaam });
    expect(d.personen[0]?.naam).toBe(achternaam);
  });

  it('shows the whole address, with what stands behind the number', async () => {
    const d = await metPersoon({
      achternaam: 'Proef',
      straat: 'Teststraat',
      huisnummer: '12',
      huisletter: 'A',
      toevoeging: '2 hoog',
      woonplaats: 'Emmen',
    });
    expect(d.personen[0]?.adres).toBe('Teststraat 12 A 2 hoog, Emmen');
  });

  it('never shows an address that must stay secret', async () => {
    const d = await metPersoon({
      achternaam: 'Schuil',
      straat: 'Kanariestraat',
      huisnummer: '99',
      geheimAdres: true,
    });
    expect(JSON.stringify(d)).not.toContain('Kanariestraat');
    expect(d.personen[0]?.geheimAdres).toBe(true);
  });

  it('keeps text as typed, also with signs that mean something elsewhere', async () => {
    const tekst = `<script>alert(1)</script> '); drop table casus;-- "aan" \u0007 ünï — 😀`;
    const d = await dienIn({ uitspraken: [{ soort: 'mening', tekst, bron: 'melder' }] });
    expect(d.uitspraken[0]?.tekst).toBe(tekst);
  });
});

describe('what cannot be taken says why', () => {
  it('names every field that is wrong, together', async () => {
    const a = await t.als('visser').post('/meldingen', {
      melder: { groep: 'onbekende groep', bekend: 'open' },
      uitspraken: [],
      personen: [],
      aard: ['x'],
      acuut: 'ja',
    });
    expect(a.statusCode).toBe(400);
    expect(a.headers['content-type']).toContain('application/problem+json');
    expect(a.json().fouten.map((f: { veld: string }) => f.veld)).toEqual(
      expect.arrayContaining(['melder.groep', 'uitspraken', 'personen', 'aard.0', 'acuut']),
    );
  });

  it('refuses a field that it does not know by its name: a secret address must not fall away by a typing error', async () => {
    const a = await t.als('visser').post(
      '/meldingen',
      meldingVoorbeeld({
        personen: [
          { rol: 'kind', achternaam: 'A', straat: 'Kanariestraat', geheimadres: true, geboortedatum: '2018' },
        ],
      }),
    );
    expect(a.statusCode).toBe(400);
    expect(a.json().fouten.map((f: { veld: string }) => f.veld)).toEqual([
      'personen.0.geheimadres',
      'personen.0.geboortedatum',
    ]);
  });

  it.each([
    ['half an emoji', { personen: [{ rol: 'kind', achternaam: 'Bloem \ud83c' }] }, 'personen.0.achternaam'],
    [
      'a statement of white space',
      { uitspraken: [{ soort: 'feit', tekst: ' \n ', bron: 'm' }] },
      'uitspraken.0.tekst',
    ],
    [
      'ten thousand people',
      { personen: Array.from({ length: 10_000 }, () => ({ rol: 'kind' })) },
      'personen',
    ],
    ['a number as text', { personen: [{ rol: 'kind', geboortejaar: '2018' }] }, 'personen.0.geboortejaar'],
    ['a BSN of eight digits', { personen: [{ rol: 'kind', bsn: '12345678' }] }, 'personen.0.bsn'],
    [
      'a name of two hundred and one letters',
      { personen: [{ rol: 'kind', achternaam: 'A'.repeat(201) }] },
      'personen.0.achternaam',
    ],
  ])('says once, in words, at which field it cannot take %s', async (_naam, anders, veld) => {
    const a = await t.als('visser').post('/meldingen', meldingVoorbeeld(anders));
    expect(a.statusCode).toBe(400);
    const fouten = a.json<{ fouten: { veld: string; melding: string }[] }>().fouten;
    expect(fouten.map((f) => f.veld)).toEqual([veld]);
    expect(fouten[0]?.melding).not.toMatch(/string|integer|null|type|format/);
    expect(a.json().detail).toContain('Er is niets bewaard.');
  });

  it('refuses a body of a hundred thousand layers with a sentence, not with a crash', async () => {
    for (const [wie, url] of [
      ['visser', '/api/v1/meldingen'],
      ['politie', '/api/jzv_meldingen/v1/meldingen'],
    ]) {
      const a = await t.app.inject({
        method: 'POST',
        url: String(url),
        headers: { 'x-test-wie': String(wie), 'content-type': 'application/json' },
        payload: `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      });
      expect(a.statusCode).toBe(400);
      expect(a.headers['content-type']).toContain('application/problem+json');
    }
  });

  it('lets a professional be anonymous to the family only with a ground', async () => {
    const melder = { groep: 'onderwijs', naam: 'I. Schut', telefoon: '0612345678' };
    const zonder = await t
      .als('school')
      .post('/meldingen', meldingVoorbeeld({ melder: { ...melder, bekend: 'anoniem_voor_gezin' } }));
    expect(zonder.json().fouten).toMatchObject([{ veld: 'melder.grond' }]);
    const anoniem = await t
      .als('school')
      .post('/meldingen', meldingVoorbeeld({ melder: { groep: 'onderwijs', bekend: 'anoniem' } }));
    expect(anoniem.json().fouten).toMatchObject([{ veld: 'melder.bekend' }]);
  });

  it('refuses a null byte with a sentence, not with a crash', async () => {
    const a = await t
      .als('visser')
      .post(
        '/meldingen',
        meldingVoorbeeld({ uitspraken: [{ soort: 'feit', tekst: 'a\u0000b', bron: 'melder' }] }),
      );
    expect(a.statusCode).toBe(400);
  });

  it.each([
    ['\u200b', 'leeg'],
    ['\u202emoeder sloeg vader', 'onzichtbaar teken'],
  ])('refuses a statement of %j by its field', async (tekst, zin) => {
    const a = await t
      .als('visser')
      .post('/meldingen', meldingVoorbeeld({ uitspraken: [{ soort: 'feit', tekst, bron: 'melder' }] }));
    expect(a.statusCode).toBe(400);
    expect(a.json().fouten).toEqual([{ veld: 'uitspraken.0.tekst', melding: expect.stringContaining(zin) }]);
  });

  it('refuses a file that is not what it says, and takes one that is', async () => {
    const m = (await t.als('visser').post('/meldingen', meldingVoorbeeld())).json();
    const stuur = (soort: string, payload: Buffer) =>
      t.app.inject({
        method: 'POST',
        url: `/api/v1/meldingen/${m.id}/bijlagen`,
        headers: {
          'x-test-wie': 'visser',
          'content-type': soort,
          'content-disposition': `attachment; filename*=UTF-8''brief%20gezin.pdf`,
        },
        payload,
      });
    const pdf = Buffer.from(
      `%PDF-1.7\n1 0 obj\n<<>>\nendobj\n${'% opvulling\n'.repeat(200)}trailer<<>>\n%%EOF`,
    );
    expect((await stuur('application/pdf', Buffer.from('MZ\u0090 dit is een programma'))).statusCode).toBe(
      415,
    );
    expect((await stuur('image/png', pdf)).statusCode).toBe(415);
    expect((await stuur('application/zip', pdf)).statusCode).toBe(415);
    // a zip under the name of a PDF
    const zip = Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\0\0\0\u0008\0'), Buffer.alloc(200)]);
    expect((await stuur('application/pdf', zip)).json().title).toBe(
      'Dit bestand is niet wat het zegt te zijn',
    );
    expect((await stuur('application/pdf', Buffer.alloc(0))).statusCode).toBe(400);
    expect((await stuur('application/pdf', Buffer.alloc(11 * 1024 * 1024, 0x20))).statusCode).toBe(413);
    const goed = await stuur('application/pdf', pdf);
    expect(goed.statusCode, goed.body).toBe(201);
    const terug = await t.als('visser').get(`/meldingen/${m.id}/bijlagen/${goed.json().id}`);
    expect(terug.rawPayload.equals(pdf)).toBe(true);
    expect(terug.headers['content-disposition']).not.toContain('gezin');
    expect((await t.als('emmen').get(`/meldingen/${m.id}/bijlagen/${goed.json().id}`)).statusCode).toBe(403);
  });

  it('keeps a file once, however often it is sent with one key, and tells apart what is another', async () => {
    const m = (await t.als('visser').post('/meldingen', meldingVoorbeeld())).json();
    const stuur = (tekst: string, sleutel: string | null, naam = 'brief.pdf') =>
      t.app.inject({
        method: 'POST',
        url: `/api/v1/meldingen/${m.id}/bijlagen`,
        headers: {
          'x-test-wie': 'visser',
          'content-type': 'application/pdf',
          'content-disposition': `attachment; filename="${naam}"`,
          ...(sleutel === null ? {} : { 'idempotency-key': sleutel }),
        },
        payload: Buffer.from(`%PDF-1.7\n${tekst}\n%%EOF`),
      });
    const [een, twee] = await Promise.all([stuur('a', 'k1'), stuur('a', 'k1')]);
    expect([een.statusCode, twee.statusCode]).toEqual([201, 201]);
    expect(twee.json()).toEqual(een.json());
    expect(twee.headers['location']).toBe(een.headers['location']);
    expect(een.json()).toMatchObject({ naam: 'brief.pdf', soort: 'application/pdf', grootte: 16 });
    for (const ander of [await stuur('b', 'k1'), await stuur('a', 'k1', 'ander.pdf')])
      expect(ander.statusCode).toBe(409);
    const aantal = async () =>
      (await t.als('visser').get(`/meldingen/${m.id}`)).json<{ bijlagen: unknown[] }>().bijlagen.length;
    expect(await aantal()).toBe(1);
    expect((await stuur('a', 'k2')).statusCode).toBe(201);
    expect((await stuur('a', null)).statusCode).toBe(201);
    expect(await aantal()).toBe(3);
    // what is kept for the second click names nobody
    const { rows } = await t.database.beheer.query(
      `select antwoord::text from idempotentie where sleutel like '%bijlagen:k1'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].antwoord).not.toContain('brief');
  });

  it.each([
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['text/html', '<p>hallo</p>'],
    ['text/plain', 'hallo'],
    ['application/json', '{}'],
  ])('says of a file of the kind %s which kinds it takes', async (soort, payload) => {
    const m = (await t.als('visser').post('/meldingen', meldingVoorbeeld())).json();
    const a = await t.app.inject({
      method: 'POST',
      url: `/api/v1/meldingen/${m.id}/bijlagen`,
      headers: { 'x-test-wie': 'visser', 'content-type': soort },
      payload,
    });
    expect(a.statusCode).toBe(415);
    expect(a.json().detail).toContain('PDF, PNG en JPEG');
  });

  it.each([
    ['/api/v1/meldingen', 'visser'],
    ['/api/jzv_meldingen/v1/meldingen', 'politie'],
  ])('refuses at %s what is not UTF-8, and keeps nothing of it', async (url, wie) => {
    const tekst = JSON.stringify(
      wie === 'politie'
        ? jzvBericht({ verzoek: 'Bel mevrouw Müller.' })
        : meldingVoorbeeld({
            uitspraken: [{ soort: 'feit', tekst: 'Mevrouw Müller belde.', bron: 'melder' }],
          }),
    );
    const aantal = async () => (await t.database.beheer.query('select count(*) as n from melding')).rows[0].n;
    const vooraf = await aantal();
    const stuur = (soort: string, payload: Buffer) =>
      t.app.inject({ method: 'POST', url, headers: { 'x-test-wie': wie, 'content-type': soort }, payload });
    for (const soort of ['; charset=iso-8859-1', '; charset=utf-8', '']) {
      const a = await stuur(`application/json${soort}`, Buffer.from(tekst, 'latin1'));
      expect(a.statusCode, soort).toBe(400);
      expect(a.json()).toMatchObject({
        type: '/problemen/geen-utf-8',
        title: 'Dit bericht is niet in UTF-8',
      });
    }
    expect(await aantal()).toBe(vooraf);
    const goed = await stuur('application/json; charset=utf-8', Buffer.from(tekst));
    expect(goed.statusCode, goed.body).toBe(201);
  });

  it('tells a client that writes everything before it reads that fifty megabytes are too many', async () => {
    const adres = new URL(await t.app.listen({ port: 0, host: '127.0.0.1' }));
    const r = request({
      host: adres.hostname,
      port: adres.port,
      path: '/api/v1/meldingen',
      method: 'POST',
      headers: { 'x-test-wie': 'visser', 'content-type': 'application/json' },
    });
    const antwoord = once(r, 'response');
    // a broken connection is an error of what is being written
    for (let mb = 0; mb < 50; mb++)
      await new Promise<void>((klaar, mis) =>
        r.write(Buffer.alloc(1024 * 1024, 0x20), (fout) => (fout ? mis(fout) : klaar())),
      );
    r.end();
    const [uit] = (await antwoord) as [IncomingMessage];
    expect(uit.statusCode).toBe(413);
    expect(JSON.parse((await uit.setEncoding('utf8').toArray()).join('')).type).toBe('/problemen/te-groot');
  });

  it('refuses fifty megabytes', async () => {
    const a = await t.app.inject({
      method: 'POST',
      url: '/api/v1/meldingen',
      headers: { 'x-test-wie': 'visser', 'content-type': 'application/json' },
      payload: Buffer.alloc(50 * 1024 * 1024, 0x20),
    });
    expect(a.statusCode).toBe(413);
  });
});

describe('advies', () => {
  const advies = {
    vrager: { groep: 'onderwijs', rol: 'ib’er', stemtIn: false },
    aard: ['kindermishandeling'],
    vraag: 'Een kind komt vaak met blauwe plekken op school.',
    advies: 'Leg de signalen vast en bespreek ze met de ouders.',
  };

  it('holds nothing of a family, and asks when the text looks like it does', async () => {
    const a = await t.als('visser').post('/adviezen', advies);
    expect(a.statusCode, a.body).toBe(201);
    const verdacht = await t
      .als('visser')
      .post('/adviezen', { ...advies, vraag: 'Bram, geboren 03-05-2018, heeft blauwe plekken.' });
    expect(verdacht.json().fouten).toMatchObject([{ veld: 'vraag' }]);
    const naam = await t
      .als('visser')
      .post('/adviezen', { ...advies, vrager: { ...advies.vrager, naam: 'Juf Test' } });
    expect(naam.json().fouten).toMatchObject([{ veld: 'vrager.stemtIn' }]);
  });

  it('asks the same of what the adviesvrager is called, with consent or without', async () => {
    const rol = 'docent, 06-12345678, kind op 7811aa 12';
    for (const stemtIn of [true, false]) {
      const a = await t
        .als('visser')
        .post('/adviezen', { ...advies, vrager: { groep: 'onderwijs', rol, stemtIn } });
      expect(a.statusCode, a.body).toBe(400);
      expect(a.json().fouten.map((f: { veld: string }) => f.veld)).toEqual(['vrager.rol', 'vrager.rol']);
    }
    const gezien = await t.als('visser').post('/adviezen', {
      ...advies,
      vraag: 'Sinds 3 mei 2026 komt een kind met blauwe plekken op school.',
      zonderGezinsgegevens: true,
    });
    expect(gezien.statusCode, gezien.body).toBe(201);
  });

  it('is mended without keeping what stood there, and a consent that is taken back takes the name along', async () => {
    const gaf = await t.als('visser').post('/adviezen', {
      ...advies,
      vraag: 'Suzanne Zwaluwkamp slaat haar kind.',
      vrager: { groep: 'onderwijs', naam: 'Juf Oosterduin', contact: 'juf@school.voorbeeld', stemtIn: true },
    });
    expect(gaf.statusCode, gaf.body).toBe(201);
    const { id, versie } = gaf.json();
    const anders = {
      versie,
      vraag: 'Een moeder slaat haar kind.',
      advies: 'Bel ons als het weer gebeurt.',
      vrager: { rol: 'leerkracht', naam: 'Juf Oosterduin', contact: null, stemtIn: false },
    };
    const nee = await t.als('bakker').put(`/adviezen/${id}`, anders);
    expect(nee.json().fouten.map((f: { veld: string }) => f.veld)).toEqual(['vrager.stemtIn']);
    const nu = { ...anders, vrager: { ...anders.vrager, naam: null } };
    const ja = await t.als('bakker').put(`/adviezen/${id}`, nu);
    expect(ja.statusCode, ja.body).toBe(200);
    expect(ja.json()).toMatchObject({
      vragerNaam: null,
      vragerContact: null,
      vragerRol: 'leerkracht',
      versie: 2,
    });
    expect((await t.als('visser').put(`/adviezen/${id}`, nu)).statusCode).toBe(409);
    for (const woord of ['Zwaluwkamp', 'Oosterduin', 'juf@school']) {
      const { rows } = await t.database.beheer.query(
        `select 'advies' as waar from advies a where to_jsonb(a)::text like $1
         union all select 'handeling' from handeling h where to_jsonb(h)::text like $1
         union all select 'verwerkingslog' from verwerkingslog l where to_jsonb(l)::text like $1`,
        [`%${woord}%`],
      );
      expect(rows, woord).toEqual([]);
    }
    expect((await t.als('zuid').put(`/adviezen/${id}`, { ...nu, versie: 2 })).statusCode).toBe(404);
  });

  it('becomes a melding, once', async () => {
    const a = (await t.als('visser').post('/adviezen', advies)).json();
    const een = await t.als('visser').post(`/adviezen/${a.id}/melding`, meldingVoorbeeld());
    expect(een.statusCode, een.body).toBe(201);
    expect((await t.als('visser').get(`/adviezen/${a.id}`)).json().meldingId).toBe(een.json().id);
    expect((await t.als('visser').post(`/adviezen/${a.id}/melding`, meldingVoorbeeld())).statusCode).toBe(
      409,
    );
    expect((await t.als('emmen').get(`/adviezen/${a.id}`)).statusCode).toBe(403);
  });
});

it('shows a sender its own reports and no more', async () => {
  await t.als('school').post(
    '/meldingen',
    meldingVoorbeeld({
      melder: { groep: 'onderwijs', naam: 'I. Schut', telefoon: '0612345678', bekend: 'open' },
    }),
  );
  const eigen = (await t.als('school').get('/eigen-meldingen')).json();
  expect(eigen.length).toBeGreaterThan(0);
  expect(Object.keys(eigen[0]).sort()).toEqual([
    'id',
    'nummer',
    'ontvangenOp',
    'status',
    'terugkoppeling',
    'verstuurdOp',
  ]);
  expect((await t.als('school').get(`/meldingen/${eigen[0].id}`)).statusCode).toBe(403);
  const lijst = (await t.als('visser').get('/meldingen')).json();
  expect(lijst[0]).toMatchObject({ houder: 'Veilig Thuis Test' });
});
