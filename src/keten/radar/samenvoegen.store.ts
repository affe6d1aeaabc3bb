// SPDX-License-Identifier: EUPL-1.2
// Two casussen become one, and can be two again. Everything in one act: there is no moment in which a family has no holder or
// two (P1), and both sides come back exactly (P6).
import { sql } from 'kysely';
import {
  findLaatsteHouder,
  heropenCasus,
  sluitCasus,
  wijzigCasus,
  zetAcuut,
} from '../../kern/casus/casus.store.ts';
import { geefBeoordelingsdeel, laatTerugkeren } from '../../kern/casus/heropenen.store.ts';
import { findRegisseurBij } from '../../kern/casus/overzicht.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { findTermijnstand, zetTermijnstand } from '../../kern/termijn/termijn.store.ts';
import { findVerzegeling, isUitgesloten, kanErbij } from '../../kern/toegang/verzegeling.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';
import { eindigBelangenSinds, neemBelangenMee } from './belang.store.ts';
import { type Betrokkenheidswijziging, herbereken, listMeldingenVan } from './betrokkenheid.store.ts';
import { listBekendeCasussen } from './radar.store.ts';
import { type BekendeCasus, opVolgorde } from './radar.ts';
import {
  bezwaarTegenSamenvoegen,
  type Kant,
  naarBewaard,
  uitBewaard,
  VERHUIST,
  type Verhuist,
  type Verplaatst,
} from './samenvoegen.ts';

interface Casus extends Kant {
  acuut: boolean;
  regisseurId: string | null;
  geslotenOp: Date | null;
  sluitreden: string | null;
}

/** Both casussen, kept from others in one order, so that two who merge at once wait for each other and never both ways. */
async function vergrendelCasussen(tx: Tx, ids: readonly string[]): Promise<Map<string, Casus>> {
  const rijen = await tx.db
    .selectFrom('casus')
    .select([
      'id',
      'nummer',
      'status',
      'geopend_op',
      'gesloten_op',
      'sluitreden',
      'samengevoegd_in',
      'acuut',
      'regisseur_id',
    ])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  const uit = new Map<string, Casus>();
  for (const r of rijen) {
    const houder = await findHouder(tx, r.id);
    uit.set(r.id, {
      id: r.id,
      nummer: r.nummer,
      status: r.status === 'open' ? 'open' : 'gesloten',
      geopendOp: r.geopend_op,
      geslotenOp: r.gesloten_op,
      sluitreden: r.sluitreden,
      samengevoegdIn: r.samengevoegd_in,
      acuut: r.acuut,
      regisseurId: r.regisseur_id,
      houderId: houder?.organisatieId ?? null,
      houder: houder?.naam ?? null,
    });
  }
  return uit;
}

/** Everyone believed to be in a casus. */
async function listPersonen(tx: Tx, casusId: string): Promise<string[]> {
  const rijen = await tx.db
    .selectFrom('casus_persoon as cp')
    .innerJoin('koppeling as k', (j) =>
      j
        .onRef('k.regio_id', '=', 'cp.regio_id')
        .onRef('k.vermelding_id', '=', 'cp.vermelding_id')
        .on('k.tot', 'is', null),
    )
    .select('k.persoon_id')
    .distinct()
    .where('cp.casus_id', '=', casusId)
    .execute();
  return rijen.map((r) => r.persoon_id);
}

async function listOpenTermijnen(tx: Tx, casusId: string): Promise<string[]> {
  const rijen = await tx.db
    .selectFrom('termijn')
    .select('id')
    .where('casus_id', '=', casusId)
    .where('afgerond_op', 'is', null)
    .execute();
  return rijen.map((r) => r.id);
}

/** Which of these terms have ended. */
async function listAfgerond(tx: Tx, termijnen: readonly string[]): Promise<string[]> {
  if (termijnen.length === 0) return [];
  const rijen = await tx.db
    .selectFrom('termijn')
    .select('id')
    .where('id', 'in', [...termijnen])
    .where('afgerond_op', 'is not', null)
    .orderBy('id')
    .execute();
  return rijen.map((r) => r.id);
}

