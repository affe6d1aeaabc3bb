// SPDX-License-Identifier: EUPL-1.2
// What was before, and whom to call: shown one step at a time, each with who looked and why on record (P3).
import { sql } from 'kysely';
import { weergavenaam } from '../../kern/persoon/persoon.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';
import type { Inzagedoel, Inzagegrond, Meldingstand } from './inzage.ts';
import { MODEL } from './model.ts';
import { type Beoordeeld, DREMPELS } from './oordeel.ts';
import { type Bekend, getWeegopties, listBekend, type Treffer, zoekKandidaten } from './radar.store.ts';
import { scoor } from './score.ts';
import { eenduidige, type Mededinger, type Pasveld, passend, type Zekerheid, zekerheid } from './treffer.ts';
import type { Vermelding } from './vermelding.ts';

/** As much of a name as is known. */
export function naamVan(v: Vermelding): string {
  return weergavenaam({
    voornamen: v.voornamen ?? null,
    voorletters: v.voorletters ?? null,
    tussenvoegsel: v.tussenvoegsel ?? null,
    achternaam: v.achternaam ?? null,
    partnerTussenvoegsel: v.partnerTussenvoegsel ?? null,
    partnerAchternaam: v.partnerAchternaam ?? null,
  });
}

// ── Step one: hit or no hit ────────────────────────────────────────────────────────────────────────────────────────────

export interface Gevonden {
  zekerheid: Zekerheid;
  /** Which of the facts that the asker gave fit. Nothing of the known person itself. */
  past: Pasveld[];
  bekend: Bekend;
  /** The person who was found, and those who are in all likelihood the same one and were not joined yet. */
  persoonIds: string[];
}

/** Pairs of persons between whom someone said no. */
async function listNee(tx: Tx, persoonIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ a: string; b: string }>`
    select a.persoon_id as a, b.persoon_id as b from koppeling a
    join radar_kandidaat k on k.regio_id = a.regio_id and k.vermelding_id = a.vermelding_id and k.oordeel = 'niet_dezelfde'
    join koppeling b on b.regio_id = k.regio_id and b.vermelding_id = k.tegen_vermelding_id and b.tot is null
    where a.tot is null and a.persoon_id = any (${[...persoonIds]}::uuid[]) and b.persoon_id = any (${[...persoonIds]}::uuid[])`.execute(
    tx.db,
  );
  return new Set(rows.flatMap((r) => [`${r.a} ${r.b}`, `${r.b} ${r.a}`]));
}

/** For every person of a form the one known person who it may be. Whoever has no hit, or more than one, is not in the answer. */
export async function zoekTreffers(
  tx: Tx,
  organisatieId: string,
  gezocht: ReadonlyMap<string, Vermelding>,
): Promise<Map<string, Gevonden>> {
  const uit = new Map<string, Gevonden>();
  const gevonden = await zoekKandidaten(tx, organisatieId, gezocht);
  // Someone who was reported twice and not joined yet stands there twice. That must not make the radar silent about them.
  const samen = [...gevonden.values()].filter((lijst) => lijst.length > 1).flat();
  const nee =
    samen.length === 0
      ? undefined
      : await listNee(
          tx,
          samen.map((b) => b.kandidaat.persoonId),
        );
  const opties = samen.length === 0 ? {} : await getWeegopties(tx, organisatieId);
  for (const [sleutel, lijst] of gevonden) {
    const isZelfde = (x: { b: Beoordeeld<Treffer> }, y: { b: Beoordeeld<Treffer> }) =>
      !nee?.has(`${x.b.kandidaat.persoonId} ${y.b.kandidaat.persoonId}`) &&
      scoor(x.b.kandidaat.bekend.vermelding, y.b.kandidaat.bekend.vermelding, MODEL, opties).gewicht >=
        DREMPELS.zelfde;
    const mededingers = lijst.map((b) => ({
      persoonId: b.kandidaat.persoonId,
      gewicht: b.kandidaat.score.gewicht,
      bsn: b.kandidaat.score.niveaus.bsn === 'gelijk',
      oordeel: 'vraag',
      b,
    }));
    const een = eenduidige(mededingers, isZelfde);
    if (!een) continue;
    uit.set(sleutel, {
      zekerheid: zekerheid(een.gewicht, een.b.oordeel),
      past: passend(een.b.kandidaat.score),
      bekend: een.b.kandidaat.bekend,
      persoonIds: [een, ...mededingers.filter((m) => m !== een && isZelfde(een, m))].map((m) => m.persoonId),
    });
  }
  return uit;
}

