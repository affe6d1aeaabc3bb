// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { nietGevonden } from '../../platform/http/problem.ts';
import { type Afweging, type Grond, kanTweedeZijn } from './beoordeling.ts';

export interface Beoordeling extends Afweging {
  id: string;
  casusId: string;
  meldingId: string;
  organisatieId: string;
  status: 'open' | 'voorgelegd' | 'vastgesteld';
  beoordelaarId: string | null;
  voorgelegdOp: Date | null;
  tweedeId: string | null;
  tweedeOpmerking: string | null;
  vastgesteldOp: Date | null;
  gewijzigdOp: Date | null;
  gewijzigdDoor: string | null;
  versie: number;
}

type Rij = {
  id: string;
  casus_id: string;
  melding_id: string;
  organisatie_id: string;
  status: string;
  acuut: string | null;
  acuut_argument: string | null;
  structureel: string | null;
  structureel_argument: string | null;
  multiprobleem: string | null;
  multiprobleem_argument: string | null;
  uitspraak_ids: string[];
  besluit: string | null;
  besluit_reden: string | null;
  vervolg_soort: string | null;
  aard: string[] | null;
  gemeentecode: string | null;
  beoordelaar_id: string | null;
  voorgelegd_op: Date | null;
  tweede_id: string | null;
  tweede_opmerking: string | null;
  vastgesteld_op: Date | null;
  gewijzigd_op: Date | null;
  gewijzigd_door: string | null;
  versie: number;
};

export function naarBeoordeling(r: Rij): Beoordeling {
  return {
    id: r.id,
    casusId: r.casus_id,
    meldingId: r.melding_id,
    organisatieId: r.organisatie_id,
    status: r.status as Beoordeling['status'],
    acuut: r.acuut,
    acuutArgument: r.acuut_argument,
    structureel: r.structureel,
    structureelArgument: r.structureel_argument,
    multiprobleem: r.multiprobleem,
    multiprobleemArgument: r.multiprobleem_argument,
    uitspraakIds: r.uitspraak_ids,
    besluit: r.besluit,
    besluitReden: r.besluit_reden,
    vervolgSoort: r.vervolg_soort,
    aard: r.aard,
    gemeentecode: r.gemeentecode,
    beoordelaarId: r.beoordelaar_id,
    voorgelegdOp: r.voorgelegd_op,
    tweedeId: r.tweede_id,
    tweedeOpmerking: r.tweede_opmerking,
    vastgesteldOp: r.vastgesteld_op,
    gewijzigdOp: r.gewijzigd_op,
    gewijzigdDoor: r.gewijzigd_door,
    versie: r.versie,
  };
}

/** The weighing alone, without who and when. */
export function afwegingVan(b: Afweging): Afweging {
  return {
    acuut: b.acuut,
    acuutArgument: b.acuutArgument,
    structureel: b.structureel,
    structureelArgument: b.structureelArgument,
    multiprobleem: b.multiprobleem,
    multiprobleemArgument: b.multiprobleemArgument,
    uitspraakIds: b.uitspraakIds,
    besluit: b.besluit,
    besluitReden: b.besluitReden,
    vervolgSoort: b.vervolgSoort,
    aard: b.aard,
    gemeentecode: b.gemeentecode,
  };
}

/** One beoordeling, kept from others while this act runs. Throws 404. */
export async function getVoorSchrijven(tx: Tx, id: string): Promise<Beoordeling> {
  const rij = await tx.db
    .selectFrom('beoordeling')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Deze beoordeling');
  return naarBeoordeling(rij);
}

/** One beoordeling, by its own id or by that of its melding. Throws 404. */
export async function getBeoordeling(
  tx: Tx,
  op: { id: string } | { meldingId: string },
): Promise<Beoordeling> {
  const vraag = tx.db.selectFrom('beoordeling').selectAll();
  const rij = await ('id' in op
    ? vraag.where('id', '=', op.id)
    : vraag.where('melding_id', '=', op.meldingId)
  ).executeTakeFirst();
  if (!rij) throw nietGevonden('Deze beoordeling');
  return naarBeoordeling(rij);
}

/** What the rules need of the statements of a casus. */
export async function listGronden(tx: Tx, casusId: string): Promise<Grond[]> {
  const rijen = await tx.db
    .selectFrom('uitspraak')
    .select(['id', 'soort', 'bron', 'verbetert_id'])
    .where('casus_id', '=', casusId)
    .execute();
  const verbeterd = new Set(rijen.map((r) => r.verbetert_id));
  return rijen.map((r) => ({ id: r.id, soort: r.soort, bron: r.bron, verbeterd: verbeterd.has(r.id) }));
}

