// SPDX-License-Identifier: EUPL-1.2
// What happens to the beoordeling when a melding comes in, is withdrawn or moves.
import { sql } from 'kysely';
import { maakCasusAcuut } from '../../kern/casus/casus.store.ts';
import { geefBeoordelingsdeel } from '../../kern/casus/heropenen.store.ts';
import type { Gebeurtenissen } from '../../kern/gebeurtenissen.ts';
import {
  findTermijnstand,
  looptTermijn,
  rondTermijnAf,
  zetTermijn,
} from '../../kern/termijn/termijn.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import type { Duur } from '../../platform/clock/werkdagen.ts';
import { type Beoordeling, getMeldingBij, naarBeoordeling } from './beoordeling.store.ts';
import { TOT_BESLUIT, zetAfsluiten } from './besluit.store.ts';
import {
  GEVAAR_BLIJFT,
  GEVAAR_GENOEMD,
  WACHT_OP_BEOORDELING,
  waaromNaMelding,
  zetZichtcontrole,
} from './zichtcontrole.store.ts';

const UUR = 3_600_000;

/**
 * A melding was received: its beoordeling waits, and so do its terms. The family has someone who looks from the first
 * day: the zichtcontrole is the holder's, one per casus.
 */
export async function beginBeoordeling(tx: Tx, g: Gebeurtenissen['melding.ontvangen']): Promise<void> {
  await tx.overGrens(async () => {
    const id = nieuwId(tx.nu);
    await tx.db
      .insertInto('beoordeling')
      .values({
        regio_id: tx.regio,
        id,
        casus_id: g.casusId,
        melding_id: g.meldingId,
        organisatie_id: g.vtId,
        status: 'open',
      })
      .execute();
    await geefBeoordelingsdeel(tx, g.casusId, g.vtId);
    await rondTermijnAf(tx, g.casusId, ['afsluiten'], 'er is een nieuwe melding');
    const medewerkerId = tx.wie.organisatieId === g.vtId ? tx.wie.medewerkerId : null;
    const basis = {
      casusId: g.casusId,
      eigenaarOrganisatieId: g.vtId,
      eigenaarMedewerkerId: medewerkerId,
      acuut: g.acuut,
    };
    const over = { onderwerpSoort: 'beoordeling', onderwerpId: id };
    await zetTermijn(tx, {
      ...basis,
      ...over,
      soort: 'beoordeling',
      begintOp: g.ontvangenOp,
      waarom: 'Nieuwe melding',
    });
    if (g.acuut) {
      // also a casus that was open before this melding was added to it
      await maakCasusAcuut(tx, g.casusId);
      await zetTermijn(tx, {
        ...basis,
        ...over,
        soort: 'spoed_24u',
        begintOp: g.ontvangenOp,
        waarom: 'De melder noemt acuut gevaar',
      });
    }
    // counted from the recording of the data (Wmo 2015 art. 5.3.1 lid 1)
    await zetTermijn(tx, {
      ...basis,
      acuut: false,
      soort: 'informeren_betrokkenen',
      onderwerpSoort: 'melding',
      onderwerpId: g.meldingId,
      begintOp: tx.nu,
      waarom: 'Gegevens vastgelegd',
    });
    const houder = await findHouder(tx, g.casusId);
    const houderId = houder?.organisatieId ?? g.vtId;
    await zetZichtcontrole(tx, g.casusId, {
      organisatieId: houderId,
      medewerkerId: houderId === g.vtId ? medewerkerId : null,
      begintOp: g.ontvangenOp,
      acuut: g.acuut,
      waarom: WACHT_OP_BEOORDELING,
    });
  });
}

async function findBijMelding(tx: Tx, meldingId: string): Promise<Beoordeling | null> {
  const rij = await tx.db
    .selectFrom('beoordeling')
    .selectAll()
    .where('melding_id', '=', meldingId)
    .executeTakeFirst();
  return rij ? naarBeoordeling(rij) : null;
}

/**
 * The sender names acute danger after all: the same follows as from a new melding that names it, and the 24 hours count from
 * this message. Where nothing is left to assess (decided, withdrawn), they hang on the melding, and end when someone says
 * what was done. On nobody's name: whoever is at work tonight must see them.
 */
export async function versnelBeoordeling(tx: Tx, g: Gebeurtenissen['melding.acuut_gemeld']): Promise<void> {
  await tx.overGrens(async () => {
    const b = await findBijMelding(tx, g.meldingId);
    const { status } = await getMeldingBij(tx, g.meldingId);
    const over =
      b && b.status !== 'vastgesteld' && status !== 'ingetrokken'
        ? { onderwerpSoort: 'beoordeling', onderwerpId: b.id }
        : { onderwerpSoort: 'melding', onderwerpId: g.meldingId };
    await tx.db
      .updateTable('termijn')
      .set({ acuut: true })
      .where('casus_id', '=', g.casusId)
      .where('afgerond_op', 'is', null)
      .where('onderwerp_id', '=', over.onderwerpId)
      .where('soort', 'in', ['beoordeling', 'tweede_paar_ogen'])
      .execute();
    if (!(await looptTermijn(tx, over.onderwerpId, 'spoed_24u'))) {
      await zetTermijn(tx, {
        ...over,
        soort: 'spoed_24u',
        casusId: g.casusId,
        eigenaarOrganisatieId: g.vtId,
        acuut: true,
        begintOp: g.op,
        waarom: GEVAAR_GENOEMD,
      });
    }
    const houder = await findHouder(tx, g.casusId);
    if (houder) {
      await zetZichtcontrole(tx, g.casusId, {
        organisatieId: houder.organisatieId,
        medewerkerId: null,
        begintOp: g.op,
        acuut: true,
        waarom: GEVAAR_GENOEMD,
      });
    }
  });
}

