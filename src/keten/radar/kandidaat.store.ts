// SPDX-License-Identifier: EUPL-1.2
// Candidates as they are kept: found on arrival, judged by a person, and undone exactly (P6). A mention never changes; only
// the belief about who it is moves, and every move stands with the judgement that made it.
import { sql } from 'kysely';
import { type Gebeurtenissen, laatWeten } from '../../kern/gebeurtenissen.ts';
import { looptTermijn, rondTermijnAf, zetTermijn } from '../../kern/termijn/termijn.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';
import {
  type Betrokkenheidswijziging,
  herbereken,
  listMeldingenVan,
  telOpenVragen,
} from './betrokkenheid.store.ts';
import { type Beoordeeld, bsnBijAnder } from './oordeel.ts';
import { listBekend, moetTellen, type Treffer, zoekKandidaten } from './radar.store.ts';
import {
  type Antwoord,
  INSTELLING,
  isGekoppeld,
  type KandidaatOordeel,
  magAntwoorden,
  zelfKoppelingen,
} from './radar.ts';
import type { Staaf } from './score.ts';

const GROND = {
  zelf: 'radar: zelf gekoppeld',
  zelfde: 'radar: zelfde persoon',
  terug: 'radar: koppeling teruggedraaid',
} as const;

/** One mention that went from one person to another. */
interface Verplaatsing {
  vermelding: string;
  van: string;
  naar: string;
}

/** Acts about the same persons wait for each other, in one order, so that no belief is built on one that just moved. */
async function vergrendelPersonen(tx: Tx, persoonIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(persoonIds)].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.regio}:persoon:${id}`}, 11))`.execute(
      tx.db,
    );
  }
}

/** Who a mention is believed to be now; null when it is not there. */
async function findPersoonVan(tx: Tx, vermeldingId: string): Promise<string | null> {
  const rij = await tx.db
    .selectFrom('koppeling')
    .select('persoon_id')
    .where('vermelding_id', '=', vermeldingId)
    .where('tot', 'is', null)
    .executeTakeFirst();
  return rij?.persoon_id ?? null;
}

async function listVermeldingenVan(tx: Tx, persoonId: string): Promise<string[]> {
  const rijen = await tx.db
    .selectFrom('koppeling')
    .select('vermelding_id')
    .where('persoon_id', '=', persoonId)
    .where('tot', 'is', null)
    .orderBy('vermelding_id')
    .execute();
  return rijen.map((r) => r.vermelding_id);
}

/** Ends the membership of one mention and begins the next in the same moment. */
async function verplaats(tx: Tx, v: Verplaatsing, grond: string, medewerkerId: string | null): Promise<void> {
  await tx.db
    .updateTable('koppeling')
    .set({ tot: tx.nu })
    .where('vermelding_id', '=', v.vermelding)
    .where('tot', 'is', null)
    .execute();
  await tx.db
    .insertInto('koppeling')
    .values({
      regio_id: tx.regio,
      id: nieuwId(tx.nu),
      vermelding_id: v.vermelding,
      persoon_id: v.naar,
      vanaf: tx.nu,
      tot: null,
      grond,
      medewerker_id: medewerkerId,
    })
    .execute();
  await laatWeten(tx, 'persoon.herkend', { persoonId: v.naar });
}

