// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { algemeen, nietGevonden, Probleem } from '../../platform/http/problem.ts';
import { TEAMLEIDERS } from '../organisatie/functies.ts';

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
  const ander = !bestaand && c.versie > 0 ? await findBijAnder(tx, c.id) : undefined;
  if (ander !== undefined)
    throw new Probleem(
      409,
      'Dit concept staat nu bij een collega',
      `Uw werk is doorgegeven aan ${ander}. Overleg wie het verstuurt. Wat u typte staat er nog; er is niets overschreven.`,
      { soort: 'doorgegeven', huidig: { collega: ander } },
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

/** The name of the colleague who has the draft of this id: it was passed on. */
async function findBijAnder(tx: Tx, id: string): Promise<string | undefined> {
  return tx.overGrens(async () => {
    const rij = await tx.db
      .selectFrom('concept as c')
      .innerJoin('medewerker as m', (j) =>
        j.onRef('m.regio_id', '=', 'c.regio_id').onRef('m.id', '=', 'c.medewerker_id'),
      )
      .select('m.naam')
      .where('c.id', '=', id)
      .where('m.organisatie_id', '=', tx.wie.organisatieId)
      .where('m.id', '<>', tx.wie.medewerkerId)
      .executeTakeFirst();
    return rij?.naam;
  });
}

/** Each draft `c` with the casus that it is about, if any: of that only someone who may see it reads on. */
const OVER_CASUS = sql`concept c
  cross join lateral (select nullif(substring(c.soort from ':([0-9a-f-]{36})$'), '')::uuid as over) g
  left join monitormoment mm on mm.id = g.over
  cross join lateral (select coalesce(mm.casus_id, g.over) as casus) s`;

/**
 * Drafts pass to who takes over, else to who leads. A draft about a casus goes only to someone who may see that casus; where neither may it
 * stays where it is, and nobody reads it. Call it across the wall.
 */
export async function geefConceptenDoor(tx: Tx, van: string, aan: string | null): Promise<number> {
  const ik = tx.wie.medewerkerId;
  const { rows } = await sql`
    with wie as (
      select c.id, case
        when s.casus is null or kan_erbij(s.casus, ${aan ?? ik}::uuid) then ${aan ?? ik}::uuid
        when kan_erbij(s.casus, ${ik}::uuid) then ${ik}::uuid end as naar
      from ${OVER_CASUS} where c.medewerker_id = ${van}
    )
    update concept c set medewerker_id = w.naar,
      -- both may have one under the same id, when it was passed on before
      id = case when exists (select from concept e where e.medewerker_id = w.naar and e.id = c.id) then gen_random_uuid() else c.id end
    from wie w where c.id = w.id and c.medewerker_id = ${van} and w.naar is not null and w.naar <> ${van}
    returning c.id`.execute(tx.db);
  return rows.length;
}

/**
 * An organisation closes: a report may lie in a draft of who worked there, so each goes to somebody at the successor who works with
 * families and may see that casus; who leads and can log in first. Call it across the wall.
 */
export async function geefConceptenVanOrganisatieDoor(tx: Tx, van: string, naar: string): Promise<number> {
  const { rows } = await sql`
    with wie as (
      select c.id, c.medewerker_id, n.id as naar from ${OVER_CASUS}
      join medewerker w on w.regio_id = c.regio_id and w.id = c.medewerker_id and w.organisatie_id = ${van}
      cross join lateral (select k.id from medewerker k
        where k.regio_id = c.regio_id and k.organisatie_id = ${naar} and k.actief and k.functie not in ('beleid', 'privacyfunctionaris')
          and (s.casus is null or kan_erbij(s.casus, k.id))
        order by k.inlogcode is null, k.functie <> all (${[...TEAMLEIDERS]}::text[]), k.id limit 1) n
    )
    update concept c set medewerker_id = w.naar, eerder_medewerker_id = c.medewerker_id,
      id = case when exists (select from concept e where e.medewerker_id <> c.medewerker_id and e.id = c.id) then gen_random_uuid() else c.id end
    from wie w where c.id = w.id and c.medewerker_id = w.medewerker_id
    returning c.id`.execute(tx.db);
  return rows.length;
}

/** Who comes along from an organisation that closed finds the own drafts, as far as nobody went on with them since. */
export async function geefConceptenTerug(tx: Tx, aan: string, inlogcode: string): Promise<number> {
  return tx.overGrens(async () => {
    const { rows } = await sql`
      with stuk as (
        select c.id, c.medewerker_id from ${OVER_CASUS}
        join medewerker oud on oud.regio_id = c.regio_id and oud.id = c.eerder_medewerker_id
        join organisatie o on o.regio_id = oud.regio_id and o.id = oud.organisatie_id
        join medewerker nu on nu.regio_id = c.regio_id and nu.id = c.medewerker_id
        where oud.inlogcode = ${inlogcode} and o.opvolger_id = ${tx.wie.organisatieId}
          and nu.organisatie_id = o.opvolger_id and c.gewijzigd_op <= o.gesloten_op
          and (s.casus is null or kan_erbij(s.casus, ${aan}::uuid))
      )
      update concept c set medewerker_id = ${aan}, eerder_medewerker_id = null
      from stuk s where c.id = s.id and c.medewerker_id = s.medewerker_id
      returning c.id`.execute(tx.db);
    return rows.length;
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
