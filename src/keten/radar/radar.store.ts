// SPDX-License-Identifier: EUPL-1.2
// Looking up who may be known: one look-up in the key index per mention, then weighed by the core. Everything stays inside the
// register of one Veilig Thuis; see the four functions radar_… in 0004_keten.sql for why they are there.
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { alsVermelding, zonderAdres } from './herkenning.ts';
import { HUISHOUDEN_INSTELLING, metHuishouden } from './huishouden.ts';
import { MODEL } from './model.ts';
import { type Beoordeeld, beoordeel, DREMPELS } from './oordeel.ts';
import { type BekendeCasus, frequentiesVan, INSTELLING, registerGrootte, type Telling } from './radar.ts';
import { lambdaVoorRegister, type ScoorOpties, type Score, scoor } from './score.ts';
import { bereidVoor, sleutels, type Vermelding, type Voorbereid, zoekSleutels } from './vermelding.ts';

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
    .select([
      'v.id',
      'k.persoon_id',
      'v.gegeven_op',
      'v.bsn_sleutel',
      'v.voornamen',
      'v.voorletters',
      'v.tussenvoegsel',
      'v.achternaam',
      'v.partner_tussenvoegsel',
      'v.partner_achternaam',
      'v.geboortejaar',
      'v.geboortemaand',
      'v.geboortedag',
      'v.geslacht',
      'v.straat',
      'v.huisnummer',
      'v.huisletter',
      'v.postcode',
      'v.woonplaats',
      'v.telefoon',
      'v.email',
    ])
    // one text however many there are, so that it is planned once
    .where((e) => e('v.id', '=', e.fn.any(sql<string[]>`${ids}::uuid[]`)))
    .where('v.organisatie_id', '=', organisatieId)
    .execute();
  const { rows } = await sql<{ id: string }>`
    select radar_afgeschermd as id from radar_afgeschermd(${organisatieId}, ${ids})`.execute(tx.db);
  const geheim = new Set(rows.map((r) => r.id));
  return new Map(
    rijen.map((r) => {
      const v = alsVermelding(r.id, {
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

/** The casussen in which persons of this register were mentioned, by person. */
export async function listBekendeCasussen(
  tx: Tx,
  organisatieId: string,
  persoonIds: readonly string[],
): Promise<Map<string, BekendeCasus[]>> {
  const uit = new Map<string, BekendeCasus[]>();
  if (persoonIds.length === 0) return uit;
  const { rows } = await sql<{
    persoon_id: string;
    casus_id: string;
    nummer: string;
    status: string;
    geopend_op: Date;
    gesloten_op: Date | null;
    directbetrokken: boolean;
    houder_id: string | null;
    houder: string | null;
  }>`select * from radar_casussen(${organisatieId}, ${[...new Set(persoonIds)]})`.execute(tx.db);
  for (const r of rows) {
    const casus: BekendeCasus = {
      casusId: r.casus_id,
      nummer: r.nummer,
      status: r.status,
      geopendOp: r.geopend_op,
      geslotenOp: r.gesloten_op,
      directbetrokken: r.directbetrokken,
      houderId: r.houder_id,
      houder: r.houder,
    };
    uit.set(r.persoon_id, [...(uit.get(r.persoon_id) ?? []), casus]);
  }
  return uit;
}

/** How many persons the register holds and how common these names are in it, as last counted. */
async function getTelling(tx: Tx, organisatieId: string, alle: readonly Voorbereid[]): Promise<Telling> {
  const achter = [...new Set(alle.flatMap((p) => p.achternamen.map((n) => n.kern)))];
  const voor = [...new Set(alle.flatMap((p) => p.namen))];
  const soorten = ['personen', ...achter.map(() => 'achternaam'), ...voor.map(() => 'voornaam')];
  const { rows: rijen } = await sql<{ soort: string; naam: string; aantal: number }>`
    select z.soort, z.naam, t.aantal from unnest(${soorten}::text[], ${['', ...achter, ...voor]}::text[]) as z (soort, naam)
    cross join lateral (select aantal from radar_naamtelling n where n.regio_id = ${tx.regio}::uuid and n.organisatie_id = ${organisatieId}::uuid
      and n.soort = z.soort and n.naam = z.naam limit 1) t`.execute(tx.db);
  const van = (soort: string) => rijen.filter((r) => r.soort === soort);
  const lijst = (soort: string) => Object.fromEntries(van(soort).map((r) => [r.naam, r.aantal]));
  return {
    personen: van('personen')[0]?.aantal ?? 0,
    achternaam: lijst('achternaam'),
    voornaam: lijst('voornaam'),
  };
}

/** How a register weighs: how large it is, and how common the names are that these mentions bear. */
export async function getWeegopties(
  tx: Tx,
  organisatieId: string,
  alle: readonly Voorbereid[],
): Promise<ScoorOpties> {
  const telling = await getTelling(tx, organisatieId, alle);
  const frequenties = frequentiesVan(telling);
  return { lambda: lambdaVoorRegister(registerGrootte(telling)), ...(frequenties ? { frequenties } : {}) };
}

/** Mentions of the register that share a key with these, those that share most first. */
export async function listKandidaatIds(
  tx: Tx,
  organisatieId: string,
  zoek: readonly string[],
  behalve: readonly string[] = [],
): Promise<string[]> {
  if (zoek.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select radar_zoek as id from radar_zoek(${organisatieId}, ${[...zoek]}, ${[...behalve]}, ${INSTELLING.opgehaald})`.execute(
    tx.db,
  );
  return rows.map((r) => r.id);
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
  const klaar = new Map([...gezocht].map(([sleutel, v]) => [sleutel, bereidVoor(v)]));
  const gevonden = new Map<string, { zoek: string[]; ids: string[] }>();
  for (const [sleutel, p] of klaar) {
    const zoek = zoekSleutels(p);
    gevonden.set(sleutel, { zoek, ids: await listKandidaatIds(tx, organisatieId, zoek, behalve) });
  }
  const bekend = await listBekend(
    tx,
    organisatieId,
    [...gevonden.values()].flatMap((g) => g.ids),
  );
  const voorbereid = new Map([...bekend].map(([id, b]) => [id, bereidVoor(b.vermelding)]));
  const opties = await getWeegopties(tx, organisatieId, [...klaar.values(), ...voorbereid.values()]);

  const perPersoon = new Map<string, Treffer[]>();
  for (const [sleutel, p] of klaar) {
    const { zoek = [], ids = [] } = gevonden.get(sleutel) ?? {};
    const beste = new Map<string, Treffer>();
    for (const id of ids) {
      const b = bekend.get(id);
      const kandidaat = voorbereid.get(id);
      if (!b || !kandidaat) continue;
      // a mention written before its address became secret still has that address among its keys: it may not be found by it
      if (b.afgeschermd && !sleutels(kandidaat).some((s) => zoek.includes(s))) continue;
      const score = scoor(p, kandidaat, MODEL, opties);
      if (score.gewicht < DREMPELS.vraag - HUISHOUDEN_INSTELLING.hoogstens) continue;
      const nu = beste.get(b.persoonId);
      if (nu && nu.score.gewicht >= score.gewicht) continue;
      beste.set(b.persoonId, { persoonId: b.persoonId, bekend: b, huishoudens: [], casussen: [], score });
    }
    perPersoon.set(sleutel, [...beste.values()]);
  }

  const casussen = await listBekendeCasussen(
    tx,
    organisatieId,
    [...perPersoon.values()].flatMap((lijst) => lijst.map((t) => t.persoonId)),
  );
  for (const lijst of perPersoon.values()) {
    for (const t of lijst) {
      t.casussen = casussen.get(t.persoonId) ?? [];
      t.huishoudens = t.casussen.map((c) => c.casusId);
    }
  }
  return new Map(
    [...metHuishouden(perPersoon)].map(([sleutel, lijst]) => [
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
    .executeTakeFirst();
  return !rij || tx.nu.getTime() - rij.geteld_op.getTime() > INSTELLING.tellingDagen * 86_400_000;
}

/** Counts anew how many persons bear each name, folded as the radar compares. Writes thousands of rows at most. */
export async function telNamen(tx: Tx, organisatieId: string): Promise<{ personen: number }> {
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