// ── Step two: what was before ──────────────────────────────────────────────────────────────────────────────────────────

export interface EerdereMelding {
  ontvangenOp: Date;
  /** What was decided, by its code. */
  uitkomst: string;
}

export interface EerdereCasus {
  casusId: string;
  nummer: string;
  status: 'open' | 'gesloten';
  geopendOp: Date;
  geslotenOp: Date | null;
  sluitreden: string | null;
  directbetrokken: boolean;
  /** Who keeps zicht, or was the last to. */
  weet: string | null;
  /** The asker may open it. */
  inzien: boolean;
  /** Reports that this Veilig Thuis received about the person. */
  meldingen: EerdereMelding[];
}

export interface Eerder {
  inzageId: string;
  naam: string;
  geboortejaar: number | null;
  woonplaats: string | null;
  casussen: EerdereCasus[];
}

interface CasusRij {
  casus_id: string;
  nummer: string;
  status: string;
  geopend_op: Date;
  gesloten_op: Date | null;
  sluitreden: string | null;
  directbetrokken: boolean;
  houder_id: string | null;
  houder: string | null;
  regisseur_id: string | null;
}

async function listCasussen(tx: Tx, persoonIds: readonly string[]): Promise<CasusRij[]> {
  const { rows } =
    await sql<CasusRij>`select * from radar_eerder(${tx.wie.organisatieId}, ${[...persoonIds]})`.execute(
      tx.db,
    );
  return rows;
}

/**
 * Shows what was before about a known person, and puts on record who looked and why.
 * @param behalve the melding that the question is asked from: it is no earlier one
 */
async function toon(
  tx: Tx,
  bekend: Bekend,
  persoonIds: readonly string[],
  grond: Inzagegrond,
  behalve: { meldingId: string; casusId: string } | null,
): Promise<Eerder> {
  const inzageId = nieuwId(tx.nu);
  await tx.db
    .insertInto('radar_inzage')
    .values({
      regio_id: tx.regio,
      id: inzageId,
      organisatie_id: tx.wie.organisatieId,
      medewerker_id: tx.wie.medewerkerId,
      melding_id: behalve?.meldingId ?? null,
      persoon_ids: [...persoonIds],
      doel: grond.doel,
      reden: grond.reden,
      toelichting: grond.toelichting,
      op: tx.nu,
    })
    .execute();
  // by the wall: only what this Veilig Thuis received itself, and nothing of a casus that is closed to the asker
  const { rows: meldingen } = await sql<{ casus_id: string; ontvangen_op: Date; uitkomst: string }>`
    select distinct m.id, m.casus_id, m.ontvangen_op,
      case when m.status = 'ingetrokken' then ${'ingetrokken' satisfies Meldingstand}
        else coalesce(case when b.status = 'vastgesteld' then b.besluit end, ${'in_beoordeling' satisfies Meldingstand}) end as uitkomst
    from koppeling k
    join melding_vermelding mv on mv.regio_id = k.regio_id and mv.vermelding_id = k.vermelding_id
    join melding m on m.regio_id = mv.regio_id and m.id = mv.melding_id and m.organisatie_id = ${tx.wie.organisatieId}
    left join beoordeling b on b.regio_id = m.regio_id and b.melding_id = m.id
    where k.persoon_id = any (${[...persoonIds]}::uuid[]) and k.tot is null and m.id is distinct from ${behalve?.meldingId ?? null}::uuid
    order by m.ontvangen_op desc, m.id`.execute(tx.db);
  const casussen = await listCasussen(tx, persoonIds);
  const open = await tx.db
    .selectFrom('casus')
    .select('id')
    .where('id', '=', (e) => e.fn.any(sql<string[]>`${casussen.map((c) => c.casus_id)}::uuid[]`))
    .execute();
  const zichtbaar = new Set(open.map((c) => c.id));
  if (behalve) tx.overCasus(behalve.casusId);
  tx.betreft(...persoonIds);
  tx.categorie('eerdere betrokkenheid');
  tx.inhoud({ reden: grond.reden });
  const v = bekend.vermelding;
  return {
    inzageId,
    naam: naamVan(v),
    geboortejaar: v.geboorte?.jaar ?? null,
    woonplaats: v.woonplaats ?? null,
    casussen: casussen
      .map((c) => ({
        casusId: c.casus_id,
        nummer: c.nummer,
        status: c.status === 'open' ? ('open' as const) : ('gesloten' as const),
        geopendOp: c.geopend_op,
        geslotenOp: c.gesloten_op,
        sluitreden: c.sluitreden,
        directbetrokken: c.directbetrokken,
        weet: c.houder,
        inzien: zichtbaar.has(c.casus_id),
        meldingen: meldingen
          .filter((m) => m.casus_id === c.casus_id)
          .map((m) => ({ ontvangenOp: m.ontvangen_op, uitkomst: m.uitkomst })),
      }))
      // the casus that this very melding made is nothing earlier
      .filter((c) => c.casusId !== behalve?.casusId || c.meldingen.length > 0),
  };
}

