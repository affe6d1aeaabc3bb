// SPDX-License-Identifier: EUPL-1.2
// The next look at a family: one per casus, of whoever holds zicht.
import { type CasusRij, getCasus } from '../../kern/casus/casus.store.ts';
import { findRegisseurBij } from '../../kern/casus/overzicht.store.ts';
import type { Gebeurtenissen } from '../../kern/gebeurtenissen.ts';

import {
  findTermijnstand,
  haalTermijnNaarVoren,
  looptTermijn,
  zetTermijn,
} from '../../kern/termijn/termijn.store.ts';
import { getTermijnsoort, type Soort } from '../../kern/termijn/termijnsoorten.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { type Duur, telWerkdagenOp } from '../../platform/clock/werkdagen.ts';
import { brengtTerug, HOOGSTENS_DAGEN } from './controle.ts';

/** The longest that a family waits for a look. */
export const GEWONE_BLIK: Duur = { aantal: HOOGSTENS_DAGEN, eenheid: 'dagen' };

/** Acute danger, named by a melder or found by an assessor: whoever holds zicht looks within this time (handbook 1.1, S:16). */
export const ACUTE_BLIK: Duur = getTermijnsoort('spoed_24u').duur;

/** Why a look that was planned already came nearer, or became pressing. */
const NIEUWE_MELDING = 'Nieuwe melding over dit gezin';
const NIEUW_GEVAAR = 'Nieuwe melding over acuut gevaar';

/** Why the holder looks when a report joins the family: it waits for its beoordeling, or others decided about it. */
export function waaromNaMelding(wacht: boolean, acuut: boolean): string {
  if (wacht) return WACHT_OP_BEOORDELING;
  return acuut ? NIEUW_GEVAAR : NIEUWE_MELDING;
}

/**
 * Sets the zichtcontrole of a casus. A family has one next look: when one is running it stays, with its owner, but comes nearer
 * where this one would be due sooner, and acute where this one is. The holder may be another than who received the report, and
 * has nothing else on the list that says so.
 * @param t.binnen how long from `begintOp`; left out: a week, or for acute danger 24 hours
 */
export async function zetZichtcontrole(
  tx: Tx,
  casusId: string,
  t: {
    organisatieId: string;
    medewerkerId: string | null;
    begintOp: Date;
    acuut: boolean;
    waarom: string;
    binnen?: Duur | undefined;
  },
): Promise<void> {
  const duur = t.binnen ?? (t.acuut ? ACUTE_BLIK : undefined);
  if (await looptTermijn(tx, casusId, 'zichtcontrole')) {
    const waarom = t.waarom === WACHT_OP_BEOORDELING ? waaromNaMelding(false, t.acuut) : t.waarom;
    const { begintOp, acuut } = t;
    await haalTermijnNaarVoren(tx, casusId, 'zichtcontrole', { begintOp, acuut, waarom, duur });
    return;
  }
  await zetTermijn(tx, {
    soort: 'zichtcontrole',
    casusId,
    onderwerpSoort: 'casus',
    onderwerpId: casusId,
    eigenaarOrganisatieId: t.organisatieId,
    eigenaarMedewerkerId: t.medewerkerId,
    acuut: t.acuut,
    begintOp: t.begintOp,
    waarom: t.waarom,
    duur,
  });
}

/** Why someone looks from the first day: nobody has weighed yet how safe it is. */
export const WACHT_OP_BEOORDELING = 'Het gezin wacht op de beoordeling';
/** And after it: what was decided has yet to begin. */
const WACHT_OP_VERVOLG = 'Het gezin wacht op wat er na het besluit komt';

/** Why the holder looks within 24 hours when no melder said so. */
export const GEVAAR_GEZIEN = 'Acute onveiligheid gezien bij de beoordeling';
export const GEVAAR_GENOEMD = 'De melder noemt nu acuut gevaar';
export const GEVAAR_BLIJFT = 'De melding is ingetrokken, het gevaar niet';
const GEVAREN = [NIEUW_GEVAAR, GEVAAR_GEZIEN, GEVAAR_GENOEMD, GEVAAR_BLIJFT];
const GEVAAR_ELDERS = 'Het acute gevaar hoort niet bij dit gezin: kijk of het veilig is';
const GEVAAR_TERUG = 'De beoordelaar ziet toch geen acuut gevaar: kijk of het veilig is';

