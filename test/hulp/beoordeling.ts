// SPDX-License-Identifier: EUPL-1.2
// Steps of the veiligheidsbeoordeling that several tests take.
import { expect } from 'vitest';
import type {
  BeoordelingAntwoord,
  BeoordelingStandAntwoord,
} from '../../src/keten/beoordeling/beoordeling.api.ts';
import { type MensNaam, meldingVoorbeeld, type TestHuis } from '../huis.ts';

export interface NieuweMelding {
  id: string;
  casusId: string;
  beoordeling: BeoordelingAntwoord;
}

/** A melding taken in by Visser, and its beoordeling as it then stands. */
export async function nieuweMelding(
  t: TestHuis,
  anders: Record<string, unknown> = {},
): Promise<NieuweMelding> {
  const uit = await t.als('visser').post('/meldingen', meldingVoorbeeld(anders));
  expect(uit.statusCode, uit.body).toBe(201);
  const { id, casusId } = uit.json<{ id: string; casusId: string }>();
  return { id, casusId, beoordeling: await lees(t, id) };
}

/** The beoordeling of a melding, as someone of Veilig Thuis reads it. */
export async function lees(
  t: TestHuis,
  meldingId: string,
  wie: MensNaam = 'visser',
): Promise<BeoordelingAntwoord> {
  const uit = await t.als(wie).get(`/meldingen/${meldingId}/beoordeling`);
  expect(uit.statusCode, uit.body).toBe(200);
  return uit.json<BeoordelingAntwoord>();
}

/** A weighing in which nothing is missing. */
export function heleAfweging(
  b: BeoordelingAntwoord,
  anders: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    versie: b.versie,
    acuut: 'nee',
    acuutArgument: 'De vermoedelijke pleger is het huis uit.',
    structureel: 'ja',
    structureelArgument: 'De buurvrouw hoort dit al maanden.',
    uitspraakIds: b.uitspraken.filter((u) => u.draagt).map((u) => u.id),
    besluit: 'voorwaarden_en_vervolg',
    besluitReden: 'Er is een patroon en er zijn kinderen bij.',
    ...anders,
  };
}

/** Weighed and put forward by Visser. */
export async function legVoor(
  t: TestHuis,
  m: NieuweMelding,
  anders: Record<string, unknown> = {},
): Promise<BeoordelingStandAntwoord> {
  const bewaard = await t
    .als('visser')
    .put(`/beoordelingen/${m.beoordeling.id}`, heleAfweging(await lees(t, m.id), anders));
  expect(bewaard.statusCode, bewaard.body).toBe(200);
  const uit = await t.als('visser').post(`/beoordelingen/${m.beoordeling.id}/voorlegging`, {
    versie: bewaard.json<{ versie: number }>().versie,
  });
  expect(uit.statusCode, uit.body).toBe(200);
  return uit.json<BeoordelingStandAntwoord>();
}

/** The whole way: weighed by Visser, decided by Bakker. */
export async function stelVast(
  t: TestHuis,
  m: NieuweMelding,
  anders: Record<string, unknown> = {},
): Promise<void> {
  const { versie } = await legVoor(t, m, anders);
  const uit = await t.als('bakker').post(`/beoordelingen/${m.beoordeling.id}/vaststelling`, { versie });
  expect(uit.statusCode, uit.body).toBe(200);
}

/** The running terms of a casus, by kind. */
export async function lopendeTermijnen(
  t: TestHuis,
  casusId: string,
): Promise<
  Map<
    string,
    {
      id: string;
      vervalt_op: Date | null;
      eigenaar_organisatie_id: string;
      eigenaar_medewerker_id: string | null;
      acuut: boolean;
    }
  >
> {
  const { rows } = await t.database.beheer.query(
    'select id, soort, vervalt_op, eigenaar_organisatie_id, eigenaar_medewerker_id, acuut from termijn where casus_id = $1 and afgerond_op is null',
    [casusId],
  );
  return new Map(rows.map((r) => [r.soort, r]));
}
