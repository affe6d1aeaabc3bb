// SPDX-License-Identifier: EUPL-1.2
// The families whose story is written out, each at another point of the chain.
import { NET_BINNEN } from './1-acuut.ts';
import { BIJNA_TE_LAAT } from './2-bijna-te-laat.ts';
import { TWEEDE_PAAR_OGEN } from './3-tweede-paar-ogen.ts';
import { AANGEBODEN } from './4-overdracht.ts';
import { CIJFERS_UIT_ELKAAR } from './5-plan.ts';
import { TERUGVAL } from './6-terugval.ts';
import { MONITORING_TE_LAAT } from './7-monitoring.ts';
import { HERMELDING } from './8-hermelding.ts';
import type { Verhaal } from './verhaal.ts';

export const VERHALEN: readonly Verhaal[] = [
  NET_BINNEN,
  BIJNA_TE_LAAT,
  TWEEDE_PAAR_OGEN,
  AANGEBODEN,
  CIJFERS_UIT_ELKAAR,
  TERUGVAL,
  MONITORING_TE_LAAT,
  HERMELDING,
];
