// SPDX-License-Identifier: EUPL-1.2
import { heeftDeel } from '../../kern/toegang/eigen.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';

/** Adds a file to a melding. Throws 404, and 409 where one's organisation has no part in its casus any more: it only reads its own dossier. */
export async function schrijfBijlage(
  tx: Tx,
  b: { id: string; meldingId: string; naam: string; soort: string; inhoud: Buffer },
): Promise<void> {
  const melding = await tx.db
    .selectFrom('melding')
    .select('casus_id')
    .where('id', '=', b.meldingId)
    .executeTakeFirst();
  if (!melding) throw nietGevonden('Deze melding');
  if (!(await heeftDeel(tx, melding.casus_id)))
    throw new Probleem(
      409,
      'Uw organisatie heeft geen deel meer in deze casus',
      'Er is niets bewaard. Geef het stuk aan wie nu met het gezin werkt.',
      { soort: 'geen-deel-meer' },
    );
  tx.overCasus(melding.casus_id);
  tx.categorie('bijlage');
  await tx.db
    .insertInto('bijlage')
    .values({
      regio_id: tx.regio,
      id: b.id,
      casus_id: melding.casus_id,
      melding_id: b.meldingId,
      organisatie_id: tx.wie.organisatieId,
      naam: b.naam,
      soort: b.soort,
      grootte: b.inhoud.length,
      inhoud: b.inhoud,
      op: tx.nu,
      medewerker_id: tx.wie.medewerkerId,
    })
    .execute();
  tx.inhoud({ bijlage: b.id });
}

export async function findBijlage(
  tx: Tx,
  meldingId: string,
  id: string,
): Promise<{ soort: string; inhoud: Buffer } | null> {
  const rij = await tx.db
    .selectFrom('bijlage')
    .select(['soort', 'inhoud', 'casus_id'])
    .where('melding_id', '=', meldingId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!rij) return null;
  tx.overCasus(rij.casus_id);
  tx.categorie('bijlage');
  return { soort: rij.soort, inhoud: rij.inhoud };
}

/** A file without what is in it. Throws 404. */
export async function getBijlageregel(
  tx: Tx,
  id: string,
): Promise<{ id: string; naam: string; soort: string; grootte: number }> {
  const rij = await tx.db
    .selectFrom('bijlage')
    .select(['id', 'naam', 'soort', 'grootte'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Dit bestand');
  return rij;
}
