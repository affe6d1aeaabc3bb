// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../platform/acts/deur.ts';
import { nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import { laatWeten } from '../gebeurtenissen.ts';
import { eisKanErbij } from '../toegang/verzegeling.store.ts';

/** Whose name is on a term; null: everyone's at the owner. */
export interface Eigenaar {
  medewerkerId: string | null;
  naam: string | null;
}

async function getOpenEigenTermijn(
  tx: Tx,
  id: string,
): Promise<Eigenaar & { casusId: string | null; soort: string; onderwerpId: string }> {
  const rij = await tx.db
    .selectFrom('termijn')
    .select(['casus_id', 'soort', 'onderwerp_id', 'eigenaar_medewerker_id', 'afgerond_op'])
    .where('id', '=', id)
    .where('eigenaar_organisatie_id', '=', tx.wie.organisatieId)
    .forUpdate()
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Deze termijn');
  if (rij.afgerond_op)
    throw new Probleem(409, 'Dit is al gedaan', 'Er is niets gewijzigd. Ververs de pagina.', {
      soort: 'al-gedaan',
    });
  const wie = rij.eigenaar_medewerker_id
    ? await tx.db
        .selectFrom('medewerker')
        .select('naam')
        .where('id', '=', rij.eigenaar_medewerker_id)
        .executeTakeFirst()
    : undefined;
  if (rij.casus_id) tx.overCasus(rij.casus_id);
  return {
    casusId: rij.casus_id,
    soort: rij.soort,
    onderwerpId: rij.onderwerp_id,
    medewerkerId: rij.eigenaar_medewerker_id,
    naam: wie?.naam ?? null,
  };
}

async function zetOp(tx: Tx, id: string, medewerkerId: string | null): Promise<void> {
  await tx.db
    .updateTable('termijn')
    .set({ eigenaar_medewerker_id: medewerkerId })
    .where('id', '=', id)
    .execute();
}

/**
 * Puts one's own name on a term of one's organisation.
 * @param overnemen also when it is a colleague's; without it that is a 409 that says whose
 * @returns whose it was, so that it can be given back to exactly that one
 */
export async function pakOp(tx: Tx, id: string, overnemen: boolean): Promise<Eigenaar> {
  const was = await getOpenEigenTermijn(tx, id);
  if (was.medewerkerId !== null && was.medewerkerId !== tx.wie.medewerkerId && !overnemen) {
    throw new Probleem(
      409,
      `${was.naam ?? 'Een collega'} doet dit al`,
      'Er is niets gewijzigd. Overleg even, of neem het over.',
      {
        soort: 'van-collega',
        huidig: { medewerkerId: was.medewerkerId },
      },
    );
  }
  await laatWeten(tx, 'termijn.oppakken', { soort: was.soort, onderwerpId: was.onderwerpId });
  await zetOp(tx, id, tx.wie.medewerkerId);
  tx.inhoud({ termijn: id, soort: was.soort, van: was.medewerkerId });
  return { medewerkerId: was.medewerkerId, naam: was.naam };
}

/**
 * Takes one's own name off a term: it is everyone's again, or that of the colleague who had it. The term itself runs on.
 * Throws 409 when it is not one's own, 400 when that colleague does not work here.
 */
export async function legTerug(tx: Tx, id: string, aan: string | null): Promise<void> {
  const was = await getOpenEigenTermijn(tx, id);
  if (was.medewerkerId !== tx.wie.medewerkerId) {
    throw new Probleem(409, 'Dit staat niet op uw naam', 'Er is niets gewijzigd. Ververs de pagina.', {
      soort: 'niet-van-u',
    });
  }
  if (aan !== null) {
    const collega = await tx.db
      .selectFrom('medewerker')
      .select('id')
      .where('id', '=', aan)
      .where('organisatie_id', '=', tx.wie.organisatieId)
      .where('actief', '=', true)
      .executeTakeFirst();
    if (!collega) throw ongeldig([{ veld: 'aan', melding: 'Kies een collega die hier werkt.' }]);
    if (was.casusId !== null) await eisKanErbij(tx, was.casusId, aan, 'aan');
  }
  await zetOp(tx, id, aan);
  tx.inhoud({ termijn: id, soort: was.soort, aan });
}
