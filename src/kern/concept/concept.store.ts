// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../platform/acts/deur.ts';
import { algemeen, nietGevonden, Probleem } from '../../platform/http/problem.ts';

export interface Concept {
  id: string;
  soort: string;
  inhoud: unknown;
  versie: number;
  bewaardOp: string;
}

/**
 * Keeps a draft. Drafts of one writer on two screens do not overwrite each other: an old `versie` answers 409 with what
 * stands there now.
 * @param getyptDoor who typed it, as far as the screen says: of another nothing is kept (403)
 */
export async function bewaarConcept(
  tx: Tx,
  c: { id: string; soort: string; inhoud: unknown; versie: number },
  getyptDoor: string | undefined,
): Promise<Concept> {
  // a window that stayed open while another logged in sends what the one before typed
  if (getyptDoor !== undefined && getyptDoor !== tx.wie.medewerkerId)
    throw new Probleem(
      403,
      'Iemand anders is ingelogd',
      'Dit is getypt door een ander dan wie nu is ingelogd. Er is niets bewaard. Log in als uzelf.',
    );
  const bestaand = await tx.db
    .selectFrom('concept')
    .select(['versie', 'inhoud', 'soort', 'gewijzigd_op'])
    .where('id', '=', c.id)
    .forUpdate()
    .executeTakeFirst();
  if (bestaand && bestaand.versie !== c.versie) {
    throw new Probleem(
      409,
      'Dit concept is ergens anders verder ingevuld',
      'Kies welke van de twee u wilt houden. Er is niets overschreven.',
      {
        soort: 'conflict',
        huidig: {
          id: c.id,
          soort: bestaand.soort,
          inhoud: bestaand.inhoud,
          versie: bestaand.versie,
          bewaardOp: bestaand.gewijzigd_op.toISOString(),
        },
      },
    );
  }
  // it was passed on with the writer's work: two would go on with one report, and send it twice
  if (!bestaand && c.versie > 0 && (await isBijAnder(tx, c.id)))
    throw new Probleem(
      409,
      'Dit concept staat nu bij een collega',
      'Uw werk is doorgegeven. Overleg wie het verstuurt. Wat u typte staat er nog; er is niets overschreven.',
      { soort: 'doorgegeven' },
    );
  const versie = (bestaand?.versie ?? 0) + 1;
  if (bestaand) {
    await tx.db
      .updateTable('concept')
      .set({ inhoud: JSON.stringify(c.inhoud), versie, gewijzigd_op: tx.nu })
      .where('id', '=', c.id)
      .execute();
  } else {
    const nieuw = await tx.db
      .insertInto('concept')
      .values({
        regio_id: tx.regio,
        id: c.id,
        medewerker_id: tx.wie.medewerkerId,
        soort: c.soort,
        inhoud: JSON.stringify(c.inhoud),
        versie,
        gewijzigd_op: tx.nu,
      })
      .onConflict((k) => k.columns(['regio_id', 'medewerker_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    // two windows that begin the same draft at once
    if (!nieuw) throw algemeen('alGedaan');
  }
  return { ...c, versie, bewaardOp: tx.nu.toISOString() };
}

/** Whether a colleague has the draft of this id: it was passed on. */
async function isBijAnder(tx: Tx, id: string): Promise<boolean> {
  return tx.overGrens(async () => {
    const rij = await tx.db
      .selectFrom('concept as c')
      .innerJoin('medewerker as m', (j) =>
        j.onRef('m.regio_id', '=', 'c.regio_id').onRef('m.id', '=', 'c.medewerker_id'),
      )
      .select('c.id')
      .where('c.id', '=', id)
      .where('m.organisatie_id', '=', tx.wie.organisatieId)
      .where('m.id', '<>', tx.wie.medewerkerId)
      .executeTakeFirst();
    return rij !== undefined;
  });
}

/** My own drafts of a kind, newest first. */
export async function listConcepten(tx: Tx): Promise<Concept[]> {
  const rijen = await tx.db
    .selectFrom('concept')
    .selectAll()
    .orderBy('gewijzigd_op', 'desc')
    .limit(100)
    .execute();
  return rijen.map((r) => ({
    id: r.id,
    soort: r.soort,
    inhoud: r.inhoud,
    versie: r.versie,
    bewaardOp: r.gewijzigd_op.toISOString(),
  }));
}

/** Throws 404 when there is none of this worker. */
export async function getConcept(tx: Tx, id: string): Promise<Concept> {
  const r = await tx.db.selectFrom('concept').selectAll().where('id', '=', id).executeTakeFirst();
  if (!r) throw nietGevonden('Dit concept');
  return {
    id: r.id,
    soort: r.soort,
    inhoud: r.inhoud,
    versie: r.versie,
    bewaardOp: r.gewijzigd_op.toISOString(),
  };
}

export async function gooiConceptWeg(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('concept').where('id', '=', id).execute();
}
