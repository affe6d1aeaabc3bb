// SPDX-License-Identifier: EUPL-1.2
// The one way from a page to the server. A page never calls fetch.
import {
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isActief } from './activiteit.ts';
import { toonToast } from './delen/toast.tsx';
import { getInstellingen } from './instellingen.ts';
import { getTeksten } from './taal.ts';

const basis = '/api/v1';

const woorden = {
  nl: {
    offlineTitel: 'Geen verbinding',
    offlineDetail:
      'De server is niet bereikbaar. Wat u typte, blijft staan. Probeer het opnieuw als u weer verbinding hebt.',
    onbekendTitel: 'Er ging iets mis',
    onbekendDetail: 'De server kon dit niet afmaken. Er is niets half opgeslagen. Probeer het opnieuw.',
  },
  en: {
    offlineTitel: 'No connection',
    offlineDetail: 'The server cannot be reached. What you typed is kept. Try again when you are connected.',
    onbekendTitel: 'Something went wrong',
    onbekendDetail: 'The server could not finish this. Nothing was stored by half. Try again.',
  },
};

export interface Veldfout {
  /** The name of the field as in the request body ("personen.0.naam"). */
  veld: string;
  melding: string;
}

/** What went wrong, as the server says it (RFC 9457). `status` 0: the server was not reached. */
export class ApiProbleem extends Error {
  readonly status: number;
  readonly titel: string;
  readonly detail: string;
  readonly fouten: readonly Veldfout[];
  /** The number for the help desk. */
  readonly nummer: string | undefined;
  readonly type: string | undefined;
  /** The whole answer, for what only one page understands (the other version at a conflict). */
  readonly inhoud: Readonly<Record<string, unknown>>;

  constructor(status: number, inhoud: Record<string, unknown>) {
    const t = getTeksten(woorden);
    const tekst = (k: string) => (typeof inhoud[k] === 'string' && inhoud[k] !== '' ? inhoud[k] : undefined);
    const titel = tekst('title') ?? tekst('titel') ?? (status === 0 ? t.offlineTitel : t.onbekendTitel);
    super(titel);
    this.name = 'ApiProbleem';
    this.status = status;
    this.titel = titel;
    this.detail = tekst('detail') ?? (status === 0 ? t.offlineDetail : t.onbekendDetail);
    this.nummer = tekst('instance')?.split(':').at(-1);
    this.type = tekst('type');
    this.fouten = Array.isArray(inhoud['fouten']) ? inhoud['fouten'].filter(isVeldfout) : [];
    this.inhoud = inhoud;
  }

  get offline(): boolean {
    return this.status === 0;
  }
}

function isVeldfout(x: unknown): x is Veldfout {
  const f = x as Partial<Veldfout> | null;
  return typeof f === 'object' && f !== null && typeof f.veld === 'string' && typeof f.melding === 'string';
}

/** A random UUID, also where the browser offers randomUUID only on https. */
export function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40;
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80;
  const h = Array.from(b, (x) => x.toString(16).padStart(2, '0')).join('');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

// --- The session that ran out: requests wait here until the person has logged in again in another window.
type Wachter = { verder: () => void; stop: (p: ApiProbleem) => void; probleem: ApiProbleem };
let wachters: Wachter[] = [];
/** What the person is asked for: to log in again, or to show once more who they are (step-up). */
export type Sessievraag = 'verlopen' | 'bewijs';
const sessieLuisteraars = new Set<(vraag: Sessievraag | null) => void>();

/** Hears what is asked when the session does not suffice, and null when that is over. Returns the way to stop hearing. */
export function onSessie(l: (vraag: Sessievraag | null) => void): () => void {
  sessieLuisteraars.add(l);
  return () => sessieLuisteraars.delete(l);
}

/** The session is back: everything that waited goes on, with the same idempotency keys. */
export function resumeSessie(): void {
  const nu = wachters;
  wachters = [];
  for (const l of sessieLuisteraars) l(null);
  for (const w of nu) w.verder();
}

