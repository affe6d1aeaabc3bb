// SPDX-License-Identifier: EUPL-1.2
// Nothing typed is lost: a draft goes to the server while typing, and to an encrypted copy on this device while the
// server cannot be reached. The key cannot leave the browser, and key and copies go at logout.
import { type IDBPDatabase, openDB } from 'idb';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiProbleem, api, uuid } from './api.ts';

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

interface LokaalConcept {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

// --- The copy on this device
const databaseNaam = 'houvast-concepten';
let database: Promise<IDBPDatabase> | undefined;
/** What is kept here: on which version of the server it goes on, and what was on its way there at that moment. */
interface Kopie {
  inhoud: unknown;
  versie: number;
  verstuurd?: unknown;
  soort?: string | undefined;
  op?: string | undefined;
}
const inGeheugen = new Map<string, Kopie>();

function openDatabase(): Promise<IDBPDatabase> {
  database ??= openDB(databaseNaam, 1, {
    upgrade(db) {
      db.createObjectStore('sleutel');
      db.createObjectStore('concept');
    },
  });
  return database;
}

async function deviceKey(db: IDBPDatabase): Promise<CryptoKey> {
  const er = (await db.get('sleutel', 'aes')) as CryptoKey | undefined;
  if (er) return er;
  const nieuw = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Another tab may have been first: add refuses, and then its key is the one.
  try {
    await db.add('sleutel', nieuw, 'aes');
    return nieuw;
  } catch {
    return (await db.get('sleutel', 'aes')) as CryptoKey;
  }
}

// One after the other: a copy that goes must not come back because its writing took longer.
let rij: Promise<unknown> = Promise.resolve();
function opVolgorde<T>(doe: () => Promise<T>): Promise<T> {
  const dit = rij.then(doe, doe);
  rij = dit.catch(() => undefined);
  return dit;
}

/** Keeps a copy on this device, encrypted. */
export function keepLocal(
  id: string,
  inhoud: unknown,
  versie: number,
  bij: Pick<Kopie, 'verstuurd' | 'soort'> = {},
): Promise<void> {
  const kopie = { inhoud, versie, ...bij, op: new Date().toISOString() };
  inGeheugen.set(id, kopie);
  // Typed on while the one before was being written: then only the newest counts.
  return opVolgorde(async () => {
    if (inGeheugen.get(id) === kopie) await writeLocal(id, kopie);
  });
}

async function writeLocal(id: string, kopie: Kopie): Promise<void> {
  // Without a secure context there is no encryption, and then nothing is written to the device.
  if (typeof indexedDB === 'undefined' || !globalThis.crypto?.subtle) return;
  const db = await openDatabase();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const klaar = new TextEncoder().encode(JSON.stringify(kopie));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) },
    await deviceKey(db),
    klaar,
  );
  await db.put('concept', { iv, data } satisfies LokaalConcept, id);
}

/** The copy on this device, if there is one that can be read. */
export async function findLocal(id: string): Promise<Kopie | undefined> {
  const snel = inGeheugen.get(id);
  if (snel) return snel;
  if (typeof indexedDB === 'undefined' || !globalThis.crypto?.subtle) return undefined;
  const db = await openDatabase();
  const er = (await db.get('concept', id)) as LokaalConcept | undefined;
  if (!er) return undefined;
  try {
    const klaar = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: er.iv, additionalData: new TextEncoder().encode(id) },
      await deviceKey(db),
      er.data,
    );
    return JSON.parse(new TextDecoder().decode(klaar)) as Kopie;
  } catch {
    // Written with a key that is gone: unreadable for ever.
    await db.delete('concept', id);
    return undefined;
  }
}

/** The drafts of a kind that are on this device and that the server may not have. */
export async function listLocal(
  soort: string,
): Promise<{ id: string; soort: string; inhoud: unknown; bewaardOp: string }[]> {
  const ids = new Set<unknown>(inGeheugen.keys());
  if (typeof indexedDB !== 'undefined' && globalThis.crypto?.subtle)
    for (const id of await (await openDatabase()).getAllKeys('concept')) ids.add(id);
  const uit = [];
  for (const id of ids) {
    const k = typeof id === 'string' ? await findLocal(id) : undefined;
    if (typeof id === 'string' && k?.soort === soort)
      uit.push({ id, soort, inhoud: k.inhoud, bewaardOp: k.op ?? '' });
  }
  return uit;
}

/** The copy on this device goes: the server has it. */
export function dropLocal(id: string): Promise<void> {
  inGeheugen.delete(id);
  return opVolgorde(async () => {
    if (typeof indexedDB !== 'undefined') await (await openDatabase()).delete('concept', id);
  });
}

/** At logout, and when someone else logs in on this device: key and copies go. */
export async function wipeConcepten(): Promise<void> {
  inGeheugen.clear();
  if (typeof indexedDB === 'undefined') return;
  const db = await openDatabase();
  const t = db.transaction(['sleutel', 'concept'], 'readwrite');
  await Promise.all([t.objectStore('sleutel').clear(), t.objectStore('concept').clear(), t.done]);
}

// --- The hook
const nieuw = new Set<string>();

/** The id of a draft that begins here and now: the server need not be asked for what it has of it. */
export function maakConceptId(): string {
  const id = uuid();
  nieuw.add(id);
  return id;
}

