// SPDX-License-Identifier: EUPL-1.2
// Steps of the radar that several tests take. People are fictitious; BSNs are of RvIG's own test range.
import { expect } from 'vitest';
import { sluitCasus } from '../../src/kern/casus/casus.store.ts';
import { laatWeten } from '../../src/kern/gebeurtenissen.ts';
import { draagZichtOver } from '../../src/kern/zicht/zicht.store.ts';
import { systeem, type Tx } from '../../src/platform/acts/deur.ts';
import { type MensNaam, meldingVoorbeeld, ORG, REGIO, type TestHuis } from '../huis.ts';

export type Persoon = Record<string, unknown>;

export const BSN = ['999993653', '999990019', '999991772'] as const;

/** A woman with everything known, to change at will. */
export function suzanne(anders: Persoon = {}): Persoon {
  return {
    rol: 'slachtoffer',
    voornamen: 'Suzanne',
    achternaam: 'Proefhuizen',
    geboortejaar: 1985,
    geboortemaand: 12,
    geboortedag: 14,
    geslacht: 'vrouw',
    straat: 'Teststraat',
    huisnummer: '12',
    postcode: '7811AA',
    woonplaats: 'Emmen',
    ...anders,
  };
}

/** Her son. */
export function bram(anders: Persoon = {}): Persoon {
  return {
    rol: 'kind',
    voornamen: 'Bram',
    tussenvoegsel: 'van der',
    achternaam: 'Toetsing',
    geboortejaar: 2018,
    geboortemaand: 6,
    geboortedag: 23,
    geslacht: 'man',
    straat: 'Teststraat',
    huisnummer: '12',
    postcode: '7811AA',
    woonplaats: 'Emmen',
    ...anders,
  };
}

/** A family that nothing else in a test looks like. */
export function gezin(n: number): Persoon[] {
  const naam = [
    'Zwaluwkamp',
    'Krijtenburg',
    'Oosterduin',
    'Velthuisen',
    'Brandsmark',
    'Hoekpolder',
    'Tjalkema',
    'Wiersbergen',
  ][n % 8];
  const adres = {
    straat: `Laan ${n}`,
    huisnummer: String(n + 3),
    postcode: `${7000 + n * 37}KX`,
    woonplaats: 'Hoogeveen',
  };
  return [
    {
      rol: 'slachtoffer',
      voornamen: 'Wilhelmina',
      achternaam: naam,
      geboortejaar: 1970 + n,
      geboortemaand: 1 + (n % 12),
      geboortedag: 17,
      geslacht: 'vrouw',
      ...adres,
    },
    {
      rol: 'kind',
      voornamen: 'Tobias',
      achternaam: naam,
      geboortejaar: 2012 + (n % 5),
      geboortemaand: 3,
      geboortedag: 4 + (n % 20),
      geslacht: 'man',
      ...adres,
    },
  ];
}

export interface Gemeld {
  id: string;
  casusId: string;
  casusNummer: string;
}

/** A melding about these people, taken in by Visser one minute later than what was before. */
export async function meld(
  t: TestHuis,
  personen: readonly Persoon[],
  anders: Record<string, unknown> = {},
): Promise<Gemeld> {
  t.klok.vooruit(60_000);
  const uit = await t.als('visser').post('/meldingen', meldingVoorbeeld({ personen, ...anders }));
  expect(uit.statusCode, uit.body).toBe(201);
  return uit.json<Gemeld>();
}

export interface Kandidaat {
  id: string;
  oordeel: string;
  persoonId: string;
  gewicht: number;
  kans: number;
  prior: number;
  naam: string;
  woonplaats: string | null;
  geheimAdres: boolean;
  staven: { veld: string; niveau: string; bits: number; zin: string }[];
  verschillen: {
    veld: string;
    gegeven: string | null;
    bekend: string | null;
    stukken: { soort: string; tekst: string }[];
  }[];
  eenduidig: boolean;
  betekenis: string | null;
  vervallen: boolean;
}

export interface Radar {
  betrokkenheid: string;
  voorlopig: boolean;
  openVragen: number;
  personen: { vermeldingId: string; persoonId: string; naam: string; kandidaten: Kandidaat[] }[];
  voorstellen: { casusId: string; nummer: string; status: string; gemeen: number }[];
  samenvoegingen: { id: string; ongedaanOp: string | null }[];
}

/** What the radar shows of a melding. */
export async function radar(t: TestHuis, meldingId: string, wie: MensNaam = 'visser'): Promise<Radar> {
  const uit = await t.als(wie).get(`/meldingen/${meldingId}/radar`);
  expect(uit.statusCode, uit.body).toBe(200);
  return uit.json<Radar>();
}

/** The candidates of the n-th person of a melding. */
export async function kandidaten(t: TestHuis, meldingId: string, n = 0): Promise<Kandidaat[]> {
  return (await radar(t, meldingId)).personen[n]?.kandidaten ?? [];
}

/** The one candidate that there must be. */
export async function kandidaat(t: TestHuis, meldingId: string, n = 0): Promise<Kandidaat> {
  const [k, ...meer] = await kandidaten(t, meldingId, n);
  expect(k, 'no candidate').toBeDefined();
  expect(meer).toEqual([]);
  return k as Kandidaat;
}

/** Does something in the name of the system, in one act. */
export async function alsSysteem<T>(t: TestHuis, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return t.huis.deuren.act(
    { wie: systeem(REGIO), doel: 'beoordelen' },
    'termijn.klok',
    { soort: 'test' },
    fn,
  );
}

/** Closes a casus a minute later. */
export async function sluit(t: TestHuis, casusId: string): Promise<void> {
  t.klok.vooruit(60_000);
  await alsSysteem(t, async (tx) => {
    await sluitCasus(tx, casusId, 'veilig');
    await laatWeten(tx, 'casus.gesloten', { casusId, reden: 'veilig', organisatieId: ORG.vt });
  });
}

/** Another organisation holds zicht a minute later. */
export async function geefZicht(t: TestHuis, casusId: string, organisatieId: string): Promise<void> {
  t.klok.vooruit(60_000);
  await alsSysteem(t, (tx) => draagZichtOver(tx, casusId, organisatieId, 'overdracht aanvaard'));
}

/** The beoordeling of a melding is decided a minute later. */
export async function beoordeeld(t: TestHuis, meldingId: string): Promise<void> {
  t.klok.vooruit(60_000);
  await t.database.beheer.query(
    `update beoordeling set status = 'vastgesteld', besluit = 'voorwaarden_en_vervolg', besluit_reden = 'proef', vastgesteld_op = $2,
       beoordelaar_id = '00000000-0000-7000-8000-000000000201', tweede_id = '00000000-0000-7000-8000-000000000202' where melding_id = $1`,
    [meldingId, t.klok.nu()],
  );
}

/** What a melding is, as it stands on the melding. */
export async function betrokkenheid(t: TestHuis, meldingId: string): Promise<string> {
  const { rows } = await t.database.beheer.query<{ betrokkenheid: string }>(
    'select betrokkenheid from melding where id = $1',
    [meldingId],
  );
  return rows[0]?.betrokkenheid ?? '';
}

/** Which mention is which person now, in an order that does not change. */
export async function koppelingen(t: TestHuis): Promise<string[]> {
  const { rows } = await t.database.beheer.query<{ r: string }>(
    "select vermelding_id || ' ' || persoon_id as r from koppeling where tot is null order by vermelding_id",
  );
  return rows.map((r) => r.r);
}
