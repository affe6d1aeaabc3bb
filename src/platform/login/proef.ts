// SPDX-License-Identifier: EUPL-1.2
// For tests: sessions in memory, with the same rules as the table.
import type { RedenIntrekking, Sessie, SessieStore } from './sessie.ts';

interface GeheugenSessies extends SessieStore {
  readonly rijen: Map<string, Sessie & { reden?: RedenIntrekking }>;
  /** How often `laatst_gezien` was written. */
  readonly aangeraakt: () => number;
}

export function geheugenSessies(): GeheugenSessies {
  const rijen = new Map<string, Sessie & { reden?: RedenIntrekking }>();
  let aangeraakt = 0;
  const open = (hash: Buffer) => {
    const rij = rijen.get(hash.toString('hex'));
    return rij?.ingetrokkenOp === null ? rij : undefined;
  };
  return {
    rijen,
    aangeraakt: () => aangeraakt,
    async insertSessie(sessie) {
      rijen.set(sessie.idHash.toString('hex'), { ...sessie });
    },
    async findSessie(hash) {
      const rij = rijen.get(hash.toString('hex'));
      return rij === undefined ? null : { ...rij };
    },
    async touchSessie(hash, op) {
      const rij = open(hash);
      if (rij !== undefined && rij.laatstGezien < op) {
        rij.laatstGezien = op;
        aangeraakt++;
      }
    },
    async revokeSessie(hash, op, reden) {
      const rij = open(hash);
      if (rij !== undefined) Object.assign(rij, { ingetrokkenOp: op, reden });
    },
    async revokeSessiesVan(medewerkerId, op, reden) {
      const vanHen = [...rijen.values()].filter(
        (r) => r.medewerkerId === medewerkerId && r.ingetrokkenOp === null,
      );
      for (const rij of vanHen) Object.assign(rij, { ingetrokkenOp: op, reden });
      return vanHen.length;
    },
  };
}
