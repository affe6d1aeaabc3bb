// SPDX-License-Identifier: EUPL-1.2
// What someone asked for under Ctrl K goes to the list of casussen in memory: a name never stands in an address.

let gevraagd = '';
const eerder = new Map<string, string>();
let luister: ((term: string) => void) | undefined;

/** Hands the words to the list, whether it is open already or opens now. */
export function vraagCasussen(term: string): void {
  gevraagd = term;
  luister?.(term);
}

/** What was asked, once. */
export function neemZoekterm(): string {
  const term = gevraagd;
  gevraagd = '';
  return term;
}

/** The list that is open hears what is asked; gives back how to stop that. */
export function bijZoekterm(doe: (term: string) => void): () => void {
  luister = (term) => {
    gevraagd = '';
    doe(term);
  };
  return () => {
    luister = undefined;
  };
}

/** What was looked for at a place in the history: the way back to the list brings it again. */
export function onthoudZoekterm(plek: string, term: string): void {
  if (term === '') eerder.delete(plek);
  else eerder.set(plek, term);
}

/** What was looked for at this place in the history; empty when nothing was. */
export function eerdereZoekterm(plek: string): string {
  return eerder.get(plek) ?? '';
}
