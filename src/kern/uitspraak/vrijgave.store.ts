// SPDX-License-Identifier: EUPL-1.2
// Which statements of a casus others may read, who have a part in it or with whom it is shared (P4; handbook 1.4: S:19, S:24). What a
// handover takes along is looked at there; this is for what is said later, what joins from another casus, and what is shared.
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import { beslisAlleen } from '../casus/casus.store.ts';
import type { Gebeurtenissen } from '../gebeurtenissen.ts';
import { weergavenaam } from '../persoon/persoon.ts';
import { looptTermijn, rondTermijnAf, zetTermijn } from '../termijn/termijn.store.ts';
import { patronen, teWegen, verraadt } from './afscherming.ts';
import { geheimenVan, schermRelatiesAf } from './nazien.store.ts';
import { vraagtNazien } from './nazien.ts';

/** What a text of a casus is held against, as far as the asker knows: what leads there for certain, and what a person has to weigh. */
export async function listPatronen(
  tx: Tx,
  casusId: string,
  wie: 'alle' | 'verborgen' = 'alle',
): Promise<{ geheim: RegExp[]; plaatsen: RegExp[] }> {
  const personen = await tx.db
    .selectFrom('casus_persoon as cp')
    .innerJoin('vermelding as v', (j) =>
      j.onRef('v.regio_id', '=', 'cp.regio_id').onRef('v.id', '=', 'cp.vermelding_id'),
    )
    .select([
      'v.voornamen',
      'v.voorletters',
      'v.tussenvoegsel',
      'v.achternaam',
      'v.partner_tussenvoegsel as partnerTussenvoegsel',
      'v.partner_achternaam as partnerAchternaam',
    ])
    .where('cp.casus_id', '=', casusId)
    .execute();
  const geheimen = await geheimenVan(tx, casusId, personen.map(weergavenaam), wie);
  return {
    geheim: patronen(geheimen),
    plaatsen: teWegen(geheimen),
  };
}

/**
 * Whether another than the Veilig Thuis that received it holds zicht (another Veilig Thuis does not read it either), or reads a part of the
 * casus, whoever acts. What an organisation is told of others than itself is another question: `getMeelezen`.
 */
async function lezenAnderenMee(tx: Tx, casusId: string, vtIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ mee: boolean }>`
    select exists (select from zicht z
        where z.casus_id = ${casusId} and z.tot is null and z.organisatie_id <> all (${[...vtIds]}::uuid[]))
      or exists (select from deling where casus_id = ${casusId} and ingetrokken_op is null and tot > ${tx.nu}) as mee`.execute(
    tx.db,
  );
  return rows[0]?.mee ?? false;
}

/**
 * Lets others read what was added, where nothing in it may lead to the melder or to a hiding place. What Veilig Thuis received waits for
 * a person when it only might. Others know no melder and are shown no secret address: what they write they may tell, and to hold it
 * against more would tell whether a guess is right.
 */
export async function laatVrij(
  tx: Tx,
  { casusId, uitspraakIds }: Gebeurtenissen['uitspraak.toegevoegd'],
): Promise<void> {
  const rijen = await tx.db
    .selectFrom('uitspraak as u')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'u.regio_id').onRef('o.id', '=', 'u.organisatie_id'),
    )
    .select(['u.id', 'u.tekst', 'u.bron', 'u.organisatie_id', 'o.soort'])
    .where('u.id', 'in', [...uitspraakIds])
    .execute();
  const vrij = rijen.filter((u) => u.soort !== 'veilig_thuis').map((u) => u.id);
  const vanVt = rijen.filter((u) => u.soort === 'veilig_thuis');
  if (vanVt.length > 0) {
    const { geheim, plaatsen } = await listPatronen(tx, casusId);
    const zeker = vanVt.filter((u) => verraadt(`${u.tekst}\n${u.bron}`, geheim)).map((u) => u.id);
    const vtIds = vanVt.map((u) => u.organisatie_id);
    if (zeker.length > 0 && (await lezenAnderenMee(tx, casusId, vtIds)))
      await schermAfVoorGoed(tx, casusId, zeker);
    const magNiet = (tekst: string) => vraagtNazien(tekst, 'iedereen', plaatsen);
    vrij.push(
      ...vanVt.filter((u) => !zeker.includes(u.id) && !magNiet(u.tekst) && !magNiet(u.bron)).map((u) => u.id),
    );
  }
  if (vrij.length > 0)
    await tx.db.updateTable('uitspraak').set({ vrij_op: tx.nu }).where('id', 'in', vrij).execute();
  if (vanVt.length > 0) await vraagNakijken(tx, casusId);
}

/**
 * What waits for a person while others keep watch or read along is work of Veilig Thuis with a term: they do not know yet what was said.
 * When nothing waits any more the term ends. A report asks it twice: at its statements, which also come without a report, and last at
 * the look back, which also sees what a colleague let go meanwhile.
 */
