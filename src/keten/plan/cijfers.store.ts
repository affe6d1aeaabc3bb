// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { CasusRij } from '../../kern/casus/casus.store.ts';
import { listCasusPersonen } from '../../kern/persoon/persoon.store.ts';
import {
  findTermijnstand,
  looptTermijn,
  rondTermijnAf,
  zetTermijn,
} from '../../kern/termijn/termijn.store.ts';
import type { Tx } from '../../platform/acts/deur.ts';
import { nieuwId } from '../../platform/acts/id.ts';
import { ongeldig } from '../../platform/http/problem.ts';
import { getEigenaar, HOOGSTENS } from './plan.store.ts';
import { bezwaarTegenCijfer, type Cijfer, isRondeGevraagd } from './plan.ts';

/** The next round of figures is asked so long after this moment; an earlier question about it is answered. */
async function zetCijferronde(tx: Tx, casus: CasusRij): Promise<void> {
  await rondTermijnAf(tx, casus.id, ['cijfers_vragen'], 'iedereen gevraagd');
  await zetTermijn(tx, {
    soort: 'cijfers_vragen',
    casusId: casus.id,
    onderwerpSoort: 'casus',
    onderwerpId: casus.id,
    ...(await getEigenaar(tx, casus)),
    waarom: 'Tijd voor nieuwe veiligheidscijfers',
    begintOp: tx.nu,
  });
}

/** After a figure: the round that runs ends when everyone was asked; until then it stays due when it was. */
async function volgCijferronde(tx: Tx, casus: CasusRij): Promise<void> {
  const ronde = await findTermijnstand(tx, casus.id, 'cijfers_vragen');
  const direct = (await listCasusPersonen(tx, casus.id)).filter((p) => p.directbetrokken);
  const gevraagd =
    ronde === null ||
    isRondeGevraagd(
      direct.map((p) => p.persoonId),
      await listCijfers(tx, casus.id),
      ronde.begintOp,
    );
  if (gevraagd) await zetCijferronde(tx, casus);
}

/** Sets the first round when the plan begins and nothing asks for it yet. */
export async function beginCijferronde(tx: Tx, casus: CasusRij): Promise<void> {
  const er = await looptTermijn(tx, casus.id, 'cijfers_vragen');
  if (!er) await zetCijferronde(tx, casus);
}

export interface NieuwCijfer {
  persoonId: string;
  scorerSoort: string;
  scorer: string;
  cijfer: number;
  waarom: string;
  nodig: string | null;
  bij: string;
  /** The monitoring moment at which it was asked. */
  monitormomentId?: string;
}

/** What is typed with a figure, for 'tekst.geschreven'. `pad` is where the figure stands in the request. */
export function tekstenVanCijfer(
  c: { scorer: string; waarom: string; nodig?: string | null },
  pad = '',
): [veld: string, tekst: string | null][] {
  return [
    [`${pad}scorer`, c.scorer],
    [`${pad}waarom`, c.waarom],
    [`${pad}nodig`, c.nodig ?? null],
  ];
}

/**
 * Adds figures. Throws 400, with every row at once, when one is about someone who is not in this casus, or said to be by a child
 * that is too young. The caller says what is written (`tekstenVanCijfer`): only it knows all that is typed at once.
 * @param gezin those whom a figure may be about
 * @param pad what the request calls the figure in this row
 */
export async function geefCijfers(
  tx: Tx,
  casus: CasusRij,
  cijfers: readonly NieuwCijfer[],
  gezin: readonly { persoonId: string; leeftijd: number | null }[],
  pad: (rij: number) => string = (rij) => `cijfers.${rij}.`,
): Promise<string[]> {
  const fouten = cijfers.flatMap((c, rij) => {
    const fout = bezwaarTegenCijfer(c, gezin);
    return fout ? [{ veld: `${pad(rij)}${fout.veld}`, melding: fout.melding }] : [];
  });
  if (fouten.length > 0) throw ongeldig(fouten);
  if (cijfers.length === 0) return [];
  const ids = cijfers.map(() => nieuwId(tx.nu));
  await tx.db
    .insertInto('veiligheidscijfer')
    .values(
      cijfers.map((c, rij) => ({
        regio_id: tx.regio,
        id: ids[rij] ?? '',
        casus_id: casus.id,
        persoon_id: c.persoonId,
        scorer_soort: c.scorerSoort,
        scorer: c.scorer,
        cijfer: c.cijfer,
        waarom: c.waarom,
        nodig: c.nodig,
        op: tx.nu,
        bij: c.bij,
        monitormoment_id: c.monitormomentId ?? null,
        medewerker_id: tx.wie.medewerkerId,
        organisatie_id: tx.wie.organisatieId,
      })),
    )
    .execute();
  await volgCijferronde(tx, casus);
  return ids;
}

/**
 * The newest figures of a casus. A figure about a mention that now counts as another person (radar) comes with that person.
 * @param monitormomentId only those that were asked at this moment
 */
export async function listCijfers(
  tx: Tx,
  casusId: string,
  monitormomentId: string | null = null,
): Promise<Cijfer[]> {
  const { rows } = await sql<{
    id: string;
    persoon_id: string;
    scorer_soort: string;
    scorer: string;
    cijfer: number;
    waarom: string;
    nodig: string | null;
    op: Date;
    bij: string;
    organisatie: string;
  }>`
    select c.id, coalesce(nu.persoon_id, c.persoon_id) as persoon_id, c.scorer_soort, c.scorer, c.cijfer, c.waarom, c.nodig, c.op, c.bij, o.naam as organisatie
    from veiligheidscijfer c
    join organisatie o on o.regio_id = c.regio_id and o.id = c.organisatie_id
    left join lateral (
      select k2.persoon_id
      from casus_persoon cp
      join koppeling k1 on k1.regio_id = cp.regio_id and k1.vermelding_id = cp.vermelding_id and k1.persoon_id = c.persoon_id
      join koppeling k2 on k2.regio_id = cp.regio_id and k2.vermelding_id = cp.vermelding_id and k2.tot is null
      where cp.regio_id = c.regio_id and cp.casus_id = c.casus_id and cp.tot is null
      order by (k2.persoon_id = c.persoon_id) desc, k2.persoon_id limit 1
    ) nu on true
    where c.casus_id = ${casusId}
      and (${monitormomentId}::uuid is null or c.monitormoment_id = ${monitormomentId})
    order by c.op desc, c.id desc
    limit ${HOOGSTENS * 2}`.execute(tx.db);
  return rows.map((r) => ({
    id: r.id,
    persoonId: r.persoon_id,
    scorerSoort: r.scorer_soort,
    scorer: r.scorer,
    cijfer: r.cijfer,
    waarom: r.waarom,
    nodig: r.nodig,
    op: r.op,
    bij: r.bij,
    organisatieNaam: r.organisatie,
  }));
}
