// SPDX-License-Identifier: EUPL-1.2
// Calls the public API as one of the demo's personas, with a token of the demo's own identity provider.
import { DEMO_IDP_PAD, DEMO_PERSONA_GEHEIM } from '../../src/platform/login/geheimen.ts';
import type { PersonaId } from '../personas.ts';

/** The journey cannot begin: no server, or no demo. The message is for the one who started it. */
export class KanNietBeginnen extends Error {}

/** The server answered otherwise than it promises. */
export class OnverwachtAntwoord extends Error {}

interface Antwoord<T> {
  status: number;
  lijf: T;
}

/** Every how many ms a token is asked anew. */
const TOKEN_DUUR = 60_000;

export class Beller {
  readonly #adres: string;
  readonly #tokens = new Map<PersonaId, { token: string; op: number }>();
  /** How far the server's clock is ahead of ours, in ms: a demo may run on another day. */
  #verschil = 0;
  aantal = 0;

  /** @throws KanNietBeginnen when `adres` is no web address */
  constructor(adres: string) {
    this.#adres = adres.replace(/\/+$/, '');
    if (URL.parse(this.#adres) === null)
      throw new KanNietBeginnen(`HOUVAST_URL is geen webadres: ${this.#adres}`);
  }

  /** Looks whether a demo answers, and what its clock says. Throws KanNietBeginnen. */
  async begin(): Promise<void> {
    const { lijf } = await this.#stuur<{ demo?: boolean } | null>(`${DEMO_IDP_PAD}/personas`, {});
    if (lijf?.demo !== true) {
      throw new KanNietBeginnen(
        `De server op ${this.#adres} is geen demo van Houvast: de reis speelt alleen met fictieve mensen, in een demo.`,
      );
    }
    const ik = await this.doe<{ nu: string }>('vt-medewerker', 'GET', '/ik', 200);
    this.#verschil = new Date(ik.nu).getTime() - Date.now();
  }

  /** Now, by the server's clock. */
  nu(): Date {
    return new Date(Date.now() + this.#verschil);
  }

  /**
   * One call below /api/v1; a path that starts with /api/ is taken whole.
   * @throws OnverwachtAntwoord when the status is another than `verwacht`
   */
  async doe<T = unknown>(
    persona: PersonaId,
    methode: 'GET' | 'POST' | 'PUT',
    pad: string,
    verwacht: number,
    body?: unknown,
  ): Promise<T> {
    const heel = pad.startsWith('/api/') ? pad : `/api/v1${pad}`;
    const { status, lijf } = await this.#stuur<T>(heel, {
      method: methode,
      headers: {
        authorization: `Bearer ${await this.#token(persona)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.aantal += 1;
    if (status !== verwacht) {
      throw new OnverwachtAntwoord(
        `${methode} ${heel} als ${persona} gaf ${status}, verwacht was ${verwacht}: ${JSON.stringify(lijf)?.slice(0, 1_000)}`,
      );
    }
    return lijf;
  }

  async #token(persona: PersonaId): Promise<string> {
    const bekend = this.#tokens.get(persona);
    if (bekend && Date.now() - bekend.op < TOKEN_DUUR) return bekend.token;
    const { status, lijf } = await this.#stuur<{ access_token?: string } | null>(`${DEMO_IDP_PAD}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${persona}:${DEMO_PERSONA_GEHEIM}`).toString('base64')}`,
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'houvast' }),
    });
    const token = lijf?.access_token;
    if (!token)
      throw new OnverwachtAntwoord(`De demo-inlogdienst gaf ${persona} geen token (status ${status}).`);
    this.#tokens.set(persona, { token, op: Date.now() });
    return token;
  }

  async #stuur<T>(pad: string, init: RequestInit): Promise<Antwoord<T>> {
    let antwoord: Response;
    try {
      antwoord = await fetch(`${this.#adres}${pad}`, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.timeout(30_000),
      });
    } catch {
      throw new KanNietBeginnen(
        `Er antwoordt geen Houvast op ${this.#adres}: start eerst de server (npm start), of zet HOUVAST_URL op het adres waar hij draait.`,
      );
    }
    return { status: antwoord.status, lijf: (await antwoord.json().catch(() => null)) as T };
  }
}
