// SPDX-License-Identifier: EUPL-1.2
import type { IcoonNaam } from './delen/icoon.tsx';
import type { Ik } from './ik.ts';

/** A place in the rail. It shows only when its page exists. */
export interface Plek {
  naar: string;
  id: 'werk' | 'melding' | 'casussen' | 'overdracht' | 'monitoring' | 'cijfers';
  icoon: IcoonNaam;
  /** After `g`. */
  toets: string;
  /** What waits for me there. */
  teller?: keyof Ik['tellers'] | undefined;
}

export const plekken: readonly Plek[] = [
  { naar: '/werk', id: 'werk', icoon: 'werk', toets: 'w', teller: 'werk' },
  { naar: '/meldingen/nieuw', id: 'melding', icoon: 'melding', toets: 'n' },
  { naar: '/casussen', id: 'casussen', icoon: 'casus', toets: 'c' },
  { naar: '/overdrachten', id: 'overdracht', icoon: 'overdracht', toets: 'o', teller: 'overdracht' },
  { naar: '/monitoring', id: 'monitoring', icoon: 'monitoring', toets: 'm', teller: 'monitoring' },
  { naar: '/cijfers', id: 'cijfers', icoon: 'cijfers', toets: 'i' },
];
