// SPDX-License-Identifier: EUPL-1.2
// Candidates as they are kept: found on arrival, judged by a person, and undone exactly (P6). A mention never changes; only
// the belief about who it is moves, and every move stands with the judgement that made it.
import { sql } from 'kysely';
import { type Gebeurtenissen, laatWeten } from '../../kern/gebeurtenissen.ts';
import { looptTermijn, rondTermijnAf, zetTermijn } from '../../kern/termijn/termijn.store.ts';
import { getTermijnsoort } from '../../kern/termijn/termijnsoorten.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { herbereken, telOpenVragen } from './betrokkenheid.store.ts';
import { type Beoordeeld, bsnBijAnder } from './oordeel.ts';
import { listBekend, moetTellen, type Treffer, zoekKandidaten } from './radar.store.ts';
import { INSTELLING, type KandidaatOordeel, zelfKoppelingen } from './radar.ts';
import type { Staaf } from './score.ts';

/** Danger does not wait for a working day: who it is about is asked within the same 24 hours. */
const BIJ_GEVAAR = getTermijnsoort('spoed_24u').duur;

export const GROND = {
  zelf: 'radar: zelf gekoppeld',
  zelfde: 'radar: zelfde persoon',
  terug: 'radar: koppeling teruggedraaid',
} as const;

/** One mention that went from one person to another. */
export interface Verplaatsing {
  vermelding: string;
  van: string;
  naar: string;
}

/** Acts about the same persons wait for each other, in one order, so that no belief is built on one that just moved. */
export async function vergrendelPersonen(tx: Tx, persoonIds: readonly string[]): Promise<void> {
  const sloten = [...new Set(persoonIds)].sort().map((id) => `${tx.regio}:persoon:${id}`);
  if (sloten.length === 0) return;
  await sql`
    select pg_advisory_xact_lock(hashtextextended(s.slot, 11)) from unnest(${sloten}::text[]) with ordinality s (slot, nr)
    order by s.nr`.execute(tx.db);
}

/** Who each of these mentions is believed to be now; one that is not there is left out. */
async function listPersonenVan(tx: Tx, vermeldingIds: readonly string[]): Promise<Map<string, string>> {
  if (vermeldingIds.length === 0) return new Map();
  const rijen = await tx.db
    .selectFrom('koppeling')
    .select(['vermelding_id', 'persoon_id'])
    .where('vermelding_id', 'in', [...vermeldingIds])
    .where('tot', 'is', null)
    .execute();
  return new Map(rijen.map((r) => [r.vermelding_id, r.persoon_id]));
}

/** Who a mention is believed to be now; null when it is not there. */
export async function findPersoonVan(tx: Tx, vermeldingId: string): Promise<string | null> {
  return (await listPersonenVan(tx, [vermeldingId])).get(vermeldingId) ?? null;
}

export async function listVermeldingenVan(tx: Tx, persoonId: string): Promise<string[]> {
  const rijen = await tx.db
    .selectFrom('koppeling')
    .select('vermelding_id')
    .where('persoon_id', '=', persoonId)
    .where('tot', 'is', null)
    .orderBy('vermelding_id')
    .execute();
  return rijen.map((r) => r.vermelding_id);
}

/** Ends the membership of mentions and begins the next in the same moment. Who reacts is told by `personen.herkend`. */
export async function verplaats(
  tx: Tx,
  verplaatst: readonly Verplaatsing[],
  grond: string,
  medewerkerId: string | null,
): Promise<void> {
  if (verplaatst.length === 0) return;
  await tx.db
    .updateTable('koppeling')
    .set({ tot: tx.nu })
    .where(
      'vermelding_id',
      'in',
      verplaatst.map((v) => v.vermelding),
    )
    .where('tot', 'is', null)
    .execute();
  await tx.db
    .insertInto('koppeling')
    .values(
      verplaatst.map((v) => ({
        regio_id: tx.regio,
        id: nieuwId(tx.nu),
        vermelding_id: v.vermelding,
        persoon_id: v.naar,
        vanaf: tx.nu,
        tot: null,
        grond,
        medewerker_id: medewerkerId,
      })),
    )
    .execute();
}

/** Lets it be known whom mentions turned out to be. */
export async function meldHerkend(tx: Tx, persoonIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(persoonIds)];
  if (ids.length > 0) await laatWeten(tx, 'personen.herkend', { persoonIds: ids });
}

export interface NieuwOordeel {
  kandidaatId: string;
  organisatieId: string;
  oordeel: KandidaatOordeel;
  medewerkerId: string | null;
  reden: string | null;
  verplaatst: readonly Verplaatsing[];
}

export async function schrijfOordelen(tx: Tx, oordelen: readonly NieuwOordeel[]): Promise<void> {
  if (oordelen.length === 0) return;
  await tx.db
    .insertInto('radar_oordeel')
    .values(
      oordelen.map((o) => ({
        regio_id: tx.regio,
        id: nieuwId(tx.nu),
        kandidaat_id: o.kandidaatId,
        organisatie_id: o.organisatieId,
        oordeel: o.oordeel,
        op: tx.nu,
        medewerker_id: o.medewerkerId,
        reden: o.reden,
        verplaatst: JSON.stringify(o.verplaatst),
      })),
    )
    .execute();
}