async function vraagNakijken(tx: Tx, casusId: string): Promise<void> {
  await beslisAlleen(tx, casusId);
  await tx.overGrens(async () => {
    const { rows } = await sql<{ organisatie_id: string }>`
      select u.organisatie_id from uitspraak u join organisatie o on o.regio_id = u.regio_id and o.id = u.organisatie_id
      where u.casus_id = ${casusId} and u.vrij_op is null and not u.afgeschermd and o.soort = 'veilig_thuis'
        and not exists (select from uitspraak n where n.casus_id = u.casus_id and n.verbetert_id = u.id)
      order by u.id limit 1`.execute(tx.db);
    const [wacht] = rows;
    if (!wacht) await rondTermijnAf(tx, casusId, ['uitspraken_nakijken'], 'nagekeken');
    else if (
      (await lezenAnderenMee(tx, casusId, [wacht.organisatie_id])) &&
      !(await looptTermijn(tx, casusId, 'uitspraken_nakijken'))
    )
      await zetTermijn(tx, {
        soort: 'uitspraken_nakijken',
        casusId,
        onderwerpSoort: 'casus',
        onderwerpId: casusId,
        eigenaarOrganisatieId: wacht.organisatie_id,
        waarom: 'Anderen bij deze casus lezen dit nog niet',
        begintOp: tx.nu,
      });
  });
}

/** Keeps these statements inside their organisation for good, and says so where it is asked (never on the timeline). */
export async function schermAfVoorGoed(tx: Tx, casusId: string, ids: readonly string[]): Promise<void> {
  await tx.db
    .updateTable('uitspraak')
    .set({ afgeschermd: true })
    .where('id', 'in', [...ids])
    .execute();
  tx.ook('uitspraak.afgeschermd', casusId, casusId, { uitspraken: [...ids] });
}

/** The statements of Veilig Thuis in a casus that are not shielded, with what the other side said to its own people about each. */
function vanVeiligThuis(tx: Tx) {
  return tx.db
    .selectFrom('uitspraak as u')
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'u.regio_id').onRef('o.id', '=', 'u.organisatie_id'),
    )
    .select((e) => [
      'u.id',
      'u.tekst',
      'u.bron',
      // what another organisation took down is no ground: its guess of a name would be answered
      e
        .selectFrom('wederhoor as w')
        .innerJoin('medewerker as m', (j) =>
          j.onRef('m.regio_id', '=', 'w.regio_id').onRef('m.id', '=', 'w.medewerker_id'),
        )
        .select(sql<string | null>`string_agg(w.door || ' ' || w.reactie, ${'\n'})`.as('t'))
        .whereRef('w.regio_id', '=', 'u.regio_id')
        .whereRef('w.uitspraak_id', '=', 'u.id')
        .whereRef('m.organisatie_id', '=', 'u.organisatie_id')
        .as('wederhoor'),
    ])
    .where('o.soort', '=', 'veilig_thuis')
    .where('u.afgeschermd', '=', false);
}
const heel = (u: { tekst: string; bron: string; wederhoor: string | null }) =>
  [u.tekst, u.bron, u.wederhoor ?? ''].join('\n');

/**
 * Takes back what Veilig Thuis said in a casus and what turns out to lead to the melder or to a secret address. While only Veilig
 * Thuis reads there it is not shielded yet: a handover says what stays behind.
 */
async function haalTerug(
  tx: Tx,
  casusId: string,
  geheim: readonly RegExp[],
  anderen: boolean,
): Promise<void> {
  const rijen = await vanVeiligThuis(tx).where('u.casus_id', '=', casusId).execute();
  const af = rijen.filter((u) => verraadt(heel(u), geheim)).map((u) => u.id);
  if (af.length === 0) return;
  if (anderen) await schermAfVoorGoed(tx, casusId, af);
  else await tx.db.updateTable('uitspraak').set({ vrij_op: null }).where('id', 'in', af).execute();
}