function nietEenduidig(): Probleem {
  return new Probleem(
    409,
    'Niet zeker genoeg wie dit is',
    'Er past niemand duidelijk beter dan de anderen. Vul meer in, of zeg eerst wie het is.',
    { soort: 'niet-eenduidig' },
  );
}

/** What was before about a person in a form, who is found anew by what was typed. Throws 409 when there is no single hit. */
export async function toonBijTypen(
  tx: Tx,
  gezocht: ReadonlyMap<string, Vermelding>,
  sleutel: string,
  grond: Inzagegrond,
): Promise<Eerder> {
  const gevonden = (await zoekTreffers(tx, tx.wie.organisatieId, gezocht)).get(sleutel);
  if (!gevonden) throw nietEenduidig();
  return toon(tx, gevonden.bekend, gevonden.persoonIds, grond, null);
}

/** What was before about a candidate at a melding. Throws 404, and 409 when it is not clear that this is the one. */
export async function toonBijKandidaat(tx: Tx, kandidaatId: string, grond: Inzagegrond): Promise<Eerder> {
  const k = await tx.db
    .selectFrom('radar_kandidaat as k')
    .innerJoin('melding as m', (j) =>
      j.onRef('m.regio_id', '=', 'k.regio_id').onRef('m.id', '=', 'k.melding_id'),
    )
    .select(['k.melding_id', 'k.vermelding_id', 'k.tegen_vermelding_id', 'm.casus_id'])
    .where('k.id', '=', kandidaatId)
    .where('k.organisatie_id', '=', tx.wie.organisatieId)
    .executeTakeFirst();
  if (!k) throw nietGevonden('Deze kandidaat');
  const { rows } = await sql<Mededinger & { id: string; tegen: string | null }>`
    select k.id, k.oordeel, k.gewicht, coalesce(nu.persoon_id, k.persoon_id) as "persoonId", k.tegen_vermelding_id as tegen,
      k.staven @> '[{"veld":"bsn","niveau":"gelijk"}]' as bsn
    from radar_kandidaat k
    left join koppeling nu on nu.regio_id = k.regio_id and nu.vermelding_id = k.tegen_vermelding_id and nu.tot is null
    where k.vermelding_id = ${k.vermelding_id}`.execute(tx.db);
  const een = eenduidige(rows);
  const deze = rows.find((r) => r.id === kandidaatId);
  if (!een || een.persoonId !== deze?.persoonId || deze.oordeel === 'niet_dezelfde') throw nietEenduidig();
  const tegen = k.tegen_vermelding_id ?? (await eenVermelding(tx, deze.persoonId));
  const bekend = tegen && (await listBekend(tx, tx.wie.organisatieId, [tegen])).get(tegen);
  if (!bekend) throw nietGevonden('Deze kandidaat');
  return toon(tx, bekend, [bekend.persoonId], grond, { meldingId: k.melding_id, casusId: k.casus_id });
}