/** Moves rows of one table from one casus to another; returns which. */
async function verhuis(
  tx: Tx,
  tabel: Verhuist | 'termijn',
  van: string,
  naar: string,
  welke: 'alle' | readonly string[],
): Promise<string[]> {
  if (welke !== 'alle' && welke.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    update ${sql.table(tabel)} set casus_id = ${naar} where casus_id = ${van}
    ${welke === 'alle' ? sql`` : sql`and id = any(${[...welke]}::uuid[])`} returning id`.execute(tx.db);
  return rows.map((r) => r.id).sort();
}

async function leesDeel(
  tx: Tx,
  casusId: string,
  organisatieId: string,
): Promise<{ grond: string; tot: string | null } | null> {
  const r = await tx.db
    .selectFrom('betrokkenheid')
    .select(['grond', 'tot'])
    .where('casus_id', '=', casusId)
    .where('organisatie_id', '=', organisatieId)
    .executeTakeFirst();
  return r ? { grond: r.grond, tot: r.tot?.toISOString() ?? null } : null;
}

export interface Samengevoegd {
  id: string;
  bronCasusId: string;
  doelCasusId: string;
  doelNummer: string;
  heropend: boolean;
  houder: string;
  wijzigingen: Betrokkenheidswijziging[];
}

/**
 * Lets a casus go up in an older one about the same people. The source ends as merged; the target keeps its one holder, or,
 * when it was closed, opens again with its last holder (or the successor), who gets 24 hours to pick it up. The beoordeling
 * of what moves stays with this Veilig Thuis.
 * @throws Probleem 404 when the target cannot be known to the asker; 409 and 400 as `bezwaarTegenSamenvoegen` says
 */
export async function voegSamen(
  tx: Tx,
  bronId: string,
  doelId: string,
  reden: string,
): Promise<Samengevoegd> {
  if (await isUitgesloten(tx, doelId)) throw nietGevonden('De andere casus');
  return tx.overGrens(async () => {
    const vt = tx.wie.organisatieId;
    const casussen = await vergrendelCasussen(tx, [bronId, doelId]);
    const bron = casussen.get(bronId);
    const doel = casussen.get(doelId);
    if (!bron) throw nietGevonden('Deze casus');
    const inBron = await listPersonen(tx, bronId);
    // only what the radar could have shown: casussen of persons in one's own register
    const bekend = await listBekendeCasussen(tx, vt, inBron);
    const gemeen = inBron.filter((p) => bekend.get(p)?.some((c) => c.casusId === doelId)).length;
    const deel = await leesDeel(tx, doelId, vt);
    const heeftDeel = deel !== null && (deel.tot === null || new Date(deel.tot) > tx.nu);
    if (!doel || (bronId !== doelId && gemeen === 0 && !heeftDeel)) throw nietGevonden('De andere casus');
    // what was sealed would be open in the other, or the other way round
    if ((await findVerzegeling(tx, bronId)) || (await findVerzegeling(tx, doelId)))
      throw new Probleem(
        409,
        'Een van deze casussen is verzegeld',
        'Hef eerst de verzegeling op, voeg samen, en verzegel opnieuw.',
        { soort: 'verzegeld' },
      );
    const aanbod = await tx.db
      .selectFrom('overdracht')
      .select('id')
      .where('casus_id', '=', bronId)
      .where('status', '=', 'aangeboden')
      .executeTakeFirst();
    const bezwaar = bezwaarTegenSamenvoegen(bron, doel, { organisatieId: vt }, gemeen, aanbod !== undefined);
    if (bezwaar) throw new Probleem(bezwaar.status, bezwaar.titel, bezwaar.detail, { soort: bezwaar.soort });

    const geraakt = [...new Set([...inBron, ...(await listPersonen(tx, doelId))])];
    const vooraf = await listOpenTermijnen(tx, doelId);
    const liepInBron = await listOpenTermijnen(tx, bronId);
    const controle = await findTermijnstand(tx, doelId, 'zichtcontrole');
    const nieuwste = await tx.db
      .selectFrom('melding')
      .select('id')
      .where('casus_id', '=', bronId)
      .orderBy('ontvangen_op', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    const houderId = doel.houderId ?? (await findLaatsteHouder(tx, doelId)) ?? vt;
    const delen: Verplaatst['betrokkenheid'] = [];
    for (const organisatieId of new Set(doel.status === 'gesloten' ? [houderId, vt] : [vt])) {
      delen.push({ organisatieId, was: await leesDeel(tx, doelId, organisatieId) });
    }
    if (doel.status === 'gesloten') {
      await laatTerugkeren(
        tx,
        doelId,
        { houderId, vtId: vt },
        {
          meldingId: nieuwste?.id ?? null,
          acuut: bron.acuut,
          grond: 'nieuwe melding op een gesloten casus',
          waarom: 'Nieuwe melding over dit gezin',
        },
      );
    }
    await geefBeoordelingsdeel(tx, doelId, vt);

    const rijen = Object.fromEntries(VERHUIST.map((t) => [t, [] as string[]])) as Verplaatst['rijen'];
    for (const tabel of VERHUIST) rijen[tabel] = await verhuis(tx, tabel, bronId, doelId, 'alle');
    const { rows: mee } = await sql<{ id: string }>`
      update termijn set casus_id = ${doelId} where casus_id = ${bronId} and onderwerp_id <> ${bronId} returning id`.execute(
      tx.db,
    );
    const beeindigd = await listOpenTermijnen(tx, bronId);
    if (beeindigd.length > 0) {
      await tx.db
        .updateTable('termijn')
        .set({ afgerond_op: tx.nu, afgerond_hoe: `samengevoegd met ${doel.nummer}` })
        .where('id', 'in', beeindigd)
        .execute();
    }
    if (houderId !== vt)
      await stopOverdragen(
        tx,
        mee.map((r) => r.id),
      );
    await sluitCasus(tx, bronId, 'samengevoegd', doelId);
    await laatWeten(tx, 'casus.gesloten', { casusId: bronId, reden: 'samengevoegd', organisatieId: vt });
    await laatWeten(tx, 'melding.verplaatst', {
      meldingIds: rijen.melding,
      vanCasusId: bronId,
      naarCasusId: doelId,
    });
    if (bron.acuut && !doel.acuut) await zetAcuut(tx, doelId, true);
    await neemBelangenMee(tx, bronId, doelId);

    const termijnen = mee.map((r) => r.id).sort();
    const bekendeTermijnen = new Set([...vooraf, ...termijnen]);
    const verplaatst: Verplaatst = {
      rijen,
      termijnen,
      beeindigd,
      vooraf,
      gemaakt: (await listOpenTermijnen(tx, doelId)).filter((t) => !bekendeTermijnen.has(t)),
      betrokkenheid: delen,
      doel: {
        status: doel.status,
        geslotenOp: doel.geslotenOp?.toISOString() ?? null,
        sluitreden: doel.sluitreden,
        acuut: doel.acuut,
        regisseurId: doel.regisseurId,
      },
      heropendBij: doel.status === 'gesloten' ? houderId : null,
      gestopt: (await listAfgerond(tx, liepInBron)).filter((t) => !beeindigd.includes(t)),
      controle: controle && naarBewaard(controle),
    };
    const id = nieuwId(tx.nu);
    await tx.db
      .insertInto('samenvoeging')
      .values({
        regio_id: tx.regio,
        id,
        bron_casus_id: bronId,
        doel_casus_id: doelId,
        verplaatst: JSON.stringify(verplaatst),
        op: tx.nu,
        medewerker_id: tx.wie.medewerkerId,
        reden,
      })
      .execute();
    const wijzigingen = await herbereken(tx, await listMeldingenVan(tx, geraakt));
    tx.betreft(...geraakt);
    tx.categorie('casus', 'melding', 'uitspraken');
    const heropend = doel.status === 'gesloten';
    tx.inhoud({ samenvoeging: id, naar: doel.nummer, heropend, betrokkenheid: wijzigingen });
    tx.ook('casus.samenvoegen', doelId, id, { van: bron.nummer, heropend });
    const houder = await findHouder(tx, doelId);
    return {
      id,
      bronCasusId: bronId,
      doelCasusId: doelId,
      doelNummer: doel.nummer,
      heropend,
      houder: houder?.naam ?? '',
      wijzigingen,
    };
  });
}

/** Who does not hold a casus cannot hand it over: a decision to do so is answered by the merge, and nobody can end its term later. */
async function stopOverdragen(tx: Tx, termijnen: readonly string[]): Promise<void> {
  if (termijnen.length === 0) return;
  await tx.db
    .updateTable('termijn')
    .set({ afgerond_op: tx.nu, afgerond_hoe: 'samengevoegd' })
    .where('id', 'in', [...termijnen])
    .where('soort', '=', 'overdragen')
    .where('afgerond_op', 'is', null)
    .execute();
}

export interface Samenvoeging {
  id: string;
  bronCasusId: string;
  bronNummer: string;
  doelCasusId: string;
  doelNummer: string;
  op: Date;
  door: string;
  reden: string;
  ongedaanOp: Date | null;
  ongedaanReden: string | null;
}

/** Samenvoegingen in which these casussen took part, newest first, fifty at most. */
export async function listSamenvoegingen(
  tx: Tx,
  op: { casusId: string } | { id: string },
): Promise<Samenvoeging[]> {
  const rijen = await tx.db
    .selectFrom('samenvoeging as s')
    .innerJoin('casus as b', (j) =>
      j.onRef('b.regio_id', '=', 's.regio_id').onRef('b.id', '=', 's.bron_casus_id'),
    )
    .innerJoin('casus as d', (j) =>
      j.onRef('d.regio_id', '=', 's.regio_id').onRef('d.id', '=', 's.doel_casus_id'),
    )
    .leftJoin('medewerker as m', (j) =>
      j.onRef('m.regio_id', '=', 's.regio_id').onRef('m.id', '=', 's.medewerker_id'),
    )
    .select([
      's.id',
      's.bron_casus_id',
      's.doel_casus_id',
      's.op',
      's.reden',
      's.ongedaan_op',
      's.ongedaan_reden',
      'b.nummer as bron',
      'd.nummer as doel',
      'm.naam',
    ])
    .where((e) =>
      'id' in op
        ? e('s.id', '=', op.id)
        : e.or([e('s.bron_casus_id', '=', op.casusId), e('s.doel_casus_id', '=', op.casusId)]),
    )
    .orderBy('s.op', 'desc')
    .limit(50)
    .execute();
  return rijen.map((r) => ({
    id: r.id,
    bronCasusId: r.bron_casus_id,
    bronNummer: r.bron,
    doelCasusId: r.doel_casus_id,
    doelNummer: r.doel,
    op: r.op,
    door: r.naam ?? '',
    reden: r.reden,
    ongedaanOp: r.ongedaan_op,
    ongedaanReden: r.ongedaan_reden,
  }));
}

/** One samenvoeging. Throws 404. */
export async function getSamenvoeging(tx: Tx, id: string): Promise<Samenvoeging> {
  const [s] = await listSamenvoegingen(tx, { id });
  if (!s) throw nietGevonden('Deze samenvoeging');
  tx.overCasus(s.doelCasusId);
  return s;
}

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
 * Veilig Thuis; a target that was closed closes again as it was, unless someone went on with it.
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
    const vt = tx.wie.organisatieId;
    const geraakt = [...new Set([...(await listPersonen(tx, bronId)), ...(await listPersonen(tx, doelId))])];

    await heropenCasus(tx, bronId, vt, 'samenvoeging teruggedraaid');
    const terug = await verhuisTerug(tx, v, doelId, bronId);
    const weerOpen = [...v.beeindigd, ...(v.gestopt ?? [])];
    if (weerOpen.length > 0) {
      await tx.db
        .updateTable('termijn')
        .set({ afgerond_op: null, afgerond_hoe: null })
        .where('id', 'in', weerOpen)
        .where('casus_id', '=', bronId)
        .execute();
    }
    await laatWeten(tx, 'melding.verplaatst', { meldingIds: terug, vanCasusId: doelId, naarCasusId: bronId });

    const alsVoorheen = await herstelDoel(tx, v, doel, s);
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
  await verhuis(tx, 'termijn', doelId, bronId, v.termijnen);
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

/** The target as it was. False when it was closed and cannot close again, because someone went on with it. */
async function herstelDoel(
  tx: Tx,
  v: Verplaatst,
  doel: Casus,
  { id, op }: { id: string; op: Date },
): Promise<boolean> {
  const eindigt = v.gemaakt;
  if (eindigt.length > 0) {
    await tx.db
      .updateTable('termijn')
      .set({ afgerond_op: tx.nu, afgerond_hoe: 'samenvoeging teruggedraaid' })
      .where('id', 'in', eindigt)
      .where('casus_id', '=', doel.id)
      .where('afgerond_op', 'is', null)
      .execute();
  }
  const { rows } = await sql<{ meldingen: number; anders: number }>`
    select (select count(*) from melding where casus_id = ${doel.id} and ontvangen_op >= ${op}) as meldingen,
      (select count(*) from uitspraak where casus_id = ${doel.id} and vastgelegd_op >= ${op})
      + (select count(*) from veiligheidscontrole where casus_id = ${doel.id} and op >= ${op})
      + (select count(*) from overdracht where casus_id = ${doel.id} and aangeboden_op >= ${op})
      + (select count(*) from handeling where casus_id = ${doel.id} and op > ${op} and soort = any(${VERDER_GEGAAN}::text[]))
      + (select count(*) from samenvoeging where doel_casus_id = ${doel.id} and op >= ${op} and id <> ${id} and ongedaan_op is null) as anders`.execute(
    tx.db,
  );
  const sinds = rows[0] ?? { meldingen: 0, anders: 0 };
  if (v.heropendBij !== null && doel.status === 'open') {
    if (sinds.meldingen + sinds.anders > 0 || doel.houderId !== v.heropendBij) return false;
    const over = (await listOpenTermijnen(tx, doel.id)).filter((x) => !v.vooraf.includes(x));
    if (over.length > 0) {
      await tx.db
        .updateTable('termijn')
        .set({ afgerond_op: tx.nu, afgerond_hoe: 'samenvoeging teruggedraaid' })
        .where('id', 'in', over)
        .execute();
    }
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
  await eindigBelangenSinds(tx, doel.id, op);
  await herstelRegisseur(tx, v, doel);
  if (sinds.meldingen > 0) return true;
  if (!v.doel.acuut && doel.acuut && !(await werdAcuut(tx, doel.id, op, v.gemaakt)))
    await zetAcuut(tx, doel.id, false);
  await herstelControle(tx, v, doel.id);
  const houder = await findHouder(tx, doel.id);
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

/** Whether 24 hours began here since, for something that stays: the danger of the target itself does not go away with the other. */
async function werdAcuut(tx: Tx, casusId: string, sinds: Date, behalve: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ ja: boolean }>`
    select exists (select from termijn where casus_id = ${casusId} and soort = 'spoed_24u' and begint_op >= ${sinds} and id <> all(${[...behalve]}::uuid[])) as ja`.execute(
    tx.db,
  );
  return rows[0]?.ja ?? false;
}

/** Who steered the target before steers it again, when nobody does now and that one still works with its holder and may see it. */
async function herstelRegisseur(tx: Tx, v: Verplaatst, doel: Casus): Promise<void> {
  const houder = await findHouder(tx, doel.id);
  if (doel.regisseurId !== null || !houder) return;
  const was = await findRegisseurBij(tx, v.doel.regisseurId ?? null, houder.organisatieId);
  if (was !== null && (await kanErbij(tx, doel.id, was)))
    await wijzigCasus(tx, doel.id, { regisseur_id: was });
}

/** The next look at the target is as it was, unless 24 hours that began there since still run: those are of something that stays. */
async function herstelControle(tx: Tx, { controle, vooraf }: Verplaatst, doelId: string): Promise<void> {
  if (!controle) return;
  const spoed = await tx.db
    .selectFrom('termijn')
    .select('id')
    .where('casus_id', '=', doelId)
    .where('soort', '=', 'spoed_24u')
    .where('afgerond_op', 'is', null)
    .execute();
  if (spoed.some((s) => !vooraf.includes(s.id))) return;
  await zetTermijnstand(tx, uitBewaard(controle));
}

export interface Voorstel extends BekendeCasus {
  /** How many people of this casus are believed to be in that one. */
  gemeen: number;
}

/**
 * Older casussen about the same people, which this one could go up in; running ones first. Only for a casus that runs and is
 * held by the asker.
 */
export async function listVoorstellen(
  tx: Tx,
  casusId: string,
  persoonIds: readonly string[],
): Promise<Voorstel[]> {
  const vt = tx.wie.organisatieId;
  const houder = await findHouder(tx, casusId);
  if (houder?.organisatieId !== vt) return [];
  const eigen = await tx.db
    .selectFrom('casus')
    .select('geopend_op')
    .where('id', '=', casusId)
    .executeTakeFirst();
  if (!eigen) return [];
  const per = new Map<string, Voorstel>();
  for (const casussen of (await listBekendeCasussen(tx, vt, persoonIds)).values()) {
    for (const c of casussen) {
      if (c.casusId === casusId || c.geopendOp > eigen.geopend_op) continue;
      per.set(c.casusId, { ...c, gemeen: (per.get(c.casusId)?.gemeen ?? 0) + 1 });
    }
  }
  const lijst = [...per.values()];
  return opVolgorde(lijst)
    .flatMap((c) => lijst.filter((x) => x.casusId === c.casusId))
    .slice(0, 10);
}
