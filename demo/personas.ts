// SPDX-License-Identifier: EUPL-1.2
// Who anyone may be in the demo. Constant ids, so that the identity provider can list them before the region is loaded.
import type { Persona } from './idp/personas.ts';

export type { Persona };

const sub = (n: number) => `d0000000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;

const VT = 'Veilig Thuis Drenthe';
const EMMEN = 'Lokaal team Emmen';
const ASSEN = 'Lokaal team Assen';

export const PERSONAS = [
  {
    id: 'vt-medewerker',
    sub: sub(1),
    naam: 'J. Visser',
    functie: 'Medewerker Veilig Thuis',
    organisatie: VT,
    omschrijving:
      'Er kwam net een acute melding van de politie binnen. Er is ook een beoordeling bijna te laat, en een monitormoment over tijd.',
    en: {
      functie: 'Worker at Veilig Thuis',
      omschrijving:
        'An acute police report has just come in. There is also an assessment that is nearly late, and a monitoring moment that is overdue.',
    },
  },
  {
    id: 'vt-gedragswetenschapper',
    sub: sub(2),
    naam: 'M. Akkerman',
    functie: 'Gedragswetenschapper Veilig Thuis',
    organisatie: VT,
    omschrijving: 'Collega’s vragen om een tweede paar ogen bij hun besluit.',
    en: {
      functie: 'Behavioural scientist at Veilig Thuis',
      omschrijving: 'Colleagues ask for a second pair of eyes on their decision.',
    },
  },
  {
    id: 'vt-teamleider',
    sub: sub(3),
    naam: 'R. Hoving',
    functie: 'Teamleider Veilig Thuis',
    organisatie: VT,
    omschrijving: 'Wie wacht er, hoelang al, en wie houdt zicht? Op een overdracht kwam geen antwoord.',
    en: {
      functie: 'Team leader at Veilig Thuis',
      omschrijving: 'Who waits, for how long, and who watches them? One handover was never answered.',
    },
  },
  {
    id: 'regisseur-emmen',
    sub: sub(4),
    naam: 'S. Kiewiet',
    functie: 'Regisseur lokaal team',
    organisatie: EMMEN,
    omschrijving: 'Gezinnen met een plan. In een gezin ging het opnieuw mis: terug naar fase 1.',
    en: {
      functie: 'Regisseur in a local team',
      omschrijving: 'Families with a plan. In one family it went wrong again: back to phase 1.',
    },
  },
  {
    id: 'teamleider-emmen',
    sub: sub(5),
    naam: 'T. Wierenga',
    functie: 'Teamleider lokaal team',
    organisatie: EMMEN,
    omschrijving: 'Veilig Thuis biedt overdrachten aan: neem aan of weiger. Een ervan vervalt bijna.',
    en: {
      functie: 'Team leader of a local team',
      omschrijving: 'Veilig Thuis offers handovers: accept or refuse. One of them nearly expires.',
    },
  },
  {
    id: 'regisseur-assen',
    sub: sub(6),
    naam: 'L. Okken',
    functie: 'Regisseur lokaal team',
    organisatie: ASSEN,
    omschrijving:
      'Een plan in fase 2 waarin de veiligheidscijfers ver uit elkaar liggen, met een geheim adres.',
    en: {
      functie: 'Regisseur in a local team',
      omschrijving: 'A plan in phase 2 in which the safety figures lie far apart, with a secret address.',
    },
  },
  {
    id: 'professional-school',
    sub: sub(7),
    naam: 'I. Veenhuis',
    functie: 'Intern begeleider',
    organisatie: 'Basisschool De Zwerfkei',
    omschrijving:
      'Volg wat er met uw meldingen gebeurt, doe een nieuwe, of lees een plan dat met u is gedeeld.',
    en: {
      functie: 'School counsellor',
      omschrijving:
        'Follow what happens with your reports, make a new one, or read a plan that is shared with you.',
    },
  },
  {
    id: 'professional-huisarts',
    sub: sub(8),
    naam: 'D. Roossien',
    functie: 'Huisarts',
    organisatie: 'Huisartsenpraktijk Brinkzicht',
    omschrijving: 'Volg wat er met uw meldingen gebeurt, of doe een nieuwe.',
    en: {
      functie: 'General practitioner',
      omschrijving: 'Follow what happens with your reports, or make a new one.',
    },
  },
  {
    id: 'politie',
    sub: sub(9),
    naam: 'Koppeling politie',
    functie: 'Politie (koppeling)',
    organisatie: 'Politie Noord-Nederland (fictief)',
    omschrijving: 'Het systeem van de politie: stuurt meldingen en haalt uitkomsten op.',
    machine: true,
    en: {
      functie: 'Police (machine)',
      omschrijving: 'The system of the police: sends reports and fetches outcomes.',
    },
  },
  {
    id: 'beleid',
    sub: sub(10),
    naam: 'P. Lanjouw',
    functie: 'Beleidsmedewerker',
    organisatie: 'Gemeente Assen (fictief)',
    omschrijving: 'Cijfers van de regio zonder personen, met bij elk cijfer wat het betekent.',
    en: {
      functie: 'Policy officer',
      omschrijving: 'Figures of the region without people, each with what it means.',
    },
  },
  {
    id: 'fg',
    sub: sub(11),
    naam: 'F. Mulderij',
    functie: 'Functionaris gegevensbescherming',
    organisatie: VT,
    omschrijving: 'Iemand gebruikte de noodknop: was dat terecht? En er valt iets op in wie keek.',
    en: {
      functie: 'Data protection officer',
      omschrijving: 'Someone used the noodknop: was it justified? And something stands out in who looked.',
    },
  },
] as const satisfies readonly Persona[];

export type PersonaId = (typeof PERSONAS)[number]['id'];

/** The worker that a persona is. */
export function getPersonaSub(id: PersonaId): string {
  const persona = PERSONAS.find((p) => p.id === id);
  if (!persona) throw new RangeError(`Persona ${id} bestaat niet.`);
  return persona.sub;
}
