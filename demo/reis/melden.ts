// SPDX-License-Identifier: EUPL-1.2
// First part of the journey: a report comes in, twice is once, and the radar shows who is known.

import { politiebericht, telefoontje } from './berichten.ts';
import type { Gezin } from './gezinnen.ts';
import type { Reiziger } from './reiziger.ts';

const JZV = '/api/jzv_meldingen/v1';
const MEDEWERKER = 'vt-medewerker';

export interface Melding {
  id: string;
  casusId: string;
  registratienummer: string;
}

interface Kandidaat {
  id: string;
  oordeel: string;
  persoonId: string;
  kans: number;
  betekenis: string;
  eenduidig: boolean;
}
interface Radar {
  betrokkenheid: string;
  personen: { persoonId: string; naam: string; kandidaten: Kandidaat[] }[];
}
interface Samengevoegd {
  id: string;
  doelCasusId: string;
  doelNummer: string;
  heropend: boolean;
  houder: string;
}

/** Finds a police report on the side of Veilig Thuis, where it has another number. */
async function zoek(r: Reiziger, registratienummer: string): Promise<Melding> {
  const lijst = await r.beller.doe<{ id: string; kanaal: string }[]>(MEDEWERKER, 'GET', '/meldingen', 200);
  for (const m of lijst.filter((x) => x.kanaal === 'jzv')) {
    const heel = await r.beller.doe<{ registratienummer: string | null; casus: { id: string } }>(
      MEDEWERKER,
      'GET',
      `/meldingen/${m.id}`,
      200,
    );
    if (heel.registratienummer === registratienummer)
      return { id: m.id, casusId: heel.casus.id, registratienummer };
  }
  r.verwacht(false, `Melding ${registratienummer} staat niet bij Veilig Thuis.`);
  throw new Error('onbereikbaar');
}

/** The police report something; from this moment Veilig Thuis holds zicht. */
export async function politieMeldt(
  r: Reiziger,
  gezin: Gezin,
  nummer: string,
  vt: string,
  wat: string,
): Promise<Melding> {
  const bericht = politiebericht(nummer, gezin, r.beller.nu(), wat);
  let melding: Melding | null = null;
  await r.stap('De politie meldt (JZV Meldingen 1.0)', async () => {
    await r.beller.doe('politie', 'POST', `${JZV}/meldingen`, 201, bericht);
    melding = await zoek(r, nummer);
    r.volg(melding.casusId, vt, MEDEWERKER);
    return `${nummer}: ${vt} houdt zicht`;
  });
  await r.stap('De politie stuurt hetzelfde bericht nog eens', async () => {
    await r.beller.doe('politie', 'POST', `${JZV}/meldingen`, 201, bericht);
    const zelfde = await r.beller.doe<{ registratienummer: string }[]>(
      'politie',
      'GET',
      `${JZV}/meldingen`,
      200,
    );
    const n = zelfde.filter((m) => m.registratienummer === nummer).length;
    r.verwacht(n === 1, `De melding staat er ${n} keer.`);
    r.verwacht((await zoek(r, nummer)).id === melding?.id, 'Het tweede bericht werd een tweede melding.');
    return 'het blijft één melding';
  });
  if (!melding) throw new Error('onbereikbaar');
  return melding;
}

/** A neighbour phones about the same people: at first that is another casus. */
export async function buurBelt(
  r: Reiziger,
  gezin: Gezin,
  vt: string,
): Promise<{ id: string; casusId: string }> {
  let melding: { id: string; casusId: string } | null = null;
  await r.stap('Een buur belt over hetzelfde gezin', async () => {
    melding = await r.beller.doe<{ id: string; casusId: string }>(
      MEDEWERKER,
      'POST',
      '/meldingen',
      201,
      telefoontje(gezin, r.beller.nu()),
    );
    r.volg(melding.casusId, vt, MEDEWERKER);
    return 'een tweede casus, ook met één houder';
  });
  if (!melding) throw new Error('onbereikbaar');
  return melding;
}

