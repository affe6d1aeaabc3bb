// SPDX-License-Identifier: EUPL-1.2
// Two casussen that became one are two again: both sides come back exactly (P6), in one act, never without a holder (P1).
import { sql } from 'kysely';
import {
  findLaatsteHouder,
  heropenCasus,
  sluitCasus,
  wijzigCasus,
  zetAcuut,
} from '../../kern/casus/casus.store.ts';
import { findRegisseurBij } from '../../kern/casus/overzicht.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { MET_DE_CASUS, zetTermijnstand } from '../../kern/termijn/termijn.store.ts';
import { hervatDelingen } from '../../kern/toegang/deling.store.ts';
import { neemVerzegelingMee } from '../../kern/toegang/verzegeling.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';
import { eindigBelangenSinds } from './belang.store.ts';
import { type Betrokkenheidswijziging, herbereken, listMeldingenVan } from './betrokkenheid.store.ts';
import {
  type Casus,
  leesStanden,
  listOpenTermijnen,
  listPersonen,
  vergrendelCasussen,
  verhuis,
} from './casuspaar.store.ts';
import { isOngewijzigd, uitBewaard, VERHUIST, type Verplaatst } from './samenvoegen.ts';

export interface Teruggedraaid {
  id: string;
  bronCasusId: string;
  doelCasusId: string;
  /** False when the target was closed before, and life went on there since: then it stays open with its holder. */
  doelAlsVoorheen: boolean;
  wijzigingen: Betrokkenheidswijziging[];
}

/**
 * Makes two casussen of one again: what moved goes back, with what was added to it since; the source opens again, held by
 * who held it then; a target that was closed closes again as it was, unless someone went on with it.
 * @throws Probleem 404; 409 when it was undone before, or when a later samenvoeging rests on it
 */
export async function draaiSamenvoegingTerug(tx: Tx, id: string, reden: string): Promise<Teruggedraaid> {
  return tx.overGrens(async () => {
    const s = await tx.db.selectFrom('samenvoeging').selectAll().where('id', '=', id).executeTakeFirst();
    if (!s) throw nietGevonden('Deze samenvoeging');
    const bronId = s.bron_casus_id;
    const doelId = s.doel_casus_id;
    tx.overCasus(doelId);
    const casussen = await vergrendelCasussen(tx, [bronId, doelId]);
    const bron = casussen.get(bronId);
    const doel = casussen.get(doelId);
    // read again behind the lock: someone may just have undone it
    const nu = await tx.db
      .selectFrom('samenvoeging')
      .select('ongedaan_op')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!bron || !doel) throw nietGevonden('Deze samenvoeging');
    if (nu?.ongedaan_op !== null) {
      throw new Probleem(
        409,
        'Dit is al teruggedraaid',
        'De twee casussen zijn weer los. Er is niets gewijzigd.',
        {
          soort: 'al-gedaan',
        },
      );
    }
    const v = s.verplaatst as unknown as Verplaatst;
    const blijft = await sql<{ n: number }>`
      select count(*) as n from melding where id = any(${v.rijen.melding}::uuid[]) and casus_id = ${doelId}`.execute(
      tx.db,
    );
    if (
      doel.samengevoegdIn !== null ||
      blijft.rows[0]?.n !== v.rijen.melding.length ||
      bron.samengevoegdIn !== doelId
    ) {
      throw new Probleem(
        409,
        'Een latere samenvoeging rust hierop',
        'Draai eerst die latere samenvoeging terug. Er is niets gewijzigd.',
        { soort: 'latere-samenvoeging' },
      );
    }
    // not whoever undoes it: another Veilig Thuis may hold the target by now
    const houderId = (await findLaatsteHouder(tx, bronId)) ?? tx.wie.organisatieId;
    const geraakt = [...new Set([...(await listPersonen(tx, bronId)), ...(await listPersonen(tx, doelId))])];

    await heropenCasus(tx, bronId, houderId, 'samenvoeging teruggedraaid');
    const terug = await verhuisTerug(tx, v, doelId, bronId);
    await loopWeer(tx, v, bronId, s.op);
    await hervatDelingen(tx, bronId, s.op);
    await laatWeten(tx, 'melding.verplaatst', { meldingIds: terug, vanCasusId: doelId, naarCasusId: bronId });

    const alsVoorheen = await herstelDoel(tx, v, doel, s);
    await laatWeten(tx, 'casus.herschikt', { casusId: bronId, sinds: s.op, wasAcuut: bron.acuut });
    await herstelNamen(tx, v, bronId, houderId);
    if (await findHouder(tx, doelId))
      await laatWeten(tx, 'casus.herschikt', { casusId: doelId, sinds: s.op, wasAcuut: v.doel.acuut });
    await neemVerzegelingMee(tx, doelId, bronId);
    await tx.db
      .updateTable('samenvoeging')
      .set({ ongedaan_op: tx.nu, ongedaan_reden: reden })
      .where('id', '=', id)
      .execute();
    const wijzigingen = await herbereken(tx, await listMeldingenVan(tx, geraakt));
    tx.betreft(...geraakt);
    tx.categorie('casus', 'melding', 'uitspraken');
    tx.inhoud({ samenvoeging: id, los: bron.nummer, betrokkenheid: wijzigingen });
    tx.ook('casus.samenvoegen_ongedaan', bronId, id, { van: doel.nummer });
    return { id, bronCasusId: bronId, doelCasusId: doelId, doelAlsVoorheen: alsVoorheen, wijzigingen };
  });
}

