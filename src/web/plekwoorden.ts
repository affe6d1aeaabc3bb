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
    overdracht: 'Handover',
    monitoring: 'Monitoring',
    cijfers: 'Figures',
  },
});
