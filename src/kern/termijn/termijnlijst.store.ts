// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../platform/acts/deur.ts';
import { nietGevonden, ongeldig } from '../../platform/http/problem.ts';
import { getTermijnsoort, type Handelbaar, type Soort, watMag } from './termijnsoorten.ts';

/** A term as a screen shows it. */
export interface TermijnRegel extends Handelbaar {
  id: string;
  soort: string;
  omschrijving: string;
  clausule: string;
  bron: string;
  casusId: string | null;
  onderwerpSoort: string;
  onderwerpId: string;
  waarom: string;
  acuut: boolean;
  begintOp: Date;
  waarschuwtOp: Date | null;
  vervaltOp: Date | null;
  opgeschortOp: Date | null;
  /** When it runs again by itself. */
  opgeschortTot: Date | null;
  afgerondOp: Date | null;
  afgerondHoe: string | null;
}

type Rij = {
  id: string;
  soort: string;
  clausule: string;
  bron: string;
  casus_id: string | null;
  onderwerp_soort: string;
  onderwerp_id: string;
  waarom: string;
  acuut: boolean;
  begint_op: Date;
  waarschuwt_op: Date | null;
  vervalt_op: Date | null;
  opgeschort_op: Date | null;
  opgeschort_tot: Date | null;
  afgerond_op: Date | null;
  afgerond_hoe: string | null;
};

const KOLOMMEN = [
  'id',
  'soort',
  'clausule',
  'bron',
  'casus_id',
  'onderwerp_soort',
  'onderwerp_id',
  'waarom',
  'acuut',
  'begint_op',
  'waarschuwt_op',
  'vervalt_op',
  'opgeschort_op',
  'opgeschort_tot',
  'afgerond_op',
  'afgerond_hoe',
] as const;

function naarRegel(r: Rij, nu: Date): TermijnRegel {
  const soort = getTermijnsoort(r.soort as Soort);
  return {
    id: r.id,
    soort: r.soort,
    omschrijving: soort.omschrijving,
    clausule: r.clausule,
    bron: r.bron,
    casusId: r.casus_id,
    onderwerpSoort: r.onderwerp_soort,
    onderwerpId: r.onderwerp_id,
    waarom: r.waarom,
    acuut: r.acuut,
    begintOp: r.begint_op,
    waarschuwtOp: r.waarschuwt_op,
    vervaltOp: r.vervalt_op,
    opgeschortOp: r.opgeschort_op,
    opgeschortTot: r.opgeschort_tot,
    afgerondOp: r.afgerond_op,
    afgerondHoe: r.afgerond_hoe,
    ...watMag(r, nu),
  };
}

/** The terms about one subject, also those that are done. */
export async function listTermijnenOver(tx: Tx, onderwerpId: string): Promise<TermijnRegel[]> {
  const rijen = await tx.db
    .selectFrom('termijn')
    .select(KOLOMMEN)
    .where('onderwerp_id', '=', onderwerpId)
    .orderBy('afgerond_op', (o) => o.asc().nullsFirst())
    .orderBy('vervalt_op', (o) => o.asc().nullsLast())
    .limit(50)
    .execute();
  return rijen.map((r) => naarRegel(r, tx.nu));
}

/** One term. Throws 404. */
export async function getTermijn(tx: Tx, id: string): Promise<TermijnRegel> {
  const rij = await tx.db.selectFrom('termijn').select(KOLOMMEN).where('id', '=', id).executeTakeFirst();
  if (!rij) throw nietGevonden('Deze termijn');
  return naarRegel(rij, tx.nu);
}

/** Someone says that what the term asks was done, and how. Throws 400 for a term that ends by an act of its own. */
export async function rondMetDeHandAf(tx: Tx, id: string, reden: string): Promise<void> {
  const t = await getTermijn(tx, id);
  if (t.afgerondOp) throw ongeldig([{ veld: 'termijn', melding: 'Deze termijn is al afgerond.' }]);
  if (!t.magAfronden) {
    throw ongeldig([
      {
        veld: 'termijn',
        melding: `Deze termijn eindigt vanzelf als u doet wat hij vraagt: ${t.omschrijving}.`,
      },
    ]);
  }
  await tx.db
    .updateTable('termijn')
    .set({ afgerond_op: tx.nu, afgerond_hoe: reden })
    .where('id', '=', id)
    .where('afgerond_op', 'is', null)
    .execute();
}
