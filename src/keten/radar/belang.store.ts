// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Gebeurtenissen } from '../../kern/gebeurtenissen.ts';
import { rondTermijnAf, zetTermijn } from '../../kern/termijn/termijn.store.ts';
import { findFg } from '../../kern/toegang/noodtoegang.store.ts';
import { houdZegelOpen, neemWerkAf } from '../../kern/toegang/verzegeling.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';
import { type Grond, gronden, type Kringlid } from './belang.ts';
import { alsVermelding } from './herkenning.ts';
import { sleutelGetallen } from './sleutelgetal.ts';
import { zoekSleutels } from './vermelding.ts';

/** More people than this a worker does not name. */
const HOOGSTENS_IN_KRING = 50;

export interface KringOpgave {
  wie: Kringlid['wie'];
  voornamen: string | null;
  tussenvoegsel: string | null;
  achternaam: string | null;
  geboortejaar: number | null;
  geboortemaand: number | null;
  geboortedag: number | null;
  straat: string | null;
  huisnummer: string | null;
  postcode: string | null;
  woonplaats: string | null;
}

const KRING = [
  'id',
  'wie',
  'voornamen',
  'tussenvoegsel',
  'achternaam',
  'geboortejaar',
  'geboortemaand',
  'geboortedag',
  'straat',
  'huisnummer',
  'postcode',
  'woonplaats',
] as const;

/** Whom the asker told about, as they were told. */
export async function listKring(tx: Tx): Promise<(KringOpgave & { id: string })[]> {
  const rijen = await tx.db
    .selectFrom('kring')
    .select(KRING)
    .where('medewerker_id', '=', tx.wie.medewerkerId)
    .orderBy('gemaakt_op')
    .orderBy('id')
    .execute();
  return rijen.map((r) => ({ ...r, wie: r.wie as Kringlid['wie'] }));
}

type Mens = Omit<KringOpgave, 'wie'>;

function vermeldingVan(id: string, m: Mens) {
  return alsVermelding(id, {
    bsnSleutel: null,
    voornamen: m.voornamen,
    voorletters: null,
    tussenvoegsel: m.tussenvoegsel,
    achternaam: m.achternaam,
    partnerTussenvoegsel: null,
    partnerAchternaam: null,
    geboorte: { jaar: m.geboortejaar, maand: m.geboortemaand, dag: m.geboortedag },
    geslacht: null,
    straat: m.straat,
    huisnummer: m.huisnummer,
    huisletter: null,
    postcode: m.postcode,
    woonplaats: m.woonplaats,
    telefoon: [],
    email: [],
  });
}

interface Paar extends Mens {
  kring_id: string;
  medewerker_id: string;
  organisatie_id: string;
  wie: Kringlid['wie'];
  casus_id: string;
  geheim: boolean;
  v_voornamen: string | null;
  v_tussenvoegsel: string | null;
  v_achternaam: string | null;
  v_jaar: number | null;
  v_maand: number | null;
  v_dag: number | null;
  v_straat: string | null;
  v_huisnummer: string | null;
  v_postcode: string | null;
  v_woonplaats: string | null;
}

/** Whom of these mentions workers told about, by a shared key or the same postcode; or whom one told about, in all mentions. */
async function listParen(
  tx: Tx,
  o: { vermeldingIds: readonly string[] } | { kringId: string },
): Promise<Paar[]> {
  const { rows } = await sql<Paar>`
    select k.id as kring_id, k.medewerker_id, m.organisatie_id, k.wie, k.voornamen, k.tussenvoegsel, k.achternaam, k.geboortejaar,
      k.geboortemaand, k.geboortedag, k.straat, k.huisnummer, k.postcode, k.woonplaats, v.casus_id, v.geheim, v.voornamen as v_voornamen,
      v.tussenvoegsel as v_tussenvoegsel, v.achternaam as v_achternaam, v.geboortejaar as v_jaar, v.geboortemaand as v_maand,
      v.geboortedag as v_dag, v.straat as v_straat, v.huisnummer as v_huisnummer, v.postcode as v_postcode, v.woonplaats as v_woonplaats
    from belang_paren(${'kringId' in o ? o.kringId : null}, ${'vermeldingIds' in o ? o.vermeldingIds : []}::uuid[]) p
    join kring k on k.id = p.kring_id
    join medewerker m on m.regio_id = k.regio_id and m.id = k.medewerker_id and m.actief
    join lateral (select cp.casus_id, x.*, x.geheim_adres or exists (select from casus_persoon gp
          join vermelding g on g.regio_id = gp.regio_id and g.id = gp.vermelding_id
          where gp.regio_id = cp.regio_id and gp.casus_id = cp.casus_id and g.geheim_adres) as geheim
        from casus_persoon cp join vermelding x on x.regio_id = cp.regio_id and x.id = cp.vermelding_id
        where cp.vermelding_id = p.vermelding_id and cp.tot is null) v on true`.execute(tx.db);
  return rows;
}

