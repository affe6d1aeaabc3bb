// SPDX-License-Identifier: EUPL-1.2
// The shapes in which a casus is written: what comes in, and what is kept to go on with.
import type { Soort } from '../../src/kern/termijn/termijnsoorten.ts';
import type { Besluit } from '../../src/keten/beoordeling/beoordeling.ts';
import type { Stadium } from '../../src/keten/radar/betrokkenheid.ts';
import type { Boek, Rij } from './boek.ts';
import type { Werkveld } from './organisaties.ts';
import type { Genoemd, Noeming, Register } from './register.ts';
import type { Soort as UitspraakSoort } from './teksten.ts';
import type { Medewerker, Organisatie } from './veld.ts';

/** What everything is written with. */
export interface Gereedschap {
  readonly boek: Boek;
  readonly veld: Werkveld;
  readonly register: Register;
}

export interface Gezegd {
  readonly soort: UitspraakSoort;
  readonly tekst: string;
  readonly bron: string;
  readonly gebeurdOp?: string | null;
  readonly afgeschermd?: boolean;
  readonly wederhoor?: {
    readonly door: string;
    readonly reactie: string;
    readonly oneens: boolean;
    readonly op: Date;
  };
}

export interface MeldingIn {
  readonly op: Date;
  readonly kanaal: 'jzv' | 'telefoon' | 'professional' | 'advies';
  readonly melderGroep: string;
  readonly melderRol: string | null;
  readonly melderOrganisatie: Organisatie | null;
  readonly melder: {
    readonly naam: string | null;
    readonly telefoon: string | null;
    readonly email: string | null;
  };
  readonly bekend: 'open' | 'anoniem_voor_gezin' | 'anoniem';
  readonly grond: string | null;
  /** Who took it in; for a professional from outside, that professional. */
  readonly aannemer: Medewerker;
  /** Who assesses it; null: nobody has taken it up. */
  readonly behandelaar: Medewerker | null;
  readonly aard: readonly string[];
  readonly aanvullend: readonly string[];
  readonly duur: string;
  readonly acuut: boolean;
  readonly acuutToelichting: string | null;
  readonly kindcheck: string;
  readonly kindcheckToelichting: string | null;
  readonly gemeentecode: string;
  readonly stadium: Stadium | null;
  readonly personen: readonly Noeming[];
  readonly gezegd: readonly Gezegd[];
}

export interface Terugkoppeling {
  readonly rij: Rij<'terugkoppeling'>;
  readonly termijn: Rij<'termijn'> | null;
}

export interface MeldingBoek {
  readonly rij: Rij<'melding'>;
  readonly in: MeldingIn;
  readonly genoemd: readonly (Genoemd & { directbetrokken: boolean; rol: string })[];
  readonly gezegd: readonly Rij<'uitspraak'>[];
  readonly beoordelingTermijn: Rij<'termijn'>;
  spoed: Rij<'termijn'> | null;
  readonly beoordeling: Rij<'beoordeling'>;
  readonly informeren: Rij<'termijn'>;
  tweede: Rij<'termijn'> | null;
  terugkoppeling: Terugkoppeling | null;
}

export interface Afweging {
  readonly acuut: string;
  readonly acuutArgument: string;
  readonly structureel: string;
  readonly structureelArgument: string;
  readonly multiprobleem: string | null;
  readonly multiprobleemArgument: string | null;
  readonly besluit: Besluit;
  readonly reden: string;
  readonly vervolgSoort: string | null;
}

export interface OverdrachtBoek {
  readonly rij: Rij<'overdracht'>;
  readonly naar: Organisatie;
  readonly termijn: Rij<'termijn'>;
}

export interface VoorwaardeBoek {
  readonly rij: Rij<'voorwaarde'>;
  /** What the last look found; null: nobody looked yet. */
  laatst: string | null;
  termijn: Rij<'termijn'> | null;
}

export interface MonitorBoek {
  readonly rij: Rij<'monitormoment'>;
  readonly termijn: Rij<'termijn'>;
}

/** Moments of monitoring; also the kind of their term. */
export const MONITORGRID = [
  'monitor_3_maanden',
  'monitor_1_jaar',
  'monitor_anderhalf_jaar',
] as const satisfies readonly Soort[];