/** What moved goes back, and with it what hangs on it since. Returns the meldingen. */
async function verhuisTerug(tx: Tx, v: Verplaatst, doelId: string, bronId: string): Promise<string[]> {
  for (const tabel of VERHUIST) await verhuis(tx, tabel, doelId, bronId, v.rijen[tabel]);
  const meldingen = v.rijen.melding;
  // added since to what goes back: it belongs there
  for (const tabel of ['bijlage', 'uitspraak', 'beoordeling', 'terugkoppeling'] as const) {
    await sql`update ${sql.table(tabel)} set casus_id = ${bronId} where casus_id = ${doelId} and melding_id = any(${meldingen}::uuid[])`.execute(
      tx.db,
    );
  }
  await sql`update wederhoor w set casus_id = ${bronId} from uitspraak u
    where w.casus_id = ${doelId} and u.regio_id = w.regio_id and u.id = w.uitspraak_id and u.casus_id = ${bronId}`.execute(
    tx.db,
  );
  await sql`update voorwaarde_controle c set casus_id = ${bronId} from voorwaarde o
    where c.casus_id = ${doelId} and o.regio_id = c.regio_id and o.id = c.voorwaarde_id and o.casus_id = ${bronId}`.execute(
    tx.db,
  );
  await sql`update termijn set casus_id = ${bronId}, onderwerp_id = case when onderwerp_id = ${doelId} then ${bronId} else onderwerp_id end
    where casus_id = ${doelId} and id = any(${v.termijnen}::uuid[])`.execute(tx.db);
  await sql`update termijn t set casus_id = ${bronId} where t.casus_id = ${doelId} and (
      t.onderwerp_id = any(${meldingen}::uuid[])
      or exists (select from beoordeling b where b.regio_id = t.regio_id and b.id = t.onderwerp_id and b.casus_id = ${bronId})
      or exists (select from terugkoppeling k where k.regio_id = t.regio_id and k.id = t.onderwerp_id and k.casus_id = ${bronId})
      or exists (select from voorwaarde o where o.regio_id = t.regio_id and o.id = t.onderwerp_id and o.casus_id = ${bronId})
      or exists (select from monitormoment m where m.regio_id = t.regio_id and m.id = t.onderwerp_id and m.casus_id = ${bronId}))`.execute(
    tx.db,
  );
  return meldingen;
}

/** Acts by which someone went on with a family: a casus in which one happened does not close again by itself. */
const VERDER_GEGAAN: readonly string[] = [
  'plan.voorwaarde',
  'plan.voorwaarde_controle',
  'plan.afspraak',
  'plan.cijfer',
  'plan.fase',
  'monitoring.vastleggen',
  'monitoring.plannen',
  'casus.persoon',
  'casus.regisseur',
  'deling.geven',
  'termijn.verlengen',
  'termijn.opschorten',
];

/**
 * What ended for the source because of the samenvoeging, or of what became of the other casus since, runs again; not of a moment of
 * monitoring, which lapsed with it.
 */
async function loopWeer(tx: Tx, v: Verplaatst, bronId: string, sinds: Date): Promise<void> {
  await sql`update termijn t set afgerond_op = null, afgerond_hoe = null
    where t.casus_id = ${bronId} and t.afgerond_op >= ${sinds} and t.onderwerp_soort <> 'monitormoment'
      and (t.id = any(${v.gestopt}::uuid[]) or t.afgerond_hoe = any(${Object.values(MET_DE_CASUS)}::text[]))
      and not exists (select from termijn x where x.onderwerp_id = t.onderwerp_id and x.soort = t.soort and x.afgerond_op is null)`.execute(
    tx.db,
  );
}

/** Whose name was on what went to another organisation, as far as that one still works there and may see it. */
async function herstelNamen(tx: Tx, v: Verplaatst, bronId: string, houderId: string): Promise<void> {
  for (const { id, medewerkerId } of v.doorgegeven) {
    const was = await findRegisseurBij(tx, bronId, medewerkerId, houderId);
    if (was === null) continue;
    await tx.db
      .updateTable('termijn')
      .set({ eigenaar_medewerker_id: was })
      .where('id', '=', id)
      .where('casus_id', '=', bronId)
      .where('eigenaar_organisatie_id', '=', houderId)
      .where('afgerond_op', 'is', null)
      .execute();
  }
}

