// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { getCasusVoorSchrijven } from '../../kern/casus/casus.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { looptTermijn } from '../../kern/termijn/termijn.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { ongeldig, Probleem } from '../../platform/http/problem.ts';
import { betreftCasus } from './beoordeling.store.ts';
import { type ControleUitkomst, isGehandeld, moetOpnieuwKijken, volgendeControle } from './controle.ts';
import { zetZichtcontrole } from './zichtcontrole.store.ts';

export interface NieuweControle {
  uitkomst: ControleUitkomst;
  /** Who was spoken to or seen, by role. */
  met: string;
  toelichting: string;
  /** When it was; now when left out. */
  op: Date | null;
  /** In how many days someone looks again. */
  volgendeOverDagen: number | null;
}

export interface Controle {
  id: string;
  op: Date;
  uitkomst: string;
  met: string;
  toelichting: string;
  organisatie: string;
  door: string | null;
}

/**
 * Someone looked: ends the running zichtcontrole, and sets the next one for the holder, counted from the look. Whoever was spoken
 * to or seen also ends the 24 hours. A look may be written down late, but one from before a term began says nothing about why it
 * began: that term runs on. Throws 409 when the casus is closed, 400 when the moment lies in the future or before the casus.
 */
export async function legControleVast(
  tx: Tx,
  casusId: string,
  c: NieuweControle,
): Promise<{ id: string; volgendeOp: Date | null }> {
  const casus = await getCasusVoorSchrijven(tx, casusId);
  if (casus.status !== 'open') {
    throw new Probleem(
      409,
      'Deze casus is gesloten',
      'Er is niets bewaard. Is het niet veilig, doe dan een nieuwe melding.',
      { soort: 'gesloten' },
    );
  }
  const op = c.op ?? tx.nu;
  if (op > tx.nu)
    throw ongeldig([{ veld: 'gezienOp', melding: 'Dit moment is nog niet geweest. Vul in wanneer u keek.' }]);
  const gezienTot = totEnMet(op);
  if (gezienTot < casus.geopendOp)
    throw ongeldig([
      {
        veld: 'gezienOp',
        melding: 'Toen was er nog geen melding over dit gezin. Vul in wanneer u daarna keek.',
      },
    ]);
  await betreftCasus(tx, casusId);
  await laatWeten(tx, 'tekst.geschreven', {
    casusId,
    teksten: [
      ['met', c.met],
      ['toelichting', c.toelichting],
    ],
  });
  const id = nieuwId(tx.nu);
  await tx.db
    .insertInto('veiligheidscontrole')
    .values({
      regio_id: tx.regio,
      id,
      casus_id: casusId,
      op,
      organisatie_id: tx.wie.organisatieId,
      medewerker_id: tx.wie.medewerkerId,
      met: c.met,
      uitkomst: c.uitkomst,
      toelichting: c.toelichting,
    })
    .execute();
  await beeindigMetBlik(tx, casusId, c.uitkomst, gezienTot);
  let volgendeOp: Date | null = null;
  // a look written down late does not undo what a later one planned
  const laatste = await findLaatsteControle(tx, casusId);
  const isLaatste = laatste !== null && laatste.op <= op;
  if (isLaatste && moetOpnieuwKijken({ open: true, fase: casus.fase }, c.uitkomst)) {
    await zetVolgende(tx, casus, c, op);
    const rij = await tx.db
      .selectFrom('termijn')
      .select('vervalt_op')
      .where('onderwerp_id', '=', casusId)
      .where('soort', '=', 'zichtcontrole')
      .where('afgerond_op', 'is', null)
      .executeTakeFirst();
    volgendeOp = rij?.vervalt_op ?? null;
  }
  tx.inhoud({ controle: id, uitkomst: c.uitkomst });
  tx.categorie('veiligheid');
  return { id, volgendeOp };
}

/** A moment without seconds stands for that whole minute: nobody knows it more exactly when writing it down. */
function totEnMet(op: Date): Date {
  return op.getTime() % 60_000 === 0 ? new Date(op.getTime() + 59_999) : op;
}

