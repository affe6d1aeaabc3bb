// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import { type ApiProbleem, api, useVervers } from './api.ts';

/** Who is logged in, and what waits for them. */
export interface Ik {
  medewerker: { id: string; naam: string; functie: string };
  organisatie: { id: string; naam: string; soort: string };
  demo: boolean;
  /** The server's clock, UTC. In a demo it may differ from the device's. */
  nu: string;
  tellers: { werk: number; overdracht: number; monitoring: number; toezicht: number; belangen: number };
}

/** With the moment of reading on this page's own clock (ms), to move the server's clock on. */
export type GelezenIk = Ik & { gelezenOp: number };

/** Reads who is logged in; a first 401 is an answer, not a session that ran out. */
export function useIkVraag() {
  const vraag = useQuery<GelezenIk, ApiProbleem>({
    queryKey: ['ik'],
    queryFn: async ({ signal, client, queryKey }) => {
      // Known before: then the session ran out, and the dialog asks to log in again.
      const bij401 = client.getQueryData(queryKey) === undefined ? 'gooi' : 'wacht';
      const ik = await api.get<Ik>('/ik', { signal, bij401 });
      return { ...ik, gelezenOp: performance.now() };
    },
    retry: false,
  });
  useVervers(vraag.refetch, 60_000);
  return vraag;
}

export const IkContext = createContext<GelezenIk | undefined>(undefined);

/** The person who is logged in. Only inside the shell. */
export function useIk(): Ik {
  const ik = useContext(IkContext);
  if (!ik) throw new Error('useIk is for pages inside the shell');
  return ik;
}

/** The server's now, moved on by the time that passed on this device; renewed every 30 seconds. */
export function useNu(): Date {
  const ik = useContext(IkContext);
  const [, tik] = useState(0);
  useEffect(() => {
    const klok = setInterval(() => tik((n) => n + 1), 30_000);
    return () => clearInterval(klok);
  }, []);
  return ik ? new Date(Date.parse(ik.nu) + (performance.now() - ik.gelezenOp)) : new Date();
}
