// SPDX-License-Identifier: EUPL-1.2
// Steps of monitoring and closing that several tests take.
import { expect } from 'vitest';
import type {
  AfsluitingVoorbereidingAntwoord,
  MonitormomentAntwoord,
} from '../../src/keten/monitoring/monitoring.api.ts';
import type { MensNaam, TestHuis } from '../huis.ts';
import { aanvaard, biedAan, klaarVoorOverdracht } from './overdracht.ts';

/** A casus that Emmen holds, with its grid planned. */
export async function overgedragen(
  t: TestHuis,
  anders: Record<string, unknown> = {},
): Promise<{ casusId: string; meldingId: string }> {
  const c = await klaarVoorOverdracht(t, anders);
  const uit = await aanvaard(t, await biedAan(t, c.casusId));
  expect(uit.statusCode, uit.body).toBe(200);
  return c;
}

/** The moments of a casus as someone sees them. */
export async function momenten(
  t: TestHuis,
  casusId: string,
  wie: MensNaam = 'visser',
): Promise<MonitormomentAntwoord[]> {
  const uit = await t.als(wie).get(`/casussen/${casusId}/monitormomenten`);
  expect(uit.statusCode, uit.body).toBe(200);
  return uit.json<{ momenten: MonitormomentAntwoord[] }>().momenten;
}

/** Lets a moment ask attention now, as on its warning day: from then on it can be carried out. */
export async function vraagNu(t: TestHuis, momentId: string): Promise<void> {
  await t.database.beheer.query('update termijn set waarschuwt_op = begint_op where onderwerp_id = $1', [
    momentId,
  ]);
}

/** An answer to "how is it now?", to change at will. */
export function antwoordVoorbeeld(anders: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    uitkomst: 'veilig',
    gesprokenMet: 'moeder en de regisseur',
    toelichting: 'Het is rustig thuis.',
    ...anders,
  };
}

/** What closing asks now. */
export async function voorbereiding(
  t: TestHuis,
  casusId: string,
  wie: MensNaam,
): Promise<AfsluitingVoorbereidingAntwoord> {
  const uit = await t.als(wie).get(`/casussen/${casusId}/afsluiting-voorbereiding`);
  expect(uit.statusCode, uit.body).toBe(200);
  return uit.json<AfsluitingVoorbereidingAntwoord>();
}

/** An organisation stops monitoring, so that who holds zicht may close. */
export async function stopMonitoren(t: TestHuis, casusId: string, wie: MensNaam = 'visser'): Promise<void> {
  const uit = await t.als(wie).post(`/casussen/${casusId}/monitoring-einde`, {
    reden: 'Het gezin en de regisseur zeggen allebei dat het veilig is en blijft.',
  });
  expect(uit.statusCode, uit.body).toBe(201);
}

/** A closing in which everyone is said to have given no figure. */
export async function sluit(
  t: TestHuis,
  casusId: string,
  wie: MensNaam,
  anders: Record<string, unknown> = {},
) {
  const v = await voorbereiding(t, casusId, wie);
  return t.als(wie).post(`/casussen/${casusId}/afsluiting`, {
    reden: 'veilig',
    toelichting: 'Het is al een jaar rustig, en iedereen zegt dat het veilig is.',
    zonderCijfer: v.personen
      .filter((p) => !p.heeftCijfer)
      .map((p) => ({ persoonId: p.persoonId, reden: 'Wilde geen cijfer geven.' })),
    ...anders,
  });
}
