// SPDX-License-Identifier: EUPL-1.2
// How an offer ends: accepted, refused, withdrawn, lapsed, or overtaken by a closing.
import { type CasusRij, getCasusVoorSchrijven, wijzigCasus } from '../../kern/casus/casus.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { houdOpen, listTeamleiders, type OrganisatieRij } from '../../kern/organisatie/organisatie.store.ts';
import { listCasusPersonen } from '../../kern/persoon/persoon.store.ts';
import {
  geefTermijnenDoor,
  MET_DE_CASUS,
  rondTermijnAf,
  zetTermijn,
} from '../../kern/termijn/termijn.store.ts';
import { type Soort, TERMIJNSOORTEN } from '../../kern/termijn/termijnsoorten.ts';
import { eisKanErbij } from '../../kern/toegang/verzegeling.store.ts';
import { patronen, verraadt } from '../../kern/uitspraak/afscherming.ts';
import { geheimenVan, VERRAADT } from '../../kern/uitspraak/nazien.store.ts';
import { draagZichtOver } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nietGevonden, ongeldig, Probleem } from '../../platform/http/problem.ts';
import {
  type BewaardeGegevens,
  getGehouden,
  rondCasusTermijnenAf,
  rondNieuweKeuzeAf,
} from './overdracht.store.ts';
import { REGISSEUR_FUNCTIES, redenVerlopen, type Status, watErNuIs } from './overdracht.ts';

interface Rij {
  id: string;
  casusId: string;
  vanId: string;
  naarId: string;
  status: Status;
  aangebodenDoor: string | null;
  persoonIds: string[];
}

async function getRij(tx: Tx, id: string, slot: boolean): Promise<Rij> {
  let vraag = tx.db
    .selectFrom('overdracht as o')
    .leftJoin('overdracht_inhoud as i', (j) =>
      j.onRef('i.regio_id', '=', 'o.regio_id').onRef('i.overdracht_id', '=', 'o.id'),
    )
    .select([
      'o.id',
      'o.casus_id',
      'o.van_organisatie_id',
      'o.naar_organisatie_id',
      'o.status',
      'o.aangeboden_door',
      'i.gegevens',
    ])
    .where('o.id', '=', id);
  if (slot) vraag = vraag.forUpdate('o');
  const r = await vraag.executeTakeFirst();
  if (!r) throw nietGevonden('Deze overdracht');
  return {
    id: r.id,
    casusId: r.casus_id,
    vanId: r.van_organisatie_id,
    naarId: r.naar_organisatie_id,
    status: r.status as Status,
    aangebodenDoor: r.aangeboden_door,
    persoonIds: (r.gegevens as BewaardeGegevens | null)?.persoonIds ?? [],
  };
}

/**
 * Reads an overdracht behind locks, always in this order: organisations, its own terms, the casus, the overdracht. Whoever
 * else wants to answer it waits here; the clock passes by terms that are held.
 */
