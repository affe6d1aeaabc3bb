// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import { betreftCasussen } from '../casus/betreft.store.ts';
import { type Gebeurtenissen, laatWeten } from '../gebeurtenissen.ts';
import { houdOpen } from '../organisatie/organisatie.store.ts';
import { kanMeekijken } from '../organisatie/organisatie.ts';
import { bezwaarTegenEinde } from './toegang.ts';
import { eisGenoemdBij } from './verzegeling.store.ts';

export interface Deling {
  id: string;
  casusId: string;
  naarOrganisatieId: string;
  naarNaam: string;
  vanNaam: string;
  doel: string;
  grondslag: string;
  reden: string;
  onderdelen: string[];
  vanaf: Date;
  tot: Date;
  ingetrokkenOp: Date | null;
}

/** What one share is given with. */
export interface NieuweDeling {
  naarOrganisatieId: string;
  grondslag: string;
  reden: string;
  onderdelen: readonly string[];
  totOp: Date;
}

/**
 * Opens parts of a casus to another organisation until a moment, for keeping watch together.
 * @throws 400 with the field that does not fit
 */
export async function deel(tx: Tx, casusId: string, d: NieuweDeling): Promise<string> {
  const bezwaar = bezwaarTegenEinde(d.totOp, tx.nu);
  if (bezwaar) throw ongeldig([{ veld: 'totOp', melding: bezwaar }]);
  const naar = (await houdOpen(tx, [d.naarOrganisatieId])).get(d.naarOrganisatieId);
  if (!naar || naar.id === tx.wie.organisatieId)
    throw ongeldig([{ veld: 'naarOrganisatieId', melding: 'Kies een andere organisatie om mee te delen.' }]);
  if (naar.geslotenOp)
    throw ongeldig([
      { veld: 'naarOrganisatieId', melding: `${naar.naam} is gesloten. Kies een andere organisatie.` },
    ]);
  if (!kanMeekijken(naar.soort))
    throw ongeldig([
      {
        veld: 'naarOrganisatieId',
        melding: `Bij ${naar.naam} kan niemand meekijken in een casus. Kies een andere organisatie.`,
      },
    ]);
  await eisGenoemdBij(tx, casusId, naar.id, 'naarOrganisatieId');
  const id = nieuwId(tx.nu);
  await tx.db
    .insertInto('deling')
    .values({
      regio_id: tx.regio,
      id,
      casus_id: casusId,
      van_organisatie_id: tx.wie.organisatieId,
      naar_organisatie_id: naar.id,
      doel: 'zicht_houden',
      grondslag: d.grondslag,
      reden: d.reden,
      onderdelen: [...new Set(d.onderdelen)],
      vanaf: tx.nu,
      tot: d.totOp,
      medewerker_id: tx.wie.medewerkerId,
    })
    .execute();
  await laatWeten(tx, 'casus.gedeeld', { casusId });
  await betreftCasussen(tx, [casusId]);
  tx.categorie(...d.onderdelen);
  tx.inhoud({ deling: id, naar: naar.naam, onderdelen: d.onderdelen.join(', '), tot: d.totOp.toISOString() });
  return id;
}

function vraag(tx: Tx) {
  return tx.db
    .selectFrom('deling as d')
    .innerJoin('organisatie as n', (j) =>
      j.onRef('n.regio_id', '=', 'd.regio_id').onRef('n.id', '=', 'd.naar_organisatie_id'),
    )
    .innerJoin('organisatie as v', (j) =>
      j.onRef('v.regio_id', '=', 'd.regio_id').onRef('v.id', '=', 'd.van_organisatie_id'),
    )
    .select([
      'd.id',
      'd.casus_id as casusId',
      'd.naar_organisatie_id as naarOrganisatieId',
      'n.naam as naarNaam',
      'v.naam as vanNaam',
      'd.doel',
      'd.grondslag',
      'd.reden',
      'd.onderdelen',
      'd.vanaf',
      'd.tot',
      'd.ingetrokken_op as ingetrokkenOp',
    ])
    .orderBy('d.tot', 'desc')
    .orderBy('d.id');
}

