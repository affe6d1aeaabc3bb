// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { getCasusVoorSchrijven } from '../../kern/casus/casus.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { rondTermijnAf } from '../../kern/termijn/termijn.store.ts';
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
 * Someone looked: ends the running zichtcontrole, and sets the next one for the holder. Whoever was spoken to or seen also
 * ends the 24 hours. Throws 409 when the casus is closed, 400 when the moment lies in the future.
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
    throw ongeldig([{ veld: 'op', melding: 'Dit moment is nog niet geweest. Vul in wanneer u keek.' }]);
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
  await rondTermijnAf(tx, casusId, ['zichtcontrole'], c.uitkomst);
  if (isGehandeld(c.uitkomst)) {
    await tx.db
      .updateTable('termijn')
      .set({ afgerond_op: tx.nu, afgerond_hoe: `gezien: ${c.uitkomst}` })
      .where('casus_id', '=', casusId)
      .where('soort', '=', 'spoed_24u')
      .where('afgerond_op', 'is', null)
      .execute();
  }
  let volgendeOp: Date | null = null;
  if (moetOpnieuwKijken({ open: true, fase: casus.fase }, c.uitkomst)) {
    const houder = await findHouder(tx, casusId);
    const houderId = houder?.organisatieId ?? tx.wie.organisatieId;
    await zetZichtcontrole(tx, casusId, {
      organisatieId: houderId,
      medewerkerId: houderId === tx.wie.organisatieId ? tx.wie.medewerkerId : null,
      begintOp: tx.nu,
      acuut: casus.acuut,
      waarom:
        c.uitkomst === 'veilig' ? 'Kijk opnieuw of het veilig is' : 'De vorige keer was het niet in orde',
      dagen: c.volgendeOverDagen ?? volgendeControle(c.uitkomst) ?? undefined,
    });
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
