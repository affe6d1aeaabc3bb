// SPDX-License-Identifier: EUPL-1.2
// Steps of merging two casussen, and of undoing it, that several tests take.
import { expect } from 'vitest';
import { type Als, MENS, type MensNaam, ORG, type TestHuis } from '../huis.ts';
import { lees } from './beoordeling.ts';
import { overgedragen } from './monitoring.ts';
import { klaarVoorOverdracht } from './overdracht.ts';
import { type Gemeld, gezin, meld, type Persoon } from './radar.ts';

const NAMEN = [
  'Uilenspiegeling',
  'Vinkelgaarde',
  'Waterbolkema',
  'Xantenaar',
  'Ypelstee',
  'Zonnevanck',
  'Abbekerk',
  'Bolderik',
  'Cuneraweg',
  'Dotterman',
  'Elsgeest',
  'Fockema',
];

/** The n-th family of a test file: the radar knows it again by itself, and takes it for none of the others. */
export function familieVan(n: number): Persoon[] {
  return gezin((n % 12) + 40).map((p) => ({ ...p, achternaam: NAMEN[n % NAMEN.length] }));
}

export interface Samengevoegd {
  id: string;
  heropend: boolean;
  houder: string;
}

/** Lets one casus go up in another, a minute later. */
export async function voegSamen(
  t: TestHuis,
  bron: { casusId: string },
  doel: { casusId: string },
): Promise<Samengevoegd> {
  t.klok.vooruit(60_000);
  const uit = await t
    .als('visser')
    .post(`/casussen/${bron.casusId}/samenvoeging`, { doelCasusId: doel.casusId, reden: 'Zelfde gezin.' });
  expect(uit.statusCode, uit.body).toBe(201);
  return uit.json<Samengevoegd>();
}

/** Makes them two again, a minute later. */
export async function draaiTerug(t: TestHuis, id: string): ReturnType<Als['post']> {
  t.klok.vooruit(60_000);
  return t.als('bakker').post(`/samenvoegingen/${id}/terugdraaiing`, { reden: 'Het zijn twee gezinnen.' });
}

/** Two casussen about one family: the older with Lokaal team Emmen or with Veilig Thuis, ready to be handed over; the newer reported a day later. */
export async function tweeOverEen(
  t: TestHuis,
  familie: Persoon[],
  o: { bij?: 'emmen' | 'vt'; melding?: Record<string, unknown>; personen?: Persoon[] } = {},
): Promise<{ doel: { casusId: string; meldingId: string }; bron: Gemeld }> {
  const doel = await (o.bij === 'vt' ? klaarVoorOverdracht : overgedragen)(t, { personen: familie });
  t.klok.vooruit(86_400_000);
  return { doel, bron: await meld(t, o.personen ?? familie, o.melding) };
}

/** A melding with its beoordeling, to be decided. */
export async function metBeoordeling(t: TestHuis, m: Gemeld) {
  return { id: m.id, casusId: m.casusId, beoordeling: await lees(t, m.id) };
}

interface Termijn {
  id: string;
  soort: string;
  waarom: string;
  acuut: boolean;
  vervaltOp: string | null;
  eigenaarOrganisatieId: string;
  eigenaarMedewerkerId: string | null;
}

/** What runs in a casus and is the organisation's of who asks, by kind, as the page of the casus shows it. */
export async function werkIn(t: TestHuis, wie: MensNaam, casusId: string): Promise<Map<string, Termijn>> {
  const uit = await t.als(wie).get(`/casussen/${casusId}`);
  expect(uit.statusCode, uit.body).toBe(200);
  const eigen = uit
    .json<{ termijnen: Termijn[] }>()
    .termijnen.filter((x) => x.eigenaarOrganisatieId === MENS[wie].organisatie);
  return new Map(eigen.map((x) => [x.soort, x]));
}

/** Whether the page of a casus says that it is acute. */
export async function isAcuut(t: TestHuis, wie: MensNaam, casusId: string): Promise<boolean> {
  return (await t.als(wie).get(`/casussen/${casusId}`)).json<{ acuut: boolean }>().acuut;
}

/** Sets a voorwaarde, to be checked within a week. */
export async function stelVoorwaarde(t: TestHuis, wie: MensNaam, casusId: string): Promise<string> {
  const uit = await t.als(wie).post(`/casussen/${casusId}/voorwaarden`, {
    tekst: 'Vader komt niet thuis.',
    voor: 'vader',
    volgendeOverWeken: 1,
  });
  expect(uit.statusCode, uit.body).toBe(201);
  return uit.json<{ id: string }>().id;
}

/** Someone looked at a family. */
export async function kijk(t: TestHuis, wie: MensNaam, casusId: string, uitkomst = 'veilig'): Promise<void> {
  const uit = await t.als(wie).post(`/casussen/${casusId}/veiligheidscontroles`, {
    uitkomst,
    met: 'moeder',
    toelichting: 'Gezien.',
    volgendeOverDagen: null,
  });
  expect(uit.statusCode, uit.body).toBe(201);
}

/** A look at a family by its holder, and then everything it takes to close its casus. */
export async function sluitAf(t: TestHuis, casusId: string): Promise<void> {
  await kijk(t, 'emmen', casusId);
  const einde = await t
    .als('visser')
    .post(`/casussen/${casusId}/monitoring-einde`, { reden: 'Het gaat goed.' });
  expect(einde.statusCode, einde.body).toBeLessThan(300);
  const { uitspraken } = (await t.als('visser').get(`/casussen/${casusId}/uitspraken`)).json<{
    uitspraken: { id: string; vrij: boolean }[];
  }>();
  for (const u of uitspraken.filter((x) => !x.vrij))
    expect((await t.als('visser').post(`/uitspraken/${u.id}/vrijgave`, {})).statusCode).toBe(200);
  const { personen } = (await t.als('emmen').get(`/casussen/${casusId}/afsluiting-voorbereiding`)).json<{
    personen: { persoonId: string }[];
  }>();
  const uit = await t.als('emmen').post(`/casussen/${casusId}/afsluiting`, {
    reden: 'veilig',
    toelichting: 'Het is veilig.',
    zonderCijfer: personen.map((p) => ({ persoonId: p.persoonId, reden: 'Wil niet.' })),
    ondanks: null,
    cijfers: [],
  });
  expect(uit.statusCode, uit.body).toBe(201);
}

/** Lokaal team Emmen gets an offer of what is decided here. */
export const NAAR_EMMEN = {
  besluit: 'overdragen',
  besluitReden: 'Zij kennen het gezin.',
  vervolgSoort: 'lokaal_team',
};

/** A share with the school, for a month from now. */
export function delingMetSchool(t: TestHuis): Record<string, unknown> {
  return {
    naarOrganisatieId: ORG.school,
    onderdelen: ['personen', 'plan'],
    grondslag: 'toestemming',
    reden: 'De juf kijkt mee.',
    totOp: new Date(t.klok.nu().getTime() + 30 * 86_400_000).toISOString(),
  };
}
