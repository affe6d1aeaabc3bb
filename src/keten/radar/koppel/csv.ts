// SPDX-License-Identifier: EUPL-1.2
/** CSV as RFC 4180 has it, and as people really write it: also with semicolons or tabs, a byte order mark, bare newlines. */
import { Invoerfout } from '../../../platform/invoer.ts';

export interface Tabel {
  readonly kolommen: readonly Kolomwaarden[];
  readonly rijen: number;
}

/** A column: per row the number of its value, trimmed, among the distinct ones ('' where there is none). */
export interface Kolomwaarden {
  readonly naam: string;
  readonly nummers: Int32Array;
  readonly teksten: readonly string[];
}

function verdubbel<T extends Int32Array | Uint8Array | Float64Array>(rij: T): T {
  const meer = new (rij.constructor as new (n: number) => T)(rij.length * 2);
  meer.set(rij as never);
  return meer;
}

/** A column while it is read, byte by byte: millions of values are few different ones, and only those become text. */
class Lezer {
  readonly naam: string;
  private nummers = new Int32Array(1024);
  private lengte = 0;
  // The distinct values behind each other, where each begins, and its number by hash.
  private bytes = new Uint8Array(4096);
  private begin = new Float64Array(1024);
  private hakken = new Int32Array(1024);
  private aantal = 0;
  private tafel = new Int32Array(4096).fill(-1);

  constructor(naam: string) {
    this.naam = naam;
  }

  /** The value that stands from `van` up to `tot`. */
  neem(bron: Uint8Array, van: number, tot: number): void {
    let h = 0x811c9dc5;
    for (let i = van; i < tot; i++) h = Math.imul(h ^ (bron[i] as number), 0x01000193);
    h ^= h >>> 15;
    const masker = this.tafel.length - 1;
    let plek = h & masker;
    let nr = this.tafel[plek] as number;
    while (nr >= 0 && !(this.hakken[nr] === h && this.zelfde(nr, bron, van, tot))) {
      plek = (plek + 1) & masker;
      nr = this.tafel[plek] as number;
    }
    if (nr < 0) {
      nr = this.voegToe(bron, van, tot, h);
      this.tafel[plek] = nr;
      if (this.aantal * 2 > this.tafel.length) this.groei();
    }
    if (this.lengte === this.nummers.length) this.nummers = verdubbel(this.nummers);
    this.nummers[this.lengte++] = nr;
  }

  klaar(): Kolomwaarden {
    const buffer = Buffer.from(this.bytes.buffer);
    const teksten = Array.from({ length: this.aantal }, (_, nr) =>
      // What is not ASCII may have white space of its own.
      buffer.toString('utf8', this.begin[nr], this.begin[nr + 1]).trim(),
    );
    return { naam: this.naam, nummers: this.nummers.slice(0, this.lengte), teksten };
  }

  private zelfde(nr: number, bron: Uint8Array, van: number, tot: number): boolean {
    const begin = this.begin[nr] as number;
    if ((this.begin[nr + 1] as number) - begin !== tot - van) return false;
    for (let i = van; i < tot; i++) if (this.bytes[begin + i - van] !== bron[i]) return false;
    return true;
  }

  private voegToe(bron: Uint8Array, van: number, tot: number, h: number): number {
    const nr = this.aantal++;
    if (nr + 1 >= this.begin.length) {
      this.begin = verdubbel(this.begin);
      this.hakken = verdubbel(this.hakken);
    }
    const begin = this.begin[nr] as number;
    while (begin + tot - van > this.bytes.length) this.bytes = verdubbel(this.bytes);
    for (let i = van; i < tot; i++) this.bytes[begin + i - van] = bron[i] as number;
    this.begin[nr + 1] = begin + tot - van;
    this.hakken[nr] = h;
    return nr;
  }

  private groei(): void {
    this.tafel = new Int32Array(this.tafel.length * 4).fill(-1);
    const masker = this.tafel.length - 1;
    for (let nr = 0; nr < this.aantal; nr++) {
      let plek = (this.hakken[nr] as number) & masker;
      while ((this.tafel[plek] as number) >= 0) plek = (plek + 1) & masker;
      this.tafel[plek] = nr;
    }
  }
}

/** The sign that stands most often outside quotes in the first line. */
function scheidingsteken(tekst: string): string {
  const tel = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let citaat = false;
  for (const teken of tekst) {
    if (teken === '"') citaat = !citaat;
    if (citaat) continue;
    if (teken === '\n') break;
    const n = tel.get(teken);
    if (n !== undefined) tel.set(teken, n + 1);
  }
  return [...tel].reduce((beste, x) => (x[1] > beste[1] ? x : beste))[0];
}

