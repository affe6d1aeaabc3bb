// SPDX-License-Identifier: EUPL-1.2
import { teksten } from './taal.ts';

/** The names of the places in the rail. */
export const plekwoorden = teksten({
  nl: {
    werk: 'Werk',
    melding: 'Nieuwe melding',
    /** What the bar at the foot of a phone leaves out. */
    meldingVoor: 'Nieuwe ',
    melden: 'Melden',
    eigen: 'Uw meldingen',
    advies: 'Advies',
    casussen: 'Casussen',
    gedeeld: 'Met ons gedeeld',
    noodknop: 'Noodknop',
    kring: 'Bij wie blijft u weg?',
    belangen: 'Wie blijft erbuiten',
    collegas: 'Collega’s',
    toezicht: 'Toezicht',
    overdracht: 'Overdracht',
    monitoring: 'Monitoring',
    cijfers: 'Cijfers',
  },
  en: {
    werk: 'Work',
    melding: 'New report',
    meldingVoor: 'New ',
    melden: 'Report',
    eigen: 'Your reports',
    advies: 'Advice',
    casussen: 'Cases',
    gedeeld: 'Shared with us',
    noodknop: 'Noodknop',
    kring: 'Whom do you stay away from?',
    belangen: 'Who is kept out',
    collegas: 'Colleagues',
    toezicht: 'Oversight',
    overdracht: 'Handover',
    monitoring: 'Monitoring',
    cijfers: 'Figures',
  },
});