/** The newest mention of a person. */
async function eenVermelding(tx: Tx, persoonId: string): Promise<string | null> {
  const rij = await tx.db
    .selectFrom('koppeling as k')
    .innerJoin('vermelding as v', (j) =>
      j.onRef('v.regio_id', '=', 'k.regio_id').onRef('v.id', '=', 'k.vermelding_id'),
    )
    .select('v.id')
    .where('k.persoon_id', '=', persoonId)
    .where('k.tot', 'is', null)
    .where('v.organisatie_id', '=', tx.wie.organisatieId)
    .orderBy('v.gegeven_op', 'desc')
    .limit(1)
    .executeTakeFirst();
  return rij?.id ?? null;
}

// ── Step three: whom to call ───────────────────────────────────────────────────────────────────────────────────────────

function nietGetoond(): Probleem {
  return new Probleem(
    409,
    'Deze casus is u niet getoond',
    'Kijk eerst opnieuw wat er eerder was, en vraag daar wie er meer weet.',
    { soort: 'niet-getoond' },
  );
}

export interface Contact {
  organisatie: string;
  soort: string;
  /** Where the regisseur works, when there is one. */
  team: string | null;
  /** As the organisation gave it; null when it is not known. */
  telefoon: string | null;
  /** It is the asker's own organisation. */
  eigen: boolean;
  nummer: string;
}

/**
 * Who knows more about a casus that the second step showed, and how to reach them. Of an organisation that closed: its successor.
 * @throws Probleem 404 when there was no such look, 409 when it did not show this casus for this purpose
 */
export async function getContact(
  tx: Tx,
  inzageId: string,
  casusId: string,
  doel: Inzagedoel,
): Promise<Contact> {
  const inzage = await tx.db
    .selectFrom('radar_inzage')
    .select(['persoon_ids', 'doel'])
    .where('id', '=', inzageId)
    .where('medewerker_id', '=', tx.wie.medewerkerId)
    .executeTakeFirst();
  if (!inzage) throw nietGevonden('Deze inzage');
  const casus = (await listCasussen(tx, inzage.persoon_ids)).find((c) => c.casus_id === casusId);
  // closed since, never shown, or nowhere: one answer
  if (!casus?.houder_id || inzage.doel !== doel) throw nietGetoond();
  const { rows } = await sql<{
    id: string;
    naam: string;
    soort: string;
    contact: string | null;
    team: string | null;
  }>`
    with recursive nu as (
      select o.*, 0 as stap from organisatie o where o.id = ${casus.houder_id}
      union all
      select o.*, nu.stap + 1 from nu join organisatie o on o.regio_id = nu.regio_id and o.id = nu.opvolger_id
      where nu.gesloten_op is not null and nu.stap < 10
    )
    select nu.id, nu.naam, nu.soort, nu.contact, t.naam as team from nu
    left join medewerker r on r.regio_id = nu.regio_id and r.id = ${casus.regisseur_id} and r.organisatie_id = nu.id
    left join team t on t.regio_id = r.regio_id and t.id = r.team_id
    order by nu.stap desc limit 1`.execute(tx.db);
  const o = rows[0];
  if (!o) throw nietGetoond();
  tx.overCasus(casusId);
  tx.betreft(...inzage.persoon_ids);
  tx.categorie('contact');
  return {
    organisatie: o.naam,
    soort: o.soort,
    team: o.team,
    telefoon: o.contact,
    eigen: o.id === tx.wie.organisatieId,
    nummer: casus.nummer,
  };
}