/** The person does not log in again: everything that waited gets its 401. */
export function abandonSessie(): void {
  const nu = wachters;
  wachters = [];
  for (const l of sessieLuisteraars) l(null);
  for (const w of nu) w.stop(w.probleem);
}

function waitForSessie(probleem: ApiProbleem): Promise<void> {
  return new Promise((verder, stop) => {
    wachters.push({ verder, stop, probleem });
    const vraag = probleem.type?.endsWith('/bewijs-opnieuw') ? 'bewijs' : 'verlopen';
    if (wachters.length === 1) for (const l of sessieLuisteraars) l(vraag);
  });
}

export interface Opties {
  signal?: AbortSignal | undefined;
  /** Stable across retries of the same submit; made for you when left out. */
  idempotencyKey?: string | undefined;
  /** At a 401: throw, instead of waiting until the person has logged in again. */
  bij401?: 'wacht' | 'gooi' | undefined;
}

async function send(method: string, path: string, body: unknown, opties: Opties): Promise<unknown> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    // in the language of the screens, whatever the browser prefers
    'Accept-Language': getInstellingen().taal,
  };
  const bestand = body instanceof File ? body : undefined;
  if (bestand) {
    headers['Content-Type'] = bestand.type;
    headers['Content-Disposition'] = `attachment; filename*=UTF-8''${encodeURIComponent(bestand.name)}`;
  } else if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method === 'POST') headers['Idempotency-Key'] = opties.idempotencyKey ?? uuid();
  for (;;) {
    let antwoord: Response;
    try {
      antwoord = await fetch(basis + path, {
        method,
        headers,
        credentials: 'same-origin',
        cache: 'no-store',
        ...(body === undefined ? {} : { body: bestand ?? JSON.stringify(body) }),
        ...(opties.signal ? { signal: opties.signal } : {}),
      });
    } catch (fout) {
      if (opties.signal?.aborted) throw fout;
      throw new ApiProbleem(0, {});
    }
    const inhoud = await readBody(antwoord);
    if (antwoord.ok) return inhoud;
    const probleem = new ApiProbleem(
      antwoord.status,
      typeof inhoud === 'object' && inhoud !== null ? (inhoud as Record<string, unknown>) : {},
    );
    if (probleem.status !== 401 || opties.bij401 === 'gooi') throw probleem;
    await waitForSessie(probleem);
  }
}

async function readBody(antwoord: Response): Promise<unknown> {
  if (antwoord.status === 204) return undefined;
  if (!(antwoord.headers.get('content-type') ?? '').includes('json')) return undefined;
  try {
    return await antwoord.json();
  } catch {
    return undefined;
  }
}

/**
 * The API client; `path` is what follows `/api/v1`. A File as body goes as it is. Throws ApiProbleem. A 401 waits until
 * the person has logged in again, so what was typed stays. The type argument is the caller's promise about the answer; the server's schemas
 * (and the contract tests) keep it.
 */
export const api = {
  get: <T>(path: string, opties: Opties = {}) => send('GET', path, undefined, opties) as Promise<T>,
  post: <T>(path: string, body: unknown = {}, opties: Opties = {}) =>
    send('POST', path, body, opties) as Promise<T>,
  put: <T>(path: string, body: unknown, opties: Opties = {}) => send('PUT', path, body, opties) as Promise<T>,
  delete: <T>(path: string, opties: Opties = {}) => send('DELETE', path, undefined, opties) as Promise<T>,
};

/**
 * Reads a path. `key` names the data for invalidation: `useLees(['casus', id], `/casussen/${id}`)`. `verversMs` reads
 * again at that pace, but only while someone is at the screen: polling must not keep a session alive.
 */
