// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type CasusRij, getCasusVoorSchrijven } from '../../kern/casus/casus.store.ts';
import { findRegisseurBij } from '../../kern/casus/overzicht.store.ts';
import { laatWeten } from '../../kern/gebeurtenissen.ts';
import { findTermijnstand } from '../../kern/termijn/termijn.store.ts';
import { findHouder } from '../../kern/zicht/zicht.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { ongeldig, Probleem } from '../../platform/http/problem.ts';
import { betreftCasus } from './beoordeling.store.ts';
import {
  type ControleUitkomst,
  hoogstensDagen,
  isGehandeld,
  naDeBlik,
  volgendeControle,
} from './controle.ts';
import { heeftAndereTermijn, houdInHetOog, OPNIEUW, zetZichtcontrole } from './zichtcontrole.store.ts';

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
 * Someone looked. What that does to the next look of the holder of zicht: `naDeBlik`. Whoever was spoken to or seen also ends the 24
 * hours. A look may be written down late, but one from before a term began says nothing about why it began: that term runs on.
 * Throws 409 when the casus is closed, 400 when the moment lies in the future or before the casus, or the holder would leave acute danger
 * that is not over for longer than `hoogstensDagen`.
 * @returns when the holder looks next, and its name; null when another term of the holder brings it back
 */
export async function legControleVast(
  tx: Tx,
  casusId: string,
  c: NieuweControle,
): Promise<{ id: string; volgendeOp: Date | null; volgendeDoor: string | null }> {
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
  const houder = await findHouder(tx, casusId);
  const houderId = houder?.organisatieId ?? tx.wie.organisatieId;
  const doorHouder = houderId === tx.wie.organisatieId;
  // another than the holder never puts a look off (`zetVolgende`)
  if (doorHouder && (c.volgendeOverDagen ?? 0) > hoogstensDagen(c.uitkomst, casus.acuut))
    throw ongeldig([
      {
        veld: 'volgendeOverDagen',
        melding: 'Het is acuut en nog niet veilig: dan kijkt u morgen weer. Kies morgen.',
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
  await beeindigMetBlik(tx, casusId, c.uitkomst, gezienTot, doorHouder);
  const houderKijktAnders = await heeftAndereTermijn(tx, casusId, houderId);
  // a look written down late does not undo what a later one planned
  if (await isLaatste(tx, casusId, op, [houderId, tx.wie.organisatieId])) {
    const { uitkomst } = c;
    const planBegonnen = casus.fase !== null;
    await zetVolgende(
      tx,
      casus,
      { ...c, op, houderId },
      naDeBlik({
        uitkomst,
        doorHouder,
        planBegonnen,
        houderKijktAnders,
        gekozen: c.volgendeOverDagen !== null,
      }),
    );
  }
  const volgendeOp = await houdInHetOog(tx, casus, houderId);
  tx.inhoud({ controle: id, uitkomst: c.uitkomst });
  tx.categorie('veiligheid');
  return { id, volgendeOp, volgendeDoor: (volgendeOp && houder?.naam) ?? null };
}

/** A moment without seconds stands for that whole minute: nobody knows it more exactly when writing it down. */
function totEnMet(op: Date): Date {
  return op.getTime() % 60_000 === 0 ? new Date(op.getTime() + 59_999) : op;
}

/** Whether none of these organisations looked after this moment. */
async function isLaatste(
  tx: Tx,
  casusId: string,
  op: Date,
  organisaties: readonly string[],
): Promise<boolean> {
  const later = await tx.db
    .selectFrom('veiligheidscontrole')
    .select('id')
    .where('casus_id', '=', casusId)
    .where('organisatie_id', 'in', [...organisaties])
    .where('op', '>', op)
    .executeTakeFirst();
  return later === undefined;
}

/**
 * Ends what a look at this moment answers: the 24 hours and, when the holder looked, the zichtcontrole, as far as they had begun by
 * then.
 */
async function beeindigMetBlik(
  tx: Tx,
  casusId: string,
  uitkomst: ControleUitkomst,
  gezienTot: Date,
  doorHouder: boolean,
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
  if (!doorHouder) return;
  // whoever holds it again and saw someone took it up
  if (isGehandeld(uitkomst))
    await lopend
      .set({ afgerond_op: tx.nu, afgerond_hoe: `gezien: ${uitkomst}` })
      .where('soort', '=', 'hermelding_terug')
      .execute();
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

/**
 * Plans the next look of the holder after this one. Where one still runs that its own look did not answer, that one keeps why it is
 * there; a day that the holder chose only brings it nearer.
 */
async function zetVolgende(
  tx: Tx,
  casus: CasusRij,
  c: Omit<NieuweControle, 'op'> & { op: Date; houderId: string },
  daarna: ReturnType<typeof naDeBlik>,
): Promise<void> {
  const gewoon = volgendeControle(c.uitkomst);
  const blik = { organisatieId: c.houderId, begintOp: c.op, acuut: casus.acuut };
  const loopt = await findTermijnstand(tx, casus.id, 'zichtcontrole');
  if (daarna === 'opnieuw' && (!loopt || c.volgendeOverDagen !== null)) {
    await zetZichtcontrole(tx, casus.id, {
      ...blik,
      acuut: loopt?.acuut ?? casus.acuut,
      medewerkerId: tx.wie.medewerkerId,
      waarom: loopt?.waarom ?? (c.uitkomst === 'veilig' ? OPNIEUW : 'De vorige keer was het niet in orde'),
      binnen: { aantal: c.volgendeOverDagen ?? gewoon, eenheid: 'dagen' },
    });
  }
  if (daarna === 'eerder') {
    await zetZichtcontrole(tx, casus.id, {
      ...blik,
      medewerkerId: await findRegisseurBij(tx, casus.id, casus.regisseurId, c.houderId),
      waarom:
        c.uitkomst === 'veilig'
          ? 'Een andere organisatie keek, en vraagt weer te kijken'
          : 'Een andere organisatie keek, en het was niet in orde',
      binnen: { aantal: Math.min(c.volgendeOverDagen ?? gewoon, gewoon), eenheid: 'dagen' },
    });
  }
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
