// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import type { Gebeurtenissen } from '../gebeurtenissen.ts';
import { TEAMLEIDERS } from '../organisatie/functies.ts';
import { listTeamleiders } from '../organisatie/organisatie.store.ts';
import { findHouder } from '../zicht/zicht.store.ts';

export interface Verzegeling {
  id: string;
  soort: string;
  reden: string;
  vanaf: Date;
  door: string | null;
}

export interface Genoemde {
  medewerkerId: string;
  naam: string;
  functie: string;
  organisatieNaam: string;
  vanaf: Date;
}

/** The seal on a casus now; null when there is none. */
export async function findVerzegeling(tx: Tx, casusId: string): Promise<Verzegeling | null> {
  const rij = await tx.db
    .selectFrom('verzegeling as v')
    .leftJoin('medewerker as m', (j) =>
      j.onRef('m.regio_id', '=', 'v.regio_id').onRef('m.id', '=', 'v.medewerker_id'),
    )
    .select(['v.id', 'v.soort', 'v.reden', 'v.vanaf', 'm.naam as door'])
    .where('v.casus_id', '=', casusId)
    .where('v.tot', 'is', null)
    .executeTakeFirst();
  return rij ?? null;
}

/** Whether a casus is closed to the asker: sealed without being named, or a conflict of interest. */
export async function isUitgesloten(tx: Tx, casusId: string): Promise<boolean> {
  const { rows } = await sql<{
    dicht: boolean;
  }>`select ${casusId}::uuid = any (ctx_dicht()) as dicht`.execute(tx.db);
  return rows[0]?.dicht ?? false;
}

/** The people who know that a sealed casus exists, by name. */
export async function listGenoemden(tx: Tx, casusId: string): Promise<Genoemde[]> {
  return tx.db
    .selectFrom('genoemde as g')
    .innerJoin('medewerker as m', (j) =>
      j.onRef('m.regio_id', '=', 'g.regio_id').onRef('m.id', '=', 'g.medewerker_id'),
    )
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'm.regio_id').onRef('o.id', '=', 'm.organisatie_id'),
    )
    .select([
      'g.medewerker_id as medewerkerId',
      'm.naam',
      'm.functie',
      'o.naam as organisatieNaam',
      'g.vanaf',
    ])
    .where('g.casus_id', '=', casusId)
    .where('g.tot', 'is', null)
    .orderBy('m.naam')
    .orderBy('g.medewerker_id')
    .execute();
}

async function noem(tx: Tx, casusId: string, medewerkerIds: readonly string[]): Promise<void> {
  if (medewerkerIds.length === 0) return;
  await tx.overGrens(() =>
    tx.db
      .insertInto('genoemde')
      .values(
        medewerkerIds.map((m) => ({
          regio_id: tx.regio,
          id: nieuwId(tx.nu),
          casus_id: casusId,
          medewerker_id: m,
          vanaf: tx.nu,
          door_id: tx.wie.functie === 'systeem' ? null : tx.wie.medewerkerId,
        })),
      )
      .onConflict((c) =>
        c.columns(['regio_id', 'casus_id', 'medewerker_id']).where('tot', 'is', null).doNothing(),
      )
      .execute(),
  );
}

/** The organisations that still have work with a term in a casus, whoever asks. */
async function listMetWerk(tx: Tx, casusId: string): Promise<{ id: string; naam: string }[]> {
  return tx.db
    .selectFrom('termijn as t')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 't.regio_id').onRef('o.id', '=', 't.eigenaar_organisatie_id'),
    )
    .select(['o.id', 'o.naam'])
    .distinct()
    .where('t.casus_id', '=', casusId)
    .where('t.afgerond_op', 'is', null)
    .orderBy('o.id')
    .execute();
}

/** Whether someone could see this casus: not kept out of it for a belang, and named where it is sealed. Works across the wall. */
export async function kanErbij(tx: Tx, casusId: string, medewerkerId: string): Promise<boolean> {
  const { rows } = await sql<{ kan: boolean }>`select kan_erbij(${casusId}, ${medewerkerId}) as kan`.execute(
    tx.db,
  );
  return rows[0]?.kan ?? false;
}