const NET_OVERGENOMEN = 'Dit gezin is net overgenomen';
/** The end of the reason where an organisation closed, after its name. */
const NOEM_REGISSEUR = ': noem een regisseur';

/** The running next look at a family, to be changed. */
function lopende(tx: Tx, casusId: string) {
  return tx.db
    .updateTable('termijn')
    .where('casus_id', '=', casusId)
    .where('soort', '=', 'zichtcontrole')
    .where('afgerond_op', 'is', null);
}

/** When the last report of a casus was assessed the family waits for something else. */
export async function zegWaaropHetWacht(tx: Tx, casusId: string): Promise<void> {
  await lopende(tx, casusId)
    .set({ waarom: WACHT_OP_VERVOLG })
    .where('waarom', '=', WACHT_OP_BEOORDELING)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('melding')
            .select('id')
            .where('casus_id', '=', casusId)
            .where('status', 'in', ['ontvangen', 'in_beoordeling']),
        ),
      ),
    )
    .execute();
}

/**
 * After acceptance the one who watches is the one who looks, also where the giver had nothing planned. What an earlier look found stays
 * the reason to look again; that the family waited for Veilig Thuis is no reason for its new holder.
 */
export async function geefZichtcontroleDoor(tx: Tx, g: Gebeurtenissen['overdracht.aanvaard']): Promise<void> {
  await tx.overGrens(async () => {
    await lopende(tx, g.casusId)
      .set({ waarom: NET_OVERGENOMEN })
      .where((w) =>
        w.or([
          w('waarom', 'in', [WACHT_OP_BEOORDELING, WACHT_OP_VERVOLG]),
          w('waarom', 'like', `%${NOEM_REGISSEUR}`),
        ]),
      )
      .execute();
    if (await looptTermijn(tx, g.casusId, 'zichtcontrole')) return;
    await zetZichtcontrole(tx, g.casusId, {
      organisatieId: g.naarId,
      medewerkerId: g.regisseurId,
      begintOp: tx.nu,
      acuut: (await getCasus(tx, g.casusId)).acuut,
      waarom: NET_OVERGENOMEN,
      binnen: GEWONE_BLIK,
    });
  });
}

export const OPNIEUW = 'Kijk opnieuw of het veilig is';

/** Whether the holder has another term that brings it back to the safety of this family (`brengtTerug`). */
export async function heeftAndereTermijn(tx: Tx, casusId: string, houderId: string): Promise<boolean> {
  const rijen = await tx.db
    .selectFrom('termijn')
    .select(['soort', 'vervalt_op as vervaltOp', 'opgeschort_tot as opgeschortTot'])
    .where('casus_id', '=', casusId)
    .where('eigenaar_organisatie_id', '=', houderId)
    .where('afgerond_op', 'is', null)
    .execute();
  return rijen.some((t) => brengtTerug(t, tx.nu));
}

/**
 * Nobody who holds zicht is left with nothing: where no look is planned and no other term brings the holder back, a look is now.
 * @returns when the holder looks next; null when another term brings it back
 */
export async function houdInHetOog(
  tx: Tx,
  casus: Pick<CasusRij, 'id' | 'acuut' | 'regisseurId'>,
  houderId: string,
): Promise<Date | null> {
  const volgende = await findVolgendeBlik(tx, casus.id);
  if (volgende || (await heeftAndereTermijn(tx, casus.id, houderId))) return volgende;
  await zetZichtcontrole(tx, casus.id, {
    organisatieId: houderId,
    medewerkerId: await findRegisseurBij(tx, casus.id, casus.regisseurId, houderId),
    begintOp: tx.nu,
    acuut: casus.acuut,
    waarom: OPNIEUW,
    binnen: GEWONE_BLIK,
  });
  return findVolgendeBlik(tx, casus.id);
}