/** What the radar shows at a melding about someone of `casusId`, and a person who says that it is the same one. */
export async function radarBevestigt(r: Reiziger, meldingId: string, casusId: string): Promise<void> {
  let kandidaat: Kandidaat | null = null;
  await r.stap('De radar laat zien wie al bekend is', async () => {
    const radar = await r.beller.doe<Radar>(MEDEWERKER, 'GET', `/meldingen/${meldingId}/radar`, 200);
    const alle = radar.personen.flatMap((p) => p.kandidaten);
    for (const k of alle.filter((x) => x.eenduidig)) {
      const eerder = await r.beller.doe<{ casussen: { casusId: string }[] }>(
        MEDEWERKER,
        'POST',
        `/radar-kandidaten/${k.id}/eerder`,
        200,
        { doel: 'beoordelen', reden: 'eerder' },
      );
      if (kandidaat === null && eerder.casussen.some((c) => c.casusId === casusId)) kandidaat = k;
    }
    r.verwacht(kandidaat !== null, 'De radar herkent niemand uit de eerdere casus.');
    const hoe = kandidaat?.oordeel === 'zelf_gekoppeld' ? 'zelf gekoppeld' : 'vraagt het aan een mens';
    return `${alle.length} kandidaat${alle.length === 1 ? '' : 'en'}; ${zegKans(kandidaat?.kans ?? 0)} zeker, ${hoe}`;
  });
  await r.stap('Een medewerker zegt: dit is dezelfde persoon', async () => {
    const uit = await r.beller.doe<{ oordeel: string; wijzigingen: { naar: string }[] }>(
      MEDEWERKER,
      'POST',
      `/radar-kandidaten/${kandidaat?.id}/oordeel`,
      200,
      { oordeel: 'zelfde', reden: 'Naam, geboortedatum en adres komen overeen.' },
    );
    r.verwacht(uit.oordeel === 'zelfde', `Het oordeel werd ${uit.oordeel}.`);
    return 'vastgelegd, met reden';
  });
}

/** Never "100%": a weight is not a fact. */
function zegKans(kans: number): string {
  const p = Math.floor(kans * 1000) / 10;
  return p >= 99.9 ? 'meer dan 99,9%' : `${String(p).replace('.', ',')}%`;
}

/** Two casussen about the same people become one. */
export async function voegSamen(
  r: Reiziger,
  bronId: string,
  doelId: string,
  houder: string,
): Promise<Samengevoegd> {
  const uit = await r.beller.doe<Samengevoegd>(MEDEWERKER, 'POST', `/casussen/${bronId}/samenvoeging`, 201, {
    doelCasusId: doelId,
    reden: 'Beide gaan over hetzelfde gezin.',
  });
  r.volg(bronId, null);
  r.volg(doelId, houder);
  r.verwacht(uit.houder === houder, `Na samenvoegen houdt ${uit.houder} zicht, niet ${houder}.`);
  return uit;
}

/** The merge, taken back, and done again: both sides come back exactly. */
export async function voegSamenEnTerug(
  r: Reiziger,
  bronId: string,
  doelId: string,
  vt: string,
): Promise<void> {
  let eerste: Samengevoegd | null = null;
  await r.stap('Twee casussen worden één', async () => {
    eerste = await voegSamen(r, bronId, doelId, vt);
    return `samen in ${eerste.doelNummer}`;
  });
  await r.stap('Bij vergissing? Dan weer twee, precies zoals zij waren', async () => {
    await r.beller.doe(MEDEWERKER, 'POST', `/samenvoegingen/${eerste?.id}/terugdraaiing`, 200, {
      reden: 'Eerst nog met de buur bellen.',
    });
    r.volg(bronId, vt);
    return 'elk met één houder';
  });
  await r.stap(
    'En toch samen',
    async () => `samen in ${(await voegSamen(r, bronId, doelId, vt)).doelNummer}`,
  );
}

/** What the police may know by now of their report. */
export async function politieHoort(r: Reiziger, nummer: string, status: string, wat: string): Promise<void> {
  await r.stap(`De politie haalt de uitkomst op: ${wat}`, async () => {
    const uit = await r.beller.doe<{ status: string }>(
      'politie',
      'GET',
      `${JZV}/uitkomstmeldingen/${nummer}`,
      200,
    );
    r.verwacht(uit.status === status, `De politie kreeg ${uit.status} en niet ${status}.`);
    return status;
  });
}