/** @throws 400 on this field when whom the casus is given to could not see it: the work would be on the list of someone who gets a 404 */
export async function eisKanErbij(
  tx: Tx,
  casusId: string,
  medewerkerId: string,
  veld: string,
): Promise<void> {
  if (await kanErbij(tx, casusId, medewerkerId)) return;
  throw ongeldig([
    { veld, melding: 'Deze medewerker kan niet bij deze casus. Kies iemand die er wel bij kan.' },
  ]);
}

/** Who can be named at an organisation, as far as nobody is kept out of this casus for a belang. Call it across the wall. */
async function listTeNoemen(
  tx: Tx,
  casusId: string,
  organisatieId: string,
  wie: 'teamleiders' | 'iedereen',
): Promise<string[]> {
  let vraag = tx.db
    .selectFrom('medewerker as m')
    .select('m.id')
    .where('m.organisatie_id', '=', organisatieId)
    .where('m.actief', '=', true)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('belang as b')
            .select('b.id')
            .where('b.casus_id', '=', casusId)
            .where('b.tot', 'is', null)
            .whereRef('b.medewerker_id', '=', 'm.id'),
        ),
      ),
    )
    .orderBy('m.id');
  if (wie === 'teamleiders') vraag = vraag.where('m.functie', 'in', TEAMLEIDERS);
  return (await vraag.execute()).map((r) => r.id);
}

/**
 * What someone who is not named was to do must not be out of sight (P7): it becomes work of someone named at the same organisation.
 * Where nobody is, its team leaders are named; the work of another organisation does not end because this one seals.
 * @throws 400 when an organisation with work here has nobody who can be named
 */
async function houdWerkInZicht(tx: Tx, casusId: string, namen: readonly string[]): Promise<void> {
  await tx.overGrens(async () => {
    for (const o of await listMetWerk(tx, casusId)) {
      const { rows } = await sql<{ id: string }>`
        select m.id from medewerker m where m.organisatie_id = ${o.id} and m.id = any (${[...namen]}::uuid[])
        order by m.id = ${tx.wie.medewerkerId} desc, m.id`.execute(tx.db);
      const hier = rows.map((r) => r.id);
      if (hier.length === 0) {
        hier.push(...(await listTeNoemen(tx, casusId, o.id, 'teamleiders')));
        if (hier.length === 0)
          throw ongeldig([
            {
              veld: 'medewerkerIds',
              melding: `${o.naam} heeft bij deze casus nog werk, en daar is geen teamleider die erbij kan. Bel hen, en noem iemand die daar werkt.`,
            },
          ]);
        await noem(tx, casusId, hier);
      }
      await sql`
        update termijn set eigenaar_medewerker_id = ${hier[0]}
        where casus_id = ${casusId} and afgerond_op is null and eigenaar_organisatie_id = ${o.id}
          and (eigenaar_medewerker_id is null or eigenaar_medewerker_id <> all (${hier}::uuid[]))`.execute(
        tx.db,
      );
    }
  });
}

/**
 * Seals a casus: from this moment it exists only for the named people, of whom whoever seals is one. At an organisation that still has
 * work here and of which nobody is named, those are its team leaders.
 * @throws 409 when it is sealed already, 400 when someone named does not work at an organisation with a part in it
 */
export async function verzegel(
  tx: Tx,
  casusId: string,
  o: { soort: string; reden: string; medewerkerIds: readonly string[] },
): Promise<void> {
  if (await findVerzegeling(tx, casusId))
    throw new Probleem(409, 'Deze casus is al verzegeld', 'Noem iemand erbij, of hef de verzegeling op.', {
      soort: 'al-verzegeld',
    });
  const namen = [...new Set([tx.wie.medewerkerId, ...o.medewerkerIds])];
  await eisBetrokken(tx, casusId, namen);
  await legZegel(tx, casusId, { soort: o.soort, reden: o.reden, medewerker_id: tx.wie.medewerkerId }, namen);
  tx.inhoud({ soort: o.soort, genoemd: namen.length });
}