/** Every share of a casus, also those that ended. */
export async function listDelingen(tx: Tx, casusId: string): Promise<Deling[]> {
  return vraag(tx).where('d.casus_id', '=', casusId).limit(200).execute();
}

/** What others share with the asker's organisation now, with the name of the household. */
export async function listMetOnsGedeeld(
  tx: Tx,
): Promise<(Deling & { nummer: string; aanduiding: string })[]> {
  const rijen = await vraag(tx)
    .innerJoin('casus as c', (j) => j.onRef('c.regio_id', '=', 'd.regio_id').onRef('c.id', '=', 'd.casus_id'))
    .select(['c.nummer', 'c.aanduiding'])
    .where('d.naar_organisatie_id', '=', tx.wie.organisatieId)
    .where('d.ingetrokken_op', 'is', null)
    .where('d.tot', '>', tx.nu)
    .limit(200)
    .execute();
  await betreftCasussen(
    tx,
    rijen.map((r) => r.casusId),
  );
  tx.categorie('casus');
  return rijen;
}

/**
 * Ends a share before its time, whoever gave it: who holds zicht answers for who reads along, also for what an earlier holder shared.
 * @throws 404, 409 when it has ended already
 */
export async function trekDelingIn(tx: Tx, id: string, reden: string): Promise<void> {
  const rij = await tx.db
    .selectFrom('deling')
    .select(['casus_id', 'tot', 'ingetrokken_op'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Deze deling');
  if (rij.ingetrokken_op || rij.tot <= tx.nu)
    throw new Probleem(409, 'Deze deling is al voorbij', 'Er is niets gewijzigd.', { soort: 'al-voorbij' });
  await tx.db
    .updateTable('deling')
    .set({ ingetrokken_op: tx.nu, ingetrokken_reden: reden })
    .where('id', '=', id)
    .execute();
  tx.overCasus(rij.casus_id);
  tx.inhoud({ deling: id, reden });
}

/**
 * A casus closed: nobody keeps watch any more, so nobody reads along for it. What became part of another is shared anew by who holds that
 * one: the other side did not agree to more than was asked.
 */
export async function eindigDelingen(tx: Tx, g: Gebeurtenissen['casus.gesloten']): Promise<void> {
  const reden =
    g.reden === 'samengevoegd'
      ? 'De casus is samengevoegd met een andere. Deel daar opnieuw wat nodig is.'
      : 'De casus is gesloten.';
  await tx.overGrens(async () => {
    const rijen = await tx.db
      .updateTable('deling')
      .set({ ingetrokken_op: tx.nu, ingetrokken_reden: reden })
      .where('casus_id', '=', g.casusId)
      .where('ingetrokken_op', 'is', null)
      .where('tot', '>', tx.nu)
      .returning('id')
      .execute();
    for (const { id } of rijen) tx.ook('deling.intrekken', g.casusId, id, { deling: id, reden });
  });
}

/** The shares that ended when this casus became part of another run again, as far as they still would: it is itself again. */
export async function hervatDelingen(tx: Tx, casusId: string, geeindigdOp: Date): Promise<void> {
  await tx.overGrens(async () => {
    const rijen = await tx.db
      .updateTable('deling as d')
      .from('organisatie as o')
      .set({ ingetrokken_op: null, ingetrokken_reden: null })
      .whereRef('o.id', '=', 'd.naar_organisatie_id')
      .where('o.gesloten_op', 'is', null)
      .where('d.casus_id', '=', casusId)
      .where('d.ingetrokken_op', '=', geeindigdOp)
      .where('d.tot', '>', tx.nu)
      .returning(['d.id', 'd.onderdelen', 'o.naam'])
      .execute();
    for (const d of rijen)
      tx.ook('deling.geven', casusId, d.id, {
        deling: d.id,
        naar: d.naam,
        onderdelen: d.onderdelen.join(', '),
      });
  });
}