async function vergrendel(
  tx: Tx,
  id: string,
): Promise<{ rij: Rij; casus: CasusRij; orgs: Map<string, OrganisatieRij> }> {
  const vooraf = await getRij(tx, id, false);
  const orgs = await houdOpen(tx, [vooraf.vanId, vooraf.naarId]);
  await tx.db
    .selectFrom('termijn')
    .select('id')
    .where('onderwerp_id', '=', id)
    .where('afgerond_op', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  const casus = await getCasusVoorSchrijven(tx, vooraf.casusId);
  const rij = await getRij(tx, id, true);
  // the giver was followed up while we waited
  if (!orgs.has(rij.vanId)) for (const [k, o] of await houdOpen(tx, [rij.vanId])) orgs.set(k, o);
  tx.overCasus(rij.casusId);
  tx.betreft(...rij.persoonIds);
  return { rij, casus, orgs };
}

const naamVan = (orgs: ReadonlyMap<string, OrganisatieRij>, id: string) =>
  orgs.get(id)?.naam ?? 'De andere organisatie';

/** Refuses an answer that came too late, and says what is now. */
function nogOpen(rij: Rij, orgs: ReadonlyMap<string, OrganisatieRij>): void {
  if (rij.status === 'aangeboden') return;
  throw new Probleem(
    409,
    'Deze overdracht is al beantwoord',
    watErNuIs(rij.status, naamVan(orgs, rij.naarId)),
    {
      soort: 'al-beantwoord',
      huidig: { status: rij.status },
    },
  );
}

/** What the giver is asked after an offer that did not go through. */
const KEUZE: readonly Soort[] = ['overdracht_opnieuw', 'overdracht_escalatie'];

/** What a giver other than Veilig Thuis does not pass on: what is the contract's own, and which of its people stays out. */
const BIJ_DE_GEVER: readonly Soort[] = ['overdracht_antwoord', ...KEUZE, 'belang_bekijken'];

const ALLES: readonly Soort[] = TERMIJNSOORTEN.filter((s) => !BIJ_DE_GEVER.includes(s));

/** What Veilig Thuis is done with when another accepts: V&V ends by handing the conditions over (handbook 0, S:6). */
const DAARMEE_KLAAR: readonly Soort[] = ['voorwaarden_en_vervolg', 'afsluiten', 'overdragen'];

/**
 * The acceptance: in one act the giver's zicht ends and the receiver's begins (P1, P2), and someone steers.
 * @throws Probleem 409 with what is now, when someone else was first; 400 when the regisseur does not work here.
 */
export async function aanvaard(tx: Tx, id: string, regisseurId: string): Promise<void> {
  await tx.overGrens(async () => {
    const { rij, casus, orgs } = await vergrendel(tx, id);
    nogOpen(rij, orgs);
    const ontvanger = orgs.get(rij.naarId);
    const gever = orgs.get(rij.vanId);
    if (!ontvanger || ontvanger.geslotenOp) {
      throw new Probleem(409, 'Uw organisatie is gesloten', 'Er is niets gewijzigd. De gever houdt zicht.', {
        soort: 'gesloten',
      });
    }
    await getGehouden(tx, rij.casusId, rij.vanId);
    const regisseur = await tx.db
      .selectFrom('medewerker')
      .select(['functie'])
      .where('id', '=', regisseurId)
      .where('organisatie_id', '=', rij.naarId)
      .where('actief', '=', true)
      .executeTakeFirst();
    if (!regisseur || !REGISSEUR_FUNCTIES.includes(regisseur.functie)) {
      throw ongeldig([
        {
          veld: 'regisseurId',
          melding: `Kies als regisseur iemand die bij ${ontvanger.naam} met casussen werkt.`,
        },
      ]);
    }

    await eisKanErbij(tx, rij.casusId, regisseurId, 'regisseurId');
    await draagZichtOver(tx, rij.casusId, rij.naarId, `overdracht van ${naamVan(orgs, rij.vanId)} aanvaard`);
    await antwoord(tx, id, 'aanvaard', null, regisseurId);
    await wijzigCasus(tx, rij.casusId, { regisseur_id: regisseurId, fase: casus.fase ?? 1 });
    // Veilig Thuis stays to monitor (handbook 0, S:17); another giver has nothing to do here any more, and its part ends with that
    if (gever?.soort === 'veilig_thuis')
      await tx.db
        .updateTable('betrokkenheid')
        .set({ grond: 'monitoring' })
        .where('casus_id', '=', rij.casusId)
        .where('organisatie_id', '=', rij.vanId)
        .execute();
    await rondTermijnAf(tx, id, ['overdracht_antwoord'], 'aanvaard');
    await rondNieuweKeuzeAf(tx, rij.casusId, 'aanvaard');
    if (gever?.soort === 'veilig_thuis') {
      await rondCasusTermijnenAf(tx, rij.casusId, rij.vanId, DAARMEE_KLAAR, MET_DE_CASUS.overgedragen);
    } else {
      const naar = { organisatieId: rij.naarId, medewerkerId: regisseurId };
      await geefTermijnenDoor(tx, rij.casusId, ALLES, naar, 'overdracht aanvaard', rij.vanId);
      await rondCasusTermijnenAf(tx, rij.casusId, rij.vanId, ['belang_bekijken'], 'overgedragen');
    }
    tx.categorie('overdracht', 'zicht');
    tx.inhoud({ overdracht: id, van: rij.vanId, naar: rij.naarId, regisseur: regisseurId });
    await laatWeten(tx, 'overdracht.aanvaard', {
      overdrachtId: id,
      casusId: rij.casusId,
      vanId: rij.vanId,
      naarId: rij.naarId,
      regisseurId,
    });
  });
}

async function antwoord(
  tx: Tx,
  id: string,
  status: Status,
  reden: string | null,
  regisseurId: string | null,
): Promise<void> {
  await tx.db
    .updateTable('overdracht')
    .set({
      status,
      reden,
      regisseur_id: regisseurId,
      beantwoord_op: tx.nu,
      beantwoord_door: tx.wie.functie === 'systeem' ? null : tx.wie.medewerkerId,
    })
    .where('id', '=', id)
    .execute();
}

/** Ends an offer without an acceptance. Zicht stays where it was, and the giver is asked what to do now. */
async function nietDoor(
  tx: Tx,
  rij: Rij,
  hoe: 'geweigerd' | 'ingetrokken' | 'verlopen',
  reden: string,
  waarom: string,
  acuut: boolean,
  vraagGever = true,
): Promise<void> {
  await antwoord(tx, rij.id, hoe, reden, null);
  await rondTermijnAf(tx, rij.id, ['overdracht_antwoord'], hoe);
  const vraag = {
    casusId: rij.casusId,
    onderwerpSoort: 'overdracht',
    onderwerpId: rij.id,
    eigenaarOrganisatieId: rij.vanId,
    waarom,
    acuut,
    begintOp: tx.nu,
  };
  if (vraagGever)
    await zetTermijn(tx, {
      ...vraag,
      soort: 'overdracht_opnieuw',
      eigenaarMedewerkerId: rij.aangebodenDoor,
    });
  if (hoe === 'verlopen') {
    await zetTermijn(tx, {
      ...vraag,
      soort: 'overdracht_escalatie',
      eigenaarMedewerkerId: await findTeamleider(tx, rij),
    });
  }
  await laatWeten(tx, 'overdracht.niet_door', {
    overdrachtId: rij.id,
    casusId: rij.casusId,
    vanId: rij.vanId,
    naarId: rij.naarId,
    hoe,
  });
}

/** The one teamleider to escalate to: of the team of who offered, or the only one there is. Null: everyone at the giver. */
async function findTeamleider(tx: Tx, rij: Rij): Promise<string | null> {
  const leiders = await listTeamleiders(tx, rij.vanId);
  const gever = rij.aangebodenDoor
    ? await tx.db
        .selectFrom('medewerker')
        .select('team_id')
        .where('id', '=', rij.aangebodenDoor)
        .executeTakeFirst()
    : undefined;
  const eigen = gever?.team_id ? leiders.filter((l) => l.teamId === gever.team_id) : [];
  if (eigen.length === 1) return eigen[0]?.id ?? null;
  return leiders.length === 1 ? (leiders[0]?.id ?? null) : null;
}

/** The receiver says no, with the reason. Zicht never left the giver. */
export async function weiger(tx: Tx, id: string, reden: string): Promise<void> {
  await tx.overGrens(async () => {
    const { rij, casus, orgs } = await vergrendel(tx, id);
    nogOpen(rij, orgs);
    await nietDoor(
      tx,
      rij,
      'geweigerd',
      reden,
      `${naamVan(orgs, rij.naarId)} neemt de overdracht niet aan`,
      casus.acuut,
    );
    tx.inhoud({ overdracht: id, van: rij.vanId, naar: rij.naarId });
  });
}

/** The giver takes the offer back, with the reason. */
export async function trekIn(tx: Tx, id: string, reden: string): Promise<void> {
  const vooraf = await getRij(tx, id, false);
  // the receiver reads the reason: nothing may be in it that was kept out of the offer
  const personen = await listCasusPersonen(tx, vooraf.casusId);
  if (
    verraadt(
      reden,
      patronen(
        await geheimenVan(
          tx,
          vooraf.casusId,
          personen.map((p) => p.naam),
        ),
      ),
    )
  ) {
    throw ongeldig([
      {
        veld: 'reden',
        melding: `In de reden ${VERRAADT}`,
      },
    ]);
  }
  await tx.overGrens(async () => {
    const { rij, casus, orgs } = await vergrendel(tx, id);
    nogOpen(rij, orgs);
    if (rij.vanId !== tx.wie.organisatieId) throw nietGevonden('Deze overdracht');
    await nietDoor(tx, rij, 'ingetrokken', reden, 'U trok de overdracht in', casus.acuut);
    tx.inhoud({ overdracht: id, van: rij.vanId, naar: rij.naarId });
  });
}

/**
 * The term for the answer has passed (P2): the offer lapses, zicht stays with the giver, who chooses anew, and it goes up a
 * step to the teamleider. Answered in the meantime: nothing happens.
 */
export async function verloop(tx: Tx, id: string): Promise<void> {
  await tx.overGrens(async () => {
    const vooraf = await getRij(tx, id, false);
    const casus = await getCasusVoorSchrijven(tx, vooraf.casusId);
    const rij = await getRij(tx, id, true);
    if (rij.status !== 'aangeboden') return;
    const termijn = await tx.db
      .selectFrom('termijn')
      .select('vervalt_op')
      .where('onderwerp_id', '=', id)
      .where('soort', '=', 'overdracht_antwoord')
      .executeTakeFirst();
    const naar = await tx.db
      .selectFrom('organisatie')
      .select('naam')
      .where('id', '=', rij.naarId)
      .executeTakeFirst();
    const naam = naar?.naam ?? 'De andere organisatie';
    await nietDoor(
      tx,
      rij,
      'verlopen',
      redenVerlopen(naam, termijn?.vervalt_op ?? null),
      `${naam} gaf geen antwoord op de overdracht`,
      casus.acuut,
    );
    tx.betreft(...rij.persoonIds);
    tx.ook('overdracht.verlopen', rij.casusId, rij.id, {
      overdracht: rij.id,
      van: rij.vanId,
      naar: rij.naarId,
    });
  });
}

/** The giver keeps zicht and offers to nobody for now: ends the question that a failed overdracht left. */
export async function behoud(tx: Tx, id: string, reden: string): Promise<void> {
  await tx.overGrens(async () => {
    const { rij } = await vergrendel(tx, id);
    if (rij.status === 'aangeboden' || rij.status === 'aanvaard') {
      throw new Probleem(
        409,
        'Er is niets te kiezen',
        rij.status === 'aanvaard'
          ? 'Deze overdracht is aanvaard.'
          : 'Deze overdracht wacht nog op antwoord. Trek haar eerst in.',
        {
          soort: 'al-beantwoord',
          huidig: { status: rij.status },
        },
      );
    }
    await getGehouden(tx, rij.casusId, rij.vanId);
    await rondTermijnAf(tx, id, ['overdracht_opnieuw', 'overdracht_escalatie'], `houdt zelf zicht: ${reden}`);
    tx.inhoud({ overdracht: id, van: rij.vanId });
  });
}

/** A casus that closes, or becomes part of another, has nothing left to hand over. */
export async function vervalBijSluiten(tx: Tx, casusId: string, reden: string): Promise<void> {
  await tx.overGrens(async () => {
    const open = await tx.db
      .selectFrom('overdracht')
      .select('id')
      .where('casus_id', '=', casusId)
      .where('status', '=', 'aangeboden')
      .forUpdate()
      .executeTakeFirst();
    if (open)
      await nietDoor(
        tx,
        await getRij(tx, open.id, true),
        'ingetrokken',
        reden,
        'De casus is gesloten',
        false,
        false,
      );
    await rondNieuweKeuzeAf(tx, casusId, 'casus gesloten');
  });
}

/**
 * Two casussen are two again: what was offered since told of both families, and its receiver may not keep reading of the other. The giver
 * is asked what to do now, as after any offer that did not go through.
 */
export async function trekGemengdAanbodIn(tx: Tx, casusId: string, sinds: Date): Promise<void> {
  await tx.overGrens(async () => {
    const open = await tx.db
      .selectFrom('overdracht')
      .select('id')
      .where('casus_id', '=', casusId)
      .where('status', '=', 'aangeboden')
      .where('aangeboden_op', '>=', sinds)
      .forUpdate()
      .executeTakeFirst();
    if (!open) return;
    const rij = await getRij(tx, open.id, true);
    const { acuut } = await getCasusVoorSchrijven(tx, casusId);
    const reden = 'Het bleek om twee gezinnen te gaan. In dit aanbod stonden beide.';
    await nietDoor(tx, rij, 'ingetrokken', reden, 'De samenvoeging is teruggedraaid', acuut);
    tx.betreft(...rij.persoonIds);
    tx.ook('overdracht.intrekken', casusId, rij.id, { overdracht: rij.id, van: rij.vanId, naar: rij.naarId });
  });
}

/**
 * An offer that did not go through asked its giver what to do now. That giver is no more and the offer stays as it was answered: whoever
 * follows it up names a regisseur and looks, and decides anew.
 */
async function rondKeuzesAf(tx: Tx, organisatieId: string): Promise<void> {
  await tx.db
    .updateTable('termijn')
    .set({ afgerond_op: tx.nu, afgerond_hoe: 'organisatie gesloten' })
    .where('eigenaar_organisatie_id', '=', organisatieId)
    .where('soort', 'in', [...KEUZE])
    .where('afgerond_op', 'is', null)
    .execute();
}

/**
 * An organisation closed. Offers to it lapse back to the giver, who never stopped holding zicht; its own offers go on with
 * its successor as giver, which holds zicht now: the receiver may be weighing it at this moment.
 */
export async function verwerkSluiting(
  tx: Tx,
  s: { organisatieId: string; opvolgerId: string },
): Promise<void> {
  await tx.overGrens(async () => {
    await rondKeuzesAf(tx, s.organisatieId);
    const open = await tx.db
      .selectFrom('overdracht')
      .select(['id', 'casus_id'])
      .where('status', '=', 'aangeboden')
      .where((w) =>
        w.or([w('naar_organisatie_id', '=', s.organisatieId), w('van_organisatie_id', '=', s.organisatieId)]),
      )
      .orderBy('casus_id')
      .execute();
    const namen = await tx.db
      .selectFrom('organisatie')
      .select(['id', 'naam'])
      .where('id', 'in', [s.organisatieId, s.opvolgerId])
      .execute();
    const naam = (id: string) => namen.find((n) => n.id === id)?.naam ?? 'Een organisatie';
    for (const o of open) {
      const casus = await getCasusVoorSchrijven(tx, o.casus_id);
      const rij = await getRij(tx, o.id, true);
      if (rij.status !== 'aangeboden') continue;
      if (rij.naarId === s.organisatieId) {
        await nietDoor(
          tx,
          rij,
          'ingetrokken',
          `${naam(s.organisatieId)} is gesloten. ${naam(s.opvolgerId)} volgt op.`,
          `${naam(s.organisatieId)} sloot voor het antwoord`,
          casus.acuut,
        );
      } else if (rij.naarId === s.opvolgerId) {
        await nietDoor(
          tx,
          { ...rij, vanId: s.opvolgerId },
          'ingetrokken',
          `${naam(s.organisatieId)} is gesloten. ${naam(s.opvolgerId)} volgt op en houdt al zicht.`,
          '',
          casus.acuut,
          false,
        );
      } else {
        await tx.db
          .updateTable('overdracht')
          .set({ van_organisatie_id: s.opvolgerId })
          .where('id', '=', o.id)
          .execute();
        tx.ook('overdracht.gever_gewisseld', rij.casusId, rij.id, {
          overdracht: rij.id,
          van: s.organisatieId,
          naar: s.opvolgerId,
        });
      }
    }
  });
}