/** Names them, keeps the work of others in sight, and seals: in this order, for who is not named sees nothing after it. */
async function legZegel(
  tx: Tx,
  casusId: string,
  zegel: { soort: string; reden: string; medewerker_id: string | null },
  namen: readonly string[],
): Promise<void> {
  await noem(tx, casusId, namen);
  await houdWerkInZicht(tx, casusId, namen);
  await tx.db
    .insertInto('verzegeling')
    .values({ regio_id: tx.regio, id: nieuwId(tx.nu), casus_id: casusId, vanaf: tx.nu, ...zegel })
    .execute();
  await neemRegieAf(tx, casusId);
}

/** Who steers can see: a regisseur who is not named (any more) steers no longer, and the screen says that nobody does. */
async function neemRegieAf(tx: Tx, casusId: string): Promise<void> {
  await sql`update casus set regisseur_id = null, versie = versie + 1
    where id = ${casusId} and regisseur_id is not null and not kan_erbij(id, regisseur_id)`.execute(tx.db);
}

/**
 * What comes out of a sealed casus stays sealed, by the same person, for the same people and reason: what was hidden is hidden of both.
 * Nothing happens where the first is not sealed, or the other is already.
 */
export async function neemVerzegelingMee(tx: Tx, vanCasusId: string, naarCasusId: string): Promise<void> {
  await tx.overGrens(async () => {
    const zegel = await tx.db
      .selectFrom('verzegeling')
      .select(['soort', 'reden', 'medewerker_id'])
      .where('casus_id', '=', vanCasusId)
      .where('tot', 'is', null)
      .executeTakeFirst();
    if (!zegel || (await findVerzegeling(tx, naarCasusId))) return;
    const namen = (await listGenoemden(tx, vanCasusId)).map((g) => g.medewerkerId);
    await legZegel(tx, naarCasusId, zegel, namen);
    tx.ook('casus.verzegelen', naarCasusId, naarCasusId, { soort: zegel.soort, genoemd: namen.length });
  });
}

/** Opens a sealed casus again for everyone who has a part in it. @throws 409 when it is not sealed */
export async function hefVerzegelingOp(tx: Tx, casusId: string, reden: string): Promise<void> {
  const zegel = await findVerzegeling(tx, casusId);
  if (!zegel)
    throw new Probleem(409, 'Deze casus is niet verzegeld', 'Er is niets gewijzigd.', {
      soort: 'niet-verzegeld',
    });
  await tx.db
    .updateTable('verzegeling')
    .set({ tot: tx.nu, opgeheven_door: tx.wie.medewerkerId, opgeheven_reden: reden })
    .where('id', '=', zegel.id)
    .execute();
  await tx.db
    .updateTable('genoemde')
    .set({ tot: tx.nu })
    .where('casus_id', '=', casusId)
    .where('tot', 'is', null)
    .execute();
  tx.inhoud({ reden });
}

/** Names someone of an organisation that has a part in it, or the team leaders of one that will be asked to take over. */
export async function noemErbij(
  tx: Tx,
  casusId: string,
  medewerkerId: string | null,
  organisatieId: string | null,
): Promise<void> {
  if (!(await findVerzegeling(tx, casusId)))
    throw new Probleem(409, 'Deze casus is niet verzegeld', 'Noemen is dan niet nodig.', {
      soort: 'niet-verzegeld',
    });
  if (medewerkerId !== null) {
    await eisBetrokken(tx, casusId, [medewerkerId]);
    await noem(tx, casusId, [medewerkerId]);
    tx.inhoud({ genoemd: 1 });
    return;
  }
  if (organisatieId === null)
    throw ongeldig([{ veld: 'medewerkerId', melding: 'Kies een medewerker, of een organisatie.' }]);
  const leiders = (await listTeamleiders(tx, organisatieId)).map((l) => l.id);
  if (leiders.length === 0)
    throw ongeldig([
      {
        veld: 'organisatieId',
        melding: 'Deze organisatie heeft geen teamleider in Houvast. Bel en spreek af wie erbij mag.',
      },
    ]);
  await noem(tx, casusId, leiders);
  tx.inhoud({ genoemd: leiders.length });
}

