// SPDX-License-Identifier: EUPL-1.2
// Statements: facts apart from opinions, each with its source. Added to, never rewritten: a correction is a new one.
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';

export interface NieuweUitspraak {
  casusId: string;
  meldingId: string | null;
  soort: string;
  tekst: string;
  bron: string;
  gebeurdOp: string | null;
  afgeschermd: boolean;
  verbetertId?: string | null;
  /** Whose record it is; the writer's own organisation when left out. */
  organisatieId?: string;
}

export interface Uitspraak extends NieuweUitspraak {
  id: string;
  organisatieId: string;
  vastgelegdOp: Date;
  wederhoor: { id: string; door: string; reactie: string; oneens: boolean; op: Date }[];
}

/** Adds statements in the order given; returns their ids. */
export async function schrijfUitspraken(tx: Tx, uitspraken: readonly NieuweUitspraak[]): Promise<string[]> {
  if (uitspraken.length === 0) return [];
  const rijen = uitspraken.map((u) => ({
    regio_id: tx.regio,
    id: nieuwId(tx.nu),
    casus_id: u.casusId,
    melding_id: u.meldingId,
    organisatie_id: u.organisatieId ?? tx.wie.organisatieId,
    medewerker_id: tx.wie.medewerkerId,
    soort: u.soort,
    tekst: u.tekst,
    bron: u.bron,
    gebeurd_op: u.gebeurdOp,
    vastgelegd_op: tx.nu,
    afgeschermd: u.afgeschermd,
    verbetert_id: u.verbetertId ?? null,
  }));
  await tx.db.insertInto('uitspraak').values(rijen).execute();
  tx.categorie('uitspraken');
  return rijen.map((r) => r.id);
}

/** The statements of a casus, newest first, with what the other side said about each. */
export async function listUitspraken(tx: Tx, casusId: string): Promise<Uitspraak[]> {
  const rijen = await tx.db.selectFrom('uitspraak').selectAll().where('casus_id', '=', casusId).orderBy('vastgelegd_op', 'desc').orderBy('id').execute();
  const reacties = await tx.db.selectFrom('wederhoor').selectAll().where('casus_id', '=', casusId).orderBy('op').execute();
  tx.categorie('uitspraken');
  return rijen.map((r) => ({
    id: r.id,
    casusId: r.casus_id,
    meldingId: r.melding_id,
    organisatieId: r.organisatie_id,
    soort: r.soort,
    tekst: r.tekst,
    bron: r.bron,
    gebeurdOp: r.gebeurd_op,
    vastgelegdOp: r.vastgelegd_op,
    afgeschermd: r.afgeschermd,
    verbetertId: r.verbetert_id,
    wederhoor: reacties
      .filter((w) => w.uitspraak_id === r.id)
      .map((w) => ({ id: w.id, door: w.door, reactie: w.reactie, oneens: w.oneens, op: w.op })),
  }));
}

/** The other side on the record, at the very statement. */
export async function schrijfWederhoor(
  tx: Tx,
  w: { casusId: string; uitspraakId: string; door: string; reactie: string; oneens: boolean },
): Promise<string> {
  const id = nieuwId(tx.nu);
  await tx.db
    .insertInto('wederhoor')
    .values({
      regio_id: tx.regio, id, casus_id: w.casusId, uitspraak_id: w.uitspraakId, door: w.door, reactie: w.reactie, oneens: w.oneens, op: tx.nu,
      medewerker_id: tx.wie.medewerkerId,
    })
    .execute();
  return id;
}
