// SPDX-License-Identifier: EUPL-1.2
// Third part of the journey: one plan, figures apart, phases with a relapse, someone who asks how it is, and the end.
import { cijfers } from './berichten.ts';
import type { Reiziger } from './reiziger.ts';

const REGISSEUR = 'regisseur-emmen';
const MEDEWERKER = 'vt-medewerker';

interface Persoon {
  persoonId: string;
  naam: string;
}

async function personenVan(r: Reiziger, casusId: string): Promise<Persoon[]> {
  return (await r.beller.doe<{ personen: Persoon[] }>(REGISSEUR, 'GET', `/casussen/${casusId}`, 200))
    .personen;
}

function wissel(
  r: Reiziger,
  casusId: string,
  naar: number,
  verwacht: number,
  extra: object = {},
): Promise<unknown> {
  return r.beller.doe(REGISSEUR, 'POST', `/casussen/${casusId}/fasewisselingen`, verwacht, {
    naar,
    reden: 'Zo is het met het gezin besproken.',
    ...extra,
  });
}

/** The conditions, with their checks, the agreements and the figures. */
export async function maakPlan(r: Reiziger, casusId: string): Promise<void> {
  const voorwaarden: string[] = [];
  await r.stap('De regisseur stelt twee veiligheidsvoorwaarden', async () => {
    for (const tekst of [
      'Wie boos wordt gaat een uur naar buiten.',
      'Het kind slaapt elke nacht in een rustig huis.',
    ]) {
      const uit = await r.beller.doe<{ id: string }>(
        REGISSEUR,
        'POST',
        `/casussen/${casusId}/voorwaarden`,
        201,
        {
          tekst,
          voor: 'het hele gezin',
        },
      );
      voorwaarden.push(uit.id);
    }
    return 'elk met een termijn om te kijken';
  });
  await r.stap('Verder naar fase 2 zonder te kijken mag niet in stilte', async () => {
    await wissel(r, casusId, 2, 400);
    return 'geweigerd, zoals het hoort';
  });
  await r.stap('Iemand kijkt: de voorwaarden worden nageleefd', async () => {
    for (const id of voorwaarden) {
      await r.beller.doe(REGISSEUR, 'POST', `/voorwaarden/${id}/controles`, 201, {
        uitkomst: 'nageleefd',
        gezienBij: 'huisbezoek, met het kind erbij',
        toelichting: 'Iedereen vertelt hetzelfde.',
      });
    }
    const uit = await r.beller.doe<{ open: number; nietNageleefd: number }>(
      REGISSEUR,
      'GET',
      `/casussen/${casusId}/voorwaarden`,
      200,
    );
    r.verwacht(
      uit.open === 2 && uit.nietNageleefd === 0,
      `Er staan ${uit.open} voorwaarden open, ${uit.nietNageleefd} niet nageleefd.`,
    );
    return '2 nageleefd';
  });
  await r.stap('Afspraken: wie, wat, wanneer, en wie ziet toe', async () => {
    for (const [wie, wat] of [
      ['de ouder', 'belt de buur als het spannend wordt'],
      ['oma', 'haalt het kind op woensdag van school'],
    ]) {
      await r.beller.doe(REGISSEUR, 'POST', `/casussen/${casusId}/afspraken`, 201, {
        wie,
        wat,
        wanneer: 'vanaf nu',
        zietToe: 'de regisseur',
        signaal: 'het kind is stil',
      });
    }
    return '2 afspraken';
  });
  await r.stap('Iedereen geeft een veiligheidscijfer, per persoon en per gever apart', async () => {
    const alle = cijfers(await personenVan(r, casusId), true);
    for (const c of alle)
      await r.beller.doe(REGISSEUR, 'POST', `/casussen/${casusId}/veiligheidscijfers`, 201, {
        ...c,
        bij: 'start',
      });
    const uit = await r.beller.doe<{ personen: { laagsteCijfer: number; reeksen: unknown[] }[] }>(
      REGISSEUR,
      'GET',
      `/casussen/${casusId}/veiligheidscijfers`,
      200,
    );
    r.verwacht(
      uit.personen.every((p) => p.reeksen.length === 2 && p.laagsteCijfer === 4),
      'De cijfers staan niet apart, of het laagste is niet te zien.',
    );
    return `${alle.length} cijfers, het laagste blijft te zien`;
  });
}

