// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Tx } from '../../platform/acts/deur.ts';
import { naamVoorBuiten } from '../organisatie/organisatie.ts';
import { leestMee } from '../toegang/eigen.store.ts';
import { type Bijzonderheid, bijzonderheden, isBijMelder, STIL } from './tijdlijn.ts';

export interface TijdlijnRegel {
  id: string;
  op: Date;
  /** The name of the act, or `uitspraak`, or `zicht`. */
  soort: string;
  onderwerpId: string | null;
  wie: string | null;
  namens: string | null;
  bijzonderheden: Bijzonderheid[];
  uitspraakSoort: string | null;
  tekst: string | null;
  bron: string | null;
  gebeurdOp: string | null;
  /** Another statement came in its place. */
  verbeterd: boolean;
}

/**
 * One page of what happened, newest first: the acts (also those of casussen that were joined into this one), the statements,
 * and each change of who holds zicht. Shows what row-level security shows; whoever did an act that could point at a melder is
 * named only inside that organisation (P4).
 * @param na where the previous page ended
 * @returns one more than `aantal` when there is another page
 */
export async function listTijdlijn(
  tx: Tx,
  casusId: string,
  aantal: number,
  na: { op: Date; id: string } | null,
): Promise<TijdlijnRegel[]> {
  const gast = leestMee(tx);
  const voor = (op: string, id: string) =>
    na ? sql`and (${sql.ref(op)}, ${sql.ref(id)}) < (${na.op}::timestamptz, ${na.id}::uuid)` : sql``;
  const { rows } = await sql<{
    id: string;
    op: Date;
    soort: string;
    onderwerp_id: string | null;
    wie: string | null;
    namens: string | null;
    inhoud: unknown;
    uitspraak_soort: string | null;
    tekst: string | null;
    bron: string | null;
    gebeurd_op: string | null;
    organisatie_id: string | null;
    verbeterd: boolean;
    organisatie_soort: string | null;
  }>`
    select * from (
      (select h.id, h.op, h.soort, h.onderwerp_id, m.naam as wie, h.namens, h.inhoud, null as uitspraak_soort, null as tekst, null as bron,
         null as gebeurd_op, h.organisatie_id, false as verbeterd, o.soort as organisatie_soort
       from handeling h left join medewerker m on m.regio_id = h.regio_id and m.id = h.medewerker_id
       left join organisatie o on o.regio_id = h.regio_id and o.id = h.organisatie_id
       where h.casus_id in (select id from casus where id = ${casusId} or samengevoegd_in = ${casusId})
         and h.soort not in (${sql.join([...STIL])}) ${voor('h.op', 'h.id')}
       order by h.op desc, h.id desc limit ${aantal + 1})
      union all
      (select u.id, u.vastgelegd_op, 'uitspraak', u.melding_id, null, o.naam, null, u.soort, u.tekst, u.bron, u.gebeurd_op, u.organisatie_id,
         u.id = any (array(select verbeterde_uitspraken(${casusId}))), o.soort
       from uitspraak u join organisatie o on o.regio_id = u.regio_id and o.id = u.organisatie_id
       where u.casus_id = ${casusId} ${voor('u.vastgelegd_op', 'u.id')}
       order by u.vastgelegd_op desc, u.id desc limit ${aantal + 1})
      union all
      (select z.id, z.vanaf, 'zicht', z.organisatie_id, null, o.naam, null, null, null, null, null, z.organisatie_id, false, o.soort
       from zicht z join organisatie o on o.regio_id = z.regio_id and o.id = z.organisatie_id
       where z.casus_id = ${casusId} ${voor('z.vanaf', 'z.id')}
       order by z.vanaf desc, z.id desc limit ${aantal + 1})
    ) alles
    order by op desc, id desc limit ${aantal + 1}`.execute(tx.db);
  return rows.map((r) => {
    const dicht = isBijMelder(r.soort) && r.organisatie_id !== tx.wie.organisatieId;
    const schuil = gast && r.organisatie_soort === 'opvang';
    const namens = r.namens !== null && schuil ? naamVoorBuiten(r.namens, 'opvang') : r.namens;
    return {
      id: r.id,
      op: r.op,
      soort: r.soort,
      onderwerpId: dicht || schuil ? null : r.onderwerp_id,
      wie: dicht || schuil ? null : r.wie,
      namens: dicht ? null : namens,
      bijzonderheden: dicht ? [] : bijzonderheden(r.inhoud),
      uitspraakSoort: r.uitspraak_soort,
      tekst: r.tekst,
      bron: r.bron,
      gebeurdOp: r.gebeurd_op,
      verbeterd: r.verbeterd,
    };
  });
}
