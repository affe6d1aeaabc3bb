// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import { geefConceptenVanOrganisatieDoor } from '../concept/concept.store.ts';
import { laatWeten } from '../gebeurtenissen.ts';
import { geefTermijnenVanOrganisatieDoor } from '../termijn/termijn.store.ts';
import { draagZichtOver } from '../zicht/zicht.store.ts';
import { TEAMLEIDERS } from './functies.ts';
import { kanOpvolgen } from './organisatie.ts';

export interface OrganisatieRij {
  id: string;
  naam: string;
  soort: string;
  gemeentecode: string | null;
  contact: string | null;
  geslotenOp: Date | null;
  opvolgerId: string | null;
}

const KOLOMMEN = ['id', 'naam', 'soort', 'gemeentecode', 'contact', 'gesloten_op', 'opvolger_id'] as const;

function naarOrganisatie(r: {
  id: string;
  naam: string;
  soort: string;
  gemeentecode: string | null;
  contact: string | null;
  gesloten_op: Date | null;
  opvolger_id: string | null;
}): OrganisatieRij {
  return {
    id: r.id,
    naam: r.naam,
    soort: r.soort,
    gemeentecode: r.gemeentecode,
    contact: r.contact,
    geslotenOp: r.gesloten_op,
    opvolgerId: r.opvolger_id,
  };
}

/** The organisations of the region by name, at most 200 at a time, after `na`. */
export async function listOrganisaties(
  tx: Tx,
  o: { na: string | null; alleenOpen: boolean },
): Promise<OrganisatieRij[]> {
  let vraag = tx.db.selectFrom('organisatie').select(KOLOMMEN).orderBy('naam').orderBy('id').limit(200);
  if (o.na !== null) vraag = vraag.where('naam', '>', o.na);
  if (o.alleenOpen) vraag = vraag.where('gesloten_op', 'is', null);
  return (await vraag.execute()).map(naarOrganisatie);
}

export interface MedewerkerRij {
  id: string;
  naam: string;
  functie: string;
}

/** Who works at an organisation now, by name. */
export async function listMedewerkers(tx: Tx, organisatieId: string): Promise<MedewerkerRij[]> {
  return tx.db
    .selectFrom('medewerker')
    .select(['id', 'naam', 'functie'])
    .where('organisatie_id', '=', organisatieId)
    .where('actief', '=', true)
    .orderBy('naam')
    .orderBy('id')
    .limit(1000)
    .execute();
}

/** The team leaders of an organisation who work there now. */
export async function listTeamleiders(
  tx: Tx,
  organisatieId: string,
): Promise<{ id: string; teamId: string | null }[]> {
  return tx.db
    .selectFrom('medewerker')
    .select(['id', 'team_id as teamId'])
    .where('organisatie_id', '=', organisatieId)
    .where('functie', 'in', TEAMLEIDERS)
    .where('actief', '=', true)
    .orderBy('id')
    .execute();
}

/**
 * Reads organisations and keeps them from closing until this act ends; always in the same order, so that two acts never
 * wait for each other. Take this lock before that of a casus.
 */
export async function houdOpen(tx: Tx, ids: readonly string[]): Promise<Map<string, OrganisatieRij>> {
  const rijen = await tx.db
    .selectFrom('organisatie')
    .select(KOLOMMEN)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forShare()
    .execute();
  return new Map(rijen.map((r) => [r.id, naarOrganisatie(r)]));
}

/**
 * Closes an organisation: everything that it holds passes to its successor at this very moment, in one act (P1). No family
 * is unwatched, no term lapses with nobody behind it, its register goes on, and who worked there sees nothing any more. Stations that keep
 * something of their own with an organisation react to 'organisatie.gesloten'.
 *
 * Locks in one order, organisation, then casussen by id: an acceptance takes the same order.
 * @returns the casussen whose holder changed
 */
