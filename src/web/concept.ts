// SPDX-License-Identifier: EUPL-1.2
// Nothing typed is lost: a draft goes to the server while typing, and to an encrypted copy on this device while the
// server cannot be reached. Key and copies go at logout.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiProbleem, api, uuid } from './api.ts';
import { useIk } from './ik.ts';
import { dropLocal, findLocal, keepLocal } from './kopie.ts';
import { type Botsing, metHun, voegSamen, zelfdeInhoud } from './samenvoegen.ts';

const wachtMs = 800;
const opnieuwMs = 15_000;

/** The draft as the server keeps it. `versie` counts up; sending an old one is a conflict (409). */
interface ServerConcept {
  id: string;
  soort: string;
  inhoud: unknown;
  versie: number;
  bewaardOp: string;
}

const nieuw = new Set<string>();

/** The id of a draft that begins here and now: the server need not be asked for what it has of it. */
export function maakConceptId(): string {
  const id = uuid();
  nieuw.add(id);
  return id;
}

export type ConceptStaat =
  | { soort: 'laden' }
  | { soort: 'leeg' }
  /** Under this id stands a draft of another form: begin a new one. */
  | { soort: 'ander_formulier' }
  | { soort: 'bezig' }
  /** `bij`: the draft was passed on to this colleague; what is typed here is kept apart, as a draft of one's own. */
  | { soort: 'bewaard'; op: string; bij?: string | undefined }
  | { soort: 'apparaat' }
  | { soort: 'conflict' };

export interface Concept<T> {
  /** What was kept earlier; undefined when there is nothing, or while `staat.soort` is 'laden'. */
  eerder: T | undefined;
  /** Call on every change; it waits 800 ms of rest before it sends. */
  bewaar: (inhoud: T) => void;
  /** Send now (before leaving the page). */
  bewaarNu: () => Promise<void>;
  /** The form was sent or thrown away: the draft goes, here and on the server. */
  wis: () => Promise<void>;
  staat: ConceptStaat;
  /**
   * The worker kept a newer version in another window. What only one of the two changed stands in `eerder` already; this is
   * where both wrote something else. Nothing is sent before there is a choice.
   */
  conflict: Conceptconflict | undefined;
}

export interface Conceptconflict {
  botst: readonly Botsing[];
  /** The version that is not chosen stays, as a draft of its own in the list of drafts. */
  blijft: boolean;
  houdMijn: () => void;
  neemHun: () => void;
}

/**
 * Autosaves a form as a draft. `soort` names the form ('melding'), `id` the draft (a UUID made by the page, kept in
 * the address). With react-hook-form:
 * ```
 * const { eerder, bewaar, staat } = useConcept<Waarden>('melding', id);
 * useEffect(() => form.subscribe({ formState: { values: true }, callback: ({ values }) => bewaar(values) }), [form, bewaar]);
 * useEffect(() => { if (eerder) form.reset(eerder); }, [form, eerder]);
 * ```
 */
