// SPDX-License-Identifier: EUPL-1.2
// The fictitious region as a whole: pure, the same for the same seed and the same moment.

import { VERHALEN } from '../verhalen/index.ts';
import { momentenVan, speelVerhaal } from '../verhalen/verhaal.ts';
import { schrijfAdviezen } from './adviezen.ts';
import { Boek, type Tabel } from './boek.ts';
import type { Gereedschap } from './casusvorm.ts';
import { type Gang, maakLoop, opent } from './gang.ts';
import { Bevolking } from './mensen.ts';
import { maakNu } from './nu.ts';
import { maakWerkveld, type Werkveld } from './organisaties.ts';
import { PARAMETERS as P } from './parameters.ts';
import { Plattegrond } from './plattegrond.ts';
import { Register } from './register.ts';
import { Speler } from './speel.ts';
import { DAG } from './tijd.ts';
import { Toeval } from './toeval.ts';
import { REGIO_ID } from './veld.ts';

export interface RegioOpties {
  nu: Date;
  zaad?: number | undefined;
  meldingen?: number | undefined;
  bsnSleutel: (bsn: string) => string;
}

export interface Regio {
  readonly boek: Boek;
  readonly veld: Werkveld;
  readonly gangen: readonly Gang[];
  /** The first moment of the three years; before it lie only some old casussen. */
  readonly begin: Date;
  /** Writes the region into the book, a little at a time, so that whoever loads it can take rows out in between. */
  stappen(): Iterable<void>;
}

/** Casussen between two looks of whoever takes the rows out: few, or the database waits for the next table while we make casussen. */
const STAP = 2;

/** Plans the region; `stappen` makes it. */
export function maakRegio(o: RegioOpties): Regio {
  const toeval = new Toeval(`houvast ${o.zaad ?? 1}`);
  const boek = new Boek(o.nu, toeval.tak('ids'));
  const begin = new Date(o.nu.getTime() - P.jaren.waarde * 365.25 * DAG);
  boek.schrijf('regio', { regio_id: REGIO_ID, naam: 'Drenthe (fictief)', fictief: true, instellingen: {} });
  const veld = maakWerkveld(boek);
  const kaart = new Plattegrond(toeval.tak('kaart'));
  const bevolking = new Bevolking(toeval.tak('bevolking'), kaart);
  const g: Gereedschap = { boek, veld, register: new Register(boek, o.bsnSleutel) };
  const aantal = o.meldingen ?? P.meldingen.waarde;
  const { gangen } = maakLoop(toeval.tak('loop'), bevolking, () => kaart.kiesGemeente(), o.nu, aantal);
  const nu = maakNu(toeval.tak('nu'), bevolking, veld, o.nu);
  const opVolgorde = [...gangen.map((gang) => ({ gang, wens: {} })), ...nu].sort(
    (a, b) => opent(a.gang).getTime() - opent(b.gang).getTime(),
  );
  const verhalen = VERHALEN.map((v) => momentenVan(v, o.nu));

  function* stappen(): Generator<void> {
    boek.reserveer('casus', [
      ...opVolgorde.map((x) => opent(x.gang)),
      ...verhalen.flatMap((v) => v.casussen),
    ]);
    boek.reserveer('melding', [
      ...opVolgorde.flatMap((x) => x.gang.meldingen.map((m) => m.op)),
      ...verhalen.flatMap((v) => v.meldingen),
    ]);
    for (const verhaal of VERHALEN) speelVerhaal(verhaal, g);
    const speler = new Speler(g, toeval.tak('speel'));
    for (const [i, { gang, wens }] of opVolgorde.entries()) {
      speler.speel(gang, wens);
      if (i % STAP === 0) yield;
    }
    const adviezen = Math.round((aantal / P.meldingen.waarde) * P.adviezenPerJaar.waarde);
    schrijfAdviezen(boek, veld, kaart, toeval.tak('advies'), adviezen);
  }
  return { boek, veld, gangen, begin, stappen };
}

/** The whole region at once, for looking at it. */
export function maakTabellen(regio: Regio): ReadonlyMap<Tabel, readonly object[]> {
  for (const _ of regio.stappen());
  return regio.boek.neem();
}
