// SPDX-License-Identifier: EUPL-1.2
// A real Houvast: `node src/main.ts` with the PostgreSQL that it manages, in a folder that is thrown away. Made to be killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { PersonaId } from '../../demo/personas.ts';
import { readVerbinding } from '../../src/platform/database/launcher.cluster.ts';
import {
  findPostmasterPid,
  isPostmasterOf,
  sleep,
  waitUntilGone,
} from '../../src/platform/database/launcher.postmaster.ts';
import { DEMO_PERSONA_GEHEIM } from '../../src/platform/login/geheimen.ts';
import { vrijePoort } from '../poort.ts';

/** An answer, or null: the connection broke and nobody knows what became of the request. */
export type Antwoord = { status: number; lijf: Record<string, unknown> } | null;

/** Waits until it is so; what it takes depends on the machine, so the limit is wide. */
export async function wachtTot(
  wat: string,
  is: () => boolean | Promise<boolean>,
  ms = 300_000,
): Promise<void> {
  const einde = performance.now() + ms;
  while (!(await is())) {
    if (performance.now() > einde) throw new Error(`Het duurt te lang: ${wat}`);
    await sleep(20);
  }
}

export class Houvastproces {
  readonly adres: string;
  readonly #map: string;
  readonly #env: Record<string, string>;
  readonly #tokens = new Map<PersonaId, Promise<string>>();
  #kind: ChildProcess | null = null;
  #uitvoer = '';

  private constructor(map: string, poort: number, env: Record<string, string>) {
    this.#map = map;
    this.adres = `http://127.0.0.1:${poort}`;
    this.#env = {
      ...env,
      NODE_ENV: 'test',
      PATH: process.env['PATH'] ?? '',
      HOUVAST_DATA: map,
      PORT: String(poort),
      HOUVAST_ADRES: this.adres,
    };
  }

  /** A place to run in; nothing runs yet. */
  static async maak(env: Record<string, string>): Promise<Houvastproces> {
    const map = await mkdtemp(join(tmpdir(), 'houvast-kill-'));
    // run as root, the database has a user of its own, who must be able to come here
    await chmod(map, 0o755);
    return new Houvastproces(map, await vrijePoort(), env);
  }

  get loopt(): boolean {
    return this.#kind !== null && this.#kind.exitCode === null && this.#kind.signalCode === null;
  }

  /** What it said, for when it went wrong. */
  get uitvoer(): string {
    return this.#uitvoer.slice(-4_000);
  }

  /** Starts it when it does not run, and waits until it says that all is well. */
  async start(): Promise<void> {
    if (!this.loopt) {
      this.#kind = spawn(process.execPath, ['src/main.ts'], {
        env: this.#env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const lees = (d: Buffer) => {
        this.#uitvoer += d;
      };
      this.#kind.stdout?.on('data', lees);
      this.#kind.stderr?.on('data', lees);
    }
    await wachtTot('Houvast is gezond', async () => {
      if (!this.loopt) throw new Error(`Houvast stopte zelf:\n${this.uitvoer}`);
      return (await this.#fetch('/gezond'))?.status === 200;
    });
  }

  /** SIGKILL for the server. */
  async doodServer(): Promise<void> {
    await this.#stop('SIGKILL');
  }

  /** SIGKILL for the postmaster; its children notice and go. */
  async doodPostgres(): Promise<void> {
    const pid = this.#postmaster();
    if (pid === null) throw new Error('Er loopt geen PostgreSQL om te doden.');
    process.kill(pid, 'SIGKILL');
    await waitUntilGone(pid, 10_000);
  }

  /** A connection of one's own, past the application. */
  async open(): Promise<pg.Client> {
    const server = findPostmasterPid(this.#cluster());
    if (!server) throw new Error('Er loopt geen PostgreSQL.');
    const db = new pg.Client({
      ...readVerbinding(this.#cluster(), server),
      options: '-c search_path=houvast,public',
    });
    await db.connect();
    return db;
  }

  /** One request as this persona; a path is below /api/v1, unless it starts with /api/. */
  async vraag(
    persona: PersonaId,
    methode: 'GET' | 'POST' | 'PUT',
    pad: string,
    lijf?: unknown,
    sleutel?: string,
  ): Promise<Antwoord> {
    const token = await this.#token(persona);
    if (token === null) return null;
    return this.#fetch(pad.startsWith('/api/') ? pad : `/api/v1${pad}`, {
      method: methode,
      headers: {
        authorization: `Bearer ${token}`,
        ...(lijf === undefined ? {} : { 'content-type': 'application/json' }),
        ...(sleutel ? { 'idempotency-key': sleutel } : {}),
      },
      ...(lijf === undefined ? {} : { body: JSON.stringify(lijf) }),
    });
  }

  /** Ends it in good order, and throws everything away. */
  async weg(): Promise<void> {
    await this.#stop('SIGTERM');
    const pid = this.#postmaster();
    if (pid !== null) {
      process.kill(pid, 'SIGQUIT');
      await waitUntilGone(pid, 15_000);
    }
    await rm(this.#map, { recursive: true, force: true, maxRetries: 10 });
  }

  async #stop(signaal: NodeJS.Signals): Promise<void> {
    const kind = this.#kind;
    if (!kind || !this.loopt) return;
    const weg = new Promise((klaar) => kind.once('exit', klaar));
    kind.kill(signaal);
    await weg;
  }

  #cluster(): string {
    return realpathSync(join(this.#map, 'database', 'postgres'));
  }

  #postmaster(): number | null {
    if (!existsSync(join(this.#map, 'database', 'postgres'))) return null;
    const pid = findPostmasterPid(this.#cluster())?.pid;
    return pid !== undefined && isPostmasterOf(pid, this.#cluster()) ? pid : null;
  }

  /** A token outlives the server that gave it: the key of the demo's identity provider is in the folder. */
  async #token(persona: PersonaId): Promise<string | null> {
    const al = this.#tokens.get(persona) ?? this.#haalToken(persona);
    this.#tokens.set(persona, al);
    return al.catch(() => {
      this.#tokens.delete(persona);
      return null;
    });
  }

  async #haalToken(persona: PersonaId): Promise<string> {
    const uit = await this.#fetch('/demo-idp/token', {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${persona}:${DEMO_PERSONA_GEHEIM}`).toString('base64')}`,
      },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const token = uit?.lijf['access_token'];
    if (typeof token !== 'string') throw new Error('geen token');
    return token;
  }

  async #fetch(pad: string, hoe: RequestInit = {}): Promise<Antwoord> {
    try {
      const a = await fetch(`${this.adres}${pad}`, { ...hoe, signal: AbortSignal.timeout(60_000) });
      return { status: a.status, lijf: (await a.json()) as Record<string, unknown> };
    } catch {
      return null;
    }
  }
}