/** Of these pairs those in which there is a ground to be kept out, one per casus and worker. */
function metGrond(paren: readonly Paar[]): { p: Paar; gronden: Set<Grond> }[] {
  const perPaar = new Map<string, { p: Paar; gronden: Set<Grond> }>();
  for (const p of paren) {
    const g = gronden(
      { wie: p.wie, vermelding: vermeldingVan(p.kring_id, p) },
      vermeldingVan(p.kring_id, {
        voornamen: p.v_voornamen,
        tussenvoegsel: p.v_tussenvoegsel,
        achternaam: p.v_achternaam,
        geboortejaar: p.v_jaar,
        geboortemaand: p.v_maand,
        geboortedag: p.v_dag,
        straat: p.v_straat,
        huisnummer: p.v_huisnummer,
        postcode: p.v_postcode,
        woonplaats: p.v_woonplaats,
      }),
      p.geheim,
    );
    if (g.length === 0) continue;
    const sleutel = `${p.casus_id} ${p.medewerker_id}`;
    const e = perPaar.get(sleutel) ?? { p, gronden: new Set<Grond>() };
    for (const x of g) e.gronden.add(x);
    perPaar.set(sleutel, e);
  }
  return [...perPaar.values()];
}

/** Keeps out whoever has a ground to be kept out, and lets the team leader know. Works across the wall; nothing of it goes back. */
async function houdBuiten(tx: Tx, paren: readonly Paar[]): Promise<void> {
  for (const { p, gronden: g } of metGrond(paren))
    await houdEenBuiten(tx, {
      casusId: p.casus_id,
      medewerkerId: p.medewerker_id,
      organisatieId: p.organisatie_id,
      gronden: [...g].sort(),
      bevestigd: null,
    });
}

interface Uitsluiting {
  casusId: string;
  medewerkerId: string;
  organisatieId: string;
  gronden: readonly string[];
  /** Who said that it is right, when someone did. */
  bevestigd: { op: Date; door: string | null; reden: string | null } | null;
}

