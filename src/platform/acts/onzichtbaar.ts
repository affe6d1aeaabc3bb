// SPDX-License-Identifier: EUPL-1.2
import { nietGevonden, Probleem } from '../http/problem.ts';
import type { Context, Deuren, Onderwerp, Tx } from './deur.ts';

/**
 * The same doors, for what may not even be known to exist: whoever has no part in it gets the answer of something that does
 * not exist (404). Who may never do this at all still hears that (403): that says nothing about the subject.
 * @param wat how the subject is called in that answer: "Deze casus"
 */
export function onzichtbaarZonderDeel(deuren: Deuren, wat: string): Deuren {
  const stil = async <T>(werk: Promise<T>): Promise<T> => {
    try {
      return await werk;
    } catch (fout) {
      if (fout instanceof Probleem && fout.extra.soort === 'geen-deel') throw nietGevonden(wat);
      throw fout;
    }
  };
  return {
    act: <K, T>(
      context: Context,
      soort: string,
      onderwerp: Onderwerp,
      fn: (tx: Tx) => Promise<K>,
      toon: (tx: Tx, bewaard: K) => Promise<T> = async (_tx, bewaard) => bewaard as unknown as T,
    ) => stil(deuren.act(context, soort, onderwerp, fn, toon)),
    read: (context, soort, onderwerp, fn) => stil(deuren.read(context, soort, onderwerp, fn)),
    vraag: deuren.vraag,
  };
}
