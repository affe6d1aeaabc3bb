// SPDX-License-Identifier: EUPL-1.2
/**
 * While someone types, the same hit comes back with every letter. It is one look: the first is on record, its repetition within
 * a quarter of an hour is not, as long as what is asked only grows, as it does while someone types. Another value in the place of one that was
 * tried is a look of its own: `past` tells whether a guess is right. Who was not seen before is always on record, and so is a look that found
 * nobody: that is how trying names out shows. Kept in this process, of what was asked only a hash under a key of its own; forgetting gives
 * one line more in the log, never one less.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Vermelding } from './vermelding.ts';

/** A hit that was on record so short ago is the same look. Bron onbekend, standaardwaarde. */
export const ZELFDE_BLIK_MS = 15 * 60_000;
/** More than this is not remembered; the oldest go first. */
const HOOGSTENS = 10_000;

/** What was given of one person: per field how long it was, and a hash of it. */
type Afdruk = ReadonlyMap<string, { lengte: number; hash: string }>;

/** The given facts by their field. A second number beside the first is another field: it is a second guess. */
function feiten({ id: _id, geboorte, geslacht, ...v }: Vermelding): Map<string, string> {
  const uit = new Map<string, string>();
  const gegeven = { ...v, ...geboorte, geslacht: geslacht === 'onbekend' ? undefined : geslacht };
  for (const [veld, waarde] of Object.entries(gegeven)) {
    const lijst = typeof waarde === 'object' ? waarde : [waarde];
    const tekst = lijst
      .map((w) =>
        String(w ?? '')
          .toLowerCase()
          .replace(/[\s-]/g, ''),
      )
      .join('|');
    if (tekst) uit.set(typeof waarde === 'object' ? `${veld} ${lijst.length}` : veld, tekst);
  }
  return uit;
}

function laatOudsteGaan(m: Map<string, unknown>): void {
  for (const oudste of m.keys()) {
    if (m.size <= HOOGSTENS) break;
    m.delete(oudste);
  }
}

export class Kijkgeheugen {
  readonly #gezien = new Map<string, number>();
  /** What each worker asked last, person by person. */
  readonly #gevraagd = new Map<string, readonly Afdruk[]>();
  readonly #sleutel = randomBytes(32);

  #hash(veld: string, tekst: string): string {
    return createHmac('sha256', this.#sleutel).update(`${veld}:${tekst}`).digest('base64');
  }

  #bewaar(medewerkerId: string, gevraagd: readonly Vermelding[]): void {
    this.#gevraagd.delete(medewerkerId);
    this.#gevraagd.set(
      medewerkerId,
      gevraagd.map(
        (v) =>
          new Map(
            [...feiten(v)].map(([f, tekst]) => [f, { lengte: tekst.length, hash: this.#hash(f, tekst) }]),
          ),
      ),
    );
    laatOudsteGaan(this.#gevraagd);
  }

  /** Whether this is what was asked last with letters or facts added to it; a person more or less is another question. */
  #groeit(medewerkerId: string, gevraagd: readonly Vermelding[]): boolean {
    const vorige = this.#gevraagd.get(medewerkerId);
    if (vorige?.length !== gevraagd.length) return false;
    return gevraagd.every((v, i) => {
      const nu = feiten(v);
      return [...(vorige[i] ?? [])].every(([f, { lengte, hash }]) => {
        const tekst = nu.get(f);
        return tekst !== undefined && this.#hash(f, tekst.slice(0, lengte)) === hash;
      });
    });
  }

  /**
   * Whether all of these were shown to this worker just now, by less of the same facts. Nobody found: no. What is not put on record again
   * is remembered as asked at once, so that of many guesses side by side one at most is no look of its own.
   */
  herhaalt(
    medewerkerId: string,
    persoonIds: readonly string[],
    gevraagd: readonly Vermelding[],
    nu: Date,
  ): boolean {
    const gezien = persoonIds.every((p) => {
      const op = this.#gezien.get(`${medewerkerId} ${p}`);
      return op !== undefined && nu.getTime() - op >= 0 && nu.getTime() - op < ZELFDE_BLIK_MS;
    });
    const herhaling = persoonIds.length > 0 && gezien && this.#groeit(medewerkerId, gevraagd);
    if (herhaling) this.#bewaar(medewerkerId, gevraagd);
    return herhaling;
  }

  /** Call it when the look is on record, not before. */
  onthoud(
    medewerkerId: string,
    persoonIds: readonly string[],
    gevraagd: readonly Vermelding[],
    nu: Date,
  ): void {
    for (const p of persoonIds) {
      const sleutel = `${medewerkerId} ${p}`;
      this.#gezien.delete(sleutel);
      this.#gezien.set(sleutel, nu.getTime());
    }
    laatOudsteGaan(this.#gezien);
    this.#bewaar(medewerkerId, gevraagd);
  }
}
