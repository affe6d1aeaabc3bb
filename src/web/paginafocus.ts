// SPDX-License-Identifier: EUPL-1.2
// After going to another page the focus moves to its heading, once: not at the first load, and not when data comes.

let beurt = false;

/** The router went to another page. */
export function giveFocusBeurt(): void {
  beurt = true;
}

/** True for the first heading that asks after a change of page. */
export function takeFocusBeurt(): boolean {
  const had = beurt;
  beurt = false;
  return had;
}