/**
 * The melder withdrew: nothing is left to assess, and the family is not forgotten: someone closes the casus, or says why not. Danger
 * that was named by the melder or found by an assessor does not go with the message: the 24 hours go on about the melding, until
 * someone looks or says what was done.
 */
export async function stopBeoordeling(tx: Tx, g: Gebeurtenissen['melding.ingetrokken']): Promise<void> {
  await tx.overGrens(async () => {
    const b = await findBijMelding(tx, g.meldingId);
    if (!b || b.status === 'vastgesteld') return;
    await tx.db
      .updateTable('termijn')
      .set({ onderwerp_soort: 'melding', onderwerp_id: g.meldingId })
      .where('onderwerp_id', '=', b.id)
      .where('soort', '=', 'spoed_24u')
      .where('afgerond_op', 'is', null)
      .execute();
    const spoed = await findTermijnstand(tx, g.meldingId, 'spoed_24u');
    const houder = spoed && (await findHouder(tx, b.casusId));
    if (houder) {
      await zetZichtcontrole(tx, b.casusId, {
        organisatieId: houder.organisatieId,
        medewerkerId: null,
        begintOp: spoed.begintOp,
        acuut: true,
        waarom: GEVAAR_BLIJFT,
      });
    }
    await rondTermijnAf(tx, b.id, TOT_BESLUIT, 'melding ingetrokken');
    await zetAfsluiten(tx, b, 'De melding is ingetrokken');
  });
}

/**
 * What the holder must know of meldingen that moved: whether one still waits, and whether one is about acute danger. For who did not
 * assess it, danger is new until it was withdrawn or decided not to be; for who did, as long as nobody acted on it.
 */
async function leesVerplaatst(
  tx: Tx,
  meldingIds: readonly string[],
  houderId: string,
): Promise<{ wacht: boolean; acuut: boolean }> {
  const { rows } = await sql<{ wacht: boolean; acuut: boolean }>`
    select coalesce(bool_or(b.status <> 'vastgesteld'), false) as wacht,
      coalesce(bool_or(exists (select from termijn t where t.regio_id = b.regio_id and t.onderwerp_id in (b.id, m.id)
          and t.soort = 'spoed_24u' and t.afgerond_op is null)
        or (b.organisatie_id <> ${houderId} and m.status <> 'ingetrokken'
          and (b.acuut is not distinct from 'ja' or (m.acuut and b.status <> 'vastgesteld')))), false) as acuut
    from beoordeling b join melding m on m.regio_id = b.regio_id and m.id = b.melding_id
    where b.melding_id = any(${[...meldingIds]}::uuid[])`.execute(tx.db);
  return rows[0] ?? { wacht: false, acuut: false };
}

/**
 * What is left of the look that was planned where the meldingen came from and that ended with their moving; an hour where it was
 * late. Null: none was planned.
 */
async function findRestVanBlik(tx: Tx, casusId: string): Promise<{ begintOp: Date; binnen: Duur } | null> {
  const was = await tx.db
    .selectFrom('termijn')
    .select('vervalt_op')
    .where('onderwerp_id', '=', casusId)
    .where('soort', '=', 'zichtcontrole')
    .where('afgerond_op', '=', tx.nu)
    .orderBy('vervalt_op')
    .executeTakeFirst();
  if (!was?.vervalt_op) return null;
  const eind = Math.max(was.vervalt_op.getTime(), tx.nu.getTime() + UUR);
  const aantal = Math.ceil((eind - tx.nu.getTime()) / UUR);
  return { begintOp: new Date(eind - aantal * UUR), binnen: { aantal, eenheid: 'uren' } };
}

/**
 * The melding belongs to another casus now: its beoordeling and terms go along. Whoever holds that casus looks, and why stands on its
 * list: within 24 hours for acute danger, else within a week, and never later than was planned in either of the two. Undoing is the
 * same, the other way.
 */
export async function verplaatsBeoordelingen(tx: Tx, g: Gebeurtenissen['melding.verplaatst']): Promise<void> {
  if (g.meldingIds.length === 0) return;
  await tx.overGrens(async () => {
    const rijen = await tx.db
      .updateTable('beoordeling')
      .set({ casus_id: g.naarCasusId })
      .where('melding_id', 'in', [...g.meldingIds])
      .returning('id')
      .execute();
    const onderwerpen = [...rijen.map((r) => r.id), ...g.meldingIds];
    await tx.db
      .updateTable('termijn')
      .set({ casus_id: g.naarCasusId })
      .where('onderwerp_id', 'in', onderwerpen)
      .where('casus_id', '=', g.vanCasusId)
      .execute();
    const houder = await findHouder(tx, g.naarCasusId);
    if (!houder) return;
    const { wacht, acuut } = await leesVerplaatst(tx, g.meldingIds, houder.organisatieId);
    const blik = {
      organisatieId: houder.organisatieId,
      medewerkerId: null,
      begintOp: tx.nu,
      acuut,
      waarom: waaromNaMelding(wacht, acuut),
    };
    await zetZichtcontrole(tx, g.naarCasusId, blik);
    const rest = await findRestVanBlik(tx, g.vanCasusId);
    if (rest) await zetZichtcontrole(tx, g.naarCasusId, { ...blik, ...rest });
  });
}