export interface MeldingBijBeoordeling {
  nummer: string;
  kanaal: string;
  status: string;
  ontvangenOp: Date;
  melderGroep: string;
  aard: string[];
  aanvullend: string[];
  duur: string;
  acuut: boolean;
  acuutToelichting: string | null;
  kindcheck: string;
  kindcheckToelichting: string | null;
  gemeentecode: string | null;
  betrokkenheid: string;
  betrokkenheidUitleg: string;
  twijfels: { veld: string; reden: string }[];
}

/** The melding as the assessor needs it: never who reported, only from which side. */
export async function getMeldingBij(tx: Tx, meldingId: string): Promise<MeldingBijBeoordeling> {
  const r = await tx.db
    .selectFrom('melding')
    .select([
      'nummer',
      'kanaal',
      'status',
      'ontvangen_op',
      'melder_groep',
      'aard',
      'aanvullend',
      'duur',
      'acuut',
      'acuut_toelichting',
      'kindcheck',
      'kindcheck_toelichting',
      'gemeentecode',
      'betrokkenheid',
      'betrokkenheid_uitleg',
      'twijfels',
    ])
    .where('id', '=', meldingId)
    .executeTakeFirst();
  if (!r) throw nietGevonden('Deze melding');
  return {
    nummer: r.nummer,
    kanaal: r.kanaal,
    status: r.status,
    ontvangenOp: r.ontvangen_op,
    melderGroep: r.melder_groep,
    aard: r.aard,
    aanvullend: r.aanvullend,
    duur: r.duur,
    acuut: r.acuut,
    acuutToelichting: r.acuut_toelichting,
    kindcheck: r.kindcheck,
    kindcheckToelichting: r.kindcheck_toelichting,
    gemeentecode: r.gemeentecode,
    betrokkenheid: r.betrokkenheid,
    betrokkenheidUitleg: r.betrokkenheid_uitleg,
    twijfels: r.twijfels as unknown as { veld: string; reden: string }[],
  };
}

export interface Stap {
  stap: string;
  op: Date;
  door: string;
  opmerking: string | null;
}

/** When it was put forward, came back and was decided, oldest first. */
export async function listStappen(tx: Tx, beoordelingId: string): Promise<Stap[]> {
  const rijen = await tx.db
    .selectFrom('beoordeling_stap as s')
    .leftJoin('medewerker as m', (j) =>
      j.onRef('m.regio_id', '=', 's.regio_id').onRef('m.id', '=', 's.medewerker_id'),
    )
    .select(['s.stap', 's.op', 's.opmerking', 'm.naam'])
    .where('s.beoordeling_id', '=', beoordelingId)
    .orderBy('s.op')
    .orderBy('s.id')
    .limit(100)
    .execute();
  return rijen.map((r) => ({ stap: r.stap, op: r.op, door: r.naam ?? '', opmerking: r.opmerking }));
}

export interface Collega {
  id: string;
  naam: string;
  functie: string;
}

/** Who can be the second pair of eyes, next to the one who asks: of whom sees the casus. */
export async function listCollegas(
  tx: Tx,
  b: { organisatieId: string; casusId: string },
): Promise<Collega[]> {
  const rijen = await tx.db
    .selectFrom('medewerker')
    .select(['id', 'naam', 'functie'])
    .where('organisatie_id', '=', b.organisatieId)
    .where('actief', '=', true)
    .where('id', '!=', tx.wie.medewerkerId)
    .where(sql<boolean>`kan_erbij(${b.casusId}, id)`)
    .orderBy('naam')
    .limit(500)
    .execute();
  return rijen.filter((r) => kanTweedeZijn(r.functie));
}

/** The names of workers by id. */
export async function namenVan(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const echte = ids.filter((i): i is string => i !== null);
  if (echte.length === 0) return new Map();
  const rijen = await tx.db
    .selectFrom('medewerker')
    .select(['id', 'naam'])
    .where('id', 'in', echte)
    .execute();
  return new Map(rijen.map((r) => [r.id, r.naam]));
}

/** Puts everyone in the casus on the record of this act. */
export async function betreftCasus(tx: Tx, casusId: string): Promise<void> {
  const { rows } = await sql<{ persoon_id: string }>`
    select distinct k.persoon_id from casus_persoon cp
    join koppeling k on k.regio_id = cp.regio_id and k.vermelding_id = cp.vermelding_id and k.tot is null
    where cp.casus_id = ${casusId} and cp.tot is null`.execute(tx.db);
  tx.betreft(...rows.map((r) => r.persoon_id));
}
