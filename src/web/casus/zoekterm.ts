// SPDX-License-Identifier: EUPL-1.2
// What someone asked for under Ctrl K goes to the list of casussen in memory: a name never stands in an address.

let gevraagd = '';
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
