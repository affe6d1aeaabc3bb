// SPDX-License-Identifier: EUPL-1.2
// Two casussen become one, in one act: there is no moment in which a family has no holder or two (P1). How it is undone:
// terugdraaien.store.
import { sql } from 'kysely';
import { findLaatsteHouder, sluitCasus, zetAcuut } from '../../kern/casus/casus.store.ts';
import { geefBeoordelingsdeel, laatTerugkeren } from '../../kern/casus/heropenen.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { findTermijnstand, haalTermijnNaarVoren } from '../../kern/termijn/termijn.store.ts';
import { findVerzegeling, isUitgesloten } from '../../kern/toegang/verzegeling.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { nietGevonden, Probleem } from '../../platform/http/problem.ts';
import { neemBelangenMee } from './belang.store.ts';
import { type Betrokkenheidswijziging, herbereken, listMeldingenVan } from './betrokkenheid.store.ts';
import {
  leesDeel,
  leesStanden,
  listAfgerond,
  listOpenTermijnen,
  listPersonen,
  vergrendelCasussen,
  verhuis,
} from './casuspaar.store.ts';
import { listBekendeCasussen } from './radar.store.ts';
import { type BekendeCasus, opVolgorde } from './radar.ts';
import {
  bezwaarTegenSamenvoegen,
  isOngewijzigd,
  naarBewaard,
  VERHUIST,
  type Verplaatst,
} from './samenvoegen.ts';

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
    const standen = await leesStanden(tx, doelId);
    const ronde = await findTermijnstand(tx, bronId, 'cijfers_vragen');
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
    const mee = await verhuisTermijnen(tx, bronId, doelId);
    const eigenaars = await listEigenaars(tx, mee);
    await tx.db
      .updateTable('termijn')
      .set({ afgerond_op: tx.nu, afgerond_hoe: `samengevoegd met ${doel.nummer}` })
      .where('casus_id', '=', bronId)
      .where('afgerond_op', 'is', null)
      .execute();
    if (houderId !== vt) await stopOverdragen(tx, mee);
    await sluitCasus(tx, bronId, 'samengevoegd', doelId);
    await laatWeten(tx, 'casus.gesloten', { casusId: bronId, reden: 'samengevoegd', organisatieId: vt });
    await laatWeten(tx, 'melding.verplaatst', {
      meldingIds: rijen.melding,
      vanCasusId: bronId,
      naarCasusId: doelId,
    });
    if (bron.acuut && !doel.acuut) await zetAcuut(tx, doelId, true);
    await neemBelangenMee(tx, bronId, doelId);
    await laatWeten(tx, 'casus.herschikt', {
      casusId: doelId,
      sinds: null,
      wasAcuut: bron.acuut || doel.acuut,
    });
    // the round of the one asks the people of both, no later than was planned for either
    if (ronde) await haalTermijnNaarVoren(tx, doelId, 'cijfers_vragen', { ...ronde, acuut: false });

    const nu = new Map((await listEigenaars(tx, mee)).map((e) => [e.id, e.organisatieId]));
    const verplaatst: Verplaatst = {
      rijen,
      termijnen: mee,
      doorgegeven: eigenaars
        .filter((e) => nu.get(e.id) !== e.organisatieId)
        .map(({ id, medewerkerId }) => ({ id, medewerkerId })),
      gestopt: await listAfgerond(tx, liepInBron),
      vooraf,
      standen: (await leesStanden(tx, doelId)).flatMap((na) => {
        const voor = standen.find((v) => v.id === na.id) ?? null;
        // what came along goes back as it is
        return mee.includes(na.id) || (voor && isOngewijzigd(voor, naarBewaard(na)))
          ? []
          : [{ voor: voor && naarBewaard(voor), na: naarBewaard(na) }];
      }),
      betrokkenheid: delen,
      doel: {
        status: doel.status,
        geslotenOp: doel.geslotenOp?.toISOString() ?? null,
        sluitreden: doel.sluitreden,
        acuut: doel.acuut,
        regisseurId: doel.regisseurId,
      },
      houderId,
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

/**
 * Terms go along with what they are about. Of those about the source itself: that someone used the noodknop, which nobody saw yet, and
 * the round of figures where the target has none. Returns which.
 */
async function verhuisTermijnen(tx: Tx, bronId: string, doelId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update termijn set casus_id = ${doelId}, onderwerp_id = case when onderwerp_id = ${bronId} then ${doelId} else onderwerp_id end
    where casus_id = ${bronId} and (onderwerp_id <> ${bronId} or afgerond_op is null and (soort = 'noodknop_gezien'
      or soort = 'cijfers_vragen' and not exists (select from termijn d
        where d.onderwerp_id = ${doelId} and d.soort = 'cijfers_vragen' and d.afgerond_op is null)))
    returning id`.execute(tx.db);
  return rows.map((r) => r.id).sort();
}

/** Whose these open terms are. */
async function listEigenaars(
  tx: Tx,
  termijnen: readonly string[],
): Promise<{ id: string; organisatieId: string; medewerkerId: string | null }[]> {
  if (termijnen.length === 0) return [];
  return tx.db
    .selectFrom('termijn')
    .select(['id', 'eigenaar_organisatie_id as organisatieId', 'eigenaar_medewerker_id as medewerkerId'])
    .where('id', 'in', [...termijnen])
    .where('afgerond_op', 'is', null)
    .orderBy('id')
    .execute();
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
