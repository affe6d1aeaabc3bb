// SPDX-License-Identifier: EUPL-1.2
// The names of a register as last counted, kept in memory: they are asked at every look-up and change once a day.
import type { Tx } from '../../platform/acts/deur.ts';
import { Namenboek, type Telling } from './namenboek.ts';
import { achternaamklanken, voornaamklanken } from './vermelding.ts';

/** Registers whose names are kept at a time. Some 100 bytes a name. */
const HOOGSTENS = 40;
/** How long names are used before it is asked whether they were counted anew, in milliseconds of real time. */
const GELDIG = 10_000;

interface Bewaard {
  gevraagdOp: number;
  geteldOp: number;
  telling: Telling;
}

function bewaard(tx: Tx): Map<string, Bewaard> {
  const al = tx.geheugen.get('radar.namen') as Map<string, Bewaard> | undefined;
  if (al) return al;
  const nieuw = new Map<string, Bewaard>();
  tx.geheugen.set('radar.namen', nieuw);
  return nieuw;
}

/** Makes the next look-up ask anew: the names of this register were just counted. */
export function vergeetNamen(tx: Tx, organisatieId: string): void {
  bewaard(tx).delete(`${tx.regio} ${organisatieId}`);
}

/** How many persons the register holds and how common each name is in it, as last counted; empty when it never was. */
export async function getTelling(tx: Tx, organisatieId: string): Promise<Telling> {
  const alle = bewaard(tx);
  const sleutel = `${tx.regio} ${organisatieId}`;
  const gevraagdOp = performance.now();
  const bekend = alle.get(sleutel);
  if (bekend && gevraagdOp - bekend.gevraagdOp < GELDIG) return bekend.telling;
  const nu = await tx.db
    .selectFrom('radar_naamtelling')
    .select(['aantal', 'geteld_op'])
    .where('organisatie_id', '=', organisatieId)
    .where('soort', '=', 'personen')
    .where('naam', '=', '')
    .where('regio_id', '=', tx.regio)
    .executeTakeFirst();
  const geteldOp = nu?.geteld_op.getTime() ?? 0;
  const telling =
    bekend?.geteldOp === geteldOp ? bekend.telling : await leesTelling(tx, organisatieId, nu?.aantal ?? 0);
  alle.delete(sleutel);
  const [oudste] = alle.keys();
  if (alle.size >= HOOGSTENS && oudste !== undefined) alle.delete(oudste);
  alle.set(sleutel, { gevraagdOp, geteldOp, telling });
  return telling;
}

async function leesTelling(tx: Tx, organisatieId: string, personen: number): Promise<Telling> {
  const namen = await tx.db
    .selectFrom('radar_naamtelling')
    .select(['soort', 'naam', 'aantal'])
    .where('organisatie_id', '=', organisatieId)
    .where('soort', '<>', 'personen')
    .execute();
  const van = (soort: string) =>
    new Map(namen.filter((n) => n.soort === soort).map((n) => [n.naam, n.aantal]));
  const [achternamen, voornamen] = [van('achternaam'), van('voornaam')];
  return {
    personen,
    achternaam: new Namenboek(achternamen),
    voornaam: new Namenboek(voornamen),
    achternaamklank: perSleutel(achternamen, achternaamklanken),
    voornaamklank: perSleutel(voornamen, voornaamklanken),
  };
}

/** How many persons stand under each key of a name. */
function perSleutel(
  namen: ReadonlyMap<string, number>,
  klanken: (naam: string) => string[],
): Map<string, number> {
  const uit = new Map<string, number>();
  for (const [naam, aantal] of namen)
    for (const klank of new Set(klanken(naam))) uit.set(klank, (uit.get(klank) ?? 0) + aantal);
  return uit;
}
