// SPDX-License-Identifier: EUPL-1.2
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Vak {
  inhoud: AdapterPayload;
  /** Milliseconds since 1970. */
  tot: number;
}

const DAG_S = 24 * 60 * 60;
/** More than this is not a demo any more; the oldest go first. */
const HOOGSTENS = 20_000;

/**
 * The provider's own state (sessions, choices, codes) in memory: after a restart of the demo one chooses again.
 * Keys are kept elsewhere (sleutels.ts), so that tokens survive.
 */
export function geheugenAdapter(): AdapterFactory {
  const vakken = new Map<string, Vak>();

  const lees = (sleutel: string): AdapterPayload | undefined => {
    const vak = vakken.get(sleutel);
    if (vak !== undefined && vak.tot > Date.now()) return vak.inhoud;
    vakken.delete(sleutel);
    return undefined;
  };
  const vind = (soort: string, past: (inhoud: AdapterPayload) => boolean) => {
    for (const sleutel of vakken.keys()) {
      if (!sleutel.startsWith(`${soort}:`)) continue;
      const inhoud = lees(sleutel);
      if (inhoud !== undefined && past(inhoud)) return inhoud;
    }
    return undefined;
  };

  return (soort): Adapter => ({
    async upsert(id, inhoud, geldigS) {
      const sleutel = `${soort}:${id}`;
      vakken.delete(sleutel);
      vakken.set(sleutel, { inhoud, tot: Date.now() + (geldigS ?? DAG_S) * 1000 });
      for (const oudste of vakken.keys()) {
        if (vakken.size <= HOOGSTENS) break;
        vakken.delete(oudste);
      }
    },
    find: async (id) => lees(`${soort}:${id}`),
    findByUid: async (uid) => vind(soort, (inhoud) => inhoud.uid === uid),
    findByUserCode: async (code) => vind(soort, (inhoud) => inhoud.userCode === code),
    async consume(id) {
      const inhoud = lees(`${soort}:${id}`);
      if (inhoud !== undefined) inhoud.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      vakken.delete(`${soort}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [sleutel, vak] of vakken) if (vak.inhoud.grantId === grantId) vakken.delete(sleutel);
    },
  });
}