export function useConcept<T>(soort: string, id: string): Concept<T> {
  // Whoever opened the form, also when another has logged in since: what is typed here is not theirs.
  const van = useRef(useIk().medewerker.id).current;
  const [staat, setStaat] = useState<ConceptStaat>(() => ({ soort: nieuw.has(id) ? 'leeg' : 'laden' }));
  const [eerder, setEerder] = useState<T>();
  const [andere, setAndere] = useState<{ inhoud: T; botst: readonly Botsing[] }>();
  // What must survive re-renders without causing them.
  const w = useRef({
    inhoud: undefined as T | undefined,
    verstuurd: undefined as T | undefined,
    /** What this window and any other began from: what the server had last, as far as known here. */
    basis: undefined as T | undefined,
    vuil: false,
    versie: 0,
    klok: 0,
    bezig: false,
    lopend: undefined as Promise<unknown> | undefined,
    weg: false,
    conflict: false,
    /** Where it is kept: under another id since the draft was passed on. */
    id,
    bij: undefined as string | undefined,
  });

  const kopieer = useCallback(() => {
    const s = w.current;
    return keepLocal(van, s.id, s.inhoud, s.versie, { soort, verstuurd: s.verstuurd, basis: s.basis });
  }, [van, soort]);

  /** The server has something newer: both together, and a question where both wrote something else. */
  const neemSamen = useCallback((server: ServerConcept): void => {
    const s = w.current;
    const hun = server.inhoud as T;
    const { samen, botst } = voegSamen(s.basis, s.inhoud as T, hun);
    s.inhoud = samen;
    s.basis = hun;
    s.versie = server.versie;
    s.vuil = true;
    setEerder(samen);
    if (botst.length === 0) return;
    s.conflict = true;
    setAndere({ inhoud: hun, botst });
    setStaat({ soort: 'conflict' });
  }, []);

  const stuur = useCallback(async (): Promise<void> => {
    const s = w.current;
    clearTimeout(s.klok);
    // At a conflict nothing is sent until the person has chosen: neither version is lost.
    if (!s.vuil || s.bezig || s.weg || s.conflict) return;
    s.bezig = true;
    s.vuil = false;
    const inhoud = s.inhoud as T;
    s.verstuurd = inhoud;
    setStaat({ soort: 'bezig' });
    try {
      const antwoord = api.put<ServerConcept>(`/concepten/${s.id}`, {
        soort,
        inhoud,
        versie: s.versie,
        medewerkerId: van,
      });
      s.lopend = antwoord.catch(() => undefined);
      const uit = await antwoord;
      s.versie = uit.versie;
      s.basis = inhoud;
      nieuw.delete(s.id);
      if (!s.weg) setStaat({ soort: 'bewaard', op: uit.bewaardOp, bij: s.bij });
      if (!s.vuil) await dropLocal(van, s.id);
    } catch (fout) {
      s.vuil = true;
      const botst = fout instanceof ApiProbleem && fout.status === 409;
      const doorgegeven = botst && fout.type?.endsWith('/doorgegeven') === true;
      if (doorgegeven) {
        // a colleague has it now: what is typed here stays, apart from theirs
        const oud = s.id;
        s.id = uuid();
        s.versie = 0;
        s.bij = (fout.inhoud['huidig'] as { collega?: string } | undefined)?.collega ?? '';
        await kopieer();
        await dropLocal(van, oud);
      } else await kopieer();
      const server =
        botst && !doorgegeven
          ? await api.get<ServerConcept>(`/concepten/${s.id}`).catch(() => undefined)
          : undefined;
      if (server) neemSamen(server);
      else if (!doorgegeven) {
        setStaat({ soort: 'apparaat' });
        s.klok = window.setTimeout(() => void stuur(), opnieuwMs);
        return;
      }
    } finally {
      s.bezig = false;
    }
    // Typed on while it was being sent, or put together with what came from another window.
    if (s.vuil && !s.conflict) s.klok = window.setTimeout(() => void stuur(), wachtMs);
  }, [van, soort, kopieer, neemSamen]);

  useEffect(() => {
    const s = w.current;
    s.weg = false;
    let gestopt = false;
    (async () => {
      if (nieuw.has(id)) return;
      const [hier, server] = await Promise.all([
        findLocal(van, id).catch(() => undefined),
        api.get<ServerConcept>(`/concepten/${id}`).catch(() => undefined),
      ]);
      if (gestopt) return;
      if (server && server.soort !== soort) {
        setStaat({ soort: 'ander_formulier' });
        return;
      }
      const lokaal = hier?.soort === soort ? hier : undefined;
      s.basis = server?.inhoud as T | undefined;
      s.versie = server?.versie ?? lokaal?.versie ?? 0;
      if (lokaal && server && zelfdeInhoud(lokaal.inhoud, server.inhoud)) {
        // It reached the server after all, when this page had already gone.
        setEerder(server.inhoud as T);
        setStaat({ soort: 'bewaard', op: server.bewaardOp });
        void dropLocal(van, id);
      } else if (
        lokaal &&
        (!server || lokaal.versie >= server.versie || zelfdeInhoud(lokaal.verstuurd, server.inhoud))
      ) {
        // Typed here on top of what the server has: this is the newest.
        s.inhoud = lokaal.inhoud as T;
        s.vuil = true;
        setEerder(lokaal.inhoud as T);
        setStaat({ soort: 'apparaat' });
        void stuur();
      } else if (server && lokaal) {
        s.inhoud = lokaal.inhoud as T;
        s.basis = lokaal.basis as T | undefined;
        setStaat({ soort: 'apparaat' });
        neemSamen(server);
        void stuur();
      } else if (server) {
        setEerder(server.inhoud as T);
        setStaat({ soort: 'bewaard', op: server.bewaardOp });
      } else setStaat({ soort: 'leeg' });
    })();
    const weerOnline = () => void stuur();
    const bijVerbergen = () => {
      if (document.visibilityState === 'hidden') void stuur();
    };
    window.addEventListener('online', weerOnline);
    document.addEventListener('visibilitychange', bijVerbergen);
    return () => {
      gestopt = true;
      window.removeEventListener('online', weerOnline);
      document.removeEventListener('visibilitychange', bijVerbergen);
      void stuur();
    };
  }, [van, id, soort, stuur, neemSamen]);

  const bewaar = useCallback(
    (inhoud: T) => {
      const s = w.current;
      if (s.weg) return;
      s.inhoud = inhoud;
      s.vuil = true;
      // At once: the page may be gone, or the session, before the server has it.
      void kopieer().catch(() => undefined);
      clearTimeout(s.klok);
      s.klok = window.setTimeout(() => void stuur(), wachtMs);
    },
    [kopieer, stuur],
  );

  const wis = useCallback(async () => {
    const s = w.current;
    s.weg = true;
    s.vuil = false;
    clearTimeout(s.klok);
    await dropLocal(van, s.id);
    // What is still on its way would bring the draft back.
    await s.lopend;
    await api.delete(`/concepten/${s.id}`).catch((fout: unknown) => {
      // No draft on the server (any more) is what was asked for.
      if (!(fout instanceof ApiProbleem) || fout.status !== 404) throw fout;
    });
  }, [van]);

  const conflict = useMemo(() => {
    if (!andere) return undefined;
    // A form about one thing has one draft: another would come up at the next one. Of the others there is a list.
    const blijft = !soort.includes(':');
    const kies = (mijn: boolean) => () => {
      const s = w.current;
      const verworpen = mijn ? andere.inhoud : s.inhoud;
      if (!mijn) {
        s.inhoud = metHun(s.inhoud as T, andere.botst);
        setEerder(s.inhoud);
      }
      s.conflict = false;
      setAndere(undefined);
      void (async () => {
        if (blijft) {
          const apart = uuid();
          await api
            .put(`/concepten/${apart}`, { soort, inhoud: verworpen, versie: 0, medewerkerId: van })
            .catch(() => keepLocal(van, apart, verworpen, 0, { soort }));
        }
        await stuur();
      })();
    };
    return { botst: andere.botst, blijft, houdMijn: kies(true), neemHun: kies(false) };
  }, [andere, van, soort, stuur]);

  return { eerder, bewaar, bewaarNu: stuur, wis, staat, conflict };
}