/** Ends that someone is named. The holder, and who still has work here, keeps at least one: or nobody there would see what falls due. */
export async function noemNietMeer(tx: Tx, casusId: string, medewerkerId: string): Promise<void> {
  // asked first: who takes away the own name does not see the casus any more
  const houder = await findHouder(tx, casusId);
  const rij = await tx.db
    .updateTable('genoemde')
    .set({ tot: tx.nu })
    .where('casus_id', '=', casusId)
    .where('medewerker_id', '=', medewerkerId)
    .where('tot', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Deze naam');
  await tx.overGrens(async () => {
    const nodig = [
      ...(houder ? [{ id: houder.organisatieId, naam: houder.naam }] : []),
      ...(await listMetWerk(tx, casusId)),
    ];
    for (const o of nodig) {
      if (!(await isIemandGenoemd(tx, casusId, o.id)))
        throw ongeldig([
          {
            veld: 'medewerkerId',
            melding: `Dit is de laatste bij ${o.naam}, die hier nog werk heeft. Noem eerst iemand anders.`,
          },
        ]);
    }
    await neemWerkAf(tx, casusId, medewerkerId);
  });
}

/** Someone does not see a casus any more: whatever they were to do there becomes the team's, and they steer no longer. */
export async function neemWerkAf(tx: Tx, casusId: string, medewerkerId: string): Promise<void> {
  await sql`update termijn set eigenaar_medewerker_id = null
    where casus_id = ${casusId} and eigenaar_medewerker_id = ${medewerkerId} and afgerond_op is null`.execute(
    tx.db,
  );
  await neemRegieAf(tx, casusId);
}

/** Whether someone who works at this organisation sees the sealed casus: named there, and not kept out of it. */
async function isIemandGenoemd(
  tx: Tx,
  casusId: string,
  organisatieId: string,
  behalve: string | null = null,
): Promise<boolean> {
  const { rows } = await sql<{ er: boolean }>`
    select exists (select from genoemde g join medewerker m on m.regio_id = g.regio_id and m.id = g.medewerker_id
      where g.casus_id = ${casusId} and g.tot is null and m.actief and m.organisatie_id = ${organisatieId}
        and m.id is distinct from ${behalve}::uuid and kan_erbij(g.casus_id, m.id)) as er`.execute(tx.db);
  return rows[0]?.er ?? false;
}

/**
 * Before something of a sealed casus goes to another organisation: someone there must be named, or it would arrive unseen (P2, P7).
 * @throws 400 on this field when nobody is
 */
export async function eisGenoemdBij(
  tx: Tx,
  casusId: string,
  organisatieId: string,
  veld: string,
): Promise<void> {
  if (!(await findVerzegeling(tx, casusId)) || (await isIemandGenoemd(tx, casusId, organisatieId))) return;
  throw ongeldig([
    {
      veld,
      melding:
        'Deze casus is verzegeld. Noem eerst wie er bij die organisatie in mag; anders ziet niemand daar het aanbod.',
    },
  ]);
}

async function eisBetrokken(tx: Tx, casusId: string, medewerkerIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select m.id from medewerker m where m.id = any (${[...medewerkerIds]}::uuid[]) and m.actief and exists (
      select from betrokkenheid b where b.regio_id = m.regio_id and b.casus_id = ${casusId} and b.organisatie_id = m.organisatie_id
        and (b.tot is null or b.tot > ${tx.nu}))`.execute(tx.db);
  const goed = new Set(rows.map((r) => r.id));
  if (medewerkerIds.some((m) => !goed.has(m)))
    throw ongeldig([
      {
        veld: 'medewerkerIds',
        melding: 'Noem mensen die werken bij een organisatie die bij deze casus betrokken is.',
      },
    ]);
}

/**
 * When an organisation closes, the team leaders of its successor are named in the sealed casussen that pass to it or in which it had
 * work; where it has none, whoever works there: a casus that nobody can see would be held by nobody (P1, P7).
 */
export async function noemOpvolgers(tx: Tx, g: Gebeurtenissen['organisatie.gesloten']): Promise<void> {
  const { rows } = await sql<{ casus_id: string }>`
    select v.casus_id from verzegeling v where v.tot is null and (v.casus_id = any (${[...g.casusIds]}::uuid[])
      or exists (select from termijn t where t.regio_id = v.regio_id and t.casus_id = v.casus_id
        and t.eigenaar_organisatie_id = ${g.organisatieId} and t.afgerond_op is null))`.execute(tx.db);
  for (const { casus_id } of rows) await houdGenoemd(tx, casus_id, g.opvolgerId);
}

/**
 * The last one at an organisation who saw a sealed casus does not any more (kept out, or of an organisation that closed): its team leaders
 * are named, or whoever works there. Nobody is worse than too many.
 */
async function houdGenoemd(tx: Tx, casusId: string, organisatieId: string): Promise<void> {
  if (await isIemandGenoemd(tx, casusId, organisatieId)) return;
  const leiders = await listTeNoemen(tx, casusId, organisatieId, 'teamleiders');
  await noemEnZeg(
    tx,
    casusId,
    leiders.length > 0 ? leiders : await listTeNoemen(tx, casusId, organisatieId, 'iedereen'),
  );
}

/** Someone does not see a casus any more: where it is sealed, somebody of that organisation still sees what it has to do there. */
export async function houdZegelOpen(tx: Tx, casusId: string, organisatieId: string): Promise<void> {
  if (!(await findVerzegeling(tx, casusId))) return;
  const houder = await findHouder(tx, casusId);
  const metWerk = await listMetWerk(tx, casusId);
  if (houder?.organisatieId === organisatieId || metWerk.some((o) => o.id === organisatieId))
    await houdGenoemd(tx, casusId, organisatieId);
}

/**
 * A colleague's work goes to others. Who leaves is named nowhere any more; in a sealed casus where nobody else here is, the team leaders
 * become so. Of who is only away the name stays: then another leader is named, but never by it who passes the work on, who may be the one
 * that the seal keeps out. Call it across the wall.
 * @param weg whether they leave; they must not work there any more by now
 * @returns the casussen that nobody else here may see: their work stays with who is away
 */
export async function laatZegelsOver(
  tx: Tx,
  medewerkerId: string,
  organisatieId: string,
  weg: boolean,
): Promise<string[]> {
  const genoemd = await tx.db
    .selectFrom('genoemde')
    .select('casus_id')
    .where('medewerker_id', '=', medewerkerId)
    .where('tot', 'is', null)
    .orderBy('casus_id')
    .execute();
  if (weg)
    await tx.db
      .updateTable('genoemde')
      .set({ tot: tx.nu })
      .where('medewerker_id', '=', medewerkerId)
      .where('tot', 'is', null)
      .execute();
  const blijft: string[] = [];
  for (const { casus_id } of genoemd) {
    if (weg) await houdZegelOpen(tx, casus_id, organisatieId);
    else if (!(await isIemandGenoemd(tx, casus_id, organisatieId, medewerkerId))) {
      const leiders = (await listTeNoemen(tx, casus_id, organisatieId, 'teamleiders')).filter(
        (l) => l !== medewerkerId && l !== tx.wie.medewerkerId,
      );
      if (leiders.length === 0) blijft.push(casus_id);
      else await noemEnZeg(tx, casus_id, leiders);
    }
  }
  return blijft;
}

/** Names them, and puts on record in the casus that it happened: nobody there asked for it. */
async function noemEnZeg(tx: Tx, casusId: string, medewerkerIds: readonly string[]): Promise<void> {
  await noem(tx, casusId, medewerkerIds);
  if (medewerkerIds.length > 0) tx.ook('casus.noemen', casusId, casusId, { genoemd: medewerkerIds.length });
}
