// SPDX-License-Identifier: EUPL-1.2
// P4: the melder and a secret address are in no answer of monitoring, closing, the worklist or the figures.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MensNaam, maakTestHuis, type TestHuis } from '../../../test/huis.ts';
import { antwoordVoorbeeld, momenten, overgedragen } from '../../../test/hulp/monitoring.ts';

const GEHEIM = [
  'Melderman',
  '0687654321',
  'melder@voorbeeld.nl',
  'Schuilstraat',
  '7899ZZ',
  'Schuildorp',
  '0611112222',
  'hoort gegil door de muur',
];

let t: TestHuis;
let casusId: string;
let momentId: string;
beforeAll(async () => {
  t = await maakTestHuis();
  ({ casusId } = await overgedragen(t, {
    melder: {
      groep: 'niet_beroepsmatig',
      naam: 'Piet Melderman',
      telefoon: '0687654321',
      email: 'melder@voorbeeld.nl',
      bekend: 'anoniem_voor_gezin',
    },
    uitspraken: [
      {
        soort: 'waarneming',
        tekst: 'De melder van nummer 14 hoort gegil door de muur.',
        bron: 'melder',
        afgeschermd: true,
      },
      { soort: 'waarneming', tekst: 'Er was ruzie en er is geslagen.', bron: 'politie' },
    ],
    personen: [
      {
        rol: 'slachtoffer',
        voornamen: 'Suzanne',
        achternaam: 'Testman',
        geboortejaar: 1985,
        straat: 'Schuilstraat',
        huisnummer: '7',
        postcode: '7899ZZ',
        woonplaats: 'Schuildorp',
        geheimAdres: true,
        telefoon: ['0611112222'],
      },
      {
        rol: 'kind',
        voornamen: 'Bram',
        achternaam: 'Proef',
        geboortejaar: 2018,
        straat: 'Schuilstraat',
        huisnummer: '7',
        postcode: '7899ZZ',
        woonplaats: 'Schuildorp',
      },
    ],
  }));
  momentId = (await momenten(t, casusId))[0]?.id ?? '';
});
afterAll(() => t.weg());

const PADEN = () => [
  `/casussen/${casusId}/monitormomenten`,
  `/monitormomenten/${momentId}`,
  '/monitormomenten',
  `/casussen/${casusId}/afsluiting-voorbereiding`,
  '/werk?wie=mij',
  '/werk?wie=organisatie',
  '/cijfers/team',
  '/cijfers/team/csv',
  ...['in', 'open', 'op_tijd', 'wachten', 'overgedragen', 'aangekregen'].map((f) => `/cijfers/team/${f}`),
];

describe('what must stay hidden', () => {
  it.each<MensNaam>(['visser', 'emmen', 'emmenLeider', 'assen', 'beleid', 'opvang'])(
    'is nowhere for %s',
    async (wie) => {
      for (const pad of PADEN()) {
        const uit = await t.als(wie).get(pad);
        for (const woord of GEHEIM) expect(uit.body.includes(woord), `${pad}: ${woord}`).toBe(false);
      }
    },
  );

  it('nor in an error, nor in the acts', async () => {
    const fouten = [
      await t
        .als('emmen')
        .post(`/casussen/${casusId}/afsluiting`, { reden: 'veilig', toelichting: 'x', zonderCijfer: [] }),
      await t.als('visser').post(`/monitormomenten/${momentId}/uitvoering`, { uitkomst: 'veilig' }),
    ];
    expect(fouten.map((f) => f.statusCode)).toEqual([400, 400]);
    await t
      .als('visser')
      .post(
        `/monitormomenten/${momentId}/uitvoering`,
        antwoordVoorbeeld({ uitkomst: 'onveilig', toelichting: 'Een verhaal dat alleen hier staat.' }),
      );
    const { rows } = await t.database.beheer.query('select inhoud::text as tekst from handeling');
    const alles = [...fouten.map((f) => f.body), ...rows.map((r) => r.tekst)].join('\n');
    for (const woord of [...GEHEIM, 'Suzanne', 'Testman', 'Bram', 'verhaal dat alleen'])
      expect(alles.includes(woord), woord).toBe(false);
  });
});
