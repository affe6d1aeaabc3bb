// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Plek } from '../../kern/bladeren.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { dagVan, jaarVan } from '../../platform/clock/dagen.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';

export interface AdviesOpgave {
  vrager: {
    groep: string;
    rol?: string | null | undefined;
    naam?: string | null | undefined;
    contact?: string | null | undefined;
    stemtIn: boolean;
  };
  gemeentecode?: string | null | undefined;
  aard: readonly string[];
  aanvullend?: readonly string[] | undefined;
  duur?: string | undefined;
  vraag: string;
  advies: string;
}

export interface AdviesRij {
  id: string;
  nummer: string;
  gestartOp: string;
  vragerGroep: string;
  vragerRol: string | null;
  vragerNaam: string | null;
  vragerContact: string | null;
  gemeentecode: string | null;
  aard: string[];
  aanvullend: string[];
  duur: string;
  vraag: string;
  advies: string;
  meldingId: string | null;
  vragerStemtIn: boolean;
  versie: number;
}

const KOLOMMEN = [
  'id',
  'nummer',
  'gestart_op',
  'vrager_groep',
  'vrager_rol',
  'vrager_naam',
  'vrager_contact',
  'gemeentecode',
  'aard',
  'aanvullend',
  'duur',
  'vraag',
  'advies',
  'melding_id',
  'vrager_stemt_in',
  'versie',
] as const;

interface Rij {
  id: string;
  nummer: string;
  gestart_op: Date;
  vrager_groep: string;
  vrager_rol: string | null;
  vrager_naam: string | null;
  vrager_contact: string | null;
  gemeentecode: string | null;
  aard: string[];
  aanvullend: string[];
  duur: string;
  vraag: string;
  advies: string;
  melding_id: string | null;
  vrager_stemt_in: boolean;
  versie: number;
}

function alsAdvies(r: Rij): AdviesRij {
  return {
    id: r.id,
    nummer: r.nummer,
    gestartOp: r.gestart_op.toISOString(),
    vragerGroep: r.vrager_groep,
    vragerRol: r.vrager_rol,
    vragerNaam: r.vrager_naam,
    vragerContact: r.vrager_contact,
    gemeentecode: r.gemeentecode,
    aard: r.aard,
    aanvullend: r.aanvullend,
    duur: r.duur,
    vraag: r.vraag,
    advies: r.advies,
    meldingId: r.melding_id,
    vragerStemtIn: r.vrager_stemt_in,
    versie: r.versie,
  };
}

/** Writes an advies that was given; the data of the one who asked only with consent. */
export async function schrijfAdvies(tx: Tx, a: AdviesOpgave): Promise<AdviesRij> {
  const id = nieuwId(tx.nu);
  const { rows } = await sql<{ n: number }>`select nextval('houvast.adviesnummer') as n`.execute(tx.db);
  const rij = await tx.db
    .insertInto('advies')
    .values({
      regio_id: tx.regio,
      id,
      nummer: `A${jaarVan(dagVan(tx.nu))}-${String(rows[0]?.n ?? 0).padStart(5, '0')}`,
      organisatie_id: tx.wie.organisatieId,
      medewerker_id: tx.wie.medewerkerId,
      gestart_op: tx.nu,
      beeindigd_op: tx.nu,
      vrager_groep: a.vrager.groep,
      vrager_rol: a.vrager.rol?.trim() || null,
      vrager_naam: a.vrager.stemtIn ? a.vrager.naam?.trim() || null : null,
      vrager_contact: a.vrager.stemtIn ? a.vrager.contact?.trim() || null : null,
      vrager_stemt_in: a.vrager.stemtIn,
      gemeentecode: a.gemeentecode ?? null,
      aard: [...a.aard],
      aanvullend: [...(a.aanvullend ?? [])],
      duur: a.duur ?? 'onbekend',
      vraag: a.vraag,
      advies: a.advies,
    })
    .returning(KOLOMMEN)
    .executeTakeFirstOrThrow();
  tx.inhoud({ advies: id, nummer: rij.nummer });
  return alsAdvies(rij);
}

/** Fifty at most, newest first, after a place in the list. */
export async function listAdviezen(tx: Tx, voor: Plek | null): Promise<AdviesRij[]> {
  let vraag = tx.db
    .selectFrom('advies')
    .select(KOLOMMEN)
    .orderBy('gestart_op', 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(50));
  if (voor) vraag = vraag.where(sql<boolean>`(gestart_op, id) < (${voor.op}::timestamptz, ${voor.id}::uuid)`);
  return (await vraag.execute()).map(alsAdvies);
}

export async function getAdvies(tx: Tx, id: string): Promise<AdviesRij> {
  const rij = await tx.db.selectFrom('advies').select(KOLOMMEN).where('id', '=', id).executeTakeFirst();
  if (!rij) throw nietGevonden('Dit advies');
  return alsAdvies(rij);
}

/** What of an advies can be mended: its texts, and what is kept of who asked. */
export type Adviesverbetering = Pick<AdviesOpgave, 'vraag' | 'advies'> & {
  vrager: Omit<AdviesOpgave['vrager'], 'groep'>;
};

/**
 * Writes the texts of an advies anew, and what is kept of who asked: a consent that was taken back takes name and contact with it. What
 * stood there is not kept: it may be just what an advies may not hold (S:8, S:20; AVG art. 7 lid 3, 16). Throws 404; 409 when another did.
 */
export async function verbeterAdvies(
  tx: Tx,
  id: string,
  versie: number,
  a: Adviesverbetering,
): Promise<AdviesRij> {
  const rij = await tx.db
    .updateTable('advies')
    .set({
      vraag: a.vraag,
      advies: a.advies,
      vrager_rol: a.vrager.rol?.trim() || null,
      vrager_naam: a.vrager.stemtIn ? a.vrager.naam?.trim() || null : null,
      vrager_contact: a.vrager.stemtIn ? a.vrager.contact?.trim() || null : null,
      vrager_stemt_in: a.vrager.stemtIn,
      versie: versie + 1,
    })
    .where('id', '=', id)
    .where('versie', '=', versie)
    .returning(KOLOMMEN)
    .executeTakeFirst();
  if (!rij) {
    await getAdvies(tx, id);
    throw new Probleem(
      409,
      'Dit advies is net door iemand anders gewijzigd',
      'Er is niets overschreven. Sluit dit venster, kijk wat er nu staat en probeer het opnieuw.',
      { soort: 'conflict' },
    );
  }
  tx.inhoud({ advies: id, nummer: rij.nummer });
  return alsAdvies(rij);
}

/** An advies that is about to become a melding, held so that it becomes one once. Throws 404, 409. */
export async function houdOmTeZetten(tx: Tx, id: string): Promise<void> {
  const rij = await tx.db
    .selectFrom('advies')
    .select('melding_id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Dit advies');
  if (rij.melding_id)
    throw new Probleem(
      409,
      'Dit advies is al een melding',
      'Er is niets gewijzigd. Open de melding die ervan is gemaakt.',
      { soort: 'al-gedaan' },
    );
}

/** The advies became this melding, which may be one that its writer does not see: someone of the own circle stands in it. */
export async function omgezet(tx: Tx, id: string, meldingId: string): Promise<void> {
  await tx.overGrens(() =>
    tx.db.updateTable('advies').set({ melding_id: meldingId }).where('id', '=', id).execute(),
  );
}
