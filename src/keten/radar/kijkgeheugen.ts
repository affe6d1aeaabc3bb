// SPDX-License-Identifier: EUPL-1.2
/**
 * While someone types, the same hit comes back with every letter. It is one look: the first is on record, its repetition within
 * a quarter of an hour is not. Who was not seen before is always on record, and so is a look that found nobody: that is how
 * trying names out shows. Kept in this process; forgetting gives one line more in the log, never one less.
 */

/** A hit that was on record so short ago is the same look. Bron onbekend, standaardwaarde. */
export const ZELFDE_BLIK_MS = 15 * 60_000;
/** More than this is not remembered; the oldest go first. */
const HOOGSTENS = 10_000;

export class Kijkgeheugen {
  readonly #gezien = new Map<string, number>();

  /** Whether all of these were shown to this worker just now. Nobody found: no. */
  isHerhaling(medewerkerId: string, persoonIds: readonly string[], nu: Date): boolean {
    return (
      persoonIds.length > 0 &&
      persoonIds.every((p) => {
        const op = this.#gezien.get(`${medewerkerId} ${p}`);
        return op !== undefined && nu.getTime() - op >= 0 && nu.getTime() - op < ZELFDE_BLIK_MS;
      })
    );
  }

  /** Call it when the look is on record, not before. */
  onthoud(medewerkerId: string, persoonIds: readonly string[], nu: Date): void {
    for (const p of persoonIds) {
      const sleutel = `${medewerkerId} ${p}`;
      this.#gezien.delete(sleutel);
      this.#gezien.set(sleutel, nu.getTime());
    }
    for (const oudste of this.#gezien.keys()) {
      if (this.#gezien.size <= HOOGSTENS) break;
      this.#gezien.delete(oudste);
    }
  }
}
