// SPDX-License-Identifier: EUPL-1.2
// Second part of the journey: two people weigh it, and Veilig Thuis hands it over. Until the other accepts it keeps zicht.
import { aanbod } from './berichten.ts';
import type { Reiziger } from './reiziger.ts';

const MEDEWERKER = 'vt-medewerker';

interface Beoordeling {
  id: string;
  versie: number;
  status: string;
  uitspraken: { id: string; draagt: boolean }[];
}
interface Overdracht {
  id: string;
  status: string;
  houder: { naam: string } | null;
  zicht: string;
}

/** Weighed by one, decided by another. */
export async function beoordeel(r: Reiziger, meldingId: string, welke: string): Promise<void> {
  let b: Beoordeling | null = null;
  await r.stap(`Veilig Thuis weegt de veiligheid (${welke})`, async () => {
    b = await r.beller.doe<Beoordeling>(MEDEWERKER, 'GET', `/meldingen/${meldingId}/beoordeling`, 200);
    const bewaard = await r.beller.doe<Beoordeling>(MEDEWERKER, 'PUT', `/beoordelingen/${b.id}`, 200, {
      versie: b.versie,
      acuut: 'nee',
      acuutArgument: 'Er is nu rust en er slaapt iemand bij het gezin.',
      structureel: 'ja',
      structureelArgument: 'De buur hoort dit al maanden.',
      uitspraakIds: b.uitspraken.filter((u) => u.draagt).map((u) => u.id),
      besluit: 'overdragen',
      besluitReden: 'Het lokaal team kan met dit gezin verder.',
      vervolgSoort: 'lokaal_team',
    });
    const voor = await r.beller.doe<Beoordeling>(
      MEDEWERKER,
      'POST',
      `/beoordelingen/${b.id}/voorlegging`,
      200,
      {
        versie: bewaard.versie,
      },
    );
    b = { ...b, versie: voor.versie };
    return 'voorgelegd aan een collega';
  });
  await r.stap('Zelf vaststellen mag niet: een tweede paar ogen', async () => {
    await r.beller.doe(MEDEWERKER, 'POST', `/beoordelingen/${b?.id}/vaststelling`, 403, {
      versie: b?.versie,
    });
    return 'geweigerd, zoals het hoort';
  });
  await r.stap('De gedragswetenschapper stelt vast', async () => {
    const uit = await r.beller.doe<Beoordeling>(
      'vt-gedragswetenschapper',
      'POST',
      `/beoordelingen/${b?.id}/vaststelling`,
      200,
      { versie: b?.versie },
    );
    r.verwacht(uit.status === 'vastgesteld', `De beoordeling werd ${uit.status}.`);
    return 'besluit: overdragen';
  });
}

/** While a family waits, someone looks how it is. */
export async function kijk(r: Reiziger, casusId: string): Promise<void> {
  await r.stap('Zolang het gezin wacht kijkt Veilig Thuis hoe het is', async () => {
    const uit = await r.beller.doe<{ volgendeOp: string | null }>(
      MEDEWERKER,
      'POST',
      `/casussen/${casusId}/veiligheidscontroles`,
      201,
      { uitkomst: 'veilig', met: 'de ouder, aan de telefoon', toelichting: 'Vannacht was het rustig.' },
    );
    return uit.volgendeOp ? `opnieuw voor ${uit.volgendeOp.slice(0, 10)}` : 'vastgelegd';
  });
}

/** Offered, refused, offered again, accepted. Gives nothing back: `ontvanger` holds zicht afterwards. */
export async function draagOver(
  r: Reiziger,
  casusId: string,
  vt: string,
  ontvanger: { id: string; naam: string },
): Promise<void> {
  let id = '';
  const bied = async () => {
    const er = await r.beller.doe<{ naTeZien: { id: string }[] }>(
      MEDEWERKER,
      'GET',
      `/casussen/${casusId}/overdracht-voorbereiding`,
      200,
    );
    const uit = await r.beller.doe<Overdracht>(MEDEWERKER, 'POST', `/casussen/${casusId}/overdrachten`, 201, {
      ...aanbod(ontvanger.id),
      nagezien: er.naTeZien.map((t) => ({ id: t.id, mee: true })),
    });
    r.verwacht(uit.houder?.naam === vt, `Na het aanbod houdt ${uit.houder?.naam} zicht en niet ${vt}.`);
    id = uit.id;
    return `nog geen antwoord: ${vt} houdt zicht`;
  };
  await r.stap(`Veilig Thuis biedt de casus aan: ${ontvanger.naam}`, bied);
  await r.stap('Het lokaal team weigert, met reden', async () => {
    await r.beller.doe('teamleider-emmen', 'GET', `/overdrachten/${id}`, 200);
    const uit = await r.beller.doe<Overdracht>(
      'teamleider-emmen',
      'POST',
      `/overdrachten/${id}/weigering`,
      200,
      {
        reden: 'Deze week is er niemand vrij. Probeer het morgen.',
      },
    );
    r.verwacht(uit.status === 'geweigerd', `De overdracht werd ${uit.status}.`);
    return `${vt} houdt zicht en kiest opnieuw`;
  });
  await r.stap('Veilig Thuis biedt opnieuw aan', bied);
  await r.stap('Het lokaal team aanvaardt, met een regisseur', async () => {
    const { medewerker } = await r.beller.doe<{ medewerker: { id: string } }>(
      'regisseur-emmen',
      'GET',
      '/ik',
      200,
    );
    const uit = await r.beller.doe<Overdracht>(
      'teamleider-emmen',
      'POST',
      `/overdrachten/${id}/aanvaarding`,
      200,
      {
        regisseurId: medewerker.id,
      },
    );
    r.verwacht(
      uit.status === 'aanvaard' && uit.houder?.naam === ontvanger.naam,
      `In het antwoord op de aanvaarding houdt ${uit.houder?.naam} zicht en niet ${ontvanger.naam}.`,
    );
    r.volg(casusId, ontvanger.naam, 'regisseur-emmen', 'teamleider-emmen');
    return `in hetzelfde antwoord: ${ontvanger.naam} houdt zicht`;
  });
}

/** The melders hear what was done, in the words that someone at Veilig Thuis looked at. */
export async function koppelTerug(r: Reiziger, meldingIds: readonly string[]): Promise<void> {
  await r.stap('Veilig Thuis vertelt de melders wat er is gedaan', async () => {
    let verteld = 0;
    for (const meldingId of meldingIds) {
      const lijst = await r.beller.doe<{ id: string; status: string; tekst: string }[]>(
        MEDEWERKER,
        'GET',
        `/meldingen/${meldingId}/terugkoppelingen`,
        200,
      );
      for (const t of lijst.filter((x) => x.status === 'concept')) {
        await r.beller.doe(MEDEWERKER, 'POST', `/terugkoppelingen/${t.id}/verzending`, 200, {
          tekst: t.tekst,
        });
        verteld += 1;
      }
    }
    r.verwacht(verteld > 0, 'Er was geen terugkoppeling om te geven.');
    return `${verteld} terugkoppeling${verteld === 1 ? '' : 'en'}`;
  });
}
