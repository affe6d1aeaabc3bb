// SPDX-License-Identifier: EUPL-1.2
import { type QueryExecutorProvider, sql } from 'kysely';
import type { SessieStore } from './sessie.ts';

/** One row; moments as milliseconds since 1970, whatever the driver makes of a timestamptz. */
interface Rij {
  id_hash: Buffer;
  medewerker_id: string;
  regio_id: string;
  gemaakt: number;
  laatst_gezien: number;
  step_up_op: number | null;
  ingetrokken_op: number | null;
}

const moment = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

/** Sessions in PostgreSQL (0002_login.sql). @param db any Kysely or transaction of a user with the grants of houvast_app */
export function sessieStore(db: QueryExecutorProvider): SessieStore {
  return {
    async insertSessie(s) {
      await sql`
        insert into houvast.sessie (id_hash, medewerker_id, regio_id, gemaakt, laatst_gezien, step_up_op)
        values (${s.idHash}, ${s.medewerkerId}, ${s.regioId}, ${s.gemaakt.toISOString()},
                ${s.laatstGezien.toISOString()}, ${s.stepUpOp?.toISOString() ?? null})`.execute(db);
    },
    async findSessie(idHash) {
      const { rows } = await sql<Rij>`
        select id_hash, medewerker_id, regio_id,
               (extract(epoch from gemaakt) * 1000)::float8 as gemaakt,
               (extract(epoch from laatst_gezien) * 1000)::float8 as laatst_gezien,
               (extract(epoch from step_up_op) * 1000)::float8 as step_up_op,
               (extract(epoch from ingetrokken_op) * 1000)::float8 as ingetrokken_op
        from houvast.sessie where id_hash = ${idHash}`.execute(db);
      const rij = rows[0];
      if (rij === undefined) return null;
      return {
        idHash: rij.id_hash,
        medewerkerId: rij.medewerker_id,
        regioId: rij.regio_id,
        gemaakt: new Date(rij.gemaakt),
        laatstGezien: new Date(rij.laatst_gezien),
        stepUpOp: moment(rij.step_up_op),
        ingetrokkenOp: moment(rij.ingetrokken_op),
      };
    },
    async touchSessie(idHash, op) {
      await sql`
        update houvast.sessie set laatst_gezien = ${op.toISOString()}
        where id_hash = ${idHash} and ingetrokken_op is null
          and laatst_gezien < ${op.toISOString()}::timestamptz`.execute(db);
    },
    async revokeSessie(idHash, op, reden) {
      await sql`
        update houvast.sessie set ingetrokken_op = ${op.toISOString()}, reden = ${reden}
        where id_hash = ${idHash} and ingetrokken_op is null`.execute(db);
    },
    async revokeSessiesVan(medewerkerId, op, reden) {
      const { numAffectedRows } = await sql`
        update houvast.sessie set ingetrokken_op = ${op.toISOString()}, reden = ${reden}
        where medewerker_id = ${medewerkerId} and ingetrokken_op is null`.execute(db);
      return Number(numAffectedRows ?? 0n);
    },
  };
}
