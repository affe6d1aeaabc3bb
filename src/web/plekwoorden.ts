// SPDX-License-Identifier: EUPL-1.2
import { teksten } from './taal.ts';

/** The names of the places in the rail. */
export const plekwoorden = teksten({
  nl: {
    werk: 'Werk',
    melding: 'Nieuwe melding',
    casussen: 'Casussen',
    overdracht: 'Overdracht',
    monitoring: 'Monitoring',
    cijfers: 'Cijfers',
  },
  en: {
    werk: 'Work',
    melding: 'New report',
    casussen: 'Cases',
    overdracht: 'Handover',
    monitoring: 'Monitoring',
    cijfers: 'Figures',
  },
});