/**
 * Reads a whole CSV file with a header line.
 * @param csv text, or its bytes in UTF-8
 * @param naam how errors call the file
 * @throws Invoerfout when there is no header, a name stands twice, a row has too many values or a quote stays open
 */
export function leesCsv(csv: string | Uint8Array, naam: string): Tabel {
  const bron =
    typeof csv === 'string' ? Buffer.from(csv) : Buffer.from(csv.buffer, csv.byteOffset, csv.length);
  const begin = bron[0] === 0xef && bron[1] === 0xbb && bron[2] === 0xbf ? 3 : 0;
  const teken = scheidingsteken(bron.toString('utf8', begin, begin + 100_000)).charCodeAt(0);
  const kolommen: string[] = [];
  let lezers: Lezer[] = [];
  let rijen = 0;
  let regel = 1;
  let kolom = 0;
  let i = begin;
  let kop = true;
  const neem = (uit: Uint8Array, vanaf: number, totaan: number): void => {
    let [van, tot] = [vanaf, totaan];
    while (van < tot && (uit[van] as number) <= 32) van++;
    while (tot > van && (uit[tot - 1] as number) <= 32) tot--;
    if (kop) kolommen.push(Buffer.from(uit.subarray(van, tot)).toString().trim());
    else {
      const lezer = lezers[kolom];
      if (lezer !== undefined) lezer.neem(uit, van, tot);
      else if (van < tot)
        throw new Invoerfout(
          `${naam}, regel ${regel}: meer waarden dan de ${kolommen.length} kolommen van de kopregel.`,
        );
    }
    kolom++;
  };
  const eindeRegel = (): void => {
    if (kop) {
      lezers = kolommen.map((k) => new Lezer(k));
      const dubbel = kolommen.find((k, x) => kolommen.indexOf(k) !== x);
      if (dubbel !== undefined)
        throw new Invoerfout(`${naam}: de kolom "${dubbel}" staat twee keer in de kopregel.`);
      kop = false;
    } else {
      for (let k = kolom; k < kolommen.length; k++) lezers[k]?.neem(bron, 0, 0);
      rijen++;
    }
    kolom = 0;
    regel++;
  };
  while (i < bron.length) {
    const code = bron[i] as number;
    if (kolom === 0 && (code === 10 || (code === 13 && bron[i + 1] === 10))) {
      // An empty line is no row.
      i += code === 13 ? 2 : 1;
      regel++;
      continue;
    }
    if (code === 34) {
      const delen: Uint8Array[] = [];
      let van = i + 1;
      for (;;) {
        const tot = bron.indexOf(34, van);
        if (tot < 0)
          throw new Invoerfout(`${naam}, regel ${regel}: een aanhalingsteken wordt niet gesloten.`);
        const dubbel = bron[tot + 1] === 34;
        // Of two quotes one stays.
        delen.push(bron.subarray(van, dubbel ? tot + 1 : tot));
        van = tot + (dubbel ? 2 : 1);
        if (!dubbel) break;
      }
      // Whatever stands between the closing quote and the next sign belongs to the value.
      i = van;
      while (i < bron.length && !isEinde(bron[i] as number, teken)) i++;
      delen.push(bron.subarray(van, i));
      const waarde = Buffer.concat(delen);
      neem(waarde, 0, waarde.length);
    } else {
      const van = i;
      while (i < bron.length && !isEinde(bron[i] as number, teken)) i++;
      neem(bron, van, i);
    }
    if (i >= bron.length) {
      eindeRegel();
      break;
    }
    if (bron[i] === teken) {
      i++;
      // A line that ends with the sign has one more, empty value.
      if (i >= bron.length || bron[i] === 10 || bron[i] === 13) neem(bron, 0, 0);
      else continue;
      if (i >= bron.length) {
        eindeRegel();
        break;
      }
    }
    if (bron[i] === 13) i++;
    if (bron[i] === 10) i++;
    eindeRegel();
  }
  if (kop) throw new Invoerfout(`${naam} is leeg: er is geen kopregel met namen van kolommen.`);
  return { kolommen: lezers.map((l) => l.klaar()), rijen };
}

function isEinde(code: number, teken: number): boolean {
  return code === teken || code === 10 || code === 13;
}

/** A value as it must stand in a CSV file. */
export function csvWaarde(waarde: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(waarde) ? `"${waarde.replaceAll('"', '""')}"` : waarde;
}
