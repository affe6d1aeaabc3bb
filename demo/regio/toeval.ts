// SPDX-License-Identifier: EUPL-1.2
// Chance that can be repeated: the same seed gives the same region. Not for secrets.

/** Mixes text into 32 bits (FNV-1a with a last stir), so that a label can be a seed. */
function meng(tekst: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < tekst.length; i++) h = Math.imul(h ^ tekst.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  return (h ^ (h >>> 15)) >>> 0;
}

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/** A stream of chance (sfc32). Streams with different labels do not disturb each other. */
export class Toeval {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;
  readonly #zaad: string;

  constructor(zaad: string) {
    this.#zaad = zaad;
    this.#a = meng(`${zaad}:a`);
    this.#b = meng(`${zaad}:b`);
    this.#c = meng(`${zaad}:c`);
    for (let i = 0; i < 12; i++) this.bits();
  }

  /** A stream of its own for a part: a change in one family leaves the others as they were. */
  tak(naam: string): Toeval {
    return new Toeval(`${this.#zaad}/${naam}`);
  }

  /** 32 bits, unsigned. */
  bits(): number {
    const t = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t;
    return t >>> 0;
  }

  /** From 0 up to, not including, 1. */
  deel(): number {
    return this.bits() / 0x1_0000_0000;
  }

  /** A whole number from `van` up to and including `tot`. */
  heel(van: number, tot: number): number {
    return van + Math.floor(this.deel() * (tot - van + 1));
  }

  kans(p: number): boolean {
    return this.deel() < p;
  }

  /** @throws RangeError for an empty list: chance cannot pick nothing */
  kies<T>(uit: readonly T[]): T {
    const gekozen = uit[Math.floor(this.deel() * uit.length)];
    if (gekozen === undefined) throw new RangeError('Uit een lege lijst valt niets te kiezen.');
    return gekozen;
  }

  /** Picks by weight. @throws RangeError for an empty list */
  weeg<T>(uit: readonly T[], gewicht: (x: T) => number): T {
    const gewichten = uit.map(gewicht);
    let punt = this.deel() * gewichten.reduce((som, w) => som + w, 0);
    for (const [i, w] of gewichten.entries()) {
      punt -= w;
      if (punt < 0) return uit[i] as T;
    }
    return this.kies(uit);
  }

  /** A key of a table of shares. */
  verdeel<K extends string>(tabel: Readonly<Record<K, number>>): K {
    const sleutels = Object.keys(tabel) as K[];
    return this.weeg(sleutels, (k) => tabel[k]);
  }

  /** Some of a list, in its own order. */
  greep<T>(uit: readonly T[], aantal: number): T[] {
    const rest = uit.map((x, i) => ({ x, i, r: this.deel() }));
    return rest
      .sort((p, q) => p.r - q.r)
      .slice(0, aantal)
      .sort((p, q) => p.i - q.i)
      .map(({ x }) => x);
  }

  /** Around 0, spread 1 (Box-Muller). */
  normaal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.deel())) * Math.cos(2 * Math.PI * this.deel());
  }

  /** A length of time with a long tail: half lies under `mediaan`; `spreiding` is the spread of its logarithm. */
  staart(mediaan: number, spreiding: number): number {
    return mediaan * Math.exp(spreiding * this.normaal());
  }

  /** A UUID in the form of version 7 (RFC 9562), of a moment in milliseconds. */
  uuid(ms: number): string {
    const tijd = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0').slice(-12);
    const x = this.bits();
    const y = this.bits();
    const z = this.bits();
    const h = (n: number) => HEX[n & 0xff] ?? '00';
    return `${tijd.slice(0, 8)}-${tijd.slice(8)}-7${h(x).slice(1)}${h(x >>> 8)}-${h(0x80 | ((x >>> 16) & 0x3f))}${h(x >>> 24)}-${h(y)}${h(y >>> 8)}${h(y >>> 16)}${h(y >>> 24)}${h(z)}${h(z >>> 8)}`;
  }
}