export async function sluitOrganisatie(
  tx: Tx,
  id: string,
  opvolgerId: string,
  reden: string,
): Promise<string[]> {
  return tx.overGrens(async () => {
    // two closings at once in a region wait for each other: each may be the other's successor
    await sql`select pg_advisory_xact_lock(hashtextextended(${`organisatie.sluiten:${tx.regio}`}, 11))`.execute(
      tx.db,
    );
    const rijen = await tx.db
      .selectFrom('organisatie')
      .select(KOLOMMEN)
      .where('id', 'in', [id, opvolgerId])
      .orderBy('id')
      .forNoKeyUpdate()
      .execute();
    const oud = rijen.find((r) => r.id === id);
    const nieuw = rijen.find((r) => r.id === opvolgerId);
    if (!oud) throw nietGevonden('Deze organisatie');
    if (oud.soort === 'veilig_thuis' && oud.id !== tx.wie.organisatieId)
      throw new Probleem(
        403,
        'Een ander Veilig Thuis kunt u niet sluiten',
        `Dat doet een teamleider van ${oud.naam}. Er is niets gewijzigd.`,
      );
    if (oud.gesloten_op)
      throw new Probleem(409, 'Deze organisatie is al gesloten', 'Er is niets gewijzigd.', {
        soort: 'al-gesloten',
      });
    if (!nieuw || nieuw.id === oud.id)
      throw ongeldig([{ veld: 'opvolgerId', melding: 'Kies een andere organisatie die alles overneemt.' }]);
    if (nieuw.gesloten_op)
      throw ongeldig([
        { veld: 'opvolgerId', melding: `${nieuw.naam} is zelf gesloten. Kies een organisatie die open is.` },
      ]);
    if (!kanOpvolgen(oud.soort, nieuw.soort)) {
      throw ongeldig([
        {
          veld: 'opvolgerId',
          melding:
            oud.soort === 'veilig_thuis'
              ? 'De taken van een Veilig Thuis kunnen alleen naar een ander Veilig Thuis.'
              : `${nieuw.naam} kan niet alles overnemen wat ${oud.naam} doet. Kies een organisatie die dat wel kan.`,
        },
      ]);
    }

    const kandidaten = await tx.db
      .selectFrom('zicht')
      .select('casus_id')
      .where('organisatie_id', '=', id)
      .where('tot', 'is', null)
      .execute();
    const ids = kandidaten.map((k) => k.casus_id);
    if (ids.length > 0)
      await tx.db.selectFrom('casus').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
    // read again behind the locks: what moved away while we waited is no longer ours to pass on
    const vast = await tx.db
      .selectFrom('zicht')
      .select('casus_id')
      .where('organisatie_id', '=', id)
      .where('tot', 'is', null)
      .orderBy('casus_id')
      .execute();
    const casusIds = vast.map((v) => v.casus_id);
    for (const casusId of casusIds) {
      await draagZichtOver(tx, casusId, opvolgerId, `${oud.naam} sluit; ${nieuw.naam} volgt op`);
      tx.ook('zicht.overgegaan', casusId, id, { van: id, naar: opvolgerId, grond: 'organisatie gesloten' });
    }
    // the other parts that it had in casussen, and the end of its own; where its part had ended its dossier is the successor's to keep
    await sql`
      insert into betrokkenheid as b (regio_id, casus_id, organisatie_id, grond, vanaf, tot)
      select regio_id, casus_id, ${opvolgerId}, grond, ${tx.nu}, tot from betrokkenheid where organisatie_id = ${id}
      on conflict (regio_id, casus_id, organisatie_id) do update set tot = case when excluded.tot is null then null else b.tot end`.execute(
      tx.db,
    );
    await tx.db
      .updateTable('betrokkenheid')
      .set({ tot: tx.nu })
      .where('organisatie_id', '=', id)
      .where((w) => w.or([w('tot', 'is', null), w('tot', '>', tx.nu)]))
      .execute();
    // who steered from there does not any more; the screen says that nobody does yet
    const { rows: stuurloos } = await sql<{ id: string }>`
      update casus set regisseur_id = null, versie = versie + 1
      where status = 'open' and regisseur_id in (select m.id from medewerker m where m.organisatie_id = ${id})
      returning id`.execute(tx.db);
    await tx.db
      .updateTable('organisatie')
      .set({ gesloten_op: tx.nu, opvolger_id: opvolgerId })
      .where('id', '=', id)
      .execute();
    await sql`select houvast.erft(${id}, ${opvolgerId})`.execute(tx.db);
    const concepten = await geefConceptenVanOrganisatieDoor(tx, id, opvolgerId);
    await laatWeten(tx, 'organisatie.gesloten', {
      organisatieId: id,
      naam: oud.naam,
      opvolgerId,
      casusIds,
      zonderRegisseur: stuurloos.map((c) => c.id).filter((c) => casusIds.includes(c)),
    });
    await geefTermijnenVanOrganisatieDoor(tx, id, opvolgerId, `${oud.naam} sluit; ${nieuw.naam} volgt op`);
    tx.inhoud({ organisatie: id, opvolger: opvolgerId, reden, casussen: casusIds.length, concepten });
    return casusIds;
  });
}
