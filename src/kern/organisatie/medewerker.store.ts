// SPDX-License-Identifier: EUPL-1.2
// Who works here, said by who leads: someone new, someone whose work another does for a while, someone who leaves. A person is never the
// only one who knows: what is on a name passes on in the same act in which that name stops (P7).
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { algemeen, nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import { sessieStore } from '../../platform/login/sessie.store.ts';
import { geefConceptenDoor, geefConceptenTerug } from '../concept/concept.store.ts';
import { laatWeten } from '../gebeurtenissen.ts';
import { schrijfVanNaam } from '../termijn/termijn.store.ts';
import { laatZegelsOver } from '../toegang/verzegeling.store.ts';
import { functiesVanLeider, INLOGCODE, isTeamleider, TEAMLEIDERS } from './functies.ts';

export interface Collega {
  id: string;
  naam: string;
  functie: string;
  teamId: string | null;
  teamNaam: string | null;
  inlogcode: string | null;
  /** Works here now. */
  actief: boolean;
  versie: number;
  /** Open terms on this name, as far as the asker sees them; and those of them that ask attention now. */
  termijnen: number;
  vragenAandacht: number;
  /** Open casussen that this one steers, as far as the asker sees them. */
  regie: number;
}

export interface Team {
  id: string;
  naam: string;
}

/** What a leader says of a colleague. */
export interface Gegevens {
  naam: string;
  functie: string;
  teamId: string | null;
  inlogcode: string | null;
}

/** What passed on with a colleague's work. */
export interface Doorgegeven {
  termijnen: number;
  /** Of those terms: on nobody's name now, as nobody was chosen or who was chosen cannot see them. */
  opNiemand: number;
  casussen: number;
  /** Of those casussen: where nobody steers now. */
  zonderRegisseur: number;
  concepten: number;
}

/** Everyone who works, or worked, at one's own organisation, with what is on their name. */
export async function listCollegas(tx: Tx): Promise<Collega[]> {
  const { rows } = await sql<Collega>`
    with werk as (
      select eigenaar_medewerker_id as wie, count(*) as n, count(*) filter (where acuut or waarschuwt_op <= ${tx.nu}) as aandacht
      from termijn where eigenaar_organisatie_id = ${tx.wie.organisatieId} and afgerond_op is null and eigenaar_medewerker_id is not null
      group by 1)
    select m.id, m.naam, m.functie, m.team_id as "teamId", t.naam as "teamNaam", m.inlogcode, m.actief, m.versie,
      coalesce(w.n, 0) as termijnen, coalesce(w.aandacht, 0) as "vragenAandacht",
      (select count(*) from casus c where c.regio_id = m.regio_id and c.regisseur_id = m.id and c.status = 'open') as regie
    from medewerker m
    left join team t on t.regio_id = m.regio_id and t.id = m.team_id
    left join werk w on w.wie = m.id
    where m.organisatie_id = ${tx.wie.organisatieId}
    order by m.actief desc, m.naam, m.id limit 2000`.execute(tx.db);
  return rows;
}

/** The teams of one's own organisation, by name. */
export async function listTeams(tx: Tx): Promise<Team[]> {
  return tx.db
    .selectFrom('team')
    .select(['id', 'naam'])
    .where('organisatie_id', '=', tx.wie.organisatieId)
    .orderBy('naam')
    .execute();
}

/**
 * Two leaders who say something of each other at once wait for one another: one of them stays, and who was just let go says nothing more.
 * @throws 403 when who asks does not lead here any more, 409 when the organisation closed
 */
async function omDeBeurt(tx: Tx): Promise<void> {
  const org = await tx.db
    .selectFrom('organisatie')
    .select(['id', 'gesloten_op'])
    .where('id', '=', tx.wie.organisatieId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!org || org.gesloten_op)
    throw new Probleem(
      409,
      'Uw organisatie is gesloten',
      'Haar opvolger zegt wie er werkt. Er is niets gewijzigd.',
      {
        soort: 'gesloten',
      },
    );
  const ik = await tx.db
    .selectFrom('medewerker')
    .select('functie')
    .where('id', '=', tx.wie.medewerkerId)
    .where('actief', '=', true)
    .executeTakeFirst();
  if (ik?.functie !== tx.wie.functie) throw algemeen('geenToegang');
}

interface Rij extends Gegevens {
  id: string;
  actief: boolean;
  versie: number;
}

/** A colleague whom this leader may say something of. @throws 404 elsewhere, 403 of who is not the leader's to name */
async function getCollega(tx: Tx, id: string): Promise<Rij> {
  const rij = await tx.db
    .selectFrom('medewerker')
    .select(['id', 'naam', 'functie', 'team_id as teamId', 'inlogcode', 'actief', 'versie'])
    .where('id', '=', id)
    .where('organisatie_id', '=', tx.wie.organisatieId)
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Deze collega');
  if (!isVanLeider(tx, rij.functie))
    throw new Probleem(
      403,
      'Dit doet de beheerder van Houvast',
      `${rij.naam} werkt niet met gezinnen, of ziet toe op wie dat doet. Er is niets gewijzigd.`,
    );
  return rij;
}

/** Whether who asks may give and take this function. */
export function isVanLeider(tx: Tx, functie: string): boolean {
  return functiesVanLeider(tx.wie.functie).some((f) => f === functie);
}

async function eisGegevens(tx: Tx, g: Gegevens, id: string | null): Promise<void> {
  const fouten: { veld: string; melding: string }[] = [];
  if (!g.naam) fouten.push({ veld: 'naam', melding: 'Vul in hoe uw collega heet.' });
  if (!isVanLeider(tx, g.functie))
    fouten.push({ veld: 'functie', melding: 'Kies een functie die er bij uw organisatie is.' });
  if (g.teamId !== null && !(await listTeams(tx)).some((t) => t.id === g.teamId))
    fouten.push({ veld: 'teamId', melding: 'Kies een team van uw organisatie.' });
  if (g.inlogcode !== null && !INLOGCODE.test(g.inlogcode))
    fouten.push({
      veld: 'inlogcode',
      melding: 'Een inlogcode heeft geen spaties of accenten. Neem hem over zoals hij op het scherm stond.',
    });
  else if (g.inlogcode !== null && (await isInGebruik(tx, g.inlogcode, id)))
    fouten.push({
      veld: 'inlogcode',
      melding: 'Met deze inlogcode logt al iemand anders in. Kijk of u de goede hebt.',
    });
  if (fouten.length > 0) throw ongeldig(fouten);
}

/**
 * A login code is a person: whoever has it is who did all that stands on this row.
 * @throws 409 for one's own code, which a slip would lock out, and that of the last who leads; 400 when the name changes with it
 */
async function eisDezelfde(tx: Tx, was: Rij, g: Gegevens): Promise<void> {
  if (was.inlogcode === g.inlogcode) return;
  if (was.id === tx.wie.medewerkerId)
    throw new Probleem(
      409,
      'Uw eigen inlogcode kunt u niet wijzigen',
      'Met een verschrijving kunt u er niet meer in. Vraag een andere teamleider van uw organisatie, of de beheerder van Houvast. Er is niets gewijzigd.',
      { soort: 'zelf' },
    );
  if (was.actief && isTeamleider(was.functie)) await eisAndereLeider(tx, was.id);
  if (was.naam !== g.naam)
    throw ongeldig([
      {
        veld: 'inlogcode',
        melding:
          'Is dit iemand anders? Voeg die toe als nieuwe collega en laat deze vertrekken. Is het dezelfde? Wijzig dan eerst de naam, en daarna de inlogcode.',
      },
    ]);
}

async function isInGebruik(tx: Tx, inlogcode: string, behalve: string | null): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from wie_logt_in(${inlogcode})`.execute(tx.db);
  return rows.some((r) => r.id !== behalve);
}

/**
 * Someone new works here. Who worked here before comes back as who they were: what they are kept out of stays shut.
 * @throws 400 on the fields that are not right
 */
export async function voegMedewerkerToe(tx: Tx, g: Gegevens): Promise<string> {
  await omDeBeurt(tx);
  await eisGegevens(tx, g, null);
  if (g.inlogcode !== null) {
    const eerder = await tx.db
      .selectFrom('medewerker')
      .select(['naam', 'functie'])
      .where('organisatie_id', '=', tx.wie.organisatieId)
      .where('inlogcode', '=', g.inlogcode)
      .where('actief', '=', false)
      .execute();
    const zelfde = eerder.find((m) => isVanLeider(tx, m.functie));
    if (zelfde)
      throw ongeldig([
        {
          veld: 'inlogcode',
          melding: `${zelfde.naam} werkte hier al met deze inlogcode. Kies bij Werkten hier: Werkt hier weer.`,
        },
      ]);
  }
  const id = nieuwId(tx.nu);
  await tx.db
    .insertInto('medewerker')
    .values({
      regio_id: tx.regio,
      id,
      organisatie_id: tx.wie.organisatieId,
      team_id: g.teamId,
      naam: g.naam,
      functie: g.functie,
      inlogcode: g.inlogcode,
    })
    .execute();
  const concepten = g.inlogcode === null ? 0 : await geefConceptenTerug(tx, id, g.inlogcode);
  tx.inhoud({
    medewerker: id,
    functie: g.functie,
    team: g.teamId,
    kanInloggen: g.inlogcode !== null,
    concepten,
  });
  return id;
}

/**
 * Another name, function, team or login code. With another code whoever is logged in logs in anew. What it was stays with the act; of a
 * code only that it changed.
 * @throws 409 when it was changed meanwhile, or when nobody would lead here any more; 400 when it would be somebody else
 */
export async function wijzigMedewerker(
  tx: Tx,
  id: string,
  versie: number,
  g: Gegevens,
): Promise<{ versie: number }> {
  await omDeBeurt(tx);
  const was = await getCollega(tx, id);
  if (was.versie !== versie)
    throw new Probleem(
      409,
      'Dit is net door iemand anders gewijzigd',
      'Er is niets overschreven. Kijk wat er nu staat.',
      { soort: 'conflict', huidig: was },
    );
  await eisGegevens(tx, g, was.actief ? id : null);
  await eisDezelfde(tx, was, g);
  if (was.actief && isTeamleider(was.functie) && !isTeamleider(g.functie)) {
    await eisAndereLeider(tx, id);
    await neemLeiderswerkAf(tx, id);
  }
  await tx.db
    .updateTable('medewerker')
    .set({
      naam: g.naam,
      functie: g.functie,
      team_id: g.teamId,
      inlogcode: g.inlogcode,
      versie: was.versie + 1,
    })
    .where('id', '=', id)
    .execute();
  if (was.inlogcode !== g.inlogcode) await logUit(tx, id);
  tx.inhoud({
    medewerker: id,
    naam: { van: was.naam, naar: g.naam },
    functie: { van: was.functie, naar: g.functie },
    team: { van: was.teamId, naar: g.teamId },
    andereInlogcode: was.inlogcode !== g.inlogcode,
  });
  return { versie: was.versie + 1 };
}

async function logUit(tx: Tx, id: string): Promise<void> {
  await sessieStore(tx.db).revokeSessiesVan(id, tx.nu, 'ingetrokken');
}

/** @throws 409 when this is the last one who leads here and can log in: what escalates would reach nobody */
async function eisAndereLeider(tx: Tx, id: string): Promise<void> {
  const ander = await tx.db
    .selectFrom('medewerker')
    .select('id')
    .where('organisatie_id', '=', tx.wie.organisatieId)
    .where('functie', 'in', [...TEAMLEIDERS])
    .where('actief', '=', true)
    .where('inlogcode', 'is not', null)
    .where('id', '<>', id)
    .limit(1)
    .executeTakeFirst();
  if (!ander)
    throw new Probleem(
      409,
      'Dit is de laatste teamleider',
      'Maak eerst een collega teamleider die kan inloggen. Er is niets gewijzigd.',
      { soort: 'laatste-teamleider' },
    );
}

/** That a colleague is kept out of a casus is for who leads: it is every leader's work again. */
async function neemLeiderswerkAf(tx: Tx, id: string): Promise<void> {
  await tx.overGrens(() =>
    tx.db
      .updateTable('termijn')
      .set({ eigenaar_medewerker_id: null })
      .where('eigenaar_medewerker_id', '=', id)
      .where('soort', '=', 'belang_bekijken')
      .where('afgerond_op', 'is', null)
      .execute(),
  );
}

/** Who takes over: a colleague of this leader who works here now, or (null) everyone. */
async function getOvernemer(tx: Tx, id: string, aanId: string | null): Promise<Rij | null> {
  if (aanId === null) return null;
  const fout = ongeldig([{ veld: 'aanId', melding: 'Kies een andere collega die hier werkt.' }]);
  if (aanId === id) throw fout;
  const aan = await getCollega(tx, aanId).catch((f: unknown) => {
    if (f instanceof Probleem) throw fout;
    throw f;
  });
  if (!aan.actief) throw fout;
  if (aan.inlogcode === null)
    throw ongeldig([
      { veld: 'aanId', melding: `${aan.naam} kan nog niet inloggen en zou het niet zien. Kies een ander.` },
    ]);
  return aan;
}

/**
 * A colleague's work is another's, or everyone's: they are ill, on leave, or have too much. They still work here.
 * @param aanId who does it; null: everyone of the organisation
 */
export async function draagWerkOver(tx: Tx, id: string, aanId: string | null): Promise<Doorgegeven> {
  await omDeBeurt(tx);
  const van = await getCollega(tx, id);
  if (!van.actief) throw nietMeer(van.naam);
  return geefDoor(tx, van, await getOvernemer(tx, id, aanId), false);
}

/**
 * A colleague leaves: logged out at once, and what was on their name is another's or everyone's in the same act. What they did stays
 * theirs.
 * @throws 409 for oneself, and for the last one who leads here
 */
export async function laatVertrekken(tx: Tx, id: string, aanId: string | null): Promise<Doorgegeven> {
  await omDeBeurt(tx);
  const van = await getCollega(tx, id);
  if (!van.actief) throw nietMeer(van.naam);
  if (id === tx.wie.medewerkerId)
    throw new Probleem(
      409,
      'U kunt uzelf niet laten vertrekken',
      'Vraag een andere teamleider van uw organisatie. Er is niets gewijzigd.',
      { soort: 'zelf' },
    );
  const aan = await getOvernemer(tx, id, aanId);
  await eisAndereLeider(tx, id);
  await houdCasussen(tx, id);
  await tx.db
    .updateTable('medewerker')
    .set({ actief: false, versie: van.versie + 1 })
    .where('id', '=', id)
    .execute();
  await logUit(tx, id);
  return geefDoor(tx, van, aan, true);
}

const nietMeer = (naam: string) =>
  new Probleem(409, `${naam} werkt hier niet meer`, 'Er is niets gewijzigd. Ververs de pagina.', {
    soort: 'al-gedaan',
  });

/** Someone who left works here again, as before; the work went to others and stays there. */
export async function laatTerugkeren(tx: Tx, id: string): Promise<void> {
  await omDeBeurt(tx);
  const wie = await getCollega(tx, id);
  if (wie.actief)
    throw new Probleem(409, `${wie.naam} werkt hier al`, 'Er is niets gewijzigd. Ververs de pagina.', {
      soort: 'al-gedaan',
    });
  if (wie.inlogcode !== null && (await isInGebruik(tx, wie.inlogcode, id)))
    throw await logtAlIn(tx, wie.naam, wie.inlogcode);
  await tx.db
    .updateTable('medewerker')
    .set({ actief: true, versie: wie.versie + 1 })
    .where('id', '=', id)
    .execute();
  tx.inhoud({ medewerker: id });
}

/** Under this code somebody works already: a colleague here, or (where is not said) the same person elsewhere. */
async function logtAlIn(tx: Tx, naam: string, inlogcode: string): Promise<Probleem> {
  const hier = await tx.db
    .selectFrom('medewerker')
    .select('naam')
    .where('organisatie_id', '=', tx.wie.organisatieId)
    .where('inlogcode', '=', inlogcode)
    .where('actief', '=', true)
    .executeTakeFirst();
  return hier
    ? new Probleem(
        409,
        'De inlogcode is nu van een ander',
        `${hier.naam} logt hier in met de inlogcode die van ${naam} was. Geef eerst ${hier.naam} een andere, of vraag de beheerder van Houvast. Er is niets gewijzigd.`,
        { soort: 'inlogcode-in-gebruik' },
      )
    : new Probleem(
        409,
        `${naam} werkt nu ergens anders`,
        `Met deze inlogcode logt iemand in bij een andere organisatie. Is dat ${naam}, laat ${naam} dan eerst daar vertrekken. Er is niets gewijzigd.`,
        { soort: 'inlogcode-in-gebruik' },
      );
}

/** Their casussen before themselves, in the order in which every act takes these locks. */
async function houdCasussen(tx: Tx, id: string): Promise<void> {
  await tx.overGrens(() =>
    sql`select c.id from casus c where c.id in (
        select casus_id from termijn where eigenaar_medewerker_id = ${id} and afgerond_op is null
        union select id from casus where regisseur_id = ${id} and status = 'open')
      order by c.id for no key update`.execute(tx.db),
  );
}

/**
 * Passes on what is on a name: seals first, so that somebody sees the sealed casussen; terms; who steers; drafts, for a report may lie in
 * one. Whoever could not see a casus does not get it: then it is everyone's (the database decides, `op_naam`). Of a sealed casus that nobody
 * else here may see, the work stays with who still can.
 */
async function geefDoor(tx: Tx, van: Rij, aan: Rij | null, weg: boolean): Promise<Doorgegeven> {
  const org = tx.wie.organisatieId;
  const naar = aan?.id ?? null;
  const uit = await tx.overGrens(async () => {
    const blijft = await laatZegelsOver(tx, van.id, org, weg);
    const leidt = aan !== null && isTeamleider(aan.functie);
    const { rows: termijnen } = await sql<{ id: string }>`
      update termijn set eigenaar_medewerker_id = case when soort <> 'belang_bekijken' or ${leidt} then ${naar}::uuid end
      where eigenaar_medewerker_id = ${van.id} and eigenaar_organisatie_id = ${org} and afgerond_op is null
        and (casus_id is null or casus_id <> all (${blijft}::uuid[]))
      returning id`.execute(tx.db);
    await schrijfVanNaam(
      tx,
      termijnen.map((r) => r.id),
      van.id,
      weg ? 'vertrokken' : 'werk doorgegeven',
    );
    const regie = await geefRegieDoor(tx, van.id, naar, blijft);
    const concepten = await geefConceptenDoor(tx, van.id, naar);
    // a station may take a name off again
    await laatWeten(tx, 'medewerker.werk_over', {
      medewerkerId: van.id,
      naam: van.naam,
      organisatieId: org,
      aanId: naar,
      zonderRegisseur: regie.zonder,
    });
    const niemand = await tx.db
      .selectFrom('termijn')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where((w) => w.eb('id', '=', w.fn.any(w.val(termijnen.map((r) => r.id)))))
      .where('eigenaar_medewerker_id', 'is', null)
      .executeTakeFirstOrThrow();
    return {
      termijnen: termijnen.length,
      opNiemand: niemand.n,
      casussen: regie.over.length + regie.zonder.length,
      zonderRegisseur: regie.zonder.length,
      concepten,
    };
  });
  tx.inhoud({ medewerker: van.id, aan: naar, ...uit });
  return uit;
}

/** Who steered does not any more; the other does, where they can see the casus. */
async function geefRegieDoor(
  tx: Tx,
  van: string,
  aan: string | null,
  blijft: readonly string[],
): Promise<{ over: string[]; zonder: string[] }> {
  const open = await tx.db
    .selectFrom('casus')
    .select('id')
    .where('regisseur_id', '=', van)
    .where('status', '=', 'open')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const { rows } = await sql<{ id: string; regisseur_id: string | null }>`
    update casus set regisseur_id = case when kan_erbij(id, ${aan}::uuid) then ${aan}::uuid end, versie = versie + 1
    where id = any (${open.map((c) => c.id).filter((c) => !blijft.includes(c))}::uuid[])
    returning id, regisseur_id`.execute(tx.db);
  for (const { id, regisseur_id } of rows)
    tx.ook(regisseur_id === null ? 'casus.regisseur_weg' : 'casus.regisseur_over', id, id, {
      regisseur: regisseur_id,
      was: van,
    });
  return {
    over: rows.filter((r) => r.regisseur_id !== null).map((r) => r.id),
    zonder: rows.filter((r) => r.regisseur_id === null).map((r) => r.id),
  };
}