/** The Veilig Thuizen that took in what is known in a casus. */
async function listOntvangers(tx: Tx, casusId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct o.id from organisatie o where o.soort = 'veilig_thuis' and (
      exists (select from melding m where m.regio_id = o.regio_id and m.organisatie_id = o.id and m.casus_id = ${casusId})
      or exists (select from uitspraak u where u.regio_id = o.regio_id and u.organisatie_id = o.id and u.casus_id = ${casusId}))`.execute(
    tx.db,
  );
  return rows.map((r) => r.id);
}

/** Looks again at what others may read of Veilig Thuis in a casus: a name or an address may have become one that must stay hidden. */
export async function houdBinnen(tx: Tx, casusId: string): Promise<void> {
  await tx.overGrens(async () => {
    const anderen = await lezenAnderenMee(tx, casusId, await listOntvangers(tx, casusId));
    const { geheim } = await listPatronen(tx, casusId);
    await haalTerug(tx, casusId, geheim, anderen);
    // a relation is typed too; inside Veilig Thuis it stays as it was given
    if (anderen) await schermRelatiesAf(tx, casusId, geheim);
    await vraagNakijken(tx, casusId);
  });
}

/**
 * The same as `houdBinnen` in every casus of people of whom more is known now, when there is an address to hide: also of someone of whom
 * the radar asks whether it is that person.
 */
export async function houdBinnenVan(
  tx: Tx,
  { persoonIds }: Gebeurtenissen['personen.herkend'],
): Promise<void> {
  await tx.overGrens(async () => {
    // who they may be is asked once: a family that is reported most has most mentions
    const { rows } = await sql<{ casus_id: string }>`
      with zelf as materialized (
        select persoon_id from unnest(${[...persoonIds]}::uuid[]) z (persoon_id)
      ), wie as materialized (
        select z.persoon_id, z.persoon_id as ook from zelf z
        union
        select z.persoon_id, m.m from zelf z cross join lateral radar_misschien(${tx.regio}, z.persoon_id) m (m)
      ), verborgen as materialized (
        select distinct w.persoon_id from wie w
        join koppeling k on k.regio_id = ${tx.regio} and k.persoon_id = w.ook and k.tot is null
        join vermelding v on v.regio_id = k.regio_id and v.id = k.vermelding_id
        where v.geheim_adres
      )
      select distinct cp.casus_id from verborgen w
      join koppeling k on k.regio_id = ${tx.regio} and k.persoon_id = w.persoon_id and k.tot is null
      join casus_persoon cp on cp.regio_id = k.regio_id and cp.vermelding_id = k.vermelding_id`.execute(
      tx.db,
    );
    for (const r of rows) await houdBinnen(tx, r.casus_id);
  });
}

/** A statement of the asker's own organisation that is not shielded yet. @throws 404, 409 */
async function getEigen(tx: Tx, uitspraakId: string): Promise<{ casusId: string; vrij: boolean }> {
  const lees = () =>
    tx.db
      .selectFrom('uitspraak')
      .select(['casus_id', 'afgeschermd', 'vrij_op'])
      .where('id', '=', uitspraakId)
      .where('organisatie_id', '=', tx.wie.organisatieId);
  const eerst = await lees().executeTakeFirst();
  if (!eerst) throw nietGevonden('Deze uitspraak');
  tx.overCasus(eerst.casus_id);
  await beslisAlleen(tx, eerst.casus_id);
  const u = await lees().executeTakeFirstOrThrow();
  if (u.afgeschermd)
    throw new Probleem(
      409,
      'Deze uitspraak is afgeschermd',
      'Zij blijft binnen uw organisatie. Leg vast wat anderen wel mogen weten als een nieuwe uitspraak.',
      { soort: 'afgeschermd' },
    );
  return { casusId: u.casus_id, vrij: u.vrij_op !== null };
}

/**
 * A person of its organisation looked at a statement and lets others read it.
 * @throws 404 when it is not the asker's own; 400 when it leads to the melder or to a secret address; 409 when it is shielded
 */
export async function geefVrij(tx: Tx, uitspraakId: string): Promise<void> {
  const { casusId, vrij } = await getEigen(tx, uitspraakId);
  if (vrij) return;
  const [u] = await vanVeiligThuis(tx).where('u.id', '=', uitspraakId).execute();
  const { geheim } = await listPatronen(tx, casusId);
  if (u && verraadt(heel(u), geheim))
    throw ongeldig([
      {
        veld: 'tekst',
        melding:
          'In deze uitspraak of in het wederhoor staat iets dat naar de melder of naar een geheim adres leidt. Houd haar binnen, en leg vast wat anderen wel mogen weten als een nieuwe uitspraak.',
      },
    ]);
  await tx.db.updateTable('uitspraak').set({ vrij_op: tx.nu }).where('id', '=', uitspraakId).execute();
  tx.inhoud({ uitspraak: uitspraakId });
  await vraagNakijken(tx, casusId);
}

/** A person of its organisation looked at a statement, and it stays inside. @throws 404, 409 when others read it or it is shielded */
export async function houdUitspraakBinnen(tx: Tx, uitspraakId: string): Promise<void> {
  const { casusId, vrij } = await getEigen(tx, uitspraakId);
  if (vrij)
    throw new Probleem(
      409,
      'Anderen lezen deze uitspraak al',
      'Wat gelezen is, kan niet meer binnen blijven. Staat er iets in dat niet klopt? Verbeter de uitspraak.',
      { soort: 'al-vrij' },
    );
  await schermAfVoorGoed(tx, casusId, [uitspraakId]);
  await vraagNakijken(tx, casusId);
}
