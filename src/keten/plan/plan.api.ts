// SPDX-License-Identifier: EUPL-1.2
// One household, one plan: voorwaarden with their checks, agreements, safety figures apart per scorer, and the five phases.
import { bij } from '../../kern/gebeurtenissen.ts';
import { MET_DE_CASUS, rondTermijnenVanCasusAf } from '../../kern/termijn/termijn.store.ts';
import type { Reacties } from '../../platform/acts/deur.ts';
import type { Api, Huis } from '../../platform/http/server.ts';
import { registreerAfspraken } from './afspraken.api.ts';
import { registreerCijfers } from './cijfers.api.ts';
import { registreerFasewissel } from './fasewissel.api.ts';
import { hervatControles, hervatPlan } from './fasewissel.store.ts';
import { registreerVoorwaarden } from './voorwaarden.api.ts';

/** What the plan does when something happens elsewhere. */
export function reageerMetPlan(reacties: Reacties): void {
  bij(reacties, 'casus.gesloten', (tx, g) =>
    tx.overGrens(() => rondTermijnenVanCasusAf(tx, g.casusId, MET_DE_CASUS.gesloten)),
  );
  bij(reacties, 'casus.heropend', (tx, g) => tx.overGrens(() => hervatPlan(tx, g.casusId)));
  bij(reacties, 'casus.herschikt', (tx, g) => tx.overGrens(() => hervatControles(tx, g.casusId)));
}

/** All routes of the plan. */
export function registreerPlan(api: Api, huis: Huis): void {
  registreerVoorwaarden(api, huis);
  registreerAfspraken(api, huis);
  registreerCijfers(api, huis);
  registreerFasewissel(api, huis);
}
