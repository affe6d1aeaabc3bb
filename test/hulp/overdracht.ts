// SPDX-License-Identifier: EUPL-1.2
// Steps of the overdracht that several tests take.
import { expect } from 'vitest';
import { type Als, MENS, type MensNaam, ORG, type TestHuis } from '../huis.ts';
import { nieuweMelding, stelVast } from './beoordeling.ts';

const NAMEN = [
  'Achterberg',
  'Bolwijn',
  'Coppens',
  'Duursma',
  'Everts',
  'Fokkinga',
  'Grolleman',
  'Hulzebos',
  'Idema',
  'Jalving',
  'Koops',
  'Lubbers',
];
const VOORNAMEN = [
  'Anna',
  'Wilma',
  'Roos',
  'Sjoukje',
  'Petra',
  'Kim',
  'Yvonne',
  'Machteld',
  'Dirkje',
  'Oda',
  'Truus',
];
let families = 0;

/** A mother and a child whom nobody would take for those of an earlier casus: the radar has nothing to ask. */
export function gezin(): Record<string, unknown>[] {
  const n = families++;
  const achternaam = NAMEN[n % NAMEN.length];
  return [
    {
      rol: 'slachtoffer',
      voornamen: VOORNAMEN[n % VOORNAMEN.length],
      achternaam,
      geboortejaar: 1960 + (n % 37),
      geboortemaand: 1 + (n % 12),
      geboortedag: 1 + (n % 27),
    },
    {
      rol: 'kind',
      voornamen: VOORNAMEN[(n * 5 + 3) % VOORNAMEN.length],
      achternaam,
      geboortejaar: 2010 + (n % 13),
      geboortemaand: 1 + (n % 11),
      geboortedag: 1 + (n % 23),
    },
  ];
}

/** A casus of Veilig Thuis that may be handed over: reported and decided. */
export async function klaarVoorOverdracht(
  t: TestHuis,
  anders: Record<string, unknown> = {},
): Promise<{ casusId: string; meldingId: string }> {
  const m = await nieuweMelding(t, { personen: gezin(), ...anders });
  await stelVast(t, m, {
    besluit: 'overdragen',
    besluitReden: 'Het lokaal team kent het gezin.',
    vervolgSoort: 'lokaal_team',
  });
  return { casusId: m.casusId, meldingId: m.id };
}

/** A whole offer to Lokaal team Emmen, to change at will. */
export function aanbodVoorbeeld(anders: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    naarOrganisatieId: ORG.emmen,
    doel: 'Een veiligheidsplan maken met het gezin.',
    grondslag: 'wmo_4_1_1_2_d',
    typeHulp: 'gezinshulp',
    bericht: 'Wij vragen u om met het gezin verder te gaan. Er zijn jonge kinderen.',
    delen: [
      { deel: 'personen', grond: 'Nodig om het gezin te bereiken.' },
      { deel: 'uitspraken', grond: 'Nodig om te weten wat er speelt.' },
      { deel: 'beoordeling', grond: 'Nodig om te weten hoe onveilig het is.' },
    ],
    contactNaam: 'J. Visser',
    contactTelefoon: '0592-123456',
    ...anders,
  };
}

/** The answer to an offer, in which every text that someone has to look at goes along. */
export async function bied(
  t: TestHuis,
  casusId: string,
  anders: Record<string, unknown> = {},
  wie: MensNaam = 'visser',
): ReturnType<Als['post']> {
  const er = await t.als(wie).get(`/casussen/${casusId}/overdracht-voorbereiding`);
  // a refusal is the business of the offer itself; a failure is told as what it is
  expect(er.statusCode, er.body).toBeLessThan(500);
  const naTeZien = er.json<{ naTeZien?: { id: string }[] }>().naTeZien ?? [];
  const nagezien = naTeZien.map(({ id }) => ({ id, mee: true }));
  return t.als(wie).post(`/casussen/${casusId}/overdrachten`, aanbodVoorbeeld({ nagezien, ...anders }));
}

/** Offers and gives the id. */
export async function biedAan(
  t: TestHuis,
  casusId: string,
  anders: Record<string, unknown> = {},
  wie: MensNaam = 'visser',
): Promise<string> {
  const uit = await bied(t, casusId, anders, wie);
  expect(uit.statusCode, uit.body).toBe(201);
  return uit.json<{ id: string }>().id;
}

/** Accepts for Emmen. */
export function aanvaard(t: TestHuis, id: string, wie: MensNaam = 'emmen') {
  return t.als(wie).post(`/overdrachten/${id}/aanvaarding`, { regisseurId: MENS[wie].id });
}

/** Who holds zicht now, straight from the table: always exactly one row for an open casus. */
export async function houders(t: TestHuis, casusId: string): Promise<string[]> {
  const { rows } = await t.database.beheer.query(
    'select organisatie_id from zicht where casus_id = $1 and tot is null',
    [casusId],
  );
  return rows.map((r) => r.organisatie_id);
}
