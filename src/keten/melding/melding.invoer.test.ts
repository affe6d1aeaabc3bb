// SPDX-License-Identifier: EUPL-1.2
// Real reports are messy. What can be kept is kept and marked as doubtful; what cannot be taken says why.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestHuis, meldingVoorbeeld, type TestHuis } from '../../../test/huis.ts';

let t: TestHuis;
beforeAll(async () => {
  t = await maakTestHuis();
});
afterAll(() => t.weg());

interface Detail {
  personen: {
    naam: string;
    twijfels: { veld: string }[];
    leeftijd: number | null;
    adres: string | null;
    geheimAdres: boolean;
  }[];
  twijfels: { veld: string }[];
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

  it('marks what would have happened tomorrow', async () => {
    const d = await dienIn({
      uitspraken: [{ soort: 'feit', tekst: 'Iets.', bron: 'melder', gebeurdOp: '2026-12-24' }],
    });
    expect(d.twijfels.map((x) => x.veld)).toEqual(['gebeurdOp']);
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
    expect((await stuur('application/pdf', Buffer.alloc(0))).statusCode).toBe(400);
    const goed = await stuur('application/pdf', pdf);
    expect(goed.statusCode, goed.body).toBe(201);
    const terug = await t.als('visser').get(`/meldingen/${m.id}/bijlagen/${goed.json().id}`);
    expect(terug.rawPayload.equals(pdf)).toBe(true);
    expect(terug.headers['content-disposition']).not.toContain('gezin');
    expect((await t.als('emmen').get(`/meldingen/${m.id}/bijlagen/${goed.json().id}`)).statusCode).toBe(403);
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
