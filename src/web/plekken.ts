// SPDX-License-Identifier: EUPL-1.2
import type { IcoonNaam } from './delen/icoon.tsx';
import type { Ik } from './ik.ts';

/** A place in the rail. It shows only when its page exists. */
export interface Plek {
  naar: string;
  id:
    | 'werk'
    | 'melding'
    | 'melden'
    | 'eigen'
    | 'advies'
    | 'casussen'
    | 'gedeeld'
    | 'belangen'
    | 'toezicht'
    | 'overdracht'
    | 'monitoring'
    | 'cijfers';
  icoon: IcoonNaam;
  /** After `g`. */
  toets: string;
  /** What waits for me there. */
  teller?: keyof Ik['tellers'] | undefined;
}

type Werkkring = 'vt' | 'team' | 'professional' | 'beleid' | 'toezicht';

/** Where someone works decides which places there are; what may be done there, the server decides. */
function werkkring(functie: string): Werkkring | undefined {
  if (functie.startsWith('vt_')) return 'vt';
  if (functie === 'regisseur' || functie === 'lokaal_teamleider') return 'team';
  if (functie === 'privacyfunctionaris') return 'toezicht';
  return functie === 'professional' || functie === 'beleid' ? functie : undefined;
}

const alle: readonly (Plek & { wie: readonly Werkkring[] })[] = [
  { naar: '/werk', id: 'werk', icoon: 'werk', toets: 'w', teller: 'werk', wie: ['vt', 'team'] },
  { naar: '/meldingen/nieuw', id: 'melding', icoon: 'plus', toets: 'n', wie: ['vt'] },
  { naar: '/melden', id: 'melden', icoon: 'plus', toets: 'n', wie: ['team', 'professional'] },
  { naar: '/eigen-meldingen', id: 'eigen', icoon: 'melding', toets: 'u', wie: ['professional'] },
  { naar: '/gedeeld', id: 'gedeeld', icoon: 'casus', toets: 'd', wie: ['professional'] },
  {
    naar: '/toezicht',
    id: 'toezicht',
    icoon: 'oog',
    toets: 't',
    teller: 'toezicht',
    wie: ['toezicht'],
  },
  {
    naar: '/belangen',
    id: 'belangen',
    icoon: 'slot',
    toets: 'b',
    teller: 'belangen',
    wie: ['toezicht'],
  },
  { naar: '/adviezen', id: 'advies', icoon: 'gesprek', toets: 'a', wie: ['vt'] },
  { naar: '/casussen', id: 'casussen', icoon: 'casus', toets: 'c', wie: ['vt', 'team'] },
  {
    naar: '/overdrachten',
    id: 'overdracht',
    icoon: 'overdracht',
    toets: 'o',
    teller: 'overdracht',
    wie: ['vt', 'team'],
  },
  {
    naar: '/monitoring',
    id: 'monitoring',
    icoon: 'monitoring',
    toets: 'm',
    teller: 'monitoring',
    wie: ['vt', 'team'],
  },
  { naar: '/cijfers', id: 'cijfers', icoon: 'cijfers', toets: 'i', wie: ['vt', 'team', 'beleid'] },
];

/** The places of who is logged in, in the order of the rail. */
export function plekkenVan(ik: Ik): readonly Plek[] {
  const kring = werkkring(ik.medewerker.functie);
  return alle.filter((p) => kring !== undefined && p.wie.includes(kring));
}

/** A place that is not in the rail: in the own menu and under Ctrl K. */
export interface Zijplek {
  naar: string;
  id: 'noodknop' | 'kring' | 'belangen' | 'gedeeld' | 'collegas';
  icoon: IcoonNaam;
}

/** Whether the noodknop is for this person; who may press it, the server decides. */
export function magNoodknop(ik: Ik): boolean {
  const kring = werkkring(ik.medewerker.functie);
  return kring === 'vt' || kring === 'team';
}

/** The places beside the rail of who is logged in. */
export function zijplekkenVan(ik: Ik): readonly Zijplek[] {
  const plekken: Zijplek[] = [];
  if (magNoodknop(ik))
    plekken.push(
      { naar: '/noodknop', id: 'noodknop', icoon: 'acuut' },
      { naar: '/gedeeld', id: 'gedeeld', icoon: 'casus' },
    );
  if (ik.medewerker.functie.endsWith('_teamleider'))
    plekken.push(
      { naar: '/collegas', id: 'collegas', icoon: 'mens' },
      { naar: '/belangen', id: 'belangen', icoon: 'slot' },
    );
  plekken.push({ naar: '/mijn-kring', id: 'kring', icoon: 'mens' });
  return plekken;
}
