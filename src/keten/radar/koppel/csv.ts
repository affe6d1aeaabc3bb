// SPDX-License-Identifier: EUPL-1.2
/** CSV as RFC 4180 has it, and as people really write it: also with semicolons or tabs, a byte order mark, bare newlines. */
import { Invoerfout } from './velden.ts';

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

/** A column while it is read: millions of values are few different ones. */
class Lezer {
  readonly naam: string;
  private nummers = new Int32Array(1024);
  private lengte = 0;
  private readonly teksten: string[] = [];
  private readonly boek = new Map<string, number>();
  constructor(naam: string) {
    this.naam = naam;
  }
  neem(tekst: string): void {
    let nr = this.boek.get(tekst);
    if (nr === undefined) {
      nr = this.teksten.length;
      this.teksten.push(tekst);
      this.boek.set(tekst, nr);
    }
    if (this.lengte === this.nummers.length) {
      const meer = new Int32Array(this.lengte * 2);
      meer.set(this.nummers);
      this.nummers = meer;
    }
    this.nummers[this.lengte++] = nr;
  }
  klaar(): Kolomwaarden {
    return { naam: this.naam, nummers: this.nummers.slice(0, this.lengte), teksten: this.teksten };
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
 * @param naam how errors call the file
 * @throws Invoerfout when there is no header, a name stands twice, a row has too many values or a quote stays open
 */
export function leesCsv(tekst: string, naam: string): Tabel {
  const begin = tekst.charCodeAt(0) === 0xfeff ? 1 : 0;
  const teken = scheidingsteken(tekst.slice(begin, begin + 100_000)).charCodeAt(0);
  const kolommen: string[] = [];
  let lezers: Lezer[] = [];
  let rijen = 0;
  let regel = 1;
  let kolom = 0;
  let i = begin;
  let kop = true;
  const neem = (waarde: string): void => {
    if (kop) kolommen.push(waarde.trim());
    else {
      const lezer = lezers[kolom];
      if (lezer === undefined) {
        if (waarde.trim() !== '')
          throw new Invoerfout(
            `${naam}, regel ${regel}: meer waarden dan de ${kolommen.length} kolommen van de kopregel.`,
          );
      } else lezer.neem(waarde.trim());
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
      for (let k = kolom; k < kolommen.length; k++) lezers[k]?.neem('');
      rijen++;
    }
    kolom = 0;
    regel++;
  };
  while (i < tekst.length) {
    const code = tekst.charCodeAt(i);
    if (kolom === 0 && (code === 10 || (code === 13 && tekst.charCodeAt(i + 1) === 10))) {
      // An empty line is no row.
      i += code === 13 ? 2 : 1;
      regel++;
      continue;
    }
    let waarde: string;
    if (code === 34) {
      let uit = '';
      let van = i + 1;
      for (;;) {
        const tot = tekst.indexOf('"', van);
        if (tot < 0)
          throw new Invoerfout(`${naam}, regel ${regel}: een aanhalingsteken wordt niet gesloten.`);
        uit += tekst.slice(van, tot);
        if (tekst.charCodeAt(tot + 1) !== 34) {
          i = tot + 1;
          break;
        }
        uit += '"';
        van = tot + 2;
      }
      waarde = uit;
      // Whatever stands between the closing quote and the next sign belongs to the value.
      let eind = i;
      while (eind < tekst.length && !isEinde(tekst.charCodeAt(eind), teken)) eind++;
      waarde += tekst.slice(i, eind);
      i = eind;
    } else {
      let eind = i;
      while (eind < tekst.length && !isEinde(tekst.charCodeAt(eind), teken)) eind++;
      waarde = tekst.slice(i, eind);
      i = eind;
    }
    neem(waarde);
    if (i >= tekst.length) {
      eindeRegel();
      break;
    }
    if (tekst.charCodeAt(i) === teken) {
      i++;
      // A line that ends with the sign has one more, empty value.
      if (i >= tekst.length || tekst.charCodeAt(i) === 10 || tekst.charCodeAt(i) === 13) neem('');
      else continue;
      if (i >= tekst.length) {
        eindeRegel();
        break;
      }
    }
    if (tekst.charCodeAt(i) === 13) i++;
    if (tekst.charCodeAt(i) === 10) i++;
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