/** Ends what a look at this moment answers: the 24 hours and the zichtcontrole that had begun by then. */
async function beeindigMetBlik(
  tx: Tx,
  casusId: string,
  uitkomst: ControleUitkomst,
  gezienTot: Date,
): Promise<void> {
  const lopend = tx.db
    .updateTable('termijn')
    .where('casus_id', '=', casusId)
    .where('afgerond_op', 'is', null)
    .where('begint_op', '<=', gezienTot);
  if (isGehandeld(uitkomst)) {
    await lopend
      .set({ afgerond_op: tx.nu, afgerond_hoe: `gezien: ${uitkomst}` })
      .where('soort', '=', 'spoed_24u')
      .execute();
  }
  // danger that was named after this look made the running zichtcontrole urgent: only a look since then answers it
  await lopend
    .set({ afgerond_op: tx.nu, afgerond_hoe: uitkomst })
    .where('onderwerp_id', '=', casusId)
    .where('soort', '=', 'zichtcontrole')
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('termijn as s')
            .select('s.id')
            .where('s.casus_id', '=', casusId)
            .where('s.soort', '=', 'spoed_24u')
            .where('s.afgerond_op', 'is', null)
            .where('s.begint_op', '>', gezienTot),
        ),
      ),
    )
    .execute();
}

/** The next look, counted from this one; nothing where one still runs that this look did not answer. */
async function zetVolgende(
  tx: Tx,
  casus: { id: string; acuut: boolean },
  c: NieuweControle,
  op: Date,
): Promise<void> {
  if (await looptTermijn(tx, casus.id, 'zichtcontrole')) return;
  const houder = await findHouder(tx, casus.id);
  const houderId = houder?.organisatieId ?? tx.wie.organisatieId;
  await zetZichtcontrole(tx, casus.id, {
    organisatieId: houderId,
    medewerkerId: houderId === tx.wie.organisatieId ? tx.wie.medewerkerId : null,
    begintOp: op,
    acuut: casus.acuut,
    waarom: c.uitkomst === 'veilig' ? 'Kijk opnieuw of het veilig is' : 'De vorige keer was het niet in orde',
    binnen: { aantal: c.volgendeOverDagen ?? volgendeControle(c.uitkomst), eenheid: 'dagen' },
  });
}

/** The checks of a casus, newest first. */
export async function listControles(
  tx: Tx,
  casusId: string,
  vanaf: number,
  aantal: number,
): Promise<{ items: Controle[]; totaal: number }> {
  const { rows } = await sql<{
    id: string;
    op: Date;
    uitkomst: string;
    met: string;
    toelichting: string;
    organisatie: string;
    door: string | null;
    totaal: number;
  }>`
    select v.id, v.op, v.uitkomst, v.met, v.toelichting, o.naam as organisatie, m.naam as door, count(*) over () as totaal
    from veiligheidscontrole v
    join organisatie o on o.regio_id = v.regio_id and o.id = v.organisatie_id
    left join medewerker m on m.regio_id = v.regio_id and m.id = v.medewerker_id
    where v.casus_id = ${casusId}
    order by v.op desc, v.id desc limit ${aantal} offset ${vanaf}`.execute(tx.db);
  await betreftCasus(tx, casusId);
  tx.categorie('veiligheid');
  return {
    items: rows.map(({ totaal: _totaal, ...r }) => r),
    totaal: Number(rows[0]?.totaal ?? 0),
  };
}

/** The last look at a casus; null when nobody looked. */
export async function findLaatsteControle(
  tx: Tx,
  casusId: string,
): Promise<{ op: Date; uitkomst: string; met: string } | null> {
  const rij = await tx.db
    .selectFrom('veiligheidscontrole')
    .select(['op', 'uitkomst', 'met'])
    .where('casus_id', '=', casusId)
    .orderBy('op', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return rij ?? null;
}
