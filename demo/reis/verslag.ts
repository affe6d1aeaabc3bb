// SPDX-License-Identifier: EUPL-1.2
// What the one who plays the journey sees: one line per step, and what is wrong right below it.

const BREED = 74;

export class Verslag {
  stappen = 0;
  controles = 0;
  readonly breuken: string[] = [];
  readonly #begin = performance.now();

  kop(tekst: string): void {
    console.log(`\n${tekst}`);
  }

  stap(titel: string, ms: number, uitkomst: string): void {
    this.stappen += 1;
    const nr = String(this.stappen).padStart(3);
    console.log(`${nr}  ${titel.padEnd(BREED)} ${String(Math.round(ms)).padStart(6)} ms   ${uitkomst}`);
  }

  /** Counts checks, and says what they found. */
  toets(belofte: string, gedaan: number, fouten: readonly string[]): void {
    this.controles += gedaan;
    for (const fout of fouten) {
      const regel = `${belofte} gebroken: ${fout}`;
      this.breuken.push(`na stap ${this.stappen}: ${regel}`);
      console.log(`     ✗ ${regel}`);
    }
  }

  /** The last lines. Returns whether all is well. */
  einde(verzoeken: number): boolean {
    const s = ((performance.now() - this.#begin) / 1000).toFixed(1).replace('.', ',');
    console.log(
      `\n${this.stappen} stappen, ${verzoeken} verzoeken, ${this.controles} controles op P1, P2 en P7, in ${s} s.`,
    );
    if (this.breuken.length === 0) {
      console.log('Alles goed.');
      return true;
    }
    console.log(`Niet goed (${this.breuken.length}):`);
    for (const b of this.breuken) console.log(`  ✗ ${b}`);
    return false;
  }
}