// ── On arrival ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Takes out what was found in a sealed casus: no question and no join may tell that it exists. Whoever is named there hears that a
 * melding came in about someone in it. The casus of the melding itself tells its own people nothing new.
 */
async function houdVerzegeldeApart(
  tx: Tx,
  g: Gebeurtenissen['melding.aangevuld'],
  gevonden: Map<string, Beoordeeld<Treffer>[]>,
): Promise<Map<string, Beoordeeld<Treffer>[]>> {
  const { rows } = await sql<{ ids: string[] }>`select ctx_dichte_vermeldingen() as ids`.execute(tx.db);
  const dicht = new Set(rows[0]?.ids);
  if (dicht.size === 0) return gevonden;
  const eigen = await tx.db
    .selectFrom('casus_persoon')
    .select('vermelding_id')
    .where('casus_id', '=', g.casusId)
    .execute();
  for (const r of eigen) dicht.delete(r.vermelding_id);
  const inZegel = [...gevonden.values()]
    .flat()
    .filter((b) => dicht.has(b.kandidaat.bekend.vermeldingId))
    .map((b) => b.kandidaat.bekend.vermeldingId);
  if (inZegel.length > 0) {
    const casussen = await sql<{ casus_id: string; houder_id: string }>`
      select distinct z.casus_id, z.organisatie_id as houder_id from casus_persoon cp
      join verzegeling v on v.regio_id = cp.regio_id and v.casus_id = cp.casus_id and v.tot is null
      join zicht z on z.regio_id = cp.regio_id and z.casus_id = cp.casus_id and z.tot is null
      where cp.vermelding_id = any (${inZegel}::uuid[])`.execute(tx.db);
    const { nummer } = await tx.db
      .selectFrom('melding')
      .select('nummer')
      .where('id', '=', g.meldingId)
      .executeTakeFirstOrThrow();
    for (const c of casussen.rows)
      await zetTermijn(tx, {
        soort: 'verzegelde_melding',
        casusId: c.casus_id,
        onderwerpSoort: 'casus',
        onderwerpId: c.casus_id,
        eigenaarOrganisatieId: c.houder_id,
        waarom: `Melding ${nummer}`,
        acuut: g.acuut,
        duur: g.acuut ? BIJ_GEVAAR : undefined,
        begintOp: tx.nu,
      });
  }
  return new Map(
    [...gevonden].map(([sleutel, lijst]) => [
      sleutel,
      lijst.filter((b) => !dicht.has(b.kandidaat.bekend.vermeldingId)),
    ]),
  );
}

/** Keeps what was found, and joins the mentions of which it is certain whose they are. */
async function bewaarGevonden(
  tx: Tx,
  g: Gebeurtenissen['melding.aangevuld'],
  nieuw: Awaited<ReturnType<typeof listBekend>>,
  gevonden: ReadonlyMap<string, readonly Beoordeeld<Treffer>[]>,
  koppelen: ReadonlyMap<string, string>,
): Promise<void> {
  const bewaard = [...gevonden].flatMap(([vermeldingId, kandidaten]) =>
    kandidaten.slice(0, INSTELLING.bewaard).map(({ kandidaat }) => ({ vermeldingId, kandidaat })),
  );
  if (bewaard.length === 0) return;
  // only when that person is still there: someone may just have been recognised as someone else
  const nu = await listPersonenVan(
    tx,
    bewaard.map((b) => b.kandidaat.bekend.vermeldingId),
  );
  const oordelen: NieuwOordeel[] = [];
  /** Where the known one lives may be the hiding place of who is named now; the casus of the melding itself is looked at anyway. */
  const schuil: string[] = [];
  const rijen = bewaard.map(({ vermeldingId, kandidaat: k }) => {
    const id = nieuwId(tx.nu);
    const van = nieuw.get(vermeldingId)?.persoonId;
    const zelf =
      van !== undefined &&
      koppelen.get(vermeldingId) === k.persoonId &&
      nu.get(k.bekend.vermeldingId) === k.persoonId;
    if (zelf)
      oordelen.push({
        kandidaatId: id,
        organisatieId: g.vtId,
        oordeel: 'zelf_gekoppeld',
        medewerkerId: null,
        reden: null,
        verplaatst: [{ vermelding: vermeldingId, van, naar: k.persoonId }],
      });
    else if (nieuw.get(vermeldingId)?.afgeschermd) schuil.push(k.persoonId);
    return {
      regio_id: tx.regio,
      id,
      melding_id: g.meldingId,
      organisatie_id: g.vtId,
      vermelding_id: vermeldingId,
      persoon_id: k.persoonId,
      tegen_vermelding_id: k.bekend.vermeldingId,
      gewicht: k.score.gewicht,
      kans: k.score.kans,
      staven: JSON.stringify(k.score.staven),
      model: k.score.modelVersie,
      oordeel: zelf ? 'zelf_gekoppeld' : 'vraag',
      gemaakt_op: tx.nu,
    };
  });
  await tx.db.insertInto('radar_kandidaat').values(rijen).execute();
  const verplaatst = oordelen.flatMap((o) => o.verplaatst);
  await verplaats(tx, verplaatst, GROND.zelf, null);
  await schrijfOordelen(tx, oordelen);
  const herkend = verplaatst.map((v) => v.naar);
  tx.betreft(...herkend);
  await meldHerkend(tx, [...herkend, ...schuil]);
}

