// SPDX-License-Identifier: EUPL-1.2
// Statements: facts apart from opinions, each with its source. Added to, never rewritten: a correction is a new one.
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden } from '../../platform/http/problem.ts';
import { laatWeten } from '../gebeurtenissen.ts';

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

/** Adds statements in the order given; returns their ids. Others read them when they are found to lead nowhere (`vrij_op`). */
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
  const ids = rijen.map((r) => r.id);
  for (const casusId of new Set(rijen.map((r) => r.casus_id)))
    await laatWeten(tx, 'uitspraak.toegevoegd', {
      casusId,
      uitspraakIds: rijen.filter((r) => r.casus_id === casusId).map((r) => r.id),
    });
  return ids;
}

/** The statements of a casus, newest first, with what the other side said about each. */
export async function listUitspraken(tx: Tx, casusId: string): Promise<Uitspraak[]> {
  const rijen = await tx.db
    .selectFrom('uitspraak')
    .selectAll()
    .where('casus_id', '=', casusId)
    .orderBy('vastgelegd_op', 'desc')
    .orderBy('id')
    .execute();
  const reacties = await tx.db
    .selectFrom('wederhoor')
    .selectAll()
    .where('casus_id', '=', casusId)
    .orderBy('op')
    .execute();
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
      regio_id: tx.regio,
      id,
      casus_id: w.casusId,
      uitspraak_id: w.uitspraakId,
      door: w.door,
      reactie: w.reactie,
      oneens: w.oneens,
      op: tx.nu,
      medewerker_id: tx.wie.medewerkerId,
    })
    .execute();
  return id;
}

export interface UitspraakRegel {
  id: string;
  soort: string;
  tekst: string;
  bron: string;
  gebeurdOp: string | null;
  vastgelegdOp: Date;
  afgeschermd: boolean;
  /** Whether others of the casus may read it; what is not, is seen by its own organisation only. */
  vrij: boolean;
  organisatieNaam: string;
  /** Whether it is of the asker's own organisation, which alone can correct it. */
  vanOns: boolean;
  uitMelding: boolean;
  /** The statement that this one corrects. */
  verbetertId: string | null;
  /** Whether another came in its place, which may wait to be read. */
  verbeterd: boolean;
  /** The statement that came in its place; both stay readable (P5). */
  verbeterdDoorId: string | null;
  wederhoor: { id: string; door: string; reactie: string; oneens: boolean; op: Date }[];
}

/**
 * One page of the statements of a casus, newest first, each with what the other side said.
 * @returns one more than `aantal` when there is another page
 */
export async function pageUitspraken(
  tx: Tx,
  casusId: string,
  aantal: number,
  pagina: number,
): Promise<UitspraakRegel[]> {
  const rijen = await tx.db
    .selectFrom('uitspraak as u')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'u.regio_id').onRef('o.id', '=', 'u.organisatie_id'),
    )
    .select((e) => [
      'u.id',
      'u.soort',
      'u.tekst',
      'u.bron',
      'u.gebeurd_op',
      'u.vastgelegd_op',
      'u.afgeschermd',
      'u.vrij_op',
      'u.melding_id',
      'u.verbetert_id',
      'o.naam as organisatie',
      'u.organisatie_id',
      e
        .selectFrom('uitspraak as n')
        .select('n.id')
        .whereRef('n.casus_id', '=', 'u.casus_id')
        .whereRef('n.verbetert_id', '=', 'u.id')
        .orderBy('n.vastgelegd_op', 'desc')
        .limit(1)
        .as('verbeterd_door'),
      sql<boolean>`u.id = any (array(select verbeterde_uitspraken(${casusId})))`.as('verbeterd'),
    ])
    .where('u.casus_id', '=', casusId)
    .orderBy('u.vastgelegd_op', 'desc')
    .orderBy('u.id', 'desc')
    .limit(aantal + 1)
    .offset((pagina - 1) * aantal)
    .execute();
  const reacties =
    rijen.length === 0
      ? []
      : await tx.db
          .selectFrom('wederhoor')
          .selectAll()
          .where('casus_id', '=', casusId)
          .where(
            'uitspraak_id',
            'in',
            rijen.map((r) => r.id),
          )
          .orderBy('op')
          .orderBy('id')
          .limit(1000)
          .execute();
  tx.categorie('uitspraken');
  return rijen.map((r) => ({
    id: r.id,
    soort: r.soort,
    tekst: r.tekst,
    bron: r.bron,
    gebeurdOp: r.gebeurd_op,
    vastgelegdOp: r.vastgelegd_op,
    afgeschermd: r.afgeschermd,
    vrij: r.vrij_op !== null,
    organisatieNaam: r.organisatie,
    vanOns: r.organisatie_id === tx.wie.organisatieId,
    uitMelding: r.melding_id !== null,
    verbetertId: r.verbetert_id,
    verbeterd: r.verbeterd,
    verbeterdDoorId: r.verbeterd_door,
    wederhoor: reacties
      .filter((w) => w.uitspraak_id === r.id)
      .map((w) => ({ id: w.id, door: w.door, reactie: w.reactie, oneens: w.oneens, op: w.op })),
  }));
}

/**
 * Who else reads in a casus, as far as the asker's organisation has to do with it: whether anyone but itself does, and how many statements
 * of others still wait for a person there.
 */
export async function getMeelezen(
  tx: Tx,
  casusId: string,
): Promise<{ anderen: boolean; wachtBijAnderen: number }> {
  const { rows } = await sql<{ anderen: boolean; wacht: number }>`
    select exists (select from zicht where casus_id = ${casusId} and tot is null and organisatie_id <> ${tx.wie.organisatieId})
      or exists (select from deling where casus_id = ${casusId} and van_organisatie_id = ${tx.wie.organisatieId}
        and ingetrokken_op is null and tot > ${tx.nu}) as anderen,
      uitspraken_achter(${casusId}) as wacht`.execute(tx.db);
  return { anderen: rows[0]?.anderen ?? false, wachtBijAnderen: rows[0]?.wacht ?? 0 };
}

/** The casus of a statement and whether it is shielded. Throws 404 when it cannot be seen. */
export async function getUitspraak(
  tx: Tx,
  id: string,
): Promise<{ id: string; casusId: string; organisatieId: string; afgeschermd: boolean }> {
  const rij = await tx.db
    .selectFrom('uitspraak')
    .select(['id', 'casus_id', 'organisatie_id', 'afgeschermd'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Deze uitspraak');
  return {
    id: rij.id,
    casusId: rij.casus_id,
    organisatieId: rij.organisatie_id,
    afgeschermd: rij.afgeschermd,
  };
}
