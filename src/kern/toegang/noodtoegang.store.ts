// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';
import { betrefCasus } from '../casus/overzicht.store.ts';
import { rondTermijnAf, zetTermijn } from '../termijn/termijn.store.ts';
import { findHouder } from '../zicht/zicht.store.ts';
import { NOODKNOP_UREN } from './toegang.ts';
import { isUitgesloten } from './verzegeling.store.ts';

export interface Noodtoegang {
  id: string;
  /** Null, as the number, where the casus is closed to who asks: sealed since. */
  casusId: string | null;
  casusnummer: string | null;
  medewerkerId: string;
  medewerkerNaam: string;
  functie: string;
  organisatieNaam: string;
  doel: string;
  reden: string;
  vanaf: Date;
  tot: Date;
  nagekekenOp: Date | null;
  nagekekenDoor: string | null;
  oordeel: string | null;
  bevinding: string | null;
}

/**
 * Whoever looks after privacy for an organisation: its own officer, or any of the region. Null: nobody has that function.
 * @param nietId the one whom it is about, who does not look after oneself
 */
export async function findFg(
  tx: Tx,
  organisatieId: string,
  nietId?: string,
): Promise<{ id: string; organisatieId: string } | null> {
  const { rows } = await sql<{ id: string; organisatie_id: string }>`
    select id, organisatie_id from medewerker where functie = 'privacyfunctionaris' and actief and id is distinct from ${nietId ?? null}::uuid
    order by organisatie_id <> ${organisatieId}, id limit 1`.execute(tx.db);
  return rows[0] ? { id: rows[0].id, organisatieId: rows[0].organisatie_id } : null;
}

/** The casus of a number, and of one that went up in another the one where the family is now. Works across the wall. */
async function findWaarGezinIs(tx: Tx, casusnummer: string): Promise<string | null> {
  return tx.overGrens(async () => {
    const { rows } = await sql<{ id: string }>`
      with recursive weg as (
        select id, samengevoegd_in from casus where nummer = ${casusnummer.trim().toUpperCase()}
        union
        select c.id, c.samengevoegd_in from weg w join casus c on c.id = w.samengevoegd_in)
      select id from weg where samengevoegd_in is null`.execute(tx.db);
    return rows[0]?.id ?? null;
  });
}

/**
 * Opens one casus to one worker for some hours. The holder of zicht and the privacy officer hear it in this same transaction. The number
 * of a casus that went up in another opens that one: the family is there. A casus that is sealed, or from which the worker is kept out,
 * does not exist here either.
 * @throws 404 when there is no such casus, 409 when the worker has access without it
 */
export async function openNoodtoegang(
  tx: Tx,
  o: { casusnummer: string; doel: string; reden: string },
): Promise<{ id: string; casusId: string; totOp: Date }> {
  const casusId = await findWaarGezinIs(tx, o.casusnummer);
  if (!casusId || (await isUitgesloten(tx, casusId))) throw nietGevonden('Deze casus');
  const eigen = await tx.db.selectFrom('casus').select('id').where('id', '=', casusId).executeTakeFirst();
  if (eigen)
    throw new Probleem(409, 'U kunt deze casus al zien', 'De noodknop is niet nodig: open de casus.', {
      soort: 'al-toegang',
      huidig: { casusId },
    });
  const id = nieuwId(tx.nu);
  const tot = new Date(tx.nu.getTime() + NOODKNOP_UREN * 3_600_000);
  await tx.db
    .insertInto('noodtoegang')
    .values({
      regio_id: tx.regio,
      id,
      casus_id: casusId,
      medewerker_id: tx.wie.medewerkerId,
      organisatie_id: tx.wie.organisatieId,
      doel: o.doel,
      reden: o.reden,
      vanaf: tx.nu,
      tot,
    })
    .execute();
  tx.overCasus(casusId);
  await betrefCasus(tx, casusId);
  tx.inhoud({ noodtoegang: id, doel: o.doel, tot: tot.toISOString() });
  await tx.overGrens(async () => {
    const houder = await findHouder(tx, casusId);
    if (houder)
      await zetTermijn(tx, {
        soort: 'noodknop_gezien',
        casusId,
        onderwerpSoort: 'casus',
        onderwerpId: casusId,
        eigenaarOrganisatieId: houder.organisatieId,
        waarom: `${tx.wie.organisatieNaam} gebruikte de noodknop.`,
        begintOp: tx.nu,
      });
    const fg = await findFg(tx, tx.wie.organisatieId);
    await zetTermijn(tx, {
      soort: 'noodknop_nakijken',
      onderwerpSoort: 'noodtoegang',
      onderwerpId: id,
      eigenaarOrganisatieId: fg?.organisatieId ?? tx.wie.organisatieId,
      eigenaarMedewerkerId: fg?.id,
      waarom: fg ? '' : 'Er is geen functionaris gegevensbescherming in deze regio.',
      begintOp: tx.nu,
    });
  });
  return { id, casusId, totOp: tot };
}

