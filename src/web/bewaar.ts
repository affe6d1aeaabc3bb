// SPDX-License-Identifier: EUPL-1.2
// Autosave of something that more people may change: it goes to its own address (PUT) with the version that was read. Was
// someone else first, then both texts stand side by side (409 with `huidig`). What cannot be sent stays on this device,
// encrypted, as with a draft.
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProbleem, api } from './api.ts';
import { type ConceptStaat, dropLocal, findLocal, keepLocal } from './concept.ts';

const wachtMs = 800;
const opnieuwMs = 15_000;

/** What the server answers to a save. */
export interface BewaardStand {
  versie: number;
  bewaardOp: string | null;
}

export interface Bewaar<T, H> {
  /** Call on every change with the whole; it waits 800 ms of rest before it sends. */
  bewaar: (inhoud: T) => void;
  /** Sends what is still here. True when the server has everything. */
  bewaarNu: () => Promise<boolean>;
  /** The version that the server gave last. */
  versie: () => number;
  /** A newer version was read. True when nothing unsent stands here, so that the page may show it. */
  neemOver: (versie: number) => boolean;
  staat: ConceptStaat;
  /** Someone else was first. Nothing is sent until the person has chosen. */
  conflict: { huidig: H; houdMijn: () => void; neemHun: () => void } | undefined;
  /** The server refused, for another reason than a conflict. */
  probleem: ApiProbleem | undefined;
}

/**
 * Autosaves to `pad` under the name `id` on this device.
 * @param begin the version that was read
 * @param bijTerug what was typed here earlier and never reached the server
 */
export function useBewaar<T extends object, H extends { versie: number }>(
  pad: string,
  id: string,
  begin: { versie: number; bewaardOp: string | null },
  bijTerug: (inhoud: T) => void,
  bijBewaard?: (stand: BewaardStand) => void,
): Bewaar<T, H> {
  const [staat, setStaat] = useState<ConceptStaat>(
    begin.bewaardOp ? { soort: 'bewaard', op: begin.bewaardOp } : { soort: 'leeg' },
  );
  const [huidig, setHuidig] = useState<H>();
  const [probleem, setProbleem] = useState<ApiProbleem>();
  const w = useRef({
    inhoud: undefined as T | undefined,
    vuil: false,
    versie: begin.versie,
    klok: 0,
    lopend: undefined as Promise<boolean> | undefined,
    stil: false,
  });
  const doe = useRef({ bijTerug, bijBewaard });
  doe.current = { bijTerug, bijBewaard };
  // A newer reading with nothing unsent here: that is what we go on from.
  if (!w.current.vuil && !w.current.lopend && begin.versie > w.current.versie)
    w.current.versie = begin.versie;

  const stuur = useCallback(async (): Promise<boolean> => {
    const s = w.current;
    clearTimeout(s.klok);
    if (s.lopend) await s.lopend;
    if (s.stil) return false;
    if (!s.vuil) return true;
    const inhoud = s.inhoud as T;
    s.vuil = false;
    s.lopend = (async () => {
      setStaat({ soort: 'bezig' });
      try {
        const stand = await api.put<BewaardStand>(pad, { ...inhoud, versie: s.versie });
        s.versie = stand.versie;
        setProbleem(undefined);
        setStaat(stand.bewaardOp ? { soort: 'bewaard', op: stand.bewaardOp } : { soort: 'leeg' });
        doe.current.bijBewaard?.(stand);
        if (!s.vuil) await dropLocal(id);
        return true;
      } catch (fout) {
        if (!(fout instanceof ApiProbleem)) throw fout;
        s.vuil = true;
        await keepLocal(id, s.inhoud, s.versie);
        const ander = fout.status === 409 ? (fout.inhoud['huidig'] as H | undefined) : undefined;
        if (ander) {
          s.stil = true;
          setHuidig(ander);
          setStaat({ soort: 'conflict' });
        } else if (fout.status === 0 || fout.status >= 500) {
          setStaat({ soort: 'apparaat' });
          s.klok = window.setTimeout(() => void stuur(), opnieuwMs);
        } else {
          setProbleem(fout);
          setStaat({ soort: 'apparaat' });
        }
        return false;
      }
    })();
    const gelukt = await s.lopend;
    s.lopend = undefined;
    // Typed on while it was being sent.
    if (gelukt && s.vuil) return stuur();
    return gelukt;
  }, [pad, id]);

  useEffect(() => {
    const s = w.current;
    let weg = false;
    void findLocal(id)
      .catch(() => undefined)
      .then((lokaal) => {
        if (weg || !lokaal || s.vuil) return;
        s.inhoud = lokaal.inhoud as T;
        s.versie = lokaal.versie;
        s.vuil = true;
        doe.current.bijTerug(lokaal.inhoud as T);
        void stuur();
      });
    const nu = () => void stuur();
    const verborgen = () => document.visibilityState === 'hidden' && nu();
    window.addEventListener('online', nu);
    document.addEventListener('visibilitychange', verborgen);
    return () => {
      weg = true;
      window.removeEventListener('online', nu);
      document.removeEventListener('visibilitychange', verborgen);
      nu();
    };
  }, [id, stuur]);

  const bewaar = useCallback(
    (inhoud: T) => {
      const s = w.current;
      s.inhoud = inhoud;
      s.vuil = true;
      clearTimeout(s.klok);
      s.klok = window.setTimeout(() => void stuur(), wachtMs);
    },
    [stuur],
  );

  const kies = (mijn: boolean) => () => {
    const s = w.current;
    if (!huidig) return;
    s.stil = false;
    s.versie = huidig.versie;
    s.vuil = mijn;
    setHuidig(undefined);
    setStaat({ soort: 'leeg' });
    if (mijn) void stuur();
    else void dropLocal(id);
  };

  return {
    bewaar,
    bewaarNu: stuur,
    versie: () => w.current.versie,
    neemOver: (versie) => {
      const s = w.current;
      if (s.vuil || s.lopend || s.stil || versie <= s.versie) return false;
      s.versie = versie;
      return true;
    },
    staat,
    conflict: huidig && { huidig, houdMijn: kies(true), neemHun: kies(false) },
    probleem,
  };
}
