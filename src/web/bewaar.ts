// SPDX-License-Identifier: EUPL-1.2
// Autosave of something that more people may change: it goes to its own address (PUT) with the version that was read. Was
// someone else first (409 with `huidig`), then what each changed alone is kept, and what both changed stands side by side.
// What cannot be sent stays on this device, encrypted, as with a draft.
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProbleem, api } from './api.ts';
import type { ConceptStaat } from './concept.ts';
import { useIk } from './ik.ts';
import { dropLocal, findLocal, keepLocal } from './kopie.ts';
import { metHun, voegSamen } from './samenvoegen.ts';

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
  neemOver: (versie: number, inhoud: T) => boolean;
  staat: ConceptStaat;
  /** Someone else changed the same. Nothing is sent until the person has chosen. */
  conflict: { huidig: H; houdMijn: () => void; neemHun: () => void } | undefined;
  /** The server refused, for another reason than a conflict. */
  probleem: ApiProbleem | undefined;
}

/** Of another version the fields that the form has. */
function deVelden<T extends object>(vorm: T, uit: T): T {
  return Object.fromEntries(Object.keys(vorm).map((veld) => [veld, uit[veld as keyof T]])) as T;
}

/** The copy on this device: what was typed, and what it was typed on top of. */
interface Kopie<T> {
  inhoud: T;
  basis: T | undefined;
}

/**
 * Autosaves to `pad` under the name `id` on this device.
 * @param begin what was read: its fields and its version
 * @param toon puts other text in the form: what was typed here earlier and never reached the server, or what someone else
 * wrote in other fields
 */
export function useBewaar<T extends object, H extends T & { versie: number }>(
  pad: string,
  id: string,
  begin: { inhoud: T; versie: number; bewaardOp: string | null },
  toon: (inhoud: T) => void,
): Bewaar<T, H> {
  // Whoever opened the form, also when another has logged in since: what is typed here is not theirs.
  const van = useRef(useIk().medewerker.id).current;
  const [staat, setStaat] = useState<ConceptStaat>(
    begin.bewaardOp ? { soort: 'bewaard', op: begin.bewaardOp } : { soort: 'leeg' },
  );
  const [huidig, setHuidig] = useState<H>();
  const [probleem, setProbleem] = useState<ApiProbleem>();
  const w = useRef({
    inhoud: begin.inhoud,
    basis: begin.inhoud as T | undefined,
    vuil: false,
    versie: begin.versie,
    klok: 0,
    lopend: undefined as Promise<boolean> | undefined,
    stil: false,
  });
  const doe = useRef(toon);
  doe.current = toon;
  // A newer reading with nothing unsent here: that is what we go on from.
  if (!w.current.vuil && !w.current.lopend && begin.versie > w.current.versie)
    w.current.versie = begin.versie;

  const stuur = useCallback(async (): Promise<boolean> => {
    const s = w.current;
    clearTimeout(s.klok);
    if (s.lopend) await s.lopend;
    if (s.stil) return false;
    if (!s.vuil) return true;
    const inhoud = s.inhoud;
    s.vuil = false;
    s.lopend = (async () => {
      setStaat({ soort: 'bezig' });
      try {
        const stand = await api.put<BewaardStand>(pad, { ...inhoud, versie: s.versie });
        s.versie = stand.versie;
        s.basis = inhoud;
        setProbleem(undefined);
        setStaat(stand.bewaardOp ? { soort: 'bewaard', op: stand.bewaardOp } : { soort: 'leeg' });
        if (!s.vuil) await dropLocal(van, id);
        return true;
      } catch (fout) {
        if (!(fout instanceof ApiProbleem)) throw fout;
        s.vuil = true;
        await keepLocal(van, id, { inhoud: s.inhoud, basis: s.basis } satisfies Kopie<T>, s.versie);
        const ander = fout.status === 409 ? (fout.inhoud['huidig'] as H | undefined) : undefined;
        if (ander) {
          const { samen, botst } = voegSamen(s.basis, s.inhoud, deVelden(s.inhoud, ander));
          s.inhoud = samen;
          doe.current(samen);
          if (botst.length === 0) {
            s.basis = deVelden(s.inhoud, ander);
            s.versie = ander.versie;
            return true;
          }
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
  }, [pad, van, id]);

  useEffect(() => {
    const s = w.current;
    let weg = false;
    void findLocal(van, id)
      .catch(() => undefined)
      .then((lokaal) => {
        if (weg || !lokaal || s.vuil) return;
        const kopie = lokaal.inhoud as Kopie<T>;
        s.inhoud = kopie.inhoud;
        s.basis = kopie.basis;
        s.versie = lokaal.versie;
        s.vuil = true;
        doe.current(kopie.inhoud);
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
  }, [van, id, stuur]);

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
    if (!mijn) {
      // their text where both wrote; what only I wrote stays
      s.inhoud = metHun(s.inhoud, voegSamen(s.basis, s.inhoud, deVelden(s.inhoud, huidig)).botst);
      doe.current(s.inhoud);
    }
    s.basis = deVelden(s.inhoud, huidig);
    s.versie = huidig.versie;
    s.stil = false;
    s.vuil = true;
    setHuidig(undefined);
    void stuur();
  };

  return {
    bewaar,
    bewaarNu: stuur,
    versie: () => w.current.versie,
    neemOver: (versie, inhoud) => {
      const s = w.current;
      if (s.vuil || s.lopend || s.stil || versie <= s.versie) return false;
      s.versie = versie;
      s.inhoud = inhoud;
      s.basis = inhoud;
      return true;
    },
    staat,
    conflict: huidig && { huidig, houdMijn: kies(true), neemHun: kies(false) },
    probleem,
  };
}
