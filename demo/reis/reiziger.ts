// SPDX-License-Identifier: EUPL-1.2
// Takes the steps, and after each of them looks through the public API whether P1, P2 and P7 hold for every casus it met.
import type { PersonaId } from '../personas.ts';
import { type Beller, OnverwachtAntwoord } from './beller.ts';
import { type Beeld, toetsAanbod, toetsTermijnen, toetsZicht } from './beloften.ts';
import type { Verslag } from './verslag.ts';

interface Gevolgd {
  /** Who may see it; all of them must see the same holder. */
  kijkers: Set<PersonaId>;
  /** Name of the holder that the journey expects; null: closed. */
  houder: string | null;
  /** When it was seen to close. */
  gesloten: Set<string>;
}

export class Reiziger {
  readonly beller: Beller;
  readonly #verslag: Verslag;
  readonly #casussen = new Map<string, Gevolgd>();

  constructor(beller: Beller, verslag: Verslag) {
    this.beller = beller;
    this.#verslag = verslag;
  }

  /** From now on this casus is looked at after every step. */
  volg(casusId: string, houder: string | null, ...kijkers: PersonaId[]): void {
    const bekend = this.#casussen.get(casusId) ?? { kijkers: new Set(), houder, gesloten: new Set() };
    bekend.houder = houder;
    for (const k of kijkers) bekend.kijkers.add(k);
    this.#casussen.set(casusId, bekend);
  }

  /** One step: does it, times it, tells it, and checks the promises. `doe` returns what to tell. */
  async stap(titel: string, doe: () => Promise<string>): Promise<void> {
    const begin = performance.now();
    const uitkomst = await doe();
    this.#verslag.stap(titel, performance.now() - begin, uitkomst);
    await this.#controleer();
  }

  /** Something that the journey itself expects to be so; ends the journey when it is not. */
  verwacht(voorwaarde: boolean, anders: string): void {
    if (!voorwaarde) throw new OnverwachtAntwoord(anders);
  }

  async #controleer(): Promise<void> {
    for (const [id, g] of this.#casussen) {
      for (const kijker of g.kijkers) {
        const b = await this.beller.doe<Beeld>(kijker, 'GET', `/casussen/${id}`, 200);
        if (b.status === 'gesloten' && b.geslotenOp) g.gesloten.add(b.geslotenOp);
        const wie = b.zicht?.organisatieNaam ?? null;
        const anders =
          wie === g.houder
            ? []
            : [`${g.houder ?? 'Niemand'} hoort zicht te houden, en ${kijker} ziet ${wie ?? 'niemand'}.`];
        this.#verslag.toets('P1', 1 + (b.zichtVerloop?.length ?? 0), [
          ...toetsZicht(b, [...g.gesloten]),
          ...anders,
        ]);
        this.#verslag.toets('P2', b.openAanbod ? 1 : 0, toetsAanbod(b));
        this.#verslag.toets('P7', b.termijnen?.length ?? 0, toetsTermijnen(b, this.beller.nu()));
      }
    }
  }
}