/**
 * A melding came in, or a later message about it named someone: who in it is known? What is certain is joined, by moving the new mention only; what is not becomes a
 * question to a person; and what the melding is (first, hermelding, vervolgmelding) is computed.
 */
export async function zoekBijMelding(tx: Tx, g: Gebeurtenissen['melding.aangevuld']): Promise<void> {
  await tx.overGrens(async () => {
    // two meldingen of one family at once would each find nobody: one register takes them in one after the other
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.regio}:register:${g.vtId}`}, 13))`.execute(
      tx.db,
    );
    const eigen = g.vermeldingen.map((v) => v.vermeldingId);
    const nieuw = await listBekend(tx, g.vtId, eigen);
    const gezocht = new Map([...nieuw].map(([id, b]) => [id, b.vermelding]));
    const gevonden = await houdVerzegeldeApart(tx, g, await zoekKandidaten(tx, g.vtId, gezocht, eigen));
    const koppelen = zelfKoppelingen(gevonden);
    await vergrendelPersonen(tx, [...koppelen.values()]);
    await bewaarGevonden(tx, g, nieuw, gevonden, koppelen);
    const vragen = await zetVraagtermijn(tx, g.meldingId);
    await herbereken(tx, [g.meldingId]);
    if (await moetTellen(tx, g.vtId)) planTelling(tx, g.vtId);
    // In an act of another organisation this would tell it that someone is known.
    if (tx.wie.organisatieId === g.vtId)
      tx.ook('radar.gezocht', g.casusId, g.meldingId, { vragen, gekoppeld: koppelen.size });
  });
}

/**
 * One term per melding as long as it asks something; none when everything is answered.
 * @returns how many questions are open
 */
export async function zetVraagtermijn(tx: Tx, meldingId: string): Promise<number> {
  const { vragen } = await telOpenVragen(tx, meldingId);
  if (vragen === 0) {
    await rondTermijnAf(tx, meldingId, ['radar_vraag'], 'de vragen van de radar zijn beantwoord');
    return 0;
  }
  const loopt = await looptTermijn(tx, meldingId, 'radar_vraag');
  const m = await tx.db
    .selectFrom('melding')
    .select(['casus_id', 'organisatie_id', 'acuut', 'ontvangen_op', 'status'])
    .where('id', '=', meldingId)
    .executeTakeFirst();
  if (loopt || !m || m.status === 'ingetrokken') return vragen;
  await zetTermijn(tx, {
    soort: 'radar_vraag',
    casusId: m.casus_id,
    onderwerpSoort: 'melding',
    onderwerpId: meldingId,
    eigenaarOrganisatieId: m.organisatie_id,
    eigenaarMedewerkerId: tx.wie.organisatieId === m.organisatie_id ? tx.wie.medewerkerId : null,
    waarom: 'De radar weet niet zeker of dit een bekende persoon is',
    acuut: m.acuut,
    duur: m.acuut ? BIJ_GEVAAR : undefined,
    begintOp: tx.nu,
  });
  return vragen;
}

/** The melder withdrew: nobody needs to say who is who any more. What was judged stays. */
export async function stopVragen(tx: Tx, g: Gebeurtenissen['melding.ingetrokken']): Promise<void> {
  await tx.overGrens(() => rondTermijnAf(tx, g.meldingId, ['radar_vraag'], 'melding ingetrokken'));
}

// ── A person judges ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Has the names of a register counted anew, once this act stands. */
export function planTelling(tx: Tx, organisatieId: string): void {
  tx.plan(
    'radar_telling',
    { organisatie: organisatieId },
    tx.nu,
    `radar-telling:${tx.regio}:${organisatieId}`,
  );
}

/**
 * Of these mentions, those whose BSN also stands with someone else. Only by candidates that the asker may see: a wall around the
 * other hides that there is another.
 */
export async function listBsnBijAnder(tx: Tx, vermeldingIds: readonly string[]): Promise<Set<string>> {
  if (vermeldingIds.length === 0) return new Set();
  const rijen = await tx.db
    .selectFrom('radar_kandidaat')
    .select(['vermelding_id', 'oordeel', 'gewicht', 'staven'])
    .where('vermelding_id', 'in', [...vermeldingIds])
    .execute();
  return new Set(
    rijen
      .filter((r) => bsnBijAnder(r.oordeel, r.gewicht, r.staven as unknown as Staaf[]))
      .map((r) => r.vermelding_id),
  );
}