/** When the holder of a casus looks next; null: none is planned. */
export async function findVolgendeBlik(tx: Tx, casusId: string): Promise<Date | null> {
  return (await findTermijnstand(tx, casusId, 'zichtcontrole'))?.vervaltOp ?? null;
}

/**
 * Somebody found that it is not safe: whoever holds zicht looks within one werkdag, and sooner where that was planned already. One
 * werkdag is our choice: bron onbekend, standaardwaarde.
 * @returns when at the latest
 */
export async function vraagHouderTeKijken(
  tx: Tx,
  casus: Pick<CasusRij, 'id' | 'acuut' | 'regisseurId'>,
  waarom: string,
): Promise<Date> {
  const binnen: Duur = { aantal: 1, eenheid: 'werkdagen' };
  const houder = await findHouder(tx, casus.id);
  const organisatieId = houder?.organisatieId ?? tx.wie.organisatieId;
  await zetZichtcontrole(tx, casus.id, {
    organisatieId,
    medewerkerId: await findRegisseurBij(tx, casus.id, casus.regisseurId, organisatieId),
    begintOp: tx.nu,
    acuut: casus.acuut,
    waarom,
    binnen,
  });
  // the newest reason, also where the look was due sooner; acute danger stays the reason that it is
  await lopende(tx, casus.id).set({ waarom }).where('acuut', '=', false).execute();
  return (await findVolgendeBlik(tx, casus.id)) ?? telWerkdagenOp(tx.nu, binnen.aantal);
}

/**
 * Families of which nobody steers any more: they came from an organisation that closed, or who steered does not. Whoever holds zicht sees
 * so on the list, at the next look; where none was planned (a plan was running) one is now.
 * @param van from whom: an organisation or a colleague
 */
export async function vraagRegisseur(
  tx: Tx,
  van: string,
  houderId: string,
  casusIds: readonly string[],
): Promise<void> {
  await tx.overGrens(async () => {
    for (const casusId of casusIds) {
      const waarom = `Overgenomen van ${van}${NOEM_REGISSEUR}`;
      const { acuut } = await getCasus(tx, casusId);
      await zetZichtcontrole(tx, casusId, {
        organisatieId: houderId,
        medewerkerId: null,
        begintOp: tx.nu,
        acuut,
        waarom,
        binnen: GEWONE_BLIK,
      });
      await zetReden(tx, casusId, waarom);
    }
  });
}

/** Somebody steers now: the next look no longer asks for that. */
export async function regisseurIsGenoemd(tx: Tx, casusId: string): Promise<void> {
  await lopende(tx, casusId)
    .set({ waarom: NET_OVERGENOMEN })
    .where('waarom', 'like', `%${NOEM_REGISSEUR}`)
    .execute();
}

/**
 * The danger turned out to be another family's, or none: what made the holder look or take up zicht within hours stays planned, and says
 * so. While 24 hours run nothing changes: those end by an act.
 */
export async function neemGevaarWeg(tx: Tx, casusId: string): Promise<void> {
  const spoed = await tx.db
    .selectFrom('termijn')
    .select('id')
    .where('casus_id', '=', casusId)
    .where('soort', '=', 'spoed_24u')
    .where('afgerond_op', 'is', null)
    .executeTakeFirst();
  if (spoed) return;
  await lopende(tx, casusId).set({ waarom: GEVAAR_ELDERS }).where('waarom', 'in', GEVAREN).execute();
  await tx.db
    .updateTable('termijn')
    .set({ acuut: false })
    .where('casus_id', '=', casusId)
    .where('soort', 'in', ['zichtcontrole', 'hermelding_terug'] satisfies Soort[])
    .where('acuut', '=', true)
    .where('afgerond_op', 'is', null)
    .execute();
}

/** The assessor took back what made the look pressing: it stays planned as it was, and says so. */
export async function neemGevaarTerug(tx: Tx, casusId: string, acuut: boolean): Promise<void> {
  await lopende(tx, casusId)
    .set({ waarom: GEVAAR_TERUG, acuut })
    .where('waarom', '=', GEVAAR_GEZIEN)
    .execute();
}

async function zetReden(tx: Tx, casusId: string, waarom: string): Promise<void> {
  await lopende(tx, casusId).set({ waarom }).execute();
}