async function schrijfOordeel(
  tx: Tx,
  kandidaatId: string,
  organisatieId: string,
  o: {
    oordeel: KandidaatOordeel;
    medewerkerId: string | null;
    reden: string | null;
    verplaatst: readonly Verplaatsing[];
  },
): Promise<void> {
  await tx.db
    .insertInto('radar_oordeel')
    .values({
      regio_id: tx.regio,
      id: nieuwId(tx.nu),
      kandidaat_id: kandidaatId,
      organisatie_id: organisatieId,
      oordeel: o.oordeel,
      op: tx.nu,
      medewerker_id: o.medewerkerId,
      reden: o.reden,
      verplaatst: JSON.stringify(o.verplaatst),
    })
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

/**
 * A melding came in, or a later message about it named someone: who in it is known? What is certain is joined, by moving the new mention only; what is not becomes a
 * question to a person; and what the melding is (first, hermelding, vervolgmelding) is computed.
 */
export async function zoekBijMelding(tx: Tx, g: Gebeurtenissen['melding.aangevuld']): Promise<void> {
  await tx.overGrens(async () => {
    const eigen = g.vermeldingen.map((v) => v.vermeldingId);
    const nieuw = await listBekend(tx, g.vtId, eigen);
    const gezocht = new Map([...nieuw].map(([id, b]) => [id, b.vermelding]));
    const gevonden = await houdVerzegeldeApart(tx, g, await zoekKandidaten(tx, g.vtId, gezocht, eigen));
    const koppelen = zelfKoppelingen(gevonden);
    await vergrendelPersonen(tx, [...koppelen.values()]);
    for (const [vermeldingId, kandidaten] of gevonden) {
      for (const { kandidaat } of kandidaten.slice(0, INSTELLING.bewaard)) {
        const van = nieuw.get(vermeldingId)?.persoonId;
        // only when that person is still there: someone may just have been recognised as someone else
        const zelf =
          van !== undefined &&
          koppelen.get(vermeldingId) === kandidaat.persoonId &&
          (await findPersoonVan(tx, kandidaat.bekend.vermeldingId)) === kandidaat.persoonId;
        const id = nieuwId(tx.nu);
        await tx.db
          .insertInto('radar_kandidaat')
          .values({
            regio_id: tx.regio,
            id,
            melding_id: g.meldingId,
            organisatie_id: g.vtId,
            vermelding_id: vermeldingId,
            persoon_id: kandidaat.persoonId,
            tegen_vermelding_id: kandidaat.bekend.vermeldingId,
            gewicht: kandidaat.score.gewicht,
            kans: kandidaat.score.kans,
            staven: JSON.stringify(kandidaat.score.staven),
            model: kandidaat.score.modelVersie,
            oordeel: zelf ? 'zelf_gekoppeld' : 'vraag',
            gemaakt_op: tx.nu,
          })
          .execute();
        if (!zelf) {
          // where the known one lives may be the hiding place of who is named now; the casus of the melding itself is looked at anyway
          if (nieuw.get(vermeldingId)?.afgeschermd)
            await laatWeten(tx, 'persoon.herkend', { persoonId: kandidaat.persoonId });
          continue;
        }
        const v = { vermelding: vermeldingId, van, naar: kandidaat.persoonId };
        await verplaats(tx, v, GROND.zelf, null);
        await schrijfOordeel(tx, id, g.vtId, {
          oordeel: 'zelf_gekoppeld',
          medewerkerId: null,
          reden: null,
          verplaatst: [v],
        });
        tx.betreft(kandidaat.persoonId);
      }
    }
    await zetVraagtermijn(tx, g.meldingId);
    await herbereken(tx, [g.meldingId]);
    if (await moetTellen(tx, g.vtId)) planTelling(tx, g.vtId);
    // In an act of another organisation this would tell it that someone is known.
    if (tx.wie.organisatieId === g.vtId) {
      const { vragen } = await telOpenVragen(tx, g.meldingId);
      tx.ook('radar.gezocht', g.casusId, g.meldingId, { vragen, gekoppeld: koppelen.size });
    }
  });
}

/** One term per melding as long as it asks something; none when everything is answered. */
async function zetVraagtermijn(tx: Tx, meldingId: string): Promise<void> {
  const { vragen } = await telOpenVragen(tx, meldingId);
  if (vragen === 0) {
    await rondTermijnAf(tx, meldingId, ['radar_vraag'], 'de vragen van de radar zijn beantwoord');
    return;
  }
  const loopt = await looptTermijn(tx, meldingId, 'radar_vraag');
  const m = await tx.db
    .selectFrom('melding')
    .select(['casus_id', 'organisatie_id', 'acuut', 'ontvangen_op', 'status'])
    .where('id', '=', meldingId)
    .executeTakeFirst();
  if (loopt || !m || m.status === 'ingetrokken') return;
  await zetTermijn(tx, {
    soort: 'radar_vraag',
    casusId: m.casus_id,
    onderwerpSoort: 'melding',
    onderwerpId: meldingId,
    eigenaarOrganisatieId: m.organisatie_id,
    eigenaarMedewerkerId: tx.wie.organisatieId === m.organisatie_id ? tx.wie.medewerkerId : null,
    waarom: 'De radar weet niet zeker of dit een bekende persoon is',
    acuut: m.acuut,
    begintOp: tx.nu,
  });
}

/** The melder withdrew: nobody needs to say who is who any more. What was judged stays. */
export async function stopVragen(tx: Tx, g: Gebeurtenissen['melding.ingetrokken']): Promise<void> {
  await tx.overGrens(() => rondTermijnAf(tx, g.meldingId, ['radar_vraag'], 'melding ingetrokken'));
}

// ── A person judges ────────────────────────────────────────────────────────────────────────────────────────────────────

interface KandidaatRij {
  id: string;
  meldingId: string;
  casusId: string;
  organisatieId: string;
  vermeldingId: string;
  persoonId: string;
  tegenVermeldingId: string | null;
  oordeel: string;
}

/** One candidate, kept from others while this act runs. Throws 404. */
async function getVoorOordeel(tx: Tx, id: string): Promise<KandidaatRij> {
  const r = await tx.db
    .selectFrom('radar_kandidaat')
    .select([
      'id',
      'melding_id',
      'organisatie_id',
      'vermelding_id',
      'persoon_id',
      'tegen_vermelding_id',
      'oordeel',
    ])
    .where('id', '=', id)
    .where('organisatie_id', '=', tx.wie.organisatieId)
    .forUpdate()
    .executeTakeFirst();
  const m =
    r &&
    (await tx.db.selectFrom('melding').select('casus_id').where('id', '=', r.melding_id).executeTakeFirst());
  if (!r || !m) throw nietGevonden('Deze kandidaat');
  tx.overCasus(m.casus_id);
  return {
    id: r.id,
    meldingId: r.melding_id,
    casusId: m.casus_id,
    organisatieId: r.organisatie_id,
    vermeldingId: r.vermelding_id,
    persoonId: r.persoon_id,
    tegenVermeldingId: r.tegen_vermelding_id,
    oordeel: r.oordeel,
  };
}

export interface OordeelUitkomst {
  id: string;
  meldingId: string;
  casusId: string;
  oordeel: KandidaatOordeel;
  openVragen: number;
  wijzigingen: Betrokkenheidswijziging[];
}

/** Writes what is true now on the candidate, and everything that follows from it. */
async function rondAf(
  tx: Tx,
  k: KandidaatRij,
  oordeel: KandidaatOordeel,
  reden: string | null,
  verplaatst: readonly Verplaatsing[],
  geraakt: readonly string[],
): Promise<OordeelUitkomst> {
  await schrijfOordeel(tx, k.id, k.organisatieId, {
    oordeel,
    medewerkerId: tx.wie.medewerkerId,
    reden,
    verplaatst,
  });
  const open = oordeel === 'vraag';
  await tx.db
    .updateTable('radar_kandidaat')
    .set({
      oordeel,
      beoordeeld_op: open ? null : tx.nu,
      medewerker_id: open ? null : tx.wie.medewerkerId,
      reden: open ? null : reden,
    })
    .where('id', '=', k.id)
    .execute();
  await zetVraagtermijn(tx, k.meldingId);
  const wijzigingen = await herbereken(tx, [k.meldingId, ...(await listMeldingenVan(tx, geraakt))]);
  const { vragen } = await telOpenVragen(tx, k.meldingId);
  tx.betreft(...geraakt);
  tx.categorie('naam', 'koppeling');
  tx.inhoud({
    kandidaat: k.id,
    oordeel,
    was: k.oordeel,
    verplaatst: verplaatst.length,
    betrokkenheid: wijzigingen,
  });
  return { id: k.id, meldingId: k.meldingId, casusId: k.casusId, oordeel, openVragen: vragen, wijzigingen };
}

function alBeantwoord(oordeel: string): Probleem {
  return new Probleem(
    409,
    'Deze vraag is al beantwoord',
    'Iemand heeft al gezegd of dit dezelfde persoon is. Draai dat eerst terug als het niet klopt. Er is niets gewijzigd.',
    { soort: 'al-beantwoord', huidig: { oordeel } },
  );
}

/**
 * A person says whether this mention is that person.
 *
 * `zelfde` moves the mention, with those that were joined to it since, to that person; `niet_dezelfde` on a join that the
 * radar made takes it apart. Of a mention that is joined already a second `zelfde` says that two known persons are one: then the
 * one goes over to the other, whole and undone as such. Throws 409 when someone answered before, and when a "no" between two of
 * these mentions stands: a no stays a no until it is taken back.
 */
export async function beoordeelKandidaat(
  tx: Tx,
  id: string,
  oordeel: Antwoord,
  reden: string | null,
): Promise<OordeelUitkomst> {
  const k = await getVoorOordeel(tx, id);
  return tx.overGrens(() => oordeelOver(tx, k, oordeel, reden));
}

async function oordeelOver(
  tx: Tx,
  k: KandidaatRij,
  oordeel: Antwoord,
  reden: string | null,
): Promise<OordeelUitkomst> {
  if (!magAntwoorden(k.oordeel)) throw alBeantwoord(k.oordeel);
  if (k.oordeel === 'zelf_gekoppeld') {
    // a confirmation stands for the same moves, so that it is undone as the join itself
    if (oordeel === 'zelfde') return rondAf(tx, k, oordeel, reden, await listHeen(tx, k), [k.persoonId]);
    const { verplaatst, geraakt } = await zetTerug(tx, k);
    return rondAf(tx, k, oordeel, reden, verplaatst, geraakt);
  }
  if (oordeel !== 'zelfde') {
    const { van, naar } = await vergrendelPaar(tx, k);
    // a yes elsewhere made them one: a no beside it would clash
    if (oordeel === 'niet_dezelfde' && van === naar) {
      throw new Probleem(
        409,
        'Deze twee zijn langs een andere weg gekoppeld',
        'Een ander oordeel zegt dat zij dezelfde persoon zijn. Bespreek het met een collega en draai dat oordeel eerst terug. Er is niets gewijzigd.',
        { soort: 'oordelen-botsen' },
      );
    }
    return rondAf(tx, k, oordeel, reden, [], [naar, van]);
  }
  const { van, naar } = await vergrendelPaar(tx, k);
  if (van === naar) return rondAf(tx, k, oordeel, reden, [], [naar]);
  const mee = await listVermeldingenVan(tx, van);
  await weigerBijNee(tx, mee, await listVermeldingenVan(tx, naar));
  const verplaatst = mee.map((vermelding) => ({ vermelding, van, naar }));
  for (const v of verplaatst) await verplaats(tx, v, GROND.zelfde, tx.wie.medewerkerId);
  return rondAf(tx, k, oordeel, reden, verplaatst, [van, naar]);
}

/** Who the two mentions are now, both kept from other acts. */
async function vergrendelPaar(tx: Tx, k: KandidaatRij): Promise<{ van: string; naar: string }> {
  const lees = async () => ({
    van: await findPersoonVan(tx, k.vermeldingId),
    // the person may have been recognised as someone else since: the mention that was compared says as whom
    naar: k.tegenVermeldingId ? await findPersoonVan(tx, k.tegenVermeldingId) : k.persoonId,
  });
  const eerst = await lees();
  await vergrendelPersonen(
    tx,
    [eerst.van, eerst.naar].filter((x): x is string => x !== null),
  );
  const { van, naar } = await lees();
  if (!van || !naar) throw nietGevonden('Deze kandidaat');
  if (van !== eerst.van || naar !== eerst.naar) {
    throw new Probleem(
      409,
      'Iemand was u net voor',
      'Er is niets gewijzigd. Ververs de pagina om te zien wat er nu staat.',
      {
        soort: 'al-gedaan',
      },
    );
  }
  return { van, naar };
}

/** Whether one of these judgements stands between any mention of one and any of the other. */
async function staatTussen(
  tx: Tx,
  oordelen: readonly KandidaatOordeel[],
  een: readonly string[],
  ander: readonly string[],
  behalve?: string,
): Promise<boolean> {
  if (een.length === 0 || ander.length === 0) return false;
  const rij = await tx.db
    .selectFrom('radar_kandidaat')
    .select('id')
    .where('oordeel', 'in', [...oordelen])
    .$if(behalve !== undefined, (q) => q.where('id', '<>', behalve ?? ''))
    .where((e) =>
      e.or([
        e.and([e('vermelding_id', 'in', [...een]), e('tegen_vermelding_id', 'in', [...ander])]),
        e.and([e('vermelding_id', 'in', [...ander]), e('tegen_vermelding_id', 'in', [...een])]),
      ]),
    )
    .executeTakeFirst();
  return rij !== undefined;
}

/** Another "yes" between any two of these mentions forbids that they part. Throws 409. */
async function weigerBijJa(
  tx: Tx,
  behalve: string,
  een: readonly string[],
  ander: readonly string[],
): Promise<void> {
  if (!(await staatTussen(tx, ['zelfde', 'zelf_gekoppeld'], een, ander, behalve))) return;
  throw new Probleem(
    409,
    'Een ander oordeel houdt deze personen bij elkaar',
    'Iemand zei ook langs een andere weg dat zij dezelfde persoon zijn. Draai eerst dat oordeel terug. Er is niets gewijzigd.',
    { soort: 'oordelen-botsen' },
  );
}

/** A "no" between any two of these mentions forbids that they become one person. Throws 409. */
async function weigerBijNee(tx: Tx, een: readonly string[], ander: readonly string[]): Promise<void> {
  if (!(await staatTussen(tx, ['niet_dezelfde'], een, ander))) return;
  throw new Probleem(
    409,
    'Iemand zei eerder dat dit niet dezelfde persoon is',
    'Die vermeldingen zouden nu toch samenkomen. Bespreek het met een collega en draai het eerdere oordeel terug als het niet klopt. Er is niets gewijzigd.',
    { soort: 'nee-blijft-nee' },
  );
}

/**
 * Takes a judgement or a join back, with the reason: everyone is again who they were before, and the question is open again.
 * Throws 409 when there is nothing to take back, and when a later join rests on it.
 */
export async function draaiTerug(tx: Tx, id: string, reden: string): Promise<OordeelUitkomst> {
  const k = await getVoorOordeel(tx, id);
  if (k.oordeel === 'vraag') {
    throw new Probleem(
      409,
      'Er is niets om terug te draaien',
      'Deze vraag staat nog open. Er is niets gewijzigd.',
      {
        soort: 'al-gedaan',
      },
    );
  }
  return tx.overGrens(async () => {
    const { verplaatst, geraakt } = isGekoppeld(k.oordeel)
      ? await zetTerug(tx, k)
      : { verplaatst: [], geraakt: [k.persoonId] };
    return rondAf(tx, k, 'vraag', reden, verplaatst, geraakt);
  });
}

/** Puts the memberships back as they were before the join of this candidate. */
async function zetTerug(tx: Tx, k: KandidaatRij): Promise<{ verplaatst: Verplaatsing[]; geraakt: string[] }> {
  const heen = await listHeen(tx, k);
  await vergrendelPersonen(
    tx,
    heen.flatMap((v) => [v.van, v.naar]),
  );
  for (const v of heen) {
    if ((await findPersoonVan(tx, v.vermelding)) === v.naar) continue;
    throw new Probleem(
      409,
      'Op deze koppeling rust een latere',
      'Deze persoon is daarna als iemand anders herkend. Draai eerst die latere koppeling terug. Er is niets gewijzigd.',
      { soort: 'latere-koppeling' },
    );
  }
  const mee = heen.map((v) => v.vermelding);
  const blijft = new Set(heen.length === 0 ? [] : await listVermeldingenVan(tx, heen[0]?.naar ?? ''));
  for (const v of mee) blijft.delete(v);
  await weigerBijJa(tx, k.id, mee, [...blijft]);
  // and nobody goes back to whom someone has since said that it is another
  for (const naar of new Set(heen.map((v) => v.van)))
    await weigerBijNee(tx, mee, await listVermeldingenVan(tx, naar));
  const verplaatst = heen.map((v) => ({ vermelding: v.vermelding, van: v.naar, naar: v.van }));
  for (const v of verplaatst) await verplaats(tx, v, GROND.terug, tx.wie.medewerkerId);
  return { verplaatst, geraakt: [...new Set(heen.flatMap((v) => [v.van, v.naar]))] };
}

/**
 * What the join of this candidate moved, by the judgement that stands. A join that was loaded from elsewhere has no judgement
 * on record: then its own mention, back to who it was before or to nobody known.
 */
async function listHeen(tx: Tx, k: KandidaatRij): Promise<Verplaatsing[]> {
  const staat = await tx.db
    .selectFrom('radar_oordeel')
    .select('verplaatst')
    .where('kandidaat_id', '=', k.id)
    .orderBy('op', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (staat) return staat.verplaatst as unknown as Verplaatsing[];
  const nu = await findPersoonVan(tx, k.vermeldingId);
  if (nu === null) throw nietGevonden('Deze kandidaat');
  const eerder = await tx.db
    .selectFrom('koppeling')
    .select('persoon_id')
    .where('vermelding_id', '=', k.vermeldingId)
    .where('persoon_id', '<>', nu)
    .orderBy('vanaf', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (eerder) return [{ vermelding: k.vermeldingId, van: eerder.persoon_id, naar: nu }];
  const van = nieuwId(tx.nu);
  await tx.db.insertInto('persoon').values({ regio_id: tx.regio, id: van, gemaakt_op: tx.nu }).execute();
  return [{ vermelding: k.vermeldingId, van, naar: nu }];
}

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