/** The target as it was. False when it was closed and cannot close again, because someone went on with it. */
async function herstelDoel(
  tx: Tx,
  v: Verplaatst,
  doel: Casus,
  { id, op }: { id: string; op: Date },
): Promise<boolean> {
  const { rows } = await sql<{ nieuws: number; werk: number }>`
    select (select count(*) from melding where casus_id = ${doel.id} and ontvangen_op >= ${op})
      + (select count(*) from samenvoeging where doel_casus_id = ${doel.id} and op >= ${op} and id <> ${id} and ongedaan_op is null) as nieuws,
      (select count(*) from uitspraak where casus_id = ${doel.id} and vastgelegd_op >= ${op})
      + (select count(*) from veiligheidscontrole where casus_id = ${doel.id} and op >= ${op})
      + (select count(*) from overdracht where casus_id = ${doel.id} and aangeboden_op >= ${op})
      + (select count(*) from handeling where casus_id = ${doel.id} and op > ${op} and soort = any(${VERDER_GEGAAN}::text[])) as werk`.execute(
    tx.db,
  );
  const { nieuws, werk } = rows[0] ?? { nieuws: 0, werk: 0 };
  const zelfdeHouder = doel.houderId === v.houderId;
  const wasGesloten = v.doel.status === 'gesloten';
  const blijftOpen = wasGesloten && doel.status === 'open' && (nieuws > 0 || werk > 0 || !zelfdeHouder);
  if (wasGesloten && doel.status === 'open' && !blijftOpen) await sluitWeer(tx, v, doel);
  // what came since may rest on a look that this brought nearer, and who took over began one anew
  if (!wasGesloten && nieuws === 0 && zelfdeHouder) await herstelStanden(tx, v, doel.id);
  await eindigBelangenSinds(tx, doel.id, op);
  await herstelRegisseur(tx, v, doel);
  const houder = await findHouder(tx, doel.id);
  if (!houder && !v.doel.acuut && doel.acuut) await zetAcuut(tx, doel.id, false);
  if (blijftOpen) return false;
  if (nieuws > 0) return true;
  for (const d of v.betrokkenheid) {
    if (houder?.organisatieId === d.organisatieId) continue;
    await tx.db
      .updateTable('betrokkenheid')
      .set(
        d.was === null
          ? { tot: tx.nu }
          : { grond: d.was.grond, tot: d.was.tot === null ? null : new Date(d.was.tot) },
      )
      .where('casus_id', '=', doel.id)
      .where('organisatie_id', '=', d.organisatieId)
      .execute();
  }
  return true;
}

/** A target that nobody went on with closes again, at the moment at which it closed. */
async function sluitWeer(tx: Tx, v: Verplaatst, doel: Casus): Promise<void> {
  const over = (await listOpenTermijnen(tx, doel.id)).filter((x) => !v.vooraf.includes(x));
  await rondAf(tx, over);
  const sluitreden = v.doel.sluitreden ?? 'samengevoegd';
  await sluitCasus(tx, doel.id, sluitreden);
  await laatWeten(tx, 'casus.gesloten', {
    casusId: doel.id,
    reden: sluitreden,
    organisatieId: tx.wie.organisatieId,
  });
  // the periods say that it was open in between; the casus says again when it closed
  await tx.db
    .updateTable('casus')
    .set({ gesloten_op: v.doel.geslotenOp === null ? tx.nu : new Date(v.doel.geslotenOp) })
    .where('id', '=', doel.id)
    .execute();
}

async function rondAf(tx: Tx, termijnen: readonly string[]): Promise<void> {
  if (termijnen.length === 0) return;
  await tx.db
    .updateTable('termijn')
    .set({ afgerond_op: tx.nu, afgerond_hoe: 'samenvoeging teruggedraaid' })
    .where('id', 'in', [...termijnen])
    .where('afgerond_op', 'is', null)
    .execute();
}

/** The next look and the round of figures as they were, where they stand as the samenvoeging left them: what somebody found since stays. */
async function herstelStanden(tx: Tx, v: Verplaatst, doelId: string): Promise<void> {
  const standen = await leesStanden(tx, doelId);
  for (const { voor, na } of v.standen) {
    const nu = standen.find((t) => t.id === na.id);
    if (!nu || !isOngewijzigd(nu, na)) continue;
    if (voor) await zetTermijnstand(tx, uitBewaard(voor));
    else await rondAf(tx, [na.id]);
  }
}

/** Who steered the target before steers it again, when nobody does now and that one still works with its holder and may see it. */
async function herstelRegisseur(tx: Tx, v: Verplaatst, doel: Casus): Promise<void> {
  const houder = await findHouder(tx, doel.id);
  if (doel.regisseurId !== null || !houder) return;
  const was = await findRegisseurBij(tx, doel.id, v.doel.regisseurId, houder.organisatieId);
  if (was !== null) await wijzigCasus(tx, doel.id, { regisseur_id: was });
}