export function useLees<T>(
  key: QueryKey,
  path: string,
  opties: { aan?: boolean | undefined; verversMs?: number | undefined } = {},
): UseQueryResult<T, ApiProbleem> {
  const vraag = useQuery<T, ApiProbleem>({
    queryKey: key,
    queryFn: ({ signal }) => api.get<T>(path, { signal }),
    enabled: opties.aan ?? true,
  });
  useVervers(vraag.refetch, opties.verversMs);
  return vraag;
}

/** Does something at a pace while someone is at the screen. */
export function useVervers(doe: () => unknown, ms: number | undefined): void {
  const nu = useRef(doe);
  nu.current = doe;
  useEffect(() => {
    if (!ms) return;
    const klok = setInterval(() => isActief() && nu.current(), ms);
    return () => clearInterval(klok);
  }, [ms]);
}

/**
 * Reads by POST, for a question that holds personal data (never in a URL): `useVraag(['zoek'], '/casussen/_zoek', {...})`.
 * The body is part of the key; the previous answer stays on screen while the next one comes.
 */
export function useVraag<T>(
  key: QueryKey,
  path: string,
  body: unknown,
  opties: { aan?: boolean | undefined } = {},
): UseQueryResult<T, ApiProbleem> {
  return useQuery<T, ApiProbleem>({
    queryKey: [...key, body],
    queryFn: ({ signal }) => api.post<T>(path, body, { signal }),
    enabled: opties.aan ?? true,
    placeholderData: (vorige) => vorige,
  });
}

/**
 * Does something: `const doe = useDoe<Besluit, Casus>('/beoordelingen/1/besluit', { ververs: [['casus', id], ['ik']] })`,
 * then `doe.mutate(body)`. Pressing the button again after a failure sends the same idempotency key as long as the
 * body is the same, so that nothing happens twice.
 */
export function useDoe<In, Uit = unknown>(
  path: string | ((invoer: In) => string),
  opties: {
    methode?: 'POST' | 'PUT' | 'DELETE' | undefined;
    /** Keys to read again afterwards; also when someone else was first (409): what that left is then what stands here. */
    ververs?: readonly QueryKey[] | undefined;
    naSucces?: ((uit: Uit, invoer: In) => void) | undefined;
    naFout?: ((probleem: ApiProbleem, invoer: In) => void) | undefined;
    /** What is sent; the input itself when left out. */
    body?: ((invoer: In) => unknown) | undefined;
  } = {},
): UseMutationResult<Uit, ApiProbleem, In> {
  const client = useQueryClient();
  const poging = useRef({ inhoud: '', sleutel: '' });
  const er = useRef(false);
  useEffect(() => {
    er.current = true;
    return () => {
      er.current = false;
    };
  }, []);
  const ververs = () =>
    Promise.all((opties.ververs ?? []).map((queryKey) => client.invalidateQueries({ queryKey })));
  return useMutation<Uit, ApiProbleem, In>({
    mutationFn: (invoer) => {
      const pad = typeof path === 'function' ? path(invoer) : path;
      const body = opties.body ? opties.body(invoer) : invoer;
      if (opties.methode === 'PUT') return api.put<Uit>(pad, body);
      if (opties.methode === 'DELETE') return api.delete<Uit>(pad);
      const inhoud = pad + JSON.stringify(body ?? {});
      if (poging.current.inhoud !== inhoud) poging.current = { inhoud, sleutel: uuid() };
      return api.post<Uit>(pad, body ?? {}, { idempotencyKey: poging.current.sleutel });
    },
    onSuccess: async (uit, invoer) => {
      poging.current = { inhoud: '', sleutel: '' };
      opties.naSucces?.(uit, invoer);
      await ververs();
    },
    onError: (probleem, invoer) => {
      opties.naFout?.(probleem, invoer);
      if (probleem.status !== 409) return;
      // What it was about may have gone from the page, and with it the place that says why.
      const zeg = () =>
        er.current || toonToast({ tekst: `${probleem.titel}. ${probleem.detail}`, mislukt: true });
      void ververs().then(() => setTimeout(zeg, 100));
    },
  });
}