/** Keeps one worker out of one casus, unless that is so already. */
async function houdEenBuiten(tx: Tx, u: Uitsluiting): Promise<void> {
  const id = nieuwId(tx.nu);
  const nieuw = await tx.db
    .insertInto('belang')
    .values({
      regio_id: tx.regio,
      id,
      casus_id: u.casusId,
      medewerker_id: u.medewerkerId,
      organisatie_id: u.organisatieId,
      gronden: [...u.gronden],
      vanaf: tx.nu,
      bevestigd_op: u.bevestigd?.op ?? null,
      bevestigd_door: u.bevestigd?.door ?? null,
      bevestigd_reden: u.bevestigd?.reden ?? null,
    })
    .onConflict((c) =>
      c.columns(['regio_id', 'casus_id', 'medewerker_id']).where('tot', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!nieuw) return;
  tx.ook('belang.gevonden', u.casusId, id, { medewerker: u.medewerkerId });
  await neemWerkAf(tx, u.casusId, u.medewerkerId);
  await houdZegelOpen(tx, u.casusId, u.organisatieId);
  if (!u.bevestigd)
    await laatTeamleiderWeten(tx, {
      id,
      casusId: u.casusId,
      organisatieId: u.organisatieId,
      medewerkerId: u.medewerkerId,
    });
}

/** Who is kept out of a casus stays out of the one that it goes up in, also when the circle no longer says why. */
export async function neemBelangenMee(tx: Tx, vanCasusId: string, naarCasusId: string): Promise<void> {
  const rijen = await tx.db
    .selectFrom('belang')
    .select([
      'medewerker_id',
      'organisatie_id',
      'gronden',
      'bevestigd_op',
      'bevestigd_door',
      'bevestigd_reden',
    ])
    .where('casus_id', '=', vanCasusId)
    .where('tot', 'is', null)
    .execute();
  for (const r of rijen)
    await houdEenBuiten(tx, {
      casusId: naarCasusId,
      medewerkerId: r.medewerker_id,
      organisatieId: r.organisatie_id,
      gronden: r.gronden,
      bevestigd:
        r.bevestigd_op === null
          ? null
          : { op: r.bevestigd_op, door: r.bevestigd_door, reden: r.bevestigd_reden },
    });
}

/** A samenvoeging is undone: who was kept out since, only because of people who are gone again, may come in as before. */
export async function eindigBelangenSinds(tx: Tx, casusId: string, sinds: Date): Promise<void> {
  const personen = await tx.db
    .selectFrom('casus_persoon')
    .select('vermelding_id')
    .where('casus_id', '=', casusId)
    .where('tot', 'is', null)
    .execute();
  const blijft = new Set<string>();
  const paren = await listParen(tx, { vermeldingIds: personen.map((r) => r.vermelding_id) });
  for (const { p } of metGrond(paren)) if (p.casus_id === casusId) blijft.add(p.medewerker_id);
  const rijen = await tx.db
    .selectFrom('belang')
    .select(['id', 'medewerker_id'])
    .where('casus_id', '=', casusId)
    .where('tot', 'is', null)
    .where('vanaf', '>=', sinds)
    .execute();
  for (const r of rijen) {
    if (blijft.has(r.medewerker_id)) continue;
    await tx.db
      .updateTable('belang')
      .set({ tot: tx.nu, opgeheven_door: tx.wie.medewerkerId, opgeheven_reden: 'samenvoeging teruggedraaid' })
      .where('id', '=', r.id)
      .execute();
    await rondTermijnAf(tx, r.id, ['belang_bekijken'], 'samenvoeging teruggedraaid');
  }
}

/** The team leaders who can decide on it, or where there is none the privacy officer, hear it once the organisation has a part in the casus; earlier it would tell that the casus exists. */
async function laatTeamleiderWeten(
  tx: Tx,
  b: { id: string; casusId: string; organisatieId: string; medewerkerId: string },
): Promise<void> {
  const { rows } = await sql<{ betrokken: boolean; al: boolean }>`
    select exists (select from betrokkenheid x where x.casus_id = ${b.casusId} and x.organisatie_id = ${b.organisatieId}
        and (x.tot is null or x.tot > ${tx.nu})) as betrokken,
      exists (select from termijn t where t.onderwerp_id = ${b.id}) as al`.execute(tx.db);
  const r = rows[0];
  if (!r?.betrokken || r.al) return;
  const leiders = await sql<{ id: string }>`select id from belang_leiders(${b.id}) id`.execute(tx.db);
  const fg = leiders.rows.length === 0 ? await findFg(tx, b.organisatieId, b.medewerkerId) : null;
  await zetTermijn(tx, {
    soort: 'belang_bekijken',
    casusId: b.casusId,
    onderwerpSoort: 'belang',
    onderwerpId: b.id,
    eigenaarOrganisatieId: fg?.organisatieId ?? b.organisatieId,
    eigenaarMedewerkerId: fg?.id ?? (leiders.rows.length === 1 ? leiders.rows[0]?.id : null),
    begintOp: tx.nu,
  });
}

/** People were put into a casus: who works here and has something to do with one of them? */
export async function zoekBelangBijPersonen(
  tx: Tx,
  g: Gebeurtenissen['casus.personen_toegevoegd'],
): Promise<void> {
  await tx.overGrens(async () => houdBuiten(tx, await listParen(tx, g)));
}

/** A casus came to an organisation that had no part in it: what was known about its people is told now. */
export async function vertelBelangen(tx: Tx, casusId: string, organisatieId: string): Promise<void> {
  await tx.overGrens(async () => {
    const rijen = await tx.db
      .selectFrom('belang')
      .select(['id', 'medewerker_id'])
      .where('casus_id', '=', casusId)
      .where('organisatie_id', '=', organisatieId)
      .where('tot', 'is', null)
      .execute();
    for (const r of rijen)
      await laatTeamleiderWeten(tx, { id: r.id, casusId, organisatieId, medewerkerId: r.medewerker_id });
  });
}

/**
 * An organisation closed: that one of its people stayed out is nobody's work any more, and its successor hears who of its own stays out of
 * what it has a part in from now on.
 */
export async function belangNaSluiting(tx: Tx, g: Gebeurtenissen['organisatie.gesloten']): Promise<void> {
  await tx.overGrens(async () => {
    const { rows } = await sql<{
      id: string;
      casus_id: string;
      medewerker_id: string;
      organisatie_id: string;
    }>`
      select id, casus_id, medewerker_id, organisatie_id from belang
      where tot is null and organisatie_id in (${g.organisatieId}, ${g.opvolgerId}) order by id`.execute(
      tx.db,
    );
    for (const r of rows) {
      if (r.organisatie_id === g.organisatieId)
        await rondTermijnAf(tx, r.id, ['belang_bekijken'], 'organisatie gesloten');
      else
        await laatTeamleiderWeten(tx, {
          id: r.id,
          casusId: r.casus_id,
          organisatieId: r.organisatie_id,
          medewerkerId: r.medewerker_id,
        });
    }
  });
}

/** Meldingen moved to another casus, with their people: who stays out there follows. */
export async function zoekBelangBijVerplaatsing(
  tx: Tx,
  g: Gebeurtenissen['melding.verplaatst'],
): Promise<void> {
  await tx.overGrens(async () => {
    const rijen = await tx.db
      .selectFrom('casus_persoon')
      .select('vermelding_id')
      .where('casus_id', '=', g.naarCasusId)
      .where('tot', 'is', null)
      .execute();
    await houdBuiten(tx, await listParen(tx, { vermeldingIds: rijen.map((r) => r.vermelding_id) }));
  });
}

/** Adds someone to the asker's own circle, and keeps the asker out of every casus in which that person is. */
export async function voegKringToe(tx: Tx, k: KringOpgave): Promise<string> {
  const { rows } = await sql<{ aantal: number }>`
    select count(*) as aantal from kring where medewerker_id = ${tx.wie.medewerkerId}`.execute(tx.db);
  if ((rows[0]?.aantal ?? 0) >= HOOGSTENS_IN_KRING)
    throw new Probleem(409, 'Uw kring is vol', `U kunt hoogstens ${HOOGSTENS_IN_KRING} mensen noemen.`, {
      soort: 'vol',
    });
  const id = nieuwId(tx.nu);
  await tx.db
    .insertInto('kring')
    .values({
      regio_id: tx.regio,
      id,
      medewerker_id: tx.wie.medewerkerId,
      ...k,
      sleutels: sleutelGetallen(zoekSleutels(vermeldingVan(id, k))),
      gemaakt_op: tx.nu,
    })
    .execute();
  await tx.overGrens(async () => houdBuiten(tx, await listParen(tx, { kringId: id })));
  return id;
}

/** Takes someone out of the asker's own circle. What was kept shut because of it stays so until a team leader lifts it. */
export async function haalUitKring(tx: Tx, id: string): Promise<void> {
  const weg = await tx.db
    .deleteFrom('kring')
    .where('id', '=', id)
    .where('medewerker_id', '=', tx.wie.medewerkerId)
    .returning('id')
    .executeTakeFirst();
  if (!weg) throw nietGevonden('Deze naam');
}

export interface Belang {
  id: string;
  casusId: string;
  casusnummer: string | null;
  medewerkerNaam: string;
  organisatieNaam: string;
  gronden: string[];
  vanaf: Date;
  /** The asker may lift or confirm it. */
  magBeslissen: boolean;
  bevestigdOp: Date | null;
  bevestigdDoor: string | null;
  bevestigdReden: string | null;
}

/**
 * Who is kept out of which casus, at most 200: what still asks a decision of the asker first, then the newest. Of the own organisation
 * for a team leader, all for the privacy officer, who has the number of the casus and nothing else of it.
 */
export async function listBelangen(tx: Tx): Promise<Belang[]> {
  const rijen = await tx.db
    .selectFrom('belang as b')
    .innerJoin('medewerker as m', (j) =>
      j.onRef('m.regio_id', '=', 'b.regio_id').onRef('m.id', '=', 'b.medewerker_id'),
    )
    .innerJoin('organisatie as o', (j) =>
      j.onRef('o.regio_id', '=', 'b.regio_id').onRef('o.id', '=', 'b.organisatie_id'),
    )
    .leftJoin('casus as c', (j) => j.onRef('c.regio_id', '=', 'b.regio_id').onRef('c.id', '=', 'b.casus_id'))
    .leftJoin('medewerker as d', (j) =>
      j.onRef('d.regio_id', '=', 'b.regio_id').onRef('d.id', '=', 'b.bevestigd_door'),
    )
    .select([
      'b.id',
      'b.casus_id as casusId',
      'c.nummer as casusnummer',
      'm.naam as medewerkerNaam',
      'o.naam as organisatieNaam',
      'b.gronden',
      'b.vanaf',
      sql<boolean>`(ctx_teamleider() or belang_bij_fg(b.id))`.as('magBeslissen'),
      'b.bevestigd_op as bevestigdOp',
      'd.naam as bevestigdDoor',
      'b.bevestigd_reden as bevestigdReden',
    ])
    .where('b.tot', 'is', null)
    .orderBy(sql`(b.bevestigd_op is null and (ctx_teamleider() or belang_bij_fg(b.id)))`, 'desc')
    .orderBy('b.vanaf', 'desc')
    .orderBy('b.id')
    .limit(200)
    .execute();
  const { rows } = await sql<{ id: string; nummer: string }>`
    select id, nummer from toezicht_nummers(${rijen.map((r) => r.casusId)}::uuid[])`.execute(tx.db);
  const nummers = new Map(rows.map((r) => [r.id, r.nummer]));
  return rijen.map((r) => ({ ...r, casusnummer: r.casusnummer ?? nummers.get(r.casusId) ?? null }));
}

/** Lets a worker in again: the comparison was wrong, or it does not matter here. @throws 404 */
export async function hefBelangOp(tx: Tx, id: string, reden: string): Promise<void> {
  const rij = await tx.db
    .updateTable('belang')
    .set({ tot: tx.nu, opgeheven_door: tx.wie.medewerkerId, opgeheven_reden: reden })
    .where('id', '=', id)
    .where('tot', 'is', null)
    .returning('casus_id')
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Dit belang');
  tx.overCasus(rij.casus_id);
  tx.inhoud({ reden });
  await tx.overGrens(() => rondTermijnAf(tx, id, ['belang_bekijken'], 'opgeheven'));
}

/** Says that it is right that a worker stays out: it asks no decision any more. @throws 404, 409 when that was said already */
export async function bevestigBelang(tx: Tx, id: string, reden: string): Promise<void> {
  const rij = await tx.db
    .selectFrom('belang')
    .select(['casus_id', 'bevestigd_op'])
    .where('id', '=', id)
    .where('tot', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!rij) throw nietGevonden('Dit belang');
  if (rij.bevestigd_op)
    throw new Probleem(
      409,
      'Hierover is al besloten',
      'Deze medewerker blijft erbuiten. Dat besluit blijft staan.',
      {
        soort: 'al-bevestigd',
      },
    );
  await tx.db
    .updateTable('belang')
    .set({ bevestigd_op: tx.nu, bevestigd_door: tx.wie.medewerkerId, bevestigd_reden: reden })
    .where('id', '=', id)
    .execute();
  tx.overCasus(rij.casus_id);
  tx.inhoud({ reden });
  await tx.overGrens(() => rondTermijnAf(tx, id, ['belang_bekijken'], 'bevestigd'));
}
