// SPDX-License-Identifier: EUPL-1.2
// The police's side of the outcomes: a receiver that knows a message by its Idempotency-Key, as ours asks of it, and that can
// hold one in its hand while something dies.
import { createServer, type Server, type ServerResponse } from 'node:http';

export interface Levering {
  methode: string;
  sleutel: string;
  registratienummer: string;
  status: string;
  /** Whether it was known by its key. */
  herhaald: boolean;
}

export class Politiedoel {
  /** Everything that came in, in order, repeats too. */
  readonly leveringen: Levering[] = [];
  readonly #gezien = new Set<string>();
  readonly #server: Server;
  #vang: ((antwoord: () => void) => void) | null = null;

  private constructor() {
    this.#server = createServer((req, res) => {
      let tekst = '';
      req.on('data', (d) => {
        tekst += d;
      });
      req.on('end', () =>
        this.#ontvang(req.method ?? '', String(req.headers['idempotency-key']), tekst, res),
      );
    });
  }

  static async open(): Promise<Politiedoel> {
    const doel = new Politiedoel();
    await new Promise<void>((klaar) => doel.#server.listen(0, '127.0.0.1', klaar));
    return doel;
  }

  get url(): string {
    const { port } = this.#server.address() as { port: number };
    return `http://127.0.0.1:${port}/uitkomstmeldingen`;
  }

  /** Resolves when the next new outcome has come in and waits for its answer; call what it gives to answer. */
  vangVolgende(): Promise<() => void> {
    return new Promise((klaar) => {
      this.#vang = klaar;
    });
  }

  sluit(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #ontvang(methode: string, sleutel: string, tekst: string, res: ServerResponse): void {
    const { registratienummer, status } = JSON.parse(tekst) as { registratienummer: string; status: string };
    const herhaald = this.#gezien.has(sleutel);
    this.#gezien.add(sleutel);
    this.leveringen.push({ methode, sleutel, registratienummer, status, herhaald });
    // a second POST it has already: 409; a PUT puts the same there again (RFC 9110 § 9.2.2)
    const antwoord = () => {
      res.writeHead(methode === 'PUT' ? 200 : herhaald ? 409 : 201).end();
    };
    if (herhaald || !this.#vang) {
      antwoord();
      return;
    }
    this.#vang(antwoord);
    this.#vang = null;
  }
}
