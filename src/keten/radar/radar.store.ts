// SPDX-License-Identifier: EUPL-1.2
// Looking up who may be known: one look-up in the key index per mention, then weighed by the core. Everything stays inside the
// register of one Veilig Thuis; see the functions radar_… in 0004_keten.sql for why they are there.
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import type { Tabellen } from '../../platform/database/tabellen.ts';
import { maakBovengrens } from './bovengrens.ts';
import { leesGegevens, voorHetWegen, zonderLeegte } from './gegevens.ts';
import { alsVermelding, zonderAdres } from './herkenning.ts';
import { HUISHOUDEN_INSTELLING, metHuishouden } from './huishouden.ts';
import { MODEL } from './model.ts';
import { getTelling, vergeetNamen } from './namenboek.store.ts';
import type { Telling } from './namenboek.ts';
import { type Beoordeeld, beoordeel, DREMPELS } from './oordeel.ts';
import { type BekendeCasus, frequentiesVan, INSTELLING, registerGrootte } from './radar.ts';
import { bitsVan, lambdaVoorRegister, type ScoorOpties, type Score, scoor, weeg } from './score.ts';
import { sleutelGetallen } from './sleutelgetal.ts';
import {
  bereidVoor,
  sleutels,
  type Vermelding,
  type Voorbereid,
  zoekRuimte,
  zoekSleutels,
} from './vermelding.ts';

/** A mention in the register, with who it is believed to be. */
export interface Bekend {
  vermeldingId: string;
  persoonId: string;
  gegevenOp: Date;
  /** Where the person lives must stay secret; the address is then already left out of `vermelding`. */
  afgeschermd: boolean;
  vermelding: Vermelding;
}

export interface Treffer {
  persoonId: string;
  /** The mention of that person that fits best. */
  bekend: Bekend;
  /** The casussen of that person: households as far as they are known. */
  huishoudens: string[];
  casussen: BekendeCasus[];
  score: Score;
}

/** What of a mention the radar reads. */
const KOLOMMEN = [
  'bsn_sleutel',
  'voornamen',
  'voorletters',
  'tussenvoegsel',
  'achternaam',
  'partner_tussenvoegsel',
  'partner_achternaam',
  'geboortejaar',
  'geboortemaand',
  'geboortedag',
  'geslacht',
  'straat',
  'huisnummer',
  'huisletter',
  'postcode',
  'woonplaats',
  'telefoon',
  'email',
] as const;
/** A mention as it stands in the database, as far as the radar reads it. */
export type VermeldingRij = Pick<Selectable<Tabellen['vermelding']>, (typeof KOLOMMEN)[number]>;

/** A mention in the form of the radar, with the address: the caller decides whether that may be used. */
export function uitRij(id: string, r: VermeldingRij): Vermelding {
  return alsVermelding(id, {
    bsnSleutel: r.bsn_sleutel,
    voornamen: r.voornamen,
    voorletters: r.voorletters,
    tussenvoegsel: r.tussenvoegsel,
    achternaam: r.achternaam,
    partnerTussenvoegsel: r.partner_tussenvoegsel,
    partnerAchternaam: r.partner_achternaam,
    geboorte: { jaar: r.geboortejaar, maand: r.geboortemaand, dag: r.geboortedag },
    geslacht: r.geslacht,
    straat: r.straat,
    huisnummer: r.huisnummer,
    huisletter: r.huisletter,
    postcode: r.postcode,
    woonplaats: r.woonplaats,
    telefoon: r.telefoon,
    email: r.email,
  });
}