/**
 * Uses of the noodknop, newest first, at most 200: those that row-level security shows. The privacy officer sees all, a worker the own
 * ones, and with a casus those of that casus and of what went up in it.
 */
export async function listNoodtoegang(
  tx: Tx,
  o: { casusId?: string; alleenOpen?: boolean; vanMij?: boolean } = {},
): Promise<Noodtoegang[]> {
  const rijen = await tx.db
    .selectFrom('noodtoegang as n')
    .innerJoin('medewerker as m', (j) =>
      j.onRef('m.regio_id', '=', 'n.regio_id').onRef('m.id', '=', 'n.medewerker_id'),
    )
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'n.regio_id').onRef('o.id', '=', 'n.organisatie_id'),
    )
    .leftJoin('medewerker as k', (j) =>
      j.onRef('k.regio_id', '=', 'n.regio_id').onRef('k.id', '=', 'n.nagekeken_door'),
    )
    .select([
      'n.id',
      'n.casus_id as casusId',
      'n.medewerker_id as medewerkerId',
      'm.naam as medewerkerNaam',
      'm.functie',
      'o.naam as organisatieNaam',
      'n.doel',
      'n.reden',
      'n.vanaf',
      'n.tot',
      'n.nagekeken_op as nagekekenOp',
      'k.naam as nagekekenDoor',
      'n.oordeel',
      'n.bevinding',
    ])
    .$if(o.casusId !== undefined, (q) =>
      q.where((e) =>
        e(
          'n.casus_id',
          'in',
          e
            .selectFrom('casus')
            .select('id')
            .where((c) => c.or([c('id', '=', o.casusId ?? ''), c('samengevoegd_in', '=', o.casusId ?? '')])),
        ),
      ),
    )
    .$if(o.alleenOpen === true, (q) => q.where('n.nagekeken_op', 'is', null))
    .$if(o.vanMij === true, (q) => q.where('n.medewerker_id', '=', tx.wie.medewerkerId))
    .orderBy('n.vanaf', 'desc')
    .orderBy('n.id', 'desc')
    .limit(200)
    .execute();
  const { rows } = await sql<{ id: string; nummer: string }>`
    select id, nummer from noodknop_nummers(${rijen.map((r) => r.id)}::uuid[])`.execute(tx.db);
  const nummers = new Map(rows.map((r) => [r.id, r.nummer]));
  return rijen.map((r) => {
    const casusnummer = nummers.get(r.id) ?? null;
    return { ...r, casusId: casusnummer === null ? null : r.casusId, casusnummer };
  });
}

/** The privacy officer's word on one use, once. @throws 404, 409 when it was reviewed already */
export async function kijkNa(tx: Tx, id: string, o: { oordeel: string; bevinding: string }): Promise<void> {
  const rij = await tx.db
    .selectFrom('noodtoegang')
    .select(['casus_id', 'nagekeken_op'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Dit gebruik van de noodknop');
  if (rij.nagekeken_op)
    throw new Probleem(409, 'Dit is al nagekeken', 'Het oordeel blijft staan zoals het is.', {
      soort: 'al-nagekeken',
    });
  await tx.db
    .updateTable('noodtoegang')
    .set({
      nagekeken_op: tx.nu,
      nagekeken_door: tx.wie.medewerkerId,
      oordeel: o.oordeel,
      bevinding: o.bevinding,
    })
    .where('id', '=', id)
    .execute();
  tx.overCasus(rij.casus_id);
  tx.inhoud({ oordeel: o.oordeel });
  await tx.overGrens(() => rondTermijnAf(tx, id, ['noodknop_nakijken'], 'nagekeken'));
}