/** Up two phases, a relapse, and up again. */
export async function doorDeFasen(r: Reiziger, casusId: string): Promise<void> {
  for (const [naar, wat] of [
    [2, 'stabiele veiligheid'],
    [3, 'herstel'],
  ] as const) {
    await r.stap(`Naar fase ${naar}: ${wat}`, async () => {
      await wissel(r, casusId, naar, 201);
      return `fase ${naar}`;
    });
  }
  await r.stap('Terugval: terug naar fase 1, eerst weer directe veiligheid', async () => {
    await wissel(r, casusId, 1, 201, { terugval: true, reden: 'Er was weer ruzie met geweld.' });
    const uit = await r.beller.doe<{ fase: number; gedaan: number[] }>(
      REGISSEUR,
      'GET',
      `/casussen/${casusId}/fasewisselingen`,
      200,
    );
    r.verwacht(
      uit.fase === 1 && uit.gedaan.includes(2),
      `De casus is in fase ${uit.fase}; gedaan: ${uit.gedaan.join(', ')}.`,
    );
    return 'wat bereikt was blijft staan';
  });
  await r.stap('En weer omhoog, in twee stappen', async () => {
    await wissel(r, casusId, 2, 201);
    await wissel(r, casusId, 3, 201);
    return 'fase 3';
  });
}

/** Veilig Thuis asks how it is: the grid is planned, and an extra moment is done. */
export async function monitor(r: Reiziger, casusId: string): Promise<void> {
  let extra = '';
  await r.stap('Monitoring staat gepland vanaf de aanvaarding; een extra moment erbij', async () => {
    const uit = await r.beller.doe<{ momenten: { soort: string }[] }>(
      MEDEWERKER,
      'GET',
      `/casussen/${casusId}/monitormomenten`,
      200,
    );
    const raster = uit.momenten.filter((m) => m.soort !== 'monitor_extra').length;
    r.verwacht(raster === 3, `Er staan ${raster} momenten gepland, geen 3.`);
    const dag = new Date(r.beller.nu().getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
    const m = await r.beller.doe<{ id: string }>(
      MEDEWERKER,
      'POST',
      `/casussen/${casusId}/monitormomenten`,
      201,
      {
        geplandDatum: dag,
        reden: 'Na de terugval eerder vragen hoe het gaat.',
      },
    );
    extra = m.id;
    return `3 momenten en ${dag}`;
  });
  await r.stap('Veilig Thuis vraagt hoe het nu is', async () => {
    const personen = await personenVan(r, casusId);
    const uit = await r.beller.doe<{ houderKijktVoorOp: string | null }>(
      MEDEWERKER,
      'POST',
      `/monitormomenten/${extra}/uitvoering`,
      201,
      {
        uitkomst: 'veilig',
        gesprokenMet: 'de ouder en de regisseur',
        toelichting: 'Het is rustig thuis.',
        cijfers: cijfers(personen, false),
      },
    );
    r.verwacht(uit.houderKijktVoorOp === null, 'Het is veilig, en toch moet de houder komen kijken.');
    return `veilig, met ${personen.length * 2} cijfers`;
  });
}

/** Veilig Thuis lets go: until then the holder cannot close. */
export async function stopMonitoren(r: Reiziger, casusId: string): Promise<void> {
  await r.stap(
    'Het lokaal team kan nog niet sluiten: Veilig Thuis beëindigt eerst het monitoren',
    async () => {
      const v = await r.beller.doe<{ tegen: { veld: string }[] }>(
        REGISSEUR,
        'GET',
        `/casussen/${casusId}/afsluiting-voorbereiding`,
        200,
      );
      r.verwacht(
        v.tegen.some((b) => b.veld === 'monitoring'),
        'Veilig Thuis monitort nog, en toch staat niets het sluiten in de weg.',
      );
      const uit = await r.beller.doe<{ vervallen: number }>(
        MEDEWERKER,
        'POST',
        `/casussen/${casusId}/monitoring-einde`,
        201,
        { reden: 'Gezin en regisseur zeggen allebei dat het veilig is en blijft.' },
      );
      return `${uit.vervallen} momenten vervallen`;
    },
  );
}

/** The holder closes, with a last figure from everyone. */
export async function sluitAf(r: Reiziger, casusId: string): Promise<void> {
  await r.stap('Het lokaal team sluit af, met een laatste cijfer van iedereen', async () => {
    const v = await r.beller.doe<{ tegen: { zin: string }[]; personen: Persoon[]; vraagtOndanks: boolean }>(
      REGISSEUR,
      'GET',
      `/casussen/${casusId}/afsluiting-voorbereiding`,
      200,
    );
    r.verwacht(v.tegen.length === 0, `Sluiten kan nog niet: ${v.tegen.map((t) => t.zin).join(' ')}`);
    await r.beller.doe(REGISSEUR, 'POST', `/casussen/${casusId}/afsluiting`, 201, {
      reden: 'veilig',
      toelichting: 'Het is lang rustig, en iedereen zegt dat het veilig is.',
      zonderCijfer: [],
      cijfers: cijfers(v.personen, false),
      ondanks: null,
    });
    r.volg(casusId, null);
    return 'niemand houdt nog zicht';
  });
}