/** Of these mentions, those whose address must not be used or shown. */
async function listAfgeschermd(
  tx: Tx,
  organisatieId: string,
  vermeldingIds: readonly string[],
): Promise<Set<string>> {
  if (vermeldingIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select radar_afgeschermd as id from radar_afgeschermd(${organisatieId}, ${[...vermeldingIds]})`.execute(
    tx.db,
  );
  return new Set(rows.map((r) => r.id));
}

/** Reads mentions in the form of the radar. What is not in this register, or not seen, is not in the answer. */
export async function listBekend(
  tx: Tx,
  organisatieId: string,
  vermeldingIds: readonly string[],
): Promise<Map<string, Bekend>> {
  if (vermeldingIds.length === 0) return new Map();
  const ids = [...new Set(vermeldingIds)];
  const rijen = await tx.db
    .selectFrom('vermelding as v')
    .innerJoin('koppeling as k', (j) =>
      j.onRef('k.regio_id', '=', 'v.regio_id').onRef('k.vermelding_id', '=', 'v.id').on('k.tot', 'is', null),
    )
    .select(['v.id', 'k.persoon_id', 'v.gegeven_op'])
    .select(KOLOMMEN.map((k) => `v.${k}` as const))
    // one text however many there are, and nothing for the planner to count in it: so that it is planned once
    .where((e) => e('v.id', '=', e.fn.any(sql<string[]>`array(select unnest(${ids}::uuid[]))`)))
    .where('v.organisatie_id', '=', organisatieId)
    .execute();
  const geheim = await listAfgeschermd(tx, organisatieId, ids);
  return new Map(
    rijen.map((r) => {
      const v = uitRij(r.id, r);
      const afgeschermd = geheim.has(r.id);
      return [
        r.id,
        {
          vermeldingId: r.id,
          persoonId: r.persoon_id,
          gegevenOp: r.gegeven_op,
          afgeschermd,
          vermelding: afgeschermd ? zonderAdres(v) : v,
        },
      ];
    }),
  );
}

interface CasusRij {
  persoon_id: string;
  casus_id: string;
  nummer: string;
  status: string;
  geopend_op: Date | string;
  gesloten_op: Date | string | null;
  directbetrokken: boolean;
  houder_id: string | null;
  houder: string | null;
}

function perPersoon(rijen: readonly CasusRij[]): Map<string, BekendeCasus[]> {
  const uit = new Map<string, BekendeCasus[]>();
  for (const r of rijen) {
    const casus: BekendeCasus = {
      casusId: r.casus_id,
      nummer: r.nummer,
      status: r.status,
      geopendOp: new Date(r.geopend_op),
      geslotenOp: r.gesloten_op === null ? null : new Date(r.gesloten_op),
      directbetrokken: r.directbetrokken,
      houderId: r.houder_id,
      houder: r.houder,
    };
    const al = uit.get(r.persoon_id);
    if (al) al.push(casus);
    else uit.set(r.persoon_id, [casus]);
  }
  return uit;
}

/** The casussen in which persons of this register were mentioned, by person. */
export async function listBekendeCasussen(
  tx: Tx,
  organisatieId: string,
  persoonIds: readonly string[],
): Promise<Map<string, BekendeCasus[]>> {
  if (persoonIds.length === 0) return new Map();
  const { rows } = await sql<CasusRij>`
    select * from radar_casussen(${organisatieId}, ${[...new Set(persoonIds)]})`.execute(tx.db);
  return perPersoon(rows);
}

/** What is known of mentions that weigh enough: who it is, whether their address may count, and in which casussen they were mentioned. */
interface Navraag {
  wie: Map<string, { persoonId: string; gegevenOp: Date }>;
  geheim: Set<string>;
  casussen: Map<string, BekendeCasus[]>;
}

/**
 * In one question, however many mentions; and one more for those that weigh too little, when there are some in the casussen of the others.
 * @param zwak mentions that only others of a report may lift
 */
async function navraagNaar(
  tx: Tx,
  organisatieId: string,
  vermeldingIds: readonly string[],
  zwak: ReadonlySet<string> = new Set(),
): Promise<Navraag> {
  if (vermeldingIds.length === 0) return { wie: new Map(), geheim: new Set(), casussen: new Map() };
  const { rows } = await sql<{
    wie: { id: string; persoon_id: string; gegeven_op: string }[];
    geheim: string[];
    casussen: CasusRij[];
    genoten: string[];
  }>`
    with gevraagd as materialized (select ${[...vermeldingIds]}::uuid[] as ids),
    wie as materialized (select w.* from gevraagd g cross join lateral radar_wie(${organisatieId}, g.ids) w),
    personen as materialized (select array(select distinct w.persoon_id from wie w) as ids)
    select (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from wie w) as wie,
      array(select radar_afgeschermd(${organisatieId}, g.ids)) as geheim,
      (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from radar_casussen(${organisatieId}, p.ids) c) as casussen,
      array(select radar_genoten(${organisatieId}, p.ids) where ${zwak.size > 0}) as genoten
    from gevraagd g, personen p`.execute(tx.db);
  const [r] = rows;
  const ook = await navraagNaar(tx, organisatieId, r?.genoten.filter((id) => zwak.has(id)) ?? []);
  return {
    wie: new Map([
      ...ook.wie,
      ...(r?.wie ?? []).map(
        (w) => [w.id, { persoonId: w.persoon_id, gegevenOp: new Date(w.gegeven_op) }] as const,
      ),
    ]),
    geheim: new Set([...ook.geheim, ...(r?.geheim ?? [])]),
    casussen: new Map([...ook.casussen, ...perPersoon(r?.casussen ?? [])]),
  };
}

function weegopties(telling: Telling): ScoorOpties {
  const frequenties = frequentiesVan(telling);
  return { lambda: lambdaVoorRegister(registerGrootte(telling)), ...(frequenties ? { frequenties } : {}) };
}

/** How a register weighs: how large it is, and how common names are in it. */
export async function getWeegopties(tx: Tx, organisatieId: string): Promise<ScoorOpties> {
  return weegopties(await getTelling(tx, organisatieId));
}

/** A mention that shares a key with the one that is looked for, as it stands: its address may have to be left out yet. */
interface Opgehaald {
  id: string;
  /** To be weighed only: see `voorHetWegen`. */
  voorbereid: Voorbereid;
}

/** Asks `radar_zoek` for several look-ups at once; the answers in the same order. */
async function vraagZoek(
  tx: Tx,
  organisatieId: string,
  vragen: readonly (readonly string[])[],
  behalve: readonly string[],
  hoogstens: number,
  meeste: boolean,
): Promise<Opgehaald[][]> {
  const uit = vragen.map((): Opgehaald[] => []);
  if (vragen.every((v) => v.length === 0)) return uit;
  const { rows } = await sql<{ nr: number; id: string; gegevens: string }>`
    select v.nr::int as nr, z.* from jsonb_array_elements(${JSON.stringify(vragen.map(sleutelGetallen))}::jsonb) with ordinality v (zoek, nr)
    cross join lateral radar_zoek(${organisatieId}, array(select jsonb_array_elements_text(v.zoek)::bigint), ${[...behalve]},
      ${hoogstens}, ${meeste}) z`.execute(tx.db);
  const gelezen = rows.map(({ nr, id, gegevens }) => ({ nr, id, delen: leesGegevens(gegevens) }));
  const anders = await listBekend(
    tx,
    organisatieId,
    gelezen.filter((r) => r.delen === undefined).map((r) => r.id),
  );
  for (const { nr, id, delen } of gelezen) {
    const v = delen ? voorHetWegen(id, delen) : anders.get(id)?.vermelding;
    if (v) uit[nr - 1]?.push({ id, voorbereid: bereidVoor(v) });
  }
  return uit;
}

/**
 * Mentions of the register that share a key, for several look-ups at once; where there are too many for one, those that share most.
 * @param vragen per look-up its keys
 * @returns per look-up, in the same order
 */
export async function listOpgehaald(
  tx: Tx,
  organisatieId: string,
  vragen: readonly (readonly string[])[],
  behalve: readonly string[] = [],
): Promise<Opgehaald[][]> {
  const { opgehaald } = INSTELLING;
  const gevonden = await vraagZoek(tx, organisatieId, vragen, behalve, opgehaald + 1, false);
  if (gevonden.every((g) => g.length <= opgehaald)) return gevonden;
  const teVeel = vragen.map((v, i) => ((gevonden[i]?.length ?? 0) > opgehaald ? v : []));
  const meeste = await vraagZoek(tx, organisatieId, teVeel, behalve, opgehaald, true);
  return gevonden.map((g, i) => (teVeel[i]?.length ? (meeste[i] ?? []) : g));
}

/** From this weight on the others of a form may still lift someone to a question. */
const MET_ANDEREN = DREMPELS.vraag - HUISHOUDEN_INSTELLING.hoogstens;

/** A mention that weighs enough, with or without the address of who is looked for. */
interface Gewogen {
  k: Opgehaald;
  /** Bits; undefined where they are too few. */
  met: number | undefined;
  zonder: number | undefined;
  /** A question by itself, whatever else is in the report. */
  sterk: boolean;
}

/** The mentions that weigh enough or have the same BSN. */
function weegAlle(
  met: Voorbereid,
  zonder: Voorbereid,
  kandidaten: readonly Opgehaald[],
  opties: ScoorOpties,
  vanaf: number,
): Gewogen[] {
  const uit: Gewogen[] = [];
  const hoogstens = maakBovengrens(met, MODEL, opties);
  for (const k of kandidaten) {
    const bsn = met.bsn !== '' && met.bsn === k.voorbereid.bsn;
    if (!bsn && hoogstens(k.voorbereid) < vanaf) continue;
    const g = weeg(met, k.voorbereid, MODEL, opties);
    // What relatives explain as well only takes off: without it, it is clear which are too far away. Leaving out the address changes
    // nothing where one side has none.
    const adres = bitsVan(MODEL, 'adres', g.niveaus);
    const los = g.totaal - g.verwant - adres;
    const z =
      adres === 0
        ? g.totaal
        : bsn || los >= vanaf
          ? weeg(zonder, k.voorbereid, MODEL, opties).totaal
          : undefined;
    const genoeg = (bits: number | undefined) =>
      bits !== undefined && (bsn || bits >= vanaf) ? bits : undefined;
    const gewogen = { k, met: genoeg(g.totaal), zonder: genoeg(z) };
    if (gewogen.met === undefined && gewogen.zonder === undefined) continue;
    uit.push({
      ...gewogen,
      sterk: bsn || [gewogen.met, gewogen.zonder].some((b) => b !== undefined && b >= DREMPELS.vraag),
    });
  }
  return uit;
}

/** The one with most bits; the newest of equals. */
function beste(kandidaten: readonly Gewogen[], hoe: 'met' | 'zonder'): Opgehaald | undefined {
  let uit: Opgehaald | undefined;
  let meest = Number.NEGATIVE_INFINITY;
  for (const { k, [hoe]: bits } of kandidaten) {
    if (bits === undefined || bits < meest || (bits === meest && uit !== undefined && uit.id > k.id))
      continue;
    meest = bits;
    uit = k;
  }
  return uit;
}

/**
 * Finds who may be known, for all persons of one form or melding together: they lift each other when they fit one household.
 * @param gezocht by the caller's own key; a shielded address is already left out
 * @param behalve mentions that are not looked at: those of the melding itself
 * @returns per key the candidates, strongest first, one per known person; those that are nothing are left out
 */
export async function zoekKandidaten(
  tx: Tx,
  organisatieId: string,
  gezocht: ReadonlyMap<string, Vermelding>,
  behalve: readonly string[] = [],
): Promise<Map<string, Beoordeeld<Treffer>[]>> {
  const telling = await getTelling(tx, organisatieId);
  const opties = weegopties(telling);
  const vanaf = gezocht.size > 1 ? MET_ANDEREN : DREMPELS.vraag;
  const vragen = [...gezocht].map(([sleutel, v]) => {
    const met = bereidVoor(v);
    return {
      sleutel,
      met,
      zonder: bereidVoor(zonderAdres(v)),
      zoek: zoekSleutels(met, zoekRuimte(met, telling)),
    };
  });
  const opgehaald = await listOpgehaald(
    tx,
    organisatieId,
    vragen.map((v) => v.zoek),
    behalve,
  );
  const gewogen = vragen.map(({ met, zonder }, i) =>
    weegAlle(met, zonder, opgehaald[i] ?? [], opties, vanaf),
  );
  // who is not even a question alone counts only in a household of which somebody else is one
  const ids = (sterk: boolean) =>
    new Set(gewogen.flatMap((lijst) => lijst.filter((g) => g.sterk === sterk).map((g) => g.k.id)));
  const { wie, geheim, casussen } = await navraagNaar(tx, organisatieId, [...ids(true)], ids(false));
  const gevonden = new Map<string, Treffer[]>();
  for (const [i, { sleutel, met, zonder, zoek }] of vragen.entries()) {
    const treffers: Treffer[] = [];
    for (const [persoonId, lijst] of Map.groupBy(gewogen[i] ?? [], (g) => wie.get(g.k.id)?.persoonId)) {
      if (persoonId === undefined) continue;
      // who has one mention that is shielded, is shielded in all
      const afgeschermd = lijst.some((g) => geheim.has(g.k.id));
      // a mention written before its address became secret still has that address among its keys: it may not be found by it
      const k = afgeschermd
        ? beste(
            lijst.filter((g) => sleutels(zonderAdres(g.k.voorbereid.bron)).some((s) => zoek.includes(s))),
            'zonder',
          )
        : beste(lijst, 'met');
      const bron = k && wie.get(k.id);
      if (!k || !bron) continue;
      const gegeven = zonderLeegte(k.voorbereid.bron);
      const vermelding = afgeschermd ? zonderAdres(gegeven) : gegeven;
      const bekend = casussen.get(persoonId) ?? [];
      treffers.push({
        persoonId,
        bekend: { vermeldingId: k.id, persoonId, gegevenOp: bron.gegevenOp, afgeschermd, vermelding },
        huishoudens: bekend.map((c) => c.casusId),
        casussen: bekend,
        score: scoor(afgeschermd ? zonder : met, k.voorbereid, MODEL, opties),
      });
    }
    gevonden.set(sleutel, treffers);
  }
  return new Map(
    [...metHuishouden(gevonden)].map(([sleutel, lijst]) => [
      sleutel,
      beoordeel(lijst).filter((b) => b.oordeel !== 'niets'),
    ]),
  );
}

/** Whether the names of this register were never counted, or too long ago. */
export async function moetTellen(tx: Tx, organisatieId: string): Promise<boolean> {
  const rij = await tx.db
    .selectFrom('radar_naamtelling')
    .select('geteld_op')
    .where('organisatie_id', '=', organisatieId)
    .where('soort', '=', 'personen')
    .where('naam', '=', '')
    .where('regio_id', '=', tx.regio)
    .executeTakeFirst();
  return !rij || tx.nu.getTime() - rij.geteld_op.getTime() > INSTELLING.tellingDagen * 86_400_000;
}

/** How long counting a register may take. Standaardwaarde. */
const TELLEN_HOOGSTENS = '30min';

/** Counts anew how many persons bear each name, folded as the radar compares. Writes thousands of rows at most. */
export async function telNamen(tx: Tx, organisatieId: string): Promise<{ personen: number }> {
  // nobody waits for this count; of ten million mentions it takes a minute and a half
  await sql`select set_config('statement_timeout', ${TELLEN_HOOGSTENS}, true)`.execute(tx.db);
  const { rows } = await sql<{ soort: 'achternaam' | 'voornaam' | 'personen'; naam: string; aantal: number }>`
    select * from radar_namen(${organisatieId})`.execute(tx.db);
  const som = new Map<string, { soort: string; naam: string; aantal: number }>();
  for (const r of rows) {
    const p = bereidVoor({
      id: '',
      ...(r.soort === 'achternaam' ? { achternaam: r.naam } : { voornamen: r.naam }),
    });
    const naam = r.soort === 'personen' ? '' : r.soort === 'achternaam' ? p.achternamen[0]?.kern : p.namen[0];
    if (naam === undefined) continue;
    const sleutel = `${r.soort} ${naam}`;
    som.set(sleutel, { soort: r.soort, naam, aantal: (som.get(sleutel)?.aantal ?? 0) + r.aantal });
  }
  vergeetNamen(tx, organisatieId);
  await tx.db.deleteFrom('radar_naamtelling').where('organisatie_id', '=', organisatieId).execute();
  const alle = [...som.values()];
  for (let i = 0; i < alle.length; i += 2_000) {
    await tx.db
      .insertInto('radar_naamtelling')
      .values(
        alle
          .slice(i, i + 2_000)
          .map((t) => ({ regio_id: tx.regio, organisatie_id: organisatieId, ...t, geteld_op: tx.nu })),
      )
      .execute();
  }
  return { personen: rows.find((r) => r.soort === 'personen')?.aantal ?? 0 };
}