/** The same content, whatever the order of the keys (the server does not keep it). */
export function zelfdeInhoud(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  // What is undefined here is left out there.
  const sleutels = new Set([...Object.keys(x), ...Object.keys(y)]);
  return [...sleutels].every((k) => zelfdeInhoud(x[k], y[k]));
}

export type ConceptStaat =
  | { soort: 'laden' }
  | { soort: 'leeg' }
  | { soort: 'bezig' }
  | { soort: 'bewaard'; op: string }
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
  /** Someone (often you, in another tab) kept a newer version. Choose; neither is lost before you do. */
  conflict: { andere: T; kiesAndere: () => T; houdMijn: () => void } | undefined;
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
  const [staat, setStaat] = useState<ConceptStaat>(() => ({ soort: nieuw.has(id) ? 'leeg' : 'laden' }));
  const [eerder, setEerder] = useState<T>();
  const [andere, setAndere] = useState<{ inhoud: T; versie: number }>();
  // What must survive re-renders without causing them.
  const w = useRef({
    inhoud: undefined as T | undefined,
    verstuurd: undefined as T | undefined,
    vuil: false,
    versie: 0,
    klok: 0,
    bezig: false,
    lopend: undefined as Promise<unknown> | undefined,
    weg: false,
    conflict: false,
  });

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
      const antwoord = api.put<ServerConcept>(`/concepten/${id}`, { soort, inhoud, versie: s.versie });
      s.lopend = antwoord.catch(() => undefined);
      const uit = await antwoord;
      s.versie = uit.versie;
      nieuw.delete(id);
      if (!s.weg) setStaat({ soort: 'bewaard', op: uit.bewaardOp });
      if (!s.vuil) await dropLocal(id);
    } catch (fout) {
      s.vuil = true;
      await keepLocal(id, s.inhoud, s.versie, { soort, verstuurd: s.verstuurd });
      if (fout instanceof ApiProbleem && fout.status === 409) {
        const server = await api.get<ServerConcept>(`/concepten/${id}`).catch(() => undefined);
        if (server) {
          s.conflict = true;
          setAndere({ inhoud: server.inhoud as T, versie: server.versie });
          setStaat({ soort: 'conflict' });
          return;
        }
      }
      setStaat({ soort: 'apparaat' });
      s.klok = window.setTimeout(() => void stuur(), opnieuwMs);
      return;
    } finally {
      s.bezig = false;
    }
    // Typed on while it was being sent.
    if (w.current.vuil) s.klok = window.setTimeout(() => void stuur(), wachtMs);
  }, [id, soort]);

  useEffect(() => {
    const s = w.current;
    s.weg = false;
    let gestopt = false;
    (async () => {
      if (nieuw.has(id)) return;
      const [lokaal, server] = await Promise.all([
        findLocal(id).catch(() => undefined),
        api.get<ServerConcept>(`/concepten/${id}`).catch(() => undefined),
      ]);
      if (gestopt) return;
      s.versie = server?.versie ?? lokaal?.versie ?? 0;
      if (lokaal && server && zelfdeInhoud(lokaal.inhoud, server.inhoud)) {
        // It reached the server after all, when this page had already gone.
        setEerder(server.inhoud as T);
        setStaat({ soort: 'bewaard', op: server.bewaardOp });
        void dropLocal(id);
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
      } else if (server) {
        setEerder((lokaal ? lokaal.inhoud : server.inhoud) as T);
        if (lokaal) {
          s.inhoud = lokaal.inhoud as T;
          s.vuil = true;
          s.conflict = true;
          setAndere({ inhoud: server.inhoud as T, versie: server.versie });
          setStaat({ soort: 'conflict' });
        } else setStaat({ soort: 'bewaard', op: server.bewaardOp });
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
  }, [id, stuur]);

  const bewaar = useCallback(
    (inhoud: T) => {
      const s = w.current;
      if (s.weg) return;
      s.inhoud = inhoud;
      s.vuil = true;
      // At once: the page may be gone, or the session, before the server has it.
      void keepLocal(id, inhoud, s.versie, { soort, verstuurd: s.verstuurd }).catch(() => undefined);
      clearTimeout(s.klok);
      s.klok = window.setTimeout(() => void stuur(), wachtMs);
    },
    [id, soort, stuur],
  );

  const wis = useCallback(async () => {
    const s = w.current;
    s.weg = true;
    s.vuil = false;
    clearTimeout(s.klok);
    await dropLocal(id);
    // What is still on its way would bring the draft back.
    await s.lopend;
    await api.delete(`/concepten/${id}`).catch((fout: unknown) => {
      // No draft on the server (any more) is what was asked for.
      if (!(fout instanceof ApiProbleem) || fout.status !== 404) throw fout;
    });
  }, [id]);

  const conflict = useMemo(
    () =>
      andere && {
        andere: andere.inhoud,
        kiesAndere: () => {
          w.current.conflict = false;
          w.current.versie = andere.versie;
          w.current.inhoud = andere.inhoud;
          w.current.vuil = false;
          setAndere(undefined);
          setEerder(andere.inhoud);
          setStaat({ soort: 'leeg' });
          void dropLocal(id);
          return andere.inhoud;
        },
        houdMijn: () => {
          w.current.conflict = false;
          w.current.versie = andere.versie;
          w.current.vuil = true;
          setAndere(undefined);
          void stuur();
        },
      },
    [andere, id, stuur],
  );

  return { eerder, bewaar, bewaarNu: stuur, wis, staat, conflict };
}
